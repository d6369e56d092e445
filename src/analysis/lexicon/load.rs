//! Reads the lexicon files. A line is `class feature… : word word…`; `#` begins a comment. Lines of verbs begin with
//! what the verb takes, and name stems. A line that cannot be read is a [`Fault`], which a test looks for.

use super::inflect::Stem;
use super::key::key_of_chars;
use super::{Agree, Class, Gender, Index, Key, Lexicon, Number, Sense, flag, fold, inflect, key_of};
use crate::text::Lang;

/// A line of a lexicon that could not be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What could not be read.
    pub words: String,
}

/// The files of a language.
fn files(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Ar => [include_str!("ar/verbs.txt"), include_str!("ar/words.txt")],
        Lang::Ru => [include_str!("ru/verbs.txt"), include_str!("ru/words.txt")],
        Lang::En => [include_str!("en/verbs.txt"), include_str!("en/words.txt")],
    }
}

/// Reads the lexicon of a language, with the lines that it could not read.
pub(crate) fn load(lang: Lang) -> (Lexicon, Vec<Fault>) {
    let mut lexicon = Lexicon::default();
    let mut faults = Vec::new();
    for line in files(lang).into_iter().flat_map(str::lines) {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let read = line.split_once(" : ").and_then(|(head, words)| Some((entry(head)?, words)));
        match read {
            Some((entry, words)) => {
                words.split_ascii_whitespace().for_each(|word| add_entry(&mut lexicon, entry, word, lang));
            }
            None => faults.push(Fault { words: line.to_owned() }),
        }
    }
    lexicon.words = Index::arranged(&lexicon.words, |(key, sense)| (*key, sense.class));
    lexicon.words.dedup_by(|later, first| merges(first, later));
    lexicon.phrases.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.len().cmp(&a.1.len())));
    lexicon.word_index = Index::of(lexicon.words.iter().map(|(key, _)| *key));
    lexicon.phrase_index = Index::of(lexicon.phrases.iter().map(|(key, _, _)| *key));
    (lexicon, faults)
}

/// Whether a later line only adds to what an earlier one says of a word; if so, it is added.
fn merges(first: &mut (Key, Sense), later: &(Key, Sense)) -> bool {
    let same = first.0 == later.0 && first.1.class == later.1.class && first.1.agree == later.1.agree;
    if same {
        first.1.flags |= later.1.flags;
        first.1.family = first.1.family.max(later.1.family);
    }
    same
}

/// What the words of a line are.
#[derive(Clone, Copy)]
struct Entry {
    sense: Sense,
    verb: bool,
}

/// Reads the part of a line before its colon.
fn entry(head: &str) -> Option<Entry> {
    let mut words = head.split_whitespace();
    let (mut class, verb, mut flags) = class(words.next()?)?;
    let mut agree = Agree::default();
    let mut family = 0;
    for feature in words {
        match feature {
            "m" => agree.gender = Gender::M,
            "f" => agree.gender = Gender::F,
            "n" => agree.gender = Gender::N,
            "s" => agree.number = Number::One,
            "d" => agree.number = Number::Two,
            "p" => agree.number = Number::Many,
            "participle" => class = Class::Participle,
            "clause" => flags |= flag::CLAUSE,
            "obj" => flags |= flag::OBJ,
            "whom" => flags |= flag::WHOM,
            "answer" => flags |= flag::ANSWER,
            "deny" => flags |= flag::DENY,
            "doubt" => flags |= flag::DOUBT,
            "name" => flags |= flag::NAME,
            "generic" => flags |= flag::GENERIC,
            "bare" => flags |= flag::BARE,
            "near" => flags |= flag::NEAR,
            "agent" => flags |= flag::AGENT,
            "relay" => flags |= flag::RELAY,
            "gesture" => flags |= flag::GESTURE,
            "office" => flags |= flag::OFFICE,
            "impersonal" => flags |= flag::IMPERSONAL,
            "commit" => flags |= flag::COMMIT,
            "only" => flags |= flag::ONLY,
            "kin" => flags |= flag::KIN,
            "elder" => flags |= flag::KIN | flag::ELDER,
            "younger" => flags |= flag::KIN | flag::YOUNGER,
            "firm" => flags |= flag::FIRM,
            _ => match flag::KINDS.iter().position(|kind| *kind == feature) {
                Some(kind) => flags |= 1 << (flag::KIND as usize + kind),
                None => family = named(feature.strip_prefix('=')?),
            },
        }
    }
    if class == Class::Verb && !verb && agree.number == Number::Many {
        flags |= flag::NO_SUBJECT_AFTER;
    }
    Some(Entry { sense: Sense { class, agree, flags, family, words: 1 }, verb })
}

