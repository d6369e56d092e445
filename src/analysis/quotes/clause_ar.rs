//! What stands behind an Arabic verb of saying: the word that opens its clause, a colon, or a quotation.

use super::cue::CueKind;
use super::to_marks_ar::is_told_outlet;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Sense, flag, key_of};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;

/// Words between a verb and what it opens, at most: a subject with its role, an occasion and a relative clause.
const OPENING_REACH: usize = 48;

/// What a cue leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Comp(usize),
    Colon(usize),
    Quote(usize),
    Nothing,
}

/// What a cue can be in one word.
const CUES: Classes = Classes::all(&[Class::Verb, Class::Participle, Class::SpeechNoun]);

/// A reading of the word as a verb, participle or noun of saying; a conjunction may be written to a verb.
pub(super) fn reading(doc: &Doc, at: usize) -> Option<(Sense, CueKind)> {
    // «وفق ما أكده المدير»: the object means what.
    let was = usize::from(at > 1 && matches!(doc.word(at - 1), "كان" | "كانت"));
    let led = at > was && matches!(doc.word(at - 1 - was), "ما" | "لما" | "كما" | "حسبما");
    let bare = doc.word(at).strip_suffix('ه').filter(|_| led).map(key_of);
    let find = |class| doc.sense_even_joined(at, class).or_else(|| bare.and_then(|key| doc.lexicon.sense(key, class)));
    // «بياناً جاء فيه أن».
    let within = matches!(doc.word(at + 1), "فيه" | "فيها");
    if !within && !led && !doc.is_any_even_joined(at, CUES) {
        return None;
    }
    if within && let Some(sense) = doc.phrase(at, at + 2, Class::Participle).filter(|sense| sense.words > 1) {
        return Some((sense, CueKind::Participle));
    }
    find(Class::Verb)
        .filter(|_| !is_preposition(doc, at) && !is_impersonal(doc, at) && !is_state(doc, at) && !is_given(doc, at))
        .map(|sense| (of_either_gender(doc, at, sense), CueKind::Verb))
        .or_else(|| {
            find(Class::Participle)
                .filter(|_| !is_caller(doc, at) && !is_foreseen(doc, at) && !is_plain_noun(doc, at))
                .map(|sense| (sense, CueKind::Participle))
        })
        .or_else(|| find(Class::SpeechNoun).map(|sense| (sense, CueKind::Noun)))
}

/// Whether what may be a verb is how another is done: «قاطعاً», or «، آملا في أن», which is no verb of two.
fn is_state(doc: &Doc, at: usize) -> bool {
    let comma = |at: usize| at.checked_sub(1).is_some_and(|before| doc.kind(before) == Kind::Comma);
    ar::is_adverb(doc.word(at)) || doc.is(at, Class::Participle) && doc.word(at).ends_with('ا') && comma(at)
}

/// Whether what may be a verb is the given name of who bears the role before it: «قائد الثانوية ناصر المطرفي».
fn is_given(doc: &Doc, at: usize) -> bool {
    let family = || doc.is_surname(at + 1) || (doc.word(at + 1).starts_with("ال") && doc.word(at + 1).ends_with('ي'));
    let borne = || at.checked_sub(1).is_some_and(|before| doc.word(before).starts_with("ال"));
    doc.is(at, Class::First) && borne() && family()
}

/// Whether what may be a participle is one who does so: «امتنعت متحدثة باسم الشركة», and not «قالت، متحدثة عن الشركة».
fn is_caller(doc: &Doc, at: usize) -> bool {
    let apart = at.checked_sub(1).is_none_or(|before| doc.kind(before) == Kind::Comma);
    !apart && ar::word(doc, at).sense.is_some_and(|sense| sense.class == Class::Role) && doc.is(at, Class::Role)
}

/// Whether a noun of saying is nothing that somebody goes on to: «سارع إلى القول إن», and not «يمكن القول إن».
fn is_plain_noun(doc: &Doc, at: usize) -> bool {
    if !doc.word(at).starts_with("ال") {
        return false;
    }
    let led = at.checked_sub(1).is_some_and(|before| is_listed(doc.word(before), "إلى الى في على حد"));
    let to = at + 1 + usize::from(matches!(doc.word(at + 1), "على" | "من" | "إلى"));
    !led || !doc.is(to, Class::Comp) && doc.kind(to) != Kind::Colon
}

