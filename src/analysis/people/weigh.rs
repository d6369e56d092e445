//! Whom a byname means, by one weighing: each of those spoken of last has the strongest reason there is for it, that
//! agrees in so many points; the best wins, and of equals who was spoken of last. What a byname tells of its bearer
//! (an age, a trade, whose relative it is, words) is held against what the text has told of each; a language adds the
//! reasons that its discourse gives.

use std::cmp::Reverse;

use super::by_role::Role;
use super::described::is_mine;
use super::entity::Entity;
use super::facts::{Age, Relation, age};
use super::owner::Whose;
use super::registry::{LEAD, MEMORY, Registry};
use super::shown::name_words;
use super::{Case, ar_said, en_bearer, ru_form, ru_told};
use crate::analysis::doc::Doc;
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, flag, key_of};
use crate::analysis::listed::is_listed;
use crate::text::Lang;

/// Why one is meant, the weakest reason first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// The byname may mean anybody, or whoever was just named.
    Anyone,
    /// The headline has called it by a role.
    Headed,
    /// The byname calls it another's peer, and it is of the same trade, or named here.
    Peer,
    /// It has been called so before.
    Called,
    /// The paragraph is about it.
    Anew,
    /// The words were said of it.
    Said,
    /// Its trade is of the kind, or it has the other side of a trial.
    Kind,
    /// Another was named as its relative.
    Turned,
    /// It has the same role.
    Family,
    /// It is a relative of the one whom the possessive means.
    Kin,
    /// It has the age.
    Age,
}

/// A reason, and in how many points it agrees.
pub(super) type Grounds = Option<(Reason, usize)>;

/// What a byname tells of the one whom it means.
#[allow(clippy::struct_excessive_bools)] // Independent facts about it.
struct Byname<'r> {
    role: &'r Role<'r>,
    lang: Lang,
    /// The word of a Russian body that is no other's: «Минфин» is one ministry, and «министерство» any.
    word: Option<Key>,
    /// Which of its kind it is that a Russian role is of.
    which: Option<Key>,
    /// What kind of body a Russian one is by the word before it: «счётная палата».
    sort: Option<Key>,
    age: Option<Age>,
    /// The role that is another's on a Russian pitch: a keeper is no forward.
    position: Option<u16>,
    /// Whether an age is all that it tells: of two who are called so, each has another.
    only_age: bool,
    /// The kinds of trade of which it may mean anybody.
    kinds: u32,
    /// Whether it is a Russian noun that no lexicon has: its family is the noun itself.
    trade: bool,
    /// Whether it is a word of kinship that is of nobody who is named.
    kin: bool,
    /// The gender and number of the one whose relative or peer it means.
    possessor: Option<Agree>,
    /// Who that is, by whose surname, if no more is told, a relative may be known: "Nora and Ben Tasker", "her husband".
    namesake: Option<(usize, Key)>,
    /// The one who spoke last, whose peer it means, or besides whom it means another.
    besides: Option<usize>,
    /// The words of an Arabic one, and how many of them must have been said.
    words: Vec<(Key, Option<Key>)>,
    least: usize,
    /// Whose an English one says that it is.
    whose: Option<Whose>,
    /// Whether an Arabic one says where somebody is from, or what he has: no word for what he does.
    origin: bool,
}

