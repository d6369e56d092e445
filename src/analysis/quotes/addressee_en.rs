//! Behind the one who is told something in English: "told him", "told a packed meeting in the hall".

use super::clause_en::{begins_noun, begins_with_pronoun, is_finite};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Classes};
use crate::analysis::listed::is_listed;
use crate::analysis::token::Kind;

/// Words in the name of the one who is told something, at most.
const ADDRESSEE_REACH: usize = 5;

/// Behind the one who is told something: "told him", "told jurors", "warned the town council", "told The Dorling Echo".
pub(super) fn behind_addressee(doc: &Doc, at: usize, end: usize) -> usize {
    if doc.is(at, Class::Skip) && !doc.is(at, Class::Prep) {
        return at + 1;
    }
    // "told this newspaper".
    let this = doc.word(at) == "this"
        && doc.is_any(at + 1, const { Classes::all(&[Class::Body, Class::Audience, Class::Doc]) });
    let article = this || doc.is(at, Class::Poss) || matches!(doc.word(at), "the" | "a" | "an" | "The");
    // "told gardaí he only wanted": whoever it is, a clause begins behind.
    if !article && is_plain(doc, at) && begins_with_pronoun(doc, at + 1) {
        return at + 1;
    }
    let mut to = at + usize::from(article);
    let heads = const { Classes::all(&[Class::Group, Class::Body, Class::Role, Class::Audience]) };
    let head = |at: usize| doc.is_any(at, heads);
    let limit = end.min(at + ADDRESSEE_REACH);
    while to < limit && doc.token(to).is_word() && !doc.is(to, Class::Finite) && !doc.is(to, Class::Prep) {
        let name = doc.token(to).capital;
        if !name && !article && !head(to) {
            break;
        }
        to += 1;
        // "told a news conference", but "told the council voters were angry".
        if article && head(to - 1) && doc.is(to, Class::Audience) && !is_finite(doc, to + 1) {
            continue;
        }
        // "told the Commons he had made a mistake".
        let over = || !article || begins_with_pronoun(doc, to) || begins_noun(doc, to);
        if head(to - 1) && !(name && doc.token(to).capital) || name && !doc.token(to).capital && over() {
            break;
        }
    }
    // "warned the dam could burst": it is what it is said of.
    let told = to > at && (head(to - 1) || doc.token(to - 1).capital) && !is_finite(doc, to);
    if told { behind_setting(doc, to, end) } else { at }
}

/// Words of a place and a time behind the one who is told something, at most.
const SETTING_REACH: usize = 14;

/// Behind the place and the time at which something is said, where a clause begins there: "told a meeting in the hall on
/// Tuesday the doctor would come", "said in a statement it would close".
pub(super) fn behind_setting(doc: &Doc, at: usize, end: usize) -> usize {
    // "told how her cat woke her", "hoped to appoint a successor": no setting.
    if !is_listed(doc.word(at), "in at on by after before during following from via outside") {
        return at;
    }
    let ends = |kind: Kind| matches!(kind, Kind::Comma | Kind::Stop | Kind::Break | Kind::Colon | Kind::Semicolon);
    let words = |at: &usize| !ends(doc.kind(*at)) && doc.pair_at(*at).is_none();
    let begins = |at: &usize| {
        let before = at - 1;
        let time = doc.token(before).dated || doc.is(before, Class::DayPart);
        let article =
            matches!(doc.word(*at), "the" | "a" | "an" | "this" | "these" | "there") || doc.is(*at, Class::Poss);
        let leads = const { Classes::all(&[Class::Prep, Class::Conn, Class::Amount, Class::Verb, Class::Poss]) };
        // "On a call the worst was over".
        let call = matches!(doc.word(before.saturating_sub(1)), "a" | "the");
        // "By text message the road was safe".
        let led =
            !call && !doc.is(before, Class::Doc) && doc.is_any(before, leads) || doc.word(before).ends_with("ing");
        let noun = doc.token(before).is_word() && !led && !is_finite(doc, before);
        // A pronoun, or an article behind a noun, is a new subject.
        // "Said in a statement crews were working".
        let group = noun && doc.is(*at, Class::Group) && is_finite(doc, at + 1);
        let subject = begins_with_pronoun(doc, *at) || article && noun || group;
        !doc.token(*at).dated && (time && begins_noun(doc, *at) || subject)
    };
    (at + 2..end.min(at + SETTING_REACH)).take_while(words).find(begins).unwrap_or(at)
}

/// Whether a word is none that the lexicon knows, and no verb.
fn is_plain(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    token.is_word() && !token.capital && !token.dated && doc.lexicon.senses(token.key).next().is_none()
}
