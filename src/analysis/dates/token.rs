//! A text as words, numbers and marks, each with what the lexicon knows of it. One pass, in which every token is looked
//! at a bounded number of times; no more tokens are held than the rules look at, so that a long text is read in the
//! memory of a short one.

use std::collections::VecDeque;

use super::fold::{digit, fold, is_invisible, is_mark};
use super::lexicon::{Class, Lexicon, Senses};
use super::parser::told;
use crate::analysis::letter::{is_capital, is_letter, is_plain};
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

/// The tokens of a text around the one that is read, by their numbers in the text, and their folded forms.
pub(super) struct Tokens<'t> {
    text: &'t str,
    lang: Lang,
    lexicon: &'t Lexicon,
    /// The first byte that is not cut yet.
    at: usize,
    /// The line ends, and whether there were blanks, since the last token.
    lines: usize,
    blank: bool,
    /// Words cut from the text, not yet made into phrases.
    ahead: VecDeque<Token>,
    held: Vec<Token>,
    /// How many tokens before the ones held were let go, and how many bytes of folded forms.
    gone: usize,
    folds: String,
    folds_gone: usize,
    /// A phrase, as it is put together.
    phrase: String,
}

/// Words longer than this (in bytes) are in no lexicon, and need no look.
const LONGEST_WORD: usize = 60;

/// Tokens that are held behind the one that is read, and before it: more than any rule looks at. A cue of the tense is
/// looked for 30 tokens back, and the longest list of dates has some 60 tokens.
const BEHIND: usize = 128;
const AHEAD: usize = 512;

/// Tokens that are read before more are cut: few enough to stay in a cache nearby.
const BLOCK: usize = 1024;

impl<'t> Tokens<'t> {
    /// The tokens of a text; none is cut yet.
    pub(super) fn of(text: &'t str, lang: Lang, lexicon: &'t Lexicon) -> Self {
        Self {
            text,
            lang,
            lexicon,
            at: 0,
            lines: 2,
            blank: false,
            ahead: VecDeque::new(),
            held: Vec::new(),
            gone: 0,
            folds: String::new(),
            folds_gone: 0,
            phrase: String::new(),
        }
    }

