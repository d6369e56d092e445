//! Whom a name means: one who has all its words, one of whose name it tells more or less, one whose role has waited for
//! it, or someone new.

use std::cmp::Reverse;

use super::entity::{Entity, Wait};
use super::owner::owner_key;
use super::registry::{LEAD, MEMORY, Registry};
use super::shown::{join, name_words};
use super::{Phrase, ar, ru};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Lexicon, Number, Sense, flag, key_of};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Paragraphs that a role waits for its name.
const WAITS: usize = 6;

/// A name, and what its phrase says of who has it.
struct Name<'p> {
    phrase: &'p Phrase,
    shown: String,
    keys: Vec<Key>,
    /// Its last word, as written.
    last: &'p str,
    agree: Agree,
    /// The family of the role beside it, and what that is of.
    family: u16,
    owner: Option<Key>,
    /// Whether it is that of a body or a group.
    body: bool,
    /// In English its last word is the surname; in Arabic the verb tells the gender of its bearer.
    lang: Lang,
    /// Whether its second word may be what its bearer does («جمعة الخبّاز»).
    epithet: bool,
    /// Whether somebody was born with it, who is called otherwise.
    birth: bool,
    /// Which of two it is by the word before it: "the younger Halloway".
    younger: Option<bool>,
}

impl<'p> Name<'p> {
    fn of(doc: &Doc<'p>, phrase: &'p Phrase, (from, to): (usize, usize), agree: Agree) -> Self {
        let words = name_words(doc, phrase, from, to);
        let keys: Vec<Key> = words.iter().map(|(key, _)| *key).collect();
        let last = to.saturating_sub(1);
        // "Airport operator Skyhub".
        let kind = |(head, _): (usize, Sense)| doc.lang == Lang::En && doc.is(head, Class::Body);
        // But "Wendell, 58, a forklift operator".
        let aged = doc.kind(to) == Kind::Comma && doc.kind(to + 1) == Kind::Number;
        let firm = to == from + 1 && !aged && !doc.is(from, Class::First) && phrase.head.is_some_and(kind);
        let no_surname = || ar::word(doc, last).sense.is_some_and(|sense| sense.class != Class::First);
        Self {
            phrase,
            shown: join(&words),
            last: doc.word(last),
            agree,
            family: phrase.head.map_or(0, |(_, sense)| sense.family),
            owner: owner_key(doc, phrase),
            body: phrase.head_is(Class::Body)
                || phrase.head_is(Class::Group)
                || firm
                || is_abbreviation(doc, phrase, from, to),
            lang: doc.lang,
            birth: doc.lang == Lang::En && is_of_birth(doc, phrase),
            younger: match doc.word(from.saturating_sub(1)) {
                "younger" => Some(true),
                "elder" | "older" => Some(false),
                _ => None,
            },
            epithet: doc.lang == Lang::Ar && (keys.len() == 2 && no_surname() || is_of_child(&keys)),
            keys,
        }
    }

    /// Whether the role beside it has a flag.
    fn has(&self, flags: u32) -> bool {
        self.phrase.head.is_some_and(|(_, sense)| sense.has(flags))
    }
}

/// Whether an Arabic name is that of a father or mother by a child, with a surname: «أبو النور الصيرفي».
fn is_of_child(keys: &[Key]) -> bool {
    keys.len() > 2 && keys.first().is_some_and(|first| ["أبو", "أم"].map(key_of).contains(first))
}

/// Whether an English name is the letters of a body: "INMO".
fn is_abbreviation(doc: &Doc, phrase: &Phrase, from: usize, to: usize) -> bool {
    let letters = || doc.word(from).len() > 1 && doc.word(from).chars().all(|c| c.is_ascii_uppercase());
    doc.lang == Lang::En && to == from + 1 && phrase.head.is_none() && letters()
}

/// Whether a name is the one that somebody was born with.
fn is_of_birth(doc: &Doc, phrase: &Phrase) -> bool {
    let before = |from: usize| is_listed(doc.word(from.saturating_sub(1)), "born Born née nee né");
    phrase.name.is_some_and(|(from, to)| before(from) || doc.words(to, to + 2) == "was born")
}

