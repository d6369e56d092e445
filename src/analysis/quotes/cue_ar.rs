//! Arabic cues. The verb comes first: its subject stands behind it, agrees in gender, and is missing where the one
//! who spoke last goes on. A plural or dual verb never has its subject behind it.

use super::clause_ar::{Opening, follows_quote, opening, reading, speaks};
use super::cue::{Content, Cue, CueKind};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;

/// Words between a verb and its subject: «قال لي أمس …».
const SUBJECT_REACH: usize = 4;

/// Words before a verb that its subject is looked for in.
const LEFT_REACH: usize = 40;

/// The cues of a sentence.
pub(super) fn cues(doc: &Doc, sentence: Sentence) -> Vec<Cue> {
    let mut out = Vec::new();
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
        let cue = nominal(doc, at, sentence).or_else(|| verbal(doc, at, sentence));
        at = cue.map_or_else(|| doc.next(at), |cue| cue.end.max(at + 1));
        out.extend(cue);
    }
    out
}

/// A cue that is a phrase: بحسب، وفقاً لـ، على حد قوله.
fn nominal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    if let Some(sense) = doc.phrase(at, sentence.end, Class::SelfNominal) {
        let end = at + usize::from(sense.words);
        let content = if is_opener(doc, at, sentence.start) {
            let comma = usize::from(doc.kind(end) == Kind::Comma);
            Content::After(
                (end + comma + usize::from(matches!(doc.word(end + comma), "فإن" | "فان"))).min(sentence.end),
            )
        } else {
            Content::Before(sentence.start, before_comma(doc, at, sentence.start))
        };
        return Some(Cue { content, ..Cue::of(at..end, CueKind::SelfNominal, sense) });
    }
    let sense = doc.phrase(at, sentence.end, Class::Nominal)?;
    let mut end = at + usize::from(sense.words);
    if doc.word(end) == "ما"
        || doc.is(end, Class::Comp)
        || reading(doc, end).is_some_and(|(_, kind)| kind == CueKind::Verb)
    {
        return None;
    }
    // «بحسب ما نشرته الصفحة»: the source is the subject of the verb behind ما.
    end += usize::from(doc.word(end - 1) == "ما");
    let mut subject = ar::phrase(doc, end, sentence.end)?;
    let reach = skip_relative(doc, subject.end, sentence.end);
    if subject.head_is(Class::Doc) && subject.owner.is_none() {
        subject.owner = (subject.end..reach)
            .find(|word| ar::word(doc, *word).sense.is_some_and(|sense| sense.class == Class::Body))
            .map(|word| (word, reach));
    }
    let colon = (doc.kind(reach) == Kind::Colon).then_some(reach);
    let leads = is_opener(doc, at, sentence.start);
    if let Opening::Comp(comp) = opening(doc, subject.end, sentence.end)
        && leads
        && comp <= reach
    {
        let content = Content::After(comp + 1);
        let cue = Cue::of(at..end, CueKind::Nominal, sense);
        return Some(Cue { subject: Some(subject), content, opened: true, reach: comp, ..cue });
    }
    let comma = doc.kind(reach) == Kind::Comma;
    let content = match (leads, comma) {
        (true, _) if colon.is_some() => Content::None,
        (true, true) => Content::After(reach + 1),
        (true, false) => Content::After(reach),
        _ => Content::Before(sentence.start, before_comma(doc, at, sentence.start)),
    };
    Some(Cue { subject: Some(subject), content, colon, reach, ..Cue::of(at..end, CueKind::Nominal, sense) })
}

/// The end of what a clause adds to a source: «وفق بيان أصدرته هيئة المنطقة أمس،».
fn skip_relative(doc: &Doc, at: usize, end: usize) -> usize {
    let mut to = at;
    while to < end && !matches!(doc.kind(to), Kind::Comma | Kind::Colon | Kind::Stop | Kind::Break | Kind::Semicolon) {
        to = doc.next(to);
    }
    to.min(end)
}

/// Whether only connectives stand between the start of the sentence and the cue.
fn is_opener(doc: &Doc, at: usize, start: usize) -> bool {
    at.saturating_sub(start) <= 3 && (start..at).all(|word| doc.is(word, Class::Conn) || doc.kind(word) == Kind::Comma)
}

/// The token before a cue, without the comma and the words that lead to it (كما، على ما).
fn before_comma(doc: &Doc, at: usize, start: usize) -> usize {
    let mut to = at;
    while to > start
        && (doc.kind(to - 1) == Kind::Comma
            || matches!(doc.word(to - 1), "ما" | "كما" | "على" | "وفق" | "بحسب" | "حسب"))
    {
        to -= 1;
    }
    to
}

