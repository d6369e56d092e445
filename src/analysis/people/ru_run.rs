//! Runs of capitals: where the name of a Russian text begins and ends, with initials and the small particles of names in
//! it, and which runs are none.

use super::ru::{
    by_tail, governs, head_sense, is_abbreviation, is_adjective, is_finite, is_initial, is_patronymic, is_place,
};
use super::ru_names::{given as given_name, known_surname};
use super::ru_told::is_trade;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Classes, Gender, Sense, flag};
use crate::analysis::listed::ends_in;
use crate::analysis::token::Kind;

/// Small particles in a row inside a name, at most.
const MAX_PARTICLES: usize = 3;

/// Where in a run of capitals the name of a person begins: behind the body or the place that stands before it
/// («МИД Мария Захарова», «села Орловка Иван Хвостов»).
pub(crate) fn person_start(doc: &Doc, at: usize, end: usize) -> usize {
    let given = (at..end).find(|word| doc.is(*word, Class::First));
    let given = given.or_else(|| (at..end).find(|word| given_name(doc, doc.word(*word)).is_some()));
    if let Some(own) = behind_kin(doc, at, end) {
        return own;
    }
    if let Some(given) = given.filter(|given| *given + 1 < end) {
        return given;
    }
    if behind_object(doc, at, end) {
        return end - 1;
    }
    // «Великой Отечественной Фёкла Тихоновна Рыжова», «Рыжова Фёкла Тихоновна».
    if let Some(father) = (at + 1..end).find(|word| is_patronymic(doc.word(*word))) {
        return if father + 1 < end { father - 1 } else { (father - 1).min(father.saturating_sub(2).max(at)) };
    }
    if follows_place_noun(doc, at, end) {
        return at + 1;
    }
    // «Обозреватель Variety Оуэн Глейберман»: the body's name in other letters stands before the person's.
    let latin = |word: usize| doc.word(word).starts_with(|first: char| first.is_ascii_alphabetic());
    if latin(at)
        && let Some(own) = (at..end).find(|word| !latin(*word))
    {
        return own;
    }
    // «Наставник Хуркача Крейг Бойнтон»: whose role it is stands in the genitive before the name.
    let led = at.checked_sub(1).and_then(|role| doc.sense(role, Class::Role)).is_some_and(|role| role.has(flag::LEMMA));
    let genitive = |word: usize| doc.word(word).ends_with(['а', 'я', 'ы', 'и']);
    // «соседка Палмера Джина Моро».
    let other = genitive(at) && !genitive(at + 1) && is_capital(doc, at + 1) || is_anothers(doc, at);
    let resident = led && is_resident(doc.word(at - 1));
    if led && end > at + 2 && (other || resident || begins_place(doc.word(at))) {
        return at + 1;
    }
    let long = |word: usize| doc.token(word).is_word() && doc.word(word).chars().count() > 1;
    // «глава Агробанка И. Петухов».
    if is_initial(doc, at + 1) && at + 3 < end && (doc.is(at, Class::Body) || by_tail(doc, at).is_some()) {
        return at + 1;
    }
    let start = (at..end).find(|word| long(*word) && !is_abbreviation(doc, *word)).unwrap_or(at);
    let initials = (start..end).any(|word| doc.kind(word) == Kind::Other);
    let place = ends_in(doc.word(start), &["ска", "цка", "града", "бурга", "ии"]);
    let capitals = (start..end).filter(|word| !doc.is(*word, Class::Particle)).count();
    let three = capitals == 3 && is_place(doc.word(start));
    // «Риелтор Камилла Ортис»: of three words at the head of a sentence, the first is what she is.
    let begins =
        at.checked_sub(1).is_none_or(|before| matches!(doc.kind(before), Kind::Stop | Kind::Break | Kind::Mark(_)));
    let fathered = (start..end).any(|word| is_patronymic(doc.word(word)));
    // «глава МИД Мергунда Тавит Орсо»: where the body is.
    let led = begins || start > at && genitive(start) && !genitive(start + 1);
    let drop = end > start + 1 && (place || three || led && capitals == 3 && !fathered);
    if given.is_none() && !initials && drop { start + 1 } else { start }
}

