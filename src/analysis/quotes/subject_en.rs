//! The subject of an English verb of saying: before the verb, over what explains it, or behind the verb where this
//! follows what was said.

use super::apposed_en::{explained, named_behind};
use super::clause_en::is_finite;
use super::subject_before_en::{before_marks, subject_before};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Phrase, en, en_name};
use crate::analysis::token::Kind;

/// Words of a subject, with its apposition, at most.
pub(super) const SUBJECT_REACH: usize = 40;

/// The subject of a verb: before it, or behind it where it follows what was said.
pub(super) fn subject_of(
    doc: &Doc,
    verb: std::ops::Range<usize>,
    left: usize,
    bound: usize,
    sentence: Sentence,
    sense: Sense,
) -> Option<Phrase> {
    if let Some(found) = narrated(doc, left, bound, sentence, sense) {
        return Some(found);
    }
    let behind_verb = || {
        let comma = doc.kind(verb.end) == Kind::Comma;
        let from = if comma { behind_aside(doc, verb.end, sentence.end)? } else { behind_day(doc, verb.end) };
        let stop = subject_end(doc, from, sentence.end);
        // "Her officer, she says, told her to smile".
        let object = |found: &Phrase| {
            let bare = found.head.is_none() && found.name.is_none();
            bare && is_listed(doc.word(found.start), "her him them me us")
        };
        let found = en::phrase(doc, from, stop).filter(|found| !object(found));
        let found = found.or_else(|| walker(doc, from, stop));
        // "The last outbreak, in 2010, claimed 31 lives", "has concluded 80 percent of the study".
        let counted = |found: &Phrase| {
            let part = is_listed(doc.word(found.start + 1), "percent per pc %");
            (part || found.head.is_none() && found.name.is_none()) && doc.kind(found.start) == Kind::Number
        };
        let found = found.filter(|found| follows_speech(doc, left, sentence.start) && !counted(found))?;
        Some(named_behind(doc, found, stop, sentence.end).map_or(found, |(named, _)| named))
    };
    // "It was, says Gus Moretti, “like losing a child”".
    let inserted = left > sentence.start && doc.kind(left - 1) == Kind::Comma && !sense.has(flag::OBJ | flag::NAME);
    // But "Rowena Tuazon, an engineer, said former secretary Alcaraz had handed out contracts".
    let named = |phrase: &Phrase| {
        let end = phrase.name.map_or(phrase.end, |(_, end)| end);
        let sum = (phrase.start..phrase.end).any(|at| doc.word(at).contains(|c: char| c.is_ascii_digit()));
        let clause = sum || phrase.name.is_some_and(|(from, _)| (verb.end..from).any(|at| is_finite(doc, at)));
        phrase.name.is_some() && phrase.start == verb.end && !is_finite(doc, end) && !clause
    };
    let subject = if inserted { behind_verb().filter(named) } else { None };
    // "Says Tom Beck, “We lost.”".
    let leads = || {
        let stop = clause_end(doc, verb.end, sentence.end);
        let quoted = doc.kind(stop) == Kind::Comma && doc.pair_at(stop + 1).is_some();
        if quoted { en::phrase(doc, verb.end, stop).filter(|found| found.name.is_some()) } else { None }
    };
    let subject = if left == sentence.start { leads() } else { subject };
    let before = subject.or_else(|| subject_before(doc, left, bound, sentence));
    before.or_else(behind_verb).or_else(|| before_marks(doc, left, bound, sentence))
}

/// The subject of a verb in the present that goes on with "and" behind another: "A woman walks out of the sea and says".
fn narrated(doc: &Doc, left: usize, bound: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    let and = left.checked_sub(1).filter(|and| sense.agree.number == Number::One && doc.word(*and) == "and")?;
    let floor = bound.max(sentence.start).max(and.saturating_sub(SUBJECT_REACH));
    let apart = |at: &usize| matches!(doc.kind(*at), Kind::Comma | Kind::Dash | Kind::Mark(_) | Kind::Colon);
    let from = (floor..and).rev().find(apart).map_or(floor, |mark| mark + 1);
    // "The union, which represents drivers and says".
    if doc.is(from, Class::Relative) {
        return antecedent(doc, from, bound.max(sentence.start));
    }
    let from = from + usize::from(doc.is(from, Class::Conn));
    let does = |at: &usize| {
        let (word, next) = (doc.word(*at), at + 1);
        let led = doc.is_any(next, const { Classes::all(&[Class::Prep, Class::Poss, Class::Skip]) });
        let known = doc.lexicon.senses(doc.key(*at)).any(|sense| sense.class != Class::Verb);
        let third = word.ends_with('s') && !word.ends_with("ss") && !doc.token(*at).capital && !known;
        let object = led || matches!(doc.word(next), "the" | "a" | "an") || next == and;
        third && object && en::head_sense(doc, *at).is_none() && !doc.is(at - 1, Class::Prep)
    };
    let verb = (from + 1..and).find(does)?;
    en::phrase(doc, from, verb).filter(|found| found.pronoun || found.name.is_some() || found.head.is_some())
}