/// Words behind which what looks like a verb is a noun: «عدم ذكر اسمه».
const NOUN_LEADS: [&str; 15] =
    ["عدم", "دون", "بدون", "في", "على", "من", "إلى", "عن", "بعد", "قبل", "خلال", "أثناء", "أي", "مجرد", "سوى"];

/// A cue that is a verb, a participle or a noun of saying.
fn verbal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let (sense, kind) = reading(doc, at)?;
    if at > sentence.start && kind == CueKind::Verb && doc.is(at - 1, Class::Neg) && !matches!(doc.word(at - 1), "ما")
    {
        return None;
    }
    let noun = at > sentence.start && NOUN_LEADS.contains(&doc.word(at - 1));
    if sense.has(flag::RELAY) || (noun && kind == CueKind::Verb) {
        return None;
    }
    let subject = match kind {
        CueKind::Verb => subject_after(doc, at, sentence, sense),
        CueKind::Noun => Some(relayed(doc, at, sentence)?),
        _ => None,
    };
    let behind = subject.filter(|subject| subject.start > at).map_or(at + 1, |subject| subject.end);
    let opening = opening(doc, behind, sentence.end);
    let led = kind == CueKind::Verb && at > sentence.start && is_led(doc, at);
    let clause = sense.has(flag::CLAUSE);
    let (content, colon) = match opening {
        Opening::Comp(comp) => (Content::After(comp + 1), None),
        Opening::Colon(colon) => (Content::None, Some(colon)),
        Opening::Nothing if led => (led_content(doc, at, behind, sentence), None),
        Opening::Nothing if announces(doc, behind, sentence.end, sense, subject.as_ref()) => {
            (Content::After(behind), None)
        }
        Opening::Nothing | Opening::Quote(_) => (Content::None, None),
    };
    let after_quote = follows_quote(doc, at, sentence.start);
    let beside = matches!(opening, Opening::Quote(quote) if quote <= behind + 2);
    let marked = after_quote || (beside && !clause);
    if content == Content::None && colon.is_none() && !marked {
        return None;
    }
    let opened = matches!(opening, Opening::Comp(_));
    let subject =
        subject.or_else(|| if kind == CueKind::Verb { subject_before(doc, at, sentence, sense) } else { None });
    Some(Cue { start: at, end: at + 1, kind, sense, subject, content, opened, colon, until: 0, reach: behind })
}

/// Whether a verb of announcing has its matter as an object: «أعلن الرئيس في العاشر من يناير يوم حداد».
fn announces(doc: &Doc, behind: usize, end: usize, sense: Sense, subject: Option<&Phrase>) -> bool {
    let known = |subject: &Phrase| {
        subject.head.is_some()
            || subject.name.is_some_and(|(from, _)| doc.is(from, Class::First) || doc.is_surname(from))
    };
    let apart = doc.kind(behind) == Kind::Comma;
    sense.has(flag::BARE) && !apart && subject.is_some_and(known) && doc.count_words(behind, end) > 2
}

/// What a verb led to by كما or ما reports: what stands behind its clause where that opens the sentence, else what
/// stands before it.
fn led_content(doc: &Doc, at: usize, behind: usize, sentence: Sentence) -> Content {
    if is_opener(doc, at - 1, sentence.start) || at - 1 == sentence.start {
        return Content::After(skip_relative(doc, behind, sentence.end) + 1);
    }
    Content::Before(sentence.start, before_comma(doc, at, sentence.start))
}

/// Whether a verb is led to by كما or ما: what it reports stands before it.
fn is_led(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at - 1), "كما" | "حسبما" | "وكما")
        || (doc.word(at - 1) == "ما"
            && at > 1
            && matches!(doc.word(at - 2), "على" | "وفق" | "بحسب" | "حسب" | "وبحسب" | "ووفق"))
}

