//! One self-contained HTML file.

use super::super::notebook::Notebook;
use super::super::pieces::{NotePiece, note_pieces};
use super::super::record::{Content, Record};
use super::{About, in_order, written};
use crate::text::{Lang, escaped};

const STYLE: &str = "body{max-inline-size:42rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.8 serif}\
    blockquote{margin:1.5rem 0 .5rem;padding-inline-start:1rem;border-inline-start:.25rem solid}\
    .yellow{border-color:#e0b000}.green{border-color:#009e73;border-inline-start-style:dashed}\
    .blue{border-color:#0072b2;border-inline-start-style:dotted}\
    .pink{border-color:#cc79a7;border-inline-start-style:double}\
    .note{white-space:pre-wrap}.tags,.source{font-size:.9rem}@media print{body{margin:0}}";

/// Writes the records that `wanted` wants as one HTML page in the reader's language `lang`, titled `title`. It asks
/// for nothing from anywhere, and runs no script.
pub fn to_html(
    notebook: &Notebook,
    about: &dyn Fn(&Record, &Content) -> About,
    wanted: &dyn Fn(&Record, &Content) -> bool,
    lang: Lang,
    title: &str,
) -> String {
    let mut out = Page(String::new());
    out.raw("<!doctype html>\n<html lang=\"").raw(lang.tag()).raw("\" dir=\"").raw(lang.direction().html());
    out.raw("\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    out.text(title).raw("</title>\n<style>").raw(STYLE).raw("</style>\n<h1>").text(title).raw("</h1>\n");
    let mut article = None;
    for (record, content) in in_order(notebook, wanted) {
        let about = about(record, content);
        if article != Some(&record.passage) {
            out.raw(if article.is_some() { "</section>\n" } else { "" });
            article = Some(&record.passage);
            heading(&mut out, record, &about);
        }
        highlight(&mut out, record, content, &about);
    }
    out.raw(if article.is_some() { "</section>\n" } else { "" });
    out.0
}

fn heading(out: &mut Page, record: &Record, about: &About) {
    out.raw("<section lang=\"").text(&record.passage.language).raw("\" dir=\"");
    out.raw(record.passage.direction().html()).raw("\">\n<h2>").text(&about.headline).raw("</h2>\n");
    out.raw("<p class=\"source\">").text(&about.publisher);
    out.raw(if about.publisher.is_empty() || about.published.is_empty() { "" } else { " · " });
    out.text(&about.published).raw("</p>\n");
}

fn highlight(out: &mut Page, record: &Record, content: &Content, about: &About) {
    out.raw("<blockquote class=\"").raw(content.colour.name()).raw("\">");
    for block in content.quoted(&record.passage) {
        if block.direction == record.passage.direction() {
            out.raw("<p>");
        } else {
            out.raw("<p lang=\"").text(block.lang).raw("\" dir=\"").raw(block.direction.html()).raw("\">");
        }
        out.text(block.words).raw("</p>");
    }
    out.raw("</blockquote>\n");
    for (note, tags) in written(record, content) {
        note_and_tags(out, note, tags);
    }
    if !about.link.is_empty() {
        out.raw("<p class=\"source\">").link(&about.link, &about.headline).raw("</p>\n");
    }
}

fn note_and_tags(out: &mut Page, note: &str, tags: &[String]) {
    if !note.is_empty() {
        out.raw("<p class=\"note\" dir=\"auto\">");
        for piece in note_pieces(note) {
            match piece {
                NotePiece::Text(text) => out.text(text),
                NotePiece::Link { text, href } => out.link(href, text),
            };
        }
        out.raw("</p>\n");
    }
    if !tags.is_empty() {
        out.raw("<p class=\"tags\">");
        for tag in tags {
            out.raw("<bdi>").text(tag).raw("</bdi> ");
        }
        out.raw("</p>\n");
    }
}

/// HTML in the making.
struct Page(String);

impl Page {
    fn raw(&mut self, html: &str) -> &mut Self {
        self.0.push_str(html);
        self
    }

    /// Text, as text.
    fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str(&escaped(text));
        self
    }

    fn link(&mut self, href: &str, text: &str) -> &mut Self {
        self.raw("<a href=\"").text(href).raw("\">").text(text).raw("</a>")
    }
}
