//! Arabic noun phrases. The language writes no capitals: a name begins where a role ends. A role is its noun and what
//! is bound to it: the noun that it is annexed to, words with the article, and a prepositional tail; the first bare
//! word after these is a given name. An apposition behind a comma is one too.

use super::Phrase;
pub(crate) use super::ar_word::{Word, word};
use super::ar_word::{has_article, has_to_the, head_sense, is_adverb};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::token::Kind;

/// Words of a name at most: «عبد الرحمن بن محمد آل خليفة».
const MAX_NAME: usize = 5;

/// Words of a role at most, without its name.
const MAX_ROLE: usize = 12;

/// Whether a word cannot stand in a speaker's phrase: it ends it.
fn ends_phrase(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    if !token.is_word() || token.dated {
        return true;
    }
    let lexicon = doc.lexicon;
    let closed =
        [Class::Comp, Class::Conn, Class::Prep, Class::Relative, Class::Participle, Class::SpeechNoun, Class::Neg];
    let is_closed = closed.into_iter().any(|class| lexicon.is(token.key, class) || lexicon.is(token.bare, class));
    let named = lexicon.is(token.key, Class::First) || head_sense(doc, token.key).is_some();
    if is_closed && !named {
        return true;
    }
    let finite = |key| lexicon.sense(key, Class::Verb).is_some();
    (finite(token.key) && !named) || (token.bare != token.key && finite(token.bare)) || is_adverb(doc.word(at))
}

/// The phrase that begins at `at`, before `end`; nothing where none does.
pub(crate) fn phrase(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    let first = doc.token(at);
    if at >= end {
        return None;
    }
    if let Some(pronoun) = doc.sense(at, Class::Pronoun) {
        return Some(Phrase { start: at, end: at + 1, agree: pronoun.agree, pronoun: true, ..Phrase::default() });
    }
    if let Some(pair) = doc.pair_at(at) {
        let pair = doc.pair(pair);
        let name = Some((pair.inner_start(), pair.inner_end()));
        return Some(Phrase { start: at, end: pair.after(), name, ..Phrase::default() });
    }
    if doc.is_surname(at) && has_article(doc, at) {
        let name = Some((at, at + 1));
        return Some(Phrase { start: at, end: at + 1, name, definite: true, ..Phrase::default() });
    }
    let parsed = word(doc, at);
    if !first.is_word() || first.dated || (ends_phrase(doc, at) && parsed.sense.is_none()) {
        return None;
    }
    match parsed.sense {
        Some(sense) if sense.class == Class::First && !parsed.article => {
            Some(named(doc, at, at, end, None, Agree::default()))
        }
        Some(sense)
            if matches!(sense.class, Class::Group | Class::Source)
                || sense.agree.number == Number::Two
                || sense.agree.number == Number::Many =>
        {
            Some(group(doc, at, end, sense, parsed))
        }
        Some(sense) => Some(role(doc, at, end, sense, parsed)),
        None if parsed.article => Some(described(doc, at, end)),
        None if is_dual(doc, at) => {
            let sense = Sense { agree: Agree::new(Gender::Any, Number::Two), ..plural_sense() };
            Some(group(doc, at, end, sense, parsed))
        }
        None if is_plural(doc.word(at)) => Some(group(doc, at, end, plural_sense(), parsed)),
        None => Some(named(doc, at, at, end, None, Agree::default())),
    }
}

/// Whether a word begins with a conjunction and the article: a circumstance («وتابعت والدموع في عينيها»).
pub(crate) fn starts_aside(word: &str) -> bool {
    word.starts_with("وال") && word.chars().count() > 4
}

/// Whether a word that no lexicon has looks like a sound plural of people.
fn is_plural(word: &str) -> bool {
    let letters = word.chars().count();
    letters > 5 && (word.ends_with("ون") || word.ends_with("تان") || (word.starts_with("ال") && word.ends_with("ات")))
}

/// Whether a word and its adjective are both in the dual («ساكنان آخران»).
fn is_dual(doc: &Doc, at: usize) -> bool {
    let dual = |at: usize| doc.word(at).ends_with("ان") && doc.word(at).chars().count() > 4;
    dual(at) && dual(at + 1)
}

