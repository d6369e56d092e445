//! The people and bodies of a text, and which of them a phrase means. Exact before loose: a name, then the name's own
//! words, then a role, then whoever spoke last and agrees in gender and number; nobody before a guess.

use std::collections::BTreeMap;

use super::entity::Entity;
use super::shown::{join, name_words, owner_key};
use super::{Phrase, ar, ru};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Number, flag};
use crate::text::{Byte, Lang, Span};

/// Those spoken of last that a role or a pronoun may still mean. Readers keep no more in mind than this.
pub(super) const MEMORY: usize = 24;

/// Of these, those that a role may mean whose bearer the text has not named: it is one just spoken of.
pub(super) const NEAR: usize = 3;

/// Paragraphs of a headline and a lead: whom they call by a role, the next paragraphs name.
pub(super) const LEAD: usize = 2;

/// Paragraphs that a role waits for its name.
const WAITS: usize = 6;

/// The people and bodies of one text.
#[derive(Default)]
pub(crate) struct Registry {
    pub entities: Vec<Entity>,
    /// The last one with each word in its name.
    pub(super) by_word: BTreeMap<Key, usize>,
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

    /// Whether the paragraph that is being heard has spoken of `id`.
    pub fn is_here(&self, id: usize) -> bool {
        self.entity(id).is_some_and(|entity| entity.seen == self.paragraph)
    }

    /// The last institution that the paragraph has spoken of: «Компания стену ломать не стала. …, — отвечали там».
    pub fn body_here(&self) -> Option<usize> {
        self.find(&self.recent, |entity| entity.institution && entity.seen == self.paragraph)
    }

    /// The last person spoken of that agrees and did not speak last: «Та ответила».
    pub fn last_silent(&self, agree: Agree) -> Option<usize> {
        let spoke = self.speakers.first();
        let silent = self.recent.iter().filter(|id| Some(*id) != spoke);
        silent.copied().find(|id| self.entity(*id).is_some_and(|entity| !entity.body && entity.fits(agree)))
    }

    /// Puts the one mentioned last behind those who are near.
    pub fn recede(&mut self, id: usize) {
        if self.recent.first() == Some(&id) {
            self.recent.remove(0);
            self.recent.insert(self.recent.len().min(NEAR), id);
        }
    }

