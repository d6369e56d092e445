//! The subject before an English verb of saying: back to its clause's start, over what explains it between commas.

use super::apposed_en::explained;
use super::clause_en::is_finite;
use super::habit_en::copula_before;
use super::subject_en::{SUBJECT_REACH, antecedent, clause_end, follows_speech, is_aside, is_boundary};
use super::title::is_title_case;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Sense, key_of};
use crate::analysis::people::{Phrase, en};
use crate::analysis::token::Kind;

/// The subject before marks that stand in what explains it: "Lumen, which called itself “a pioneer,” said".
pub(super) fn before_marks(doc: &Doc, left: usize, bound: usize, sentence: Sentence) -> Option<Phrase> {
    let pair = left.checked_sub(1).and_then(|mark| doc.pair_closed_at(mark))?;
    let open = doc.pair(pair).open;
    let to = clause_end(doc, sentence.start, open);
    let apposed = to > sentence.start && doc.kind(to) == Kind::Comma && bound <= open;
    let found = en::phrase(doc, sentence.start, to).filter(|_| apposed)?;
    Some(Phrase { reach: left, ..found })
}

/// The subject before a verb: back to the clause's start, over an apposition between commas.
pub(super) fn subject_before(doc: &Doc, left: usize, bound: usize, sentence: Sentence) -> Option<Phrase> {
    if left <= sentence.start {
        return None;
    }
    // "Each time they said": the pronoun right before the verb, whatever stands before; but "the trust that owns it hopes".
    let owned = left > bound + 3
        && doc.word(left - 1) == "it"
        && doc.is(left - 3, Class::Comp)
        && !doc.is(left - 4, Class::Verb);
    let pronoun = doc.sense(left - 1, Class::Pronoun).or_else(|| contracted(doc, left - 1));
    if let Some(pronoun) = pronoun.filter(|_| left > bound && !owned) {
        return Some(Phrase { start: left - 1, end: left, agree: pronoun.agree, pronoun: true, ..Phrase::default() });
    }
    if left > bound
        && matches!(doc.word(left - 1), "who" | "which")
        && let Some(noun) = antecedent(doc, left - 1, bound.max(sentence.start))
    {
        return Some(noun);
    }
    let over = doc.kind(left - 1) == Kind::Comma;
    let mut starts = starts(doc, left, bound, sentence);
    let to = if over { left - 1 } else { left };
    let clause =
        |from: usize| over && is_clause(doc, from, clause_end(doc, from, to)) || is_reached(doc, from, sentence);
    if let Some(from) = starts.last().copied().filter(|from| !over && is_aside(doc, *from)) {
        starts.push(behind_occasion(doc, from, to));
    }
    let near = starts.first().copied();
    starts.into_iter().rev().filter(|from| !is_aside(doc, *from) && !clause(*from)).find_map(|from| {
        let from = skip_connectives(doc, from, to);
        let found = en::phrase(doc, from, to)?;
        // An apposition, or a relative clause, belongs to the subject.
        let found = if over && !found.pronoun { en::apart(doc, found, to) } else { found };
        let about = (found.start..to).any(|at| doc.is(at, Class::Relative) || doc.is(at, Class::Comp));
        // "The passenger who found it, student Remy Cole, thought".
        let inner = || {
            let last = near
                .filter(|near| *near > from && over && found.name.is_none())
                .and_then(|near| en::phrase(doc, near, to))?;
            // "The ecologist who designed the marsh, Joris Hendriks, argues".
            let whole = last.name.is_some_and(|(from, end)| from == last.start && end == to && end > from + 1);
            let role = last.head_is(Class::Role) || whole && last.head.is_none();
            let named = last.name.is_some() && role && found.head_is(Class::Role);
            // "The governor, who spoke through his secretary, Mr Dele Oyewole, said".
            let aside = found.end < to && doc.kind(found.end) == Kind::Comma && doc.is(found.end + 1, Class::Relative);
            (named && !aside).then_some(last)
        };
        let named = if about { explained(doc, found, sentence.start).or_else(inner) } else { None };
        let reach = if about { to } else { found.reach };
        let found = named.map_or(Phrase { reach, ..found }, |named| Phrase { reach: to, ..named });
        (over || !crosses_verb(doc, found, to)).then_some(found)
    })
}

/// Words in brackets behind a name, at most.
const BRACKETED: usize = 8;

/// The pronoun that a helping verb is written onto: "is all she’d say", "he’s said".
fn contracted(doc: &Doc, at: usize) -> Option<Sense> {
    let helper = || doc.word(at).split(['\'', '’']).next().filter(|stem| stem.len() < doc.word(at).len());
    let stem = if doc.is(at, Class::Finite) { helper() } else { None }?;
    doc.lexicon.sense(key_of(stem), Class::Pronoun)
}

