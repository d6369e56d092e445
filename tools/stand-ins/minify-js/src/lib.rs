//! As much of `minify-js` as Trunk names. It leaves a script as it is.

use std::convert::Infallible;

/// What a script is.
pub enum TopLevelMode {
    /// A script of its own.
    Global,
    /// A module.
    Module,
}

/// What the real one keeps while it works.
pub struct Session;

impl Session {
    /// Nothing.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self
    }
}

/// The script, as it is.
pub fn minify(_: &Session, _: TopLevelMode, script: &[u8], out: &mut Vec<u8>) -> Result<(), Infallible> {
    out.extend_from_slice(script);
    Ok(())
}
