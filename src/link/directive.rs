//! The text directive: a passage named by its words and the words around it.

use super::percent::{decode, encode_keeping};
use crate::article::Block;
use crate::text::{Byte, Folded, Span, find_all, fold, is_word_boundary};

/// `[prefix-,]start[,end][,-suffix]`: the passage that is `start`, or runs from `start` to `end`, with `prefix`
/// right before it and `suffix` right after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextDirective {
    /// What stands before the passage.
    pub prefix: Option<String>,
    /// The passage, or its first words.
    pub start: String,
    /// Its last words, where `start` is only its first.
    pub end: Option<String>,
    /// What stands after the passage.
    pub suffix: Option<String>,
}

impl TextDirective {
    /// Reads what stands behind `text=`; nothing where it breaks the grammar.
    pub(super) fn parse(directive: &str) -> Option<Self> {
        let mut terms: Vec<&str> = directive.split(',').collect();
        let several = terms.len() > 1;
        let mut out = Self::default();
        if let Some(prefix) = terms.first().filter(|_| several).and_then(|term| term.strip_suffix('-')) {
            out.prefix = Some(term(prefix)?);
            terms.remove(0);
        }
        if let Some(suffix) = terms.last().filter(|_| several).and_then(|term| term.strip_prefix('-')) {
            out.suffix = Some(term(suffix)?);
            terms.pop();
        }
        match terms.as_slice() {
            [start] => out.start = term(start)?,
            [start, end] => (out.start, out.end) = (term(start)?, Some(term(end)?)),
            _ => return None,
        }
        Some(out)
    }

    /// The directive as it stands behind `text=`. What the grammar uses, commas, hyphens and ampersands, is
    /// percent-encoded inside a term.
    pub(super) fn write(&self) -> String {
        let encode = |term: &String| encode_keeping(term, b"_.~");
        let mut out = String::new();
        if let Some(prefix) = &self.prefix {
            out.push_str(&encode(prefix));
            out.push_str("-,");
        }
        out.push_str(&encode(&self.start));
        if let Some(end) = &self.end {
            out.push(',');
            out.push_str(&encode(end));
        }
        if let Some(suffix) = &self.suffix {
            out.push_str(",-");
            out.push_str(&encode(suffix));
        }
        out
    }

    /// The first passage of `body` that the directive names: one written just so before one that is the same
    /// only when folded. A term matches inside one block and on the boundaries of words, `start` and `end`
    /// may stand in different blocks, and where a prefix or a suffix is given it must be there.
    pub fn find(&self, body: &str, blocks: &[Block]) -> Option<Span<Byte>> {
        self.find_in(&Folded::of_blocks(body, blocks.iter().map(|block| block.span)))
    }

    /// The same in a body that has been folded already, by [`Folded::of_blocks`].
    pub fn find_in(&self, body: &Folded) -> Option<Span<Byte>> {
        let search = Search::new(self, body.text())?;
        let mut first = None;
        for found in search.passages() {
            let span = body.span_in_source(found);
            if span.of(body.source()).starts_with(&self.start) {
                return Some(span);
            }
            first = first.or(Some(span));
        }
        first
    }

    /// The passage that the directive names, where it names only one, however the words are written.
    pub(super) fn find_only(&self, body: &Folded) -> Option<Span<Byte>> {
        let search = Search::new(self, body.text())?;
        let mut passages = search.passages();
        let only = passages.next()?;
        passages.next().is_none().then(|| body.span_in_source(only))
    }
}

fn term(encoded: &str) -> Option<String> {
    decode(encoded).filter(|term| !term.trim().is_empty())
}

/// The folded terms of a directive and where in the folded text a passage may end.
struct Search<'t> {
    text: &'t str,
    prefix: String,
    start: String,
    suffix: String,
    /// Where `end` ends and the suffix follows, in order; nothing where the directive has no `end`.
    ends: Option<Vec<Span<Byte>>>,
}

impl<'t> Search<'t> {
    /// Nothing where no letter of `start` or `end` is left after folding.
    fn new(directive: &TextDirective, text: &'t str) -> Option<Self> {
        let folded = |term: &Option<String>| term.as_deref().map(fold).unwrap_or_default();
        let mut search = Self {
            text,
            prefix: folded(&directive.prefix),
            start: fold(&directive.start),
            suffix: folded(&directive.suffix),
            ends: None,
        };
        if let Some(end) = &directive.end {
            let end = fold(end);
            let bounded = |found: &Span<Byte>| is_word_boundary(text, found.start.0) && search.may_end(found.end.0);
            let ends: Vec<_> = find_all(text, &end).filter(bounded).collect();
            search.ends = Some(ends);
        }
        (!search.start.is_empty()).then_some(search)
    }

    /// Every passage, in order of its start.
    fn passages(&self) -> impl Iterator<Item = Span<Byte>> + '_ {
        let starts: Box<dyn Iterator<Item = usize> + '_> = if self.prefix.is_empty() {
            let bounded = |at: &usize| is_word_boundary(self.text, *at);
            Box::new(find_all(self.text, &self.start).map(|found| found.start.0).filter(bounded))
        } else {
            let bounded = |found: &Span<Byte>| is_word_boundary(self.text, found.start.0);
            Box::new(find_all(self.text, &self.prefix).filter(bounded).map(|found| self.skip_blank(found.end.0)))
        };
        starts.filter_map(|at| self.passage(at))
    }

    /// The passage that starts at `at`, where `start` stands there and all that should follow does.
    fn passage(&self, at: usize) -> Option<Span<Byte>> {
        let here = self.text.get(at..)?.starts_with(&self.start);
        let start_end = at + self.start.len();
        if !here {
            return None;
        }
        match &self.ends {
            None => self.may_end(start_end).then(|| Span::bytes(at..start_end)),
            Some(ends) => {
                let next = ends.partition_point(|end| end.start.0 < start_end);
                let end = ends.get(next).filter(|_| is_word_boundary(self.text, start_end))?;
                Some(Span::bytes(at..end.end.0))
            }
        }
    }

    /// Whether a passage may end at `at`: before the suffix, or, where there is none, at the end of a word.
    fn may_end(&self, at: usize) -> bool {
        if self.suffix.is_empty() {
            return is_word_boundary(self.text, at);
        }
        let after = self.skip_blank(at);
        let found = self.text.get(after..).is_some_and(|text| text.starts_with(&self.suffix));
        found && is_word_boundary(self.text, after + self.suffix.len())
    }

    fn skip_blank(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + (rest.len() - rest.trim_start().len())
    }
}
