//! What an English verb of saying reports: the clause behind "that", the clause right behind the verb, or the one
//! before it.

use super::addressee_en::{behind_addressee, behind_setting};
use super::apposed_en::is_epithet;
use super::before_en::before;
use super::cue::{Content, Cue};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Class, Number, Sense, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Phrase, en_name};
use crate::analysis::token::Kind;

/// Words between a verb and the "that" it opens, at most: the one it is told to, and when.
const THAT_REACH: usize = 22;

/// Tokens of a clause that are looked through for a verb, at most: a quotation in it may be as long as a text.
pub(super) const LONGEST_CLAUSE: usize = 256;

/// A clause that is reported by its place alone has this many words.
pub(super) const MIN_CLAUSE: usize = 3;

/// A colon behind a verb, in the same clause.
pub(super) fn colon_behind(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    (from..end.min(from + THAT_REACH))
        .take_while(|at| !matches!(doc.kind(*at), Kind::Stop | Kind::Semicolon | Kind::Break | Kind::Mark(_)))
        .find(|at| doc.kind(*at) == Kind::Colon)
}

/// Whether a quotation opens here, perhaps behind a comma.
pub(super) fn quote_behind(doc: &Doc, at: usize) -> bool {
    doc.pair_at(at).is_some() || (doc.kind(at) == Kind::Comma && doc.pair_at(at + 1).is_some())
}

/// Whether a quotation opens in the clause behind: "told us, ‘…’", "called the vote “…”".
pub(super) fn quote_in_reach(doc: &Doc, from: usize, end: usize) -> bool {
    (from..end.min(from + THAT_REACH))
        .take_while(|at| !matches!(doc.kind(*at), Kind::Stop | Kind::Semicolon | Kind::Break))
        .take_while(|at| !(doc.is(*at, Class::Verb) && doc.kind(at - 1) == Kind::Comma))
        .any(|at| doc.pair_at(at).is_some())
}

/// Whether a quotation opens behind words that no mark parts from it.
pub(super) fn quote_in_clause(doc: &Doc, from: usize, end: usize) -> bool {
    doc.pair_at(words_end(doc, from, end)).is_some()
}

/// The token behind the "that" that a verb opens.
pub(super) fn that_behind(doc: &Doc, from: usize, end: usize, sense: Sense) -> Option<usize> {
    // "Called that production “unwatchable”".
    if sense.has(flag::NAME) && !sense.has(flag::BARE | flag::CLAUSE | flag::OBJ) && doc.pair_at(from + 2).is_some() {
        return None;
    }
    let mut at = from;
    for _ in 0..THAT_REACH {
        // "At 11:40 p.m. that".
        let clock = doc.kind(at) == Kind::Colon && doc.kind(at + 1) == Kind::Number && doc.kind(at - 1) == Kind::Number;
        if at >= end || !clock && matches!(doc.kind(at), Kind::Stop | Kind::Semicolon | Kind::Break | Kind::Colon) {
            return None;
        }
        if doc.is(at, Class::Comp)
            && !(at > from && doc.is(at - 1, Class::NotComp))
            && !is_determiner(doc, at, end, sense)
        {
            // "said crews had come and that the roof": the first clause has none.
            if at > from + 1 && matches!(doc.word(at - 1), "and" | "but") {
                return None;
            }
            // "apologized Wednesday for a meltdown that": a verb that hardly takes "that", and none right behind it.
            let far = !sense.has(flag::BARE | flag::CLAUSE | flag::OBJ)
                && !(from..at).all(|at| doc.token(at).dated || doc.word(at).ends_with("ly"));
            let relative = at > from && doc.token(at - 1).is_word() && !addressed(doc, from, at, sense);
            let relative = relative || (at > from && far);
            // "Said that was the highest figure since 1992".
            let subject = at == from && is_listed(doc.word(at + 1), "was is were had would will");
            return (!relative).then_some(at + usize::from(!subject));
        }
        // "urged both sides to “step back” after clashes that left …".
        if doc.pair_at(at).is_some() && doc.token(at + 1).is_word() && !doc.token(at + 1).capital {
            return None;
        }
        let apart = at > from && doc.kind(at - 1) == Kind::Comma;
        let other = doc.is(at, Class::Verb) && is_finite(doc, at) && !apart;
        let aside =
            apart && (doc.is(at, Class::Participle) || doc.word(at).ends_with("ing") || doc.is(at, Class::Relative));
        if at > from && (other || aside) {
            return None;
        }
        at = doc.next(at);
    }
    None
}

