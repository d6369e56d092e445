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

/// Brings the current row of a panel into the panel's view, but where the pointer or the focus is in the panel: there
/// the reader looks around, and nothing may move away from under a click.
pub fn reveal_current(panel: &str, selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let (Some(panel), Some(row)) = (page::element(panel), found)
        && !panel.matches(":is(:hover, :focus-within)").unwrap_or(false)
    {
        let panel: Element = panel.into();
        scroll::reveal_in_panel(&panel, &row);
    }
}
