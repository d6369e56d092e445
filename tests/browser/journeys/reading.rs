//! Opening and reading.

use crate::page::Page;
use crate::server::{Answer, Server};
use crate::site::{self, LANGUAGES, list, text};
use crate::{Failure, Told};
use serde_json::Value;
use std::time::Duration;

pub async fn opens_in_each_language(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        page.open(&site::path(lang)).await?;
        let (tag, direction): (String, String) =
            page.eval("[document.documentElement.lang, document.documentElement.dir]", vec![]).await?;
        assert_eq!((tag.as_str(), direction.as_str()), (lang, site::direction(lang)), "language and direction");
        let shown: String = page.eval("document.querySelector('#text h1').textContent", vec![]).await?;
        assert_eq!(shown, text(&article, "headline"), "the headline in {lang}");
        let computed: String = page.eval("getComputedStyle(document.querySelector('#p1')).direction", vec![]).await?;
        assert_eq!(computed, site::direction(lang), "the direction of the text in {lang}");
        for (what, selector, key) in
            [("events", "#timeline li.event", "events"), ("quotations", "#quotes li.quotation", "quotes")]
        {
            let count: usize =
                page.eval("document.querySelectorAll(arguments[0]).length", vec![selector.into()]).await?;
            assert_eq!(count, list(&article, key).len(), "{what} in {lang}");
        }
        let silent: usize = page
            .eval("[...document.querySelectorAll('.event')].filter((e) => !e.querySelector('.asserted').checkVisibility()).length", vec![])
            .await?;
        assert_eq!(silent, 0, "events in {lang} that do not say who asserts them");
    }
    Ok(())
}

pub async fn library_leads_to_every_article(page: Page) -> Told {
    page.goto("").await?;
    for lang in LANGUAGES {
        let headline = text(&site::article(lang)?, "headline").to_owned();
        page.goto("").await?;
        page.click(&format!("a[href$='{}']", site::path(lang))).await?;
        page.until_is("the headline", "document.querySelector('#text h1')?.textContent", headline).await?;
        page.ready().await?;
        page.click("a.brand").await?;
        page.until_is("the page", "document.documentElement.dataset.page", "library").await?;
    }
    Ok(())
}

/// The text's nodes belong to the page: whatever is chosen and painted, they stay as they came from the server.
pub async fn painting_adds_no_nodes(page: Page) -> Told {
    const NOW: &str = "(() => { const walker = document.createTreeWalker(document.getElementById('text')); \
        let count = 0; while (walker.nextNode()) count++; return count; })()";
    const AS_SERVED: &str = "new Promise((resolve, reject) => { const request = new XMLHttpRequest(); \
        request.open('GET', location.pathname); request.responseType = 'document'; request.onerror = reject; \
        request.onload = () => { const walker = request.response.createTreeWalker(request.response.getElementById('text')); \
        let count = 0; while (walker.nextNode()) count++; resolve(count); }; request.send(); })";
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        page.open(&site::path(lang)).await?;
        let served: usize = page.resolved(AS_SERVED, vec![]).await?;
        assert_eq!(page.eval::<usize>(NOW, vec![]).await?, served, "once the app has come ({lang})");
        let first = |key: &str| list(&article, key).first().map(|one| text(one, "id").to_owned()).unwrap_or_default();
        page.click(&format!("#event-{} .event-link", first("events"))).await?;
        page.click(&format!("#quote-{} .quote-link", first("quotes"))).await?;
        page.click("button[data-speaker]").await?;
        page.until("a speaker is chosen", "document.querySelector('button[data-speaker][aria-pressed=true]')").await?;
        assert_eq!(page.eval::<usize>(NOW, vec![]).await?, served, "with passages painted ({lang})");
    }
    Ok(())
}

pub async fn asks_no_other_host(page: Page) -> Told {
    const ENTRIES: &str =
        "performance.getEntries().map((entry) => entry.name).filter((name) => /^[a-z]+:\\/\\//.test(name))";
    let mut paths = vec![String::new()];
    paths.extend(LANGUAGES.map(site::path));
    for path in paths {
        page.open(&path).await?;
        let asked: Vec<String> = page.eval(ENTRIES, vec![]).await?;
        let strange: Vec<_> = asked.iter().filter(|url| !url.starts_with(&page.site.root())).collect();
        assert!(strange.is_empty(), "asked elsewhere: {strange:?}");
    }
    let host = page.site.host();
    for request in page.site.log() {
        assert_eq!(request.host, host, "asked for {}", request.target);
    }
    Ok(())
}

/// Whether the page says that its program did not start.
const UNSTARTED: &str = "document.getElementById('unstarted').checkVisibility({visibilityProperty: true})";

