//! Whom the words before an Arabic verb set there as its subject: «أما», «كان», or a name in marks.

use super::clause_ar::is_short;
use super::cue_ar::telling;
use super::subject_ar::{is_preposition, subject_before};
use super::title::is_title;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Sense};
use crate::analysis::listed::List;
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;

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

/// Words of a subject between a helping verb and «أن», at most.
const HELPED: usize = 10;

/// The subject of a verb that «أن» binds to the one before it, between the two: «ولم يفت ابنها أن يعلّق», «حرص الوزير على أن
/// يؤكد».
pub(super) fn between_verbs(doc: &Doc, first: usize, at: usize) -> Option<Phrase> {
    let comp = at.checked_sub(1).filter(|comp| matches!(doc.word(*comp), "أن" | "ان" | "ألا"))?;
    let led = comp.checked_sub(1).filter(|led| matches!(doc.word(*led), "على" | "إلى" | "الى" | "في" | "من" | "ب"));
    let end = led.unwrap_or(comp);
    let from = first.max(end.saturating_sub(HELPED)) + 1;
    let known = |found: &Phrase| found.end == end && (found.name.is_some() || found.head_is(Class::Role));
    (from..end).find_map(|at| telling(doc, at, end).filter(known)).filter(|_| is_helper(doc, first, end))
}

/// Whether a word from a token on helps another verb: «لم يفت», «حرص», «آثر».
fn is_helper(doc: &Doc, first: usize, end: usize) -> bool {
    const HELPS: List = List::of(
        "يفت تفت ينس تنس يتردد تتردد يتوان تتوان يخجل تخجل يشأ تشأ حرص حرصت يحرص تحرص حاول حاولت يحاول تحاول أراد أرادت يريد \
        تريد فضل فضلت فضّل فضّلت آثر آثرت يفضل تفضل أحب أحبت يحب تحب ود ودت يود تود اختار اختارت استطاع استطاعت نسي نسيت كاد كادت \
        سبق رفض رفضت أبى أبت اكتفى اكتفت عاد عادت",
    );
    (first..end).any(|at| HELPS.has(doc.word(at).trim_start_matches(['و', 'ف'])))
}

/// Words of a subject that «و» sets beside the clause before, at most.
const BESIDE: usize = 6;

/// Whom «و» sets beside the clause before, right before a verb in the present that has no subject behind it: «سيول تعزل القرى
/// والوالي يطمئن: «…»».
pub(super) fn set_beside(doc: &Doc, first: usize, at: usize) -> Option<Phrase> {
    let next = at + 1;
    let opens = doc.kind(next) == Kind::Colon || doc.is(next, Class::Comp);
    let present = doc.word(at).starts_with(['ي', 'ت']) && (opens || doc.is(next + 1, Class::Comp));
    let joined = |at: &usize| ar::word(doc, *at).conjunction && doc.word(*at).starts_with('و');
    let words = (first + 1..at).rev().take(BESIDE).take_while(|at| doc.token(*at).is_word());
    let someone = |found: &Phrase| found.end == at && (found.head.is_some() || found.name.is_some());
    let found = |from| ar::phrase(doc, from, at).filter(someone);
    if present { words.filter(joined).find_map(found) } else { None }
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

/// Tokens of an age in brackets behind a name, at most.
const AGED: usize = 4;

/// The token behind an age and the trade that commas set behind a name, which tell of who bears that: «نادى على فلانة
/// (34 سنة)، ممرضة، فشهدت».
pub(super) fn behind_trade(doc: &Doc, at: usize, to: usize) -> usize {
    let aged = doc.kind(at) == Kind::Opener && doc.kind(at + 1) == Kind::Number;
    let closer = |at: &usize| doc.kind(*at) == Kind::Closer;
    let comma = if aged { (at + 2..at + 2 + AGED).find(closer).map_or(at, |closer| closer + 1) } else { at };
    if doc.kind(comma) != Kind::Comma || comma + 1 >= to {
        return at;
    }
    let trade = |one: &Phrase| one.head_is(Class::Role) && one.name.is_none() && !one.definite;
    let told = telling(doc, comma + 1, to).filter(|one| trade(one) && doc.kind(one.end) == Kind::Comma);
    told.map_or(at, |one| one.end)
}
