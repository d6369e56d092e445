//! Whom an Arabic verb means that has no subject: its form tells gender and number, and the sentence before it the rest.

use super::addressee_ar::{asked, is_interview};
use super::clause_ar::reading;
use super::cue::{Cue, CueKind};
use super::cue_ar::telling;
use super::paper_ar::{is_of_paper, written_by};
use super::speech::Pass;
use super::subject_ar::{antecedent, beside_clause, subject, subject_after};
use super::told_ar;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Sense, flag};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::people::ar_said::tells_by_the_way;
use crate::analysis::people::{Entity, Phrase, ar};
use crate::analysis::token::Kind;
use crate::text::{Byte, Lang};

/// Tokens back in its paragraph in which the name stands of whom it is about, at most.
const NARRATED: usize = 120;

impl Pass<'_, '_> {
    /// By the sentence: the one asked, the subject of a clause between, the one who spoke before in it, the one named
    /// before the marks that the verb stands in, the noun that its clause is about, its first subject; inside a
    /// quotation, another than the one who speaks.
    pub(super) fn unnamed_in_arabic(
        &mut self,
        cue: &Cue,
        before: Option<(&Cue, Option<usize>)>,
        sentence: Sentence,
        outer: Option<usize>,
    ) -> Option<usize> {
        let agree = cue.sense.agree;
        let sibling = self.is_sibling(cue);
        // «…، وقد لخصت الوضع بعبارة»: the one who has cited it.
        let before = before.filter(|(other, _)| !is_of_paper(self.doc, other));
        if let Some(teller) = purport(self.doc, sentence, cue) {
            return self.registry.resolve(self.doc, &teller, Agree::default());
        }
        let known = if self.may_answer(sentence, cue) { self.answers(sentence, cue) } else { None };
        // «ولم يجد الحارس ما يرد به سوى: «…»».
        let what = cue.start > sentence.start + 1 && self.doc.word(cue.start - 1) == "ما" && outer.is_none();
        if what && let Some(id) = self.subject_of(sentence, cue, agree) {
            return Some(id);
        }
        let known = self
            .asked_of(sentence, cue)
            .or(known)
            .or_else(|| self.of_clause_between(before?.0.start, sentence, cue))
            .or_else(|| if sibling { same_speaker(self.doc, before?, agree) } else { None })
            .or_else(|| self.before_marks(sentence, cue));
        if known.is_some() {
            return known;
        }
        if let Some(phrase) = written_by(self.doc, sentence, cue).or_else(|| antecedent(self.doc, sentence, cue)) {
            return self.registry.resolve(self.doc, &phrase, agree);
        }
        if outer.is_none() {
            return self.unnamed_by_narrator(cue, before.is_some(), sentence);
        }
        // «زوجي بقي في البيت، وقال لنا»: someone of whom the speaker tells.
        let told = if sibling { subject(self.doc, sentence.start, cue.start, agree) } else { None };
        let told = told.filter(|phrase| phrase.head_is(Class::Role) && phrase.possessor.is_some());
        // «حكاية جدته. وتابع: «كانت تقول لي»».
        if let Some(phrase) = told.or_else(|| kin_before(self.doc, sentence, agree)) {
            return self.registry.resolve(self.doc, &phrase, agree);
        }
        self.registry.named_here(agree).or_else(|| self.registry.other_speaker(agree, outer))
    }

    /// The same for the narrator's own sentence, where no verb of saying has told yet; `follows` where one stands before.
    fn unnamed_by_narrator(&mut self, cue: &Cue, follows: bool, sentence: Sentence) -> Option<usize> {
        let (agree, sibling) = (cue.sense.agree, self.is_sibling(cue));
        // «ورداً على سؤال عن فلان، قال»: the one who spoke.
        let first = self.doc.word(sentence.start).trim_start_matches('و');
        if is_listed(first, "ردا رداً ردًا جوابا جواباً جوابًا") && !follows {
            return self.registry.last_speaker(agree);
        }
        if follows {
            return None;
        }
        if let Some(id) = self.late(cue, sentence.start) {
            return Some(id);
        }
        // «أما فلان فلا يعرف شيئاً، وكل ما قاله: «…»».
        if let Some(found) = told_ar::topic(self.doc, sentence.start, cue.start).filter(|one| one.agree.fits(agree)) {
            return self.registry.resolve(self.doc, &found, agree);
        }
        if let Some(id) = self.answers_back(sentence, cue) {
            return Some(id);
        }
        let goes_on = sibling || self.goes_on(sentence, cue);
        let named = self.of_occasion(sentence, cue);
        named.or_else(|| if goes_on { self.subject_of(sentence, cue, agree) } else { None })
    }

