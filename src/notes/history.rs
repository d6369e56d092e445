//! Undo and redo.

use super::clock::Stamp;
use super::notebook::Notebook;
use super::record::{Content, Record};
use std::collections::VecDeque;

/// The steps that can be undone.
pub const STEPS: usize = 100;

/// One change of one record: all that it held before and after, what is shown as the last; nothing is a deletion.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    id: String,
    before: Vec<Content>,
    after: Vec<Content>,
}

/// What was done at once: mostly one change; of an import all that came.
type Step = Vec<Change>;

/// The last steps of one writer, and those undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    moves: u64,
}

impl History {
    /// Remembers that a record has changed; see [`remember_all`](Self::remember_all).
    pub fn remember(&mut self, notebook: &Notebook, id: &str, before: Vec<Content>) {
        self.remember_all(notebook, vec![(id.to_owned(), before)]);
    }

    /// Remembers as one step that records have changed: of each its id and what [`Record::contents`] told before. What
    /// it tells now is read from the notebook. What was undone can no longer be redone.
    pub fn remember_all(&mut self, notebook: &Notebook, before: Vec<(String, Vec<Content>)>) {
        let changes = before.into_iter().map(|(id, before)| {
            let after = notebook.get(&id).map(Record::contents).unwrap_or_default();
            Change { id, before, after }
        });
        let step: Step = changes.filter(|change| change.before != change.after).collect();
        if step.is_empty() {
            return;
        }
        self.moves += 1;
        self.undone.clear();
        self.done.push_back(step);
        if self.done.len() > STEPS {
            self.done.pop_front();
        }
    }

    /// How often a step was made, undone or done again: as long as that is the same, the last step is.
    pub fn moves(&self) -> u64 {
        self.moves
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Undoes the last step, as new versions, each with a stamp of its own. Answers the ids of the records that it
    /// changed. A record over which somebody else has written since is left as it is, for undoing would lose what they
    /// wrote; a step of which that leaves nothing is passed by.
    pub fn undo(&mut self, notebook: &mut Notebook, stamp: &mut dyn FnMut() -> Stamp) -> Vec<String> {
        while let Some(step) = self.done.pop_back() {
            let changed = each(&step, |change| apply(notebook, &change.id, &change.after, &change.before, stamp));
            if !changed.is_empty() {
                self.moves += 1;
                self.undone.push(step);
                return changed;
            }
        }
        Vec::new()
    }

    /// Does again what was undone last, on the same terms.
    pub fn redo(&mut self, notebook: &mut Notebook, stamp: &mut dyn FnMut() -> Stamp) -> Vec<String> {
        while let Some(step) = self.undone.pop() {
            let changed = each(&step, |change| apply(notebook, &change.id, &change.before, &change.after, stamp));
            if !changed.is_empty() {
                self.moves += 1;
                self.done.push_back(step);
                return changed;
            }
        }
        Vec::new()
    }
}

/// The ids of those changes of a step that could be made.
fn each(step: &Step, make: impl FnMut(&&Change) -> bool) -> Vec<String> {
    step.iter().filter(make).map(|change| change.id.clone()).collect()
}

/// Makes `to` of `from`, where what `from` shows is what is there now. A record that holds more than `from`, such as a
/// copy that a conflict has left since, is not deleted so.
fn apply(
    notebook: &mut Notebook,
    id: &str,
    from: &[Content],
    to: &[Content],
    stamp: &mut dyn FnMut() -> Stamp,
) -> bool {
    let Some(record) = notebook.get(id) else { return false };
    if record.current() != from.last() {
        return false;
    }
    if to.is_empty() {
        return record.contents().iter().all(|content| from.contains(content)) && notebook.delete(id, stamp());
    }
    notebook.restore(id, from, to, stamp)
}
