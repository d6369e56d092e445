//! What is looked for: a passage and its neighbours, folded, ready to be matched both ways.

use super::Selectors;
use super::letters::slice;
use super::pattern::{Pattern, Way};
use crate::text::fold;

/// The letters at an end of a passage that decide where it begins and ends: one block.
const EDGE: usize = 64;

/// The longest neighbour that is weighed. What other programs write may be longer.
const CONTEXT_LONGEST: usize = 256;

/// A passage to find.
pub(super) struct Needle {
    letters: Vec<char>,
    before: Vec<char>,
    after: Vec<char>,
    pub(super) exact: Pattern,
    /// The passage from its end.
    pub(super) exact_back: Pattern,
    /// The first letters of the passage, from their end.
    pub(super) head_back: Pattern,
    /// Its last letters.
    pub(super) tail: Pattern,
    pub(super) prefix: Pattern,
    /// What stood after it, from the end.
    pub(super) suffix_back: Pattern,
}

impl Needle {
    /// Nothing where no letter of the passage is left after folding.
    pub(super) fn new(selectors: &Selectors) -> Option<Self> {
        let letters: Vec<char> = fold(&selectors.exact).chars().collect();
        if letters.is_empty() {
            return None;
        }
        let prefix = fold_neighbour(&selectors.prefix);
        let suffix = fold_neighbour(&selectors.suffix);
        let before = slice(&prefix, prefix.len().saturating_sub(CONTEXT_LONGEST)..prefix.len()).to_vec();
        let after = slice(&suffix, 0..CONTEXT_LONGEST).to_vec();
        let tail_start = letters.len().saturating_sub(EDGE);
        Some(Self {
            exact: Pattern::new(&letters, Way::Forward),
            exact_back: Pattern::new(&letters, Way::Back),
            head_back: Pattern::new(slice(&letters, 0..EDGE), Way::Back),
            tail: Pattern::new(slice(&letters, tail_start..letters.len()), Way::Forward),
            prefix: Pattern::new(&before, Way::Forward),
            suffix_back: Pattern::new(&after, Way::Back),
            before,
            after,
            letters,
        })
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// How many letters of the neighbours there are.
    pub(super) fn neighbours(&self) -> usize {
        self.before.len() + self.after.len()
    }

    /// How many letters it has with its neighbours.
    pub(super) fn extent(&self) -> usize {
        self.len() + self.neighbours()
    }

    /// Whether anything is known of what stood around the passage.
    pub(super) fn has_neighbours(&self) -> bool {
        self.neighbours() > 0
    }

    /// Whether the passage begins, and ends, at the edge of a word.
    pub(super) fn whole_words(&self) -> (bool, bool) {
        let inside = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
        let cut_start = inside(self.before.last()) && inside(self.letters.first());
        let cut_end = inside(self.after.first()) && inside(self.letters.last());
        (!cut_start, !cut_end)
    }

    /// How many letters of the neighbours stand unchanged right beside the passage, if it ends at `end`.
    pub(super) fn neighbours_beside(&self, text: &[char], end: usize) -> usize {
        let ahead = slice(text, end..end + self.after.len());
        let back = slice(text, 0..end.saturating_sub(self.len()));
        let after = ahead.iter().zip(&self.after).take_while(|(here, there)| here == there).count();
        let before = back.iter().rev().zip(self.before.iter().rev()).take_while(|(here, there)| here == there).count();
        before + after
    }
}

/// Folds a neighbour, keeping the white space that parts it from the passage.
fn fold_neighbour(text: &str) -> Vec<char> {
    let folded = fold(text);
    let blank = |c: Option<char>| c.filter(|c| c.is_whitespace() && !folded.is_empty()).map(|_| ' ');
    let (before, after) = (blank(text.chars().next()), blank(text.chars().next_back()));
    before.into_iter().chain(folded.chars()).chain(after).collect()
}
