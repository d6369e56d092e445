//! How right the analysis is on the articles of `tests/gold`: prints a table, and fails where a number falls below the
//! floor that is committed beside them. Raise the floor when the analysis gets better; never lower it.

#![allow(clippy::cast_precision_loss)] // Counts of marks and characters.

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use siyaq::analysis::{Context, Findings, Quote, SpeechKind, analyse};
use siyaq::date::{Day, Edtf};
use siyaq::text::{Byte, Lang, Span};
use support::{Gold, Mark, read_folder};

/// What is counted for one language.
#[derive(Default)]
struct Count {
    asked: f64,
    found: f64,
    hit: f64,
    right: f64,
}

impl Count {
    /// The harmonic mean of precision and recall, in percent.
    fn f1(&self) -> f64 {
        if self.asked + self.found == 0.0 { 100.0 } else { (200.0 * self.hit / (self.asked + self.found)).min(100.0) }
    }

    /// What share of those asked for is `part`.
    fn share(&self, part: f64) -> f64 {
        if self.asked == 0.0 { 100.0 } else { 100.0 * part / self.asked }
    }
}

/// A direct quotation is found where the two spans share so much of the longer one.
const DIRECT_OVERLAP: f64 = 0.9;

fn analysed(gold: &Gold) -> Findings {
    let lang = Lang::from_tag(&gold.lang).unwrap_or(Lang::En);
    analyse(&gold.text, &Context::new(lang, Day::from_iso(&gold.published)))
}

fn over(span: Span<Byte>, mark: &Mark) -> usize {
    span.end.0.min(mark.end).saturating_sub(span.start.0.max(mark.start))
}

/// A name as it is compared: without vowel signs, with one alef, in lower case, by words.
fn words(name: &str) -> Vec<String> {
    let folded: String = name
        .chars()
        .filter(|c| !matches!(c, '\u{64B}'..='\u{652}' | '\u{670}' | '\u{640}'))
        .map(|c| if matches!(c, 'أ' | 'إ' | 'آ') { 'ا' } else { c })
        .collect();
    folded.to_lowercase().split_whitespace().map(str::to_owned).collect()
}

fn same_speaker(got: Option<&str>, want: &str) -> bool {
    let Some(got) = got else { return want == "unknown" };
    let (got, want) = (words(got), words(want));
    let shared = got.iter().filter(|word| want.contains(word)).count();
    shared > 0 && (shared == got.len() || shared == want.len() || shared >= 2)
}

/// Counts quotations of one kind.
fn count_quotes(gold: &Gold, findings: &Findings, indirect: bool, count: &mut Count) {
    let kind = if indirect { "i" } else { "q" };
    let all: Vec<&Mark> = gold.marks.iter().filter(|mark| mark.kind == kind).collect();
    let asked: Vec<&Mark> = all.iter().copied().filter(|mark| !mark.optional).collect();
    let touches = |quote: &Quote, marks: &[&Mark]| marks.iter().any(|mark| over(quote.span, mark) > 0);
    let found: Vec<&Quote> = findings
        .quotes
        .iter()
        .filter(|quote| (quote.kind == SpeechKind::Indirect) == indirect)
        .filter(|quote| touches(quote, &asked) || !touches(quote, &all))
        .collect();
    count.asked += asked.len() as f64;
    count.found += found.len() as f64;
    for mark in asked {
        let hits = |quote: &&&Quote| {
            let shared = over(quote.span, mark);
            if indirect {
                shared > 0
            } else {
                shared as f64 >= DIRECT_OVERLAP * (mark.end - mark.start).max(quote.span.len()) as f64
            }
        };
        let hit: Vec<&&Quote> = found.iter().filter(hits).collect();
        let want = mark.speaker.as_deref().unwrap_or("unknown");
        let name =
            |quote: &Quote| quote.speaker.and_then(|at| findings.people.get(at)).map(|person| person.name.as_str());
        let right = hit.iter().any(|quote| same_speaker(name(quote), want));
        count.hit += f64::from(u8::from(!hit.is_empty()));
        count.right += f64::from(u8::from(right));
        if !right {
            let got: Vec<_> = hit.iter().map(|quote| name(quote)).collect();
            println!("  {}.{}: «{}» is {want}'s, not {got:?}", gold.name, gold.lang, &gold.text[mark.start..mark.end]);
        }
    }
}

/// Whether a value is one of those asked for.
fn value_is(value: Option<&Edtf>, values: &[String]) -> bool {
    let written = value.map(ToString::to_string).unwrap_or_default();
    let plain = written.trim_end_matches(['~', '?', '%']);
    values.iter().any(|want| want == "?" || *want == written || want == plain)
}

