//! A browser that is killed while it writes: every note that the page has called saved is there afterwards.

use super::notes::{COUNT, KEPT, open};
use crate::engine::{Driver, Engine};
use crate::page::Page;
use crate::runner::connect;
use crate::{Told, site};

/// How often each browser is killed; two browsers keep what they store when they are driven.
const KILLS: usize = 25;
/// The most that is acknowledged between two kills; each round waits for another number.
const MOST: usize = 3;

/// The list has all the notes there are: a long one is drawn a few rows in a turn, the count beside its name at once.
const DRAWN: &str = "document.querySelectorAll('#notes .note').length === \
    Number(document.querySelector('.side-tabs [aria-controls=notes] .count').textContent)";

/// Marks words after words, three at once and the next before they are on the disk; whenever the page says that all
/// is saved, counts what it has.
const WRITE: &str = "void (async () => { window.kept = 0; \
    const texts = [...document.querySelectorAll('#text [data-block]')].map((block) => document.createTreeWalker(block, 4).nextNode()) \
        .filter((text) => text.length > 60); \
    const turn = () => new Promise((resolve) => setTimeout(resolve, 1)); \
    const bar = document.querySelector('.marking-inside [data-colour=green]'); \
    const count = () => document.querySelectorAll('#notes .note').length; \
    const look = () => { if (document.querySelector('[data-kept]')?.dataset.kept === 'saved') window.kept = Math.max(window.kept, count()); }; \
    for (let n = arguments[0]; ; n += 3) { \
        const before = count(); \
        for (const next of [n, n + 1, n + 2]) { \
            const text = texts[next % texts.length], at = Math.floor(next / texts.length) * 2; \
            getSelection().setBaseAndExtent(text, at, text, Math.min(text.length, at + 9)); \
            bar.click(); \
        } \
        while (count() < before + 3) { await turn(); look(); } \
        for (let turns = n % 7; turns > 0; turns--) { await turn(); look(); } \
        if (n % 2) while (document.querySelector('[data-kept]').dataset.kept !== 'saved') await turn(); \
        look(); \
    } })()";

pub async fn loses_no_note_that_was_saved(page: Page) -> Told {
    if page.engine == Engine::WebKit {
        return Ok(());
    }
    let profile = std::env::temp_dir().join(format!("siyaq-profile-{}-{}", page.engine.name(), std::process::id()));
    let mut saved: usize = 0;
    for round in 0..=KILLS {
        std::fs::create_dir_all(&profile)?;
        let driver = Driver::start_with_profile(page.engine, &profile)?;
        let client = connect(&driver).await?;
        let killed = Page { client, ..page.clone() };
        open(&killed, &site::path("en")).await?;
        killed.until("the list is drawn", DRAWN).await?;
        let there: usize = killed.eval(COUNT, vec![]).await?;
        let told: Option<String> = killed.eval(KEPT, vec![]).await?;
        assert!(
            there >= saved,
            "after {round} kills {there} notes are there, of {saved} that were saved; told: {told:?}"
        );
        if round < KILLS {
            killed.eval::<()>(WRITE, vec![there.into()]).await?;
            let wanted = there + 3 * (round % MOST) + 1;
            killed.until("notes are saved", &format!("window.kept >= {wanted}")).await?;
            saved = killed.eval::<usize>("window.kept", vec![]).await?;
        }
        // The driver ends with its browser, by SIGKILL, in the middle of the next write.
        drop(driver);
    }
    std::fs::remove_dir_all(&profile)?;
    assert!(saved >= KILLS, "{saved} notes were saved");
    Ok(())
}
