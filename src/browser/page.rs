//! What the page says about itself, and the places in it that the app fills.

use super::{document, listen};
use crate::text::Lang;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// What a page was built as, from the attributes of its root element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltPage {
    /// The language of the page.
    pub lang: Lang,
    /// The way to the root of the site, ending in a slash.
    pub root: String,
    /// The version of the site that built it; empty where it is not to be kept offline.
    pub version: String,
    /// The script of the analyst, from the root of the site.
    pub analyst: String,
    /// The fingerprint of the article's file that it was built of.
    pub source: String,
    /// The identifier and the language tag of its article, where it has one.
    pub article: Option<(String, String)>,
}

impl BuiltPage {
    /// Reads the page.
    pub fn read() -> Option<Self> {
        let root = document()?.document_element()?;
        let data = |name: &str| root.get_attribute(name).unwrap_or_default();
        let article = root.get_attribute("data-id").map(|id| (id, data("data-article")));
        Some(Self {
            lang: Lang::from_tag(&data("lang")).unwrap_or(Lang::Ar),
            root: data("data-root"),
            version: data("data-version"),
            analyst: data("data-analyst"),
            source: data("data-source"),
            article,
        })
    }
}

/// Says on the root element what has become of the app, for the style sheets.
pub fn set_app_state(state: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        _ = root.set_attribute("data-app", state);
    }
}

/// Says on the root element what has become of the search for what the article lacks, for the style sheets.
pub fn set_findings_state(state: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        _ = root.set_attribute("data-findings", state);
    }
}

/// Says on the text whether what is painted over it was found or authored, for the style sheets.
pub fn set_quotes_found(found: bool) {
    if let Some(text) = element("text") {
        _ = text.set_attribute("data-quotes", if found { "found" } else { "authored" });
    }
}

/// Says on the body which sheet is open, for the style sheets.
pub fn set_sheet(sheet: Option<&str>) {
    set_on_body("data-sheet", sheet);
}

/// Says on the body which panel's chosen row stands at the foot, for the style sheets.
pub fn set_foot(panel: Option<&str>) {
    set_on_body("data-foot", panel);
}

/// Says on the body whether the notes stand beside the text, for the style sheets.
pub fn set_side(notes: bool) {
    set_on_body("data-side", notes.then_some("notes"));
}

fn set_on_body(name: &str, value: Option<&str>) {
    let Some(body) = document().and_then(|document| document.body()) else { return };
    _ = match value {
        Some(value) => body.set_attribute(name, value),
        None => body.remove_attribute(name),
    };
}

/// Says on the root element what has become of the notes.
pub fn set_notes_state(state: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        _ = root.set_attribute("data-notes", state);
    }
}

/// Says on a block which notes it has, for paper.
pub fn set_note_numbers(block: &Element, numbers: &str) {
    _ = if numbers.is_empty() {
        block.remove_attribute("data-notes")
    } else {
        block.set_attribute("data-notes", numbers)
    };
}

/// The reader's language, of those that Siyaq speaks; the element `id` is given it.
pub fn readers_language(id: &str) -> Lang {
    let wanted = super::window().and_then(|window| window.navigator().language());
    let lang = wanted.and_then(|tag| Lang::from_tag(&tag)).unwrap_or(Lang::Ar);
    if let Some(element) = element(id) {
        _ = element.set_attribute("lang", lang.tag());
        _ = element.set_attribute("dir", lang.direction().html());
    }
    lang
}

/// The whole address of the root of the site: sites of one host have it apart.
pub fn site_name(root: &str) -> String {
    super::address::absolute(root)
}

/// An element by id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Whether an element holds anything.
pub fn is_filled(id: &str) -> bool {
    element(id).is_some_and(|element| element.has_child_nodes())
}

/// An element by id, emptied, for the app to mount a part of itself in.
pub fn emptied(id: &str) -> Option<HtmlElement> {
    let element = element(id)?;
    element.set_text_content(None);
    Some(element)
}

/// Gives the focus to the first element that matches, without scrolling to it; whether there is one.
pub fn focus_quietly(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    let element = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// The place of an element among its siblings, from 1.
pub fn row_of(id: &str) -> Option<usize> {
    let element = element(id)?;
    let rows = element.parent_element()?.children();
    (0..rows.length()).zip(1..).find(|(n, _)| rows.item(*n).as_deref() == Some(&element)).map(|(_, row)| row)
}

/// Has each link to another language of the article lead where `to` says for its page, by the time that a reader can
/// follow, open or copy it. Calls `leaving` when one is followed in this tab.
pub fn on_language_link(to: impl Fn(&str) -> String + 'static, leaving: impl Fn() + 'static) {
    let Some(languages) = document().and_then(|document| document.query_selector(".languages").ok().flatten()) else {
        return;
    };
    let lead = Rc::new(move |event: &Event| {
        let link = listen::around(event.target(), "a[href]")?;
        let href = link.get_attribute("href")?;
        let page = href.split('#').next().unwrap_or_default();
        link.set_attribute("href", &to(page)).ok()
    });
    for reached in ["pointerover", "focusin"] {
        let lead = lead.clone();
        listen::on(&languages, reached, move |event| _ = lead(&event));
    }
    listen::on(&languages, "click", move |event| {
        if lead(&event).is_some() && !listen::opens_elsewhere(&event) {
            leaving();
        }
    });
}

/// Where typing goes: fields, editable passages, and what says that it is a field.
const TYPING: &str = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], \
    [role=searchbox], [role=combobox], [role=spinbutton]";

/// Whether the reader types in `target`: a field or an editable passage, whose keys are its own.
pub fn takes_typing(target: Option<web_sys::EventTarget>) -> bool {
    listen::around(target, TYPING).is_some()
}
