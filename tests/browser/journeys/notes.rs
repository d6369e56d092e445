//! The reader's notes: marked, written, found, undone and passed on, by mouse and by keyboard.

use crate::Told;
use crate::page::{ENTER, IN_VIEW, Page};
use crate::site::{self, LANGUAGES, text};
use serde_json::{Value, json};

/// The notes have been read and the tabs listened to.
pub const READY: &str = "document.documentElement.dataset.notes === 'ready'";
/// What is written is on the disk.
pub const KEPT: &str = "document.querySelector('[data-kept]')?.dataset.kept";
/// How many notes the list shows.
pub const COUNT: &str = "document.querySelectorAll('#notes .note').length";

/// Opens an article and waits until its notes are there: they come when they are first wanted.
pub async fn open(page: &Page, path: &str) -> Told {
    const WANT: &str = "void (() => { const block = document.querySelector('#text [data-block]'); \
        if (block) getSelection().selectAllChildren(block); })()";
    const LEAVE: &str = "void getSelection().removeAllRanges()";
    page.open(path).await?;
    page.eval::<()>(WANT, vec![]).await?;
    page.until("the notes are there", READY).await?;
    page.eval::<()>(LEAVE, vec![]).await
}

/// The first words of a paragraph of the article, as many as are asked for.
pub fn words_of(article: &Value, paragraph: usize, count: usize) -> String {
    let blocks = text(article, "articleBody").split("\n\n").filter(|block| !block.starts_with("## "));
    let block = blocks.map(|block| block.trim_start_matches("> ")).nth(paragraph - 1).unwrap_or_default();
    block.split(' ').take(count).collect::<Vec<_>>().join(" ")
}

/// Selects the first words of a paragraph, as a selection made by any means is.
pub async fn select(page: &Page, paragraph: usize, words: &str) -> Told {
    const SELECT: &str = "((id, words) => { const block = document.getElementById(id); \
        block.scrollIntoView({block: 'center', behavior: 'instant'}); \
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT); let left = words.length, last; \
        const first = walker.nextNode(); \
        for (let node = first; node; node = walker.nextNode()) { last = node; if (left <= node.length) break; left -= node.length; } \
        getSelection().setBaseAndExtent(first, 0, last, left); return String(getSelection()); })(arguments[0], arguments[1])";
    let selected: String = page.eval(SELECT, vec![format!("p{paragraph}").into(), words.into()]).await?;
    assert_eq!(selected.replace('\n', " "), words, "the selection");
    page.until("the bar is there", "document.querySelector('.marking-inside')?.checkVisibility()").await
}

/// Marks the first words of a paragraph in a colour, and waits until that is kept.
pub async fn mark(page: &Page, paragraph: usize, words: &str, colour: &str) -> Told {
    select(page, paragraph, words).await?;
    page.click(&format!(".marking-inside [data-colour={colour}]")).await?;
    page.until_painted(&format!("note-{colour}"), words).await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.eval::<()>("void getSelection().removeAllRanges()", vec![]).await
}

/// Brings the notes into view beside a wide text.
pub async fn beside(page: &Page) -> Told {
    page.click(".side-tabs [aria-controls=notes]").await?;
    page.until("the notes are in view", "document.querySelector('#notes').checkVisibility()").await
}

