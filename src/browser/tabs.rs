//! What the tabs of one site tell each other.

use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel that all tabs of the site hear. Cloning it gives the same one.
#[derive(Clone)]
pub struct Tabs {
    channel: Option<Rc<BroadcastChannel>>,
}

impl Tabs {
    /// Opens the channel `name`, and calls `heard` with every text that another tab tells.
    pub fn open(name: &str, heard: impl Fn(String) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            let closure = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
                let told = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                if let Some(told) = told {
                    heard(told);
                }
            });
            channel.set_onmessage(Some(closure.as_ref().unchecked_ref::<Function>()));
            closure.forget();
        }
        Self { channel: channel.map(Rc::new) }
    }

    /// Tells the other tabs.
    pub fn tell(&self, text: &str) {
        if let Some(channel) = &self.channel {
            _ = channel.post_message(&text.into());
        }
    }
}
