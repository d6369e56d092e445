//! Arabic cues. The verb comes first: its subject stands behind it, agrees in gender, and is missing where the one
//! who spoke last goes on. A plural or dual verb never has its subject behind it.

use super::clause_ar::{Opening, follows_quote, is_short, opening, reading};
use super::cue::{Content, Cue, CueKind};
use super::deed_ar::{asked, asks_whether, deed, tells_deed};
use super::relay_ar::{known_from, learned, learns, passed_on, relayed};
use super::source_ar::{behind_lead, nominal, skip_relative};
use super::subject_ar::{beside_before, subject_after, subject_before};
use super::subject_before_ar::{marked_subject, set_before};
use super::to_marks_ar::{
    LOOSE_REACH, behind_apposition, is_behind_aside, is_loose, is_observed, is_told_more, leads_to_marks,
};
use super::told_ar::{behind_clause, behind_quotation};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Sense, flag};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;

/// Words before a verb that its subject is looked for in.
pub(super) const LEFT_REACH: usize = 40;

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
        let cue = cue.or_else(|| behind_quotation(doc, at, sentence));
        if let (Some(voice), Some(verb)) = (cue, out.last_mut())
            && speaks_by(doc, &voice, verb)
        {
            verb.subject = voice.subject;
            at = voice.end;
            continue;
        }
        // No word of its name, or of what its role is of, is a verb of saying: «وتأمل المحامية أمل», «وقال مدير أمن الفيوم إن».
        let called = |subject: &Phrase| subject.name.is_some() || subject.owner.is_some();
        let named = cue.and_then(|cue| cue.subject).filter(|subject| called(subject) && subject.start > at);
        let name = named.filter(|_| cue.is_some_and(|cue| cue.kind == CueKind::Verb)).map_or(0, |subject| subject.end);
        at = cue.map_or_else(|| doc.next(at), |cue| cue.end.max(at + 1).max(name));
        out.extend(cue);
    }
    out
}

/// Whether a phrase names the one by whom the subject of the verb before it speaks: «ردت الأمانة على لسان فلانة بأن».
fn speaks_by(doc: &Doc, voice: &Cue, verb: &Cue) -> bool {
    let tongue = voice.kind == CueKind::Nominal && (voice.start..voice.end).any(|at| doc.word(at) == "لسان");
    let opens = matches!(verb.content, Content::After(from) if from > voice.end)
        || verb.colon.is_some_and(|colon| colon > voice.end);
    tongue && opens && verb.kind == CueKind::Verb
}

/// Whether only connectives stand between the start of the sentence and the cue.
pub(super) fn is_opener(doc: &Doc, at: usize, start: usize) -> bool {
    // «…؛ ففي رأي فلان، …».
    let start = if at > start && doc.kind(at - 1) == Kind::Semicolon { at } else { start };
    at.saturating_sub(start) <= 3 && (start..at).all(|word| doc.is(word, Class::Conn) || doc.kind(word) == Kind::Comma)
}

/// The token before a cue, without the comma and the words that lead to it (كما، على ما).
pub(super) fn before_comma(doc: &Doc, at: usize, start: usize) -> usize {
    let mut to = at;
    while to > start
        && (doc.kind(to - 1) == Kind::Comma
            || matches!(
                doc.word(to - 1),
                "لما"
                    | "وفقا"
                    | "وفقاً"
                    | "طبقا"
                    | "طبقاً"
                    | "ما"
                    | "كما"
                    | "على"
                    | "حد"
                    | "وفق"
                    | "بحسب"
                    | "حسب"
                    | "حسبما"
                    | "مثلما"
            )
            || rests_on(doc, to - 1)
            || rests_on(doc, to))
    {
        to -= 1;
    }
    to
}

/// Words behind which what looks like a verb is a noun: «عدم ذكر اسمه», «رفض ذكر اسمه», «بلا تردد».
const NOUN_LEADS: List = List::of(
    "عدم دون بدون بلا في على من إلى عن بعد قبل خلال أثناء أي مجرد سوى مع حول عند لدى منذ حتى عقب \
    إثر فور ضد رغم بسبب نتيجة كل رفض رفضت رفضوا يرفض ترفض رافضاً رافضة فضل فضّل فضلت فضّلت اشترط اشترطت شرط طلب طلبت",
);