/// Where the name of a relative begins behind the name of the one whose he is: «Жена Рустема Лейсан», «Брат Олега Рябова Антон».
pub(crate) fn behind_kin(doc: &Doc, at: usize, end: usize) -> Option<usize> {
    let kin = doc.sense(at.checked_sub(1)?, Class::Role)?;
    let (_, gender) = if kin.has(flag::KIN) && kin.has(flag::LEMMA) { given_name(doc, doc.word(at)) } else { None }?;
    // A man's surname has cases, a woman's may have none.
    let man = gender == Gender::M && !doc.is(at, Class::First);
    let bare = |word: usize| man && !doc.word(word).ends_with(['а', 'я', 'ы', 'и']);
    (at + 1..end).find(|word| doc.is(*word, Class::First) || bare(*word))
}

/// Whether a word is a surname of the text in an oblique case.
fn is_anothers(doc: &Doc, at: usize) -> bool {
    !is_patronymic(doc.word(at)) && known_surname(doc, doc.word(at)).is_some()
}

/// Whether the last word of a run of capitals is a surname, and what stands before it none of its name.
fn behind_object(doc: &Doc, at: usize, end: usize) -> bool {
    // «Гипотезу Ласточкина Краузе не отвергает»: the surname of another, in an oblique case.
    let (last, other) = (end.saturating_sub(1), end.saturating_sub(2));
    // «фермера Иона Петрука»: the case of the role is that of both.
    // «жителю посёлка Мефодию Винокурову».
    let place = at.checked_sub(1).is_some_and(|noun| doc.is(noun, Class::Place));
    let of_role = at.checked_sub(1 + usize::from(place)).and_then(|role| doc.sense(role, Class::Role));
    let his = of_role.is_some_and(|role| !role.has(flag::LEMMA)) && other == at;
    if !his && other >= at && doc.is_surname(last) && is_anothers(doc, other) {
        return true;
    }
    if !doc.begins_sentence(at) || end != at + 2 {
        return false;
    }
    // «Показания Чуприной опровергли»: what a sentence begins with is hers.
    let ends = |at: usize, endings: &[&str]| ends_in(doc.word(at), endings);
    let hers = ends(last, &["ой", "ого", "ому"]) || ends(at, &["ство", "ние", "ния", "ость", "ция"]);
    // «Вину Батманов не признал»: no given name ends so.
    // «Нот Рябов не знал», «Шторы Котова шила сама»: the text names its bearer otherwise.
    let object = ends(at, &["у", "ю"]) || is_object(doc, at, end) && !doc.is_surname(at);
    hers && is_anothers(doc, last) || object && doc.is_surname(last)
}

/// Whether a run of two capitals that a sentence begins with may be an object and a surname before its verb.
pub(crate) fn is_object(doc: &Doc, at: usize, end: usize) -> bool {
    let begins = doc.begins_sentence(at) && end == at + 2;
    let given = || doc.is(at, Class::First) || doc.is(at, Class::Title) || is_initial(doc, at);
    let not = doc.is(end, Class::Neg);
    let verb = end + usize::from(not || doc.is(end, Class::Aux));
    let past = ends_in(doc.word(verb), &["ал", "ил", "ел", "ял", "ала", "ила", "ела", "яла"]);
    let does =
        || (past || is_finite(doc.word(verb), false)) && (not || !doc.is(verb, Class::Verb)) || doc.is(end, Class::Aux);
    // «Имя Ланге, обещает мэр, …»: no name begins so.
    let thing = || ends_in(doc.word(at), &["мя", "ние", "тие", "ство", "ость"]);
    let plain = begins && !given() && head_sense(doc, at).is_none() && given_name(doc, doc.word(at)).is_none();
    plain && (does() || thing())
}

/// Whether a run of two capitals is a given name and a surname in the nominative, by the endings of both.
pub(crate) fn is_whole_name(doc: &Doc, at: usize, end: usize) -> bool {
    const SURNAMES: [&str; 18] = [
        "ов",
        "ев",
        "ёв",
        "ин",
        "ын",
        "ова",
        "ева",
        "ёва",
        "ина",
        "ская",
        "цкая",
        "ский",
        "цкий",
        "дзе",
        "швили",
        "енко",
        "нян",
        "чук",
    ];
    let whole = end == at + 2 && ends_in(doc.word(at + 1), &SURNAMES);
    whole && !begins_place(doc.word(at)) && !is_place(doc.word(at))
}

