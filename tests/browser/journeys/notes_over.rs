//! Marks over each other, quotations of blocks in another language, and an import that is taken back.

use super::notes::{COUNT, KEPT, READY, beside, mark, open, select, words_of};
use super::notes_kept::{BRING, FILES};
use super::stranger::{foreign, two_ways};
use crate::Told;
use crate::page::Page;
use crate::server::Server;
use crate::site::{self, LANGUAGES};
use serde_json::json;

const COLOURS: &str = "[...document.querySelectorAll('.note')].map((one) => one.dataset.colour).join()";
const DELETE: char = '\u{E017}';

/// A short mark inside a long one was seen in neither's colour. From the keyboard: it is seen, opened, and deleted by
/// itself.
pub async fn the_shorter_of_two_marks_is_seen(page: Page) -> Told {
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let (long, short) = (words_of(&article, 2, 6), words_of(&article, 2, 3));
        let rest = long.strip_prefix(short.as_str()).unwrap_or_default();
        open(&page, &site::path(lang)).await?;
        mark(&page, 2, &long, "yellow").await?;
        select(&page, 2, &short).await?;
        page.eval::<()>("void document.getElementById('text').focus({preventScroll: true})", vec![]).await?;
        page.press('4').await?;
        page.until_painted("note-over-pink", &short).await?;
        page.until_painted("note-yellow", rest).await?;
        page.until_is("kept", KEPT, "saved").await?;
        // Enter opens what is seen under the caret, and Delete takes that away alone.
        page.eval::<()>("void getSelection().collapseToStart()", vec![]).await?;
        page.press('\u{E006}').await?;
        page.until_is("opened", "document.querySelector('.note[aria-current]')?.dataset.colour", "pink").await?;
        page.eval::<()>("void document.getElementById('text').focus({preventScroll: true})", vec![]).await?;
        page.press(DELETE).await?;
        page.until_painted("note-yellow", &long).await?;
        page.until_is("only the long one is left", COLOURS, "yellow").await?;
        page.press_with_control('z').await?;
        page.until_painted("note-over-pink", &short).await?;
        page.until_is("kept", KEPT, "saved").await?;
        open(&page, &site::path(lang)).await?;
        page.until_painted("note-over-pink", &short).await?;
    }
    Ok(())
}

/// A quotation ran as its article does, whatever its block was: in the list, in the library, and in files.
pub async fn quotations_run_as_their_blocks(page: Page) -> Told {
    const RUN: &str =
        "((link) => [link.lang, getComputedStyle(link).direction])(document.querySelector('#notes ' + arguments[0]))";
    let page = page.on(Server::start(two_ways()?, "/")?);
    for lang in LANGUAGES {
        let (words, dir, of) = foreign(lang);
        let words = words.split(' ').take(4).collect::<Vec<_>>().join(" ");
        open(&page, &site::path(lang)).await?;
        mark(&page, 1, &words, "green").await?;
        let own = words_of(&site::article(lang)?, 1, 4);
        mark(&page, 2, &own, "pink").await?;
        let run: [String; 2] = page.eval(RUN, vec![".note[data-colour=green] .note-link".into()]).await?;
        assert_eq!(run, [of, dir], "what runs against its article ({lang})");
        let run: [String; 2] = page.eval(RUN, vec![".note[data-colour=pink] .note-link".into()]).await?;
        assert_eq!(run, [lang, site::direction(lang)], "what runs as it does ({lang})");
        beside(&page).await?;
        page.eval::<()>(FILES, vec![]).await?;
        page.click(".exports button:nth-of-type(4)").await?;
        page.until_is("files", "files.length", 1).await?;
        let file: String = page.resolved("files[0]", vec![]).await?;
        assert!(file.contains(&format!("<p lang=\"{of}\" dir=\"{dir}\">{words}</p>")), "{lang}: {file}");
        assert!(file.contains(&format!("<p>{own}</p>")), "{lang}: {file}");
        page.goto("").await?;
        page.until("the notes are there", READY).await?;
        let row = format!(".note:has(.note-article[lang={of}]) .note-link[lang={of}]");
        page.until_is("in the library", &format!("document.querySelectorAll('{row}').length > 0"), true).await?;
    }
    Ok(())
}

/// Undoing after an import undid what was done before it.
pub async fn an_import_is_one_step(page: Page) -> Told {
    const STEPS: &str =
        "['.undo', '.redo'].map((way) => !document.querySelector('.notes-tools ' + way).disabled).join()";
    let article = site::article("ar")?;
    let of = |paragraph: usize| {
        json!({"id": format!("#{paragraph}"), "type": "Annotation", "body": [],
            "target": {"styleClass": "blue", "selector": [{"type": "TextQuoteSelector", "exact": words_of(&article, paragraph, 6)}]}})
    };
    let file = json!([of(2), of(3), of(4)]).to_string();
    open(&page, &site::path("ar")).await?;
    mark(&page, 1, &words_of(&article, 1, 3), "green").await?;
    beside(&page).await?;
    page.eval::<()>(BRING, vec![file.clone().into()]).await?;
    page.click(".note-plan .let-in").await?;
    page.until_is("all have come", COLOURS, "green,blue,blue,blue").await?;
    page.until_is("kept", KEPT, "saved").await?;
    // Where it is told, and by the keyboard.
    page.click("#notes-notice .note-told .undo").await?;
    page.until_is("all have gone", COLOURS, "green").await?;
    page.until("none is painted", "!CSS.highlights.has('note-blue')").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.eval::<()>("void document.getElementById('text').focus({preventScroll: true})", vec![]).await?;
    page.click(".notes-tools .redo").await?;
    page.until_is("all are there again", COLOURS, "green,blue,blue,blue").await?;
    page.eval::<()>("void document.getElementById('text').focus({preventScroll: true})", vec![]).await?;
    page.press_with_control('z').await?;
    page.until_is("all have gone again", COLOURS, "green").await?;
    page.until_is("kept", KEPT, "saved").await?;
    // The disk has it so.
    open(&page, &site::path("ar")).await?;
    page.until_is("after loading again", COUNT, 1).await?;
    // What was deleted comes back by an import, and goes by undoing that.
    beside(&page).await?;
    page.eval::<()>(BRING, vec![file.into()]).await?;
    page.click(".note-plan .restore").await?;
    page.until_is("restored", COLOURS, "green,blue,blue,blue").await?;
    page.until_is("what can be done", STEPS, "true,false").await?;
    // What is done after it is undone first, wherever undoing is offered.
    page.until("told", "document.querySelector('#notes-notice .note-told .undo')").await?;
    mark(&page, 5, &words_of(&article, 5, 3), "pink").await?;
    page.until_is("told no longer", "document.querySelectorAll('#notes-notice .note-told .undo').length", 0).await?;
    page.click(".notes-tools .undo").await?;
    page.until_is("the last step", COLOURS, "green,blue,blue,blue").await?;
    page.click(".notes-tools .undo").await?;
    page.until_is("and the import", COLOURS, "green").await?;
    page.until_is("what can be done", STEPS, "false,true").await
}
