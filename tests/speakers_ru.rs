//! Who speaks, in each way in which news gives someone's words, for each way in which it names someone: short articles are
//! put together from the tables of `tests/speakers`, so that what is right is known. Prints what share is read right, by
//! frame and by subject, and fails below a floor that only rises.
//!
//! A line is `key name | field | field …`. `frame` has a sentence with places to fill; `verb` its forms for a man, a woman, a
//! thing and several; `subject` the nominative, the genitive, the gender (m, f, n, p), those who may be meant by `;`, and the
//! sentence that tells of them before, if any; `around` the headline, the paragraph before and the one behind.

#![allow(clippy::cast_precision_loss)] // Counts of sentences.

use std::collections::BTreeMap;

use siyaq::analysis::{Context, analyse};
use siyaq::date::Day;
use siyaq::text::Lang;

/// The share of all sentences, in percent, whose speaker is right at least. Raise it when the analysis gets better.
const FLOOR: f64 = 98.7;

/// A line of a table.
struct Line<'t> {
    key: &'t str,
    name: &'t str,
    fields: Vec<&'t str>,
}

impl Line<'_> {
    fn field(&self, at: usize) -> &str {
        self.fields.get(at).copied().unwrap_or_default()
    }
}

/// The lines of a table.
fn table(text: &str) -> Vec<Line<'_>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let read = |line| {
        let mut fields = str::split(line, '|').map(str::trim);
        let head = fields.next().unwrap_or_default();
        let (key, name) = head.split_once(' ').unwrap_or((head, ""));
        Line { key, name, fields: fields.collect() }
    };
    lines.map(read).collect()
}

/// A word with a capital.
fn raised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What a sentence is made of.
struct Cast<'t> {
    lines: &'t [Line<'t>],
    /// Counts on from sentence to sentence, so that each takes other words.
    turn: usize,
}

impl<'t> Cast<'t> {
    /// The next of the lines of a key and name.
    fn next(&self, key: &str, name: &str) -> &'t Line<'t> {
        let all: Vec<&Line> = self.lines.iter().filter(|line| line.key == key && line.name == name).collect();
        all.get(self.turn % all.len().max(1)).copied().unwrap_or_else(|| panic!("no {key} {name}"))
    }

    /// A frame filled in for a subject, and what is said in it.
    fn fill(&self, frame: &str, subject: &Line) -> (String, String) {
        let (clause, words) = (self.next("clause", "").field(0), self.next("words", "").field(0));
        let form = "mfnp".find(subject.field(2)).unwrap_or_default();
        let mut out = frame.to_owned();
        while let Some((before, rest)) = out.split_once('{') {
            let (name, after) = rest.split_once('}').expect("a place to fill is closed");
            let filled = match name {
                "S" => raised(subject.field(0)),
                "s" => subject.field(0).to_owned(),
                "e" => subject.field(0).trim_end_matches(',').to_owned(),
                "G" => subject.field(1).to_owned(),
                "c" => clause.to_owned(),
                "C" => raised(clause),
                "q" => words.to_owned(),
                "place" => self.next("place", "").field(0).to_owned(),
                verb if verb.starts_with(char::is_uppercase) => {
                    raised(self.next("verb", &verb.to_lowercase()).field(form))
                }
                verb => self.next("verb", verb).field(form).to_owned(),
            };
            out = format!("{before}{filled}{after}");
        }
        let said = if frame.contains("{q}") { words } else { clause };
        (out.replace("  ", " ").replace(" ,", ",").replace(" .", "."), said.to_owned())
    }
}

/// Who the analysis says said it.
fn speaker(text: &str, said: &str, from: usize, lang: Lang) -> Option<String> {
    let findings = analyse(text, &Context::new(lang, Day::from_iso("2021-06-09")));
    let lower = text.to_lowercase();
    let at = from + lower.get(from..)?.find(&said.to_lowercase())?;
    let (start, end) = (at, at + said.len());
    let here = findings.quotes.iter().filter(|quote| quote.span.start.0 < end && start < quote.span.end.0);
    let nearest = here.min_by_key(|quote| quote.span.start.0.abs_diff(start) + quote.span.end.0.abs_diff(end))?;
    findings.people.get(nearest.speaker?).map(|person| person.name.to_lowercase())
}

/// Whether a name is one of those meant, or all of its words are in one of them, or the other way round.
fn is_meant(name: &str, meant: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase().replace(['«', '»', '“', '”'], "").split_whitespace().map(str::to_owned).collect()
    };
    let name = words(name);
    meant.split(';').map(words).any(|meant| {
        let shared = name.iter().filter(|word| meant.contains(word)).count();
        shared > 0 && (shared == name.len() || shared == meant.len())
    })
}

fn percent((right, all): (usize, usize)) -> f64 {
    100.0 * right as f64 / all.max(1) as f64
}

fn reads(lang: Lang, text: &str, turns: usize) {
    let lines = table(text);
    let around = lines.iter().find(|line| line.key == "around").expect("what stands around");
    let mut counts: BTreeMap<(u8, String), (usize, usize)> = BTreeMap::new();
    let (mut right, mut all, mut turn) = (0, 0, 0);
    for subject in lines.iter().filter(|line| line.key == "subject") {
        for frame in lines.iter().filter(|line| line.key == "frame") {
            let (name, not) = frame.name.split_once(" - ").unwrap_or((frame.name, ""));
            if not.split(' ').any(|kind| kind == subject.name) {
                continue;
            }
            for _ in 0..turns {
                turn += 1;
                let cast = Cast { lines: &lines, turn: turn * 7 + turn / 5 };
                let (sentence, said) = cast.fill(frame.field(0), subject);
                let before = format!("{}\n\n{}\n\n{} ", around.field(0), around.field(1), subject.field(4));
                let article = format!("{}{sentence}\n\n{}\n", before.replace("\n\n ", "\n\n"), around.field(2));
                let who = speaker(&article, &said, before.len().saturating_sub(2), lang);
                let meant = who.as_deref().is_some_and(|who| is_meant(who, subject.field(3)));
                if !meant {
                    println!("  not {who:?}: {} {sentence}", subject.field(4));
                }
                all += 1;
                right += usize::from(meant);
                for key in [(0, name.to_owned()), (1, subject.name.to_owned())] {
                    let count = counts.entry(key).or_default();
                    *count = (count.0 + usize::from(meant), count.1 + 1);
                }
            }
        }
    }
    for ((_, name), count) in &counts {
        println!("{:5.1} %  {name}", percent(*count));
    }
    println!("{:5.1} %  of {all} sentences", percent((right, all)));
    assert!(percent((right, all)) >= FLOOR, "speakers are read worse than {FLOOR} %");
}

#[test]
fn russian_speakers_are_read() {
    reads(Lang::Ru, include_str!("speakers/ru.txt"), 3);
}

/// Rows of `tests/speakers/ru-cases.txt`: each has its words, and who says them; "nobody" where they are not said.
#[test]
fn russian_cases_are_read() {
    for line in table(include_str!("speakers/ru-cases.txt")) {
        let name = format!("{} {}", line.key, line.name);
        let text = line.field(0).replace("\\n", "\n");
        let findings = analyse(&text, &Context::new(Lang::Ru, Day::from_iso("2021-06-09")));
        let quote = findings.quotes.iter().find(|quote| quote.span.of(&text) == line.field(1));
        let who = quote.map(|quote| quote.speaker.and_then(|id| findings.people.get(id)));
        let who = who.map_or("nobody", |who| who.map_or("unknown", |one| one.name.as_str()));
        assert_eq!(who, line.field(2), "{name}");
    }
}
