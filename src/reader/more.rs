//! What only some readers come to, in a file of its own: panels that are made anew, findings, citations.

use super::chunks::More;
use super::{findings, mount_for_good, panels, pass_on};
use crate::article::Article;
use crate::ui::ArticleText;
use leptos::prelude::*;
use std::sync::Arc;

/// All of it.
pub static MORE: More = More {
    show_text,
    show_panels: panels::show,
    search: findings::search,
    dismiss: findings::dismiss,
    show_again: findings::show_again,
    put_away: findings::change,
    cite: pass_on::citation,
};

fn show_text(article: &Arc<Article>) {
    let shown = article.clone();
    mount_for_good("text", Box::new(move || view! { <ArticleText article=shown /> }.into_any()));
}
