//! The parts of a Russian clause: what its prepositions govern, those who are told, and what is left, where its subject
//! stands («Вечером в эфире «Волны» жители посёлка рассказали»).

use super::subject_ru::is_beside;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag};
use crate::analysis::listed::{List, ends_in, is_listed};
use crate::analysis::people::{Phrase, ru, ru_names};
use crate::analysis::token::Kind;

/// The classes of words that end what a preposition governs.
const ENDS: Classes =
    Classes::all(&[Class::Verb, Class::Prep, Class::Aux, Class::Skip, Class::Conn, Class::Pronoun, Class::First]);

/// The stretch of a clause that is governed by no preposition and tells of none who is told: from the first word of it to
/// the next preposition that leads away.
pub(super) fn nominative_part(doc: &Doc, from: usize, to: usize) -> Option<(usize, usize)> {
    let mut at = from;
    while at < to {
        at = if let Some(joins) = ru::joining(doc, at, to) {
            at + joins
        } else if opens_attribute(doc, at) {
            group_end(doc, at + 2, to)
        } else if leads(doc, at) {
            group_end(doc, at + 1, to)
        } else if is_oblique(doc, at) {
            group_end(doc, at, to)
        } else if is_light(doc, at) {
            doc.next(at)
        } else {
            break;
        };
    }
    let mut end = at;
    while end < to && !(leads(doc, end) && end > at && !goes_with_noun(doc, end)) {
        end = doc.next(end);
    }
    (at < to).then_some((at, end.min(to)))
}

/// Whether an adjective with what it governs begins here: «Близкий к акционерам источник».
pub(super) fn opens_attribute(doc: &Doc, at: usize) -> bool {
    let plain = doc.begins_sentence(at) || !doc.token(at).capital;
    let adjective = ends_in(doc.word(at), &["ый", "ий", "ийся", "ая", "аяся", "ые", "ие", "иеся"]);
    plain && adjective && leads(doc, at + 1) && ru::head_sense(doc, at).is_none() && !doc.is_surname(at)
}

/// The last body between two tokens that is named as a place: «На своей странице в мэрии заверили».
pub(super) fn body_place(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    let mut at = from;
    let mut last = None;
    while at < to {
        let place = matches!(doc.word(at), "в" | "во" | "на" | "В" | "Во" | "На");
        let end = if leads(doc, at) { group_end(doc, at + 1, to) } else { doc.next(at) };
        if place {
            // «в эфире телеканала» is no body.
            let own = |(head, sense): (usize, Sense)| {
                sense.class == Class::Body && (at + 1..head).all(|word| ru::is_adjective(doc.word(word)))
            };
            last = ru::phrase(doc, at + 1, end).filter(|phrase| phrase.head.is_some_and(own)).or(last);
        }
        at = end;
    }
    last
}

/// Whether a letter is an initial, and no preposition or conjunction: «А. В. Петров».
fn is_initial(doc: &Doc, at: usize) -> bool {
    doc.token(at).capital && ru::is_initial(doc, at)
}

/// Whether a preposition stands at a token.
fn leads(doc: &Doc, at: usize) -> bool {
    ru::governs(doc, at) && !is_initial(doc, at)
}

/// Several, by their number: «два топ-менеджера», «несколько жителей».
pub(super) fn several(doc: &Doc, at: usize, to: usize) -> Option<Phrase> {
    const COUNTS: List = List::of(
        "два две двое три трое четыре четверо пять пятеро шесть семь восемь девять десять десятки сотни оба обе несколько \
         многие некоторые Два Две Двое Три Трое Четыре Четверо Пять Пятеро Шесть Семь Восемь Девять Десять Десятки Сотни Оба \
         Обе Несколько Многие Некоторые",
    );
    let number = doc.kind(at) == Kind::Number;
    let counted = (number || COUNTS.has(doc.word(at))) && at + 1 < to && doc.token(at + 1).is_word();
    let adverb = doc.is(at + 1, Class::Prep) || doc.is(at + 1, Class::Aux) || doc.token(at).dated;
    let agree = Agree::new(Gender::Any, Number::Many);
    let end = ru::extent(doc, at + 1, to);
    let phrase = Phrase { start: at, end, agree, definite: true, ..Phrase::default() };
    (counted && !adverb).then_some(phrase)
}

