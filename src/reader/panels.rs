//! The panels beside the text. What they show changes as a whole: with what was found, and with what the reader puts
//! away; so they are made anew then, and nothing that was open in one row stays open in another.

use super::mount;
use super::session::Session;
use crate::ui::{QuotesPanel, TimelinePanel};
use leptos::prelude::*;
use std::any::Any;

/// The panels that stand; they go with what they are dropped for.
pub type Panels = Vec<Box<dyn Any>>;

/// Shows what the session has now.
pub fn show(session: &Session) {
    // The old ones go first: they would empty the places of the new ones.
    session.panels.borrow_mut().clear();
    let now = session.now();
    let (article, dismissed) = (now.article.clone(), now.dismissed_events);
    let timeline = mount("timeline", Box::new(move || view! { <TimelinePanel article dismissed /> }.into_any()));
    let (article, dismissed) = (now.article.clone(), now.dismissed_quotes);
    let quotes = mount("quotes", Box::new(move || view! { <QuotesPanel article dismissed /> }.into_any()));
    session.panels.borrow_mut().extend([timeline, quotes].into_iter().flatten());
    session.take_panels();
}
