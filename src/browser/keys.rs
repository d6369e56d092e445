//! Keys: the arrows on the timeline, and Escape.

use super::{document, listen, page, scroll};
use crate::timeline::Step;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Calls `handler` with the step that an arrow key on the timeline means. In a right-to-left article the left
/// arrow leads to what is later, as on its axis. Keys with a modifier stay the browser's own.
pub fn on_timeline(rtl: bool, mut handler: impl FnMut(Step) + 'static) {
    let Some(timeline) = page::element("timeline") else { return };
    listen::on(&timeline, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let modified = key.alt_key() || key.ctrl_key() || key.meta_key() || key.shift_key();
        if modified || page::takes_typing(event.target()) || focused_row().is_none() {
            return;
        }
        let step = match key.key().as_str() {
            "ArrowDown" => Step::Next,
            "ArrowUp" => Step::Previous,
            "ArrowLeft" => {
                if rtl {
                    Step::Next
                } else {
                    Step::Previous
                }
            }
            "ArrowRight" => {
                if rtl {
                    Step::Previous
                } else {
                    Step::Next
                }
            }
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return,
        };
        event.prevent_default();
        handler(step);
    });
}

/// Calls `handler` when Escape is pressed outside of a text field.
pub fn on_escape(mut handler: impl FnMut() + 'static) {
    listen::on_window("keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
        if escape && !page::takes_typing(event.target()) {
            handler();
        }
    });
}

/// A key as it was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// Its place on the keyboard, whatever letter it has there: `KeyS`.
    pub code: String,
    /// Whether Shift was held.
    pub shift: bool,
}

/// Calls `handler` with every key that is pressed without other modifiers while `target` itself has the focus; one
/// that it takes is not the browser's.
pub fn on_letters(target: &Element, handler: impl Fn(Pressed) -> bool + 'static) {
    let own = target.clone();
    listen::on(target, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let modified = key.alt_key() || key.ctrl_key() || key.meta_key();
        let here = document().and_then(|document| document.active_element()).is_some_and(|active| active == own);
        if !modified && here && handler(Pressed { code: key.code(), shift: key.shift_key() }) {
            event.prevent_default();
        }
    });
}

/// Calls `handler` when the reader wants to undo, or with `true` to do again, outside of a text field.
pub fn on_undo(mut handler: impl FnMut(bool) + 'static) {
    listen::on_window("keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let held = (key.ctrl_key() || key.meta_key()) && !key.alt_key();
        let redo = key.shift_key() || key.code() == "KeyY";
        if held && matches!(key.code().as_str(), "KeyZ" | "KeyY") && !page::takes_typing(event.target()) {
            event.prevent_default();
            handler(redo);
        }
    });
}

/// Brings a note of the list into view, once the list has been drawn.
pub fn reveal_note(id: &str) {
    let id = id.to_owned();
    listen::next_frame(Box::new(move || {
        if let (Some(panel), Some(row)) = (page::element("notes"), page::element(&["note-", &id].concat())) {
            scroll::reveal_in_panel(&panel, &row);
        }
    }));
}

/// Gives the focus to the field in which a note is written, once it is there; nothing where none is.
pub fn focus_editor() {
    listen::next_frame(Box::new(|| _ = page::focus_quietly(".note-editor textarea")));
}

/// Gives the focus to the note that is chosen, once the list has been drawn.
pub fn focus_chosen_note() {
    listen::next_frame(Box::new(|| _ = page::focus_quietly(".note[aria-current] .note-link")));
}

/// The row of the timeline that has the focus, from 0.
pub fn focused_row() -> Option<usize> {
    let row = document()?.active_element()?.closest(".event").ok()??;
    let rows = row.parent_element()?.children();
    (0..rows.length()).zip(0..).find(|(n, _)| rows.item(*n).as_ref() == Some(&row)).map(|(_, row)| row)
}

/// Gives the focus to a row of the timeline, from 0.
pub fn focus_row(row: usize) {
    _ = page::focus_quietly(&format!(".event:nth-child({}) .event-link", row + 1));
}

/// Brings all of a row of a panel into the panel's view, or as much as there is room for from its beginning.
pub fn reveal_whole(panel: &str, selector: &str) {
    if let Some((panel, row)) = panel_and_row(panel, selector) {
        scroll::reveal_end(&panel, &row);
    }
}

/// Brings the current row of a panel into the panel's view, but where the pointer or the focus is in the panel: there
/// the reader looks around, and nothing may move away from under a click. Who has read nothing yet, and chosen nothing,
/// sees the panel from its beginning.
pub fn reveal_current(panel: &str, selector: &str) {
    if let Some((panel, row)) = panel_and_row(panel, selector)
        && !panel.matches(":is(:hover, :focus-within)").unwrap_or(false)
    {
        if scroll::is_at_the_beginning() && !row.has_attribute("data-chosen") {
            panel.set_scroll_top(0);
        } else {
            scroll::reveal_in_panel(&panel, &row);
        }
    }
}

/// A panel, and the first row of the page that a selector matches.
fn panel_and_row(panel: &str, selector: &str) -> Option<(Element, Element)> {
    let row = document()?.query_selector(selector).ok()??;
    Some((page::element(panel)?.into(), row))
}
