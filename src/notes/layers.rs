//! How highlights lie over each other: of several at one place the shortest is seen, as it is the one that opens.

use super::record::Colour;
use crate::text::{Byte, Span, sort_by_key};

/// A stretch of text in which one highlight is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Its colour.
    pub colour: Colour,
    /// Whether others lie under it.
    pub is_over: bool,
    /// The stretch.
    pub span: Span<Byte>,
}

/// Cuts highlights into stretches, in order and apart, in each of which the shortest is seen; of several as short the
/// first of `highlights`.
pub fn layers(highlights: &[(Colour, Span<Byte>)]) -> Vec<Layer> {
    let mut edges: Vec<(Byte, bool, usize)> = Vec::with_capacity(highlights.len() * 2);
    for (n, (_, span)) in highlights.iter().enumerate().filter(|(_, (_, span))| !span.is_empty()) {
        edges.push((span.start, true, n));
        edges.push((span.end, false, n));
    }
    sort_by_key(&mut edges, |(at, ..)| *at);
    let mut out: Vec<(usize, Layer)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut from = Byte(0);
    for (at, starts, n) in edges {
        let length = |n: &&usize| (highlights.get(**n).map_or(usize::MAX, |(_, span)| span.len()), **n);
        let seen = open.iter().min_by_key(length).and_then(|n| Some((*n, highlights.get(*n)?.0)));
        if let Some((seen, colour)) = seen.filter(|_| from < at) {
            let is_over = open.len() > 1;
            match out.last_mut() {
                // What begins or ends under it does not cut it.
                Some((last, layer)) if *last == seen && layer.is_over == is_over && layer.span.end == from => {
                    layer.span = Span::new(layer.span.start, at);
                }
                _ => out.push((seen, Layer { colour, is_over, span: Span::new(from, at) })),
            }
        }
        from = at;
        if starts { open.push(n) } else { open.retain(|other| *other != n) }
    }
    out.into_iter().map(|(_, layer)| layer).collect()
}
