//! Describing a passage, while it is there.

use super::candidate;
use super::letters::slice;
use super::locate::bound;
use super::needle::Needle;
use super::{Haystack, Rival, Selectors};
use crate::text::{Byte, Lang, Offsets, Span, paragraphs, sentences};
use std::ops::Range;

/// Folded letters of context on either side: seven or eight words, so that one that changes leaves enough.
const CONTEXT: usize = 48;

/// Where a passage has a twin with the same neighbours, the context grows up to this: a paragraph.
const CONTEXT_MOST: usize = 192;

impl Haystack<'_> {
    /// Describes a passage, without the white space at its ends; nothing where no letter is left. Takes a few times
    /// as long as locating one does: it looks for the passage's look-alikes while the passage itself can be set aside.
    pub fn describe(&self, span: Span<Byte>) -> Option<Selectors> {
        let source = self.source();
        let words = span.of(source);
        let start = span.start.0 + (words.len() - words.trim_start().len());
        let span = Span::bytes(start..start + words.trim().len());
        let folded = self.folded.span_of_source(span);
        let range = self.letters.at_byte(folded.start.0)..self.letters.at_byte(folded.end.0);
        let deletions = self.deletions(span, &range);
        let mut selectors = Selectors {
            exact: span.of(source).to_owned(),
            position: Some(Offsets::new(source).code_points(span)),
            ..Selectors::default()
        };
        let mut context = CONTEXT;
        loop {
            let from = self.span(&(range.start.saturating_sub(context)..range.start)).start.0.min(span.start.0);
            let last = (range.end + context).min(self.letters.all().len());
            let to = self.span(&(range.end..last)).end.0.max(span.end.0);
            source.get(from..span.start.0)?.clone_into(&mut selectors.prefix);
            source.get(span.end.0..to)?.clone_into(&mut selectors.suffix);
            let rival = self.rival(&selectors, &deletions)?;
            selectors.rival = Some(rival);
            if rival.whole > 0 || context >= CONTEXT_MOST {
                return Some(selectors);
            }
            context *= 2;
        }
    }

    /// What an editor would delete with the passage: itself, the sentences it stands in, and the paragraphs.
    fn deletions(&self, span: Span<Byte>, passage: &Range<usize>) -> Vec<Range<usize>> {
        let source = self.source();
        let mut out = vec![passage.clone()];
        let paragraphs = around(paragraphs(source), span);
        let text = paragraphs.of(source);
        let inside = Span::bytes(span.start.0 - paragraphs.start.0..span.end.0 - paragraphs.start.0);
        let within = around(sentences(text, Lang::guess(text)), inside);
        let sentences = Span::bytes(paragraphs.start.0 + within.start.0..paragraphs.start.0 + within.end.0);
        for whole in [sentences, paragraphs] {
            let folded = self.folded.span_of_source(whole);
            let letters = self.letters.at_byte(folded.start.0)..self.letters.at_byte(folded.end.0);
            if !out.contains(&letters) {
                out.push(letters);
            }
        }
        out
    }

    /// The nearest look-alike in what would be left of the text without one of `deletions`.
    fn rival(&self, selectors: &Selectors, deletions: &[Range<usize>]) -> Option<Rival> {
        let needle = Needle::new(selectors)?;
        let text = self.letters.all();
        let beyond = bound(needle.len()) + 1;
        let mut rival = Rival { words: beyond, whole: beyond + needle.prefix.len() + needle.suffix_back.len() };
        for deleted in deletions {
            let mut left = slice(text, 0..deleted.start).to_vec();
            let rest = slice(text, deleted.end..text.len());
            let doubled = left.last().is_none_or(|c| *c == ' ') && rest.first() == Some(&' ');
            left.extend_from_slice(slice(rest, usize::from(doubled)..rest.len()));
            let changed = candidate::changed(&left, &needle).into_iter().chain(candidate::reworded(&left, &needle));
            for other in candidate::same(&left, &needle).into_iter().chain(changed) {
                rival.words = rival.words.min(other.words);
                rival.whole = rival.whole.min(other.whole());
            }
        }
        Some(rival)
    }
}

/// The parts that `span` touches, from the first to the last; the span itself where it touches none.
fn around(parts: Vec<Span<Byte>>, span: Span<Byte>) -> Span<Byte> {
    let touched = parts.into_iter().filter(|part| part.overlaps(&span));
    touched.fold(span, |all, part| Span::new(all.start.min(part.start), all.end.max(part.end)))
}
