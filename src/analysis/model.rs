//! What the analysis finds: every finding with its place, its value, the rule that found it, and how sure it is, in percent.

use super::dates;
use super::quotes::{SpeechKind, SpeechRule};
use crate::date::{Day, DayRange, Edtf};
use crate::text::{Byte, Lang, Span};

/// What the analysis knows besides the text.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The language of the text.
    pub lang: Lang,
    /// The day of publication, from which relative dates are counted.
    pub published: Option<Day>,
    /// Which day an expression with no year or week means.
    pub prefer: dates::Prefer,
}

impl Context {
    /// A text of a language, published on a day.
    pub fn new(lang: Lang, published: Option<Day>) -> Self {
        Self { lang, published, prefer: dates::Prefer::default() }
    }
}

/// The findings of a text, each list in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Dates.
    pub dates: Vec<dates::Finding>,
    /// What was said.
    pub quotes: Vec<Quote>,
    /// The people and bodies that speak or are named.
    pub people: Vec<Person>,
    /// What is said to have happened when.
    pub events: Vec<Event>,
    /// What is odd in the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The words, without their marks.
    pub span: Span<Byte>,
    /// How they are given.
    pub kind: SpeechKind,
    /// Who said them, as a place in [`Findings::people`]; nothing where the text does not say.
    pub speaker: Option<usize>,
    /// The cue («قال»).
    pub cue: Option<Span<Byte>>,
    /// The words that name the speaker beside the cue.
    pub mention: Option<Span<Byte>>,
    /// Whether the cue denies or doubts what is said.
    pub stance: Stance,
    /// The rule that found it.
    pub rule: SpeechRule,
}

/// How the one who reports or speaks stands to the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stance {
    /// Says them.
    #[default]
    Says,
    /// Denies them.
    Denies,
    /// Doubts them.
    Doubts,
}

/// Someone who is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The canonical name: the fullest that the text gives, in the nominative, without titles.
    pub name: String,
    /// Where the text means them.
    pub mentions: Vec<Span<Byte>>,
}

/// Something that is said to have happened, or to be going to.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The clause that says so.
    pub span: Span<Byte>,
    /// A short name: words of the text.
    pub name: String,
    /// When.
    pub date: Edtf,
    /// The words of the date; nothing where it is inherited.
    pub date_span: Option<Span<Byte>>,
    /// The days that covers.
    pub range: DayRange,
    /// Who says so, as a place in [`Findings::people`]; nothing for the narrator.
    pub by: Option<usize>,
    /// The rule that found it.
    pub rule: EventRule,
}

/// The rule by which an event was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventRule {
    /// The clause has a date.
    Dated,
    /// The clause counts from the event of the sentence before («في غضون أيام»).
    Inherited,
}

impl EventRule {
    /// Its name in the output, and how sure it is, in percent.
    pub fn name_and_confidence(self) -> (&'static str, u8) {
        match self {
            Self::Dated => ("dated-clause", 85),
            Self::Inherited => ("inherited-date", 50),
        }
    }
}

/// Something odd in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where.
    pub span: Span<Byte>,
    /// What.
    pub kind: DiagnosticKind,
}

/// What may be odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DiagnosticKind {
    /// A quotation is never closed.
    UnclosedQuotation,
    /// The text does not say who speaks.
    UnknownSpeaker,
    /// The day of the week beside a date is another one.
    WeekdayConflict,
    /// A Hijri and a Gregorian date that stand for each other differ.
    CalendarConflict,
    /// A Hijri date outside the years of the table: about right.
    Reckoned,
    /// A date in digits that may be read day first or month first.
    AmbiguousOrder,
}

impl DiagnosticKind {
    /// Its name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::UnclosedQuotation => "unclosed-quotation",
            Self::UnknownSpeaker => "unknown-speaker",
            Self::WeekdayConflict => "weekday-conflict",
            Self::CalendarConflict => "calendar-conflict",
            Self::Reckoned => "reckoned",
            Self::AmbiguousOrder => "ambiguous-order",
        }
    }
}
