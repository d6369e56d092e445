//! Which panel stands beside a wide text: who said what, or the reader's notes.

use super::note_shown::{NoteAsk, NotesPage};
use super::note_words::NoteWords;
use super::words::Words;
use crate::text::Lang;
use leptos::prelude::*;

/// The two names; the one that is shown is pressed.
#[component]
pub fn Side(
    /// The language of the page.
    lang: Lang,
    /// The notes.
    page: NotesPage,
) -> impl IntoView {
    let tab = move |notes: bool, panel: &'static str, name: AnyView| {
        view! {
            <button
                type="button"
                aria-controls=panel
                aria-pressed=move || if page.is(|shown| shown.open == notes) { "true" } else { "false" }
                on:click=move |_| page.ask.run(NoteAsk::Side(notes))
            >
                {name}
            </button>
        }
        .into_any()
    };
    let count = move || Some(page.count()).filter(|count| *count > 0);
    let notes = view! { {NoteWords::of(lang).notes} " " <span class="count">{count}</span> }.into_any();
    view! { <div class="side-tabs">{tab(false, "quotes", Words::of(lang).quotes.into_any())}{tab(true, "notes", notes)}</div> }
}
