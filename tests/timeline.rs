//! The timeline's geometry: rows in order, an axis that is true to time, marks that can be seen.

#![allow(clippy::float_cmp)] // Where an end of the axis is meant, it is exactly the end.

use siyaq::date::{Bound, Day, Edtf};
use siyaq::text::Byte;
use siyaq::timeline::{Entry, LEAST_MARK, Precision, Shape, Step, Tick, Timeline};

/// The timeline of dates that stand in the text in this order.
fn timeline(dates: &[&str]) -> Timeline {
    let values: Vec<Edtf> = dates.iter().map(|date| date.parse().expect(date)).collect();
    of(&values).expect("a date that an axis can show")
}

fn of(values: &[Edtf]) -> Option<Timeline> {
    let entries: Vec<Entry> = values.iter().enumerate().map(|(n, date)| Entry { date, at: Byte(n * 10) }).collect();
    Timeline::of(&entries)
}

/// The events of the project's first article, in the order of its text.
const ARTICLE: [&str; 9] = [
    "2022-01-02",
    "[2022-01-02..2022-01-07]",
    "[2022-01-02..2022-01-07]",
    "[2022-01-02..2022-01-10]",
    "[2022-01-02..2022-01-10]",
    "2022-01-07",
    "2022-01-09",
    "2021-01-06",
    "2022-01-10",
];

#[test]
fn rows_stand_in_the_order_of_time() {
    let rows: [(&str, &[&str], &[usize]); 9] = [
        ("by first day", &["2022-01-09", "2022-01-02", "2021-01-06"], &[2, 1, 0]),
        ("the same day in text order", &["2022-01-02", "2022-01-02", "2022-01-02"], &[0, 1, 2]),
        ("of one first day the shorter first", &["2022", "2022-01", "2022-01-01"], &[2, 1, 0]),
        ("an hour does not decide", &["2022-01-02T18:00:00", "2022-01-02", "2022-01-02T09:00:00"], &[0, 1, 2]),
        ("an open end is the latest of its day", &["2022-01-02/..", "2022-01-02/2030"], &[1, 0]),
        ("an open start is before all", &["2022-01-02", "../2022-01-07", "-0044"], &[1, 2, 0]),
        ("an unknown start counts from its end", &["2022-01-05", "/2022-01-07", "2022-01-09"], &[0, 1, 2]),
        ("far years", &["Y170000002", "0001", "Y-170000002"], &[2, 1, 0]),
        ("the first article", &ARTICLE, &[7, 0, 1, 2, 3, 4, 5, 6, 8]),
    ];
    for (name, dates, order) in rows {
        let found: Vec<usize> = timeline(dates).rows.iter().map(|row| row.entry).collect();
        assert_eq!(found, order, "{name}");
    }
}

#[test]
fn dates_are_drawn_as_what_they_are() {
    // Shape; a for about, d for doubted; i and o for what tapers at its start and its end.
    let rows = [
        ("2022-01-05", Shape::Day, ""),
        ("2022-01-05T10:00:00Z", Shape::Day, ""),
        ("2022-01-05~", Shape::Day, "a"),
        ("2022-01-05?", Shape::Day, "d"),
        ("2022-01-05%", Shape::Day, "ad"),
        ("2022-01", Shape::Coarse, ""),
        ("2022", Shape::Coarse, ""),
        ("2022-21", Shape::Coarse, ""),
        ("2022-33", Shape::Coarse, ""),
        ("202X", Shape::Coarse, ""),
        ("2022-XX", Shape::OneOf, ""),
        ("2022-01-XX", Shape::OneOf, ""),
        ("2022-XX-XX", Shape::OneOf, ""),
        ("[2022-01-02..2022-01-07]", Shape::OneOf, ""),
        ("[2022-01-02,2022-01-07]", Shape::OneOf, ""),
        ("[..2022-01-07]", Shape::OneOf, "i"),
        ("[2022-01-02..]", Shape::OneOf, "o"),
        ("2022-01-02/2022-01-07", Shape::Span, ""),
        ("2022-01-02~/2022-01-07", Shape::Span, "a"),
        ("2022-01-02/..", Shape::OpenEnd, "o"),
        ("2022-01-02?/..", Shape::OpenEnd, "do"),
        ("../2022-01-02", Shape::OpenStart, "i"),
        ("2022-01-02/", Shape::EndUnknown, "o"),
        ("/2022-01-02", Shape::StartUnknown, "i"),
        ("[..2022-01-02,2022-01-07..]", Shape::OneOf, "io"),
    ];
    for (date, shape, signs) in rows {
        let timeline = timeline(&[date]);
        let (row, mark) = (timeline.rows[0], &timeline.marks[0]);
        assert_eq!((row.shape, mark.shape), (shape, shape), "{date}");
        let has = |sign| signs.contains(sign);
        assert_eq!((row.about, row.doubted), (has('a'), has('d')), "{date}");
        assert_eq!(mark.vague, has('a') || has('d'), "{date}");
        assert_eq!((mark.taper_in > 0.0, mark.taper_out > 0.0), (has('i'), has('o')), "{date}");
    }
}

