//! Those whom a Russian text names, whether they speak or not: people, bodies with their names or at the head of their
//! sentences, and groups.

use super::doc::Doc;
use super::lexicon::{Class, Key, flag};
use super::names::{REACH, apposed_role, leading_role, run_end};
use super::people::{Phrase, ru};
use super::token::Kind;

/// Words between a role and the name that it goes with, at most.
const ROLE_REACH: usize = 6;

/// The phrase at a token that names someone.
pub(super) fn named(doc: &Doc, at: usize) -> Option<Phrase> {
    capitals(doc, at).or_else(|| named_body(doc, at)).or_else(|| group(doc, at))
}

/// A run of capitals that names a person: a given name in it, or a role or title before it.
fn capitals(doc: &Doc, at: usize) -> Option<Phrase> {
    let token = doc.token(at);
    let verb = doc.is(at, Class::Verb) && !doc.is(at, Class::First);
    if !token.is_word() || !token.capital || token.dated || verb {
        return None;
    }
    let begins = at.checked_sub(1).is_none_or(|before| matches!(doc.kind(before), Kind::Stop | Kind::Break));
    if let Some(leading) = leading_body(doc, at).filter(|_| begins).or_else(|| leading_role(doc, at)) {
        return Some(leading);
    }
    let to = run_end(doc, at);
    let first = (at..to).find(|word| doc.is(*word, Class::First) || is_given_oblique(doc, *word));
    let title = (at..to).find(|word| doc.is(*word, Class::Title));
    let role = role_before(doc, at);
    let known = to == at + 1 && doc.is_surname(at);
    let several = to > at + 1 && (is_plain_run(doc, at, to) || apposed_role(doc, at, to).is_some());
    let from = match (first, title) {
        (Some(first), _) => first,
        (None, Some(title)) if to > title + 1 => title + 1,
        (None, None) if several || role.is_some() => ru::person_start(doc, at, to),
        (None, None) if known => at,
        _ => return None,
    };
    let from = if doc.kind(from) == Kind::Other { from + 1 } else { from };
    let single = to == from + 1;
    if from >= to || (single && role.is_none() && title.is_none() && !known) {
        return None;
    }
    if first.is_none() && (is_elsewhere(doc, at, from) || (single && is_no_surname(doc, from, to, known))) {
        return None;
    }
    person(doc, at, role, (from, to), known)
}

/// The name with the role before it, if that is its own: «муж Мур», «адвокат Ивана Петрова» are others.
fn person(doc: &Doc, at: usize, role: Option<usize>, name: (usize, usize), known: bool) -> Option<Phrase> {
    let (from, to) = name;
    let mut start = role.unwrap_or(at);
    let mut parsed = ru::phrase(doc, start, to);
    if parsed.is_some_and(|phrase| phrase.name.is_none()) {
        start = from;
        parsed = ru::phrase(doc, from, to).filter(|phrase| to > from + 1 || known || phrase.head.is_some());
        parsed?;
    }
    let head = parsed.and_then(|phrase| phrase.head).filter(|(_, sense)| sense.class == Class::Role);
    let head = head.or_else(|| apposed_role(doc, at, to));
    let agree = parsed.map(|phrase| phrase.agree).unwrap_or_default();
    Some(Phrase { start, end: to, name: Some(name), head, agree, ..Phrase::default() })
}

/// Whether a run of capitals names a place or a thing: what stands in something («в Верхней Пышме»), behind a noun
/// that a name follows, or in other letters.
fn is_elsewhere(doc: &Doc, at: usize, from: usize) -> bool {
    let before = at.checked_sub(1);
    let announced = before.is_some_and(|before| doc.is(before, Class::Namer) || doc.is(before, Class::Body));
    let inside = before.is_some_and(|before| matches!(doc.word(before), "в" | "во" | "на" | "из" | "под"));
    let foreign = doc.word(from).starts_with(|first: char| first.is_ascii());
    inside || announced || foreign || ru::is_abbreviation(doc, from)
}

/// Whether a single capitalised word is a place, or an adjective of the noun behind it.
fn is_no_surname(doc: &Doc, from: usize, to: usize, known: bool) -> bool {
    let attribute = ru::is_adjective(doc.word(from)) && doc.token(to).is_word() && !doc.is(to, Class::Prep);
    attribute || (!known && ru::is_place(doc.word(from)))
}

