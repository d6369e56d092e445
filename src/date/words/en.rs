//! Dates in English.

use super::super::edtf::{Clock, Date, Part, Season, Year, Zone};
use super::{Shared, doubts, nth, open_years, shared, shift, year_words};
use crate::text::Lang;

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) const MONTHS_SHORT: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const QUARTERS: [&str; 4] = ["first", "second", "third", "fourth"];

pub(super) fn date(date: &Date) -> String {
    let (about, doubted) = doubts(date);
    let mut words = if about { format!("about {}", bare(date)) } else { bare(date) };
    if doubted {
        words.push_str(" (uncertain)");
    }
    words
}

pub(super) fn span(from: &Date, to: &Date) -> String {
    format!("{} to {}", first(from, to), date(to))
}

pub(super) fn from(from: &Date, end_unknown: bool) -> String {
    let words = date(from);
    if end_unknown { format!("from {words}, end not known") } else { format!("from {words} on") }
}

pub(super) fn until(to: &Date, start_unknown: bool) -> String {
    let words = date(to);
    if start_unknown { format!("until {words}, start not known") } else { format!("until {words}") }
}

pub(super) fn between(from: &Date, to: &Date) -> String {
    format!("at some time between {} and {}", first(from, to), date(to))
}

/// The first of two dates, without what the second says too.
fn first(from: &Date, to: &Date) -> String {
    match (shared(from, to), from.part) {
        (Shared::Month, Part::Day(_, day)) => day.to_string(),
        (Shared::Year, Part::Day(month, day)) => format!("{day} {}", nth(&MONTHS, month)),
        (Shared::Year, Part::Month(month)) => nth(&MONTHS, month).to_owned(),
        (Shared::Year, Part::Season(name)) => season(name).to_owned(),
        (Shared::Year, Part::Quarter(quarter)) => format!("the {} quarter", nth(&QUARTERS, quarter)),
        _ => date(from),
    }
}

/// A date without its qualifier.
fn bare(date: &Date) -> String {
    let year = match date.year {
        Year::Known(year) => year_words(Lang::En, year),
        Year::Open { digits, unknown } => return open(digits, unknown),
    };
    match date.part {
        Part::Whole => year,
        Part::Month(month) => format!("{} {year}", nth(&MONTHS, month)),
        Part::Day(month, day) => format!("{day} {} {year}", nth(&MONTHS, month)),
        Part::Moment(month, day, clock) => format!("{day} {} {year}, {}", nth(&MONTHS, month), hour(clock)),
        Part::Season(name) => format!("{} {year}", season(name)),
        Part::Quarter(quarter) => format!("the {} quarter of {year}", nth(&QUARTERS, quarter)),
        Part::SomeMonth => format!("{year}, month not given"),
        Part::SomeDay(month) => format!("{} {year}, day not given", nth(&MONTHS, month)),
        Part::SomeDayOfYear => format!("{year}, day not given"),
    }
}

/// `199X` is “the 1990s”.
fn open(digits: i64, unknown: u8) -> String {
    let (first, last) = open_years(digits, unknown);
    if unknown == 1 { format!("the {first}s") } else { format!("between {first} and {last}") }
}

fn hour(clock: Clock) -> String {
    let Clock { hour, minute, zone, .. } = clock;
    let place = match (zone, shift(zone)) {
        (Zone::Utc, _) => " UTC".to_owned(),
        (_, Some(shift)) => format!(" UTC{shift}"),
        (_, None) => String::new(),
    };
    format!("{hour:02}:{minute:02}{place}")
}

fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}
