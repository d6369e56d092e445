//! Who an Arabic role is, told behind it: a name in apposition, or another role of the same person with the name.

use super::Phrase;
use super::ar::{ends_phrase, gives_name};
use super::ar_begins::{begins_kunya, begins_name, kunya, leads_name, may_name};
use super::ar_deed::is_present;
use super::ar_name::{is_owned, is_particle, named};
use super::ar_office::begins_articled_name;
use super::ar_role::{bounds, is_source, role};
use super::ar_word::{Word, has_article, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Sense, flag, key_of};
use crate::analysis::listed::is_listed;
use crate::analysis::token::Kind;

/// Callings before a name in apposition, at most: «الخبيرة الاقتصادية الدكتورة فلانة».
const CALLINGS: usize = 4;

/// The token behind a word or two that tell where a role is held, where a comma follows these: «مدير الري بالمشروع،»,
/// «المندوبة الدائمة لكازوريا،».
pub(super) fn behind_place(doc: &Doc, at: usize) -> usize {
    if doc.is(at, Class::Within) {
        return at + 1;
    }
    if let Some(to) = behind_age(doc, at) {
        return to;
    }
    let held = doc.word(at).starts_with(['ب', 'ل']) && doc.word(at).chars().count() > 3 && !doc.is(at, Class::First);
    let to = at + 1 + usize::from(has_article(doc, at + 1));
    if held && doc.kind(to) == Kind::Comma && !ends_phrase(doc, at) { to } else { at }
}

/// The token behind the words that tell an age: «البالغ من العمر 19 عاماً».
pub(super) fn behind_age(doc: &Doc, at: usize) -> Option<usize> {
    if !matches!(doc.word(at), "البالغ" | "البالغة") {
        return None;
    }
    let years = |at: &usize| is_listed(doc.word(*at), "عاما عامًا عاماً سنة ربيعا ربيعًا ربيعاً سنوات أعوام");
    (at + 1..at + AGE).find(years).map(|last| last + 1)
}

/// Words that tell an age, at most.
const AGE: usize = 6;

/// Behind a comma at `at`, a name in apposition: its first word is bare and no verb, and a comma or the verb's matter
/// follows it. Gives its first token.
pub(super) fn apposition(doc: &Doc, at: usize, end: usize) -> Option<usize> {
    if doc.kind(at) != Kind::Comma || at + 1 >= end {
        return None;
    }
    // «أمين السر، وهو الصيدلي فلان،».
    let is = usize::from(matches!(doc.word(at + 1), "وهو" | "وهي") && has_article(doc, at + 2));
    let (from, titled) = behind_callings(doc, at + 1 + is, end);
    if is > 0 && !titled {
        return None;
    }
    let parsed = word(doc, from);
    let token = doc.token(from);
    let given = doc.is(from, Class::First) || begins_kunya(doc, from) || doc.word(from).starts_with("عبدال");
    // «زميله، السعيد بوطاجين،»: a given name takes the article as well.
    let bare = |at: usize| doc.token(at).is_word() && !has_article(doc, at) && word(doc, at).sense.is_none();
    let ends = |at: usize| !doc.token(at).is_word() || doc.is(at, Class::Comp);
    let articled = doc.word(from).strip_prefix("ال").filter(|_| bare(from + 1) && ends(from + 2));
    let given = given || matches!(doc.word(from + 1), "بن" | "بنت" | "ولد" | "منت" | "بت") && !has_article(doc, from);
    let given = given || articled.is_some_and(|bare| doc.lexicon.is(key_of(bare), Class::First));
    let name = || named(doc, from, from, end, None, Agree::default()).end;
    // «الوزير، يواخيم فوغل،», «المبعوث، فولكر هاغن،»: two words between commas are no verb with its object.
    let two = |end: usize| end > from + 1 && doc.kind(end) == Kind::Comma && !has_article(doc, from + 1);
    let closed = || two(name());
    let begun = matches!(doc.word(from).chars().next(), Some('و' | 'ف')) || token.bare != token.key;
    let bare = token.is_word() && (!begun || from > at + 1 || given || (doc.word(from).starts_with('ف') && closed()));
    // «معتمد الجهة، الأزهر الحفصي،»: no thing stands in apposition to somebody.
    let surname = has_article(doc, from + 1) && doc.word(from + 1).ends_with('ي') && doc.kind(from + 2) == Kind::Comma;
    let articled = surname && !doc.word(from).ends_with(['ة', 'ي']);
    let plain = (!parsed.article || articled) && (parsed.sense.is_none() || given);
    let apart = || {
        let end = name();
        !doc.token(end).is_word() || doc.is(end, Class::Verb) || doc.is(end, Class::Comp)
    };
    let unknown = bare && plain && !ends_phrase(doc, from) && !gives_name(doc, from);
    let unknown = unknown && (from > at + 1 || !is_present(doc, from) || closed());
    let name = titled || given || (unknown && !is_owned(doc, from) && !is_source(doc, from) && apart());
    name.then_some(from)
}

