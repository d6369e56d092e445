//! Whom an English subject means: "he" and "she" need a person, whom the words before may have named by two words that no
//! lexicon has.

use super::clause_en::is_finite;
use super::cue::{Content, Cue};
use super::frame_en::goes;
use super::occasion_en::is_occasion;
use super::speech::{Found, Pass};
use super::subject_en::{before_helpers, clause_end, first_subject};
use super::told_ar::first_person;
use super::{SpeechKind, SpeechRule};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::names::apposed_role;
use crate::analysis::names_en;
use crate::analysis::people::en_bearer::FIRMS;
use crate::analysis::people::{Phrase, en, en_name};
use crate::analysis::token::Kind;
use crate::text::{Byte, Lang};

/// Sentences back over which a pronoun may go on with the same one, at most.
pub(super) const CHAIN: usize = 3;

/// Whether a clause tells what the one has done or has who says it, and that is a thing: "it had made three offers", "its
/// plant", but not "it would take years".
pub(super) fn speaks_of_itself(doc: &Doc, from: usize) -> bool {
    let helped = is_listed(doc.word(from + 1), "had has would will")
        && !is_listed(doc.word(from + 2), "been be take mean make happen come cost become");
    let doing = is_listed(doc.word(from + 1), "was is") && doc.word(from + 2).ends_with("ing");
    doc.word(from) == "its" || doc.word(from) == "it" && (helped || doing)
}

