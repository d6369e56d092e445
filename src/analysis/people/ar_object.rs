//! Whom or what an Arabic verb acts on, whom it tells and on what occasion. These stand right behind the subject, and nothing
//! parts them: their words look like more of a name or of a role.

use super::ar::{ends_phrase, is_finite};
use super::ar_begins::begins_name;
use super::ar_name::{is_annexed, is_particle};
use super::ar_role::is_adjective;
use super::ar_shape::{is_adjective_form, is_many_things, is_masdar_form, is_present_form, is_root};
use super::ar_word::{has_article, has_to_the, word};
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Class, Classes, Number, Sense, flag};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::token::Kind;

/// Whether a word with the article is several people: «الصحفيين», «السكان».
pub(super) fn is_people(doc: &Doc, at: usize) -> bool {
    let people = word(doc, at).sense.is_some_and(|sense| {
        sense.class == Class::Group || (sense.class == Class::Role && sense.agree.number == Number::Many)
    });
    people && (has_article(doc, at) || has_to_the(doc, at))
}

/// Letters of a surname with the article and «ين» or «ات» at its end, at most: «الأمين», «الشحات».
const LONG_SURNAME: usize = 6;

/// Whether «ل» leads to people who are told something, and not to those whom a body is of («الاتحاد العام للصحفيين»). Its
/// phrase begins at `head`.
pub(super) fn is_told_people(doc: &Doc, head: usize, at: usize) -> bool {
    const UNIONS: List = List::of(
        "الاتحاد المجلس النقابة الهيئة الرابطة الجمعية المنظمة النادي المكتب المركز المفوضية اللجنة الصندوق المنتدى",
    );
    let of_body = || at > head + 1 && UNIONS.has(doc.word(head));
    // «وقال التاجر للقاضي:», «وشرح الطبيب للمحكمة أن».
    let one = || {
        let person =
            word(doc, at).sense.is_some_and(|sense| matches!(sense.class, Class::Role | Class::Title | Class::Body));
        let closed = doc.kind(at + 1) == Kind::Colon || doc.is(at + 1, Class::Comp);
        // «وقال رئيس المحكمة للدفاع:».
        let court = || is_listed(doc.word(at), "للدفاع للمحكمة للقاضي للنيابة للمتهم للمتهمة للشاهد");
        person && closed && (at == head + 1 || court()) && head.checked_sub(1).is_some_and(|verb| is_finite(doc, verb))
    };
    has_to_the(doc, at) && (is_people(doc, at) && !of_body() || one())
}

/// Whether a word with the article, behind a subject that is closed, is what the verb before acts on: «رفضت الحكومة
/// الاتفاق», «وصف رئيس غرفة التجارة الخطوة بأنها», «أبلغ مصدر أمني الصحفيين». An adjective is none.
pub(super) fn is_acted_on(doc: &Doc, head: usize, at: usize) -> bool {
    let Some(bare) = doc.word(at).strip_prefix("ال").filter(|_| has_article(doc, at)) else { return false };
    // «نعت وزارة الثقافة الشاعر فلان».
    let title = doc.is(at, Class::Title) && begins_name(doc, at + 1);
    if title && word(doc, head).sense.is_some_and(|head| head.class == Class::Body) && acts(doc, head) {
        return true;
    }
    // «وواجه القاضي المتهم بالصور».
    let bench =
        "القاضي القاضية المحقق المحققة المدعي المدعية المحامي المحامية الضابط الشرطي الحاكم الشاهد الشاهدة الحارس";
    let tried = matches!(bare, "متهم" | "متهمة" | "شاهد" | "شاهدة" | "ضحية" | "مشتبه");
    if tried && at == head + 1 && is_listed(doc.word(head), bench) {
        return true;
    }
    let thing = match word(doc, at).sense {
        // «دعا البطريرك المؤمنين إلى»: several, and one head.
        None if bare.ends_with("ين") && bare.chars().count() > LONG_SURNAME => !doc.is_surname(at),
        None => !is_adjective_form(bare) && !doc.is(at, Class::Epithet),
        // «نعى اتحاد الكتاب الراحل», «نائب المدير العام».
        Some(sense) if sense.class == Class::Role => {
            let several = |head: Sense| matches!(head.class, Class::Body | Class::Group | Class::Source);
            is_people(doc, at) || word(doc, head).sense.is_some_and(several)
        }
        Some(sense) => matches!(sense.class, Class::Doc | Class::Body | Class::Group),
    };
    let many = bare.ends_with("ون") || (bare.ends_with("ين") && doc.word(head).ends_with("ين"));
    let nisba = bare.ends_with('ي') || bare.ends_with("ية");
    // «لفتت استشارية الغدد الصماء الدكتورة فلانة»: the name is that of the role.
    let named = doc.is(at + 1, Class::Title) && begins_name(doc, at + 2);
    let other = thing && !many && !nisba && !named && !doc.is_surname(at);
    // «وصف بعض التجار الخطوة بأنها».
    let counts = |back: usize| head.checked_sub(back).is_some_and(|at| counts_some(doc, at));
    let of = head.checked_sub(1).is_some_and(|of| doc.word(of) == "من");
    let start = head - if counts(1) { 1 } else { 2 * usize::from(of && counts(2)) };
    let told = start.checked_sub(1).is_some_and(|verb| is_finite(doc, verb));
    other && is_closed(doc, head, at) && (told || acts(doc, start))
}

