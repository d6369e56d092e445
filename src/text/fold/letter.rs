//! One letter, folded. The ranges are those of the Unicode Character Database 16; the presentation forms
//! are its compatibility decompositions.

/// What becomes of a character.
pub(super) enum Fold {
    /// It is a mark or a control: nothing is left of it.
    Nothing,
    /// It is white space.
    Space,
    /// One folded letter.
    One(char),
    /// Several letters, which [`fold_one`] has still to fold; marks among them are padding.
    Many(&'static str),
}

/// Folds any character.
pub(super) fn fold_letter(c: char) -> Fold {
    match c {
        'a'..='z' | '0'..='9' | 'а'..='я' | 'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' | 'ي' => Fold::One(c),
        ' ' | '\t' | '\n' | '\r' => Fold::Space,
        c if is_mark(c) || is_invisible(c) => Fold::Nothing,
        '\u{FB50}'..='\u{FDCF}' => presentation_form(c).map_or(Fold::One(c), Fold::Many),
        '\u{FDF0}'..='\u{FDFC}' => word_ligature(c),
        '\u{FE80}'..='\u{FEFC}' => positional_form(c),
        '…' => Fold::Many("..."),
        'ﬁ' => Fold::Many("fi"),
        'ﬂ' => Fold::Many("fl"),
        'ß' => Fold::Many("ss"),
        c if c.is_whitespace() => Fold::Space,
        c => Fold::One(fold_one(c)),
    }
}

/// Folds a character that stays one character.
pub(super) fn fold_one(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{600}'..='\u{6FF}' => arabic(c),
        '\u{400}'..='\u{52F}' => cyrillic(c),
        '\u{C0}'..='\u{17F}' => latin(c, LATIN, 0xC0),
        '\u{1E00}'..='\u{1EFF}' => latin(c, LATIN_ADDITIONAL, 0x1E00),
        'Α'..='Ρ' | 'Σ'..='Ω' => shifted(c, 32),
        '«' | '»' | '‹' | '›' | '‘'..='‟' | '\'' | '`' | '´' | '′' | '″' | '〝' | '〞' | '\u{2BB}'..='\u{2BF}' => {
            '"'
        }
        '‐'..='―' | '−' | '﹘' | '﹣' | '－' => '-',
        '！'..='～' => fold_one(shifted_down(c, 0xFEE0)),
        _ => c,
    }
}

/// Whether `c` is a mark that sits on the letter before it, or the tatweel that stretches it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}'
        | '\u{610}'..='\u{61A}'
        | '\u{640}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}'
        | '\u{6E7}' | '\u{6E8}'
        | '\u{6EA}'..='\u{6ED}'
        | '\u{8CA}'..='\u{8E1}'
        | '\u{8E3}'..='\u{8FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{FE70}'..='\u{FE7F}')
}

/// Whether `c` has neither shape nor width: bidi controls, joiners, soft hyphens.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}')
}

fn arabic(c: char) -> char {
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ؤ' | 'ۄ' | 'ٶ' => 'و',
        'ئ' | 'ى' | 'ی' | 'ې' | 'ۍ' | 'ێ' | 'ے' | 'ۓ' | 'ؠ' | 'ٸ' => 'ي',
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' => 'ه',
        'ک' | 'ڪ' => 'ك',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '٪' => '%',
        '٫' | '۔' => '.',
        '٬' | '،' => ',',
        '؛' => ';',
        '؟' => '?',
        _ => c,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// In the Cyrillic block capitals stand 80 or 32 before their small letters, and above U+0460 in pairs.
fn cyrillic(c: char) -> char {
    match c {
        'ё' | 'Ё' | 'ѐ' | 'Ѐ' => 'е',
        'ѝ' | 'Ѝ' => 'и',
        'Ђ'..='Џ' => shifted(c, 80),
        'А'..='Я' => shifted(c, 32),
        '\u{460}'..='\u{481}' | '\u{48A}'..='\u{4BF}' | '\u{4D0}'..='\u{52F}' => {
            char::from_u32(u32::from(c) | 1).unwrap_or(c)
        }
        _ => c,
    }
}

fn shifted(c: char, by: u32) -> char {
    char::from_u32(u32::from(c) + by).unwrap_or(c)
}

fn shifted_down(c: char, by: u32) -> char {
    char::from_u32(u32::from(c).saturating_sub(by)).unwrap_or(c)
}

/// The base letters of U+00C0 to U+017F; a question mark where a letter is its own.
const LATIN: &str = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnn??oooooo??rrrrrrsssssssstttttt\
    uuuuuuuuuuuuwwyyyzzzzzzs";

/// The same of U+1E00 to U+1EFF, where the dotted letters of romanised Arabic stand.
const LATIN_ADDITIONAL: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnn\
    oooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy??????aaaaaaaaaaaaaaaaaaaaaaaa\
    eeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

fn latin(c: char, table: &str, first: u32) -> char {
    let at = (u32::from(c) - first) as usize;
    match (c, table.as_bytes().get(at)) {
        ('Æ', _) => 'æ',
        ('Ð', _) => 'ð',
        ('Þ', _) => 'þ',
        ('Œ', _) => 'œ',
        ('Ŋ', _) => 'ŋ',
        (_, Some(base)) if *base != b'?' => char::from(*base),
        _ => c,
    }
}

/// U+FB50 to U+FDCF: three letters each, padded with tatweels, sixteen to a line.
const FORMS: &str = include_str!("presentation-forms.txt");
/// The bytes of one form: three letters of two bytes.
const FORM: usize = 6;
/// The forms of one line.
const FORMS_A_LINE: usize = 16;

fn presentation_form(c: char) -> Option<&'static str> {
    let n = (u32::from(c) - 0xFB50) as usize;
    let at = n / FORMS_A_LINE * (FORM * FORMS_A_LINE + 1) + n % FORMS_A_LINE * FORM;
    FORMS.get(at..at + FORM)
}

/// Whole words cut as one sign.
fn word_ligature(c: char) -> Fold {
    Fold::Many(match c {
        'ﷲ' => "الله",
        'ﷳ' => "اكبر",
        'ﷴ' => "محمد",
        'ﷵ' => "صلعم",
        'ﷶ' => "رسول",
        'ﷷ' => "عليه",
        'ﷸ' => "وسلم",
        'ﷹ' => "صلي",
        'ﷺ' => "صلي الله عليه وسلم",
        'ﷻ' => "جل جلاله",
        '﷼' => "ريال",
        _ => return Fold::One(c),
    })
}

/// The folded letters of U+FE80 to U+FEF4: a letter by its shape alone and at the end, start and middle of a
/// word. Each takes two bytes.
const POSITIONAL: &str = "ءااااووااييييااببببههتتتتثثثثججججححححخخخخددذذررززسسسسششششص\
    صصصضضضضططططظظظظععععغغغغففففققققككككللللممممننننههههوويييييي";

/// A letter by its place in the word. After the letters come the lams with an alef.
fn positional_form(c: char) -> Fold {
    let at = (u32::from(c) - 0xFE80) as usize * 2;
    match POSITIONAL.get(at..at + 2).and_then(|letter| letter.chars().next()) {
        Some(letter) => Fold::One(letter),
        None => Fold::Many("لا"),
    }
}
