//! The subject of a Russian verb of saying. It stands on either side of the verb; what is set apart by commas between
//! the two is about the subject («Источник, знакомый с ходом переговоров, утверждает»), for a comma never parts the
//! two by itself. A body speaks in the plural, and stands in the locative («В министерстве пояснили»).

use super::aside_ru::{is_apposed, is_aside};
use super::cited_ru::{behind_agency, cited};
use super::clause_ru::SUBJECT_REACH;
use super::noun_ru::{called, in_it, locative, named_source, noun_phrase, quoted_name};
use super::parts_ru::{body_place, governs_place, is_house, nominative_part, opens_attribute, several, stands_in};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Phrase, ru, ru_names};
use crate::analysis::token::Kind;

/// Asides between a subject and its verb, at most.
const ASIDES: usize = 5;

/// Tokens of an aside between a verb and the subject behind it, at most.
const ASIDE_REACH: usize = 14;

/// Whether a phrase can be the subject of a verb form.
fn fits(phrase: &Phrase, sense: Sense) -> bool {
    let named = phrase.name.is_some() && !phrase.head_is(Class::Body);
    let agree = sense.agree;
    // «В письме говорится», «говорится в отчёте»: the form agrees with nothing.
    if sense.has(flag::IMPERSONAL) {
        return phrase.head_is(Class::Doc) || phrase.head_is(Class::Body);
    }
    if phrase.pronoun {
        return phrase.agree.fits(agree);
    }
    // «В МИД заявление назвали «выдумкой»»: no paper, but what is said of it.
    if phrase.head_is(Class::Doc) && agree.number == Number::Many && sense.has(flag::NAME) {
        return false;
    }
    // A subject stands in the nominative, but for a body in the plural («В министерстве пояснили»).
    let local = phrase.head_is(Class::Body) && agree.number == Number::Many;
    if phrase.head.is_some_and(|(_, head)| !head.has(flag::LEMMA)) && !local {
        return false;
    }
    let gender = agree.gender == Gender::Any
        || phrase.agree.gender == Gender::Any
        || phrase.agree.gender == agree.gender
        || phrase.head_is(Class::Role);
    let body_plural = phrase.head_is(Class::Body) && agree.number == Number::Many;
    let number = phrase.agree.number_fits(agree) || body_plural || (named && agree.number == Number::Any);
    gender && number
}

/// The subject before a verb: in its clause, else in the clause before an aside.
pub(super) fn subject_before(doc: &Doc, at: usize, bound: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    let floor = bound.max(at.saturating_sub(2 * SUBJECT_REACH)).max(sentence.start);
    if let Some(paper) = at.checked_sub(2).filter(|from| *from >= floor).and_then(|from| in_it(doc, from, sense)) {
        return Some(paper);
    }
    let mut to = at;
    let first = clause_start(doc, floor, to);
    let apart = first > floor && doc.kind(first - 1) == Kind::Comma && (first..at).all(|word| is_beside(doc, word));
    if apart {
        to = first - 1;
    }
    if let Some(that) = that_one(doc, floor, at) {
        return Some(that);
    }
    // «Хедлайнер, рэпер Слава Котов, отреагировал»: a capital at the start of a sentence proves nothing.
    let is_sure = |(start, end): (usize, usize)| start > sentence.start || end > start + 1 || doc.is_surname(start);
    let (mut inside, mut left) = (None::<Phrase>, None);
    for step in 0..ASIDES {
        let from = clause_start(doc, floor, to);
        let opened = from > floor && doc.kind(from - 1) == Kind::Comma;
        let aside = opened && is_aside(doc, from);
        let named = quoted_name(doc, from, to).filter(|_| from == sentence.start || !opened);
        let found = named
            .or_else(|| ungoverned(doc, from, to, sense))
            .or_else(|| ru::phrase(doc, from, to).filter(|found| can_speak(doc, from, found, sense)))
            .filter(|found| !aside && !is_other(doc, found));
        match found {
            Some(found) if step == 0 && apart && opened => inside = Some(found),
            Some(found) if found.pronoun || found.name.is_some_and(is_sure) => return Some(found),
            Some(found) => return inside.filter(|inside| is_apposed(doc, inside)).or(Some(found)),
            None => {}
        }
        // «В обосновании говорится».
        let paper = sense.has(flag::IMPERSONAL) && !doc.word(at).starts_with("сообща");
        if left.is_none() && paper && from == sentence.start {
            let agree = Agree::new(Gender::Any, Number::Many);
            left = locative(doc, from, to, Sense { agree, ..sense }).filter(|paper| paper.end == to);
        }
        let place = from < to && (governs_place(doc, from, to, sense) || is_house(doc, from, to, sense));
        if place {
            left = left.or_else(|| locative(doc, from, to, sense));
        }
        if left.is_none() && !aside && !(step == 0 && apart && opened) {
            // «Железная дорога в распространённом вчера заявлении утверждает».
            let part = || nominative_part(doc, from, to).and_then(|(from, end)| noun_phrase(doc, from, end, sense));
            let to = without_object(doc, from, to);
            left = noun_phrase(doc, from, to, sense).or_else(part);
            left =
                left.filter(|noun| (noun.end == to || !doc.is(noun.end, Class::Verb)) && !is_declined(doc, noun.start));
        }
        if !opened {
            break;
        }
        to = from - 1;
    }
    if inside.is_some_and(|inside| is_apposed(doc, &inside)) {
        return inside;
    }
    left.filter(|_| first == floor || apart || to <= sentence.start || bound == sentence.start).or(inside)
}

