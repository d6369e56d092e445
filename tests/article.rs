//! The article format: what is read, what is refused, and what is said about it.

use proptest::prelude::*;
use siyaq::article::{
    Article, Asserter, BlockKind, MAX_BYTES, PersonIndex, Place, Problem, QuoteKind, Wrong, blocks, is_legal_id,
    place_of, read,
};
use siyaq::date::Day;
use siyaq::text::{Byte, Direction, Lang};
use std::fs;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/articles").join(name);
    fs::read(&path).unwrap_or_else(|err| panic!("{}: {err}", path.display()))
}

fn good(name: &str) -> Article {
    read(&fixture(&format!("good/{name}.json"))).unwrap_or_else(|problems| panic!("{name}: {problems:?}"))
}

/// `line:column field: what is wrong`, as `siyaq check` tells it.
fn told(source: &str, problem: &Problem) -> String {
    let Place { line, column } = match problem.wrong {
        Wrong::NotJson { line, column, .. } => Place { line, column },
        _ => place_of(source, &problem.field),
    };
    format!("{line}:{column} {problem}\n")
}

/// The files of a folder of fixtures that end so.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&path).unwrap_or_else(|err| panic!("{}: {err}", path.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == end));
    files.sort();
    files
}

/// A name, a body, and its blocks.
type BlockRow<'a> = (&'a str, &'a str, &'a [(BlockKind, &'a str)]);

#[test]
fn blocks_are_cut_at_blank_lines() {
    use BlockKind::{Heading, Paragraph, Quotation};
    let rows: [BlockRow; 14] = [
        ("nothing", "", &[]),
        ("only blank lines", " \n\n\t\n", &[]),
        ("one paragraph", "a", &[(Paragraph(1), "a")]),
        ("lines of one paragraph", "a\nb", &[(Paragraph(1), "a\nb")]),
        ("two paragraphs", "a\n\nb", &[(Paragraph(1), "a"), (Paragraph(2), "b")]),
        ("a blank line with blanks", "a\n \t \nb", &[(Paragraph(1), "a"), (Paragraph(2), "b")]),
        ("many blank lines", "\n\na\n\n\n\nb\n\n", &[(Paragraph(1), "a"), (Paragraph(2), "b")]),
        ("lines as Windows ends them", "a\r\n\r\nb\r\nc\r\n", &[(Paragraph(1), "a"), (Paragraph(2), "b\r\nc")]),
        ("trimmed", "  a  \n\n\u{A0}b ", &[(Paragraph(1), "a"), (Paragraph(2), "b")]),
        ("a heading has no number", "a\n\n## b\n\nc", &[(Paragraph(1), "a"), (Heading, "b"), (Paragraph(2), "c")]),
        ("a quotation has one", "> a\n\nb", &[(Quotation(1), "a"), (Paragraph(2), "b")]),
        (
            "marks without their blank",
            "##a\n\n>b\n\n# c",
            &[(Paragraph(1), "##a"), (Paragraph(2), ">b"), (Paragraph(3), "# c")],
        ),
        ("a mark and more blanks", "##   a", &[(Heading, "a")]),
        ("a mark alone is its own words", "##\n\n>", &[(Paragraph(1), "##"), (Paragraph(2), ">")]),
    ];
    for (name, body, expected) in rows {
        let found: Vec<(BlockKind, &str)> = blocks(body).iter().map(|b| (b.kind, b.span.of(body))).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn ids_that_may_stand_in_an_address() {
    let longest = "x".repeat(64);
    for id in ["a", "7", "kazakhstan-january-2022", "a-", longest.as_str()] {
        assert!(is_legal_id(id), "{id}");
    }
    let longer = "x".repeat(65);
    for id in ["", "-a", "A", "a_b", "a b", "a/b", "..", "é", "حدث", "a\0", longer.as_str()] {
        assert!(!is_legal_id(id), "{id:?}");
    }
}

#[test]
fn good_articles_are_read() {
    for path in files("tests/fixtures/articles/good", "json").iter().chain(&files("public/articles", "json")) {
        let source = fs::read(path).unwrap();
        let article = read(&source).unwrap_or_else(|problems| panic!("{}: {problems:?}", path.display()));
        for event in article.events.iter().flatten() {
            assert!(!event.span.of(&article.body).is_empty(), "{}: {}", path.display(), event.id);
        }
    }
}

#[test]
fn an_article_says_what_its_file_says() {
    let article = good("full");
    assert_eq!((article.id.as_str(), article.lang, article.tag.as_str()), ("port-opens", Lang::Ar, "ar"));
    assert_eq!(article.direction(), Direction::Rtl);
    assert_eq!(article.headline, "الميناء يفتح أبوابه");
    assert_eq!(article.published, Day::from_ymd(2022, 1, 10));
    assert_eq!(article.publisher, "صحيفة المرفأ");
    assert_eq!(article.people[0].also, ["السفير"]);
    let event = &article.events.as_ref().unwrap()[0];
    assert_eq!((event.span.of(&article.body), event.by), ("بدأت الأعمال في الميناء", Asserter::Narrator));
    let quote = &article.quotes.as_ref().unwrap()[0];
    assert_eq!((quote.span.of(&article.body), quote.kind), ("الميناء مفتوح", QuoteKind::Direct));
    assert_eq!(quote.speaker, Some(PersonIndex(0)));
    assert_eq!(quote.cue.unwrap().of(&article.body), "وقال");
    assert_eq!(article.block_at(quote.span.start), Some(2));
}

#[test]
fn absent_and_empty_are_not_the_same() {
    let absent = good("minimal");
    assert_eq!((absent.events, absent.quotes), (None, None), "to be found");
    let none = good("authored-as-none");
    assert_eq!((none.events, none.quotes), (Some(Vec::new()), Some(Vec::new())), "authored: there are none");
}

#[test]
fn schema_org_is_read_in_its_many_shapes() {
    let article = good("schema-org");
    assert_eq!((article.publisher.as_str(), article.tag.as_str()), ("Газета «Гавань»", "ru-RU"));
    assert_eq!((article.lang, article.published), (Lang::Ru, Day::from_ymd(2022, 1, 10)));
    let article = good("publisher-as-text");
    assert_eq!(article.publisher, "صحيفة المرفأ");
    assert_eq!((article.people[0].also.len(), article.people[1].also.len()), (1, 0), "one name, and null");
    let plain = r#"{"headline": "A", "articleBody": "B"KEY}"#;
    // What is put in for KEY, the publisher, the tag.
    let rows = [
        ("", "", "en"),
        (r#", "publisher": {}"#, "", "en"),
        (r#", "publisher": []"#, "", "en"),
        (r#", "publisher": null, "people": null, "events": null"#, "", "en"),
        (r#", "publisher": {"name": "P", "sameAs": ["x"]}"#, "P", "en"),
        (r#", "inLanguage": "ar_EG""#, "", "ar-EG"),
        (r#", "inLanguage": "fa""#, "", "fa"),
        (r#", "\u0070ublisher": "P""#, "P", "en"),
        (r#", "unknown": {"headline": 7}"#, "", "en"),
    ];
    for (key, publisher, tag) in rows {
        let article = read(plain.replace("KEY", key).as_bytes()).unwrap_or_else(|err| panic!("{key}: {err:?}"));
        assert_eq!((article.publisher.as_str(), article.tag.as_str()), (publisher, tag), "{key}");
    }
    let marked = format!("\u{FEFF}{}", plain.replace("KEY", ""));
    assert!(read(marked.as_bytes()).is_ok(), "a byte order mark");
}

#[test]
fn what_looks_like_markup_or_turns_the_line_is_text() {
    let article = good("markup-is-text");
    assert_eq!(article.headline, "<script>alert(1)</script>");
    assert_eq!(article.publisher, "<i>Harbour</i>");
    let article = good("bidi-overrides");
    assert!(article.headline.contains('\u{202E}'), "kept as it is; the page contains it");
}

/// HTML turns `\r\n` into `\n`, so that a page that was built ahead once counted its text otherwise than the file
/// did, and marks slipped by a letter a line.
#[test]
fn lines_end_as_html_ends_them() {
    let article = good("windows-lines");
    assert!(!article.body.contains('\r'));
    assert_eq!(article.events.as_ref().unwrap()[0].span.of(&article.body), "open.\nIt");
    let opened = Article::from_text("A port opens\r\n\r\nThe port is open.\r\nIt was closed.\r");
    assert_eq!((opened.headline.as_str(), opened.blocks.len()), ("A port opens", 1));
    assert!(!opened.body.contains('\r'));
}

#[test]
fn a_prefix_tells_which() {
    let article = good("prefix-tells-which");
    let events = article.events.as_ref().unwrap();
    let before = |n: usize| article.body.get(..events[n].span.start.0).unwrap();
    assert!(before(0).ends_with("إن ") && before(1).ends_with('«'));
    assert!(events.iter().all(|event| event.span.of(&article.body) == "الميناء"));
}

/// A verb inside the quotation was once taken for its cue, being nearest.
#[test]
fn the_cue_stands_beside_the_quotation() {
    let body = "He said: “I said so.” Later he said no more.";
    let quote = |exact: &str| format!(r#"{{"id": "q", "exact": "{exact}", "cue": "said"}}"#);
    let rows = [
        ("before", "I said so.", 3),
        ("behind", "Later", 35),
        ("only inside", "He said: “I said so.” Later he said", 3),
    ];
    for (name, exact, at) in rows {
        let source = format!(r#"{{"headline": "A", "articleBody": "{body}", "quotes": [{}]}}"#, quote(exact));
        let article = read(source.as_bytes()).unwrap_or_else(|err| panic!("{name}: {err:?}"));
        let cue = article.quotes.unwrap()[0].cue.unwrap();
        assert_eq!(cue.start, Byte(at), "{name}");
    }
}

#[test]
fn bad_articles_are_refused_with_their_places() {
    let files = files("tests/fixtures/articles/bad", "json");
    assert!(files.len() > 40, "the fixtures are there");
    let mut wrong = Vec::new();
    for path in files {
        let source = fs::read_to_string(&path).unwrap();
        let Err(problems) = read(source.as_bytes()) else { panic!("{} was read", path.display()) };
        let found: String = problems.iter().map(|problem| told(&source, problem)).collect();
        let expected = fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
        if found != expected {
            wrong.push(format!("== {}\n{found}-- expected\n{expected}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn what_is_not_utf8_or_too_large_is_refused() {
    let problem = |source: &[u8]| read(source).expect_err("bad").remove(0);
    let start = br#"{"headline": "A", "articleBody": ""#;
    let broken = [&start[..], b"\xD8\xA7\xFF\"}"].concat();
    assert_eq!(problem(&broken).wrong, Wrong::NotUtf8(start.len() + 2), "after a whole letter");
    let cut = [&start[..], b"\xD8"].concat();
    assert_eq!(problem(&cut).wrong, Wrong::NotUtf8(start.len()), "a letter cut in half");
    let utf16 = [0xFF, 0xFE, 0x7B, 0x00];
    assert_eq!(problem(&utf16).wrong, Wrong::NotUtf8(0), "UTF-16");
    let room = MAX_BYTES - start.len() - 2;
    let whole = |length: usize| [&start[..], "x".repeat(length).as_bytes(), b"\"}"].concat();
    assert!(read(&whole(room)).is_ok(), "1 MiB");
    assert_eq!(problem(&whole(room + 1)).wrong, Wrong::TooLarge(MAX_BYTES + 1), "a byte more");
}

#[test]
fn depth_is_borne_or_refused() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        for key in ["publisher", "headline", "unknown", "people", "events"] {
            for depth in [1, 100, 127, 128, 1_000, 50_000] {
                let value = format!("{}1{}", open.repeat(depth), close.repeat(depth));
                let source = format!(r#"{{"articleBody": "B", "{key}": {value}, "headline": "A"}}"#);
                let result = read(source.as_bytes());
                // What stands in an unknown key is passed over, however deep.
                let passed_over = key == "unknown" || (key == "publisher" && open != "[");
                assert_eq!(result.is_ok(), passed_over, "{key} {depth}");
                if let Err(problems) = result {
                    assert!(problems[0].to_string().len() < 400, "{}", problems[0]);
                }
                let _ = place_of(&source, key);
            }
        }
    }
}

#[test]
fn places_are_lines_and_characters() {
    let source = "\u{FEFF}{\n  \"العنوان\": \"ا\", \"headline\": \"ب\",\n  \"events\": [ {\"id\": 1}, {\"id\": 2} ]\n}";
    let rows = [
        ("", 1, 1),
        ("headline", 2, 31),
        ("events", 3, 13),
        ("events[1]", 3, 26),
        ("events[1].id", 3, 33),
        ("events[1].date", 3, 26),
        ("events[7].date", 3, 13),
        ("nothing", 1, 1),
        ("headline.name", 2, 31),
    ];
    for (field, line, column) in rows {
        assert_eq!(place_of(source, field), Place { line, column }, "{field}");
    }
    assert_eq!(place_of("not JSON", "headline"), Place { line: 1, column: 1 });
}

#[test]
fn messages_show_no_control_as_it_is() {
    let id = format!("a\u{202E}b\u{1B}[31m\u{2028}\u{200B}{}", "x".repeat(100));
    for wrong in [Wrong::IllegalId(id.clone()), Wrong::NotInText(id.clone()), Wrong::NotALink(id)] {
        let message = Problem { field: "events[0].id".into(), wrong }.to_string();
        assert!(message.contains(r"\u{202e}") && message.contains(r"\u{1b}") && message.contains('…'), "{message}");
        assert!(!message.chars().any(|c| c.is_control() || matches!(c, '\u{202E}' | '\u{2028}' | '\u{200B}')));
    }
}

#[test]
fn a_file_of_thousands_of_events_is_refused() {
    let event = |n: usize| format!(r#"{{"id":"e{n}","date":"2022","name":"x","exact":"B"}}"#);
    for (count, told) in [(1_000, None), (1_001, Some("events: has 1001 members; at most 1000 are read"))] {
        let events: Vec<String> = (0..count).map(event).collect();
        let source = format!(r#"{{"headline": "A", "articleBody": "B", "events": [{}]}}"#, events.join(","));
        let found = read(source.as_bytes()).err().map(|problems| problems[0].to_string());
        assert_eq!(found.as_deref(), told);
    }
}

/// serde reads a list as an object whose keys are left out.
#[test]
fn a_list_is_no_object() {
    let rows = [
        r#"["port", "en", "A", null, null, null, null, null, "B", null, null, null]"#,
        r#"{"headline": "A", "articleBody": "B", "people": [["ann", "Ann", "A", null]]}"#,
        r#"{"headline": "A", "articleBody": "B", "events": [["e", "2022", "x", "B", null, null]]}"#,
        r#"{"headline": "A", "articleBody": "B", "quotes": [["q", "B", null, null, null, null, null]]}"#,
    ];
    for source in rows {
        let problems = read(source.as_bytes()).expect_err(source);
        assert!(problems[0].to_string().ends_with("expected an object, found a list"), "{}", problems[0]);
    }
}

/// A JSON text with a piece put in, taken out or turned into another.
fn mutated(source: &str, at: f64, length: usize, piece: &str) -> String {
    let points: Vec<usize> = source.char_indices().map(|(at, _)| at).collect();
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let n = (points.len() as f64 * at) as usize;
    let place = |n: usize| points.get(n).copied().unwrap_or(source.len());
    format!("{}{piece}{}", &source[..place(n)], &source[place(n + length)..])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_file_is_read_or_refused(
        edits in prop::collection::vec((0.0..1.0_f64, 0_usize..20, prop::sample::select(vec![
            "", "\"", "{", "}", "[", "]", ",", "null", "1e999", "-", "\\u0000", "\\ud800", "\u{202E}", "\u{FEFF}", "\r\n\r\n",
            "## ", "> ", "\"id\":", "2022-02-30", "🙂", "\"exact\": \"\",", "true", "\\",
        ])), 1..6),
        file in prop::sample::select(vec!["full", "schema-org", "prefix-tells-which", "windows-lines"]),
    ) {
        let mut source = String::from_utf8(fixture(&format!("good/{file}.json"))).unwrap();
        for (at, length, piece) in edits {
            source = mutated(&source, at, length, piece);
        }
        match read(source.as_bytes()) {
            Ok(article) => sound(&article)?,
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    let Place { line, column } = place_of(&source, &problem.field);
                    prop_assert!(line >= 1 && column >= 1 && line <= source.split('\n').count());
                    prop_assert!(!told(&source, &problem).is_empty());
                }
            }
        }
    }

    #[test]
    fn any_bytes_are_refused(source in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&source).is_err());
    }

    #[test]
    fn any_text_opens(text in "([a-zس-ي ]|\n|\r\n|## |> |\u{202E}|🙂){0,60}") {
        let article = Article::from_text(&text);
        sound(&article)?;
        prop_assert!(article.minutes_to_read() >= 1);
    }
}

/// Blocks in order and apart, trimmed; every span in the text, on letters' edges, in a block.
fn sound(article: &Article) -> Result<(), TestCaseError> {
    let words: Vec<&str> = article.blocks.iter().map(|block| block.span.of(&article.body)).collect();
    prop_assert!(words.iter().all(|words| !words.is_empty() && words.trim() == *words));
    prop_assert!(article.blocks.windows(2).all(|pair| pair[0].span.end < pair[1].span.start));
    let events = article.events.iter().flatten().map(|event| event.span);
    let quotes = article.quotes.iter().flatten().flat_map(|quote| [Some(quote.span), quote.cue]);
    for span in events.chain(quotes.flatten()) {
        prop_assert!(!span.of(&article.body).is_empty());
        let block = article.block_at(span.start).map(|n| article.blocks[n].span);
        prop_assert!(block.is_some_and(|block| block.contains(span.start)));
    }
    Ok(())
}
