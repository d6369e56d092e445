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

/// Of a passage and its later repetition, both between neighbours that agree, the one is the passage that stands within
/// this share of the other's way from where the passage stood, in hundredths. What was put in before has moved both, and a
/// repetition may have been put in near: of 10,000 repeated paragraphs 56 are still taken for the passage, at twice this
/// share twice as many.
const NEARER_PLACE: usize = 5;

/// How close to the end of a text a passage without a neighbour on that side must stand.
const TEXT_EDGE: usize = 12;

/// That a passage has changed is believed when it explains the text with this share of the changes that its
/// deletion would take. Words that only look changed are put together from the neighbours, and cost nearly as much.
const LIKELIER: usize = 60;

impl Haystack<'_> {
    /// Finds the passage again. Takes a few milliseconds in the longest of texts.
    pub fn locate(&self, selectors: &Selectors) -> Located {
        let place = selectors.position.map(|position| Offsets::new(self.source()).byte_of_code_point(position.start));
        if let Some(span) = place.and_then(|place| self.in_place(selectors, place.0)) {
            return Located::Exact(span);
        }
        let Some(needle) = Needle::new(selectors) else { return Located::Lost };
        let text = self.letters.all();
        let mut candidates = candidate::same(text, &needle);
        let place = place.map(|at| self.letters.at_byte(self.folded.span_of_source(Span::new(at, at)).start.0));
        let judge = Judge { needle: &needle, text, rival: selectors.rival, place };
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
    fn in_place(&self, selectors: &Selectors, start: usize) -> Option<Span<crate::text::Byte>> {
        let source = self.source();
        let before = source.get(..start)?;
        let after = source.get(start..)?.strip_prefix(selectors.exact.as_str())?;
        let same = before.ends_with(&selectors.prefix) && after.starts_with(&selectors.suffix);
        let there = same && !selectors.exact.is_empty();
        there.then(|| Span::bytes(start..start + selectors.exact.len()))
    }
}

/// Weighs candidates against each other and against what the selectors know of look-alikes.
struct Judge<'n> {
    needle: &'n Needle,
    text: &'n [char],
    rival: Option<Rival>,
    /// The letter at which the passage would begin, had nothing changed before it.
    place: Option<usize>,
}

impl Judge<'_> {
    /// The candidate that is the passage; nothing where none is, or two are as likely.
    fn best<'c>(&self, candidates: &'c [Candidate]) -> Option<&'c Candidate> {
        let accepted: Vec<&Candidate> = candidates.iter().filter(|candidate| self.accepts(candidate)).collect();
        let best = *accepted.iter().min_by_key(|c| c.whole())?;
        let repeated: Vec<&Candidate> = accepted.into_iter().filter(|other| self.repeats(best, other)).collect();
        if !repeated.is_empty() {
            return self.in_its_place(best, repeated);
        }
        let as_good = |other: &&Candidate| other.is_apart(best) && other.whole() <= best.whole();
        let alone = candidates.iter().find(as_good).is_none();
        alone.then_some(best)
    }

    /// Whether two candidates both stand between neighbours that agree, in a text that had the passage once: the one has
    /// been written since, after the other, and which of them has changed more since then does not tell.
    fn repeats(&self, one: &Candidate, other: &Candidate) -> bool {
        let told = self.rival.is_some() && self.place.is_some();
        told && other.is_apart(one) && self.is_between(one) && self.is_between(other)
    }

    /// Of the best candidate and its repetitions the one that is clearly nearer to where the passage stood.
    fn in_its_place<'c>(&self, best: &'c Candidate, repeated: Vec<&'c Candidate>) -> Option<&'c Candidate> {
        let place = self.place?;
        let away = |candidate: &Candidate| candidate.range.start.abs_diff(place);
        let all = || std::iter::once(best).chain(repeated.iter().copied());
        let nearest = all().min_by_key(|candidate| away(candidate))?;
        // Of those that overlap it the one that has changed least.
        let own = all().filter(|other| !other.is_apart(nearest)).min_by_key(|other| other.whole())?;
        // What was written anew before the passage has moved it by its own length at least.
        let moved = |other: &Candidate| if other.range.start > own.range.start { self.needle.extent() } else { 0 };
        let mut others = all().filter(|other| other.is_apart(own));
        let clear = |other| nearer(away(own), away(other).saturating_sub(moved(other)), NEARER_PLACE);
        others.all(clear).then_some(own)
    }

    fn accepts(&self, candidate: &Candidate) -> bool {
        let between = self.is_between(candidate);
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

    fn is_between(&self, candidate: &Candidate) -> bool {
        self.agrees_before(candidate) && self.agrees_after(candidate)
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
