//! Arabic words without what is written to them: a conjunction, a preposition of one letter, the article, a suffix.

use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Key, Number, Sense, fold, key_of_chars};
use crate::analysis::listed::ends_in;

/// A word without what is written to it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// What it is, if it can be the head of a speaker's phrase.
    pub sense: Option<Sense>,
    /// Whether it has the article.
    pub article: bool,
    /// Whether a preposition of one letter is written to it.
    pub attached: bool,
    /// Whether a conjunction is.
    pub conjunction: bool,
    /// The owner that its suffix names.
    pub owner: Option<Agree>,
    /// The letters that it begins with.
    pub opening: Opening,
}

/// What a word begins with, by its letters, whatever it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Opening {
    #[default]
    Other,
    /// The article: a bare alef, and no «إلى», «إلياس» or «آل».
    Article,
    /// لل.
    ToThe,
}

/// The classes that head a speaker's phrase, the telling ones first.
const HEADS: [Class; 7] =
    [Class::Role, Class::Group, Class::Source, Class::Body, Class::Doc, Class::Title, Class::First];
pub(super) const HEADED: Classes = Classes::all(&HEADS);

/// The suffixes of possession, longest first, and whom they mean.
const SUFFIXES: [(&[char], Gender, Number); 6] = [
    (&['ه', 'م', 'ا'], Gender::Any, Number::Two),
    (&['ه', 'م'], Gender::M, Number::Many),
    (&['ه', 'ا'], Gender::F, Number::One),
    (&['ن', 'ا'], Gender::Any, Number::Many),
    (&['ه'], Gender::M, Number::One),
    (&['ي'], Gender::Any, Number::One),
];

fn head_sense(doc: &Doc, key: Key) -> Option<Sense> {
    let rank = |sense: &&Sense| HEADS.iter().position(|class| *class == sense.class).unwrap_or(HEADS.len());
    let sense = doc.lexicon.senses(key).min_by_key(rank).filter(|sense| HEADS.contains(&sense.class)).copied()?;
    // «عمدة», «عجوز»: a man or a woman.
    let other = |other: &Sense| other.class == sense.class && other.agree.gender != sense.agree.gender;
    let both = sense.class == Class::Role && doc.lexicon.senses(key).any(other);
    Some(if both { Sense { agree: Agree::new(Gender::Any, sense.agree.number), ..sense } } else { sense })
}

/// A word, taken apart.
pub(crate) fn word(doc: &Doc, at: usize) -> Word {
    doc.apart.get(at).copied().unwrap_or_default()
}

/// Takes apart, once, every word from a token on.
pub(crate) fn take_apart(doc: &mut Doc, from: usize) {
    for at in from..doc.tokens.len() {
        if !doc.token(at).is_word() {
            continue;
        }
        let word = parts(doc, at);
        let opening = opening(doc.word(at));
        // What is no word takes no room behind the last one.
        doc.apart.resize(at, Word::default());
        doc.apart.push(Word { opening, ..word });
    }
}

/// The letters that a word begins with.
fn opening(word: &str) -> Opening {
    // Few words have a sign of a vowel there.
    if !word.starts_with(['ا', 'ٱ', 'ل']) && fold(word.chars().next().unwrap_or_default()).is_some() {
        return Opening::Other;
    }
    let mut letters = word.chars().filter(|c| fold(*c).is_some());
    match letters.next() {
        Some('ا' | 'ٱ') if letters.next() == Some('ل') => Opening::Article,
        Some('ل') if letters.next() == Some('ل') => Opening::ToThe,
        _ => Opening::Other,
    }
}

/// Takes a word apart.
fn parts(doc: &Doc, at: usize) -> Word {
    let token = doc.token(at);
    let heads = token.classes.meet(HEADED);
    let mut out = Word { sense: if heads { head_sense(doc, token.key) } else { None }, ..Word::default() };
    if out.sense.is_some_and(|sense| sense.class != Class::Title) {
        return out;
    }
    let mut letters = ['\0'; MAX_LETTERS];
    let mut count = 0;
    for (slot, letter) in letters.iter_mut().zip(doc.word(at).chars().filter_map(fold)) {
        *slot = letter;
        count += 1;
    }
    let folded = letters.get(..count).unwrap_or_default();
    // «ألفارو», «إلتون»: an alef with a hamza begins no article.
    out.article = folded.starts_with(&ARTICLE) && count > 4 && !doc.word(at).starts_with(['أ', 'إ', 'آ']);
    if let Some(title) = &mut out.sense {
        let role = folded.strip_prefix(&ARTICLE).and_then(|bare| doc.lexicon.sense(key_of_letters(bare), Class::Role));
        title.family = role.map_or(title.family, |role| role.family);
        title.flags |= role.map_or(0, |role| role.flags);
        return out;
    }
    let plain = Stem { letters: folded, conjunction: false, article: false, attached: false };
    // «وقال فاسيل»: no «ف» joins a subject to its verb.
    let subject = || at.checked_sub(1).is_some_and(|verb| doc.is_even_joined(verb, Class::Verb));
    let joined = match folded {
        ['ف', ..] if subject() => None,
        ['و' | 'ف', rest @ ..] => Some(Stem { letters: rest, conjunction: true, ..plain }),
        _ => None,
    };
    for stem in [Some(plain), joined, attached(plain), joined.and_then(attached)].into_iter().flatten() {
        let found = read_stem(doc, at, stem);
        // «كلارا» is not "like Lara", «كابي» not "like my father".
        let like = stem.attached && !stem.article && folded.first() == Some(&'ك');
        let like = |class| like && (found.owner.is_some() || matches!(class, Class::First | Class::Title));
        if found.sense.is_some_and(|sense| !like(sense.class)) {
            return found;
        }
        if found.article {
            out = found;
        }
    }
    out
}

