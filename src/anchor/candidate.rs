//! Candidates: where in a text a passage may stand, and what speaks for each.

use super::letters::{is_boundary, slice};
use super::locate::bound;
use super::needle::Needle;
use super::pattern::{Pattern, Start, Way};
use std::ops::Range;

/// The candidates that are weighed: enough for every sentence of a long report that begins alike, few enough to
/// weigh within a millisecond.
const MOST: usize = 96;

/// The same of places where the words stand unchanged, which take less to weigh.
const MOST_SAME: usize = 256;

/// The letters on either side of a rough edge in which the true one is looked for: a few long words.
const SLACK: usize = 48;

/// How far from a passage its neighbours are still looked for, where words have come between: a sentence.
const NEAR: usize = 160;

/// A stretch of a text that may be the passage. Distances are in folded letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its letters.
    pub(super) range: Range<usize>,
    /// How far its words are from the passage.
    pub(super) words: usize,
    /// How far what stands right before it is from what stood there.
    pub(super) before: usize,
    /// The same of what stands right after it.
    pub(super) after: usize,
    /// How far what comes nearest to the words before the passage is from them, up to a sentence away.
    pub(super) near_before: usize,
    /// The same of the words after it.
    pub(super) near_after: usize,
}

impl Candidate {
    /// All that has changed, if this is the passage.
    pub(super) fn whole(&self) -> usize {
        self.words + self.before + self.after
    }

    /// Whether it shares no letter with another.
    pub(super) fn is_apart(&self, other: &Self) -> bool {
        other.range.end <= self.range.start || self.range.end <= other.range.start
    }

    fn weigh(text: &[char], needle: &Needle, range: Range<usize>, words: usize) -> Self {
        let reach = NEAR + 2 * needle.prefix.len();
        let back = slice(text, range.start.saturating_sub(reach)..range.start);
        let (before, near_before) = last_and_least(&needle.prefix, back, Way::Forward);
        let reach = NEAR + 2 * needle.suffix_back.len();
        let ahead = slice(text, range.end..range.end + reach);
        let (after, near_after) = last_and_least(&needle.suffix_back, ahead, Way::Back);
        Self { range, words, before, after, near_before, near_after }
    }
}

/// The distance of `pattern` from what ends at the end of `text`, read that way, and from what is nearest anywhere
/// in it.
fn last_and_least(pattern: &Pattern, text: &[char], way: Way) -> (usize, usize) {
    let (mut at_end, mut least) = (pattern.len(), pattern.len());
    pattern.scan(text, way, Start::Free, pattern.len(), &mut |read, distance| {
        least = least.min(distance);
        if read == text.len() {
            at_end = distance;
        }
    });
    (at_end, least)
}

/// The places where the words stand unchanged: all, or, of a word that is everywhere, those with the most
/// letters of its neighbours right beside them.
pub(super) fn same(text: &[char], needle: &Needle) -> Vec<Candidate> {
    let mut ends = Vec::new();
    let (whole_start, whole_end) = needle.whole_words();
    let fits =
        |end: usize| (!whole_start || is_boundary(text, end - needle.len())) && (!whole_end || is_boundary(text, end));
    needle.exact.scan(text, Way::Forward, Start::Free, 0, &mut |read, _| {
        if fits(read) {
            ends.push(read);
        }
    });
    if ends.len() > MOST_SAME {
        let most = needle.neighbours();
        let far = |end| (most - needle.neighbours_beside(text, end), end);
        ends = least(ends.into_iter().map(far), MOST_SAME);
    }
    let weigh = |end: usize| Candidate::weigh(text, needle, end - needle.len()..end, 0);
    ends.into_iter().map(weigh).collect()
}

/// The places where the words stand changed, within [`bound`].
pub(super) fn changed(text: &[char], needle: &Needle) -> Vec<Candidate> {
    let roughly = |end| start_before(text, needle, end)..end;
    refined(text, needle, valleys(text, needle).into_iter().map(roughly))
}

