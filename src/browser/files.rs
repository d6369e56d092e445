//! Files that the reader takes away or brings.

use super::document;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlElement, HtmlInputElement, Url};

/// Gives the reader a file to keep.
pub fn save(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options);
    let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return };
    let link = document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        _ = link.set_attribute("href", &url);
        _ = link.set_attribute("download", name);
        link.click();
    }
    // The browser has taken the bytes for the download; the address is not needed any more.
    _ = Url::revoke_object_url(&url);
}

/// The most that an import may weigh: fifty thousand notes.
const MOST_BYTES: f64 = 32.0 * 1024.0 * 1024.0;

/// The text of the file that the reader has chosen in the input of `event`; nothing where there is none, where it is
/// too large, or cannot be read. The input is emptied, so that the same file can be chosen again.
pub async fn chosen(event: Event) -> Option<String> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    if file.size() > MOST_BYTES {
        input.set_value("");
        return None;
    }
    let text = JsFuture::from(file.text()).await.ok();
    input.set_value("");
    text?.as_string()
}
