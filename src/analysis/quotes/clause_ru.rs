//! What a Russian verb of saying reports: the clause behind «, что», the words before the cue, or those around it.

use super::aside_ru::{is_aside, is_participle};
use super::back_ru::{led_by_that, refers_back, that_before};
use super::cue::Content;
use super::gesture_ru::sighs;
use super::nominal_ru::is_joining;
use super::request_ru::{asks, question};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag};
use crate::analysis::listed::{List, ends_in, is_listed};
use crate::analysis::people::ru;
use crate::analysis::token::Kind;

/// Words between a verb and the «что» it opens, at most.
const CLAUSE_REACH: usize = 24;

/// Words of a subject at most.
pub(super) const SUBJECT_REACH: usize = 20;

/// Adjectives before a noun that says who the subject before it is, at most.
const APPOSED: usize = 3;

/// Words before a cue that stands inside what it reports, at most.
const INSERTED: usize = 3;

/// Where words end that go on behind a token: before the colon that leads to marks.
pub(super) fn before_marks(doc: &Doc, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && !(doc.kind(at) == Kind::Colon && doc.pair_at(at + 1).is_some()) {
        at = doc.next(at);
    }
    at.min(end)
}

/// Where the words of a clause end.
pub(super) fn clause_end(doc: &Doc, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end
        && !matches!(doc.kind(at), Kind::Comma | Kind::Stop | Kind::Break | Kind::Semicolon | Kind::Dash | Kind::Colon)
    {
        at = doc.next(at);
    }
    at.min(end)
}

/// Where the clause ends that a participle in an aside tells: before the verb of the sentence («…, указавший, что озеро
/// обмелело, ждёт решений»).
pub(super) fn aside_end(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    let comma = clause_end(doc, from, end);
    let verb = comma + 1 + usize::from(doc.is(comma + 1, Class::Neg));
    let goes_on = ru::is_verb(doc, verb)
        || ends_in(doc.word(verb), &["ет", "ёт", "ит", "ют", "ят", "ут", "л", "ла", "ли", "лся", "лась"]);
    (comma < end && doc.kind(comma) == Kind::Comma && doc.token(verb).is_word() && goes_on).then_some(comma)
}

/// Where what a verb reports begins, behind «, что», or behind «, как» for one that tells what has happened.
pub(super) fn reported(doc: &Doc, at: usize, end: usize, sentence: Sentence, sense: Sense) -> Option<usize> {
    let comp = clause_behind(doc, end, sentence.end).filter(|comp| {
        let word = doc.word(comp.saturating_sub(3));
        // «связывает вспышку с тем, что», «списал на то, что»; but «начинал с того, что» tells what one did.
        let leads = matches!(word, "тем" | "то");
        // «орал так, что стены дрожали», «говорит вполголоса, будто боится»: how.
        let how = doc.word(comp - 1).starts_with("будто")
            && comp > &(end + 2)
            && (ru::is_finite(doc.word(*comp), false) || doc.word(*comp).ends_with("тся"))
            || word == "так" && !doc.is(comp.saturating_sub(3), Class::Verb);
        if how {
            return false;
        }
        !(sense.has(flag::ONLY) && !leads || sense.has(flag::GESTURE) && word == "того")
    });
    let stems = ["расска", "вспом", "припом", "опис", "повед", "Расска", "Вспом"];
    let tells = stems.iter().any(|stem| doc.word(at).starts_with(stem));
    let how = || {
        let comma = clause_end(doc, end, sentence.end.min(end + SUBJECT_REACH));
        let infinitive = |word: usize| ends_in(doc.word(word), &["ть", "ться", "ти"]);
        let how = doc.kind(comma) == Kind::Comma && doc.word(comma + 1) == "как";
        (how && !(comma + 2..comma + 5).any(infinitive)).then_some(comma + 2)
    };
    let comma = clause_end(doc, end, sentence.end.min(end + SUBJECT_REACH));
    let asked = question(doc, at, comma).filter(|_| sentence.inside.is_none());
    // «спросил, что делать».
    asked.or(comp).or_else(|| if tells { how() } else { None })
}

