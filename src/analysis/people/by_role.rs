//! Whom a role without a name means: one who is known to have it, one whom its language lets it mean, or someone new.
//! What each language allows stands in `ar_bearer`, `ru_bearer` and `en_bearer`.

use super::Phrase;
use super::entity::Entity;
use super::owner::{owner_key, says_whose};
use super::registry::{MEMORY, Registry};
use super::shown::start_words;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Key, Number, Sense, family_of, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::text::Lang;

/// What an English body trades in, before the word for it: "the law firm".
const TRADES: &str = "think law tech technology rail train bus coach ferry energy oil gas water power phone telecoms insurance budget \
                      shipping construction engineering security food drinks software media consulting accounting accountancy \
                      mining investment private-equity equity ratings rating credit lobbying hotel pharmaceutical drug chip \
                      car fashion gaming betting football rugby cricket baseball advocacy aid rights retail";

/// A role without a name, and what it asks of its bearer.
#[derive(Clone, Copy)]
pub(super) struct Role<'p> {
    pub(super) phrase: &'p Phrase,
    /// The token of its noun.
    pub(super) head: usize,
    pub(super) sense: Sense,
    /// What it is of («مدير المدرسة»).
    pub(super) owner: Option<Key>,
    pub(super) agree: Agree,
}

impl Role<'_> {
    pub(super) fn has(&self, flags: u32) -> bool {
        self.sense.has(flags)
    }

    /// Whether it is one person's: no body's, and not that of several.
    pub(super) fn is_personal(&self) -> bool {
        matches!(self.sense.class, Class::Role | Class::Title) && self.agree.number != Number::Many
    }

    /// Whether the text has told of its bearer, and nothing else tells who it is: «الوزير», "the captain", but not "his captain".
    pub(super) fn is_definite(&self) -> bool {
        self.phrase.definite && self.phrase.possessor.is_none()
    }

    /// Whether any person already spoken of may be meant by it: «المسؤول», «эксперт», "the man", "his friend".
    pub(super) fn is_anyones(&self) -> bool {
        let known = self.phrase.definite || self.phrase.possessor.is_some();
        known && self.has(flag::GENERIC) && self.sense.class != Class::Body
    }

    /// Whether it is a general word for a body and nothing else: «ведомство», «в надзорном ведомстве», "the company".
    pub(super) fn is_body_again(&self, doc: &Doc) -> bool {
        let Phrase { start, end, definite, .. } = *self.phrase;
        let last = || self.has(flag::OFFICE) && self.head + 1 == end;
        // "The Leeds-based brewery".
        let based = || is_based(doc, start + 1) && self.head == start + 2;
        let kind = || self.head == start + 2 && end == start + 3 && is_listed(doc.word(start + 1), TRADES);
        let alone = || {
            let more = based() || last() || doc.lang == Lang::En && kind();
            doc.word(end) != "that" && end - start == 1 + start_words(doc, self.phrase) || more
        };
        self.sense.class == Class::Body && self.has(flag::GENERIC) && definite && !self.is_owned(doc) && alone()
    }

    /// Whether an English role says before its noun whose it is: "the home's director", "the state attorney general's office".
    pub(super) fn is_owned(&self, doc: &Doc) -> bool {
        doc.lang == Lang::En && says_whose(doc, self.phrase.start, self.head)
    }

    /// Whether a person is of its gender and number.
    pub(super) fn suits(&self, entity: &Entity) -> bool {
        !entity.body && entity.agree.fits(self.agree) && entity.may_be_called(self.sense)
    }

    /// Whether an entity is one of those whom a general role means: «чиновник» means who holds an office, «подсудимый»
    /// nobody who speaks for another.
    pub(super) fn takes_in(&self, entity: &Entity) -> bool {
        (!self.has(flag::OFFICE) || entity.office) && (!self.has(flag::AGENT) || !entity.agent)
    }

    /// Whether a general role may mean an entity, which has a name.
    pub(super) fn may_mean(&self, entity: &Entity) -> bool {
        entity.named && self.suits(entity) && self.takes_in(entity)
    }
}

/// Whether a word says where a body has its seat: "Leeds-based", "London-listed".
pub(super) fn is_based(doc: &Doc, at: usize) -> bool {
    ends_in(doc.word(at), &["-based", "-listed", "-headquartered"])
}

impl Registry {
    /// By a role alone.
    pub(super) fn by_role(&mut self, doc: &Doc, phrase: &Phrase, agree: Agree) -> usize {
        let known = match phrase.head {
            Some((head, sense)) => self.by_surname(doc, phrase.start).or_else(|| {
                let role = Role { phrase, head, sense, owner: owner_key(doc, phrase), agree };
                self.bearer(doc, &role)
            }),
            None => match doc.lang {
                Lang::Ar => self.told_so(doc, phrase, agree),
                // «Голубятник Матвей Шиш …», then «Голубятник предложил».
                Lang::Ru => {
                    let trade = family_of(doc.word(phrase.start));
                    self.find(&self.recent, |one| one.called.contains(&trade) && one.agree.gender_fits(agree))
                }
                Lang::En => self.called_otherwise(doc, phrase),
            },
        };
        known.unwrap_or_else(|| self.described(doc, phrase, agree))
    }

    /// One whose name has a word that is a role as well.
    fn by_surname(&self, doc: &Doc, at: usize) -> Option<usize> {
        // "The Greens" makes no surname of "the".
        let name = doc.lang != Lang::En || doc.token(at).capital;
        if name && doc.is_surname(at) { self.by_word.get(&doc.key(at)).copied() } else { None }
    }

    /// One who was spoken of, by what the language allows.
    fn bearer(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let id = match doc.lang {
            Lang::Ar => self.arabic_bearer(doc, role),
            Lang::Ru => self.russian_bearer(doc, role),
            Lang::En => self.english_bearer(doc, role),
        }?;
        let lead = self.is_lead(role);
        let entity = self.entities.get_mut(id)?;
        // Whom the headline means has that role too.
        if lead && entity.waits_since_headline() {
            entity.is_also(role.sense);
        } else if entity.named && role.owner.is_none() && role.is_personal() {
            entity.is_called(role.sense);
        }
        Some(id)
    }

    /// Notes a role that is not one's own, by which the text has called one.
    pub fn also_calls(&mut self, id: usize, role: Sense) {
        self.entities.get_mut(id).into_iter().for_each(|entity| entity.is_called(role));
    }

    /// One whose role is of a family.
    pub(super) fn by_family(&self, family: u16, agree: Agree) -> Option<usize> {
        let fits = |one: &Entity| family != 0 && one.families.contains(&family) && one.agree.gender_fits(agree);
        self.find(&self.recent, fits).or_else(|| self.entities.iter().take(MEMORY).position(fits))
    }
}
