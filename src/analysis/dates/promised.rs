//! What is promised, resolved on or called for, and so lies ahead of the verb that tells of it: «وعد الوزير بإنهاء», «решил
//! закрыть», "decided to hold".

use super::lexicon::Class;
use super::parser::Parser;
use super::verb_form::is_infinitive;
use crate::analysis::listed::{List, ends_in};
use crate::text::Lang;

/// What others are called to do on a day to come: «دعت النقابة إلى إضراب الخميس».
const CALLED_FOR: &str = "اضراب الاضراب تظاهره التظاهر مظاهره مظاهرات تظاهرات اعتصام الاعتصام مسيره مسيرات وقفه اجتماع جلسه انتخابات \
    قمه مؤتمر احتجاجات تجمع عقد استفتاء";

/// Deeds that are resolved on or announced: «قررت الوزارة عقد المؤتمر في سبتمبر».
const DEEDS: List = List::of(
    "تنظيم عقد اجراء اطلاق افتتاح فتح اغلاق غلق رفع خفض تخفيض تاجيل تعليق استئناف اقامه بدء نقل تسليم صرف توزيع بناء \
    زياده تمديد الغاء تشكيل حل وقف تطبيق اعتماد اصدار طرح بيع شراء هدم انشاء نشر تشغيل خوض شن",
);

/// Words from a verb to the noun or infinitive that it governs, at most.
const GOVERNED: usize = 4;

impl Parser<'_> {
    /// Whether an Arabic word that may be a past form is another: «ينبغي أن تسلم الأوراق», «تقرر عقد المؤتمر», «اتفقا على عقد
    /// جولة», «قررت الوزارة عقد المؤتمر».
    pub(super) fn is_deed(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let wished =
            self.fold(at).starts_with('ت') && self.one_of(before, "ان") && self.any(at.wrapping_sub(2), Class::Future);
        let resolved = |at: usize| self.one_of(at, "قرر قررت اعلن اعلنت");
        // «قد تؤجل» may be.
        let next = self.fold(at + 1);
        let perhaps =
            self.one_of(at, "قد") && (next.starts_with('ي') || next.starts_with('ت') && !self.any(at + 1, Class::Past));
        wished
            || perhaps
            || self.one_of(before, "تقرر قرر قررت علي الي عن")
            || DEEDS.has(self.fold(at)) && (2..=GOVERNED).any(|back| resolved(at.wrapping_sub(back)))
    }

    /// Whether a verb of a promise or a resolve has what is promised behind it: «وعد الوزير بإنهاء», «решил закрыть».
    pub(super) fn governs(&self, at: usize) -> bool {
        let mut behind = at + 1..at + 1 + GOVERNED;
        if self.lang == Lang::En {
            // "Ministers decided to hold the vote", and not "he decided to leave".
            return self.one_of(at + 1, "to") && !self.one_of(at.wrapping_sub(1), "he she i we they who had");
        }
        if self.lang == Lang::Ru {
            return behind.any(|at| is_infinitive(self.fold(at)) || ends_in(self.fold(at), &["йти", "ести", "езти"]));
        }
        let called = self.one_of(at, "دعا دعت دعوا");
        let resolved = self.one_of(at, "قرر قررت قرروا اعلن اعلنت اعلنوا اقترح اقترحت");
        let dated = |at: usize| {
            self.one_of(at, "في") || [Class::Month, Class::Weekday].iter().any(|class| self.any(at, *class))
        };
        behind.take_while(|at| !dated(*at)).any(|at| {
            let to = self.one_of(at, "الي علي");
            match () {
                () if called => to && self.one_of(at + 1, CALLED_FOR),
                () if resolved => DEEDS.has(self.fold(at)) && !self.definite(at),
                () => to || self.word(at).starts_with('ب'),
            }
        })
    }
}
