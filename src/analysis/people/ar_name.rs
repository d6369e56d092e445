//! Arabic names: the run of words that a name is. Nothing tells a name from the words around it but what may not stand
//! in one, and what the text and the lexicon know of it.

use super::Phrase;
use super::ar::{ends_phrase, is_finite, starts_aside};
use super::ar_begins::{follows_title, is_uncle_who_acts, kunya, leads_name};
use super::ar_deed::{has_come, is_present};
use super::ar_family::{is_annexed_to_owned, is_family, is_measure, is_rank};
use super::ar_object::{acts, counts_some, ends_before_object, is_complement};
use super::ar_office::is_most;
use super::ar_role::{MAX_ROLE, bounds};
use super::ar_shape::{RECALLED, is_many_things, is_masdar};
use super::ar_tail::is_at_body;
use super::ar_word::{has_article, has_to_the, without_accusative, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag, key_of};
use crate::analysis::listed::{List, ends_in};
use crate::analysis::token::Kind;

/// Words of a name at most, with its particles: «عبد الرحمن بن محمد آل خليفة».
pub(super) const MAX_NAME: usize = 5;

/// Whether a word binds the next one to the name that it stands in, in the countries whose names Arabic papers print.
pub(crate) fn is_particle(doc: &Doc, at: usize) -> bool {
    doc.is(at, Class::Binder)
}

/// Words of a name at most, without particles: «تاج السر بابكر هباني».
const NAME_WORDS: usize = 4;

/// The token behind a name that begins at `from`.
fn name_end(doc: &Doc, start: usize, from: usize, end: usize) -> usize {
    let follows_amma = follows_amma(doc, start);
    let known = doc.is_surname(from) && !doc.is(from, Class::First);
    let (mut to, mut words, mut binds) = (from, 0, false);
    // «هيثم محمد إبراهيم عوض الله».
    let more = |to: usize, words: usize| words < NAME_WORDS || words == NAME_WORDS && doc.word(to) == "الله";
    while to < end && more(to, words) && doc.token(to).is_word() && !doc.token(to).dated {
        let here = to == from;
        // «عبد الرحمن», «أبو اليمان», «علاء الدين» are one name: its article begins no surname.
        let bound = !here && (takes_article(doc.word(to - 1)) || is_annexed(doc.word(to)));
        let family = !here && doc.word(to - 1) == "العبد";
        let article = has_article(doc, to) && (!bound || family);
        // «دو لا تور»; a particle binds no «أن».
        let ends = if binds { ends_bound(doc, to) } else { ends_name(doc, from, to, bound, known) };
        if !here && is_family(doc, start, from, to) {
            return to + 1;
        }
        let other = || is_measure(doc, from, to) || is_rank(doc, to) || is_annexed_to_owned(doc, start, from, to);
        if !here && (ends && !is_verb_alike(doc, start, from, to) || !binds && other()) {
            break;
        }
        let first = doc.is(to, Class::First);
        if !here && !bound && !binds && ends_before_object(doc, start, to, words) {
            break;
        }
        // «تعجن أم خليل الطحين قبل الفجر».
        let child = to == start + 2 && kunya(doc, start) != Gender::Any;
        let child = words == 1 && (child || to > 1 && is_uncle_who_acts(doc, to - 2));
        let closed = !doc.token(to + 1).is_word() || doc.is(to + 1, Class::Comp);
        // «تفتح أم كريم دفتراً قديماً».
        let object = || article && !doc.word(to).ends_with('ي') || without_accusative(doc.word(to)).is_some();
        if child && !closed && object() && !doc.is(to, Class::First) && !doc.is_surname(to) {
            break;
        }
        // «أما أديب فرح فسافر».
        let verb = doc.word(to).starts_with('ف')
            && !(doc.word(to + 1).starts_with('ف') && doc.word(to + 1).chars().count() > 3);
        if !here && follows_amma && verb && !first {
            break;
        }
        let second = || article && !family && has_article(doc, to - 1) && !is_annexed(doc.word(to - 1));
        if !here && !binds && second() && !ends_given(doc, from, to - 1) {
            break;
        }
        // «كاترين دو لا تور».
        binds = is_particle(doc, to) || (binds && doc.word(to).chars().count() <= SHORT_PARTICLE);
        words += usize::from(!(binds || bound && is_annexed(doc.word(to))));
        to += 1;
        // «محمد الأمين ولد بباه».
        let descent = matches!(doc.word(to), "ولد" | "بن" | "منت" | "بنت");
        // «مولاي الحسن بلمقدم العلوي».
        let given = to > from + 1 && leads_name(doc, to - 2);
        if article && !here && !takes_article(doc.word(to - 1)) && !descent && !given {
            to = last_of(doc, start, from, to);
            break;
        }
    }
    to
}

