//! A Russian role that nobody has yet, and the surname by which the text goes on: «Автор рекорда признался, что прыгал вслепую. «…», —
//! улыбнулся Горжицкий».

use super::cue::Cue;
use super::speech::Pass;
use crate::analysis::doc::Sentence;
use crate::analysis::lexicon::flag;
use crate::text::Lang;

/// What was heard last that is looked through for what the bearer of the role has said, at most.
const HEARD: usize = 8;

impl Pass<'_, '_> {
    /// Gives what a nameless one has said in the sentence before to the one whom a cue behind marks calls by surname alone.
    pub(super) fn unite(&mut self, cue: &Cue, sentence: Sentence, named: usize) {
        let doc = self.doc;
        let Some(subject) = cue.subject.filter(|_| doc.lang == Lang::Ru && doc.pair_at(sentence.start).is_some())
        else {
            return;
        };
        let surname = subject.head.is_none() && subject.name.is_some_and(|(from, to)| to == from + 1);
        let answers = cue.sense.has(flag::ANSWER | flag::DENY)
            || ["возра", "парир", "согла"].iter().any(|stem| doc.word(cue.start).starts_with(stem));
        if !surname || answers || subject.start < cue.start {
            return;
        }
        let told = self.told.filter(|told| told.paragraph == self.paragraph);
        let before = self.sentence_before(sentence).map(|(from, _)| from);
        let near = told.filter(|told| before.is_some_and(|from| from <= told.end));
        let Some(nameless) = near.and_then(|told| told.speaker) else { return };
        if self.registry.unite(nameless, named) {
            let heard = self.found.iter_mut().rev().take(HEARD);
            heard.filter(|found| found.speaker == Some(nameless)).for_each(|found| found.speaker = Some(named));
        }
    }
}
