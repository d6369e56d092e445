//! Days, EDTF values, and how they are read out.

use proptest::prelude::*;
use siyaq::date::{
    Bound, Choice, Civil, Clock, Date, Day, DayRange, Edtf, Part, Qualifier, Season, Weekday, Year, Zone, day_words,
    days_in_month, edtf_words, is_leap, month_name, month_name_short_alone, year_words,
};
use siyaq::text::Lang;

#[test]
fn days_are_counted_from_1970() {
    // Day numbers and weekdays as Python's datetime counts them, and before the year 1 by 400-year eras.
    let rows = [
        ("the first", (1970, 1, 1), 0, Weekday::Thursday),
        ("the day before", (1969, 12, 31), -1, Weekday::Wednesday),
        ("a leap day of a century", (2000, 2, 29), 11_016, Weekday::Tuesday),
        ("a century without one", (1900, 3, 1), -25_508, Weekday::Thursday),
        ("the article's day", (2022, 1, 10), 19_002, Weekday::Monday),
        ("the day that Rome's reform began", (1582, 10, 15), -141_427, Weekday::Friday),
        ("the day before it, proleptic", (1582, 10, 14), -141_428, Weekday::Thursday),
        ("year one", (1, 1, 1), -719_162, Weekday::Monday),
        ("year zero is a leap year", (0, 2, 29), -719_469, Weekday::Tuesday),
        ("the Julian period", (-4713, 11, 24), -2_440_588, Weekday::Monday),
        ("the end of four digits", (9999, 12, 31), 2_932_896, Weekday::Friday),
    ];
    for (name, (year, month, day), number, weekday) in rows {
        let found = Day::from_ymd(year, month, day);
        assert_eq!(found, Some(Day(number)), "{name}");
        assert_eq!(Day(number).civil(), Civil { year, month, day }, "{name}");
        assert_eq!(Day(number).weekday(), weekday, "{name}");
    }
}

#[test]
fn days_that_no_calendar_has() {
    let rows = [(2022, 2, 29), (1900, 2, 29), (2022, 4, 31), (2022, 0, 1), (2022, 13, 1), (2022, 1, 0), (2022, 1, 32)];
    for (year, month, day) in rows {
        assert_eq!(Day::from_ymd(year, month, day), None, "{year}-{month}-{day}");
    }
    for year in [i64::MIN, i64::MAX, i64::MAX / 365] {
        assert_eq!(Day::from_ymd(year, 1, 1), None, "{year}: too far away to be counted");
    }
}