/// What a sound plural is taken for.
fn plural_sense() -> Sense {
    Sense { class: Class::Group, agree: Agree::new(Gender::Any, Number::Many), flags: 0, family: 0, words: 1 }
}

/// A word with the article and no known head: a surname, or people and bodies that are called by what they are.
fn described(doc: &Doc, at: usize, end: usize) -> Phrase {
    let mut to = at + 1;
    while to < end
        && to < at + MAX_NAME
        && (has_article(doc, to) || doc.is(to, Class::SelfWord))
        && !ends_phrase(doc, to)
    {
        to += 1;
    }
    let many = is_plural(doc.word(at));
    let number = if many { Number::Many } else { Number::Any };
    let gender = if doc.word(at).ends_with("ات") { Gender::F } else { Gender::Any };
    let agree = Agree::new(gender, number);
    Phrase { start: at, end: to, name: (!many).then_some((at, to)), agree, definite: true, ..Phrase::default() }
}

/// People who speak as a group: the noun, its adjectives, and a prepositional tail.
fn group(doc: &Doc, at: usize, end: usize, sense: Sense, parsed: Word) -> Phrase {
    let mut to = at + 1;
    let mut tail = 0_usize;
    while to < end && to < at + MAX_ROLE {
        let token = doc.token(to);
        if matches!(doc.word(to), "في" | "من") && tail == 0 && !parsed.article {
            tail = 1;
        } else if !token.is_word() || (ends_phrase(doc, to) && !doc.is(to, Class::SelfWord)) {
            break;
        }
        to += 1;
    }
    let head = Some((at, sense));
    let listed = listed_names(doc, to, end);
    let base = Phrase {
        start: at,
        end: to,
        head,
        agree: sense.agree,
        definite: parsed.article,
        possessor: parsed.owner,
        ..Phrase::default()
    };
    listed.map_or(base, |(from, upto)| Phrase { end: upto, name: Some((from, upto)), ..base })
}

/// The names that a group is said to be: «مرشحان، هما فلان وفلان،».
fn listed_names(doc: &Doc, at: usize, end: usize) -> Option<(usize, usize)> {
    let lists = doc.kind(at) == Kind::Comma && matches!(doc.word(at + 1), "هما" | "هم" | "وهما" | "وهم");
    let mut to = at + 2;
    while lists && to < end && doc.token(to).is_word() && to < at + 2 + 2 * MAX_NAME {
        to += 1;
    }
    (lists && to > at + 3 && doc.kind(to) == Kind::Comma).then_some((at + 2, to))
}