/// The role before a name; what it is of may stand between («заместитель главы города Лаврушин»).
fn role_before(doc: &Doc, at: usize) -> Option<usize> {
    let plain = |word: &usize| {
        let token = doc.token(*word);
        token.is_word() && !token.dated && !doc.is(*word, Class::Prep) && !doc.is(*word, Class::Verb)
    };
    let words = (at.saturating_sub(ROLE_REACH)..at).rev().take_while(plain);
    words.filter(|word| doc.is(*word, Class::Role)).last()
}

/// A body with its name in marks: «газеты «Вести»», whom «издание» may mean.
fn named_body(doc: &Doc, at: usize) -> Option<Phrase> {
    doc.sense(at, Class::Body)?;
    let pair = doc.pair(doc.pair_at(at + 1)?);
    let short = pair.closed && doc.token(pair.inner_start()).capital && pair.after() <= at + REACH;
    ru::phrase(doc, at, pair.after()).filter(|phrase| short && phrase.name.is_some())
}

/// A Russian group in the nominative: whom «они» may mean.
fn group(doc: &Doc, at: usize) -> Option<Phrase> {
    let sense = doc.sense(at, Class::Group).filter(|sense| sense.has(flag::LEMMA) && !doc.token(at).dated)?;
    let governed = at.checked_sub(1).is_some_and(|before| ru::governs(doc, before));
    let (head, agree) = (Some((at, sense)), sense.agree);
    (!governed).then(|| Phrase { start: at, end: at + 1, head, agree, definite: true, ..Phrase::default() })
}

/// A body that begins a Russian sentence, and so is its subject: whom «ведомство» may mean in the next.
fn leading_body(doc: &Doc, at: usize) -> Option<Phrase> {
    let head = (at..at + 3).find(|word| doc.is(*word, Class::Body) || !ru::is_adjective(doc.word(*word)))?;
    let sense = doc.sense(head, Class::Body).or_else(|| doc.sense(head, Class::Group));
    if !sense.is_some_and(|sense| sense.has(flag::LEMMA)) && !ru::is_abbreviation(doc, head) {
        return None;
    }
    if let Some(sense) = sense.filter(|sense| sense.class == Class::Group) {
        let (head, agree) = (Some((head, sense)), sense.agree);
        return Some(Phrase { start: at, end: at + 1, head, agree, definite: true, ..Phrase::default() });
    }
    // «Прокуратура Ленинского района» without what an adjective begins.
    let stop = (head + 1..head + 4).find(|word| !doc.token(*word).capital || doc.token(*word).dated)?;
    let end = (head + 1..stop).find(|word| ru::is_adjective(doc.word(*word))).unwrap_or(stop);
    ru::phrase(doc, at, end).filter(|phrase| phrase.head_is(Class::Body))
}

/// Whether a run of capitals looks like a name: no function word or adjective begins it.
fn is_plain_run(doc: &Doc, at: usize, to: usize) -> bool {
    let used = [
        Class::Prep,
        Class::Conn,
        Class::Aux,
        Class::Poss,
        Class::Pronoun,
        Class::Verb,
        Class::Neg,
        Class::Namer,
        Class::Body,
        Class::Role,
        Class::Group,
        Class::Source,
        Class::Doc,
    ];
    let plain = !used.iter().any(|class| doc.is(at, *class));
    // «Жильцы Ленинского проспекта»: an adjective of the noun behind it.
    let noun =
        doc.token(to).is_word() && !doc.is(to, Class::Prep) && !doc.is(to, Class::Verb) && !doc.is(to, Class::Aux);
    plain
        && !(noun && ru::is_adjective(doc.word(to - 1)) && doc.word(to - 1).ends_with(['о', 'й', 'х', 'м']))
        && !ru::is_adjective(doc.word(at))
        && (at..to)
            .all(|word| doc.kind(word) == Kind::Other || doc.word(word).chars().nth(1).is_none_or(char::is_lowercase))
}

/// Whether a word is a given name in an oblique case, by its stem.
fn is_given_oblique(doc: &Doc, at: usize) -> bool {
    let folded: String = doc.word(at).chars().filter_map(super::lexicon::fold).collect();
    let stem = folded.trim_end_matches(['а', 'у', 'ы', 'и', 'е', 'я', 'ю']);
    let key = |ending: &str| -> Key { super::lexicon::key_of(&format!("{stem}{ending}")) };
    stem.len() < folded.len() && ["", "а", "я", "й", "ь"].iter().any(|ending| doc.lexicon.is(key(ending), Class::First))
}
