//! What the shape of an Arabic word tells where no lexicon has it: its pattern is that of a verbal noun, or of a verb in
//! the present. Names that share a pattern are in the lexicon.

use super::ar_word::word;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::Class;
use crate::analysis::listed::{List, is_listed};
use crate::analysis::token::{INITIALS, Kind};
use crate::text::Lang;

/// Letters of a word that are looked at: no pattern is longer.
const LETTERS: usize = 10;

/// The letters of a word without vowel signs and tatweel, and how many they are.
fn letters(word: &str) -> ([char; LETTERS], usize) {
    let mut out = ['\0'; LETTERS];
    let mut count = 0;
    for c in word.chars().filter(|c| !is_mark(*c)) {
        if let Some(slot) = out.get_mut(count) {
            *slot = c;
        }
        count += 1;
    }
    (out, count)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{65F}' | '\u{670}' | 'ـ')
}

/// Whether the first letter of a word is one of these: most words are told from a pattern by that.
fn begins_with(word: &str, letters: &[char]) -> bool {
    word.chars().find(|c| !is_mark(*c)).is_some_and(|first| letters.contains(&first))
}

/// Whether a word that is no name has the pattern of a verbal noun, with or without the article: «إشراك», «تعليق»,
/// «انسحاب», «اختيار», «استقالة», «مواجهة».
pub(super) fn is_masdar(doc: &Doc, at: usize) -> bool {
    let spelled = doc.word(at);
    let bare = spelled.strip_prefix("ال").filter(|bare| bare.chars().count() > 3).unwrap_or(spelled);
    // «تركية» has the pattern of «تسوية».
    let nation = bare == "تركية";
    is_masdar_form(bare) && !nation && !doc.is(at, Class::First) && !doc.is_surname(at) && word(doc, at).sense.is_none()
}

/// Whether a word is three letters of a root with no vowel: «فتح», «شكر».
pub(super) fn is_root(bare: &str) -> bool {
    bare.chars().count() == 3 && !bare.contains(['أ', 'ا', 'و', 'ي', 'ى', 'ة', 'ء'])
}

/// Whether a word without the article has the pattern of a verbal noun.
pub(crate) fn is_masdar_form(bare: &str) -> bool {
    if !begins_with(bare, &['إ', 'ت', 'ا', 'م']) {
        return false;
    }
    let (letters, count) = letters(bare);
    matches!(
        letters.get(..count.min(LETTERS)).unwrap_or_default(),
        ['إ', _, _, 'ا', _]
            | ['إ', _, 'ا', _, 'ة']
            | ['ت', _, _, _, 'ة']
            | ['ت', _, _, 'ي', _]
            | ['ا', 'ت', _, 'ا', _]
            | ['ا', _, 'ت' | 'ط' | 'د', _, 'ا', _]
            | ['ا', 'ن', _, _, 'ا', _]
            | ['ا', 'س', 'ت', _, _, 'ا', _]
            | ['ا', 'س', 'ت', _, 'ا', _, 'ة']
            | ['م', _, 'ا', _, _, 'ة']
    )
}

/// Nouns that have the form of a woman's adjective.
const NOUNS: List = List::of(
    "جريمة ضريبة نتيجة قطيعة جزيرة مدينة سفينة طبيعة عقيدة وثيقة وسيلة فضيحة هزيمة خطيئة صحيفة حقيبة قبيلة عشيرة شريعة ذريعة \
    مكيدة وليمة كنيسة طريقة حقيقة غريزة مصيبة كتيبة حصيلة مسيرة فصيلة حديقة قصيدة صفيحة ذخيرة شريحة وظيفة غرامة عملية ضغينة نصيحة \
    وتيرة وديعة فريضة مبيعة جزيئة رهينة خريطة بطيخة نقيضة صنيعة",
);

/// Whether a word without the article has the form of an adjective: «جديد», «دائم», «أعلى», «مشترك», «دولية», «كبرى».
pub(crate) fn is_adjective_form(bare: &str) -> bool {
    let (letters, count) = letters(bare);
    match letters.get(..count.min(LETTERS)).unwrap_or_default() {
        [_, _, 'ي', _, 'ة'] => !NOUNS.has(bare),
        [.., 'ي' | 'ى']
        | [.., 'ي', 'ة']
        | ['ع', 'ا', 'م']
        | ['ع', 'ا', 'م', 'ة']
        | ['خ', 'ا', 'ص']
        | ['خ', 'ا', 'ص', 'ة']
        | [_, 'ا', _, _, 'ة'] => true,
        // «الهجوم», «الشروط» are nouns.
        [_, _, 'و', _] => {
            is_listed(bare, "عجوز طموح غيور خجول صبور شكور وقور حنون ودود خلوق جسور عطوف كسول غيور فخور")
        }
        [_, _, 'ي', last] | [_, 'ا', _, last] | ['أ', _, _, last] => *last != 'ة',
        ['م', _, _, .., last] => *last != 'ت',
        _ => false,
    }
}

