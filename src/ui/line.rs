//! A line of text that keeps its order: runs of the other direction are isolated, and controls that would
//! change the order unseen are shown, each contained in a box of its own.

use crate::text::{Direction, control_name, has_controls, is_bidi_override, pieces};
use leptos::prelude::*;

/// A name, a headline, anything short that comes from a file.
pub fn line(text: &str, base: Direction) -> AnyView {
    if has_controls(text) {
        return text.chars().map(contained).collect_view().into_any();
    }
    running(text, base)
}

/// A block of the article's own text: its controls are the author's, and the block contains them.
pub fn running(text: &str, base: Direction) -> AnyView {
    pieces(text, base)
        .into_iter()
        .map(|piece| {
            let words = piece.span.of(text).to_owned();
            if piece.isolated { view! { <bdi>{words}</bdi> }.into_any() } else { words.into_any() }
        })
        .collect_view()
        .into_any()
}

/// One character; a bidi control with its name beside it, in a box that it cannot reach out of.
fn contained(c: char) -> AnyView {
    if !is_bidi_override(c) {
        return c.to_string().into_any();
    }
    view! { <span class="control" data-control=control_name(c)>{c.to_string()}</span> }.into_any()
}

/// A name inside a sentence or a list of another direction.
#[component]
pub fn Name(
    /// The name.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let base = crate::text::direction_of(&text).unwrap_or(Direction::Ltr);
    view! { <bdi class="name">{line(&text, base)}</bdi> }
}
