//! Writing a text directive where the text itself is not at hand: from a passage's words and those around it.

use super::directive::TextDirective;
use crate::text::{fold, is_word_boundary};

/// The words of a long passage that are named at its beginning, where its likes may begin before it, and at its end. In
/// Arabic, with the neighbours, they take an address of 800 bytes.
const FIRST_WORDS: usize = 8;
const LAST_WORDS: usize = 4;

/// What divides the blocks of a body.
const BREAK: &str = "\n\n";

impl TextDirective {
    /// The directive of the passage `exact`, which stands between `prefix` and `suffix` in the body of an article, as
    /// selectors quote it. A passage that begins or ends within a word is widened to the whole. `twin` tells, where the
    /// body has the same words elsewhere, in how many folded letters the neighbours there differ from these. Nothing
    /// where the passage has no letters, or where the neighbours that a directive can name, which are those of one
    /// block, do not tell it from its twin.
    pub fn of_quoted(prefix: &str, exact: &str, suffix: &str, twin: Option<usize>) -> Option<Self> {
        let text = [prefix, exact, suffix].concat();
        let (start, end) = whole_words(&text, prefix.len(), prefix.len() + exact.len());
        let mut out = bare(text.get(start..end)?)?;
        // At the outer ends of what is quoted a word may have been cut.
        let before = text.get(..start)?.trim_end();
        let nearest = unmarked(before.rsplit(BREAK).next().unwrap_or_default());
        let cut = before.ends_with(nearest) && before.len() == nearest.len();
        out.prefix = joined(nearest.split_whitespace().skip(usize::from(cut)));
        let after = text.get(end..)?.trim_start();
        let nearest = unmarked(after.split(BREAK).next().unwrap_or_default());
        let cut = after.len() == nearest.len();
        let count = nearest.split_whitespace().count();
        out.suffix = joined(nearest.split_whitespace().take(count - usize::from(cut && count > 0)));
        let letters = |text: &str| fold(text).chars().count();
        let named = [&out.prefix, &out.suffix].into_iter().flatten().map(|term| letters(term)).sum::<usize>();
        let unnamed = (letters(prefix) + letters(suffix)).saturating_sub(named);
        twin.is_none_or(|differs| differs > unnamed).then_some(out)
    }
}

/// A stretch of a text without the white space at its ends, from the start of a word to the end of one.
fn whole_words(text: &str, start: usize, end: usize) -> (usize, usize) {
    let words = text.get(start..end).unwrap_or_default();
    let start = start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    let before = text.get(..start).unwrap_or_default().char_indices().rev().map(|(at, _)| at);
    let after = text.get(end..).unwrap_or_default().char_indices().map(|(at, c)| end + at + c.len_utf8());
    let edge = |at: &usize| is_word_boundary(text, *at);
    let start = std::iter::once(start).chain(before).find(edge).unwrap_or(start);
    (start, std::iter::once(end).chain(after).find(edge).unwrap_or(end))
}

/// The directive of some words alone: of a long passage, or one that is more than a block, the first and the last.
fn bare(words: &str) -> Option<TextDirective> {
    let blocks: Vec<Vec<&str>> = words.split(BREAK).map(|block| unmarked(block).split_whitespace().collect()).collect();
    let (first, last) = (blocks.first()?, blocks.last()?);
    let mut out = TextDirective::default();
    if blocks.len() == 1 && first.len() <= FIRST_WORDS {
        out.start = joined(first.iter().copied())?;
    } else {
        let apart = if blocks.len() == 1 { LAST_WORDS } else { 0 };
        out.start = joined(first.iter().copied().take(FIRST_WORDS.min(first.len().saturating_sub(apart))))?;
        out.end = Some(joined(last.iter().copied().skip(last.len().saturating_sub(LAST_WORDS)))?);
    }
    Some(out)
}

/// A block without the mark of a heading or a block quotation.
fn unmarked(block: &str) -> &str {
    let block = block.trim();
    // What stands before the first word of a heading is its mark alone.
    if matches!(block, "##" | ">") {
        return "";
    }
    block.strip_prefix("## ").or(block.strip_prefix("> ")).unwrap_or(block)
}

/// A term of these words; nothing where they have no letters.
fn joined<'w>(words: impl Iterator<Item = &'w str>) -> Option<String> {
    let term = words.collect::<Vec<_>>().join(" ");
    (!fold(&term).is_empty()).then_some(term)
}