/// The class that the first word of a line names, whether it is inflected as a verb, and its flags.
fn class(word: &str) -> Option<(Class, bool, u32)> {
    Some(match word {
        "say" => (Class::Verb, true, 0),
        "clause" => (Class::Verb, true, flag::CLAUSE),
        "relay" => (Class::Verb, true, flag::RELAY),
        "form" => (Class::Verb, false, 0),
        "gesture" => (Class::Verb, true, flag::GESTURE),
        "noun" => (Class::SpeechNoun, false, 0),
        "comp" => (Class::Comp, false, 0),
        "notcomp" => (Class::NotComp, false, 0),
        "nominal" => (Class::Nominal, false, 0),
        "self" => (Class::SelfNominal, false, 0),
        "false" => (Class::False, false, 0),
        "prep" => (Class::Prep, false, 0),
        "conn" => (Class::Conn, false, 0),
        "relative" => (Class::Relative, false, 0),
        "selfword" => (Class::SelfWord, false, 0),
        "namer" => (Class::Namer, false, 0),
        "title" => (Class::Title, false, 0),
        "role" => (Class::Role, false, 0),
        "group" => (Class::Group, false, 0),
        "body" => (Class::Body, false, 0),
        "source" => (Class::Source, false, 0),
        "doc" => (Class::Doc, false, 0),
        "first" => (Class::First, false, 0),
        "particle" => (Class::Particle, false, 0),
        "hearsay" => (Class::Hearsay, false, 0),
        "another" => (Class::Another, false, 0),
        "place" => (Class::Place, false, 0),
        "pronoun" => (Class::Pronoun, false, 0),
        "poss" => (Class::Poss, false, 0),
        "neg" => (Class::Neg, false, 0),
        "aux" => (Class::Aux, false, 0),
        "amount" => (Class::Amount, false, 0),
        "opener" => (Class::Opener, false, 0),
        "attitude" => (Class::Attitude, false, 0),
        "mute" => (Class::Mute, false, 0),
        "daypart" => (Class::DayPart, false, 0),
        "audience" => (Class::Audience, false, 0),
        "viewpoint" => (Class::Viewpoint, false, 0),
        "light" => (Class::Light, false, 0),
        "finite" => (Class::Finite, false, 0),
        "skip" => (Class::Skip, false, 0),
        "binder" => (Class::Binder, false, 0),
        "epithet" => (Class::Epithet, false, 0),
        "within" => (Class::Within, false, 0),
        "annexed" => (Class::Annexed, false, 0),
        "deictic" => (Class::Deictic, false, 0),
        "later" => (Class::Later, false, 0),
        _ => return None,
    })
}

/// Adds a word of a line, in all its forms.
fn add_entry(lexicon: &mut Lexicon, entry: Entry, word: &str, lang: Lang) {
    let sense = entry.sense;
    if entry.verb {
        // «выразить_надежду»: the verb is inflected, and the rest goes with each form.
        let cut = word.find('_').filter(|_| lang == Lang::Ru).unwrap_or(word.len());
        let (verb, rest) = word.split_at(cut);
        inflect::verb(verb, lang, sense.flags, &mut |stem, ending, class, agree, extra| {
            let sense = Sense { class, agree, flags: sense.flags | extra, ..sense };
            add_ended(lexicon, stem, (ending, rest), sense);
        });
        return;
    }
    let inflected = matches!(sense.class, Class::Role | Class::Body | Class::Doc | Class::Source | Class::Group);
    let inflected =
        inflected || (matches!(sense.class, Class::Namer | Class::Title | Class::Place) && lang == Lang::Ru);
    if !inflected {
        // «الحاج» alone means the one who was called so.
        let titled = lang == Lang::Ar && sense.class == Class::Title;
        let family = if titled { family_of(word) } else { sense.family };
        add_form(lexicon, word, Sense { family, ..sense });
        return;
    }
    let family = if sense.family == 0 { family_of(word.trim_end_matches('ة')) } else { sense.family };
    let one = lang == Lang::En && sense.class == Class::Role && sense.agree.number == Number::Any;
    let agree = if one { Agree::new(sense.agree.gender, Number::One) } else { sense.agree };
    let mut number = 0;
    inflect::noun(word, lang, agree, &mut |stem, ending, agree| {
        let flags = if number == 0 { sense.flags | flag::LEMMA } else { sense.flags };
        let form = Sense { agree, flags, family, ..sense };
        add_ended(lexicon, stem, (ending, ""), form);
        // «Замглавы», «замакима»: the deputy of whoever holds an office, in one word that has no cases.
        if number == 1 && lang == Lang::Ru && flags & flag::OFFICE != 0 && !word.contains('-') {
            let flags = flag::LEMMA | flag::OFFICE;
            let deputy = ["зам", &stem.with(ending)].concat();
            add_form(lexicon, &deputy, Sense { agree: Agree::default(), flags, family: 0, ..sense });
        }
        number += 1;
    });
}

/// Adds the form of a stem with an ending, and with what goes with each form of it.
fn add_ended(lexicon: &mut Lexicon, stem: &Stem, (ending, rest): (&str, &str), sense: Sense) {
    match stem.key_with(ending).filter(|_| rest.is_empty()) {
        Some(key) => lexicon.words.push((key, sense)),
        None => add_form(lexicon, &(stem.with(ending) + rest), sense),
    }
}

/// Adds one form; a form with "_" is a phrase.
fn add_form(lexicon: &mut Lexicon, form: &str, sense: Sense) {
    if !form.contains('_') {
        return lexicon.words.push((key_of(form), sense));
    }
    let mut keys = form.split('_').map(key_of);
    let first = keys.next().unwrap_or_default();
    let rest: Vec<Key> = keys.collect();
    let words = u8::try_from(rest.len() + 1).unwrap_or(u8::MAX);
    lexicon.phrases.push((first, rest, Sense { words, ..sense }));
}

/// The bit of a family that a line names: it goes before the one that a word has by itself.
pub(super) const NAMED_FAMILY: u16 = 0x8000;

/// The family that lines name so.
pub(super) fn named(name: &str) -> u16 {
    family_of(name) | NAMED_FAMILY
}

/// The number of a family of roles.
pub(crate) fn family_of(name: &str) -> u16 {
    let key = key_of_chars(name.chars().filter_map(fold)).0;
    u16::try_from(key & 0x7fff).unwrap_or(0).max(1)
}
