//! The English body that "the company" means, where no sentence has told of one: a name that is nobody's.

use super::Phrase;
use super::by_role::Role;
use super::en_bearer::FIRMS;
use super::registry::Registry;
use super::{en, en_name};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Classes, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::token::Kind;

/// Words before "the company" in which its name is looked for, at most.
const REACH: usize = 160;

/// What a body has, or does its work in.
const OWNED: &str = "shares sales profits quarry pit warehouse shop store yard depot site offices";

impl Registry {
    /// The body that the words before "the company" name: the last of which they tell what only bodies have, else the
    /// last.
    pub(super) fn unlisted_body(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        let to = role.phrase.start;
        if !role.is_body_again(doc) || role.has(flag::OFFICE) {
            return None;
        }
        let person = |at: usize| {
            let one = self.by_word.get(&en::name_word(doc, at).0).and_then(|id| self.entity(*id));
            doc.is(at, Class::First) || one.is_some_and(|one| !one.may_be_body())
        };
        let (mut found, mut at) = (None, to.saturating_sub(REACH));
        while at < to {
            let token = doc.token(at);
            let small = is_listed(doc.word(at), "The A An This That These Those It He She They We I");
            let named = token.is_word() && token.capital && !small && !token.dated && !doc.in_headline(at);
            // "Carmaker Orvane plans to hire": what it is stands before its name.
            let called = named && doc.begins_sentence(at) && en::head_sense(doc, at).is_some();
            if called && doc.token(at + 1).capital {
                at += 1;
                continue;
            }
            let end = if named { en_name::run(doc, at, to) } else { at + 1 };
            if named && (names_kind(doc, at) || !(at..end).any(person)) {
                // "Revenue rose": a capital that only begins the sentence.
                let shown = end > at + 1 || !doc.begins_sentence(at);
                found = found.max(standing(doc, at, end).map(|known| (known, shown, at, end)));
            }
            at = end;
        }
        let (_, _, from, end) = found?;
        let name = (from, end);
        Some(self.by_name(doc, &Phrase { name: Some(name), ..*role.phrase }, name, role.agree))
    }
}

/// Whether the noun before a name says that it is a body's: "rail firm Transvale", "the operator, Caspian Lift".
fn names_kind(doc: &Doc, at: usize) -> bool {
    let noun = at.checked_sub(1).and_then(|before| before.checked_sub(usize::from(doc.kind(before) == Kind::Comma)));
    noun.is_some_and(|noun| doc.is(noun, Class::Body))
}

/// Whether a run of capitals may be a body's name, and whether what stands beside it is said of bodies only.
fn standing(doc: &Doc, at: usize, end: usize) -> Option<bool> {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| doc.word(at));
    let role = |at: usize| en::head_sense(doc, at).is_some();
    let owned = role(end) || is_listed(doc.word(end), OWNED);
    // "A spokesman for Corvane".
    let led = names_kind(doc, at) || is_listed(word(1), FIRMS) || word(1) == "for" && at > 1 && role(at - 2);
    let stop = (end..end + REACH).find(|at| matches!(doc.kind(*at), Kind::Stop | Kind::Break)).unwrap_or(end);
    let known = led
        || owned && (en_name::is_possessive(doc.word(end - 1)) || word(1).eq_ignore_ascii_case("the"))
        || doc.kind(end) == Kind::Comma && doc.word(end + 1) == "which"
        || (end..stop + 2).any(|at| is_listed(doc.word(at), "it its It Its"));
    let initial = doc.begins_sentence(at) && doc.word(at).ends_with('s') && !owned;
    let listed = end == at + 1 && (doc.word(at).len() == 1 || doc.lexicon.senses(doc.key(at)).next().is_some());
    // "Shares in Tolland Foods".
    let held =
        word(1) == "in" && is_listed(word(2), "shares Shares stake shareholders investors Investors stock Stock");
    let known = known || held;
    let place = !held && is_listed(word(1), "in from near to across outside on off through at");
    // "Orvane cuts 400 jobs" and "Orvane, the app that millions use, was down", but "Land row deepens".
    let acts = doc.kind(end) == Kind::Comma
        || doc.is_any(end, const { Classes::all(&[Class::Verb, Class::Finite, Class::Aux]) })
        || ends_in(doc.word(end), &["s", "ed"]);
    // "Suvarna Appliances on Monday reported".
    let whole = || {
        let verb = (end..end + 3).find(|at| !doc.is(*at, Class::Prep) && !doc.token(*at).dated).unwrap_or(end);
        end > at + 1
            && doc.is_any(verb, const { Classes::all(&[Class::Verb, Class::Finite, Class::Aux]) })
            && !doc.is_surname(end - 1)
    };
    let subject = doc.begins_sentence(at) && (end == at + 1 && acts || whole());
    (!place && !initial && !listed && (known || subject)).then_some(known)
}
