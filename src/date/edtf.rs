//! EDTF values (Extended Date/Time Format, ISO 8601-2:2019): levels 0 and 1, and from level 2 the one-of
//! set `[2022-01-02..2022-01-07]` and the quarters 33 to 36.

use super::day::{Day, DayRange, days_in_month};
use std::fmt;

/// A value. Written back by `Display` in its canonical form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date: `2022-01-10`, `2022-01`, `202X`, `2022-01-05~`.
    Date(Date),
    /// From one to the other, all of it: `2022-01-02/2022-01-07`, `2022-01-02/..`.
    Interval(Bound, Bound),
    /// One of these, not known which: `[2022-01-02..2022-01-07]`, `[1667,1668]`.
    OneOf(Vec<Choice>),
}

/// A date as precise as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year, or what is known of it.
    pub year: Year,
    /// What is known below the year.
    pub part: Part,
    /// How sure it is.
    pub qualifier: Qualifier,
}

/// A year, or the first digits of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Year {
    /// An astronomical year: `2022`, `-0044`, `Y170000002`.
    Known(i64),
    /// Digits with `unknown` digits (1 to 3) left open: `201X` is 201 and 1, `20XX` 20 and 2.
    Open {
        /// The digits that are known.
        digits: i64,
        /// How many are not.
        unknown: u8,
    },
}

/// What a date says below its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Nothing: the year as a whole.
    Whole,
    /// `2022-01`.
    Month(u8),
    /// `2022-01-10`.
    Day(u8, u8),
    /// `2022-01-10T09:30:00Z`.
    Moment(u8, u8, Clock),
    /// `2022-21` to `2022-24`.
    Season(Season),
    /// `2022-33` to `2022-36`: 1 to 4.
    Quarter(u8),
    /// `2022-XX`: some month.
    SomeMonth,
    /// `2022-01-XX`: some day of the month.
    SomeDay(u8),
    /// `2022-XX-XX`: some day of the year.
    SomeDayOfYear,
}

/// The four seasons, northern: spring is March to May.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// 21.
    Spring,
    /// 22.
    Summer,
    /// 23.
    Autumn,
    /// 24: the winter that begins in the December of the year, and ends in the February after.
    Winter,
}

/// A time of day, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
    /// Where it is that time.
    pub zone: Zone,
}

/// A shift from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Not said.
    Local,
    /// `Z`.
    Utc,
    /// `+06:00`, in minutes.
    Shift(i16),
}

/// How sure a date is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// As written.
    #[default]
    Sure,
    /// `?`: the source is doubted.
    Uncertain,
    /// `~`: about then.
    Approximate,
    /// `%`: both.
    Both,
}

/// An end of an interval.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// A date.
    Date(Date),
    /// `..`: it goes on, or always was.
    Open,
    /// Nothing: there is an end, and it is not known.
    Unknown,
}

/// A member of a one-of set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// A date.
    Date(Date),
    /// Every date between two; a missing end is open.
    Range(Option<Date>, Option<Date>),
}

impl Qualifier {
    /// Its sign in EDTF.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Sure => "",
            Self::Uncertain => "?",
            Self::Approximate => "~",
            Self::Both => "%",
        }
    }
}

impl Season {
    /// Its first month.
    fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    /// Its number in EDTF.
    pub fn number(self) -> u8 {
        match self {
            Self::Spring => 21,
            Self::Summer => 22,
            Self::Autumn => 23,
            Self::Winter => 24,
        }
    }
}

/// The days of `months` months from the first of `month`.
fn months_from(year: i64, month: u8, months: u8) -> DayRange {
    let last = i64::from(month) - 1 + i64::from(months);
    let (end_year, end_month) = (year.saturating_add(last / 12), u8::try_from(last % 12 + 1).unwrap_or(1));
    DayRange { from: Day::from_ymd(year, month, 1), to: Day::from_ymd(end_year, end_month, 1) }
}

impl Date {
    /// A date of full precision.
    pub fn of_day(day: Day) -> Self {
        let civil = day.civil();
        Self { year: Year::Known(civil.year), part: Part::Day(civil.month, civil.day), qualifier: Qualifier::Sure }
    }

    /// The days that it covers.
    pub fn range(&self) -> DayRange {
        let year = match self.year {
            Year::Known(year) => year,
            Year::Open { digits, unknown } => {
                let width = 10_i64.pow(u32::from(unknown.min(4)));
                return DayRange {
                    from: Day::from_ymd(digits.saturating_mul(width), 1, 1),
                    to: Day::from_ymd(digits.saturating_add(1).saturating_mul(width), 1, 1),
                };
            }
        };
        match self.part {
            Part::Whole | Part::SomeMonth | Part::SomeDayOfYear => months_from(year, 1, 12),
            Part::Month(month) | Part::SomeDay(month) => months_from(year, month, 1),
            Part::Season(season) => months_from(year, season.first_month(), 3),
            Part::Quarter(quarter) => months_from(year, quarter.saturating_sub(1).min(3) * 3 + 1, 3),
            Part::Day(month, day) | Part::Moment(month, day, _) => {
                let from = Day::from_ymd(year, month, day.min(days_in_month(year, month)));
                DayRange { from, to: from.map(|day| day.plus(1)) }
            }
        }
    }

