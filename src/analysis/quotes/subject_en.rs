//! The subject of an English verb of saying: before the verb, over what explains it, or behind the verb where this
//! follows what was said.

use super::apposed_en::{explained, named_behind};
use super::clause_en::is_finite;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::people::{Phrase, en, en_name};
use crate::analysis::token::Kind;

/// Words of a subject, with its apposition, at most.
const SUBJECT_REACH: usize = 40;

/// The subject of a verb: before it, or behind it where it follows what was said.
pub(super) fn subject_of(
    doc: &Doc,
    verb: std::ops::Range<usize>,
    left: usize,
    bound: usize,
    sentence: Sentence,
    sense: Sense,
) -> Option<Phrase> {
    let behind_verb = || {
        let stop = subject_end(doc, verb.end, sentence.end);
        let found = en::phrase(doc, verb.end, stop).or_else(|| walker(doc, verb.end, stop));
        let found = found.filter(|_| follows_speech(doc, left, sentence.start))?;
        Some(named_behind(doc, found, stop, sentence.end).map_or(found, |(named, _)| named))
    };
    // "It was, says Gus Moretti, “like losing a child”".
    let inserted = left > sentence.start && doc.kind(left - 1) == Kind::Comma && !sense.has(flag::OBJ | flag::NAME);
    // But "Rowena Tuazon, an engineer, said former secretary Alcaraz had handed out contracts".
    let named = |phrase: &Phrase| {
        let end = phrase.name.map_or(phrase.end, |(_, end)| end);
        phrase.name.is_some() && phrase.start == verb.end && !is_finite(doc, end)
    };
    let subject = if inserted { behind_verb().filter(named) } else { None };
    let before = subject.or_else(|| subject_before(doc, left, bound, sentence));
    before.or_else(behind_verb).or_else(|| before_marks(doc, left, bound, sentence))
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
        let relative = (start..end).find(|at| doc.is(*at, Class::Relative)).unwrap_or(end);
        // But "a federal appeals court".
        let plural = |at: usize| {
            let third = doc.sense(at, Class::Verb).is_some_and(|verb| verb.agree.number == Number::One);
            third && !doc.is(at, Class::Finite)
        };
        let end = (start + 1..relative).find(|at| is_finite(doc, *at) && !plural(*at)).unwrap_or(end);
        let found = if is_aside(doc, start) { None } else { en::phrase(doc, start, end) };
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

/// The subject before marks that stand in what explains it: "Lumen, which called itself “a pioneer,” said".
fn before_marks(doc: &Doc, left: usize, bound: usize, sentence: Sentence) -> Option<Phrase> {
    let pair = left.checked_sub(1).and_then(|mark| doc.pair_closed_at(mark))?;
    let open = doc.pair(pair).open;
    let to = clause_end(doc, sentence.start, open);
    let apposed = to > sentence.start && doc.kind(to) == Kind::Comma && bound <= open;
    let found = en::phrase(doc, sentence.start, to).filter(|_| apposed)?;
    Some(Phrase { reach: left, ..found })
}

/// The subject before a verb: back to the clause's start, over an apposition between commas.
fn subject_before(doc: &Doc, left: usize, bound: usize, sentence: Sentence) -> Option<Phrase> {
    if left <= sentence.start {
        return None;
    }
    // "Each time they said": the pronoun right before the verb, whatever stands before.
    if let Some(pronoun) = doc.sense(left - 1, Class::Pronoun).filter(|_| left > bound) {
        return Some(Phrase { start: left - 1, end: left, agree: pronoun.agree, pronoun: true, ..Phrase::default() });
    }
    if left > bound
        && matches!(doc.word(left - 1), "who" | "which")
        && let Some(noun) = antecedent(doc, left - 1, bound.max(sentence.start))
    {
        return Some(noun);
    }
    let over = doc.kind(left - 1) == Kind::Comma;
    let mut starts = Vec::new();
    let mut at = left;
    let floor = bound.max(left.saturating_sub(SUBJECT_REACH)).max(sentence.start);
    while at > floor {
        let before = at - 1;
        match doc.kind(before) {
            Kind::Mark(_) if doc.pair_closed_at(before).is_none() && doc.pair_at(before).is_none() => {}
            Kind::Stop | Kind::Break | Kind::Semicolon | Kind::Dash | Kind::Colon | Kind::Mark(_) => break,
            // "As Bo Frost, a plumber, put it".
            Kind::Word if is_as(doc, before, sentence.start) => break,
            Kind::Comma if over && at < left => starts.push(at),
            Kind::Comma if at < left => break,
            Kind::Word
                if !over
                    && at < left
                    && is_boundary(doc, before)
                    && !en::named_as(doc, before)
                    && !joins_nouns(doc, before, at, floor) =>
            {
                break;
            }
            _ => {}
        }
        at = before;
    }
    starts.push(skip_time(doc, at, left));
    let to = if over { left - 1 } else { left };
    let clause = |from: usize| over && is_clause(doc, from, clause_end(doc, from, to));
    if let Some(from) = starts.last().copied().filter(|from| !over && is_aside(doc, *from)) {
        starts.push(behind_occasion(doc, from, to));
    }
    starts.into_iter().rev().filter(|from| !is_aside(doc, *from) && !clause(*from)).find_map(|from| {
        let from = skip_connectives(doc, from, to);
        let found = en::phrase(doc, from, to)?;
        // An apposition, or a relative clause, belongs to the subject.
        let found = if over && !found.pronoun { en::apart(doc, found, to) } else { found };
        let about = (found.start..to).any(|at| doc.is(at, Class::Relative) || doc.is(at, Class::Comp));
        let named = if about { explained(doc, found, sentence.start) } else { None };
        let reach = if about { to } else { found.reach };
        let found = named.map_or(Phrase { reach, ..found }, |named| Phrase { reach: to, ..named });
        (over || !crosses_verb(doc, found, to)).then_some(found)
    })
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

/// Where the subject begins behind an occasion that no comma closes: the last article or possessive that no preposition
/// leads to ("In one of them the collector boasts").
fn behind_occasion(doc: &Doc, from: usize, to: usize) -> usize {
    let begins = |at: &usize| {
        // "In it Mr Oberlin suggested".
        let named =
            doc.token(*at).capital && doc.token(*at).is_word() && !doc.token(at - 1).capital && !doc.token(*at).dated;
        let led = named || matches!(doc.word(*at), "the" | "a" | "an") || doc.is(*at, Class::Poss);
        led && doc.token(at - 1).is_word() && (!doc.is(at - 1, Class::Prep) || doc.is(at - 1, Class::Pronoun))
    };
    (from + 2..to).rev().find(begins).unwrap_or(from)
}

/// Whether the words before a comma are a clause of their own, and no subject: "The company will appeal, Sam Odell, its
/// lawyer, said".
fn is_clause(doc: &Doc, from: usize, to: usize) -> bool {
    let about = |at: &usize| doc.is(*at, Class::Relative) || doc.is(*at, Class::Comp);
    // Not the last word, whose verb follows: "He did, however, concede". Only helpers show it: "briefed" may be no verb.
    // Or what it is done to: "posed no danger".
    let object = |at: usize| matches!(doc.word(at), "the" | "a" | "an" | "no") || doc.is(at, Class::Poss);
    let takes = |at: usize| (doc.is(at, Class::Finite) || doc.word(at).ends_with("ed")) && object(at + 1);
    let verb = |at: &usize| at + 1 < to && (doc.is(*at, Class::Finite) && doc.is(*at, Class::Aux) || takes(*at));
    (from + 1..to).filter(verb).count() > (from..to).filter(about).count()
}

/// Whether "and" joins two who speak together: "Haddad and her colleagues report", no verb before it in its clause.
fn joins_nouns(doc: &Doc, and: usize, next: usize, floor: usize) -> bool {
    if doc.word(and) != "and" || and <= floor {
        return false;
    }
    let noun = doc.token(next).capital || doc.is(next, Class::Poss) || doc.is(next, Class::Group);
    let before =
        (floor..and).rev().take_while(|at| matches!(doc.kind(*at), Kind::Word | Kind::Other) && !is_boundary(doc, *at));
    let mut words = before.peekable();
    noun && words.peek().is_some() && !words.any(|at| is_finite(doc, at) || doc.token(at).dated)
}

/// Whether "as" leads to one who puts it so: "As Bo Frost, a plumber, put it", "“…,” as Bo Frost, a plumber, put it".
fn is_as(doc: &Doc, at: usize, start: usize) -> bool {
    match doc.word(at) {
        "As" => at == start,
        "as" => follows_speech(doc, at, start),
        _ => false,
    }
}

/// Whether a word begins another clause.
fn is_boundary(doc: &Doc, at: usize) -> bool {
    doc.is(at, Class::Opener) && (!doc.token(at).capital || matches!(doc.word(at), "What" | "As"))
}

/// Whether a stretch is an occasion or a relative clause, and no subject.
fn is_aside(doc: &Doc, from: usize) -> bool {
    (doc.is(from, Class::Prep) && !doc.is(from, Class::Conn))
        || doc.is(from, Class::Relative)
        || doc.is(from, Class::Participle)
        || is_doing(doc, from)
        || doc.token(from).dated
        || doc.kind(from) == Kind::Number
}

/// Whether a word has the ending of a participle, and is no name, which another word with a capital or a verb follows:
/// "Harding said".
pub(super) fn is_doing(doc: &Doc, at: usize) -> bool {
    let next = doc.token(at + 1).capital
        || [Class::Verb, Class::Finite, Class::Aux].iter().any(|class| doc.is(at + 1, *class));
    // "Dorling town council", "Boeing on Monday said".
    let led = [Class::Prep, Class::Comp, Class::Poss, Class::Pronoun].iter().any(|class| doc.is(at + 1, *class));
    let open = led && !doc.token(at + 2).dated || matches!(doc.word(at + 1), "the" | "a" | "an");
    let open =
        open || doc.is(at, Class::Participle) || doc.word(at + 1).ends_with("ly") || !doc.token(at + 1).is_word();
    doc.word(at).ends_with("ing") && !(doc.token(at).capital && (next || !open))
}

/// Behind a time that a sentence begins with: "In January the council announced", "Last week ministers said".
fn skip_time(doc: &Doc, from: usize, to: usize) -> usize {
    let mut at = from + usize::from(doc.is(from, Class::Prep));
    let lead = |at: usize| matches!(doc.word(at), "the" | "early" | "late");
    while at < to && (doc.token(at).dated || (lead(at) && doc.token(at + 1).dated)) {
        at += 1;
    }
    let time = at > from + usize::from(doc.is(from, Class::Prep)) && at < to && doc.kind(at) != Kind::Comma;
    if time { at } else { from }
}

fn skip_connectives(doc: &Doc, from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to
        && (doc.is(at, Class::Conn) || doc.kind(at) == Kind::Comma || (doc.token(at).dated && !doc.token(at).is_word()))
    {
        at += 1;
    }
    at
}

/// Whether a pronoun or noun is followed by other words of its own before the verb: it is not the verb's subject.
fn crosses_verb(doc: &Doc, found: Phrase, to: usize) -> bool {
    found.pronoun && (found.end..to).any(|at| doc.token(at).is_word() && !doc.is(at, Class::Aux))
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
        if stops && !dot {
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
