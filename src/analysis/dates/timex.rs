//! TIMEX3 values (ISO-TimeML, ISO 24617-1): `2022-01-10`, `2022-W02`, `2022-SP`, `2022-Q1`, `197`, and with what
//! is not known as X: `XXXX-01-10`, `XXXX-WXX-1`.

use super::node::{Fields, Node, Unit};
use super::resolve::{Value, Written, monday_of, season_letters};
use crate::date::{Date, Day, Part, Year};

/// The value of a resolved expression; a range is written as its two ends.
pub(super) fn timex3(value: &Value) -> String {
    match (value.written, &value.end) {
        (Written::Week(day), _) => week(day),
        (Written::Weekend(day), _) => [&week(day), "-WE"].concat(),
        (Written::Half(year, half), _) => format!("{year:04}-H{half}"),
        (Written::Century(number), _) => format!("{:02}", number - 1),
        (Written::Dates, None) => of_date(&value.start),
        (Written::Dates, Some(end)) => [&of_date(&value.start), "/", &of_date(end)].concat(),
    }
}

/// The ISO week of a day: `2022-W02`.
fn week(day: Day) -> String {
    let thursday = monday_of(day).plus(3);
    let year = thursday.civil().year;
    let first = Day::from_ymd(year, 1, 1).unwrap_or(thursday);
    format!("{year:04}-W{:02}", (thursday.0 - first.0) / 7 + 1)
}

fn of_date(date: &Date) -> String {
    let year = match date.year {
        Year::Known(year) => year,
        Year::Open { digits, .. } => return format!("{digits}"),
    };
    match date.part {
        Part::Month(month) | Part::SomeDay(month) => format!("{year:04}-{month:02}"),
        Part::Day(month, day) | Part::Moment(month, day, _) => format!("{year:04}-{month:02}-{day:02}"),
        Part::Season(season) => format!("{year:04}-{}", season_letters(season)),
        Part::Quarter(quarter) => format!("{year:04}-Q{quarter}"),
        Part::Whole | Part::SomeMonth | Part::SomeDayOfYear => format!("{year:04}"),
    }
}

/// The value of an expression that nothing could resolve.
pub(super) fn unresolved(node: &Node) -> String {
    match node {
        Node::Date(Fields { month: Some(month), day: Some(day), .. }) => format!("XXXX-{month:02}-{day:02}"),
        Node::Date(Fields { month: Some(month), .. }) => format!("XXXX-{month:02}"),
        Node::Date(Fields { day: Some(day), .. }) => format!("XXXX-XX-{day:02}"),
        Node::Date(Fields { season: Some(season), .. }) => ["XXXX-", season_letters(*season)].concat(),
        Node::Date(Fields { quarter: Some(quarter), .. }) => format!("XXXX-Q{quarter}"),
        Node::Weekday { day, .. } => format!("XXXX-WXX-{}", day + 1),
        Node::Shift { by: ..=-1, .. } | Node::Stretch { count: ..=-1, .. } => "PAST_REF".to_owned(),
        Node::Shift { by: 0, unit: Unit::Day, .. } => "PRESENT_REF".to_owned(),
        Node::Shift { .. } | Node::Stretch { .. } => "FUTURE_REF".to_owned(),
        Node::Whole { unit: Unit::Week, .. } => "XXXX-WXX".to_owned(),
        Node::Whole { unit: Unit::Month, .. } => "XXXX-XX".to_owned(),
        Node::Edge { of, .. } | Node::Nth { of, .. } | Node::Portion { of, .. } => unresolved(of),
        Node::Range(from, to) => [&unresolved(from), "/", &unresolved(to)].concat(),
        _ => "XXXX".to_owned(),
    }
}
