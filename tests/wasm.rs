//! What can only be tested in a browser, and needs no page of ours: places in the DOM as places in the text.

#![cfg(target_arch = "wasm32")]

use leptos::prelude::*;
use siyaq::article::{self, Article};
use siyaq::browser::dom_text::DomText;
use siyaq::browser::paint::paint;
use siyaq::text::{Span, find_all};
use siyaq::ui::ArticleText;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Latin names, a number of several groups, a character outside the basic plane, and a bidi control, so that
/// blocks have several text nodes and offsets of every kind differ.
const BODY: &str = "قالت Ann Lee في الميناء إن العدد ١٢ 🚢 سفينة.\n\n## عنوان\n\nهاتف +7 727 250-00-00 و\u{202A}C++\u{202C} هنا.\n\n> قول آخر";

fn opened(body: &str) -> (Arc<Article>, Element) {
    let json = serde_json::json!({ "headline": "عنوان", "articleBody": body, "inLanguage": "ar" }).to_string();
    let article = Arc::new(article::read(json.as_bytes()).expect("an article"));
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let root = document.create_element("main").expect("an element");
    document.body().expect("a body").append_child(&root).expect("appended");
    let shown = article.clone();
    let place: HtmlElement = root.clone().unchecked_into();
    leptos::mount::mount_to(place, move || view! { <ArticleText article=shown /> }).forget();
    (article, root)
}

fn nodes(root: &Element) -> u32 {
    let document = root.owner_document().expect("a document");
    let walker = document.create_tree_walker(root).expect("a walker");
    let mut count = 0;
    while let Ok(Some(_)) = walker.next_node() {
        count += 1;
    }
    count
}

#[wasm_bindgen_test]
fn every_span_is_the_range_that_shows_it() {
    let (article, root) = opened(BODY);
    let text = DomText::take(&root, &article).expect("the article's text");
    for block in &article.blocks {
        let words = block.span.of(&article.body);
        for (from, _) in words.char_indices() {
            for (to, c) in words.char_indices().filter(|(to, _)| *to >= from) {
                let start = block.span.start.0;
                let span = Span::bytes(start + from..start + to + c.len_utf8());
                let range = text.range(span).expect("a range");
                assert_eq!(String::from(range.to_string()), span.of(&article.body));
                let node = range.start_container().expect("a node");
                let offset = range.start_offset().expect("an offset");
                assert_eq!(text.byte_at(&node, offset), Some(span.start), "and back");
            }
        }
    }
}

#[wasm_bindgen_test]
fn a_span_over_two_blocks_is_one_range() {
    let (article, root) = opened(BODY);
    let text = DomText::take(&root, &article).expect("the article's text");
    let from = find_all(&article.body, "سفينة").next().expect("there");
    let to = find_all(&article.body, "هاتف").next().expect("there");
    let range = text.range(Span::new(from.start, to.end)).expect("a range");
    let shown = String::from(range.to_string());
    assert!(shown.starts_with("سفينة") && shown.ends_with("هاتف"), "{shown}");
}

#[wasm_bindgen_test]
fn another_text_is_not_taken_over() {
    let (_, root) = opened(BODY);
    let (other, _) = opened(&BODY.replace("قول آخر", "قول ثالث"));
    assert!(DomText::take(&root, &other).is_none(), "a word differs");
    let (fewer, _) = opened("قالت Ann Lee في الميناء إن العدد ١٢ 🚢 سفينة.");
    assert!(DomText::take(&root, &fewer).is_none(), "blocks are missing");
}

#[wasm_bindgen_test]
fn painting_adds_no_node() {
    let (article, root) = opened(BODY);
    let text = DomText::take(&root, &article).expect("the article's text");
    let before = nodes(&root);
    let ranges: Vec<_> = article.blocks.iter().filter_map(|block| text.range(block.span)).collect();
    paint("direct-1", 1, &ranges);
    paint("target", 2, &ranges);
    assert_eq!(nodes(&root), before);
    paint("direct-1", 1, &[]);
    paint("target", 2, &[]);
}
