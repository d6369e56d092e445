//! Markdown, for Obsidian: quotation, note, citation, link.

use super::super::notebook::Notebook;
use super::super::record::{Content, Record};
use super::{About, in_order, notes, words};

/// Writes the records that `wanted` wants as Markdown, a heading an article. Notes stand as they were written,
/// since they may hold Markdown; quotations are shown to the letter.
pub fn to_markdown(
    notebook: &Notebook,
    about: &dyn Fn(&Record, &Content) -> About,
    wanted: &dyn Fn(&Record, &Content) -> bool,
) -> String {
    let mut out = String::new();
    let mut article = None;
    for (record, content) in in_order(notebook, wanted) {
        let about = about(record, content);
        if article != Some(&record.passage) {
            article = Some(&record.passage);
            heading(&mut out, &about);
        }
        highlight(&mut out, record, content, &about);
    }
    out
}

fn heading(out: &mut String, about: &About) {
    let headline = escaped(&about.headline);
    out.push_str(&["# ", &headline, "\n\n"].concat());
    let credit: Vec<String> = [&about.publisher, &about.published]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(|part| escaped(part))
        .chain((!about.source.is_empty()).then(|| ["<", &about.source, ">"].concat()))
        .collect();
    if !credit.is_empty() {
        out.push_str(&[credit.join(" · ").as_str(), "\n\n"].concat());
    }
}

fn highlight(out: &mut String, record: &Record, content: &Content, about: &About) {
    for line in words(content).lines() {
        out.push_str(&["> ", &escaped(line)].concat());
        out.push('\n');
    }
    out.push('\n');
    for note in notes(record, content) {
        out.push_str(note.trim());
        out.push_str("\n\n");
    }
    let mut last: Vec<String> = content.tags.iter().map(|tag| hashtag(tag)).collect();
    if !about.link.is_empty() {
        last.insert(0, ["[", &escaped(&about.headline), "](<", &about.link, ">)"].concat());
    }
    // The mark by which Obsidian links to a block; it goes last in it.
    last.push(["^", &block_id(&record.id)].concat());
    out.push_str(&last.join(" "));
    out.push_str("\n\n");
}

/// Text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '^' | '$' | '%' | '=') {
            out.push('\\');
        }
        out.push(c);
    }
    // What would begin a list.
    let numbered = out.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
    if out.starts_with(['-', '+']) {
        out.insert(0, '\\');
    } else if numbered && out.starts_with(|c: char| c.is_ascii_digit()) {
        out = out.replacen('.', "\\.", 1).replacen(')', "\\)", usize::from(!out.contains('.')));
    }
    out
}

/// A tag as Obsidian writes it: no blanks, and no sign but these.
fn hashtag(tag: &str) -> String {
    let letter = |c: char| if c.is_alphanumeric() || matches!(c, '_' | '-' | '/') { c } else { '-' };
    std::iter::once('#').chain(tag.trim().chars().map(letter)).collect()
}

fn block_id(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
