//! The article's text in the page: places in the one as places in the other. Text nodes are read, never
//! split or wrapped.

use crate::article::Article;
use crate::text::{Byte, Offsets, Span, Utf16};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Text};

pub use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    /// A range as it is made here. The library's own calls are guarded against errors, which takes most of the time of a
    /// thousand ranges; a place inside a node has none.
    #[wasm_bindgen(js_name = Range)]
    type PlainRange;

    #[wasm_bindgen(constructor, js_class = "Range")]
    fn new() -> PlainRange;

    #[wasm_bindgen(method, js_name = setStart)]
    fn set_start(this: &PlainRange, node: &Text, offset: u32);

    #[wasm_bindgen(method, js_name = setEnd)]
    fn set_end(this: &PlainRange, node: &Text, offset: u32);
}

/// The text of an article as it stands in the page.
pub struct DomText {
    blocks: Vec<BlockText>,
}

/// A block, with its text nodes in order.
struct BlockText {
    /// Its place in the body.
    span: Span<Byte>,
    /// Its words.
    offsets: Offsets,
    element: Element,
    texts: Vec<TextNode>,
}

struct TextNode {
    node: Text,
    /// Where it begins in the block.
    start: Utf16,
    end: Utf16,
}

impl DomText {
    /// Takes over the text below `root`; nothing where it is not that of the article, block by block.
    pub fn take(root: &Element, article: &Article) -> Option<Self> {
        let found = root.query_selector_all("[data-block]").ok()?;
        if usize::try_from(found.length()).ok()? != article.blocks.len() {
            return None;
        }
        let mut blocks = Vec::with_capacity(article.blocks.len());
        for (block, n) in article.blocks.iter().zip(0..) {
            let element: Element = found.item(n)?.dyn_into().ok()?;
            let words = element.text_content()?;
            if words != block.span.of(&article.body) {
                return None;
            }
            let mut texts = Vec::new();
            gather(&element, &mut texts);
            blocks.push(BlockText { span: block.span, offsets: Offsets::new(words), element, texts });
        }
        Some(Self { blocks })
    }

    /// The range of the page that shows `span`; nothing where no word of it is shown.
    pub fn range(&self, span: Span<Byte>) -> Option<Range> {
        self.ranges(&[span]).pop()
    }

    /// The ranges of the page that show `spans`, without those of which no word is shown.
    pub fn ranges(&self, spans: &[Span<Byte>]) -> Vec<Range> {
        // Each block of a thousand spans is looked at once.
        let mut whole = (0..0, true);
        let shown = spans.iter().filter_map(|span| {
            let first = self.blocks.partition_point(|block| block.span.end <= span.start);
            let behind = self.blocks.partition_point(|block| block.span.start < span.end);
            let shown = self.blocks.get(first..behind)?;
            if whole.0 != (first..behind) {
                whole = (first..behind, shown.iter().all(BlockText::is_whole));
            }
            let (first, last) = (shown.first()?, shown.last().filter(|_| whole.1)?);
            let (start, start_offset) = first.point(span.start.max(first.span.start), false)?;
            let (end, end_offset) = last.point(span.end.min(last.span.end), true)?;
            let range = PlainRange::new();
            range.set_start(start, start_offset);
            range.set_end(end, end_offset);
            Some(range.unchecked_into())
        });
        shown.collect()
    }

    /// The place in the article of a place in the page.
    pub fn byte_at(&self, node: &Node, offset: u32) -> Option<Byte> {
        let block = self.blocks.iter().find(|block| block.element.contains(Some(node)))?;
        let text = block.texts.iter().find(|text| text.node.is_same_node(Some(node)))?;
        let units = Utf16(text.start.0 + usize::try_from(offset).ok()?);
        Some(block.in_body(units))
    }

    /// The words of the article in a range of the page, whose ends may lie anywhere; nothing where it holds none.
    pub fn span_of(&self, range: &Range) -> Option<Span<Byte>> {
        let (from, to) = (range.start_container().ok()?, range.end_container().ok()?);
        let held = |node: &Text| range.intersects_node(node).unwrap_or(false);
        let mut found: Option<Span<Byte>> = None;
        for block in &self.blocks {
            for text in block.texts.iter().filter(|text| held(&text.node)) {
                let end = |node: &Node, offset: Option<u32>, otherwise: Utf16| {
                    let own = offset.filter(|_| text.node.is_same_node(Some(node)));
                    own.and_then(|own| usize::try_from(own).ok()).map_or(otherwise, |own| Utf16(text.start.0 + own))
                };
                let start = end(&from, range.start_offset().ok(), text.start);
                let stop = end(&to, range.end_offset().ok(), text.end);
                let span = Span::new(block.in_body(start), block.in_body(stop));
                if !span.is_empty() {
                    found = Some(found.map_or(span, |found| Span::new(found.start, span.end)));
                }
            }
        }
        found
    }

    /// The elements of the blocks, in order.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.blocks.iter().map(|block| &block.element)
    }

    /// The element of a block.
    pub fn element(&self, block: usize) -> Option<&Element> {
        self.blocks.get(block).map(|block| &block.element)
    }
}

impl BlockText {
    /// Whether its text nodes are as long as they were; something else in the browser may have shortened one.
    fn is_whole(&self) -> bool {
        self.texts
            .iter()
            .all(|text| usize::try_from(text.node.length()).is_ok_and(|own| text.end.0 - text.start.0 <= own))
    }

    /// The text node and the offset in it of a place in the body; at the border of two nodes the earlier where the
    /// place ends something.
    fn point(&self, at: Byte, ends: bool) -> Option<(&Text, u32)> {
        let at = self.offsets.utf16(Byte(at.0.saturating_sub(self.span.start.0)));
        let holds = |text: &&TextNode| if ends { at <= text.end } else { at < text.end };
        let text = self.texts.iter().find(holds).or(self.texts.last())?;
        let offset = at.0.min(text.end.0).saturating_sub(text.start.0);
        Some((&text.node, u32::try_from(offset).ok()?))
    }

    /// The place in the body of a place in the block.
    fn in_body(&self, units: Utf16) -> Byte {
        Byte(self.span.start.0 + self.offsets.byte_of_utf16(units).0)
    }
}

fn gather(element: &Node, texts: &mut Vec<TextNode>) {
    let children = element.child_nodes();
    for child in (0..children.length()).filter_map(|n| children.item(n)) {
        match child.dyn_into::<Text>() {
            Ok(node) => {
                let start = texts.last().map_or(Utf16(0), |text| text.end);
                let length = usize::try_from(node.length()).unwrap_or(0);
                texts.push(TextNode { node, start, end: Utf16(start.0 + length) });
            }
            Err(child) => gather(&child, texts),
        }
    }
}
