//! The reader's notes on their ways: opened and deleted by keys in the text, on paper, in forced colours, out of a
//! narrowed library, and in from other programs.

use super::notes::{COUNT, KEPT, READY, beside, mark, open, words_of};
use super::notes_kept::{BRING, FILES};
use crate::Told;
use crate::engine::Engine;
use crate::page::{IN_VIEW, Page};
use crate::server::Server;
use crate::site::{self, LANGUAGES, text};
use serde_json::{Value, json};

/// The key among the letters; that among the digits is another.
const ENTER: char = '\u{E006}';
const BACKSPACE: char = '\u{E003}';
const DELETE: char = '\u{E017}';

/// Puts the caret behind the first letters of a paragraph, with the focus in the text; none where the letters are 0.
const CARET: &str = "((id, letters) => { document.getElementById('text').focus({preventScroll: true}); \
    getSelection().removeAllRanges(); if (!letters) return; const block = document.getElementById(id); \
    getSelection().collapse(document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode(), letters); })\
    (arguments[0], arguments[1])";
const SELECT_WHOLE: &str = "((id) => { document.getElementById('text').focus({preventScroll: true}); \
    getSelection().selectAllChildren(document.getElementById(id)); })(arguments[0])";
const CHOSEN: &str = "document.querySelector('#notes .note[aria-current]')?.dataset.colour";

/// Backspace deleted the chosen note while other words were selected.
pub async fn keys_in_the_text_mean_what_is_there(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        open(&page, &site::path(lang)).await?;
        mark(&page, 1, &words_of(&article, 1, 3), "green").await?;
        mark(&page, 2, &words_of(&article, 2, 3), "pink").await?;
        page.eval::<()>(CARET, vec!["p2".into(), 2.into()]).await?;
        page.press(ENTER).await?;
        page.until_is("the note under the caret", CHOSEN, "pink").await?;
        page.until("in view", "document.querySelector('#notes .note[aria-current]').checkVisibility()").await?;
        page.eval::<()>(SELECT_WHOLE, vec!["p3".into()]).await?;
        page.press(BACKSPACE).await?;
        page.press(DELETE).await?;
        page.eval::<()>(CARET, vec!["p1".into(), 2.into()]).await?;
        page.press(ENTER).await?;
        page.until_is("the other is chosen", CHOSEN, "green").await?;
        page.until_is("both are there", COUNT, 2).await?;
        page.eval::<()>(CARET, vec!["p1".into(), 0.into()]).await?;
        page.press(BACKSPACE).await?;
        page.until_is("the chosen one is deleted", COUNT, 1).await?;
        page.until_is("kept", KEPT, "saved").await?;
    }
    Ok(())
}

/// On paper: the notes behind the text, with the numbers that stand in it; nothing that is to be pressed.
pub async fn prints_with_numbers(page: Page) -> Told {
    const NUMBER: &str = "getComputedStyle(document.getElementById('p2'), '::after').content";
    let article = site::article("ar")?;
    open(&page, &site::path("ar")).await?;
    mark(&page, 2, &words_of(&article, 2, 3), "green").await?;
    if page.engine == Engine::Chromium {
        page.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
        page.until("the notes are printed", "document.querySelector('#notes .note').checkVisibility()").await?;
        page.until("their number", &format!("{NUMBER}.includes('[')")).await?;
        page.until(
            "no tools",
            "[...document.querySelectorAll('button, .notes-tools, .masthead')].every((one) => !one.checkVisibility())",
        )
        .await?;
    }
    let numbered = "document.getElementById('p2').dataset.notes";
    page.until_is("the number", numbered, "1").await?;
    if page.engine != Engine::WebKit {
        let printed = page.command("print", json!({"background": true})).await?;
        assert!(printed.as_str().is_some_and(|file| file.starts_with("JVBERi")), "a PDF");
    }
    Ok(())
}

