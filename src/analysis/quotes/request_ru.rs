//! What a Russian speaker asks or promises, and what one asks about: the infinitive behind a verb of asking («просит жителей
//! не собирать рыбу»), and the question in the reporter's words («спросил, кто заплатит»).

use super::subject_ru::is_beside;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Class, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Phrase, ru_told};
use crate::analysis::token::Kind;

/// Words between a verb of asking and the infinitive, at most.
const ASKED: usize = 5;

/// Words of a question up to «ли», at most.
const WHETHER: usize = 3;

/// The stems of the verbs behind which an infinitive says what one asks for, advises or promises.
const ASKS: [&str; 26] = [
    "просит",
    "просил",
    "просят",
    "попрос",
    "призва",
    "призыва",
    "совет",
    "посовет",
    "рекоменд",
    "порекоменд",
    "требу",
    "потреб",
    "предлож",
    "предлага",
    "обеща",
    "пообеща",
    "умоля",
    "пожела",
    "завеща",
    "упраш",
    "угрож",
    "пригроз",
    "грозит",
    "грозил",
    "поклял",
    "клян",
];

/// Nouns that end as infinitives do.
const NOUNS: &str = "печать мать кровать сеть суть путь пять девять десять память нить рать знать помощь плеть жуть";

/// Whether a word is an infinitive by its ending.
pub(super) fn is_infinitive(doc: &Doc, at: usize) -> bool {
    const ENDS: [&str; 21] = [
        "ать",
        "ять",
        "еть",
        "ить",
        "оть",
        "уть",
        "ыть",
        "ться",
        "тись",
        "чься",
        "вести",
        "нести",
        "расти",
        "пасти",
        "мести",
        "везти",
        "ползти",
        "йти",
        "идти",
        "ечь",
        "рочь",
    ];
    let token = doc.token(at);
    let word = doc.word(at);
    token.is_word() && !token.capital && ends_in(word, &ENDS) && !is_listed(word, NOUNS) && word.chars().count() > 3
}

/// Whether a verb is one of asking, of advice or of a promise.
pub(super) fn asks(doc: &Doc, at: usize) -> bool {
    ASKS.iter().any(|stem| doc.word(at).starts_with(stem))
}

/// Whether an infinitive is a motion to a court, which tells what one did there rather than what one said: «попросил
/// приобщить к делу карту», «прокурор потребовал доставить его приводом».
fn is_motion(doc: &Doc, (verb, end): (usize, usize), infinitive: usize, who: &Phrase) -> bool {
    const STEMS: [&str; 12] = [
        "приобщ",
        "допро",
        "истреб",
        "оглас",
        "взыск",
        "приговор",
        "оправд",
        "арестов",
        "заслуша",
        "ходатайств",
        "отвести",
        "вменить",
    ];
    let asks = ["прос", "попрос", "треб", "потреб"].iter().any(|stem| doc.word(verb).starts_with(stem));
    let court = |at: usize| is_listed(doc.word(at), "суд суда судью судей коллегию присяжных");
    let alone = (end..infinitive).all(|at| court(at) || is_beside(doc, at));
    // «Адвокат просит не торопиться с выводами».
    let not = || (end..infinitive).any(|at| doc.is(at, Class::Neg));
    let party = || !not() && who.head.is_some_and(|(head, _)| is_party(doc, head));
    let procedure = || STEMS.iter().any(|stem| doc.word(infinitive).starts_with(stem));
    // «Имени он просил не называть».
    let hides = || {
        let hides = ["назыв", "назва", "упомин", "указыв"].iter().any(|stem| doc.word(infinitive).starts_with(stem));
        let name = |at: usize| ["имен", "имя", "Имен", "фамил"].iter().any(|stem| doc.word(at).starts_with(stem));
        hides && (verb.saturating_sub(ASKED)..infinitive + ASKED).any(name)
    };
    asks && (alone && (procedure() || party()) || hides())
}

/// Whether a role is a part in a trial.
fn is_party(doc: &Doc, head: usize) -> bool {
    const PARTS: [&str; 9] =
        ["адвокат", "прокурор", "гособвин", "обвинител", "защитник", "истец", "истица", "ответчи", "подсудим"];
    let word = lowered(doc.word(head));
    PARTS.iter().any(|part| word.starts_with(part))
}

/// Where what someone is known to ask for begins: the infinitive behind the verb, in its clause.
pub(super) fn asked_to(doc: &Doc, verb: (usize, usize), sentence: Sentence, who: &Phrase) -> Option<usize> {
    let (at, end) = verb;
    let trade = who.head.is_none() && ru_told::is_trade(doc.word(who.start));
    // «Аренду в мэрии обещали не поднимать»: a body's people speak where the sentence begins with it.
    let body = who.head_is(Class::Body) && who.start <= sentence.start + 1;
    // «Специалисты советуют», «Одни требуют»: anybody.
    let role = who.head_is(Class::Role) && (who.definite || who.owner.is_some());
    let known = who.name.is_some()
        || who.pronoun
        || body
        || trade
        || role
        || who.head_is(Class::Group) && who.end > who.start + 1;
    if !asks(doc, at) || !known {
        return None;
    }
    let first =
        (end..sentence.end.min(end + ASKED + 1)).find(|at| !doc.token(*at).is_word() || is_infinitive(doc, *at));
    let infinitive = first.filter(|to| is_infinitive(doc, *to) && !is_motion(doc, (at, end), *to, who))?;
    // «попросил больше так не делать», but «просит жителей не собирать рыбу».
    let beside =
        |at: usize| is_beside(doc, at) || matches!(doc.word(at), "больше" | "так" | "впредь" | "срочно" | "немедленно");
    let mut start = infinitive;
    while start > end && beside(start - 1) {
        start -= 1;
    }
    Some(start)
}

/// Where the question begins that a verb of asking tells: behind its comma.
pub(super) fn question(doc: &Doc, at: usize, comma: usize) -> Option<usize> {
    const ASKED: [&str; 10] =
        ["Спрос", "Спраш", "спрос", "спраш", "интерес", "поинтерес", "осведом", "допыт", "переспр", "вопро"];
    const WORDS: &str = "кто что кого кому чему кем чем где куда откуда когда как какой какая какое какие какого какому \
                         каким каких почему зачем сколько почём почем чей чья чьё чье чьи насколько который которая";
    let asks = doc.kind(comma) == Kind::Comma && ASKED.iter().any(|stem| doc.word(at).starts_with(stem));
    let first = comma + 1;
    let word = first + usize::from(doc.sense(first, Class::Prep).is_some_and(|sense| sense.has(flag::OBJ)));
    let whether = || (first..=first + WHETHER).any(|at| doc.word(at) == "ли");
    (asks && (is_listed(doc.word(word), WORDS) || whether())).then_some(first)
}
