//! Paragraphs and sentences. A stop ends a sentence or it does not: abbreviations, initials, decimals and
//! numeric dates keep theirs, and a stop with no blank after it («الخاصة.وأضاف») still ends one.

use super::lang::Lang;
use super::offset::Span;
use super::{Byte, is_bidi_override};

/// Words that a stop belongs to, in lower case.
const ABBREVIATIONS_EN: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "capt", "col", "gen", "lt", "sgt", "maj", "adm", "cmdr", "rev", "hon", "sen",
    "rep", "gov", "st", "jr", "sr", "no", "vs", "dept", "inc", "ltd", "co", "corp", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.k", "u.n", "e.g", "i.e", "a.m", "p.m", "ave", "mt",
    "ft", "approx", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "supt", "det", "insp", "pres",
    "fr", "brig", "cpl", "pvt", "cllr", "coun", "atty", "asst", "msgr", "eng", "adv", "cdr", "lieut", "bros", "const",
];
const ABBREVIATIONS_RU: &[&str] = &[
    "г",
    "гг",
    "в",
    "вв",
    "ул",
    "пр",
    "д",
    "кв",
    "стр",
    "т",
    "т.е",
    "т.д",
    "т.п",
    "т.к",
    "др",
    "им",
    "руб",
    "коп",
    "тыс",
    "млн",
    "млрд",
    "см",
    "рис",
    "гл",
    "ст",
    "п",
    "пп",
    "о",
    "об",
    "обл",
    "с",
    "пос",
    "р",
    "н.э",
    "проф",
    "акад",
    "доц",
    "св",
    "янв",
    "фев",
    "февр",
    "апр",
    "авг",
    "сен",
    "сент",
    "окт",
    "ноя",
    "нояб",
    "дек",
    "пер",
    "зам",
    "ок",
    "гр",
    "корр",
    "тов",
    "и.о",
    "вр.и.о",
    "т.н",
    "т.наз",
    "ген",
    "нач",
    "реж",
    "ред",
    "респ",
    "к.м.н",
    "д.м.н",
    "к.т.н",
    "д.т.н",
    "к.и.н",
    "д.и.н",
    "к.э.н",
    "д.э.н",
    "к.ф.н",
    "д.ф.н",
];
const ABBREVIATIONS_AR: &[&str] = &["د", "أ", "م", "هـ", "ه", "ق", "ص", "ت", "ج", "أ.د", "إلخ", "الخ", "ط", "ك", "ق.م"];

/// Those that are written without a stop of their own: one behind them, where they follow a number, ends the sentence.
const ERAS_AR: &[&str] = &["هـ", "ه", "م"];

/// How far an abbreviation or an initial is looked for before a stop, in bytes: longer words are neither.
const ABBREVIATION_BYTES: usize = 16;

/// Whether `c` can end a sentence.
pub fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔')
}

/// Whether the stop `c`, which begins at byte `at` of `text`, ends a sentence. A run of stops («..», «?!») is one:
/// it ends with the last of them.
pub fn ends_sentence(text: &str, at: usize, lang: Lang) -> bool {
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| is_stop(*c)) else { return false };
    let after = text.get(at + c.len_utf8()..).unwrap_or_default();
    let next = after.chars().find(|c| !is_bidi_override(*c));
    if next.is_some_and(is_stop) {
        return false;
    }
    let close = after.trim_start_matches(|c: char| is_closing(c) || c == '"' || c == '\'' || is_bidi_override(c));
    let spaced = close.starts_with(char::is_whitespace) || close.is_empty();
    let follower = close.trim_start().chars().next();
    let before = text.get(..at).unwrap_or_default();
    let previous = before.chars().next_back();
    if follower.is_some_and(char::is_lowercase) {
        return false;
    }
    if c != '.' {
        return true;
    }
    if previous.is_some_and(char::is_numeric) && next.is_some_and(char::is_numeric) {
        return false;
    }
    if keeps_its_stop(before, lang) && !(spaced && begins_anew(before, close, lang)) {
        return false;
    }
    spaced || runs_on(before, follower, lang)
}

