//! Short lists of words in code: one string, since comparing with each word of an array would be code for each.

/// Whether a word is one of those that single blanks part in `words`. A word of the list is compared where it is as long:
/// in lists this short, a call for each costs more than it saves.
pub(crate) fn is_listed(word: &str, words: &str) -> bool {
    let (word, mut rest) = (word.as_bytes(), words.as_bytes());
    while !word.is_empty() {
        match rest.get(word.len()) {
            None => return rest == word,
            Some(b' ') if rest.starts_with(word) => return true,
            Some(_) => {}
        }
        let Some(blank) = rest.iter().position(|byte| *byte == b' ') else { break };
        rest = rest.get(blank + 1..).unwrap_or_default();
    }
    false
}

/// A longer list that is asked of most words: what a sieve lets through is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    words: &'static str,
    /// A bit for each word, told by its length and three of its bytes.
    sieve: u128,
}

impl List {
    /// The words that single blanks part in `words`. Made by the compiler, in a `const`.
    pub const fn of(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let (mut rest, mut from, mut sieve) = (bytes, 0, 0);
        let mut at = 0;
        while let [byte, behind @ ..] = rest {
            at += 1;
            if *byte == b' ' {
                sieve |= Self::bit(bytes, from, at - 1);
                from = at;
            }
            rest = behind;
        }
        Self { words, sieve: sieve | Self::bit(bytes, from, at) }
    }

    /// The bit of the word between two of the bytes.
    const fn bit(bytes: &[u8], from: usize, to: usize) -> u128 {
        let (_, word) = bytes.split_at(from);
        let (word, _) = word.split_at(to - from);
        // Of a letter of two bytes, the second tells more.
        let [one, two, three] = match word {
            [_, one, _, two, .., three] => [*one, *two, *three],
            [one, .., two] => [*one, *two, 0],
            [one] => [*one, 0, 0],
            [] => [0; 3],
        };
        let told = u32::from_le_bytes([one, two, three, word.len().to_le_bytes()[0]]);
        // Fibonacci hashing: the first bits of the product with 2^32 by the golden ratio.
        1 << (told.wrapping_mul(0x9E37_79B9) >> (u32::BITS - u128::BITS.trailing_zeros()))
    }

    /// Whether a word is one of these.
    pub fn has(&self, word: &str) -> bool {
        self.sieve & Self::bit(word.as_bytes(), 0, word.len()) != 0 && is_listed(word, self.words)
    }
}

/// Whether a word has one of some endings. Their last bytes tell most apart.
pub(crate) fn ends_in(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| without(word, ending).is_some())
}

/// A word without an ending that it has.
pub(crate) fn without<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    if word.as_bytes().last() == ending.as_bytes().last() { word.strip_suffix(ending) } else { None }
}
