//! Arabic noun phrases. The language writes no capitals: a name begins where a role ends. A role is its noun and what
//! is bound to it: the noun that it is annexed to, words with the article, and a prepositional tail; the first bare
//! word after these is a given name. An apposition behind a comma is one too.

use super::Phrase;
use super::ar_apposed::{behind_place, chained, is_calling, of_named};
pub(crate) use super::ar_begins::is_kunya;
pub(crate) use super::ar_begins::is_named_child;
use super::ar_begins::{begins_kunya, begins_name, kunya};
use super::ar_deed::{is_annexed, is_bound_verb};
use super::ar_family::is_given;
pub(crate) use super::ar_group::counted;
use super::ar_group::group;
pub(crate) use super::ar_name::is_particle;
use super::ar_name::named;
pub(crate) use super::ar_object::{is_outlet, may_be_unlisted};
pub(crate) use super::ar_role::is_spokesman;
use super::ar_role::role;
use super::ar_shape::is_how;
pub(crate) use super::ar_shape::{is_adjective_form, is_initials, is_masdar_form, is_present_form};
use super::ar_unlisted::{apposed, is_articled_surname, is_bare_surname, is_led_surname, titled, unlisted};
use super::ar_word::{HEADED, has_article};
pub(crate) use super::ar_word::{Word, is_adverb, without_accusative, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::token::Kind;

/// The classes of words that a speaker's phrase does not hold.
const CLOSED: Classes = Classes::all(&[
    Class::Comp,
    Class::Conn,
    Class::Prep,
    Class::Relative,
    Class::Participle,
    Class::SpeechNoun,
    Class::Neg,
    Class::Pronoun,
]);

/// Whether a word cannot stand in a speaker's phrase: it ends it.
pub(super) fn ends_phrase(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    if !token.is_word() || token.dated || is_how(doc, at) {
        return true;
    }
    let written = token.bare != token.key;
    let bare = if written { doc.lexicon.classes(token.bare) } else { Classes::NONE };
    // «فان», «فاي» are of foreign names: «فأي», «فإن» are spelled otherwise.
    let foreign = || doc.word(at).starts_with("فا") && doc.word(at).chars().count() == 3;
    let is_closed = token.classes.meet(CLOSED) || (bare.meet(CLOSED) && !foreign());
    let named = token.classes.meet(HEADED);
    let ends = if is_closed && !named {
        // «يونس ب.، وهو حلاق».
        !is_initial(doc, at)
    } else if is_said(doc, at) {
        true
    } else if token.classes.has(Class::Annexed) && has_article(doc, at + 1) {
        // «أستاذة علم الأحياء».
        false
    } else {
        (token.classes.has(Class::Verb) && !named)
            || (bare.has(Class::Verb) && !token.classes.has(Class::First))
            || (is_adverb(doc.word(at)) && !agrees(doc, at))
    };
    ends && !is_annexed(doc, at)
}

/// Whether a word is the first letter of a name, with a stop behind it.
fn is_initial(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    token.span().len() == 'ب'.len_utf8() && doc.text.get(token.end()..).is_some_and(|rest| rest.starts_with('.'))
}

/// Nouns of what somebody says or does by saying it.
const SAID: List = List::of(
    "القول التأكيد التذكير التشديد التنبيه التحذير الدعوة الطلب المطالبة الوعد التعهد الاعتراف التلويح التهديد السؤال الجواب",
);

/// Whether a word tells by what one speaks: «بادره الصحافي بالسؤال».
pub(super) fn is_saying(doc: &Doc, at: usize) -> bool {
    doc.word(at).strip_prefix('ب').is_some_and(|said| SAID.has(said))
}

/// Whether a word is what its verb says again: «جددت الرئاسة القول إن», «كرر الوزير التأكيد أن».
pub(super) fn is_said(doc: &Doc, at: usize) -> bool {
    let leads = |at: usize| doc.is(at, Class::Comp) || matches!(doc.word(at), "على" | "إلى" | "من");
    word(doc, at).article && leads(at + 1) && SAID.has(doc.word(at))
}

/// Whether a word in the accusative is an adjective of the one before it: «لكن مسؤولاً حكومياً رفيعاً قال».
fn agrees(doc: &Doc, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|noun| is_adverb(doc.word(*noun))) else { return false };
    let head = word(doc, noun).sense.is_some_and(|sense| matches!(sense.class, Class::Role | Class::Source));
    head || agrees(doc, noun)
}

