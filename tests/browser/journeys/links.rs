//! Addresses: they land where they say, wherever the site stands.

use crate::Told;
use crate::page::{ENTER, IN_VIEW, Page};
use crate::server::Server;
use crate::site::{self, LANGUAGES, list, text};
use serde_json::Value;

/// The fragments of an article, each with the text that it must mark.
async fn places(page: &Page, lang: &str) -> Told<Vec<(String, String)>> {
    let article = site::article(lang)?;
    let last = |key: &str| list(&article, key).last().cloned().unwrap_or_default();
    let (event, quote) = (last("events"), last("quotes"));
    let exact = text(&quote, "exact");
    let encoded: String =
        page.eval("encodeURIComponent(arguments[0]).replaceAll('-', '%2D')", vec![exact.into()]).await?;
    page.goto(&site::path(lang)).await?;
    let seventh: String = page.eval("document.getElementById('p7').textContent", vec![]).await?;
    Ok(vec![
        (format!("event-{}", text(&event, "id")), text(&event, "exact").to_owned()),
        (format!("quote-{}", text(&quote, "id")), exact.to_owned()),
        ("p7".to_owned(), seventh),
        (format!("text={encoded}"), exact.to_owned()),
    ])
}

async fn land(page: &Page) -> Told {
    for lang in LANGUAGES {
        for (fragment, exact) in places(page, lang).await? {
            page.open(&format!("{}#{fragment}", site::path(lang))).await?;
            page.until_painted("target", &exact).await?;
            page.until(&format!("the passage of #{fragment} is in view ({lang})"), IN_VIEW).await?;
            let told: Option<String> =
                page.eval("document.querySelector('#notice .notice')?.dataset.kind", vec![]).await?;
            assert_eq!(told, None, "a notice at #{fragment} ({lang})");
        }
    }
    Ok(())
}

pub async fn land_cold(page: Page) -> Told {
    land(&page).await
}

pub async fn land_on_a_phone(page: Page) -> Told {
    page.resize(390, 844).await?;
    land(&page).await
}

pub async fn dead_one_is_told(page: Page) -> Told {
    const TOLD: &str =
        "document.querySelector('#notice [role=status][data-kind=dead-link]')?.checkVisibility() === true";
    for lang in LANGUAGES {
        for fragment in ["event-nowhere", "quote-nowhere", "p999", "text=zzz%20zzz", "nowhere", "%E0%A4%A"] {
            page.open(&format!("{}#{fragment}", site::path(lang))).await?;
            page.until_is(&format!("#{fragment} is told ({lang})"), TOLD, true).await?;
            page.until_painted("target", "").await?;
        }
        // A live one takes the notice away.
        let event = list(&site::article(lang)?, "events").first().cloned().unwrap_or_default();
        page.click(&format!("#event-{} .event-link", text(&event, "id"))).await?;
        page.until_is("the dead link is told", TOLD, false).await?;
    }
    Ok(())
}

async fn switch(page: &Page, lang: &str) -> Told {
    page.click(&format!(".languages a[hreflang={lang}]")).await?;
    page.until_is("the language", "document.documentElement.lang", lang).await?;
    page.ready().await
}

pub async fn languages_keep_the_fragment(page: Page) -> Told {
    let id = text(list(&site::article("ar")?, "events").last().unwrap_or(&Value::Null), "id").to_owned();
    page.open(&format!("{}#event-{id}", site::path("ar"))).await?;
    for lang in ["ru", "en", "ar"] {
        switch(&page, lang).await?;
        page.until_is("the fragment", "location.hash", format!("#event-{id}")).await?;
        let article = site::article(lang)?;
        page.until_painted("target", text(site::by_id(&article, "events", &id)?, "exact")).await?;
    }
    Ok(())
}

/// A link to another language is right before it is clicked, for those who copy it or open it elsewhere; the place is
/// kept only for the page that comes next in this tab.
pub async fn a_language_in_a_new_tab_has_the_fragment(page: Page) -> Told {
    let id = text(list(&site::article("ar")?, "events").last().unwrap_or(&Value::Null), "id").to_owned();
    page.open(&site::path("ar")).await?;
    page.click(&format!("#event-{id} .event-link")).await?;
    let link = "document.querySelector('.languages a[hreflang=en]')";
    page.eval::<()>(&format!("{link}.focus()"), vec![]).await?;
    let wanted = page.address(&format!("{}#event-{id}", site::path("en")));
    page.until_is("where the link leads", &format!("{link}.href"), wanted).await?;
    let elsewhere = "((link) => { addEventListener('click', (event) => event.preventDefault(), {once: true}); \
        link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, ctrlKey: true})); })";
    page.eval::<()>(&format!("{elsewhere}({link})"), vec![]).await?;
    page.until_is("what is kept", "sessionStorage.getItem('siyaq-place')", Value::Null).await
}

pub async fn languages_keep_the_place(page: Page) -> Told {
    const READING: &str = "(({top, bottom}) => top < innerHeight * 0.45 && bottom > innerHeight * 0.25)\
        (document.getElementById('p8').getBoundingClientRect())";
    page.open(&site::path("ar")).await?;
    let go = "(() => { const {top} = document.getElementById('p8').getBoundingClientRect(); \
        scrollBy({top: top - innerHeight * 0.33, behavior: 'instant'}); })()";
    page.eval::<()>(go, vec![]).await?;
    for lang in ["ru", "en", "ar"] {
        // By the keyboard, which leaves the place as it is.
        let focus = "document.querySelector(arguments[0]).focus({preventScroll: true})";
        page.eval::<()>(focus, vec![format!(".languages a[hreflang={lang}]").into()]).await?;
        page.press(ENTER).await?;
        page.until_is("the language", "document.documentElement.lang", lang).await?;
        page.ready().await?;
        page.until(&format!("the eighth paragraph is being read ({lang})"), READING).await?;
    }
    Ok(())
}

pub async fn work_at_a_sub_path(page: Page) -> Told {
    let page = page.on(Server::start(&site::folder(), "/siyaq/")?);
    page.goto("").await?;
    page.click(&format!("a[href$='{}']", site::path("ar"))).await?;
    page.until_is("the page", "document.documentElement.dataset.page", "article").await?;
    page.ready().await?;
    switch(&page, "en").await?;
    land(&page).await?;
    page.click("a.brand").await?;
    page.until_is("the page", "document.documentElement.dataset.page", "library").await?;
    page.until_is("the address", "location.pathname", "/siyaq/").await?;
    for request in page.site.log() {
        assert!(request.target.starts_with("/siyaq/"), "asked outside of the site: {}", request.target);
        assert_eq!(request.status, 200, "asked for {}", request.target);
    }
    Ok(())
}

pub async fn unknown_address_leads_home(page: Page) -> Told {
    for base in ["/", "/siyaq/"] {
        let page = page.on(Server::start(&site::folder(), base)?);
        for path in ["nowhere", "no/such/article/", &format!("{}/xx/", site::identifier())] {
            page.goto(path).await?;
            page.until_is("the page", "document.documentElement.dataset.page", "missing").await?;
            // The page does not know how deep it stands, and looks for the root.
            let home = page.site.root();
            let has_home = format!("[...document.links].some((link) => link.href === '{home}')");
            page.until(&format!("{path} below {base} has a link to {home}"), &has_home).await?;
            page.client.goto(&home).await?;
            page.until_is("the page", "document.documentElement.dataset.page", "library").await?;
        }
    }
    Ok(())
}