/// Whether a surname is spelled as a verb, behind a given name: behind the verb of the phrase no other stands before what is
/// said («ونفى المتحدث أيمن شكر أن»).
fn is_verb_alike(doc: &Doc, start: usize, from: usize, at: usize) -> bool {
    let verb = at == from + 1 && doc.is(at, Class::Verb) && doc.is(from, Class::First);
    let said = || doc.is(at + 1, Class::Comp) || doc.kind(at + 1) == Kind::Colon;
    verb && said() && start.checked_sub(1).is_some_and(|verb| is_finite(doc, verb))
}

/// Whether a word stands behind «أما»: a verb with «ف» tells of it.
pub(super) fn follows_amma(doc: &Doc, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(doc.word(before), "أما" | "وأما"))
}

/// Whether a particle binds no word here: behind «بن» a verb is a name as well («بن شكر»).
fn ends_bound(doc: &Doc, at: usize) -> bool {
    let father = matches!(doc.word(at - 1), "بن" | "ابن" | "بنت" | "آل" | "ولد" | "أيت" | "آيت");
    doc.word(at) != "لا" && ends_phrase(doc, at) && (!father || doc.is(at, Class::Comp))
}

/// The token behind a name whose last word with the article stands before `at`: one word more belongs to it where
/// a comma or the word that opens a clause closes it, and what a particle binds («عبد الجبار الكوهجي عاشور،», «سهام الورغي
/// بن صالح،», «رضا الجدي العياري،»).
fn last_of(doc: &Doc, start: usize, from: usize, at: usize) -> usize {
    let end = at + 1 + usize::from(is_particle(doc, at));
    let closed = matches!(doc.kind(end), Kind::Comma | Kind::Stop | Kind::Break) || doc.is(end, Class::Comp);
    let plain = closed && doc.token(at).is_word() && !doc.token(at).dated && doc.token(end - 1).is_word();
    let goes_on = || {
        let parsed = word(doc, at);
        let unknown = parsed.sense.is_none_or(|sense| sense.class == Class::First) && !parsed.conjunction;
        // «نفى فلان الفلاني التهمة.».
        let articled = has_article(doc, at) && (doc.word(at).ends_with('ي') || !acts(doc, start));
        let shaped = articled || !has_article(doc, at) && !doc.word(at).ends_with(['ة', 'ا']);
        (unknown || end > at + 1) && shaped && !ends_name(doc, from, at, false, false)
    };
    if plain && goes_on() { end } else { at }
}

/// Letters of a word between a particle and the name that it binds, at most: «دو لا تور», «فان دير فليت».
const SHORT_PARTICLE: usize = 2;

/// Verbs between which and another stands one who is called by a given name: «لم تكن سعاد تعرف».
const WAS: List =
    List::of("كان كانت وكان وكانت يكن تكن يكون تكون ظل ظلت ظلّ ظلّت بات باتت راح راحت بدأ بدأت عاد عادت يعد تعد");

