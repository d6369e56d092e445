//! Whether a cue right before marks leads to what stands in them: by what its verb takes, the words between, and what the
//! marks hold.

use super::clause_ar::is_short;
use super::cue::{Content, Cue, CueKind};
use super::title::{begins_clause, follows_namer, is_title, is_title_case, judges, names_paper};
use super::to_marks_ar::{
    behind_apposition, is_addressed, is_behind_aside, is_loose, is_observed, is_told_more, leads_to_marks,
};
use super::told_ar::are_told;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, flag};
use crate::analysis::people::Phrase;
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Words between a cue that judges («назвал приговор …») and the marks, at most.
const NAMING_REACH: usize = 10;

/// Words of an object between a verb and the marks («потребовал от министров «…»», «طالب الحكومة بـ«…»»), at most.
const OBJECT_REACH: usize = 4;

/// Words between an English cue and the comma before the marks, at most.
const COMMA_REACH: usize = 3;

/// The same, where they say how and where it was said.
const SETTING_REACH: usize = 8;

/// The same, where they say in what it was written.
const LETTER_REACH: usize = 14;

/// A cue, and the marks behind it.
struct LeadIn<'l> {
    doc: &'l Doc<'l>,
    cue: &'l Cue,
    pair: usize,
    open: usize,
    /// The token behind the cue and its subject.
    reach: usize,
    /// Words from there to the marks.
    words: usize,
}

/// Whether a cue leads to the marks of a pair behind it, with nothing but its subject, an object or an aside between.
pub(super) fn leads_to(doc: &Doc, cue: &Cue, pair: usize) -> bool {
    let open = doc.pair(pair).open;
    let reach = cue.reach.max(cue.end).min(open);
    let named = cue.subject.is_some_and(|subject| is_told_more(&subject) && subject.end == reach);
    let reach = if named { behind_apposition(doc, reach, open) } else { reach };
    let words = if is_aside(doc, cue, reach, pair) { 0 } else { doc.count_words(reach, open) };
    let lead = LeadIn { doc, cue, pair, open, reach, words };
    if lead.is_in_subject() || lead.is_cut_off() || lead.is_told() {
        return false;
    }
    // «فإن «عهد» لن تحكم»: a name that the clause goes on behind.
    let goes_on = doc.lang == Lang::Ar && doc.token(doc.pair(pair).after()).is_word() && is_title(doc, pair);
    let opened = matches!(cue.content, Content::After(from) if from == open) && !goes_on;
    opened
        || match doc.lang {
            Lang::Ar => lead.leads_in_arabic(),
            Lang::Ru => lead.leads_in_russian(),
            Lang::En => lead.leads_in_english(),
        }
}

/// Whether what stands between an Arabic cue and the marks says nothing of whose they are.
fn is_aside(doc: &Doc, cue: &Cue, reach: usize, pair: usize) -> bool {
    let loose = || cue.kind != CueKind::Nominal && is_loose(doc, reach, pair);
    doc.lang == Lang::Ar && (is_behind_aside(doc, reach, doc.pair(pair).open) || loose())
}

