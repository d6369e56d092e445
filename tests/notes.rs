//! Notes: what is stored, the ways out and in.

use serde_json::{Value, json};
use siyaq::anchor::{Rival, Selectors, describe};
use siyaq::notes::{
    About, Clock, Colour, Coming, Content, NotePiece, Notebook, Passage, Record, from_iso, from_json, note_pieces,
    plan, to_csv, to_html, to_iso, to_json, to_json_ld, to_markdown,
};
use siyaq::text::{CodePoint, Lang, Span, find_all};

const BODY: &str =
    "أعلنت البلدية أن الجسر سيُفتح غدا.\n\n## ما بعد الافتتاح\n\nوستتوقف العبّارة بعد أسبوع، كما قال المتحدث.";

fn passage(article: &str) -> Passage {
    Passage { article: article.into(), language: "ar".into(), rtl: true }
}

fn content(words: &str, note: &str, tags: &[&str], colour: Colour) -> Content {
    let span = find_all(BODY, words).next().unwrap_or_default();
    Content {
        selectors: describe(BODY, span).unwrap_or_default(),
        colour,
        note: note.into(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    }
}

/// Three highlights, one of them with a conflict, and one deleted.
fn notebook() -> Notebook {
    let mut clock = Clock::new("one");
    let mut out = Notebook::default();
    let plain = content("وستتوقف العبّارة", "", &[], Colour::Blue);
    out.add(clock.tick(1_641_816_000_000), passage("bridge"), plain);
    let noted = content(
        "الجسر سيُفتح",
        "متى؟ انظر [هنا](https://example.org/a?b=1&c=2)\nو<b>",
        &["سؤال", "to check"],
        Colour::Pink,
    );
    let id = out.add(clock.tick(1_641_816_001_000), passage("bridge"), noted.clone());
    let mut other = out.clone();
    let copy = Content { note: "=لا".into(), tags: vec!["to check".into(), "لاحقا".into()], ..noted.clone() };
    out.write(&id, clock.tick(1_641_816_002_000), Content { note: "نعم, \"غدا\"".into(), ..noted.clone() });
    other.write(&id, Clock::new("two").tick(1_641_816_003_000), copy);
    out.merge(&other);
    let wide = content("غدا.\n\n## ما بعد الافتتاح", "حول *العنوان*", &[], Colour::Green);
    out.add(clock.tick(1_641_816_004_000), passage("bridge"), wide);
    let gone =
        out.add(clock.tick(1_641_816_005_000), passage("bridge"), content("المتحدث", "خطأ", &[], Colour::Yellow));
    out.delete(&gone, clock.tick(1_641_816_006_000));
    out
}

fn about(record: &Record, _: &Content) -> About {
    About {
        headline: "الجسر <الجديد> #1".into(),
        publisher: "صحيفة المدينة".into(),
        published: "10 يناير 2022".into(),
        source: format!("https://example.org/{}/ar/", record.passage.article),
        link: format!("https://example.org/{}/ar/#text=%D8%A3", record.passage.article),
    }
}

fn all(_: &Record, _: &Content) -> bool {
    true
}

fn ours(source: &str) -> Option<Passage> {
    (source.is_empty() || source.contains("example.org/bridge/")).then(|| passage("bridge"))
}

#[test]
fn stores_records_without_loss() {
    for record in notebook().records() {
        assert_eq!(from_json(&to_json(record)).as_ref(), Some(record));
        let text = to_json(record).to_string();
        assert_eq!(serde_json::from_str(&text).ok().as_ref().and_then(from_json).as_ref(), Some(record));
    }
}

#[test]
fn reads_no_record_where_there_is_none() {
    let good = to_json(notebook().records().next().unwrap());
    let spoilt = |key: &str, value: Value| {
        let mut bad = good.clone();
        bad[key] = value;
        bad
    };
    let rows = [
        ("nothing", Value::Null),
        ("a list", json!([])),
        ("no id", spoilt("id", Value::Null)),
        ("an empty id", spoilt("id", json!(""))),
        ("a time in words", spoilt("created", json!("yesterday"))),
        ("no versions", spoilt("versions", json!([]))),
        ("a version of another kind", spoilt("versions", json!([7]))),
        (
            "a content of another kind",
            spoilt("versions", json!([{"millis": 1, "count": 0, "writer": "a", "content": 7}])),
        ),
        ("a negative count", spoilt("versions", json!([{"millis": 1, "count": -1, "writer": "a"}]))),
        ("no writers", spoilt("seen", json!(5))),
    ];
    for (name, value) in rows {
        assert_eq!(from_json(&value), None, "{name}");
    }
}

#[test]
fn json_ld_goes_round_without_loss() {
    let notebook = notebook();
    let file = to_json_ld(&notebook, &about, &all);
    let mut other = Notebook::default();
    let first = plan(&other, &file, &ours).unwrap();
    assert_eq!(first.count(|coming| *coming == Coming::New), 3);
    first.apply(&mut other);
    let (own, read): (Vec<_>, Vec<_>) = (notebook.living().collect(), other.living().collect());
    assert_eq!(read, own);
    assert_eq!(to_json_ld(&other, &about, &all), file);
    let again = plan(&other, &file, &ours).unwrap();
    assert_eq!(again.count(|coming| *coming == Coming::Same), 3, "{again:?}");
    let before = other.clone();
    again.apply(&mut other);
    assert_eq!(other, before);
}

#[test]
fn json_ld_is_what_the_w3c_says() {
    let page: Value = serde_json::from_str(&to_json_ld(&notebook(), &about, &all)).unwrap();
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), 3);
    for item in items {
        assert_eq!(item["type"], "Annotation");
        assert!(item["id"].as_str().is_some_and(|id| id.starts_with("urn:siyaq:")));
        let source = &item["target"]["source"];
        assert_eq!((&source["language"], &source["textDirection"]), (&json!("ar"), &json!("rtl")));
        let selectors = item["target"]["selector"].as_array().unwrap();
        assert_eq!(selectors[0]["type"], "TextQuoteSelector");
        assert_eq!(selectors[1]["type"], "TextPositionSelector");
        let letters: Vec<char> = BODY.chars().collect();
        let at = |key: &str| usize::try_from(selectors[1][key].as_u64().unwrap()).unwrap();
        assert_eq!(json!(letters[at("start")..at("end")].iter().collect::<String>()), selectors[0]["exact"]);
    }
    let noted = &items[0];
    assert_eq!(noted["created"], "2022-01-10T12:00:01.000Z");
    assert_eq!(noted["modified"], "2022-01-10T12:00:03.000Z");
    let purposes: Vec<&str> =
        noted["body"].as_array().unwrap().iter().filter_map(|body| body["purpose"].as_str()).collect();
    assert_eq!(purposes, ["commenting", "commenting", "tagging", "tagging", "tagging"]);
    assert_eq!(items[2]["motivation"], "highlighting");
}

