//! Whom a Russian role without a name means. No article says whether its bearer is known: what it is of tells one office
//! from another, and news, which does not say a name twice, calls one by what one is («Пирматов пояснил … — предупредил
//! банкир»).

use super::Phrase;
use super::by_role::Role;
use super::entity::Entity;
use super::registry::Registry;
use super::ru_names::given;
use super::shown::name_words;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Number, flag, key_of};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Tokens of a sentence that are looked back at for its subject, at most.
const SENTENCE: usize = 32;

/// Tokens from a noun back to the age said of it, at most.
const AGE_REACH: usize = 5;

/// How old the words beside a name or a role say that one is, by the number: «41-летний юрист», «Игорь Саблин, 41 год».
pub(super) fn told_age(doc: &Doc, from: usize, to: usize) -> Option<u8> {
    if doc.lang != Lang::Ru {
        return None;
    }
    let plain = |at: usize| doc.token(at).is_word() && !doc.token(at).capital;
    for at in (from.saturating_sub(AGE_REACH)..to.max(from)).rev().filter(|at| (at + 1..from).all(plain)) {
        match doc.word(at).split_once("летн") {
            Some(("", _)) => return doc.word(at.saturating_sub(2)).parse().ok(),
            Some((age, _)) => return age.parse().ok(),
            None => {}
        }
    }
    let years = matches!(doc.word(to + 2), "год" | "года" | "лет") || doc.word(to + 3).starts_with("летн");
    let told = years && doc.kind(to) == Kind::Comma && doc.kind(to + 1) == Kind::Number;
    if told { doc.word(to + 1).parse().ok() } else { None }
}

impl Registry {
    /// Whether a phrase in an oblique case names another than the one spoken of last, in the same sentence: «Директор
    /// Иванов похвалил тренера Петрова» is about Иванов.
    pub fn follows_subject(&self, doc: &Doc, phrase: &Phrase) -> bool {
        let oblique = phrase.head.is_some_and(|(_, head)| head.class == Class::Role && !head.has(flag::LEMMA))
            || phrase.name.is_some_and(|(from, _)| given(doc, doc.word(from)).is_some() && !doc.is(from, Class::First));
        let ends = |at: &usize| matches!(doc.kind(*at), Kind::Stop | Kind::Break);
        let floor = phrase.start.saturating_sub(SENTENCE);
        let start = (floor..phrase.start).rev().find(ends).unwrap_or(floor);
        let last = self.recent.first().and_then(|id| self.entity(*id)).filter(|one| !one.body);
        let last = last.and_then(|one| one.mentions.last());
        oblique && last.is_some_and(|span| span.start.0 >= doc.token(start).start())
    }

    /// The one who spoke last for one whom the paper talks with, else whom any role may mean.
    pub(super) fn russian_bearer(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        // «Собеседник агентства в правительстве»: not the one with whom it has talked.
        let placed = matches!(doc.word(role.phrase.end), "в" | "из");
        let talks = role.sense.class == Class::Role && role.has(flag::RELAY) && role.phrase.definite && !placed;
        if !talks {
            return self.russian_known(doc, role);
        }
        // «собеседник агентства»: what such a role is of says nothing of who it is.
        let role = Role { owner: None, ..*role };
        self.talked_with(&role).or_else(|| self.russian_same(doc, &role))
    }

    /// The one who spoke last, be it a body: in this paragraph, or one without a name.
    fn talked_with(&self, role: &Role) -> Option<usize> {
        let near = |one: &Entity| one.seen == self.paragraph || !one.named;
        self.spoke_last().filter(|id| self.entity(*id).is_some_and(|one| near(one) && (one.body || role.suits(one))))
    }

    /// The one with the same role, whom the paragraph has named, the body for the word of a body, whom the headline
    /// means, or the last one for a general role.
    fn russian_known(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let age = told_age(doc, role.head, role.head);
        let of_age = self.find(&self.recent, |one| age.is_some() && one.age == age && role.suits(one));
        let same = of_age.or_else(|| self.russian_same(doc, role));
        same.and_then(|id| self.of_headline(doc, role, id))
            .or(same)
            .or_else(|| self.akin(role))
            .or_else(|| self.called_anew(doc, role))
            .or_else(|| self.called_so(role))
            .or_else(|| if role.is_body_again(doc) { self.russian_body(role) } else { None })
            .or_else(|| self.other_of_kin(role))
            .or_else(|| self.colleague(doc, role))
            .or_else(|| self.headed(role, |_, entity| role.is_definite() && entity.waits_since_headline()))
            .or_else(|| {
                // «писатель из Омска» is not whoever was named last, but «глава региона» is the one in office.
                let free = role.owner.is_none() || role.has(flag::OFFICE) || self.is_of_body(doc, role);
                if free && role.is_anyones() { self.best_of_any(role) } else { None }
            })
    }