/// Whether a word is a finite verb of saying, perhaps with a conjunction.
pub(crate) fn is_finite(doc: &Doc, at: usize) -> bool {
    doc.is_even_joined(at, Class::Verb)
}

/// The phrase that begins at `at`, before `end`; nothing where none does.
pub(crate) fn phrase(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    let found = plain_phrase(doc, at, end)?;
    if found.name.is_some() && found.head_is(Class::Role) && !word(doc, at).article && is_anonymous(doc, found.end) {
        return Some(Phrase { name: None, ..found });
    }
    Some(called(doc, &found, end).unwrap_or(found))
}

/// Whether a clause behind a comma says that somebody is not to be named: «سائق شاحنة عالق، رفض ذكر اسمه،».
fn is_anonymous(doc: &Doc, comma: usize) -> bool {
    let asks = "رفض رفضت فضل فضّل فضلت فضّلت طلب طلبت اشترط اشترطت آثر آثرت لم";
    let named = |at: usize| is_listed(doc.word(at), "اسمه اسمها هويته هويتها بلقبه بلقبها");
    doc.kind(comma) == Kind::Comma && is_listed(doc.word(comma + 1), asks) && (comma + 2..comma + ASIDE).any(named)
}

/// Words between a pronoun behind a phrase and the verb that names whom it means, at most.
const ASIDE: usize = 6;

/// A phrase with the name that a clause behind it gives it: «أحدهم، ويدعى فلان», «قائد الفصيل، الذي يُعرف بأبي فلان».
fn called(doc: &Doc, phrase: &Phrase, end: usize) -> Option<Phrase> {
    let free = phrase.agree.number != Number::Many && !phrase.pronoun && !phrase.head_is(Class::Body);
    let behind = free.then(|| behind_place(doc, phrase.end))?;
    let aside = behind + usize::from(doc.kind(behind) == Kind::Comma);
    // «اعترف الثاني، ويدعى فلاناً،».
    if phrase.head.is_none() && phrase.definite && aside == behind {
        return None;
    }
    let at = aside + usize::from(doc.is(aside, Class::Relative)) + 1;
    // «المتهم الأول، وهو موظف سابق يدعى فلاناً،».
    let told = aside > behind && matches!(doc.word(aside), "وهو" | "وهي");
    let names = |at: &usize| gives_name(doc, *at);
    let clause = || (at..end.min(at + ASIDE)).take_while(|at| doc.token(*at).is_word()).find(names);
    let at = if told { clause().map_or(at, |namer| namer + 1) } else { at };
    // «تقود الدورية امرأة هي فلانة».
    let is = |at: usize| matches!(doc.word(at - 1), "هو" | "هي") && begins_name(doc, at) && !has_article(doc, at);
    if at >= end || !(gives_name(doc, at - 1) || is(at)) {
        return None;
    }
    // «ساكن في الحي، عرّف عن نفسه باسم أبو فلان،».
    let own = at + usize::from(doc.word(at) == "عن");
    let at = if doc.is(own, Class::SelfWord) && doc.word(own + 1) == "باسم" { own + 2 } else { at };
    // «ثالث المتهمين، ويدعى «ر. س.»،», «سيدة تدعى (ن.ع):».
    let whole = |pair: usize| aside > behind && doc.kind(doc.next(at)) == Kind::Comma || is_initials(doc, pair);
    if let Some(pair) = doc.pair_at(at).filter(|pair| whole(*pair)) {
        let marks = doc.pair(pair);
        return Some(Phrase { end: marks.after(), name: Some((marks.inner_start(), marks.inner_end())), ..*phrase });
    }
    // «لا أحد يعرف متى تنتهي الأزمة».
    let called = begins_kunya(doc, at) || !doc.is(at, Class::Prep);
    let name = doc.token(at).is_word() && !doc.is(at, Class::SelfWord) && called;
    (name && doc.pair_at(at + 1).is_none())
        .then(|| Phrase { definite: true, ..named(doc, phrase.start, at, end, phrase.head, phrase.agree) })
}

/// Whether a word says what somebody is called: «يدعى», «واسمها», «المعروف».
pub(super) fn gives_name(doc: &Doc, at: usize) -> bool {
    doc.sense_even_joined(at, Class::Namer).is_some_and(|sense| sense.has(flag::NAME)) && !doc.word(at).starts_with('ب')
}

