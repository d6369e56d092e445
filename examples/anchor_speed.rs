//! How long anchoring takes: `cargo run --release --example anchor_speed`.

#[path = "../tests/edits/mod.rs"]
mod edits;

use edits::{Dice, long_text};
use siyaq::anchor::{Haystack, Selectors};
use siyaq::text::Span;
use std::time::{Duration, Instant};

/// A vowel after every letter.
fn vowelled(text: &str) -> String {
    let marked = |c: char| [Some(c), ('ء'..='ي').contains(&c).then_some('\u{64E}')];
    text.chars().flat_map(marked).flatten().collect()
}

/// A word in `every` changed.
fn drifted(text: &str, dice: &mut Dice, every: usize) -> String {
    let word = |word| if dice.one_in(every) { "كلمة" } else { word };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn passages(text: &str, dice: &mut Dice, count: usize, words: usize) -> Vec<Span<siyaq::text::Byte>> {
    let edges: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let pick = |_| {
        let first = dice.below(edges.len() - words - 1);
        Span::bytes(edges[first] + 1..edges[first + dice.between(1, words)])
    };
    (0..count).map(pick).collect()
}

/// A passage is timed so often, and the shortest taken: what else the machine does is not measured.
const ROUNDS: usize = 3;

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

/// Locates all of them, and prints the mean, the slowest and how many were found.
fn measure(name: &str, text: &str, selectors: &[Selectors]) {
    let start = Instant::now();
    let haystack = Haystack::new(text);
    let ready = start.elapsed();
    let (mut slowest, mut whole, mut found) = (Duration::ZERO, Duration::ZERO, 0);
    for selectors in selectors {
        found += usize::from(haystack.locate(selectors).span().is_some());
        let took = (0..ROUNDS).map(|_| timed(|| haystack.locate(selectors))).min().unwrap_or_default();
        slowest = slowest.max(took);
        whole += took;
    }
    let mean = whole / u32::try_from(selectors.len()).unwrap_or(1);
    println!(
        "{name}: {} characters, ready in {ready:.2?}; {found} of {} found, mean {mean:.2?}, slowest {slowest:.2?}",
        text.chars().count(),
        selectors.len()
    );
}

fn main() {
    let mut dice = Dice(11);
    for words in [12, 60, 300] {
        println!("passages of up to {words} words");
        let plain = long_text(1, 70_000);
        let before = Haystack::new(&plain);
        let start = Instant::now();
        let selectors: Vec<Selectors> =
            passages(&plain, &mut dice, 100, words).into_iter().filter_map(|span| before.describe(span)).collect();
        println!("described in {:.2?} each", start.elapsed() / 100);
        measure("unchanged", &plain, &selectors);
        measure("vowelled", &vowelled(&plain), &selectors);
        measure("vowelled, a word in ten changed", &vowelled(&drifted(&plain, &mut dice, 10)), &selectors);
        measure("vowelled, another text", &vowelled(&long_text(2, 70_000)), &selectors);
    }
    let plain = long_text(3, 50_000);
    let before = Haystack::new(&plain);
    let selectors: Vec<Selectors> =
        passages(&plain, &mut dice, 1_000, 20).into_iter().filter_map(|span| before.describe(span)).collect();
    measure("a thousand, a word in ten changed", &drifted(&plain, &mut dice, 10), &selectors);
}
