//! Whom an English subject means: "he" and "she" need a person, whom the words before may have named by two words that no
//! lexicon has.

use super::SpeechKind;
use super::clause_en::is_finite;
use super::cue::{Content, Cue};
use super::occasion_en::is_occasion;
use super::speech::Pass;
use crate::analysis::doc::Sentence;
use crate::analysis::lexicon::{Agree, Class, Number, flag};
use crate::analysis::names::apposed_role;
use crate::analysis::names_en;
use crate::analysis::people::{Phrase, en};
use crate::analysis::token::Kind;
use crate::text::Byte;

impl Pass<'_, '_> {
    /// By a subject, once those named before it are known.
    pub(super) fn by_english_subject(
        &mut self,
        subject: &Phrase,
        sentence: Sentence,
        cue: &Cue,
        outer: Option<usize>,
    ) -> Option<usize> {
        let role = subject.name.is_none() && (subject.head.is_none() || subject.head_is(Class::Role));
        if role && subject.definite && !subject.pronoun {
            let known = self.registry.last_person(Agree::default());
            self.named_since(known, &Phrase::default(), sentence.start);
        }
        let general = subject.definite && subject.is_general();
        if subject.name.is_none() && subject.head_is(Class::Body) && general {
            self.body_before(sentence);
        }
        // "“Were you?” she asked. “I was,” the witness replied": another than the one who asks.
        let around = self.registry.outer;
        if cue.sense.has(flag::ANSWER) {
            self.registry.outer = self.asker().or(around);
        }
        // "Said Aigul Bekova, a crane operator": none of whose role has been waiting for a name is she.
        let apposed = || subject.name.and_then(|(from, to)| apposed_role(self.doc, from, to));
        let subject = Phrase { head: subject.head.or_else(apposed), ..*subject };
        let id = self.answerer(&subject, cue).or_else(|| self.by_subject(&subject, sentence, cue, outer));
        self.registry.outer = around;
        id
    }

    /// Whom "the witness replied" means, where nobody is known as one: who spoke before the one who asks.
    fn answerer(&mut self, subject: &Phrase, cue: &Cue) -> Option<usize> {
        let role = subject.name.is_none() && subject.head_is(Class::Role) && subject.definite;
        let asker = self.asker().filter(|_| role && cue.sense.has(flag::ANSWER) && subject.possessor.is_none())?;
        let (_, sense) = subject.head?;
        let known = self.registry.has_bearer(sense.family);
        let id = if known { None } else { self.registry.other_speaker(subject.agree, Some(asker)) }?;
        self.registry.mention(id, self.doc.bytes(subject.start, subject.end));
        Some(id)
    }

    /// The one whose words, the last before, are a question.
    fn asker(&self) -> Option<usize> {
        let asked = self.found.last().filter(|found| found.kind == SpeechKind::Direct)?;
        asked.speaker.filter(|_| self.doc.word(asked.to.saturating_sub(1)) == "?")
    }

    /// Whom "he" or "she" means: a person named since the last one was spoken of, else that one.
    pub(super) fn he_or_she(&mut self, subject: &Phrase, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let body = |id: &usize| self.registry.entity(*id).is_some_and(|entity| entity.body);
        // "Replying to Judge Kelleher, he conceded": another than whom the setting, or what is said, names.
        let setting = || sentence.start < subject.start && is_occasion(self.doc, sentence.start);
        let names = matches!(cue.content, Content::Before(..)) || setting();
        let start = Byte(self.doc.token(sentence.start).start());
        let before = if names { self.registry.person_known_before(start, subject.agree) } else { None };
        let known = before.or_else(|| self.registry.last_person(subject.agree)).filter(|id| !body(id));
        // "The coach praised the keeper. “…,” she said": the one whom the sentence before is about.
        let about = self.subject_over(known, subject.agree, sentence);
        let known = about.or(known);
        self.named_since(known, subject, sentence.start).or(known)
    }

