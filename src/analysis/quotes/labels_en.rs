//! English talk in labelled turns, without marks: "The Courier: Why now?", "Moss: It was time.", "Q: …", "A: …".

use super::speech::{Found, Last, Pass};
use super::{SpeechKind, SpeechRule};
use crate::analysis::doc::{Doc, Sentence, sentences};
use crate::analysis::lexicon::{Agree, Class, Key};
use crate::analysis::people::en;
use crate::analysis::token::Kind;

/// Words of a label, at most.
const LONGEST: usize = 5;

/// Turns that show that a text is a talk, where no label is that of a question.
const TURNS: usize = 3;

/// The colon behind the label that a paragraph begins with, where no marks open behind that.
fn label(doc: &Doc, (from, to): (usize, usize)) -> Option<usize> {
    let colon = (from + 1..to.min(from + LONGEST + 1)).find(|at| doc.kind(*at) == Kind::Colon)?;
    let name = |at: usize| doc.token(at).capital && doc.token(at).is_word() || doc.word(at) == ".";
    let verb = |at: usize| doc.is(at, Class::Verb) && at > from;
    let labelled = from > 0 && (from..colon).all(|at| name(at) && !verb(at) && !doc.token(at).dated);
    (labelled && colon + 1 < to && doc.pair_at(colon + 1).is_none()).then_some(colon)
}

/// Whether a label says which side it is, and no name: whether that answers.
fn side(doc: &Doc, from: usize, colon: usize) -> Option<bool> {
    match doc.words(from, colon) {
        "Q" | "Question" => Some(false),
        "A" | "Answer" => Some(true),
        _ => None,
    }
}

/// The paragraphs of a talk that begin with labels, and the colons of these: one of them comes again, or they are those of
/// questions and answers.
pub(super) fn turns(doc: &Doc) -> Vec<(usize, usize)> {
    let found = |bounds: &(usize, usize)| label(doc, *bounds).map(|colon| (bounds.0, colon));
    let turns: Vec<(usize, usize)> = doc.paragraphs.iter().filter_map(found).collect();
    let mut keys: Vec<Key> = turns.iter().map(|(_, colon)| doc.key(colon - 1)).collect();
    keys.sort_unstable();
    let again = keys.windows(2).any(|two| two.first() == two.last()) && turns.len() >= TURNS;
    let sides =
        || [false, true].iter().all(|one| turns.iter().any(|(from, colon)| side(doc, *from, *colon) == Some(*one)));
    if again && keys.first() != keys.last() || sides() { turns } else { Vec::new() }
}

impl Pass<'_, '_> {
    /// Hears the paragraph between a label's colon and a token.
    pub(super) fn turn_of_label(&mut self, from: usize, colon: usize, to: usize) {
        self.registry.paragraph = self.paragraph;
        self.advance(colon);
        let speaker = match side(self.doc, from, colon) {
            Some(false) => None,
            Some(true) => self.answers.or_else(|| self.registry.named_most()).or_else(|| self.presented_in_english()),
            None => self.labelled(from, colon),
        };
        if side(self.doc, from, colon) == Some(true) {
            self.answers = speaker;
        }
        let mention = Some((from, colon));
        let (start, end) = self.trim(colon + 1, to);
        let ends = |at: &usize| self.doc.kind(*at) == Kind::Stop;
        let end = if ends(&end) && end < to { end + 1 } else { end };
        let (kind, rule) = (SpeechKind::Direct, SpeechRule::NameColon);
        self.push(Found { from: start, to: end, kind, speaker, cue: None, mention, rule, flags: 0 });
        let mut inner = Vec::new();
        sentences(self.doc, colon + 1, to, None, &mut inner);
        for sentence in inner.into_iter().filter(|_| speaker.is_some()) {
            self.sentence(Sentence { inside: Some(usize::MAX), ..sentence }, None, speaker);
        }
        self.last = Some(Last { speaker, cue: None, mention, paragraph: self.paragraph, end: to });
        self.advance(to);
        if let Some(id) = speaker {
            self.registry.spoke(id, Agree::default());
        }
    }

    /// Whom a label names: one of the text by a name or its initials, or the paper.
    fn labelled(&mut self, from: usize, colon: usize) -> Option<usize> {
        let word = self.doc.word(from);
        if colon == from + 1 && (2..=3).contains(&word.len()) && word.chars().all(char::is_uppercase) {
            return self.registry.of_initials(word);
        }
        let phrase = en::phrase(self.doc, from, colon).map(|phrase| en::extent(self.doc, phrase))?;
        self.registry.resolve(self.doc, &phrase, Agree::default())
    }
}