    /// A token that is held.
    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.held.get(at.wrapping_sub(self.gone))
    }

    /// How many tokens there are up to the last one held.
    pub(super) fn count(&self) -> usize {
        self.gone + self.held.len()
    }

    /// The folded form of a token, as far as it was needed.
    pub(super) fn fold(&self, token: &Token) -> &str {
        self.folded(token.bare, token.fold.1)
    }

    fn folded(&self, from: usize, to: usize) -> &str {
        let place = from.checked_sub(self.folds_gone).zip(to.checked_sub(self.folds_gone));
        place.and_then(|(from, to)| self.folds.get(from..to)).unwrap_or_default()
    }

    /// Holds the tokens around `at`. Gives the token up to which they can be read: at the end of the text, the one
    /// behind the last.
    pub(super) fn move_to(&mut self, at: usize) -> usize {
        self.let_go(at.saturating_sub(BEHIND));
        while self.count() < at + BLOCK + AHEAD {
            let Some(token) = self.phrase() else { return self.count() };
            self.held.push(token);
            self.mark_groups();
        }
        at + BLOCK
    }

    /// Lets go of the tokens before one.
    fn let_go(&mut self, first: usize) {
        let many = first.saturating_sub(self.gone).min(self.held.len());
        self.held.drain(..many);
        self.gone += many;
        let kept = self.held.iter().chain(&self.ahead).map(|token| token.fold).find(|(from, to)| from < to);
        let bytes = kept.map_or(0, |(from, _)| from.saturating_sub(self.folds_gone)).min(self.folds.len());
        self.folds.drain(..bytes);
        self.folds_gone += bytes;
    }

    /// Cuts off the next word, number or mark.
    fn cut(&mut self) -> Option<Token> {
        loop {
            let rest = self.text.get(self.at..)?;
            let c = rest.chars().next()?;
            let start = self.at;
            self.at += c.len_utf8();
            if c.is_whitespace() {
                self.lines += usize::from(c == '\n');
                self.blank = true;
                continue;
            }
            let is_word = is_letter(c);
            if !is_word && (is_invisible(c) || is_mark(c)) {
                continue;
            }
            let gap = match (self.lines, self.blank) {
                (0, false) => Gap::None,
                (0, true) => Gap::Space,
                (1, _) => Gap::Line,
                _ => Gap::Paragraph,
            };
            (self.lines, self.blank) = (0, false);
            let mut token = Token::new(gap, start, self.at);
            if is_word {
                token.capital = is_capital(c);
                let (len, folded) = measure(rest);
                token.end = start + len;
                self.at = token.end;
                self.look_up(&mut token, folded);
            } else if let Some(value) = digit(c) {
                self.at += token.number(i64::from(value), rest.get(c.len_utf8()..).unwrap_or_default());
            } else {
                token.kind = Kind::Mark(c);
            }
            return Some(token);
        }
    }

    /// What the lexicon knows of a word, which may be written as it is folded.
    fn look_up(&mut self, token: &mut Token, folded: bool) {
        let word = self.text.get(token.start..token.end).unwrap_or_default();
        if word.len() > LONGEST_WORD {
            return;
        }
        let from = self.folds.len();
        if folded {
            self.folds.push_str(word);
        } else {
            self.folds.extend(word.chars().filter_map(fold_letter));
        }
        let end = self.folds_gone + self.folds.len();
        token.fold = (self.folds_gone + from, end);
        token.bare = token.fold.0;
        let folded = self.folds.get(from..).unwrap_or_default();
        token.senses = self.lexicon.look_up(folded);
        if self.lang == Lang::Ar && token.senses.is_empty() {
            token.bare = end - strip_clitics(token, folded, word, self.lexicon);
        }
    }

    /// The next token, with the words of a phrase as one («كانون الثاني», "the day before yesterday").
    fn phrase(&mut self) -> Option<Token> {
        let mut token = match self.ahead.pop_front() {
            Some(token) => token,
            None => self.cut()?,
        };
        let Some(longest) = told(self.lexicon.value(token.senses, Class::Starter)) else { return Some(token) };
        let mut phrase = std::mem::take(&mut self.phrase);
        phrase.clear();
        phrase.push_str(self.fold(&token));
        let mut used = 0;
        for count in 0..usize::try_from(longest).unwrap_or(1).saturating_sub(1) {
            if count == self.ahead.len() {
                let Some(next) = self.cut() else { break };
                self.ahead.push_back(next);
            }
            let Some(&next) = self.ahead.get(count) else { break };
            if next.kind != Kind::Word || !matches!(next.gap, Gap::Space | Gap::Line) {
                break;
            }
            phrase.push(' ');
            phrase.push_str(self.folded(next.fold.0, next.fold.1));
            let senses = self.lexicon.look_up(&phrase);
            if !senses.is_empty() {
                token.senses = senses;
                token.end = next.end;
                used = count + 1;
            }
        }
        self.phrase = phrase;
        self.ahead.drain(..used);
        Some(token)
    }

    /// Marks «2,024» and «3 140», whose last group is the last token held: numbers in groups of three are counts, not
    /// years.
    fn mark_groups(&mut self) {
        let reach = match self.held.as_slice() {
            [.., head, comma, last] if is_group_mark(comma.kind) => {
                let glued = comma.gap == Gap::None && last.gap == Gap::None;
                if head.kind == Kind::Number && glued && last.is_thousands() { 3 } else { 0 }
            }
            [.., head, last] => {
                let apart = head.digits <= 3 && last.gap == Gap::Space;
                if head.kind == Kind::Number && apart && last.is_thousands() { 2 } else { 0 }
            }
            _ => 0,
        };
        self.held.iter_mut().rev().take(reach).for_each(|part| part.grouped = true);
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

    /// Whether it can be the last group of a number in groups of three.
    fn is_thousands(&self) -> bool {
        self.kind == Kind::Number && self.digits == 3
    }

    /// Takes the digits behind the first; gives the bytes up to the last, and what is not seen behind it.
    fn number(&mut self, first: i64, rest: &str) -> usize {
        self.kind = Kind::Number;
        self.digits = 1;
        self.value = first;
        let (begin, mut taken) = (self.end, 0);
        for c in rest.chars() {
            let value = digit(c);
            if value.is_none() && !is_invisible(c) {
                break;
            }
            taken += c.len_utf8();
            if let Some(value) = value {
                self.digits = self.digits.saturating_add(1);
                self.value = self.value.saturating_mul(10).saturating_add(i64::from(value)).min(1_000_000_000);
                self.end = begin + taken;
            }
        }
        taken
    }
}

/// The bytes of the word that `rest` begins with, up to its last letter or what is written on that, and whether it is
/// written as it is folded. What is not seen belongs to the word inside it, and does not end it.
fn measure(rest: &str) -> (usize, bool) {
    let (mut len, mut at, mut folded) = (0, 0, true);
    for c in rest.chars() {
        at += c.len_utf8();
        if is_plain(c) {
            len = at;
            continue;
        }
        if c != ' ' && (is_letter(c) || is_mark(c)) {
            len = at;
        } else if !is_invisible(c) {
            break;
        }
        folded = false;
    }
    (len, folded)
}

/// A letter of a word in its one spelling; nothing for what is written on one, or not seen.
fn fold_letter(c: char) -> Option<char> {
    if is_letter(c) { fold(c) } else { None }
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
