//! Russian cues. The subject stands on either side of the verb; a clause follows «, что», or stands before the cue;
//! «по словам» names a source in the genitive; a body speaks in the plural («В министерстве пояснили»).

use super::cue::{Content, Cue, CueKind};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::people::{Phrase, ru};
use crate::analysis::token::Kind;

/// Words between a verb and the «что» it opens, at most.
const CLAUSE_REACH: usize = 24;

/// Words of a subject at most.
const SUBJECT_REACH: usize = 20;

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

/// Where the words of a clause end.
fn clause_end(doc: &Doc, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end
        && !matches!(doc.kind(at), Kind::Comma | Kind::Stop | Kind::Break | Kind::Semicolon | Kind::Dash | Kind::Colon)
    {
        at = doc.next(at);
    }
    at.min(end)
}

/// «По словам …», «по данным …», «по её словам».
fn nominal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let myself = doc.phrase(at, sentence.end, Class::SelfNominal);
    let sense = myself.or_else(|| doc.phrase(at, sentence.end, Class::Nominal))?;
    let end = at + usize::from(sense.words);
    let stop = clause_end(doc, end, sentence.end);
    let own = sense.agree != Agree::default();
    let pronoun = Phrase { start: at + 1, end: at + 2, agree: sense.agree, pronoun: true, ..Phrase::default() };
    let subject = match myself {
        Some(_) => own.then_some(pronoun),
        None => Some(ru::phrase(doc, end, stop)?),
    };
    let leads = at == sentence.start || (at <= sentence.start + 2 && doc.is(at - 1, Class::Conn));
    let reach = if myself.is_some() { end } else { stop };
    let comma = doc.kind(reach) == Kind::Comma;
    let after = || Content::After((reach + usize::from(comma)).min(sentence.end));
    let mid = at > sentence.start && doc.kind(at - 1) == Kind::Comma;
    let short = doc.count_words(sentence.start, at) < 4 || subject.is_none();
    let content = if leads || (mid && short && comma) { after() } else { Content::Before(sentence.start, at) };
    let kind = if myself.is_some() { CueKind::SelfNominal } else { CueKind::Nominal };
    Some(Cue { start: at, end, kind, sense, subject, content, opened: false, colon: None, until: 0, reach })
}

/// A verb of saying, with its subject and what it reports.
fn verbal(doc: &Doc, at: usize, sentence: Sentence, bound: usize) -> Option<Cue> {
    let (sense, kind) = match doc.sense(at, Class::Verb) {
        Some(sense) => (sense, CueKind::Verb),
        None => (doc.sense(at, Class::Participle)?, CueKind::Participle),
    };
    if sense.has(flag::GESTURE)
        && doc.pair_at(at + 1).is_none()
        && !beside_quote(doc, at, sentence)
        && colon_behind(doc, at + 1, sentence.end).is_none()
    {
        return None;
    }
    let comp = clause_behind(doc, at + 1, sentence.end);
    if at > sentence.start && doc.is(at - 1, Class::Neg) && comp.is_none() {
        return None;
    }
    let colon = colon_behind(doc, at + 1, sentence.end);
    if kind == CueKind::Participle {
        let content = comp.map_or(Content::None, Content::After);
        if content == Content::None && colon.is_none() {
            return None;
        }
        return Some(Cue {
            start: at,
            end: at + 1,
            kind,
            sense,
            subject: None,
            content,
            opened: true,
            colon,
            until: 0,
            reach: at + 1,
        });
    }
    let how = how_before(doc, at, sentence);
    let right_end = subject_end(doc, at + 1, sentence.end);
    let right = || {
        let from = (at + 1..right_end)
            .find(|word| !(doc.is(*word, Class::Skip) || doc.token(*word).dated || doc.is(*word, Class::Aux)))
            .unwrap_or(at + 1);
        ru::phrase(doc, from, right_end)
            .filter(|phrase| fits(phrase, sense))
            .or_else(|| called(doc, from, right_end, sense))
    };
    let inverted = at > sentence.start && matches!(doc.kind(at - 1), Kind::Comma | Kind::Dash);
    let left = || if how { None } else { subject_before(doc, at, bound, sentence, sense) };
    let subject = if inverted { right().or_else(left) } else { left().or_else(right) };
    let behind = subject.filter(|subject| subject.start > at).map_or(at + 1, |subject| subject.end.max(right_end));
    let from = subject.map_or(at, |subject| subject.start.min(at));
    let content = content(doc, at, from, behind, comp, how, sentence, sense);
    let quoted = beside_quote(doc, at, sentence) || quote_in_reach(doc, behind, sentence.end);
    if content == Content::None && colon.is_none() && !quoted {
        return None;
    }
    let opened = comp.is_some();
    Some(Cue { start: at, end: at + 1, kind, sense, subject, content, opened, colon, until: 0, reach: behind })
}