/// A page reads before and without the app, and says so, in whichever way its own files do not come.
pub async fn reads_without_the_app(page: Page) -> Told {
    let wasm = site::file("app-", "_bg.wasm")?;
    let js = wasm.replace("_bg.wasm", ".js");
    let boot = site::file("boot-", ".js")?;
    let ways = [
        ("no program", &wasm, Answer::Status(404)),
        ("the server failed", &wasm, Answer::Status(500)),
        ("a page instead", &wasm, Answer::Page),
        ("an empty program", &wasm, Answer::Empty),
        ("half a program", &wasm, Answer::Truncated),
        ("no answer", &wasm, Answer::HangUp),
        ("the server failed at the script", &js, Answer::Status(500)),
        ("no answer for the script", &js, Answer::HangUp),
        ("the server failed at what starts it", &boot, Answer::Status(500)),
    ];
    for ((way, file, answer), lang) in ways.into_iter().zip(LANGUAGES.into_iter().cycle()) {
        let page = page.on(Server::start(&site::folder(), "/")?);
        page.site.misbehave(file, answer);
        page.goto(&site::path(lang)).await?;
        page.until(way, UNSTARTED).await?;
        let state: Option<String> = page.eval("document.documentElement.dataset.app ?? null", vec![]).await?;
        assert_eq!(state.as_deref(), (*file != boot).then_some("failed"), "the app's state: {way}");
        reads(&page, way, lang).await?;
        page.site.behave();
        page.click("#unstarted .retry").await?;
        page.until_is(&format!("the app's state after {way}"), "document.documentElement.dataset.app", "ready").await?;
        page.until_is("told", UNSTARTED, false).await?;
    }
    Ok(())
}

/// The text, links to its places, the way to the library, and nothing that nobody would answer.
async fn reads(page: &Page, way: &str, lang: &str) -> Told {
    let article = site::article(lang)?;
    let shown: String = page.eval("document.querySelector('#text h1').innerText", vec![]).await?;
    assert_eq!(shown, text(&article, "headline"), "{way}");
    let told: (String, Vec<String>) = page
        .eval(
            "((notice) => [notice.closest('[lang]').lang, [...notice.querySelectorAll('a')].map((link) => link.href)])\
             (document.getElementById('unstarted'))",
            vec![],
        )
        .await?;
    assert_eq!(told, (lang.into(), vec![page.address(&site::path(lang)), page.site.root()]), "{way}");
    let dead: Vec<String> = page
        .eval(
            "[...document.querySelectorAll('button')]\
             .filter((one) => one.checkVisibility({visibilityProperty: true})).map((one) => one.outerHTML)",
            vec![],
        )
        .await?;
    assert!(dead.is_empty(), "buttons that do nothing: {way}: {dead:?}");
    for (key, kind) in [("events", "event"), ("quotes", "quote")] {
        let first = list(&article, key).first().ok_or_else(|| Failure(format!("no {key}")))?;
        let id = format!("{kind}-{}", text(first, "id"));
        page.click(&format!("#{id} .{kind}-link")).await?;
        page.until_is("the fragment", "location.hash", format!("#{id}")).await?;
        page.until_is("the target", "document.querySelector(':target').id", id).await?;
    }
    page.until("the card of the linked quotation", "document.querySelector(':target .card').checkVisibility()").await
}

/// What never answers is told after a while; what answers late takes the page over all the same.
pub async fn a_late_app_takes_over(page: Page) -> Told {
    const LATE: Duration = Duration::from_secs(60);
    // A driver waits until a page has loaded whole, but not for what a page loads into a frame later.
    const FRAME: &str = "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>A frame</title><iframe width=\"1000\" height=\"700\"></iframe>";
    const FRAMED: &str = "document.querySelector('iframe').contentDocument";
    for (file, lang) in [(site::file("app-", "_bg.wasm")?, "ar"), (site::file("boot-", ".js")?, "en")] {
        let page = page.on(Server::start(&site::folder(), "/")?);
        page.site.misbehave("frame.html", Answer::Bytes(FRAME.into(), "text/html"));
        page.site.misbehave(&file, Answer::Held);
        page.goto("frame.html").await?;
        let source = page.address(&site::path(lang));
        page.eval::<Value>("(document.querySelector('iframe').src = arguments[0])", vec![source.into()]).await?;
        page.until_held(&file).await?;
        let told = UNSTARTED.replacen("document", FRAMED, 1);
        page.until_is("told at once", &told, false).await?;
        page.until_within(LATE, &format!("told without {file}"), &told, true).await?;
        page.site.release();
        page.until_is("the app's state", &format!("{FRAMED}.documentElement.dataset.app"), "ready").await?;
        page.until_is("told", &told, false).await?;
    }
    Ok(())
}

pub async fn opens_on_a_phone(page: Page) -> Told {
    page.resize(390, 844).await?;
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        page.until_is("nothing is wider than the window", "document.documentElement.scrollWidth <= innerWidth", true)
            .await?;
        for sheet in ["timeline", "quotes"] {
            let button = format!("button[data-sheet='{sheet}']");
            let visible = format!("document.getElementById('{sheet}').checkVisibility({{visibilityProperty: true}})");
            page.until_is(&format!("the sheet of {sheet} shows"), &visible, false).await?;
            page.click(&button).await?;
            page.until_is(&format!("the sheet of {sheet} shows"), &visible, true).await?;
            page.until_is("expanded", &format!("document.querySelector(\"{button}\").ariaExpanded"), "true").await?;
            page.press(crate::page::ESCAPE).await?;
            page.until_is(&format!("the sheet of {sheet} shows"), &visible, false).await?;
        }
    }
    Ok(())
}
