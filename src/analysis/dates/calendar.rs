//! Calendar dates that name a month: day, month and year in any order, months by every name, with evidence where
//! the name is also a word or a person.

use super::lexicon::Class;
use super::node::{Calendar, Fields, Node, Unit, YearRef};
use super::parser::{Match, Parser};
use super::token::{Gap, Kind};
use crate::analysis::listed::ends_in;
use crate::text::Lang;

/// A month by name.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_field_names)] // The number of the month has no other name.
pub(super) struct Month {
    pub(super) calendar: Calendar,
    pub(super) month: u8,
    pub(super) end: usize,
    /// Whether the name needs evidence.
    pub(super) weak: bool,
    /// Whether it counts beside a number only.
    pub(super) short: bool,
    /// Whether two names agree: «يناير/كانون الثاني».
    pub(super) dual: bool,
}

impl Parser<'_> {
    /// The month at a token, with its second name.
    pub(super) fn month(&self, at: usize) -> Option<Month> {
        let mut month = self.month_name(at)?;
        let next = month.end;
        let open = matches!(self.mark(next), Some('/' | '(' | '-' | '–' | '\\'));
        let other = next + usize::from(open);
        if let Some(second) = self.month_name(other).filter(|_| self.gap(next) < Gap::Paragraph)
            && (second.calendar, second.month) == (month.calendar, month.month)
        {
            let close = usize::from(self.mark(next) == Some('(') && self.mark(second.end) == Some(')'));
            if self.mark(next) != Some('(') || close == 1 {
                month = Month { end: second.end + close, weak: false, short: false, dual: true, ..month };
            }
        }
        Some(month)
    }

    fn month_name(&self, at: usize) -> Option<Month> {
        let make = |calendar, month: i64, weak, short, end| {
            let month = u8::try_from(month).ok()?;
            Some(Month { calendar, month, end, weak, short, dual: false })
        };
        if let Some(twin) = self.is(at, Class::Twin) {
            // «كانون 2» is January, «كانون 1» December.
            let second =
                self.digits(at + 1).filter(|token| token.gap <= Gap::Space && (1..=2).contains(&token.value))?.value
                    - 1;
            return make(Calendar::Gregorian, (twin + second - 1) % 12 + 1, false, false, at + 2);
        }
        let (class, weak, short) = [
            (Class::Month, false, false),
            (Class::WeakMonth, true, false),
            (Class::ShortMonth, true, true),
            (Class::Hijri, self.lang == Lang::Ar, false),
        ]
        .into_iter()
        .find(|(class, ..)| self.is(at, *class).is_some())?;
        let dot = usize::from(short && self.mark(at + 1) == Some('.') && self.gap(at + 1) == Gap::None);
        let calendar = if class == Class::Hijri { Calendar::Hijri } else { Calendar::Gregorian };
        make(calendar, self.is(at, class)?, weak, short, at + 1 + dot)
    }

    /// «شهر ثلاثة»: a month by its number, as people say it.
    pub(super) fn month_by_number(&self, at: usize) -> Option<Month> {
        if self.lang != Lang::Ar || !self.is_value(at, Class::Unit, 2) || self.definite(at) {
            return None;
        }
        let number = self.number(at + 1).filter(|number| (3..=12).contains(&number.value) && number.digits == 0)?;
        let month = u8::try_from(number.value).ok()?;
        Some(Month { calendar: Calendar::Gregorian, month, end: number.end, weak: false, short: false, dual: false })
    }

    /// A month behind the number of a day, or behind "the end of": no further evidence is needed.
    pub(super) fn month_in_context(&self, at: usize) -> Option<Month> {
        let named = at + usize::from(self.lang == Lang::Ar && self.is_value(at, Class::Unit, 2));
        self.month(named).filter(|_| self.gap(at) < Gap::Paragraph).or_else(|| self.month_by_number(at))
    }

    /// What stands behind a month: its year, or which of them it is. Sets the fields and gives the end.
    pub(super) fn month_tail(&self, mut end: usize, fields: &mut Fields) -> usize {
        if self.lang == Lang::Ar
            && self.definite(end)
            && let Some(which) = self.at(end, Class::Which)
        {
            fields.which = Some(which);
            end += 1;
        } else if self.lang == Lang::Ar && self.definite(end) && self.has(end, Class::Following) {
            // «5 أوت الموالي»: read on the day told last.
            fields.which = Some(1);
            end += 1;
        }
        if let Some(year) = self.plain_year(end, fields) {
            fields.year = YearRef::Known(year);
            end += 1;
        } else if let Some((year, after)) = self.year_behind(end, fields.calendar) {
            fields.year = year;
            end = after;
        }
        if fields.calendar == Calendar::Gregorian
            && matches!(fields.year, YearRef::Known(_))
            && self.at_value(end, Class::Era, 0)
        {
            end += 1;
        }
        end
    }

    /// Day, month and year in either order.
    pub(super) fn calendar_date(&self, at: usize) -> Option<Match> {
        let (fields, end) = self.day_month(at).or_else(|| self.month_day(at))?;
        // «ул. 9 Мая».
        let dot = usize::from(self.lang == Lang::Ru && self.mark(at.wrapping_sub(1)) == Some('.'));
        // «вернётся на Слободской проспект 9 декабря»: the street has its name.
        let named = |place: &i64| {
            let adjective = ends_in(self.fold(at.wrapping_sub(2)), &["ой", "ий", "ый", "ом", "ая", "ую", "ого"]);
            !(*place == 0 && dot == 0 && self.lang == Lang::Ru && adjective && self.capital(at.wrapping_sub(2)))
        };
        let place = self.before(at - dot, Class::Place).filter(named);
        // «ثورة 14 تموز» is one of whatever year.
        // «انهار سقف مدرسة يوم 8 فيفري»: when, and not what it is called.
        let when = self.lang == Lang::Ar && (fields.which.is_some() || self.one_of(at, "يوم"));
        if !when && (place == Some(0) || place == Some(2) && fields.year == YearRef::None) {
            return Some(Match { node: Node::Date(fields), start: at, end, rule: "name", confidence: 0 });
        }
        let confidence = if matches!(fields.year, YearRef::Known(_)) { 99 } else { 95 };
        Some(Match { node: Node::Date(fields), start: at, end, rule: "day-month", confidence })
    }

    /// Whether an Arabic date fills a pair of marks behind a word: it is what something is called («قاعة «11 يناير»»).
    pub(super) fn is_name_in_marks(&self, at: usize, end: usize) -> bool {
        let open = at.wrapping_sub(1);
        self.lang == Lang::Ar
            && matches!(self.mark(open), Some('«' | '"' | '“'))
            && matches!(self.mark(end), Some('»' | '"' | '”'))
            && self.is_word(open.wrapping_sub(1))
    }

    /// «9 يناير», «الثاني والعشرين من آذار», "the 1st of March", «20 من الشهر القادم».
    pub(super) fn day_month(&self, at: usize) -> Option<(Fields, usize)> {
        let day_word = self.lang == Lang::Ar && self.is_value(at, Class::Unit, 0) && !self.is_pair(at);
        let first = at + usize::from(day_word && self.gap(at + 1) < Gap::Paragraph);
        // «الـ15 من مارس».
        let article = self.one_of(first, "ال") && self.gap(first + 1) == Gap::None;
        let first = self.skip_the(first) + usize::from(article);
        let (day, mut end) = self.day(first)?;
        // «أول شباط» is read as a part of the month.
        if self.one_of(first, "اول") && !self.definite(first) && !self.one_of(end, "من") {
            return None;
        }
        let number_words = self.digits(first).is_none();
        let mut fields = Fields { day: Some(day), ..Fields::default() };
        if self.lang == Lang::Ar && self.one_of(end, "منه") {
            fields.same_month = true;
            return Some((fields, end + 1));
        }
        // "20th day of", «5 числа»; "the first days of" are more than one.
        let unit = matches!(self.at(end, Class::Unit), Some(0 | 10)) && !self.one_of(end, "days дни дней днях дням");
        end += usize::from(unit && self.lang != Lang::Ar);
        let near = self.gap(end + 1) == Gap::None || self.lang == Lang::Ar;
        let parted = self.mark(end).filter(|c| matches!(c, '-' | '.' | '،' | ',' | '/'));
        let parted = parted.filter(|_| near && !number_words && self.month_name(end + 1).is_some());
        end += usize::from(parted.is_some());
        let of = match self.lang {
            Lang::Ar => usize::from(self.one_of(end, "من") && self.is_word(end)),
            Lang::En => self.skip_the(self.skip(end, Class::Of)) - end,
            Lang::Ru => 0,
        };
        let behind = end + of;
        if let Some(end) = self.same_unit(behind, 2) {
            fields.same_month = true;
            return Some((fields, end));
        }
        if let Some((month_by, end)) = self.relative_month(behind) {
            fields.month_by = Some(month_by);
            return Some((fields, end));
        }
        if let Some(which) = self.month_unsaid(first, behind, of > 0) {
            fields.month_by = Some(which);
            return Some((fields, behind + 1));
        }
        let month = self.month_in_context(behind)?;
        if month.weak
            && self.lang == Lang::En
            && !self.is_plain_month(behind, of > 0 || (end > first + 1 && !number_words))
        {
            return None;
        }
        (fields.calendar, fields.month) = (month.calendar, Some(month.month));
        end = self.month_tail(month.end, &mut fields);
        if let Some((year, after)) = self.year_behind_mark(end, parted, month.calendar).filter(|_| end == month.end) {
            (fields.year, end) = (year, after);
        }
        Some((fields, end))
    }

    /// «16. نوفمبر. 2016»: the mark before the month stands behind it as well.
    fn year_behind_mark(&self, at: usize, mark: Option<char>, calendar: Calendar) -> Option<(YearRef, usize)> {
        if mark.is_some() && self.mark(at) == mark { self.year_number(at + 1, calendar) } else { None }
    }

    /// «15 الجاري», «العشرين من الجاري»: the word for "month" is left out. Which month is meant, from the anchor's.
    fn month_unsaid(&self, day: usize, at: usize, of: bool) -> Option<i64> {
        if self.lang != Lang::Ar || !self.definite(at) || self.fold(at).ends_with('ه') {
            return None;
        }
        let which = self.at(at, Class::Which)?;
        let digits = self.digits(day).is_some();
        (of || (digits && (which == 0 || self.preceded(day, Class::In)))).then_some(which)
    }

    /// "March 3rd 2015", "Feb13", «مايو الحادي عشر».
    pub(super) fn month_day(&self, at: usize) -> Option<(Fields, usize)> {
        let month = self.month(at).filter(|_| self.lang != Lang::Ru)?;
        let next = if self.lang == Lang::En { self.skip_the(month.end) } else { month.end };
        let token = self.token(next).filter(|token| token.gap < Gap::Paragraph)?;
        let (day, mut end) = self.day(next)?;
        let in_words = token.kind == Kind::Word;
        if self.lang == Lang::Ar && (!in_words || !token.definite) {
            return None;
        }
        let suffixed = in_words || end > next + 1;
        if month.weak && !self.is_plain_month(at, suffixed) && !self.alone(at, end) {
            return None;
        }
        // "May 16 people": a noun that the number counts; "May 16:30", and not "May 16: $94".
        let clock = self.mark(end) == Some(':') && self.digits(end + 1).is_some_and(|it| it.gap == Gap::None);
        if self.has(end, Class::Counted) || self.mark(end) == Some('%') || clock {
            return None;
        }
        let mut fields =
            Fields { calendar: month.calendar, month: Some(month.month), day: Some(day), ..Fields::default() };
        end = self.month_tail(end, &mut fields);
        Some((fields, end))
    }

    /// In English, a month that is also a word is written with a capital, or with an ordinal ("may 3rd").
    fn is_plain_month(&self, at: usize, ordinal: bool) -> bool {
        let dated = self.digits(at + 1).is_some_and(|token| token.digits == 4 && token.gap == Gap::Space);
        self.lang != Lang::En
            || self.capital(at)
            || ordinal
            || dated
            || self.fold(at).len() == 3 && !self.one_of(at, "may")
    }

    pub(super) fn skip_the(&self, at: usize) -> usize {
        at + usize::from(self.lang == Lang::En && self.any(at, Class::The))
    }

    /// Whether «يومي» begins a pair: «يومي السبت والأحد».
    fn is_pair(&self, at: usize) -> bool {
        self.one_of(at, "يومي")
    }

    /// «الشهر نفسه», "the same month", «того же месяца»: the end.
    fn same_unit(&self, at: usize, unit: i64) -> Option<usize> {
        let from = self.skip_the(at);
        // «من نفس الشهر».
        if self.lang == Lang::Ar && self.one_of(at, "نفس ذات") && self.at_value(at + 1, Class::Unit, unit) {
            return Some(at + 2);
        }
        let (named, same) = if self.lang == Lang::Ar { (from, from + 1) } else { (from + 1, from) };
        let fits = self.at(named, Class::Unit) == Some(unit)
            && self.has(same, Class::Same)
            && self.has(from, Class::Unit) == (named == from);
        fits.then_some(from + 2)
    }

    /// «من الشهر القادم», "of next month", «прошлого месяца»: months from the anchor's.
    fn relative_month(&self, at: usize) -> Option<(i64, usize)> {
        let of_the = match self.lang {
            Lang::Ar => {
                self.at_value(at, Class::Unit, 2)
                    && self.one_of(at, "شهر")
                    && self.definite(at)
                    && !self.has(at + 1, Class::Same)
            }
            _ => false,
        };
        let Some((unit, by, end)) = self.which_unit(at) else {
            return of_the.then_some((0, at + 1));
        };
        (unit == 2 && self.gap(at) < Gap::Paragraph).then_some((by, end))
    }

    /// A month with neither day: «مارس 2020», «سبتمبر الماضي», "in October".
    pub(super) fn month_alone(&self, at: usize, lenient: bool) -> Option<Match> {
        let lead = match self.lang {
            Lang::Ar => usize::from(self.is_value(at, Class::Unit, 2) && !self.definite(at)),
            _ => usize::from(self.any(at, Class::Which)),
        };
        let named = at + lead;
        if let Some(found) = self.day_of_which_month(at, lead) {
            return Some(found);
        }
        let month = self.month(named).filter(|_| lead == 0 || self.gap(named) < Gap::Paragraph);
        let month = month.or_else(|| lenient.then(|| self.month_by_number(at)).flatten())?;
        let mut fields = Fields { calendar: month.calendar, month: Some(month.month), ..Fields::default() };
        let mut end = self.month_tail(month.end, &mut fields);
        if lead > 0 && self.lang != Lang::Ar {
            fields.which = self.is(at, Class::Which);
        } else if self.lang == Lang::En && self.at_value(end, Class::Which, 2) {
            fields.which = Some(2);
            end += 1;
        }
        let place = self.before(at, Class::Place).is_some_and(|place| place != 2 || fields.year == YearRef::None);
        // «في تشرين الأول من كل عام».
        let yearly = self.lang == Lang::Ar && self.one_of(end, "من") && self.has(end + 1, Class::Every);
        if place || yearly || self.preceded(at, Class::Every) {
            return None;
        }
        if self.lang == Lang::En
            && fields.year == YearRef::None
            && self.one_of(end, "in")
            && let Some((Unit::Year, count, after)) = self.quantity(end + 1)
        {
            fields.year = YearRef::By(count);
            end = after;
        }
        let said =
            month.dual || fields.which.is_some() || fields.year != YearRef::None || (lead > 0 && self.lang == Lang::Ar);
        if !said && !self.month_has_evidence(at, &month, lenient) && !self.alone(at, end) {
            return None;
        }
        let of = self.preceded(at, Class::Of);
        if self.lang == Lang::En && month.weak && !self.capital(named) && !(lenient && of) && !self.alone(at, end) {
            return None;
        }
        if month.short && fields.year == YearRef::None {
            return None;
        }
        if fields.year == YearRef::None
            && self.lang == Lang::En
            && self.digits(end).is_some_and(|it| it.gap <= Gap::Space)
        {
            end = month.end;
        }
        let confidence = if said { 97 } else { 85 };
        Some(Match { node: Node::Date(fields), start: at, end, rule: "month", confidence })
    }

    /// Whether the noun of something that happens in a month stands right before: «انتخابات أيار», «إضراب ماي», «رواتب آذار».
    fn is_behind_event(&self, at: usize) -> bool {
        const EVENTS: &str = "انتخابات احتجاجات مظاهرات تظاهرات اضراب اضرابات مفاوضات محادثات فيضانات سيول زلزال حرب حريق حرائق \
            احداث هجوم هجمات تفجير تفجيرات انفجار اعتداءات هدنه قمه مؤتمر موتمر اتفاق استفتاء انقلاب انتفاضه حراك موجه اقتراع \
            دوره جوله معارك مجزره عاصفه تحركات راتب رواتب اجور فاتوره فواتير اقساط مستحقات";
        self.gap(at) < Gap::Paragraph && at > 0 && self.one_of(at - 1, EVENTS) && !self.definite(at - 1)
    }

    /// Whether a bare name is a month by where it stands.
    fn month_has_evidence(&self, at: usize, month: &Month, lenient: bool) -> bool {
        let previous = at.checked_sub(1).and_then(|at| self.token(at));
        if previous.is_some_and(|token| matches!(token.kind, Kind::Mark('«' | '"' | '“' | '„' | '‘'))) && !lenient
        {
            let close = self.mark(month.end);
            if matches!(close, Some('»' | '"' | '”' | '’' | '“')) {
                return false;
            }
        }
        if lenient {
            return self.lang != Lang::En || !month.weak || self.capital(at) || self.preceded(at, Class::Of);
        }
        let introduced = self.preceded(at, Class::In) || self.preceded(at, Class::Between);
        match self.lang {
            Lang::Ar => {
                !month.weak
                    || introduced
                    || self.is_behind_event(at)
                    || self.token(at).is_some_and(|token| token.preposition)
            }
            Lang::Ru => !self.capital(at) || (!month.weak && self.begins_sentence(at)),
            Lang::En => {
                let named = self.capital(month.end) && self.gap(month.end) == Gap::Space;
                let firmly = at
                    .checked_sub(1)
                    .is_some_and(|at| self.one_of(at, "in since until till during early late mid throughout"));
                let or_list =
                    self.preceded(at, Class::And) && at.checked_sub(2).is_some_and(|at| self.month(at).is_some());
                let dash = matches!(self.mark(month.end), Some('-' | '–')) && self.month(month.end + 1).is_some();
                // "the wettest May since".
                let superlative =
                    at.checked_sub(1).is_some_and(|at| self.fold(at).ends_with("est") && self.is_word(at));
                if month.weak {
                    self.capital(at) && (firmly || superlative || dash || (introduced || or_list) && !named)
                } else {
                    self.capital(at)
                }
            }
        }
    }
}
