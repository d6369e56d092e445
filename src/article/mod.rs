//! The article format: a schema.org `NewsArticle`, read from JSON and checked against its own text.
//! Knows text and dates; knows neither how an article is shown nor how one is analysed.

mod body;
mod json;
mod model;
mod problem;
mod raw;
mod read;
mod reading_time;
mod voices;

#[cfg(not(target_arch = "wasm32"))]
mod place;

pub use body::{Block, BlockKind, blocks};
pub use model::{Article, Asserter, Event, Evidence, Origin, Person, PersonIndex, Quote, QuoteKind};
pub use problem::{Problem, Wrong};
pub use raw::{NewsArticle, RawEvent, RawPerson, RawQuote};
pub use read::{MAX_BYTES, is_legal_id, read};
pub use voices::{SLOTS, Voice, VoiceCount, slot_of, voices};

#[cfg(not(target_arch = "wasm32"))]
pub use place::{Place, place_of};
