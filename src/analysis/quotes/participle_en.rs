//! English participles of saying: behind a comma, and behind the paper that gives the words ("sent a letter warning that").

use super::clause_en::{bare_clause, colon_behind, quote_behind, quote_in_clause, that_behind};
use super::cue::{Content, Cue, CueKind};
use super::frame_en::may_speak;
use super::leading_en::{main_clause, opens_report};
use super::subject_en::before_helpers;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Gender, Sense, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Phrase, en};
use crate::analysis::token::Kind;

/// Words from a paper back to who sends or takes it, at most.
const SENDER_REACH: usize = 24;

/// Whether a paper gives the words in the marks that open at `end`, and so says whose they are who sends it: "left a card
/// that said “…”", "sent his boss an email saying “…”".
pub(super) fn is_sent(doc: &Doc, verb: usize, end: usize, sentence: Sentence) -> bool {
    let that = usize::from(matches!(doc.word(verb - 1), "that" | "which"));
    let Some(paper) = verb.checked_sub(1 + that).filter(|paper| *paper > sentence.start + 2) else { return false };
    let taken = "received receives got gets found finds had saw read given handed shown seen sent to";
    let takes = |at: usize| {
        is_listed(doc.word(at), taken) && (doc.word(at) != "sent" || doc.is(at.saturating_sub(1), Class::Aux))
    };
    let written = doc.is(paper, Class::Doc) || is_listed(doc.word(paper), "card sign banner placard poster");
    quote_behind(doc, end) && written && !(sentence.start.max(paper.saturating_sub(SENDER_REACH))..paper).any(takes)
}

/// Words from a participle back to the verb of writing, at most.
const WRITTEN_REACH: usize = 16;

/// What one does with a paper that says something.
const WRITES: &str = "written wrote writes sent sends issued issues published publishes posted posts released signed filed \
                      penned circulated tweeted delivered recorded launched tabled drafted distributed emailed texted staged mounted organised \
                      organized held marched rallied";

/// Whether the words before a participle tell that a paper is written, and none tells that it is received: "signed a petition
/// demanding that", "has written to the board asking that".
fn is_written(doc: &Doc, participle: usize, start: usize) -> bool {
    let plain = |at: &usize| matches!(doc.kind(*at), Kind::Word | Kind::Number | Kind::Other);
    let taken = |at: usize| is_listed(doc.word(at), "received receives got found saw read seen shown handed");
    let done = |at: usize| is_listed(doc.word(at), "was were been being is are");
    let mut words = (start.max(participle.saturating_sub(WRITTEN_REACH))..participle).rev().take_while(plain);
    let verb =
        |at: usize| doc.is(at, Class::Finite) || doc.is(at, Class::Verb) || doc.word(at).ends_with(['d', 'n', 's']);
    let found = words.find(|at| verb(*at) && (taken(*at) || is_listed(doc.word(*at), WRITES)));
    found.is_some_and(|at| at > start && !taken(at) && !done(at - 1))
}

/// Who sends a paper, where a pronoun tells: "when one was jailed she sent him a pencil, with a note that read “…”".
pub(super) fn sender(doc: &Doc, to: usize, sentence: Sentence) -> Option<Phrase> {
    let at = (sentence.start.max(to.saturating_sub(SENDER_REACH))..to).rev().find(|at| doc.is(*at, Class::Pronoun))?;
    en::phrase(doc, at, to).filter(|subject| subject.agree.gender != Gender::N)
}

/// Words from "with" to the participle of those who speak, at most.
const WITH_REACH: usize = 6;

/// Words from the article of one who is heard to the participle, at most.
const HEARD_REACH: usize = 4;

/// Who is heard or remembered saying what stands in the marks behind: "then a man saying, ‘Don’t move.’".
fn heard(doc: &Doc, at: usize, end: usize, sentence: Sentence) -> Option<Phrase> {
    if !(quote_behind(doc, end) || doc.is(end, Class::Skip) && quote_behind(doc, end + 1)) {
        return None;
    }
    let begins = |at: &usize| matches!(doc.word(*at), "a" | "an" | "the") || doc.is(*at, Class::Poss);
    let floor = sentence.start.max(at.saturating_sub(HEARD_REACH));
    let from = (floor..at).rev().take_while(|at| doc.token(*at).is_word()).find(begins)?;
    let person = |one: &Phrase| one.head_is(Class::Role) || one.head_is(Class::Group);
    en::phrase(doc, from, at).filter(person)
}

/// A participle behind a comma: ", adding that", ", saying:".
pub(super) fn participial(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Cue> {
    let end = at + usize::from(sense.words);
    let left = before_helpers(doc, at, sentence.start);
    let left = left - usize::from(left > sentence.start && matches!(doc.word(left - 1), "while" | "before" | "after"));
    let apart = opens_report(doc, left, sentence) || matches!(doc.kind(left - 1), Kind::Comma | Kind::Dash);
    let apart = apart || is_sent(doc, left, end, sentence) || is_written(doc, left, sentence.start);
    // "Began by saying that", "wasted no time in declaring that", "is on record as saying that".
    let led = left > sentence.start + 1
        && (matches!(doc.word(left - 1), "by" | "in") || doc.words(left - 2, left) == "record as");
    let apart = apart || led;
    let colon =
        colon_behind(doc, end, sentence.end).filter(|colon| (end..*colon).all(|at| doc.kind(at) != Kind::Comma));
    // "accusing the board of “a failure of nerve”".
    let judges = sense.has(flag::NAME) && quote_in_clause(doc, end, sentence.end);
    let bare = || bare_clause(doc, end, sentence.end, sense).filter(|_| sense.has(flag::BARE));
    let that = that_behind(doc, end, sentence.end, sense);
    let content = that.or_else(bare).map_or(Content::None, Content::After);
    // "who arrived promising to “empty the basement”".
    let commits = sense.has(flag::COMMIT) && doc.word(end) == "to" && doc.pair_at(end + 1).is_some();
    // "… staged a walkout, with its members shouting that".
    let with = (at.saturating_sub(WITH_REACH).max(sentence.start)..at).rev().find(|word| doc.word(*word) == "with");
    let subject = with.filter(|with| with + 1 < at && !apart).and_then(|with| en::phrase(doc, with + 1, at));
    let heard = if apart { None } else { heard(doc, left, end, sentence) };
    let subject = subject.filter(may_speak).or(heard);
    let apart = apart || commits || subject.is_some();
    if !apart
        || (content == Content::None
            && colon.is_none()
            && !quote_behind(doc, end)
            && heard.is_none()
            && !judges
            && !commits)
    {
        return None;
    }
    let behind = |from| main_clause(doc, at, from, sentence)?.1.filter(|one| one.pronoun || may_speak(one));
    let leads = if let Content::After(from) = content { behind(from) } else { None };
    let subject = subject.or(leads);
    Some(Cue { content, opened: that.is_some(), colon, subject, ..Cue::of(at..end, CueKind::Participle, sense) })
}