/// Whether a word says how many of a group are meant: «عدد من المزارعين», «بعض التجار», «ثلاثة مسؤولين».
pub(super) fn counts_some(doc: &Doc, at: usize) -> bool {
    const PARTS: List = List::of(
        "عدد عدداً عددا بعض معظم غالبية أغلب أغلبية كثير كثيرا العديد الكثير عشرات مئات آلاف جميع مجموعة فريق بقية \
        لبعض لعدد لمعظم ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة ثلاث أربع خمس ست سبع ثماني تسع عشر",
    );
    PARTS.has(doc.word(at))
}

/// Whether a phrase from `head` on ends before `at`, if what stands there has the article: another word has it, or one that
/// is annexed to nothing has none.
pub(super) fn is_closed(doc: &Doc, head: usize, at: usize) -> bool {
    let Some(last) = at.checked_sub(1).filter(|last| *last >= head) else { return false };
    let long = doc.word(last).chars().count() > 4;
    let several = long && (doc.word(last).ends_with("ون") || doc.word(last).ends_with("ان"));
    // «باريس الخطوة»: a capital is annexed to nothing.
    let capital = |sense: Sense| sense.class == Class::Body && sense.has(flag::OFFICE);
    let several = several || (last == head && word(doc, last).sense.is_some_and(capital));
    has_article(doc, last)
        || (last > head && is_adjective(doc, last) && !word(doc, last).attached)
        || several
        || doc.word(last) == "عيان"
}

/// Whether a word with the article, behind a given name alone, is what the verb before the phrase acts on: things in the plural,
/// or people («يبيع الطفل حسن المناديل», «ويحمّل شكري الموزعين المسؤولية»).
fn is_matter_of(doc: &Doc, start: usize, at: usize) -> bool {
    let bare = doc.word(at).strip_prefix("ال").unwrap_or_default();
    let people = bare.ends_with("ين") && doc.word(at).chars().count() > LONG_SURNAME;
    if !people && !is_many_things(bare) || doc.is_surname(at) {
        return false;
    }
    let present = |verb: usize| is_present_form(doc.word(verb)) && !is_finite(doc, verb);
    acts(doc, start) || start.checked_sub(1).is_some_and(present)
}

