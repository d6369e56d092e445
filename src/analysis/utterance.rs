//! The day of an utterance: "tomorrow" in words that were said on Sunday is the Monday after it, whenever they are
//! printed.

use super::dates::{self, Finding};
use super::doc::Doc;
use super::lexicon::{Class, key_of};
use super::model::Quote;
use super::quotes::SpeechKind;
use crate::date::Day;
use crate::text::{Byte, Span};

/// Bytes between a cue and the date of the utterance beside it, at most: the speaker's name and role stand between.
const REACH: usize = 120;

/// Resolves each deictic in a quotation whose cue has a day beside it against that day.
pub(crate) fn resolve(doc: &Doc, quotes: &[Quote], found: &mut [Finding], context: &dates::Context) {
    let mut from = 0;
    for quote in quotes.iter().filter(|quote| quote.kind == SpeechKind::Direct) {
        from += found.iter().skip(from).take_while(|date| date.span.end <= quote.span.start).count();
        let deictic = |date: &Finding| date.relative && is_deictic(doc, date.span);
        let inside = found.iter().skip(from).take_while(|date| date.span.start < quote.span.end);
        if !inside.clone().any(deictic) {
            continue;
        }
        let Some(day) = day_beside(doc, quote, found) else { continue };
        let inside = found.iter_mut().skip(from).take_while(|date| date.span.start < quote.span.end);
        for date in inside.filter(|date| deictic(date)) {
            *date = dates::resolve_again(date, doc.text, day, context);
        }
    }
}

/// Whether a date is one word that counts from the day it is said on: today, yesterday, tomorrow.
fn is_deictic(doc: &Doc, span: Span<Byte>) -> bool {
    doc.lexicon.is(key_of(span.of(doc.text)), Class::Deictic)
}

/// The one day between a cue and its quotation, or right behind a cue that follows it.
fn day_beside(doc: &Doc, quote: &Quote, found: &[Finding]) -> Option<Day> {
    let cue = quote.cue?;
    let before = cue.end <= quote.span.start;
    let end = if before { quote.span.start.0.min(cue.end.0 + REACH) } else { cue.end.0 + REACH };
    let from = found.partition_point(|date| date.span.start < cue.end);
    let date =
        found.iter().skip(from).find(|date| !quote.span.covers(&date.span)).filter(|date| date.span.end.0 <= end)?;
    let gap = doc.text.get(cue.end.0..date.span.start.0)?;
    let apart = gap.contains(['.', '!', '?', '؟', '«', '»', '“', '”', '"', ';']);
    date.edtf.as_ref().filter(|_| !apart).and_then(crate::date::Edtf::single_day)
}
