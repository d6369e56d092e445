//! Anchoring: a passage is described by its words, the words around it and its place, and found again in a
//! text that has changed since. Knows texts and their folding; knows neither notes nor the page.
//!
//! From the strictest to the loosest, each checked before it is believed: the same words in the same place with
//! the same neighbours; the same words when folded, with the neighbours that agree best; words that have
//! changed within [`bound`], beside a neighbour that has not, or by up to [`CHANGED_BETWEEN`] hundredths between two
//! that have not. Where a text that had a passage once has several of it between neighbours that agree, it is the one
//! that stands clearly nearest to its old place. What is left is lost. When a passage is described, its nearest look-alike
//! is measured in what would be left without it, its sentences or its paragraphs, and nothing that is not clearly nearer
//! than that is taken for the passage later.

mod candidate;
mod describe;
mod letters;
mod locate;
mod needle;
mod pattern;

use crate::text::{Byte, CodePoint, Folded, Span};

pub use locate::{CHANGED_BETWEEN, bound};

/// How a passage is named: the W3C Web Annotation `TextQuoteSelector` and `TextPositionSelector`, and how
/// far its nearest look-alike was.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Selectors {
    /// The passage as it was written.
    pub exact: String,
    /// What stood right before it; empty at the start of the text, or where it is not known.
    pub prefix: String,
    /// What stood right after it.
    pub suffix: String,
    /// Where it stood, in code points.
    pub position: Option<Span<CodePoint>>,
    /// Its nearest look-alike in the text; nothing where another program made the selectors.
    pub rival: Option<Rival>,
}

/// How far from a passage the most similar other one was, in folded letters to change, had the passage been
/// deleted. Beyond [`bound`] the number is that of the bound and one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rival {
    /// The changes to its words alone.
    pub words: usize,
    /// The changes to its words and to its neighbours.
    pub whole: usize,
}

/// Where a passage stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Located {
    /// Its words, but for what folding takes away, stand between the same neighbours.
    Exact(Span<Byte>),
    /// Its words, but for what folding takes away, stand elsewhere, or among other neighbours.
    Moved(Span<Byte>),
    /// Its words have changed.
    Changed {
        /// Where they stand.
        span: Span<Byte>,
        /// What they were.
        old: String,
        /// What they are.
        new: String,
    },
    /// It is not there, or nothing tells it from a look-alike.
    Lost,
}

impl Located {
    /// Where it stands; nothing where it is lost.
    pub fn span(&self) -> Option<Span<Byte>> {
        match self {
            Self::Exact(span) | Self::Moved(span) | Self::Changed { span, .. } => Some(*span),
            Self::Lost => None,
        }
    }
}

/// A text made ready to describe and locate passages in. Making it takes one pass over the text; it serves
/// any number of passages, each by a call of its own, so that a page can rest between them.
#[derive(Clone, Debug)]
pub struct Haystack<'s> {
    folded: Folded<'s>,
    letters: letters::Letters,
}

impl<'s> Haystack<'s> {
    /// Makes `source` ready.
    pub fn new(source: &'s str) -> Self {
        let folded = Folded::new(source);
        let letters = letters::Letters::new(folded.text());
        Self { folded, letters }
    }

    /// The text.
    pub fn source(&self) -> &'s str {
        self.folded.source()
    }

    /// Letters from `from` up to `to` as a span of the source.
    fn span(&self, letters: &std::ops::Range<usize>) -> Span<Byte> {
        self.folded.span_in_source(Span::bytes(self.letters.byte(letters.start)..self.letters.byte(letters.end)))
    }
}

/// Describes `span` of `text`; see [`Haystack::describe`].
pub fn describe(text: &str, span: Span<Byte>) -> Option<Selectors> {
    Haystack::new(text).describe(span)
}

/// Locates a passage in `text`; see [`Haystack::locate`].
pub fn locate(text: &str, selectors: &Selectors) -> Located {
    Haystack::new(text).locate(selectors)
}