/// Words of an aside between a verb and its subject, at most.
const ASIDE: usize = 8;

/// Behind the aside between two commas that a subject stands behind: "“…,” declared, in her turn, the leader".
fn behind_aside(doc: &Doc, comma: usize, end: usize) -> Option<usize> {
    let first = comma + 1;
    let led = doc.is(first, Class::Prep) || doc.is(first, Class::Aux) || doc.is(first, Class::Conn);
    let close =
        (first + 1..end.min(first + ASIDE)).find(|at| !doc.token(*at).is_word() && doc.kind(*at) != Kind::Number)?;
    let aside = (led || doc.token(first).dated) && doc.kind(close) == Kind::Comma;
    (aside && !(first..close).any(|at| is_finite(doc, at))).then_some(close + 1)
}

/// Behind the day that stands between a verb and its subject: "“…,” said on Monday the head of the commission".
fn behind_day(doc: &Doc, at: usize) -> usize {
    let day = at + usize::from(matches!(doc.word(at), "on" | "in"));
    let end = (day..day + ASIDE).find(|at| !doc.token(*at).dated).unwrap_or(day);
    if end > day && matches!(doc.word(end), "the" | "a" | "an") { end } else { at }
}

/// Who ends a headline behind a verb of saying, whom no lexicon has: "‘Nearly had my arm off’, says walker".
fn walker(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    let plain = doc.token(at).is_word() && !doc.token(at).capital && !doc.token(at).dated;
    let headline = doc.paragraphs.first().is_some_and(|(_, to)| *to == end);
    let over = end == at + 1 && plain && headline;
    let agree = Agree::new(Gender::Any, Number::One);
    over.then(|| Phrase { start: at, end, agree, ..Phrase::default() })
}

/// Occasions before the subject of a sentence that are passed over, at most.
const OCCASIONS: usize = 3;

/// The subject of a sentence: the first phrase in it, behind the occasions that it may begin with ("On Monday, some 400
/// people marched").
pub(super) fn first_subject(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    let mut start = from;
    for _ in 0..OCCASIONS {
        let mut end = start;
        while end < to && !matches!(doc.kind(end), Kind::Comma | Kind::Dash) {
            end = doc.next(end);
        }
        // "The airline met the families and promised".
        let end = end.min(to);
        let relative = (start..end).find(|at| doc.is(*at, Class::Relative) || *at > start && doc.word(*at) == "that");
        let relative = relative.unwrap_or(end);
        // But "a federal appeals court".
        let plural = |at: usize| {
            let third = doc.sense(at, Class::Verb).is_some_and(|verb| verb.agree.number == Number::One);
            third && !doc.is(at, Class::Finite)
        };
        let end = (start + 1..relative).find(|at| is_finite(doc, *at) && !plural(*at)).unwrap_or(end);
        // "In 1999 she returned a medal, explaining": the pronoun before the verb.
        let verb = end < to && doc.token(end).is_word();
        let pronoun = end.checked_sub(1).filter(|at| *at > start && verb && doc.is(*at, Class::Pronoun));
        let found = match pronoun {
            Some(pronoun) => en::phrase(doc, pronoun, end),
            None if is_aside(doc, start) => None,
            None => en::phrase(doc, start, end),
        };
        if let Some(role) = found.map(|phrase| en::extent(doc, phrase)) {
            return Some(named_behind(doc, role, end, to).map_or(role, |(named, _)| named));
        }
        start = end + 1;
        if start >= to {
            break;
        }
    }
    None
}