#[test]
fn iso_days_are_read() {
    let rows = [
        ("2022-01-10", Some("2022-01-10")),
        ("2022-01-10T09:30:00+06:00", Some("2022-01-10")),
        ("2022-01-10 09:30", Some("2022-01-10")),
        ("2022-01-10T09:30:00.000Z", Some("2022-01-10")),
        ("2022-01-10T", None),
        ("2022-01-10 or so", None),
        ("2022-02-29", None),
        ("2022-1-10", None),
        ("10-01-2022", None),
        ("2022-01", None),
        ("2022-01-10-11", None),
        ("+022-01-10", None),
        ("٢٠٢٢-٠١-١٠", None),
        ("", None),
        ("yesterday", None),
    ];
    for (text, expected) in rows {
        let found = Day::from_iso(text).map(|day| day.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }
}

/// Text, canonical form, first day, first day after.
const VALID: [(&str, &str, &str, &str); 46] = [
    ("2022-01-10", "", "2022-01-10", "2022-01-11"),
    ("2022-12-31", "", "2022-12-31", "2023-01-01"),
    ("2024-02-29", "", "2024-02-29", "2024-03-01"),
    ("2022-01", "", "2022-01-01", "2022-02-01"),
    ("2022-12", "", "2022-12-01", "2023-01-01"),
    ("2022", "", "2022-01-01", "2023-01-01"),
    ("0000", "", "0000-01-01", "0001-01-01"),
    ("-0044-03-15", "", "-0044-03-15", "-0044-03-16"),
    ("-0001", "", "-0001-01-01", "0000-01-01"),
    ("Y17000", "", "17000-01-01", "17001-01-01"),
    ("Y-17000", "", "-17000-01-01", "-16999-01-01"),
    ("Y170000002", "", "170000002-01-01", "170000003-01-01"),
    ("Y09999", "9999", "9999-01-01", "10000-01-01"),
    ("2022-01-10T09:30:00", "", "2022-01-10", "2022-01-11"),
    ("2022-01-10T09:30:00Z", "", "2022-01-10", "2022-01-11"),
    ("2022-01-10T24:00:00Z", "", "2022-01-10", "2022-01-11"),
    ("2022-01-10T09:30:00+06", "2022-01-10T09:30:00+06:00", "2022-01-10", "2022-01-11"),
    ("2022-01-10T09:30:00-03:30", "", "2022-01-10", "2022-01-11"),
    ("2022-21", "", "2022-03-01", "2022-06-01"),
    ("2022-22", "", "2022-06-01", "2022-09-01"),
    ("2022-23", "", "2022-09-01", "2022-12-01"),
    ("2022-24", "", "2022-12-01", "2023-03-01"),
    ("2022-33", "", "2022-01-01", "2022-04-01"),
    ("2022-36", "", "2022-10-01", "2023-01-01"),
    ("202X", "", "2020-01-01", "2030-01-01"),
    ("20XX", "", "2000-01-01", "2100-01-01"),
    ("2XXX", "", "2000-01-01", "3000-01-01"),
    ("2022-XX", "", "2022-01-01", "2023-01-01"),
    ("2022-01-XX", "", "2022-01-01", "2022-02-01"),
    ("2022-XX-XX", "", "2022-01-01", "2023-01-01"),
    ("2022-01-05~", "", "2022-01-05", "2022-01-06"),
    ("2022-01?", "", "2022-01-01", "2022-02-01"),
    ("2022%", "", "2022-01-01", "2023-01-01"),
    ("2022-01-02/2022-01-07", "", "2022-01-02", "2022-01-08"),
    ("2022-01/2022-03", "", "2022-01-01", "2022-04-01"),
    ("2022-01-02~/2022-01-07?", "", "2022-01-02", "2022-01-08"),
    ("2022-01-02/2022-01-02", "", "2022-01-02", "2022-01-03"),
    ("2022-01-02/..", "", "2022-01-02", "-"),
    ("2022-01-02/", "", "2022-01-02", "-"),
    ("../2022-01-07", "", "-", "2022-01-08"),
    ("/2022-01-07", "", "-", "2022-01-08"),
    ("[2022-01-02..2022-01-07]", "", "2022-01-02", "2022-01-08"),
    ("[1667, 1668,1670..1672]", "[1667,1668,1670..1672]", "1667-01-01", "1673-01-01"),
    ("[..2022-01-07]", "", "-", "2022-01-08"),
    ("[2022-01-02..]", "", "2022-01-02", "-"),
    ("[2022-12,2022-01]", "", "2022-01-01", "2023-01-01"),
];

#[test]
fn valid_edtf_is_read_and_written_back() {
    for (text, canonical, from, to) in VALID {
        let value: Edtf = text.parse().expect(text);
        assert_eq!(value.to_string(), if canonical.is_empty() { text } else { canonical });
        assert_eq!(value.to_string().parse(), Ok(value.clone()), "{text}: the canonical form is the same value");
        let DayRange { from: first, to: after } = value.range();
        let shown = |day: Option<Day>| day.map_or("-".to_owned(), |day| day.to_string());
        assert_eq!((shown(first).as_str(), shown(after).as_str()), (from, to), "{text}");
    }
}

#[test]
fn what_is_not_edtf_is_told_apart() {
    // `[2022..2021,2023]`: a range inside a set that runs backwards was once hidden by the member behind it.
    let table = include_str!("fixtures/dates/not-edtf.tsv");
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (text, reason) = line.split_once('\t').expect(line);
        let why = text.parse::<Edtf>().expect_err(text);
        let told = match (why.is_no_such_day(), why.is_backwards()) {
            (true, _) => "no such day",
            (_, true) => "backwards",
            _ => "not EDTF",
        };
        assert_eq!(told, reason, "{text}");
        assert!(!why.to_string().is_empty());
    }
    let long = format!("[{}2022]", "2021,".repeat(100));
    for text in ["", " ", "2022-01-10 ", " 2022", "\u{202E}2022", "2022\0", long.as_str()] {
        assert!(text.parse::<Edtf>().is_err(), "{text:?}");
    }
}

