//! Whom a Russian role without a name means. No article says whether its bearer is known: what it is of tells one office
//! from another, and news, which does not say a name twice, calls one by what one is («Пирматов пояснил … — предупредил
//! банкир»).

use super::Phrase;
use super::by_role::Role;
use super::entity::Entity;
use super::registry::{MEMORY, Registry};
use super::ru_form::compound;
use super::ru_names::given;
use super::weigh::Reason;
use super::{ru, ru_told};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag, key_of};
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
        if let Some(told) = told_before(doc, role) {
            return self.resolve(doc, &told, told.agree);
        }
        // «Собеседник агентства в правительстве»: not the one with whom it has talked.
        let placed = matches!(doc.word(role.phrase.end), "в" | "из");
        let talks = role.sense.class == Class::Role && role.has(flag::RELAY) && role.phrase.definite && !placed;
        if !talks {
            return self.russian_known(doc, role);
        }
        // «собеседник агентства»: what such a role is of says nothing of who it is, and it is no paper.
        let paper = doc.sense(role.head + 1, Class::Body).map_or(0, Sense::kinds);
        // «герой вечера»
        let occasion = role.owner.is_none() && doc.token(role.head + 1).is_word();
        let alone = occasion || role.head + 1 >= role.phrase.end;
        let role = Role { owner: None, ..*role };
        let known =
            self.talked_with(&role, paper).or_else(|| self.weigh(doc, &role, &|_, _, _| None).map(|(_, id)| id));
        // Whom an interview has named, and not heard yet.
        known.or_else(|| if alone { self.find(&self.recent, |one| role.may_mean(one)) } else { None })
    }

    /// The one who spoke last, be it a body: in this paragraph, or one without a name.
    fn talked_with(&self, role: &Role, paper: u32) -> Option<usize> {
        let near = |one: &Entity| one.seen == self.paragraph || !one.named;
        let may = |one: &Entity| one.body && one.facts.kinds & paper == 0 || role.suits(one);
        self.spoke_last().filter(|id| self.entity(*id).is_some_and(|one| near(one) && may(one)))
    }

    /// The one with the best grounds, whom the headline means instead, or the body for the word of a body.
    fn russian_known(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let calling = self.calling(doc, role);
        // «писатель из Омска» is not whoever was named last, but «глава региона» is the one in office.
        let free = role.owner.is_none() || role.has(flag::OFFICE) || self.is_of_body(doc, role);
        let any = free && role.is_anyones();
        let of_body =
            role.owner.is_some() && ru::head_sense(doc, role.head + 1).is_some_and(|of| of.class == Class::Body);
        let office = ru_told::office(doc, role.head);
        let headed = self.headed(doc, role);
        let found = self.weigh(doc, role, &|_, id, one| {
            let anew = calling.as_ref().is_some_and(|calling| self.calls(calling, role, id, one));
            let own = one.owner.is_some() && one.owner == role.owner;
            let points = usize::from(one.may_be_of(role.owner)) + usize::from(own);
            // «глава МЧС» is neither the mayor nor the «глава района», and «глава правительства» no president.
            let holds = one.facts.kinds & flag::POWER != 0 && one.office;
            let same = one.families.contains(&role.sense.family);
            let other = match office {
                Some(office) => holds && !one.families.contains(&office),
                None => of_body && !one.may_be_of(role.owner) && (same || holds),
            };
            let anyone = any && role.may_mean(one) && !other;
            // «задержанный» is sooner another than the policeman.
            // Of two, who is known to be a woman where the role is a woman's.
            let known = role.agree.gender == Gender::F && one.agree.gender == Gender::F;
            let free =
                usize::from(known) + usize::from(!(role.has(flag::CHARGED) && one.facts.kinds & flag::POLICE != 0));
            // «Губернатор приехал», then «глава края».
            let holder = office.is_some_and(|office| one.families.contains(&office)) && role.suits(one);
            match () {
                () if headed == Some(id) || holder => Some((Reason::Kind, 0)),
                () if anew => Some((Reason::Anew, free)),
                () => anyone.then_some((Reason::Anyone, points + free)),
            }
        });
        let known = found.filter(|(reason, _)| *reason >= Reason::Family).map(|(_, id)| id);
        // Of two doctors the one whom this paragraph hears.
        let here = self.spoke_last().filter(|id| {
            let untold = |one: &Entity| one.facts.kinds == 0 && !role.has(flag::OFFICE | flag::AGENT | flag::OBJ);
            let kind = |one: &Entity| untold(one) || one.facts.kinds & role.sense.kinds() != 0;
            let may = |one: &Entity| one.named && role.suits(one) && kind(one);
            let bare = role.is_personal() && role.is_definite() && role.owner.is_none();
            bare && self.is_here(*id) && self.entity(*id).is_some_and(may)
        });
        if let Some(id) = here.filter(|_| found.is_some_and(|(_, found)| !self.is_here(found))) {
            return Some(id);
        }
        // Where only the headline has called anyone so, the one whom the lead names first: «Хоккеист завершил карьеру»,
        // then «Нападающий Пётр Зубко».
        let waits = |id: &usize| self.entity(*id).is_some_and(Entity::waits_since_headline) && !role.has(flag::AGENT);
        let holds = |id: &usize| self.entity(*id).is_some_and(|one| one.office) || !role.has(flag::OFFICE);
        known
            .filter(waits)
            .and_then(|_| self.of_lead(doc, role).filter(holds))
            .or_else(|| if role.is_body_again(doc) && known.is_none() { self.russian_body(role) } else { None })
            .or(found.map(|(_, id)| id))
            .or_else(|| if any { self.nameless(role) } else { None })
    }

    /// Whom the paragraph has told of by a role alone, for a word that says no more than that it is a man or a woman:
    /// «Первым подъехал дальнобойщик. Мужчина утверждает».
    fn nameless(&self, role: &Role) -> Option<usize> {
        let one = |one: &Entity| !one.named && !one.body && one.seen == self.paragraph && role.suits(one);
        if role.sense.kinds() == 0 && !role.has(flag::OFFICE | flag::AGENT) {
            self.find(&self.recent, one)
        } else {
            None
        }
    }

    /// The first person whom the lead names.
    fn of_lead(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let (from, to) = doc.paragraphs.get(1).filter(|_| role.is_personal())?;
        let lead = doc.bytes(*from, *to);
        let first = |one: &Entity| one.mentions.first().is_some_and(|at| lead.start <= at.start && at.start < lead.end);
        let id = self.entities.iter().take(MEMORY).position(|one| one.named && !one.body && first(one))?;
        self.entity(id).filter(|one| role.suits(one)).map(|_| id)
    }

    /// Whom the headline has called by the same role in any case, where it names nobody: the first whom the lead names, if
    /// nothing else tells what one is («Суд арестовал экс-мэра», then «Игоря Саблина арестовали»).
    fn headed(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let bare = role.owner.is_none() && role.phrase.possessor.is_none_or(|owner| owner == Agree::default());
        let bare = bare && role.phrase.definite && !role.has(flag::OBJ);
        let (from, end) = doc.paragraphs.first().copied().filter(|_| bare && role.sense.family != 0)?;
        let same = |at: usize| {
            let one = doc.sense(at, Class::Role).or_else(|| compound(doc, at));
            let one = one.filter(|one| one.family == role.sense.family && one.agree.number != Number::Many);
            one.is_some() && !doc.token(at + 1).capital
        };
        let headed = (from..end.min(from + SENTENCE)).any(same);
        let untold = |id: &usize| self.entity(*id).is_some_and(Entity::is_untold);
        if headed { self.of_lead(doc, role).filter(untold) } else { None }
    }

    /// Whether a role is of a body that the text has spoken of: «ветеран института».
    fn is_of_body(&self, doc: &Doc, role: &Role) -> bool {
        let of = doc.sense(role.head + 1, Class::Body).filter(|_| role.owner.is_some());
        of.is_some_and(|of| self.find(&self.recent, |one| one.families.contains(&of.family)).is_some())
    }

    /// The institution of its kind spoken of last, else one whose kind nothing tells: «компания» is no ministry, and
    /// «ведомство» no paper.
    fn russian_body(&self, role: &Role) -> Option<usize> {
        let kinds = role.sense.kinds();
        let one = |entity: &Entity| entity.institution && entity.agree.number != Number::Many;
        let own = |entity: &Entity| one(entity) && kinds & entity.facts.kinds != 0;
        let may = |entity: &Entity| one(entity) && (kinds == 0 || entity.facts.kinds == 0);
        self.find(&self.recent, own).or_else(|| self.find(&self.recent, may))
    }
}

