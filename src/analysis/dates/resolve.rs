//! From what an expression means to the days that it covers, given the day that it is read on.

use super::movable::movable;
use super::node::{Calendar, Fields, Node, YearRef};
use super::resolve_range::range;
use super::resolve_unit::{century, edge_of, nth_of, portion_of, shift, stretch, up_to, weekday, whole};
use super::tense::Tense;
use crate::date::{Bound, Date, Day, DayRange, Edtf, Hijri, Part, Qualifier, Season, Year, days_in_month, hijri_month};

/// What an expression is read against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Env {
    /// The day of publication, or of the utterance.
    pub(super) anchor: Option<Day>,
    pub(super) tense: Tense,
    /// Whether the future is asked for, and so never today.
    pub(super) strictly_ahead: bool,
    /// Whether a Sunday begins a week, as in Arab countries.
    pub(super) sunday_first: bool,
    /// Whether "next Tuesday" is the one of next week, as in English.
    pub(super) next_is_of_next_week: bool,
    /// The first day of the date mentioned last.
    pub(super) last: Option<Day>,
    /// The Hijri year mentioned last.
    pub(super) last_hijri_year: Option<i64>,
    /// A year in which the story stands just now.
    pub(super) story_year: Option<i64>,
}

/// What TIMEX3 has a form of its own for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Nothing but its dates.
    Dates,
    /// The week of this day.
    Week(Day),
    /// The weekend of the week of this day.
    Weekend(Day),
    /// The first or second half of a year.
    Half(i64, u8),
    /// A century of this era, counted from 1.
    Century(i64),
}

/// A value: a date, or from one to another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    pub(super) start: Date,
    pub(super) end: Option<Date>,
    /// How TIMEX3 writes it.
    pub(super) written: Written,
    /// The days, where they are fewer than those of the dates.
    pub(super) within: Option<DayRange>,
    /// Whether the day of the week that was said is another.
    pub(super) weekday_differs: bool,
    /// Whether the Hijri date lies outside the table.
    pub(super) reckoned: bool,
}

/// Ahead, a day must be this many times nearer to be meant where nothing says which: news looks back.
const AHEAD_COSTS: i64 = 2;
/// Where a present form hints at the future, a day behind must be this many times nearer.
const BEHIND_COSTS: i64 = 6;
/// Where a past form stands beside it, a day ahead must be this many times nearer than the one a year before, and at
/// most so many days away.
const PAST_AHEAD_COSTS: i64 = 10;
const CLOSE_AHEAD: i64 = 7;
/// Years searched for one in which the day of the week fits.
const WEEKDAY_YEARS: i64 = 6;

pub(super) fn date(year: i64, part: Part) -> Date {
    Date { year: Year::Known(year), part, qualifier: Qualifier::Sure }
}

pub(super) fn about(date: Date) -> Date {
    Date { qualifier: Qualifier::Approximate, ..date }
}

impl Value {
    pub(super) fn of(start: Date) -> Self {
        Self { start, end: None, written: Written::Dates, within: None, weekday_differs: false, reckoned: false }
    }

    pub(super) fn between(start: Date, end: Date) -> Self {
        Self { end: Some(end), ..Self::of(start) }
    }

    /// The days from `from` up to, not including, `to`.
    pub(super) fn days(from: Day, to: Day) -> Self {
        Self::between(Date::of_day(from), Date::of_day(to.plus(-1)))
    }

    pub(super) fn month(year: i64, month: i64) -> Option<Self> {
        Some(Self::of(date(year, Part::Month(u8::try_from(month).ok()?))))
    }

    pub(super) fn edtf(&self) -> Edtf {
        match &self.end {
            None => Edtf::Date(self.start.clone()),
            Some(end) => Edtf::Interval(Bound::Date(self.start.clone()), Bound::Date(end.clone())),
        }
    }

    pub(super) fn range(&self) -> DayRange {
        let whole = self.start.range();
        self.within.unwrap_or_else(|| match &self.end {
            None => whole,
            Some(end) => DayRange { from: whole.from, to: end.range().to },
        })
    }
}

/// The month `by` months from that of a day.
pub(super) fn month_from(day: Day, by: i64) -> (i64, i64) {
    let civil = day.civil();
    let months = civil.year * 12 + i64::from(civil.month) - 1 + by;
    (months.div_euclid(12), months.rem_euclid(12) + 1)
}

