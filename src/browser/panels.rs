//! The panels as they stand on the page: what in them is chosen and lit, what is asked in them, and their rows.

use super::{document, listen, page};
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// What a panel's parts ask, each in this attribute.
const ASK: &str = "data-ask";

fn all(selector: &str) -> Vec<Element> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let of = |found: NodeList| (0..found.length()).filter_map(move |n| found.item(n)?.dyn_into().ok());
    found.map(of).into_iter().flatten().collect()
}

/// Calls `handler` with what a click in a panel asks. A click on a link that asks for a new tab or window is the
/// browser's.
pub fn on_ask(panel: &str, handler: impl Fn(&str) + 'static) {
    let Some(panel) = page::element(panel) else { return };
    listen::on(&panel, "click", move |event| {
        let Some(asking) = listen::around(event.target(), "[data-ask]") else { return };
        if asking.has_attribute("href") {
            if listen::opens_elsewhere(&event) {
                return;
            }
            event.prevent_default();
        }
        handler(&asking.get_attribute(ASK).unwrap_or_default());
    });
}

/// What the links of a panel's rows ask, in the order of the rows.
pub fn asked_by(links: &str) -> Vec<String> {
    all(links).iter().filter_map(|link| link.get_attribute(ASK)).collect()
}

/// Makes the one of `rows` with the id `id` the current one, or none.
pub fn set_current(rows: &str, id: Option<&str>) {
    set_row(rows, "aria-current", "true", id);
}

/// Makes the row with the id `id` the one that the reader has chosen, or none.
pub fn set_chosen(id: Option<&str>) {
    set_row("", "data-chosen", "", id);
}

/// Gives the attribute to the row with the id `id`, or to none, and takes it from the others of `rows`.
fn set_row(rows: &str, attribute: &str, value: &str, id: Option<&str>) {
    for row in all(&[rows, "[", attribute, "]"].concat()) {
        _ = row.remove_attribute(attribute);
    }
    if let Some(row) = id.and_then(page::element) {
        _ = row.set_attribute(attribute, value);
    }
}

/// Makes the marks on the axis that ask this the current ones, or none.
pub fn set_current_mark(asking: Option<&str>) {
    for mark in all(".mark") {
        _ = if asking.is_some() && mark.get_attribute(ASK).as_deref() == asking {
            mark.set_attribute("data-current", "")
        } else {
            mark.remove_attribute("data-current")
        };
    }
}

/// Keeps the quotations of one speaker alone in the list, or of all.
pub fn light(speaker: Option<&str>) {
    let is_lit = |element: &Element| element.get_attribute("data-speaker").as_deref() == speaker;
    for button in all(".speaker") {
        let pressed = speaker.is_some() && is_lit(&button);
        _ = button.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
    }
    for row in all(".quotation") {
        _ = row.toggle_attribute_with_force("hidden", speaker.is_some() && !is_lit(&row));
    }
}
