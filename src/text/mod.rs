//! Text as the other rooms share it: offsets that cannot be confused, spans, languages, direction,
//! folding, and the controls that Unicode hides in a line. Knows nothing of articles, dates or the page.

mod bidi;
mod controls;
mod fingerprint;
mod fold;
mod lang;
mod markup;
mod offset;
mod order;
mod reach;
mod sentences;

pub use bidi::{Direction, Piece, direction_apart, direction_of, main_direction, pieces};
pub use controls::{control_name, has_controls, is_bidi_override, isolated, without_controls};
pub use fingerprint::fingerprint;
pub use fold::{BLOCK_BREAK, Folded, fold, is_invisible, is_word_boundary};
pub use lang::Lang;
pub use markup::escaped;
pub use offset::{Byte, CodePoint, Offsets, Span, Utf16, find_all};
pub use order::{sort_by, sort_by_key};
pub use reach::{sentences_of, step, widen_by_sentence, widen_by_word};
pub use sentences::{ends_sentence, is_stop, paragraphs, sentences};
