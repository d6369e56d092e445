//! Who speaks by a cue: the subject it names, the one a pronoun means, or, where a form has no subject, the one whom the
//! sentence, the paragraph or the text was about.

use super::cited_ru::passes_on;
use super::cue::{Content, Cue, CueKind};
use super::cue_ar::telling;
use super::noun_ru::noun_phrase;
use super::speech::Pass;
use super::who_en::speaks_of_itself;
use super::{subject_ar, subject_en, subject_ru, told_ar};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::people::{Phrase, en, ru};
use crate::analysis::token::Kind;
use crate::text::{Byte, Lang};

/// Tokens of the sentence before that are looked back at, at most.
const SENTENCE_BEFORE: usize = 512;

/// Words in marks that a sentence is looked back over, at most.
const INNER_MARKS: usize = 4;

impl Pass<'_, '_> {
    /// Who speaks by a cue: its subject, or whom a form without one means.
    pub(super) fn speaker(
        &mut self,
        cue: &Cue,
        earlier: &[Cue],
        speakers: &[Option<usize>],
        sentence: Sentence,
        outer: Option<usize>,
    ) -> Option<usize> {
        // «Кто-то выкрикнул», «выкрикнул кто-то».
        let someone = |at: usize| self.doc.sense(at, Class::Another).is_some_and(|one| one.has(flag::IMPERSONAL));
        if someone(cue.start.saturating_sub(1)) || someone(cue.end) {
            return None;
        }
        let front = self.registry.front();
        self.advance(if self.reports_before(cue, sentence, outer) { sentence.start } else { cue.from() });
        let id = match (cue.subject, self.doc.lang) {
            (Some(subject), Lang::En) => self.by_english_subject(&subject, sentence, cue, outer),
            (Some(subject), Lang::Ar | Lang::Ru) => self.by_subject(&subject, sentence, cue, outer),
            (None, _) => self.by_form(cue, earlier, speakers, sentence, outer),
        }?;
        // "Castell said that it had made three offers".
        let named = cue.subject.is_some_and(|subject| subject.name.is_some());
        if let Content::After(from) = cue.content
            && self.doc.lang == Lang::En
            && named
            && speaks_of_itself(self.doc, from)
        {
            self.registry.is_thing(id);
        }
        if outer.is_none() {
            self.unite(cue, sentence, id);
        }
        if passes_on(self.doc, cue, earlier.is_empty()) {
            self.registry.go_back(front);
            return Some(id);
        }
        let pronoun = cue.subject.filter(|subject| subject.pronoun);
        self.registry.spoke(id, pronoun.map_or(cue.sense.agree, |subject| subject.agree));
        Some(id)
    }

    /// Whether the subject of a Russian verb stands behind it, and so is none of those of whom its sentence tells before:
    /// «Дениз Айтекин, убеждён катарец, подарил два пенальти».
    fn reports_before(&self, cue: &Cue, sentence: Sentence, outer: Option<usize>) -> bool {
        let person = |subject: &Phrase| subject.name.is_none() && !subject.head_is(Class::Body);
        let behind = cue.subject.filter(person).is_some_and(|subject| subject.start > cue.start);
        let clause = self.doc.lang == Lang::Ru && outer.is_none() && cue.kind == CueKind::Verb;
        clause && behind && (sentence.start..cue.start).all(|at| self.doc.pair_at(at).is_none())
    }

