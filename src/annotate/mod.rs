//! What an article lacks, found in its text: its events and quotations where nobody has authored them. What is
//! found says so, and why; nothing that was authored is touched. Knows the article and the analysis; knows neither
//! the page nor what a reader thinks of a finding.

mod ids;
mod wire;

use crate::analysis::{self, Context, Findings, SpeechKind, Stance};
use crate::article::{Article, Asserter, BlockKind, Event, Evidence, Origin, Person, PersonIndex, Quote, QuoteKind};
use crate::text::{Byte, Span, fold, sort_by_key};
use ids::Ids;
use std::collections::BTreeMap;

pub use crate::analysis::Stage;
pub use wire::{from_wire, to_wire};

/// What the analysis found of the kinds that an article lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The people of the article, and behind them those found.
    pub people: Vec<Person>,
    /// The events; nothing where the article has its own.
    pub events: Option<Vec<Event>>,
    /// The quotations; nothing where the article has its own.
    pub quotes: Option<Vec<Quote>>,
}

/// Whether an article lacks something that [`find`] would find.
pub fn is_wanting(article: &Article) -> bool {
    article.events.is_none() || article.quotes.is_none()
}

/// Finds what an article lacks.
pub fn find(article: &Article) -> Found {
    find_with(article, &mut |_| ())
}

/// Finds what an article lacks, and tells each stage of the analysis as it begins.
pub fn find_with(article: &Article, begins: &mut dyn FnMut(Stage)) -> Found {
    let context = Context::new(article.lang, article.published);
    let findings = analysis::analyse_with(&article.body, &context, begins);
    let mut people = People::of(article, &findings);
    let quotes = article.quotes.is_none().then(|| quotes(article, &mut people));
    let events = article.events.is_none().then(|| events(article, &mut people));
    Found { people: people.list, events, quotes }
}

/// The article with what was found in it.
pub fn complete(article: Article, found: Found) -> Article {
    Article {
        people: found.people,
        events: article.events.or(found.events),
        quotes: article.quotes.or(found.quotes),
        ..article
    }
}

/// The article's people, and those who are found, each once.
struct People<'f> {
    list: Vec<Person>,
    findings: &'f Findings,
    /// For each person of the findings their place in `list`, once they are asked for.
    places: Vec<Option<usize>>,
    /// The places by folded name.
    names: BTreeMap<String, usize>,
    ids: Ids,
}

impl<'f> People<'f> {
    fn of(article: &Article, findings: &'f Findings) -> Self {
        let mut ids = Ids::default();
        let mut names = BTreeMap::new();
        for (place, person) in article.people.iter().enumerate() {
            ids.take(&person.id);
            for name in std::iter::once(&person.name).chain(&person.also) {
                names.entry(fold(name)).or_insert(place);
            }
        }
        let places = vec![None; findings.people.len()];
        Self { list: article.people.clone(), findings, places, names, ids }
    }

    /// The place in the article of a person of the findings. One whom the article names already is not told twice.
    fn place(&mut self, found: usize) -> Option<PersonIndex> {
        if let Some(place) = self.places.get(found).copied().flatten() {
            return Some(PersonIndex(place));
        }
        let name = &self.findings.people.get(found)?.name;
        let new = self.list.len();
        let place = *self.names.entry(fold(name)).or_insert(new);
        if place == new {
            let id = self.ids.of("p", &[name]);
            self.list.push(Person { id, name: name.clone(), also: Vec::new(), role: String::new() });
        }
        if let Some(slot) = self.places.get_mut(found) {
            *slot = Some(place);
        }
        Some(PersonIndex(place))
    }
}

fn quotes(article: &Article, people: &mut People) -> Vec<Quote> {
    let mut ids = Ids::default();
    let mut out = Vec::new();
    for found in people.findings.quotes.iter().filter(|found| article.is_in_blocks(found.span)) {
        let (rule, confidence) = found.rule.name_and_confidence();
        out.push(Quote {
            id: ids.of("q", &[found.span.of(&article.body)]),
            span: found.span,
            speaker: found.speaker.and_then(|speaker| people.place(speaker)),
            cue: found.cue,
            kind: match found.kind {
                SpeechKind::Direct => QuoteKind::Direct,
                SpeechKind::Indirect => QuoteKind::Indirect,
                SpeechKind::Mixed => QuoteKind::Mixed,
            },
            date: None,
            origin: origin(rule, confidence, [found.cue, found.mention]),
        });
    }
    sort_by_key(&mut out, |quote| (quote.span.start, std::cmp::Reverse(quote.span.end)));
    out
}

fn events(article: &Article, people: &mut People) -> Vec<Event> {
    let mut ids = Ids::default();
    let mut out: Vec<Event> = Vec::new();
    let denied: Vec<Span<Byte>> =
        people.findings.quotes.iter().filter(|quote| quote.stance != Stance::Says).map(|quote| quote.span).collect();
    for found in people.findings.events.iter().filter(|found| reports(article, found.span)) {
        if is_inside(&denied, found.span) {
            continue;
        }
        let (rule, confidence) = found.rule.name_and_confidence();
        let origin = origin(rule, confidence, [found.date_span, None]);
        if let Some(last) = out.last_mut().filter(|last| last.span == found.span && last.date == found.date) {
            add_words(&mut last.origin, origin);
            continue;
        }
        let by = found.by.and_then(|by| people.place(by)).map_or(Asserter::Narrator, Asserter::Person);
        out.push(Event {
            id: ids.of("e", &[&found.date.to_string(), found.span.of(&article.body)]),
            date: found.date.clone(),
            name: found.name.clone(),
            span: found.span,
            by,
            origin,
        });
    }
    out
}

/// How many quotations may stand one in another around a passage, and be looked through.
const DEPTH: usize = 16;

/// Whether a passage stands in one of `spans`, which are in the order of the text. What somebody denies or doubts is
/// no event by their word.
fn is_inside(spans: &[Span<Byte>], passage: Span<Byte>) -> bool {
    let upto = spans.partition_point(|span| span.start <= passage.start);
    spans.iter().take(upto).rev().take(DEPTH).any(|span| span.covers(&passage))
}

/// One clause may give its day twice, in two calendars: it is one event, which rests on the words of both.
fn add_words(origin: &mut Origin, other: Origin) {
    if let (Origin::Found(evidence), Origin::Found(other)) = (origin, other) {
        evidence.words.extend(other.words);
        sort_by_key(&mut evidence.words, |span| span.start);
    }
}

/// Whether a passage is of the text that reports: in its blocks, and no subheading.
fn reports(article: &Article, span: Span<Byte>) -> bool {
    let block = article.block_at(span.start).and_then(|block| article.blocks.get(block));
    article.is_in_blocks(span) && block.is_some_and(|block| block.kind != BlockKind::Heading)
}

fn origin(rule: &'static str, confidence: u8, words: [Option<Span<Byte>>; 2]) -> Origin {
    let mut words: Vec<Span<Byte>> = words.into_iter().flatten().collect();
    sort_by_key(&mut words, |span| (span.start, std::cmp::Reverse(span.end)));
    // «по его словам» rests on «его» too, which it says already.
    words.dedup_by(|inner, outer| outer.covers(inner));
    Origin::Found(Evidence { rule: rule.into(), confidence, words })
}
