//! Holding the reader back from leaving the page.

use super::window;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

/// Has the browser ask, in its own words, before the page is left or loaded anew; or no longer. A page that asks for
/// good could not be kept in memory for the way back.
pub fn guard(asks: bool) {
    let Some(window) = window() else { return };
    let handler = window.onbeforeunload();
    if asks == handler.is_some() {
        return;
    }
    let ask = asks.then(|| {
        let ask = Closure::<dyn Fn(Event)>::new(|event: Event| {
            event.prevent_default();
            // Browsers that are older ask for this instead.
            _ = Reflect::set(&event, &"returnValue".into(), &true.into());
        });
        ask.into_js_value().unchecked_into::<Function>()
    });
    window.set_onbeforeunload(ask.as_ref());
}