/// The subject behind a verb. One that does not agree in gender is its object.
fn subject_after(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    if sense.has(flag::NO_SUBJECT_AFTER) {
        return None;
    }
    let mut from = at + 1;
    for _ in 0..SUBJECT_REACH {
        let token = doc.token(from);
        let skips = token.dated
            || is_addressee(doc, from)
            || (matches!(doc.word(from), "أيضاً" | "أيضا" | "أمس" | "اليوم" | "لاحقاً") && token.is_word());
        // «صرح لوسائل الإعلام».
        let long = doc.word(from).starts_with('ل') && doc.word(from).chars().count() > 3;
        let told = long && doc.word(from + 1).starts_with("ال") && !is_name(doc, from);
        if from < sentence.end && (skips || told) { from += 1 + usize::from(told) } else { break }
    }
    let mut found = ar::phrase(doc, from, sentence.end).filter(|_| !ar::starts_aside(doc.word(from)))?;
    // «قالت لصحيفة «…» إن»: the one told is not the one who tells.
    if found.head_is(Class::Body) && doc.word(from).starts_with('ل') && ar::word(doc, from).attached {
        found = telling(doc, found.end, sentence.end)?;
    }
    let plural_body = found.agree.number == Number::Many && sense.agree.gender == Gender::F;
    let fits =
        found.agree.gender_fits(sense.agree) || plural_body || found.head.is_some_and(|(at, _)| doc.word(at) == "عضو");
    let by_quote = doc.pair_at(from).is_some_and(|pair| !speaks(doc, pair))
        || (sense.has(flag::NAME) && found.head.is_none() && !doc.is_surname(from) && ar::word(doc, from).article);
    (fits && !by_quote).then_some(found)
}

/// Whether a word is in a name that the text or the lexicon knows.
fn is_name(doc: &Doc, at: usize) -> bool {
    doc.is(at, Class::First) || doc.is_surname(at) || ar::word(doc, at).article
}

/// Whether a word is the one spoken to: له، لي، للصحافيين.
fn is_addressee(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    matches!(
        word,
        "له" | "لها"
            | "لي"
            | "لنا"
            | "لهم"
            | "إنه"
            | "لكم"
            | "عليه"
            | "عليها"
            | "عليهم"
            | "إليه"
            | "إليها"
    ) || (word.starts_with("لل") && ar::word(doc, at).sense.is_some_and(|sense| sense.class == Class::Group))
}

/// The subject before a verb: a phrase at the start of its clause, or, for a plural verb, the one right before it.
fn subject_before(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    let alone = sense.has(flag::NO_SUBJECT_AFTER);
    let mut found: Option<Phrase> = None;
    let mut from = at.saturating_sub(LEFT_REACH).max(sentence.start);
    let mut leads = from == sentence.start;
    while from < at {
        let token = doc.token(from);
        let connective = doc.lexicon.is(token.key, Class::Conn) || doc.lexicon.is(token.bare, Class::Conn);
        let opens = doc.lexicon.is(token.key, Class::Comp) || doc.lexicon.is(token.bare, Class::Comp);
        if connective || opens || token.kind == Kind::Comma {
            leads = true;
            from = doc.next(from);
            continue;
        }
        if (leads || alone)
            && let Some(phrase) = telling(doc, from, at)
            && phrase.agree.gender_fits(sense.agree)
            && (!alone || matches!(phrase.agree.number, Number::Many | Number::Two))
        {
            if !alone {
                return Some(phrase);
            }
            found = Some(phrase);
            from = phrase.end.max(from + 1);
            continue;
        }
        leads = false;
        from = doc.next(from);
    }
    found
}

/// A phrase in the open text, where a bare word proves nothing: one with a role, a group, a known given name, or the
/// article.
pub(super) fn telling(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    let token = doc.token(at);
    if !token.is_word() || token.dated {
        return None;
    }
    let parsed = ar::word(doc, at);
    let named = doc.is_surname(at);
    if parsed.attached || parsed.conjunction || !(parsed.sense.is_some() || parsed.article || named) {
        return None;
    }
    ar::phrase(doc, at, end)
}

/// The one whose words a verb of relaying passes on: «نقلت الوكالة عن الوزير قوله».
fn relayed(doc: &Doc, at: usize, sentence: Sentence) -> Option<Phrase> {
    let from = at.saturating_sub(LEFT_REACH).max(sentence.start);
    let verb = (from..at).find(|word| reading(doc, *word).is_some_and(|(sense, _)| sense.has(flag::RELAY)))?;
    let behind = (verb..at).find(|word| matches!(doc.word(*word), "عن" | "عنه" | "عنها" | "عنهم"))?;
    let agree = match doc.word(behind) {
        "عنه" => Agree::new(Gender::M, Number::One),
        "عنها" => Agree::new(Gender::F, Number::One),
        "عنهم" => Agree::new(Gender::M, Number::Many),
        _ => return ar::phrase(doc, behind + 1, at),
    };
    Some(Phrase { start: behind, end: behind + 1, agree, pronoun: true, ..Phrase::default() })
}

/// A phrase whose first word has a conjunction written to it, before a colon: «.. والأهالي: «…»».
pub(super) fn conjoined(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    let parsed = ar::word(doc, at);
    if parsed.sense.is_none() && !parsed.article {
        return None;
    }
    ar::phrase(doc, at, end)
}
