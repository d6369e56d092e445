//! Parts of periods: seasons, quarters, halves, "the first Monday of", «أواخر», "the end of the month"; and days
//! that have a name.

use super::anchored::then;
use super::lexicon::Class;
use super::node::{Calendar, Counted, Edge, Fields, Node, Unit, YearRef};
use super::parser::{Match, Number, Parser};
use super::token::Gap;
use crate::analysis::listed::ends_in;
use crate::date::Season;
use crate::text::Lang;

pub(super) fn season_of(number: i64) -> Season {
    match number {
        21 => Season::Spring,
        22 => Season::Summer,
        23 => Season::Autumn,
        _ => Season::Winter,
    }
}

fn found(node: Node, start: usize, end: usize, rule: &'static str, confidence: u8) -> Match {
    Match { node, start, end, rule, confidence }
}

/// Arabic nouns that the half of a year behind them gives a name: «اختبارات منتصف العام», «إجازة نصف السنة».
const HALF_NAMED: &str = "اختبارات امتحانات اجازه عطله اختبار امتحان فروض دروس";

impl Parser<'_> {
    /// «صيف 2017», «الخريف الماضي», "the spring of 2018", «прошлой весной», «осенью».
    pub(super) fn season(&self, at: usize, lenient: bool) -> Option<Match> {
        let article = self.skip_the(at);
        let this = self.lang == Lang::Ar && self.one_of(at, "هذا") && self.definite(at + 1);
        let which_first = this || self.lang != Lang::Ar && self.any(article, Class::Which);
        let named = article + usize::from(which_first);
        let season = self.is(named, Class::Season)?;
        if named > at && self.gap(named) == Gap::Paragraph {
            return None;
        }
        let mut fields = Fields { season: Some(season_of(season)), ..Fields::default() };
        fields.which = if which_first { self.is(article, Class::Which) } else { None };
        let mut end = self.month_tail(named + 1, &mut fields);
        // "the winter of 2015–16", «зимой 2018/19 года» is one winter.
        let year = if fields.year == YearRef::None { self.digits(self.skip_of(end)) } else { None };
        let link = if year.is_some() { self.skip_of(end) + 1 } else { end };
        if season == 24
            && matches!(self.mark(link), Some('-' | '–' | '/'))
            && self.gap(link) == Gap::None
            && self.digits(link + 1).is_some_and(|it| it.gap == Gap::None)
            && year.is_none_or(|year| year.digits == 4)
        {
            fields.year = year.map_or(fields.year, |year| YearRef::Known(year.value));
            end = self.skip_year_unit(link + 2);
        }
        let said = fields.which.is_some() || fields.year != YearRef::None;
        let barred = self.preceded(at, Class::Every) || self.preceded(at, Class::Title) || !said && self.is_habit(at);
        let introduced = self.preceded(at, Class::In);
        let bare = match self.lang {
            Lang::Ar => {
                let next = self.word(end);
                let adjective = next.starts_with("ال") && next.ends_with('ي');
                self.definite(named) && introduced && !adjective
            }
            Lang::Ru => {
                // «— Осенью поставим».
                (!self.capital(named) || !self.is_word(named.wrapping_sub(1)) || self.begins_sentence(named))
                    && (self.is_instrumental(named)
                        || introduced && !self.is_nominative(named)
                        // «за лето», «всю весну».
                        || self.one_of(named.wrapping_sub(1), "за всю все") && self.gap(named) == Gap::Space)
            }
            Lang::En => {
                (self.one_of(at.wrapping_sub(1), "in since until by")
                    || (article > at || !self.is_word(end))
                        && self.one_of(at.wrapping_sub(1), "over through throughout during before after"))
                    && !self.one_of(end, "of")
                    && !self.capital(named)
                    && (article > at || self.one_of(named, "spring summer autumn winter") || !self.is_word(end))
            }
        };
        let confidence = if said { 92 } else { 70 };
        ((said || bare || lenient) && !barred).then(|| found(Node::Date(fields), at, end, "season", confidence))
    }

    /// Whether what a sentence tells happens every year: «يزداد عددهم عادة في الصيف».
    fn is_habit(&self, at: usize) -> bool {
        const REACH: usize = 6;
        let usual = "عاده دايما غالبا usually normally typically often always обычно всегда часто";
        self.before_in_sentence(at, REACH).any(|at| self.one_of(at, usual))
    }

    fn is_instrumental(&self, at: usize) -> bool {
        self.one_of(at, "весной летом осенью зимой весною зимою")
    }

    fn is_nominative(&self, at: usize) -> bool {
        self.one_of(at, "весна лето осень зима")
    }

    /// «الربع الأول من 2022», "the third quarter", «четвёртом квартале 2020 года», "Q3 2022".
    pub(super) fn quarter(&self, at: usize) -> Option<Match> {
        let from = self.skip_the(at);
        let (number, mut end) = if self.lang == Lang::Ar {
            let unit = self.is_value(at, Class::Unit, 3) && self.one_of(at, "ربع ثلاثي ثلاثيه فصل") && self.definite(at);
            let nth = self.at(at + 1, Class::Ord).filter(|_| unit && self.definite(at + 1))?;
            // «الفصل الأول من السنة», and not that of a book or of a year at school.
            let school = || (at + 2..at + 5).any(|at| self.one_of(at, "الدراسي الدراسيه الجامعي الجامعيه"));
            let exams = self.one_of(at.wrapping_sub(1), HALF_NAMED);
            // «لا أرى صعوداً خلال الفصل الرابع».
            let during = || self.one_of(at.wrapping_sub(1), "خلال متم") && !self.is_word(at + 2);
            let of_year = || self.year_of_period(at + 2).is_some() || during();
            if exams || self.one_of(at, "فصل ثلاثيه") && (!of_year() || school()) {
                return None;
            }
            (if nth == -1 { 4 } else { nth }, at + 2)
        } else if self.one_of(from, "q") && self.gap(from + 1) == Gap::None {
            (self.digits(from + 1)?.value, from + 2)
        } else if let Some(found) = self.quarter_by_letter(from) {
            return Some(found);
        } else {
            let roman = ["I", "II", "III", "IV"].iter().position(|roman| self.word(from) == *roman);
            let number = match roman.and_then(|at| i64::try_from(at + 1).ok()) {
                Some(value) => Number { value, end: from + 1, digits: 0, ordinal: true, decade: false },
                None => self.number(from).filter(|number| number.ordinal)?,
            };
            // "Its third-quarter results".
            let hyphen =
                self.lang == Lang::En && self.mark(number.end) == Some('-') && self.gap(number.end) == Gap::None;
            let unit = number.end + usize::from(hyphen);
            self.is(unit, Class::Unit).filter(|of| *of == 3 && self.gap(unit) < Gap::Paragraph)?;
            // «I кв. 2025 г.».
            let dot = self.one_of(unit, "кв") && self.mark(unit + 1) == Some('.');
            (number.value, unit + 1 + usize::from(dot))
        };
        let quarter = u8::try_from(number).ok().filter(|quarter| (1..=4).contains(quarter))?;
        let mut fields = Fields { quarter: Some(quarter), ..Fields::default() };
        if let Some((year, after)) = self.year_of_period(end) {
            fields.year = year;
            end = after;
        }
        Some(found(Node::Date(fields), at, end, "quarter", 90))
    }

    /// A year behind a quarter or half: as behind a month, or the bare word for this one («من العام»).
    pub(super) fn year_of_period(&self, at: usize) -> Option<(YearRef, usize)> {
        if let Some(found) = self.year_behind(at, Calendar::Gregorian) {
            return Some(found);
        }
        let of = self.skip_the(at + usize::from(self.one_of(at, "من of in في")));
        let named = self.at_value(of, Class::Unit, 5);
        // «من السنة المالية 2023».
        if named && self.lang == Lang::Ar && self.is_kind_of_year(of + 1) {
            let year = self.year_number(of + 2, Calendar::Gregorian);
            return Some(year.unwrap_or((YearRef::By(0), of + 2)));
        }
        let fits = match self.lang {
            Lang::Ar => self.definite(of) && of > at,
            Lang::En => of > at + 1 && self.one_of(of, "year"),
            Lang::Ru => self.one_of(of, "года"),
        };
        (named && fits).then_some((YearRef::By(0), of + 1))
    }

    /// A period that something is a part of; needs no evidence of its own.
    pub(super) fn period(&self, at: usize) -> Option<Match> {
        if self.gap(at) == Gap::Paragraph {
            return None;
        }
        if let Some(found) = self.month_alone(at, true) {
            return Some(found);
        }
        if let Some(found) = self.whole(at).or_else(|| self.season(at, true)).or_else(|| self.quarter(at)) {
            return Some(found);
        }
        if let Some(found) = self.decade(at).or_else(|| self.century_at(at)).or_else(|| self.year_alone(at, true)) {
            return Some(found);
        }
        let from = self.skip_the(at);
        let unit = self.at(from, Class::Unit).filter(|unit| matches!(unit, 1 | 2 | 5..=8))?;
        let fits = match self.lang {
            // «نهاية العقد» is that of a contract.
            Lang::Ar => (self.definite(from) && unit != 6 && !self.is_kind_of_year(from + 1)) || unit == 8,
            Lang::En => from > at && !self.fold(from).ends_with('s'),
            Lang::Ru => self.one_of(from, "месяца года недели десятилетия века столетия"),
        };
        fits.then(|| {
            found(Node::Whole { unit: Unit::of(unit).unwrap_or(Unit::Month), by: 0 }, at, from + 1, "which-unit", 80)
        })
    }

    /// Behind "of", «من», «في» with their articles.
    pub(super) fn skip_of(&self, at: usize) -> usize {
        let of = match self.lang {
            Lang::Ar => self.one_of(at, "من في"),
            Lang::En => self.one_of(at, "of in"),
            Lang::Ru => false,
        };
        at + usize::from(of && self.is_word(at))
    }

    /// «نهاية الشهر الجاري», «конце 2022 года», "early next week", "the end of March".
    pub(super) fn edge(&self, at: usize) -> Option<Match> {
        let from = self.skip_the(at);
        let number = self.is(from, Class::Edge)?;
        let mut next = from + 1;
        if self.lang == Lang::En {
            let direct = self.one_of(from, "early mid late");
            let hyphen = usize::from(self.mark(next) == Some('-') && self.gap(next) == Gap::None);
            let of = self.skip_of(next + hyphen);
            // "We can start in September": a verb.
            if (of == next + hyphen || self.one_of(of - 1, "in")) && !direct {
                return None;
            }
            next = of;
        } else if self.definite(from) || self.one_of(from.wrapping_sub(1), HALF_NAMED) {
            return None;
        }
        let last = self.one_of(from, "سلخ");
        let middle = last || self.one_of(from, "اول اخر");
        let of = self.period(next)?;
        // «نهاية الشهر نفسه»: of the one told last.
        if self.lang == Lang::Ar && matches!(of.node, Node::Whole { by: 0, .. }) && self.has(of.end, Class::Same) {
            let edge = Node::Edge { edge: Edge::of(number), of: Box::new(of.node) };
            return Some(found(then(edge), at, of.end + 1, "edge", 80));
        }
        // «أول شباط» is its first day, «سلخ شعبان» its last; «آخر عام» the last one of some.
        if middle {
            let fields =
                of.node.fields().filter(|it| it.month.is_some() && it.day.is_none() && (last || number == 1))?;
            let of_month = Box::new(Node::Date(*fields));
            let node = Node::Nth { nth: if last { -1 } else { 1 }, what: Counted::Unit(Unit::Day), of: of_month };
            return Some(found(node, at, of.end, "day-month", 80));
        }
        if let Node::Whole { unit: Unit::Weekend, .. } = of.node {
            return None;
        }
        Some(found(Node::Edge { edge: Edge::of(number), of: Box::new(of.node) }, at, of.end, "edge", 85))
    }

    /// "the first Monday of October", «آخر يوم بشهر عشرة», «الأسبوع الأخير من أغسطس», "the second half of the year".
    pub(super) fn nth(&self, at: usize) -> Option<Match> {
        let from = self.skip_the(at);
        let (nth, what, mut end) = self.nth_head(from)?;
        if let Counted::Unit(unit @ (Unit::Half | Unit::Quarter | Unit::Decade)) = what {
            let year = self.year_of_period(end).filter(|_| unit == Unit::Half);
            if let Some((year, end)) = year {
                let of = Box::new(Node::Date(Fields { year, ..Fields::default() }));
                return Some(found(Node::Nth { nth, what, of }, at, end, "part", 88));
            }
            let of = self.skip_of(end);
            let short = || if unit == Unit::Half { self.whole_month(of).or_else(|| self.decade(of)) } else { None };
            let whole = self.century_at(of).or_else(short).filter(|_| self.gap(of) < Gap::Paragraph)?;
            return Some(found(Node::Nth { nth, what, of: Box::new(whole.node) }, at, whole.end, "part", 85));
        }
        // "the first days of June", «الأسابيع الأولى من 2020»; but «أول أيام رمضان» is one day.
        let plural = matches!(what, Counted::Unit(_))
            && match self.lang {
                Lang::Ar => self.is_plural(from),
                Lang::En => self.fold(end - 1).ends_with('s'),
                Lang::Ru => ends_in(self.fold(from), &["ые", "ых", "ие", "их"]),
            };
        end = self.skip_of(end);
        if self.lang == Lang::Ar && self.token(end).is_some_and(|token| token.gap > Gap::Line) {
            return None;
        }
        let of = self.period(end)?;
        let (end, of) = (of.end, Box::new(of.node));
        let node = match nth {
            1 if plural => Node::Edge { edge: Edge::Start, of },
            -1 if plural => Node::Edge { edge: Edge::End, of },
            _ => Node::Nth { nth, what, of },
        };
        Some(found(node, at, end, "part", 88))
    }

    /// How many-th, of what, and the end of it.
    fn nth_head(&self, at: usize) -> Option<(i64, Counted, usize)> {
        let what = |at: usize| -> Option<(Counted, usize)> {
            if let Some((day, _, end)) = self.weekday_name(at) {
                return Some((Counted::Weekday(day), end));
            }
            let unit = Unit::of(self.is(at, Class::Unit)?)?;
            (!matches!(unit, Unit::Year | Unit::Century)).then_some((Counted::Unit(unit), at + 1))
        };
        if let Some(ordinal) = self.is(at, Class::Ord) {
            let last = usize::from(ordinal > 0 && self.at_value(at + 1, Class::Ord, -1));
            let nth = if last > 0 { -ordinal } else { ordinal };
            let named = at + 1 + last;
            let day_word = usize::from(
                self.lang == Lang::Ar && self.at_value(named, Class::Unit, 0) && self.weekday_name(named + 1).is_some(),
            );
            let (what, end) = what(named + day_word).filter(|_| self.gap(named) < Gap::Paragraph)?;
            return Some((nth, what, end));
        }
        if self.lang != Lang::Ar {
            return None;
        }
        let (what, end) = what(at)?;
        let nth = self.at(end, Class::Ord).filter(|_| self.definite(end))?;
        Some((nth, what, end + 1))
    }

    /// "New Year's Eve", "St Patrick's Day": the month, the day and the end.
    fn day_of_someone(&self, at: usize) -> Option<(u8, u8, usize)> {
        let saint = self.one_of(at, "st saint");
        let named = at + usize::from(saint) + usize::from(saint && self.mark(at + 1) == Some('.'));
        let (month, day) = match self.fold(named) {
            "valentine" => (2, 14),
            "david" if saint => (3, 1),
            "patrick" if saint => (3, 17),
            "george" if saint => (4, 23),
            "andrew" if saint => (11, 30),
            "stephen" if saint => (12, 26),
            "new" if self.one_of(at + 1, "year") => (1, 1),
            _ => return None,
        };
        let owner = named + usize::from(month == 1);
        let owns = matches!(self.mark(owner + 1), Some('\'' | '’')) && self.one_of(owner + 2, "s");
        match self.fold(owner + 3) {
            "day" if owns => Some((month, day, owner + 4)),
            "eve" if owns && month == 1 => Some((12, 31, owner + 4)),
            _ => None,
        }
    }

    /// Christmas Eve, «عيد الفطر», «Рождество».
    pub(super) fn feast(&self, at: usize) -> Option<Match> {
        if let Some((month, day, end)) = self.day_of_someone(at) {
            let (year, end) = self.year_behind(end, Calendar::Gregorian).unwrap_or((YearRef::None, end));
            return Some(found(Node::Feast { calendar: Calendar::Gregorian, month, day, year }, at, end, "feast", 75));
        }
        // «ثاني أيام عيد الفطر», «اليوم الثالث من عيد الأضحى».
        let counted = if self.lang == Lang::Ar { self.nth_head(at) } else { None };
        let counted = counted.filter(|(nth, what, _)| *nth > 0 && *what == Counted::Unit(Unit::Day));
        let (nth, named) = counted.map_or((1, at), |(nth, _, end)| (nth, self.skip_of(end)));
        let value = self.is(named, Class::Feast).filter(|_| named == at || self.gap(named) < Gap::Paragraph)?;
        // "The Easter Rising", "Easter eggs".
        let led = || {
            self.one_of(
                at.wrapping_sub(1),
                "at by since until till before after this next last for over through throughout during",
            )
        };
        let next = named + 1;
        let over = || !self.is_word(next) || self.any(next, Class::Future) || self.digits(next).is_some();
        let over = || over() || self.any(next, Class::Light) && !self.capital(next);
        if self.word(named) == "Easter" && !(led() && over()) {
            return None;
        }
        let hijri = value > 10_000;
        let value = value % 10_000 + nth - 1;
        let (month, day) = (u8::try_from(value / 100).ok()?, u8::try_from(value % 100).ok()?);
        let calendar = if hijri { Calendar::Hijri } else { Calendar::Gregorian };
        let (year, end) = self.year_behind(next, calendar).unwrap_or((YearRef::None, next));
        // "Good Friday, March 30": its own day.
        let comma = self.lang == Lang::En && self.mark(end) == Some(',') && self.gap(end + 1) == Gap::Space;
        let date = if comma { self.calendar_date(end + 1) } else { None };
        let own = |date: &Match| {
            let said = date.node.fields().and_then(|it| it.month);
            said.is_some_and(|said| month == said || month == said + 13 || month == 13)
        };
        if let Some(date) = date.filter(own) {
            return Some(Match { start: at, ..date });
        }
        Some(found(Node::Feast { calendar, month, day, year }, at, end, "feast", 75))
    }

    /// «العام الدراسي 2024-2025», "fiscal year 2014".
    pub(super) fn named_year(&self, at: usize) -> Option<Match> {
        let adjective = match self.lang {
            Lang::Ar => {
                self.is_value(at, Class::Unit, 5)
                    && self.is_word(at + 1)
                    && self.definite(at)
                    && self.digits(at + 2).is_some()
            }
            Lang::En => {
                self.one_of(at, "fiscal financial academic school calendar") && self.at_value(at + 1, Class::Unit, 5)
            }
            Lang::Ru => false,
        };
        // "The FY22 loss", "FY2023".
        let short = self.lang == Lang::En && self.one_of(at, "fy");
        let digits = self.digits(at + 1).filter(|token| short && token.gap <= Gap::Space && token.digits == 2);
        if let Some(digits) = digits {
            let year = YearRef::Known(super::year::century_of(digits.value));
            return Some(found(Node::Date(Fields { year, ..Fields::default() }), at, at + 2, "year", 85));
        }
        if !adjective {
            return None;
        }
        let year = self.year_range(at + 2).or_else(|| self.year_alone(at + 2, true))?;
        Some(Match { start: at, rule: "year", ..year })
    }
}
