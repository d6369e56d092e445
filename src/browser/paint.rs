//! Painting over the text with the CSS Custom Highlight API. A browser without it shows the text unpainted.

use wasm_bindgen::prelude::*;
use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    /// A set of ranges that one style paints.
    type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);

    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    /// The highlights of the page by name.
    type HighlightRegistry;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<HighlightRegistry>;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    #[wasm_bindgen(method)]
    fn delete(this: &HighlightRegistry, name: &str) -> bool;
}

/// Paints `ranges` under `name`, in the place of what was painted under it. Of two names over one word the
/// higher priority wins; no ranges take the name away.
pub fn paint(name: &str, priority: i32, ranges: &[Range]) {
    HIGHLIGHTS.with(|registry| {
        let Some(registry) = registry else { return };
        if ranges.is_empty() {
            registry.delete(name);
        } else if let Ok(highlight) = Highlight::new() {
            highlight.set_priority(priority);
            for range in ranges {
                highlight.add(range);
            }
            registry.set(name, &highlight);
        }
    });
}
