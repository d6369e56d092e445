//! Lines of talk in Arabic that no marks set off: behind a dash or a bullet, or behind the name of who speaks («س: …»,
//! «الصحيفة: …»). What is no talk has such lines too (a list, a score): questions that are answered tell it apart.

use super::cue::Cue;
use super::interview_ar::is_byline;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::Class;
use crate::analysis::listed::List;
use crate::analysis::people::ar;
use crate::analysis::token::Kind;

/// Words of the name of who speaks, at most.
const LABEL: usize = 5;

/// Words of the narrator's before what is answered, at most.
const ASIDE: usize = 8;

/// Paragraphs before a first question in which the text says that it is an interview, at most.
pub(super) const PRESENTED: usize = 6;

/// Words of a question that stands behind no mark, at most.
const QUESTION: usize = 40;

/// Whose a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// The paper's, which asks.
    Paper,
    /// Of the one who is asked.
    Guest,
    /// Of the one to whom the paragraph before gives it: «فأجابت: ¶ - الملح يا بني».
    Told,
    /// Of the one whom the words from one token up to another name, and whether it asks.
    Named(usize, usize, bool),
}

/// A line of talk: its paragraph, what is said in it, by tokens, and whose it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub paragraph: usize,
    pub from: usize,
    pub to: usize,
    pub voice: Voice,
}

/// How a paragraph opens.
#[derive(Clone, Copy)]
struct Line<'d> {
    start: usize,
    /// Behind its mark, if it has one.
    from: usize,
    to: usize,
    marked: bool,
    /// Of what sign the mark is.
    mark: &'d str,
    /// The colon behind the name of who speaks.
    label: Option<usize>,
    asks: bool,
}

/// The lines of talk of a text, in order: none in most.
pub(super) fn turns(doc: &Doc) -> Vec<Turn> {
    let opens = |from: usize| is_mark(doc, from) || is_numbered(doc, from) || label(doc, from).is_some();
    let asked = || doc.paragraphs.iter().position(|(from, to)| asks(doc, *from, *to));
    if !doc.paragraphs.iter().any(|(from, _)| opens(*from)) && !asked().is_some_and(|first| is_presented(doc, first)) {
        return Vec::new();
    }
    let lines: Vec<Line> = doc.paragraphs.iter().map(|(from, to)| line(doc, *from, *to)).collect();
    let mut found = by_label(doc, &lines);
    if found.is_empty() {
        found = by_mark(doc, &lines);
    }
    found.extend(
        lines
            .iter()
            .enumerate()
            .filter(|(at, line)| *at > 0 && line.marked && is_told(doc, line.start))
            .map(|(paragraph, line)| Turn { paragraph, from: line.from, to: line.to, voice: Voice::Told }),
    );
    // Of two readings of a line, that by its neighbours goes before.
    found.sort_by_key(|turn| turn.paragraph);
    found.dedup_by_key(|turn| turn.paragraph);
    found
}

/// Whether a verb of saying and a colon end the paragraph before a token.
fn is_told(doc: &Doc, start: usize) -> bool {
    let colon = start.wrapping_sub(2);
    let verb = |at: usize| doc.is_even_joined(at, Class::Verb) || doc.is(at, Class::Participle);
    doc.kind(colon) == Kind::Colon && (colon.saturating_sub(TOLD)..colon).any(verb)
}

/// Words from a verb of saying to the colon behind it that ends a paragraph, at most.
const TOLD: usize = 3;

/// Whether a paragraph opens with a dash or a bullet.
fn is_mark(doc: &Doc, at: usize) -> bool {
    matches!(doc.kind(at), Kind::Dash) || matches!(doc.word(at), "•" | "*" | ">" | "●" | "▪" | "■" | "◆" | "○" | "□")
}

/// The colon behind the first words of a paragraph.
fn label(doc: &Doc, from: usize) -> Option<usize> {
    let colon = (from..=from + LABEL).find(|at| !doc.token(*at).is_word())?;
    let plain = colon > from && doc.kind(colon) == Kind::Colon && doc.pair_at(colon + 1).is_none();
    (plain && doc.kind(colon + 1) != Kind::Break).then_some(colon)
}

/// Whether a stretch ends with a question.
fn asks(doc: &Doc, from: usize, to: usize) -> bool {
    (to.saturating_sub(2).max(from)..to).any(|at| matches!(doc.word(at), "؟" | "?"))
}

/// Whether a paragraph opens with its number.
fn is_numbered(doc: &Doc, at: usize) -> bool {
    doc.kind(at) == Kind::Number && matches!(doc.word(at + 1), "-" | "." | ")" | "–")
}

fn line<'d>(doc: &'d Doc, start: usize, end: usize) -> Line<'d> {
    let from = (start..end).find(|at| !is_mark(doc, *at)).unwrap_or(end);
    // «**لماذا غبت؟**»; «1- لماذا غبت؟».
    let to = (from..end).rev().find(|at| !is_mark(doc, *at)).map_or(end, |last| last + 1);
    let from = from + 2 * usize::from(is_numbered(doc, from));
    let marked = from > start;
    let asks = asks(doc, from, to);
    Line { start, from, to, marked, mark: doc.words(start, from), label: label(doc, from), asks }
}