/// In forced colours notes had the ground of quotations.
pub async fn forced_colours_tell_notes_from_quotations(page: Page) -> Told {
    const GROUNDS: &str = "(() => { const probe = document.body.appendChild(document.createElement('i')); \
        const system = (colour) => { probe.style.cssText = `forced-color-adjust: none; background: ${colour}`; return getComputedStyle(probe).backgroundColor; }; \
        const of = (name) => getComputedStyle(document.getElementById('text'), `::highlight(${name})`).backgroundColor; \
        const out = [...['yellow', 'green', 'blue', 'pink', 'over-green', 'over-pink'].map((colour) => of('note-' + colour)), system('Mark'), system('Highlight'), of('target')]; \
        probe.remove(); return out; })()";
    if page.engine != Engine::Chromium {
        // The other drivers force no colours.
        return Ok(());
    }
    let article = site::article("ar")?;
    open(&page, &site::path("ar")).await?;
    mark(&page, 2, &words_of(&article, 2, 3), "green").await?;
    let features = json!([{"name": "forced-colors", "value": "active"}]);
    page.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await?;
    page.until("the colours are forced", "matchMedia('(forced-colors: active)').matches").await?;
    // What the style sheets say counts only where the browser does not force one ground on all.
    let forced = "getComputedStyle(document.getElementById('p2')).forcedColorAdjust";
    page.until_is("the blocks choose their colours", forced, "none").await?;
    let grounds: Vec<String> = page.eval(GROUNDS, vec![]).await?;
    let [notes @ .., marker, selected, target] = grounds.as_slice() else { panic!("{grounds:?}") };
    assert!(notes.iter().all(|ground| ground == marker && ground != selected && ground != target), "{grounds:?}");
    Ok(())
}

/// A word of a later paragraph that an earlier one has too, and the number of that paragraph.
fn repeated(article: &Value) -> (usize, String) {
    let blocks: Vec<&str> =
        text(article, "articleBody").split("\n\n").filter(|block| !block.starts_with("## ")).collect();
    let letters = |word: &&str| word.chars().count() > 4 && word.chars().all(char::is_alphabetic);
    for (n, block) in blocks.iter().enumerate().skip(4).filter(|(_, block)| !block.starts_with("> ")) {
        let before = blocks[..n].join(" ");
        let is_repeated = |word: &&str| before.split_whitespace().any(|other| other == *word);
        // Its only place in its own paragraph, so that the browser can be asked for it.
        let once = |word: &&str| block.matches(*word).count() == 1;
        if let Some(word) = block.split_whitespace().skip(2).filter(letters).filter(is_repeated).find(once) {
            return (n + 1, word.to_owned());
        }
    }
    panic!("no word is repeated")
}

/// The library's exports named a passage by its words alone, and their links led to the first place that has them.
pub async fn a_narrowed_library_exports_links_that_lead_back(page: Page) -> Told {
    const SELECT: &str = "((id, word) => { const block = document.getElementById(id); \
        block.scrollIntoView({block: 'center', behavior: 'instant'}); \
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT); \
        for (let node = walker.nextNode(); node; node = walker.nextNode()) { const at = node.data.indexOf(word); \
            if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + word.length); return; } } })(arguments[0], arguments[1])";
    const WHERE: &str =
        "[...CSS.highlights.get('target') ?? []][0]?.startContainer.parentElement.closest('[data-block]').id";
    let mut wanted = Vec::new();
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let (paragraph, word) = repeated(&article);
        open(&page, &site::path(lang)).await?;
        mark(&page, 1, &words_of(&article, 1, 3), "green").await?;
        page.eval::<()>(SELECT, vec![format!("p{paragraph}").into(), word.clone().into()]).await?;
        page.click(".marking-inside [data-colour=pink]").await?;
        page.until_painted("note-pink", &word).await?;
        page.until_is("kept", KEPT, "saved").await?;
        wanted.push((lang, paragraph, word));
    }
    page.open("").await?;
    page.until("the notes are there", READY).await?;
    page.until_is("of all articles", COUNT, 6).await?;
    let narrow = "((field) => { field.value = 'pink'; field.dispatchEvent(new Event('change', {bubbles: true})); })\
        (document.querySelector('.notes-filter select'))";
    page.eval::<()>(narrow, vec![]).await?;
    page.until_is("narrowed", COUNT, 3).await?;
    page.eval::<()>(FILES, vec![]).await?;
    page.click(".exports button:nth-of-type(2)").await?;
    let file: String = page.resolved("files[0]", vec![]).await?;
    assert_eq!(file.matches("\n> ").count(), 3, "{file}");
    for (lang, paragraph, word) in wanted {
        let way = format!("/{lang}/#");
        let link =
            file.split("](<").skip(1).filter_map(|rest| rest.split(">)").next()).find(|link| link.contains(&way));
        let fragment = link.and_then(|link| link.split_once('#')).map(|(_, fragment)| fragment.to_owned());
        let fragment = fragment.unwrap_or_else(|| panic!("{lang}: {file}"));
        let elsewhere = page.on(Server::start(&site::folder(), "/")?);
        elsewhere.open(&format!("{}#{fragment}", site::path(lang))).await?;
        elsewhere.until_painted("target", &word).await?;
        elsewhere.until("the passage is in view", IN_VIEW).await?;
        elsewhere.until_is("its paragraph", WHERE, format!("p{paragraph}")).await?;
    }
    Ok(())
}

