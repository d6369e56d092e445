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
        for c in text.chars() {
            match c {
                '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FEFC}' => arabic += 1,
                '\u{400}'..='\u{4FF}' => cyrillic += 1,
                c if c.is_alphabetic() => latin += 1,
                _ => {}
            }
        }
        if arabic >= cyrillic && arabic > latin {
            Self::Ar
        } else if cyrillic > latin {
            Self::Ru
        } else {
            Self::En
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
