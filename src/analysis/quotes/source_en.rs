//! English words that name a source: "according to", "in the words of", "citing".

use super::apposed_en::{behind_apposition, named_behind};
use super::before_en::goes_on;
use super::clause_en::{has_verb, is_finite, quote_behind};
use super::cue::{Content, Cue, CueKind};
use super::frame_en::may_speak;
use super::noun_en::by_object;
use super::occasion_en::is_occasion;
use super::subject_en::{clause_end, follows_speech};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Classes, Number};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Phrase, en};
use crate::analysis::token::Kind;

/// Words that a source tells, at least: "Did he know? Not according to his aides".
const MIN_TOLD: usize = 3;

/// Words in the name of one whose words are summed up, at most.
const SUMMED: usize = 16;

/// "according to" and its like.
pub(super) fn nominal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let sense = doc.phrase(at, sentence.end, Class::Nominal)?;
    let end = at + usize::from(sense.words);
    let stop = clause_end(doc, end, sentence.end);
    let subject = by_object(doc, end, stop).or_else(|| en::phrase(doc, end, stop))?;
    if doc.word(at).eq_ignore_ascii_case("per") && !is_source(doc, at, &subject, sentence) {
        return None;
    }
    // "Dastan-Inform, citing the ministry, reported": it reports, not the ministry.
    // Nor does what cannot speak: "citing a labor market that remains “in rude health”".
    let told = doc.kind(stop) == Kind::Comma && is_finite(doc, stop + 1) || !may_speak(&subject);
    // "Citing a police report, the paper said".
    let says = || (stop + 1..sentence.end).any(|at| doc.is(at, Class::Verb) && is_finite(doc, at));
    let told = told || doc.word(at) == "Citing" && doc.kind(stop) == Kind::Comma && says();
    // "Judge Halts Dredging, Citing Mussels": where all words have capitals, a word of no lexicon is no name.
    let thing = doc.in_headline(at) && subject.head.is_none() && !(end..stop).any(|at| doc.is(at, Class::First));
    if doc.word(at).eq_ignore_ascii_case("citing") && told || thing {
        return None;
    }
    let leads = at == sentence.start || (at == sentence.start + 1 && doc.is(at - 1, Class::Conn));
    let (subject, reach) = explained(doc, subject, stop, sentence.end, leads);
    let content = if leads {
        Content::After((reach + 1).min(sentence.end))
    } else if quote_behind(doc, reach) && doc.word(at) == "in" {
        // "she was, in the words of her biographer, “a gardener”": nothing else is the biographer's.
        Content::None
    } else if is_occasion(doc, sentence.start)
        && doc.kind(reach) == Kind::Comma
        && !doc.is(reach + 1, Class::Relative)
        && has_verb(doc, reach + 1, sentence.end)
    {
        // "Of the 1,200 people there, according to the city office, 187 are still missing".
        Content::After(reach + 1)
    } else {
        let to = if doc.kind(at - 1) == Kind::Comma { at - 1 } else { at };
        let inserted = to < at && doc.kind(reach) == Kind::Comma && goes_on(doc, sentence.start, to, reach + 1);
        match doc.count_words(sentence.start, to) {
            0..MIN_TOLD if !inserted => Content::None,
            _ => Content::Before(sentence.start, if inserted { sentence.end } else { to }),
        }
    };
    Some(Cue { content, subject: Some(subject), reach, ..Cue::of(at..end, CueKind::Nominal, sense) })
}

/// Whether "per" leads to a source: "per a police report", "per Ketchum", but not "per person".
fn is_source(doc: &Doc, per: usize, subject: &Phrase, sentence: Sentence) -> bool {
    let article = matches!(doc.word(per + 1), "the" | "a" | "an") || doc.is(per + 1, Class::Poss);
    let apart = per == sentence.start || follows_speech(doc, per, sentence.start);
    let several = subject.name.is_some() || subject.agree.number == Number::Many;
    may_speak(subject) && !subject.pronoun && (article || several && (apart || doc.token(per + 1).capital))
}

/// "“…”, it is stated in a communiqué", "It was said in the report that": a paper, or those by whom it is said.
pub(super) fn stated(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    if !doc.is(at, Class::Pronoun) || !matches!(doc.word(at), "it" | "It") {
        return None;
    }
    let verb = match doc.word(at + 1) {
        "is" | "was" => at + 2,
        "has" | "had" if doc.word(at + 2) == "been" => at + 3,
        _ => return None,
    };
    let sense = doc.sense(verb, Class::Verb)?;
    // "In the document it is said that".
    if doc.is(verb + 1, Class::Comp) && doc.word(sentence.start) == "In" {
        let subject = en::phrase(doc, sentence.start + 1, at).filter(|paper| paper.head_is(Class::Doc))?;
        let content = Content::After((verb + 2).min(sentence.end));
        let cue = Cue::of(at..verb + 1, CueKind::Nominal, sense);
        return Some(Cue { content, subject: Some(subject), opened: true, ..cue });
    }
    let (led, end) = (doc.word(verb + 1), verb + 2);
    let that = (end..clause_end(doc, end, sentence.end)).find(|at| doc.is(*at, Class::Comp));
    let stop = that.unwrap_or_else(|| clause_end(doc, end, sentence.end));
    let subject = en::phrase(doc, end, stop)?;
    // "It was said in parliament": by nobody who is told.
    let says = led == "in" && subject.head_is(Class::Doc) || led == "by" && may_speak(&subject);
    let content = match that {
        Some(that) => Content::After(that + 1),
        None if follows_speech(doc, at, sentence.start) => Content::Before(sentence.start, at - 1),
        None => return None,
    };
    let cue = Cue::of(at..verb + 1, CueKind::Nominal, sense);
    says.then_some(Cue { content, subject: Some(subject), opened: that.is_some(), reach: stop, ..cue })
}

/// A source with the name behind its role, and where what explains it ends.
fn explained(doc: &Doc, source: Phrase, stop: usize, end: usize, leads: bool) -> (Phrase, usize) {
    let (subject, reach) = match named_behind(doc, source, stop, end) {
        Some((named, more)) if !leads || doc.kind(more) == Kind::Comma => (named, more),
        _ if leads && source.name.is_some() => (source, behind_apposition(doc, stop, end)),
        _ => (source, stop),
    };
    // "In the words of one commissioner, who would not be named, both sides are", "of Teddy Mabry, her grandson, who drives".
    let about = leads && doc.kind(reach) == Kind::Comma && doc.is(reach + 1, Class::Relative);
    (subject, if about { clause_end(doc, reach + 1, end) } else { reach })
}

/// Whose the words before a sentence are that sums them up: "“We are done.” So said Tom Beck", "That was the message from
/// Tom Beck".
pub(super) fn summed_up(doc: &Doc, at: usize) -> Option<Phrase> {
    let from = match doc.word(at) {
        "So" if doc.is(at + 1, Class::Verb) => at + 2,
        "That" | "Those" | "This" | "These" | "Such" if is_listed(doc.word(at + 1), "was were is are") => {
            let led = matches!(doc.word(at + 2), "the");
            let said = doc.is_any(at + 3, const { Classes::all(&[Class::Viewpoint, Class::SpeechNoun, Class::Doc]) });
            (led && said && matches!(doc.word(at + 4), "of" | "from")).then_some(at + 5)?
        }
        _ => return None,
    };
    en::phrase(doc, from, clause_end(doc, from, from + SUMMED)).filter(may_speak)
}
