//! The rules of the house that can be scanned for. Each failure names the file, the line and the rule.

#[path = "tidy/css.rs"]
mod css;
#[path = "tidy/links.rs"]
mod links;
#[path = "tidy/map.rs"]
mod map;
#[path = "tidy/source.rs"]
mod source;

use map::{map, named_rooms};
use source::{Source, all, code, functions, has_word};
use std::collections::{BTreeMap, BTreeSet};

/// Rooms that may name the browser or the components' library, touch files, or take the clock. All others are
/// pure.
const IMPURE: [&str; 4] = ["browser", "reader", "site", "ui"];

/// The longest file and function: about what a reader holds in mind. A test's table of rows is not code.
const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;
const LONGEST_TEST: usize = 100;

/// Files that may be longer, and why.
const LONG_FILES: [(&str, &str); 0] = [];

/// Functions that may wait between two looks, to a deadline, for what tells nobody that it has come.
const WAITING: [(&str, &str, &str); 2] = [
    ("tests/browser/process.rs", "await_until", "a driver listens, a killed process is gone"),
    ("tests/browser/page.rs", "patiently", "a page, a window or the server is as it should be"),
];

/// Fails with every breach, one a line.
fn none(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}\n{}\n", breaches.join("\n"));
}

/// The lines of `text` that `breaks` says something about.
fn lines(source: &Source, text: &str, breaks: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let told = text.lines().enumerate().filter_map(|(n, line)| Some((n, breaks(line)?)));
    told.map(|(n, what)| format!("  {}:{}: {what}", source.path, n + 1)).collect()
}

fn lib() -> Source {
    all().into_iter().find(|source| source.path == "src/lib.rs").expect("src/lib.rs")
}

#[test]
fn the_map_names_every_room() {
    let lib = lib();
    let declared: BTreeSet<String> = code(&lib.text)
        .lines()
        .filter_map(|line| Some(line.trim().strip_prefix("pub mod ")?.trim_end_matches(';').to_owned()))
        .collect();
    let mapped: BTreeSet<String> = map(&lib.text).into_iter().map(|(room, _)| room).collect();
    let standing: BTreeSet<String> = all().iter().filter_map(|source| source.room().map(str::to_owned)).collect();
    let mut breaches = Vec::new();
    for room in declared.union(&mapped).chain(&standing).collect::<BTreeSet<_>>() {
        let lacks = [
            (&mapped, "a line of the map in src/lib.rs"),
            (&declared, "`pub mod` in src/lib.rs"),
            (&standing, "files under src/"),
        ];
        breaches.extend(
            lacks.iter().filter(|(rooms, _)| !rooms.contains(room)).map(|(_, what)| format!("  {room} has no {what}")),
        );
    }
    none("Every room has files, a `pub mod`, and a line of the map.", &breaches);
}

#[test]
fn rooms_name_only_what_the_map_lets_them() {
    let map = map(&lib().text);
    let mut breaches = Vec::new();
    let mut before: BTreeSet<&str> = BTreeSet::new();
    for (room, named) in &map {
        let later = named.iter().filter(|name| !before.contains(name.as_str()));
        breaches.extend(later.map(|name| format!("  src/lib.rs: {room} names {name}, which does not stand before it")));
        before.insert(room);
    }
    let allowed: BTreeMap<&str, &Vec<String>> = map.iter().map(|(room, named)| (room.as_str(), named)).collect();
    for source in all().iter().filter(|source| source.is("rs")) {
        let Some(room) = source.room() else { continue };
        for (line, name) in named_rooms(&source.text) {
            let may = name == room || allowed.get(room).is_some_and(|named| named.contains(&name));
            if !may {
                breaches.push(format!("  {}:{line}: {room} names {name}", source.path));
            }
        }
    }
    none("A room names only the rooms that the map in src/lib.rs gives it.", &breaches);
}

