//! Arabic phrases whose first word no lexicon has: a name, several people by their form, what one is called, or a surname
//! that the text has given.

use super::Phrase;
use super::ar::{ends_phrase, is_finite, plain_phrase};
use super::ar_apposed::chained;
use super::ar_begins::begins_name;
use super::ar_group::{group, plural_sense};
use super::ar_name::{MAX_NAME, is_owned, is_particle, named};
use super::ar_shape::{is_dual, is_initials, is_masdar, is_plural};
use super::ar_word::{Word, has_article, has_to_the, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, fold, key_of_chars};
use crate::analysis::token::Kind;

/// The phrase whose first word no lexicon has: a name, or what one is called.
pub(super) fn unlisted(doc: &Doc, at: usize, end: usize, parsed: Word) -> Option<Phrase> {
    match () {
        // «التامو بنت الفقيه».
        () if parsed.article && is_particle(doc, at + 1) && !doc.is(at + 1, Class::Role) => {
            Some(named(doc, at, at, end, None, Agree::default()))
        }
        () if parsed.article => Some(titled(doc, at, end).unwrap_or_else(|| apposed(doc, at, end))),
        () if is_dual(doc, at) => {
            let sense = Sense { agree: Agree::new(Gender::Any, Number::Two), ..plural_sense() };
            Some(group(doc, at, end, sense, parsed))
        }
        () if is_plural(doc.word(at)) => Some(group(doc, at, end, plural_sense(), parsed)),
        () if is_owned(doc, at) || is_masdar(doc, at) => None,
        () => {
            let found = named(doc, at, at, end, None, Agree::default());
            // «دفاع المتهم المحامي فلان»: the thing speaks by the one who is named.
            let titled = doc.is(found.end, Class::Title) && begins_name(doc, found.end + 1);
            // «ست الشاي حواء آدم»: a calling that no lexicon has.
            let calling = found.end == at + 2 && has_article(doc, at + 1) && doc.is(found.end, Class::First);
            let titled = titled || calling && !is_particle(doc, at + 1) && begins_name(doc, found.end);
            let person = || plain_phrase(doc, found.end, end).map(|phrase| Phrase { start: at, ..phrase });
            Some(if titled { person().unwrap_or(found) } else { found })
        }
    }
}

/// Words with the article that call one by what they are, at most.
const CALLINGS: usize = 3;

/// A calling that no lexicon has, with the article, and the name behind it: a given name that is known, or two words
/// that end where what is said begins.
pub(super) fn titled(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    let mut to = at + 1;
    // «البائعة المسنة فلانة».
    // «المعدّة الرئيسية للدراسة فلانة».
    while to < at + CALLINGS
        && (has_article(doc, to) || has_to_the(doc, to))
        && !ends_phrase(doc, to)
        && !doc.is(to, Class::First)
    {
        to += 1;
    }
    let subject = at.checked_sub(1).is_some_and(|before| is_finite(doc, before));
    let calling = (subject || doc.word(at).ends_with(['ة', 'ي'])) && !doc.is_surname(at);
    if to >= end || !begins_name(doc, to) || has_article(doc, to) {
        return None;
    }
    let gender = if doc.word(at).ends_with('ة') { Gender::F } else { Gender::Any };
    let found = named(doc, at, to, end, None, Agree::new(gender, Number::One));
    let known = doc.is(to, Class::First) || is_particle(doc, to + 1);
    let whole = found.end > to + 2 && has_article(doc, found.end - 1);
    let closed = whole || ends_phrase(doc, found.end);
    // «الكاسب هيوا، وهو أب لأربعة:».
    let told = doc.kind(found.end) == Kind::Comma && matches!(doc.word(found.end + 1), "وهو" | "وهي");
    (known || calling && told || (calling && found.end > to + 1 && closed))
        .then_some(Phrase { definite: true, ..found })
}

/// Words of the place before a name in apposition, at most.
const PLACE: usize = 5;

/// A word with the article and no known head, and the name behind a comma: «الصانع المكرم، المعلم فلان الفلاني،».
pub(super) fn apposed(doc: &Doc, at: usize, end: usize) -> Phrase {
    let found = described(doc, at, end);
    // «الموقوف الأول (ح.ن)».
    if let Some(pair) = doc.pair_at(found.end).filter(|pair| found.end < end && is_initials(doc, *pair)) {
        let marks = doc.pair(pair);
        return Phrase { end: marks.after().min(end), name: Some((marks.inner_start(), marks.inner_end())), ..found };
    }
    // «القابلة الوحيدة في المخيم، فلانة الفلانية،».
    let place = (found.end + 1..end.min(found.end + PLACE)).find(|at| !doc.token(*at).is_word());
    let comma = place.filter(|_| doc.word(found.end) == "في").unwrap_or(found.end);
    let from = if found.name.is_none() { chained(doc, comma, end) } else { None };
    from.map_or(found, |from| Phrase { definite: true, ..named(doc, at, from, end, None, found.agree) })
}

/// A word with the article and no known head: a surname that the text has given, or people and things that are called by
/// what they are. Nothing shows that these are somebody, so that they have no name.
fn described(doc: &Doc, at: usize, end: usize) -> Phrase {
    let mut to = at + 1;
    let known = doc.is_surname(at) || is_led_surname(doc, at);
    while to < end
        && to < at + MAX_NAME
        && (has_article(doc, to) || doc.is(to, Class::SelfWord))
        && !ends_phrase(doc, to)
        && (!known || doc.is_surname(to))
    {
        to += 1;
    }
    let many = is_plural(doc.word(at));
    let number = if many { Number::Many } else { Number::Any };
    let gender = if doc.word(at).ends_with("ات") { Gender::F } else { Gender::Any };
    let agree = Agree::new(gender, number);
    Phrase { start: at, end: to, name: known.then_some((at, to)), agree, definite: true, ..Phrase::default() }
}

/// Whether one word that the text has in a name stands where nothing goes on with it.
pub(super) fn is_bare_surname(doc: &Doc, at: usize, end: usize) -> bool {
    let parsed = word(doc, at);
    let alone =
        at + 1 >= end || !doc.token(at + 1).is_word() || doc.is(at + 1, Class::Comp) || doc.is(at + 1, Class::Prep);
    doc.is_surname(at) && !parsed.article && !parsed.attached && parsed.owner.is_none() && alone
}

/// Whether a surname stands here that the text has given, with the article, and not a given name before one: «الحسن الفلاني».
pub(super) fn is_articled_surname(doc: &Doc, at: usize, end: usize) -> bool {
    let given = doc.is(at, Class::First) && at + 1 < end && doc.is_surname(at + 1);
    doc.is_surname(at) && has_article(doc, at) && !given
}

/// Whether «لل» leads to a surname that the text has given: «وفقاً للشمري».
pub(super) fn is_led_surname(doc: &Doc, at: usize) -> bool {
    let name =
        doc.word(at).strip_prefix("لل").map(|rest| key_of_chars("ال".chars().chain(rest.chars()).filter_map(fold)));
    name.is_some_and(|key| doc.surnames.binary_search(&key).is_ok())
}
