//! What stands in a reader's way, as axe-core finds it: none, in any state, language or colour scheme.

use super::{findings, notes, offline, quotes, update};
use crate::page::Page;
use crate::server::{Answer, Server};
use crate::site::{self, LANGUAGES, list, text};
use crate::{Failure, Told, process};
use std::sync::OnceLock;

fn axe() -> Told<&'static str> {
    static AXE: OnceLock<Option<String>> = OnceLock::new();
    let script = AXE.get_or_init(|| {
        let path = std::env::var("SIYAQ_AXE").ok().or_else(|| process::setup("axe"))?;
        std::fs::read_to_string(path).ok()
    });
    script.as_deref().ok_or_else(|| Failure("axe-core is not there: run tools/setup test, or set SIYAQ_AXE".into()))
}

async fn check(page: &Page, state: &str) -> Told {
    const RUN: &str = "const done = arguments[arguments.length - 1]; \
        axe.run(document, {resultTypes: ['violations']}).then((results) => done(results.violations.map((one) => \
            `${one.id}: ${one.help}: ` + one.nodes.map((node) => node.html.slice(0, 160) + ' ' + \
            (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? '')).join(' | '))), (error) => done([String(error)]));";
    page.until("nothing moves", "document.getAnimations().every((one) => one.playState !== 'running')").await?;
    let found = page.client.execute_async(&format!("{}\n;{RUN}", axe()?), vec![]).await?;
    let found: Vec<String> = serde_json::from_value(found)?;
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure(format!("axe-core in {state}:\n{}", found.join("\n"))))
}

/// All states of the site in one scheme; what is found in each is told together.
async fn everywhere(page: &Page) -> Told {
    let mut found = Vec::new();
    let mut note = |outcome: Told| {
        if let Err(Failure(why)) = outcome {
            found.push(why);
        }
    };
    page.goto("").await?;
    note(check(page, "the library").await);
    page.goto("nowhere/").await?;
    page.until("its style has come", "document.styleSheets.length").await?;
    note(check(page, "the page that is not there").await);
    for lang in LANGUAGES {
        page.resize(1280, 900).await?;
        let article = site::article(lang)?;
        let first = |key: &str| list(&article, key).first().map(|one| text(one, "id").to_owned()).unwrap_or_default();
        page.open(&site::path(lang)).await?;
        note(check(page, lang).await);
        page.click(&format!("#event-{} .event-link", first("events"))).await?;
        note(check(page, &format!("{lang} with an event")).await);
        page.click(&format!("#quote-{} .quote-link", first("quotes"))).await?;
        page.until("the card is open", "document.querySelector('[aria-current] .card')").await?;
        note(check(page, &format!("{lang} with a card")).await);
        page.click(".speakers button").await?;
        note(check(page, &format!("{lang} with a speaker")).await);
        in_notes(page, lang, &mut note).await?;
        page.open(&format!("{}#nowhere", site::path(lang))).await?;
        page.until("told", "document.querySelector('#notice .notice')").await?;
        note(check(page, &format!("{lang} with a dead link")).await);
        page.resize(390, 844).await?;
        page.open(&site::path(lang)).await?;
        note(check(page, &format!("{lang} on a phone")).await);
        for sheet in ["timeline", "quotes", "notes"] {
            page.click(&format!("button[data-sheet={sheet}]")).await?;
            note(check(page, &format!("{lang} on a phone with {sheet}")).await);
            page.click(&format!("button[data-sheet={sheet}]")).await?;
        }
        let failing = page.on(Server::start(&site::folder(), "/")?);
        failing.site.misbehave(&site::data_path(lang), Answer::Bytes(b"null".to_vec(), "application/json"));
        failing.goto(&site::path(lang)).await?;
        failing.until("told", "document.querySelector('#notice .notice')").await?;
        note(check(&failing, &format!("{lang} that failed")).await);
    }
    if found.is_empty() { Ok(()) } else { Err(Failure(found.join("\n"))) }
}

/// The states of the reader's notes.
async fn in_notes(page: &Page, lang: &str, note: &mut impl FnMut(Told)) -> Told {
    let words = notes::words_of(&site::article(lang)?, 2, 3);
    notes::open(page, &site::path(lang)).await?;
    notes::select(page, 2, &words).await?;
    note(check(page, &format!("{lang} with words selected")).await);
    page.click(".marking-inside .annotate").await?;
    page.until("the editor", "document.activeElement.matches('.note-editor textarea')").await?;
    note(check(page, &format!("{lang} with a note being written")).await);
    page.write("[x](https://example.org/)").await?;
    page.click(".note-editor .save").await?;
    page.until("the editor is closed", "!document.querySelector('.note-editor')").await?;
    page.click(".keys summary").await?;
    note(check(page, &format!("{lang} with a note")).await);
    page.click(".note[aria-current] .delete").await?;
    page.until("told", "document.querySelector('.note-told')").await?;
    note(check(page, &format!("{lang} with a note deleted")).await);
    let foreign = r#"[{"target": {"source": "https://example.com/a", "selector": {"exact": "x"}}}]"#;
    page.eval::<()>(super::notes_kept::BRING, vec![foreign.into()]).await?;
    page.until("the plan", "document.querySelector('.plan-addresses')").await?;
    note(check(page, &format!("{lang} with an import planned")).await);
    Ok(())
}

