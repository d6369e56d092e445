//! All records of a reader.

use super::clock::Stamp;
use super::record::{Content, Passage, Record};

/// Records by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notebook {
    /// In order of their ids.
    records: Vec<Record>,
}

impl Notebook {
    /// All records, deletions included, by id.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.iter()
    }

    /// The records that are not deleted.
    pub fn living(&self) -> impl Iterator<Item = (&Record, &Content)> {
        self.records.iter().filter_map(|record| Some((record, record.current()?)))
    }

    /// A record, deleted or not.
    pub fn get(&self, id: &str) -> Option<&Record> {
        self.place(id).ok().and_then(|at| self.records.get(at))
    }

    /// Where the record is, or would be.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.records.binary_search_by(|record| record.id.as_str().cmp(id))
    }

    /// Adds a highlight; its id is made of the stamp. Answers the id.
    pub fn add(&mut self, stamp: Stamp, passage: Passage, content: Content) -> String {
        let id = stamp.name();
        let record = Record::new(&id, passage, stamp.millis, stamp, content);
        self.merge_record(&record);
        id
    }

    /// Puts a version in the place of the one that is shown, or of a deletion. Whether there is such a record.
    pub fn write(&mut self, id: &str, stamp: Stamp, content: Content) -> bool {
        self.change(id, |record| record.write(stamp, content))
    }

    /// Puts a version in the place of `base`, from which it was written, though another may have replaced that since:
    /// what the other wrote stays as a copy. Whether there is such a record.
    pub fn write_over(&mut self, id: &str, base: &Stamp, stamp: Stamp, content: Content) -> bool {
        self.change(id, |record| record.write_over(base, stamp, content))
    }

    /// Makes of the contents `from` of a record the contents `to`, the last of which is shown.
    pub(super) fn restore(
        &mut self,
        id: &str,
        from: &[Content],
        to: &[Content],
        stamp: &mut dyn FnMut() -> Stamp,
    ) -> bool {
        self.change(id, |record| record.restore(from, to, stamp))
    }

    /// Deletes a record; what is left is the deletion, so that merging does not bring it back. Whether there is
    /// such a record.
    pub fn delete(&mut self, id: &str, stamp: Stamp) -> bool {
        self.change(id, |record| record.delete(stamp))
    }

    /// Drops a copy that a conflict has left, by its stamp. Whether there is such a record.
    pub fn dismiss(&mut self, id: &str, copy: &Stamp) -> bool {
        self.change(id, |record| record.drop_copy(copy))
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut Record)) -> bool {
        self.place(id).ok().and_then(|at| self.records.get_mut(at)).map(change).is_some()
    }

    /// Takes in another notebook: commutative, associative and idempotent.
    pub fn merge(&mut self, other: &Self) {
        other.records.iter().for_each(|record| self.merge_record(record));
    }

    /// Takes in one record, as another tab or a file tells of it.
    pub fn merge_record(&mut self, record: &Record) {
        match self.place(&record.id) {
            Ok(at) => {
                if let Some(own) = self.records.get_mut(at) {
                    own.merge(record);
                }
            }
            Err(at) => self.records.insert(at, record.clone()),
        }
    }
}
