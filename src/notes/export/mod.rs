//! The ways out. Everything that a reader wrote leaves with it: where a conflict has left copies, they too.

mod csv;
mod html;
mod json_ld;
mod markdown;

pub use csv::to_csv;
pub use html::to_html;
pub use json_ld::to_json_ld;
pub use markdown::to_markdown;

use super::notebook::Notebook;
use super::record::{Content, Record};

/// What an export says of the article around a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The headline.
    pub headline: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// When, in words; may be empty.
    pub published: String,
    /// The address of the article; may be empty.
    pub source: String,
    /// The address that opens it at the passage; may be empty.
    pub link: String,
}

/// The living records that `wanted` wants, by article and in reading order.
fn in_order<'n>(notebook: &'n Notebook, wanted: &dyn Fn(&Record, &Content) -> bool) -> Vec<(&'n Record, &'n Content)> {
    type Entry<'n> = (&'n Record, &'n Content);
    let place = |(record, content): &Entry<'n>| {
        let start = content.selectors.position.map(|span| span.start);
        (&record.passage, start, record.created, &record.id)
    };
    let mut out: Vec<Entry<'n>> = Vec::new();
    for entry in notebook.living().filter(|(record, content)| wanted(record, content)) {
        let at = out.partition_point(|other| place(other) <= place(&entry));
        out.insert(at, entry);
    }
    out
}

/// The words of a passage without the marks of headings and block quotations that a body writes before them.
fn words(record: &Record, content: &Content) -> String {
    content.quoted(&record.passage).iter().map(|block| block.words).collect::<Vec<_>>().join("\n\n")
}

/// What was written in the version that is shown, then what was in each copy: the note and the tags, each only where none
/// before has the same.
fn written<'r>(record: &'r Record, content: &'r Content) -> Vec<(&'r str, &'r [String])> {
    let copies = record.copies().into_iter().map(|(_, copy)| copy);
    let mut out: Vec<(&str, &[String])> = Vec::new();
    for (note, tags) in std::iter::once(content).chain(copies).map(Content::written) {
        let new_note = out.iter().all(|(other, _)| *other != note);
        let new_tags = out.iter().all(|(_, other)| *other != tags);
        out.push((if new_note { note } else { "" }, if new_tags { tags } else { &[] }));
    }
    out
}

/// The notes of a record: the one that is shown, then those of the copies.
fn notes<'r>(record: &'r Record, content: &'r Content) -> Vec<&'r str> {
    written(record, content).into_iter().map(|(note, _)| note).filter(|note| !note.is_empty()).collect()
}

/// The tags of a record, each once: those that are shown, then those of the copies.
fn tags<'r>(record: &'r Record, content: &'r Content) -> Vec<&'r str> {
    let mut out: Vec<&str> = Vec::new();
    for tag in written(record, content).into_iter().flat_map(|(_, tags)| tags) {
        if !out.contains(&tag.as_str()) {
            out.push(tag);
        }
    }
    out
}