/// Whether a line has no name of who speaks but a sign for it, and whose it is.
fn sign(doc: &Doc, line: &Line) -> Option<Voice> {
    let word = doc.word(line.label.filter(|colon| *colon == line.from + 1)? - 1);
    match word {
        "س" | "سؤال" | "السؤال" => Some(Voice::Paper),
        "ج" | "جواب" | "الجواب" | "الإجابة" | "الاجابة" => Some(Voice::Guest),
        _ => None,
    }
}

/// Lines that name who speaks: by the signs of question and answer, or by names that come again where one asks another, or
/// where people speak by turns.
fn by_label(doc: &Doc, lines: &[Line]) -> Vec<Turn> {
    let name = |line: &Line| line.label.map(|colon| doc.words(line.from, colon));
    let mut names: Vec<&str> = lines.iter().filter_map(name).collect();
    names.sort_unstable();
    let times = |name: &str| names.partition_point(|one| *one <= name) - names.partition_point(|one| *one < name);
    let signed = |line: &Line| sign(doc, line).is_some();
    let person = |line: &Line| {
        let whom = line.label.and_then(|colon| ar::phrase(doc, line.from, colon));
        whom.is_some_and(|whom| whom.name.is_some() || whom.head_is(Class::Role) || whom.head_is(Class::Title))
    };
    // «سامي عون: رئيساً» is a list.
    let whole = |line: &Line| line.to.checked_sub(1).is_some_and(|last| doc.kind(last) == Kind::Stop);
    let again = |line: &Line| name(line).is_some_and(|name| times(name) > 1);
    // Of two lines one behind the other, whether they are a question and its answer, or the words of two who talk.
    let talk = |(one, next): (&Line, &Line)| {
        let (Some(first), Some(second)) = (name(one), name(next)) else { return false };
        let asked = one.asks && !next.asks && (again(one) || again(next));
        first != second
            && (signed(one) && signed(next)
                || asked
                || [one, next].iter().all(|line| again(line) && person(line) && whole(line)))
    };
    let pairs = lines.iter().zip(lines.iter().skip(1)).filter(|pair| talk(*pair)).count();
    if pairs == 0 || pairs < 2 && !lines.iter().any(signed) {
        return Vec::new();
    }
    let mut asked: Vec<&str> = lines.iter().filter(|line| line.asks).filter_map(name).collect();
    asked.sort_unstable();
    let talks = |line: &Line| signed(line) || again(line);
    let turn = |(paragraph, line): (usize, &Line)| {
        // «تصمت قليلاً ثم تجيب: …».
        let before = paragraph.checked_sub(1).and_then(|before| lines.get(before)).filter(|one| one.asks && talks(one));
        if let Some(colon) = before.filter(|_| !talks(line)).and_then(|_| aside(doc, line)) {
            return Some(Turn { paragraph, from: colon + 1, to: line.to, voice: Voice::Guest });
        }
        let colon = line.label.filter(|_| talks(line))?;
        let asks = line.asks || name(line).is_some_and(|name| asked.binary_search(&name).is_ok());
        let voice = sign(doc, line).unwrap_or(Voice::Named(line.from, colon, asks));
        Some(Turn { paragraph, from: colon + 1, to: line.to, voice })
    };
    lines.iter().enumerate().filter_map(turn).collect()
}

/// Whether the paragraphs before a line say that somebody is interviewed.
fn is_presented(doc: &Doc, first: usize) -> bool {
    const TALKS: List = List::of(
        "حوار حوارا حوارًا الحوار حوارنا وحوارنا حاورنا حاورناه حاورناها حاورته حاورتها مقابلة المقابلة مقابلته \
                         مقابلتنا لقاء اللقاء لقاؤنا التقينا التقيناه التقيناها والتقيناه والتقيناها دردشة الدردشة سألناه \
                         سألناها ضيفنا ضيفتنا حديثه حديثها الحديث سألته سألتها فسألته فسألتها",
    );
    let before = doc.paragraphs.get(first.saturating_sub(PRESENTED)..first).unwrap_or_default();
    let talks = |at: usize| {
        let to = matches!(doc.word(at + 1), "إلى" | "لـ" | "ل") && doc.word(at).contains("تحدث");
        to || TALKS.has(doc.word(at).trim_start_matches('ف'))
    };
    before.iter().any(|(from, to)| is_byline(doc, *from, *to) || (*from..*to).any(talks))
}

