//! What an English verb of saying reports: the clause behind "that", the clause right behind the verb, or the one
//! before it.

use super::cue::Content;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Sense, flag};
use crate::analysis::people::Phrase;
use crate::analysis::token::Kind;

/// Words between a verb and the "that" it opens, at most: the one it is told to, and when.
const THAT_REACH: usize = 22;

/// A clause that is reported by its place alone has this many words.
const MIN_CLAUSE: usize = 3;

/// A colon behind a verb, in the same clause.
pub(super) fn colon_behind(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    (from..end.min(from + THAT_REACH))
        .take_while(|at| !matches!(doc.kind(*at), Kind::Stop | Kind::Semicolon | Kind::Break | Kind::Mark(_)))
        .find(|at| doc.kind(*at) == Kind::Colon)
}

/// Whether a quotation opens here, perhaps behind a comma.
pub(super) fn quote_behind(doc: &Doc, at: usize) -> bool {
    doc.pair_at(at).is_some() || (doc.kind(at) == Kind::Comma && doc.pair_at(at + 1).is_some())
}

/// Whether a quotation opens in the clause behind: "told us, ‘…’", "called the vote “…”".
pub(super) fn quote_in_reach(doc: &Doc, from: usize, end: usize) -> bool {
    (from..end.min(from + THAT_REACH))
        .take_while(|at| !matches!(doc.kind(*at), Kind::Stop | Kind::Semicolon | Kind::Break))
        .any(|at| doc.pair_at(at).is_some())
}

/// The token behind the "that" that a verb opens.
pub(super) fn that_behind(doc: &Doc, from: usize, end: usize, sense: Sense) -> Option<usize> {
    let mut at = from;
    for _ in 0..THAT_REACH {
        if at >= end || matches!(doc.kind(at), Kind::Stop | Kind::Semicolon | Kind::Break | Kind::Colon) {
            return None;
        }
        if doc.is(at, Class::Comp) && !(at > from && doc.is(at - 1, Class::NotComp)) {
            // "said crews had come and that the roof": the first clause has none.
            if at > from + 1 && matches!(doc.word(at - 1), "and" | "but") {
                return None;
            }
            let relative =
                at > from && doc.token(at - 1).is_word() && !sense.has(flag::TELL) && !addressed(doc, from, at);
            return (!relative).then_some(at + 1);
        }
        // "urged both sides to “step back” after clashes that left …".
        if doc.pair_at(at).is_some() && doc.token(at + 1).is_word() && !doc.token(at + 1).capital {
            return None;
        }
        let apart = at > from && doc.kind(at - 1) == Kind::Comma;
        let other = doc.is(at, Class::Verb) && !apart;
        let aside =
            apart && (doc.is(at, Class::Participle) || doc.word(at).ends_with("ing") || doc.is(at, Class::Relative));
        if at > from && (other || aside) {
            return None;
        }
        at = doc.next(at);
    }
    None
}

/// Whether all between a verb and "that" is the one it is told to, a time or an occasion.
fn addressed(doc: &Doc, from: usize, to: usize) -> bool {
    let first = from;
    doc.token(first).dated
        || doc.is(first, Class::Prep)
        || doc.is(first, Class::Skip)
        || doc.word(first).ends_with("ly")
        || doc.is(first, Class::Group)
        || matches!(doc.word(first), "a" | "the" | "his" | "her" | "their" | "both")
        || doc.token(first).capital
        || to == from
        || doc.pair_at(first).is_some()
}

