//! The reader's notes are never lost: tabs agree, a text that has changed is searched, files go out and come in, and
//! what cannot be kept is told.

use super::notes::{COUNT, KEPT, beside, mark, open, select, words_of};
use super::notes_safe::{DELETE, EMPTY, FILL};
use crate::engine::{Driver, Engine, Scheme};
use crate::page::Page;
use crate::runner::connect;
use crate::site::{self, text};
use crate::{Failure, Told};
use serde_json::{Value, json};
use siyaq::site::Profile;
use std::path::Path;
use std::sync::OnceLock;

/// Of two tabs one engine draws only one, so that here all is done by what needs no drawing.
pub async fn two_tabs_agree(page: Page) -> Told {
    const PRESS: &str = "void document.querySelector(arguments[0]).click()";
    let article = site::article("ar")?;
    let (one, two) = (words_of(&article, 1, 3), words_of(&article, 2, 3));
    open(&page, &site::path("ar")).await?;
    let first = page.client.window().await?;
    let second = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(second.clone()).await?;
    open(&page, &site::path("ar")).await?;
    select(&page, 1, &one).await?;
    page.eval::<()>(PRESS, vec![".marking-inside [data-colour=green]".into()]).await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.client.switch_to_window(first).await?;
    page.until_painted("note-green", &one).await?;
    select(&page, 2, &two).await?;
    page.eval::<()>(PRESS, vec![".marking-inside [data-colour=pink]".into()]).await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.client.switch_to_window(second).await?;
    page.until_painted("note-pink", &two).await?;
    page.eval::<()>(PRESS, vec![".note:nth-child(1) .note-link".into()]).await?;
    page.eval::<()>(PRESS, vec![".note[aria-current] .delete".into()]).await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.until_is("one is left", COUNT, 1).await?;
    // On the disk it is as both have it.
    page.leave_for_a_new_tab().await?;
    open(&page, &site::path("ar")).await?;
    page.until_painted("note-pink", &two).await?;
    page.until_is("one is left", COUNT, 1).await
}

/// The next version of the article: the first paragraph behind others, a word of the second changed, the third gone.
fn drifted() -> Told<&'static Path> {
    static NEXT: OnceLock<Result<std::path::PathBuf, String>> = OnceLock::new();
    let change = |article: &mut Value| {
        let body = text(article, "articleBody").to_owned();
        let mut blocks: Vec<String> = body.split("\n\n").map(str::to_owned).collect();
        let numbered: Vec<usize> = (0..blocks.len()).filter(|n| !blocks[*n].starts_with("## ")).collect();
        let changed =
            blocks[numbered[1]].split(' ').enumerate().map(|(n, word)| if n == 3 { "غيرها" } else { word }.to_owned());
        blocks[numbered[1]] = changed.collect::<Vec<_>>().join(" ");
        blocks.remove(numbered[2]);
        blocks.insert(0, "فقرة جديدة أضيفت في أول النص بعد نشره.".to_owned());
        article["articleBody"] = json!(blocks.join("\n\n"));
        article["events"] = json!([]);
        article["quotes"] = json!([]);
    };
    let built = NEXT.get_or_init(|| site::rebuilt("drifted", Profile::Release, change).map_err(|Failure(why)| why));
    built.as_deref().map_err(|why| Failure(format!("the next version does not build: {why}")))
}

pub async fn found_again_when_the_text_has_changed(page: Page) -> Told {
    let article = site::article("ar")?;
    let words = [words_of(&article, 1, 6), words_of(&article, 2, 9), words_of(&article, 3, 8)];
    open(&page, &site::path("ar")).await?;
    for (n, (words, colour)) in words.iter().zip(["green", "blue", "pink"]).enumerate() {
        mark(&page, n + 1, words, colour).await?;
    }
    let next = crate::server::Server::start(drifted()?, "/")?;
    // The same site, with other files: the worker is set aside, so that the new text comes at once.
    page.resolved::<()>("navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister()))).then(() => null)", vec![]).await?;
    drop(next);
    page.site.publish(drifted()?);
    page.goto("about-to-change/").await?;
    open(&page, &site::path("ar")).await?;
    page.until_painted("note-green", &words[0]).await?;
    page.until(
        "the changed words",
        "[...(CSS.highlights.get('note-blue') ?? [])].map(String).join().includes('غيرها')",
    )
    .await?;
    page.until_painted("note-pink", "").await?;
    beside(&page).await?;
    let state = |colour: &str| format!("document.querySelector('.note[data-colour={colour}]')?.dataset.state");
    page.until_is("what has changed", &state("blue"), "changed").await?;
    page.until(
        "the new words are told",
        "document.querySelector('.note[data-colour=blue] .note-new')?.textContent.includes('غيرها')",
    )
    .await?;
    page.until_is("what is gone", &state("pink"), "lost").await?;
    // Attached again by hand.
    page.click(".note[data-colour=pink] .note-link").await?;
    let other = "فقرة جديدة أضيفت";
    select(&page, 1, other).await?;
    page.click(".note[aria-current] .attach").await?;
    page.until_painted("note-pink", other).await?;
    page.until_is("found", &state("pink"), "here").await
}

