//! Pictures of every page, for eyes to judge.

use crate::engine::Scheme;
use crate::journeys::findings;
use crate::page::Page;
use crate::{Told, site};
use std::path::Path;
use std::time::Duration;

const VIEWPORTS: [(&str, u32, u32); 3] = [("desktop", 1280, 900), ("tablet", 820, 1100), ("phone", 390, 844)];

/// The width from which the panels stand beside the text: 56rem, as in the style sheets.
const BESIDE: u32 = 896;

/// A page that the app has not taken over by then is pictured without it.
const SETTLED: Duration = Duration::from_secs(3);

/// Takes the library and the article, in each language and viewport; one scheme a session.
pub async fn take(page: &Page, directory: &Path) -> Told<usize> {
    let mut count = 0;
    let scheme = if page.scheme == Scheme::Dark { "dark" } else { "light" };
    for (viewport, width, height) in VIEWPORTS {
        page.resize(width, height).await?;
        let articles = site::LANGUAGES.map(|lang| (format!("article-{lang}"), site::path(lang)));
        for (name, path) in [("library".to_owned(), String::new())].into_iter().chain(articles) {
            page.goto(&path).await?;
            // The app may fail or be long; the picture shows what a reader sees all the same.
            let _ = page
                .until_within(SETTLED, "the app's state", "Boolean(document.documentElement.dataset.app)", true)
                .await;
            count += picture(page, directory, &format!("{name}-{viewport}-{scheme}")).await?;
        }
        for lang in site::LANGUAGES {
            let article = site::article(lang)?;
            for (key, kind) in [("quotes", "quote"), ("events", "event")] {
                let id = site::list(&article, key).first().map(|one| site::text(one, "id")).unwrap_or_default();
                page.open(&format!("{}#{kind}-{id}", site::path(lang))).await?;
                count += picture(page, directory, &format!("article-{lang}-{kind}-{viewport}-{scheme}")).await?;
            }
        }
        for lang in site::LANGUAGES {
            findings::open_sample(page, lang, "").await?;
            let name = |state: &str| format!("sample-{lang}{state}-{viewport}-{scheme}");
            count += picture(page, directory, &name("")).await?;
            // On a phone the panels are sheets, and a chosen place closes them.
            let sheets = width < BESIDE;
            for (state, open, card) in [
                ("timeline", ".event:nth-child(2) summary", None),
                ("quotes", "[aria-current] .card summary", Some(())),
            ] {
                if card.is_some() {
                    let id: String =
                        page.eval("document.querySelector('.quotation:nth-child(2)').id", Vec::new()).await?;
                    findings::open_sample(page, lang, &format!("#{id}")).await?;
                }
                if sheets {
                    page.click(&format!("button[data-sheet={state}]")).await?;
                }
                page.click(open).await?;
                count += picture(page, directory, &name(&format!("-{state}"))).await?;
            }
        }
    }
    Ok(count)
}

/// What the window shows, and where the engine can the whole page.
async fn picture(page: &Page, directory: &Path, name: &str) -> Told<usize> {
    page.resolved::<serde_json::Value>("document.fonts.ready.then(() => null)", Vec::new()).await?;
    let file = format!("{}-{name}", page.engine.name());
    std::fs::write(directory.join(format!("{file}.png")), page.picture(false).await?)?;
    std::fs::write(directory.join(format!("{file}-whole.png")), page.picture(true).await?)?;
    Ok(2)
}
