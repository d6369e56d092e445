//! Whom a Russian paper interviews in lines behind dashes that say nowhere who speaks: the questions are the paper's, the
//! answers those of the one whom the text before them presents («Мы беседуем с капитаном …»).

use super::SpeechRule;
use super::clause_ru::clause_end;
use super::interview::{Interview, Talk};
use super::speech::{Found, Last, Pass};
use crate::analysis::doc::Doc;
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, flag, key_of};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Entity, Phrase, ru};
use crate::analysis::token::Kind;

/// Paragraphs before the first question in which an interview is presented, at most.
const PRESENTED: usize = 6;

/// Paragraphs of a text before its first question where that follows what presents the one who answers.
const LEAD: usize = 4;

/// Tokens from a preposition to whom it leads, at most.
const NEAR: usize = 4;

/// Tokens of a paragraph that are looked through, at most.
const LONGEST: usize = 160;

/// Paragraphs behind the first question that are looked at for more of them.
const TURNS: usize = 12;

/// Questions that are answered which show that a text is an interview, where nothing says so.
const QUESTIONS: usize = 2;

/// Words that say that somebody is interviewed, by the paper or in it.
const TALKS: &str = "беседуем беседует беседовал беседовала беседовали побеседовал побеседовала побеседовали интервью \
                     беседа беседу беседе беседы собеседник собеседница гость гостья";

/// Words of one who tells by himself, and of one who comes to ask.
const TELLS: &str = "рассказывает рассказал рассказала рассказали отвечает ответил ответила поделился поделилась";
const MEETS: &str = "говорим разговариваем поговорил поговорила поговорили разговор встретился встретилась встретились \
                     встречаемся пообщался пообщалась пообщались расспросил расспросила расспросили спросил спросила \
                     спросили узнал узнала узнали побывал побывала побывали позвонил позвонила позвонили навестил \
                     навестила навестили беседовал беседовала беседовали побеседовал побеседовала побеседовали \
                     беседует вопрос вопросы вопросов";

/// The paper's people.
fn is_ours(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    let past = || ends_in(word, &["л", "ла", "ли", "лся", "лась", "лись"]);
    let ours = || (word.starts_with("наш") || word.starts_with("Наш")) && !past();
    // «Разговариваем с Платоном у теплицы».
    let verb = || doc.begins_sentence(at) && ends_in(word, &["ем", "ём", "им", "ли", "лись"]);
    let with = || matches!(doc.word(at + 1), "с" | "со" | "об" | "о");
    is_listed(word, "мы Мы нам нас Нас нами редакции редакция редакцию читателей читателям рубрики студии")
        || ours()
        || is_press(doc, at)
        || verb() && with()
}

/// Whether a word says that one works for a paper.
fn is_press(doc: &Doc, at: usize) -> bool {
    doc.sense(at, Class::Role).is_some_and(|role| role.family == press(doc))
}

/// The family of those who work for papers.
fn press(doc: &Doc) -> u16 {
    doc.lexicon.sense(key_of("корреспондент"), Class::Role).map_or(0, |press| press.family)
}

/// Whether a paragraph ends with a question.
pub(super) fn is_asked(doc: &Doc, end: usize) -> bool {
    (end.saturating_sub(2)..=end).any(|at| doc.word(at).starts_with('?'))
}

/// Whom a pronoun in any case means.
fn pronoun(word: &str) -> Option<Agree> {
    let gender = match word {
        "ней" | "нею" | "ей" | "неё" | "нее" | "она" => Gender::F,
        "ним" | "ему" | "нему" | "него" | "он" => Gender::M,
        _ => return None,
    };
    Some(Agree::new(gender, Number::One))
}

impl Pass<'_, '_> {
    /// Who is interviewed, and by whom: read at the first line behind a dash that asks, or that a question stands before.
    pub(super) fn interview(&mut self, asks: bool, ours: bool) -> Option<Interview> {
        let before = self.paragraph.checked_sub(1).and_then(|at| self.doc.paragraphs.get(at));
        let begins = asks || before.is_some_and(|(_, end)| is_asked(self.doc, *end));
        if matches!(self.talk, Talk::Unread) && begins {
            let found = self.presented(ours);
            self.talk = found.map_or(Talk::None, Talk::Between);
            self.answers = found.map(|found| found.answers).or(self.answers);
        }
        self.talk.interview()
    }

