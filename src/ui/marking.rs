//! The bar beside selected words: mark them, write about them, pass them on.

use super::note_shown::{NoteAsk, NotesPage};
use super::note_words::NoteWords;
use crate::notes::Colour;
use crate::text::Lang;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A press on the bar leaves the words selected.
fn keeps_selection(press: MouseEvent) {
    press.prevent_default();
}

/// The inside of the bar; the element around it belongs to the page, which places it.
#[component]
pub fn Marking(
    /// The language of the page.
    lang: Lang,
    /// The notes.
    page: NotesPage,
) -> impl IntoView {
    let words = NoteWords::of(lang);
    let colours = Colour::ALL.map(|colour| {
        let name = [words.mark, " ", words.colour(colour)].join("");
        view! {
            <button
                type="button"
                class="swatch"
                data-colour=colour.name()
                aria-label=name.clone()
                title=name
                on:click=move |_| page.ask.run(NoteAsk::Mark(colour))
            ></button>
        }
        .into_any()
    });
    let actions: [(&str, &'static str, NoteAsk); 4] = [
        ("annotate", words.note, NoteAsk::Annotate),
        ("copy", words.copy, NoteAsk::Copy),
        ("cite", words.cite, NoteAsk::Cite),
        ("share", words.share, NoteAsk::Share),
    ];
    let actions = actions.map(|(class, name, ask)| action(class, name, ask, page));
    let hidden = move || !page.is(|shown| shown.selecting);
    view! {
        <div
            class="marking-inside"
            role="toolbar"
            dir=lang.direction().html()
            aria-label=words.marking
            hidden=hidden
            on:mousedown=keeps_selection
        >
            {colours.into_iter().chain(actions).collect_view()}
        </div>
    }
}

/// A part of a view that follows what it reads. Leptos would compile each such closure anew, with all that draws it.
pub fn live(part: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    (move || part()).into_any()
}

/// A button that asks one thing of the notes.
pub fn action(class: &'static str, name: &'static str, ask: NoteAsk, page: NotesPage) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| page.ask.run(ask.clone())>{name}</button> }.into_any()
}
