//! The days of a range: each end lends the other what only it says.

use super::node::{Calendar, Fields, Node, YearRef};
use super::resolve::{Env, Value, in_hijri_year, resolve};
use super::tense::Tense;
use crate::date::{Day, Hijri};

/// The days from one end to the other; nothing where the second is before the first.
pub(super) fn range(from: &Node, to: &Node, env: &Env) -> Option<Value> {
    if let (Node::Weekday { .. }, Node::Weekday { .. }) = (from, to) {
        return weekdays(from, to, env);
    }
    let lent = with_month(from, to);
    let from = lent.as_ref().unwrap_or(from);
    let hijri = from.calendar() == Calendar::Hijri || to.calendar() == Calendar::Hijri;
    let told = |fields: &Fields| fields.which.is_some() || fields.month_by.is_some();
    let (first, second) = if let Some(now) = around_now(from, to, env) {
        now
    } else if to.fields().is_some_and(|fields| fields.same_month) {
        let first = resolve(from, env)?;
        let second = in_the_month_of(to, from, &first, env)?;
        (first, second)
    } else if is_bare_day(from) && is_bare_day(to) {
        // «с 17-го по 19-е»: of one month.
        (resolve(from, env)?, resolve(to, env)?)
    } else if hijri || (year_of(from).is_some() && year_of(to).is_some()) {
        (resolve(from, env)?, resolve(to, env)?)
    } else if year_of(from).is_some()
        || (year_of(to).is_none() && env.tense == Tense::Future && !to.fields().is_some_and(told))
    {
        forwards(from, to, env)?
    } else {
        backwards(from, to, env)?
    };
    if start(&first) > start(&second) {
        // «من غد الأربعاء حتى الجمعة»: the next of its kind, whatever the verb tells.
        return if matches!(from, Node::Shift { .. }) { until_weekday(to, start(&first)?, env) } else { None };
    }
    Some(Value {
        end: Some(second.end.unwrap_or(second.start)),
        reckoned: first.reckoned || second.reckoned,
        weekday_differs: first.weekday_differs || second.weekday_differs,
        ..Value::of(first.start)
    })
}

/// The days of this year between two days that name no year, where the day of reading is one of them: the verb tells
/// nothing then («10 и 11 января прошли слушания»).
fn around_now(from: &Node, to: &Node, env: &Env) -> Option<(Value, Value)> {
    let anchor = env.anchor.filter(|_| env.story_year.is_none())?;
    let plain = |node: &Node| {
        node.fields().is_some_and(|fields| {
            let bare = fields.year == YearRef::None && fields.which.is_none() && fields.month_by.is_none();
            bare && fields.calendar == Calendar::Gregorian && fields.month.is_some() && fields.day.is_some()
        })
    };
    if !plain(to) || !plain(from) {
        return None;
    }
    let year = YearRef::Known(anchor.civil().year);
    let (first, second) = (resolve(&with_year(from, year), env)?, resolve(&with_year(to, year), env)?);
    let (start, end) = (start(&first)?, start(&second)?);
    (start <= anchor && anchor <= end).then_some((first, second))
}

/// The first end in the month that only the second names, or in the one before: «من الأحد 19 إلى الثلاثاء 21 مايو».
fn with_month(from: &Node, to: &Node) -> Option<Node> {
    let (first, last) = (from.fields()?, to.fields()?);
    let months = |fields: &Fields| fields.month.is_some() || fields.month_by.is_some() || fields.same_month;
    if months(first) || !(last.month.is_some() || last.month_by.is_some()) {
        return None;
    }
    let turned = first.day? > last.day?;
    let month = last.month.map(|month| if turned { (month + 10) % 12 + 1 } else { month });
    let month_by = last.month_by.map(|by| by - i64::from(turned));
    Some(Node::Date(Fields { calendar: last.calendar, month, month_by, ..*first }))
}

/// Whether a day names neither month nor year.
fn is_bare_day(node: &Node) -> bool {
    let bare = |it: &Fields| it.month.is_none() && it.month_by.is_none() && it.year == YearRef::None;
    node.fields().is_some_and(|fields| fields.day.is_some() && bare(fields))
}

fn start(value: &Value) -> Option<Day> {
    value.range().from
}

fn start_year(value: &Value) -> i64 {
    start(value).map_or(0, |day| day.civil().year)
}

fn year_of(node: &Node) -> Option<YearRef> {
    node.fields().map(|fields| fields.year).filter(|year| *year != YearRef::None)
}

/// The end with a year, where it names none and can take one.
fn with_year(node: &Node, year: YearRef) -> Node {
    match node {
        Node::Date(fields) if fields.year == YearRef::None && fields.month_by.is_none() && !fields.same_month => {
            Node::Date(Fields { year, which: None, ..*fields })
        }
        other => other.clone(),
    }
}

/// The first end as it is said, and the second as the next of its kind.
fn forwards(from: &Node, to: &Node, env: &Env) -> Option<(Value, Value)> {
    let first = resolve(from, env)?;
    let year = start_year(&first);
    let second = resolve(&with_year(to, YearRef::Known(year)), env)?;
    let turned = start(&second) < start(&first);
    let second = if turned { resolve(&with_year(to, YearRef::Known(year + 1)), env)? } else { second };
    Some((first, second))
}

/// The second end as it is said, and the first as the last of its kind before.
fn backwards(from: &Node, to: &Node, env: &Env) -> Option<(Value, Value)> {
    let second = resolve(to, env)?;
    let year = start_year(&second);
    let first = resolve(&with_year(from, year_of(to).unwrap_or(YearRef::Known(year))), env)?;
    let turned = start(&first) > start(&second);
    let earlier = if turned { resolve(&with_year(from, YearRef::Known(year - 1)), env) } else { None };
    Some((earlier.unwrap_or(first), second))
}

/// «من الاثنين إلى الخميس»: within one week, ahead or behind.
fn weekdays(from: &Node, to: &Node, env: &Env) -> Option<Value> {
    let day = |node: &Node| resolve(node, env).and_then(|value| start(&value));
    let (first, last) = (day(from)?, day(to)?);
    let apart = (last.0 - first.0).rem_euclid(7);
    let named = matches!(from, Node::Weekday { which: Some(1..), .. });
    let ahead = named || matches!(env.tense, Tense::Future | Tense::LikelyFuture);
    let first = if ahead { first } else { last.plus(-apart) };
    Some(Value::days(first, first.plus(apart + 1)))
}

/// The days from one up to the next day of the week of a name.
fn until_weekday(to: &Node, first: Day, env: &Env) -> Option<Value> {
    let Node::Weekday { which: None, .. } = to else { return None };
    let apart = (start(&resolve(to, env)?)?.0 - first.0).rem_euclid(7);
    Some(Value::days(first, first.plus(apart + 1)))
}

/// «14 منه», «الخامس عشر منه»: of the month of the first end, in its calendar.
fn in_the_month_of(to: &Node, from: &Node, first: &Value, env: &Env) -> Option<Value> {
    let day = start(first)?;
    let fields = *to.fields()?;
    if from.calendar() == Calendar::Hijri {
        let day = Hijri::of(day)?;
        return in_hijri_year(&Fields { month: Some(day.month), ..fields }, day.year);
    }
    resolve(to, &Env { last: Some(day), ..*env })
}
