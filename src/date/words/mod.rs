//! How a date is read out: by the Gregorian names that the region's news uses, in Western digits. Each language
//! builds its own sentences, for each bends its dates in its own way.

mod ar;
mod en;
mod ru;

use super::day::Day;
use super::edtf::{Bound, Choice, Date, Edtf, Part, Qualifier, Year, Zone};
use crate::text::Lang;

/// The name of a month (1 to 12) as it stands alone or before a year; empty for any other number.
pub fn month_name(lang: Lang, month: u8) -> &'static str {
    let names = match lang {
        Lang::Ar => &ar::MONTHS,
        Lang::Ru => &ru::MONTHS,
        Lang::En => &en::MONTHS,
    };
    nth(names, month)
}

/// The name of a month (1 to 12) behind the number of a day where room is short: «9 янв.», “9 Jan”. Arabic has no
/// short forms that readers know.
pub fn month_name_short(lang: Lang, month: u8) -> &'static str {
    match lang {
        Lang::Ar => nth(&ar::MONTHS, month),
        Lang::Ru => nth(&ru::MONTHS_SHORT, month),
        Lang::En => nth(&en::MONTHS_SHORT, month),
    }
}

/// The same where no day stands before it: «сент.», and «март», for what is not abbreviated has cases.
pub fn month_name_short_alone(lang: Lang, month: u8) -> &'static str {
    let short = month_name_short(lang, month);
    if lang == Lang::Ru && !short.ends_with('.') { month_name(lang, month) } else { short }
}

/// A day in words: «9 يناير 2022», «9 января 2022 года», “9 January 2022”.
pub fn day_words(lang: Lang, day: Day) -> String {
    date_words(lang, &Date::of_day(day))
}

/// A year, those before 1 CE counted back from it: «2022», «45 до н. э.».
pub fn year_words(lang: Lang, year: i64) -> String {
    if year > 0 {
        return year.to_string();
    }
    let era = match lang {
        Lang::Ar => "ق.م.",
        Lang::Ru => "до н. э.",
        Lang::En => "BCE",
    };
    format!("{} {era}", 1_i64.saturating_sub(year))
}

/// An EDTF value in words that say what is known and what is not: «في وقت ما بين 2 و7 يناير 2022»,
/// «начиная со 2 января 2022 года», “about 5 January 2022”.
pub fn edtf_words(lang: Lang, value: &Edtf) -> String {
    match value {
        Edtf::Date(date) => date_words(lang, date),
        Edtf::Interval(start, end) => interval_words(lang, start, end),
        Edtf::OneOf(choices) => {
            let or = match lang {
                Lang::Ar => " أو ",
                Lang::Ru => " или ",
                Lang::En => " or ",
            };
            choices.iter().map(|choice| choice_words(lang, choice)).collect::<Vec<_>>().join(or)
        }
    }
}

fn date_words(lang: Lang, date: &Date) -> String {
    match lang {
        Lang::Ar => ar::date(date),
        Lang::Ru => ru::date(date),
        Lang::En => en::date(date),
    }
}

fn interval_words(lang: Lang, start: &Bound, end: &Bound) -> String {
    match (start, end) {
        (Bound::Date(from), Bound::Date(to)) => match lang {
            Lang::Ar => ar::span(from, to),
            Lang::Ru => ru::span(from, to),
            Lang::En => en::span(from, to),
        },
        (Bound::Date(from), end) => match lang {
            Lang::Ar => ar::from(from, *end == Bound::Unknown),
            Lang::Ru => ru::from(from, *end == Bound::Unknown),
            Lang::En => en::from(from, *end == Bound::Unknown),
        },
        (start, Bound::Date(to)) => match lang {
            Lang::Ar => ar::until(to, *start == Bound::Unknown),
            Lang::Ru => ru::until(to, *start == Bound::Unknown),
            Lang::En => en::until(to, *start == Bound::Unknown),
        },
        _ => match lang {
            Lang::Ar => "تاريخ غير معروف",
            Lang::Ru => "дата неизвестна",
            Lang::En => "date not known",
        }
        .to_owned(),
    }
}

fn choice_words(lang: Lang, choice: &Choice) -> String {
    match choice {
        Choice::Date(date) => date_words(lang, date),
        Choice::Range(Some(from), Some(to)) => match lang {
            Lang::Ar => ar::between(from, to),
            Lang::Ru => ru::between(from, to),
            Lang::En => en::between(from, to),
        },
        Choice::Range(Some(from), None) => match lang {
            Lang::Ar => format!("{} أو بعده", ar::date(from)),
            Lang::Ru => format!("{} или позже", ru::date(from)),
            Lang::En => format!("{} or later", en::date(from)),
        },
        Choice::Range(None, Some(to)) => match lang {
            Lang::Ar => format!("{} أو قبله", ar::date(to)),
            Lang::Ru => format!("{} или ранее", ru::date(to)),
            Lang::En => format!("{} or earlier", en::date(to)),
        },
        Choice::Range(None, None) => interval_words(lang, &Bound::Open, &Bound::Open),
    }
}

/// What two dates that are read out together share, so that it is said once, behind the second.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shared {
    /// Nothing: both are said in full.
    Nothing,
    /// The year: «من 30 يناير إلى 2 فبراير 2022», «с января по март 2022 года».
    Year,
    /// The year and the month: «من 2 إلى 7 يناير 2022».
    Month,
}

fn shared(from: &Date, to: &Date) -> Shared {
    let sure = from.qualifier == Qualifier::Sure && to.qualifier == Qualifier::Sure;
    if !sure || from.year != to.year || !matches!(from.year, Year::Known(_)) {
        return Shared::Nothing;
    }
    match (from.part, to.part) {
        (Part::Day(month, _), Part::Day(other, _)) if month == other => Shared::Month,
        (Part::Day(..), Part::Day(..))
        | (Part::Month(_), Part::Month(_))
        | (Part::Season(_), Part::Season(_))
        | (Part::Quarter(_), Part::Quarter(_)) => Shared::Year,
        _ => Shared::Nothing,
    }
}

/// The first and last years of digits whose rest is open: 1990 and 1999 of `199X`.
fn open_years(digits: i64, unknown: u8) -> (i64, i64) {
    let width = 10_i64.pow(u32::from(unknown.min(4)));
    let first = digits.saturating_mul(width);
    (first, first.saturating_add(width - 1))
}

/// Whether it is approximate, and whether its source is doubted.
fn doubts(date: &Date) -> (bool, bool) {
    (
        matches!(date.qualifier, Qualifier::Approximate | Qualifier::Both),
        matches!(date.qualifier, Qualifier::Uncertain | Qualifier::Both),
    )
}

/// The one of some names that a number from 1 says; empty for any other number.
fn nth<const N: usize>(names: &[&'static str; N], number: u8) -> &'static str {
    names.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}

/// A shift from UTC as it is written behind its name: `+06:00`; nothing for UTC and for a time whose place is
/// not said.
fn shift(zone: Zone) -> Option<String> {
    matches!(zone, Zone::Shift(_)).then(|| zone.to_string())
}
