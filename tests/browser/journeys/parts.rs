//! Parts of the program that come in files of their own: when they come, and what is told when one does not.

use super::notes::READY;
use crate::Told;
use crate::page::Page;
use crate::server::Answer;
use crate::site::{self, LANGUAGES, list, text};
use serde_json::{Value, json};

/// What the page has loaded of what is not there from the beginning.
const LATER: &str = "performance.getEntriesByType('resource').map(({name}) => /app-[0-9a-f]+_(more|notes|shared)|analyst-/.exec(name)?.[0]\
    .replace(/.*[-_]/, '')).filter(Boolean).sort()";
/// Words of the first paragraph are selected.
const SELECT: &str = "void getSelection().selectAllChildren(document.getElementById('p1'))";

pub async fn come_when_they_are_wanted(page: Page) -> Told {
    for lang in LANGUAGES {
        // Another origin for each, so that nothing is installed yet.
        let page = page.on(crate::server::Server::start(&site::folder(), "/")?);
        let article = site::article(lang)?;
        page.open(&format!("{}#event-{}", site::path(lang), text(&list(&article, "events")[0], "id"))).await?;
        page.until("the chosen event", "document.querySelector('.event[aria-current]')").await?;
        page.click(".speaker").await?;
        page.until("a speaker is lit", "document.querySelector('.speaker[aria-pressed=true]')").await?;
        page.click(".speaker[aria-pressed=true]").await?;
        assert_eq!(page.eval::<Value>(LATER, vec![]).await?, json!([]), "loaded for reading alone ({lang})");
        page.click(".quotation .quote-link").await?;
        page.until_is("what a chosen quotation brings", LATER, json!(["more", "shared"])).await?;
        page.eval::<()>(SELECT, vec![]).await?;
        page.until("the notes are there", READY).await?;
        page.until_is("what selected words bring", LATER, json!(["more", "notes", "shared"])).await?;
    }
    Ok(())
}

pub async fn one_that_does_not_come_is_told(page: Page) -> Told {
    const TOLD: &str = "document.querySelector('#notice [role=alert]')?.dataset.kind";
    /// A reader's patience is a second.
    const IMPATIENT: &str =
        "AbortSignal.timeout = ((timeout) => (time) => timeout.call(AbortSignal, time / 20))(AbortSignal.timeout);";
    let answers = [Answer::Status(500), Answer::HangUp, Answer::Page, Answer::Held];
    for (lang, answer) in LANGUAGES.into_iter().cycle().zip(answers) {
        let page = page.on(crate::server::Server::start(&site::folder(), "/")?);
        page.site.run_first(IMPATIENT);
        page.open(&site::path(lang)).await?;
        page.site.misbehave(&site::file("app-", "_notes.wasm")?, answer);
        page.eval::<()>(SELECT, vec![]).await?;
        page.until_is("it is told", TOLD, "part-missing").await?;
        page.site.behave();
        page.click("#notice .retry").await?;
        page.until("the notes are there", READY).await?;
        page.until("the bar is there", "document.querySelector('.marking-inside')?.checkVisibility()").await?;
        page.until_is("nothing is told any more", "document.querySelector('#notice').childElementCount", 0).await?;
    }
    Ok(())
}
