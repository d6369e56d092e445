//! The edit corpus: articles made of words from lists, a passage in each, and what later became of both. A
//! seed gives the same case for ever.

#![allow(dead_code)] // Each test takes what it needs.

pub mod twins;

use siyaq::text::{Span, fold};

/// Splitmix64: small, seeded, the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap_or(0)
    }

    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to.saturating_sub(from) + 1)
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len())).copied().unwrap_or("")
    }
}

/// What happened to the passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Words were put in, taken out and changed, in it, near it and elsewhere.
    Edited,
    /// It was deleted.
    Deleted,
    /// It was deleted; the article had a passage like it all along.
    DeletedBesideAlike,
    /// It was deleted; the new article has a passage like it.
    DeletedAndAlikeWritten,
    /// It was deleted; the same words stand elsewhere, as they always did.
    DeletedBesideTwin,
    /// Its paragraph was written once more, elsewhere, as where a report is brought up to date.
    Repeated,
}

/// An article, a passage, and the article later.
pub struct Case {
    pub before: String,
    pub passage: Span<siyaq::text::Byte>,
    pub after: String,
    /// Where the passage stands in `after`.
    pub expected: Option<Span<siyaq::text::Byte>>,
}

const AR: &str = include_str!("ar.txt");

const RU: &str = include_str!("ru.txt");

const EN: &str = include_str!("en.txt");

/// A word of an article, whether it belongs to the passage, whether a paragraph ends behind it, and whether it is
/// part of a look-alike, which later edits leave alone lest they make it the passage.
#[derive(Clone)]
struct Word {
    text: String,
    inside: bool,
    last: bool,
    planted: bool,
}

impl Word {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), inside: false, last: false, planted: false }
    }
}

/// Whether words are written as Arabic ones are.
fn is_arabic(list: &[&str]) -> bool {
    list.first().is_some_and(|word| word.starts_with('ا'))
}

fn word(dice: &mut Dice, list: &[&str]) -> Word {
    let mut text = dice.pick(list).to_owned();
    if is_arabic(list) && dice.one_in(6) {
        text.insert(0, 'و');
    }
    Word::new(&text)
}

fn sentence(dice: &mut Dice, list: &[&str]) -> Vec<Word> {
    let mut words: Vec<Word> = (0..dice.between(6, 18)).map(|_| word(dice, list)).collect();
    if dice.one_in(4) {
        let at = dice.between(1, words.len() - 2);
        words[at].text.push(if is_arabic(list) { '،' } else { ',' });
    }
    if let Some(last) = words.last_mut() {
        last.text.push('.');
    }
    words
}

/// The words of an article of `paragraphs` paragraphs.
fn article(dice: &mut Dice, list: &[&str], paragraphs: usize) -> Vec<Word> {
    let mut words = Vec::new();
    for _ in 0..paragraphs {
        for _ in 0..dice.between(1, 4) {
            words.extend(sentence(dice, list));
        }
        words.last_mut().unwrap().last = true;
    }
    words
}

/// The text of an article, and where the passage stands in it.
fn written(words: &[Word]) -> (String, Option<Span<siyaq::text::Byte>>) {
    let mut text = String::new();
    let mut passage: Option<(usize, usize)> = None;
    for (n, word) in words.iter().enumerate() {
        let start = text.len();
        text.push_str(&word.text);
        if word.inside {
            passage = Some((passage.map_or(start, |span| span.0), text.len()));
        }
        if n + 1 < words.len() {
            text.push_str(if word.last { "\n\n" } else { " " });
        }
    }
    (text, passage.map(|(start, end)| Span::bytes(start..end)))
}

/// A text of at least `letters` characters, for measuring.
pub fn long_text(seed: u64, letters: usize) -> String {
    let list: Vec<&str> = AR.split_whitespace().collect();
    let mut dice = Dice(seed);
    let mut text = String::new();
    let mut count = 0;
    while count < letters {
        let more = written(&article(&mut dice, &list, 1)).0;
        count += more.chars().count() + 2;
        text.push_str(&more);
        text.push_str("\n\n");
    }
    text
}

/// The case of a seed.
pub fn case(seed: u64, fate: Fate) -> Case {
    let mut dice = Dice(seed.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ 0x51_7A_9B);
    let list: Vec<&str> = [AR, RU, EN][dice.below(3)].split_whitespace().collect();
    let list = list.as_slice();
    let paragraphs = if dice.one_in(20) { dice.between(40, 80) } else { dice.between(4, 12) };
    let mut words = article(&mut dice, list, paragraphs);
    let len = dice.between(3, 30).min(words.len() / 3);
    let start = dice.below(words.len() - len);
    words[start..start + len].iter_mut().for_each(|word| word.inside = true);
    let passage = words[start..start + len].to_vec();
    match fate {
        Fate::DeletedBesideAlike => plant(&mut dice, list, &mut words, alike),
        Fate::DeletedBesideTwin => plant(&mut dice, list, &mut words, |_, _, passage| passage),
        _ => {}
    }
    let (before, span) = written(&words);
    let mut later = words;
    if fate == Fate::Edited {
        edit_inside(&mut dice, list, &mut later, len);
        edit_near(&mut dice, list, &mut later);
    } else if fate == Fate::Repeated {
        repeat(&mut dice, &mut later);
    } else {
        later.retain(|word| !word.inside);
    }
    if fate == Fate::DeletedAndAlikeWritten {
        let alike = alike(&mut dice, list, passage);
        insert(&mut dice, &mut later, alike, (start, start));
    }
    if dice.one_in(2) {
        edit_elsewhere(&mut dice, list, &mut later);
    }
    let (after, expected) = written(&later);
    Case { before, passage: span.unwrap(), after, expected }
}

