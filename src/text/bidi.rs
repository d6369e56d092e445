//! Direction: of a text, and of the runs inside it that must keep their own order. Classes follow UAX #9; the
//! ranges are the scripts that news in our languages and the names inside it are written in.

use super::offset::{Byte, Span};

/// The direction of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn html(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// The other one.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Ltr => Self::Rtl,
            Self::Rtl => Self::Ltr,
        }
    }
}

/// The direction of the first strong character of `text` (UAX #9, P2); nothing where there is none.
pub fn direction_of(text: &str) -> Option<Direction> {
    text.chars().find_map(strong)
}

/// The direction in which a reader expects `text` among text of direction `base`: that of most of its words. A word
/// counts as one however long it is, so that a Latin name at the beginning, or an address, does not turn an Arabic
/// paragraph around; where neither direction has more of them, it is `base`.
pub fn main_direction(text: &str, base: Direction) -> Direction {
    let (mut with, mut against) = (0_usize, 0_usize);
    for direction in text.split_whitespace().filter_map(direction_of) {
        *(if direction == base { &mut with } else { &mut against }) += 1;
    }
    if against > with { base.opposite() } else { base }
}

/// The direction of words that are taken out of text of direction `base`: the same, as long as any of their letters
/// runs so; else the other.
pub fn direction_apart(words: &str, base: Direction) -> Direction {
    let mut letters = words.chars().filter_map(strong).peekable();
    if letters.peek().is_some() && letters.all(|direction| direction != base) { base.opposite() } else { base }
}

/// The direction of a strong character.
fn strong(c: char) -> Option<Direction> {
    match c {
        '\u{590}'..='\u{65F}'
        | '\u{66D}'..='\u{6EF}'
        | '\u{6FA}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}'
            if c.is_alphabetic() || c == '\u{200F}' =>
        {
            Some(Direction::Rtl)
        }
        '\u{200F}' | '\u{61C}' => Some(Direction::Rtl),
        '\u{200E}' => Some(Direction::Ltr),
        c if c.is_alphabetic() => Some(Direction::Ltr),
        _ => None,
    }
}

/// A stretch of a line, and whether it has to be isolated to keep its own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the line.
    pub span: Span<Byte>,
    /// Whether it is a run of the other direction (a Latin name in Arabic) or a grouped number.
    pub isolated: bool,
}

/// Cuts a line of direction `base` into pieces that cover it whole. In a right-to-left line, a run of
/// left-to-right words with what joins them (`Kassym-Jomart Tokayev`, `C++`), and a number of several
/// groups (`+7 727 250-00-00`, `2022-01-10`), is isolated; in a left-to-right line, a run of right-to-left words.
pub fn pieces(line: &str, base: Direction) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut from = 0;
    let plain = |from: usize, to: usize, out: &mut Vec<Piece>| {
        let mut at = from;
        let numbers = if base == Direction::Rtl { grouped_numbers(line, from, to) } else { Vec::new() };
        for number in numbers {
            push(at, number.start.0, false, out);
            push(number.start.0, number.end.0, true, out);
            at = number.end.0;
        }
        push(at, to, false, out);
    };
    for run in foreign_runs(line, base) {
        plain(from, run.start.0, &mut out);
        push(run.start.0, run.end.0, true, &mut out);
        from = run.end.0;
    }
    plain(from, line.len(), &mut out);
    out
}

fn push(from: usize, to: usize, isolated: bool, out: &mut Vec<Piece>) {
    if from < to {
        out.push(Piece { span: Span::bytes(from..to), isolated });
    }
}

/// The runs to isolate, in order. A run begins and ends with a letter of the other direction, or with digits
/// and signs that touch one (`COVID-19`, `C++`): a number apart from it may belong to the line («TASS 9 يناير»).
fn foreign_runs(line: &str, base: Direction) -> Vec<Span<Byte>> {
    let mut runs = Vec::new();
    let mut run: Option<Run> = None;
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        match strong(c) {
            Some(direction) if direction == base => close(run.take(), &mut runs),
            Some(_) => run.get_or_insert_with(|| Run::at(at)).letter(at, end),
            None if is_mark(c) || is_invisible(c) => {
                if let Some(open) = &mut run {
                    open.mark(at, end);
                }
            }
            None if c.is_ascii_digit() || matches!(c, '+' | '#' | '%' | '$' | '@' | '&') => {
                run.get_or_insert_with(|| Run::at(at)).sign(at, end);
            }
            None if joins(c) => {
                if let Some(open) = &mut run {
                    open.touching &= !c.is_whitespace();
                }
            }
            None => close(run.take(), &mut runs),
        }
    }
    close(run, &mut runs);
    runs
}

/// What may stand between two words of one foreign run.
fn joins(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '-' | '/' | '\\' | '.' | ':' | '\'' | '’' | '_' | '(' | ')' | ',')
}

/// Whether `c` is drawn on the letter before it, as accents that are written apart are.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether `c` is a soft hyphen or a joiner: nothing that would end a word.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// A run in the making.
struct Run {
    start: usize,
    /// After the last letter of the other direction, with the digits and signs that touch it.
    end: usize,
    /// Whether it has a letter of the other direction.
    foreign: bool,
    /// Whether no blank has come since the last letter, or since the start.
    touching: bool,
}

impl Run {
    fn at(start: usize) -> Self {
        Self { start, end: start, foreign: false, touching: true }
    }

    fn letter(&mut self, at: usize, end: usize) {
        if !self.foreign && !self.touching {
            self.start = at;
        }
        self.end = end;
        self.foreign = true;
        self.touching = true;
    }

    /// A digit or a sign: part of the run where it touches it, with at most one joining mark between.
    fn sign(&mut self, at: usize, end: usize) {
        if !self.foreign && !self.touching {
            self.start = at;
            self.touching = true;
        } else if self.foreign && self.touching && at.saturating_sub(self.end) <= 1 {
            self.end = end;
        }
    }

    /// What is drawn on the last letter goes with it.
    fn mark(&mut self, at: usize, end: usize) {
        if self.foreign && at == self.end {
            self.end = end;
        }
    }
}

fn close(run: Option<Run>, runs: &mut Vec<Span<Byte>>) {
    runs.extend(run.filter(|run| run.foreign).map(|run| Span::bytes(run.start..run.end)));
}

/// Fewest groups without a blank between them that have an order of their own: a date or a telephone number. Two
/// may be a range, which runs with the line.
const GROUPS: usize = 3;

/// The numbers between two bytes of a right-to-left line whose groups the line would turn around: behind Arabic
/// letters a hyphen, a plus sign or a blank between European digits takes the direction of the line (UAX #9, W2
/// and W4). A single group needs no help.
fn grouped_numbers(line: &str, from: usize, to: usize) -> Vec<Span<Byte>> {
    let text = line.get(from..to).unwrap_or_default();
    let mut out = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let plus = first == '+' && chars.peek().is_some_and(|(_, c)| c.is_ascii_digit());
        if !plus && !first.is_ascii_digit() {
            continue;
        }
        let (mut end, mut groups, mut digit) = (start + 1, usize::from(!plus), !plus);
        while let Some(&(at, c)) = chars.peek() {
            match c {
                '0'..='9' => {
                    groups += usize::from(!digit);
                    end = at + 1;
                }
                '-' | '/' | '.' | ':' => {}
                ' ' | '\u{A0}' | '(' | ')' if plus => {}
                _ => break,
            }
            digit = c.is_ascii_digit();
            chars.next();
        }
        if groups >= GROUPS || (plus && groups > 1) {
            out.push(Span::bytes(from + start..from + end));
        }
    }
    out
}
