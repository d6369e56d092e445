//! The languages that Siyaq speaks, and what it does with the others.

use super::bidi::{Direction, direction_of};

/// A language that the analysis reads and the page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Arabic.
    Ar,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Ar, Self::Ru, Self::En];

    /// The language of a BCP 47 tag (`ar`, `ar-EG`, `RU_ru`), by its primary subtag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }

    /// The language that most letters of `text` are written in; English where there are none.
    pub fn guess(text: &str) -> Self {
        let (mut arabic, mut cyrillic, mut latin) = (0_usize, 0_usize, 0_usize);
        for lang in text.chars().filter_map(Self::of_script) {
            *(match lang {
                Self::Ar => &mut arabic,
                Self::Ru => &mut cyrillic,
                Self::En => &mut latin,
            }) += 1;
        }
        if arabic >= cyrillic && arabic > latin {
            Self::Ar
        } else if cyrillic > latin {
            Self::Ru
        } else {
            Self::En
        }
    }

    /// The one whose script a letter is of; a letter of any further script counts with the Latin ones.
    fn of_script(c: char) -> Option<Self> {
        match c {
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FEFC}' => Some(Self::Ar),
            '\u{400}'..='\u{4FF}' => Some(Self::Ru),
            c => c.is_alphabetic().then_some(Self::En),
        }
    }

    /// The language that the letters of `text` say it is in: the one that most of them are of, where it writes all of
    /// that script that stand there. Persian letters make a text no Arabic one, Ukrainian letters no Russian one, and
    /// accents no English one.
    pub fn of_letters(text: &str) -> Option<Self> {
        let lang = Self::guess(text);
        let mut letters = text.chars().filter(|c| Self::of_script(*c) == Some(lang)).peekable();
        letters.peek()?;
        letters.all(|c| lang.writes(c)).then_some(lang)
    }

    /// Whether a letter of its script is one of its own. Arabic is told by the letters that Persian, Urdu and Kurdish
    /// have in place of its own kaf, yeh and heh: others it borrows for names.
    fn writes(self, c: char) -> bool {
        match self {
            Self::Ar => !matches!(c, '\u{6A9}' | '\u{6BE}' | '\u{6C1}' | '\u{6CC}' | '\u{6CE}' | '\u{6D2}' | '\u{6D5}'),
            Self::Ru => matches!(c, 'А'..='я' | 'Ё' | 'ё'),
            Self::En => c.is_ascii(),
        }
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// Its name for itself.
    pub fn endonym(self) -> &'static str {
        match self {
            Self::Ar => "العربية",
            Self::Ru => "Русский",
            Self::En => "English",
        }
    }

    /// The direction that it is written in.
    pub fn direction(self) -> Direction {
        direction_of(self.endonym()).unwrap_or(Direction::Ltr)
    }
}
