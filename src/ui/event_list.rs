//! The events of an article, one a row: when, what, the passage, and who says so.

use super::finding::{origin_attribute, why};
use super::line::{Name, Own};
use super::shown::Ask;
use super::when::when;
use super::words::Words;
use crate::article::{Article, Asserter, Event};
use crate::text::Lang;
use leptos::prelude::*;
use std::sync::Arc;

/// The rows, in the order of the timeline.
#[component]
pub fn EventList(
    /// The article.
    article: Arc<Article>,
    /// The events in the order of the timeline, as places in the article's list.
    order: Vec<usize>,
) -> impl IntoView {
    let events = article.events.as_deref().unwrap_or_default();
    let rows = order.into_iter().filter_map(|n| Some(row(&article, events.get(n)?, n)));
    view! { <ol class="events">{rows.collect_view()}</ol> }
}

fn row(article: &Article, event: &Event, n: usize) -> AnyView {
    let lang = article.lang;
    let words = Words::of(lang);
    let href = format!("#event-{}", event.id);
    let passage = Own::passage(article, event.span);
    let (lang_of_passage, dir, shown) = (passage.lang, passage.dir, passage.line());
    // The short name of a found event is words of the passage with some left out: the passage itself says no less, and
    // nothing else.
    let (name, passage) = if event.origin.is_found() {
        (view! { <span class="event-passage" lang=lang_of_passage dir=dir>{shown}</span> }.into_any(), None)
    } else {
        let own = Own::of(&event.name, article.direction());
        let name = view! { <span class="event-name" lang=own.lang dir=own.dir>{own.line()}</span> };
        (name.into_any(), Some(view! { <p class="event-passage" lang=lang_of_passage dir=dir>{shown}</p> }))
    };
    view! {
        <li
            id=format!("event-{}", event.id)
            class="event"
            data-origin=origin_attribute(&event.origin)
        >
            <a class="event-link" href=href data-ask=Ask::Event(n).written()>
                {when(lang, &event.date)}
                {name}
            </a>
            {passage}
            <p class="asserted">{asserted(article, lang, event.by)}</p>
            <button class="share" type="button" data-ask=Ask::ShareEvent(n).written()>{words.share}</button>
            {why(article, &event.origin, Ask::DismissEvent(n))}
        </li>
    }
    .into_any()
}

fn asserted(article: &Article, lang: Lang, by: Asserter) -> impl IntoView + use<> {
    let words = Words::of(lang);
    let name = match by {
        Asserter::Narrator => words.the_article.to_owned(),
        Asserter::Person(index) => article.person(index).map(|person| person.name.clone()).unwrap_or_default(),
    };
    view! { {words.according_to} " " <Name text=name /> }
}
