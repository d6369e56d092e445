//! Words, numbers and marks, each with its place and the key of its folded form. What is compared is the key:
//! letters in one case, Arabic without vowels and with one alef, so that spellings of one word meet.

use super::letter::{is_capital, is_letter, plain};
use super::lexicon::{Class, Classes, Heads, Key, Lexicon, Spelled, key_of};
use super::listed::is_listed;
use crate::text::{Byte, Lang, Span, ends_sentence, is_stop};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with the hyphens and apostrophes inside them.
    Word,
    /// Digits.
    Number,
    /// A quotation mark.
    Mark(char),
    /// A comma of any script.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon of any script.
    Semicolon,
    /// A dash that stands between words.
    Dash,
    /// An opening bracket.
    Opener,
    /// A closing bracket.
    Closer,
    /// A stop that ends a sentence.
    Stop,
    /// The end of a paragraph.
    Break,
    /// Anything else: a stop that ends nothing, a sign.
    Other,
}

/// No pair of quotation marks.
pub(crate) const NO_PAIR: u32 = u32::MAX;

/// A token. Long texts have millions: it is kept small.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// The key of the folded form; 0 for what is no word.
    pub key: Key,
    /// The key without an Arabic conjunction written to the word (و، ف); else the key.
    pub bare: Key,
    /// What the word is by the lexicon, and what the phrases are that begin with it: most questions are answered by it.
    pub classes: Classes,
    pub heads: Heads,
    /// The pair of quotation marks that begins with it; if none does, the last that it ends.
    pub pair: u32,
    /// Its bytes. What stands behind the first 4 GB of a text has no place.
    start: u32,
    end: u32,
    pub kind: Kind,
    /// Whether it begins with a capital, or with a particle written to one.
    pub capital: bool,
    /// Whether a date that the analysis found covers it.
    pub dated: bool,
    /// Whether blank, or nothing, stands before it.
    pub spaced: bool,
}

impl Token {
    /// What stands outside the text.
    pub const NONE: Self = Self {
        key: Key(0),
        bare: Key(0),
        classes: Classes::NONE,
        heads: Heads::NONE,
        pair: NO_PAIR,
        start: 0,
        end: 0,
        kind: Kind::Break,
        capital: false,
        dated: false,
        spaced: true,
    };

    /// What stands between two bytes, of which nothing else is known.
    fn at(start: usize, end: usize, kind: Kind) -> Self {
        let short = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Self { start: short(start), end: short(end), kind, ..Self::NONE }
    }

    /// Its first byte.
    #[inline]
    pub fn start(&self) -> usize {
        self.start as usize
    }

    /// The byte behind its last.
    #[inline]
    pub fn end(&self) -> usize {
        self.end as usize
    }

    #[inline]
    pub fn span(&self) -> Span<Byte> {
        Span::bytes(self.start()..self.end())
    }

