//! By what an Arabic text says of somebody it may call him later: a trade, an age, where he comes from, whose relative he
//! is. Those whom a byname may mean are weighed by how many of its words were said of them, and then by who is nearer.

use std::cmp::Reverse;

use super::Phrase;
use super::by_role::Role;
use super::entity::Entity;
use super::registry::Registry;
use super::{ar, ar_word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Number, flag, key_of};
use crate::analysis::token::Kind;

/// Words behind a name that may tell of its bearer, at most.
const BEHIND: usize = 12;

/// Words said of one that are kept.
const KEPT: usize = 48;

/// Words between a subject and its object, at most.
const OBJECT: usize = 6;

/// What one is called whose age lies in each ten years, from the twenties on.
const AGES: [&str; 8] = ["عشريني", "ثلاثيني", "اربعيني", "خمسيني", "ستيني", "سبعيني", "ثمانيني", "تسعيني"];

/// A word without the article and the ending of a woman's form or of the accusative: «نجاراً» and «النجارة» are one.
fn bare(doc: &Doc, at: usize) -> Key {
    let word = doc.word(at).strip_prefix('و').filter(|rest| rest.starts_with("ال")).unwrap_or(doc.word(at));
    let long = |rest: &&str| rest.chars().nth(2).is_some();
    let noun = word.strip_prefix("ال").filter(long).unwrap_or(word).trim_end_matches(is_vowel);
    key_of(noun.strip_suffix(['ة', 'ه', 'ا']).map(|noun| noun.trim_end_matches(is_vowel)).filter(long).unwrap_or(noun))
}

/// Whether a letter is the ending of the accusative: «نجارًا».
fn is_vowel(c: char) -> bool {
    c == '\u{64B}'
}

/// The noun that an adjective is made of: «الأممي» is of «الأمم».
fn noun_of(doc: &Doc, at: usize) -> Option<Key> {
    let noun = doc.word(at).trim_end_matches('ة').strip_suffix('ي')?.strip_prefix("ال")?;
    noun.chars().nth(2).map(|_| key_of(noun))
}

/// Whether an adjective tells of an age: «الخمسيني».
pub(super) fn is_age(doc: &Doc, at: usize) -> bool {
    AGES.iter().any(|age| key_of(age) == bare(doc, at))
}

/// What a number that counts years calls one.
fn age(doc: &Doc, at: usize) -> Option<Key> {
    let years = matches!(doc.word(at + 1), "عاما" | "عامًا" | "عاماً" | "سنة" | "ربيعا" | "ربيعًا" | "ربيعاً");
    let tens = doc.word(at).parse::<usize>().ok().filter(|_| years)? / 10;
    AGES.get(tens.checked_sub(2)?).map(|age| key_of(age))
}

/// Whether what is told of a name may not go on over a word.
fn ends_telling(doc: &Doc, at: usize) -> bool {
    let parsed = ar::word(doc, at);
    let joined = parsed.conjunction || doc.is_joined(at) && !doc.is(at, Class::Prep);
    let other = parsed.owner.is_some() || joined || doc.is(at, Class::First);
    let is = matches!(doc.word(at), "وهو" | "وهي");
    let mark = matches!(doc.kind(at), Kind::Stop | Kind::Break | Kind::Colon | Kind::Mark(_));
    mark || !is && (other || doc.is(at, Class::Comp) || doc.is_even_joined(at, Class::Verb))
}

