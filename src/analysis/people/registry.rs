//! The people and bodies of a text, and which of them a phrase means. Exact before loose: a name, then the name's own
//! words, then a role, then whoever spoke last and agrees in gender and number; nobody before a guess.

use std::collections::BTreeMap;

use super::Phrase;
use super::entity::Entity;
use super::ru_names::is_oblique_man;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Number};
use crate::analysis::listed::is_listed;
use crate::text::{Byte, Lang, Span};

/// Those spoken of last that a role or a pronoun may still mean. Readers keep no more in mind than this.
pub(super) const MEMORY: usize = 24;

/// Of these, those that a role may mean whose bearer the text has not named: it is one just spoken of.
pub(super) const NEAR: usize = 3;

/// Paragraphs of a headline and a lead: whom they call by a role, the next paragraphs name.
pub(super) const LEAD: usize = 2;

/// The people and bodies of one text.
#[derive(Default)]
pub(crate) struct Registry {
    pub entities: Vec<Entity>,
    /// The last one with each word in its name.
    pub(super) by_word: BTreeMap<Key, usize>,
    /// The first ones whose name of several words ends with each word.
    pub(super) by_surname: BTreeMap<Key, Vec<usize>>,
    /// Spoken of, the last first.
    pub(super) recent: Vec<usize>,
    /// Spoke, the last first.
    pub(super) speakers: Vec<usize>,
    /// Whose words are being heard: a role or a pronoun in them means another.
    pub outer: Option<usize>,
    /// The paragraph that is being heard.
    pub paragraph: usize,
    /// Whether those who are mentioned now are named in words that the narrator quotes: his "he" means another.
    pub aside: bool,
}

/// Moves `id` to the front of a bounded list.
fn to_front(list: &mut Vec<usize>, id: usize) {
    list.retain(|other| *other != id);
    list.insert(0, id);
    list.truncate(MEMORY);
}

impl Registry {
    pub fn entity(&self, id: usize) -> Option<&Entity> {
        self.entities.get(id)
    }

    /// Notes that `id` is spoken of at a place.
    pub fn mention(&mut self, id: usize, span: Span<Byte>) {
        let front = self.recent.first().copied().filter(|_| self.aside);
        to_front(&mut self.recent, id);
        if let Some(front) = front {
            to_front(&mut self.recent, front);
        }
        if let Some(entity) = self.entities.get_mut(id) {
            entity.seen = self.paragraph;
            if entity.mentions.last().is_none_or(|last| last.end <= span.start) {
                entity.mentions.push(span);
            }
        }
    }

    /// Whether someone is known to have a role.
    pub fn has_bearer(&self, family: u16) -> bool {
        self.find(&self.recent, |entity| entity.families.contains(&family)).is_some()
    }

    /// Whether the paragraph that is being heard has spoken of `id`.
    pub fn is_here(&self, id: usize) -> bool {
        self.entity(id).is_some_and(|entity| entity.seen == self.paragraph)
    }

    /// Whether the text has spoken of nobody since it spoke of `id`.
    pub fn is_last(&self, id: usize) -> bool {
        self.recent.first() == Some(&id)
    }

    /// The last institution that the paragraph has spoken of: «Компания стену ломать не стала. …, — отвечали там».
    pub fn body_here(&self) -> Option<usize> {
        self.find(&self.recent, |entity| entity.institution && entity.seen == self.paragraph)
    }

    /// The person named last that agrees and did not speak last: «Инспектор пожаловался на мэра. Тот ответил».
    pub fn last_silent(&self, agree: Agree) -> Option<usize> {
        let spoke = self.speakers.first();
        let silent = self.recent.iter().filter(|id| Some(*id) != spoke);
        let fits = |id: &usize| self.entity(*id).is_some_and(|entity| !entity.body && entity.fits(agree));
        let place = |id: &usize| self.entity(*id).and_then(|entity| entity.mentions.last()).map(|span| span.start);
        silent.copied().filter(fits).max_by_key(place)
    }

    /// Notes that the text calls one "it": a body, unless it is known to be a man or a woman.
    pub fn is_thing(&mut self, id: usize) {
        if let Some(one) = self.entities.get_mut(id) {
            one.body |= one.ending == Gender::Any && one.agree.gender == Gender::Any;
        }
    }

