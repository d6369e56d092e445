//! What stands behind an Arabic verb of saying: the word that opens its clause, a colon, or a quotation.

use super::cue::CueKind;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Sense, flag};
use crate::analysis::people::ar;
use crate::analysis::token::Kind;

/// Words between a verb and what it opens, at most: a subject with its role, an occasion and a relative clause.
const OPENING_REACH: usize = 48;

/// What a cue leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Comp(usize),
    Colon(usize),
    Quote(usize),
    Nothing,
}

/// A reading of the word as a verb, participle or noun of saying; a conjunction may be written to a verb.
pub(super) fn reading(doc: &Doc, at: usize) -> Option<(Sense, CueKind)> {
    let token = doc.token(at);
    let find = |class| doc.lexicon.sense(token.key, class).or_else(|| doc.lexicon.sense(token.bare, class));
    find(Class::Verb)
        .map(|sense| (sense, CueKind::Verb))
        .or_else(|| find(Class::Participle).map(|sense| (sense, CueKind::Participle)))
        .or_else(|| find(Class::SpeechNoun).map(|sense| (sense, CueKind::Noun)))
}

/// Whether a quotation stands right before, perhaps with a comma between.
pub(super) fn follows_quote(doc: &Doc, at: usize, start: usize) -> bool {
    let mut before = at;
    for _ in 0..3 {
        let Some(previous) = before.checked_sub(1).filter(|previous| *previous >= start) else { return false };
        if doc.pair_closed_at(previous).is_some() {
            return true;
        }
        if !(matches!(doc.kind(previous), Kind::Comma | Kind::Dash | Kind::Stop | Kind::Other)
            || doc.word(previous) == "كما"
            || doc.word(previous) == "هكذا")
        {
            return false;
        }
        before = previous;
    }
    false
}

/// What stands behind a verb: the word that opens a clause, a colon, a quotation.
pub(super) fn opening(doc: &Doc, from: usize, end: usize) -> Opening {
    let mut at = from;
    let mut aside = false;
    let mut first_quote = None;
    for _ in 0..OPENING_REACH {
        let token = doc.token(at);
        if at >= end {
            break;
        }
        match token.kind {
            Kind::Colon => return Opening::Colon(at),
            Kind::Stop | Kind::Break | Kind::Semicolon => break,
            Kind::Comma => aside = false,
            Kind::Mark(_) if doc.pair_at(at).is_some_and(|pair| !speaks(doc, pair)) && !is_outlet(doc, at) => {
                first_quote = first_quote.or(Some(at));
            }
            Kind::Word => {
                let relative = doc.is(at, Class::Relative) || doc.lexicon.is(token.bare, Class::Relative);
                if doc.is(at, Class::Comp) && !is_other_comp(doc, at, from) {
                    let said = first_quote.filter(|quote| *quote <= from + 1);
                    return said.map_or(Opening::Comp(at), Opening::Quote);
                }
                aside |= relative;
                let other =
                    reading(doc, at).is_some_and(|(sense, kind)| kind != CueKind::Noun && !sense.has(flag::RELAY));
                if other && !aside && at > from && stands_apart(doc, at) && ar::word(doc, at).sense.is_none() {
                    break;
                }
            }
            _ => {}
        }
        at = doc.next(at);
    }
    first_quote.map_or(Opening::Nothing, Opening::Quote)
}

/// Whether the marks hold the name of a body that speaks: «قالت «حركة النهر» إنها …».
pub(super) fn speaks(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let body = doc.is(marks.inner_start(), Class::Body) || doc.is(marks.inner_start(), Class::Namer);
    body && doc.is(marks.after(), Class::Comp)
}

/// Whether the marks hold the name of what is spoken to or in: «لقناة «…»»، «لـ«…»».
fn is_outlet(doc: &Doc, open: usize) -> bool {
    let clitic = open.checked_sub(1).is_some_and(|before| matches!(doc.word(before), "لـ" | "ل"));
    clitic || super::title::follows_namer(doc, open)
}

/// Whether a second verb begins a clause of its own: behind a comma, with a conjunction, or as a participle.
fn stands_apart(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let comma = at > 0 && doc.kind(at - 1) == Kind::Comma;
    comma || token.bare != token.key || doc.is(at, Class::Participle)
}

/// Whether أن belongs to other words than the verb's: قبل أن، «، على أن».
fn is_other_comp(doc: &Doc, at: usize, from: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let token = doc.token(before);
    if doc.is(before, Class::NotComp) || doc.lexicon.is(token.bare, Class::NotComp) {
        return before >= from || doc.is(before, Class::NotComp);
    }
    doc.word(before) == "على" && before > from && doc.kind(before - 1) == Kind::Comma
}