impl Registry {
    /// Notes what a phrase with a name, and the words right behind it, tell of its bearer.
    pub(super) fn note_said(&mut self, doc: &Doc, id: usize, phrase: &Phrase) {
        let full = self.entity(id).is_some_and(|one| one.said.len() >= KEPT);
        let named = phrase.name.filter(|_| !full && !phrase.head_is(Class::Body));
        let Some((from, to)) = named else { return };
        // «المتحدث باسم هيئة المياه فلان»: the body is spoken of as well.
        let is_body = |at: &usize| {
            let parsed = ar::word(doc, *at);
            !parsed.article && parsed.sense.is_some_and(|sense| sense.class == Class::Body)
        };
        let body = (phrase.start + 1..from).find(is_body).and_then(|at| ar::phrase(doc, at, from));
        if let Some(body) = body.filter(|body| body.head_is(Class::Body)) {
            self.resolve(doc, &body, Agree::default());
        }
        let behind = to.max(phrase.end);
        let telling = (behind..behind + BEHIND).take_while(|at| !ends_telling(doc, *at));
        // «محامي المتهم فلان» is not accused, but «المدير المهندس فلان» is an engineer.
        let annexed = |at: usize| {
            at > phrase.start
                && !ar_word::has_article(doc, at - 1)
                && ar::word(doc, at).sense.is_some_and(|sense| matches!(sense.class, Class::Role | Class::Title))
        };
        let words = (phrase.start..from).filter(|at| !annexed(*at)).chain(from..phrase.end).chain(telling);
        let told = words.filter(|at| !doc.is(*at, Class::Prep));
        let said: Vec<Key> = told.flat_map(|at| age(doc, at).into_iter().chain([bare(doc, at)])).collect();
        let owner = phrase.possessor.and_then(|owner| self.other_person(owner, Some(id)));
        let peer =
            phrase.head.is_some_and(|(at, _)| doc.word(at).trim_start_matches(['و', 'ل', 'ب']).starts_with("نظير"));
        let peer = owner.filter(|_| peer).and_then(|owner| self.entity(owner));
        let peer = peer.map(|one| (one.families.clone(), one.said.first().copied()));
        // «والنجارة فاطمة»: a calling that no lexicon has.
        let called = phrase
            .start
            .checked_sub(1)
            .filter(|at| from == phrase.start && doc.word(*at).trim_start_matches('و').starts_with("ال"));
        let guest = self.aside.then(|| key_of("ضيف"));
        let Some(entity) = self.entities.get_mut(id) else { return };
        entity.said.extend(called.map(|at| bare(doc, at)).into_iter().chain(guest));
        entity.said.extend(said);
        entity.said.truncate(KEPT);
        if phrase.head.is_some_and(|(_, sense)| sense.has(flag::KIN)) {
            entity.relative = entity.relative.or(owner.map(|owner| (owner, 0)));
        }
        // «وزير … فلان ونظيره فلان»: both are ministers.
        if let Some((families, called)) = peer {
            entity.said.extend(called);
            entity.families.extend(families);
        }
    }

    /// Of those who `may` be meant by words, the one of whom most of them were said, then the one nearest; with how
    /// many.
    pub(super) fn weighed(
        &self,
        doc: &Doc,
        (from, to): (usize, usize),
        may: impl Fn(&Entity) -> bool,
    ) -> Option<(usize, usize)> {
        let words: Vec<(Key, Option<Key>)> = (from..to).map(|at| (bare(doc, at), noun_of(doc, at))).collect();
        let said = |entity: &Entity, word: &(Key, Option<Key>)| {
            entity.said.contains(&word.0) || word.1.is_some_and(|noun| entity.said.contains(&noun))
        };
        let score = |entity: &Entity| words.iter().filter(|word| said(entity, word)).count();
        let able = self.others(&self.recent).filter(|(_, entity)| !entity.body && may(entity)).enumerate();
        let (_, id, most) = able
            .map(|(place, (id, entity))| (Reverse(place), id, score(entity)))
            .max_by_key(|(place, _, score)| (*score, *place))?;
        Some((id, most))
    }

    /// Whom a word with the article that no lexicon has means, by what was said of him; an age means somebody in any case.
    pub(super) fn told_so(&self, doc: &Doc, phrase: &Phrase, agree: Agree) -> Option<usize> {
        let woman = doc.word(phrase.start).ends_with('ة');
        let agree = Agree { gender: if woman { Gender::F } else { agree.gender }, ..agree };
        if !phrase.definite || agree.number == Number::Many || !ar_word::has_article(doc, phrase.start) {
            return None;
        }
        let (id, most) = self.weighed(doc, (phrase.start, phrase.end), |entity| entity.named && entity.fits(agree))?;
        let first = bare(doc, phrase.start);
        let said = self.entity(id).is_some_and(|one| one.said.contains(&first));
        (most > 0 && said || phrase.end == phrase.start + 1 && is_age(doc, phrase.start)).then_some(id)
    }

