//! Whose turn it is among entries: which one a reader has come to, and which one is next.

use crate::text::Byte;

/// A step among the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the one after.
    Next,
    /// To the one before.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// The rows of a timeline in their order: the place of each among the entries, and where its passage begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turns(pub Vec<(usize, Byte)>);

impl Turns {
    /// The row whose passage a reader at `place` of the text has reached last; of several passages that begin
    /// together, the first in time. Nothing before the first passage.
    pub fn current(&self, place: Byte) -> Option<usize> {
        let reached = self.0.iter().enumerate().filter(|(_, (_, at))| *at <= place);
        reached.max_by_key(|(n, (_, at))| (*at, std::cmp::Reverse(*n))).map(|(n, _)| n)
    }

    /// The row that a step leads to from `row`; the ends hold.
    pub fn neighbour(&self, row: usize, step: Step) -> usize {
        let last = self.0.len().saturating_sub(1);
        match step {
            Step::Next => row.saturating_add(1).min(last),
            Step::Previous => row.saturating_sub(1).min(last),
            Step::First => 0,
            Step::Last => last,
        }
    }

    /// The entry of a row.
    pub fn entry(&self, row: usize) -> Option<usize> {
        self.0.get(row).map(|(entry, _)| *entry)
    }
}