/// The token after the last one before the helping verbs and adverbs of a verb.
pub(super) fn before_helpers(doc: &Doc, at: usize, bound: usize) -> usize {
    let mut left = at;
    let helps = |at: usize| {
        let word = doc.is(at, Class::Aux) || doc.is(at, Class::Neg) || is_adverb(doc, at);
        let part = doc.is(at, Class::DayPart) && at > bound && doc.token(at - 1).dated;
        let dated = part
            || doc.token(at).dated
            || (matches!(doc.word(at), "on" | "in" | "of" | "late" | "early") && doc.token(at + 1).dated);
        dated || (word && !doc.token(at).capital)
    };
    // "Has in turn accused".
    let phrase = |left: usize| {
        (2..=LONGEST_HELPER).find(|words| {
            let from = left.checked_sub(*words).filter(|from| *from >= bound && !doc.token(*from).capital);
            let whole =
                |from: usize| doc.phrase(from, left, Class::Aux).is_some_and(|aux| usize::from(aux.words) == *words);
            from.is_some_and(whole)
        })
    };
    while left > bound {
        let words = if helps(left - 1) { Some(1) } else { phrase(left) };
        let Some(words) = words else { break };
        left -= words;
    }
    left
}

/// Words of a phrase that stands as an adverb does, at most: "for the first time".
const LONGEST_HELPER: usize = 4;

/// Whether a word has the ending of an adverb, and is none of those who speak: "the victim's family said".
fn is_adverb(doc: &Doc, at: usize) -> bool {
    doc.word(at).ends_with("ly") && en::head_sense(doc, at).is_none()
}

/// Whether the words before "and" are a verb with its own: the one who "met the family and pledged" is named before.
pub(super) fn follows_verb(doc: &Doc, and: usize, floor: usize) -> bool {
    let from = floor.max(and.saturating_sub(SUBJECT_REACH));
    let mut clause =
        (from..and).rev().take_while(|at| matches!(doc.kind(*at), Kind::Word | Kind::Number | Kind::Other));
    clause.any(|at| is_finite(doc, at) && !is_boundary(doc, at))
}

/// Whether what was said stands right before, with its comma or mark.
pub(super) fn follows_speech(doc: &Doc, at: usize, start: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else { return false };
    if doc.pair_closed_at(before).is_some() {
        return true;
    }
    matches!(doc.kind(before), Kind::Comma | Kind::Dash) && before > start
}

/// Where the words of a clause end: at a comma, a stop, a quotation.
pub(super) fn clause_end(doc: &Doc, from: usize, end: usize) -> usize {
    let ends = |at: usize| match doc.kind(at) {
        Kind::Comma | Kind::Stop | Kind::Break | Kind::Semicolon | Kind::Dash | Kind::Colon => true,
        // "The National Farmers’ Union".
        Kind::Mark(_) => !at.checked_sub(1).is_some_and(|before| en_name::owns(doc, before)),
        _ => false,
    };
    (from..end).find(|at| ends(*at)).unwrap_or(end.max(from))
}

/// The one of whom "who said" tells: the noun before it, with what it is of, or the name that this noun explains ("was
/// Tate Ellison of Louisiana, a physician, who said").
pub(super) fn antecedent(doc: &Doc, who: usize, floor: usize) -> Option<Phrase> {
    let before = who.checked_sub(1)?;
    let to = if doc.kind(before) == Kind::Comma { before } else { who };
    let floor = floor.max(who.saturating_sub(SUBJECT_REACH));
    let noun = |at: &usize| {
        let of = matches!(doc.word(*at), "of" | "from" | "at" | "for" | "in" | "with");
        let word = matches!(doc.kind(*at), Kind::Word | Kind::Number | Kind::Other);
        // "siding with biologists who contend", "represents tenants who say".
        let led = doc.word(*at).ends_with("ing") && doc.is(at + 1, Class::Prep);
        let takes = doc.word(*at).ends_with('s') && doc.is(at + 1, Class::Group) && en::head_sense(doc, *at).is_none();
        let verb = led || takes && !doc.token(*at).capital || is_finite(doc, *at);
        word && !doc.token(*at).dated && !verb && (of || !doc.is(*at, Class::Prep))
    };
    let from = (floor..to).rev().take_while(noun).last()?;
    let from = from + usize::from(doc.is(from, Class::Prep) || doc.is(from, Class::Conn));
    let found = en::phrase(doc, from, to)?;
    Some(explained(doc, found, floor).unwrap_or(found))
}

