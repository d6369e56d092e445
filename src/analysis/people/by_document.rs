//! Whom a document speaks for: the one who owns it.

use super::Phrase;
use super::entity::Entity;
use super::owner::owner_phrase;
use super::registry::Registry;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Number};
use crate::text::Lang;

impl Registry {
    /// By a document: the owner that its phrase names, else one spoken of who may own it, else the document itself.
    pub(super) fn by_document(&mut self, doc: &Doc, phrase: &Phrase) -> Option<usize> {
        if let Some((from, to)) = phrase.owner
            && let Some(owner) = owner_phrase(doc, from, to)
        {
            return self.resolve(doc, &owner, Agree::default());
        }
        let owner = match doc.lang {
            Lang::Ru => self.by_possessive(phrase).or_else(|| self.russian_author(phrase)),
            Lang::Ar => self.arabic_author(phrase),
            Lang::En => self.author(&self.recent, phrase),
        };
        Some(owner.unwrap_or_else(|| self.described(doc, phrase, Agree::default())))
    }

    /// The first of a list who may own a document that is known: not several.
    fn author(&self, list: &[usize], phrase: &Phrase) -> Option<usize> {
        let owns = |entity: &Entity| is_personal(phrase) || entity.body;
        let one = |entity: &Entity| entity.agree.number != Number::Many;
        if phrase.definite { self.find(list, |entity| owns(entity) && one(entity)) } else { None }
    }

    /// Whose an Arabic document is: that of the last body, or one who spoke, whom its pronoun may mean; else the last
    /// one to speak.
    fn arabic_author(&self, phrase: &Phrase) -> Option<usize> {
        let means = |owner: Agree| self.find(&self.recent, |entity| entity.institution && entity.fits(owner));
        let body = phrase.possessor.and_then(means);
        body.or_else(|| self.author(&self.speakers, phrase)).or_else(|| self.author(&self.recent, phrase))
    }

    /// Whom a Russian possessive means: «Говорится в его обращении».
    fn by_possessive(&self, phrase: &Phrase) -> Option<usize> {
        phrase.possessor.filter(|owner| *owner != Agree::default()).and_then(|owner| self.last_person(owner))
    }

    /// The last one to speak who may own a Russian document; a letter may be that of several, and of one who has not
    /// spoken.
    fn russian_author(&self, phrase: &Phrase) -> Option<usize> {
        let owns = |entity: &Entity| is_personal(phrase) || entity.body && entity.agree.number != Number::Many;
        let spoken_of = || if is_personal(phrase) { self.find(&self.recent, owns) } else { None };
        if phrase.definite { self.find(&self.speakers, owns).or_else(spoken_of) } else { None }
    }
}

/// Whether a document is a person's as well, as a letter or a post is: a report is a body's.
fn is_personal(phrase: &Phrase) -> bool {
    phrase.is_general()
}
