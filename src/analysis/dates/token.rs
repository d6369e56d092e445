//! A text as words, numbers and marks, each with what the lexicon knows of it. One pass, and one over the words
//! for phrases; every token is looked at a bounded number of times.

use super::fold::{digit, fold_into, is_capital, is_invisible, is_mark};
use super::lexicon::{Class, Lexicon, Senses};
use super::parser::told;
use crate::analysis::letter::is_letter;
use crate::text::Lang;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// Any other visible character.
    Mark(char),
}

/// What lies between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// Blanks.
    Space,
    /// One line end.
    Line,
    /// A blank line, or the start of the text.
    Paragraph,
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools)] // Independent facts about how the word is written.
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) gap: Gap,
    /// Its first byte.
    pub(super) start: usize,
    /// Its first byte behind a conjunction or preposition written onto it: «و|اليوم».
    pub(super) core: usize,
    /// The byte behind its last visible one.
    pub(super) end: usize,
    /// The value of a number (that fits).
    pub(super) value: i64,
    /// How many digits a number has.
    pub(super) digits: u8,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether «ال» stands before it.
    pub(super) definite: bool,
    /// Whether «و» is written onto it.
    pub(super) and: bool,
    /// Whether a preposition is written onto it: «ب», «ل», «ك».
    pub(super) preposition: bool,
    /// Whether a number is grouped in thousands («2,024») and so counts something.
    pub(super) grouped: bool,
    pub(super) senses: Senses,
    /// Where its folded form stands among the folds.
    fold: (usize, usize),
    /// Where the folded form begins behind its clitics.
    bare: usize,
}

/// The tokens of a text, and their folded forms.
pub(super) struct Tokens {
    pub(super) list: Vec<Token>,
    folds: String,
}

/// Words longer than this (in bytes) are in no lexicon, and need no look.
const LONGEST_WORD: usize = 60;

impl Tokens {
    /// The folded form of a token, as far as it was needed.
    pub(super) fn fold(&self, token: &Token) -> &str {
        self.folds.get(token.bare..token.fold.1).unwrap_or_default()
    }

    /// Cuts a text up.
    pub(super) fn of(text: &str, lang: Lang, lexicon: &Lexicon) -> Self {
        let mut tokens = Self { list: Vec::with_capacity(text.len() / 7), folds: String::with_capacity(text.len()) };
        let mut chars = text.char_indices().peekable();
        let (mut lines, mut blank) = (2, false);
        while let Some((start, c)) = chars.next() {
            if c == '\n' {
                lines += 1;
            }
            if c.is_whitespace() {
                blank = true;
                continue;
            }
            if is_invisible(c) || is_mark(c) {
                continue;
            }
            let gap = match (lines, blank) {
                (0, false) => Gap::None,
                (0, true) => Gap::Space,
                (1, _) => Gap::Line,
                _ => Gap::Paragraph,
            };
            (lines, blank) = (0, false);
            let mut token = Token::new(gap, start, start + c.len_utf8());
            if let Some(value) = digit(c) {
                token.number(i64::from(value), &mut chars);
            } else if is_letter(c) {
                token.kind = Kind::Word;
                token.capital = is_capital(c);
                while let Some(&(at, c)) = chars.peek() {
                    if is_letter(c) || c == '\u{640}' {
                        token.end = at + c.len_utf8();
                    } else if !is_mark(c) && !is_invisible(c) {
                        break;
                    } else if is_mark(c) {
                        token.end = at + c.len_utf8();
                    }
                    chars.next();
                }
                tokens.fold_word(&mut token, text, lang, lexicon);
            } else {
                token.kind = Kind::Mark(c);
            }
            tokens.list.push(token);
        }
        tokens.join_phrases(lexicon);
        tokens.mark_groups();
        tokens
    }

    fn fold_word(&mut self, token: &mut Token, text: &str, lang: Lang, lexicon: &Lexicon) {
        let word = text.get(token.start..token.end).unwrap_or_default();
        if word.len() > LONGEST_WORD {
            return;
        }
        let from = self.folds.len();
        fold_into(word, &mut self.folds);
        token.fold = (from, self.folds.len());
        token.bare = from;
        let folded = self.folds.get(from..).unwrap_or_default();
        token.senses = lexicon.look_up(folded);
        if lang == Lang::Ar && token.senses.is_empty() {
            let kept = strip_clitics(token, folded, word, lexicon);
            token.bare = self.folds.len() - kept;
        }
    }