/// The same day `by` months later, or the last of that month.
pub(super) fn day_months_from(day: Day, by: i64) -> Option<Day> {
    let (year, month) = month_from(day, by);
    let month = u8::try_from(month).ok()?;
    Day::from_ymd(year, month, day.civil().day.min(days_in_month(year, month)))
}

pub(super) fn monday_of(day: Day) -> Day {
    day.plus(-i64::from(day.weekday().index()))
}

impl Env {
    /// The Monday of the week of a day.
    pub(super) fn monday(&self, day: Day) -> Day {
        monday_of(if self.sunday_first { day.plus(1) } else { day })
    }

    /// How far a stretch of days lies from the anchor, and on which side.
    fn cost(&self, range: DayRange, anchor: Day) -> Option<i64> {
        let (from, to) = (range.from?, range.to?);
        let (behind, ahead) = (anchor.0 - (to.0 - 1), from.0 - anchor.0);
        Some(match self.tense {
            _ if behind <= 0 && ahead <= 0 => 0,
            Tense::Past | Tense::Open if behind > 0 => behind,
            Tense::Future if ahead > 0 => ahead,
            Tense::LikelyFuture if behind > 0 => behind * BEHIND_COSTS,
            Tense::LikelyFuture => ahead,
            Tense::Open => ahead * AHEAD_COSTS,
            // «أكدت أنها تعمل من 29 رمضان»: a day close ahead is meant rather than one almost a year ago.
            Tense::Past if ahead <= CLOSE_AHEAD && to.0 - from.0 == 1 => ahead * PAST_AHEAD_COSTS,
            // The other direction is taken only where there is nothing in this one.
            Tense::Past => ahead + 1_000_000,
            Tense::Future => behind + 1_000_000,
        })
    }

    fn pick(&self, anchor: Day, candidates: Vec<Value>) -> Option<Value> {
        let costs = candidates.into_iter().filter_map(|value| Some((self.cost(value.range(), anchor)?, value)));
        costs.min_by_key(|(cost, _)| *cost).map(|(_, value)| value)
    }

    /// "last", "this", "next" of something that comes once a year.
    fn pick_which(&self, which: i64, anchor: Day, candidates: Vec<Value>) -> Option<Value> {
        let mut candidates = candidates;
        let ends_before = |value: &Value| value.range().to.is_some_and(|to| to <= anchor);
        let begins_after = |value: &Value| value.range().from.is_some_and(|from| from > anchor);
        match which {
            ..=-1 => candidates.retain(ends_before),
            1.. => candidates.retain(begins_after),
            0 => return self.pick(anchor, candidates),
        }
        let far = usize::try_from(which.abs() - 1).unwrap_or_default();
        if which < 0 { candidates.into_iter().rev().nth(far) } else { candidates.into_iter().nth(far) }
    }
}

/// The value of an expression; nothing where it needs a day to be read on, and there is none.
pub(super) fn resolve(node: &Node, env: &Env) -> Option<Value> {
    match node {
        Node::Date(fields) => match fields.calendar {
            Calendar::Gregorian => gregorian(fields, env),
            Calendar::Hijri => hijri(fields, env),
        },
        Node::Shift { unit, by, weekday } => shift(*unit, *by, *weekday, env.anchor?),
        Node::Whole { unit, by } => whole(*unit, *by, env),
        Node::Stretch { unit, count } => stretch(*unit, *count, env.anchor?),
        Node::Weekday { day, which, week } => weekday(i64::from(*day), *which, *week, env),
        Node::Fridays { day, count } => {
            let anchor = env.anchor?;
            let first = i64::from(*day) - i64::from(anchor.weekday().index());
            let days = if *count > 0 {
                (first - 1).rem_euclid(7) + 1 + 7 * (count - 1)
            } else {
                -((-first - 1).rem_euclid(7) + 1) + 7 * (count + 1)
            };
            Some(Value::of(Date::of_day(anchor.plus(days))))
        }
        Node::Nth { nth, what, of } => nth_of(*nth, *what, &resolve(of, env)?),
        Node::Portion { unit, count, of } => portion_of(*unit, *count, &resolve(of, env)?),
        Node::UpTo { unit, count, of } => up_to(*unit, *count, &resolve(of, env)?),
        Node::Edge { edge, of } => Some(edge_of(*edge, resolve(of, env)?)),
        Node::Decade { first } => {
            let decade = Year::Open { digits: first / 10, unknown: 1 };
            Some(Value::of(Date { year: decade, part: Part::Whole, qualifier: Qualifier::Sure }))
        }
        Node::Century { number } => Some(century(*number)),
        Node::Feast { calendar, month, day, year } => feast(*calendar, *month, *day, *year, env),
        Node::Then { node, of } => {
            let of = of.as_ref().map_or(Some(env.last), |of| resolve(of, env).map(|value| value.range().from))?;
            resolve(node, &Env { anchor: Some(of?), ..*env })
        }
        Node::Range(from, to) => range(from, to, env),
        Node::Again { .. } => None,
    }
}

