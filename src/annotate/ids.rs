//! Ids of what is found: made of its words, so that a link to it leads there for as long as they stand, whatever
//! is found before it.

use crate::text::{fingerprint, fold};

/// The ids that are taken, in their order.
#[derive(Default)]
pub(super) struct Ids {
    taken: Vec<String>,
}

/// The digits of an id: of a thousand findings two have the same in one article of two million million.
const DIGITS: usize = 12;

impl Ids {
    /// Takes an id that is there already.
    pub fn take(&mut self, id: &str) {
        self.is_new(id);
    }

    /// Takes an id; whether nobody had it.
    fn is_new(&mut self, id: &str) -> bool {
        let place = self.taken.binary_search_by(|taken| taken.as_str().cmp(id));
        if let Err(at) = place {
            self.taken.insert(at, id.to_owned());
        }
        place.is_err()
    }

    /// The id of something found: `kind`, and a fingerprint of its folded words. Where the same words have been found
    /// before, their count goes into it.
    pub fn of(&mut self, kind: &str, words: &[&str]) -> String {
        let folded: Vec<String> = words.iter().map(|words| fold(words)).collect();
        let mut parts: Vec<&str> = folded.iter().map(String::as_str).collect();
        loop {
            let digits = fingerprint(&parts);
            let id = [kind, "-", digits.get(..DIGITS).unwrap_or_default()].concat();
            if self.is_new(&id) {
                return id;
            }
            parts.push("again");
        }
    }
}
