//! W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>), as an `AnnotationPage`.

use super::super::instant::to_iso;
use super::super::json::{object, to_json};
use super::super::notebook::Notebook;
use super::super::record::{Content, Record};
use super::{About, in_order, notes, tags};
use crate::text::direction_of;
use serde_json::Value;

/// Writes the records that `wanted` wants as JSON-LD. Beside the W3C's keys each annotation carries the whole record
/// under `siyaq`, from which it is read back without loss.
pub fn to_json_ld(
    notebook: &Notebook,
    about: &dyn Fn(&Record, &Content) -> About,
    wanted: &dyn Fn(&Record, &Content) -> bool,
) -> String {
    let annotations = in_order(notebook, wanted).into_iter().map(|(record, content)| {
        let about = about(record, content);
        annotation(record, content, &about)
    });
    let mut page = object([
        ("@context", "http://www.w3.org/ns/anno.jsonld".into()),
        ("id", "urn:siyaq:notes".into()),
        ("type", "AnnotationPage".into()),
        ("items", annotations.collect()),
    ]);
    // The same order of the keys in every build.
    page.sort_all_objects();
    format!("{page:#}\n")
}

fn annotation(record: &Record, content: &Content, about: &About) -> Value {
    let modified = record.stamp().map_or(record.created, |stamp| stamp.millis);
    let mut bodies: Vec<Value> = notes(record, content).into_iter().map(note_body).collect();
    let noted = !bodies.is_empty();
    let tags = tags(record, content);
    bodies.extend(tags.iter().map(|tag| body("tagging", tag, Value::Null, Value::Null)));
    let motivation = match (noted, tags.is_empty()) {
        (true, _) => "commenting",
        (false, false) => "tagging",
        (false, true) => "highlighting",
    };
    object([
        ("id", ["urn:siyaq:", &record.id].concat().into()),
        ("type", "Annotation".into()),
        ("motivation", motivation.into()),
        ("created", to_iso(record.created).into()),
        ("modified", to_iso(modified).into()),
        ("body", bodies.into()),
        ("target", target(record, content, about)),
        ("siyaq", to_json(record)),
    ])
}

fn note_body(note: &str) -> Value {
    let direction = direction_of(note).map(crate::text::Direction::html);
    body("commenting", note, "text/markdown".into(), direction.into())
}

fn body(purpose: &str, value: &str, format: Value, direction: Value) -> Value {
    object([
        ("type", "TextualBody".into()),
        ("purpose", purpose.into()),
        ("value", value.into()),
        ("format", format),
        ("textDirection", direction),
    ])
}

fn target(record: &Record, content: &Content, about: &About) -> Value {
    let selectors = &content.selectors;
    let quote = object([
        ("type", "TextQuoteSelector".into()),
        ("exact", selectors.exact.as_str().into()),
        ("prefix", selectors.prefix.as_str().into()),
        ("suffix", selectors.suffix.as_str().into()),
    ]);
    let position = selectors.position.map(|span| {
        object([("type", "TextPositionSelector".into()), ("start", span.start.0.into()), ("end", span.end.0.into())])
    });
    let source = if about.source.is_empty() {
        ["urn:siyaq:article:", &record.passage.article].concat()
    } else {
        about.source.clone()
    };
    // Its own language and direction, where it runs against the text that it stands in.
    let own = content.quoted(&record.passage).first().copied();
    let own = own.filter(|quoted| quoted.direction != record.passage.direction());
    let own_language = own.map(|quoted| quoted.lang).filter(|lang| !lang.is_empty());
    object([
        ("type", "SpecificResource".into()),
        ("language", own_language.into()),
        ("textDirection", own.map(|quoted| quoted.direction.html()).into()),
        (
            "source",
            object([
                ("id", source.into()),
                ("type", "Text".into()),
                ("language", record.passage.language.as_str().into()),
                ("textDirection", record.passage.direction().html().into()),
            ]),
        ),
        ("selector", std::iter::once(quote).chain(position).collect()),
        ("styleClass", content.colour.name().into()),
    ])
}
