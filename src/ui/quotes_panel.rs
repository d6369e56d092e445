//! The quotations of an article: the speakers, and the list.

use super::quotation::quotation;
use super::shown::Page;
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
    /// The page that they are on.
    page: Page,
) -> impl IntoView {
    let words = Words::of(article.lang);
    let quotes = article.quotes.as_deref().unwrap_or_default();
    if quotes.is_empty() {
        return view! { <h2 id="quotes-title">{words.quotes}</h2> <p class="empty">{words.no_quotes}</p> }.into_any();
    }
    let voices = voices(quotes);
    let items = quotes.iter().enumerate().map(|(n, quote)| {
        let colour = slot_of(&voices, quote.voice());
        quotation(&article, quote, n, colour, page)
    });
    let items = items.collect_view();
    view! {
        <h2 id="quotes-title">{words.quotes}</h2>
        <Speakers article=article.clone() voices page />
        <ol class="quotations">{items}</ol>
    }
    .into_any()
}
