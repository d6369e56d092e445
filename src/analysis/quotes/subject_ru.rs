//! The subject of a Russian verb of saying. It stands on either side of the verb; what is set apart by commas between
//! the two is about the subject («Источник, знакомый с ходом переговоров, утверждает»), for a comma never parts the
//! two by itself. A body speaks in the plural, and stands in the locative («В министерстве пояснили»).

use super::clause_ru::SUBJECT_REACH;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::people::{Phrase, ru};
use crate::analysis::token::Kind;

/// Asides between a subject and its verb, at most.
const ASIDES: usize = 5;

/// Words of a subject that no lexicon has, at most.
const UNLISTED: usize = 6;

/// Words of a name in marks that speaks by itself, at most.
const LONGEST_NAME: usize = 3;

/// Tokens of an aside between a verb and the subject behind it, at most.
const ASIDE_REACH: usize = 14;

/// The classes of words that are no nouns.
const FUNCTION_WORDS: [Class; 12] = [
    Class::Prep,
    Class::Aux,
    Class::Skip,
    Class::Pronoun,
    Class::Poss,
    Class::Conn,
    Class::Neg,
    Class::Comp,
    Class::Verb,
    Class::Participle,
    Class::Relative,
    Class::SelfWord,
];

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
    let mut to = at;
    let first = clause_start(doc, floor, to);
    let apart = first > floor && doc.kind(first - 1) == Kind::Comma && (first..at).all(|word| is_beside(doc, word));
    if apart {
        to = first - 1;
    }
    let (mut inside, mut left) = (None::<Phrase>, None);
    for step in 0..ASIDES {
        let from = clause_start(doc, floor, to);
        let opened = from > floor && doc.kind(from - 1) == Kind::Comma;
        let aside = opened && is_aside(doc, from);
        let named = quoted_name(doc, from, to).filter(|_| from == sentence.start || !opened);
        let found =
            named.or_else(|| ru::phrase(doc, from, to)).filter(|found| !aside && can_speak(doc, from, found, sense));
        match found {
            Some(found) if step == 0 && apart && opened => inside = Some(found),
            Some(found) if found.name.is_some() || found.pronoun => return Some(found),
            Some(found) => return inside.filter(is_apposed).or(Some(found)),
            None => {}
        }
        if from < to && governs_place(doc, from, to, sense) {
            left = left.or_else(|| locative(doc, from, to, sense));
        }
        if left.is_none() && !aside && !(step == 0 && apart && opened) {
            left = noun_phrase(doc, from, to, sense).filter(|noun| noun.end == to || !doc.is(noun.end, Class::Verb));
        }
        if !opened {
            break;
        }
        to = from - 1;
    }
    if inside.is_some_and(|inside| is_apposed(&inside)) {
        return inside;
    }
    left.filter(|_| first == floor || apart || to <= sentence.start || bound == sentence.start).or(inside)
}