    /// Whom a subject means.
    pub(super) fn by_subject(
        &mut self,
        subject: &Phrase,
        sentence: Sentence,
        cue: &Cue,
        outer: Option<usize>,
    ) -> Option<usize> {
        if subject.pronoun {
            return self.by_pronoun(subject, sentence, cue, outer);
        }
        // «الرجل» is whom the paragraph is about, named by its place alone.
        if subject.name.is_none() && subject.is_general() && outer.is_none() {
            let about = self.narrated(cue.start, subject.agree);
            let nameless = |id: &usize| self.registry.entity(*id).is_some_and(|one| !one.is_named());
            if let Some(id) = about.filter(nameless) {
                self.registry.mention(id, self.doc.bytes(subject.start, subject.end));
                return Some(id);
            }
        }
        // «В её решении отмечается».
        let owner = subject.possessor.filter(|_| subject.head_is(Class::Doc));
        let its = owner
            .and_then(|owner| self.body_told_of(sentence, owner).or_else(|| self.body_of_sentence(sentence, owner)));
        if let Some(id) = its {
            self.registry.mention(id, self.doc.bytes(subject.start, subject.end));
            return Some(id);
        }
        if let Some(id) = self.goes_on_as(subject, cue) {
            self.registry.mention(id, self.doc.bytes(subject.start, subject.end));
            return Some(id);
        }
        // «سألها المذيع»: one who asks is nobody of whom the text told before by a name.
        let asks = cue.sense.has(flag::OBJ) && !cue.sense.has(flag::ANSWER) && self.doc.lang == Lang::Ar;
        let asks =
            asks && self.doc.word(cue.start).ends_with(['ه', 'ا', 'م']) && !self.doc.word(cue.start).ends_with("نا");
        let possessor = subject.possessor.or(asks.then(Agree::default));
        // «вторит ей соседка»: another than she.
        let besides = self.told_by_pronoun(cue).filter(|_| subject.name.is_none() && subject.head_is(Class::Role));
        let around = self.registry.outer;
        self.registry.outer = besides.or(around);
        let id = self.registry.resolve(self.doc, &Phrase { possessor, ..*subject }, cue.sense.agree);
        self.registry.outer = around;
        id
    }

    /// Whom a pronoun right behind a Russian verb means, who is told: «возражает ему директор».
    fn told_by_pronoun(&self, cue: &Cue) -> Option<usize> {
        let gender = match self.doc.word(cue.end) {
            "ей" => Gender::F,
            "ему" => Gender::M,
            _ => return None,
        };
        if self.doc.lang == Lang::Ru { self.registry.last_person(Agree::new(gender, Number::One)) } else { None }
    }

    /// Whom a form without a subject means.
    fn by_form(
        &mut self,
        cue: &Cue,
        earlier: &[Cue],
        speakers: &[Option<usize>],
        sentence: Sentence,
        outer: Option<usize>,
    ) -> Option<usize> {
        // «Как сообщалось, …»: the form says that nobody is named.
        if cue.sense.has(flag::IMPERSONAL) {
            return self.announced(sentence, cue);
        }
        // "She insisted that Mr Delaney treated her well and had urged her: “…”".
        if let Some(id) = self.urged(cue, earlier, speakers) {
            return Some(id);
        }
        // «Сказала: «Поедем вместе»»: of oneself, where one's words begin so.
        let first = self.doc.lang == Lang::Ru
            && cue.start == sentence.start
            && cue.kind == CueKind::Verb
            && cue.colon.is_some();
        let begins = first
            && cue
                .start
                .checked_sub(1)
                .is_none_or(|before| matches!(self.doc.kind(before), Kind::Dash | Kind::Mark(_)));
        let mine = outer
            .filter(|id| begins && self.registry.entity(*id).is_some_and(|one| !one.body && one.fits(cue.sense.agree)));
        if mine.is_some() {
            return mine;
        }
        let leaning = matches!(cue.kind, CueKind::Participle | CueKind::SelfNominal);
        // «وبحسب فلان، فإن …، وقد لخص المشهد بعبارة: «…»».
        let told = |other: &Cue| self.doc.word(cue.start - 1) == "وقد" && other.until > 0 && other.until < cue.start;
        let able = |other: &Cue| other.kind != CueKind::Nominal || leaning || told(other);
        let before = earlier.iter().zip(speakers).rev().find(|(other, _)| able(other));
        let before = before.map(|(other, id)| (other, *id));
        let id =
            if leaning { self.leaned_on(cue, before, sentence) } else { self.unnamed(cue, before, sentence, outer) };
        let id = id.or_else(|| if outer.is_none() { self.introduced(sentence, cue) } else { None });
        let id = id.or_else(|| self.narrated(cue.start, cue.sense.agree)).or_else(|| self.implied(cue.sense.agree));
        let woman = cue.sense.agree.gender == Gender::F && self.doc.lang == Lang::Ar;
        id.or_else(|| {
            let last = self.named_last(cue.start, cue.sense.agree).filter(|_| woman)?;
            self.registry.resolve(self.doc, &last, cue.sense.agree)
        })
    }

