//! What the form of a Russian word shows: a verb, an adjective, a place, a patronymic, an initial. The endings are those of the
//! school grammar, but for those that other words have more often.

use super::ru_names::{SHORT_PART, given, known_surname};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Sense, family_of, flag, key_of};
use crate::analysis::listed::{ends_in, without};

/// Letters of an abbreviation that is a body's name, at most: longer words in capitals are headlines.
const LONGEST_ABBREVIATION: usize = 5;

/// Whether a word has the ending of a verb that agrees with a noun of one or of many, and hardly of a genitive.
pub(crate) fn is_finite(word: &str, many: bool) -> bool {
    const ONE: [&str; 16] =
        ["ал", "ил", "ял", "ул", "ыл", "ила", "яла", "ула", "ыла", "лся", "лась", "лось", "ает", "яет", "ует", "ется"];
    const MANY: [&str; 9] = ["али", "или", "яли", "ыли", "лись", "ают", "яют", "уют", "ются"];
    let endings: &[&str] = if many { &MANY } else { &ONE };
    // «провела», but «отдела».
    let also = !many && word.ends_with("ела") && !word.ends_with("дела") && !word.ends_with("тела");
    word.chars().count() > 4 && word != "правил" && (also || ends_in(word, endings))
}

/// The endings of adjectives, but for those that other words have more often.
const ADJECTIVE_ENDINGS: [&str; 17] =
    ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ом", "ем", "ых", "их", "ющей", "ящей"];

/// Whether a word has the ending of an adjective.
pub(crate) fn is_adjective(word: &str) -> bool {
    ends_in(word, &ADJECTIVE_ENDINGS) && word.chars().count() > 3
}

/// Whether a word has the ending of a place's name in the genitive, and hardly of a surname («мэр Зареченска»).
pub(crate) fn is_place(word: &str) -> bool {
    // «Умарали», «Шерали» are men.
    let man = word.ends_with("али") && word.chars().count() > 5 && word != "Сомали";
    !man && ends_in(word, &["ска", "цка", "града", "бурга", "поля", "ии", "ы", "и", "ево", "ово", "ино"])
}

/// Whether a word has the ending of a patronymic.
pub(crate) fn is_patronymic(word: &str) -> bool {
    ends_in(
        word,
        &["мич", "тич", "кич", "вич", "вна", "ична", "инична", "ьич", "вича", "вны", "вичу", "вне", "вичем", "вной"],
    )
}

