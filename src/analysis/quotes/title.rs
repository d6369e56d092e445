//! Words in marks that nobody says: titles, names, and words held at arm's length.

use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Classes, flag, fold, key_of};
use crate::analysis::listed::{List, ends_in, is_listed};
use crate::analysis::people::ar::is_initials;
use crate::analysis::token::Kind;
use crate::text::Lang;

/// A name or a title has no more words than this.
const MAX_TITLE: usize = 7;

/// A fragment of speech has at least this many words; one word in marks is a word held at arm's length.
const MIN_FRAGMENT: usize = 2;

/// Whether the pair is more likely a name, a title or a scare quote than someone's words, when nothing but a clause
/// around it says that it is speech.
pub(super) fn is_title(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let (from, to) = (marks.inner_start(), marks.inner_end());
    let words = doc.count_words(from, to);
    if words < MIN_FRAGMENT || is_initials(doc, pair) {
        return true;
    }
    if words > MAX_TITLE {
        return false;
    }
    match doc.lang {
        Lang::Ar => (words <= MAX_BODY && starts_as_body(doc, from)) || is_announced(doc, pair),
        Lang::Ru | Lang::En => {
            let small = doc.token(from).is_word() && !doc.token(from).capital;
            (!small || is_called(doc, marks.open)) && (is_announced(doc, pair) || looks_named(doc, from, to))
        }
    }
}

/// Whether Russian marks between two commas hold the name of the thing before them, and no dash leads to who says it:
/// «Последнюю её работу, «Вишнёвый сад», показали 21 мая».
pub(super) fn is_apposed_title(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let (from, to, after) = (marks.inner_start(), marks.inner_end(), marks.after());
    let comma = |at: usize| doc.kind(at) == Kind::Comma;
    let apart = marks.open > 0 && comma(marks.open - 1) && comma(after) && doc.kind(after + 1) != Kind::Dash;
    apart && doc.token(from).capital && doc.kind(to - 1) == Kind::Word && doc.count_words(from, to) <= MAX_BODY
}

/// Whether the words before the marks announce a name, and what stands in them does not begin as a clause does.
fn is_announced(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let says = || doc.is_any_even_joined(marks.inner_start(), const { Classes::all(&[Class::Neg, Class::Conn]) });
    follows_namer(doc, marks.open) && !says()
}

/// Whether one English word in marks is what a verb says of its subject: "it was “ongoing”", "it had “aged” him".
pub(super) fn is_predicate(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let (word, verb) = (doc.token(marks.inner_start()), marks.open.saturating_sub(1));
    if doc.lang == Lang::Ar {
        return is_arabic_predicate(doc, pair);
    }
    let said = doc.lang == Lang::En && word.is_word() && !word.capital;
    said && (doc.is(verb, Class::Finite) || matches!(doc.word(verb), "be" | "been" | "not"))
}

/// Whether one Arabic word in marks is what a clause says of its subject: it has no article, ends the clause, and stands
/// behind what is definite or a verb of being («أن القانون «فضيحة»», «إنه «كارثي»»).
fn is_arabic_predicate(doc: &Doc, pair: usize) -> bool {
    const BEING: List = List::of("كان كانت يكون تكون ليس ليست بات باتت أصبح أصبحت يبقى تبقى يعد يعتبر تعد تعتبر هو هي");
    let marks = doc.pair(pair);
    let Some(before) = marks.open.checked_sub(1) else { return false };
    let word = doc.word(before);
    let definite = word.starts_with("ال") && !doc.is_even_joined(before, Class::Namer);
    let behind = definite || doc.is(before, Class::Comp) || BEING.has(word);
    let inner = doc.word(marks.inner_start());
    let one = marks.inner_end() == marks.inner_start() + 1 && !inner.starts_with("ال");
    one && behind && !doc.token(marks.after()).is_word()
}

/// Words in marks that go on without a dash or a comma are a name up to so many.
const MIN_NAMED: usize = 4;

/// The name of a body has no more words than this.
const MAX_BODY: usize = 4;

