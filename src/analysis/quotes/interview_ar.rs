//! Whom an Arabic paper interviews: its questions are paragraphs of their own, and the answers to them, in marks that say
//! nowhere who speaks, those of the one whom the headline or the introduction presents.

use super::cue::cues;
use super::interview::{Interview, Talk};
use super::speech::{Found, Last, Pass, mention};
use super::turns_ar::{PRESENTED, Turn, Voice};
use super::{SpeechKind, SpeechRule};
use crate::analysis::doc::{Doc, Sentence, sentences};
use crate::analysis::lexicon::{Agree, Class, Gender, Number};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Entity, Phrase, ar};
use crate::analysis::token::Kind;

/// Words of a line that tells who asks, at most: «حاورها: فلان الفلاني».
const BYLINE: usize = 8;

/// Whether a paragraph is a question of the paper's own: it asks, or is marked as a turn of talk, or says that we ask.
pub(super) fn is_question(doc: &Doc, from: usize, end: usize) -> bool {
    let last = end.saturating_sub(2).max(from);
    let asks = (last..end).any(|at| matches!(doc.word(at), "؟" | "?"));
    let turn = matches!(doc.kind(from), Kind::Dash)
        || matches!(doc.word(from), "•" | "*" | "●" | "▪" | "■")
        || is_listed(doc.word(from), "س السؤال سؤال") && doc.kind(from + 1) == Kind::Colon;
    // «وسألناها عن بداياتها.»
    let ours = || doc.word(from).contains("سأل") && doc.word(from).trim_end_matches(['ه', 'ا', 'م']).ends_with("نا");
    let ours = ours() || doc.word(from).contains("سألنا") || doc.word(from).contains("نسأل");
    (asks || turn || ours) && (from..end).all(|at| doc.pair_at(at).is_none())
}

/// Whether a paragraph tells who asks: «حاورها: فلان», «أجرى الحوار فلان».
pub(super) fn is_byline(doc: &Doc, from: usize, end: usize) -> bool {
    let word = doc.word(from);
    let leads = word.starts_with("حاور")
        || is_listed(word, "التقاه التقاها التقته التقتها أجرى أجرت أجراه أجرته حوار مقابلة كتب كتبت");
    // «حوار مع الكاتب فلان» presents whom it asks.
    end <= from + BYLINE && leads && doc.word(from + 1) != "مع"
}

impl Pass<'_, '_> {
    /// Who answers a question of the paper's in Arabic: who has answered before, else whom the text presents, which is read
    /// once.
    pub(super) fn interviewed_in_arabic(&mut self, open: usize) -> Option<usize> {
        self.doc.pair_at(open).filter(|pair| self.is_asked(*pair))?;
        let doc = self.doc;
        let first = || doc.paragraphs.iter().skip(1).position(|(from, end)| is_question(doc, *from, *end));
        self.interviewed_from(&|| first().map(|before| before + 1))
    }

    /// Who answers in an interview whose first question is in a paragraph: it is read once who that is.
    fn interviewed_from(&mut self, first: &dyn Fn() -> Option<usize>) -> Option<usize> {
        if matches!(self.talk, Talk::Unread) {
            let first = first();
            let presented = first.and_then(|first| self.presented_in_arabic(first));
            self.answers = self.answers.or(presented).or_else(|| self.headed_by_role());
            let asks = first.and_then(|first| self.byline(first));
            self.talk = self.answers.map_or(Talk::None, |answers| Talk::Between(Interview { answers, asks }));
        }
        self.answers
    }

    /// Whom the headline names, before a colon or at all; else whom the introduction names, of several the one whom it
    /// names most.
    fn presented_in_arabic(&self, first: usize) -> Option<usize> {
        let doc = self.doc;
        let place = |number: usize| doc.paragraphs.get(number).map_or(usize::MAX, |(from, _)| doc.token(*from).start());
        let (body, questions) = (place(1), place(first));
        let bylines = || doc.paragraphs.iter().take(first).filter(|(from, end)| is_byline(doc, *from, *end));
        let asks =
            |at: usize| bylines().any(|(from, end)| (doc.token(*from).start()..doc.token(end - 1).end()).contains(&at));
        let people = || {
            let people = self.registry.entities.iter().enumerate();
            people.filter(|(_, one)| one.is_named() && !one.body && one.fits(Agree::new(Gender::Any, Number::One)))
        };
        let within = |one: &Entity, from: usize, to: usize| {
            one.mentions.iter().filter(|at| (from..to).contains(&at.start.0) && !asks(at.start.0)).count()
        };
        let headed = people().find(|(_, one)| within(one, 0, body) > 0);
        let named = || people().max_by_key(|(id, one)| (within(one, 0, questions), std::cmp::Reverse(*id)));
        headed.or_else(named).filter(|(_, one)| within(one, 0, questions) > 0).map(|(id, _)| id)
    }

    /// Whom the headline calls by a role, with no name, where a colon stands in it: «مدرب الفريق: سنقاتل».
    fn headed_by_role(&mut self) -> Option<usize> {
        let doc = self.doc;
        let (from, end) = *doc.paragraphs.first()?;
        let colon = (from..end).find(|at| doc.kind(*at) == Kind::Colon)?;
        let whom = ar::phrase(doc, from, colon).filter(|whom| whom.head_is(Class::Role) && whom.end <= colon)?;
        self.registry.resolve(doc, &whom, Agree::default())
    }