/// A name in marks; that of a body where it begins as one does.
fn marked(doc: &Doc, at: usize, pair: usize) -> Phrase {
    let pair = doc.pair(pair);
    let head = doc.sense(pair.inner_start(), Class::Body).map(|sense| (pair.inner_start(), sense));
    let agree = head.map(|(_, sense)| sense.agree).unwrap_or_default();
    Phrase {
        start: at,
        end: pair.after(),
        name: Some((pair.inner_start(), pair.inner_end())),
        head,
        agree,
        ..Phrase::default()
    }
}

/// Adverbs that are often written without their tanwin, and look like names then.
const ADVERBS: List = List::of(
    "طويلا قليلا كثيرا سريعا جيدا مليا بعيدا قريبا عاليا جميعا وحيدا دائما عميقا مطولا صراحة علانية خلسة كتابة علنا سرا همسا مرتين مرارا",
);

/// The phrase that begins at `at`, by what its first word is.
pub(super) fn plain_phrase(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    let first = doc.token(at);
    if at >= end {
        return None;
    }
    if let Some(pronoun) = pronoun(doc, at) {
        return Some(pronoun);
    }
    // «ذات المصدر», «نفس المتحدث».
    if first.classes.has(Class::Prep) && is_same(doc, at) {
        return plain_phrase(doc, at + 1, end).map(|phrase| Phrase { start: at, ..phrase });
    }
    if let Some(pair) = doc.pair_at(at) {
        return Some(marked(doc, at, pair));
    }
    if is_articled_surname(doc, at, end) || is_led_surname(doc, at) {
        return Some(surname(at));
    }
    if let Some(several) = counted(doc, at, end) {
        return Some(several);
    }
    let parsed = word(doc, at);
    // «سياسياً، طالب الحاكم»: what is spoken of, and nobody.
    if doc.kind(at + 1) == Kind::Comma && (doc.word(at).ends_with("ياً") || doc.word(at).ends_with("يًا")) {
        return None;
    }
    let follows_verb = || at.checked_sub(1).is_some_and(|before| is_finite(doc, before)) && is_bound_verb(doc, at);
    // «تفكر طويلا»; «وعند غروب كل جمعة».
    // «تحدث إلينا من وراء السياج», and not «قالت إلينا فلانة».
    if ADVERBS.has(doc.word(at))
        || doc.word(at) == "إلينا" && ends_phrase(doc, at + 1)
        || at.checked_sub(1).is_some_and(|before| doc.word(before) == "كل")
            && parsed.sense.is_none_or(|sense| sense.class == Class::First)
    {
        return None;
    }
    if !first.is_word() || first.dated || (ends_phrase(doc, at) && parsed.sense.is_none() && !follows_verb()) {
        return None;
    }
    // «أم نضال», «أبو النور الصيرفي».
    let child = match doc.word(at) {
        "أبو" | "أبي" if is_named_child(doc, at) => Gender::M,
        "أم" if is_named_child(doc, at) => Gender::F,
        _ => kunya(doc, at),
    };
    if child != Gender::Any {
        return Some(named(doc, at, at, end, None, Agree::new(child, Number::One)));
    }
    match parsed.sense {
        // «معالي رئيس الهيئة الدكتور فلان».
        Some(sense) if sense.class == Class::Title && !parsed.article && calls_role(doc, at + 1) => {
            plain_phrase(doc, at + 1, end).map(|phrase| Phrase { start: at, ..phrase })
        }
        // «ولم ينس المدرب».
        Some(sense) if sense.class == Class::First && follows_denial(doc, at) => None,
        Some(sense) => Some(headed(doc, at, end, sense, parsed)),
        None => unlisted(doc, at, end, parsed),
    }
}

/// Whether a word says that the one called behind it is the same as before.
pub(super) fn is_same(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at), "ذات" | "نفس") && has_article(doc, at + 1)
}

/// Whether a word before tells that a verb stands here, and no name.
fn follows_denial(doc: &Doc, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(doc.word(before), "لم" | "ولم" | "فلم" | "لن" | "ولن" | "فلن"))
}

