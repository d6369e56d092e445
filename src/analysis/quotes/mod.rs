//! Who said what: marks into pairs, cues, and the two together. Direct speech stands between marks, behind a dialogue
//! dash, or behind the name or sign of who talks; indirect speech is the clause that a cue opens; words in marks inside
//! such a clause are mixed.

mod addressee_ar;
mod addressee_en;
mod apposed_en;
mod aside_ru;
mod attribute;
mod back_ru;
mod before_colon;
mod before_en;
mod cited_ru;
mod clause_ar;
mod clause_en;
mod clause_end;
mod clause_end_ar;
mod clause_ru;
pub(crate) mod cue;
mod cue_ar;
mod cue_before;
mod cue_behind;
mod cue_en;
mod cue_ru;
mod deed_ar;
mod dialogue;
mod frame_en;
mod gesture_ru;
mod habit_en;
mod he_or_she_en;
mod headline_ru;
mod interview;
mod interview_ar;
mod interview_en;
mod interview_ru;
mod labels_en;
mod late_ar;
mod leading_en;
mod lines;
pub(crate) mod marks;
mod nominal_ru;
mod noun_en;
mod noun_ru;
mod occasion_en;
mod paper_ar;
mod participle_en;
mod parts_ru;
mod passive_en;
mod relay_ar;
mod repeated;
mod request_ru;
mod sentence_before;
mod source_ar;
mod source_en;
mod speech;
mod subject_ar;
mod subject_before_ar;
mod subject_before_en;
mod subject_en;
mod subject_ru;
mod title;
mod to_marks_ar;
mod told_ar;
mod turns_ar;
mod united_ru;
mod unlisted_ru;
mod who;
mod who_ar;
mod who_en;

pub(crate) use speech::{Found, Heard, hear};
pub(crate) use title::follows_namer;

/// How something said is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeechKind {
    /// Word for word, on its own.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// Word for word, inside a clause in the reporter's words.
    Mixed,
}

impl SpeechKind {
    /// Its name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// The rule by which a quotation was found: its evidence is the cue and the mention that go with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeechRule {
    /// A cue and a colon before the marks.
    CueColon,
    /// A name and a colon before the marks.
    NameColon,
    /// A cue right before the marks.
    CueBefore,
    /// A cue right behind the marks.
    CueAfter,
    /// The marks go on with a quotation just attributed.
    Continued,
    /// A mark opened again at the start of a paragraph.
    Reopened,
    /// Marks inside a reported clause.
    Inside,
    /// A line of dialogue behind a dash, with a cue.
    Dash,
    /// A line of dialogue behind a dash, by turns.
    Turn,
    /// Marks that stand alone, after someone was spoken of.
    Alone,
    /// A clause behind a cue and أن, что, that.
    Clause,
    /// A clause behind a cue, with nothing between.
    Bare,
    /// A clause before its cue.
    Postposed,
    /// A clause with a phrase that names its source.
    Source,
}

impl SpeechRule {
    /// Its name in the output, and how sure it is, in percent: the share of its findings that were right in our own fixtures,
    /// rounded down.
    pub fn name_and_confidence(self) -> (&'static str, u8) {
        match self {
            Self::CueColon => ("cue-colon", 97),
            Self::NameColon => ("name-colon", 85),
            Self::CueBefore => ("cue-before", 90),
            Self::CueAfter => ("cue-after", 95),
            Self::Continued => ("continued", 90),
            Self::Reopened => ("reopened", 95),
            Self::Inside => ("inside-clause", 85),
            Self::Dash => ("dash-cue", 95),
            Self::Turn => ("dash-turn", 60),
            Self::Alone => ("alone", 50),
            Self::Clause => ("cue-clause", 90),
            Self::Bare => ("cue-bare-clause", 80),
            Self::Postposed => ("clause-cue", 80),
            Self::Source => ("source-phrase", 80),
        }
    }
}
