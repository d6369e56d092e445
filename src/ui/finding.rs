//! What a finding says of itself: that it was found, why, and how to put it away.

use super::finding_words::FindingWords;
use super::line::line;
use super::shown::{Ask, Sheet};
use super::why::rule_words;
use crate::article::{Article, Evidence, Origin};
use crate::text::Lang;
use leptos::prelude::*;

/// What the attributes of what is found say; nothing of what was authored.
pub fn origin_attribute(origin: &Origin) -> Option<&'static str> {
    origin.is_found().then_some("found")
}

/// The line at the head of a panel whose content was found.
pub fn head(lang: Lang) -> AnyView {
    view! { <p class="found-head">{FindingWords::of(lang).head}</p> }.into_any()
}

/// Why a passage was taken for what it says that it is, folded away until the reader asks; and the way to put it away.
pub fn why(article: &Article, origin: &Origin, dismiss: Ask) -> Option<AnyView> {
    let Origin::Found(evidence) = origin else { return None };
    let words = FindingWords::of(article.lang);
    let shown = view! {
        <div class="found">
            <details>
                <summary>{words.why}</summary>
                {reasons(article, evidence)}
            </details>
            <button type="button" class="dismiss" data-ask=dismiss.written()>{words.dismiss}</button>
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

/// How many findings of a panel the reader has put away, and the way to have them back.
pub fn put_away(lang: Lang, count: usize, sheet: Sheet) -> Option<AnyView> {
    let words = FindingWords::of(lang);
    let line = view! {
        <p class="put-away">
            <span>{words.dismissed} " " {count.to_string()}</span>
            <button type="button" class="again" data-ask=Ask::ShowAgain(sheet).written()>
                {words.show_again}
            </button>
        </p>
    };
    (count > 0).then(|| line.into_any())
}