/// Whether a word behind the first of a name is no part of it.
fn ends_name(doc: &Doc, from: usize, at: usize, bound: bool, known: bool) -> bool {
    let article = has_article(doc, at) && !bound;
    // «ناشد فلان المنظمات»: whose surname the text has given is called by no words that it has not.
    let stranger = known && !bound && !doc.is_surname(at) && !doc.is(at, Class::First) && !is_particle(doc, at);
    // «وصفت فلانة الفلان لحظة الانفجار», «انتقد فلان الفلان الفلان حجم البعثة»: a thing that is annexed to another.
    let annexed = at > from + 1 && has_article(doc, at + 1) && !article;
    let thing = annexed
        && (doc.word(at).ends_with('ة') || at > from + 2 || is_many_things(doc.word(at)))
        && !doc.is(at, Class::First)
        && !is_particle(doc, at);
    // «أسامة صفوت مأمور مركز إطسا»: no surname is annexed to a body.
    let body =
        |at: usize| !word(doc, at).attached && word(doc, at).sense.is_some_and(|sense| sense.class == Class::Body);
    let heads = at > from + 1 && !article && !doc.is(at, Class::First) && !has_article(doc, at + 1) && body(at + 1);
    // «محمد إقبال،».
    let closes = at == from + 1 && !article && (doc.is(from, Class::First) || follows_title(doc, from));
    let closes = closes
        && (matches!(doc.kind(at + 1), Kind::Comma | Kind::Colon)
            || matches!(doc.word(at + 1), "الذي" | "التي" | "إن"));
    // «وكان فراس يعمل في الصيدلية».
    let was = || at == from + 1 && from.checked_sub(1).is_some_and(|was| WAS.has(doc.word(was)));
    // «جلس محمد رفيق خلف المقود».
    let led = at > from + 1 && doc.is(at, Class::Prep) && has_article(doc, at + 1) && !is_annexed(doc.word(at + 1));
    // «حسن فضل الله».
    let of_god = at == from + 1 && doc.word(at + 1) == "الله" && !doc.word(at).ends_with('ه');
    // «استقبل أبو رامز زبونه الأول».
    let anothers = word(doc, at).owner.is_some() && !closes && !doc.is_surname(at) && !doc.is(at, Class::First);
    // «مشعل فالح،»: behind its verb, no «ف» begins another.
    let closed = !doc.token(at + 1).is_word() || doc.is(at + 1, Class::Comp) || doc.is(at + 1, Class::Relative);
    let own = at == from + 1 && closed && doc.word(at).starts_with('ف') && !doc.is(at, Class::Verb);
    (ends_phrase(doc, at) && !of_god && !own)
        || (anothers && !bound)
        || RECALLED.has(doc.word(at))
        || is_most(doc, at)
        || led
        || heads && !doc.is_surname(at)
        || has_come(doc, at)
        || is_present(doc, at) && (was() || is_done_by(doc, from, at, article))
        || doc.word(at).starts_with('ب') && is_at_body(doc, at) && !doc.is(at, Class::First) && !doc.is_surname(at)
        || joins_other(doc, at) && !is_in_commas(doc, from, at)
        || at > from && counts_some(doc, at) && doc.token(at + 1).is_word() && !has_article(doc, at + 1)
        || (starts_aside(doc, at) && !doc.is_surname(at))
        || (!bound
            && (thing
                || stranger
                || begins_other(doc, from, at, article)
                || is_owned(doc, at)
                || (is_masdar(doc, at) && !closes)))
}

/// Whether a verb in the present behind a name tells what its bearer does.
fn is_done_by(doc: &Doc, from: usize, at: usize, article: bool) -> bool {
    let (next, his) = (at + 1, doc.word(at).starts_with('ي'));
    // «منير يسكن في الحي», «فاطمة تضع صحناً على المائدة».
    let woman = !his && doc.sense(from, Class::First).is_some_and(|first| first.agree.gender == Gender::F);
    let what = doc.is(next, Class::Prep) && !doc.token(next).dated || without_accusative(doc.word(next)).is_some();
    let somewhere = at == from + 1 && doc.is(from, Class::First) && (his || woman) && what;
    // «غريس أكينيي تتلقى رسائل التحذير», «العم برهوم يصنع السلال».
    let role = || word(doc, next).sense.is_some_and(|sense| sense.class == Class::Role);
    let goes_on = || doc.token(next).is_word() && !ends_phrase(doc, next) && !role();
    somewhere || (at > from + 1 && !article || has_article(doc, next) && his) && goes_on()
}

