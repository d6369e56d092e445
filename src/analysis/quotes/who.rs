//! Who speaks by a cue: the subject it names, the one a pronoun means, or, where a form has no subject, the one whom the
//! sentence, the paragraph or the text was about.

use super::cue::{Content, Cue, CueKind};
use super::occasion_en::is_occasion;
use super::speech::Pass;
use super::{SpeechKind, subject_ar, subject_en};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, flag};
use crate::analysis::names_en;
use crate::analysis::people::{Phrase, ar, en, ru};
use crate::analysis::token::Kind;
use crate::text::{Byte, Lang};

/// Tokens back in its paragraph in which the name stands of whom it is about, at most.
const NARRATED: usize = 120;

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
        // «Дениз Айтекин, убеждён катарец, подарил два пенальти»: a subject behind its verb is none of whom it reports.
        let person = |subject: &Phrase| subject.name.is_none() && !subject.head_is(Class::Body);
        let behind = cue.subject.filter(person).is_some_and(|subject| subject.start > cue.start);
        let clause = self.doc.lang == Lang::Ru && outer.is_none() && cue.kind == CueKind::Verb;
        let quoted = || (sentence.start..cue.start).any(|at| self.doc.pair_at(at).is_some());
        self.advance(if clause && behind && !quoted() { sentence.start } else { cue.from() });
        let agree = cue.sense.agree;
        let Some(subject) = cue.subject else {
            // «Как сообщалось, …»: the form says that nobody is named.
            if cue.sense.has(flag::IMPERSONAL) {
                return None;
            }
            let leaning = matches!(cue.kind, CueKind::Participle | CueKind::SelfNominal);
            let before =
                earlier.iter().zip(speakers).rev().find(|(other, _)| other.kind != CueKind::Nominal || leaning);
            let before = before.map(|(other, id)| (other, *id));
            let id = if leaning {
                self.leaned_on(cue, before, sentence)
            } else {
                self.unnamed(cue, before, sentence, outer)
            };
            let id = id.or_else(|| self.narrated(cue.start, agree)).or_else(|| self.implied(agree));
            if let Some(id) = id {
                self.registry.spoke(id, agree);
            }
            return id;
        };
        let role = subject.head.is_none() || subject.head_is(Class::Role);
        if self.doc.lang == Lang::En && role && subject.definite && subject.name.is_none() && !subject.pronoun {
            let known = self.registry.last_person(Agree::default());
            self.named_since(known, &Phrase::default(), sentence.start);
        }
        if subject.name.is_none() && ar::is_generic(&subject) {
            self.narrated(cue.start, subject.agree);
        }
        // "“Were you?” she asked. “I was,” the witness replied": another than the one who asks.
        let around = self.registry.outer;
        if self.doc.lang == Lang::En && cue.sense.has(flag::ANSWER) {
            self.registry.outer = self.asker().or(around);
        }
        let (id, agree) = if subject.pronoun {
            (self.by_pronoun(&subject, sentence, cue, outer), subject.agree)
        } else {
            (self.registry.resolve(self.doc, &subject, agree), agree)
        };
        self.registry.outer = around;
        if let Some(id) = id {
            self.registry.spoke(id, agree);
        }
        id
    }

    /// Whom a cue means that leans on the sentence around it.
    fn leaned_on(&mut self, cue: &Cue, before: Option<(&Cue, Option<usize>)>, sentence: Sentence) -> Option<usize> {
        // «وخاطبه فلان …، لترد»: the one asked. «فيما نفى فلان ذلك، مؤكداً»: the subject of a clause between.
        let between = match before.filter(|_| self.doc.lang == Lang::Ar) {
            Some(_) if cue.sense.has(flag::ANSWER) => self.answers(sentence, cue),
            Some((other, _)) => self.of_clause_between(other.start, sentence, cue),
            None => None,
        };
        between.or_else(|| before.and_then(|(_, id)| id)).or_else(|| self.subject_of(sentence, cue, cue.sense.agree))
    }

    /// The one whose words, the last before, are a question.
    fn asker(&self) -> Option<usize> {
        let asked = self.found.last().filter(|found| found.kind == SpeechKind::Direct)?;
        asked.speaker.filter(|_| self.doc.word(asked.to.saturating_sub(1)) == "?")
    }

    /// Whom a verb without a subject means, by its sentence: the one asked, the one who spoke before in it, the one
    /// named before the marks that it stands in, its first subject.
    fn unnamed(
        &mut self,
        cue: &Cue,
        before: Option<(&Cue, Option<usize>)>,
        sentence: Sentence,
        outer: Option<usize>,
    ) -> Option<usize> {
        let agree = cue.sense.agree;
        let arabic = self.doc.lang == Lang::Ar;
        if arabic
            && cue.sense.has(flag::ANSWER)
            && let Some(id) = self.answers(sentence, cue)
        {
            return Some(id);
        }
        if arabic
            && let Some((other, _)) = before
            && let Some(id) = self.of_clause_between(other.start, sentence, cue)
        {
            return Some(id);
        }
        if let Some((other, Some(id))) = before {
            let same = other.sense.agree.fits(agree) && (!other.sense.has(flag::OBJ) || other.sense.has(flag::ANSWER));
            if !arabic || (same && self.is_sibling(cue)) {
                return Some(id);
            }
        }
        if let Some(id) = self.before_marks(sentence, cue) {
            return Some(id);
        }
        if arabic && let Some(phrase) = super::subject_ar::antecedent(self.doc, sentence, cue) {
            return self.registry.resolve(self.doc, &phrase, agree);
        }
        // «بتدوينة قال فيها»: the subject is that of the sentence.
        let relative = matches!(self.doc.word(cue.end), "فيها" | "فيه");
        // «وخالفه السفير فلان، إذ قال».
        let led =
            cue.start > sentence.start && matches!(self.doc.word(cue.start - 1), "إذ" | "حيث" | "وقد" | "ثم" | "بعدما");
        let goes_on = self.doc.is_joined(cue.start) && cue.start > sentence.start;
        let joined = self.doc.lang == Lang::En || (arabic && (relative || led || goes_on || self.is_sibling(cue)));
        if joined
            && before.is_none()
            && outer.is_none()
            && let Some(id) = self.subject_of(sentence, cue, agree)
        {
            return Some(id);
        }
        // «زوجي بقي في البيت، وقال لنا»: someone of whom the speaker tells.
        if arabic
            && outer.is_some()
            && self.is_sibling(cue)
            && let Some(phrase) = super::subject_ar::subject(self.doc, sentence.start, cue.start, agree)
            && phrase.head_is(Class::Role)
            && phrase.possessor.is_some()
        {
            return self.registry.resolve(self.doc, &phrase, agree);
        }
        if arabic && outer.is_some() { self.registry.other_speaker(agree, outer) } else { None }
    }

    /// The subject of a clause that has come between an Arabic verb and the one before it: «وأعرب فلان …، فيما تحفظ جاره،
    /// ورأى أن».
    fn of_clause_between(&mut self, before: usize, sentence: Sentence, cue: &Cue) -> Option<usize> {
        super::subject_ar::beside_clause(self.doc, sentence.start, cue.start).filter(|at| before < *at)?;
        self.subject_of(sentence, cue, cue.sense.agree)
    }

    /// The one whom the words before the marks name, where what stands in them begins with the verb: «النادي، الذي «قال …»».
    fn before_marks(&mut self, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let pair = sentence.inside.filter(|_| cue.start == sentence.start || self.doc.is(cue.start - 1, Class::Aux))?;
        let open = self.doc.pairs.get(pair)?.open;
        let doc = self.doc;
        let mut to = open;
        while to > 0 && (doc.is(to - 1, Class::Relative) || doc.kind(to - 1) == Kind::Comma) {
            to -= 1;
        }
        let led = doc.lang == Lang::En || to + 1 < open;
        let mut from = to;
        while from > 0 && to - from < 8 && doc.token(from - 1).is_word() && !doc.is(from - 1, Class::Verb) {
            from -= 1;
        }
        let phrase = match doc.lang {
            Lang::Ar => (from..to).find_map(|at| super::cue_ar::telling(doc, at, to).filter(|phrase| phrase.end == to)),
            Lang::Ru => None,
            Lang::En => en::phrase(doc, from, to),
        };
        let phrase = phrase.filter(|_| led)?;
        self.registry.resolve(doc, &phrase, cue.sense.agree)
    }

    /// The subject of a verb that has none: the one who spoke last in this paragraph, or whom it is about, or who
    /// spoke last.
    fn implied(&self, agree: Agree) -> Option<usize> {
        let speaker = self.registry.last_speaker(agree);
        let here = self.last.is_some_and(|last| last.paragraph == self.paragraph);
        let start = self.doc.paragraphs.get(self.paragraph).map_or(0, |(from, _)| self.doc.token(*from).start());
        // «Горожанам напомнили, что …»: nobody, unless several just spoke.
        if self.doc.lang == Lang::Ru && agree.number == Number::Many {
            return speaker.filter(|id| self.registry.is_here(*id)).or_else(|| self.registry.body_here());
        }
        let near = if here { None } else { self.registry.person_since(Byte(start), agree) };
        near.or(speaker).or_else(|| self.registry.last_person(agree))
    }

    /// Whom an Arabic paragraph that has named nobody is about, where only the place of a name shows it.
    pub(super) fn narrated(&mut self, to: usize, agree: Agree) -> Option<usize> {
        let doc = self.doc;
        let (start, _) = *doc.paragraphs.get(self.paragraph).filter(|_| doc.lang == Lang::Ar)?;
        let speaker = self.registry.last_speaker(agree).filter(|id| self.registry.is_here(*id));
        let near = self.registry.person_since(Byte(doc.token(start).start()), agree);
        if speaker.or(near).is_some() {
            return None;
        }
        let from = start.max(to.saturating_sub(NARRATED));
        let mut begun = (from..to).rev().filter(|at| doc.begins_sentence(*at));
        let phrase = begun.find_map(|at| super::told_ar::narrated(doc, at, to, agree))?;
        self.registry.resolve(doc, &phrase, agree)
    }

    /// The one who is asked earlier in the sentence and answers now: the object of the question, or whom its suffix
    /// means («سأله القاضي …، فأجاب»).
    fn answers(&mut self, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let agree = cue.sense.agree;
        let suffixed = |at: usize| self.doc.word(at).ends_with(['ه', 'ا', 'م']) && !self.doc.word(at).ends_with("تا");
        let question = (sentence.start..cue.start).find(|at| {
            let token = self.doc.token(*at);
            let asks = flag::OBJ | if suffixed(*at) { flag::WHOM } else { 0 };
            [token.key, token.bare].into_iter().any(|key| self.doc.lexicon.senses(key).any(|sense| sense.has(asks)))
        })?;
        let asker = super::cue_ar::telling(self.doc, question + 1, cue.start);
        // «وسألنا فلاناً عن الأمر، فأجاب»: we ask.
        if self.doc.word(question).ends_with("نا") {
            return asker.and_then(|phrase| self.registry.resolve(self.doc, &phrase, agree));
        }
        let after = asker.map_or(question + 1, |phrase| phrase.end);
        if !suffixed(question)
            && let Some(object) =
                super::cue_ar::telling(self.doc, after, cue.start).filter(|object| object.agree.fits(agree))
        {
            return self.registry.resolve(self.doc, &object, agree);
        }
        let asker = asker.and_then(|phrase| self.registry.resolve(self.doc, &phrase, Agree::default()));
        self.registry.other_speaker(agree, asker)
    }

    /// Whom a pronoun means: someone named earlier in its own sentence or before, but not the one whose words these are.
    fn by_pronoun(&mut self, subject: &Phrase, sentence: Sentence, cue: &Cue, outer: Option<usize>) -> Option<usize> {
        let id = if subject.owner.is_some() {
            self.registry.last_silent(subject.agree)
        } else if let Some(id) = outer.and_then(|_| self.named_before(subject, sentence, cue)) {
            Some(id)
        } else if outer.is_some() && self.doc.lang == Lang::En {
            self.registry.other_person(subject.agree, outer)
        } else if outer.is_some() {
            self.registry.other_speaker(subject.agree, outer)
        } else {
            let person = self.doc.lang == Lang::En && matches!(subject.agree.gender, Gender::M | Gender::F);
            let body = |id: &usize| self.registry.entity(*id).is_some_and(|entity| entity.body);
            // "Replying to Judge Kelleher, he conceded": another than whom the setting, or what is said, names.
            let setting = || sentence.start < subject.start && is_occasion(self.doc, sentence.start);
            let named = person && (matches!(cue.content, Content::Before(..)) || setting());
            let start = Byte(self.doc.token(sentence.start).start());
            let known = if named { self.registry.person_known_before(start, subject.agree) } else { None };
            let known = known.or_else(|| self.registry.last_person(subject.agree)).filter(|id| !(person && body(id)));
            if person { self.named_since(known, subject, sentence.start).or(known) } else { known }
        }?;
        self.registry.mention(id, self.doc.bytes(subject.start, subject.end));
        Some(id)
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

    /// The person whom the sentence inside a quotation names first, before the pronoun.
    fn named_before(&mut self, subject: &Phrase, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let found = subject_phrase(self.doc, sentence.start, cue.from(), subject.agree)?;
        let person =
            !found.pronoun && (found.name.is_some() || found.head_is(Class::Role)) && found.agree.fits(subject.agree);
        if person { self.registry.resolve(self.doc, &found, subject.agree) } else { None }
    }

    /// The subject of a sentence whose participle speaks: the first phrase in it that agrees.
    fn subject_of(&mut self, sentence: Sentence, cue: &Cue, agree: Agree) -> Option<usize> {
        let phrase = subject_phrase(self.doc, sentence.start, cue.start, agree)?;
        self.registry.resolve(self.doc, &phrase, agree)
    }
}

/// The first phrase from one token up to another that agrees: the subject of the sentence.
pub(super) fn subject_phrase(doc: &Doc, from: usize, to: usize, agree: Agree) -> Option<Phrase> {
    if doc.lang != Lang::Ar {
        if doc.lang == Lang::En {
            return subject_en::first_subject(doc, from, to);
        }
        let mut end = from;
        while end < to && !matches!(doc.kind(end), Kind::Comma | Kind::Dash) {
            end = doc.next(end);
        }
        return ru::phrase(doc, from, end.min(to));
    }
    subject_ar::subject(doc, from, to, agree)
}