/// Keeps what the page gives as files.
pub const FILES: &str = "(() => { window.files = []; const make = URL.createObjectURL; \
    URL.createObjectURL = (blob) => { files.push(blob.text()); return make.call(URL, blob); }; \
    HTMLAnchorElement.prototype.click = function () { files.name = this.download; }; })()";

/// Gives the page a file.
pub const BRING: &str = "((text) => { const input = document.querySelector('.import input'); const data = new DataTransfer(); \
    data.items.add(new File([text], 'notes.jsonld', {type: 'application/ld+json'})); input.files = data.files; \
    input.dispatchEvent(new Event('change', {bubbles: true})); })(arguments[0])";

pub async fn files_go_out_and_come_in(page: Page) -> Told {
    let article = site::article("ar")?;
    let words = words_of(&article, 2, 4);
    open(&page, &site::path("ar")).await?;
    select(&page, 2, &words).await?;
    page.click(".marking-inside .annotate").await?;
    page.until("the editor", "document.activeElement.matches('.note-editor textarea')").await?;
    page.write("=ملاحظة <b>").await?;
    page.click(".note-editor .save").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.eval::<()>(FILES, vec![]).await?;
    let mut files: Vec<String> = Vec::new();
    for (n, ending) in ["jsonld", "md", "csv", "html"].iter().enumerate() {
        page.click(&format!(".exports button:nth-of-type({})", n + 1)).await?;
        page.until_is("files", "files.length", n + 1).await?;
        let name: String = page.eval("files.name", vec![]).await?;
        assert!(name.ends_with(ending), "{name}");
        files.push(page.resolved("files.at(-1)", vec![]).await?);
    }
    assert!(files.iter().all(|file| file.contains(&words)), "the words in every file");
    assert!(files[3].contains("dir=\"rtl\"") && !files[3].contains("<b>"), "{}", files[3]);
    // On another machine, twice: what it would do is told first.
    let other = page.on(crate::server::Server::start(&site::folder(), "/")?);
    open(&other, &site::path("ar")).await?;
    beside(&other).await?;
    other.eval::<()>(BRING, vec!["{\"no\": 1}".into()]).await?;
    other.until("told that it is none", "document.querySelector('.note-told')").await?;
    for (round, way) in [".let-in", ".cancel"].iter().enumerate() {
        other.eval::<()>(BRING, vec![files[0].clone().into()]).await?;
        other.until("the plan", "document.querySelector('.note-plan')?.textContent.includes('1')").await?;
        other.until_is("what can be let in", "document.querySelectorAll('.let-in').length", 1 - round).await?;
        other.until_is("before it is let in", COUNT, round).await?;
        other.click(&format!(".note-plan {way}")).await?;
        other.until_is("no plan", "document.querySelectorAll('.note-plan').length", 0).await?;
        other.until_is("after it", COUNT, 1).await?;
    }
    other.until_painted("note-yellow", &words).await?;
    other.until_is("written", "document.querySelector('.note-text').textContent", "=ملاحظة <b>").await
}

pub async fn the_library_has_them_all(page: Page) -> Told {
    for (lang, colour) in [("ar", "green"), ("en", "pink")] {
        open(&page, &site::path(lang)).await?;
        mark(&page, 1, &words_of(&site::article(lang)?, 1, 3), colour).await?;
    }
    page.open("").await?;
    page.until("the notes are there", super::notes::READY).await?;
    page.until_is("of all articles", COUNT, 2).await?;
    page.eval::<()>(FILES, vec![]).await?;
    page.click(".exports button:nth-of-type(2)").await?;
    let text: String = page.resolved("files[0]", vec![]).await?;
    for lang in ["ar", "en"] {
        assert!(text.contains(&words_of(&site::article(lang)?, 1, 3)), "{lang} in {text}");
    }
    page.click(".note[data-colour=pink] .note-link").await?;
    page.until_is("the language", "document.documentElement.lang", "en").await?;
    page.until_painted("note-pink", &words_of(&site::article("en")?, 1, 3)).await?;
    page.until("it is chosen", "document.querySelector('.note[aria-current][data-colour=pink]')").await
}

