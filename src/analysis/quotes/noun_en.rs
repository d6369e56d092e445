//! English nouns that report: "his claim that", "gave evidence that", and what one's view or words are: "in his view".

use super::clause_en::{is_finite, quote_behind};
use super::cue::{Content, Cue, CueKind};
use super::frame_en::may_speak;
use super::subject_en::{before_helpers, clause_end, first_subject, follows_speech, follows_verb, subject_of};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Phrase, en, en_name};
use crate::analysis::token::Kind;

/// The one whom a pronoun means behind "according to": "him", "her", "them".
pub(super) fn by_object(doc: &Doc, at: usize, stop: usize) -> Option<Phrase> {
    let (gender, number) = match doc.word(at) {
        "him" => (Gender::M, Number::One),
        "her" => (Gender::F, Number::One),
        "them" => (Gender::Any, Number::Many),
        _ => return None,
    };
    let phrase =
        Phrase { start: at, end: at + 1, agree: Agree::new(gender, number), pronoun: true, ..Phrase::default() };
    (stop <= at + 1).then_some(phrase)
}

/// Words to the end of the name of one whose view it is, at most.
const VIEWER: usize = 5;

/// "To hear her tell it, …", "the way Cole tells it, …".
fn telling(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    // "As Cole tells it".
    let from = match doc.words(at, at + 2) {
        "To hear" | "to hear" | "The way" | "the way" => at + 2,
        _ if at == sentence.start && doc.word(at) == "As" => at + 1,
        _ => return None,
    };
    let tell =
        (from + 1..sentence.end.min(from + 1 + VIEWER)).find(|at| is_listed(doc.word(*at), "tell tells telling"));
    let tell = tell.filter(|tell| doc.word(tell + 1) == "it" && doc.kind(tell + 2) == Kind::Comma)?;
    let subject = by_object(doc, from, tell).or_else(|| en::phrase(doc, from, tell))?;
    let sense = doc.sense(tell, Class::Verb)?;
    let content = Content::After(tell + 3);
    Some(Cue { content, subject: Some(subject), ..Cue::of(at..tell + 2, CueKind::Nominal, sense) })
}

/// "“Because nobody else did,” was the answer", "“Wash your hands,” is her advice", "“A triumph” was the verdict of the
/// Herald".
fn answered(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let owner = doc.sense(at + 1, Class::Poss).filter(|owner| owner.agree != Agree::default());
    // "“We lost,” is Tom Beck’s summary".
    let near = || (at + 1..at + VIEWER).take_while(|at| doc.token(*at).is_word());
    let named = || near().find(|at| en_name::is_possessive(doc.word(*at)));
    let led = owner.is_some() || doc.word(at + 1) == "the" || doc.token(at + 1).capital;
    if !matches!(doc.word(at), "was" | "is") || !led || !follows_speech(doc, at, sentence.start) {
        return None;
    }
    let paper = |at: usize| doc.sense(at, Class::Doc).filter(|paper| paper.has(flag::GENERIC));
    let noun = |at: usize| {
        let said = [Class::SpeechNoun, Class::Viewpoint].into_iter().find_map(|class| doc.sense(at, class));
        paper(at).or(said)
    };
    if let Some(last) = named().filter(|_| owner.is_none()) {
        let sense = noun(last + 1).or_else(|| noun(last + 2))?;
        let subject = en::phrase(doc, at + 1, last + 1)?;
        return Some(Cue { subject: Some(subject), reach: last + 1, ..Cue::of(at..at + 1, CueKind::Verb, sense) });
    }
    // "His curt answer".
    let (last, sense) = (at + 2..at + 4).find_map(|at| Some((at, noun(at)?)))?;
    let (end, of) = (last + 1, matches!(doc.word(last + 1), "of" | "from"));
    let (subject, reach) = match owner {
        Some(owner) => {
            let phrase = Phrase { start: at + 1, end: at + 2, agree: owner.agree, pronoun: true, ..Phrase::default() };
            (phrase, end)
        }
        None if of => {
            let stop = clause_end(doc, end + 1, sentence.end);
            (en::phrase(doc, end + 1, stop)?, stop)
        }
        None => (en::phrase(doc, at + 1, end).filter(|_| paper(last).is_some())?, end),
    };
    Some(Cue { subject: Some(subject), reach, ..Cue::of(at..at + 1, CueKind::Verb, sense) })
}

/// "In his view, …", "by her own account": what an owner thinks.
pub(super) fn in_view(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    if let Some(cue) = telling(doc, at, sentence).or_else(|| answered(doc, at, sentence)) {
        return Some(cue);
    }
    if !doc.is(at, Class::Prep) {
        return None;
    }
    let poss = doc.sense(at + 1, Class::Poss).filter(|poss| poss.agree != Agree::default());
    // "In Brandvik's words".
    let named = (at + 1..sentence.end.min(at + VIEWER)).take_while(|word| doc.token(*word).is_word());
    let named = named.into_iter().find(|word| en_name::is_possessive(doc.word(*word)));
    let owner = match (poss, named) {
        (Some(poss), _) => Phrase { start: at + 1, end: at + 2, agree: poss.agree, pronoun: true, ..Phrase::default() },
        (None, Some(last)) => en::phrase(doc, at + 1, last + 1)?,
        (None, None) => return None,
    };
    let noun = owner.end + usize::from(doc.word(owner.end) == "own");
    let sense = doc.sense(noun, Class::Viewpoint)?;
    let end = noun + 1;
    let apart = doc.kind(end) == Kind::Comma;
    let content = match () {
        () if quote_behind(doc, end) => Content::None,
        () if at == sentence.start && apart => Content::After(end + 1),
        () if at > sentence.start && doc.kind(at - 1) == Kind::Comma => Content::Before(sentence.start, at - 1),
        () => Content::None,
    };
    let quoted = quote_behind(doc, end) || follows_speech(doc, at, sentence.start);
    if content == Content::None && !quoted {
        return None;
    }
    Some(Cue { content, subject: Some(owner), ..Cue::of(at..end, CueKind::Nominal, sense) })
}

