//! Whether an Arabic name begins at a word: one that is called by a child, or what may be a given name.

use super::ar::{ends_phrase, gives_name, is_finite, starts_aside};
use super::ar_deed::is_present;
use super::ar_family::is_rank;
use super::ar_name::{is_namer, is_owned};
use super::ar_object::is_complement;
use super::ar_office::is_direction;
use super::ar_shape::{RECALLED, is_joined_verb, is_masdar, is_present_form};
use super::ar_word::{has_article, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Gender, Sense};
use crate::analysis::token::Kind;

/// Bytes of «فأبو», the longest of such words.
const LONGEST_KUNYA: usize = 8;

/// The gender of one who is called by a child's name («أم نضال»); none where no such name begins at `at`.
pub(super) fn kunya(doc: &Doc, at: usize) -> Gender {
    // «وفقاً لأم فلان».
    // «فأم ياسر، وهي أرملة، قالت».
    let word = doc.word(at);
    if word.len() > LONGEST_KUNYA {
        return Gender::Any;
    }
    let opens = || doc.begins_sentence(at) && doc.is(at + 1, Class::First);
    let led = |letter: char| letter == 'ل' || (matches!(letter, 'و' | 'ف') && opens());
    let gender = match word.strip_prefix(led).unwrap_or(word) {
        "أم" | "ام" => Gender::F,
        "أبو" | "ابو" | "أبي" | "أبا" => Gender::M,
        _ => return Gender::Any,
    };
    let next = at + 1;
    let other = has_article(doc, next) || ends_phrase(doc, next) || self::word(doc, next).attached;
    if doc.token(next).is_word() && !other { gender } else { Gender::Any }
}

/// Whether one who is called familiarly, and so by a given name alone, does something, and says nothing: «يفك عم شعبان الحبل عن
/// الوتد».
pub(super) fn is_uncle_who_acts(doc: &Doc, at: usize) -> bool {
    let called = matches!(doc.word(at), "عم" | "العم" | "خالة" | "الخالة" | "عمة" | "العمة" | "الأسطى" | "أسطى");
    // «يفك», «تعد»: two of the letters of a root are written as one.
    let short = |verb: &str| verb.chars().count() == 3 && verb.starts_with(['ي', 'ت']);
    let acts = |verb: &str| short(verb) || is_present_form(verb);
    called && at.checked_sub(1).is_some_and(|verb| acts(doc.word(verb)) && !is_finite(doc, verb))
}

/// Whether one is called here by a child whose name the lexicon has.
pub(crate) fn is_kunya(doc: &Doc, at: usize) -> bool {
    kunya(doc, at) != Gender::Any && doc.is(at + 1, Class::First)
}

/// Whether a name by a child begins here, whose own name may have the article: «أبو الوليد».
pub(super) fn begins_kunya(doc: &Doc, at: usize) -> bool {
    // «أم البنين», and no «أم الفحم».
    let mother = || doc.word(at) == "أم" && !matches!(doc.word(at + 1), "الفحم" | "القيوين" | "القرى" | "الكتاب");
    let father = || (matches!(doc.word(at), "أبو" | "أبي" | "ابو") || mother()) && has_article(doc, at + 1);
    // «ضيف الله».
    let of_god =
        || doc.word(at + 1) == "الله" && !doc.is(at, Class::Body) && !is_owned(doc, at) && !word(doc, at).attached;
    kunya(doc, at) != Gender::Any || father() || of_god()
}

/// Whether a father or mother is called by a child whose name is known and has the article: «أبو النور», «أم الوليد».
pub(crate) fn is_named_child(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at), "أبو" | "أبي" | "أم")
        && has_article(doc, at + 1)
        && (doc.is(at + 1, Class::First) || doc.is_surname(at + 1))
}

/// Whether a name can begin right behind a role.
pub(super) fn begins_name(doc: &Doc, at: usize) -> bool {
    // «الشاب يوهانس، الذي»: no verb stands there.
    let closed = || doc.kind(at + 1) == Kind::Comma && doc.is(at + 2, Class::Relative);
    may_name(doc, at) && (follows_title(doc, at) || !is_present(doc, at) || closed())
}

/// Whether a word is annexed to what is somebody's: «وصف المدرب أداء فريقه».
fn is_of_owned(doc: &Doc, at: usize) -> bool {
    let next = at + 1;
    if doc.is(at, Class::First) || doc.is(next, Class::First) || has_article(doc, at) || !doc.token(next).is_word() {
        return false;
    }
    let owned = word(doc, next).owner.is_some() && !word(doc, next).attached || is_owned(doc, next);
    owned && !doc.is_surname(at) && !doc.is_surname(next)
}

