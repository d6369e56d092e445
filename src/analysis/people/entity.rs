//! One person or body of a text.

use super::facts::Facts;
use crate::analysis::lexicon::{Agree, Gender, Key, Number, Sense, flag};
use crate::text::{Byte, Span};

/// A role that waits for its name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wait {
    /// The paragraph it was named in.
    pub(super) from: usize,
    /// Whether it was named as one of many ("a coroner"): only the same role tells that a name is its.
    pub(super) vague: bool,
}

/// A person or body.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // Independent facts about it.
pub(crate) struct Entity {
    pub name: String,
    pub(super) keys: Vec<Key>,
    pub(super) families: Vec<u16>,
    /// The families of roles that are not its own, by which the text has called it.
    pub(super) called: Vec<u16>,
    /// What else the text tells of it.
    pub(super) facts: Facts,
    /// The body or thing that its role is of («مدرب الساحل»).
    pub(super) owner: Option<Key>,
    pub(super) agree: Agree,
    /// Whether it is a body, a group or a document: no "he" or "she".
    pub body: bool,
    /// Whether the second word of its name may be what it does («جمعة الخبّاز»).
    pub(super) epithet: bool,
    /// Whether its plural is only ever a plural, as in Russian.
    pub(super) plural: bool,
    /// Whether it is a body, and no group, document or source.
    pub(super) institution: bool,
    /// Whether it speaks for another or for the law.
    pub(super) agent: bool,
    /// Whether it holds an office.
    pub(super) office: bool,
    /// Whether its given name ends as those of women do, or of men.
    pub(super) ending: Gender,
    /// Whether it has a name of its own, and not only a role.
    pub(super) named: bool,
    /// The paragraph of a role whose name may come later («the captain … Lena Ostrow»).
    pub(super) waits: Option<Wait>,
    /// The paragraph that spoke of it last.
    pub(super) seen: usize,
    pub mentions: Vec<Span<Byte>>,
}

impl Entity {
    /// Whether it is worth telling of by itself: a person with a name.
    pub fn is_person(&self) -> bool {
        self.named && !self.body && self.keys.len() > 1
    }

    /// Its gender and number, as far as the text has told them.
    pub fn agree(&self) -> Agree {
        self.agree
    }

    /// Whether it has a name of its own, and not only a role.
    pub fn is_named(&self) -> bool {
        self.named
    }

    /// Whether it has a role of a family.
    pub fn has_role(&self, family: u16) -> bool {
        self.families.contains(&family)
    }

    /// Whether it is a body, or may be one: called by one word of which no role and no gender is known.
    pub(super) fn may_be_body(&self) -> bool {
        let unknown = self.families.is_empty()
            && self.facts.age.is_none()
            && matches!(self.agree.gender, Gender::Any | Gender::N);
        self.body || (self.named && self.keys.len() == 1 && unknown)
    }

    /// Whether its role may be of the same thing, as far as the text tells.
    pub(super) fn may_be_of(&self, owner: Option<Key>) -> bool {
        owner.is_none() || self.owner.is_none() || self.owner == owner
    }

    /// Whether the headline calls it by a role, and nothing has named it since.
    pub(super) fn waits_since_headline(&self) -> bool {
        self.waits.is_some_and(|wait| wait.from == 0)
    }

    /// Whether no role of its own is known: to be somebody's relative is none.
    pub(super) fn is_untold(&self) -> bool {
        self.families.is_empty() || self.facts.relation.is_some() && !self.facts.trade
    }

    /// Notes another role.
    pub(super) fn is_also(&mut self, role: Sense) {
        self.facts.learn(role);
        if role.family != 0 && !self.families.contains(&role.family) {
            self.families.push(role.family);
        }
    }

    /// Notes a role that is not its own, by which the text has called it.
    pub(super) fn is_called(&mut self, role: Sense) {
        self.called.retain(|family| *family != role.family);
        self.called.push(role.family);
        // «эксперт» makes no doctor of a lawyer.
        if self.facts.kinds & role.kinds() == 0 {
            self.facts.kinds |= role.kinds();
        }
    }

    /// Whether none of its roles is of another kind, or of the other side, than one by which it may be called.
    pub(super) fn may_be_called(&self, role: Sense) -> bool {
        let (own, kinds) = (self.facts.kinds, role.kinds());
        let agree = |of: u32| own & of == 0 || kinds & of == 0 || own & kinds & of != 0;
        agree(flag::SIDES) && agree(!flag::SIDES)
    }

    /// Whether a verb or pronoun may mean it: a body takes the gender of its noun, and a group the plural.
    pub fn fits(&self, agree: Agree) -> bool {
        if self.body && !self.plural && agree.number == Number::One && self.agree.number == Number::Many {
            return agree.gender == Gender::Any || agree.gender == Gender::F && self.agree.gender != Gender::M;
        }
        let other = matches!((self.ending, agree.gender), (Gender::F, Gender::M) | (Gender::M, Gender::F));
        self.agree.fits(agree) && !(other && self.agree.gender == Gender::Any)
    }
}
