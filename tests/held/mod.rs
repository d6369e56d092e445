//! What a record of a note holds, in words that a test can compare.

use siyaq::notes::{Content, Notebook, Record};

/// What the reader wrote in a version: the note and the tags.
pub fn written(content: &Content) -> String {
    [&content.note, " #", &content.tags.join(" #")].concat()
}

/// What a reader sees of a record: what was written in the version shown, and in its copies.
pub fn told(record: &Record) -> Vec<String> {
    let copies = record.copies().into_iter().map(|copy| written(copy.1));
    record.current().map(written).into_iter().chain(copies).collect()
}

/// What a record holds.
pub fn contents(notebook: &Notebook, id: &str) -> Vec<Content> {
    notebook.get(id).map(Record::contents).unwrap_or_default()
}
