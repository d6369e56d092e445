//! Russian cues. The subject stands on either side of the verb; a clause follows «, что», or stands before the cue;
//! «по словам» names a source in the genitive; a body speaks in the plural («В министерстве пояснили»).

use super::clause_ru::{beside_quote, clause_end, colon_behind, content, quote_in_reach, reported};
use super::cue::{Content, Cue, CueKind};
use super::nominal_ru::nominal;
use super::noun_ru::named_source;
use super::subject_ru::{closes_aside, first_subject, speaks_before, speaks_itself, subject_before, subject_behind};
use super::title::begins_clause;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Case, Phrase, ru};
use crate::analysis::token::Kind;

/// Words between a helping verb and its infinitive, at most.
const HELPER_REACH: usize = 3;

/// Words behind a colon in which «мол» and «дескать» stand, at most.
const HEARSAY_REACH: usize = 6;

/// Tokens of a sentence before what is inserted in it, at most.
const INSERTED_REACH: usize = 12;

/// The cues of a sentence.
pub(super) fn cues(doc: &Doc, sentence: Sentence) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if !doc.token(at).is_word() {
            at = doc.next(at);
            continue;
        }
        if let Some(sense) = doc.phrase(at, sentence.end, Class::False) {
            at += usize::from(sense.words);
            continue;
        }
        // «Сотрудники музея, куда передали находку, шутят»: a verb in a relative clause has no part in the others.
        let apart = |cue: &&Cue| (cue.start.saturating_sub(2)..cue.start).any(|word| doc.is(word, Class::Relative));
        let end = |cue: &Cue| if cue.kind == CueKind::Nominal { cue.reach } else { cue.end };
        let bound = out.iter().rev().find(|cue| !apart(cue)).map_or(sentence.start, end);
        let cue = nominal(doc, at, sentence).or_else(|| verbal(doc, at, sentence, bound));
        at = cue.map_or_else(|| doc.next(at), |cue| cue.end.max(at + 1));
        if let Some(cue) = cue {
            let cue = relayed(doc, cue, &mut out);
            out.push(cue);
        }
    }
    out
}

/// «Передаёт агентство со ссылкой на МЧС»: the one referred to speaks, of what the verb reports.
fn relayed(doc: &Doc, cue: Cue, before: &mut Vec<Cue>) -> Cue {
    let relays = |verb: &Cue| {
        let aside = |at: usize| matches!(doc.kind(at), Kind::Comma | Kind::Stop | Kind::Dash | Kind::Colon);
        verb.kind == CueKind::Verb && !(verb.end..cue.start).any(aside)
    };
    if cue.kind != CueKind::Nominal || !before.last().is_some_and(relays) {
        return cue;
    }
    match before.pop() {
        Some(verb) => Cue { content: verb.content, opened: verb.opened, colon: verb.colon, ..cue },
        None => cue,
    }
}

