//! How a phrase is shown and compared: the words of a name without titles and in the nominative.

use super::{Phrase, ar, en, en_name, ru_names};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Key, Number, key_of};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Whether an English phrase begins with its article, as a count of words.
pub(super) fn start_words(doc: &Doc, phrase: &Phrase) -> usize {
    usize::from(doc.lang == Lang::En && doc.word(phrase.start).eq_ignore_ascii_case("the"))
}

/// Tokens of a name that are shown and compared, at most: a name in marks may be as long as the marks are apart.
const LONGEST_NAME: usize = 64;

/// The words of a name as they are shown, with the keys they are compared by: without titles, in the nominative, and
/// without what Arabic writes to a word.
pub(super) fn name_words(doc: &Doc, phrase: &Phrase, from: usize, to: usize) -> Vec<(Key, String)> {
    let to = to.min(from.saturating_add(LONGEST_NAME));
    match doc.lang {
        Lang::Ar => arabic_words(doc, phrase, from, to),
        Lang::Ru => ru_names::nominative(doc, phrase, from, to),
        Lang::En => english_words(doc, phrase, from, to),
    }
}

/// English words without titles, and without the ending of an owner; initials keep their stops ("K.P. Rao").
fn english_words(doc: &Doc, phrase: &Phrase, from: usize, to: usize) -> Vec<(Key, String)> {
    let first = behind_titles(doc, phrase, from, to);
    let title = |at: usize| {
        phrase.name.is_some()
            && !phrase.head_is(Class::Body)
            && doc.is(at, Class::Title)
            && (at + 1 < to || is_letters(doc, from, at))
    };
    let mut out: Vec<(Key, String)> = Vec::new();
    for at in first..to {
        if !(doc.token(at).is_word() || doc.kind(at) == Kind::Number) || title(at) {
            // "Larch & Hobb".
            if let Some((_, before)) = out.last_mut().filter(|_| doc.word(at) == "&") {
                before.push_str(" &");
            }
            continue;
        }
        // "The minister's spokesman": only the last word is shown without its ending.
        let (key, shown) = en::name_word(doc, at);
        let shown = match at + 1 < to {
            true if en_name::owns(doc, at) => format!("{}{}", doc.word(at), doc.word(at + 1)),
            true if en_name::is_dot(doc, at + 1) && is_initial(doc.word(at)) => format!("{}.", doc.word(at)),
            true => doc.word(at).to_owned(),
            // "Sainsbury's said".
            // But "Castell's answer is", "in her boss's view".
            false
                if doc.is(to, Class::Finite)
                    || doc.sense(to, Class::Verb).is_some_and(|verb| verb.agree.number != Number::Many) =>
            {
                doc.word(at).to_owned()
            }
            false => shown,
        };
        match out.last_mut().filter(|(_, before)| !doc.token(at).spaced && before.ends_with('.')) {
            Some((_, before)) => {
                let glued = std::mem::take(before) + &shown;
                out.push((key, glued));
            }
            None => out.push((key, shown)),
        }
    }
    out
}

/// Whether a word is an initial, or initials in a row.
fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_uppercase)
}

/// Whether a title is letters behind a name: "Alan Freer QC".
fn is_letters(doc: &Doc, from: usize, at: usize) -> bool {
    let last = !(doc.token(at + 1).is_word() && doc.token(at + 1).capital) || doc.is(at + 1, Class::Title);
    last && at > from && doc.word(at).len() <= 3 && doc.word(at).chars().all(char::is_uppercase)
}

/// Where an English name begins, behind its titles: "Fire Chief Raymond Tull".
fn behind_titles(doc: &Doc, phrase: &Phrase, from: usize, to: usize) -> usize {
    let role = |at: usize| en::head_sense(doc, at).is_some_and(|sense| sense.class == Class::Role);
    let title = |at: &usize| doc.is(*at, Class::Title) || (!doc.is(*at, Class::First) && role(*at));
    let named = phrase.name.is_some() && !phrase.head_is(Class::Body) && !phrase.head_is(Class::Group);
    let title = |at: &usize| title(at) && !is_letters(doc, from, *at);
    let last = (from..to.saturating_sub(1)).rev().find(title).filter(|_| named);
    last.map_or(from, |last| last + 1 + usize::from(doc.word(last + 1) == "."))
}

