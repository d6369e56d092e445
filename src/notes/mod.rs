//! Highlights and notes: the record, its history, merging, and the ways out and in. Knows texts and selectors;
//! knows neither the page nor where records are kept. The clock is an argument, and ids come from it.
//!
//! A [`Record`] is a set of versions that nobody has replaced yet, and of each writer the last version that is
//! known here, as in a multi-value register with version vectors. So merging two notebooks in any order,
//! any number of times, gives the same, a deletion stays one, and of two versions written apart neither is lost:
//! the later is shown, the other kept as a copy beside it.

mod clock;
mod export;
mod history;
mod import;
mod instant;
mod json;
mod layers;
mod listing;
mod notebook;
mod pieces;
mod quoted;
mod read;
mod record;
mod unsaved;

pub use clock::{Clock, Stamp};
pub use export::{About, to_csv, to_html, to_json_ld, to_markdown};
pub use history::{History, STEPS};
pub use import::{Coming, Entry, NotAnnotations, Plan, is_address_of, plan};
pub use instant::{from_iso, to_iso};
pub use json::{from_json, to_json};
pub use layers::{Layer, layers};
pub use listing::{Filter, tags_from, tags_of};
pub use notebook::Notebook;
pub use pieces::{NotePiece, note_pieces};
pub use quoted::Quoted;
pub use record::{Colour, Content, Passage, Record};
pub use unsaved::Unsaved;