#[test]
fn plans_before_it_changes() {
    let file = to_json_ld(&notebook(), &about, &all);
    let mut clock = Clock::new("three");
    let mut here = notebook();
    let ids: Vec<String> = here.living().map(|(record, _)| record.id.clone()).collect();
    let edited = here.get(&ids[0]).and_then(Record::current).cloned().unwrap();
    here.write(&ids[0], clock.tick(1_700_000_000_000), Content { note: "later".into(), ..edited });
    here.delete(&ids[1], clock.tick(1_700_000_000_000));
    let told: Vec<Coming> = plan(&here, &file, &ours).unwrap().entries.into_iter().map(|entry| entry.coming).collect();
    assert_eq!(told.iter().filter(|coming| **coming == Coming::Same).count(), 2, "{told:?}");
    assert_eq!(told.iter().filter(|coming| **coming == Coming::Deleted).count(), 1, "{told:?}");
    // The file is later than what is here, or was written apart from it.
    let later = to_json_ld(&here, &about, &all);
    let mut old = notebook();
    let changes = plan(&old, &later, &ours).unwrap();
    assert_eq!(changes.count(|coming| *coming == Coming::Changes), 1, "{changes:?}");
    let mine = old.get(&ids[0]).and_then(Record::current).cloned().unwrap();
    old.write(&ids[0], Clock::new("four").tick(1_650_000_000_000), Content { note: "apart".into(), ..mine });
    let conflict = plan(&old, &later, &ours).unwrap();
    assert_eq!(conflict.count(|coming| *coming == Coming::Conflict), 1, "{conflict:?}");
}

