//! What a text tells of a person beside a name, and by which it may call one later: an age, kinds of trade, whose
//! relative one is, and in Arabic the words themselves. Each language reads its own words; the facts are the same.

use super::Phrase;
use super::registry::Registry;
use super::{ar_said, en_told, ru_told};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Key, Sense, flag};
use crate::text::Lang;

/// An age in years: the least and the greatest that its words allow («الخمسيني»).
#[derive(Clone, Copy, Debug)]
pub(super) struct Age {
    pub(super) from: u8,
    pub(super) to: u8,
}

impl Age {
    pub(super) fn of(years: u8) -> Self {
        Self { from: years, to: years }
    }

    pub(super) fn fits(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// The age that the words between two tokens tell, or those that stand beside them.
pub(super) fn age(doc: &Doc, from: usize, to: usize) -> Option<Age> {
    match doc.lang {
        Lang::Ar => ar_said::age(doc, from, to),
        Lang::Ru => ru_told::age(doc, from, to),
        Lang::En => en_told::age(doc, from, to),
    }
}

/// Whose relative one is, if the text has told, and by how many generations the younger.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relation {
    pub(super) owner: Option<usize>,
    pub(super) generation: i8,
}

/// What is told of one.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub(super) age: Option<Age>,
    /// The kinds of trade that its roles are of, and the sides of a trial.
    pub(super) kinds: u32,
    /// Whether the text has told what it does, beside what it is to others.
    pub(super) trade: bool,
    pub(super) relation: Option<Relation>,
    /// Which of its kind it is that a Russian role is of.
    pub(super) which: Option<Key>,
    /// The words of an Arabic text, without the article.
    pub(super) said: Vec<Key>,
}

impl Facts {
    /// Notes what a role tells.
    pub(super) fn learn(&mut self, role: Sense) {
        self.kinds |= role.kinds();
        self.trade |= role.class == Class::Role && !role.has(flag::KIN | flag::IMPERSONAL);
        if role.has(flag::KIN) {
            self.relation = self.relation.or(Some(Relation { owner: None, generation: role.generation() }));
        }
    }
}

impl Registry {
    /// Notes what a phrase with a name, and the words beside it, tell of its bearer, whose roles are known.
    pub(super) fn note(&mut self, doc: &Doc, id: usize, phrase: &Phrase) {
        let Some((_, to)) = phrase.name else { return };
        // "Her elder daughter, Nora".
        let beside =
            |(head, _): (usize, Sense)| (head.saturating_sub(2)..head).rev().find_map(|at| doc.sense(at, Class::Poss));
        let owner = phrase.possessor.filter(|owner| *owner != Agree::default());
        let owner = owner.or_else(|| phrase.head.and_then(beside).map(|owner| owner.agree));
        let owner = owner.and_then(|owner| self.other_person(owner, Some(id)));
        let to = if doc.lang == Lang::Ar { self.note_said(doc, id, phrase, owner) } else { to };
        // «Его сарвийский коллега Драган Милич»: what the other is.
        let peer = doc.lang == Lang::Ru && phrase.head.is_some_and(|(_, sense)| sense.is_peer());
        let other = owner.filter(|_| peer).and_then(|owner| self.entity(owner));
        let other = other.map(|other| (other.families.clone(), other.facts.kinds, other.office));
        let Some(entity) = self.entities.get_mut(id) else { return };
        if let Some((families, kinds, office)) = other {
            entity.families = families;
            (entity.facts.kinds, entity.office) = (entity.facts.kinds | kinds, entity.office | office);
        }
        entity.facts.age = entity.facts.age.or_else(|| age(doc, phrase.start, to));
        if let (Lang::Ru, Some((from, _))) = (doc.lang, phrase.name) {
            let head = phrase.head.filter(|(_, sense)| sense.class == Class::Role).map(|(head, _)| head);
            entity.facts.which = entity.facts.which.or_else(|| head.and_then(|head| ru_told::which(doc, head)));
            entity.facts.kinds |= head.map_or(0, |head| ru_told::kinds(doc, head, from));
            entity.called.extend(head.and_then(|head| ru_told::seat(doc, head)));
            let trade = if phrase.head.is_none() { ru_told::trade(doc, from) } else { None };
            entity.called.extend(trade.map(|role| role.family));
        }
        let kin = phrase.head.is_some_and(|(_, sense)| sense.has(flag::KIN));
        if let Some(relation) = entity.facts.relation.as_mut().filter(|_| kin) {
            relation.owner = relation.owner.or(owner);
        }
    }
}