/// Words between a verb that judges and what it says in marks, at most: «اعتبر الديوان «…»».
const JUDGED_REACH: usize = 6;

/// Words of an object before the preposition that leads to the marks, at most: «اتهم رئاسة المجلس بـ«…»».
const OBJECT_REACH: usize = 4;

/// A cue that is a verb, a participle or a noun of saying.
fn verbal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let (mut sense, kind) = reading(doc, at)?;
    let last = at + usize::from(sense.words.max(1)) - 1;
    if kind == CueKind::Verb && at > sentence.start {
        sense = in_place(doc, at, sentence, sense)?;
    }
    if sense.has(flag::RELAY) {
        return passed_on(doc, at, sentence, sense);
    }
    let known = learned(doc, at, sentence, sense).filter(|_| kind == CueKind::Verb);
    if known.is_some() || is_ours(doc, at, sentence, sense) {
        return known;
    }
    let subject = match kind {
        CueKind::Verb => subject_of(doc, at, sentence, sense),
        CueKind::Noun => Some(relayed(doc, at, sentence)?),
        _ => None,
    };
    let behind = subject.filter(|subject| subject.start > at).map_or(last + 1, |subject| subject.end);
    let opening = match opening(doc, behind, sentence.end) {
        Opening::Comp(comp) if sense.has(flag::NEAR) && !leads_to(doc, behind, comp) => Opening::Nothing,
        Opening::Comp(comp) if adds_to_matter(doc, at, subject.as_ref(), comp) => return None,
        opening => opening,
    };
    let led = kind == CueKind::Verb && at > sentence.start && is_led(doc, at);
    let knows = |quote: usize| led && doc.word(at - 1) == "ما" && is_short(doc, quote);
    let (content, colon) = match opening {
        Opening::Comp(comp) => (Content::After(comp + 1), None),
        Opening::Colon(colon) => (Content::None, Some(colon)),
        Opening::Nothing if led => (led_content(doc, at, behind, sentence), None),
        // «بحسب ما علمت «الليل»، فإن»: the marks name who knows.
        Opening::Quote(quote) if knows(quote) => (led_content(doc, at, behind, sentence), None),
        Opening::Nothing if announces(doc, behind, sentence.end, sense, subject.as_ref()) => {
            (Content::After(behind), None)
        }
        Opening::Nothing if kind == CueKind::Verb => (unopened(doc, at, behind, sentence, subject.as_ref()), None),
        _ => (Content::None, None),
    };
    let named = subject.is_some_and(|subject| is_told_more(&subject) && subject.end == behind);
    let told = |quote: usize| if named { behind_apposition(doc, behind, quote) } else { behind };
    let marked = follows_quote(doc, at, sentence.start)
        || matches!(opening, Opening::Quote(quote) if leads_to_speech(doc, told(quote), quote, sense));
    // «، داعياً المواطنين إلى التبرع»: it reports no clause, and ends the one before.
    let apart = kind == CueKind::Participle && at > sentence.start && doc.kind(at - 1) == Kind::Comma;
    if content == Content::None && colon.is_none() && !marked && !apart {
        return None;
    }
    let free = kind == CueKind::Verb && !is_circumstance(doc, at);
    let before = || if free { subject_before(doc, at, sentence, sense) } else { None };
    let subject = match opening {
        Opening::Quote(quote) if led => subject.or_else(|| source_in_marks(doc, quote, sentence.end)),
        _ => subject.or_else(before),
    };
    let opened = matches!(opening, Opening::Comp(_));
    Some(Cue { start: at, end: last + 1, kind, sense, subject, content, opened, colon, until: 0, reach: behind })
}

