//! One quotation in the list, and its card, which the style sheet shows when it is chosen.

use super::finding::{origin_attribute, why};
use super::finding_words::FindingWords;
use super::line::{Name, Own};
use super::shown::Ask;
use super::speakers::voice_name;
use super::when::when;
use super::words::Words;
use crate::article::{Article, Quote, QuoteKind, Voice};
use leptos::prelude::*;

/// The `n`th quotation of an article, in the colour and pattern of its speaker.
pub fn quotation(article: &Article, quote: &Quote, n: usize, colour: usize) -> AnyView {
    let words = Own::passage(article, quote.span);
    let href = format!("#quote-{}", quote.id);
    let voice = quote.voice();
    let kind = kind_attribute(quote.kind);
    let id = format!("quote-{}", quote.id);
    let speaker = voice_name(article, voice);
    let voice_id = article.voice_id(voice).to_owned();
    view! {
        <li
            id=id
            class="quotation"
            data-speaker=voice_id
            data-kind=kind
            data-origin=origin_attribute(&quote.origin)
            data-slot=colour.to_string()
        >
            <a class="quote-link" href=href data-ask=Ask::Quote(n).written()>
                <q class="quote-words" lang=words.lang dir=words.dir>{words.line()}</q>
                <span class="quote-speaker"><Name text=speaker /></span>
            </a>
            {card(article, quote, n)}
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
fn card(article: &Article, quote: &Quote, n: usize) -> AnyView {
    let words = Words::of(article.lang);
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
    let own_fact = |term: &'static str, own: Own| {
        view! { <div><dt>{term}</dt><dd lang=own.lang dir=own.dir>{own.line()}</dd></div> }
    };
    let role = role.filter(|role| !role.is_empty());
    let role = role.map(|role| own_fact(words.role, Own::of(&role, article.direction())));
    let cue = quote.cue.map(|cue| own_fact(words.cue, Own::passage(article, cue)));
    let date = quote.date.as_ref().map(|date| fact(words.said_on, when(article.lang, date)));
    let origin = if quote.origin.is_found() { FindingWords::of(article.lang).found } else { words.authored };
    view! {
        <div class="card">
            <dl>
                {fact(words.speaker, view! { <Name text=voice_name(article, quote.voice()) /> }.into_any())}
                {role}
                {cue}
                {date}
                {fact(words.origin, view! { {origin} " · " {kind} }.into_any())}
            </dl>
            {why(article, &quote.origin, Ask::DismissQuote(n))}
            <p class="actions">
                <button type="button" class="copy-citation" data-ask=Ask::CopyQuote(n).written()>
                    {words.copy_citation}
                </button>
                <button type="button" class="share" data-ask=Ask::ShareQuote(n).written()>{words.share}</button>
            </p>
        </div>
    }
    .into_any()
}
