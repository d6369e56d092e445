//! Texts that repeat themselves, as live blogs and interviews do: a part of a sentence is marked, the whole of its
//! sentence or paragraph is deleted, and the same sentence stands elsewhere.

use super::{AR, Case, Dice, EN, RU, sentence};
use siyaq::text::Span;

/// What was deleted with the passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// Its sentence.
    Sentence,
    /// Its paragraph.
    Paragraph,
}

type Paragraphs = Vec<Vec<String>>;

/// The case of a seed. Nothing is expected to be found in it.
pub fn twin_case(seed: u64, gone: Gone) -> Case {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x7A_11);
    let list: Vec<&str> = [AR, RU, EN][dice.below(3)].split_whitespace().collect();
    let pool: Vec<String> = (0..dice.between(3, 8)).map(|_| spoken(&mut dice, &list)).collect();
    // Some repeat all that they say; most have a sentence twice.
    let repeats = dice.one_in(2);
    let mut text: Paragraphs = Vec::new();
    for _ in 0..dice.between(3, 20) {
        let mut one = |_| if repeats { pool[dice.below(pool.len())].clone() } else { spoken(&mut dice, &list) };
        text.push((0..3).map(&mut one).collect());
        let most = dice.between(1, 3);
        text.last_mut().unwrap().truncate(most);
    }
    let at = (dice.below(text.len()), 0);
    let at = (at.0, dice.below(text[at.0].len()));
    let own = text[at.0][at.1].clone();
    if !text.iter().enumerate().any(|(n, paragraph)| n != at.0 && paragraph.contains(&own)) {
        let others: Vec<usize> = (0..text.len()).filter(|n| *n != at.0).collect();
        let other = others[dice.below(others.len())];
        let place = dice.below(text[other].len() + 1);
        text[other].insert(place, own.clone());
    }
    let before = written(&text);
    let passage = part(&mut dice, &own, start_of(&text, at));
    if gone == Gone::Paragraph || text[at.0].len() == 1 {
        text.remove(at.0);
    } else {
        text[at.0].remove(at.1);
    }
    if dice.one_in(2) {
        edit_others(&mut dice, &list, &mut text, &own);
    }
    Case { before, passage, after: written(&text), expected: None }
}

/// A sentence of a few words, with a capital where there are any: a small letter after a stop begins none.
fn spoken(dice: &mut Dice, list: &[&str]) -> String {
    let words = sentence(dice, list).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn written(text: &Paragraphs) -> String {
    text.iter().map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n\n")
}

/// The byte at which a sentence begins.
fn start_of(text: &Paragraphs, at: (usize, usize)) -> usize {
    let before: usize = text[..at.0].iter().map(|paragraph| paragraph.join(" ").len() + 2).sum();
    before + text[at.0][..at.1].iter().map(|sentence| sentence.len() + 1).sum::<usize>()
}

/// Some words of a sentence, two at least and not all.
fn part(dice: &mut Dice, own: &str, start: usize) -> Span<siyaq::text::Byte> {
    let words: Vec<&str> = own.split(' ').collect();
    let len = dice.between(2, words.len() - 1);
    let first = dice.below(words.len() - len + 1);
    let from = start + words[..first].iter().map(|word| word.len() + 1).sum::<usize>();
    Span::bytes(from..from + words[first..first + len].join(" ").len())
}

/// Changes words of other sentences; a changed twin would be the passage, edited.
fn edit_others(dice: &mut Dice, list: &[&str], text: &mut Paragraphs, own: &str) {
    for _ in 0..dice.between(1, 6) {
        let paragraph = dice.below(text.len());
        let at = dice.below(text[paragraph].len());
        let sentence = &mut text[paragraph][at];
        if sentence != own {
            let mut words: Vec<&str> = sentence.split(' ').collect();
            let place = dice.below(words.len());
            let new = dice.pick(list);
            if place > 0 && place + 1 < words.len() {
                words[place] = new;
            }
            *sentence = words.join(" ");
        }
    }
}
