//! Arabic surnames that are spelled as people or things («القضاة», «الخطاب», «المجالسة»), and what behind a name looks like
//! more of it and is none.

use super::ar::{ends_phrase, is_finite};
use super::ar_begins::{kunya, may_name};
use super::ar_name::{is_in_commas, is_owned};
use super::ar_object::acts;
use super::ar_role::is_adjective;
use super::ar_shape::is_masdar;
use super::ar_word::{has_article, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Gender, Number, Sense};
use crate::analysis::listed::List;
use crate::analysis::token::Kind;

/// Whether the word behind a given name is its surname, though it is spelled as several people or a thing: a name in
/// apposition ends with it («الدكتور عصام القضاة،»), or the verb of its bearer, or what is said, stands behind («قال زيد
/// المناصرة إن»).
pub(super) fn is_family(doc: &Doc, start: usize, from: usize, at: usize) -> bool {
    let next = at + 1;
    if is_in_commas(doc, from, at) && doc.word(at).ends_with('ه') && !doc.word(at).starts_with('ل') && is_owned(doc, at)
    {
        return true;
    }
    if at != from + 1 || doc.token(at).dated {
        return false;
    }
    // «قالت كلير تيته إن», «أضاف يورغن فاله، الخبير، أن»: nothing that is his stands there.
    if !has_article(doc, at) {
        let role = |at: usize| word(doc, at).sense.is_some_and(|sense| sense.class == Class::Role);
        let apposed = doc.kind(next) == Kind::Comma && (role(next + 1) || doc.is(next + 1, Class::Relative));
        let said = doc.is(next, Class::Comp) || doc.kind(next) == Kind::Colon || apposed;
        return said && doc.word(at).ends_with('ه') && is_owned(doc, at) && !acts(doc, start);
    }
    if !doc.is(from, Class::First) {
        return false;
    }
    let plural = doc.word(at).ends_with("ين") || doc.word(at).ends_with("ون") || doc.word(at).ends_with("ات");
    let thing = word(doc, at).sense.is_some_and(|sense| {
        matches!(sense.class, Class::Group | Class::Doc | Class::Body) || sense.agree.number == Number::Many
    });
    let deed = is_masdar(doc, at) && doc.word(at).starts_with("الم");
    if plural || !(thing || deed) {
        return false;
    }
    if doc.kind(next) == Kind::Comma {
        let called = |at: &usize| !has_article(doc, *at);
        let before = (start..from).rev().find(called).or(start.checked_sub(1));
        let apposed = before.is_some_and(|before| doc.kind(before) == Kind::Comma);
        let behind = next + 1;
        let told = doc.is(behind, Class::Relative) || doc.kind(behind) == Kind::Number || doc.word(behind) == "عن";
        let told = told || word(doc, behind).sense.is_some_and(|sense| sense.class == Class::Role);
        return apposed || (told && from > start);
    }
    let said = doc.kind(next) == Kind::Colon || doc.is(next, Class::Comp) || doc.is(next, Class::Relative);
    // «قال نزار العيادة صاحب معبر مائي:», «نقل عن الباحث باسل المشاقبة قوله إن».
    let calls = |sense: Sense| sense.class == Class::Role && sense.agree.number != Number::Many;
    let calls = word(doc, next).sense.is_some_and(calls) && !has_article(doc, next) && !word(doc, next).attached;
    let said = said || calls || matches!(doc.word(next), "قوله" | "قولها");
    (said || is_finite(doc, next)) && !acts(doc, start)
}

/// Whether a word that is a trade as well is a given name: another follows, or one bare word that ends the name.
pub(super) fn is_given(doc: &Doc, at: usize) -> bool {
    let (next, end) = (at + 1, at + 2);
    let closed = !doc.token(end).is_word() || doc.is(end, Class::Comp) || is_finite(doc, end);
    let trade = |sense: Sense| sense.class == Class::Role;
    let traded = word(doc, next).sense.is_some_and(trade);
    let plain = !has_article(doc, next) && !is_adjective(doc, next) && !doc.is(next, Class::Namer);
    let surname = || closed && plain && (traded || may_name(doc, next));
    doc.is(at, Class::First) && doc.token(next).is_word() && (doc.is(next, Class::First) || surname())
}

/// Whether a bare word behind a whole name is annexed to a noun that is somebody's: «رفعت أم يوسف صورة ابنها», «ودع فلان
/// الفلاني زملاء دربه».
pub(super) fn is_annexed_to_owned(doc: &Doc, start: usize, from: usize, at: usize) -> bool {
    let (given, next) = (doc.is(at, Class::First) || doc.is_surname(at), at + 1);
    let whole = at > from + 1 && (at > from + 2 || kunya(doc, start) != Gender::Any || doc.word(at).ends_with('ة'));
    let kin = word(doc, next).owner.is_some() && !word(doc, next).attached;
    whole && (kin || is_owned(doc, next)) && !given && !has_article(doc, at)
}

/// Whether a word behind a name is the measure of what its bearer gives or feels: «صبّ فلان جام غضبه», «قدم فلان أحر التعازي».
pub(super) fn is_measure(doc: &Doc, from: usize, at: usize) -> bool {
    const MEASURES: List = List::of(
        "جام جل جلّ كل كامل بالغ شديد عميق خالص وافر عظيم صادق تمام مطلق أشد أحر أصدق أطيب أسمى أعمق مجمل كبير",
    );
    const HOLDS: List =
        List::of("كوب كأس فنجان طبق صحن رغيف قطعة باقة زجاجة علبة كيس سلة حفنة دفتر مظروف حزمة كومة إبريق");
    let given = doc.is(at, Class::First);
    let next = at + 1;
    // «مد له صبي المقهى زيكو كوب شاي».
    if HOLDS.has(doc.word(at)) && !given && at > from {
        return doc.token(next).is_word() && !doc.is(next, Class::Comp) && !is_finite(doc, next);
    }
    let measured = is_owned(doc, next) || (!given && has_article(doc, next));
    MEASURES.has(doc.word(at)) && measured && (!given || at > from + 1)
}

/// Whether a word says that one was the first or the last of many: «كان فلان أول من وصل», «آخر الواصلين».
pub(super) fn is_rank(doc: &Doc, at: usize) -> bool {
    const RANKS: List = List::of("أول آخر ثاني ثالث أبرز أكثر أقل أكبر أصغر أفضل");
    let next = at + 1;
    let of = || doc.word(next) == "من" && !has_article(doc, next + 1);
    RANKS.has(doc.word(at)) && (has_article(doc, next) || of())
}

/// Whether a word with no article is the last of the name of a body: «جمعية ماء حي أن», «منظمة بحر نظيف:».
pub(super) fn is_epithet(doc: &Doc, head: usize, at: usize) -> bool {
    let plain = |at: usize| {
        let namer = || doc.is(at, Class::Namer);
        doc.token(at).is_word() && !has_article(doc, at) && (word(doc, at).sense.is_none() || namer())
    };
    let closed = doc.kind(at + 1) == Kind::Colon || doc.is(at + 1, Class::Comp);
    let free = closed && at == head + 2 && plain(at) && plain(at - 1) && !doc.token(at).dated;
    free && !ends_phrase(doc, at) && !word(doc, at).attached && !is_owned(doc, at) && !is_masdar(doc, at)
}
