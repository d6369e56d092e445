//! A headline may quote what the text gives again with its speaker: ‘We bury our goats at night’.

use std::cmp::Reverse;

use super::speech::{Found, Pass};
use super::{SpeechKind, SpeechRule};
use crate::analysis::doc::Doc;
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Class, Key};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Entity, ru};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Tokens of a headline, at most; a longer first paragraph is none.
const LONGEST_HEADLINE: usize = 40;

/// Quotations of a headline that are looked for in the text, at most.
const QUOTED: usize = 3;

/// A whole headline of fewer words is a title.
const WHOLE: usize = 3;

/// A quotation of fewer words may stand in the text by chance.
const LEAST_WORDS: usize = 2;

/// Quotations of one that make a text that one's.
const SEVERAL: usize = 2;

impl Pass<'_, '_> {
    /// Gives the quotations of the headline the speakers that the text names for the same words.
    pub(super) fn settle_headline(&mut self) {
        let Some((_, end)) = self.doc.paragraphs.first().copied().filter(|(from, to)| to - from < LONGEST_HEADLINE)
        else {
            return;
        };
        self.take_headline(end);
        let quoted = |found: &Found| found.to <= end && found.kind != SpeechKind::Indirect;
        let places: Vec<usize> = (0..self.found.len()).filter(|at| self.found.get(*at).is_some_and(quoted)).collect();
        for at in places.into_iter().take(QUOTED) {
            // The words of the one whom the paper interviews may head the text alone.
            let nobody = |id| self.registry.entity(id).is_some_and(|one| !one.is_named() && !one.body);
            let own = |found: &&Found| match found.speaker {
                None => found.rule == SpeechRule::Alone,
                Some(id) => nobody(id),
            };
            let answers = || self.found.get(at).filter(own).and(self.answers).filter(|_| self.doc.lang != Lang::Ar);
            let speaker = self.found.get(at).and_then(|found| self.told_again(found, end)).or_else(answers);
            let Some(speaker) = speaker else { continue };
            if let Some(found) = self.found.get_mut(at) {
                found.speaker = Some(speaker);
            }
        }
    }

    /// Takes what an Arabic headline sets in marks behind a colon for speech, where the text gives the words again as
    /// such: «الورثة أمام القضاء: «لن أبيع حجراً»»; and a Russian headline in marks likewise.
    fn take_headline(&mut self, end: usize) {
        let whole = self.doc.lang == Lang::Ru;
        if self.doc.lang == Lang::En {
            return;
        }
        let free = |at: &usize| {
            self.doc.pairs.get(*at).is_some_and(|pair| pair.close <= end) && self.taken.get(*at) == Some(&None)
        };
        let pairs: Vec<usize> = (0..self.doc.pairs.len().min(QUOTED)).filter(free).collect();
        for pair in pairs {
            let marks = self.doc.pair(pair);
            let led = match marks.open.checked_sub(1) {
                Some(before) => self.doc.kind(before) == Kind::Colon,
                None => whole && marks.after() >= end.saturating_sub(1),
            };
            let (from, to) = (marks.inner_start(), marks.inner_end());
            let (kind, rule) = (SpeechKind::Direct, SpeechRule::CueColon);
            let found = Found { from, to, kind, speaker: None, cue: None, mention: None, rule, flags: 0 };
            // Whole headlines of interviews: «Земля не прощает», and then whom the paper talks with.
            let talks = || if marks.open == 0 { self.talk.interview().map(|talk| talk.answers) } else { None };
            let said = |words: usize| self.doc.count_words(from, to) >= words;
            let again = if led { self.told_again(&found, end) } else { None };
            let again = again.filter(|_| !whole || said(WHOLE));
            let alone = || marks.open == 0 && led && said(WHOLE);
            let most = || if is_clause(self.doc, from, to) { self.speaks_most() } else { None };
            let speaker = again.or_else(|| if alone() { talks().or_else(most) } else { None });
            if speaker.is_some() {
                self.push(Found { speaker, ..found });
            }
        }
    }

    /// Whose most of the quotations are, where the text has several of that person: whole headlines are such a one's words.
    fn speaks_most(&self) -> Option<usize> {
        let direct = || self.found.iter().filter(|found| found.kind == SpeechKind::Direct);
        let mut counts = vec![0; self.registry.entities.len()];
        for speaker in direct().filter_map(|found| found.speaker) {
            counts.get_mut(speaker).into_iter().for_each(|count| *count += 1);
        }
        let (id, most) = counts.into_iter().enumerate().max_by_key(|(id, count)| (*count, Reverse(*id)))?;
        let named = self.registry.entity(id).is_some_and(Entity::is_person);
        (named && most >= SEVERAL && 2 * most > direct().count()).then_some(id)
    }

    /// Hears what is said inside a quotation that is nobody's yet: where it goes on in English, the next paragraph tells whose
    /// it is, and none whom it names.
    pub(super) fn inside_nobodys(&mut self, pair: usize, outer: Option<usize>) {
        let front = self.registry.front();
        self.inside(pair, outer);
        if self.doc.lang == Lang::En && self.is_continued(pair) {
            self.registry.go_back(front);
        }
    }

    /// Who says the words of a quotation again, behind a token.
    fn told_again(&self, quoted: &Found, behind: usize) -> Option<usize> {
        let words = self.keys(quoted);
        let again = |found: &&Found| {
            found.from >= behind
                && found.kind != SpeechKind::Indirect
                && self.keys(found).windows(words.len()).any(|window| window == words)
        };
        if words.len() < LEAST_WORDS { None } else { self.found.iter().find(again)?.speaker }
    }

    /// The words of a quotation, each without the conjunction that is written to it.
    fn keys(&self, found: &Found) -> Vec<Key> {
        let words = (found.from..found.to).filter(|at| self.doc.token(*at).is_word());
        words.map(|at| self.doc.token(at).bare).collect()
    }
}

/// Whether Russian words are a clause, and no title: they have a verb, «не», or one who speaks of oneself.
fn is_clause(doc: &Doc, from: usize, to: usize) -> bool {
    const OWN: &str = "я мы нас нам мне меня мой моя мои наш наша наши вы ты вас вам";
    let own = |at: usize| is_listed(&lowered(doc.word(at)), OWN) || doc.is(at, Class::Neg);
    (from..to).any(|at| own(at) || ru::is_verb(doc, at))
}