/// Whether a title stands right before a word.
pub(super) fn follows_title(doc: &Doc, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| doc.is(before, Class::Title))
}

/// Whether a name may go on at a token, or is over.
fn goes_on_as_name(doc: &Doc, at: usize) -> bool {
    let over = |at: usize| !doc.token(at).is_word() || doc.is(at, Class::Comp);
    over(at) || over(at + 1) || doc.is(at, Class::First) || doc.is(at, Class::Binder)
}

/// Whether a word may be a given name, if it is no verb in the present.
pub(super) fn may_name(doc: &Doc, at: usize) -> bool {
    if begins_kunya(doc, at) {
        return true;
    }
    doc.token(at).is_word()
        && !word(doc, at).attached
        && (!is_masdar(doc, at) || is_bare_pair(doc, at))
        && !is_namer(doc, at)
        && !ends_phrase(doc, at)
        && (word(doc, at).sense.is_none() || is_callable(doc, at) || doc.is(at, Class::First) || leads_name(doc, at) || is_titled_given(doc, at))
        && !is_complement(doc, at)
        && !starts_aside(doc, at)
        && (!is_owned(doc, at) || doc.word(at).ends_with('ه') && is_bare_pair(doc, at))
        && (word(doc, at).owner.is_none() || leads_name(doc, at))
        // «الكاسب هيوا،»: no single one did what several do.
        && (!doc.word(at).ends_with("وا") || follows_title(doc, at) || !doc.token(at + 1).is_word())
        && !is_joined_verb(doc, at)
        && !is_rank(doc, at)
        && !RECALLED.has(doc.word(at))
        && !is_direction(doc.word(at))
        && !is_led_noun(doc, at)
        && !is_of_owned(doc, at)
        && (!doc.word(at).ends_with("ية")
            || doc.is(at, Class::First)
            || doc.is_surname(at)
            || follows_title(doc, at)
            || (doc.is(at + 1, Class::First) && at > 0 && has_article(doc, at - 1))
            // «تقول ابنته علوية عبد الباسط إن»: an adjective of his daughter has the article.
            || (at > 0 && word(doc, at - 1).owner.is_some() && goes_on_as_name(doc, at + 1)))
        && !gives_name(doc, at)
}

/// Whether a word that is a rank as well is a given name behind a title: «د. أمير محمد الحسن».
fn is_titled_given(doc: &Doc, at: usize) -> bool {
    follows_title(doc, at) && !has_article(doc, at) && doc.is(at + 1, Class::First)
}

/// Whether an honorific is of the name behind it, as in the Maghreb: «سيدي محمد ولد فلان», «مولاي إدريس».
pub(super) fn leads_name(doc: &Doc, at: usize) -> bool {
    // «لالة بنت محمود».
    let child = || matches!(doc.word(at + 1), "بن" | "بنت" | "منت" | "ولد");
    matches!(doc.word(at), "سيدي" | "مولاي" | "لالة" | "للا") && (doc.is(at + 1, Class::First) || child())
}

/// Whether what has the form of a verbal noun is a given name, behind what is definite: one bare word stands before the verb
/// or what is said («الناقد الفرنسي إتيان موريل إن»).
fn is_bare_pair(doc: &Doc, at: usize) -> bool {
    let (second, end) = (at + 1, at + 2);
    let closed = doc.is(end, Class::Comp) || doc.kind(end) == Kind::Colon || doc.word(end) == "قد";
    let bare = closed && !has_article(doc, at) && at > 0 && has_article(doc, at - 1);
    bare && doc.token(second).is_word() && !has_article(doc, second) && word(doc, second).sense.is_none()
}

/// Whether a word with the article may call one person: «الراعي», and not «الوزارة».
fn is_callable(doc: &Doc, at: usize) -> bool {
    let thing = |sense: Sense| matches!(sense.class, Class::Body | Class::Group | Class::Doc);
    has_article(doc, at) && (doc.is_surname(at) || !word(doc, at).sense.is_some_and(thing))
}

/// Whether an unknown word is «ل» and a noun that is annexed: «المعهد القومي لعلوم البحار», «الخبير لإزالة الألغام».
pub(super) fn is_led_noun(doc: &Doc, at: usize) -> bool {
    let led = has_article(doc, at + 1) && !RECALLED.has(doc.word(at));
    let Some(noun) = doc.word(at).strip_prefix('ل').filter(|_| led) else { return false };
    // «لفض الاشتباك», «لحل النزاع»: two letters of which neither is weak.
    let doubled = noun.chars().count() == 2 && !noun.contains(['ا', 'و', 'ي', 'ى', 'ؤ', 'ه', 'ة']);
    (doubled || noun.chars().count() > 2) && !doc.is(at, Class::First) && !doc.is_surname(at)
}
