//! Datelines: where and when a paragraph was sent from, and by whom. The dash behind one ends it as a stop does.

use super::doc::Doc;
use super::lexicon::{Class, Classes};
use super::token::{Kind, Token};

/// Tokens of a dateline at most: «دبي في 12 مارس/آذار 2024 (وكالة الأنباء) --», "HALDER COVE, Maine, May 18
/// (Northline Wire) —".
const DATELINE: usize = 16;

/// Words of a dateline at most, but for its date: a place of two words and the name of an agency.
const DATELINE_WORDS: usize = 6;

/// Words behind a dateline at least: a paragraph that is shorter is a heading with a dash.
const BEHIND_DATELINE: usize = 6;

/// Makes the dash behind a dateline, at the start of a paragraph, end it as a stop does: «بيروت - قُتل شخصان».
pub(super) fn end_arabic(doc: &mut Doc, from: usize) {
    let is_dash = |at: &usize| doc.kind(*at) == Kind::Dash && doc.token(*at).spaced;
    let Some(dash) = (from + 1..from + DATELINE).find(is_dash) else { return };
    let last = dash + usize::from(doc.kind(dash + 1) == Kind::Dash);
    let fits = (from..dash).all(|at| match doc.kind(at) {
        Kind::Word => {
            !doc.is_any(at, const { Classes::all(&[Class::Verb, Class::Comp, Class::Relative, Class::Pronoun]) })
        }
        Kind::Number => doc.token(at).dated,
        Kind::Comma | Kind::Opener | Kind::Closer | Kind::Other => true,
        _ => false,
    });
    let undated = (from..dash).filter(|at| doc.token(*at).is_word() && !doc.token(*at).dated).count();
    let behind = doc.count_words(last + 1, doc.tokens.len());
    let aside = doc.is(last + 1, Class::Relative) || (last + 1..doc.tokens.len()).take(DATELINE).any(|at| is_dash(&at));
    if fits
        && undated <= DATELINE_WORDS
        && behind >= BEHIND_DATELINE
        && !aside
        && doc.token(last + 1).spaced
        && let Some(token) = doc.tokens.get_mut(last)
    {
        token.kind = Kind::Stop;
    }
}

/// Makes the dash behind a dateline a stop: what follows begins a sentence.
pub(super) fn end_english(text: &str, paragraph: &mut [Token]) {
    let town = paragraph.first().map(|token| token.span().of(text)).unwrap_or_default();
    if town.chars().count() < 2 || !town.chars().all(char::is_uppercase) {
        return;
    }
    let part = |token: &Token| {
        let plain =
            matches!(token.kind, Kind::Comma | Kind::Number | Kind::Opener | Kind::Closer | Kind::Other | Kind::Stop);
        plain || (token.is_word() && token.capital)
    };
    let end = paragraph.iter().take(DATELINE).position(|token| !part(token));
    let dashes = paragraph.iter_mut().skip(end.unwrap_or(DATELINE)).take_while(|token| token.kind == Kind::Dash);
    dashes.for_each(|dash| dash.kind = Kind::Stop);
}

/// Where a Russian sentence begins behind its dateline, which has a town in capitals, and a date or an agency in brackets:
/// «АСТАНА, 14 марта (Степь Инфо) — …».
pub(super) fn behind_russian(doc: &Doc, from: usize) -> usize {
    let town = doc.word(from);
    if town.chars().count() < 3 || !town.chars().all(|letter| letter.is_uppercase() || letter == '-') {
        return from;
    }
    let part = |at: usize| {
        let token = doc.token(at);
        let plain = matches!(token.kind, Kind::Comma | Kind::Number | Kind::Opener | Kind::Closer | Kind::Other);
        plain || token.dated || token.is_word() && token.capital
    };
    let end = (from..from + DATELINE).find(|at| !part(*at)).unwrap_or(from);
    let told = (from..end).any(|at| doc.token(at).dated || doc.kind(at) == Kind::Closer);
    if told && doc.kind(end) == Kind::Dash { end + 1 } else { from }
}
