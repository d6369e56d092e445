//! The format as it stands in a file. The published JSON Schema is generated from these types, and
//! [`Fields`] takes them out of a file's JSON.

use super::json::Json;
use super::problem::{Problem, Wrong};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// Every key that the format reads, of any of its objects.
pub(super) const KEYS: [&str; 22] = [
    "identifier",
    "inLanguage",
    "headline",
    "description",
    "datePublished",
    "publisher",
    "creditText",
    "url",
    "articleBody",
    "people",
    "events",
    "quotes",
    "id",
    "name",
    "alternateName",
    "date",
    "exact",
    "prefix",
    "assertedBy",
    "speaker",
    "cue",
    "kind",
];

/// A schema.org `NewsArticle`: only `headline` and `articleBody` are needed. `people`, `events` and `quotes`
/// are Siyaq's own keys; a key that is absent means "find them", a key that is present, even empty, means
/// "authored". Keys that are not named here are passed over.
#[derive(Debug, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename_all = "camelCase"))]
pub struct NewsArticle {
    /// What the article is called in addresses: lower-case letters, digits and hyphens.
    pub identifier: Option<String>,
    /// The BCP 47 tag of its language.
    pub in_language: Option<String>,
    /// The headline.
    pub headline: String,
    /// The standfirst: a sentence below the headline.
    pub description: Option<String>,
    /// The day of publication, as ISO 8601.
    pub date_published: Option<String>,
    /// Who published it.
    pub publisher: Option<Named>,
    /// Whom it credits.
    pub credit_text: Option<String>,
    /// Where the original stands (http or https).
    pub url: Option<String>,
    /// The text: blocks divided by a blank line; `## ` begins a subheading, `> ` a block quotation.
    pub article_body: String,
    /// The people and bodies that it names.
    pub people: Option<Vec<RawPerson>>,
    /// The events that it reports.
    pub events: Option<Vec<RawEvent>>,
    /// The quotations in it.
    pub quotes: Option<Vec<RawQuote>>,
}

/// Someone with a name. A bare text is read as the name, of a list the first is taken.
#[derive(Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Named {
    /// The name.
    pub name: String,
    /// Where they are to be found (http or https).
    pub url: Option<String>,
}

/// A person or a body.
#[derive(Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename_all = "camelCase"))]
pub struct RawPerson {
    /// What events and quotations call them by.
    pub id: String,
    /// The name in full.
    pub name: String,
    /// What else the text calls them: one name or a list.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub alternate_name: Vec<String>,
    /// Who they are: a role.
    pub description: Option<String>,
}

/// Something dated that the article reports.
#[derive(Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename_all = "camelCase"))]
pub struct RawEvent {
    /// What addresses call it by.
    pub id: String,
    /// When: EDTF, levels 0 and 1, and the one-of set of level 2.
    pub date: String,
    /// What, in a few words.
    pub name: String,
    /// The passage that reports it, word for word.
    pub exact: String,
    /// The words right before the passage, needed where it occurs more than once.
    pub prefix: Option<String>,
    /// `narrator`, or the id of the person or body that says so. The narrator where absent.
    pub asserted_by: Option<String>,
}

/// A quotation.
#[derive(Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename_all = "camelCase"))]
pub struct RawQuote {
    /// What addresses call it by.
    pub id: String,
    /// What was said, word for word as it stands in the text, without the marks.
    pub exact: String,
    /// The words right before it, needed where it occurs more than once.
    pub prefix: Option<String>,
    /// The id of who says it; unknown where absent.
    pub speaker: Option<String>,
    /// The verb or phrase that reports it («قال», “according to”), as it stands in the same paragraph.
    pub cue: Option<String>,
    /// `direct`, `indirect` or `mixed`.
    pub kind: Option<String>,
    /// When it was said: EDTF.
    pub date: Option<String>,
}

/// The fields of one object of a file, and where in the file it stands.
pub struct Fields<'j> {
    object: &'j Json,
    /// The path of the object, with a dot behind it; empty for the file's own.
    path: String,
}

impl<'j> Fields<'j> {
    /// The fields of the file as a whole.
    pub fn of_file(json: &'j Json, problems: &mut Vec<Problem>) -> Option<Self> {
        Self::of(json, String::new(), problems)
    }

    fn of(object: &'j Json, path: String, problems: &mut Vec<Problem>) -> Option<Self> {
        let is_object = matches!(object, Json::Object(_));
        if !is_object {
            problems.push(wrong_type(path.clone(), "an object", object));
        }
        let path = if path.is_empty() { path } else { path + "." };
        is_object.then_some(Self { object, path })
    }