impl<'r> Byname<'r> {
    fn of(registry: &Registry, doc: &Doc, role: &'r Role<'r>) -> Self {
        let phrase = role.phrase;
        let personal = role.is_personal();
        // "The prelate was unmoved": in English it begins a sentence that no cue is in.
        let leads = doc.lang == Lang::En && phrase.definite && phrase.possessor == Some(Agree::default());
        let open = role.owner.is_none() && (role.is_definite() || leads) && personal;
        let arabic = doc.lang == Lang::Ar;
        let origin = arabic && is_listed(doc.word(role.head), "ابن ابنة صاحب صاحبة");
        let words = if arabic && personal { ar_said::words(doc, (phrase.start, phrase.end)) } else { Vec::new() };
        let possessor = phrase.possessor.filter(|owner| *owner != Agree::default());
        let kin = role.has(flag::KIN) && personal && phrase.definite && phrase.owner.is_none();
        let owner = possessor.filter(|_| kin).and_then(|owner| registry.last_person(owner));
        let peer = |id: &usize| {
            let owns = |one: &Entity| possessor.is_some_and(|owner| one.fits(owner));
            doc.word(phrase.start + 1) == "other" || role.sense.is_peer() && registry.entity(*id).is_some_and(owns)
        };
        let own = role.sense.class == Class::Body && !role.has(flag::GENERIC) && doc.token(role.head).capital;
        let word = || name_words(doc, phrase, role.head, role.head + 1).first().map_or(Key::default(), |(key, _)| *key);
        Self {
            role,
            lang: doc.lang,
            word: (own && doc.lang == Lang::Ru).then(word),
            which: if doc.lang == Lang::Ru { ru_told::which(doc, role.head) } else { None },
            sort: if doc.lang == Lang::Ru { sort(doc, role) } else { None },
            age: age(doc, phrase.start, phrase.end).filter(|_| phrase.definite),
            position: if doc.lang == Lang::Ru && role.sense.kinds() & flag::SPORT != 0 {
                position(doc, role.head)
            } else {
                None
            },
            only_age: doc.word(role.head).ends_with("year-old"),
            // «доктор наук» is no medic.
            kinds: match open {
                true if doc.lang == Lang::Ru && doc.word(role.head).starts_with("доктор") => flag::MEDIC,
                true if role.sense.names_kind() => role.sense.kinds(),
                _ => 0,
            },
            trade: doc.lang == Lang::Ru && personal && !doc.is(role.head, Class::Role),
            kin,
            possessor,
            namesake: owner.and_then(|id| Some((id, *registry.entity(id)?.keys.last()?))),
            besides: registry.spoke_last().filter(peer),
            // «مدير المدرسة» is nobody of whom one of the two was said.
            least: if phrase.owner.is_some() && !origin { words.len() } else { 1 },
            words,
            whose: Whose::of(doc, phrase, role.head),
            origin,
        }
    }

    /// Whether its role may be of the same thing as that of one who has it: an Arabic text says it again.
    fn may_be_of(&self, one: &Entity) -> bool {
        let same = if self.lang == Lang::Ar { one.owner == self.role.owner } else { one.may_be_of(self.role.owner) };
        let apart = self.whose.is_some_and(|whose| whose.is_anothers(one))
            || self.which.zip(one.facts.which).is_some_and(|(told, own)| told != own);
        let apart = apart || self.sort.is_some_and(|sort| one.keys.len() > 1 && !one.keys.contains(&sort));
        !apart && (self.role.owner.is_none() || same) && self.word.is_none_or(|word| one.keys.contains(&word))
    }

    /// In how many of its words it agrees with what was said of one.
    fn said(&self, one: &Entity) -> usize {
        let said = |key: Key| one.facts.said.contains(&key);
        self.words.iter().filter(|(word, noun)| said(*word) || noun.is_some_and(said)).count()
    }

    /// Whether words said of one tell that it is meant: an office only of one whose role is not known.
    fn is_told(&self, one: &Entity) -> bool {
        let same = self.words.first().is_some_and(|(word, _)| one.facts.said.contains(word));
        let open = self.role.sense.family != 0 && (one.is_untold() || !self.role.has(flag::OFFICE));
        one.named && self.role.is_definite() && (same || self.origin || open)
    }
}

/// The family of the role that nobody has beside one: of a keeper beside a forward, and of a forward beside a keeper.
fn position(doc: &Doc, head: usize) -> Option<u16> {
    let other = match doc.word(head) {
        "форвард" | "нападающий" | "бомбардир" | "полузащитник" => "вратарь",
        "вратарь" | "голкипер" => "форвард",
        _ => return None,
    };
    doc.lexicon.sense(key_of(other), Class::Role).map(|role| role.family)
}

