//! The occasions that English sentences begin with: "Asked about it, she said", "In a written reply, he said".

use super::subject_en::is_doing;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::Class;
use crate::analysis::listed::is_listed;
use crate::analysis::token::Kind;

/// Whether a word opens an occasion on which something is said: "Asked about it, she said", "In a reply, he said".
pub(super) fn is_occasion(doc: &Doc, at: usize) -> bool {
    // "About 20 men are still underground".
    let amount = doc.kind(at + 1) == Kind::Number && !doc.token(at + 1).dated;
    let other = amount || doc.is(at, Class::Conn) || matches!(doc.word(at), "No" | "There" | "That");
    let plain = doc.is(at, Class::Prep) && !other;
    let participle = !doc.is(at, Class::Amount) && doc.token(at).capital && is_doing(doc, at) && doc.word(at).len() > 5;
    plain || participle || is_done_to(doc, at)
}

/// Past participles without the ending of one.
const DONE: &str = "Told Shown Beaten Born Caught Chosen Driven Drawn Found Given Held Hit Known Left Lost Made Paid Put Seen Sent \
                        Set Shaken Shot Sold Spoken Stuck Stung Struck Sworn Taken Taught Thrown Torn Urged Won Worn Written";

/// Whether what was done to the subject opens a sentence: "Asked about it", "Queried by MPs", "Told of the remarks".
fn is_done_to(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    let done = doc.token(at).capital && (word.ends_with("ed") || is_listed(word, DONE));
    done && (doc.is(at + 1, Class::Prep) || doc.is(at + 1, Class::Comp))
}

/// An occasion of so many words may stand before a subject: "In a written reply, he said".
const OCCASION_REACH: usize = 8;

/// Whether the stretch before a subject is an occasion, not a clause: "In a written reply, he said".
pub(super) fn is_aside_clause(doc: &Doc, from: usize, to: usize) -> bool {
    let quotation = doc.pair_at(from).is_some_and(|pair| doc.pair(pair).after() >= to.saturating_sub(1));
    let opener = doc.is(from, Class::Prep) && !matches!(doc.word(from), "If" | "When" | "As");
    quotation || is_occasion(doc, from) && (!opener || doc.count_words(from, to) < OCCASION_REACH)
}
