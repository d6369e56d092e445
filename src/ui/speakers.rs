//! Who speaks, with how often: choosing one keeps only theirs lit.

use super::line::Name;
use super::shown::Ask;
use super::words::{Words, quotations};
use crate::article::{Article, Voice, VoiceCount};
use leptos::prelude::*;
use std::sync::Arc;

/// The speakers.
#[component]
pub fn Speakers(
    /// The article.
    article: Arc<Article>,
    /// Its voices, in order.
    voices: Vec<VoiceCount>,
    /// What the attributes say of where their quotations come from.
    origin: Option<&'static str>,
) -> impl IntoView {
    let words = Words::of(article.lang);
    let buttons = voices.into_iter().map(|count| {
        let voice = count.voice;
        view! {
            <li>
                <button
                    type="button"
                    class="speaker"
                    data-speaker=article.voice_id(voice).to_owned()
                    data-slot=count.slot.to_string()
                    aria-pressed="false"
                    data-ask=Ask::Voice(voice).written()
                >
                    <Name text=voice_name(&article, voice) />
                    <span class="count" aria-label=quotations(article.lang, count.quotes)>{count.quotes}</span>
                </button>
            </li>
        }
    });
    view! { <ul class="speakers" aria-label=words.speakers data-origin=origin>{buttons.collect_view()}</ul> }
}

/// The name of a voice.
pub fn voice_name(article: &Article, voice: Voice) -> String {
    let named = match voice {
        Voice::Person(index) => article.person(index).map(|person| person.name.clone()),
        Voice::Unknown => None,
    };
    named.unwrap_or_else(|| Words::of(article.lang).unknown_speaker.to_owned())
}