#[test]
fn pure_rooms_know_no_browser_and_no_clock() {
    let foreign = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo_net",
        "SystemTime",
        "Instant",
        "std::fs",
        "std::env",
        "std::net",
        "std::thread",
        "println",
        "eprintln",
    ];
    let mut breaches = Vec::new();
    for source in all().iter().filter(|source| source.room().is_some_and(|room| !IMPURE.contains(&room))) {
        if source.is("rs") {
            breaches.extend(lines(source, &code(&source.text), |line| {
                foreign.iter().find(|name| has_word(line, name)).map(|name| format!("{name} in a pure room"))
            }));
        }
    }
    none("Pure rooms name no browser, no component, no file, and take the clock as an argument.", &breaches);
}

#[test]
fn pure_rooms_cannot_panic() {
    let panics = [
        ".unwrap()",
        ".expect(",
        ".unwrap_err(",
        ".expect_err(",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
        "assert!",
        "assert_eq!",
        "assert_ne!",
    ];
    let mut breaches = Vec::new();
    let pure = |room: &str| !IMPURE.contains(&room);
    for source in all().iter().filter(|source| source.is("rs") && source.room().is_some_and(pure)) {
        breaches.extend(lines(source, &code(&source.text), |line| {
            panics.iter().find(|call| line.contains(**call)).map(|call| format!("{call} can panic"))
        }));
    }
    // Indexing and slicing are the compiler's to find, so that each pure room has to deny them.
    let lib = lib();
    let denied = "#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]";
    let written: Vec<&str> = lib.text.lines().collect();
    for (n, line) in written.iter().enumerate() {
        let Some(room) = line.strip_prefix("pub mod ").map(|rest| rest.trim_end_matches(';')) else { continue };
        let attributes = written[..n].iter().rev().take_while(|line| line.starts_with("#["));
        if pure(room) && !attributes.into_iter().any(|line| *line == denied) {
            breaches.push(format!("  src/lib.rs:{}: {room} without {denied}", n + 1));
        }
    }
    none("Pure rooms cannot panic.", &breaches);
}

#[test]
fn only_the_browser_room_names_the_browser() {
    let mut breaches = Vec::new();
    for source in all().iter().filter(|source| source.is("rs") && source.is_in("src") && !source.is_in("src/browser")) {
        breaches.extend(lines(source, &code(&source.text), |line| {
            ["web_sys", "js_sys", "gloo_net"]
                .iter()
                .find(|name| has_word(line, name))
                .map(|name| format!("{name} outside src/browser"))
        }));
    }
    none("src/browser is the only room that names the browser.", &breaches);
}

/// The lines of a file that sleep, and the functions that they stand in.
fn sleeping(source: &Source, masked: &str) -> Vec<(usize, String)> {
    let functions = if source.is("rs") { functions(masked) } else { Vec::new() };
    let around = |line: usize| {
        let mut inside = functions.iter().filter(|(_, from, length)| (*from..from + length).contains(&line));
        inside.next_back().map_or("a file", |(name, _, _)| name.as_str()).to_owned()
    };
    let slept = masked.lines().enumerate().filter(|(_, line)| has_word(line, "sleep"));
    slept.map(|(n, _)| (n + 1, around(n + 1))).collect()
}

#[test]
fn nothing_is_unfinished_ignored_or_slept_on() {
    // Written apart, so that this file does not break its own rule.
    let unfinished = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX"), concat!("HA", "CK")];
    let mut breaches = Vec::new();
    for source in &all() {
        breaches.extend(lines(source, &source.text, |line| {
            unfinished
                .iter()
                .find(|word| has_word(line, word))
                .map(|word| format!("{word}: finish it, or open an issue"))
        }));
        if !source.is("rs") {
            continue;
        }
        let masked = code(&source.text);
        breaches.extend(lines(source, &masked, |line| line.contains("#[ignore").then(|| "an ignored test".to_owned())));
        breaches.extend(sleeping(source, &masked).into_iter().filter_map(|(line, function)| {
            let named = WAITING.iter().any(|(path, waiting, _)| *path == source.path && *waiting == function);
            let told = format!("  {}:{line}: {function} sleeps: wait for what is meant, not for a time", source.path);
            (!named).then_some(told)
        }));
    }
    none("Nothing is unfinished, ignored or slept on.", &breaches);
}