/// Whether a word behind two words of a name, or one of people behind any, is what its verb acts on. The phrase begins at
/// `start`, its name with `words` words before `at`.
pub(super) fn ends_before_object(doc: &Doc, start: usize, at: usize, words: usize) -> bool {
    // «أبلغ قنديل الصحفيين», and not «عائلات الضحايا».
    let named = words > 1 || doc.is(at - 1, Class::First) || doc.is_surname(at - 1);
    if named && is_people(doc, at) {
        return true;
    }
    let known = doc.is(at, Class::First) || word(doc, at).sense.is_some();
    if words == 1 && named && !known && has_article(doc, at) && is_matter_of(doc, start, at) {
        return true;
    }
    if words < 2 || known {
        return false;
    }
    let (spelled, next) = (doc.word(at), at + 1);
    let closed = !doc.token(next).is_word() || doc.is(next, Class::Comp) || is_finite(doc, next);
    if !has_article(doc, at) {
        // «أشاد فلان الفلاني بجهود فرق الإنقاذ».
        let led = spelled.starts_with('ب') && !closed && spelled.chars().count() > 4;
        // «انتقد فلان الفلاني صمت الحكومة».
        // «لخص فلان الفلاني حال السوق»: no surname is annexed to another.
        let of = has_article(doc, next) && !doc.word(next).ends_with('ي') && !is_annexed(doc.word(next));
        let of = of && !doc.is(next + 1, Class::Comp) && !is_finite(doc, next + 1);
        let thing = of && !doc.is_surname(at) && !doc.is_surname(next) && !is_particle(doc, at);
        return led || (acts(doc, start) && has_article(doc, next) && (thing || is_root(spelled)));
    }
    // «رفض فلان الفلان الاتهامات»: the next is what is refused.
    if words == 2 && has_article(doc, next) && doc.word(next).ends_with("ات") && !is_broken_plural(spelled) {
        return false;
    }
    // The text has the name without this word.
    let whole = words == 2 && at >= start + 2 && doc.whole.binary_search(&(doc.key(at - 2), doc.key(at - 1))).is_ok();
    let long = spelled.chars().count() > LONG_SURNAME;
    let several = long && (spelled.ends_with("ين") || spelled.ends_with("ات")) || is_broken_plural(spelled);
    // «القرار الحكومي», «السياسة المتشددة».
    let described = has_article(doc, next) && word(doc, next).sense.is_none() && !doc.is(next, Class::Title);
    let judged = is_listed(doc.word(next), "بأنه بأنها بأنهم بأنهما");
    let nisba = spelled.ends_with('ي');
    let said = doc.kind(next) == Kind::Comma && doc.word(next + 1).starts_with('و');
    // «وقف فلان الفلاني الفلان أمام بيته»: what no lexicon has may act on nobody.
    let free = doc.is(next, Class::Prep) && !is_finite(doc, start.saturating_sub(1));
    let done = acts(doc, start) && !nisba && !free && (doc.token(next).is_word() || said);
    // «موزة بنت خميس السيابية مديرة المدرسة».
    let child = nisba || spelled.ends_with("ية") && is_listed(doc.word(at - 2), "بنت منت");
    whole || several || judged || done || (described && !child) || (spelled.ends_with('ة') && !closed && !child)
}

/// Whether a word has the article and the form of a plural of things: «الأطراف», «الأسعار».
fn is_broken_plural(spelled: &str) -> bool {
    let mut letters = spelled.chars().skip(2);
    letters.next() == Some('أ') && spelled.chars().count() == 7 && letters.nth(2) == Some('ا')
}

/// Whether the verb right before a phrase acts on somebody or something: by what it takes, or as one that no lexicon has.
pub(super) fn acts(doc: &Doc, start: usize) -> bool {
    const TAKE: List = List::of(
        "رفض رفضت أدان أدانت دان دانت استنكر استنكرت شجب شجبت نعى نعت رثى رثت هنأ هنأت امتدح امتدحت ثمن ثمنت \
        عزا عزت أرجع أرجعت نسب نسبت قدر قدرت قدّر قدّرت علل عللت برر بررت فسر فسرت استعرض استعرضت فند فندت عرض عرضت كذب كذبت نفى نفت قدم قدمت ودع ودعت \
        لخص لخصت اختصر اختصرت شرح شرحت كشف كشفت أعلن أعلنت أبدى أبدت ختم ختمت واصل واصلت نشر نشرت حمل حملت حمّل حمّلت يحمل تحمل يحمّل تحمّل",
    );
    const OTHER: Classes = Classes::all(&[Class::Participle, Class::SpeechNoun, Class::SelfWord, Class::Title]);
    let Some(before) = start.checked_sub(1).filter(|before| doc.token(*before).is_word()) else { return false };
    if let Some(verb) = doc.sense_even_joined(before, Class::Verb) {
        let takes = verb.has(flag::OBJ | flag::WHOM | flag::NAME) && !verb.has(flag::ANSWER);
        return takes || TAKE.has(doc.word(before).trim_start_matches('و'));
    }
    may_be_unlisted(doc, before) && !doc.is_any_even_joined(before, OTHER)
}

