//! How far a selection reaches when it is made without a pointer: by sentences and by words.

use super::lang::Lang;
use super::sentences::sentences;
use super::{Byte, Span};

/// The sentences of a body's blocks, in order.
pub fn sentences_of(body: &str, blocks: impl IntoIterator<Item = Span<Byte>>, lang: Lang) -> Vec<Span<Byte>> {
    let mut out = Vec::new();
    for block in blocks {
        let inside = sentences(block.of(body), lang);
        let at = |byte: Byte| Byte(block.start.0 + byte.0);
        out.extend(inside.iter().map(|sentence| Span::new(at(sentence.start), at(sentence.end))));
    }
    out
}

/// The sentence that comes after `span` in reading, or before it; at the end the last, at the start the first. With
/// nothing selected, the sentence at `reading`.
pub fn step(sentences: &[Span<Byte>], span: Option<Span<Byte>>, reading: Byte, forwards: bool) -> Option<Span<Byte>> {
    let Some(span) = span else {
        let at = sentences.partition_point(|sentence| sentence.end <= reading);
        return sentences.get(at).or(sentences.last()).copied();
    };
    if forwards {
        let next = sentences.partition_point(|sentence| sentence.start < span.end);
        return sentences.get(next).or(sentences.last()).copied();
    }
    let before = sentences.partition_point(|sentence| sentence.start < span.start);
    before.checked_sub(1).and_then(|at| sentences.get(at)).or(sentences.first()).copied()
}

/// `span` with one more sentence behind it, or before it. A part of a sentence grows to the whole of it first.
pub fn widen_by_sentence(sentences: &[Span<Byte>], span: Span<Byte>, forwards: bool) -> Span<Byte> {
    if forwards {
        let next = sentences.iter().find(|sentence| sentence.end > span.end);
        return next.map_or(span, |next| Span::new(span.start, next.end));
    }
    let before = sentences.iter().rfind(|sentence| sentence.start < span.start);
    before.map_or(span, |before| Span::new(before.start, span.end))
}

/// `span` with one more word behind it, or before it.
pub fn widen_by_word(body: &str, span: Span<Byte>, forwards: bool) -> Span<Byte> {
    if forwards {
        let after = body.get(span.end.0..).unwrap_or_default();
        let blank = after.len() - after.trim_start().len();
        let word = after.trim_start().find(char::is_whitespace).unwrap_or(after.trim_start().len());
        return if word == 0 { span } else { Span::new(span.start, Byte(span.end.0 + blank + word)) };
    }
    let before = body.get(..span.start.0).unwrap_or_default().trim_end();
    let word = before.char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    if before.is_empty() { span } else { Span::new(Byte(word), span.end) }
}
