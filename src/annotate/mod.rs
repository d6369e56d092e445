//! What an article lacks, found in its text: its events and quotations where nobody has authored them. What is
//! found says so, and why; nothing that was authored is touched. Knows the article and the analysis; knows neither
//! the page nor what a reader thinks of a finding.

mod ids;
mod wire;

use crate::analysis::{self, Context, Findings, SpeechKind};
use crate::article::{Article, Asserter, BlockKind, Event, Evidence, Origin, Person, PersonIndex, Quote, QuoteKind};
use crate::text::{Byte, Span, fold, sort_by_key};
use ids::Ids;

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
    let findings = analysis::analyse(&article.body, &Context::new(article.lang, article.published));
    let mut people = People::of(article);
    let quotes = article.quotes.is_none().then(|| quotes(article, &findings, &mut people));
    let events = article.events.is_none().then(|| events(article, &findings, &mut people));
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
    findings: Option<&'f Findings>,
    /// For each person of the findings their place in `list`, once they are asked for.
    places: Vec<Option<usize>>,
    ids: Ids,
}

impl<'f> People<'f> {
    fn of(article: &Article) -> Self {
        let mut ids = Ids::default();
        article.people.iter().for_each(|person| ids.take(&person.id));
        Self { list: article.people.clone(), findings: None, places: Vec::new(), ids }
    }

    /// The place in the article of a person of the findings. One whom the article names already is not told twice.
    fn place(&mut self, findings: &'f Findings, found: usize) -> Option<PersonIndex> {
        if self.findings.is_none() {
            self.findings = Some(findings);
            self.places = vec![None; findings.people.len()];
        }
        if let Some(place) = self.places.get(found).copied().flatten() {
            return Some(PersonIndex(place));
        }
        let name = &findings.people.get(found)?.name;
        let wanted = fold(name);
        let is_same =
            |person: &Person| std::iter::once(&person.name).chain(&person.also).any(|called| fold(called) == wanted);
        let place = self.list.iter().position(is_same).unwrap_or_else(|| {
            let id = self.ids.of("p", &[name]);
            self.list.push(Person { id, name: name.clone(), also: Vec::new(), role: String::new() });
            self.list.len() - 1
        });
        if let Some(slot) = self.places.get_mut(found) {
            *slot = Some(place);
        }
        Some(PersonIndex(place))
    }
}

fn quotes<'f>(article: &Article, findings: &'f Findings, people: &mut People<'f>) -> Vec<Quote> {
    let mut ids = Ids::default();
    let mut out = Vec::new();
    for found in findings.quotes.iter().filter(|found| article.is_in_blocks(found.span)) {
        let (rule, confidence) = found.rule.name_and_confidence();
        out.push(Quote {
            id: ids.of("q", &[found.span.of(&article.body)]),
            span: found.span,
            speaker: found.speaker.and_then(|speaker| people.place(findings, speaker)),
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

fn events<'f>(article: &Article, findings: &'f Findings, people: &mut People<'f>) -> Vec<Event> {
    let mut ids = Ids::default();
    let mut out = Vec::new();
    for found in findings.events.iter().filter(|found| reports(article, found.span)) {
        let (rule, confidence) = found.rule.name_and_confidence();
        let by = found.by.and_then(|by| people.place(findings, by)).map_or(Asserter::Narrator, Asserter::Person);
        out.push(Event {
            id: ids.of("e", &[&found.date.to_string(), found.span.of(&article.body)]),
            date: found.date.clone(),
            name: found.name.clone(),
            span: found.span,
            by,
            origin: origin(rule, confidence, [found.date_span, None]),
        });
    }
    out
}

/// Whether a passage is of the text that reports: in its blocks, and no subheading.
fn reports(article: &Article, span: Span<Byte>) -> bool {
    let block = article.block_at(span.start).and_then(|block| article.blocks.get(block));
    article.is_in_blocks(span) && block.is_some_and(|block| block.kind != BlockKind::Heading)
}

fn origin(rule: &'static str, confidence: u8, words: [Option<Span<Byte>>; 2]) -> Origin {
    let mut words: Vec<Span<Byte>> = words.into_iter().flatten().collect();
    sort_by_key(&mut words, |span| span.start);
    Origin::Found(Evidence { rule: rule.into(), confidence, words })
}
