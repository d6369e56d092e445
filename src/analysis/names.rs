//! The people whom a text names, whether they speak or not: what a role or a pronoun later means.

use super::doc::Doc;
use super::lexicon::{Agree, Class, Gender, Key, Number, flag};
use super::names_ru;
use super::people::{Phrase, ar, en, ru_run};
use super::token::Kind;
use crate::text::Lang;

/// Words looked at for one name and its role.
pub(super) const REACH: usize = 16;

/// The phrases that name someone, in order, each found when it is asked for.
pub(crate) struct Names<'d, 't> {
    doc: &'d Doc<'t>,
    at: usize,
}

impl<'d, 't> Names<'d, 't> {
    /// All those of a text.
    pub fn of(doc: &'d Doc<'t>) -> Self {
        Self { doc, at: 0 }
    }
}

impl Iterator for Names<'_, '_> {
    type Item = Phrase;

    fn next(&mut self) -> Option<Phrase> {
        while self.at < self.doc.tokens.len() {
            let at = self.at;
            let found = match self.doc.lang {
                Lang::Ar => arabic(self.doc, at),
                Lang::Ru => names_ru::named(self.doc, at),
                Lang::En => capitals(self.doc, at),
            };
            self.at = found.map_or(at, |phrase| phrase.end).max(at + 1);
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// The words of names of several words, in order of their keys.
pub(crate) fn words(doc: &Doc) -> Vec<Key> {
    let spans = Names::of(doc).filter(|phrase| !phrase.head_is(Class::Body)).filter_map(|phrase| phrase.name);
    let mut keys: Vec<Key> = spans
        .filter(|(from, to)| to - from > 1)
        .flat_map(|(from, to)| from..to)
        .filter(|at| doc.token(*at).is_word() && !doc.is(*at, Class::Particle))
        .map(|at| doc.key(at))
        .collect();
    if doc.lang == Lang::En {
        keys.extend(recurring(doc));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// A role with a name, or a known given name with another.
fn arabic(doc: &Doc, at: usize) -> Option<Phrase> {
    let token = doc.token(at);
    if !token.is_word() || token.dated {
        return None;
    }
    let parsed = ar::word(doc, at);
    // «ويعمل الطرابلسي على رواية»: a surname that is known.
    if parsed.sense.is_none() && parsed.article && !parsed.attached && doc.is_surname(at) {
        return ar::phrase(doc, at, at + 1);
    }
    let sense = parsed.sense?;
    let end = paragraph_end(doc, at);
    let phrase = ar::phrase(doc, at, end.min(at + REACH))?;
    let (from, to) = phrase.name?;
    let person = match sense.class {
        Class::Role => from > at && !(parsed.article && doc.is(from - 1, Class::Title) && is_annexed(doc, at)),
        Class::Title => from > at,
        Class::First => {
            let other = speaks_for(doc, at) || is_adjective(doc, at) || tells(doc, at);
            (to > from + 1 || doc.is_surname(at)) && !parsed.attached && !other
        }
        Class::Body => return (to > from + 1 && !parsed.attached && phrase.owner.is_some()).then_some(phrase),
        _ => false,
    };
    person.then_some(phrase)
}

/// Whether a word with the article is what the noun before it is of, and not the one whom a title behind it names:
/// «دفاع المتهم المحامي فلان».
fn is_annexed(doc: &Doc, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| doc.token(*before).is_word()) else { return false };
    let token = doc.token(before);
    let used = [Class::Prep, Class::Conn, Class::Verb, Class::Comp, Class::Relative];
    !doc.word(before).starts_with("ال")
        && !used.iter().any(|class| doc.is(before, *class) || doc.lexicon.is(token.bare, *class))
}

/// Whether what may be a given name is a verb that its subject follows: «وشهد جار المطحنة».
fn tells(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let verb = doc.lexicon.is(token.key, Class::Verb) || doc.lexicon.is(token.bare, Class::Verb);
    let next = doc.word(at + 1);
    let object = doc.word(at).ends_with('ت') && (next.ends_with("ها") || next.ends_with("هم"));
    // «رفعت الأم القدر».
    let head =
        ar::word(doc, at + 1).sense.filter(|sense| sense.class == Class::Role && sense.agree.gender == Gender::F);
    let woman = head.is_some() && doc.word(at).ends_with('ت');
    object
        || woman
        || (verb && next.starts_with("ال"))
        || (verb && ar::word(doc, at + 1).sense.is_some_and(|sense| sense.class != Class::First))
}

/// Whether what may be a given name with the article is the adjective of the noun before: «المحيط الهادي».
fn is_adjective(doc: &Doc, at: usize) -> bool {
    let article = |at: usize| doc.word(at).starts_with("ال");
    article(at) && at.checked_sub(1).is_some_and(article) && doc.word(at + 1) != "بن"
}

/// Whether «باسم» means "for", and not the name: behind one who speaks.
fn speaks_for(doc: &Doc, at: usize) -> bool {
    let speaker = |before: usize| ["متحدث", "ناطق"].iter().any(|role| doc.word(before).contains(role));
    // «تسميته باسم الشهيد».
    let thing = at
        .checked_sub(1)
        .is_some_and(|before| !doc.is(before, Class::Verb) && !doc.lexicon.is(doc.token(before).bare, Class::Verb));
    doc.word(at) == "باسم" && ((at.saturating_sub(2)..at).any(speaker) || (thing && doc.word(at + 1).starts_with("ال")))
}

/// A run of English capitals that names a person: a given name in it, or a role or title before it.
fn capitals(doc: &Doc, at: usize) -> Option<Phrase> {
    let token = doc.token(at);
    let verb = doc.is(at, Class::Verb) && !doc.is(at, Class::First);
    if !token.is_word() || !token.capital || token.dated || verb {
        return None;
    }
    if doc.in_headline(at) || doc.is(at, Class::Conn) || doc.is(at, Class::Prep) {
        return None;
    }
    if let Some(role) = leading_role(doc, at) {
        return Some(role);
    }
    let to = run_end(doc, at);
    let first = (at..to).find(|word| doc.is(*word, Class::First));
    let title = (at..to).find(|word| doc.is(*word, Class::Title));
    if let Some(body) = named_body(doc, at, to).filter(|_| first.is_none()) {
        return Some(body);
    }
    let role = at.checked_sub(1).and_then(|before| doc.sense(before, Class::Role));
    let known = to == at + 1 && doc.is_surname(at);
    let (apposed, between) = (apposed_role(doc, at, to).is_some(), between_commas(doc, at, to));
    let single = between && apposed;
    let apposed = (to > at + 1 && apposed) || between || goes_on(doc, at, to);
    let from = match (first, title) {
        (Some(first), _) => first,
        (None, Some(title)) if to > title + 1 => title + 1,
        (None, None) if role.is_some() || known || apposed => at,
        _ => return None,
    };
    let from = if doc.kind(from) == Kind::Other { from + 1 } else { from };
    if from >= to || (to == from + 1 && role.is_none() && title.is_none() && !known && !single) {
        return None;
    }
    let start = if role.is_some() { at - 1 } else { at };
    let parsed = en::phrase(doc, start, to);
    let head = parsed.and_then(|phrase| phrase.head).filter(|(_, sense)| sense.class == Class::Role);
    let office = title.and_then(|title| doc.sense(title, Class::Title).map(|sense| (title, sense)));
    let office = office.filter(|(_, sense)| sense.family != 0);
    let head = head.or_else(|| apposed_role(doc, at, to)).or(office);
    let agree = parsed.map(|phrase| phrase.agree).unwrap_or_default();
    Some(Phrase { start, end: to, name: Some((from, to)), head, agree, ..Phrase::default() })
}

/// A run of capitals that ends with what a body is: "Kelme General Hospital".
fn named_body(doc: &Doc, at: usize, to: usize) -> Option<Phrase> {
    let sense = doc.sense(to - 1, Class::Body).filter(|_| to > at + 1)?;
    let head = Some((to - 1, sense));
    Some(Phrase { start: at, end: to, name: Some((at, to)), head, agree: sense.agree, ..Phrase::default() })
}

/// Words in a name that the text goes on with by its last word, at most.
const LONGEST_NAME: usize = 3;

/// Whether a run of capitals is a name whose last word the text goes on with alone.
fn goes_on(doc: &Doc, at: usize, to: usize) -> bool {
    (2..=LONGEST_NAME).contains(&(to - at)) && (at..to).all(|word| doc.is_surname(word))
}

/// The words of English names that the text goes on with by their last word: "Ottoline Rusk", then "Rusk has kept".
fn recurring(doc: &Doc) -> Vec<Key> {
    let capital = |at: usize| doc.token(at).is_word() && doc.token(at).capital;
    let used = [Class::Prep, Class::Conn, Class::Aux, Class::Poss, Class::Pronoun, Class::Verb, Class::Neg];
    let kinds = [Class::Namer, Class::Body, Class::Role, Class::Title, Class::Group, Class::Doc, Class::Comp];
    let other = |at: usize| used.iter().chain(&kinds).any(|class| doc.is(at, *class)) || doc.token(at).dated;
    let verb = |at: usize| doc.is(at, Class::Finite) || doc.is(at, Class::Verb) || doc.word(at).ends_with("ed");
    let led = |at: usize| at.checked_sub(1).is_some_and(|before| capital(before) || doc.token(before).is_word());
    let subject = |at: &usize| capital(*at) && !led(*at) && verb(*at + 1) && !capital(*at + 1) && !other(*at);
    let mut alone: Vec<Key> = (0..doc.tokens.len()).filter(subject).map(|at| doc.key(at)).collect();
    alone.sort_unstable();
    let mut out = Vec::new();
    let mut at = 0;
    while at < doc.tokens.len() {
        let end = (at..doc.tokens.len().min(at + REACH)).find(|word| !capital(*word)).unwrap_or(at + REACH);
        let named = (2..=LONGEST_NAME).contains(&(end - at)) && !(at..end).any(other);
        if named && !doc.in_headline(at) && alone.binary_search(&doc.key(end - 1)).is_ok() {
            out.extend((at..end).map(|word| doc.key(word)));
        }
        at = end.max(at + 1);
    }
    out
}

/// A role without a name that begins a sentence, and so is its subject: whom "he" may mean in the next.
pub(super) fn leading_role(doc: &Doc, at: usize) -> Option<Phrase> {
    // "… batteries.” A soldier who was listening looked away".
    let closed = |before: usize| doc.lang == Lang::En && doc.pair_closed_at(before).is_some();
    let begins =
        at.checked_sub(1).is_none_or(|before| matches!(doc.kind(before), Kind::Stop | Kind::Break) || closed(before));
    if !begins {
        return None;
    }
    if let Some(group) = doc.sense(at, Class::Group).filter(|_| doc.lang == Lang::En && doc.token(at).capital) {
        let head = Some((at, group));
        return Some(Phrase { start: at, end: at + 1, head, agree: group.agree, definite: true, ..Phrase::default() });
    }
    let head = match doc.lang {
        Lang::Ru => at,
        _ if matches!(doc.word(at), "The" | "A" | "An" | "One") => {
            (at + 1..at + 4).find(|word| doc.is(*word, Class::Role))?
        }
        _ => return None,
    };
    let sense = doc.sense(head, Class::Role).filter(|sense| sense.agree.number != Number::Many)?;
    let nominative = doc.lang != Lang::Ru || sense.has(flag::LEMMA);
    // "The chief executive of Meridian Airlines" has no name yet.
    let reach = if doc.lang == Lang::En { 2 } else { 4 };
    let named = (head + 1..head + reach).any(|word| doc.token(word).capital || doc.kind(word) == Kind::Comma);
    if !nominative || named {
        return None;
    }
    let agree = sense.agree;
    // Not someone named before who has no role: no cue says so.
    let (end, possessor) = (head + 1, Some(Agree::default()));
    let head = Some((head, sense));
    let definite = !matches!(doc.word(at), "A" | "An" | "One");
    Some(Phrase { start: at, end, head, agree, possessor, definite, ..Phrase::default() })
}

/// The end of a run of capitals, with initials in it.
pub(super) fn run_end(doc: &Doc, at: usize) -> usize {
    let mut to = at + 1;
    while to < at + REACH {
        let next = doc.token(to);
        let dot = en::is_dot(doc, to);
        let verb = doc.is(to, Class::Verb) && !doc.is(to, Class::First);
        let plural = doc.lang == Lang::En && en::owns(doc, to - 1) && doc.token(to + 1).capital;
        let particles = if doc.lang == Lang::Ru { ru_run::particles(doc, to) } else { 0 };
        if verb || !(dot || plural || particles > 0 || (next.is_word() && next.capital && !next.dated)) {
            break;
        }
        to += particles.max(1);
    }
    to
}

/// The role in the apposition before or behind a name: "The harbour master, Captain …", "Jane Doe, a trader".
pub(super) fn apposed_role(doc: &Doc, at: usize, to: usize) -> Option<(usize, super::lexicon::Sense)> {
    let role = |word: usize| match doc.lang {
        Lang::En => en::head_sense(doc, word).filter(|sense| sense.class == Class::Role),
        _ => doc.sense(word, Class::Role),
    };
    let behind = (doc.kind(to) == Kind::Comma).then(|| {
        (to + 1..to + 5)
            .take_while(|word| doc.token(*word).is_word())
            .find_map(|word| role(word).map(|sense| (word, sense)))
    });
    let before = at.checked_sub(1).filter(|before| doc.kind(*before) == Kind::Comma).map(|comma| {
        (comma.saturating_sub(4)..comma)
            .rev()
            .take_while(|word| doc.token(*word).is_word())
            .find_map(|word| role(word).map(|sense| (word, sense)))
    });
    before.flatten().or(behind.flatten())
}

/// Whether a run of capitals explains the noun before it: "The expedition's guide, Mato Bil, has".
fn between_commas(doc: &Doc, at: usize, to: usize) -> bool {
    let Some(comma) = at.checked_sub(1).filter(|comma| doc.kind(*comma) == Kind::Comma) else { return false };
    let noun = comma.checked_sub(1).map(|noun| doc.token(noun));
    let explains = noun.is_some_and(|noun| noun.is_word() && !noun.capital && !noun.dated);
    doc.lang == Lang::En && explains && doc.kind(to) == Kind::Comma
}

pub(super) fn paragraph_end(doc: &Doc, at: usize) -> usize {
    (at..doc.tokens.len().min(at + REACH))
        .find(|token| matches!(doc.kind(*token), Kind::Break | Kind::Stop))
        .unwrap_or(at + REACH)
}
