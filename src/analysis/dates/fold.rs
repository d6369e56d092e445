//! One spelling for the many of a word: case, tashkeel, tatweel, the forms of alef, yeh, kaf and teh marbuta,
//! and ё; and the values of digits in every script that news uses.

use crate::analysis::letter::{lower, plain};

/// Whether a character has no width and no say: joiners, bidi marks and controls, soft hyphen, byte-order mark.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{61C}' | '\u{FEFF}' | '\u{AD}')
}

/// Whether a character is written on a letter of a word, and says nothing here: tashkeel, tatweel, accents.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
        || matches!(c, '\u{300}'..='\u{36F}')
}

/// The value of a decimal digit: Western, Arabic-Indic, extended Arabic-Indic or full-width.
pub(super) fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// Writes a word in its one spelling.
pub(super) fn fold_into(word: &str, out: &mut String) {
    out.extend(word.chars().filter_map(fold));
}

/// A character in its one spelling; nothing where it has no say.
pub(super) fn fold(c: char) -> Option<char> {
    plain(c).or_else(|| fold_rare(c))
}

fn fold_rare(c: char) -> Option<char> {
    Some(match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ې' => 'ي',
        'ک' => 'ك',
        'ة' | 'ۀ' | 'ە' => 'ه',
        'ё' | 'Ё' => 'е',
        // As the lexicons join the words of a phrase.
        '_' => ' ',
        c if is_mark(c) || is_invisible(c) => return None,
        c => lower(c),
    })
}
