//! The pages' HTML, as the tool writes it ahead.

use super::library::{LibraryPage, Work};
use super::masthead::Translation;
use super::missing::MissingPage;
use super::page::ArticlePage;
use crate::article::Article;
use leptos::prelude::*;
use std::sync::Arc;

/// What stands in the `<body>` of an article's page.
pub fn article_html(article: &Article, root: &str, translations: Vec<Translation>) -> String {
    let (article, root) = (Arc::new(article.clone()), root.to_owned());
    html_of(move || view! { <ArticlePage article root translations /> })
}

/// What stands in the `<body>` of the library; the articles of one identifier together, in the order given.
pub fn library_html(articles: &[Article]) -> String {
    let mut works: Vec<Work> = Vec::new();
    for article in articles {
        let article = Arc::new(article.clone());
        let same = |work: &&mut Work| work.first().is_some_and(|first| first.id == article.id);
        match works.iter_mut().find(same) {
            Some(work) => work.push(article),
            None => works.push(vec![article]),
        }
    }
    html_of(move || view! { <LibraryPage works /> })
}

/// What stands in the `<body>` of the page for an address that has none.
pub fn missing_html(root: &str) -> String {
    let root = root.to_owned();
    html_of(move || view! { <MissingPage root /> })
}

/// Renders a view. The empty comments that Leptos leaves for hydration are taken out: nothing hydrates here,
/// and no text can hold one, since `<` in a text is written `&lt;`.
fn html_of<V: RenderHtml>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().to_html().replace("<!>", ""))
}