    /// Puts one just mentioned behind those who are near.
    pub fn recede(&mut self, id: usize) {
        if let Some(at) = self.recent.iter().take(2).position(|one| *one == id) {
            self.recent.remove(at);
            self.recent.insert(self.recent.len().min(NEAR), id);
        }
    }

    /// Notes that `id` has spoken, in a form that agrees so.
    pub fn spoke(&mut self, id: usize, agree: Agree) {
        to_front(&mut self.speakers, id);
        to_front(&mut self.recent, id);
        if let Some(entity) = self.entities.get_mut(id)
            && entity.agree.gender == Gender::Any
            && agree.gender != Gender::N
            && !entity.body
        {
            entity.agree.gender = agree.gender;
        }
    }

    /// The one spoken of last, and the one who spoke last.
    pub fn front(&self) -> (Option<usize>, Option<usize>) {
        (self.recent.first().copied(), self.speakers.first().copied())
    }

    /// Goes back to those who were last, whoever was named since.
    pub fn go_back(&mut self, (recent, speaker): (Option<usize>, Option<usize>)) {
        if let Some(id) = recent {
            to_front(&mut self.recent, id);
        }
        if let Some(id) = speaker {
            to_front(&mut self.speakers, id);
        }
    }

    /// The person spoken of last whose given name has the ending of the other gender, and of whom no more is told: "Emeka".
    pub fn last_by_any_ending(&self, agree: Agree) -> Option<usize> {
        self.find(&self.recent, |one| one.is_person() && one.agree.fits(agree))
    }

    /// Instead of one of whom nothing tells whether it is a man or a woman, one of a gender who was named since.
    pub fn rather_known(&self, id: usize, gender: Gender, to: Byte) -> usize {
        let place = |id: usize| self.entity(id).and_then(|one| one.mentions.last()).map(|span| span.start);
        let other = if self.may_be_either(id) { self.other_of_gender(gender, Some(id)) } else { None };
        other.filter(|other| place(*other) > place(id) && place(*other) < Some(to)).unwrap_or(id)
    }

    /// The one who spoke last, in this paragraph, of whom nothing tells whether it is a man or a woman: "a spokesperson …,
    /// they said".
    pub fn one_here(&self) -> Option<usize> {
        self.spoke_last().filter(|id| self.is_here(*id) && self.may_be_either(*id))
    }

    /// Takes the bearer of a role whose name the text has not told, and of whom it has spoken once, for one whom it knows.
    pub fn unite(&mut self, nameless: usize, named: usize) -> bool {
        let known = |one: &Entity| one.is_person() && one.mentions.len() > 1;
        let waits = |one: &Entity| !one.named && one.mentions.len() == 1 && one.waits.is_some_and(|wait| !wait.vague);
        let (Some(role), Some(one)) = (self.entity(nameless), self.entity(named)) else { return false };
        if !known(one) || !waits(role) || !one.agree.fits(role.agree) || one.seen < role.seen {
            return false;
        }
        let mentions = role.mentions.clone();
        self.forget(nameless);
        if let Some(one) = self.entities.get_mut(named) {
            one.mentions.extend(mentions);
            one.mentions.sort_by_key(|span| span.start);
        }
        true
    }

    /// Forgets that one was spoken of: it was another by a role.
    pub fn forget(&mut self, id: usize) {
        self.recent.retain(|other| *other != id);
        self.speakers.retain(|other| *other != id);
    }

    /// The last one to speak that agrees.
    pub fn last_speaker(&self, agree: Agree) -> Option<usize> {
        self.find(&self.speakers, |entity| entity.fits(agree))
    }

    /// The last one to speak but `id` that agrees: the other of two.
    pub fn other_speaker(&self, agree: Agree, id: Option<usize>) -> Option<usize> {
        let list = self.speakers.iter().chain(&self.recent);
        list.copied()
            .filter(|other| Some(*other) != id)
            .find(|other| self.entity(*other).is_some_and(|entity| entity.fits(agree)))
    }

