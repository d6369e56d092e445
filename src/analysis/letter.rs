//! Letters, told fast: those of our languages by their ranges, all others by the tables of Unicode.

/// How far a small letter stands behind its capital, Latin or Cyrillic.
const CASE: u32 = 0x20;

/// One of the letters that most words are written with, each of which is compared as itself in lower case: nothing has to
/// be asked of it but this. No letter that is spelled in several ways.
#[inline]
pub(crate) fn plain(c: char) -> Option<char> {
    match c {
        c if is_plain(c) => Some(c),
        'A'..='Z' | 'А'..='Я' => char::from_u32(u32::from(c) + CASE),
        _ => None,
    }
}

/// Whether a letter is one of these and in lower case: it is compared as it is written.
#[inline]
pub(crate) fn is_plain(c: char) -> bool {
    match c {
        'a'..='z' | 'а'..='я' => true,
        'ا'..='ي' => VARIED >> (u32::from(c) - ALEF) & 1 == 0,
        _ => false,
    }
}

/// The first of the Arabic letters that are told by one look, and a bit for each that has more than one spelling or is
/// none: ة, what stands between غ and ف, ى.
const ALEF: u32 = 'ا' as u32;
const VARIED: u64 = bit('ة') | bit('ى') | (bit('ف') - bit('غ') * 2);

const fn bit(letter: char) -> u64 {
    1 << (letter as u32 - ALEF)
}

/// Whether a character is a letter, or a vowel sign.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'ء'..='\u{657}' | 'А'..='я' | 'ё' | 'Ё' => true,
        '\0'..='\u{7F}' | '\u{2000}'..='\u{206F}' | '«' | '»' | '،' | '؛' | '؟' => false,
        c => c.is_alphabetic(),
    }
}

/// A letter in lower case.
pub(crate) fn lower(c: char) -> char {
    match c {
        '\0'..='@' | '['..='\u{7F}' | 'ء'..='ي' => c,
        c => plain(c).or_else(|| c.to_lowercase().next()).unwrap_or(c),
    }
}

/// Whether a character is a capital letter.
#[inline]
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        'A'..='Z' | 'А'..='Я' | 'Ё' => true,
        '\0'..='\u{7F}' | 'а'..='я' | 'ء'..='ي' => false,
        c => c.is_uppercase(),
    }
}