/// Whether what stands in the marks begins as the name of a body does: «جمعية الأم والطفل».
fn starts_as_body(doc: &Doc, from: usize) -> bool {
    doc.is(from, Class::Body) || doc.is(from, Class::Namer) || matches!(doc.word(from), "آل" | "بني" | "بنو")
}

/// Whether Arabic marks hold the name of a paper or a plan: «التزام حكومته بـ«إعلان يوليو» الموقع أمس», and not «طالب بـ«خطة
/// عاجلة»». The noun is annexed to another, or what tells of it behind the marks has the article.
pub(super) fn names_paper(doc: &Doc, pair: usize) -> bool {
    const PAPERS: List = List::of(
        "إعلان اتفاق اتفاقية اتفاقيات مبادرة ميثاق وثيقة معاهدة بروتوكول مقدمة خريطة خارطة رؤية قرار قانون خطة نداء عهد مؤتمر \
        قمة تفاهم تفاهمات صلح هدنة مشروع برنامج جائزة حملة دستور مسار ورقة لائحة مذكرة",
    );
    let marks = doc.pair(pair);
    let (from, after) = (marks.inner_start(), marks.after());
    let words = doc.count_words(from, marks.inner_end());
    if !(MIN_FRAGMENT..=MAX_BODY).contains(&words) || !PAPERS.has(doc.word(from)) {
        return false;
    }
    let (noun, second) = (doc.word(from), doc.word(from + 1));
    let annexed = second.starts_with("ال") || doc.token(from + 1).dated || doc.is(from + 1, Class::Binder);
    // «اتفاق جدة»: no adjective of a man's noun ends so.
    let annexed = annexed || words == MIN_FRAGMENT && !noun.ends_with('ة') && second.ends_with('ة');
    annexed || doc.is(after, Class::Relative) || doc.word(after).starts_with("ال")
}

/// Whether the word before a token says outright that a name follows: so-called, так называемый, المعروف.
fn is_called(doc: &Doc, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let sense = |key| doc.lexicon.sense(key, Class::Namer).is_some_and(|sense| sense.has(flag::NAME));
    sense(doc.token(before).key) || sense(doc.token(before).bare)
}

/// Whether the marks hold what many call a thing: "what diggers call “the dentist”".
pub(super) fn is_term(doc: &Doc, open: usize) -> bool {
    let Some(who) = open.checked_sub(2).filter(|who| doc.word(who + 1) == "call" && !doc.is(*who, Class::Pronoun))
    else {
        return false;
    };
    doc.lang == Lang::En && (who.saturating_sub(TERM_REACH)..who).any(|at| doc.word(at) == "what")
}

/// Words between "what" and the last of those who call a thing so, at most.
const TERM_REACH: usize = 3;

/// Whether the words in marks are in title case, but for small words.
pub(super) fn is_title_case(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let mut long = (marks.inner_start()..marks.inner_end())
        .filter(|at| doc.token(*at).is_word() && doc.word(*at).len() > 3)
        .peekable();
    doc.lang == Lang::En && long.peek().is_some() && long.all(|at| doc.token(at).capital)
}

/// Whether a name in marks begins a clause without marks: «Гросс возражает: «Абзац» приводит читателей».
pub(super) fn begins_clause(doc: &Doc, pair: usize) -> bool {
    let marks = doc.pair(pair);
    let (from, to) = (marks.inner_start(), marks.inner_end());
    let next = doc.token(marks.after());
    let short = doc.count_words(from, to) < MIN_NAMED && doc.token(from).capital;
    doc.lang == Lang::Ru && marks.closed && short && next.is_word() && !next.capital && doc.kind(to - 1) == Kind::Word
}

/// Whether the words before the marks announce a name: سد، газета, called.
pub(crate) fn follows_namer(doc: &Doc, open: usize) -> bool {
    let mut at = open;
    let mut commas = 0;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1) else { return false };
        let token = doc.token(before);
        match token.kind {
            Kind::Comma if commas == 0 && doc.lang == Lang::En => commas += 1,
            // «فضّل عدم الكشف عن اسمه «…»»: no name follows.
            Kind::Word if doc.lang == Lang::Ar && hides_name(doc, before) => return false,
            Kind::Word => {
                let led = doc.lang == Lang::Ar && is_clitic(doc.word(before));
                return namer_word(doc, before) || is_entitled(doc, before, open) || (led && is_called(doc, before));
            }
            _ => return false,
        }
        at = before;
    }
    false
}

