//! Where the entries of a key stand in a list in order of keys: told by the key's first bits, which are as good as drawn
//! by lot, so that a look-up costs one step whatever the list's length, and mostly none where the list has no such key.

use super::Key;
use std::ops::Range;

/// Buckets for each key at least: two of three words that are in no list find theirs empty.
const SPREAD: usize = 2;

/// The index of a list.
#[derive(Debug)]
pub(super) struct Index {
    /// How far a key is shifted to give its bucket.
    shift: u32,
    /// The first place of each bucket, and the end of the last.
    starts: Vec<u32>,
}

impl Index {
    /// That of an empty list.
    pub const EMPTY: Self = Self { shift: 63, starts: Vec::new() };

    /// A list in order of its keys, and of what comes behind them; what has the same stays in its order. Keys are spread
    /// evenly, so that a pass into the buckets leaves next to nothing to sort.
    pub fn arranged<T: Copy, O: Ord>(list: &[T], order: impl Fn(&T) -> (Key, O)) -> Vec<T> {
        let Some(first) = list.first() else { return Vec::new() };
        let index = Self::of(list.iter().map(|item| order(item).0));
        let mut next = index.starts.clone();
        let mut out = vec![*first; list.len()];
        for item in list {
            let Some(place) = next.get_mut(Self::bucket(order(item).0, index.shift)) else { continue };
            if let Some(slot) = out.get_mut(*place as usize) {
                *slot = *item;
            }
            *place += 1;
        }
        for bounds in index.starts.windows(2) {
            if let [from, to] = *bounds
                && let Some(bucket) = out.get_mut(from as usize..to as usize)
            {
                bucket.sort_by_key(&order);
            }
        }
        out
    }

    /// The index of a list with these keys.
    pub fn of(keys: impl ExactSizeIterator<Item = Key>) -> Self {
        let buckets = (keys.len() * SPREAD).next_power_of_two().max(2);
        let shift = 64 - buckets.trailing_zeros();
        let mut starts = vec![0; buckets + 1];
        for key in keys {
            if let Some(count) = starts.get_mut(Self::bucket(key, shift) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { shift, starts }
    }

    fn bucket(key: Key, shift: u32) -> usize {
        usize::try_from(key.0 >> shift).unwrap_or(0)
    }

    /// Where the entries of a key stand, if there are any, with few of other keys around them.
    #[inline]
    pub fn places(&self, key: Key) -> Range<usize> {
        let bucket = Self::bucket(key, self.shift);
        match self.starts.get(bucket..bucket + 2) {
            Some(&[from, to]) => from as usize..to as usize,
            _ => 0..0,
        }
    }
}

impl Default for Index {
    fn default() -> Self {
        Self::EMPTY
    }
}
