//! Arabic papers that say something, in a clause with no pronoun that tells of them: «بدراسة تفيد بأن».

use super::cue::Cue;
use super::cue_ar::telling;
use super::subject_ar::{is_preposition, subject};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, key_of};
use crate::analysis::people::{Phrase, ar};

/// Who speaks by a paper with no article right before a verb in the present: it, where a preposition governs it («بدراسة تفيد
/// بأن»), else the body that is the subject before it («نشرت الهيئة تقريراً يفيد بأن»).
pub(super) fn paper_before(doc: &Doc, sentence: Sentence, cue: &Cue) -> Option<Phrase> {
    let at = cue.start.checked_sub(1).filter(|at| *at > sentence.start)?;
    let parsed = ar::word(doc, at);
    let object = ar::without_accusative(doc.word(at)).and_then(|noun| doc.lexicon.sense(key_of(noun), Class::Doc));
    let sense = object.or(parsed.sense).filter(|_| !parsed.article && parsed.owner.is_none())?;
    let present = doc.word(cue.start).starts_with(['ي', 'ت']);
    if sense.class != Class::Doc || !present || !sense.agree.fits(cue.sense.agree) {
        return None;
    }
    if parsed.attached || is_preposition(doc, at - 1) {
        return Some(Phrase {
            start: at,
            end: at + 1,
            head: Some((at, sense)),
            agree: sense.agree,
            ..Phrase::default()
        });
    }
    subject(doc, sentence.start, at, Agree::default()).filter(|found| found.head_is(Class::Body))
}

/// Whether a verb tells what a paper right before it says: «استشهدت فلانة بدراسة تفيد بأن».
pub(super) fn is_of_paper(doc: &Doc, cue: &Cue) -> bool {
    let paper = |at: usize| ar::word(doc, at).sense.is_some_and(|sense| sense.class == Class::Doc);
    cue.subject.is_none() && cue.start.checked_sub(1).is_some_and(paper)
}

/// Words of the one whose paper or speech it is, at most.
const WRITER: usize = 8;

/// Whose a paper or a speech is in which something is said, right behind it: «كلمة لرئيسة الجمعية فلانة قالت فيها إن».
pub(super) fn written_by(doc: &Doc, sentence: Sentence, cue: &Cue) -> Option<Phrase> {
    if !matches!(doc.word(cue.end), "فيها" | "فيه") {
        return None;
    }
    let from = cue.start.saturating_sub(WRITER).max(sentence.start + 1);
    let led = |at: &usize| {
        let parsed = ar::word(doc, *at);
        parsed.attached
            && doc.word(*at).starts_with('ل')
            && parsed.sense.is_some_and(|sense| sense.class != Class::Body)
    };
    let by = |at: usize| ar::phrase(doc, at, cue.start).filter(|found| found.end == cue.start);
    (from..cue.start).filter(led).find_map(by).filter(|found| found.agree.gender_fits(cue.sense.agree))
}

/// Who acts on a paper that stands between him and his verb: «وعارض القرار مختار القرية فلان، قائلاً».
pub(super) fn behind_paper(doc: &Doc, paper: &Phrase, to: usize, agree: Agree) -> Option<Phrase> {
    let plain = paper.head_is(Class::Doc) && paper.definite && paper.end == paper.start + 1;
    let found = if plain { telling(doc, paper.end, to) } else { None }?;
    let person = found.head_is(Class::Role) || found.head_is(Class::Title);
    (person && found.agree.fits(agree)).then_some(found)
}
