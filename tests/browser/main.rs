//! The browser tests: one set of journeys through the built site, in Chromium, Firefox and WebKit.
//!
//! | variable | meaning |
//! | --- | --- |
//! | `SIYAQ_ENGINES` | which engines, by name and comma; all three without it |
//! | `SIYAQ_ALL_ENGINES`, `CI` | an engine that is not installed is a failure |
//! | `SIYAQ_TEST` | only tests with this in their name |
//! | `SIYAQ_DIST` | the built site; `dist` without it |
//! | `SIYAQ_AXE` | axe-core's script; where `tools/setup` put it without it |
//! | `SIYAQ_SHOTS` | take pictures into this directory instead of testing |

mod console;
#[path = "../edits/mod.rs"]
mod edits;
mod engine;
mod journeys;
mod page;
mod process;
mod runner;
mod server;
mod shots;
mod site;
mod thousand;

use std::path::PathBuf;
use std::process::ExitCode;

/// Why a test failed, in words.
#[derive(Debug)]
pub struct Failure(pub String);

/// What a step of a journey comes to.
pub type Told<T = ()> = Result<T, Failure>;

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Where pictures of failures and the drivers' output go.
pub fn results() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/browser")
}

fn main() -> ExitCode {
    runner::run()
}