/// A speaker who is called by a noun that no lexicon has («говорит мастерица»), right behind the verb.
fn called(doc: &Doc, from: usize, end: usize, sense: Sense) -> Option<Phrase> {
    let token = doc.token(from);
    let used = [
        Class::Prep,
        Class::Aux,
        Class::Skip,
        Class::Pronoun,
        Class::Poss,
        Class::Conn,
        Class::Neg,
        Class::Comp,
        Class::Verb,
        Class::Participle,
    ];
    let noun = token.is_word() && !token.capital && !token.dated && !used.iter().any(|class| doc.is(from, *class));
    if !noun || from + 2 < end || doc.word(from).chars().count() < 4 {
        return None;
    }
    let agree = if sense.agree.gender == Gender::Any {
        Agree::new(if doc.word(from).ends_with(['а', 'я']) { Gender::F } else { Gender::M }, Number::One)
    } else {
        sense.agree
    };
    let head = Sense { class: Class::Role, agree, flags: flag::GENERIC, family: 0, words: 1 };
    Some(Phrase { start: from, end: from + 1, head: Some((from, head)), agree, definite: true, ..Phrase::default() })
}

/// Whether a phrase can be the subject of a verb form.
fn fits(phrase: &Phrase, sense: Sense) -> bool {
    let named = phrase.name.is_some() && !phrase.head_is(Class::Body);
    let agree = sense.agree;
    if phrase.pronoun {
        return phrase.agree.fits(agree);
    }
    let gender = agree.gender == Gender::Any
        || phrase.agree.gender == Gender::Any
        || phrase.agree.gender == agree.gender
        || phrase.head_is(Class::Role);
    let body_plural = phrase.head_is(Class::Body) && agree.number == Number::Many;
    let number = phrase.agree.number_fits(agree) || body_plural || (named && agree.number == Number::Any);
    gender && number
}

/// Whether «как» leads to the verb: what it reports stands behind it or before it.
fn how_before(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    at > sentence.start
        && (sentence.start.max(at.saturating_sub(3))..at).any(|word| matches!(doc.word(word), "Как" | "как" | "чем"))
}

/// The subject before a verb: in its clause, else in the clause before an aside.
fn subject_before(doc: &Doc, at: usize, bound: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    let floor = bound.max(at.saturating_sub(SUBJECT_REACH)).max(sentence.start);
    let mut to = at;
    for _ in 0..3 {
        let mut from = to;
        while from > floor {
            let Some(before) = doc.previous(from) else { break };
            if before < floor
                || matches!(
                    doc.kind(before),
                    Kind::Comma | Kind::Dash | Kind::Colon | Kind::Semicolon | Kind::Stop | Kind::Break
                )
            {
                break;
            }
            from = before;
        }
        let aside = from > floor && doc.kind(from - 1) == Kind::Comma && is_participle(doc.word(from));
        if !aside && let Some(found) = ru::phrase(doc, from, to) {
            let locative =
                doc.is(from, Class::Prep) && found.head_is(Class::Body) && sense.agree.number == Number::Many;
            let oblique = doc.is(from, Class::Prep)
                && !doc.is(from, Class::Conn)
                && !locative
                && !found.pronoun
                && found.start == from
                && only_oblique(doc, from, &found);
            if fits(&found, sense) && !oblique {
                return Some(found);
            }
        }
        if from <= floor || !matches!(doc.kind(from - 1), Kind::Comma) {
            return None;
        }
        to = from - 1;
    }
    None
}

