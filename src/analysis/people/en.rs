//! English noun phrases: a role, a name in apposition, titles. The name is the first run of capitals that no
//! preposition leads to; a capital at the start of a sentence proves nothing.

use super::Phrase;
use super::en_bearer::is_post;
use super::en_name::{head_of, is_dot, is_possessive, owns, run};
use super::en_shape::{by_shape, is_compound, is_countryman};
use crate::analysis::doc::Doc;
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Key, Lexicon, Number, Sense, flag, key_of};
use crate::analysis::listed::is_listed;
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Words of a phrase at most.
const MAX_PHRASE: usize = 32;

/// Words between an article and its noun, at most.
const ARTICLE_REACH: usize = 3;

/// The classes that head a speaker's phrase.
const HEADS: [Class; 5] = [Class::Role, Class::Group, Class::Source, Class::Body, Class::Doc];

/// The words that lead to no name of their own.
pub(super) const ARTICLES: [&str; 6] = ["the", "a", "an", "The", "A", "An"];

/// What heads a speaker's phrase, by the lexicon or by the shape of the word.
pub(crate) fn head_sense(doc: &Doc, at: usize) -> Option<Sense> {
    let named = |sense: &Sense| !sense.has(flag::NAME) || doc.token(at).capital;
    HEADS.into_iter().find_map(|class| doc.sense(at, class).filter(named)).or_else(|| by_shape(doc.word(at)))
}

/// What an owner is, without its ending: "the agency's".
fn owner_sense(doc: &Doc, at: usize) -> Option<Sense> {
    let (key, _) = name_word(doc, at);
    HEADS.into_iter().find_map(|class| doc.lexicon.sense(key, class))
}

/// A word of a name, without the possessive ending.
pub(crate) fn name_word(doc: &Doc, at: usize) -> (Key, String) {
    let word = doc.word(at);
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    (key_of(bare), bare.to_owned())
}

/// The phrase between two tokens.
pub(crate) fn phrase(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    let to = to.min(from + MAX_PHRASE);
    if from >= to {
        return None;
    }
    let mut out = Phrase { start: from, end: to, ..Phrase::default() };
    // "Nobody said": it is nobody's word.
    if ["no", "nobody", "none", "no-one"].iter().any(|none| doc.word(from).eq_ignore_ascii_case(none)) {
        return None;
    }
    if let Some(pronoun) = doc.sense(from, Class::Pronoun) {
        return Some(Phrase { end: from + 1, agree: pronoun.agree, pronoun: true, ..out });
    }
    let first = lowered(doc.word(from));
    out.head = one_alone(doc, from);
    out.definite = !matches!(
        &*first,
        "a" | "an" | "one" | "another" | "someone" | "somebody" | "some" | "two" | "three" | "several" | "many"
    );
    out.possessor = doc.sense(from, Class::Poss).map(|sense| sense.agree);
    let mut at = from;
    let mut oblique = false;
    while at < to {
        let token = doc.token(at);
        if token.kind == Kind::Comma || represents(doc, &out, at) {
            oblique = token.kind != Kind::Comma;
        } else if token.kind == Kind::Opener {
            // "SP (City) Aparajita Venkataraman".
            let close = (at + 1..to.min(at + BRACKETED)).find(|at| doc.kind(*at) == Kind::Closer);
            at = close.unwrap_or(at);
        } else if out.head.is_some_and(|(head, _)| opens_relative(doc, head, at)) {
            out.end = at;
            let called = (at + 1..to).find(|at| named_as(doc, *at)).filter(|_| out.name.is_none());
            out.name = called.map(|called| (called + 1, run(doc, called + 1, to))).or(out.name);
            // "only by his first name".
            let own = called.and_then(|called| (at..called).find_map(|at| doc.sense(at, Class::Poss)));
            out.head =
                out.head.map(|(at, head)| (at, Sense { agree: own.map_or(head.agree, |own| own.agree), ..head }));
            break;
        } else if doc.is(at, Class::Prep) && !token.capital {
            // "the group, known as the Northern Front".
            let called = doc.word(at) == "as"
                && doc.sense(at.saturating_sub(1), Class::Namer).is_some_and(|sense| sense.has(flag::NAME));
            // "Her opposite number in Sarovia".
            let peer = out.possessor.is_some() && at > from + 1 && !doc.token(at - 1).capital;
            oblique = (out.head.is_some() || out.name.is_some() || peer) && !(called && at > from);
        } else if !token.dated && token.is_word() && (!oblique || names_behind_noun(doc, &out, at, to)) {
            if starts_name(doc, at, from) {
                let end = run(doc, at, to);
                take_run(doc, &mut out, at, end, to);
                at = end;
                continue;
            }
            take_noun(doc, &mut out, at, to);
        }
        at = doc.next(at);
    }
    finish(doc, out, from, to)
}