/// Words from an article to the noun of saying, at most: "the city council's argument that".
const OWNER: usize = 5;

/// A noun of saying with its owner: "his claim that", "Ms Stroud's claim that".
pub(super) fn owned(doc: &Doc, at: usize, sentence: Sentence, bound: usize) -> Option<Cue> {
    let sense = doc.sense(at, Class::SpeechNoun).filter(|_| at > bound)?;
    let owner = at - 1;
    // "on a pledge to “sweep the place clean”": that of the one whom the sentence is about.
    let marked = matches!(doc.word(at + 1), "to" | "of") && doc.pair_at(at + 2).is_some();
    if marked && matches!(doc.word(at), "pledge" | "promise" | "vow") && matches!(doc.word(owner), "a" | "the") {
        return Some(Cue { opened: true, ..Cue::of(at..at + 2, CueKind::Participle, sense) });
    }
    let (end, content) = match () {
        () if marked => (at + 2, Content::None),
        () if doc.is(at + 1, Class::Comp) => (at + 1, Content::After((at + 2).min(sentence.end))),
        // "His complaint is that the authority …".
        () if is_listed(doc.word(at + 1), "is was remains") && doc.is(at + 2, Class::Comp) => {
            (at + 2, Content::After((at + 3).min(sentence.end)))
        }
        () => {
            let (subject, that) = as_told(doc, at, sentence)?;
            let content = Content::After((that + 1).min(sentence.end));
            let cue = Cue::of(at..at + 1, CueKind::Noun, sense);
            return Some(Cue { content, subject: Some(subject), opened: true, ..cue });
        }
    };
    let subject = if let Some(poss) = doc.sense(owner, Class::Poss).filter(|poss| poss.agree != Agree::default()) {
        Phrase { start: owner, end: at, agree: poss.agree, pronoun: true, ..Phrase::default() }
    } else {
        if let Some(subject) = light(doc, at, sentence, bound) {
            return Some(Cue {
                content,
                opened: true,
                subject: Some(subject),
                ..Cue::of(at..end, CueKind::Noun, sense)
            });
        }
        let named = (bound..at).rev().take_while(|at| doc.token(*at).is_word() && doc.token(*at).capital).last();
        // "The defence case is that".
        let side = || is_listed(doc.word(owner), "defence defense prosecution");
        let owns = en_name::is_possessive(doc.word(owner)) || en_name::owns(doc, owner.saturating_sub(1)) || side();
        // "The city's argument that".
        let article =
            || (bound.max(at.saturating_sub(OWNER))..at).rev().find(|at| matches!(doc.word(*at), "the" | "The"));
        let phrase = match named {
            Some(named) => Some(Phrase { start: named, end: at, name: Some((named, at)), ..Phrase::default() }),
            None => article().and_then(|from| en::phrase(doc, from, at)),
        };
        phrase.filter(|_| owns)?
    };
    Some(Cue { content, subject: Some(subject), opened: true, ..Cue::of(at..end, CueKind::Noun, sense) })
}

/// Who tells what a noun is, and the "that" behind: "The defence case, as Mr Isherwood outlined it, is that".
fn as_told(doc: &Doc, noun: usize, sentence: Sentence) -> Option<(Phrase, usize)> {
    if doc.kind(noun + 1) != Kind::Comma || doc.word(noun + 2) != "as" {
        return None;
    }
    let stop = clause_end(doc, noun + 3, sentence.end);
    let verb = (noun + 4..stop).find(|at| is_finite(doc, *at) || doc.is(*at, Class::Verb))?;
    let that = Some(stop + 2).filter(|that| is_listed(doc.word(stop + 1), "is was") && doc.is(*that, Class::Comp))?;
    Some((en::phrase(doc, noun + 3, verb).filter(may_speak)?, that))
}

/// Words between a light verb and its noun, at most: "gave the court further evidence that".
const LIGHT_REACH: usize = 4;

/// The subject of a verb that says something with a noun of saying only: "Sgt Ní Bhaoill gave evidence that".
fn light(doc: &Doc, noun: usize, sentence: Sentence, bound: usize) -> Option<Phrase> {
    // "Was of the view that", "has no doubt that".
    let of = is_listed(doc.word(noun), "view opinion belief conviction") && doc.words(noun - 2, noun) == "of the";
    let holds = is_listed(doc.word(noun), "doubt doubts concern concerns hope hopes fears suspicions confidence");
    let verb = |at: &usize| {
        let helper = of && *at + 3 == noun && doc.is(*at, Class::Finite);
        doc.is(*at, Class::Light) || helper || holds && is_listed(doc.word(*at), "has have had")
    };
    let near = (bound.max(noun.saturating_sub(LIGHT_REACH))..noun).rev();
    let verb = near.take_while(|at| doc.token(*at).is_word()).find(verb)?;
    let sense = doc.sense(verb, Class::Light).or_else(|| doc.sense(verb, Class::Finite))?;
    let left = before_helpers(doc, verb, bound);
    // "Welcomed the plan on behalf of the party but voiced concern that": the one who welcomed it.
    let joins = left > bound && matches!(doc.word(left - 1), "and" | "but" | "then");
    if joins && follows_verb(doc, left - 1, bound) {
        return first_subject(doc, sentence.start, left - 1).filter(may_speak);
    }
    subject_of(doc, verb..verb + 1, left, bound, sentence, sense)
        .filter(|subject| subject.start < verb && may_speak(subject))
}
