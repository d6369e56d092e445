//! The people and bodies of a text, and which of them a phrase means. Exact before loose: a name, then the name's own
//! words, then a role, then whoever spoke last and agrees in gender and number; nobody before a guess.

use std::collections::BTreeMap;

use super::shown::{join, name_words, owner_key, owner_phrase, start_words};
use super::{Phrase, ar, ru};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Number, flag};
use crate::text::{Byte, Lang, Span};

/// Those spoken of last that a role or a pronoun may still mean. Readers keep no more in mind than this.
const MEMORY: usize = 24;

/// Of these, those that a role may mean whose bearer the text has not named: it is one just spoken of.
const NEAR: usize = 3;

/// Paragraphs of a headline and a lead: whom they call by a role, the next paragraphs name.
const LEAD: usize = 2;

/// A person or body.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // Independent facts about it.
pub(crate) struct Entity {
    pub name: String,
    keys: Vec<Key>,
    families: Vec<u16>,
    /// The body or thing that its role is of («مدرب الساحل»).
    owner: Option<Key>,
    agree: Agree,
    /// Whether it is a body, a group or a document: no "he" or "she".
    body: bool,
    /// Whether the second word of its name may be what it does («جمعة الخبّاز»).
    epithet: bool,
    /// Whether its plural is only ever a plural, as in Russian.
    plural: bool,
    /// Whether it is a body, and no group, document or source.
    institution: bool,
    /// Whether it speaks for another or for the law.
    agent: bool,
    /// Whether it holds an office.
    office: bool,
    /// Whether it has a name of its own, and not only a role.
    named: bool,
    /// The paragraph of a role whose name may come later («the captain … Lena Ostrow»).
    waits: Option<usize>,
    pub mentions: Vec<Span<Byte>>,
}

/// The people and bodies of one text.
#[derive(Default)]
pub(crate) struct Registry {
    pub entities: Vec<Entity>,
    /// The last one with each word in its name.
    by_word: BTreeMap<Key, usize>,
    /// Spoken of, the last first.
    recent: Vec<usize>,
    /// Spoke, the last first.
    speakers: Vec<usize>,
    /// Whose words are being heard: a role or a pronoun in them means another.
    pub outer: Option<usize>,
    /// The paragraph that is being heard.
    pub paragraph: usize,
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
        to_front(&mut self.recent, id);
        if let Some(entity) = self.entities.get_mut(id)
            && entity.mentions.last().is_none_or(|last| last.end <= span.start)
        {
            entity.mentions.push(span);
        }
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

    /// Of those spoken of since a place, the last person that agrees.
    pub fn person_since(&self, start: Byte, agree: Agree) -> Option<usize> {
        self.find(&self.recent, |entity| {
            !entity.body && entity.fits(agree) && entity.mentions.last().is_some_and(|span| span.start >= start)
        })
    }

    /// The last person spoken of that agrees.
    pub fn last_person(&self, agree: Agree) -> Option<usize> {
        let many = |entity: &Entity| entity.agree.number == Number::Many && agree.number == Number::Many;
        self.find(&self.recent, |entity| (!entity.body || many(entity)) && entity.fits(agree))
            .or_else(|| self.find(&self.recent, |entity| entity.fits(agree)))
    }

