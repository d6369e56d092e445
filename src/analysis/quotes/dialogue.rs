//! Russian speech that its own words break into: «…, — сказал он. — …», in marks or behind a dialogue dash. The words
//! of the narrator stand between dashes, with a verb of saying near their start.

use super::cue::{Cue, CueKind, cues};
use super::speech::{Found, Last, Pass, mention};
use super::unlisted_ru::narrated;
use super::{SpeechKind, SpeechRule};
use crate::analysis::doc::{Doc, Sentence, sentences};
use crate::analysis::lexicon::{Agree, Class, Sense, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Phrase, ru};
use crate::analysis::token::Kind;
use crate::text::Byte;

/// Words between the dash and the verb of the narrator, at most.
const VERB_REACH: usize = 5;

/// Tokens of a sentence in which the narrator tells what one does who speaks, at most.
const BEAT: usize = 16;

/// Words of a name that an apposition follows, and its comma, at most.
const NAMED: usize = 4;

/// Tokens of a note in brackets, at most.
const NOTE: usize = 8;

/// Lines of a dialogue back in which the other of two must have spoken.
const TURNS: usize = 4;

/// A stretch of speech or of the narrator's words.
#[derive(Clone, Copy)]
struct Part {
    from: usize,
    to: usize,
    speech: bool,
}

/// Cuts a stretch where the narrator breaks in.
fn parts(doc: &Doc, from: usize, to: usize) -> Vec<Part> {
    let mut out = Vec::new();
    let mut start = from;
    let mut speech = true;
    let mut at = from;
    while at < to {
        let dash = doc.kind(at) == Kind::Dash && at > start;
        if dash && speech && breaks_in(doc, at, to) {
            out.push(Part { from: start, to: at, speech: true });
            start = at + 1;
            speech = false;
        } else if dash && !speech && matches!(doc.kind(at - 1), Kind::Stop | Kind::Comma | Kind::Colon | Kind::Other) {
            out.push(Part { from: start, to: at, speech: false });
            start = at + 1;
            speech = true;
        }
        at = doc.next(at);
    }
    if start < to {
        out.push(Part { from: start, to, speech });
    }
    out
}

/// What the reporter notes within speech: «Не умею. (Смеётся.) Но учусь». Cuts the parts of speech there.
fn without_notes(doc: &Doc, parts: Vec<Part>) -> Vec<Part> {
    let mut out = Vec::with_capacity(parts.len());
    for part in parts {
        let (mut from, mut at) = (part.from, part.from);
        while at < part.to && part.speech {
            let close = (at + 1..part.to.min(at + NOTE)).find(|close| doc.word(*close) == ")");
            let close = close.filter(|_| doc.word(at) == "(" && doc.token(at + 1).capital);
            let verb = |close: &usize| {
                (at + 1..*close).any(|word| ends_in(doc.word(word), &["ет", "ёт", "ит", "ется", "ётся", "ится"]))
            };
            let note = |close: &usize| verb(close) || is_listed(doc.word(at + 1), "Пауза Смех После");
            if let Some(close) = close.filter(note) {
                out.push(Part { to: at, from, ..part });
                (from, at) = (close + 1, close);
            }
            at += 1;
        }
        if from < part.to {
            out.push(Part { from, ..part });
        }
    }
    out
}

/// Whether the narrator speaks behind a dash: a comma or a stop before it, a verb of saying soon behind it.
fn breaks_in(doc: &Doc, dash: usize, to: usize) -> bool {
    let closed = dash.checked_sub(1).is_some_and(|before| {
        matches!(doc.kind(before), Kind::Comma | Kind::Stop | Kind::Other) || doc.pair_closed_at(before).is_some()
    });
    if !closed {
        return false;
    }
    if beat(doc, dash + 1, to).is_some() {
        return true;
    }
    let mut at = dash + 1;
    for _ in 0..=VERB_REACH {
        if at >= to || matches!(doc.kind(at), Kind::Stop | Kind::Break | Kind::Dash) {
            return false;
        }
        if doc.is(at, Class::Verb) || narrated(doc, at).is_some() || is_mine(doc, at) {
            return true;
        }
        at = doc.next(at);
    }
    false
}