/// A name that begins at `from`, for a phrase that begins at `start`.
pub(super) fn named(
    doc: &Doc,
    start: usize,
    from: usize,
    end: usize,
    head: Option<(usize, Sense)>,
    agree: Agree,
) -> Phrase {
    let to = name_end(doc, start, from, end);
    // A surname («كرم») may be the given name of another.
    let surname = to == from + 1 && doc.is_surname(from) && start == from;
    let mut names = doc.lexicon.senses(doc.key(from)).filter(|sense| sense.class == Class::First && !surname);
    let first = names.next().map(|sense| sense.agree.gender).unwrap_or_default();
    // «النائب فتيحة …»: an office that has no word for a woman; its verb tells.
    let woman = first == Gender::F && names.next().is_none() && !is_annexed(doc.word(from + 1));
    // «قالت النائب بولا يعقوبيان», «النائب بولا يعقوبيان ردت»: the verb beside a name that no lexicon has tells as well.
    let object = flag::OBJ | flag::WHOM | flag::NAME;
    let asks = |verb: Sense| verb.agree.gender == Gender::F && (!verb.has(object) || verb.has(flag::ANSWER));
    let beside = |at| doc.sense_even_joined(at, Class::Verb).is_some_and(asks);
    let woman = woman || (first == Gender::Any && (beside(start.wrapping_sub(1)) || beside(to)));
    let agree = match agree.gender {
        Gender::Any => Agree::new(first, Number::One),
        Gender::M if woman => Agree::new(Gender::Any, Number::One),
        _ => agree,
    };
    let said = explained(doc, to);
    // «داليا شاهين، مؤسس الائتلاف»: only a word for a woman tells.
    let agree = said.map(|said| said.agree).filter(|said| said.gender == Gender::F).unwrap_or(agree);
    let (head, also) = (head.or(said.and_then(|said| said.head)), said.and_then(|said| said.head));
    Phrase {
        start,
        end: to.max(from + 1),
        name: Some((from, to.max(from + 1))),
        head,
        also: also.map(|(_, sense)| sense),
        agree,
        owner: said.and_then(|said| said.owner),
        ..Phrase::default()
    }
}

/// Whether a given name that has the article ends with this word: «الطاهر», «عبد الرحمن».
fn ends_given(doc: &Doc, from: usize, at: usize) -> bool {
    let nisba = at == from && doc.word(at + 1).ends_with('ي') && !doc.token(at + 2).is_word();
    doc.is(at, Class::First) || nisba || (at > from && takes_article(doc.word(at - 1)))
}

/// Whether a word with the article is the second half of a given name: «عطا الله», «عوض الكريم», «زين العابدين».
pub(super) fn is_annexed(word: &str) -> bool {
    const SECOND: List =
        List::of("الله الزهراء الدين الكريم الرحمن الرحيم السر الختم العابدين الهدى النصر الإسلام المولى الحق");
    SECOND.has(word)
}

/// Whether a word is bound to a given name that has the article.
fn takes_article(word: &str) -> bool {
    matches!(word.strip_prefix('ب').unwrap_or(word), "عبد" | "العبد" | "أبو" | "ابو" | "أبي" | "أم")
}

/// Whether a name in apposition ends with a word: «كريم بالعربي،», «حيدر كاظم لفته،».
pub(super) fn is_in_commas(doc: &Doc, from: usize, at: usize) -> bool {
    let comma = |at: usize| doc.kind(at) == Kind::Comma;
    at > from && from > 0 && comma(from - 1) && comma(at + 1)
}