/// Where the subject before a verb may begin: behind each comma of what explains it, and at its clause's start.
fn starts(doc: &Doc, left: usize, bound: usize, sentence: Sentence) -> Vec<usize> {
    let over = doc.kind(left - 1) == Kind::Comma;
    let mut starts = Vec::new();
    let mut at = left;
    let floor = bound.max(left.saturating_sub(SUBJECT_REACH)).max(sentence.start);
    while at > floor {
        let before = at - 1;
        match doc.kind(before) {
            Kind::Mark(_) if doc.pair_closed_at(before).is_none() && doc.pair_at(before).is_none() => {}
            // "Fergus Lyle, author of “The Breathing Winter”, believes".
            Kind::Mark(_) if let Some(open) = title_before(doc, before, floor).filter(|_| over) => {
                at = open;
                continue;
            }
            // "Cllr Ana Ruiz (Lab, Northfield) said".
            Kind::Closer => {
                at = (floor..before).rev().take(BRACKETED).find(|at| doc.kind(*at) == Kind::Opener).unwrap_or(before);
                continue;
            }
            Kind::Stop | Kind::Break | Kind::Semicolon | Kind::Dash | Kind::Colon | Kind::Mark(_) => break,
            // "“…,” was how another supporter, Priya Nand, put it".
            Kind::Word if copula_before(doc, before + 1).is_some() => break,
            // "As Bo Frost, a plumber, put it".
            Kind::Word if is_as(doc, before, sentence.start) => break,
            Kind::Comma if over && at < left => starts.push(at),
            Kind::Comma if at < left => break,
            Kind::Word
                if !over
                    && at < left
                    && is_boundary(doc, before)
                    && !en::named_as(doc, before)
                    && !tells_of_body(doc, before)
                    && !joins_nouns(doc, before, at, floor) =>
            {
                break;
            }
            _ => {}
        }
        at = before;
    }
    starts.push(skip_time(doc, behind_clock(doc, at, left), left));
    // "Clara Vane, a pianist, died on Tuesday, her son, Theo Vane, said": what she did is over before he is named.
    let role = |from: usize| (from..clause_end(doc, from, left)).any(|at| doc.is(at, Class::Role));
    let named = |from: &usize| {
        doc.token(*from).capital || doc.is(*from, Class::Poss) || doc.word(*from) == "the" && role(*from)
    };
    let done = starts.iter().position(|from| is_finite(doc, *from) && !doc.token(*from).capital);
    if let Some(done) = done.filter(|done| starts.get(..*done).unwrap_or_default().iter().any(named)) {
        starts.truncate(done);
    }
    if over {
        leave_what_is_told(doc, &mut starts, left);
    }
    starts
}

/// Leaves out the names in what is told, where that comes first: "The king will entrust Sam Odell, a banker, with talks, the
/// king’s spokesman, Theo Vane, said".
fn leave_what_is_told(doc: &Doc, starts: &mut Vec<usize>, left: usize) {
    let told = starts.last().is_some_and(|first| is_clause(doc, *first, clause_end(doc, *first, left)));
    let office = |from: usize| (from..clause_end(doc, from, left)).any(|at| doc.is(at, Class::Role));
    let apposed = |pair: &[usize]| match *pair {
        [name, from] => doc.token(name).capital && doc.word(from) == "the" && office(from),
        _ => false,
    };
    if let Some(near) = starts.windows(2).position(apposed).filter(|_| told) {
        starts.truncate(near + 2);
    }
}

/// Where a title in marks opens that closes here.
fn title_before(doc: &Doc, close: usize, floor: usize) -> Option<usize> {
    let pair = doc.pair_closed_at(close).filter(|pair| is_title_case(doc, *pair))?;
    let marks = doc.pair(pair);
    let inner = marks.inner_end().checked_sub(1).is_some_and(|last| doc.token(last).is_word());
    (inner && marks.open > floor && doc.token(marks.open - 1).is_word()).then_some(marks.open)
}

/// Where the subject begins behind an occasion that no comma closes: the last article or possessive that no preposition
/// leads to ("In one of them the collector boasts").
fn behind_occasion(doc: &Doc, from: usize, to: usize) -> usize {
    let begins = |at: &usize| {
        // "In it Mr Oberlin suggested".
        let named =
            doc.token(*at).capital && doc.token(*at).is_word() && !doc.token(at - 1).capital && !doc.token(*at).dated;
        // "From the back of the hall someone shouted".
        let led = named
            || matches!(doc.word(*at), "the" | "a" | "an" | "someone" | "somebody" | "one")
            || doc.is(*at, Class::Poss);
        led && doc.token(at - 1).is_word() && (!doc.is(at - 1, Class::Prep) || doc.is(at - 1, Class::Pronoun))
    };
    (from + 2..to).rev().find(begins).unwrap_or(from)
}