/// Whether a phrase is a surname alone that stands in another case than the nominative.
fn is_other(doc: &Doc, found: &Phrase) -> bool {
    let surname = found.name.filter(|(start, end)| found.head.is_none() && *end == start + 1);
    surname.is_some_and(|(at, _)| is_declined(doc, at))
}

/// Whether a word is a surname of the text in another case than the nominative: «Утёсовой вторит инженер».
fn is_declined(doc: &Doc, at: usize) -> bool {
    let surname = doc.token(at).capital && !doc.is_surname(at);
    surname && ru_names::known_surname(doc, doc.word(at)).is_some()
}

/// Where the words before a verb end without whom it tells: «Реставраторы нас сразу предупредили».
fn without_object(doc: &Doc, from: usize, to: usize) -> usize {
    let adverb = |at: usize| doc.is(at, Class::Prep) && !ru::governs(doc, at);
    let whom = |at: usize| is_listed(doc.word(at), "нас вас нам вам мне меня ему ей им");
    let last = (from..to).rev().find(|at| !(is_beside(doc, *at) || adverb(*at) || whom(*at)));
    last.map_or(to, |last| last + 1)
}

/// The subject of a verb in what no preposition of its clause governs; for a verb in the plural where there is nothing
/// such, the body whose people speak.
fn ungoverned(doc: &Doc, from: usize, to: usize, sense: Sense) -> Option<Phrase> {
    let many = sense.agree.number == Number::Many;
    let Some((start, end)) = nominative_part(doc, from, to) else {
        return if many { body_place(doc, from, to) } else { None };
    };
    let counted = several(doc, start, end).filter(|_| sense.agree.number != Number::One);
    // «В МИД обвинение назвали «выдумкой»»: a body in the nominative takes the singular.
    let lone = |found: &Phrase| {
        let single = found.name.is_none() && found.agree.number != Number::Many;
        many && single && found.head.is_some_and(|(at, head)| head.class == Class::Body && doc.word(at).ends_with("ие"))
    };
    let found = counted.or_else(|| nominative(doc, start, end)).filter(|found| fits(found, sense));
    if found.as_ref().is_some_and(lone) {
        return body_place(doc, from, to);
    }
    // «Знакомый с ходом проверки инженер» is somebody new.
    found.map(|found| Phrase { definite: found.definite && !opens_attribute(doc, from), ..found })
}

/// The phrase between two tokens, unless it stands in another case than the nominative.
fn nominative(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    let found = ru::one_of(doc, from, to).or_else(|| ru::phrase(doc, from, to));
    found.filter(|found| found.head.is_none_or(|(_, head)| head.has(flag::LEMMA)))
}

