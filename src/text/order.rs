//! Sorting. The library's own sort is compiled anew for each type that it sorts, at some six kilobytes of
//! wasm; this one sorts places, whatever stands in them, and is compiled once.

use std::cmp::Ordering;

/// Sorts `items`, equal ones in the order that they were in.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    for (a, b) in swaps(places) {
        items.swap(a, b);
    }
}

/// Sorts `items` by what `key` makes of each.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The places from 0 to `len` in order, merged from runs that double in length.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for pair in places.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([first, others @ ..], [second, rest @ ..]) = (left, right) {
                if compare(*second, *first) == Ordering::Less {
                    merged.push(*second);
                    right = rest;
                } else {
                    merged.push(*first);
                    left = others;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

/// The swaps, one after the other, that bring to each place what stands at the one that `places` names for it.
fn swaps(mut places: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for start in 0..places.len() {
        let mut at = start;
        while let Some(from) =
            places.get_mut(at).map(|place| std::mem::replace(place, at)).filter(|from| *from != start)
        {
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}
