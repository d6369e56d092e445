//! Keeping: what is written goes to the disk and to the other tabs, and what comes from there is taken in.

use super::{Notes, Title};
use crate::anchor::{Haystack, Located};
use crate::browser::store::{self, Store, StoreError};
use crate::browser::tabs::Tabs;
use crate::browser::{chance, fetch, listen, page};
use crate::notes::{Notebook, Record, from_json, to_json};
use crate::reader::later::store_name;
use crate::ui::{Kept, NoteTold, Unkept};
use leptos::prelude::*;
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;

/// The name under which the reader has been told that the browser may evict what it keeps, or has promised not to.
const PERSISTENCE: &str = "persistence";

/// How long after one another a database that does not open is tried again, in milliseconds.
const AGAIN_MS: [i32; 3] = [100, 500, 2_000];

/// How long records are read and passages looked for before the page is let breathe, in milliseconds: half a frame.
const SLICE_MS: f64 = 8.0;

impl Notes {
    /// Opens what is kept, and listens to the other tabs.
    pub(super) fn open(&self) {
        let heard = self.clone();
        let name = store_name(&self.0.root);
        let tabs = Tabs::open(&name, move |text| heard.take_in(text));
        self.0.tabs.replace(Some(tabs));
        self.spawn(async move |notes| {
            match notes.open_store(&name).await {
                Ok(store) => notes.read(store).await,
                Err(why) => notes.kept(Kept::Not(unkept(why))),
            }
            notes.seek().await;
            notes.follow_address();
            notes.know_own_title();
            if notes.0.place.is_none() {
                notes.titles().await;
            }
            page::set_notes_state("ready");
        });
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
                (opened, _) => return opened,
            }
        }
    }

    /// Reads what is kept. Records that are none are put aside: told, kept and exportable.
    async fn read(&self, store: Store) {
        let rows = match store.all(store::NOTES).await {
            Ok(rows) => rows,
            Err(why) => return self.kept(Kept::Not(unkept(why))),
        };
        let mut broken = Vec::new();
        let mut stretch = Stretch::begin();
        for (key, text) in rows {
            _ = stretch.rest().await;
            match record_of(&text).filter(|record| record.id == key) {
                Some(record) => self.merge(&record),
                None => broken.push((key, text)),
            }
        }
        if !broken.is_empty() {
            _ = store.set_aside(store::NOTES, store::ASIDE, &broken).await;
        }
        if let Ok(aside) = store.all(store::ASIDE).await.map(|aside| self.0.aside.replace(aside)) {
            drop(aside);
            let count = self.0.aside.borrow().len();
            self.tell((count > 0).then_some(NoteTold::Aside(count)));
        }
        self.0.store.replace(Some(store));
    }

    /// Takes a record into the notebook, and its times into the clock.
    fn merge(&self, record: &Record) {
        if let Some(stamp) = record.stamp() {
            self.0.clock.borrow_mut().observe(stamp, chance::now());
        }
        self.0.book.borrow_mut().merge_record(record);
    }

    /// What another tab tells: records, one a line of JSON.
    fn take_in(&self, text: String) {
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

    /// Keeps the records of these ids. What is said of it is said when it is on the disk; `then` is called after that.
    pub(super) fn save(&self, ids: Vec<String>, then: impl FnOnce(&Self) + 'static) {
        self.kept(Kept::Saving);
        self.spawn(async move |notes| {
            let store = notes.0.store.borrow().clone();
            let Some(store) = store else {
                let known = notes.0.page.shown.with_untracked(|shown| shown.kept);
                return notes.kept(if matches!(known, Kept::Not(_)) { known } else { Kept::Not(Unkept::Denied) });
            };
            let written: Rc<RefCell<Vec<(Record, String)>>> = Rc::default();
            let (taken, book) = (written.clone(), notes.clone());
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
            match store.merge(store::NOTES, ids, merge).await {
                Ok(()) => {
                    let written = written.take();
                    if let Some(tabs) = notes.0.tabs.borrow().as_ref() {
                        let lines: Vec<&str> = written.iter().map(|(_, line)| line.as_str()).collect();
                        tabs.tell(&lines.join("\n"));
                    }
                    let mut stretch = Stretch::begin();
                    for (record, _) in &written {
                        notes.merge(record);
                        _ = stretch.rest().await;
                    }
                    notes.kept(Kept::Saved);
                    then(&notes);
                    notes.seek().await;
                    notes.ask_to_persist(&store).await;
                }
                Err(why) => notes.kept(Kept::Not(unkept(why))),
            }
        });
    }

    /// Asks the browser, once, to keep what it keeps; where it makes no such promise, tells the reader once.
    async fn ask_to_persist(&self, store: &Store) {
        // What is being told is read first; the next note asks again.
        if self.0.page.shown.with_untracked(|shown| shown.told.is_some()) {
            return;
        }
        let asked = store.all(store::TOLD).await.unwrap_or_default();
        if asked.iter().any(|(name, _)| name == PERSISTENCE) {
            return;
        }
        let promised = store::persist().await;
        let said = if promised == Some(true) { "promised" } else { "told" };
        let told = store.merge(store::TOLD, vec![PERSISTENCE.to_owned()], |_, _| Some(said.to_owned())).await;
        if promised != Some(true) && told.is_ok() {
            self.tell(Some(NoteTold::MayBeEvicted));
        }
    }

    /// The database was taken away.
    fn lose(&self, why: StoreError) {
        self.0.store.replace(None);
        self.kept(Kept::Not(unkept(why)));
    }

    /// Forgets where a passage stands, so that it is looked for again.
    pub(super) fn forget(&self, id: &str) {
        self.0.places.borrow_mut().forget(id);
    }

    /// Looks for the passages of this text that have not been looked for, a few at a time, and shows what there is: the
    /// list and the paint in turns of their own, where there is much of both.
    pub(super) async fn seek(&self) {
        let Some(place) = self.0.place.clone() else { return self.list() };
        let wanting = self.wanting();
        if !wanting.is_empty() {
            let (mut stretch, mut waits) = (Stretch::begin(), false);
            let haystack = Haystack::new(&place.article.body);
            for id in wanting {
                if stretch.rest().await && !waits {
                    // It takes a while: meanwhile there is a list.
                    waits = true;
                    self.list();
                    listen::breathe().await;
                }
                self.seek_one(&haystack, &id);
            }
            if waits {
                listen::breathe().await;
            }
        }
        self.list();
        if self.is_long() {
            // The next turn is the list's.
            listen::breathe().await;
            listen::breathe().await;
        }
        self.paint();
    }

    /// Looks for the passage of a note, unless another has done so meanwhile.
    fn seek_one(&self, haystack: &Haystack, id: &str) {
        if self.0.places.borrow().get(id).is_some() {
            return;
        }
        let located = self.0.book.borrow().get(id).and_then(Record::current).map(|now| haystack.locate(&now.selectors));
        if let Some(located) = located {
            self.0.places.borrow_mut().put(id, located);
        }
    }

    /// The notes of this text whose passages have not been looked for.
    fn wanting(&self) -> Vec<String> {
        let (book, passage, places) = (self.0.book.borrow(), self.passage(), self.0.places.borrow());
        let here = book.living().map(|(record, _)| record).filter(|record| Some(&record.passage) == passage.as_ref());
        here.filter(|record| places.get(&record.id).is_none()).map(|record| record.id.clone()).collect()
    }

    /// Where a passage that has just been marked stands: where it was marked.
    pub(super) fn place_at(&self, id: &str, span: crate::text::Span<crate::text::Byte>) {
        self.0.places.borrow_mut().put(id, Located::Exact(span));
    }

    /// The article of this page, which is all that its own notes need.
    fn know_own_title(&self) {
        let Some(place) = &self.0.place else { return };
        let article = &place.article;
        let title = Title {
            id: article.id.clone(),
            tag: article.tag.clone(),
            headline: article.headline.clone(),
            publisher: article.publisher.clone(),
            published: article.published.map(|day| day.to_string()).unwrap_or_default(),
        };
        self.0.titles.replace(vec![title]);
    }

    /// Learns of the other articles of the site: for the library, and for a file that may hold notes of any.
    pub(super) async fn titles(&self) {
        let url = [&self.0.root, "articles/index.json"].concat();
        let Ok(bytes) = fetch::bytes(&url).await else { return };
        let Ok(index) = serde_json::from_slice::<Value>(&bytes) else { return };
        let text = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let entries = index.get("articles").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let titles = entries.iter().map(|entry| Title {
            id: text(entry, "id"),
            tag: text(entry, "lang"),
            headline: text(entry, "headline"),
            publisher: text(entry, "publisher"),
            published: text(entry, "published"),
        });
        self.0.titles.replace(titles.collect());
        self.list();
    }
}

/// A stretch of work, after which the page is let breathe.
struct Stretch(f64);

impl Stretch {
    fn begin() -> Self {
        Self(chance::elapsed())
    }

    /// Lets the page breathe if the stretch has been long enough; whether it has.
    async fn rest(&mut self) -> bool {
        let long = chance::elapsed() - self.0 > SLICE_MS;
        if long {
            listen::breathe().await;
            *self = Self::begin();
        }
        long
    }
}

fn record_of(text: &str) -> Option<Record> {
    serde_json::from_str(text).ok().as_ref().and_then(from_json)
}

fn unkept(why: StoreError) -> Unkept {
    match why {
        StoreError::Denied => Unkept::Denied,
        StoreError::Full => Unkept::Full,
        StoreError::Gone => Unkept::Gone,
        StoreError::Blocked => Unkept::Blocked,
        StoreError::Outdated => Unkept::Outdated,
        StoreError::Broken => Unkept::Broken,
    }
}
