//! Reading with the server gone.

use crate::Told;
use crate::page::{IN_VIEW, Page};
use crate::site::{self, LANGUAGES, list, text};
use serde_json::Value;

pub const SIGN: &str = "document.querySelector('#status [data-state]')?.dataset.state";

/// Has the browser say whether there is a connection, by what stands for `arguments[0]`.
pub const CONNECTION: &str = "(() => { Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => arguments[0]}); \
    dispatchEvent(new Event(arguments[0] ? 'online' : 'offline')); })()";

pub async fn reads_with_the_server_gone(page: Page) -> Told {
    page.open(&site::path("ar")).await?;
    page.until_is("the sign", SIGN, "ready").await?;
    page.site.stop();
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let last = list(&article, "quotes").last().unwrap_or(&Value::Null);
        for fragment in [String::new(), format!("#quote-{}", text(last, "id"))] {
            // A new tab, as a link from elsewhere opens.
            page.open_in_a_new_tab(&format!("{}{fragment}", site::path(lang))).await?;
            let shown: String = page.eval("document.querySelector('#text h1').textContent", vec![]).await?;
            assert_eq!(shown, text(&article, "headline"));
            page.until_painted("target", if fragment.is_empty() { "" } else { text(last, "exact") }).await?;
        }
        page.until("the passage is in view", IN_VIEW).await?;
        let next = LANGUAGES.iter().find(|other| **other != lang).copied().unwrap_or(lang);
        page.click(&format!(".languages a[hreflang={next}]")).await?;
        page.until_is("the language", "document.documentElement.lang", next).await?;
        page.ready().await?;
        page.until_is("the fragment", "location.hash", format!("#quote-{}", text(last, "id"))).await?;
    }
    page.click("a.brand").await?;
    page.until_is("the page", "document.documentElement.dataset.page", "library").await?;
    // A fallback is a face of the reader's own system, which may not have it.
    let fonts = "document.fonts.ready.then(() => [...document.fonts].filter((font) => \
        font.status === 'error' && !font.family.includes('Fallback')).map((font) => font.family + font.unicodeRange))";
    let lost: Vec<String> = page.resolved(fonts, vec![]).await?;
    assert!(lost.is_empty(), "fonts that are not kept: {lost:?}");
    page.goto("no/such/page/").await?;
    page.until_is("the page", "document.documentElement.dataset.page", "missing").await?;
    page.site.resume()?;
    Ok(())
}

/// What a browser has lost of the site is fetched again, and until then what is left is read.
pub async fn mends_what_is_lost(page: Page) -> Told {
    const LOST: &str = "(async () => { const [name] = await caches.keys(); const cache = await caches.open(name); \
        const files = await cache.keys(); await Promise.all(files.slice(1).map((file) => cache.delete(file))); \
        return [files.length, (await cache.keys()).length]; })()";
    const KEPT: &str = "(async () => (await (await caches.open((await caches.keys())[0])).keys()).length)()";
    page.open(&site::path("ar")).await?;
    page.until_is("the sign", SIGN, "ready").await?;
    let (all, left): (usize, usize) = page.resolved(LOST, vec![]).await?;
    assert!(all > 1 && left == 1, "{left} of {all} files are left");
    page.open(&site::path("ru")).await?;
    page.until_is("the sign", SIGN, "ready").await?;
    assert_eq!(page.resolved::<usize>(KEPT, vec![]).await?, all, "files that are kept");
    page.site.stop();
    page.open(&site::path("en")).await?;
    page.site.resume()?;
    Ok(())
}

pub async fn sign_says_when_there_is_no_connection(page: Page) -> Told {
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        page.until_is("the sign", SIGN, "ready").await?;
        let ready: String = page.eval("document.querySelector('#status').innerText", vec![]).await?;
        page.client.execute(&CONNECTION.replace("arguments[0]", "false"), vec![]).await?;
        page.until_is("the sign", SIGN, "offline").await?;
        let offline: String = page.eval("document.querySelector('#status').innerText", vec![]).await?;
        assert!(ready != offline && !ready.trim().is_empty() && !offline.trim().is_empty(), "{ready:?}, {offline:?}");
        page.client.execute(&CONNECTION.replace("arguments[0]", "true"), vec![]).await?;
        page.until_is("the sign", SIGN, "ready").await?;
    }
    Ok(())
}