/// The phrase whose first word is one that the lexicon has.
fn headed(doc: &Doc, at: usize, end: usize, sense: Sense, parsed: Word) -> Phrase {
    // «وقال ابن نافل»: the surname of one who is known.
    let given = sense.class == Class::First || (doc.word(at) == "ابن" && doc.is_surname(at + 1));
    // «رامي سعد حمود», «مالك حداد:»: a given name that is a trade as well.
    let given = given || (sense.class == Class::Role && is_given(doc, at));
    if !parsed.article && given {
        return named(doc, at, at, end, None, Agree::default());
    }
    // «ملابس الهلال»: with the article of the noun, it is any thing.
    if sense.class == Class::First && parsed.article {
        return titled(doc, at, end).unwrap_or_else(|| apposed(doc, at, end));
    }
    // «سلطان بن راشد الفلاني».
    if sense.class == Class::Role && !parsed.article && matches!(doc.word(at + 1), "بن" | "بنت") {
        return named(doc, at, at, end, None, Agree::new(sense.agree.gender, Number::One));
    }
    if sense.class == Class::Role && is_calling(doc, at, parsed) {
        return Phrase { also: Some(sense), ..named(doc, at, at + 1, end, None, sense.agree) };
    }
    // «ولخّص أحدهم، الجزار فلان، موقفهم».
    // «تقدمهم أحدهم فلان الفلاني».
    let one =
        |from: &usize| matches!(doc.word(at), "أحدهم" | "إحداهن" | "أحدهما" | "إحداهما") && doc.is(*from, Class::First);
    let named_one = || Some(at + 1).filter(one);
    if let Some(from) = chained(doc, at + 1, end).or_else(named_one).filter(|_| sense.class == Class::Source) {
        return Phrase { start: at, ..named(doc, at, from, end, None, sense.agree) };
    }
    let several = matches!(sense.agree.number, Number::Two | Number::Many);
    if several || matches!(sense.class, Class::Group | Class::Source) {
        return group(doc, at, end, sense, parsed);
    }
    // «حذرت حداد من أن»: a surname that is a trade as well.
    if sense.class == Class::Role && is_bare_surname(doc, at, end) {
        return surname(at);
    }
    also_called(doc, of_named(doc, end, role(doc, at, end, sense, parsed)))
}

/// One word that is a surname.
fn surname(at: usize) -> Phrase {
    Phrase { start: at, end: at + 1, name: Some((at, at + 1)), definite: true, ..Phrase::default() }
}

/// A pronoun, or the one named last as the subject of a verb: «وأضاف الأخير», «وتابعت هذه الأخيرة».
fn pronoun(doc: &Doc, at: usize) -> Option<Phrase> {
    if let Some(pronoun) = doc.sense(at, Class::Pronoun) {
        return Some(Phrase { start: at, end: at + 1, agree: pronoun.agree, pronoun: true, ..Phrase::default() });
    }
    let last = at + usize::from(matches!(doc.word(at), "هذا" | "هذه"));
    let gender = match doc.word(last) {
        "الأخير" | "الاخير" => Gender::M,
        "الأخيرة" | "الاخيرة" => Gender::F,
        _ => return None,
    };
    let subject = at.checked_sub(1).is_some_and(|before| is_finite(doc, before));
    let agree = Agree::new(gender, Number::One);
    let owner = Some((last, last + 1));
    subject.then(|| Phrase { start: at, end: last + 1, agree, owner, pronoun: true, ..Phrase::default() })
}

/// A phrase with the honorific that stands right before its name, by which alone the text may call the one later: «زوجته
/// الحاجة فلانة», then «الحاجة».
fn also_called(doc: &Doc, phrase: Phrase) -> Phrase {
    let before = phrase.name.and_then(|(from, _)| from.checked_sub(1)).filter(|before| *before > phrase.start);
    let title = before.and_then(|before| word(doc, before).sense).filter(|sense| sense.class == Class::Title);
    Phrase { also: phrase.also.or(title), ..phrase }
}

/// Whether a word is a role that an honorific stands before.
fn calls_role(doc: &Doc, at: usize) -> bool {
    let parsed = word(doc, at);
    let plain = !parsed.attached && !parsed.conjunction;
    plain && parsed.sense.is_some_and(|sense| matches!(sense.class, Class::Role | Class::Title))
}

/// Whether a word begins with a conjunction and the article: a circumstance («وتابعت والدموع في عينيها»). «والدة» does not.
pub(crate) fn starts_aside(doc: &Doc, at: usize) -> bool {
    let parsed = word(doc, at);
    let own = parsed.sense.is_some() && !parsed.conjunction;
    doc.word(at).starts_with("وال") && doc.word(at).chars().count() > 4 && !own
}
