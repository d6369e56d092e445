//! Letters, told fast: those of our languages by their ranges, all others by the tables of Unicode.

/// How far a small Cyrillic letter stands behind its capital.
const CYRILLIC_CASE: u32 = 0x20;

/// Whether a character is a letter, or a vowel sign.
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
        '\0'..='\u{7F}' => c.to_ascii_lowercase(),
        'ء'..='ي' | 'а'..='я' => c,
        'А'..='Я' => char::from_u32(u32::from(c) + CYRILLIC_CASE).unwrap_or(c),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether a character is a capital letter.
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        'A'..='Z' | 'А'..='Я' | 'Ё' => true,
        '\0'..='\u{7F}' | 'а'..='я' | 'ء'..='ي' => false,
        c => c.is_uppercase(),
    }
}
