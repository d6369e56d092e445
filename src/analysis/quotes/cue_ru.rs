//! Russian cues. The subject stands on either side of the verb; a clause follows «, что», or stands before the cue;
//! «по словам» names a source in the genitive; a body speaks in the plural («В министерстве пояснили»).

use super::back_ru::{opens, taken_up, takes_up, that_before};
use super::clause_ru::{beside_quote, clause_end, colon_behind, content, quote_in_reach, reported};
use super::cue::{Content, Cue, CueKind};
use super::gesture_ru::{feels, shows, sighs};
use super::nominal_ru::nominal;
use super::noun_ru::named_source;
use super::request_ru::{asked_to, is_infinitive};
use super::subject_ru::{
    closes_aside, first_subject, is_beside, speaks_before, speaks_itself, subject_before, subject_behind,
};
use super::title::begins_clause;
use super::unlisted_ru::{excuses, finite, inserted, narrated, said_by};
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
    let takes = opens(doc, at);
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
        let cue = nominal(doc, at, sentence).or_else(|| verbal(doc, at, sentence, bound, out.last(), takes));
        let cue = cue.map(|cue| over_aside(doc, cue, out.last(), sentence));
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

/// The same verb with the subject from which another with its own, set between commas, parts it: «Бабушка, вспоминает внук,
/// повторяла: «…»».
fn over_aside(doc: &Doc, cue: Cue, aside: Option<&Cue>, sentence: Sentence) -> Cue {
    let set_apart = |aside: &&Cue| {
        let whole = matches!(aside.content, Content::Before(from, to) if from == sentence.start && to > aside.reach);
        whole
            && aside.subject.is_some_and(|subject| subject.start > aside.start)
            && doc.kind(aside.reach) == Kind::Comma
    };
    let Some(aside) = aside.filter(set_apart).filter(|_| cue.kind == CueKind::Verb && cue.colon.is_some()) else {
        return cue;
    };
    if cue.subject.is_some_and(|subject| subject.start > aside.reach) {
        return cue;
    }
    let subject = subject_before(doc, aside.start - 1, sentence.start, sentence, cue.sense);
    Cue { subject: subject.map(|found| as_subject(doc, found, cue.sense)).or(cue.subject), ..cue }
}

/// The same verb without what is no subject of it.
fn resumed(doc: &Doc, cue: Cue, before: &[Cue]) -> Cue {
    let goes_on = before.last().is_some_and(|before| before.kind == CueKind::Verb && resumes(doc, &cue, before));
    if goes_on { Cue { subject: None, ..cue } } else { cue }
}

