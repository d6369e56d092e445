//! Event listeners that live as long as the page.

use super::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, MouseEvent};

/// Calls `handler` at every event of that name at `target`, for as long as the page lives.
pub fn on(target: &EventTarget, name: &str, handler: impl FnMut(Event) + 'static) {
    let handler: Box<dyn FnMut(Event)> = Box::new(handler);
    let closure = Closure::wrap(handler);
    _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Calls `handler` at every event of that name at the window.
pub fn on_window(name: &str, handler: impl FnMut(Event) + 'static) {
    if let Some(window) = window() {
        on(&window, name, handler);
    }
}

/// Calls `handler` before the next frame is drawn.
pub fn next_frame(handler: Box<dyn FnOnce()>) {
    let closure = Closure::once_into_js(handler);
    if let Some(window) = window() {
        _ = window.request_animation_frame(closure.unchecked_ref());
    }
}

/// The nearest element that a selector matches, of the one where an event happened and those around it.
pub fn around(target: Option<EventTarget>, selector: &str) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Whether a click on a link asks the browser for a new tab or window.
pub fn opens_elsewhere(event: &Event) -> bool {
    event
        .dyn_ref::<MouseEvent>()
        .is_some_and(|click| click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
}

/// Lets the browser do what else it has to, and goes on after that.
pub async fn breathe() {
    wait(0).await;
}

/// Goes on after so many milliseconds.
pub async fn wait(milliseconds: i32) {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    _ = wasm_bindgen_futures::JsFuture::from(waited).await;
}

/// Calls `handler` with the point of the window of every plain click on `target`.
pub fn on_click(target: &EventTarget, mut handler: impl FnMut(f64, f64) + 'static) {
    on(target, "click", move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        if around(event.target(), "a, button").is_none() {
            handler(f64::from(click.client_x()), f64::from(click.client_y()));
        }
    });
}
