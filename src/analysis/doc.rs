//! A text made ready: tokens, the pairs of its quotation marks, and its sentences at every depth of quotation.
//! At one depth, a quotation is a single step: [`Doc::next`] goes from its opening mark to behind its closing one.

use super::dateline;
use super::lexicon::{Class, Classes, Key, Lexicon, Number, Sense};
use super::people::ar_word::{Word, take_apart};
use super::quotes::marks::{Pair, pair_marks};
use super::token::{Kind, NO_PAIR, Token, tokenize};
use crate::text::{Byte, Lang, Span, paragraphs};

/// A text, its tokens and pairs.
pub(crate) struct Doc<'t> {
    pub text: &'t str,
    pub lang: Lang,
    pub lexicon: &'static Lexicon,
    pub tokens: Vec<Token>,
    /// The tokens as they are written: they are asked for more than anything else.
    words: Vec<&'t str>,
    /// The first token of each paragraph, and the one after its last (its [`Kind::Break`]).
    pub paragraphs: Vec<(usize, usize)>,
    pub pairs: Vec<Pair>,
    /// The words of the names in the text, in order of their keys.
    pub surnames: Vec<Key>,
    /// The Arabic names of two words that the text gives as a whole, in order of their keys.
    pub whole: Vec<(Key, Key)>,
    /// The Arabic words without what is written to them, one for each token.
    pub apart: Vec<Word>,
}

impl<'t> Doc<'t> {
    /// Reads `text`; `dates` are the spans of the dates in it, in order.
    pub fn new(text: &'t str, lang: Lang, dates: &[Span<Byte>]) -> Self {
        let mut doc = Self {
            text,
            lang,
            lexicon: Lexicon::of(lang),
            tokens: Vec::with_capacity(text.len() / 6),
            words: Vec::with_capacity(text.len() / 6),
            paragraphs: Vec::new(),
            pairs: Vec::new(),
            surnames: Vec::new(),
            whole: Vec::new(),
            apart: Vec::new(),
        };
        let mut dates = dates.iter().peekable();
        let mut marks = Vec::new();
        // A paragraph at a time, while its tokens are at hand.
        for paragraph in paragraphs(text) {
            let from = doc.tokens.len();
            tokenize(text, paragraph, lang, &mut doc.tokens);
            for (at, token) in doc.tokens.iter_mut().enumerate().skip(from) {
                doc.words.push(text.get(token.start()..token.end()).unwrap_or_default());
                while dates.next_if(|date| date.end.0 <= token.start()).is_some() {}
                token.dated = dates.peek().is_some_and(|date| date.start.0 < token.end() && token.start() < date.end.0);
                marks.extend(matches!(token.kind, Kind::Mark(_)).then_some(at));
            }
            if lang == Lang::Ar {
                take_apart(&mut doc, from);
                dateline::end_arabic(&mut doc, from);
            }
            if lang == Lang::En {
                dateline::end_english(text, doc.tokens.get_mut(from..).unwrap_or_default());
            }
            doc.paragraphs.push((from, doc.tokens.len().saturating_sub(1)));
        }
        doc.pairs = pair_marks(&doc.tokens, &marks, &doc.paragraphs);
        // In their order: what ends where one begins has begun before it.
        for (at, pair) in doc.pairs.iter_mut().enumerate() {
            let number = u32::try_from(at).unwrap_or(NO_PAIR);
            if let Some(token) = doc.tokens.get_mut(pair.open) {
                pair.ended = std::mem::replace(&mut token.pair, number);
            }
            if let Some(token) = doc.tokens.get_mut(pair.close) {
                token.pair = number;
            }
        }
        doc
    }

    #[inline]
    pub fn token(&self, at: usize) -> &Token {
        self.tokens.get(at).unwrap_or(&Token::NONE)
    }

    #[inline]
    pub fn kind(&self, at: usize) -> Kind {
        self.tokens.get(at).map_or(Kind::Break, |token| token.kind)
    }

    #[inline]
    pub fn key(&self, at: usize) -> Key {
        self.tokens.get(at).map_or(Key(0), |token| token.key)
    }

