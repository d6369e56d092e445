//! Deep links: the fragments that name a place in an article, read and written. Knows texts, their folding
//! and the blocks of a body; knows neither the page nor what it does where a fragment finds nothing.
//!
//! `#event-<id>`, `#quote-<id>`, `#p<n>`, and `#text=[prefix-,]start[,end][,-suffix]` in the grammar of the
//! WICG text fragment directive (<https://wicg.github.io/scroll-to-text-fragment/>).

mod describe;
mod directive;
mod percent;
mod quoted;

pub use directive::TextDirective;

use percent::{decode, encode};

/// A place in an article, as an address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An event, by id.
    Event(String),
    /// A quotation, by id.
    Quote(String),
    /// A paragraph or block quotation, by its number from 1.
    Paragraph(usize),
    /// A passage, by its words.
    Text(TextDirective),
    /// Something else, percent-decoded where that can be done: the name of an element of the page, or a dead
    /// link.
    Unknown(String),
}

/// The mark behind which browsers keep the directives that they read themselves; one that does not know them
/// leaves it in the address.
const DIRECTIVE_MARK: &str = ":~:";

/// Reads a fragment, with or without `#`; nothing where it is empty. A fragment that names no place, or is
/// not percent-encoded UTF-8, is [`Place::Unknown`].
pub fn parse(fragment: &str) -> Option<Place> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (own, browsers) = fragment.split_once(DIRECTIVE_MARK).unwrap_or((fragment, ""));
    let fragment = if own.is_empty() { browsers } else { own };
    if fragment.is_empty() {
        return None;
    }
    Some(known(fragment).unwrap_or_else(|| Place::Unknown(decode(fragment).unwrap_or_else(|| fragment.to_owned()))))
}

fn known(fragment: &str) -> Option<Place> {
    if fragment.starts_with(TEXT) {
        let directive = fragment.split('&').find_map(|part| part.strip_prefix(TEXT))?;
        return TextDirective::parse(directive).map(Place::Text);
    }
    let name = decode(fragment)?;
    let after = |mark| name.strip_prefix(mark).filter(|id: &&str| !id.is_empty()).map(str::to_owned);
    if let Some(id) = after("event-") {
        return Some(Place::Event(id));
    }
    if let Some(id) = after("quote-") {
        return Some(Place::Quote(id));
    }
    let number = name.strip_prefix('p')?;
    let plain = number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0');
    number.parse().ok().filter(|_| plain).map(Place::Paragraph)
}

const TEXT: &str = "text=";

/// Writes a fragment, without `#`. [`parse`] reads it back as the same place, if it was known.
pub fn write(place: &Place) -> String {
    match place {
        Place::Event(id) => ["event-", &encode(id)].concat(),
        Place::Quote(id) => ["quote-", &encode(id)].concat(),
        Place::Paragraph(number) => ["p", &number.to_string()].concat(),
        Place::Text(directive) => [TEXT, &directive.write()].concat(),
        Place::Unknown(name) => encode(name),
    }
}
