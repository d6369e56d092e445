//! What a role or a document is of, which tells it from another: «مدير المدرسة», «глава района», "prime minister".

use super::entity::Entity;
use super::{Case, Phrase, ar, en, en_name, ru};
use crate::analysis::doc::Doc;
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Class, Classes, Key, Sense, flag, fold, key_of};
use crate::analysis::listed::{ends_in, is_listed};
use crate::text::Lang;

/// What tells the role of a phrase from another of the same word.
pub(super) fn owner_key(doc: &Doc, phrase: &Phrase) -> Option<Key> {
    match doc.lang {
        Lang::Ar => arabic_owner(doc, phrase),
        Lang::Ru => russian_owner(doc, phrase),
        Lang::En => english_owner(doc, phrase),
    }
}

/// Whether the English words from one token up to another say whose something is: "the home's director".
pub(super) fn says_whose(doc: &Doc, from: usize, to: usize) -> bool {
    doc.words(from, to).contains(['\'', '’'])
}

/// What an Arabic role is annexed to, by its first word without the article.
fn arabic_owner(doc: &Doc, phrase: &Phrase) -> Option<Key> {
    let (from, to) = phrase.owner.filter(|_| !phrase.head_is(Class::Doc))?;
    // The head of a government has three names: of it, of its ministers, of their council.
    if (from..to).any(|at| matches!(doc.word(at), "الوزراء" | "الحكومة")) {
        return Some(key_of("حكومة"));
    }
    let folded: String = doc.word(from).chars().filter_map(fold).collect();
    let bare = folded.strip_prefix("ال").or_else(|| folded.strip_prefix("لل")).unwrap_or(&folded);
    Some(key_of(bare))
}

/// What stands in the genitive right behind a Russian role: «глава района» is another than «глава МЧС».
fn russian_owner(doc: &Doc, phrase: &Phrase) -> Option<Key> {
    let (head, role) = phrase.head.filter(|(_, sense)| sense.class == Class::Role)?;
    let at = head + 1;
    let word = doc.token(at);
    let named = phrase.name.is_some_and(|(start, end)| (start..end).contains(&at));
    let within = at < phrase.end || phrase.name.is_none();
    // «представитель ведомства» is the one of the ministry that was named.
    // «герой вечера» is anybody.
    let occasion = is_listed(doc.word(at), "вечера дня матча встречи торжества праздника турнира гонки конкурса");
    let general = occasion || doc.sense(at, Class::Body).is_some_and(|body| body.has(flag::GENERIC));
    let plain = within
        && !named
        && !general
        && word.is_word()
        && !word.dated
        && (word.capital || ends_in_genitive(doc.word(at)));
    (plain && !goes_with_verb(doc, at) && !is_apart(doc, at, role)).then(|| ministry(doc, head, at))
}

/// What a Russian office is of; a ministry by the letters that its short name has of what it is about, so that «глава
/// Минфина» is the «министр финансов».
fn ministry(doc: &Doc, head: usize, at: usize) -> Key {
    let word = lowered(doc.word(at));
    let about = match &*word {
        "мид" => Some("иностранных"),
        "мвд" => Some("внутренних"),
        _ => word.strip_prefix("мин").filter(|_| doc.is(at, Class::Body)),
    };
    let minister = lowered(doc.word(head)).contains("минист");
    let about = about.or(if minister { Some(&*word) } else { None });
    about.map_or(doc.token(at).key, |about| key_of(&about.chars().take(3).collect::<String>()))
}

/// Whether a Russian word may be a noun or an adjective in the genitive, by its ending.
fn ends_in_genitive(word: &str) -> bool {
    let ends = |endings: &[&str]| ends_in(word, endings);
    let adjective = ends(&["ый", "ий", "ая", "ое", "ые"]);
    let noun = !ru::is_adjective(word) && ends(&["е", "у", "ю", "о", "ам", "ям"]);
    !adjective && !noun && !ru::is_finite(word, false)
}

/// Whether a word behind a Russian role belongs to the verb, or to what that opens.
fn goes_with_verb(doc: &Doc, at: usize) -> bool {
    let used = const {
        Classes::all(&[Class::Prep, Class::Verb, Class::Aux, Class::Skip, Class::Comp, Class::SelfWord, Class::Neg])
    };
    doc.is_any(at, used) || doc.phrase(at, at + 3, Class::Verb).is_some()
}