/// Words that "that" points at rather than opens a clause with: "testified that day", "disputed that account".
const POINTED: usize = 2;

/// Whether "that" goes with the noun behind it, and opens no clause: no verb follows before the clause is over.
fn is_determiner(doc: &Doc, that: usize, end: usize, sense: Sense) -> bool {
    let stop = words_end(doc, that + 1, end);
    let goes = |at: usize| doc.is(at, Class::Prep) || doc.token(at).dated;
    let noun_end = (that + 2..stop).find(|at| goes(*at)).unwrap_or(stop);
    let words = doc.count_words(that + 1, noun_end);
    let clause = (that + 1..stop).any(|at| is_finite(doc, at)) || begins_with_pronoun(doc, that + 1);
    let first = doc.token(that + 1);
    let noun = first.is_word()
        && !first.capital
        && !first.dated
        && !doc.is(that + 1, Class::Amount)
        && !doc.is(that + 1, Class::Poss)
        && !doc.is(that + 1, Class::Group)
        && !matches!(doc.word(that + 1), "the" | "a" | "an");
    // "They said that in 2009": it stands for what was said.
    if !clause
        && (that + 1 == stop || goes(that + 1))
        && doc.count_words(that + 1, stop) <= POINTED
        && (doc.pair_at(stop).is_none() || doc.word(that + 1) == "as")
    {
        return true;
    }
    // "that inflation, which stood at 8.7%, was": what explains the noun goes before its verb.
    let explained = doc.kind(stop) == Kind::Comma && doc.is(stop + 1, Class::Relative);
    // "Noted that directors’ fees had doubled".
    let owned = matches!(doc.kind(stop), Kind::Mark(_)) && en_name::owns(doc, stop - 1);
    let over =
        (words == 1 && !explained && !owned) || matches!(doc.kind(stop), Kind::Stop | Kind::Break) || stop >= end;
    let marked = doc.pair_at(stop).is_some();
    noun && (1..=POINTED).contains(&words) && over && !sense.has(flag::ONLY) && !marked && !clause
}

/// Whether all between a verb and "that" is the one it is told to, a time or an occasion.
fn addressed(doc: &Doc, from: usize, to: usize, sense: Sense) -> bool {
    let first = from;
    let addressee = doc.is(first, Class::Group)
        || matches!(doc.word(first), "a" | "an" | "the" | "his" | "her" | "their" | "both")
        || doc.token(first).capital
        || doc.token(to - 1).capital;
    doc.token(first).dated
        || matches!(
            doc.word(first),
            "late" | "later" | "early" | "last" | "earlier" | "afterwards" | "online" | "aloud"
        )
        || doc.is(first, Class::Prep)
        || doc.is(first, Class::Skip)
        || doc.word(first).ends_with("ly")
        || (sense.has(flag::OBJ) && (addressee || behind_addressee(doc, from, to) == to))
        || to == from
        || doc.pair_at(first).is_some()
}

/// A verb of saying where it stands.
#[derive(Clone, Copy)]
pub(super) struct Said<'p> {
    /// The token after its words, and the one before which its helpers begin.
    pub end: usize,
    pub left: usize,
    /// The token after the verb and its subject.
    pub behind: usize,
    pub sense: Sense,
    pub subject: Option<&'p Phrase>,
}

impl Said<'_> {
    /// Whether the subject stands behind the verb.
    pub(super) fn inverted(&self) -> bool {
        self.subject.is_some_and(|subject| subject.start >= self.end)
    }

    /// Whether a clause may go with the verb without "that": with most verbs of saying, and with what a document shows.
    pub(super) fn is_bare(&self) -> bool {
        self.sense.has(flag::BARE)
            || (self.sense.has(flag::CLAUSE) && self.subject.is_some_and(|subject| subject.head_is(Class::Doc)))
    }

    /// The first token of the verb and its subject.
    pub(super) fn from(&self) -> usize {
        self.subject.map_or(self.left, |subject| subject.start.min(self.left))
    }
}

