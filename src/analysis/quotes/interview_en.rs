//! Questions and answers in English: who answers the one who asks, and whom a paper interviews.

use super::SpeechKind;
use super::cue::Cue;
use super::interview::REOPENED;
use super::speech::{Found, Pass};
use crate::analysis::doc::Sentence;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Entity, Phrase};
use crate::analysis::token::Kind;

/// Words of an introduction that are looked through, at most.
const PRESENTED: usize = 64;

impl Pass<'_, '_> {
    /// Whom "the witness replied" means, where nobody is known as one: who spoke before the one who asks.
    pub(super) fn answerer(&mut self, subject: &Phrase, cue: &Cue, sentence: Sentence) -> Option<usize> {
        // "“Whose is it?” he asked. “Mine,” came the reply".
        if is_listed(self.doc.word(subject.end.saturating_sub(1)), "reply answer response retort") {
            return self.registry.other_speaker(Agree::default(), Some(self.asker()?));
        }
        let role = subject.name.is_none() && subject.head_is(Class::Role) && subject.definite;
        if !role || !cue.sense.has(flag::ANSWER) || subject.possessor.is_some() {
            return None;
        }
        let asker = self.asker().or_else(|| self.asks_before(sentence))?;
        let (_, sense) = subject.head?;
        let known = self.registry.has_bearer(sense.family);
        let id = if known { None } else { self.registry.other_speaker(subject.agree, Some(asker)) }?;
        self.registry.mention(id, self.doc.bytes(subject.start, subject.end));
        Some(id)
    }

    /// The one who asks, without marks, in the sentence before: "Ms Lasky asked whether she drank. “Never,” the witness
    /// answered".
    fn asks_before(&mut self, sentence: Sentence) -> Option<usize> {
        let (from, end) = self.told_before(sentence)?;
        let asks = |at: usize| {
            is_listed(self.doc.word(at), "asked asks pressed")
                && is_listed(self.doc.word(at + 1), "whether if why how what who when where her him them the about")
        };
        let phrase = (from + 1..end).any(asks).then(|| self.subject_within(from, end)).flatten();
        self.registry.resolve(self.doc, &phrase.filter(|one| self.is_person(one))?, Agree::default())
    }

    /// Whom the introduction begins with: "Edda Crane has kept the door since 2009".
    pub(super) fn presented_in_english(&mut self) -> Option<usize> {
        let (from, end) = self.doc.paragraphs.get(1).copied()?;
        let end = end.min(from + PRESENTED);
        let stop = (from..end).find(|at| self.doc.kind(*at) == Kind::Stop).unwrap_or(end);
        let phrase =
            self.subject_within(from, stop).filter(|phrase| phrase.name.is_some() && self.is_person(phrase))?;
        self.registry.resolve(self.doc, &phrase, phrase.agree)
    }

    /// Whom the speaker's own words before tell of: "“The porter laughed at me,” she says. “He told me: ‘Go away.’”".
    pub(super) fn told_of_in_words(&mut self, sentence: Sentence, agree: Agree, outer: Option<usize>) -> Option<usize> {
        let open = sentence.inside.map(|pair| self.doc.pair(pair).inner_start())?;
        let (from, end) = if sentence.start > open {
            self.sentence_before(sentence).map(|(from, end)| (from.max(open), end))?
        } else {
            // "He was kind. “He told me: ‘…’”": what she says before that.
            let she = |found: &Found| self.doc.sense(found.from, Class::Pronoun).is_some_and(|she| she.agree == agree);
            let before = self.found.iter().rev().take(REOPENED).filter(|found| found.to < open);
            let mut told = before.take_while(|found| found.speaker == outer).skip_while(|found| she(found));
            told.next().map(|last| (last.from, last.to))?
        };
        // "The butler took me for a plumber": a person by the pronoun, whom no lexicon has.
        let plain = |phrase: &Phrase| phrase.name.is_none() && phrase.head.is_none() && phrase.end == phrase.start + 2;
        let person = |phrase: &Phrase| (self.is_person(phrase) || plain(phrase)) && phrase.agree.fits(agree);
        let phrase = self.subject_within(from, end).filter(person)?;
        self.registry.resolve(self.doc, &phrase, agree)
    }

    /// Whether the paragraph of a number is only a question in marks, behind which other words begin in marks of their own.
    fn is_bare_question(&self, number: usize) -> bool {
        let paragraph = |number: usize| self.doc.paragraphs.get(number).copied();
        let pair_of = |number: usize| {
            let (from, end) = paragraph(number)?;
            let pair = self.doc.pair_at(from).filter(|pair| self.doc.pair(*pair).continues.is_none())?;
            Some((self.doc.pair(pair), end))
        };
        let whole = pair_of(number).filter(|(marks, end)| number > 0 && marks.closed && marks.after() >= *end);
        let asks = whole.is_some_and(|(marks, _)| self.doc.word(marks.inner_end().saturating_sub(1)) == "?");
        asks && pair_of(number + 1).is_some()
    }

    /// Whether words that stand alone answer in an interview with both sides in marks, or ask, if they stand in one.
    pub(super) fn answers_in_marks(&self, open: usize) -> Option<bool> {
        let first = self.doc.pair_at(open).map_or(open, |pair| self.opened(pair));
        let number = self.doc.paragraphs.partition_point(|(from, _)| *from <= first).checked_sub(1)?;
        self.doc.paragraphs.get(number).filter(|(from, _)| *from == first)?;
        if number.checked_sub(1).is_some_and(|before| self.is_bare_question(before)) {
            return Some(true);
        }
        (self.is_bare_question(number) && self.asked_before(first).is_none()).then_some(false)
    }

    /// Whose the words are that answer or ask so: those of one who answers, or of the one who asks, if that is anybody.
    pub(super) fn by_turn(&mut self, answers: bool) -> Option<usize> {
        let one = Agree::new(Gender::Any, Number::One);
        let last = self.registry.last_speaker(one);
        if answers {
            let asker = self.asker();
            let known = self.answers.filter(|id| Some(*id) != asker);
            let other = asker.map_or(last, |asker| self.registry.other_speaker(one, Some(asker)));
            self.answers = known.or(other).or_else(|| self.registry.named_most());
            return self.answers;
        }
        let asked = |found: &&Found| {
            let asks = self.doc.word(found.to.saturating_sub(1)) == "?";
            asks && found.kind == SpeechKind::Direct && found.speaker.is_some() && found.speaker != last
        };
        self.found.iter().rev().take(REOPENED).find(asked).and_then(|found| found.speaker)
    }

    /// Who answers a question of the paper: who has answered before, or spoke last.
    pub(super) fn interviewed(&mut self, open: usize) -> Option<usize> {
        self.doc.pair_at(open).filter(|pair| self.is_asked(*pair))?;
        // "And what does she make of that? A shrug".
        let one = self.spoken_of(open).unwrap_or(Agree::new(Gender::Any, Number::One));
        let last = self.registry.last_speaker(one);
        // "A night-shift doctor on sleep", in the headline: the one whom the introduction names.
        let named = last.filter(|id| self.registry.entity(*id).is_some_and(Entity::is_named));
        let fits = |id: &usize| self.registry.entity(*id).is_some_and(|entity| entity.fits(one));
        let speaker = self.answers.filter(fits).or(named).or_else(|| self.registry.named_most());
        let speaker = speaker.or_else(|| self.presented_in_english()).or(last);
        last.filter(|last| speaker != Some(*last) && named.is_none())
            .into_iter()
            .for_each(|id| self.registry.forget(id));
        self.answers = speaker.or(self.answers);
        speaker
    }
}
