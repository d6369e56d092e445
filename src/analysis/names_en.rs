//! The names of an English text: runs of capitals, of whose people something else tells, a given name, a role, an age,
//! the text that goes on with a surname, or the first pronoun behind.

use super::doc::Doc;
use super::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag, key_of};
use super::listed::is_listed;
use super::names::apposed_role;
use super::people::en_bearer::is_style;
use super::people::{Phrase, en, en_name};
use super::token::Kind;

/// A run of English capitals that names a person: a given name in it, or a role or title before it.
pub(super) fn capitals(doc: &Doc, at: usize) -> Option<Phrase> {
    let token = doc.token(at);
    if joins_sentence(doc, at)
        && let Some(role) = leading_role(doc, at)
    {
        return Some(role);
    }
    if !token.is_word() || !token.capital || token.dated || is_verb(doc, at) || is_born(doc, at) || is_style(doc, at) {
        return None;
    }
    let ordinary = doc.is_any(at, const { Classes::all(&[Class::Conn, Class::Prep, Class::Amount]) });
    if doc.in_headline(at) || ordinary {
        return None;
    }
    if let Some(role) = leading_role(doc, at) {
        return Some(role);
    }
    let to = en_name::run(doc, at, (at + RUN).min(doc.tokens.len()));
    // "Amina Yusuf": a given name that ends a name of which no more is known is a surname.
    let last = if to > at + 1 { to - 1 } else { to };
    let first = (at..last).find(|word| doc.is(*word, Class::First));
    let title = (at..to).find(|word| doc.is(*word, Class::Title));
    if let Some(body) = named_body(doc, at, to).filter(|_| first.is_none()) {
        return Some(body);
    }
    // "A heavyset man called Zoran".
    let called = usize::from(at > 1 && matches!(doc.word(at - 1), "called" | "named"));
    let role = at.checked_sub(1 + called).and_then(|before| en::head_sense(doc, before));
    let role = role.filter(|sense| sense.class == Class::Role);
    let known = to == at + 1 && (doc.is_surname(at) || is_owner(doc, at));
    let (kin, between) = (kin_before(doc, at, to), between_commas(doc, at, to));
    let (beside, single) = (apposed_role(doc, at, to).or(kin), between || kin.is_some());
    let told = || beside.is_some() || is_aged(doc, to) || is_someone(doc, to);
    let apposed = single || to > at + 1 && told() || goes_on(doc, at, to);
    let from = match (first, title) {
        (Some(first), _) if is_storm(doc, at, Some(first)) => return None,
        (Some(first), _) => before_given(doc, at, first),
        (None, Some(title)) if to > title + 1 => title + 1,
        (None, None) if (role.is_some() || known || apposed) && !is_work(doc, at) && !is_thing(doc, at, to) => at,
        _ => return None,
    };
    let from = if doc.kind(from) == Kind::Other { from + 1 } else { from };
    if from >= to || (to == from + 1 && role.is_none() && title.is_none() && !known && !(single && beside.is_some())) {
        return None;
    }
    let start = if role.is_some() { at - 1 - called } else { at };
    let parsed = en::phrase(doc, start, to);
    let head = parsed.and_then(|phrase| phrase.head).filter(|(_, sense)| sense.class == Class::Role);
    let office = title.and_then(|title| doc.sense(title, Class::Title).map(|sense| (title, sense)));
    let office = office.filter(|(_, sense)| sense.family != 0);
    // "The ferry's operator, Tarrow Lines, denied it".
    let own = between && first.is_none() && !speaks_for(doc, at);
    let body = at.checked_sub(2).filter(|_| own).and_then(|noun| Some((noun, doc.sense(noun, Class::Body)?)));
    let leads = first.filter(|first| *first > at && office.is_none()).and_then(|first| role_before(doc, first));
    let also = leads.and(beside).map(|(_, sense)| sense);
    let head = leads.or(head).or(beside).or(office).or(body);
    let agree = as_kin(parsed.map(|phrase| phrase.agree).unwrap_or_default(), head);
    Some(Phrase { start, end: to, name: Some((from, to)), head, also, agree, ..Phrase::default() })
}

/// What the names of contests and grounds end with: "the Premier Division".
const CONTESTS: &str =
    "League Division Championship Championships Cup Trophy Premiership Stakes Prix Games Olympics Stadium Arena";

