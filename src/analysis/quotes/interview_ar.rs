//! Whom an Arabic paper interviews: its questions are paragraphs of their own, and the answers to them, in marks that say
//! nowhere who speaks, those of the one whom the headline or the introduction presents.

use super::interview_ru::Talk;
use super::speech::Pass;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Gender, Number};
use crate::analysis::listed::is_listed;
use crate::analysis::people::Entity;
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
fn is_byline(doc: &Doc, from: usize, end: usize) -> bool {
    let word = doc.word(from);
    let leads = word.starts_with("حاور")
        || is_listed(word, "التقاه التقاها التقته التقتها أجرى أجرت أجراه أجرته حوار مقابلة كتب كتبت");
    end <= from + BYLINE && leads
}

impl Pass<'_, '_> {
    /// Who answers a question of the paper's in Arabic: who has answered before, else whom the text presents, which is read
    /// once.
    pub(super) fn interviewed_in_arabic(&mut self, open: usize) -> Option<usize> {
        self.doc.pair_at(open).filter(|pair| self.is_asked(*pair))?;
        if matches!(self.talk, Talk::Unread) {
            self.talk = Talk::None;
            self.answers = self.answers.or_else(|| self.presented_in_arabic());
        }
        self.answers
    }

    /// Whom the headline names, before a colon or at all; else whom the introduction names, of several the one whom it
    /// names most.
    fn presented_in_arabic(&self) -> Option<usize> {
        let doc = self.doc;
        let first = doc.paragraphs.iter().skip(1).position(|(from, end)| is_question(doc, *from, *end))? + 1;
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
}
