//! Which panel stands beside a wide text: who said what, or the reader's notes.

use super::shown::{Ask, Page};
use super::words::Words;
use crate::text::Lang;
use leptos::prelude::*;

/// The two names; the one that is shown is pressed.
#[component]
pub fn Side(
    /// The language of the page.
    lang: Lang,
    /// The page that they stand on.
    page: Page,
) -> impl IntoView {
    let tab = move |notes: bool, panel: &'static str, name: AnyView| {
        view! {
            <button
                type="button"
                aria-controls=panel
                aria-pressed=move || if page.is(|shown| shown.notes_beside == notes) { "true" } else { "false" }
                on:click=move |_| page.ask.run(Ask::Beside(notes))
            >
                {name}
            </button>
        }
        .into_any()
    };
    let count = move || Some(page.shown.with(|shown| shown.notes)).filter(|count| *count > 0);
    let notes = view! { {Words::of(lang).notes} " " <span class="count">{count}</span> }.into_any();
    view! { <div class="side-tabs">{tab(false, "quotes", Words::of(lang).quotes.into_any())}{tab(true, "notes", notes)}</div> }
}
