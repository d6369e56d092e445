//! The editor: what is typed is kept by its note until it is safe, whatever else happens to the note or the list.

use super::Notes;
use crate::browser::keys;
use crate::notes::{Record, tags_from};
use crate::ui::{Draft, NoteTold};
use leptos::prelude::*;

impl Notes {
    /// Opens the editor of a note, or closes the one that is open. What was typed about another note is saved first.
    pub(super) fn edit(&self, id: Option<String>) {
        let Some(id) = id else {
            self.relist(|list| {
                list.chosen = list.editing.take().or_else(|| list.chosen.clone());
            });
            self.guard();
            return keys::focus_chosen_note();
        };
        let open = self.editing().filter(|open| *open != id);
        if let Some(draft) = open.and_then(|open| self.0.page.draft(&open)).filter(Draft::is_changed) {
            self.write_draft(draft);
        }
        self.begin_draft(&id);
        self.relist(|list| {
            list.chosen = Some(id.clone());
            list.editing = Some(id);
        });
        self.show_panel();
        keys::focus_editor();
    }

    pub(super) fn editing(&self) -> Option<String> {
        self.0.page.list.with_untracked(|list| list.editing.clone())
    }

    /// What is typed begins from the note as it is now, unless something has been typed about it before.
    fn begin_draft(&self, id: &str) {
        if self.0.page.draft(id).is_some_and(|draft| draft.is_changed()) {
            return;
        }
        let book = self.0.book.borrow();
        let Some((from, stamp)) = book.get(id).and_then(|record| record.current().zip(record.stamp())) else { return };
        self.0.page.put_draft(Draft {
            id: id.to_owned(),
            note: from.note.clone(),
            tags: from.tags.join(", "),
            from: from.clone(),
            stamp: stamp.clone(),
            is_new: false,
        });
    }

    /// Whether something is being typed that is in no note yet.
    pub(super) fn is_drafting(&self) -> bool {
        self.editing().is_some_and(|id| self.is_drafted(&id))
    }

    /// Whether something was typed about a note that is not in it yet.
    pub(super) fn is_drafted(&self, id: &str) -> bool {
        self.0.page.draft(id).is_some_and(|draft| draft.is_changed())
    }

    /// Keeps what is in the editor, which stays open until it is safe.
    pub(super) fn write(&self) {
        if let Some(draft) = self.editing().and_then(|id| self.0.page.draft(&id)) {
            self.write_draft(draft);
        }
    }

    fn write_draft(&self, draft: Draft) {
        self.put_in_book(&draft);
        self.save(vec![draft.id.clone()], move |notes| {
            // Whoever has typed on meanwhile goes on in the editor.
            let now = notes.0.page.draft(&draft.id);
            if now.is_some_and(|now| (now.note, now.tags) == (draft.note, draft.tags)) {
                notes.0.page.drop_draft(&draft.id);
                if notes.editing().as_ref() == Some(&draft.id) {
                    notes.edit(None);
                }
            }
        });
    }

    /// Writes what was typed into the note. Where another has written since the editor was opened, what they wrote
    /// stays beside it; where another has deleted the note, it is there again.
    fn put_in_book(&self, draft: &Draft) {
        let now = self.content(&draft.id);
        let mut after = now.clone().unwrap_or_else(|| draft.from.clone());
        draft.note.trim_end().clone_into(&mut after.note);
        after.tags = tags_from(&draft.tags);
        if now.as_ref() != Some(&after) {
            let (before, stamp) = (self.contents(&draft.id), self.stamp());
            let is_other = now.is_some_and(|now| now.written() != draft.from.written());
            let mut book = self.0.book.borrow_mut();
            if is_other {
                book.write_over(&draft.id, &draft.stamp, stamp, after.clone());
            } else {
                book.write(&draft.id, stamp, after.clone());
            }
            drop(book);
            self.remember(&draft.id, before);
        }
        // Whatever is typed from here on begins from this.
        let stamp = self.0.book.borrow().get(&draft.id).and_then(Record::stamp).cloned();
        self.0.page.update_draft(&draft.id, |draft| {
            draft.from = after;
            draft.is_new = false;
            draft.stamp = stamp.unwrap_or_else(|| draft.stamp.clone());
        });
        if self.0.places.borrow().get(&draft.id).is_none() {
            self.spawn(async move |notes| notes.seek().await);
        }
        self.show();
    }

    /// Closes the editor and keeps what is in it.
    pub(super) fn leave(&self) {
        if self.is_drafting() { self.write() } else { self.leave_unwritten() }
    }

    /// Closes the editor without a word of what is in it, which can be taken up again. Words that were marked only to
    /// write about them are marked no longer.
    pub(super) fn leave_unwritten(&self) {
        let Some(draft) = self.editing().and_then(|id| self.0.page.draft(&id)) else { return self.edit(None) };
        self.edit(None);
        // A note that was deleted meanwhile was listed for its editor alone.
        self.list();
        if draft.is_new {
            self.delete(&draft.id);
        }
        if draft.is_changed() {
            self.tell(Some(NoteTold::Unwritten));
        } else {
            self.0.page.drop_draft(&draft.id);
        }
    }

    /// Takes up again what was left unwritten last.
    pub(super) fn resume(&self) {
        self.tell(None);
        if let Some(draft) = self.0.page.last_draft() {
            self.edit(Some(draft.id));
        }
    }
}
