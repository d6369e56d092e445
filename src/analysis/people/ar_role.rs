//! Arabic roles: the noun of a role and what is bound to it (the noun that it is annexed to, words with the article, a
//! prepositional tail), and where the name of the one who bears it begins.

use super::Phrase;
use super::ar::{ends_phrase, gives_name, is_said, is_saying, plain_phrase, starts_aside};
use super::ar_apposed::{
    apposition, behind_age, behind_chain, behind_place, is_grade, joined_role, named_behind_clause, next_role,
    second_role,
};
use super::ar_bearer::is_author;
use super::ar_begins::{begins_name, is_led_noun, kunya, leads_name, may_name};
use super::ar_deed::{has_come, is_bound_verb, is_matter, is_present, tells_of_one, tells_of_role};
use super::ar_family::{is_epithet, is_rank};
use super::ar_name::{follows_amma, is_namer, named};
use super::ar_object::{acts, admits, calls_on, is_acted_on, is_outlet, is_people, is_told_people};
use super::ar_office::{
    begins_articled_name, behind_district, cares_for, is_of_other, is_of_place, is_several, takes_more,
};
use super::ar_shape::{is_initials, is_masdar_form, is_root};
use super::ar_tail::{is_reporter, is_tail, tail};
use super::ar_word::{Word, has_article, has_to_the, without_accusative, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::token::Kind;

/// Words of a role at most, without its name.
pub(super) const MAX_ROLE: usize = 12;

/// A role, and the name behind it.
pub(super) fn role(doc: &Doc, at: usize, end: usize, sense: Sense, parsed: Word) -> Phrase {
    let base = bounds(doc, at, end, sense, parsed);
    // «المتحدث باسمها فلان», «المفتش السابق فيها فلان».
    let by_name = doc.is(base.end, Class::Within) && begins_name(doc, base.end + 1);
    // «مدير النقل بالجهة فلان الفلاني، أن».
    let name_of = |from: usize| named(doc, at, from, end, None, sense.agree).end;
    let name = || name_of(base.end + 1);
    let place = doc.word(base.end).starts_with("بال") && begins_name(doc, base.end + 1);
    let place = place && (matches!(doc.kind(name()), Kind::Comma | Kind::Colon) || doc.is(name(), Class::Comp));
    let to = behind_age(doc, base.end).unwrap_or(base.end + usize::from(by_name || place));
    let head = base.head;
    if is_of_place(doc, to, &base) {
        return Phrase { end: to + 1, owner: base.owner.map(|(from, _)| (from, to + 1)), definite: true, ..base };
    }
    if let Some(second) = joined_role(doc, to, end, sense.agree) {
        return Phrase { start: at, head, agree: sense.agree, ..second }.with_role(&base);
    }
    // «مؤسستها ريتا شلالا»: a woman by the same letters as a body.
    if sense.class == Class::Body && parsed.owner.is_some() && doc.is(to, Class::First) && !has_article(doc, to) {
        return named(doc, at, to, end, None, sense.agree).with_role(&base);
    }
    if matches!(sense.class, Class::Body | Class::Doc) {
        return body(doc, to, end, base, name_of);
    }
    // «السائق «سيد. ع»».
    if let Some(pair) = doc.pair_at(to).filter(|pair| to < end && is_initials(doc, *pair)) {
        let marks = doc.pair(pair);
        return Phrase { end: marks.after().min(end), name: Some((marks.inner_start(), marks.inner_end())), ..base };
    }
    if let Some(after) = apposition(doc, behind_place(doc, to), end).or_else(|| behind_chain(doc, to, end)) {
        return Phrase { start: at, ..named(doc, at, after, end, head, sense.agree) }.with_role(&base);
    }
    if let Some(second) = second_role(doc, to, end, parsed.owner.is_some()) {
        return Phrase { start: at, head, agree: sense.agree, ..second }.with_role(&base);
    }
    if let Some(second) = next_role(doc, to, end, &base) {
        return Phrase { start: at, head, agree: sense.agree, ..second }.with_role(&base);
    }
    // Behind a verb of saying, no present form follows its subject: «قال وزير الدفاع تيمور أكان».
    let subject = at.checked_sub(1).is_some_and(|before| super::ar::is_finite(doc, before));
    // «بائع جوال يدفع عربته»: behind what has no article, one does.
    let closed = base.possessor.is_some() || has_article(doc, to - 1);
    if to < end
        && !is_verb(doc, at, to, sense, parsed)
        && (begins_name(doc, to) || (subject && closed && (may_name(doc, to) || is_bound_verb(doc, to))))
        && (closed || !tells_of_one(doc, &base, name_of(to)))
        && !is_object(doc, to, true, to == at + 1)
        && !is_acted_on(doc, at, to)
        && !has_come(doc, to)
        && !(follows_amma(doc, at) && doc.word(to).starts_with('ف') && !doc.is(to, Class::First))
        && !(base.definite && is_bare_root(doc, to))
        && (base.definite || to <= at + 2 || !has_article(doc, to) || doc.is(to, Class::First))
    {
        return named(doc, at, behind_district(doc, to, end), end, head, sense.agree).with_role(&base);
    }
    named_behind_clause(doc, to, end)
        .filter(|_| base.definite)
        .map_or(base, |from| Phrase { start: at, ..named(doc, at, from, end, head, sense.agree) }.with_role(&base))
}

/// A body or a document, whose words end before `to`; its name is what it is called by, or whose it is. `name_of` gives
/// where the name ends that begins at a token.
fn body(doc: &Doc, to: usize, end: usize, base: Phrase, name_of: impl Fn(usize) -> usize) -> Phrase {
    let (at, body) = (base.start, base.head_is(Class::Body));
    // «أسرة الشهيد فلان», «عائلة المصور فلان».
    if to > at + 1 && is_listed(doc.word(at), "أسرة عائلة") && !has_article(doc, to) && begins_name(doc, to) {
        let named = name_of(to);
        return Phrase { end: named, name: Some((at, named)), ..base };
    }
    // But «نعت وزارة الثقافة الشاعر فلان».
    if body && to > at + 1 && doc.is(to - 1, Class::Title) && begins_name(doc, to) && !acts(doc, at) {
        // «دفاع المتهم المحامي فلان»: the body speaks by the one who is named.
        return named(doc, at, to, end, None, Agree::default());
    }
    // «المعارضة»، «وزارة الصحة»: what is definite needs no name in marks.
    // «البعثة العربية للمراقبة «…»»: nor does what is closed by an article before.
    let led = || has_to_the(doc, to - 1) && to > at + 1 && has_article(doc, to - 2);
    let open = body && !has_article(doc, to - 1) && !led();
    let pair = if open { doc.pair_at(to).map(|pair| doc.pair(pair)) } else { None };
    let after = pair.map_or(to, |pair| pair.after()).min(end);
    let of_its_own = body && (base.owner.is_some() || pair.is_some() || after > at + 1);
    Phrase { end: after, name: of_its_own.then_some((at, after)), ..base }
}

/// The words of a role, without a name.
pub(super) fn bounds(doc: &Doc, at: usize, end: usize, sense: Sense, parsed: Word) -> Phrase {
    let mut to = at + 1;
    let limit = end.min(at + MAX_ROLE);
    let bound = parsed.article || parsed.owner.is_some() || sense.class == Class::Title || sense.class == Class::Source;
    let (mut owner, mut annexed) = (None, bound);
    while to < limit && may_go_on(doc, at, to, limit, annexed) && !(bound && is_bare_root(doc, to)) {
        let joined = annexed && to > at + 1 && joins_owner(doc, to);
        if joined || is_part(doc, to) {
            owner = owner.or_else(|| (!bound || has_to_the(doc, to)).then_some((to, to + 1)));
            annexed = true;
            to += 1;
        } else if bound && sense.class != Class::Body && is_charge(doc, to) && !admits(doc, at, to) {
            // «الوزير المكلف بالأسعار», and not «الرئيس السابق بالقول».
            to += 1;
        } else if sense.class == Class::Body && doc.word(to) == "بلا" && to > at + 1 {
            // «منظمة أطباء بلا حدود».
            to += 2;
        } else if has_article(doc, to - 1) && leads_on(doc, at, to) {
            annexed = true;
            to += 1 + usize::from(has_article(doc, to + 1));
        } else if let Some(pair) = doc.pair_at(to)
            && (to > at + 1 || is_author(doc, at) || is_reporter(doc, at) || is_of_house(doc, to, end, bound))
            && !is_initials(doc, pair)
            && matches!(sense.class, Class::Role | Class::Title)
            && takes_more(doc, to - 1)
        {
            // «رئيس جمعية «…» فلان».
            annexed = true;
            to = doc.next(to);
        } else if sense.class != Class::Body && is_tail(doc, to, at, sense.class) {
            to = tail(doc, at, to, limit);
            annexed = true;
        } else if !annexed && may_be_annexed(doc, at, to, sense) {
            owner = owner.or((!is_adjective(doc, to)).then_some((to, to + 1)));
            let two = to == at + 1 && is_described(doc, at);
            annexed = !(two || takes_more(doc, to) || cares_for(doc, to)) || is_of_other(doc, to);
            to += 1 + usize::from(sense.class == Class::Body && is_epithet(doc, at, to + 1));
        } else {
            break;
        }
    }
    to += usize::from(!bound && is_judged_paper(doc, at, to, sense));
    if let Some((from, upto)) = &mut owner {
        to = if sense.class == Class::Doc { behind_owner(doc, *from, end).unwrap_or(to) } else { to };
        *upto = to.max(*from + 1);
    }
    let issued = sense.class == Class::Doc && owner.is_none();
    owner = owner.or_else(|| if issued { issuer(doc, to, end) } else { None });
    let possessor = parsed.owner.or_else(|| if issued { issued_by(doc, to) } else { None });
    Phrase {
        start: at,
        end: to,
        head: Some((at, sense)),
        agree: sense.agree,
        definite: bound || possessor.is_some() || (owner.is_some() && !sense.has(flag::GENERIC)),
        owner,
        possessor,
        ..Phrase::default()
    }
}

/// Words of the name of a club, a party or a house, at most.
const HOUSE: usize = 4;

/// Whether marks right behind a role hold what it is of, so that what is said follows, or the name of who bears it where the
/// role is not `bound` by an article: «مرشح «السنبلة»، فلان الفلاني،».
fn is_of_house(doc: &Doc, open: usize, end: usize, bound: bool) -> bool {
    let Some(marks) = doc.pair_at(open).map(|pair| doc.pair(pair)) else { return false };
    let (after, words) = (marks.after(), doc.count_words(marks.inner_start(), marks.inner_end()));
    if bound || doc.is(after, Class::Comp) {
        return doc.is(after, Class::Comp);
    }
    let named = || doc.is(after, Class::First) || doc.is_surname(after) || apposition(doc, after, end).is_some();
    (1..=HOUSE).contains(&words) && named()
}

/// Where the name ends of one to whom somebody named before is related: «شهادة تلميذته فلانة» is hers who is named.
fn behind_owner(doc: &Doc, from: usize, end: usize) -> Option<usize> {
    let of = word(doc, from).owner.is_some() && !word(doc, from).attached;
    let named = if of { plain_phrase(doc, from, end) } else { None };
    named.filter(|one| one.name.is_some()).map(|one| one.end)
}

/// Whether an adjective in the accusative stands behind a document: «تقريرا أوليا لشبكة «…»».
fn is_judged_paper(doc: &Doc, at: usize, to: usize, sense: Sense) -> bool {
    let accusative = |at: usize| without_accusative(doc.word(at)).is_some();
    sense.class == Class::Doc && to == at + 1 && accusative(at) && accusative(to)
}

/// Whether a word behind a role is one of its words, whatever it is annexed to.
fn is_part(doc: &Doc, at: usize) -> bool {
    let plain = doc.is(at, Class::SelfWord) || doc.is(at, Class::Title) || is_grade(doc, at);
    // «الطبيب العائد فلان», and not «الطبيب العائد من المهجر».
    let comes = || {
        let from = doc.is(at + 1, Class::Prep);
        is_listed(doc.word(at), "العائد العائدة القادم القادمة") && !from
    };
    let plain = plain && !leads_name(doc, at);
    plain || has_article(doc, at) || has_to_the(doc, at) || comes()
}

/// Whether a role with no article may be annexed to a bare word; «دراسة نشرتها مجلة» is of no «نشرة».
fn may_be_annexed(doc: &Doc, at: usize, to: usize, sense: Sense) -> bool {
    // «أبلغت باريس وكالة رويترز», «قال الوزير لوكالة رويترز».
    let apart = (sense.class == Class::Body && sense.has(flag::OFFICE)) || is_outlet(doc, to);
    let noun = !(ends_phrase(doc, to) || tells_of_role(doc, at, to) || apart);
    noun && (sense.class != Class::Doc || word(doc, to).sense.is_some_and(|own| own.class != Class::Doc))
}

/// Whether «بال» leads to what one with the article has to do with.
fn is_charge(doc: &Doc, at: usize) -> bool {
    has_article(doc, at - 1) && doc.word(at).starts_with("بال") && !calls_on(doc, at) && !is_saying(doc, at)
}

/// Whether a word with the article is three letters of a root, as nouns of what is done are, and no adjective of a role:
/// «رفع المحافظ الشكر للقيادة», and not «المدير الفني».
fn is_bare_root(doc: &Doc, at: usize) -> bool {
    let bare = doc.word(at).strip_prefix("ال").unwrap_or_default();
    is_root(bare) && word(doc, at).sense.is_none() && !doc.is_surname(at)
}

/// Whether a word goes on with a role behind its article: «خبير الأمم المتحدة لإزالة الألغام», «محامي المجني عليهم», and not «هيئة
/// الإسكان لبحث الملف».
fn leads_on(doc: &Doc, head: usize, at: usize) -> bool {
    let of_two = (head..at).filter(|at| has_article(doc, *at)).count() > 1 || has_article(doc, head);
    (is_led_noun(doc, at) && of_two) || matches!(doc.word(at), "عليه" | "عليها" | "عليهم")
}

/// What says of a document that it is somebody's.
const ISSUED: List = List::of("صادر صادرة صدر صدرت الصادر الصادرة");

/// Whom a pronoun behind a document means as its owner: «بيان لها», «بيان صادر عنه».
fn issued_by(doc: &Doc, to: usize) -> Option<Agree> {
    let at = to + usize::from(ISSUED.has(doc.word(to)));
    match doc.word(at) {
        "له" | "عنه" => Some(Agree::new(Gender::M, Number::One)),
        "لها" | "عنها" => Some(Agree::new(Gender::F, Number::One)),
        _ => None,
    }
}

/// Whom the words behind a document name as its owner: «تعداد لمنظمات محلية», «استطلاع أجراه معهد …», «بيان صادر عن …».
fn issuer(doc: &Doc, to: usize, end: usize) -> Option<(usize, usize)> {
    let parsed = word(doc, to);
    let of = parsed.attached && parsed.sense.is_some() && doc.word(to).starts_with('ل');
    // «دراسة نشرتها مجلة «…»» is not the magazine's.
    let printed = doc.word(to).starts_with("نشر") && is_listed(doc.word(to + 1), "مجلة دورية");
    let body = !printed && word(doc, to + 1).sense.is_some_and(|sense| sense.class == Class::Body);
    let issued = ISSUED.has(doc.word(to)) && doc.word(to + 1) == "عن";
    let from = match () {
        () if of => to,
        () if body && (doc.word(to).ends_with('ه') || doc.word(to).ends_with("ها")) => to + 1,
        () if issued => to + 2,
        () => return None,
    };
    Some((from, end.min(from + MAX_ROLE)))
}

/// Whether a word, or a pair of marks, may belong to the role that begins at `at`: it is no date, no object, and begins no
/// name.
fn may_go_on(doc: &Doc, at: usize, to: usize, limit: usize, annexed: bool) -> bool {
    let stands = doc.token(to).is_word() || doc.pair_at(to).is_some();
    let surname = has_article(doc, to) && doc.is_surname(to) && word(doc, to).sense.is_none();
    let named = surname || (annexed && begins_articled_name(doc, to, limit));
    let other = is_object(doc, to, annexed, to == at + 1) || is_other_body(doc, at, to);
    let other = other || is_acted_on(doc, at, to) || is_told_people(doc, at, to);
    let other = other || (to > at + 2 && has_article(doc, to) && !doc.is(to, Class::Title) && is_described(doc, at));
    let other = other || is_rank(doc, to);
    // «تقرير لديوان الرقابة»: its owner is none of its words.
    let paper = word(doc, at).sense.is_some_and(|sense| sense.class == Class::Doc);
    let other = other || (paper && issuer(doc, to, limit).is_some()) || is_said(doc, to);
    stands && !doc.token(to).dated && !named && !other && !is_matter(doc, to) && !gives_name(doc, to)
}

/// Whether a word goes on with what an office is of: «وزير التربية والتعليم», «وزيرة الصحة والسكان». One that is itself a
/// role, a group or a body begins another phrase.
fn joins_owner(doc: &Doc, at: usize) -> bool {
    let plain = word(doc, at).sense.is_none_or(|sense| !matches!(sense.class, Class::Role | Class::Title));
    // «وزير التجارة وترقية الصادرات».
    let annexed = || {
        let bare = doc.word(at).strip_prefix('و').filter(|_| has_article(doc, at + 1) && !ends_phrase(doc, at));
        bare.is_some_and(|bare| is_masdar_form(bare) || bare.ends_with('ة'))
    };
    plain && (starts_aside(doc, at) || annexed()) && (has_article(doc, at - 1) || starts_aside(doc, at - 1))
}

/// Whether a word behind a role that is not definite looks like its adjective («دبلوماسي رفيع», «مصدر أمني»).
pub(super) fn is_adjective(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    let nisba = word.chars().count() > 3 && (word.ends_with('ي') || word.ends_with("ية"));
    // «وكالة حماية البيئة», «وزارة تنمية المناطق».
    let nisba = nisba
        && !word.ends_with("اية")
        && !is_listed(word, "تنمية تربية تغذية توعية تسوية ناحية قرية زاوية سرية قضية حامية");
    let noun = doc.is_any(at, const { Classes::all(&[Class::First, Class::Body, Class::Namer]) });
    (nisba && !noun && !is_several(doc, at)) || doc.is(at, Class::Epithet)
}

/// Whether a role has two adjectives without the article, so that none goes with it that has one: «ناطق عسكري سوداني
/// القوات».
fn is_described(doc: &Doc, at: usize) -> bool {
    let woman = word(doc, at).sense.is_some_and(|sense| sense.agree.gender == Gender::F);
    (at + 1..at + 3).all(|at| is_adjective(doc, at) && doc.word(at).ends_with('ة') == woman)
}

/// Whether a word opens a phrase that names a source («الوزير، بحسب بيان، …»).
pub(super) fn is_source(doc: &Doc, at: usize) -> bool {
    doc.phrase(at, at + 4, Class::Nominal).is_some()
}

/// Whether a body, or a thing that has a name, with the article, behind a role or body that is closed by an article already, is the object of its
/// verb: «حمّلت بلدية النخيل الشركة المسؤولية». An adjective («الخارجية») is not.
fn is_other_body(doc: &Doc, at: usize, to: usize) -> bool {
    let parsed = word(doc, to);
    let body = parsed.article && !parsed.attached && parsed.sense.is_some_and(|sense| sense.class == Class::Body);
    // «افتتح وزير الثقافة المهرجان».
    // «رئيس هيئة القناة الفريق فلان»: a rank.
    let rank = doc.is(to, Class::Title) && (doc.is(to + 1, Class::First) || is_grade(doc, to + 1));
    (body || is_namer(doc, to))
        && !rank
        && to > at + 1
        && has_article(doc, to - 1)
        && !doc.word(to).ends_with("ية")
        && !doc.word(to).ends_with('ي')
}

/// Whether the word right behind a role is a verb that no lexicon has, and no name: «أن الخبير زار المركز».
fn is_verb(doc: &Doc, at: usize, to: usize, sense: Sense, parsed: Word) -> bool {
    let opened = at.checked_sub(1).is_some_and(|before| doc.is(before, Class::Comp));
    let articled = (parsed.article && sense.class == Class::Role) || (opened && sense.class == Class::Title);
    // Behind a verb of saying stands its subject, and no other verb: «وأشار زميله فلان».
    // Behind «أما» stands what the verb with «ف» tells of.
    // «وفقاً لرواية تلميذته فلانة الفلانية»: nor behind a source.
    let paper =
        |at: usize| word(doc, at).attached && word(doc, at).sense.is_some_and(|sense| sense.class == Class::Doc);
    let leads = |at: usize| {
        let source = doc.is_even_joined(at, Class::Nominal) || paper(at);
        source
            || is_present(doc, at) && doc.word(at).starts_with('ي')
            || super::ar::is_finite(doc, at)
            || matches!(doc.word(at), "أما" | "وأما")
    };
    let subject = at.checked_sub(1).is_some_and(leads);
    let right_behind = to == at + 1 && (parsed.owner.is_some() || articled) && !subject;
    let known = doc.is(to, Class::First) || kunya(doc, to) != Gender::Any || doc.is_surname(to);
    // No verb ends in ة or, longer than «جاء», in اء; and none stands before another.
    let spelled = doc.word(to);
    let noun = spelled.ends_with('ة') || (spelled.ends_with("اء") && !spelled.starts_with(['أ', 'ج', 'ش']));
    let known = known || noun || super::ar::is_finite(doc, to + 1) || is_present(doc, to + 1);
    // «أن المزارعة فلانة الفلانية، من القرية»: two bare words that a comma ends.
    let two = doc.token(to + 1).is_word() && may_name(doc, to + 1) && !has_article(doc, to + 1);
    let closed = two && doc.kind(to + 2) == Kind::Comma && parsed.owner.is_none();
    // «زميله فلان فلاني الذي يرى», «ابنته فلانة، التي تدير المسرح».
    let closed = closed || (two && (doc.is(to + 2, Class::Relative) || super::ar::is_finite(doc, to + 2)));
    let closed = closed || (doc.kind(to + 1) == Kind::Comma && doc.is(to + 2, Class::Relative));
    let single = opened || parsed.owner.is_some() || !doc.token(to + 1).is_word() || ends_phrase(doc, to + 1);
    let single = single && !closed;
    right_behind && !known && single
}

impl Phrase {
    /// The phrase with what its role says.
    fn with_role(self, role: &Self) -> Self {
        Self { owner: role.owner.or(self.owner), possessor: role.possessor, definite: true, ..self }
    }
}

/// Whether a word is people that a verb and its subject act on («ناشد رئيس البلدية السكان»), and no part of a role.
fn is_object(doc: &Doc, at: usize, annexed: bool, right_behind: bool) -> bool {
    let many = is_people(doc, at) && has_article(doc, at);
    many && annexed && (right_behind || has_article(doc, at - 1) || !doc.word(at).ends_with("ين"))
}

/// Whether a word calls somebody one who speaks for another: «المتحدثة», «ناطق».
pub(crate) fn is_spokesman(doc: &Doc, at: usize) -> bool {
    ["متحدث", "ناطق"].iter().any(|role| doc.word(at).contains(role))
}
