//! Showing: the list of notes, and their passages painted in the text.

use super::Notes;
use crate::anchor::Located;
use crate::browser::page;
use crate::browser::paint::paint;
use crate::notes::{Colour, Content, Layer, Passage, Record, layers, tags_of};
use crate::text::{Byte, Direction, Span, sort_by};
use crate::ui::{NoteRow, NoteState, NotesList, Own, RowArticle};
use leptos::prelude::*;
use std::sync::Arc;

/// Highlights lie over the quotations and under the chosen passage. None lies over another: at each place one is seen.
const PRIORITY: i32 = 4;

/// The characters of a passage that the list shows: about three lines.
const WORDS: usize = 160;
/// The characters around it.
const AROUND: usize = 24;

impl Notes {
    /// Shows the notes as they are: the list, and the paint in the text.
    pub(super) fn show(&self) {
        self.list();
        self.paint();
    }

    /// The list.
    pub(super) fn list(&self) {
        let (book, here) = (self.0.book.borrow(), self.passage());
        let tags = tags_of(&book);
        self.forget_tag(&tags);
        let (list, filter) = (self.0.page.list, self.filter());
        let (chosen, editing) = list.with_untracked(|list| (list.chosen.clone(), list.editing.clone()));
        let is_here = |record: &Record| here.as_ref().is_none_or(|here| record.passage == *here);
        let here: Vec<(&Record, &Content)> = book.living().filter(|(record, _)| is_here(record)).collect();
        let count = here.len();
        let is = |id: &Option<String>, record: &Record| id.as_ref() == Some(&record.id);
        // A note that was deleted elsewhere while somebody writes here is not taken from under their hands.
        let draft = editing.as_ref().filter(|id| self.is_drafted(id)).and_then(|id| self.0.page.draft(id));
        let drafted = draft.as_ref().and_then(|draft| Some((book.get(&draft.id)?, &draft.from)));
        let mut listed: Vec<_> = here
            .into_iter()
            .filter(|(record, content)| filter.wants(content) || is(&chosen, record) || is(&editing, record))
            .chain(drafted.filter(|(record, _)| record.is_deleted()))
            .map(|(record, content)| {
                let start = self.span(&record.id).map(|span| span.start.0);
                let start = start.or(content.selectors.position.map(|span| span.start.0));
                ((&record.passage, start.unwrap_or(usize::MAX), record.created), record, content)
            })
            .collect();
        sort_by(&mut listed, |a, b| a.0.cmp(&b.0));
        let rows: Vec<_> = listed.into_iter().map(|(_, record, content)| Arc::new(self.row(record, content))).collect();
        let history = self.0.history.borrow();
        let steps = (history.can_undo(), history.can_redo());
        let listed = |id: &String| rows.iter().any(|row| row.id == *id);
        let (chosen, editing) = (chosen.filter(listed), editing.filter(listed));
        let next = NotesList { rows, count, tags, chosen, editing };
        if list.with_untracked(|list| *list != next) {
            self.show_list(next);
        }
        self.0.page.shown.update(|shown| shown.steps = steps);
        if let Some(place) = &self.0.place {
            place.page.shown.update(|shown| shown.notes = count);
        }
    }

    /// Narrows the list by no tag that nobody has any more.
    fn forget_tag(&self, tags: &[String]) {
        let shown = self.0.page.shown;
        if shown.with_untracked(|shown| shown.filter.tag.as_ref().is_some_and(|tag| !tags.contains(tag))) {
            shown.update(|shown| shown.filter.tag = None);
        }
    }

    fn row(&self, record: &Record, content: &Content) -> NoteRow {
        let selectors = &content.selectors;
        let (state, link) = if self.0.place.is_some() {
            (if record.is_deleted() { NoteState::Deleted } else { self.state(&record.id) }, false)
        } else {
            (NoteState::Elsewhere([&self.way_to(record), "#note-", &record.id].concat()), true)
        };
        let (lang, direction) = self.way_of(record, content);
        NoteRow {
            id: record.id.clone(),
            colour: content.colour,
            words: cut(&flat(&selectors.exact), WORDS),
            before: last(&flat(&selectors.prefix)),
            after: cut(&flat(&selectors.suffix), AROUND),
            lang,
            direction,
            note: content.note.clone(),
            tags: content.tags.clone(),
            state,
            copies: record.copies().into_iter().map(|(_, copy)| (copy.note.clone(), copy.tags.clone())).collect(),
            article: link.then(|| self.article_of(&record.passage)),
        }
    }

