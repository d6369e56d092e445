//! What the form of a Russian word shows: a verb, an adjective, a place, a patronymic, an initial. The endings are those of the
//! school grammar, but for those that other words have more often.

use crate::analysis::doc::Doc;
use crate::analysis::lexicon::Class;
use crate::analysis::listed::ends_in;

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
const ADJECTIVE_ENDINGS: [&str; 15] =
    ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ом", "ем", "ых", "их"];

/// Whether a word has the ending of an adjective.
pub(crate) fn is_adjective(word: &str) -> bool {
    ends_in(word, &ADJECTIVE_ENDINGS) && word.chars().count() > 3
}

/// Whether a word has the ending of a place's name in the genitive, and hardly of a surname («мэр Зареченска»).
pub(crate) fn is_place(word: &str) -> bool {
    ends_in(word, &["ска", "цка", "града", "бурга", "поля", "ии", "ы", "и", "ево", "ово", "ино"])
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
