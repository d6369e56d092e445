//! What a session knows of its article: all that was found in it, what of it the reader has put away, and what is left
//! to be shown.

use crate::annotate::{self, Found};
use crate::article::Article;
use std::rc::Rc;
use std::sync::Arc;

/// What is shown.
pub struct Now {
    /// The article with what was found in it, without what the reader has put away.
    pub article: Arc<Article>,
    /// How many of its events have been put away.
    pub dismissed_events: usize,
    /// How many of its quotations have been put away.
    pub dismissed_quotes: usize,
}

/// What is known.
pub struct Known {
    /// The article with all that was found in it.
    pub all: Arc<Article>,
    /// The ids of what the reader has put away.
    pub dismissed: Vec<String>,
    /// Whether nothing is left to be found.
    pub is_searched: bool,
    /// What is shown of it.
    pub now: Rc<Now>,
}

impl Known {
    /// What is known of an article as it was published.
    pub fn of(article: &Arc<Article>, dismissed: Vec<String>) -> Self {
        let is_searched = !annotate::is_wanting(article);
        Self { all: article.clone(), now: now(article, &dismissed), dismissed, is_searched }
    }

    /// Takes in what was found.
    pub fn complete(&mut self, found: Found) {
        self.all = Arc::new(annotate::complete((*self.all).clone(), found));
        self.is_searched = true;
        self.now = now(&self.all, &self.dismissed);
    }

    /// Has `ids` put away, and nothing else.
    pub fn dismiss(&mut self, ids: Vec<String>) {
        self.now = now(&self.all, &ids);
        self.dismissed = ids;
    }
}

fn now(all: &Arc<Article>, dismissed: &[String]) -> Rc<Now> {
    let article = if dismissed.is_empty() { all.clone() } else { Arc::new(all.without(dismissed)) };
    Rc::new(Now {
        dismissed_events: count(all.events.as_ref()) - count(article.events.as_ref()),
        dismissed_quotes: count(all.quotes.as_ref()) - count(article.quotes.as_ref()),
        article,
    })
}

fn count<T>(list: Option<&Vec<T>>) -> usize {
    list.map_or(0, Vec::len)
}
