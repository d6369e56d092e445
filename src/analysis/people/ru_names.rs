//! Russian names back to the nominative, by their endings, their gender, and the given names that the lexicon knows.
//! The endings are those of the school grammar: «Льва Бородкина», «Павла Дымшица», «Инной Белозуб».

use super::ru_body::named_body;
use super::ru_endings::{FEMININE, GIVEN, LOCATIVE, MASCULINE, OTHER, SWAPS};
use super::ru_form::{adjective, as_written, has_no_cases, is_bare, is_cased, one_of_several};
use super::{Case, Phrase, ru};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Gender, Key, Spelled, flag, fold, key_of};
use crate::analysis::listed::{ends_in, without};

/// Names whose stem changes.
const IRREGULAR: [(&str, &str); 13] = [
    ("льва", "Лев"),
    ("льву", "Лев"),
    ("льве", "Лев"),
    ("павлу", "Павел"),
    ("павле", "Павел"),
    ("петру", "Пётр"),
    ("петре", "Пётр"),
    ("львом", "Лев"),
    ("павла", "Павел"),
    ("павлом", "Павел"),
    ("петра", "Пётр"),
    ("петром", "Пётр"),
    ("любови", "Любовь"),
];

/// The words of a name, and the keys by which they are compared.
pub(crate) fn nominative(doc: &Doc, phrase: &Phrase, from: usize, to: usize) -> Vec<(Key, String)> {
    let words: Vec<usize> = (from..to).filter(|at| doc.token(*at).is_word()).collect();
    if phrase.name.is_none() || phrase.head_is(Class::Body) {
        return named_body(doc, phrase, &words, (from, to));
    }
    let role = |at: usize| doc.is(at, Class::Role) || doc.is(at, Class::Title);
    if phrase.case == Case::Nominative {
        let shown = words.iter().filter(|at| !doc.is(**at, Class::Title) || words.len() == 1);
        return shown.map(|at| as_written(doc, *at)).collect();
    }
    if let Some(name) = one_of_several(doc, &words) {
        return words.iter().take(1).map(|at| as_written(doc, *at)).chain([(key_of(&name), name)]).collect();
    }
    let skipped = words.iter().take_while(|at| role(**at) && words.last() != Some(at)).count();
    let mut gender = phrase.agree.gender;
    let mut oblique = is_oblique(doc, phrase, from, words.get(..skipped).unwrap_or_default());
    let given_known = |at: &usize| doc.is(*at, Class::First) || given(doc, doc.word(*at)).is_some();
    let unknown = phrase.case == Case::Genitive && words.len() > 1 && !words.iter().any(given_known);
    if oblique && (gender == Gender::Any || unknown) {
        gender = gender_by_case(doc, phrase, words.get(skipped..).unwrap_or_default());
    }
    let mut out: Vec<(Key, String)> = Vec::new();
    let mut case = None;
    let mut next = words.get(skipped + 1).map(|at| doc.word(*at));
    for at in words.into_iter().skip(skipped) {
        let word = doc.word(at);
        if ru::is_initial(doc, at) || doc.is(at, Class::Particle) {
            out.push(as_written(doc, at));
            continue;
        }
        if doc.is(at, Class::First) && !(oblique && is_mans(doc, at)) {
            gender = doc.sense(at, Class::First).map_or(gender, |sense| sense.agree.gender);
            out.push((key_of(word), word.to_owned()));
            continue;
        }
        // «инспектор Руслана Мельник»: a man's surname would have a case.
        if let Some((name, of)) = given(doc, word).filter(|_| !word.ends_with('а') || !is_bare(doc, at + 1)) {
            gender = of;
            oblique = true;
            case = word.chars().last();
            out.push((key_of(&name), name));
            continue;
        }
        let hers = oblique && gender == Gender::F && is_cased(word);
        let hers = || hers.then(|| swap(word, &GIVEN).unwrap_or_else(|| word.to_owned()));
        let shown = next.take().and_then(|next| adjective(doc, word, next)).or_else(hers);
        if let Some(shown) = shown.filter(|_| out.is_empty()) {
            out.push((key_of(&shown), shown));
            continue;
        }
        if out.is_empty() {
            case = word.chars().last();
        }
        let shown = by_ending(doc, at, (gender, case), oblique, (phrase.case, out.is_empty()));
        out.push((key_of(&shown), shown));
    }
    out
}

/// A word of a name by its ending, and by the gender and the case of the given name before it.
fn by_ending(
    doc: &Doc,
    at: usize,
    (gender, case): (Gender, Option<char>),
    oblique: bool,
    (of_phrase, first): (Case, bool),
) -> String {
    let word = doc.word(at);
    let governed = of_phrase == Case::Genitive || !first && matches!(case, Some('а' | 'я' | 'м'));
    if oblique && gender == Gender::M && governed && has_no_cases(word, first) {
        return word.to_owned();
    }
    let known = if oblique || !doc.is_surname(at) { known_surname(doc, word) } else { None };
    let shown = known.or_else(|| if oblique && !first { as_given(word, gender, case) } else { None });
    // «Асель Нурлановой»: no woman's surname ends so in the nominative.
    let oblique = oblique || gender == Gender::F && !first && ends_in(word, &DAUGHTERS);
    shown.unwrap_or_else(|| if oblique { surname(word, gender) } else { word.to_owned() })
}

