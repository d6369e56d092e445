//! The surnames of an English text: the last words of names, by which it goes on.

use super::doc::Doc;
use super::lexicon::{Class, Classes, Key};
use super::names::REACH;
use super::people::{en, en_name};
use super::token::Kind;

/// Words in a name that the text goes on with by its last word, at most.
const LONGEST_NAME: usize = 3;

/// The words of English names that the text goes on with by their last word: "Ottoline Rusk", then "Rusk has kept".
pub(super) fn recurring(doc: &Doc) -> Vec<Key> {
    let capital = |at: usize| doc.token(at).is_word() && doc.token(at).capital;
    let used = [Class::Prep, Class::Conn, Class::Aux, Class::Poss, Class::Pronoun, Class::Verb, Class::Neg];
    let kinds = [Class::Namer, Class::Body, Class::Role, Class::Title, Class::Group, Class::Doc, Class::Comp];
    let other = |at: usize| used.iter().chain(&kinds).any(|class| doc.is(at, *class)) || doc.token(at).dated;
    let verb = |at: usize| {
        doc.is_any(at, const { Classes::all(&[Class::Finite, Class::Verb, Class::Aux]) })
            || doc.word(at).ends_with("ed")
    };
    // "“…,” said O’Neill".
    let says = |at: usize| doc.is(at, Class::Verb) && at > 0 && !doc.token(at - 1).is_word();
    // "Mr Eze said".
    let titled = |at: usize| matches!(doc.word(at), "Mr" | "Mrs" | "Ms" | "Miss" | "Dr");
    let led = |at: usize| {
        at.checked_sub(1)
            .is_some_and(|before| !titled(before) && (capital(before) || doc.token(before).is_word() && !says(before)))
    };
    // "Okoro, who was playing", "Okoro, 19,".
    // "Okoro, a former miner,".
    let explained =
        |at: usize| matches!(doc.word(at), "a" | "an") && (at + 1..at + 5).any(|at| doc.is(at, Class::Role));
    let told = |at: usize| {
        let next = at + 1;
        doc.kind(at) == Kind::Comma && (doc.word(next) == "who" || doc.kind(next) == Kind::Number || explained(next))
    };
    let goes_on = |at: usize| verb(at) && !capital(at) || told(at) || at > 1 && says(at - 2) && !capital(at);
    // "Pickett's late husband".
    let owner = |at: usize| doc.begins_sentence(at) && en_name::is_possessive(doc.word(at));
    let subject = |at: &usize| {
        let alone = || !led(*at) && (goes_on(*at + 1) || owner(*at));
        capital(*at) && !other(*at) && (*at > 0 && titled(*at - 1) || alone())
    };
    let mut alone: Vec<Key> = (0..doc.tokens.len()).filter(subject).map(|at| en::name_word(doc, at).0).collect();
    alone.sort_unstable();
    let mut out = Vec::new();
    let mut at = 0;
    while at < doc.tokens.len() {
        if !capital(at) {
            at += 1;
            continue;
        }
        let end = (at..doc.tokens.len().min(at + REACH)).find(|word| !capital(*word)).unwrap_or(at + REACH);
        let titled = end == at + 2 && doc.is(at, Class::Title);
        let named = (2..=LONGEST_NAME).contains(&(end - at)) && !(at + usize::from(titled)..end).any(other);
        // "Salma Daher's hands", then "Daher came"; "President Ames", then "Ames was".
        let surname = || en::name_word(doc, end - 1).0;
        if named && !doc.in_headline(at) && alone.binary_search(&surname()).is_ok() {
            let words = (at..end).filter(|word| doc.word(*word).len() > 1);
            out.extend(words.map(|word| doc.key(word)).chain([surname()]));
        }
        at = end.max(at + 1);
    }
    out
}
