//! Whom "he" and "she" mean in English: one named in the sentences before, whom they are about or have brought in.

use super::SpeechKind;
use super::cue::{Content, Cue};
use super::occasion_en::is_occasion;
use super::speech::Pass;
use super::who_en::CHAIN;
use crate::analysis::doc::Sentence;
use crate::analysis::lexicon::{Agree, Class, Gender, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::names_en;
use crate::analysis::people::{Phrase, en};
use crate::analysis::token::Kind;
use crate::text::Byte;

/// Words of a quotation in which another is looked for, at most.
const SAID: usize = 64;

/// Words from an article to the role behind it, at most.
const ROLE_REACH: usize = 3;

/// What may stand behind "her" where it is not whose something is.
const BEHIND_HER: &str =
    "that what if whether why how when where who to it he she they there the a an not about of no on in";

impl Pass<'_, '_> {
    /// Whom "he" or "she" means: a person named since the last one was spoken of, else that one.
    pub(super) fn he_or_she(&mut self, subject: &Phrase, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let body = |id: &usize| self.registry.entity(*id).is_some_and(|entity| entity.body);
        // "Replying to Judge Kelleher, he conceded": another than whom the setting, or what is said, names.
        let setting = || sentence.start < subject.start && is_occasion(self.doc, sentence.start);
        let names = matches!(cue.content, Content::Before(..)) || setting();
        let start = Byte(self.doc.token(sentence.start).start());
        let before = if names { self.registry.person_known_before(start, subject.agree) } else { None };
        let known = before.or_else(|| self.registry.last_person(subject.agree)).filter(|id| !body(id));
        let known = known.map(|id| self.registry.back_from_relative(id, subject.agree));
        let known = known.map(|id| self.registry.rather_known(id, subject.agree.gender, start));
        // "The coach praised the keeper. “…,” she said": the one whom the sentence before is about.
        if let Some(other) = self.not_the_teller(sentence, subject.agree) {
            return Some(other);
        }
        let about = self.subject_over(known, subject.agree, sentence);
        let known = about.or_else(|| self.brought_in(sentence, subject.agree)).or(known);
        let named = self.named_since(known, subject, sentence.start).or(known);
        let named = named.map(|id| self.rather_told_of(id, subject.agree));
        named.or_else(|| self.registry.last_by_any_ending(subject.agree))
    }

    /// Instead of one who may be a man or a woman, another, if he has told of her in a paragraph before: "“She called it
    /// noise,” Dr Kjeldgaard said. ¶ Fame sat lightly on her. She turned down a degree".
    fn rather_told_of(&self, id: usize, agree: Agree) -> usize {
        let last = self.found.iter().rev().take(CHAIN).find(|found| found.kind == SpeechKind::Direct);
        let start = self.doc.paragraphs.get(self.paragraph).map_or(0, |(from, _)| *from);
        let either = self.registry.entity(id).is_some_and(|one| one.agree().gender == Gender::Any);
        let last = last.filter(|found| found.speaker == Some(id) && found.to < start && either);
        let her = |at: usize| self.doc.sense(at, Class::Pronoun).is_some_and(|her| her.agree == agree);
        let told = last.is_some_and(|found| (found.from..found.to).take(SAID).any(her));
        told.then(|| self.registry.other_of_gender(agree.gender, Some(id))).flatten().unwrap_or(id)
    }

    /// The one whom the sentence before ends with by a role, where it begins with nobody: "The idea came from a retired
    /// miner", "The cat was adopted by the chief".
    fn brought_in(&mut self, sentence: Sentence, agree: Agree) -> Option<usize> {
        let (from, end) = self.sentence_before(sentence)?;
        let subject = self.subject_within(from, end)?;
        let role = |at: &usize| self.doc.sense(*at, Class::Role).is_some_and(|one| one.agree.fits(agree));
        let head = (subject.end..end).rev().find(role).filter(|_| !subject.pronoun && !self.is_person(&subject))?;
        let article =
            (head.saturating_sub(ROLE_REACH)..head).rev().find(|at| is_listed(self.doc.word(*at), "a an the"))?;
        let before = self.doc.word(article - 1);
        let led = if self.doc.word(article) == "the" { "by" } else { "from by to with" };
        let named = (article..end).any(|at| self.doc.token(at).capital) && self.doc.kind(head + 1) != Kind::Comma;
        let phrase = en::phrase(self.doc, article, head + 1).filter(|_| is_listed(before, led) && !named)?;
        self.registry.resolve(self.doc, &phrase, agree)
    }

    /// The one with whom the sentence before begins, where it tells of `known` as well, or of nobody before.
    fn subject_over(&mut self, known: Option<usize>, agree: Agree, sentence: Sentence) -> Option<usize> {
        let phrase = self.subject_over_pronouns(sentence, agree).filter(|phrase| self.is_person(phrase))?;
        let subject = self.doc.bytes(phrase.start, phrase.end);
        let known = known.and_then(|id| self.registry.entity(id));
        let last = known.filter(|known| !known.body).and_then(|known| known.mentions.last().copied());
        let after = last.is_some_and(|last| last.start >= subject.end);
        let spoken_of = |at: usize| {
            let other = self.doc.sense(at, Class::Pronoun).or_else(|| self.doc.sense(at, Class::Poss));
            other.is_some_and(|other| other.agree == agree)
        };
        // "A judge jailed Gareth Pugh. “…,” he said": the one with a name; "Her mother is buried there": herself.
        let led = phrase.name.is_some() || phrase.definite || !after;
        // "His wife teases him. “…,” she says": no other.
        let apart = |owner: Agree| !matches!(owner.gender, Gender::M | Gender::F) || owner.gender == agree.gender;
        let own = phrase.possessor.is_some_and(|owner| owner != Agree::default() && apart(owner));
        let own = phrase.name.is_none() && own;
        // "Her daughter bought her lessons. “I thought she would drown me,” she laughs".
        let words = (sentence.start..sentence.end.min(sentence.start + SAID))
            .take_while(|at| self.doc.pair_closed_at(*at).is_none());
        let other = self.doc.pair_at(sentence.start).is_some() && words.into_iter().any(spoken_of);
        let still = other || matches!(self.doc.word(phrase.end), "is" | "was" | "died");
        if own && still && phrase.possessor.is_some_and(|owner| owner.gender == agree.gender) {
            let relative = self.registry.resolve(self.doc, &phrase, agree);
            let known = self.registry.other_of_gender(agree.gender, relative);
            return known.or_else(|| self.registry.other_person(agree, relative));
        }
        // "Her break came by accident. … The manager walked out. “…,” she recalled": the one whom the paragraph is about.
        let floor = self.doc.paragraphs.get(self.paragraph).map_or(phrase.start, |(from, _)| *from);
        let still = known.is_some_and(|known| known.is_named() && known.agree().gender == agree.gender);
        let about = (floor..phrase.start).take(SAID).any(spoken_of) && !(phrase.end..sentence.start).any(spoken_of);
        if still && about && phrase.name.is_none() {
            return None;
        }
        let id = if led && !own { self.registry.resolve(self.doc, &phrase, agree) } else { None }?;
        self.registry.entity(id).filter(|one| !one.body && one.fits(agree)).map(|_| id)
    }

    /// Another than the one with whom the sentence before begins, where it tells that one apart from "she": "A colleague
    /// recalled a dinner at which she spoke", "The adviser told her it was a mistake", "Corry asked her what flavour".
    fn not_the_teller(&mut self, sentence: Sentence, agree: Agree) -> Option<usize> {
        let phrase = self.subject_over_pronouns(sentence, agree).filter(|phrase| self.is_person(phrase))?;
        let she = |at: usize| self.doc.sense(at, Class::Pronoun).is_some_and(|she| she.agree == agree);
        let her = |at: usize| self.doc.word(at) == if agree.gender == Gender::F { "her" } else { "him" };
        let asks = |at: usize| is_listed(self.doc.word(at), "asked asks asking pressed questioned");
        let vague = phrase.name.is_none() && !phrase.definite;
        let found = (phrase.end.max(2)..sentence.start).take(SAID).find_map(|at| {
            let which = vague && she(at) && self.doc.is(at - 1, Class::Relative);
            // "Put it to her that", but "told her mother".
            let verb = self.doc.sense(at - 1, Class::Verb).is_some_and(|verb| verb.has(flag::OBJ));
            let behind = !self.doc.token(at + 1).is_word() || is_listed(self.doc.word(at + 1), BEHIND_HER);
            let told = her(at) && behind && (verb || self.doc.words(at - 2, at) == "it to");
            (which || told).then(|| asks(at - 1))
        })?;
        let teller = self.registry.resolve(self.doc, &phrase, Agree::default())?;
        let either = self.registry.entity(teller).is_some_and(|one| one.agree().gender == Gender::Any);
        let other = self.registry.other_of_gender(agree.gender, Some(teller));
        other.or_else(|| self.registry.other_person(agree, Some(teller))).filter(|_| either || found)
    }

    /// The person with whom the sentence before words that stand alone begins: "Katya Lobanova had no doubts. “…”".
    pub(super) fn told_of_before(&mut self, sentence: Sentence) -> Option<usize> {
        if let Some(asker) = self.asked_before(sentence.start) {
            return self.registry.other_speaker(Agree::default(), Some(asker));
        }
        let start = self.doc.pair_at(sentence.start).map_or(sentence.start, |pair| self.opened(pair));
        let sentence = Sentence { start, ..sentence };
        let asked = self.spoken_of(start);
        let before = || {
            let (from, end) = self.paragraph_before(start).filter(|_| asked.is_none())?;
            self.subject_within(from, end)
        };
        // "A shrug" is nobody.
        let told = |phrase: &Phrase| asked.is_none() || phrase.pronoun || self.is_person(phrase);
        let Some(phrase) = self.subject_before(sentence).filter(told).or_else(before) else {
            return asked.and_then(|she| self.registry.last_person(she));
        };
        if phrase.pronoun {
            let over = self.subject_over(None, phrase.agree, sentence);
            return over.or_else(|| self.registry.last_person(phrase.agree));
        }
        let id = if self.is_person(&phrase) { self.registry.resolve(self.doc, &phrase, phrase.agree) } else { None }?;
        self.registry.entity(id).filter(|one| !one.body).map(|_| id)
    }

    /// Whom the sentences name before "he" or "she" that come behind the last one to speak of `known`: a pronoun needs a
    /// person, and a name of two words that no lexicon has may be one's.
    pub(super) fn named_since(&mut self, known: Option<usize>, subject: &Phrase, to: usize) -> Option<usize> {
        let here = known.is_some_and(|id| self.registry.is_here(id));
        let number = self.paragraph.saturating_sub(usize::from(!here && self.paragraph > 1));
        let from = self.doc.paragraphs.get(number).map_or(to, |(from, _)| *from);
        let last = known.and_then(|id| self.registry.entity(id)).and_then(|entity| entity.mentions.last());
        let after = last.map_or(0, |span| span.end.0);
        let phrase = names_en::introduced(self.doc, from, to, after, subject.agree)?;
        // "Her son, Magnus Lunn, said so. She was born in Hull": he is known.
        if self.registry.is_of_other(self.doc.bytes(phrase.start, phrase.end), subject.agree) {
            return None;
        }
        self.registry.resolve(self.doc, &phrase, subject.agree)
    }

    /// The "he" or "she" of whom a paragraph tells before the words in marks at `to`: "And what does she make of it? A shrug. “…”".
    pub(super) fn spoken_of(&self, to: usize) -> Option<Agree> {
        let from = self.doc.paragraphs.get(self.paragraph).map_or(to, |(from, _)| *from);
        let floor = from.max(to.saturating_sub(SAID));
        let mut at = to;
        while at > floor {
            at -= 1;
            if let Some(pair) = self.doc.pair_closed_at(at) {
                at = self.doc.pair(pair).open;
            } else if let Some(one) = self.doc.sense(at, Class::Pronoun)
                && matches!(one.agree.gender, Gender::M | Gender::F)
            {
                return Some(one.agree);
            }
        }
        None
    }
}
