//! What an article's page says where its program does not start, in a notice that is hidden until then.

use super::words::Words;
use crate::text::Lang;
use leptos::prelude::*;

/// The notice. The style sheet shows it where the root element says that the app has failed while the app itself has
/// nothing to tell; and where nothing has said anything for as long as a server may take, because the script that
/// would say so has not come either.
#[component]
pub fn Unstarted(
    /// The language of the page.
    lang: Lang,
    /// The way to the library.
    root: String,
) -> impl IntoView {
    let words = Words::of(lang);
    view! {
        <div id="unstarted" class="notice" role="alert">
            <p>{words.unstarted}</p>
            <p class="actions"><a class="retry" href="">{words.retry}</a><a href=root>{words.library}</a></p>
        </div>
    }
}