/// What stands between neighbours that have hardly changed, however the words have.
pub(super) fn reworded(text: &[char], needle: &Needle) -> Vec<Candidate> {
    refined(text, needle, between(text, needle).into_iter())
}

fn refined(text: &[char], needle: &Needle, rough: impl Iterator<Item = Range<usize>>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for rough in rough {
        let range = true_start(text, needle, rough.start)..true_end(text, needle, rough.end);
        if range.start < range.end && !found.iter().any(|other| other.range == range) {
            let words = needle.exact.distance(slice(text, range.clone()));
            found.push(Candidate::weigh(text, needle, range, words));
        }
    }
    found
}

/// The ends of the stretches nearest to the words: each the lowest point before the distance rises again by an
/// eighth of the words, so that two passages side by side are two.
fn valleys(text: &[char], needle: &Needle) -> Vec<usize> {
    let rise = (needle.len() / 8).max(1);
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut lowest: Option<(usize, usize)> = None;
    let mut last_read = 0;
    let mut low_since = usize::MAX;
    needle.exact.scan(text, Way::Forward, Start::Free, bound(needle.len()), &mut |read, distance| {
        let apart = read > last_read + 1;
        last_read = read;
        if let Some(valley) = lowest.filter(|valley| apart || distance >= valley.0 + rise) {
            found.push(valley);
            lowest = None;
            low_since = if apart { usize::MAX } else { distance };
        }
        match lowest {
            Some(valley) if distance >= valley.0 => {}
            // On the way up from a valley nothing is a new one until the distance falls again.
            None if distance >= low_since => low_since = distance,
            _ => lowest = Some((distance, read)),
        }
    });
    found.extend(lowest);
    least(found.into_iter(), MOST)
}

/// The places of the `most` least distances. They are put in one by one: a sort would add more to the program than
/// this takes from the reader's time.
fn least(places: impl Iterator<Item = (usize, usize)>, most: usize) -> Vec<usize> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for place in places {
        if out.len() < most || out.last().is_some_and(|last| place < *last) {
            out.truncate(most - 1);
            out.insert(out.partition_point(|other| *other < place), place);
        }
    }
    out.into_iter().map(|(_, at)| at).collect()
}

/// Where the stretch that ends at `end` begins, nearest to the words.
fn start_before(text: &[char], needle: &Needle, end: usize) -> usize {
    let longest = needle.len() + bound(needle.len());
    let back = slice(text, end.saturating_sub(longest)..end);
    let mut best = (usize::MAX, 0);
    needle.exact_back.scan(back, Way::Back, Start::Fixed, needle.len(), &mut |read, distance| {
        best = best.min((distance, read));
    });
    end.saturating_sub(best.1)
}

/// The edge near `rough` at which the words before the passage end and its first words begin.
fn true_start(text: &[char], needle: &Needle, rough: usize) -> usize {
    let edge = Edge { text, near: rough..rough, inside_after: true, whole_word: needle.whole_words().0 };
    edge.find(&needle.prefix, &needle.head_back).0
}

/// The edge near `rough` at which its last words end and the words after it begin.
fn true_end(text: &[char], needle: &Needle, rough: usize) -> usize {
    let edge = Edge { text, near: rough..rough, inside_after: false, whole_word: needle.whole_words().1 };
    edge.find(&needle.tail, &needle.suffix_back).0
}

/// How far the neighbours are from standing side by side near `range`, as they would had the passage been
/// deleted there.
pub(super) fn closed_up(text: &[char], needle: &Needle, range: &Range<usize>) -> usize {
    let edge = Edge { text, near: range.clone(), inside_after: true, whole_word: false };
    edge.find(&needle.prefix, &needle.suffix_back).1
}

