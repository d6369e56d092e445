//! Arabic cues that are phrases: a source («بحسب»، «وفقاً لـ»), and the words in which a pronoun means the one who speaks
//! («على حد قوله»).

use super::addressee_ar::is_addressee;
use super::clause_ar::{Opening, follows_quote, opening, reading};
use super::cue::{Content, Cue, CueKind};
use super::cue_ar::{before_comma, is_opener};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Gender, Number, Sense, key_of};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;

/// A cue that is a phrase in which a pronoun means the speaker: «على حد قوله».
fn in_own_words(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let sense = doc.phrase(at, sentence.end, Class::SelfNominal)?;
    let end = at + usize::from(sense.words);
    let behind = end + usize::from(doc.kind(end) == Kind::Comma);
    // «لأن «…»، حسب تعبيره»: the wording is meant that stands in the marks.
    // «ومن وجهة نظره، كما أوضح في رسالة، «…»».
    let aside =
        if doc.word(behind) == "كما" && behind > end { skip_relative(doc, behind, sentence.end) + 1 } else { 0 };
    let wording = follows_quote(doc, at, sentence.start) || [behind, aside].iter().any(|at| doc.pair_at(*at).is_some());
    let content = if wording {
        Content::None
    } else if is_opener(doc, at, sentence.start) || breaks_clause(doc, at, end) {
        Content::After(behind_lead(doc, end).min(sentence.end))
    } else {
        Content::Before(sentence.start, before_comma(doc, at, sentence.start))
    };
    Some(Cue { content, ..Cue::of(at..end, CueKind::SelfNominal, sense) })
}

/// Whether a source stands between commas right behind the word that opens what it says: «لأنها، في رأيه، لم توزع الأسمدة».
fn breaks_clause(doc: &Doc, at: usize, end: usize) -> bool {
    let opener = at.wrapping_sub(2);
    let opens = is_listed(doc.word(opener), "لأن لأنه لأنها لأنهم لأنهما بأنه بأنها أنه أنها إنه إنها أنهم إنهم");
    opens && doc.kind(opener + 1) == Kind::Comma && doc.kind(end) == Kind::Comma
}

/// A cue that is a phrase: بحسب، وفقاً لـ، على حد قوله.
pub(super) fn nominal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    if let Some(own) = in_own_words(doc, at, sentence) {
        return Some(own);
    }
    let sense = doc.phrase(at, sentence.end, Class::Nominal)?;
    let mut end = at + usize::from(sense.words);
    if is_of_nobody(doc, at, end) {
        return None;
    }
    // «بحسب ما نشرته الصفحة»: the source is the subject of the verb behind ما.
    end += usize::from(doc.word(end - 1) == "ما");
    while doc.word(end - 1) == "ما" && is_addressee(doc, end) && end < sentence.end {
        end += 1;
    }
    // «يفرز التمور بحسب الحجم»: a source that nothing shows to be one is set apart.
    let apart = !doc.token(at.saturating_sub(1)).is_word() || is_opener(doc, at, sentence.start);
    let mut subject = ar::phrase(doc, end, sentence.end).filter(|found| is_shown(doc, at, found, apart))?;
    subject.head = paper(doc, end).filter(|_| subject.name.is_none()).or(subject.head);
    let reach = behind_source(doc, &subject, sentence.end);
    subject.owner = subject.owner.or_else(|| issuer(doc, &subject, reach));
    let colon = (doc.kind(reach) == Kind::Colon).then_some(reach);
    let leads = is_opener(doc, at, sentence.start) || breaks_clause(doc, at, reach);
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
    // «على لسان فلان، أعلنت الشركة أن».
    let says = |word: usize| reading(doc, word).is_some();
    let spoken = doc.word(end - 1) == "لسان" && (says(reach + 1) || (sentence.start..at).any(says));
    // «حين «…»، بتعبير المحامية».
    let worded = doc.word(end - 1).ends_with("تعبير") && follows_quote(doc, at, sentence.start);
    let undated = |at: &usize| doc.token(*at).is_word() && !doc.token(*at).dated;
    let goes_on = || (reach + 1..sentence.end).filter(undated).nth(1).is_some();
    let content = match (leads, doc.kind(reach) == Kind::Comma) {
        // «ونفت الحكومة على لسان فلان ذلك».
        _ if spoken || worded => Content::None,
        (true, _) if colon.is_some() => Content::None,
        (true, _) => Content::After(behind_lead(doc, reach)),
        // «ورصد المراقبون، بحسب تقرير، مخالفات»: what is told goes on behind the source.
        (false, true) if doc.count_words(sentence.start, at) <= ASIDE_LEAD && goes_on() => {
            Content::After(behind_lead(doc, reach))
        }
        _ => Content::Before(sentence.start, before_comma(doc, at, sentence.start)),
    };
    Some(Cue { subject: Some(subject), content, colon, reach, ..Cue::of(at..end, CueKind::Nominal, sense) })
}