/// Whether "as" stands before the name that someone gives: "who gave his name as Sunday", "identified only as K.".
pub(crate) fn named_as(doc: &Doc, at: usize) -> bool {
    let gives =
        matches!(doc.word(at.saturating_sub(1)), "name" | "only" | "himself" | "herself" | "known" | "identified");
    // "A heavyset man called Zoran".
    let called = matches!(doc.word(at), "called" | "named") && at > 0 && head_sense(doc, at - 1).is_some();
    if called && doc.token(at + 1).capital {
        return true;
    }
    // "who asked to be called only by his first name, Yasin".
    let told = doc.kind(at) == Kind::Comma && doc.word(at.saturating_sub(1)) == "name";
    (told || doc.word(at) == "as" && gives) && doc.token(at + 1).capital && doc.token(at + 1).is_word()
}

/// Notes what a plain word of a phrase is: an owner, or what the speaker is.
fn take_noun(doc: &Doc, out: &mut Phrase, at: usize, to: usize) {
    if is_possessive(doc.word(at)) && at + 1 == to {
        out.head = out.head.or(owner_sense(doc, at).map(|sense| (at, sense)));
    } else if owns(doc, at) || is_possessive(doc.word(at)) {
        out.possessor = out.possessor.or(owns(doc, at).then(Agree::default));
        out.owner = out.owner.or(Some((out.start, at + 1)));
        // "The state attorney general's office": no attorney.
        out.head = out.head.filter(|_| out.name.is_some());
    } else if let Some(sense) = head_sense(doc, at) {
        // "Police spokesman", "the parish priest": the last of two nouns is what the speaker is.
        let later = out.head.is_none_or(|(before, had)| {
            before + 1 == at && (out.name.is_none() || had.class != Class::Role)
                || matches!(had.class, Class::Body | Class::Doc) && out.name.is_none()
        });
        if later {
            out.head = Some((at, sense));
        }
    }
}

/// Whether a clause opens that tells of a noun: "The trust that owns the market".
fn opens_relative(doc: &Doc, head: usize, at: usize) -> bool {
    doc.is(at, Class::Relative) || doc.word(at) == "that" && at == head + 1
}

/// Whether a participle behind a role opens whom it deals with: "an attorney representing Walter Pickens".
fn represents(doc: &Doc, out: &Phrase, at: usize) -> bool {
    out.head.is_some()
        && out.name.is_none()
        && doc.word(at).ends_with("ing")
        && !doc.token(at).capital
        && doc.token(at + 1).capital
}

/// Words in brackets inside a phrase, at most.
const BRACKETED: usize = 5;

/// Whether the name of a role begins here, behind the noun that the role is of: "leader of the opposition Tejaswini
/// Oraon". Where the noun has a capital, or an article stands between, the name is another's.
fn names_behind_noun(doc: &Doc, out: &Phrase, at: usize, to: usize) -> bool {
    let (before, token) = (doc.token(at - 1), doc.token(at));
    let members = doc.is(at - 1, Class::Group);
    let noun = members || before.is_word() && !before.capital && head_sense(doc, at - 1).is_none();
    let used =
        const { Classes::all(&[Class::Prep, Class::Poss, Class::Conn, Class::Particle, Class::Title, Class::Amount]) };
    let plain = !doc.is_any(at - 1, used) && !ARTICLES.contains(&doc.word(at - 1));
    let single = out.head.is_some_and(|(_, sense)| sense.class == Class::Role && sense.agree.number != Number::Many);
    let name = || {
        let end = run(doc, at, to);
        end > at + 1 && !(at..end).any(|word| doc.is(word, Class::Body) || doc.is(word, Class::Namer))
    };
    // "Minister for Urban Development S. Prakash Rao".
    let initial = doc.word(at).len() == 1 && is_dot(doc, at + 1) && doc.token(at + 2).capital;
    out.name.is_none() && single && token.capital && (noun && plain || initial) && name()
}

