//! Arabic cues that are phrases: a source («بحسب»، «وفقاً لـ»), and the words in which a pronoun means the one who speaks
//! («على حد قوله»).

use super::addressee_ar::is_addressee;
use super::clause_ar::{Opening, behind_source, follows_quote, opening, reading};
use super::cue::{Content, Cue, CueKind};
use super::cue_ar::{before_comma, is_opener};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Number, Sense, key_of};
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;

/// A cue that is a phrase in which a pronoun means the speaker: «على حد قوله».
fn in_own_words(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let sense = doc.phrase(at, sentence.end, Class::SelfNominal)?;
    let end = at + usize::from(sense.words);
    let behind = end + usize::from(doc.kind(end) == Kind::Comma);
    // «لأن «…»، حسب تعبيره»: the wording is meant that stands in the marks.
    let wording = follows_quote(doc, at, sentence.start) || doc.pair_at(behind).is_some();
    let content = if wording {
        Content::None
    } else if is_opener(doc, at, sentence.start) {
        let opened = usize::from(matches!(doc.word(behind), "فإن" | "فان"));
        Content::After((behind + opened).min(sentence.end))
    } else {
        Content::Before(sentence.start, before_comma(doc, at, sentence.start))
    };
    Some(Cue { content, ..Cue::of(at..end, CueKind::SelfNominal, sense) })
}

/// A cue that is a phrase: بحسب، وفقاً لـ، على حد قوله.
pub(super) fn nominal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    if let Some(own) = in_own_words(doc, at, sentence) {
        return Some(own);
    }
    let sense = doc.phrase(at, sentence.end, Class::Nominal)?;
    let mut end = at + usize::from(sense.words);
    // «ومما جاء في كلمة فلان قوله».
    let within = at > 0 && matches!(doc.word(at - 1), "مما" | "ومما");
    let verb = || reading(doc, end).is_some_and(|(_, kind)| kind == CueKind::Verb);
    if within || doc.word(end) == "ما" || doc.is(end, Class::Comp) || verb() {
        return None;
    }
    // «بحسب ما نشرته الصفحة»: the source is the subject of the verb behind ما.
    end += usize::from(doc.word(end - 1) == "ما");
    while doc.word(end - 1) == "ما" && is_addressee(doc, end) && end < sentence.end {
        end += 1;
    }
    // «يفرز التمور بحسب الحجم»: a source that nothing shows to be one is set apart.
    let apart = !doc.token(at.saturating_sub(1)).is_word() || is_opener(doc, at, sentence.start);
    let many = |found: &Phrase| found.pronoun || found.agree.number == Number::Many;
    let shown = |found: &Phrase| apart || many(found) || found.head.is_some() || found.name.is_some();
    let mut subject = ar::phrase(doc, end, sentence.end).filter(shown)?;
    subject.head = paper(doc, end).filter(|_| subject.name.is_none()).or(subject.head);
    let reach = behind_source(doc, &subject, sentence.end);
    subject.owner = subject.owner.or_else(|| issuer(doc, &subject, reach));
    let colon = (doc.kind(reach) == Kind::Colon).then_some(reach);
    let leads = is_opener(doc, at, sentence.start);
    // «أفادت المجلة استناداً إلى دراسة بأن»: the clause is the verb's.
    let verbs = || (sentence.start..at).any(|at| doc.is_even_joined(at, Class::Verb));
    let opens = (subject.end..=reach).any(|at| doc.is(at, Class::Comp));
    if !leads && opens && doc.word(end - 1) != "لسان" && verbs() {
        return None;
    }
    if let Opening::Comp(comp) = opening(doc, subject.end, sentence.end)
        && leads
        && comp <= reach
    {
        let content = Content::After(comp + 1);
        let cue = Cue::of(at..end, CueKind::Nominal, sense);
        return Some(Cue { subject: Some(subject), content, opened: true, reach: comp, ..cue });
    }
    let spoken = doc.word(end - 1) == "لسان" && (sentence.start..at).any(|word| reading(doc, word).is_some());
    // «حين «…»، بتعبير المحامية».
    let worded = doc.word(end - 1).ends_with("تعبير") && follows_quote(doc, at, sentence.start);
    let goes_on = || {
        let undated = |at: &usize| doc.token(*at).is_word() && !doc.token(*at).dated;
        (reach + 1..sentence.end).filter(undated).nth(1).is_some()
    };
    let content = match (leads, doc.kind(reach) == Kind::Comma) {
        // «ونفت الحكومة على لسان فلان ذلك».
        _ if spoken || worded => Content::None,
        (true, _) if colon.is_some() => Content::None,
        (true, true) => Content::After(reach + 1 + usize::from(matches!(doc.word(reach + 1), "فإن" | "فان"))),
        // «ورصد المراقبون، بحسب تقرير، مخالفات»: what is told goes on behind the source.
        (false, true) if doc.count_words(sentence.start, at) <= ASIDE_LEAD && goes_on() => Content::After(reach + 1),
        (true, false) => Content::After(reach),
        _ => Content::Before(sentence.start, before_comma(doc, at, sentence.start)),
    };
    Some(Cue { subject: Some(subject), content, colon, reach, ..Cue::of(at..end, CueKind::Nominal, sense) })
}

/// The body that has issued a document, in what is told of that up to a token; one that prints it has not.
fn issuer(doc: &Doc, paper: &Phrase, reach: usize) -> Option<(usize, usize)> {
    if !paper.head_is(Class::Doc) || paper.possessor.is_some() {
        return None;
    }
    let is_body = |sense: Sense| sense.class == Class::Body;
    let printed = |word: &usize| matches!(doc.word(*word), "مجلة" | "دورية");
    let body = |word: &usize| {
        let parsed = ar::word(doc, *word);
        parsed.sense.is_some_and(is_body) && parsed.owner.is_none() && !printed(word)
    };
    (paper.end..reach).find(body).map(|word| (word, reach))
}

/// A paper in which something stands, and no woman who reports: «وورد في المراسلة أن».
fn paper(doc: &Doc, at: usize) -> Option<(usize, Sense)> {
    let key = key_of(doc.word(at).strip_prefix("ال").filter(|_| doc.word(at.wrapping_sub(1)) == "في")?);
    doc.lexicon.sense(key, Class::Doc).map(|paper| (at, paper))
}

/// Words before a source that stands between a verb with its subject and their object, at most.
const ASIDE_LEAD: usize = 4;