/// Counts dates; `right` are those with the value asked for, `hit` those found at all.
fn count_dates(gold: &Gold, findings: &Findings, count: &mut Count, spurious: &mut f64) {
    let all: Vec<&Mark> = gold.marks.iter().filter(|mark| mark.kind == "d").collect();
    for date in &findings.dates {
        let touched: Vec<&&Mark> = all.iter().filter(|mark| over(date.span, mark) > 0).collect();
        *spurious += f64::from(u8::from(touched.is_empty()));
        let counts = touched.is_empty() || touched.iter().any(|mark| !mark.optional);
        count.found += f64::from(u8::from(counts));
    }
    for mark in all.iter().filter(|mark| !mark.optional) {
        count.asked += 1.0;
        let mut found = findings.dates.iter().filter(|date| over(date.span, mark) > 0);
        count.hit += f64::from(u8::from(found.any(|date| value_is(date.edtf.as_ref(), &mark.values))));
    }
}

/// Counts events.
fn count_events(gold: &Gold, findings: &Findings, count: &mut Count) {
    count.found += findings.events.len() as f64;
    for mark in gold.marks.iter().filter(|mark| mark.kind == "e" && !mark.optional && mark.values != ["?"]) {
        count.asked += 1.0;
        let hit =
            findings.events.iter().any(|event| over(event.span, mark) > 0 && value_is(Some(&event.date), &mark.values));
        count.hit += f64::from(u8::from(hit));
    }
}

/// The numbers of a language, by the names that the floor uses.
fn measure(articles: &[&Gold]) -> Vec<(&'static str, f64)> {
    let [mut dates, mut direct, mut indirect, mut events] = [(); 4].map(|()| Count::default());
    let mut spurious = 0.0;
    for gold in articles {
        let findings = analysed(gold);
        count_dates(gold, &findings, &mut dates, &mut spurious);
        count_quotes(gold, &findings, false, &mut direct);
        count_quotes(gold, &findings, true, &mut indirect);
        count_events(gold, &findings, &mut events);
    }
    vec![
        ("dates-f1", dates.f1()),
        ("dates-clean", 100.0 - 100.0 * spurious / dates.found.max(1.0)),
        ("direct-f1", direct.f1()),
        ("direct-speaker", direct.share(direct.right)),
        ("indirect-f1", indirect.f1()),
        ("indirect-speaker", indirect.share(indirect.right)),
        ("events-recall", events.share(events.hit)),
    ]
}

/// The floor: lines of a language, a name and a number.
fn floor(text: &str) -> BTreeMap<(String, String), f64> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
    let read = |line: &str| {
        let mut words = line.split_whitespace();
        Some(((words.next()?.to_owned(), words.next()?.to_owned()), words.next()?.parse().ok()?))
    };
    lines.filter_map(read).collect()
}

/// Prints the table of a folder's articles, and gives what is below the floor.
fn table(title: &str, folder: &Path, floor: &BTreeMap<(String, String), f64>) -> Vec<String> {
    let articles = read_folder(folder);
    let mut below = Vec::new();
    println!("{title}");
    for lang in ["ar", "ru", "en"] {
        let own: Vec<&Gold> = articles.iter().filter(|gold| gold.lang == lang).collect();
        let numbers = measure(&own);
        print!("{lang} {:2} articles", own.len());
        for (name, value) in numbers {
            print!("  {name} {value:.1}");
            let least = floor.get(&(lang.to_owned(), name.to_owned())).copied().unwrap_or(100.0);
            if value + 0.05 < least {
                below.push(format!("{lang} {name}: {value:.1}, below {least:.1}"));
            }
        }
        println!();
    }
    below
}

#[test]
fn accuracy_stays_above_the_floor() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let below = table("our own articles", &folder, &floor(include_str!("gold/floor.txt")));
    assert!(below.is_empty(), "accuracy fell: {}", below.join("; "));
}

#[test]
fn shared_articles_are_read_as_well() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    if !folder.is_dir() {
        println!("shared articles: skipped, as there are none beside the checkout");
        return;
    }
    let below = table("shared articles", &folder, &floor(include_str!("gold/floor-shared.txt")));
    assert!(below.is_empty(), "accuracy fell: {}", below.join("; "));
}

#[test]
fn every_article_is_read() {
    let articles = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold"));
    assert!(articles.len() >= 20, "{} articles", articles.len());
    for gold in articles {
        assert!(Day::from_iso(&gold.published).is_some(), "{}.{} has no day of publication", gold.name, gold.lang);
        assert!(gold.marks.iter().all(|mark| mark.start < mark.end), "{}.{} has an empty span", gold.name, gold.lang);
    }
}