fn known_year(fields_year: YearRef, env: &Env) -> Option<i64> {
    match fields_year {
        YearRef::Known(year) => Some(year),
        YearRef::By(by) => Some(env.anchor?.civil().year + by),
        YearRef::Same(by) => Some(env.last?.civil().year + by),
        YearRef::None => None,
    }
}

/// What the fields say in a given year.
pub(super) fn in_year(fields: &Fields, year: i64) -> Option<Value> {
    let part = match (fields.month, fields.day, fields.season, fields.quarter) {
        (Some(month @ 13..), Some(day), ..) => {
            let civil = movable(year, month - 13, i64::from(day))?.civil();
            Part::Day(civil.month, civil.day)
        }
        (Some(month), Some(day), ..) => {
            Day::from_ymd(year, month, day)?;
            Part::Day(month, day)
        }
        (Some(month), ..) => Part::Month(month),
        (_, _, Some(season), _) => Part::Season(season),
        (_, _, _, Some(quarter)) => Part::Quarter(quarter),
        _ => Part::Whole,
    };
    let mut value = Value::of(date(year, part));
    value.weekday_differs = weekday_differs(fields.weekday, &value);
    Some(value)
}

pub(super) fn weekday_differs(said: Option<u8>, value: &Value) -> bool {
    said.is_some_and(|said| value.start.is_day() && value.range().from.is_some_and(|day| day.weekday().index() != said))
}

fn gregorian(fields: &Fields, env: &Env) -> Option<Value> {
    if let Some(year) = known_year(fields.year, env) {
        let own = env.anchor.filter(|_| fields.month_by == Some(0)).map(Day::civil);
        let day = |of: u8| fields.day.map(|day| if day == 0 { of } else { day });
        let there = own.map(|own| Fields { month: Some(own.month), day: day(own.day), ..*fields });
        return in_year(&there.unwrap_or(*fields), year);
    }
    if fields.year != YearRef::None {
        return None;
    }
    if let Some(by) = fields.month_by {
        let (year, month) = month_from(env.anchor?, by);
        return in_year(&Fields { month: u8::try_from(month).ok(), ..*fields }, year);
    }
    if fields.same_month || (fields.month.is_none() && fields.day.is_some()) {
        return day_of_month(fields, env);
    }
    let anchor = env.anchor?;
    let year = anchor.civil().year;
    let candidates = |year: i64, reach: i64| -> Vec<Value> {
        (year - reach..=year + reach).filter_map(|year| in_year(fields, year)).collect()
    };
    if let Some(which) = fields.which {
        // «آذار الجاري» is of this year, and "this March" too.
        return if which == 0 && fields.season.is_none_or(|season| season != Season::Winter) {
            in_year(fields, year)
        } else {
            env.pick_which(which, anchor, candidates(year, 2))
        };
    }
    if let Some(story) = env.story_year {
        return in_year(fields, story);
    }
    if fields.quarter.is_some() && !env.strictly_ahead {
        return quarter(candidates(year, 1), anchor, env.tense);
    }
    let nearest = env.pick(anchor, candidates(year, 1));
    let fitting = |reach: i64| {
        let mut years = candidates(year, reach);
        years.retain(|value| !value.weekday_differs);
        env.pick(anchor, years)
    };
    match nearest {
        Some(value) if value.weekday_differs => {
            let further = || if env.strictly_ahead { fitting(WEEKDAY_YEARS) } else { None };
            fitting(1).or_else(further).or(Some(value))
        }
        Some(value) => Some(value),
        // The 29th of February is looked for further away.
        None => env.pick(anchor, candidates(year, 4)),
    }
}

