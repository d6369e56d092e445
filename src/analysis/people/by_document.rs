//! Whom a document speaks for: the one who owns it.

use super::Phrase;
use super::entity::Entity;
use super::owner::owner_phrase;
use super::registry::Registry;
use super::{Case, ru};
use crate::analysis::doc::Doc;
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, Number, flag};
use crate::analysis::token::Kind;
use crate::text::Lang;

impl Registry {
    /// By a document: the owner that its phrase names, else one spoken of who may own it, else the document itself.
    pub(super) fn by_document(&mut self, doc: &Doc, phrase: &Phrase) -> Option<usize> {
        let site = if doc.lang == Lang::Ru { published(doc, phrase.end) } else { None };
        if let Some((from, to)) = phrase.owner.or(site)
            && let Some(owner) = owner_phrase(doc, from, to)
            && (doc.lang != Lang::Ar || owner.head.is_some() || owner.name.is_some())
        {
            return self.resolve(doc, &owner, Agree::default());
        }
        if let Some(signed) = if doc.lang == Lang::Ru { signed(doc, phrase) } else { None } {
            return self.resolve(doc, &signed, Agree::default());
        }
        let owner = match doc.lang {
            Lang::Ru if is_apart(doc, phrase) => None,
            Lang::Ru => self.by_possessive(phrase).or_else(|| self.russian_author(phrase)),
            Lang::Ar => self.arabic_author(phrase),
            Lang::En => self.by_possessive(phrase).or_else(|| self.author(&self.recent, phrase)),
        };
        Some(owner.unwrap_or_else(|| self.described(doc, phrase, Agree::default())))
    }

    /// The first of a list who may own a document that is known: not several.
    fn author(&self, list: &[usize], phrase: &Phrase) -> Option<usize> {
        let owns = |entity: &Entity| is_personal(phrase) || entity.body;
        let one = |entity: &Entity| entity.agree.number != Number::Many;
        if phrase.definite { self.find(list, |entity| owns(entity) && one(entity)) } else { None }
    }

    /// Whose an Arabic document is: that of the last body, or one who spoke, whom its pronoun may mean; else the last
    /// one to speak.
    fn arabic_author(&self, phrase: &Phrase) -> Option<usize> {
        let is = |entity: &Entity, owner| entity.institution && entity.fits(owner);
        // «توقعت المديرية أن تتأثر محافظات الشمال. وجاء في بيانها»: of two bodies, the one that speaks.
        let spoke = |owner| self.find(&self.speakers, |entity| is(entity, owner) && entity.seen == self.paragraph);
        let means = |owner: Agree| spoke(owner).or_else(|| self.find(&self.recent, |entity| is(entity, owner)));
        let body = phrase.possessor.and_then(means);
        // «ردت الشركة المنفذة ببيان. وتضمن البيان أن»: a body of this paragraph, else who spoke before it.
        let here = |entity: &Entity| entity.institution && entity.seen == self.paragraph;
        let spoke = || self.spoke_last().filter(|id| self.is_here(*id));
        let near = || spoke().or_else(|| self.find(&self.recent, here)).filter(|_| phrase.definite);
        body.or_else(near).or_else(|| self.author(&self.speakers, phrase)).or_else(|| self.author(&self.recent, phrase))
    }

    /// Whom a possessive means: «Говорится в его обращении», "her memoir says".
    fn by_possessive(&self, phrase: &Phrase) -> Option<usize> {
        phrase.possessor.filter(|owner| *owner != Agree::default()).and_then(|owner| self.last_person(owner))
    }

    /// Who may own a Russian document: the one whom its paragraph is about («Комитет подготовил доклад»), else the last
    /// one to speak; a letter may be that of several, and of one who has not spoken.
    fn russian_author(&self, phrase: &Phrase) -> Option<usize> {
        let owns = |entity: &Entity| is_personal(phrase) || entity.body && entity.agree.number != Number::Many;
        let about = |entity: &Entity| entity.seen == self.paragraph && (entity.institution || entity.named);
        let spoken_of = || if is_personal(phrase) { self.find(&self.recent, owns) } else { None };
        let first: Vec<usize> = self.recent.iter().rev().copied().collect();
        // «указано в нём»: a letter is more often that of the one who spoke.
        let it = phrase.head.is_some_and(|(_, paper)| paper.has(flag::RELAY));
        let own = |entity: &Entity| about(entity) && owns(entity);
        let here = || self.find(&first, own).filter(|_| it || !is_personal(phrase));
        let wrote = || self.spoke_last().filter(|id| self.is_here(*id));
        let named = || wrote().or_else(|| self.find(&self.recent, own));
        let known = || here().or_else(named).or_else(|| self.find(&self.speakers, owns)).or_else(spoken_of);
        if phrase.definite { known() } else { None }
    }
}