/// Whose ending the given name of an English text has that no list may know: "Oyinkola Adair", "Ramiro Soto".
fn ending(shown: &str) -> Gender {
    let given = shown.split(' ').next().unwrap_or_default();
    // "Hans-Peter".
    let first = given.split_once('-').map(|(first, _)| key_of(first));
    if let Some(sense) = first.and_then(|key| Lexicon::of(Lang::En).sense(key, Class::First)) {
        return sense.agree.gender;
    }
    let ends = |endings: &[&str]| given.len() > 3 && ends_in(given, endings);
    match () {
        () if ends(&["dra", "tya"]) => Gender::M,
        () if ends(&["a", "ette", "elle", "een", "lyn", "ko"]) => Gender::F,
        () if ends(&["o", "us"]) => Gender::M,
        () => Gender::Any,
    }
}

impl Registry {
    /// By the name of a phrase, between two tokens.
    pub(super) fn by_name(&mut self, doc: &Doc, phrase: &Phrase, name: (usize, usize), agree: Agree) -> usize {
        if doc.lang == Lang::En {
            self.with_namesake(doc, phrase, name);
        }
        let mut name = Name::of(doc, phrase, name, agree);
        // «خميس الهور» in a headline may be called so: the text says the name.
        let byname = name.last.starts_with("ال") && !name.last.ends_with(['ي', 'ى']);
        name.epithet |= doc.lang == Lang::Ar && self.paragraph == 0 && name.keys.len() == 2 && byname;
        let id = self.known_as(doc, &name).unwrap_or_else(|| {
            let institution = phrase.head_is(Class::Body);
            self.entities.push(Entity { agree, body: name.body, institution, ..Entity::default() });
            self.entities.len() - 1
        });
        self.learn(id, name);
        self.note(doc, id, phrase);
        id
    }

    /// Notes the one who shares the surname of another behind "and": "Eva and Rolf Kern".
    fn with_namesake(&mut self, doc: &Doc, phrase: &Phrase, (from, to): (usize, usize)) {
        let first = from.checked_sub(2).filter(|_| to == from + 2 && doc.word(from - 1) == "and");
        let alone = |at: usize| at == 0 || !doc.token(at - 1).capital;
        let Some(first) = first.filter(|at| doc.token(*at).capital && alone(*at)) else { return };
        let Some(given) = doc.sense(first, Class::First).filter(|_| doc.is(from, Class::First)) else { return };
        let shown = format!("{} {}", doc.word(first), doc.word(to - 1));
        let keys = vec![doc.key(first), doc.key(to - 1)];
        let agree = Agree::new(given.agree.gender, Number::One);
        let phrase = &Phrase { start: first, end: first + 1, name: phrase.name, agree, ..Phrase::default() };
        let plain = Name::of(doc, phrase, (from, to), agree);
        let name = Name { shown, keys, ..plain };
        let id = self.by_words(&name).unwrap_or_else(|| {
            self.entities.push(Entity { agree, ..Entity::default() });
            self.entities.len() - 1
        });
        self.learn(id, name);
        self.mention(id, doc.bytes(first, first + 1));
    }

    /// One already spoken of, by what the language allows.
    fn known_as(&self, doc: &Doc, name: &Name) -> Option<usize> {
        let loosely = || match doc.lang {
            // «وزارة البلديات» is no «وزارة الموارد».
            Lang::Ar if name.body => self.in_headline(doc, name),
            Lang::Ar => {
                let told = || if name.keys.len() == 1 { self.told_so(doc, name.phrase, name.agree) } else { None };
                self.runs_over(name).or_else(|| self.by_epithet(name)).or_else(told)
            }
            Lang::Ru => self.by_patronymic(name),
            Lang::En => None,
        };
        // «Шубина-младшая»: the one of whom it was said whose child she is.
        let junior = doc.lang == Lang::Ru && name.last.contains("-младш");
        let child = |one: &Entity| junior && one.facts.relation.is_some() && one.agree.fits(name.agree);
        self.find(&self.recent, child)
            .or_else(|| self.named_now(doc, name))
            .or_else(|| self.born_as(name))
            .or_else(|| self.by_words(name))
            .or_else(|| self.grows(name))
            .or_else(loosely)
            .or_else(|| self.by_kind(name))
            .or_else(|| self.awaited(doc, name))
    }

