//! What a date is of in an Arabic sentence, by the words around it: something after which another came, the figures of a
//! quarter, what struck, what is so from then on.

use super::lexicon::Class;
use super::parser::Parser;
use super::tense::{REACH_AFTER, Tense};
use super::token::Gap;
use crate::analysis::listed::List;
use crate::text::Lang;

/// How far back a word of the future is looked for, in tokens.
const REACH: usize = 30;

/// What «اعتبارا من» says, unless a verb is nearer.
const FROM_THEN: usize = 3;
/// Words between «تعود» and its «إلى», at most.
const BACK: usize = 4;
/// What struck, which a date behind it is the day of: «ضحايا هجوم 12 نوفمبر».
const BLOWS: List = List::of(
    "هجوم هجمات زلزال فيضان فيضانات سيول حريق حرائق انفجار انفجارات تفجير تفجيرات مجزره انقلاب اعصار عاصفه كارثه \
    اعتداءات",
);

impl Parser<'_> {
    /// What the words around a date say, and how far off a cue they are as good as; 0 where they decide.
    ///
    /// `led`: the token behind its preposition, where a time of day stands between the two.
    pub(super) fn told_in_arabic(&self, led: usize, start: usize) -> Option<(usize, Tense)> {
        let before = start.wrapping_sub(1);
        Some(match self.fold(before) {
            // «حدد 10 أبريل آخر أجل».
            "حدد" | "حددت" | "حددوا" if self.one_of(before.wrapping_sub(1), "قد كان كانت") => {
                (0, Tense::Open)
            }
            "حدد" | "حددت" | "حددوا" => (0, Tense::Future),
            // «آخر أجل هو 15 نوفمبر».
            "هو" | "هي" if self.is_led_by(before, BACK, "اجل الاجل موعد الموعد مهله المهله") => {
                (1, Tense::LikelyFuture)
            }
            // «تعود القضية إلى نوفمبر».
            "الي" if self.is_led_by(before, BACK, "يعود تعود يرجع ترجع") => (0, Tense::Past),
            "مورخ" | "مورخه" => (0, Tense::Past),
            // «منحته المحكمة مهلة حتى ديسمبر».
            "حتي" if self.one_of(before.wrapping_sub(1), "مهله اجلا") => (0, Tense::Future),
            // «لم يصدر تعليق حتى مساء الأربعاء».
            _ if self.one_of(led.wrapping_sub(1), "حتي") && self.is_led_by(led, REACH_AFTER, "لم") => {
                (0, Tense::Past)
            }
            // «عشية انتخابات 25 يونيو», «حجزت القضية للحكم في 12 يوليو».
            _ if self.one_of(before.wrapping_sub(1), "عشيه قبيل") => (1, Tense::LikelyFuture),
            "في" if matches!(self.word(before.wrapping_sub(1)), "للحكم" | "للمداولة" | "للمرافعة") => {
                (1, Tense::LikelyFuture)
            }
            // «إذا صوت المجلس في 3 ديسمبر».
            _ if self.is_led_by(before, BACK, "اذا") => (1, Tense::LikelyFuture),
            _ if self.is_from_then_on(before) => (FROM_THEN, Tense::LikelyFuture),
            _ if BLOWS.has(self.fold(before)) && !self.definite(before) => (1, Tense::Past),
            _ => return None,
        })
    }

    /// «ابتداء من», «اعتبارا من», «بدءا من».
    fn is_from_then_on(&self, at: usize) -> bool {
        let word = self.fold(at);
        let word = if word == "من" { self.fold(at.wrapping_sub(1)) } else { word };
        ["ابتداء", "اعتبارا", "بدءا"].iter().any(|from| word.starts_with(from))
    }

    /// Whether a date is that of something behind which another came: «بعد زلزال 6 فبراير», «منذ انتخابات مايو», «ومفاوضات 3 يونيو».
    pub(super) fn is_of_event(&self, start: usize) -> bool {
        let noun = start.wrapping_sub(1);
        let after = |at: usize| self.one_of(at, "بعد منذ عقب اثر");
        let plain = |at: usize| self.is_word(at) && !self.definite(at) && self.gap(at + 1) < Gap::Paragraph;
        let unknown = self.token(noun).is_some_and(|token| token.senses.is_empty());
        let event = unknown || [Class::Place, Class::Yearly, Class::Title].iter().any(|class| self.any(noun, *class));
        // «بعد إضراب ماي وإضراب 18 شتنبر».
        let and = || self.token(noun).is_some_and(|token| token.and) || self.fold(noun).starts_with('و');
        let joined = || and() && (2..4).any(|back| after(noun.wrapping_sub(back)));
        noun < start && event && plain(noun) && (after(noun.wrapping_sub(1)) || joined())
    }
    /// Whether a date is a quarter whose figures are told in the present, as headlines do: «أرباح الشركة تقفز في الربع الثاني».
    pub(super) fn is_reported_quarter(&self, start: usize) -> bool {
        let quarter = self.lang == Lang::Ar && self.one_of(start, "ربع") && self.definite(start);
        let ahead = || self.before_in_sentence(start, REACH).any(|at| self.any(at, Class::Future));
        quarter && self.tells_of_accounts(start) && !ahead()
    }

    /// «كان … يعقد» tells of the past, «لم يعقد» too, and so does what someone saw or heard others do («رأت عمالاً ينقلون»).
    pub(super) fn unless_narrated(&self, at: usize) -> Tense {
        const NARRATES: List = List::of(
            "كان كانت كانوا وكان وكانت لم ظل ظلت ظلوا بقي بقيت بقوا بات باتت راح راحت راحوا اخذ اخذت استمر \
            استمرت راي رات راوا رايت شاهد شاهدت شاهدوا سمع سمعت سمعوا لمح لمحت صادف صادفت وجد وجدت",
        );
        let mut near = (1..=4).filter(|_| self.lang == Lang::Ar).filter_map(|back| at.checked_sub(back));
        let Some(told) = near.find(|at| NARRATES.has(self.fold(*at))) else { return self.ahead_of_then(at) };
        // «كان مقرراً أن يبدأ في 20 سبتمبر» may lie on either side.
        let planned = |at: usize| self.any(at, Class::Future) && !self.fold(at).starts_with(['ي', 'ت', 'س']);
        if (told + 1..=at).any(planned) { Tense::Open } else { Tense::Past }
    }

    /// What «قبل أن يغلق» says: what is told of before it.
    fn ahead_of_then(&self, at: usize) -> Tense {
        let before = at.wrapping_sub(2);
        let told = |at: usize| self.any(at, Class::Past) && !self.any(at, Class::Future);
        let then = self.lang == Lang::Ar && self.one_of(at.wrapping_sub(1), "ان") && self.one_of(before, "قبل");
        if then && self.before_in_sentence(before, REACH_AFTER).any(told) { Tense::Past } else { Tense::Future }
    }
}