/// An adjective without its ending.
pub(crate) fn stem(word: &str) -> &str {
    ADJECTIVE_ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// Whether a word is a verb, by the lexicon or by its ending.
pub(crate) fn is_verb(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    doc.is(at, Class::Verb) || is_finite(word, false) || is_finite(word, true)
}

/// Whether a letter with a stop is an initial.
pub(crate) fn is_initial(doc: &Doc, at: usize) -> bool {
    doc.word(at).chars().count() == 1 && doc.word(at + 1) == "."
}

/// A role or a body of two words with a hyphen, by the one that the lexicon has: «экс-мэра», «продавец-консультант»,
/// «телеграм-канал».
pub(super) fn compound(doc: &Doc, at: usize) -> Option<Sense> {
    if let Some(body) = by_tail(doc, at) {
        return Some(body);
    }
    if let Some(body) = joined(doc, at) {
        return Some(body);
    }
    let (first, last) = doc.word(at).rsplit_once('-').filter(|_| !doc.token(at).capital || doc.begins_sentence(at))?;
    let sense = |word: &str, class: Class| doc.lexicon.sense(key_of(word), class);
    // «в фирме-подрядчике».
    let firm = sense(first, Class::Body).filter(|_| sense(last, Class::Role).is_some());
    let body = || sense(last, Class::Body).or_else(|| sense(first, Class::Body));
    firm.or_else(|| sense(last, Class::Role)).or_else(|| sense(first, Class::Role)).or_else(body)
}

/// A body whose noun has before it, in one word, of what it is: «автопредприятие», «горадминистрация», «теплосеть».
fn joined(doc: &Doc, at: usize) -> Option<Sense> {
    let (of, noun) = doc.word(at).split_at_checked(joined_at(doc.word(at))?)?;
    let body = doc.lexicon.sense(key_of(noun), Class::Body)?;
    // It is more than «предприятие», and one in every case.
    let family = family_of(&format!("{of}{}", body.family));
    Some(Sense { family, flags: body.flags & !flag::GENERIC, ..body })
}

/// Where the noun of a body may begin behind what it is of.
pub(super) fn joined_at(word: &str) -> Option<usize> {
    const LEAST: usize = 10;
    // The first letter may be a capital.
    let (first, of) = match word.get(2..6)? {
        "вт" => ("а", "вто"),
        "ви" => ("а", "виа"),
        "гр" => ("а", "гро"),
        "од" => ("в", "одо"),
        "аз" => ("г", "азо"),
        "ор" => ("г", "ор"),
        "ос" => ("г", "ос"),
        "ес" => ("л", "ес"),
        "ед" => ("м", "ед"),
        "бл" => ("о", "бл"),
        "ай" => ("р", "ай"),
        "по" => ("с", "порт"),
        "еп" => ("т", "епло"),
        "ех" => ("т", "ех"),
        "ур" => ("т", "ур"),
        "ле" => ("э", "лектро"),
        "не" => ("э", "нерго"),
        _ => return None,
    };
    let tail = word.get(2..)?.strip_prefix(of).filter(|tail| tail.len() >= LEAST)?;
    let own = word.starts_with(first) || word.chars().next()?.to_lowercase().eq(first.chars());
    own.then(|| word.len() - tail.len())
}

/// Whether a word is an abbreviation in capitals, as the names of bodies are, and not one word of a line in capitals.
pub(crate) fn is_abbreviation(doc: &Doc, at: usize) -> bool {
    let capitals = |at: usize| {
        let word = doc.word(at);
        doc.token(at).capital && word.chars().count() > 1 && word.chars().all(char::is_uppercase)
    };
    doc.token(at).is_word()
        && capitals(at)
        && doc.word(at).chars().count() <= LONGEST_ABBREVIATION
        && !capitals(at + 1)
        && !at.checked_sub(1).is_some_and(capitals)
}

/// Bytes of the shortest name that tells what it is: «Облгаз».
const SHORTEST_TAILED: usize = 12;

/// A body whose name of one word tells by its end what it is: «Росэкоконтроль», «в Облстройнадзоре», «Губэнерго».
pub(crate) fn by_tail(doc: &Doc, at: usize) -> Option<Sense> {
    const TAILS: [&str; 18] = [
        "гидромет",
        "гидрометцентр",
        "имуществ",
        "рыболовств",
        "надзор",
        "контрол",
        "инспекци",
        "реестр",
        "энерго",
        "нефт",
        "газ",
        "пром",
        "строй",
        "транс",
        "банк",
        "фонд",
        "архив",
        "космос",
    ];
    let word = doc.word(at);
    if !doc.token(at).capital || word.len() < SHORTEST_TAILED {
        return None;
    }
    // The ending of a case has two letters at most.
    let mut letters = word.char_indices().rev().map(|(at, _)| at);
    let cuts = [Some(word.len()), letters.next(), letters.next()].map(Option::unwrap_or_default);
    let ends = |tail: &str| {
        let (first, ending) = cuts.iter().find_map(|cut| {
            let (stem, ending) = word.split_at_checked(*cut)?;
            Some((without(stem, tail)?, ending))
        })?;
        (first.chars().count() >= 3).then_some(ending)
    };
    let (tail, ending) = TAILS.iter().find_map(|tail| Some((*tail, ends(tail)?)))?;
    let (lemma, like) = match tail {
        "надзор" | "реестр" | "архив" => ("", "ведомство"),
        "имуществ" | "рыболовств" => ("о", "ведомство"),
        "контрол" => ("ь", "ведомство"),
        "инспекци" => ("я", "ведомство"),
        "нефт" => ("ь", "фирма"),
        "банк" | "фонд" => ("", tail),
        "космос" => ("", ""),
        _ => ("", "фирма"),
    };
    let like = doc.lexicon.sense(key_of(like), Class::Body);
    let kinds = like.map_or(0, |like| like.kinds() << flag::KIND);
    let family = like.filter(|like| !like.has(flag::GENERIC)).map_or(0, |like| like.family);
    let flags = kinds | if ending == lemma { flag::LEMMA } else { 0 };
    Some(Sense { class: Class::Body, agree: Agree::default(), flags, family, words: 1 })
}

/// Whether the words in marks at a token stand in the dative, as those do who are told: «в мэрии «Известиям» сообщили».
pub(crate) fn is_dative(doc: &Doc, at: usize) -> bool {
    let (first, last) = (doc.word(at + 1), doc.word(doc.next(at).saturating_sub(2)));
    first.ends_with("ам") || first.ends_with("ям") || last.ends_with(['у', 'ю', 'е'])
}

/// The nominative of an adjective that begins a name, as it begins that of no person: «Красного Креста».
pub(super) fn adjective(doc: &Doc, word: &str, next: &str) -> Option<String> {
    let person = known_surname(doc, next).is_some() || given(doc, next).is_some();
    let stem = word.strip_suffix("ого").filter(|_| !person)?;
    Some(format!("{stem}{}", if stem.ends_with(['к', 'г', 'х']) { "ий" } else { "ый" }))
}

/// Whether a surname ends as a man's does in the nominative alone, and a woman's always.
pub(super) fn is_bare(doc: &Doc, at: usize) -> bool {
    doc.token(at).capital
        && doc.word(at).ends_with(['к', 'т', 'р', 'н', 'л', 'д', 'г', 'с', 'ц', 'ч', 'ш', 'з', 'п', 'б'])
}

/// Whether a word is long enough to have cases.
pub(super) fn is_cased(word: &str) -> bool {
    let letters = word.chars().count();
    letters > SHORT_PART || letters == SHORT_PART && word.ends_with(['и', 'ы', 'у', 'ю'])
}

/// Whether a man's name is one that ends in -у in every case: «Виорела Мунтяну», «Думитру Лупу».
pub(super) fn has_no_cases(word: &str, first: bool) -> bool {
    const SURNAMES: [&str; 13] =
        ["еску", "яну", "ану", "ару", "ору", "упу", "усу", "уцу", "ицу", "ику", "оку", "ыну", "арду"];
    word.ends_with('у') && (ends_in(word, &SURNAMES) || first && ends_in(word, &["тру", "иу", "аду"]))
}

/// A word of a name as it stands, an initial with its stop.
pub(super) fn as_written(doc: &Doc, at: usize) -> (Key, String) {
    let word = doc.word(at);
    // «Мохова-старшая».
    if let Some((name, "старший" | "старшая" | "младший" | "младшая")) = word.rsplit_once('-')
    {
        return (key_of(name), name.to_owned());
    }
    (doc.key(at), if is_initial(doc, at) { format!("{word}.") } else { word.to_owned() })
}

/// The surname of one of two who have it in common: «братья Иван и Пётр Костины».
pub(super) fn one_of_several(doc: &Doc, words: &[usize]) -> Option<String> {
    let [first, last] = *words else { return None };
    let stem = doc.word(last).strip_suffix(['ы', 'е']).filter(|_| doc.word(first.saturating_sub(1)) == "и")?;
    let woman = doc.sense(first, Class::First)?.agree.gender == Gender::F;
    let endings = match stem.strip_suffix("и") {
        Some(_) if !ends_in(stem, &["ски", "цки"]) => return None,
        Some(stem) => return Some([stem, if woman { "ая" } else { "ий" }].concat()),
        None if ends_in(stem, &["ов", "ев", "ёв", "ин", "ын"]) => {
            if woman {
                "а"
            } else {
                ""
            }
        }
        None => return None,
    };
    Some([stem, endings].concat())
}
