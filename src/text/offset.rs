//! Offsets and spans. A byte, a code point and a UTF-16 unit are different types: an offset of one kind
//! becomes another only through [`Offsets`], which knows the text that it is an offset into.

use std::ops::Range;

/// Bytes of UTF-8 from the start of a text. What Rust strings are cut at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Byte(pub usize);

/// Unicode code points from the start of a text. What the analysis writes out, and W3C selectors count in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePoint(pub usize);

/// UTF-16 code units from the start of a text. What the DOM counts in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16(pub usize);

/// A half-open stretch of a text, in offsets of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span<O> {
    /// The first offset inside.
    pub start: O,
    /// The first offset after.
    pub end: O,
}

impl<O: Copy + Ord> Span<O> {
    /// The span from `start` to `end`; an end before the start gives the empty span at `start`.
    pub fn new(start: O, end: O) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Whether nothing is inside.
    pub fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// Whether `offset` is inside.
    pub fn contains(&self, offset: O) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` is inside.
    pub fn covers(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one offset.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }
}

impl Span<Byte> {
    /// The span of a byte range.
    pub fn bytes(range: Range<usize>) -> Self {
        Self::new(Byte(range.start), Byte(range.end))
    }

    /// The span as a byte range.
    pub fn range(&self) -> Range<usize> {
        self.start.0..self.end.0
    }

    /// How many bytes are inside.
    pub fn len(&self) -> usize {
        self.end.0.saturating_sub(self.start.0)
    }

    /// The words of `text` inside the span; empty where the span lies outside the text or cuts a character.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range()).unwrap_or_default()
    }
}

/// Converts offsets into one text, of which it keeps a copy. Built in one pass; a conversion looks at no more than
/// [`STRIDE`] characters.
#[derive(Clone, Debug)]
pub struct Offsets {
    text: String,
    /// Every `STRIDE` characters: (bytes, code points, UTF-16 units) so far.
    marks: Vec<(usize, usize, usize)>,
}

/// Characters between two marks: small enough to scan in nanoseconds, large enough to cost no memory.
const STRIDE: usize = 64;

impl Offsets {
    /// Measures `text`.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let mut marks = vec![(0, 0, 0)];
        let mut units = 0;
        for (points, (bytes, c)) in text.char_indices().enumerate() {
            if points % STRIDE == 0 && points > 0 {
                marks.push((bytes, points, units));
            }
            units += c.len_utf16();
        }
        Self { text, marks }
    }

    /// The three offsets of the last character boundary whose `key` is at most `target`.
    fn walk(&self, key: impl Fn(&(usize, usize, usize)) -> usize, target: usize) -> (usize, usize, usize) {
        let at = self.marks.partition_point(|mark| key(mark) <= target).saturating_sub(1);
        let mut here = self.marks.get(at).copied().unwrap_or_default();
        for c in self.text.get(here.0..).unwrap_or_default().chars() {
            let next = (here.0 + c.len_utf8(), here.1 + 1, here.2 + c.len_utf16());
            if key(&next) > target {
                break;
            }
            here = next;
        }
        here
    }

    /// Bytes to code points; inside a character, its start; past the end, the end.
    pub fn code_point(&self, byte: Byte) -> CodePoint {
        CodePoint(self.walk(|mark| mark.0, byte.0).1)
    }

    /// Bytes to UTF-16 units; inside a character, its start; past the end, the end.
    pub fn utf16(&self, byte: Byte) -> Utf16 {
        Utf16(self.walk(|mark| mark.0, byte.0).2)
    }

    /// UTF-16 units to bytes; inside a surrogate pair, its start; past the end, the end.
    pub fn byte_of_utf16(&self, units: Utf16) -> Byte {
        Byte(self.walk(|mark| mark.2, units.0).0)
    }

    /// Code points to bytes; past the end, the end.
    pub fn byte_of_code_point(&self, point: CodePoint) -> Byte {
        Byte(self.walk(|mark| mark.1, point.0).0)
    }

    /// A span of bytes as code points.
    pub fn code_points(&self, span: Span<Byte>) -> Span<CodePoint> {
        Span::new(self.code_point(span.start), self.code_point(span.end))
    }

    /// A span of bytes as UTF-16 units.
    pub fn utf16_span(&self, span: Span<Byte>) -> Span<Utf16> {
        Span::new(self.utf16(span.start), self.utf16(span.end))
    }
}

/// Every place in `text` where `words` stand, overlapping ones too, in order. Nothing for empty `words`. Takes
/// time in proportion to the text, whatever the words.
pub fn find_all<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Span<Byte>> + 'a {
    let mut last: Option<usize> = None;
    let mut period = None;
    std::iter::from_fn(move || {
        if words.is_empty() {
            return None;
        }
        let start = match last {
            None => text.find(words)?,
            Some(last) => {
                let period = *period.get_or_insert_with(|| period_of(words.as_bytes()));
                let again = text.as_bytes().get(last + words.len()..last + words.len() + period);
                if again.is_some() && again == words.as_bytes().get(words.len() - period..) {
                    last + period
                } else {
                    let from = last + words.chars().next().map_or(1, char::len_utf8);
                    from + text.get(from..)?.find(words)?
                }
            }
        };
        last = Some(start);
        Some(Span::bytes(start..start + words.len()))
    })
}

/// The least distance at which some words can stand twice and overlap: their length where they cannot. Two places
/// closer than half the length are a multiple of it apart (Fine and Wilf), so that a search that tries it first
/// never reads the same text often. Knuth, Morris and Pratt's table of borders.
fn period_of(words: &[u8]) -> usize {
    let mut borders: Vec<usize> = Vec::with_capacity(words.len());
    let mut border = 0;
    for (n, byte) in words.iter().enumerate() {
        while n > 0 && border > 0 && words.get(border) != Some(byte) {
            border = borders.get(border - 1).copied().unwrap_or(0);
        }
        border = if n > 0 && words.get(border) == Some(byte) { border + 1 } else { 0 };
        borders.push(border);
    }
    words.len() - border
}
