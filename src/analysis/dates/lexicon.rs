//! The words that dates are made of, one data file a language (`lexicon/ar.txt` says how they are written).
//! A file is read once, into a table that answers in a few nanoseconds.

use super::fold::fold_into;
use super::parser::UNTOLD;
use crate::text::Lang;
use std::sync::OnceLock;

/// What a word can be in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// A Gregorian month: 1 to 12.
    Month,
    /// A Gregorian month whose name is also a name or another word.
    WeakMonth,
    /// A month's abbreviation, which counts beside a number only.
    ShortMonth,
    /// A Hijri month: 1 to 12.
    Hijri,
    /// «كانون», «تشرين»: the first of a pair, told apart by a number.
    Twin,
    /// A day of the week: 0 (Monday) to 6.
    Weekday,
    /// A day of the week that is also a name or a number.
    WeakWeekday,
    /// A unit of time, as `Unit` numbers them.
    Unit,
    /// Two of a unit in one word: «شهرين».
    Dual,
    /// A season: 21 (spring) to 24.
    Season,
    /// A cardinal number in words.
    Card,
    /// An ordinal number in words; -1 is "last".
    Ord,
    /// Days from today: -1 is "yesterday".
    Shift,
    /// "last" (-1), "this" (0), "next" (1) and the ones beyond.
    Which,
    /// The start (1), middle (2) or end (3) of something.
    Edge,
    /// "ago": 0 before the count, 1 behind it.
    Ago,
    /// "in", "after": 0 before the count, 1 behind it.
    Ahead,
    /// "about".
    Approx,
    /// 0 CE, 1 BCE, 2 AH.
    Era,
    /// A preposition before which a bare month or year stands.
    In,
    /// "from".
    From,
    /// "between".
    Between,
    /// "to", "until".
    To,
    /// "and".
    And,
    /// "of".
    Of,
    /// An article, or another word that stands inside a date and says nothing.
    The,
    /// "corresponding to".
    Match,
    /// A word that says that its clause is about the past.
    Past,
    /// A word that says that its clause is about the future.
    Future,
    /// A noun that a number before it counts.
    Counted,
    /// A noun that makes a name of the date behind it: a street, a square.
    Place,
    /// A noun that a year stands behind: "elections".
    Yearly,
    /// A day with a name: month * 100 + day; 1001 and up are Hijri.
    Feast,
    /// A decade in words: 50 for the fifties.
    Decade,
    /// What is written behind the digits of an ordinal.
    Suffix,
    /// "the same".
    Same,
    /// "the following".
    Following,
    /// "every".
    Every,
    /// A title behind which «العام» is an adjective.
    Title,
    /// A word before which an ordinal stands alone: "the 22nd it".
    Light,
    /// A word that an expression begins with, and that is nothing else here.
    Head,
    /// The first word of a phrase: how many words the longest has.
    Starter,
}

const NAMES: [(&str, Class); 38] = [
    ("month", Class::Month),
    ("weak-month", Class::WeakMonth),
    ("short-month", Class::ShortMonth),
    ("hijri", Class::Hijri),
    ("twin", Class::Twin),
    ("weekday", Class::Weekday),
    ("weak-weekday", Class::WeakWeekday),
    ("unit", Class::Unit),
    ("dual", Class::Dual),
    ("season", Class::Season),
    ("card", Class::Card),
    ("ord", Class::Ord),
    ("shift", Class::Shift),
    ("which", Class::Which),
    ("edge", Class::Edge),
    ("ago", Class::Ago),
    ("ahead", Class::Ahead),
    ("approx", Class::Approx),
    ("era", Class::Era),
    ("in", Class::In),
    ("from", Class::From),
    ("between", Class::Between),
    ("to", Class::To),
    ("and", Class::And),
    ("of", Class::Of),
    ("the", Class::The),
    ("match", Class::Match),
    ("past", Class::Past),
    ("future", Class::Future),
    ("counted", Class::Counted),
    ("place", Class::Place),
    ("yearly", Class::Yearly),
    ("feast", Class::Feast),
    ("decade", Class::Decade),
    ("suffix", Class::Suffix),
    ("same", Class::Same),
    ("following", Class::Following),
    ("every", Class::Every),
];
const MORE_NAMES: [(&str, Class); 3] = [("title", Class::Title), ("light", Class::Light), ("head", Class::Head)];

