//! Who is who: the noun phrases that name speakers, and the people and bodies that they are resolved to.

pub(crate) mod ar;
mod ar_apposed;
mod ar_bearer;
mod ar_begins;
mod ar_deed;
mod ar_family;
mod ar_group;
mod ar_name;
pub(crate) mod ar_object;
mod ar_office;
mod ar_role;
pub(crate) mod ar_said;
mod ar_shape;
mod ar_tail;
mod ar_unlisted;
pub(crate) mod ar_word;
mod by_document;
mod by_name;
mod by_role;
mod described;
pub(crate) mod en;
pub(crate) mod en_bearer;
mod en_body;
pub(crate) mod en_name;
mod en_shape;
mod en_told;
mod entity;
mod facts;
mod owner;
pub(crate) mod registry;
pub(crate) mod ru;
mod ru_bearer;
mod ru_body;
mod ru_endings;
mod ru_extent;
mod ru_form;
pub(crate) mod ru_names;
pub(crate) mod ru_run;
pub(crate) mod ru_told;
mod shown;
mod weigh;

pub(crate) use entity::Entity;
pub(crate) use registry::Registry;

use super::lexicon::{Agree, Class, Sense, flag};

/// The case in which a Russian phrase stands, as far as its place tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Case {
    #[default]
    Unknown,
    /// It is the subject of a verb.
    Nominative,
    /// It stands behind a noun of saying: «по словам Петрова».
    Genitive,
}

/// The phrase by which a text names a speaker, by tokens.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Phrase {
    pub start: usize,
    pub end: usize,
    /// The token after what explains it, up to its verb; 0 where nothing does.
    pub reach: usize,
    /// The personal (or a body's own) name in it.
    pub name: Option<(usize, usize)>,
    /// The word that says what the speaker is (وزير, spokeswoman).
    pub head: Option<(usize, Sense)>,
    /// What an apposition behind the name says the speaker is, beside the head.
    pub also: Option<Sense>,
    pub agree: Agree,
    /// Whether it is a personal pronoun.
    pub pronoun: bool,
    /// The owner that a document or a relation belongs to: a phrase of its own.
    pub owner: Option<(usize, usize)>,
    /// The gender and number of an owner that a possessive names (его, رئيستها).
    pub possessor: Option<Agree>,
    /// The case that its place asks for (Russian).
    pub case: Case,
    /// Whether it means someone already spoken of (الوزير, the minister).
    pub definite: bool,
}

impl Phrase {
    pub fn head_is(&self, class: Class) -> bool {
        self.head.is_some_and(|(_, sense)| sense.class == class)
    }

    /// Whether its noun says little of who it is: «الرجل», «المسؤول».
    pub fn is_general(&self) -> bool {
        self.head.is_some_and(|(_, sense)| sense.has(flag::GENERIC))
    }
}