/// Arabic words without marks and titles, and the first without a preposition or conjunction written to it.
fn arabic_words(doc: &Doc, phrase: &Phrase, from: usize, to: usize) -> Vec<(Key, String)> {
    let mut out: Vec<(Key, String)> = Vec::new();
    // «غير أن مصدرا أمنيا رفيعا كشف»: the ending of the accusative, whose tanwin is not written.
    let unknown = || doc.lexicon.senses(doc.key(from)).next().is_none() && doc.word(from).ends_with('ا');
    let accusative = phrase.name.is_none()
        && phrase.possessor.is_none()
        && phrase.head.is_some_and(|(head, _)| head == from)
        && unknown();
    for at in from..to {
        let token = doc.token(at);
        let title = out.is_empty() && at + 1 < to && doc.is(at, Class::Title) && phrase.name.is_some();
        // «سيدي محمد ولد …».
        let title = title && !doc.is(at, Class::Binder);
        // «د. نبيل», and not «م. ن».
        let title = title && doc.word(at + 1).chars().nth(1).is_some();
        if !token.is_word() || doc.is(at, Class::SelfWord) || title {
            continue;
        }
        let word = doc.word(at);
        let parsed = ar::word(doc, at);
        // Behind a role, what looks like a conjunction is the name's own letter: «المحافظ وجدي».
        let bare =
            if parsed.conjunction && at == phrase.start { word.get('و'.len_utf8()..).unwrap_or(word) } else { word };
        let shown = match bare.strip_prefix("لل") {
            // «لليث», «للطيفة», «للجنة».
            Some(rest) if at == from && is_own(doc, rest) => ["ل", rest].concat(),
            Some(rest) if at == from => format!("ال{rest}"),
            _ if at == from && (parsed.attached || is_led(doc, at)) => {
                bare.get('ل'.len_utf8()..).unwrap_or(bare).trim_start_matches('ـ').to_owned()
            }
            _ => bare.to_owned(),
        };
        // «لكن مصدراً قال»: as it is called by itself.
        let shown = match shown.strip_suffix("اً").or_else(|| shown.strip_suffix("ًا")) {
            Some(noun) if phrase.name.is_none() => noun.to_owned(),
            _ if accusative && shown.ends_with('ا') => shown.trim_end_matches('ا').to_owned(),
            _ => shown,
        };
        // «ابن نافل» is «فهد بن نافل».
        let key = key_of(if shown == "ابن" { "بن" } else { &shown });
        // «سيد. ع»: the stops within a name are those of its initials.
        let initial = at > from && token.span().len() == 'ب'.len_utf8();
        let stop = (at + 1 < to || initial) && doc.text.get(token.end()..).is_some_and(|rest| rest.starts_with('.'));
        let shown = if stop { shown + "." } else { shown };
        // «أ.ع», «س.م.ع».
        match out.iter_mut().rfind(|(_, last)| !last.is_empty()).filter(|_| !token.spaced) {
            Some((_, last)) if last.ends_with('.') => {
                last.push_str(&shown);
                out.push((key, String::new()));
            }
            _ => out.push((key, shown)),
        }
    }
    out
}

/// Whether the second «ل» of a word that begins with two is its own, and none of the article.
fn is_own(doc: &Doc, rest: &str) -> bool {
    let key = key_of(&["ل", rest].concat());
    [Class::First, Class::Body, Class::Doc].iter().any(|class| doc.lexicon.is(key, *class))
}

/// Whether the ل or ب of a word belongs to the phrase before it: «وفقاً لإحصائية», «يُعرف بأبو فلان».
fn is_led(doc: &Doc, at: usize) -> bool {
    let called = || at.checked_sub(1).is_some_and(|before| ar::gives_name(doc, before));
    if doc.word(at).starts_with('ب') {
        return called() && !doc.is(at, Class::First);
    }
    let led = at.checked_sub(1).is_some_and(|before| {
        matches!(doc.word(before).trim_start_matches('و'), "فقا" | "فقاً" | "طبقا" | "طبقاً" | "خلافاً" | "خلافا")
    });
    led && doc.word(at).starts_with('ل')
}

pub(super) fn join(words: &[(Key, String)]) -> String {
    let mut name = String::new();
    for (_, word) in words.iter().filter(|(_, word)| !word.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}
