//! English participles of saying that do not end their sentence: one that opens it ("Noting that the dam was unsafe, the
//! court ordered a halt"), and one between the subject and its verb ("The court, noting that it was unsafe, ordered").

use super::clause_en::{LONGEST_CLAUSE, begins_noun, begins_with_pronoun, clause_words_end, has_verb, is_finite};
use super::subject_en::first_subject;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::Class;
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Phrase, en};
use crate::analysis::token::Kind;

/// Words of a place before the colon that opens a report, at most: "NEW DELHI: Observing that".
const DATELINE: usize = 5;

/// Where a participle begins its sentence, behind a place and a colon too.
pub(super) fn opens_report(doc: &Doc, left: usize, sentence: Sentence) -> bool {
    let place = left > sentence.start + 1 && left <= sentence.start + DATELINE && doc.kind(left - 1) == Kind::Colon;
    left == sentence.start || place && doc.token(left).capital && doc.token(sentence.start).capital
}

/// The comma at which the clause ends that a participle reports, and who does the rest, where the participle leads to that.
pub(super) fn main_clause(
    doc: &Doc,
    participle: usize,
    from: usize,
    sentence: Sentence,
) -> Option<(usize, Option<Phrase>)> {
    let led = |at: &usize| {
        doc.kind(*at) == Kind::Comma
            || doc.is(*at, Class::Conn)
            || doc.is(*at, Class::Aux)
            || is_listed(doc.word(*at), "While while Before before After after By by In in")
    };
    let left = (sentence.start..participle).rev().take_while(led).last().unwrap_or(participle);
    if opens_report(doc, left, sentence) {
        let comma = behind_clause(doc, from, sentence.end)?;
        return Some((comma, first_subject(doc, comma + 1, sentence.end)));
    }
    let comma = participle.checked_sub(1).filter(|comma| doc.kind(*comma) == Kind::Comma)?;
    let subject = en::phrase(doc, sentence.start, comma).filter(|_| sentence.start < comma)?;
    let timed = |at: usize| doc.token(at).dated || matches!(doc.word(at), "on" | "in");
    let alone = (subject.end.max(subject.reach)..comma).all(timed);
    let verb = alone && !(sentence.start + 1..comma).any(|at| is_finite(doc, at));
    if verb { Some((before_verb(doc, from, sentence.end)?, None)) } else { None }
}

/// The comma behind a clause with its verb, where another begins with a subject of its own.
fn behind_clause(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    let under = "if when while although though unless because since once";
    // "Arguing that if the rains failed, crops would die".
    let mut skipped = usize::from(is_listed(doc.word(from), under));
    let mut verb = begins_with_pronoun(doc, from);
    let mut at = from;
    while at < end.min(from + LONGEST_CLAUSE) && !matches!(doc.kind(at), Kind::Stop | Kind::Break | Kind::Semicolon) {
        if doc.kind(at) == Kind::Comma && verb && (skipped > 0 || begins_clause(doc, at, end)) {
            if skipped == 0 {
                return Some(at);
            }
            (skipped, verb) = (skipped - 1, false);
        }
        verb |= doc.pair_at(at).is_some() || at > from && is_finite(doc, at);
        at = doc.next(at);
    }
    None
}

/// Whether a subject with its verb begins behind a comma: no time, and no land of a town ("in Paris, France, the").
fn begins_clause(doc: &Doc, comma: usize, end: usize) -> bool {
    let at = comma + 1;
    let land = doc.token(at).capital && doc.token(comma - 1).capital && doc.kind(at + 1) == Kind::Comma;
    let subject = begins_with_pronoun(doc, at) || begins_noun(doc, at);
    let other = doc.token(at).dated || doc.kind(at) == Kind::Number || doc.is(at, Class::Relative) || land;
    subject && !other && !doc.is(at, Class::Finite) && has_verb(doc, at, clause_words_end(doc, at, end))
}

/// The last comma that a verb stands behind, and no clause with "which" goes before.
fn before_verb(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    let (mut verb, mut relative, mut found) = (begins_with_pronoun(doc, from), false, None);
    let mut at = from;
    while at < end.min(from + LONGEST_CLAUSE) && !matches!(doc.kind(at), Kind::Stop | Kind::Break | Kind::Semicolon) {
        if doc.kind(at) == Kind::Comma {
            if verb && !relative && is_finite(doc, at + 1) {
                found = Some(at);
            }
            relative = doc.is(at + 1, Class::Relative);
        }
        verb |= doc.pair_at(at).is_some() || at > from && is_finite(doc, at);
        at = doc.next(at);
    }
    found
}
