//! Russian subjects that no lexicon has: a noun right beside the verb in the ending that the verb asks for, a body in
//! the locative, a paper that only its name in marks names.

use super::clause_ru::{SUBJECT_REACH, clause_end};
use super::subject_ru::is_beside;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag, key_of};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Case, Phrase, ru, ru_names, ru_told};
use crate::analysis::token::Kind;

/// Words of a subject that no lexicon has, at most.
const UNLISTED: usize = 6;

/// Words of a source that no lexicon has, at most.
const SOURCE: usize = 3;

/// Words of a name in marks that speaks by itself, at most.
const LONGEST_NAME: usize = 3;

/// The classes of words that are no nouns.
const FUNCTION_WORDS: Classes = Classes::all(&[
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
]);

/// A paper or agency that only its name in marks names: «пишет «Коммерсантъ»», ««Интерфакс» сообщает».
pub(super) fn quoted_name(doc: &Doc, at: usize, stop: usize) -> Option<Phrase> {
    let pair = doc.pair_at(at).map(|pair| doc.pair(pair)).filter(|pair| pair.closed && pair.after() == stop)?;
    let (from, to) = (pair.inner_start(), pair.inner_end());
    let last = doc.kind(to.saturating_sub(1));
    let led = at.checked_sub(1).is_some_and(|before| ru::governs(doc, before));
    let dative = !led && to > from && ru::is_dative(doc, at);
    let named = !dative && doc.token(from).capital && doc.count_words(from, to) <= LONGEST_NAME && last != Kind::Stop;
    // «Как пишут «Известия»»: so «газета» means them.
    let family = doc.lexicon.sense(key_of("издание"), Class::Body).map_or(0, |paper| paper.family);
    let head = Sense { family, ..Sense::unlisted(Class::Body, Agree::default(), flag::LEMMA) };
    let phrase = Phrase { start: at, end: stop, name: Some((from, to)), head: Some((at, head)), ..Phrase::default() };
    (named && matches!(last, Kind::Word | Kind::Number)).then_some(phrase)
}

/// The paper that a pronoun means: «указано в нём», «В ней говорится».
pub(super) fn in_it(doc: &Doc, at: usize, sense: Sense) -> Option<Phrase> {
    let it = matches!(doc.word(at), "в" | "В") && matches!(doc.word(at + 1), "нем" | "нём" | "ней" | "них");
    let flags = flag::LEMMA | flag::GENERIC | flag::RELAY;
    let paper = Sense { class: Class::Doc, flags, family: 0, words: 1, ..sense };
    let phrase =
        Phrase { start: at + 1, end: at + 2, head: Some((at + 1, paper)), definite: true, ..Phrase::default() };
    (it && sense.has(flag::IMPERSONAL)).then_some(phrase)
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
    if !led || token.dated || !token.is_word() || doc.is_any(noun, FUNCTION_WORDS) {
        return None;
    }
    // «кричали в толпе»: nobody is named.
    if doc.is(noun, Class::Audience) {
        return None;
    }
    let locative = doc.word(noun).ends_with(['е', 'и', 'у', 'х']) || token.capital;
    let unlisted = Sense::unlisted(Class::Body, Agree::default(), 0);
    let head = doc.sense(noun, Class::Body).unwrap_or(unlisted);
    let end = ru::extent(doc, noun, stop);
    locative.then(|| Phrase { start: from + 1, end, head: Some((noun, head)), definite: true, ..Phrase::default() })
}