    /// Whom a cue means that leans on the sentence around it.
    fn leaned_on(&mut self, cue: &Cue, before: Option<(&Cue, Option<usize>)>, sentence: Sentence) -> Option<usize> {
        let explains =
            if self.doc.lang == Lang::Ar { told_ar::explains(self.doc, sentence.start, cue.start) } else { None };
        if let Some(phrase) = explains {
            return self.registry.resolve(self.doc, &phrase, cue.sense.agree);
        }
        let between = match (self.doc.lang, before) {
            // «وخاطبه فلان …، لترد»: the one asked.
            (Lang::Ar, Some(_)) if cue.sense.has(flag::ANSWER) => self.answers(sentence, cue),
            // «فيما نفى فلان ذلك، مؤكداً»: the subject of a clause between.
            (Lang::Ar, other) => {
                self.of_clause_between(other.map_or(sentence.start, |(other, _)| other.start), sentence, cue)
            }
            _ => None,
        };
        between.or_else(|| before.and_then(|(_, id)| id)).or_else(|| self.subject_of(sentence, cue, cue.sense.agree))
    }

    /// Whom a verb without a subject means, by its sentence: the one who spoke before in it; in English also the one
    /// named before the marks that it stands in, or the sentence's first subject.
    fn unnamed(
        &mut self,
        cue: &Cue,
        before: Option<(&Cue, Option<usize>)>,
        sentence: Sentence,
        outer: Option<usize>,
    ) -> Option<usize> {
        let spoke = before.and_then(|(_, id)| id);
        match self.doc.lang {
            Lang::Ar => self.unnamed_in_arabic(cue, before, sentence, outer),
            Lang::Ru => spoke,
            Lang::En => {
                let alone = before.is_none() && (outer.is_none() || self.doc.is(cue.start - 1, Class::Conn));
                spoke
                    .or_else(|| self.before_marks(sentence, cue))
                    .or_else(|| if alone { self.subject_of(sentence, cue, cue.sense.agree) } else { None })
            }
        }
    }

    /// The one whom the words before the marks name, where what stands in them begins with the verb: «النادي، الذي «قال …»».
    pub(super) fn before_marks(&mut self, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let pair = sentence.inside.filter(|_| cue.start == sentence.start || self.doc.is(cue.start - 1, Class::Aux))?;
        let open = self.doc.pairs.get(pair)?.open;
        let doc = self.doc;
        let mut to = open;
        while to > 0 && (doc.is(to - 1, Class::Relative) || doc.kind(to - 1) == Kind::Comma) {
            to -= 1;
        }
        let mut from = to;
        while from > 0 && to - from < 8 && doc.token(from - 1).is_word() && !doc.is(from - 1, Class::Verb) {
            from -= 1;
        }
        let phrase = match doc.lang {
            // A comma and the relative.
            Lang::Ar if to + 1 < open => {
                (from..to).find_map(|at| telling(doc, at, to).filter(|phrase| phrase.end == to))
            }
            Lang::Ar | Lang::Ru => None,
            Lang::En => en::phrase(doc, from, to),
        };
        self.registry.resolve(doc, &phrase?, cue.sense.agree)
    }