    /// The Arabic speaker with no name, whose name the next sentence tells: «قال الصياد المسن. اسمه خميس».
    fn named_now(&self, doc: &Doc, name: &Name) -> Option<usize> {
        let (from, _) = name.phrase.name.filter(|_| doc.lang == Lang::Ar)?;
        let at = from.checked_sub(1 + usize::from(matches!(doc.word(from.wrapping_sub(1)), "الحقيقي" | "الكامل")))?;
        let tells = is_listed(doc.word(at).trim_start_matches('و'), "اسمه اسمها") && doc.begins_sentence(at);
        let nameless = |one: &Entity| !one.named && !one.body && one.agree.gender_fits(name.agree);
        self.spoke_last().filter(|id| tells && self.entity(*id).is_some_and(nameless))
    }

    /// The body that an Arabic headline calls by its kind alone: «النقابة: «…»», then «نقابة عمال الخزف».
    fn in_headline(&self, doc: &Doc, name: &Name) -> Option<usize> {
        let (from, to) = name.phrase.name.filter(|_| name.keys.len() > 1)?;
        let kind = key_of(&["ال", doc.word(from)].concat());
        let headline = doc.paragraphs.first().map_or(0, |(_, end)| doc.token(*end).start());
        let first = |one: &Entity| one.mentions.first().is_some_and(|span| span.start.0 < headline);
        let is = |one: &Entity| one.institution && !one.named && one.keys.as_slice() == [kind] && first(one);
        self.find(&self.recent, is).filter(|_| from < to)
    }

    /// One with the same given name as one was born with: "Odile Jane Marchand was born in 1933", "born Odile Marchand".
    fn born_as(&self, name: &Name) -> Option<usize> {
        let first = name.keys.first().filter(|_| name.birth && name.keys.len() > 1)?;
        let id = self.by_word.get(first).copied()?;
        self.entity(id).filter(|one| one.keys.len() > 1 && one.keys.first() == Some(first)).map(|_| id)
    }

    /// Notes what a name and its phrase tell of one.
    fn learn(&mut self, id: usize, name: Name) {
        // «فلانة عنيدة»: what others say of one is no name.
        let told = self.outer.is_some();
        let Some(entity) = self.entities.get_mut(id) else { return };
        let alike = name.keys.len() == entity.keys.len() || is_of_child(&entity.keys);
        let plainer = !told && entity.epithet && !name.epithet && alike;
        let other = name.birth && entity.keys.len() > 1;
        let fuller = !entity.named || name.keys.len() > entity.keys.len() && !other || plainer;
        entity.named = true;
        entity.body |= name.body;
        entity.agent |= name.has(flag::AGENT) && !name.has(flag::GENERIC);
        entity.office |= name.has(flag::OFFICE);
        if name.lang == Lang::En && name.keys.len() > 1 {
            entity.ending = ending(&name.shown);
        }
        entity.waits = None;
        // No form of several means one whom an Arabic text names: «المزارعون», «وقالوا».
        if name.lang == Lang::Ar && entity.is_person() && entity.agree.number == Number::Any {
            entity.agree.number = Number::One;
        }
        let roles = name.phrase.head.map(|(_, sense)| sense);
        roles.into_iter().chain(name.phrase.also).for_each(|role| entity.is_also(role));
        entity.owner = entity.owner.or(name.owner);
        if entity.agree.gender == Gender::Any && !name.body {
            entity.agree.gender = name.agree.gender;
        }
        if fuller {
            entity.epithet = name.epithet;
            entity.keys.clone_from(&name.keys);
            entity.name = name.shown;
        }
        self.note_surname(id);
        // "Mrs. Fontenot" is Lucille Fontenot, and not Renee Fontenot Marsh.
        let last = name.keys.last().copied().filter(|_| name.lang == Lang::En);
        for key in name.keys {
            let holder = self.by_word.get(&key).and_then(|other| self.entity(*other));
            let surname = holder.is_some_and(|one| !one.body && one.keys.len() > 1 && one.keys.last() == Some(&key));
            if !surname || last.is_none_or(|last| last == key) {
                self.by_word.insert(key, id);
            }
        }
    }