/// Words that go on with a role up to the comma before its name, at most.
const CHAIN: usize = 5;

/// The name in apposition behind a comma that ends a longer chain of nouns, each annexed to the next («مدير وحدة أعمال
/// الشركة، فلان الفلاني،», «وزير التجارة وترقية الصادرات، السيد فلان،»): what one is called twice by is no name the first
/// time. Gives its first token.
pub(super) fn chained(doc: &Doc, comma: usize, end: usize) -> Option<usize> {
    let from = apposition(doc, comma, end)?;
    let to = named(doc, from, from, end, None, Agree::default()).end;
    let closed = matches!(doc.kind(to), Kind::Comma | Kind::Colon | Kind::Opener) || doc.is(to, Class::Comp);
    (closed && (from > comma + 1 || to > from + 1 || doc.is(from, Class::First))).then_some(from)
}

/// A role whose name is that of the one to whom its bearer belongs: another is named behind a comma («محامي المتهمة فلانة،
/// فلان،»), a woman or a man stands before the name («والدة الطفل فلان»), or the noun is of somebody («محامي فلانة»).
pub(super) fn of_named(doc: &Doc, end: usize, found: Phrase) -> Phrase {
    let Some(((head, sense), (from, to))) = found.head.zip(found.name) else { return found };
    let told = (head..from).any(|at| doc.kind(at) == Kind::Comma);
    if told || sense.class != Class::Role || has_article(doc, head) || word(doc, head).owner.is_some() {
        return found;
    }
    let owned = Phrase { owner: Some((head + 1, to)), definite: true, ..found };
    if let Some(second) = chained(doc, to, end) {
        let Phrase { start, owner, definite, .. } = owned;
        return Phrase { start, owner, definite, ..named(doc, head, second, end, found.head, sense.agree) };
    }
    // No «عضو المجلس الدكتورة فلانة».
    let of = "محامي محامية وكيل وكيلة أرملة طليقة طليق خطيبة صديق صديقة زميل زميلة رفيق رفيقة";
    if !(sense.has(flag::KIN) || is_listed(doc.word(head), of)) {
        return found;
    }
    let gender = |at: usize, class| doc.sense(at, class).map_or(Gender::Any, |sense| sense.agree.gender);
    let person = |sense: &Sense| matches!(sense.class, Class::Role | Class::Title);
    let before = word(doc, from - 1).sense.filter(person).map_or(Gender::Any, |sense| sense.agree.gender);
    let called = from > head + 1 && has_article(doc, from - 1) && before != Gender::Any && before != sense.agree.gender;
    let called = called && matches!(gender(from, Class::First), one if one == Gender::Any || one == before);
    let direct = doc.is(head + 1, Class::First) && from <= head + 2;
    if called || direct { Phrase { name: None, also: None, agree: sense.agree, ..owned } } else { found }
}

