//! Undo and redo.

use super::clock::Stamp;
use super::notebook::Notebook;
use super::record::{Content, Record};
use std::collections::VecDeque;

/// The steps that can be undone.
pub const STEPS: usize = 100;

/// One change of one record: all that it held before and after, what is shown as the last; nothing is a deletion.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    id: String,
    before: Vec<Content>,
    after: Vec<Content>,
}

/// The last changes of one writer, and those undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Remembers that a record has changed; `before` is what [`Record::contents`] told before, and what it tells now
    /// is read from the notebook. What was undone can no longer be redone.
    pub fn remember(&mut self, notebook: &Notebook, id: &str, before: Vec<Content>) {
        let after = notebook.get(id).map(Record::contents).unwrap_or_default();
        if before == after {
            return;
        }
        self.undone.clear();
        self.done.push_back(Step { id: id.to_owned(), before, after });
        if self.done.len() > STEPS {
            self.done.pop_front();
        }
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Undoes the last step, as new versions, each with a stamp of its own. Answers the id of the record. A step over
    /// which somebody else has written since is passed by: undoing it would lose what they wrote.
    pub fn undo(&mut self, notebook: &mut Notebook, stamp: &mut dyn FnMut() -> Stamp) -> Option<String> {
        while let Some(step) = self.done.pop_back() {
            if apply(notebook, &step.id, &step.after, &step.before, stamp) {
                let id = step.id.clone();
                self.undone.push(step);
                return Some(id);
            }
        }
        None
    }

    /// Does again what was undone last, on the same terms.
    pub fn redo(&mut self, notebook: &mut Notebook, stamp: &mut dyn FnMut() -> Stamp) -> Option<String> {
        while let Some(step) = self.undone.pop() {
            if apply(notebook, &step.id, &step.before, &step.after, stamp) {
                let id = step.id.clone();
                self.done.push_back(step);
                return Some(id);
            }
        }
        None
    }
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
