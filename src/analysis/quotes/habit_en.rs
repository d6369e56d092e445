//! English verbs and words that a verb of saying hangs on: "he likes to say", "she called to say", "“…” is all he would say".

use super::subject_en::before_helpers;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::Class;
use crate::analysis::listed::is_listed;
use crate::analysis::token::Kind;

/// Words between a verb and what one does it to say, at most.
const PURPOSE_REACH: usize = 8;

/// What one does to say something: "emailed to say", "took to Facebook to say".
const GETS_IN_TOUCH: &str = "emailed called phoned rang telephoned wrote written texted messaged tweeted posted took taken \
                             takes went goes got gets rose stood returned spoke came broke appeared intervened stepped \
                             leapt jumped hurried rushed used uses";

/// What one is who says something: "was quick to point out", "has been forced to admit".
const READY: &str = "quick keen careful eager anxious happy forced obliged compelled moved bound heard pains";

/// Before the verb of one who gets in touch, or the word for how one is, to say something.
fn before_purpose(doc: &Doc, to: usize, start: usize) -> Option<usize> {
    let ready = to.checked_sub(1).filter(|at| is_listed(doc.word(*at), READY));
    if let Some(ready) = ready {
        let ready = ready - usize::from(doc.word(ready) == "pains");
        let left = before_helpers(doc, ready, start);
        return (left < ready).then_some(left);
    }
    let plain = |at: &usize| matches!(doc.kind(*at), Kind::Word | Kind::Number | Kind::Other);
    let past =
        |at: usize| doc.is(at, Class::Finite) || doc.is(at, Class::Verb) || doc.word(at).ends_with(['d', 's', 'n']);
    let mut words = (start.max(to.saturating_sub(PURPOSE_REACH))..to).rev().take_while(plain);
    let verb = words.find(|at| {
        past(*at) && is_listed(doc.word(*at), GETS_IN_TOUCH) && !doc.is(at.saturating_sub(1), Class::Prep)
    })?;
    Some(before_helpers(doc, verb, start))
}

/// Before a verb that a verb of saying hangs on: "he likes to say", "she used to tell her".
pub(super) fn before_habit(doc: &Doc, left: usize, start: usize) -> usize {
    let habit = matches!(
        doc.words(left.saturating_sub(2), left),
        "likes to"
            | "liked to"
            | "loves to"
            | "loved to"
            | "used to"
            | "tends to"
            | "tended to"
            | "continued to"
            | "chose to"
            | "had to"
            | "has to"
            | "have to"
    );
    if left <= start + 2 || doc.word(left - 1) != "to" {
        return left;
    }
    // "Is alleged to have told a steward that", "is expected to say that", "claims to have warned".
    let done = doc.word(left) == "have";
    let held = is_listed(
        doc.word(left - 2),
        if done {
            "alleged said reported believed understood thought known claimed rumoured"
        } else {
            "expected due set likely scheduled poised going about"
        },
    );
    let passive = held && matches!(doc.word(left - 3), "is" | "are" | "was" | "were");
    match () {
        () if habit || done && is_listed(doc.word(left - 2), "claims claimed appears appeared seems seemed") => {
            left - 2
        }
        () if passive => left - 3,
        () => before_purpose(doc, left - 1, start).unwrap_or(left),
    }
}

/// The words that equate what was said with its saying: "“…” was all he would say", "“…” is how she puts it"; how many.
pub(super) fn copula(doc: &Doc, at: usize) -> usize {
    if !matches!(doc.word(at), "was" | "is") {
        return 0;
    }
    match (doc.word(at + 1), doc.word(at + 2), doc.word(at + 3)) {
        ("all", "that", _) | ("the", "most", _) => 3,
        ("all" | "how" | "what", _, _) => 2,
        ("as", "much", "as") => 4,
        _ => 0,
    }
}

/// The most of such words.
const LONGEST_COPULA: usize = 4;

/// Where such words begin that end here.
pub(super) fn copula_before(doc: &Doc, end: usize) -> Option<usize> {
    end.checked_sub(1).filter(|last| matches!(doc.word(*last), "all" | "that" | "most" | "how" | "what" | "as"))?;
    (2..=LONGEST_COPULA).find_map(|words| end.checked_sub(words).filter(|at| copula(doc, *at) == words))
}

/// Before such words, or "as", where they end here.
pub(super) fn before_copula(doc: &Doc, from: usize) -> usize {
    let equates = copula_before(doc, from);
    if equates.is_none() && from > 0 && doc.word(from - 1) == "as" {
        return from - 1;
    }
    equates.unwrap_or(from)
}
