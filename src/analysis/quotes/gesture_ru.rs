//! Russian gestures that say something: before a colon, behind the words between commas, before a clause.

use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::people::ru;
use crate::analysis::token::Kind;

/// Words between a gesture and the one whose it is, at most.
const SIGHS: usize = 4;

/// Whether a gesture is an answer, which the words behind its colon give: «Егерь разводит руками: лицензий нет».
pub(super) fn shows(doc: &Doc, at: usize) -> bool {
    const STEMS: [&str; 24] = [
        "развод",
        "загиба",
        "развел",
        "развёл",
        "пожим",
        "пожал",
        "кача",
        "покача",
        "вздых",
        "вздохн",
        "маш",
        "махн",
        "отмах",
        "кива",
        "кивн",
        "усмех",
        "ухмыл",
        "улыб",
        "хмур",
        "нахмур",
        "морщ",
        "поморщ",
        "всплес",
        "всплёс",
    ];
    STEMS.iter().any(|stem| doc.word(at).starts_with(stem)) || doc.word(at).starts_with("сме")
}

/// Whether a gesture is a feeling that has a clause: «Фермер радуется, что прошёл дождь».
pub(super) fn feels(doc: &Doc, at: usize) -> bool {
    const STEMS: [&str; 16] = [
        "вздых",
        "вздохн",
        "пережива",
        "волну",
        "волнова",
        "раду",
        "радова",
        "удивля",
        "злит",
        "оброни",
        "скромнич",
        "отнекив",
        "смеёт",
        "смеет",
        "смеют",
        "смеял",
    ];
    STEMS.iter().any(|stem| doc.word(at).starts_with(stem))
}

/// Whether a gesture in the present, between a comma and a pronoun, tells of speech: «Мастера не найти, вздыхает он».
pub(super) fn sighs(doc: &Doc, at: usize, sense: Sense) -> bool {
    let comma = at.checked_sub(1).is_some_and(|comma| doc.kind(comma) == Kind::Comma);
    let pronoun = || sense.agree == Agree::new(Gender::Any, Number::One) && matches!(doc.word(at + 1), "он" | "она");
    // «Закваски нет, разводит руками хозяйка сыроварни».
    let one = |at: usize| {
        doc.token(at).capital
            || ru::head_sense(doc, at).is_some_and(|head| head.class == Class::Role && head.has(flag::LEMMA))
    };
    let who = || (at + 1..=at + SIGHS).take_while(|word| doc.token(*word).is_word()).any(one);
    comma && (pronoun() || sense.has(flag::GESTURE) && shows(doc, at) && who())
}
