//! Keeping: what is written goes to the disk and to the other tabs, and what comes from there is taken in.
//!
//! What has changed and is not on the disk yet is written down by its id, and every write takes all of it along: what
//! one could not write, the next does. "Saved" is said when nothing is left, and not before.

use super::Notes;
use super::seek::Stretch;
use crate::browser::store::{self, Store, StoreError};
use crate::browser::{chance, leaving};
use crate::notes::{Notebook, Record, from_json, to_json};
use crate::ui::{Kept, NoteTold, Unkept};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// The name under which the reader has been told that the browser may evict what it keeps, or has promised not to.
const PERSISTENCE: &str = "persistence";
/// The name under which stands of how many unreadable records the reader has been told.
pub(super) const ASIDE: &str = "aside";

/// Where what is written goes.
#[derive(Clone, Default)]
pub(super) enum Disk {
    /// It is being opened: what is written waits.
    #[default]
    Opening,
    /// There.
    Open(Store),
    /// Nowhere, and why.
    Lost(Unkept),
}

/// What is to be done when these records are on the disk.
pub(super) struct Pending {
    ids: Vec<String>,
    then: Box<dyn FnOnce(&Notes)>,
}

impl Notes {
    /// Keeps the records of these ids. What is said of it is said when it is on the disk; `then` is called after that.
    pub(super) fn save(&self, ids: Vec<String>, then: impl FnOnce(&Self) + 'static) {
        for id in &ids {
            self.0.unsaved.borrow_mut().add(id);
        }
        self.0.pending.borrow_mut().push(Pending { ids, then: Box::new(then) });
        self.flush();
    }

    /// Writes all that is not on the disk.
    pub(super) fn flush(&self) {
        self.guard();
        let disk = self.0.disk.borrow().clone();
        match disk {
            Disk::Lost(why) => self.kept(Kept::Not(why)),
            Disk::Opening if matches!(self.known(), Kept::Not(_)) => {}
            Disk::Opening => self.kept(Kept::Saving),
            Disk::Open(store) => {
                self.kept(Kept::Saving);
                self.spawn(async move |notes| notes.put(store).await);
            }
        }
    }

    /// What is said of the notes at this moment.
    pub(super) fn known(&self) -> Kept {
        self.0.page.shown.with_untracked(|shown| shown.kept)
    }

    /// Holds the reader back from leaving while something that was written would be lost.
    pub(super) fn guard(&self) {
        leaving::guard(!self.0.unsaved.borrow().is_empty() || self.is_drafting());
    }

    async fn put(&self, store: Store) {
        let unsaved = self.0.unsaved.borrow().all();
        let written: Rc<RefCell<Vec<(Record, String)>>> = Rc::default();
        let (taken, book) = (written.clone(), self.clone());
        let merge = move |key: &str, found: Option<String>| {
            // Another tab may have written since: its versions and ours become one record.
            let mut both = Notebook::default();
            both.merge_record(book.0.book.borrow().get(key)?);
            if let Some(record) = found.as_deref().and_then(record_of) {
                both.merge_record(&record);
            }
            let record = both.get(key)?.clone();
            let text = to_json(&record).to_string();
            taken.borrow_mut().push((record, text.clone()));
            Some(text)
        };
        let ids = unsaved.iter().map(|(id, _)| id.clone()).collect();
        match store.merge(store::NOTES, ids, merge).await {
            Ok(()) => self.settle(&store, &unsaved, &written.take()).await,
            Err(StoreError::Gone) if store.leave(StoreError::Gone) => self.lose(StoreError::Gone),
            // What is to be said of a database that was taken away has been said.
            Err(why) if store.is_open() => self.kept(Kept::Not(unkept(why))),
            Err(_) => {}
        }
    }

    /// What follows when a write is on the disk.
    async fn settle(&self, store: &Store, unsaved: &[(String, u64)], written: &[(Record, String)]) {
        self.0.reopened.set(0);
        self.0.unsaved.borrow_mut().settle(unsaved);
        if let Some(tabs) = self.0.tabs.borrow().as_ref() {
            let lines: Vec<&str> = written.iter().map(|(_, line)| line.as_str()).collect();
            tabs.tell(&lines.join("\n"));
        }
        let mut stretch = Stretch::begin();
        for (record, _) in written {
            self.merge(record);
            _ = stretch.rest().await;
        }
        if self.0.unsaved.borrow().is_empty() {
            self.0.page.shown.update(|shown| (shown.kept, shown.warned) = (Kept::Saved, None));
        }
        let pending = self.0.pending.take();
        let (ready, wait): (Vec<_>, Vec<_>) = {
            let left = self.0.unsaved.borrow();
            pending.into_iter().partition(|one| !one.ids.iter().any(|id| left.holds(id)))
        };
        self.0.pending.borrow_mut().extend(wait);
        for one in ready {
            (one.then)(self);
        }
        self.guard();
        self.seek().await;
        self.ask_to_persist(store).await;
    }

    /// Takes a record into the notebook, and its times into the clock.
    pub(super) fn merge(&self, record: &Record) {
        if let Some(stamp) = record.stamp() {
            self.0.clock.borrow_mut().observe(stamp, chance::now());
        }
        self.0.book.borrow_mut().merge_record(record);
    }

    /// What another tab tells: records, one a line of JSON.
    pub(super) fn take_in(&self, text: String) {
        self.spawn(async move |notes| {
            let mut stretch = Stretch::begin();
            for record in text.lines().filter_map(record_of) {
                notes.forget(&record.id);
                notes.merge(&record);
                _ = stretch.rest().await;
            }
            notes.seek().await;
        });
    }

    /// Asks the browser to keep what it keeps; where it makes no such promise, tells the reader, until that is read.
    async fn ask_to_persist(&self, store: &Store) {
        // What is being told is read first; the next note asks again.
        if self.0.page.shown.with_untracked(|shown| shown.told.is_some()) {
            return;
        }
        let asked = store.all(store::TOLD).await.unwrap_or_default();
        if asked.iter().any(|(name, _)| name == PERSISTENCE) {
            return;
        }
        if store::persist().await == Some(true) {
            note_down(store, PERSISTENCE, "promised".to_owned()).await;
        } else {
            self.tell(Some(NoteTold::MayBeEvicted));
        }
    }

    /// Closes what is told; what is told only once has been read then.
    pub(super) fn close_told(&self) {
        let told = self.0.page.shown.with_untracked(|shown| shown.told);
        self.tell(None);
        let read = match told {
            Some(NoteTold::MayBeEvicted) => (PERSISTENCE, "told".to_owned()),
            Some(NoteTold::Aside(count)) => (ASIDE, count.to_string()),
            _ => return,
        };
        if let Disk::Open(store) = self.0.disk.borrow().clone() {
            self.spawn(async move |_| note_down(&store, read.0, read.1).await);
        }
    }
}

/// Notes down what the reader has been told.
async fn note_down(store: &Store, name: &str, told: String) {
    // Where that fails, it is told once more.
    _ = store.merge(store::TOLD, vec![name.to_owned()], |_, _| Some(told.clone())).await;
}

pub(super) fn record_of(text: &str) -> Option<Record> {
    serde_json::from_str(text).ok().as_ref().and_then(from_json)
}

pub(super) fn unkept(why: StoreError) -> Unkept {
    match why {
        StoreError::Denied => Unkept::Denied,
        StoreError::Full => Unkept::Full,
        StoreError::Gone => Unkept::Gone,
        StoreError::Outdated => Unkept::Outdated,
        StoreError::Broken => Unkept::Broken,
    }
}
