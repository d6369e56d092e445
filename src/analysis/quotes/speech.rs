//! The pass over the text: sentence by sentence, cues with their speakers, the clauses they report, the quotations
//! they open or follow, and then what is said inside these.

use std::iter::Peekable;

use super::back_ru::is_of_this;
use super::cited_ru::passes_on;
use super::cue::{Content, Cue, CueKind, cues};
use super::interview::Talk;
use super::lines::Lines;
use super::turns_ar::says_plainly;
use super::{SpeechKind, SpeechRule};
use crate::analysis::dateline::behind_russian;
use crate::analysis::doc::{Doc, Sentence, sentences};
use crate::analysis::lexicon::{Agree, flag};
use crate::analysis::names::Names;
use crate::analysis::people::en_name::is_possessive;
use crate::analysis::people::{Phrase, Registry};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Something said, by tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub from: usize,
    pub to: usize,
    pub kind: SpeechKind,
    pub speaker: Option<usize>,
    pub cue: Option<(usize, usize)>,
    pub mention: Option<(usize, usize)>,
    pub rule: SpeechRule,
    /// What the cue says of it, as [`flag`]s.
    pub flags: u32,
}

/// Pairs that open before a token which are looked through for those it stands in.
const NESTED: usize = 4;

/// What was heard last in which the words of the sentence before are looked for, at most.
const TAKEN_UP: usize = 6;

/// All that was said in a text, and by whom.
pub(crate) struct Heard {
    pub found: Vec<Found>,
    pub registry: Registry,
    /// The sentences at the depth of the narrator.
    pub sentences: Vec<Sentence>,
}

/// The quotation attributed last.
#[derive(Clone, Copy)]
pub(super) struct Last {
    pub speaker: Option<usize>,
    pub cue: Option<(usize, usize)>,
    pub mention: Option<(usize, usize)>,
    pub paragraph: usize,
    /// The token after it and its attribution.
    pub end: usize,
}

