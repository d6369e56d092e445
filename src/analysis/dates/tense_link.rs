//! What the word before a date says of the way that its sentence looks: "by", "until", "since", «к», «منذ».

use super::lexicon::Class;
use super::parser::Parser;
use super::tense::{REACH_AFTER, REACH_BEFORE, Tense};
use super::token::Gap;
use crate::text::Lang;

/// "by Friday", "until": the date lies ahead, unless a cue nearer than this says otherwise.
const BY: usize = 4;

/// «حتى», «до» say it less clearly.
const UNTIL: usize = 9;

/// Prepositions of a time that something has to be done in: "to publish its review before 25 July".
const BOUNDS: &str = "before حتي до к ко بحلول قبل";

/// Verbs by which what was set for one day is set for another.
const MOVED: &str = "moved postponed rescheduled adjourned put_back перенес перенесли перенесла перенесено перенесена \
    отложили отложил отложила отложено отложена сдвинули ارجئ ارجئت ارجا ارجات اجل اجلت تاجل تاجلت نقل نقلت";

impl Parser<'_> {
    /// Whether what was set for a date was then set for another: «назначенное на 30 мая, перенесли на 20 июня».
    pub(super) fn is_moved_on(&self, end: usize) -> bool {
        let sentence = (end..end + REACH_AFTER).take_while(|at| !self.ends_sentence(*at));
        let mut sentence = sentence.take_while(|at| self.gap(*at) < Gap::Paragraph);
        sentence.any(|at| self.one_of(at, MOVED) && self.one_of(at + 1, "to until на до الي"))
    }

    /// Whether a verb of putting off stands before a date in its sentence, whatever is put off.
    pub(super) fn is_put_off(&self, start: usize) -> bool {
        let mut sentence =
            self.before_in_sentence(start, REACH_BEFORE).take_while(|at| self.gap(*at + 1) < Gap::Paragraph);
        self.one_of(start.wrapping_sub(1), "to الي") && sentence.any(|at| self.is_value(at, Class::Future, 2))
    }

    /// What the preposition before a date says, and how far off a cue it is as good as; 0 where it decides.
    pub(super) fn link_says(&self, start: usize, end: usize) -> Option<(usize, Tense)> {
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

    /// Whether a word leads to a time that something has to be done in, or lasts until: «إلى غاية».
    pub(super) fn is_bound(&self, at: usize) -> bool {
        self.one_of(at, BOUNDS) || self.lang == Lang::Ar && self.word(at).ends_with("غاية")
    }
}
