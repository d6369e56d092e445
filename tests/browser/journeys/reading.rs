//! Opening and reading.

use crate::page::Page;
use crate::server::Answer;
use crate::site::{self, LANGUAGES, list, text};
use crate::{Failure, Told};

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

/// A page reads before and without WebAssembly.
pub async fn reads_without_the_app(page: Page) -> Told {
    for file in site::app_files()?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        page.site.misbehave(&name, Answer::HangUp);
    }
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        page.goto(&site::path(lang)).await?;
        page.until_is("the app's state", "document.documentElement.dataset.app", "failed").await?;
        let shown: String = page.eval("document.querySelector('#text h1').innerText", vec![]).await?;
        assert_eq!(shown, text(&article, "headline"));
        let event = list(&article, "events").first().cloned().ok_or_else(|| Failure("no events".into()))?;
        page.click(&format!("#event-{} .event-link", text(&event, "id"))).await?;
        let hash = format!("#event-{}", text(&event, "id"));
        page.until_is("the fragment", "location.hash", hash).await?;
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
