//! Whom the sentence before tells of: whose words are that stand alone, or "it" and "its report".

use super::SpeechRule;
use super::attribute::Source;
use super::clause_en::is_finite;
use super::cue::Cue;
use super::speech::{Last, Pass};
use super::subject_en::first_subject;
use super::who::subject_phrase;
use crate::analysis::doc::Sentence;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::en_bearer::{is_post, told_of};
use crate::analysis::people::{Case, Phrase, en, ru};
use crate::analysis::token::Kind;
use crate::text::{Byte, Lang};

/// Tokens of a sentence that are looked back at, at most.
const LONGEST: usize = 64;

/// What one does with a letter.
const WRITES: &str = "through wrote written sent emailed complained petitioned handed submitted addressed signed";

/// Whether a word says that a letter is written.
fn writes(word: &str) -> bool {
    word.ends_with(['d', 'e', 'n', 't', 'h']) && is_listed(word, WRITES)
}

impl Pass<'_, '_> {
    /// Whom the sentence right before names that tells of nobody's words: «أما فلان فلا يصدق ما حدث. «…»».
    pub(super) fn told_of_last(&self, sentence: Sentence, agree: Agree) -> Option<usize> {
        let (from, _) = self.sentence_before(sentence)?;
        let heard = self.last.into_iter().chain(self.told).any(|last| last.end > from);
        if heard { None } else { self.registry.person_since(Byte(self.doc.token(from).start()), agree) }
    }

    /// The quotation before, and the bounds of the sentence between that and one which begins a sentence without a cue.
    fn between(&self, pair: usize, sentence: Sentence, cues: &[Cue]) -> Option<(Last, usize, usize)> {
        let last = self.last.filter(|last| last.paragraph == self.paragraph)?;
        let whole = self.doc.pair(pair).open == sentence.start && cues.is_empty() && sentence.inside.is_none();
        let (from, end) = self.sentence_before(sentence).filter(|(from, _)| whole && last.end <= *from)?;
        Some((last, from, end))
    }

    /// Whom the English sentence between two quotations names: "“…,” Holm said. Abreu remembers it differently. “…”".
    pub(super) fn of_other(&self, pair: usize, sentence: Sentence, cues: &[Cue]) -> Option<Source> {
        let (_, from, end) = self.between(pair, sentence, cues).filter(|_| self.doc.lang == Lang::En)?;
        // "“…,” Holm said of Abreu. Abreu left in May. “She was the best.”": still Holm.
        let of_her = is_listed(self.doc.word(self.doc.pair(pair).inner_start()), "He She His Her They");
        let named = |phrase: &Phrase| phrase.name.is_some() && self.is_person(phrase) && !of_her;
        let subject = self.subject_within(from, end).filter(named)?;
        Some(Source::Phrase(subject, SpeechRule::Continued))
    }

