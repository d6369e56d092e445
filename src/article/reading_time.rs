//! How long an article takes to read.

use super::model::Article;
use crate::text::Lang;

/// Words that a reader reads silently in a minute: the means that the International Reading Speed Texts
/// found (Trauzettel-Klosinski and Dietz, 2012).
fn words_a_minute(lang: Lang) -> usize {
    match lang {
        Lang::Ar => 138,
        Lang::Ru => 184,
        Lang::En => 228,
    }
}

impl Article {
    /// Whole minutes, at least one.
    pub fn minutes_to_read(&self) -> usize {
        self.words().div_ceil(words_a_minute(self.lang)).max(1)
    }
}
