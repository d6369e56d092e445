//! Dates: rows of data for three languages, the calendars, what is doubtful, and any text at all.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use siyaq::analysis::dates::{Context, Finding, Prefer, find, lexicon_faults, resolve_again};
use siyaq::date::{Day, Hijri, hijri_month};
use siyaq::text::Lang;

fn context(lang: Lang, published: &str) -> Context {
    Context { lang, published: Day::from_iso(published), prefer: Prefer::Nearest }
}

fn dates(lang: Lang, published: &str, text: &str) -> Vec<Finding> {
    find(text, &context(lang, published))
}

fn value(finding: &Finding) -> String {
    finding.edtf.as_ref().map_or_else(|| finding.timex3.clone(), ToString::to_string)
}

/// Takes the brackets out of a row's text, and gives what stood in them.
fn marked(text: &str) -> (String, Vec<&str>) {
    let inside = text.split('[').skip(1).filter_map(|part| part.split(']').next()).collect();
    (text.replace(['[', ']'], ""), inside)
}

/// Runs the rows of a file; tells every one that fails.
fn run_rows(lang: Lang, rows: &str) {
    let mut wrong = Vec::new();
    for row in rows.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
        let [published, text, values] = row.split(" | ").collect::<Vec<_>>()[..] else { panic!("no row: {row}") };
        let (text, spans) = marked(text);
        let values: Vec<&str> = values.split(';').filter(|value| *value != "-").collect();
        let found = dates(lang, published, &text);
        let got: Vec<(&str, String)> = found.iter().map(|it| (it.span.of(&text), value(it))).collect();
        let want: Vec<(&str, String)> = spans.into_iter().zip(values.into_iter().map(str::to_owned)).collect();
        if got != want {
            wrong.push(format!("{text}\n   got {got:?}\n  want {want:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn arabic_rows() {
    run_rows(Lang::Ar, include_str!("dates/ar.txt"));
}

#[test]
fn russian_rows() {
    run_rows(Lang::Ru, include_str!("dates/ru.txt"));
}

#[test]
fn english_rows() {
    run_rows(Lang::En, include_str!("dates/en.txt"));
}

#[test]
fn lexicons_are_well_formed() {
    for lang in Lang::ALL {
        assert_eq!(lexicon_faults(lang), Vec::<String>::new(), "{}", lang.tag());
    }
}

/// Days that hijridate gives, the ends of the table and its one short month among them.
const HIJRI_DAYS: [((i64, u8, u8), &str); 7] = [
    ((1356, 1, 1), "1937-03-14"),
    ((1364, 8, 1), "1945-07-11"),
    ((1364, 9, 1), "1945-08-08"),
    ((1400, 1, 1), "1979-11-20"),
    ((1443, 7, 12), "2022-02-13"),
    ((1445, 8, 24), "2024-03-05"),
    ((1500, 12, 1), "2077-10-18"),
];

#[test]
fn hijri_days_both_ways() {
    for ((year, month, day), iso) in HIJRI_DAYS {
        let hijri = Hijri { year, month, day };
        assert_eq!(hijri.to_day(), Day::from_iso(iso), "{hijri:?}");
        assert_eq!(Day::from_iso(iso).and_then(Hijri::of), Some(hijri), "{iso}");
    }
}

#[test]
fn hijri_months_follow_each_other_inside_the_table() {
    let mut next = None;
    for (year, month) in (1356..=1500).flat_map(|year| (1..=12).map(move |month| (year, month))) {
        let found = hijri_month(year, month).expect("a month of the table");
        assert!(found.tabled && next.is_none_or(|next| next == found.start), "{year}-{month}");
        next = Some(found.start.plus(i64::from(found.days)));
    }
}

#[test]
fn hijri_outside_the_table_is_reckoned_and_says_so() {
    let found = dates(Lang::Ar, "2022-01-10", "ولد في 5 محرم 1300 هـ");
    assert_eq!(found.len(), 1);
    assert!(found[0].issues.reckoned);
    assert_eq!(value(&found[0]), "1882-11-16~");
    assert_eq!(Hijri { year: 1443, month: 13, day: 1 }.to_day(), None);
    assert_eq!(Hijri { year: 1443, month: 7, day: 31 }.to_day(), None);
}

/// A name, a text, and whether its day of the week, its calendars (by so many days) or its order are doubtful.
type Doubt = (&'static str, Lang, &'static str, bool, Option<i64>, bool);

const DOUBTS: [Doubt; 7] = [
    ("agreeing calendars", Lang::Ar, "12 رجب 1443 هـ الموافق 13 فبراير 2022", false, None, false),
    ("calendars a day apart", Lang::Ar, "12 رجب 1443 هـ الموافق 14 فبراير 2022", false, Some(1), false),
    ("calendars in brackets", Lang::Ar, "13 فبراير 2022 (15 رجب 1443 هـ)", false, Some(3), false),
    ("agreeing weekday", Lang::Ar, "الأحد 13 فبراير 2022", false, None, false),
    ("another weekday", Lang::Ar, "الاثنين 13 فبراير 2022", true, None, false),
    ("another weekday in English", Lang::En, "on Monday, February 13, 2022", true, None, false),
    ("an order that nothing tells", Lang::En, "dated 03/04/2021", false, None, true),
];

#[test]
fn doubts_are_told() {
    for (name, lang, text, weekday, calendars, order) in DOUBTS {
        let found = dates(lang, "2022-02-20", text);
        let first = found.first().unwrap_or_else(|| panic!("{name}: nothing found"));
        assert_eq!(
            (first.issues.weekday, first.issues.calendars, first.issues.order),
            (weekday, calendars, order),
            "{name}"
        );
    }
}

#[test]
fn a_deictic_is_read_again_on_the_day_of_the_utterance() {
    let text = "وقال: «سنجتمع غداً في 5 مايو 2021»";
    let context = context(Lang::Ar, "2022-01-10");
    let found = find(text, &context);
    let anchor = Day::from_iso("2022-01-05").expect("a day");
    let again: Vec<String> = found.iter().map(|it| value(&resolve_again(it, text, anchor, &context))).collect();
    assert_eq!(found.first().map(|it| it.relative), Some(false), "«غداً في 5 مايو 2021» names its day");
    assert_eq!(again, ["2021-05-05"]);
    let text = "وقال: «سنجتمع غداً»";
    let found = find(text, &context);
    assert_eq!(found.iter().map(value).collect::<Vec<_>>(), ["2022-01-11"]);
    assert_eq!(value(&resolve_again(&found[0], text, anchor, &context)), "2022-01-06");
}

#[test]
fn without_a_day_of_publication_values_are_left_open() {
    let open = Context { lang: Lang::En, published: None, prefer: Prefer::Nearest };
    let found = find("He came on Monday, left on 9 May and returned on 3 June 2020", &open);
    let got: Vec<(String, bool)> = found.iter().map(|it| (it.timex3.clone(), it.edtf.is_some())).collect();
    assert_eq!(got, [("XXXX-WXX-1".into(), false), ("XXXX-05-09".into(), false), ("2020-06-03".into(), true)]);
}

/// Invisible characters and line ends inside a date: where the span stands, and what it is worth.
const HIDDEN: [(&str, &str, &str); 6] = [
    ("marks between groups", "في 10\u{200F}/09\u{200F}/2000 م", "2000-09-10"),
    ("marks inside a number", "في 1\u{200E}0 سبتمبر 20\u{61C}00", "2000-09-10"),
    ("a line end inside", "في 10\nسبتمبر\n2000", "2000-09-10"),
    ("no-break spaces", "في 10\u{A0}سبتمبر\u{A0}2000", "2000-09-10"),
    ("isolates around", "في \u{2068}10 سبتمبر 2000\u{2069}", "2000-09-10"),
    ("tashkeel and tatweel", "في 10 سِبتَمبر\u{640} 2000", "2000-09-10"),
];

#[test]
fn hidden_characters_are_passed_over() {
    for (name, text, want) in HIDDEN {
        let found = dates(Lang::Ar, "2022-01-10", text);
        assert_eq!(found.iter().map(value).collect::<Vec<_>>(), [want], "{name}");
    }
}

#[test]
fn a_blank_line_parts_dates() {
    let found = dates(Lang::En, "2022-01-10", "It happened in March\n\n2021 was long");
    assert!(found.iter().all(|it| !it.span.of("It happened in March\n\n2021 was long").contains('\n')));
}

fn hostile() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "يناير",
        "كانون الثاني",
        "الأحد",
        "الماضي",
        "قبل",
        "عام",
        "منتصف",
        "آخر",
        "من",
        "إلى",
        "و",
        "هـ",
        "القرن",
        "марта",
        "прошлой",
        "неделе",
        "назад",
        "через",
        "годах",
        "XIX",
        "века",
        "last",
        "the",
        "first",
        "Monday",
        "of",
        "March",
        "in",
        "to",
        "ago",
        "next",
        "1",
        "12",
        "31",
        "2022",
        "99",
        "1443",
        "٢٠٢٢",
        "/",
        "-",
        ".",
        ",",
        "(",
        ")",
        "\u{200F}",
        "\u{202E}",
        "\u{2068}",
        "\u{64B}",
        "\n",
        "\n\n",
        "'",
        "«",
    ]);
    prop_oneof![
        any::<String>(),
        "[0-9]{0,80}",
        "[\u{64B}-\u{652}\u{200E}\u{200F}\u{2066}-\u{2069}0-9 /.-]{0,80}",
        prop::collection::vec((words, prop::sample::select(vec!["", " ", "\u{A0}", "\u{640}"])), 0..60)
            .prop_map(|parts| parts.into_iter().map(|(word, gap)| [word, gap].concat()).collect()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Spans lie inside the text, on characters, in order and apart; ranges run forwards.
    #[test]
    fn any_text_has_findings_in_order(text in hostile(), lang in prop::sample::select(Lang::ALL.to_vec()), day in prop::option::of(-800_000_i64..3_000_000)) {
        let context = Context { lang, published: day.map(Day), prefer: Prefer::Nearest };
        let mut from = 0;
        for finding in find(&text, &context) {
            let range = finding.span.range();
            prop_assert!(range.start >= from && range.end > range.start && text.get(range.clone()).is_some(), "{finding:?}");
            prop_assert!(finding.range.from.zip(finding.range.to).is_none_or(|(from, to)| from < to), "{finding:?}");
            let _ = resolve_again(&finding, &text, Day(0), &context);
            from = range.end;
        }
    }
}
