//! The app that takes a page over in the browser. What not every reader needs stands behind a function of its own, and
//! comes in a file of its own: the build cuts the program apart there.

#[cfg(target_arch = "wasm32")]
mod later {
    #![allow(unsafe_code)] // The attribute declares by what name the other file is called.

    use siyaq::browser::page::BuiltPage;
    use siyaq::reader::{Desk, MORE, More, Place, mount_notes};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    /// The notes.
    #[wasm_split(notes, fallible)]
    #[allow(clippy::unnecessary_wraps)] // The other error is that the file did not come.
    pub fn notes(built: BuiltPage, place: Option<Place>) -> Result<Box<dyn Desk>, SplitLoaderError> {
        Ok(mount_notes(&built, place))
    }

    /// What only some readers come to.
    #[wasm_split(more, fallible)]
    #[allow(clippy::unnecessary_wraps)] // As above.
    pub fn more() -> Result<&'static More, SplitLoaderError> {
        Ok(&MORE)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    siyaq::reader::start(siyaq::reader::Chunks {
        notes: |built, place| Box::pin(async { later::notes(built, place).await.ok() }),
        more: || Box::pin(async { later::more().await.ok() }),
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: build it with trunk");
}