    /// The person named last in the paragraph that agrees, but the one whose words are heard.
    pub fn named_here(&self, agree: Agree) -> Option<usize> {
        self.find(&self.recent, |one| one.named && !one.body && one.seen == self.paragraph && one.fits(agree))
    }

    /// The last one spoken of but `id` that agrees.
    pub fn other_person(&self, agree: Agree, id: Option<usize>) -> Option<usize> {
        let fits = |other: &usize| self.entity(*other).is_some_and(|entity| entity.fits(agree) && !entity.body);
        self.recent.iter().copied().filter(|other| Some(*other) != id).find(|other| fits(other))
    }

    /// The same, but rather one who is known to be of that gender than one of whom nothing tells it.
    pub fn known_other(&self, agree: Agree, id: Option<usize>) -> Option<usize> {
        let last = self.other_person(agree, id)?;
        let told = matches!(agree.gender, Gender::M | Gender::F) && self.may_be_either(last);
        let other = if told { self.other_of_gender(agree.gender, id) } else { None };
        other.or(Some(last))
    }

    /// Whether nothing tells of a person whether it is a man or a woman.
    fn may_be_either(&self, id: usize) -> bool {
        self.entity(id).is_some_and(|one| one.agree.gender == Gender::Any && one.ending == Gender::Any && !one.body)
    }

    /// The last one spoken of but `id` who is known to be of a gender.
    pub fn other_of_gender(&self, gender: Gender, id: Option<usize>) -> Option<usize> {
        let one = |entity: &Entity| !entity.body && (entity.agree.gender == gender || entity.ending == gender);
        let mut others = self.recent.iter().copied().filter(|other| Some(*other) != id);
        others.find(|other| self.entity(*other).is_some_and(one))
    }

    /// Whether a place names one of whom a pronoun is not said.
    pub fn is_of_other(&self, place: Span<Byte>, agree: Agree) -> bool {
        let here = |at: &Span<Byte>| at.start < place.end && place.start < at.end;
        let lately = |one: &Entity| one.mentions.iter().rev().take(NEAR).any(here);
        self.find(&self.recent, |one| !one.agree.fits(agree) && lately(one)).is_some()
    }

    /// Of those spoken of since a place, the last person that agrees.
    pub fn person_since(&self, start: Byte, agree: Agree) -> Option<usize> {
        self.find(&self.recent, |entity| {
            !entity.body && entity.fits(agree) && entity.mentions.last().is_some_and(|span| span.start >= start)
        })
    }

    /// The last person but `id` that agrees and of whom a stretch has spoken.
    pub fn known_between(&self, span: Span<Byte>, agree: Agree, id: Option<usize>) -> Option<usize> {
        let within = |one: &Entity| one.mentions.iter().any(|at| span.start <= at.start && at.end <= span.end);
        let mut others = self.others(&self.recent).filter(|(other, _)| Some(*other) != id);
        others.find(|(_, one)| !one.body && one.fits(agree) && within(one)).map(|(id, _)| id)
    }

    /// The last person spoken of that agrees and was known before a place: "An interim director would be named, he added".
    pub fn person_known_before(&self, start: Byte, agree: Agree) -> Option<usize> {
        let known = |entity: &Entity| entity.mentions.first().is_some_and(|span| span.start < start);
        self.find(&self.recent, |entity| known(entity) && !entity.body && entity.fits(agree))
    }

    /// The person whom the text has named most, of several the first.
    pub fn named_most(&self) -> Option<usize> {
        let people = self.entities.iter().enumerate().filter(|(_, one)| one.is_person());
        people.max_by_key(|(id, one)| (one.mentions.len(), std::cmp::Reverse(*id))).map(|(id, _)| id)
    }

    /// The person whose name has such initials: "NA: I got older".
    pub fn of_initials(&self, letters: &str) -> Option<usize> {
        let initials = |name: &str| name.split([' ', '-']).filter_map(|word| word.chars().next()).collect::<String>();
        let short = |name: &str| name.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
        let is = |one: &Entity| one.is_person() && (initials(&one.name) == letters || short(&one.name) == letters);
        self.find(&self.recent, is).or_else(|| self.entities.iter().position(is))
    }

