//! The bar at the bottom of a narrow screen, which opens the panels as sheets, and what closes the row above it.

use super::shown::{Ask, Page, Sheet};
use super::words::Words;
use crate::text::Lang;
use leptos::prelude::*;

/// The bar.
#[component]
pub fn Bar(
    /// The language of the page.
    lang: Lang,
    /// The page that it is the bar of.
    page: Page,
) -> impl IntoView {
    let words = Words::of(lang);
    let button = move |sheet: Sheet, name: &'static str| {
        view! {
            <button
                type="button"
                data-sheet=sheet.id()
                aria-controls=sheet.id()
                aria-expanded=move || if page.is(|shown| shown.sheet == Some(sheet)) { "true" } else { "false" }
                on:click=move |_| page.ask.run(Ask::Sheet(sheet))
            >
                {name}
            </button>
        }
    };
    let close = move || {
        page.is(|shown| shown.foot.is_some()).then(|| {
            view! {
                <button
                    type="button"
                    class="foot-close"
                    aria-label=words.close
                    on:click=move |_| page.ask.run(Ask::CloseFoot)
                >
                    "×"
                </button>
            }
        })
    };
    view! {
        {close}
        <div class="bar">
            {button(Sheet::Timeline, words.timeline)}
            {button(Sheet::Quotes, words.quotes)}
            {button(Sheet::Notes, Words::of(lang).notes)}
        </div>
    }
}