    /// Whether it names one day.
    pub fn is_day(&self) -> bool {
        matches!((self.year, self.part), (Year::Known(_), Part::Day(..) | Part::Moment(..)))
    }
}

impl Edtf {
    /// One day.
    pub fn of_day(day: Day) -> Self {
        Self::Date(Date::of_day(day))
    }

    /// The days that it covers; for a one-of set, from the first that it may be to the last.
    pub fn range(&self) -> DayRange {
        match self {
            Self::Date(date) => date.range(),
            Self::Interval(start, end) => DayRange { from: start.range().from, to: end.range().to },
            Self::OneOf(choices) => {
                let ranges: Vec<DayRange> = choices.iter().map(Choice::range).collect();
                DayRange {
                    from: ranges.iter().map(|range| range.from).min().flatten(),
                    to: ranges.iter().map(|range| range.to).max_by_key(|to| (to.is_none(), *to)).flatten(),
                }
            }
        }
    }

    /// The dates that it names, in its own order.
    pub fn dates(&self) -> Vec<&Date> {
        match self {
            Self::Date(date) => vec![date],
            Self::Interval(start, end) => [start, end].into_iter().filter_map(Bound::date).collect(),
            Self::OneOf(choices) => choices
                .iter()
                .flat_map(|choice| match choice {
                    Choice::Date(date) => [Some(date), None],
                    Choice::Range(from, to) => [from.as_ref(), to.as_ref()],
                })
                .flatten()
                .collect(),
        }
    }

    /// Whether any part of it is marked approximate or uncertain.
    pub fn is_qualified(&self) -> bool {
        self.dates().iter().any(|date| date.qualifier != Qualifier::Sure)
    }

    /// The one day that it names, if it does.
    pub fn single_day(&self) -> Option<Day> {
        match self {
            Self::Date(date) if date.is_day() => date.range().from,
            _ => None,
        }
    }

    /// The value for HTML's `<time datetime>`: the day, or else the month, or else the year that all of it lies in.
    /// Nothing where it lies in no one year, where HTML has none (before the year 1), and where it is about then or
    /// doubted, which HTML cannot say.
    pub fn html_datetime(&self) -> Option<String> {
        let DayRange { from, to } = self.range();
        let (from, last) = (from?, to?.plus(-1).civil());
        let first = from.civil();
        if self.is_qualified() || first.year < 1 || first.year != last.year {
            return None;
        }
        Some(match (first.month == last.month, first.day == last.day) {
            (true, true) => from.to_string(),
            (true, false) => format!("{:04}-{:02}", first.year, first.month),
            (false, _) => format!("{:04}", first.year),
        })
    }
}

impl Bound {
    /// Its date, where it has one.
    pub fn date(&self) -> Option<&Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }

    /// The days that it covers: none for an open or unknown end.
    pub fn range(&self) -> DayRange {
        self.date().map(Date::range).unwrap_or_default()
    }
}

impl Choice {
    fn range(&self) -> DayRange {
        match self {
            Self::Date(date) => date.range(),
            Self::Range(from, to) => DayRange {
                from: from.as_ref().and_then(|date| date.range().from),
                to: to.as_ref().and_then(|date| date.range().to),
            },
        }
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Known(year @ 0..=9999) => write!(f, "{year:04}"),
            Self::Known(year @ -9999..=-1) => write!(f, "-{:04}", -year),
            Self::Known(year) => write!(f, "Y{year}"),
            Self::Open { digits, unknown } => {
                let unknown = usize::from(unknown.min(4));
                write!(f, "{digits:0width$}{}", "X".repeat(unknown), width = 4 - unknown)
            }
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.year)?;
        match self.part {
            Part::Whole => {}
            Part::Month(month) => write!(f, "-{month:02}")?,
            Part::Day(month, day) => write!(f, "-{month:02}-{day:02}")?,
            Part::Moment(month, day, clock) => write!(f, "-{month:02}-{day:02}T{clock}")?,
            Part::Season(season) => write!(f, "-{}", season.number())?,
            Part::Quarter(quarter) => write!(f, "-{}", u16::from(quarter) + 32)?,
            Part::SomeMonth => write!(f, "-XX")?,
            Part::SomeDay(month) => write!(f, "-{month:02}-XX")?,
            Part::SomeDayOfYear => write!(f, "-XX-XX")?,
        }
        write!(f, "{}", self.qualifier.sign())
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}{}", self.hour, self.minute, self.second, self.zone)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Local => Ok(()),
            Self::Utc => write!(f, "Z"),
            Self::Shift(minutes) => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
            }
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(f, "{date}"),
            Self::Open => write!(f, ".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(f, "{date}"),
            Self::Interval(start, end) => write!(f, "{start}/{end}"),
            Self::OneOf(choices) => {
                write!(f, "[")?;
                for (n, choice) in choices.iter().enumerate() {
                    if n > 0 {
                        write!(f, ",")?;
                    }
                    match choice {
                        Choice::Date(date) => write!(f, "{date}")?,
                        Choice::Range(from, to) => {
                            from.iter().try_for_each(|date| write!(f, "{date}"))?;
                            write!(f, "..")?;
                            to.iter().try_for_each(|date| write!(f, "{date}"))?;
                        }
                    }
                }
                write!(f, "]")
            }
        }
    }
}
