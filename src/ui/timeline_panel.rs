//! The timeline of an article: the axis, and the events below it.

use super::axis::Axis;
use super::event_list::EventList;
use super::finding::{head, put_away};
use super::mark::legend;
use super::shown::Sheet;
use super::words::Words;
use crate::article::Article;
use crate::text::Direction;
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
    /// How many of its events the reader has put away.
    #[prop(default = 0)]
    dismissed: usize,
) -> impl IntoView {
    let words = Words::of(article.lang);
    let put_away = put_away(article.lang, dismissed, Sheet::Timeline);
    let Some(timeline) = timeline_of(&article) else {
        let none = if article.events.is_none() { words.unread } else { words.no_events };
        let none = (dismissed == 0).then(|| view! { <p class="empty">{none}</p> });
        return view! { <h2 id="timeline-title">{words.timeline}</h2> {none} {put_away} }.into_any();
    };
    let found = article.events.iter().flatten().any(|event| event.origin.is_found());
    let head = found.then(|| head(article.lang));
    let legend = legend(article.lang, &timeline.marks, article.direction() == Direction::Rtl);
    let order = timeline.rows.iter().map(|row| row.entry).collect();
    view! {
        <h2 id="timeline-title">{words.timeline}</h2>
        {head}
        <Axis lang=article.lang direction=article.direction() timeline found />
        {legend}
        <EventList article order />
        {put_away}
    }
    .into_any()
}
