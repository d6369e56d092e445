//! Articles whose fields are not what they seem.

use super::quotes::CLIPBOARD;
use crate::page::Page;
use crate::server::Server;
use crate::site::{self, LANGUAGES, text};
use crate::{Failure, Told};
use serde_json::{Value, json};
use siyaq::site::Profile;
use siyaq::text::{escaped, has_controls, without_controls};
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
        let built = site::rebuilt("strange", Profile::Release, |article| {
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

/// What the browser and others show as plain text beside their own: the title, and what previews read.
const PLAIN: &str = "[document.title, ...[...document.querySelectorAll('meta')].map(({content}) => content)]";
/// Labels of controls that do not stand before their control; Firefox says where they come from.
const UNLABELLED: &str = "[...document.querySelectorAll('.control')].filter((control) => \
    ![JSON.stringify(control.dataset.control), 'attr(data-control)'].includes(getComputedStyle(control, '::before').content)).length";
/// What the page shares is kept in `shared`.
const SHARE: &str = "void Object.defineProperty(navigator, 'share', \
    {configurable: true, value: async (data) => { window.shared = {...data}; }})";

async fn is_plain(page: &Page, what: &str) -> Told {
    let plain: Vec<String> = page.eval(PLAIN, vec![]).await?;
    assert!(plain.iter().all(|text| !has_controls(text)), "controls in the head of {what}: {plain:?}");
    assert_eq!(page.eval::<usize>(UNLABELLED, vec![]).await?, 0, "controls without their names in {what}");
    Ok(())
}

/// What is passed on of the open card: the title has no controls, and those of the citation end with their fields.
async fn is_passed_on_harmless(page: &Page, lang: &str) -> Told {
    let article = site::article(lang)?;
    page.eval::<()>(CLIPBOARD, vec![]).await?;
    page.eval::<()>(SHARE, vec![]).await?;
    page.click("[aria-current] .card .share").await?;
    page.until("it is shared", "window.shared").await?;
    let title: String = page.eval("shared.title", vec![]).await?;
    assert_eq!(title, without_controls(&format!("{}{MARKUP}{OVERRIDES}", text(&article, "headline"))));
    page.click("[aria-current] .card .copy-citation").await?;
    page.until("it is copied", "copied['text/plain']").await?;
    let (plain, html): (String, String) = page.eval("[copied['text/plain'], copied['text/html']]", vec![]).await?;
    for field in [text(&article, "headline"), text(&article["publisher"], "name")] {
        let field = format!("{field}{MARKUP}{OVERRIDES}");
        // The isolate of the overrides is never closed: its end comes before that of the field's.
        assert!(plain.contains(&format!("\u{2068}{field}\u{2069}\u{2069}")), "{plain:?}");
        assert!(html.contains(&format!("<bdi>{}</bdi>", escaped(&field))), "{html:?}");
    }
    Ok(())
}

pub async fn html_is_text(page: Page) -> Told {
    let page = page.on(Server::start(strange()?, "/")?);
    page.goto("").await?;
    is_harmless(&page, "the library").await?;
    is_plain(&page, "the library").await?;
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        let headline: String = page.eval("document.querySelector('#text h1').textContent", vec![]).await?;
        assert_eq!(headline, format!("{}{MARKUP}{OVERRIDES}", text(&site::article(lang)?, "headline")));
        is_harmless(&page, lang).await?;
        is_plain(&page, lang).await?;
        page.click(".quotation .quote-link").await?;
        page.until("the card is open", "document.querySelector('[aria-current] .card')").await?;
        let shown: String = page.eval("document.querySelector('[aria-current] .card').textContent", vec![]).await?;
        assert!(shown.contains(MARKUP), "the card shows {shown}");
        is_harmless(&page, &format!("a card in {lang}")).await?;
        is_passed_on_harmless(&page, lang).await?;
    }
    Ok(())
}

const ENGLISH: &str = "This paragraph is in English (the whole of it), and ends with a full stop.";
const ARABIC: &str = "Kassym-Jomart Tokayev قال إن هذه الفقرة عربية (كلها)، وإنها تنتهي بنقطة.";

/// What runs against an article in a language, and the direction and language of that.
pub fn foreign(lang: &str) -> (&'static str, &'static str, &'static str) {
    if lang == "ar" { (ENGLISH, "ltr", "en") } else { (ARABIC, "rtl", "ar") }
}

/// Articles with a headline, a paragraph, an event and a quotation of another direction than their own.
pub fn two_ways() -> Told<&'static Path> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let built = site::rebuilt("two-ways", Profile::Release, |article| {
            let (words, ..) = foreign(text(article, "inLanguage"));
            article["headline"] = json!(words);
            article["articleBody"] = json!(format!("{words}\n\n{}", text(article, "articleBody")));
            article["events"] = json!([{"id": "foreign", "date": "2022-01-09", "name": words, "exact": words}]);
            article["quotes"] = json!([{"id": "foreign", "exact": words, "kind": "indirect"}]);
        });
        built.map_err(|Failure(why)| why)
    });
    built.as_deref().map_err(|why| Failure(format!("it does not build: {why}")))
}

/// Of an element: its direction and language, the side at which its text begins, and on which side of the letter before
/// it its full stop stands.
const RUN: &str = "((element) => { const letters = []; \
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT); \
    while (walker.nextNode()) for (let n = 0; n < walker.currentNode.length; n += 1) { const range = new Range(); \
        range.setStart(walker.currentNode, n); range.setEnd(walker.currentNode, n + 1); \
        letters.push(range.getBoundingClientRect()); } \
    const {left, right, top} = element.getBoundingClientRect(); \
    const line = letters.filter((letter) => letter.top < letters[0].bottom); \
    const ends = [Math.min(...line.map((one) => one.left)) - left, right - Math.max(...line.map((one) => one.right))]; \
    const [before, stop] = letters.slice(-2); \
    return [getComputedStyle(element).direction, element.lang, ends[0] < ends[1] ? 'left' : 'right', \
        stop.left < before.left ? 'left' : 'right']; })(document.querySelector(arguments[0]))";

/// A block that runs against its article begins at its own start and ends with its full stop, in the text, the panels
/// and the library.
pub async fn blocks_run_their_own_way(page: Page) -> Told {
    let page = page.on(Server::start(two_ways()?, "/")?);
    let runs = async |css: &str, lang: &str| {
        let (_, dir, of) = foreign(lang);
        let (start, stop) = if dir == "rtl" { ("right", "left") } else { ("left", "right") };
        let run: Vec<String> = page.eval(RUN, vec![css.into()]).await?;
        assert_eq!(run, [dir, of, start, stop], "{css} in {lang}");
        Told::Ok(())
    };
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        for css in ["#text h1", "#p1", "#event-foreign .event-name", "#event-foreign .event-passage", ".quote-words"] {
            runs(css, lang).await?;
        }
        let own: Option<String> = page.eval("document.getElementById('p2').getAttribute('dir')", vec![]).await?;
        assert_eq!(own, None, "a paragraph that runs as its article does ({lang})");
    }
    page.open("").await?;
    for lang in LANGUAGES {
        runs(&format!(".editions > [lang={lang}] .headline[lang='{}']", foreign(lang).2), lang).await?;
    }
    Ok(())
}
