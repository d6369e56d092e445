//! Whom an English role without a name means. "The" says that its bearer is known; a capital behind "of" or "for", or a
//! role in the lead with "a", brings someone in whom the text will name.

use super::Phrase;
use super::by_role::{Role, is_based};
use super::en;
use super::en_name::is_possessive;
use super::en_told::age;
use super::entity::Entity;
use super::registry::{NEAR, Registry};
use super::weigh::{Grounds, Reason};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Key, Number, Sense, flag, key_of};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::token::Kind;
use crate::text::{Byte, Lang};

/// What firms are called by as well as people.
pub(crate) const FIRMS: &str = "brewer baker grocer developer builder housebuilder publisher operator distiller bookmaker miner \
                     shipbuilder pollster bookseller jeweller optician outfitter distributor maker";

impl Registry {
    /// The one with the same role; a body for the word of a body; for the role of a person, whom the headline means, or
    /// one just spoken of.
    pub(super) fn english_bearer(&mut self, doc: &Doc, role: &Role) -> Option<usize> {
        // "The then curator": another than the one who is.
        // "Another, who asked not to be named".
        let another = |at: usize| matches!(doc.word(at), "Another" | "another");
        if doc.word(role.phrase.start + 1) == "then" || another(role.phrase.start) {
            return None;
        }
        // "The father of two": nobody's father.
        let counted = role.has(flag::KIN) && doc.word(role.head + 1) == "of" && doc.is(role.head + 2, Class::Amount);
        let flags = if counted { flag::GENERIC } else { role.sense.flags };
        let role = &Role { sense: Sense { flags, ..role.sense }, ..*role };
        let another = if role.is_personal() && role.is_definite() { told_before(doc, role) } else { None };
        let post = names_post(doc, role);
        let told = told_of(doc, role.phrase.start);
        // "The economist, 49, promised".
        let aged = age(doc, role.phrase.start, role.phrase.end).is_some();
        // "The former economist said".
        let aged = aged || is_listed(doc.word(role.phrase.start + 1), "former onetime one-time");
        let found = self.weigh(doc, role, &|place, id, one| {
            let near =
                another.is_none() && place < NEAR && (aged || !one.facts.trade) && self.is_unexplained(doc, role, one);
            let near =
                near && (!post || is_at_head(doc, one)) && !(role.is_personal() && told.iter().any(|he| one.fits(*he)));
            self.english_grounds(doc, role, (near, another.is_some()), (id, one))
        });
        let firm = found.filter(|(reason, _)| *reason >= Reason::Said).map(|(_, id)| id);
        let firm = firm.or_else(|| if role.is_personal() { self.english_firm(doc, role) } else { None });
        let known = firm.or(found.map(|(_, id)| id)).or_else(|| self.english_body(doc, role));
        let spoke = || self.spoke_last().filter(|_| role.is_body_again(doc) && !role.has(flag::OFFICE));
        let spoke = known.is_none().then(spoke).flatten().filter(|id| self.may_be_firm(*id));
        known.or(spoke).or_else(|| self.unlisted_body(doc, role)).or_else(|| {
            let (start, end) = another?;
            Some(self.described(doc, &Phrase { start, end, ..*role.phrase }, role.agree))
        })
    }

    /// Whether one who has just spoken may be a body by another word: named in this paragraph, and nothing tells of a man or
    /// a woman. "Nova Grid said crews were working. “…,” the utility said".
    fn may_be_firm(&self, id: usize) -> bool {
        let nobody = |one: &Entity| one.agree().gender == Gender::Any;
        let untold = |one: &Entity| one.families.is_empty() && one.facts.age.is_none() && one.seen == self.paragraph;
        self.entity(id).is_some_and(|one| one.is_named() && nobody(one) && untold(one))
    }

    /// The grounds by the headline; for a general word, by having a name or, where the word tells a man or a woman, none:
    /// "A fisherman said … the man said"; else by having just been named.
    fn english_grounds(
        &self,
        doc: &Doc,
        role: &Role,
        (near, another): (bool, bool),
        (id, one): (usize, &Entity),
    ) -> Grounds {
        if self.is_lead(role) && self.is_headed(doc, role, id, one) {
            return Some((Reason::Headed, 0));
        }
        if role.is_anyones() && role.is_personal() {
            let known = role.agree.gender != Gender::Any || one.named && !another;
            return (known && role.takes_in(one)).then_some((Reason::Anyone, 0));
        }
        let leads = || !another && role.is_definite() && leads_same(doc, role, one);
        (role.is_personal() && one.named && (near || leads())).then_some((Reason::Anyone, 0))
    }

    /// Whom "her Honour" and "His Lordship" mean: a judge, if the text has told of one, else the last one who may be so called.
    pub(super) fn styled(&self, doc: &Doc, phrase: &Phrase) -> Option<usize> {
        let whose = doc.sense(phrase.start, Class::Poss).filter(|whose| whose.agree.gender != Gender::Any)?;
        let style = phrase.start + 1;
        let alone = phrase.name.is_none_or(|name| name == (style, style + 1));
        if doc.lang != Lang::En || !alone || !is_style(doc, style) {
            return None;
        }
        let agree = Agree::new(whose.agree.gender, Number::One);
        let judge = doc.lexicon.sense(key_of("judge"), Class::Role).map_or(0, |sense| sense.family);
        let judges = |one: &Entity| one.families.contains(&judge) && one.fits(agree);
        self.find(&self.recent, judges).or_else(|| self.last_person(agree))
    }

