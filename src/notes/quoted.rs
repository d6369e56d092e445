//! The words of a passage, shown apart from their text: each block in its own direction.

use super::record::{Content, Passage};
use crate::text::{Direction, Lang, direction_apart, main_direction};

/// What divides the blocks of a body.
const BREAK: &str = "\n\n";

/// A block of a passage, or the part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted<'c> {
    /// Its words, without the mark of a heading or a block quotation that a body writes before them.
    pub words: &'c str,
    /// The direction in which they run.
    pub direction: Direction,
    /// The tag of their language; empty where it is not known.
    pub lang: &'c str,
}

impl Content {
    /// The blocks of the passage, at least one. The direction of each is that of most of its words, as far as these are
    /// known: those of the passage, and around it those that its selectors hold.
    pub fn quoted<'c>(&'c self, passage: &'c Passage) -> Vec<Quoted<'c>> {
        let around = passage.direction();
        let selectors = &self.selectors;
        let last = selectors.exact.split(BREAK).count().saturating_sub(1);
        let quoted = |(n, block): (usize, &'c str)| {
            let before = selectors.prefix.rsplit('\n').next().filter(|_| n == 0).unwrap_or_default();
            let after = selectors.suffix.split('\n').next().filter(|_| n == last).unwrap_or_default();
            let words = without_mark(block);
            let known = [before, block, after].concat();
            let main = main_direction(&known, around);
            let direction = direction_apart(words, main);
            let lang = if direction == around {
                passage.language.as_str()
            } else {
                // Words that run as their block does are of its language, whatever names are among them.
                Lang::of_letters(if direction == main { &known } else { words }).map_or("", Lang::tag)
            };
            Quoted { words, direction, lang }
        };
        selectors.exact.split(BREAK).enumerate().map(quoted).collect()
    }
}

fn without_mark(block: &str) -> &str {
    let block = block.trim();
    block.strip_prefix("## ").or(block.strip_prefix("> ")).unwrap_or(block)
}
