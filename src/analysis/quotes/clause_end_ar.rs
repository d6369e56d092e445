//! Where an Arabic reported clause ends: the subject goes on with another verb, another speaks, or the narrator tells what
//! was not said.

use super::clause_ar::{is_short, reading};
use super::cue::CueKind;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, Class};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::people::ar;
use crate::analysis::token::Kind;

/// Where the clause of a verb of saying ends: before a comma behind which its subject, others or the narrator go on, or a
/// colon and marks.
pub(super) fn clause_end(doc: &Doc, from: usize, end: usize, agree: Agree) -> Option<usize> {
    let says = |at, agree: Agree| {
        reading(doc, at).is_some_and(|(sense, kind)| kind == CueKind::Verb && sense.agree.fits(agree))
    };
    // «، غير أن النادي أوضح أن», «، في حين قال الوالي إن».
    let other = |at: usize| {
        let told = ar::phrase(doc, at, end).map_or(at, |other| other.end);
        says(at, Agree::default()) || says(told + usize::from(doc.word(told) == "قد"), Agree::default())
    };
    let known = |at: usize| ar::phrase(doc, at, end).is_some_and(|one| one.head.is_some());
    // «، وهو ما نفاه قائد النقطة», «، الأمر الذي أكدته الوزيرة».
    let denied = |verb: usize| {
        let one = doc.word(verb).ends_with(['ه', 'ا']).then(|| ar::phrase(doc, verb + 1, end)).flatten();
        one.is_some_and(|one| one.head.is_some())
    };
    let ends = |at| match doc.word(at) {
        "فيما" | "بينما" | "لكن" | "ولكن" => other(at + 1),
        "لكنه" | "لكنها" | "لكنهم" => withholds(doc, at + 1),
        "غير" | "إلا" | "بيد" if doc.is(at + 1, Class::Comp) => other(at + 2) || withholds(doc, at + 2),
        "دون" | "من" | "بدون" => withholds(doc, at),
        // «، وقد لخص المشهد بعبارة: «…»».
        "وقد" => says(at + 1, agree),
        // «، في إشارة إلى بدء التنقيب», «، وذلك بعدما تظاهر الأهالي»: the narrator explains.
        "في" if is_listed(doc.word(at + 1), "إشارة اشارة تلميح تلميحات إيماءة غمز انتقاد تعريض رد تعليق تحد تحدٍ") => {
            true
        }
        "وذلك" => {
            // «وذلك بعد أن يتعافى المصابون» is still his.
            let later = doc.is(at + 2, Class::Comp) && ar::is_present_form(doc.word(at + 3));
            is_listed(doc.word(at + 1), "بعدما بعد عقب إثر غداة") && !later
        }
        "في" if doc.word(at + 1) == "حين" => other(at + 2 + usize::from(doc.is(at + 2, Class::Comp))),
        "وهو" | "وهي" | "الأمر" if matches!(doc.word(at + 1), "ما" | "الذي") => denied(at + 2),
        "وكان" | "وكانت" => doc.word(at + 1) == "قد",
        // «، قبل أن يقاطعه فلان قائلاً».
        "قبل" if doc.is(at + 1, Class::Comp) => says(at + 2, Agree::default()),
        // «وبينما قالت الشرطة إن القتيل مسلح، نفت أسرته ذلك»: a verb of the past with its subject behind it.
        word if !doc.is_joined(at) => !word.starts_with(['ي', 'ت']) && says(at, Agree::default()) && known(at + 1),
        _ => says(at, agree),
    };
    // «تنبه إلى أن الخطر قائم: «…»»: behind the colon are the words themselves.
    (from..end).find(|at| match doc.kind(*at) {
        Kind::Comma => ends(at + 1),
        Kind::Colon => doc.pair_at(at + 1).is_some() && !is_short(doc, at + 1),
        _ => false,
    })
}

/// Whether a word before a verb sets it beside the one before.
pub(super) fn is_beside_word(doc: &Doc, at: usize) -> bool {
    is_listed(doc.word(at), "لكنه لكنها لكنهم أنه أنها بينما حين وقد")
}

/// Whether a verb behind a word is what one does before or after one speaks: «…»، قبل أن يضيف أن».
pub(super) fn follows(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at), "أن" | "ان") && at.checked_sub(1).is_some_and(|at| matches!(doc.word(at), "قبل" | "بعد"))
}

/// Whether the narrator tells here what the one who speaks did not say: «، لكنه امتنع عن تحديد موعد», «، من دون أن يكشف هويته»,
/// «، دون ذكر التفاصيل».
fn withholds(doc: &Doc, at: usize) -> bool {
    const REFUSES: List =
        List::of("رفض رفضت رفضوا امتنع امتنعت امتنعوا أحجم أحجمت تحفظ تحفظت تجنب تجنبت تحاشى تحاشت اكتفى اكتفت");
    const TELLS: List = List::of(
        "يحدد تحدد يوضح توضح يكشف تكشف يذكر تذكر يفصح تفصح يعط تعط يقدم تقدم يسم تسم يخض تخض يشر تشر يتطرق تتطرق \
         يعطي تعطي يسمي تسمي يخوض تخوض يشير تشير يدلي تدلي يدل تدل ذكر الكشف الإفصاح تحديد الخوض تسمية الإشارة تقديم إعطاء \
         التطرق الإدلاء توضيح",
    );
    let bare = at + usize::from(doc.word(at) == "من");
    let without = matches!(doc.word(bare), "دون" | "بدون" | "غير" | "لم");
    let told = bare + 1 + usize::from(doc.is(bare + 1, Class::Comp));
    REFUSES.has(doc.word(at)) || (without && TELLS.has(doc.word(told)))
}