impl LeadIn<'_> {
    /// Behind a preposition of the verb or those who are told, words are said; else right behind the verb.
    fn leads_in_arabic(&self) -> bool {
        let led =
            self.words <= OBJECT_REACH && self.cue.kind != CueKind::Nominal && leads_to_marks(self.doc, self.pair);
        let told = self.words == 1 && are_told(self.doc, self.open - 1);
        let said =
            if led || told { self.are_several() && !follows_namer(self.doc, self.open) } else { self.is_beside() };
        let speaks = led || self.is_verb_of_speech() || self.is_observed();
        self.is_judgement() || (said && speaks && !is_addressed(self.doc, self.pair))
    }

    /// Whether the marks stand right behind somebody who thinks or observes.
    fn is_observed(&self) -> bool {
        let somebody = |subject: Phrase| subject.head.is_some() || subject.name.is_some();
        self.cue.subject.is_some_and(somebody) && is_observed(self.doc, self.cue.sense, self.pair)
    }

    /// Small letters behind an object, or right behind the verb.
    fn leads_in_russian(&self) -> bool {
        let named = self.doc.is(self.open - 1, Class::Namer);
        // «призвал стороны «не спешить»»: a body before small letters is called upon.
        let said = if self.has_object() { self.are_several() && !named } else { self.is_beside() };
        // «По данным ЦИК, «Новая сила» набрала …».
        let subject = self.follows_comma() && begins_clause(self.doc, self.pair);
        self.is_judgement() || (said && !subject && self.is_verb_of_speech())
    }

    /// The same; behind a comma, whatever the letters.
    fn leads_in_english(&self) -> bool {
        let before = self.doc.word(self.open - 1);
        // "called the claim “baseless”".
        let called = self.is_naming() && self.is_small() && !matches!(before, "a" | "an" | "the");
        let judged = (self.is_judgement() || called) && !is_title_case(self.doc, self.pair);
        // "responded to “an attack”".
        let away = self.words == 1 && matches!(before, "to" | "with" | "by") && !self.cue.sense.has(flag::COMMIT);
        // "ignore what they read online, however “tempting”".
        let apart = (self.reach..self.open).any(|at| self.doc.kind(at) == Kind::Comma);
        let object = self.has_object() && !away && !apart;
        let named = || follows_namer(self.doc, self.open);
        let said = if object { self.are_several() && !named() } else { self.is_beside() };
        // "noted drily in a letter home, “…”".
        let setting = || {
            let first = self.doc.word(self.reach);
            let led = self.doc.is(self.reach, Class::Prep) || first.ends_with("ly") || self.doc.token(self.reach).dated;
            led && self.words <= SETTING_REACH && (self.reach..self.open - 1).all(|at| self.doc.kind(at) != Kind::Comma)
        };
        // "wrote in an email of Jan. 24, shown to the jury, “…”".
        let letter = || {
            let written =
                (self.reach..self.open.min(self.reach + COMMA_REACH + 1)).any(|at| self.doc.is(at, Class::Doc));
            let other = [Class::Pronoun, Class::Comp, Class::Relative];
            let joins = |at: usize| matches!(self.doc.word(at), "and" | "but");
            let plain = |at: usize| !joins(at) && !other.iter().any(|class| self.doc.is(at, *class));
            written && self.words <= LETTER_REACH && (self.reach..self.open).all(plain)
        };
        let comma = self.follows_comma() && (self.words <= COMMA_REACH || setting() || letter()) && !named();
        judged || comma || (said && self.is_verb_of_speech())
    }

    /// Whether the marks are the subject of the cue, or in it.
    fn is_in_subject(&self) -> bool {
        let after = self.doc.pair(self.pair).after();
        self.cue.subject.is_some_and(|subject| subject.start <= self.open && after <= subject.end)
    }

    /// Whether the marks hold the name of the outlet that is told, or of a paper: «وفق ما أكده لـ«منصف نيوز» أمس الكاتب العام».
    fn is_told(&self) -> bool {
        if self.doc.lang != Lang::Ar {
            return false;
        }
        match self.doc.word(self.open.saturating_sub(1)) {
            "لـ" | "ل" => is_short(self.doc, self.open),
            "بـ" | "ب" => names_paper(self.doc, self.pair),
            _ => false,
        }
    }

    /// Whether another clause, or other marks, stand between.
    fn is_cut_off(&self) -> bool {
        let clause = |at: usize| matches!(self.doc.kind(at), Kind::Stop | Kind::Semicolon | Kind::Break | Kind::Colon);
        // «назвал игру «Авангарда» «унылой»».
        let names = self.doc.lang == Lang::Ru && self.cue.sense.has(flag::NAME);
        let other = |pair: usize| pair != self.pair && !(names && is_title(self.doc, pair));
        (self.reach..self.open).any(|at| clause(at) || self.doc.pair_at(at).is_some_and(other))
    }

    /// Whether the cue says that something is said, and neither takes a clause nor gives a name.
    fn is_verb_of_speech(&self) -> bool {
        !self.cue.sense.has(flag::CLAUSE | flag::NAME)
    }

    /// Whether the cue gives a name or a judgement, and the marks are near.
    fn is_naming(&self) -> bool {
        self.cue.sense.has(flag::NAME) && self.words <= NAMING_REACH
    }

    /// Whether the marks hold the judgement of the cue.
    fn is_judgement(&self) -> bool {
        self.is_naming() && (self.are_several() || judges(self.doc, self.open))
    }

    /// Whether the marks stand right behind the cue and its subject, and hold no title.
    fn is_beside(&self) -> bool {
        self.words == 0 && !is_title(self.doc, self.pair)
    }

    /// Whether an object stands between, and what stands in the marks begins no sentence.
    fn has_object(&self) -> bool {
        self.is_small() && (1..=OBJECT_REACH).contains(&self.words) && self.cue.kind != CueKind::Nominal
    }

    /// Whether what stands in the marks begins with a small letter.
    fn is_small(&self) -> bool {
        let first = self.doc.token(self.open + 1);
        first.is_word() && !first.capital
    }

    fn are_several(&self) -> bool {
        let marks = self.doc.pair(self.pair);
        self.doc.count_words(marks.inner_start(), marks.inner_end()) > 1
    }

    fn follows_comma(&self) -> bool {
        self.doc.kind(self.open - 1) == Kind::Comma
    }
}
