//! What was found, as a text: a long article is analysed by a worker, which can pass on nothing else. Made and read by
//! one version of the program, so that it needs no forms but this one.

use super::Found;
use crate::article::{Asserter, Event, Evidence, Origin, Person, PersonIndex, Quote, QuoteKind};
use crate::date::Edtf;
use crate::text::{Byte, Span};
use serde_json::Value;

/// Writes what was found.
pub fn to_wire(found: &Found) -> String {
    let people = found.people.iter().map(|person| {
        list([
            text(&person.id),
            text(&person.name),
            person.also.iter().map(|name| text(name)).collect(),
            text(&person.role),
        ])
    });
    let events = found.events.as_ref().map(|events| events.iter().map(event).collect());
    let quotes = found.quotes.as_ref().map(|quotes| quotes.iter().map(quote).collect());
    let all = list([people.collect(), events.unwrap_or_default(), quotes.unwrap_or_default()]);
    serde_json::to_string(&all).unwrap_or_default()
}

/// Reads it again; nothing where it is something else.
pub fn from_wire(wire: &str) -> Option<Found> {
    let value: Value = serde_json::from_str(wire).ok()?;
    let all = |at: usize| value.get(at)?.as_array();
    let people = all(0)?.iter().map(|row| {
        let also = row.get(2)?.as_array()?.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        Some(Person { id: string(row, 0)?, name: string(row, 1)?, also, role: string(row, 3)? })
    });
    let rows = |at: usize| value.get(at).filter(|rows| !rows.is_null()).map(Value::as_array);
    let events = match rows(1) {
        Some(rows) => Some(rows?.iter().map(read_event).collect::<Option<Vec<_>>>()?),
        None => None,
    };
    let quotes = match rows(2) {
        Some(rows) => Some(rows?.iter().map(read_quote).collect::<Option<Vec<_>>>()?),
        None => None,
    };
    Some(Found { people: people.collect::<Option<_>>()?, events, quotes })
}

fn list<const N: usize>(values: [Value; N]) -> Value {
    Value::Array(values.into())
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn span(span: Option<Span<Byte>>) -> Value {
    span.map(|span| list([span.start.0.into(), span.end.0.into()])).unwrap_or_default()
}

fn origin(origin: &Origin) -> Value {
    match origin {
        Origin::Authored => Value::Null,
        Origin::Found(why) => {
            list([text(&why.rule), why.confidence.into(), why.words.iter().map(|words| span(Some(*words))).collect()])
        }
    }
}

fn person(index: Option<PersonIndex>) -> Value {
    index.map(|index| index.0).into()
}

fn event(event: &Event) -> Value {
    let by = match event.by {
        Asserter::Narrator => None,
        Asserter::Person(index) => Some(index),
    };
    list([
        text(&event.id),
        span(Some(event.span)),
        text(&event.date.to_string()),
        text(&event.name),
        person(by),
        origin(&event.origin),
    ])
}

/// The kinds, by their place.
const KINDS: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Indirect, QuoteKind::Mixed];

fn quote(quote: &Quote) -> Value {
    list([
        text(&quote.id),
        span(Some(quote.span)),
        quote.date.as_ref().map(|date| text(&date.to_string())).unwrap_or_default(),
        KINDS.iter().position(|kind| *kind == quote.kind).into(),
        person(quote.speaker),
        origin(&quote.origin),
        span(quote.cue),
    ])
}

fn string(row: &Value, at: usize) -> Option<String> {
    row.get(at)?.as_str().map(str::to_owned)
}

fn number(row: &Value, at: usize) -> Option<usize> {
    usize::try_from(row.get(at)?.as_u64()?).ok()
}

fn read_span(value: &Value) -> Option<Span<Byte>> {
    Some(Span::bytes(number(value, 0)?..number(value, 1)?))
}

fn date(row: &Value, at: usize) -> Option<Edtf> {
    row.get(at)?.as_str()?.parse().ok()
}

fn read_origin(row: &Value, at: usize) -> Option<Origin> {
    let value = row.get(at)?;
    if value.is_null() {
        return Some(Origin::Authored);
    }
    let words = value.get(2)?.as_array()?.iter().map(read_span).collect::<Option<_>>()?;
    let confidence = u8::try_from(number(value, 1)?).ok()?;
    Some(Origin::Found(Evidence { rule: string(value, 0)?.into(), confidence, words }))
}

fn read_event(row: &Value) -> Option<Event> {
    Some(Event {
        id: string(row, 0)?,
        span: read_span(row.get(1)?)?,
        date: date(row, 2)?,
        name: string(row, 3)?,
        by: number(row, 4).map_or(Asserter::Narrator, |by| Asserter::Person(PersonIndex(by))),
        origin: read_origin(row, 5)?,
    })
}

fn read_quote(row: &Value) -> Option<Quote> {
    Some(Quote {
        id: string(row, 0)?,
        span: read_span(row.get(1)?)?,
        date: date(row, 2),
        kind: KINDS.get(number(row, 3)?).copied()?,
        speaker: number(row, 4).map(PersonIndex),
        origin: read_origin(row, 5)?,
        cue: row.get(6).and_then(read_span),
    })
}
