//! How long after the date told last something was, or before it: "four years later", «годом позже», «спустя неделю»,
//! «بعد ذلك بعامين», «وأُفرج عنه بعد أسبوع».

use super::anchored::then;
use super::lexicon::Class;
use super::node::{Node, Unit};
use super::parser::{Match, Parser};
use super::relative::found;
use super::tense::Tense;
use super::token::Gap;
use crate::text::Lang;

/// The rule's name.
pub(super) const COUNTED_ON: &str = "counted-on";

/// In Arabic, «بعد عشرين عاماً» is how long somebody waited rather than a time of the story.
const MOST_YEARS: i64 = 10;

/// One of a unit by which something was earlier or later: «годом ранее», «днём позже».
pub(super) const BY_ONE: &str = "годом месяцем неделей днем";

/// So many units from the date told last.
fn counted_on(unit: Unit, by: i64, start: usize, end: usize) -> Option<Match> {
    let node = match unit {
        Unit::Day | Unit::Week => Node::Shift { unit, by, weekday: None },
        Unit::Month | Unit::Year => Node::Whole { unit, by },
        Unit::Decade => Node::Whole { unit: Unit::Year, by: 10 * by },
        _ => return None,
    };
    Some(found(then(node), start, end, COUNTED_ON, 70))
}

impl Parser<'_> {
    /// "four years later", "a month earlier"; but "a week later than planned".
    pub(super) fn later_in_english(&self, at: usize, unit: Unit, count: i64, link: usize) -> Option<Match> {
        let end = link + 1;
        let by = if self.one_of(link, "later") { count } else { -count };
        // "Later than" is one word to the lexicon.
        let compares = self.any(link, Class::In);
        if !compares && self.gap(link) < Gap::Paragraph { counted_on(unit, by, at, end) } else { None }
    }

    /// «двумя годами позже», «три дня спустя», «месяцем позже»; but «на три дня позже срока».
    pub(super) fn later_in_russian(&self, at: usize) -> Option<Match> {
        let (unit, count, link) = if self.one_of(at, BY_ONE) {
            (Unit::of(self.is(at, Class::Unit)?)?, 1, at + 1)
        } else {
            self.quantity(at)?
        };
        let by = match self.fold(link) {
            "позже" | "позднее" | "спустя" => count,
            "ранее" | "раньше" if link > at + 1 => -count,
            _ => return None,
        };
        let by_so_much = self.one_of(at.wrapping_sub(1), "на не") || self.gap(link) >= Gap::Paragraph;
        if by_so_much { None } else { counted_on(unit, by, at, link + 1) }
    }

    /// «через два года», «спустя неделю» in a story of what has been: from `at` up to `end`.
    pub(super) fn after_so_long(&self, at: usize, unit: Unit, count: i64, end: usize) -> Option<Match> {
        let told = self.lang == Lang::Ru || self.lang == Lang::Ar && count <= MOST_YEARS;
        if told && self.tense(at, end) == Tense::Past { counted_on(unit, count, at, end) } else { None }
    }

    /// «بعد ذلك بعامين», «قبلها بشهر».
    pub(super) fn after_that(&self, at: usize) -> Option<Match> {
        let after = self.one_of(at, "بعد بعدها بعده");
        let that = self.one_of(at, "بعد قبل") && self.one_of(at + 1, "ذلك");
        let from = at + 1 + usize::from(that);
        if !(that || self.one_of(at, "بعدها بعده قبلها قبله"))
            || !self.token(from).is_some_and(|token| token.preposition && token.gap < Gap::Paragraph)
        {
            return None;
        }
        let (unit, count, end) = self.quantity(from)?;
        counted_on(unit, if after { count } else { -count }, at, end)
    }
}
