//! Whom a Russian role without a name means. No article says whether its bearer is known: what it is of tells one office
//! from another, and news, which does not say a name twice, calls one by what one is («Пирматов пояснил … — предупредил
//! банкир»).

use super::Phrase;
use super::by_role::Role;
use super::entity::Entity;
use super::registry::Registry;
use super::ru_names::given;
use super::weigh::Reason;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Number, flag, key_of};
use crate::analysis::token::Kind;

/// Tokens of a sentence that are looked back at for its subject, at most.
const SENTENCE: usize = 32;

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
        self.talked_with(&role).or_else(|| self.weigh(doc, &role, &|_, _, _| None).map(|(_, id)| id))
    }

    /// The one who spoke last, be it a body: in this paragraph, or one without a name.
    fn talked_with(&self, role: &Role) -> Option<usize> {
        let near = |one: &Entity| one.seen == self.paragraph || !one.named;
        self.spoke_last().filter(|id| self.entity(*id).is_some_and(|one| near(one) && (one.body || role.suits(one))))
    }

    /// The one with the best grounds, whom the headline means instead, or the body for the word of a body.
    fn russian_known(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let calling = self.calling(doc, role);
        // «писатель из Омска» is not whoever was named last, but «глава региона» is the one in office.
        let free = role.owner.is_none() || role.has(flag::OFFICE) || self.is_of_body(doc, role);
        let any = free && role.is_anyones();
        let found = self.weigh(doc, role, &|_, id, one| {
            let anew = calling.as_ref().is_some_and(|calling| self.calls(calling, role, id, one));
            let own = one.owner.is_some() && one.owner == role.owner;
            let points = usize::from(one.may_be_of(role.owner)) + usize::from(own);
            let anyone = any && role.may_mean(one);
            if anew { Some((Reason::Anew, 0)) } else { anyone.then_some((Reason::Anyone, points)) }
        });
        let known = found.filter(|(reason, _)| *reason >= Reason::Family).map(|(_, id)| id);
        known
            .and_then(|id| self.of_headline(doc, role, id))
            .or_else(|| if role.is_body_again(doc) && known.is_none() { self.russian_body(role) } else { None })
            .or(found.map(|(_, id)| id))
    }

    /// The one whom the lead names first, where only the headline has called anyone by a role: «Хоккеист завершил
    /// карьеру», then «Нападающий Пётр Зубко».
    fn of_headline(&self, doc: &Doc, role: &Role, id: usize) -> Option<usize> {
        let headed = self.entity(id)?.waits_since_headline() && role.is_personal();
        let (from, to) = doc.paragraphs.get(1).filter(|_| headed && !role.has(flag::AGENT))?;
        let lead = doc.bytes(*from, *to);
        let first =
            |one: &Entity| one.mentions.first().is_some_and(|span| lead.start <= span.start && span.start < lead.end);
        let fits = |one: &Entity| one.named && role.suits(one) && first(one) && (one.office || !role.has(flag::OFFICE));
        self.entities.iter().position(fits)
    }

    /// Whether a role is of a body that the text has spoken of: «ветеран института».
    fn is_of_body(&self, doc: &Doc, role: &Role) -> bool {
        let of = doc.sense(role.head + 1, Class::Body).filter(|_| role.owner.is_some());
        of.is_some_and(|of| self.find(&self.recent, |one| one.families.contains(&of.family)).is_some())
    }

    /// The institution spoken of last; «ведомство» is sooner one of the state, which has no name in marks.
    fn russian_body(&self, role: &Role) -> Option<usize> {
        let one = |entity: &Entity| entity.institution && entity.agree.number != Number::Many;
        let state = |entity: &Entity| one(entity) && role.has(flag::OFFICE) && !entity.named;
        self.find(&self.recent, state).or_else(|| self.find(&self.recent, one))
    }
}

/// A bare role by which someone may be called anew, by where it stands.
struct Calling {
    /// Whether the paragraph that is being heard has spoken of a person before.
    peopled: bool,
    /// Whether the role stands in a line of dialogue, which follows that paragraph.
    line: bool,
    /// Whether that paragraph is a line of dialogue as well.
    answers: bool,
    /// The family of «глава», which is any office: «глава МИД» is the minister, «глава города» the mayor.
    head: u16,
}

impl Registry {
    /// For a role in the singular that is of nobody: «муж», «коллега» is another than the one whose they are.
    fn calling(&self, doc: &Doc, role: &Role) -> Option<Calling> {
        let bare = role.owner.is_none() && role.is_definite() && !role.has(flag::OBJ);
        if !bare || role.sense.class != Class::Role || role.agree.number == Number::Many {
            return None;
        }
        let person = |one: &Entity| one.seen == self.paragraph && !one.body;
        let before = doc.paragraphs.get(self.paragraph).filter(|(_, end)| role.phrase.start >= *end);
        Some(Calling {
            peopled: self.recent.iter().any(|id| self.entity(*id).is_some_and(person)),
            line: before.is_some(),
            answers: before.is_some_and(|(from, _)| doc.kind(*from) == Kind::Dash),
            head: doc.lexicon.sense(key_of("глава"), Class::Role).map_or(0, |head| head.family),
        })
    }

    /// Whether a role calls a person anew of whom the paragraph has spoken or, where it has spoken of nobody, the one before.
    fn calls(&self, calling: &Calling, role: &Role, id: usize, person: &Entity) -> bool {
        let Calling { peopled, line, answers, head } = *calling;
        let (general, agent) = (role.has(flag::GENERIC), role.has(flag::AGENT));
        let meant = if self.speakers.first() == Some(&id) {
            // One with a name, or anybody for a general word in a paragraph about people; a part in a trial needs such a
            // paragraph. A line of dialogue goes on with whom the paragraph before it is about, but not with who said
            // the line before.
            let known = person.named && (general || !agent && !role.has(flag::ONLY));
            !answers && (known || peopled && (person.named || general))
        } else {
            // Another, whom the paragraph has named, or the lead, where it is the first to speak: «адвокат» is nobody
            // just named.
            person.named && (peopled || self.speakers.is_empty()) && (general || !agent)
        };
        // An office or a part in a trial has its own bearer, and a passer-by is anybody: only one without a role is called
        // so; and nobody who speaks for another is «подсудимый».
        let apart = role.has(flag::OFFICE | flag::AGENT | flag::ONLY);
        let another = apart && person.families.iter().any(|family| *family != head) || line && person.office;
        let near = person.seen + usize::from(!peopled) >= self.paragraph;
        meant && near && (general || !another) && !(agent && person.agent)
    }
}
