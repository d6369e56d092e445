//! Questions and answers in any language: who asks, and whether a quotation answers what the paper asks.

use super::SpeechKind;
use super::interview_ar::is_question;
use super::speech::Pass;
use super::title::is_title_case;
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Paragraphs of one answer that are looked through for the question before it, at most.
pub(super) const REOPENED: usize = 8;

/// Who talks in a text, as far as it was asked. In Arabic only whether it was: the answers are kept by themselves.
#[derive(Clone, Copy)]
pub(super) enum Talk {
    Unread,
    None,
    Between(Interview),
}

impl Talk {
    pub(super) fn interview(self) -> Option<Interview> {
        if let Self::Between(talk) = self { Some(talk) } else { None }
    }
}

/// Those who talk with each other.
#[derive(Clone, Copy)]
pub(super) struct Interview {
    pub answers: usize,
    /// Who asks, where the text tells.
    pub asks: Option<usize>,
}

impl Pass<'_, '_> {
    /// The one whose words, the last before, are a question.
    pub(super) fn asker(&self) -> Option<usize> {
        let asked = self.found.last().filter(|found| found.kind == SpeechKind::Direct)?;
        asked.speaker.filter(|_| self.doc.word(asked.to.saturating_sub(1)) == "?")
    }

    /// Who asks the question with which the paragraph before a token that begins one ends.
    pub(super) fn asked_before(&self, start: usize) -> Option<usize> {
        let begins = self.doc.paragraphs.get(self.paragraph).is_some_and(|(from, _)| *from == start);
        let here = self.last.is_some_and(|last| last.paragraph + 1 == self.paragraph);
        if begins && here { self.asker() } else { None }
    }

    /// Where a quotation opens that may go on over several paragraphs.
    pub(super) fn opened(&self, pair: usize) -> usize {
        let parts = std::iter::successors(Some(pair), |pair| self.doc.pair(*pair).continues).take(REOPENED);
        parts.last().map_or(0, |first| self.doc.pair(first).open)
    }

    /// Whether a question of the paper's own stands before the paragraph that a quotation begins, or right before that:
    /// "Does she miss the sea? “Every night.”".
    pub(super) fn is_asked(&self, pair: usize) -> bool {
        let marks = self.doc.pair(pair);
        let last = self.doc.kind(marks.inner_end().saturating_sub(1));
        if marks.open > 0 && self.doc.word(marks.open - 1) == "?" && matches!(last, Kind::Stop | Kind::Other) {
            // "What do they read? “War and Peace.”".
            let words = self.doc.count_words(marks.inner_start(), marks.inner_end());
            return words < 2 || !is_title_case(self.doc, pair);
        }
        let first = self.opened(pair);
        let number = self.doc.paragraphs.partition_point(|(from, _)| *from < first);
        let own = self.doc.paragraphs.get(number).is_some_and(|(from, _)| *from == first);
        let asked = number.checked_sub(1).filter(|_| own).and_then(|number| self.doc.paragraphs.get(number)).copied();
        asked.is_some_and(|(from, end)| {
            let last = end.saturating_sub(1).max(from);
            match self.doc.lang {
                Lang::Ar => is_question(self.doc, from, end),
                _ => self.doc.word(last) == "?" && (from..last).all(|at| self.doc.pair_at(at).is_none()),
            }
        })
    }
}
