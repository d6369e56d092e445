//! What goes on with an Arabic role by words of its own, and is no name: a verb that tells of its bearer, or what the verb
//! before the role is about; and a verb that is a name.

use super::Phrase;
use super::ar::{ends_phrase, is_finite};
use super::ar_begins::{kunya, may_name};
use super::ar_name::{is_owned, is_particle};
use super::ar_role::is_adjective;
use super::ar_shape::{is_masdar, is_masdar_form, is_present_form, is_root};
use super::ar_word::{has_article, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Gender, Sense, flag};
use crate::analysis::listed::List;
use crate::analysis::token::Kind;

/// Whether a verb is a given name, behind another or its subject: no verb follows these («ويقول الباحث تروي وودكوك إن»).
pub(super) fn is_bound_verb(doc: &Doc, at: usize) -> bool {
    let closed = matches!(doc.kind(at + 2), Kind::Comma | Kind::Colon) || doc.is(at + 2, Class::Comp);
    // «الفنانة وعد الصباغ:»: no woman does what a man's form says.
    let woman = || at > 0 && doc.word(at - 1).ends_with('ة') && doc.word(at + 1).starts_with("ال");
    let other = || doc.sense(at, Class::Verb).is_some_and(|verb| verb.agree.gender == Gender::M) && woman();
    doc.is(at, Class::Verb)
        && (is_particle(doc, at + 1) || (closed && (other() || may_name(doc, at + 1) && !has_article(doc, at + 1))))
}

/// Whether what looks like a verb, or as a phrase cannot go on, is the noun that the one before is annexed to: «محكمة استئناف
/// القاهرة», «ولي أمر», «لجنة متابعة الأسعار».
pub(super) fn is_annexed(doc: &Doc, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    // «لجنة متابعة الأسعار», «رئيس مبادرة حماية النخيل».
    let held = || doc.sense(before, Class::Role).is_some_and(|sense| sense.has(flag::OFFICE));
    let matter = |noun: &str| noun.starts_with('م') && (doc.is(before, Class::Body) || held()) && is_masdar_form(noun);
    match doc.word(at) {
        "استئناف" => matches!(doc.word(before), "محكمة" | "محاكم" | "نيابة"),
        "وسط" => matches!(doc.word(before), "لاعب" | "لاعبة"),
        // «مدير أمن الفيوم», «ضابط أمن السفارة», «مدير سجل الموازين».
        "أمن" | "سجل" | "نشر" | "رصد" | "بث" => {
            held() || matches!(doc.word(before), "ضابط" | "رجل" | "عنصر" | "قوات")
        }
        "أمر" => matches!(doc.word(before), "ولي" | "ولية"),
        noun => matter(noun) && (has_article(doc, at + 1) || has_article(doc, at + 2)),
    }
}

/// Whether what looks like a name behind a role with no article is a verb that tells of its bearer («بائعة خضار نجت
/// بأعجوبة», «شاب نجا من الحريق»): no name stands there that is one word and goes on. An office may lack its article.
pub(super) fn tells_of_one(doc: &Doc, base: &Phrase, name_end: usize) -> bool {
    let at = base.end;
    let known = doc.is(at, Class::First) || doc.is_surname(at) || kunya(doc, at) != Gender::Any || has_article(doc, at);
    let office = base.head.is_some_and(|(_, sense)| sense.has(flag::OFFICE));
    let goes_on = doc.token(at + 1).is_word() && !doc.is(at + 1, Class::Comp) && !super::ar::is_finite(doc, at + 1);
    let one = !base.definite && name_end == at + 1;
    base.head_is(Class::Role) && !known && !office && goes_on && (one || is_deed(doc, base.start, at))
}

/// What they did who are told of by it behind their role: «بائعة جاءت من الجنوب».
const CAME: List = List::of(
    "جاء جاءت عاد عادت كان كانت نجا نجت فر فرت هرب هربت وصل وصلت نزح نزحت حضر حضرت خرج خرجت فقد فقدت خسر خسرت \
    ظل ظلت بات باتت أصبح أصبحت توفي توفيت رحل رحلت غادر غادرت عاش عاشت بقي بقيت",
);

/// Whether a word is such a verb, and goes on: «نجلاء فرحات عادت إلى صفها».
pub(super) fn has_come(doc: &Doc, at: usize) -> bool {
    let name = || doc.is(at, Class::First) || doc.is_surname(at) || doc.word(at) == "كان";
    // «فلان الفلاني نأى بنفسه», «مضى إلى القول».
    let weak = doc.word(at).ends_with('ى') && doc.word(at).chars().count() == 3;
    doc.token(at + 1).is_word() && !doc.is(at + 1, Class::Comp) && (weak || CAME.has(doc.word(at))) && !name()
}