/// Whether a phrase between commas is a name in apposition, with at most a role before it: «Один из них, пасечник Ефим
/// Долматов, вспоминал».
fn is_apposed(phrase: &Phrase) -> bool {
    let known = |start: usize, end: usize| end > start + 1 || phrase.head_is(Class::Role);
    phrase.name.is_some_and(|(start, end)| start <= phrase.start + 2 && known(start, end) && end == phrase.end)
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

/// Whether a clause begins with a place whose people speak: «В Брюсселе заявили».
fn governs_place(doc: &Doc, from: usize, to: usize, sense: Sense) -> bool {
    sense.agree.number == Number::Many
        && ru::governs(doc, from)
        && doc.token(from + 1).capital
        && doc.count_words(from, to) < 4
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
fn is_beside(doc: &Doc, at: usize) -> bool {
    doc.token(at).dated || [Class::Aux, Class::Skip, Class::Neg].iter().any(|class| doc.is(at, *class))
}

/// Whether a phrase in the clause of a verb is its subject: it agrees, and no preposition governs it.
fn can_speak(doc: &Doc, from: usize, found: &Phrase, sense: Sense) -> bool {
    let led = ru::governs(doc, from) && doc.phrase(from, from + 3, Class::Conn).is_none();
    let many = found.head_is(Class::Body) && sense.agree.number == Number::Many;
    let locative = led && (many || sense.has(flag::IMPERSONAL));
    fits(found, sense) && (!led || locative || found.pronoun || !is_governed(doc, from, found))
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

/// Whether what a comma opens is about the noun before it: a participle, a relative clause, an adjective with what
/// it governs («близкий к правительству»).
fn is_aside(doc: &Doc, from: usize) -> bool {
    let governs = ru::is_adjective(doc.word(from)) && doc.is(from + 1, Class::Prep);
    let relative =
        (from..from + 3).any(|at| doc.is(at, Class::Relative) || matches!(doc.word(at), "чей" | "чья" | "чьё"));
    is_participle(doc.word(from)) || relative || governs
}

/// Whether a word has the ending of a participle: what it opens is about the noun before it.
pub(super) fn is_participle(word: &str) -> bool {
    let stem = ["ый", "ая", "ое", "ые", "ого", "ой", "ых", "ий", "ие", "ший", "шая", "шие"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).or_else(|| word.strip_suffix("ся")?.strip_suffix(ending)));
    stem.is_some_and(|stem| stem.ends_with("нн") || stem.ends_with("вш") || stem.ends_with('щ') || stem.ends_with("ющ"))
}

/// The subject behind a verb, and where the words about it end.
pub(super) fn subject_behind(doc: &Doc, after: usize, end: usize, sense: Sense) -> (Option<Phrase>, usize) {
    let (from, stop) = (after, subject_end(doc, after, end));
    let found = behind(doc, from, stop, sense);
    // «утверждает один из них, Алексей Рыкша, …».
    if doc.kind(stop) == Kind::Comma && found.is_some_and(|found| found.name.is_none() && !found.pronoun) {
        let far = subject_end(doc, stop + 1, end);
        let named = ru::phrase(doc, stop + 1, far).filter(|named| is_apposed(named) && fits(named, sense));
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
    // «цитирует министра «Областная газета»».
    if sense.has(flag::RELAY) {
        return ru::phrase(doc, from, stop).filter(|cited| !cited.pronoun);
    }
    quoted_name(doc, from, stop)
        .or_else(|| ru::phrase(doc, from, stop))
        .filter(|phrase| fits(phrase, sense) && (sense.has(flag::IMPERSONAL) || !is_told(doc, from, phrase)))
        .or_else(|| called(doc, from, stop, sense))
        .or_else(|| locative(doc, from, stop, sense))
}

/// A paper or agency that only its name in marks names: «пишет «Коммерсантъ»», ««Интерфакс» сообщает».
pub(super) fn quoted_name(doc: &Doc, at: usize, stop: usize) -> Option<Phrase> {
    let pair = doc.pair_at(at).map(|pair| doc.pair(pair)).filter(|pair| pair.closed && pair.after() == stop)?;
    let (from, to) = (pair.inner_start(), pair.inner_end());
    let last = doc.kind(to.saturating_sub(1));
    let led = at.checked_sub(1).is_some_and(|before| ru::governs(doc, before));
    let dative = !led && to > from && doc.word(to - 1).ends_with(['у', 'ю', 'е']);
    let named = !dative && doc.token(from).capital && doc.count_words(from, to) <= LONGEST_NAME && last != Kind::Stop;
    let flags = flag::LEMMA;
    let head = Sense { class: Class::Body, agree: Agree::default(), flags, family: 0, words: 1 };
    let phrase = Phrase { start: at, end: stop, name: Some((from, to)), head: Some((at, head)), ..Phrase::default() };
    (named && matches!(last, Kind::Word | Kind::Number)).then_some(phrase)
}

/// Whether a phrase stands only behind a preposition that the speaker never has: «сообщил в эфире радиостанции».
fn is_told(doc: &Doc, from: usize, phrase: &Phrase) -> bool {
    let first = first_word(phrase);
    let governed = |at: usize| {
        ru::governs(doc, at) && matches!(doc.word(at), "в" | "во" | "на" | "о" | "об") && is_governed(doc, at, phrase)
    };
    !phrase.head_is(Class::Body) && !phrase.pronoun && first < usize::MAX && (from..first).any(governed)
}

/// A body that no lexicon has, in the locative: «сообщили в аппарате маслихата».
pub(super) fn locative(doc: &Doc, from: usize, stop: usize, sense: Sense) -> Option<Phrase> {
    let led = sense.agree.number == Number::Many && matches!(doc.word(from), "в" | "во" | "на" | "В" | "Во" | "На");
    if led && doc.pair_at(from + 1).is_some() {
        let named = quoted_name(doc, from + 1, doc.next(from + 1))?;
        let head = named.head.map(|(at, head)| (at, Sense { flags: 0, ..head }));
        return Some(Phrase { head, ..named });
    }
    let noun = (from + 1..stop).find(|at| !ru::is_adjective(doc.word(*at)) || doc.token(at + 1).dated)?;
    let token = doc.token(noun);
    if !led || token.dated || !token.is_word() || FUNCTION_WORDS.iter().any(|class| doc.is(noun, *class)) {
        return None;
    }
    let locative = doc.word(noun).ends_with(['е', 'и', 'у', 'х']) || token.capital;
    let head = Sense { class: Class::Body, agree: Agree::default(), flags: 0, family: 0, words: 1 };
    let end = ru::extent(doc, noun, stop);
    locative.then(|| Phrase { start: from + 1, end, head: Some((noun, head)), definite: true, ..Phrase::default() })
}

/// A speaker who is called by a noun that no lexicon has («говорит мастерица»), right behind the verb.
fn called(doc: &Doc, from: usize, end: usize, sense: Sense) -> Option<Phrase> {
    // «разводит руками спасённый»: what the gesture is made with.
    let hand = ["ами", "ями", "ой", "ою", "ом", "у"].iter().any(|ending| doc.word(from).ends_with(ending));
    let from = if sense.has(flag::GESTURE) && hand && from + 1 < end { from + 1 } else { from };
    // «пояснила её помощница».
    if let Some(owner) = doc.sense(from, Class::Poss) {
        let phrase = called(doc, from + 1, end, sense)?;
        let head = phrase.head.map(|(at, sense)| (at, Sense { flags: 0, ..sense }));
        return Some(Phrase { start: from, head, possessor: Some(owner.agree), ..phrase });
    }
    if from + 2 < end {
        return noun_phrase(doc, from, end, sense)
            .filter(|_| sense.agree.gender != Gender::M && !sense.has(flag::NAME));
    }
    if !is_noun(doc, from) || doc.word(from).ends_with("ое") {
        return None;
    }
    let agree = if sense.agree.gender == Gender::Any {
        Agree::new(if doc.word(from).ends_with(['а', 'я']) { Gender::F } else { Gender::M }, Number::One)
    } else {
        sense.agree
    };
    let flags = flag::GENERIC | flag::LEMMA;
    let head = Sense { class: Class::Role, agree, flags, family: 0, words: 1 };
    Some(Phrase { start: from, end: from + 1, head: Some((from, head)), agree, definite: true, ..Phrase::default() })
}

/// Whether a word may be a noun that no lexicon has.
fn is_noun(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let used = FUNCTION_WORDS.iter().any(|class| doc.is(at, *class));
    token.is_word()
        && !token.capital
        && !token.dated
        && !used
        && !is_verbal(doc.word(at))
        && doc.word(at).chars().count() > 3
}

/// Whether a word has the ending of an infinitive or of a reflexive verb, and hardly of a noun that speaks.
fn is_verbal(word: &str) -> bool {
    ["ся", "сь", "ать", "ить", "еть", "ять", "уть", "чь", "ти"].iter().any(|ending| word.ends_with(ending))
}

/// A subject of words that no lexicon has, by the ending that the verb asks for: «Сторонники закона указывают».
fn noun_phrase(doc: &Doc, from: usize, to: usize, sense: Sense) -> Option<Phrase> {
    let mut start = from;
    while start < to && (is_beside(doc, start) || doc.is(start, Class::Conn)) {
        start += 1;
    }
    let mut noun = start;
    while noun + 1 < to && ru::is_adjective(doc.word(noun)) && is_plain(doc, noun) {
        noun += 1;
    }
    let end = ru::extent(doc, noun, to);
    let oblique =
        ["их", "ых", "ого", "его", "ому", "ему", "ыми", "ими"].iter().any(|ending| doc.word(noun).ends_with(ending));
    let short = !oblique && doc.count_words(start, end) <= UNLISTED && doc.count_words(end, to) <= 1;
    if !short || !is_plain(doc, noun) || doc.token(noun).capital && noun > from {
        return None;
    }
    let stem = doc.word(noun).trim_end_matches(['ы', 'и']);
    let ends = |endings: &[char]| doc.word(noun).ends_with(endings);
    let vowel = ['а', 'я', 'о', 'е', 'ё', 'у', 'ю', 'ы', 'и', 'э'];
    let agrees = match (sense.agree.gender, sense.agree.number) {
        (_, Number::Many) => stem.len() < doc.word(noun).len() || doc.word(noun).ends_with("не"),
        (Gender::M, _) => !ends(&vowel) && !doc.word(noun).ends_with("ом"),
        (Gender::F, _) => ends(&['а', 'я', 'ь']),
        (Gender::N, _) => ends(&['о', 'е']),
        _ => !ends(&['о', 'у', 'ю', 'ы', 'и', 'е']) && !doc.word(noun).ends_with("ом"),
    };
    agrees.then(|| Phrase { start, end, agree: sense.agree, definite: true, ..Phrase::default() })
}

/// Whether a word is none of the function words.
fn is_plain(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let long = doc.word(at).chars().count() > 3;
    token.is_word()
        && !token.dated
        && long
        && !is_verbal(doc.word(at))
        && !FUNCTION_WORDS.iter().any(|class| doc.is(at, *class))
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
