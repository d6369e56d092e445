//! Quotation marks into pairs: nested, odd in number, of mixed kinds, over several paragraphs. One pass, with a stack
//! of bounded depth: 100,000 marks cost no more than 100,000 letters.

use crate::analysis::token::{Kind, NO_PAIR, Token};

/// A quotation between its marks, by tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The opening mark.
    pub open: usize,
    /// The closing mark; for one that is never closed, the token that it ends before.
    pub close: usize,
    /// Whether there is a closing mark.
    pub closed: bool,
    /// The pair in the paragraph before that this one goes on with, its mark opened again.
    pub continues: Option<usize>,
    /// The pair that ends with the opening mark, by its number; another number where none does.
    pub ended: u32,
}

impl Pair {
    /// The first token inside.
    pub fn inner_start(&self) -> usize {
        self.open + 1
    }

    /// The token after the last inside.
    pub fn inner_end(&self) -> usize {
        self.close
    }

    /// The token after the whole.
    pub fn after(&self) -> usize {
        if self.closed { self.close + 1 } else { self.close }
    }
}

/// Quotations inside quotations that are followed; deeper marks are read as letters are. Print has three.
const MAX_DEPTH: usize = 6;

/// Paragraphs without a mark that one quotation may run through before its closing mark.
const MAX_SILENT_PARAGRAPHS: usize = 3;

/// What a mark can do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// The families of marks that open and close each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Guillemets,
    SingleGuillemets,
    Curly,
    SingleCurly,
    Straight,
    SingleStraight,
}

/// The family of a mark, and which way it faces by its shape alone.
fn shape(mark: char) -> (Family, Side) {
    match mark {
        '«' => (Family::Guillemets, Side::Opens),
        '»' => (Family::Guillemets, Side::Closes),
        '‹' => (Family::SingleGuillemets, Side::Opens),
        '›' => (Family::SingleGuillemets, Side::Closes),
        '„' | '‟' => (Family::Curly, Side::Opens),
        '“' => (Family::Curly, Side::Either),
        '”' => (Family::Curly, Side::Closes),
        '‚' | '‘' => (Family::SingleCurly, Side::Opens),
        '’' => (Family::SingleCurly, Side::Closes),
        '"' => (Family::Straight, Side::Either),
        _ => (Family::SingleStraight, Side::Either),
    }
}

/// An open mark.
#[derive(Clone, Copy)]
struct Open {
    family: Family,
    low: bool,
    pair: usize,
}

/// The state of the pass.
struct Pairing<'a> {
    tokens: &'a [Token],
    /// Where the straight double marks stand, and how many of them were read.
    straight: Vec<usize>,
    read: usize,
    pairs: Vec<Pair>,
    stack: Vec<Open>,
}

/// The pairs of a text, in the order of their opening marks. `marks` are the tokens that are marks, and `paragraphs`
/// ranges of tokens.
pub(crate) fn pair_marks(tokens: &[Token], marks: &[usize], paragraphs: &[(usize, usize)]) -> Vec<Pair> {
    let is = |at: usize, mark: char| tokens.get(at).is_some_and(|token| token.kind == Kind::Mark(mark));
    let straight = marks.iter().copied().filter(|at| is(*at, '"')).collect();
    let mut pass = Pairing { tokens, straight, read: 0, pairs: Vec::new(), stack: Vec::new() };
    let mut rest = marks;
    let inside: Vec<&[usize]> = paragraphs
        .iter()
        .map(|(_, to)| {
            let (here, behind) = rest.split_at(rest.iter().take_while(|at| *at < to).count());
            rest = behind;
            here
        })
        .collect();
    // The first mark of each paragraph that can be no apostrophe.
    let first = |here: &&[usize]| here.iter().copied().find(|at| !is(*at, '\'') && !is(*at, '’'));
    let firsts: Vec<Option<usize>> = inside.iter().map(first).collect();
    for (number, ((_, to), here)) in paragraphs.iter().zip(inside).enumerate() {
        for at in here {
            if let Some(Token { kind: Kind::Mark(mark), .. }) = tokens.get(*at) {
                pass.take(*at, *mark);
            }
        }
        pass.end_paragraph(*to, firsts.get(number + 1..).unwrap_or_default(), paragraphs.get(number + 1));
    }
    pass.pairs
}

