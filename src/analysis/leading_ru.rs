//! Whom a Russian sentence is about that does not name them: a role or a body at its head, or right beside its verb.

use super::doc::Doc;
use super::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use super::listed::ends_in;
use super::names::REACH;
use super::people::{Phrase, ru, ru_told};
use super::token::Kind;

/// Words behind a role that a sentence begins with which show that it has a name.
pub(super) const LEADING_REACH: usize = 4;

/// Tokens behind a role in which its clause goes on, at most.
const CLAUSE: usize = 6;

/// A role in the nominative right before a verb that is none of saying: whom a pronoun may mean in the next sentence
/// («У окна старушка пересчитывает купюры»).
pub(super) fn subject_role(doc: &Doc, at: usize) -> Option<Phrase> {
    let one = |sense: &Sense| sense.has(flag::LEMMA) && sense.has(flag::GENERIC) && sense.agree.number != Number::Many;
    let sense = doc.sense(at, Class::Role).filter(one)?;
    let verb = at + 1 + usize::from(doc.is(at + 1, Class::Neg));
    let (next, before) = (doc.token(verb), at.checked_sub(1)?);
    let does = next.is_word() && !next.dated && ru::is_finite(doc.word(verb), false) && !doc.is(verb, Class::Verb);
    let attribute = ends_in(doc.word(before), &["ый", "ий", "ой", "ая", "яя"]);
    let free = !ru::governs(doc, before) && !attribute && !doc.token(at).capital;
    let (head, agree, possessor) = (Some((at, sense)), sense.agree, Some(Agree::default()));
    let phrase = Phrase { start: at, end: at + 1, head, agree, ..Phrase::default() };
    // «Рядом мужчина в рыбацкой куртке держит банку»: somebody new.
    let looked_at = ru::is_looked_at(doc, at);
    let phrase = if looked_at { phrase } else { Phrase { possessor, definite: true, ..phrase } };
    ((does || looked_at) && free).then_some(phrase)
}

/// A role without a name that a sentence begins with, and so is its subject: whom "he" may mean in the next.
pub(super) fn leading_role(doc: &Doc, at: usize) -> Option<Phrase> {
    let sense =
        doc.sense(at, Class::Role).filter(|sense| sense.agree.number != Number::Many && sense.has(flag::LEMMA))?;
    // «Предприниматель, которого подозревают, отказался».
    let explained = doc.kind(at + 1) == Kind::Comma && (at + 2..at + 4).any(|word| doc.is(word, Class::Relative));
    // «Глава города, в свою очередь, отстранила его».
    let aside = |comma: usize| doc.phrase(comma + 1, comma + 1 + LEADING_REACH, Class::Conn).is_some();
    let other = |word: usize| doc.token(word).capital || doc.kind(word) == Kind::Comma && !aside(word);
    if !explained && (at + 1..at + LEADING_REACH).any(other) {
        return None;
    }
    // «Специалист дал понять»: whom a cue names, the cue means.
    if sense.has(flag::GENERIC) && doc.phrase(at + 1, at + 1 + LEADING_REACH, Class::Verb).is_some() {
        return None;
    }
    // Not someone named before who has no role: no cue says so.
    let (head, possessor) = (Some((at, sense)), Some(Agree::default()));
    let end = if explained { at + 1 } else { ru::extent(doc, at, at + LEADING_REACH) };
    let phrase = Phrase { start: at, end, head, agree: sense.agree, ..Phrase::default() };
    Some(if explained { phrase } else { Phrase { possessor, definite: true, ..phrase } })
}

/// A role that a sentence begins with as what is done to one: «Водителя задержали», «Школьницу наградили».
pub(super) fn leading_object(doc: &Doc, at: usize) -> Option<Phrase> {
    let one = |sense: &Sense| sense.agree.number != Number::Many && !sense.has(flag::LEMMA);
    let sense = doc.sense(at, Class::Role).filter(one)?;
    let verb = at + 1 + usize::from(doc.is(at + 1, Class::Aux) || doc.is(at + 1, Class::Prep));
    let done = ru::is_finite(doc.word(verb), true) && doc.word(verb).ends_with("ли");
    let (head, possessor) = (Some((at, sense)), Some(Agree::default()));
    let phrase =
        Phrase { start: at, end: at + 1, head, agree: sense.agree, possessor, definite: true, ..Phrase::default() };
    done.then_some(phrase)
}

