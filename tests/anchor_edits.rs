//! The edit corpus, run: passages are found again after edits, and never where they are not. By default a few
//! hundred articles; `SIYAQ_EDITS=10000 cargo test --release --test anchor_edits -- --nocapture` runs the whole
//! measure, `SIYAQ_FIRST` sets the first seed, and `SIYAQ_SHOW=1` prints what was not found.

mod edits;

use edits::twins::{Gone, twin_case};
use edits::{Case, Fate, case};
use siyaq::anchor::{Haystack, Located};

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

/// Articles of each kind.
fn count() -> u64 {
    number("SIYAQ_EDITS", 300)
}

/// What became of the search for one passage.
#[derive(Default, Debug)]
struct Tally {
    to_the_letter: u64,
    found: u64,
    lost: u64,
    wrong: u64,
}

fn run(fate: impl std::fmt::Debug, case: impl Fn(u64) -> Case) -> Tally {
    let mut tally = Tally::default();
    let first = number("SIYAQ_FIRST", 0);
    for seed in first..first + count() {
        let case = case(seed);
        let Some(selectors) = Haystack::new(&case.before).describe(case.passage) else {
            panic!("seed {seed}: nothing to describe in {:?}", case.passage.of(&case.before));
        };
        let located = Haystack::new(&case.after).locate(&selectors);
        let outcome = judge(&case, &located);
        if std::env::var("SIYAQ_SHOW").is_ok() && outcome > 1 {
            println!(
                "--- {fate:?} {seed}: {outcome}\nwas  {:?}\nnow  {:?}\nfound {located:?}\n{selectors:?}",
                case.passage.of(&case.before),
                case.expected.map(|span| span.of(&case.after))
            );
        }
        match outcome {
            0 => tally.to_the_letter += 1,
            1 => {}
            2 => tally.lost += 1,
            _ => tally.wrong += 1,
        }
        tally.found += u64::from(outcome < 2);
    }
    println!("{fate:?}: {tally:?} of {}", count());
    tally
}

/// 0 found to the letter, 1 found but for a word at an edge, 2 lost, 3 wrong.
fn judge(case: &Case, located: &Located) -> u8 {
    let (Some(found), expected) = (located.span(), case.expected) else { return 2 };
    let Some(expected) = expected else { return 3 };
    if found == expected {
        return 0;
    }
    let shared = found.end.0.min(expected.end.0).saturating_sub(found.start.0.max(expected.start.0));
    let both = found.end.0.max(expected.end.0) - found.start.0.min(expected.start.0);
    if shared * 3 >= both * 2 { 1 } else { 3 }
}

#[test]
fn finds_passages_after_edits() {
    let tally = run(Fate::Edited, |seed| case(seed, Fate::Edited));
    assert!(tally.found * 1000 >= count() * 980, "98% found: {tally:?}");
    assert!(tally.wrong * 1000 <= count() * 5, "0.5% wrong: {tally:?}");
}

/// Of a paragraph that is written once more the one is the passage's that is nearer to where it stood; nothing, where
/// that does not tell.
#[test]
fn tells_a_passage_from_its_later_repetition() {
    let tally = run(Fate::Repeated, |seed| case(seed, Fate::Repeated));
    assert!(tally.found * 2 >= count(), "half found: {tally:?}");
    assert!(tally.wrong * 100 <= count(), "1% wrong: {tally:?}");
}

#[test]
fn orphans_what_was_deleted() {
    let mut missed = false;
    for fate in [Fate::Deleted, Fate::DeletedBesideAlike, Fate::DeletedAndAlikeWritten, Fate::DeletedBesideTwin] {
        let tally = run(fate, |seed| case(seed, fate));
        missed |= tally.lost != count();
    }
    assert!(!missed, "a passage that is gone was found");
}

/// A part of a sentence was marked, its sentence or paragraph deleted, and the sentence stood elsewhere too: one of
/// seven such passages was told as standing where it did, on its twin.
#[test]
fn orphans_what_was_deleted_with_its_sentence() {
    let mut missed = false;
    for gone in [Gone::Sentence, Gone::Paragraph] {
        let tally = run(gone, |seed| twin_case(seed, gone));
        missed |= tally.lost != count();
    }
    assert!(!missed, "a twin was taken for a passage that is gone");
}
