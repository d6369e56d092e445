//! Dates in Arabic.

use super::super::edtf::{Clock, Date, Part, Season, Year, Zone};
use super::{Shared, doubts, nth, open_years, shared, shift, year_words};
use crate::text::Lang;

pub(super) const MONTHS: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

const QUARTERS: [&str; 4] = ["الأول", "الثاني", "الثالث", "الرابع"];

/// The decades from the twenties on have names; the first two are counted.
const DECADES: [&str; 10] = [
    "العقد الأول من",
    "العقد الثاني من",
    "عشرينيات",
    "ثلاثينيات",
    "أربعينيات",
    "خمسينيات",
    "ستينيات",
    "سبعينيات",
    "ثمانينيات",
    "تسعينيات",
];

/// The centuries, as they stand behind «القرن» in the genitive.
const CENTURIES: [&str; 21] = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
    "الحادي عشر",
    "الثاني عشر",
    "الثالث عشر",
    "الرابع عشر",
    "الخامس عشر",
    "السادس عشر",
    "السابع عشر",
    "الثامن عشر",
    "التاسع عشر",
    "العشرين",
    "الحادي والعشرين",
];

pub(super) fn date(date: &Date) -> String {
    let (about, doubted) = doubts(date);
    let mut words = if about { format!("حوالي {}", bare(date)) } else { bare(date) };
    if doubted {
        words.push_str(" (غير مؤكد)");
    }
    words
}

pub(super) fn span(from: &Date, to: &Date) -> String {
    format!("من {} إلى {}", first(from, to), date(to))
}

pub(super) fn from(from: &Date, end_unknown: bool) -> String {
    if end_unknown {
        format!("من {} إلى تاريخ غير معروف", date(from))
    } else {
        format!("ابتداءً من {}", date(from))
    }
}

pub(super) fn until(to: &Date, start_unknown: bool) -> String {
    let words = date(to);
    if start_unknown {
        format!("حتى {words}، والبداية غير معروفة")
    } else {
        format!("حتى {words}")
    }
}

pub(super) fn between(from: &Date, to: &Date) -> String {
    match (year_alone(from), year_alone(to)) {
        (Some(from), Some(to)) => format!("في وقت ما بين عامي {from} و{to}"),
        _ => format!("في وقت ما بين {} و{}", first(from, to), date(to)),
    }
}

/// The year of a date that is sure and says no more than its year.
fn year_alone(date: &Date) -> Option<String> {
    match (date.year, date.part, doubts(date)) {
        (Year::Known(year), Part::Whole, (false, false)) => Some(year_words(Lang::Ar, year)),
        _ => None,
    }
}

/// The first of two dates, without what the second says too.
fn first(from: &Date, to: &Date) -> String {
    match (shared(from, to), from.part) {
        (Shared::Month, Part::Day(_, day)) => day.to_string(),
        (Shared::Year, Part::Day(month, day)) => format!("{day} {}", nth(&MONTHS, month)),
        (Shared::Year, Part::Month(month)) => nth(&MONTHS, month).to_owned(),
        (Shared::Year, Part::Season(name)) => season(name).to_owned(),
        (Shared::Year, Part::Quarter(quarter)) => format!("الربع {}", nth(&QUARTERS, quarter)),
        _ => date(from),
    }
}

/// A date without its qualifier.
fn bare(date: &Date) -> String {
    let year = match date.year {
        Year::Known(year) => year_words(Lang::Ar, year),
        Year::Open { digits, unknown } => return open(digits, unknown),
    };
    match date.part {
        Part::Whole => format!("عام {year}"),
        Part::Month(month) => format!("{} {year}", nth(&MONTHS, month)),
        Part::Day(month, day) => format!("{day} {} {year}", nth(&MONTHS, month)),
        Part::Moment(month, day, clock) => format!("{day} {} {year}، {}", nth(&MONTHS, month), hour(clock)),
        Part::Season(name) => format!("{} {year}", season(name)),
        Part::Quarter(quarter) => format!("الربع {} من عام {year}", nth(&QUARTERS, quarter)),
        Part::SomeMonth => format!("شهر غير محدد من عام {year}"),
        Part::SomeDay(month) => format!("يوم غير محدد من {} {year}", nth(&MONTHS, month)),
        Part::SomeDayOfYear => format!("يوم غير محدد من عام {year}"),
    }
}

/// `199X` is «تسعينيات القرن العشرين».
fn open(digits: i64, unknown: u8) -> String {
    let (first, last) = open_years(digits, unknown);
    let decade = usize::try_from(digits % 10).ok().and_then(|n| DECADES.get(n)).filter(|_| unknown == 1);
    let century = usize::try_from(digits / 10).ok().and_then(|n| CENTURIES.get(n));
    match (decade, century) {
        (Some(decade), Some(century)) => format!("{decade} القرن {century}"),
        _ => format!("بين عامي {first} و{last}"),
    }
}

/// The left-to-right mark keeps the sign of the shift before its digits.
fn hour(clock: Clock) -> String {
    let Clock { hour, minute, zone, .. } = clock;
    let place = match (zone, shift(zone)) {
        (Zone::Utc, _) => " بتوقيت غرينتش".to_owned(),
        (_, Some(shift)) => format!(" بتوقيت غرينتش \u{200E}{shift}"),
        (_, None) => String::new(),
    };
    format!("الساعة {hour:02}:{minute:02}{place}")
}

fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "ربيع",
        Season::Summer => "صيف",
        Season::Autumn => "خريف",
        Season::Winter => "شتاء",
    }
}
