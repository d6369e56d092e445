//! The lexicons: what each word and phrase is to the analysis. They are text files, one folder a language, that a
//! linguist can edit; this reads them once, inflects the verbs and nouns, and keeps them in order of their keys.

mod index;
mod inflect;
mod key;
mod load;

use std::sync::OnceLock;

use index::Index;
pub(crate) use key::{Key, Spelled, fold, key_of, key_of_chars};
use load::{NAMED_FAMILY, named};
pub(crate) use load::{family_of, load};

use crate::text::Lang;

/// What a word is to the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// A finite verb of saying or thinking.
    Verb,
    /// The infinitive of one, which speaks behind a helping verb (Russian).
    Infinitive,
    /// A participle or gerund of one (قائلاً, добавив, adding).
    Participle,
    /// A noun of saying that carries its speaker (قوله).
    SpeechNoun,
    /// A word that opens reported speech (أن, что, that).
    Comp,
    /// A word that makes the opener behind it none (بعد أن).
    NotComp,
    /// A phrase that names a source (بحسب, по словам, according to).
    Nominal,
    /// The same, with the speaker meant by a pronoun in it (على حد قوله).
    SelfNominal,
    /// What looks like a cue and is none.
    False,
    /// A word that ends or cannot be in the name of a speaker.
    Prep,
    /// An opener of a sentence that its subject follows.
    Conn,
    /// A word that opens a clause about the noun before it.
    Relative,
    /// "Himself": goes with the noun before it.
    SelfWord,
    /// A noun that a name in quotation marks follows.
    Namer,
    /// An honorific.
    Title,
    /// What a person is or does.
    Role,
    /// People who speak as a group.
    Group,
    /// An institution.
    Body,
    /// Someone who is called a source.
    Source,
    /// A document, which speaks for its owner.
    Doc,
    /// A given name.
    First,
    /// A small word inside a name (де, аль, van, bin); with [`flag::NAME`], one that may end it (оглы); with
    /// [`flag::OBJ`], one that begins none (да).
    Particle,
    /// A noun that the name of a place follows (село, район).
    Place,
    /// A word that says that others' words are told (мол, дескать).
    Hearsay,
    /// The stem of a word that says that one not spoken of yet is meant (другой, некий).
    Another,
    /// A personal pronoun.
    Pronoun,
    /// A possessive that leads to an owner (его, her).
    Poss,
    /// A word of denial before a verb.
    Neg,
    /// A helping verb, or a word that may stand between a subject and its verb.
    Aux,
    /// What may stand between a verb and what it opens.
    Skip,
    /// A finite form of a verb that its ending does not show (was, fell): a clause has one.
    Finite,
    /// What one is who holds something to be so ("was adamant that").
    Attitude,
    /// A verb of what one takes in, and does not say.
    Mute,
    /// A part of the day, behind the day's name ("Monday night").
    DayPart,
    /// A word that begins another clause, so that no subject goes on over it.
    Opener,
    /// Those who are told something together, and do not speak ("a meeting").
    Audience,
    /// What one's own words or thoughts are called ("in his view").
    Viewpoint,
    /// A verb that says nothing without its noun of saying ("gave evidence that").
    Light,
    /// A word of amount that begins a phrase (each, several): no name, whatever its capital.
    Amount,
    /// Counts time from what was just told.
    Later,
    /// Counts time from the day on which it is said.
    Deictic,
    /// A word that binds the next one to the name that it stands in (Arabic بن، أبو، آيت).
    Binder,
    /// An adjective that often stands behind a role without the article (Arabic «مسؤول رفيع»).
    Epithet,
    /// A preposition with what it means written to it (Arabic لديها، باسمه).
    Within,
    /// A noun that is spelled as a verb, and is none before a word with the article (Arabic «علم الأحياء»).
    Annexed,
}

/// Classes, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u64);

impl Classes {
    pub const NONE: Self = Self(0);

    /// One class, which is one of fewer than 64.
    const fn of(class: Class) -> Self {
        Self(1 << class as u32)
    }

    /// Several classes.
    pub const fn all(mut classes: &[Class]) -> Self {
        let mut all = Self::NONE;
        while let [class, rest @ ..] = classes {
            (all, classes) = (all.with(*class), rest);
        }
        all
    }

    pub const fn has(self, class: Class) -> bool {
        self.0 & Self::of(class).0 != 0
    }

    /// Whether both have one.
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn with(self, class: Class) -> Self {
        Self(self.0 | Self::of(class).0)
    }
}

/// Classes, as a set that takes half the room: what it lacks is in none, and what it has may be in one that shares its bit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Heads(u32);

