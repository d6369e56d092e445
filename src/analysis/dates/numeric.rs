//! Dates in digits: `2022-01-10`, `10/1/2022`, `15.02`, `11/2019`. Day first in Arabic and Russian; in English
//! by the evidence of the text.

use std::cell::OnceCell;

use super::lexicon::{Class, Lexicon};
use super::node::{Calendar, Fields, Node, YearRef};
use super::parser::{Match, Order, Parser};
use super::token::{Gap, Kind, Tokens};
use super::year::century_of;
use crate::analysis::listed::ends_in;
use crate::date::days_in_month;
use crate::text::Lang;

/// Tokens before a number in which it is said that one calls it, at most.
const LINE: usize = 12;

/// Three or two numbers with one separator.
struct Groups {
    values: [i64; 3],
    digits: [u8; 3],
    count: usize,
    separator: char,
    end: usize,
}

impl Parser<'_> {
    fn groups(&self, at: usize) -> Option<Groups> {
        let first = self.digits(at).filter(|token| token.digits <= 4)?;
        let separator = self.mark(at + 1).filter(|c| matches!(c, '/' | '.' | '-' | '\u{2010}' | '\u{2011}'))?;
        let gap = self.gap(at + 1);
        if gap > Gap::Space || (gap == Gap::Space && separator == '.') {
            return None;
        }
        let mut groups =
            Groups { values: [first.value, 0, 0], digits: [first.digits, 0, 0], count: 1, separator, end: at + 1 };
        while groups.count < 3 {
            let next = groups.end;
            let number = self.digits(next + 1).filter(|token| token.gap == gap);
            let Some(number) = number.filter(|_| self.mark(next) == Some(separator) && self.gap(next) == gap) else {
                break;
            };
            if let (Some(value), Some(digits)) =
                (groups.values.get_mut(groups.count), groups.digits.get_mut(groups.count))
            {
                (*value, *digits) = (number.value, number.digits);
            }
            groups.count += 1;
            groups.end = next + 2;
        }
        // A fourth group, or a tail of letters, makes it something else: an address, a telephone, a part number.
        let more = self.mark(groups.end) == Some(separator)
            && self.gap(groups.end) == gap
            && self.digits(groups.end + 1).is_some_and(|it| it.gap == gap);
        let colon = self.mark(groups.end) == Some(':')
            && self.digits(groups.end + 1).is_some_and(|it| it.gap == Gap::None)
            && groups.count < 3;
        let before = at > 0 && self.gap(at) == Gap::None && !self.stands_free_of_marks(at);
        (groups.count >= 2 && !more && !colon && !before).then_some(groups)
    }

    /// Whether what is glued before a numeric date may stand there: a bracket, a quotation mark, «و».
    fn stands_free_of_marks(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|at| self.token(at)).is_some_and(|token| match token.kind {
            Kind::Word => self.one_of(at - 1, "و ل ب ف"),
            Kind::Number => false,
            Kind::Mark(c) => !matches!(c, '-' | '/' | '.' | '+' | '$' | '£' | '€' | '#' | '№' | ':' | ','),
        })
    }

    pub(super) fn numeric(&self, at: usize) -> Option<Match> {
        let groups = self.groups(at).filter(|_| !self.is_numbered(at))?;
        if groups.count == 3 { self.three_groups(at, &groups) } else { self.two_groups(at, &groups) }
    }

    /// Whether what stands before says that a telephone, a file or a case has this number: «هاتف: 22-10-1998».
    fn is_numbered(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1 + usize::from(matches!(self.mark(at.wrapping_sub(1)), Some(':'))));
        self.gap(at) < Gap::Paragraph
            && self.one_of(
                before,
                "هاتف تلفون جوال فاكس رقم phone telephone tel fax no number телефон телефону тел факс номер",
            )
    }

    fn three_groups(&self, at: usize, groups: &Groups) -> Option<Match> {
        // «Телефон для жалоб: 3-03-21».
        let called = |at: usize| self.fold(at).starts_with("телефон") || self.one_of(at, "тел звонить звоните факс");
        // «8 (41531) 2-20-22»: behind a code.
        let code = matches!(self.mark(at.wrapping_sub(1)), Some(')')) && self.digits(at.wrapping_sub(2)).is_some();
        if groups.separator == '-' && self.lang == Lang::Ru && (code || self.before_in_sentence(at, LINE).any(called)) {
            return None;
        }
        let [a, b, c] = groups.values;
        let [da, db, dc] = groups.digits;
        let mut confidence = 98;
        let (year, month, day) = if da == 4 && db <= 2 && dc <= 2 {
            (a, b, c)
        } else if da <= 2 && db <= 2 && (dc == 4 || (dc == 2 && self.short_year_fits(groups))) {
            let year = if dc == 4 { c } else { century_of(c) };
            let (day, month, sure) = self.day_and_month(a, b)?;
            confidence = if sure { 98 } else { 60 };
            (year, month, day)
        } else {
            return None;
        };
        let mut end = groups.end;
        let era = self.era(end);
        let hijri =
            matches!(era, Some((2, _))) || (self.lang == Lang::Ar && (1300..=1500).contains(&year) && era.is_none());
        if let Some((_, after)) = era {
            end = after;
        }
        end = self.skip_year_unit(end);
        let calendar = if hijri { Calendar::Hijri } else { Calendar::Gregorian };
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let last = if hijri { 30 } else { days_in_month(year, month) };
        let known = (1..=12).contains(&month) && (1..=last).contains(&day) && (hijri || (1000..=2999).contains(&year));
        let fields =
            Fields { calendar, year: YearRef::Known(year), month: Some(month), day: Some(day), ..Fields::default() };
        let rule = if da == 4 { "iso" } else { "numeric" };
        known.then_some(Match { node: Node::Date(fields), start: at, end, rule, confidence })
    }

    /// Two digits of a year: with two padded groups, or slashes, or alone.
    fn short_year_fits(&self, groups: &Groups) -> bool {
        let padded = groups.digits == [2, 2, 2];
        groups.separator == '/' || (padded && groups.separator == '.') || self.alone(0, groups.end)
    }

    /// Day, month, and whether the order is sure.
    fn day_and_month(&self, a: i64, b: i64) -> Option<(i64, i64, bool)> {
        let day_first = (1..=31).contains(&a) && (1..=12).contains(&b);
        let month_first = (1..=12).contains(&a) && (1..=31).contains(&b);
        match (day_first, month_first) {
            (true, false) => Some((a, b, true)),
            (false, true) => Some((b, a, self.lang == Lang::En)),
            (true, true) if a == b => Some((a, b, true)),
            (true, true) if self.lang != Lang::En || self.order() == Order::DayFirst => Some((a, b, true)),
            (true, true) => Some((b, a, self.order() == Order::MonthFirst)),
            _ => None,
        }
    }

    /// Whether two numbers stand in the dateline of an Arabic agency: «الكويت - 17 - 11 (كونا)».
    fn is_dateline(&self, at: usize, end: usize) -> bool {
        const PLACE: usize = 4;
        let dashes = matches!(self.mark(at.wrapping_sub(1)), Some('-' | '–')) && self.mark(end) == Some('(');
        let first = (2..=PLACE + 1).filter_map(|back| at.checked_sub(back)).find(|at| !self.is_word(*at));
        self.lang == Lang::Ar && dashes && first.is_some_and(|at| self.gap(at) == Gap::Paragraph)
    }

    fn two_groups(&self, at: usize, groups: &Groups) -> Option<Match> {
        let [a, b, _] = groups.values;
        let [da, db, _] = groups.digits;
        let alone = self.alone(at, groups.end + usize::from(self.mark(groups.end) == Some('.')));
        let alone = alone || self.is_dateline(at, groups.end);
        let make = |fields: Fields, end, confidence| {
            Some(Match { node: Node::Date(fields), start: at, end, rule: "numeric", confidence })
        };
        // A month and a year: 11/2019, and where nothing else can be meant 2014-10.
        let (month, year) = if db == 4 && da <= 2 { (a, b) } else { (b, a) };
        let paired = (db == 4 && da <= 2 && matches!(groups.separator, '/' | '.')) || (da == 4 && db == 2 && alone);
        if paired && (1..=12).contains(&month) && (1900..=2100).contains(&year) {
            let fields = Fields { year: YearRef::Known(year), month: u8::try_from(month).ok(), ..Fields::default() };
            return make(fields, self.skip_year_unit(groups.end), 85);
        }
        if da > 2 || db > 2 {
            return None;
        }
        let introduced = self.gap(at) < Gap::Paragraph
            && at.checked_sub(1).is_some_and(|before| match self.lang {
                Lang::Ar => self.one_of(before, "في بتاريخ يوم تاريخ"),
                Lang::En => self.one_of(before, "on dated"),
                Lang::Ru => self.one_of(before, "до от с по на к"),
            });
        let weekday = at.checked_sub(1).is_some_and(|at| self.any(at, Class::Weekday))
            || at
                .checked_sub(2)
                .is_some_and(|before| self.mark(at - 1) == Some(',') && self.any(before, Class::Weekday));
        // «споёт в филармонии 14.03, начало в 18:30»: behind a word that takes no number, and of nothing.
        let previous = at.wrapping_sub(1);
        let versions = "версия версии версию пункт пункта пункте статья статьи курс курса индекс";
        let takes = self.any(previous, Class::In) || self.any(previous, Class::To) || self.any(previous, Class::Approx);
        let bare = self.lang == Lang::Ru
            && (self.is_word(previous) || self.mark(previous) == Some('»'))
            && !(takes || self.one_of(previous, "в") || self.one_of(previous, versions))
            && (!self.is_word(groups.end)
                || ends_in(self.fold(groups.end), &["ил", "ал", "ыл", "ила", "ала", "ыла", "или", "али", "ыли"]))
            && da == 2
            && db == 2
            && groups.separator == '.';
        let written = match (self.lang, groups.separator) {
            (_, '/') => true,
            (Lang::Ar, '-') => a > 12 || b > 12,
            // Up to 24, "до 18.10" may be a time of day.
            (Lang::Ru, '.') if a <= 24 && !self.one_of(at.wrapping_sub(1), "от к") => weekday,
            (Lang::Ru, '.') => da == 2 && db == 2 && a <= 31 && !self.has(groups.end, Class::Counted),
            _ => false,
        };
        if !(alone || bare || (introduced || weekday) && written) {
            return None;
        }
        let (day, month, sure) = self.day_and_month(a, b)?;
        let fields = Fields { month: u8::try_from(month).ok(), day: u8::try_from(day).ok(), ..Fields::default() };
        let valid = fields.month.zip(fields.day).is_some_and(|(month, day)| day <= days_in_month(2024, month));
        let end = groups.end + usize::from(alone && self.mark(groups.end) == Some('.'));
        if valid { make(fields, end, if sure { 75 } else { 55 }) } else { None }
    }

    /// The order of the text's numeric dates.
    fn order(&self) -> Order {
        *self.order.get_or_init(|| order_of_text(self.text, self.lang, self.lexicon))
    }

    /// Adds what the number at a token tells of the order of numeric dates.
    fn note_order(&self, at: usize, evidence: &mut Evidence) {
        let Some(number) = self.digits(at) else { return };
        if let Some(groups) = self.groups(at).filter(|groups| groups.count == 3 && groups.digits[0] <= 2) {
            let [a, b, _] = groups.values;
            evidence.digits += i64::from(a > 12 && b <= 12) - i64::from(b > 12 && a <= 12);
        }
        if number.digits <= 2 {
            let behind = self.month(at + 1).is_some_and(|_| self.gap(at + 1) == Gap::Space);
            let before = at.checked_sub(1).is_some_and(|at| self.month(at).is_some() && self.capital(at));
            evidence.words += i64::from(behind) - i64::from(before);
        }
    }
}

/// What a text tells of the order of its numeric dates: above zero where the day stands first.
#[derive(Default)]
struct Evidence {
    /// From dates in digits that can be read one way only.
    digits: i64,
    /// From dates in words.
    words: i64,
}

/// The order of numeric dates, from those that can be read one way only, else from those in words.
fn order_of_text(text: &str, lang: Lang, lexicon: &Lexicon) -> Order {
    let mut tokens = Tokens::of(text, lang, lexicon);
    let mut evidence = Evidence::default();
    let mut at = 0;
    loop {
        let until = tokens.move_to(at);
        if until == at {
            break;
        }
        let order = OnceCell::new();
        let parser = Parser { text, tokens: &tokens, lexicon, lang, order: &order };
        (at..until).for_each(|at| parser.note_order(at, &mut evidence));
        at = until;
    }
    match (evidence.digits, evidence.words) {
        (1.., _) | (0, 1..) => Order::DayFirst,
        (..=-1, _) | (0, ..=-1) => Order::MonthFirst,
        _ => Order::Unknown,
    }
}
