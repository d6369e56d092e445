//! Arabic roles: the noun of a role and what is bound to it (the noun that it is annexed to, words with the article, a
//! prepositional tail), and where the name of the one who bears it begins.

use super::Phrase;
use super::ar::{ends_phrase, kunya, named};
use super::ar_word::{Word, has_article, has_to_the, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Sense, flag};
use crate::analysis::token::Kind;

/// Words of a role at most, without its name.
pub(super) const MAX_ROLE: usize = 12;

/// A role, and the name behind it.
pub(super) fn role(doc: &Doc, at: usize, end: usize, sense: Sense, parsed: Word) -> Phrase {
    let base = bounds(doc, at, end, sense, parsed);
    let to = base.end;
    let head = base.head;
    if matches!(sense.class, Class::Body | Class::Doc) {
        let pair = if sense.class == Class::Body { doc.pair_at(to).map(|pair| doc.pair(pair)) } else { None };
        let after = pair.map_or(to, |pair| pair.after()).min(end);
        let of_its_own = sense.class == Class::Body && (base.owner.is_some() || pair.is_some() || after > at + 1);
        return Phrase { end: after, name: of_its_own.then_some((at, after)), ..base };
    }
    if let Some(after) = apposition(doc, to, end) {
        return Phrase { start: at, ..named(doc, at, after, end, head, sense.agree) }.with_role(&base);
    }
    if let Some(second) = second_role(doc, to, end, parsed.owner.is_some()) {
        return Phrase { start: at, head, agree: sense.agree, ..second }.with_role(&base);
    }
    if to < end
        && !is_verb(doc, at, to, sense, parsed)
        && begins_name(doc, to)
        && !is_object(doc, to, true, to == at + 1)
    {
        return named(doc, at, to, end, head, sense.agree).with_role(&base);
    }
    base
}

/// The words of a role, without a name.
fn bounds(doc: &Doc, at: usize, end: usize, sense: Sense, parsed: Word) -> Phrase {
    let mut to = at + 1;
    let limit = end.min(at + MAX_ROLE);
    let bound = parsed.article || parsed.owner.is_some() || sense.class == Class::Title || sense.class == Class::Source;
    let mut owner = None;
    let mut annexed = bound;
    while to < limit
        && (doc.token(to).is_word() || doc.pair_at(to).is_some())
        && !is_object(doc, to, annexed, to == at + 1)
    {
        if doc.is(to, Class::SelfWord) || doc.is(to, Class::Title) || has_article(doc, to) || has_to_the(doc, to) {
            owner = owner.or_else(|| (!bound || has_to_the(doc, to)).then_some((to, to + 1)));
            annexed = true;
            to += 1;
        } else if bound && has_article(doc, to - 1) && doc.word(to).starts_with("بال") {
            // «الوزير المكلف بالأسعار».
            to += 1;
        } else if doc.pair_at(to).is_some() && to > at + 1 && sense.class == Class::Role && takes_more(doc, to - 1) {
            // «رئيس جمعية «…» فلان».
            annexed = true;
            to = doc.next(to);
        } else if sense.class != Class::Body && is_tail(doc, to) {
            to = tail(doc, to, limit);
            annexed = true;
        } else if !annexed && !ends_phrase(doc, to) && (sense.class != Class::Doc || word(doc, to).sense.is_some()) {
            owner = owner.or(Some((to, to + 1)));
            annexed = !takes_more(doc, to);
            to += 1;
        } else {
            break;
        }
    }
    if let Some((from, upto)) = &mut owner {
        *upto = to.max(*from + 1);
    }
    let issued = matches!(doc.word(to), "صادر" | "صادرة" | "صدر" | "صدرت" | "الصادر") && doc.word(to + 1) == "عن";
    if sense.class == Class::Doc && owner.is_none() && issued {
        owner = Some((to + 2, end.min(to + 2 + MAX_ROLE)));
    }
    Phrase {
        start: at,
        end: to,
        head: Some((at, sense)),
        agree: sense.agree,
        definite: bound || (owner.is_some() && !sense.has(flag::GENERIC)),
        owner,
        possessor: parsed.owner,
        ..Phrase::default()
    }
}

/// Whether the word right behind a role is a verb that no lexicon has, and no name: «أن الخبير زار المركز».
fn is_verb(doc: &Doc, at: usize, to: usize, sense: Sense, parsed: Word) -> bool {
    let opened = at.checked_sub(1).is_some_and(|before| doc.is(before, Class::Comp));
    let articled = (parsed.article && sense.class == Class::Role) || (opened && sense.class == Class::Title);
    let right_behind = to == at + 1 && (parsed.owner.is_some() || articled);
    let known = doc.is(to, Class::First) || kunya(doc, to) != Gender::Any || doc.is_surname(to);
    let single = opened || parsed.owner.is_some() || !doc.token(to + 1).is_word() || ends_phrase(doc, to + 1);
    right_behind && !known && single
}