/// One meaning of one word.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    end: u32,
    class: Class,
    value: i16,
    /// The next meaning of the same word, counted from 1; 0 where there is none.
    next: u16,
}

/// The meanings of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Senses {
    /// The first of them among a lexicon's entries, counted from 1.
    first: u16,
    /// A bit for each class that one of them has: most questions are answered by it.
    classes: u64,
}

impl Senses {
    pub(super) fn is_empty(self) -> bool {
        self.first == 0
    }

    /// A bit for each class that one of them has.
    pub(super) fn classes(self) -> u64 {
        self.classes
    }

    pub(super) fn have(self, class: Class) -> bool {
        self.classes & bit(class) != 0
    }
}

/// The bit of a class; there are fewer than 64 of them.
pub(super) const fn bit(class: Class) -> u64 {
    1 << class as u32
}

/// Slots of a table: more than twice the words of the longest lexicon.
const SLOTS: usize = 8192;

/// The words of one language.
pub(super) struct Lexicon {
    keys: String,
    entries: Vec<Entry>,
    /// For an entry that is the first of a word, a bit for each class of all of them.
    classes: Vec<u64>,
    /// Open addressing: indices into `entries`, plus one.
    table: Vec<u16>,
}

/// The lexicon of a language, read at the first call.
pub(super) fn lexicon(lang: Lang) -> &'static Lexicon {
    static AR: OnceLock<Lexicon> = OnceLock::new();
    static RU: OnceLock<Lexicon> = OnceLock::new();
    static EN: OnceLock<Lexicon> = OnceLock::new();
    let (cell, source) = match lang {
        Lang::Ar => (&AR, include_str!("lexicon/ar.txt")),
        Lang::Ru => (&RU, include_str!("lexicon/ru.txt")),
        Lang::En => (&EN, include_str!("lexicon/en.txt")),
    };
    cell.get_or_init(|| Lexicon::read(source).0)
}

/// What is wrong in a language's file, a line each; a test holds it empty.
pub fn lexicon_faults(lang: Lang) -> Vec<String> {
    let source = match lang {
        Lang::Ar => include_str!("lexicon/ar.txt"),
        Lang::Ru => include_str!("lexicon/ru.txt"),
        Lang::En => include_str!("lexicon/en.txt"),
    };
    Lexicon::read(source).1
}