    /// Whom a role means that no one is known to have, by the words that were said of him.
    pub(super) fn said_of(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let from = matches!(doc.word(role.head), "ابن" | "ابنة" | "صاحب" | "صاحبة");
        if !role.is_personal() || !role.is_definite() {
            return None;
        }
        // «مدير المدرسة» is nobody of whom one of the two was said.
        let least = if role.phrase.owner.is_some() && !from { role.phrase.end - role.phrase.start } else { 1 };
        let head = bare(doc, role.head);
        let may = |entity: &Entity| {
            let open = entity.is_untold() || !role.has(flag::OFFICE);
            let same = entity.said.contains(&head);
            entity.named && role.suits(entity) && (same || from || open)
        };
        self.weighed(doc, (role.phrase.start, role.phrase.end), may)
            .filter(|(_, most)| *most >= least)
            .map(|(id, _)| id)
    }

    /// Whom a word of kinship means: the relative of the one whom its possessive means («زوجها»), or the other of two
    /// («الأب» whose son was named, «الشقيقة الكبرى» beside «شقيقتها الصغرى»).
    pub(super) fn relative(&self, doc: &Doc, role: &Role) -> Option<usize> {
        if !role.has(flag::KIN) || !role.is_personal() || role.phrase.owner.is_some() {
            return None;
        }
        let kin = |id: usize| self.entity(id).and_then(|one| one.relative).map(|(owner, _)| owner);
        let suits = |id: &usize| self.entity(*id).is_some_and(|one| role.suits(one));
        let has = |id: &usize| self.entity(*id).is_some_and(|one| one.families.contains(&role.sense.family));
        if let Some(owner) = role.phrase.possessor {
            let whose = self.speakers.iter().chain(&self.recent).copied();
            let mut whose = whose.filter(|id| self.entity(*id).is_some_and(|one| !one.body && one.fits(owner)));
            return whose.find_map(|owner| {
                let pair = |id: &usize| suits(id) && (kin(*id) == Some(owner) && has(id) || kin(owner) == Some(*id));
                self.recent.iter().copied().find(|id| *id != owner && pair(id))
            });
        }
        if !role.phrase.definite {
            return None;
        }
        let plain = role.phrase.end == role.phrase.start + 1;
        let told = |id: &usize| {
            let rest = || {
                (role.head + 1..role.phrase.end)
                    .all(|at| self.entity(*id).is_some_and(|one| one.said.contains(&bare(doc, at))))
            };
            has(id) && suits(id) && (plain || rest())
        };
        let own = self.recent.iter().copied().find(told);
        own.or_else(|| self.recent.iter().filter_map(|id| kin(*id)).find(|id| suits(id)))
    }

    /// Whether a phrase names the object of a verb whose subject stands right before: «استقبل فلان نظيره فلاناً» is about the
    /// first.
    pub fn follows_arabic_subject(&self, doc: &Doc, phrase: &Phrase) -> bool {
        let last = self.recent.first().and_then(|id| self.entity(*id)).and_then(|one| one.mentions.last());
        let Some(end) = last.map(|span| span.end.0) else { return false };
        let from = phrase.start.saturating_sub(OBJECT);
        let mut between = (from..phrase.start).rev();
        let starts = between.find(|at| doc.token(*at).start() < end || ends_object(doc, *at));
        starts.is_some_and(|at| doc.token(at).start() < end) && !ends_object(doc, phrase.start)
    }
}

/// Whether a word sets what follows it apart from the verb before.
fn ends_object(doc: &Doc, at: usize) -> bool {
    let apart = [Class::Comp, Class::Relative, Class::Conn].iter().any(|class| doc.is_even_joined(at, *class));
    !doc.token(at).is_word()
        || apart
        || doc.is_even_joined(at, Class::Verb)
        || ar::word(doc, at).conjunction
        || doc.is_joined(at)
}