/// A role, and the name behind it.
fn role(doc: &Doc, at: usize, end: usize, sense: Sense, parsed: Word) -> Phrase {
    let mut to = at + 1;
    let limit = end.min(at + MAX_ROLE);
    let bound = parsed.article || parsed.owner.is_some() || sense.class == Class::Title || sense.class == Class::Source;
    let mut owner = None;
    let mut annexed = bound;
    while to < limit {
        let token = doc.token(to);
        if token.kind == Kind::Comma || !token.is_word() {
            break;
        }
        if doc.is(to, Class::SelfWord) || doc.is(to, Class::Title) || has_article(doc, to) || has_to_the(doc, to) {
            owner = owner.or_else(|| (!bound || has_to_the(doc, to)).then_some((to, to + 1)));
            annexed = true;
            to += 1;
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
    let head = Some((at, sense));
    let base = Phrase {
        start: at,
        end: to,
        head,
        agree: sense.agree,
        definite: bound || owner.is_some(),
        owner,
        possessor: parsed.owner,
        ..Phrase::default()
    };
    if matches!(sense.class, Class::Body | Class::Doc) {
        let pair = if sense.class == Class::Body { doc.pair_at(to).map(|pair| doc.pair(pair)) } else { None };
        let after = pair.map_or(to, |pair| pair.after()).min(end);
        let of_its_own = sense.class == Class::Body && (owner.is_some() || pair.is_some() || after > at + 1);
        return Phrase { end: after, name: of_its_own.then_some((at, after)), ..base };
    }
    if let Some(after) = apposition(doc, to, end) {
        return Phrase { start: at, ..named(doc, at, after, end, head, sense.agree) }.with_role(&base);
    }
    let right_behind = to == at + 1 && (parsed.owner.is_some() || (parsed.article && sense.class == Class::Role));
    let known = doc.is(to, Class::First) || matches!(doc.word(to), "أم" | "أبو" | "ابو" | "ام") || doc.is_surname(to);
    let verb =
        right_behind && !known && (parsed.owner.is_some() || !doc.token(to + 1).is_word() || ends_phrase(doc, to + 1));
    if to < end && !verb && begins_name(doc, to) {
        return named(doc, at, to, end, head, sense.agree).with_role(&base);
    }
    base
}

impl Phrase {
    /// The phrase with what its role says.
    fn with_role(self, role: &Self) -> Self {
        Self { owner: role.owner, possessor: role.possessor, definite: true, ..self }
    }
}

/// Whether a name can begin right behind a role.
fn begins_name(doc: &Doc, at: usize) -> bool {
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
    while doc.is(from, Class::Title) {
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

/// A name that begins at `from`, for a phrase that begins at `start`.
fn named(doc: &Doc, start: usize, from: usize, end: usize, head: Option<(usize, Sense)>, agree: Agree) -> Phrase {
    let mut to = from;
    let follows_amma = start.checked_sub(1).is_some_and(|before| matches!(doc.word(before), "أما" | "وأما"));
    let mut binds = true;
    while to < end && to < from + MAX_NAME {
        let here = to == from;
        if !doc.token(to).is_word()
            || doc.token(to).dated
            || (!here && ends_phrase(doc, to))
            || (!here && joins_other(doc, to))
        {
            break;
        }
        if !here && follows_amma && doc.word(to).starts_with('ف') && !doc.is(to, Class::First) {
            break;
        }
        let article = has_article(doc, to);
        if article
            && to > from + 1
            && word(doc, to).sense.is_some_and(|sense| sense.class != Class::First)
            && !doc.is_surname(to)
        {
            break;
        }
        let letters = doc.word(to);
        if !here && !binds && article && has_article(doc, to - 1) {
            break;
        }
        binds = matches!(letters, "عبد" | "بن" | "ابن" | "أبو" | "أبي" | "أم" | "آل" | "بنت" | "ابو" | "ال" | "بو");
        to += 1;
        if article && !here {
            break;
        }
    }
    let first = doc.sense(from, Class::First).map(|sense| sense.agree).unwrap_or_default();
    let agree = if agree.gender == Gender::Any { Agree::new(first.gender, Number::One) } else { agree };
    let head = head.or_else(|| explained(doc, to));
    Phrase { start, end: to.max(from + 1), name: Some((from, to.max(from + 1))), head, agree, ..Phrase::default() }
}

/// The role that a clause behind a name gives it: «زهرة بوقرة، وهي فلاحة».
fn explained(doc: &Doc, at: usize) -> Option<(usize, Sense)> {
    let explains = doc.kind(at) == Kind::Comma && matches!(doc.word(at + 1), "وهو" | "وهي");
    let sense = word(doc, at + 2).sense.filter(|sense| sense.class == Class::Role);
    sense.filter(|_| explains).map(|sense| (at + 2, sense))
}

/// Whether a word has something written to it that begins another phrase («للصحافيين»، «وهو»).
fn joins_other(doc: &Doc, at: usize) -> bool {
    let folded = doc.word(at);
    if has_to_the(doc, at) || folded.starts_with("بال") {
        return true;
    }
    let parsed = word(doc, at);
    parsed.sense.is_some_and(|sense| sense.class != Class::First) && (parsed.attached || parsed.conjunction)
}

/// Whether the role may be anyone's (المسؤول، الرجل).
pub(crate) fn is_generic(phrase: &Phrase) -> bool {
    phrase.head.is_some_and(|(_, sense)| sense.has(flag::GENERIC))
}
