//! Reading and writing files, with errors that name them.

use super::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|why| Error::at(path, why))
}

/// The text of a file.
pub fn read_text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|why| Error::at(path, why))
}

/// Writes a file, and the directories that it stands in.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Error> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|why| Error::at(parent, why))?;
    }
    fs::write(path, bytes).map_err(|why| Error::at(path, why))
}

/// Gives a file another name.
pub fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to).map_err(|why| Error::at(from, why))
}

/// Removes a file.
pub fn remove(path: &Path) -> Result<(), Error> {
    fs::remove_file(path).map_err(|why| Error::at(path, why))
}

/// Makes a directory that is empty.
pub fn clear(dir: &Path) -> Result<(), Error> {
    if dir.exists() {
        fs::remove_dir_all(dir).map_err(|why| Error::at(dir, why))?;
    }
    fs::create_dir_all(dir).map_err(|why| Error::at(dir, why))
}

/// Every file below a directory, in the order of their paths, so that two builds of the same files are alike.
pub fn below(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).map_err(|why| Error::at(dir, why))? {
        let path = entry.map_err(|why| Error::at(dir, why))?.path();
        if path.is_dir() {
            found.extend(below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The address of a file relative to the root of the site, with `/` between its parts.
pub fn address(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Whether a file's name ends in `.` and one of `extensions`.
pub fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().and_then(|extension| extension.to_str()).is_some_and(|own| extensions.contains(&own))
}