/// A speaker who is called by a noun that no lexicon has («говорит мастерица»), right behind the verb.
pub(super) fn called(doc: &Doc, from: usize, end: usize, sense: Sense) -> Option<Phrase> {
    // «разводит руками спасённый»: what the gesture is made with.
    let hand = ends_in(doc.word(from), &["ами", "ями", "ой", "ою", "ом", "у"]);
    let from = if sense.has(flag::GESTURE) && hand { from + 1 } else { from };
    // «смеялась разыгрывающая в смешанной зоне»: where she did.
    let place = |at: &usize| matches!(doc.word(*at), "в" | "во" | "на") && !doc.token(at + 1).capital;
    let end = if from + 1 < end { (from + 1..end).find(place).unwrap_or(end) } else { end };
    if from >= end {
        return None;
    }
    // «пояснила её помощница».
    if let Some(owner) = doc.sense(from, Class::Poss) {
        let phrase = called(doc, from + 1, end, sense)?;
        let head = phrase.head.map(|(at, sense)| (at, Sense { flags: 0, ..sense }));
        return Some(Phrase { start: from, head, possessor: Some(owner.agree), ..phrase });
    }
    // «ставит диагноз часовщик»: what ends so is no genitive.
    let last = doc.word(end - 1);
    let single = !last.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'ю', 'я', 'й', 'х', 'м', 'в', 'ь']);
    let object = from + 2 == end && single && sense.agree.gender != Gender::F && is_noun(doc, from);
    let from = if object { from + 1 } else { from };
    if from + 2 < end {
        return noun_phrase(doc, from, end, sense)
            .filter(|_| sense.agree.gender != Gender::M && !sense.has(flag::NAME));
    }
    let attribute = ru::is_adjective(doc.word(from)) && from + 1 < end;
    let oblique = ru::head_sense(doc, from).is_some_and(|sense| !sense.has(flag::LEMMA));
    // «обвинил правление в том, что».
    let thing = matches!(sense.agree.gender, Gender::M | Gender::F) && doc.word(from).ends_with(['о', 'е']);
    let adverb = thing || sense.agree.number == Number::Many && doc.word(from).ends_with('о');
    if !is_noun(doc, from) || attribute || oblique || adverb || ends_in(doc.word(from), &["ое", "ов", "ев", "у", "ю"])
    {
        return None;
    }
    let agree = if sense.agree.gender == Gender::Any {
        Agree::new(if doc.word(from).ends_with(['а', 'я']) { Gender::F } else { Gender::M }, Number::One)
    } else {
        sense.agree
    };
    // «крановщик» is nobody whose trade is known, and «мастерица» may be anybody.
    let general = if ru_told::is_trade(doc.word(from)) { flag::ONLY } else { flag::GENERIC };
    let head = Sense { agree, ..ru_told::unlisted(doc.word(from), general) };
    let end = ru::extent(doc, from, end);
    Some(Phrase { start: from, end, head: Some((from, head)), agree, definite: true, ..Phrase::default() })
}

/// Whether a word may be a noun that no lexicon has.
fn is_noun(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let used = doc.is_any(at, FUNCTION_WORDS);
    token.is_word()
        && !token.capital
        && !token.dated
        && !used
        && !is_verbal(doc.word(at))
        && doc.word(at).chars().count() > 3
}

/// Whether a word has the ending of an infinitive or of a reflexive verb, and hardly of a noun that speaks.
fn is_verbal(word: &str) -> bool {
    ends_in(word, &["ся", "сь", "ать", "ить", "еть", "ять", "уть", "чь", "ти"])
}

/// A subject of words that no lexicon has, by the ending that the verb asks for: «Сторонники закона указывают».
pub(super) fn noun_phrase(doc: &Doc, from: usize, to: usize, sense: Sense) -> Option<Phrase> {
    let mut start = from;
    while start < to && (is_beside(doc, start) || doc.is(start, Class::Conn)) {
        start += 1;
    }
    if start >= to {
        return None;
    }
    let mut noun = start;
    while noun + 1 < to && ru::is_adjective(doc.word(noun)) && is_plain(doc, noun) {
        noun += 1;
    }
    let end = ru::extent(doc, noun, to);
    let ends_so = |endings: &[&str]| ends_in(doc.word(noun), endings);
    // «Клал на стол и говорил».
    let past =
        doc.begins_sentence(noun) && ends_so(&["ал", "ил", "ял", "ел", "ала", "ила", "яла", "ела", "али", "или"]);
    if past && noun + 1 == to && (ru::governs(doc, to) || doc.word(to) == "и") && ru::head_sense(doc, noun).is_none() {
        return None;
    }
    // «благодарит спасателей и обещает».
    // «Пассажирам сказал правду».
    let several = !doc.token(noun).capital && ends_so(&["ей", "ов", "ев"]) || ends_so(&["ам", "ями", "ами"]);
    let oblique = several || ends_so(&["их", "ых", "ого", "его", "ому", "ему", "ыми", "ими", "ым", "им"]);
    // «Потом постоял и добавил»: what one did before.
    let oblique = oblique || noun + 2 == to && doc.word(noun + 1) == "и";
    let short = !oblique && doc.count_words(start, end) <= UNLISTED && doc.count_words(end, to) <= 1;
    if !short || !is_plain(doc, noun) || doc.token(noun).capital && noun > from {
        return None;
    }
    let stem = doc.word(noun).trim_end_matches(['ы', 'и']);
    let ends = |endings: &[char]| doc.word(noun).ends_with(endings);
    let vowel = ['а', 'я', 'о', 'е', 'ё', 'у', 'ю', 'ы', 'и', 'э'];
    let agrees = match (sense.agree.gender, sense.agree.number) {
        // «Другие полагают», but «решение приняли».
        (_, Number::Many) if ends_so(&["ние", "тие", "вие"]) => false,
        (_, Number::Many) => stem.len() < doc.word(noun).len() || ends_so(&["не", "ые", "ие"]),
        (Gender::M, _) => !ends(&vowel) && !doc.word(noun).ends_with("ом"),
        (Gender::F, _) => ends(&['а', 'я', 'ь']),
        (Gender::N, _) => ends(&['о', 'е']),
        _ => !ends(&['о', 'у', 'ю', 'ы', 'и', 'е']) && !doc.word(noun).ends_with("ом"),
    };
    agrees.then(|| Phrase { start, end, agree: sense.agree, definite: true, ..Phrase::default() })
}

