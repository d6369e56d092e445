//! The timeline: from an event to its passage, and back.

use super::findings;
use super::quotes::{CLIPBOARD, NO_SHARE, SHARE, notice};
use crate::page::{ARROW_DOWN, ARROW_LEFT, ARROW_RIGHT, ARROW_UP, END, HOME, IN_VIEW, Page};
use crate::site::{self, LANGUAGES, list, text};
use crate::{Failure, Told};

/// The first event of an article's list, and its last.
fn two(article: &serde_json::Value) -> Told<[(String, String); 2]> {
    let events = list(article, "events");
    let (Some(first), Some(last)) = (events.first(), events.last()) else {
        return Err(Failure("the article has no events".into()));
    };
    Ok([first, last].map(|event| (text(event, "id").to_owned(), text(event, "exact").to_owned())))
}

fn link(id: &str) -> String {
    format!("#event-{id} .event-link")
}

pub async fn choosing_marks_the_passage(page: Page) -> Told {
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        for (id, exact) in two(&site::article(lang)?)? {
            page.click(&link(&id)).await?;
            page.until_is("the fragment", "location.hash", format!("#event-{id}")).await?;
            page.until_painted("target", &exact).await?;
            page.until("the passage is in view", IN_VIEW).await?;
            let current = "[...document.querySelectorAll('.event[aria-current=true]')].map((e) => e.id).join()";
            page.until_is("the current event", current, format!("event-{id}")).await?;
        }
    }
    Ok(())
}

pub async fn back_and_forward(page: Page) -> Told {
    page.open(&site::path("ar")).await?;
    let [(first, first_exact), (last, last_exact)] = two(&site::article("ar")?)?;
    page.click(&link(&first)).await?;
    page.until_painted("target", &first_exact).await?;
    page.click(&link(&last)).await?;
    page.until_painted("target", &last_exact).await?;
    page.back().await?;
    page.until_is("the fragment", "location.hash", format!("#event-{first}")).await?;
    page.until_painted("target", &first_exact).await?;
    page.until("the passage is in view", IN_VIEW).await?;
    page.back().await?;
    page.until_is("the fragment", "location.hash", "").await?;
    page.until_painted("target", "").await?;
    page.forward().await?;
    page.until_painted("target", &first_exact).await?;
    page.forward().await?;
    page.until_painted("target", &last_exact).await?;
    page.until("the passage is in view", IN_VIEW).await
}

/// In Arabic what is later lies to the left; down the list it is the next in every language.
pub async fn arrows_follow_the_axis(page: Page) -> Told {
    const FOCUSED: &str = "[...document.querySelectorAll('.event')].indexOf(document.activeElement.closest('.event'))";
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        let last = list(&site::article(lang)?, "events").len() - 1;
        let (later, earlier) = if lang == "ar" { (ARROW_LEFT, ARROW_RIGHT) } else { (ARROW_RIGHT, ARROW_LEFT) };
        page.eval::<()>("document.querySelector('.event .event-link').focus()", vec![]).await?;
        let presses = [
            ("down", ARROW_DOWN, 1),
            ("the later side", later, 2),
            ("the earlier side", earlier, 1),
            ("up", ARROW_UP, 0),
            ("up at the start", ARROW_UP, 0),
            ("end", END, last),
            ("down at the end", ARROW_DOWN, last),
            ("home", HOME, 0),
        ];
        for (what, key, row) in presses {
            page.press(key).await?;
            page.until_is(&format!("the row in focus after {what} ({lang})"), FOCUSED, row).await?;
        }
    }
    Ok(())
}

/// A field of each kind inside a row, where the arrows would else lead to the next; and what is no field.
pub async fn arrows_stay_in_a_text_field(page: Page) -> Told {
    const FIELD: &str = "((html) => { document.querySelector('#field')?.remove(); \
        const field = document.createElement('div'); field.id = 'field'; \
        field.append(document.createRange().createContextualFragment(html)); \
        document.querySelector('.event').append(field); field.firstElementChild.focus(); \
        window.onkeydown = (event) => { window.prevented = event.defaultPrevented; }; })(arguments[0])";
    let fields = [
        ("<input value=abc>", false),
        ("<textarea>abc</textarea>", false),
        ("<select><option>a<option>b<option>c</select>", false),
        ("<div contenteditable>abc</div>", false),
        ("<div role=textbox tabindex=0>abc</div>", false),
        ("<div role=combobox tabindex=0>abc</div>", false),
        ("<div contenteditable=false tabindex=0>abc</div>", true),
        ("<div tabindex=0>abc</div>", true),
    ];
    page.open(&site::path("ar")).await?;
    for (field, taken) in fields {
        for key in [ARROW_LEFT, ARROW_DOWN, HOME, END] {
            page.eval::<()>("window.prevented = null, undefined", vec![]).await?;
            page.eval::<()>(FIELD, vec![field.into()]).await?;
            page.press(key).await?;
            page.until_is(&format!("whether a key was taken from {field}"), "window.prevented", taken).await?;
            let inside = "Boolean(document.activeElement.closest('#field'))";
            page.until_is(&format!("whether the focus is in {field}"), inside, !taken).await?;
        }
    }
    Ok(())
}

