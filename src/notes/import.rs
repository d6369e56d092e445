//! The way in: our own JSON-LD, any W3C Web Annotations, and what Hypothesis and Recogito export. First a plan,
//! that says what would come; then, if the reader wants it, the merge.

use super::clock::Stamp;
use super::instant::from_iso;
use super::json::from_json;
use super::notebook::Notebook;
use super::read::{each, number, text};
use super::record::{Colour, Content, Passage, Record};
use crate::anchor::Selectors;
use crate::text::{CodePoint, Span, fingerprint};
use serde_json::Value;

/// The file holds no annotations: it is no JSON, or JSON of another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnnotations;

/// What an import would do with one annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coming {
    /// Add it.
    New,
    /// Put a later version in the place of the one that is here.
    Changes,
    /// Keep both versions, the later shown and the other as its copy.
    Conflict,
    /// Nothing: it is here already.
    Same,
    /// Nothing: it was deleted here since.
    Deleted,
    /// Leave it out: it belongs to the text at this address, which is not one of ours.
    Elsewhere(String),
    /// Leave it out: it names no passage.
    NoPassage,
}

/// One annotation of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What would become of it.
    pub coming: Coming,
    /// The record; nothing where it is left out.
    pub record: Option<Record>,
    /// The annotation as it came, where it belongs to a text that is not one of ours: see [`Plan::adopt`].
    apart: Option<Value>,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The annotations, in the order of the file.
    pub entries: Vec<Entry>,
}

impl Plan {
    /// How many annotations would fare so.
    pub fn count(&self, wanted: impl Fn(&Coming) -> bool) -> usize {
        self.entries.iter().filter(|entry| wanted(&entry.coming)).count()
    }

    /// Does what was planned. Doing it twice adds nothing.
    pub fn apply(&self, notebook: &mut Notebook) {
        self.entries.iter().filter_map(|entry| entry.record.as_ref()).for_each(|record| notebook.merge_record(record));
    }

    /// The ids of the records that it may change, each once.
    pub fn ids(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for record in self.entries.iter().filter_map(|entry| entry.record.as_ref()) {
            if let Err(at) = out.binary_search(&record.id) {
                out.insert(at, record.id.clone());
            }
        }
        out
    }

    /// Writes anew what was deleted here since, each as a version of its own, stamped by `stamp`. Answers their ids.
    pub fn restore(&self, notebook: &mut Notebook, stamp: &mut dyn FnMut() -> Stamp) -> Vec<String> {
        let deleted = self.entries.iter().filter(|entry| entry.coming == Coming::Deleted);
        let mut out = Vec::new();
        for record in deleted.filter_map(|entry| entry.record.as_ref()) {
            let gone = notebook.get(&record.id).is_some_and(Record::is_deleted);
            if let Some(content) = record.current().filter(|_| gone) {
                notebook.write(&record.id, stamp(), content.clone());
                out.push(record.id.clone());
            }
        }
        out
    }

    /// Takes what belongs to no text of ours for the text of `passage`, where `stands` is sure of its words there.
    pub fn adopt(&mut self, notebook: &Notebook, passage: &Passage, stands: &dyn Fn(&Selectors) -> bool) {
        let mut scratch = notebook.clone();
        self.apply(&mut scratch);
        for own in &mut self.entries {
            let Some(annotation) = &own.apart else { continue };
            if selectors(target(annotation)).is_some_and(|selectors| stands(&selectors)) {
                *own = entry(&mut scratch, annotation, &|_| Some(passage.clone()));
            }
        }
    }

    /// The addresses of the texts that are not ours, each once, in the order of the file.
    pub fn addresses(&self) -> Vec<&str> {
        let mut out = Vec::new();
        for entry in &self.entries {
            if let Coming::Elsewhere(address) = &entry.coming
                && !out.contains(&address.as_str())
            {
                out.push(address);
            }
        }
        out
    }
}

/// Plans the import of `file`. `passage` tells which of our articles an address belongs to; it is empty where the
/// annotation names none.
pub fn plan(
    notebook: &Notebook,
    file: &str,
    passage: &dyn Fn(&str) -> Option<Passage>,
) -> Result<Plan, NotAnnotations> {
    let file = file.strip_prefix('\u{FEFF}').unwrap_or(file);
    let value: Value = serde_json::from_str(file).map_err(|_| NotAnnotations)?;
    let annotations = annotations(&value).ok_or(NotAnnotations)?;
    let mut scratch = notebook.clone();
    let entries = annotations.iter().map(|annotation| entry(&mut scratch, annotation, passage)).collect();
    Ok(Plan { entries })
}

/// The annotations of a page or collection (W3C), of an export or an answer of Hypothesis, of a list, or the one.
fn annotations(value: &Value) -> Option<&[Value]> {
    if let Value::Array(list) = value {
        return list.iter().all(Value::is_object).then_some(list);
    }
    for key in ["items", "annotations", "rows"] {
        if let Some(Value::Array(list)) = value.get(key) {
            return Some(list);
        }
    }
    match value.get("first") {
        Some(first) => annotations(first),
        None => value.get("target").map(|_| std::slice::from_ref(value)),
    }
}