/// The one who speaks and what he does meanwhile, in a sentence of the narrator that breaks into speech: «Слышите? — Фогт поднимает
/// палец. — Это фура». Its verb, and its subject.
fn beat(doc: &Doc, from: usize, to: usize) -> Option<(usize, Phrase)> {
    let before = from.checked_sub(2).map(|before| doc.word(before)).unwrap_or_default();
    let ends = before.ends_with(['.', '?', '!', '…']);
    // «— Раньше жили лучше, — Мария Петровна наливает чай. — …», «— Приехали, — водитель глушит мотор. — …».
    let role = doc.sense(from, Class::Role).is_some_and(|role| role.has(flag::LEMMA));
    let goes_on = before == "," && (doc.is(from, Class::First) || doc.is_surname(from) || role);
    let opens =
        doc.token(from).capital && (doc.is(from, Class::Pronoun) || doc.is_surname(from) || doc.is(from, Class::First));
    let opens = opens || goes_on || doc.token(from).capital && doc.is(from, Class::Role);
    if !(ends || goes_on) || !opens {
        return None;
    }
    let reach = to.min(from + BEAT);
    let stop = (from..reach).find(|at| matches!(doc.kind(*at), Kind::Stop | Kind::Break))?;
    let closed = ends && stop + 1 >= to || doc.kind(stop + 1) == Kind::Dash;
    let does =
        |at: &usize| ru::is_verb(doc, *at) || ends_in(doc.word(*at), &["ет", "ёт", "ит", "ется", "ётся", "ится"]);
    // «Татьяна Казакова, хранительница музея, откидывает крышку».
    let comma = |from: usize, to: usize| (from..to).find(|at| doc.kind(*at) == Kind::Comma);
    let apposed = comma(from + 1, stop.min(from + NAMED));
    let behind = apposed.and_then(|first| comma(first + 1, stop)).map_or(from, |last| last + 1);
    let verb = (behind.max(from + 1)..stop.min(behind + VERB_REACH)).find(does).filter(|_| closed)?;
    let who = ru::phrase(doc, from, apposed.filter(|_| behind > from).unwrap_or(verb))?;
    (who.start == from && who.head.is_none_or(|(_, head)| head.has(flag::LEMMA))).then_some((verb, who))
}

/// Whether a verb is the reporter's own: «— А вы? — интересуюсь я».
fn is_mine(doc: &Doc, at: usize) -> bool {
    let mine = |at: usize| matches!(doc.word(at), "я" | "мы");
    let end = matches!(doc.kind(at + 1), Kind::Stop | Kind::Colon);
    let verb = ends_in(doc.word(at), &["ю", "юсь", "ем", "емся", "им", "имся", "л", "ла", "лся", "лась", "ли", "лись"]);
    // «— Давно дом пустует? — спрашиваю соседку».
    let asked = doc.kind(at - 1) == Kind::Dash && ends_in(doc.word(at), &["аю", "ую", "яю", "юсь"]);
    asked || verb && (mine(at + 1) || mine(at - 1) || end && doc.kind(at - 1) == Kind::Dash)
}

/// Tokens of the narrator's words that a cue is looked for in, at most: its verb stands near their start.
const CUE_REACH: usize = 256;

/// The cue in the narrator's words.
fn cue(pass: &Pass, part: Part, inside: Option<usize>) -> Option<Cue> {
    let before = part.from.saturating_sub(1);
    let sentence = Sentence { start: before, end: part.to.min(part.from + CUE_REACH), inside };
    let meanwhile = || {
        let (verb, who) = beat(pass.doc, part.from, part.to.max(part.from))?;
        let agree = Agree { ..who.agree };
        let sense = Sense { class: Class::Verb, agree, flags: 0, family: 0, words: 1 };
        Some(Cue { subject: Some(who), ..Cue::of(verb..verb + 1, CueKind::Verb, sense) })
    };
    cues(pass.doc, sentence).into_iter().next().or_else(meanwhile)
}

