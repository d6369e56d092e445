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
        let Some(behind) = behind_blank(rest) else { break };
        rest = behind;
    }
    false
}

/// What stands behind the first blank. Eight bytes are looked at together: that one is 0 shows in what is borrowed for it.
fn behind_blank(mut rest: &[u8]) -> Option<&[u8]> {
    const ONES: u64 = u64::MAX / 0xFF;
    const BLANKS: u64 = ONES * b' ' as u64;
    while let Some((eight, behind)) = rest.split_first_chunk() {
        let other = u64::from_le_bytes(*eight) ^ BLANKS;
        let zeros = other.wrapping_sub(ONES) & !other & (ONES << 7);
        if zeros != 0 {
            return rest.get(zeros.trailing_zeros() as usize / 8 + 1..);
        }
        rest = behind;
    }
    let blank = rest.iter().position(|byte| *byte == b' ')?;
    rest.get(blank + 1..)
}

/// A longer list that is asked of most words: what a sieve lets through is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    words: &'static str,
    /// Two bits for each word, told by its length and three of its bytes. There are ten times as many as most lists have
    /// words.
    sieve: [u64; ROWS],
}

/// The rows of a sieve, and how far a hash of 32 bits is shifted to give the row and the bits in it.
const ROWS: usize = 8;
const ROW: u32 = u32::BITS - ROWS.trailing_zeros();
const BIT: u32 = ROW - u64::BITS.trailing_zeros();
const OTHER_BIT: u32 = BIT - u64::BITS.trailing_zeros();

impl List {
    /// The words that single blanks part in `words`. Made by the compiler, in a `const`.
    pub const fn of(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let (mut rest, mut from, mut sieve) = (bytes, 0, [0; ROWS]);
        let mut at = 0;
        while let [byte, behind @ ..] = rest {
            at += 1;
            if *byte == b' ' {
                sieve = Self::with(sieve, bytes, from, at - 1);
                from = at;
            }
            rest = behind;
        }
        Self { words, sieve: Self::with(sieve, bytes, from, at) }
    }

    /// A sieve with the word between two of the bytes.
    const fn with(mut sieve: [u64; ROWS], bytes: &[u8], from: usize, to: usize) -> [u64; ROWS] {
        let (_, word) = bytes.split_at(from);
        let (word, _) = word.split_at(to - from);
        let told = Self::hash(word);
        let mut rows: &mut [u64] = &mut sieve;
        let mut row = told >> ROW;
        while let [first, behind @ ..] = rows {
            if row == 0 {
                *first |= Self::bits(told);
                break;
            }
            (rows, row) = (behind, row - 1);
        }
        sieve
    }

    /// The hash of a word: of its length and three of its bytes.
    const fn hash(word: &[u8]) -> u32 {
        // Of a letter of two bytes, the second tells more.
        let [one, two, three] = match word {
            [_, one, _, two, .., three] => [*one, *two, *three],
            [one, .., two] => [*one, *two, 0],
            [one] => [*one, 0, 0],
            [] => [0; 3],
        };
        // Fibonacci hashing: the first bits of the product with 2^32 by the golden ratio.
        u32::from_le_bytes([one, two, three, word.len().to_le_bytes()[0]]).wrapping_mul(0x9E37_79B9)
    }

    /// The bits of a hash in its row: two, of which few words have both.
    const fn bits(told: u32) -> u64 {
        const LAST: u32 = u64::BITS - 1;
        1 << (told >> BIT & LAST) | 1 << (told >> OTHER_BIT & LAST)
    }

    /// Whether a word is one of these.
    pub fn has(&self, word: &str) -> bool {
        let told = Self::hash(word.as_bytes());
        let row = self.sieve.get((told >> ROW) as usize).copied().unwrap_or_default();
        row & Self::bits(told) == Self::bits(told) && is_listed(word, self.words)
    }
}

/// Whether a word has one of some endings. Their last bytes tell most apart.
pub(crate) fn ends_in(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| without(word, ending).is_some())
}

/// A word without an ending that it has.
#[inline]
pub(crate) fn without<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    if word.as_bytes().last() == ending.as_bytes().last() { word.strip_suffix(ending) } else { None }
}
