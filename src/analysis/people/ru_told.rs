//! What a Russian text tells of someone beside the name: an age, a trade that no lexicon has, which of several schools or
//! clubs the role is of.

use super::facts::Age;
use super::ru;
use crate::analysis::doc::Doc;
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, Classes, Key, Sense, family_of, flag, key_of};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::token::Kind;

/// Tokens from a noun back to the age said of it, at most.
const REACH: usize = 5;

/// How old the words beside a name or a role say that one is, by the number: «41-летний юрист», «Игорь Саблин, 41 год».
pub(super) fn age(doc: &Doc, from: usize, to: usize) -> Option<Age> {
    let plain = |at: usize| doc.token(at).is_word() && !doc.token(at).capital;
    let before = (from.saturating_sub(REACH)..to.max(from)).rev().filter(|at| (at + 1..from).all(plain));
    let told = before.into_iter().find(|at| doc.word(*at).starts_with("летн"));
    let years = if let Some(at) = told {
        doc.word(at.saturating_sub(2))
    } else {
        let years = matches!(doc.word(to + 2), "год" | "года" | "лет") || doc.word(to + 3).starts_with("летн");
        if !years || doc.kind(to) != Kind::Comma || doc.kind(to + 1) != Kind::Number {
            return None;
        }
        doc.word(to + 1)
    };
    years.parse().ok().map(Age::of)
}

/// The role of a noun right before a name that no lexicon has: «прораб Игорь Саблин».
pub(super) fn trade(doc: &Doc, name: usize) -> Option<Sense> {
    let at = name.checked_sub(1)?;
    let (token, word) = (doc.token(at), doc.word(at));
    let other = doc.is_any(at, const { Classes::all(&[Class::Prep, Class::Aux, Class::Conn, Class::SelfWord]) });
    let other = other || ru::is_adjective(word) || ru::is_verb(doc, at);
    let plain = doc.is(name, Class::First) && token.is_word() && (!token.capital || doc.begins_sentence(at)) && !other;
    let oblique = ends_in(word, &["о", "е", "у", "ю", "и", "ы", "ой", "ом", "ем", "им", "ым", "их", "ых"]);
    (plain && !oblique && word.chars().count() > 3).then(|| unlisted(word, 0))
}

/// The role of a noun that no lexicon has: one of its own.
pub(crate) fn unlisted(word: &str, flags: u32) -> Sense {
    let family = family_of(word);
    Sense { family, ..Sense::unlisted(Class::Role, Agree::default(), flags | flag::LEMMA) }
}

/// Whether a noun tells by its ending that it is a trade: «крановщик», «пограничница».
pub(crate) fn is_trade(word: &str) -> bool {
    let ends = ends_in(word, &["щик", "чик", "ник", "лог", "ист", "вод", "вед", "щица", "чица", "ница", "истка"]);
    ends && word.chars().count() > 5
}

/// Which of its kind it is that a role is of, by a number or a name in marks: «директор школы № 5», «капитан «Волны»».
pub(super) fn which(doc: &Doc, head: usize) -> Option<Key> {
    let mut at = head + 1;
    while at < head + REACH {
        if doc.word(at) == "№" {
            return Some(key_of(doc.word(at + 1)));
        }
        if let Some(pair) = doc.pair_at(at).map(|pair| doc.pair(pair)) {
            return Some(doc.key(pair.inner_start()));
        }
        if !doc.token(at).is_word() || doc.token(at).capital || doc.is(at, Class::Prep) {
            return None;
        }
        at += 1;
    }
    None
}

/// The office that «глава» is: «глава правительства» is the «премьер».
pub(super) fn office(doc: &Doc, head: usize) -> Option<u16> {
    let noun = match doc.word(head + 1) {
        "правительства" | "кабмина" => "премьер",
        "государства" | "страны" => "президент",
        "региона" | "области" | "края" => "губернатор",
        "города" | "администрации" => "мэр",
        "парламента" | "думы" => "спикер",
        _ => return None,
    };
    let family = |noun: &str| doc.lexicon.sense(key_of(noun), Class::Role).map_or(0, |office| office.family);
    doc.sense(head, Class::Role).filter(|role| role.family == family("глава")).map(|_| family(noun))
}

/// What one is called as well who heads an assembly: «председатель думы», then «спикер».
pub(super) fn seat(doc: &Doc, head: usize) -> Option<u16> {
    const SEATS: &str =
        "думы совета госдумы гордумы облдумы горсовета парламента собрания сейма рады мажилиса кнессета палаты";
    if let Some(deputy) = deputy(doc, head) {
        return doc.lexicon.sense(key_of(deputy), Class::Role).map(|role| role.family);
    }
    let chairs = ["председател", "Председател", "спикер", "Спикер"].iter().any(|stem| doc.word(head).starts_with(stem));
    let seat = chairs && (head + 1..head + 4).any(|at| is_listed(doc.word(at), SEATS));
    let other = if doc.word(head).ends_with("спикер") { "председатель" } else { "спикер" };
    if seat { doc.lexicon.sense(key_of(other), Class::Role).map(|role| role.family) } else { None }
}

/// What a deputy is called as well: «заместитель министра», then «замминистра», and the other way round.
fn deputy(doc: &Doc, head: usize) -> Option<&'static str> {
    let word = doc.word(head);
    if ["зам", "Зам", "вице-", "Вице-"].iter().all(|stem| !word.starts_with(stem)) {
        return None;
    }
    if !word.starts_with("заместител") && !word.starts_with("Заместител") {
        return Some("заместитель");
    }
    Some(match doc.word(head + 1) {
        "министра" => "замминистра",
        "главы" => "замглавы",
        "мэра" => "вице-мэр",
        "губернатора" => "вице-губернатор",
        "председателя" => "зампред",
        "директора" => "замдиректора",
        "начальника" => "замначальника",
        "руководителя" => "замруководителя",
        "премьера" | "премьер-министра" => "вице-премьер",
        "спикера" => "вице-спикер",
        _ => return None,
    })
}

/// The kinds of trade that the body tells of which a role is: who heads a hospital is a doctor, and a school a teacher.
pub(super) fn kinds(doc: &Doc, head: usize, name: usize) -> u32 {
    let role = doc.sense(head, Class::Role);
    let heads = role.is_some_and(|role| role.has(flag::OFFICE)) || lowered(doc.word(head)).starts_with("заведующ");
    // «партнёр по сцене», «товарищ по команде».
    let shared = match doc.word(head + 2) {
        "сцене" | "фильму" | "спектаклю" | "съёмкам" | "съемкам" | "труппе" => {
            flag::ART
        }
        "команде" | "сборной" | "клубу" | "тройке" | "звену" => flag::SPORT,
        _ => 0,
    };
    if doc.word(head + 1) == "по" {
        return shared;
    }
    let body = |at: usize| doc.sense(at, Class::Body).map_or(0, |body| body.kinds() & (flag::MEDIC | flag::SCHOOL));
    if heads { (head + 1..name.min(head + 2 * REACH)).map(body).fold(0, |all, kinds| all | kinds) } else { 0 }
}
