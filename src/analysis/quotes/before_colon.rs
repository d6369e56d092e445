//! Whose the words are that a colon leads to.

use super::attribute::Source;
use super::clause_ar::follows_legend;
use super::cue::{Cue, CueKind};
use super::speech::Pass;
use super::subject_ru::first_subject;
use super::told_ar::{Teller, first_person};
use super::{SpeechRule, told_ar};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::registry::SIGNS;
use crate::analysis::people::{Case, Phrase, en, ru};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// What is somebody's that stands before a colon.
const WORDS: &str =
    "слова ответ фраза цитата реакция объяснение мнение комментарий версия вывод диагноз вердикт признание";

impl Pass<'_, '_> {
    /// The cue, or the name, that a colon before the marks belongs to.
    pub(super) fn before_colon(&self, colon: usize, sentence: Sentence, cues: &[Cue]) -> Option<Source> {
        if self.doc.lang == Lang::Ar && follows_legend(self.doc, colon) {
            return None;
        }
        // «وقلت له: ‹…›»: the words of the one who tells it.
        if sentence.inside.is_some() && first_person(self.doc, colon).is_some() {
            return None;
        }
        // "Put the loaves in the window with a sign: “Sorry.”".
        if self.doc.lang == Lang::En && is_listed(self.doc.word(colon.saturating_sub(1)), SIGNS) {
            let phrase = Phrase { start: colon.saturating_sub(1), end: colon, ..Phrase::default() };
            return Some(Source::Phrase(phrase, SpeechRule::NameColon));
        }
        let owns = |cue: &Cue| cue.colon == Some(colon);
        // «وجاء في بيان نُشر أمس: «…»»: a verb of no subject in what is told of a source.
        let source = cues.iter().rposition(|cue| owns(cue) && cue.kind == CueKind::Nominal);
        let verb = cues.iter().rposition(|cue| owns(cue) && cue.kind != CueKind::Nominal);
        let verb = verb.filter(|at| {
            let own = |cue: &Cue| cue.subject.is_some_and(|subject| subject.start > cue.start);
            let within = self.doc.lang == Lang::Ar && source.is_some_and(|source| source < *at);
            !within || cues.get(*at).is_some_and(own)
        });
        let verb = verb.map(|at| self.around_clause(at, cues, colon));
        let direct = verb.or(source);
        let near = || cues.iter().rposition(|cue| cue.end <= colon);
        if let Some(at) = direct.or_else(near) {
            return Some(Source::Cue(at, SpeechRule::CueColon));
        }
        let from = self.left_edge(colon, sentence.start);
        let phrase = match self.doc.lang {
            Lang::Ar => {
                let told = told_ar::teller(self.doc, from, colon, sentence.inside.is_some())?;
                return Some(match told {
                    Teller::Named(phrase) => Source::Phrase(phrase, SpeechRule::NameColon),
                    Teller::Last(agree) => Source::Person(SpeechRule::NameColon, agree),
                });
            }
            // «Мещерин в эфире краевого радио подбодрил сторонников: «…»».
            // «Слова министра передаёт агентство: «…»».
            // «Вот его слова: «…»».
            Lang::Ru if self.doc.is(colon.saturating_sub(2), Class::Poss) => his_words(self.doc, colon),
            Lang::Ru if self.doc.is(from, Class::SpeechNoun) => ru::phrase(self.doc, from + 1, colon),
            Lang::Ru => first_subject(self.doc, from, colon, Agree::default())
                .filter(|phrase| phrase.name.is_some())
                .or_else(|| ru::phrase(self.doc, from, colon))
                .or_else(|| known_name(self.doc, from)),
            Lang::En => en::phrase(self.doc, from, colon).map(|phrase| en::extent(self.doc, phrase)),
        };
        let Some(phrase) = phrase else {
            // «И, переведя дух, прибавляет: «…»».
            let here = self.last.is_some_and(|last| last.paragraph == self.paragraph) && sentence.inside.is_none();
            let verb = self.doc.lang == Lang::Ru && (from..colon).any(|at| ru::is_finite(self.doc.word(at), false));
            return (here && verb).then_some(Source::Last(SpeechRule::Continued));
        };
        let told = phrase.name.is_some() || phrase.head.is_some() || phrase.pronoun;
        told.then_some(Source::Phrase(phrase, SpeechRule::NameColon))
    }

    /// The Arabic verb of saying that leads to a colon, where the verb found before that tells in a clause of its own who its
    /// subject is: «وقالت سيدة تحمل الخبز: «…»», «وقال العامل الذي اكتشف اللوحة: «…»».
    fn around_clause(&self, at: usize, cues: &[Cue], colon: usize) -> usize {
        let Some(told) = cues.get(at).filter(|cue| self.doc.lang == Lang::Ar && cue.kind == CueKind::Verb) else {
            return at;
        };
        let tells = |cue: &Cue| {
            let asks = cue.sense.has(flag::OBJ) && !cue.sense.has(flag::ANSWER);
            let says = cue.kind == CueKind::Verb && !cue.sense.has(flag::CLAUSE) && !asks && cue.colon == Some(colon);
            // «وقالوا في رسالة نشرت على حساب النادي: «…»».
            let behind = cue.subject.is_none_or(|subject| subject.end <= told.start);
            says && behind && (cue.reach..=told.start).all(|word| told_ar::goes_with_noun(self.doc, word))
        };
        cues.get(..at).and_then(|before| before.iter().rposition(tells)).unwrap_or(at)
    }

    /// Where the words right before a colon begin: behind the stop or semicolon before them.
    fn left_edge(&self, colon: usize, start: usize) -> usize {
        let mut at = colon;
        let ends = |at: usize| match self.doc.kind(at) {
            Kind::Stop | Kind::Semicolon | Kind::Break => true,
            Kind::Other => self.doc.lang != Lang::En || self.doc.word(at) == ".",
            _ => false,
        };
        while at > start && !ends(at - 1) {
            at -= 1;
        }
        at
    }
}

/// Whose something is right before a colon: «Вот его слова: «…»».
fn his_words(doc: &Doc, colon: usize) -> Option<Phrase> {
    let at = colon.checked_sub(2)?;
    let owner = doc.sense(at, Class::Poss).filter(|_| is_listed(doc.word(colon - 1), WORDS))?;
    Some(Phrase { start: at, end: at + 1, agree: owner.agree, pronoun: true, ..Phrase::default() })
}

/// A name that the text has told in full, at the head of a Russian sentence without a verb: «Бурдина не в обиде: «…»».
fn known_name(doc: &Doc, at: usize) -> Option<Phrase> {
    let (name, case) = (Some((at, at + 1)), Case::Nominative);
    let known = doc.token(at).capital && doc.is_surname(at);
    known.then(|| Phrase { start: at, end: at + 1, name, case, ..Phrase::default() })
}
