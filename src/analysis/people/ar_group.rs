//! Several people who speak as one: a group, some of a group, two who are named.

use super::Phrase;
use super::ar::{ends_phrase, gives_name, is_finite, plain_phrase};
use super::ar_name::{MAX_NAME, is_owned};
use super::ar_object::{acts, counts_some, is_acted_on, is_closed, is_occasion, is_outlet, is_told_people};
use super::ar_role::{MAX_ROLE, is_adjective};
use super::ar_tail::{is_at_body, is_aware};
use super::ar_word::{Word, has_article, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense};
use crate::analysis::token::Kind;

/// What a sound plural is taken for.
pub(super) fn plural_sense() -> Sense {
    Sense::unlisted(Class::Group, Agree::new(Gender::Any, Number::Many), 0)
}

/// Several of a group: «عدد من المزارعين», «بعض التجار», «ثلاثة مسؤولين».
pub(crate) fn counted(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    // «أكثر من شاهد».
    if doc.word(at) == "أكثر" && doc.word(at + 1) == "من" {
        let one = |of: &Phrase| of.start == at + 2 && of.name.is_none() && of.head_is(Class::Role) && !of.definite;
        let agree = Agree::new(Gender::Any, Number::Any);
        return plain_phrase(doc, at + 2, end).filter(one).map(|of| Phrase { start: at, agree, ..of });
    }
    if !counts_some(doc, at) {
        return None;
    }
    let from = at + 1 + usize::from(doc.word(at + 1) == "من");
    let of = plain_phrase(doc, from, end).filter(|of| of.start == from && of.name.is_none())?;
    let several = of.agree.number == Number::Many && !of.pronoun && !of.head_is(Class::Body);
    let agree = Agree::new(Gender::Any, Number::Many);
    several.then_some(Phrase { start: at, agree, definite: false, possessor: None, ..of })
}

/// People who speak as a group: the noun, its adjectives, and a prepositional tail.
pub(super) fn group(doc: &Doc, at: usize, end: usize, sense: Sense, parsed: Word) -> Phrase {
    let mut to = at + 1;
    let mut tail = 0_usize;
    while to < end && to < at + MAX_ROLE {
        let token = doc.token(to);
        let in_place =
            matches!(doc.word(to), "في" | "من" | "لدى") && !doc.is(to + 1, Class::Comp) && !is_occasion(doc, to + 1);
        // «مصدر مسؤول بوزارة النقل».
        let in_place = in_place || sense.class == Class::Source && is_at_body(doc, to);
        if (in_place || is_aware(doc, to)) && tail == 0 && !parsed.article {
            tail = 1;
            // «محللون لدى «…»».
            to += usize::from(doc.pair_at(to + 1).is_some());
            to = doc.next(to).max(to + 1) - 1;
        } else if to == at + 1 && !parsed.article && doc.pair_at(to).is_some() && is_finite_behind(doc, to) {
            // «مصادر «الشروق» أكدت», «مقاتلو «الفجر» إن».
            to = doc.next(to) - 1;
        } else if !token.is_word()
            || (ends_phrase(doc, to) && !doc.is(to, Class::SelfWord) && doc.word(to + 1) != "الله")
            || is_told(doc, at, to)
            || gives_name(doc, to)
            || is_called_upon(doc, at, to)
            // «أولياء أمور تجمعوا أمام المديرية».
            || (doc.word(to).ends_with("وا") && doc.word(to).chars().count() > 4)
            || (doc.word(to).ends_with('ت') && is_owned(doc, to + 1))
            || is_outlet(doc, to)
            || is_told_people(doc, at, to)
            || is_acted_on(doc, at, to)
            || (is_closed(doc, at, to) && doc.word(to).starts_with('ب') && !doc.word(to).starts_with("بال"))
        {
            break;
        } else if has_article(doc, to - 1) && doc.word(to).ends_with("ين") && !has_article(doc, to) {
            // «يقول أهل القرية مازحين».
            break;
        } else if parsed.article
            && !has_article(doc, to)
            && !doc.is(to, Class::SelfWord)
            && sense.agree.number != Number::Two
        {
            // «الأهالي بفتح المدارس»: what has the article is annexed to nothing.
            break;
        }
        to += 1;
    }
    let head = Some((at, sense));
    // «الصحافيون»: no form of a woman means these.
    let agree = if doc.word(at).ends_with("ون") { Agree { gender: Gender::M, ..sense.agree } } else { sense.agree };
    let listed = listed_names(doc, to, end).or_else(|| two_names(doc, at, to, sense, parsed));
    let base = Phrase {
        start: at,
        end: to,
        head,
        agree,
        definite: parsed.article,
        possessor: parsed.owner,
        ..Phrase::default()
    };
    listed.map_or(base, |(from, upto)| Phrase { end: upto, name: Some((from, upto)), ..base })
}

/// Whether a word with the article is whom or what the verb before a group acts on: behind what ends in a nun, and so is annexed
/// to nothing («وعزا محللون الصعود إلى»), or a body behind a name («وناشد سكان دوار أولاد علي السلطات»).
fn is_called_upon(doc: &Doc, at: usize, to: usize) -> bool {
    if !has_article(doc, to) || to == at + 2 {
        return false;
    }
    if to == at + 1 {
        return doc.word(at).ends_with("ون") && !has_article(doc, at);
    }
    let body = word(doc, to).sense.is_some_and(|sense| sense.class == Class::Body);
    body && (doc.is(to - 1, Class::First) || doc.is_surname(to - 1)) && acts(doc, at)
}

/// Whether what is said, or a verb of saying, stands right behind the marks at a token.
fn is_finite_behind(doc: &Doc, at: usize) -> bool {
    let after = doc.next(at);
    doc.is(after, Class::Comp) || is_finite(doc, after)
}

/// Whether a body is told something by a source that has an adjective: «أبلغ مصدر أمني وكالة الأنباء».
fn is_told(doc: &Doc, at: usize, to: usize) -> bool {
    let parsed = word(doc, to);
    let body = parsed.sense.is_some_and(|sense| sense.class == Class::Body) && !parsed.attached;
    body && to > at + 1 && is_adjective(doc, to - 1)
}

/// The names right behind two people who are definite: «النقابيتان فلانة وفلانة».
fn two_names(doc: &Doc, at: usize, to: usize, sense: Sense, parsed: Word) -> Option<(usize, usize)> {
    let two = sense.agree.number == Number::Two && parsed.article;
    let mut from = at + 1;
    while has_article(doc, from) && from < to {
        from += 1;
    }
    let joined = (from + 1..to).any(|word| doc.word(word).starts_with('و'));
    (two && joined && to > from + 1).then_some((from, to))
}

/// The names that a group is said to be: «مرشحان، هما فلان وفلان،».
fn listed_names(doc: &Doc, at: usize, end: usize) -> Option<(usize, usize)> {
    let lists = doc.kind(at) == Kind::Comma && matches!(doc.word(at + 1), "هما" | "هم" | "وهما" | "وهم");
    let mut to = at + 2;
    while lists && to < end && doc.token(to).is_word() && to < at + 2 + 2 * MAX_NAME {
        to += 1;
    }
    (lists && to > at + 3 && doc.kind(to) == Kind::Comma).then_some((at + 2, to))
}
