//! Drawing the list: a few groups of rows at once, the others each in a turn of its own.

use super::Notes;
use crate::browser::listen;
use crate::ui::{DrawnRow, GROUP_ROWS, NotesList};
use leptos::prelude::*;

/// The groups that are drawn at once: where a change is, and where the chosen note is and was. A list no longer than
/// that is drawn as a whole.
const AT_ONCE: usize = 2;

impl Notes {
    /// Changes the list, and draws it.
    pub(super) fn relist(&self, change: impl FnOnce(&mut NotesList)) {
        self.0.page.list.update(change);
        // What is chosen or written is listed, whatever the filter says.
        if !self.filter().is_open() {
            self.list();
        }
        self.draw();
    }

    /// Shows another list: a long one in a turn of its own.
    pub(super) fn show_list(&self, list: NotesList) {
        self.0.page.list.set(list);
        if !self.is_long() {
            return self.draw();
        }
        self.spawn(async move |notes| {
            listen::breathe().await;
            notes.draw();
        });
    }

    /// Draws the list as it is now.
    fn draw(&self) {
        if self.draw_some(AT_ONCE) && !self.0.drawing.replace(true) {
            self.spawn(async move |notes| {
                listen::breathe().await;
                while notes.draw_some(1) {
                    listen::breathe().await;
                }
                notes.0.drawing.set(false);
            });
        }
    }

    /// Draws so many groups of those that have changed, first where a note is chosen; whether more are left.
    fn draw_some(&self, most: usize) -> bool {
        let page = self.0.page;
        let mut groups = page.list.with_untracked(NotesList::groups);
        let count = groups.len();
        groups.resize_with(count.max(page.groups.with_value(Vec::len)), Vec::new);
        let is_chosen = |rows: &[DrawnRow]| rows.iter().any(|row| row.chosen || row.editing);
        let mut left = most;
        for chosen_ones in [true, false] {
            for (n, rows) in groups.iter().enumerate() {
                let group = page.group(n);
                let has_next = n + 1 < count;
                if group.has_next.get_untracked() != has_next {
                    group.has_next.set(has_next);
                }
                let is_wanted = group
                    .rows
                    .with_untracked(|drawn| drawn != rows && (!chosen_ones || is_chosen(drawn) || is_chosen(rows)));
                if !is_wanted {
                    continue;
                }
                if left == 0 {
                    return true;
                }
                left -= 1;
                let editing = rows.iter().find(|row| row.editing).map(|row| row.row.id.clone());
                if group.editing.with_untracked(|now| *now != editing) {
                    group.editing.set(editing);
                }
                group.rows.set(rows.clone());
            }
        }
        false
    }

    /// Whether the list is longer than is drawn at once.
    pub(super) fn is_long(&self) -> bool {
        self.0.page.list.with_untracked(|list| list.rows.len() > AT_ONCE * GROUP_ROWS)
    }
}
