//! The blocks of an article's body.

use crate::text::{Byte, Span};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A paragraph, and its number from 1: the `n` of `#p<n>`.
    Paragraph(usize),
    /// A subheading.
    Heading,
    /// A block quotation, numbered with the paragraphs.
    Quotation(usize),
}

/// A block of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words in the body, without the mark that says what it is.
    pub span: Span<Byte>,
}

impl Block {
    /// The number that addresses call it by; headings have none.
    pub fn number(&self) -> Option<usize> {
        match self.kind {
            BlockKind::Paragraph(number) | BlockKind::Quotation(number) => Some(number),
            BlockKind::Heading => None,
        }
    }
}

/// Cuts a body at its blank lines. A line that holds only white space is blank; `\r\n` ends a line as `\n`
/// does. Blocks are trimmed, empty ones left out.
pub fn blocks(body: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut number = 0;
    let mut open: Option<Span<Byte>> = None;
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let words = line.trim();
        if words.is_empty() {
            push(body, open.take(), &mut number, &mut out);
        } else {
            let start = at + (line.len() - line.trim_start().len());
            let line = Span::bytes(start..start + words.len());
            open = Some(open.map_or(line, |block| Span::new(block.start, line.end)));
        }
        at += line.len();
    }
    push(body, open, &mut number, &mut out);
    out
}

fn push(body: &str, block: Option<Span<Byte>>, number: &mut usize, out: &mut Vec<Block>) {
    let Some(span) = block else { return };
    let words = span.of(body);
    let (kind, mark) = if words.starts_with("## ") {
        (BlockKind::Heading, "## ")
    } else {
        *number += 1;
        if words.starts_with("> ") {
            (BlockKind::Quotation(*number), "> ")
        } else {
            (BlockKind::Paragraph(*number), "")
        }
    };
    let inside = words.get(mark.len()..).unwrap_or_default();
    let start = span.end.0 - inside.trim_start().len();
    out.push(Block { kind, span: Span::bytes(start..span.end.0) });
}
