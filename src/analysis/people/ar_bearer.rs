//! Whom an Arabic role without a name means. The article says that its bearer is known («الوزير»), and what it is annexed
//! to tells it from others of its kind («مدير المدرسة»).

use super::ar_said::is_lawyer;
use super::by_role::Role;
use super::entity::Entity;
use super::facts::age;
use super::registry::{NEAR, Registry};
use super::weigh::{Grounds, Reason};
use super::{ar, ar_apposed, ar_word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, flag, key_of};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::token::Kind;

/// Tokens back in its paragraph in which a noun may have told of somebody who has no name.
const TOLD: usize = 120;

/// Bodies that have a bench.
const COURTS: [&str; 4] = ["محكمة", "المحكمة", "مجلس", "المجلس"];

/// Tokens from the comma behind a role up to the name that its bearer does not give, at most.
const WITHHELD: usize = 7;

impl Registry {
    /// The one with the same role of the same body, whom the paragraph told of by the same noun, whom the headline means,
    /// or one just spoken of.
    pub(super) fn arabic_bearer(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        // «المتهم الثاني» is nobody but who is called so.
        let counted = "الثاني الثانية الثالث الثالثة الرابع الرابعة الآخر الأخرى";
        if role.phrase.end > role.phrase.start + 1 && is_listed(doc.word(role.phrase.end - 1), counted) {
            return None;
        }
        // «علمت الصحيفة من دبلوماسي أن …، وأضاف المصدر».
        let anyone = |id: &usize| {
            self.entity(*id).is_some_and(|one| !one.named && !one.institution && one.seen == self.paragraph)
        };
        let source = role.sense.class == Class::Source && doc.word(role.phrase.start) == "المصدر";
        if let Some(id) =
            self.spoke_last().filter(anyone).filter(|_| source && role.phrase.end == role.phrase.start + 1)
        {
            return Some(id);
        }
        // «الشاعر، الذي رفض ذكر اسمه،» is nobody who was named.
        let end = role.phrase.end;
        let withholds = |at: usize| is_listed(doc.word(at), "اسمه اسمها هويته هويتها");
        if doc.kind(end) == Kind::Comma && (end + 2..end + WITHHELD).any(withholds) {
            return None;
        }
        // «إحدى مريضاتها» is nobody who was named.
        if role.phrase.name.is_none() && is_listed(doc.word(role.head), "أحد إحدى") {
            return None;
        }
        // «الراحل» is the one whom the text is about.
        if is_listed(doc.word(role.phrase.start), "الراحل الراحلة الفقيد الفقيدة المرحوم المرحومة")
        {
            return self.entities.iter().position(|entity| entity.named && role.suits(entity));
        }
        // «ابنة الخامسة والثلاثين», «صاحب «ظل النخلة»» are the one named last.
        let person = |entity: &Entity| entity.named && !entity.body && entity.agree.fits(role.agree);
        let here = |id: &usize| self.entity(*id).is_some_and(|one| person(one) && one.seen == self.paragraph);
        let spoke = || self.spoke_last().filter(here).or_else(|| self.find(&self.recent, person));
        if is_byname(doc, role.head)
            && let Some(id) = spoke()
        {
            return Some(id);
        }
        // «المصدر ذاته» is the one who spoke.
        let again = doc.is(role.phrase.end - 1, Class::SelfWord) || ar::is_same(doc, role.phrase.start);
        let same = role.sense.class == Class::Source && again;
        if let Some(id) = self.spoke_last().filter(|_| same) {
            return Some(id);
        }
        if let Some(id) = self.court(doc, role) {
            return Some(id);
        }
        let found = self.weigh(doc, role, &|place, id, one| self.arabic_grounds(doc, role, (place, id), one));
        let found = found.filter(|(_, id)| self.may_speak(doc, role, *id));
        let firm = found.filter(|(reason, _)| *reason >= Reason::Said).map(|(_, id)| id);
        let firm = firm.or_else(|| self.chair(doc, role)).or_else(|| self.counsel(doc, role));
        firm.or_else(|| self.aged(doc, role))
            .or_else(|| self.ministry(doc, role))
            .or_else(|| self.told_before(doc, role))
            .or(found.map(|(_, id)| id))
    }

    /// The court whose bench a role is: «وخلصت هيئتها إلى أن».
    fn court(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let owner = role.phrase.possessor.filter(|_| doc.word(role.head).starts_with("هيئت"))?;
        let is = |one: &Entity| one.keys.first().is_some_and(|key| COURTS.map(key_of).contains(key));
        self.find(&self.recent, |one| is(one) && one.fits(owner))
    }

    /// Whether one may be meant by a role that speaks for a body: «رئيس الحكومة فلان …، وأوضح الناطق باسم الحكومة» is another.
    fn may_speak(&self, doc: &Doc, role: &Role, id: usize) -> bool {
        let speaks = |one: &Entity| one.agent || !one.named;
        !doc.word(role.head + 1).starts_with("باسم") || self.entity(id).is_some_and(speaks)
    }