/// Whether a run of capitals is what a storm, a contest or a ground is called.
fn is_thing(doc: &Doc, at: usize, to: usize) -> bool {
    is_storm(doc, at, None) || is_listed(doc.word(to - 1), CONTESTS)
}

/// Whether a run of capitals is what a storm is called: "Storm Agnes", "Tropical Cyclone Odell".
fn is_storm(doc: &Doc, at: usize, first: Option<usize>) -> bool {
    let storm = |at: usize| matches!(doc.word(at), "Storm" | "Cyclone" | "Hurricane" | "Typhoon" | "Tropical");
    storm(at) || first.is_some_and(|first| first > at && storm(first - 1))
}

/// Whether one is named by the surname alone whose something is: "Pickett's late husband".
fn is_owner(doc: &Doc, at: usize) -> bool {
    en_name::is_possessive(doc.word(at)) && doc.surnames.binary_search(&en::name_word(doc, at).0).is_ok()
}

/// The gender that a noun of kinship tells beside a name: "Her son, Magnus Lunn".
fn as_kin(agree: Agree, head: Option<(usize, Sense)>) -> Agree {
    let kin = head.filter(|(_, sense)| agree.gender == Gender::Any && sense.has(flag::KIN));
    kin.map_or(agree, |(_, sense)| Agree { gender: sense.agree.gender, ..agree })
}

/// The relative whose name ends a sentence behind a comma: "She has a brother in Cork, Yonas".
fn kin_before(doc: &Doc, at: usize, to: usize) -> Option<(usize, Sense)> {
    let comma = at.checked_sub(1).filter(|comma| doc.kind(*comma) == Kind::Comma && doc.kind(to) == Kind::Stop)?;
    let noun = |back: usize| comma.checked_sub(back).and_then(|noun| Some((noun, doc.sense(noun, Class::Role)?)));
    let place = doc.word(comma.saturating_sub(2)) == "in";
    noun(if place { 3 } else { 1 }).filter(|(_, sense)| sense.has(flag::KIN))
}

/// The role in capitals before a given name: "Majority Leader Dale Voss, a Republican" is both.
fn role_before(doc: &Doc, first: usize) -> Option<(usize, Sense)> {
    let sense = en::head_sense(doc, first - 1).filter(|sense| sense.class == Class::Role)?;
    Some((first - 1, sense))
}

/// Whether a word is a verb, and no name: within a sentence a capital shows a name ("Grant told"), and so does the one
/// behind it ("Hope Reed, the prosecutor, was there").
fn is_verb(doc: &Doc, at: usize) -> bool {
    let inner = at.checked_sub(1).is_some_and(|before| doc.token(before).is_word() && !doc.token(before).capital);
    let inner = inner || doc.token(at + 1).capital && doc.kind(at + 2) == Kind::Comma;
    doc.is(at, Class::Verb) && !doc.is(at, Class::First) && !inner
}

/// Whether a name is that of one who is named already: "She was born Lucille Marie Guidry".
fn is_born(doc: &Doc, at: usize) -> bool {
    let before = (at.saturating_sub(LONGEST_NAME)..at).rev().take_while(|word| doc.token(*word).capital);
    let first = before.last().unwrap_or(at);
    first > 0 && matches!(doc.word(first - 1), "born" | "Born" | "née" | "nee")
}

/// Whether the body before a comma only says for whom one speaks: "a lawyer for the union, Viktor Drozd".
fn speaks_for(doc: &Doc, name: usize) -> bool {
    let words = (name.saturating_sub(LED)..name.saturating_sub(1)).rev().take_while(|at| doc.token(*at).is_word());
    let led = words.into_iter().find(|at| matches!(doc.word(*at), "for" | "of" | "at" | "from"));
    let role = led.and_then(|of| of.checked_sub(1)).and_then(|before| en::head_sense(doc, before));
    role.is_some_and(|sense| sense.class == Class::Role)
}

/// Words from a role to the name behind the body that it is of, at most.
const LED: usize = 8;

/// Whether an age stands behind a name: "Dagny Berg, 61, has fought the plan".
fn is_aged(doc: &Doc, to: usize) -> bool {
    let age = doc.kind(to + 1) == Kind::Number && doc.word(to + 1).len() < 3 && !doc.token(to + 1).dated;
    age && doc.kind(to) == Kind::Comma && matches!(doc.kind(to + 2), Kind::Comma | Kind::Stop)
}