/// Whether what may be a participle tells what nobody in particular foresaw: «وكان متوقعاً أن».
fn is_foreseen(doc: &Doc, at: usize) -> bool {
    let was = is_listed(doc.word(at.wrapping_sub(1)).trim_start_matches(['و', 'ف']), "كان كانت يكن تكن ليس");
    was && matches!(doc.word(at + 1), "أن" | "ان" | "ألا" | "ما")
}

/// A verb that may ask for a man or a woman («تذكّر», «تذكر») asks for either.
fn of_either_gender(doc: &Doc, at: usize, sense: Sense) -> Sense {
    let token = doc.token(at);
    let other = |other: &Sense| {
        let same = other.class == Class::Verb && other.agree.number == sense.agree.number;
        same && other.agree.gender != sense.agree.gender
    };
    let both = |key| doc.lexicon.senses(key).any(other);
    let either = both(token.key) || (token.bare != token.key && both(token.bare));
    if either { Sense { agree: Agree::new(Gender::Any, sense.agree.number), ..sense } } else { sense }
}

/// Whether a word that is a verb and a preposition («بيّن», «عبّر») is the preposition: no doubled letter is written, and
/// no «عن» follows.
fn is_preposition(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let both = |key| doc.lexicon.is(key, Class::Verb) && doc.lexicon.is(key, Class::Prep);
    let doubled = doc.word(at).contains('\u{651}');
    (both(token.key) || both(token.bare)) && !doubled && doc.word(at + 1) != "عن" && !opens_report(doc, at)
}

/// Whether a word at the start of a sentence is followed by one who may say something, and by the word that opens what is
/// said: «وبين مدير المستشفى ان». «وبين المدير والوزير» has two.
fn opens_report(doc: &Doc, at: usize) -> bool {
    let role = ar::word(doc, at + 1).sense.is_some_and(|sense| matches!(sense.class, Class::Role | Class::Title));
    // «وبين الذيابي أن».
    let role = role || doc.is_surname(at + 1);
    // «فعقب خليل: «…»», and not «فعقب الاجتماع».
    let named = |one: Phrase| one.name.is_some() && doc.kind(one.end) == Kind::Colon;
    if doc.word(at).starts_with('ف') && ar::phrase(doc, at + 1, at + REPORT_REACH).is_some_and(named) {
        return true;
    }
    // «وعبر الرئيس المنتخب عن «…»».
    let through = |word: &usize| doc.word(*word) == "عن" && doc.word(at).ends_with("عبر");
    let comp = (at + 2..at + REPORT_REACH).find(|word| doc.is(*word, Class::Comp) || through(word));
    // «من جانبه، بين المدير أن».
    let begins = doc.begins_sentence(at) || doc.kind(at - 1) == Kind::Comma;
    begins && role && comp.is_some_and(|comp| (at + 1..comp).all(|word| !ar::starts_aside(doc, word)))
}

/// Words of a role and a name before the word that opens a clause, at most.
const REPORT_REACH: usize = 14;

/// Whether a word is no cue though it looks like one: what has come («بيان ورد للصحيفة»), what is expected by nobody
/// («يُتوقع أن»).
fn is_impersonal(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    let came = matches!(word, "ورد" | "وردت")
        && (doc.word(at + 1).starts_with('ل') || matches!(doc.word(at + 1), "في" | "من" | "إلى" | "الى"));
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    // «سُخرت الوسائل»: the sign of the passive on the first letter of the past.
    let past = bare.chars().nth(1) == Some('\u{64F}') && !bare.starts_with(['ي', 'ت', 'ن']);
    // «على أن يُعلَن الموقع محمية»: and that of the present.
    let present = bare.chars().nth(1) == Some('\u{64F}') && bare.trim_end_matches('\u{64E}').contains('\u{64E}');
    let passive = past || present || is_listed(bare, "يُتوقع يُتوقّع يُعتقد يُقال يُذكر يُظن يُخشى يُزعم يُرجح يُرجّح");
    let begins = at.checked_sub(1).is_none_or(|before| doc.kind(before) == Kind::Break);
    let foreseen = || is_listed(bare, "يتوقع يعتقد يرجح يخشى يفترض يظن");
    let nobody = doc.is(at + 1, Class::Comp) && foreseen() && (begins || is_of_nobody(doc, at));
    came || passive || nobody || is_most(doc, at)
}

