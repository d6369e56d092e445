//! Behind the one who is told something in English: "told him", "told a packed meeting in the hall".

use super::clause_en::{begins_noun, begins_with_pronoun, is_finite};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::Class;
use crate::analysis::token::Kind;

/// Words in the name of the one who is told something, at most.
const ADDRESSEE_REACH: usize = 5;

/// Behind the one who is told something: "told him", "told jurors", "warned the town council", "told The Dorling Echo".
pub(super) fn behind_addressee(doc: &Doc, at: usize, end: usize) -> usize {
    if doc.is(at, Class::Skip) && !doc.is(at, Class::Prep) {
        return at + 1;
    }
    let article = doc.is(at, Class::Poss) || matches!(doc.word(at), "the" | "a" | "an" | "The");
    // "told gardaí he only wanted": whoever it is, a clause begins behind.
    if !article && is_plain(doc, at) && begins_with_pronoun(doc, at + 1) {
        return at + 1;
    }
    let mut to = at + usize::from(article);
    let heads = [Class::Group, Class::Body, Class::Role, Class::Audience];
    let head = |at: usize| heads.into_iter().any(|class| doc.is(at, class));
    let limit = end.min(at + ADDRESSEE_REACH);
    while to < limit && doc.token(to).is_word() && !doc.is(to, Class::Finite) && !doc.is(to, Class::Prep) {
        let name = doc.token(to).capital;
        if !name && !article && !head(to) {
            break;
        }
        to += 1;
        if head(to - 1) && !(name && doc.token(to).capital) || name && !doc.token(to).capital && !article {
            break;
        }
    }
    // "warned the dam could burst": it is what it is said of.
    let told = to > at && (head(to - 1) || doc.token(to - 1).capital) && !is_finite(doc, to);
    if told { behind_setting(doc, to, end) } else { at }
}

/// Words of a place and a time behind the one who is told something, at most.
const SETTING_REACH: usize = 14;

/// Behind the place and the time at which one is told something, where a clause begins there: "told a meeting in the
/// hall on Tuesday the doctor would come".
fn behind_setting(doc: &Doc, at: usize, end: usize) -> usize {
    if !doc.is(at, Class::Prep) {
        return at;
    }
    let words =
        |at: &usize| !matches!(doc.kind(*at), Kind::Comma | Kind::Stop | Kind::Break | Kind::Colon | Kind::Semicolon);
    let time = (at..end.min(at + SETTING_REACH)).take_while(words).find(|at| doc.token(*at).dated);
    let Some(mut behind) = time else { return at };
    while behind < end && (doc.token(behind).dated || doc.is(behind, Class::DayPart)) {
        behind += 1;
    }
    if begins_noun(doc, behind) || begins_with_pronoun(doc, behind) { behind } else { at }
}

/// Whether a word is none that the lexicon knows, and no verb.
fn is_plain(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    token.is_word() && !token.capital && !token.dated && doc.lexicon.senses(token.key).next().is_none()
}
