//! Why a site could not be built.

use std::fmt;
use std::path::Path;

/// What stopped the build, in words for whoever runs it.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    /// An error of our own.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }

    /// What the system said about a file.
    pub(super) fn at(path: &Path, why: impl fmt::Display) -> Self {
        Self(format!("{}: {why}", path.display()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