/// Characters that cannot be seen and change what is: zero-width ones, marks and controls of direction, the soft
/// hyphen and the byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[test]
fn invisible_characters_are_escaped() {
    let mut breaches = Vec::new();
    for source in &all() {
        breaches.extend(lines(source, &source.text, |line| {
            line.chars()
                .find(|c| is_invisible(*c))
                .map(|c| format!("U+{:04X} stands unseen; write it escaped", c as u32))
        }));
    }
    none("Characters that cannot be seen are written escaped.", &breaches);
}

#[test]
fn style_follows_the_direction_of_reading() {
    let mut breaches = Vec::new();
    for source in all().iter().filter(|source| source.is("css")) {
        for declaration in css::declarations(&source.text) {
            let wrong = css::wrong(&declaration);
            breaches.extend(
                wrong.map(|wrong| format!("  {}:{}: {}: {wrong}", source.path, declaration.line, declaration.property)),
            );
        }
    }
    none("Style names no physical side, nothing !important, and spaces no Arabic letters.", &breaches);
}

#[test]
fn style_stands_in_style_sheets() {
    let mut breaches = Vec::new();
    let drawn = |source: &&Source| source.is("html") || source.is_in("src/ui") || source.is_in("src/reader");
    for source in all().iter().filter(drawn) {
        let written = if source.is("rs") { code(&source.text) } else { source.text.clone() };
        breaches.extend(lines(source, &written, |line| {
            let mut places = line.match_indices("style").map(|(at, word)| (&line[..at], &line[at + word.len()..]));
            let attribute = places.any(|(before, behind)| {
                let begins = before.is_empty() || before.ends_with(char::is_whitespace);
                begins && (behind.starts_with('=') || (behind.starts_with(':') && !behind.starts_with("::")))
            });
            attribute.then(|| "an inline style, which the page's policy refuses".to_owned())
        }));
    }
    none("Style stands in style sheets, not in attributes.", &breaches);
}

#[test]
fn files_and_functions_fit_the_mind() {
    let mut breaches = Vec::new();
    for source in all().iter().filter(|source| ["rs", "css", "js"].iter().any(|end| source.is(end))) {
        let count = source.text.lines().count();
        let reasoned = LONG_FILES.iter().any(|(path, _)| *path == source.path);
        if count > LONGEST_FILE && !reasoned {
            breaches.push(format!("  {}: {count} lines; at most {LONGEST_FILE}", source.path));
        }
        if !source.is("rs") {
            continue;
        }
        let longest = if source.is_in("tests") { LONGEST_TEST } else { LONGEST_FUNCTION };
        let long = functions(&code(&source.text)).into_iter().filter(|(_, _, length)| *length > longest);
        breaches.extend(long.map(|(name, line, length)| {
            format!("  {}:{line}: {name} has {length} lines; at most {longest}", source.path)
        }));
    }
    none("Files and functions fit the mind.", &breaches);
}

#[test]
fn nothing_of_a_machine_is_written_down() {
    let paths = ["/work", "/root", "/home"].map(|path| format!("{path}/"));
    let hosts = [
        ("index", "crates.io"),
        ("static", "crates.io"),
        ("registry", "npmjs.org"),
        ("files", "pythonhosted.org"),
        ("deb", "debian.org"),
    ]
    .map(|(name, host)| format!("{name}.{host}"));
    let mut breaches = Vec::new();
    for source in all().iter().filter(|source| source.path != "Cargo.lock") {
        breaches.extend(lines(source, &source.text, |line| {
            let whole = |path: &&String| {
                line.match_indices(path.as_str())
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_}".contains(c)))
            };
            let path = paths.iter().find(whole).map(|path| format!("{path}… is a path of one machine"));
            path.or_else(|| {
                hosts
                    .iter()
                    .find(|host| line.contains(host.as_str()))
                    .map(|host| format!("{host} is a registry's host"))
            })
        }));
    }
    none("No path of a machine and no registry's host stands in the repository.", &breaches);
}

