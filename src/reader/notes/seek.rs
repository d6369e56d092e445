//! Seeking: where the passages of the notes stand in this text, and what their articles are called.

use super::{Notes, Title};
use crate::anchor::{Haystack, Located};
use crate::browser::{chance, fetch, listen};
use crate::notes::Record;
use crate::text::{Byte, Span};
use serde_json::Value;

/// How long records are read and passages looked for before the page is let breathe, in milliseconds: half a frame.
const SLICE_MS: f64 = 8.0;

impl Notes {
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
    pub(super) fn place_at(&self, id: &str, span: Span<Byte>) {
        self.0.places.borrow_mut().put(id, Located::Exact(span));
    }

    /// The article of this page, which is all that its own notes need.
    pub(super) fn know_own_title(&self) {
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
pub(super) struct Stretch(f64);

impl Stretch {
    pub(super) fn begin() -> Self {
        Self(chance::elapsed())
    }

    /// Lets the page breathe if the stretch has been long enough; whether it has.
    pub(super) async fn rest(&mut self) -> bool {
        let long = chance::elapsed() - self.0 > SLICE_MS;
        if long {
            listen::breathe().await;
            *self = Self::begin();
        }
        long
    }
}