/// Whether a word begins another clause.
pub(super) fn is_boundary(doc: &Doc, at: usize) -> bool {
    doc.is(at, Class::Opener) && (!doc.token(at).capital || matches!(doc.word(at), "What" | "As"))
}

/// Whether a stretch is an occasion or a relative clause, and no subject.
pub(super) fn is_aside(doc: &Doc, from: usize) -> bool {
    (doc.is(from, Class::Prep) && !doc.is(from, Class::Conn))
        || doc.is(from, Class::Relative)
        || doc.is(from, Class::Participle) && !tells_of_role(doc, from)
        || is_doing(doc, from)
        || doc.token(from).dated
        || doc.kind(from) == Kind::Number
}

/// Whether a word with the ending of a participle tells of the one role behind it: "managing director Anu Rao".
fn tells_of_role(doc: &Doc, at: usize) -> bool {
    let one = |sense: Sense| sense.class == Class::Role && sense.agree.number != Number::Many;
    en::head_sense(doc, at + 1).is_some_and(one)
}

/// Names that end as participles do.
const NAMES: &str =
    "Beijing Boeing Nanjing Chongqing Kunming Stirling Fleming Golding Browning Fielding Sterling Dowling";

/// Whether a word has the ending of a participle, and is no name, which another word with a capital or a verb follows:
/// "Harding said".
pub(super) fn is_doing(doc: &Doc, at: usize) -> bool {
    if !doc.word(at).ends_with("ing") {
        return false;
    }
    let next = doc.token(at + 1).capital
        || doc.is_any(at + 1, const { Classes::all(&[Class::Verb, Class::Finite, Class::Aux]) });
    // "Dorling town council", "Boeing on Monday said".
    let led = doc.is_any(at + 1, const { Classes::all(&[Class::Prep, Class::Comp, Class::Poss, Class::Pronoun]) });
    let open = led && !doc.token(at + 2).dated || matches!(doc.word(at + 1), "the" | "a" | "an");
    let open =
        open || doc.is(at, Class::Participle) || doc.word(at + 1).ends_with("ly") || !doc.token(at + 1).is_word();
    let open = open || opens_occasion(doc, at);
    !tells_of_role(doc, at) && !is_listed(doc.word(at), NAMES) && !(doc.token(at).capital && (next || !open))
}

/// Words of an occasion before its comma, at most.
const OCCASION: usize = 10;

/// Whether what a participle takes goes on to a comma, and another subject stands behind it: "Giving evidence to MPs, Ms Marsh
/// said", but "Dorling town council, which".
fn opens_occasion(doc: &Doc, at: usize) -> bool {
    let plain = |at: &usize| doc.token(*at).is_word() && !is_finite(doc, *at);
    let next = doc.token(at + 1);
    if !next.is_word() || next.capital || !doc.begins_sentence(at) {
        return false;
    }
    let comma = (at + 1..at + OCCASION).find(|at| !plain(at)).unwrap_or(at);
    let subject = doc.token(comma + 1).capital
        || doc.is(comma + 1, Class::Poss)
        || matches!(doc.word(comma + 1), "the" | "a" | "an");
    let taken = en::head_sense(doc, comma - 1).is_none_or(|head| head.agree.number == Number::Many);
    let led = || (at + 1..comma).any(|at| doc.is(at, Class::Prep));
    doc.kind(comma) == Kind::Comma && subject && (taken || led())
}

/// The end of a subject behind its verb.
fn subject_end(doc: &Doc, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        let token = doc.token(at);
        // "the 44-year-old".
        let aged = token.kind == Kind::Number || doc.word(at) == "-";
        let inner = en_name::owns(doc, at.saturating_sub(1)) || doc.word(at) == "&";
        let stops = !(token.is_word() || aged || inner)
            || token.dated
            || (doc.is(at, Class::Prep) && !matches!(doc.word(at), "of" | "for") && !comes_from(doc, at))
            || doc.is(at, Class::Relative);
        let dot = token.kind == Kind::Other && doc.word(at) == ".";
        // "Said one union official drily".
        let adverb = at > from && !token.capital && is_adverb(doc, at) && !doc.token(at + 1).is_word();
        if stops && !dot || adverb {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a document's owner follows: "read a statement from Volstad Energy".
fn comes_from(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at), "from" | "by") && doc.is(at.saturating_sub(1), Class::Doc)
}
