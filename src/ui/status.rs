//! The sign that says whether the site reads offline, and whether a newer version waits.

use super::shown::{Ask, Page};
use super::words::Words;
use crate::text::Lang;
use leptos::prelude::*;

/// The state of the site on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SiteState {
    /// Nothing to say: not installed, or not yet.
    #[default]
    Plain,
    /// Everything is here and verified.
    Ready,
    /// There is no connection.
    Offline,
    /// A newer version is here, verified, and waits for consent.
    Update,
}

impl SiteState {
    fn attribute(self) -> &'static str {
        match self {
            Self::Plain => "none",
            Self::Ready => "ready",
            Self::Offline => "offline",
            Self::Update => "update",
        }
    }

    fn told(self, words: &Words) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Ready => words.ready_offline,
            Self::Offline => words.offline,
            Self::Update => words.update_ready,
        }
    }
}

/// The sign.
#[component]
pub fn Status(
    /// The language of the page.
    lang: Lang,
    /// The page that it is the sign of.
    page: Page,
) -> impl IntoView {
    let words = Words::of(lang);
    let state = move || page.shown.with(|shown| shown.site);
    view! {
        <p role="status" data-state=move || state().attribute()>{move || state().told(words)}</p>
        <button
            type="button"
            class="update"
            hidden=move || state() != SiteState::Update
            on:click=move |_| page.ask.run(Ask::Update)
        >
            {words.update}
        </button>
    }
}
