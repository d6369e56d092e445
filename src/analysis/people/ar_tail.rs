//! The prepositional tail of an Arabic role: what it is held for, or where («النائب عن كتلة …», «السفير إلى …»).

use super::ar::ends_phrase;
use super::ar_begins::begins_name;
use super::ar_deed::is_matter;
use super::ar_name::is_owned;
use super::ar_object::{is_acted_on, is_occasion, is_outlet, is_told_people};
use super::ar_office::takes_more;
use super::ar_role::is_spokesman;
use super::ar_shape::is_how;
use super::ar_word::{has_article, has_to_the, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, flag, key_of};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::token::Kind;

/// Words that lead to what a role is held for, or where.
const LEADS: List = List::of("داخل في لدى من بالوكالة إلى لشؤون لدي عن على");

/// Verbs of motion, behind whose subject «من» tells from where.
const MOVES: List = List::of(
    "خرج خرجت عاد عادت جاء جاءت نزل نزلت هرب هربت فر فرت اقترب اقتربت انسحب انسحبت وصل وصلت قدم قدمت يخرج تخرج يعود تعود",
);

/// Who speaks for a body, behind «ممثلة في».
const SPEAKS: List = List::of(
    "نائب نائبة نائبها رئيس رئيسة رئيسها رئيسه رئيستها مدير مديرة مديرها مديره مديرتها وكيل وكيلها محامي محاميها شخص ممثل ممثلها \
    أمين أمينها وزير وزيرها وزيرة",
);

/// Who works for an outlet: «مراسل لوكالة فرانس برس».
const REPORTERS: List = List::of("مراسل مراسلة مصور مصورة محرر محررة صحفي صحفية صحافي صحافية مندوب مندوبة");

/// Whether a noun calls one who works for an outlet.
pub(super) fn is_reporter(doc: &Doc, at: usize) -> bool {
    REPORTERS.has(doc.word(at))
}

/// Whether a preposition that goes on with a role stands here.
pub(super) fn is_tail(doc: &Doc, at: usize, head: usize, class: Class) -> bool {
    if is_how(doc, at) {
        return false;
    }
    // «أستاذة الاقتصاد بجامعة النيل».
    let parsed = word(doc, at);
    let at_body = is_at_body(doc, at);
    if at_body && matches!(class, Class::Role | Class::Title) {
        return true;
    }
    // «المتحدث باسم «قوات السهل»».
    if doc.pair_at(at + 1).is_some() && matches!(doc.word(at), "باسم" | "لـ" | "ل") {
        // «قالت الطبيبة لـ«البيان»:»: the outlet that is told.
        return doc.word(at) == "باسم" || is_spokesman(doc, head) || begins_name(doc, doc.next(at + 1));
    }
    // «المندوب الجهوي بمراكش فلان الفلاني», «الجماعة الترابية لأيت بوكماز فلان».
    if is_town(doc, at) && at > head && matches!(class, Class::Role | Class::Title) {
        return true;
    }
    // «الخبير في «دار الأسهم» فلان», «رئيس مجموعة «أفق» فلان».
    let house = matches!(doc.word(at), "في" | "لدى" | "من") || (parsed.attached || at_body) && takes_more(doc, at);
    let house = house && doc.pair_at(at + 1).is_some_and(|pair| is_house(doc, pair));
    if house && matches!(class, Class::Role | Class::Title) {
        return true;
    }
    if !doc.token(at + 1).is_word()
        || ends_phrase(doc, at + 1)
        || is_owned(doc, at + 1)
        || doc.is(at + 1, Class::Prep)
        || is_occasion(doc, at + 1)
        || (matches!(doc.word(at), "عن" | "إلى" | "على")
            && (!(governs(doc, head, doc.word(at)) || at > head + 1 && governs(doc, at - 1, doc.word(at)))
                || is_asked(doc, head))
            && !is_aware(doc, at)
            && doc.word(at + 1) != "مستوى")
    {
        return false;
    }
    // «عضو اللجنة باسم الغرابي»: only one who speaks does so for another.
    if doc.word(at) == "باسم" {
        return (head..at).any(|at| is_spokesman(doc, at));
    }
    if is_told_people(doc, head, at) || (is_outlet(doc, at) && !is_reporter(doc, head)) {
        return false;
    }
    let led = LEADS.has(doc.word(at));
    let led = led || (doc.word(at).starts_with('ل') && doc.word(at).chars().count() > 3 && word(doc, at).attached);
    led && !is_of_verb(doc, at, head)
}

/// Whether a preposition is the verb's before the role: «وخرج النائب من القاعة», «نقل المحامي عن موكله»; or leads to who speaks
/// for a body: «النيابة، ممثلة في نائب الوكيل فلان،».
fn is_of_verb(doc: &Doc, at: usize, head: usize) -> bool {
    let verb = || head.checked_sub(1).map_or("", |verb| doc.word(verb).trim_start_matches(['و', 'ف']));
    match doc.word(at) {
        "عن" => verb().contains("نقل"),
        "في" => SPEAKS.has(doc.word(at + 1)),
        "من" => MOVES.has(verb()),
        _ => false,
    }
}

