//! What an article's page costs on the wire.

use super::{Error, compress, files};
use std::path::Path;

/// The most that all WebAssembly, JavaScript and style of a page may have as Brotli: about a second on a slow
/// mobile line.
pub const BUDGET_BYTES: usize = 120_000;

/// What a page may have at most until it is within its budget: what it has reached so far. It may only be lowered.
pub const CEILING_BYTES: usize = 141_500;

/// The service worker is fetched after the page, apart from it.
const NOT_OF_THE_PAGE: &str = "sw.js";

/// The size of a file of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Its address.
    pub address: String,
    /// Its bytes.
    pub bytes: usize,
    /// Its bytes as Brotli.
    pub compressed: usize,
    /// Whether it counts against the budget.
    pub counts: bool,
}

/// Measures every script, module and style sheet of a built site: an article's page loads them all.
pub fn measure(dist: &Path) -> Result<Vec<Measured>, Error> {
    let mut measured = Vec::new();
    for path in files::below(dist)? {
        if files::has_extension(&path, &["css", "js", "wasm"]) {
            let bytes = files::read(&path)?;
            let address = files::address(dist, &path);
            let counts = address != NOT_OF_THE_PAGE;
            measured.push(Measured {
                address,
                bytes: bytes.len(),
                compressed: compress::brotli(&bytes)?.len(),
                counts,
            });
        }
    }
    if measured.is_empty() { Err(Error::at(dist, "no built site stands here")) } else { Ok(measured) }
}
