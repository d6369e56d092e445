//! Years, decades and centuries, and what of numbers they are told from.

use super::lexicon::Class;
use super::node::{Calendar, Fields, Node, YearRef};
use super::parser::{Match, Number, Parser};
use super::token::{Gap, Kind};
use crate::text::Lang;

/// Two-digit years up to this one are of this century: «двадцать второго», '22.
const PIVOT: i64 = 34;
/// The Gregorian years that a bare number may be.
const YEARS: std::ops::RangeInclusive<i64> = 1000..=2100;

/// Tokens of a month with two names between «منذ» and its year, at most.
const SINCE_REACH: usize = 6;

/// Arabic adverbs, which are not counted though they end so: «سمعنا هذا الكلام في 2017 أيضاً».
const ADVERBS: &str = "ايضا مثلا تقريبا معا سابقا لاحقا تحديدا تماما مجددا حاليا رسميا اصلا خصوصا";

impl Parser<'_> {
    /// The era behind a year, and where it ends: «هـ», "BC", «до н. э.», «ق.م».
    pub(super) fn era(&self, at: usize) -> Option<(i64, usize)> {
        if let Some(era) = self.at(at, Class::Era) {
            return Some((
                era,
                at + 1
                    + usize::from(
                        self.lang == Lang::Ar
                            && self.mark(at + 1) == Some('.')
                            && self.fold(at).len() == 2
                            && self.gap(at + 2) == Gap::None,
                    ),
            ));
        }
        let pair = |at: usize| (self.fold(at), self.mark(at + 1) == Some('.'), self.fold(at + 2));
        let (before, from) = if self.one_of(at, "до") { (1, at + 1) } else { (0, at) };
        let era = match pair(from) {
            ("н", true, "э") => before,
            ("ق", true, "م") | ("b", true, "c") => 1,
            ("a", true, "d") => 0,
            _ => return None,
        };
        let end = from + 3;
        Some((
            era,
            end + usize::from(self.mark(end) == Some('.') && self.gap(end) == Gap::None && self.lang != Lang::Ar),
        ))
    }

    /// Whether a number before `at` counts what follows: «2022 طناً», "2,024 contracts", "50%".
    fn counts(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.gap < Gap::Paragraph) else { return false };
        match token.kind {
            Kind::Mark(c) => {
                matches!(c, '%' | '$' | '€' | '£' | '٪' | '°')
                    || (matches!(c, ':' | '/' | '.' | ',' | '+')
                        && token.gap == Gap::None
                        && self.digits(at + 1).is_some_and(|it| it.gap == Gap::None))
            }
            Kind::Word => {
                let word = self.text.get(token.start..token.end).unwrap_or_default();
                // «وسجلت سنة 2021 تراجعاً».
                let year = self.is_value(at.wrapping_sub(2), Class::Unit, 5);
                // «ولدت في العام 1921 لأسرة فقيرة»: what has a preposition is not counted.
                (self.has(at, Class::Counted) && !token.preposition)
                    || (self.has(at, Class::Unit) && self.lang != Lang::Ru)
                    || (self.lang == Lang::Ar
                        && !year
                        && !self.one_of(at, ADVERBS)
                        && (word.ends_with('\u{64B}') || word.ends_with("ًا")))
            }
            Kind::Number => false,
        }
    }

    /// An Arabic year right behind its month that a noun follows which it does not count: behind a day the number can be
    /// nothing else, and «2021 مشروع» would be «2021 مشروعاً» as a count.
    pub(super) fn plain_year(&self, at: usize, fields: &Fields) -> Option<i64> {
        let token = self.digits(at).filter(|it| self.lang == Lang::Ar && it.digits == 4 && it.gap == Gap::Space)?;
        let fits = fields.calendar == Calendar::Gregorian && YEARS.contains(&token.value) && self.is_word(at + 1);
        let word = self.word(at + 1);
        let counted = word.ends_with(['ة', 'ا', '\u{64B}']) || !(11..=99).contains(&(token.value % 100));
        let behind = self.era(at + 1).is_none() && self.gap(at + 1) == Gap::Space;
        // «منذ ديسمبر 2014 نزاعاً».
        let since = (1..=SINCE_REACH).filter_map(|back| at.checked_sub(back)).any(|at| self.one_of(at, "منذ"));
        // «دُشّن في يناير 1986 نصباً»: what one does, where the noun is none of those that news counts.
        let object =
            word.ends_with(['ا', '\u{64B}']) && !self.has(at + 1, Class::Counted) && !self.has(at + 1, Class::Unit);
        let plain = fields.day.is_some() || since || !counted || object;
        (fits && behind && self.counts(at + 1) && plain).then_some(token.value)
    }

    /// "3Q", "2Q19", "4Q 2017".
    pub(super) fn quarter_by_letter(&self, at: usize) -> Option<Match> {
        let touches = self.gap(at + 1) == Gap::None && self.one_of(at + 1, "q") && self.capital(at + 1);
        let number = self.digits(at).filter(|it| touches && it.digits == 1 && (1..=4).contains(&it.value))?;
        let mut fields = Fields { quarter: u8::try_from(number.value).ok(), ..Fields::default() };
        let mut end = at + 2;
        if let Some(year) = self.digits(end).filter(|it| it.gap == Gap::None) {
            let short = if year.digits == 2 { 2000 } else { 0 };
            fields.year = YearRef::Known(year.value + short);
            end += 1;
            if !matches!(year.digits, 2 | 4) {
                return None;
            }
        } else if let Some((year, after)) = self.year_of_period(end) {
            (fields.year, end) = (year, after);
        }
        Some(Match { node: Node::Date(fields), start: at, end, rule: "quarter", confidence: 88 })
    }

    /// A year that stands behind a month, season or quarter.
    pub(super) fn year_behind(&self, at: usize, calendar: Calendar) -> Option<(YearRef, usize)> {
        let dash = usize::from(
            matches!(self.mark(at), Some('-' | '–'))
                && self.gap(at) == Gap::Space
                && self.gap(at + 1) == Gap::Space
                && self.lang == Lang::Ar,
        );
        let comma = usize::from(
            self.lang != Lang::Ru && matches!(self.mark(at), Some(',' | '،')) && self.digits(at + 1).is_some(),
        );
        let from = at + dash + comma;
        if self.gap(from) == Gap::Paragraph {
            return None;
        }
        if let Some(found) = self.year_number(from, calendar) {
            return Some(found);
        }
        if dash + comma > 0 {
            return None;
        }
        let of = match self.lang {
            Lang::Ar => from + usize::from(self.one_of(from, "من في") && self.is_word(from)),
            Lang::En => self.skip(from, Class::Of),
            Lang::Ru => from,
        };
        self.year_named(of, calendar).or_else(|| (of > from).then(|| self.year_number(of, calendar)).flatten())
    }

    /// A year in digits or, in Russian, ordinals: with what belongs to it behind.
    pub(super) fn year_number(&self, at: usize, calendar: Calendar) -> Option<(YearRef, usize)> {
        if matches!(self.mark(at), Some('\'' | '’' | '‘'))
            && self.digits(at + 1).is_some_and(|it| it.digits == 2 && it.gap == Gap::None)
        {
            let value = self.digits(at + 1)?.value;
            return Some((YearRef::Known(century_of(value)), at + 2));
        }
        let number = self.number(at).filter(|number| !number.decade)?;
        if number.digits > 0 && !self.stands_free(at) {
            return None;
        }
        let unit = self.lang == Lang::Ru && self.at_value(number.end, Class::Unit, 5);
        let value = match (number.digits, calendar) {
            (4, Calendar::Gregorian) if YEARS.contains(&number.value) => number.value,
            (3..=4, Calendar::Hijri) if (1..=1600).contains(&number.value) => number.value,
            (0, _) if self.lang == Lang::Ru && number.ordinal && number.value >= 1000 => number.value,
            (0, _)
                if self.lang == Lang::Ru
                    && number.ordinal
                    && number.value < 100
                    && (unit || number.value > 31 || self.is_in_month(at)) =>
            {
                century_of(number.value)
            }
            (2, Calendar::Gregorian) if self.is_short_year(at, number, unit) => century_of(number.value),
            (1..=4, _) if self.era(number.end).is_some() && number.value > 0 => number.value,
            _ => return None,
        };
        // «на девяносто втором году жизни».
        let of_life =
            self.lang == Lang::Ru && number.digits == 0 && self.one_of(number.end + 1, "жизни правления службы");
        if of_life || self.counts(number.end) && self.era(number.end).is_none() {
            return None;
        }
        let mut end = self.skip_year_unit(number.end);
        let mut year = value;
        if let Some((era, after)) = self.era(end)
            && (era == 2) == (calendar == Calendar::Hijri)
        {
            end = after;
            year = if era == 1 { 1 - value } else { value };
        }
        Some((YearRef::Known(year), end))
    }

    /// Whether two digits are a year: «с 91-го года», but «на 71-м году жизни»; «سنة 86», but «25 سنة 40 منها».
    fn is_short_year(&self, at: usize, number: Number, unit: bool) -> bool {
        let before = at.wrapping_sub(1);
        let named = match self.lang {
            // «зимы 84-го», «в августе 91-го».
            Lang::Ru => {
                let behind = || self.any(before, Class::Season) || self.month(before).is_some() && self.is_in_month(at);
                number.ordinal && (unit && !self.one_of(before, "на") || self.one_of(number.end - 1, "го") && behind())
            }
            Lang::Ar => self.one_of(before, "سنه عام") && self.digits(before.wrapping_sub(1)).is_none(),
            Lang::En => false,
        };
        named && number.value > 31
    }

    /// Whether an ordinal stands behind the month or season that something was in: «в августе восемнадцатого», «осенью
    /// девятнадцатого».
    fn is_in_month(&self, at: usize) -> bool {
        let month = at.wrapping_sub(1);
        let season = self.one_of(month, "весной летом осенью зимой") && self.fold(at).ends_with("ого");
        season || self.month(month).is_some() && self.fold(month).ends_with('е')
    }

    /// Behind «года», «г.», where it follows a year in Russian.
    pub(super) fn skip_year_unit(&self, at: usize) -> usize {
        if self.lang != Lang::Ru || !self.at_value(at, Class::Unit, 5) || self.one_of(at, "лет") {
            return at;
        }
        let dot = self.one_of(at, "г гг") && self.mark(at + 1) == Some('.') && self.gap(at + 1) == Gap::None;
        at + 1 + usize::from(dot)
    }

    /// «العام الماضي», «هذه السنة», «عام 2011», "last year", «прошлого года», «с. г.», "the same year".
    pub(super) fn year_named(&self, at: usize, calendar: Calendar) -> Option<(YearRef, usize)> {
        if self.gap(at) == Gap::Paragraph && at > 0 {
            return None;
        }
        if self.lang == Lang::Ru && self.one_of(at, "с т") && self.mark(at + 1) == Some('.') && self.one_of(at + 2, "г")
        {
            return Some((YearRef::By(0), at + 3 + usize::from(self.mark(at + 3) == Some('.'))));
        }
        if let Some((5, by, end)) = self.which_unit(at) {
            return Some((YearRef::By(by), end));
        }
        let after_the = self.skip_the(at);
        if self.has(after_the, Class::Same) && self.at_value(after_the + 1, Class::Unit, 5) {
            return Some((YearRef::Same(0), after_the + 2));
        }
        if self.lang == Lang::En
            && after_the > at
            && self.one_of(after_the, "following")
            && self.at_value(after_the + 1, Class::Unit, 5)
        {
            return Some((YearRef::Same(1), after_the + 2));
        }
        // «من نفس العام».
        if self.lang == Lang::Ar && self.one_of(at, "نفس ذات") && self.at_value(at + 1, Class::Unit, 5) {
            return Some((YearRef::Same(0), at + 2));
        }
        // «من ذلك العام».
        if self.one_of(at, "ذلك تلك") && self.at_value(at + 1, Class::Unit, 5) && self.definite(at + 1) {
            return Some((YearRef::Same(0), at + 2));
        }
        // «Съёмки начались весной этого года, премьера — осенью следующего».
        let short = self.one_of(at, "прошлого этого нынешнего следующего будущего позапрошлого");
        if short && !self.is_word(at + 1) && self.gap(at) < Gap::Line {
            return Some((YearRef::By(self.is(at, Class::Which)?), at + 1));
        }
        if !self.is_value(at, Class::Unit, 5) || self.lang == Lang::Ru {
            return None;
        }
        if self.definite(at) && self.has(at + 1, Class::Following) && self.lang == Lang::Ar {
            return Some((YearRef::Same(1), at + 2));
        }
        if self.has(at + 1, Class::Same) && self.lang == Lang::Ar {
            return Some((YearRef::Same(0), at + 2));
        }
        let number = self.number(at + 1).filter(|_| self.gap(at + 1) < Gap::Paragraph)?;
        if number.digits == 0 && number.value >= 1000 {
            return Some((YearRef::Known(number.value), number.end));
        }
        self.year_number(at + 1, calendar)
    }

    /// A year that stands alone.
    pub(super) fn year_alone(&self, at: usize, lenient: bool) -> Option<Match> {
        let make = |year, calendar, start, end, confidence| {
            let fields = Fields { calendar, year, ..Fields::default() };
            Some(Match { node: Node::Date(fields), start, end, rule: "year", confidence })
        };
        if self.is_value(at, Class::Unit, 5) && self.lang != Lang::Ru {
            let calendar = self.calendar_of_year(at + 1);
            // «القرار رقم 45 لسنة 2019»: the year is part of the number.
            let number = self.lang == Lang::Ar
                && self.token(at).is_some_and(|token| token.preposition)
                && self.digits(at.wrapping_sub(1)).is_some();
            if number && self.digits(at + 1).is_some() {
                return make(YearRef::None, calendar, at, at + 2, 0);
            }
            let (year, end) = self.year_named(at, calendar).filter(|(year, _)| matches!(year, YearRef::Known(_)))?;
            return make(year, calendar, at, end, 98);
        }
        if self.lang == Lang::En && self.is_value(at, Class::Era, 0) && self.one_of(at, "ad") {
            let year = self.digits(at + 1).filter(|token| token.digits <= 4 && token.gap == Gap::Space)?;
            return make(YearRef::Known(year.value), Calendar::Gregorian, at, at + 2, 90);
        }
        if self.lang == Lang::En
            && let Some((YearRef::Same(by), end)) = self.year_named(at, Calendar::Gregorian)
        {
            return make(YearRef::Same(by), Calendar::Gregorian, at, end, 75);
        }
        if let Some((year, end)) = self.year_in_two_digits(at) {
            return make(year, Calendar::Gregorian, at, end, 80);
        }
        let number = self.number(at)?;
        if number.decade || (number.digits > 0 && !self.stands_free(at)) {
            return None;
        }
        let calendar = self.calendar_of_year(at);
        let (YearRef::Known(year), end) = self.year_number(at, calendar)? else { return None };
        let firm = end > number.end || (self.lang == Lang::Ru && number.ordinal && number.digits == 4);
        // «первый год» counts; «восемьдесят первый год» and «двадцать второй год» name.
        let counting = number.value <= 31 && number.end == at + 1;
        if number.digits == 0 && (end == number.end || counting) {
            return None;
        }
        let place = self.lang == Lang::Ru && firm && self.preceded(at, Class::Place);
        let confidence = match () {
            () if place => return None,
            () if firm => 97,
            () if lenient || self.alone(at, end) => 80,
            () if self.year_has_evidence(at, end, &number) => 85,
            () => return None,
        };
        make(YearRef::Known(year), calendar, at, end, confidence)
    }

    /// "back in ’18".
    fn year_in_two_digits(&self, at: usize) -> Option<(YearRef, usize)> {
        let before = at.checked_sub(1).filter(|_| self.lang == Lang::En && self.mark(at).is_some())?;
        let led = self.is_value(before, Class::In, 0)
            || self.one_of(before, "of by about since from until before after like");
        if led { self.year_number(at, Calendar::Gregorian) } else { None }
    }

    fn calendar_of_year(&self, at: usize) -> Calendar {
        let hijri = self.number(at).and_then(|number| self.era(number.end)).is_some_and(|(era, _)| era == 2);
        if hijri { Calendar::Hijri } else { Calendar::Gregorian }
    }

    /// Whether an English plural follows, as behind a count.
    pub(super) fn plural_follows(&self, at: usize) -> bool {
        let word = self.fold(at);
        self.lang == Lang::En
            && self.gap(at) == Gap::Space
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
    }
}

/// Puts a year of two digits into its century.
pub(super) fn century_of(value: i64) -> i64 {
    if value > PIVOT { 1900 + value } else { 2000 + value }
}
