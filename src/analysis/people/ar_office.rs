//! What an Arabic role is of: a place, a noun that is annexed further, and where a name begins behind these.

use super::Phrase;
use super::ar::ends_phrase;
use super::ar_apposed::is_grade;
use super::ar_begins::{begins_name, may_name};
use super::ar_role::is_adjective;
use super::ar_word::{has_article, has_to_the, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, flag};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::token::Kind;

/// Whether one unknown word is where an office is, and nobody's name: no name stands behind a noun that nothing makes definite
/// («مدير سجن سوهاج إن»).
pub(super) fn is_of_place(doc: &Doc, at: usize, base: &Phrase) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|noun| *noun == base.start + 1 && base.owner == Some((*noun, at))) else {
        return false;
    };
    let office = base.head.is_some_and(|(_, sense)| sense.class == Class::Role && sense.has(flag::OFFICE));
    let bare = |at: usize| !has_article(doc, at) && !doc.is(at, Class::First) && !doc.is_surname(at);
    let closed = doc.is(at + 1, Class::Comp) || doc.kind(at + 1) == Kind::Colon;
    let known = word(doc, noun).owner.is_some() || is_adjective(doc, noun);
    office && closed && !known && bare(noun) && bare(at) && may_name(doc, at) && word(doc, at).sense.is_none()
}

/// Where a name begins, behind a place that looks like one and the titles of who bears it: «قائد عمليات ميسان الفريق الركن فلان».
pub(super) fn behind_district(doc: &Doc, at: usize, end: usize) -> usize {
    let titles =
        (at + 1..end).take_while(|at| doc.is(*at, Class::Title) && has_article(doc, *at) || is_grade(doc, *at)).count();
    let from = at + 1 + titles;
    if titles > 0
        && !doc.is(at, Class::Binder)
        && begins_name(doc, from)
        && doc.token(from + 1).is_word()
        && !ends_phrase(doc, from + 1)
    {
        from
    } else {
        at
    }
}

/// Whether a given name with the article («الطاهر», «الهادي») begins a name here: another word of a name follows. One
/// that no lexicon has, or that is an adjective as well («العربي»), needs a «بن».
pub(super) fn begins_articled_name(doc: &Doc, at: usize, end: usize) -> bool {
    let next = at + 1;
    if !has_article(doc, at) || next >= end {
        return false;
    }
    let binds = matches!(doc.word(next), "بن" | "ابن" | "ولد" | "آل" | "بنت" | "منت" | "بت" | "ود");
    let goes_on = doc.token(next).is_word() && !ends_phrase(doc, next) && !has_to_the(doc, next);
    // «العقيد الفيتوري بوزيان،»: behind an honorific, one bare word that nothing goes on with is a surname.
    let nisba = doc.word(at).ends_with('ي')
        && !is_listed(doc.word(at - 1), "العقيد العميد اللواء المقدم الرائد السيد الشيخ الحاج");
    let titled = at > 0 && doc.is(at - 1, Class::Title) && has_article(doc, at - 1) && !nisba;
    let closed = || !doc.token(next + 1).is_word() || ends_phrase(doc, next + 1);
    let bare = || word(doc, next).sense.is_none() && !has_article(doc, next) && may_name(doc, next);
    let plain = || word(doc, at).sense.is_none() && !is_grade(doc, at) && !doc.word(at).ends_with('ة');
    // «المهندس الأمين كرار», and not «الأستاذ الأمين العام».
    let trusted = || titled && doc.word(at) == "الأمين" && !has_article(doc, next) && may_name(doc, next);
    binds || goes_on && (doc.is(at, Class::First) || titled && plain() && bare() && closed() || trusted())
}

/// Whether a word is a quarter of the sky, which is annexed to a place.
pub(super) fn is_direction(word: &str) -> bool {
    matches!(word, "شمال" | "جنوب" | "شرق" | "غرب")
}

/// Superlatives, and a trade's «عام», that a noun follows.
const MOST: List = List::of("صغار كبار قدامى قدماء عموم أقدم أكبر أشهر أصغر أعرق أهم أبرز أحدث أوسع أعلى عام عامة");

/// Whether a word is a superlative before a noun that has no article: «الحاجة رقوش أقدم سيارة».
pub(super) fn is_most(doc: &Doc, at: usize) -> bool {
    let noun = doc.token(at + 1).is_word() && !has_article(doc, at + 1) && !doc.is(at + 1, Class::Comp);
    noun && MOST.has(doc.word(at)) && doc.word(at).starts_with('أ')
}

/// Whether the noun that a role is annexed to is itself annexed to another («مختار قرية عين اللوز», «كاتب عام نقابتهم»).
pub(super) fn takes_more(doc: &Doc, at: usize) -> bool {
    // «محور غرب دجلة».
    let directed = is_direction(doc.word(at)) || is_direction(doc.word(at + 1));
    // «صاحب أقدم محل للعطور».
    directed
        || MOST.has(doc.word(at))
        || doc.is(at, Class::Namer)
        || word(doc, at).sense.is_some_and(|sense| matches!(sense.class, Class::Body | Class::Role | Class::Group))
}

/// Whether a suffix says whose a noun is, so that it is annexed to nothing.
pub(super) fn is_of_other(doc: &Doc, at: usize) -> bool {
    word(doc, at).owner.is_some() && !is_several(doc, at)
}

/// Whether a word is several people, annexed to the next, and nothing of the narrator's own: «كبير مفاوضي الحكومة».
pub(super) fn is_several(doc: &Doc, at: usize) -> bool {
    let owned = word(doc, at).owner.is_some() && doc.word(at).ends_with('ي') && has_article(doc, at + 1);
    owned && word(doc, at).sense.is_some_and(|sense| sense.class == Class::Role)
}

/// Whether a noun of what an office does is annexed to one that is itself annexed: «جمعية رعاية مرضى السكري».
pub(super) fn cares_for(doc: &Doc, at: usize) -> bool {
    let bare = !has_article(doc, at + 1) && !doc.is(at + 1, Class::First) && !ends_phrase(doc, at + 1);
    let does =
        "تعليم تربية صحة مرور تدريب إسكان رعاية حماية إدارة شؤون دعم مكافحة تنمية تطوير تنظيم خدمات حقوق علاج إغاثة";
    bare && has_article(doc, at + 2) && is_listed(doc.word(at), does)
}