    /// Who asks in an interview, where a line before its first question tells it.
    fn byline(&self, first: usize) -> Option<usize> {
        let doc = self.doc;
        let before = doc.paragraphs.get(first.saturating_sub(PRESENTED)..first)?;
        let (from, end) = *before.iter().find(|(from, end)| is_byline(doc, *from, *end))?;
        let span = doc.bytes(from, end);
        let mut people = self.registry.entities.iter();
        people.position(|one| one.is_named() && one.mentions.iter().any(|at| span.covers(at)))
    }

    /// Hears a line of talk that begins at a token, if somebody answers in it; `first` is the paragraph of the first. Gives
    /// whether one does.
    pub(super) fn turn_in_arabic(&mut self, turn: Turn, start: usize, first: usize) -> bool {
        let (doc, to) = (self.doc, turn.to);
        self.advance(turn.from);
        let told = self.told.filter(|told| told.paragraph + 1 == self.paragraph);
        let (speaker, asks, known) = match turn.voice {
            Voice::Paper => {
                let answers = self.interviewed_from(&|| Some(first));
                (self.talk.interview().and_then(|talk| talk.asks), true, answers)
            }
            Voice::Guest => {
                let answers = self.interviewed_from(&|| Some(first));
                (answers, false, answers)
            }
            Voice::Told => (told.and_then(|told| told.speaker), false, told.and_then(|told| told.speaker)),
            Voice::Named(from, colon, asks) => {
                let called = self.called(from, colon, asks, first);
                (called, asks, called)
            }
        };
        // Questions of readers, and answers of nobody.
        if known.is_none() {
            return false;
        }
        // «تجيب ضاحكة: …».
        let narrated = Sentence { start, end: turn.from, inside: None };
        let cue = if turn.voice == Voice::Guest { cues(doc, narrated).into_iter().next() } else { None };
        let (place, named) = (cue.map(|cue| (cue.start, cue.end)), cue.and_then(|cue| mention(&cue)));
        let rule = if cue.is_some() { SpeechRule::CueColon } else { SpeechRule::Turn };
        let mut from = turn.from;
        let mut at = from;
        while at <= to {
            let note = note(doc, at, to);
            if at == to || note.is_some() {
                self.said(Found {
                    from,
                    to: at,
                    kind: SpeechKind::Direct,
                    speaker,
                    cue: place,
                    mention: named,
                    rule,
                    flags: 0,
                });
                from = note.unwrap_or(to);
            }
            at = note.unwrap_or(at + 1);
        }
        if let Some(id) = speaker.filter(|_| !asks) {
            self.registry.spoke(id, Agree::default());
        }
        self.last = Some(Last { speaker, cue: place, mention: named, paragraph: self.paragraph, end: to });
        true
    }

    /// Takes a stretch of a line for speech, and hears what is said in it.
    fn said(&mut self, found: Found) {
        let (from, to) = (found.from, found.to);
        if self.doc.count_words(from, to) == 0 {
            return;
        }
        self.push(found);
        let mut inner = Vec::new();
        sentences(self.doc, from, to, None, &mut inner);
        let outer = found.speaker;
        for sentence in inner {
            self.sentence(Sentence { inside: Some(usize::MAX), ..sentence }, None, outer);
        }
    }

    /// Whom the words before a colon name who speaks; one who answers and of whom they tell nothing is whom the text presents.
    fn called(&mut self, from: usize, colon: usize, asks: bool, first: usize) -> Option<usize> {
        let doc = self.doc;
        let whom = ar::phrase(doc, from, colon).filter(|whom| whom.name.is_some() || whom.head.is_some());
        let whom = whom.or_else(|| {
            let name = Phrase { start: from, end: colon, name: Some((from, colon)), ..Phrase::default() };
            asks.then_some(name)
        });
        let label = doc.words(from, colon);
        if let Some((_, id)) = self.voices.iter().find(|(voice, _)| *voice == label) {
            return Some(*id);
        }
        let Some(whom) = whom else { return self.interviewed_from(&|| Some(first)) };
        let id = self.registry.resolve(doc, &whom, Agree::default())?;
        // «القاضي: …» is no «الشاهد: …».
        let taken = self.voices.iter().any(|(_, other)| *other == id) && whom.name.is_none();
        let id = if taken { self.registry.described(doc, &whom, whom.agree) } else { id };
        if self.voices.len() < VOICES {
            self.voices.push((label, id));
        }
        Some(id)
    }
}

/// Names before a colon that are kept, at most.
const VOICES: usize = 24;

/// Tokens of a note in brackets, at most.
const NOTE: usize = 8;

/// The token behind what the reporter notes within speech: «لا أحسن ذلك. (يضحك) لكنني أتعلم».
fn note(doc: &Doc, at: usize, to: usize) -> Option<usize> {
    let close = |close: &usize| doc.kind(*close) == Kind::Closer;
    let verb = || {
        ar::is_present_form(doc.word(at + 1))
            || is_listed(doc.word(at + 1), "ضاحكا ضاحكاً ضاحكًا ضاحكة مبتسما مبتسماً مبتسمًا مبتسمة بعد ضحك ضحكة صمت")
    };
    if doc.kind(at) != Kind::Opener || !verb() {
        return None;
    }
    (at + 1..to.min(at + NOTE)).find(close).map(|close| close + 1)
}
