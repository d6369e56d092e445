//! To whom an Arabic verb of saying speaks, and how: what stands between the verb and its subject.

use super::subject_ar::{is_name, is_preposition};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Gender, Number, Sense, flag};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::people::ar_object::is_occasion;
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;

/// Words between a verb and its subject: «قال لي أمس …».
const SUBJECT_REACH: usize = 4;

/// Behind a verb, the token behind those who are told something, when and how.
pub(super) fn behind_told(doc: &Doc, mut from: usize, end: usize, sense: Sense) -> usize {
    for _ in 0..SUBJECT_REACH {
        let token = doc.token(from);
        let word = doc.word(from);
        let skips = token.dated
            || is_addressee(doc, from)
            || matches!(
                doc.word(from),
                "أيضاً" | "أيضا" | "أمس" | "اليوم" | "لاحقاً" | "به" | "بها" | "عنه" | "عنها" | "عنهم" | "فيه" | "فيها"
            )
            || (doc.word(from) == "ذلك" && ar::word(doc, from + 1).sense.is_some())
            // «ويختصر الحال عامل في المصنع:».
            || (doc.is(from, Class::Prep) && ar::word(doc, from).article)
            || (sense.has(flag::WHOM) && matches!(doc.word(from), "الرأي" | "القول" | "الموقف"));
        // «تجيب بحذر:», «شهد لصالحه جاره».
        let how = is_unknown(doc, from)
            && !is_foreign(doc, from)
            && ((word.starts_with('ب') && ar::phrase(doc, from, end).is_some_and(|one| one.end == from + 1))
                || (word.starts_with('ل') && (word.ends_with('ه') || word.ends_with("ها"))));
        // «فأجابت ببراءة:»: a name is led by no preposition here.
        let parsed = ar::word(doc, from);
        let first = parsed.sense.is_some_and(|sense| sense.class == Class::First);
        let how = how || (word.starts_with('ب') && parsed.attached && first) || is_mood(doc, from);
        // «قال لمراسلنا».
        let how = how || (word.starts_with('ل') && parsed.attached && parsed.owner.is_some());
        // «صرح لوسائل الإعلام».
        let long = doc.word(from).starts_with('ل') && doc.word(from).chars().count() > 3;
        // «قالت لجنة التحقيق»: the letter is the word's own.
        let own = ar::word(doc, from).sense.is_some() && !ar::word(doc, from).attached;
        let told = long && doc.word(from + 1).starts_with("ال") && !is_name(doc, from) && !own;
        // «أكده لـ«الجهوية» المدير».
        if matches!(doc.word(from), "لـ" | "ل") && doc.pair_at(from + 1).is_some() && from < end {
            from = doc.next(from + 1);
            continue;
        }
        let lacking = lacking(doc, from);
        if lacking > 0 && from < end {
            from += lacking;
            continue;
        }
        // «أوضح لوكالة (الخبر الآن) النائب».
        let outlet = ar::is_outlet(doc, from) || matches!(doc.word(from), "لـ" | "ل");
        if outlet && doc.kind(from + 1) == Kind::Opener {
            let closer = (from + 2..end.min(from + 2 + OUTLET)).find(|at| doc.kind(*at) == Kind::Closer);
            from = closer.map_or(from + 1, |closer| closer + 1);
            continue;
        }
        // «قال للتلفزيون الرسمي»: to whom «لل» leads nobody speaks.
        let to_the = word.starts_with("لل") && word.chars().count() > 4 && !doc.is(from, Class::First);
        let told =
            told || (to_the && ar::word(doc, from + 1).sense.is_none() && doc.word(from + 1).ends_with(['ي', 'ة']));
        let skips = skips || to_the;
        let spelled = if long || told { 0 } else { spelled(doc, from) };
        let manner = is_manner(doc, from);
        let skips = skips || told || how || manner || spelled > 0;
        if from < end && skips { from += spelled.max(1 + usize::from(told || manner)) } else { break }
    }
    from
}

