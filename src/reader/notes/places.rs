//! Where the passages of this text stand, by their records' ids.

use crate::anchor::Located;
use crate::text::{Byte, Span};

/// The passages that have been looked for.
#[derive(Default)]
pub(super) struct Places {
    /// In order of the ids, so that of a thousand each is found at once.
    located: Vec<(String, Located)>,
}

impl Places {
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.located.binary_search_by(|(other, _)| other.as_str().cmp(id))
    }

    /// What has become of a passage; nothing where it has not been looked for.
    pub(super) fn get(&self, id: &str) -> Option<&Located> {
        self.place(id).ok().and_then(|at| self.located.get(at)).map(|(_, located)| located)
    }

    /// Where a passage stands, if it is found.
    pub(super) fn span(&self, id: &str) -> Option<Span<Byte>> {
        self.get(id).and_then(Located::span)
    }

    /// Writes down what has become of a passage, in the place of what was known.
    pub(super) fn put(&mut self, id: &str, located: Located) {
        match self.place(id) {
            Ok(at) => _ = self.located.get_mut(at).map(|entry| entry.1 = located),
            Err(at) => self.located.insert(at, (id.to_owned(), located)),
        }
    }

    /// Forgets a passage, so that it is looked for again.
    pub(super) fn forget(&mut self, id: &str) {
        if let Ok(at) = self.place(id) {
            self.located.remove(at);
        }
    }

    /// The passages that are found.
    pub(super) fn found(&self) -> impl Iterator<Item = (&str, Span<Byte>)> {
        self.located.iter().filter_map(|(id, located)| Some((id.as_str(), located.span()?)))
    }
}
