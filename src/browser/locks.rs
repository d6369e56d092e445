//! What only one tab of the site does at a time (Web Locks, <https://www.w3.org/TR/web-locks/>). By name: the bindings
//! call them unstable.

use super::window;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

/// Does `task` while no other tab does anything under `name`. Where a tab has been at it for `patience_ms`, as one that
/// hangs is, and where the browser gives no locks, as in an insecure context, the task is done all the same: it must
/// be safe without.
pub async fn alone<T>(name: &str, patience_ms: u32, task: impl Future<Output = T>) -> T {
    let _held = Held::wait_for(name, patience_ms).await;
    task.await
}

/// A lock, or none; it is let go with this.
struct Held(Option<Function>);

impl Held {
    async fn wait_for(name: &str, patience_ms: u32) -> Self {
        let Some((locks, request)) = locks() else { return Self(None) };
        let (granted, grant) = open_ended();
        let (released, release) = open_ended();
        let hold = Closure::once_into_js(move || {
            _ = grant.map(|grant| grant.call0(&JsValue::NULL));
            released
        });
        let options = Object::new();
        _ = Reflect::set(&options, &"signal".into(), &AbortSignal::timeout_with_u32(patience_ms));
        let Ok(asked) = request.call3(&locks, &name.into(), &options, &hold) else { return Self(None) };
        // What was asked ends before it is granted only where it fails.
        _ = JsFuture::from(Promise::race(&Array::of2(&granted, &asked))).await;
        Self(release)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = &self.0 {
            _ = release.call0(&JsValue::NULL);
        }
    }
}

/// The locks of the site, and how they are asked for.
fn locks() -> Option<(JsValue, Function)> {
    let locks = Reflect::get(&window()?.navigator(), &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

/// A promise, and what keeps it.
fn open_ended() -> (Promise, Option<Function>) {
    let mut keep = None;
    let promise = Promise::new(&mut |resolve, _| keep = Some(resolve));
    (promise, keep)
}