/// A quotation in marks that the narrator breaks into. Gives whether it is one.
pub(super) fn quotation(pass: &mut Pass, pair: usize) -> bool {
    let marks = pass.doc.pair(pair);
    let parts = parts(pass.doc, marks.inner_start(), marks.inner_end());
    if parts.len() < 2 {
        return false;
    }
    let Some(cue) = parts.iter().filter(|part| !part.speech).find_map(|part| cue(pass, *part, Some(pair))) else {
        return false;
    };
    speak(pass, &parts, Some(cue), SpeechRule::CueAfter, marks.after());
    true
}

/// A line of dialogue: the paragraph between two tokens, its dash first.
pub(super) fn line(pass: &mut Pass, from: usize, to: usize) {
    let parts = without_notes(pass.doc, parts(pass.doc, from + 1, to));
    let cue = parts.iter().filter(|part| !part.speech).find_map(|part| cue(pass, *part, None));
    let rule = if cue.is_some() { SpeechRule::Dash } else { SpeechRule::Turn };
    speak(pass, &parts, cue, rule, to);
    pass.advance(to);
}

impl Pass<'_, '_> {
    /// Whether someone spoke in the dialogue just before the last line: the other of two who take turns.
    fn takes_turns(&self, id: usize) -> bool {
        let from = self.paragraph.saturating_sub(TURNS);
        let start = self.doc.paragraphs.get(from).map_or(0, |(start, _)| *start);
        self.found
            .iter()
            .rev()
            .take_while(|found| found.from >= start)
            .any(|found| found.speaker == Some(id) && matches!(found.rule, SpeechRule::Dash | SpeechRule::Turn))
    }
}

/// Takes the parts of speech for one speaker's, and hears what is said inside them.
fn speak(pass: &mut Pass, parts: &[Part], cue: Option<Cue>, rule: SpeechRule, end: usize) {
    let doc = pass.doc;
    let is_line = |at: usize| doc.paragraphs.get(at).is_some_and(|(from, _)| doc.kind(*from) == Kind::Dash);
    let line = pass.last.filter(|last| last.paragraph + 1 == pass.paragraph && is_line(last.paragraph));
    let asked = line.is_some() && pass.asked;
    let asks = parts.iter().rev().find(|part| part.speech).is_some_and(|part| asks(doc, *part));
    let speaker = match cue {
        Some(cue) => (pass.narrator(&cue, asked), false),
        None => pass.unsaid(line, asked, asks, parts),
    };
    let (speaker, ours) = speaker;
    let ours = ours || pass.talk.interview().is_some_and(|talk| speaker.is_some() && talk.asks == speaker);
    if (asked || pass.answers.is_none()) && speaker.is_some() && !ours {
        pass.answers = speaker;
    }
    pass.asked = ours || asks && speaker.is_none();
    let place = cue.map(|cue| (cue.start, cue.end));
    let named = cue.and_then(|cue| mention(&cue));
    for part in parts.iter().filter(|part| part.speech) {
        let (from, to) = edges(pass.doc, part.from, part.to);
        if pass.doc.count_words(from, to) == 0 {
            continue;
        }
        pass.push(Found { from, to, kind: SpeechKind::Direct, speaker, cue: place, mention: named, rule, flags: 0 });
        let mut inner = Vec::new();
        sentences(pass.doc, part.from, part.to, None, &mut inner);
        for sentence in inner {
            pass.sentence(Sentence { inside: Some(usize::MAX), ..sentence }, None, speaker);
        }
    }
    if let Some(id) = speaker.filter(|_| !ours) {
        pass.registry.spoke(
            id,
            cue.map_or_else(Agree::default, |cue| {
                cue.subject.filter(|subject| subject.pronoun).map_or(cue.sense.agree, |subject| subject.agree)
            }),
        );
    }
    pass.last = Some(Last { speaker, cue: place, mention: named, paragraph: pass.paragraph, end });
}

