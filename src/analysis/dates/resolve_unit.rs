//! The days of what is counted from another day: yesterday, last week, the next three months, days of the week,
//! and parts of a period.

use super::node::{Counted, Edge, Unit};
use super::resolve::{Env, Value, Written, about, date, day_months_from, monday_of, month_from, weekday_differs};
use super::tense::Tense;
use crate::date::{Date, Day, DayRange, Part, Qualifier, Year};

/// Where a present form hints at the future, a day behind must be this many times nearer.
const BEHIND_COSTS: i64 = 3;
/// And where nothing hints at all, a day ahead: only tomorrow beats the days behind.
const OPEN_AHEAD_COSTS: i64 = 4;

pub(super) fn shift(unit: Unit, by: i64, weekday: Option<u8>, anchor: Day) -> Option<Value> {
    let of_day = |day: Day| Value::of(Date::of_day(day));
    Some(match unit {
        Unit::Day => {
            let mut value = of_day(anchor.plus(by));
            value.weekday_differs = weekday_differs(weekday, &value);
            // «أمس الثلاثاء» in a text that came out a day late: the name of the day is the surer of the two.
            if value.weekday_differs
                && let Some(said) = weekday
            {
                let near = [by - 1, by + 1].into_iter().map(|by| anchor.plus(by));
                if let Some(day) = near.into_iter().find(|day| day.weekday().index() == said) {
                    value = Value { weekday_differs: true, ..of_day(day) };
                }
            }
            value
        }
        Unit::Week => match weekday {
            // "two weeks ago Tuesday": counted from the last one.
            Some(day) => {
                let back = (i64::from(anchor.weekday().index()) - i64::from(day)).rem_euclid(7);
                of_day(anchor.plus(7 * by - back))
            }
            None => Value::of(about(Date::of_day(anchor.plus(7 * by)))),
        },
        Unit::Month => Value::of(about(Date::of_day(day_months_from(anchor, by)?))),
        Unit::Thirtieth => Value::of(about(Date::of_day(day_months_from(anchor, by / 30)?.plus(by % 30)))),
        Unit::Year => {
            let civil = anchor.civil();
            Value::of(about(date(civil.year + by, Part::Month(civil.month))))
        }
        Unit::Decade => Value::of(about(date(anchor.civil().year + 10 * by, Part::Whole))),
        Unit::Century => Value::of(about(date(anchor.civil().year + 100 * by, Part::Whole))),
        Unit::Quarter | Unit::Half | Unit::Weekend | Unit::TenDays => return None,
    })
}

pub(super) fn whole(unit: Unit, by: i64, env: &Env) -> Option<Value> {
    let anchor = env.anchor?;
    let monday = env.monday(anchor);
    let civil = anchor.civil();
    Some(match unit {
        Unit::Day => Value::of(Date::of_day(anchor.plus(by))),
        Unit::Week => {
            let first = monday.plus(7 * by);
            Value { written: Written::Week(first), ..Value::days(first, first.plus(7)) }
        }
        Unit::Weekend => {
            // Within a week of its end the last weekend is the one that has passed.
            let monday_after = anchor.weekday().index() == 0 && env.tense == Tense::Open;
            let back = by == 0 && (monday_after || env.tense == Tense::Past && anchor.weekday().index() < 5);
            let first = monday.plus(5 + 7 * (by - i64::from(back)));
            Value { written: Written::Weekend(first), ..Value::days(first, first.plus(2)) }
        }
        Unit::Month => {
            let (year, month) = month_from(anchor, by);
            Value::month(year, month)?
        }
        Unit::Quarter => {
            let quarters = civil.year * 4 + i64::from((civil.month - 1) / 3) + by;
            Value::of(date(quarters.div_euclid(4), Part::Quarter(u8::try_from(quarters.rem_euclid(4) + 1).ok()?)))
        }
        Unit::Year => Value::of(date(civil.year + by, Part::Whole)),
        Unit::Decade => {
            let decade = Year::Open { digits: civil.year / 10 + by, unknown: 1 };
            Value::of(Date { year: decade, part: Part::Whole, qualifier: Qualifier::Sure })
        }
        Unit::Century => century((civil.year - 1) / 100 + 1 + by),
        Unit::Half | Unit::TenDays | Unit::Thirtieth => return None,
    })
}

