//! Which candidate, if any, is the passage.

use super::candidate::{self, Candidate};
use super::needle::Needle;
use super::{Haystack, Located, Rival, Selectors};
use crate::text::{Offsets, Span};

/// How many of its folded letters, at most, may have changed in a passage of `len` letters for it to be found by
/// its words. Two unrelated passages of one language differ in about two letters of three.
pub fn bound(len: usize) -> usize {
    len * CHANGED_BESIDE / 100
}

/// A neighbour shorter than this says nothing.
pub(super) const CONTEXT_LEAST: usize = 6;

/// A neighbour agrees when no more than this share of its letters, in hundredths, has changed: unrelated text
/// differs in 60 and more.
const AGREES: usize = 40;

/// A neighbour that stands a sentence away, for which only unchanged words are taken, must be clearer than one in
/// its place, for there are more places.
const AGREES_NEAR: usize = 25;

/// Between two neighbours that agree, up to this share of the letters of the words may have changed, in hundredths.
pub const CHANGED_BETWEEN: usize = 55;

/// A neighbour that agrees alone must agree better, and be longer, than two that agree together.
const AGREES_ALONE: usize = 25;

/// How much longer: three words.
const ALONE_LEAST: usize = 16;

/// Next to a single neighbour that agrees, up to this share.
const CHANGED_BESIDE: usize = 30;

/// A candidate is nearer than something else when it is within this share of the other's distance: the words
/// beside a deleted passage close up, and that alone can bring a look-alike a few letters nearer.
const NEARER: usize = 75;

/// The same share where the text had the very words elsewhere too: edits beside a twin can bring that one nearer.
const NEARER_THAN_TWIN: usize = 50;

/// Words without a neighbour that agrees are taken for the passage only when unchanged, unlike any other in
/// their text, and at least so many letters: four or five words.
const ALONE: usize = 20;

/// How close to the end of a text a passage without a neighbour on that side must stand.
const TEXT_EDGE: usize = 12;

/// That a passage has changed is believed when it explains the text with this share of the changes that its
/// deletion would take. Words that only look changed are put together from the neighbours, and cost nearly as much.
const LIKELIER: usize = 60;

impl Haystack<'_> {
    /// Finds the passage again. Takes a few milliseconds in the longest of texts.
    pub fn locate(&self, selectors: &Selectors) -> Located {
        if let Some(span) = self.in_place(selectors) {
            return Located::Exact(span);
        }
        let Some(needle) = Needle::new(selectors) else { return Located::Lost };
        let text = self.letters.all();
        let mut candidates = candidate::same(text, &needle);
        let judge = Judge { needle: &needle, text, rival: selectors.rival };
        if !candidates.iter().any(|candidate| candidate.whole() == 0) {
            candidates.extend(candidate::changed(text, &needle));
            if judge.best(&candidates).is_none() {
                candidates.extend(candidate::reworded(text, &needle));
            }
        }
        let Some(best) = judge.best(&candidates) else { return Located::Lost };
        let span = self.span(&best.range);
        if best.words > 0 {
            let new = span.of(self.source()).to_owned();
            return Located::Changed { span, old: selectors.exact.clone(), new };
        }
        if judge.is_beside(best) { Located::Exact(span) } else { Located::Moved(span) }
    }

    /// Whether a passage that was described in some text stands in this one beyond doubt: its words, unchanged, beside
    /// neighbours that agree; or, where nothing is known of these, words that this text has once, long enough or in
    /// their very place.
    pub fn is_sure_of(&self, selectors: &Selectors) -> bool {
        let Some(needle) = Needle::new(selectors) else { return false };
        let located = self.locate(selectors);
        let exact = matches!(located, Located::Exact(_));
        let words = exact || matches!(located, Located::Moved(_));
        let once = || candidate::same(self.letters.all(), &needle).len() == 1;
        let known = needle.neighbours() >= CONTEXT_LEAST;
        if known { exact } else { words && (exact || needle.len() >= ALONE) && once() }
    }

    /// The passage at its very place, as it was written, between its neighbours as they were written.
    fn in_place(&self, selectors: &Selectors) -> Option<Span<crate::text::Byte>> {
        let source = self.source();
        let offsets = Offsets::new(source);
        let start = offsets.byte_of_code_point(selectors.position?.start).0;
        let before = source.get(..start)?;
        let after = source.get(start..)?.strip_prefix(selectors.exact.as_str())?;
        let same = before.ends_with(&selectors.prefix) && after.starts_with(&selectors.suffix);
        let there = same && !selectors.exact.is_empty();
        there.then(|| Span::bytes(start..start + selectors.exact.len()))
    }
}

