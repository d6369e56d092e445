//! Russian cues. The subject stands on either side of the verb; a clause follows «, что», or stands before the cue;
//! «по словам» names a source in the genitive; a body speaks in the plural («В министерстве пояснили»).

use super::clause_ru::{beside_quote, clause_end, colon_behind, content, quote_in_reach, reported, sighs};
use super::cue::{Content, Cue, CueKind};
use super::nominal_ru::nominal;
use super::noun_ru::named_source;
use super::request_ru::asked_to;
use super::subject_ru::{
    closes_aside, first_subject, is_beside, speaks_before, speaks_itself, subject_before, subject_behind,
};
use super::title::begins_clause;
use super::unlisted_ru::{excuses, inserted, narrated, said_by};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Case, Phrase, ru};
use crate::analysis::token::Kind;

/// Words between a helping verb and its infinitive, at most.
const HELPER_REACH: usize = 3;

/// Words behind a colon in which «мол» and «дескать» stand, at most.
const HEARSAY_REACH: usize = 6;

/// Words between «и» and a verb that goes on with the subject before it, at most.
const RESUMES_REACH: usize = 3;

/// Words that tell who wrote a paper, at most.
const WRITTEN: usize = 12;

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
            let cue = resumed(doc, relayed(doc, cue, &mut out), &out);
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

/// Whether a verb goes on with the subject of the one before it, behind the clause which that has told and the comma that
/// ends it: «Рудь напомнила, что мэрия обещала штрафы, и спросила».
pub(super) fn resumes(doc: &Doc, cue: &Cue, before: &Cue) -> bool {
    let tells = matches!(before.content, Content::After(from) if before.opened && from < cue.start);
    let joins = |at: usize| matches!(doc.word(at), "и" | "но" | "а");
    let joins = (cue.start.saturating_sub(RESUMES_REACH)..cue.start)
        .rev()
        .find(|at| joins(*at) || !is_beside(doc, *at))
        .filter(|at| joins(*at) && doc.kind(at.saturating_sub(1)) == Kind::Comma);
    let behind = cue.subject.is_some_and(|subject| subject.start > cue.start);
    tells && cue.kind == CueKind::Verb && !behind && joins.is_some() && before.sense.agree == cue.sense.agree
}

/// The same verb without what is no subject of it.
fn resumed(doc: &Doc, cue: Cue, before: &[Cue]) -> Cue {
    let goes_on = before.last().is_some_and(|before| before.kind == CueKind::Verb && resumes(doc, &cue, before));
    if goes_on { Cue { subject: None, ..cue } } else { cue }
}

/// A verb of saying, with its subject and what it reports.
fn verbal(doc: &Doc, at: usize, sentence: Sentence, bound: usize) -> Option<Cue> {
    let finite = doc.phrase(at, sentence.end, Class::Verb).or_else(|| helped(doc, at, sentence));
    let unlisted = || narrated(doc, at).or_else(|| inserted(doc, at, sentence)).or_else(|| excuses(doc, at, sentence));
    let (sense, kind) = match finite.or_else(unlisted) {
        Some(sense) => (sense, CueKind::Verb),
        None => (doc.phrase(at, sentence.end, Class::Participle).or_else(|| said_by(doc, at))?, CueKind::Participle),
    };
    let end = at + usize::from(sense.words);
    let colon = colon_behind(doc, end, sentence.end);
    let comp = reported(doc, at, end, sentence, sense);
    // «Мы предупреждали, что …»: the one who speaks reports nobody.
    if !tells(doc, (at, end), sentence, sense, (comp, colon)) || speaks_itself(doc, at, end, sentence) {
        return None;
    }
    // «…», — не скрывала слёз Мещерякова.
    let behind_dash = at > 1 && doc.kind(at - 2) == Kind::Dash;
    let not = at > sentence.start && doc.is(at - 1, Class::Neg);
    if not && comp.is_none() && colon.is_none() && !behind_dash {
        return None;
    }
    // «Она не скрывает: боялась».
    let owns =
        || sense.has(flag::DOUBT | flag::DENY) || ["скры", "исключ"].iter().any(|stem| doc.word(at).starts_with(stem));
    let led = colon.filter(|_| !not || owns()).and_then(|colon| led_by(doc, (end, colon), sentence, sense));
    let mut cue = Cue { opened: true, colon, ..Cue::of(at..end, kind, sense) };
    if kind == CueKind::Participle {
        cue.content = comp.or(led).map_or(Content::None, Content::After);
        let names = sense.has(flag::NAME) && quote_in_reach(doc, end, sentence.end);
        return (cue.content != Content::None || colon.is_some() || names).then_some(cue);
    }
    let (subject, right_end) = subject(doc, &cue, sentence, bound);
    let plain = sentence.inside.is_none() && (bound == sentence.start || doc.kind(at - 1) == Kind::Comma);
    let asks = subject.as_ref().filter(|_| plain && comp.is_none() && colon.is_none() && !not);
    let comp = comp.or_else(|| asks.and_then(|who| asked_to(doc, (at, end), sentence, who)));
    // «Я звонила, кричала»: the verb goes on with the same subject.
    if subject.is_none() && speaks_before(doc, sentence.start, at) {
        return None;
    }
    cue.reach = subject.filter(|subject| subject.start > at).map_or(end, |subject| subject.end.max(right_end));
    cue.subject = subject;
    told(doc, cue, sentence, bound, comp, led)
}