/// Whether a name stands in another case than the nominative, by what is before it and the titles that it begins with.
fn is_oblique(doc: &Doc, phrase: &Phrase, from: usize, titles: &[usize]) -> bool {
    // «слова господина Вейса», «директора Петрова»: the name stands in the case of what is before it.
    let of_name = |at: &usize| doc.sense(*at, Class::Title).or_else(|| doc.sense(*at, Class::Role));
    let beside = from.checked_sub(1).filter(|at| doc.is(*at, Class::Title));
    let before = titles.iter().chain(beside.iter()).filter_map(of_name).chain(phrase.head.map(|(_, sense)| sense));
    let mut oblique =
        before.into_iter().any(|sense| matches!(sense.class, Class::Role | Class::Title) && !sense.has(flag::LEMMA));
    // «Сторонники Дональда Трампа», «с Дональдом Трампом»: no nominative stands there.
    let governed = |before: usize| {
        ru::governs(doc, before) || doc.sense(before, Class::Group).is_some_and(|group| group.has(flag::LEMMA))
    };
    // «Отто Вебера»: a given name without cases.
    let bare = !doc.is(from, Class::First) || doc.word(from).ends_with(['о', 'е', 'у', 'э']);
    // «по словам Александра Иванова»: a woman would be «Александры».
    let mans = is_mans(doc, from);
    let leads = |before: usize| before.checked_sub(1).and_then(|at| doc.phrase(at, from, Class::Nominal)).is_some();
    oblique |= phrase.case == Case::Genitive && (bare || mans) || mans && from.checked_sub(1).is_some_and(leads);
    oblique |= (!doc.is(from, Class::First) || mans) && from.checked_sub(1).is_some_and(governed);
    oblique
}

/// Whether a woman's given name is a man's as well in the genitive: «Александра», «Евгения».
fn is_mans(doc: &Doc, at: usize) -> bool {
    let woman = doc.sense(at, Class::First).is_some_and(|first| first.agree.gender == Gender::F);
    let woman = woman && !is_bare(doc, at + 1);
    woman && given(doc, doc.word(at)).is_some_and(|(_, gender)| gender == Gender::M)
}

/// Whether a name stands in the genitive that would be a woman's in the nominative.
pub(super) fn is_oblique_man(doc: &Doc, phrase: &Phrase, from: usize) -> bool {
    is_mans(doc, from) && is_oblique(doc, phrase, from, &[])
}

/// How women's surnames end in oblique cases, and in no other.
const DAUGHTERS: [&str; 11] = ["овой", "евой", "ёвой", "иной", "ыной", "ской", "цкой", "ову", "еву", "ёву", "ую"];

/// The gender of a name in an oblique case, by the endings of its first and last words: «Дональда Трампа», «Гульзары
/// Ахметовой»; a man's name would not end in a consonant there («мэру Эйнат Калиш-Ротем»).
fn gender_by_case(doc: &Doc, phrase: &Phrase, words: &[usize]) -> Gender {
    let [first, .., last] = words else { return Gender::Any };
    // «жителю Мефодию Винокурову»: the dative of a man.
    let dative = |at: usize| doc.word(at).ends_with(['у', 'ю']);
    if phrase.head.is_some_and(|(head, role)| role.agree.gender != Gender::F && dative(head)) && dative(*first) {
        return Gender::M;
    }
    let ends = |at: usize, endings: &[&str]| ends_in(doc.word(at), endings);
    if ru::is_initial(doc, *first) {
        return if ends(*last, &["ой", "ову", "еву", "ину", "ую"]) { Gender::F } else { Gender::Any };
    }
    // «Ли Вэя»: so short a name has no cases.
    if doc.word(*first).chars().count() < SHORT_PART {
        return Gender::Any;
    }
    let daughter = ends(*last, &DAUGHTERS);
    match doc.word(*first).chars().last() {
        _ if daughter => Gender::F,
        Some('а' | 'я' | 'у' | 'ю' | 'м') => Gender::M,
        Some('о' | 'е' | 'ё' | 'э') if ends(*last, &["а", "я"]) => Gender::M,
        Some('о' | 'е' | 'ё' | 'э' | 'й' | 'ь') | None => Gender::Any,
        Some(_) => Gender::F,
    }
}