    /// The one who has all the words.
    fn by_words(&self, name: &Name) -> Option<usize> {
        let id = self.bearer_of(name).or_else(|| self.by_word.get(name.keys.last()?).copied())?;
        let has = |entity: &&Entity| name.keys.iter().all(|key| entity.keys.contains(key));
        // «نور الواحات» is «جمعية نور الواحات», though «نور» may be a man.
        let body = |one: &Entity| one.institution && name.lang == Lang::Ar && name.keys.len() > 1;
        let suits = |one: &Entity| body(one) || one.agree.gender_fits(name.agree);
        let fits = |id: &usize| self.entity(*id).filter(has).is_some_and(suits);
        // «وقال بن يوسف»: of brother and sister, the brother.
        let other = || self.by_surname.get(name.keys.last()?)?.iter().copied().find(fits);
        Some(id).filter(fits).or_else(|| if name.lang == Lang::Ar { other() } else { None })
    }

    /// Of several who share a surname that stands alone, the one whom the text is about: named most, where this paragraph
    /// has named none of them.
    fn bearer_of(&self, name: &Name) -> Option<usize> {
        let [key] = name.keys.as_slice() else { return None };
        let own = |entity: &Entity| {
            !entity.body
                && entity.keys.len() > 1
                && entity.keys.last() == Some(key)
                && entity.agree.gender_fits(name.agree)
        };
        let last = self.entity(*self.by_word.get(key)?)?;
        let called = self.by_surname.get(key)?.iter().copied();
        let bearers = || called.clone().filter_map(|id| Some((id, self.entity(id)?))).filter(|(_, entity)| own(entity));
        let several = bearers().nth(1).is_some();
        if let Some(younger) = name.younger.filter(|_| several) {
            let age = |(id, entity): &(usize, &Entity)| (entity.facts.relation.map_or(0, |of| of.generation), *id);
            let one = if younger { bearers().max_by_key(age) } else { bearers().min_by_key(age) };
            return one.map(|(id, _)| id);
        }
        // "Mr Halloway", where the last one of that name is a woman.
        let other = !last.agree.gender_fits(name.agree);
        let asked = name.agree.gender;
        let known = |one: &Entity| asked != Gender::Any && (one.agree.gender == asked || one.ending == asked);
        let most = bearers().max_by_key(|(id, entity)| (known(entity), entity.mentions.len(), Reverse(*id)));
        if other || several && last.seen != self.paragraph { most.map(|(id, _)| id) } else { None }
    }

    /// Notes the last word of one's name, by which the text may call one.
    pub(super) fn note_surname(&mut self, id: usize) {
        let Some([_, .., last]) = self.entity(id).map(|entity| entity.keys.as_slice()) else { return };
        let bearers = self.by_surname.entry(*last).or_default();
        if bearers.len() < MEMORY && !bearers.contains(&id) {
            bearers.push(id);
        }
    }

    /// One whose shorter name a longer one goes on with: «Halder», then «Mark Halder».
    fn grows(&self, name: &Name) -> Option<usize> {
        if name.keys.len() < 2 {
            return None;
        }
        let has = |entity: &Entity| matches!(entity.keys.as_slice(), [key] if name.keys.contains(key));
        let person = |entity: &Entity| !entity.body && entity.agree.gender_fits(name.agree);
        let ids = name.keys.iter().filter_map(|key| self.by_word.get(key)).copied();
        ids.into_iter().find(|id| self.entity(*id).is_some_and(|entity| has(entity) && person(entity)))
    }

    /// One whose surname stands before an Arabic object with the article, which looks like a second name: «استذكر فلان
    /// الأحداث».
    fn runs_over(&self, name: &Name) -> Option<usize> {
        // «عبد الصمد» is no «عبد الودود».
        let [first, _] = name.keys.as_slice() else { return None };
        let bound = *first == key_of("عبد");
        let id = self.by_word.get(first).copied().filter(|_| name.last.starts_with("ال") && !bound)?;
        let has = |entity: &&Entity| entity.keys.len() > 1 && entity.keys.contains(first);
        self.entity(id).filter(has).filter(|entity| entity.agree.gender_fits(name.agree)).map(|_| id)
    }

    /// One with the same Arabic given name, where one of the two second words is no surname.
    fn by_epithet(&self, name: &Name) -> Option<usize> {
        // «أبو النور الصيرفي», then «عبد الكريم الصيرفي».
        let family = |id: &usize| {
            let one = self.entity(*id).filter(|one| one.keys.last() == name.keys.last() && name.keys.len() > 1);
            one.is_some_and(|one| is_of_child(&one.keys) && one.agree.gender_fits(name.agree))
        };
        let child = self.by_word.get(name.keys.last()?).copied().filter(family);
        let given = || self.by_given(name).filter(|(_, entity)| entity.epithet || name.epithet);
        child.or_else(|| given().map(|(id, _)| id))
    }

