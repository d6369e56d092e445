//! By what an Arabic text says of somebody it may call him later: a trade, an age, where he comes from, whose relative he
//! is. The words themselves are kept, to be weighed by how many of those of a byname are among them.

use super::Phrase;

use super::by_role::Role;
use super::entity::Entity;
use super::facts::Age;
use super::registry::Registry;
use super::weigh::Reason;
use super::{ar, ar_word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Key, Number, Sense, key_of};
use crate::analysis::listed::is_listed;
use crate::analysis::token::Kind;
use crate::text::Lang;

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

/// The words of a byname, each with the noun that it is made of.
pub(super) fn words(doc: &Doc, (from, to): (usize, usize)) -> Vec<(Key, Option<Key>)> {
    (from..to).map(|at| (bare(doc, at), noun_of(doc, at))).collect()
}

/// The noun that an adjective is made of: «الأممي» is of «الأمم».
fn noun_of(doc: &Doc, at: usize) -> Option<Key> {
    let noun = doc.word(at).trim_end_matches('ة').strip_suffix('ي')?.strip_prefix("ال")?;
    noun.chars().nth(2).map(|_| key_of(noun))
}

/// The age that the words between two tokens tell: by a number that counts years, or by tens («الخمسيني»).
pub(super) fn age(doc: &Doc, from: usize, to: usize) -> Option<Age> {
    let counts = |at: usize| is_listed(doc.word(at), "عاما عامًا عاماً سنة ربيعا ربيعًا ربيعاً");
    (from..to).find_map(|at| {
        let years = doc.word(at).parse().ok().filter(|_| counts(at + 1)).map(Age::of);
        let tens = doc.word(at).trim_end_matches('ة').ends_with("ني").then(|| bare(doc, at));
        let tens = tens.and_then(|word| AGES.iter().zip((20..).step_by(10)).find(|(age, _)| key_of(age) == word));
        years.or(tens.map(|(_, from)| Age { from, to: from + 9 }))
    })
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

/// What is kept of one who presides.
const CHAIR: &str = "رئاسة";

/// Whether a word says that who is named behind it presides.
fn presides(doc: &Doc, at: usize) -> bool {
    matches!(
        doc.word(at),
        "برئاسة"
            | "ترأسها"
            | "يترأسها"
            | "يرأسها"
            | "ترأسه"
            | "يترأسه"
            | "يرأسه"
            | "ترأسته"
            | "تترأسها"
    )
}

impl Registry {
    /// Who presides over what a role is the head of, where the text has told by whom that was held: «برئاسة المستشار فلان …
    /// وقال رئيس المحكمة».
    pub(super) fn chair(&self, doc: &Doc, role: &Role) -> Option<usize> {
        const HELD: &str = "المحكمة الجلسة الهيئة الدائرة اللجنة المجلس الاجتماع الوفد الجمعية النادي البعثة الفريق المؤتمر \
            الندوة الكتلة الملتقى المنتدى الدورة الورشة";
        let heads = role.phrase.end == role.head + 2 && is_listed(doc.word(role.head), "رئيس رئيسة");
        let presides =
            |one: &Entity| one.named && one.facts.said.contains(&key_of(CHAIR)) && one.agree.fits(role.agree);
        let held = heads && is_listed(doc.word(role.head + 1), HELD);
        if held { self.find(&self.recent, presides) } else { None }
    }

    /// The lawyer for whom «الدفاع» stands, where the text has named one and no other.
    pub(super) fn counsel(&self, doc: &Doc, role: &Role) -> Option<usize> {
        if doc.word(role.head) != "الدفاع" || role.phrase.end != role.head + 1 {
            return None;
        }
        let pleads = |one: &Entity| one.named && is_lawyer(doc, one);
        let mut lawyers = self.others(&self.recent).filter(|(_, one)| pleads(one)).map(|(id, _)| id);
        lawyers.next().filter(|_| lawyers.next().is_none())
    }

    /// Notes the words in a phrase with a name, and right behind it, that tell of its bearer, and whom it means by its
    /// owner; answers where they end.
    pub(super) fn note_said(&mut self, doc: &Doc, id: usize, phrase: &Phrase, owner: Option<usize>) -> usize {
        let full = self.entity(id).is_some_and(|one| one.facts.said.len() >= KEPT);
        let named = phrase.name.filter(|_| !full && !phrase.head_is(Class::Body));
        let Some((from, to)) = named else { return phrase.start };
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
        let end = (behind..behind + BEHIND).find(|at| ends_telling(doc, *at)).unwrap_or(behind + BEHIND);
        // «محامي المتهم فلان» is not accused, but «المدير المهندس فلان» is an engineer.
        let annexed = |at: usize| {
            // «رئيس جمعية البحارة» is no «بحار».
            (phrase.start + 1..from).contains(&at)
                && ar::word(doc, at).sense.is_some_and(|sense| match sense.class {
                    Class::Role | Class::Title => !ar_word::has_article(doc, at - 1),
                    class => class == Class::Group,
                })
        };
        let told = (phrase.start..phrase.end.max(from)).chain(behind..end);
        let told = told.filter(|at| !annexed(*at) && !doc.is(*at, Class::Prep)).map(|at| bare(doc, at));
        let peer = phrase.head.filter(|(_, sense)| sense.is_peer()).and(owner).and_then(|owner| self.entity(owner));
        let (families, same) = peer.map_or((Vec::new(), None), |one| (one.families.clone(), one.facts.said.first()));
        // «والنجارة فاطمة»: a calling that no lexicon has.
        let called = phrase
            .start
            .checked_sub(1)
            .filter(|at| from == phrase.start && doc.word(*at).trim_start_matches('و').starts_with("ال"));
        let guest = self.aside.then(|| key_of("ضيف"));
        // «انعقدت الجلسة برئاسة القاضي فلان».
        let chair = phrase.start.checked_sub(1).filter(|at| presides(doc, *at)).map(|_| key_of(CHAIR));
        let first = called.map(|at| bare(doc, at)).into_iter().chain(guest).chain(chair);
        // «وزير … فلان ونظيره فلان»: both are ministers.
        let said: Vec<Key> = first.chain(told).chain(same.copied()).collect();
        if let Some(entity) = self.entities.get_mut(id) {
            entity.facts.said.extend(said);
            entity.facts.said.truncate(KEPT);
            entity.families.extend(families);
        }
        end
    }

    /// Whom an Arabic honorific that is of somebody means («معاليه», «سعادتها»): the one who spoke last, where he is called
    /// so, else the first who is.
    pub fn honoured(&self, doc: &Doc, phrase: &Phrase) -> Option<usize> {
        let title = doc.word(phrase.start).trim_end_matches(['ه', 'ا']).trim_end_matches(['ه', 'ت']);
        let key = key_of(title);
        let called = |one: &Entity| one.facts.said.contains(&key) && one.fits(phrase.agree);
        let honours = doc.lang == Lang::Ar && title.chars().nth(2).is_some();
        let last = self.speakers.first().filter(|id| self.entity(**id).is_some_and(called));
        if honours { last.copied().or_else(|| self.entities.iter().position(called)) } else { None }
    }

    /// Whom a word with the article that no lexicon has means, by what was said of him; an age means somebody in any case.
    pub(super) fn told_so(&self, doc: &Doc, phrase: &Phrase, agree: Agree) -> Option<usize> {
        let woman = doc.word(phrase.start).ends_with('ة');
        let agree = Agree { gender: if woman { Gender::F } else { agree.gender }, ..agree };
        if !phrase.definite || agree.number == Number::Many || !ar_word::has_article(doc, phrase.start) {
            return None;
        }
        let sense = Sense::unlisted(Class::Role, agree, 0);
        let role = Role { phrase, head: phrase.start, sense, owner: None, agree };
        let aged = phrase.end == phrase.start + 1 && age(doc, phrase.start, phrase.end).is_some();
        self.weigh(doc, &role, &|_, _, one| (aged && one.named).then_some((Reason::Anyone, 0))).map(|(_, id)| id)
    }

    /// Whether a phrase names the object of a verb whose subject stands right before: «استقبل فلان نظيره فلاناً» is about the
    /// first; or one's relative, of whom it is told by the way: «وكانت أمها تكتب فيه».
    pub fn follows_arabic_subject(&self, doc: &Doc, phrase: &Phrase) -> bool {
        if tells_by_the_way(doc, phrase) {
            return true;
        }
        let last = self.recent.first().and_then(|id| self.entity(*id)).and_then(|one| one.mentions.last());
        let Some(end) = last.map(|span| span.end.0) else { return false };
        let from = phrase.start.saturating_sub(OBJECT);
        let mut between = (from..phrase.start).rev();
        let starts = between.find(|at| doc.token(*at).start() < end || ends_object(doc, *at));
        starts.is_some_and(|at| doc.token(at).start() < end) && !ends_object(doc, phrase.start)
    }
}

/// Whether somebody is known to be a lawyer.
pub(super) fn is_lawyer(doc: &Doc, one: &Entity) -> bool {
    ["محامي", "محامية"].map(key_of).iter().any(|key| {
        let family = doc.lexicon.sense(*key, Class::Role).map(|sense| sense.family);
        one.facts.said.contains(key) || family.is_some_and(|family| family != 0 && one.families.contains(&family))
    })
}

/// Whether a phrase is one's relative or colleague, of whom it is told what he used to do: «وكانت أمها تكتب فيه».
pub(crate) fn tells_by_the_way(doc: &Doc, phrase: &Phrase) -> bool {
    let was = || is_listed(doc.word(phrase.start.wrapping_sub(1)), "كان كانت وكان وكانت");
    phrase.possessor.is_some() && phrase.name.is_none() && phrase.head_is(Class::Role) && was()
}

/// Whether a word sets what follows it apart from the verb before.
fn ends_object(doc: &Doc, at: usize) -> bool {
    let apart = doc.is_any_even_joined(at, const { Classes::all(&[Class::Comp, Class::Relative, Class::Conn]) });
    !doc.token(at).is_word()
        || apart
        || doc.is_even_joined(at, Class::Verb)
        || ar::word(doc, at).conjunction
        || doc.is_joined(at)
}