/// The passage with one word in six changed, one at least.
fn alike(dice: &mut Dice, list: &[&str], mut passage: Vec<Word>) -> Vec<Word> {
    let was = passage.clone();
    for _ in 0..(passage.len() / 6).max(1) {
        let at = dice.below(passage.len());
        let old = was[at].text.trim_end_matches(['.', ',', '،']);
        old.clone_into(&mut passage[at].text);
        // Another word when folded too: «إن» in the place of «أن» is the passage.
        while fold(&passage[at].text) == fold(old) {
            passage[at].text = word(dice, list).text;
        }
    }
    passage
}

/// Puts something made of the passage elsewhere into the article.
fn plant(
    dice: &mut Dice,
    list: &[&str],
    words: &mut Vec<Word>,
    make: impl Fn(&mut Dice, &[&str], Vec<Word>) -> Vec<Word>,
) {
    let passage: Vec<Word> = words.iter().filter(|word| word.inside).cloned().collect();
    let other = make(dice, list, passage);
    let inside = places(words, |_, word| word.inside);
    insert(dice, words, other, (inside[0], inside[inside.len() - 1]));
}

/// Words between a passage and what is put in elsewhere. Nearer than that, a passage like a deleted one is that
/// passage, edited.
const ELSEWHERE: usize = 12;

/// Puts words in, away from `near`, the first and last word of a passage or the place where it was.
fn insert(dice: &mut Dice, words: &mut Vec<Word>, mut others: Vec<Word>, near: (usize, usize)) {
    for word in &mut others {
        (word.inside, word.last, word.planted) = (false, false, true);
    }
    let away = |at: usize| at + ELSEWHERE <= near.0 || at >= near.1 + ELSEWHERE;
    let places: Vec<usize> = (0..=words.len()).filter(|at| away(*at)).collect();
    if !places.is_empty() {
        let at = places[dice.below(places.len())];
        words.splice(at..at, others);
    }
}

/// Writes the paragraphs of the passage once more, with others between.
fn repeat(dice: &mut Dice, words: &mut Vec<Word>) {
    let inside = places(words, |_, word| word.inside);
    let ends = places(words, |_, word| word.last);
    let first = ends.iter().rev().find(|end| **end < inside[0]).map_or(0, |end| end + 1);
    let last = ends.iter().find(|end| **end >= inside[inside.len() - 1]).map_or(words.len(), |end| end + 1);
    let mut copy = words[first..last].to_vec();
    for word in &mut copy {
        (word.inside, word.planted) = (false, true);
    }
    let starts: Vec<usize> = std::iter::once(0).chain(ends.iter().map(|end| end + 1)).collect();
    let elsewhere: Vec<usize> = starts.into_iter().filter(|at| *at < first || *at > last).collect();
    if !elsewhere.is_empty() {
        let at = elsewhere[dice.below(elsewhere.len())];
        words.splice(at..at, copy);
    }
}

fn places(words: &[Word], wanted: impl Fn(usize, &Word) -> bool) -> Vec<usize> {
    words.iter().enumerate().filter(|(at, word)| wanted(*at, word)).map(|(at, _)| at).collect()
}

/// Puts in, takes out or changes the word at `at`.
fn edit_at(dice: &mut Dice, list: &[&str], words: &mut Vec<Word>, at: usize, inside: bool) {
    match dice.below(3) {
        0 => {
            let new = Word { inside, ..word(dice, list) };
            words.insert(at, new);
        }
        1 => {
            words.remove(at);
        }
        _ => words[at].text = word(dice, list).text,
    }
}

/// Up to a word in five changes, in some passages none.
fn edit_inside(dice: &mut Dice, list: &[&str], words: &mut Vec<Word>, len: usize) {
    for _ in 0..dice.between(0, (len / 5).max(1)) {
        let inside = places(words, |_, word| word.inside);
        // A word put in before the first would be outside; and of two words there is nothing to take.
        if inside.len() > 2 {
            let at = inside[dice.between(1, inside.len() - 1)];
            edit_at(dice, list, words, at, true);
        }
    }
}

/// Up to three changes within eight words of the passage.
fn edit_near(dice: &mut Dice, list: &[&str], words: &mut Vec<Word>) {
    for _ in 0..dice.between(0, 3) {
        let inside = places(words, |_, word| word.inside);
        let (first, last) = (inside[0], inside[inside.len() - 1]);
        let near = places(words, |at, word| !word.inside && at + 8 >= first && at <= last + 8);
        if !near.is_empty() {
            let at = near[dice.below(near.len())];
            edit_at(dice, list, words, at, false);
        }
    }
}

/// Changes anywhere outside: words, and a paragraph put in before.
fn edit_elsewhere(dice: &mut Dice, list: &[&str], words: &mut Vec<Word>) {
    for _ in 0..dice.between(1, 20) {
        let outside = places(words, |at, word| !word.inside && !word.planted && at > 0 && !words[at - 1].inside);
        if !outside.is_empty() {
            let at = outside[dice.below(outside.len())];
            edit_at(dice, list, words, at, false);
        }
    }
    if dice.one_in(3) {
        let mut paragraph = sentence(dice, list);
        paragraph.last_mut().unwrap().last = true;
        words.splice(0..0, paragraph);
    }
}
