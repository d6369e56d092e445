//! Writing a text directive: the shortest that finds the passage again.

use super::directive::TextDirective;
use crate::article::Block;
use crate::text::{BLOCK_BREAK, Byte, Folded, Span, fold};

/// Up to so many letters a passage is named whole: about a line and a half. Percent-encoded Arabic takes six
/// bytes a letter, so this keeps an address below the 1,000 that messengers pass on whole.
const WHOLE_LETTERS: usize = 120;

/// The words of a long passage that are named at either end, at first.
const EDGE_WORDS: usize = 3;

/// The words of context tried on either side. Passages alike in so many more words are alike for a reader too.
const CONTEXT_WORDS: usize = 12;

impl TextDirective {
    /// The shortest directive that finds `span` of `body` and nothing else: the passage itself where it is short, its first
    /// and last words where it is long, with as many words around it as set it apart. White space at the ends
    /// of the span is left out. Nothing where the span has no letters in the blocks, or no directive tells
    /// it from its likes.
    pub fn describe(body: &str, blocks: &[Block], span: Span<Byte>) -> Option<Self> {
        Self::describe_in(&Folded::of_blocks(body, blocks.iter().map(|block| block.span)), span)
    }

    /// The same in a body that has been folded already, by [`Folded::of_blocks`].
    pub fn describe_in(body: &Folded, span: Span<Byte>) -> Option<Self> {
        let inside = trimmed(body.text(), body.span_of_source(span));
        if inside.is_empty() {
            return None;
        }
        let target = body.span_in_source(inside);
        let finds = |directive: &Self| directive.find_only(body) == Some(target);
        (0..=CONTEXT_WORDS).find_map(|words| candidates(body, inside, words).into_iter().find(finds))
    }
}

/// The directives with `words` words of context, the shortest first.
fn candidates(body: &Folded, inside: Span<Byte>, words: usize) -> Vec<TextDirective> {
    let bare = bare(body, inside, words);
    if words == 0 {
        return vec![bare];
    }
    let before = body.text().get(..inside.start.0).unwrap_or_default();
    let after = body.text().get(inside.end.0..).unwrap_or_default();
    let prefix_start = inside.start.0 - last_words(before, words).len() - blank_at_end(before);
    let suffix_start = inside.end.0 + (after.len() - after.trim_start().len());
    let suffix_end = suffix_start + first_words(after.trim_start(), words).len();
    let prefix = term(body, Span::bytes(prefix_start..inside.start.0 - blank_at_end(before)));
    let suffix = term(body, Span::bytes(suffix_start..suffix_end));
    let with = |prefix: &Option<String>, suffix: &Option<String>| TextDirective {
        prefix: prefix.clone(),
        suffix: suffix.clone(),
        ..bare.clone()
    };
    vec![with(&prefix, &None), with(&None, &suffix), with(&prefix, &suffix)]
}

/// The directive without context. The edges of a long passage grow with the context, for where its likes begin
/// and end in the same words.
fn bare(body: &Folded, inside: Span<Byte>, words: usize) -> TextDirective {
    let text = inside.of(body.text());
    let whole = || TextDirective { start: term(body, inside).unwrap_or_default(), ..TextDirective::default() };
    if !text.contains(BLOCK_BREAK) && text.chars().count() <= WHOLE_LETTERS {
        return whole();
    }
    let start = first_words(text, EDGE_WORDS + words);
    let end = last_words(text, EDGE_WORDS + words);
    if start.len() + end.len() >= text.len() && !text.contains(BLOCK_BREAK) {
        return whole();
    }
    TextDirective {
        start: term(body, Span::bytes(inside.start.0..inside.start.0 + start.len())).unwrap_or_default(),
        end: term(body, Span::bytes(inside.end.0 - end.len()..inside.end.0)),
        ..TextDirective::default()
    }
}

/// The words of the source at a folded span, with single spaces and without invisible controls; nothing
/// where it has none.
fn term(body: &Folded, span: Span<Byte>) -> Option<String> {
    let words = body.span_in_source(span).of(body.source());
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| !is_control(*c)));
    }
    (!fold(&out).is_empty()).then_some(out)
}

/// The invisible controls that an address need not carry. Joiners stay: they are part of Persian spelling.
fn is_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The first `count` words of `text`, up to the end of their block.
fn first_words(text: &str, count: usize) -> &str {
    let block = text.split(BLOCK_BREAK).next().unwrap_or_default();
    let end = block.match_indices(' ').nth(count.saturating_sub(1)).map_or(block.len(), |(at, _)| at);
    block.get(..end).unwrap_or_default()
}

/// The last `count` words of `text`, not counting white space after them, from the start of their block.
fn last_words(text: &str, count: usize) -> &str {
    let block = text.trim_end().rsplit(BLOCK_BREAK).next().unwrap_or_default();
    let start = block.rmatch_indices(' ').nth(count.saturating_sub(1)).map_or(0, |(at, _)| at + 1);
    block.get(start..).unwrap_or_default()
}

fn blank_at_end(text: &str) -> usize {
    text.len() - text.trim_end().len()
}

fn trimmed(text: &str, span: Span<Byte>) -> Span<Byte> {
    let words = span.of(text);
    let start = span.start.0 + (words.len() - words.trim_start().len());
    Span::bytes(start..(start + words.trim().len()))
}
