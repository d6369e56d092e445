//! Russian bodies and roles back to the nominative: the noun by the lexicon or its ending, the adjectives before it in
//! agreement.

use super::Phrase;
use super::ru_form::{is_abbreviation, joined_at};
use super::ru_names::swap;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Gender, Key, Number, Sense, flag, key_of};
use crate::analysis::listed::ends_in;
use crate::analysis::token::Kind;

/// A body in the nominative, with what is written beside its name in marks.
pub(super) fn named_body(
    doc: &Doc,
    phrase: &Phrase,
    words: &[usize],
    (from, to): (usize, usize),
) -> Vec<(Key, String)> {
    let mut out = body(doc, phrase, words);
    // «Трибуна-63».
    let last = to.saturating_sub(1);
    let number = doc.kind(last) == Kind::Number && !doc.token(last).spaced && doc.word(last - 1) == "-";
    if let Some((_, name)) = out.last_mut().filter(|_| number) {
        name.push('-');
        name.push_str(doc.word(last));
    }
    // «В ООО «Торфпром»»: the letters of its kind go with a name in marks.
    let kind = phrase.head.filter(|(head, _)| head + 2 == from && is_abbreviation(doc, *head));
    let kind = kind.filter(|(head, _)| doc.pair_at(head + 1).is_some());
    if let (Some((head, _)), Some((_, first))) = (kind, out.first_mut()) {
        *first = format!("{} «{first}", doc.word(head));
    }
    if let (Some(_), Some((_, last))) = (kind, out.last_mut()) {
        last.push('»');
    }
    out
}

/// An adjective and a noun that no lexicon has in the nominative, where the endings of both show their genitive:
/// «городской метеостанции», «гуманитарных организаций».
fn unlisted(doc: &Doc, words: &[usize]) -> Option<Vec<String>> {
    const CASES: [(&str, &str, &str, &str); 11] = [
        ("ому", "ию", "ое", "ие"),
        ("ому", "у", "ый", ""),
        ("ого", "ия", "ое", "ие"),
        ("ого", "а", "ый", ""),
        ("ой", "ки", "ая", "ка"),
        ("ой", "ке", "ая", "ка"),
        ("ой", "ы", "ая", "а"),
        ("ой", "ии", "ая", "ия"),
        ("ых", "ий", "ые", "ии"),
        ("их", "ий", "ие", "ии"),
        ("ых", "ов", "ые", "ы"),
    ];
    let [first, second, rest @ ..] = words else { return None };
    let (adjective, noun) = (doc.word(*first), doc.word(*second));
    let shown = CASES.iter().find_map(|(from, noun_from, to, noun_to)| {
        Some([[adjective.strip_suffix(from)?, to].concat(), [noun.strip_suffix(noun_from)?, noun_to].concat()])
    })?;
    Some(shown.into_iter().chain(rest.iter().map(|at| doc.word(*at).to_owned())).collect())
}