    /// The language and the direction of a note's passage: those of its block, as far as that is known.
    fn way_of(&self, record: &Record, content: &Content) -> (String, Direction) {
        let found = self.0.place.as_ref().zip(self.span(&record.id));
        if let Some((place, span)) = found {
            let own = Own::passage(&place.article, span);
            return (own.lang.map_or(record.passage.language.clone(), str::to_owned), own.base);
        }
        let quoted = content.quoted(&record.passage);
        let first = quoted.first().map(|first| (first.lang.to_owned(), first.direction));
        first.unwrap_or((record.passage.language.clone(), record.passage.direction()))
    }

    /// The article of a note of another page.
    fn article_of(&self, passage: &Passage) -> RowArticle {
        let titles = self.0.titles.borrow();
        let title = titles.iter().find(|title| title.id == passage.article && title.tag == passage.language);
        RowArticle {
            headline: title.map_or(passage.article.clone(), |title| title.headline.clone()),
            lang: passage.language.clone(),
            direction: passage.direction(),
        }
    }

    fn state(&self, id: &str) -> NoteState {
        match self.0.places.borrow().get(id) {
            None => NoteState::Sought,
            Some(Located::Exact(_)) => NoteState::Here,
            Some(Located::Moved(_)) => NoteState::Moved,
            Some(Located::Changed { new, .. }) => NoteState::Changed(new.clone()),
            Some(Located::Lost) => NoteState::Lost,
        }
    }

    /// The way to a note's article, from here.
    pub(super) fn way_to(&self, record: &Record) -> String {
        [&self.0.root, &record.passage.article, "/", &record.passage.language, "/"].concat()
    }

    /// The passages of this text that are found, with their colours.
    fn spans(&self) -> Vec<(Colour, Span<Byte>)> {
        let book = self.0.book.borrow();
        let places = self.0.places.borrow();
        let colour = |id| Some(book.get(id)?.current()?.colour);
        places.found().filter_map(|(id, span)| Some((colour(id)?, span))).collect()
    }

    /// Paints the passages. What is painted as it should be is left: the browser draws the whole text anew for it.
    pub(super) fn paint(&self) {
        let Some(place) = &self.0.place else { return };
        self.number_for_print(place);
        let seen = layers(&self.spans());
        let mut painted = self.0.painted.borrow_mut();
        for colour in Colour::ALL {
            for (name, is_over) in [("note-", false), ("note-over-", true)] {
                let own = |all: &[Layer]| -> Vec<Span<Byte>> {
                    let own = all.iter().filter(|layer| (layer.colour, layer.is_over) == (colour, is_over));
                    own.map(|layer| layer.span).collect()
                };
                let spans = own(&seen);
                if spans != own(&painted) {
                    paint(&[name, colour.name()].concat(), PRIORITY, &place.text.ranges(&spans));
                }
            }
        }
        *painted = seen;
    }

    /// Says on each block which notes it has, for paper: the list there has the same numbers.
    fn number_for_print(&self, place: &super::Place) {
        let rows = self.0.page.list.with_untracked(|list| list.rows.clone());
        let mut numbers = vec![Vec::new(); place.article.blocks.len()];
        for (n, row) in (1..).zip(&rows) {
            let block = self.span(&row.id).and_then(|span| place.article.block_at(Byte(span.end.0.saturating_sub(1))));
            if let Some(own) = block.and_then(|block| numbers.get_mut(block)) {
                own.push(n);
            }
        }
        let mut numbered = self.0.numbered.borrow_mut();
        numbered.resize_with(numbers.len(), Vec::new);
        for ((element, own), was) in place.text.elements().zip(numbers).zip(numbered.iter_mut()) {
            if *was != own {
                page::set_note_numbers(element, &own.iter().map(usize::to_string).collect::<Vec<_>>().join(", "));
                *was = own;
            }
        }
    }

    /// The note at a place of the text: of several the shortest.
    pub(super) fn note_at(&self, at: Byte) -> Option<String> {
        let places = self.0.places.borrow();
        let holding = places.found().filter(|(id, span)| span.contains(at) && self.content(id).is_some());
        holding.min_by_key(|(_, span)| span.len()).map(|(id, _)| id.to_owned())
    }
}

/// A text on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().filter(|word| *word != "##" && *word != ">").collect::<Vec<_>>().join(" ")
}

/// The first `most` characters of a text, at the end of a word.
fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let part = text.get(..end).unwrap_or_default();
    let part = part.rsplit_once(' ').map_or(part, |(whole, _)| whole);
    [part, "…"].concat()
}

/// The last [`AROUND`] characters of a text, from the start of a word.
fn last(text: &str) -> String {
    let count = text.chars().count();
    if count <= AROUND {
        return text.to_owned();
    }
    let from = text.char_indices().nth(count - AROUND).map_or(0, |(at, _)| at);
    let part = text.get(from..).unwrap_or_default();
    ["…", part.split_once(' ').map_or(part, |(_, whole)| whole)].concat()
}