/// Whether a verb says what we know, and nobody tells: «علمنا أن».
fn is_ours(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> bool {
    let led = || at > sentence.start && is_led(doc, at);
    sense.has(flag::NEAR) && doc.word(at).ends_with("نا") && learns(doc, at) && !led()
}

/// The subject of a verb, as its place shows.
fn subject_of(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    if is_circumstance(doc, at) {
        return None;
    }
    // «حسب ما علم لدى مصالح الأمن».
    let learnt = at > sentence.start && is_led(doc, at) && learns(doc, at);
    let known = if learnt { known_from(doc, at, sentence) } else { None };
    known
        .or_else(|| marked_subject(doc, at, sentence))
        .or_else(|| beside_before(doc, at, sentence, sense))
        .or_else(|| set_before(doc, at, sentence, sense))
        .or_else(|| subject_after(doc, at, sentence, sense))
}

/// What a verb tells that no word opens: what is asked, what was done, or the clause before it.
fn unopened(doc: &Doc, at: usize, behind: usize, sentence: Sentence, subject: Option<&Phrase>) -> Content {
    if asks_whether(doc, at) {
        return asked(doc, behind, sentence.end);
    }
    let done = if tells_deed(doc, at) { deed(doc, behind, sentence.end) } else { None };
    // «وأُعلن عن تأسيس حزب»: by nobody.
    let done = done.filter(|from| subject.is_some() || *from > at + 2);
    done.map_or_else(|| behind_clause(doc, at, sentence, subject), Content::After)
}

/// A verb as the words before it let it be read: nothing where it is denied, or is a noun there.
fn in_place(doc: &Doc, at: usize, sentence: Sentence, mut sense: Sense) -> Option<Sense> {
    // «لا يستبعد أن», «لم يُخفِ أن»: what denies is denied.
    let negated = doc.is(at - 1, Class::Neg) && doc.word(at - 1) != "ما" || denies(doc, at - 1);
    if (negated && !sense.has(flag::DENY | flag::DOUBT)) || is_noun(doc, at, sentence) {
        return None;
    }
    sense.flags &= if negated { !(flag::DENY | flag::DOUBT) } else { u32::MAX };
    Some(sense)
}

/// Whether a pronoun right before a verb is its subject: «وهو يقول».
fn is_circumstance(doc: &Doc, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(doc.word(before), "وهو" | "وهي" | "وهم"))
}

/// Whether a word before a verb is a denial with a conjunction written to it («ولم»).
fn denies(doc: &Doc, at: usize) -> bool {
    doc.lexicon.is(doc.token(at).bare, Class::Neg) && doc.token(at).bare != doc.token(at).key && doc.word(at) != "وما"
}

/// Whether what looks like a verb is a noun («عدم ذكر اسمه»), its subject did not do it («لم تكن فلانة تتوقع أن»), or it is ours.
fn is_noun(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    let back = at.saturating_sub(OBJECT_REACH).max(sentence.start);
    // «لم يتأخر رد الوزارة», «جاء رد الوزير».
    let reply = matches!(doc.word(at), "رد" | "ردّ")
        && (ar::is_present_form(doc.word(at - 1))
            || is_listed(doc.word(at - 1).trim_start_matches('و'), "جاء كان وصل أتى صدر تأخر وصلها وصله جاءه جاءها"));
    let undone = |word: usize| matches!(doc.word(word), "تكن" | "يكن" | "أكن" | "يكونوا");
    // «غصناً شبه مكسور:»: half so, and nobody likens.
    let half = doc.word(at) == "شبه" && !ar::word(doc, at + 1).article && !doc.is(at + 1, Class::First);
    // «سيفتح الجسر، كما وعدنا»: in somebody's words, what we say.
    let ours = sentence.inside.is_some() && doc.word(at).ends_with("نا") && is_led(doc, at);
    half || reply || ours && !doc.token(at + 1).is_word() || NOUN_LEADS.has(doc.word(at - 1)) || (back..at).any(undone)
}

/// Whether the marks that open at `quote` hold what a verb says: beside it, behind a preposition of the verb, behind an
/// aside, or as its judgement.
fn leads_to_speech(doc: &Doc, behind: usize, quote: usize, sense: Sense) -> bool {
    let Some(pair) = doc.pair_at(quote) else { return false };
    let words = doc.count_words(behind, quote);
    let prepared = words <= OBJECT_REACH + 1 && leads_to_marks(doc, pair);
    let judged = sense.has(flag::NAME) && words <= JUDGED_REACH;
    // «قالت فلانة، التي لجأت إلى مدرسة مع أطفالها الخمسة، «…»».
    let reach = if doc.is(behind + 1, Class::Relative) { LOOSE_REACH } else { JUDGED_REACH };
    let aside = is_loose(doc, behind, pair) || (words <= reach && is_behind_aside(doc, behind, quote));
    let observed = words == 0 && quote > behind.saturating_sub(1) && is_observed(doc, sense, pair);
    prepared || judged || observed || (!sense.has(flag::CLAUSE) && (aside || quote <= behind + 2))
}