/// The adjective before a Russian body that tells it from others, but not where it is: «счётная палата», not «областная».
fn sort(doc: &Doc, role: &Role) -> Option<Key> {
    const PLACED: [&str; 12] = [
        "областн",
        "районн",
        "городск",
        "региональн",
        "местн",
        "краев",
        "федеральн",
        "республиканск",
        "российск",
        "столичн",
        "главн",
        "нов",
    ];
    let at = role.head.checked_sub(1).filter(|at| *at >= role.phrase.start && role.sense.class == Class::Body)?;
    let word = lowered(doc.word(at));
    let own = ru_form::is_adjective(&word) && !PLACED.iter().any(|stem| word.starts_with(stem));
    own.then(|| name_words(doc, role.phrase, at, role.head + 1).first().map(|(key, _)| *key)).flatten()
}

impl Registry {
    /// Who of those spoken of has the best grounds to be meant by a role; the `rest` of them, which a language adds, is
    /// asked for with the place of each.
    pub(super) fn weigh(
        &self,
        doc: &Doc,
        role: &Role,
        rest: &dyn Fn(usize, usize, &Entity) -> Grounds,
    ) -> Option<(Reason, usize)> {
        let byname = Byname::of(self, doc, role);
        // Those spoken of first are not forgotten either.
        let first = (0..self.entities.len().min(MEMORY)).filter(|id| !self.recent.contains(id));
        let able = self.recent.iter().copied().enumerate().chain(first.map(|id| (MEMORY, id)));
        let grounds = |(place, id): (usize, usize)| {
            let one = self.entity(id)?;
            let suits = role.suits(one);
            let grounds = self.by_facts(&byname, id, one, suits);
            let grounds = match place {
                MEMORY => grounds.filter(|(reason, _)| *reason == Reason::Family),
                _ if grounds < Some((Reason::Family, 0)) && suits => {
                    grounds.max(self.by_discourse(&byname, one)).max(rest(place, id, one))
                }
                _ => grounds,
            };
            // Another age than the one told is another's.
            let other =
                byname.besides == Some(id) || byname.age.zip(one.facts.age).is_some_and(|(told, own)| !told.fits(own));
            let other = other || doc.lang == Lang::En && en_bearer::is_deputy(doc, role, one);
            let other = other || byname.position.is_some_and(|position| one.families.contains(&position));
            let (reason, points) = grounds.filter(|_| !other && Some(id) != self.outer)?;
            Some((reason, points, Reverse((place, id)), id))
        };
        able.filter_map(grounds).max().map(|(reason, _, _, id)| (reason, id))
    }

    /// The grounds that what is told of one gives.
    fn by_facts(&self, byname: &Byname, id: usize, one: &Entity, suits: bool) -> Grounds {
        let role = byname.role;
        let family = role.sense.family;
        let trade = byname.trade && one.called.contains(&family);
        let has = family != 0 && !byname.only_age && (one.families.contains(&family) || trade);
        let again = role.phrase.definite || role.phrase.end - role.phrase.start <= 1;
        // «Минфин», then «министерство».
        // «по мнению технолога»: of a woman as well.
        let either = role.phrase.case == Case::Genitive && role.agree.gender == Gender::M;
        let fits = one.agree.fits(role.agree) || byname.lang == Lang::Ru && (one.body || either);
        // «ابني» is no son of another's.
        let mine = self.outer.filter(|_| byname.kin && is_mine(role.phrase));
        let anothers = mine.is_some() && one.facts.relation.is_some_and(|of| of.owner != mine);
        let same = has && again && fits && byname.may_be_of(one) && !anothers;
        if !same && !suits {
            return None;
        }
        let said = byname.said(one);
        // Its noun is the same in any case; «الشقيقة الكبرى» is the other of two, where the younger was called so.
        let noun = byname.words.first().is_some_and(|(word, _)| one.facts.said.contains(word));
        let rest = said - usize::from(noun);
        let other = byname.kin && byname.possessor.is_none() && rest + 1 < byname.words.len();
        let own = one.owner.is_some() && one.owner == role.owner;
        let family = (same && !other).then_some((Reason::Family, rest + usize::from(own)));
        if !suits {
            return family;
        }
        let aged = byname.age.is_some() && one.facts.age.is_some();
        let kin = if byname.kin { self.as_kin(byname, id, one, has) } else { None };
        let kind = (byname.kinds & one.facts.kinds != 0).then_some((Reason::Kind, 1));
        let told = (said >= byname.least && byname.is_told(one)).then_some((Reason::Said, said));
        let called = role.is_personal() && one.called.contains(&role.sense.family);
        let called = called.then_some((Reason::Called, 0));
        aged.then_some((Reason::Age, said)).max(kin).max(family).max(kind).max(told).max(called)
    }