    /// Whom an Arabic paragraph that has named nobody is about, where only the place of a name shows it.
    pub(super) fn narrated(&mut self, to: usize, agree: Agree) -> Option<usize> {
        let doc = self.doc;
        let (start, _) = *doc.paragraphs.get(self.paragraph).filter(|_| doc.lang == Lang::Ar)?;
        let speaker = self.registry.last_speaker(agree).filter(|id| self.registry.is_here(*id));
        let near = self.registry.person_since(Byte(doc.token(start).start()), agree);
        if speaker.or(near).is_some() { None } else { self.about(to, agree) }
    }

    /// The one who spoke last in an Arabic paragraph, where a verb of going on calls him by what he does, which is no other's:
    /// «وقال قائد طائرة …، وأضاف الطيار», «ويدعى فلان …، وأضاف العامل الباكستاني».
    pub(super) fn goes_on_as(&self, subject: &Phrase, cue: &Cue) -> Option<usize> {
        let trade = subject.name.is_none() && (subject.head_is(Class::Role) || subject.head_is(Class::Title));
        let here = self.last.filter(|last| last.paragraph == self.paragraph && trade && subject.definite);
        let id = here.filter(|_| self.doc.lang == Lang::Ar && says_on(self.doc, cue))?.speaker?;
        let single = subject.end == subject.start + 1;
        let known = |sense: Sense| {
            sense.has(flag::OFFICE | flag::KIN | flag::GENERIC) || self.registry.has_bearer(sense.family)
        };
        let free = || subject.possessor.is_none() && !subject.head.is_some_and(|(_, sense)| known(sense));
        let is = |one: &Entity| if one.is_named() { free() } else { single };
        self.registry.entity(id).is_some_and(|one| !one.body && one.fits(subject.agree) && is(one)).then_some(id)
    }

    /// Somebody with no name whom the sentence right before an Arabic one brings in, and who then speaks: «وحاول ضابط
    /// إقناعهم. «…»، قال». With a verb of going on, the one who spoke last does.
    pub(super) fn introduced(&mut self, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let doc = self.doc;
        let (start, _) = *doc.paragraphs.get(self.paragraph).filter(|_| doc.lang == Lang::Ar)?;
        let opens = cue.kind == CueKind::Verb && !says_on(doc, cue);
        let end = sentence.start.checked_sub(1).filter(|end| *end > start && opens)?;
        let from = (start.max(end.saturating_sub(NARRATED))..end).rev().find(|at| doc.begins_sentence(*at))?;
        let from = beside_clause(doc, from, end).unwrap_or(from);
        let told = (from..end).any(|at| doc.pair_at(at).is_some());
        let phrase = told_ar::narrated(doc, from, end, cue.sense.agree).filter(|_| !told)?;
        // «رد البنك على النائب فلان. وأوضح في بيان أن», and not «واستقبله المجلس. وقال».
        let body = phrase.head_is(Class::Body) && !doc.word(phrase.start - 1).ends_with(['ه', 'ا']);
        let role = phrase.name.is_none() && phrase.head_is(Class::Role) && !tells_by_the_way(doc, &phrase);
        if role || body { self.registry.resolve(doc, &phrase, cue.sense.agree) } else { None }
    }

    /// The last one before a token whom the place in a sentence of an Arabic paragraph shows.
    fn about(&mut self, to: usize, agree: Agree) -> Option<usize> {
        let doc = self.doc;
        let (start, _) = *doc.paragraphs.get(self.paragraph)?;
        let from = start.max(to.saturating_sub(NARRATED));
        let mut begun = (from..to).rev().filter(|at| doc.begins_sentence(*at));
        let phrase = begun.find_map(|at| told_ar::narrated(doc, at, to, agree))?;
        self.registry.resolve(doc, &phrase, agree)
    }