/// Whether a verb opens a sentence and the one before it tells of nobody who could be its subject: «وتشهد المدينة تفشياً للحمى.
/// ويتوقع أن تصل الشحنة غداً».
fn is_of_nobody(doc: &Doc, at: usize) -> bool {
    let someone = |at: usize| {
        let calls = |sense: Sense| {
            !matches!(sense.class, Class::Group | Class::Namer) && sense.agree.gender != Gender::F
                || sense.class == Class::First
        };
        doc.pair_at(at).is_some() || doc.is(at, Class::Comp) || ar::word(doc, at).sense.is_some_and(calls)
    };
    let stop = at.checked_sub(1).filter(|stop| doc.kind(*stop) == Kind::Stop);
    let back = |stop: usize| (0..stop).rev().take(PARAGRAPH).take_while(|at| doc.kind(*at) != Kind::Break);
    stop.is_some_and(|stop| !back(stop).any(someone))
}

/// Tokens of a paragraph in which the subject of such a verb is looked for, at most.
const PARAGRAPH: usize = 60;

/// Whether a word is an adjective in the highest degree, and no verb: «أجمل لحظة يستعيدها».
pub(super) fn is_most(doc: &Doc, at: usize) -> bool {
    let next = ar::word(doc, at + 1);
    let noun = doc.token(at + 1).is_word() && !next.article;
    // «أعلنت هيئة تنظيم السوق أن», «أكد مدير تعليم المنطقة أن».
    let speaks = doc.word(at).ends_with('ت')
        || next.sense.is_some_and(|sense| matches!(sense.class, Class::Body | Class::Role | Class::Title));
    let noun = noun && !doc.is(at + 1, Class::Prep);
    noun && !speaks && doc.word(at).starts_with('أ') && ar::is_present_form(doc.word(at + 2))
}

/// Whether a quotation stands right before, perhaps with a comma between.
pub(super) fn follows_quote(doc: &Doc, at: usize, start: usize) -> bool {
    let mut before = at;
    for _ in 0..4 {
        let Some(previous) = before.checked_sub(1).filter(|previous| *previous >= start) else { return false };
        if doc.pair_closed_at(previous).is_some() {
            return true;
        }
        let by_these = previous >= start + 2 && with_these_words(doc, previous - 1) > 0;
        if !(matches!(doc.kind(previous), Kind::Comma | Kind::Dash | Kind::Stop | Kind::Other)
            || matches!(doc.word(previous), "كما" | "هكذا" | "كان" | "كانت")
            || by_these)
        {
            return false;
        }
        before = previous - usize::from(by_these);
    }
    false
}

/// How many words at a token say that the quotation before was someone's: «بهذه الكلمات علّق فلان».
pub(super) fn with_these_words(doc: &Doc, at: usize) -> usize {
    let noun = matches!(doc.word(at + 1), "الكلمات" | "العبارة" | "العبارات" | "الكلمة" | "الجملة" | "الجمل" | "القول");
    2 * usize::from(noun && matches!(doc.word(at), "بهذه" | "بتلك" | "بهذا"))
}

/// Words of a name in marks at most.
const SHORT: usize = 4;

/// Whether what stands in the marks that open at a token is as short as a name.
pub(super) fn is_short(doc: &Doc, open: usize) -> bool {
    let marks = doc.pair_at(open).map(|pair| doc.pair(pair));
    marks.is_some_and(|marks| (1..=SHORT).contains(&doc.count_words(marks.inner_start(), marks.inner_end())))
}

