//! From text to findings: dates, quotations with their speakers, people, events. Rules and lexicons, no model; total
//! on any text, in time linear in its length.
//!
//! The way: dates are found first ([`dates`]), for a date is no name and no subject. Then the text becomes tokens, its
//! quotation marks pairs, and each paragraph sentences at every depth of quotation (`doc`). Cues tell who speaks and
//! what is reported (`quotes`); the phrases that name a speaker are resolved to people (`people`); and every clause
//! with a date is an event, asserted by the one in whose words it stands (`events`).

mod dateline;
pub mod dates;
mod doc;
mod events;
#[cfg(not(target_arch = "wasm32"))]
pub mod jsonl;
mod leading_ru;
mod letter;
mod lexicon;
mod listed;
mod model;
mod names;
mod names_en;
mod names_ru;
mod people;
mod quotes;
mod surnames_en;
mod token;
mod utterance;

pub use model::{Context, Diagnostic, DiagnosticKind, Event, EventRule, Findings, Person, Quote, Stance};
pub use quotes::{SpeechKind, SpeechRule};

use doc::Doc;
use lexicon::flag;
use quotes::{Found, Heard, hear};

use crate::text::{Byte, Lang, Span};

/// What the analysis is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It looks for dates.
    Dates,
    /// It reads words and sentences.
    Sentences,
    /// It looks for who says what.
    Speech,
    /// It looks for events.
    Events,
}

/// Finds all there is in `text`.
pub fn analyse(text: &str, context: &Context) -> Findings {
    analyse_with(text, context, &mut |_| ())
}

/// Finds all there is in `text`, and tells each stage as it begins.
pub fn analyse_with(text: &str, context: &Context, begins: &mut dyn FnMut(Stage)) -> Findings {
    begins(Stage::Dates);
    let reading = dates::Context { lang: context.lang, published: context.published, prefer: context.prefer };
    let mut dates = dates::find(text, &reading);
    begins(Stage::Sentences);
    let spans: Vec<Span<Byte>> = dates.iter().map(|date| date.span).collect();
    let mut doc = Doc::new(text, context.lang, &spans);
    (doc.surnames, doc.whole) = names::words(&doc);
    begins(Stage::Speech);
    let heard = hear(&doc);
    drop_names(&doc, &heard, &mut dates);
    let mut quotes: Vec<Quote> = heard.found.iter().map(|found| quote(&doc, found)).collect();
    utterance::resolve(&doc, &quotes, &mut dates, &reading);
    begins(Stage::Events);
    let mut events = events::events(&doc, &heard, &quotes, &dates);
    let mut diagnostics = diagnostics(&doc, &quotes);
    diagnostics.extend(dates.iter().flat_map(doubts));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    let people = people(heard, &mut quotes, &mut events);
    Findings { dates, quotes, people, events, diagnostics }
}

/// The faults of the lexicon of a language: the lines that could not be read. There are none; a test sees to it.
pub fn lexicon_faults(lang: Lang) -> Vec<String> {
    lexicon::load(lang).1.into_iter().map(|fault| fault.words).collect()
}

/// Words of a name in marks, at most.
const NAME_WORDS: usize = 4;