/// The pass.
pub(super) struct Pass<'d, 't> {
    pub doc: &'d Doc<'t>,
    pub registry: Registry,
    pub found: Vec<Found>,
    /// The names in the text that were not noted yet.
    mentions: Peekable<Names<'d, 't>>,
    pub last: Option<Last>,
    /// The one to whom the narrator has given words last, in marks or without.
    pub told: Option<Last>,
    /// Who has answered a question of the paper: the one whom it interviews.
    pub answers: Option<usize>,
    /// Who talks in an interview.
    pub talk: Talk,
    /// Whom each name before a colon means in Arabic talk.
    pub voices: Vec<(&'t str, usize)>,
    /// Whether the last line of dialogue asks, and does not say who.
    pub asked: bool,
    /// The token up to which the marks were looked at for names, and where the last of them ends.
    seen: usize,
    quoted: usize,
    /// For each pair, its place in `found`, if it was taken for speech.
    pub taken: Vec<Option<usize>>,
    pub paragraph: usize,
}

/// Hears a text.
pub(crate) fn hear(doc: &Doc) -> Heard {
    let taken = vec![None; doc.pairs.len()];
    let mut pass = Pass {
        doc,
        registry: Registry::default(),
        found: Vec::new(),
        mentions: Names::of(doc).peekable(),
        last: None,
        told: None,
        answers: None,
        talk: Talk::Unread,
        voices: Vec::new(),
        asked: false,
        seen: 0,
        quoted: 0,
        taken,
        paragraph: 0,
    };
    let mut all = Vec::new();
    let mut done = 0;
    let mut lines = Lines::of(doc);
    for (number, (from, to)) in doc.paragraphs.iter().copied().enumerate() {
        let from = from.max(done);
        if from >= to {
            continue;
        }
        pass.paragraph = number;
        let to = unit_end(doc, from, to);
        done = to;
        let first = all.len();
        let line = pass.line(&mut lines, from, to);
        // What is answered behind a label is told sentence by sentence.
        if line && doc.lang != Lang::En {
            all.push(Sentence { start: from, end: to, inside: None });
        } else {
            sentences(doc, from, to, None, &mut all);
        }
        if line {
            continue;
        }
        for at in first..all.len() {
            let previous = if at > first { all.get(at - 1).copied() } else { None };
            if let Some(sentence) = all.get(at).copied() {
                pass.sentence(sentence, previous, None);
            }
        }
    }
    pass.advance(doc.tokens.len());
    pass.settle_headline();
    pass.found.sort_by_key(|found| (found.from, std::cmp::Reverse(found.to), found.kind as u8));
    pass.found.dedup_by_key(|found| (found.from, found.to));
    Heard { found: pass.found, registry: pass.registry, sentences: all }
}

/// The end of a paragraph, or of the one in which a quotation that runs over its end is closed.
fn unit_end(doc: &Doc, from: usize, to: usize) -> usize {
    let (mut at, mut end) = (from, to);
    while at < end {
        at = doc.next(at);
        if at > end {
            let last = doc.paragraphs.partition_point(|(start, _)| *start < at).saturating_sub(1);
            end = doc.paragraphs.get(last).map_or(at, |(_, end)| *end).max(at);
        }
    }
    end
}

impl Pass<'_, '_> {
    /// Notes the names up to a token.
    pub fn advance(&mut self, to: usize) {
        while let Some(phrase) = self.mentions.next_if(|phrase| phrase.start < to) {
            while self.seen < phrase.start {
                let after = self.doc.pair_at(self.seen).map_or(0, |pair| self.doc.pair(pair).after());
                self.quoted = self.quoted.max(after);
                self.seen += 1;
            }
            self.registry.aside = self.registry.outer.is_none()
                && match self.doc.lang {
                    Lang::Ar => self.registry.follows_arabic_subject(self.doc, &phrase),
                    Lang::Ru => self.registry.follows_subject(self.doc, &phrase),
                    // "To meet Ali Said's corner": it tells of another.
                    Lang::En => self.is_quoted(phrase.start) || owns(self.doc, &phrase),
                };
            let id = self.registry.resolve(self.doc, &phrase, Agree::default());
            // Whom a quotation names, its speaker spoke of: the words behind it mean the speaker first.
            let quoted = match self.doc.lang {
                Lang::Ar | Lang::Ru => phrase.start < self.quoted,
                Lang::En => self.is_quoted(phrase.start),
            };
            if let Some(id) = id.filter(|_| quoted) {
                self.registry.recede(id);
            }
        }
        self.registry.aside = false;
    }

    /// Whether a token stands inside marks.
    fn is_quoted(&self, at: usize) -> bool {
        let opened = self.doc.pairs.partition_point(|pair| pair.open < at);
        let near = self.doc.pairs.get(opened.saturating_sub(NESTED)..opened).unwrap_or_default();
        near.iter().any(|pair| pair.closed && at < pair.close)
    }

    /// Hears one sentence. `outer` is who says it, inside a quotation.
    pub fn sentence(&mut self, sentence: Sentence, previous: Option<Sentence>, outer: Option<usize>) {
        let around = std::mem::replace(&mut self.registry.outer, outer);
        self.registry.paragraph = self.paragraph;
        let mut cues = cues(self.doc, sentence);
        let ends: Vec<usize> = (0..cues.len()).map(|at| self.content_end(at, &cues, sentence)).collect();
        cues.iter_mut().zip(ends).for_each(|(cue, end)| cue.until = end);
        // "He was presenting a poster; she told him it was wrong."
        // "She was ashamed, he said": nothing tells that he is "she".
        let speaks = |cue: &Cue| {
            let behind = matches!(cue.content, Content::Before(..));
            let first = |subject: &Phrase| subject.start == sentence.start || subject.pronoun && behind;
            cue.subject.is_some_and(|subject| first(&subject))
        };
        if self.doc.lang == Lang::En && outer.is_none() && !cues.iter().any(speaks) {
            self.learn_of(sentence);
        }
        let mut speakers = Vec::with_capacity(cues.len());
        for (at, cue) in cues.iter().enumerate() {
            let earlier = cues.get(..at).unwrap_or_default();
            let speaker = self.speaker(cue, earlier, &speakers, sentence, outer);
            speakers.push(speaker);
        }
        self.clauses(previous, &cues, &speakers);
        if self.paragraph == 0 && outer.is_none() && cues.is_empty() && self.doc.lang == Lang::Ru {
            self.headed(sentence);
        }
        if sentence.inside.is_some() || self.doc.lang == Lang::Ar {
            self.unmarked(sentence, &cues, &speakers);
        }
        let mut at = sentence.start;
        while at < sentence.end {
            if let Some(pair) = self.doc.pair_at(at) {
                self.quotation(pair, sentence, &cues, &speakers, outer);
            }
            at = self.doc.next(at);
        }
        self.settle(&cues, &speakers);
        self.advance(sentence.end);
        // "Hrabowski says Ojibway will be honored. “…,” she admitted": the one who spoke is whom the text goes on with.
        if self.doc.lang != Lang::Ar {
            self.settle(&cues, &speakers);
        }
        self.registry.outer = around;
    }