    /// The firm that is called by what firms and people do, where the text has told of no such person: "the brewer".
    fn english_firm(&self, doc: &Doc, role: &Role) -> Option<usize> {
        let trade = is_listed(doc.word(role.head), FIRMS) || is_based(doc, role.phrase.start + 1);
        let sense = Sense { class: Class::Body, flags: flag::GENERIC, ..role.sense };
        if trade { self.english_body(doc, &Role { sense, ..*role }) } else { None }
    }

    /// The body spoken of last that "the company" means: no union, and no court; nor does "the party" mean a body that
    /// is called by what it is.
    fn english_body(&self, doc: &Doc, role: &Role) -> Option<usize> {
        if !role.is_body_again(doc) {
            return None;
        }
        let unexplained = |entity: &Entity| entity.named && entity.families.is_empty();
        let other =
            |entity: &Entity| role.has(flag::AGENT) && entity.office || role.has(flag::OFFICE) && !unexplained(entity);
        // A jury is no company.
        let people = ["jury", "family", "couple", "household", "crowd", "audience", "staff"].map(key_of);
        let people = |entity: &Entity| entity.keys.last().is_some_and(|key| people.contains(key));
        let told = |entity: &Entity| (entity.institution || entity.named) && !people(entity);
        let one = |entity: &Entity| entity.may_be_body() && told(entity) && entity.agree.number != Number::Many;
        self.find(&self.recent, |entity| one(entity) && !other(entity))
    }

    /// Whether a headline means one whom a role in the lead means as well: the one of that role ("A coroner has warned"),
    /// the one who speaks in it ("“…”, says GP", then "A doctor has warned"), or whose surname it has alone.
    fn is_headed(&self, doc: &Doc, role: &Role, id: usize, one: &Entity) -> bool {
        let spoke = || self.speakers.first() == Some(&id);
        let again = || role.is_definite() || one.families.contains(&role.sense.family) || spoke();
        let surname = |key: &Key| doc.surnames.binary_search(key).is_ok();
        let unexplained = one.seen == 0 && one.named && one.families.is_empty();
        one.waits_since_headline() && again() || unexplained && one.keys.iter().all(surname)
    }

    /// Whether a role may be that of one of whom none is known. "The Minister for Health" brings someone in.
    fn is_unexplained(&self, doc: &Doc, role: &Role, one: &Entity) -> bool {
        let of = role.head + 1;
        let whole = matches!(doc.word(of), "of" | "for") && doc.kind(of + 1) != Kind::Number;
        // "Gustavo Pereira knew. “…,” says the former director of the Azure Empress".
        let former = matches!(doc.word(role.phrase.start + 1), "former" | "onetime" | "one-time");
        let the = doc.word(role.phrase.start).eq_ignore_ascii_case("the");
        the && role.is_definite() && !role.is_owned(doc) && (!whole || former && one.seen == self.paragraph)
    }

    /// Whom a phrase means that says of someone what no lexicon has ("the sixth-former added"): the one who spoke last, in
    /// this paragraph.
    pub(super) fn called_otherwise(&self, doc: &Doc, phrase: &Phrase) -> Option<usize> {
        let single = phrase.agree.number == Number::One && phrase.possessor.is_none();
        // "The housebuilder said".
        let last = phrase.end.saturating_sub(1);
        if phrase.definite && single && phrase.end == phrase.start + 2 && is_listed(doc.word(last), FIRMS) {
            let body = |one: &Entity| one.named && one.may_be_body() && one.agree.number != Number::Many;
            if let Some(firm) = self.find(&self.recent, body) {
                return Some(firm);
            }
        }
        // "According to the listing": no person.
        let thing = ends_in(doc.word(phrase.end.saturating_sub(1)), &["ing", "ment", "tion", "sis", "ness", "ure"]);
        if !phrase.definite || !single || doc.word(phrase.start) != "the" || thing {
            return None;
        }
        let start = Byte(doc.paragraphs.get(self.paragraph).map_or(0, |(from, _)| doc.token(*from).start()));
        let here = |entity: &Entity| entity.mentions.last().is_some_and(|span| span.start >= start);
        self.find(&self.recent, |entity| !entity.body && here(entity))
    }
}

/// "He" and "she" in words that end right before a role: of another than the one who says them.
pub(crate) fn told_of(doc: &Doc, start: usize) -> Vec<Agree> {
    let Some(marks) = start.checked_sub(1).and_then(|close| doc.pair_closed_at(close)).map(|pair| doc.pair(pair))
    else {
        return Vec::new();
    };
    let words = (marks.inner_start()..marks.inner_end()).take(TOLD).filter_map(|at| doc.sense(at, Class::Pronoun));
    words.map(|he| he.agree).filter(|he| matches!(he.gender, Gender::M | Gender::F)).collect()
}