/// The subject of a clause whose verb is none of saying: before the verb, else behind it.
pub(super) fn first_subject(doc: &Doc, from: usize, to: usize, agree: Agree) -> Option<Phrase> {
    let verb = (from..to).find(|at| ru::is_verb(doc, *at)).filter(|_| !speaks_before(doc, from, to))?;
    let subject = |from: usize, to: usize| {
        let (start, end) = nominative_part(doc, from, to)?;
        nominative(doc, start, end).filter(|found| found.agree.fits(agree))
    };
    subject(from, verb).or_else(|| subject(verb + 1, to).filter(|found| found.name.is_some()))
}

/// «Та ответила»: the one spoken of last who did not speak, right before the verb.
fn that_one(doc: &Doc, floor: usize, at: usize) -> Option<Phrase> {
    let first = (clause_start(doc, floor, at)..at).find(|word| !is_beside(doc, *word))?;
    // «Те в ответ закричали», but «Тот сосед закричал».
    let alone = first + 1 == at || ru::governs(doc, first + 1) || is_beside(doc, first + 1);
    that(doc, first).filter(|_| alone)
}

/// The pronoun at a token that means the one spoken of last who did not speak.
fn that(doc: &Doc, at: usize) -> Option<Phrase> {
    let sense = doc.sense(at, Class::Pronoun).filter(|sense| sense.has(flag::RELAY))?;
    let owner = Some((at, at + 1));
    Some(Phrase { start: at, end: at + 1, agree: sense.agree, pronoun: true, owner, ..Phrase::default() })
}

/// Whether the comma before a verb ends what was set apart behind its subject: «Посол, чьи слова приводят, попросил».
pub(super) fn closes_aside(doc: &Doc, at: usize, floor: usize) -> bool {
    let comma = at.checked_sub(1).filter(|comma| *comma > floor && doc.kind(*comma) == Kind::Comma);
    comma.is_some_and(|comma| {
        let from = clause_start(doc, floor, comma);
        let apposed = || ru::phrase(doc, from, comma).is_some_and(|phrase| is_apposed(doc, &phrase));
        let aside = || is_aside(doc, from) || (from..comma).all(|word| is_beside(doc, word)) || apposed();
        from > floor && doc.kind(from - 1) == Kind::Comma && aside()
    })
}

/// Whether a pronoun of the first or second person stands between two tokens, at their depth.
pub(super) fn speaks_before(doc: &Doc, from: usize, to: usize) -> bool {
    let mut at = from;
    while at < to && !is_own(doc, at) {
        at = doc.next(at);
    }
    at < to
}

/// Whether a word is a pronoun of the first or second person.
fn is_own(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at), "я" | "мы" | "ты" | "вы" | "Я" | "Мы" | "Ты" | "Вы")
}

/// Whether the clause of a verb is about the one who speaks it, or whom that one speaks to.
pub(super) fn speaks_itself(doc: &Doc, at: usize, end: usize, sentence: Sentence) -> bool {
    let own = |at: usize| is_own(doc, at);
    let floor = sentence.start.max(at.saturating_sub(SUBJECT_REACH));
    (clause_start(doc, floor, at)..at).any(own) || own(end)
}

/// Where the words of a clause that ends before a token begin.
fn clause_start(doc: &Doc, floor: usize, to: usize) -> usize {
    let mut from = to;
    while from > floor {
        let Some(before) = doc.previous(from) else { break };
        let edge = matches!(
            doc.kind(before),
            Kind::Comma | Kind::Dash | Kind::Colon | Kind::Semicolon | Kind::Stop | Kind::Break
        );
        if before < floor || edge {
            break;
        }
        from = before;
    }
    from
}

/// Whether a word may stand beside a verb and is neither its subject nor its object.
pub(super) fn is_beside(doc: &Doc, at: usize) -> bool {
    doc.token(at).dated || doc.is_any(at, const { Classes::all(&[Class::Aux, Class::Skip, Class::Neg]) })
}

/// Whether a phrase in the clause of a verb is its subject: it agrees, and no preposition governs it.
fn can_speak(doc: &Doc, from: usize, found: &Phrase, sense: Sense) -> bool {
    let led = ru::governs(doc, from) && doc.phrase(from, from + 3, Class::Conn).is_none();
    let many = found.head_is(Class::Body) && sense.agree.number == Number::Many;
    // «В республике эти обвинения назвали»: the preposition has its noun, and a body speaks in the locative.
    let place = found.head_is(Class::Body) && stands_in(doc, from, first_word(found));
    let governed = place || led && is_governed(doc, from, found);
    let oblique = found.head.is_some_and(|(_, head)| !head.has(flag::LEMMA));
    // «Об этом изданию сообщили»: no place.
    let many = many && !matches!(doc.word(from), "О" | "о" | "Об" | "об");
    let allowed = if governed { many || sense.has(flag::IMPERSONAL) } else { !(led && many && oblique) };
    fits(found, sense) && (found.pronoun || allowed)
}

