//! Paragraphs that are lines of talk, which no marks set off: behind dashes, by labels, questions and answers.

use std::iter::Peekable;

use super::speech::Pass;
use super::turns_ar::{Turn, turns};
use super::{dialogue, labels_en};
use crate::analysis::doc::Doc;
use crate::analysis::token::Kind;
use crate::text::Lang;

/// The lines of talk of a text that no marks set off.
pub(super) struct Lines {
    /// Those of Arabic talk, and the paragraph of the first.
    turns: Peekable<std::vec::IntoIter<Turn>>,
    first: usize,
    /// English paragraphs that begin with labels, and the colons of these.
    labels: Peekable<std::vec::IntoIter<(usize, usize)>>,
}

impl Lines {
    pub(super) fn of(doc: &Doc) -> Self {
        let turns = if doc.lang == Lang::Ar { turns(doc) } else { Vec::new() };
        let labels = if doc.lang == Lang::En { labels_en::turns(doc) } else { Vec::new() };
        let first = turns.first().map_or(0, |turn| turn.paragraph);
        Self { turns: turns.into_iter().peekable(), first, labels: labels.into_iter().peekable() }
    }
}

impl Pass<'_, '_> {
    /// Hears a paragraph that is a line of talk, if it is one: behind a dash in Russian, behind a label in English, behind
    /// either in Arabic.
    pub(super) fn line(&mut self, lines: &mut Lines, from: usize, to: usize) -> bool {
        let number = self.paragraph;
        match self.doc.lang {
            Lang::Ru => {
                let dash = self.doc.kind(from) == Kind::Dash;
                if dash {
                    dialogue::line(self, from, to);
                }
                dash
            }
            Lang::Ar => {
                while lines.turns.next_if(|turn| turn.paragraph < number).is_some() {}
                let turn = lines.turns.next_if(|turn| turn.paragraph == number);
                turn.is_some_and(|turn| self.turn_in_arabic(turn, from, lines.first))
            }
            Lang::En => {
                let label = lines.labels.next_if(|(start, _)| *start <= from).filter(|(start, _)| *start == from);
                if let Some((_, colon)) = label {
                    self.turn_of_label(from, colon, to);
                }
                label.is_some()
            }
        }
    }
}