    /// The subject of a verb that has none: the one who spoke last in this paragraph, or whom it is about, or who
    /// spoke last.
    fn implied(&self, agree: Agree) -> Option<usize> {
        let speaker = self.registry.last_speaker(agree);
        // «Горожанам напомнили, что …»: nobody, unless several just spoke.
        if self.doc.lang == Lang::Ru && agree.number == Number::Many {
            return speaker.filter(|id| self.registry.is_here(*id)).or_else(|| self.registry.body_here());
        }
        let here = self.last.is_some_and(|last| last.paragraph == self.paragraph)
            || (self.doc.lang == Lang::Ar && speaker.is_some_and(|id| self.registry.is_here(id)));
        let start = self.doc.paragraphs.get(self.paragraph).map_or(0, |(from, _)| self.doc.token(*from).start());
        let near = if here { None } else { self.registry.person_since(Byte(start), agree) };
        let near = near.or_else(|| if self.doc.lang == Lang::Ru { self.told_of_paragraph_before(agree) } else { None });
        near.or(speaker).or_else(|| self.registry.last_person(agree))
    }

    /// Whom a pronoun means: someone named earlier in its own sentence or before, but not the one whose words these are.
    fn by_pronoun(&mut self, subject: &Phrase, sentence: Sentence, cue: &Cue, outer: Option<usize>) -> Option<usize> {
        let agree = subject.agree;
        let english = self.doc.lang == Lang::En;
        if subject.owner.is_some() && self.doc.lang == Lang::Ar {
            let last = self.named_last(cue.start, agree)?;
            return self.registry.resolve(self.doc, &last, agree);
        }
        let id = if let Some(id) = self.registry.honoured(self.doc, subject) {
            Some(id)
        } else if subject.owner.is_some() {
            self.that_one(sentence, agree)
        } else if outer.is_some() {
            self.named_before(subject, sentence, cue).or_else(|| {
                if english {
                    self.told_of_in_words(sentence, agree, outer).or_else(|| self.registry.known_other(agree, outer))
                } else {
                    self.registry.other_speaker(agree, outer)
                }
            })
        } else if english && matches!(agree.gender, Gender::M | Gender::F) {
            self.he_or_she(subject, sentence, cue)
        } else if english && agree.number == Number::Many {
            let own = if subject.start > sentence.start { self.they_here(subject, sentence) } else { None };
            let several = own.or_else(|| self.they(sentence)).or_else(|| self.they_alone(sentence));
            several.or_else(|| self.registry.last_person(agree)).or_else(|| self.registry.one_here())
        } else if agree.number == Number::Many {
            self.russian_they(sentence, cue, agree).or_else(|| self.registry.last_person(agree))
        } else {
            // «Во двор выходит соседка. «…», — говорит она»: not one of whom only the paragraph before has told.
            // «Утром фермер был немногословен. «…», — бросил он»: nor one of whom a sentence farther has.
            let before = self.sentence_before(sentence).filter(|_| self.doc.lang == Lang::Ru && outer.is_none());
            let start = before.map(|(from, _)| Byte(self.doc.token(from).start()));
            let far = start.is_some_and(|start| self.registry.person_since(start, agree).is_none());
            let near = if far { self.subject_told_of(sentence, agree) } else { None };
            near.or_else(|| self.body_told_of(sentence, agree)).or_else(|| self.registry.last_person(agree))
        };
        let one = outer.is_none() && agree.number != Number::Many;
        let id = id.or_else(|| if one { self.subject_told_of(sentence, agree) } else { None })?;
        self.registry.mention(id, self.doc.bytes(subject.start, subject.end));
        Some(id)
    }

    /// Those with whom the sentence before «они» begins, whom no lexicon has: «Слушатели не расходились».
    fn russian_they(&mut self, sentence: Sentence, cue: &Cue, agree: Agree) -> Option<usize> {
        let (from, end) = self.sentence_before(sentence).filter(|_| self.doc.lang == Lang::Ru)?;
        let verb = (from..end).find(|at| ru::is_finite(self.doc.word(*at), true))?;
        let phrase = noun_phrase(self.doc, from, verb, Sense { agree, ..cue.sense })?;
        self.registry.resolve(self.doc, &phrase, agree)
    }