/// Whether an article or a possessive stands behind the connective that a sentence begins with.
fn joins_sentence(doc: &Doc, at: usize) -> bool {
    let before = doc.token(at.saturating_sub(1));
    if !(before.capital || before.kind == Kind::Comma) {
        return false;
    }
    let led = matches!(doc.word(at), "the" | "a" | "an" | "one") || doc.is(at, Class::Poss);
    led && at > 0 && (doc.is(at - 1, Class::Conn) && doc.token(at - 1).capital || is_behind_occasion(doc, at))
}

/// Words of an occasion that a sentence begins with, at most.
const OCCASION: usize = 8;

/// Whether the comma before a token closes an occasion that a sentence begins with: "Outside the terminal, a".
fn is_behind_occasion(doc: &Doc, at: usize) -> bool {
    let Some(comma) = at.checked_sub(1).filter(|comma| doc.kind(*comma) == Kind::Comma) else { return false };
    let first = (comma.saturating_sub(OCCASION)..comma).rev().take_while(|word| doc.token(*word).is_word()).last();
    // "Among those waiting was Ann Reed, a nurse".
    let first = first.filter(|first| !(*first..comma).any(|at| doc.is(at, Class::Finite)));
    // "To Wade Corley, a historian, the story is a slander": whom the noun explains.
    let place = |first: usize| doc.is(first, Class::Prep) && !is_listed(doc.word(first), "To For With Like Unlike");
    first.is_some_and(|first| doc.begins_sentence(first) && doc.token(first).capital && place(first))
}

/// Words behind a role that a sentence begins with which show that it has a name: "The chief executive of Meridian
/// Airlines" has none yet.
const LEADING_REACH: usize = 2;

/// A role without a name that a sentence begins with, and so is its subject: whom "he" may mean in the next.
fn leading_role(doc: &Doc, at: usize) -> Option<Phrase> {
    let (definite, vague) = (matches!(doc.word(at), "The" | "the"), is_vague(doc, at));
    if !leads_sentence(doc, at) {
        return None;
    }
    if let Some(group) = doc.sense(at, Class::Group).filter(|_| doc.token(at).capital) {
        let head = Some((at, group));
        return Some(Phrase { start: at, end: at + 1, head, agree: group.agree, definite: true, ..Phrase::default() });
    }
    if !definite && !vague && !doc.is(at, Class::Poss) {
        // "Another was blunter".
        let goes_on = doc.is(at + 1, Class::Finite) || doc.is(at + 1, Class::Verb);
        let person = doc.lexicon.sense(key_of("person"), Class::Role).map(|sense| (at, sense));
        let other = Phrase { start: at, end: at + 1, head: person, ..Phrase::default() };
        return (doc.word(at) == "Another" && goes_on).then_some(other);
    }
    let head = (at + 1..at + 4).find(|word| doc.is(*word, Class::Role))?;
    // "A graduate student".
    let head = (head..head + 3).take_while(|word| doc.is(*word, Class::Role)).last().unwrap_or(head);
    // "And the superintendent?" asks somebody about another.
    if doc.word(head + 1) == "?" {
        return None;
    }
    let sense = doc.sense(head, Class::Role).filter(|sense| sense.agree.number != Number::Many)?;
    // "A consultant at St Bride’s, she has treated 12": what she is.
    let close = (head..head + OCCASION).find(|word| doc.kind(*word) == Kind::Comma);
    if vague && close.is_some_and(|comma| matches!(doc.word(comma + 1), "he" | "she")) {
        return None;
    }
    // "One operator, 58, who would give only her first name, Noreen".
    if (head + 1..head + RUN * 2).take_while(|at| doc.kind(*at) != Kind::Stop).any(|at| en::named_as(doc, at)) {
        return None;
    }
    let explained = doc.is(at, Class::Poss) && doc.is(head + 2, Class::Relative);
    // "The winner, a bus driver, has": no name.
    let told = |comma: usize| is_listed(doc.word(comma + 1), "a an who whose now once then formerly");
    let comma = |word: usize| doc.kind(word) == Kind::Comma && !explained && !told(word);
    if (head + 1..head + LEADING_REACH).any(|word| doc.token(word).capital || comma(word)) {
        return None;
    }
    // Not someone named before who has no role: no cue says so.
    let (end, possessor) = (head + 1, Some(Agree::default()));
    let (head, agree) = (Some((head, sense)), sense.agree);
    Some(Phrase { start: at, end, head, agree, possessor, definite: !vague, ..Phrase::default() })
}

