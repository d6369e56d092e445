//! Which findings of an article the reader has put away: a preference, kept on this device. A browser that keeps
//! nothing shows them again on the next visit, and is no worse off.

use super::window;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

fn key(article: &str, tag: &str) -> String {
    ["siyaq-dismissed ", article, " ", tag].concat()
}

/// The ids that have been put away.
pub fn kept(article: &str, tag: &str) -> Vec<String> {
    let kept = storage().and_then(|storage| storage.get_item(&key(article, tag)).ok()?);
    kept.unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

/// Keeps them for the next visit.
pub fn keep(article: &str, tag: &str, ids: &[String]) {
    let Some(storage) = storage() else { return };
    _ = if ids.is_empty() {
        storage.remove_item(&key(article, tag))
    } else {
        storage.set_item(&key(article, tag), &ids.join(" "))
    };
}
