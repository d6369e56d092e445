//! The grammar's common ground: looking at tokens, and numbers. Every rule looks a bounded number of tokens ahead
//! and behind, so that the whole is linear.

use std::cell::OnceCell;

use super::lexicon::{Class, Lexicon};
use super::node::{Calendar, Node};
use super::token::{Gap, Kind, Token, Tokens};
use crate::analysis::listed::is_listed;
use crate::text::Lang;

/// An expression found at a token.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) node: Node,
    /// The first token inside.
    pub(super) start: usize,
    /// The first token after.
    pub(super) end: usize,
    pub(super) rule: &'static str,
    /// In percent.
    pub(super) confidence: u8,
}

/// How a text writes numeric dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    /// No evidence: read month first, and marked.
    Unknown,
}

/// A number in digits or words.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools)] // Independent facts about how it is written.
pub(super) struct Number {
    pub(super) value: i64,
    pub(super) end: usize,
    /// How many digits; 0 in words.
    pub(super) digits: u8,
    pub(super) ordinal: bool,
    /// Whether it names a decade: "1980s", «1920-х».
    pub(super) decade: bool,
}

pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t Tokens<'t>,
    pub(super) lexicon: &'t Lexicon,
    pub(super) lang: Lang,
    /// Found out when a date first hangs on it.
    pub(super) order: &'t OnceCell<Order>,
}

/// What stands for no value, so that values pass in one machine word.
pub(super) const UNTOLD: i32 = i32::MIN;

/// A value, or nothing.
#[inline]
pub(super) fn told(value: i32) -> Option<i64> {
    if value == UNTOLD { None } else { Some(i64::from(value)) }
}