/// The same, behind the words from `at` on that no lexicon or text knows as a name.
pub(super) fn behind_chain(doc: &Doc, at: usize, end: usize) -> Option<usize> {
    let goes_on = |at: usize| doc.token(at).is_word() && !doc.token(at).dated && !ends_phrase(doc, at);
    // «العميد الركن مثنى باعوضة، أركان حرب المحور، أن»: nothing is annexed to a rank.
    let apart =
        |at: usize| at > 0 && has_article(doc, at - 1) && (doc.is(at - 1, Class::Title) || is_grade(doc, at - 1));
    let known = |at: usize| doc.is(at, Class::First) || doc.is_surname(at) || is_particle(doc, at) || apart(at);
    let comma = (at + 1..end.min(at + CHAIN + 1)).find(|at| !doc.token(*at).is_word())?;
    let chain = doc.kind(comma) == Kind::Comma && (at..comma).all(goes_on) && !known(at);
    if chain { chained(doc, comma, end) } else { None }
}

/// Words of a clause between a role and its name, at most.
const CLAUSE: usize = 10;

/// The name in apposition behind the clause that tells of a role: «الشاعرة التي كتبت كلماتها، سلمى دباغ». Gives its first
/// token.
pub(super) fn named_behind_clause(doc: &Doc, at: usize, end: usize) -> Option<usize> {
    // «الطبيب المشرف على حالتها، فلان،».
    let does = at.checked_sub(1).is_some_and(|does| doc.word(does).starts_with("الم") && doc.is(at, Class::Prep));
    let tells = does || matches!(doc.word(at), "الذي" | "التي");
    // «التي تأسست عام 1998، فلانة،».
    let ends = |at: &usize| !doc.token(*at).is_word() && doc.kind(*at) != Kind::Number;
    let comma = (at..end.min(at + CLAUSE)).find(ends).filter(|_| tells)?;
    chained(doc, comma, end)
}

/// Behind the honorifics and callings that a name in apposition begins with («الدكتورة فلانة», «الهولندية فلانة»,
/// «العقيد البحري فلان»), and whether an honorific, or a given name that is known, makes it sure that one follows.
fn behind_callings(doc: &Doc, at: usize, end: usize) -> (usize, bool) {
    let (mut from, mut titled) = (at, false);
    while from + 1 < end && from < at + CALLINGS {
        let title = doc.is(from, Class::Title);
        let role = word(doc, from).sense.is_some_and(|sense| sense.class == Class::Role);
        let calls = has_article(doc, from)
            && !doc.token(from).dated
            && !doc.is(from, Class::First)
            && (role || doc.word(from).ends_with(['ة', 'ي']));
        let leads = calls && (has_article(doc, from + 1) || may_name(doc, from + 1));
        let given = has_article(doc, from) && doc.is(from + 1, Class::First);
        // «الملازم الأول فلان».
        let rank = from > at && is_grade(doc, from);
        // «مرشح الحزب، سيدي ولد فلان،».
        // «المهندس الأمين كرار،».
        let named = || from > at && doc.word(from) == "الأمين" && begins_articled_name(doc, from, end);
        if !(title || leads || given || rank) || leads_name(doc, from) || named() {
            break;
        }
        titled |= title || doc.is(from + 1, Class::First);
        from += 1;
    }
    if from > at && !may_name(doc, from) { (at, false) } else { (from, titled) }
}

/// Whether a word goes on with the rank before it: «الملازم الأول», «العقيد بحري», «اللواء طيار متقاعد».
pub(super) fn is_grade(doc: &Doc, at: usize) -> bool {
    let grades = "الأول أول ثان بحري جوي ركن طيار طبيب مهندس دكتور متقاعد حقوقي خبير الركن الطيار البحري المتقاعد";
    let title = |before: usize| doc.is(before, Class::Title) && !doc.is(before, Class::First);
    // «العميد خبير أول فلان».
    let expert = |at: usize| doc.word(at) == "خبير" && at.checked_sub(1).is_some_and(title);
    let rank = at.checked_sub(1).is_some_and(|before| title(before) || expert(before));
    rank && is_listed(doc.word(at), grades)
}