/// Whether a word says nothing of who does what: an adverb, a date, a conjunction.
fn is_light(doc: &Doc, at: usize) -> bool {
    if is_initial(doc, at) {
        return false;
    }
    let adverb = doc.is(at, Class::Prep) && !leads(doc, at);
    // «Первым о краже написал …», «Позднее», «Накануне».
    let first = doc.begins_sentence(at) && !doc.token(at + 1).capital && !doc.is_surname(at);
    let word = doc.word(at);
    let opens = first && !doc.is(at, Class::First) && ends_in(word, &["ым", "им", "нее", "ее", "ом"]);
    adverb || opens || is_beside(doc, at) || doc.is(at, Class::Conn) || doc.kind(at) == Kind::Number
}

/// Whether a noun, perhaps behind its adjective, stands in another case than the nominative: «корреспонденту», «местной
/// жительнице», «Вестнику» in marks.
fn is_oblique(doc: &Doc, at: usize) -> bool {
    if doc.pair_at(at).is_some() {
        return ru::is_dative(doc, at);
    }
    // «журналистам»: of the plural only the dative is told from the genitive.
    let oblique = |at: usize| {
        let sense =
            ru::head_sense(doc, at).or_else(|| doc.sense(at, Class::Namer)).filter(|sense| !sense.has(flag::LEMMA));
        sense.is_some_and(|sense| sense.agree.number != Number::Many || ends_in(doc.word(at), &["ам", "ям"]))
    };
    let adjective = ru::is_adjective(doc.word(at)) && !doc.token(at).capital;
    let told = doc.is(at, Class::Skip) && doc.word(at).ends_with(['у', 'ю']);
    told || oblique(at) || adjective && ru::head_sense(doc, at).is_none() && oblique(at + 1)
}

/// Whether a preposition leads from a noun to what that is: «эксперт по энергетике», «посол в Минске», «депутат от
/// фракции».
fn goes_with_noun(doc: &Doc, at: usize) -> bool {
    let of_noun = doc.sense(at, Class::Prep).is_some_and(|sense| sense.has(flag::NAME));
    let place = matches!(doc.word(at), "в" | "на" | "во") && doc.token(at + 1).capital;
    // «источник в администрации».
    let source = at.checked_sub(1).is_some_and(|before| doc.is(before, Class::Source));
    // «пчеловод с сорокалетним стажем Габдулла Закиров».
    let skilled = matches!(doc.word(at), "с" | "со")
        && (at + 1..at + 4).any(|word| matches!(doc.word(word), "стажем" | "опытом" | "образованием"));
    of_noun || place || source || skilled || doc.word(at) == "от"
}

/// Where what begins at a token ends, which a preposition governs or which is told: adjectives, a noun, and what that is
/// of.
fn group_end(doc: &Doc, from: usize, to: usize) -> usize {
    let mut at = from;
    let own = |at: usize| {
        let next = doc.token(at + 1).is_word() || doc.pair_at(at + 1).is_some() || doc.kind(at + 1) == Kind::Number;
        // «со вздохом источник», but «в эфирном времени».
        let word = doc.word(at);
        let noun = (word.ends_with("ом") || word.ends_with("ем")) && !doc.word(at + 1).ends_with(['е', 'и', 'у', 'ю']);
        // «на прощание Алибеков».
        let noun = noun || ends_in(word, &["ание", "ение", "тие", "вие"]);
        // «Об этом изданию сообщили», but «об этом случае».
        let told = || doc.is(at + 1, Class::Skip) || doc.word(at + 1).ends_with("ию") || doc.is(at + 1, Class::Namer);
        let noun = noun || word == "этом" && told();
        let plain = ru::is_adjective(word) && !noun && ru::head_sense(doc, at).is_none();
        next && (plain || doc.is(at, Class::Poss) || doc.kind(at) == Kind::Number)
    };
    while at < to && own(at) {
        at = doc.next(at);
    }
    if at >= to {
        return to;
    }
    if doc.token(at).dated {
        while at < to && doc.token(at).dated {
            at = doc.next(at);
        }
        return at.min(to);
    }
    let given = |at: usize| doc.token(at).capital && ru_names::given(doc, doc.word(at)).is_some();
    let named = given(at);
    at = doc.next(at);
    while at < to && (named && doc.token(at).capital || goes_on(doc, at)) {
        at = doc.next(at);
    }
    at.min(to)
}

