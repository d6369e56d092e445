//! What an English word is that no lexicon has, by its parts: "great-grandmother", "film-maker", "glaciologist".

use std::borrow::Cow;

use super::en::{ARTICLES, head_sense};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Lexicon, Number, Sense, flag, key_of};
use crate::analysis::listed::{ends_in, without};
use crate::text::Lang;

/// Endings of the words for what people are.
const CALLINGS: [&str; 5] = ["ologist", "ographer", "woman", "person", "mate"];

/// Endings that surnames have as well: of callings only where there is no capital.
const SMALL_CALLINGS: [&str; 14] = [
    "man", "keeper", "maker", "worker", "holder", "owner", "driver", "goer", "seeker", "dweller", "smith", "wright",
    "monger", "iatrist",
];

/// What a word is whose parts tell it: "great-grandmother", "ex-mayor", "mother-of-two", "year-old", "glaciologist".
pub(super) fn by_shape(word: &str) -> Option<Sense> {
    let lexicon = Lexicon::of(Lang::En);
    let role = |part: &str| lexicon.sense(key_of(part), Class::Role);
    let person = || lexicon.sense(key_of("person"), Class::Role);
    if let Some((first, rest)) = word.split_once('-') {
        let (_, last) = word.rsplit_once('-')?;
        // "Broussard-King" is a surname.
        if last.starts_with(char::is_uppercase) {
            return None;
        }
        return match (last, rest) {
            ("old" | "olds", _) => person(),
            (_, "in-law") => role(first),
            // "Film-maker", "shop-owner".
            _ if SMALL_CALLINGS.contains(&last) => person(),
            (_, rest) if rest.starts_with("of-") => role(first).map(|sense| Sense { flags: flag::GENERIC, ..sense }),
            _ => role(last),
        };
    }
    let (stem, many) = match word.strip_suffix("men") {
        Some(stem) => (Cow::from(format!("{stem}man")), true),
        None => (Cow::from(word.strip_suffix('s').unwrap_or(word)), word.ends_with('s')),
    };
    let small = word.starts_with(char::is_lowercase);
    let longer = |ending: &&str| without(&stem, ending).is_some_and(|rest| rest.len() > 2);
    let shaped = ends_in(&stem, &CALLINGS) || small && SMALL_CALLINGS.iter().any(longer);
    if !shaped {
        return None;
    }
    let number = if many { Number::Many } else { Number::One };
    let gender = match () {
        () if stem.ends_with("woman") => Gender::F,
        () if stem.ends_with("man") => Gender::M,
        () => Gender::Any,
    };
    let family = u16::try_from(key_of(&stem).0 & 0x7fff).unwrap_or(1).max(1);
    Some(Sense { class: Class::Role, agree: Agree::new(gender, number), flags: 0, family, words: 1 })
}

/// Whether a word is an epithet of two: "Two-time champion Mina Rao", "Award-winning chef Bo Frost".
pub(super) fn is_compound(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, last)| last.starts_with(char::is_lowercase))
}

/// Whether one is called by where one comes from: "the Norwegian conceded".
pub(super) fn is_countryman(doc: &Doc, at: usize) -> bool {
    // "The 29-year-old Uruguayan".
    let led =
        at.checked_sub(1).is_some_and(|before| ARTICLES.contains(&doc.word(before)) || doc.word(before) == "year-old");
    let word = doc.word(at);
    let ending = ends_in(
        word,
        &[
            "ian", "ean", "ese", "ican", "erman", "eek", "ech", "ovak", "aqi", "ani", "aeli", "ench", "ole", "yan",
            "ccan", "uban", "iot",
        ],
    );
    let next = doc.token(at + 1);
    let alone = !(next.is_word() && next.capital) && (!next.is_word() || head_sense(doc, at + 1).is_none());
    led && ending && alone && head_sense(doc, at).is_none() && !doc.is_surname(at)
}
