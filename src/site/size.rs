//! What an article's page costs on the wire.

use super::{Error, compress, files};
use std::path::Path;

/// The most that all WebAssembly, JavaScript and style of a page may have as Brotli: about a second on a slow
/// mobile line.
pub const BUDGET_BYTES: usize = 120_000;

/// The most that all of the site's may have, with what only comes when it is wanted: what it has reached so far. Whoever
/// raises it says in the changelog what for.
pub const CEILING_BYTES: usize = 758_400;

/// When a file is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Load {
    /// With every article's page, as it opens.
    Page,
    /// When a quotation is chosen, or panels have to be made anew.
    More,
    /// When words are first selected, or where there are notes already.
    Notes,
    /// With either of the two.
    Shared,
    /// Behind the page of an article that lacks something, to find it.
    Findings,
    /// Behind any page, to keep the site.
    Keeping,
}

impl Load {
    fn of(address: &str) -> Self {
        match address {
            "sw.js" => Self::Keeping,
            address if address.ends_with("_more.wasm") => Self::More,
            address if address.ends_with("_notes.wasm") => Self::Notes,
            address if address.contains("_shared-") => Self::Shared,
            address if address.starts_with("analyst-") || address.starts_with("findings-") => Self::Findings,
            _ => Self::Page,
        }
    }
}

/// The size of a file of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Its address.
    pub address: String,
    /// Its bytes.
    pub bytes: usize,
    /// Its bytes as Brotli.
    pub compressed: usize,
    /// When it is loaded; what comes with the page counts against the budget.
    pub load: Load,
}

/// Measures every script, module and style sheet of a built site.
pub fn measure(dist: &Path) -> Result<Vec<Measured>, Error> {
    let mut measured = Vec::new();
    for path in files::below(dist)? {
        if files::has_extension(&path, &["css", "js", "wasm"]) {
            let bytes = files::read(&path)?;
            let address = files::address(dist, &path);
            let (load, compressed) = (Load::of(&address), compress::brotli(&bytes)?.len());
            measured.push(Measured { address, bytes: bytes.len(), compressed, load });
        }
    }
    if measured.is_empty() { Err(Error::at(dist, "no built site stands here")) } else { Ok(measured) }
}
