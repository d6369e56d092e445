//! English cues. The subject stands before the verb, or behind it where the verb follows what was said. A clause may
//! follow "that", or the verb itself; a clause with a comma and a cue behind it is reported as well.

use super::addressee_en::behind_addressee;
use super::clause_en::{
    Said, colon_behind, content, has_verb, is_finite, quote_behind, quote_in_clause, quote_in_reach,
};
use super::cue::{Content, Cue, CueKind};
use super::frame_en::{framed, is_held, may_speak};
use super::habit_en::{before_copula, before_habit};
use super::noun_en::{in_view, owned};
use super::participle_en::{is_sent, participial, sender};
use super::passive_en::judged;
use super::source_en::{nominal, stated};
use super::subject_en::{before_helpers, follows_speech, follows_verb, subject_of};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Number, Sense, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Phrase, en};
use crate::analysis::token::Kind;

/// The cues of a sentence.
pub(super) fn cues(doc: &Doc, sentence: Sentence) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if !doc.token(at).is_word() {
            at = doc.next(at);
            continue;
        }
        if let Some(cue) = stated(doc, at, sentence) {
            at = cue.end;
            out.push(cue);
            continue;
        }
        // "A card that said, “…”".
        let told = at > sentence.start && doc.word(at) == "that" && quote_behind(doc, at + 2);
        if let Some(sense) = doc.phrase(at, sentence.end, Class::False).filter(|_| !told) {
            at += usize::from(sense.words);
            continue;
        }
        let bound = out.last().map_or(sentence.start, |cue| cue.end);
        let cue = nominal(doc, at, sentence)
            .or_else(|| in_view(doc, at, sentence))
            .or_else(|| owned(doc, at, sentence, bound));
        // "wrote that the increase reflected “…”": a thing in a reported clause says nothing.
        let free = !out.last().is_some_and(|cue| matches!(cue.content, Content::After(from) if from <= at));
        let says = |cue: &Cue| free || cue.subject.is_none_or(|subject| subject.pronoun || may_speak(&subject));
        let cue = cue.or_else(|| verbal(doc, at, sentence, bound).filter(says));
        at = cue.map_or_else(|| doc.next(at), |cue| cue.end.max(at + 1));
        out.extend(cue);
    }
    out
}

/// A verb of saying, with its subject and what it reports.
fn verbal(doc: &Doc, at: usize, sentence: Sentence, bound: usize) -> Option<Cue> {
    let known = reading(doc, at, sentence.end).map(|(sense, kind)| (finds(doc, at, sense), kind));
    let (sense, kind) = known.or_else(|| Some((framed(doc, at, sentence)?, CueKind::Verb)))?;
    let quoted_as = quoted_as(doc, at, sentence.end);
    let (sense, end) = quoted_as.unwrap_or((sense, at + usize::from(sense.words)));
    if is_no_cue(doc, at..end, sentence, sense) {
        return None;
    }
    let heard = is_heard(doc, at, bound, kind);
    let left = before_helpers(doc, at - usize::from(heard), bound);
    if let Some(cue) = judged(doc, at..end, left, sentence, sense) {
        return Some(cue);
    }
    if kind == CueKind::Participle && !heard && !is_progressive(doc, left, at..end, sentence) {
        return participial(doc, at, sentence, sense);
    }
    let passive = quoted_as.is_none() && is_passive(doc, left, at, sense);
    let left = before_habit(doc, left, sentence.start);
    let noun = |at: usize| matches!(doc.word(at), "to" | "a" | "an" | "the" | "The" | "A" | "no" | "be" | "of");
    let only = is_exception(doc, left, sentence.start);
    if left > sentence.start && noun(left - 1) && !only || passive {
        return None;
    }
    // "sent him a pencil, with a note that read “…”".
    if kind == CueKind::Verb && left > bound + 1 && is_sent(doc, left, end, sentence) {
        return Some(Cue { subject: sender(doc, left, sentence), ..Cue::of(at..end, CueKind::Participle, sense) });
    }
    // "said crews were on their way but warned": the one who said it warns as well.
    let joins = left > bound && matches!(doc.word(left - 1), "and" | "but" | "then");
    let shared = joins && (bound > sentence.start || follows_verb(doc, left - 1, bound));
    let subject = if shared || only { None } else { subject_of(doc, at..end, left, bound, sentence, sense) };
    let opens_quote = sentence.inside.is_some() && left == sentence.start;
    // "Tell that to the ducks".
    let tells = at == sentence.start && sense.agree.number == Number::Many;
    let joined = opens_quote && !tells || only || joins && left > sentence.start + 1;
    let object = |phrase| is_noun(doc, at, left, phrase, sense) || is_told_about(doc, phrase, end, sense);
    // "Witnesses said, and state television went off", "told analysts that orders had fallen".
    let plural = doc.is(left.saturating_sub(1), Class::Comp) && doc.is(end, Class::Finite) && left > sentence.start;
    let noun = left == at && (shared && sense.agree.number == Number::Many || plural);
    let own = left > bound && is_own(doc, left - 1) || subject.is_some_and(|phrase| is_own(doc, phrase.start));
    let noun = noun || subject.is_some_and(object) || is_foretold(doc, left..at, end);
    if own || noun || is_mute(doc, subject.as_ref(), sense, known.is_some()) || (subject.is_none() && !joined) {
        return None;
    }
    let behind = subject.filter(|subject| subject.start > at).map_or(end, |subject| subject.end);
    let inner = left > sentence.start && doc.is(left - 1, Class::Relative);
    let colon = colon_of(doc, behind, sentence.end, inner);
    let said = Said { end, left, behind, sense, subject: subject.as_ref() };
    let (content, opened) = match content(doc, said, sentence) {
        (Content::Before(..), _) if colon.is_some_and(|at| !opens_clause(doc, at, sentence)) => (Content::None, false),
        found => found,
    };
    let from = before_copula(doc, subject.map_or(at, |subject| subject.start.min(at)));
    let quoted = is_quoted(doc, from, behind, sentence);
    let relative = || inner && !leads_on(doc, end, behind, sentence.end, sense);
    if content == Content::None && colon.is_none() && (!quoted || relative()) {
        return None;
    }
    Some(Cue { start: at, end, kind: CueKind::Verb, sense, subject, content, opened, colon, until: 0, reach: behind })
}

