//! The people whom a text names, whether they speak or not: what a role or a pronoun later means.

use super::doc::Doc;
use super::lexicon::{Class, Classes, Gender, Key};
use super::listed::{List, is_listed};
use super::people::{Phrase, ar, en, ru_names, ru_run};
use super::token::Kind;
use super::{names_en, names_ru};
use crate::text::Lang;

/// Words looked at for one name and its role.
pub(super) const REACH: usize = 16;

/// The phrases that name someone, in order, each found when it is asked for.
pub(crate) struct Names<'d, 't> {
    doc: &'d Doc<'t>,
    at: usize,
}

impl<'d, 't> Names<'d, 't> {
    /// All those of a text.
    pub fn of(doc: &'d Doc<'t>) -> Self {
        Self { doc, at: 0 }
    }
}

impl Iterator for Names<'_, '_> {
    type Item = Phrase;

    fn next(&mut self) -> Option<Phrase> {
        while self.at < self.doc.tokens.len() {
            let at = self.at;
            let found = match self.doc.lang {
                Lang::Ar => arabic(self.doc, at),
                Lang::Ru => names_ru::named(self.doc, at),
                Lang::En => names_en::capitals(self.doc, at),
            };
            self.at = found.map_or(at, |phrase| phrase.end).max(at + 1);
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// The words of names of several words, and the Arabic names of two, in order of their keys.
pub(crate) fn words(doc: &Doc) -> (Vec<Key>, Vec<(Key, Key)>) {
    let mut keys: Vec<Key> = Vec::new();
    let (mut whole, mut spans, mut objects) = (Vec::new(), Vec::new(), Vec::new());
    for phrase in Names::of(doc).filter(|phrase| !phrase.head_is(Class::Body)) {
        let Some((from, to)) = phrase.name.filter(|(from, to)| to - from > 1) else { continue };
        if doc.lang == Lang::Ar {
            whole.extend((to == from + 2).then(|| (doc.key(from), doc.key(from + 1))));
            spans.push((from, to));
            continue;
        }
        // "Ruth A. Hensley" makes no surname of "a".
        let letter = |at: usize| doc.lang == Lang::En && doc.word(at).len() == 1;
        if doc.lang == Lang::Ru && ru_run::is_object(doc, from, to) {
            objects.push((doc.key(from + 1), from));
            continue;
        }
        let own = |at: &usize| doc.token(*at).is_word() && !doc.is(*at, Class::Particle) && !letter(*at);
        keys.extend((from..to).filter(own).map(|at| doc.key(at)));
        // «Дениса Шведова», then «Шведов».
        if doc.lang == Lang::Ru {
            let shown = ru_names::nominative(doc, &phrase, from, to).into_iter();
            keys.extend(shown.map(|(key, _)| key).filter(|key| !doc.lexicon.is(*key, Class::Particle)));
        }
    }
    add_objects(doc, &mut keys, objects);
    if doc.lang == Lang::En {
        keys.extend(super::surnames_en::recurring(doc));
    }
    if doc.lang == Lang::Ar {
        whole.extend((0..doc.tokens.len()).filter_map(|at| speaking(doc, at)));
        whole.sort_unstable();
        // «قاد وسام أبو علي الأهلي إلى الفوز»: what stands behind a whole name is no word of it.
        let last = |to: usize| whole.binary_search(&(doc.key(to - 3), doc.key(to - 2))).is_ok();
        for (from, to) in spans {
            let over = to > from + 2 && last(to) && doc.word(to - 1).starts_with("ال");
            keys.extend((from..to - usize::from(over)).filter(|at| doc.token(*at).is_word()).map(|at| doc.key(at)));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    (keys, whole)
}

/// Adds the words of runs that may be an object and a surname, «Нот Рябов не знал»: where the text names a man Рябов
/// otherwise, or has before, the first word is no name.
fn add_objects(doc: &Doc, keys: &mut Vec<Key>, mut objects: Vec<(Key, usize)>) {
    keys.sort_unstable();
    objects.sort_unstable();
    let known = keys.len();
    let mut first = None;
    for (surname, at) in objects {
        let own = first.filter(|(other, _)| *other == surname).map_or(doc.key(at), |(_, given)| given);
        first = Some((surname, own));
        let other = keys.get(..known).is_some_and(|keys| keys.binary_search(&surname).is_ok());
        keys.push(surname);
        keys.extend((!other && own == doc.key(at)).then_some(own));
    }
}

/// The two words between an Arabic verb of saying and what opens its clause: «وقال فلان الفلاني إن».
fn speaking(doc: &Doc, verb: usize) -> Option<(Key, Key)> {
    if !doc.is(verb + 3, Class::Comp) || !ar::is_finite(doc, verb) {
        return None;
    }
    let (from, to) = ar::phrase(doc, verb + 1, verb + 3)?.name?;
    (from == verb + 1 && to == verb + 3).then(|| (doc.key(from), doc.key(from + 1)))
}

/// Whether marks open right before a word behind a thing that is somebody's: «ألبومه «مطر الصيف»» names nobody.
fn is_called_thing(doc: &Doc, at: usize) -> bool {
    let Some(thing) = at.checked_sub(2).filter(|thing| doc.pair_at(thing + 1).is_some()) else { return false };
    let owned = doc.word(thing).ends_with("ها") || doc.word(thing).ends_with('ه');
    let named = is_listed(doc.word(thing), "اسمه اسمها لقبه لقبها وكنيته كنيته");
    owned && !named && ar::word(doc, thing).sense.is_none_or(|sense| sense.class == Class::Doc)
}

/// Words of the name of a place before one that is a given name as well, at most.
const PLACE: usize = 3;

/// Whether what may be a given name is the name of a place, or in one: «العاصمة مينا السلام», «شارع سعيد حداد».
fn is_of_place(doc: &Doc, at: usize) -> bool {
    const PLACES: List = List::of(
        "العاصمة للعاصمة بالعاصمة عاصمة مدينة بلدة قرية ولاية إقليم جزيرة شارع ساحة حي ملعب مطار مخيم جسر ميدان نهر جبل وادي \
        مستشفى جامع مسجد كنيسة معبر ميناء مرفأ سد دوار واحة خليج بحيرة قصر قلعة متحف بمدينة ببلدة بقرية بولاية بإقليم بجزيرة \
        بشارع بساحة بحي بملعب بمطار بمخيم بمستشفى لمدينة لبلدة لقرية لولاية",
    );
    let given = |at: &usize| doc.is(*at, Class::First);
    let first = (at.saturating_sub(PLACE)..at).rev().take_while(given).last().unwrap_or(at);
    first.checked_sub(1).is_some_and(|noun| PLACES.has(doc.word(noun)))
}

/// A role with a name, or a known given name with another.
fn arabic(doc: &Doc, at: usize) -> Option<Phrase> {
    let token = doc.token(at);
    if !token.is_word() || token.dated {
        return None;
    }
    let parsed = ar::word(doc, at);
    // «عبد الكريم الصيرفي «أبو النور»»: what one is called by as well is nobody else.
    let called = |at: usize| matches!(doc.word(at), "أبو" | "أبي" | "أم") && doc.pair_at(at - 1).is_some();
    if at > 2 && (called(at) && doc.is_surname(at - 2) || called(at - 1) && doc.is_surname(at - 3)) {
        return None;
    }
    // «ويعمل الطرابلسي على رواية»: a surname that is known.
    if parsed.sense.is_none() && parsed.article && !parsed.attached && doc.is_surname(at) {
        return ar::phrase(doc, at, at + 1);
    }
    // «أما أم حسين، وهي أرملة، فجلست»: one who is called by a child.
    if ar::is_named_child(doc, at) || ar::is_kunya(doc, at) {
        return ar::phrase(doc, at, paragraph_end(doc, at).min(at + REACH));
    }
    if is_called_thing(doc, at) {
        return None;
    }
    let Some(sense) = parsed.sense else { return spoken_of(doc, at, parsed.article) };
    if sense.class == Class::First && is_of_place(doc, at) {
        return None;
    }
    let end = paragraph_end(doc, at);
    let phrase = ar::phrase(doc, at, end.min(at + REACH))?;
    let (from, to) = phrase.name?;
    let person = match sense.class {
        // «لكنه طالب بزيادة دورات المياه»: a verb.
        // «خلف مقود شاحنة»: a preposition.
        Class::Role if (ar::is_finite(doc, at) || doc.is(at, Class::Prep)) && !doc.is(from, Class::First) => false,
        Class::Role if from == at => to > from + 2 && !(at > 0 && doc.is(at - 1, Class::Prep)),
        Class::Role => from > at && !(parsed.article && doc.is(from - 1, Class::Title) && is_annexed(doc, at)),
        Class::Title => from > at,
        Class::First => {
            let other = speaks_for(doc, at) || is_adjective(doc, at) || tells(doc, at);
            let told = doc.word(at).starts_with('ل') && to > from + 1 && !doc.is(at, Class::Prep);
            (to > from + 1 || doc.is_surname(at)) && (!parsed.attached || told) && !other
        }
        // «لكن الحركة المسلحة نفت»: the subject of a sentence.
        Class::Body
            if parsed.article
                && (doc.begins_sentence(at) || (at > 0 && (doc.is(at - 1, Class::Conn) || opens(doc, at - 1)))) =>
        {
            to > from + 1
        }
        Class::Body => return (to > from + 1 && !parsed.attached && phrase.owner.is_some()).then_some(phrase),
        _ => false,
    };
    person.then_some(phrase)
}

/// A name that its place shows, and a particle or the role behind it: between a verb of saying and what is said («قالت توتو
/// بنت الحيمر إن», «وتوقع زلاتكو داليتش، مدرب الفريق، أن»).
fn spoken_of(doc: &Doc, at: usize, article: bool) -> Option<Phrase> {
    // «تنتظر صبحية، وهي جدة»: a pronoun behind a word and a comma says that it is somebody.
    let is = |word: usize| doc.kind(word) == Kind::Comma && matches!(doc.word(word + 1), "وهو" | "وهي");
    let opens = |word: &str| matches!(word, "أما" | "وأما" | "لكن" | "ولكن" | "أن");
    // «ويستقل غلام رسول، وهو عامل»: two words behind a verb.
    let two = |before: usize| is(at + 2) && ar::is_present_form(doc.word(before).trim_start_matches(['و', 'ف']));
    let led = |before: &usize| is(at + 1) || two(*before) || opens(doc.word(*before)) || ar::is_finite(doc, *before);
    let before = at.checked_sub(1).filter(|before| !article && led(before))?;
    let phrase = ar::phrase(doc, at, paragraph_end(doc, at).min(at + REACH))?;
    let (from, to) = phrase.name.filter(|_| !doc.is(before, Class::Prep))?;
    let said = matches!(doc.kind(to), Kind::Colon | Kind::Comma | Kind::Mark(_)) || doc.is(to, Class::Comp);
    let clause = doc.kind(to) == Kind::Comma && to > from + 1 && doc.is(to + 1, Class::Relative);
    let bound = clause || (from + 1..to).any(|word| ar::is_particle(doc, word));
    (from == at && said && (bound || phrase.head_is(Class::Role))).then_some(phrase)
}

/// Whether a sentence opens with a word that may be the verb of a woman or a body: «انتقدت الخارجية المصرية القرار».
fn opens(doc: &Doc, at: usize) -> bool {
    doc.begins_sentence(at) && doc.word(at).ends_with('ت')
}

/// Whether a word with the article is what the noun before it is of, and not the one whom a title behind it names:
/// «دفاع المتهم المحامي فلان».
fn is_annexed(doc: &Doc, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| doc.token(*before).is_word()) else { return false };
    let used = const { Classes::all(&[Class::Prep, Class::Conn, Class::Verb, Class::Comp, Class::Relative]) };
    !doc.word(before).starts_with("ال") && !doc.is_any_even_joined(before, used)
}

/// Whether what may be a given name is a verb that its subject follows: «وشهد جار المطحنة».
fn tells(doc: &Doc, at: usize) -> bool {
    let verb = ar::is_finite(doc, at);
    let next = doc.word(at + 1);
    let object = doc.word(at).ends_with('ت') && (next.ends_with("ها") || next.ends_with("هم"));
    // «رفعت الأم القدر».
    let head =
        ar::word(doc, at + 1).sense.filter(|sense| sense.class == Class::Role && sense.agree.gender == Gender::F);
    let given = doc.sense(at + 1, Class::First).is_some_and(|first| first.agree.gender == Gender::F);
    let woman = (head.is_some() || given) && doc.word(at).ends_with('ت');
    object
        || woman
        || (verb && next.starts_with("ال"))
        || (verb && ar::word(doc, at + 1).sense.is_some_and(|sense| sense.class != Class::First))
}

/// Whether what may be a given name with the article is the adjective of the noun before: «المحيط الهادي».
fn is_adjective(doc: &Doc, at: usize) -> bool {
    let article = |at: usize| doc.word(at).starts_with("ال");
    article(at) && at.checked_sub(1).is_some_and(article) && doc.word(at + 1) != "بن"
}

/// Whether «باسم» means "for", and not the name: behind one who speaks.
fn speaks_for(doc: &Doc, at: usize) -> bool {
    // «تسميته باسم الشهيد».
    let thing = at.checked_sub(1).is_some_and(|before| !ar::is_finite(doc, before));
    doc.word(at) == "باسم"
        && ((at.saturating_sub(2)..at).any(|before| ar::is_spokesman(doc, before))
            || (thing && doc.word(at + 1).starts_with("ال")))
}

/// Words before a comma among which the role of the name behind it stands: "Her husband of 44 years, Stan, was".
const APPOSED: usize = 6;

/// Whether a token is of an age: "a 54-year-old nurse".
fn is_age(doc: &Doc, at: usize) -> bool {
    let age = |at: usize| doc.kind(at) == Kind::Number && doc.word(at + 2) == "year-old";
    age(at) || age(at.saturating_sub(1))
}

/// The comma behind the age that a comma sets behind a name or a role, "Noreen, 58, a forklift operator"; else the same place.
pub(super) fn behind_age(doc: &Doc, comma: usize) -> usize {
    let aged = [(0, Kind::Comma), (1, Kind::Number), (2, Kind::Comma)];
    comma + 2 * usize::from(aged.iter().all(|(step, kind)| doc.kind(comma + step) == *kind))
}

/// The role in the apposition before or behind a name: "The harbour master, Captain …", "Jane Doe, a trader".
pub(super) fn apposed_role(doc: &Doc, at: usize, to: usize) -> Option<(usize, super::lexicon::Sense)> {
    let role = |word: usize| match doc.lang {
        Lang::En => en::head_sense(doc, word).filter(|sense| sense.class == Class::Role),
        _ => doc.sense(word, Class::Role),
    };
    // "Noreen, 58, a forklift operator".
    let name = to;
    let to = if doc.lang == Lang::En { behind_age(doc, to) } else { to };
    let aged = to > name;
    let behind = (doc.kind(to) == Kind::Comma).then(|| {
        let first = (to + 1..to + 5)
            .take_while(|word| doc.token(*word).is_word() || is_age(doc, *word))
            .take_while(|word| {
                !aged || [Class::Verb, Class::Finite, Class::Relative].iter().all(|class| !doc.is(*word, *class))
            })
            .find_map(|word| role(word).map(|sense| (word, sense)))?;
        // "Chief executive of Looply": the last of two nouns.
        let next = if doc.lang == Lang::En { role(first.0 + 1).map(|sense| (first.0 + 1, sense)) } else { None };
        // "Pressed by Tom Pell, the officer said": the subject.
        let says = |at: usize| doc.lang == Lang::En && (doc.is(at, Class::Verb) || doc.is(at, Class::Finite));
        next.or(Some(first)).filter(|(last, _)| doc.word(to + 1) != "the" || !says(last + 1))
    });
    let before = at.checked_sub(1).filter(|before| doc.kind(*before) == Kind::Comma).map(|comma| {
        (comma.saturating_sub(APPOSED)..comma)
            .rev()
            .take_while(|word| doc.token(*word).is_word() || doc.kind(*word) == Kind::Number)
            .take_while(|word| doc.word(*word) == "of" || !doc.is(*word, Class::Prep))
            .find_map(|word| role(word).map(|sense| (word, sense)))
    });
    // "The foreman was Len Hobbs".
    let said = at.checked_sub(2).filter(|head| doc.lang == Lang::En && is_listed(doc.word(head + 1), "was is"));
    let said = said.and_then(|head| role(head).map(|sense| (head, sense)));
    before.flatten().or(behind.flatten()).or(said)
}

pub(super) fn paragraph_end(doc: &Doc, at: usize) -> usize {
    (at..doc.tokens.len().min(at + REACH))
        .find(|token| matches!(doc.kind(*token), Kind::Break | Kind::Stop))
        .unwrap_or(at + REACH)
}
