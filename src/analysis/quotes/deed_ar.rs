//! What an Arabic verb tells or asks with no word that opens a clause: «كشف النائب عن إحالة الملف», «تساءل عما إذا كان».

use super::cue::Content;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::Class;
use crate::analysis::listed::List;
use crate::analysis::people::ar;
use crate::analysis::token::Kind;

/// Whether a verb asks: «تساءل النائب عما إذا كان».
pub(super) fn asks_whether(doc: &Doc, at: usize) -> bool {
    const ASKS: List = List::of(
        "تساءل تساءلت تساءلوا يتساءل تتساءل يتساءلون استفسر استفسرت يستفسر تستفسر استفهم استفهمت استوضح استوضحت سأل سألت يسأل \
        تسأل متسائلا متسائلاً متسائلة",
    );
    ASKS.has(doc.word(at).trim_start_matches(['و', 'ف']))
}

/// What is asked behind such a verb and its subject: «عما إذا كانت الحكومة جادة».
pub(super) fn asked(doc: &Doc, behind: usize, end: usize) -> Content {
    let apart = |at: &usize| doc.token(*at).is_word() || doc.kind(*at) == Kind::Comma;
    let whether = |at: &usize| matches!(doc.word(*at), "عما" | "عمّا" | "ما" | "عن") && doc.word(at + 1) == "إذا";
    let near = (behind..end.min(behind + DEED_REACH)).take_while(apart);
    { near }.find(whether).map_or(Content::None, |at| Content::After(at + 1))
}

/// Whether a verb tells what was done with «عن» before it: «كشف النائب عن إحالة الملف».
pub(super) fn tells_deed(doc: &Doc, at: usize) -> bool {
    const TELLS: List =
        List::of("أعلن أعلنت اعلن اعلنت يعلن تعلن كشف كشفت يكشف تكشف أفصح أفصحت يفصح تفصح أعلنوا كشفوا");
    TELLS.has(doc.word(at).trim_start_matches(['و', 'ف']))
}

/// Words from such a verb and its subject to «عن», and of what was done, at least.
const DEED_REACH: usize = 10;
const DEED_WORDS: usize = 4;

/// What was done, by the verbal noun behind «عن», where that has words enough to be told of.
pub(super) fn deed(doc: &Doc, behind: usize, end: usize) -> Option<usize> {
    let apart = |at: &usize| doc.token(*at).is_word() || matches!(doc.kind(*at), Kind::Comma | Kind::Number);
    let near = (behind..end.min(behind + DEED_REACH)).take_while(apart);
    let from = { near }.find(|at| doc.word(*at) == "عن")? + 1;
    let noun = ar::is_masdar_form(doc.word(from)) || doc.is(from, Class::Prep) && doc.word(from).chars().count() > 3;
    let ends = |at: &usize| matches!(doc.kind(*at), Kind::Comma | Kind::Stop | Kind::Break | Kind::Semicolon);
    let to = (from..end).find(ends).unwrap_or(end);
    (noun && !ar::word(doc, from).article && doc.count_words(from, to) >= DEED_WORDS).then_some(from)
}
