//! Cues: the words that say that someone speaks, who, and where what is said stands.

use super::{cue_ar, cue_en, cue_ru};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Sense};
use crate::analysis::people::Phrase;
use crate::text::Lang;

/// What kind of words a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueKind {
    /// A finite verb.
    Verb,
    /// A participle or gerund: its subject is that of the sentence.
    Participle,
    /// A phrase that names a source.
    Nominal,
    /// The same, with the speaker meant by a pronoun.
    SelfNominal,
    /// A noun of saying: "his saying" (قوله).
    Noun,
}

/// Where the reported content of a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Nowhere that was found: the cue only marks quotations.
    None,
    /// From this token on, to the end of the clause.
    After(usize),
    /// Between these tokens, before the cue.
    Before(usize, usize),
    /// The sentence before («Об этом сообщила …»).
    Previous,
}

/// Tokens that may stand between a subject and its verb: a comma, helpers, an adverb.
const BESIDE: usize = 6;

/// A cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    /// The tokens of its words.
    pub start: usize,
    pub end: usize,
    pub kind: CueKind,
    pub sense: Sense,
    pub subject: Option<Phrase>,
    pub content: Content,
    /// Whether the content is opened by a word of its own (أن, что, that) or only by its place.
    pub opened: bool,
    /// The colon that leads from it to what is said.
    pub colon: Option<usize>,
    /// The token after the reported clause, where it stands behind the cue.
    pub until: usize,
    /// The token after the cue and its subject.
    pub reach: usize,
}

impl Cue {
    /// A cue of words from one token up to another, of which nothing else is known.
    pub fn of(words: std::ops::Range<usize>, kind: CueKind, sense: Sense) -> Self {
        let (start, end) = (words.start, words.end);
        let content = Content::None;
        Self { start, end, kind, sense, subject: None, content, opened: false, colon: None, until: 0, reach: end }
    }

    /// Whom another verb that goes on with its subject asks for.
    pub fn asks(&self) -> Agree {
        self.subject.filter(|_| self.kind != CueKind::Verb).map_or(self.sense.agree, |subject| subject.agree)
    }

    /// The first token of the cue and its subject, where these stand side by side.
    pub fn from(&self) -> usize {
        let beside = self.subject.filter(|subject| subject.end.max(subject.reach) + BESIDE >= self.start);
        beside.map_or(self.start, |subject| subject.start.min(self.start))
    }
}

/// The cues of a sentence, in order.
pub(crate) fn cues(doc: &Doc, sentence: Sentence) -> Vec<Cue> {
    match doc.lang {
        Lang::Ar => cue_ar::cues(doc, sentence),
        Lang::Ru => cue_ru::cues(doc, sentence),
        Lang::En => cue_en::cues(doc, sentence),
    }
}