/// What a verb reports.
pub(super) fn content(doc: &Doc, said: Said, sentence: Sentence) -> (Content, bool) {
    let (end, sense) = (sentence.end, said.sense);
    let bare = if said.inverted() || !said.is_bare() { None } else { bare_clause(doc, said.behind, end, sense) };
    if let Some(from) = that_behind(doc, said.behind, end, sense) {
        // "said it had seen four videos that appeared to show": the clause began before.
        // "told jurors the alarm that should have woken him was off": it explains the noun.
        let noun = |start: usize| start > said.behind && begins_noun(doc, start) && is_clause(doc, start, end);
        let begun = bare.filter(|start| *start + 1 < from && (has_verb(doc, *start, from - 1) || noun(*start)));
        return (Content::After(begun.unwrap_or(from)), begun.is_none());
    }
    if let Some(start) = bare.or_else(|| deed(doc, said, end)) {
        return (Content::After(start), false);
    }
    (before(doc, said, sentence), false)
}

/// The deed of which one is accused: "accused the rebels of firing two rounds at a checkpoint".
fn deed(doc: &Doc, said: Said, end: usize) -> Option<usize> {
    let verb = doc.word(said.end.checked_sub(1)?);
    let stop = clause_words_end(doc, said.end, end).min(said.end + THAT_REACH);
    let of = (said.end + 1..stop).find(|at| doc.word(*at) == "of").filter(|_| verb.starts_with("accus"))?;
    let done = doc.word(of + 1).ends_with("ing") && doc.count_words(of + 1, stop) >= MIN_CLAUSE;
    (done && !matches!(doc.word(said.end), "each" | "one") && (said.end..of).all(|at| doc.token(at).is_word()))
        .then_some(of + 1)
}

/// The start of a clause right behind a verb, with no "that": not an object, an occasion or a time alone.
pub(super) fn bare_clause(doc: &Doc, behind: usize, end: usize, sense: Sense) -> Option<usize> {
    let mut at = if sense.has(flag::OBJ) { behind_addressee(doc, behind, end) } else { behind };
    // "says 2021 was the deadliest year".
    // "Fear next year will be worse".
    // But "wrote in March 2021 had": nothing begins within a date.
    let subject = |at: usize| {
        let begins = at == behind || !doc.token(at - 1).dated || doc.word(at - 1).ends_with("day");
        let number = doc.kind(at) == Kind::Number && doc.is(at + 1, Class::Finite);
        let coming = || matches!(doc.word(at), "next" | "this") && doc.token(at + 1).dated;
        begins && (number || coming() && doc.is(at + 2, Class::Finite))
    };
    while at < end
        && (doc.token(at).dated && !subject(at)
            || (at > behind && doc.is(at, Class::DayPart) && doc.token(at - 1).dated)
            || (matches!(doc.word(at), "on" | "in") && doc.token(at + 1).dated)
            || doc.is(at, Class::Aux) && !doc.is(at, Class::Skip) && !doc.is(at, Class::Finite))
        && !matches!(doc.word(at), "both" | "all")
    {
        at += 1;
    }
    let excluded = |at: usize| {
        let amount = matches!(doc.word(at), "no" | "there" | "over" | "about" | "up" | "around" | "neither" | "either");
        doc.is(at, Class::Prep) && !doc.token(at).capital && !amount && !opens_subordinate(doc, at, end)
    };
    let at = if excluded(at) { behind_setting(doc, at, end) } else { at };
    // "Disclosed this while fielding questions".
    let this = doc.word(at) == "this" && (doc.is(at + 1, Class::Prep) || doc.token(at + 1).dated);
    let excluded = excluded(at) || this;
    let token = doc.token(at);
    let first = token.is_word() || token.kind == Kind::Number || token.kind == Kind::Other;
    if !first || excluded || at >= end || matches!(doc.word(at), "." | "back" | "sorry" | "goodbye" | "farewell") {
        return None;
    }
    let stop = clause_words_end(doc, at, end);
    let stop =
        (at..stop).find(|word| doc.kind(*word) == Kind::Colon && doc.pair_at(word + 1).is_some()).unwrap_or(stop);
    // "announced a plan that would cut": a thing, with a clause about it.
    let plain = sense.has(flag::ONLY) && begins_noun(doc, at) && doc.count_words(at, stop) > MIN_CLAUSE;
    let near = if sense.has(flag::OBJ) { words_end(doc, at, stop) } else { stop };
    let sure = sense.has(flag::ONLY | flag::OBJ) && sense.has(flag::BARE);
    let verb = plain || if sure { has_verb(doc, at, near) } else { is_clause(doc, at, stop) };
    let verb = verb || acts_on(doc, at, words_end(doc, at, stop));
    let begun = !doc.is(at, Class::Finite) || begins_with_pronoun(doc, at);
    let words = doc.count_words(at, stop) + usize::from(is_contracted(doc.word(at)));
    (verb && words >= MIN_CLAUSE && begun).then_some(at)
}