impl Lexicon {
    /// Reads a file; what is wrong in it is left out and told.
    fn read(source: &str) -> (Self, Vec<String>) {
        let mut lexicon = Self { keys: String::new(), entries: Vec::new(), classes: Vec::new(), table: vec![0; SLOTS] };
        let mut paradigms: Vec<(&str, &str)> = Vec::new();
        let mut faults = Vec::new();
        for line in source.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let Some((head, forms)) = line.split_once(" = ") else {
                faults.push(["no «=»: ", line].concat());
                continue;
            };
            if head.starts_with('@') {
                paradigms.push((head, forms));
                continue;
            }
            let (name, value) = head.split_once(' ').unwrap_or((head, "0"));
            let class = NAMES.iter().chain(&MORE_NAMES).find(|(known, _)| *known == name);
            let (Some((_, class)), Ok(value)) = (class, value.parse()) else {
                faults.push(["no such class or value: ", head].concat());
                continue;
            };
            for form in forms.split_whitespace() {
                expand(form, &paradigms, &mut |word| {
                    if !lexicon.insert(word, *class, value) {
                        faults.push(["twice: ", word].concat());
                    }
                });
            }
        }
        (lexicon, faults)
    }

    /// Adds a meaning, and marks the first word of a phrase; whether the meaning is new.
    fn insert(&mut self, word: &str, class: Class, value: i16) -> bool {
        if let Some((first, rest)) = word.split_once(' ') {
            let length = i16::try_from(rest.split(' ').count() + 1).unwrap_or(2);
            self.add(first, Class::Starter, length);
        }
        self.add(word, class, value)
    }

    fn add(&mut self, word: &str, class: Class, value: i16) -> bool {
        let slot = self.slot(word);
        let mut last = self.table.get(slot).copied().unwrap_or_default();
        let place = u16::try_from(self.entries.len() + 1).unwrap_or_default();
        let mut key = None;
        let first = last;
        while let Some(entry) = self.entry_mut(last) {
            key = Some((entry.start, entry.end));
            if entry.class == class && (entry.value == value || class == Class::Starter) {
                // The longest phrase that a word begins.
                entry.value = entry.value.max(value);
                return false;
            }
            if entry.next == 0 {
                entry.next = place;
                break;
            }
            last = entry.next;
        }
        let (start, end) = key.unwrap_or_else(|| {
            let start = u32::try_from(self.keys.len()).unwrap_or_default();
            self.keys.push_str(word);
            (start, u32::try_from(self.keys.len()).unwrap_or_default())
        });
        if key.is_none()
            && let Some(free) = self.table.get_mut(slot)
        {
            *free = place;
        }
        self.entries.push(Entry { start, end, class, value, next: 0 });
        self.classes.push(bit(class));
        if let Some(all) = self.classes.get_mut(usize::from(first).wrapping_sub(1)) {
            *all |= bit(class);
        }
        true
    }

    fn entry_mut(&mut self, place: u16) -> Option<&mut Entry> {
        self.entries.get_mut(usize::from(place).wrapping_sub(1))
    }

    fn entry(&self, place: u16) -> Option<&Entry> {
        self.entries.get(usize::from(place).wrapping_sub(1))
    }

    /// The slot of a word, or the free one where it would be.
    fn slot(&self, word: &str) -> usize {
        let mut slot = hash(word) % SLOTS;
        while let Some(first) = self.table.get(slot).and_then(|&place| self.entry(place)) {
            if self.key(first) == word {
                break;
            }
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    /// The meanings of a folded word or phrase.
    pub(super) fn look_up(&self, word: &str) -> Senses {
        let first = self.table.get(self.slot(word)).copied().unwrap_or_default();
        Senses { first, classes: self.classes.get(usize::from(first).wrapping_sub(1)).copied().unwrap_or_default() }
    }

    fn key(&self, entry: &Entry) -> &str {
        let range = usize::try_from(entry.start).unwrap_or_default()..usize::try_from(entry.end).unwrap_or_default();
        self.keys.get(range).unwrap_or_default()
    }

    /// The value of a meaning of class `class`; [`UNTOLD`] where there is none.
    pub(super) fn value(&self, senses: Senses, class: Class) -> i32 {
        if !senses.have(class) {
            return UNTOLD;
        }
        let mut place = senses.first;
        while let Some(entry) = self.entry(place) {
            if entry.class == class {
                return i32::from(entry.value);
            }
            place = entry.next;
        }
        UNTOLD
    }
}

/// FNV-1a, 32 bits.
fn hash(word: &str) -> usize {
    let hash = word.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    usize::try_from(hash ^ (hash >> 15)).unwrap_or_default()
}

/// Writes out a form: `стем@adj` with every ending of the paradigm, `стем(а|у)` with these.
fn expand(form: &str, paradigms: &[(&str, &str)], push: &mut dyn FnMut(&str)) {
    let mut add = |stem: &str, ending: &str| {
        let mut word = String::new();
        fold_into(stem, &mut word);
        fold_into(ending, &mut word);
        push(&word);
    };
    if let Some((stem, endings)) = form.strip_suffix(')').and_then(|form| form.split_once('(')) {
        endings.split('|').for_each(|ending| add(stem, ending.trim_start_matches('-')));
    } else if let Some(at) = form.find('@') {
        let (stem, name) = form.split_at_checked(at).unwrap_or((form, ""));
        let endings = paradigms.iter().find(|(known, _)| *known == name).map_or("", |(_, endings)| endings);
        endings.split_whitespace().for_each(|ending| add(stem, ending.trim_start_matches('-')));
    } else {
        add(form, "");
    }
}