/// The first token of what names the one that a phrase means.
fn first_word(phrase: &Phrase) -> usize {
    phrase.name.map_or(usize::MAX, |(start, _)| start).min(phrase.head.map_or(usize::MAX, |(at, _)| at))
}

/// Whether the preposition at a token governs a phrase: only adjectives stand between. A role in the nominative is
/// governed by none.
fn is_governed(doc: &Doc, preposition: usize, phrase: &Phrase) -> bool {
    let nominative = phrase.head.is_some_and(|(_, sense)| sense.class == Class::Role && sense.has(flag::LEMMA));
    let between = preposition + 1..first_word(phrase).min(preposition + SUBJECT_REACH);
    !nominative && between.into_iter().all(|at| ru::is_adjective(doc.word(at)) || doc.is(at, Class::Poss))
}

/// The subject behind a verb, and where the words about it end.
pub(super) fn subject_behind(doc: &Doc, after: usize, end: usize, sense: Sense) -> (Option<Phrase>, usize) {
    let (from, stop) = (after, subject_end(doc, after, end));
    let found = behind(doc, from, stop, sense);
    // «утверждает один из них, Алексей Рыкша, …».
    if doc.kind(stop) == Kind::Comma && found.is_none_or(|found| found.name.is_none() && !found.pronoun) {
        let far = subject_end(doc, stop + 1, end);
        let named = ru::phrase(doc, stop + 1, far);
        // «рассказал один из них, пятнадцатилетний Глеб».
        let given = |named: &Phrase| named.name.is_some_and(|(start, _)| doc.is(start, Class::First));
        // «Об этом рассказал источник, данные подтвердил Егор Зуб»: another clause.
        let does = |named: &Phrase| (stop + 1..first_word(named)).any(|at| doc.is(at, Class::Verb));
        let named =
            named.filter(|named| (is_apposed(doc, named) || given(named)) && fits(named, sense) && !does(named));
        if let Some(named) = named {
            return (Some(named), far);
        }
    }
    if found.is_some() || doc.kind(stop) != Kind::Comma || (from..stop).any(|word| !is_beside(doc, word)) {
        return (found, stop);
    }
    // «рассказывает, едва сдерживая слёзы, жительница Орловки»: behind what the commas set apart.
    let reach = end.min(stop + ASIDE_REACH);
    let closing = (stop + 1..reach).find(|at| doc.kind(*at) == Kind::Comma && doc.token(at + 1).is_word());
    let Some(closing) = closing.filter(|_| !doc.is(stop + 1, Class::Comp) && !doc.is(stop + 1, Class::Relative)) else {
        return (None, stop);
    };
    let far = subject_end(doc, closing + 1, end);
    match behind(doc, closing + 1, far, sense).filter(|phrase| !phrase.pronoun || far == closing + 2) {
        Some(phrase) => (Some(phrase), far),
        None => (None, stop),
    }
}

