//! Russian cues. The subject stands on either side of the verb; a clause follows «, что», or stands before the cue;
//! «по словам» names a source in the genitive; a body speaks in the plural («В министерстве пояснили»).

use super::clause_ru::{SUBJECT_REACH, beside_quote, clause_behind, clause_end, colon_behind, content, quote_in_reach};
use super::cue::{Content, Cue, CueKind};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::people::{Phrase, ru};
use crate::analysis::token::Kind;

/// Words of a source that no lexicon has, at most.
const UNLISTED: usize = 3;

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

/// «По словам …», «по данным …», «по её словам».
fn nominal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let myself = doc.phrase(at, sentence.end, Class::SelfNominal);
    let sense = myself.or_else(|| doc.phrase(at, sentence.end, Class::Nominal))?;
    let end = at + usize::from(sense.words);
    let stop = clause_end(doc, end, sentence.end);
    // «Канал со ссылкой на источник сообщил, что …»: the verb has its own subject.
    if (end..stop).any(|word| doc.is(word, Class::Verb)) {
        return None;
    }
    let own = sense.agree != Agree::default();
    let pronoun = Phrase { start: at + 1, end: at + 2, agree: sense.agree, pronoun: true, ..Phrase::default() };
    let subject = match myself {
        Some(_) => own.then_some(pronoun),
        None => Some(ru::phrase(doc, end, stop).or_else(|| unlisted(doc, end, stop))?),
    };
    let behind_colon = at > sentence.start && matches!(doc.kind(at - 1), Kind::Colon | Kind::Semicolon);
    let leads = at == sentence.start || behind_colon || (at <= sentence.start + 2 && doc.is(at - 1, Class::Conn));
    let reach = if myself.is_some() { end } else { stop };
    let comma = doc.kind(reach) == Kind::Comma;
    let after = || Content::After((reach + usize::from(comma)).min(sentence.end));
    let mid = at > sentence.start && doc.kind(at - 1) == Kind::Comma;
    let short = doc.count_words(sentence.start, at) < 4 || subject.is_none();
    let content = if leads || (mid && short && comma) { after() } else { Content::Before(sentence.start, at) };
    let kind = if myself.is_some() { CueKind::SelfNominal } else { CueKind::Nominal };
    Some(Cue { start: at, end, kind, sense, subject, content, opened: false, colon: None, until: 0, reach })
}

/// A source that no lexicon has: «по данным радара».
fn unlisted(doc: &Doc, from: usize, stop: usize) -> Option<Phrase> {
    let word = doc.token(from).is_word() && !doc.is(from, Class::Prep) && !doc.token(from).dated;
    word.then(|| Phrase { start: from, end: stop.min(from + UNLISTED), definite: true, ..Phrase::default() })
}

/// A verb of saying, with its subject and what it reports.
fn verbal(doc: &Doc, at: usize, sentence: Sentence, bound: usize) -> Option<Cue> {
    let (sense, kind) = match doc.sense(at, Class::Verb).or_else(|| narrated(doc, at)) {
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

/// A verb that no lexicon has, right behind the dash that follows speech: «…, — отрезал он».
pub(super) fn narrated(doc: &Doc, at: usize) -> Option<Sense> {
    let dash = at.checked_sub(1).filter(|dash| doc.kind(*dash) == Kind::Dash)?;
    let before = dash.checked_sub(1)?;
    let follows =
        matches!(doc.kind(before), Kind::Comma | Kind::Stop | Kind::Other) || doc.pair_closed_at(before).is_some();
    let token = doc.token(at);
    if !follows || !token.is_word() || token.capital || token.dated {
        return None;
    }
    let word = doc.word(at);
    let stem = word.strip_suffix("ся").or_else(|| word.strip_suffix("сь")).unwrap_or(word);
    let (gender, number) = if stem.ends_with("ла") {
        (Gender::F, Number::One)
    } else if stem.ends_with("ли") {
        (Gender::Any, Number::Many)
    } else if stem.ends_with('л') {
        (Gender::M, Number::One)
    } else if ["ет", "ит"].iter().any(|ending| stem.ends_with(ending)) {
        (Gender::Any, Number::One)
    } else {
        return None;
    };
    let used = [Class::Prep, Class::Conn, Class::Role, Class::Body].iter().any(|class| doc.is(at, *class));
    let agree = Agree::new(gender, number);
    let sense = Sense { class: Class::Verb, agree, flags: flag::GESTURE, family: 0, words: 1 };
    (!used && stem.chars().count() > 3).then_some(sense)
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
            Kind::Comma
                | Kind::Stop
                | Kind::Break
                | Kind::Semicolon
                | Kind::Dash
                | Kind::Colon
                | Kind::Opener
                | Kind::Closer
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
