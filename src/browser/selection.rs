//! What the reader has selected in the article's text.

use super::dom_text::DomText;
use super::{document, listen, window};
use crate::text::{Byte, Span};
use web_sys::{HtmlElement, Selection};

fn selection() -> Option<Selection> {
    document()?.get_selection().ok().flatten()
}

/// The words of the article that are selected; nothing where none is.
pub fn current(text: &DomText) -> Option<Span<Byte>> {
    let selection = selection().filter(|selection| !selection.is_collapsed() && selection.range_count() > 0)?;
    text.span_of(&selection.get_range_at(0).ok()?)
}

/// Where the caret is in the article's text, or the start of what is selected.
pub fn caret(text: &DomText) -> Option<Byte> {
    let selection = selection().filter(|selection| selection.range_count() > 0)?;
    let range = selection.get_range_at(0).ok()?;
    text.byte_at(&range.start_container().ok()?, range.start_offset().ok()?)
}

/// Selects words of the article, as the reader could.
pub fn select(text: &DomText, span: Span<Byte>) {
    if let (Some(selection), Some(range)) = (selection(), text.range(span)) {
        _ = selection.remove_all_ranges();
        _ = selection.add_range(&range);
    }
}

/// Takes the selection away.
pub fn clear() {
    if let Some(selection) = selection() {
        _ = selection.remove_all_ranges();
    }
}

/// Calls `handler` whenever the selection has changed, once for all the changes of a moment.
pub fn on_change(handler: impl Fn() + Clone + 'static) {
    let Some(document) = document() else { return };
    let waiting = std::rc::Rc::new(std::cell::Cell::new(false));
    listen::on(&document, "selectionchange", move |_| {
        if !waiting.replace(true) {
            let (waiting, handler) = (waiting.clone(), handler.clone());
            // No frame is waited for: a page in the background has none.
            wasm_bindgen_futures::spawn_local(async move {
                listen::breathe().await;
                waiting.set(false);
                handler();
            });
        }
    });
}

/// Puts a floating bar beside a passage, within the window: below it, or above where there is no room; in the page's own
/// coordinates, so that it scrolls with the passage. The style sheet decides whether these places count.
pub fn place_beside(bar: &HtmlElement, text: &DomText, span: Span<Byte>) {
    let Some(range) = text.range(span) else { return };
    let (passage, size) = (range.get_bounding_client_rect(), bar.get_bounding_client_rect());
    let root = document().and_then(|document| document.document_element());
    let Some((width, height)) = root.map(|root| (f64::from(root.client_width()), f64::from(root.client_height())))
    else {
        return;
    };
    let middle = f64::midpoint(passage.left(), passage.right());
    let most = (width - size.width() - GAP).max(GAP);
    let across = (middle - size.width() / 2.0).clamp(GAP, most);
    let below = passage.bottom() + GAP;
    let down = if below + size.height() < height { below } else { (passage.top() - size.height() - GAP).max(GAP) };
    let scrolled = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    let style = bar.style();
    _ = style.set_property("--across", &pixels(across));
    _ = style.set_property("--down", &pixels(scrolled + down));
}

/// What is left free between the bar and the passage, and the window's edge, in pixels.
const GAP: f64 = 8.0;

fn pixels(n: f64) -> String {
    #[allow(clippy::cast_possible_truncation)] // Pixels.
    let whole = n as i32;
    [&whole.to_string(), "px"].concat()
}