/// A verb of saying, with its subject and what it reports.
fn verbal(doc: &Doc, at: usize, sentence: Sentence, bound: usize, before: Option<&Cue>, takes: bool) -> Option<Cue> {
    let listed = doc.phrase(at, sentence.end, Class::Verb).or_else(|| helped(doc, at, sentence));
    let unlisted = || narrated(doc, at).or_else(|| inserted(doc, at, sentence)).or_else(|| excuses(doc, at, sentence));
    let taken = || if takes { taken_up(doc, at, sentence, |at| finite(doc, at)) } else { None };
    let (sense, kind) = match listed.or_else(unlisted).or_else(taken) {
        Some(sense) => (sense, CueKind::Verb),
        None => (doc.phrase(at, sentence.end, Class::Participle).or_else(|| said_by(doc, at))?, CueKind::Participle),
    };
    let back = takes && takes_up(doc, at, sentence) || that_before(doc, at, at, sentence).is_some();
    let sense = if back { Sense { flags: sense.flags & !(flag::GESTURE | flag::RELAY), ..sense } } else { sense };
    let end = at + usize::from(sense.words);
    let colon = colon_behind(doc, end, sentence.end);
    let comp = reported(doc, at, end, sentence, sense);
    // «Мы предупреждали, что …»: the one who speaks reports nobody.
    if !tells(doc, (at, end), sentence, sense, (comp, colon)) || speaks_itself(doc, at, end, sentence) {
        return None;
    }
    if is_anyones(doc, at, sentence.start) {
        return None;
    }
    // «…», — не скрывала слёз Мещерякова.
    let behind_dash = at > 1 && doc.kind(at - 2) == Kind::Dash;
    let not = at > sentence.start && doc.is(at - 1, Class::Neg);
    if not && comp.is_none() && colon.is_none() && !behind_dash {
        return None;
    }
    // «Она не скрывает: боялась».
    let says = |colon: usize| (colon..colon + HEARSAY_REACH).any(|at| doc.is(at, Class::Hearsay));
    let owns = |colon: usize| {
        says(colon)
            || sense.has(flag::DOUBT | flag::DENY)
            || ["скры", "исключ"].iter().any(|stem| doc.word(at).starts_with(stem))
    };
    let led = colon.filter(|colon| !not || owns(*colon)).and_then(|colon| led_by(doc, (end, colon), sentence, sense));
    let mut cue = Cue { opened: true, colon, ..Cue::of(at..end, kind, sense) };
    if kind == CueKind::Participle {
        cue.content = comp.or(led).map_or(Content::None, Content::After);
        let names = sense.has(flag::NAME) && quote_in_reach(doc, end, sentence.end);
        return (cue.content != Content::None || colon.is_some() || names).then_some(cue);
    }
    let (subject, right_end) = subject(doc, &cue, sentence, bound, back);
    let free = comp.is_none() && !not;
    let comp = comp.or_else(|| if free { asked(doc, &cue, subject, sentence, bound, before) } else { None });
    // «Я звонила, кричала»: the verb goes on with the same subject.
    if subject.is_none() && speaks_before(doc, sentence.start, at) {
        return None;
    }
    let there = usize::from(doc.word(end) == "там");
    let alone = end + there * (1 + usize::from(doc.word(end + 1) == "же"));
    cue.reach = subject.filter(|subject| subject.start > at).map_or(alone, |subject| subject.end.max(right_end));
    cue.subject = subject;
    told(doc, cue, sentence, bound, comp, led)
}

/// Where what a verb asks for or promises begins, of its `subject` or of that of the verb before it.
fn asked(
    doc: &Doc,
    cue: &Cue,
    subject: Option<Phrase>,
    sentence: Sentence,
    bound: usize,
    before: Option<&Cue>,
) -> Option<usize> {
    let Cue { start: at, end, sense, colon, .. } = *cue;
    // «Мэр счёл страхи «надуманными» и пообещал сохранить договоры».
    let goes_on = bound > sentence.start && doc.word(at - 1) == "и" && sense.agree.number == Number::One;
    let plain = bound == sentence.start || doc.kind(at - 1) == Kind::Comma || goes_on;
    let same = before.filter(|before| goes_on && before.sense.agree == sense.agree);
    let who = subject.or(same.and_then(|one| one.subject))?;
    // «призвал вернуть вратаря: его отчислили»: the colon stands behind what one asks for.
    let stop = colon.unwrap_or(sentence.end);
    let marked = colon.is_some_and(|colon| doc.pair_at(colon + 1).is_some());
    if !plain || marked || sentence.inside.is_some() {
        return None;
    }
    asked_to(doc, (at, end), Sentence { end: stop, ..sentence }, &who)
}

