//! The quotations: who said what, and passing it on.

use crate::page::{ESCAPE, IN_VIEW, Page};
use crate::site::{self, LANGUAGES, by_id, list, text};
use crate::{Failure, Told};
use serde::Deserialize;
use serde_json::Value;

/// Every passage that is painted as a quotation, sorted.
const LIT: &str = "[...CSS.highlights].filter(([name]) => /^(in)?direct-[1-6]$/.test(name))\
    .flatMap(([, highlight]) => [...highlight].map(String)).sort()";

/// What the page puts on the clipboard is kept in `copied`, all its forms at once.
pub const CLIPBOARD: &str = "(() => { window.copied = {}; \
    const form = async (item, type) => [type, await (await item.getType(type)).text()]; \
    const write = async ([item]) => { const forms = await Promise.all(item.types.map((type) => form(item, type))); \
        window.copied = Object.fromEntries(forms); }; \
    const writeText = async (text) => { copied['text/plain'] = text; }; \
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {write, writeText}}); })()";

/// A browser in which nothing can be copied.
pub const NO_CLIPBOARD: &str = "(() => { const write = () => Promise.reject(new DOMException('no', 'NotAllowedError')); \
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {write, writeText: write}}); })()";

/// What the page shares is kept in `shared`; where `cancel` is set, the reader thinks better of it.
pub const SHARE: &str = "(() => { window.shared = null; \
    const share = async (data) => { if (window.cancel) throw new DOMException('no', 'AbortError'); window.shared = {...data}; }; \
    Object.defineProperty(navigator, 'share', {configurable: true, value: share}); })()";

pub const NO_SHARE: &str =
    "(() => { Object.defineProperty(navigator, 'share', {configurable: true, value: undefined}); })()";

/// A direct quotation that names its speaker's role, its cue and its date.
fn chosen(article: &Value) -> Told<&Value> {
    let found = list(article, "quotes").iter().find(|quote| quote["kind"] == "direct" && quote["date"].is_string());
    found.ok_or_else(|| Failure("the article has no dated direct quotation".into()))
}

async fn choose(page: &Page, quote: &Value) -> Told {
    page.click(&format!("#quote-{} .quote-link", text(quote, "id"))).await?;
    page.until(
        "the card is open",
        &format!("document.querySelector('#quote-{}[aria-current] .card')", text(quote, "id")),
    )
    .await
}

pub fn notice(kind: &str) -> String {
    format!("document.querySelector('#notice [role=status][data-kind={kind}]')?.checkVisibility()")
}

fn sorted(mut exacts: Vec<&str>) -> Vec<&str> {
    exacts.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
    exacts
}

pub async fn one_speaker_alone_is_lit(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let quotes = list(&article, "quotes");
        page.open(&site::path(lang)).await?;
        let all = sorted(quotes.iter().map(|quote| text(quote, "exact")).collect());
        page.until_is("painted", LIT, all.clone()).await?;
        let speakers: Vec<String> = page
            .eval("[...document.querySelectorAll('.speakers button')].map((one) => one.dataset.speaker)", vec![])
            .await?;
        for speaker in &speakers {
            let button = format!("button[data-speaker='{speaker}']");
            let pressed = format!("document.querySelector(\"{button}\").ariaPressed");
            let of_speaker = |quote: &&Value| quote["speaker"].as_str().unwrap_or("unknown") == speaker;
            let theirs = sorted(quotes.iter().filter(of_speaker).map(|quote| text(quote, "exact")).collect());
            page.click(&button).await?;
            page.until_is("pressed", &pressed, "true").await?;
            page.until_is(&format!("painted for {speaker}"), LIT, theirs.clone()).await?;
            let count: String =
                page.eval(&format!("document.querySelector(\"{button} .count\").textContent"), vec![]).await?;
            assert_eq!(count, theirs.len().to_string(), "the count of {speaker}");
            page.click(&button).await?;
            page.until_is("pressed", &pressed, "false").await?;
            page.until_is("painted again", LIT, all.clone()).await?;
        }
    }
    Ok(())
}

