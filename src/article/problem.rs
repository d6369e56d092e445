//! What can be wrong with an article's file.

use crate::date::EdtfError;
use std::fmt;

/// One thing that is wrong, and the field that it is wrong in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path of the field: `events[2].date`; empty for the file as a whole.
    pub field: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong. `Display` says it in English, for the tool; the page says it in its own language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The file is larger than [`MAX_BYTES`](super::MAX_BYTES): its length in bytes.
    TooLarge(usize),
    /// The file is not UTF-8 from this byte on.
    NotUtf8(usize),
    /// The file is not JSON.
    NotJson {
        /// From 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
        /// What the reader of JSON says, in English.
        why: String,
    },
    /// A field that must be there is not.
    Missing,
    /// A field is of another type than it should be.
    WrongType {
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A field that is needed is empty.
    Empty,
    /// A list has more members than are read: how many, and how many are.
    TooMany(usize, usize),
    /// An id that is not made of lower-case letters, digits and hyphens: the id.
    IllegalId(String),
    /// An id that stands twice: the id.
    DuplicateId(String),
    /// An id that stands for something else already: the id.
    ReservedId(String),
    /// The text holds the character U+0000, which no page can show, and which would shift every place behind it.
    NullCharacter,
    /// A day that is not one: the text.
    NotADay(String),
    /// A date that is not EDTF: the text and why.
    NotEdtf(String, EdtfError),
    /// A language tag that names none: the text.
    NotALanguage(String),
    /// An address that is not http or https: the text.
    NotALink(String),
    /// Words that do not stand in the text (behind the prefix, where one is given).
    NotInText(String),
    /// Words that stand in the text more than once, and no prefix tells which: the words, how often.
    Ambiguous(String, usize),
    /// A cue that does not stand in the same paragraph: the cue.
    CueNotBeside(String),
    /// A speaker or asserter that is not among the people: the id.
    NobodyOfThatId(String),
    /// A kind of quotation that there is not: the text.
    NotAKind(String),
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => {
                write!(f, "the file has {bytes} bytes; an article has at most {}", super::MAX_BYTES)
            }
            Self::NotUtf8(at) => write!(f, "the file is not UTF-8 (byte {at})"),
            Self::NotJson { why, .. } => write!(f, "cannot be read as JSON: {why}"),
            Self::Missing => f.write_str("must be there"),
            Self::WrongType { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::Empty => f.write_str("must not be empty"),
            Self::TooMany(count, most) => write!(f, "has {count} members; at most {most} are read"),
            Self::IllegalId(id) => {
                write!(f, "‘{}’ is no id: use lower-case letters a–z, digits and hyphens, at most 64", shown(id))
            }
            Self::DuplicateId(id) => write!(f, "the id ‘{}’ is taken by an earlier one", shown(id)),
            Self::ReservedId(id) => write!(f, "the id ‘{id}’ has a meaning of its own; choose another"),
            Self::NullCharacter => f.write_str("holds the character U+0000, which no page can show"),
            Self::NotADay(text) => write!(f, "‘{}’ is no day; expected ISO 8601, such as 2022-01-10", shown(text)),
            Self::NotEdtf(text, why) => write!(f, "‘{}’: {why}", shown(text)),
            Self::NotALanguage(text) => {
                write!(f, "‘{}’ is no language tag; expected BCP 47, such as ar or ru", shown(text))
            }
            Self::NotALink(text) => write!(f, "‘{}’ is no http or https address", shown(text)),
            Self::NotInText(words) => write!(f, "‘{}’ does not stand in articleBody", shown(words)),
            Self::Ambiguous(words, count) => {
                write!(f, "‘{}’ stands in articleBody {count} times; a prefix must tell which", shown(words))
            }
            Self::CueNotBeside(cue) => {
                write!(f, "the cue ‘{}’ does not stand in the same paragraph as the quotation", shown(cue))
            }
            Self::NobodyOfThatId(id) => write!(f, "‘{}’ is not the id of anybody in people", shown(id)),
            Self::NotAKind(text) => {
                write!(f, "‘{}’ is no kind; expected direct, indirect or mixed", shown(text))
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() { write!(f, "{}", self.wrong) } else { write!(f, "{}: {}", self.field, self.wrong) }
    }
}

/// Characters of a value that a message shows.
const SHOWN: usize = 60;

/// Whether `c` would change a line unseen: a control, a separator of lines, or of no width.
fn is_unseen(c: char) -> bool {
    let unseen = matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    unseen || c.is_control()
}

/// The beginning of a value, on one line, its controls escaped so that a terminal shows what is there.
fn shown(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().take(SHOWN) {
        if is_unseen(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    if text.chars().nth(SHOWN).is_some() {
        out.push('…');
    }
    out
}