/// Drops what looks like a date and is part of a name in marks: «Прозрачный март», «Двадцать второе марта».
fn drop_names(doc: &Doc, heard: &Heard, dates: &mut Vec<dates::Finding>) {
    // How far what was said reaches that begins up to each place in the list.
    let reach = heard.found.iter().scan(0, |reach, found| {
        *reach = found.to.max(*reach);
        Some(*reach)
    });
    let reach: Vec<usize> = reach.collect();
    let said = |from: usize, to: usize| {
        let begun = heard.found.partition_point(|found| found.from < to);
        begun.checked_sub(1).and_then(|last| reach.get(last)).is_some_and(|reach| from < *reach)
    };
    let mut names: Vec<usize> = Vec::new();
    // «برنامج «حصاد الليلة»»: in Arabic the word before the marks says that they hold a name.
    let names_it =
        |open: usize| if doc.lang == Lang::Ar { quotes::follows_namer(doc, open) } else { doc.token(open + 1).capital };
    for pair in doc.pairs.iter().filter(|pair| pair.closed && names_it(pair.open)) {
        let (from, to) = (pair.inner_start(), pair.inner_end());
        // «Тихий причал», «Двое в апреле», «Письмо из 1916 года»: of several one is another name.
        let comma = |at: usize| doc.kind(at) == token::Kind::Comma;
        let before = || pair.open.checked_sub(2).filter(|at| comma(at + 1)).and_then(|at| doc.pair_closed_at(at));
        let behind = || doc.pair_at(pair.close + 2).filter(|_| comma(pair.close + 1));
        let listed = || doc.lang == Lang::Ru && before().or_else(behind).is_some();
        if to > from + 2 * NAME_WORDS || doc.count_words(from, to) > NAME_WORDS {
            continue;
        }
        let span = doc.bytes(from, to);
        let near = dates.partition_point(|date| date.span.start < span.start);
        let near = names.last().map_or(near, |last| near.max(last + 1));
        let inside = dates.get(near).is_some_and(|date| {
            let digits = date.span.of(doc.text).contains(char::is_numeric);
            span.covers(&date.span) && (!digits || listed())
        });
        if inside && !said(from, to) {
            names.push(near);
        }
    }
    let (mut at, mut names) = (0..dates.len(), names.into_iter().peekable());
    dates.retain(|_| at.next().and_then(|at| names.next_if_eq(&at)).is_none());
}

/// What was found, by bytes.
fn quote(doc: &Doc, found: &Found) -> Quote {
    let span = |range: (usize, usize)| doc.bytes(range.0, range.1);
    let stance = match found.flags {
        flags if flags & flag::DENY != 0 => Stance::Denies,
        flags if flags & flag::DOUBT != 0 => Stance::Doubts,
        _ => Stance::Says,
    };
    Quote {
        span: doc.bytes(found.from, found.to),
        kind: found.kind,
        speaker: found.speaker,
        cue: found.cue.map(span),
        mention: found.mention.map(span),
        stance,
        rule: found.rule,
    }
}

/// Those who speak, and the people who are named, in the order in which the text first means them. Who speaks is then
/// told by the places in this list.
fn people(heard: Heard, quotes: &mut [Quote], events: &mut [Event]) -> Vec<Person> {
    let entities = heard.registry.entities;
    let mut speaks = vec![false; entities.len()];
    for speaker in quotes.iter().filter_map(|quote| quote.speaker) {
        if let Some(slot) = speaks.get_mut(speaker) {
            *slot = true;
        }
    }
    let mut places = Vec::with_capacity(entities.len());
    let mut out = Vec::new();
    for (entity, speaks) in entities.into_iter().zip(speaks) {
        let told = speaks || entity.is_person();
        places.push(told.then_some(out.len()));
        if told {
            out.push(Person { name: entity.name, mentions: entity.mentions });
        }
    }
    let place = |old: Option<usize>| old.and_then(|old| places.get(old).copied().flatten());
    for quote in quotes {
        quote.speaker = place(quote.speaker);
    }
    for event in events {
        event.by = place(event.by);
    }
    out
}

/// What is odd about the quotations.
fn diagnostics(doc: &Doc, quotes: &[Quote]) -> Vec<Diagnostic> {
    let open = doc
        .pairs
        .iter()
        .filter(|pair| !pair.closed && pair.close > pair.open + 1)
        .map(|pair| Diagnostic { span: doc.token(pair.open).span(), kind: DiagnosticKind::UnclosedQuotation });
    let nobody = quotes.iter().filter(|quote| quote.speaker.is_none());
    let nobody = nobody.map(|quote| Diagnostic { span: quote.span, kind: DiagnosticKind::UnknownSpeaker });
    open.chain(nobody).collect()
}

/// What is wrong or doubtful about a date.
fn doubts(date: &dates::Finding) -> Vec<Diagnostic> {
    let issues = [
        (date.issues.weekday, DiagnosticKind::WeekdayConflict),
        (date.issues.calendars.is_some(), DiagnosticKind::CalendarConflict),
        (date.issues.reckoned, DiagnosticKind::Reckoned),
        (date.issues.order, DiagnosticKind::AmbiguousOrder),
    ];
    issues.into_iter().filter(|(is, _)| *is).map(|(_, kind)| Diagnostic { span: date.span, kind }).collect()
}