/// A quotation that is chosen is left when another speaker's alone are lit, and the address with it.
pub async fn another_speaker_leaves_the_chosen_one(page: Page) -> Told {
    const TARGETS: &str = "CSS.highlights.get('target')?.size ?? 0";
    let article = site::article("ar")?;
    let quote = chosen(&article)?;
    let speaker = text(quote, "speaker");
    let other = list(&article, "quotes").iter().map(|quote| text(quote, "speaker")).find(|other| *other != speaker);
    let other = other.ok_or_else(|| Failure("the article has one speaker".into()))?;
    page.open(&site::path("ar")).await?;
    choose(&page, quote).await?;
    page.click(&format!("button[data-speaker='{speaker}']")).await?;
    page.until_is("their own quotation stays", TARGETS, 1).await?;
    page.click(&format!("button[data-speaker='{other}']")).await?;
    page.until_is("it is left", TARGETS, 0).await?;
    page.until_is("the fragment", "location.hash", "").await?;
    page.until("no card is open", "!document.querySelector('.quotation[aria-current]')").await
}

/// Whether what matches a selector lies in the window, whole, with nothing before it.
fn is_at_hand(css: &str) -> String {
    format!(
        "((found) => {{ if (!found?.checkVisibility()) return false; const {{left, top, right, bottom}} = \
         found.getBoundingClientRect(); return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth \
         && found.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)); }})\
         (document.querySelector('{css}'))"
    )
}

/// The card of each quotation opens in view, where the list is under the pointer.
pub async fn card_opens_in_view(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        page.open(&site::path(lang)).await?;
        for quote in list(&article, "quotes") {
            choose(&page, quote).await?;
            page.until(&format!("the card's end is in view ({lang})"), &is_at_hand("[aria-current] .card .share"))
                .await?;
        }
    }
    Ok(())
}

/// On a phone the card stands at the foot of the screen, below the passage, until it is closed.
pub async fn card_stands_at_the_foot_of_a_phone(page: Page) -> Told {
    page.resize(390, 844).await?;
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let quote = chosen(&article)?;
        page.open(&site::path(lang)).await?;
        page.click("button[data-sheet=quotes]").await?;
        page.click(&format!("#quote-{} .quote-link", text(quote, "id"))).await?;
        page.until("the passage is in view", IN_VIEW).await?;
        page.until(&format!("the card is at hand ({lang})"), &is_at_hand("[data-chosen] .card .copy-citation")).await?;
        let alone = "[...document.querySelectorAll('.quotation')].filter((one) => one.checkVisibility()).length";
        page.until_is("the rows that show", alone, 1).await?;
        page.click(".foot-close").await?;
        page.until("the card is closed", "!document.querySelector('[aria-current] .card')?.checkVisibility()").await?;
        page.until("the passage is marked still", "CSS.highlights.get('target')?.size === 1").await?;
        page.open(&format!("{}#event-{}", site::path(lang), text(&list(&article, "events")[0], "id"))).await?;
        page.until("who says so is at hand", &is_at_hand("[data-chosen] .asserted")).await?;
        page.until("it can be shared", &is_at_hand("[data-chosen] .share")).await?;
        page.press(ESCAPE).await?;
        page.until("the row is closed", "!document.querySelector('#timeline').checkVisibility()").await?;
    }
    Ok(())
}