pub async fn marks_by_mouse(page: Page) -> Told {
    const NODES: &str = "document.querySelectorAll('#text *').length + [...document.querySelectorAll('#text *')]\
        .reduce((sum, one) => sum + one.childNodes.length, 0)";
    for lang in LANGUAGES {
        let words = words_of(&site::article(lang)?, 2, 4);
        open(&page, &site::path(lang)).await?;
        let before: u64 = page.eval(NODES, vec![]).await?;
        // By dragging, from before the first letter to behind the last.
        let place = "((block) => { block.scrollIntoView({block: 'center', behavior: 'instant'}); \
            const range = document.createRange(); const text = document.createTreeWalker(block, 4).nextNode(); \
            range.setStart(text, 0); range.setEnd(text, Math.min(text.length, 14)); const {left, right, top, bottom} = range.getClientRects()[0]; \
            return [left, right, (top + bottom) / 2]; })(document.getElementById('p2'))";
        let (left, right, y): (f64, f64, f64) = page.eval(place, vec![]).await?;
        let (from, to) = if lang == "ar" { (right - 1.0, left + 1.0) } else { (left + 1.0, right - 1.0) };
        page.drag((from, y), (to, y)).await?;
        page.until("words are selected", "String(getSelection()).length > 3").await?;
        let dragged: String = page.eval("String(getSelection())", vec![]).await?;
        page.click(".marking-inside [data-colour=blue]").await?;
        page.until_is("marked", COUNT, 1).await?;
        page.until_painted("note-blue", dragged.trim()).await?;
        // The native selection goes on working.
        page.until_is("still selected", "String(getSelection())", dragged.as_str()).await?;
        // Where they lie over each other the shorter is seen, and told to lie over another.
        let rest = words.strip_prefix(dragged.trim()).unwrap_or_default();
        select(&page, 2, &words).await?;
        page.click(".marking-inside [data-colour=yellow]").await?;
        page.until_painted("note-over-blue", dragged.trim()).await?;
        page.until_painted("note-yellow", rest).await?;
        page.until_is("kept", KEPT, "saved").await?;
        page.eval::<()>("void getSelection().removeAllRanges()", vec![]).await?;
        let after: u64 = page.eval(NODES, vec![]).await?;
        assert_eq!(after, before, "nodes in the text");
        open(&page, &site::path(lang)).await?;
        page.until_painted("note-yellow", rest).await?;
        page.until_painted("note-over-blue", dragged.trim()).await?;
        // A click on the shorter of two opens it.
        let middle = "((range) => { const {left, right, top, bottom} = range.getClientRects()[0]; \
            return [(left + right) / 2, (top + bottom) / 2]; })([...CSS.highlights.get('note-over-blue')][0])";
        page.eval::<()>(
            "void document.getElementById('p2').scrollIntoView({block: 'center', behavior: 'instant'})",
            vec![],
        )
        .await?;
        let (x, y): (f64, f64) = page.eval(middle, vec![]).await?;
        page.click_at(x, y).await?;
        page.until("it is chosen", "document.querySelector('#notes .note[aria-current]')?.checkVisibility()").await?;
    }
    Ok(())
}

pub async fn marks_by_keyboard(page: Page) -> Told {
    const SELECTED: &str = "String(getSelection())";
    for lang in LANGUAGES {
        open(&page, &site::path(lang)).await?;
        page.eval::<()>("document.querySelector('.skip').focus()", vec![]).await?;
        page.press(ENTER).await?;
        page.until_is("the focus", "document.activeElement.id", "text").await?;
        page.press('s').await?;
        page.until("a sentence is selected", &format!("{SELECTED}.length > 10")).await?;
        let first: String = page.eval(SELECTED, vec![]).await?;
        page.press('s').await?;
        page.until("the next sentence", &format!("{SELECTED} !== {}", json!(first))).await?;
        let second: String = page.eval(SELECTED, vec![]).await?;
        page.press_with_shift('s').await?;
        page.until_is("the sentence before", SELECTED, first.as_str()).await?;
        page.press('e').await?;
        let both = format!("{SELECTED}.includes({}) && {SELECTED}.includes({})", json!(first), json!(second));
        page.until("both sentences", &both).await?;
        page.press('3').await?;
        page.until("marked", &format!("String([...CSS.highlights.get('note-blue') ?? []]) === {SELECTED}")).await?;
        page.until_is("kept", KEPT, "saved").await?;
        page.press('n').await?;
        page.until("the editor", "document.activeElement.matches('.note-editor textarea')").await?;
        page.write("s 1 n").await?;
        page.press_with_control(ENTER).await?;
        page.until_is("written", "document.querySelector('.note-text')?.textContent", "s 1 n").await?;
        page.until("the focus is back in the list", "document.activeElement.matches('.note-link')").await?;
        page.eval::<()>("void document.getElementById('text').focus({preventScroll: true})", vec![]).await?;
        page.press('j').await?;
        page.until("chosen", "document.querySelector('.note[aria-current]')").await?;
        page.press('\u{E017}').await?;
        page.until_is("deleted", COUNT, 0).await?;
        page.press_with_control('z').await?;
        page.until_is("had back", "document.querySelector('.note-text')?.textContent", "s 1 n").await?;
        page.until("painted again", "CSS.highlights.get('note-blue')?.size === 1").await?;
        page.press('\u{E017}').await?;
        page.until_is("deleted again", COUNT, 0).await?;
        page.until_is("kept", KEPT, "saved").await?;
    }
    Ok(())
}