    /// The grounds that its place in the text gives.
    fn by_discourse(&self, byname: &Byname, one: &Entity) -> Grounds {
        let role = byname.role;
        let of = byname.besides.filter(|_| one.named && role.sense.is_peer()).and_then(|id| self.entity(id));
        let same = |of: &Entity| one.families.iter().any(|family| of.families.contains(family));
        let is_any = |is: &dyn Fn(&Entity) -> bool| self.find(&self.recent, is).is_some();
        // «Мать», where only of her daughter it has been said whose she is.
        // Of a mother that does not tell who «Бабушка» is.
        let turns = |of: Relation| byname.lang != Lang::Ru || of.generation == -role.sense.generation();
        let related = |one: &Entity| one.named && one.facts.relation.is_some_and(turns);
        let turned = byname.kin && role.is_definite() && role.owner.is_none() && one.facts.relation.is_none();
        // «Ответчица», where the text has called another «истица».
        let side = role.sense.kinds() & flag::SIDES;
        let against = |one: &Entity| one.facts.kinds & flag::SIDES & !side != 0;
        let party = side != 0 && role.has(flag::ONLY) && !one.agent && !one.office;
        match () {
            () if one.named && party && is_any(&against) => Some((Reason::Kind, 0)),
            () if one.named && turned && one.agree.gender == role.sense.agree.gender && is_any(&related) => {
                Some((Reason::Turned, 0))
            }
            () if of.is_some_and(same) => Some((Reason::Peer, 2)),
            () if of.is_some() => Some((Reason::Peer, usize::from(one.seen == self.paragraph))),
            () if self.is_lead(role) && role.is_definite() && one.waits_since_headline() => Some((Reason::Headed, 0)),
            () => None,
        }
    }

    /// The grounds that kinship gives: one was named as the relative of the one whom the possessive means («زوجها»), or
    /// that one, or anyone where there is none, as one's own: «الأب» whose son was named.
    fn as_kin(&self, byname: &Byname, id: usize, one: &Entity, has: bool) -> Grounds {
        let role = byname.role.sense;
        let of = |relation: Relation| relation.owner == Some(id) && relation.generation == -role.generation();
        let others = self.others(&self.recent).filter(|(_, other)| other.facts.relation.is_some_and(of));
        let turned = others.map(|(other, _)| other);
        let Some(possessor) = byname.possessor else {
            // «Мама считает», in the words of her daughter.
            let speaker = self.outer.filter(|_| byname.lang == Lang::Ru);
            let kin = |speaker: usize| {
                let own = one.facts.relation.and_then(|of| of.owner).filter(|_| has);
                own == Some(speaker) || self.entity(speaker).and_then(|one| one.facts.relation).is_some_and(of)
            };
            if speaker.is_some_and(kin) {
                return Some((Reason::Kin, 1));
            }
            return { turned }.next().map(|_| (Reason::Turned, 1));
        };
        // «زوجي» is the husband of the one who says it.
        let mine = self.outer.filter(|_| is_mine(byname.role.phrase));
        let owns = |id: &usize| match mine {
            Some(speaker) => speaker == *id,
            None => self.entity(*id).is_some_and(|owner| !owner.body && owner.fits(possessor)),
        };
        let own = one.facts.relation.and_then(|of| of.owner).filter(|_| has);
        // Of two brothers «его брат» is not the one who spoke last.
        let spoke = self.speakers.first();
        let points = own.into_iter().chain(turned).filter(owns).map(|owner| usize::from(Some(&owner) == spoke));
        let shares = |(other, key): (usize, Key)| other != id && one.keys.len() > 1 && one.keys.last() == Some(&key);
        let namesake = byname.namesake.is_some_and(shares).then_some((Reason::Turned, 0));
        points.max().map(|points| (Reason::Kin, points)).or(namesake)
    }

    /// Whether the lead is being heard, which may mean one of the headline by another role.
    pub(super) fn is_lead(&self, role: &Role) -> bool {
        self.paragraph + 1 == LEAD && role.is_personal()
    }
}