/// The subject right behind a verb, in one clause.
fn behind(doc: &Doc, after: usize, stop: usize, sense: Sense) -> Option<Phrase> {
    let mut from = after;
    while from < stop && is_beside(doc, from) {
        from += 1;
    }
    // «рассказали «Вестям» в администрации»: the marks name the one who is told.
    if doc.pair_at(from).is_some() && doc.next(from) < stop {
        from = doc.next(from);
    }
    if let Some(next) = behind_agency(doc, from, stop) {
        return behind(doc, next, stop, sense);
    }
    // «говорится в его видеообращении», «цитирует его газета»: words belong to their author.
    let near = if sense.has(flag::IMPERSONAL | flag::RELAY) { from..stop.min(from + 2) } else { from..from };
    if let Some((at, owner)) = near.into_iter().find_map(|at| Some((at, doc.sense(at, Class::Poss)?))) {
        return Some(Phrase { start: at, end: at + 1, agree: owner.agree, pronoun: true, ..Phrase::default() });
    }
    if let Some(paper) = in_it(doc, from, sense) {
        return Some(paper);
    }
    // «прозвучало от директора».
    if sense.has(flag::IMPERSONAL) && doc.word(from) == "от" {
        let whose = named_source(doc, from + 1, stop)?;
        let one = Agree { number: Number::One, ..whose.agree };
        return Some(if whose.head_is(Class::Role) { Phrase { agree: one, ..whose } } else { whose });
    }
    // «уверяет тот».
    if let Some(that) = that(doc, from).filter(|that| that.end == stop) {
        return Some(that);
    }
    // «цитирует министра «Областная газета»», «цитирует РИА министра».
    if sense.has(flag::RELAY) {
        let place = matches!(doc.word(from), "в" | "на");
        let words = (from..stop).find(|at| place && doc.is(*at, Class::SpeechNoun));
        return cited(doc, words.unwrap_or(from), stop);
    }
    let part = || ungoverned(doc, after, stop, sense);
    let whole = quoted_name(doc, from, stop).filter(|paper| fits(paper, sense));
    if let Some(found) = whole.or_else(part).filter(|_| !sense.has(flag::IMPERSONAL)) {
        // «прокомментировал прогноз в блоге финансист Лев Грин».
        let writer = if found.head_is(Class::Doc) { behind_object(doc, from, stop, sense) } else { None };
        return writer.or(Some(found));
    }
    // «сообщила корреспонденту ТАСС»: for whom one works who is told.
    let told = from > after && doc.is(from - 1, Class::Skip) && ru::is_abbreviation(doc, from);
    let from = from + usize::from(told);
    quoted_name(doc, from, stop)
        .or_else(|| ru::phrase(doc, from, stop))
        .filter(|phrase| fits(phrase, sense) && (sense.has(flag::IMPERSONAL) || !is_told(doc, from, phrase)))
        .or_else(|| behind_object(doc, from, stop, sense))
        .or_else(|| called(doc, from, stop, sense))
        .or_else(|| locative(doc, from, stop, sense))
        // «ответили «Вестям» в редакции», «ответили агентству в редакции».
        .or_else(|| (from + 1..stop.min(from + 3)).find_map(|at| locative(doc, at, stop, sense)))
}

/// A person named behind the object of a verb: «огласил совместное решение партий Ника Мелия».
fn behind_object(doc: &Doc, from: usize, stop: usize, sense: Sense) -> Option<Phrase> {
    let object = ru::phrase(doc, from, stop).and_then(|object| object.head).map(|(at, _)| at)?;
    let mut at = object + 1;
    while at < stop && !doc.token(at).capital {
        at += 1;
    }
    let named = ru::phrase(doc, at, stop).filter(|named| fits(named, sense) && !named.head_is(Class::Body))?;
    named.name.is_some_and(|(start, end)| start == at && end == stop && end > start + 1).then_some(named)
}

/// Whether a phrase stands only behind a preposition that the speaker never has: «сообщил в эфире радиостанции».
fn is_told(doc: &Doc, from: usize, phrase: &Phrase) -> bool {
    let first = first_word(phrase);
    let governed = |at: usize| {
        ru::governs(doc, at) && matches!(doc.word(at), "в" | "во" | "на" | "о" | "об") && is_governed(doc, at, phrase)
    };
    !phrase.head_is(Class::Body) && !phrase.pronoun && first < usize::MAX && (from..first).any(governed)
}

/// The end of a subject behind its verb.
fn subject_end(doc: &Doc, from: usize, end: usize) -> usize {
    let mut at = from;
    let mut seen = 0;
    while at < end && seen < SUBJECT_REACH {
        let edge = matches!(
            doc.kind(at),
            Kind::Comma
                | Kind::Stop
                | Kind::Break
                | Kind::Semicolon
                | Kind::Dash
                | Kind::Colon
                | Kind::Opener
                | Kind::Closer
        );
        if edge || doc.is(at, Class::Relative) || doc.is(at, Class::Comp) {
            break;
        }
        seen += 1;
        at = doc.next(at);
    }
    at.min(end)
}