/// Tokens from the comma behind a paper to where it is published, at most.
const PUBLISHED_REACH: usize = 5;

/// On whose site a Russian paper stands: «в сообщении, опубликованном на сайте суда».
fn published(doc: &Doc, comma: usize) -> Option<(usize, usize)> {
    let on = |at: &usize| matches!(doc.word(*at), "сайте" | "портале" | "странице" | "канале" | "телеграм-канале");
    let site = (comma + 1..comma + PUBLISHED_REACH).find(on).filter(|_| doc.kind(comma) == Kind::Comma)?;
    let end = (site + 1..site + PUBLISHED_REACH).find(|at| !doc.token(*at).is_word()).unwrap_or(site + PUBLISHED_REACH);
    (end > site + 1).then_some((site + 1, end))
}

/// Tokens back from «в нём» to the paper that it means, at most, and on from that to who has signed it.
const SIGNED_REACH: usize = 60;
const SIGNER_REACH: usize = 8;

/// Who has signed the Russian paper of which the text has just told: «Ответ за подписью министра пришёл вчера. «…», —
/// говорится в нём».
fn signed(doc: &Doc, phrase: &Phrase) -> Option<Phrase> {
    let (head, _) = phrase.head.filter(|_| phrase.definite && phrase.possessor.is_none())?;
    let from = doc.paragraphs.partition_point(|(from, _)| *from <= head).checked_sub(1)?;
    let (floor, _) = *doc.paragraphs.get(from)?;
    let signs = |at: &usize| {
        let word = doc.word(*at);
        (word == "подписью" || word.starts_with("подписанн")) && doc.is(at - 2, Class::Doc)
    };
    let Some(sign) = (floor.max(head.saturating_sub(SIGNED_REACH)) + 2..head).rev().find(signs) else {
        return written(doc, floor, head);
    };
    let stop = |at: &usize| !doc.token(*at).is_word() || ru::is_verb(doc, *at);
    let end = (sign + 1..sign + 1 + SIGNER_REACH).find(stop).unwrap_or(sign + 1 + SIGNER_REACH);
    let signer = ru::phrase(doc, sign + 1, end).filter(|signer| !signer.pronoun)?;
    Some(Phrase { case: Case::Genitive, ..signer })
}

/// Who has written the last paper before a token, by the sentence that tells of it: «Коллеги хирурга написали письмо».
fn written(doc: &Doc, floor: usize, before: usize) -> Option<Phrase> {
    const STEMS: [&str; 10] = [
        "напис",
        "подписа",
        "опублик",
        "направи",
        "отправи",
        "разосла",
        "выпусти",
        "распростран",
        "составил",
        "присла",
    ];
    let paper = (floor.max(before.saturating_sub(SIGNED_REACH))..before).rev().find(|at| doc.is(*at, Class::Doc))?;
    let stop = |at: &usize| matches!(doc.kind(*at), Kind::Stop | Kind::Break);
    let from = (floor..paper).rev().find(stop).map_or(floor, |stop| stop + 1);
    let writes = |at: &usize| STEMS.iter().any(|stem| doc.word(*at).starts_with(stem));
    let verb = (from + 1..paper).rev().find(writes)?;
    let who = ru::phrase(doc, from, verb).filter(|who| !who.pronoun && !who.head_is(Class::Doc))?;
    let nominative = who.head.is_none_or(|(_, head)| head.has(flag::LEMMA));
    nominative.then_some(Phrase { definite: true, ..who })
}

/// What tells of a Russian paper that it belongs to a bill or a file, and is nobody's words: «пояснительная записка».
fn is_apart(doc: &Doc, phrase: &Phrase) -> bool {
    const KINDS: [&str; 8] =
        ["пояснит", "служебн", "докладн", "аналитич", "финансов", "техническ", "экономическ", "сопроводит"];
    let before = phrase.head.and_then(|(head, _)| head.checked_sub(1)).filter(|_| phrase.possessor.is_none());
    let kind = before.map(|kind| lowered(doc.word(kind))).unwrap_or_default();
    KINDS.iter().any(|stem| kind.starts_with(stem))
}

/// Whether a document is a person's as well, as a letter or a post is: a report is a body's.
fn is_personal(phrase: &Phrase) -> bool {
    phrase.is_general()
}