/// Whether a word may be a verb that no lexicon has, by what it is not: no small word, no head of a phrase, and nothing with
/// an article or a preposition.
pub(crate) fn may_be_unlisted(doc: &Doc, at: usize) -> bool {
    const CLOSED: Classes = Classes::all(&[
        Class::Prep,
        Class::Conn,
        Class::Relative,
        Class::Neg,
        Class::Comp,
        Class::Namer,
        Class::Pronoun,
    ]);
    let (token, parsed, spelled) = (doc.token(at), word(doc, at), doc.word(at));
    let plain = token.is_word() && !token.dated && parsed.sense.is_none() && !parsed.article && !parsed.attached;
    plain && !doc.is_any_even_joined(at, CLOSED) && !spelled.ends_with('ة') && spelled.chars().count() > 2
}

/// Whether «بال» leads to people who are called upon («أهابت المديرية بالمواطنين»), or to what is none of a role.
pub(super) fn calls_on(doc: &Doc, at: usize) -> bool {
    let several = |sense: Sense| sense.class == Class::Group || sense.agree.number == Number::Many;
    doc.is(at, Class::Prep) || word(doc, at).sense.is_some_and(several)
}

/// Nouns of that in which something is said.
const OCCASIONS: List = List::of(
    "بيان تصريح تصريحات مقابلة حديث حوار اتصال مؤتمر تغريدة تدوينة منشور كلمة خطاب رسالة مقال لقاء مداخلة مكالمة إفادة \
    شهادة رد تعليق جلسة ندوة بث تسجيل فيديو مذكرة تقرير إحاطة بلاغ تعميم نشرة برنامج محاضرة خطبة مقطع شريط دردشة حساب صفحة",
);

/// Whether a word with the article is one of these: «في المؤتمر الذي تلا المباراة».
pub(crate) fn is_the_occasion(doc: &Doc, at: usize) -> bool {
    doc.word(at).strip_prefix("ال").is_some_and(|bare| OCCASIONS.has(bare))
}

/// Whether somebody speaks in what a word is, and does not work there: «قال مسؤول في بيان», «في اتصال هاتفي».
pub(crate) fn is_occasion(doc: &Doc, at: usize) -> bool {
    // «في إفادته», «في بيانها».
    let own = |word: &str| {
        let bare = word.strip_suffix("ها").or_else(|| word.strip_suffix('ه'));
        bare.is_some_and(|bare| {
            OCCASIONS.has(bare) || bare.strip_suffix('ت').is_some_and(|bare| OCCASIONS.has(&[bare, "ة"].concat()))
        })
    };
    let within = matches!(doc.word(at - 1), "في" | "خلال" | "أثناء" | "عبر" | "ضمن");
    within && (OCCASIONS.has(doc.word(at)) || own(doc.word(at)))
}

/// Whether a word leads to the outlet that is told something: «لوكالة فرانس برس», «لرويترز».
pub(crate) fn is_outlet(doc: &Doc, at: usize) -> bool {
    const OUTLETS: List = List::of("وكالة صحيفة جريدة مجلة قناة شبكة إذاعة راديو تلفزيون موقع فرانس رويترز");
    doc.word(at).strip_prefix('ل').is_some_and(|bare| OUTLETS.has(bare))
}

