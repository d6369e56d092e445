//! The line that says what is being looked for in the text, while one can read it already.

use super::finding_words::FindingWords;
use super::shown::Page;
use crate::text::Lang;
use leptos::prelude::*;

/// How far the search of the text has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    /// The stage that it is at, from 0.
    pub stage: usize,
    /// Whether the text is so long that a reader wants to know how far it has come.
    pub long: bool,
}

/// The line. It is not there while nothing is looked for.
#[component]
pub fn ReadingLine(
    /// The language of the page.
    lang: Lang,
    /// The page that it is on.
    page: Page,
) -> impl IntoView {
    let words = FindingWords::of(lang);
    move || {
        let search = page.shown.with(|shown| shown.search)?;
        let told = words.stages.get(search.stage).copied().unwrap_or_default();
        let progress = search.long.then(|| {
            let (done, all) = (search.stage.to_string(), words.stages.len().to_string());
            view! { <progress value=done max=all aria-label=told></progress> }
        });
        Some(view! { <div class="notice search" role="status"><p>{told}</p>{progress}</div> })
    }
}
