//! Events: a clause with a date of its own reports one, asserted by the one in whose words it stands. A sentence that
//! counts from the one before («في غضون أيام») takes its date as the day from which it counts.

use super::dates;
use super::doc::{Doc, Sentence};
use super::lexicon::Class;
use super::model::{Event, EventRule, Quote};
use super::quotes::Heard;
use super::token::Kind;
use crate::date::{Bound, Date, DayRange, Edtf};
use crate::text::{Byte, Span};

/// Words of an event's short name at most.
const NAME_WORDS: usize = 9;

/// A clause of fewer words besides its date says nothing by itself, and takes in its neighbour.
const CLAUSE_WORDS: usize = 3;

/// Words of a clause on either side of its date, at most.
const CLAUSE_REACH: usize = 60;

/// How many of the words that begin before a date are looked through for those it stands in.
const DEPTH: usize = 16;

/// The events of a text, in the order of their clauses.
pub(crate) fn events(doc: &Doc, heard: &Heard, quotes: &[Quote], dates: &[dates::Finding]) -> Vec<Event> {
    let mut out: Vec<Event> = Vec::new();
    // The dates are in order: where the last was, the search for the next begins.
    let (mut near, mut begun) = (0, 0);
    for date in dates {
        let Some(edtf) = date.edtf.clone() else { continue };
        begun += quotes.iter().skip(begun).take_while(|quote| quote.span.start <= date.span.start).count();
        let around = innermost(quotes.get(..begun).unwrap_or_default(), date.span);
        near = token_from(doc, near, date.span.start);
        let (start, end) = clause(doc, around.map(|quote| quote.span), date.span, near);
        let span = doc.bytes(start, end);
        let name = name(doc, start, span, Some(date.span));
        if name.is_empty() {
            continue;
        }
        let by = around.and_then(|quote| quote.speaker);
        let (date_span, range) = (Some(date.span), date.range);
        out.push(Event { span, name, date: edtf, date_span, range, by, rule: EventRule::Dated });
    }
    inherit(doc, &heard.sentences, &mut out);
    out.sort_by_key(|event| event.span);
    out
}

/// The token that ends behind a byte, from one before it on: in steps that double, for it is mostly near.
fn token_from(doc: &Doc, first: usize, byte: Byte) -> usize {
    let (mut from, mut step) = (first, 1);
    while doc.tokens.get(from + step).is_some_and(|token| token.end() <= byte.0) {
        from += step;
        step *= 2;
    }
    let between = doc.tokens.get(from..doc.tokens.len().min(from + step)).unwrap_or_default();
    from + between.partition_point(|token| token.end() <= byte.0)
}

/// The clause that a date stands in, by tokens: between commas and stops, and not out of the words that it is said in.
/// The date begins with the token `from`.
fn clause(doc: &Doc, limit: Option<Span<Byte>>, date: Span<Byte>, from: usize) -> (usize, usize) {
    let to = token_from(doc, from, Byte(date.end.0.saturating_sub(1))) + 1;
    let inside = |at: usize| limit.is_none_or(|limit| limit.covers(&doc.token(at).span()));
    let ends = |at: usize| matches!(doc.kind(at), Kind::Stop | Kind::Break | Kind::Semicolon) || !inside(at);
    let digits = |at: usize| doc.kind(at) == Kind::Number && !doc.token(at).spaced;
    // The comma in "11,000" parts nothing.
    let comma = |at: usize| {
        let inside = at > 0 && digits(at + 1) && doc.kind(at - 1) == Kind::Number;
        doc.kind(at) == Kind::Comma && !doc.token(at).dated && !inside
    };
    let back = |from: usize| {
        let mut at = from;
        while at > 0 && from - at < CLAUSE_REACH && !ends(at - 1) && !comma(at - 1) {
            at -= 1;
        }
        at
    };
    let ahead = |to: usize| {
        let mut at = to;
        while at < doc.tokens.len() && at - to < CLAUSE_REACH && !ends(at) && !comma(at) {
            at += 1;
        }
        at
    };
    let said = |start: usize, end: usize| {
        doc.tokens.get(start..end).unwrap_or_default().iter().filter(|token| token.is_word() && !token.dated).count()
    };
    let (mut start, mut end) = (back(from), ahead(to));
    if said(start, end) < CLAUSE_WORDS && comma(end) && inside(end + 1) {
        end = ahead(end + 1);
    }
    if said(start, end) < CLAUSE_WORDS && start > 0 && comma(start - 1) && inside(start - 1) {
        start = back(start - 1);
    }
    // The dash behind a quotation belongs to neither side, and the mark before to what was said: «…», he said on Tuesday.
    let left = |at: usize| {
        doc.kind(at) == Kind::Dash || (matches!(doc.kind(at), Kind::Mark(_)) && doc.pair_closed_at(at).is_some())
    };
    while start < from && left(start) {
        start += 1;
    }
    (start, end)
}

/// The innermost words that a date stands in, of those that begin before it.
fn innermost(quotes: &[Quote], date: Span<Byte>) -> Option<&Quote> {
    quotes.iter().rev().take(DEPTH).filter(|quote| quote.span.covers(&date)).min_by_key(|quote| quote.span.len())
}

/// A short name: the first words of the clause that begins with the token `start`, without its date.
fn name(doc: &Doc, start: usize, span: Span<Byte>, date: Option<Span<Byte>>) -> String {
    let mut out = String::new();
    let mut at = token_from(doc, start, span.start);
    let mut words = 0;
    while words < NAME_WORDS && doc.token(at).end() <= span.end.0 && doc.kind(at) != Kind::Break {
        let token = doc.token(at);
        at += 1;
        if date.is_some_and(|date| token.span().overlaps(&date)) {
            continue;
        }
        let first = words == 0 && (doc.is(at - 1, Class::Conn) || doc.is(at - 1, Class::Prep));
        if (token.is_word() && !first) || token.kind == Kind::Number {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(token.span().of(doc.text));
            words += 1;
        }
    }
    out
}

/// Adds the events of sentences that have no date and count from the sentence before.
fn inherit(doc: &Doc, sentences: &[Sentence], events: &mut Vec<Event>) {
    let dated = events.len();
    let mut cursor = 0;
    let mut last: Option<usize> = None;
    for sentence in sentences {
        let span = doc.bytes(sentence.start, sentence.end);
        let mut own = None;
        while let Some(event) = events.get(cursor).filter(|event| cursor < dated && event.span.start < span.end) {
            if event.by.is_none() {
                own = Some(cursor);
            }
            cursor += 1;
        }
        if let (None, Some(before)) = (own, last)
            && counts_on(doc, *sentence)
            && let Some(day) = events.get(before).and_then(|event| event.range.from)
        {
            let date = Edtf::Interval(Bound::Date(Date::of_day(day)), Bound::Open);
            let range = DayRange { from: Some(day), to: None };
            let name = name(doc, sentence.start, span, None);
            events.push(Event { span, name, date, date_span: None, range, by: None, rule: EventRule::Inherited });
        }
        last = own;
    }
}

/// Whether a sentence begins with words that count from what was just told.
fn counts_on(doc: &Doc, sentence: Sentence) -> bool {
    (sentence.start..sentence.end.min(sentence.start + 2))
        .any(|at| doc.phrase(at, sentence.end, Class::Later).is_some())
}
