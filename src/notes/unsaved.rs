//! What of a notebook is not on the disk yet.

/// The ids of the records that have changed since they were last written to the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    /// Each with the number of its last change, in order of the ids.
    changes: Vec<(String, u64)>,
    /// How many changes there have been.
    count: u64,
}

impl Unsaved {
    /// Notes down that a record has changed.
    pub fn add(&mut self, id: &str) {
        self.count += 1;
        match self.place(id) {
            Ok(at) => _ = self.changes.get_mut(at).map(|change| change.1 = self.count),
            Err(at) => self.changes.insert(at, (id.to_owned(), self.count)),
        }
    }

    /// What is to be written now: ids, each with the number of its last change.
    pub fn all(&self) -> Vec<(String, u64)> {
        self.changes.clone()
    }

    /// Takes out what has been written, as [`all`](Self::all) told it before: all that has not changed since.
    pub fn settle(&mut self, written: &[(String, u64)]) {
        self.changes.retain(|change| written.binary_search(change).is_err());
    }

    /// Whether a record is still to be written.
    pub fn holds(&self, id: &str) -> bool {
        self.place(id).is_ok()
    }

    /// Whether all is on the disk.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.changes.binary_search_by(|(other, _)| other.as_str().cmp(id))
    }
}