/// A record that is none is kept aside, and told.
pub async fn what_is_broken_is_told(page: Page) -> Told {
    const SPOIL: &str = "new Promise((resolve, reject) => indexedDB.databases().then((all) => { \
        const request = indexedDB.open(all.find((one) => one.name.startsWith('siyaq')).name); request.onerror = reject; \
        request.onsuccess = () => { const change = request.result.transaction('notes', 'readwrite'); \
            change.objectStore('notes').put('{\"half\": ', 'spoilt'); change.oncomplete = () => { request.result.close(); resolve(null); }; }; }))";
    let words = words_of(&site::article("en")?, 1, 4);
    open(&page, &site::path("en")).await?;
    mark(&page, 1, &words, "green").await?;
    page.resolved::<()>(SPOIL, vec![]).await?;
    open(&page, &site::path("en")).await?;
    page.until_painted("note-green", &words).await?;
    beside(&page).await?;
    page.until("told where it is seen", "document.querySelector('#notes-notice .export-aside')?.checkVisibility()")
        .await?;
    page.eval::<()>(FILES, vec![]).await?;
    page.click(".note-told .export-aside").await?;
    let aside: String = page.resolved("files[0]", vec![]).await?;
    assert!(aside.contains("spoilt") && aside.contains("half"), "{aside}");
    // What could not be read is not lost with the database either.
    page.resolved::<()>(DELETE, vec![]).await?;
    page.until_is("saved anew", KEPT, "saved").await?;
    open(&page, &site::path("en")).await?;
    page.until_painted("note-green", &words).await?;
    page.until("still aside", "document.querySelector('.note-told .export-aside')").await
}

/// Storage that is refused: the page keeps nothing, and says so.
pub async fn denied_storage_is_told(page: Page) -> Told {
    const REFUSE: &str = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";
    page.site.run_first(REFUSE);
    tells_that_it_is_denied(&page).await
}

/// A browser that is set to let no site keep anything, where it has such a setting.
pub async fn a_browser_that_keeps_nothing_is_told(page: Page) -> Told {
    let (options, setting, value) = match page.engine {
        Engine::Chromium => ("goog:chromeOptions", "profile.default_content_setting_values.cookies", 2),
        Engine::Firefox => ("moz:firefoxOptions", "network.cookie.cookieBehavior", 2),
        Engine::WebKit => {
            println!("webkit has no setting by which it keeps nothing");
            return Ok(());
        }
    };
    let mut driver = Driver::start(page.engine, Scheme::Light)?;
    if let Some(options) = driver.capabilities.get_mut(options) {
        options["prefs"][setting] = json!(value);
    }
    let client = connect(&driver).await?;
    let page = Page { client, ..page };
    tells_that_it_is_denied(&page).await?;
    Ok(page.client.close().await?)
}

async fn tells_that_it_is_denied(page: &Page) -> Told {
    let words = words_of(&site::article("ru")?, 1, 4);
    open(page, &site::path("ru")).await?;
    select(page, 1, &words).await?;
    page.click(".marking-inside [data-colour=pink]").await?;
    page.until_painted("note-pink", &words).await?;
    page.until_is("told", KEPT, "denied").await?;
    // Where the reader is, with no panel of the notes in sight, and with its way out.
    let seen =
        "document.querySelector('#notes-notice [role=alert] .notice[data-kind=denied] .export')?.checkVisibility()";
    page.until("seen", seen).await?;
    page.eval::<()>(FILES, vec![]).await?;
    page.click("#notes-notice [role=alert] .export").await?;
    page.until_is("files", "files.length", 1).await?;
    let file: String = page.resolved("files[0]", vec![]).await?;
    assert!(file.contains("pink"), "{file}");
    Ok(())
}

/// A disk that is full: what is written stays on the screen until it is safe.
pub async fn a_full_disk_loses_nothing(page: Page) -> Told {
    let words = words_of(&site::article("en")?, 1, 4);
    open(&page, &site::path("en")).await?;
    select(&page, 1, &words).await?;
    page.click(".marking-inside .annotate").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.eval::<()>(FILL, vec![]).await?;
    page.until("the editor", "document.activeElement.matches('.note-editor textarea')").await?;
    page.write("kept on the screen").await?;
    page.click(".note-editor .save").await?;
    page.until_is("told", KEPT, "full").await?;
    page.until_is("still written", "document.querySelector('.note-editor textarea').value", "kept on the screen")
        .await?;
    page.eval::<()>(EMPTY, vec![]).await?;
    page.click(".note-editor .save").await?;
    page.until_is("kept", KEPT, "saved").await?;
    open(&page, &site::path("en")).await?;
    page.until_is("written", "document.querySelector('.note-text')?.textContent", "kept on the screen").await
}