/// A file of another program, which names its own address: it is told what would be left out and why; its words are
/// looked for in this text when the reader asks; and what was deleted since comes back when the reader asks.
pub async fn a_file_says_what_it_would_bring(page: Page) -> Told {
    const ADDRESS: &str = "https://recogito.example/document/7";
    for lang in LANGUAGES {
        let words = words_of(&site::article(lang)?, 2, 9);
        let of = |exact: &str| {
            json!({"id": "#1", "type": "Annotation", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "x"}],
                "target": {"source": ADDRESS, "selector": [{"type": "TextQuoteSelector", "exact": exact}]}})
        };
        let file = json!([of(&words), of("no such words stand anywhere in this text")]).to_string();
        open(&page, &site::path(lang)).await?;
        beside(&page).await?;
        page.eval::<()>(BRING, vec!["[]".into()]).await?;
        page.until("told that there is nothing", "document.querySelector('.note-told')").await?;
        page.until_is("no plan", "document.querySelectorAll('.note-plan').length", 0).await?;
        page.eval::<()>(BRING, vec![file.clone().into()]).await?;
        page.until("the plan", "document.querySelector('.note-plan .seek')").await?;
        page.until_is("why", "document.querySelector('.plan-addresses').textContent", ADDRESS).await?;
        page.until_is("nothing to let in", "document.querySelectorAll('.let-in').length", 0).await?;
        page.click(".note-plan .seek").await?;
        page.until("found", "document.querySelector('.note-plan .let-in')").await?;
        page.until_is("nothing has come in", COUNT, 0).await?;
        page.click(".note-plan .let-in").await?;
        page.until_painted("note-yellow", &words).await?;
        page.until_is("kept", KEPT, "saved").await?;
        page.click(".note-link").await?;
        page.click(".note[aria-current] .delete").await?;
        page.until_is("deleted", COUNT, 0).await?;
        page.eval::<()>(BRING, vec![file.into()]).await?;
        page.click(".note-plan .seek").await?;
        page.click(".note-plan .restore").await?;
        page.until_painted("note-yellow", &words).await?;
        page.until_is("had back", COUNT, 1).await?;
        page.until_is("kept", KEPT, "saved").await?;
    }
    Ok(())
}

/// The colours are told apart by their lines, in the bar too, which runs as its language does.
pub async fn the_bar_runs_as_its_language(page: Page) -> Told {
    const ORDER: &str = "(([one, other]) => one.getBoundingClientRect().left < other.getBoundingClientRect().left)\
        ([...document.querySelectorAll('.marking-inside .swatch')])";
    const BELOW: &str = "document.querySelector('.marking-inside').getBoundingClientRect().top \
        - getSelection().getRangeAt(0).getBoundingClientRect().bottom";
    for lang in LANGUAGES {
        let words = words_of(&site::article(lang)?, 2, 3);
        open(&page, &site::path(lang)).await?;
        super::notes::select(&page, 2, &words).await?;
        page.until_is("yellow comes first", ORDER, lang != "ar").await?;
        // It scrolls with the words.
        let before: f64 = page.eval(BELOW, vec![]).await?;
        page.eval::<()>("void scrollBy({top: 120, behavior: 'instant'})", vec![]).await?;
        let after: f64 = page.eval(BELOW, vec![]).await?;
        assert!((before - after).abs() < 2.0, "{lang}: {before} and {after}");
    }
    Ok(())
}