/// Lines behind dashes or bullets: a question, and what stands behind it up to the next. Where no answer has a mark, each is
/// the paragraph behind its question, and the text must say that it is an interview.
fn by_mark(doc: &Doc, lines: &[Line]) -> Vec<Turn> {
    let asks = |line: &Line| line.asks && (line.marked || doc.count_words(line.from, line.to) <= QUESTION);
    let pairs =
        || lines.iter().zip(lines.iter().skip(1)).enumerate().filter(|(_, (one, next))| asks(one) && !next.asks);
    let answered = pairs().filter(|(_, (one, next))| next.marked || one.marked && aside(doc, next).is_some()).count();
    // An answer in marks is found by these.
    let bare = pairs().filter(|(_, (one, next))| one.marked && !next.marked && is_plain(doc, next)).count();
    // Where nothing has a mark, each question is a paragraph.
    let unmarked = answered == 0 && bare == 0;
    let Some((first, (asker, _))) =
        pairs().find(|(_, (one, next))| next.marked || (one.marked || unmarked) && is_plain(doc, next))
    else {
        return Vec::new();
    };
    let bare = if unmarked { pairs().filter(|(_, (_, next))| is_plain(doc, next)).count() / 2 } else { bare };
    let (marked, presented) = (!unmarked && answered >= bare, is_presented(doc, first));
    if answered.max(bare) < 2 - usize::from(presented) || !marked && !presented {
        return Vec::new();
    }
    let mut out = Vec::new();
    // Questions behind a mark of their own.
    let own = pairs()
        .find(|(_, (one, next))| one.marked && next.marked && one.mark != next.mark)
        .map(|(_, (one, _))| one.mark);
    // Whether the line before asks, if it is one of talk, and whether the last line of talk was an answer.
    let (mut before, mut answered): (Option<bool>, bool) = (None, false);
    for (paragraph, line) in lines.iter().enumerate().skip(first) {
        let next = lines.get(paragraph + 1);
        let after = before == Some(true);
        // «- يأخذ عليك زملاؤك صمتك. ¶ - لا وقت لدي.»: what the paper asks without a question.
        let replied = next.is_some_and(|next| next.marked && !next.asks);
        let stated = asker.marked
            && answered
            && !after
            && line.marked
            && marked
            && (own.is_some_and(|own| own == line.mark) || replied);
        let answered_next = next.is_some_and(|next| next.marked || unmarked && !next.asks);
        let question = asks(line) && !after && (line.marked || answered_next) || stated;
        let question = question && own.is_none_or(|own| own == line.mark);
        let answer = !question && (line.marked && marked || after && !marked && !line.marked && is_plain(doc, line));
        let aside = if line.marked { None } else { aside(doc, line).filter(|_| after) };
        before = (question || answer).then_some(question);
        answered = before.map_or(answered, |asks| !asks);
        let voice = if question { Voice::Paper } else { Voice::Guest };
        if question || answer || aside.is_some() {
            out.push(Turn { paragraph, from: aside.map_or(line.from, |colon| colon + 1), to: line.to, voice });
        }
    }
    out
}

/// Whether a paragraph begins neither with a quotation nor with what the narrator tells: «تبتسم وتقول: «…»».
fn is_plain(doc: &Doc, line: &Line) -> bool {
    if doc.pair_at(line.from).is_some() {
        return false;
    }
    let colon = (line.from..line.to).find(|at| matches!(doc.kind(*at), Kind::Colon | Kind::Stop));
    let told = colon.is_some_and(|colon| doc.pair_at(colon + 1).is_some() && doc.kind(colon) == Kind::Colon);
    !(told && (doc.is_even_joined(line.from, Class::Verb) || ar::is_present_form(doc.word(line.from))))
}

/// The colon behind what the narrator tells of the one who answers: «تجيب ضاحكة: خمس ساعات».
fn aside(doc: &Doc, line: &Line) -> Option<usize> {
    let colon = (line.from..line.to.min(line.from + ASIDE)).find(|at| doc.kind(*at) == Kind::Colon)?;
    let told = (line.from..colon).all(|at| doc.token(at).is_word()) && doc.pair_at(colon + 1).is_none();
    let verb = || doc.is_even_joined(line.from, Class::Verb) || ar::is_present_form(doc.word(line.from));
    (told && verb()).then_some(colon)
}

/// Whether an Arabic verb of saying and its subject lead to a colon, and to words behind it in which nobody else's stand, with no
/// marks: «وقال الوزير: سنفتح الجسر غداً».
pub(super) fn says_plainly(doc: &Doc, cue: &Cue, colon: usize) -> bool {
    const SAYS: List = List::of(
        "قال قالت قالوا يقول تقول يقولون أضاف أضافت يضيف تضيف تابع تابعت يتابع تتابع أردف أردفت صرح صرحت علق علقت يعلق تعلق أجاب أجابت \
         يجيب تجيب رد ردت يرد ترد ختم ختمت تساءل تساءلت يتساءل تتساءل سأل سألت صرخ صرخت كتب كتبت زاد زادت استطرد استطردت واصل \
         واصلت قائلا قائلاً قائلًا قائلة",
    );
    let said = SAYS.has(doc.word(cue.start).trim_start_matches(['و', 'ف']));
    let beside = colon <= cue.reach.max(cue.end) + BESIDE;
    let next = colon + 1;
    said && beside && doc.token(next).is_word() && doc.token(next).spaced
}

/// Words between the subject of such a verb and the colon, at most.
const BESIDE: usize = 3;