impl Pass<'_, '_> {
    /// Whom the narrator's words name; behind a question, who is interviewed: «— Чего боитесь? — Кашля, — отвечает она».
    fn narrator(&mut self, cue: &Cue, asked: bool) -> Option<usize> {
        self.advance(cue.from());
        let agree = cue.sense.agree;
        let one = |(_, sense): (usize, Sense)| sense.class == Class::Role && !sense.has(flag::ONLY | flag::OBJ);
        let bare = |who: &Phrase| who.name.is_none() && who.possessor.is_none() && who.head.is_some_and(one);
        let meant = cue.subject.filter(|subject| asked && (subject.pronoun || bare(subject)));
        let fits =
            |id: &usize| meant.is_some_and(|who| self.registry.entity(*id).is_some_and(|one| one.fits(who.agree)));
        let answers = self.answers.filter(fits);
        let resolved = answers.or_else(|| self.registry.resolve(self.doc, &cue.subject?, agree));
        resolved.or_else(|| if cue.subject.is_none() { self.registry.last_speaker(agree) } else { None })
    }

    /// Whose a line is that names nobody: one of two who take turns, or who answers; and whether the paper asks in it.
    fn unsaid(&mut self, line: Option<Last>, asked: bool, asks: bool, parts: &[Part]) -> (Option<usize>, bool) {
        self.advance(parts.first().map_or(0, |part| part.from));
        // «— А вы давно здесь? — спрашиваю я у проводника».
        let aside = parts.iter().find(|part| !part.speech && asks);
        if let Some(part) = aside {
            // «спрашиваю у проводника», «спрашиваю заведующего Баира Дамбаева».
            let asking = |at: &usize| ["спрашива", "спроси"].iter().any(|stem| self.doc.word(*at).starts_with(stem));
            let whom = (part.from..part.to).find(|at| self.doc.word(*at) == "у");
            let whom = whom.or_else(|| (part.from..part.to).find(asking));
            let whom = whom.and_then(|at| ru::phrase(self.doc, at + 1, part.to));
            let whom = whom.and_then(|whom| self.registry.resolve(self.doc, &whom, whom.agree));
            self.answers = whom.or(self.answers);
            let asks = self.interview(asks, true).and_then(|talk| talk.asks);
            return (asks, true);
        }
        if let Some(id) = self.led_to(line) {
            return (Some(id), false);
        }
        let last = line.and_then(|last| last.speaker);
        let asks = asks || line.is_none() && self.addresses();
        if let Some(talk) = self.interview(asks, false) {
            return self.turn(talk, line, asked, asks);
        }
        let other = if last.is_some() { self.registry.other_speaker(Agree::default(), last) } else { None };
        (if asked { self.answers } else { other.filter(|other| self.takes_turns(*other)) }, false)
    }
}

impl Pass<'_, '_> {
    /// Who speaks in a line that the colon of the paragraph before leads to: «Потом она тихо произносит: ¶ — Я бы возила».
    fn led_to(&self, line: Option<Last>) -> Option<usize> {
        let before = self.paragraph.checked_sub(1).filter(|_| line.is_none())?;
        let (from, end) = *self.doc.paragraphs.get(before)?;
        let colon = (end.saturating_sub(2)..=end).any(|at| self.doc.kind(at) == Kind::Colon);
        let told = self.told.filter(|told| told.paragraph == before).and_then(|told| told.speaker);
        let since = || self.registry.person_since(Byte(self.doc.token(from).start()), Agree::default());
        if colon { told.or_else(since) } else { None }
    }
}

/// Whether a stretch of speech is a question.
fn asks(doc: &Doc, part: Part) -> bool {
    (part.to.saturating_sub(3)..part.to).any(|at| doc.word(at).starts_with('?'))
}

/// A part without the comma before the narrator's dash.
fn edges(doc: &Doc, from: usize, to: usize) -> (usize, usize) {
    let (mut from, mut to) = (from, to);
    while to > from && matches!(doc.kind(to - 1), Kind::Comma | Kind::Dash | Kind::Break) {
        to -= 1;
    }
    while from < to && matches!(doc.kind(from), Kind::Comma | Kind::Dash) {
        from += 1;
    }
    (from, to)
}