fn entry(scratch: &mut Notebook, annotation: &Value, passage: &dyn Fn(&str) -> Option<Passage>) -> Entry {
    let own = annotation.get("siyaq").and_then(from_json);
    let record = match own.map_or_else(|| foreign(annotation, passage), Ok) {
        Ok(record) => record,
        Err(coming) => {
            let apart = matches!(coming, Coming::Elsewhere(_)).then(|| annotation.clone());
            return Entry { coming, record: None, apart };
        }
    };
    let before = scratch.get(&record.id).cloned();
    scratch.merge_record(&record);
    let coming = match (before, scratch.get(&record.id)) {
        (Some(before), Some(after)) if before.is_deleted() && after.is_deleted() => Coming::Deleted,
        (Some(before), Some(after)) if after.copies().len() > before.copies().len() => Coming::Conflict,
        (Some(before), Some(after)) if before.current() == after.current() => Coming::Same,
        (Some(_), _) => Coming::Changes,
        (None, _) => Coming::New,
    };
    Entry { coming, record: Some(record), apart: None }
}

/// The writer of what other programs have written. One writer: its versions replace one another by their time.
const IMPORT: &str = "import";

/// An annotation of another program. Its id and stamp come from what it says, so that importing it again adds
/// nothing.
fn foreign(annotation: &Value, passage: &dyn Fn(&str) -> Option<Passage>) -> Result<Record, Coming> {
    let target = target(annotation);
    let selectors = selectors(target).ok_or(Coming::NoPassage)?;
    let source = source(annotation, target);
    let passage = passage(source).ok_or_else(|| Coming::Elsewhere(source.to_owned()))?;
    let mut content = Content { selectors, ..Content::default() };
    content.colour = text(target, "styleClass").and_then(Colour::from_name).unwrap_or_default();
    read_bodies(annotation, &mut content);
    let time = |key| {
        let of = |value| text(value, key).and_then(from_iso);
        of(annotation).or_else(|| bodies(annotation).iter().find_map(of)).or_else(|| of(target))
    };
    let created = time("created").unwrap_or(0);
    let millis = time("modified").or(time("updated")).unwrap_or(created).max(created);
    let stamp = Stamp { millis, count: 0, writer: IMPORT.to_owned() };
    Ok(Record::new(&foreign_id(annotation, &passage, &content), passage, created, stamp, content))
}

/// What an annotation is about; of several the first.
fn target(annotation: &Value) -> &Value {
    each(annotation, "target").first().unwrap_or(&Value::Null)
}

/// The bodies: the W3C's, or Recogito's own.
fn bodies(annotation: &Value) -> &[Value] {
    let own = each(annotation, "bodies");
    if own.is_empty() { each(annotation, "body") } else { own }
}

/// Notes, replies and tags. Hypothesis keeps them at `text` and `tags`; a body may be a bare text.
fn read_bodies(annotation: &Value, content: &mut Content) {
    let mut notes: Vec<&str> = text(annotation, "text").into_iter().collect();
    let mut tags: Vec<&str> = each(annotation, "tags").iter().filter_map(Value::as_str).collect();
    for body in bodies(annotation) {
        let Some(value) = body.as_str().or_else(|| text(body, "value")) else { continue };
        if text(body, "purpose") == Some("tagging") {
            tags.push(value);
        } else {
            notes.push(value);
        }
    }
    notes.retain(|note| !note.trim().is_empty());
    content.note = notes.join("\n\n");
    content.tags = tags.into_iter().map(str::to_owned).collect();
}

/// The address of the text: as the target's source, which may be an object, or beside it.
fn source<'v>(annotation: &'v Value, target: &'v Value) -> &'v str {
    let source = target.get("source");
    let named = source.and_then(|source| source.as_str().or_else(|| text(source, "id")));
    named.or_else(|| text(annotation, "uri")).unwrap_or_default()
}

/// The selectors of a target, wherever they stand; nothing without the words of the passage.
fn selectors(target: &Value) -> Option<Selectors> {
    let mut out = Selectors::default();
    for selector in each(target, "selector") {
        // Recogito keeps both in one, under its own name for the words.
        if let Some(exact) = text(selector, "exact").or_else(|| text(selector, "quote")) {
            exact.clone_into(&mut out.exact);
            text(selector, "prefix").unwrap_or_default().clone_into(&mut out.prefix);
            text(selector, "suffix").unwrap_or_default().clone_into(&mut out.suffix);
        }
        let at = |key| number(selector, key).and_then(|at| usize::try_from(at).ok());
        if let (Some(start), Some(end)) = (at("start"), at("end")) {
            out.position = Some(Span::new(CodePoint(start), CodePoint(end)));
        }
    }
    (!out.exact.trim().is_empty()).then_some(out)
}

/// An id made from the text, the words and the annotation's own id, which some programs count anew in every file; where
/// it has none, from all that it says.
fn foreign_id(annotation: &Value, passage: &Passage, content: &Content) -> String {
    let own = text(annotation, "id").unwrap_or_default();
    let Selectors { exact, prefix, suffix, position, .. } = &content.selectors;
    let mut parts: Vec<&str> = vec![&passage.article, &passage.language, own, exact];
    let place = position.map_or(String::new(), |span| [span.start.0.to_string(), span.end.0.to_string()].join("-"));
    if own.is_empty() {
        parts.extend([prefix.as_str(), suffix, &place, &content.note]);
        parts.extend(content.tags.iter().map(String::as_str));
    }
    ["i-", &fingerprint(&parts)].concat()
}

/// Whether `source`, an address or one of our names, is that of an article in a language, on whatever host: with or
/// without the last slash or the name of the page, a query or a fragment.
pub fn is_address_of(source: &str, article: &str, language: &str) -> bool {
    if let Some(id) = source.strip_prefix("urn:siyaq:article:") {
        return id == article;
    }
    let path = source.split(['#', '?']).next().unwrap_or_default();
    let path = path.trim_end_matches("index.html").trim_end_matches('/');
    path.ends_with(&["/", article, "/", language].concat())
}
