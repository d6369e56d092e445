//! What an English text tells of someone beside a name: an age, whose relative one is, and what one does ("She is a
//! carpenter").

use super::Phrase;
use super::by_role::Role;
use super::en;
use super::entity::Entity;
use super::registry::Registry;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, flag, key_of};
use crate::analysis::listed::is_listed;
use crate::analysis::token::Kind;

/// Words between what tells of someone and the noun that it tells, at most.
const REACH: usize = 6;

/// Relatives of the next generation, and of the one before.
const YOUNG: &str = "son daughter child grandson granddaughter nephew niece stepson stepdaughter";
const OLD: &str = "father dad mother mum mom grandfather grandmother uncle aunt stepfather stepmother parent";

/// By how many generations a relative is younger.
fn generation(kin: &str) -> i8 {
    i8::from(is_listed(kin, YOUNG)) - i8::from(is_listed(kin, OLD))
}

/// The age that stands between two tokens: "54, ", "a 54-year-old".
pub(super) fn age_in(doc: &Doc, from: usize, to: usize) -> Option<u8> {
    let age = |at: &usize| {
        let next = doc.kind(at + 1);
        let told = matches!(next, Kind::Comma | Kind::Stop | Kind::Break) || doc.word(at + 2) == "year-old";
        doc.kind(*at) == Kind::Number && doc.word(*at).len() < 4 && !doc.token(*at).dated && told
    };
    (from..to).find(age).and_then(|at| doc.word(at).parse().ok())
}

/// Words for people of many callings, each with callings that it takes in.
const WIDER: [(&str, &str); 8] = [
    ("artist", "painter sculptor photographer potter illustrator"),
    ("musician", "singer pianist guitarist drummer violinist cellist organist composer conductor"),
    ("writer", "poet playwright journalist biographer"),
    ("scientist researcher", "physicist chemist astronomer professor"),
    ("academic scholar", "historian economist professor lecturer philosopher"),
    ("lawmaker legislator", "senator congressman congresswoman deputy representative councilor"),
    ("cleric clergyman", "priest imam bishop rabbi vicar pastor archbishop"),
    ("player", "striker midfielder defender goalkeeper winger forward captain"),
];

/// The callings that a word takes in.
fn narrower(word: &str) -> &'static str {
    WIDER.iter().find(|(wide, _)| is_listed(word, wide)).map_or("", |(_, narrow)| narrow)
}

impl Registry {
    /// Notes the age and the relative that the words beside a name tell.
    pub(super) fn tell_of(&mut self, doc: &Doc, id: usize, phrase: &Phrase) {
        let Some((from, to)) = phrase.name else { return };
        let behind = usize::from(doc.kind(to) == Kind::Comma);
        let age = age_in(doc, phrase.start, from).or_else(|| age_in(doc, to + behind, to + behind * 3));
        // "Her daughter", "His elder brother".
        let kin = phrase.head.filter(|(_, sense)| sense.has(flag::KIN)).map(|(head, _)| head);
        let owner = kin.and_then(|kin| (kin.saturating_sub(2)..kin).rev().find_map(|at| doc.sense(at, Class::Poss)));
        let owner = owner.and_then(|owner| self.other_person(owner.agree, Some(id)));
        let relative = kin.zip(owner).map(|(kin, owner)| (owner, generation(doc.word(kin))));
        if let Some(entity) = self.entities.get_mut(id) {
            entity.age = entity.age.or(age);
            entity.relative = entity.relative.or(relative);
        }
    }

    /// The one of that age, the other one with a role, or whose relative one is: "the 54-year-old", "the other lawyer",
    /// "her mother" behind "her daughter, Nora".
    pub(super) fn told_of_so(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let Phrase { start, possessor, .. } = *role.phrase;
        if let Some(age) = age_in(doc, start, role.head).filter(|_| role.phrase.definite) {
            // Else one of whom no age is known.
            let aged = self.find(&self.recent, |entity| entity.age == Some(age) && role.suits(entity));
            let other = |one: &Entity| one.age.is_none() && role.may_mean(one);
            return aged.or_else(|| self.find(&self.recent, other));
        }
        if doc.word(start + 1) == "other" && role.is_personal() {
            let spoke = self.spoke_last();
            let mut others = self.others(&self.recent).filter(|(id, _)| Some(*id) != spoke);
            return others
                .find(|(_, one)| one.families.contains(&role.sense.family) && role.suits(one))
                .map(|(id, _)| id);
        }
        let narrow = if role.is_definite() { narrower(doc.word(role.head)) } else { "" };
        if !narrow.is_empty() {
            let callings = narrow.split(' ').filter_map(|word| doc.lexicon.sense(key_of(word), Class::Role));
            let families: Vec<u16> = callings.map(|sense| sense.family).collect();
            let is = |one: &Entity| one.families.iter().any(|family| families.contains(family));
            return self.find(&self.recent, |one| one.named && is(one) && role.suits(one));
        }
        let kin = role.has(flag::KIN) && role.phrase.definite;
        let owner = possessor.filter(|agree| kin && *agree != Agree::default());
        let turned = -generation(doc.word(role.head));
        let related = self.others(&self.recent).filter(|_| kin).find_map(|(_, one)| {
            let (owner, generation) = one.relative?;
            let owned = possessor.is_none_or(|agree| agree == Agree::default() || one.fits(agree));
            let suits = Some(owner) != self.outer && self.entity(owner).is_some_and(|owner| role.suits(owner));
            (owned && generation == turned && suits).then_some(owner)
        });
        // "Nora and Ben Tasker", then "her husband".
        related.or_else(|| {
            let (id, surname) = (self.last_person(owner?)?, self.entity(self.last_person(owner?)?)?.keys.last()?);
            let shared = |one: &Entity| one.keys.len() > 1 && one.keys.last() == Some(surname) && role.suits(one);
            self.others(&self.recent).find(|(other, one)| *other != id && shared(one)).map(|(other, _)| other)
        })
    }

    /// Notes what a sentence tells of one whom it means by "he" or "she", up to a token.
    pub(crate) fn told_again(&mut self, doc: &Doc, id: usize, agree: Agree, (from, to): (usize, usize)) {
        let Some(entity) = self.entities.get_mut(id).filter(|entity| !entity.body) else { return };
        if entity.agree.gender == Gender::Any {
            entity.agree.gender = agree.gender;
        }
        if !matches!(doc.word(from), "is" | "was") || !matches!(doc.word(from + 1), "a" | "an") {
            return;
        }
        let to = to.min(from + REACH);
        entity.age = entity.age.or(age_in(doc, from, to));
        let words = (from + 2..to).take_while(|at| !doc.is(*at, Class::Prep) && doc.kind(*at) != Kind::Comma);
        let roles = words.filter_map(|at| en::head_sense(doc, at).filter(|sense| sense.class == Class::Role));
        if let Some(role) = roles.last() {
            entity.is_also(role);
            entity.trade = true;
        }
    }
}