pub async fn card_has_every_field(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let quote = chosen(&article)?;
        let speaker = by_id(&article, "people", text(quote, "speaker"))?;
        page.open(&site::path(lang)).await?;
        choose(&page, quote).await?;
        page.until_is("the fragment", "location.hash", format!("#quote-{}", text(quote, "id"))).await?;
        page.until_painted("target", text(quote, "exact")).await?;
        page.until("the passage is in view", IN_VIEW).await?;
        let terms: Vec<String> = page
            .eval(
                "[...document.querySelectorAll('[aria-current] .card dl dd')].map((dd) => dd.textContent.trim())",
                vec![],
            )
            .await?;
        assert!(terms.len() >= 5 && terms.iter().all(|term| !term.is_empty()), "the card says {terms:?}");
        for wanted in [text(speaker, "name"), text(speaker, "description"), text(quote, "cue"), "2022"] {
            assert!(terms.iter().any(|term| term.contains(wanted)), "no {wanted} in the card: {terms:?}");
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Copied {
    #[serde(rename = "text/plain")]
    plain: String,
    #[serde(rename = "text/html")]
    html: String,
}

pub async fn copies_with_citation(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let quote = chosen(&article)?;
        let speaker = by_id(&article, "people", text(quote, "speaker"))?;
        page.open(&site::path(lang)).await?;
        page.eval::<()>(CLIPBOARD, vec![]).await?;
        choose(&page, quote).await?;
        page.click("[aria-current] .card .copy-citation").await?;
        page.until("told", &notice("copied")).await?;
        let copied: Copied = page.eval("copied", vec![]).await?;
        let link = page.address(&format!("{}#quote-{}", site::path(lang), text(quote, "id")));
        let parts = [
            text(quote, "exact"),
            text(speaker, "name"),
            text(&article, "headline"),
            text(&article["publisher"], "name"),
            "2022",
            &link,
        ];
        for part in parts {
            assert!(copied.plain.contains(part), "no {part} in the plain citation: {}", copied.plain);
            assert!(copied.html.contains(part), "no {part} in the citation's HTML: {}", copied.html);
        }
        assert!(copied.html.contains(&format!("dir=\"{}\"", site::direction(lang))), "{}", copied.html);
        assert!(copied.html.contains(&format!("href=\"{link}\"")), "{}", copied.html);
    }
    Ok(())
}

pub async fn tells_when_it_cannot_copy(page: Page) -> Told {
    let article = site::article("ar")?;
    let quote = chosen(&article)?;
    page.open(&site::path("ar")).await?;
    page.eval::<()>(NO_CLIPBOARD, vec![]).await?;
    page.eval::<()>(NO_SHARE, vec![]).await?;
    choose(&page, quote).await?;
    page.click("[aria-current] .card .copy-citation").await?;
    page.until("told", &notice("not-copied")).await?;
    let told: String = page.eval("document.querySelector('#notice').textContent", vec![]).await?;
    assert!(told.contains(text(quote, "exact")), "the text to copy by hand is not in: {told}");
    page.click("[aria-current] .card .share").await?;
    let link = page.address(&format!("{}#quote-{}", site::path("ar"), text(quote, "id")));
    page.until(
        "the link to copy by hand",
        &format!("document.querySelector('#notice .detail')?.textContent === '{link}'"),
    )
    .await
}

pub async fn shares(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let quote = chosen(&article)?;
        page.open(&site::path(lang)).await?;
        page.eval::<()>(SHARE, vec![]).await?;
        choose(&page, quote).await?;
        // A reader who thinks better of it is told nothing.
        page.eval::<()>("window.cancel = true, undefined", vec![]).await?;
        page.click("[aria-current] .card .share").await?;
        page.until_is("what was shared", "window.shared", Value::Null).await?;
        page.eval::<()>("window.cancel = false, undefined", vec![]).await?;
        page.click("[aria-current] .card .share").await?;
        let link = page.address(&format!("{}#quote-{}", site::path(lang), text(quote, "id")));
        page.until_is("the shared address", "window.shared?.url", link).await?;
        page.until("told", &notice("shared")).await?;
    }
    Ok(())
}

pub async fn shares_by_the_clipboard(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let quote = chosen(&article)?;
        page.open(&site::path(lang)).await?;
        page.eval::<()>(CLIPBOARD, vec![]).await?;
        page.eval::<()>(NO_SHARE, vec![]).await?;
        choose(&page, quote).await?;
        page.click("[aria-current] .card .share").await?;
        let link = page.address(&format!("{}#quote-{}", site::path(lang), text(quote, "id")));
        page.until_is("the copied address", "copied['text/plain']", link).await?;
        page.until("told", &notice("link-copied")).await?;
    }
    Ok(())
}

/// The text's own nodes carry no handlers; a click is matched to the passage under it.
pub async fn a_click_in_the_text_chooses(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let quote = chosen(&article)?;
        page.open(&site::path(lang)).await?;
        // The passage by the page's own painting: the range is found by its text, then brought to the middle.
        let point: Option<(f64, f64)> = page
            .eval(
                "((exact) => { for (const [, highlight] of CSS.highlights) for (const range of highlight) \
                 if (String(range) === exact) { \
                    range.startContainer.parentElement.scrollIntoView({block: 'center', behavior: 'instant'}); \
                    const {x, y, width, height} = range.getClientRects()[0]; return [x + width / 2, y + height / 2]; } \
                 return null; })(arguments[0])",
                vec![text(quote, "exact").into()],
            )
            .await?;
        let (x, y) = point.ok_or_else(|| Failure("the quotation is not painted".into()))?;
        page.click_at(x, y).await?;
        page.until_is("the fragment", "location.hash", format!("#quote-{}", text(quote, "id"))).await?;
        page.until_painted("target", text(quote, "exact")).await?;
    }
    Ok(())
}