/// What a verb reports.
pub(super) fn content(
    doc: &Doc,
    at: usize,
    behind: usize,
    sentence: Sentence,
    sense: Sense,
    subject: Option<&Phrase>,
    left: usize,
) -> (Content, bool) {
    if let Some(from) = that_behind(doc, behind, sentence.end, sense) {
        return (Content::After(from), true);
    }
    let from = subject.map_or(left, |subject| subject.start.min(at));
    let inverted = subject.is_some_and(|subject| subject.start > at);
    if !inverted
        && sense.has(flag::BARE)
        && let Some(start) = bare_clause(doc, behind, sentence.end)
    {
        return (Content::After(start), false);
    }
    let comma = from > sentence.start && doc.kind(from - 1) == Kind::Comma;
    let relative =
        from.checked_sub(2).is_some_and(|before| matches!(doc.word(before), "which" | "that" | "who" | "and"));
    let closed = from > sentence.start && doc.pair_closed_at(from - 1).is_some();
    // "A second survey, it added, would take place".
    let inserted = !inverted && sense.has(flag::BARE) && doc.count_words(sentence.start, from) <= MIN_CLAUSE;
    if comma && (relative || inserted) && doc.kind(at + 1) == Kind::Comma {
        return (Content::After(at + 2), false);
    }
    let parenthesis = from > sentence.start + 1 && closed && sentence.inside.is_some();
    if comma
        && doc.count_words(sentence.start, from - 1) > MIN_CLAUSE
        && sense.has(flag::BARE)
        && !parenthesis
        && !is_aside_clause(doc, sentence.start, from - 1)
    {
        return (Content::Before(sentence.start, from - 1), false);
    }
    (Content::None, false)
}

/// Whether the stretch before a subject is an occasion, not a clause: "In a written reply, he said".
fn is_aside_clause(doc: &Doc, from: usize, to: usize) -> bool {
    let quotation = doc.pair_at(from).is_some_and(|pair| doc.pair(pair).after() >= to.saturating_sub(1));
    let opener = doc.is(from, Class::Prep) && doc.count_words(from, to) < 8;
    quotation
        || opener
        || matches!(
            doc.word(from),
            "Asked" | "Speaking" | "Giving" | "Writing" | "Addressing" | "Responding" | "If" | "When" | "As"
        )
}

/// The start of a clause right behind a verb, with no "that": not an object, an occasion or a time alone.
fn bare_clause(doc: &Doc, behind: usize, end: usize) -> Option<usize> {
    let mut at = behind;
    if doc.is(at, Class::Skip) && !doc.is(at, Class::Prep) {
        at += 1;
    }
    while at < end
        && (doc.token(at).dated
            || (matches!(doc.word(at), "on" | "in") && doc.token(at + 1).dated)
            || doc.is(at, Class::Aux) && !doc.is(at, Class::Skip))
    {
        at += 1;
    }
    let token = doc.token(at);
    let first = token.is_word() || token.kind == Kind::Number || token.kind == Kind::Other;
    let excluded = doc.is(at, Class::Prep)
        && !doc.token(at).capital
        && !matches!(doc.word(at), "no" | "there" | "both" | "no one" | "over" | "about" | "more");
    if !first || excluded || at >= end || doc.word(at) == "." {
        return None;
    }
    let stop = clause_words_end(doc, at, end);
    if (at..stop).any(|word| doc.kind(word) == Kind::Colon && doc.pair_at(word + 1).is_some()) {
        return None;
    }
    (doc.count_words(at, stop) >= MIN_CLAUSE && has_verb(doc, at, stop)).then_some(at)
}

fn clause_words_end(doc: &Doc, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && !matches!(doc.kind(at), Kind::Stop | Kind::Break | Kind::Semicolon) {
        at = doc.next(at);
    }
    at.min(end)
}

/// Whether something in a stretch looks like a finite verb: a helper, or a past or a present form behind a noun.
fn has_verb(doc: &Doc, from: usize, to: usize) -> bool {
    (from + 1..to).any(|at| {
        let word = doc.word(at);
        doc.is(at, Class::Aux)
            || doc.is(at, Class::Verb)
            || word.ends_with("ed")
            || word.ends_with("n't")
            || word.ends_with("n’t")
            || matches!(
                word,
                "were"
                    | "had"
                    | "fell"
                    | "rose"
                    | "came"
                    | "went"
                    | "took"
                    | "made"
                    | "gave"
                    | "saw"
                    | "lost"
                    | "held"
                    | "left"
                    | "ran"
                    | "began"
                    | "met"
                    | "paid"
                    | "sent"
                    | "sold"
                    | "won"
                    | "broke"
            )
            || matches!(doc.word(from), "he" | "she" | "they" | "it" | "we" | "I")
    })
}
