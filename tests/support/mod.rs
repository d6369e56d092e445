//! Reads articles with their answers written in them.
//!
//! The first line is `@ published=2022-01-10 …`; the rest is the text, with spans as `⟦kind attributes|content⟧`,
//! nested at will: `d` a date (`v=` EDTF values), `q` direct and `i` indirect speech (`s=` the speaker), `e` an event
//! (`v=`), `nq` marks that hold no speech, `nd` no date. `opt` makes a span neither asked for nor wrong.

use std::fs;
use std::path::{Path, PathBuf};

/// A span of an article, by bytes, with its attributes.
#[derive(Clone, Debug)]
pub struct Mark {
    pub kind: String,
    pub start: usize,
    pub end: usize,
    pub values: Vec<String>,
    pub speaker: Option<String>,
    pub optional: bool,
}

/// An article with its answers.
#[derive(Debug)]
pub struct Gold {
    pub name: String,
    pub lang: String,
    pub published: String,
    pub text: String,
    pub marks: Vec<Mark>,
}

/// The articles of a folder, `NAME.LANG.txt`, in order of their names.
pub fn read_folder(folder: &Path) -> Vec<Gold> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().split('.').count() == 3));
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

/// One article.
fn read(path: &Path) -> Gold {
    let raw = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (head, body) = raw.split_once('\n').unwrap_or((&raw, ""));
    let published = head.split_whitespace().find_map(|word| word.strip_prefix("published=")).unwrap_or_default();
    let mut parts = file.split('.');
    let (name, lang) = (parts.next().unwrap_or_default().to_owned(), parts.next().unwrap_or_default().to_owned());
    let mut gold = Gold { name, lang, published: published.to_owned(), text: String::new(), marks: Vec::new() };
    let mut open: Vec<Mark> = Vec::new();
    let mut rest = body.trim_matches('\n');
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '⟦' => {
                let (attributes, after) = rest.split_once('|').unwrap_or_else(|| panic!("{file}: ⟦ without |"));
                open.push(mark(attributes, gold.text.len()));
                rest = after;
            }
            '⟧' => {
                let mut done = open.pop().unwrap_or_else(|| panic!("{file}: stray ⟧"));
                done.end = gold.text.len();
                gold.marks.push(done);
            }
            c => gold.text.push(c),
        }
    }
    assert!(open.is_empty(), "{file}: ⟦ never closed");
    gold.text.push('\n');
    gold
}

/// The mark of an opening bracket.
fn mark(attributes: &str, start: usize) -> Mark {
    let mut words = attributes.split_whitespace();
    let kind = words.next().unwrap_or_default().to_owned();
    let mut mark = Mark { kind, start, end: start, values: Vec::new(), speaker: None, optional: false };
    for word in words {
        match word.split_once('=') {
            Some(("v", values)) => mark.values = values.split(';').map(str::to_owned).collect(),
            Some(("s", name)) => mark.speaker = Some(name.replace('_', " ")),
            None if word == "opt" => mark.optional = true,
            _ => {}
        }
    }
    mark
}