pub async fn writes_finds_and_undoes(page: Page) -> Told {
    let article = site::article("ar")?;
    open(&page, &site::path("ar")).await?;
    mark(&page, 3, &words_of(&article, 3, 3), "green").await?;
    let words = words_of(&article, 1, 5);
    select(&page, 1, &words).await?;
    page.click(".marking-inside .annotate").await?;
    page.until("the editor", "document.activeElement.matches('.note-editor textarea')").await?;
    page.write("متى؟ [هنا](https://example.org/a) [لا](javascript:alert(1)) <b>").await?;
    page.click(".note-editor input").await?;
    page.write("سؤال، to check").await?;
    page.click(".note-editor .save").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.until("the editor is closed", "!document.querySelector('.note-editor')").await?;
    let shown = "[...document.querySelectorAll('.note-text a')].map((one) => one.href).join()";
    page.until_is("links of the note", shown, "https://example.org/a").await?;
    page.until_is("markup of the note", "document.querySelectorAll('.note-text b').length", 0).await?;
    page.until_is(
        "tags",
        "[...document.querySelectorAll('.note-tags li')].map((one) => one.textContent).join('|')",
        "سؤال|to check",
    )
    .await?;
    page.until_is(
        "in reading order",
        "[...document.querySelectorAll('.note')].map((one) => one.dataset.colour).join()",
        "yellow,green",
    )
    .await?;
    for (field, value, left) in [
        ("select:nth-of-type(1)", "green", "green"),
        ("select:nth-of-type(1)", "", "yellow,green"),
        ("select:nth-of-type(2)", "سؤال", "yellow"),
        ("select:nth-of-type(2)", "", "yellow,green"),
        ("[type=search]", "مَتى", "yellow"),
        ("[type=search]", "zzz", ""),
        ("[type=search]", "", "yellow,green"),
    ] {
        let set = "((field, value) => { field.value = value; field.dispatchEvent(new Event(field.type === 'search' ? 'input' : 'change', \
            {bubbles: true})); })(document.querySelector('.notes-filter ' + arguments[0]), arguments[1])";
        page.eval::<()>(set, vec![field.into(), value.into()]).await?;
        let shown = "[...document.querySelectorAll('.note')].map((one) => one.dataset.colour).join()";
        page.until_is(&format!("{field} {value}"), shown, left).await?;
    }
    // Another colour, deletion, and back by undoing, one step after the other; and forth again.
    page.click(".note:nth-child(1) .note-link").await?;
    page.click(".note[aria-current] [data-colour=pink]").await?;
    page.until_painted("note-pink", &words).await?;
    page.click(".note[aria-current] .delete").await?;
    page.until_is("deleted", COUNT, 1).await?;
    page.click(".note-told .undo").await?;
    page.until_painted("note-pink", &words).await?;
    page.click(".notes-tools .undo").await?;
    page.until_painted("note-yellow", &words).await?;
    page.click(".notes-tools .redo").await?;
    page.until_painted("note-pink", &words).await?;
    page.until_is("kept", KEPT, "saved").await?;
    open(&page, &site::path("ar")).await?;
    page.until_painted("note-pink", &words).await?;
    page.until_is("all there", COUNT, 2).await
}

pub async fn shares_a_passage(page: Page) -> Told {
    const SHARE: &str = "(() => { window.shared = []; Object.defineProperty(navigator, 'share', \
        {configurable: true, value: async (data) => shared.push(data.url)}); })()";
    for lang in LANGUAGES {
        let words = words_of(&site::article(lang)?, 4, 6);
        open(&page, &site::path(lang)).await?;
        page.eval::<()>(SHARE, vec![]).await?;
        select(&page, 4, &words).await?;
        page.click(".marking-inside .share").await?;
        page.until_is("shared", "window.shared.length", 1).await?;
        let link: String = page.eval("window.shared[0]", vec![]).await?;
        let fragment = link.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default();
        assert!(fragment.starts_with("text="), "{link}");
        // On a machine that has never seen it.
        let elsewhere = page.on(crate::server::Server::start(&site::folder(), "/")?);
        elsewhere.open(&format!("{}#{fragment}", site::path(lang))).await?;
        elsewhere.until_painted("target", &words).await?;
        elsewhere.until("the passage is in view", IN_VIEW).await?;
    }
    Ok(())
}

pub async fn on_a_phone(page: Page) -> Told {
    page.resize(390, 844).await?;
    let words = words_of(&site::article("ar")?, 2, 3);
    open(&page, &site::path("ar")).await?;
    select(&page, 2, &words).await?;
    // At the bottom, clear of the system's own menu, and over the bar.
    let clear = "(({top, bottom}) => top > innerHeight / 2 && bottom <= document.querySelector('.bar').getBoundingClientRect().top)\
        (document.querySelector('.marking-inside').getBoundingClientRect())";
    page.until("the bar is at the bottom", clear).await?;
    page.click(".marking-inside .annotate").await?;
    page.until("the sheet", "document.querySelector('#notes .note-editor')?.checkVisibility()").await?;
    page.write("ملاحظة").await?;
    page.click(".note-editor .save").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.click(".note-link").await?;
    page.until_painted("note-yellow", &words).await
}