/// Whether a character is a letter. Most of ours are told without Unicode's tables.
fn is_letter(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ء'..='ي') || c.is_alphabetic()
}

/// Words that no name begins with, so that a sentence begins with them even behind an abbreviation: "at 5 p.m. She".
const FIRST_WORDS_EN: [&str; 22] = [
    "The", "He", "She", "It", "They", "We", "You", "His", "Her", "Their", "Its", "In", "On", "At", "But", "And",
    "This", "That", "These", "Those", "There", "When",
];

/// The same in Russian, behind «г.», «руб.» and the like: «в 2021 г. По данным полиции».
const FIRST_WORDS_RU: [&str; 32] = [
    "По",
    "В",
    "Во",
    "На",
    "Но",
    "И",
    "А",
    "О",
    "Об",
    "С",
    "Со",
    "Он",
    "Она",
    "Они",
    "Это",
    "Этот",
    "Эта",
    "Эти",
    "При",
    "После",
    "До",
    "Для",
    "Как",
    "Так",
    "Если",
    "Когда",
    "Из",
    "От",
    "Однако",
    "Также",
    "Тогда",
    "Его",
];

/// Abbreviations that stand before no name: "at 11 p.m. “We lost,” he wrote", but "Sgt. “Mad Dog” Hale".
const LAST_WORDS_EN: [&str; 11] = ["a.m", "p.m", "Inc", "Ltd", "Co", "Corp", "Jr", "Sr", "U.S", "U.K", "D.C"];

/// Whether a quotation that begins with a capital opens here, behind such an abbreviation.
fn begins_quotation(before: &str, after: &str) -> bool {
    let inner = after.strip_prefix(['“', '"', '‘']);
    inner.is_some_and(|inner| inner.starts_with(char::is_uppercase))
        && before.rsplit(char::is_whitespace).next().is_some_and(|word| LAST_WORDS_EN.contains(&word))
}

/// Whether a sentence can only begin here, behind an abbreviation that is no initial.
fn begins_anew(before: &str, after: &str, lang: Lang) -> bool {
    let after = after.trim_start();
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    let (word, rest) = after.split_at_checked(end).unwrap_or_default();
    match lang {
        Lang::Ar => false,
        Lang::En => FIRST_WORDS_EN.contains(&word) || word.is_empty() && begins_quotation(before, after),
        // «проф. А. Котов», «Эдгар А. По».
        Lang::Ru => {
            let mut back = before.chars().rev();
            let small = back.next().is_some_and(char::is_lowercase) && !back.next().is_some_and(char::is_uppercase);
            small && rest.starts_with(' ') && FIRST_WORDS_RU.contains(&word)
        }
    }
}

/// Whether a sentence begins right behind a stop, with no blank between: a whole word stands before it and
/// a word that can begin a sentence after it.
fn runs_on(before: &str, follower: Option<char>, lang: Lang) -> bool {
    let mut back = before.chars().rev();
    let (last, other) = (back.next(), back.next());
    let whole = last.is_some_and(char::is_alphabetic) && other.is_some_and(|c| c.is_alphabetic() || !c.is_ascii());
    match lang {
        Lang::Ar => whole && follower.is_some_and(|c| c.is_alphabetic() && !c.is_ascii()),
        Lang::Ru | Lang::En => {
            whole && last.is_some_and(char::is_lowercase) && follower.is_some_and(char::is_uppercase)
        }
    }
}

