//! Scrolling: to a passage, and where the reader is.

use super::dom_text::DomText;
use super::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{DomRect, Element, Node, Range, ScrollBehavior, ScrollToOptions};

/// Where in the window the line that is being read is taken to be, of its height: a reader's eye rests above
/// the middle.
const READING_LINE: f64 = 0.35;

fn height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

fn behaviour() -> ScrollBehavior {
    let still = window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    if still.is_some_and(|query| query.matches()) { ScrollBehavior::Auto } else { ScrollBehavior::Smooth }
}

/// The width from which the panels stand beside the text: the same as in the style sheets.
pub const WIDE: &str = "(min-width: 56rem)";

/// Whether a media query holds.
pub fn matches(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|query| query.matches())
}

fn scroll_by(distance: f64, behaviour: ScrollBehavior) {
    let Some(window) = window() else { return };
    let options = ScrollToOptions::new();
    options.set_top(window.scroll_y().unwrap_or_default() + distance);
    options.set_behavior(behaviour);
    window.scroll_to_with_scroll_to_options(&options);
}

/// Whether the page has not been scrolled.
pub fn is_at_the_beginning() -> bool {
    window().and_then(|window| window.scroll_y().ok()).is_some_and(|y| y <= 0.0)
}

/// Whether all of a range is in the window.
pub fn is_in_view(range: &Range) -> bool {
    let rect = range.get_bounding_client_rect();
    rect.top() >= 0.0 && rect.bottom() <= height()
}

/// Scrolls until a range is at the reading line; at once where `at_once`, or where the reader wants no motion.
pub fn to_range(range: &Range, at_once: bool) {
    let rect: DomRect = range.get_bounding_client_rect();
    let behaviour = if at_once { ScrollBehavior::Instant } else { behaviour() };
    scroll_by(rect.top() - height() * READING_LINE, behaviour);
}

/// Scrolls an element within its own scrolling panel so that it is in view, without moving the page.
pub fn reveal_in_panel(panel: &Element, item: &Element) {
    let (outer, inner) = (panel.get_bounding_client_rect(), item.get_bounding_client_rect());
    if inner.top() < outer.top() || inner.bottom() > outer.bottom() {
        let middle = (outer.height() - inner.height()).max(0.0) / 2.0;
        let distance = inner.top() - outer.top() - middle;
        scroll_panel(panel, distance);
    }
}

/// Scrolls a panel, no further than it must, so that an element's end is in view, but not its beginning out of it.
pub fn reveal_end(panel: &Element, item: &Element) {
    let (outer, inner) = (panel.get_bounding_client_rect(), item.get_bounding_client_rect());
    let distance = (inner.bottom() - outer.bottom()).min(inner.top() - outer.top());
    if distance > 0.0 {
        scroll_panel(panel, distance);
    }
}

fn scroll_panel(panel: &Element, distance: f64) {
    #[allow(clippy::cast_possible_truncation)] // Pixels.
    panel.set_scroll_top(panel.scroll_top() + distance.ceil() as i32);
}

/// The block that is being read, and how much of it has been, in thousandths.
pub fn reading(text: &DomText) -> Option<(usize, usize)> {
    let line = height() * READING_LINE;
    let elements: Vec<&Element> = text.elements().collect();
    let begun = elements.partition_point(|element| element.get_bounding_client_rect().top() <= line);
    let block = begun.saturating_sub(1);
    let rect = elements.get(block)?.get_bounding_client_rect();
    let part = ((line - rect.top()) / rect.height().max(1.0)).clamp(0.0, 1.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 1000.
    Some((block, (part * 1000.0) as usize))
}

/// Scrolls at once to where [`reading`] has said.
pub fn to_place(text: &DomText, block: usize, permille: usize) {
    let Some(rect) = text.element(block).map(Element::get_bounding_client_rect) else { return };
    #[allow(clippy::cast_precision_loss)] // 0 to 1000.
    let part = permille as f64 / 1000.0;
    scroll_by(rect.top() + rect.height() * part - height() * READING_LINE, ScrollBehavior::Instant);
}

/// The text node and the offset in it under a point of the window.
pub fn caret_at(x: f64, y: f64) -> Option<(Node, u32)> {
    let document = document()?;
    if js_sys::Reflect::has(&document, &"caretPositionFromPoint".into()).unwrap_or(false) {
        #[allow(clippy::cast_possible_truncation)] // Pixels.
        let caret = document.caret_position_from_point(x as f32, y as f32)?;
        return Some((caret.offset_node()?, caret.offset()));
    }
    let document: DocumentWithCaretRange = document.unchecked_into();
    let range = document.caret_range_from_point(x, y)?;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

#[wasm_bindgen]
extern "C" {
    /// A document of WebKit, which has the older way to ask for the caret.
    type DocumentWithCaretRange;

    #[wasm_bindgen(method, js_name = caretRangeFromPoint)]
    fn caret_range_from_point(this: &DocumentWithCaretRange, x: f64, y: f64) -> Option<Range>;
}

/// Whether the reader has selected words.
pub fn has_selection() -> bool {
    let selection = document().and_then(|document| document.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}