impl Pairing<'_> {
    fn token(&self, at: usize) -> Token {
        self.tokens.get(at).copied().unwrap_or(Token::NONE)
    }

    /// Which way a mark that has two faces looks: blanks and openers before it open it, stops and blanks behind
    /// it close it.
    fn side_by_place(&self, at: usize) -> Side {
        let before = at.checked_sub(1).map_or(Token::NONE, |at| self.token(at));
        let (here, after) = (self.token(at), self.token(at + 1));
        let open_before = here.spaced
            || matches!(before.kind, Kind::Opener | Kind::Dash | Kind::Break)
            || matches!(before.kind, Kind::Mark(mark) if shape(mark).1 != Side::Closes && before.spaced);
        let open_after = !after.spaced
            && matches!(
                after.kind,
                Kind::Word | Kind::Number | Kind::Mark(_) | Kind::Opener | Kind::Other | Kind::Dash
            );
        match (open_before, open_after) {
            (true, true) => Side::Opens,
            (false, false) => Side::Closes,
            (false, true) if matches!(after.kind, Kind::Mark(_)) => Side::Closes,
            _ => Side::Either,
        }
    }

    /// Reads one mark.
    fn take(&mut self, at: usize, mark: char) {
        if self.stack.last().and_then(|open| self.pairs.get(open.pair)).is_some_and(|pair| pair.open == at) {
            return;
        }
        let (family, facing) = shape(mark);
        let held = self.stack.iter().rposition(|open| open.family == family);
        let single = matches!(family, Family::SingleCurly | Family::SingleStraight);
        let by_place = self.side_by_place(at);
        let side = match facing {
            Side::Either if mark == '“' => match held.and_then(|held| self.stack.get(held)) {
                Some(open) if open.low || by_place == Side::Closes => Side::Closes,
                _ => Side::Opens,
            },
            Side::Either if single => by_place,
            Side::Either => match (held, by_place) {
                (None, _) | (Some(_), Side::Opens) => Side::Opens,
                (Some(_), _) => Side::Closes,
            },
            // Some Arabic papers set the marks the other way round: ”…“.
            Side::Closes if mark == '”' && held.is_none() && by_place != Side::Closes => Side::Opens,
            // An opening mark of guillemets is now and then set where a closing one should stand, and the other way.
            facing => facing,
        };
        match (side, held) {
            (Side::Closes, Some(held)) => self.close(held, at),
            (Side::Opens, Some(held)) if !matches!(facing, Side::Opens) && mark != '“' => {
                self.reopen(held, at, family);
            }
            (Side::Opens, _) => self.open(at, family, matches!(mark, '„' | '‟' | '‚' | '”')),
            _ => {}
        }
    }

    /// A straight mark that looks like an opener while one of its kind is open: it is nested where two closing ones
    /// follow; else the one before was never closed.
    fn reopen(&mut self, held: usize, at: usize, family: Family) {
        if !(family == Family::Straight && self.nests(at)) {
            if let Some(open) = self.stack.get(held).copied() {
                self.cut(open.pair, at);
            }
            self.stack.truncate(held);
        }
        self.open(at, family, false);
    }

    /// Whether the two straight marks behind the one at `at` both close.
    fn nests(&mut self, at: usize) -> bool {
        while self.straight.get(self.read).is_some_and(|mark| *mark <= at) {
            self.read += 1;
        }
        let mut after = self.straight.iter().skip(self.read);
        let mut closes = || after.next().is_some_and(|mark| self.side_by_place(*mark) == Side::Closes);
        closes() && closes()
    }

    fn open(&mut self, at: usize, family: Family, low: bool) {
        if self.stack.len() >= MAX_DEPTH {
            return;
        }
        let pair = self.pairs.len();
        self.pairs.push(Pair { open: at, close: at + 1, closed: false, continues: None, ended: NO_PAIR });
        self.stack.push(Open { family, low, pair });
    }

    /// Closes the open mark at a height of the stack; those above it were never closed.
    fn close(&mut self, held: usize, at: usize) {
        while self.stack.len() > held + 1 {
            if let Some(open) = self.stack.pop() {
                self.cut(open.pair, at);
            }
        }
        if let Some(open) = self.stack.pop()
            && let Some(pair) = self.pairs.get_mut(open.pair)
        {
            pair.close = at;
            pair.closed = true;
        }
    }

    /// Ends a pair that has no closing mark before a token.
    fn cut(&mut self, pair: usize, at: usize) {
        if let Some(pair) = self.pairs.get_mut(pair) {
            pair.close = at.max(pair.open + 1);
        }
    }

    /// At the end of a paragraph: an open quotation goes on where the next mark closes it, begins again where the next
    /// paragraph opens the same mark, and ends here otherwise. Inner ones end here.
    fn end_paragraph(&mut self, end: usize, next_marks: &[Option<usize>], next: Option<&(usize, usize)>) {
        while self.stack.len() > 1 {
            if let Some(open) = self.stack.pop() {
                self.cut_at_paragraph(open, end);
            }
        }
        let Some(open) = self.stack.first().copied() else { return };
        let mark = next_marks.iter().take(MAX_SILENT_PARAGRAPHS + 1).find_map(|mark| *mark);
        let facing = mark.map(|at| self.facing(at, open));
        let reopens = mark == next.map(|range| range.0) && facing == Some(Side::Opens) && mark.is_some();
        if facing == Some(Side::Closes) {
            return;
        }
        self.stack.clear();
        self.cut_at_paragraph(open, end);
        if reopens {
            self.continue_at(open.pair, mark);
        }
    }

    /// Ends an open mark at the end of its paragraph; a single one that nothing closed was an apostrophe.
    fn cut_at_paragraph(&mut self, open: Open, end: usize) {
        let single = matches!(open.family, Family::SingleCurly | Family::SingleStraight);
        self.cut(open.pair, if single { 0 } else { end });
    }

    /// Which way the mark at `at` looks to a quotation that is open.
    fn facing(&self, at: usize, open: Open) -> Side {
        let Kind::Mark(mark) = self.token(at).kind else { return Side::Either };
        let (family, facing) = shape(mark);
        if family != open.family {
            return Side::Either;
        }
        match facing {
            Side::Either if mark == '“' && open.low => Side::Closes,
            Side::Either => self.side_by_place(at),
            facing => facing,
        }
    }

    /// The pair that opens at `at` will go on with `pair`; it is opened when the pass comes to it.
    fn continue_at(&mut self, pair: usize, at: Option<usize>) {
        let Some(Kind::Mark(mark)) = at.map(|at| self.token(at).kind) else { return };
        let (family, _) = shape(mark);
        let next = self.pairs.len();
        if let Some(at) = at {
            self.open(at, family, matches!(mark, '„' | '‟' | '‚'));
            if let Some(pair_after) = self.pairs.get_mut(next) {
                pair_after.continues = Some(pair);
            }
        }
    }
}