/// Whether a word or a name in marks behind a noun is what the noun is of: it stands in the genitive.
fn goes_on(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    if doc.pair_at(at).is_some() || token.dated {
        return true;
    }
    if ru::one_of(doc, at, doc.tokens.len()).is_some() || is_initial(doc, at) {
        return false;
    }
    if !token.is_word() || doc.is_any(at, ENDS) {
        return false;
    }
    let sense = ru::head_sense(doc, at);
    // «корреспонденту ТАСС», «в управлении МЧС», but «сообщило журналистам МЧС».
    if let Some(body) = sense.filter(|_| ru::is_abbreviation(doc, at)) {
        let before = at.saturating_sub(1);
        let of_body = ru::head_sense(doc, before).is_some_and(|sense| sense.class == Class::Body);
        return of_body || body.has(flag::RELAY) && doc.token(before).is_word();
    }
    if let Some(sense) = sense {
        return !sense.has(flag::LEMMA);
    }
    let word = doc.word(at);
    let genitive = word.ends_with(['а', 'я', 'ы', 'и', 'о', 'у', 'ю', 'й', 'х', 'в', 'м', 'е']);
    if !token.capital {
        let nominative = ends_in(word, &["ый", "ий", "ая", "ое", "ые", "ие"]);
        return genitive && !nominative;
    }
    let place = ends_in(word, &["ска", "цка", "града", "бурга", "ии", "ого", "его", "ой"]);
    let alone = !doc.token(at + 1).capital || doc.is(at + 1, Class::First);
    !doc.is_surname(at) && genitive && !word.ends_with(['в', 'м']) && (alone || place)
}

/// Whether a body that has no cases stands right behind its own preposition: «Об этом на брифинге в УВД рассказал майор».
pub(super) fn stands_in(doc: &Doc, from: usize, body: usize) -> bool {
    let before = body.checked_sub(1).filter(|before| *before > from);
    let led = before.is_some_and(|before| matches!(doc.word(before), "в" | "во" | "на" | "при"));
    led && ru::is_abbreviation(doc, body)
}

/// Whether a clause begins with a place whose people speak: «В Брюсселе заявили».
pub(super) fn governs_place(doc: &Doc, from: usize, to: usize, sense: Sense) -> bool {
    sense.agree.number == Number::Many
        && ru::governs(doc, from)
        && doc.token(from + 1 + usize::from(ru::is_adjective(doc.word(from + 1)))).capital
        && doc.count_words(from, to) < 5
}

/// Whether a clause begins with a house, which no lexicon has, whose people speak: «В автопарке рассказали», and not with
/// a place or an adverb («В деревне говорят»).
pub(super) fn is_house(doc: &Doc, from: usize, to: usize, sense: Sense) -> bool {
    let many = sense.agree.number == Number::Many && !sense.has(flag::IMPERSONAL);
    let noun = (from + 1..to).find(|at| !ru::is_adjective(doc.word(*at)));
    let house = |noun: usize| {
        let word = doc.word(noun);
        let short = doc.count_words(from, to) < 5 && (noun + 1..to).all(|at| !ru::governs(doc, at));
        let other = is_listed(word, "среднем целом итоге ответ народе интернете сети соцсетях частности принципе");
        short && !other && !doc.is(noun, Class::Place) && !doc.token(noun).dated && word.ends_with(['е', 'и', 'у'])
    };
    many && matches!(doc.word(from), "В" | "Во" | "На") && doc.begins_sentence(from) && noun.is_some_and(house)
}