/// The body of which the sentence before tells in another case, with what it is: «с участием налоговой инспекции. Инспекция
/// сообщила».
fn told_before(doc: &Doc, role: &Role) -> Option<Phrase> {
    let Phrase { start, end, .. } = *role.phrase;
    let bare = role.sense.class == Class::Body && end == start + 1 && doc.begins_sentence(start);
    let stop = start.checked_sub(1).filter(|stop| bare && doc.kind(*stop) == Kind::Stop)?;
    let ends = |at: &usize| matches!(doc.kind(*at), Kind::Stop | Kind::Break);
    let floor =
        (stop.saturating_sub(SENTENCE)..stop).rev().find(ends).map_or(stop.saturating_sub(SENTENCE), |at| at + 1);
    let same = |at: &usize| {
        doc.sense(*at, Class::Body).is_some_and(|one| one.family == role.sense.family && role.sense.family != 0)
    };
    let noun = (floor..stop).rev().find(same)?;
    let led = noun > floor
        && !doc.token(noun - 1).capital
        && ru::is_adjective(doc.word(noun - 1))
        && !doc.is(noun - 1, Class::Prep);
    let sense = doc.sense(noun, Class::Body)?;
    let from = noun - usize::from(led);
    let end = ru::extent(doc, noun, stop);
    let known = led || end > noun + 1 && doc.token(noun + 1).is_word();
    let phrase =
        Phrase { start: from, end, head: Some((noun, sense)), agree: sense.agree, definite: true, ..Phrase::default() };
    known.then_some(phrase)
}

