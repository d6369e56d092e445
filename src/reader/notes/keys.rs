//! The notes by keyboard. Letters count only while the text has the focus, so that they disturb nobody who speaks
//! to the machine or types elsewhere; they are the keys' places, the same on an Arabic and a Russian keyboard.

use super::Notes;
use crate::browser::keys::Pressed;
use crate::browser::{scroll, selection};
use crate::notes::Colour;
use crate::text::{Byte, Span, sentences_of, step, widen_by_sentence, widen_by_word};
use leptos::prelude::*;

impl Notes {
    /// Does what a key means in the text; whether it means something.
    pub(super) fn answer_key(&self, key: &Pressed) -> bool {
        let forwards = !key.shift;
        match key.code.as_str() {
            "KeyS" => self.select(|sentences, span, reading| step(sentences, span, reading, forwards)),
            "KeyE" => self.select(|sentences, span, _| Some(widen_by_sentence(sentences, span?, forwards))),
            "KeyW" => {
                let body = self.0.place.as_ref().map(|place| place.article.clone());
                self.select(|_, span, _| Some(widen_by_word(&body.as_ref()?.body, span?, forwards)))
            }
            "Digit1" | "Numpad1" => self.mark_by_key(0),
            "Digit2" | "Numpad2" => self.mark_by_key(1),
            "Digit3" | "Numpad3" => self.mark_by_key(2),
            "Digit4" | "Numpad4" => self.mark_by_key(3),
            "KeyN" => {
                match self.now_selected() {
                    Some(_) => self.annotate(),
                    None => self.edit(self.chosen()),
                }
                true
            }
            "KeyJ" => self.neighbour(true),
            "KeyK" => self.neighbour(false),
            "Enter" | "NumpadEnter" => self.open_under_caret(),
            "Delete" | "Backspace" => self.delete_by_key(),
            _ => false,
        }
    }

    fn now_selected(&self) -> Option<Span<Byte>> {
        selection::current(&self.0.place.as_ref()?.text)
    }

    fn chosen(&self) -> Option<String> {
        self.0.page.list.with_untracked(|list| list.chosen.clone())
    }

    /// Selects what `choose` makes of the sentences, the selected words, and the place that is being read.
    fn select(&self, choose: impl FnOnce(&[Span<Byte>], Option<Span<Byte>>, Byte) -> Option<Span<Byte>>) -> bool {
        let Some(place) = &self.0.place else { return false };
        let article = &place.article;
        let blocks = article.blocks.iter().map(|block| block.span);
        let sentences = sentences_of(&article.body, blocks, article.lang);
        let read = scroll::reading(&place.text).and_then(|(block, permille)| {
            let span = article.blocks.get(block)?.span;
            Some(Byte(span.start.0 + span.len() * permille / 1000))
        });
        let Some(span) = choose(&sentences, self.now_selected(), read.unwrap_or_default()) else { return true };
        selection::select(&place.text, span);
        if let Some(range) = place.text.range(span).filter(|range| !scroll::is_in_view(range)) {
            scroll::to_range(&range, false);
        }
        true
    }

    fn mark_by_key(&self, n: usize) -> bool {
        if let Some(colour) = Colour::ALL.get(n) {
            _ = self.mark(*colour);
        }
        true
    }

    /// Goes to the next note of the list, or the one before.
    fn neighbour(&self, forwards: bool) -> bool {
        let chosen = self.chosen();
        let id = self.0.page.list.with_untracked(|list| {
            let at = list.rows.iter().position(|row| Some(&row.id) == chosen.as_ref());
            let next = match (at, forwards) {
                (Some(at), true) => at + 1,
                (Some(at), false) => at.saturating_sub(1),
                (None, _) => 0,
            };
            list.rows.get(next).map(|row| row.id.clone())
        });
        if let Some(id) = id {
            // The keys are about this note now, no longer about words selected elsewhere.
            selection::clear();
            self.open_note(&id);
        }
        true
    }

    /// The note under the caret, or at the start of what is selected.
    fn under_caret(&self) -> Option<String> {
        let place = self.0.place.as_ref()?;
        let at = self.now_selected().map(|span| span.start).or_else(|| selection::caret(&place.text))?;
        self.note_at(at)
    }

    fn open_under_caret(&self) -> bool {
        let found = self.under_caret();
        if let Some(id) = &found {
            self.open_note(id);
        }
        found.is_some()
    }

    /// Deletes the note under the caret or where the selection begins; the chosen one only where nothing is selected.
    fn delete_by_key(&self) -> bool {
        let chosen = || self.chosen().filter(|_| self.now_selected().is_none());
        let found = self.under_caret().or_else(chosen);
        if let Some(id) = &found {
            self.delete(id);
        }
        found.is_some()
    }
}