/// The subject of a verb on either side, and where the words about one behind it end.
fn subject(doc: &Doc, cue: &Cue, sentence: Sentence, bound: usize) -> (Option<Phrase>, usize) {
    let (at, sense) = (cue.start, cue.sense);
    let (right, right_end) = subject_behind(doc, cue.end, sentence.end, sense);
    let inverted = at > sentence.start
        && matches!(doc.kind(at - 1), Kind::Comma | Kind::Dash)
        && !closes_aside(doc, at, sentence.start);
    // «как он рассказал».
    let how_at = || (sentence.start..at).rev().find(|word| matches!(doc.word(*word), "как" | "Как"));
    let how = how_before(doc, at, sentence);
    let left = || subject_before(doc, at, if how { how_at()? } else { bound }, sentence, sense);
    let subject = if inverted { right.or_else(left) } else { left().or(right) };
    (subject.map(|found| as_subject(doc, found, sense)), right_end)
}

/// A verb with its subject and what it reports: the clause at `comp`, or the words behind its colon at `led`, else by its
/// place; none where it neither reports nor stands beside marks.
fn told(doc: &Doc, cue: Cue, sentence: Sentence, bound: usize, comp: Option<usize>, led: Option<usize>) -> Option<Cue> {
    let Cue { start: at, sense, subject, reach: behind, .. } = cue;
    let from = subject.map_or(at, |subject| subject.start.min(at));
    let content = content(doc, at, from, behind, comp, how_before(doc, at, sentence), sentence, sense);
    // A headline's «Просят вмешаться: …» and «…, уведомили письмом» name nobody.
    let there =
        (sentence.start + 1..at).any(|word| doc.word(word) == "же" && matches!(doc.word(word - 1), "там" | "Там"));
    let told = subject.is_some() || sense.agree.number != Number::Many || there;
    // «Сама она, по собственным словам, предлагала деньги»: the comma is that of the source.
    let aside = matches!(content, Content::Before(_, comma) if comma > sentence.start && comma <= bound);
    let content = if aside { Content::None } else { content };
    let content = match led.filter(|_| told) {
        _ if !told && matches!(content, Content::Before(..)) => Content::None,
        Some(led) if content == Content::None => Content::After(led),
        _ => content,
    };
    let quoted = beside_quote(doc, at, sentence) || quote_in_reach(doc, behind, sentence.end);
    let tells = content != Content::None || cue.colon.is_some() || quoted;
    tells.then_some(Cue { content, opened: comp.or(led).is_some(), ..cue })
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
    // «как того требует норма».
    let meets = doc.word(at).starts_with("требу") && how_before(doc, at, sentence);
    !meets
        && (!sense.has(flag::ONLY) || comp.is_some() || told())
        && (!sense.has(flag::GESTURE) || beside() || sighs(doc, at, sense))
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
        first_subject(doc, comma + 2, clause_end(doc, comma + 2, comma + WRITTEN), Agree::default())
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
    // «Перевозчик обвинение отвергает: тариф не менялся».
    let speaks = !sense.has(flag::NAME | flag::GESTURE) || sense.has(flag::DENY) || beside || judged() || hearsay();
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

/// Whether «как» leads to the verb: what it reports stands behind it or before it.
fn how_before(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    at > sentence.start
        && (sentence.start.max(at.saturating_sub(3))..at).any(|word| matches!(doc.word(word), "Как" | "как" | "чем"))
}
