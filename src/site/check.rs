//! Checking: every problem of every file, with its place.

use super::{Error, files};
use crate::article::{self, Article, Place, Problem, Wrong, place_of};
use crate::text::{control_name, is_bidi_override};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// An article and the file that it was read from.
#[derive(Debug)]
pub struct Checked {
    /// The file.
    pub path: PathBuf,
    /// Its text, without a byte order mark.
    pub source: String,
    /// The article.
    pub article: Article,
}

impl Checked {
    /// The name that the file must have for the article's address: `<identifier>.<lang>.json`.
    pub fn expected_name(&self) -> String {
        format!("{}.{}.json", self.article.id, self.article.tag)
    }

    /// Whether it has that name.
    pub fn is_well_named(&self) -> bool {
        self.path.file_name().is_some_and(|name| name == self.expected_name().as_str())
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The file cannot be used.
    Error,
    /// It can, but an author should know.
    Warning,
}

/// One thing to tell about a file. `Display` gives it as compilers do: `file:line:column: field: message`, a
/// warning with the word before the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How bad it is.
    pub kind: Kind,
    /// The file.
    pub path: PathBuf,
    /// Where in it; nothing where it could not be read.
    pub place: Option<Place>,
    /// The path of the field; empty for the file as a whole.
    pub field: String,
    /// What is to be told.
    pub message: String,
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path.display())?;
        if let Some(place) = self.place {
            write!(f, "{}:{}:", place.line, place.column)?;
        }
        if self.kind == Kind::Warning {
            f.write_str(" warning:")?;
        }
        if !self.field.is_empty() {
            write!(f, " {}:", self.field)?;
        }
        write!(f, " {}", self.message)
    }
}

/// What was found.
#[derive(Debug, Default)]
pub struct Report {
    /// How many files were looked at.
    pub files: usize,
    /// What makes a file unusable.
    pub errors: Vec<Told>,
    /// What an author should look at.
    pub warnings: Vec<Told>,
    /// The articles without errors, in the order of their files.
    pub articles: Vec<Checked>,
}

/// Checks files; of a directory, every `.json` file below it.
pub fn check(paths: &[PathBuf]) -> Report {
    let mut report = Report::default();
    for path in paths {
        if path.is_dir() {
            match files::below(path) {
                Ok(found) => found.iter().filter(|file| files::has_extension(file, &["json"])).for_each(|file| {
                    report.file(file);
                }),
                Err(why) => report.unreadable(path, &why),
            }
        } else {
            report.file(path);
        }
    }
    report.translations();
    report
}

impl Report {
    fn unreadable(&mut self, path: &Path, why: &Error) {
        let message = why.to_string();
        let message = message.strip_prefix(&format!("{}: ", path.display())).unwrap_or(&message).to_owned();
        self.errors.push(Told { kind: Kind::Error, path: path.to_owned(), place: None, field: String::new(), message });
    }

    fn file(&mut self, path: &Path) {
        self.files += 1;
        let bytes = match files::read(path) {
            Ok(bytes) => bytes,
            Err(why) => return self.unreadable(path, &why),
        };
        match article::read(&bytes) {
            Ok(article) => {
                let source = String::from_utf8_lossy(without_mark(&bytes)).into_owned();
                let checked = Checked { path: path.to_owned(), source, article };
                self.look_over(&checked);
                if self.is_well_placed(&checked) {
                    self.articles.push(checked);
                }
            }
            Err(problems) => self.errors.extend(problems.into_iter().map(|problem| told(path, &bytes, problem))),
        }
    }

    /// What is not wrong, but an author should know.
    fn look_over(&mut self, checked: &Checked) {
        for (field, text) in names(&checked.article) {
            if let Some(c) = text.chars().find(|c| is_bidi_override(*c)) {
                let name = control_name(c).unwrap_or_default();
                let message = format!(
                    "holds U+{:04X} ({name}), which is invisible and changes the order that words are read in",
                    u32::from(c)
                );
                self.tell(Kind::Warning, checked, &field, message);
            }
            if let Some(c) = text.chars().find(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
                let message = format!("holds U+{:04X}, a control character, which nothing shows", u32::from(c));
                self.tell(Kind::Warning, checked, &field, message);
            }
        }
        let types = types(&checked.source);
        if !types.is_empty() && !types.iter().any(|name| is_article_type(name)) {
            let message = format!("‘{}’ is no kind of article; expected NewsArticle", types.join(", "));
            self.tell(Kind::Warning, checked, "@type", message);
        }
    }

    /// Whether a file may stand where it is, by the name that it has. What is wrong with that is an error among the
    /// articles of a site, whose addresses are made of their files; of any other file its author should know.
    fn is_well_placed(&mut self, checked: &Checked) -> bool {
        let home = home(&checked.path);
        let message = if checked.article.id.is_empty() {
            "has no identifier, which its address is made of".to_owned()
        } else if !checked.is_well_named() {
            format!("an article of this identifier and language is named {}", checked.expected_name())
        } else if home.as_ref().is_some_and(|(home, folder)| home != folder) {
            format!("stands in a folder of its own; its page looks for it in {ARTICLES} itself")
        } else {
            return true;
        };
        self.tell(if home.is_some() { Kind::Error } else { Kind::Warning }, checked, "", message);
        home.is_none()
    }

    fn tell(&mut self, kind: Kind, checked: &Checked, field: &str, message: String) {
        let (path, place) = (checked.path.clone(), Some(place_of(&checked.source, field)));
        let told = Told { kind, path, place, field: field.to_owned(), message };
        if kind == Kind::Error { self.errors.push(told) } else { self.warnings.push(told) }
    }

