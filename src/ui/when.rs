//! A date in the page: in words for the reader, and for machines as HTML's value, where it has one, and as EDTF.

use crate::date::{Edtf, edtf_words};
use crate::text::Lang;
use leptos::prelude::*;

/// A date read out. HTML wants a value of its `<time>`, so a date that it has none for is no `<time>`.
pub fn when(lang: Lang, date: &Edtf) -> AnyView {
    let (words, edtf) = (edtf_words(lang, date), date.to_string());
    match date.html_datetime() {
        Some(datetime) => view! { <time class="when" datetime=datetime data-edtf=edtf>{words}</time> }.into_any(),
        None => view! { <span class="when" data-edtf=edtf>{words}</span> }.into_any(),
    }
}
