//! Whom an English role without a name means. "The" says that its bearer is known; a capital behind "of" or "for", or a
//! role in the lead with "a", brings someone in whom the text will name.

use super::Phrase;
use super::by_role::Role;
use super::entity::Entity;
use super::registry::{NEAR, Registry};
use super::weigh::{Grounds, Reason};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Gender, Key, Number, Sense, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::token::Kind;
use crate::text::Byte;

/// What firms are called by as well as people.
const FIRMS: &str = "brewer baker grocer developer builder housebuilder publisher operator distiller bookmaker miner \
                     shipbuilder bookseller jeweller optician outfitter distributor maker";

impl Registry {
    /// The one with the same role; a body for the word of a body; for the role of a person, whom the headline means, or
    /// one just spoken of.
    pub(super) fn english_bearer(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let found = self.weigh(doc, role, &|place, id, one| self.english_grounds(doc, role, (place, id), one));
        let firm = found.filter(|(reason, _)| *reason >= Reason::Said).map(|(_, id)| id);
        let firm = firm.or_else(|| if role.is_personal() { self.english_firm(doc, role) } else { None });
        firm.or(found.map(|(_, id)| id)).or_else(|| self.english_body(doc, role))
    }

    /// The grounds by the headline; for a general word, by having a name or, where the word tells a man or a woman, none:
    /// "A fisherman said … the man said"; else by having just been named.
    fn english_grounds(&self, doc: &Doc, role: &Role, (place, id): (usize, usize), one: &Entity) -> Grounds {
        if self.is_lead(role) && self.is_headed(doc, role, id, one) {
            return Some((Reason::Headed, 0));
        }
        if role.is_anyones() && role.is_personal() {
            let known = role.agree.gender != Gender::Any || one.named;
            return (known && role.takes_in(one)).then_some((Reason::Anyone, 0));
        }
        let near =
            role.is_personal() && place < NEAR && one.named && !one.facts.trade && self.is_unexplained(doc, role, one);
        near.then_some((Reason::Anyone, 0))
    }

    /// The firm that is called by what firms and people do, where the text has told of no such person: "the brewer".
    fn english_firm(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let trade = is_listed(doc.word(role.head), FIRMS) || doc.word(role.phrase.start + 1).ends_with("-based");
        let sense = Sense { class: Class::Body, flags: flag::GENERIC, ..role.sense };
        if trade { self.english_body(doc, &Role { sense, ..*role }) } else { None }
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
            if role.has(flag::OFFICE) { None } else { self.find(&self.recent, firm) }
        })
    }

    /// Whether a headline means one whom a role in the lead means as well: the one of that role ("A coroner has warned"),
    /// the one who speaks in it ("“…”, says GP", then "A doctor has warned"), or whose surname it has alone.
    fn is_headed(&self, doc: &Doc, role: &Role, id: usize, one: &Entity) -> bool {
        let spoke = || self.speakers.first() == Some(&id);
        let again = || role.is_definite() || one.families.contains(&role.sense.family) || spoke();
        let surname = |key: &Key| doc.surnames.binary_search(key).is_ok();
        let unexplained = one.seen == 0 && one.named && one.families.is_empty();
        one.waits_since_headline() && again() || unexplained && one.keys.iter().all(surname)
    }

    /// Whether a role may be that of one of whom none is known. "The Minister for Health" brings someone in.
    fn is_unexplained(&self, doc: &Doc, role: &Role, one: &Entity) -> bool {
        let of = role.head + 1;
        let whole = matches!(doc.word(of), "of" | "for") && doc.kind(of + 1) != Kind::Number;
        // "Gustavo Pereira knew. “…,” says the former director of the Azure Empress".
        let former = matches!(doc.word(role.phrase.start + 1), "former" | "onetime" | "one-time");
        let the = doc.word(role.phrase.start).eq_ignore_ascii_case("the");
        the && role.is_definite() && !role.is_owned(doc) && (!whole || former && one.seen == self.paragraph)
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
