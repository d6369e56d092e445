//! What holds for the timeline of any values at all.

#![allow(clippy::float_cmp)] // Where an end of the axis is meant, it is exactly the end.

use proptest::prelude::*;
use siyaq::date::{Bound, Choice, Date, Day, Edtf, Part, Qualifier, Year};
use siyaq::text::Byte;
use siyaq::timeline::{Entry, LEAST_MARK, Shape, Timeline};

fn of(values: &[Edtf]) -> Option<Timeline> {
    let entries: Vec<Entry> = values.iter().enumerate().map(|(n, date)| Entry { date, at: Byte(n * 10) }).collect();
    Timeline::of(&entries)
}

fn any_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        8 => (18_900_i64..19_100).prop_map(Day),
        2 => (-1_000_000_i64..1_000_000).prop_map(Day),
        1 => any::<i64>().prop_map(Day),
    ]
}

fn any_date() -> impl Strategy<Value = Date> {
    let qualifier = prop_oneof![
        Just(Qualifier::Sure),
        Just(Qualifier::Approximate),
        Just(Qualifier::Uncertain),
        Just(Qualifier::Both)
    ];
    let below = prop_oneof![
        Just(Part::Whole),
        Just(Part::SomeMonth),
        Just(Part::SomeDayOfYear),
        any::<u8>().prop_map(Part::Month),
        any::<u8>().prop_map(Part::SomeDay),
        any::<u8>().prop_map(Part::Quarter),
        (any::<u8>(), any::<u8>()).prop_map(|(month, day)| Part::Day(month, day)),
    ];
    let year = prop_oneof![
        6 => (1990_i64..2030).prop_map(Year::Known),
        1 => any::<i64>().prop_map(Year::Known),
        1 => (any::<i64>(), any::<u8>()).prop_map(|(digits, unknown)| Year::Open { digits, unknown }),
        1 => (0_i64..999, 1_u8..4).prop_map(|(digits, unknown)| Year::Open { digits, unknown }),
    ];
    prop_oneof![
        4 => any_day().prop_map(Date::of_day),
        1 => (year, below, qualifier).prop_map(|(year, part, qualifier)| Date { year, part, qualifier }),
    ]
}

fn any_value() -> impl Strategy<Value = Edtf> {
    let bound =
        || prop_oneof![4 => any_date().prop_map(Bound::Date), 1 => Just(Bound::Open), 1 => Just(Bound::Unknown)];
    let choice = prop_oneof![
        any_date().prop_map(Choice::Date),
        (prop::option::of(any_date()), prop::option::of(any_date())).prop_map(|(from, to)| Choice::Range(from, to)),
    ];
    prop_oneof![
        6 => any_date().prop_map(Edtf::Date),
        2 => (bound(), bound()).prop_map(|(start, end)| Edtf::Interval(start, end)),
        1 => prop::collection::vec(choice, 0..6).prop_map(Edtf::OneOf),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_values_have_a_sound_layout(
        values in prop::collection::vec(any_value(), 0..40),
        days in prop::collection::vec(any_day(), 2),
    ) {
        let Some(timeline) = of(&values) else { return Ok(()) };
        sound_rows(&timeline, values.len())?;
        sound_scale(&timeline, &days)?;
        sound_marks(&timeline)?;
        sound_ticks(&timeline)?;
    }
}

fn sound_rows(timeline: &Timeline, count: usize) -> Result<(), TestCaseError> {
    let mut entries: Vec<usize> = timeline.rows.iter().map(|row| row.entry).collect();
    entries.sort_unstable();
    prop_assert_eq!(entries, (0..count).collect::<Vec<_>>(), "each entry once");
    for pair in timeline.rows.windows(2) {
        let first = |n: usize| pair[n].from;
        let unknown = pair.iter().any(|row| row.shape == Shape::StartUnknown);
        prop_assert!(unknown || first(0) <= first(1), "by first day");
    }
    Ok(())
}

fn sound_scale(timeline: &Timeline, days: &[Day]) -> Result<(), TestCaseError> {
    let scale = &timeline.scale;
    let (early, late) = (days[0].min(days[1]), days[0].max(days[1]));
    prop_assert!(scale.at(early) <= scale.at(late), "monotone");
    prop_assert!((0.0..=1.0).contains(&scale.at(early)));
    let segments = scale.segments();
    prop_assert_eq!(segments[0].start, 0.0);
    prop_assert_eq!(segments[segments.len() - 1].end, 1.0);
    prop_assert_eq!(timeline.breaks.len() + 1, segments.len());
    for segment in segments {
        prop_assert!(segment.from < segment.to && segment.start < segment.end, "{:?}", segment);
        prop_assert!(segment.end - segment.start > 0.079, "room to be seen: {:?}", segment);
    }
    for (pair, gap) in segments.windows(2).zip(&timeline.breaks) {
        prop_assert!(pair[0].to < pair[1].from, "a break leaves days out: {:?}", pair);
        prop_assert_eq!((gap.from, gap.to), (pair[0].end, pair[1].start));
        prop_assert!((gap.to - gap.from - 0.06).abs() < 1e-9, "all breaks are alike");
    }
    Ok(())
}

fn sound_marks(timeline: &Timeline) -> Result<(), TestCaseError> {
    prop_assert_eq!(timeline.marks.len(), timeline.rows.len());
    let mut lanes: Vec<Vec<(f64, f64)>> = vec![Vec::new(); timeline.lanes];
    for (n, mark) in timeline.marks.iter().enumerate() {
        prop_assert_eq!(mark.row, n);
        prop_assert!(0.0 <= mark.start && mark.end <= 1.0, "{:?}", mark);
        prop_assert!(mark.end - mark.start > LEAST_MARK - 1e-9, "{:?}", mark);
        prop_assert_eq!(mark.parts[0].0, mark.start);
        prop_assert_eq!(mark.parts[mark.parts.len() - 1].1, mark.end);
        prop_assert!(mark.parts.windows(2).all(|pair| pair[0].1 < pair[1].0), "{:?}", mark);
        lanes[mark.lane].push((mark.start, mark.end));
    }
    for lane in &mut lanes {
        prop_assert!(!lane.is_empty(), "no lane is empty");
        lane.sort_by(|a, b| a.0.total_cmp(&b.0));
        prop_assert!(lane.windows(2).all(|pair| pair[0].1 <= pair[1].0), "a mark hides another: {:?}", lane);
    }
    Ok(())
}

fn sound_ticks(timeline: &Timeline) -> Result<(), TestCaseError> {
    let segments = timeline.scale.segments();
    for pair in timeline.ticks.windows(2) {
        prop_assert!(pair[0].day < pair[1].day);
        prop_assert!(pair[1].at - pair[0].at > 0.119, "labels overlap: {:?}", pair);
    }
    for tick in &timeline.ticks {
        let inside = segments.iter().any(|segment| segment.from <= tick.day && tick.day < segment.to);
        prop_assert!(inside, "in a break: {:?}", tick);
        prop_assert!((timeline.scale.at(tick.day) - tick.at).abs() < 1e-9);
    }
    for segment in segments {
        prop_assert!(timeline.ticks.iter().any(|tick| tick.day == segment.from), "a segment without a label");
    }
    prop_assert!(timeline.ticks.len() <= 9);
    Ok(())
}