    /// Whether a line calls somebody by name and patronymic: «— Вера Аркадьевна, пассажиры пишут, что…».
    pub(super) fn addresses(&self) -> bool {
        let doc = self.doc;
        let Some((dash, _)) = doc.paragraphs.get(self.paragraph).copied() else { return false };
        doc.is(dash + 1, Class::First) && ru::is_patronymic(doc.word(dash + 2)) && doc.kind(dash + 3) == Kind::Comma
    }

    /// Reads what stands before the first question, the last sentence first; `ours`: whether the reporter asks it. Behind
    /// the first paragraphs of a text, or behind other lines of dialogue, only the paragraph right before can present
    /// somebody, and must say that one talks.
    fn presented(&mut self, ours: bool) -> Option<Interview> {
        let doc = self.doc;
        let first = self.paragraph.saturating_sub(PRESENTED);
        let heard = |found: &Found| matches!(found.rule, SpeechRule::Dash | SpeechRule::Turn);
        let lead = self.paragraph <= LEAD && !self.found.iter().any(heard);
        let (mut asks, mut said) = (None, ours && lead);
        for at in (first..self.paragraph).rev() {
            let Some((from, to)) = doc.paragraphs.get(at).copied() else { continue };
            let near = at + 1 == self.paragraph;
            let mut end = to.min(from + LONGEST);
            if doc.kind(from) == Kind::Dash || is_asked(doc, end) {
                continue;
            }
            while end > from && (lead || near) {
                let start = (from..end - 1).rev().find(|at| doc.kind(*at) == Kind::Stop).map_or(from, |stop| stop + 1);
                let has = |words: &str| (start..end).find(|at| is_listed(&lowered(doc.word(*at)), words));
                // «Почему их не хватает, «Вечерний Приволжск» узнал у начальника перевозок».
                let paper = |verb: usize| verb > start && doc.pair_closed_at(verb - 1).is_some();
                let meets = has(MEETS);
                let ours = (start..end).any(|at| is_ours(doc, at)) || meets.is_some_and(paper);
                let tells = has(TELLS).filter(|_| ours || lead && near && end == to);
                let says = has(TALKS).is_some() || tells.is_some() || ours && (lead || meets.is_some());
                if says {
                    said = true;
                    asks = asks.or_else(|| self.reporter(start, end));
                    let whom = self.talked_to((start, end), tells, meets.is_some(), &mut asks);
                    if let Some(answers) = whom.filter(|whom| Some(*whom) != asks) {
                        return Some(Interview { answers, asks });
                    }
                }
                end = start;
            }
        }
        let asked = || lead && questions(doc, self.paragraph) >= QUESTIONS;
        let answers = if said || asked() { self.main(first, asks) } else { None }?;
        Some(Interview { answers, asks })
    }

    /// Who works for the paper, in a sentence.
    fn reporter(&mut self, from: usize, to: usize) -> Option<usize> {
        let doc = self.doc;
        let at = (from..to).find(|at| is_press(doc, *at))?;
        let head = doc.sense(at, Class::Role)?;
        let own = |(name, _): (usize, usize)| name < at + NEAR && !(at..name).any(|word| doc.is(word, Class::Verb));
        let phrase = ru::phrase(doc, at, clause_end(doc, at, to)).filter(|phrase| phrase.name.is_some_and(own));
        let phrase = phrase.unwrap_or(Phrase {
            start: at,
            end: at + 1,
            head: Some((at, head)),
            definite: true,
            ..Phrase::default()
        });
        self.registry.resolve(doc, &phrase, head.agree)
    }

    /// With whom the paper talks by a sentence: who stands behind «с», who tells, or who is named or meant in it. One who
    /// `meets` whom the sentence means asks: «С учёной побеседовала Ольга Крамер».
    fn talked_to(
        &mut self,
        (from, to): (usize, usize),
        tells: Option<usize>,
        meets: bool,
        asks: &mut Option<usize>,
    ) -> Option<usize> {
        let doc = self.doc;
        let span = doc.bytes(from, to);
        let named = |one: &Entity| one.mentions.iter().any(|at| span.covers(at));
        for at in from..to {
            let with = is_listed(doc.word(at), "с со С Со у У");
            if !with && Some(at) != tells {
                continue;
            }
            let stop = clause_end(doc, at + 1, to);
            let person = |phrase: &Phrase| {
                let role = phrase.head.is_none_or(|(head, sense)| sense.class == Class::Role && !is_press(doc, head));
                let start = phrase.head.map_or(usize::MAX, |(head, _)| head);
                let start = phrase.name.map_or(start, |(name, _)| name.min(start));
                let near = start < at + NEAR && !(at + 1..start).any(|word| is_listed(doc.word(word), MEETS));
                let lemma = phrase.head.is_some_and(|(_, head)| head.has(flag::LEMMA));
                role && near && !phrase.pronoun && (phrase.name.is_some() || with || lemma)
            };
            let whom = match pronoun(doc.word(at + 1)) {
                Some(agree) => self.registry.last_person(agree).filter(|id| self.is_no_reporter(*id)),
                None => ru::phrase(doc, at + 1, stop).filter(person).and_then(|whom| self.met(&whom)),
            };
            let other = || self.first_person(whom, &named).filter(|_| with && meets);
            *asks = asks.or_else(other);
            if whom.is_some() {
                return whom;
            }
        }
        let meant = (from..to).find_map(|at| pronoun(doc.word(at)));
        self.first_person(*asks, &named)
            .or_else(|| self.registry.last_person(meant?))
            .filter(|id| self.is_no_reporter(*id))
    }