/// Whether a word has the pattern of a verb in the present, and not that of a foreign name («تامر», «يوهانس», «تيودور»).
pub(crate) fn is_present_form(word: &str) -> bool {
    if !begins_with(word, &['ي', 'ت']) {
        return false;
    }
    let (letters, count) = letters(word);
    match letters.get(..count.min(LETTERS)).unwrap_or_default() {
        ['ي' | 'ت', second, .., last] => count > 3 && !matches!(second, 'ا' | 'ي') && !matches!(last, 'ة' | 'ا'),
        _ => false,
    }
}

/// Whether a word has a pattern of the broken plural of things («تفاصيل», «مطالب», «أسباب»), or ends as their sound one.
pub(super) fn is_many_things(word: &str) -> bool {
    let (letters, count) = letters(word);
    match letters.get(..count.min(LETTERS)).unwrap_or_default() {
        ['ت' | 'م', _, 'ا', _, 'ي', _] | ['م', _, 'ا', _, _] => !word.ends_with(['ة', 'ي', 'ا']),
        ['أ', _, _, 'ا', _] | [_, _, _, .., 'ا', 'ت'] => true,
        _ => false,
    }
}

/// Whether a word that no lexicon has looks like a sound plural of people.
pub(super) fn is_plural(word: &str) -> bool {
    let letters = word.chars().count();
    letters > 5 && (word.ends_with("ون") || word.ends_with("تان") || (word.starts_with("ال") && word.ends_with("ات")))
}

/// Whether a word and its adjective are both in the dual («ساكنان آخران»).
pub(super) fn is_dual(doc: &Doc, at: usize) -> bool {
    let dual = |at: usize| doc.word(at).ends_with("ان") && doc.word(at).chars().count() > 4;
    dual(at) && dual(at + 1)
}

/// Whether an unknown word is «و» and a verb: «أحد الجيران ويطرق بابه», «حملت الطفل وركضت».
pub(super) fn is_joined_verb(doc: &Doc, at: usize) -> bool {
    // «ضحك ومضى», «وأغلق الخط».
    let weak = |verb: &str| verb.chars().count() == 3 && verb.ends_with('ى');
    let weak = |verb: &str| weak(verb) || verb.strip_prefix('أ').is_some_and(is_root);
    let past = |verb: &str| is_root(verb) || weak(verb) || (verb.ends_with('ت') && is_root(verb.trim_end_matches('ت')));
    let verb = doc.word(at).strip_prefix('و').is_some_and(|verb| is_present_form(verb) || past(verb));
    verb && !doc.is_even_joined(at, Class::First) && !doc.is_surname(at)
}

/// Whether the marks hold the initials of an Arabic name, of which one word at most is whole: «سيد. ع», «م. ن».
pub(crate) fn is_initials(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let (from, to) = (marks.inner_start(), marks.inner_end());
    let mut words = (from..to).filter(|at| doc.token(*at).is_word());
    let letter = |at: usize| doc.word(at).trim_end_matches('ـ').chars().nth(1).is_none();
    let plain = doc.lang == Lang::Ar && to <= from + INITIALS;
    let marked = |at: usize| matches!(doc.kind(at), Kind::Word | Kind::Stop | Kind::Other);
    plain && words.next().is_some() && words.next().is_some_and(letter) && words.all(letter) && (from..to).all(marked)
}

/// How something is said or done, with «ب», which no verb and no role needs to lead to.
const MANNERS: List = List::of(
    "بحدة بمرارة بحرقة بغضب بهدوء بثقة بسخرية بانفعال باقتضاب بإيجاز بصراحة بحسرة بحزن بأسى بخجل بتردد بصوت بنبرة بلهجة بابتسامة \
     بعفوية بحماس بحماسة بأسف بحزم بوضوح ببساطة بحذر بدهشة باستغراب بتهكم بألم بفخر باعتزاز بلطف بجرأة بدبلوماسية بتفاؤل بتشاؤم بقلق \
     بكلمات بكلمة بكلمتين بعبارة بجملة باختصار بفرح بسعادة بامتنان بتأثر بانزعاج باستياء بصرامة بحنق بخيبة بلامبالاة",
);

/// Whether a word is how something is said or done: «بحدة».
pub(super) fn is_how(doc: &Doc, at: usize) -> bool {
    doc.word(at).starts_with('ب') && MANNERS.has(doc.word(at))
}

/// Nouns of what somebody recalls or tells of, with no article: «ويتذكر عم فلان لحظة ظهور الباب».
pub(super) const RECALLED: List = List::of(
    "مرتين مرارا صراحة علنا لحظة لحظات يوم ليلة ساعة سنة عام أيام سنوات بدايات ذكريات تفاصيل مشهد مشاهد قصة حكاية معاناة رحلة أسباب ظروف ملابسات وقائع كواليس",
);