/// The token behind the «, что» that a verb opens.
fn clause_behind(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..CLAUSE_REACH {
        if at >= end || matches!(doc.kind(at), Kind::Stop | Kind::Semicolon | Kind::Break | Kind::Colon | Kind::Dash) {
            return None;
        }
        // «Считала вслух, чтобы не закричать»: what for.
        let infinitive = |word: usize| ends_in(doc.word(word), &["ть", "ться", "ти"]);
        if matches!(doc.word(at), "чтобы" | "чтоб") && (at + 1..at + 3).any(infinitive) {
            return None;
        }
        if doc.is(at, Class::Comp) && at > from && doc.kind(at - 1) == Kind::Comma {
            return Some(at + 1);
        }
        let participle = at > from && doc.is(at, Class::Participle) && doc.kind(at - 1) == Kind::Comma;
        if participle || doc.is(at, Class::Verb) {
            return None;
        }
        at = doc.next(at);
    }
    None
}

/// A colon behind a verb, in the same clause.
pub(super) fn colon_behind(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    while at < end.min(from + 2 * CLAUSE_REACH) {
        match doc.kind(at) {
            Kind::Colon => return Some(at),
            Kind::Stop | Kind::Semicolon | Kind::Break => return None,
            _ => {}
        }
        if at > from && doc.is(at, Class::Verb) {
            return None;
        }
        at = doc.next(at);
    }
    None
}

/// Whether the rest of a sentence is about the noun before it: «…, написал Фёдор Раскатов, сын музыканта», «…, который
/// руководит городом».
pub(super) fn is_about(doc: &Doc, from: usize, end: usize) -> bool {
    let mut noun = from;
    let apposed = |at: usize| doc.kind(at) == Kind::Number || ru::is_adjective(doc.word(at));
    while noun < end.min(from + APPOSED) && ru::head_sense(doc, noun).is_none() && apposed(noun) {
        noun += 1;
    }
    let role = ru::head_sense(doc, noun).is_some_and(|sense| sense.class == Class::Role && sense.has(flag::LEMMA));
    // «…, возглавляющая отдел».
    let active = is_participle(doc.word(from)) && doc.word(from).contains('щ');
    active || is_aside(doc, from) || role && !(noun..end.min(noun + SUBJECT_REACH)).any(|at| ru::is_verb(doc, at))
}

/// Whether a quotation or dialogue stands right before the clause of the verb.
pub(super) fn beside_quote(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    let floor = sentence.start.max(at.saturating_sub(SUBJECT_REACH));
    let mut before = at;
    while before > floor {
        let Some(previous) = doc.previous(before) else { return false };
        if doc.pair_at(previous).is_some() || doc.kind(previous) == Kind::Dash {
            return true;
        }
        if matches!(doc.kind(previous), Kind::Stop | Kind::Semicolon | Kind::Break) {
            return false;
        }
        before = previous;
    }
    before == sentence.start && sentence.inside.is_some()
}

/// Whether a quotation opens in the clause behind a verb.
pub(super) fn quote_in_reach(doc: &Doc, from: usize, end: usize) -> bool {
    let mut at = from;
    while at < end.min(from + SUBJECT_REACH) {
        if doc.pair_at(at).is_some() {
            return true;
        }
        if matches!(doc.kind(at), Kind::Stop | Kind::Semicolon | Kind::Break) {
            return false;
        }
        at = doc.next(at);
    }
    false
}