/// The source that a paper named in marks knows something from: «بحسب ما علمت «الليل» من مصادر التحقيق»; else the paper.
fn source_in_marks(doc: &Doc, quote: usize, end: usize) -> Option<Phrase> {
    let from = matches!(doc.word(doc.next(quote)), "من" | "عن");
    ar::phrase(doc, if from { doc.next(quote) + 1 } else { quote }, end)
}

/// Whether what makes a matter more so is told by the clause itself, and by nobody: «ويزيد الوضع تعقيداً أن».
fn adds_to_matter(doc: &Doc, at: usize, subject: Option<&Phrase>, comp: usize) -> bool {
    const ADDS: List = List::of("زاد زادت يزيد تزيد");
    let adds = ADDS.has(doc.word(at).trim_start_matches(['و', 'ف']));
    let somebody = subject.is_some_and(|subject| subject.head.is_some() || subject.name.is_some());
    // «زاد من صعوبة المهمة أن».
    let how = |last: usize| doc.word(last).ends_with(['ة', 'ا', '\u{64B}']) && !ar::word(doc, last).article;
    let matter = |last: usize| ar::word(doc, at + 1).article && how(last) || doc.word(at + 1) == "من";
    let more = || comp > at + 2 && matter(comp - 1) && (at + 1..comp).all(|at| doc.token(at).is_word());
    adds && !somebody && more()
}

/// Whether nothing but a preposition stands between a verb with its subject and the word that opens its clause:
/// «ذهب الناقد إلى أن», and not «ذهب إلى السوق قبل أن».
fn leads_to(doc: &Doc, behind: usize, comp: usize) -> bool {
    // «ودفع المحامي، الأستاذ فلان، بأن».
    // «وسجل بلاغ للنقابة أن».
    let behind = behind + usize::from(doc.kind(behind) == Kind::Comma || doc.word(behind).starts_with("لل"));
    let led = comp > behind && matches!(doc.word(comp - 1), "إلى" | "الى" | "على" | "من");
    let between = (behind..comp).all(|at| doc.token(at).is_word()) && comp <= behind + OBJECT_REACH;
    // «ويذهب فلان، في كتابه، إلى أن».
    let aside = led && doc.kind(behind - 1) == Kind::Comma && doc.kind(comp - 2) == Kind::Comma;
    // «ويأخذ الخبير على الحكومة أنها».
    let blames = doc.word(behind) == "على" && is_listed(doc.word(comp), "أنه أنها أنهم أنهما") && behind + 1 < comp;
    comp == behind || between && (led || blames) || aside
}

/// Whether a verb of announcing has its matter as an object: «أعلن الرئيس في العاشر من يناير يوم حداد».
fn announces(doc: &Doc, behind: usize, end: usize, sense: Sense, subject: Option<&Phrase>) -> bool {
    let known = |subject: &Phrase| {
        subject.head.is_some()
            || subject.name.is_some_and(|(from, _)| doc.is(from, Class::First) || doc.is_surname(from))
    };
    // «أعلنت الحكومة الحداد ثلاثة أيام» names a thing.
    if ar::word(doc, behind).article && doc.count_words(behind, end) <= NAMED {
        return false;
    }
    // «أعلنت الشركة نتائج النصف الأول» neither.
    if ar::word(doc, behind).sense.is_some_and(|thing| thing.class == Class::Doc) {
        return false;
    }
    // «أعلنت عن مبادرة» tells of no clause.
    let apart = doc.kind(behind) == Kind::Comma
        || doc.word(behind) == "عن"
        || matches!(doc.word(behind), "في" | "من" | "على")
            && (behind..end).take(ASIDE_WORDS).any(|at| doc.kind(at) == Kind::Comma && !doc.token(at - 1).dated);
    let beside = |subject: &&Phrase| subject.end == behind;
    sense.has(flag::BARE) && !apart && subject.filter(beside).is_some_and(known) && doc.count_words(behind, end) > 2
}