/// A place in a text at which a passage begins or ends.
struct Edge<'t> {
    text: &'t [char],
    /// Where it is looked for, with [`SLACK`] on both sides.
    near: Range<usize>,
    /// Whether the passage is what stands after the edge.
    inside_after: bool,
    /// Whether only the edges of words are looked at.
    whole_word: bool,
}

impl Edge<'_> {
    /// The edge at which `left` before it and `right_back` after it have changed least; of several, one at the
    /// edge of a word, then one that leaves what has come between outside. And by how much they have.
    fn find(&self, left: &Pattern, right_back: &Pattern) -> (usize, usize) {
        let first = self.near.start.saturating_sub(SLACK);
        let last = (self.near.end + SLACK).min(self.text.len());
        let left_from = first.saturating_sub(2 * left.len());
        let mut lefts = vec![left.len(); last + 1 - left_from];
        let window = slice(self.text, left_from..last);
        left.scan(window, Way::Forward, Start::Free, left.len(), &mut |read, distance| put(&mut lefts, read, distance));
        let right_to = (last + 2 * right_back.len()).min(self.text.len());
        let mut rights = vec![right_back.len(); right_to + 1 - first];
        let window = slice(self.text, first..right_to);
        right_back.scan(window, Way::Back, Start::Free, right_back.len(), &mut |read, distance| {
            put(&mut rights, read, distance);
        });
        let cost = |at: &usize| {
            let left = lefts.get(at - left_from).copied().unwrap_or(left.len());
            let right = rights.get(right_to - at).copied().unwrap_or(right_back.len());
            let inside = if self.inside_after { right } else { left };
            (left + right, !is_boundary(self.text, *at), inside, at.abs_diff(self.near.start))
        };
        let blank = |at: usize| self.text.get(at) == Some(&' ');
        let outside = |at: usize| if self.inside_after { !blank(at) } else { at > 0 && !blank(at - 1) };
        let fits = |at: &usize| !self.whole_word || (is_boundary(self.text, *at) && outside(*at));
        let best = (first..=last).filter(fits).min_by_key(cost).unwrap_or(self.near.start);
        (best, cost(&best).0)
    }
}

fn put(distances: &mut [usize], at: usize, distance: usize) {
    if let Some(entry) = distances.get_mut(at) {
        *entry = distance;
    }
}

/// The stretches between places where both neighbours stand, with no more than a third of their letters changed.
fn between(text: &[char], needle: &Needle) -> Vec<Range<usize>> {
    let nearly = |pattern: &Pattern| pattern.len() / 3;
    let mut starts = Vec::new();
    let mut ends = Vec::new();
    if needle.prefix.len().min(needle.suffix_back.len()) < super::locate::CONTEXT_LEAST {
        return Vec::new();
    }
    needle.prefix.scan(text, Way::Forward, Start::Free, nearly(&needle.prefix), &mut |read, distance| {
        starts.push((read, distance));
    });
    if starts.is_empty() {
        return Vec::new();
    }
    needle.suffix_back.scan(text, Way::Back, Start::Free, nearly(&needle.suffix_back), &mut |read, distance| {
        ends.push((text.len() - read, distance));
    });
    ends.reverse();
    let (starts, ends) = (lowest(&starts), lowest(&ends));
    let longest = 2 * needle.len() + SLACK;
    let mut out = Vec::new();
    for start in starts {
        let fits = |end: &&usize| **end > start && **end - start <= longest;
        out.extend(ends.iter().filter(fits).take(1).map(|end| start..*end));
    }
    out.truncate(MOST);
    out
}

/// Of each run of neighbouring places, the one with the least distance.
fn lowest(places: &[(usize, usize)]) -> Vec<usize> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut before = None;
    for &(at, distance) in places {
        match out.last_mut() {
            Some(lowest) if before == Some(at - 1) => {
                if distance < lowest.1 {
                    *lowest = (at, distance);
                }
            }
            _ => out.push((at, distance)),
        }
        before = Some(at);
    }
    out.into_iter().map(|(at, _)| at).collect()
}