/// Whether a word says that someone not spoken of before is meant.
fn is_vague(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at), "A" | "An" | "One" | "a" | "an" | "one")
}

/// Whether a sentence, or what goes on behind a quotation or a connective, begins with a token.
fn leads_sentence(doc: &Doc, at: usize) -> bool {
    // "Outside the terminal, a tea-stall owner who had listened shrugged".
    if matches!(doc.word(at), "a" | "an" | "one") && is_behind_occasion(doc, at) {
        return true;
    }
    // "But her cousin was of a different view".
    let joined = at > 0 && doc.is(at - 1, Class::Conn) && doc.token(at - 1).capital;
    let first = at - usize::from(joined);
    // "… batteries.” A soldier who was listening looked away".
    let closed = |before: usize| doc.pair_closed_at(before).is_some();
    let opened = |before: usize| doc.pair_at(before).is_some() && matches!(doc.word(at), "My" | "Our");
    // "Dublin: A man was rescued".
    let label = first > 1 && doc.kind(first - 1) == Kind::Colon && doc.begins_sentence(first - 2);
    doc.begins_sentence(first) || label || first.checked_sub(1).is_some_and(|before| closed(before) || opened(before))
}

/// Tokens of a run of capitals that are looked at for a name, at most.
const RUN: usize = 8;

/// Tokens before a pronoun in which a name is looked for, at most.
const INTRODUCED_REACH: usize = 96;

/// The name that the last sentence with one gives, of those between two tokens that begin behind the byte `after`, for
/// "he" or "she" to mean: the first in it that no place or body has, unless a pronoun goes on with another before it.
pub(super) fn introduced(doc: &Doc, from: usize, to: usize, after: usize, agree: Agree) -> Option<Phrase> {
    let mut at = from.max(to.saturating_sub(INTRODUCED_REACH));
    let (mut found, mut open) = (None, doc.token(at).start() >= after);
    while at < to {
        let token = doc.token(at);
        if matches!(token.kind, Kind::Stop | Kind::Break) {
            open = token.start() >= after;
        } else if open && doc.word(at).len() < 5 && doc.sense(at, Class::Pronoun).is_some_and(|he| he.agree == agree) {
            open = false;
        } else if open && token.capital && token.is_word() && !token.dated && !leads_name(doc, at) {
            let end = en_name::run(doc, at, to.min(at + RUN));
            if may_be_person(doc, at, end) {
                let name = Some((at, end));
                (found, open) = (Some(Phrase { start: at, end, name, agree, ..Phrase::default() }), false);
            }
            at = end;
            continue;
        }
        at = doc.next(at);
    }
    found
}

/// Whether a run of capitals may be a person's name that no lexicon has: of several words, none of them a body's, and
/// neither where something is nor what a noun behind it is called by.
pub(super) fn may_be_person(doc: &Doc, at: usize, to: usize) -> bool {
    let words = (at..to).filter(|word| doc.token(*word).is_word()).count();
    let used = const {
        Classes::all(&[Class::Body, Class::Namer, Class::Group, Class::Doc, Class::Conn, Class::Amount, Class::Title])
    };
    let written = (at..to).any(|word| doc.word(word).contains(char::is_lowercase));
    let before = doc.word(at.saturating_sub(1));
    let place =
        is_listed(doc.word(at), "New North South East West San St Saint Los Las El Port Mount Fort Lake United Great")
            || matches!(
                before,
                "in" | "at" | "from" | "near" | "of" | "on" | "to" | "across" | "outside" | "the" | "The"
            );
    (2..=LONGEST_NAME + 1).contains(&words)
        && (!place || is_someone(doc, to) || is_aged(doc, to) || apposed_role(doc, at, to).is_some())
        && written
        && !is_work(doc, at)
        && !is_thing(doc, at, to)
        && doc.kind(at.saturating_sub(1)) != Kind::Opener
        && !(at..to).any(|word| doc.is_any(word, used))
        && !(at..to.saturating_sub(1)).any(|word| doc.is(word, Class::First))
        && en::head_sense(doc, to).is_none()
}

