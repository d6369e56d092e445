//! The clause that stands before an English verb of saying with its subject, or around the two.

use super::addressee_en::behind_addressee;
use super::clause_en::{MIN_CLAUSE, Said, clause_words_end, has_verb, is_finite, quote_behind};
use super::cue::Content;
use super::occasion_en::{is_aside_clause, is_occasion};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Classes, Number, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::token::Kind;

/// The clause before a verb and its subject, or the one that these are put into.
pub(super) fn before(doc: &Doc, said: Said, sentence: Sentence) -> Content {
    let from = said.from();
    let told = said.sense.has(flag::OBJ) && !said.inverted();
    let behind = if told { behind_addressee(doc, said.behind, sentence.end) } else { said.behind };
    // "an earthquake that officials said had killed 312 people".
    let gap = from > sentence.start && matches!(doc.word(from - 1), "that" | "which" | "who" | "whom");
    if gap && said.sense.has(flag::BARE) && doc.is(said.behind, Class::Finite) {
        return Content::After(said.behind);
    }
    // "As the minister noted, the law could hurt small farms".
    let person = said.subject.is_some_and(|subject| subject.agree.number != Number::Many && !subject.pronoun);
    let as_said = from == sentence.start + 1 && doc.word(sentence.start) == "As" && person && said.is_bare();
    if as_said
        && doc.kind(behind) == Kind::Comma
        && has_verb(doc, behind + 1, clause_words_end(doc, behind + 1, sentence.end))
    {
        return Content::After(behind + 1);
    }
    let inner = from > sentence.start && ends_in_marks(doc, from - 1, sentence.start);
    let comma = inner || from > sentence.start && matches!(doc.kind(from - 1), Kind::Comma | Kind::Dash);
    let relative = doc.is(said.left.saturating_sub(1), Class::Relative);
    // "More than half live alone, the statistics office found".
    let found = said.sense.has(flag::CLAUSE) && said.subject.is_some_and(|subject| subject.head_is(Class::Body));
    if !comma || !(said.is_bare() || found) || relative || !is_over(doc, said, sentence.end) {
        return Content::None;
    }
    // "The paper concedes as much: the event, it says, may be".
    let clock = |at: usize| doc.kind(at - 1) == Kind::Number && doc.kind(at + 1) == Kind::Number;
    let parts = |at: &usize| matches!(doc.kind(*at), Kind::Colon | Kind::Semicolon) && !clock(*at);
    let start = (sentence.start..from).rev().find(parts).map_or(sentence.start, |mark| mark + 1);
    let sentence = Sentence { start, ..sentence };
    let apart = matches!(doc.kind(behind), Kind::Comma | Kind::Dash);
    let joins = "which that who and where when because but while as although though if or whom";
    let relative = from.checked_sub(2).is_some_and(|before| is_listed(doc.word(before), joins));
    if relative {
        // "Found no oil and, its geologist noted in a letter, “…”": nothing that stands before is the geologist's.
        return if apart { Content::After(behind + 1) } else { Content::None };
    }
    // "By February, says the mayor, he had received 17,000 emails".
    let next = behind + 1;
    let joins = doc.is_any(next, const { Classes::all(&[Class::Participle, Class::Conn, Class::Relative]) });
    let plain = !joins && !doc.word(next).ends_with("ing");
    let clause = || has_verb(doc, next, clause_words_end(doc, next, sentence.end));
    if apart && is_occasion(doc, sentence.start) && plain && doc.pair_at(next).is_none() && clause() {
        return Content::After(next);
    }
    let closed = from > sentence.start + 1 && doc.pair_closed_at(from - 2).is_some();
    let quoted = from > sentence.start && doc.pair_closed_at(from - 1).is_some();
    let to = from - usize::from(!inner);
    if apart && !closed && !quoted && goes_on(doc, sentence.start, to, behind + 1) {
        return Content::Before(sentence.start, sentence.end);
    }
    let parenthesis = from > sentence.start + 1 && quoted && sentence.inside.is_some();
    // "Pub cat ‘saved my life’, says landlady": all that is said stands in the marks.
    let marked = (closed || inner) && !says_outside_marks(doc, sentence.start, to);
    // "In a letter read aloud by the clerk, Rosie Tan wrote, “…”".
    let led = is_occasion(doc, sentence.start) && (quote_behind(doc, behind) || !has_verb(doc, sentence.start, to));
    let clause = is_long(doc, sentence.start, to) && !marked && !led && !is_aside_clause(doc, sentence.start, to);
    if clause && !parenthesis { Content::Before(sentence.start, to) } else { Content::None }
}