/// Whether a word is what is done by a role that takes «بـ» or by its verb: «المتهم بحرق المطحنة».
pub(super) fn is_complement(doc: &Doc, at: usize) -> bool {
    const TAKES: List =
        List::of("متهم متهمة مكلف مكلفة مدان مدانة معني معنية مختص مختصة مشتبه مصاب مصابة متخصص متخصصة خبير خبيرة");
    let Some(noun) = doc.word(at).strip_prefix(['ب', 'ل']).filter(|_| !doc.is(at, Class::First)) else {
        return false;
    };
    let before = at.checked_sub(1).map_or("", |before| doc.word(before));
    let bare = before.strip_prefix("ال").unwrap_or(before);
    // «وجه المحافظ بسرعة الانتهاء», «أمر القاضي بإحالة المتهم».
    let deed = (noun.ends_with('ة') || is_masdar_form(noun) || is_root(noun)) && !noun.starts_with('و');
    // «يضيف الرجل بإعجاب».
    // «أنيس برهومة».
    let before_name = at.checked_sub(1).is_some_and(|at| {
        doc.is_any(at, const { Classes::all(&[Class::First, Class::Title]) }) || is_annexed(doc.word(at))
    });
    // «مهدي لطرش بخطئه»: behind what «ل» leads to stands what is done to.
    let free = || ends_phrase(doc, at + 1) || doc.word(at + 1).starts_with('ب');
    let surname = || noun.ends_with('ة') && !is_masdar_form(noun) || is_root(noun) && free();
    let deed = deed && !(before_name && surname());
    let deed = deed && (doc.token(at + 1).is_word() || is_masdar_form(noun)) && !doc.is_surname(at);
    deed || (doc.word(at).starts_with('ب') && (TAKES.has(bare) || is_praised(doc, at)))
}

/// Words back in which a verb stands that takes «بـ» to its object, at most.
const TAKES_REACH: usize = 10;

/// Whether an unknown word is the object of a verb that takes «بـ» to it: «أشاد الرئيس بجهود فرق الإنقاذ».
fn is_praised(doc: &Doc, at: usize) -> bool {
    const VERBS: List = List::of(
        "أشاد أشادت يشيد تشيد رحب رحبت يرحب ندد نددت يندد طالب طالبت هدد هددت وعد وعدت تعهد تعهدت أقر أقرت اعترف \
        اعترفت اتهم اتهمت أصيب أصيبت نوه نوهت استشهد استشهدت بشر بشرت استعان استعانت احتفى احتفت تمسك تمسكت اعتز اعتزت التزم التزمت",
    );
    let goes_on = doc.token(at + 1).is_word() && !doc.is(at + 1, Class::Comp) && !is_finite(doc, at + 1);
    let goes_on = goes_on || doc.is(at.wrapping_sub(2), Class::First);
    let verb = |at: usize| VERBS.has(doc.word(at).trim_start_matches('و').replace('\u{651}', "").as_str());
    let plain = word(doc, at).sense.is_none() && !is_particle(doc, at);
    // «أشاد المفوض بانكولي أديوي بـ«…»»: what is praised stands behind it.
    let later = |at: usize| matches!(doc.word(at), "بـ" | "ب") && doc.pair_at(at + 1).is_some();
    goes_on
        && plain
        && !(at + 1..at + 4).any(later)
        && !doc.is_surname(at)
        && (at.saturating_sub(TAKES_REACH)..at).any(verb)
}

/// Whether «بال» leads to what the verb before a role takes: «اعترفت المتهمة الأولى بالواقعة», «طالب العامل بالتعويض», and not
/// «اعترف المكلف بالحراسة».
pub(super) fn admits(doc: &Doc, head: usize, at: usize) -> bool {
    const TAKES: List = List::of(
        "اعترف اعترفت أقر أقرت طالب طالبت ندد نددت وعد وعدت تعهد تعهدت رحب رحبت أشاد أشادت هدد هددت نوه نوهت سمح سمحت \
        التزم التزمت لوح لوحت",
    );
    let charged = doc.word(at - 1).starts_with("الم") && at > head + 1;
    !charged && head.checked_sub(1).is_some_and(|verb| TAKES.has(doc.word(verb).trim_start_matches(['و', 'ف'])))
}