/// Whether a name of one word behind a role is where one lives: «самый пожилой житель Сарихоба», but «житель Сорокин».
pub(crate) fn is_home(doc: &Doc, role: usize, (start, end): (usize, usize)) -> bool {
    const SURNAMES: [&str; 13] = ["ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ский", "ская", "ко", "ян"];
    let person = || doc.is(start, Class::First) || doc.is_surname(start) || ends_in(doc.word(start), &SURNAMES);
    end == start + 1 && role + 1 == start && is_resident(doc.word(role)) && !person()
}

/// Whether a role says where one lives, and a place stands behind it: «Жительница Заречья Тоня Мухина».
fn is_resident(role: &str) -> bool {
    ["Жител", "жител", "Урожен", "урожен"].iter().any(|stem| role.starts_with(stem))
}

/// Whether a run of capitals begins with the name of a place, by the noun before it: «жительница села Заречье Анна-Мария
/// Кло», but not «директор станции Мухтар Алибеков»: of two words, hardly the first one is a place.
fn follows_place_noun(doc: &Doc, at: usize, end: usize) -> bool {
    // «жителю посёлка Прокопию Винокурову»: a place would stand in the genitive.
    let dative = doc.word(at).ends_with(['у', 'ю']) && doc.word(end - 1).ends_with(['у', 'ю', 'й']);
    end > at + 1
        && !dative
        && !is_whole_name(doc, at, end)
        && at.checked_sub(1).is_some_and(|noun| doc.is(noun, Class::Place))
}

/// Whether a word with a hyphen begins as the names of places do: «Президент Сан-Фелисе Эмилио Кастаньеда».
fn begins_place(word: &str) -> bool {
    let first = word.split_once('-').map_or("", |(first, _)| first);
    matches!(first, "Сан" | "Санта" | "Нью" | "Лос" | "Лас" | "Порт" | "Эль" | "Буэнос" | "Рио" | "Форт")
}

/// The end of a run of capitalised words, with initials and the small particles of names among them.
pub(super) fn run(doc: &Doc, at: usize, to: usize) -> usize {
    let mut end = at + leading_particles(doc, at).max(1);
    while end < to {
        let initial = doc.kind(end) == Kind::Other && doc.word(end) == "." && doc.word(end - 1).chars().count() == 1;
        let step = if initial || is_capital(doc, end) { 1 } else { particles(doc, end) };
        if step == 0 || is_told(doc, end) {
            break;
        }
        end += step;
    }
    end.min(to).max(at + 1)
}

/// Whether a surname in an oblique case stands behind that of another: «сказал Дубов Краснову».
pub(crate) fn is_told(doc: &Doc, at: usize) -> bool {
    let own = ["ов", "ев", "ёв", "ин", "ын", "ий", "ова", "ева", "ёва", "ина", "ая", "ко"];
    let surname = |at: usize| doc.is_surname(at) && !doc.is(at, Class::First) && ends_in(doc.word(at), &own);
    at.checked_sub(1).is_some_and(surname)
        && ends_in(doc.word(at), &["у", "ю", "ой", "ым"])
        && known_surname(doc, doc.word(at)).is_some()
}

/// Whether a sentence begins at a token, perhaps behind a dash or a mark.
pub(super) fn begins(doc: &Doc, at: usize) -> bool {
    let starts = |before| matches!(doc.kind(before), Kind::Stop | Kind::Break | Kind::Dash | Kind::Mark(_));
    at.checked_sub(1).is_none_or(starts)
}

/// Whether a word may be part of a name by its capital.
fn is_capital(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    // «С. В. Бабич»: the letter of a preposition may be an initial.
    let initial = || is_initial(doc, at);
    // «Ли Вэй»: a particle may be a name, inside a sentence.
    let name = || !governs(doc, at) && !begins(doc, at);
    token.is_word() && token.capital && !token.dated && (!doc.is(at, Class::Prep) || initial() || name())
}