/// Whether a stretch is long enough for a clause: "Aid is slow, they say".
fn is_long(doc: &Doc, from: usize, to: usize) -> bool {
    let words = doc.count_words(from, to);
    words > MIN_CLAUSE || words == MIN_CLAUSE && has_verb(doc, from, to)
}

/// Whether a clause ends here with marks that hold its comma: "The rules are “a gift to fraudsters,” campaigners said".
fn ends_in_marks(doc: &Doc, close: usize, start: usize) -> bool {
    let Some(marks) = doc.pair_closed_at(close).map(|pair| doc.pair(pair)) else { return false };
    let first = doc.token(marks.inner_start());
    let goes_on = marks.open > start && doc.token(marks.open - 1).is_word() && first.is_word() && !first.capital;
    goes_on && doc.kind(close - 1) == Kind::Comma
}

/// Whether nothing that is said can follow a verb and its subject: the sentence is over, or goes on with a time, a place
/// or the one who is told.
fn is_over(doc: &Doc, said: Said, end: usize) -> bool {
    let obj = said.sense.has(flag::OBJ) && !said.inverted();
    let at = if obj { behind_addressee(doc, said.behind, end) } else { said.behind };
    let token = doc.token(at);
    // "After eleven weeks, the government has agreed to reopen talks": what one will do.
    if doc.word(at) == "to" && said.sense.has(flag::CLAUSE | flag::COMMIT) {
        return false;
    }
    let adverb = |at: usize| {
        let aux = doc.is(at, Class::Aux) && !doc.is(at, Class::Finite);
        aux || doc.word(at).ends_with("ly") || is_listed(doc.word(at), "afterwards afterward yesterday ago")
    };
    let over = |at: usize| at >= end || !doc.token(at).is_word();
    // "he recalled years later".
    let adverb = adverb(at) || adverb(at + 1) && over(at + 2);
    // "Says a council report released on Friday".
    let word = doc.word(at);
    let explained =
        said.inverted() && (ends_in(word, &["ed", "ing"]) || is_listed(word, "seen sent written made who whose"));
    over(at) || token.dated || adverb || doc.is(at, Class::Prep) || explained
}

/// Whether there is a verb between two tokens, not counting what stands in marks.
fn says_outside_marks(doc: &Doc, from: usize, to: usize) -> bool {
    let mut at = from;
    while at < to && !(doc.pair_at(at).is_none() && is_finite(doc, at)) {
        at = doc.next(at);
    }
    at < to
}

/// Whether a clause that "he said" is put into goes on behind it: "The authority, he said, had sat on reserves".
pub(super) fn goes_on(doc: &Doc, from: usize, to: usize, behind: usize) -> bool {
    let first = skip_adverb(doc, behind);
    let verb = doc.is(first, Class::Finite) || doc.is(first, Class::Neg);
    // "According to the Lund Institute, a polling company": what explains the source.
    let apposed = matches!(doc.word(behind), "a" | "an");
    let broken = !apposed && !has_verb(doc, from, to) || to.checked_sub(1).is_some_and(|last| is_finite(doc, last));
    let whole = doc.count_words(behind, behind + MIN_CLAUSE) > 1;
    // "Talks have collapsed, the Tribune reported, citing an official".
    let aside = doc.is_any(behind, const { Classes::all(&[Class::Relative, Class::Participle, Class::Nominal]) });
    (verb || broken) && whole && !aside && !is_occasion(doc, from)
}

fn skip_adverb(doc: &Doc, at: usize) -> usize {
    at + usize::from(doc.is(at, Class::Aux) && !doc.is(at, Class::Finite) || doc.word(at).ends_with("ly"))
}
