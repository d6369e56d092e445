//! Whom the words before an Arabic verb set there as its subject: «أما», «كان», or a name in marks.

use super::clause_ar::is_short;
use super::cue_ar::telling;
use super::subject_ar::{is_preposition, subject_before};
use super::title::is_title;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Sense};
use crate::analysis::people::{Phrase, ar};

/// Whom «أما» sets at the start of a sentence, before a verb with «ف»: «أما زميلته، الدكتورة فلانة، فتتذكر الإخفاقات».
pub(super) fn set_before(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    let sets = matches!(doc.word(sentence.start), "أما" | "وأما") && doc.is_joined(at) && doc.word(at).starts_with('ف');
    if sets { subject_before(doc, at, sentence, sense) } else { None }
}

/// Whether a verb with «ف» goes on behind what was told, so that no subject stands before it: «وقال لها زوجها إن العمال غاضبون
/// فأجابت: «…»»; but «أما الوزير فقال».
pub(super) fn goes_on_with(doc: &Doc, at: usize, start: usize) -> bool {
    let sets = || (start..at).any(|at| matches!(doc.word(at), "أما" | "وأما"));
    doc.is_joined(at) && doc.word(at).starts_with('ف') && !sets()
}

/// Who was doing what a verb tells, between «كان» and it: «بينما كان رجال الإطفاء يبحثون، كانت أم فلان تنادي».
pub(super) fn was_doing(doc: &Doc, first: usize, at: usize) -> Option<Phrase> {
    let was = (first..at).rev().find(|at| matches!(doc.word(*at), "كان" | "كانت")).filter(|was| was + 1 < at)?;
    telling(doc, was + 1, at).filter(|found| found.end == at)
}

/// A name in marks right before its verb, which is then its subject: «لكن «جبهة الجبل» ردت بأن».
pub(super) fn marked_subject(doc: &Doc, at: usize, sentence: Sentence) -> Option<Phrase> {
    let open = at.checked_sub(1).and_then(|mark| doc.pair_closed_at(mark)).map(|pair| doc.pair(pair).open)?;
    let joined = doc.is_joined(at);
    // «وعن بطلتها «نوار» تقول»: what a preposition governs is no subject.
    let first = sentence.start + doc.phrase(sentence.start, open, Class::Conn).map_or(0, |opener| opener.words.into());
    let governed = is_preposition(doc, first) && (first..open).all(|at| doc.token(at).is_word());
    let name = open >= sentence.start
        && !joined
        && !governed
        && is_short(doc, open)
        && doc.pair_at(open).is_some_and(|pair| is_title(doc, pair));
    // «لكن منظمة «جبل» كذبت».
    let body = || open.checked_sub(1).filter(|before| *before >= sentence.start && doc.is(*before, Class::Body));
    if name { ar::phrase(doc, body().unwrap_or(open), at) } else { None }
}
