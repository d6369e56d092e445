//! The day of an utterance: "tomorrow" in words that were said on Sunday is the Monday after it, whenever they are
//! printed; and "in September" in words of March 2021 is a month of that year.

use super::dates::{self, Finding};
use super::doc::Doc;
use super::lexicon::{Class, key_of};
use super::model::Quote;
use super::quotes::SpeechKind;
use crate::date::{Day, Edtf};
use crate::text::{Byte, Span};

/// Bytes between a cue and the date of the utterance beside it, at most: the speaker's name and role stand between.
const REACH: usize = 120;

/// Resolves what is said against the day that its cue has beside it: each deictic of a quotation and, where the day has
/// a year, what names none in quotations and reports.
pub(crate) fn resolve(doc: &Doc, quotes: &[Quote], found: &mut [Finding], context: &dates::Context) {
    let mut from = 0;
    for quote in quotes {
        from += found.iter().skip(from).take_while(|date| date.span.end <= quote.span.start).count();
        let direct = quote.kind == SpeechKind::Direct;
        let deictic = |date: &Finding| direct && date.relative && is_deictic(doc, date.span);
        let hangs = |date: &Finding| deictic(date) || date.names_no_year();
        let inside = found.iter().skip(from).take_while(|date| date.span.start < quote.span.end);
        if !inside.clone().any(hangs) {
            continue;
        }
        let Some(said) = date_beside(doc, quote, found) else { continue };
        let day = said.edtf.as_ref().and_then(Edtf::single_day);
        let dated = said.range.from.filter(|_| !said.relative);
        let inside = found.iter_mut().skip(from).take_while(|date| date.span.start < quote.span.end);
        for date in inside.filter(|date| hangs(date)) {
            let anchor: Option<Day> = if deictic(date) { day } else { dated };
            if let Some(anchor) = anchor {
                *date = dates::resolve_again(date, doc.text, anchor, context);
            }
        }
    }
}

/// Whether a date is one word that counts from the day it is said on: today, yesterday, tomorrow.
fn is_deictic(doc: &Doc, span: Span<Byte>) -> bool {
    doc.lexicon.is(key_of(span.of(doc.text)), Class::Deictic)
}

/// The one date between a cue and its quotation, or right behind a cue that follows it; else one that its sentence
/// opens with, if that names its year.
fn date_beside(doc: &Doc, quote: &Quote, found: &[Finding]) -> Option<Finding> {
    let cue = quote.cue?;
    let before = cue.end <= quote.span.start;
    let end = if before { quote.span.start.0.min(cue.end.0 + REACH) } else { cue.end.0 + REACH };
    let from = found.partition_point(|date| date.span.start < cue.end);
    let apart = |from: usize, to: usize| {
        let gap = doc.text.get(from..to);
        gap.is_none_or(|gap| gap.contains(['.', '!', '?', '؟', '«', '»', '“', '”', '"', ';', '\n']))
    };
    let behind = found.iter().skip(from).find(|date| !quote.span.covers(&date.span));
    // «негодует Дымова, которая водит трамвай с 1999 года»: that is no day on which she spoke.
    let of_her = |date: &Finding| {
        let words = doc.text.get(cue.end.0..date.span.start.0).unwrap_or_default();
        words.split(' ').any(|word| word.starts_with("котор") || matches!(word, "who" | "which" | "الذي" | "التي"))
    };
    let near = |date: &&Finding| date.span.end.0 <= end && !apart(cue.end.0, date.span.start.0) && !of_her(date);
    let behind = behind.filter(near);
    let opening = || {
        let date = found.get(from.checked_sub(1)?)?;
        let (start, end) = (date.span.start.0, date.span.end.0);
        let reached = end <= cue.start.0 && cue.start.0 <= end + REACH && !date.relative && !apart(end, cue.start.0);
        (reached && opens_sentence(doc.text.get(..start)?)).then_some(date)
    };
    behind.or_else(opening).cloned()
}

/// Whether nothing but a preposition stands in a sentence before what follows this text.
fn opens_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    let rest = before.trim_end_matches(char::is_alphabetic).trim_end_matches(' ');
    rest.is_empty() || rest.ends_with(['.', '!', '?', '؟', '»', '”', '"', '\n'])
}
