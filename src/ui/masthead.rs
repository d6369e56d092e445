//! The head of every page: the name, which leads to the library, and the article's languages.

use super::words::Words;
use crate::text::Lang;
use leptos::prelude::*;

/// A translation of an article, as the masthead offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The tag of its language.
    pub tag: String,
    /// Where it is, relative to the page.
    pub href: String,
    /// Whether it is the one that is open.
    pub current: bool,
}

impl Translation {
    /// The language's name for itself; its tag where Siyaq does not speak it.
    pub fn name(&self) -> String {
        Lang::from_tag(&self.tag).map_or_else(|| self.tag.clone(), |lang| lang.endonym().to_owned())
    }
}

/// The masthead.
#[component]
pub fn Masthead(
    /// The language of the page.
    lang: Lang,
    /// The way to the library.
    root: String,
    /// The languages to offer; none on a page that is not an article.
    #[prop(default = Vec::new())]
    translations: Vec<Translation>,
) -> impl IntoView {
    let words = Words::of(lang);
    let offered = translations.into_iter().map(|translation| {
        let tag = translation.tag.clone();
        let dir = Lang::from_tag(&tag).map(|lang| lang.direction().html());
        view! {
            <a
                href=translation.href.clone()
                lang=tag.clone()
                hreflang=tag
                dir=dir
                aria-current=translation.current.then_some("page")
            >
                {translation.name()}
            </a>
        }
    });
    let offered = offered.collect_view();
    let languages =
        (!offered.is_empty()).then(|| view! { <nav class="languages" aria-label=words.languages>{offered}</nav> });
    view! {
        <header class="masthead">
            <a class="brand" href=root title=words.library>
                <span class="brand-name">{words.siyaq}</span>
                <span class="brand-place">{words.library}</span>
            </a>
            {languages}
            <div id="status"></div>
        </header>
    }
}