/// How many small particles stand at a token inside a name («ван дер Линден»), or at its end («Али оглы»).
pub(crate) fn particles(doc: &Doc, at: usize) -> usize {
    let count = (at..at + MAX_PARTICLES).take_while(|word| doc.is(*word, Class::Particle)).count();
    let ends = || doc.sense(at, Class::Particle).is_some_and(|sense| sense.has(flag::NAME));
    if is_capital(doc, at + count) { count } else { usize::from(count > 0 && ends()) }
}

/// How many small particles begin a name at a token: «сам де Грасс». «Да» may join clauses.
pub(super) fn leading_particles(doc: &Doc, at: usize) -> usize {
    let begins = |sense: Sense| !sense.has(flag::OBJ) && !doc.token(at).capital;
    let count = if doc.sense(at, Class::Particle).is_some_and(begins) { particles(doc, at) } else { 0 };
    if is_capital(doc, at + count) { count } else { 0 }
}

/// Whether a run of capitals is a name: not one word at the start of the sentence that the language has another use for,
/// and no adjective of the noun behind it («Ленинского района»).
pub(super) fn is_name(doc: &Doc, at: usize, end: usize, from: usize, to: usize) -> bool {
    let first_of_sentence = begins(doc, at);
    let next = doc.token(end);
    let apart = const { Classes::all(&[Class::Verb, Class::Prep, Class::Aux, Class::Skip, Class::Neg]) };
    let noun = end < to && next.is_word() && !next.dated && !doc.is_any(end, apart);
    let attribute = end == at + 1 && noun && is_adjective(doc.word(at)) && !doc.is(at, Class::First);
    if end > at + 1 || !first_of_sentence {
        return !attribute || doc.is_surname(at);
    }
    let used = const {
        Classes::all(&[
            Class::Prep,
            Class::Conn,
            Class::SelfWord,
            Class::Aux,
            Class::Poss,
            Class::Pronoun,
            Class::Verb,
            Class::Neg,
            Class::Skip,
            Class::Comp,
        ])
    };
    let ordinary = doc.is_any(at, used);
    let adjective = is_adjective(doc.word(at)) && end < to && next.is_word() && !doc.is(end, Class::Verb);
    let rest = (end..to).all(|word| doc.is(word, Class::Aux) || doc.is(word, Class::Skip) || doc.token(word).dated);
    // «Рамос была сдержаннее».
    let is = matches!(doc.word(end), "был" | "была" | "оказался" | "оказалась" | "остался" | "осталась");
    let rest = rest || is && doc.is_surname(at);
    // «Рябов слухи опровергает»: the object stands between him and the verb.
    let verb = end + 1 + usize::from(doc.is(end + 1, Class::Neg));
    let acts = end < to && doc.is(verb, Class::Verb) && !doc.token(end).capital && doc.is_surname(at);
    // «Карась от оценок воздержалась».
    let rest = rest || acts || end < to && governs(doc, end) && doc.is_surname(at);
    // «Ходатайство заявила защита».
    let abstracted = ends_in(doc.word(at), &["ство", "ние", "тие", "ость", "ция"]);
    let word = doc.word(at);
    let verb = word.ends_with("тся") || word.ends_with("ться") || is_finite(word, false) || is_finite(word, true);
    // «Послушала и сказала», «Клал на стол».
    let past = (doc.word(end) == "и" || governs(doc, end)) && ends_in(word, &["л", "ла", "ли", "лся", "лась", "лись"]);
    let verb = verb || past && !doc.is_surname(at);
    // «Голубятник предложил»: whose trade the text has told.
    // «Уезжая, сказал матери», «Узнав об этом, ушёл».
    let led = doc.kind(end) == Kind::Comma || governs(doc, end);
    let verb =
        verb || led && !doc.is_surname(at) && ends_in(word, &["ая", "яя", "уя", "ив", "ав", "ыв", "вшись", "ясь"]);
    let abstracted = abstracted || is_trade(word) && !doc.is_surname(at);
    // «Находку подтвердила обсерватория»: the object before its verb, the subject behind it.
    let behind = end + 1;
    let subject = || doc.token(behind).capital || head_sense(doc, behind).is_some_and(|head| head.has(flag::LEMMA));
    let object = word.ends_with(['у', 'ю']) && doc.is(end, Class::Verb) && !doc.is_surname(at) && subject();
    doc.is(at, Class::First)
        || (!object && !ordinary && !verb && !abstracted && (acts || !adjective) && from == at && rest)
}