/// By the browser's own sharing where it has one, else by the clipboard.
pub async fn shares(page: Page) -> Told {
    for lang in LANGUAGES {
        let [_, (id, _)] = two(&site::article(lang)?)?;
        page.open(&site::path(lang)).await?;
        let path = format!("{}#event-{id}", site::path(lang));
        let button = format!("#event-{id} .share");
        page.eval::<()>(&format!("document.querySelector('#event-{id} .event-link').focus()"), vec![]).await?;
        page.eval::<()>(CLIPBOARD, vec![]).await?;
        page.eval::<()>(NO_SHARE, vec![]).await?;
        page.click(&button).await?;
        page.until_is("the copied address", "copied['text/plain']", page.address(&path)).await?;
        page.until("told", &notice("link-copied")).await?;
        page.eval::<()>(SHARE, vec![]).await?;
        page.click(&button).await?;
        page.until_is("the shared address", "window.shared?.url", page.address(&path)).await?;
        page.until("told", &notice("shared")).await?;
        // The address leads to the event.
        page.open("").await?;
        page.open(&path).await?;
        let current = format!("document.querySelector('#event-{id}').ariaCurrent");
        page.until_is("the current event", &current, "true").await?;
    }
    Ok(())
}

pub async fn reading_marks_the_current_event(page: Page) -> Told {
    // Two frames: one in which the page hears of the scrolling, one in which it has answered.
    const READ: &str = "(async () => { const seen = []; \
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve)); \
        for (const paragraph of document.querySelectorAll('#text [id^=p]')) { \
            paragraph.scrollIntoView({block: 'center', behavior: 'instant'}); \
            await frame(); await frame(); await frame(); \
            seen.push([...document.querySelectorAll('.event[aria-current=true]')].map((event) => event.id)); \
        } return seen; })()";
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        let seen: Vec<Vec<String>> = page.resolved(READ, vec![]).await?;
        assert!(seen.iter().all(|current| current.len() <= 1), "more than one event is current: {seen:?}");
        let mut different: Vec<_> = seen.into_iter().flatten().collect();
        different.sort();
        different.dedup();
        assert!(different.len() > 2, "reading all of it marked only {different:?} ({lang})");
    }
    Ok(())
}

/// Who opens a page sees its axis; the list follows whoever reads on.
pub async fn a_timeline_is_seen_from_its_beginning(page: Page) -> Told {
    const LEFT: &str = "document.getElementById('timeline').scrollTop > 0";
    const CURRENT: &str = "document.querySelector('.event[aria-current=true]') !== null";
    const TO: &str = "(scrollTo({top: arguments[0], behavior: 'instant'}), null)";
    for lang in LANGUAGES {
        findings::open_sample(&page, lang, "").await?;
        page.until("an event is current", CURRENT).await?;
        page.until_is("the list has left its beginning", LEFT, false).await?;
        page.eval::<()>(TO, vec![9_000.into()]).await?;
        page.until_is("the list has left its beginning", LEFT, true).await?;
        page.eval::<()>(TO, vec![0.into()]).await?;
        page.until_is("the list has left its beginning", LEFT, false).await?;
    }
    Ok(())
}

pub async fn a_sheet_leads_to_the_passage(page: Page) -> Told {
    page.resize(390, 844).await?;
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        for (id, exact) in two(&site::article(lang)?)? {
            page.click("button[data-sheet=timeline]").await?;
            page.until("the sheet is open", "document.getElementById('timeline').checkVisibility()").await?;
            page.click(&link(&id)).await?;
            page.until_painted("target", &exact).await?;
            page.until_is("the sheet is open", "document.body.dataset.sheet ?? ''", "").await?;
            page.until("the passage is in view", IN_VIEW).await?;
        }
    }
    Ok(())
}
