//! Whom a role or a document means: one who is known to have it, one in office, one just spoken of, or someone new.

use super::entity::{Entity, Wait};
use super::registry::{LEAD, MEMORY, NEAR, Registry};
use super::shown::{join, name_words, owner_key, owner_phrase, start_words};
use super::{Phrase, ar};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Number, Sense, flag, key_of};
use crate::analysis::token::Kind;
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
        let many = |entity: &Entity| entity.agree.number == Number::Many && !(doc.lang == Lang::Ru && personal);
        let owns = |entity: &Entity| (entity.body || personal) && !many(entity);
        let list = if doc.lang == Lang::En { &self.recent } else { &self.speakers };
        let later = || self.find(&self.recent, owns).filter(|_| doc.lang == Lang::Ar);
        let of_body = if phrase.definite { self.find(list, owns).or_else(later) } else { None };
        let last = || if personal && phrase.definite { self.find(&self.recent, owns) } else { None };
        let of_body = of_body.or_else(last);
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
        // «собеседник агентства»: what such a role is of says nothing of who it is.
        let with = doc.lang == Lang::Ru && sense.class == Class::Role && sense.has(flag::RELAY) && phrase.definite;
        let fits = |entity: &Entity| entity.body || entity.agree.fits(agree);
        let last = self.speakers.first().copied().filter(|id| with && Some(*id) != self.outer);
        if let Some(id) = last.filter(|id| self.entity(*id).is_some_and(fits)) {
            return Some(id);
        }
        let owner = owner_key(doc, phrase).filter(|_| !with);
        let known = self.by_family_of(doc, phrase, owner, agree).or_else(|| self.told_before(doc, phrase, agree));
        if known.is_some() {
            return known;
        }
        let bare = doc.lang == Lang::Ru && sense.class == Class::Role && owner.is_none() && phrase.possessor.is_none();
        let anew = if bare { self.called_anew(doc, phrase, sense, agree) } else { None };
        let meant = anew.or_else(|| self.meant(doc, phrase, sense, owner, agree));
        Some(meant.unwrap_or_else(|| self.described(doc, phrase, agree)))
    }

    /// Whom a Russian role without a name means in a paragraph that has named someone, or behind one who has just spoken:
    /// news does not say a name twice, and calls one by what one is («Пирматов пояснил … — предупредил банкир»). An
    /// office or a part in a trial has its own bearer, and a passer-by is anybody: only one without a role is called so.
    fn called_anew(&self, doc: &Doc, phrase: &Phrase, sense: Sense, agree: Agree) -> Option<usize> {
        if !phrase.definite || agree.number == Number::Many || sense.has(flag::OBJ) {
            return None;
        }
        // A line of dialogue goes on with whom the paragraph before it is about, but not with who said the line before.
        let line = doc.paragraphs.get(self.paragraph).filter(|(_, end)| phrase.start >= *end);
        let answers = line.is_some_and(|(from, _)| doc.kind(*from) == Kind::Dash);
        // «глава МИД» is the minister, «глава города» the mayor.
        let head = doc.lexicon.sense(key_of("глава"), Class::Role).map_or(0, |head| head.family);
        let generic = sense.has(flag::GENERIC);
        let own = sense.has(flag::OFFICE | flag::AGENT | flag::ONLY) && !generic;
        let here = self.recent.iter().any(|id| self.is_here(*id) && self.entity(*id).is_some_and(|one| !one.body));
        let fits = |entity: &Entity| {
            entity.seen + usize::from(!here) >= self.paragraph
                && !entity.body
                && entity.agree.fits(agree)
                && !(own && entity.families.iter().any(|family| *family != head))
                && !(line.is_some() && entity.office && !generic)
                && !(sense.has(flag::AGENT) && entity.agent)
        };
        let (spoke, party) = (self.speakers.first().copied(), sense.has(flag::AGENT | flag::ONLY) && !generic);
        let spoken = |entity: &Entity| !answers && if here { entity.named || generic } else { entity.named && !party };
        let known = |id: usize, entity: &Entity| {
            let other = entity.named && here && !(own && sense.has(flag::AGENT));
            if spoke == Some(id) { spoken(entity) } else { other }
        };
        let fits = |id: &usize| self.entity(*id).is_some_and(|entity| known(*id, entity) && fits(entity));
        self.recent.iter().copied().filter(|id| Some(*id) != self.outer).find(fits)
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
        let person_meant = sense.class != Class::Body && (owner.is_none() || sense.has(flag::OFFICE));
        let generic = generic && (doc.lang != Lang::Ru || person_meant);
        let generic = generic && (doc.lang != Lang::En || person);
        // "The Minister for Health": whom the text brings in.
        let of = phrase.head.map_or(phrase.end, |(head, _)| head + 1);
        let whole = doc.lang == Lang::En && matches!(doc.word(of), "of" | "for") && doc.token(of + 1).capital;
        let holds =
            |entity: &Entity| (!sense.has(flag::OFFICE) || entity.office) && (!sense.has(flag::AGENT) || !entity.agent);
        let fits = |entity: &Entity| entity.named && !entity.body && entity.agree.fits(agree);
        // "A fisherman said … the man said".
        let unnamed = doc.lang == Lang::En && agree.gender != Gender::Any;
        let known = |entity: &Entity| (unnamed || entity.named) && !entity.body && entity.agree.fits(agree);
        if is_body_again(doc, phrase, sense) {
            self.body_meant(doc, sense)
        } else if let Some(id) = self.headed(doc, sense, agree, definite).filter(|_| person) {
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
            && !whole
            && !(doc.lang == Lang::Ar && phrase.owner.is_some())
            && doc.lang != Lang::Ru
        {
            // «روائية … قالت الكاتبة»: who is called by what one is, and holds no office by it, was just spoken of.
            let plain = doc.lang == Lang::Ar && phrase.end == phrase.start + 1 && !sense.has(flag::OFFICE);
            let near: Vec<usize> = self.recent.iter().copied().take(NEAR).collect();
            let unknown = self.find(&near, |entity| fits(entity) && entity.families.is_empty());
            unknown.or_else(|| self.find(&near, |entity| plain && fits(entity)))
        } else {
            None
        }
    }

    /// The body spoken of last that a general word for one means.
    fn body_meant(&self, doc: &Doc, sense: Sense) -> Option<usize> {
        let english = doc.lang == Lang::En;
        let body = |entity: &Entity| {
            (entity.body && (entity.institution || doc.lang != Lang::Ru)) || (english && entity.may_be_body())
        };
        // "The company" is no union, and no court.
        let unknown = |entity: &Entity| entity.named && entity.families.is_empty();
        let other = |entity: &Entity| {
            english && (sense.has(flag::AGENT) && entity.office || sense.has(flag::OFFICE) && !unknown(entity))
        };
        self.find(&self.recent, |entity| body(entity) && !other(entity) && entity.agree.number != Number::Many)
    }

    /// Whom a headline means that a role in the lead means as well: the one of that role ("A coroner has warned"), in
    /// English the one who speaks in it ("“…”, says GP", then "A doctor has warned"), or whose surname it has alone.
    fn headed(&self, doc: &Doc, sense: Sense, agree: Agree, definite: bool) -> Option<usize> {
        if self.paragraph + 1 != LEAD {
            return None;
        }
        let english = doc.lang == Lang::En;
        let spoke = self.speakers.first().and_then(|id| self.entity(*id)).filter(|_| english);
        let surname = |key: &Key| doc.surnames.binary_search(key).is_ok();
        let alone = |entity: &Entity| {
            let unexplained = entity.seen == 0 && !entity.body && entity.families.is_empty();
            english && unexplained && entity.named && entity.keys.iter().all(surname)
        };
        let again = |entity: &Entity| {
            let same = english && entity.families.contains(&sense.family);
            definite || same || spoke.is_some_and(|spoke| std::ptr::eq(spoke, entity))
        };
        let waits = |entity: &Entity| entity.waits.is_some_and(|wait| wait.from == 0);
        let fits = |entity: &Entity| entity.agree.fits(agree) && (waits(entity) && again(entity) || alone(entity));
        self.find(&self.recent, fits)
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
            body: !(person || unlisted || doc.lang == Lang::Ru && class == Some(Class::Source)),
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

/// Whether a phrase is a general word for a body and nothing else: «ведомство», «в надзорном ведомстве», "the company".
fn is_body_again(doc: &Doc, phrase: &Phrase, sense: Sense) -> bool {
    let last = || sense.has(flag::OFFICE) && phrase.head.is_some_and(|(head, _)| head + 1 == phrase.end);
    let alone = || phrase.end - phrase.start == 1 + start_words(doc, phrase) || last();
    sense.class == Class::Body && sense.has(flag::GENERIC) && phrase.definite && alone()
}
