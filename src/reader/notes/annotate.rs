//! Making and changing notes.

use super::Notes;
use crate::anchor::describe;
use crate::browser::address::{self, Step};
use crate::browser::clipboard::{self, Outcome};
use crate::browser::{keys, page, scroll, selection};
use crate::cite::cite_words;
use crate::link::{self, TextDirective};
use crate::notes::{Colour, Content, History, Notebook, Record, Stamp};
use crate::reader::chunks::Place;
use crate::reader::later::NOTE;
use crate::text::{Byte, Span};
use crate::ui::{NoteAsk, NoteTold, Notice, Sheet};
use leptos::prelude::*;

impl Notes {
    /// Notices what the reader has selected, and puts the bar beside it.
    pub(super) fn notice_selection(&self) {
        let Some(place) = &self.0.place else { return };
        let selected = selection::current(&place.text).filter(|span| !span.of(&place.article.body).trim().is_empty());
        self.0.selected.set(selected);
        let selecting = selected.is_some();
        if self.0.page.shown.with_untracked(|shown| shown.selecting != selecting) {
            self.0.page.shown.update(|shown| shown.selecting = selecting);
        }
        if let (Some(span), Some(bar)) = (selected, page::element("marking")) {
            selection::place_beside(&bar, &place.text, span);
        }
    }

    /// The selected words, or a word that they have to be selected first.
    pub(super) fn selected(&self) -> Option<(&Place, Span<Byte>)> {
        // What is selected now: the last look at it may be a frame old. A press on the bar may have taken it away.
        let place = self.0.place.as_ref();
        let now = place.and_then(|place| selection::current(&place.text)).or(self.0.selected.get());
        let selected = place.zip(now).map(|(place, span)| (place, without_blanks(&place.article.body, span)));
        if selected.is_none() {
            self.tell(Some(NoteTold::SelectFirst));
        }
        selected
    }

    /// Marks the selected words; words that are marked already change their colour. Answers the note's id.
    pub(super) fn mark(&self, colour: Colour) -> Option<String> {
        let (place, span) = self.selected()?;
        if let Some(id) = self.marked(span) {
            self.change(&id, |content| content.colour = colour);
            return Some(id);
        }
        let selectors = describe(&place.article.body, span)?;
        let content = Content { selectors, colour, ..Content::default() };
        let (stamp, passage) = (self.stamp(), self.passage()?);
        let id = self.0.book.borrow_mut().add(stamp, passage, content);
        self.place_at(&id, span);
        self.remember(&id, Vec::new());
        self.show();
        self.save(vec![id.clone()], |_| ());
        Some(id)
    }

    /// The note of exactly these words.
    fn marked(&self, span: Span<Byte>) -> Option<String> {
        let places = self.0.places.borrow();
        let same = places.found().find(|(id, other)| *other == span && self.content(id).is_some());
        same.map(|(id, _)| id.to_owned())
    }

    /// Opens the editor for the selected words, which are marked if they are not yet.
    pub(super) fn annotate(&self) {
        let Some((_, span)) = self.selected() else { return };
        let marked = self.marked(span);
        let is_new = marked.is_none();
        if let Some(id) = marked.or_else(|| self.mark(Colour::default())) {
            selection::clear();
            self.edit(Some(id.clone()));
            self.0.page.update_draft(&id, |draft| draft.is_new = is_new);
        }
    }

    /// Opens the note at a place of the text; whether there is one.
    pub(super) fn choose(&self, at: Byte) -> bool {
        let found = self.note_at(at);
        if let Some(id) = &found {
            self.open_note(id);
        }
        found.is_some()
    }

    /// Opens the note that the address names, if it does; whether there is such a note.
    pub(super) fn follow_address(&self) {
        let fragment = address::fragment();
        let Some(id) = fragment.strip_prefix(NOTE) else { return };
        if self.content(id).is_some() {
            self.open_note(id);
        } else {
            self.notice(Notice::DeadLink);
        }
    }

    /// Chooses a note and goes to its passage.
    pub(super) fn open_note(&self, id: &str) {
        self.relist(|list| list.chosen = Some(id.to_owned()));
        let Some(place) = &self.0.place else { return };
        let range = self.span(id).and_then(|span| place.text.range(span));
        if let Some(range) = range.filter(|range| !scroll::is_in_view(range)) {
            scroll::to_range(&range, false);
        }
        address::go(&[NOTE, id].concat(), Step::Same);
        self.show_panel();
        keys::reveal_note(id);
    }

    /// Brings the notes into view: beside a wide text, or as a sheet.
    pub(super) fn show_panel(&self) {
        if scroll::matches(scroll::WIDE) {
            self.side(true);
        } else if let Some(place) = &self.0.place {
            place.page.shown.update(|shown| shown.sheet = Some(Sheet::Notes));
        }
    }

    /// Changes a note and keeps it.
    pub(super) fn change(&self, id: &str, change: impl FnOnce(&mut Content)) {
        if self.rewrite(id, change) {
            self.save(vec![id.to_owned()], |_| ());
        }
    }

