//! The age that a Russian text tells of someone.

use super::facts::Age;
use crate::analysis::doc::Doc;
use crate::analysis::token::Kind;

/// Tokens from a noun back to the age said of it, at most.
const REACH: usize = 5;

/// How old the words beside a name or a role say that one is, by the number: «41-летний юрист», «Игорь Саблин, 41 год».
pub(super) fn age(doc: &Doc, from: usize, to: usize) -> Option<Age> {
    let plain = |at: usize| doc.token(at).is_word() && !doc.token(at).capital;
    let before = (from.saturating_sub(REACH)..to.max(from)).rev().filter(|at| (at + 1..from).all(plain));
    let told = before.into_iter().find_map(|at| Some((at, doc.word(at).split_once("летн")?)));
    let years = match told {
        Some((at, ("", _))) => doc.word(at.saturating_sub(2)),
        Some((_, (years, _))) => years,
        None => {
            let years = matches!(doc.word(to + 2), "год" | "года" | "лет") || doc.word(to + 3).starts_with("летн");
            if !years || doc.kind(to) != Kind::Comma || doc.kind(to + 1) != Kind::Number {
                return None;
            }
            doc.word(to + 1)
        }
    };
    years.parse().ok().map(Age::of)
}
