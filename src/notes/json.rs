//! A record as JSON: what is stored, and what an annotation carries beside the W3C's keys, so that nothing is
//! lost on the way.

use super::clock::Stamp;
use super::read::{number, text};
use super::record::{Colour, Content, Passage, Record, Version};
use crate::anchor::{Rival, Selectors};
use crate::text::{CodePoint, Span};
use serde_json::{Map, Value};

/// An object of the members that are there.
pub(super) fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let present = members.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(present.map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
}

/// Writes a record with all its versions.
pub fn to_json(record: &Record) -> Value {
    let (versions, seen) = record.parts();
    let version = |(stamp, content): &Version| {
        object([
            ("millis", stamp.millis.into()),
            ("count", stamp.count.into()),
            ("writer", stamp.writer.as_str().into()),
            ("content", content.as_ref().map(content_to_json).into()),
        ])
    };
    let seen = seen.iter().map(|stamp| {
        object([
            ("millis", stamp.millis.into()),
            ("count", stamp.count.into()),
            ("writer", stamp.writer.as_str().into()),
        ])
    });
    object([
        ("id", record.id.as_str().into()),
        ("article", record.passage.article.as_str().into()),
        ("language", record.passage.language.as_str().into()),
        ("direction", record.passage.direction().html().into()),
        ("created", record.created.into()),
        ("versions", versions.iter().map(version).collect()),
        ("seen", seen.collect()),
    ])
}

fn content_to_json(content: &Content) -> Value {
    let Content { selectors, colour, note, tags } = content;
    let points = |at: fn(&Span<CodePoint>) -> usize| Value::from(selectors.position.as_ref().map(at));
    object([
        ("exact", selectors.exact.as_str().into()),
        ("prefix", selectors.prefix.as_str().into()),
        ("suffix", selectors.suffix.as_str().into()),
        ("start", points(|span| span.start.0)),
        ("end", points(|span| span.end.0)),
        ("rivalWords", selectors.rival.map(|rival| rival.words).into()),
        ("rivalWhole", selectors.rival.map(|rival| rival.whole).into()),
        ("colour", colour.name().into()),
        ("note", note.as_str().into()),
        ("tags", tags.as_slice().into()),
    ])
}

/// Reads a record; nothing where it is none. What is not read is to be kept aside, not dropped.
pub fn from_json(value: &Value) -> Option<Record> {
    let id = text(value, "id").filter(|id| !id.is_empty())?;
    let passage = Passage {
        article: text(value, "article")?.to_owned(),
        language: text(value, "language")?.to_owned(),
        rtl: text(value, "direction")? == "rtl",
    };
    let version = |version: &Value| {
        let content = match version.get("content") {
            None | Some(Value::Null) => None,
            Some(content) => Some(content_from_json(content)?),
        };
        Some((stamp(version)?, content))
    };
    let versions = value.get("versions")?.as_array()?.iter().map(version).collect::<Option<_>>()?;
    let seen = value.get("seen")?.as_array()?.iter().map(stamp).collect::<Option<_>>()?;
    Record::of_parts(id, passage, number(value, "created")?, versions, seen)
}

fn stamp(value: &Value) -> Option<Stamp> {
    Some(Stamp {
        millis: number(value, "millis")?,
        count: u32::try_from(number(value, "count")?).ok()?,
        writer: text(value, "writer")?.to_owned(),
    })
}

fn content_from_json(value: &Value) -> Option<Content> {
    let size = |key| number(value, key).and_then(|number| usize::try_from(number).ok());
    let position = size("start").zip(size("end")).map(|(start, end)| Span::new(CodePoint(start), CodePoint(end)));
    Some(Content {
        selectors: Selectors {
            exact: text(value, "exact")?.to_owned(),
            prefix: text(value, "prefix")?.to_owned(),
            suffix: text(value, "suffix")?.to_owned(),
            position,
            rival: size("rivalWords").zip(size("rivalWhole")).map(|(words, whole)| Rival { words, whole }),
        },
        colour: Colour::from_name(text(value, "colour")?)?,
        note: text(value, "note")?.to_owned(),
        tags: value.get("tags")?.as_array()?.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
    })
}