/// How many words at a token tell without what something is said: «أجاب دون تردد:», «قال من غير تلعثم:».
fn lacking(doc: &Doc, at: usize) -> usize {
    let lead = at + usize::from(doc.word(at) == "من");
    let led = doc.is(at, Class::Prep);
    let is = led && is_listed(doc.word(lead), "دون بدون بلا بغير غير") && (lead > at || doc.word(lead) != "غير");
    // «دون أن يذكر».
    let noun = doc.token(lead + 1).is_word() && !doc.is(lead + 1, Class::Comp) && !ar::word(doc, lead + 1).article;
    if is && noun { lead + 2 - at } else { 0 }
}

/// Words of the name of an outlet in brackets, at most.
const OUTLET: usize = 5;

/// Whether a word that begins with «ب» has no form of what one speaks with: «قال بامطرف:», and not «قال بحزن:», «قال بانفعال:».
fn is_foreign(doc: &Doc, at: usize) -> bool {
    let Some(noun) = doc.word(at).strip_prefix('ب') else { return false };
    let long = noun.chars().count() > 4 && !noun.starts_with(['أ', 'إ', 'ت']) && !noun.ends_with(['ة', 'ء', 'ً', 'ا']);
    let said = !doc.token(at + 1).is_word() || doc.is(at + 1, Class::Comp);
    long && said && !noun.starts_with("ال") && !ar::is_masdar_form(noun)
}

/// Whether a word is how something is said, right before who says it: «يحكي بمرارة فلان», «قال بغضب المزارع فلان».
fn is_mood(doc: &Doc, at: usize) -> bool {
    if !doc.word(at).starts_with('ب') || !is_unknown(doc, at) || doc.is(at, Class::First) {
        return false;
    }
    let calls = |sense: Sense| matches!(sense.class, Class::Role | Class::Title | Class::First);
    let next = ar::word(doc, at + 1);
    let said = next.sense.is_some_and(calls) && !next.attached && !next.conjunction;
    said && (doc.word(at).ends_with('ة') || next.article || doc.is(at + 1, Class::Title))
}

/// Whether two words at a token are how something is said: «ويضيف بعربية مكسرة:», «يقول بحزن شديد:».
fn is_manner(doc: &Doc, at: usize) -> bool {
    let Some(noun) = doc.word(at).strip_prefix(['ب', 'ل']).filter(|_| is_unknown(doc, at)) else { return false };
    let adjective = doc.word(at + 1);
    let plain = doc.token(at + 1).is_word() && !doc.is(at + 1, Class::First) && !doc.is_surname(at + 1);
    let woman = noun.ends_with(['ة', 'ت']) && adjective.ends_with('ة');
    // «…»، تعلّق بمثل شعبي.
    // «يروي لطفل صغير.», and not «يقول برهم قادري.».
    let nisba = adjective.ends_with('ي') && !is_listed(noun, "مثل قول بيت صوت لحن شعر حزن هدوء");
    let adverb = ar::is_adjective_form(adjective) && !adjective.starts_with("ال") && !nisba;
    let adverb = adverb && !doc.token(at + 2).is_word();
    let closed = matches!(doc.kind(at + 2), Kind::Colon | Kind::Comma) || ar::word(doc, at + 2).sense.is_some();
    let closed = closed && !adjective.ends_with(['ة', 'ي']) && !adjective.starts_with("ال");
    let man = noun.chars().count() == 3 && (closed && doc.word(at).starts_with('ب') || adverb);
    // «تروي بعينين دامعتين».
    let two = noun.ends_with("ين") && adjective.ends_with("ين");
    let woman = (woman || two) && doc.word(at).starts_with('ب');
    plain && !doc.is(at, Class::First) && (woman || man)
}

/// How many words at a token are the names of Latin letters, which the one spoken to has for its name: «لبي بي سي».
fn spelled(doc: &Doc, at: usize) -> usize {
    const LETTERS: &str = "إيه ايه أي بي سي دي إف اف جي إن ان إس اس تي آر ار في أو";
    let Some(first) = doc.word(at).strip_prefix('ل').filter(|first| is_listed(first, LETTERS)) else { return 0 };
    let more = (at + 1..at + 4).take_while(|at| is_listed(doc.word(*at), LETTERS)).count();
    if first.is_empty() || more == 0 { 0 } else { 1 + more }
}

