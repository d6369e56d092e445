//! English cues. The subject stands before the verb, or behind it where the verb follows what was said. A clause may
//! follow "that", or the verb itself; a clause with a comma and a cue behind it is reported as well.

use super::clause_en::{
    Said, bare_clause, colon_behind, content, is_finite, quote_behind, quote_in_reach, that_behind,
};
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
    } else if leads && subject.name.is_some() {
        reach = behind_apposition(doc, stop, sentence.end);
    }
    let quoted = quote_behind(doc, reach);
    let content = if leads {
        Content::After((reach + 1).min(sentence.end))
    } else if quoted && doc.word(at) == "in" {
        // "she was, in the words of her biographer, “a gardener”": nothing else is the biographer's.
        Content::None
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

/// Behind what explains a name, where a comma closes it: "Tomas Reyle, chief economist at Alder Capital, that".
fn behind_apposition(doc: &Doc, comma: usize, end: usize) -> usize {
    let more = clause_end(doc, comma + 1, end);
    let closed = doc.kind(comma) == Kind::Comma && doc.kind(more) == Kind::Comma;
    let explains = en::phrase(doc, comma + 1, more).is_some_and(|phrase| phrase.head.is_some());
    let clause = (comma + 1..more).any(|at| is_finite(doc, at));
    if closed && explains && !clause { more } else { comma }
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
    let (sense, kind) = match doc.phrase(at, sentence.end, Class::Verb) {
        Some(sense) => (sense, CueKind::Verb),
        None => (doc.phrase(at, sentence.end, Class::Participle)?, CueKind::Participle),
    };
    let end = at + usize::from(sense.words);
    if doc.token(at).capital && at > sentence.start && doc.token(at - 1).capital && !is_headline(doc, sentence) {
        return None;
    }
    let follows = |at: usize| follows_speech(doc, at, sentence.start);
    if sense.has(flag::GESTURE) && !follows(at.saturating_sub(1)) && !follows(at) && !quote_behind(doc, end) {
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
    if is_passive(doc, left, at, sense) {
        return None;
    }
    // "said crews were on their way but warned": the one who said it warns as well.
    let shared = bound > sentence.start && left > bound && matches!(doc.word(left - 1), "and" | "but" | "then");
    let subject = if shared { None } else { subject_of(doc, at..end, left, bound, sentence, sense) };
    let opens_quote = sentence.inside.is_some() && left == sentence.start;
    let joined = opens_quote || left > sentence.start + 1 && matches!(doc.word(left - 1), "and" | "but" | "then");
    let first_person = |phrase: Phrase| {
        matches!(doc.word(phrase.start).get(..1), Some("I"))
            && (doc.word(phrase.start).len() == 1 || doc.word(phrase.start).contains(['’', '\'']))
    };
    if subject.is_some_and(|phrase| is_noun(doc, at, left, phrase, sense) || is_told_about(doc, phrase, end, sense)) {
        return None;
    }
    let own = subject
        .is_some_and(|phrase| first_person(phrase) || matches!(doc.word(phrase.start), "We" | "we" | "You" | "you"));
    if own || (subject.is_none() && !joined) {
        return None;
    }
    let behind = subject.filter(|subject| subject.start > at).map_or(end, |subject| subject.end);
    let colon = colon_behind(doc, behind, sentence.end);
    let said = Said { end, left, behind, sense, subject: subject.as_ref() };
    let (content, opened) = match content(doc, said, sentence) {
        (Content::Before(..), _) if colon.is_some() => (Content::None, false),
        found => found,
    };
    let from = subject.map_or(at, |subject| subject.start.min(at));
    let quoted = quote_behind(doc, behind)
        || follows_speech(doc, from, sentence.start)
        || quote_in_reach(doc, behind, sentence.end);
    // "who proposed the ban, called the delay “a punt”": nothing is said by the first verb.
    let relative = left > sentence.start && doc.is(left - 1, Class::Relative) && !quote_behind(doc, behind);
    if content == Content::None && colon.is_none() && (!quoted || relative) {
        return None;
    }
    Some(Cue { start: at, end, kind, sense, subject, content, opened, colon, until: 0, reach: behind })
}

/// Whether something is said of the subject, and not by it: "he was told", "it is claimed".
fn is_passive(doc: &Doc, left: usize, at: usize, sense: Sense) -> bool {
    let past = sense.agree.number == Number::Any;
    past && (left..at)
        .any(|at| matches!(doc.word(at), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "isn't" | "wasn't"))
}

/// Whether one is told something, with no word about who tells it: "councillors told", at the end of a headline.
fn is_told_about(doc: &Doc, subject: Phrase, end: usize, sense: Sense) -> bool {
    let over = matches!(doc.kind(end), Kind::Stop | Kind::Break);
    sense.has(flag::OBJ) && sense.has(flag::BARE) && subject.start < end && over
}

/// The subject of a verb: before it, or behind it where it follows what was said.
fn subject_of(
    doc: &Doc,
    verb: std::ops::Range<usize>,
    left: usize,
    bound: usize,
    sentence: Sentence,
    sense: Sense,
) -> Option<Phrase> {
    let behind_verb = || {
        let stop = subject_end(doc, verb.end, sentence.end);
        let found = en::phrase(doc, verb.end, stop).filter(|_| follows_speech(doc, left, sentence.start))?;
        Some(named_behind(doc, found, stop, sentence.end).map_or(found, |(named, _)| named))
    };
    // "It was, says Gus Moretti, “like losing a child”".
    let inserted = left > sentence.start && doc.kind(left - 1) == Kind::Comma && !sense.has(flag::OBJ);
    let named = |phrase: &Phrase| phrase.name.is_some() && phrase.start == verb.end;
    let subject = if inserted { behind_verb().filter(named) } else { None };
    subject.or_else(|| subject_before(doc, left, bound, sentence)).or_else(behind_verb)
}

/// Whether what looks like a verb in the plural is a noun: "a similar claim", "the committee report", for its subject
/// is none of many.
fn is_noun(doc: &Doc, at: usize, left: usize, subject: Phrase, sense: Sense) -> bool {
    let past =
        doc.lexicon.senses(doc.key(at)).any(|sense| sense.class == Class::Verb && sense.agree.number == Number::Any);
    if sense.agree.number != Number::Many || subject.start > at || past {
        return false;
    }
    let first = matches!(doc.word(subject.start), "a" | "an" | "A" | "An" | "another" | "this" | "one");
    let several = subject.pronoun
        || subject.agree.number == Number::Many
        || left < at
        || (subject.start..left).any(|at| doc.word(at) == "and" || doc.word(at).ends_with('s'));
    first || !several
}

/// A participle behind a comma: ", adding that", ", saying:"; or "was quoted as saying".
fn participial(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Cue> {
    let end = at + usize::from(sense.words);
    let quoted = at > sentence.start + 2 && doc.word(at - 1) == "as" && doc.word(at - 2) == "quoted";
    let apart = at == sentence.start || matches!(doc.kind(at - 1), Kind::Comma | Kind::Dash) || quoted;
    let colon = colon_behind(doc, end, sentence.end);
    let bare = || bare_clause(doc, end, sentence.end, sense).filter(|_| sense.has(flag::BARE));
    let that = that_behind(doc, end, sentence.end, sense);
    let content = that.or_else(bare).map_or(Content::None, Content::After);
    if !apart || (content == Content::None && colon.is_none() && !quote_behind(doc, end)) {
        return None;
    }
    Some(Cue { content, opened: that.is_some(), colon, ..Cue::of(at..end, CueKind::Participle, sense) })
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
            Kind::Word if !over && at < left && is_boundary(doc, before) && !joins_nouns(doc, before, at, floor) => {
                break;
            }
            _ => {}
        }
        at = before;
    }
    starts.push(at);
    let to = if over { left - 1 } else { left };
    starts.into_iter().rev().filter(|from| !is_aside(doc, *from)).find_map(|from| {
        let from = skip_connectives(doc, from, to);
        let found = en::phrase(doc, from, to)?;
        // An apposition, or a relative clause, belongs to the subject.
        let found = if over && !found.pronoun { en::apart(doc, found, to) } else { found };
        (over || !crosses_verb(doc, found, to)).then_some(found)
    })
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
