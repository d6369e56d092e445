//! The site: what is written ahead of the reader. Native only, and the one room that writes files.
//!
//! [`cut_app`] and [`build`] are the one step after Trunk. Its order matters, since each step names what the one before it made:
//! checking → style sheet and app, under the digests of their bytes → pages, with the policy that allows what
//! stands in them → digests of every final file → service worker with those digests → compressed copies.

mod build;
mod check;
mod compress;
mod cores;
mod cut;
mod digest;
mod error;
mod files;
mod imports;
mod library;
mod page;
mod policy;
mod schema;
mod shipped;
mod size;
mod squeeze;
mod style;
mod worker;

pub use build::{Built, Options, Profile, build};
pub use check::{Checked, Kind, Report, Told, check};
pub use cut::cut_app;
pub use error::Error;
pub use size::{BUDGET_BYTES, CEILING_BYTES, Load, Measured, measure};