/// The gender of a name in the nominative whose given name no lexicon has, by the patronymic or the surname in it.
pub(crate) fn gender_by_form(doc: &Doc, start: usize, end: usize) -> Option<Gender> {
    let ends = |at: usize, endings: &[&str]| ends_in(doc.word(at), endings);
    let last = end.checked_sub(1)?;
    let several = end > start + 1;
    // «Тарасевич», «Снежана Тарасевич»: a surname that ends so is a woman's as well.
    let own = |at: usize| at < last || several && !ends(start, &["а", "я"]);
    let fathered = |at: usize| (ends(at, &["вна", "ична"]), own(at) && ends(at, &["вич", "ьич", "мич"]));
    let of_father = (start..end).map(fathered).find(|(daughter, son)| *daughter || *son);
    let daughter = ends(last, &["ская", "цкая"])
        || several && ends(last, &["ая", "яя"])
        || (several && ends(start, &["а", "я"]) && ends(last, &["ова", "ева", "ина"]));
    let son = ends(last, &["ский", "цкий", "ов", "ев", "ёв"]) || several && ends(last, &["ый", "ий"]);
    match of_father.unwrap_or((daughter, son)) {
        (true, _) => Some(Gender::F),
        (_, true) => Some(Gender::M),
        _ => None,
    }
}

/// A word without so many of its last letters, of which no ending has more than five.
fn stems(word: &str) -> [Spelled; 6] {
    let mut out = [Spelled::NOTHING; 6];
    for c in word.chars() {
        let [whole, one, two, three, four, _] = out;
        let mut longer = whole;
        longer.write(c);
        out = [longer, whole, one, two, three, four];
    }
    out
}

/// A given name in an oblique case, in the nominative, with its gender.
pub(crate) fn given(doc: &Doc, word: &str) -> Option<(String, Gender)> {
    // No other letter ends a case.
    if !word.ends_with(['а', 'у', 'м', 'я', 'ю', 'ы', 'и', 'й', 'е']) {
        return None;
    }
    if word.starts_with(['л', 'Л', 'п', 'П']) {
        let lower: String = word.chars().filter_map(fold).collect();
        if let Some((_, name)) = IRREGULAR.iter().find(|(form, _)| *form == lower) {
            return Some(((*name).to_owned(), Gender::M));
        }
    }
    let stems = stems(word);
    SWAPS.iter().find_map(|(ending, nominative)| {
        let stem = without(word, ending)?;
        let mut name = *stems.get(ending.chars().count())?;
        nominative.chars().for_each(|letter| name.write(letter));
        let sense = doc.lexicon.sense(name.key(), Class::First)?;
        Some((format!("{stem}{nominative}"), sense.agree.gender))
    })
}

/// A part of a surname with no more letters than this has no cases: «Абу», «Бен».
pub(super) const SHORT_PART: usize = 3;

/// A surname that stands in an oblique case, in the nominative: each of its parts.
fn surname(word: &str, gender: Gender) -> String {
    let swaps: &[(&str, &str)] = if gender == Gender::F { &FEMININE } else { &MASCULINE };
    let cased = |part: &str| part.chars().count() > SHORT_PART || ends_in(part, &["эя", "ея", "оя", "ою"]);
    let parts = word.split('-').map(|part| {
        let shown = if cased(part) { swap(part, swaps) } else { None };
        shown.unwrap_or_else(|| part.to_owned())
    });
    parts.collect::<Vec<_>>().join("-")
}

/// A man's surname by the case in which his given name stands: «Станислава Ракиты», «Станиславу Раките», «Станиславом
/// Ракитой», «о Станиславе Бауэре».
fn as_given(word: &str, gender: Gender, given: Option<char>) -> Option<String> {
    let endings: &[(&str, &str)] = match given.filter(|_| gender == Gender::M) {
        Some('а' | 'я') => &GENITIVE,
        Some('у' | 'ю') => &[("е", "а")],
        Some('е' | 'и') => &LOCATIVE,
        Some('м') => &[("ой", "а"), ("шей", "ша"), ("жей", "жа"), ("чей", "ча"), ("щей", "ща")],
        _ => return None,
    };
    swap(word, endings)
}

/// The genitive of surnames in -а and -я, and their nominative.
const GENITIVE: [(&str, &str); 9] = [
    ("ы", "а"),
    ("у", "а"),
    ("ки", "ка"),
    ("ги", "га"),
    ("хи", "ха"),
    ("ши", "ша"),
    ("жи", "жа"),
    ("чи", "ча"),
    ("щи", "ща"),
];

/// The nominative of a surname that the text has elsewhere.
pub(crate) fn known_surname(doc: &Doc, word: &str) -> Option<String> {
    let all = MASCULINE.iter().chain(&FEMININE).chain(&OTHER);
    let stems = stems(word);
    all.into_iter().find_map(|(ending, nominative)| {
        let stem = without(word, ending)?;
        let mut form = *stems.get(ending.chars().count())?;
        nominative.chars().for_each(|letter| form.write(letter));
        let known = doc.surnames.binary_search(&form.key()).is_ok();
        (known && stem.chars().count() + nominative.chars().count() > 2).then(|| [stem, nominative].concat())
    })
}

/// A word with its ending replaced by the first of the pairs that fits.
pub(super) fn swap(word: &str, pairs: &[(&str, &str)]) -> Option<String> {
    pairs.iter().find_map(|(ending, nominative)| {
        let mut form = without(word, ending)?.to_owned();
        form.push_str(nominative);
        Some(form)
    })
}
