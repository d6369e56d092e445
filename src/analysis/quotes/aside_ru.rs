//! What is set apart by commas in a Russian sentence and is about the noun before it.

use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Phrase, ru};

/// Whether what a comma opens is about the noun before it: a participle, a relative clause, an adjective with what
/// it governs («близкий к правительству»).
pub(super) fn is_aside(doc: &Doc, from: usize) -> bool {
    let governs = ru::is_adjective(doc.word(from)) && doc.is(from + 1, Class::Prep);
    let relative =
        (from..from + 3).any(|at| doc.is(at, Class::Relative) || matches!(doc.word(at), "чей" | "чья" | "чьё"));
    // «Ученица Лялина, заслуженная артистка Софья Каро»: a participle right before its noun opens nothing.
    let role = |at: usize| ru::head_sense(doc, at).is_some_and(|sense| sense.has(flag::LEMMA));
    let opens = |at: usize| is_participle(doc.word(at)) && !role(at + 1);
    (from..from + 3).any(opens) || relative || governs || is_gerund(doc.word(from))
}

/// Whether a word is a gerund, which no adjective or noun looks like: «комментируя обвал».
fn is_gerund(word: &str) -> bool {
    const LIKE_ADJECTIVES: &str = "отвечая выступая объясняя рассуждая вспоминая оценивая представляя открывая завершая \
                                   отмечая обещая признавая говоря";
    ends_in(word, &["уя", "ясь", "вшись", "ившись"]) || is_listed(word, LIKE_ADJECTIVES)
}

/// Whether a word has the ending of a participle: what it opens is about the noun before it.
pub(super) fn is_participle(word: &str) -> bool {
    let stem = ["ый", "ая", "ое", "ые", "ого", "ой", "ых", "ий", "ие", "ший", "шая", "шие"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).or_else(|| word.strip_suffix("ся")?.strip_suffix(ending)));
    let verbal = |stem: &str| stem.ends_with("нн") && !stem.ends_with("ственн");
    stem.is_some_and(|stem| verbal(stem) || stem.ends_with("вш") || stem.ends_with('щ') || stem.ends_with("ющ"))
}

/// Whether a phrase between commas is a name in apposition, with at most a role before it: «Один из них, пасечник Ефим
/// Долматов, вспоминал», «Мать одного из малышей, Ксения, признаётся».
pub(super) fn is_apposed(doc: &Doc, phrase: &Phrase) -> bool {
    let known = |start: usize, end: usize| {
        end > start + 1 || phrase.head_is(Class::Role) || doc.is(start, Class::First) && phrase.start == start
    };
    let led = phrase.head.is_some_and(|(head, sense)| head == phrase.start && sense.has(flag::LEMMA));
    let near = |start: usize| start <= phrase.start + 3 || led;
    phrase.name.is_some_and(|(start, end)| near(start) && known(start, end) && end == phrase.end)
}