    /// Whether a verb may be that of an answer: it says so, or goes on with «ف» behind a question («سأله القاضي فقال»).
    fn may_answer(&self, sentence: Sentence, cue: &Cue) -> bool {
        let asks = |at: usize| self.doc.word(at).contains("سأل") || self.doc.word(at).contains("سئل");
        let from = sentence.start.max(cue.start.saturating_sub(NARRATED));
        let follows = self.doc.word(cue.start).starts_with('ف') && (from..cue.start).any(asks);
        cue.sense.has(flag::ANSWER) || follows
    }

    /// The other of two, where a sentence opens with an answer to the one who spoke last: «ومازحه صحافي: «…». فأجابه: «…»».
    fn answers_back(&self, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let word = self.doc.word(cue.start);
        let back =
            word.starts_with('ف') || word.ends_with(['ه', 'ا']) || matches!(self.doc.word(cue.end), "عليه" | "عليها");
        let last = self.last.filter(|last| last.paragraph == self.paragraph && last.speaker.is_some())?;
        let answers = cue.sense.has(flag::ANSWER) && cue.start == sentence.start && back;
        if answers { self.registry.other_speaker(cue.sense.agree, last.speaker) } else { None }
    }

    /// Who is asked by nobody in particular, in a sentence that is not the first of its paragraph («وحين سُئل عن خسائره، ردّ») or
    /// tells of an interview («وفي حوار قديم، سُئل عن عزلته فأجاب»): the one whom the paragraph is about, who is the text's where it
    /// names nobody.
    fn asked_of(&self, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let (doc, agree) = (self.doc, cue.sense.agree);
        let asked = |at: usize| is_listed(doc.word(at).trim_start_matches('و'), "سئل سُئل سئلت سُئلت");
        let (start, _) = *doc.paragraphs.get(self.paragraph)?;
        let told = is_interview(doc, sentence.start)
            && (sentence.start..cue.start).any(|at| asked(at) && telling(doc, at + 1, cue.start).is_none());
        (told || start < sentence.start && asked(sentence.start + 1)).then_some(())?;
        let near = self.registry.person_since(Byte(doc.token(start).start()), agree);
        let fits = |id: &usize| self.registry.entity(*id).is_some_and(|one| one.fits(agree));
        near.or_else(|| self.registry.named_most().filter(fits))
    }

    /// The one whom the clause of time names that a sentence opens with: who is asked or told in it, else its subject
    /// («وعندما سمع فلان بالقرار، صاح», «وحين نقلنا هذا الكلام إلى فلان، انفجر»).
    fn of_occasion(&mut self, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let (doc, agree) = (self.doc, cue.sense.agree);
        let comma = occasion(doc, sentence, cue)?;
        if let Some(id) = self.answers(Sentence { end: comma, ..sentence }, cue) {
            return Some(id);
        }
        let known =
            |phrase: &Phrase| phrase.agree.fits(agree) && (phrase.name.is_some() || phrase.head_is(Class::Role));
        let told = |at: usize| telling(doc, at, comma).filter(known);
        let first = sentence.start + 1;
        let ours = doc.word(first).ends_with("نا");
        let subject = if ours { None } else { subject(doc, first, comma, agree) };
        let phrase = subject.or_else(|| (first..comma).find_map(told))?;
        self.registry.resolve(doc, &phrase, agree)
    }

    /// Whom the words of the narrator before a token named last: «… المرشح المستقل. وقال الأخير».
    pub(super) fn named_last(&self, to: usize, agree: Agree) -> Option<Phrase> {
        let doc = self.doc;
        let known = |phrase: &Phrase| phrase.name.is_some() || phrase.head_is(Class::Role);
        // «اتهم فلان الشركة. وردت».
        let able = |phrase: &Phrase| agree.gender == Gender::F || !phrase.head_is(Class::Body);
        let person = |phrase: &Phrase| {
            (known(phrase) || phrase.head_is(Class::Body)) && able(phrase) && phrase.agree.fits(agree)
        };
        let (mut at, mut found) = (to.saturating_sub(NARRATED), None);
        while at < to {
            let here = telling(doc, at, to).filter(person);
            at = here.map_or_else(|| doc.next(at), |phrase| phrase.end.max(at + 1));
            found = here.or(found);
        }
        found
    }