    #[inline]
    pub fn word(&self, at: usize) -> &'t str {
        self.words.get(at).copied().unwrap_or_default()
    }

    #[inline]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.tokens.get(at).is_some_and(|token| token.classes.has(class))
    }

    #[inline]
    pub fn sense(&self, at: usize, class: Class) -> Option<Sense> {
        let token = self.tokens.get(at).filter(|token| token.classes.has(class))?;
        self.lexicon.sense(token.key, class)
    }

    /// Whether a word is of one of some classes.
    #[inline]
    pub fn is_any(&self, at: usize, classes: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.classes.meet(classes))
    }

    /// Whether a word is of one of some classes, perhaps with an Arabic conjunction written to it.
    pub fn is_any_even_joined(&self, at: usize, classes: Classes) -> bool {
        let token = self.token(at);
        token.classes.meet(classes) || (token.bare != token.key && self.lexicon.classes(token.bare).meet(classes))
    }

    /// Whether a word is of a class, perhaps with an Arabic conjunction written to it.
    pub fn is_even_joined(&self, at: usize, class: Class) -> bool {
        let token = self.token(at);
        token.classes.has(class) || (token.bare != token.key && self.lexicon.is(token.bare, class))
    }

    /// The reading of a word as one of a class, perhaps with an Arabic conjunction written to it.
    pub fn sense_even_joined(&self, at: usize, class: Class) -> Option<Sense> {
        let bare = self.token(at).bare;
        self.sense(at, class).or_else(|| if bare == self.key(at) { None } else { self.lexicon.sense(bare, class) })
    }

    /// The phrase or word of a class at `at`, before `end`; its first word may carry an Arabic conjunction.
    pub fn phrase(&self, at: usize, end: usize, class: Class) -> Option<Sense> {
        let token = self.token(at);
        let word = |step: usize| if at + step < end { self.key(at + step) } else { Key(0) };
        let known = token.classes.has(class) || token.heads.may_have(class);
        let plain = if known { self.lexicon.phrase(token.key, class, word) } else { None };
        if plain.is_some() || token.bare == token.key {
            return plain;
        }
        self.lexicon.phrase(token.bare, class, word)
    }

    /// Whether an Arabic conjunction is written to a word, and is no letter of the verb: «وقال», not «وصف».
    pub fn is_joined(&self, at: usize) -> bool {
        let token = self.token(at);
        let own = |class| token.classes.has(class);
        token.bare != token.key && !own(Class::Verb) && !own(Class::Participle)
    }

    /// Whether a word is part of a name that the text gives in full.
    pub fn is_surname(&self, at: usize) -> bool {
        let key = self.key(at);
        key.0 != 0 && self.surnames.binary_search(&key).is_ok()
    }

    /// The pair that the token opens.
    #[inline]
    pub fn pair_at(&self, at: usize) -> Option<usize> {
        let pair = self.tokens.get(at).map(|token| token.pair as usize)?;
        self.pairs.get(pair).filter(|begun| begun.open == at).map(|_| pair)
    }

    /// The pair that the token closes.
    pub fn pair_closed_at(&self, at: usize) -> Option<usize> {
        let pair = self.tokens.get(at).map(|token| token.pair as usize)?;
        let begun = self.pairs.get(pair)?;
        let ended = if begun.open == at { begun.ended as usize } else { pair };
        self.pairs.get(ended).map(|_| ended)
    }

    pub fn pair(&self, pair: usize) -> Pair {
        self.pairs.get(pair).copied().unwrap_or_default()
    }

    /// Whether a token stands at the start of the text, or right behind a stop or the end of a paragraph.
    pub fn begins_sentence(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| matches!(self.kind(before), Kind::Stop | Kind::Break))
    }

    /// Whether a token stands in an English headline whose words all begin with capitals: none of them shows a name.
    pub fn in_headline(&self, at: usize) -> bool {
        let first = self.paragraphs.first().copied();
        let Some((from, to)) = first.filter(|(from, to)| at < *to && to - from < MAX_STEPS) else { return false };
        let long = |at: &usize| self.token(*at).is_word() && self.word(*at).len() > 4;
        self.count_words(from, to) > 2 && (from..to).filter(long).all(|at| self.token(at).capital)
    }

    /// The token after this one at its depth: behind the closing mark for an opening one.
    #[inline]
    pub fn next(&self, at: usize) -> usize {
        self.pair_at(at).map_or(at + 1, |pair| (self.pair(pair).after()).max(at + 1))
    }

    /// The token before this one at its depth: the opening mark for a closing one.
    pub fn previous(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        Some(self.pair_closed_at(before).map_or(before, |pair| self.pair(pair).open.min(before)))
    }

    /// The bytes from one token up to another.
    pub fn bytes(&self, from: usize, to: usize) -> Span<Byte> {
        if to <= from {
            let at = self.token(from).start();
            return Span::bytes(at..at);
        }
        Span::bytes(self.token(from).start()..self.token(to - 1).end())
    }

    /// The words of a stretch, as written.
    pub fn words(&self, from: usize, to: usize) -> &'t str {
        self.bytes(from, to).of(self.text)
    }

    /// How many words stand from one token up to another.
    pub fn count_words(&self, from: usize, to: usize) -> usize {
        self.tokens.get(from..to.max(from)).unwrap_or_default().iter().filter(|token| token.is_word()).count()
    }
}

