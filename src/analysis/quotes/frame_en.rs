//! English verbs of saying that the lexicon does not have, known by their frame: where only one can stand. Right behind
//! what was said, with its speaker ("“…,” the colonel harrumphed"), or between a speaker and "that" with a clause.

use super::clause_en::{has_verb, quote_behind};
use super::title::is_title_case;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag};
use crate::analysis::people::{Phrase, en, en_name};
use crate::analysis::token::Kind;

/// Words from a quotation to the verb behind its speaker, at most, with what explains the speaker.
const SPEAKER_REACH: usize = 16;

/// The shortest verb whose ending shows it.
const SHORTEST: usize = 5;

/// What a word is that the lexicon does not have, where its frame says that it is a verb of saying.
pub(super) fn framed(doc: &Doc, at: usize, sentence: Sentence) -> Option<Sense> {
    let word = doc.word(at);
    if word.len() <= 4 && goes(doc, at) {
        let agree = Agree::new(Gender::Any, Number::One);
        return Some(Sense::unlisted(Class::Verb, agree, 0));
    }
    let known = |sense: &Sense| matches!(sense.class, Class::Finite | Class::Attitude);
    if !word.ends_with("ed") && !word.ends_with('s') && !doc.lexicon.senses(doc.key(at)).any(known) {
        return None;
    }
    if is_held(doc, at) {
        let agree = Agree::new(Gender::Any, Number::One);
        return Some(Sense { class: Class::Verb, agree, flags: flag::CLAUSE, family: 0, words: 1 });
    }
    if !may_be_verb(doc, at) {
        return None;
    }
    // "Chalenga, flanked by officials, told reporters".
    let aside = at > sentence.start && doc.kind(at - 1) == Kind::Comma;
    if doc.word(at + 1) == "by" || aside && matches!(doc.word(at + 1), "in" | "with" | "from" | "as") {
        return None;
    }
    let clause = opens_clause(doc, at, sentence.end);
    if !clause && !is_beside_speech(doc, at, sentence) {
        return None;
    }
    let flags = if clause { flag::CLAUSE } else { 0 };
    Some(Sense { class: Class::Verb, agree: Agree::default(), flags, family: 0, words: 1 })
}

/// Whether a word leads to what somebody said, as one tells it: "My husband goes, ‘…’", "She was like, ‘…’".
pub(super) fn goes(doc: &Doc, at: usize) -> bool {
    match doc.word(at) {
        "goes" | "go" | "went" => doc.kind(at + 1) == Kind::Comma && doc.pair_at(at + 2).is_some(),
        "like" => quote_behind(doc, at + 1) && at > 0 && doc.is(at - 1, Class::Finite) && doc.is(at - 1, Class::Aux),
        _ => false,
    }
}

/// Whether "that" follows what one is who holds something to be so: "was adamant that".
pub(super) fn is_held(doc: &Doc, at: usize) -> bool {
    doc.is(at, Class::Attitude)
        && doc.is(at + 1, Class::Comp)
        && at.checked_sub(1).is_some_and(|before| doc.is(before, Class::Aux) || doc.word(before).ends_with("ly"))
}

/// Whether the subject of such a verb can speak.
pub(super) fn may_speak(subject: &Phrase) -> bool {
    let person = [Class::Role, Class::Group, Class::Body, Class::Source, Class::Doc];
    let it = subject.pronoun && subject.agree.gender == Gender::N;
    !it && (subject.pronoun || subject.name.is_some() || person.iter().any(|class| subject.head_is(*class)))
}

/// Whether a word has the form of a finite verb, and is nothing else that the lexicon knows.
fn may_be_verb(doc: &Doc, at: usize) -> bool {
    let (word, token) = (doc.word(at), doc.token(at));
    if !token.is_word() || token.capital || token.dated {
        return false;
    }
    let plain = word.len() >= SHORTEST && (word.ends_with("ed") || (word.ends_with('s') && !word.ends_with("ss")));
    let other = doc.lexicon.senses(token.key).any(|sense| sense.class != Class::Finite);
    let helper = doc.is(at, Class::Finite) && (word.contains(['\'', '’']) || doc.is(at, Class::Aux));
    (plain || doc.is(at, Class::Finite)) && !other && !helper && en::head_sense(doc, at).is_none()
}