impl Phrase {
    /// The phrase with what its role says.
    fn with_role(self, role: &Self) -> Self {
        Self { owner: role.owner, possessor: role.possessor, definite: true, ..self }
    }
}

/// Whether a word is people that a verb and its subject act on («ناشد رئيس البلدية السكان»), and no part of a role.
fn is_object(doc: &Doc, at: usize, annexed: bool, right_behind: bool) -> bool {
    let many = word(doc, at).sense.is_some_and(|sense| sense.class == Class::Group) && has_article(doc, at);
    many && annexed && (right_behind || !doc.word(at).ends_with("ين"))
}

/// Whether a name can begin right behind a role.
pub(super) fn begins_name(doc: &Doc, at: usize) -> bool {
    doc.token(at).is_word() && !ends_phrase(doc, at) && !word(doc, at).attached && !is_present(doc, at)
}

/// Whether a word that no lexicon has looks like a verb in the present («السفير يربط»), and not like a name.
fn is_present(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at).chars().next(), Some('ي' | 'ت'))
        && !doc.is(at, Class::First)
        && doc.word(at).chars().count() > 3
}

/// Whether the noun that a role is annexed to is itself annexed to another («مختار قرية عين اللوز»).
fn takes_more(doc: &Doc, at: usize) -> bool {
    doc.is(at, Class::Namer)
        || word(doc, at).sense.is_some_and(|sense| matches!(sense.class, Class::Body | Class::Role))
}

/// Whether a preposition that goes on with a role stands here.
fn is_tail(doc: &Doc, at: usize) -> bool {
    if !doc.token(at + 1).is_word() || ends_phrase(doc, at + 1) {
        return false;
    }
    matches!(doc.word(at), "باسم" | "في" | "لدى" | "من" | "بالوكالة" | "إلى" | "لشؤون" | "لدي" | "عن" | "على")
        || (doc.word(at).starts_with('ل') && doc.word(at).chars().count() > 3 && word(doc, at).attached)
}

/// The end of a prepositional tail: the noun behind the preposition, what it is annexed to, and their adjectives.
fn tail(doc: &Doc, at: usize, limit: usize) -> usize {
    let mut to = at + 1;
    if to < limit && doc.token(to).is_word() && !ends_phrase(doc, to) {
        let closed = has_article(doc, to);
        to += 1;
        if !closed && to < limit && doc.token(to).is_word() && !ends_phrase(doc, to) {
            to += 1;
        }
    }
    while to < limit && doc.token(to).is_word() && has_article(doc, to) && !ends_phrase(doc, to) {
        to += 1;
    }
    to
}

/// Behind a comma at `at`, a name in apposition: its first word is bare and no verb, and a comma or the verb's matter
/// follows it. Gives its first token.
fn apposition(doc: &Doc, at: usize, end: usize) -> Option<usize> {
    if doc.kind(at) != Kind::Comma || at + 1 >= end {
        return None;
    }
    let mut from = at + 1;
    while doc.is(from, Class::Title) || (has_article(doc, from) && doc.is(from + 1, Class::First)) {
        from += 1;
    }
    let parsed = word(doc, from);
    let token = doc.token(from);
    let titled = from > at + 1;
    let bare =
        token.is_word() && token.bare == token.key || parsed.sense.is_some_and(|sense| sense.class == Class::First);
    let conjoined = matches!(doc.word(from).chars().next(), Some('و' | 'ف'))
        && parsed.sense.is_none_or(|sense| sense.class != Class::First);
    let plain = !parsed.article && parsed.sense.is_none_or(|sense| sense.class == Class::First);
    let given = parsed.sense.is_some_and(|sense| sense.class == Class::First);
    let apart = || {
        let name = named(doc, from, from, end, None, Agree::default());
        !doc.token(name.end).is_word() || doc.is(name.end, Class::Verb)
    };
    let name = titled || given || (bare && plain && !conjoined && !ends_phrase(doc, from) && apart());
    name.then_some(from)
}

/// Behind a relation and a comma, a role with the name («جارها، بائع الأقمشة صبري الحايك»).
fn second_role(doc: &Doc, at: usize, end: usize, related: bool) -> Option<Phrase> {
    let from = at + 1;
    if !related || doc.kind(at) != Kind::Comma || from >= end {
        return None;
    }
    let parsed = word(doc, from);
    let sense = parsed.sense.filter(|sense| sense.class == Class::Role && !parsed.attached && !parsed.conjunction)?;
    Some(role(doc, from, end, sense, parsed)).filter(|phrase| phrase.name.is_some())
}