/// What stands behind a verb: the word that opens a clause, a colon, a quotation.
pub(super) fn opening(doc: &Doc, from: usize, end: usize) -> Opening {
    let mut at = from;
    let mut aside = false;
    let mut first_quote = None;
    for _ in 0..OPENING_REACH {
        let token = doc.token(at);
        if at >= end {
            break;
        }
        match token.kind {
            // «قال: إن …».
            Kind::Colon if doc.is(at + 1, Class::Comp) => return Opening::Comp(at + 1),
            Kind::Colon => return Opening::Colon(at),
            Kind::Stop | Kind::Break | Kind::Semicolon => break,
            Kind::Comma => aside = false,
            Kind::Mark(_)
                if doc.pair_at(at).is_some_and(|pair| !speaks(doc, pair) && !ar::is_initials(doc, pair))
                    && !is_outlet(doc, at)
                    && !doc.pair_at(at).is_some_and(|pair| is_told_outlet(doc, pair)) =>
            {
                first_quote = first_quote.or(Some(at));
            }
            Kind::Word => {
                let relative = doc.is_even_joined(at, Class::Relative);
                if doc.is(at, Class::Comp) && !is_other_comp(doc, at, from) {
                    // «وعارضه زميله فلان الذي رأى أن»: the verb beside it opens it.
                    if is_beside(doc, from, at) {
                        break;
                    }
                    let said = first_quote.filter(|quote| *quote <= from + 1);
                    return said.map_or(Opening::Comp(at), Opening::Quote);
                }
                aside |= relative;
                let other =
                    reading(doc, at).is_some_and(|(sense, kind)| kind != CueKind::Noun && !sense.has(flag::RELAY));
                // «، مضيفاً أن»: behind a comma it is no host.
                let adverb = || ar::without_accusative(doc.word(at)).is_some() && doc.kind(at - 1) == Kind::Comma;
                let told = || ar::word(doc, at).sense.is_none() || adverb() && doc.is(at, Class::Participle);
                // «أجاب دون تردد: «…»».
                let lacked = || matches!(doc.word(at - 1), "دون" | "بدون" | "بلا" | "غير" | "بغير");
                let other = other && !aside && at > from && stands_apart(doc, at) && told() && !lacked();
                if other && doc.phrase(at, end, Class::False).is_none() {
                    break;
                }
            }
            _ => {}
        }
        at = doc.next(at);
    }
    first_quote.map_or(Opening::Nothing, Opening::Quote)
}

/// Whether a verb of saying, from a token on, stands right before the word that opens a clause, or before the preposition
/// that leads to it.
fn is_beside(doc: &Doc, from: usize, comp: usize) -> bool {
    let led = comp > from && matches!(doc.word(comp - 1), "إلى" | "الى" | "على" | "من");
    let Some(verb) = comp.checked_sub(1 + usize::from(led)).filter(|verb| *verb >= from) else { return false };
    !doc.is_surname(verb)
        && ar::word(doc, verb).sense.is_none()
        && reading(doc, verb).is_some_and(|(_, kind)| kind == CueKind::Verb)
}

/// Words of the name of a body in marks, at most.
const NAME: usize = 3;

/// Whether the marks hold the name of a body that speaks, or a surname: «قالت «حركة النهر» إنها …», «وأشار «الخولي» إلى أن».
pub(super) fn speaks(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let (from, to) = (marks.inner_start(), marks.inner_end());
    if from < to && to <= from + SHORT && (from..to).all(|at| doc.is_surname(at)) {
        return true;
    }
    let body = doc.is(from, Class::Body) || doc.is(from, Class::Namer);
    // «وقالت «العفو الدولية» إن», «وحذر «المرصد» من أن».
    let after = marks.after() + usize::from(matches!(doc.word(marks.after()), "من" | "إلى" | "على"));
    let words = doc.count_words(from, to);
    let called = || marks.closed && (words == 1 || words <= NAME && doc.word(from).starts_with("ال"));
    let beside = || marks.open.checked_sub(1).is_some_and(|verb| ar::is_finite(doc, verb));
    body && doc.is(marks.after(), Class::Comp) || doc.is(after, Class::Comp) && called() && beside()
}

/// Whether the marks hold the name of what is spoken to or in: «لقناة «…»»، «لـ«…»».
fn is_outlet(doc: &Doc, open: usize) -> bool {
    let clitic = open.checked_sub(1).is_some_and(|before| matches!(doc.word(before), "لـ" | "ل"));
    clitic || super::title::follows_namer(doc, open)
}