    /// Whom a phrase means behind «с»: «Беседуем с педагогом» of the one whom the text is about.
    fn met(&mut self, whom: &Phrase) -> Option<usize> {
        let id = self.registry.resolve(self.doc, whom, whom.agree)?;
        let known = |id: usize| self.registry.entity(id).is_some_and(|one| one.is_named() && one.fits(whom.agree));
        let main = || self.main(0, None).filter(|main| known(*main));
        Some(if whom.name.is_none() && known(id) { main().unwrap_or(id) } else { id })
    }

    /// Whom the paragraphs from one on are about: whom the headline names before a colon, else whom they name first.
    fn main(&self, first: usize, asks: Option<usize>) -> Option<usize> {
        let doc = self.doc;
        let colon = |end: usize| doc.text.get(end..).is_some_and(|behind| behind.starts_with(':'));
        let headed = |one: &Entity| one.mentions.first().is_some_and(|at| at.start.0 == 0 && colon(at.end.0));
        let body = doc.paragraphs.get(first.max(1)).map_or(0, |(from, _)| doc.token(*from).start());
        let named = |one: &Entity| one.mentions.iter().any(|at| at.start.0 >= body);
        self.first_person(asks, &headed).or_else(|| self.first_person(asks, &named))
    }

    /// The first person of the text with a name but `other` who is so, and no reporter.
    fn first_person(&self, other: Option<usize>, is: &dyn Fn(&Entity) -> bool) -> Option<usize> {
        let person = |(id, one): &(usize, &Entity)| {
            one.is_named() && !one.body && is(one) && Some(*id) != other && self.is_no_reporter(*id)
        };
        self.registry.entities.iter().enumerate().find(person).map(|(id, _)| id)
    }

    fn is_no_reporter(&self, id: usize) -> bool {
        self.registry.entity(id).is_some_and(|one| !one.body && !one.has_role(press(self.doc)))
    }

    /// Whose a line behind a dash is that says nothing of it, and whether the paper asks in it: after a question the answer
    /// is, and after that the next question. `line` is the line right before, and `asked` whether the paper asked in it.
    pub(super) fn turn(&self, talk: Interview, line: Option<Last>, asked: bool, asks: bool) -> (Option<usize>, bool) {
        let answers = Some(talk.answers);
        let before = self.paragraph.checked_sub(1).and_then(|at| self.doc.paragraphs.get(at));
        let question = || before.is_some_and(|(_, end)| is_asked(self.doc, *end));
        match line.map(|last| last.speaker) {
            Some(spoke) if spoke == answers => (talk.asks, true),
            Some(_) if asked => (answers, false),
            _ if asks => (talk.asks, true),
            Some(_) => (None, false),
            // «Она показывает снимок. ¶ — Это мой дед».
            None => (answers.filter(|id| question() || self.registry.is_last(*id)), false),
        }
    }
}

/// How many questions are answered behind a dash from a paragraph on; none where the two are friends.
fn questions(doc: &Doc, from: usize) -> usize {
    let lines = doc.paragraphs.get(from.saturating_sub(1)..).unwrap_or_default();
    let friends = |(start, end): &(usize, usize)| {
        doc.kind(*start) == Kind::Dash
            && is_asked(doc, *end)
            && (*start..*end).any(|at| is_listed(doc.word(at), "ты Ты тебе тебя тобой твой твоя твоё твои"))
    };
    if lines.iter().take(TURNS).any(friends) {
        return 0;
    }
    let pairs = lines.iter().zip(lines.iter().skip(1)).take(TURNS);
    pairs.filter(|((_, end), (next, _))| is_asked(doc, *end) && doc.kind(*next) == Kind::Dash).count()
}
