//! Russian verbs of saying that no lexicon has: told by a dash behind speech, by the commas around them, by «мол», or by the
//! verb of which they are a participle.

use super::clause_ru::{clause_end, colon_behind};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag, key_of};
use crate::analysis::listed::ends_in;
use crate::analysis::people::{Phrase, ru};
use crate::analysis::token::Kind;

/// Tokens of a sentence before what is inserted in it, at most.
const INSERTED_REACH: usize = 12;

/// Words before what is inserted that may be no clause by themselves, at most.
const INSERTED_WORDS: usize = 2;

/// A verb that no lexicon has, right behind the dash that follows speech: «…, — отрезал он».
pub(super) fn narrated(doc: &Doc, at: usize) -> Option<Sense> {
    // «— тихо произнёс врач», «— тут же поправился он».
    let adverb = at.checked_sub(1).is_some_and(|adverb| {
        is_adverb(doc, adverb) || doc.is(adverb, Class::Aux) || doc.is(adverb, Class::Neg) || doc.word(adverb) == "так"
    });
    let dash = at.checked_sub(1 + usize::from(adverb)).filter(|dash| doc.kind(*dash) == Kind::Dash)?;
    let before = dash.checked_sub(1)?;
    let follows =
        matches!(doc.kind(before), Kind::Comma | Kind::Stop | Kind::Other) || doc.pair_closed_at(before).is_some();
    let token = doc.token(at);
    if !follows || !token.is_word() || token.capital || token.dated {
        return None;
    }
    finite(doc, at)
}

/// Whether a clause may go on behind an unknown verb that is set between commas with its subject: only verbs of saying
/// stand so («Но, оговаривается партнёр фонда, команда сильная»).
pub(super) fn inserted(doc: &Doc, at: usize, sentence: Sentence) -> Option<Sense> {
    let comma = at.checked_sub(1).filter(|comma| *comma > sentence.start && doc.kind(*comma) == Kind::Comma)?;
    let sense = finite(doc, at).filter(|_| !doc.token(at).capital && !doc.token(at).dated)?;
    let (stop, first) = (clause_end(doc, at + 1, sentence.end), comma.saturating_sub(INSERTED_REACH));
    let aside = doc.kind(stop) == Kind::Comma && doc.token(stop + 1).is_word() && first <= sentence.start;
    // «Прощание пройдёт во вторник, похоронят мастера на кладбище, рядом с женой»: what is whole without it.
    let goes_on = || (stop + 1..sentence.end).any(|word| ru::is_verb(doc, word) || finite(doc, word).is_some());
    let aside = aside && (doc.count_words(sentence.start, comma) <= INSERTED_WORDS || goes_on());
    let who = if aside && !(sentence.start..comma).any(|word| ru::is_verb(doc, word)) {
        ru::phrase(doc, at + 1, stop)
    } else {
        None
    };
    let speaks = |who: &Phrase| {
        let role = who.head.is_some_and(|(head, sense)| head == at + 1 && sense.has(flag::LEMMA));
        (who.pronoun || role || who.name.is_some_and(|(start, _)| start == at + 1)) && !ru::governs(doc, at + 1)
    };
    who.filter(speaks).map(|_| Sense { flags: 0, ..sense })
}

/// A verb of anything behind which «мол» says that it was said: «Пенсионер отказался: мол, друзьями не торгует».
pub(super) fn excuses(doc: &Doc, at: usize, sentence: Sentence) -> Option<Sense> {
    let sense = finite(doc, at).filter(|_| !doc.token(at).capital)?;
    let colon = colon_behind(doc, at + 1, sentence.end)?;
    let says = (colon + 1..colon + 4).any(|word| doc.is(word, Class::Hearsay));
    (says && clause_end(doc, at + 1, colon) == colon).then_some(sense)
}

/// The verb of saying of an active participle behind a comma: «Биолог Рашид Кубатаев, указавший, что …, ждёт решений».
pub(super) fn said_by(doc: &Doc, at: usize) -> Option<Sense> {
    const FORMS: [(&str, &str); 3] = [("вш", "л"), ("ющ", "ют"), ("ящ", "ят")];
    at.checked_sub(1).filter(|comma| doc.kind(*comma) == Kind::Comma && doc.kind(at + 1) == Kind::Comma)?;
    let word = doc.word(at);
    let form = ["ий", "ая", "ие"].iter().find_map(|ending| word.strip_suffix(ending))?;
    let (stem, ending) = FORMS.iter().find_map(|(from, to)| Some((form.strip_suffix(from)?, to)))?;
    let verb = doc.lexicon.sense(key_of(&[stem, *ending].concat()), Class::Verb)?;
    let number = if word.ends_with('е') { Number::Many } else { Number::One };
    let gender = if word.ends_with("ая") { Gender::F } else { Gender::Any };
    Some(Sense { class: Class::Participle, agree: Agree::new(gender, number), ..verb })
}

/// A word that has the form of a finite verb and is no other word of the lexicon.
pub(super) fn finite(doc: &Doc, at: usize) -> Option<Sense> {
    let word = doc.word(at);
    let stem = word.strip_suffix("ся").or_else(|| word.strip_suffix("сь")).unwrap_or(word);
    let (gender, number) = if stem.ends_with("ла") {
        (Gender::F, Number::One)
    } else if stem.ends_with("ли") {
        (Gender::Any, Number::Many)
    } else if stem.ends_with('л') {
        (Gender::M, Number::One)
    } else if ends_in(stem, &["ет", "ёт", "ит"]) {
        (Gender::Any, Number::One)
    } else if ends_in(stem, &["ют", "ят", "чат", "шат", "жат"]) {
        (Gender::Any, Number::Many)
    } else {
        return None;
    };
    let used = doc.is_any(
        at,
        const { Classes::all(&[Class::Prep, Class::Conn, Class::Role, Class::Body, Class::Group, Class::Source]) },
    );
    let agree = Agree::new(gender, number);
    let sense = Sense { class: Class::Verb, agree, flags: flag::GESTURE, family: 0, words: 1 };
    (!used && stem.chars().count() > 3).then_some(sense)
}

/// Whether a word may be an adverb of manner: «тихо», «устало».
fn is_adverb(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    token.is_word() && !token.capital && !token.dated && doc.word(at).ends_with('о') && !doc.is(at, Class::Prep)
}