/// What a verb behind «как» reports: «Как пообещал мэр, …».
fn told_how(doc: &Doc, at: usize, behind: usize, sentence: Sentence) -> Content {
    let stop = clause_end(doc, behind, sentence.end);
    let first = lowered(doc.word(sentence.start)) == "как" || at <= sentence.start + 3;
    if first && doc.kind(stop) == Kind::Comma {
        return Content::After(stop + 1);
    }
    // «Ещё три, как пообещал мэр, придут в апреле».
    let how = (sentence.start..at).rev().find(|word| doc.word(*word) == "как");
    let aside = how.filter(|how| *how > sentence.start && doc.kind(how - 1) == Kind::Comma);
    match aside.filter(|_| doc.pair_at(sentence.start).is_none()) {
        Some(_) if doc.kind(stop) == Kind::Comma => Content::After(stop + 1),
        Some(how) if stop + 1 >= sentence.end => Content::Before(sentence.start, how - 1),
        _ => Content::None,
    }
}

/// Where a clause begins that a verb reports behind a comma alone, in the first clause of its sentence: «Говорит, столько
/// мёда не видал».
fn unled(doc: &Doc, at: usize, sentence: Sentence) -> Option<usize> {
    const SAYS: List = List::of(
        "говорит говорят рассказывает рассказывают уверяет уверяют утверждает утверждают признаётся признается признаются \
         признаёт признает жалуется жалуются клянётся клянется клянутся считает считают думает думают сказал сказала \
         сказали объясняет объясняют поясняет вспоминает вспоминают боится боятся надеется надеются обещает обещают \
         сетует сетуют шутит шутят",
    );
    const LEADS: &str = "если хотя чтобы чтоб потому поскольку когда пока где куда откуда как кто что чего чем но а и или \
                         да же то так словно будто точно глядя сидя стоя лёжа лежа держа причём причем ведь видимо мол";
    let first = at + 2;
    let says = doc.kind(at + 1) == Kind::Comma && SAYS.has(&lowered(doc.word(at)));
    if !says || sentence.inside.is_some() || !(sentence.start..at).all(|word| doc.kind(word) == Kind::Word) {
        return None;
    }
    let word = doc.word(first);
    let apart =
        doc.is_any(first, const { Classes::all(&[Class::Relative, Class::Comp, Class::Participle, Class::Conn]) });
    let present = doc.sense(first, Class::Verb).is_some_and(|verb| verb.agree == Agree::new(Gender::Any, Number::One));
    // «показывая фото», but «старая дорога разбита».
    let gerund = ends_in(word, &["уя", "ясь", "вшись", "ив", "ав"])
        || ends_in(word, &["ая", "яя"]) && !ends_in(doc.word(first + 1), &["а", "я", "ь"]);
    let opens = doc.token(first).is_word() && !apart && !present && !gerund && !is_listed(word, LEADS);
    (opens && doc.count_words(sentence.start, at) <= SUBJECT_REACH / 2).then_some(first)
}

/// What a verb reports.
#[allow(clippy::too_many_arguments)] // Places in one sentence, each found by its own rule.
pub(super) fn content(
    doc: &Doc,
    at: usize,
    from: usize,
    behind: usize,
    comp: Option<usize>,
    how: bool,
    sentence: Sentence,
    sense: Sense,
) -> Content {
    if let Some(comp) = comp {
        return Content::After(comp);
    }
    if how {
        return told_how(doc, at, behind, sentence);
    }
    if let Some(comma) = that_before(doc, from, at, sentence) {
        return Content::Before(sentence.start, comma);
    }
    if let Some(from) = unled(doc, at, sentence) {
        return Content::After(from);
    }
    // «Билеты, сообщает касса, поступят в среду».
    let inserted = from == at && at > sentence.start + 1 && doc.kind(at - 1) == Kind::Comma && behind > at + 1;
    let goes_on = doc.kind(behind) == Kind::Comma
        && doc.pair_at(behind + 1).is_none()
        && !is_about(doc, behind + 1, sentence.end);
    if inserted && goes_on && is_joining(doc, sentence.start, at) {
        return Content::After(behind + 1);
    }
    // «Пространство для манёвра, рассуждает аналитик, сужается»: the whole sentence is reported.
    let short = doc.count_words(sentence.start, at) <= INSERTED;
    if inserted && goes_on && (short || !sense.has(flag::CLAUSE | flag::NAME)) && doc.pair_at(sentence.start).is_none()
    {
        return Content::Before(sentence.start, before_marks(doc, behind, sentence.end));
    }
    if refers_back(doc, at, behind, sentence) {
        return Content::Previous;
    }
    // «Спорящим, советует адвокат, «лучше пить чай»»: only the marks hold his words.
    let marks =
        doc.pair_at(behind + 1).map(|pair| doc.pair(pair)).filter(|_| inserted && doc.kind(behind) == Kind::Comma);
    if marks.is_some_and(|marks| marks.after() + 1 >= sentence.end && !doc.token(marks.inner_start()).capital) {
        // «Характеры у них, шутит тренер, «как лёд и спички»».
        return if asks(doc, at) { Content::None } else { Content::Before(sentence.start, sentence.end) };
    }
    postposed(doc, (at, from, behind), goes_on, sentence, sense)
}

