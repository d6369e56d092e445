//! Words that stand alone behind a sentence that tells of somebody.

use super::SpeechRule;
use super::attribute::Source;
use super::cue::Cue;
use super::speech::{Last, Pass};
use super::who::subject_phrase;
use crate::analysis::doc::Sentence;
use crate::analysis::lexicon::{Agree, Class};
use crate::analysis::people::Phrase;
use crate::text::{Byte, Lang};

impl Pass<'_, '_> {
    /// Whom the sentence right before names that tells of nobody's words: «أما فلان فلا يصدق ما حدث. «…»».
    pub(super) fn told_of_last(&self, sentence: Sentence, agree: Agree) -> Option<usize> {
        let (from, _) = self.sentence_before(sentence)?;
        let heard = self.last.into_iter().chain(self.told).any(|last| last.end > from);
        if heard { None } else { self.registry.person_since(Byte(self.doc.token(from).start()), agree) }
    }

    /// Whom the Russian sentence before tells of by name, behind the words of another: «…, — сказал он. Гречко не согласен. «…»».
    pub(super) fn of_another(&self, pair: usize, sentence: Sentence, cues: &[Cue]) -> Option<Source> {
        let last = self.last.filter(|last| last.paragraph == self.paragraph && self.doc.lang == Lang::Ru)?;
        let whole = self.doc.pair(pair).open == sentence.start && cues.is_empty() && sentence.inside.is_none();
        let (from, end) = self.sentence_before(sentence).filter(|(from, _)| whole && last.end <= *from)?;
        let subject = subject_phrase(self.doc, from, end, Agree::default());
        let named = |subject: &Phrase| subject.name.is_some() && !subject.head_is(Class::Body);
        if let Some(subject) = subject.filter(named) {
            return Some(Source::Phrase(subject, SpeechRule::Continued));
        }
        // «Иного мнения Павел Гречко».
        let since = self.registry.person_since(Byte(self.doc.token(from).start()), Agree::default());
        let nobody = subject.is_none_or(|subject| subject.head_is(Class::Doc));
        let other = since.filter(|id| nobody && Some(*id) != last.speaker);
        other.map(|id| Source::Told(Last { speaker: Some(id), cue: None, mention: None, ..last }))
    }
}