pub(super) fn stretch(unit: Unit, count: i64, anchor: Day) -> Option<Value> {
    let far = match unit {
        Unit::Day => anchor.plus(count),
        Unit::Week => anchor.plus(7 * count),
        Unit::Month => day_months_from(anchor, count)?,
        Unit::Year => day_months_from(anchor, 12 * count)?,
        Unit::Decade => day_months_from(anchor, 120 * count)?,
        _ => return None,
    };
    let (from, to) = (anchor.min(far), anchor.max(far));
    Some(match unit {
        Unit::Year | Unit::Decade => {
            Value::between(date(from.civil().year, Part::Whole), date(to.civil().year, Part::Whole))
        }
        _ => Value::days(from, to.plus(1)),
    })
}

/// So many units up to the end of a day or month.
pub(super) fn up_to(unit: Unit, count: i64, of: &Value) -> Option<Value> {
    let end = of.range().to?;
    // "the year to April": in months.
    if let (Year::Known(year), Part::Month(month), None) = (of.start.year, of.start.part, &of.end)
        && unit != Unit::Week
    {
        let count = if unit == Unit::Year { 12 * count } else { count };
        let first = day_months_from(Day::from_ymd(year, month, 1)?, 1 - count)?.civil();
        return Some(Value::between(date(first.year, Part::Month(first.month)), date(year, Part::Month(month))));
    }
    let start = match unit {
        Unit::Week => end.plus(-7 * count),
        Unit::Month => day_months_from(end, -count)?,
        _ => day_months_from(end, -12 * count)?,
    };
    Some(Value::days(start, end))
}

pub(super) fn weekday(day: i64, which: Option<i64>, week: Option<i64>, env: &Env) -> Option<Value> {
    let anchor = env.anchor?;
    let today = i64::from(anchor.weekday().index());
    if let Some(week) = week {
        return Some(Value::of(Date::of_day(monday_of(anchor).plus(7 * week + day))));
    }
    let back = (today - day).rem_euclid(7);
    let on = (day - today).rem_euclid(7);
    let strictly = |days: i64| if days == 0 { 7 } else { days };
    let by = match which {
        Some(which @ ..=-1) => -strictly(back) + 7 * (which + 1),
        Some(which @ 1) if env.next_is_of_next_week => 7 * which - today + day,
        Some(which @ 1..) => strictly(on) + 7 * (which - 1),
        Some(0) if env.tense == Tense::Past => -back,
        Some(0) => {
            if env.strictly_ahead {
                strictly(on)
            } else {
                on
            }
        }
        None => match env.tense {
            Tense::Future if env.strictly_ahead => strictly(on),
            Tense::LikelyFuture if back * BEHIND_COSTS < on => -back,
            Tense::Future | Tense::LikelyFuture => on,
            Tense::Open if on * OPEN_AHEAD_COSTS < back => on,
            Tense::Past | Tense::Open => -back,
        },
    };
    Some(Value::of(Date::of_day(anchor.plus(by))))
}

pub(super) fn nth_of(nth: i64, what: Counted, of: &Value) -> Option<Value> {
    let range = of.range();
    let (from, to) = (range.from?, range.to?);
    let inside = |day: Day| (from <= day && day < to).then_some(day);
    let from_end = -(nth + 1);
    match what {
        Counted::Weekday(day) => {
            let first = (i64::from(day) - i64::from(from.weekday().index())).rem_euclid(7);
            let last = (i64::from(to.plus(-1).weekday().index()) - i64::from(day)).rem_euclid(7);
            let found = if nth > 0 { from.plus(first + 7 * (nth - 1)) } else { to.plus(-1 - last - 7 * from_end) };
            inside(found).map(|day| Value::of(Date::of_day(day)))
        }
        Counted::Unit(Unit::Day) => {
            let found = if nth > 0 { from.plus(nth - 1) } else { to.plus(nth) };
            inside(found).map(|day| Value::of(Date::of_day(day)))
        }
        Counted::Unit(Unit::Week) => {
            let start = if nth > 0 { from.plus(7 * (nth - 1)) } else { to.plus(7 * nth) };
            inside(start).map(|start| Value::days(start, start.plus(7).min(to)))
        }
        Counted::Unit(Unit::Weekend) => {
            let saturday = (5 - i64::from(from.weekday().index())).rem_euclid(7);
            let back = (i64::from(to.plus(-1).weekday().index()) - 5).rem_euclid(7);
            let found = if nth > 0 { from.plus(saturday + 7 * (nth - 1)) } else { to.plus(-1 - back - 7 * from_end) };
            inside(found).map(|day| Value::days(day, day.plus(2)))
        }
        Counted::Unit(Unit::TenDays) => {
            let start = from.plus(10 * (nth - 1));
            (1..=3).contains(&nth).then(|| Value::days(start, if nth == 3 { to } else { start.plus(10) }))
        }
        Counted::Unit(Unit::Month) => match (of.start.year, of.start.part, &of.end) {
            (Year::Known(year), Part::Whole, None) if (-12..=12).contains(&nth) => {
                Value::month(year, if nth < 0 { 13 + nth } else { nth })
            }
            _ => None,
        },
        Counted::Unit(unit @ (Unit::Half | Unit::Quarter | Unit::Decade))
            if to.civil().year - from.civil().year > 1 =>
        {
            part_of_years(nth, unit, from.civil().year, to.civil().year)
        }
        Counted::Unit(Unit::Half) if matches!(of.start.part, Part::Month(_)) => {
            let middle = from.plus(15);
            Some(if nth == 1 { Value::days(from, middle) } else { Value::days(middle, to) })
        }
        Counted::Unit(Unit::Half) => {
            let Year::Known(year) = of.start.year else { return None };
            let half = if nth == 1 { 1 } else { 2 };
            let first = if half == 1 { 1 } else { 7 };
            let value = Value::between(date(year, Part::Month(first)), date(year, Part::Month(first + 5)));
            (nth.abs() <= 2).then_some(Value { written: Written::Half(year, half), ..value })
        }
        Counted::Unit(_) => None,
    }
}

