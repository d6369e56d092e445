//! Whom a role or a document means: one who is known to have it, one in office, one just spoken of, or someone new.

use super::entity::{Entity, Wait};
use super::registry::{LEAD, MEMORY, NEAR, Registry};
use super::shown::{join, name_words, owner_key, owner_phrase, start_words};
use super::{Phrase, ar};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Number, Sense, flag, key_of};
use crate::text::{Byte, Lang};

/// Tokens back in its paragraph in which a noun may have told of somebody who has no name.
const TOLD: usize = 120;

impl Registry {
    pub(super) fn by_family(&self, family: u16, agree: Agree, of: impl Fn(&Entity) -> bool) -> Option<usize> {
        if family == 0 {
            return None;
        }
        let fits = |entity: &Entity| entity.families.contains(&family) && entity.agree.gender_fits(agree) && of(entity);
        self.find(&self.recent, fits).or_else(|| self.entities.iter().take(MEMORY).position(fits))
    }

    /// A document speaks for the one who owns it.
    pub(super) fn by_document(&mut self, doc: &Doc, phrase: &Phrase) -> Option<usize> {
        if let Some((from, to)) = phrase.owner
            && let Some(owner) = owner_phrase(doc, from, to)
        {
            return self.resolve(doc, &owner, Agree::default());
        }
        // «Говорится в его обращении».
        if doc.lang == Lang::Ru
            && let Some(owner) = phrase.possessor.filter(|owner| *owner != Agree::default())
            && let Some(id) = self.last_person(owner)
        {
            return Some(id);
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
        let open = |entity: &Entity| doc.lang != Lang::Ar && entity.owner.is_none();
        let of = |entity: &Entity| owner.is_none() || entity.owner == owner || open(entity);
        // «Минфин» is one ministry, and «министерство» any.
        let own = doc.lang == Lang::Ru && sense.class == Class::Body && !sense.has(flag::GENERIC);
        let key = name_words(doc, phrase, head, head + 1).first().map(|(key, _)| *key);
        let same = |entity: &Entity| !own || key.is_some_and(|key| entity.keys.contains(&key));
        self.by_family(sense.family, agree, |entity| of(entity) && same(entity))
    }

    /// By a role alone.
    pub(super) fn by_role(&mut self, doc: &Doc, phrase: &Phrase, agree: Agree) -> Option<usize> {
        let Some((_, sense)) = phrase.head else {
            let same = self.called_otherwise(doc, phrase);
            return Some(same.unwrap_or_else(|| self.described(doc, phrase, agree)));
        };
        let named = doc.is_surname(phrase.start).then(|| self.by_word.get(&doc.key(phrase.start)).copied()).flatten();
        if named.is_some() {
            return named;
        }
        let owner = owner_key(doc, phrase);
        let known = self.by_family_of(doc, phrase, owner, agree).or_else(|| self.told_before(doc, phrase, agree));
        if known.is_some() {
            return known;
        }
        Some(self.meant(doc, phrase, sense, owner, agree).unwrap_or_else(|| self.described(doc, phrase, agree)))
    }

    /// The one of no name whom the paragraph told of by the same Arabic noun: «شهادة سجين سابق …، ويقول السجين».
    fn told_before(&mut self, doc: &Doc, phrase: &Phrase, agree: Agree) -> Option<usize> {
        let single = doc.lang == Lang::Ar && phrase.definite && phrase.end == phrase.start + 1;
        let key = key_of(doc.word(phrase.start).strip_prefix("ال").filter(|_| single)?);
        let (from, _) = *doc.paragraphs.get(self.paragraph)?;
        let at = (from..phrase.start).rev().take(TOLD).find(|at| doc.key(*at) == key)?;
        let first = ar::phrase(doc, at, phrase.start).filter(|first| first.name.is_none())?;
        self.resolve(doc, &first, agree)
    }

    /// Whom an English phrase means that says of someone what no lexicon has ("the sixth-former added"): the one who
    /// spoke last, in this paragraph.
    fn called_otherwise(&self, doc: &Doc, phrase: &Phrase) -> Option<usize> {
        let single = phrase.agree.number == Number::One && phrase.possessor.is_none();
        let fits = doc.lang == Lang::En && phrase.definite && single && doc.word(phrase.start) == "the";
        let start = Byte(doc.paragraphs.get(self.paragraph).map_or(0, |(from, _)| doc.token(*from).start()));
        let here = |entity: &Entity| !entity.body && entity.mentions.last().is_some_and(|span| span.start >= start);
        self.find(&self.recent, here).filter(|_| fits)
    }

    /// Whom a role means that nobody named is known to have: the one in office, or one just spoken of.
    fn meant(&mut self, doc: &Doc, phrase: &Phrase, sense: Sense, owner: Option<Key>, agree: Agree) -> Option<usize> {
        let person = matches!(sense.class, Class::Role | Class::Title) && agree.number != Number::Many;
        let definite = phrase.definite && phrase.possessor.is_none();
        let generic = ar::is_generic(phrase) && (phrase.definite || phrase.possessor.is_some());
        // «писатель из Омска» is not whoever was named last, but «глава региона» is the one in office.
        let generic = generic && (doc.lang != Lang::Ru || owner.is_none() || sense.has(flag::OFFICE));
        let holds =
            |entity: &Entity| (!sense.has(flag::OFFICE) || entity.office) && (!sense.has(flag::AGENT) || !entity.agent);
        let fits = |entity: &Entity| entity.named && !entity.body && entity.agree.fits(agree);
        // "A fisherman said … the man said".
        let unnamed = doc.lang == Lang::En && agree.gender != Gender::Any;
        let known = |entity: &Entity| (unnamed || entity.named) && !entity.body && entity.agree.fits(agree);
        // "A coroner has warned": the one of the headline.
        let again = |entity: &Entity| doc.lang == Lang::En && entity.families.contains(&sense.family);
        let lead = self.paragraph + 1 == LEAD && person;
        let office = sense.class == Class::Body
            && sense.has(flag::GENERIC)
            && phrase.definite
            && phrase.end - phrase.start == 1 + start_words(doc, phrase);
        if office {
            let of = |entity: &Entity| {
                (entity.body && (entity.institution || doc.lang != Lang::Ru))
                    || (doc.lang == Lang::En && entity.may_be_body())
            };
            self.find(&self.recent, |entity| of(entity) && entity.agree.number != Number::Many)
        } else if lead
            && let Some(id) = self.find(&self.recent, |entity| {
                entity.waits.is_some_and(|wait| wait.from == 0)
                    && entity.agree.fits(agree)
                    && (definite || again(entity))
            })
        {
            if let Some(entity) = self.entities.get_mut(id) {
                entity.is_also(sense.family);
            }
            Some(id)
        } else if generic
            && doc.lang == Lang::Ar
            && let Some(id) = self.speakers.first().copied().filter(|id| Some(*id) != self.outer)
            && self.entity(id).is_some_and(|entity| !entity.body && !entity.named && entity.agree.fits(agree))
        {
            // «روى أحد الناجين …، وأضاف الشاب»: one who has spoken and has no name.
            Some(id)
        } else if generic {
            self.find(&self.recent, |entity| known(entity) && holds(entity))
        } else if person
            && definite
            && !(doc.lang == Lang::Ar && phrase.owner.is_some())
            && !(doc.lang == Lang::Ru && owner.is_some())
        {
            // «روائية … قالت الكاتبة»: who is called by what one is, and holds no office by it, was just spoken of.
            let plain = doc.lang == Lang::Ar && phrase.end == phrase.start + 1 && !sense.has(flag::OFFICE);
            let near = self.near(doc);
            let unknown = self.find(&near, |entity| fits(entity) && entity.families.is_empty());
            unknown.or_else(|| self.find(&near, |entity| plain && fits(entity)))
        } else {
            None
        }
    }

    /// Those just spoken of. The bodies that a Russian text names at the head of its sentences stand between.
    fn near(&self, doc: &Doc) -> Vec<usize> {
        let counts = |id: &usize| doc.lang != Lang::Ru || self.entity(*id).is_some_and(|entity| !entity.body);
        self.recent.iter().copied().filter(counts).take(NEAR).collect()
    }

    /// One who is called by what it is, as written.
    pub(super) fn described(&mut self, doc: &Doc, phrase: &Phrase, agree: Agree) -> usize {
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
        // "A coroner has warned", in a lead: who that is, the text will tell.
        let lead = doc.lang == Lang::En && self.paragraph < LEAD;
        let told = phrase.possessor.unwrap_or_default() == Agree::default() && (phrase.definite || lead);
        let waits = (person && !another && told).then_some(Wait { from: self.paragraph, vague: !phrase.definite });
        let owner = owner_key(doc, phrase);
        let institution = class == Some(Class::Body)
            && (family != 0 || doc.lang != Lang::Ru || phrase.head.is_some_and(|(at, _)| doc.token(at).capital));
        // «Дилер, пожелавший …, рассказывает»: a noun of one that no lexicon has.
        let unlisted =
            doc.lang == Lang::Ru && class.is_none() && phrase.agree != Agree::default() && agree.number != Number::Many;
        let mut entity = Entity {
            name,
            keys,
            agree,
            owner,
            body: !(person || unlisted),
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