impl Heads {
    pub const NONE: Self = Self(0);

    const fn of(class: Class) -> Self {
        Self(1 << (class as u32 % u32::BITS))
    }

    /// Whether a class may be among them.
    pub const fn may_have(self, class: Class) -> bool {
        self.0 & Self::of(class).0 != 0
    }
}

/// Grammatical gender; unknown where a form has both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gender {
    #[default]
    Any,
    M,
    F,
    N,
}

/// Grammatical number; unknown where a form has several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Number {
    #[default]
    Any,
    One,
    Two,
    Many,
}

/// The gender and number that a form asks of what it agrees with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Agree {
    pub gender: Gender,
    pub number: Number,
}

impl Agree {
    pub fn new(gender: Gender, number: Number) -> Self {
        Self { gender, number }
    }

    /// Whether both can be of one person or group.
    pub fn fits(self, other: Self) -> bool {
        self.gender_fits(other) && self.number_fits(other)
    }

    pub fn gender_fits(self, other: Self) -> bool {
        self.gender == Gender::Any || other.gender == Gender::Any || self.gender == other.gender
    }

    pub fn number_fits(self, other: Self) -> bool {
        let plural = |number| matches!(number, Number::Two | Number::Many);
        self.number == Number::Any || other.number == Number::Any || plural(self.number) == plural(other.number)
    }
}

/// What else a lexicon says of a word, as bits.
pub(crate) mod flag {
    /// Takes a reported clause; marks need more than to stand beside it.
    pub const CLAUSE: u32 = 1;
    /// May carry the one spoken to as its object.
    pub const OBJ: u32 = 1 << 1;
    /// The one spoken to before now speaks.
    pub const ANSWER: u32 = 1 << 2;
    /// What follows is denied.
    pub const DENY: u32 = 1 << 3;
    /// What follows is doubted.
    pub const DOUBT: u32 = 1 << 4;
    /// The speaker stands behind a preposition (نقل عن).
    pub const RELAY: u32 = 1 << 5;
    /// Gives a name or a judgement («назвал … «…»»).
    pub const NAME: u32 = 1 << 6;
    /// A role that any person may be meant by (المسؤول, the man).
    pub const GENERIC: u32 = 1 << 7;
    /// Tells of speech only beside quotation marks (усмехается).
    pub const GESTURE: u32 = 1 << 8;
    /// The form is plural or dual and its subject cannot stand behind it (Arabic).
    pub const NO_SUBJECT_AFTER: u32 = 1 << 9;
    /// May open a reported clause with no word between (English "said").
    pub const BARE: u32 = 1 << 10;
    /// Says what one will do: "to" before the marks belongs to it (English "vowed to “…”").
    pub const COMMIT: u32 = 1 << 11;
    /// May carry the one spoken to as a suffix as well (Arabic «قاطعه»), who need not speak next.
    pub const WHOM: u32 = COMMIT;
    /// Its clause stands right behind it and its subject, but for a preposition («ذهب إلى أن»).
    pub const NEAR: u32 = 1 << 12;
    /// The form of a noun that the lexicon names: the nominative.
    pub const LEMMA: u32 = 1 << 13;
    /// Says that something is said, and not by whom («сообщается», «говорится»).
    pub const IMPERSONAL: u32 = 1 << 14;
    /// A role of office; with [`GENERIC`], one that any who hold an office may be meant by («глава региона»).
    pub const OFFICE: u32 = 1 << 15;
    /// A role that speaks for another or for the law; with [`GENERIC`], one that none of these is meant by.
    pub const AGENT: u32 = 1 << 16;
    /// Hardly ever takes a thing: what stands right behind it is a clause (English "said", "insisted").
    pub const ONLY: u32 = 1 << 17;
    /// A role in a family, which goes beside what one does: a bit that only verbs have otherwise.
    pub const KIN: u32 = BARE;
    /// The relative who is of an elder generation than the other, and of a younger; bits of verbs as well.
    pub const ELDER: u32 = DENY;
    pub const YOUNGER: u32 = DOUBT;
    /// Where the kinds of trade begin, each a bit up to the last, and their names.
    pub const KIND: u32 = 18;
    pub const KINDS: [&str; 14] = [
        "injured", "charged", "medic", "scholar", "jurist", "police", "rural", "art", "sport", "power", "school",
        "letters", "faith", "music",
    ];
    /// A body that makes or sells; of people, the bit of those who work on a farm («rural»).
    pub const FIRM: u32 = 1 << (KIND + 6);
    /// The side of a trial that is accused; of the kinds as they are in [`Sense::kinds`], four.
    pub const CHARGED: u32 = 1 << (KIND + 1);
    pub const MEDIC: u32 = 1 << 2;
    pub const POLICE: u32 = 1 << 5;
    pub const ART: u32 = 1 << 7;
    pub const SPORT: u32 = 1 << 8;
    pub const POWER: u32 = 1 << 9;
    pub const SCHOOL: u32 = 1 << 10;
    /// Of these, the two sides of a trial: beside one of them, one may have a trade.
    pub const SIDES: u32 = 3;
}