    /// Makes one token of the words of a phrase («كانون الثاني», "the day before yesterday").
    fn join_phrases(&mut self, lexicon: &Lexicon) {
        let list = std::mem::take(&mut self.list);
        let mut joined = Vec::with_capacity(list.len());
        let mut phrase = String::new();
        let mut at = 0;
        while let Some(&first) = list.get(at) {
            let mut token = first;
            let mut used = 1;
            if let Some(longest) = told(lexicon.value(first.senses, Class::Starter)) {
                phrase.clear();
                phrase.push_str(self.fold(&first));
                let reach = usize::try_from(longest).unwrap_or(1);
                for (count, next) in list.iter().enumerate().skip(at + 1).take(reach.saturating_sub(1)) {
                    let apart = matches!(next.gap, Gap::Space | Gap::Line);
                    if next.kind != Kind::Word || !apart {
                        break;
                    }
                    phrase.push(' ');
                    phrase.push_str(self.folds.get(next.fold.0..next.fold.1).unwrap_or_default());
                    let senses = lexicon.look_up(&phrase);
                    if !senses.is_empty() {
                        token.senses = senses;
                        token.end = next.end;
                        used = count + 1 - at;
                    }
                }
            }
            joined.push(token);
            at += used;
        }
        self.list = joined;
    }

    /// Marks «2,024» and «3 140»: numbers in groups of three are counts, not years.
    fn mark_groups(&mut self) {
        let mut before: [Option<Token>; 2] = [None, None];
        for at in 0..self.list.len() {
            let Some(&token) = self.list.get(at) else { continue };
            let thousands = token.kind == Kind::Number && token.digits == 3;
            let (reach, fits) = match before {
                [Some(head), Some(comma)] if is_group_mark(comma.kind) => {
                    (2, head.kind == Kind::Number && comma.gap == Gap::None && token.gap == Gap::None)
                }
                [_, Some(head)] => (1, head.kind == Kind::Number && head.digits <= 3 && token.gap == Gap::Space),
                _ => (0, false),
            };
            if thousands && fits {
                for back in 0..=reach {
                    if let Some(part) = at.checked_sub(back).and_then(|at| self.list.get_mut(at)) {
                        part.grouped = true;
                    }
                }
            }
            before = [before[1], Some(token)];
        }
    }
}

fn is_group_mark(kind: Kind) -> bool {
    matches!(kind, Kind::Mark(',' | '\u{66C}' | '،' | '\u{66B}'))
}

impl Token {
    fn new(gap: Gap, start: usize, end: usize) -> Self {
        Self {
            kind: Kind::Word,
            gap,
            start,
            core: start,
            end,
            value: 0,
            digits: 0,
            capital: false,
            definite: false,
            and: false,
            preposition: false,
            grouped: false,
            senses: Senses::default(),
            fold: (0, 0),
            bare: 0,
        }
    }

    fn number(&mut self, first: i64, chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>) {
        self.kind = Kind::Number;
        self.digits = 1;
        self.value = first;
        while let Some(&(at, c)) = chars.peek() {
            if let Some(value) = digit(c) {
                self.digits = self.digits.saturating_add(1);
                self.value = self.value.saturating_mul(10).saturating_add(i64::from(value)).min(1_000_000_000);
                self.end = at + c.len_utf8();
            } else if !is_invisible(c) {
                break;
            }
            chars.next();
        }
    }
}

/// Looks for a word behind «و» or «ف», «ب», «ل» or «ك», and «ال» (or «لل»), in this order; gives how many bytes of
/// the folded form were kept. A word of two letters is looked for whole only: «باب» is no «آب».
fn strip_clitics(token: &mut Token, folded: &str, word: &str, lexicon: &Lexicon) -> usize {
    const SHORTEST: usize = 6;
    let (mut rest, mut and, mut preposition) = (folded, false, false);
    for stage in 0..3 {
        let stripped = match stage {
            1 => rest.strip_prefix(['و', 'ف']),
            2 => rest.strip_prefix(['ب', 'ل', 'ك']),
            _ => Some(rest),
        };
        let Some(stripped) = stripped else { continue };
        and |= stage == 1;
        preposition |= stage == 2;
        let contracted = stage == 2 && rest.starts_with("لل");
        let bare = if contracted { stripped.strip_prefix('ل') } else { stripped.strip_prefix("ال") };
        for (candidate, definite) in [(Some(stripped), false), (bare, true)] {
            let Some(candidate) = candidate.filter(|it| it.len() >= SHORTEST || (it.len() == 4 && !preposition)) else {
                continue;
            };
            let senses = lexicon.look_up(candidate);
            if senses.is_empty() {
                continue;
            }
            (token.senses, token.definite, token.and, token.preposition) = (senses, definite, and, preposition);
            let clitics = usize::from(and) + usize::from(preposition && !contracted);
            token.core = token.start + behind_letters(word, clitics);
            return candidate.len();
        }
        rest = stripped;
    }
    folded.len()
}

/// The byte behind the first `count` letters, their marks included.
fn behind_letters(word: &str, count: usize) -> usize {
    let letters = word.char_indices().filter(|(_, c)| !is_mark(*c) && !is_invisible(*c));
    letters.map(|(at, _)| at).nth(count).unwrap_or(0)
}
