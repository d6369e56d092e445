//! Pictures of every page, for eyes to judge.

use crate::engine::Scheme;
use crate::page::Page;
use crate::{Told, site};
use std::path::Path;
use std::time::Duration;

const VIEWPORTS: [(&str, u32, u32); 3] = [("desktop", 1280, 900), ("tablet", 820, 1100), ("phone", 390, 844)];

/// A page that the app has not taken over by then is pictured without it.
const SETTLED: Duration = Duration::from_secs(3);

/// Takes the library and the article, in each language and viewport; one scheme a session.
pub async fn take(page: &Page, directory: &Path) -> Told<usize> {
    let mut count = 0;
    let scheme = if page.scheme == Scheme::Dark { "dark" } else { "light" };
    for (viewport, width, height) in VIEWPORTS {
        page.resize(width, height).await?;
        let articles = site::LANGUAGES.map(|lang| (format!("article-{lang}"), site::path(lang)));
        let samples = site::LANGUAGES.map(|lang| (format!("sample-{lang}"), site::sample_path(lang)));
        for (name, path) in [("library".to_owned(), String::new())].into_iter().chain(articles).chain(samples) {
            page.goto(&path).await?;
            // The app may fail or be long; the picture shows what a reader sees all the same.
            let _ = page
                .until_within(SETTLED, "the app's state", "Boolean(document.documentElement.dataset.app)", true)
                .await;
            page.resolved::<serde_json::Value>("document.fonts.ready.then(() => null)", Vec::new()).await?;
            let file = format!("{}-{name}-{viewport}-{scheme}", page.engine.name());
            std::fs::write(directory.join(format!("{file}.png")), page.picture(false).await?)?;
            std::fs::write(directory.join(format!("{file}-whole.png")), page.picture(true).await?)?;
            count += 2;
        }
    }
    Ok(count)
}
