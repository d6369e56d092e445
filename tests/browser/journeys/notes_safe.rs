//! What a reader writes is safe before the page says so, and what is not safe is told where it is seen.

use super::notes::{COUNT, KEPT, beside, mark, open, select, words_of};
use super::notes_kept::FILES;
use crate::Told;
use crate::page::Page;
use crate::site::{self, LANGUAGES};

/// A disk without room: nothing more can be put on it.
pub const FILL: &str = "void (window.put ??= IDBObjectStore.prototype.put, IDBObjectStore.prototype.put = () => { \
    throw new DOMException('full', 'QuotaExceededError'); })";
/// Room again.
pub const EMPTY: &str = "void (IDBObjectStore.prototype.put = window.put)";
/// The notes that the page has are on the disk, by their colours.
const ON_DISK: &str = "new Promise((resolve, reject) => indexedDB.databases().then((all) => { \
    const request = indexedDB.open(all.find((one) => one.name.startsWith('siyaq ')).name); request.onerror = reject; \
    request.onsuccess = () => { const got = request.result.transaction('notes').objectStore('notes').getAll(); \
        got.onsuccess = () => { request.result.close(); resolve(got.result.map(JSON.parse) \
            .flatMap((one) => one.versions.map((version) => version.content?.colour ?? '-')).toSorted().join()); }; }; }))";
/// The database is deleted, as by another tab.
pub const DELETE: &str = "new Promise((resolve) => indexedDB.databases().then((all) => { \
    const request = indexedDB.deleteDatabase(all.find((one) => one.name.startsWith('siyaq ')).name); \
    request.onsuccess = request.onerror = () => resolve(null); }))";

/// What the page says of something that is not safe, as a reader sees it.
fn warned(why: &str) -> String {
    format!("document.querySelector('#notes-notice [role=alert] .notice[data-kind={why}]')?.checkVisibility()")
}

/// Marks words without waiting until that is kept.
async fn mark_only(page: &Page, paragraph: usize, words: &str, colour: &str) -> Told {
    select(page, paragraph, words).await?;
    page.eval::<()>(
        "void document.querySelector(`.marking-inside [data-colour=${arguments[0]}]`).click()",
        vec![colour.into()],
    )
    .await?;
    page.until_painted(&format!("note-{colour}"), words).await?;
    page.eval::<()>("void getSelection().removeAllRanges()", vec![]).await
}

/// A write that failed is not forgotten by the next: it is not called saved before all is.
pub async fn what_failed_is_written_with_the_next(page: Page) -> Told {
    let article = site::article("en")?;
    let words: Vec<String> = (1..=3).map(|n| words_of(&article, n, 3)).collect();
    open(&page, &site::path("en")).await?;
    mark(&page, 1, &words[0], "green").await?;
    page.eval::<()>(FILL, vec![]).await?;
    mark_only(&page, 2, &words[1], "pink").await?;
    page.until_is("told", KEPT, "full").await?;
    page.until("seen, with no panel of the notes in sight", &warned("full")).await?;
    page.until("asked before leaving", "onbeforeunload").await?;
    page.eval::<()>(EMPTY, vec![]).await?;
    mark_only(&page, 3, &words[2], "blue").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.until_is("all are on the disk", "onbeforeunload", serde_json::Value::Null).await?;
    let disk: String = page.resolved(ON_DISK, vec![]).await?;
    assert_eq!(disk, "blue,green,pink", "on the disk");
    // And by hand, from the warning.
    page.eval::<()>(FILL, vec![]).await?;
    mark_only(&page, 4, &words_of(&article, 4, 3), "yellow").await?;
    page.until("warned", &warned("full")).await?;
    page.eval::<()>(EMPTY, vec![]).await?;
    page.click("#notes-notice .retry").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.until_is("no longer warned", &format!("{} ?? null", warned("full")), serde_json::Value::Null).await
}

/// Two writes at once: of the first that is on the disk nothing is said while the second is on its way.
pub async fn two_at_once_are_saved_when_both_are(page: Page) -> Told {
    // Each write is held open until it is let go.
    const HOLD: &str = "void (() => { const begin = IDBDatabase.prototype.transaction; window.held = 2; window.begun = window.done = 0; window.early = false; \
        IDBDatabase.prototype.transaction = function (...all) { const change = begin.apply(this, all); \
            if (all[1] === 'readwrite' && [...all[0]].join() === 'notes') { \
                const own = ++window.begun, store = change.objectStore('notes'); \
                change.addEventListener('complete', () => window.done++); \
                const spin = () => { if (own > 2 - window.held) store.get('none').onsuccess = spin; }; spin(); } \
            return change; }; \
        new MutationObserver(() => { window.early ||= window.done < window.begun && document.querySelector('[data-kept]').dataset.kept === 'saved'; }) \
            .observe(document.getElementById('notes'), {subtree: true, childList: true, attributes: true}); })()";
    let article = site::article("en")?;
    open(&page, &site::path("en")).await?;
    mark(&page, 1, &words_of(&article, 1, 3), "blue").await?;
    page.eval::<()>(HOLD, vec![]).await?;
    mark_only(&page, 2, &words_of(&article, 2, 3), "green").await?;
    page.until_is("on its way", "window.begun", 1).await?;
    mark_only(&page, 3, &words_of(&article, 3, 3), "pink").await?;
    page.until_is("both on their way", "window.begun", 2).await?;
    page.eval::<()>("void window.held--", vec![]).await?;
    page.until_is("one is on the disk", "window.done", 1).await?;
    page.eval::<()>("void window.held--", vec![]).await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.until_is("called saved before", "window.early", false).await?;
    let disk: String = page.resolved(ON_DISK, vec![]).await?;
    assert_eq!(disk, "blue,green,pink", "on the disk");
    Ok(())
}

