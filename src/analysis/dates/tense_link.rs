//! What the word before a date says of the way that its sentence looks: "by", "until", "since", «к», «منذ».

use super::lexicon::Class;
use super::parser::Parser;
use super::tense::{REACH_AFTER, REACH_BEFORE, Tense};
use super::token::Gap;
use crate::analysis::listed::List;
use crate::text::Lang;

/// "by Friday", "until": the date lies ahead, unless a cue nearer than this says otherwise.
const BY: usize = 4;

/// «حتى», «до» say it less clearly.
const UNTIL: usize = 9;

/// Words of a time of day between a preposition and the date.
const CLOCK: List = List::of(
    "on midnight noon midday pm am o clock полуночи полудня часов часа час утра вечера дня ночи минут منتصف ليل مساء \
    صباح ظهر فجر ساعه",
);

/// And how many tokens they are, at most.
const CLOCK_REACH: usize = 6;

/// Prepositions of a time that something has to be done in: "to publish its review before 25 July".
const BOUNDS: &str = "before حتي до к ко بحلول قبل";

/// Verbs by which what was set for one day is set for another.
const MOVED: List = List::of(
    "moved postponed rescheduled adjourned перенес перенесли перенесла перенесено перенесена \
    отложили отложил отложила отложено отложена отложен отложены перенесены перенесло перенесут перенести сдвинули сдвинуты сдвинуть ارجئ ارجئت ارجا ارجات اجل اجلت تاجل تاجلت نقل نقلت",
);

