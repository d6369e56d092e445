//! A line of text that keeps its order: runs of the other direction are isolated, and controls that would
//! change the order unseen are shown, each contained in a box of its own.

use crate::article::Article;
use crate::text::{Byte, Direction, Lang, Span, control_name, has_controls, is_bidi_override, main_direction, pieces};
use leptos::prelude::*;

/// A text with a line or a block of its own, and what its element says of it where it runs against what is around it.
pub struct Own<'a> {
    text: &'a str,
    /// The direction in which it runs.
    pub base: Direction,
    /// `dir`.
    pub dir: Option<&'static str>,
    /// `lang`: empty, which means unknown, where the letters do not say which of our languages it is.
    pub lang: Option<&'static str>,
}

impl<'a> Own<'a> {
    /// A headline, a name, among text of direction `around`.
    pub fn of(text: &'a str, around: Direction) -> Self {
        Self::based(text, main_direction(text, around), around)
    }

    /// A passage of an article, shown apart from it. Where it runs as its block does it is of the block's language,
    /// whatever names are in it.
    pub fn passage(article: &'a Article, span: Span<Byte>) -> Self {
        let own = Self::based(span.of(&article.body), article.direction_at(span), article.direction());
        let block = article.block_at(span.start).and_then(|n| article.blocks.get(n));
        match block.filter(|block| article.block_direction(**block) == own.base) {
            Some(block) => {
                Self { text: own.text, ..Self::based(block.span.of(&article.body), own.base, article.direction()) }
            }
            None => own,
        }
    }

    /// A text of direction `base`.
    pub fn based(text: &'a str, base: Direction, around: Direction) -> Self {
        let differs = base != around;
        let lang = differs.then(|| Lang::of_letters(text).map_or("", Lang::tag));
        Self { text, base, dir: differs.then(|| base.html()), lang }
    }

    /// Its words, as [`line`] shows them.
    pub fn line(&self) -> AnyView {
        line(self.text, self.base)
    }

    /// Its words, as [`running`] shows them.
    pub fn running(&self) -> AnyView {
        running(self.text, self.base)
    }
}

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
