//! What an English text tells of someone: an age, and what one does ("She is a carpenter").

use super::en;
use super::facts::{self, Age};
use super::registry::Registry;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender};
use crate::analysis::token::Kind;

/// Words between what tells of someone and the noun that it tells, at most.
const REACH: usize = 6;

/// The age that stands between two tokens, or behind them: "a 54-year-old", ", 54, ".
pub(super) fn age(doc: &Doc, from: usize, to: usize) -> Option<Age> {
    let tells = |at: &usize| {
        let next = doc.kind(at + 1);
        let told = matches!(next, Kind::Comma | Kind::Stop | Kind::Break) || doc.word(at + 2) == "year-old";
        doc.kind(*at) == Kind::Number && doc.word(*at).len() < 4 && !doc.token(*at).dated && told
    };
    if (from..to).any(|at| doc.word(at) == "teenager") {
        return Some(Age { from: 13, to: 19 });
    }
    let behind = usize::from(doc.kind(to) == Kind::Comma);
    let at = (from..to).chain(to + behind..to + behind * 3).find(tells)?;
    doc.word(at).parse().ok().map(Age::of)
}

impl Registry {
    /// Notes what a sentence tells of one whom it means by "he" or "she", up to a token.
    pub(crate) fn told_again(&mut self, doc: &Doc, id: usize, agree: Agree, (from, to): (usize, usize)) {
        let Some(entity) = self.entities.get_mut(id).filter(|entity| !entity.body) else { return };
        if entity.agree.gender == Gender::Any {
            entity.agree.gender = agree.gender;
        }
        if !matches!(doc.word(from), "is" | "was") || !matches!(doc.word(from + 1), "a" | "an") {
            return;
        }
        let to = to.min(from + REACH);
        entity.facts.age = entity.facts.age.or_else(|| facts::age(doc, from, to));
        let words = (from + 2..to).take_while(|at| !doc.is(*at, Class::Prep) && doc.kind(*at) != Kind::Comma);
        let roles = words.filter_map(|at| en::head_sense(doc, at).filter(|sense| sense.class == Class::Role));
        if let Some(role) = roles.last() {
            entity.is_also(role);
        }
    }
}
