//! The quotations of an article: the speakers, and the list.

use super::finding::{head, put_away};
use super::quotation::quotation;
use super::shown::Sheet;
use super::speakers::Speakers;
use super::words::Words;
use crate::article::{Article, slot_of, voices};
use leptos::prelude::*;
use std::sync::Arc;

/// The panel's inside; the section around it belongs to the page.
#[component]
pub fn QuotesPanel(
    /// The article.
    article: Arc<Article>,
    /// How many of its quotations the reader has put away.
    #[prop(default = 0)]
    dismissed: usize,
) -> impl IntoView {
    let words = Words::of(article.lang);
    let quotes = article.quotes.as_deref().unwrap_or_default();
    let put_away = put_away(article.lang, dismissed, Sheet::Quotes);
    if quotes.is_empty() {
        let none = if article.quotes.is_none() { words.unread } else { words.no_quotes };
        let none = (dismissed == 0).then(|| view! { <p class="empty">{none}</p> });
        return view! { <h2 id="quotes-title">{words.quotes}</h2> {none} {put_away} }.into_any();
    }
    let found = quotes.iter().any(|quote| quote.origin.is_found());
    let origin = found.then_some("found");
    let head = found.then(|| head(article.lang));
    let voices = voices(quotes);
    let items = quotes.iter().enumerate().map(|(n, quote)| {
        let colour = slot_of(&voices, quote.voice());
        quotation(&article, quote, n, colour)
    });
    let items = items.collect_view();
    view! {
        <h2 id="quotes-title">{words.quotes}</h2>
        {head}
        <Speakers article=article.clone() voices origin />
        <ol class="quotations">{items}</ol>
        {put_away}
    }
    .into_any()
}