/// Whether a word that no lexicon has stands behind a pronoun or a name as a form of the present does.
fn is_third(doc: &Doc, at: usize) -> bool {
    let (word, before) = (doc.word(at), doc.token(at - 1));
    let name = before.is_word() && before.capital && !en_name::owns(doc, at - 1);
    // "The agency, whose inspectors left, stands by it".
    let subject = doc.is(at - 1, Class::Pronoun) || name || before.kind == Kind::Comma;
    let known = doc.lexicon.senses(doc.key(at)).next().is_some() || en::head_sense(doc, at).is_some();
    subject && !known && word.ends_with('s') && !doc.token(at).capital && !doc.token(at).dated
}

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
        let it = subject.pronoun && subject.agree.gender == Gender::N;
        let body = subject.name.is_none() && subject.head_is(Class::Body) && subject.definite;
        if body || general && subject.name.is_none() && subject.head_is(Class::Role) || it {
            self.body_before(subject, sentence);
        }
        // "“Were you?” she asked. “I was,” the witness replied": another than the one who asks.
        let around = self.registry.outer;
        if cue.sense.has(flag::ANSWER) {
            self.registry.outer = self.asker().or(around);
        }
        // "The foreman told her he had a permit": another than she.
        let whom = self.doc.sense(cue.end, Class::Poss).or_else(|| self.doc.sense(cue.end, Class::Skip));
        let told = match self.doc.word(cue.end) {
            "her" => Some(Gender::F),
            "him" => Some(Gender::M),
            _ => None,
        };
        if let Some(gender) = told.filter(|_| role && whom.is_some() && subject.start < cue.start && around.is_none()) {
            self.registry.outer = self.registry.last_person(Agree::new(gender, Number::One));
        }
        // "Said Aigul Bekova, a crane operator": none of whose role has been waiting for a name is she.
        let apposed = || subject.name.and_then(|(from, to)| apposed_role(self.doc, from, to));
        let paper = subject.head_is(Class::Doc) && subject.name.is_none();
        // "Heads have written to the board. The letter says": not the board.
        let definite = subject.definite && !(paper && self.is_of_several(sentence));
        let subject = Phrase { head: subject.head.or_else(apposed), definite, ..*subject };
        let its = subject.head_is(Class::Doc) && matches!(self.doc.word(subject.start), "Its" | "its");
        let writer = match () {
            () if role => self.by_trade(&subject, sentence, cue),
            () if its => self.body_told_of_before(sentence),
            () if it => self.writer(sentence),
            () if paper => self.issuer(&subject, sentence),
            () => None,
        };
        let id = writer
            .or_else(|| self.answerer(&subject, cue, sentence))
            .or_else(|| self.by_subject(&subject, sentence, cue, outer));
        // "…, wrote the inspector in a report. It blamed “years of neglect”".
        let id = id.or_else(|| self.told.filter(|told| it && told.paragraph == self.paragraph)?.speaker);
        self.registry.outer = around;
        id
    }

    /// What one says that one has said: "And I said, ‘No, I am next in the queue.’".
    pub(super) fn own_words(&self, pair: usize, outer: usize) -> Option<Found> {
        let marks = self.doc.pair(pair);
        let mut verb = marks.open.checked_sub(1)?;
        let told = if self.doc.lang == Lang::Ar { first_person(self.doc, verb) } else { None };
        verb = verb.checked_sub(usize::from(matches!(self.doc.kind(verb), Kind::Comma | Kind::Colon)))?;
        // "I told him, ‘…’".
        verb = verb.checked_sub(usize::from(self.doc.is(verb, Class::Skip)))?;
        // "I was like, ‘…’", "I always say, ‘…’".
        let own = || {
            let before = before_helpers(self.doc, verb, 0).checked_sub(1)?;
            let word = self.doc.word(before);
            (en::is_first_person(word) || matches!(word, "we" | "We")).then_some(())
        };
        let tells = self.doc.lang == Lang::En && (self.doc.is(verb, Class::Verb) || goes(self.doc, verb));
        let says = tells && own().is_some() || told.is_some();
        let (from, to) = (marks.inner_start(), marks.inner_end());
        let verb = told.unwrap_or(verb);
        let cue = Some((verb, verb + 1));
        let (kind, rule, speaker) = (SpeechKind::Direct, SpeechRule::CueBefore, Some(outer));
        says.then_some(Found { from, to, kind, speaker, cue, mention: None, rule, flags: 0 })
    }

    /// The subject of a reported clause that goes on with a verb whose object is the one who reports it.
    pub(super) fn urged(&mut self, cue: &Cue, earlier: &[Cue], speakers: &[Option<usize>]) -> Option<usize> {
        let whom = match self.doc.word(cue.end) {
            "her" => Gender::F,
            "him" => Gender::M,
            _ => return None,
        };
        let (outer, speaker) = earlier.iter().zip(speakers).next_back()?;
        let one = self.registry.entity((*speaker)?).filter(|_| self.doc.lang == Lang::En && outer.opened)?;
        let Content::After(from) = outer.content else { return None };
        let same = one.fits(Agree::new(whom, Number::One)) && from < cue.start;
        let phrase = if same { first_subject(self.doc, from, cue.start) } else { None }?;
        let person = !phrase.pronoun && self.is_person(&phrase);
        if person { self.registry.resolve(self.doc, &phrase, Agree::default()) } else { None }
    }

    /// Whether a phrase names a person: by a role, or by a name that the text goes on with or that looks like one's.
    pub(super) fn is_person(&self, phrase: &Phrase) -> bool {
        let given = |from, end| (from..end).any(|at| self.doc.is(at, Class::First));
        let known = |from, end| given(from, end) || self.doc.is_surname(end - 1);
        // "Her marriage to Paul Farnham" is nobody.
        let led = |from: usize| from > phrase.start && phrase.head.is_none() && self.doc.is(from - 1, Class::Prep);
        let one = |(from, end)| !led(from) && (known(from, end) || names_en::may_be_person(self.doc, from, end));
        let role = phrase.head_is(Class::Role) && phrase.agree.number != Number::Many && !phrase.pronoun;
        phrase.name.map_or(role, |name| role || one(name))
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

    /// The one who spoke last, where the sentence before "they" begins with one of whom nothing tells more, and names no
    /// group: "A spokesperson said talks would go on".
    pub(super) fn they_alone(&self, sentence: Sentence) -> Option<usize> {
        let (from, end) = self.sentence_before(sentence)?;
        let group = |at: usize| self.doc.sense(at, Class::Group).is_some_and(|some| some.agree.number == Number::Many);
        let one = self.subject_within(from, end).filter(|one| self.is_person(one) && !(from..end).any(group))?;
        self.registry.one_here().filter(|_| one.agree.number != Number::Many)
    }

    /// Notes the name of no known person with which the sentence before "the club" begins: "Rovers sacked him".
    fn body_before(&mut self, own: &Phrase, sentence: Sentence) {
        let known = |at: usize| self.doc.is_surname(at) || self.doc.is(at, Class::First);
        // "Carmaker Orvane plans": its noun is none of its name.
        let whole = |phrase: &Phrase| {
            // "Rovers" is a club, and "Talks" are nobody.
            let plural = |at: usize| phrase.name == Some((at, at + 1)) && self.doc.word(at).ends_with('s');
            // "Shares in Norvik Dairy fell".
            let part = |at: usize| plural(at) && matches!(self.doc.word(at + 1), "in" | "at" | "on");
            let team = || own.head.is_some_and(|(head, _)| is_listed(self.doc.word(head), "club team side band"));
            let other = |at: usize| part(at) || plural(at) && !own.pronoun && !team();
            let own = |from: usize| from == phrase.start && !self.doc.is(from, Class::Body) && !other(from);
            phrase.name.is_some_and(|(from, to)| own(from) && !(from..to).any(known))
        };
        // "The health department is ill-staffed. According to the department, …".
        let kind = |phrase: &Phrase| {
            let again = phrase.head.zip(own.head).is_some_and(|((_, had), (_, own))| had.family == own.family);
            // "The opposition disputes it. It says".
            let group = || phrase.head_is(Class::Group) && phrase.agree.number != Number::Many;
            let it = || own.pronoun && (phrase.head_is(Class::Body) || group());
            phrase.name.is_none() && (again && phrase.end > phrase.start + 2 || it())
        };
        let own_name = |phrase: &Phrase| phrase.head.is_none() || phrase.head_is(Class::Body);
        let phrase = self.subject_before(sentence).filter(|phrase| whole(phrase) && own_name(phrase) || kind(phrase));
        if let Some(phrase) = phrase.map(|phrase| en::extent(self.doc, phrase)) {
            self.registry.resolve(self.doc, &phrase, Agree::default());
        } else if let Some(firm) = self.subject_before(sentence).filter(|firm| own.pronoun && self.is_firm(firm))
            && let Some(id) = self.registry.resolve(self.doc, &firm, Agree::default())
        {
            self.registry.is_thing(id);
        }
    }

    /// Whether a name of one word explains what people and firms do: "The software's maker, Gradely".
    fn is_firm(&self, phrase: &Phrase) -> bool {
        let trade = phrase
            .head
            .is_some_and(|(head, _)| is_listed(self.doc.word(head), FIRMS) || self.doc.word(head) == "owner");
        trade && phrase.name.is_some_and(|(from, to)| to == from + 1 && !self.doc.is(from, Class::First))
    }

    /// Notes what a sentence that begins with "he" or "she" tells of the one whom that means.
    pub(super) fn learn_of(&mut self, sentence: Sentence) {
        let pronoun = self.doc.sense(sentence.start, Class::Pronoun).map(|sense| sense.agree);
        let Some(agree) = pronoun.filter(|agree| matches!(agree.gender, Gender::M | Gender::F)) else { return };
        let id = match self.subject_over_pronouns(sentence, agree) {
            Some(phrase) if phrase.name.is_some() && self.is_person(&phrase) => {
                self.registry.resolve(self.doc, &phrase, agree)
            }
            Some(_) => None,
            // "Alice Moss lives by the river. She is a carpenter".
            None => self.sentence_before(sentence).and_then(|(from, _)| {
                let start = Byte(self.doc.token(from).start());
                self.registry.person_since(start, agree)
            }),
        };
        if let Some(id) = id.filter(|id| self.registry.entity(*id).is_some_and(|one| one.fits(agree))) {
            self.registry.told_again(self.doc, id, agree, (sentence.start + 1, sentence.end));
        }
    }

    /// The subject of the sentence before, in the same paragraph.
    pub(super) fn subject_before(&self, sentence: Sentence) -> Option<Phrase> {
        let (from, end) = self.sentence_before(sentence)?;
        self.subject_within(from, end)
    }

    /// The same, back over those whose subject is the same pronoun: "Endo has no opinion. She thought about it".
    pub(super) fn subject_over_pronouns(&self, sentence: Sentence, agree: Agree) -> Option<Phrase> {
        let mut start = sentence.start;
        for _ in 0..CHAIN {
            let (from, end) =
                self.sentence_before(Sentence { start, ..sentence }).or_else(|| self.paragraph_before(start))?;
            // "Why did he stop?" tells of nobody else.
            if self.doc.word(end) == "?" {
                start = from;
                continue;
            }
            let phrase = self.subject_within(from, end)?;
            if !phrase.pronoun || phrase.agree != agree {
                return Some(phrase);
            }
            start = from;
        }
        None
    }

    /// The last sentence of the paragraph before, where nobody speaks in that.
    pub(super) fn paragraph_before(&self, start: usize) -> Option<(usize, usize)> {
        let number = self.doc.paragraphs.partition_point(|(from, _)| *from < start);
        let (floor, end) = number.checked_sub(1).and_then(|number| self.doc.paragraphs.get(number)).copied()?;
        let end = end.checked_sub(1).filter(|end| floor > 0 && *end > floor && *end < start)?;
        let stop = (floor..end).rev().find(|at| self.doc.kind(*at) == Kind::Stop);
        let from = stop.map_or(floor, |stop| stop + 1);
        let marked = |at: usize| self.doc.pair_at(at).is_some() || self.doc.pair_closed_at(at).is_some();
        (!(from..end).any(marked)).then_some((from, end))
    }

    /// The subject of a sentence between two tokens: that of its last clause, where "but" or "and" with one of its own
    /// stands behind a comma.
    pub(super) fn subject_within(&self, from: usize, end: usize) -> Option<Phrase> {
        // "According to Sir Julian Thorne, thieves rarely know": he has spoken.
        if self.doc.phrase(from, end, Class::Nominal).is_some() {
            return None;
        }
        let joins = |at: &usize| {
            self.doc.kind(*at) == Kind::Comma && matches!(self.doc.word(at + 1), "but" | "and" | "while" | "yet")
        };
        let last = (from..end).rev().find(joins).and_then(|comma| self.subject_of_clause(comma + 2, end));
        let last = last.filter(|phrase| phrase.pronoun || self.is_person(phrase));
        last.or_else(|| self.subject_of_clause(from, end))
    }

    fn subject_of_clause(&self, from: usize, end: usize) -> Option<Phrase> {
        // "Dublin: A man was rescued".
        let from = if self.doc.kind(from + 1) == Kind::Colon { from + 2 } else { from };
        // "For Josephine Tull, the teacher who brought the suit, it was a relief".
        // "To Wade Corley, a historian, the story is".
        let whom = if matches!(self.doc.word(from), "For" | "To") { en::phrase(self.doc, from + 1, end) } else { None };
        if let Some(whom) = whom.filter(|whom| self.is_person(whom)) {
            return Some(whom);
        }
        // "Asked about the remark, Hutchens smiled", "When a reporter pressed her, she raised a hand".
        let led =
            is_occasion(self.doc, from) || matches!(self.doc.word(from), "When" | "As" | "While" | "After" | "Before");
        // "Sitting beside Marsh, Halloway smiled".
        let led = led || self.doc.word(from).ends_with("ing") && !self.is_explained_name(from, end);
        let comma = (from..end).find(|at| self.doc.kind(*at) == Kind::Comma).filter(|_| led);
        let from = comma.map_or(from, |comma| comma + 1);
        let from = from + usize::from(self.doc.is(from, Class::Conn));
        let verb = self.main_verb(from, end)?;
        // "Of a rival's portrait she observed".
        let pronoun = verb.checked_sub(1).filter(|at| *at > from && self.doc.is(*at, Class::Pronoun));
        let from = pronoun.unwrap_or(from);
        // "The defendant, Buck Tansley, was led away".
        if (from..verb).any(|at| self.doc.kind(at) == Kind::Comma) {
            return first_subject(self.doc, from, verb);
        }
        self.identified(verb, end).or_else(|| en::phrase(self.doc, from, verb))
    }

    /// Whose view words in marks are that say what something is: "For Jo Marsh, a critic, the book is “a triumph of patience”".
    pub(super) fn in_view(&self, pair: usize, sentence: Sentence) -> Option<Phrase> {
        const WORDS: usize = 3;
        let (doc, marks, from) = (self.doc, self.doc.pair(pair), sentence.start);
        let inside = marks.inner_start();
        let said = doc.count_words(inside, marks.inner_end()) >= WORDS && !doc.token(inside).capital;
        let led = matches!(doc.word(from), "For" | "To") && sentence.inside.is_none() && marks.open > from + 3;
        if !led || !said || !is_listed(doc.word(marks.open - 1), "is was are were remains remained") {
            return None;
        }
        let comma = (from + 1..marks.open).find(|at| doc.kind(*at) == Kind::Comma)?;
        let whom = en::phrase(doc, from + 1, comma)?;
        let body = whom.definite && (whom.head_is(Class::Body) || whom.head_is(Class::Group));
        (body || self.is_person(&whom)).then_some(whom)
    }

    /// Whether what looks like a participle begins a name that is explained: "Blessing Okafor, a student of law, wept", but
    /// "Leaving Okafor, the nurse wept".
    fn is_explained_name(&self, from: usize, end: usize) -> bool {
        let mut commas = (from..end).filter(|at| self.doc.kind(*at) == Kind::Comma);
        let explained =
            commas.next().is_some_and(|comma| !self.doc.token(comma + 1).capital) && commas.next().is_some();
        let next = self.doc.token(from + 1);
        explained && next.capital && next.is_word()
    }

    /// Who somebody is said to be: "The woman was Flora MacIsaac, who died in 1990", "Her successor is Dr Lena Moss".
    fn identified(&self, verb: usize, end: usize) -> Option<Phrase> {
        // "Beside him sat Otti Brand".
        let named =
            is_listed(self.doc.word(verb), "was is sat sits stood stands came") && self.doc.token(verb + 1).capital;
        let stop = clause_end(self.doc, verb + 1, end);
        let who = if named { en::phrase(self.doc, verb + 1, stop) } else { None };
        who.filter(|who| who.name.is_some() && who.possessor.is_none() && self.is_person(who))
    }

    /// The verb of a clause: not that of a relative clause in it.
    fn main_verb(&self, from: usize, end: usize) -> Option<usize> {
        let says = |at: usize| self.doc.is(at, Class::Verb);
        // "The hospital trust says".
        // "Trust chairwoman Margaret Reid told".
        let role = |at: usize| {
            en::head_sense(self.doc, at).is_some_and(|one| one.class == Class::Role && one.agree.number != Number::Many)
        };
        let noun = |at: usize| {
            let plural = self.doc.sense(at, Class::Verb).is_some_and(|verb| verb.agree.number == Number::Many);
            plural && (says(at + 1) || role(at + 1))
        };
        let verb = |at: usize| is_finite(self.doc, at) || says(at) && !noun(at);
        let mut relative = false;
        for at in from..end {
            // "The head of the firm that built the bridge, engineer Paolo Ferri, wept".
            if self.doc.is(at, Class::Relative) || at > from && self.doc.word(at) == "that" {
                relative = true;
            } else if relative && self.doc.kind(at) == Kind::Comma {
                // "Northern Grid, which runs the network, apologised".
                relative = self.doc.is(at - 1, Class::Relative);
            } else if verb(at) && !en::named_as(self.doc, at) {
                if !relative {
                    return Some(at);
                }
                // "Who is accused": one verb.
                relative = verb(at + 1);
            }
        }
        // "In the empty hall she slows down", "Nuala Brace runs the school".
        (from + 1..end).find(|at| is_third(self.doc, *at))
    }
}
