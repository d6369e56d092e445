//! Undo and redo.

use super::clock::Stamp;
use super::notebook::Notebook;
use super::record::Content;
use std::collections::VecDeque;

/// The steps that can be undone.
pub const STEPS: usize = 100;

/// One change of one record; nothing for content is a deletion.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    id: String,
    before: Option<Content>,
    after: Option<Content>,
}

/// The last changes of one writer, and those undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Remembers that a record has changed; `before` is what [`Record::current`](super::Record::current) told
    /// before, and what it tells now is read from the notebook. What was undone can no longer be redone.
    pub fn remember(&mut self, notebook: &Notebook, id: &str, before: Option<Content>) {
        let after = current(notebook, id);
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

    /// Undoes the last step, as a new version. Answers the id of the record. A step over which somebody else
    /// has written since is passed by: undoing it would lose what they wrote.
    pub fn undo(&mut self, notebook: &mut Notebook, stamp: Stamp) -> Option<String> {
        while let Some(step) = self.done.pop_back() {
            if apply(notebook, &step.id, step.after.as_ref(), step.before.as_ref(), &stamp) {
                let id = step.id.clone();
                self.undone.push(step);
                return Some(id);
            }
        }
        None
    }

    /// Does again what was undone last, on the same terms.
    pub fn redo(&mut self, notebook: &mut Notebook, stamp: Stamp) -> Option<String> {
        while let Some(step) = self.undone.pop() {
            if apply(notebook, &step.id, step.before.as_ref(), step.after.as_ref(), &stamp) {
                let id = step.id.clone();
                self.done.push_back(step);
                return Some(id);
            }
        }
        None
    }
}

fn current(notebook: &Notebook, id: &str) -> Option<Content> {
    notebook.get(id).and_then(|record| record.current()).cloned()
}

/// Writes `to` where `from` is what is there now. A record that a conflict has left copies of is not deleted so.
fn apply(notebook: &mut Notebook, id: &str, from: Option<&Content>, to: Option<&Content>, stamp: &Stamp) -> bool {
    let Some(record) = notebook.get(id) else { return false };
    if record.current() != from {
        return false;
    }
    match to {
        Some(content) => notebook.write(id, stamp.clone(), content.clone()),
        None => record.copies().is_empty() && notebook.delete(id, stamp.clone()),
    }
}