    /// Where the sentence before begins and ends, in the same paragraph.
    pub(super) fn sentence_before(&self, sentence: Sentence) -> Option<(usize, usize)> {
        let own = || self.doc.paragraphs.partition_point(|(from, _)| *from <= sentence.start).saturating_sub(1);
        let number = if self.doc.lang == Lang::En { own() } else { self.paragraph };
        let floor = self.doc.paragraphs.get(number).map_or(0, |(from, _)| *from);
        let end = sentence.start.checked_sub(1).filter(|end| *end > floor)?;
        let near = if self.doc.lang == Lang::En { end.saturating_sub(SENTENCE_BEFORE) } else { 0 };
        let (floor, mut from, mut inner) = (floor.max(near), end, 0);
        while from > floor {
            match self.doc.kind(from - 1) {
                Kind::Stop => break,
                Kind::Mark(_) => match self.word_in_marks(from - 1) {
                    Some(open) if inner < INNER_MARKS => (from, inner) = (open.min(from - 1), inner + 1),
                    _ => break,
                },
                _ => from -= 1,
            }
        }
        Some((from.max(floor), end))
    }

    /// Where English marks open that close here and end no sentence: "relied on him “absolutely” after he left".
    fn word_in_marks(&self, close: usize) -> Option<usize> {
        let next = self.doc.token(close + 1);
        let goes_on = self.doc.lang == Lang::En && next.is_word() && !next.capital;
        let marks = self.doc.pair(self.doc.pair_closed_at(close).filter(|_| goes_on)?);
        let last = self.doc.token(marks.inner_end().checked_sub(1)?);
        (last.is_word() && marks.open < close).then_some(marks.open)
    }

    /// The person whom the sentence inside a quotation names first, before the pronoun.
    fn named_before(&mut self, subject: &Phrase, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let found = subject_phrase(self.doc, sentence.start, cue.from(), subject.agree)?;
        let person =
            !found.pronoun && (found.name.is_some() || found.head_is(Class::Role)) && found.agree.fits(subject.agree);
        if person { self.registry.resolve(self.doc, &found, subject.agree) } else { None }
    }

    /// The subject of a sentence whose participle speaks: the first phrase in it that agrees.
    pub(super) fn subject_of(&mut self, sentence: Sentence, cue: &Cue, agree: Agree) -> Option<usize> {
        // "The court heard that Yeo had left, telling them": not the court.
        let told = |at: &usize| self.doc.is(*at, Class::Comp) && self.doc.is(at.saturating_sub(1), Class::Mute);
        let heard = (sentence.start..cue.start).find(told).filter(|_| self.doc.lang == Lang::En);
        let start = heard.map_or(sentence.start, |that| that + 1);
        let phrase = subject_phrase(self.doc, start, cue.start, agree)?;
        // "He left early, warning that": as the subject of a verb is.
        if phrase.pronoun && self.doc.lang == Lang::En {
            return self.by_pronoun(&phrase, sentence, cue, None);
        }
        self.registry.resolve(self.doc, &phrase, agree)
    }
}

/// The first phrase from one token up to another that agrees: the subject of the sentence.
pub(super) fn subject_phrase(doc: &Doc, from: usize, to: usize, agree: Agree) -> Option<Phrase> {
    match doc.lang {
        Lang::Ar => subject_ar::subject(doc, from, to, agree),
        Lang::Ru => {
            let mut end = from;
            while end < to && !matches!(doc.kind(end), Kind::Comma | Kind::Dash) {
                end = doc.next(end);
            }
            let end = end.min(to);
            if let Some(found) = subject_ru::first_subject(doc, from, end, agree) {
                return Some(found);
            }
            // «Учился на электрика, но, по собственному признанию, …»: no subject is governed.
            let nominative = |head: Sense| head.class != Class::Role || head.has(flag::LEMMA);
            let subject = |found: &Phrase| found.name.is_some() || found.head.is_none_or(|(_, head)| nominative(head));
            ru::phrase(doc, from, end).filter(subject)
        }
        Lang::En => subject_en::first_subject(doc, from, to),
    }
}