    /// Whether a verb goes on with the subject of its sentence.
    fn goes_on(&self, sentence: Sentence, cue: &Cue) -> bool {
        // «بتدوينة قال فيها».
        let relative = matches!(self.doc.word(cue.end), "فيها" | "فيه");
        // «وخالفه السفير فلان، إذ قال».
        let led = || matches!(self.doc.word(cue.start - 1), "إذ" | "حيث" | "وقد" | "ثم" | "بعدما" | "فإنه" | "فإنها");
        relative || (cue.start > sentence.start && (led() || self.doc.is_joined(cue.start)))
    }

    /// The subject of a clause that has come between an Arabic verb and the one before it: «وأعرب فلان …، فيما تحفظ جاره،
    /// ورأى أن».
    pub(super) fn of_clause_between(&mut self, before: usize, sentence: Sentence, cue: &Cue) -> Option<usize> {
        if let Some(found) = answering(self.doc, before, sentence, cue) {
            return self.registry.resolve(self.doc, &found, cue.sense.agree);
        }
        beside_clause(self.doc, sentence.start, cue.start).filter(|at| before < *at)?;
        self.subject_of(sentence, cue, cue.sense.agree)
    }

    /// The one who is asked earlier in the sentence and answers now: the object of the question, or whom its suffix
    /// means («سأله القاضي …، فأجاب»).
    pub(super) fn answers(&mut self, sentence: Sentence, cue: &Cue) -> Option<usize> {
        let agree = cue.sense.agree;
        // «سأله», «قال له».
        let told = |at: usize| {
            self.doc.is_even_joined(at, Class::Verb) && matches!(self.doc.word(at + 1), "له" | "لها" | "لهم")
        };
        let suffixed =
            |at: usize| self.doc.word(at).ends_with(['ه', 'ا', 'م']) && !self.doc.word(at).ends_with("تا") || told(at);
        let question = (sentence.start..cue.start).find(|at| {
            let token = self.doc.token(*at);
            let asks = flag::OBJ | if suffixed(*at) { flag::WHOM } else { 0 };
            let asked = |key| self.doc.lexicon.senses(key).any(|sense| sense.has(asks));
            told(*at) || [token.key, token.bare].into_iter().any(asked)
        })?;
        let asker = telling(self.doc, question + 1 + usize::from(told(question)), cue.start);
        // «وسألنا فلاناً عن الأمر، فأجاب»: we ask.
        if self.doc.word(question).ends_with("نا") {
            return asker.and_then(|phrase| self.registry.resolve(self.doc, &phrase, agree));
        }
        let object = asker.filter(|_| !suffixed(question)).and_then(|phrase| asked(self.doc, &phrase));
        let after = object.or(asker.map(|phrase| phrase.end)).unwrap_or(question + 1);
        if !suffixed(question)
            && let Some(object) = telling(self.doc, after, cue.start).filter(|object| object.agree.fits(agree))
        {
            return self.registry.resolve(self.doc, &object, agree);
        }
        let asker = asker.and_then(|phrase| self.registry.resolve(self.doc, &phrase, Agree::default()));
        let (from, _) = *self.doc.paragraphs.get(self.paragraph)?;
        let topic = self.registry.known_between(self.doc.bytes(from, question), agree, asker);
        topic.or_else(|| self.registry.other_speaker(agree, asker)).or_else(|| self.about(sentence.start, agree))
    }
}

/// Words before a quotation among which the relative stands of whom its speaker has told, at most.
const KIN: usize = 14;

/// The relative of whom the narrator told last before the words of somebody: «حكاية سمعها من جدته. وتابع: «كانت تقول لي: …»».
fn kin_before(doc: &Doc, sentence: Sentence, agree: Agree) -> Option<Phrase> {
    let open = doc.pair(sentence.inside?).open;
    let kin = |at: &usize| {
        let parsed = ar::word(doc, *at);
        parsed.owner.is_some() && parsed.sense.is_some_and(|sense| sense.class == Class::Role && sense.has(flag::KIN))
    };
    let near = (open.saturating_sub(KIN)..open).rev().find(kin)?;
    ar::phrase(doc, near, open).filter(|found| found.agree.gender == agree.gender)
}

