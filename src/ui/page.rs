//! An article's page as it is built ahead: everything that can be read without the app.

use super::article_text::ArticleText;
use super::masthead::{Masthead, Translation};
use super::note_words::NoteWords;
use super::quotes_panel::QuotesPanel;
use super::timeline_panel::TimelinePanel;
use super::unstarted::Unstarted;
use super::words::Words;
use crate::article::Article;
use leptos::prelude::*;
use std::sync::Arc;

/// The whole page below `<body>`.
#[component]
pub fn ArticlePage(
    /// The article.
    article: Arc<Article>,
    /// The way to the library.
    root: String,
    /// The article's languages.
    translations: Vec<Translation>,
) -> impl IntoView {
    let lang = article.lang;
    let words = Words::of(lang);
    view! {
        <a class="skip" href="#text">{words.skip}</a>
        <Masthead lang root=root.clone() translations />
        <div id="notice"></div>
        <Unstarted lang root />
        <div id="notes-notice"></div>
        <div id="searching"></div>
        <div class="page">
            <main id="text" tabindex="0"><ArticleText article=article.clone() /></main>
            <section id="timeline" aria-labelledby="timeline-title">
                <TimelinePanel article=article.clone() />
            </section>
            <div id="side">
                <div id="side-tabs"></div>
                <section id="quotes" aria-labelledby="quotes-title">
                    <QuotesPanel article=article.clone() />
                </section>
                <section id="notes" aria-label=Words::of(lang).notes></section>
            </div>
        </div>
        <section id="marking" aria-label=NoteWords::of(lang).marking></section>
        <nav id="bar" aria-label=words.bar></nav>
    }
}
