//! Which way a sentence looks: back or ahead. A date that leaves its year or week open is the nearest one in that
//! direction. The cue nearest to the date decides; cues are words of the lexicon and the shapes of verbs.

use std::ops::ControlFlow;

use super::lexicon::Class;
use super::parser::Parser;
use super::tense_ru::BEGUN;
use super::token::{Gap, Kind};
use crate::analysis::listed::ends_in;
use crate::text::Lang;

/// Where a sentence looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// A present form, which speaks of the future as often as not.
    LikelyFuture,
    /// No cue.
    Open,
}

/// How far a cue is looked for, in tokens.
pub(super) const REACH_BEFORE: usize = 30;
/// Behind the date: its clause is soon over.
pub(super) const REACH_AFTER: usize = 12;
/// A cue behind the date counts as if it were half as far again.
const BEHIND: usize = 3;
/// A comma between the date and the cue counts as so many tokens.
const COMMA: usize = 4;
/// And "and", which begins another clause, as so many.
const CLAUSE: usize = 6;

/// Verbs of asking, and the words from one to what it asks for, at most.
const URGED: &str = "urged asked advised ordered requested instructed persuaded invited";
const URGES: usize = 7;

/// Arabic verbs by which somebody decides until when something will be so: «قررت البلدية غلق الشارع حتى نهاية سبتمبر».
const DECIDES: &str = "قرر قررت تقرر اقر اقرت امر امرت قضي قضت منع منعت حظر حظرت اغلق اغلقت مدد مددت";

/// Tokens from a participle to the date that belongs to it, at most: «обещанные ещё в мае».
const PARTICIPLE: usize = 2;

/// Before a full stop and a number, a longer word ends a sentence: "Sept. 3", "the council. 40 people".
const LONGEST_ABBREVIATION: usize = 4;