/// Whether marks stand behind the verb of a relative clause: "Tom Beck, who called it “a lifeline”", but "who proposed the
/// ban, called the delay “a punt”": nothing is said by the first verb.
fn leads_on(doc: &Doc, end: usize, behind: usize, to: usize, sense: Sense) -> bool {
    let told = if sense.has(flag::OBJ) { behind_addressee(doc, behind, to) } else { behind };
    quote_behind(doc, told) || sense.has(flag::NAME) && quote_in_clause(doc, end, to)
}

/// Whether a word that may be a verb of saying is part of a name, a gesture by itself, or no verb: "seedlings that state
/// auditors could not find".
fn is_no_cue(doc: &Doc, verb: std::ops::Range<usize>, sentence: Sentence, sense: Sense) -> bool {
    let at = verb.start;
    let named = doc.token(at).capital && at > sentence.start && doc.token(at - 1).capital;
    let noun = doc.word(at) == "state" && at > sentence.start && doc.is(at - 1, Class::Comp);
    named && !is_headline(doc, sentence) || noun || sense.has(flag::GESTURE) && !is_beside(doc, verb, sentence)
}

/// The colon that a verb leads to: no participle does, nor, where it stands in a relative clause, the verb of the sentence
/// ("The governor, who spoke through an aide, said: “…”").
fn colon_of(doc: &Doc, behind: usize, end: usize, relative: bool) -> Option<usize> {
    let says = |colon: usize| colon > behind && doc.is(colon - 1, Class::Verb);
    colon_behind(doc, behind, end).filter(|colon| !(adds(doc, behind, *colon) || relative && says(*colon)))
}

/// Whether a participle before a colon leads to it: "…, said a spokesman, adding: “…”".
fn adds(doc: &Doc, from: usize, colon: usize) -> bool {
    (from..colon).any(|at| doc.kind(at) == Kind::Comma && doc.is(at + 1, Class::Participle))
}

/// Words between marks and the verb by which somebody is called, at most.
const NOUN_REACH: usize = 6;

/// Whether what is said stands right before a verb, with its subject or without, or right behind it.
fn is_beside(doc: &Doc, verb: std::ops::Range<usize>, sentence: Sentence) -> bool {
    let follows = |at: usize| follows_speech(doc, at, sentence.start);
    let leads = quote_behind(doc, verb.end) || doc.kind(verb.end) == Kind::Colon;
    // "“I sell bread,” one old shopkeeper shrugged".
    let plain = |at: &usize| doc.token(*at).is_word() && !is_finite(doc, *at) && !doc.is(*at, Class::Verb);
    let first = (verb.start.saturating_sub(NOUN_REACH)..verb.start).rev().take_while(plain).last();
    let named = first.and_then(|first| first.checked_sub(1)).is_some_and(|mark| doc.pair_closed_at(mark).is_some());
    leads || named || follows(verb.start) || follows(verb.start.saturating_sub(1))
}