/// Whether the word at the end of `before` keeps the stop after it: an abbreviation, or an initial.
fn keeps_its_stop(before: &str, lang: Lang) -> bool {
    let mut start = before.len();
    for (at, c) in before.char_indices().rev() {
        if !(is_letter(c) || c == '.' || c == 'ـ') || before.len() - at > ABBREVIATION_BYTES {
            break;
        }
        start = at;
    }
    let word = before.get(start..).unwrap_or_default();
    let behind_number = || before.get(..start).unwrap_or_default().trim_end().ends_with(char::is_numeric);
    if word.is_empty() || (ERAS_AR.contains(&word) && behind_number()) {
        return false;
    }
    let lower = word.to_lowercase();
    let list = match lang {
        Lang::Ar => ABBREVIATIONS_AR,
        Lang::Ru => ABBREVIATIONS_RU,
        Lang::En => ABBREVIATIONS_EN,
    };
    // «в соцсети X.»: in Russian a Latin letter stands by itself.
    let initial = (lang == Lang::En || (lang == Lang::Ru && !word.is_ascii()))
        && word.chars().next_back().is_some_and(char::is_uppercase)
        && word.chars().rev().nth(1).is_none_or(|c| c == '.');
    initial || list.contains(&lower.as_str())
}

/// A mark that closes a quotation or a bracket, in any of our languages.
fn is_closing(c: char) -> bool {
    matches!(c, '»' | '”' | '’' | '›' | ')' | ']')
}

/// Whether lines of `text` are its paragraphs: there are several, and no blank line divides them.
fn lines_are_paragraphs(text: &str) -> bool {
    let mut blank_before = true;
    let mut inner_blank = false;
    for line in text.trim().lines() {
        let blank = line.trim().is_empty();
        inner_blank |= blank && !blank_before;
        blank_before = blank;
    }
    !inner_blank
}

/// The paragraphs of `text`, trimmed, in order. They are divided by a blank line; by any line end where there is
/// no blank line, where the line before has ended its sentence, or where a line opens with a dialogue dash.
pub fn paragraphs(text: &str) -> Vec<Span<Byte>> {
    let all = lines_are_paragraphs(text);
    let mut out: Vec<Span<Byte>> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let words = line.trim();
        let (start, end) = (at + lead, at + lead + words.len());
        at += line.len();
        if words.is_empty() {
            out.extend(open.take().map(|(from, to)| Span::bytes(from..to)));
            continue;
        }
        let divides =
            all || words.starts_with(['—', '–']) || open.is_some_and(|(from, to)| is_finished(text, from, to));
        match &mut open {
            Some((_, to)) if !divides => *to = end,
            _ => {
                out.extend(open.take().map(|(from, to)| Span::bytes(from..to)));
                open = Some((start, end));
            }
        }
    }
    out.extend(open.map(|(from, to)| Span::bytes(from..to)));
    out
}

/// Whether the paragraph so far ends with a stop, perhaps inside a closing mark.
fn is_finished(text: &str, from: usize, to: usize) -> bool {
    let words = text.get(from..to).unwrap_or_default();
    words.trim_end_matches(|c: char| is_closing(c) || c == '"').ends_with(is_stop)
}

/// The sentences of `text`, in order, without the blanks between them. A paragraph's end ends a sentence; closing
/// marks after a stop belong to the sentence that it ends.
pub fn sentences(text: &str, lang: Lang) -> Vec<Span<Byte>> {
    let mut out = Vec::new();
    for paragraph in paragraphs(text) {
        let mut start = paragraph.start.0;
        let mut ended = false;
        for (offset, c) in paragraph.of(text).char_indices() {
            let at = paragraph.start.0 + offset;
            if ended {
                if is_closing(c) || c == '"' || c == '\'' {
                    continue;
                }
                push(text, start, at, &mut out);
                start = at;
            }
            ended = is_stop(c) && ends_sentence(text, at, lang);
        }
        push(text, start, paragraph.end.0, &mut out);
    }
    out
}

/// Adds the words of a stretch as a sentence, if there are any.
fn push(text: &str, start: usize, end: usize, out: &mut Vec<Span<Byte>>) {
    let words = text.get(start..end).unwrap_or_default();
    let from = start + words.len() - words.trim_start().len();
    if !words.trim().is_empty() {
        out.push(Span::bytes(from..from + words.trim().len()));
    }
}
