//! What the pages of the repository link to, and show.

use crate::none;
use crate::source::{Source, all};
use std::path::Path;

/// The pages whose links have to lead somewhere.
fn is_page(source: &Source) -> bool {
    source.path == "README.md" || (source.is_in("docs") && source.is("md"))
}

/// The targets of the links and pictures of a page of Markdown, each with its line; what stands in code is none.
fn targets(markdown: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut in_code = false;
    for (n, line) in markdown.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            // Every other piece between backquotes is code.
            let pieces = line.split('`').enumerate().filter(|(piece, _)| piece % 2 == 0).map(|(_, piece)| piece);
            let links = pieces.flat_map(|piece| piece.split("](").skip(1));
            found.extend(links.filter_map(|rest| Some((n + 1, rest.split([')', ' ']).next()?))));
            let reference = line.strip_prefix('[').and_then(|rest| rest.split_once("]: "));
            found.extend(reference.and_then(|(_, rest)| Some((n + 1, rest.split_whitespace().next()?))));
        }
    }
    found
}

/// The file that a target of a page names, from the root of the repository; nothing for other hosts and for places of
/// the page itself.
fn file(page: &str, target: &str) -> Option<String> {
    let path = target.split(['#', '?']).next().filter(|path| !path.is_empty() && !path.contains(':'))?;
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[test]
fn links_lead_to_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut breaches = Vec::new();
    for page in all().iter().filter(|source| is_page(source)) {
        for (line, target) in targets(&page.text) {
            let gone = file(&page.path, target).filter(|file| !root.join(file).exists());
            breaches.extend(gone.map(|file| format!("  {}:{line}: {file} is not there", page.path)));
        }
    }
    none("What the README and the pages of docs link to or show is there.", &breaches);
}

#[test]
fn the_scanner_of_links_sees_what_it_should() {
    let page = "a [b](c.md) and ![d](e/f.png \"g\")\n```\n[h](i)\n```\n`[j](k)` [`l`](m.rs)\n[n]: o.md\n";
    assert_eq!(targets(page), [(1, "c.md"), (1, "e/f.png"), (5, "m.rs"), (6, "o.md")]);
    let rows = [
        ("README.md", "docs/a.md#b", Some("docs/a.md")),
        ("docs/a.md", "b.png", Some("docs/b.png")),
        ("docs/a.md", "../src/lib.rs", Some("src/lib.rs")),
        ("docs/a.md", "#b", None),
        ("docs/a.md", "https://example.org/a", None),
        ("docs/a.md", "mailto:a@example.org", None),
    ];
    for (page, target, expected) in rows {
        assert_eq!(file(page, target).as_deref(), expected, "{target} in {page}");
    }
}
