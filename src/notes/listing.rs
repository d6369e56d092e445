//! Which notes are shown.

use super::notebook::Notebook;
use super::record::{Colour, Content};
use crate::text::fold;

/// What a list of notes is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this colour.
    pub colour: Option<Colour>,
    /// Only with this tag.
    pub tag: Option<String>,
    /// Only with these words, in the passage, the note or a tag, as folding sees them.
    pub words: String,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it lets a note through.
    pub fn wants(&self, content: &Content) -> bool {
        let words = fold(&self.words);
        let words = words.trim();
        let has = |text: &str| fold(text).contains(words);
        self.colour.is_none_or(|colour| colour == content.colour)
            && self.tag.as_ref().is_none_or(|tag| content.tags.contains(tag))
            && (words.is_empty()
                || has(&content.selectors.exact)
                || has(&content.note)
                || content.tags.iter().any(|tag| has(tag)))
    }
}

/// The tags in use, each once, in order.
pub fn tags_of(notebook: &Notebook) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for tag in notebook.living().flat_map(|(_, content)| &content.tags) {
        if let Err(at) = out.binary_search(tag) {
            out.insert(at, tag.clone());
        }
    }
    out
}

/// The tags that a reader wrote in one line, divided by commas of any of our scripts; each once.
pub fn tags_from(line: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for tag in line.split([',', '،', ';', '؛', '\n']) {
        let tag = tag.trim().trim_start_matches('#').to_owned();
        if !tag.is_empty() && !out.contains(&tag) {
            out.push(tag);
        }
    }
    out
}
