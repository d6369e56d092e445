//! Expressions that hang on another day: yesterday, last week, days of the week, "two weeks ago", "in three days",
//! «الأيام الثلاثة الماضية».

use super::counted_on::BY_ONE;
use super::lexicon::Class;
use super::node::{Fields, Node, Unit};
use super::parser::{Match, Parser};
use super::token::Gap;
use crate::text::Lang;

/// Counts beyond this are no dates: "10,000 years ago".
pub(super) const LARGEST_COUNT: i64 = 300;

/// How long a unit is in thirtieths of a month, in which quantities are added up; 0 for what nothing is added to.
fn thirtieths(unit: Unit) -> i64 {
    match unit {
        Unit::Day | Unit::Thirtieth => 1,
        Unit::Week => 7,
        Unit::Month => 30,
        Unit::Year => 360,
        Unit::Decade => 3600,
        _ => 0,
    }
}

pub(super) fn found(node: Node, start: usize, end: usize, rule: &'static str, confidence: u8) -> Match {
    Match { node, start, end, rule, confidence }
}

impl Parser<'_> {
    /// «الأسبوع الماضي», "last week", «прошлой неделе», «هذا العام»: the unit's number, how many from the anchor's,
    /// and the end.
    pub(super) fn which_unit(&self, at: usize) -> Option<(i64, i64, usize)> {
        if self.lang != Lang::Ar {
            let which_at = self.skip_which(self.skip_the(at));
            let which = self.is(which_at, Class::Which)?;
            let unit = self.at(which_at + 1, Class::Unit).filter(|unit| matches!(unit, 1..=3 | 5..=8))?;
            let anaphoric =
                (which_at > at && self.one_of(which_at, "next")) || (unit == 5 && self.one_of(which_at, "following"));
            let plural = self.lang == Lang::En && unit != 8 && self.fold(which_at + 1).ends_with('s');
            let soon = unit == 8 && self.one_of(which_at, "coming upcoming");
            return (!anaphoric && !plural).then_some((unit, if soon { 0 } else { which }, which_at + 2));
        }
        if self.one_of(at, "هذا هذه") {
            let unit = self.at(at + 1, Class::Unit).filter(|unit| matches!(unit, 1..=8))?;
            return (self.definite(at + 1) || unit == 8).then_some((unit, 0, at + 2));
        }
        let unit = self.is(at, Class::Unit).filter(|unit| matches!(unit, 1..=8))?;
        if !(self.definite(at) || unit == 8) {
            return None;
        }
        // «الاجتماع الثلاثي المقبل» is of three.
        if self.word(at.wrapping_sub(1)).starts_with("ال") && self.one_of(at, "ثلاثي سداسي") {
            return None;
        }
        let title = unit == 5 && at > 0 && self.preceded(at, Class::Title);
        // «العام قبل الماضي» is the one before the last.
        let at = at + usize::from(unit == 5 && self.is_kind_of_year(at + 1));
        // «الأسبوع الذي مضى», «السنة اللي فاتت».
        if self.one_of(at + 1, "ذي تي اللي الي") {
            let gone = self.one_of(at + 2, "مضي مضت انقضي انقضت انصرم انصرمت فات فاتت عدي عدت راح راحت");
            let coming = self.one_of(at + 2, "جاي جايه جي");
            return (gone || coming).then_some((unit, if gone { -1 } else { 1 }, at + 3));
        }
        let beyond = usize::from(self.is_word(at + 1) && self.one_of(at + 1, "قبل بعد"));
        let which = self.at(at + 1 + beyond, Class::Which).filter(|_| self.definite(at + 1 + beyond))?;
        let reach = i64::try_from(beyond).unwrap_or_default();
        (!title).then_some((unit, which + which.signum() * reach, at + 2 + beyond))
    }

    /// «العام الدراسي المقبل»: what stands between the year and which one it is.
    pub(super) fn is_kind_of_year(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "الدراسي"
                | "الدراسية"
                | "المالي"
                | "المالية"
                | "الجامعي"
                | "الجامعية"
                | "الهجري"
                | "الميلادي"
        )
    }

    /// Behind "this" in "this past week", "this coming Friday".
    pub(super) fn skip_which(&self, at: usize) -> usize {
        at + usize::from(self.one_of(at, "this") && self.has(at + 1, Class::Which))
    }

    pub(super) fn whole(&self, at: usize) -> Option<Match> {
        if let Some(found) = self.bare_weekend(at) {
            return Some(found);
        }
        let (unit, by, end) = self.which_unit(at)?;
        let unit = Unit::of(unit)?;
        // «все эти годы»: how long.
        if self.one_of(at, "эти") && self.one_of(at.wrapping_sub(1), "все") {
            return None;
        }
        if unit == Unit::Month && self.one_of(at.wrapping_sub(1), "مثل") {
            return self.same_day_in_year(at - 1, end, None);
        }
        if self.one_of(end - 2, "past") && unit != Unit::Weekend {
            return Some(found(Node::Stretch { unit, count: -1 }, at, end, "stretch", 70));
        }
        if matches!(unit, Unit::Half | Unit::Century) {
            return None;
        }
        Some(found(Node::Whole { unit, by }, at, end, "which-unit", 92))
    }

    /// «نهاية الأسبوع», "over the weekend", «в выходные».
    fn bare_weekend(&self, at: usize) -> Option<Match> {
        let from = self.skip_the(at);
        if !self.is_value(from, Class::Unit, 8) || self.which_unit(at).is_some() {
            return None;
        }
        let introduced = self.preceded(at, Class::In) || self.one_of(at.wrapping_sub(1), "at over on");
        let fits = match self.lang {
            Lang::Ar => introduced,
            // "The weekend of 21-22 April" is told by its days.
            Lang::En => from > at && introduced && self.one_of(from, "weekend") && !self.one_of(from + 1, "of"),
            // «по выходным»: on any of them.
            Lang::Ru if self.one_of(at.wrapping_sub(1), "по") => false,
            // «к выходным похолодает», but «в выходных данных».
            Lang::Ru => {
                let next = self.fold(from + 1);
                let oblique =
                    self.one_of(from, "выходных выходным") && self.one_of(at.wrapping_sub(1), "к на до после");
                let oblique = oblique && !next.starts_with("дн") && !next.starts_with("дан");
                introduced && (oblique || self.one_of(from, "выходные") || !self.is_word(from + 1))
            }
        };
        fits.then(|| found(Node::Whole { unit: Unit::Weekend, by: 0 }, at, from + 1, "weekend", 75))
    }

    /// "two weeks ago", «قبل نحو عام», «неделю назад».
    pub(super) fn ago(&self, at: usize) -> Option<Match> {
        if self.lang == Lang::Ar {
            return self.arabic_distance(at);
        }
        // «годом ранее».
        if self.one_of(at, BY_ONE) && self.one_of(at + 1, "ранее раньше") {
            let unit = Unit::of(self.is(at, Class::Unit)?)?;
            return Some(found(Node::Whole { unit, by: -1 }, at, at + 2, "distance", 80));
        }
        if let Some(later) = self.later_in_russian(at).filter(|_| self.lang == Lang::Ru) {
            return Some(later);
        }
        let (unit, count, end) = self.quantity(at)?;
        let behind = self.has(end, Class::Ago).then_some(-1);
        let ahead = || self.at(end, Class::Ahead).filter(|place| *place == 1).map(|_| 1);
        let sign = behind.or_else(ahead)?;
        if self.gap(end) == Gap::Paragraph {
            return None;
        }
        if let Some(exact) = self.counted_from_today(at, unit, sign * count, end) {
            return Some(exact);
        }
        // "two weeks ago Tuesday".
        let named = end + 1 + usize::from(self.one_of(end + 1, "on"));
        let weekday = self.weekday_name(named).filter(|(_, weak, _)| {
            unit == Unit::Week && sign < 0 && self.lang == Lang::En && !weak && self.gap(named) < Gap::Line
        });
        let (weekday, end) = weekday.map_or((None, end + 1), |(day, _, end)| (Some(day), end));
        Some(found(Node::Shift { unit, by: sign * count, weekday }, at, end, "distance", 85))
    }

    /// A count and its unit, with what is added to it in smaller ones: «три недели», «سنة وثلاثة أشهر», "a month and a
    /// half".
    pub(super) fn quantity(&self, at: usize) -> Option<(Unit, i64, usize)> {
        let (unit, count, mut end) = self.simple_quantity(at)?;
        let (mut least, mut total) = (thirtieths(unit), thirtieths(unit) * count);
        while least > 1
            && let Some(next) = self.behind_and(end)
        {
            let article = usize::from(self.lang == Lang::En && self.one_of(next, "a"));
            if self.one_of(next + article, "نصف half") {
                (total, end, least) = (total + least / 2, next + article + 1, 0);
                // «شهر ونصف الشهر».
                end += usize::from(self.definite(end) && self.has(end, Class::Unit));
            } else if let Some((smaller, more, after)) = self.simple_quantity(next)
                && (1..least).contains(&thirtieths(smaller))
                && self.gap(next) < Gap::Paragraph
            {
                least = thirtieths(smaller);
                (total, end) = (total + least * more, after);
            } else {
                break;
            }
        }
        Some(match total {
            _ if least == thirtieths(unit) => (unit, count, end),
            total if total % 30 == 0 => (Unit::Month, total / 30, end),
            total => (Unit::Thirtieth, total, end),
        })
    }

    /// Behind the "and" between two quantities.
    pub(super) fn behind_and(&self, at: usize) -> Option<usize> {
        let joined = self.token(at)?.and;
        let and = self.has(at, Class::And) || (self.lang == Lang::Ar && self.one_of(at, "و"));
        (joined || and).then(|| at + usize::from(!joined))
    }

    /// Fortnights and half-years are turned into the smaller unit.
    fn simple_quantity(&self, at: usize) -> Option<(Unit, i64, usize)> {
        if self.lang == Lang::Ar
            && let Some(dual) = self.is(at, Class::Dual)
        {
            return Some((Unit::of(dual)?, 2, at + 1));
        }
        if let Some(found) = self.fraction(at) {
            return Some(found);
        }
        let number = self.number(at).filter(|number| !number.ordinal && (number.digits == 0 || self.stands_free(at)));
        let (count, unit_at) = match number {
            Some(number) => (number.value, number.end),
            None => (1, at),
        };
        let unit_at = self.skip(unit_at, Class::Of);
        if number.is_none() && self.lang == Lang::En {
            return None;
        }
        let half_at = unit_at + 1 + usize::from(self.one_of(unit_at + 1, "a"));
        if number.is_some() && self.one_of(unit_at, "and с") && self.one_of(half_at, "half половиной") {
            return self.and_a_half(count, half_at + 1);
        }
        let unit = if number.is_some() { self.at(unit_at, Class::Unit) } else { self.is(unit_at, Class::Unit) }?;
        let bare_plural = number.is_none() && self.is_plural(unit_at);
        if bare_plural || count > LARGEST_COUNT || self.definite(unit_at) {
            return None;
        }
        match unit {
            11 => Some((Unit::Week, 2 * count, unit_at + 1)),
            // «بعد فترة» tells of no length.
            12 if self.lang == Lang::Ar => None,
            12 => Some((Unit::Month, 6 * count, unit_at + 1)),
            13 => Some((Unit::Year, 50 * count, unit_at + 1)),
            unit => Some((
                Unit::of(unit)
                    .filter(|it| !matches!(it, Unit::Half | Unit::Quarter | Unit::Weekend | Unit::TenDays))?,
                count,
                unit_at + 1,
            )),
        }
    }

    /// «نصف قرن», "half a century", «полтора года», "a year and a half".
    fn fraction(&self, at: usize) -> Option<(Unit, i64, usize)> {
        let century = |at: usize| self.at_value(at, Class::Unit, 7);
        match self.fold(at) {
            "نصف" if century(at + 1) => Some((Unit::Year, 50, at + 2)),
            "ربع" if century(at + 1) => Some((Unit::Year, 25, at + 2)),
            "half" if century(at + 2) => Some((Unit::Year, 50, at + 3)),
            "полтора" | "полутора" | "полторы" => self.and_a_half(1, at + 1),
            _ => None,
        }
    }

    /// So many of the unit at a token and a half: «полтора года», «два с половиной года», "two and a half years".
    fn and_a_half(&self, count: i64, at: usize) -> Option<(Unit, i64, usize)> {
        let size = thirtieths(Unit::of(self.at(at, Class::Unit)?)?);
        let total = size * count + size / 2;
        match size {
            0 | 1 => None,
            _ if total % 30 == 0 => Some((Unit::Month, total / 30, at + 1)),
            _ => Some((Unit::Thirtieth, total, at + 1)),
        }
    }

    /// Plurals say no count: «سنوات», «недели назад».
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let word = self.fold(at);
        match self.lang {
            Lang::Ar => {
                matches!(word, "ايام" | "اسابيع" | "اشهر" | "شهور" | "سنوات" | "سنين" | "اعوام" | "عقود" | "قرون")
            }
            Lang::Ru if matches!(word, "года" | "недели" | "месяца") && self.preceded(at, Class::Approx) => {
                false
            }
            Lang::Ru => !matches!(
                word,
                "день"
                    | "неделю"
                    | "месяц"
                    | "год"
                    | "столетие"
                    | "век"
                    | "полгода"
                    | "полвека"
                    | "десятилетие"
                    | "сутки"
            ),
            Lang::En => word.ends_with('s'),
        }
    }

    /// «через три дня», "in two weeks": only where the sentence looks ahead.
    pub(super) fn ahead(&self, at: usize) -> Option<Match> {
        if self.lang == Lang::Ar || !self.is_value(at, Class::Ahead, 0) {
            return None;
        }
        let from = self.skip(at + 1, Class::Approx);
        let (unit, count, end) = self.quantity(from).filter(|_| self.gap(from) < Gap::Paragraph)?;
        let time = self.one_of(end + 1, "time") && matches!(self.mark(end), Some('’' | '\''));
        let end = end + 2 * usize::from(time);
        let measured = self.one_of(end, "после of after to s") || self.mark(end) == Some('’');
        if measured {
            return None;
        }
        // «Не раньше чем через четыре года» bounds it only.
        if self.one_of(at.wrapping_sub(1), "чем") && self.one_of(at.wrapping_sub(2), "раньше ранее позже позднее")
        {
            return None;
        }
        // «Спустя четыре года» counts from what was just told.
        let told = self.one_of(at, "спустя");
        if !self.alone(at, end) && (told || !time && !self.looks_ahead(at, end)) {
            return self.after_so_long(at, unit, count, end);
        }
        Some(found(Node::Shift { unit, by: count, weekday: None }, at, end, "distance", 75))
    }

    /// "the past three months", «الأيام الثلاثة الماضية», «последние два года» (not: it may mean any).
    pub(super) fn stretch(&self, at: usize) -> Option<Match> {
        if self.lang == Lang::Ar {
            return self.arabic_stretch(at);
        }
        if let Some(found) = self.upcoming(at) {
            return Some(found);
        }
        let from = self.skip_the(at);
        // "expected to last three weeks".
        let verb = self.one_of(from.wrapping_sub(1), "to will would can could may might must should");
        let which = self.is(from, Class::Which).filter(|which| *which != 0 && !verb)?;
        let number = self.number(from + 1).filter(|it| (2..=LARGEST_COUNT).contains(&it.value) && !it.ordinal)?;
        let (unit, count, end) = self.quantity(from + 1)?;
        (self.gap(from + 1) < Gap::Paragraph && number.end < end)
            .then(|| found(Node::Stretch { unit, count: which.signum() * count }, at, end, "stretch", 75))
    }

    /// "last August 6", "next March 4": the month behind `lead` has its day.
    pub(super) fn day_of_which_month(&self, at: usize, lead: usize) -> Option<Match> {
        let day = at + lead;
        if lead == 0 || self.lang != Lang::En || self.gap(day) >= Gap::Paragraph {
            return None;
        }
        let (fields, end) = self.month_day(day)?;
        let node = Node::Date(Fields { which: self.is(at, Class::Which), ..fields });
        Some(found(node, at, end, "day-month", 93))
    }

    /// "upcoming two months", "2 upcoming years": by their end.
    fn upcoming(&self, at: usize) -> Option<Match> {
        let first = self.one_of(at, "upcoming");
        let number_at = at + usize::from(first);
        let number = self.number(number_at).filter(|number| !number.ordinal)?;
        let second = usize::from(!first && self.one_of(number.end, "upcoming"));
        let unit = Unit::of(self.at(number.end + second, Class::Unit)?)?;
        (first || second > 0).then(|| {
            let end = number.end + second + 1;
            let by = number.value;
            let long = matches!(unit, Unit::Month | Unit::Year);
            let node = if long { Node::Whole { unit, by } } else { Node::Shift { unit, by, weekday: None } };
            found(node, at, end, "upcoming", 60)
        })
    }
}
