//! A new version of the site, while one is open.

use super::offline::SIGN;
use crate::page::Page;
use crate::server::Answer;
use crate::site::{self, text};
use crate::{Failure, Told};
use serde_json::json;
use siyaq::site::Profile;
use std::path::Path;
use std::path::PathBuf;
use std::sync::OnceLock;

const HEADLINE: &str = "document.querySelector('#text h1').textContent";
const VERSION: &str = "document.documentElement.dataset.version";
/// Has the browser look for a new version, as it does by itself when it sees fit.
pub const LOOK: &str =
    "navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => null)";
/// Stands behind every headline of the next version.
const MARK: &str = " (2)";

/// The next version of the site under test, built once for all engines.
pub fn next() -> Told<&'static Path> {
    static NEXT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = NEXT.get_or_init(|| {
        let built = site::rebuilt("next", Profile::Release, |article| {
            article["headline"] = json!(text(article, "headline").to_owned() + MARK);
        });
        built.map_err(|Failure(why)| why)
    });
    built.as_deref().map_err(|why| Failure(format!("the next version does not build: {why}")))
}

/// Two visits: after the first all is kept, and the second is from what is kept.
async fn install(page: &Page, lang: &str) -> Told<String> {
    page.open(&site::path(lang)).await?;
    page.until_is("the sign", SIGN, "ready").await?;
    page.open(&site::path(lang)).await?;
    page.until("the page is the worker's", "navigator.serviceWorker.controller").await?;
    page.eval(VERSION, vec![]).await
}

pub async fn waits_for_consent(page: Page) -> Told {
    let next = next()?;
    let article = site::article("ar")?;
    let old = text(&article, "headline");
    let version = install(&page, "ar").await?;
    let tab = page.client.window().await?;
    let other = page.client.new_window(true).await?;
    let other = other.handle;
    page.client.switch_to_window(other.clone()).await?;
    page.open(&site::path("ar")).await?;

    page.client.switch_to_window(tab.clone()).await?;
    page.site.publish(next);
    page.resolved::<()>(LOOK, vec![]).await?;
    page.until_is("the sign", SIGN, "update").await?;
    page.until_is("the headline before consent", HEADLINE, old).await?;
    // Until the reader agrees, whatever is opened is of the old version.
    page.open(&site::path("ru")).await?;
    page.until_is("the version before consent", VERSION, version.as_str()).await?;
    page.open(&site::path("ar")).await?;
    page.until_is("the headline before consent", HEADLINE, old).await?;
    page.until_is("the sign", SIGN, "update").await?;

    page.click("#status .update").await?;
    page.until_is("the headline after consent", HEADLINE, format!("{old}{MARK}")).await?;
    page.ready().await?;
    page.until_is("the sign", SIGN, "ready").await?;

    // The other tab was not asked, and keeps its version whole.
    page.client.switch_to_window(other).await?;
    page.until_is("the version of the other tab", VERSION, version.as_str()).await?;
    page.until_is("the headline of the other tab", HEADLINE, old).await?;
    let data = format!(
        "fetch('../../{}?v={version}').then((answer) => answer.json()).then((article) => article.headline)",
        site::data_path("ru")
    );
    let kept: String = page.resolved(&data, vec![]).await?;
    assert_eq!(kept, text(&site::article("ru")?, "headline"), "the data that the other tab gets");
    page.open(&site::path("ar")).await?;
    page.until_is("the headline of the other tab, opened again", HEADLINE, format!("{old}{MARK}")).await
}

pub async fn an_incomplete_one_never_installs(page: Page) -> Told {
    // The worker that comes must go without ever waiting.
    const FAILS: &str = "navigator.serviceWorker.getRegistration().then((registration) => new Promise((resolve) => { \
        const follow = (worker) => { const tell = () => { if (worker.state !== 'installing') resolve(worker.state); }; \
            worker.addEventListener('statechange', tell); tell(); }; \
        registration.addEventListener('updatefound', () => follow(registration.installing), {once: true}); \
        registration.update().catch(() => resolve('redundant')); }))";
    let next = next()?;
    let version = install(&page, "ar").await?;
    page.site.publish(next);
    let answers = [
        Answer::Status(500),
        Answer::Status(404),
        Answer::Truncated,
        Answer::HangUp,
        Answer::Empty,
        Answer::Page,
        Answer::Bytes(b"{\"headline\": \"other\"}".to_vec(), "application/json"),
    ];
    for answer in answers {
        page.site.misbehave(&site::data_path("en"), answer.clone());
        let state: String = page.resolved(FAILS, vec![]).await?;
        assert_eq!(state, "redundant", "a version with {answer:?} in it");
        let waits: bool = page
            .resolved(
                "navigator.serviceWorker.getRegistration().then((registration) => Boolean(registration.waiting))",
                vec![],
            )
            .await?;
        assert!(!waits, "a version with {answer:?} in it waits");
        page.until_is("the sign", SIGN, "ready").await?;
    }
    // What is kept is the old version, whole.
    page.site.stop();
    for lang in site::LANGUAGES {
        page.open(&site::path(lang)).await?;
        page.until_is("the version", VERSION, version.as_str()).await?;
        page.until_is("the headline", HEADLINE, text(&site::article(lang)?, "headline")).await?;
    }
    page.site.resume()?;
    page.site.behave();
    page.resolved::<()>(LOOK, vec![]).await?;
    page.until_is("the sign", SIGN, "update").await
}