    /// The one named last, of whom a role with an age tells more: «وأوضحت عالمة الجليد البالغة 41 عاماً».
    fn aged(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let aged = role.is_personal() && role.phrase.possessor.is_none() && tells_age(doc, role.phrase.end);
        let person = |one: &Entity| one.named && !one.body && one.agree.fits(role.agree);
        if aged { self.find(&self.recent, person) } else { None }
    }

    /// For a general word, the grounds of having a name or being the one who spoke last; else of having just been named,
    /// where no role is known or the word is no office: «روائية … قالت الكاتبة».
    fn arabic_grounds(&self, doc: &Doc, role: &Role, (place, id): (usize, usize), one: &Entity) -> Grounds {
        // «الناطق باسمها» is no one who has spoken for himself.
        let of_body = doc.word(role.head + 1).starts_with("باسم");
        if role.is_anyones() && of_body && !one.agent {
            return None;
        }
        // «نقل المحامي عن موكله»: who has a lawyer is none.
        if doc.word(role.head).contains("موكل") && is_lawyer(doc, one) {
            return None;
        }
        if role.is_anyones() {
            // «روى أحد الناجين …، وأضاف الشاب».
            let speaks = !one.named && self.spoke_last() == Some(id);
            return (speaks || role.may_mean(one)).then_some((Reason::Anyone, usize::from(speaks)));
        }
        let (start, end) = (role.phrase.start, role.phrase.end);
        // «المدرب الإسباني فلان», then «مدرب الفريق».
        let body = ar::word(doc, role.head + 1);
        let general =
            end == role.head + 2 && body.sense.is_some_and(|sense| sense.class == Class::Body && body.article);
        let general = general || (end == role.head + 2 && doc.word(role.head + 1) == "الفريق");
        let same = role.sense.family != 0 && one.families.contains(&role.sense.family);
        if general && same && one.named && one.owner.is_none() {
            return Some((Reason::Called, 0));
        }
        let open = role.is_personal() && role.is_definite() && role.phrase.owner.is_none();
        let aged = usize::from(age(doc, end - 1, end).is_some());
        let trade = end == start + 1 + aged && (aged > 0 || !role.has(flag::OFFICE));
        // «الرئيس السابق» is one who was known before; «المحافظ» is nobody of whom no more is told than a name.
        let was = is_listed(doc.word(end - 1), "السابق السابقة الأسبق");
        // «اللاعب المخضرم».
        let praised = "المخضرم المخضرمة القدير القديرة الشاب الشابة العجوز المسن المسنة الشهير الشهيرة المعروف المعروفة الرئيسي الرئيسية الوحيد الوحيدة";
        let trade = trade || (end == start + 2 && is_listed(doc.word(end - 1), praised) && !role.has(flag::OFFICE));
        // «المدير الفني فلان» is a coach.
        let coach = matches!(doc.word(role.head), "المدرب" | "المدربة")
            && ["مدير", "فني"].map(key_of).iter().all(|key| one.facts.said.contains(key));
        if coach && place < NEAR {
            return Some((Reason::Called, 0));
        }
        if end == start + 1 && place < NEAR && one.named && is_of_age(doc, role.head, one) {
            return Some((Reason::Called, 0));
        }
        // «الدبلوماسي السويدي», «اللاعب الدولي».
        let nisba = end == start + 2 && is_nisba(doc, end - 1) && !role.has(flag::OFFICE);
        let trade = trade || nisba || (was || !role.has(flag::OFFICE)) && one.is_untold();
        // «الأستاذة فلانة تنوب عن»: so are lawyers called.
        let counsel = is_listed(doc.word(role.head), "المحامي المحامية");
        let counsel = counsel && ["أستاذ", "أستاذة"].map(key_of).iter().any(|key| one.facts.said.contains(key));
        let trade = trade || counsel && end == start + 1;
        // «وقال دفاعه المحامي فلان …. واعترف المتهم»: no lawyer, judge or witness is accused.
        let court = ["محامي", "قاضي", "مستشار", "نيابة", "وكيل", "شاهد", "شاهدة", "خبير", "خبيرة", "دفاع", "محامية"];
        let accused =
            || doc.word(role.head).contains("متهم") && court.map(key_of).iter().any(|key| one.facts.said.contains(key));
        // «قال سيد: «الموظف قال لي: …»»: whom the narrator has named is not known to him.
        let open = open && self.outer.is_none();
        let near = open && place < NEAR && one.named && trade && !accused();
        near.then_some((Reason::Anyone, usize::from(one.is_untold())))
    }

