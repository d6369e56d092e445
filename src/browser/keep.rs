//! Where in an article the reader was, kept from one page to the next of the same visit.

use super::window;

const KEY: &str = "siyaq-place";

/// A place in an article that its translations have too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The article's identifier.
    pub article: String,
    /// The block, from 0.
    pub block: usize,
    /// How much of the block has been read, in thousandths.
    pub permille: usize,
}

/// Keeps a place for the next page. A browser that keeps nothing is no worse than before.
pub fn keep(place: &Place) {
    let Some(Ok(Some(storage))) = window().map(|window| window.session_storage()) else { return };
    _ = storage.set_item(KEY, &format!("{} {} {}", place.article, place.block, place.permille));
}

/// The place that the page before has kept, once.
pub fn take() -> Option<Place> {
    let storage = window()?.session_storage().ok()??;
    let kept = storage.get_item(KEY).ok()??;
    _ = storage.remove_item(KEY);
    let mut parts = kept.split(' ');
    let article = parts.next()?.to_owned();
    Some(Place { article, block: parts.next()?.parse().ok()?, permille: parts.next()?.parse().ok()? })
}