/// Words of a thing that is announced by its name, at most.
const NAMED: usize = 4;

/// Words of a place between a subject and the comma behind it, at most: «أعلنت بلدية النخيل في محافظة الزاب، …».
const ASIDE_WORDS: usize = 6;

/// What a verb led to by كما or ما reports: what stands behind its clause where that opens the sentence, else what
/// stands before it.
fn led_content(doc: &Doc, at: usize, behind: usize, sentence: Sentence) -> Content {
    let lead = at - 1 - usize::from(matches!(doc.word(at - 1), "ما" | "لما") && at > sentence.start + 1);
    if is_opener(doc, lead, sentence.start) {
        let comma = skip_relative(doc, behind, sentence.end);
        return Content::After(behind_lead(doc, comma));
    }
    Content::Before(sentence.start, before_comma(doc, at, sentence.start))
}

/// Whether a verb is led to by كما or ما: what it reports stands before it.
fn is_led(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at - 1), "كما" | "حسبما" | "وكما" | "وحسبما" | "وفقما" | "بحسبما")
        // «وفقاً لما أعلنه الوزير».
        || (doc.word(at - 1) == "لما" && at > 1 && doc.is_even_joined(at - 2, Class::Nominal))
        || (doc.word(at - 1) == "ما"
            && at > 1
            && (matches!(doc.word(at - 2), "على" | "وعلى" | "وفق" | "بحسب" | "حسب" | "وحسب" | "وبحسب" | "ووفق" | "حد")
                || rests_on(doc, at - 2)))
}

/// Whether «إلى» leads to what something is told by: «استناداً إلى ما ذكره المرصد».
fn rests_on(doc: &Doc, to: usize) -> bool {
    let rests = |word: usize| matches!(doc.word(word), "استنادا" | "استناداً" | "استنادًا");
    doc.word(to) == "إلى" && to.checked_sub(1).is_some_and(rests)
}

/// A phrase in the open text, where a bare word proves nothing: one with a role, a group, a known given name, or the
/// article.
pub(super) fn telling(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    let token = doc.token(at);
    if !token.is_word() || token.dated {
        return None;
    }
    if let Some(several) = ar::counted(doc, at, end) {
        return Some(several);
    }
    let parsed = ar::word(doc, at);
    let named = doc.is_surname(at);
    // «معاليه», and no «هو».
    let honoured = doc.is(at, Class::Pronoun) && doc.word(at).chars().nth(2).is_some();
    let known = parsed.sense.is_some() || parsed.article || named || ar::is_kunya(doc, at) || honoured;
    // «وخالد، صاحب المتجر، أكد أن», «فأبو عمار يؤكد أن».
    let given = || doc.is_even_joined(at, Class::First) && doc.kind(at + 1) == Kind::Comma;
    // «فالمتحف أكد أن»: right before its verb.
    let someone = |sense: Sense| matches!(sense.class, Class::Role | Class::Title | Class::Body | Class::Group);
    // «والطبيب الذي فحصه أكد أن».
    let says = |found: Phrase| {
        let told = found.end + usize::from(doc.kind(found.end) == Kind::Comma);
        ar::is_finite(doc, found.end) && !doc.is_joined(found.end)
            || found.definite && doc.is(told, Class::Relative) && found.head_is(Class::Role)
    };
    let leads = || parsed.sense.is_some_and(someone) && ar::phrase(doc, at, end).is_some_and(says);
    let opens = || doc.begins_sentence(at) && (ar::is_kunya(doc, at) || given() || leads());
    if parsed.attached || (parsed.conjunction && !opens()) || !known {
        return None;
    }
    ar::phrase(doc, at, end)
}

/// A phrase whose first word has a conjunction written to it, before a colon: «.. والأهالي: «…»».
pub(super) fn conjoined(doc: &Doc, at: usize, end: usize) -> Option<Phrase> {
    let parsed = ar::word(doc, at);
    if parsed.sense.is_none() && !parsed.article {
        return None;
    }
    ar::phrase(doc, at, end)
}
