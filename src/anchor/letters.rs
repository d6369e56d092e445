//! A folded text as letters that can be counted and walked both ways.

use std::ops::Range;

/// The letters of a folded text.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    letters: Vec<char>,
    /// For every letter, the byte of the folded text at which it begins; then the length of the text.
    bytes: Vec<u32>,
}

impl Letters {
    pub(super) fn new(folded: &str) -> Self {
        let mut letters = Vec::with_capacity(folded.len() / 2);
        let mut bytes = Vec::with_capacity(folded.len() / 2 + 1);
        for (at, c) in folded.char_indices() {
            letters.push(c);
            bytes.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        bytes.push(u32::try_from(folded.len()).unwrap_or(u32::MAX));
        Self { letters, bytes }
    }

    pub(super) fn all(&self) -> &[char] {
        &self.letters
    }

    /// The byte of the folded text at which letter `at` begins.
    pub(super) fn byte(&self, at: usize) -> usize {
        self.bytes.get(at).or(self.bytes.last()).map_or(0, |byte| *byte as usize)
    }

    /// The letter that begins at or after a byte of the folded text.
    pub(super) fn at_byte(&self, byte: usize) -> usize {
        self.bytes.partition_point(|at| (*at as usize) < byte)
    }
}

/// The letters of `range`, as far as there are any.
pub(super) fn slice(letters: &[char], range: Range<usize>) -> &[char] {
    let end = range.end.min(letters.len());
    letters.get(range.start.min(end)..end).unwrap_or_default()
}

/// Whether a word may begin or end between letter `at` and the one before it.
pub(super) fn is_boundary(letters: &[char], at: usize) -> bool {
    let inside = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphanumeric());
    !(inside(at.checked_sub(1)) && inside(Some(at)))
}
