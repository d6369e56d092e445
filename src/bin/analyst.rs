//! The analyst: finds in a worker what an article lacks, so that no text, however long, keeps a page from answering.
//! Its script, and the protocol between it and the page, is `src/site/findings.js`.

#[cfg(target_arch = "wasm32")]
mod worker {
    use siyaq::annotate::{self, Stage};
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Tells the page, as any worker can, the number of the stage that begins.
        #[wasm_bindgen(js_name = postMessage)]
        fn tell(stage: u32);
    }

    /// What an article lacks, found in its text, as `from_wire` reads it; nothing where `source` is no article.
    #[wasm_bindgen]
    pub fn analyse(source: &[u8]) -> Option<String> {
        let article = siyaq::article::read(source).ok()?;
        let found = annotate::find_with(&article, &mut |stage| tell(number(stage)));
        Some(annotate::to_wire(&found))
    }

    fn number(stage: Stage) -> u32 {
        match stage {
            Stage::Dates => 0,
            Stage::Sentences => 1,
            Stage::Speech => 2,
            Stage::Events => 3,
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: build it with trunk");
}
