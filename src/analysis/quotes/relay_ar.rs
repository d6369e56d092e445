//! What an Arabic verb of relaying passes on from another: «نقلت الوكالة عن الوزير قوله», «نُقل عن الوزير أن».

use super::clause_ar::{Opening, opening, reading};
use super::cue::{Content, Cue, CueKind};
use super::cue_ar::LEFT_REACH;
use super::subject_ar::is_name;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::listed::List;
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;

/// What is passed on from another with no word of saying of its own: «ونقل عنه مقربون أنه», «نُقل عن الوزير أن».
pub(super) fn passed_on(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Cue> {
    let end = sentence.end.min(at + RELAY_REACH);
    let own = teller(doc, at, end);
    let subject = own.or_else(|| source_behind(doc, at, end))?;
    // «ونقلت الوكالة عن المعاني أن»: the verb does not tell whether that is a man or a woman.
    let sense = if own.is_some() { sense } else { Sense { agree: subject.agree, ..sense } };
    let Opening::Comp(comp) = opening(doc, subject.end, sentence.end) else { return None };
    let said = (subject.end..comp).any(|word| reading(doc, word).is_some_and(|(_, kind)| kind == CueKind::Noun));
    let known = subject.pronoun || subject.head.is_some() || subject.name.is_some_and(|(from, _)| is_name(doc, from));
    let cue = Cue::of(at..at + 1, CueKind::Verb, sense);
    (known && !said).then_some(Cue {
        subject: Some(subject),
        content: Content::After(comp + 1),
        opened: true,
        reach: subject.end,
        ..cue
    })
}

/// What a paper knows from another: «علمت الصحيفة من مصدر أمني أن», «فهم الموقع من الوزير فلان أن».
pub(super) fn learned(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Cue> {
    let subject = if learns(doc, at) { known_from(doc, at, sentence) } else { None }?;
    let Opening::Comp(comp) = opening(doc, subject.end, sentence.end) else { return None };
    let sense = Sense { agree: subject.agree, ..sense };
    let cue = Cue::of(at..at + 1, CueKind::Verb, sense);
    let content = Content::After(comp + 1);
    Some(Cue { subject: Some(subject), content, opened: true, reach: subject.end, ..cue })
}

/// Whether a verb says that something is known, and not by whom it is told.
pub(super) fn learns(doc: &Doc, at: usize) -> bool {
    const LEARNS: List = List::of("علم علمت يعلم تعلم علمنا علمته علمناه فهم فهمت فهمنا عرف عرفت عرفنا استفيد استقي");
    LEARNS.has(doc.word(at).trim_start_matches('و'))
}

/// From whom something is known: «علم لدى مصالح الأمن», «علمت الصحيفة من مصدر».
pub(super) fn known_from(doc: &Doc, at: usize, sentence: Sentence) -> Option<Phrase> {
    let end = sentence.end.min(at + LEARNED_REACH);
    let opens = |at: &usize| !doc.is(*at, Class::Comp) && !matches!(doc.kind(*at), Kind::Colon | Kind::Stop);
    let from = (at + 1..end).take_while(opens).find(|at| matches!(doc.word(*at), "من" | "لدى"))?;
    let told = |one: &Phrase| one.head.is_some_and(|(_, sense)| sense.class != Class::Doc) || one.name.is_some();
    ar::phrase(doc, from + 1, sentence.end).filter(told)
}

/// Words from a verb of knowing to «من», at most.
const LEARNED_REACH: usize = 10;

/// The one who tells others himself: «نقل الشيخ فلان إلى الموقع أن».
fn teller(doc: &Doc, verb: usize, end: usize) -> Option<Phrase> {
    let found = ar::phrase(doc, verb + 1, end).filter(|_| doc.word(verb).contains("نقل"))?;
    matches!(doc.word(found.end), "إلى" | "الى").then_some(found)
}

/// The one whose words a verb of relaying passes on: «نقلت الوكالة عن الوزير قوله».
pub(super) fn relayed(doc: &Doc, at: usize, sentence: Sentence) -> Option<Phrase> {
    let from = at.saturating_sub(LEFT_REACH).max(sentence.start);
    let verb = (from..at).find(|word| reading(doc, *word).is_some_and(|(sense, _)| sense.has(flag::RELAY)))?;
    source_behind(doc, verb, at)
}

/// Words between a verb of relaying and the one whose words it passes on, at most.
const RELAY_REACH: usize = 24;

/// The one behind عن: a phrase, or whom its suffix means.
fn source_behind(doc: &Doc, verb: usize, end: usize) -> Option<Phrase> {
    let behind = (verb..end)
        .find(|word| matches!(doc.word(*word), "عن" | "عنه" | "عنها" | "عنهم" | "إلى" | "إليه" | "إليها"))?;
    let agree = match doc.word(behind) {
        "عنه" | "إليه" => Agree::new(Gender::M, Number::One),
        "عنها" | "إليها" => Agree::new(Gender::F, Number::One),
        "عنهم" => Agree::new(Gender::M, Number::Many),
        _ => return ar::phrase(doc, behind + 1, end),
    };
    Some(Phrase { start: behind, end: behind + 1, agree, pronoun: true, ..Phrase::default() })
}