/// Whether a form of the present with what it acts on stands behind its noun: "reckons tourism brings the town a living".
fn acts_on(doc: &Doc, from: usize, to: usize) -> bool {
    (from + 1..to).any(|at| {
        let (word, noun) = (doc.word(at), doc.word(at - 1));
        let used = doc.lexicon.senses(doc.key(at)).any(|sense| !matches!(sense.class, Class::Verb | Class::Finite));
        let led = doc.is(at - 1, Class::Prep) || doc.is(at - 1, Class::Amount) || doc.is(at - 1, Class::Poss);
        let third = word.ends_with('s') && !ends_in(word, &["ss", "us", "is"]) && !doc.token(at).capital;
        let other = led || used || noun.ends_with('s') || doc.token(at).dated || is_listed(noun, "the a an");
        let object = is_listed(doc.word(at + 1), "the a an no its their his her him them $ £ €");
        third && !other && (object || doc.kind(at + 1) == Kind::Number)
    })
}

/// Whether a noun with its article, a name or a number begins here: behind "says", the subject of a clause.
pub(super) fn begins_noun(doc: &Doc, at: usize) -> bool {
    let token = doc.token(at);
    let article = matches!(doc.word(at), "the" | "a" | "an" | "this" | "these" | "those") || doc.is(at, Class::Poss);
    let named = token.capital || token.kind == Kind::Number || doc.is(at, Class::Group);
    (article && !matches!(doc.word(at + 1), "same" | "prayer" | "word" | "words" | "few")) || named
}

/// Words behind a reported clause that say who was told it, at most: ", Letterkenny District Court has heard".
const HEARD_REACH: usize = 10;

/// The comma before those who were told what a sentence reports, at its end: ", the inquest heard", ", a jury was told".
pub(super) fn heard_behind(doc: &Doc, start: usize, end: usize) -> Option<usize> {
    let last = (start..end).rev().take(HEARD_REACH).find(|at| doc.token(*at).is_word())?;
    let told = doc.is(last, Class::Mute) || (doc.word(last) == "told" && doc.is(last - 1, Class::Aux));
    let comma = (start..last).rev().take(HEARD_REACH).find(|at| !doc.token(*at).is_word()).filter(|_| told)?;
    (doc.kind(comma) == Kind::Comma && last > comma + 1).then_some(comma)
}

/// The comma before what the one who speaks in the present does next: "says it is private, and blames dog owners",
/// "hints that there will be a choir, then looks for her umbrella".
pub(super) fn next_deed(doc: &Doc, cue: &Cue, from: usize, end: usize) -> Option<usize> {
    if cue.sense.agree.number != Number::One {
        return None;
    }
    let deed = |comma: &usize| {
        let at = comma + 2;
        let says = || doc.sense(at, Class::Verb).is_some_and(|verb| verb.agree.number == Number::One);
        let does = doc.word(at).ends_with('s') && !doc.is(at, Class::Pronoun) && !doc.is(at, Class::Poss);
        doc.kind(*comma) == Kind::Comma
            && match doc.word(comma + 1) {
                "and" | "but" => says(),
                "then" => does && !doc.token(at).capital,
                _ => false,
            }
    };
    (from..end).take(LONGEST_CLAUSE).find(deed)
}

/// Whether the verb of a stretch is no relative clause's: there are more verbs than words that open these, before the
/// first comma.
fn is_clause(doc: &Doc, from: usize, to: usize) -> bool {
    let to = words_end(doc, from, to);
    // "confirmed the release but said": the second verb has the subject of the first.
    let other = |at: &usize| matches!(doc.word(*at), "and" | "but") && doc.is(at + 1, Class::Verb);
    let to = (from..to).find(other).unwrap_or(to);
    // "Wrote the part without knowing whether he would take it".
    let relative = |at: &usize| {
        let asks = || is_listed(doc.word(*at), "whether what how why if");
        let opens = || is_listed(doc.word(*at), "when where because until") && begins_with_pronoun(doc, at + 1);
        doc.is(*at, Class::Relative) || doc.is(*at, Class::Comp) || asks() || opens()
    };
    // "would cut", "had been": one verb.
    let verb = |at: &usize| is_finite(doc, *at) && !doc.is(at - 1, Class::Finite);
    let verbs = (from + 1..to).filter(verb).count();
    begins_with_pronoun(doc, from) || verbs > (from..to).filter(relative).count()
}