/// Whether a word is an adjective in any case, and no name.
fn is_attribute(doc: &Doc, at: usize) -> bool {
    !doc.token(at).capital && (ru::is_adjective(doc.word(at)) || ends_in(doc.word(at), &["ому", "ему"]))
}

/// Whether a word is none of the function words.
fn is_plain(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let long = doc.word(at).chars().count() > 3;
    token.is_word() && !token.dated && long && !is_verbal(doc.word(at)) && !doc.is_any(at, FUNCTION_WORDS)
}

/// The source that a phrase leads to.
pub(super) fn named_source(doc: &Doc, from: usize, stop: usize) -> Option<Phrase> {
    // The name stands in the case of the phrase: «по данным «Спорт-Экспресса»».
    let oblique =
        |phrase: Phrase| Phrase { head: phrase.head.map(|(at, head)| (at, Sense { flags: 0, ..head })), ..phrase };
    let named = quoted_name(doc, from, stop).map(oblique).or_else(|| ru::one_of(doc, from, stop));
    // «судя по следам», «ссылаясь на плановый ремонт»: what no lexicon has tells of nobody's words there.
    let shows = from > 1 && matches!(doc.word(from - 2), "судя" | "Судя" | "ссылаясь" | "Ссылаясь");
    let named = named.or_else(|| ru::phrase(doc, from, stop));
    let named = named.or_else(|| if shows { None } else { unlisted(doc, from, stop) });
    let phrase = apposed(doc, Phrase { case: Case::Genitive, ..named? }, stop);
    // «по словам его сестры»: in the genitive they would be «сестёр».
    let group = phrase.head.filter(|_| phrase.head_is(Class::Group));
    let one = group.and_then(|(at, _)| Some((at, doc.sense(at, Class::Role)?)));
    Some(one.map_or(phrase, |(at, role)| Phrase { head: Some((at, role)), agree: role.agree, ..phrase }))
}

/// The name between commas behind the one whose words they are: «по воспоминаниям внучки, Лилии Осеневой, …».
fn apposed(doc: &Doc, of: Phrase, stop: usize) -> Phrase {
    let end = clause_end(doc, stop + 1, stop + SUBJECT_REACH);
    let given = || doc.token(stop + 1).capital && ru_names::given(doc, doc.word(stop + 1)).is_some();
    let one = of.head.is_none_or(|(_, sense)| sense.class == Class::Role);
    let closed = one && of.name.is_none() && doc.kind(stop) == Kind::Comma;
    let named = if closed && doc.kind(end) == Kind::Comma && given() { ru::phrase(doc, stop + 1, end) } else { None };
    let named = named.filter(|named| named.name == Some((stop + 1, end)));
    named.map_or(of, |named| Phrase { start: of.start, end, head: of.head, case: Case::Genitive, ..named })
}

/// Words that are a person's.
const SAYS: &str = "словам мнению признанию убеждению замечанию утверждению воспоминаниям наблюдениям оценке рассказу";

/// How those end whose words they are, in the genitive and in the nominative.
const PERSONS: [(&str, &str, Gender); 4] =
    [("ы", "а", Gender::F), ("и", "а", Gender::F), ("а", "", Gender::M), ("я", "ь", Gender::M)];

/// A source that no lexicon has: «по данным радара», or a person («по мнению музейщицы»).
fn unlisted(doc: &Doc, from: usize, stop: usize) -> Option<Phrase> {
    let word = doc.token(from).is_word() && !doc.is(from, Class::Prep) && !doc.token(from).dated;
    // «Согласно техническому заданию».
    let noun = from + usize::from(is_attribute(doc, from) && from + 1 < stop);
    let end = ru::extent(doc, noun, stop.min(noun + SOURCE));
    let person = end == from + 1 && from.checked_sub(1).is_some_and(|of| is_listed(doc.word(of), SAYS));
    let nominative = |(ending, own, gender): &(&str, &str, Gender)| {
        Some(([doc.word(from).strip_suffix(ending)?, own].concat(), Agree::new(*gender, Number::One)))
    };
    // «по мнению технолога»: «технолог».
    let sense = match PERSONS.iter().find_map(nominative).filter(|_| person) {
        Some((noun, agree)) => Sense { flags: flag::GENERIC, agree, ..ru_told::unlisted(&noun, 0) },
        None => Sense::unlisted(Class::Body, Agree::default(), 0),
    };
    let head = (!doc.token(from).capital && !is_attribute(doc, from)).then_some((from, sense));
    word.then(|| Phrase { start: from, end, head, agree: sense.agree, definite: true, ..Phrase::default() })
}