/// A database that takes its time: what is marked meanwhile waits for it, that something holds it up is told, and once
/// it is there all is written.
pub async fn what_is_marked_while_the_notes_open_is_kept(page: Page) -> Told {
    const SLOW: &str = "(() => { const open = IDBFactory.prototype.open; IDBFactory.prototype.open = function (...all) { \
        const request = open.apply(this, all); let heard; \
        const own = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess'); \
        Object.defineProperty(request, 'onsuccess', {set(handler) { heard = handler; \
            own.set.call(request, (event) => { const go = () => window.slow === false ? heard?.call(request, event) : setTimeout(go, 20); go(); }); }}); \
        return request; }; })()";
    let words = words_of(&site::article("en")?, 1, 4);
    page.site.run_first(SLOW);
    page.open(&site::path("en")).await?;
    mark_only_when_there(&page, &words).await?;
    page.until_is("on its way", KEPT, "saving").await?;
    page.until_is("told that it waits", KEPT, "blocked").await?;
    page.until("seen", &warned("blocked")).await?;
    page.eval::<()>("void (window.slow = false)", vec![]).await?;
    page.until_is("kept", KEPT, "saved").await?;
    let disk: String = page.resolved(ON_DISK, vec![]).await?;
    assert_eq!(disk, "green", "on the disk");
    Ok(())
}

/// Marks the first words of the article on a page whose notes have not been asked for before.
async fn mark_only_when_there(page: &Page, words: &str) -> Told {
    page.eval::<()>("void getSelection().selectAllChildren(document.querySelector('#text [data-block]'))", vec![])
        .await?;
    page.until("the bar is there", "document.querySelector('.marking-inside')?.checkVisibility()").await?;
    mark_only(page, 1, words, "green").await
}

/// A database that is deleted from outside is made again, of all that the page has; one of a newer site is not touched.
pub async fn what_is_deleted_from_outside_is_saved_anew(page: Page) -> Told {
    const NEWER: &str = "new Promise((resolve, reject) => indexedDB.databases().then((all) => { \
        const {name, version} = all.find((one) => one.name.startsWith('siyaq ')); const request = indexedDB.open(name, version + 1); \
        request.onerror = reject; request.onsuccess = () => { request.result.close(); resolve(null); }; }))";
    let article = site::article("en")?;
    open(&page, &site::path("en")).await?;
    mark(&page, 1, &words_of(&article, 1, 4), "green").await?;
    mark(&page, 2, &words_of(&article, 2, 4), "pink").await?;
    page.eval::<()>("void document.querySelector('.note-told .close')?.click()", vec![]).await?;
    page.resolved::<()>(DELETE, vec![]).await?;
    page.until("told and seen", "document.querySelector('#notes-notice [role=status] .note-told')?.checkVisibility()")
        .await?;
    page.until_is("kept", KEPT, "saved").await?;
    let disk: String = page.resolved(ON_DISK, vec![]).await?;
    assert_eq!(disk, "green,pink", "on the disk");
    open(&page, &site::path("en")).await?;
    page.until_is("after loading again", COUNT, 2).await?;
    // A newer site: this page writes no more, and goes on saying why.
    page.resolved::<()>(NEWER, vec![]).await?;
    page.until_is("told", KEPT, "outdated").await?;
    page.until("seen", &warned("outdated")).await?;
    mark_only(&page, 3, &words_of(&article, 3, 4), "blue").await?;
    page.until_is("still told", KEPT, "outdated").await?;
    page.click("#notes-notice [role=alert] .close").await?;
    beside(&page).await?;
    page.until("the panel tells it still", "document.querySelector('.unkept .retry')?.checkVisibility()").await
}

/// That the browser may delete what it keeps is told until it has been read, with a way to take the notes along.
pub async fn that_it_may_be_evicted_is_told_once(page: Page) -> Told {
    const NO_PROMISE: &str = "void (navigator.storage && (navigator.storage.persist = async () => false))";
    const SEEN: &str = "document.querySelector('#notes-notice .note-told .export')?.checkVisibility() ?? false";
    for (n, lang) in (1..).zip(LANGUAGES) {
        let article = site::article(lang)?;
        open(&page, &site::path(lang)).await?;
        page.eval::<()>(NO_PROMISE, vec![]).await?;
        mark(&page, 1, &words_of(&article, 1, 3), "green").await?;
        page.until_is("seen", SEEN, true).await?;
        page.eval::<()>(FILES, vec![]).await?;
        page.click("#notes-notice .note-told .export").await?;
        page.until_is("files", "files.length", 1).await?;
        if n == LANGUAGES.len() {
            page.click("#notes-notice .note-told .close").await?;
            page.until_is("closed", SEEN, false).await?;
            open(&page, &site::path(lang)).await?;
            mark(&page, 2, &words_of(&article, 2, 3), "pink").await?;
            page.until_is("not told again", SEEN, false).await?;
        }
    }
    Ok(())
}
