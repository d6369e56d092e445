//! What a Russian headline reports behind a colon.

use super::speech::{Found, Pass};
use super::{SpeechKind, SpeechRule};
use crate::analysis::doc::Sentence;
use crate::analysis::lexicon::Agree;
use crate::analysis::people::ru;
use crate::analysis::token::Kind;

/// Tokens of a headline before the colon behind the one it names, at most.
const HEADED: usize = 8;

impl Pass<'_, '_> {
    /// What a Russian headline gives as the words of the one whom it names before a colon: «Песков: встреча пройдёт в мае».
    pub(super) fn headed(&mut self, sentence: Sentence) {
        let colon =
            (sentence.start..sentence.end.min(sentence.start + HEADED)).find(|at| self.doc.kind(*at) == Kind::Colon);
        let Some(colon) = colon.filter(|colon| self.doc.pair_at(colon + 1).is_none()) else { return };
        let named = ru::phrase(self.doc, sentence.start, colon).filter(|phrase| phrase.name.is_some());
        let sure = |(start, end): (usize, usize)| end == colon && (end > start + 1 || self.doc.is_surname(start));
        // «Поезд сошёл с рельсов под Нижним Тагилом: трое ранены».
        let governed = |(start, _): (usize, usize)| start > sentence.start && ru::governs(self.doc, start - 1);
        let speaks = |name: (usize, usize)| sure(name) && !governed(name);
        let Some(named) = named.filter(|phrase| phrase.name.is_some_and(speaks)) else { return };
        let speaker = self.registry.resolve(self.doc, &named, Agree::default());
        let (from, to) = self.trim(colon + 1, sentence.end);
        let (kind, rule) = (SpeechKind::Indirect, SpeechRule::NameColon);
        self.push(Found { from, to, kind, speaker, cue: None, mention: named.name, rule, flags: 0 });
    }
}