/// "said while no one had been hurt, the road would stay shut": the clause begins with one that hangs on it.
fn opens_subordinate(doc: &Doc, at: usize, end: usize) -> bool {
    if !matches!(doc.word(at), "while" | "although" | "though" | "if" | "unless" | "once" | "because")
        || doc.word(at + 1).ends_with("ing")
    {
        return false;
    }
    let mut comma = at;
    while comma < end && !matches!(doc.kind(comma), Kind::Comma | Kind::Semicolon | Kind::Break) {
        comma = doc.next(comma);
    }
    doc.kind(comma) == Kind::Comma
        && has_verb(doc, at, comma)
        && has_verb(doc, comma + 1, clause_words_end(doc, comma, end))
}

pub(super) fn clause_words_end(doc: &Doc, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && !matches!(doc.kind(at), Kind::Stop | Kind::Break | Kind::Semicolon) {
        at = doc.next(at);
    }
    at.min(end).min(from + LONGEST_CLAUSE)
}

/// The end of the words that go on without a mark of any kind.
fn words_end(doc: &Doc, from: usize, end: usize) -> usize {
    let plain = |at: &usize| matches!(doc.kind(*at), Kind::Word | Kind::Number | Kind::Other);
    (from..end).find(|at| !plain(at)).unwrap_or(end)
}

/// Whether something in a stretch looks like a finite verb, or its first word is a pronoun that needs one.
pub(super) fn has_verb(doc: &Doc, from: usize, to: usize) -> bool {
    begins_with_pronoun(doc, from) || (from + 1..to).any(|at| is_finite(doc, at))
}

/// Whether a word is a pronoun that is a subject, alone or with its verb: "he", "they’d".
pub(super) fn begins_with_pronoun(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    let stem = word.split(['\'', '’']).next().unwrap_or(word);
    let subject =
        ["he", "she", "they", "it", "we", "i", "you", "there"].iter().any(|pronoun| stem.eq_ignore_ascii_case(pronoun));
    // "Fishermen reported it as early as 1938": what they did it to.
    let (next, over) = (doc.word(at + 1), doc.kind(at + 1) == Kind::Comma && doc.word(at + 2) != "too");
    let over = over || doc.pair_at(at + 1).is_some() || doc.token(at + 1).dated;
    let object = word == "it" && (over || matches!(next, "as" | "in" | "on" | "at" | "to" | "and"));
    subject && !object && (doc.is(at, Class::Finite) || stem.len() == word.len() || is_contracted(word))
}

/// Whether a word has a helping verb written onto it: "they'd".
fn is_contracted(word: &str) -> bool {
    ["d", "ll", "ve", "re"].iter().any(|verb| word.strip_suffix(verb).is_some_and(|rest| rest.ends_with(['\'', '’'])))
}

/// Whether a word looks like a finite verb: by the lexicon, by its ending, or a verb of saying that is no noun here.
pub(super) fn is_finite(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    let joined = at.checked_sub(1).is_some_and(|before| matches!(doc.word(before), "and" | "or" | "but"));
    // "Wrote it in May": no verb.
    if doc.is(at, Class::Finite) && !(doc.token(at).dated && doc.token(at).capital)
        || word.ends_with("n't")
        || word.ends_with("n’t")
    {
        // "The cost of living".
        return !joined && !at.checked_sub(1).is_some_and(|before| matches!(doc.word(before), "a" | "the"));
    }
    let nominal = at.checked_sub(1).is_some_and(|before| {
        matches!(doc.word(before), "a" | "an" | "the" | "of" | "this" | "that" | "no" | "to")
            || doc.is(before, Class::Poss)
    });
    let past = word.ends_with("ed") && word.len() > 4 && !doc.token(at).capital && !is_epithet(doc, at);
    let said = doc.sense(at, Class::Verb).is_some_and(|sense| sense.agree.number != Number::Many);
    (past || said) && !nominal && !joined
}
