//! One quotation in the list, and its card when it is chosen.

use super::chosen;
use super::finding::origin_attribute;
use super::line::{Name, line};
use super::shown::{Ask, Page};
use super::speakers::voice_name;
use super::words::Words;
use crate::article::{Article, Quote, QuoteKind, Voice};
use crate::date::edtf_words;
use leptos::prelude::*;
use std::sync::Arc;

/// The `n`th quotation of an article, in the colour and pattern of its speaker.
pub fn quotation(article: &Arc<Article>, quote: &Quote, n: usize, colour: usize, page: Page) -> AnyView {
    let shown = line(quote.span.of(&article.body), article.direction());
    let href = format!("#quote-{}", quote.id);
    let voice = quote.voice();
    let kind = kind_attribute(quote.kind);
    let id = format!("quote-{}", quote.id);
    let speaker = voice_name(article, voice);
    let voice_id = article.voice_id(voice).to_owned();
    let is_chosen = move || page.is(|shown| shown.quote == Some(n));
    let cards = article.clone();
    let card = move || {
        let quote = cards.quotes.as_ref()?.get(n)?;
        is_chosen().then(|| card(&cards, quote, n, page))
    };
    view! {
        <li
            id=id
            class="quotation"
            data-speaker=voice_id
            data-kind=kind
            data-origin=origin_attribute(&quote.origin)
            data-slot=colour.to_string()
            hidden=move || page.is(|shown| shown.voice.is_some_and(|lit| lit != voice))
            aria-current=move || is_chosen().then_some("true")
        >
            <a class="quote-link" href=href on:click=move |click| chosen(page, Ask::Quote(n), &click)>
                <q class="quote-words">{shown}</q>
                <span class="quote-speaker"><Name text=speaker /></span>
            </a>
            {card}
        </li>
    }
    .into_any()
}

fn kind_attribute(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "mixed",
    }
}

/// What is known of a quotation.
fn card(article: &Article, quote: &Quote, n: usize, page: Page) -> AnyView {
    let words = Words::of(article.lang);
    let direction = article.direction();
    let role = match quote.voice() {
        Voice::Person(index) => article.person(index).map(|person| person.role.clone()),
        Voice::Unknown => None,
    };
    let kind = match quote.kind {
        QuoteKind::Direct => words.direct,
        QuoteKind::Indirect => words.indirect,
        QuoteKind::Mixed => words.mixed,
    };
    let fact = |term: &'static str, value: AnyView| view! { <div><dt>{term}</dt><dd>{value}</dd></div> };
    let role = role.filter(|role| !role.is_empty()).map(|role| fact(words.role, line(&role, direction)));
    let cue = quote.cue.map(|cue| fact(words.cue, line(cue.of(&article.body), direction)));
    let date = quote.date.as_ref().map(|date| {
        let time = view! { <time datetime=date.html_datetime()>{edtf_words(article.lang, date)}</time> };
        fact(words.said_on, time.into_any())
    });
    let found = quote.origin.is_found().then(|| page.of_found(|views| (views.origin)(article.lang)));
    let origin = found.flatten().unwrap_or(words.authored);
    view! {
        <div class="card">
            <dl>
                {fact(words.speaker, view! { <Name text=voice_name(article, quote.voice()) /> }.into_any())}
                {role}
                {cue}
                {date}
                {fact(words.origin, view! { {origin} " · " {kind} }.into_any())}
            </dl>
            {page.of_found(|views| (views.why)(article, &quote.origin, page, Ask::DismissQuote(n)))}
            <p class="actions">
                <button type="button" class="copy-citation" on:click=move |_| page.ask.run(Ask::CopyQuote(n))>
                    {words.copy_citation}
                </button>
                <button type="button" class="share" on:click=move |_| page.ask.run(Ask::ShareQuote(n))>{words.share}</button>
            </p>
        </div>
    }
    .into_any()
}