/// Trades that are surnames as well, and stand in no office's name.
const TRADES: &str = "Archer Baker Barber Bowler Brewer Butcher Butler Carpenter Chandler Cook Cooper Cowboy Dancer Diver Draper \
                      Driver Dyer Farmer Fisher Forester Gardener Hunter Jeweller Knight Mason Merchant Miller Miner Painter \
                      Page Piper Porter Potter Sailor Shepherd Singer Tailor Tanner Turner Weaver Welder";

/// Notes what a run of capitals in a phrase is: a role, an owner, the body that a role is of, or the name.
fn take_run(doc: &Doc, out: &mut Phrase, at: usize, end: usize, to: usize) {
    let given = (at..end).any(|word| doc.is(word, Class::First));
    // "The Orford Ramblers".
    let members = end > at + 1 && end == to && at > out.start && !doc.in_headline(at);
    // "Farhan Merchant", of whom no given name is listed.
    let trade = end == at + 2 && is_listed(doc.word(end - 1), TRADES);
    let role = doc.sense(end - 1, Class::Role).filter(|role| !(trade || members && role.agree.number == Number::Many));
    // "The Health and Safety Executive".
    let joined = (at..end).any(|word| matches!(doc.word(word), "and" | "&"));
    if let Some(sense) = role.filter(|_| !given && !joined) {
        out.head = out.head.or(Some((end - 1, sense)));
    } else if (is_possessive(doc.word(end - 1)) || owns(doc, end - 1)) && end < to {
        out.possessor = out.possessor.or(Some(Agree::default()));
        out.owner = out.owner.or(Some((at, end)));
    } else if out.name.is_none() && (given || !attribute(doc, end, to)) {
        out.name = Some((at, end));
        let firm = || joined.then(|| Lexicon::of(Lang::En).sense(key_of("firm"), Class::Body));
        // "Scott Baker" bakes nothing, and "Bank of Kansas City President Laura Hutchens" is no bank.
        let person = (at..end).find(|word| doc.is(*word, Class::First));
        let other =
            |(head, sense): (usize, Sense)| person.is_some_and(|first| sense.class == Class::Role || head < first);
        let named = head_of(doc, at, end, |word| head_sense(doc, word)).filter(|found| end > at + 1 && !other(*found));
        let named = named.filter(|(_, sense)| !joined || sense.class != Class::Role);
        // "Northern Affairs Minister Louise Kakfwi".
        let office =
            person.filter(|first| *first > at).and_then(|first| Some((first - 1, head_sense(doc, first - 1)?)));
        out.head = out.head.or(office.filter(|(at, _)| is_post(&lowered(doc.word(*at)))));
        out.head = named.or_else(|| firm().flatten().map(|sense| (end - 1, sense))).or(out.head);
    }
}

/// Whether a run of capitals that ends here says whose the role behind it is: "a Crestline spokeswoman".
fn attribute(doc: &Doc, end: usize, to: usize) -> bool {
    let plain = |at: usize| doc.token(at).is_word() && !doc.token(at).capital && !doc.is(at, Class::Prep);
    let head = |at: usize| head_sense(doc, at).or_else(|| owner_sense(doc, at)).is_some();
    // "Volstad Energy met the families": no role behind a verb or an article.
    let verb = |at: usize| doc.is_any(at, const { Classes::all(&[Class::Verb, Class::Aux, Class::Finite]) });
    let over = |at: usize| verb(at) || doc.word(at).ends_with("ed") || ARTICLES.contains(&doc.word(at));
    let words = (end..to.min(end + ARTICLE_REACH)).take_while(|at| plain(*at) && !over(*at));
    let mut words = words.peekable();
    // "His Sarovian opposite number, Petra Lim".
    let noun = words.peek().is_some();
    let comma = (end..to).find(|at| doc.kind(*at) == Kind::Comma && noun);
    let named = comma.is_some_and(|comma| comma < end + ARTICLE_REACH && doc.token(comma + 1).capital);
    words.any(head) || named && (end..comma.unwrap_or(end)).all(|at| plain(at) && !over(at))
}