/// A body that begins a Russian sentence, and so is its subject: whom «ведомство» may mean in the next.
pub(super) fn leading_body(doc: &Doc, at: usize) -> Option<Phrase> {
    let at = at + usize::from(doc.is(at, Class::Aux));
    let body = |word: usize| doc.sense(word, Class::Body).or_else(|| ru::by_tail(doc, word));
    let head = (at..at + 3).find(|word| body(*word).is_some() || !ru::is_adjective(doc.word(*word)))?;
    // «Завод «Вымпел» сократит сто человек».
    if doc.pair_at(head + 1).is_some() {
        return None;
    }
    let sense = body(head).or_else(|| doc.sense(head, Class::Group));
    if !sense.is_some_and(|sense| sense.has(flag::LEMMA)) && !ru::is_abbreviation(doc, head) {
        return None;
    }
    if let Some(sense) = sense.filter(|sense| sense.class == Class::Group) {
        let (head, agree) = (Some((head, sense)), sense.agree);
        let (start, end) = head.map_or((at, at + 1), |(noun, _)| (noun, noun + 1));
        return Some(Phrase { start, end, head, agree, definite: true, ..Phrase::default() });
    }
    // «Прокуратура Ленинского района» without what an adjective begins.
    let stop = (head + 1..head + 4).find(|word| !doc.token(*word).capital || doc.token(*word).dated)?;
    let end = (head + 1..stop).find(|word| ru::is_adjective(doc.word(*word))).unwrap_or(stop);
    // «Совет ветеранов», «Министерство обороны».
    let own = ["ов", "ев", "телей", "ства", "ния", "ции", "ости", "ики", "уры", "оны", "сти", "ых", "дел"];
    let genitive = end == head + 1 && !doc.token(end).dated && ends_in(doc.word(end), &own);
    let end = if genitive { ru::extent(doc, head, head + LEADING_REACH) } else { end };
    ru::phrase(doc, at, end).filter(|phrase| phrase.head_is(Class::Body))
}

/// A role or a body in the nominative right behind a verb, without a name: «Точку в споре поставил глава района»,
/// «Позицию обозначила и Ассоциация судей».
pub(super) fn subject_behind(doc: &Doc, at: usize) -> Option<Phrase> {
    let one = |sense: &Sense| sense.has(flag::LEMMA) && sense.agree.number != Number::Many;
    // «Первым подъехал дальнобойщик», but «оставил дневник».
    let trade = || {
        let word = doc.word(at);
        // Most words end otherwise than trades do.
        if !matches!(word.get(word.len().wrapping_sub(2)..), Some("к" | "г" | "т" | "а")) {
            return None;
        }
        let before = doc.word(at.wrapping_sub(1));
        let came = before.ends_with(['л', 'а', 'я'])
            && ends_in(before, &["шел", "шёл", "шла", "ехал", "ехала", "явился", "явилась"]);
        let own = came && !doc.token(at).capital && ru_told::is_trade(word);
        own.then(|| ru_told::unlisted(word, flag::ONLY))
    };
    let sense = doc.sense(at, Class::Role).or_else(|| doc.sense(at, Class::Body)).or_else(trade).filter(one)?;
    // «Проверку начала Антимонопольная служба».
    let capital = |word: usize| ru::is_adjective(doc.word(word)) && doc.token(word).capital;
    let start = at - usize::from(at > 0 && sense.class == Class::Body && capital(at - 1));
    let before = start.checked_sub(1)?;
    let verb = doc.word(before.saturating_sub(usize::from(doc.word(before) == "и")));
    if sense.class == Class::Body {
        // What a man does may be done to a body: «посетил завод», but «Проверку начал Цифровой надзор».
        let object = || before > 0 && doc.begins_sentence(before - 1) && doc.word(before - 1).ends_with(['у', 'ю']);
        let ending = match sense.agree.gender {
            Gender::F => "ла",
            Gender::N => "ло",
            _ if object() => "л",
            _ => return None,
        };
        let does = verb.chars().count() > 4 && verb.ends_with(ending);
        // «группа Эммы Тальберг»: whose it is speaks for it.
        let end = ru::extent(doc, at, at + REACH);
        let own = doc.token(start).capital || !(at..end).any(|word| doc.token(word).capital);
        return if does && own { ru::phrase(doc, start, end) } else { None };
    }
    let mut behind = (at + 1..at + CLAUSE).take_while(|word| doc.kind(*word) != Kind::Stop);
    let named = doc.token(at).capital || behind.any(|word| doc.token(word).capital || doc.pair_at(word).is_some());
    if named || !ru::is_finite(verb, false) {
        return None;
    }
    // «глава» is he or she by the verb.
    let woman = verb.ends_with("ла") || verb.ends_with("лась");
    let gender = if woman { Gender::F } else { sense.agree.gender };
    let gender = if verb.ends_with('л') || verb.ends_with("лся") { Gender::M } else { gender };
    let (head, possessor, end) = (Some((at, sense)), Some(Agree::default()), ru::extent(doc, at, at + LEADING_REACH));
    let agree = Agree { gender, ..sense.agree };
    Some(Phrase { start: at, end, head, agree, possessor, definite: true, ..Phrase::default() })
}
