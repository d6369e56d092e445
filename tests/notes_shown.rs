//! How notes are shown: of several over one word the shortest, quotations in the direction of their blocks, and what
//! a conflict has left, in every export.

#[path = "support/schema.rs"]
mod schema;

use serde_json::{Value, json};
use siyaq::anchor::describe;
use siyaq::notes::{
    About, Clock, Colour, Content, Layer, Notebook, Passage, Record, layers, to_csv, to_html, to_json_ld, to_markdown,
};
use siyaq::text::{Byte, Direction, Lang, Span, find_all};

fn all(_: &Record, _: &Content) -> bool {
    true
}

fn about(_: &Record, _: &Content) -> About {
    About { headline: "H".into(), source: "https://e/".into(), link: "https://e/#t".into(), ..About::default() }
}

/// The letters of the colours, at each byte of a text that is seen there; capital where others lie under it.
fn drawn(layers: &[Layer], length: usize) -> String {
    let letter = |at| {
        let layer = layers.iter().find(|layer| layer.span.contains(Byte(at)))?;
        let letter = layer.colour.name().chars().next()?;
        Some(if layer.is_over { letter.to_ascii_uppercase() } else { letter })
    };
    (0..length).map(|at| letter(at).unwrap_or('.')).collect()
}

/// A highlight by its bytes.
type Mark = (Colour, std::ops::Range<usize>);

/// A short mark inside a long one was painted in neither's colour.
#[test]
fn of_highlights_over_each_other_the_shortest_is_seen() {
    let [y, g, b, p] = Colour::ALL;
    let rows: [(&str, &[Mark], &str, usize); 10] = [
        ("none", &[], "..........", 0),
        ("apart", &[(y, 1..3), (g, 5..7)], ".yy..gg...", 2),
        ("side by side", &[(y, 1..3), (g, 3..5)], ".yygg.....", 2),
        ("a short one inside", &[(y, 0..10), (g, 4..6)], "yyyyGGyyyy", 3),
        ("a short one inside, marked first", &[(g, 4..6), (y, 0..10)], "yyyyGGyyyy", 3),
        ("crossed", &[(y, 0..6), (b, 4..8)], "yyyyBBbb..", 3),
        ("the same words twice", &[(p, 2..5), (y, 2..5)], "..PPP.....", 1),
        ("three deep", &[(y, 0..10), (g, 2..8), (p, 4..6)], "yyGGPPGGyy", 5),
        ("what ends under a short one does not cut it", &[(p, 3..6), (y, 0..4), (g, 4..10)], "yyyPPPgggg", 3),
        ("empty ones are not seen", &[(y, 3..3), (g, 1..4)], ".ggg......", 1),
    ];
    for (name, highlights, expected, count) in rows {
        let highlights: Vec<_> =
            highlights.iter().map(|(colour, range)| (*colour, Span::bytes(range.clone()))).collect();
        let seen = layers(&highlights);
        assert_eq!(drawn(&seen, 10), expected, "{name}");
        assert_eq!(seen.len(), count, "{name}: {seen:?}");
        assert!(seen.is_sorted_by(|a, b| a.span.end <= b.span.start), "{name}: {seen:?}");
    }
}

const BODY: &str = "قال الوزير إن NATO لن يشارك في المهمة.\n\n> The minister said that the alliance would not take part.\n\n\
    وأضاف أن القرار نهائي.";

/// A notebook in which `words` of an Arabic article are marked.
fn marked(words: &str) -> Notebook {
    let mut notebook = Notebook::default();
    let passage = Passage { article: "a".into(), language: "ar".into(), rtl: true };
    let selectors = describe(BODY, find_all(BODY, words).next().unwrap()).unwrap();
    notebook.add(Clock::new("one").tick(1), passage, Content { selectors, ..Content::default() });
    notebook
}

/// Words, their direction, and the tag of their language.
type Run = (&'static str, Direction, &'static str);