#[test]
fn versions_are_locked() {
    let lock =
        all().into_iter().find(|source| source.path == "Cargo.lock").expect("Cargo.lock stands in the repository");
    assert!(lock.text.contains("name = \"siyaq\""), "Cargo.lock is this crate's");
}

#[test]
fn exceptions_are_still_needed() {
    let mut idle = Vec::new();
    for source in &all() {
        let long = LONG_FILES.iter().any(|(path, _)| *path == source.path);
        if long && source.text.lines().count() <= LONGEST_FILE {
            idle.push(format!("  {} is short by now", source.path));
        }
        let asleep = sleeping(source, &code(&source.text));
        for (path, waiting, _) in WAITING {
            if path == source.path && !asleep.iter().any(|(_, function)| function == waiting) {
                idle.push(format!("  {path}: {waiting} no longer waits"));
            }
        }
    }
    none("An exception that is no longer needed is taken out.", &idle);
}

#[test]
fn the_scanners_see_what_they_should() {
    let masked = [
        ("a comment", "let a = 1; // panic!\nlet b;", "panic!", false),
        ("a comment in a line", "a /* x.unwrap() */ + b.unwrap()", ".unwrap()", true),
        ("a text", "say(\"panic! \\\" .unwrap()\")", "unwrap", false),
        ("a raw text", "r#\"a \" panic! \"#; b", "panic!", false),
        ("behind a raw text", "r#\"a\"#; panic!()", "panic!", true),
        ("a quote as a character", "['\"', x]; panic!()", "panic!", true),
        ("an escaped quote", "['\\'', x]; panic!()", "panic!", true),
        ("a lifetime", "fn a<'a>(b: &'a str) { panic!() }", "panic!", true),
    ];
    for (name, rust, wanted, stands) in masked {
        assert_eq!(code(rust).contains(wanted), stands, "{name}: {}", code(rust));
        assert_eq!(code(rust).lines().count(), rust.lines().count(), "{name}");
    }
    let words = [("a XY b", true), ("(XY)", true), ("XYZ", false), ("2XY", false), ("a_XY", false), ("2XY XY", true)];
    for (line, stands) in words {
        assert_eq!(has_word(line, "XY"), stands, "{line}");
    }
    let found = functions(&code("fn a() {\n  {\n  }\n}\ntrait T {\n fn b();\n pub fn c(\n  d: u8,\n ) { \"}\" }\n}\n"));
    let lengths: Vec<(&str, usize, usize)> =
        found.iter().map(|(name, line, length)| (name.as_str(), *line, *length)).collect();
    assert_eq!(lengths, [("a", 1, 4), ("b", 6, 1), ("c", 7, 3)]);
    let names: Vec<String> = named_rooms("use crate::text::Lang;\nuse crate::{date::Day, article};\n// crate::ui")
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    assert_eq!(names, ["text", "date", "article"]);
    let lib = "//! The map.\n//! - [`text`] spans. Names nothing.\n//! - [`date`] days, and how\n//!   they are read. Names text.\n//! - [`ui`] all. Names all of\n//!   the above.\n";
    let map: Vec<String> = map(lib).into_iter().map(|(room, names)| format!("{room}: {}", names.join(" "))).collect();
    assert_eq!(map, ["text: ", "date: text", "ui: text date"]);
}

#[test]
fn the_scanner_of_styles_sees_what_it_should() {
    let rows = [
        ("a { margin-inline-start: 1rem }", 0),
        ("a { margin-left: 1rem }", 1),
        ("a { left: 0; right: 0 }", 2),
        ("a { text-align: left }", 1),
        ("a { text-align: start; /* left: 0 */ }", 0),
        ("@layer base { a { float: right; } }", 1),
        ("a { color: red !important }", 1),
        ("a { letter-spacing: 0.1em }", 1),
        ("a { letter-spacing: normal }", 0),
        ("a:lang(en) { letter-spacing: 0.1em }", 0),
        (":root { --left: 1 }", 0),
        ("a:hover { background: url(left.svg) }", 1),
    ];
    for (style, count) in rows {
        let found = css::declarations(style).iter().filter(|declaration| css::wrong(declaration).is_some()).count();
        assert_eq!(found, count, "{style}");
    }
}