/// Whether a word behind a role is a verb that tells of its bearer: «مريضة مسنة تنتظر», «جدة فقدت حفيديها».
pub(super) fn tells_of_role(doc: &Doc, head: usize, at: usize) -> bool {
    let role = at.checked_sub(1).and_then(|before| word(doc, before).sense);
    let role = role.filter(|sense| sense.class == Class::Role && word(doc, at).sense.is_none());
    let present = role.is_some_and(|sense| is_present_of(doc, sense, at)) && !is_adjective(doc, at);
    // «حاول ضابط إقناعهم»: what is done to others.
    let matter = ["هم", "ها", "ه"].iter().find_map(|suffix| doc.word(at).strip_suffix(suffix));
    let matter = matter.is_some_and(|noun| is_owned(doc, at) && is_masdar_form(noun));
    let came = role.is_some() && doc.token(at + 1).is_word() && CAME.has(doc.word(at));
    present || came || matter || (is_deed(doc, head, at) && doc.token(at + 1).is_word())
}

/// Whether a word is a verb in the present that agrees with a role: «رئيس تكتل الإصلاح» has none, nor «رئيسة تجمع المرأة».
fn is_present_of(doc: &Doc, role: Sense, at: usize) -> bool {
    let woman = role.agree.gender == Gender::F;
    let agrees = doc.word(at).starts_with(if woman { 'ت' } else { 'ي' });
    is_present(doc, at) && agrees && !(woman && has_article(doc, at + 1))
}

/// Whether a word is what the woman of a role did: three letters of a root, or two, and ت.
fn is_deed(doc: &Doc, head: usize, at: usize) -> bool {
    let woman =
        word(doc, head).sense.is_some_and(|sense| sense.class == Class::Role && sense.agree.gender == Gender::F);
    let short = |stem: &str| stem.chars().count() == 2 && !stem.contains(['ا', 'و', 'ي']);
    let did = doc.word(at).strip_suffix('ت').is_some_and(|stem| is_root(stem) || short(stem));
    woman && did && !doc.is(at, Class::First)
}

/// Whether a verbal noun with the article, behind another word that has it, is what the verb of a role is about: «رفض
/// متحدث باسم البورصة التعليق».
pub(super) fn is_matter(doc: &Doc, at: usize) -> bool {
    // «الطبيبة المناوبة فلانة»: what a woman is by her name.
    let woman = |before: usize| {
        let role = word(doc, before)
            .sense
            .is_some_and(|sense| matches!(sense.class, Class::Role | Class::Title) && sense.agree.gender == Gender::F);
        role && doc.word(at).starts_with("الم") && may_name(doc, at + 1) && !has_article(doc, at + 1)
    };
    let articled = |before: usize| has_article(doc, before) && is_masdar(doc, at) && !woman(before);
    has_article(doc, at) && at.checked_sub(1).is_some_and(articled)
}

/// Whether a word that no lexicon has looks like a verb in the present («السفير يربط»), and not like a name: a particle or
/// a verb of saying behind it makes it one («توتو بنت فلان»).
pub(super) fn is_present(doc: &Doc, at: usize) -> bool {
    let named = || is_particle(doc, at + 1) || is_finite(doc, at + 1) || is_closed_pair(doc, at);
    // «الرئيس يحب الصفقات».
    let short = doc.word(at).starts_with('ي') && doc.word(at).chars().count() == 3 && has_article(doc, at + 1);
    (short || is_present_form(doc.word(at))) && !doc.is(at, Class::First) && !doc.is_surname(at) && !named()
}

/// Whether a word and a bare one behind it stand alone, as no verb and its object do: «وزير الدفاع التركي يشار غولر،».
fn is_closed_pair(doc: &Doc, at: usize) -> bool {
    let (second, end) = (at + 1, at + 2);
    let name = doc.token(second).is_word() && !doc.token(second).dated && !ends_phrase(doc, second);
    let bare = name && !has_article(doc, second) && !doc.word(second).ends_with(['ة', 'ت']);
    let unknown = word(doc, second).sense.is_none_or(|sense| sense.class == Class::First) && !is_masdar(doc, second);
    let free = doc.is(end, Class::Prep) && !doc.word(second).ends_with('ا');
    let closed = !doc.token(end).is_word() || doc.is(end, Class::Comp) || doc.is(end, Class::Relative);
    let closed = closed || is_finite(doc, end) || free;
    bare && unknown && closed && !is_owned(doc, second)
}