#[test]
fn values_say_what_they_are() {
    // Text, the day it names, whether it is qualified, HTML's datetime.
    let rows = [
        ("2022-01-05", Some("2022-01-05"), false, Some("2022-01-05")),
        ("2022-01-05T09:30:00Z", Some("2022-01-05"), false, Some("2022-01-05")),
        ("2022-01-05~", Some("2022-01-05"), true, None),
        ("2022-01-05?", Some("2022-01-05"), true, None),
        ("2022-01", None, false, Some("2022-01")),
        ("2022-01-XX", None, false, Some("2022-01")),
        ("2022", None, false, Some("2022")),
        ("2022-XX", None, false, Some("2022")),
        ("2022-XX-XX", None, false, Some("2022")),
        ("202X", None, false, None),
        ("0044", None, false, Some("0044")),
        ("2022-21", None, false, Some("2022")),
        ("2022-24", None, false, None),
        ("2022-33", None, false, Some("2022")),
        ("2022-01-02/2022-01-07", None, false, Some("2022-01")),
        ("2022-01-02/2022-03-07", None, false, Some("2022")),
        ("2021-12-31/2022-01-01", None, false, None),
        ("2022-01-02/2022-01-07?", None, true, None),
        ("2022-01-02/..", None, false, None),
        ("../2022-01-07", None, false, None),
        ("2022-01-02/", None, false, None),
        ("/2022-01-07", None, false, None),
        ("[2022-01-02..2022-01-07]", None, false, Some("2022-01")),
        ("[2022-01-02,2022-05-07]", None, false, Some("2022")),
        ("[2022-01-02..]", None, false, None),
        ("-0043-03-15", Some("-0043-03-15"), false, None),
        ("0000", None, false, None),
        ("Y170000002", None, false, Some("170000002")),
    ];
    for (text, day, qualified, datetime) in rows {
        let value: Edtf = text.parse().expect(text);
        assert_eq!(value.single_day().map(|day| day.to_string()).as_deref(), day, "{text}");
        assert_eq!(value.is_qualified(), qualified, "{text}");
        assert_eq!(value.html_datetime().as_deref(), datetime, "{text}");
    }
}

#[test]
fn dates_are_read_out_in_each_language() {
    let rows = include_str!("fixtures/dates/words.tsv");
    let mut read = 0;
    for line in rows.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [text, ar, ru, en] = fields[..] else { panic!("four fields between tabs: {line}") };
        let value: Edtf = text.parse().expect(text);
        // The left-to-right mark stands escaped in the table.
        let ar = ar.replace("{LRM}", "\u{200E}");
        for (lang, words) in [(Lang::Ar, ar.as_str()), (Lang::Ru, ru), (Lang::En, en)] {
            assert_eq!(edtf_words(lang, &value), words, "{text}");
        }
        read += 1;
    }
    assert!(read > 40, "the table is there");
}

#[test]
fn days_and_years_are_read_out() {
    let day = Day::from_ymd(2022, 1, 9).unwrap();
    let rows = [(Lang::Ar, "9 يناير 2022"), (Lang::Ru, "9 января 2022 года"), (Lang::En, "9 January 2022")];
    for (lang, words) in rows {
        assert_eq!(day_words(lang, day), words);
    }
    let years = [(Lang::Ar, "45 ق.م."), (Lang::Ru, "45 до н. э."), (Lang::En, "45 BCE")];
    for (lang, words) in years {
        assert_eq!(year_words(lang, -44), words);
        assert_eq!(year_words(lang, 2022), "2022");
        assert!(!year_words(lang, i64::MIN).is_empty());
        assert_eq!((month_name(lang, 0), month_name(lang, 13)), ("", ""));
        let unknown = Edtf::Interval(Bound::Unknown, Bound::Open);
        assert!(!edtf_words(lang, &unknown).is_empty(), "a value without a date is not read out as nothing");
    }
}