/// Whether a body behind a Russian role is the subject («цитирует юриста издание»), or the agency that is told («сказала
/// дипломат ТАСС»), and nothing that the role is of.
fn is_apart(doc: &Doc, at: usize, role: Sense) -> bool {
    let subject = |body: Sense| !doc.token(at).capital && body.has(flag::LEMMA);
    let told = |body: Sense| doc.token(at).capital && body.has(flag::RELAY) && !role.has(flag::OFFICE | flag::AGENT);
    doc.sense(at, Class::Body).is_some_and(|body| subject(body) || told(body))
}

/// Whose an English role is by its own words ("Oakvale's superintendent", "the mayor of Kestrel"), and where the text
/// has named that first.
#[derive(Clone, Copy)]
pub(super) struct Whose {
    key: Key,
    /// Where a name stands first, if so much is known, and whether that is in the role itself.
    first: Option<usize>,
    new: bool,
}

/// Words before a role among which its owner is looked for, at most.
const NAMED: usize = 600;

/// Bytes from a name to that of what its bearer is at the head of, at most.
const BESIDE: usize = 200;

impl Whose {
    pub(super) fn of(doc: &Doc, phrase: &Phrase, head: usize) -> Option<Self> {
        let owner = (phrase.start..head).rev().find(|at| en_name::is_possessive(doc.word(*at)));
        let of = matches!(doc.word(head + 1), "of" | "for") && doc.token(head + 2).capital;
        let at = owner.or(of.then_some(head + 2)).filter(|_| doc.lang == Lang::En)?;
        let key = en::name_word(doc, at).0;
        let named = || (0..at).find(|word| doc.key(*word) == key || doc.key(*word) == doc.key(at));
        let first = if doc.token(at).capital && at < NAMED { named().or(Some(at)) } else { None };
        Some(Self { key, first: first.map(|first| doc.token(first).start()), new: first == Some(at) })
    }

    /// Whether one who has such a role has it of something else: a name that the text gives only later than his.
    pub(super) fn is_anothers(&self, one: &Entity) -> bool {
        if !one.named {
            return one.name.contains(['\'', '’']) && !one.keys.contains(&self.key);
        }
        let begun = one.mentions.first().map_or(0, |span| span.start.0);
        self.new || self.first.is_some_and(|first| begun + BESIDE < first)
    }
}

/// The word before an English office, or before a body: "prime minister", "housing association".
fn english_owner(doc: &Doc, phrase: &Phrase) -> Option<Key> {
    let (head, sense) = phrase.head.filter(|(head, _)| *head > phrase.start)?;
    let (word, token) = (lowered(doc.word(head - 1)), doc.token(head - 1));
    let one_of_many = sense.class == Class::Body || is_listed(&lowered(doc.word(head)), OFFICES);
    // "United's manager" is another than "Rovers manager Reg Holm".
    let tells = token.is_word() && !is_listed(&word, PLAIN) && (token.capital || !en_name::is_possessive(&word));
    (one_of_many && tells).then(|| en::name_word(doc, head - 1).0)
}

/// English offices of which there are many kinds, told apart by the word before them.
const OFFICES: &str = "minister secretary director manager leader";

/// English words before an office that do not tell it from another.
const PLAIN: &str = "the a former new then current its her his";

/// Words of an Arabic owner's name, at most.
const OWNER_NAME: usize = 4;

/// The owner of an Arabic document by a role with the name behind it: «تقرير الطبيب الشرعي فلان».
fn named_owner(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    let owner = ar::phrase(doc, from, to + OWNER_NAME)?;
    let person = owner.head_is(Class::Role) || owner.head_is(Class::Title);
    (person && owner.name.is_some_and(|(name, _)| name == to)).then_some(owner)
}

/// The phrase of a document's owner.
pub(super) fn owner_phrase(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    match doc.lang {
        Lang::Ar => named_owner(doc, from, to).or_else(|| ar::phrase(doc, from, to)),
        Lang::Ru => ru::phrase(doc, from, to).map(|owner| Phrase { case: Case::Genitive, ..owner }),
        Lang::En => en::phrase(doc, from, to),
    }
}