    /// One with the same Russian given name, where the second word is a patronymic: «Клавдия Андреевна» is Клавдия Верес.
    fn by_patronymic(&self, name: &Name) -> Option<usize> {
        let (id, _) = self.by_given(name)?;
        ru::is_patronymic(name.last).then_some(id)
    }

    /// One with the same given name, where both names have two words.
    fn by_given(&self, name: &Name) -> Option<(usize, &Entity)> {
        let [first, _] = name.keys.as_slice() else { return None };
        let id = *self.by_word.get(first).filter(|_| *first != key_of("عبد"))?;
        let entity = self.entity(id)?;
        matches!(entity.keys.as_slice(), [own, _] if own == first).then_some((id, entity))
    }

    /// A body of the kind that one of one word is.
    fn by_kind(&self, name: &Name) -> Option<usize> {
        let short = name.body && name.keys.len() == 1;
        if short { self.by_family(name.family, name.agree) } else { None }
    }

    /// The one whose role has waited for a name: for one with the same role, and that of a headline or a lead for one
    /// with none. With the name that the second paragraph of an English text begins with comes that of the one who
    /// speaks in the lead as one of many ("A community leader has warned").
    fn awaited(&self, doc: &Doc, name: &Name) -> Option<usize> {
        let english = doc.lang == Lang::En;
        // "His manager, Ann-Marie Coyle" is another than "The Rovers manager".
        // "Another neighbour, Dot Kemp".
        let another = |(head, _): (usize, Sense)| matches!(doc.word(head.saturating_sub(1)), "another" | "Another");
        let other = name.phrase.possessor.is_some() || name.phrase.head.is_some_and(another);
        if name.body || english && other {
            return None;
        }
        let begins = || doc.paragraphs.get(self.paragraph).is_some_and(|(from, _)| *from == name.phrase.start);
        let second = english && self.paragraph == LEAD && begins();
        let lead = |wait: Wait| wait.from < LEAD && self.paragraph <= wait.from + LEAD;
        let same = self.waiting(&self.recent, name, |wait, entity| {
            // "The rector has resigned. The Rev Jill Tasker kept hens".
            let kind = name.phrase.head.filter(|(_, sense)| english && sense.class == Class::Title);
            let kind = kind.map_or(0, |(_, sense)| sense.kinds());
            self.paragraph <= wait.from + WAITS
                && (entity.families.contains(&name.family) || entity.facts.kinds & kind != 0)
        });
        // "The witness told the court. Ms Pell sat down": another, in the same paragraph.
        let later = |wait: Wait| !english || wait.from < self.paragraph;
        let definite = || self.waiting(&self.recent, name, |wait, _| lead(wait) && later(wait) && !wait.vague);
        // "Aigul Bekova, a crane operator": not the governor of the lead.
        let end = name.phrase.name.map_or(0, |(_, end)| end);
        // "A nurse has won 40,000 pounds. ¶ Amy Bell, 41, was sacked": named with an age, she need not have spoken.
        let aged = doc.kind(end) == Kind::Comma && doc.kind(end + 1) == Kind::Number;
        let heard = if aged { &self.recent } else { &self.speakers };
        let vague = || self.waiting(heard, name, |wait, _| lead(wait) && wait.vague);
        // "Under questioning from Ms Pell, the witness said".
        let led = english && is_listed(doc.word(name.phrase.start.saturating_sub(1)), "from by with against");
        let brought = led || english && doc.kind(end) == Kind::Comma && matches!(doc.word(end + 1), "a" | "an");
        same.or_else(|| if name.family == 0 && !brought { definite() } else { None })
            .or_else(|| if second { vague() } else { None })
    }

    /// One of a list who may have a name, and whose role waits so for it.
    fn waiting(&self, list: &[usize], name: &Name, so: impl Fn(Wait, &Entity) -> bool) -> Option<usize> {
        let may = |entity: &Entity| entity.agree.fits(name.agree) && entity.may_be_of(name.owner);
        self.find(list, |entity| may(entity) && entity.waits.is_some_and(|wait| so(wait, entity)))
    }
}
