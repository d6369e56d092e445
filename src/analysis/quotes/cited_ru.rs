//! Agencies and papers beside a Russian verb: who is told («сообщил ТАСС источник»), who passes on another's words, and
//! whom («цитирует министра «Областная газета»»).

use super::cue::Cue;
use super::noun_ru::quoted_name;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Sense, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Case, Phrase, ru};
use crate::text::Lang;

/// Where the subject begins behind one who is told: «сообщил ТАСС источник», «сообщил РИА Новости собеседник в
/// Росморречфлоте», «рассказал Фонтанке чиновник».
pub(super) fn behind_agency(doc: &Doc, from: usize, stop: usize) -> Option<usize> {
    if !ru::is_abbreviation(doc, from) && !is_told(doc, from) {
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

/// Whether a name of one word may be that of one who is told: it has the ending of the dative, or no cases.
fn is_told(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let latin = || doc.word(at).starts_with(|first: char| first.is_ascii_alphabetic());
    let dative = || ends_in(doc.word(at), &["у", "ю", "е", "ам", "ям"]) && !doc.is_surname(at);
    let name = token.is_word() && token.capital && !doc.token(at + 1).capital;
    name && (dative() || latin() || matches!(doc.word(at), "Рейтер" | "Рейтерс" | "Блумберг"))
}

/// Whether a verb behind that of another only tells which reporter passes the words on: «…, заявил министр, передаёт
/// корреспондент агентства».
pub(super) fn passes_on(doc: &Doc, cue: &Cue, first: bool) -> bool {
    const REPORTERS: &str =
        "корреспондент корреспондентка корр репортёр репортер собкор спецкор журналист обозреватель";
    let who = cue.subject.filter(|who| !first && doc.lang == Lang::Ru && who.name.is_none() && who.start > cue.start);
    who.and_then(|who| who.head).is_some_and(|(at, _)| is_listed(doc.word(at), REPORTERS))
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
