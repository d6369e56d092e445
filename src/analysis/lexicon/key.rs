//! The key of a word: a hash of its folded letters, so that words compare as numbers.

use crate::analysis::letter::{lower, plain};

/// The hash of a folded word; 0 is no word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(pub u64);

/// FNV-1a, 64 bits: its offset basis and prime are the published ones.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// A letter as it is compared: in lower case, without vowel signs and accents of stress, with one alef, and
/// the Farsi yeh and kaf as the Arabic ones, and with е for ё; nothing for what is not compared at all.
#[inline]
pub(crate) fn fold(c: char) -> Option<char> {
    plain(c).or_else(|| fold_rare(c))
}

fn fold_rare(c: char) -> Option<char> {
    Some(match c {
        '\u{64B}'..='\u{65F}' | '\u{670}' | 'ـ' | '\u{301}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{61C}' => {
            return None;
        }
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ی' => 'ي',
        'ک' => 'ك',
        'ё' | 'Ё' => 'е',
        '’' => '\'',
        '‑' => '-',
        c => lower(c),
    })
}

/// The key of a word.
pub(crate) fn key_of(word: &str) -> Key {
    key_of_chars(word.chars().filter_map(fold))
}

/// The key of folded letters.
pub(crate) fn key_of_chars(chars: impl Iterator<Item = char>) -> Key {
    let mut spelled = Spelled::NOTHING;
    chars.for_each(|letter| spelled.push(letter));
    spelled.key()
}

/// A key in the making: of the letters so far. Where words share their beginning, it is read once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spelled {
    hash: u64,
    any: bool,
}

impl Spelled {
    /// No letters.
    pub const NOTHING: Self = Self { hash: BASIS, any: false };

    /// Adds a folded letter.
    #[inline]
    pub fn push(&mut self, letter: char) {
        self.any = true;
        self.hash = (self.hash ^ u64::from(u32::from(letter))).wrapping_mul(PRIME);
    }

    /// Adds a letter as it is written.
    pub fn write(&mut self, c: char) {
        if let Some(letter) = fold(c) {
            self.push(letter);
        }
    }

    /// The key of the letters so far.
    pub fn key(self) -> Key {
        Key(if self.any { self.hash.max(1) } else { 0 })
    }
}