    /// The one with a name with whom the sentence before begins, where it tells of `known` as well.
    fn subject_over(&mut self, known: Option<usize>, agree: Agree, sentence: Sentence) -> Option<usize> {
        let known_by = |(from, end)| self.doc.is_surname(end - 1) || names_en::may_be_person(self.doc, from, end);
        let phrase = self.subject_before(sentence).filter(|phrase| phrase.name.is_some_and(known_by))?;
        let subject = self.doc.bytes(phrase.start, phrase.end);
        let last = self.registry.entity(known?)?.mentions.last().copied()?;
        let object = last.start >= subject.end && !self.registry.entity(known?)?.body;
        let id = if object { self.registry.resolve(self.doc, &phrase, agree) } else { None }?;
        self.registry.entity(id).filter(|one| !one.body && one.fits(agree)).map(|_| id)
    }

    /// The person with whom the sentence before words that stand alone begins: "Katya Lobanova had no doubts. “…”".
    pub(super) fn told_of_before(&mut self, sentence: Sentence) -> Option<usize> {
        let phrase = self.subject_before(sentence)?;
        if phrase.pronoun {
            return self.registry.last_person(phrase.agree);
        }
        let one = |(from, end)| self.doc.is_surname(end - 1) || names_en::may_be_person(self.doc, from, end);
        let role = phrase.name.is_none() && phrase.head_is(Class::Role) && phrase.agree.number != Number::Many;
        let person = role || phrase.name.is_some_and(one);
        let id = if person { self.registry.resolve(self.doc, &phrase, phrase.agree) } else { None }?;
        self.registry.entity(id).filter(|one| !one.body).map(|_| id)
    }

    /// Those with whom the sentence before "they" begins, where it tells of several: "A dozen pickers gathered".
    pub(super) fn they(&mut self, sentence: Sentence) -> Option<usize> {
        let phrase = self.subject_before(sentence).filter(|phrase| !phrase.pronoun)?;
        // "The team say".
        let verb = self.doc.sense(phrase.end, Class::Verb).is_some_and(|verb| verb.agree.number == Number::Many);
        let many = phrase.agree.number == Number::Many || verb && phrase.head_is(Class::Body);
        let many = many && phrase.name.is_none();
        if many { self.registry.resolve(self.doc, &phrase, phrase.agree) } else { None }
    }

    /// Notes the word of no known person with which the sentence before "the club" begins: "Rovers sacked him".
    fn body_before(&mut self, sentence: Sentence) {
        let single = |phrase: &Phrase| phrase.name == Some((phrase.start, phrase.start + 1));
        let known = |at: usize| self.doc.is_surname(at) || self.doc.is(at, Class::First);
        let phrase = self.subject_before(sentence).filter(|phrase| single(phrase) && !known(phrase.start));
        if let Some(phrase) = phrase.filter(|phrase| phrase.head.is_none()) {
            self.registry.resolve(self.doc, &phrase, Agree::default());
        }
    }

    /// The subject of the sentence before, in the same paragraph.
    fn subject_before(&self, sentence: Sentence) -> Option<Phrase> {
        let (from, end) = self.sentence_before(sentence)?;
        let verb = (from..end).find(|at| is_finite(self.doc, *at) || self.doc.is(*at, Class::Verb))?;
        let comma = (from..verb).find(|at| self.doc.kind(*at) == Kind::Comma);
        en::phrase(self.doc, from, comma.unwrap_or(verb))
    }

    /// Whom the sentences name before "he" or "she" that come behind the last one to speak of `known`: a pronoun needs a
    /// person, and a name of two words that no lexicon has may be one's.
    fn named_since(&mut self, known: Option<usize>, subject: &Phrase, to: usize) -> Option<usize> {
        let here = known.is_some_and(|id| self.registry.is_here(id));
        let number = self.paragraph.saturating_sub(usize::from(!here && self.paragraph > 1));
        let from = self.doc.paragraphs.get(number).map_or(to, |(from, _)| *from);
        let last = known.and_then(|id| self.registry.entity(id)).and_then(|entity| entity.mentions.last());
        let after = last.map_or(0, |span| span.end.0);
        let phrase = names_en::introduced(self.doc, from, to, after, subject.agree)?;
        self.registry.resolve(self.doc, &phrase, subject.agree)
    }
}
