//! Passing something on: to another program, or to the clipboard.

use super::window;
use crate::text::without_controls;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard, ClipboardItem, DomException, Navigator, ShareData};

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The reader has passed it on.
    Shared,
    /// It is on the clipboard.
    Copied,
    /// The reader thought better of it.
    Cancelled,
    /// The browser allows neither.
    Refused,
}

fn has(navigator: &Navigator, name: &str) -> bool {
    Reflect::get(navigator, &name.into()).is_ok_and(|value| !value.is_undefined())
}

fn clipboard(navigator: &Navigator) -> Option<Clipboard> {
    has(navigator, "clipboard").then(|| navigator.clipboard())
}

/// Offers a link to the reader's other programs; where the browser has no such offer, copies it. The title is plain
/// text that stands among theirs: it goes without the controls that would turn them around.
pub async fn share(title: &str, url: &str) -> Outcome {
    let Some(navigator) = window().map(|window| window.navigator()) else { return Outcome::Refused };
    if has(&navigator, "share") {
        let data = ShareData::new();
        data.set_title(&without_controls(title));
        data.set_url(url);
        match JsFuture::from(navigator.share_with_data(&data)).await {
            Ok(_) => return Outcome::Shared,
            Err(why) if is_abort(&why) => return Outcome::Cancelled,
            Err(_) => {}
        }
    }
    copy_text(&navigator, url).await
}

fn is_abort(why: &JsValue) -> bool {
    why.dyn_ref::<DomException>().is_some_and(|why| why.name() == "AbortError")
}

/// Copies a text.
pub async fn copy_plain(text: &str) -> Outcome {
    match window().map(|window| window.navigator()) {
        Some(navigator) => copy_text(&navigator, text).await,
        None => Outcome::Refused,
    }
}

async fn copy_text(navigator: &Navigator, text: &str) -> Outcome {
    let Some(clipboard) = clipboard(navigator) else { return Outcome::Refused };
    let written = JsFuture::from(clipboard.write_text(text)).await;
    if written.is_ok() { Outcome::Copied } else { Outcome::Refused }
}

/// Copies a text in two forms; where the browser takes one only, the plain one.
pub async fn copy(plain: &str, html: &str) -> Outcome {
    let Some(navigator) = window().map(|window| window.navigator()) else { return Outcome::Refused };
    if let (Some(clipboard), Some(item)) = (clipboard(&navigator), both(plain, html))
        && JsFuture::from(clipboard.write(&Array::of1(&item))).await.is_ok()
    {
        return Outcome::Copied;
    }
    copy_text(&navigator, plain).await
}

fn both(plain: &str, html: &str) -> Option<ClipboardItem> {
    let item = Object::new();
    for (kind, text) in [("text/plain", plain), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
        Reflect::set(&item, &kind.into(), &js_sys::Promise::resolve(&blob)).ok()?;
    }
    ClipboardItem::new_with_record_from_str_to_blob_promise(&item).ok()
}