    /// Whom the Russian sentence before tells of by name, behind the words of another: «…, — сказал он. Гречко не согласен. «…»».
    pub(super) fn of_another(&self, pair: usize, sentence: Sentence, cues: &[Cue]) -> Option<Source> {
        let (last, from, end) = self.between(pair, sentence, cues).filter(|_| self.doc.lang == Lang::Ru)?;
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

    /// The body that the Russian sentence right before is about, where that tells of no one whom a pronoun may mean as well:
    /// «Антимонопольная служба возражать не стала. В её решении отмечается».
    pub(super) fn body_told_of(&self, sentence: Sentence, agree: Agree) -> Option<usize> {
        let doc = self.doc;
        let (floor, _) = doc.paragraphs.get(self.paragraph).filter(|_| doc.lang == Lang::Ru)?;
        let end = sentence.start.checked_sub(1).filter(|end| end > floor)?;
        let floor = (*floor).max(end.saturating_sub(LONGEST));
        let from = (floor..end).rev().find(|at| doc.kind(*at) == Kind::Stop).map_or(floor, |stop| stop + 1);
        let start = Byte(doc.token(from).start());
        let id = self.registry.body_here()?;
        let body = self.registry.entity(id)?;
        let of = |gender: Gender| body.fits(Agree { gender, ..agree });
        let its = match agree.gender {
            Gender::F => of(Gender::F) && !of(Gender::M),
            Gender::M => (of(Gender::M) || of(Gender::N)) && !of(Gender::F),
            _ => false,
        };
        let told = |at: usize| {
            let pronoun = doc.sense(at, Class::Pronoun).or_else(|| doc.sense(at, Class::Poss));
            pronoun.is_some_and(|pronoun| pronoun.agree.fits(agree))
        };
        let last = body.mentions.last().filter(|last| last.start >= start && its && !(from..end).any(told))?;
        // «Её приняли в компанию»: a body in another case is not what the sentence is about.
        let within = |at: usize| (last.start.0..last.end.0).contains(&doc.token(at).start());
        let lemma = |at: usize| doc.sense(at, Class::Body).is_some_and(|sense| sense.has(flag::LEMMA));
        let subject = (from..end).any(|at| within(at) && lemma(at));
        (subject && self.registry.person_since(start, agree).is_none()).then_some(id)
    }

    /// Whose words «Отмечается, что» gives: those of the body of which the Russian sentence before tells, or which spoke in it.
    pub(super) fn announced(&self, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let (from, _) = self.sentence_before(sentence).filter(|_| self.doc.lang == Lang::Ru)?;
        let leads = cue.start == sentence.start && cue.sense.agree.gender == Gender::Any;
        let start = Byte(self.doc.token(from).start());
        let last = |id: &usize| {
            self.registry.entity(*id).and_then(|one| one.mentions.last()).is_some_and(|at| at.start >= start)
        };
        let spoke =
            self.told.filter(|told| told.paragraph == self.paragraph && told.end > from).and_then(|told| told.speaker);
        let body = self.registry.body_here().filter(|id| leads && (last(id) || spoke == Some(*id)));
        body.filter(|_| self.registry.person_since(start, Agree::default()).is_none())
    }

    /// The only body of the Russian sentence before, in any case, where nobody is known whom «её» may mean: «Следить поручено
    /// международной миссии. В её сводке говорится».
    pub(super) fn body_of_sentence(&mut self, sentence: Sentence, agree: Agree) -> Option<usize> {
        let doc = self.doc;
        let (from, end) = self.sentence_before(sentence).filter(|_| doc.lang == Lang::Ru)?;
        let start = Byte(doc.token(from).start());
        let body = |at: &usize| doc.sense(*at, Class::Body).is_some_and(|body| body.agree.gender_fits(agree));
        let noun = (from..end).find(body).filter(|_| self.registry.person_since(start, agree).is_none())?;
        let head = doc.sense(noun, Class::Body).map(|sense| (noun, sense));
        let own = noun - usize::from(noun > from && ru::is_adjective(doc.word(noun - 1)));
        let end = ru::extent(doc, noun, end);
        let phrase = Phrase { start: own, end, head, agree, definite: true, ..Phrase::default() };
        self.registry.resolve(doc, &phrase, agree)
    }

    /// Whom an English byname means behind words that nobody has been given: the one with whom the sentence before begins, by a
    /// trade that none has yet ("Vera Lito runs the hospital. “It is a good sign,” the doctor said").
    pub(super) fn by_trade(&mut self, subject: &Phrase, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let (head, role) = subject.head.filter(|_| subject.definite && subject.possessor.is_none())?;
        let marks = self.doc.pair_at(sentence.start).map(|pair| self.doc.pair(pair))?;
        let others = flag::ANSWER | flag::OFFICE | flag::AGENT | flag::GENERIC | flag::IMPERSONAL | flag::KIN;
        let others = role.has(others) || cue.sense.has(flag::ANSWER) || role.agree.number == Number::Many;
        let word = self.doc.word(head);
        let post =
            is_listed(word, "coach captain referee nurse") || is_post(word) || self.registry.has_bearer(role.family);
        if others || post || head + 1 != subject.end {
            return None;
        }
        let phrase = self.subject_before(sentence).filter(|phrase| phrase.name.is_some() && self.is_person(phrase))?;
        let id = self.registry.resolve(self.doc, &phrase, role.agree)?;
        let told = told_of(self.doc, marks.after());
        let one = self.registry.entity(id).filter(|one| !one.body && one.fits(role.agree))?;
        let meant = !told.iter().any(|he| one.fits(*he));
        if meant {
            self.registry.also_calls(id, role);
        }
        meant.then_some(id)
    }

    /// Whom «он» means where nobody is known: the role in the nominative which the Russian sentence before is about («Сам
    /// 54-летний грузчик вину отрицает»).
    pub(super) fn subject_told_of(&mut self, sentence: Sentence, agree: Agree) -> Option<usize> {
        let (from, end) = self.sentence_before(sentence).filter(|_| self.doc.lang == Lang::Ru)?;
        let phrase = subject_phrase(self.doc, from, end, agree).filter(|one| one.head_is(Class::Role))?;
        let phrase = Phrase { definite: true, ..phrase };
        if phrase.agree.fits(agree) { self.registry.resolve(self.doc, &phrase, agree) } else { None }
    }

    /// Whom «тот» means: of those whom the sentence before has last, who did not speak, be it by a role alone («Дверь открыл
    /// пьяный сторож. Тот закричал»).
    pub(super) fn that_one(&mut self, sentence: Sentence, agree: Agree) -> Option<usize> {
        let doc = self.doc;
        if agree.number == Number::Many {
            return self.those(sentence, agree);
        }
        let silent = self.registry.last_silent(agree);
        let Some((from, end)) = self.sentence_before(sentence).filter(|_| agree.number == Number::One) else {
            return silent;
        };
        let one = |at: &usize| {
            let role = doc.sense(*at, Class::Role).filter(|role| role.agree.number != Number::Many);
            role.is_some_and(|role| role.agree.gender_fits(agree)) && !doc.token(at + 1).capital
        };
        let role = (from + 1..end).rev().find(one);
        let place = |id: usize| self.registry.entity(id).and_then(|one| one.mentions.last()).map(|at| at.start);
        let since = |at: &usize| silent.and_then(place).is_none_or(|named| named < Byte(doc.token(*at).start()));
        let Some(role) = role.filter(since) else { return silent };
        let start = role - usize::from(role > from + 1 && ru::is_adjective(doc.word(role - 1)));
        let head = doc.sense(role, Class::Role).map(|sense| (role, sense));
        let end = ru::extent(doc, role, end);
        let definite = head.is_some_and(|(at, sense)| {
            start == at && sense.has(flag::GENERIC) || self.registry.has_bearer(sense.family)
        });
        self.registry.resolve(doc, &Phrase { start, end, head, agree, definite, ..Phrase::default() }, agree)
    }

    /// Whom «те» means: several of whom the sentence before has told last, in any case («Глава просил сельчан потерпеть. Те
    /// кричали»).
    fn those(&mut self, sentence: Sentence, agree: Agree) -> Option<usize> {
        let doc = self.doc;
        let (from, end) = self.sentence_before(sentence)?;
        let noun = (from..end).rev().find(|at| doc.is(*at, Class::Group))?;
        let head = doc.sense(noun, Class::Group).map(|sense| (noun, sense));
        let end = ru::extent(doc, noun, end);
        let phrase =
            Phrase { start: noun, end, head, agree, definite: true, case: Case::Genitive, ..Phrase::default() };
        self.registry.resolve(doc, &phrase, agree)
    }

    /// Whom the Russian paragraph before tells of, where nobody has spoken since: «Он почти ослеп. ¶ «Раствор держит», — только
    /// и произнёс».
    pub(super) fn told_of_paragraph_before(&self, agree: Agree) -> Option<usize> {
        let before = self.paragraph.checked_sub(1)?;
        let (from, _) = *self.doc.paragraphs.get(before)?;
        let heard = self.last.into_iter().chain(self.told).any(|last| last.paragraph >= before);
        if heard { None } else { self.registry.person_since(Byte(self.doc.token(from).start()), agree) }
    }

    /// Who issued a paper that is named again: "The president appealed in a statement. “…,” the statement said".
    pub(super) fn issuer(&mut self, paper: &Phrase, sentence: Sentence) -> Option<usize> {
        let (from, end) = self.told_before(sentence)?;
        let (head, _) = paper.head?;
        let whole =
            self.doc.word(paper.start) == "the" && paper.end == head + 1 && !self.doc.is(paper.end, Class::Prep);
        // "Said through his solicitor", "wrote to her last week".
        let by = |at: usize| self.doc.key(at) == self.doc.key(head) || writes(self.doc.word(at));
        let owned =
            |at: usize| self.doc.key(at) == self.doc.key(head) && is_listed(self.doc.word(at + 1), "from by of");
        let given = (from..end).any(by) && !(from..end).any(owned) && whole && self.doc.lang == Lang::En;
        let writes =
            |subject: &Phrase| self.is_person(subject) || subject.head_is(Class::Body) && subject.name.is_some();
        let subject = self.subject_within(from, end).filter(|subject| given && writes(subject))?;
        self.registry.resolve(self.doc, &subject, Agree::default())
    }

    /// The sentence before, or the last one of a paragraph before in which nobody speaks.
    pub(super) fn told_before(&self, sentence: Sentence) -> Option<(usize, usize)> {
        self.sentence_before(sentence).or_else(|| self.paragraph_before(sentence.start))
    }

    /// Whether the sentence before tells that several write to somebody.
    pub(super) fn is_of_several(&self, sentence: Sentence) -> bool {
        let Some((from, end)) = self.told_before(sentence) else { return false };
        let writes = (from..end).any(|at| writes(self.doc.word(at)));
        let subject = if writes { self.subject_within(from, end) } else { None };
        subject.is_some_and(|one| one.name.is_none() && (one.agree.number == Number::Many || one.head_is(Class::Group)))
    }

    /// Who wrote what the sentence before tells of: "Mulhern informed staff in an email. “…,” it read".
    pub(super) fn writer(&mut self, sentence: Sentence) -> Option<usize> {
        let (from, end) = self.sentence_before(sentence)?;
        let paper = (from..end).any(|at| self.doc.is(at, Class::Doc));
        let phrase = self.subject_within(from, end).filter(|phrase| paper && !phrase.pronoun)?;
        let writes = self.is_person(&phrase) || phrase.head_is(Class::Body) || phrase.head_is(Class::Doc);
        if writes { self.registry.resolve(self.doc, &phrase, Agree::default()) } else { None }
    }

    /// Whose "its report" is: the body that the sentence before begins with, or else has last: "set up a commission".
    pub(super) fn body_told_of_before(&mut self, sentence: Sentence) -> Option<usize> {
        let (from, end) = self.sentence_before(sentence)?;
        let noun = || {
            let last = (from..end).rev().find(|at| self.doc.is(*at, Class::Body))?;
            let article = (from..last).rev().find(|at| is_listed(self.doc.word(*at), "a an the A An The"))?;
            en::phrase(self.doc, article, last + 1)
        };
        let body = |phrase: &Phrase| {
            let thing = phrase.head.is_some_and(|(_, sense)| sense.class != Class::Role);
            thing || phrase.name.is_some() && !self.is_person(phrase)
        };
        let phrase = self.subject_before(sentence).filter(body).or_else(noun)?;
        self.registry.resolve(self.doc, &en::extent(self.doc, phrase), Agree::default())
    }

    /// Whether the last words were another's than of the one of whom the sentence before tells, who goes on: "Alma Njoroge
    /// remembers a dinner at which a minister praised “womanly” prose. “…”".
    pub(super) fn is_aside(&self, last: Last, sentence: Sentence) -> bool {
        let Some((mention, cue)) = last.mention.zip(last.cue) else { return false };
        let Some((from, end)) = self.sentence_before(sentence).filter(|(from, _)| *from < mention.0) else {
            return false;
        };
        let which = (from..mention.0).rev().find(|at| self.doc.is(*at, Class::Relative));
        let which = which.filter(|which| (which + 1..cue.0).all(|at| !is_finite(self.doc, at)));
        let subject = which.and_then(|which| self.subject_within(from, which.min(end)));
        subject.is_some_and(|one| one.name.is_some() && one.end <= mention.0 && self.is_person(&one))
    }

    /// Those with whom the sentence of "they" begins: "Hollis and her colleagues found what they describe as “proof”".
    pub(super) fn they_here(&mut self, they: &Phrase, sentence: Sentence) -> Option<usize> {
        if (sentence.start..they.start).any(|at| self.doc.pair_at(at).is_some()) {
            return None;
        }
        let phrase = first_subject(self.doc, sentence.start, they.start).filter(|one| !one.pronoun)?;
        let joined = (phrase.start..phrase.end.min(they.start)).any(|at| self.doc.word(at) == "and");
        let several = joined && self.is_person(&phrase) || phrase.agree.number == Number::Many && phrase.name.is_none();
        if several { self.registry.resolve(self.doc, &phrase, Agree::default()) } else { None }
    }
}