/// What Hypothesis writes: its API's answer and its client's export hold the same annotations.
fn hypothesis() -> Value {
    json!({ "total": 3, "rows": [
        { "id": "abc", "created": "2022-01-10T12:00:00.000000+00:00", "updated": "2022-01-11T12:00:00.000000+00:00",
          "user": "acct:reader@example.org", "uri": "https://example.org/bridge/ar/", "text": "a note", "tags": ["bridge", "غدا"],
          "document": {"title": ["الجسر"]},
          "target": [{ "source": "https://example.org/bridge/ar/", "selector": [
            {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0, "endContainer": "/p[1]", "endOffset": 4},
            {"type": "TextPositionSelector", "start": 17, "end": 29},
            {"type": "TextQuoteSelector", "exact": "الجسر سيُفتح", "prefix": "أعلنت البلدية أن ", "suffix": " غدا."}] }] },
        { "id": "page-note", "created": "2022-01-10T12:00:00+00:00", "updated": "2022-01-10T12:00:00+00:00",
          "uri": "https://example.org/bridge/ar/", "text": "of the whole page", "tags": [],
          "target": [{"source": "https://example.org/bridge/ar/"}] },
        { "id": "other", "created": "2022-01-10T12:00:00+00:00", "updated": "2022-01-10T12:00:00+00:00",
          "uri": "https://example.com/else", "text": "", "tags": [],
          "target": [{"source": "https://example.com/else", "selector": [{"type": "TextQuoteSelector", "exact": "word"}]}] }
    ] })
}

#[test]
fn reads_hypothesis() {
    let mut notebook = Notebook::default();
    let file = hypothesis().to_string();
    let first = plan(&notebook, &file, &ours).unwrap();
    let told: Vec<Coming> = first.entries.iter().map(|entry| entry.coming.clone()).collect();
    assert_eq!(told, [Coming::New, Coming::NoPassage, Coming::Elsewhere("https://example.com/else".into())]);
    first.apply(&mut notebook);
    let (record, content) = notebook.living().next().unwrap();
    assert_eq!((content.note.as_str(), content.tags.join("|").as_str()), ("a note", "bridge|غدا"));
    assert_eq!(record.created, from_iso("2022-01-10T12:00:00Z").unwrap());
    assert_eq!(content.selectors.exact, "الجسر سيُفتح");
    assert_eq!(content.selectors.position, Some(Span::new(CodePoint(17), CodePoint(29))));
    let found = siyaq::anchor::locate(BODY, &content.selectors);
    assert_eq!(found.span().map(|span| span.of(BODY)), Some("الجسر سيُفتح"));
    let client = json!({ "export_date": "2022-02-01", "client_version": "1", "annotations": hypothesis()["rows"] });
    let again = plan(&notebook, &client.to_string(), &ours).unwrap();
    assert_eq!(again.entries[0].coming, Coming::Same);
    let mut later = hypothesis();
    later["rows"][0]["text"] = json!("a better note");
    later["rows"][0]["updated"] = json!("2022-03-01T12:00:00+00:00");
    let changed = plan(&notebook, &later.to_string(), &ours).unwrap();
    assert_eq!(changed.entries[0].coming, Coming::Changes);
}

#[test]
fn reads_recogito() {
    let w3c = json!([{ "@context": "http://www.w3.org/ns/anno.jsonld", "id": "#1", "type": "Annotation",
        "body": [{"type": "TextualBody", "purpose": "commenting", "value": "متى؟", "created": "2022-01-10T12:00:00Z"},
                 {"type": "TextualBody", "purpose": "replying", "value": "غدا"},
                 {"type": "TextualBody", "purpose": "tagging", "value": "سؤال"}],
        "target": {"selector": [{"type": "TextQuoteSelector", "exact": "الجسر"},
                                {"type": "TextPositionSelector", "start": 17, "end": 22}]} }]);
    let own = json!([{ "id": "1", "bodies": [
            {"id": "b", "annotation": "1", "purpose": "commenting", "value": "متى؟", "created": "2022-01-10T12:00:00Z"},
            {"id": "c", "annotation": "1", "purpose": "replying", "value": "غدا"},
            {"id": "d", "annotation": "1", "purpose": "tagging", "value": "سؤال"}],
        "target": {"annotation": "1", "selector": [{"quote": "الجسر", "start": 17, "end": 22}]} }]);
    for (name, file) in [("W3C", w3c), ("its own", own)] {
        let mut notebook = Notebook::default();
        let file = file.to_string();
        plan(&notebook, &file, &ours).unwrap().apply(&mut notebook);
        let before = notebook.clone();
        plan(&notebook, &file, &ours).unwrap().apply(&mut notebook);
        assert_eq!(notebook, before, "{name}: twice");
        let (record, content) = notebook.living().next().unwrap();
        assert_eq!((content.note.as_str(), content.tags.join("|").as_str()), ("متى؟\n\nغدا", "سؤال"), "{name}");
        assert_eq!(
            (to_iso(record.created).as_str(), content.selectors.exact.as_str()),
            ("2022-01-10T12:00:00.000Z", "الجسر")
        );
    }
}

