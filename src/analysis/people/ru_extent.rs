//! Where the words of a Russian noun begin and end: its adjectives, and what it is of.

use super::ru::head_sense;
use super::ru_form::{is_adjective, is_dative, is_finite};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Classes, Number, Sense, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::token::Kind;

/// What ends a phrase, unless it is joined to it.
const ENDS: Classes =
    Classes::all(&[Class::Aux, Class::Skip, Class::Verb, Class::Comp, Class::Relative, Class::SelfWord, Class::Neg]);

/// Where the words of a noun end: what it is of goes with it; a date, an adverb or a new preposition does not.
pub(crate) fn extent(doc: &Doc, head: usize, to: usize) -> usize {
    let mut at = head + 1;
    let mut led = false;
    while at < to {
        let token = doc.token(at);
        // A genitive has none of these endings: «в Минсельхозе газете сообщили».
        let word = doc.word(at);
        let told = !led
            && token.is_word()
            && !token.capital
            && ends_in(word, &["е", "у", "ю", "ь", "ам", "ям", "ло", "тся", "ёт"])
            && !is_adjective(word);
        // «Швед обижен и уверяет».
        let short = at == head + 1 && word.ends_with('н') && word.len() > 8 && doc.is(head, Class::Role);
        let told = told || short && ends_in(word, &["ован", "чен", "щен", "жен", "шен", "оен", "лен", "нен", "ежден"]);
        // «Премьер вылетел на место».
        let past = || ends_in(word, &["ел", "ёл", "шла", "вела", "везла", "несла"]) && word.chars().count() > 3;
        if told || token.is_word() && !token.capital && (is_finite(word, doc.is(head, Class::Group)) || past()) {
            break;
        }
        // «ответ чиновников её удивил».
        let whom = doc.is(at, Class::Poss) && is_finite(doc.word(at + 1), false);
        if whom || doc.pair_at(at).is_some() && is_dative(doc, at) || is_object(doc, head, at) {
            break;
        }
        led |= doc.is(at, Class::Prep);
        // «бормочет старый паромщик и гладит перила»: one who goes on to do something.
        let one = doc.sense(head, Class::Role).is_some_and(|role| role.agree.number != Number::Many);
        let joined = !one && doc.is(at, Class::Conn) && matches!(doc.word(at), "и" | "да");
        if token.dated || !(token.is_word() || doc.pair_at(at).is_some() || token.kind == Kind::Number) {
            break;
        }
        if doc.is(at, Class::Prep) && !joined {
            let named = matches!(doc.word(at), "в" | "на" | "во") && doc.token(at + 1).capital;
            // «комитет по транспорту», «центр при университете».
            let of_body = doc.sense(at, Class::Prep).is_some_and(|sense| sense.has(flag::NAME));
            // «источник на рынке», «источник в экстренных службах».
            let source = at == head + 1 && doc.is(head, Class::Source) && matches!(doc.word(at), "в" | "на");
            let source = source && !ends_in(doc.word(at + 1), &["условиях", "интервью", "разговоре", "беседе"]);
            if doc.token(at + 1).dated || !(named || of_body || source) {
                break;
            }
        } else if !joined && doc.is_any(at, ENDS) {
            break;
        }
        at = doc.next(at);
    }
    let and = at > head + 1 && doc.word(at - 1) == "и";
    (at - usize::from(and)).min(to).max(head + 1)
}

/// Whether a noun behind what a body is of is the object of the verb behind it: «В администрации района спор считают».
fn is_object(doc: &Doc, head: usize, at: usize) -> bool {
    let word = doc.word(at);
    // «В МИД обвинения назвали «выдумкой»»: what is called so stands before its verb, as it does not behind.
    let names = |verb: Sense| verb.has(flag::NAME) && verb.agree.number == Number::Many;
    let judged = || doc.pair_at(at + 2).is_some() || ends_in(doc.word(at + 2), &["ыми", "ими", "ым", "им"]);
    let called = doc.token(at).is_word()
        && !doc.token(at).capital
        && doc.sense(at + 1, Class::Verb).is_some_and(names)
        && judged();
    // «новые нормы»: no genitive.
    let many = || ends_in(word, &["ые", "ие"]) && !doc.token(at).capital && doc.token(at + 1).is_word();
    if called || doc.is(head, Class::Body) && many() {
        return true;
    }
    // «Генштаб обвинения отверг», «Минфин слухи не комментирует».
    let verb = at + 1 + usize::from(doc.is(at + 1, Class::Neg));
    let denies = || {
        const SAID: &str = "обвинения упрёки упреки претензии подозрения слухи сообщения жалобы угрозы требования \
                            критику вину рост спад запрет срыв скандал арест обыск конфликт проект прогноз план вопрос инцидент отказ \
                            решение ситуацию случившееся произошедшее повышение задержку оценки нарушения домыслы информацию данные предложение предложения";
        is_listed(word, SAID)
    };
    // «Тренер слухи опровергает», «Жена Рябова слухи опровергает», but «адвокат обвинения».
    let person = || doc.is(head, Class::Role) && !(at == head + 1 && word == "обвинения");
    if doc.is(verb, Class::Verb) && (doc.is(head, Class::Body) || person()) && denies() {
        return true;
    }
    let plain = at > head + 1 && !doc.token(at).capital && !is_adjective(word) && !is_adjective(doc.word(at - 1));
    let many = ends_in(doc.word(at + 1), &["ют", "ят", "ут", "ат", "ли"]) && doc.word(at + 1).chars().count() > 4;
    let open = ends_in(word, &["а", "я", "ы", "и", "ов", "ев", "ей", "ий", "ых", "их"]);
    plain && many && !open && !doc.is(at, Class::Conn)
}

/// Where a body's own words begin: its adjectives before the noun go with it.
pub(super) fn own_start(doc: &Doc, from: usize, head: usize) -> usize {
    let nominative = head_sense(doc, head).is_some_and(|sense| sense.has(flag::LEMMA));
    // «вспоминает со вздохом источник».
    let oblique = |word: &str| ends_in(word, &["ом", "ем", "ого", "его", "ых", "их"]);
    let own = |at: usize| {
        let word = doc.word(at);
        let used = doc.is(at, Class::Prep) || doc.is(at, Class::Aux) || nominative && oblique(word);
        is_adjective(word) && !used && !word.starts_with("летн")
    };
    let mut at = head;
    while at > from && doc.token(at - 1).is_word() && own(at - 1) {
        at -= 1;
    }
    at
}