/// A verb of thinking, or one that judges: "thought it “long”", "found him “charming”".
fn finds(doc: &Doc, at: usize, sense: Sense) -> Sense {
    let judges = sense.has(flag::CLAUSE)
        && doc.pair_at(at + 2).is_some()
        && is_listed(doc.word(at), "thought thinks found finds")
        && is_listed(doc.word(at + 1), "it him her them");
    if judges { Sense::unlisted(Class::Verb, sense.agree, flag::NAME) } else { sense }
}

/// What the lexicon says of a verb or participle of saying.
fn reading(doc: &Doc, at: usize, end: usize) -> Option<(Sense, CueKind)> {
    // "Was worried that".
    let verb = doc.phrase(at, end, Class::Verb).filter(|_| !is_held(doc, at)).map(|sense| (sense, CueKind::Verb));
    verb.or_else(|| Some((doc.phrase(at, end, Class::Participle)?, CueKind::Participle)))
}

/// Whether a colon leads to a clause without marks: "The bridge was safe, she said: two inspections had found nothing".
fn opens_clause(doc: &Doc, colon: usize, sentence: Sentence) -> bool {
    sentence.inside.is_none() && doc.pair_at(colon + 1).is_none() && has_verb(doc, colon + 1, sentence.end)
}

/// Whether a subject cannot speak by a verb: by one that no lexicon has, or as things are found ("a jar found in a tomb
/// contains honey that").
fn is_mute(doc: &Doc, subject: Option<&Phrase>, sense: Sense, known: bool) -> bool {
    let speaks = subject.is_some_and(may_speak);
    // "It hopes that": only what has a mind.
    let minds =
        subject.is_some_and(|subject| subject.pronoun && (sense.has(flag::BARE) || follows_paper(doc, subject.start)));
    !known && !speaks || sense.has(flag::CLAUSE) && subject.is_some() && !speaks && !minds
}

/// Words before "it" among which a paper stands that it may mean, at most.
const PAPER_REACH: usize = 32;

/// Whether a paper that says something stands before "it": "a study suggests. Published on Monday, it finds that".
fn follows_paper(doc: &Doc, at: usize) -> bool {
    (at.saturating_sub(PAPER_REACH)..at).any(|at| doc.is(at, Class::Doc))
}

/// Whether a quotation stands beside a verb and its subject.
fn is_quoted(doc: &Doc, from: usize, behind: usize, sentence: Sentence) -> bool {
    quote_behind(doc, behind) || follows_speech(doc, from, sentence.start) || quote_in_reach(doc, behind, sentence.end)
}

/// Whether the one who tells, or is told, is the subject: "I said", "you claim".
fn is_own(doc: &Doc, subject: usize) -> bool {
    let word = doc.word(subject);
    en::is_first_person(word) || matches!(word, "We" | "we" | "You" | "you" | "Let" | "Let's" | "Let’s")
}

/// Whether a verb says the only thing that was said: "would not comment, except to say".
fn is_exception(doc: &Doc, left: usize, start: usize) -> bool {
    left > start + 1 && matches!(doc.words(left - 2, left), "except to" | "than to" | "only to" | "save to")
}

/// Whether a participle tells what someone is heard to say: "A voice is heard saying: “…”".
fn is_heard(doc: &Doc, at: usize, bound: usize, kind: CueKind) -> bool {
    if kind != CueKind::Participle || at <= bound + 1 {
        return false;
    }
    let heard = matches!(doc.word(at - 1), "heard" | "seen" | "filmed") && doc.is(at - 2, Class::Aux);
    // "Everyone kept saying".
    heard || is_listed(doc.word(at - 1), "kept keeps keep started began")
}

/// Whether a participle is a verb with its helper, before what is said: "is calling it “the debut of the decade”".
fn is_progressive(doc: &Doc, left: usize, verb: std::ops::Range<usize>, sentence: Sentence) -> bool {
    let helper = |at: usize| matches!(doc.word(at), "is" | "are" | "was" | "were" | "am" | "been");
    (left..verb.start).any(helper) && (doc.is(verb.end, Class::Comp) || quote_in_clause(doc, verb.end, sentence.end))
}

/// Whether something is said of the subject, and not by it: "he was told", "it is claimed".
fn is_passive(doc: &Doc, left: usize, at: usize, sense: Sense) -> bool {
    let past = sense.agree.number == Number::Any;
    // "Two people briefed on the plan".
    let told = sense.has(flag::OBJ) && past && matches!(doc.word(at + 1), "on" | "by") && !doc.token(at + 2).dated;
    if told || past && left == at && sense.has(flag::NAME | flag::OBJ) && is_reduced(doc, at + 1) {
        return true;
    }
    past && sense.class == Class::Verb
        && (left..at).any(|at| {
            matches!(doc.word(at), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "isn't" | "wasn't")
        })
}