/// Whether a word is the name that somebody does not tell: «عن اسمه», «ذكر اسمها».
fn hides_name(doc: &Doc, at: usize) -> bool {
    let name = matches!(doc.word(at), "اسمه" | "اسمها" | "أسمائهم" | "اسمهم");
    name && at.checked_sub(1).is_some_and(|before| matches!(doc.word(before), "عن" | "ذكر" | "كشف" | "نشر" | "بذكر"))
}

/// A preposition that Arabic writes before the marks: عُرف بـ«…».
fn is_clitic(word: &str) -> bool {
    matches!(word, "بـ" | "ب" | "لـ" | "ل" | "باسم" | "بعنوان")
}

/// Whether a word announces a name.
fn namer_word(doc: &Doc, at: usize) -> bool {
    let namer = doc.is_even_joined(at, Class::Namer);
    match doc.lang {
        // With a preposition written to it: «لمجلة «…»».
        Lang::Ar => namer || is_led_namer(doc, at),
        Lang::Ru => namer || doc.is(at, Class::Body) || doc.is(at, Class::Doc),
        // "urged both sides to show “utmost restraint”".
        Lang::En => namer && at.checked_sub(1).is_none_or(|before| doc.word(before) != "to"),
    }
}

/// Whether the title of an English paper stands behind its word: "in her 1989 paper “A Gap West of Kem”".
fn is_entitled(doc: &Doc, paper: usize, open: usize) -> bool {
    const PAPERS: &str = "paper article study report thesis dissertation treatise monograph lecture pamphlet chapter op-ed feature \
                          petition speech essay sermon mural installation track tune cover anthem";
    let named = doc.pair_at(open).is_some_and(|pair| is_title_case(doc, pair));
    doc.lang == Lang::En && is_listed(doc.word(paper), PAPERS) && named
}

/// Whether an Arabic word announces a name, behind a preposition of one letter.
fn is_led_namer(doc: &Doc, at: usize) -> bool {
    let folded: String = doc.word(at).chars().filter_map(fold).collect();
    folded.strip_prefix(['ل', 'ب']).is_some_and(|stem| doc.lexicon.is(key_of(stem), Class::Namer))
}

/// Whether the words in marks are written as a name is: a capital in the middle of a sentence, and no stop or comma
/// at their end; in English, a capital on every long word.
fn looks_named(doc: &Doc, from: usize, to: usize) -> bool {
    let first = doc.token(from);
    if !first.capital {
        return false;
    }
    let last = doc.kind(to.saturating_sub(1));
    let open = from.saturating_sub(1);
    let led = open.checked_sub(1).is_some_and(|before| matches!(doc.kind(before), Kind::Colon | Kind::Comma));
    if doc.lang == Lang::Ru {
        return !matches!(last, Kind::Comma | Kind::Stop) && !led;
    }
    let long = |at: &usize| doc.token(*at).is_word() && doc.word(*at).len() > 3;
    (from..to).filter(long).all(|at| doc.token(at).capital)
}

/// Whether one word in marks is a judgement: "dismissed it as “nonsense”", «назвал упрёки «несправедливыми»».
pub(super) fn judges(doc: &Doc, open: usize) -> bool {
    match doc.lang {
        // "spoke of “carnage”", "accused them of “betrayal”".
        Lang::En => matches!(doc.word(open.saturating_sub(1)), "as" | "of"),
        // «охарактеризовал решение как «недружественное»».
        Lang::Ru if doc.word(open.saturating_sub(1)) == "как" => true,
        Lang::Ru => ends_in(doc.word(open + 1), &["ыми", "ими", "ами", "ями", "ым", "им", "ом", "ем", "ой", "ей"]),
        Lang::Ar => matches!(doc.word(open.saturating_sub(1)), "بـ" | "ب"),
    }
}
