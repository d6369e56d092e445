//! Markdown, for Obsidian: quotation, note, citation, link.

use super::super::notebook::Notebook;
use super::super::pieces::{NotePiece, note_pieces};
use super::super::record::{Content, Record};
use super::{About, in_order, words, written};

/// Writes the records that `wanted` wants as Markdown, a heading an article. Quotations and notes are shown to the
/// letter, but for the links in notes, so that nothing that was written swallows what stands behind it.
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
    for line in words(record, content).lines() {
        out.push_str(&["> ", &escaped(line)].concat());
        out.push('\n');
    }
    out.push('\n');
    let hashtags = |tags: &[String]| tags.iter().map(|tag| hashtag(tag)).collect::<Vec<_>>();
    for (n, (note, tags)) in written(record, content).into_iter().enumerate() {
        // The tags that are shown stand on the last line, where Obsidian looks for them; those of a copy below it.
        let tags = if n == 0 { String::new() } else { hashtags(tags).join(" ") };
        let parts: Vec<String> = [as_it_is(note.trim()), tags].into_iter().filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            out.push_str(&[parts.join("\n").as_str(), "\n\n"].concat());
        }
    }
    let mut last = hashtags(&content.tags);
    if !about.link.is_empty() {
        last.insert(0, ["[", &escaped(&about.headline), "](<", &about.link, ">)"].concat());
    }
    // The mark by which Obsidian links to a block; it goes last in it.
    last.push(["^", &block_id(&record.id)].concat());
    out.push_str(&last.join(" "));
    out.push_str("\n\n");
}

/// A note: its links as Markdown's, its lines as they are.
fn as_it_is(note: &str) -> String {
    let mut out = String::with_capacity(note.len());
    for piece in note_pieces(note) {
        match piece {
            NotePiece::Text(text) => {
                text.split_inclusive(char::is_whitespace).for_each(|word| out.push_str(&address_or_signs(word)));
            }
            NotePiece::Link { text, href } => {
                out.push_str(&["[", &signs(text), "](<", &href.replace('>', "%3E"), ">)"].concat());
            }
        }
    }
    out.lines().map(|line| begun(line.trim_start())).collect::<Vec<_>>().join("\n")
}

/// A word with the blank behind it: an address as a link to itself, for signs put into it would lead elsewhere.
fn address_or_signs(word: &str) -> String {
    let bare = word.trim_end();
    let address = bare.trim_end_matches(['.', ',', ';', ':', '!', '?', '،', '؛', '؟', ')', ']', '»', '”', '"', '\'']);
    let is_address = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme) && address != *scheme);
    if !is_address || address.contains(['<', '>']) {
        return signs(word);
    }
    ["<", address, ">", &signs(word.get(address.len()..).unwrap_or_default())].concat()
}

/// Text in a line that Markdown shows as it is.
fn escaped(text: &str) -> String {
    begun(&signs(text))
}

/// Text with a backslash before every sign that means something to Markdown, wherever it stands.
fn signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let means =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '^' | '$' | '%' | '=' | '&');
        if means {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A line that begins no list.
fn begun(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = digits > 0 && line.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
    let at = if numbered { digits } else { 0 };
    let list = numbered || line.starts_with(['-', '+']);
    let (before, after) = line.split_at_checked(at).unwrap_or((line, ""));
    [before, if list { "\\" } else { "" }, after].concat()
}

/// A tag as Obsidian writes it: no blanks, and no sign but these.
fn hashtag(tag: &str) -> String {
    let letter = |c: char| if c.is_alphanumeric() || matches!(c, '_' | '-' | '/') { c } else { '-' };
    std::iter::once('#').chain(tag.trim().chars().map(letter)).collect()
}

fn block_id(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