    /// The one who spoke last in the sentence at its own depth is the one whom the next sentence goes on with.
    fn settle(&mut self, cues: &[Cue], speakers: &[Option<usize>]) {
        for (at, (cue, speaker)) in cues.iter().zip(speakers).enumerate() {
            let nested = cues.iter().take(at).any(
                |outer| matches!(outer.content, Content::After(from) if cue.start >= from && cue.start < outer.until),
            );
            if let (false, Some(id)) = (nested || passes_on(self.doc, cue, at == 0), speaker) {
                self.registry.spoke(*id, Agree::default());
                let (place, paragraph, end) = ((cue.start, cue.end), self.paragraph, cue.reach);
                self.told = Some(Last { speaker: Some(*id), cue: Some(place), mention: mention(cue), paragraph, end });
            }
        }
    }

    /// The clauses that the cues of a sentence report.
    fn clauses(&mut self, previous: Option<Sentence>, cues: &[Cue], speakers: &[Option<usize>]) {
        for (at, cue) in cues.iter().enumerate() {
            let (from, to) = match cue.content {
                Content::None => continue,
                Content::After(from) => (from, cue.until),
                Content::Before(from, to) if self.doc.lang == Lang::Ru => (behind_russian(self.doc, from), to),
                Content::Before(from, to) => (from, to),
                Content::Previous => match previous {
                    Some(previous) if self.is_free(previous) => (previous.start, previous.end),
                    _ => continue,
                },
            };
            let (from, to) = self.trim(from, to);
            let told = self.is_told_before(at, cues, speakers, (from, to));
            let speaker = speakers.get(at).copied().flatten();
            // «ثم عرفت أنها الريح»: in somebody's words, a form that may be "I" says nothing of another.
            let known = speaker.is_some() || cue.subject.is_some() || self.registry.outer.is_none();
            let mine = self.doc.lang == Lang::Ar && !known;
            if told || mine || self.doc.count_words(from, to) == 0 || self.is_quotation(from, to) {
                continue;
            }
            // "Nothing was slow, he tells me: she recorded it in four days".
            let english = self.doc.lang == Lang::En && to <= cue.start;
            let more = cue.colon.filter(|_| english).map(|colon| self.trim(colon + 1, cue.until));
            let rule = match (cue.kind, cue.content) {
                (CueKind::Nominal | CueKind::SelfNominal, _) => SpeechRule::Source,
                (_, Content::After(_)) if cue.opened => SpeechRule::Clause,
                (_, Content::After(_)) => SpeechRule::Bare,
                _ => SpeechRule::Postposed,
            };
            for (from, to) in std::iter::once((from, to)).chain(more) {
                let (kind, place, mention) = (SpeechKind::Indirect, Some((cue.start, cue.end)), mention(cue));
                self.push(Found { from, to, kind, speaker, cue: place, mention, rule, flags: cue.sense.flags });
            }
        }
    }

    /// Whether a sentence that the next takes up is nobody's words yet; «Об этом» takes up all.
    fn is_free(&self, sentence: Sentence) -> bool {
        let told = |found: &Found| found.from >= sentence.start && found.from < sentence.end;
        let cued = self.told.is_some_and(|told| told.paragraph == self.paragraph && told.end > sentence.start);
        is_of_this(self.doc, sentence.end) || !cued && !self.found.iter().rev().take(TAKEN_UP).any(told)
    }

