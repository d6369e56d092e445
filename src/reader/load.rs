//! Opening an article: its file is fetched, read, and held against the text on the page.

use super::chunks::{self, Chunks, Place};
use super::later::Later;
use super::session::{Opened, Session};
use super::{follow, spawn, whenever};
use crate::article::{self, Article, Problem, Wrong};
use crate::browser::dom_text::DomText;
use crate::browser::fetch::{self, FetchError};
use crate::browser::listen;
use crate::browser::page::{self, BuiltPage};
use crate::text::fingerprint;
use crate::ui::{Failure, Notice, Page};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// Opens the article of a page, and tells what goes wrong; once more whenever `again` changes.
pub fn open(
    built: BuiltPage,
    page: Page,
    chunks: Chunks,
    session: StoredValue<Option<Session>, LocalStorage>,
    again: RwSignal<usize>,
) {
    let built = Rc::new(built);
    whenever(Box::new(move || {
        again.track();
        let built = built.clone();
        spawn(Box::pin(async move {
            let opened = open_article(&built, page, chunks).await;
            let (state, notice) = match opened {
                Ok(opened) => {
                    session.set_value(Some(opened));
                    ("ready", None)
                }
                Err(failure) => ("failed", Some(Notice::Failed(failure))),
            };
            page.shown.update(|shown| shown.notice = notice);
            if let Some(session) = session.get_value() {
                follow::mount(&built, &session);
                session.search();
            }
            page::set_app_state(state);
        }));
    }));
}

async fn open_article(built: &BuiltPage, page: Page, chunks: Chunks) -> Result<Session, Failure> {
    let source = fetch_source(built).await?;
    let article = article::read(&source).map(Arc::new).map_err(|problems| failure_of(&problems))?;
    if !is_the_pages(built, &article) {
        return Err(Failure::AnotherArticle(format!("{}.{}", article.id, article.tag)));
    }
    // A long article takes a while to read, and as long to hold against the page.
    listen::breathe().await;
    let is_of_it = std::str::from_utf8(&source).is_ok_and(|source| fingerprint(&[source]) == built.source);
    let (text, is_built_ahead) = take_text(&article, is_of_it, chunks).await?;
    listen::breathe().await;
    let analyst = [built.root.as_str(), &built.analyst].concat();
    let place = Place { article: article.clone(), text: Rc::new(text), page };
    let notes = Later::of(chunks, built.clone(), Some(place.clone()));
    Ok(Session::new(Opened { source, analyst, is_built_ahead, chunks }, place, notes))
}

/// Whether an article is the one that the page was built for: of its identifier, in its language.
fn is_the_pages(built: &BuiltPage, article: &Article) -> bool {
    built.article.as_ref().is_some_and(|(id, tag)| *id == article.id && tag.eq_ignore_ascii_case(&article.tag))
}

async fn fetch_source(built: &BuiltPage) -> Result<Vec<u8>, Failure> {
    let (id, tag) = built.article.as_ref().ok_or(Failure::NotFound)?;
    let url = format!("{}articles/{id}.{tag}.json?v={}", built.root, built.version);
    fetch::bytes(&url).await.map_err(|error| match error {
        FetchError::Status(404 | 410) => Failure::NotFound,
        FetchError::Status(status) => Failure::Server(status),
        FetchError::Page => Failure::NotAnArticle("text/html".to_owned()),
        FetchError::NoAnswer => Failure::NoAnswer,
        FetchError::TooLarge(_) => Failure::TooLarge,
    })
}

/// The failure that the first problem is.
fn failure_of(problems: &[Problem]) -> Failure {
    let Some(problem) = problems.first() else { return Failure::Damaged(String::new()) };
    match &problem.wrong {
        Wrong::TooLarge(_) => Failure::TooLarge,
        Wrong::NotUtf8(_) => Failure::Damaged(problem.to_string()),
        Wrong::NotJson { line, column, .. } => Failure::Damaged(format!("{line}:{column}: {problem}")),
        _ => Failure::NotAnArticle(problem.to_string()),
    }
}

/// The article's text on the page, and whether it stood there, and the panels with it. Where the page shows another,
/// because it was built of an older file or of none, the article's own takes its place.
async fn take_text(article: &Arc<Article>, is_of_it: bool, chunks: Chunks) -> Result<(DomText, bool), Failure> {
    let lost = || Failure::NotAnArticle(String::new());
    let root = page::element("text").ok_or_else(lost)?;
    if let Some(text) = DomText::take(&root, article) {
        return Ok((text, is_of_it));
    }
    let more = chunks::load(chunks.more).await.ok_or(Failure::NoAnswer)?;
    (more.show_text)(article);
    Ok((DomText::take(&root, article).ok_or_else(lost)?, false))
}
