//! The timeline of an article: the axis, and the events below it.

use super::axis::Axis;
use super::event_list::EventList;
use super::shown::Page;
use super::words::Words;
use crate::article::Article;
use crate::timeline::{Entry, Timeline};
use leptos::prelude::*;
use std::sync::Arc;

/// The timeline of an article's events; nothing where there are none.
pub fn timeline_of(article: &Article) -> Option<Timeline> {
    let events = article.events.as_deref().unwrap_or_default();
    let entries: Vec<Entry> = events.iter().map(|event| Entry { date: &event.date, at: event.span.start }).collect();
    Timeline::of(&entries)
}

/// The panel's inside; the section around it belongs to the page.
#[component]
pub fn TimelinePanel(
    /// The article.
    article: Arc<Article>,
    /// The page that it is on.
    page: Page,
) -> impl IntoView {
    let words = Words::of(article.lang);
    let Some(timeline) = timeline_of(&article) else {
        return view! { <h2 id="timeline-title">{words.timeline}</h2> <p class="empty">{words.no_events}</p> }
            .into_any();
    };
    let order = timeline.rows.iter().map(|row| row.entry).collect();
    view! {
        <h2 id="timeline-title">{words.timeline}</h2>
        <Axis lang=article.lang direction=article.direction() timeline page />
        <EventList article order page />
    }
    .into_any()
}
