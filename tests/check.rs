//! What `siyaq check` says of files, good and bad. The fixtures of `tests/fixtures/check` stand in folders;
//! beside each folder a list holds the lines that are to be told of it, each with its place.

use siyaq::article::MAX_BYTES;
use siyaq::site::{Report, check};
use std::path::{Path, PathBuf};

const FIXTURES: &str = "tests/fixtures/check";

/// Everything that is told, a line each, with the files by their name alone.
fn lines(report: &Report) -> Vec<String> {
    let told = report.errors.iter().chain(&report.warnings).map(ToString::to_string);
    told.map(|line| short(&line)).collect()
}

/// A line without the directories of the files that it names.
fn short(line: &str) -> String {
    let words =
        line.split(' ').map(|word| if word.contains(".json") { word.rsplit('/').next().unwrap_or(word) } else { word });
    words.collect::<Vec<_>>().join(" ")
}

fn check_folder(name: &str) -> Report {
    check(&[PathBuf::from(FIXTURES).join(name)])
}

#[test]
fn tells_every_problem_with_its_place() {
    for folder in ["bad", "told", "translations", "site"] {
        let expected = std::fs::read_to_string(format!("{FIXTURES}/{folder}.txt")).unwrap();
        let expected: Vec<&str> = expected.lines().collect();
        assert_eq!(lines(&check_folder(folder)), expected, "{folder}");
    }
}

#[test]
fn every_bad_file_has_an_error_and_no_other_has() {
    let bad = check_folder("bad");
    assert!(bad.articles.is_empty(), "read as an article: {:?}", bad.articles.iter().map(|one| &one.path));
    for (folder, files) in [("good", 5), ("told", 6), ("translations", 2)] {
        let report = check_folder(folder);
        assert_eq!((report.files, report.articles.len(), report.errors.len()), (files, files, 0), "{folder}");
    }
    assert!(check_folder("good").warnings.is_empty());
}

/// What the build refuses is an error of the file, by whichever way one comes to it; elsewhere a file may have any name.
#[test]
fn a_file_of_a_site_stands_at_its_address() {
    let articles = Path::new(FIXTURES).join("site/public/articles");
    let rows = [("old-mill.en.json", 0), ("wrong-name.json", 1), ("no-id.en.json", 1), ("below/low-mill.en.json", 1)];
    for (name, errors) in rows {
        let report = check(&[articles.join(name)]);
        let counts = (report.errors.len(), report.warnings.len(), report.articles.len());
        assert_eq!(counts, (errors, 0, 1 - errors), "{name}");
    }
    assert_eq!(check(&[articles]).errors.len(), 3);
    let elsewhere = check(&[Path::new(FIXTURES).join("told/wrong-name.json")]);
    assert_eq!((elsewhere.errors.len(), elsewhere.warnings.len(), elsewhere.articles.len()), (0, 1, 1));
}

#[test]
fn markup_stays_text() {
    let report = check(&[Path::new(FIXTURES).join("good/html.en.json")]);
    let article = &report.articles.first().unwrap().article;
    assert_eq!(article.headline, "<script>alert(1)</script> & <b>bold</b>");
}

/// Files that are too large, too deep or not text, and so are made here.
#[test]
fn unreadable_files_are_told_in_one_line() {
    let folder = std::env::temp_dir().join(format!("siyaq-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let deep = format!("{{\"headline\": {}1{}}}", "[".repeat(200), "]".repeat(200));
    let large = format!("{{\"headline\": \"{}\"}}", "x".repeat(MAX_BYTES));
    let mut broken = "{\n  \"headline\": \"ركن ".as_bytes().to_vec();
    broken.extend(b"\xff\"}");
    let mut cut = "{ \"headline\": \"ر".as_bytes().to_vec();
    cut.pop();
    let rows: [(&str, &[u8], &str); 5] = [
        ("large", large.as_bytes(), "large.json:1:1: the file has 1048592 bytes; an article has at most 1048576"),
        ("deep", deep.as_bytes(), "deep.json:1:140: cannot be read as JSON: recursion limit exceeded"),
        ("not UTF-8", &broken, "not UTF-8.json:2:20: the file is not UTF-8 (byte 24)"),
        ("cut inside a letter", &cut, "cut inside a letter.json:1:16: the file is not UTF-8 (byte 15)"),
        (
            "nothing but a mark",
            "\u{FEFF}".as_bytes(),
            "nothing but a mark.json:1:1: cannot be read as JSON: the file ends inside a value",
        ),
    ];
    for (name, bytes, expected) in rows {
        let path = folder.join(format!("{name}.json"));
        std::fs::write(&path, bytes).unwrap();
        let told: Vec<String> = check(&[path]).errors.iter().map(ToString::to_string).collect();
        let told: Vec<&str> = told.iter().map(|line| line.rsplit('/').next().unwrap()).collect();
        assert_eq!(told, [expected], "{name}");
    }
    let missing = check(&[folder.join("nowhere.json")]);
    let told: Vec<String> = missing.errors.iter().map(ToString::to_string).collect();
    assert_eq!(told, [format!("{}: No such file or directory (os error 2)", folder.join("nowhere.json").display())]);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Editors do not count a byte order mark as a column, and neither are its bytes part of a place.
#[test]
fn a_byte_order_mark_is_nothing() {
    let folder = std::env::temp_dir().join(format!("siyaq-mark-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (good, bad) = (folder.join("mark.en.json"), folder.join("bad.json"));
    let article = r#"{"identifier": "mark", "inLanguage": "en", "headline": "A mark", "articleBody": "A text."}"#;
    std::fs::write(&good, format!("\u{FEFF}{article}")).unwrap();
    std::fs::write(&bad, format!("\u{FEFF}{}", article.replace("A mark", " "))).unwrap();
    let report = check(&[good, bad]);
    assert_eq!(lines(&report), ["bad.json:1:56: headline: must not be empty"]);
    assert_eq!(report.articles.len(), 1);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_published_articles_are_sound() {
    let report = check(&[PathBuf::from("public/articles")]);
    assert!(report.files > 0);
    assert_eq!(lines(&report), Vec::<String>::new());
}