#[test]
fn an_open_side_has_room_to_taper() {
    // Alone, beside others, at the very end and at the very start of the axis.
    let rows: [(&str, &[&str], usize); 8] = [
        ("open, alone", &["2022-01-02/.."], 0),
        ("open, from the last day", &["2022-01-02", "2022-01-09", "2022-01-09/.."], 2),
        ("open, up to the first day", &["../2022-01-02", "2022-01-02", "2022-01-09"], 0),
        ("unknown, alone", &["2022-01-02/"], 0),
        ("unknown, from the last day", &["2022-01-02", "2022-01-09", "2022-01-09/"], 2),
        ("unknown, up to the first day", &["2022-01-02", "2022-01-09", "/2022-01-02"], 1),
        ("open, in a last segment that is short", &["1990-01-01", "1990-02-01", "2022-01-02/.."], 2),
        ("unknown, in a last segment that is short", &["1990-01-01", "1990-02-01", "2022-01-02/"], 2),
    ];
    for (name, dates, row) in rows {
        let timeline = timeline(dates);
        let mark = &timeline.marks[row];
        let taper = mark.taper_in + mark.taper_out;
        assert!(taper > 0.02, "{name}: 6 pixels of 300 at least, not {taper}: {mark:?}");
        assert!(mark.end - mark.start - taper > LEAST_MARK / 2.0, "{name}: something of it stays full: {mark:?}");
        let open = !name.starts_with("unknown");
        assert_eq!(mark.start == 0.0 || mark.end == 1.0, open, "{name}: to the end of the axis if open: {mark:?}");
    }
}

#[test]
fn lines_around_nothing_have_air() {
    // Two that follow each other on the axis, and the lanes that they need.
    let rows = [
        ("2022-01-02", "2022-01-03", 1),
        ("2022-01-02/2022-01-04", "2022-01-05", 1),
        ("2022-01-02", "2022-01-03~", 2),
        ("[2022-01-02,2022-01-03]", "[2022-01-04,2022-01-05]", 2),
        ("[2022-01-02,2022-01-03]", "[2022-01-05,2022-01-06]", 1),
        ("2022-01", "2022-02", 2),
    ];
    for (first, second, lanes) in rows {
        assert_eq!(timeline(&[first, second]).lanes, lanes, "{first}, then {second}");
    }
}

/// Where the axis breaks, by the days beside the break.
fn breaks(timeline: &Timeline) -> Vec<(String, String)> {
    let segments = timeline.scale.segments();
    segments.iter().zip(segments.iter().skip(1)).map(|(a, b)| (a.to.to_string(), b.from.to_string())).collect()
}

/// A name, the dates, and the breaks that they make.
type BreakRow<'a> = (&'a str, &'a [&'a str], &'a [(&'a str, &'a str)]);

