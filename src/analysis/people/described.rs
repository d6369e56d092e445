//! Someone whom nothing before means: one who is called by what it is, as written.

use super::entity::{Entity, Wait};
use super::owner::{owner_key, says_whose};
use super::registry::{LEAD, Registry};
use super::shown::{join, name_words, start_words};
use super::{Phrase, ar};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Number, flag};
use crate::text::Lang;

impl Registry {
    /// One who is called by the same words, else a new one.
    pub(crate) fn described(&mut self, doc: &Doc, phrase: &Phrase, agree: Agree) -> usize {
        let words = name_words(doc, phrase, phrase.start, phrase.end);
        let keys: Vec<Key> = words.iter().map(|(key, _)| *key).collect();
        let mine = self.mine(doc, phrase);
        let called = |entity: &Entity| mine.as_ref().is_none_or(|mine| *mine == entity.name);
        let same = |id: &usize| self.entity(*id).is_some_and(|entity| entity.keys == keys && called(entity));
        if let Some(id) = self.recent.iter().copied().find(same) {
            return id;
        }
        // A Russian role in the singular: «они» are others.
        let one = doc.lang == Lang::Ru && phrase.head_is(Class::Role) && agree.number == Number::Any;
        // «В РЖД заявили»: its people are several, and it is one.
        let agree = if doc.lang == Lang::Ru && phrase.head_is(Class::Body) { phrase.agree } else { agree };
        let agree = if one { Agree { number: Number::One, ..agree } } else { agree };
        // «ومحاميها», in a headline: only another of that trade is named by it.
        let headed = doc.lang == Lang::Ar && phrase.possessor.is_some();
        let waits = is_role(phrase, agree) && self.is_named_later(doc, phrase);
        // "The health department" is the health department.
        let article = doc.lang == Lang::En && phrase.head_is(Class::Body);
        let article = article
            && !says_whose(doc, phrase.start, phrase.end)
            && (words.len() > 2 || doc.token(phrase.start + 1).capital);
        let shown = words.get(start_words(doc, phrase)..).filter(|_| article).unwrap_or(&words);
        let mut entity = Entity {
            name: mine.unwrap_or_else(|| join(shown)),
            keys,
            agree,
            owner: owner_key(doc, phrase),
            body: !is_person(doc, phrase, agree),
            plural: doc.lang == Lang::Ru,
            institution: phrase.head_is(Class::Body),
            office: doc.lang == Lang::En && phrase.head.is_some_and(|(_, sense)| sense.has(flag::OFFICE)),
            waits: waits.then_some(Wait { from: self.paragraph, vague: !phrase.definite || headed }),
            ..Entity::default()
        };
        phrase.head.into_iter().for_each(|(_, role)| entity.is_also(role));
        self.entities.push(entity);
        let id = self.entities.len() - 1;
        self.note_surname(id);
        id
    }

    /// How one is called of whom an Arabic speaker says what he is to him: «أمي» in the words of فلان is «أم فلان».
    fn mine(&self, doc: &Doc, phrase: &Phrase) -> Option<String> {
        let (head, _) = phrase.head.filter(|_| doc.lang == Lang::Ar && is_mine(phrase))?;
        let owner = self.entity(self.outer?).filter(|owner| owner.is_named())?;
        let noun = doc.word(head).strip_suffix('ي').filter(|noun| noun.len() > 2)?;
        let noun = match noun {
            "أب" => "والد",
            "أخ" => "شقيق",
            "أخت" | "بنت" => noun,
            _ => &noun.strip_suffix('ت').map_or_else(|| noun.to_owned(), |root| [root, "ة"].concat()),
        };
        // «أخي الأكبر».
        let more = doc.words(head + 1, phrase.end);
        let gap = if more.is_empty() { "" } else { " " };
        Some([noun, " ", &owner.name, gap, more].concat())
    }

    /// Whether the text may yet name the bearer of a role, which is known but for its name, and nobody's.
    fn is_named_later(&self, doc: &Doc, phrase: &Phrase) -> bool {
        // «إيقاف عداءة.. ومحاميها: «…»»: in an Arabic headline, of one who is told of there.
        let headed = doc.lang == Lang::Ar && self.paragraph == 0;
        if phrase.possessor.unwrap_or_default() != Agree::default() && !headed {
            return false;
        }
        match doc.lang {
            // «عامل بناء» is any.
            Lang::Ar => phrase.definite && (phrase.start..phrase.end).any(|at| is_known(doc, phrase, at)),
            // «адвокат Ивана Петрова» is not Иван Петров.
            // «Хоккеист «Волны» ушёл», in a headline.
            Lang::Ru => {
                let marks = |at: usize| self.paragraph == 0 && at > 0 && doc.pair_at(at - 1).is_some();
                let another = |at: usize| doc.token(at).capital && !marks(at);
                phrase.definite && !(phrase.start + 1..phrase.end).any(another)
            }
            // "A coroner has warned", in a lead.
            Lang::En => phrase.definite || self.paragraph < LEAD,
        }
    }
}

/// Whether an Arabic phrase says what somebody is to the one who speaks: «زوجي».
pub(super) fn is_mine(phrase: &Phrase) -> bool {
    phrase.possessor == Some(Agree::new(Gender::Any, Number::One)) && phrase.head_is(Class::Role)
}

/// Whether an Arabic word of a role shows that its bearer is known: an article, an owner, or an office.
fn is_known(doc: &Doc, phrase: &Phrase, at: usize) -> bool {
    let office = phrase.head.is_some_and(|(_, sense)| sense.has(flag::OFFICE));
    office || ar::word(doc, at).article || ar::word(doc, at).owner.is_some() || doc.word(at).starts_with("ال")
}

/// Whether a phrase says what one person is.
fn is_role(phrase: &Phrase, agree: Agree) -> bool {
    phrase.head_is(Class::Role) && agree.number != Number::Many
}

/// Whether a phrase describes a person: the bearer of a role; in Russian a source as well, and whom a noun means that no
/// lexicon has («Дилер, пожелавший …, рассказывает»).
fn is_person(doc: &Doc, phrase: &Phrase, agree: Agree) -> bool {
    let unlisted = || phrase.head.is_none() && phrase.agree != Agree::default() && agree.number != Number::Many;
    is_role(phrase, agree) || doc.lang == Lang::Ru && (phrase.head_is(Class::Source) || unlisted())
}