/// Words before a role among which someone is told of who has it, at most.
const TOLD: usize = 160;

/// What judges, envoys, bishops and kings are called by, behind "his" and "her".
const STYLES: &str = "Honour Honor Lordship Ladyship Worship Excellency Majesty Highness Holiness Eminence Grace";

/// Whether a word is such a style behind its "his" or "her", and no name.
pub(crate) fn is_style(doc: &Doc, at: usize) -> bool {
    let led = at.checked_sub(1).is_some_and(|before| doc.is(before, Class::Poss));
    led && is_listed(doc.word(at), STYLES) && !doc.token(at + 1).capital
}

/// Posts that one person has, and what firms are, by which none is called of whom nobody has told it.
const POSTS: &str = "mayor governor judge president sheriff minister secretary coroner king queen prosecutor chancellor \
     developer operator publisher";

/// Whether a word is a post.
pub(crate) fn is_post(word: &str) -> bool {
    is_listed(word, POSTS)
}

/// Whether a role is a post, and no byname as "the two-term mayor" is.
fn names_post(doc: &Doc, role: &Role) -> bool {
    let post = role.has(flag::OFFICE) || role.owner.is_some() || is_post(doc.word(role.head));
    let told = doc.words(role.phrase.start, role.head);
    post && !told.contains('-') && !told.contains("former")
}

/// Words beside a name that tell of a post, at most.
const BESIDE: usize = 8;

/// Whether the words beside one's name tell that one has a post: "Tom Sayle was sworn in", "Ada Quill, who heads".
fn is_at_head(doc: &Doc, one: &Entity) -> bool {
    const HEADS: &str = "became elected appointed sworn leads led heads headed chairs manages coaches runs ran presided took sentencing reelected re-elected reelectionist inaugurated proclaimed";
    one.mentions.iter().take(2).any(|span| {
        let name = doc.tokens.partition_point(|token| token.start() < span.start.0);
        (name.saturating_sub(1)..name + BESIDE).any(|at| is_listed(doc.word(at), HEADS))
    })
}

/// Whether one is called the deputy of the one whom a role means: "former vice mayor Ray Cole", then "the mayor".
pub(super) fn is_deputy(doc: &Doc, role: &Role, one: &Entity) -> bool {
    const UNDER: &str = "vice deputy assistant shadow Vice Deputy Assistant Shadow";
    let under = |at: usize| is_listed(doc.word(at), UNDER);
    let same = one.named && role.is_personal() && one.families.contains(&role.sense.family);
    same && role.sense.family != 0
        && !(role.phrase.start..role.head).any(under)
        && one.mentions.first().is_some_and(|span| {
            let name = doc.tokens.partition_point(|token| token.start() < span.start.0);
            (name.saturating_sub(BESIDE)..name + BESIDE).any(|at| under(at) && doc.key(at + 1) == doc.key(role.head))
        })
}

/// Whether the words beside one's name say that one leads what a role leads: "The chairman of the lecturers’ union, Dr Bello",
/// then "the union leader".
fn leads_same(doc: &Doc, role: &Role, one: &Entity) -> bool {
    const LEADS: &str =
        "chairman chairwoman chair chairperson president leader head secretary boss chief convener director";
    let body = role.head.saturating_sub(1);
    let leads = is_listed(doc.word(role.head), "leader boss chief head") && doc.is(body, Class::Body);
    leads
        && one.mentions.iter().take(2).any(|span| {
            let name = doc.tokens.partition_point(|token| token.start() < span.start.0);
            let beside = || name.saturating_sub(BESIDE)..name + BESIDE;
            beside().any(|at| doc.key(at) == doc.key(body)) && beside().any(|at| is_listed(doc.word(at), LEADS))
        })
}

/// Someone without a name of whom the words before tell by the same noun: "a letter from the mill's foreman", "by a
/// nurse", but not "Amy Bell, a nurse".
fn told_before(doc: &Doc, role: &Role) -> Option<(usize, usize)> {
    let start = role.phrase.start;
    // "The accountant's reply".
    let (key, _) = en::name_word(doc, role.head);
    (start.saturating_sub(TOLD)..start).rev().filter(|at| doc.key(*at) == key).find_map(|at| {
        let whose =
            |at: &usize| is_listed(doc.word(*at), "a an") || doc.is(*at, Class::Poss) || is_possessive(doc.word(*at));
        let article = (at.saturating_sub(3)..at).rev().find(whose)?;
        let before = article.checked_sub(1).filter(|before| doc.kind(*before) != Kind::Comma)?;
        let apposed = en::head_sense(doc, at + 1).is_some()
            || doc.token(at + 1 + usize::from(doc.kind(at + 1) == Kind::Comma)).capital;
        let named = apposed || is_listed(doc.word(at + 1), "called named");
        (!named && !is_listed(doc.word(before), "as is was be became become")).then_some((article + 1, at + 1))
    })
}
