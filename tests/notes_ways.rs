//! Notes on their ways: what an import keeps apart, restores and finds, and what an export must not let through.

#[path = "support/schema.rs"]
mod schema;

use serde_json::{Value, json};
use siyaq::anchor::{Haystack, Selectors, describe};
use siyaq::notes::{
    About, Clock, Coming, Content, Notebook, Passage, Plan, Record, is_address_of, plan, to_csv, to_json_ld,
    to_markdown,
};
use siyaq::text::find_all;

const BODY: &str = "أعلنت البلدية أن الجسر سيُفتح غدا.\n\nوقال المتحدث إن الجسر جاهز.";

fn passage(article: &str) -> Passage {
    Passage { article: article.into(), language: "ar".into(), rtl: true }
}

/// Any address is that of an article of its name; an empty one is that of none.
fn by_name(source: &str) -> Option<Passage> {
    (!source.is_empty()).then(|| passage(source))
}

fn nowhere(_: &str) -> Option<Passage> {
    None
}

fn comings(plan: &Plan) -> Vec<Coming> {
    plan.entries.iter().map(|entry| entry.coming.clone()).collect()
}

fn take(notebook: &mut Notebook, file: &Value) -> Vec<Coming> {
    let planned = plan(notebook, &file.to_string(), &by_name).unwrap();
    planned.apply(notebook);
    comings(&planned)
}

/// An annotation as Recogito writes it: its ids begin anew in every file.
fn numbered(source: &str, words: &str, note: &str, created: &str) -> Value {
    json!([{ "id": "#1", "type": "Annotation",
        "body": [{"type": "TextualBody", "purpose": "commenting", "value": note, "created": created}],
        "target": {"source": source, "selector": [{"type": "TextQuoteSelector", "exact": words}]} }])
}

/// Two files of two articles, with the same number for an id: the second overwrote the note of the first.
#[test]
fn keeps_apart_what_has_the_same_number_in_two_files() {
    let mut notebook = Notebook::default();
    let files = [
        numbered("one", "word", "of the first", "2022-01-10T12:00:00Z"),
        numbered("two", "word", "of the second", "2022-01-11T12:00:00Z"),
        numbered("one", "other words", "of the first again", "2022-01-12T12:00:00Z"),
    ];
    for file in &files {
        assert_eq!(take(&mut notebook, file), [Coming::New]);
    }
    for file in &files {
        assert_eq!(take(&mut notebook, file), [Coming::Same], "twice");
    }
    let later = numbered("one", "word", "of the first, later", "2022-01-13T12:00:00Z");
    assert_eq!(take(&mut notebook, &later), [Coming::Changes]);
    let mut notes: Vec<&str> = notebook.living().map(|(_, content)| content.note.as_str()).collect();
    notes.sort_unstable();
    assert_eq!(notes, ["of the first again", "of the first, later", "of the second"]);
}

/// Two annotations without an id, on the same word at two places, became one.
#[test]
fn keeps_apart_what_has_no_id() {
    let at = |start: usize, tag: &str| {
        json!({ "target": {"source": "one", "selector": [{"quote": "word", "start": start, "end": start + 4}]},
            "bodies": [{"purpose": "tagging", "value": tag}] })
    };
    let file = json!([at(5, "a"), at(50, "a"), at(50, "b"), at(5, "a")]);
    let mut notebook = Notebook::default();
    assert_eq!(take(&mut notebook, &file), [Coming::New, Coming::New, Coming::New, Coming::Same]);
    let before = notebook.clone();
    assert_eq!(take(&mut notebook, &file), [Coming::Same, Coming::Same, Coming::Same, Coming::Same]);
    assert_eq!(notebook, before);
}

/// What was deleted here was told as being here, and did not come back.
#[test]
fn restores_what_was_deleted_here() {
    let mut notebook = Notebook::default();
    let file = numbered("one", "word", "a note", "2022-01-10T12:00:00Z");
    take(&mut notebook, &file);
    let id = notebook.records().next().unwrap().id.clone();
    let mut clock = Clock::new("here");
    notebook.delete(&id, clock.tick(1_700_000_000_000));
    assert_eq!(take(&mut notebook, &file), [Coming::Deleted]);
    assert!(notebook.get(&id).is_some_and(Record::is_deleted), "a plain import leaves it deleted");
    let planned = plan(&notebook, &file.to_string(), &by_name).unwrap();
    let restored = planned.restore(&mut notebook, &mut || clock.tick(1_700_000_000_001));
    assert_eq!(restored, std::slice::from_ref(&id));
    assert_eq!(notebook.get(&id).and_then(Record::current).map(|content| content.note.as_str()), Some("a note"));
    assert_eq!(take(&mut notebook, &file), [Coming::Same]);
    assert!(planned.restore(&mut notebook, &mut || clock.tick(1_700_000_000_002)).is_empty(), "nothing to restore");
}

