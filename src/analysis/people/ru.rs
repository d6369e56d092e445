//! Russian noun phrases: a role and a name in one case, in either order of verb and subject. A name is a run of
//! capitalised words; a capital at the start of a sentence proves nothing.

use super::Phrase;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense};
use crate::analysis::token::Kind;

/// Words of a phrase at most.
const MAX_PHRASE: usize = 16;

/// The classes that head a speaker's phrase.
const HEADS: [Class; 5] = [Class::Role, Class::Group, Class::Source, Class::Body, Class::Doc];

fn head_sense(doc: &Doc, at: usize) -> Option<Sense> {
    HEADS.into_iter().find_map(|class| doc.sense(at, class))
}

/// The phrase between two tokens: the whole stretch is looked through for a pronoun, a name, and a role.
pub(crate) fn phrase(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    if from >= to {
        return None;
    }
    let to = to.min(from + 2 * MAX_PHRASE);
    let mut out = Phrase { start: from, end: to, ..Phrase::default() };
    let mut at = from;
    let mut oblique = false;
    let mut first_head: Option<(usize, Sense)> = None;
    while at < to {
        let token = doc.token(at);
        if let Some(pronoun) = doc.sense(at, Class::Pronoun)
            && out.name.is_none()
            && first_head.is_none()
        {
            return Some(Phrase { start: at, end: at + 1, agree: pronoun.agree, pronoun: true, ..out });
        }
        if let Some(poss) = doc.sense(at, Class::Poss) {
            out.possessor = Some(poss.agree);
        }
        if doc.is(at, Class::Prep) && at > from {
            oblique = true;
        }
        if let Some(sense) = head_sense(doc, at)
            && first_head.is_none()
            && (!oblique || out.name.is_none())
        {
            first_head = Some((at, sense));
            oblique = false;
        } else if token.is_word() && token.capital && doc.is(at, Class::Prep) && doc.word(at + 1) != "." {
            // «В Следственном комитете»: a preposition begins the sentence.
        } else if token.is_word() && token.capital && doc.is(at, Class::SelfWord) {
            // «Сам Малахов» is Малахов.
        } else if token.is_word() && token.capital && !token.dated && doc.pair_at(at).is_none() {
            let end = run(doc, at, to);
            // «эксперта по строительству Якова Гринберга»: the preposition has its noun.
            let before = at.saturating_sub(1);
            let noun = doc.token(before).is_word() && !doc.token(before).capital && !doc.is(before, Class::Prep);
            let apart = noun && end > at + 1 && out.name.is_none();
            if (!oblique || first_head.is_none() || apart) && is_name(doc, at, end, from, to) {
                let longer = out.name.is_none_or(|(start, stop)| stop - start <= end - at);
                let place = end == at + 1
                    && first_head.is_some_and(|(head, sense)| head + 1 == at && sense.class == Class::Role)
                    && is_place(doc.word(at))
                    && !doc.is_surname(at);
                if longer && !place {
                    out.name = Some((at, end));
                }
                oblique = false;
            }
            at = end;
            continue;
        } else if matches!(token.kind, Kind::Comma) {
            oblique = false;
        }
        at = doc.next(at);
    }
    out.head = first_head;
    finish(doc, out, from, to)
}

/// The gender and number of the phrase, and whether there is one at all.
fn finish(doc: &Doc, mut out: Phrase, from: usize, to: usize) -> Option<Phrase> {
    if let Some((at, sense)) = out.head {
        out.agree = sense.agree;
        out.definite = true;
        if sense.class == Class::Body
            && let Some((start, _)) = out.name
            && start > at
        {
            // A body that is called by its own name, or one whose place is named: the body is the head of both.
            out.name = Some((own_start(doc, from, at), to));
        }
        if out.name.is_none() {
            out.start = own_start(doc, from, at);
            out.end = if sense.class == Class::Role { at + 1 } else { to };
        }
    }
    let quoted = (from..to).find_map(|at| doc.pair_at(at));
    if out.name.is_none()
        && let Some(pair) = quoted.map(|pair| doc.pair(pair))
        && out.head.is_some_and(|(_, sense)| matches!(sense.class, Class::Body | Class::Doc))
    {
        out.name = Some((pair.inner_start(), pair.inner_end()));
    }
    if let Some((start, end)) = out.name {
        let gender = (start..end).find_map(|at| doc.sense(at, Class::First)).map(|sense| sense.agree.gender);
        if let Some(gender) = gender {
            out.agree = Agree::new(gender, Number::One);
        } else if out.agree.gender == Gender::Any || out.head.is_some_and(|(_, sense)| sense.class == Class::Role) {
            out.agree = Agree::new(Gender::Any, Number::One);
        }
    }
    (out.name.is_some() || out.head.is_some()).then_some(out)
}

/// Where a body's own words begin: its adjectives before the noun go with it.
fn own_start(doc: &Doc, from: usize, head: usize) -> usize {
    let mut at = head;
    while at > from && doc.token(at - 1).is_word() && is_adjective(doc.word(at - 1)) && !doc.is(at - 1, Class::Prep) {
        at -= 1;
    }
    at
}

/// Whether a word has the ending of an adjective.
pub(crate) fn is_adjective(word: &str) -> bool {
    ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ом", "ем", "ых", "их"]
        .iter()
        .any(|ending| word.ends_with(ending))
        && word.chars().count() > 3
}

/// Whether a word has the ending of a place's name in the genitive, and hardly of a surname («мэр Зареченска»).
pub(crate) fn is_place(word: &str) -> bool {
    ["ска", "цка", "града", "бурга", "поля", "ии", "ы", "и", "ево", "ово", "ино"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

/// The end of a run of capitalised words, initials among them.
fn run(doc: &Doc, at: usize, to: usize) -> usize {
    let mut end = at + 1;
    loop {
        let token = doc.token(end);
        let initial = token.kind == Kind::Other && doc.word(end) == "." && doc.word(end - 1).chars().count() == 1;
        if end < to && (initial || (token.is_word() && token.capital && !token.dated && !doc.is(end, Class::Prep))) {
            end += 1;
        } else {
            return end;
        }
    }
}

/// Whether a run of capitals is a name: not one word at the start of the sentence that the language has another use for.
fn is_name(doc: &Doc, at: usize, end: usize, from: usize, to: usize) -> bool {
    let first_of_sentence = at
        .checked_sub(1)
        .is_none_or(|before| matches!(doc.kind(before), Kind::Stop | Kind::Break | Kind::Dash | Kind::Mark(_)));
    if end > at + 1 || !first_of_sentence {
        return true;
    }
    let used = [
        Class::Prep,
        Class::Conn,
        Class::SelfWord,
        Class::Aux,
        Class::Poss,
        Class::Pronoun,
        Class::Verb,
        Class::Neg,
        Class::Skip,
        Class::Comp,
    ];
    let ordinary = used.iter().any(|class| doc.is(at, *class));
    let adjective = is_adjective(doc.word(at)) && end < to && doc.token(end).is_word() && !doc.is(end, Class::Verb);
    let rest = (end..to).all(|word| doc.is(word, Class::Aux) || doc.is(word, Class::Skip) || doc.token(word).dated);
    doc.is(at, Class::First) || (!ordinary && !adjective && from == at && rest)
}