    /// Notes that `id` has spoken, in a form that agrees so.
    pub fn spoke(&mut self, id: usize, agree: Agree) {
        to_front(&mut self.speakers, id);
        to_front(&mut self.recent, id);
        if let Some(entity) = self.entities.get_mut(id)
            && entity.agree.gender == Gender::Any
            && !entity.body
        {
            entity.agree.gender = agree.gender;
        }
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

    /// The last one spoken of but `id` that agrees.
    pub fn other_person(&self, agree: Agree, id: Option<usize>) -> Option<usize> {
        let fits = |other: &usize| self.entity(*other).is_some_and(|entity| entity.fits(agree) && !entity.body);
        self.recent.iter().copied().filter(|other| Some(*other) != id).find(|other| fits(other))
    }

    /// Of those spoken of since a place, the last person that agrees.
    pub fn person_since(&self, start: Byte, agree: Agree) -> Option<usize> {
        self.find(&self.recent, |entity| {
            !entity.body && entity.fits(agree) && entity.mentions.last().is_some_and(|span| span.start >= start)
        })
    }

    /// The last person spoken of that agrees and was known before a place: "An interim director would be named, he added".
    pub fn person_known_before(&self, start: Byte, agree: Agree) -> Option<usize> {
        let known = |entity: &Entity| entity.mentions.first().is_some_and(|span| span.start < start);
        self.find(&self.recent, |entity| known(entity) && !entity.body && entity.fits(agree))
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

    pub(super) fn find(&self, list: &[usize], is: impl Fn(&Entity) -> bool) -> Option<usize> {
        list.iter().copied().filter(|id| Some(*id) != self.outer).find(|id| self.entity(*id).is_some_and(&is))
    }

    /// Who a phrase means; those never spoken of are added.
    pub fn resolve(&mut self, doc: &Doc, phrase: &Phrase, agree: Agree) -> Option<usize> {
        let asked = if phrase.agree == Agree::default() { agree } else { phrase.agree };
        let id = if phrase.pronoun {
            self.last_person(asked)
        } else if let Some((from, to)) = phrase.name {
            Some(self.by_name(doc, phrase, from, to, asked))
        } else if phrase.head_is(Class::Doc) {
            self.by_document(doc, phrase)
        } else {
            self.by_role(doc, phrase, asked)
        }?;
        self.mention(id, doc.bytes(phrase.start, phrase.end));
        Some(id)
    }

    /// By a name: the one who has all its words, else a new one.
    fn by_name(&mut self, doc: &Doc, phrase: &Phrase, from: usize, to: usize, agree: Agree) -> usize {
        let words = name_words(doc, phrase, from, to);
        let keys: Vec<Key> = words.iter().map(|(key, _)| *key).collect();
        let family = phrase.head.map_or(0, |(_, sense)| sense.family);
        let known = keys.last().and_then(|key| self.by_word.get(key)).copied().filter(|id| {
            self.entity(*id).is_some_and(|entity| {
                keys.iter().all(|key| entity.keys.contains(key)) && entity.agree.gender_fits(agree)
            })
        });
        let known = known.or_else(|| self.grows(&keys, agree)).or_else(|| self.runs_over(doc, &keys, to, agree));
        let epithet = doc.lang == Lang::Ar
            && keys.len() == 2
            && ar::word(doc, to - 1).sense.is_some_and(|sense| sense.class != Class::First);
        let known = known.or_else(|| self.by_epithet(&keys, epithet)).or_else(|| self.by_patronymic(doc, &keys, to));
        let body = phrase.head.is_some_and(|(_, sense)| matches!(sense.class, Class::Body | Class::Group));
        // "INMO".
        let letters = doc.word(from).len() > 1 && doc.word(from).chars().all(|c| c.is_ascii_uppercase());
        let body = body || letters && to == from + 1 && phrase.head.is_none() && doc.lang == Lang::En;
        let short = keys.len() == 1 && body;
        let known = known.or_else(|| if short { self.by_family(family, agree, |_| true) } else { None });
        let name = join(&words);
        let owner = owner_key(doc, phrase);
        // "His manager, Ann-Marie Coyle" is another than "The Rovers manager".
        let owned = doc.lang == Lang::En && phrase.possessor.is_some();
        let begins = doc.paragraphs.get(self.paragraph).is_some_and(|(from, _)| *from == phrase.start);
        let second = begins && self.paragraph == LEAD && doc.lang == Lang::En;
        let known = known.or_else(|| if body || owned { None } else { self.waiting(family, agree, owner, second) });
        let id = known.unwrap_or_else(|| {
            let institution = phrase.head_is(Class::Body);
            self.entities.push(Entity { agree, body, institution, ..Entity::default() });
            self.entities.len() - 1
        });
        if let Some(entity) = self.entities.get_mut(id) {
            let plainer = entity.epithet && !epithet && keys.len() == entity.keys.len();
            if !entity.named || keys.len() > entity.keys.len() || plainer {
                entity.epithet = epithet;
                entity.name = name;
                entity.keys.clone_from(&keys);
            }
            entity.named = true;
            entity.body |= body;
            entity.agent |= phrase.head.is_some_and(|(_, sense)| sense.has(flag::AGENT));
            entity.office |= phrase.head.is_some_and(|(_, sense)| sense.has(flag::OFFICE));
            entity.waits = None;
            entity.is_also(family);
            entity.is_also(phrase.also.map_or(0, |sense| sense.family));
            entity.owner = entity.owner.or(owner);
            if entity.agree.gender == Gender::Any && !body {
                entity.agree.gender = agree.gender;
            }
            for key in keys {
                self.by_word.insert(key, id);
            }
        }
        id
    }

    /// One whose surname stands before an object with the article, which looks like a second name: «استذكر فلان الأحداث».
    fn runs_over(&self, doc: &Doc, keys: &[Key], to: usize, agree: Agree) -> Option<usize> {
        let over = doc.lang == Lang::Ar && keys.len() == 2 && to > 0 && doc.word(to - 1).starts_with("ال");
        let first = keys.first().filter(|_| over)?;
        let id = self.by_word.get(first).copied()?;
        self.entity(id)
            .filter(|entity| entity.keys.len() > 1 && entity.keys.contains(first) && entity.agree.gender_fits(agree))
            .map(|_| id)
    }

    /// One whose shorter name a longer one goes on with: «Halder», then «Mark Halder».
    fn grows(&self, keys: &[Key], agree: Agree) -> Option<usize> {
        if keys.len() < 2 {
            return None;
        }
        keys.iter().filter_map(|key| self.by_word.get(key)).copied().find(|id| {
            self.entity(*id).is_some_and(|entity| {
                entity.keys.len() == 1
                    && entity.agree.gender_fits(agree)
                    && entity.keys.iter().all(|key| keys.contains(key))
                    && !entity.body
            })
        })
    }

    /// One with the same given name, where the second word is a patronymic: «Клавдия Андреевна» is Клавдия Верес.
    fn by_patronymic(&self, doc: &Doc, keys: &[Key], to: usize) -> Option<usize> {
        let [first, _] = keys else { return None };
        let polite = doc.lang == Lang::Ru && to > 0 && ru::is_patronymic(doc.word(to - 1));
        let id = self.by_word.get(first).copied().filter(|_| polite)?;
        self.entity(id).filter(|entity| entity.keys.len() == 2 && entity.keys.first() == Some(first)).map(|_| id)
    }

    /// One with the same given name, where one of the two second words is no surname.
    fn by_epithet(&self, keys: &[Key], epithet: bool) -> Option<usize> {
        let [first, _] = keys else { return None };
        let id = self.by_word.get(first).copied()?;
        self.entity(id)
            .filter(|entity| {
                entity.keys.len() == 2 && entity.keys.first() == Some(first) && (entity.epithet || epithet)
            })
            .map(|_| id)
    }

    /// One that a role named before its name came. With the name that the `second` paragraph begins with comes that of
    /// the one who speaks in an English lead as one of many ("A community leader has warned").
    fn waiting(&self, family: u16, agree: Agree, owner: Option<Key>, second: bool) -> Option<usize> {
        let of = |entity: &Entity| entity.owner.is_none() || owner.is_none() || entity.owner == owner;
        let fits = |entity: &Entity| entity.waits.is_some() && entity.agree.fits(agree) && of(entity);
        let near = |entity: &Entity| entity.waits.is_some_and(|wait| self.paragraph <= wait.from + WAITS);
        let same = self.find(&self.recent, |entity| fits(entity) && near(entity) && entity.families.contains(&family));
        let lead = |entity: &Entity, vague: bool| {
            let wait = entity.waits.filter(|wait| wait.from < LEAD && self.paragraph <= wait.from + LEAD);
            wait.is_some_and(|wait| wait.vague == vague) && fits(entity)
        };
        let same =
            same.or_else(|| if family == 0 { self.find(&self.recent, |entity| lead(entity, false)) } else { None });
        same.or_else(|| if second { self.find(&self.speakers, |entity| lead(entity, true)) } else { None })
    }
}
