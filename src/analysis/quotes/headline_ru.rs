//! What a Russian headline reports behind a colon.

use super::speech::{Found, Pass};
use super::{SpeechKind, SpeechRule};
use crate::analysis::doc::Sentence;
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Phrase, ru};
use crate::analysis::token::Kind;

/// Tokens of a headline before the colon behind the one it names, at most.
const HEADED: usize = 8;

impl Pass<'_, '_> {
    /// What a Russian headline gives as the words of the one whom it names before a colon: «Песков: встреча пройдёт в мае».
    pub(super) fn headed(&mut self, sentence: Sentence) {
        let colon =
            (sentence.start..sentence.end.min(sentence.start + HEADED)).find(|at| self.doc.kind(*at) == Kind::Colon);
        let Some(colon) = colon.filter(|colon| self.doc.pair_at(colon + 1).is_none()) else { return };
        let named = ru::phrase(self.doc, sentence.start, colon).filter(|phrase| phrase.name.is_some());
        let sure = |(start, end): (usize, usize)| end == colon && (end > start + 1 || self.doc.is_surname(start));
        // «Поезд сошёл с рельсов под Нижним Тагилом: трое ранены».
        let governed = |(start, _): (usize, usize)| start > sentence.start && ru::governs(self.doc, start - 1);
        let speaks = |name: (usize, usize)| sure(name) && !governed(name);
        let (from, to) = self.trim(colon + 1, sentence.end);
        let named =
            named.filter(|phrase| phrase.name.is_some_and(speaks)).or_else(|| self.heads(sentence.start, colon, to));
        let Some(named) = named else { return };
        let speaker = self.registry.resolve(self.doc, &named, Agree::default());
        let (kind, rule) = (SpeechKind::Indirect, SpeechRule::NameColon);
        self.push(Found {
            from,
            to,
            kind,
            speaker,
            cue: None,
            mention: named.name.or(Some((named.start, named.end))),
            rule,
            flags: 0,
        });
    }

    /// An authority, several or a source that a headline begins with and whose words end it: «Минздрав: вспышки гриппа нет»,
    /// «Эксперты: рубль упадёт».
    fn heads(&self, start: usize, colon: usize, end: usize) -> Option<Phrase> {
        let doc = self.doc;
        let head = (start..colon).find(|at| !ru::is_adjective(doc.word(*at)))?;
        let (extent, sense) = (ru::extent(doc, head, colon), ru::head_sense(doc, head)?);
        let speaks = match sense.class {
            Class::Group | Class::Source => true,
            Class::Body => sense.kinds() & (flag::POWER | flag::POLICE) != 0 || ru::is_abbreviation(doc, head),
            _ => false,
        };
        let asks = is_listed(
            &lowered(doc.word(colon + 1)),
            "кто что как где почему зачем когда куда какой какая какие сколько",
        );
        let clause = (colon + 1..end)
            .any(|at| ru::is_verb(doc, at) || is_listed(doc.word(at), "нет не") || ends_in(doc.word(at), PRESENT));
        let whole = speaks
            && sense.has(flag::LEMMA)
            && extent == colon
            && !asks
            && clause
            && !doc.word(end - 1).starts_with('?');
        let (head, agree) = (Some((head, sense)), sense.agree);
        whole.then(|| Phrase { start, end: colon, head, agree, definite: true, ..Phrase::default() })
    }
}

/// How verbs of the present and of the future end, and short participles.
const PRESENT: &[&str] = &[
    "ли", "лись", "лась", "лось", "лся", "ет", "ёт", "ит", "ут", "ют", "ат", "ят", "ется", "ится", "утся", "ются",
    "атся", "ятся", "ен", "ена", "ены",
];