/// What the page tells of an action, of the site and of its own program; and a tablet.
async fn in_what_is_told(page: &Page) -> Told {
    let mut found = Vec::new();
    let mut note = |outcome: Told| {
        if let Err(Failure(why)) = outcome {
            found.push(why);
        }
    };
    page.resize(390, 844).await?;
    page.goto("nowhere/").await?;
    page.until("its style has come", "document.styleSheets.length").await?;
    note(check(page, "the page that is not there on a phone").await);
    page.goto("").await?;
    note(check(page, "the library on a phone").await);
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        let quote = list(&article, "quotes").first().map(|one| text(one, "id").to_owned()).unwrap_or_default();
        page.resize(1280, 900).await?;
        page.open(&site::path(lang)).await?;
        page.click(&format!("#quote-{quote} .quote-link")).await?;
        for (clipboard, kind) in [(quotes::CLIPBOARD, "copied"), (quotes::NO_CLIPBOARD, "not-copied")] {
            page.eval::<()>(clipboard, vec![]).await?;
            page.click("[aria-current] .card .copy-citation").await?;
            page.until(kind, &format!("document.querySelector('#notice [data-kind={kind}]')")).await?;
            note(check(page, &format!("{lang} with what is told as {kind}")).await);
        }
        page.until_is("the sign", offline::SIGN, "ready").await?;
        page.client.execute(&offline::CONNECTION.replace("arguments[0]", "false"), vec![]).await?;
        page.until_is("the sign", offline::SIGN, "offline").await?;
        note(check(page, &format!("{lang} without a connection")).await);
        page.resize(820, 1180).await?;
        page.open(&site::path(lang)).await?;
        note(check(page, &format!("{lang} on a tablet")).await);
        page.resize(390, 844).await?;
        without_the_app(page, lang, &mut note).await?;
    }
    page.site.publish(update::next()?);
    page.open(&site::path("ar")).await?;
    page.resolved::<()>(update::LOOK, vec![]).await?;
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        for (width, height, on) in [(390, 844, "a phone"), (1280, 900, "a desk")] {
            page.resize(width, height).await?;
            page.until_is("the sign", offline::SIGN, "update").await?;
            note(check(page, &format!("{lang} with an update on {on}")).await);
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Failure(found.join("\n"))) }
}

/// The page when its program does not come.
async fn without_the_app(page: &Page, lang: &str, note: &mut impl FnMut(Told)) -> Told {
    let page = page.on(Server::start(&site::folder(), "/")?);
    page.site.misbehave(&site::file("app-", "_bg.wasm")?, Answer::Status(404));
    page.goto(&site::path(lang)).await?;
    page.until("told", "document.getElementById('unstarted').checkVisibility()").await?;
    for (width, height, on) in [(390, 844, "a phone"), (1280, 900, "a desk")] {
        page.resize(width, height).await?;
        note(check(&page, &format!("{lang} without the app on {on}")).await);
    }
    Ok(())
}

/// The states that an article has which nobody has marked up.
async fn in_findings(page: &Page) -> Told {
    let mut found = Vec::new();
    let mut note = |outcome: Told| {
        if let Err(Failure(why)) = outcome {
            found.push(why);
        }
    };
    for lang in LANGUAGES {
        findings::open_sample(page, lang, "").await?;
        page.click(".event:first-child summary").await?;
        page.click(".quotation:first-child .quote-link").await?;
        page.click("[aria-current] .card summary").await?;
        note(check(page, &format!("{lang} with findings and their reasons")).await);
        page.click("[aria-current] .card .dismiss").await?;
        page.until("told", "document.querySelector('.put-away')").await?;
        note(check(page, &format!("{lang} with a finding put away")).await);
        page.click(".put-away .again").await?;
    }
    if found.is_empty() { Ok(()) } else { Err(Failure(found.join("\n"))) }
}

pub async fn findings_have_no_barriers(page: Page) -> Told {
    in_findings(&page).await
}

pub async fn findings_have_no_barriers_in_the_dark(page: Page) -> Told {
    in_findings(&page).await
}

pub async fn what_is_told_has_no_barriers(page: Page) -> Told {
    in_what_is_told(&page).await
}

pub async fn what_is_told_has_no_barriers_in_the_dark(page: Page) -> Told {
    in_what_is_told(&page).await
}

pub async fn has_no_barriers(page: Page) -> Told {
    page.until("the scheme is light", "matchMedia('(prefers-color-scheme: light)').matches").await?;
    everywhere(&page).await
}

pub async fn has_no_barriers_in_the_dark(page: Page) -> Told {
    page.until("the scheme is dark", "matchMedia('(prefers-color-scheme: dark)').matches").await?;
    everywhere(&page).await
}
