//! What the page has to tell: what is wrong with a way on, or what has just happened.

use super::shown::{Ask, Page};
use super::words::Words;
use crate::text::Lang;
use leptos::prelude::*;

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The article's data could not be had, and why.
    Failed(Failure),
    /// The address names a place that is not there.
    DeadLink,
    /// A quotation is on the clipboard.
    Copied,
    /// Words of the article are on the clipboard.
    TextCopied,
    /// A link is on the clipboard.
    LinkCopied,
    /// The reader has passed a link on.
    Shared,
    /// The clipboard is closed to us: the text, for the reader to copy.
    NotCopied(String),
}

/// Why an article's data could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is none at the address.
    NotFound,
    /// The server says that it failed.
    Server(u16),
    /// Nothing answers.
    NoAnswer,
    /// It is larger than an article may be.
    TooLarge,
    /// It cannot be read: what is wrong, in the format's own terms.
    Damaged(String),
    /// It can be read, and is no article: what is wrong, in the format's own terms.
    NotAnArticle(String),
    /// It is an article, and another than the page's: its identifier and its language.
    AnotherArticle(String),
    /// It is there, but its text could not be searched for what it lacks: why, in the browser's words.
    NotSearched(String),
    /// It is there, but not a part of the program that comes in a file of its own.
    PartMissing,
}

impl Notice {
    /// What the page's attributes call it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Failed(Failure::NotFound) => "not-found",
            Self::Failed(Failure::Server(_)) => "server",
            Self::Failed(Failure::NoAnswer) => "offline",
            Self::Failed(Failure::TooLarge) => "too-large",
            Self::Failed(Failure::Damaged(_)) => "damaged",
            Self::Failed(Failure::NotAnArticle(_)) => "not-an-article",
            Self::Failed(Failure::AnotherArticle(_)) => "another-article",
            Self::Failed(Failure::NotSearched(_)) => "not-searched",
            Self::Failed(Failure::PartMissing) => "part-missing",
            Self::DeadLink => "dead-link",
            Self::Copied => "copied",
            Self::TextCopied => "text-copied",
            Self::LinkCopied => "link-copied",
            Self::Shared => "shared",
            Self::NotCopied(_) => "not-copied",
        }
    }

    fn words(&self, lang: Lang) -> &'static str {
        let words = Words::of(lang);
        match self {
            Self::Failed(Failure::NotFound) => words.not_found,
            Self::Failed(Failure::Server(_)) => words.server,
            Self::Failed(Failure::NoAnswer) => words.no_answer,
            Self::Failed(Failure::TooLarge) => words.too_large,
            Self::Failed(Failure::Damaged(_)) => words.damaged,
            Self::Failed(Failure::NotAnArticle(_)) => words.not_an_article,
            Self::Failed(Failure::AnotherArticle(_)) => words.another_article,
            Self::Failed(Failure::NotSearched(_)) => words.not_searched,
            Self::Failed(Failure::PartMissing) => words.part_missing,
            Self::DeadLink => words.dead_link,
            Self::Copied => words.copied,
            Self::TextCopied => words.text_copied,
            Self::LinkCopied => words.link_copied,
            Self::Shared => words.shared,
            Self::NotCopied(_) => words.not_copied,
        }
    }

    /// What the format's reader, the server or the browser had to say: in its own terms, which are English.
    fn detail(&self) -> Option<String> {
        match self {
            Self::Failed(
                Failure::Damaged(detail)
                | Failure::NotAnArticle(detail)
                | Failure::AnotherArticle(detail)
                | Failure::NotSearched(detail),
            ) => Some(detail.clone()).filter(|detail| !detail.is_empty()),
            Self::Failed(Failure::Server(status)) => Some(format!("HTTP {status}")),
            _ => None,
        }
    }

    /// What the notice has besides its words: details, folded, or the text to copy.
    fn more(&self, words: &'static Words) -> Option<AnyView> {
        if let Self::NotCopied(text) = self {
            return Some(view! { <p class="detail" dir="auto">{text.clone()}</p> }.into_any());
        }
        let detail = self.detail()?;
        let details = view! {
            <details><summary>{words.details}</summary><p class="detail" lang="en" dir="ltr">{detail}</p></details>
        };
        Some(details.into_any())
    }
}

/// Shows a notice until it is closed or another takes its place.
#[component]
pub fn Notices(
    /// The language of the page.
    lang: Lang,
    /// The way to the library.
    root: String,
    /// The page that has something to tell.
    page: Page,
) -> impl IntoView {
    let words = Words::of(lang);
    move || {
        let told = page.shown.with(|shown| shown.notice.clone())?;
        let failed = matches!(told, Notice::Failed(_));
        let (class, name, ask) =
            if failed { ("retry", words.retry, Ask::Retry) } else { ("close", words.close, Ask::Close) };
        let library = failed.then(|| view! { <a href=root.clone()>{words.library}</a> });
        Some(view! {
            <div class="notice" role=if failed { "alert" } else { "status" } data-kind=told.kind()>
                <p>{told.words(lang)}</p>
                {told.more(words)}
                <p class="actions">
                    <button type="button" class=class on:click=move |_| page.ask.run(ask)>{name}</button>
                    {library}
                </p>
            </div>
        })
    }
}