    fn find(&self, list: &[usize], is: impl Fn(&Entity) -> bool) -> Option<usize> {
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
        let short = keys.len() == 1 && body;
        let known = known.or_else(|| if short { self.by_family(family, agree, |_| true) } else { None });
        let name = join(&words);
        let owner = owner_key(doc, phrase);
        let known = known.or_else(|| if body { None } else { self.waiting(family, agree, owner) });
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

    /// One that a role named before its name came.
    fn waiting(&self, family: u16, agree: Agree, owner: Option<Key>) -> Option<usize> {
        let of = |entity: &Entity| entity.owner.is_none() || owner.is_none() || entity.owner == owner;
        let fits = |entity: &Entity| entity.waits.is_some() && entity.agree.fits(agree) && of(entity);
        let same = self.find(&self.recent, |entity| fits(entity) && entity.families.contains(&family));
        let lead = |entity: &Entity| entity.waits.is_some_and(|from| from < LEAD && self.paragraph <= from + LEAD);
        same.or_else(|| if family == 0 { self.find(&self.recent, |entity| fits(entity) && lead(entity)) } else { None })
    }

    fn by_family(&self, family: u16, agree: Agree, of: impl Fn(&Entity) -> bool) -> Option<usize> {
        if family == 0 {
            return None;
        }
        let fits = |entity: &Entity| entity.families.contains(&family) && entity.agree.gender_fits(agree) && of(entity);
        self.find(&self.recent, fits).or_else(|| self.entities.iter().take(MEMORY).position(fits))
    }

    /// A document speaks for the one who owns it.
    fn by_document(&mut self, doc: &Doc, phrase: &Phrase) -> Option<usize> {
        if let Some((from, to)) = phrase.owner
            && let Some(owner) = owner_phrase(doc, from, to)
        {
            return self.resolve(doc, &owner, Agree::default());
        }
        // A letter or a post is a person's as well, a report a body's.
        let personal = phrase.head.is_some_and(|(_, sense)| sense.has(flag::GENERIC));
        let owns = |entity: &Entity| (entity.body || personal) && entity.agree.number != Number::Many;
        let list = if doc.lang == Lang::Ru { &self.speakers } else { &self.recent };
        let of_body = if phrase.definite { self.find(list, owns) } else { None };
        of_body.or_else(|| Some(self.described(doc, phrase, Agree::default())))
    }

    /// One whose role is of the family of a phrase's, and of the same.
    fn by_family_of(&self, doc: &Doc, phrase: &Phrase, owner: Option<Key>, agree: Agree) -> Option<usize> {
        let (head, sense) = phrase.head?;
        if !phrase.definite && phrase.end - phrase.start > 1 {
            return None;
        }
        let open = |entity: &Entity| doc.lang == Lang::Ru && entity.owner.is_none();
        let of = |entity: &Entity| owner.is_none() || entity.owner == owner || open(entity);
        // «Минфин» is one ministry, and «министерство» any.
        let own = doc.lang == Lang::Ru && sense.class == Class::Body && !sense.has(flag::GENERIC);
        let key = name_words(doc, phrase, head, head + 1).first().map(|(key, _)| *key);
        let same = |entity: &Entity| !own || key.is_some_and(|key| entity.keys.contains(&key));
        self.by_family(sense.family, agree, |entity| of(entity) && same(entity))
    }

    /// By a role alone.
    fn by_role(&mut self, doc: &Doc, phrase: &Phrase, agree: Agree) -> Option<usize> {
        let Some((_, sense)) = phrase.head else { return Some(self.described(doc, phrase, agree)) };
        let words = phrase.end - phrase.start;
        let named = doc.is_surname(phrase.start).then(|| self.by_word.get(&doc.key(phrase.start)).copied()).flatten();
        if named.is_some() {
            return named;
        }
        let owner = owner_key(doc, phrase);
        let known = self.by_family_of(doc, phrase, owner, agree);
        if known.is_some() {
            return known;
        }
        let person = matches!(sense.class, Class::Role | Class::Title) && agree.number != Number::Many;
        let definite = phrase.definite && phrase.possessor.is_none();
        let generic = ar::is_generic(phrase) && (phrase.definite || phrase.possessor.is_some());
        // «писатель из Омска» is not whoever was named last, but «глава региона» is the one in office.
        let generic = generic && (doc.lang != Lang::Ru || owner.is_none() || sense.has(flag::OFFICE));
        let holds =
            |entity: &Entity| (!sense.has(flag::OFFICE) || entity.office) && (!sense.has(flag::AGENT) || !entity.agent);
        let fits = |entity: &Entity| entity.named && !entity.body && entity.agree.fits(agree);
        let lead = self.paragraph + 1 == LEAD && person && definite;
        let office = sense.class == Class::Body
            && sense.has(flag::GENERIC)
            && phrase.definite
            && words == 1 + start_words(doc, phrase);
        let known = if office {
            let of = |entity: &Entity| entity.institution || doc.lang != Lang::Ru;
            self.find(&self.recent, |entity| entity.body && entity.agree.number != Number::Many && of(entity))
        } else if lead
            && let Some(id) = self.find(&self.recent, |entity| entity.waits == Some(0) && entity.agree.fits(agree))
        {
            if let Some(entity) = self.entities.get_mut(id) {
                entity.is_also(sense.family);
            }
            Some(id)
        } else if generic {
            self.find(&self.recent, |entity| fits(entity) && holds(entity))
        } else if person
            && definite
            && !(doc.lang == Lang::Ar && phrase.owner.is_some())
            && !(doc.lang == Lang::Ru && owner.is_some())
        {
            // The bodies that a Russian text names at the head of its sentences stand between.
            let near = self.recent.iter().copied();
            let near = near.filter(|id| doc.lang != Lang::Ru || self.entity(*id).is_some_and(|entity| !entity.body));
            let near: Vec<usize> = near.take(NEAR).collect();
            self.find(&near, |entity| fits(entity) && entity.families.is_empty())
        } else {
            None
        };
        if known.is_some() {
            return known;
        }
        Some(self.described(doc, phrase, agree))
    }

    /// One who is called by what it is, as written.
    fn described(&mut self, doc: &Doc, phrase: &Phrase, agree: Agree) -> usize {
        let words = name_words(doc, phrase, phrase.start, phrase.end);
        let name = join(&words);
        let keys: Vec<Key> = words.iter().map(|(key, _)| *key).collect();
        let same = self.recent.iter().copied().find(|id| self.entity(*id).is_some_and(|entity| entity.keys == keys));
        if let Some(id) = same {
            return id;
        }
        let (family, class) = phrase.head.map_or((0, None), |(_, sense)| (sense.family, Some(sense.class)));
        let person = class == Some(Class::Role) && agree.number != Number::Many;
        // «адвокат Ивана Петрова» is not Иван Петров.
        let another = doc.lang == Lang::Ru && (phrase.start + 1..phrase.end).any(|at| doc.token(at).capital);
        let waits = (person && !another && phrase.definite && phrase.possessor.unwrap_or_default() == Agree::default())
            .then_some(self.paragraph);
        let owner = owner_key(doc, phrase);
        let institution = class == Some(Class::Body);
        let mut entity = Entity {
            name,
            keys,
            agree,
            owner,
            body: !person,
            plural: doc.lang == Lang::Ru,
            institution,
            waits,
            ..Entity::default()
        };
        entity.is_also(family);
        self.entities.push(entity);
        self.entities.len() - 1
    }
}

impl Entity {
    /// Whether it is worth telling of by itself: a person with a name.
    pub fn is_person(&self) -> bool {
        self.named && !self.body && self.keys.len() > 1
    }

    /// Notes another role.
    fn is_also(&mut self, family: u16) {
        if family != 0 && !self.families.contains(&family) {
            self.families.push(family);
        }
    }

    /// Whether a verb or pronoun may mean it: a body takes the gender of its noun, and a group the plural.
    fn fits(&self, agree: Agree) -> bool {
        if self.body && !self.plural && agree.number == Number::One && self.agree.number == Number::Many {
            return agree.gender != Gender::M;
        }
        self.agree.fits(agree)
    }
}