/// A verb of saying, with its subject and what it reports.
fn verbal(doc: &Doc, at: usize, sentence: Sentence, bound: usize) -> Option<Cue> {
    let finite = doc.phrase(at, sentence.end, Class::Verb).or_else(|| helped(doc, at, sentence));
    let (sense, kind) = match finite.or_else(|| narrated(doc, at)).or_else(|| inserted(doc, at, sentence)) {
        Some(sense) => (sense, CueKind::Verb),
        None => (doc.phrase(at, sentence.end, Class::Participle)?, CueKind::Participle),
    };
    let end = at + usize::from(sense.words);
    let colon = colon_behind(doc, end, sentence.end);
    let comp = reported(doc, at, end, sentence, sense);
    if !tells(doc, (at, end), sentence, sense, (comp, colon)) {
        return None;
    }
    // «Мы предупреждали, что …»: the one who speaks reports nobody.
    if speaks_itself(doc, at, end, sentence) {
        return None;
    }
    // «…», — не скрывала слёз Мещерякова.
    let behind_dash = at > 1 && doc.kind(at - 2) == Kind::Dash;
    let not = at > sentence.start && doc.is(at - 1, Class::Neg);
    if not && comp.is_none() && colon.is_none() && !behind_dash {
        return None;
    }
    let led =
        colon.filter(|_| !not || sense.has(flag::DOUBT)).and_then(|colon| led_by(doc, (end, colon), sentence, sense));
    let mut cue = Cue { opened: true, colon, ..Cue::of(at..end, kind, sense) };
    if kind == CueKind::Participle {
        cue.content = comp.or(led).map_or(Content::None, Content::After);
        let names = sense.has(flag::NAME) && quote_in_reach(doc, end, sentence.end);
        return (cue.content != Content::None || colon.is_some() || names).then_some(cue);
    }
    let how = how_before(doc, at, sentence);
    let (right, right_end) = subject_behind(doc, end, sentence.end, sense);
    let inverted = at > sentence.start
        && matches!(doc.kind(at - 1), Kind::Comma | Kind::Dash)
        && !closes_aside(doc, at, sentence.start);
    // «как он рассказал».
    let how_at = || (sentence.start..at).rev().find(|word| matches!(doc.word(*word), "как" | "Как"));
    let left = || subject_before(doc, at, if how { how_at()? } else { bound }, sentence, sense);
    let subject = if inverted { right.or_else(left) } else { left().or(right) };
    let subject = subject.map(|found| as_subject(doc, found, sense));
    // «Я звонила, кричала»: the verb goes on with the same subject.
    if subject.is_none() && speaks_before(doc, sentence.start, at) {
        return None;
    }
    let behind = subject.filter(|subject| subject.start > at).map_or(end, |subject| subject.end.max(right_end));
    let from = subject.map_or(at, |subject| subject.start.min(at));
    let content = content(doc, at, from, behind, comp, how, sentence, sense);
    // A headline's «Просят вмешаться: …» and «…, уведомили письмом» name nobody.
    let told = subject.is_some() || sense.agree.number != Number::Many;
    let content = match led.filter(|_| told) {
        _ if !told && matches!(content, Content::Before(..)) => Content::None,
        Some(led) if content == Content::None => Content::After(led),
        _ => content,
    };
    let quoted = beside_quote(doc, at, sentence) || quote_in_reach(doc, behind, sentence.end);
    if content == Content::None && colon.is_none() && !quoted {
        return None;
    }
    Some(Cue { subject, content, opened: comp.or(led).is_some(), reach: behind, ..cue })
}

/// Whether a verb that tells only with a clause, or only beside marks, has them; `behind` are the places of its clause and
/// of its colon.
fn tells(
    doc: &Doc,
    (at, end): (usize, usize),
    sentence: Sentence,
    sense: Sense,
    behind: (Option<usize>, Option<usize>),
) -> bool {
    let (comp, colon) = behind;
    let beside = || doc.pair_at(end).is_some() || beside_quote(doc, at, sentence) || colon.is_some();
    // «Обвинение неконкретно», — мотивировал он.
    let told = || at > 1 && doc.kind(at - 1) == Kind::Dash;
    (!sense.has(flag::ONLY) || comp.is_some() || told()) && (!sense.has(flag::GESTURE) || beside())
}

/// A phrase as the subject of a verb: a name is in the nominative, and «предложила ветеран» tells of a woman.
fn as_subject(doc: &Doc, found: Phrase, sense: Sense) -> Phrase {
    // «На сайте Роспотребнадзора говорится»: whose site it is.
    let site = found.head.filter(|_| sense.has(flag::IMPERSONAL)).map(|(head, _)| head).filter(|head| {
        matches!(doc.word(*head), "сайте" | "портале" | "странице" | "канале" | "телеграм-канале" | "аккаунте")
    });
    let whose = site.and_then(|site| ru::phrase(doc, site + 1, found.end)).filter(|whose| whose.head_is(Class::Body));
    if let Some(whose) = whose {
        return Phrase { case: Case::Genitive, ..whose };
    }
    if let Some(author) = author(doc, &found, sense) {
        return author;
    }
    // «Слова министра передаёт агентство».
    let words = sense.has(flag::RELAY) && doc.is(found.start, Class::SpeechNoun);
    if let Some(whose) = if words { named_source(doc, found.start + 1, found.end) } else { None } {
        return whose;
    }
    let oblique = found.case == Case::Genitive;
    let subject = found.name.is_some() && !found.head_is(Class::Body) && !sense.has(flag::RELAY) && !oblique;
    let agree = match sense.agree.gender {
        Gender::M | Gender::F if found.head_is(Class::Role) => Agree { gender: sense.agree.gender, ..found.agree },
        _ => found.agree,
    };
    Phrase { agree, case: if subject { Case::Nominative } else { found.case }, ..found }
}