    #[inline]
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// Cuts one paragraph into tokens and adds them to `out`, with a [`Kind::Break`] at its end.
pub(crate) fn tokenize(text: &str, paragraph: Span<Byte>, lang: Lang, out: &mut Vec<Token>) {
    let mut at = paragraph.start.0;
    let mut spaced = true;
    let whole = paragraph.of(text);
    let origin = paragraph.start.0;
    let lexicon = Lexicon::of(lang);
    while let Some((rest, c)) = whole.get(at - origin..).and_then(|rest| Some((rest, rest.chars().next()?))) {
        let drawn = if c == 'ـ' && spaced { dash_of_tatweel(rest) } else { 0 };
        let token = if drawn > 0 {
            Token::at(at, at + drawn, Kind::Dash)
        } else if is_letter(c) {
            word(rest, c, at, lang, lexicon)
        } else if c.is_whitespace() || is_invisible(c) {
            spaced |= c.is_whitespace();
            at += c.len_utf8();
            continue;
        } else {
            let (kind, len) = measure(text, at, c, rest, lang);
            if lang == Lang::Ar && belongs_before(out.as_slice(), at, c, kind, rest) {
                at += len;
                continue;
            }
            let bracket = lang == Lang::Ar && kind == Kind::Closer;
            let marks = bracket && (mark_initials(text, out) || c == ')' && mark_bracketed(text, out));
            Token::at(at, at + len, if marks { Kind::Mark('»') } else { kind })
        };
        at = token.end();
        out.push(Token { spaced, ..token });
        spaced = false;
    }
    out.push(Token::at(paragraph.end.0, paragraph.end.0, Kind::Break));
}

/// The bytes of a tatweel that stands alone, which old keyboards give for a dash: «…» ـ قال الوزير.
fn dash_of_tatweel(rest: &str) -> usize {
    let len = run(rest, |c| c == 'ـ');
    if rest.get(len..).is_some_and(|behind| behind.starts_with(char::is_whitespace)) { len } else { 0 }
}

/// Whether a sign, at byte `at`, belongs to the Arabic word before it, and is no token.
fn belongs_before(before: &[Token], at: usize, c: char, kind: Kind, rest: &str) -> bool {
    let Some(last) = before.last().filter(|last| last.is_word()) else { return false };
    let letter = |token: &Token| token.is_word() && token.span().len() <= one_letter('د');
    match c {
        '.' if last.end() == at => {
            // «وقال ع. س. لـ«نبض البلد»».
            let second = before.len().checked_sub(2).and_then(|at| before.get(at)).is_some_and(letter);
            let goes_on = || kind == Kind::Other || kind == Kind::Stop && goes_on(rest, second);
            let mut behind = rest.chars().skip(1);
            // «د. فوزي»: the stop belongs to the title. «محمد.ع»: to the name.
            letter(last) && goes_on() || behind.next().is_some_and(is_letter) && !behind.next().is_some_and(is_letter)
        }
        // «الدكتور/ أحمد», «المهندسة / رشا»: the stroke behind a title too.
        '/' => last.classes.has(Class::Title),
        _ => false,
    }
}

/// Whether no sentence begins behind the stop of an initial, which may be the second: «المقاول بوعلام ش. إن», «أيمن ح. ع».
fn goes_on(rest: &str, second: bool) -> bool {
    let next = rest.split(|c| !is_letter(c)).find(|word| !word.is_empty()).unwrap_or_default();
    let led = second && (next.starts_with('ل') || is_listed(next, "في على من عن"));
    let aged = rest.get(1..).is_some_and(|behind| behind.trim_start().starts_with('('));
    led || aged || is_listed(next, "أن إن بأن") || next.chars().nth(1).is_none() && next != "و"
}

/// Words and stops of a name in initials, at most.
pub(crate) const INITIALS: usize = 6;

/// Where a bracket that closes here has held the initials of an Arabic name («المواطن (ع.م)», «السائق (محمد.ع)»), makes the
/// one that opened it the mark of a name. Agencies sign with their letters, as no person does.
fn mark_initials(text: &str, out: &mut [Token]) -> bool {
    const AGENCIES: &str = "أفب دبأ أشأ ومع إفي أب وأج";
    let letters = out.iter().rev().take(INITIALS).take_while(|token| is_initial(text, token)).count();
    let Some(before) = out.len().checked_sub(letters + 1).filter(|_| letters > 0) else { return false };
    let open = before - usize::from(before > 0 && out.get(before).is_some_and(Token::is_word));
    let Some(opener) = out.get_mut(open).filter(|token| token.kind == Kind::Opener && before - open + letters > 1)
    else {
        return false;
    };
    let signs = text.get(opener.end()..).and_then(|rest| rest.split(')').next()).unwrap_or_default();
    let agency = is_listed(&signs.chars().filter(|c| is_letter(*c)).collect::<String>(), AGENCIES);
    let named = signs.contains('.') && !agency;
    opener.kind = if named { Kind::Mark('«') } else { opener.kind };
    named
}

/// Tokens of speech in round brackets, at most.
const BRACKETED: usize = 120;

/// Words of the name of a paper in round brackets, at most.
const PAPER: usize = 5;

/// Where a bracket that closes here has held what stands behind a colon, or a name behind «لـ», makes the one that opened it
/// a quotation mark, as Sudanese and older papers print it: «وزاد: (كتبنا إليهم)», «وقال لـ(الرأي العام)».
fn mark_bracketed(text: &str, out: &mut [Token]) -> bool {
    let (mut depth, mut words, mut open) = (0, 0, None);
    for (at, token) in out.iter().enumerate().rev().take(BRACKETED) {
        match token.kind {
            Kind::Opener if depth == 0 => open = Some(at),
            Kind::Opener => depth -= 1,
            Kind::Closer => depth += 1,
            Kind::Break => break,
            Kind::Word => words += 1,
            _ => {}
        }
        if open.is_some() {
            break;
        }
    }
    let Some(at) = open else { return false };
    let before = at.checked_sub(1).and_then(|at| out.get(at)).copied().unwrap_or(Token::NONE);
    let to = || matches!(before.span().of(text), "لـ" | "ل");
    let Some(opener) = out.get_mut(at).filter(|token| token.span().of(text) == "(") else { return false };
    let held = match before.kind {
        Kind::Colon => words > 1,
        Kind::Word => (1..=PAPER).contains(&words) && !opener.spaced && to(),
        _ => false,
    };
    opener.kind = if held { Kind::Mark('«') } else { opener.kind };
    held
}

/// Whether a token is one letter of a name, or a sign between two.
fn is_initial(text: &str, token: &Token) -> bool {
    let letter = token.is_word() && token.span().of(text).trim_end_matches('ـ').chars().nth(1).is_none();
    letter || matches!(token.kind, Kind::Other | Kind::Stop)
}

/// Letters of an English particle that is written to a name, at most.
const PARTICLE_LETTERS: usize = 4;

/// Whether a word is a name with a small particle written to it: "al-Bashir", "d’Orey", «аль-Хатиб», «д'Эстен».
fn is_particled(word: &str, lang: Lang) -> bool {
    let particle = || {
        let parts = word.split_once(['-', '‑', '\'', '’']).filter(|(_, name)| name.starts_with(char::is_uppercase));
        parts.map(|(particle, _)| particle)
    };
    match lang {
        Lang::Ar => false,
        Lang::Ru => particle().is_some_and(|small| Lexicon::of(lang).is(key_of(small), Class::Particle)),
        Lang::En => particle().is_some_and(|small| {
            (1..=PARTICLE_LETTERS).contains(&small.len()) && small.chars().all(char::is_lowercase)
        }),
    }
}

/// The bytes of a letter.
fn one_letter(c: char) -> usize {
    c.len_utf8()
}

/// Controls that no reader sees and no word is changed by.
fn is_invisible(c: char) -> bool {
    crate::text::is_bidi_override(c) || matches!(c, '\u{200B}'..='\u{200F}' | '\u{61C}' | '\u{FEFF}' | '\u{AD}')
}

/// The kind and the length in bytes of the token that begins with `c`, no letter, at byte `at`.
fn measure(text: &str, at: usize, c: char, rest: &str, lang: Lang) -> (Kind, usize) {
    let one = c.len_utf8();
    if is_stop(c) {
        return (if ends_sentence(text, at, lang) { Kind::Stop } else { Kind::Other }, one);
    }
    let kind = match c {
        '«' | '»' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‹' | '›' | '"' | '\'' => {
            Kind::Mark(c)
        }
        '<' if rest.starts_with("<<") => return (Kind::Mark('«'), 2),
        '>' if rest.starts_with(">>") => return (Kind::Mark('»'), 2),
        // "a €90,000 yacht": nothing is set apart.
        ',' if lang == Lang::En && is_inside_number(text, at, rest) => Kind::Other,
        ',' | '،' => Kind::Comma,
        ':' => Kind::Colon,
        ';' | '؛' => Kind::Semicolon,
        // "a 24-year-old student": nothing is set apart.
        '-' if joins(text, at, rest) => Kind::Other,
        '—' | '–' | '-' | '―' => Kind::Dash,
        '(' | '[' => Kind::Opener,
        ')' | ']' => Kind::Closer,
        c if c.is_numeric() => return (Kind::Number, run(rest, char::is_numeric)),
        _ => Kind::Other,
    };
    (kind, one)
}