/// Whether a phrase from `at` up to `end` leads to no source.
fn is_of_nobody(doc: &Doc, at: usize, end: usize) -> bool {
    // «ومما جاء في كلمة فلان قوله».
    let within = at > 0 && matches!(doc.word(at - 1), "مما" | "ومما");
    // «من وجهة نظر علمية»: a view is described.
    let described = doc.word(end - 1) == "نظر" && doc.word(end).ends_with("ية") && doc.kind(end + 1) == Kind::Comma;
    let described = described && ar::word(doc, end).sense.is_none();
    // «طبقاً لمقتضيات القانون», «وفق أحكام المادة 12»: a rule is followed.
    let rule = doc.word(end).trim_start_matches('ل');
    let rule = is_listed(rule, "مقتضيات أحكام بنود شروط معايير ضوابط مقاييس مبادئ قواعد أصول");
    let verb = || reading(doc, end).is_some_and(|(_, kind)| kind == CueKind::Verb);
    rule || within || described || doc.word(end) == "ما" || doc.is(end, Class::Comp) || verb()
}

/// Whether something shows a phrase to be a source, `apart` or not: what regards somebody is what he says only where he has a
/// name («بالنسبة إلى المهندس فلان، «…»», and not «بالنسبة إلى الأسعار»).
fn is_shown(doc: &Doc, at: usize, found: &Phrase, apart: bool) -> bool {
    if doc.word(at).contains("بالنسبة") {
        return found.name.is_some() && !found.head_is(Class::Body);
    }
    let many = found.pronoun || found.agree.number == Number::Many;
    apart || many || found.head.is_some() || found.name.is_some()
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

/// The end of what tells of a source: a clause, and behind a name and a comma who that is («بحسب فلانة، مديرة المتحف،»).
pub(super) fn behind_source(doc: &Doc, source: &Phrase, end: usize) -> usize {
    let reach = skip_relative(doc, source.end, end);
    // «وفق التقرير، الذي نُشر أمس، فإن»: the clause itself is behind its opener.
    let aside = if doc.kind(reach) == Kind::Comma { skip_relative(doc, reach + 1, end) } else { reach };
    if aside > reach && doc.kind(aside) == Kind::Comma && behind_lead(doc, aside) > aside + 1 {
        return aside;
    }
    let next = ar::word(doc, reach + 1);
    let role = next.sense.is_some_and(|sense| sense.class == Class::Role) && !next.conjunction && !next.attached;
    let called = next.article && doc.word(reach + 1).ends_with('ة') == (source.agree.gender == Gender::F);
    let tells = role || called || doc.is_even_joined(reach + 1, Class::Relative);
    let person = source.name.is_some() && !source.head_is(Class::Body) && source.agree.number != Number::Many;
    let explained = person && tells && doc.kind(reach) == Kind::Comma && reach == source.end;
    // «من وجهة نظر فلان، الحكم باطل»: what nothing follows is no apposition.
    let behind = if explained { skip_relative(doc, reach + 1, end) } else { reach };
    let verb = |at: usize| is_listed(doc.word(at), "ليس ليست هو هي") || ar::is_present_form(doc.word(at));
    let clause = !role && called && (reach + 2..behind).any(verb);
    let clause = clause && !doc.is_even_joined(reach + 1, Class::Relative);
    if clause || matches!(doc.kind(behind), Kind::Stop | Kind::Break) || behind >= end { reach } else { behind }
}

/// The end of what a clause adds to a source: «وفق بيان أصدرته هيئة المنطقة أمس،», «بحسب الوزير فإن».
pub(super) fn skip_relative(doc: &Doc, at: usize, end: usize) -> usize {
    let mut to = at;
    let opens = |to: usize| matches!(doc.word(to), "فإن" | "فان" | "فإنه" | "فإنها" | "فإنهم" | "فقد");
    while to < end
        && !matches!(doc.kind(to), Kind::Comma | Kind::Colon | Kind::Stop | Kind::Break | Kind::Semicolon)
        && !opens(to)
    {
        to = doc.next(to);
    }
    to.min(end)
}

/// The first word of what is told behind a source that ends at a token.
pub(super) fn behind_lead(doc: &Doc, reach: usize) -> usize {
    let at = reach + usize::from(doc.kind(reach) == Kind::Comma);
    at + usize::from(matches!(doc.word(at), "فإن" | "فان"))
}
