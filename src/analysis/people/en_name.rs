//! How far an English name goes: a run of capitals with what names have inside, initials, particles, "of" and "for" in
//! the names of bodies. A name ends where a word stands that no name holds.

use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Lexicon, Sense, key_of};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::token::Kind;
use crate::text::Lang;

pub(crate) fn is_possessive(word: &str) -> bool {
    ends_in(word, &["'s", "’s"])
}

/// Whether an apostrophe makes a plural an owner: "the developers’ agent".
pub(crate) fn owns(doc: &Doc, at: usize) -> bool {
    let mark = doc.token(at + 1);
    matches!(mark.kind, Kind::Mark('’' | '\''))
        && !mark.spaced
        && doc.word(at).ends_with('s')
        && doc.token(at + 2).is_word()
}

/// Whether a stop belongs to the initial or the title before it.
pub(crate) fn is_dot(doc: &Doc, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| doc.kind(at) == Kind::Other && doc.word(at) == ".") else {
        return false;
    };
    doc.word(before).chars().count() <= 2 || doc.is(before, Class::Title)
}

/// Words among which particles in a row lead to a name: "de la Cruz", "von und zu Waldeck".
const PARTICLES: usize = 4;

/// The end of a run of capitals, with initials, particles and hyphens inside.
pub(crate) fn run(doc: &Doc, at: usize, to: usize) -> usize {
    let mut end = at + 1;
    while end < to {
        let part = is_part(doc, end, to);
        if !part && !joins(doc, at, end, to) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a word with a capital goes on with the name that stands before it. What has a capital within a sentence is no
/// verb, but in a headline it may be one.
fn is_part(doc: &Doc, at: usize, to: usize) -> bool {
    let token = doc.token(at);
    let verb = || doc.is(at, Class::Verb) && !doc.is(at, Class::First) && doc.in_headline(at);
    let whose = is_possessive(doc.word(at - 1)) && !names_members(doc, at - 1, to);
    // "Larkhill plc".
    // "Pay Ms Boadi GH¢80,000".
    let money = || {
        let sum = matches!(doc.kind(at + 1), Kind::Number | Kind::Other) && doc.word(at).len() < 4;
        sum && is_listed(doc.word(at), "GH Rs US KSh Ksh Sh TSh USh USD EUR GBP")
    };
    let own = token.capital && !money() || matches!(doc.word(at), "plc" | "ltd" | "llp");
    is_dot(doc, at) || (token.is_word() && own && !token.dated && !whose && !verb())
}

/// Whether an owner is part of the name of a body: "the People's Front".
fn names_members(doc: &Doc, owner: usize, to: usize) -> bool {
    let word = doc.word(owner);
    let stem = word.strip_suffix('s').unwrap_or(word).trim_end_matches(['\'', '’']);
    // "St Aldwyn's Hospital".
    let saint = owner.checked_sub(1).map(|at| at - usize::from(is_dot(doc, at) && at > 0));
    let saint = saint.is_some_and(|at| matches!(doc.word(at), "St" | "Saint"));
    let any = (owner + 1..to.min(owner + 4)).take_while(|at| doc.token(*at).capital && !doc.is(*at, Class::First));
    if saint && owner + 1 < to && any.count() > 0 {
        return true;
    }
    // "King's College".
    let group = matches!(stem, "King" | "Queen") || Lexicon::of(Lang::En).is(key_of(stem), Class::Group);
    group && (owner + 1..to.min(owner + 4)).take_while(|at| doc.token(*at).capital).any(|at| doc.is(at, Class::Body))
}

/// Whether what stands here without a capital joins the name before it to the one behind it: "van der Zee", "the Bank of
/// Varland", "Larch & Hobb", "the Seafarers' League".
fn joins(doc: &Doc, start: usize, at: usize, to: usize) -> bool {
    let next = doc.token(at + 1);
    if at + 1 >= to {
        return false;
    }
    let particle = |at: usize| doc.is(at, Class::Particle) && !doc.token(at).capital;
    if particle(at) {
        let last = (at..to.min(at + PARTICLES)).find(|at| !particle(*at));
        return last.is_some_and(|last| doc.token(last).is_word() && doc.token(last).capital);
    }
    let body = || (start..at).any(|at| doc.is(at, Class::Body));
    // "The Fish and Wildlife Service".
    let of_two = || {
        let last = (at + 1..to.min(at + PARTICLES)).take_while(|at| doc.token(*at).capital).last();
        let led = start > 0 && matches!(doc.word(start - 1), "the" | "The") && !doc.is(start, Class::First);
        let named = |last: usize| doc.is(last, Class::Body) || matches!(doc.word(last), "Executive");
        doc.word(at) == "and" && led && !body() && last.is_some_and(named)
    };
    next.capital
        && (of_two() || doc.word(at) == "&" || owns(doc, at - 1) || (matches!(doc.word(at), "of" | "for") && body()))
}

/// What the words of a name say that it is: its last word, or the last before "of" and "for" in it.
pub(crate) fn head_of(
    doc: &Doc,
    start: usize,
    end: usize,
    sense: impl Fn(usize) -> Option<Sense>,
) -> Option<(usize, Sense)> {
    let of = (start..end).find(|at| matches!(doc.word(*at), "of" | "for")).unwrap_or(end);
    let last = of.checked_sub(1).filter(|last| *last >= start)?;
    sense(last).map(|sense| (last, sense))
}