/// Every annotation of a file of Recogito names the address of Recogito, so that all were left out.
#[test]
fn finds_annotations_of_other_addresses_in_this_text() {
    let of = |exact: &str, prefix: &str, suffix: &str| {
        json!({ "target": {"source": "https://recogito.example/x", "selector":
            [{"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}]} })
    };
    let file = json!([
        of("الجسر", "وقال المتحدث إن ", " جاهز."),
        of("البلدية أن الجسر سيُفتح غدا", "", ""),
        of("الجسر", "", ""),
        of("المتحدث", "صرح بذلك ", " مساء أمس"),
        { "target": {"source": "https://other.example/y", "selector": [{"type": "TextQuoteSelector", "exact": "غيره"}]} },
    ]);
    let mut notebook = Notebook::default();
    let mut planned = plan(&notebook, &file.to_string(), &nowhere).unwrap();
    assert_eq!(planned.addresses(), ["https://recogito.example/x", "https://other.example/y"]);
    let haystack = Haystack::new(BODY);
    planned.adopt(&notebook, &passage("bridge"), &|selectors| haystack.is_sure_of(selectors));
    let elsewhere = |address: &str| Coming::Elsewhere(address.to_owned());
    let same = elsewhere("https://recogito.example/x");
    let expected = [Coming::New, Coming::New, same.clone(), same, elsewhere("https://other.example/y")];
    assert_eq!(comings(&planned), expected);
    planned.apply(&mut notebook);
    assert!(notebook.living().all(|(record, _)| record.passage == passage("bridge")));
    let mut again = plan(&notebook, &file.to_string(), &nowhere).unwrap();
    again.adopt(&notebook, &passage("bridge"), &|selectors| haystack.is_sure_of(selectors));
    assert_eq!(again.count(|coming| *coming == Coming::Same), 2);
}

#[test]
fn knows_the_addresses_of_an_article() {
    let rows = [
        ("https://example.org/siyaq/bridge/ar/", true),
        ("https://example.org/siyaq/bridge/ar", true),
        ("http://example.org/bridge/ar/index.html", true),
        ("https://example.org/bridge/ar?from=feed#p3", true),
        ("https://example.org/bridge/ar/#text=x", true),
        ("urn:siyaq:article:bridge", true),
        ("https://example.org/bridge/ru/", false),
        ("https://example.org/new-bridge/ar/", false),
        ("https://example.org/bridge/ar/more/", false),
        ("https://example.org/?page=/bridge/ar", false),
        ("urn:siyaq:article:other", false),
        ("", false),
    ];
    for (source, expected) in rows {
        assert_eq!(is_address_of(source, "bridge", "ar"), expected, "{source}");
    }
}

fn about(_: &Record, _: &Content) -> About {
    About { headline: "H".into(), source: "https://e/".into(), link: "https://e/#t".into(), ..About::default() }
}

fn all(_: &Record, _: &Content) -> bool {
    true
}

fn noted(note: &str, tags: &[&str]) -> Notebook {
    let mut notebook = Notebook::default();
    let span = find_all(BODY, "الجسر").next().unwrap();
    let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    let content = Content { selectors: describe(BODY, span).unwrap(), note: note.into(), tags, ..Content::default() };
    notebook.add(Clock::new("a").tick(1), passage("bridge"), content);
    notebook
}

/// A note of "```" or "<!--" swallowed the notes that stand behind it.
#[test]
fn markdown_shows_notes_to_the_letter() {
    let rows = [
        ("plain", "plain"),
        ("```\nopen", "\\`\\`\\`\nopen"),
        ("%% hidden", "\\%\\% hidden"),
        ("<!-- hidden", "\\<!-- hidden"),
        ("<script>a()</script>", "\\<script\\>a()\\</script\\>"),
        ("a & b", "a \\& b"),
        (
            "---\n# head\n- item\n12. item\n3) item\n3.5 km",
            "\\---\n\\# head\n\\- item\n12\\. item\n3\\) item\n3\\.5 km",
        ),
        ("one\n\n    code", "one\n\ncode"),
        ("^id | a |", "\\^id \\| a \\|"),
        ("[[page]] ==x== $y$", "\\[\\[page\\]\\] \\=\\=x\\=\\= \\$y\\$"),
        ("[a_b](https://e/x_y>z) -", "[a\\_b](<https://e/x_y%3Ez>) -"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("see https://e/x_y?a=b.\n(https://e)", "see <https://e/x_y?a=b>.\n(https://e)"),
    ];
    for (note, expected) in rows {
        let written = to_markdown(&noted(note, &[]), &about, &all);
        let part = written.split("> الجسر\n\n").nth(1).and_then(|rest| rest.split("\n\n[H](<").next());
        assert_eq!(part, Some(expected), "{note}");
    }
}

#[test]
fn csv_holds_no_formulas() {
    let rows = [
        ("plain", "plain"),
        ("a=b", "a=b"),
        ("=1+1", "\"'=1+1\""),
        (" =1+1", "\"' =1+1\""),
        ("\n=1+1", "\"'\n=1+1\""),
        ("\u{200F}@x", "\"'\u{200F}@x\""),
        ("\u{FEFF}-1", "\"'\u{FEFF}-1\""),
        ("\tx", "\"'\tx\""),
        ("＝1", "\"'＝1\""),
        ("＠x", "\"'＠x\""),
    ];
    for (note, expected) in rows {
        let written = to_csv(&noted(note, &[]), &about, &all);
        assert!(written.contains(&format!(",الجسر,{expected},yellow,")), "{note:?}: {written}");
    }
}

/// The notebook of each kind of annotation, by the schema of the W3C's parts, with their motivation.
#[test]
fn json_ld_is_valid_by_the_schema() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/notes/annotations.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let rows = [
        ("noted", noted("a note", &["tag"]), Some("commenting")),
        ("tagged", noted("", &["tag"]), Some("tagging")),
        ("marked", noted("", &[]), Some("highlighting")),
        ("empty", Notebook::default(), None),
    ];
    for (name, notebook, motivation) in rows {
        let file = to_json_ld(&notebook, &about, &all);
        let page: Value = serde_json::from_str(&file).unwrap();
        assert_eq!(schema::faults(&schema, &schema, &page, "").join("\n"), "", "{name}");
        assert_eq!(page["items"][0]["motivation"].as_str(), motivation, "{name}");
    }
    let golden = std::fs::read_to_string(path.replace("annotations.schema.json", "notes.jsonld")).unwrap();
    let golden: Value = serde_json::from_str(&golden).unwrap();
    assert_eq!(schema::faults(&schema, &schema, &golden, "").join("\n"), "");
    let mut broken = golden;
    broken["items"][0]["target"]["selector"][0]["exact"] = json!(7);
    broken["items"][1]["motivation"] = json!("shouting");
    assert_eq!(schema::faults(&schema, &schema, &broken, "").len(), 2);
}

/// Natively keys keep the order in which they are written, in browsers they do not; a file is the same from both.
#[test]
fn json_ld_has_its_keys_in_order() {
    let file = to_json_ld(&noted("a note", &["tag"]), &about, &all);
    let keys: Vec<&str> = file.lines().filter(|line| line.starts_with("      \"")).collect();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(keys, sorted);
    assert!(keys.len() > 5, "{file}");
}

#[test]
fn is_sure_of_what_can_be_nothing_else() {
    let rows = [
        ("with neighbours", "الجسر", "وقال المتحدث إن ", " جاهز.", true),
        ("neighbours too short to tell", "الجسر", "إن ", " جاهز", false),
        ("neighbours that are not there", "الجسر", "بناء ", " القديم", false),
        ("a word that is twice there", "الجسر", "", "", false),
        ("a short word", "البلدية", "", "", false),
        ("many words", "المتحدث إن الجسر جاهز", "", "", true),
        ("changed words", "المتحدث إن الجسر مغلق", "وقال ", ".", false),
        ("nothing", "", "", "", false),
    ];
    let haystack = Haystack::new(BODY);
    for (name, exact, prefix, suffix, expected) in rows {
        let selectors =
            Selectors { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into(), ..Selectors::default() };
        assert_eq!(haystack.is_sure_of(&selectors), expected, "{name}");
    }
}
