//! Agencies and papers beside a Russian verb: who is told («сообщил ТАСС источник»), who passes on another's words, and
//! whom («цитирует министра «Областная газета»»).

use super::noun_ru::quoted_name;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Sense, flag};
use crate::analysis::people::{Case, Phrase, ru};

/// Where the subject begins behind an agency that is told: «сообщил ТАСС источник», «сообщил РИА Новости собеседник в
/// Росморречфлоте».
pub(super) fn behind_agency(doc: &Doc, from: usize, stop: usize) -> Option<usize> {
    if !ru::is_abbreviation(doc, from) {
        return None;
    }
    let one = |at: usize| {
        let one = |class| doc.sense(at, class).is_some_and(|one| one.has(flag::LEMMA));
        at < stop && !doc.token(at).capital && (one(Class::Source) || one(Class::Role))
    };
    let own = |at: usize| at + usize::from(!doc.token(at).capital && ru::is_adjective(doc.word(at)));
    let next = from + 1 + usize::from(doc.token(from + 1).capital);
    one(own(next)).then_some(next)
}

/// Whom a verb that passes on cites, behind it.
pub(super) fn cited(doc: &Doc, from: usize, stop: usize) -> Option<Phrase> {
    // «цитирует местное радио жительницу».
    let own_word = |at: &usize| !doc.token(*at).capital && ru::is_adjective(doc.word(*at)) && *at < stop;
    let from = if doc.is(from + 1, Class::Body) && own_word(&from) { from + 1 } else { from };
    let next = doc.next(from);
    let agency = next < stop && (quoted_name(doc, from, next).is_some() || ru::is_abbreviation(doc, from));
    let own = |sense: Sense| sense.class == Class::Body && sense.has(flag::LEMMA);
    let from = match ru::head_sense(doc, from).filter(|sense| own(*sense)) {
        // «цитирует газета «Вести» секретаря».
        Some(_) if !agency => from + 1 + doc.pair_at(from + 1).map_or(0, |pair| doc.pair(pair).after() - from - 1),
        _ if agency => next,
        _ => from,
    };
    let cited = ru::phrase(doc, from, who_passes(doc, from, stop)).filter(|cited| !cited.pronoun);
    // «цитирует Хана «Спорт-Экспресс»».
    let bare = |cited: &Phrase| cited.head.is_none() && cited.name.is_some();
    cited.map(|cited| if bare(&cited) { Phrase { case: Case::Genitive, ..cited } } else { cited })
}

/// Where the one who passes on another's words begins, behind the one cited: «цитирует шведа официальный сайт».
pub(super) fn who_passes(doc: &Doc, from: usize, stop: usize) -> usize {
    let passes = |at: &usize| {
        let nominative = |class| doc.sense(*at, class).is_some_and(|sense| sense.has(flag::LEMMA));
        // «депутата от фракции «Вместе»».
        let before = at.saturating_sub(1);
        let named = doc.is(before, Class::Namer) || ru::head_sense(doc, before).is_some();
        doc.pair_at(*at).is_some() && !named || nominative(Class::Body) || nominative(Class::Role)
    };
    let mut at = (from + 1..stop).find(passes).unwrap_or(stop);
    let own = |at: usize| ru::is_adjective(doc.word(at)) && !doc.token(at).capital || doc.is(at, Class::Poss);
    while at < stop && at > from + 1 && own(at - 1) {
        at -= 1;
    }
    at
}
