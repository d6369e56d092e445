//! Whom an English role without a name means. "The" says that its bearer is known; a capital behind "of" or "for", or a
//! role in the lead with "a", brings someone in whom the text will name.

use super::Phrase;
use super::by_role::Role;
use super::entity::Entity;
use super::registry::Registry;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Gender, Key, Number, flag};
use crate::analysis::token::Kind;
use crate::text::Byte;

impl Registry {
    /// The one with the same role; a body for the word of a body; for the role of a person, whom the headline means, or
    /// one just spoken of.
    pub(super) fn english_bearer(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let same = self.by_same_role(role, |entity| entity.may_be_of(role.owner));
        if !role.is_personal() {
            return same.or_else(|| self.english_body(doc, role));
        }
        let told = self.told_of_so(doc, role);
        // "Her mother" is another's than the one before.
        let same = if told.is_some() && !role.has(flag::KIN) { told } else { same.or(told) };
        let nobodys = role.phrase.possessor.unwrap_or_default() == Agree::default();
        same.or_else(|| self.english_headed(doc, role))
            .or_else(|| if role.phrase.definite && nobodys { self.called_so(role) } else { None })
            .or_else(|| if role.is_anyones() { self.english_anyone(role) } else { self.unexplained(doc, role) })
    }

    /// The body spoken of last that "the company" means: no union, and no court; nor does "the party" mean a body that
    /// is called by what it is.
    fn english_body(&self, doc: &Doc, role: &Role) -> Option<usize> {
        if !role.is_body_again(doc) {
            return None;
        }
        let unexplained = |entity: &Entity| entity.named && entity.families.is_empty();
        let other =
            |entity: &Entity| role.has(flag::AGENT) && entity.office || role.has(flag::OFFICE) && !unexplained(entity);
        let one = |entity: &Entity| entity.may_be_body() && entity.agree.number != Number::Many;
        self.find(&self.recent, |entity| one(entity) && !other(entity)).or_else(|| {
            // "Norvik Coal": nobody whom the text goes on to call by the last word, as it does people.
            let known = |key: &Key| doc.surnames.binary_search(key).is_ok();
            let firm = |one: &Entity| one.is_unexplained() && !one.keys.last().is_some_and(known);
            if role.has(flag::AGENT | flag::OFFICE) { None } else { self.find(&self.recent, firm) }
        })
    }

    /// Whom a headline means that a role in the lead means as well: the one of that role ("A coroner has warned"), the
    /// one who speaks in it ("“…”, says GP", then "A doctor has warned"), or whose surname it has alone.
    fn english_headed(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let spoke = self.speakers.first().copied();
        let again = |id: usize, entity: &Entity| {
            role.is_definite() || entity.families.contains(&role.sense.family) || spoke == Some(id)
        };
        let surname = |key: &Key| doc.surnames.binary_search(key).is_ok();
        let surname_alone = |entity: &Entity| {
            let unexplained = entity.seen == 0 && !entity.body && entity.families.is_empty();
            unexplained && entity.named && entity.keys.iter().all(surname)
        };
        self.headed(role, |id, entity| (entity.waits_since_headline() && again(id, entity)) || surname_alone(entity))
    }

    /// The last one whom a general role may mean; where it tells a man or a woman, one without a name as well: "A
    /// fisherman said … the man said".
    fn english_anyone(&self, role: &Role) -> Option<usize> {
        let gendered = role.agree.gender != Gender::Any;
        self.find(&self.recent, |entity| (gendered || entity.named) && role.suits(entity) && role.takes_in(entity))
    }

    /// One just named of whom no role is known. "The Minister for Health" brings someone in.
    fn unexplained(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let of = role.head + 1;
        let whole = matches!(doc.word(of), "of" | "for") && doc.kind(of + 1) != Kind::Number;
        // "Gustavo Pereira knew. “…,” says the former director of the Azure Empress".
        let former = matches!(doc.word(role.phrase.start + 1), "former" | "onetime" | "one-time");
        let the = doc.word(role.phrase.start).eq_ignore_ascii_case("the");
        let known = the && role.is_definite() && (!whole || former);
        let here = |entity: &Entity| !whole || entity.seen == self.paragraph;
        if known { self.just_named(role, |entity| !entity.trade && here(entity)) } else { None }
    }

    /// Whom a phrase means that says of someone what no lexicon has ("the sixth-former added"): the one who spoke last, in
    /// this paragraph.
    pub(super) fn called_otherwise(&self, doc: &Doc, phrase: &Phrase) -> Option<usize> {
        let single = phrase.agree.number == Number::One && phrase.possessor.is_none();
        if !phrase.definite || !single || doc.word(phrase.start) != "the" {
            return None;
        }
        let start = Byte(doc.paragraphs.get(self.paragraph).map_or(0, |(from, _)| doc.token(*from).start()));
        let here = |entity: &Entity| entity.mentions.last().is_some_and(|span| span.start >= start);
        self.find(&self.recent, |entity| !entity.body && here(entity))
    }
}