/// The token behind what is spoken about, or the context of it, where that stands before the subject: «وعقّب على ذلك النائب
/// فلان بأن», «وأوضحت في السياق ذاته المديرة», «وأكد من جهته الوزير».
pub(super) fn behind_context(doc: &Doc, at: usize, end: usize) -> usize {
    if !is_preposition(doc, at) {
        return at;
    }
    if let Some(opener) = doc.phrase(at, end, Class::Conn) {
        return at + usize::from(opener.words);
    }
    let (noun, next) = (at + 1, at + 2);
    let parsed = ar::word(doc, next);
    let thing = parsed.article && parsed.sense.is_none();
    match doc.word(noun) {
        "ذلك" => next + usize::from(thing),
        // «ويجيب عن السؤال الباحث فلان».
        "السؤال" | "الأسئلة" | "التساؤل" => next,
        // «رد على هذا النائب» tells whom one answers.
        "هذا" | "هذه" if thing => next + 1,
        _ if ar::word(doc, noun).article && doc.is(next, Class::SelfWord) => next + 1,
        _ if is_occasion(doc, noun) => behind_occasion(doc, next, end).unwrap_or(at),
        _ => at,
    }
}

/// Where the subject stands behind an occasion that ends before `next` or behind an adjective: «في تصريح صحفي الوزير فلان أن»,
/// «خلال مؤتمر صحافي الأحد الوزير فلان», «في بيان وزارة الداخلية أن», whose the statement is.
fn behind_occasion(doc: &Doc, next: usize, end: usize) -> Option<usize> {
    let leads = |at: &usize| {
        let found = ar::phrase(doc, *at, end).filter(|found| found.head.is_some());
        found.is_some_and(|found| opens_clause(doc, found.end) || doc.kind(found.end) == Kind::Comma)
    };
    let described = !ar::word(doc, next).article && doc.word(next).ends_with('ي');
    let next = next + usize::from(described);
    let day = (next..end).take_while(|at| doc.token(*at).dated).count();
    Some(next + day).filter(leads)
}

/// Whether a word opens a clause, or a preposition before such a word: «أن», «على أن».
pub(super) fn opens_clause(doc: &Doc, at: usize) -> bool {
    doc.is(at, Class::Comp) || doc.is(at + 1, Class::Comp)
}

/// Whether a word is none that the lexicon or the text knows.
fn is_unknown(doc: &Doc, at: usize) -> bool {
    doc.token(at).is_word()
        && !doc.is(at, Class::Comp)
        && ar::word(doc, at).sense.is_none()
        && !doc.is_surname(at)
        && !ar::word(doc, at).article
}

/// Whom a preposition means that is written to a suffix.
const ADDRESSED: List = List::of("له لها لي لنا منا لهم لكم لك عليه عليها عليهم إليه إليها إليهم إليك إليكم");

/// Whether a word is the one spoken to: له، لي، للصحافيين.
pub(super) fn is_addressee(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    // «وأسرّ إلينا بأن», and not «قالت إلينا فلانة».
    if word == "إلينا" {
        return doc.is(at + 1, Class::Comp) || !doc.token(at + 1).is_word();
    }
    ADDRESSED.has(word)
        || (word.starts_with("لل")
            && ar::word(doc, at)
                .sense
                .is_some_and(|sense| sense.class == Class::Group || sense.agree.number == Number::Many))
}

/// Whether a verb asks somebody whom nothing written to it means.
pub(super) fn asks_bare(doc: &Doc, at: usize, sense: Sense) -> bool {
    sense.has(flag::OBJ) && !sense.has(flag::ANSWER) && !doc.word(at).ends_with(['ه', 'ا', 'م'])
}

