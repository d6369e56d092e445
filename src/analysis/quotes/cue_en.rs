//! English cues. The subject stands before the verb, or behind it where the verb follows what was said. A clause may
//! follow "that", or the verb itself; a clause with a comma and a cue behind it is reported as well.

use super::clause_en::{colon_behind, content, quote_behind, quote_in_reach, that_behind};
use super::cue::{Content, Cue, CueKind};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Number, Sense, flag};
use crate::analysis::people::{Phrase, en};
use crate::analysis::token::Kind;

/// Words of a subject, with its apposition, at most.
const SUBJECT_REACH: usize = 40;

/// The cues of a sentence.
pub(super) fn cues(doc: &Doc, sentence: Sentence) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if !doc.token(at).is_word() {
            at = doc.next(at);
            continue;
        }
        if let Some(sense) = doc.phrase(at, sentence.end, Class::False) {
            at += usize::from(sense.words);
            continue;
        }
        let bound = out.last().map_or(sentence.start, |cue| cue.end);
        let cue = nominal(doc, at, sentence).or_else(|| verbal(doc, at, sentence, bound));
        at = cue.map_or_else(|| doc.next(at), |cue| cue.end.max(at + 1));
        out.extend(cue);
    }
    out
}

/// Where the words of a clause end: at a comma, a stop, a quotation.
fn clause_end(doc: &Doc, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end
        && !matches!(
            doc.kind(at),
            Kind::Comma | Kind::Stop | Kind::Break | Kind::Semicolon | Kind::Dash | Kind::Colon | Kind::Mark(_)
        )
    {
        at += 1;
    }
    at
}

/// "according to" and its like.
fn nominal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let sense = doc.phrase(at, sentence.end, Class::Nominal)?;
    let end = at + usize::from(sense.words);
    let stop = clause_end(doc, end, sentence.end);
    let mut subject = en::phrase(doc, end, stop)?;
    let mut reach = stop;
    let leads = at == sentence.start || (at == sentence.start + 1 && doc.is(at - 1, Class::Conn));
    if let Some((named, more)) = named_behind(doc, subject, stop, sentence.end)
        && (!leads || doc.kind(more) == Kind::Comma)
    {
        (subject, reach) = (named, more);
    }
    let content = if leads {
        Content::After((reach + 1).min(sentence.end))
    } else {
        let to = if doc.kind(at - 1) == Kind::Comma { at - 1 } else { at };
        Content::Before(sentence.start, to)
    };
    Some(Cue {
        start: at,
        end,
        kind: CueKind::Nominal,
        sense,
        subject: Some(subject),
        content,
        opened: false,
        colon: None,
        until: 0,
        reach,
    })
}

/// A role with the name that stands behind the comma at `stop`: "the developer's lawyer, Todd Flanagan"; and its end.
fn named_behind(doc: &Doc, role: Phrase, stop: usize, end: usize) -> Option<(Phrase, usize)> {
    if role.name.is_some() || role.pronoun || doc.kind(stop) != Kind::Comma {
        return None;
    }
    let more = clause_end(doc, stop + 1, end);
    let named =
        en::phrase(doc, stop + 1, more).filter(|phrase| phrase.name.is_some_and(|(from, _)| from <= stop + 2))?;
    Some((Phrase { start: role.start, head: role.head, agree: named.agree, name: named.name, ..named }, more))
}

/// A verb of saying, with its subject and what it reports.
fn verbal(doc: &Doc, at: usize, sentence: Sentence, bound: usize) -> Option<Cue> {
    let (sense, kind) = match doc.sense(at, Class::Verb) {
        Some(sense) => (sense, CueKind::Verb),
        None => (doc.sense(at, Class::Participle)?, CueKind::Participle),
    };
    if doc.token(at).capital && at > sentence.start && doc.token(at - 1).capital && !is_headline(doc, sentence) {
        return None;
    }
    let follows = |at: usize| follows_speech(doc, at, sentence.start);
    if sense.has(flag::GESTURE) && !follows(at.saturating_sub(1)) && !follows(at) && !quote_behind(doc, at + 1) {
        return None;
    }
    let left = before_helpers(doc, at, bound);
    if kind == CueKind::Participle {
        return participial(doc, at, sentence, sense);
    }
    if left > sentence.start
        && matches!(doc.word(left - 1), "to" | "a" | "an" | "the" | "The" | "A" | "no" | "be" | "of")
    {
        return None;
    }
    let subject = subject_of(doc, at, left, bound, sentence, sense);
    let opens_quote = sentence.inside.is_some() && left == sentence.start;
    let joined = opens_quote || left > sentence.start + 1 && matches!(doc.word(left - 1), "and" | "but" | "then");
    let first_person = |phrase: Phrase| {
        matches!(doc.word(phrase.start).get(..1), Some("I"))
            && (doc.word(phrase.start).len() == 1 || doc.word(phrase.start).contains(['’', '\'']))
    };
    if subject.is_some_and(|phrase| is_noun(doc, at, phrase, sense)) {
        return None;
    }
    let own = subject
        .is_some_and(|phrase| first_person(phrase) || matches!(doc.word(phrase.start), "We" | "we" | "You" | "you"));
    if own || (subject.is_none() && !joined) {
        return None;
    }
    let behind = subject.filter(|subject| subject.start > at).map_or(at + 1, |subject| subject.end);
    let colon = colon_behind(doc, behind, sentence.end);
    let (content, opened) = match content(doc, at, behind, sentence, sense, subject.as_ref(), left) {
        (Content::Before(..), _) if colon.is_some() => (Content::None, false),
        found => found,
    };
    let from = subject.map_or(at, |subject| subject.start.min(at));
    let quoted = quote_behind(doc, behind)
        || follows_speech(doc, from, sentence.start)
        || quote_in_reach(doc, behind, sentence.end);
    if content == Content::None && colon.is_none() && !quoted {
        return None;
    }
    Some(Cue { start: at, end: at + 1, kind, sense, subject, content, opened, colon, until: 0, reach: behind })
}