/// Whether marks behind a verb with its subject go on with what the clause before it tells: «Спрос упал, признал директор:
/// «Заказов нет»», but not behind a gerund («Подумав минуту, ответил директор: «Нет»»).
fn goes_on_in_marks(doc: &Doc, (at, from, behind): (usize, usize, usize), start: usize) -> bool {
    let gerund = ends_in(doc.word(start), &["ив", "ав", "ев", "ыв", "ув", "вшись", "ясь", "уя"]);
    let name = || doc.is(start, Class::First) || doc.is_surname(start);
    from == at && behind > at + 1 && doc.pair_at(behind + 1).is_some() && (!gerund || name())
}

/// What a verb at the end of its sentence reports: the clause before it. The places are those of the verb, of its first word
/// or that of its subject, and of what is behind both; `goes_on` is whether the sentence does there.
fn postposed(
    doc: &Doc,
    (at, from, behind): (usize, usize, usize),
    goes_on: bool,
    sentence: Sentence,
    sense: Sense,
) -> Content {
    // «Ущерб невелик, ранее подсчитали в мэрии».
    let before = (sentence.start + 1..from).rev().find(|word| !doc.is(*word, Class::Aux));
    let told = goes_on || doc.kind(behind) != Kind::Comma || doc.pair_at(behind + 1).is_some();
    let last = !told || doc.kind(behind) == Kind::Stop || behind >= sentence.end || doc.kind(behind) == Kind::Break;
    // «Причина — неурожай, полагает экономист»: a verb of thinking with its subject behind it.
    // «…, говорит он и показывает на стену», «…, полагает синоптик, но морозы вернутся».
    let joins = |at: usize| matches!(doc.word(at), "и" | "но" | "а" | "однако");
    let turns =
        from == at && behind > at + 1 && (joins(behind) || doc.kind(behind) == Kind::Comma && joins(behind + 1));
    let thinks = sense.has(flag::CLAUSE) && from == at && behind > at + 1 && (last || turns);
    let plain = thinks || sighs(doc, at, sense) || !sense.has(flag::CLAUSE | flag::NAME | flag::GESTURE);
    let relative = |comma: usize| (comma + 1..comma + 3).any(|word| doc.is(word, Class::Relative));
    if let Some(comma) = before.filter(|at| doc.kind(*at) == Kind::Comma)
        && plain
        && !relative(comma)
        && (doc.kind(behind) != Kind::Colon || goes_on_in_marks(doc, (at, from, behind), sentence.start))
        && (last || from == at)
        && doc.count_words(sentence.start, comma) > 1
        && doc.pair_at(sentence.start).is_none_or(|pair| doc.pair(pair).after() < comma)
    {
        return Content::Before(led_by_that(doc, sentence.start, comma), comma);
    }
    Content::None
}
