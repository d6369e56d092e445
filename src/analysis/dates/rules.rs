//! The whole expression at a token: the longest reading that a rule gives. Each rule says what an expression that it
//! reads can begin with, since most words begin none, and those that do begin few.

use super::lexicon::{Class, bit};
use super::parser::{Match, Parser};
use super::token::{Kind, Token};
use crate::text::Lang;

/// What an expression begins with, as bits: those of the classes, and what has no class.
type Beginnings = u64;

const DIGITS: Beginnings = 1 << 63;
/// An apostrophe in English: "back in ’18".
const MARK: Beginnings = 1 << 62;
/// A word in capitals that are Roman digits.
const ROMAN: Beginnings = 1 << 61;
const NUMBER: Beginnings = DIGITS | of(&[Class::Card, Class::Ord]);
const MONTH: Beginnings = of(&[Class::Month, Class::WeakMonth, Class::ShortMonth, Class::Hijri, Class::Twin]);
const WEEKDAY: Beginnings = of(&[Class::Weekday, Class::WeakWeekday]);
const UNIT: Beginnings = of(&[Class::Unit]);
const WHICH: Beginnings = UNIT | of(&[Class::Which]);
const HEAD: Beginnings = of(&[Class::Head]);
const CARD: Beginnings = of(&[Class::Card]);
/// What an English expression goes on with behind a number in words: "two weeks", "a couple of days", "two and a half
/// years", "three Fridays", "two upcoming months".
const COUNTED: Beginnings = NUMBER | WEEKDAY | WHICH | of(&[Class::Of, Class::And]);

/// A way to read the tokens from one on; whether a like expression stands right before.
type Rule = for<'p, 't> fn(&'p Parser<'t>, usize, bool) -> Option<Match>;

const fn of(classes: &[Class]) -> Beginnings {
    match classes {
        [class, rest @ ..] => bit(*class) | of(rest),
        [] => 0,
    }
}

/// The rules, in order: of two readings as long, the first counts.
const RULES: [(Beginnings, Rule); 25] = [
    (DIGITS, |parser, at, _| parser.numeric(at)),
    (NUMBER | MONTH | UNIT | HEAD, |parser, at, _| parser.calendar_date(at)),
    (of(&[Class::Ord]) | UNIT | WEEKDAY, |parser, at, _| parser.nth(at)),
    (of(&[Class::Edge]), |parser, at, _| parser.edge(at)),
    (UNIT | HEAD, |parser, at, _| parser.named_year(at)),
    (NUMBER | ROMAN | UNIT | HEAD, |parser, at, _| parser.quarter(at)),
    (MONTH | WHICH, |parser, at, lenient| parser.month_alone(at, lenient)),
    (of(&[Class::Season]) | WHICH, |parser, at, lenient| parser.season(at, lenient)),
    (of(&[Class::Decade]) | DIGITS | MARK, |parser, at, _| parser.decade(at)),
    (of(&[Class::Dual]) | NUMBER | ROMAN | WHICH, |parser, at, _| parser.century_at(at)),
    (of(&[Class::Era, Class::Same]) | NUMBER | MARK | WHICH, |parser, at, lenient| parser.year_alone(at, lenient)),
    (NUMBER, |parser, at, _| parser.fridays(at)),
    (of(&[Class::Ago, Class::Ahead, Class::Dual]) | NUMBER | UNIT | HEAD, |parser, at, _| parser.ago(at)),
    (of(&[Class::Ahead]), |parser, at, _| parser.ahead(at)),
    (of(&[Class::Dual]) | NUMBER | WHICH, |parser, at, _| parser.stretch(at)),
    (of(&[Class::Shift]) | WHICH, |parser, at, _| parser.shift(at)),
    (of(&[Class::Following, Class::Same, Class::Dual]) | NUMBER | WHICH, |parser, at, _| parser.anchored(at)),
    (WEEKDAY | WHICH, |parser, at, _| parser.weekday(at)),
    (WHICH, |parser, at, _| parser.whole(at)),
    (of(&[Class::Feast, Class::Ord]) | UNIT | HEAD, |parser, at, _| parser.feast(at)),
    (DIGITS | UNIT, |parser, at, _| parser.day_alone(at)),
    (of(&[Class::Dual]) | NUMBER | UNIT, |parser, at, _| parser.portion(at)),
    (of(&[Class::Ord]) | UNIT, |parser, at, _| parser.bare_half(at)),
    (NUMBER, |parser, at, _| parser.bare_day(at)),
    (NUMBER, |parser, at, _| parser.bare_year_in_words(at)),
];

/// What an expression of any of these rules can begin with.
const fn any(rules: &[(Beginnings, Rule)]) -> Beginnings {
    match rules {
        [(begins, _), rest @ ..] => *begins | any(rest),
        [] => 0,
    }
}

impl Parser<'_> {
    /// What a token begins an expression as; an English article, as what follows it.
    fn beginnings(&self, at: usize) -> Beginnings {
        let at = self.skip_the(at);
        let Some(token) = self.token(at) else { return 0 };
        match token.kind {
            Kind::Number => DIGITS,
            Kind::Mark('\'' | '’' | '‘') if self.lang == Lang::En => MARK,
            Kind::Mark(_) => 0,
            Kind::Word if token.capital && self.word(at).starts_with(['I', 'V', 'X', 'Х']) => {
                token.senses.classes() | ROMAN
            }
            // Most of these are an article: "a man".
            Kind::Word if self.lang == Lang::En && token.senses.classes() & CARD != 0 && !self.counts_on(at + 1) => {
                token.senses.classes() & !CARD
            }
            Kind::Word => token.senses.classes(),
        }
    }

    /// Whether an English expression may go on at a token behind a number in words; "twenty-first" has a hyphen.
    fn counts_on(&self, at: usize) -> bool {
        let hyphen = |token: &Token| token.kind == Kind::Mark('-');
        self.token(at).is_some_and(|token| token.senses.classes() & COUNTED != 0 || hyphen(token))
    }

    /// Whether any expression can begin at a token.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        const ANY: Beginnings = any(&RULES);
        self.beginnings(at) & ANY != 0
    }

    /// The expression that begins at a token; `listed` where a like one stands right before it.
    pub(super) fn expression(&self, at: usize, listed: bool) -> Option<Match> {
        if let Some(found) = self.day_list(at).or_else(|| self.year_range(at)).or_else(|| self.weekday_pair(at)) {
            return Some(found);
        }
        let first = self.single(at, listed)?;
        if first.confidence == 0 {
            return Some(first);
        }
        let first = self.apposed(first);
        let found = self.ranged(at, &first).unwrap_or(first);
        let none = self.is_name_in_marks(at, found.end) || self.is_no_date(&found);
        let confidence = if none { 0 } else { found.confidence };
        Some(Match { confidence, ..found })
    }

    /// The longest reading without ranges.
    pub(super) fn single(&self, at: usize, lenient: bool) -> Option<Match> {
        let beginnings = self.beginnings(at);
        let mut best: Option<Match> = None;
        for (_, rule) in RULES.iter().filter(|(begins, _)| begins & beginnings != 0) {
            let Some(found) = rule(self, at, lenient) else { continue };
            if best.as_ref().is_none_or(|best| found.end > best.end) {
                best = Some(found);
            }
        }
        best.map(|best| self.anchor_which(best))
    }
}