#[test]
fn months_alone_have_no_case_of_a_day() {
    let rows = [
        (Lang::Ru, ["янв.", "март", "май", "сент."]),
        (Lang::En, ["Jan", "Mar", "May", "Sep"]),
        (Lang::Ar, ["يناير", "مارس", "مايو", "سبتمبر"]),
    ];
    for (lang, expected) in rows {
        assert_eq!([1, 3, 5, 9].map(|month| month_name_short_alone(lang, month)), expected, "{lang:?}");
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    let qualifiers = vec![Qualifier::Sure, Qualifier::Uncertain, Qualifier::Approximate, Qualifier::Both];
    let seasons = vec![Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
    let zone = prop_oneof![Just(Zone::Local), Just(Zone::Utc), (-840_i16..=840).prop_map(Zone::Shift)];
    let clock = (0_u8..24, 0_u8..60, 0_u8..60, zone).prop_map(|(hour, minute, second, zone)| Clock {
        hour,
        minute,
        second,
        zone,
    });
    let below = (1_u8..=12, 1_u8..=28, clock, 0_u8..9, prop::sample::select(seasons)).prop_map(
        |(month, day, clock, kind, season)| match kind {
            0 => Part::Whole,
            1 => Part::Month(month),
            2 => Part::Moment(month, day, clock),
            3 => Part::Season(season),
            4 => Part::Quarter(month % 4 + 1),
            5 => Part::SomeMonth,
            6 => Part::SomeDay(month),
            7 => Part::SomeDayOfYear,
            _ => Part::Day(month, day),
        },
    );
    let short = (-9999_i64..=9999, below).prop_map(|(year, part)| (Year::Known(year), part));
    let long = (10_000_i64..999_999_999_999).prop_map(|year| (Year::Known(year), Part::Whole));
    let open = (0_u8..3, 0_i64..1000).prop_map(|(drop, digits)| {
        (Year::Open { digits: digits / 10_i64.pow(u32::from(drop)), unknown: drop + 1 }, Part::Whole)
    });
    (prop_oneof![6 => short, 1 => long, 1 => open], prop::sample::select(qualifiers))
        .prop_map(|((year, part), qualifier)| Date { year, part, qualifier })
}

fn any_value() -> impl Strategy<Value = Edtf> {
    let ordered = |(a, b): (Date, Date)| if a.range().from <= b.range().from { (a, b) } else { (b, a) };
    let pair = || (any_date(), any_date()).prop_map(ordered);
    prop_oneof![
        any_date().prop_map(Edtf::Date),
        pair().prop_map(|(from, to)| Edtf::Interval(Bound::Date(from), Bound::Date(to))),
        any_date().prop_map(|date| Edtf::Interval(Bound::Date(date), Bound::Open)),
        any_date().prop_map(|date| Edtf::Interval(Bound::Unknown, Bound::Date(date))),
        (pair(), any_date(), any_date()).prop_map(|((from, to), one, open)| Edtf::OneOf(vec![
            Choice::Date(one),
            Choice::Range(Some(from), Some(to)),
            Choice::Range(None, Some(open)),
        ])),
    ]
}

proptest! {
    #[test]
    fn a_day_is_its_year_month_and_day(number in -1_000_000_000_i64..1_000_000_000) {
        let Civil { year, month, day } = Day(number).civil();
        prop_assert!((1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month));
        prop_assert_eq!(Day::from_ymd(year, month, day), Some(Day(number)));
        prop_assert_eq!(Day(number).plus(7).weekday(), Day(number).weekday());
        let next = Day(number + 1).civil();
        prop_assert!((next.year, next.month, next.day) > (year, month, day));
        prop_assert_eq!(is_leap(year), Day::from_ymd(year, 2, 29).is_some());
    }

    #[test]
    fn no_day_is_too_far_to_be_told(number in any::<i64>(), lang in prop::sample::select(&Lang::ALL[..])) {
        let _ = (Day(number).civil(), Day(number).weekday(), Day(number).to_string(), day_words(lang, Day(number)));
    }

    #[test]
    fn a_value_that_is_written_is_read_again(value in any_value()) {
        prop_assert_eq!(value.to_string().parse(), Ok(value));
    }

    #[test]
    fn any_value_is_read_out(value in any_value(), lang in prop::sample::select(&Lang::ALL[..])) {
        let words = edtf_words(lang, &value);
        prop_assert!(!words.contains("  ") && words.trim() == words && words.len() > 1, "{words:?}");
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[0-9X./T:,Y\\[\\]~?%-]{0,30}") {
        if let Ok(value) = text.parse::<Edtf>() {
            let range = value.range();
            prop_assert!(range.days().is_none_or(|days| days > 0), "{text}");
            prop_assert_eq!(value.to_string().parse(), Ok(value));
        }
    }

    #[test]
    fn any_characters_are_read_or_refused(text in ".{0,40}") {
        let _ = (text.parse::<Edtf>(), Day::from_iso(&text));
    }
}
