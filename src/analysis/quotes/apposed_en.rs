//! What explains an English speaker between commas: the name behind a role, or the role behind a name.

use super::clause_en::is_finite;
use super::subject_en::{antecedent, clause_end};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender};
use crate::analysis::names;
use crate::analysis::people::{Phrase, en, en_name};
use crate::analysis::token::Kind;

/// Words between a comma and the name that it sets apart, at most.
const EPITHETS: usize = 6;

/// Words before the comma of an epithet that are looked through, at most.
const REACH: usize = 12;

/// Whether a past form behind the first comma of a sentence tells of the name behind it: "Rex's owner, retired postman Ron
/// Hale".
pub(super) fn is_epithet(doc: &Doc, at: usize) -> bool {
    // "Newly elected councillor Mina Rao".
    let comma = at.checked_sub(1).map(|before| before - usize::from(before > 0 && doc.word(before).ends_with("ly")));
    let Some(comma) = comma.filter(|comma| doc.kind(*comma) == Kind::Comma) else { return false };
    let role = (at + 1..at + EPITHETS / 2).find(|at| en::head_sense(doc, *at).is_some());
    let named = role.is_some_and(|role| doc.token(role + 1).is_word() && doc.token(role + 1).capital);
    let mut before = (comma.saturating_sub(REACH)..comma).rev().take_while(|at| doc.kind(*at) != Kind::Stop);
    named && !doc.is(at, Class::Verb) && before.all(|at| doc.kind(at) != Kind::Comma)
}

/// A role with the name that stands behind the comma at `stop`: "the developer's lawyer, Todd Flanagan"; and its end.
pub(super) fn named_behind(doc: &Doc, role: Phrase, stop: usize, end: usize) -> Option<(Phrase, usize)> {
    if role.name.is_some() || role.pronoun {
        return None;
    }
    // "Said one lorry driver, who gave his name as Tomasz".
    let comma = names::behind_age(doc, stop);
    let who = comma + usize::from(doc.kind(comma) == Kind::Comma);
    if doc.is(who, Class::Relative) {
        let more = clause_end(doc, who, end);
        // "Who would give only her first name, Noreen".
        let called = (who..=more).find(|at| en::named_as(doc, *at))? + 1;
        let last = en_name::run(doc, called, clause_end(doc, called, end));
        return Some((Phrase { name: Some((called, last)), ..role }, last));
    }
    if doc.kind(stop) != Kind::Comma || doc.is(stop + 1, Class::Prep) {
        return None;
    }
    let more = clause_end(doc, stop + 1, end);
    // "Prof. Yinka Alabi", "former sheriff Buck Tansley", "a heavyset man called Zoran".
    // "The goalkeeper on the books, 19-year-old Callum Reeve".
    let plain = |at: usize| {
        matches!(doc.word(at), "." | "-")
            || doc.kind(at) == Kind::Number
            || doc.token(at).is_word() && !doc.is(at, Class::Prep) && !is_finite(doc, at)
    };
    let near = |from: usize| {
        from <= stop + 2 || en::named_as(doc, from - 1) || from <= stop + EPITHETS && (stop + 1..from).all(plain)
    };
    let named = en::phrase(doc, stop + 1, more).filter(|phrase| phrase.name.is_some_and(|(from, _)| near(from)))?;
    let gender = if named.agree.gender == Gender::Any { role.agree.gender } else { named.agree.gender };
    let agree = Agree { gender, ..named.agree };
    Some((Phrase { start: role.start, head: role.head, agree, name: named.name, ..named }, more))
}

/// Behind what explains a name, where a comma closes it: "Tomas Reyle, chief economist at Alder Capital, that".
pub(super) fn behind_apposition(doc: &Doc, comma: usize, end: usize) -> usize {
    let more = clause_end(doc, comma + 1, end);
    let closed = doc.kind(comma) == Kind::Comma && doc.kind(more) == Kind::Comma;
    let explains = en::phrase(doc, comma + 1, more).is_some_and(|phrase| phrase.head.is_some());
    // "An archaeologist at the museum who was not involved in the work".
    let words = (comma + 1..more).take_while(|at| !doc.is(*at, Class::Relative));
    let clause = words.into_iter().any(|at| is_finite(doc, at));
    if closed && explains && !clause { more } else { comma }
}

/// The name before a comma that a role behind it explains: "Leana Marsh, an epidemiologist who has advised".
pub(super) fn explained(doc: &Doc, role: Phrase, floor: usize) -> Option<Phrase> {
    let comma = role.start.checked_sub(1).filter(|comma| *comma > floor && doc.kind(*comma) == Kind::Comma)?;
    // "Shanice Boykin, 34, a mother of two".
    let aged = comma > floor + 2 && doc.kind(comma - 1) == Kind::Number && doc.kind(comma - 2) == Kind::Comma;
    let comma = if aged { comma - 2 } else { comma };
    let fits = role.name.is_none() && !role.pronoun && doc.token(comma - 1).capital;
    // "In a post on X, a surgeon who".
    let led =
        |named: &Phrase| named.start > floor && matches!(doc.word(named.start - 1), "on" | "to" | "near" | "outside");
    let named = antecedent(doc, comma, floor).filter(|named| fits && named.name.is_some() && !led(named))?;
    Some(Phrase { head: role.head.or(named.head), ..named })
}