/// The gender and number of the phrase, and whether there is one at all.
fn finish(doc: &Doc, mut out: Phrase, from: usize, to: usize) -> Option<Phrase> {
    // "A report published on Monday", "a fisherman reached by telephone": what was done is no part of the name.
    if let Some((head, _)) =
        out.head.filter(|(_, sense)| matches!(sense.class, Class::Doc | Class::Role) && out.name.is_none())
        && (doc.word(head + 1).ends_with("ed") || matches!(doc.word(head + 1), "seen" | "sent" | "written" | "made"))
    {
        out.end = out.end.min(head + 1);
    }
    if let Some((head, _)) = out.head.filter(|(_, sense)| sense.class == Class::Doc && out.name.is_none()) {
        out.definite &= out.possessor.is_some() || matches!(doc.word(from), "the" | "The" | "this" | "This" | "that");
        // "Messages seen by this newspaper" are another's.
        let by = (head + 1..head + 3).find(|at| matches!(doc.word(*at), "by" | "from"));
        let by = by.filter(|by| !doc.is(by - 1, Class::Mute));
        // "The agency's report", "Bostandyk Watch's letter".
        out.owner = by.filter(|by| by + 1 < to).map(|by| (by + 1, to)).or(out.owner);
    } else {
        out.owner = None;
    }
    if out.name.is_none() && doc.word(from).eq_ignore_ascii_case("one") && doc.word(from + 1) == "of" {
        out.head = one_of(doc, from + 2, to).or(out.head);
    }
    if let Some((head, sense)) = out.head {
        out.agree = sense.agree;
        // "The buyer, a developer from Des Moines": whom the text now brings in.
        let article =
            (from.max(head.saturating_sub(ARTICLE_REACH))..head).rev().find(|at| ARTICLES.contains(&doc.word(*at)));
        out.definite &= !article.is_some_and(|at| doc.word(at).starts_with(['a', 'A']));
    }
    if let Some((start, end)) = out.name {
        let title = (from..end).find_map(|at| doc.sense(at, Class::Title)).map(|sense| sense.agree.gender);
        // The last word of several is a surname, whoever has it as a given name: "Saira Malik", "Dana James".
        let first = start..if end > start + 1 { end - 1 } else { end };
        let given = first.into_iter().find_map(|at| doc.sense(at, Class::First)).map(|sense| sense.agree.gender);
        let gender = [title, given].into_iter().flatten().find(|gender| *gender != Gender::Any);
        out.agree = Agree::new(gender.unwrap_or(out.agree.gender), Number::One);
        let office = (from..end)
            .find_map(|at| doc.sense(at, Class::Title).filter(|sense| sense.family != 0).map(|sense| (at, sense)));
        out.head = out.head.or(office);
    } else if out.head.is_none() {
        let plural = doc.word(to - 1).ends_with('s');
        let first = lowered(doc.word(from));
        let counted =
            ["some", "many", "several", "two", "three", "both", "one", "another", "few", "most"].contains(&&*first);
        let lead = ARTICLES.contains(&doc.word(from)) || out.possessor.is_some() || counted;
        // "One traveler, who asked not to be named": as long as it is before what explains it.
        let explained = (from..to).find(|at| doc.kind(*at) == Kind::Comma || doc.is(*at, Class::Relative));
        if !(lead || plural) || explained.unwrap_or(to) - from > MAX_PHRASE / 4 {
            return None;
        }
        out.agree = Agree::new(Gender::Any, if plural { Number::Many } else { Number::One });
    }
    Some(out)
}

/// Whom "one" or "another" means that is explained: "One, who identified herself as Darlene".
fn one_alone(doc: &Doc, at: usize) -> Option<(usize, Sense)> {
    let one = matches!(doc.word(at), "One" | "one" | "Another" | "another");
    let explained = doc.is_any(at + 1, const { Classes::all(&[Class::Relative, Class::Participle]) });
    let alone = one && (doc.kind(at + 1) == Kind::Comma || explained);
    doc.lexicon.sense(key_of("person"), Class::Role).filter(|_| alone).map(|sense| (at, sense))
}

/// What one of many is: "one of its lawmakers" is a lawmaker.
fn one_of(doc: &Doc, from: usize, to: usize) -> Option<(usize, Sense)> {
    let mut words = (from..to.min(from + ARTICLE_REACH)).take_while(|at| doc.token(*at).is_word());
    let one = |at: usize| doc.lexicon.sense(key_of(doc.word(at).strip_suffix('s')?), Class::Role);
    words.find_map(|at| one(at).map(|one| (at, one)))
}