    /// The one with the same role. «Минфин» is one ministry, and «министерство» any.
    fn russian_same(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let capital = doc.token(role.head).capital;
        let own = role.sense.class == Class::Body && !role.has(flag::GENERIC) && capital;
        let word = || name_words(doc, role.phrase, role.head, role.head + 1).first().map(|(key, _)| *key);
        let name = if own { Some(word()?) } else { None };
        let same = |entity: &Entity| name.is_none_or(|name| entity.keys.contains(&name));
        self.by_same_role(role, |entity| entity.may_be_of(role.owner) && same(entity))
    }

    /// The one whom the lead names first, where only the headline has called anyone by a role: «Хоккеист завершил
    /// карьеру», then «Нападающий Пётр Зубко».
    fn of_headline(&self, doc: &Doc, role: &Role, id: usize) -> Option<usize> {
        let headed = self.entity(id)?.waits_since_headline() && role.is_personal();
        let (from, to) = doc.paragraphs.get(1).filter(|_| headed && !role.has(flag::AGENT))?;
        let lead = doc.bytes(*from, *to);
        let first =
            |one: &Entity| one.mentions.first().is_some_and(|span| lead.start <= span.start && span.start < lead.end);
        let fits =
            |one: &&Entity| one.named && role.suits(one) && first(one) && (one.office || !role.has(flag::OFFICE));
        let named = self.entities.iter().find(fits)?;
        self.entities.iter().position(|one| std::ptr::eq(one, named))
    }

    /// Whether a role is of a body that the text has spoken of: «ветеран института».
    fn is_of_body(&self, doc: &Doc, role: &Role) -> bool {
        let of = doc.sense(role.head + 1, Class::Body).filter(|_| role.owner.is_some());
        of.is_some_and(|of| self.find(&self.recent, |one| one.families.contains(&of.family)).is_some())
    }

    /// The last one whom a general role may mean: sooner one of the same, or of what the text has not told.
    fn best_of_any(&self, role: &Role) -> Option<usize> {
        let same = |one: &Entity| role.may_mean(one) && role.owner.is_some() && one.owner == role.owner;
        let may = |one: &Entity| role.may_mean(one) && one.may_be_of(role.owner);
        self.find(&self.recent, same).or_else(|| self.find(&self.recent, may)).or_else(|| self.anyone(role))
    }

    /// The last one whose trade is of the kind that a role names: «медик» is the surgeon of two who have spoken.
    fn akin(&self, role: &Role) -> Option<usize> {
        let kind = role.sense.names_kind() && role.owner.is_none() && role.is_definite() && role.is_personal();
        let is = |one: &Entity| kind && role.suits(one) && one.kinds & role.sense.kinds() != 0;
        // «Ответчица», where the text has called another «истица».
        let side = role.sense.kinds() & flag::SIDES;
        let against = |one: &Entity| one.kinds & flag::SIDES & !side != 0;
        let sued = side != 0 && role.has(flag::ONLY) && self.find(&self.recent, against).is_some();
        let party = |one: &Entity| sued && one.named && role.suits(one) && !one.agent && !one.office;
        self.find(&self.recent, is).or_else(|| self.find(&self.recent, party))
    }

    /// The institution spoken of last; «ведомство» is sooner one of the state, which has no name in marks.
    fn russian_body(&self, role: &Role) -> Option<usize> {
        let one = |entity: &Entity| entity.institution && entity.agree.number != Number::Many;
        let state = |entity: &Entity| one(entity) && role.has(flag::OFFICE) && !entity.named;
        self.find(&self.recent, state).or_else(|| self.find(&self.recent, one))
    }

    /// «Мать», where only of her daughter it has been said whose she is: the last one who is known to be of that sex.
    fn other_of_kin(&self, role: &Role) -> Option<usize> {
        let relation = role.has(flag::OBJ) && role.is_definite() && role.is_personal() && role.owner.is_none();
        self.find(&self.recent, |one| relation && one.kin && one.named)?;
        let is = |one: &Entity| one.named && !one.kin && !one.body && one.agree.gender == role.sense.agree.gender;
        self.find(&self.recent, is)
    }