/// A body or a role in the nominative: its head by the lexicon's lemma, the adjectives before it in agreement, what
/// depends on it as written.
fn body(doc: &Doc, phrase: &Phrase, words: &[usize]) -> Vec<(Key, String)> {
    let Some((head, sense)) = phrase.head else {
        if let Some(shown) = unlisted(doc, words) {
            return shown.into_iter().map(|word| (key_of(&word), word)).collect();
        }
        let shown = words.iter().map(|at| one(doc.word(*at)));
        return shown.map(|word| (key_of(word), word.to_owned())).collect();
    };
    // «в «Областных электросетях»», «по данным «Спорт-Экспресса»».
    if doc.pair_at(head).is_some() && !sense.has(flag::LEMMA) {
        let shown = words.iter().map(|at| in_marks(doc.word(*at)));
        return shown.map(|word| (key_of(&word), word)).collect();
    }
    // «Торговые сети», «другой собеседник»: a plural or a nominative stands as it is.
    // «финансовое обоснование»: of a noun that no lexicon has, its ending tells.
    let own = || noun(doc, doc.word(head), sense);
    let gender = match sense.agree.gender {
        Gender::Any if head > phrase.start && own().ends_with(['е', 'о']) => Gender::N,
        Gender::Any if head > phrase.start && own().ends_with(['а', 'я']) => Gender::F,
        gender => gender,
    };
    let plural = sense.has(flag::LEMMA) || words.iter().any(|at| *at < head && ends_in(doc.word(*at), &["ые", "ие"]));
    let mut out = Vec::new();
    for at in words {
        let word = doc.word(*at);
        let shown = match (*at).cmp(&head) {
            _ if plural => word.to_owned(),
            std::cmp::Ordering::Equal => noun(doc, word, sense),
            std::cmp::Ordering::Less if sense.agree.number == Number::Many => plural_adjective(word),
            std::cmp::Ordering::Less => adjective(word, gender),
            std::cmp::Ordering::Greater => word.to_owned(),
        };
        // «пресс-служба «Дубравы»»: the marks go with what it is of.
        let of = phrase.name.is_none() && *at > head + 1;
        let open = if of && doc.pair_at(at - 1).is_some() { "«" } else { "" };
        let close = if of && doc.pair_closed_at(at + 1).is_some() { "»" } else { "" };
        out.push((key_of(&shown), [open, &shown, close].concat()));
    }
    out
}

/// «Один» and «одна» in the nominative, which others are said to be of: «одной из пассажирок».
fn one(word: &str) -> &str {
    match word {
        "одного" | "одному" | "одним" => "один",
        "одной" => "одна",
        other => other,
    }
}

/// A word of a name in marks in the nominative, from the genitive or the locative.
fn in_marks(word: &str) -> String {
    let pairs = [
        ("шке", "шка"),
        ("чке", "чка"),
        ("йке", "йка"),
        ("лке", "лка"),
        ("нке", "нка"),
        ("тке", "тка"),
        ("ых", "ые"),
        ("их", "ие"),
        ("ях", "и"),
        ("ах", "ы"),
        ("ого", "ый"),
        ("ии", "ия"),
        ("вестий", "вестия"),
        ("ей", "и"),
        ("ы", "а"),
        ("а", ""),
        ("е", ""),
    ];
    swap(word, &pairs).unwrap_or_else(|| word.to_owned())
}

/// Endings of nouns in the nominative, and those that they have in its stead in other cases.
const NOUN_ENDINGS: [&str; 17] =
    ["", "а", "я", "о", "е", "ь", "й", "ия", "и", "ы", "ые", "ие", "ец", "ок", "ый", "ий", "ая"];
const OBLIQUE_ENDINGS: [&str; 36] = [
    "цем", "цом", "ца", "цу", "ком", "ка", "ку", "ого", "его", "ями", "ами", "ыми", "ими", "ией", "ов", "ев", "ам",
    "ям", "ах", "ях", "ых", "их", "ым", "им", "ом", "ем", "ём", "ой", "ей", "и", "у", "ю", "е", "а", "я", "ы",
];

/// A noun in the nominative: the form that the lexicon names, else by its ending and gender.
fn noun(doc: &Doc, word: &str, sense: Sense) -> String {
    if sense.has(flag::LEMMA) {
        return word.to_owned();
    }
    if let Some(listed) = lemma(doc, word, sense.class, Some(sense.family)) {
        return listed;
    }
    // «в автопредприятии».
    let joined = joined_at(word).and_then(|at| word.split_at_checked(at));
    let joined = joined.and_then(|(of, noun)| Some([of, &lemma(doc, noun, Class::Body, None)?].concat()));
    if let Some(body) = joined {
        return body;
    }
    // «компании-подрядчике», «банка-эмитента».
    let part = |word: &str| {
        let listed = [Class::Body, Class::Role].into_iter().find_map(|class| lemma(doc, word, class, None));
        listed.unwrap_or_else(|| unlisted_noun(word))
    };
    match word.rsplit_once('-').filter(|(_, last)| last.chars().count() > 3) {
        Some((first, last)) => [&part(first), "-", &part(last)].concat(),
        None => unlisted_noun(word),
    }
}

