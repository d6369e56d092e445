//! The articles of a site: which are translations of each other, and the list of them all.

use super::{Checked, Error};
use crate::article::Article;
use crate::text::Lang;
use serde::Serialize;

/// Puts articles in the library's order: the newest work first, the languages of one work in the order that
/// the page offers them in. An article that has no address, or the address of another, is an error.
pub fn in_order(mut checked: Vec<Checked>) -> Result<Vec<Checked>, Error> {
    for one in &checked {
        if !one.is_well_named() {
            let what = format!("the file of this article must be named {}", one.expected_name());
            return Err(Error::at(&one.path, if one.article.id.is_empty() { "has no identifier" } else { &what }));
        }
    }
    checked.sort_by_cached_key(|one| {
        let article = &one.article;
        (std::cmp::Reverse(article.published), article.id.clone(), offered_at(&article.tag), article.tag.clone())
    });
    for pair in checked.windows(2) {
        if let [one, other] = pair
            && (&one.article.id, &one.article.tag) == (&other.article.id, &other.article.tag)
        {
            return Err(Error::at(&other.path, format!("has the address of {}", one.path.display())));
        }
    }
    Ok(checked)
}

/// The place of a language among those offered; the ones that Siyaq does not speak come last.
fn offered_at(tag: &str) -> usize {
    let lang = Lang::from_tag(tag);
    Lang::ALL.iter().position(|other| Some(*other) == lang).unwrap_or(Lang::ALL.len())
}

/// The articles that share an identifier with this one, itself among them.
pub fn editions<'a>(all: &'a [Checked], article: &Article) -> Vec<&'a Article> {
    all.iter().map(|one| &one.article).filter(|other| other.id == article.id).collect()
}

/// The library's list, as its file holds it.
pub fn index(all: &[Checked]) -> Result<String, Error> {
    let articles = all.iter().map(|one| Entry::of(&one.article)).collect();
    serde_json::to_string(&Index { articles }).map_err(|why| Error::new(format!("articles/index.json: {why}")))
}

#[derive(Serialize)]
struct Index<'a> {
    articles: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    lang: &'a str,
    headline: &'a str,
    published: Option<String>,
    publisher: &'a str,
}

impl<'a> Entry<'a> {
    fn of(article: &'a Article) -> Self {
        Self {
            id: &article.id,
            lang: &article.tag,
            headline: &article.headline,
            published: article.published.map(|day| day.to_string()),
            publisher: &article.publisher,
        }
    }
}