/// Quarters are those of the year's accounts: the nearest that has begun, or is not over where the text looks ahead.
fn quarter(mut candidates: Vec<Value>, anchor: Day, tense: Tense) -> Option<Value> {
    candidates.retain(|value| {
        let range = value.range();
        match tense {
            Tense::Past => range.from.is_some_and(|from| from <= anchor),
            Tense::Future => range.to.is_some_and(|to| to > anchor),
            _ => true,
        }
    });
    candidates.into_iter().min_by_key(|value| {
        let range = value.range();
        range.from.zip(range.to).map_or(i64::MAX, |(from, to)| (anchor.0 - to.0).max(from.0 - anchor.0))
    })
}

/// A day of a month that is not named: of the one mentioned last, else the nearest that fits.
fn day_of_month(fields: &Fields, env: &Env) -> Option<Value> {
    let near = |day: &Day| fields.same_month || env.anchor.is_none_or(|anchor| (anchor.0 - day.0).abs() < 62);
    if let Some(last) = env.last.filter(near) {
        let civil = last.civil();
        let found = in_year(&Fields { month: Some(civil.month), ..*fields }, civil.year);
        let found = found.filter(|value| fields.same_month || !value.weekday_differs);
        // A day of the week tells of another month.
        if found.is_some() || fields.weekday.is_none() {
            return found;
        }
    }
    let anchor = env.anchor?;
    let months = (-1..=1).filter_map(|by| {
        let (year, month) = month_from(anchor, by);
        in_year(&Fields { month: u8::try_from(month).ok(), ..*fields }, year).filter(|value| !value.weekday_differs)
    });
    env.pick(anchor, months.collect())
}

/// What Hijri fields say in a given Hijri year, in Gregorian days.
pub(super) fn in_hijri_year(fields: &Fields, year: i64) -> Option<Value> {
    let first = hijri_month(year, fields.month.unwrap_or(1))?;
    let mut value = match (fields.month, fields.day) {
        (Some(month), Some(day)) => Value::of(Date::of_day(Hijri { year, month, day }.to_day()?)),
        (Some(_), None) => Value::days(first.start, first.start.plus(i64::from(first.days))),
        (None, _) => Value::days(first.start, hijri_month(year + 1, 1)?.start),
    };
    value.reckoned = !first.tabled;
    if value.reckoned {
        value.start = about(value.start);
        value.end = value.end.map(about);
    }
    value.weekday_differs = weekday_differs(fields.weekday, &value);
    Some(value)
}

fn hijri(fields: &Fields, env: &Env) -> Option<Value> {
    let now = env.anchor.and_then(Hijri::of);
    match fields.year {
        YearRef::Known(year) => return in_hijri_year(fields, year),
        YearRef::By(by) => return in_hijri_year(fields, now?.year + by),
        YearRef::Same(by) => return in_hijri_year(fields, env.last_hijri_year? + by),
        YearRef::None => {}
    }
    let (anchor, now) = (env.anchor?, now?);
    let years = (now.year - 1..=now.year + 1).filter_map(|year| in_hijri_year(fields, year)).collect();
    match fields.which {
        Some(0) => in_hijri_year(fields, now.year),
        Some(which) => env.pick_which(which, anchor, years),
        None => env.pick(anchor, years),
    }
}

fn feast(calendar: Calendar, month: u8, day: u8, year: YearRef, env: &Env) -> Option<Value> {
    let fields = Fields { calendar, year, month: Some(month), day: Some(day), ..Fields::default() };
    match (calendar, year) {
        // «عيد الفطر 2024»: the year is Gregorian.
        (Calendar::Hijri, YearRef::Known(known)) if known > 1600 => {
            let first = Hijri::of(Day::from_ymd(known, 1, 1)?)?.year;
            let years = (first..=first + 1).filter_map(|year| in_hijri_year(&fields, year));
            years.into_iter().find(|value| value.range().from.is_some_and(|day| day.civil().year == known))
        }
        (Calendar::Hijri, _) => hijri(&fields, env),
        (Calendar::Gregorian, _) => gregorian(&fields, env),
    }
}

/// Whether a season's name fits the year it is given: kept for the page's words.
pub(super) fn season_letters(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}