#[test]
fn refuses_other_files() {
    for file in ["", "{", "7", "null", "{}", "[1]", "\"text\"", "{\"items\": 5}", &"[".repeat(10_000)] {
        assert!(plan(&Notebook::default(), file, &ours).is_err(), "{file:.20}");
    }
    assert_eq!(plan(&Notebook::default(), "\u{FEFF}[]", &ours).map(|plan| plan.entries.len()), Ok(0));
    // A rival survives the way round; other programs' annotations have none.
    let rival = Some(Rival { words: 3, whole: 9 });
    let selectors = Selectors { exact: "كلمة".into(), rival, ..Selectors::default() };
    let mut notebook = Notebook::default();
    notebook.add(Clock::new("one").tick(1), passage("bridge"), Content { selectors, ..Content::default() });
    let record = notebook.records().next().unwrap();
    assert_eq!(
        from_json(&to_json(record)).and_then(|read| read.current().and_then(|content| content.selectors.rival)),
        rival
    );
}

/// Compares with a golden file; `SIYAQ_GOLDEN=write` writes it anew.
fn golden(name: &str, text: &str) {
    let path = format!("{}/tests/fixtures/notes/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var("SIYAQ_GOLDEN").is_ok() {
        std::fs::create_dir_all(std::path::Path::new(&path).parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{name}");
}

#[test]
fn writes_the_golden_files() {
    let notebook = notebook();
    golden("notes.jsonld", &to_json_ld(&notebook, &about, &all));
    golden("notes.md", &to_markdown(&notebook, &about, &all));
    let csv = to_csv(&notebook, &about, &all);
    golden("notes.csv", csv.strip_prefix('\u{FEFF}').unwrap_or_default());
    golden("notes.html", &to_html(&notebook, &about, &all, Lang::Ar, "ملاحظاتي"));
    let pink = |_: &Record, content: &Content| content.colour == Colour::Pink;
    assert_eq!(to_markdown(&notebook, &about, &pink).matches("\n> ").count(), 1);
}

#[test]
fn reads_links_in_notes() {
    let link = |text, href| NotePiece::Link { text, href };
    let rows = [
        ("", vec![]),
        ("نص", vec![NotePiece::Text("نص")]),
        ("a [b](https://c.d) e", vec![NotePiece::Text("a "), link("b", "https://c.d"), NotePiece::Text(" e")]),
        ("[a](http://b)[c](HTTPS://d)", vec![link("a", "http://b"), link("c", "HTTPS://d")]),
        ("[a](javascript:alert(1))", vec![NotePiece::Text("[a](javascript:alert(1))")]),
        ("[a](https://)", vec![NotePiece::Text("[a](https://)")]),
        ("[](https://b)", vec![NotePiece::Text("[](https://b)")]),
        ("[a](https://b", vec![NotePiece::Text("[a](https://b")]),
        ("](](", vec![NotePiece::Text("](](")]),
        ("[x [a](https://b)", vec![NotePiece::Text("[x "), link("a", "https://b")]),
        ("[x](y) [a](https://b)", vec![NotePiece::Text("[x](y) "), link("a", "https://b")]),
    ];
    for (note, pieces) in rows {
        assert_eq!(note_pieces(note), pieces, "{note}");
    }
}

#[test]
fn reads_times() {
    let rows = [
        ("2022-01-10T12:00:00Z", Some(1_641_816_000_000)),
        ("2022-01-10T12:00:00.123456+00:00", Some(1_641_816_000_123)),
        ("2022-01-10T15:00:00+03:00", Some(1_641_816_000_000)),
        ("2022-01-10T08:30:00-0330", Some(1_641_816_000_000)),
        ("2022-01-10T12:00", Some(1_641_816_000_000)),
        ("2022-01-10", Some(1_641_772_800_000)),
        ("2022-13-10", None),
        ("2022-01-10T99:00:00Z", None),
        ("1969-12-31", None),
        ("yesterday", None),
        ("", None),
    ];
    for (text, millis) in rows {
        assert_eq!(from_iso(text), millis, "{text}");
    }
    for millis in [0, 1, 999, 1_641_816_000_123, 4_102_444_799_999] {
        assert_eq!(from_iso(&to_iso(millis)), Some(millis));
    }
}