/// Whether "that" with a clause stands right behind a past form.
fn opens_clause(doc: &Doc, at: usize, end: usize) -> bool {
    let past = doc.word(at).ends_with("ed") || doc.is(at, Class::Finite);
    let that = doc.is(at + 1, Class::Comp) && doc.token(at + 2).is_word();
    past && that && {
        // "My grandfather fenced that field in 1931 and nobody held a meeting": another clause.
        let article = matches!(doc.word(at + 2), "the" | "a" | "an") || doc.is(at + 2, Class::Poss);
        let led = |at: usize| !article && matches!(doc.word(at), "and" | "but");
        let plain = |at: usize| matches!(doc.kind(at), Kind::Word | Kind::Number | Kind::Other);
        let stop = (at + 2..end).find(|at| !plain(*at) || led(*at));
        has_verb(doc, at + 2, stop.unwrap_or(end))
    }
}

/// Whether speech that is over stands right before a verb with its speaker on either side.
fn is_beside_speech(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    if ends_speech(doc, at, sentence) {
        return begins_speaker(doc, at + 1);
    }
    let over = !doc.token(at + 1).is_word()
        || doc.token(at + 1).dated
        || doc.is(at + 1, Class::Prep)
        || doc.is(at + 1, Class::Conn)
        || doc.word(at + 1).ends_with("ly")
        || doc.word(at + 1).ends_with("ing");
    let floor = sentence.start.max(at.saturating_sub(SPEAKER_REACH));
    let mut from = at;
    while over && from > floor && !ends_speech(doc, from, sentence) {
        let before = from - 1;
        let inner = matches!(doc.kind(before), Kind::Comma | Kind::Number | Kind::Other | Kind::Opener | Kind::Closer);
        let inner = inner || before.checked_sub(1).is_some_and(|owner| en_name::owns(doc, owner));
        let other = doc.is(before, Class::Verb) || doc.is(before, Class::Comp) || doc.is(before, Class::Finite);
        // "Grant Shaw", "a mechanic who saw the crash".
        let other = other && !doc.token(before).capital && !doc.is(before.saturating_sub(1), Class::Relative);
        if !(inner || doc.token(before).is_word()) || (other && !doc.is(before, Class::Aux)) {
            return false;
        }
        from = before;
    }
    over && from < at && from > floor && begins_speaker(doc, from)
}

/// Whether speech ends right before a token: its marks, perhaps with a comma, and a comma or a stop inside or outside.
fn ends_speech(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    let comma = at > sentence.start && doc.kind(at - 1) == Kind::Comma;
    let close = at - usize::from(comma);
    let Some(pair) = close.checked_sub(1).and_then(|mark| doc.pair_closed_at(mark)) else { return false };
    let marks = doc.pair(pair);
    let last = marks.inner_end().checked_sub(1).map(|last| doc.kind(last));
    let ended = comma || matches!(last, Some(Kind::Comma | Kind::Stop | Kind::Other));
    ended && marks.open >= sentence.start && !(is_title_case(doc, pair) && marks.open > sentence.start)
}

/// Whether one who speaks may begin here.
fn begins_speaker(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let used = doc.is_any(at, const { Classes::all(&[Class::Prep, Class::Conn, Class::Relative, Class::Comp]) });
    let led = matches!(doc.word(at), "the" | "a" | "an" | "one" | "another") || doc.is(at, Class::Poss);
    let person = doc.is(at, Class::Pronoun);
    token.is_word() && !used && !token.dated && (token.capital || led || person || en::head_sense(doc, at).is_some())
}