/// Whether «ب» leads to a body or to what has a name: «بجامعة النيل», «بمشروع النهر».
pub(super) fn is_at_body(doc: &Doc, at: usize) -> bool {
    let Some(noun) = doc.word(at).strip_prefix('ب').filter(|noun| !noun.starts_with("اسمه")) else { return false };
    let parsed = word(doc, at);
    let body = parsed.attached && parsed.sense.is_some_and(|sense| sense.class == Class::Body);
    let key = key_of(noun);
    body || doc.lexicon.is(key, Class::Namer) || doc.lexicon.is(key, Class::Body)
}

/// Whether the name of who bears a role begins right behind that of a place: «المقيم في باريس سامي نعوم».
fn is_behind_place(doc: &Doc, at: usize) -> bool {
    let capital = word(doc, at - 1).sense.is_some_and(|sense| sense.class == Class::Body && sense.has(flag::OFFICE));
    let name = doc.is(at, Class::First) && doc.token(at + 1).is_word() && !ends_phrase(doc, at + 1);
    begins_name(doc, at) && (capital || (name && !takes_more(doc, at - 1)))
}

/// Whether an unknown word is «ب» or «ل» and a place, behind a role that has the article: a given name that goes on, or a
/// particle of the place, stands behind.
fn is_town(doc: &Doc, at: usize) -> bool {
    let led = doc.word(at).starts_with(['ب', 'ل']) && doc.word(at).chars().count() > 3;
    let led = led && (has_article(doc, at - 1) || has_to_the(doc, at - 1));
    let known = doc.is(at, Class::First) || doc.is_surname(at) || word(doc, at).sense.is_some();
    let binds =
        || matches!(doc.word(at).trim_start_matches(['ب', 'ل']), "أيت" | "آيت" | "أولاد" | "بني" | "عين" | "سيدي");
    let goes_on = |at: usize| doc.token(at).is_word() && !ends_phrase(doc, at);
    led && !known && (binds() || (doc.is(at + 1, Class::First) && goes_on(at + 2)))
}

/// Words of the name of a house, at most.
const HOUSE: usize = 4;

/// Whether marks hold the name of the house in which somebody is what he is: his name, or a comma, stands behind.
fn is_house(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let after = marks.after();
    let short = doc.count_words(marks.inner_start(), marks.inner_end()) <= HOUSE;
    short && (begins_name(doc, after) && !has_article(doc, after) || doc.kind(after) == Kind::Comma)
}

/// Whether the one who has a role is asked, so that «عن» leads to what about: «سئل الناطق عن عدد الضحايا».
fn is_asked(doc: &Doc, head: usize) -> bool {
    head.checked_sub(1)
        .is_some_and(|verb| ["سأل", "سئل", "سألت", "سئلت"].contains(&doc.word(verb).trim_start_matches('و')))
}

/// Whether «على» goes with what a source is: «مصدر مطلع على المفاوضات».
pub(super) fn is_aware(doc: &Doc, at: usize) -> bool {
    doc.word(at) == "على" && is_listed(doc.word(at - 1), "مطلع مطلعة مطلعاً مطلعا مطلعون مطلعين")
}

/// Whether a role takes a preposition to what it is held for: «النائب عن كتلة …», «السفير إلى …», «المشرف على …», and not
/// «كشف الفريق عن قميصه», «دعا الأمين العام إلى هدنة».
fn governs(doc: &Doc, at: usize, preposition: &str) -> bool {
    let roles = match preposition {
        "عن" => {
            "نائب نائبة ممثل ممثلة مندوب مندوبة مرشح مرشحة مستشار مستشارة مسؤول مسؤولة عضو متحدث متحدثة ناطق ناطقة \
             وكيل وكيلة مدافع مدافعة محامي محامية"
        }
        "إلى" => "سفير سفيرة مبعوث مبعوثة موفد موفدة مندوب مندوبة عائد عائدة مستشار مستشارة",
        _ => "مشرف مشرفة مسؤول مسؤولة قائم قائمة مؤتمن وصي متمرد محتج شاهد خارج مرشح مرشحة",
    };
    let word = doc.word(at);
    is_listed(word.strip_prefix("ال").unwrap_or(word), roles)
}

/// The end of a prepositional tail: the noun behind the preposition, what it is annexed to, and their adjectives.
pub(super) fn tail(doc: &Doc, head: usize, at: usize, limit: usize) -> usize {
    let mut to = at + 1;
    // «الأمينة العامة لنقابتهم فاتن».
    if word(doc, at).owner.is_some() {
        return to;
    }
    if is_town(doc, at) {
        return (to + usize::from(!doc.is(to, Class::First))).min(limit);
    }
    if doc.pair_at(to).is_some() && to < limit {
        return doc.next(to).min(limit);
    }
    // «بالمعهد فلانة»: what has the article is annexed to nothing.
    let whole = doc.word(at).starts_with("بال") && word(doc, at).article;
    if !whole && to < limit && doc.token(to).is_word() && !ends_phrase(doc, to) {
        let closed = has_article(doc, to);
        to += 1;
        if !closed && to < limit && doc.token(to).is_word() && !ends_phrase(doc, to) && !is_behind_place(doc, to) {
            to += 1;
        } else if !closed && to < limit && takes_more(doc, to - 1) && doc.pair_at(to).is_some() {
            // «النائب عن كتلة «…» فلان».
            to = doc.next(to).min(limit);
        }
    }
    let other = |to: usize| ends_phrase(doc, to) || is_matter(doc, to) || is_acted_on(doc, head, to);
    while to < limit && doc.token(to).is_word() && has_article(doc, to) && !other(to) {
        to += 1;
    }
    to
}