/// Whether what stands behind a name says that it is a person's: "went to Oumou Diarra, who trained in a garage".
fn is_someone(doc: &Doc, to: usize) -> bool {
    // "A dishwasher who waited".
    let article = usize::from(matches!(doc.word(to + 1), "a" | "an"));
    let noun = |at: &usize| *at > to + 1 && article > 0 && doc.token(*at).is_word() && !doc.token(*at).capital;
    let who = (to + 1 + article..to + 5).find(|at| *at == to + 1 || !noun(at) || doc.is(*at, Class::Relative));
    doc.kind(to) == Kind::Comma && who.is_some_and(|who| matches!(doc.word(who), "who" | "whom" | "whose"))
}

/// Whether a run of capitals is what a work is called, behind a comma: "her book, The Quiet Timetable, is out".
fn is_work(doc: &Doc, at: usize) -> bool {
    let Some(noun) = at.checked_sub(2).filter(|_| doc.kind(at - 1) == Kind::Comma) else { return false };
    doc.is(noun, Class::Namer) && !doc.is(noun, Class::Body) && !doc.token(noun).capital
}

/// Whether a word with a capital is no name's, and may stand before one: "To Lund", "Take Gudrun Aas".
fn leads_name(doc: &Doc, at: usize) -> bool {
    doc.is(at, Class::Prep) || doc.is(at, Class::Amount) || en::is_first_person(doc.word(at + 1))
}

/// Where a name begins that has a known given name in it: "Lakhdar Ben Brahmi". The first word of a sentence has its
/// capital from there.
fn before_given(doc: &Doc, at: usize, given: usize) -> usize {
    let initial =
        at.checked_sub(1).is_none_or(|before| !doc.token(before).is_word() && doc.kind(before) != Kind::Comma);
    let plain = |at: &usize| {
        doc.token(*at).is_word() && !doc.lexicon.senses(doc.key(*at)).any(|sense| sense.class != Class::First)
    };
    // "Minister of Health Jonas Kamwendo".
    let office = at > 1 && matches!(doc.word(at - 1), "of" | "for") && en::head_sense(doc, at - 2).is_some();
    if office {
        return given;
    }
    // "Adela Rourke", then "Adela Marie Rourke was born".
    let floor = at + usize::from(initial && !doc.is_surname(at));
    (floor..given).rev().take_while(plain).last().unwrap_or(given)
}

/// A run of capitals that ends with what a body is: "Kelme General Hospital".
fn named_body(doc: &Doc, at: usize, to: usize) -> Option<Phrase> {
    let at = at + usize::from(doc.word(at) == "The");
    let head = en_name::head_of(doc, at, to, |word| doc.sense(word, Class::Body)).filter(|_| to > at + 1);
    // "Went top of the Premier League": where one plays.
    let (_, sense) = head.filter(|_| at < 2 || !doc.is(at - 2, Class::Prep) || doc.word(to - 1) != "League")?;
    Some(Phrase { start: at, end: to, name: Some((at, to)), head, agree: sense.agree, ..Phrase::default() })
}

/// Words in a name that the text goes on with by its last word, at most.
const LONGEST_NAME: usize = 3;

/// Whether a run of capitals is a name whose last word the text goes on with alone.
fn goes_on(doc: &Doc, at: usize, to: usize) -> bool {
    (2..=LONGEST_NAME).contains(&(to - at)) && (at..to).all(|word| doc.is_surname(word))
}

/// Words between a comma and the name that it sets apart, at most.
const EPITHETS: usize = 3;

/// Whether a run of capitals explains the noun before it: "The expedition's guide, Mato Bil, has".
fn between_commas(doc: &Doc, at: usize, to: usize) -> bool {
    // "Her coach, the reclusive R.B. Ramesh, isn't".
    let plain = |word: &usize| doc.token(*word).is_word() && !doc.token(*word).capital;
    let from = (at.saturating_sub(EPITHETS)..at).rev().take_while(plain).last().unwrap_or(at);
    let Some(comma) = from.checked_sub(1).filter(|comma| doc.kind(*comma) == Kind::Comma) else { return false };
    let noun = comma.checked_sub(1).map(|noun| doc.token(noun));
    let explains = noun.is_some_and(|noun| noun.is_word() && !noun.capital && !noun.dated);
    let verb =
        (from..at).any(|word| doc.is(word, Class::Prep) || doc.is(word, Class::Finite) || doc.is(word, Class::Verb));
    explains && !verb && doc.kind(to) == Kind::Comma
}