/// Whether the words before a comma are a clause of their own, and no subject: "The company will appeal, Sam Odell, its
/// lawyer, said".
fn is_clause(doc: &Doc, from: usize, to: usize) -> bool {
    let about = |at: &usize| doc.is(*at, Class::Relative) || doc.is(*at, Class::Comp);
    // Not the last word, whose verb follows: "He did, however, concede". Only helpers show it: "briefed" may be no verb.
    // Or what it is done to: "posed no danger".
    let object = |at: usize| matches!(doc.word(at), "the" | "a" | "an" | "no") || doc.is(at, Class::Poss);
    let takes = |at: usize| (doc.is(at, Class::Finite) || doc.word(at).ends_with("ed")) && object(at + 1);
    let verb = |at: &usize| at + 1 < to && (doc.is(*at, Class::Finite) && doc.is(*at, Class::Aux) || takes(*at));
    (from + 1..to).filter(verb).count() > (from..to).filter(about).count()
}

/// Whether a sentence begins with what was done to its subject: "Reached by phone, the department’s director, Ann Lee, said".
fn is_reached(doc: &Doc, from: usize, sentence: Sentence) -> bool {
    let done = from == sentence.start && doc.word(from).ends_with("ed") && doc.is(from + 1, Class::Prep);
    done && !doc.is(from, Class::First) && !doc.is_surname(from)
}

/// Whether "that" tells of the body before it: "The trust that owns the market said it would seek damages".
fn tells_of_body(doc: &Doc, that: usize) -> bool {
    let body = that.checked_sub(1).is_some_and(|noun| doc.is(noun, Class::Body) || doc.is(noun, Class::Group));
    let verb = doc.word(that + 1).ends_with('s') && !doc.word(that + 2).ends_with('s') || is_finite(doc, that + 1);
    doc.word(that) == "that" && body && verb && !doc.token(that + 1).capital
}

/// Whether "and" joins two who speak together: "Haddad and her colleagues report", no verb before it in its clause.
fn joins_nouns(doc: &Doc, and: usize, next: usize, floor: usize) -> bool {
    if doc.word(and) != "and" || and <= floor {
        return false;
    }
    let noun = doc.token(next).capital || doc.is(next, Class::Poss) || doc.is(next, Class::Group);
    let before =
        (floor..and).rev().take_while(|at| matches!(doc.kind(*at), Kind::Word | Kind::Other) && !is_boundary(doc, *at));
    let mut words = before.peekable();
    noun && words.peek().is_some() && !words.any(|at| is_finite(doc, at) || doc.token(at).dated)
}

/// Whether "as" leads to one who puts it so: "As Bo Frost, a plumber, put it", "“…,” as Bo Frost, a plumber, put it".
fn is_as(doc: &Doc, at: usize, start: usize) -> bool {
    match doc.word(at) {
        "As" => at == start,
        "as" => follows_speech(doc, at, start),
        _ => false,
    }
}

/// Behind the time of an entry: "10:42 Police say", "11.30am: Police say".
fn behind_clock(doc: &Doc, from: usize, to: usize) -> usize {
    let number = |at: usize| doc.kind(at) == Kind::Number;
    let first = if from > 1 && doc.kind(from - 1) == Kind::Colon && number(from - 2) { from } else { from + 2 };
    if !number(from) || !number(first) || first > from && !matches!(doc.word(from + 1), ":" | ".") {
        return from;
    }
    let part = first + 1;
    let next = part + usize::from(matches!(doc.word(part), "am" | "pm"));
    let next = next + usize::from(doc.kind(next) == Kind::Colon);
    if next < to { next } else { from }
}

/// Behind a time that a sentence begins with: "In January the council announced", "Last week ministers said".
fn skip_time(doc: &Doc, from: usize, to: usize) -> usize {
    let mut at = from + usize::from(doc.is(from, Class::Prep));
    let lead = |at: usize| matches!(doc.word(at), "the" | "early" | "late");
    while at < to && (doc.token(at).dated || (lead(at) && doc.token(at + 1).dated)) {
        at += 1;
    }
    let time = at > from + usize::from(doc.is(from, Class::Prep)) && at < to && doc.kind(at) != Kind::Comma;
    if time { at } else { from }
}

fn skip_connectives(doc: &Doc, from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to
        && (doc.is(at, Class::Conn) || doc.kind(at) == Kind::Comma || (doc.token(at).dated && !doc.token(at).is_word()))
    {
        at += 1;
    }
    at
}

/// Whether a pronoun or noun is followed by other words of its own before the verb: it is not the verb's subject.
fn crosses_verb(doc: &Doc, found: Phrase, to: usize) -> bool {
    found.pronoun && (found.end..to).any(|at| doc.token(at).is_word() && !doc.is(at, Class::Aux))
}