/// Whether a word for a relative is a calling, and no relative of the one who is named: «عم رجب أبو سريع», «خالة سعاد».
pub(super) fn is_calling(doc: &Doc, at: usize, parsed: Word) -> bool {
    let given = |at: usize| doc.is(at, Class::First) || kunya(doc, at) != Gender::Any;
    let plain = word(doc, at + 1).sense.is_none_or(|sense| sense.class == Class::First);
    let bare = !parsed.article && parsed.owner.is_none() && doc.is(at, Class::Title);
    bare && plain && !has_article(doc, at + 1) && (given(at + 1) || given(at + 2))
}

/// A second office of the same person right behind the first, and the name: «نائب رئيس الوزراء وزير الدفاع فلان».
pub(super) fn next_role(doc: &Doc, at: usize, end: usize, first: &Phrase) -> Option<Phrase> {
    let parsed = word(doc, at);
    let plain = at < end && !parsed.attached && !parsed.conjunction && !parsed.article && parsed.owner.is_none();
    // «وزير الزراعة رائد المعلوف»: a name that is a rank as well.
    let plain = plain && !begins_kunya(doc, at) && !doc.is(at, Class::First);
    // «جاره بائع الفوانيس فلان».
    // «رفيق دربه عازف القانون فلان».
    let before = at.checked_sub(1)?;
    let owned = first.possessor.is_some() || (before > first.start && is_owned(doc, before));
    let closed = owned || (first.owner.is_some() && has_article(doc, before));
    let sense =
        parsed.sense.filter(|sense| plain && closed && sense.class == Class::Role && sense.agree.fits(first.agree))?;
    // «خفير الموقع عم رجب».
    if is_calling(doc, at, parsed) {
        return Some(named(doc, at, at + 1, end, None, sense.agree));
    }
    let second = role(doc, at, end, sense, parsed);
    if second.name.is_none() && second.end < end && may_name(doc, second.end) && !has_article(doc, second.end) {
        return Some(named(doc, at, second.end, end, second.head, sense.agree));
    }
    Some(second).filter(|phrase| phrase.name.is_some())
}

/// A second role of the same person, joined with «و», and the name: «المؤسسة والرئيسة التنفيذية فلانة».
pub(super) fn joined_role(doc: &Doc, at: usize, end: usize, agree: Agree) -> Option<Phrase> {
    let parsed = word(doc, at);
    let role = |sense: &Sense| matches!(sense.class, Class::Role | Class::Title) && sense.agree.fits(agree);
    let sense = parsed.sense.filter(|sense| at < end && parsed.conjunction && !parsed.attached && role(sense))?;
    Some(bounds(doc, at, end, sense, Word { conjunction: false, ..parsed }))
        .filter(|base| base.end < end && begins_name(doc, base.end) && !has_article(doc, base.end))
        .map(|base| named(doc, at, base.end, end, base.head, agree))
}

/// Behind a relation and a comma, a role with the name («جارها، بائع الأقمشة صبري الحايك»).
pub(super) fn second_role(doc: &Doc, at: usize, end: usize, related: bool) -> Option<Phrase> {
    let from = at + 1;
    if doc.kind(at) != Kind::Comma || from >= end {
        return None;
    }
    let parsed = word(doc, from);
    let calls = |sense: &Sense| sense.class == Class::Role || (sense.class == Class::Title && !related);
    let sense = parsed.sense.filter(|sense| calls(sense) && !parsed.attached && !parsed.conjunction)?;
    let closed = |phrase: &Phrase| {
        related || matches!(doc.kind(phrase.end), Kind::Comma | Kind::Colon) || doc.is(phrase.end, Class::Comp)
    };
    Some(role(doc, from, end, sense, parsed)).filter(|phrase| phrase.name.is_some() && closed(phrase))
}
