//! A thousand notes on a long text, and notes by touch. What is counted is asserted; what takes time is printed.

use super::notes::{COUNT, KEPT, READY, beside, open, select, words_of};
use super::notes_kept::BRING;
use crate::Told;
use crate::engine::Engine;
use crate::page::Page;
use crate::server::Server;
use crate::site;
use crate::thousand::{NOTES, States, Thousand};
use serde_json::Value;
use std::time::Duration;

/// Writes down, in the page, how long its turns take and what painting costs.
const METER: &str = include_str!("../meter.js");
/// How long a thousand notes may take to be found again, or written, on a machine that does much else.
const MANY: Duration = Duration::from_secs(90);

const NODES: &str = "document.evaluate(\"count(//*[@id='text']//node())\", document, null, 1).numberValue";
/// The same of the page as the server sends it.
const AS_SERVED: &str = "new Promise((resolve, reject) => { const request = new XMLHttpRequest(); \
    request.open('GET', location.pathname); request.responseType = 'document'; request.onerror = reject; \
    request.onload = () => { const page = request.response; \
        resolve(page.evaluate(\"count(//*[@id='text']//node())\", page, null, 1).numberValue); }; request.send(); })";
const SOUGHT: &str = "document.querySelectorAll('#notes .note[data-state=sought]').length";

/// The article with the thousand notes on it, which came as a file.
async fn with_a_thousand(page: &Page) -> Told<(Page, &'static Thousand)> {
    let many = Thousand::get()?;
    let page = page.on(Server::start(&many.first.folder, "/")?);
    page.site.run_first(METER);
    let article = site::article("ar")?;
    open(&page, &site::path("ar")).await?;
    // The notes may come only once words are selected.
    select(&page, 1, &words_of(&article, 1, 3)).await?;
    page.until("the notes are there", READY).await?;
    page.eval::<()>("void getSelection().removeAllRanges()", vec![]).await?;
    beside(&page).await?;
    page.eval::<()>(BRING, vec![many.file.clone().into()]).await?;
    page.until("the plan", "document.querySelector('.note-plan')").await?;
    page.click(".note-plan .let-in").await?;
    page.until_within(MANY, "kept", KEPT, "saved").await?;
    page.until_within(MANY, "listed", COUNT, NOTES).await?;
    Ok((page, many))
}

/// Opens the article, and waits until all notes are listed and looked for.
async fn open_again(page: &Page) -> Told {
    page.client.goto("about:blank").await?;
    page.open(&site::path("ar")).await?;
    page.until_within(MANY, "the notes are there", READY, true).await?;
    page.until_within(MANY, "listed", COUNT, NOTES).await?;
    page.until_within(MANY, "not found yet", SOUGHT, 0).await
}

/// A number of the meter's, in milliseconds.
fn milliseconds(value: &Value) -> String {
    value.as_f64().map_or("?".to_owned(), |number| format!("{number:.1} ms"))
}

/// Prints how long the longest turns of the page were.
async fn print_turns(page: &Page, what: &str) -> Told {
    let told: String = page.eval("JSON.stringify({...document.documentElement.dataset})", vec![]).await?;
    let told: Value = serde_json::from_str(&told)?;
    let longest: Value = serde_json::from_str(told["longest"].as_str().unwrap_or("{}"))?;
    let phases = ["coming", "seeking", "there"].map(|phase| format!("{phase} {}", milliseconds(&longest[phase])));
    println!("{} {what}: longest turn while {}", page.engine.name(), phases.join(", "));
    if let Some(tasks) = told["longTasks"].as_str() {
        println!("{} {what}: long tasks [phase, start, ms] {tasks}", page.engine.name());
    }
    if let Some(own) = told["ownPainting"].as_str() {
        let own: Value = serde_json::from_str(own)?;
        let (took, ranges) = (milliseconds(&own["took"]), &own["ranges"]);
        println!("{} {what}: the app paints {NOTES} passages in {took}, {ranges} ranges", page.engine.name());
    }
    Ok(())
}

/// What the list tells of the notes.
async fn states(page: &Page) -> Told<States> {
    const STATES: &str = "['here', 'moved', 'changed', 'lost'].map((state) => \
        document.querySelectorAll(`#notes .note[data-state=${state}]`).length)";
    let [here, moved, changed, lost] = page.eval(STATES, vec![]).await?;
    Ok(States { here, moved, changed, lost })
}

/// The places of all painted stretches, counted through the blocks of the text.
const PLACES: &str = "(() => { const starts = new Map(); let sum = 0; \
    for (const block of document.querySelectorAll('#text [data-block]')) { starts.set(block, sum); sum += block.textContent.length; } \
    const at = (node, offset) => { const block = node.parentElement.closest('[data-block]'); const range = document.createRange(); \
        range.setStart(block, 0); range.setEnd(node, offset); return starts.get(block) + range.toString().length; }; \
    return ['yellow', 'green', 'blue', 'pink'].flatMap((colour) => ['note-', 'note-over-'].flatMap((name) => \
        [...(CSS.highlights.get(name + colour) ?? [])]))\
        .map((range) => [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)]) })()";

