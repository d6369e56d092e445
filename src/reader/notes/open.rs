//! Opening what is kept, again where it was taken away.

use super::Notes;
use super::keep::{ASIDE, Disk, record_of, unkept};
use super::seek::Stretch;
use crate::browser::store::{self, Store, StoreError};
use crate::browser::tabs::Tabs;
use crate::browser::{listen, page};
use crate::notes::Record;
use crate::reader::later::store_name;
use crate::ui::{Kept, NoteTold, Unkept};
use leptos::prelude::*;

/// How long after one another a database that does not open is tried again, in milliseconds.
const AGAIN_MS: [i32; 3] = [100, 500, 2_000];

/// How long an opening may take before the reader is told that something holds it up, in milliseconds. It goes on.
const OPENING_MS: i32 = 4_000;

/// How often in a row a database that is taken away is opened again.
const REOPENINGS: usize = 3;

impl Notes {
    /// Opens what is kept, and listens to the other tabs.
    pub(super) fn open(&self) {
        let heard = self.clone();
        let tabs = Tabs::open(&store_name(&self.0.root), move |text| heard.take_in(text));
        self.0.tabs.replace(Some(tabs));
        self.spawn(async move |notes| {
            notes.connect().await;
            notes.seek().await;
            notes.follow_address();
            notes.know_own_title();
            if notes.0.place.is_none() {
                notes.titles().await;
            }
            page::set_notes_state("ready");
        });
    }

    /// Opens the database and reads it, and writes what has been waiting for it.
    pub(super) async fn connect(&self) {
        self.0.disk.replace(Disk::Opening);
        self.spawn(async move |notes| {
            listen::wait(OPENING_MS).await;
            if matches!(*notes.0.disk.borrow(), Disk::Opening) {
                notes.kept(Kept::Not(Unkept::Blocked));
            }
        });
        let store = match self.open_store(&store_name(&self.0.root)).await {
            Ok(store) => store,
            Err(why) => return self.give_up(why),
        };
        match self.read(&store).await {
            // It was taken away meanwhile, and is being opened again or told of.
            _ if !store.is_open() => return,
            Ok(()) => {}
            Err(why) => return self.give_up(why),
        }
        self.0.disk.replace(Disk::Open(store));
        if !self.0.unsaved.borrow().is_empty() {
            self.flush();
        } else if self.known() != Kept::Saved {
            self.kept(Kept::Nothing);
        }
    }

    fn give_up(&self, why: StoreError) {
        self.0.disk.replace(Disk::Lost(unkept(why)));
        self.kept(Kept::Not(unkept(why)));
    }

    /// Opens the database; once more and again where the browser fails at it, as it may for a moment when it has crashed
    /// and what it left still holds the files.
    async fn open_store(&self, name: &str) -> Result<Store, StoreError> {
        let mut waits = AGAIN_MS.iter();
        loop {
            let lost = self.clone();
            let opened = Store::open(name, move |why| lost.lose(why)).await;
            match (opened, waits.next()) {
                (Err(StoreError::Broken), Some(wait)) => listen::wait(*wait).await,
                (Err(StoreError::Broken), None) => return Err(StoreError::Denied),
                (opened, _) => return opened,
            }
        }
    }

    /// Reads what is kept. Records that are none are put aside: told, kept and exportable.
    async fn read(&self, store: &Store) -> Result<(), StoreError> {
        let mut broken = Vec::new();
        let mut stretch = Stretch::begin();
        for (key, text) in store.all(store::NOTES).await? {
            _ = stretch.rest().await;
            match record_of(&text).filter(|record| record.id == key) {
                Some(record) => self.merge(&record),
                None => broken.push((key, text)),
            }
        }
        // Those of a database that is gone are still here.
        let held = self.0.aside.borrow().clone();
        if !broken.is_empty() || !held.is_empty() {
            _ = store.set_aside(store::NOTES, store::ASIDE, &[held, broken].concat()).await;
        }
        if let (Ok(aside), Ok(told)) = (store.all(store::ASIDE).await, store.all(store::TOLD).await) {
            let count = aside.len();
            self.0.aside.replace(aside);
            let told = told.iter().find(|(name, _)| name == ASIDE).and_then(|(_, known)| known.parse().ok());
            self.0.page.shown.update(|shown| {
                shown.aside = count;
                if count > told.unwrap_or(0) {
                    shown.told = Some(NoteTold::Aside(count));
                }
            });
        }
        Ok(())
    }

    /// The database was taken away. One that was deleted is made again, of all that is known here.
    pub(super) fn lose(&self, why: StoreError) {
        let times = self.0.reopened.get();
        if why != StoreError::Gone || times >= REOPENINGS {
            return self.give_up(why);
        }
        self.0.reopened.set(times + 1);
        let all: Vec<String> = self.0.book.borrow().records().map(|record: &Record| record.id.clone()).collect();
        self.0.disk.replace(Disk::Opening);
        if !all.is_empty() {
            self.save(all, |notes| notes.tell(Some(NoteTold::SavedAnew)));
        }
        self.spawn(async move |notes| notes.connect().await);
    }

    /// Tries again to keep what is not kept.
    pub(super) fn try_again(&self) {
        let is_lost = matches!(*self.0.disk.borrow(), Disk::Lost(_));
        self.0.page.shown.update(|shown| shown.warned = None);
        if is_lost {
            self.kept(Kept::Saving);
            self.0.reopened.set(0);
            self.spawn(async move |notes| notes.connect().await);
        } else {
            self.flush();
        }
    }
}
