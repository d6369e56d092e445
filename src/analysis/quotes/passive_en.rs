//! English judgements in the passive, with who gives them behind "by": "was branded “a disgrace” by unions", "described by
//! Beck as “a lifeline”", "Dubbed “the iron nurse” by patients".

use super::cue::{Cue, CueKind};
use super::frame_en::may_speak;
use super::subject_en::clause_end;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Number, Sense, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::en;

/// Words between a verb and the marks that hold the judgement, at most.
const MARKS_REACH: usize = 12;

/// A past form that judges, what is judged before it, and the one who judges behind "by". `left` is where its helpers begin.
pub(super) fn judged(
    doc: &Doc,
    verb: std::ops::Range<usize>,
    left: usize,
    sentence: Sentence,
    sense: Sense,
) -> Option<Cue> {
    let past = sense.class == Class::Verb && sense.agree.number == Number::Any;
    if !past || !sense.has(flag::NAME) {
        return None;
    }
    let (at, end) = (verb.start, verb.end);
    let plain = |at: &usize| doc.token(*at).is_word() || doc.pair_at(*at).is_some();
    let mut words = (end..sentence.end.min(end + MARKS_REACH)).take_while(plain);
    let open = words.find(|at| doc.pair_at(*at).is_some())?;
    let after = doc.pair_at(open).map(|pair| doc.pair(pair).after())?;
    // "Described by Beck as “a lifeline”".
    if doc.word(end) == "by" {
        let stop =
            (end + 1..open).find(|at| is_listed(doc.word(*at), "as for a an the") && *at > end + 1).unwrap_or(open);
        let subject = en::phrase(doc, end + 1, stop).filter(may_speak)?;
        return Some(Cue { subject: Some(subject), reach: stop, ..Cue::of(verb, CueKind::Verb, sense) });
    }
    // "He called it “a masterpiece” by a child": the verb has an object.
    let helped = (left..at).any(|at| is_listed(doc.word(at), "is are was were be been being"));
    let bare = (end..open).all(|at| is_listed(doc.word(at), "as a an the"));
    // "Branded “unworkable” on Monday by police chiefs".
    let by = after + 2 * usize::from(doc.token(after + 1).dated);
    if doc.word(by) != "by" || !helped && !bare {
        return None;
    }
    let stop = clause_end(doc, by + 1, sentence.end);
    let subject = en::phrase(doc, by + 1, stop).filter(may_speak)?;
    Some(Cue { subject: Some(subject), ..Cue::of(verb, CueKind::Verb, sense) })
}