#[test]
fn the_axis_breaks_where_it_would_squash() {
    let rows: [BreakRow; 18] = [
        ("the first article", &ARTICLE, &[("2021-01-07", "2022-01-02")]),
        ("one event", &["2022-01-05"], &[]),
        ("one span", &["2022-01-05/2022-12-31"], &[]),
        ("all on one day", &["2022-01-05", "2022-01-05"], &[]),
        ("two days a year apart have all the room", &["2021-01-06", "2022-01-02"], &[]),
        ("days of one month", &["2022-01-02", "2022-01-07", "2022-01-09"], &[]),
        ("an even march of years", &["2001", "2005", "2010", "2015"], &[]),
        ("two clusters", &["1990-03-01", "1990-03-04", "2022-01-02", "2022-01-05"], &[("1990-03-05", "2022-01-02")]),
        (
            "three clusters evenly apart",
            &["2010-01-01", "2010-01-04", "2015-01-01", "2015-01-04", "2020-01-01", "2020-01-04"],
            &[("2010-01-05", "2015-01-01"), ("2015-01-05", "2020-01-01")],
        ),
        (
            "before and after",
            &["1990-01-01", "2022-01-02", "2022-01-05", "2050-01-01"],
            &[("1990-01-02", "2022-01-02"), ("2022-01-06", "2050-01-01")],
        ),
        (
            "thousands of years",
            &["-3000-01-01", "0500-01-01", "2022-01-02", "2022-01-05"],
            &[("-3000-01-02", "0500-01-01"), ("0500-01-02", "2022-01-02")],
        ),
        ("a year around a day", &["2022", "2022-01-05"], &[]),
        (
            "days at the beginning of a long span",
            &["2022-01-02/2030-12-31", "2022-01-03", "2022-01-06"],
            &[("2022-01-07", "2030-12-31")],
        ),
        ("the year before, told as a year", &["2021", "2022-01-02", "2022-01-06"], &[("2021-01-02", "2022-01-01")]),
        ("a month around two of its days", &["2022-01", "2022-01-02", "2022-01-05"], &[]),
        (
            "a row of years of which two are close",
            &["1991-12-16", "2019-03-20", "2022-01-02", "2022-01-05", "2022-06-05", "2022-11-20"],
            &[("1991-12-17", "2019-03-20"), ("2019-03-21", "2022-01-02")],
        ),
        (
            "a year apart stays whole",
            &["2001-09-11", "2014", "2021-08-15", "2021-08-30"],
            &[("2001-09-12", "2014-01-01"), ("2015-01-01", "2021-08-15")],
        ),
        ("an open end does not stretch the axis", &["2022-01-02/..", "2022-01-05"], &[]),
    ];
    for (name, dates, expected) in rows {
        let found = breaks(&timeline(dates));
        let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, expected, "{name}");
    }
}

/// “2022-01-02 Dy” for a tick that says the day and needs its year.
fn tick_list(timeline: &Timeline) -> Vec<String> {
    let shown = |tick: &Tick| {
        let precision = match tick.precision {
            Precision::Year => 'Y',
            Precision::Month => 'M',
            Precision::Day => 'D',
        };
        format!("{} {precision}{}", tick.day, if tick.year { "y" } else { "" })
    };
    timeline.ticks.iter().map(shown).collect()
}

#[test]
fn ticks_stand_at_steps_that_people_count_in() {
    let rows: [(&str, &[&str], &[&str]); 8] = [
        (
            "the first article",
            &ARTICLE,
            &["2021-01-06 Dy", "2022-01-02 Dy", "2022-01-04 D", "2022-01-06 D", "2022-01-08 D", "2022-01-10 D"],
        ),
        (
            "one day in its week",
            &["2022-01-05"],
            &[
                "2022-01-02 Dy",
                "2022-01-03 D",
                "2022-01-04 D",
                "2022-01-05 D",
                "2022-01-06 D",
                "2022-01-07 D",
                "2022-01-08 D",
            ],
        ),
        ("weeks", &["2022-03-01", "2022-04-10"], &["2022-03-01 Dy", "2022-03-08 D", "2022-03-15 D"]),
        ("months", &["2021-11-01", "2022-04-10"], &["2021-11-01 My", "2021-12-01 M", "2022-01-01 My"]),
        ("quarters", &["2021-11-05", "2023-05-10"], &["2021-11-05 Dy", "2022-04-01 My", "2022-07-01 M"]),
        ("years", &["2001", "2005"], &["2001-01-01 Yy", "2002-01-01 Yy", "2003-01-01 Yy"]),
        ("decades", &["1931-05-02", "2005"], &["1931-05-02 Yy", "1950-01-01 Yy", "1960-01-01 Yy"]),
        ("ages", &["-3000", "2005"], &["-3000-01-01 Yy", "-2000-01-01 Yy", "-1000-01-01 Yy"]),
    ];
    for (name, dates, expected) in rows {
        let found = tick_list(&timeline(dates));
        assert_eq!(found.get(..expected.len()).unwrap_or(&found), expected, "{name}: {found:?}");
    }
}

