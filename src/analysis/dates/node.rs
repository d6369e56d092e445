//! What a date expression means before anyone knows when it was written: resolved by `resolve.rs`.

use crate::date::Season;

/// The calendar that an expression counts in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Gregorian.
    #[default]
    Gregorian,
    /// Hijri: Umm al-Qura where its table reaches, else reckoned.
    Hijri,
}

/// A unit of time, by its number in the lexicons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Weekend,
    /// «декада»: ten days of a month.
    TenDays,
    /// A thirtieth of a month: in it, months and days are counted together («شهر و21 يوماً»).
    Thirtieth,
}

impl Unit {
    pub(super) fn of(number: i64) -> Option<Self> {
        Some(match number {
            0 => Self::Day,
            1 => Self::Week,
            2 => Self::Month,
            3 | 15 => Self::Quarter,
            4 => Self::Half,
            5 => Self::Year,
            6 => Self::Decade,
            7 => Self::Century,
            8 => Self::Weekend,
            14 => Self::TenDays,
            _ => return None,
        })
    }
}

/// Which year is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum YearRef {
    /// Not said.
    #[default]
    None,
    /// That year.
    Known(i64),
    /// So many from the one of the anchor: "last year" is -1.
    By(i64),
    /// So many from the one mentioned last: 0 is "the same year", 1 «العام التالي».
    Same(i64),
}

/// The fields of a calendar date, each as far as it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) calendar: Calendar,
    pub(super) year: YearRef,
    pub(super) month: Option<u8>,
    /// 0 is that of the anchor, in a year that is told.
    pub(super) day: Option<u8>,
    /// 0 for Monday.
    pub(super) weekday: Option<u8>,
    pub(super) season: Option<Season>,
    pub(super) quarter: Option<u8>,
    /// "last" (-1), "this" (0) or "next" (1) of these fields: «سبتمبر الماضي».
    pub(super) which: Option<i64>,
    /// The month is the one so many from the anchor's: «العاشر من الشهر الماضي».
    pub(super) month_by: Option<i64>,
    /// The month is the one mentioned last: «الخامس عشر منه».
    pub(super) same_month: bool,
}

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
    /// Of a year its last month: "by the end of the year".
    Last,
}

impl Edge {
    pub(super) fn of(number: i64) -> Self {
        match number {
            1 => Self::Start,
            2 => Self::Middle,
            4 => Self::Last,
            _ => Self::End,
        }
    }
}

/// What is counted off inside a period: "the first Monday of".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    Unit(Unit),
    Weekday(u8),
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// A calendar date, month, year, season or quarter.
    Date(Fields),
    /// So many units from the anchor: "yesterday", "two weeks ago". With the day of the week that stands beside it.
    Shift { unit: Unit, by: i64, weekday: Option<u8> },
    /// The week, month, year… so many from the anchor's: "last week".
    Whole { unit: Unit, by: i64 },
    /// The `count` units that lie before or behind the anchor: "the past three months".
    Stretch { unit: Unit, count: i64 },
    /// A day of the week; `which` as in "last Monday", `week` as in "Monday of next week".
    Weekday { day: u8, which: Option<i64>, week: Option<i64> },
    /// The so-and-so-many-th day of the week from now: "three Fridays from now".
    Fridays { day: u8, count: i64 },
    /// The `nth` (from the end where negative) of something in a period.
    Nth { nth: i64, what: Counted, of: Box<Node> },
    /// The first `count` units of a period; the last where it is negative: «первые три квартала 2023 года».
    Portion { unit: Unit, count: i64, of: Box<Node> },
    /// The `count` units that end with a day or a month: "the three months to September 30".
    UpTo { unit: Unit, count: i64, of: Box<Node> },
    /// The start, middle or end of a period.
    Edge { edge: Edge, of: Box<Node> },
    /// Ten years from `first`.
    Decade { first: i64 },
    /// The so-and-so-many-th century of this era or, negative, of the one before.
    Century { number: i64 },
    /// A named day: month and day, in a calendar and a year.
    Feast { calendar: Calendar, month: u8, day: u8, year: YearRef },
    /// Read on another date than that of publication: on the one told last ("the following day"), or on one beside it
    /// ("the day after Christmas").
    Then { node: Box<Node>, of: Option<Box<Node>> },
    /// The part of a year told last, in another year: «الفترة نفسها من العام الماضي».
    Again { year: YearRef },
    /// From one to the other.
    Range(Box<Node>, Box<Node>),
}

impl Node {
    /// Whether its value hangs on the day that it is read on.
    pub(super) fn is_relative(&self) -> bool {
        match self {
            Self::Date(fields) => !matches!(fields.year, YearRef::Known(_)),
            Self::Feast { year, .. } => !matches!(year, YearRef::Known(_)),
            Self::Nth { of, .. } | Self::Edge { of, .. } | Self::Portion { of, .. } | Self::UpTo { of, .. } => {
                of.is_relative()
            }
            Self::Then { of, .. } => of.as_ref().is_none_or(|of| of.is_relative()),
            Self::Range(from, to) => from.is_relative() || to.is_relative(),
            Self::Decade { .. } | Self::Century { .. } => false,
            _ => true,
        }
    }

    /// The same part of another year; nothing where it is none.
    pub(super) fn in_another(&self, year: YearRef) -> Option<Self> {
        let of = |of: &Self| of.in_another(year).map(Box::new);
        Some(match self {
            Self::Date(fields) if fields.day.is_none() && fields.calendar == Calendar::Gregorian => {
                Self::Date(Fields { year, which: None, ..*fields })
            }
            Self::Nth { nth, what, of: whole } => Self::Nth { nth: *nth, what: *what, of: of(whole)? },
            Self::Portion { unit, count, of: whole } => Self::Portion { unit: *unit, count: *count, of: of(whole)? },
            Self::Range(from, to) => Self::Range(of(from)?, of(to)?),
            _ => return None,
        })
    }

    /// Whether it is a part of a year and no whole one: a month, a quarter, «الأشهر التسعة الأولى».
    pub(super) fn is_part_of_year(&self) -> bool {
        match self {
            Self::Date(it) => it.day.is_none() && (it.month.is_some() || it.quarter.is_some() || it.season.is_some()),
            Self::Nth { of, .. } | Self::Portion { of, .. } => of.in_another(YearRef::None).is_some(),
            Self::Range(from, to) => from.is_part_of_year() && to.is_part_of_year(),
            _ => false,
        }
    }

    pub(super) fn fields(&self) -> Option<&Fields> {
        if let Self::Date(fields) = self { Some(fields) } else { None }
    }

    /// The calendar it counts in.
    pub(super) fn calendar(&self) -> Calendar {
        match self {
            Self::Date(fields) => fields.calendar,
            Self::Feast { calendar, .. } => *calendar,
            Self::Nth { of, .. } | Self::Edge { of, .. } | Self::Range(_, of) => of.calendar(),
            _ => Calendar::Gregorian,
        }
    }
}

/// Days with days, months with months, years with years.
pub(super) fn kind_of(node: &Node) -> u8 {
    match node {
        Node::Date(fields) if fields.day.is_some() => 0,
        Node::Weekday { .. } | Node::Shift { unit: Unit::Day, .. } => 0,
        Node::Date(fields) if fields.month.is_some() => 1,
        Node::Date(fields) if fields.season.is_some() => 2,
        Node::Date(_) => 3,
        Node::Edge { of, .. } => kind_of(of),
        Node::Decade { .. } => 4,
        Node::Century { .. } => 5,
        _ => 6,
    }
}
