//! What is being typed about a note, and not in it yet.

use super::note_shown::NotesPage;
use crate::notes::{Content, Stamp, tags_from};
use leptos::prelude::*;

/// What is in the editor of a note, as it is typed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The id of the note.
    pub id: String,
    /// The note.
    pub note: String,
    /// The tags, in one line.
    pub tags: String,
    /// The note as it was when the editor was opened.
    pub from: Content,
    /// The stamp of that version.
    pub stamp: Stamp,
    /// Whether the words were marked only to write about them.
    pub is_new: bool,
}

impl Draft {
    /// Whether it says anything else than the note did.
    pub fn is_changed(&self) -> bool {
        (self.note.trim_end(), tags_from(&self.tags).as_slice()) != self.from.written()
    }
}

impl NotesPage {
    /// What was typed about a note.
    pub fn draft(self, id: &str) -> Option<Draft> {
        self.drafts.with_value(|drafts| drafts.iter().find(|draft| draft.id == id).cloned())
    }

    /// What was typed last and is in no note.
    pub fn last_draft(self) -> Option<Draft> {
        self.drafts.with_value(|drafts| drafts.iter().rev().find(|draft| draft.is_changed()).cloned())
    }

    /// Keeps what is typed, in the place of what was typed about the same note before.
    pub fn put_draft(self, draft: Draft) {
        self.drop_draft(&draft.id);
        self.drafts.update_value(|drafts| drafts.push(draft));
    }

    /// Changes what was typed about a note.
    pub fn update_draft(self, id: &str, change: impl FnOnce(&mut Draft)) {
        self.drafts.update_value(|drafts| {
            if let Some(draft) = drafts.iter_mut().find(|draft| draft.id == id) {
                change(draft);
            }
        });
    }

    /// Keeps it no longer: it is safe, or says nothing.
    pub fn drop_draft(self, id: &str) {
        self.drafts.update_value(|drafts| drafts.retain(|draft| draft.id != id));
    }
}