/// Whether a second verb begins a clause of its own: behind a comma, with a conjunction, or as a participle.
fn stands_apart(doc: &Doc, at: usize) -> bool {
    let comma = at > 0 && doc.kind(at - 1) == Kind::Comma;
    // «أيده بائع، إذ أوضح أن».
    let led = at > 0 && matches!(doc.word(at - 1), "إذ" | "حيث" | "ثم" | "بينما" | "فيما" | "حين" | "لكن" | "كما");
    comma || led || doc.is_joined(at) || doc.is(at, Class::Participle)
}

/// Words of what one asks for before the word that opens what he says, at most.
const ASKED: usize = 8;

/// Whether أن belongs to other words than the verb's: قبل أن، «، على أن».
fn is_other_comp(doc: &Doc, at: usize, from: usize) -> bool {
    const ASKS: List = List::of("طلب طلبت طلبوا اشترط اشترطت فضل فضّل فضلت فضّلت آثر آثرت أراد أرادت رجا رجت");
    let Some(before) = at.checked_sub(1) else { return false };
    if doc.is_even_joined(before, Class::NotComp) {
        return before >= from || doc.is(before, Class::NotComp);
    }
    // «قال رجل طلب أن نسميه كذا إنه», «فضل ألا يذكر اسمه»: what one asks for who then says something.
    let says = |at: usize| is_listed(doc.word(at), "إن إنه إنها إنهم إنهما");
    if before >= from && ASKS.has(doc.word(before)) && (at + 1..at + ASKED).any(says) {
        return true;
    }
    // «واكتفى الناطق بأن قال إن».
    let past = |word: &str| !word.starts_with(['ي', 'ت', 'ن', 'أ']);
    if doc.word(at).starts_with('ب')
        && past(doc.word(at + 1))
        && doc.is(at + 1, Class::Verb)
        && doc.is(at + 2, Class::Comp)
    {
        return true;
    }
    // «وشدد، في تصريح أمس، على أن»: the comma ends an aside.
    let aside =
        doc.kind(from) == Kind::Comma && (from + 1..before.saturating_sub(1)).all(|at| doc.kind(at) != Kind::Comma);
    doc.word(before) == "على" && before > from && doc.kind(before - 1) == Kind::Comma && !aside
}

/// Whether a pair before a verb of saying is the name of what speaks («المالية» تنفي …) or of the place where it does
/// («وفي اتصال مع «الضحى»، قال …»), and not what is said.
pub(super) fn is_name_before_verb(doc: &Doc, pair: usize, comma: bool) -> bool {
    let open = doc.pair(pair).open;
    // «رداً على سؤال لمراسل «الضحى الجديد»، قال».
    let led = || open.checked_sub(1).map(|at| ar::word(doc, at)).is_some_and(|one| one.attached && one.sense.is_some());
    is_short(doc, open) && ((!comma && super::title::is_title(doc, pair)) || is_governed(doc, open) || led())
}

/// Whether a preposition, a bare one, stands right before the marks that open at a token.
fn is_governed(doc: &Doc, open: usize) -> bool {
    const GOVERNS: List = List::of("به بها مع في من إلى على عن عبر لدى ضد بين لـ ل داخل");
    open.checked_sub(1).is_some_and(|before| GOVERNS.has(doc.word(before)))
}

/// Whether what stands before a colon announces a name or a legend: «بعنوان:», «لافتة تقول:».
pub(super) fn follows_written(doc: &Doc, colon: usize) -> bool {
    super::title::follows_namer(doc, colon) || follows_legend(doc, colon)
}

/// Whether what stands before a colon announces what is written or sung, which is nobody's: «لافتة كتب على إحداها:».
pub(super) fn follows_legend(doc: &Doc, colon: usize) -> bool {
    let legend = |words: usize| {
        let at = colon.checked_sub(words)?;
        doc.phrase(at, colon, Class::False).filter(|legend| usize::from(legend.words) == words)
    };
    legend(2).or_else(|| legend(3)).is_some()
}
