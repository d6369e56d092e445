//! Decades and centuries: "the 1980s", «سبعينيات القرن الماضي», «XIX веке».

use super::lexicon::Class;
use super::node::Node;
use super::parser::{Match, Parser};
use super::token::Gap;
use crate::text::Lang;

impl Parser<'_> {
    /// "the 1980s", «девяностые годы», «سبعينيات القرن الماضي».
    pub(super) fn decade(&self, at: usize) -> Option<Match> {
        let named = self.skip_the(at);
        let from = named
            + usize::from(
                matches!(self.mark(named), Some('\'' | '’' | '‘')) && self.gap(named + 1) == Gap::None && named > at,
            );
        let (decade, mut end) = match self.is(from, Class::Decade) {
            Some(decade) => (decade, from + 1),
            None => self
                .number(from)
                .filter(|number| number.decade && number.value % 10 == 0)
                .map(|it| (it.value, it.end))?,
        };
        // «в 20-х числах».
        if self.at_value(end, Class::Unit, 10) {
            return None;
        }
        let led = from > at || self.mark(at.wrapping_sub(1)).is_some() || self.has(at.wrapping_sub(1), Class::Edge);
        if decade < 1000 && self.lang == Lang::En && !led {
            return None;
        }
        end = self.skip_year_unit(end);
        let mut first = if decade >= 1000 { decade } else { 1900 + decade };
        // «أوائل السبعينيات من القرن الماضي».
        if let Some(found) = self.century_at(end + usize::from(self.lang == Lang::Ar && self.one_of(end, "من")))
            && decade < 1000
            && let Node::Century { number } = found.node
        {
            first = (number - 1) * 100 + decade;
            end = found.end;
        }
        Some(Match { node: Node::Decade { first }, start: at, end, rule: "decade", confidence: 92 })
    }

    /// «القرن الثاني عشر», "the 18th century", «XIX веке», «القرن الماضي».
    pub(super) fn century_at(&self, at: usize) -> Option<Match> {
        if let Some(found) = self.two_centuries(at) {
            return Some(found);
        }
        let (mut number, mut end) = self.century_number(at)?;
        if let Some((1, after)) = self.era(end) {
            number = -number;
            end = after;
        }
        Some(Match { node: Node::Century { number }, start: at, end, rule: "century", confidence: 92 })
    }

    /// «القرنين الثامن عشر والتاسع عشر».
    fn two_centuries(&self, at: usize) -> Option<Match> {
        if !self.is_value(at, Class::Dual, 7) || !self.definite(at) {
            return None;
        }
        let number = |at: usize| {
            let at = at + usize::from(self.one_of(at, "ال"));
            self.number(at).filter(|it| (it.digits > 0 || self.definite(at)) && self.gap(at) < Gap::Paragraph)
        };
        let first = number(at + 1)?;
        let second = number(first.end + usize::from(self.one_of(first.end, "و")))?;
        let century = |number: i64| Box::new(Node::Century { number });
        let node = Node::Range(century(first.value), century(second.value));
        (second.value <= 22).then_some(Match { node, start: at, end: second.end, rule: "century", confidence: 92 })
    }

    /// Whether another century is named behind a token that joins it: "18th and 19th centuries", «XIX — начале XX века».
    fn shares_century(&self, at: usize) -> bool {
        let joined =
            matches!(self.mark(at), Some('-' | '–' | '—')) || self.any(at, Class::And) || self.any(at, Class::To);
        let next = self.skip_the(at + 1);
        let edge = next + usize::from(self.any(next, Class::Edge));
        let number = self.number(edge).map_or(edge + 1, |number| number.end);
        joined && self.century_unit(number).is_some() && self.century_number(edge).is_some()
    }

    /// Behind the word for "century", or «в.» and «вв.».
    fn century_unit(&self, at: usize) -> Option<usize> {
        let short = self.one_of(at, "в вв") && self.mark(at + 1) == Some('.') && self.gap(at + 1) == Gap::None;
        (short || self.at_value(at, Class::Unit, 7)).then(|| at + 1 + usize::from(short))
    }

    fn century_number(&self, at: usize) -> Option<(i64, usize)> {
        const CENTURIES: std::ops::RangeInclusive<i64> = 1..=22;
        let of = |number: i64, end| CENTURIES.contains(&number).then_some((number, end));
        if self.lang == Lang::Ar {
            if !self.is_value(at, Class::Unit, 7) || !self.definite(at) {
                return None;
            }
            if let Some(which) = self.at(at + 1, Class::Which) {
                return of(21 + which, at + 2);
            }
            let next = at + 1 + usize::from(self.one_of(at + 1, "ال"));
            let number =
                self.number(next).filter(|number| number.ordinal || number.digits > 0 || self.definite(next))?;
            return of(number.value, number.end);
        }
        let from = self.skip_the(at);
        if let Some(which) = self.is(from, Class::Which).filter(|_| self.at_value(from + 1, Class::Unit, 7)) {
            return of(21 + which.min(1), from + 2);
        }
        let (value, end) = match self.number(from).filter(|number| number.ordinal || number.digits > 0) {
            Some(number) => (number.value, number.end),
            None => (roman(self.text.get(self.token(from)?.start..self.token(from)?.end)?)?, from + 1),
        };
        let unit = end + usize::from(self.mark(end) == Some('-') && self.gap(end) == Gap::None);
        if let Some(after) = self.century_unit(unit) {
            // «отправил 5 в. Петрову».
            let plain = self.number(from).is_some_and(|it| it.digits > 0 && !it.ordinal);
            return if plain && self.mark(after - 1).is_some() { None } else { of(value, after) };
        }
        // "I and this century" has no Roman digit.
        let number = self.lang == Lang::Ru || self.number(from).is_some();
        if number && self.shares_century(end) { of(value, end) } else { None }
    }
}

/// A Roman numeral up to thirty-nine; in Russian, «Х» is typed for X as well.
fn roman(word: &str) -> Option<i64> {
    let (mut total, mut last) = (0, 0);
    for c in word.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            _ => return None,
        };
        total += if value < last { -value } else { value };
        last = value;
    }
    (word.len() <= 12 && total > 0).then_some(total)
}
