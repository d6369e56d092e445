//! Folding: the same words written in another way become the same text, and every folded letter knows
//! where it came from. What is folded away is what copying, vowelling, typesetting and house styles
//! change: tashkeel and other marks, tatweel, the forms of alef, hamza, ya, kaf and ta marbuta, presentation
//! forms and ligatures, digits, invisible controls, the styles of quotation marks and dashes, white space,
//! case, and ё.

mod letter;

use super::offset::{Byte, Span};
use letter::{Fold, fold_letter};

pub use letter::is_invisible;

/// What stands between two blocks of a folded text: white space that no needle within one block has.
pub const BLOCK_BREAK: char = '\n';

/// A text as it is matched, and the way back to the text as it is written.
#[derive(Clone, Debug)]
pub struct Folded<'s> {
    source: &'s str,
    text: String,
    /// For every byte of `text`, the byte of `source` at which the character begins that it came from; nothing where
    /// nobody asks for the way back.
    origins: Vec<u32>,
    placed: bool,
}

impl<'s> Folded<'s> {
    /// Folds the whole of `source`, in one pass. Line breaks are white space like any other.
    pub fn new(source: &'s str) -> Self {
        let mut folded = Self::empty(source);
        folded.take_all();
        folded
    }

    fn take_all(&mut self) {
        self.take(Span::bytes(0..self.source.len()));
        self.end_block();
    }

    /// Folds the given stretches of `source`, in the order of the text, with a [`BLOCK_BREAK`] between each
    /// two. What stands outside them (the marks of headings) is not there to be found.
    pub fn of_blocks(source: &'s str, blocks: impl IntoIterator<Item = Span<Byte>>) -> Self {
        let mut folded = Self::empty(source);
        for block in blocks {
            let before = folded.text.len();
            if before > 0 {
                folded.push(BLOCK_BREAK, block.start.0);
            }
            let inside = folded.text.len();
            folded.take(block);
            folded.end_block();
            if folded.text.len() == inside {
                folded.truncate(before);
            }
        }
        folded
    }

    fn empty(source: &'s str) -> Self {
        let origins = Vec::with_capacity(source.len());
        Self { source, text: String::with_capacity(source.len()), origins, placed: true }
    }

    /// The folded text: no white space at either end, single spaces between words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text that was folded.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// Where in the source the folded stretch `span` stands, with the marks that sit on its last letter. Of a
    /// ligature the whole is taken. An empty span gives an empty span.
    pub fn span_in_source(&self, span: Span<Byte>) -> Span<Byte> {
        let start = self.origin(span.start.0);
        if span.is_empty() {
            return Span::bytes(start..start);
        }
        let last = self.origin(span.end.0.saturating_sub(1));
        Span::bytes(start..self.end_of_letter(last))
    }

    /// Where in the folded text the stretch `span` of the source stands: every folded letter that begins
    /// inside it.
    pub fn span_of_source(&self, span: Span<Byte>) -> Span<Byte> {
        let at = |byte: Byte| self.origins.partition_point(|origin| (*origin as usize) < byte.0);
        Span::bytes(at(span.start)..at(span.end))
    }

    fn origin(&self, at: usize) -> usize {
        self.origins.get(at).map_or(self.source.len(), |origin| *origin as usize)
    }

    /// After the letter at `start` and the marks on it. Invisible controls after it stay outside, unless a mark
    /// follows them.
    fn end_of_letter(&self, start: usize) -> usize {
        let mut at = start;
        let mut end = start;
        for (n, c) in self.source.get(start..).unwrap_or_default().chars().enumerate() {
            let mark = letter::is_mark(c);
            if n > 0 && !mark && !is_invisible(c) {
                break;
            }
            at += c.len_utf8();
            if n == 0 || mark {
                end = at;
            }
        }
        end
    }

    fn push(&mut self, c: char, origin: usize) {
        self.text.push(c);
        if !self.placed {
            return;
        }
        // Texts are at most 1 MiB (`article::MAX_BYTES`); a larger one still folds, with its far end unplaced.
        let origin = u32::try_from(origin).unwrap_or(u32::MAX);
        self.origins.resize(self.text.len(), origin);
    }

    fn take(&mut self, stretch: Span<Byte>) {
        for (at, c) in stretch.of(self.source).char_indices() {
            let at = stretch.start.0 + at;
            match fold_letter(c) {
                Fold::Nothing => self.compose(c),
                Fold::Space => {
                    if !self.text.is_empty() && !self.text.ends_with([' ', BLOCK_BREAK]) {
                        self.push(' ', at);
                    }
                }
                Fold::One(letter) => self.push(letter, at),
                Fold::Many(letters) => letters
                    .chars()
                    .filter(|letter| !letter::is_mark(*letter))
                    .for_each(|letter| self.push(letter::fold_one(letter), at)),
            }
        }
    }

    /// A breve or diaeresis written apart makes another letter of some Cyrillic ones; other marks are dropped.
    fn compose(&mut self, mark: char) {
        let made = match (mark, self.text.chars().next_back()) {
            ('\u{306}', Some('и')) => 'й',
            ('\u{308}', Some('і')) => 'ї',
            _ => return,
        };
        let origin = self.origins.last().map_or(0, |origin| *origin as usize);
        let before = self.text.len() - made.len_utf8();
        self.truncate(before);
        self.push(made, origin);
    }

    fn end_block(&mut self) {
        if self.text.ends_with(' ') {
            self.truncate(self.text.len() - 1);
        }
    }

    fn truncate(&mut self, len: usize) {
        self.text.truncate(len);
        self.origins.truncate(len);
    }
}

/// The folded form of a short text, where the way back is not needed.
pub fn fold(text: &str) -> String {
    let letters = String::with_capacity(text.len());
    let mut folded = Folded { source: text, text: letters, origins: Vec::new(), placed: false };
    folded.take_all();
    folded.text
}

/// Whether a word may begin or end at byte `at` of a folded text: letters or digits do not stand on both
/// sides of it.
pub fn is_word_boundary(folded: &str, at: usize) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = folded.get(..at).and_then(|text| text.chars().next_back());
    let after = folded.get(at..).and_then(|text| text.chars().next());
    !(inside(before) && inside(after))
}