/// Words behind a reduced relative clause to the verb of its sentence, at most.
const REDUCED_REACH: usize = 12;

/// Whether another verb of saying goes on behind a past form and a preposition: "three men accused of murdering him said".
fn is_reduced(doc: &Doc, behind: usize) -> bool {
    let led = matches!(doc.word(behind), "of" | "by" | "with" | "for" | "in" | "at" | "from");
    let words =
        |at: &usize| doc.kind(*at) == Kind::Word && !doc.is(*at, Class::Opener) && !doc.is(*at, Class::Relative);
    let says = |at: usize| {
        let past = doc.sense(at, Class::Verb).is_some_and(|sense| sense.agree.number == Number::Any);
        past && !doc.token(at).capital && doc.token(at - 1).is_word() && !doc.is(at - 1, Class::Prep)
    };
    led && (behind + 1..behind + REDUCED_REACH).take_while(words).any(says)
}

/// Whether nothing was said yet: "anyone will tell you the road is bad".
fn is_foretold(doc: &Doc, helpers: std::ops::Range<usize>, end: usize) -> bool {
    doc.word(end) == "you" && helpers.into_iter().any(|at| is_listed(doc.word(at), "will would can could might may"))
}

/// Those who are told what they hear.
const HEARERS: &str = "Court court Jury jury Inquest inquest Inquiry inquiry Tribunal tribunal Hearing hearing";

/// Whether one is told something, with no word about who tells it: "councillors told", at the end of a headline.
fn is_told_about(doc: &Doc, subject: Phrase, end: usize, sense: Sense) -> bool {
    let marked = |back: usize| subject.start.checked_sub(back).is_some_and(|mark| doc.pair_closed_at(mark).is_some());
    let over = matches!(doc.kind(end), Kind::Stop | Kind::Break);
    // "…, court told", but not "…, he warned".
    let behind = matches!(doc.kind(subject.start.saturating_sub(1)), Kind::Comma | Kind::Dash | Kind::Mark(_));
    let over = over && (!behind || doc.word(end - 1) == "told" && !marked(1) && !marked(2));
    // "Court told of ‘campaign of whispers’".
    let hears = || {
        doc.word(end - 1) == "told"
            && is_listed(doc.word(end), "of how that")
            && subject.head.is_some_and(|(head, _)| is_listed(doc.word(head), HEARERS))
    };
    sense.has(flag::OBJ) && sense.has(flag::BARE) && subject.start < end && (over || hears())
}

/// Whether what looks like a verb in the plural is a noun: "a similar claim", "the committee report", for its subject
/// is none of many.
fn is_noun(doc: &Doc, at: usize, left: usize, subject: Phrase, sense: Sense) -> bool {
    let past =
        doc.lexicon.senses(doc.key(at)).any(|sense| sense.class == Class::Verb && sense.agree.number == Number::Any);
    if sense.agree.number != Number::Many || subject.start > at || past || sense.words > 1 {
        return false;
    }
    let first = matches!(doc.word(subject.start), "a" | "an" | "A" | "An" | "another" | "this" | "one");
    let helped = (left..at).any(|at| doc.is(at, Class::Finite));
    let several = subject.pronoun
        || doc.is(subject.start, Class::Group)
        || subject.agree.number == Number::Many
        || left < at
        || (subject.start..left).any(|at| doc.word(at) == "and" || doc.word(at).ends_with('s'));
    // "Its report says".
    let owned = left == at && doc.is(at - 1, Class::Poss);
    // "The team say": no noun.
    let body = sense.has(flag::ONLY) && subject.head_is(Class::Body);
    !helped && (first || owned || !several && !body)
}

/// Words between "quoted" and "as saying", at most: "was quoted by state television as saying".
const QUOTED_BY: usize = 6;

/// "quoted as saying": what the last word says, and the token after it.
fn quoted_as(doc: &Doc, at: usize, end: usize) -> Option<(Sense, usize)> {
    let saying = (at + 2..end.min(at + 2 + QUOTED_BY)).filter(|_| matches!(doc.word(at), "quoted" | "cited"));
    let saying = saying.into_iter().find(|at| doc.word(at - 1) == "as" && doc.is(*at, Class::Participle))?;
    let sense = doc.sense(saying, Class::Participle)?;
    Some((Sense { class: Class::Verb, ..sense }, saying + 1))
}

/// Whether every long word of a sentence has a capital.
fn is_headline(doc: &Doc, sentence: Sentence) -> bool {
    (sentence.start..sentence.end)
        .filter(|at| doc.token(*at).is_word() && doc.word(*at).len() > 3)
        .all(|at| doc.token(at).capital)
}