/// Whether a word within a name is what the one named is, or another thing («فلان رئيس …», «وفاء المحكمة»).
fn begins_other(doc: &Doc, from: usize, at: usize, article: bool) -> bool {
    // «دشن فلان المحطة»: a thing that is called by a name is no name.
    // «أطلق فلان الفلاني أغنية»: behind two words of a name, one with no article as well.
    let named = || at > from + 1 && doc.is(at, Class::Namer) && !doc.is(at, Class::First) && !doc.is_surname(at);
    if (article && is_namer(doc, at)) || named() {
        return true;
    }
    // Nothing is the narrator's own: «شيخاني» is a surname.
    let parsed = word(doc, at);
    let mine = parsed.owner == Some(Agree::new(Gender::Any, Number::One));
    let Some(sense) = parsed.sense.filter(|sense| sense.class != Class::First && !mine) else { return false };
    // «ودع سمير شقيقه».
    if parsed.owner.is_some() && !parsed.attached && doc.is(from, Class::First) && !doc.is_surname(at) {
        return true;
    }
    // «بول نجار الراعي،»: a calling that nothing goes on with is a surname.
    let closes = !doc.token(at + 1).is_word() || doc.is(at + 1, Class::Comp);
    // «ريا منسى الحاج»: behind two words of a name, an honorific is a surname as well; «سليم حمادة العامل في الورشة» is not.
    let next = at + 1;
    let held = has_article(doc, next)
        || doc.is(next, Class::First)
        || matches!(doc.word(next), "في" | "لدى")
        || doc.word(next).starts_with('ب');
    let closes = closes || (sense.class == Class::Title && at >= from + 2 && !held);
    // «أمان الله القروي»: two words that are one.
    let compound = is_annexed(doc.word(at.wrapping_sub(1))) || takes_article(doc.word(from));
    let second = at == from + 1 || (compound && at == from + 2);
    // «نعى فلان الفلاني الراحل،».
    // «أنطوان خوري حداد:»: nor does a trade with no article.
    if (article || !second) && closes && matches!(sense.class, Class::Role | Class::Title) && !sense.has(flag::GENERIC)
    {
        return false;
    }
    let thing = matches!(sense.class, Class::Body | Class::Group | Class::Doc | Class::Source);
    let known = doc.is(at, Class::First) || doc.is_surname(at);
    // «أبلغ كريم وكالة رويترز», «طالب كريم وزير المالية»: what is annexed to another is none of a name that the text has given.
    if second && !article && !known && doc.is_surname(from) && sense.class != Class::Title {
        return has_article(doc, at + 1) || sense.class != Class::Role;
    }
    if article { ((thing && doc.is(from, Class::First)) || !second) && !known } else { !second && !known }
}

/// Whether a word is the article and a noun that announces a name, and itself in no name that the text has given.
pub(super) fn is_namer(doc: &Doc, at: usize) -> bool {
    let bare = doc.word(at).strip_prefix("ال").map(key_of);
    !doc.is_surname(at) && bare.is_some_and(|key| doc.lexicon.is(key, Class::Namer))
}

/// The role that an apposition or a clause behind a name gives it: «زهرة بوقرة، وهي فلاحة», «فلان، رئيس الهيئة».
fn explained(doc: &Doc, at: usize) -> Option<Phrase> {
    if doc.kind(at) != Kind::Comma {
        return None;
    }
    let at = at + 1 + usize::from(matches!(doc.word(at + 1), "وهو" | "وهي"));
    let parsed = word(doc, at);
    let plain = !parsed.attached && !parsed.conjunction && parsed.owner.is_none();
    parsed
        .sense
        .filter(|sense| plain && sense.class == Class::Role && !sense.has(flag::GENERIC))
        .map(|sense| bounds(doc, at, at + MAX_ROLE, sense, parsed))
}

/// Whether a word has something written to it that begins another phrase («للصحافيين»، «وهو»).
fn joins_other(doc: &Doc, at: usize) -> bool {
    if has_to_the(doc, at)
        || is_complement(doc, at)
        || (doc.word(at).starts_with("بال") && !doc.is(at, Class::First) && !doc.is(at + 1, Class::Comp))
    {
        return true;
    }
    let parsed = word(doc, at);
    // «أحمد فكاك»: no «ف» joins one name to another.
    if parsed.conjunction && doc.word(at).starts_with('ف') {
        return false;
    }
    // «جمال وحسام», «قال جمال لحسام»: «بعلي» may be a surname.
    let other = |sense: Sense| sense.class != Class::First || parsed.conjunction || doc.word(at).starts_with('ل');
    parsed.sense.is_some_and(other) && (parsed.attached || parsed.conjunction)
}

/// Whether an unknown word has a suffix of possession, and so is no name: «قلقه», «يديها».
pub(super) fn is_owned(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    let owned = ends_in(word, &["ها", "هم", "هن", "هما", "ه"]);
    // «خيرالله», «عبدالإله», «نزيه» end in letters of their own.
    let own = || word.ends_with("الله") || word.starts_with("عبدال") || word.ends_with("يه") && !word.starts_with('ب');
    let own = || own() || is_particle(doc, at + 1) || doc.is_surname(at);
    owned && word.chars().count() > 3 && self::word(doc, at).sense.is_none() && !own() && !doc.is(at, Class::First)
}
