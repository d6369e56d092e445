//! What a finding says of itself: that it was found, why, and how to put it away.

use super::finding_words::FindingWords;
use super::line::line;
use super::shown::{Ask, Page, Sheet};
use super::why::rule_words;
use crate::article::{Article, Evidence, Origin};
use crate::text::Lang;
use leptos::prelude::*;

/// How what was found is shown. It comes in a file of its own, so that it is called through this.
pub struct FoundViews {
    /// The line at the head of a panel whose content was found.
    pub head: fn(Lang) -> AnyView,
    /// Why a passage was taken for what it says that it is; and the way to put it away.
    pub why: fn(&Article, &Origin, Page, Ask) -> Option<AnyView>,
    /// How many findings of a panel the reader has put away, and the way to have them back.
    pub put_away: fn(Lang, usize, Sheet, Page) -> Option<AnyView>,
    /// In a quotation's card, who marked it up.
    pub origin: fn(Lang) -> &'static str,
}

/// The views.
pub static VIEWS: FoundViews = FoundViews { head, why, put_away, origin };

/// Has a page show what is found in its article.
#[cfg(target_arch = "wasm32")]
pub fn show_findings(page: Page) {
    page.found.set_value(Some(&VIEWS));
}

fn origin(lang: Lang) -> &'static str {
    FindingWords::of(lang).found
}

/// What the attributes of what is found say; nothing of what was authored.
pub fn origin_attribute(origin: &Origin) -> Option<&'static str> {
    origin.is_found().then_some("found")
}

fn head(lang: Lang) -> AnyView {
    view! { <p class="found-head">{FindingWords::of(lang).head}</p> }.into_any()
}

/// Folded away until the reader asks.
fn why(article: &Article, origin: &Origin, page: Page, dismiss: Ask) -> Option<AnyView> {
    let Origin::Found(evidence) = origin else { return None };
    let words = FindingWords::of(article.lang);
    let shown = view! {
        <div class="found">
            <details>
                <summary>{words.why}</summary>
                {reasons(article, evidence)}
            </details>
            <button type="button" class="dismiss" on:click=move |_| page.ask.run(dismiss)>{words.dismiss}</button>
        </div>
    };
    Some(shown.into_any())
}

/// The rule in plain words, the words of the text that it rests on, and how sure it is.
fn reasons(article: &Article, evidence: &Evidence) -> AnyView {
    let words = FindingWords::of(article.lang);
    let direction = article.direction();
    let cited = evidence.words.iter().map(|span| view! { <q>{line(span.of(&article.body), direction)}</q> " " });
    let fact = |term: &'static str, value: AnyView| view! { <div><dt>{term}</dt><dd>{value}</dd></div> }.into_any();
    let cited = cited.collect_view().into_any();
    let rests_on = (!evidence.words.is_empty()).then(|| fact(words.rests_on, cited));
    let confidence = fact(words.confidence, format!("{}%", evidence.confidence).into_any());
    view! {
        <p>{rule_words(article.lang, &evidence.rule)}</p>
        <dl>
            {rests_on}
            {confidence}
        </dl>
    }
    .into_any()
}

fn put_away(lang: Lang, count: usize, sheet: Sheet, page: Page) -> Option<AnyView> {
    let words = FindingWords::of(lang);
    let line = view! {
        <p class="put-away">
            <span>{words.dismissed} " " {count.to_string()}</span>
            <button type="button" class="again" on:click=move |_| page.ask.run(Ask::ShowAgain(sheet))>
                {words.show_again}
            </button>
        </p>
    };
    (count > 0).then(|| line.into_any())
}
