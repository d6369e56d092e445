//! Short lists of words in code: one string, since comparing with each word of an array would be code for each.

/// Whether a word is one of those that single blanks part in `words`. Byte by byte: in lists this short, a search for the
/// blanks, or a call for each word of the list, costs more than it saves.
pub(crate) fn is_listed(word: &str, words: &str) -> bool {
    /// A word of the list has shown to be another.
    const OTHER: usize = usize::MAX;
    let word = word.as_bytes();
    let mut same = 0;
    for byte in words.as_bytes() {
        if *byte != b' ' {
            same = if word.get(same) == Some(byte) { same + 1 } else { OTHER };
            continue;
        }
        if same == word.len() {
            break;
        }
        same = 0;
    }
    same == word.len() && same > 0
}

/// Whether a word has one of some endings. Their last bytes tell most apart.
pub(crate) fn ends_in(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| without(word, ending).is_some())
}

/// A word without an ending that it has.
pub(crate) fn without<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    if word.as_bytes().last() == ending.as_bytes().last() { word.strip_suffix(ending) } else { None }
}