/// A bare role by which someone may be called anew, by where it stands.
#[allow(clippy::struct_excessive_bools)] // Independent facts about it.
struct Calling {
    /// Whether the paragraph that is being heard has spoken of a person before.
    peopled: bool,
    /// Whether of one alone.
    alone: bool,
    /// Whether the role stands in a line of dialogue, which follows that paragraph.
    line: bool,
    /// Whether that paragraph is a line of dialogue as well.
    answers: bool,
    /// The family of «глава», which is any office: «глава МИД» is the minister, «глава города» the mayor.
    head: u16,
    /// Whether no lexicon has its noun.
    unlisted: bool,
    /// Whether an age is said of it: «34-летний защитник» is whom the paragraph is about.
    aged: bool,
}

impl Registry {
    /// For a role in the singular that is of nobody: «муж», «коллега» is another than the one whose they are.
    fn calling(&self, doc: &Doc, role: &Role) -> Option<Calling> {
        let bare = role.owner.is_none()
            && ru_told::which(doc, role.head).is_none()
            && role.is_definite()
            && !role.has(flag::OBJ);
        if !bare || role.sense.class != Class::Role || role.agree.number == Number::Many {
            return None;
        }
        let person = |one: &Entity| one.seen == self.paragraph && !one.body;
        let before = doc.paragraphs.get(self.paragraph).filter(|(_, end)| role.phrase.start >= *end);
        let people = self.recent.iter().filter(|id| self.entity(**id).is_some_and(person)).count();
        Some(Calling {
            peopled: people > 0,
            alone: people < 2,
            line: before.is_some(),
            answers: before.is_some_and(|(from, _)| doc.kind(*from) == Kind::Dash),
            head: doc.lexicon.sense(key_of("глава"), Class::Role).map_or(0, |head| head.family),
            unlisted: !doc.is(role.head, Class::Role),
            aged: (role.phrase.start..role.head).any(|at| doc.word(at).contains("летн")),
        })
    }

    /// Whether a role calls a person anew of whom the paragraph has spoken or, where it has spoken of nobody, the one before.
    fn calls(&self, calling: &Calling, role: &Role, id: usize, person: &Entity) -> bool {
        let Calling { peopled, alone, line, answers, head, unlisted, aged } = *calling;
        let aged = aged && alone && peopled;
        let (general, agent) = (role.has(flag::GENERIC), role.has(flag::AGENT) && !aged);
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
        // «прораб Саблин» is no «крановщик»: nouns that no lexicon has tell trades apart.
        let trade = unlisted && !person.called.is_empty();
        // «Хозяин кафе Гела закрываться не намерен. «…», — острит ресторатор».
        let his = unlisted && alone && peopled;
        // «Начальник автоколонны ответил», then «руководитель».
        let holds = general && role.has(flag::OFFICE) && person.office;
        let another =
            apart && !aged && !his && !holds && (trade || person.families.iter().any(|family| *family != head));
        // The governor who gives the medal is no «пожарный».
        let statesman = person.facts.kinds & flag::POWER != 0 && self.speakers.first() != Some(&id);
        let another = another || person.office && (line || statesman && !role.has(flag::OFFICE));
        let near = person.seen + usize::from(!peopled) >= self.paragraph;
        let office = role.has(flag::OFFICE);
        // «министр» is nobody named once beside others.
        let about = !office || general || alone || !person.is_untold() || person.mentions.len() > 1;
        meant && near && about && (general && !office || !another) && !(agent && person.agent)
    }
}
