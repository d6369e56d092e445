//! The page for an address that has none.

use super::masthead::Masthead;
use super::words::Words;
use crate::text::Lang;
use leptos::prelude::*;

/// The whole page below `<body>`, in all three languages, since an address that is not there has none.
#[component]
pub fn MissingPage(
    /// The way to the library.
    root: String,
) -> impl IntoView {
    let told = Lang::ALL.map(|lang| {
        let words = Words::of(lang);
        let root = root.clone();
        view! {
            <section lang=lang.tag() dir=lang.direction().html()>
                <h2>{words.missing_title}</h2>
                <p>{words.missing_text}</p>
                <p><a href=root>{words.library}</a></p>
            </section>
        }
    });
    view! {
        <Masthead lang=Lang::Ar root=root.clone() />
        <main id="missing"><h1>"404"</h1>{told.into_iter().collect_view()}</main>
    }
}