impl<'t> Parser<'t> {
    #[inline]
    pub(super) fn token(&self, at: usize) -> Option<&'t Token> {
        self.tokens.get(at)
    }

    /// The value of a meaning of a token.
    #[inline]
    pub(super) fn is(&self, at: usize, class: Class) -> Option<i64> {
        told(self.value_at(at, class))
    }

    /// The same, for a token that goes on from the one before it.
    #[inline]
    pub(super) fn at(&self, at: usize, class: Class) -> Option<i64> {
        told(self.value_going_on(at, class))
    }

    /// The same, for the token before `at`, with nothing but a blank between the two.
    #[inline]
    pub(super) fn before(&self, at: usize, class: Class) -> Option<i64> {
        told(self.value_before(at, class))
    }

    #[inline(never)]
    fn value_at(&self, at: usize, class: Class) -> i32 {
        self.token(at).map_or(UNTOLD, |token| self.lexicon.value(token.senses, class))
    }

    #[inline(never)]
    fn value_going_on(&self, at: usize, class: Class) -> i32 {
        if self.gap(at) < Gap::Paragraph { self.value_at(at, class) } else { UNTOLD }
    }

    #[inline(never)]
    fn value_before(&self, at: usize, class: Class) -> i32 {
        if self.gap(at) < Gap::Paragraph { self.value_at(at.wrapping_sub(1), class) } else { UNTOLD }
    }

    #[inline(never)]
    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.at(at, class).is_some()
    }

    /// Whether a token has a meaning at all.
    #[inline(never)]
    pub(super) fn any(&self, at: usize, class: Class) -> bool {
        self.is(at, class).is_some()
    }

    /// Whether the token before `at` has a meaning.
    #[inline(never)]
    pub(super) fn preceded(&self, at: usize, class: Class) -> bool {
        self.before(at, class).is_some()
    }

    #[inline(never)]
    pub(super) fn is_value(&self, at: usize, class: Class, value: i64) -> bool {
        self.is(at, class) == Some(value)
    }

    #[inline(never)]
    pub(super) fn at_value(&self, at: usize, class: Class, value: i64) -> bool {
        self.at(at, class) == Some(value)
    }

    /// Whether a word is one of these, which a blank parts.
    #[inline(never)]
    pub(super) fn one_of(&self, at: usize, words: &str) -> bool {
        is_listed(self.fold(at), words)
    }

    #[inline(never)]
    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.token(at)? {
            Token { kind: Kind::Mark(c), gap, .. } if *gap < Gap::Paragraph => Some(*c),
            _ => None,
        }
    }

    #[inline(never)]
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.token(at).map_or(Gap::Paragraph, |token| token.gap)
    }

    #[inline(never)]
    pub(super) fn fold(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| self.tokens.fold(token))
    }

    /// The word as it is written.
    #[inline(never)]
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.token(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    #[inline(never)]
    pub(super) fn definite(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.definite)
    }

    #[inline(never)]
    pub(super) fn capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.capital)
    }

    #[inline(never)]
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word && token.gap < Gap::Paragraph)
    }

    #[inline(never)]
    pub(super) fn digits(&self, at: usize) -> Option<&'t Token> {
        self.token(at).filter(|token| token.kind == Kind::Number)
    }

    /// Whether a token is the first of its sentence.
    #[inline(never)]
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        at == 0 || self.gap(at) == Gap::Paragraph || self.ends_sentence(at - 1)
    }

    /// Behind a comma, if there is one.
    #[inline(never)]
    pub(super) fn skip_comma(&self, at: usize) -> usize {
        at + usize::from(matches!(self.mark(at), Some(',' | '،')))
    }

    /// Behind words that say nothing here.
    #[inline(never)]
    pub(super) fn skip(&self, at: usize, class: Class) -> usize {
        at + usize::from(self.has(at, class))
    }

    /// Whether the tokens are the whole text, but for a preposition before and marks behind: a query, a caption, a
    /// table's cell. What would need evidence in a sentence needs none there.
    #[inline(never)]
    pub(super) fn alone(&self, start: usize, end: usize) -> bool {
        start <= 2
            && self.tokens.count() <= end + 2
            && (0..start).all(|at| self.any(at, Class::In) || self.any(at, Class::The))
            && (end..end + 2).filter_map(|at| self.token(at)).all(|token| matches!(token.kind, Kind::Mark(_)))
    }

    /// The number at a token, as far as it goes.
    #[inline(never)]
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        match self.token(at)?.kind {
            Kind::Number => self.number_in_digits(at),
            Kind::Word => self.number_in_words(at),
            Kind::Mark(_) => None,
        }
    }

    fn number_in_digits(&self, at: usize) -> Option<Number> {
        let token = self.digits(at).filter(|token| !token.grouped)?;
        let plain = Number { value: token.value, end: at + 1, digits: token.digits, ordinal: false, decade: false };
        let hyphen = usize::from(matches!(self.mark(at + 1), Some('-' | '\u{2010}' | '\u{2011}' | '’' | '\'')));
        let suffix = at + 1 + hyphen;
        let glued = self.gap(suffix) == Gap::None && (hyphen == 0 || self.gap(at + 1) == Gap::None);
        if !glued || !self.is_word(suffix) {
            return Some(plain);
        }
        if let Some(kind) = self.at(suffix, Class::Suffix) {
            let round = token.value % 10 == 0 && token.value >= 20;
            let decade = round
                && (kind == 1
                    || self.one_of(suffix, "е")
                        && (token.value >= 1000
                            || self.has(suffix + 1, Class::Unit)
                            || self.names_no_day(at, suffix + 1)));
            return Some(Number { end: suffix + 1, ordinal: true, decade, ..plain });
        }
        let known = [Class::Era, Class::Unit, Class::Month, Class::WeakMonth, Class::ShortMonth, Class::Hijri];
        let fine = hyphen > 0 || known.into_iter().any(|class| self.has(suffix, class));
        fine.then_some(plain)
    }

    /// Whether «в 90-е» stands without the month or the noun that it would count.
    fn names_no_day(&self, at: usize, behind: usize) -> bool {
        let counted =
            [Class::Month, Class::WeakMonth, Class::ShortMonth].into_iter().any(|class| self.has(behind, class));
        self.one_of(at.wrapping_sub(1), "в") && !counted && !self.has(behind, Class::Counted)
    }

    /// Numbers in words: «الثاني والعشرين», «тысяча девятьсот восемьдесят первого», "twenty-second".
    fn number_in_words(&self, at: usize) -> Option<Number> {
        let (mut value, mut end, mut ordinal) = (0, at, false);
        while let Some((next, is_ordinal, width)) = self.number_word(end, at) {
            let arabic_tens = (20..100).contains(&next) && (1..10).contains(&(value % 100));
            // «الثالث عشر», and no «التاسع والعاشر».
            let teen = next == 10 && !is_ordinal && (1..10).contains(&(value % 100));
            let free = match value {
                0 => true,
                value if value % 1000 == 0 => next < 1000,
                value if value % 100 == 0 => next < 100,
                value => value % 10 == 0 && value % 100 >= 20 && next < 10,
            };
            let fits = if self.lang == Lang::Ar { teen || (arabic_tens || free) && self.linked(end, at) } else { free };
            if next == 1000 && (1..10).contains(&value) && !is_ordinal {
                value *= 1000;
            } else if fits || value == 0 {
                value += next;
            } else {
                break;
            }
            end += width;
            ordinal |= is_ordinal;
            if is_ordinal && self.lang != Lang::Ar {
                break;
            }
        }
        (end > at && value > 0).then_some(Number { value, end, digits: 0, ordinal, decade: false })
    }

    /// The value of one number word, whether it is an ordinal, and how many tokens it takes with its hyphen.
    fn number_word(&self, at: usize, first: usize) -> Option<(i64, bool, usize)> {
        let hyphen = usize::from(at > first && self.mark(at) == Some('-') && self.lang == Lang::En);
        let at = at + hyphen;
        if at > first && self.gap(at) == Gap::Paragraph {
            return None;
        }
        let ordinal = self.is(at, Class::Ord).filter(|value| *value > 0);
        let (value, is_ordinal) = match (ordinal, self.is(at, Class::Card)) {
            (Some(value), _) => (value, true),
            (None, Some(value)) => (value, false),
            _ => return None,
        };
        Some((value, is_ordinal, 1 + hyphen))
    }

    /// Whether «و» joins a later number word to the ones before; «وأحد» is folded as «واحد».
    fn linked(&self, at: usize, first: usize) -> bool {
        at == first || self.token(at).is_some_and(|token| token.and) || self.one_of(at, "واحد")
    }

    /// The number of a day of the month: digits, or an ordinal in words.
    #[inline(never)]
    pub(super) fn day(&self, at: usize) -> Option<(u8, usize)> {
        let number = self.number(at)?;
        let written = (1..=2).contains(&number.digits)
            || (number.digits == 0 && (number.ordinal || (self.definite(at) && number.value >= 20)));
        let day = u8::try_from(number.value).ok().filter(|day| (1..=31).contains(day))?;
        let free = self.token(at).is_some_and(|token| token.digits == 0 || self.stands_free(at));
        (written && free && !number.decade).then_some((day, number.end))
    }

    /// Whether a number is not the tail of something: «COVID-19», «1.5», "$20", "90+4", «الـ73».
    #[inline(never)]
    pub(super) fn stands_free(&self, at: usize) -> bool {
        // «приказ № 2011/48»: a number of something, wherever the sign stands.
        let numbered = self.mark(at.wrapping_sub(1)) == Some('№') && self.gap(at) < Gap::Paragraph;
        if self.gap(at) != Gap::None {
            return !numbered;
        }
        let Some(before) = at.checked_sub(1).and_then(|at| self.token(at)) else { return true };
        let month = |at| self.month(at).is_some_and(|month| month.calendar == Calendar::Gregorian);
        match before.kind {
            Kind::Word => self.one_of(at - 1, "و ل ب ف ال") || month(at - 1),
            Kind::Number => false,
            Kind::Mark(c) => match c {
                '$' | '£' | '€' | '#' | '№' | '+' | '٫' | ':' | '%' => false,
                '.' => month(at.wrapping_sub(2)),
                '-' | '–' | '/' | ',' | '،' => {
                    before.gap != Gap::None
                        || at.checked_sub(2).is_some_and(|at| self.any(at, Class::Edge))
                        || self.digits(at.wrapping_sub(2)).is_some()
                        || self.any(at.wrapping_sub(2), Class::Yearly)
                        || month(at.wrapping_sub(2))
                }
                _ => true,
            },
        }
    }
}
