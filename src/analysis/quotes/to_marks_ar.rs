//! What leads an Arabic verb to words in marks that no colon announces: a preposition, an aside, those who are told.

use super::clause_ar::is_short;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Sense, flag};
use crate::analysis::listed::List;
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Whether an Arabic preposition of the verb leads to words in marks: «اتهمه بـ«…»», «حذر من «كارثة وشيكة»». Behind «إلى»
/// two words are the name of a paper: «تحدث إلى «الشرق الأوسط»».
pub(super) fn leads_to_marks(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let words = doc.count_words(marks.inner_start(), marks.inner_end());
    let least = match marks.open.checked_sub(1).map_or("", |before| doc.word(before)) {
        "بـ" | "ب" => return !super::title::names_paper(doc, pair),
        "على" | "من" | "عن" => 2,
        "إلى" | "الى" if calls_for(doc, marks.open) || draws_on(doc, marks.open) => 2,
        "إلى" | "الى" | "في" => 3,
        _ => return false,
    };
    words >= least && !super::title::is_title(doc, pair)
}

/// Whether a verb that draws attention to what it tells stands right before «إلى» and marks: «لافتاً الانتباه إلى «…»».
fn draws_on(doc: &Doc, open: usize) -> bool {
    const DRAWS: List = List::of(
        "لافتا لافتة مشيرا مشيرة منبها منبهة لفت لفتت أشار أشارت يشير تشير نبه نبهت منوها منوهة الانتباه النظر الأنظار",
    );
    open.checked_sub(2)
        .is_some_and(|verb| DRAWS.has(doc.word(verb).trim_start_matches('و').trim_end_matches('\u{64B}')))
}

/// Words back in which a verb that takes «إلى» to what it asks for, or to a cause, stands.
const CALL_REACH: usize = 20;

/// Whether a verb that takes «إلى» to what is asked for or to a cause, and not to the one spoken to, stands before marks.
fn calls_for(doc: &Doc, open: usize) -> bool {
    const CALLS: List = List::of("دعا دعت دعوا يدعو تدعو داعيا داعية داعين عزا عزت عازيا عازية يعزو تعزو");
    let same = |at: usize| CALLS.has(doc.word(at).trim_start_matches('و').trim_end_matches('\u{64B}'));
    (open.saturating_sub(CALL_REACH)..open).any(same)
}

/// Whether marks between the subject of a verb and the word that opens its clause name who is told: «أبلغ فلان «أخبار الشرق» أن».
pub(super) fn is_told_outlet(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let before =
        marks.open.checked_sub(1).is_some_and(|at| doc.token(at).is_word() && !matches!(doc.word(at), "بـ" | "ب"));
    before && marks.closed && is_short(doc, marks.open) && doc.is(marks.after(), Class::Comp)
}

/// Whether words in marks behind a verb are those who are asked to do something: «دعت «جميع الأطراف» إلى».
pub(super) fn is_addressed(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    is_short(doc, marks.open) && marks.closed && matches!(doc.word(marks.after()), "إلى" | "الى" | "بأن" | "بان")
}

/// Whether nothing but an aside between commas stands between a verb with its subject and the marks: «نفى الوزير، في رسالة، «…»».
pub(super) fn is_behind_aside(doc: &Doc, behind: usize, open: usize) -> bool {
    open > behind + 1 && doc.kind(behind) == Kind::Comma && doc.kind(open - 1) == Kind::Comma
}

/// Words between a verb with its subject and marks that no colon leads to, at most: «قال فلان لوكالة فرانس برس «…»».
pub(super) const LOOSE_REACH: usize = 16;

/// Words in such marks at least: fewer may be a name.
const LOOSE_WORDS: usize = 4;

/// Whether marks that no colon leads to hold what is said: nothing but an addressee, an occasion or a relative clause
/// stands before them, and they are too long for a name.
pub(super) fn is_loose(doc: &Doc, behind: usize, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let long = doc.count_words(marks.inner_start(), marks.inner_end()) >= LOOSE_WORDS;
    let near = behind < marks.open && doc.count_words(behind, marks.open) <= LOOSE_REACH;
    let plain = |at: usize| matches!(doc.kind(at), Kind::Word | Kind::Number) && !doc.is(at, Class::Comp);
    near && long && (behind..marks.open).all(plain) && !super::title::follows_namer(doc, marks.open)
}

/// Whether a verb of thinking or observing leads to marks that stand right behind it and its subject: «سجلت البعثة «هدوءاً
/// نسبياً»», «رصد المركز «تراجعاً في عدد الحرائق»». Few words that are no object are a name.
pub(super) fn is_observed(doc: &Doc, sense: Sense, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let from = marks.inner_start();
    let words = doc.count_words(from, marks.inner_end());
    let object = || words > 1 && ar::without_accusative(doc.word(from)).is_some();
    let takes = sense.has(flag::CLAUSE) && !sense.has(flag::NAME);
    takes && (words >= LOOSE_WORDS || object()) && !super::title::is_title(doc, pair)
}

/// Whether a subject is known well enough for what stands behind its comma to tell more of it.
pub(super) fn is_told_more(subject: &Phrase) -> bool {
    subject.name.is_some() || subject.definite && subject.head_is(Class::Body)
}

/// Words of an apposition behind the subject of a verb, at most.
const APPOSED: usize = 12;

/// The token behind what tells, between commas, of the subject of an Arabic verb: «عزا فلان، مدير الشركة، التراجع إلى «…»».
pub(super) fn behind_apposition(doc: &Doc, reach: usize, open: usize) -> usize {
    if doc.lang != Lang::Ar || doc.kind(reach) != Kind::Comma {
        return reach;
    }
    let mut words = reach + 1..open.min(reach + APPOSED + 1);
    let comma = words.find(|at| !doc.token(*at).is_word()).filter(|at| doc.kind(*at) == Kind::Comma);
    // «عزت المجموعة، في بلاغ، هذا الأداء إلى «…»»: behind an occasion stands what the verb takes.
    let occasion = doc.is(reach + 1, Class::Prep);
    let comma = comma.filter(|comma| !occasion || doc.token(comma + 1).is_word());
    comma.map_or(reach, |comma| comma + 1)
}