/// One reading of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sense {
    pub class: Class,
    pub agree: Agree,
    pub flags: u32,
    /// The family that a role belongs to: two words of one family may mean one person.
    pub family: u16,
    /// How many words the entry has.
    pub words: u8,
}

impl Sense {
    /// That of one word which no lexicon has.
    pub fn unlisted(class: Class, agree: Agree, flags: u32) -> Self {
        Self { class, agree, flags, family: 0, words: 1 }
    }

    pub fn has(self, flags: u32) -> bool {
        self.flags & flags != 0
    }

    /// By how many generations a relative is younger than whose it is.
    pub fn generation(self) -> i8 {
        i8::from(self.has(flag::YOUNGER)) - i8::from(self.has(flag::ELDER))
    }

    /// Whether a role says that one does what another does: «коллега», «نظير».
    pub fn is_peer(self) -> bool {
        self.family == named("peer")
    }

    /// The kinds of trade and the side of a trial that a role is of, a bit each.
    pub fn kinds(self) -> u32 {
        self.flags >> flag::KIND
    }

    /// Whether a role may mean anybody of its kind: «медик» is a surgeon as well.
    pub fn names_kind(self) -> bool {
        self.kinds() & !flag::SIDES != 0 && self.has(flag::GENERIC) && self.family & NAMED_FAMILY != 0
    }
}

/// The words of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// By key.
    words: Vec<(Key, Sense)>,
    /// By the key of the first word: the other words, and what the whole is. Longest first.
    phrases: Vec<(Key, Vec<Key>, Sense)>,
    /// Where the words of a key stand, and where the phrases.
    word_index: Index,
    phrase_index: Index,
}

impl Lexicon {
    /// The lexicon of a language.
    pub fn of(lang: Lang) -> &'static Self {
        static ALL: [OnceLock<Lexicon>; 3] = [const { OnceLock::new() }; 3];
        static NONE: Lexicon =
            Lexicon { words: Vec::new(), phrases: Vec::new(), word_index: Index::EMPTY, phrase_index: Index::EMPTY };
        let slot = match lang {
            Lang::Ar => 0,
            Lang::Ru => 1,
            Lang::En => 2,
        };
        ALL.get(slot).map_or(&NONE, |cell| cell.get_or_init(|| load(lang).0))
    }

    /// Every reading of a word.
    pub fn senses(&self, key: Key) -> impl Iterator<Item = &Sense> {
        let near = self.words.get(self.word_index.places(key)).unwrap_or_default();
        near.iter().filter(move |(at, _)| *at == key).map(|(_, sense)| sense)
    }

    /// The classes that a word is of.
    pub fn classes(&self, key: Key) -> Classes {
        self.senses(key).fold(Classes::NONE, |all, sense| all.with(sense.class))
    }

    /// The classes of the phrases that begin with a word.
    pub fn heads(&self, key: Key) -> Heads {
        let near = self.phrases.get(self.phrase_index.places(key)).unwrap_or_default();
        let begun = near.iter().filter(|(at, _, _)| *at == key);
        begun.fold(Heads::NONE, |all, (_, _, sense)| Heads(all.0 | Heads::of(sense.class).0))
    }

    /// The reading of a word as one of a class.
    pub fn sense(&self, key: Key, class: Class) -> Option<Sense> {
        self.senses(key).find(|sense| sense.class == class).copied()
    }

    pub fn is(&self, key: Key, class: Class) -> bool {
        self.senses(key).any(|sense| sense.class == class)
    }

    /// The longest phrase of a class that begins with the word `first`; `word` gives the key of the word so many
    /// places behind it.
    pub fn phrase(&self, first: Key, class: Class, word: impl Fn(usize) -> Key) -> Option<Sense> {
        let near = self.phrases.get(self.phrase_index.places(first)).unwrap_or_default();
        near.iter()
            .filter(|(at, _, sense)| *at == first && sense.class == class)
            .find(|(_, rest, _)| rest.iter().enumerate().all(|(at, key)| word(at + 1) == *key))
            .map(|(_, _, sense)| *sense)
            .or_else(|| self.sense(first, class))
    }
}