    /// Whether another cue tells of the clause of a source: the verb that the source stands behind («وأضاف، بحسب الصفحة:
    /// «…»»), or, where that means its speaker by a pronoun, his own verb.
    fn is_told_before(&self, at: usize, cues: &[Cue], speakers: &[Option<usize>], (from, to): (usize, usize)) -> bool {
        let Some(cue) = cues.get(at) else { return false };
        match cue.kind {
            CueKind::Nominal => cues.iter().any(|other| other.start >= from && other.end == to),
            CueKind::SelfNominal => {
                // «صرح بأن الاتفاق قريب، على حد قوله».
                let tells =
                    |other: &Cue| matches!(other.content, Content::After(_)) && (from..to).contains(&other.start);
                cues.iter().any(tells) || (self.doc.lang == Lang::Ru && stands_within(at, cues, speakers))
            }
            _ => false,
        }
    }

    /// Words that a speaker repeats from another, behind a colon and without marks of their own.
    fn unmarked(&mut self, sentence: Sentence, cues: &[Cue], speakers: &[Option<usize>]) {
        for (cue, speaker) in cues.iter().zip(speakers) {
            let Some(colon) = cue.colon.filter(|colon| self.doc.pair_at(colon + 1).is_none()) else { continue };
            // «Кто не помнит, пусть приходит: второй раз не страшно».
            if self.doc.lang == Lang::Ru && cue.sense.has(flag::CLAUSE | flag::GESTURE) && cue.reach < colon {
                continue;
            }
            if sentence.inside.is_none() && !says_plainly(self.doc, cue, colon) {
                continue;
            }
            let (from, to) = self.trim(colon + 1, sentence.end);
            // «وسأل الصحافيون: متى التنفيذ؟».
            let to = to + usize::from(self.doc.word(to) == "؟");
            if self.doc.count_words(from, to) > 0 {
                let place = Some((cue.start, cue.end));
                self.push(Found {
                    from,
                    to,
                    kind: SpeechKind::Direct,
                    speaker: *speaker,
                    cue: place,
                    mention: mention(cue),
                    rule: SpeechRule::CueColon,
                    flags: 0,
                });
            }
        }
    }

    pub fn push(&mut self, found: Found) -> usize {
        self.found.push(found);
        self.found.len() - 1
    }

    /// Whether a stretch is one quotation and nothing else: it is direct speech, whatever opens it.
    fn is_quotation(&self, from: usize, to: usize) -> bool {
        self.doc.pair_at(from).is_some_and(|pair| self.doc.pair(pair).after() >= to)
    }

    /// A stretch without the commas and stops at its ends.
    pub fn trim(&self, from: usize, to: usize) -> (usize, usize) {
        let edge = |at: usize| {
            matches!(
                self.doc.kind(at),
                Kind::Comma | Kind::Stop | Kind::Break | Kind::Dash | Kind::Colon | Kind::Semicolon
            )
        };
        let (mut from, mut to) = (from, to);
        while to > from && edge(to - 1) {
            to -= 1;
        }
        while from < to && edge(from) {
            from += 1;
        }
        (from, to)
    }
}

/// Whether a name only says whose something is.
fn owns(doc: &Doc, phrase: &Phrase) -> bool {
    phrase.end.checked_sub(1).is_some_and(|last| is_possessive(doc.word(last)))
}

/// The tokens of the phrase that names the speaker beside a cue.
pub(super) fn mention(cue: &Cue) -> Option<(usize, usize)> {
    cue.subject.map(|subject| subject.name.unwrap_or((subject.start, subject.end)))
}

/// Whether a source stands in the clause of a verb of the same speaker: «Она недовольна: крыша, по её словам, течёт».
fn stands_within(at: usize, cues: &[Cue], speakers: &[Option<usize>]) -> bool {
    let Some(cue) = cues.get(at) else { return false };
    let by = speakers.get(at).copied().flatten();
    let around = |other: &Cue| match other.content {
        Content::After(from) => from <= cue.start && cue.start < other.until,
        _ => false,
    };
    let mut others = cues.iter().zip(speakers);
    others.any(|(other, own)| other.kind == CueKind::Verb && *own == by && around(other))
}
