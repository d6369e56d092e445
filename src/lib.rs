//! Siyaq (سياق, "context"): a reader for news that wants checking. It turns an article into a page that shows
//! what is said to have happened when, and who said what. One crate, three programs: `app` in the browser; the
//! tool `siyaq`, which checks articles and builds their pages ahead from the same components; and `analyst`, which
//! finds in a worker of the page what an article lacks. Only the last two hold the analysis. The app comes in parts: what
//! not every reader needs, the notes and what is made anew, loads when it is wanted.
//!
//! The map. A room may name the rooms that stand before it in its line, and itself.
//!
//! - [`text`] spans, offsets, folding, languages, direction. Names nothing.
//! - [`date`] days, EDTF, how a date is read out. Names text.
//! - [`article`] the format: model, reading, problems with their places. Names text, date.
//! - [`analysis`] text → findings: dates, quotations, people, events; lexicons as data. Names text, date.
//! - [`annotate`] what an article lacks, found in its text, and why. Names text, date, article, analysis.
//! - [`timeline`] dated entries → rows, scale, marks, ticks. Names text, date.
//! - [`link`] deep links, read and written. Names text, article.
//! - [`anchor`] a passage described, and found again in a text that has changed. Names text.
//! - [`notes`] highlights and notes: record, history, merge, export, import. Names text, date, anchor.
//! - [`cite`] a quotation with who, where, when and the link back. Names text, date, article.
//! - [`browser`] the only room that names `web_sys`: DOM text and ranges, painting, scrolling, addresses,
//!   the clipboard, offline, the analyst's worker, storage, tabs, files. Names text, article, timeline.
//! - [`ui`] components, one a file, no algorithms. Names text, date, article, timeline, notes.
//! - [`reader`] the session on a page: joins what the browser has to what the components show. Names all of
//!   the above.
//! - [`site`] native only: pages, release manifest, service worker, budget. Names text, date, article,
//!   annotate, ui.
//!
//! What holds everywhere: the rooms up to `cite` are pure: they name neither leptos nor `web_sys`, take the
//! clock as an argument, and cannot panic. The article's text is never altered: what is found in it, chosen or
//! marked is painted over it. A claim stays with the one who made it. What is absent on purpose: a server, an
//! account, a router, anything that is sent anywhere. `tests/tidy.rs` holds what of this can be scanned for.

#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod analysis;
#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod anchor;
#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod annotate;
#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod article;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub mod browser;
#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod cite;
#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod date;
#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod link;
#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod notes;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub mod reader;
#[cfg(all(feature = "page", not(target_arch = "wasm32")))]
pub mod site;
#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod text;
#[deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
pub mod timeline;
#[cfg(feature = "page")]
pub mod ui;