/// Letters of a word at most: longer ones name nobody.
const MAX_LETTERS: usize = 24;

/// The article.
const ARTICLE: [char; 2] = ['ا', 'ل'];

/// A word, or what is left of it when something written to it is taken off.
#[derive(Clone, Copy)]
struct Stem<'l> {
    letters: &'l [char],
    conjunction: bool,
    article: bool,
    attached: bool,
}

/// A stem without the preposition written to it.
fn attached(stem: Stem<'_>) -> Option<Stem<'_>> {
    match stem.letters {
        ['ل', 'ل', rest @ ..] => Some(Stem { letters: rest, article: true, attached: true, ..stem }),
        ['ب' | 'ل' | 'ك', rest @ ..] => Some(Stem { letters: rest, attached: true, ..stem }),
        _ => None,
    }
}

/// A stem as the head of a speaker's phrase, if it can be.
fn read_stem(doc: &Doc, at: usize, stem: Stem) -> Word {
    // «ألين», «إلسا»: an alef with a hamza begins no article.
    let first = usize::from(stem.conjunction) + usize::from(stem.attached);
    let hamza = || matches!(doc.word(at).chars().nth(first), Some('أ' | 'إ' | 'آ'));
    let bare = stem.letters.strip_prefix(&ARTICLE).filter(|_| !hamza());
    let article = stem.article || bare.is_some();
    let bare = bare.unwrap_or(stem.letters);
    let out = Word { article, attached: stem.attached, conjunction: stem.conjunction, ..Word::default() };
    if bare.len() < 2 + usize::from(stem.attached) {
        return Word { article: false, ..out };
    }
    // The whole word has been asked for already.
    let part = article || stem.attached || stem.conjunction;
    // «أحمد الصيادو»: no noun has the article and is annexed.
    let annexed = article && bare.ends_with(&['و']) && bare != ['ع', 'ض', 'و'];
    if let Some(sense) = if part && !annexed { head_sense(doc, key_of_letters(bare)) } else { None } {
        return Word { sense: Some(sense), ..out };
    }
    // What has the article takes no suffix: «الزعيمي» is a surname, not "my leader".
    if let Some((sense, owner)) = suffixed(doc, bare).filter(|_| !article) {
        return Word { sense: Some(sense), owner: Some(owner), ..out };
    }
    // «لكن مصدراً قال»: the ending of the accusative, which stands behind no preposition.
    let noun = bare.strip_suffix(&['ا']).filter(|noun| !article && !stem.attached && noun.len() > 2);
    let sense = noun.and_then(|noun| head_sense(doc, key_of_letters(noun)));
    Word { sense: sense.filter(|sense| matches!(sense.class, Class::Role | Class::Source | Class::Doc)), ..out }
}

fn key_of_letters(letters: &[char]) -> Key {
    key_of_chars(letters.iter().copied())
}

/// A noun of a role with a suffix of possession; ت before the suffix is the ة of the bare noun.
fn suffixed(doc: &Doc, stem: &[char]) -> Option<(Sense, Agree)> {
    stem.last().filter(|last| matches!(last, 'ا' | 'م' | 'ه' | 'ي'))?;
    let calls = |bare| {
        head_sense(doc, key_of_letters(bare))
            .is_some_and(|sense| sense.class != Class::First && sense.agree.number != Number::Many)
    };
    SUFFIXES.into_iter().find_map(|(suffix, gender, number)| {
        let bare = stem.strip_suffix(suffix)?;
        let key = match bare {
            // «أخته», «بنتها», and not «جدتي».
            [_, _, 'ت'] if head_sense(doc, key_of_letters(bare)).is_some() => key_of_letters(bare),
            [root @ .., 'ت'] => key_of_chars(root.iter().copied().chain(['ة'])),
            // «أخوه», «أبيه».
            // «عضوها» has a letter of its own there.
            [root @ .., 'و' | 'ي' | 'ا'] if root.len() == 2 && !calls(bare) => key_of_letters(root),
            _ => key_of_letters(bare),
        };
        let sense =
            [Class::Role, Class::Body, Class::Doc].into_iter().find_map(|class| doc.lexicon.sense(key, class))?;
        Some((sense, Agree::new(gender, number)))
    })
}

/// Whether a word has the accusative ending of an adverb or a state («ضاحكاً»).
pub(crate) fn is_adverb(word: &str) -> bool {
    ends_in(word, &["اً", "ًا", "ةً"])
}

/// A word without the alef of the accusative, whether its tanwin is written or not.
pub(crate) fn without_accusative(word: &str) -> Option<&str> {
    word.trim_end_matches('\u{64B}').strip_suffix('ا')
}

/// Whether a word begins with the article, by its letters.
pub(super) fn has_article(doc: &Doc, at: usize) -> bool {
    // «التفت»: the letters are the verb's own.
    const OWN: Classes = Classes::all(&[Class::Prep, Class::Relative, Class::Verb]);
    word(doc, at).opening == Opening::Article && !doc.is_any(at, OWN)
}

/// Whether a word begins with لل.
pub(super) fn has_to_the(doc: &Doc, at: usize) -> bool {
    word(doc, at).opening == Opening::ToThe
}