    /// Translations of one article use the same ids, so that a link to a place survives a change of language.
    fn translations(&mut self) {
        let mut works: BTreeMap<&str, Vec<&Checked>> = BTreeMap::new();
        for checked in self.articles.iter().filter(|checked| !checked.article.id.is_empty()) {
            works.entry(&checked.article.id).or_default().push(checked);
        }
        let mut warnings = Vec::new();
        for editions in works.values() {
            for one in editions {
                for other in editions.iter().filter(|other| other.path != one.path) {
                    warnings.extend(missing_ids(one, other));
                }
            }
        }
        warnings.dedup_by(|a, b| a.path == b.path && a.field == b.field && a.message == b.message);
        self.warnings.extend(warnings);
    }
}

/// Where the articles of a site stand, whose files have to be named by their addresses.
pub(super) const ARTICLES: &str = "public/articles";

/// The directory of the articles of a site that a file stands below, and the one that it stands in.
fn home(path: &Path) -> Option<(PathBuf, PathBuf)> {
    let path = path.canonicalize().ok()?;
    let folder = path.parent()?;
    Some((folder.ancestors().find(|above| above.ends_with(ARTICLES))?.to_owned(), folder.to_owned()))
}

/// The types that a file gives itself, by their last part: of `https://schema.org/NewsArticle`, `NewsArticle`.
fn types(source: &str) -> Vec<String> {
    let file: serde_json::Value = serde_json::from_str(source).unwrap_or_default();
    let given = match &file["@type"] {
        serde_json::Value::Null => Vec::new(),
        serde_json::Value::Array(several) => several.clone(),
        one => vec![one.clone()],
    };
    let name = |given: serde_json::Value| given.as_str().map_or_else(|| given.to_string(), str::to_owned);
    let last = |name: String| name.rsplit(['/', '#', ':']).next().unwrap_or_default().to_owned();
    given.into_iter().map(name).map(last).collect()
}

/// Whether schema.org calls this an article: `Article` and what comes below it.
fn is_article_type(name: &str) -> bool {
    name == "Report" || ["Article", "Posting"].iter().any(|end| name.ends_with(end))
}

/// What `other` names and `one` does not.
fn missing_ids(one: &Checked, other: &Checked) -> Vec<Told> {
    let mut told = Vec::new();
    for ((field, kind, ids), (_, _, other_ids)) in ids(&one.article).into_iter().zip(ids(&other.article)) {
        let (Some(ids), Some(other_ids)) = (ids, other_ids) else { continue };
        for id in other_ids.into_iter().filter(|id| !ids.contains(id)) {
            told.push(Told {
                kind: Kind::Warning,
                path: one.path.clone(),
                place: Some(place_of(&one.source, field)),
                field: field.to_owned(),
                message: format!("has no {kind} ‘{id}’, which its translation {} has", other.path.display()),
            });
        }
    }
    told
}

/// The ids of each list: its field, what it is a list of, and the ids where it is authored.
fn ids(article: &Article) -> [(&'static str, &'static str, Option<Vec<&str>>); 3] {
    let people = article.people.iter().map(|person| person.id.as_str()).collect();
    let events = article.events.as_ref().map(|list| list.iter().map(|event| event.id.as_str()).collect());
    let quotes = article.quotes.as_ref().map(|list| list.iter().map(|quote| quote.id.as_str()).collect());
    [("people", "person", Some(people)), ("events", "event", events), ("quotes", "quotation", quotes)]
}

/// The fields that are shown as names, where a hidden control could show one as another.
fn names(article: &Article) -> Vec<(String, &str)> {
    let mut names = vec![
        ("headline".to_owned(), article.headline.as_str()),
        ("description".to_owned(), article.standfirst.as_str()),
        ("publisher.name".to_owned(), article.publisher.as_str()),
        ("creditText".to_owned(), article.credit.as_str()),
    ];
    for (n, person) in article.people.iter().enumerate() {
        names.push((format!("people[{n}].name"), &person.name));
        names.push((format!("people[{n}].description"), &person.role));
        let also = person.also.iter().enumerate();
        names.extend(also.map(|(m, name)| (format!("people[{n}].alternateName[{m}]"), name.as_str())));
    }
    for (n, event) in article.events.iter().flatten().enumerate() {
        names.push((format!("events[{n}].name"), &event.name));
    }
    names
}

/// A problem with its place: of broken JSON, where the reader stumbled; of a field, where its value stands.
fn told(path: &Path, bytes: &[u8], problem: Problem) -> Told {
    let bytes = without_mark(bytes);
    let place = match &problem.wrong {
        Wrong::TooLarge(_) => Place { line: 1, column: 1 },
        Wrong::NotUtf8(at) => place_after(bytes.get(..*at).unwrap_or(bytes)),
        Wrong::NotJson { line, column, .. } => Place { line: *line, column: *column },
        _ => place_of(&String::from_utf8_lossy(bytes), &problem.field),
    };
    let message = problem.wrong.to_string();
    Told { kind: Kind::Error, path: path.to_owned(), place: Some(place), field: problem.field, message }
}

/// The bytes without a byte order mark, which editors do not count as a column.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes)
}

/// The place right after some bytes.
fn place_after(before: &[u8]) -> Place {
    let lines = before.split(|byte| *byte == b'\n');
    let (line, last) = lines.enumerate().last().unwrap_or_default();
    Place { line: line + 1, column: String::from_utf8_lossy(last).chars().count() + 1 }
}