impl Parser<'_> {
    /// Whether what was set for a date was then set for another: «назначенное на 30 мая, перенесли на 20 июня».
    pub(super) fn is_moved_on(&self, end: usize) -> bool {
        let sentence = (end..end + REACH_AFTER).take_while(|at| !self.ends_sentence(*at));
        let mut sentence = sentence.take_while(|at| self.gap(*at) < Gap::Paragraph);
        sentence.any(|at| MOVED.has(self.fold(at)) && self.one_of(at + 1, "to until на до الي"))
    }

    /// Whether what was set for the date at a token was then set for another: «перенесли с октября на ноябрь».
    pub(super) fn is_moved_from(&self, start: usize) -> bool {
        let mut before = self.before_in_sentence(start, REACH_AFTER);
        self.any(start.wrapping_sub(1), Class::From) && before.any(|at| MOVED.has(self.fold(at)))
    }

    /// Whether a verb of putting off stands before a date in its sentence, whatever is put off.
    pub(super) fn is_put_off(&self, start: usize) -> bool {
        let mut sentence =
            self.before_in_sentence(start, REACH_BEFORE).take_while(|at| self.gap(*at + 1) < Gap::Paragraph);
        self.one_of(start.wrapping_sub(1), "to الي") && sentence.any(|at| self.is_value(at, Class::Future, 2))
    }

    /// What the preposition before a date says, and how far off a cue it is as good as; 0 where it decides.
    ///
    /// `led`: the token behind that preposition, where a time of day stands between it and the date.
    pub(super) fn link_says(&self, led: usize, start: usize, end: usize) -> Option<(usize, Tense)> {
        if let Some(tense) = self.told_of(led, start, end) {
            return Some(tense);
        }
        let start = led;
        Some(match self.fold(start.wrapping_sub(1)) {
            // "By Friday the jar was back": the verb that follows says.
            // "And by Friday it had".
            "by" if self.begins_sentence(start - 1) || self.clause_begins(end) && self.begins_clause(start - 2) => {
                (UNTIL + BY, Tense::Open)
            }
            // "He did not return until 5 May".
            "until" | "till" if self.was_denied(start) => (0, Tense::Past),
            "by" | "until" | "till" | "beyond" => (BY, Tense::Future),
            "through" if self.lang == Lang::En => (UNTIL, Tense::Future),
            _ if self.is_bound(start.wrapping_sub(1)) => (UNTIL, Tense::Future),
            // «не позднее IV квартала», «не раньше июля».
            "позднее" | "позже" | "раньше" | "ранее" if self.one_of(start.wrapping_sub(2), "не") => {
                (0, Tense::Future)
            }
            // «Закрытие с фейерверком — в воскресенье»: a programme has no verb.
            "в" | "во" if self.mark(start.wrapping_sub(2)) == Some('—') => (UNTIL, Tense::Future),
            // «Первая игра — 9 апреля».
            _ if self.lang == Lang::Ru && self.mark(start.wrapping_sub(1)) == Some('—') => (UNTIL, Tense::Future),
            "منذ" | "since" => (0, Tense::Past),
            // «الثالث هذه السنة بعد إضراب 18 شتنبر».
            _ if self.lang == Lang::Ar && self.is_of_event(start) => {
                let nth =
                    self.before_in_sentence(start, BY + BY).any(|at| self.has(at, Class::Ord) && self.definite(at));
                (if nth { 0 } else { BY + 1 }, Tense::Past)
            }
            _ if self.lang == Lang::Ar && self.one_of(start.wrapping_sub(1), "رواتب راتب اجور") => {
                (BY, Tense::Past)
            }
            "с" | "со" if !(start..end).any(|at| self.any(at, Class::To)) && self.lasts(start) => (0, Tense::Past),
            "is" | "are" => (1, Tense::Future),
            // "No intention of resigning before the budget on 2 April".
            "on" if (3..5).any(|back| self.one_of(start.wrapping_sub(back), "before"))
                && self.weekday_name(start).is_none() =>
            {
                (1, Tense::LikelyFuture)
            }
            // "Ahead of Friday’s match", "in the run-up to Sunday’s election".
            "of" if self.one_of(start.wrapping_sub(2), "ahead eve") => (1, Tense::LikelyFuture),
            "to" if self.one_of(start.wrapping_sub(2), "up countdown") => (1, Tense::LikelyFuture),
            "as" if self.one_of(start.wrapping_sub(2), "soon") => (1, Tense::Future),
            // "The vote is on Tuesday".
            "on" | "in" if self.one_of(start.wrapping_sub(2), "is are") && self.lang == Lang::En => (1, Tense::Future),
            _ => return None,
        })
    }

    /// What the words around a date say of it in other ways than those.
    fn told_of(&self, led: usize, start: usize, end: usize) -> Option<(usize, Tense)> {
        match self.lang {
            Lang::Ar => self.told_in_arabic(led, start),
            Lang::Ru => self.told_in_russian(start, end),
            Lang::En => self.told_in_english(start, end),
        }
    }

    /// Whether one of the words stands shortly before a token, in its sentence.
    pub(super) fn is_led_by(&self, at: usize, reach: usize, words: &str) -> bool {
        self.before_in_sentence(at, reach).any(|at| self.one_of(at, words))
    }

    /// The token behind the preposition of a date, before the time of day between the two: "until midnight on 31 August",
    /// «до 18:00 31 августа», «حتى منتصف ليل 31 أغسطس».
    pub(super) fn behind_clock(&self, start: usize) -> usize {
        let before = start.wrapping_sub(1);
        let clock = match self.lang {
            Lang::En => self.fold(before) == "on" && CLOCK.has(self.fold(before.wrapping_sub(1))),
            _ => CLOCK.has(self.fold(before)) || self.digits(before).is_some(),
        };
        if !clock {
            return start;
        }
        let part = |at: usize| {
            CLOCK.has(self.fold(at))
                || self.digits(at).is_some()
                || matches!(self.mark(at), Some(':' | '.' | '’' | '\''))
        };
        let mut from = start;
        while from > start.saturating_sub(CLOCK_REACH) && part(from.wrapping_sub(1)) {
            from -= 1;
        }
        if self.one_of(from.wrapping_sub(1), "until till by before to through до к حتي قبل غايه") {
            from
        } else {
            start
        }
    }

    /// Whether a word leads to a time that something has to be done in, or lasts until: «إلى غاية».
    pub(super) fn is_bound(&self, at: usize) -> bool {
        self.one_of(at, BOUNDS) || self.lang == Lang::Ar && self.word(at).ends_with("غاية")
    }
}
