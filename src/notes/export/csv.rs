//! CSV (RFC 4180), for spreadsheets.

use super::super::instant::to_iso;
use super::super::notebook::Notebook;
use super::super::record::{Content, Record};
use super::{About, in_order, notes, tags, words};
use crate::text::is_invisible;

const HEADER: [&str; 11] = [
    "headline",
    "publisher",
    "published",
    "language",
    "quotation",
    "note",
    "colour",
    "tags",
    "created",
    "modified",
    "link",
];

/// Writes the records that `wanted` wants as CSV, with the byte order mark by which spreadsheets know UTF-8. A cell
/// that a spreadsheet would take for a formula begins with an apostrophe.
pub fn to_csv(
    notebook: &Notebook,
    about: &dyn Fn(&Record, &Content) -> About,
    wanted: &dyn Fn(&Record, &Content) -> bool,
) -> String {
    let mut out = String::from('\u{FEFF}');
    row(&mut out, HEADER);
    for (record, content) in in_order(notebook, wanted) {
        let about = about(record, content);
        let modified = record.stamp().map_or(record.created, |stamp| stamp.millis);
        row(
            &mut out,
            [
                about.headline.as_str(),
                &about.publisher,
                &about.published,
                &record.passage.language,
                &words(record, content),
                &notes(record, content).join("\n\n"),
                content.colour.name(),
                &tags(record, content).join(", "),
                &to_iso(record.created),
                &to_iso(modified),
                &about.link,
            ],
        );
    }
    out
}

fn row(out: &mut String, cells: [&str; 11]) {
    for (n, text) in cells.into_iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        cell(out, text);
    }
    out.push_str("\r\n");
}

fn cell(out: &mut String, text: &str) {
    let formula = is_formula(text);
    let quoted = formula || text.contains([',', '"', '\n', '\r']);
    if !quoted {
        out.push_str(text);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

/// Whether a spreadsheet might take a cell for a formula: it may pass over blanks and marks that are not seen, and takes
/// wide forms of the signs for the signs.
fn is_formula(text: &str) -> bool {
    let unseen = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let first = text.trim_start_matches(unseen);
    text.starts_with(['\t', '\r']) || first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−'])
}