/// A half of a decade, or a half, quarter or decade of a century, whose years lie from one up to another.
fn part_of_years(nth: i64, unit: Unit, from: i64, to: i64) -> Option<Value> {
    let parts = match unit {
        Unit::Half => 2,
        Unit::Quarter => 4,
        _ => 10,
    };
    let nth = if nth < 0 { parts + nth + 1 } else { nth };
    let year = |nth: i64| from + (to - from) * nth / parts;
    let whole = |year: i64| date(year, Part::Whole);
    (1..=parts).contains(&nth).then(|| Value::between(whole(year(nth - 1)), whole(year(nth) - 1)))
}

/// So many units from the start of a year or month, or from its end.
pub(super) fn portion_of(unit: Unit, count: i64, of: &Value) -> Option<Value> {
    let range = of.range();
    let (from, to) = (range.from?, range.to?);
    let months = match unit {
        Unit::Month => count.abs(),
        Unit::Quarter => 3 * count.abs(),
        Unit::Day | Unit::Week => {
            let days = if unit == Unit::Week { 7 * count } else { count };
            return Some(if count > 0 { Value::days(from, from.plus(days)) } else { Value::days(to.plus(days), to) });
        }
        _ => return None,
    };
    let (Year::Known(year), Part::Whole) = (of.start.year, of.start.part) else { return None };
    let (first, last) = if count > 0 { (1, months) } else { (13 - months, 12) };
    let month = |number: i64| Some(date(year, Part::Month(u8::try_from(number).ok()?)));
    (1..=12).contains(&months).then_some(Value::between(month(first)?, month(last)?))
}

/// The value stays that of the whole; the days are those of its third. The middle of a month is about the 15th.
pub(super) fn edge_of(edge: Edge, whole: Value) -> Value {
    if let (Edge::Last, Year::Known(year), Part::Whole, None) = (edge, whole.start.year, whole.start.part, &whole.end)
        && let Some(last) = Value::month(year, 12)
    {
        return last;
    }
    if let (Edge::Middle, Year::Known(year), Part::Month(month), None) =
        (edge, whole.start.year, whole.start.part, &whole.end)
    {
        return Value::of(about(date(year, Part::Day(month, 15))));
    }
    let range = whole.range();
    let within = range.days().zip(range.from).map(|(days, from)| {
        let third = (days / 3).max(1);
        let (start, end) = match edge {
            Edge::Start => (0, third),
            Edge::Middle => (third, days - third),
            Edge::End | Edge::Last => (days - third, days),
        };
        DayRange::new(from.plus(start), from.plus(end))
    });
    Value { within, ..whole }
}

pub(super) fn century(number: i64) -> Value {
    let (first, last) =
        if number > 0 { ((number - 1) * 100 + 1, number * 100) } else { (number * 100 + 1, (number + 1) * 100) };
    let written = if number > 0 { Written::Century(number) } else { Written::Dates };
    Value { written, ..Value::between(date(first, Part::Whole), date(last, Part::Whole)) }
}