    fn path(&self, key: &str) -> String {
        [&self.path, key].concat()
    }

    /// A text that may be absent.
    fn text(&self, key: &str, problems: &mut Vec<Problem>) -> Option<String> {
        match self.object.get(key)? {
            Json::Text(text) => Some(text.clone()),
            other => {
                problems.push(wrong_type(self.path(key), "text", other));
                None
            }
        }
    }

    /// A text that must be there; empty where it is not, which is then told.
    fn needed(&self, key: &str, problems: &mut Vec<Problem>) -> String {
        if self.object.get(key).is_none() {
            problems.push(Problem { field: self.path(key), wrong: Wrong::Missing });
        }
        self.text(key, problems).unwrap_or_default()
    }

    /// Texts: one, or a list.
    fn texts(&self, key: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        let list = match self.object.get(key) {
            None => return Vec::new(),
            Some(Json::List(list)) => list.as_slice(),
            Some(one) => std::slice::from_ref(one),
        };
        let mut texts = Vec::with_capacity(list.len());
        for (n, value) in list.iter().enumerate() {
            match value {
                Json::Text(text) => texts.push(text.clone()),
                other => problems.push(wrong_type(format!("{}[{n}]", self.path(key)), "text", other)),
            }
        }
        texts
    }

    /// Objects in a list that may be absent, each with its place in the list.
    fn objects<T>(
        &self,
        key: &str,
        problems: &mut Vec<Problem>,
        take: impl Fn(&Fields<'j>, &mut Vec<Problem>) -> T,
    ) -> Option<Vec<T>> {
        let list = match self.object.get(key)? {
            Json::List(list) => list,
            other => {
                problems.push(wrong_type(self.path(key), "a list", other));
                return None;
            }
        };
        let mut taken = Vec::with_capacity(list.len());
        for (n, value) in list.iter().enumerate() {
            if let Some(fields) = Fields::of(value, format!("{}[{n}]", self.path(key)), problems) {
                taken.push(take(&fields, problems));
            }
        }
        Some(taken)
    }

    fn named(&self, key: &str, problems: &mut Vec<Problem>) -> Option<Named> {
        let value = match self.object.get(key)? {
            Json::List(list) => list.first()?,
            value => value,
        };
        if let Json::Text(name) = value {
            return Some(Named { name: name.clone(), url: None });
        }
        let fields = Fields::of(value, self.path(key), problems)?;
        Some(Named { name: fields.text("name", problems).unwrap_or_default(), url: fields.text("url", problems) })
    }

    /// The article that the file's fields make.
    pub fn article(&self, problems: &mut Vec<Problem>) -> NewsArticle {
        NewsArticle {
            identifier: self.text("identifier", problems),
            in_language: self.text("inLanguage", problems),
            headline: self.needed("headline", problems),
            description: self.text("description", problems),
            date_published: self.text("datePublished", problems),
            publisher: self.named("publisher", problems),
            credit_text: self.text("creditText", problems),
            url: self.text("url", problems),
            article_body: self.needed("articleBody", problems),
            people: self.objects("people", problems, Fields::person),
            events: self.objects("events", problems, Fields::event),
            quotes: self.objects("quotes", problems, Fields::quote),
        }
    }

    fn person(&self, problems: &mut Vec<Problem>) -> RawPerson {
        RawPerson {
            id: self.needed("id", problems),
            name: self.needed("name", problems),
            alternate_name: self.texts("alternateName", problems),
            description: self.text("description", problems),
        }
    }

    fn event(&self, problems: &mut Vec<Problem>) -> RawEvent {
        RawEvent {
            id: self.needed("id", problems),
            date: self.needed("date", problems),
            name: self.needed("name", problems),
            exact: self.needed("exact", problems),
            prefix: self.text("prefix", problems),
            asserted_by: self.text("assertedBy", problems),
        }
    }

    fn quote(&self, problems: &mut Vec<Problem>) -> RawQuote {
        RawQuote {
            id: self.needed("id", problems),
            exact: self.needed("exact", problems),
            prefix: self.text("prefix", problems),
            speaker: self.text("speaker", problems),
            cue: self.text("cue", problems),
            kind: self.text("kind", problems),
            date: self.text("date", problems),
        }
    }
}

fn wrong_type(field: String, expected: &'static str, found: &Json) -> Problem {
    Problem { field, wrong: Wrong::WrongType { expected, found: found.type_name() } }
}
