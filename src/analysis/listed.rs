//! Short lists of words in code: one string, since comparing with each word of an array would be code for each.

/// Whether a word is one of those that single blanks part in `words`. Byte by byte: in lists this short, a search for the
/// blanks costs more than it saves.
pub(crate) fn is_listed(word: &str, words: &str) -> bool {
    !word.is_empty() && words.as_bytes().split(|byte| *byte == b' ').any(|one| one == word.as_bytes())
}
