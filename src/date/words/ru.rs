//! Dates in Russian, in the case that the words before them ask for.

use super::super::edtf::{Clock, Date, Part, Season, Year, Zone};
use super::{Shared, doubts, nth, open_years, shared, shift};

pub(super) const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// As the GOST 7.12 abbreviates them behind the number of a day.
pub(super) const MONTHS_SHORT: [&str; 12] =
    ["янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."];

const MONTHS_GENITIVE: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

/// The case of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// Alone.
    Nominative,
    /// Behind «около», «с», «до».
    Genitive,
    /// Behind «по».
    Accusative,
}

use Case::{Accusative, Genitive, Nominative};

pub(super) fn date(date: &Date) -> String {
    let (about, doubted) = doubts(date);
    let words = if about { format!("около {}", bare(date, Genitive)) } else { bare(date, Nominative) };
    words + doubt(doubted)
}

/// «со 2 по 7 января 2022 года».
pub(super) fn span(from: &Date, to: &Date) -> String {
    format!("{} {}", since(from, &first(from, to)), up_to(to))
}

pub(super) fn from(from: &Date, end_unknown: bool) -> String {
    let words = since(from, &bare(from, Genitive));
    if end_unknown {
        format!("{words}, окончание неизвестно")
    } else {
        format!("начиная {words}")
    }
}

pub(super) fn until(to: &Date, start_unknown: bool) -> String {
    let (about, doubted) = doubts(to);
    let about = if about { "примерно " } else { "" };
    let unknown = if start_unknown { ", начало неизвестно" } else { "" };
    format!("{about}до {} включительно{}{unknown}", bare(to, Genitive), doubt(doubted))
}

/// «в один из дней со 2 по 7 января 2022 года».
pub(super) fn between(from: &Date, to: &Date) -> String {
    let days = matches!((from.part, to.part), (Part::Day(..), Part::Day(..)));
    let one = if days { "в один из дней" } else { "в какой-то момент" };
    format!("{one} {}", span(from, to))
}

/// «с января 2022 года», «примерно со 2 января 2022 года»: the words are in the genitive.
fn since(date: &Date, words: &str) -> String {
    let (about, doubted) = doubts(date);
    let about = if about { "примерно " } else { "" };
    // Before «второго» the preposition takes a vowel: «со 2 января», «со II квартала».
    let second = matches!(words.split(' ').next(), Some("2" | "II"));
    let with = if second { "со" } else { "с" };
    format!("{about}{with} {words}{}", doubt(doubted))
}

/// «по март 2022 года».
fn up_to(date: &Date) -> String {
    let (about, doubted) = doubts(date);
    let about = if about { "примерно " } else { "" };
    format!("{about}по {}{}", bare(date, Accusative), doubt(doubted))
}

fn doubt(doubted: bool) -> &'static str {
    if doubted { " (предположительно)" } else { "" }
}

/// The first of two dates in the genitive, without what the second says too.
fn first(from: &Date, to: &Date) -> String {
    match (shared(from, to), from.part, from.year) {
        (Shared::Month, Part::Day(_, day), _) => day.to_string(),
        (Shared::Year, Part::Day(month, day), _) => format!("{day} {}", nth(&MONTHS_GENITIVE, month)),
        (Shared::Year, Part::Month(month), _) => nth(&MONTHS_GENITIVE, month).to_owned(),
        (Shared::Year, Part::Season(name), _) => season(name, Genitive).to_owned(),
        (Shared::Year, Part::Quarter(quarter), _) => format!("{} квартала", nth(&QUARTERS, quarter)),
        (_, Part::Whole, Year::Known(year @ 1..)) if common_years(from, to) => year.to_string(),
        _ => bare(from, Genitive),
    }
}

/// Whether both are plain years, so that «с 2014 по 2022 год» says the word once.
fn common_years(from: &Date, to: &Date) -> bool {
    let plain = |date: &Date| {
        matches!((date.year, date.part), (Year::Known(1..), Part::Whole)) && doubts(date) == (false, false)
    };
    plain(from) && plain(to)
}

/// A date without its qualifier.
fn bare(date: &Date, case: Case) -> String {
    let number = match date.year {
        Year::Known(number) => number,
        Year::Open { digits, unknown } => return open(digits, unknown, case),
    };
    let of_year = || year(number, Genitive);
    match date.part {
        Part::Whole => year(number, case),
        Part::Month(name) => format!("{} {}", month(name, case), of_year()),
        Part::Day(month, day) => format!("{day} {} {}", nth(&MONTHS_GENITIVE, month), of_year()),
        Part::Moment(month, day, clock) => {
            format!("{day} {} {}, {}", nth(&MONTHS_GENITIVE, month), of_year(), hour(clock))
        }
        Part::Season(name) => format!("{} {}", season(name, case), of_year()),
        Part::Quarter(quarter) => {
            let word = if case == Genitive { "квартала" } else { "квартал" };
            format!("{} {word} {}", nth(&QUARTERS, quarter), of_year())
        }
        Part::SomeMonth => format!("{}, месяц не указан", year(number, case)),
        Part::SomeDay(name) => format!("{} {}, день не указан", month(name, case), of_year()),
        Part::SomeDayOfYear => format!("{}, день не указан", year(number, case)),
    }
}

fn year(number: i64, case: Case) -> String {
    let word = if case == Genitive { "года" } else { "год" };
    if number > 0 {
        format!("{number} {word}")
    } else {
        format!("{} {word} до н. э.", 1_i64.saturating_sub(number))
    }
}

fn month(month: u8, case: Case) -> &'static str {
    nth(if case == Genitive { &MONTHS_GENITIVE } else { &MONTHS }, month)
}

/// `199X` is «1990-е годы».
fn open(digits: i64, unknown: u8, case: Case) -> String {
    let (first, last) = open_years(digits, unknown);
    match (unknown, case) {
        (1, Genitive) => format!("{first}-х годов"),
        (1, _) => format!("{first}-е годы"),
        (_, Genitive) => format!("{first}–{last} годов"),
        _ => format!("{first}–{last} годы"),
    }
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

fn season(season: Season, case: Case) -> &'static str {
    match (season, case) {
        (Season::Spring, Nominative) => "весна",
        (Season::Spring, Genitive) => "весны",
        (Season::Spring, Accusative) => "весну",
        (Season::Summer, Genitive) => "лета",
        (Season::Summer, _) => "лето",
        (Season::Autumn, Genitive) => "осени",
        (Season::Autumn, _) => "осень",
        (Season::Winter, Nominative) => "зима",
        (Season::Winter, Genitive) => "зимы",
        (Season::Winter, Accusative) => "зиму",
    }
}