/// Whether a word has the ending of a participle: what it opens is about the noun before it.
fn is_participle(word: &str) -> bool {
    let stem = ["ый", "ая", "ое", "ые", "ого", "ой", "ых", "ий", "ие", "ший", "шая", "шие"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    stem.is_some_and(|stem| stem.ends_with("нн") || stem.ends_with("вш") || stem.ends_with('щ') || stem.ends_with("ющ"))
}

/// Whether the name or head of a stretch stands right behind the preposition that opens it.
fn only_oblique(doc: &Doc, from: usize, phrase: &Phrase) -> bool {
    let first = phrase.name.map_or(usize::MAX, |(start, _)| start).min(phrase.head.map_or(usize::MAX, |(at, _)| at));
    first <= from + 2 && !doc.is(from, Class::Conn)
}

/// The end of a subject behind its verb.
fn subject_end(doc: &Doc, from: usize, end: usize) -> usize {
    let mut at = from;
    let mut seen = 0;
    while at < end && seen < SUBJECT_REACH {
        if matches!(
            doc.kind(at),
            Kind::Comma | Kind::Stop | Kind::Break | Kind::Semicolon | Kind::Dash | Kind::Colon | Kind::Bracket(_)
        ) {
            break;
        }
        let relative = doc.is(at, Class::Relative) || doc.is(at, Class::Comp);
        if relative {
            break;
        }
        seen += 1;
        at = doc.next(at);
    }
    at.min(end)
}

/// The token behind the «, что» that a verb opens.
fn clause_behind(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..CLAUSE_REACH {
        if at >= end || matches!(doc.kind(at), Kind::Stop | Kind::Semicolon | Kind::Break | Kind::Colon | Kind::Dash) {
            return None;
        }
        if doc.is(at, Class::Comp) && at > from && doc.kind(at - 1) == Kind::Comma {
            return Some(at + 1);
        }
        if at > from && (doc.is(at, Class::Verb) || doc.is(at, Class::Participle)) && doc.kind(at - 1) == Kind::Comma {
            return None;
        }
        at = doc.next(at);
    }
    None
}

/// A colon behind a verb, in the same clause.
fn colon_behind(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    while at < end.min(from + 2 * CLAUSE_REACH) {
        match doc.kind(at) {
            Kind::Colon => return Some(at),
            Kind::Stop | Kind::Semicolon | Kind::Break => return None,
            _ => {}
        }
        if at > from && doc.is(at, Class::Verb) {
            return None;
        }
        at = doc.next(at);
    }
    None
}

/// Whether a quotation or dialogue stands right before the clause of the verb.
fn beside_quote(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    let floor = sentence.start.max(at.saturating_sub(SUBJECT_REACH));
    let mut before = at;
    while before > floor {
        let Some(previous) = doc.previous(before) else { return false };
        if doc.pair_at(previous).is_some() || doc.kind(previous) == Kind::Dash {
            return true;
        }
        if matches!(doc.kind(previous), Kind::Stop | Kind::Semicolon | Kind::Break) {
            return false;
        }
        before = previous;
    }
    before == sentence.start && sentence.inside.is_some()
}

/// Whether a quotation opens in the clause behind a verb.
fn quote_in_reach(doc: &Doc, from: usize, end: usize) -> bool {
    let mut at = from;
    while at < end.min(from + SUBJECT_REACH) {
        if doc.pair_at(at).is_some() {
            return true;
        }
        if matches!(doc.kind(at), Kind::Stop | Kind::Semicolon | Kind::Break) {
            return false;
        }
        at = doc.next(at);
    }
    false
}

/// What a verb reports.
#[allow(clippy::too_many_arguments)] // Places in one sentence, each found by its own rule.
fn content(
    doc: &Doc,
    at: usize,
    from: usize,
    behind: usize,
    comp: Option<usize>,
    how: bool,
    sentence: Sentence,
    sense: Sense,
) -> Content {
    if let Some(comp) = comp {
        return Content::After(comp);
    }
    if how {
        let stop = clause_end(doc, behind, sentence.end);
        let first = doc.word(sentence.start).to_lowercase() == "как" || at <= sentence.start + 3;
        if first && doc.kind(stop) == Kind::Comma {
            return Content::After(stop + 1);
        }
        return Content::None;
    }
    if doc.words(sentence.start, sentence.start + 2).to_lowercase() == "об этом" {
        return Content::Previous;
    }
    let comma = from.checked_sub(1).filter(|before| *before > sentence.start && doc.kind(*before) == Kind::Comma);
    let last = doc.kind(behind) == Kind::Stop || behind >= sentence.end || doc.kind(behind) == Kind::Break;
    let plain = !sense.has(flag::CLAUSE | flag::NAME | flag::GESTURE);
    if let Some(comma) = comma
        && plain
        && (last || from == at)
        && doc.count_words(sentence.start, comma) > 2
        && doc.pair_at(sentence.start).is_none_or(|pair| doc.pair(pair).after() < comma)
    {
        return Content::Before(sentence.start, comma);
    }
    Content::None
}