/// From whom that comes whose purport is told: «إيجاز من مديره المهندس فلان، ومفاده أن».
fn purport(doc: &Doc, sentence: Sentence, cue: &Cue) -> Option<Phrase> {
    let told = doc.word(cue.start).contains("مفاد");
    let of = (sentence.start..cue.start).rev().find(|at| told && doc.word(*at) == "من")?;
    ar::phrase(doc, of + 1, cue.start)
}

/// The subject of a verb between two cues that a comma sets apart and another word leans on: «شكت فلانة من …، فرد مصدر، طلب عدم ذكر
/// اسمه، بالقول إن», «زعم مصدر أن …، وهو ما نفاه العقيد فلان مؤكداً أن».
fn answering(doc: &Doc, before: usize, sentence: Sentence, cue: &Cue) -> Option<Phrase> {
    let denies = |at: usize| {
        matches!((doc.word(at - 2), doc.word(at - 1)), ("وهو" | "وهي", "ما") | ("الأمر", "الذي"))
            && doc.word(at).ends_with(['ه', 'ا'])
    };
    // «وبينما قالت الشرطة إن …، نفت أسرته ذلك، مؤكدة أن».
    let against = matches!(doc.word(sentence.start), "بينما" | "وبينما" | "فيما" | "وفيما");
    let joined = |at: usize| {
        let verb = reading(doc, at).filter(|(_, kind)| *kind == CueKind::Verb);
        doc.kind(at - 1) == Kind::Comma && (doc.is_joined(at) || against) && verb.is_some()
    };
    // «أما المتهم فلان، فاعترف بالتهمة، موضحاً أن»: the verb has its subject before it.
    let leans = cue.kind == CueKind::Participle && !matches!(doc.word(sentence.start), "أما" | "وأما");
    let from = if leans { before + 2 } else { cue.start };
    let verb = (from..cue.start).rev().find(|at| joined(*at) || denies(*at))?;
    let sentence = Sentence { end: cue.start, ..sentence };
    let found = match reading(doc, verb).filter(|_| !denies(verb)) {
        Some((sense, _)) => subject_after(doc, verb, sentence, sense),
        None => ar::phrase(doc, verb + 1, sentence.end),
    }?;
    let called = |(from, _): (usize, usize)| doc.is(from, Class::First) || doc.is_surname(from);
    let known = found.head.is_some() || found.name.is_some_and(called);
    (known && found.start == verb + 1 && found.agree.fits(cue.sense.agree)).then_some(found)
}

/// Whether a verb goes on with what somebody said.
fn says_on(doc: &Doc, cue: &Cue) -> bool {
    const GOING_ON: List =
        List::of("أضاف أضافت تابع تابعت أردف أردفت زاد زادت يضيف تضيف يتابع تتابع ختم ختمت واصل واصلت");
    GOING_ON.has(doc.word(cue.start).trim_start_matches(['و', 'ف']))
}

/// The comma behind the clause of time that a sentence opens with, where a verb stands right behind that.
fn occasion(doc: &Doc, sentence: Sentence, cue: &Cue) -> Option<usize> {
    let first = doc.word(sentence.start).trim_start_matches(['و', 'ف']);
    let opens = is_listed(first, "عندما حين حينما لما لمّا بعدما");
    let comma = cue.start.checked_sub(1).filter(|comma| *comma > sentence.start && doc.kind(*comma) == Kind::Comma)?;
    opens.then_some(comma)
}

/// The one who spoke before in a sentence, where the form of a verb may be his, and he has asked nobody.
fn same_speaker(doc: &Doc, (other, id): (&Cue, Option<usize>), agree: Agree) -> Option<usize> {
    // «ويسأل فلان: «…؟»، قبل أن يجزم بأن»: nobody is asked.
    let suffixed = doc.word(other.start).ends_with(['ه', 'ا', 'م', 'ي']);
    let asks = other.sense.has(flag::OBJ) && !other.sense.has(flag::ANSWER) && suffixed;
    id.filter(|_| other.sense.agree.fits(agree) && !asks)
}