/// The subject of a verb: before it, or behind it where it follows what was said.
fn subject_of(doc: &Doc, at: usize, left: usize, bound: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    let behind_verb = || {
        let stop = subject_end(doc, at + 1, sentence.end);
        let found = en::phrase(doc, at + 1, stop).filter(|_| follows_speech(doc, left, sentence.start))?;
        Some(named_behind(doc, found, stop, sentence.end).map_or(found, |(named, _)| named))
    };
    // "It was, says Gus Moretti, “like losing a child”".
    let inserted = left > sentence.start && doc.kind(left - 1) == Kind::Comma && !sense.has(flag::OBJ);
    let named = |phrase: &Phrase| phrase.name.is_some() && phrase.start == at + 1;
    let subject = if inserted { behind_verb().filter(named) } else { None };
    subject.or_else(|| subject_before(doc, left, bound, sentence)).or_else(behind_verb)
}

/// Whether what looks like a verb in the plural is a noun behind its article: "a similar claim".
fn is_noun(doc: &Doc, at: usize, subject: Phrase, sense: Sense) -> bool {
    sense.agree.number == Number::Many
        && subject.start < at
        && matches!(doc.word(subject.start), "a" | "an" | "A" | "An" | "another" | "this" | "one")
}

/// A participle behind a comma: ", adding that", ", saying:".
fn participial(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Cue> {
    let apart = at == sentence.start || matches!(doc.kind(at - 1), Kind::Comma | Kind::Dash);
    let colon = colon_behind(doc, at + 1, sentence.end);
    let content = that_behind(doc, at + 1, sentence.end, sense).map_or(Content::None, Content::After);
    if !apart || (content == Content::None && colon.is_none() && !quote_behind(doc, at + 1)) {
        return None;
    }
    Some(Cue { content, opened: true, colon, ..Cue::of(at..at + 1, CueKind::Participle, sense) })
}

/// Whether every long word of a sentence has a capital.
fn is_headline(doc: &Doc, sentence: Sentence) -> bool {
    (sentence.start..sentence.end)
        .filter(|at| doc.token(*at).is_word() && doc.word(*at).len() > 3)
        .all(|at| doc.token(at).capital)
}

/// The token after the last one before the helping verbs and adverbs of a verb.
fn before_helpers(doc: &Doc, at: usize, bound: usize) -> usize {
    let mut left = at;
    let helps = |at: usize| {
        let word = doc.is(at, Class::Aux) || doc.is(at, Class::Neg) || doc.word(at).ends_with("ly");
        let dated =
            doc.token(at).dated || (matches!(doc.word(at), "on" | "in" | "late" | "early") && doc.token(at + 1).dated);
        dated || (word && !doc.token(at).capital)
    };
    while left > bound && helps(left - 1) {
        left -= 1;
    }
    left
}

/// Whether what was said stands right before, with its comma or mark.
fn follows_speech(doc: &Doc, at: usize, start: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else { return false };
    if doc.pair_closed_at(before).is_some() {
        return true;
    }
    matches!(doc.kind(before), Kind::Comma | Kind::Dash) && before > start
}

/// The subject before a verb: back to the clause's start, over an apposition between commas.
fn subject_before(doc: &Doc, left: usize, bound: usize, sentence: Sentence) -> Option<Phrase> {
    if left <= sentence.start {
        return None;
    }
    let over = doc.kind(left - 1) == Kind::Comma;
    let mut starts = Vec::new();
    let mut at = left;
    let floor = bound.max(left.saturating_sub(SUBJECT_REACH)).max(sentence.start);
    while at > floor {
        let before = at - 1;
        match doc.kind(before) {
            Kind::Stop | Kind::Break | Kind::Semicolon | Kind::Dash | Kind::Colon | Kind::Mark(_) => break,
            Kind::Comma if over && at < left => starts.push(at),
            Kind::Comma if at < left => break,
            Kind::Word if !over && is_boundary(doc, before) && at < left => break,
            _ => {}
        }
        at = before;
    }
    starts.push(at);
    let to = if over { left - 1 } else { left };
    starts.into_iter().rev().filter(|from| !is_aside(doc, *from)).find_map(|from| {
        let from = skip_connectives(doc, from, to);
        let found = en::phrase(doc, from, to)?;
        (over || !crosses_verb(doc, found, to)).then_some(found)
    })
}

/// Whether a word begins another clause.
fn is_boundary(doc: &Doc, at: usize) -> bool {
    matches!(
        doc.word(at),
        "that" | "and" | "but" | "because" | "when" | "while" | "if" | "as" | "whether" | "which" | "what"
    )
}

/// Whether a stretch is an occasion or a relative clause, and no subject.
fn is_aside(doc: &Doc, from: usize) -> bool {
    (doc.is(from, Class::Prep) && !doc.is(from, Class::Conn))
        || doc.is(from, Class::Relative)
        || doc.is(from, Class::Participle)
        || doc.word(from).ends_with("ing")
        || doc.token(from).dated
        || doc.kind(from) == Kind::Number
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
        let stops = !token.is_word()
            || token.dated
            || (doc.is(at, Class::Prep) && !matches!(doc.word(at), "of" | "for"))
            || doc.is(at, Class::Relative);
        let dot = token.kind == Kind::Other && doc.word(at) == ".";
        if stops && !dot {
            break;
        }
        at += 1;
    }
    at
}
