//! The only room that names `web_sys`: each file adapts one thing that a browser has. Everything here is
//! best effort: what a browser refuses is told to the caller, never a panic.

pub mod address;
pub mod analyst;
pub mod chance;
pub mod clipboard;
pub mod dismissed;
pub mod dom_text;
pub mod fetch;
pub mod files;
pub mod keep;
pub mod keys;
pub mod leaving;
pub mod listen;
pub mod locks;
pub mod offline;
pub mod page;
pub mod paint;
pub mod panels;
pub mod scroll;
pub mod selection;
pub mod store;
pub mod tabs;

/// The window of the page.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The document of the page.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}
