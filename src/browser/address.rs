//! The page's address: its fragment, its history, and the links that are made from it.

use super::{listen, window};
use wasm_bindgen::JsValue;

/// The fragment of the address without its `#`, still percent-encoded; empty where there is none.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Whether going to a place leaves a step in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// "Back" returns from there.
    New,
    /// It takes the place of the present step.
    Same,
}

/// Sets the fragment. An address that is already the present one leaves no step.
pub fn go(to: &str, step: Step) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let url = format!("#{to}");
    _ = if step == Step::New && fragment() != to {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Takes the fragment away, without a step.
pub fn clear() {
    let Some(window) = window() else { return };
    let href = window.location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    if let Ok(history) = window.history() {
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(page));
    }
}

/// Calls `handler` whenever the reader goes back, forward, or to another fragment.
pub fn on_change(mut handler: impl FnMut() + 'static) {
    listen::on_window("popstate", move |_| handler());
}

/// The address of a place on this page, whole.
pub fn link_to(fragment: &str) -> String {
    let Some(window) = window() else { return String::new() };
    let href = window.location().href().unwrap_or_default();
    let page = href.split(['#', '?']).next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// An address as it is seen from this page, whole.
pub fn absolute(address: &str) -> String {
    let base = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    web_sys::Url::new_with_base(address, &base).map_or_else(|_| address.to_owned(), |url| url.href())
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = window() {
        _ = window.location().reload();
    }
}
