//! Whether a bare number is a year, by the words around it.

use super::lexicon::Class;
use super::parser::{Number, Parser};
use super::token::{Gap, Kind};
use crate::text::Lang;

/// Laws whose names end with their year.
const LAWS: &str = "act law treaty constitution";

/// What a year does, where nothing else says so.
const DOES: &str = "is has will hurt broke saw taught felt showed s feels seems looks may could would";

/// What a business has of a year.
const BUSINESS: &str = "sales revenue revenues profit profits earnings income output turnover production guidance outlook \
    forecast growth shipments exports imports spending results";

impl Parser<'_> {
    /// Whether a bare number is a year by what it stands behind.
    pub(super) fn year_has_evidence(&self, at: usize, end: usize, number: &Number) -> bool {
        // «و2007», «ل2022»: the letter is a token of its own.
        let pair = self.preceded(at, Class::Between)
            && (self.has(end, Class::And) && self.digits(end + 1).is_some() || self.one_of(end, "و"));
        let glued = pair || self.gap(at) == Gap::None && at.checked_sub(1).is_some_and(|at| self.one_of(at, "ل ب"));
        if self.lang == Lang::En && number.digits == 4 && self.is_subject(at, end, number.value) {
            return true;
        }
        let Some(previous) = at.checked_sub(1) else { return false };
        if number.digits != 4 || self.gap(at) == Gap::Paragraph {
            return false;
        }
        if self.lang == Lang::En && (self.has(end, Class::Yearly) || self.is_attribute(previous, end, number.value)) {
            return true;
        }
        if self.any(previous, Class::Yearly) {
            // "the Education Act 2002": a law's name.
            return !(self.plural_follows(end) || self.capital(previous) && self.one_of(previous, LAWS));
        }
        let bracketed = self.mark(previous) == Some('(') && matches!(self.mark(end), Some(')' | '-' | '–' | ',' | '،'));
        if bracketed || self.lang == Lang::Ru {
            return bracketed || self.in_list_of_years(end);
        }
        let evidence = if self.lang == Lang::En {
            self.english_year(previous, end, number.value)
        } else {
            self.arabic_year(previous, end, number.value)
        };
        let loose = self.one_of(previous, "of by from between before after");
        evidence.unwrap_or_else(|| {
            let introduced = match self.lang {
                Lang::Ar => self.any(previous, Class::In) || self.any(previous, Class::Between),
                _ => self.is_value(previous, Class::In, 0),
            };
            introduced && !glued && !(loose && self.plural_follows(end))
        })
    }

    /// Whether an English sentence begins with a number, which it does with a year only: "2013 hurt.", "2019 was".
    fn is_subject(&self, at: usize, end: usize, value: i64) -> bool {
        let opens = |at: usize| self.token(at).is_some_and(|it| matches!(it.kind, Kind::Mark('“' | '"' | '‘')));
        let begins = self.begins_sentence(at) || opens(at.wrapping_sub(1)) && self.gap(at) == Gap::None;
        let verb = self.any(end, Class::Past) || self.fold(end).ends_with("ed") || self.one_of(end, DOES);
        is_recent(value) && begins && self.gap(end) == Gap::Space && verb && !self.capital(end)
    }

    /// Whether an English number is a year, where the words around it tell.
    fn english_year(&self, previous: usize, end: usize, value: i64) -> Option<bool> {
        // "dates back to 1911".
        let back = || (1..=3).filter_map(|back| previous.checked_sub(back));
        // "It now expects 2023 sales of $2 billion".
        if is_recent(value) && self.one_of(end, BUSINESS) {
            return Some(true);
        }
        let dates = self.one_of(previous, "to") && back().any(|at| self.one_of(at, "date dates dating dated"));
        let recent = is_recent(value);
        // "It skipped 2020.": English sets a comma in a count of thousands.
        let plain = recent
            && self.is_word(previous)
            && !self.capital(previous)
            && !self.any(previous, Class::Place)
            && (self.ends_sentence(end) || self.mark(end) == Some(',') || self.any(end, Class::And));
        if dates || plain {
            return Some(true);
        }
        // "its outlook for 2024", "contracts for 2024": for more than one bought or sold something.
        let sold = "paid pay sold sell bought buy cost costs fetched went goes asking for";
        let wanted = recent && self.one_of(previous, "for") && !self.one_of(previous.wrapping_sub(1), sold);
        // "The charity says 2021 was the deadliest year".
        let subject = recent && self.one_of(end, "was is has had saw brought marked proved became will");
        if subject && self.is_word(previous) && !self.any(previous, Class::Place) && !self.capital(previous) {
            return Some(true);
        }
        wanted.then(|| !self.plural_follows(end))
    }

    /// Whether an Arabic number is a year, where the words around it tell.
    fn arabic_year(&self, previous: usize, end: usize, value: i64) -> Option<bool> {
        // «مقارنة بـ2021», «قال إن 2022 كان»: as a year only where no count is likely.
        let compared = self.one_of(previous.wrapping_sub(1), "مقارنه") && self.one_of(previous, "ب");
        let subject = self.one_of(previous, "ان") && self.is_word(end) && !self.one_of(end, "من");
        if is_recent(value) && (compared || subject) {
            return Some(true);
        }
        // «أفرجت عن 2014 أسيرا»: counted.
        let of_many = self.one_of(previous, "عن ل ب مع الي") && (11..=99).contains(&(value % 100));
        // «عن 1740 بذرة».
        let counted = self.word(end).ends_with('ة') && !self.definite(end) && self.one_of(previous, "عن");
        (of_many && (self.word(end).ends_with('ا') || counted)).then_some(false)
    }

    /// "its 2021 report", "the 2020 lockdowns": behind an article, before a noun, and not a round number. English sets a
    /// comma in a count of thousands.
    fn is_attribute(&self, previous: usize, end: usize, year: i64) -> bool {
        let article = self.one_of(previous, "the a its their his her our s this that last");
        article
            && (1950..2050).contains(&year)
            && year % 100 != 0
            && self.is_word(end)
            && self.gap(end) == Gap::Space
            && (!self.plural_follows(end) || self.one_of(previous, "the its their his her s"))
    }

    /// «в 2023, 2024 и 2025 годах»: the word stands behind the last.
    fn in_list_of_years(&self, mut at: usize) -> bool {
        const LONGEST_LIST: usize = 5;
        for _ in 0..LONGEST_LIST {
            let joined = self.skip_comma(at);
            let joined = if joined > at { joined } else { self.skip(at, Class::And) };
            let Some(number) = self.number(joined).filter(|it| joined > at && it.digits == 4) else { return false };
            at = number.end;
            if self.at_value(at, Class::Unit, 5) {
                return true;
            }
        }
        false
    }
}

/// Whether a year is one that news tells of, and not round as counts are.
fn is_recent(year: i64) -> bool {
    (1990..2050).contains(&year) && year % 100 != 0
}