/// A quotation had the direction of its article, whatever its block was.
#[test]
fn quotations_run_as_their_blocks() {
    use Direction::{Ltr, Rtl};
    let rows: [(&str, &str, &[Run]); 7] = [
        ("Arabic", "القرار نهائي", &[("القرار نهائي", Rtl, "ar")]),
        ("an English block", "the alliance would", &[("the alliance would", Ltr, "en")]),
        ("a name in an Arabic block, alone", "NATO", &[("NATO", Ltr, "en")]),
        ("a name with its Arabic words", "إن NATO لن", &[("إن NATO لن", Rtl, "ar")]),
        ("its full stop alone", "نهائي.", &[("نهائي.", Rtl, "ar")]),
        ("no letters, at the end of an English block", "part.", &[("part.", Ltr, "en")]),
        (
            "two blocks",
            "في المهمة.\n\n> The minister said",
            &[("في المهمة.", Rtl, "ar"), ("The minister said", Ltr, "en")],
        ),
    ];
    for (name, words, expected) in rows {
        let notebook = marked(words);
        let (record, content) = notebook.living().next().unwrap();
        let quoted = content.quoted(&record.passage);
        let told: Vec<_> = quoted.iter().map(|one| (one.words, one.direction, one.lang)).collect();
        assert_eq!(told, expected, "{name}");
    }
    // Latin names do not make an Arabic block of a Russian article English.
    let mut named = Content::default();
    named.selectors.exact = "Kassym-Jomart Tokayev قال إن".into();
    named.selectors.suffix = " هذه الفقرة عربية كلها وإنها تنتهي بنقطة".into();
    let russian = Passage { article: "a".into(), language: "ru".into(), rtl: false };
    assert_eq!(named.quoted(&russian).first().map(|one| (one.direction, one.lang)), Some((Rtl, "ar")));
    // Of letters that none of our languages has, the language is not known.
    let mut persian = Content::default();
    persian.selectors.exact = "گفتگو با وزیر".into();
    let english = Passage { article: "a".into(), language: "en".into(), rtl: false };
    assert_eq!(persian.quoted(&english).first().map(|one| (one.direction, one.lang)), Some((Rtl, "")));
    assert_eq!(Content::default().quoted(&english).len(), 1);
}

#[test]
fn exports_say_in_which_direction_a_quotation_runs() {
    let html = |words: &str| to_html(&marked(words), &about, &all, Lang::Ar, "T");
    assert!(html("القرار نهائي").contains("<blockquote class=\"yellow\"><p>القرار نهائي</p></blockquote>"));
    let two = "<p>في المهمة.</p><p lang=\"en\" dir=\"ltr\">The minister said</p>";
    assert!(html("في المهمة.\n\n> The minister said").contains(two));
    let target = |words: &str| {
        let page: Value = serde_json::from_str(&to_json_ld(&marked(words), &about, &all)).unwrap();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/notes/annotations.schema.json");
        let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(schema::faults(&schema, &schema, &page, "").join("\n"), "", "{words}");
        page["items"][0]["target"].clone()
    };
    let english = target("the alliance would");
    assert_eq!((&english["language"], &english["textDirection"]), (&json!("en"), &json!("ltr")));
    // Its source is the article still, which is Arabic.
    assert_eq!((&english["source"]["language"], &english["source"]["textDirection"]), (&json!("ar"), &json!("rtl")));
    let arabic = target("القرار نهائي");
    assert_eq!((&arabic["language"], &arabic["textDirection"]), (&Value::Null, &Value::Null));
}

/// A note, and beside it what others have written to it at the same time.
fn in_conflict(shown: (&str, &[&str]), copies: &[(&str, &[&str])]) -> Notebook {
    let content = |(note, tags): (&str, &[&str]), from: &Content| Content {
        note: note.into(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..from.clone()
    };
    let mut notebook = marked("القرار نهائي");
    let (id, base) = notebook.living().map(|(record, content)| (record.id.clone(), content.clone())).next().unwrap();
    let first = notebook.clone();
    notebook.write(&id, Clock::new("one").tick(100), content(shown, &base));
    for (n, copy) in (0..).zip(copies) {
        let mut other = first.clone();
        other.write(&id, Clock::new(&format!("other {n}")).tick(50 - n), content(*copy, &base));
        notebook.merge(&other);
    }
    notebook
}

/// The tags of a copy were in the record, and in no export but within our own key.
#[test]
fn exports_show_the_tags_of_copies() {
    let notebook = in_conflict(("mine", &["a", "b"]), &[("theirs", &["b", "c d"]), ("mine", &["e"]), ("", &["f"])]);
    let markdown = to_markdown(&notebook, &about, &all);
    let part = markdown.split("نهائي\n\n").nth(1).unwrap_or_default();
    assert_eq!(part, "mine\n\ntheirs\n#b #c-d\n\n#e\n\n#f\n\n[H](<https://e/#t>) #a #b ^1-0-one\n\n");
    let csv = to_csv(&notebook, &about, &all);
    assert!(csv.contains("\"mine\n\ntheirs\",yellow,\"a, b, c d, e, f\","), "{csv}");
    let html = to_html(&notebook, &about, &all, Lang::Ar, "T");
    let notes = "<p class=\"note\" dir=\"auto\">mine</p>\n<p class=\"tags\"><bdi>a</bdi> <bdi>b</bdi> </p>\n\
        <p class=\"note\" dir=\"auto\">theirs</p>\n<p class=\"tags\"><bdi>b</bdi> <bdi>c d</bdi> </p>\n\
        <p class=\"tags\"><bdi>e</bdi> </p>\n<p class=\"tags\"><bdi>f</bdi> </p>\n";
    assert!(html.contains(notes), "{html}");
    let page: Value = serde_json::from_str(&to_json_ld(&notebook, &about, &all)).unwrap();
    let bodies = page["items"][0]["body"].as_array().unwrap();
    let told: Vec<&str> = bodies.iter().filter_map(|body| body["value"].as_str()).collect();
    assert_eq!(told, ["mine", "theirs", "a", "b", "c d", "e", "f"]);
}