/// A sentence at one depth.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    /// Its first token, and the one after its last.
    pub start: usize,
    pub end: usize,
    /// The pair that it stands in.
    pub inside: Option<usize>,
}

/// Steps of a sentence at most: longer ones are cut, so that what is looked for within one costs no more than that.
/// The longest sentences of our newspapers have about 150.
const MAX_STEPS: usize = 256;

/// The sentences of the stretch from one token up to another, at its depth. `inside` is the pair that the stretch is
/// the inside of.
pub(crate) fn sentences(doc: &Doc, from: usize, to: usize, inside: Option<usize>, out: &mut Vec<Sentence>) {
    let mut start = from;
    let mut at = from;
    let mut steps = 0;
    while at < to {
        let next = doc.next(at).min(to);
        steps += 1;
        let ends = steps >= MAX_STEPS
            || match doc.kind(at) {
                Kind::Stop | Kind::Break => !dialogue_goes_on(doc, next, to),
                Kind::Mark(_) => doc.pair_at(at).is_some_and(|pair| ends_with_quote(doc, pair, next, to)),
                _ => false,
            };
        if ends {
            if next > start && doc.count_words(start, next) > 0 {
                out.push(Sentence { start, end: next, inside });
            }
            start = next;
            steps = 0;
        }
        at = next;
    }
    if to > start && doc.count_words(start, to) > 0 {
        out.push(Sentence { start, end: to, inside });
    }
}

/// Whether a dash behind a stop goes on with a quotation that the narrator broke into («…, — сказал он. — …»).
fn dialogue_goes_on(doc: &Doc, next: usize, to: usize) -> bool {
    doc.lang == Lang::Ru && next < to && doc.kind(next) == Kind::Dash
}

/// How many words a speaker and a verb of saying behind a quotation may take before the verb.
const ATTRIBUTION_REACH: usize = 12;

/// Whether a quotation that has a stop of its own inside also ends the sentence that it stands in: no words about
/// its speaker follow.
fn ends_with_quote(doc: &Doc, pair: usize, next: usize, to: usize) -> bool {
    let pair = doc.pair(pair);
    let inner = pair.inner_end().checked_sub(1).map(|at| doc.token(at));
    let Some(last) = inner.filter(|token| token.kind == Kind::Stop) else { return false };
    let follower = doc.token(next);
    if next >= to || matches!(follower.kind, Kind::Comma | Kind::Dash | Kind::Stop) {
        return false;
    }
    let plain = last.span().of(doc.text) == ".";
    let starts_anew = match doc.lang {
        Lang::Ar => doc.is_joined(next) || !doc.is(next, Class::Verb),
        Lang::Ru | Lang::En => follower.capital || matches!(follower.kind, Kind::Mark(_) | Kind::Number),
    };
    // In Russian a dash leads to the one who speaks.
    let apart =
        || pair.open.checked_sub(1).is_none_or(|at| matches!(doc.kind(at), Kind::Stop | Kind::Break | Kind::Colon));
    if !starts_anew || plain || (doc.lang == Lang::Ru && apart()) {
        return starts_anew;
    }
    let past = |at: usize| doc.sense(at, Class::Verb).is_some_and(|verb| verb.agree.number == Number::Any);
    let (mut at, mut told) = (next, false);
    for _ in 0..ATTRIBUTION_REACH {
        if at >= to || matches!(doc.kind(at), Kind::Stop | Kind::Break) {
            break;
        }
        if doc.is(at, Class::Verb) {
            return false;
        }
        // "“In Kerry!” His wife had doubts": another verb, and none behind it.
        told |= doc.is(at, Class::Relative);
        let other = doc.lang == Lang::En && doc.is(at, Class::Finite) && !past(at + 1);
        if other && !told {
            break;
        }
        at = doc.next(at);
    }
    true
}
