//! Whether a cue right behind marks goes with what stands in them: «…», قال …; «…», — сказал …; "…," she said.

use super::clause_ar::{is_name_before_verb, is_short, with_these_words};
use super::cue::{Content, Cue, CueKind};
use super::habit_en::copula;
use super::title::{is_apposed_title, is_title};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Classes};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Tokens behind a quotation before its cue: a comma and a dash, and an adverb or two.
const AFTER_REACH: usize = 3;

/// Tokens of a subject between a quotation and its verb, at most.
const SUBJECT_REACH: usize = 28;

/// The place behind marks and what may stand between them and a cue.
struct Behind<'l> {
    doc: &'l Doc<'l>,
    pair: usize,
    at: usize,
    /// Whether a comma or a dash stands between.
    comma: bool,
}

/// The cue right behind a pair.
pub(super) fn cue_behind(doc: &Doc, pair: usize, cues: &[Cue]) -> Option<usize> {
    let behind = Behind::of(doc, pair);
    let last = behind.at + if behind.comma { AFTER_REACH } else { 0 };
    let near = |cue: &Cue| (behind.at..=last).contains(&cue.from()) && cue.start <= behind.at + SUBJECT_REACH;
    let found = cues.iter().position(near)?;
    let cue = cues.get(found)?;
    let follows = match doc.lang {
        Lang::Ar => behind.leads_in_arabic(cue),
        Lang::Ru => behind.leads_in_russian(cue),
        Lang::En => behind.leads_in_english(cue),
    };
    follows.then_some(found)
}

/// Whether an Arabic verb behind a comma names who says what stands in the marks, where a colon that no verb of saying leads to
/// stands before them: «ثم فتح النار على الجامعة: «…»، تذمر فلان».
pub(super) fn is_named_behind(doc: &Doc, (pair, colon): (usize, usize), cues: &[Cue]) -> bool {
    if doc.lang != Lang::Ar || cues.iter().any(|cue| cue.colon == Some(colon)) {
        return false;
    }
    let cue = cue_behind(doc, pair, cues).and_then(|at| cues.get(at));
    let names = |cue: &Cue| cue.subject.is_some_and(|one| one.start == cue.end && (one.name.is_some() || one.definite));
    cue.is_some_and(|cue| cue.kind == CueKind::Verb && !doc.is_joined(cue.start) && names(cue))
}

impl<'l> Behind<'l> {
    fn of(doc: &'l Doc<'l>, pair: usize) -> Self {
        let (mut at, mut comma) = (doc.pair(pair).after(), false);
        for _ in 0..AFTER_REACH {
            let dash = matches!(doc.kind(at), Kind::Comma | Kind::Dash);
            comma |= dash;
            at += usize::from(
                dash || doc.kind(at) == Kind::Other || matches!(doc.word(at), "كما" | "هكذا" | "كان" | "كانت" | "так"),
            );
            at += match doc.lang {
                Lang::Ar => with_these_words(doc, at),
                // "“…,” as she put it".
                Lang::En => copula(doc, at) + usize::from(doc.word(at) == "as" && !is_title(doc, pair)),
                Lang::Ru => 0,
            };
        }
        Self { doc, pair, at, comma }
    }

    /// A verb or a source right here, where the marks hold no name and no subject of the verb.
    fn leads_in_arabic(&self, cue: &Cue) -> bool {
        // «المالية» تنفي …, «وفي اتصال مع «الضحى»، قال …»: names that a verb follows.
        let named = is_name_before_verb(self.doc, self.pair, self.comma);
        // «الخليج للطيران» تعلن أرباحها: a verb that has no subject, and no comma before it, has it in the marks.
        let subject = !self.comma && cue.subject.is_none() && is_short(self.doc, self.doc.pair(self.pair).open);
        let here = cue.from() == self.at && !self.doc.is_joined(cue.start);
        let told = match cue.kind {
            CueKind::Participle => false,
            CueKind::Nominal => self.comma,
            _ => true,
        };
        here && told && !named && !subject
    }

    /// A comma or a dash stands before the cue.
    fn leads_in_russian(&self, cue: &Cue) -> bool {
        // «…», а мэр сказал: another clause.
        let clause = self.doc.kind(self.at - 1) == Kind::Comma && self.doc.is(self.at, Class::Conn);
        let words = (self.at..cue.from()).all(|at| self.doc.token(at).is_word());
        self.comma && words && !clause && cue.kind != CueKind::Participle && !is_apposed_title(self.doc, self.pair)
    }

    /// A comma stands before the cue, or a stop in the marks.
    fn leads_in_english(&self, cue: &Cue) -> bool {
        // "“baseless”, though its chairman conceded": another clause.
        let clause = |at: usize| self.doc.is(at, Class::Prep) || self.doc.is(at, Class::Conn);
        let words = (self.at..cue.from()).all(|at| self.doc.token(at).is_word() && !clause(at));
        let after = self.doc.pair(self.pair).after();
        // "“A triumph” was the verdict of the Herald".
        let called = cue.start == after && matches!(self.doc.word(after), "was" | "is");
        let equated = called || copula(self.doc, after) > 0;
        // "“What is the machine for?” The board confirmed that": another sentence.
        let first = self.doc.is_any(self.at, const { Classes::all(&[Class::Poss, Class::Pronoun]) })
            || matches!(self.doc.word(self.at), "The" | "A" | "An");
        let reports = cue.opened && matches!(cue.content, Content::After(_));
        let other = !self.comma
            && (self.doc.token(self.at).capital && first || reports)
            && !ends_with_comma(self.doc, self.pair);
        (self.comma || self.is_stopped() || equated) && words && !other && cue.kind != CueKind::Participle
    }

    /// Whether what stands in the marks ends with a comma or a stop of its own.
    fn is_stopped(&self) -> bool {
        matches!(last(self.doc, self.pair), Some(Kind::Comma | Kind::Stop | Kind::Other))
    }
}

/// Whether what stands in marks ends with a comma.
pub(super) fn ends_with_comma(doc: &Doc, pair: usize) -> bool {
    last(doc, pair) == Some(Kind::Comma)
}

/// What stands last in marks.
fn last(doc: &Doc, pair: usize) -> Option<Kind> {
    let marks = doc.pair(pair);
    let mut kinds = (marks.inner_start()..marks.inner_end()).rev().map(|at| doc.kind(at));
    kinds.find(|kind| !matches!(kind, Kind::Mark(_)))
}