/// Whether the comma at byte `at` stands between digits.
fn is_inside_number(text: &str, at: usize, rest: &str) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_some_and(char::is_numeric) && rest.chars().nth(1).is_some_and(char::is_numeric)
}

/// Whether the hyphen at byte `at` joins a number to a word.
fn joins(text: &str, at: usize, rest: &str) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_some_and(char::is_numeric) && rest.chars().nth(1).is_some_and(is_letter)
}

/// How many bytes of `rest` are characters that `inside` takes.
fn run(rest: &str, inside: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !inside(c)).unwrap_or(rest.len())
}

/// Cuts off the word that `rest` begins with, at byte `at` with the letter `first`: letters, marks and digits in them, and
/// hyphens or apostrophes between letters.
fn word(rest: &str, first: char, at: usize, lang: Lang, lexicon: &Lexicon) -> Token {
    let (mut letters, mut len, mut joined) = (Spelled::NOTHING, 0, false);
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        if let Some(letter) = plain(c) {
            letters.push(letter);
        } else if c == ' ' {
            break;
        } else {
            let joins = matches!(c, '-' | '‑' | '\'' | '’') && chars.clone().next().is_some_and(is_letter);
            if !(joins || is_letter(c) || is_mark(c) || c.is_numeric()) {
                break;
            }
            joined |= joins;
            letters.write(c);
        }
        len += c.len_utf8();
    }
    let key = letters.key();
    // «السفيرة آن فلان»: a woman's name, and no «أن».
    let anne = first == 'آ' && rest.get(..len) == Some("آن");
    let (classes, heads) = if anne { (Classes::NONE, Heads::NONE) } else { (lexicon.classes(key), lexicon.heads(key)) };
    let with_and = lang == Lang::Ar && matches!(first, 'و' | 'ف') && len > 2 * one_letter(first);
    let bare = if with_and { key_of(rest.get(one_letter(first)..len).unwrap_or_default()) } else { key };
    Token {
        key,
        bare,
        classes,
        heads,
        capital: is_capital(first) || joined && is_particled(rest.get(..len).unwrap_or_default(), lang),
        ..Token::at(at, at + len, Kind::Word)
    }
}

/// Vowel signs, the stress accent and the tatweel.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | 'ـ' | '\u{AD}' | '\u{200C}' | '\u{200D}')
}