/// The nominative of a noun that the lexicon has, of a family where one is asked for.
fn lemma(doc: &Doc, word: &str, class: Class, family: Option<u16>) -> Option<String> {
    let stems = OBLIQUE_ENDINGS.iter().chain(&[""]).filter_map(|ending| word.strip_suffix(ending));
    let mut forms = stems.flat_map(|stem| NOUN_ENDINGS.iter().map(move |ending| format!("{stem}{ending}")));
    forms.find(|form| {
        let known = doc.lexicon.sense(key_of(form), class);
        known.is_some_and(|known| known.has(flag::LEMMA) && family.is_none_or(|family| known.family == family))
    })
}

/// The nominative of a noun that no lexicon has, which stands in the locative («аппарате», «правлении», «Кремле») or in
/// the genitive («менеджмента», «избирателей»).
fn unlisted_noun(word: &str) -> String {
    let pairs = [
        ("ства", "ство"),
        ("ния", "ние"),
        ("теля", "тель"),
        ("ков", "ки"),
        ("гов", "ги"),
        ("хов", "хи"),
        ("ов", "ы"),
        ("оля", "оль"),
        ("телей", "тели"),
        ("чей", "чи"),
        ("жей", "жи"),
        ("ки", "ка"),
        ("ы", "а"),
        ("та", "т"),
        ("ра", "р"),
        ("на", "н"),
        ("ла", "л"),
        ("да", "д"),
        ("ка", "к"),
        ("ике", "ик"),
        ("еле", "ель"),
        ("нте", "нт"),
        ("нта", "нт"),
        ("ика", "ик"),
        ("парке", "парк"),
        ("рме", "рма"),
        ("стве", "ство"),
        ("здраве", "здрав"),
        ("здрава", "здрав"),
        ("скве", "сква"),
        ("аве", "ава"),
        ("ге", "га"),
        ("нии", "ние"),
        ("ии", "ия"),
        ("ле", "ль"),
        ("ке", "ка"),
        ("ти", "ть"),
        ("е", ""),
        ("у", ""),
    ];
    swap(word, &pairs).unwrap_or_else(|| word.to_owned())
}

/// An adjective in the nominative of the plural: «местных рыбаков».
fn plural_adjective(word: &str) -> String {
    swap(word, &[("ыми", "ые"), ("ими", "ие"), ("ых", "ые"), ("их", "ие"), ("ым", "ые"), ("им", "ие")])
        .unwrap_or_else(|| word.to_owned())
}

/// An adjective in the nominative of a gender.
fn adjective(word: &str, gender: Gender) -> String {
    // «дежурной части»: a woman's ending, whatever the noun.
    let gender = if gender == Gender::Any && word.ends_with("ой") { Gender::F } else { gender };
    let ending = match gender {
        Gender::N => "ое",
        Gender::F => "ая",
        _ => "ый",
    };
    // «управляющей компании».
    if let Some(stem) = word.strip_suffix("щей").filter(|_| gender == Gender::F) {
        return format!("{stem}щая");
    }
    for oblique in ["ого", "ому", "ым", "ом", "ой", "ую"] {
        if let Some(stem) = word.strip_suffix(oblique) {
            // The stress is on the ending: «областной».
            let stressed =
                ["городск", "краев", "областн", "морск", "речн", "лесн", "миров", "правов", "делов", "основн"];
            if ending == "ый" && stressed.iter().any(|adjective| stem.to_lowercase().ends_with(adjective)) {
                return format!("{stem}ой");
            }
            let soft = stem.ends_with(['к', 'г', 'х']) && ending == "ый";
            return format!("{stem}{}", if soft { "ий" } else { ending });
        }
    }
    word.to_owned()
}
