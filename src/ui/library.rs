//! The library: every article of the site, in every language that it has.

use super::line::Own;
use super::masthead::Masthead;
use super::words::Words;
use crate::article::Article;
use crate::date::day_words;
use crate::text::Lang;
use leptos::prelude::*;
use std::sync::Arc;

/// The articles that are translations of each other.
pub type Work = Vec<Arc<Article>>;

/// The whole page below `<body>`. It belongs to no one language, so it speaks all three.
#[component]
pub fn LibraryPage(
    /// The articles, those of one identifier together, the newest first.
    works: Vec<Work>,
) -> impl IntoView {
    let taglines = Lang::ALL.map(|lang| {
        view! { <p lang=lang.tag() dir=lang.direction().html()>{Words::of(lang).tagline}</p> }
    });
    let works = works.into_iter().map(|work| {
        let editions = work.into_iter().map(|article| edition(&article)).collect_view();
        view! { <li class="work"><ul class="editions">{editions}</ul></li> }
    });
    view! {
        <Masthead lang=Lang::Ar root="./".to_owned() />
        <div id="notice"></div>
        <div id="notes-notice"></div>
        <main id="library">
            <h1><span lang="ar">{Words::of(Lang::Ar).siyaq}</span> " " <span lang="en" dir="ltr">{Words::of(Lang::En).siyaq}</span></h1>
            <div class="taglines">{taglines.into_iter().collect_view()}</div>
            <ul class="works">{works.collect_view()}</ul>
            <section id="notes"></section>
        </main>
    }
}

fn edition(article: &Article) -> impl IntoView + use<> {
    let direction = article.direction();
    let href = format!("{}/{}/", article.id, article.tag);
    let published = article.published.map(|day| {
        view! { <time datetime=day.to_string()>{day_words(article.lang, day)}</time> }
    });
    let headline = Own::of(&article.headline, direction);
    let publisher = Own::of(&article.publisher, direction);
    view! {
        <li lang=article.tag.clone() dir=direction.html()>
            <p class="headline" lang=headline.lang dir=headline.dir><a href=href>{headline.line()}</a></p>
            <p class="byline">
                <span class="publisher" lang=publisher.lang dir=publisher.dir>{publisher.line()}</span>
                " " {published}
            </p>
        </li>
    }
}