/// The subject of a verb on either side, and where the words about one behind it end.
fn subject(doc: &Doc, cue: &Cue, sentence: Sentence, bound: usize, back: bool) -> (Option<Phrase>, usize) {
    let (at, sense) = (cue.start, cue.sense);
    let (right, right_end) = subject_behind(doc, cue.end, sentence.end, sense);
    // «говорит он и тут же поправляется: …».
    let verb = |at: usize| (at + 1..right_end).any(|word| doc.is(word, Class::Verb));
    let joins = |at: &usize| matches!(doc.word(*at), "и" | "но" | "а") && verb(*at);
    let next = right.and_then(|subject| (subject.end.min(right_end)..right_end).find(joins));
    let right_end = next.unwrap_or(right_end);
    let inverted = at > sentence.start
        && matches!(doc.kind(at - 1), Kind::Comma | Kind::Dash)
        && !closes_aside(doc, at, sentence.start);
    // «как он рассказал».
    let how_at = || (sentence.start..at).rev().find(|word| matches!(doc.word(*word), "как" | "Как"));
    let how = how_before(doc, at, sentence);
    let left = || subject_before(doc, at, if how { how_at()? } else { bound }, sentence, sense);
    let subject = if inverted || back { right.or_else(left) } else { left().or(right) };
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
    // «Штраф, напомнили там, вырастет».
    let there = there || doc.word(cue.end) == "там" || doc.word(at.saturating_sub(1)) == "там";
    let known = |who: Phrase| who.pronoun || who.name.is_some() || who.head.is_some();
    let told = subject.is_some() || sense.agree.number != Number::Many || there;
    let led = led.filter(|_| !sense.has(flag::GESTURE) || comp.is_some() || subject.is_some_and(known));
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
        && (!sense.has(flag::GESTURE) || beside() || sighs(doc, at, sense) || comp.is_some() && feels(doc, at))
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
    // «говорится в письме, подписанном министром».
    let signs = ["подписанн", "написанн", "составленн", "отправленн", "присланн"];
    let signed = sense.has(flag::IMPERSONAL)
        && doc.kind(comma) == Kind::Comma
        && signs.iter().any(|stem| doc.word(comma + 1).starts_with(stem));
    if signed && !ru::governs(doc, comma + 2) {
        let by = ru::phrase(doc, comma + 2, clause_end(doc, comma + 2, comma + WRITTEN))?;
        return (!by.pronoun && !by.head_is(Class::Doc)).then_some(Phrase { case: Case::Genitive, ..by });
    }
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
    // «поручил проверить весы: на них пропадает центнер»: why.
    let orders = ["поруч", "распоряд", "прика", "веле", "разреш", "запрет", "обяза"];
    let orders =
        orders.iter().any(|stem| doc.word(end - 1).starts_with(stem)) && (end..colon).any(|at| is_infinitive(doc, at));
    let marked = orders || doc.pair_at(colon + 1).is_some_and(|pair| !begins_clause(doc, pair));
    // «Обозреватель колеблется: фильм, дескать, чудовищен».
    let hearsay = || (colon..colon + HEARSAY_REACH).any(|at| doc.is(at, Class::Hearsay));
    // «Эксперт считает: …».
    let otherwise = || is_listed(doc.word(colon - 1), "иначе по-другому по-своему так обратное обратном");
    let beside = sense.has(flag::CLAUSE) && (doc.is(colon - 1, Class::Verb) || otherwise());
    // «Юрист считает арест незаконным: …».
    let judged = || sense.has(flag::NAME) && ends_in(doc.word(colon - 1), &["ым", "им", "ой", "ыми", "ими"]);
    // «Перевозчик обвинение отвергает: тариф не менялся».
    let shows = || sense.has(flag::GESTURE) && shows(doc, end - usize::from(sense.words));
    let speaks =
        !sense.has(flag::NAME | flag::GESTURE) || sense.has(flag::DENY) || beside || judged() || hearsay() || shows();
    (sentence.inside.is_none() && !marked && speaks).then_some(colon + 1)
}

/// Whether a verb tells of whoever does so: «Кто говорит, что дорога готова, по ней не ездил».
fn is_anyones(doc: &Doc, at: usize, start: usize) -> bool {
    let before = (start..at).rev().find(|word| !is_beside(doc, *word));
    before.is_some_and(|who| matches!(doc.word(who), "кто" | "Кто"))
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
    // «растёт медленнее, чем ожидалось, пишет экономист».
    let mut near =
        (sentence.start.max(at.saturating_sub(3))..at).rev().take_while(|word| doc.kind(*word) != Kind::Comma);
    near.any(|word| matches!(doc.word(word), "Как" | "как" | "чем"))
}
