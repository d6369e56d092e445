//! Whom an Arabic role without a name means. The article says that its bearer is known («الوزير»), and what it is annexed
//! to tells it from others of its kind («مدير المدرسة»).

use super::ar;
use super::ar_said::is_age;
use super::by_role::Role;
use super::entity::Entity;
use super::registry::Registry;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, flag, key_of};
use crate::analysis::listed::is_listed;

/// Tokens back in its paragraph in which a noun may have told of somebody who has no name.
const TOLD: usize = 120;

impl Registry {
    /// The one with the same role of the same body, whom the paragraph told of by the same noun, whom the headline means,
    /// or one just spoken of.
    pub(super) fn arabic_bearer(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        // «المتهم الثاني» is nobody but who is called so.
        let counted = "الثاني الثانية الثالث الثالثة الرابع الرابعة الآخر الأخرى";
        if role.phrase.end > role.phrase.start + 1 && is_listed(doc.word(role.phrase.end - 1), counted) {
            return None;
        }
        // «الراحل» is the one whom the text is about.
        if is_listed(doc.word(role.phrase.start), "الراحل الراحلة الفقيد الفقيدة المرحوم المرحومة")
        {
            return self.entities.iter().position(|entity| entity.named && role.suits(entity));
        }
        // «المصدر ذاته» is the one who spoke.
        let same = role.sense.class == Class::Source && doc.is(role.phrase.end - 1, Class::SelfWord);
        if let Some(id) = self.spoke_last().filter(|_| same) {
            return Some(id);
        }
        self.relative(doc, role)
            .or_else(|| self.of_several(doc, role))
            .or_else(|| self.by_same_role(role, |entity| role.owner.is_none() || entity.owner == role.owner))
            .or_else(|| self.said_of(doc, role))
            .or_else(|| self.ministry(doc, role))
            .or_else(|| self.told_before(doc, role))
            .or_else(|| self.headed(role, |_, entity| role.is_definite() && entity.waits_since_headline()))
            .or_else(|| if role.is_anyones() { self.someone(doc, role) } else { self.called_by_trade(doc, role) })
    }

    /// Of several who have a role, the one of whom its other words were said: «الوزير التركي».
    fn of_several(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let again = role.is_personal() && role.is_definite();
        let same = |entity: &Entity| entity.families.contains(&role.sense.family) && role.suits(entity);
        let may = |entity: &Entity| same(entity) && (role.owner.is_none() || entity.owner == role.owner);
        self.weighed(doc, (role.head, role.phrase.end), may).filter(|(_, most)| again && *most > 0).map(|(id, _)| id)
    }

    /// The last body that was called by what it looks after: «الخارجية التركية» is «الوزارة».
    fn ministry(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let affairs = ["الخارجية", "الداخلية", "الدفاع", "الصحة", "المالية", "العدل", "الزراعة"].map(key_of);
        let is = |entity: &Entity| entity.institution && entity.keys.first().is_some_and(|key| affairs.contains(key));
        let plain = doc.word(role.head) == "الوزارة" && role.phrase.end == role.head + 1;
        if plain { self.find(&self.recent, is) } else { None }
    }

    /// The one of no name whom the paragraph told of by the same noun: «شهادة سجين سابق …، ويقول السجين».
    fn told_before(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let start = role.phrase.start;
        let single = role.phrase.definite && role.phrase.end == start + 1;
        let key = key_of(doc.word(start).strip_prefix("ال").filter(|_| single)?);
        let (from, _) = *doc.paragraphs.get(self.paragraph)?;
        let at = (from..start).rev().take(TOLD).find(|at| doc.key(*at) == key)?;
        let place = doc.bytes(at, at + 1);
        let around =
            |entity: &Entity| entity.mentions.iter().any(|one| one.start <= place.start && place.end <= one.end);
        if let Some(id) = self.find(&self.recent, |entity| around(entity) && role.suits(entity)) {
            return Some(id);
        }
        let first = ar::phrase(doc, at, start).filter(|first| first.name.is_none())?;
        self.resolve(doc, &first, role.agree)
    }

    /// For a general word, the one who spoke last, if he has no name («روى أحد الناجين …، وأضاف الشاب»), else the last one
    /// who has.
    fn someone(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let nameless = |entity: &Entity| role.suits(entity) && !entity.named;
        let speaker = self.spoke_last().filter(|id| self.entity(*id).is_some_and(nameless));
        let words = (role.head, role.phrase.end);
        speaker.or_else(|| self.weighed(doc, words, |entity| role.may_mean(entity)).map(|(id, _)| id))
    }

    /// One just named of whom no role is known, or, by one word that is no office, whoever was just named: «روائية …
    /// قالت الكاتبة».
    fn called_by_trade(&self, doc: &Doc, role: &Role) -> Option<usize> {
        if !role.is_personal() || !role.is_definite() || role.phrase.owner.is_some() {
            return None;
        }
        let aged = usize::from(is_age(doc, role.phrase.end - 1));
        let trade = role.phrase.end == role.phrase.start + 1 + aged && (aged > 0 || !role.has(flag::OFFICE));
        let whoever = || if trade { self.just_named(role, |_| true) } else { None };
        self.just_named(role, Entity::is_untold).or_else(whoever)
    }
}