    /// Changes a note; whether anything changed.
    fn rewrite(&self, id: &str, change: impl FnOnce(&mut Content)) -> bool {
        let Some(mut after) = self.content(id) else { return false };
        let before = self.contents(id);
        change(&mut after);
        if before.last() == Some(&after) {
            return false;
        }
        let stamp = self.stamp();
        self.0.book.borrow_mut().write(id, stamp, after);
        self.remember(id, before);
        self.show();
        true
    }

    pub(super) fn remember(&self, id: &str, before: Vec<Content>) {
        self.remember_all(vec![(id.to_owned(), before)]);
    }

    /// Remembers as one step that notes have changed. What could be undone where it was told is the last step no longer.
    pub(super) fn remember_all(&self, before: Vec<(String, Vec<Content>)>) {
        if self.0.page.shown.with_untracked(|shown| shown.told.is_some_and(NoteTold::can_be_undone)) {
            self.tell(None);
        }
        self.0.history.borrow_mut().remember_all(&self.0.book.borrow(), before);
    }

    /// All that a note holds, what is shown as the last.
    pub(super) fn contents(&self, id: &str) -> Vec<Content> {
        self.0.book.borrow().get(id).map(Record::contents).unwrap_or_default()
    }

    /// Deletes a note; it can be had back.
    pub(super) fn delete(&self, id: &str) {
        let before = self.contents(id);
        if before.is_empty() {
            return;
        }
        let stamp = self.stamp();
        self.0.book.borrow_mut().delete(id, stamp);
        self.remember(id, before);
        self.show();
        self.tell(Some(NoteTold::Deleted));
        self.save(vec![id.to_owned()], |_| ());
    }

    /// Drops a copy that a conflict has left; it can be had back.
    pub(super) fn drop_copy(&self, id: &str, n: usize) {
        let copy =
            self.0.book.borrow().get(id).and_then(|record| record.copies().get(n).map(|(stamp, _)| (*stamp).clone()));
        if let Some(copy) = copy {
            let before = self.contents(id);
            self.0.book.borrow_mut().dismiss(id, &copy);
            self.remember(id, before);
            self.show();
            self.tell(Some(NoteTold::CopyDropped));
            self.save(vec![id.to_owned()], |_| ());
        }
    }

    /// Attaches a lost note to the selected words.
    pub(super) fn attach(&self, id: &str) {
        let Some((place, span)) = self.selected() else { return };
        let Some(selectors) = describe(&place.article.body, span) else { return };
        self.place_at(id, span);
        self.change(id, |content| content.selectors = selectors);
    }

    /// Undoes the last step, or does it again.
    pub(super) fn step(
        &self,
        step: impl FnOnce(&mut History, &mut Notebook, &mut dyn FnMut() -> Stamp) -> Vec<String>,
    ) {
        let stamps = &mut || self.stamp();
        let changed = step(&mut self.0.history.borrow_mut(), &mut self.0.book.borrow_mut(), stamps);
        if changed.is_empty() {
            // What could be undone before may be passed by now.
            return self.list();
        }
        self.tell(None);
        // Of the many that an import brought none is meant more than the others.
        if let [id] = changed.as_slice() {
            self.relist(|list| list.chosen = Some(id.clone()));
        }
        for id in &changed {
            self.forget(id);
        }
        self.save(changed, |_| ());
        self.spawn(async move |notes| notes.seek().await);
    }

    /// Passes the selected words on: their text, their citation, or a link to them.
    pub(super) fn pass_on(&self, ask: &NoteAsk) {
        let Some((place, span)) = self.selected() else { return };
        let (article, words) = (place.article.clone(), span.of(&place.article.body).to_owned());
        let link = link_to_words(place, span).unwrap_or_else(|| address::link_to(""));
        let ask = ask.clone();
        self.spawn(async move |notes| {
            let (outcome, text, copied) = match ask {
                NoteAsk::Share => (clipboard::share(&article.headline, &link).await, link, Notice::LinkCopied),
                NoteAsk::Cite => {
                    let cited = cite_words(&article, &words, "", &link);
                    (clipboard::copy(&cited.plain, &cited.html).await, cited.plain, Notice::Copied)
                }
                _ => (clipboard::copy_plain(&words).await, words, Notice::TextCopied),
            };
            notes.notice(match outcome {
                Outcome::Shared => Notice::Shared,
                Outcome::Copied => copied,
                Outcome::Cancelled => return,
                Outcome::Refused => Notice::NotCopied(text),
            });
        });
    }
}

/// A link to words of this text.
pub(super) fn link_to_words(place: &Place, span: Span<Byte>) -> Option<String> {
    let article = &place.article;
    let directive = TextDirective::describe(&article.body, &article.blocks, span)?;
    Some(address::link_to(&link::write(&link::Place::Text(directive))))
}

/// A span without the white space at its ends, which a drag takes along.
fn without_blanks(body: &str, span: Span<Byte>) -> Span<Byte> {
    let words = span.of(body);
    let start = span.start.0 + (words.len() - words.trim_start().len());
    Span::bytes(start..start + words.trim().len())
}