pub async fn a_thousand_are_painted_and_found_again(page: Page) -> Told {
    let (page, many) = with_a_thousand(&page).await?;
    print_turns(&page, "a file with a thousand notes").await?;
    let served: usize = page.resolved(AS_SERVED, vec![]).await?;
    open_again(&page).await?;
    assert_eq!(painted(&page).await?, many.seen[0], "painted passages");
    assert_eq!(page.eval::<usize>(NODES, vec![]).await?, served, "nodes of the text");
    assert_eq!(states(&page).await?, States { here: NOTES, ..States::default() });
    paint_again(&page).await?;
    print_turns(&page, "a thousand notes where they stood").await?;
    print_painting(&page).await?;

    page.site.publish(&many.next.folder);
    open_again(&page).await?;
    print_turns(&page, "a thousand notes on a text that has changed").await?;
    println!("{} a thousand notes on a text that has changed: {:?}", page.engine.name(), many.states);
    assert_eq!(states(&page).await?, many.states, "what is told of them");
    assert_eq!(many.wrong, 0, "found elsewhere than where their words went");
    assert_eq!(painted(&page).await?, many.seen[1], "where they are painted");
    Ok(())
}

/// The places of all that is painted, in order.
async fn painted(page: &Page) -> Told<Vec<(usize, usize)>> {
    let mut painted: Vec<(usize, usize)> = page.eval(PLACES, vec![]).await?;
    painted.sort_unstable();
    Ok(painted)
}

/// Has the app paint all passages a few times more: one note gets another colour, and gets it back.
async fn paint_again(page: &Page) -> Told {
    const CHOSEN: &str = "document.querySelector('.note[aria-current]')?.dataset.colour";
    beside(page).await?;
    page.click(".note:nth-child(1) .note-link").await?;
    let own: String = page.eval(CHOSEN, vec![]).await?;
    let other = if own == "pink" { "green" } else { "pink" };
    for colour in [other, &own].repeat(3) {
        page.click(&format!(".note[aria-current] [data-colour={colour}]")).await?;
        page.until_is("its colour", CHOSEN, colour).await?;
    }
    page.until_within(MANY, "kept", KEPT, "saved").await
}

/// Prints what painting a thousand passages costs, and elements around the same words.
async fn print_painting(page: &Page) -> Told {
    page.eval::<()>("void document.dispatchEvent(new Event('meter'))", vec![]).await?;
    page.until_within(MANY, "measured", "Boolean(document.documentElement.dataset.painting)", true).await?;
    let told: String = page.eval("document.documentElement.dataset.painting", vec![]).await?;
    let told: Value = serde_json::from_str(&told)?;
    for way in ["empty", "highlights", "elements"] {
        let [first, calls, frame] = ["first", "calls", "frame"].map(|key| milliseconds(&told[way][key]));
        let nodes = &told[way]["nodes"];
        println!(
            "{} a thousand {way}: calls {calls} (first {first}), frame {frame}, {nodes} nodes",
            page.engine.name()
        );
    }
    assert_eq!(told["highlights"]["nodes"], 0, "nodes that painting adds");
    Ok(())
}

/// A press that systems take for a long one, and one that they take for a tap.
const LONG_PRESS: Duration = Duration::from_millis(1_200);
const TAP: Duration = Duration::from_millis(50);

/// A finger's long press on the first word of a paragraph.
async fn press_long(page: &Page, paragraph: usize) -> Told {
    const PLACE: &str = "((block) => { block.scrollIntoView({block: 'center', behavior: 'instant'}); const range = document.createRange(); \
        const text = document.createTreeWalker(block, 4).nextNode(); range.setStart(text, 0); range.setEnd(text, 3); \
        const {left, right, top, bottom} = range.getClientRects()[0]; return [(left + right) / 2, (top + bottom) / 2]; })\
        (document.getElementById(arguments[0]))";
    let (x, y): (f64, f64) = page.eval(PLACE, vec![format!("p{paragraph}").into()]).await?;
    page.touch(x, y, LONG_PRESS).await
}

/// Taps what a selector finds.
async fn tap(page: &Page, css: &str) -> Told {
    const MIDDLE: &str = "(({left, right, top, bottom}) => [(left + right) / 2, (top + bottom) / 2])\
        (document.querySelector(arguments[0]).getBoundingClientRect())";
    let (x, y): (f64, f64) = page.eval(MIDDLE, vec![css.into()]).await?;
    page.touch(x, y, TAP).await
}

/// By a finger, as far as the drivers go: no engine without a screen selects by a long press, so that the words are
/// selected as after one; and WebKit's driver taps with a mouse.
pub async fn marks_by_touch(page: Page) -> Told {
    const WATCH: &str = "void document.addEventListener('pointerup', (event) => document.documentElement.dataset.pointer = event.pointerType, true)";
    page.resize(390, 844).await?;
    let words = words_of(&site::article("ar")?, 2, 3);
    open(&page, &site::path("ar")).await?;
    page.eval::<()>(WATCH, vec![]).await?;
    press_long(&page, 2).await?;
    let pressed: String = page.eval("String(getSelection())", vec![]).await?;
    println!("{} a long press selects {pressed:?}", page.engine.name());
    select(&page, 2, &words).await?;
    tap(&page, ".marking-inside [data-colour=green]").await?;
    page.until_painted("note-green", &words).await?;
    let pointer: String = page.eval("document.documentElement.dataset.pointer", vec![]).await?;
    println!("{} the bar is tapped by a {pointer} pointer", page.engine.name());
    assert!(pointer == "touch" || page.engine == Engine::WebKit, "tapped by {pointer}");
    page.until_is("kept", KEPT, "saved").await?;
    open(&page, &site::path("ar")).await?;
    page.until_painted("note-green", &words).await
}