/// Who wrote the paper in which something is said, by what is set apart behind it: «В рапорте, который начальник порта
/// подал в декабре, сказано: «…»».
fn author(doc: &Doc, found: &Phrase, sense: Sense) -> Option<Phrase> {
    let comma = found.end;
    let which = is_listed(doc.word(comma + 1), "который которую которое которые") && doc.kind(comma) == Kind::Comma;
    let written = which && sense.has(flag::IMPERSONAL);
    let person = |who: &Phrase| !who.pronoun && !who.head_is(Class::Doc);
    let author = if written {
        first_subject(doc, comma + 2, clause_end(doc, comma + 2, comma + INSERTED_REACH), Agree::default())
    } else {
        None
    };
    author.filter(person)
}

/// Where words without marks begin that a colon leads to: «Она напомнила: в марте министр обещал обойтись».
fn led_by(doc: &Doc, (end, colon): (usize, usize), sentence: Sentence, sense: Sense) -> Option<usize> {
    // «Экологи подозревают его не впервые: …».
    let object = |at: usize| is_listed(doc.word(at), "его ее её их нас вас меня тебя");
    if sense.has(flag::CLAUSE) && (end..colon).any(object) {
        return None;
    }
    let marked = doc.pair_at(colon + 1).is_some_and(|pair| !begins_clause(doc, pair));
    // «Обозреватель колеблется: фильм, дескать, чудовищен».
    let hearsay = || (colon..colon + HEARSAY_REACH).any(|at| doc.is(at, Class::Hearsay));
    // «Эксперт считает: …».
    let otherwise = || is_listed(doc.word(colon - 1), "иначе по-другому по-своему так обратное обратном");
    let beside = sense.has(flag::CLAUSE) && (doc.is(colon - 1, Class::Verb) || otherwise());
    // «Юрист считает арест незаконным: …».
    let judged = || sense.has(flag::NAME) && ends_in(doc.word(colon - 1), &["ым", "им", "ой", "ыми", "ими"]);
    let speaks = !sense.has(flag::NAME | flag::GESTURE) || beside || judged() || hearsay();
    (sentence.inside.is_none() && !marked && speaks).then_some(colon + 1)
}

/// An infinitive of saying behind a helping verb: «поспешил заверить», «не стала исключать».
fn helped(doc: &Doc, at: usize, sentence: Sentence) -> Option<Sense> {
    let sense = doc.sense(at, Class::Infinitive)?;
    let helper = (sentence.start.max(at.saturating_sub(HELPER_REACH))..at).rev().find(|word| {
        let form = doc.word(*word);
        doc.is(*word, Class::Aux) && ends_in(form, &["л", "ла", "ли", "лся", "лась", "лись", "г"])
    })?;
    let form = doc.word(helper).trim_end_matches("ся").trim_end_matches("сь");
    let agree = match form.chars().last() {
        Some('а') => Agree::new(Gender::F, Number::One),
        Some('и') => Agree::new(Gender::Any, Number::Many),
        _ => Agree::new(Gender::M, Number::One),
    };
    Some(Sense { class: Class::Verb, agree, ..sense })
}

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
fn inserted(doc: &Doc, at: usize, sentence: Sentence) -> Option<Sense> {
    let comma = at.checked_sub(1).filter(|comma| *comma > sentence.start && doc.kind(*comma) == Kind::Comma)?;
    let sense = finite(doc, at).filter(|_| !doc.token(at).capital && !doc.token(at).dated)?;
    let (stop, first) = (clause_end(doc, at + 1, sentence.end), comma.saturating_sub(INSERTED_REACH));
    let aside = doc.kind(stop) == Kind::Comma && doc.token(stop + 1).is_word() && first <= sentence.start;
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

/// A word that has the form of a finite verb and is no other word of the lexicon.
fn finite(doc: &Doc, at: usize) -> Option<Sense> {
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
    let used = [Class::Prep, Class::Conn, Class::Role, Class::Body, Class::Group, Class::Source]
        .iter()
        .any(|class| doc.is(at, *class));
    let agree = Agree::new(gender, number);
    let sense = Sense { class: Class::Verb, agree, flags: flag::GESTURE, family: 0, words: 1 };
    (!used && stem.chars().count() > 3).then_some(sense)
}

/// Whether a word may be an adverb of manner: «тихо», «устало».
fn is_adverb(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    token.is_word() && !token.capital && !token.dated && doc.word(at).ends_with('о') && !doc.is(at, Class::Prep)
}

/// Whether «как» leads to the verb: what it reports stands behind it or before it.
fn how_before(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    at > sentence.start
        && (sentence.start.max(at.saturating_sub(3))..at).any(|word| matches!(doc.word(word), "Как" | "как" | "чем"))
}