impl Parser<'_> {
    /// Whether "in two weeks" lies ahead of the sentence, and does not tell how long something took: what follows
    /// in its clause decides, else what stands before it there.
    pub(super) fn looks_ahead(&self, start: usize, end: usize) -> bool {
        let over = |at: usize| {
            self.ends_sentence(at) || matches!(self.mark(at), Some(',' | '،' | ':' | '«' | '»' | '"' | '“' | '”' | '—'))
        };
        let cue = |at: usize| self.cue(at, false, false).map(|(_, tense)| tense);
        let behind =
            (end..end + REACH_AFTER).take_while(|at| !over(*at) && self.gap(*at) < Gap::Paragraph).find_map(cue);
        let before = || (0..start).rev().take(REACH_AFTER).take_while(|at| !over(*at)).find_map(cue);
        match behind.or_else(before) {
            Some(tense) => tense != Tense::Past,
            None => self.mark(start.wrapping_sub(1)).is_some(),
        }
    }

    /// The direction at the tokens of a date.
    pub(super) fn tense(&self, start: usize, end: usize) -> Tense {
        let near = self.gap(start) < Gap::Paragraph;
        let led = self.behind_clock(start);
        let deferred = near && self.is_goal(led);
        let bounded = near && self.is_bound(led.wrapping_sub(1));
        let link = match self.link_says(led, start, end).filter(|_| near) {
            Some((0, tense)) => return tense,
            // "put off a vote on closing the school to May 17", «أرجأ المجلس التصويت على المشروع إلى الثلاثاء».
            None if deferred && self.is_put_off(start) => return Tense::Future,
            link => link,
        };
        let before = self.cue_before(led, deferred, bounded);
        if let Some((0, tense)) = before {
            return tense;
        }
        if self.of_subject(start, end) {
            return Tense::Future;
        }
        let cues = [link, before, self.cue_behind(end, deferred)];
        let (distance, tense) = cues.into_iter().flatten().min_by_key(|cue| cue.0).unwrap_or((usize::MAX, Tense::Open));
        match tense {
            Tense::Future if deferred && self.is_moved_on(end) => Tense::Open,
            Tense::LikelyFuture if bounded => Tense::Future,
            // «С понедельника школы перейдут на дистант».
            Tense::LikelyFuture
                if self.lang == Lang::Ru
                    && self.one_of(led.wrapping_sub(1), "с со")
                    && self.weekday_name(start).is_some() =>
            {
                Tense::Future
            }
            tense if (tense == Tense::LikelyFuture || distance > CLAUSE) && self.is_reported_quarter(start) => {
                Tense::Past
            }
            tense => tense,
        }
    }

    /// What the nearest cue before a date says, and how far away it is: 0 where nothing else counts.
    fn cue_before(&self, start: usize, deferred: bool, bounded: bool) -> Option<(usize, Tense)> {
        let mut penalty = 0;
        for (distance, at) in (0..start).rev().take(REACH_BEFORE).enumerate() {
            if self.ends_sentence(at) || self.gap(at + 1) == Gap::Paragraph {
                break;
            }
            penalty += match self.mark(at) {
                Some(',' | '،') => COMMA,
                // «Наблюдатель настаивает: в субботу сейф не опечатали».
                Some(':') if self.lang == Lang::Ru => CLAUSE,
                _ => 0,
            };
            if distance <= PARTICIPLE && self.lang == Lang::Ru && !deferred && self.is_done_to(at, start) {
                return Some((0, Tense::Past));
            }
            if let Some((weight, tense)) = self.cue(at, deferred, false) {
                // "a buyback announced on April 27 would be paused".
                if self.lang == Lang::En && tense == Tense::Past && distance == 1 && self.preceded(start, Class::In) {
                    return Some((0, Tense::Past));
                }
                // "A meeting planned for Thursday was discussed".
                if self.lang == Lang::En
                    && deferred
                    && distance == 1
                    && matches!(self.is(at, Class::Future), Some(2 | 4))
                {
                    return Some((0, tense));
                }
                let decided = bounded
                    && self.lang == Lang::Ar
                    && distance > 1
                    && (self.one_of(at, DECIDES) || matches!(self.is(at, Class::Future), Some(5 | 6)));
                // «القانون الذي يدخل حيز التنفيذ في يناير وقع في أغسطس».
                // "Anyone who saw the van on 12 October should call".
                if matches!(self.fold(at.wrapping_sub(1)), "الذي" | "التي" | "الذين" | "ذي" | "تي" | "who")
                {
                    return Some((1, tense));
                }
                return Some((distance + 1 + weight + penalty, if decided { Tense::Future } else { tense }));
            }
        }
        None
    }

    /// What the nearest cue behind a date in its clause says, and how far away it is.
    fn cue_behind(&self, end: usize, deferred: bool) -> Option<(usize, Tense)> {
        let mut penalty = if self.clause_begins(end) { CLAUSE } else { 0 };
        for (distance, at) in (end..self.tokens.count()).take(REACH_AFTER).enumerate() {
            // «قدم استقالته في أغسطس لكنه سيبقى»: another clause.
            if self.lang == Lang::Ar && matches!(self.fold(at), "لكن" | "لكنه" | "لكنها" | "لكنهم" | "بينما" | "فيما")
            {
                break;
            }
            // «، على أن تنتهي فجر الاثنين»: what is agreed for later.
            let agreed = self.mark(at - 1).is_some() && self.one_of(at, "علي") && self.one_of(at + 1, "ان");
            if self.ends_sentence(at) || self.is_said(at) || self.gap(at) == Gap::Paragraph || agreed {
                break;
            }
            penalty += if matches!(self.mark(at), Some(',' | '،')) { COMMA } else { 0 };
            // «يناقش البرلمان في أبريل التقرير الذي نُشر»: a clause about the noun before it.
            let relative = matches!(self.fold(at), "الذي" | "التي" | "ذي" | "تي" | "who" | "which" | "whose");
            penalty += if relative || self.begins_clause(at) { CLAUSE } else { 0 };
            let cue = self.cue(at, deferred, true);
            // «أجيز الدواء في مارس وينتظر أن …»: another clause, with a verb of its own.
            if cue.is_some() && self.lang == Lang::Ar && self.token(at).is_some_and(|token| token.and) {
                break;
            }
            if let Some((weight, tense)) = cue {
                return Some(((distance + 1) * BEHIND / 2 + weight + penalty, tense));
            }
        }
        None
    }

    /// Whether a quotation ends at a token: “A cut in September is our guess,” she said; «…»، يهمس من سريره.
    fn is_said(&self, at: usize) -> bool {
        match self.lang {
            Lang::En => matches!(self.mark(at), Some('”' | '"')),
            Lang::Ar => matches!(self.mark(at), Some('»' | '"' | '”')) && self.mark(at + 1) == Some('،'),
            Lang::Ru => false,
        }
    }

    /// «не работает с марта», «остаются без воды с воскресенья»: what lasts began in the past.
    pub(super) fn lasts(&self, start: usize) -> bool {
        let before = (0..start.saturating_sub(1)).rev().take(REACH_AFTER);
        let mut clause = before.take_while(|at| !self.ends_sentence(*at) && self.mark(*at) != Some(','));
        let denied = |at: usize| {
            let word = self.fold(at);
            let present = ends_in(word, &["ет", "ит", "ют", "ят", "ется", "ится"]);
            // «молчат со среды»: but «закроют со среды».
            let goes_on = || {
                let many = ends_in(word, &["ут", "ют", "ат", "ят"]) && !BEGUN.iter().any(|to| word.starts_with(to));
                many && self.token(at).is_some_and(|token| token.senses.is_empty())
            };
            present && at > 0 && self.one_of(at - 1, "не") || at + 2 == start && self.lang == Lang::Ru && goes_on()
        };
        clause.any(|at| self.is_value(at, Class::Past, 1) || denied(at))
    }

    /// Whether a preposition of goal stands before a date: «на», "until", «أجلت القضية إلى جلسة الفاتح من ديسمبر».
    fn is_goal(&self, start: usize) -> bool {
        let session = self.lang == Lang::Ar && self.one_of(start.wrapping_sub(1), "جلسه موعد تاريخ");
        let before = start.wrapping_sub(1 + usize::from(session));
        // «أجلت المحكمة القضية لجلسة 28 يونيو».
        if self.one_of(start.wrapping_sub(1), "لجلسه") {
            return true;
        }
        // «наметили на период с 20 августа».
        let from = self.one_of(before, "с со") && self.one_of(before.wrapping_sub(1), "период срок время дни");
        // «назначил заседание на 15 часов 22 августа».
        let clock = self.lang == Lang::Ru && self.one_of(before, "часов час утра вечера дня");
        let before = before.wrapping_sub(if from || clock { 2 } else { 0 });
        // «взяли в ночь на воскресенье»: when, and not until when.
        let overnight = self.one_of(before, "на") && self.one_of(before.wrapping_sub(1), "ночь ночи");
        !overnight && self.one_of(before, "на до к ко until till to for الي حتي ل")
    }

    /// The tokens before one in its sentence, the nearest first, and so many at most.
    pub(super) fn before_in_sentence(&self, start: usize, reach: usize) -> impl Iterator<Item = usize> {
        (0..start).rev().take(reach).take_while(|at| !self.ends_sentence(*at))
    }

    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        match self.token(at).map(|token| token.kind) {
            Some(Kind::Mark('!' | '?' | '؟' | '…' | ';' | '؛')) => true,
            // A full stop ends one where a capital or, in Arabic, anything follows; "Oct. 18" goes on.
            Some(Kind::Mark('.')) => {
                let next = self.token(at + 1);
                next.is_none_or(|next| {
                    next.gap > Gap::None
                        && (next.kind != Kind::Number || !self.is_abbreviation(at.wrapping_sub(1)))
                        && (self.lang == Lang::Ar || next.capital || next.kind != Kind::Word)
                })
            }
            _ => false,
        }
    }

    /// Whether a word before a full stop and a number may be cut short: "Sept. 3"; but «в 1987 году. 4 марта».
    fn is_abbreviation(&self, at: usize) -> bool {
        let word = self.fold(at);
        let whole = self.lang == Lang::Ru && word.ends_with(['а', 'е', 'и', 'о', 'у', 'ю', 'я']);
        !whole && word.chars().count() <= LONGEST_ABBREVIATION
    }

    /// The direction that a word says, and how weakly.
    ///
    /// `deferred`: whether a preposition of goal stands before the date («на», "until"); `behind`: whether the word
    /// stands behind it.
    fn cue(&self, at: usize, deferred: bool, behind: bool) -> Option<(usize, Tense)> {
        let token = self.token(at).filter(|token| token.kind == Kind::Word)?;
        if self.lang == Lang::En
            && let ControlFlow::Break(cue) = self.cue_in_english(at, behind)
        {
            return cue;
        }
        if let Some(kind) = self.is(at, Class::Future) {
            return Some((0, self.future_of(kind, at, deferred, behind)));
        }
        if let Some(present) = self.voweled_present(at) {
            return Some(present);
        }
        // "the next hearing", «الجلسة المقبلة».
        if self.is_value(at, Class::Which, 1) && !behind {
            return Some((2, Tense::LikelyFuture));
        }
        // «حكم» is a verb, «الحكم» and «بحكم» are nouns.
        if self.is_value(at, Class::Past, 1) {
            return Some((1, Tense::LikelyFuture));
        }
        if self.any(at, Class::Past) && !token.definite && !token.preposition {
            // "They were to wed in June".
            let infinitive = self.lang == Lang::En && self.fold(at.wrapping_sub(1)) == "to";
            if infinitive || self.lang == Lang::Ar && self.is_deed(at) {
                return None;
            }
            let to_be = self.lang == Lang::En && self.one_of(at.wrapping_sub(1), "be");
            // "The award is given on 3 May", «إذا صوت المجلس».
            if matches!(self.fold(at.wrapping_sub(1)), "is" | "are" | "اذا") {
                return Some((0, Tense::LikelyFuture));
            }
            // «Денег нет до сентября».
            let ahead = to_be || deferred && self.one_of(at, "нет") || self.is_ahead_of_then(at);
            return Some((0, if ahead { Tense::Future } else { Tense::Past }));
        }
        let word = self.fold(at);
        // «يصادف 17 نيسان».
        if self.lang == Lang::Ar && self.any(at, Class::Match) && word.starts_with('ي') {
            return Some((3, Tense::LikelyFuture));
        }
        if !token.senses.is_empty() {
            return None;
        }
        self.by_shape(at, token, deferred, behind)
    }

    /// What a word of the future says: 0 plainly, 1 with an infinitive, 2 with a goal, 3 as a present form may, 5 with what
    /// is promised, 6 where that has a bound.
    fn future_of(&self, kind: i64, at: usize, deferred: bool, behind: bool) -> Tense {
        // "was first set for".
        let adverb = self.one_of(at.wrapping_sub(1), "first originally initially previously once already");
        let before = self.fold(at.wrapping_sub(1 + usize::from(adverb)));
        match kind {
            // "Originally set for May 30".
            _ if adverb && !behind && self.lang == Lang::En => Tense::Open,
            1 => {
                // An intention looks ahead with its infinitive only: «хотел дождаться», "promised to".
                let next = self.fold(at + 1);
                let infinitive = matches!(next, "to" | "that") || ends_in(next, &["ing", "ть", "ться", "ти", "чь"]);
                // "he had been ordered to park it there".
                let told_of = before == "been" && self.one_of(at.wrapping_sub(2), "had");
                // "advised people with asthma to stay indoors this weekend" may lie on either side.
                if !infinitive
                    && !behind
                    && self.one_of(at, URGED)
                    && (at + 2..at + URGES).any(|at| self.one_of(at, "to"))
                {
                    return Tense::Open;
                }
                if infinitive && !behind && !told_of { Tense::Future } else { Tense::Past }
            }
            // «Движение было закрыто до 31 января» may lie on either side.
            2 if deferred && self.lang == Lang::Ru && matches!(before, "был" | "была" | "было" | "были") => {
                Tense::Open
            }
            2 if deferred => Tense::Future,
            // "planned two flights in February", a "planned walkout": no day on which it was planned.
            4 if deferred || !matches!(before, "was" | "were" | "been" | "had" | "have" | "has") => Tense::LikelyFuture,
            3 => match self.unless_narrated(at) {
                Tense::Future => Tense::LikelyFuture,
                told => told,
            },
            5 if !behind && self.governs(at) => Tense::LikelyFuture,
            2 | 4 | 5 | 6 => Tense::Past,
            _ if self.lang == Lang::En && self.capital(at) && self.one_of(at, "may") => Tense::Open,
            // "a truce that was due to expire on Friday".
            _ if matches!(before, "was" | "were") && self.one_of(at + 1, "to") => Tense::LikelyFuture,
            // "was expected on 2 June" may lie on either side.
            _ if matches!(before, "was" | "were" | "been") => Tense::Open,
            // "had been due to reopen".
            _ if self.word(at).starts_with("to ")
                && self.any(at.wrapping_sub(1), Class::Future)
                && !self.word(at.wrapping_sub(1)).starts_with("to ") =>
            {
                self.future_of(0, at.wrapping_sub(1), deferred, behind)
            }
            // "he could not be saved".
            _ if self.one_of(at, "could") && self.one_of(at + 1, "not") => Tense::Past,
            _ => self.unless_narrated(at),
        }
    }

    /// Whether a word goes on with "and".
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        let joined = self
            .token(at)
            .is_some_and(|token| token.and || (token.senses.is_empty() && self.fold(at).starts_with('و')));
        // «يعود المهرجان من 7 إلى 16 جويلية بعد أن حُجب سنتين».
        let after = self.one_of(at, "بعدما after") || self.one_of(at, "بعد قبل") && self.one_of(at + 1, "ان ما");
        joined || self.any(at, Class::And) || after
    }
}
