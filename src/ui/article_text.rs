//! The article itself: headline, byline, blocks. Its text nodes are the article's words and nothing else, so
//! that places in them are places in the article.

use super::line::Own;
use super::when::when;
use super::words::minutes_to_read;
use crate::article::{Article, Block, BlockKind};
use crate::date::Edtf;
use leptos::prelude::*;
use std::sync::Arc;

/// The headline with what stands under it, and the blocks of the body.
#[component]
pub fn ArticleText(
    /// What is shown.
    article: Arc<Article>,
) -> impl IntoView {
    let direction = article.direction();
    let blocks = article.blocks.iter().enumerate().map(|(n, block)| block_view(&article, n, *block)).collect_view();
    let headline = Own::of(&article.headline, direction);
    let standfirst = (!article.standfirst.is_empty()).then(|| {
        let own = Own::of(&article.standfirst, direction);
        view! { <p class="standfirst" lang=own.lang dir=own.dir>{own.line()}</p> }
    });
    view! {
        <article lang=article.tag.clone() dir=direction.html()>
            <header>
                <h1 lang=headline.lang dir=headline.dir>{headline.line()}</h1>
                {standfirst}
                {byline(&article)}
            </header>
            {blocks}
            {credit(&article)}
        </article>
    }
}

fn block_view(article: &Article, n: usize, block: Block) -> AnyView {
    let own = Own::based(block.span.of(&article.body), article.block_direction(block), article.direction());
    let (lang, dir, words) = (own.lang, own.dir, own.running());
    let id = block.number().map(|number| format!("p{number}"));
    let n = n.to_string();
    match block.kind {
        BlockKind::Paragraph(_) => view! { <p id=id data-block=n lang=lang dir=dir>{words}</p> }.into_any(),
        BlockKind::Heading => view! { <h2 data-block=n lang=lang dir=dir>{words}</h2> }.into_any(),
        BlockKind::Quotation(_) => {
            view! { <blockquote id=id data-block=n lang=lang dir=dir>{words}</blockquote> }.into_any()
        }
    }
}

fn byline(article: &Article) -> impl IntoView + use<> {
    let direction = article.direction();
    let publisher = (!article.publisher.is_empty()).then(|| {
        let own = Own::of(&article.publisher, direction);
        view! { <span class="publisher" lang=own.lang dir=own.dir>{own.line()}</span> }
    });
    let published = article.published.map(|day| when(article.lang, &Edtf::of_day(day)));
    let minutes = minutes_to_read(article.lang, article.minutes_to_read());
    view! {
        <p class="byline">{publisher} {published} <span class="minutes">{minutes}</span></p>
    }
}

fn credit(article: &Article) -> impl IntoView + use<> {
    let direction = article.direction();
    let text = (!article.credit.is_empty()).then(|| {
        let own = Own::of(&article.credit, direction);
        view! { <p lang=own.lang dir=own.dir>{own.line()}</p> }
    });
    let original = article.url.clone().map(|url| {
        view! { <p><a href=url.clone() rel="noopener noreferrer external"><bdi dir="ltr">{url.clone()}</bdi></a></p> }
    });
    let shown = text.is_some() || original.is_some();
    shown.then(|| view! { <footer>{text}{original}</footer> })
}
