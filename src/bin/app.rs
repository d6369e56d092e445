//! The app that takes a page over in the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    siyaq::reader::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: build it with trunk");
}
