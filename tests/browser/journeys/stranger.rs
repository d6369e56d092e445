//! Articles whose fields are not what they seem.

use crate::page::Page;
use crate::server::Server;
use crate::site::{self, LANGUAGES, text};
use crate::{Failure, Told};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const MARKUP: &str = "<img src=x onerror=window.stained=1><script>window.stained=1</script><b>&amp;";
/// Right-to-left override, and an isolate that is never closed.
const OVERRIDES: &str = "a\u{202E}b\u{2067}c";

fn strange() -> Told<&'static Path> {
    static STRANGE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = STRANGE.get_or_init(|| {
        let mark =
            |value: &mut Value| *value = json!(format!("{}{MARKUP}{OVERRIDES}", value.as_str().unwrap_or_default()));
        let built = site::rebuilt("strange", |article| {
            mark(&mut article["headline"]);
            mark(&mut article["description"]);
            mark(&mut article["creditText"]);
            mark(&mut article["publisher"]["name"]);
            for person in article["people"].as_array_mut().into_iter().flatten() {
                mark(&mut person["name"]);
                mark(&mut person["description"]);
            }
            for event in article["events"].as_array_mut().into_iter().flatten() {
                mark(&mut event["name"]);
            }
            article["articleBody"] = json!(format!("{}\n\n{MARKUP}{OVERRIDES}", text(article, "articleBody")));
        });
        built.map_err(|Failure(why)| why)
    });
    built.as_deref().map_err(|why| Failure(format!("it does not build: {why}")))
}

/// Every place where an override stands in a line with other text, without an isolate around it. In the article's
/// own text it orders what its author meant it to order, and ends with its paragraph.
const LOOSE: &str = "(() => { const found = []; \
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
    while (walker.nextNode()) { \
        const node = walker.currentNode; \
        if (!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data) || !node.parentElement.checkVisibility() || node.parentElement.closest('#text [data-block]')) continue; \
        let around = node.parentElement; \
        while (getComputedStyle(around).display === 'inline' && !/isolate|plaintext/.test(getComputedStyle(around).unicodeBidi)) around = around.parentElement; \
        const contained = /isolate|plaintext/.test(getComputedStyle(around).unicodeBidi) && getComputedStyle(around).display.startsWith('inline'); \
        if (!contained && around.textContent.trim() !== node.data.trim()) found.push(around.outerHTML.slice(0, 300)); \
    } return found; })()";

async fn is_harmless(page: &Page, what: &str) -> Told {
    let made: usize =
        page.eval("document.querySelectorAll('body img, body b, body script:not([src])').length", vec![]).await?;
    assert_eq!(made, 0, "elements made of text in {what}");
    let stained: bool = page.eval("Boolean(window.stained)", vec![]).await?;
    assert!(!stained, "a script of the article's ran in {what}");
    let loose: Vec<String> = page.eval(LOOSE, vec![]).await?;
    assert!(loose.is_empty(), "overrides that are not contained in {what}: {loose:#?}");
    Ok(())
}

pub async fn html_is_text(page: Page) -> Told {
    let page = page.on(Server::start(strange()?, "/")?);
    page.goto("").await?;
    is_harmless(&page, "the library").await?;
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        let headline: String = page.eval("document.querySelector('#text h1').textContent", vec![]).await?;
        assert_eq!(headline, format!("{}{MARKUP}{OVERRIDES}", text(&site::article(lang)?, "headline")));
        is_harmless(&page, lang).await?;
        page.click(".quotation .quote-link").await?;
        page.until("the card is open", "document.querySelector('[aria-current] .card')").await?;
        let shown: String = page.eval("document.querySelector('[aria-current] .card').textContent", vec![]).await?;
        assert!(shown.contains(MARKUP), "the card shows {shown}");
        is_harmless(&page, &format!("a card in {lang}")).await?;
    }
    Ok(())
}