/// Weighs candidates against each other and against what the selectors know of look-alikes.
pub(super) struct Judge<'n> {
    pub(super) needle: &'n Needle,
    pub(super) text: &'n [char],
    pub(super) rival: Option<Rival>,
}

impl Judge<'_> {
    /// The candidate that is the passage; nothing where none is, or two are as likely.
    fn best<'c>(&self, candidates: &'c [Candidate]) -> Option<&'c Candidate> {
        let best = candidates.iter().filter(|candidate| self.accepts(candidate)).min_by_key(|c| c.whole())?;
        let as_good = |other: &&Candidate| {
            let apart = other.range.end <= best.range.start || best.range.end <= other.range.start;
            apart && other.whole() <= best.whole()
        };
        let alone = candidates.iter().find(as_good).is_none();
        alone.then_some(best)
    }

    fn accepts(&self, candidate: &Candidate) -> bool {
        let between = self.agrees_before(candidate) && self.agrees_after(candidate);
        let beside = between || self.clearly_beside(candidate);
        match self.rival {
            Some(rival) if nearer(candidate.words, rival.words, NEARER) => {
                if candidate.words > 0 {
                    return self.accepts_changed(candidate, between, beside);
                }
                let len = self.needle.len();
                len >= ALONE || beside || self.is_beside(candidate) || self.is_near(candidate)
            }
            Some(rival) if nearer(candidate.whole(), rival.whole, share_of(rival)) => {
                if candidate.words > 0 {
                    self.accepts_changed(candidate, between, beside)
                } else {
                    beside
                }
            }
            Some(_) => false,
            // Nobody looked for look-alikes: only neighbours can tell, and where there are none, the words.
            None if candidate.words > 0 => between && self.accepts_changed(candidate, between, beside),
            None if self.needle.has_neighbours() => beside || self.is_beside(candidate),
            None => self.needle.len() >= ALONE,
        }
    }

    /// Whether changed words are the passage: between neighbours that agree, or beside one that clearly does; and
    /// if that is likelier than that the passage was deleted there, and its neighbours have closed up.
    fn accepts_changed(&self, candidate: &Candidate, between: bool, beside: bool) -> bool {
        let share = if between { CHANGED_BETWEEN } else { CHANGED_BESIDE };
        let deleted = || candidate::closed_up(self.text, self.needle, &candidate.range) + self.needle.len();
        beside && within(candidate.words, self.needle.len(), share) && within(candidate.whole(), deleted(), LIKELIER)
    }

    /// Whether one neighbour is long enough, and like enough what it was, to speak alone.
    fn clearly_beside(&self, candidate: &Candidate) -> bool {
        let clearly = |distance, len| len >= ALONE_LEAST && within(distance, len, AGREES_ALONE);
        clearly(candidate.before, self.needle.prefix.len()) || clearly(candidate.after, self.needle.suffix_back.len())
    }

    fn is_beside(&self, candidate: &Candidate) -> bool {
        self.agrees_before(candidate) || self.agrees_after(candidate)
    }

    /// Whether a neighbour stands up to a sentence away.
    fn is_near(&self, candidate: &Candidate) -> bool {
        let near = |distance, len| len >= CONTEXT_LEAST && within(distance, len, AGREES_NEAR);
        near(candidate.near_before, self.needle.prefix.len())
            || near(candidate.near_after, self.needle.suffix_back.len())
    }

    /// Whether what stands before the candidate is what stood before the passage.
    fn agrees_before(&self, candidate: &Candidate) -> bool {
        let len = self.needle.prefix.len();
        if len < CONTEXT_LEAST {
            return self.rival.is_some() && candidate.range.start <= len + TEXT_EDGE;
        }
        within(candidate.before, len, AGREES)
    }

    /// The same of what stands after it.
    fn agrees_after(&self, candidate: &Candidate) -> bool {
        let len = self.needle.suffix_back.len();
        if len < CONTEXT_LEAST {
            return self.rival.is_some()
                && self.text.len() - candidate.range.end.min(self.text.len()) <= len + TEXT_EDGE;
        }
        within(candidate.after, len, AGREES)
    }
}

/// Whether `distance` is less than `other`, and within so many hundredths of it.
fn nearer(distance: usize, other: usize, hundredths: usize) -> bool {
    distance < other && within(distance, other, hundredths)
}

/// The share of a look-alike's distance within which a candidate is nearer.
fn share_of(rival: Rival) -> usize {
    if rival.words == 0 { NEARER_THAN_TWIN } else { NEARER }
}

/// Whether `distance` is at most so many hundredths of `len`.
fn within(distance: usize, len: usize, hundredths: usize) -> bool {
    distance * 100 <= len * hundredths
}