    /// «Его коллега»: of those besides the one who spoke last, one of the same trade, else one whom the paragraph has named.
    fn colleague(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let word = doc.lexicon.sense(key_of("коллега"), Class::Role)?;
        let of = self.spoke_last().and_then(|id| self.entity(id))?;
        let owned = role.phrase.possessor.is_some_and(|owner| owner != Agree::default() && of.fits(owner));
        if role.sense.family != word.family || !owned {
            return None;
        }
        let another = |one: &Entity| one.named && role.suits(one) && !std::ptr::eq(one, of);
        let same = |one: &Entity| another(one) && one.families.iter().any(|family| of.families.contains(family));
        let here = |one: &Entity| another(one) && one.seen == self.paragraph;
        self.find(&self.recent, same).or_else(|| self.find(&self.recent, here))
    }

    /// Whom a bare role means in a paragraph that has named someone, or behind one who has just spoken.
    fn called_anew(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let bare = role.owner.is_none() && role.is_definite();
        let single = role.sense.class == Class::Role && role.agree.number != Number::Many;
        // «муж», «коллега»: another than the one whose they are.
        if !bare || !single || role.has(flag::OBJ) {
            return None;
        }
        let calling = Calling::new(self, doc, role);
        let spoke = self.speakers.first().copied();
        self.others(&self.recent).find(|(id, one)| calling.means(one, spoke == Some(*id))).map(|(id, _)| id)
    }
}

/// A bare role by which someone who has a name may be called anew, and where it stands.
#[allow(clippy::struct_excessive_bools)] // Independent facts about it.
struct Calling<'r> {
    role: &'r Role<'r>,
    /// The paragraph that is being heard.
    paragraph: usize,
    /// Whether it has spoken of a person before.
    peopled: bool,
    /// Whether nobody has spoken before.
    first: bool,
    /// Whether the role stands in a line of dialogue, which follows that paragraph.
    line: bool,
    /// Whether that paragraph is a line of dialogue as well.
    answers: bool,
    /// The family of «глава», which is any office: «глава МИД» is the minister, «глава города» the mayor.
    head: u16,
}

impl<'r> Calling<'r> {
    fn new(registry: &Registry, doc: &Doc, role: &'r Role<'r>) -> Self {
        let (paragraph, start) = (registry.paragraph, role.phrase.start);
        let person = |id: &usize| registry.is_here(*id) && registry.entity(*id).is_some_and(|one| !one.body);
        let before = doc.paragraphs.get(paragraph).filter(|(_, end)| start >= *end);
        Self {
            role,
            paragraph,
            peopled: registry.recent.iter().any(person),
            first: registry.speakers.is_empty(),
            line: before.is_some(),
            answers: before.is_some_and(|(from, _)| doc.kind(*from) == Kind::Dash),
            head: doc.lexicon.sense(key_of("глава"), Class::Role).map_or(0, |head| head.family),
        }
    }

    /// Whether it means a person, who may be the one who spoke last.
    fn means(&self, person: &Entity, spoke: bool) -> bool {
        let meant = if spoke { self.goes_on_with(person) } else { self.turns_to(person) };
        meant && self.is_near(person) && self.role.suits(person) && self.is_open_to(person)
    }

    /// Whether it is a general word: «эксперт», «женщина».
    fn is_general(&self) -> bool {
        self.role.has(flag::GENERIC)
    }

    /// Whether the paragraph has spoken of a person or, where it has spoken of nobody, the one before has.
    fn is_near(&self, person: &Entity) -> bool {
        person.seen + usize::from(!self.peopled) >= self.paragraph
    }

    /// Whether a person has no role that speaks against it. An office or a part in a trial has its own bearer, and a
    /// passer-by is anybody: only one without a role is called so; and nobody who speaks for another is «подсудимый».
    fn is_open_to(&self, person: &Entity) -> bool {
        let told_apart = self.role.has(flag::OFFICE | flag::AGENT | flag::ONLY);
        let has_another = || person.families.iter().any(|family| *family != self.head);
        let another = (told_apart && has_another()) || (self.line && person.office);
        let opposed = self.role.has(flag::AGENT) && person.agent;
        (self.is_general() || !another) && !opposed
    }

    /// Whether it means the one who spoke last: one with a name, or anybody for a general word in a paragraph about people;
    /// a part in a trial needs such a paragraph. A line of dialogue goes on with whom the paragraph before it is about,
    /// but not with who said the line before.
    fn goes_on_with(&self, speaker: &Entity) -> bool {
        let part = self.role.has(flag::AGENT | flag::ONLY);
        let known = speaker.named && (self.peopled || self.is_general() || !part);
        !self.answers && (known || (self.peopled && self.is_general()))
    }

    /// Whether it means another, whom the paragraph has named, or the lead, where it is the first to speak: «адвокат» is
    /// nobody just named.
    fn turns_to(&self, person: &Entity) -> bool {
        (self.peopled || self.first) && person.named && (self.is_general() || !self.role.has(flag::AGENT))
    }
}
