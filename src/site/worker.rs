//! The service worker: our script, behind the digests of the files that it keeps.

use super::{Error, digest, files};
use serde_json::Map;
use std::path::Path;

/// The script.
const SOURCE: &str = include_str!("sw.js");

/// The worker's own file, which does not keep itself.
pub const FILE: &str = "sw.js";

/// The version of a site: of its worker and of all that it keeps. The pages are digested before they hold it.
pub fn version(dist: &Path) -> Result<String, Error> {
    let manifest = manifest(dist)?;
    Ok(digest::short(format!("{SOURCE}{}", serde_json::Value::from(manifest)).as_bytes()))
}

/// Writes the worker for the final files below `dist`.
pub fn write(dist: &Path, version: &str) -> Result<(), Error> {
    let manifest = format!("{:#}", serde_json::Value::from(manifest(dist)?));
    files::write(&dist.join(FILE), format!("const VERSION = \"{version}\";\nconst FILES = {manifest};\n\n{SOURCE}"))
}

/// The address and the digest of every file; a page by the address of its directory, since servers redirect
/// `index.html` there.
fn manifest(dist: &Path) -> Result<Map<String, serde_json::Value>, Error> {
    let mut manifest = Map::new();
    for path in files::below(dist)? {
        let address = files::address(dist, &path);
        let address = match address.strip_suffix("index.html") {
            Some("") => "./".to_owned(),
            Some(dir) if dir.ends_with('/') => dir.to_owned(),
            _ => address,
        };
        if address != FILE {
            manifest.insert(address, digest::integrity(&files::read(&path)?).into());
        }
    }
    Ok(manifest)
}
