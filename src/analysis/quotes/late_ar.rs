//! Of whom an Arabic obituary tells: whoever else was spoken of last, what one used to say is what the dead used to say.

use super::cue::{Cue, CueKind};
use super::speech::Pass;
use crate::analysis::doc::Doc;
use crate::analysis::lexicon::{Agree, flag};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::people::Entity;
use crate::text::Lang;

/// Paragraphs in which the text tells that somebody has died, at most.
const LEAD: usize = 3;

/// Words of a paragraph that are looked at, at most.
const LONGEST: usize = 60;

/// Words from the verb that says what one used to do to the verb of saying, at most.
const USED: usize = 9;

impl Pass<'_, '_> {
    /// Who has died, where a verb with no subject tells what one used to say: «وكان يردد أمام طلابه: «…»», «ظل حتى أيامه الأخيرة
    /// يقول: «…»».
    pub(super) fn late(&self, cue: &Cue, start: usize) -> Option<usize> {
        let doc = self.doc;
        let agree = cue.sense.agree;
        let used = || (start.max(cue.start.saturating_sub(USED))..cue.start).any(|at| is_habit(doc, at));
        // «وكان يقول له والده».
        let own = cue.kind == CueKind::Verb && cue.subject.is_none() && !cue.sense.has(flag::ANSWER);
        if doc.lang != Lang::Ar || !own || !doc.word(cue.start).starts_with(['ي', 'ت']) || !used() {
            return None;
        }
        self.dead(agree)
    }

    /// The first person whom the headline or the lead names behind a word of death, else whom the text has named most.
    fn dead(&self, agree: Agree) -> Option<usize> {
        const DIES: List = List::of(
            "مات ماتت فارق فارقت وافته وافتها انطفأ انطفأت توفي توفى توفيت تُوفي تُوفيت رحل رحلت رحيل برحيل وفاة بوفاة غيب غيّب غيبه نعى نعت ينعى تنعى نعي ودع ودّع ودعت ودّعت تودع \
             الراحل الراحلة الفقيد الفقيدة المرحوم المرحومة أغمض أغمضت شيع شيّع شيعت شيّعت تشييع جنازة جثمان رثاء تأبين",
        );
        let doc = self.doc;
        let mut lead = doc.paragraphs.iter().take(LEAD);
        let dies = |at: &usize| DIES.has(doc.word(*at).trim_start_matches('و'));
        let place = lead.clone().find_map(|(from, to)| (*from..*to.min(&(from + LONGEST))).find(dies))?;
        let (_, end) = lead.next_back()?;
        let (from, end) = (doc.token(place).start(), doc.token(*end).start());
        let named = |one: &Entity| {
            one.is_person() && one.fits(agree) && one.mentions.iter().any(|at| from <= at.start.0 && at.start.0 < end)
        };
        let first = self.registry.entities.iter().position(named);
        let most = || self.registry.named_most();
        let fits = |id: &usize| self.registry.entity(*id).is_some_and(|one| one.fits(agree));
        first.or_else(most).filter(fits)
    }
}

/// Whether a word says that somebody used to do something, or did it on and on.
fn is_habit(doc: &Doc, at: usize) -> bool {
    is_listed(
        doc.word(at).trim_start_matches(['و', 'ف']),
        "كان كانت ظل ظلّ ظلت ظلّت بقي بقيت اعتاد اعتادت دأب دأبت طالما لطالما",
    )
}