/// The known surname right behind the one word of an office.
pub(super) fn asked(doc: &Doc, phrase: &Phrase) -> Option<usize> {
    // «سأل القاضي المتهم».
    let second = phrase.start + 1;
    let calls = |sense: Sense| matches!(sense.class, Class::Role | Class::Title);
    let role = |at: usize| ar::word(doc, at).sense.is_some_and(calls);
    if phrase.name.is_none() && second < phrase.end && role(phrase.start) && role(second) && phrase.definite {
        return Some(second);
    }
    let (name, end) = phrase.name?;
    (name == phrase.start + 1 && end == name + 1 && doc.is_surname(name)).then_some(name)
}

/// Whether what stands behind a verb is the one spoken to; `within` a sentence, somebody spoken of before may speak.
pub(super) fn is_spoken_to(doc: &Doc, at: usize, within: bool, sense: Sense, found: &Phrase) -> bool {
    let whom = sense.has(flag::WHOM) && found.definite;
    // «وخاطبت الجمهور بالحسانية»: what no lexicon has and is no woman is whom she speaks to.
    let unknown = found.head.is_none() && !doc.is_surname(found.start) && !doc.word(found.start).ends_with('ة');
    // «ونفى المتهم التهم، وخاطب القاضي: «…»», «وخاطب القاضي قائلاً: «…»».
    let alone = !doc.word(at).ends_with(['ه', 'ا', 'م']) && leads_to_words(doc, found.end);
    if needs_object(doc, at, found) {
        return true;
    }
    whom && (sense.agree.gender == Gender::F && unknown || within && found.name.is_none() && alone)
}

/// Whether a colon, or a word that says outright that words follow, stands at a token.
fn leads_to_words(doc: &Doc, at: usize) -> bool {
    doc.kind(at) == Kind::Colon || is_listed(doc.word(at), "بالقول قائلا قائلاً قائلًا قائلة بقوله بقولها")
}

/// Whether people behind a verb that is said of nobody without them are its object: «ونصحت الزوار: «…»», «فخاطب الوزراء
/// بالقول».
fn needs_object(doc: &Doc, at: usize, found: &Phrase) -> bool {
    const VERBS: List = List::of(
        "نصح نصحت ينصح تنصح طمأن طمأنت يطمئن تطمئن خاطب خاطبت يخاطب تخاطب ناشد ناشدت يناشد تناشد حث حثت يحث تحث أبلغ \
        أبلغت يبلغ تبلغ بشر بشرت يبشر تبشر وعد وعدت يعد تعد ذكر ذكرت يذكر تذكر أخبر أخبرت يخبر تخبر",
    );
    // «ويبشّر القراء»: the sign of the doubled letter tells no other verb.
    let verb = || doc.word(at).replace('\u{651}', "");
    let tells = |verb: &str| VERBS.has(verb) || verb.strip_prefix(['و', 'ف']).is_some_and(|bare| VERBS.has(bare));
    let subject =
        ["ون", "ان"].iter().any(|end| doc.word(found.start).ends_with(end)) && doc.word(found.start) != "السكان";
    let several = found.agree.number == Number::Many || is_listed(doc.word(found.start), "الجماهير الجمهور الأهالي");
    let people = found.definite && found.name.is_none() && several && !subject;
    let said = leads_to_words(doc, found.end) || is_listed(doc.word(found.end), "بأن بأنه بأنها بأنهم");
    // «ودعا السكان إلى «عدم الاقتراب»».
    let calls = || doc.word(found.end) == "إلى" && is_listed(doc.word(at), "ودعا ودعت ويدعو وتدعو");
    people && (calls() || (said && tells(&verb())))
}

/// Whether an adverbial is an interview, which an outlet prints and another gives: «في حوار نشرته مجلة «المرسى»، قالت».
pub(super) fn is_interview(doc: &Doc, from: usize) -> bool {
    is_listed(doc.word(from + 1), "حوار مقابلة لقاء حديث")
}

/// Whether «عبر» is a verb: «وعبر مدير المعرض عن رضاه».
pub(super) fn expresses(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at), "عبر" | "وعبر" | "فعبر")
        && ar::phrase(doc, at + 1, at + EXPRESSES).is_some_and(|found| doc.word(found.end) == "عن")
}

/// Words of the subject of such a verb, at most.
const EXPRESSES: usize = 10;