/// Whether a name begins here: a capital that is not only the sentence's own.
fn starts_name(doc: &Doc, at: usize, from: usize) -> bool {
    let token = doc.token(at);
    if !token.capital || ARTICLES.contains(&doc.word(at)) || is_first_person(doc.word(at)) {
        return false;
    }
    let initial =
        at.checked_sub(1).is_none_or(|before| matches!(doc.kind(before), Kind::Stop | Kind::Break | Kind::Mark(_)));
    let ordinary = doc.is_any(
        at,
        const {
            Classes::all(&[
                Class::Prep,
                Class::Conn,
                Class::Poss,
                Class::Pronoun,
                Class::Aux,
                Class::Neg,
                Class::Comp,
                Class::Relative,
                Class::Nominal,
                Class::Amount,
            ])
        },
    );
    if doc.is(at, Class::First) {
        return true;
    }
    if is_countryman(doc, at) {
        return false;
    }
    let title = doc.is(at, Class::Title) || doc.is(at, Class::Role);
    if title {
        return false;
    }
    // "The union's leader, Hope Reed".
    let named = !initial && doc.token(at + 1).capital && !doc.in_headline(at);
    let epithet =
        || initial && is_compound(doc.word(at)) && (doc.token(at + 1).capital || head_sense(doc, at + 1).is_some());
    if ordinary || epithet() || (doc.is(at, Class::Verb) && !doc.is_surname(at) && !named) {
        return false;
    }
    if !initial {
        return true;
    }
    let next = doc.token(at + 1);
    // "Ministry of Transport spokeswoman".
    let of = doc.word(at + 1) == "of" && doc.token(at + 2).capital && doc.is(at, Class::Body);
    let alone = !(of || next.is_word() && next.capital);
    // "Internal emails show": a capital that only begins the sentence, before a noun.
    // "Opposite number Kit Vale": the name has yet to come.
    let used = doc.is_any(at + 1, const { Classes::all(&[Class::Prep, Class::Aux, Class::Finite]) });
    let epithet = doc.token(at + 2).capital && !used && !doc.word(at + 1).ends_with("ed");
    // "SES volunteer Greg Tzannes", but "Varland claims Northia has".
    let role = head_sense(doc, at + 1).is_some();
    let noun = next.is_word() && (epithet && role || !doc.is(at + 1, Class::Verb) && (epithet || role));
    let noun = alone && noun;
    from == at && (!alone || head_sense(doc, at).is_none()) && (!noun || doc.is_surname(at))
}

/// "I", alone or with its verb.
pub(crate) fn is_first_person(word: &str) -> bool {
    word == "I" || word.starts_with("I'") || word.starts_with("I’")
}

/// The phrase without what explains it between commas or in a relative clause, up to its verb at `to`.
pub(crate) fn apart(doc: &Doc, phrase: Phrase, to: usize) -> Phrase {
    let first = phrase.name.map_or(phrase.start, |(_, end)| end);
    let cut = (first..to).find(|at| doc.kind(*at) == Kind::Comma || doc.is(*at, Class::Relative));
    Phrase { end: cut.unwrap_or(to).max(phrase.start + 1), reach: to, ..phrase }
}

/// The phrase, where it is a role without a name, without what follows the role: "The mayor of Kestrel Bridge
/// apologized" is the mayor of Kestrel Bridge.
pub(crate) fn extent(doc: &Doc, phrase: Phrase) -> Phrase {
    let Some((head, _)) = phrase.head.filter(|_| phrase.name.is_none()) else { return phrase };
    let mut end = head + 1;
    if matches!(doc.word(end), "of" | "for" | "at") {
        let mut to = end + 1;
        while to < phrase.end && (doc.token(to).capital || doc.word(to) == "the") {
            to += 1;
        }
        // "A spokeswoman for the bank".
        if to > end + 1 && doc.word(to - 1) == "the" && to < phrase.end {
            to += usize::from(doc.is(to, Class::Body) || doc.is(to, Class::Group));
        }
        // "A group of doctors", "a coalition of charities".
        let members = to == end + 1 && doc.is(to, Class::Group) && !doc.is(head, Class::Role);
        if to > end + 1 || members {
            end = to + usize::from(members);
        }
    }
    Phrase { end: end.min(phrase.end), ..phrase }
}
