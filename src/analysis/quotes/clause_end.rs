//! Where the clause ends that a cue reports.

use super::clause_en::{heard_behind, next_deed};
use super::clause_end_ar::{clause_end, follows, is_beside_word};
use super::clause_ru::aside_end;
use super::cue::{Content, Cue, CueKind};
use super::cue_ru::resumes;
use super::leading_en::main_clause;
use super::speech::Pass;
use crate::analysis::doc::Sentence;
use crate::analysis::token::Kind;
use crate::text::Lang;

impl Pass<'_, '_> {
    /// Where the clause of a cue ends: at the sentence's end, or before another cue of the same speaker.
    pub fn content_end(&self, at: usize, cues: &[Cue], sentence: Sentence) -> usize {
        // «وأكد، بحسب البيان، أن …»: a source named before the clause does not end it.
        let own = cues
            .get(at)
            .map_or(0, |cue| if let Content::After(from) = cue.content { from.saturating_sub(1) } else { cue.end });
        let sibling = cues.iter().skip(at + 1).find(|cue| {
            cue.from() > own
                && (self.is_sibling(cue) || cues.get(at).is_some_and(|own| self.takes_up(own, cue, sentence)))
        });
        let end =
            sibling.map_or(sentence.end, |cue| cue.from() - usize::from(self.is_joined(cue) || self.follows_and(cue)));
        // «ويرى أن المساعدات قليلة، ويستغرب غياب المروحيات».
        let verb = cues.get(at).and_then(|cue| match (self.doc.lang, cue.kind) {
            (Lang::Ar, kind) if kind != CueKind::SelfNominal => clause_end(self.doc, own + 1, end, cue.asks()),
            (Lang::En, CueKind::Verb) => next_deed(self.doc, cue, own, end),
            (Lang::En, CueKind::Participle) => {
                main_clause(self.doc, cue.start, own + 1, sentence).map(|(comma, _)| comma)
            }
            (Lang::Ru, CueKind::Participle) if cue.start > sentence.start => aside_end(self.doc, own + 1, end),
            _ => None,
        });
        let end = verb.unwrap_or(end);
        let heard = Some(end).filter(|end| self.doc.lang == Lang::En && *end == sentence.end);
        let end = heard.and_then(|end| heard_behind(self.doc, own, end)).unwrap_or(end);
        // "said he was not waiting: “…”": the words behind the colon are direct speech.
        let colon = match self.doc.lang {
            Lang::En => cues.get(at).and_then(|cue| cue.colon).filter(|colon| own < *colon),
            Lang::Ru => self.colon_before_words(own, end).filter(|colon| {
                // «Как пишет газета, Уитмор выразилась резче: «…»».
                !cues.iter().skip(at + 1).any(|other| other.colon == Some(*colon))
            }),
            Lang::Ar => None,
        };
        colon.filter(|colon| self.doc.pair_at(colon + 1).is_some()).map_or(end, |colon| end.min(colon))
    }

    /// Whether «и» stands right before a Russian verb.
    fn follows_and(&self, cue: &Cue) -> bool {
        let before = cue.from().saturating_sub(1);
        self.doc.lang == Lang::Ru && matches!(self.doc.word(before), "и" | "но" | "а")
    }

    /// Whether a Russian verb goes on with what another begins: behind «и» with its subject, or as the main verb of the
    /// sentence that a gerund opens («Признав, что бухгалтерия ошиблась, он пообещал»).
    fn takes_up(&self, own: &Cue, cue: &Cue, sentence: Sentence) -> bool {
        let comma = cue.from().checked_sub(1).is_some_and(|before| self.doc.kind(before) == Kind::Comma);
        let opens = own.kind == CueKind::Participle && own.start == sentence.start && comma;
        self.doc.lang == Lang::Ru
            && cue.kind == CueKind::Verb
            && (opens || cue.subject.is_none() && resumes(self.doc, cue, own))
    }

    /// Whether an English verb goes on behind "and" with the subject of the one before ("said … but warned"), or stands
    /// with its own against it ("said it was safe, but residents say").
    fn is_joined(&self, cue: &Cue) -> bool {
        let verb = self.doc.lang == Lang::En && cue.kind == CueKind::Verb;
        let Some(before) = cue.from().checked_sub(1).filter(|_| verb) else { return false };
        let apart = || before.checked_sub(1).is_some_and(|comma| self.doc.kind(comma) == Kind::Comma);
        let and = matches!(self.doc.word(before), "and" | "but" | "then" | "while" | "though" | "although" | "whereas");
        and && (cue.subject.is_none() || apart())
    }

    /// Whether a later cue begins a clause of its own, beside the reported one.
    pub fn is_sibling(&self, cue: &Cue) -> bool {
        let from = cue.from();
        let Some(before) = from.checked_sub(1) else { return false };
        let comma = matches!(self.doc.kind(before), Kind::Comma | Kind::Dash);
        let joined = self.doc.is_joined(cue.start);
        match (self.doc.lang, cue.kind) {
            (Lang::Ar, CueKind::Verb) => {
                is_beside_word(self.doc, before)
                    || follows(self.doc, before) && cue.subject.is_none()
                    || (joined && self.doc.word(cue.start).starts_with('ف') && cue.colon.is_some())
                    || (comma && (joined || cue.subject.is_none() || cue.colon.is_some()))
            }
            (Lang::Ar, CueKind::Participle) => comma || joined,
            // «Она недовольна: крыша, по её словам, течёт»: within what is reported.
            (Lang::Ru, CueKind::Nominal | CueKind::SelfNominal) => {
                comma && !matches!(cue.content, Content::Before(start, end) if start < cue.start && end > cue.reach)
            }
            (_, CueKind::Participle | CueKind::Nominal | CueKind::SelfNominal) => comma,
            // «Мэр уверен, что мост достроят, а прокурор считает, что деньги украли».
            (Lang::Ru, CueKind::Verb) => {
                let against = matches!(self.doc.word(before), "а" | "но") && cue.opened && cue.subject.is_some();
                let tells = matches!(cue.content, Content::After(_));
                against && tells && before > 0 && self.doc.kind(before - 1) == Kind::Comma
            }
            (Lang::En, CueKind::Verb) => self.is_joined(cue) || self.doc.kind(before) == Kind::Semicolon,
            _ => false,
        }
    }

    /// The colon within a Russian clause that leads to marks which end it: «По его мнению, маски не нужны: «…»».
    fn colon_before_words(&self, from: usize, end: usize) -> Option<usize> {
        let mut at = from;
        while at < end && self.doc.kind(at) != Kind::Colon {
            at = self.doc.next(at);
        }
        let pair = self.doc.pair_at(at + 1).map(|pair| self.doc.pair(pair))?;
        let whole = pair.after() + 1 >= end && self.doc.token(pair.inner_start()).capital;
        (at < end && whole).then_some(at)
    }
}
