//! Letters, told fast: those of our languages by a table, all others by those of Unicode.

use std::borrow::Cow;

/// How far a small letter stands behind its capital, Latin or Cyrillic.
const CASE: u32 = 0x20;

/// The characters that the table knows: up to the end of the Arabic block.
const TOLD: usize = 0x700;

/// What a character is, as bits: a letter or a vowel sign; one that is compared as it is written; a capital that is compared
/// as the small letter at [`CASE`]; one of which only the tables of Unicode know whether it is a letter.
const LETTER: u8 = 1;
const PLAIN: u8 = 2;
const CAPITAL: u8 = 4;
const ASK: u8 = 8;

static KINDS: [u8; TOLD] = kinds();

const fn kinds() -> [u8; TOLD] {
    let mut all = [0; TOLD];
    let (mut rest, mut code): (&mut [u8], u32) = (&mut all, 0);
    while let [first, behind @ ..] = rest {
        *first = match char::from_u32(code) {
            Some(c) => kind_of(c),
            None => 0,
        };
        (rest, code) = (behind, code + 1);
    }
    all
}

const fn kind_of(c: char) -> u8 {
    match c {
        'A'..='Z' | 'А'..='Я' => LETTER | CAPITAL,
        // Of ة and ى, and of what stands between غ and ف, there is more than one spelling, or they are no letters.
        'a'..='z' | 'а'..='я' | 'ا'..='ب' | 'ت'..='غ' | 'ف'..='و' | 'ي' => LETTER | PLAIN,
        'ء'..='\u{657}' | 'ё' => LETTER,
        'Ё' => LETTER | ASK,
        '\0'..='\u{7F}' | '«' | '»' | '،' | '؛' | '؟' => 0,
        _ => ASK,
    }
}

#[inline]
fn kind(c: char) -> u8 {
    KINDS.get(c as usize).copied().unwrap_or(ASK)
}

/// One of the letters that most words are written with, each of which is compared as itself in lower case: nothing has to
/// be asked of it but this. No letter that is spelled in several ways.
#[inline]
pub(crate) fn plain(c: char) -> Option<char> {
    let kind = kind(c);
    if kind & PLAIN != 0 {
        return Some(c);
    }
    if kind & CAPITAL != 0 { char::from_u32(u32::from(c) + CASE) } else { None }
}

/// Whether a letter is one of these and in lower case: it is compared as it is written.
#[inline]
pub(crate) fn is_plain(c: char) -> bool {
    kind(c) & PLAIN != 0
}

/// Whether a character is a letter, or a vowel sign.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    let kind = kind(c);
    kind & LETTER != 0 || kind & ASK != 0 && is_rare_letter(c)
}

fn is_rare_letter(c: char) -> bool {
    !matches!(c, '\u{2000}'..='\u{206F}') && c.is_alphabetic()
}

/// A letter in lower case.
pub(crate) fn lower(c: char) -> char {
    match c {
        '\0'..='@' | '['..='\u{7F}' | 'ء'..='ي' => c,
        c => plain(c).or_else(|| c.to_lowercase().next()).unwrap_or(c),
    }
}

/// A word in lower case, letter by letter: most are, and stay what they are.
pub(crate) fn lowered(word: &str) -> Cow<'_, str> {
    if word.chars().all(|c| kind(c) & (CAPITAL | ASK) == 0) { word.into() } else { word.chars().map(lower).collect() }
}

/// Whether a character is a capital letter.
#[inline]
pub(crate) fn is_capital(c: char) -> bool {
    let kind = kind(c);
    kind & CAPITAL != 0 || kind & PLAIN == 0 && is_rare_capital(c)
}

fn is_rare_capital(c: char) -> bool {
    match c {
        'Ё' => true,
        '\0'..='\u{7F}' | 'ء'..='ي' => false,
        c => c.is_uppercase(),
    }
}