#[test]
fn marks_lie_where_their_days_are() {
    let timeline = timeline(&["2022-01-01", "2022-01-01/2022-01-05", "[2022-01-02,2022-01-09]", "2022-01-06/.."]);
    // Ten days, and room for one more behind the end that is open: the last named day is the ninth.
    let part = |days: f64| days / 10.0;
    let expected: [&[(f64, f64)]; 4] = [
        &[(part(0.0), part(1.0))],
        &[(part(0.0), part(5.0))],
        &[(part(1.0), part(2.0)), (part(8.0), part(9.0))],
        &[(part(5.0), part(10.0))],
    ];
    for (mark, parts) in timeline.marks.iter().zip(expected) {
        assert_eq!(mark.parts.len(), parts.len(), "row {}", mark.row);
        for (found, part) in mark.parts.iter().zip(parts) {
            let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
            assert!(near(found.0, part.0) && near(found.1, part.1), "row {}: {found:?}, not {part:?}", mark.row);
        }
    }
    let lanes: Vec<usize> = timeline.marks.iter().map(|mark| mark.lane).collect();
    assert_eq!((lanes, timeline.lanes), (vec![1, 0, 2, 1], 3));
}

#[test]
fn a_reader_is_in_the_passage_reached_last() {
    let timeline = timeline(&ARTICLE);
    for (name, place, entry) in [("the first line", 0, 0), ("inside it", 9, 0), ("the second", 10, 1), ("back", 75, 7)]
    {
        let row = timeline.turns().current(Byte(place)).expect(name);
        assert_eq!(timeline.rows[row].entry, entry, "{name}");
    }
    let values: Vec<Edtf> = ["2022", "2021"].iter().map(|date| date.parse().unwrap()).collect();
    let entries: Vec<Entry> = values.iter().map(|date| Entry { date, at: Byte(50) }).collect();
    let together = Timeline::of(&entries).unwrap();
    assert_eq!(together.turns().current(Byte(49)), None, "before the first passage");
    assert_eq!(together.turns().current(Byte(50)), Some(0), "of two that begin together the earlier in time");
}

#[test]
fn steps_hold_at_the_ends() {
    let timeline = timeline(&["2020", "2021", "2022"]);
    let rows = [
        (Step::Next, 0, 1),
        (Step::Next, 2, 2),
        (Step::Previous, 2, 1),
        (Step::Previous, 0, 0),
        (Step::First, 2, 0),
        (Step::Last, 0, 2),
        (Step::Next, usize::MAX, 2),
        (Step::Previous, usize::MAX, 2),
    ];
    for (step, row, expected) in rows {
        assert_eq!(timeline.turns().neighbour(row, step), expected, "{step:?} from {row}");
    }
}

#[test]
fn nothing_dated_has_no_timeline() {
    assert_eq!(Timeline::of(&[]), None);
    let nowhere = Edtf::Interval(Bound::Open, Bound::Open);
    assert_eq!(of(std::slice::from_ref(&nowhere)), None, "no day is named");
    let beside = of(&[nowhere, "2022".parse().unwrap()]).unwrap();
    let mark = &beside.marks[0];
    assert_eq!((mark.shape, mark.start, mark.end), (Shape::Boundless, 0.0, 1.0));
}

#[test]
fn ten_thousand_entries_take_no_time() {
    // Ten of each day, and a mark is at least twelve days wide on an axis of a thousand.
    let over_years = (0..10_000).map(|n| 19_000 + n * 37 % 1_000).collect();
    let rows: [(&str, Vec<i64>, usize); 3] = [
        ("over years", over_years, 200),
        ("all on one day: each in a lane of its own", vec![19_000; 10_000], 10_000),
        ("ever further away", (0..10_000).map(|n| n * n * n).collect(), 10_000),
    ];
    for (name, days, most_lanes) in rows {
        let days: Vec<Edtf> = days.into_iter().map(|day| Edtf::of_day(Day(day))).collect();
        let started = std::time::Instant::now();
        let timeline = of(&days).unwrap();
        let taken = started.elapsed();
        assert_eq!(timeline.rows.len(), 10_000, "{name}");
        assert!(timeline.lanes <= most_lanes, "{name}: {}", timeline.lanes);
        assert!(taken.as_secs() < 10, "{name}: {taken:?}, even unoptimised on a busy machine");
        println!("{name}: {taken:?}, {} lanes", timeline.lanes);
    }
}