    /// Whom the text goes on with that has told of one's relative, and not in the last two paragraphs: the one whose
    /// relative that is.
    pub fn back_from_relative(&self, id: usize, agree: Agree) -> usize {
        let one = self.entity(id).filter(|one| one.seen + 1 < self.paragraph);
        let owner = one.and_then(|one| one.facts.relation).and_then(|relation| relation.owner);
        owner.filter(|owner| self.entity(*owner).is_some_and(|owner| owner.fits(agree))).unwrap_or(id)
    }

    /// The last person spoken of that agrees.
    pub fn last_person(&self, agree: Agree) -> Option<usize> {
        // "It said": a body, if there is one.
        if agree.gender == Gender::N
            && let Some(body) = self.find(&self.recent, |entity| entity.may_be_body() && entity.fits(agree))
        {
            return Some(body);
        }
        let many = |entity: &Entity| entity.agree.number == Number::Many && agree.number == Number::Many;
        // "She": no firm that is called by one word, while there is someone else.
        let gendered = matches!(agree.gender, Gender::M | Gender::F);
        self.find(&self.recent, |entity| !entity.body && entity.fits(agree) && !(gendered && entity.may_be_body()))
            .or_else(|| self.find(&self.recent, |entity| (!entity.body || many(entity)) && entity.fits(agree)))
            .or_else(|| self.find(&self.recent, |entity| entity.fits(agree)))
    }

    /// Those of a list whom a name or a role may mean: all but the one whose words are heard.
    pub(super) fn others(&self, list: &[usize]) -> impl Iterator<Item = (usize, &Entity)> {
        list.iter().copied().filter(|id| Some(*id) != self.outer).filter_map(|id| Some((id, self.entity(id)?)))
    }

    /// The first of a list who `is` so.
    pub(super) fn find(&self, list: &[usize], is: impl Fn(&Entity) -> bool) -> Option<usize> {
        self.others(list).find(|(_, entity)| is(entity)).map(|(id, _)| id)
    }

    /// The last one to speak, if those are not the words that are heard.
    pub(super) fn spoke_last(&self) -> Option<usize> {
        self.speakers.first().copied().filter(|id| Some(*id) != self.outer)
    }

    /// Who a phrase means; those never spoken of are added.
    pub fn resolve(&mut self, doc: &Doc, phrase: &Phrase, agree: Agree) -> Option<usize> {
        if doc.lang == Lang::En && phrase.name.is_none() && is_sign(doc, phrase) {
            return None;
        }
        // «от Евгения Сомова»
        let named = |(from, _): (usize, usize)| is_oblique_man(doc, phrase, from);
        let man = doc.lang == Lang::Ru && phrase.name.is_some_and(named);
        let agree_of_man = Phrase { agree: Agree::new(Gender::M, Number::One), ..*phrase };
        let phrase = if man { &agree_of_man } else { phrase };
        let asked = if phrase.agree == Agree::default() { agree } else { phrase.agree };
        // «وقال بن يوسف»: the verb tells.
        let told = doc.lang == Lang::Ar && asked.gender == Gender::Any && phrase.name.is_some();
        let asked = if told { Agree { gender: agree.gender, ..asked } } else { asked };
        let id = if phrase.pronoun {
            self.honoured(doc, phrase).or_else(|| self.last_person(asked))
        } else if let Some(id) = self.styled(doc, phrase) {
            Some(id)
        } else if let Some((from, to)) = phrase.name {
            Some(self.by_name(doc, phrase, (from, to), asked))
        } else if phrase.head_is(Class::Doc) {
            self.by_document(doc, phrase)
        } else {
            Some(self.by_role(doc, phrase, asked))
        }?;
        self.mention(id, doc.bytes(phrase.start, phrase.end));
        Some(id)
    }
}

/// What is read by all and written by nobody.
pub(crate) const SIGNS: &str = "sign notice banner placard plaque poster slogan sticker inscription";

/// Whether what an English phrase means is a sign: "over the door hung a notice".
fn is_sign(doc: &Doc, phrase: &Phrase) -> bool {
    let sign = (phrase.start..phrase.end).any(|at| is_listed(doc.word(at), SIGNS));
    sign && phrase.owner.is_none() && !phrase.head_is(Class::Role) && !phrase.head_is(Class::Body)
}