    /// The last body that was called by what it looks after: «الخارجية التركية» is «الوزارة».
    fn ministry(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let affairs = ["الخارجية", "الداخلية", "الدفاع", "الصحة", "المالية", "العدل", "الزراعة"].map(key_of);
        let is = |entity: &Entity| entity.institution && entity.keys.first().is_some_and(|key| affairs.contains(key));
        let plain = doc.word(role.head) == "الوزارة" && role.phrase.end == role.head + 1;
        if plain { self.find(&self.recent, is) } else { None }
    }

    /// The one of no name whom the paragraph told of by the same noun, or the body: «شهادة سجين سابق …، ويقول السجين», «في
    /// شركة «سحاب» … وقالت الشركة».
    fn told_before(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let start = role.phrase.start;
        let single = role.phrase.definite && role.phrase.end == start + 1;
        let noun = doc.word(start).strip_prefix("ال").filter(|_| single)?;
        let key = key_of(noun);
        let body = role.sense.class == Class::Body;
        let from = if body { 0 } else { doc.paragraphs.get(self.paragraph)?.0 };
        // «أرباح لشركة «سحاب»».
        let led = |at: usize| body && ["ل", "ب"].iter().any(|led| doc.word(at).strip_prefix(led) == Some(noun));
        let at = (from..start).rev().take(TOLD).find(|at| doc.key(*at) == key || led(*at))?;
        let place = doc.bytes(at, at + 1);
        let around =
            |entity: &Entity| entity.mentions.iter().any(|one| one.start <= place.start && place.end <= one.end);
        if let Some(id) = self.find(&self.recent, |entity| around(entity) && role.suits(entity)) {
            return Some(id);
        }
        let first = ar::phrase(doc, at, start).filter(|first| body || first.name.is_none())?;
        self.resolve(doc, &first, role.agree)
    }
}

/// Whether a word for an old man or a child may mean somebody by the age that is told of him: «الفلاح المسن فلان … ويشير الشيخ».
fn is_of_age(doc: &Doc, head: usize, one: &Entity) -> bool {
    let said = |words: [&str; 4]| words.map(key_of).iter().any(|key| one.facts.said.contains(key));
    let within = |from: u8, to: u8| one.facts.age.is_some_and(|age| from <= age.from && age.to <= to);
    match doc.word(head) {
        "الشيخ" | "الشيخة" | "العجوز" | "المسن" | "المسنة" => {
            said(["مسن", "عجوز", "سبعيني", "ثمانيني"]) || within(60, u8::MAX)
        }
        "الفتى" | "الفتاة" | "الصبي" | "الصبية" | "الطفل" | "الطفلة" | "الصغير" | "الصغيرة" | "المراهق" => {
            within(0, 18)
        }
        _ => false,
    }
}

/// Whether a word with the article is made of a noun by «ي»: «السويدي», «الدولية».
fn is_nisba(doc: &Doc, at: usize) -> bool {
    let noun = doc.word(at).strip_prefix("ال").map(|word| word.trim_end_matches('ة'));
    noun.is_some_and(|noun| noun.ends_with('ي') && noun.chars().count() > 3)
}

/// Whether the words behind a role that is definite tell an age: «البالغ من العمر 25 عاماً», «(27 عاماً)».
fn tells_age(doc: &Doc, at: usize) -> bool {
    let bracketed = doc.kind(at) == Kind::Opener && age(doc, at + 1, at + 2).is_some();
    let known = at.checked_sub(1).is_some_and(|last| ar_word::has_article(doc, last));
    known && (bracketed || ar_apposed::behind_age(doc, at).is_some())
}

/// Whether a role calls one by an age or a work: «ابن الثلاثين», «ابنة الخامسة عشرة», «صاحب «ظل النخلة»».
fn is_byname(doc: &Doc, head: usize) -> bool {
    const YEARS: List = List::of(
        "الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية الثانية العشرين الثلاثين الأربعين \
        الخمسين الستين السبعين الثمانين التسعين",
    );
    let age = matches!(doc.word(head), "ابن" | "ابنة") && YEARS.has(doc.word(head + 1));
    age || is_author(doc, head)
}

/// Whether a noun calls one by a work, whose name in marks stands behind it.
pub(super) fn is_author(doc: &Doc, head: usize) -> bool {
    let makes = "صاحب صاحبة مؤلف مؤلفة كاتب كاتبة مخرج مخرجة بطل بطلة نجم نجمة ضيف ضيفة";
    let Some(pair) = doc.pair_at(head + 1).filter(|_| is_listed(doc.word(head), makes)) else { return false };
    let marks = doc.pair(pair);
    let after = marks.after();
    let goes_on = matches!(doc.kind(after), Kind::Colon | Kind::Comma) || doc.token(after).is_word();
    let goes_on = goes_on || doc.word(head).starts_with("ضيف");
    goes_on && doc.count_words(marks.inner_start(), marks.inner_end()) <= WORK
}

/// Words of the name of a work, at most.
const WORK: usize = 5;
