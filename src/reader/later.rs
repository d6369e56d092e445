//! The notes, loaded when they are first wanted: a reader who marks nothing loads nothing of them. They come at once
//! where this device keeps some.

use super::chunks::{self, Chunks, Desk, Place};
use super::spawn;
use crate::browser::keys::{self, Pressed};
use crate::browser::page::{self, BuiltPage};
use crate::browser::{address, selection, store};
use crate::text::Byte;
use crate::ui::{Failure, Notice};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What a link names, where its fragment is a note's.
pub const NOTE: &str = "note-";
/// The keys that choose words or notes, before there are any of either.
const FIRST_KEYS: [&str; 6] = ["KeyS", "KeyE", "KeyW", "KeyN", "KeyJ", "KeyK"];

/// The notes of a page, there or still to come. Cloning gives the same ones.
#[derive(Clone)]
pub struct Later(Rc<Inner>);

struct Inner {
    chunks: Chunks,
    built: BuiltPage,
    place: Option<Place>,
    desk: RefCell<Option<Box<dyn Desk>>>,
    is_wanted: Cell<bool>,
    has_failed: Cell<bool>,
    /// The key by which they were wanted.
    first_key: RefCell<Option<Pressed>>,
}

impl Later {
    /// The notes of an article, or in the library those of all.
    pub fn of(chunks: Chunks, built: BuiltPage, place: Option<Place>) -> Self {
        let (desk, first_key) = (RefCell::default(), RefCell::default());
        let (is_wanted, has_failed) = (Cell::default(), Cell::default());
        let later = Self(Rc::new(Inner { chunks, built, place, desk, is_wanted, has_failed, first_key }));
        let stepping = later.clone();
        keys::on_undo(move |redo| _ = stepping.with(|desk| desk.step(redo)));
        later
    }

    /// Calls the notes when the reader selects words of the text, presses a key of theirs in it, or has some.
    pub fn follow(&self) {
        let Some(place) = &self.0.place else { return self.call() };
        let (selecting, text) = (self.clone(), place.text.clone());
        selection::on_change(move || {
            if selecting.with(|desk| desk.follow_selection()).is_none() && selection::current(&text).is_some() {
                selecting.call();
            }
        });
        if let Some(element) = page::element("text") {
            let pressed = self.clone();
            keys::on_letters(&element, move |key| pressed.press(key));
        }
        let called = self.clone();
        spawn(Box::pin(async move {
            let fragment = address::fragment();
            if fragment.starts_with(NOTE) || store::stands(&store_name(&called.0.built.root)).await {
                called.call();
            } else {
                page::set_notes_state("waiting");
            }
        }));
    }

    fn press(&self, key: Pressed) -> bool {
        if let Some(taken) = self.with(|desk| desk.press(&key)) {
            return taken;
        }
        let is_first = FIRST_KEYS.contains(&key.code.as_str());
        if is_first {
            self.0.first_key.replace(Some(key));
            self.call();
        }
        is_first
    }

    /// Whether a note stands at a place of the text, which is chosen then.
    pub fn choose_at(&self, at: Byte) -> bool {
        self.with(|desk| desk.choose_at(at)).unwrap_or_default()
    }

    /// Loads the notes, if they are not there or on their way.
    pub fn call(&self) {
        if self.0.is_wanted.replace(true) {
            return;
        }
        let later = self.clone();
        spawn(Box::pin(async move {
            let inner = &later.0;
            let desk = chunks::load(|| (inner.chunks.notes)(inner.built.clone(), inner.place.clone())).await;
            let Some(desk) = desk else { return later.fail() };
            desk.follow_selection();
            if let Some(key) = later.0.first_key.take() {
                _ = desk.press(&key);
            }
            later.0.desk.replace(Some(desk));
        }));
    }

    /// Calls the notes once more, where they were wanted and did not come.
    pub fn retry(&self) {
        if self.0.has_failed.take() {
            self.call();
        }
    }

    fn fail(&self) {
        self.0.is_wanted.set(false);
        self.0.has_failed.set(true);
        page::set_notes_state("failed");
        if let Some(place) = &self.0.place {
            place.page.shown.update(|shown| shown.notice = Some(Notice::Failed(Failure::PartMissing)));
        }
    }

    fn with<T>(&self, ask: impl FnOnce(&dyn Desk) -> T) -> Option<T> {
        self.0.desk.borrow().as_deref().map(ask)
    }
}

/// What the store of a site's notes is called: sites of one host have theirs apart.
pub fn store_name(root: &str) -> String {
    ["siyaq ", &page::site_name(root)].concat()
}
