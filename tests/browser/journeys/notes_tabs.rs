//! The database of the notes is opened by one tab at a time, and no tab waits for another for ever.

use super::notes::{KEPT, READY, mark, open, select, words_of};
use crate::Told;
use crate::page::Page;
use crate::server::Server;
use crate::site::{self, LANGUAGES};

/// Writes down what is done to open the database, in its order.
const LOG: &str = "(() => { window.log = []; const ask = LockManager.prototype.request, open = IDBFactory.prototype.open; \
    LockManager.prototype.request = function (name, options, hold) { log.push('asked'); \
        return ask.call(this, name, options, (lock) => { log.push(lock.mode); const held = hold(lock); \
            held.then(() => log.push('let go')); return held; }); }; \
    IDBFactory.prototype.open = function (...all) { const request = open.apply(this, all); log.push('open'); \
        for (const name of ['upgradeneeded', 'success']) request.addEventListener(name, () => log.push(name)); \
        return request; }; })()";
/// Holds the lock of the database, until it is let go by `window.letGo`.
const HOLD: &str = "indexedDB.databases().then((all) => new Promise((resolve) => { \
    const {name} = all.find((one) => one.name.startsWith('siyaq ')); \
    navigator.locks.request(name, () => new Promise((letGo) => { window.letGo = letGo; resolve(null); })); }))";
/// How many locks are held, and how many asked for.
const LOCKS: &str = "navigator.locks.query().then(({held, pending}) => [held.length, pending.length])";

/// Marks words in a tab that need not be drawn.
async fn mark_unseen(page: &Page, paragraph: usize, colour: &str) -> Told<String> {
    let words = words_of(&site::article("ar")?, paragraph, 3);
    select(page, paragraph, &words).await?;
    let press = "void document.querySelector(arguments[0]).click()";
    page.eval::<()>(press, vec![format!(".marking-inside [data-colour={colour}]").into()]).await?;
    page.until_is("kept", KEPT, "saved").await?;
    Ok(words)
}

/// The lock is held while the database is opened and made what it has to be, and no longer.
pub async fn the_database_opens_under_a_lock(page: Page) -> Told {
    const OPENED: &str = "asked,exclusive,open,upgradeneeded,success,let go";
    for lang in LANGUAGES {
        let page = page.on(Server::start(&site::folder(), "/")?);
        page.site.run_first(LOG);
        open(&page, &site::path(lang)).await?;
        mark(&page, 1, &words_of(&site::article(lang)?, 1, 3), "green").await?;
        page.until_is("what was done", "window.log.join()", OPENED).await?;
        assert_eq!(page.resolved::<[usize; 2]>(LOCKS, vec![]).await?, [0, 0], "locks ({lang})");
    }
    Ok(())
}

/// A tab holds the lock and never lets it go: the others open without it.
pub async fn a_tab_that_hangs_holds_up_no_other(page: Page) -> Told {
    open(&page, &site::path("ar")).await?;
    mark_unseen(&page, 1, "green").await?;
    page.resolved::<()>(HOLD, vec![]).await?;
    let first = page.client.window().await?;
    let second = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(second).await?;
    open(&page, &site::path("ar")).await?;
    page.until_painted("note-green", &words_of(&site::article("ar")?, 1, 3)).await?;
    let pink = mark_unseen(&page, 2, "pink").await?;
    assert_eq!(page.resolved::<[usize; 2]>(LOCKS, vec![]).await?, [1, 0], "the lock was not had");
    page.client.switch_to_window(first).await?;
    page.until_painted("note-pink", &pink).await
}

/// Two tabs that come while a third is at it open one after the other, and agree.
pub async fn tabs_that_open_at_once_agree(page: Page) -> Told {
    open(&page, &site::path("ar")).await?;
    mark_unseen(&page, 1, "green").await?;
    page.resolved::<()>(HOLD, vec![]).await?;
    let first = page.client.window().await?;
    let mut tabs = Vec::new();
    for _ in 0..2 {
        let tab = page.client.new_window(true).await?.handle;
        page.client.switch_to_window(tab.clone()).await?;
        page.goto(&site::path("ar")).await?;
        tabs.push(tab);
    }
    page.client.switch_to_window(first.clone()).await?;
    page.eval::<()>("void window.letGo()", vec![]).await?;
    let mut marked = Vec::new();
    for (n, (tab, colour)) in tabs.into_iter().zip(["pink", "blue"]).enumerate() {
        page.client.switch_to_window(tab).await?;
        page.until("the notes are there", READY).await?;
        marked.push((format!("note-{colour}"), mark_unseen(&page, n + 2, colour).await?));
    }
    page.client.switch_to_window(first).await?;
    for (highlight, words) in marked {
        page.until_painted(&highlight, &words).await?;
    }
    Ok(())
}

/// Where there are no locks, or none are given, the notes are kept all the same.
pub async fn where_there_are_no_locks_notes_are_kept(page: Page) -> Told {
    for without in [
        "Object.defineProperty(Navigator.prototype, 'locks', {value: undefined})",
        "LockManager.prototype.request = async () => { throw new DOMException('no', 'SecurityError'); }",
        "LockManager.prototype.request = () => { throw new DOMException('no', 'InvalidStateError'); }",
    ] {
        let page = page.on(Server::start(&site::folder(), "/")?);
        page.site.run_first(without);
        let words = words_of(&site::article("en")?, 1, 4);
        open(&page, &site::path("en")).await?;
        mark(&page, 1, &words, "green").await?;
        open(&page, &site::path("en")).await?;
        page.until_painted("note-green", &words).await?;
    }
    Ok(())
}
