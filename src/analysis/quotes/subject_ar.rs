//! The subject of an Arabic verb of saying: the phrase behind it, or before it; where there is none, the noun that its
//! relative clause is about, or the first phrase of its sentence that agrees.

use super::addressee_ar::{
    asked, asks_bare, behind_context, behind_told, expresses, is_interview, is_spoken_to, opens_clause,
};
use super::clause_ar::speaks;
use super::cue::Cue;
use super::cue_ar::{LEFT_REACH, telling};
use super::paper_ar::{behind_paper, paper_before};
use super::subject_before_ar::{behind_trade, between_verbs, goes_on_with, set_beside, was_doing};
use super::told_ar::{self, is_of_things, unlisted_before};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense, flag};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::people::ar_object::is_the_occasion;
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;

/// Tokens of the noun that a relative clause is about, at most.
const ANTECEDENT_REACH: usize = 14;

/// Helping words between a relative pronoun and its verb, at most: «الذي كان قد».
const HELPERS: usize = 2;

/// The first phrase from one token up to another that agrees: the subject of the sentence. What an adverbial at its start
/// names is none («وعن الرواية، قالت إنها»), but for the subject of a clause in it («وفي بيان نشرته الوزارة، قالت»).
pub(super) fn subject(doc: &Doc, from: usize, to: usize, agree: Agree) -> Option<Phrase> {
    // «في حين تبدي الجمعية تحفظها، قائلة»: no adverbial.
    let against = matches!(doc.word(from), "في" | "وفي") && doc.word(from + 1) == "حين";
    let from = from + 2 * usize::from(against);
    if let Some(found) = beside_clause(doc, from, to).and_then(|at| first_phrase(doc, at, to, agree, false))
        && (found.head.is_some() || found.name.is_some_and(|(at, _)| doc.is(at, Class::First) || doc.is_surname(at)))
    {
        return Some(found);
    }
    if let Some(found) = told_ar::topic(doc, from, to).filter(|found| found.agree.fits(agree)) {
        return Some(found);
    }
    let adverbial = adverbial_end(doc, from, to);
    let clause_of_time = opens_time(doc, from);
    let first = first_phrase(doc, adverbial, to, agree, false);
    // «لا يشارك بسيم عادل، خبير الطاقة، زملاءه القلق»: the place of a name shows it.
    let clause = adverbial + usize::from(doc.kind(adverbial) == Kind::Comma);
    let placed = told_ar::placed(doc, clause, to).filter(|found| found.agree.fits(agree));
    placed
        .filter(|placed| first.is_none_or(|first| placed.start <= first.start && first.start < placed.end))
        .or(first)
        .or_else(|| {
            if adverbial > from && !is_interview(doc, from) {
                first_phrase(doc, from, adverbial, agree, !clause_of_time)
            } else {
                None
            }
        })
}

/// Where the last clause begins that a comma and «بينما» or «فيما» set beside the one before.
pub(super) fn beside_clause(doc: &Doc, from: usize, to: usize) -> Option<usize> {
    // «لكن زميله فلان شكك في ذلك، مشيراً إلى أن».
    let opposes = |at: usize| {
        let than = || doc.is(at, Class::Comp) && matches!(doc.word(at - 1), "إلا" | "غير" | "بيد");
        matches!(doc.word(at), "لكن" | "ولكن") || than()
    };
    let says = |at: usize| ar::phrase(doc, at, to).is_some_and(|found| ar::is_finite(doc, found.end));
    let besides = |at: usize| {
        matches!(doc.word(at), "بينما" | "فيما" | "وفيما" | "وبينما")
            || (doc.word(at) == "حين" && doc.word(at - 1) == "في")
            || (opposes(at) && says(at + 1))
    };
    (from + 2..to)
        .rev()
        .find(|at| besides(*at) && (*at - 2..*at).any(|at| doc.kind(at) == Kind::Comma))
        .map(|at| at + 1)
}

/// Whether a word opens a clause of time, whose subject is not that of its sentence: «بينما كان فلان يغادر، قال له صاحبه».
fn opens_time(doc: &Doc, from: usize) -> bool {
    is_listed(doc.word(from).trim_start_matches(['و', 'ف']), "بينما عندما حين حينما لما بعدما كلما")
}

/// The token behind the comma that ends an adverbial at the start of a sentence; the start itself where there is none.
fn adverbial_end(doc: &Doc, from: usize, to: usize) -> usize {
    // «من جانبه رفض فلان …، وقال»: an opener has its own length.
    let about = matches!(doc.word(from + 1), "يخص" | "يتعلق" | "يتصل" | "إذا");
    if let Some(opener) = doc.phrase(from, to, Class::Conn).filter(|_| !about) {
        return from + usize::from(opener.words);
    }
    let opens = is_preposition(doc, from)
        || matches!(doc.word(from), "وعما" | "عما" | "وفيما" | "فيما")
        || opens_time(doc, from);
    let comma = (from..to).find(|at| doc.kind(*at) == Kind::Comma).filter(|_| opens);
    comma.map_or(from, |comma| comma + 1)
}

/// The first phrase that agrees; in an adverbial, one that stands behind a verb with a suffix.
pub(super) fn first_phrase(doc: &Doc, from: usize, to: usize, agree: Agree, adverbial: bool) -> Option<Phrase> {
    let mut at = from;
    let mut weak = None;
    while at < to {
        let before = at.checked_sub(1).filter(|before| *before >= from);
        let after_preposition = before.is_some_and(|before| is_preposition(doc, before));
        let barred = after_preposition || (adverbial && !before.is_some_and(|before| has_object(doc, before)));
        if let Some(phrase) = telling(doc, at, to) {
            let many = matches!(agree.number, Number::Many | Number::Two);
            let counted = !many || matches!(phrase.agree.number, Number::Many | Number::Two);
            // «وختم كلمته بالقول», «وكان محافظاً على هدوئه»: one's own words and what one was are no subject.
            let was = is_listed(doc.word(at.wrapping_sub(1)).trim_start_matches('و'), "كان كانت");
            let told = phrase.head.is_some() && phrase.possessor.is_none();
            let told = told && ar::without_accusative(doc.word(at)).is_some();
            let own = is_own_paper(&phrase) || (was && told && !doc.is(at, Class::First)) || is_blamed(doc, &phrase);
            if !barred
                && !own
                && counted
                && (phrase.agree.fits(agree) || is_of_things(&phrase, agree))
                && (phrase.name.is_some() || phrase.head.is_some() || phrase.pronoun)
            {
                // «وخالفه الرأي السفير فلان»: a word that nothing shows to be somebody is one only where no other is.
                let known = phrase.name.is_some_and(|(at, _)| doc.is(at, Class::First) || doc.is_surname(at));
                if phrase.head.is_some() || known || phrase.pronoun {
                    return Some(behind_paper(doc, &phrase, to, agree).unwrap_or(phrase));
                }
                weak = weak.or(Some(phrase));
            }
            at = if barred { behind_trade(doc, phrase.end, to) } else { phrase.end }.max(at + 1);
            continue;
        }
        at = doc.next(at);
    }
    weak
}

/// Whether a phrase is whom the verb before it, which goes on with another's words, blames: «وحمّلت الحكومة المسؤولية، معلنة».
fn is_blamed(doc: &Doc, phrase: &Phrase) -> bool {
    const BLAMES: List = List::of("وحمل وحملت ويحمل وتحمل وحمّل وحمّلت ويحمّل وتحمّل محملا محملاً محملة");
    let duty = |at: usize| matches!(doc.word(at), "المسؤولية" | "مسؤولية" | "كامل");
    let verb = phrase.start.checked_sub(1).is_some_and(|verb| BLAMES.has(doc.word(verb)));
    verb && (duty(phrase.end) || duty(phrase.end - 1))
}

/// Whether a phrase is one's own words: «كلمته», «بيانها».
fn is_own_paper(phrase: &Phrase) -> bool {
    phrase.head_is(Class::Doc) && phrase.possessor.is_some()
}

/// Whether a word looks like a verb of the past with its object written to it: «نشرته», «أصدرتها».
fn has_object(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    word.chars().count() > 4 && (word.ends_with("ته") || word.ends_with("تها") || word.ends_with('ه'))
}

/// Whether a word, perhaps with a conjunction, is a preposition, or stands for one at the start of a sentence.
pub(super) fn is_preposition(doc: &Doc, at: usize) -> bool {
    const PREPOSITIONS: List = List::of(
        "في فى من على إلى الى عن خلال بعد قبل عقب أمام امام لدى عند عبر ضد نحو حول بين منذ حتى أثناء اثناء \
        إثر اثر فور وسط فوق تحت خلف بسبب بفضل ضمن رغم مع دون مثل سوى بشأن بخصوص بسؤاله بسؤالها رداً ردا ردًا تعليقًا \
        تعليقاً تعليقا",
    );
    let word = doc.word(at);
    let listed = |word: &str| PREPOSITIONS.has(word);
    (listed(word) || word.strip_prefix(['و', 'ف']).is_some_and(listed)) && !expresses(doc, at)
}

/// The noun that the relative clause of a verb is about: «زميله فلان، الذي يرى أن».
pub(super) fn antecedent(doc: &Doc, sentence: Sentence, cue: &Cue) -> Option<Phrase> {
    if let Some(paper) = paper_before(doc, sentence, cue) {
        return Some(paper);
    }
    let first = cue.start.saturating_sub(HELPERS + 1).max(sentence.start);
    let pronoun = (first..cue.start)
        .rev()
        .find(|at| matches!(doc.word(*at), "الذي" | "التي" | "الذين" | "اللذان" | "اللتان" | "وهو" | "وهي" | "وهم"))?;
    let helps =
        |at: usize| doc.is(at, Class::Aux) || matches!(doc.word(at), "كان" | "كانت" | "قد" | "كانوا" | "لا" | "لم");
    if !(pronoun + 1..cue.start).all(helps) {
        return None;
    }
    let to = pronoun.checked_sub(1).filter(|before| doc.kind(*before) == Kind::Comma).unwrap_or(pronoun);
    let from = to.saturating_sub(ANTECEDENT_REACH).max(sentence.start);
    // «انفجرت أم المتهم بالبكاء وهي تردد»: the pronoun means the subject of the clause before.
    let joined = doc.word(pronoun).starts_with('و');
    // «خرجت من القاعة وهي تقول».
    let place = |phrase: &Phrase| {
        joined && phrase.head.is_none() && phrase.name.is_none() && is_preposition(doc, phrase.start.wrapping_sub(1))
    };
    let fits = |phrase: &Phrase| {
        phrase.end == to && !phrase.pronoun && phrase.agree.fits(cue.sense.agree) && !is_the_occasion(doc, phrase.start)
    };
    // «فريق الإصلاح المشارك في الأغلبية»: an adjective is nobody.
    let adjective = |phrase: &Phrase| {
        phrase.name.is_none()
            && ar::word(doc, phrase.start).article
            && ar::word(doc, phrase.start.wrapping_sub(1)).article
    };
    let ends_here =
        |at: usize| telling(doc, at, to).filter(|phrase| fits(phrase) && !place(phrase) && !adjective(phrase));
    // «النائب فلان، عن الكتلة المعارضة، الذي سأل».
    let aside = |comma: usize| {
        let named = |at: usize| {
            let one = |phrase: &Phrase| phrase.end == comma && phrase.name.is_some() && !phrase.head_is(Class::Body);
            telling(doc, at, comma).filter(|phrase| one(phrase) && phrase.agree.fits(cue.sense.agree))
        };
        (comma.saturating_sub(ANTECEDENT_REACH).max(sentence.start)..comma).find_map(named)
    };
    let comma = (from..to).rev().find(|at| doc.kind(*at) == Kind::Comma);
    // «فلان، صاحب المشتل، الذي يقول».
    let role = |at: usize| telling(doc, at, to).is_some_and(|one| one.name.is_none() && one.head_is(Class::Role));
    let tells = |comma: usize| is_listed(doc.word(comma + 1), "عن من") || role(comma + 1);
    let led = comma.filter(|comma| doc.kind(to) == Kind::Comma && tells(*comma));
    if let Some(found) = led.and_then(aside) {
        return Some(found);
    }
    let of_clause = || if joined { subject(doc, sentence.start, to, cue.sense.agree) } else { None };
    // «وقبّلت أمها يد ابنتها وهي تقول».
    let beside = to == pronoun && joined;
    let first = if beside { of_clause() } else { None };
    first.or_else(|| (from..to).find_map(ends_here)).or_else(of_clause)
}

/// The subject right before its verb, where that cannot have another behind it: «غير أن مصدراً في الوزارة عزا الرفض إلى».
pub(super) fn beside_before(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    at.checked_sub(1).filter(|before| *before >= sentence.start && doc.token(*before).is_word())?;
    let found = subject_before(doc, at, sentence, sense)?;
    // «وكانت الشركة قد أعلنت أن».
    let end = found.end + usize::from(doc.word(found.end) == "قد");
    (end == at && found.agree != Agree::default() && found.agree.number_fits(sense.agree)).then_some(found)
}

/// The subject behind a verb. One that does not agree in gender is its object.
pub(super) fn subject_after(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    if sense.has(flag::NO_SUBJECT_AFTER) {
        return None;
    }
    let from = at + 1 + usize::from(matches!(doc.word(at + 1), "أيضا" | "أيضاً" | "أيضًا" | "كذلك"));
    // «ولفت الانتباه إلى أن»: an object that belongs to the verb.
    if matches!(doc.word(from), "الانتباه" | "النظر" | "الأنظار") || ar::is_adverb(doc.word(from)) {
        return None;
    }
    let from = behind_context(doc, behind_told(doc, from, sentence.end, sense), sentence.end);
    // «واختتم بيانه قائلاً», and not «وحذر بيانها من أن».
    let own = |found: &Phrase| is_own_paper(found) && !opens_clause(doc, found.end);
    let found = ar::phrase(doc, from, sentence.end)
        .filter(|found| !ar::starts_aside(doc, from) && !is_thing(doc, found) && !own(found));
    let Some(mut found) = found else {
        return appositive(doc, from, sentence.end, sense);
    };
    // «العامل الذي اكتشف اللوحة»: behind the pronoun a thing is the verb's object.
    let named = found.name.is_some_and(|(from, _)| is_name(doc, from) && !ar::word(doc, from).article);
    if found.head.is_none() && !named && !found.pronoun && at > sentence.start && doc.is(at - 1, Class::Relative) {
        return None;
    }
    // «وتوقع النعماني أن»: its place shows a surname that stands nowhere else.
    let single = found.head.is_none() && found.agree == Agree::default() && !doc.word(from).ends_with('ة');
    found.name = found.name.or_else(|| single.then_some((from, found.end)));
    // «سأل القاضي الطرابلسي:»: behind an office, a surname that the text has given is whom it asks.
    if asks_bare(doc, at, sense) && doc.kind(found.end) == Kind::Colon && asked(doc, &found).is_some() {
        return telling(doc, from, from + 1);
    }
    // «قالت لصحيفة «…» إن»: the one told is not the one who tells.
    if found.head_is(Class::Body) && doc.word(from).starts_with('ل') && ar::word(doc, from).attached {
        found = telling(doc, found.end, sentence.end)?;
    }
    let plural_body = found.agree.number == Number::Many && sense.agree.gender == Gender::F;
    let fits =
        found.agree.gender_fits(sense.agree) || plural_body || found.head.is_some_and(|(at, _)| doc.word(at) == "عضو");
    let by_quote = doc.pair_at(from).is_some_and(|pair| !speaks(doc, pair) && !ar::is_initials(doc, pair))
        || (sense.has(flag::NAME) && found.head.is_none() && !doc.is_surname(from) && ar::word(doc, from).article);
    // «ووصف المتهم بأنه …»: whom a verb judges that no object is written to.
    let alone = !doc.word(at).ends_with(['ه', 'ا', 'م']);
    let accuses = doc.word(at).contains("تهم");
    let alone = alone || doc.word(at).ends_with("تهم");
    let judged =
        alone && (accuses || sense.has(flag::NAME)) && matches!(doc.word(found.end), "بأنه" | "بأنها" | "بأنهم");
    // «وصف النائب فلان الفلان الخطوة بأنها»: one of two that have the article is judged.
    // «وصفت والدة الضحية المتهم بـ«…»», «اتهم مدير النادي اللاعب بأنه»: the last of two with the article.
    let marked = sense.has(flag::NAME) && matches!(doc.word(found.end), "بـ" | "ب");
    let two = found.end > from + 2 && (found.end - 2..found.end).all(|at| ar::word(doc, at).article);
    let parted = (judged || marked) && two && found.owner.is_some() && found.name.is_none();
    found.end -= usize::from(parted);
    let over = found.name.filter(|(from, to)| judged && *to > from + 2 && ar::word(doc, to - 1).article);
    if let Some((from, to)) = over {
        (found.name, found.end) = (Some((from, to - 1)), to - 1);
    }
    let by_quote = by_quote || (judged && over.is_none() && !parted && found.definite);
    (fits && !by_quote && !is_spoken_to(doc, at, at > sentence.start + 1, sense, &found) && !is_oblique(doc, &found))
        .then_some(found)
}

/// Whether one word that nothing shows to be somebody is the object of its verb («ويشرح الأمر قائلاً»): behind a subject
/// stand what it says, an aside, or, where it has no article, when and where it says so.
fn is_thing(doc: &Doc, found: &Phrase) -> bool {
    let (at, next) = (found.start, found.end);
    let told = found.agree.gender != Gender::Any || found.agree.number == Number::Many;
    let shown = found.head.is_some() || found.pronoun || next > at + 1 || told;
    let closed = || !doc.token(next).is_word() || doc.is(next, Class::Comp);
    let free = || doc.token(next).dated || doc.is(next, Class::Prep) || ar::is_finite(doc, next);
    !shown && !doc.is_surname(at) && !closed() && (found.definite || !free())
}

/// Letters of a surname with the article and «ين» at its end, at most: «الأمين», «السبعين».
const LONG_SURNAME: usize = 6;

/// Whether a phrase is people in the case of an object: «خاطب النائبين», «دعا الطرفين», and not «قال النائبان».
fn is_oblique(doc: &Doc, phrase: &Phrase) -> bool {
    let first = phrase.start;
    let letters = doc.word(first).chars().count();
    if phrase.head.is_none() && phrase.definite && doc.word(first).ends_with("ين") && letters > LONG_SURNAME {
        return !doc.is(first, Class::First) && !doc.is_surname(first);
    }
    let counted = matches!(phrase.agree.number, Number::Many | Number::Two);
    counted
        && phrase
            .head
            .is_some_and(|(at, sense)| at == first && sense.agree.number != Number::One && doc.word(at).ends_with("ين"))
}

/// Words of a subject that is none that is known, before the apposition that names it, at most.
const UNNAMED: usize = 6;

/// The name in apposition to a subject that no phrase is: «وتشرح أصغرهن سناً، المهندسة فلانة، أن».
fn appositive(doc: &Doc, from: usize, end: usize, sense: Sense) -> Option<Phrase> {
    let comma = (from..end.min(from + UNNAMED + 1)).find(|at| !doc.token(*at).is_word())?;
    let found = telling(doc, comma + 1, end).filter(|_| doc.kind(comma) == Kind::Comma && comma > from)?;
    (found.name.is_some() && doc.kind(found.end) == Kind::Comma && found.agree.gender_fits(sense.agree))
        .then_some(found)
}

/// Whether a word is in a name that the text or the lexicon knows.
pub(super) fn is_name(doc: &Doc, at: usize) -> bool {
    doc.is(at, Class::First) || doc.is_surname(at) || ar::word(doc, at).article
}

/// The subject before a verb: a phrase at the start of its clause, or, for a plural verb, the one right before it.
pub(super) fn subject_before(doc: &Doc, at: usize, sentence: Sentence, sense: Sense) -> Option<Phrase> {
    let alone = sense.has(flag::NO_SUBJECT_AFTER);
    // «… على الحوار، وقالت إن»: the subject of what is said is not the one who says on.
    if (doc.is_joined(at) && doc.word(at).starts_with('و') || doc.word(at.wrapping_sub(1)) == "وقد") && !alone {
        return None;
    }
    if goes_on_with(doc, at, sentence.start) {
        return None;
    }
    let first = at.saturating_sub(LEFT_REACH).max(sentence.start);
    if let Some(found) = was_doing(doc, first, at)
        .or_else(|| set_beside(doc, first, at))
        .or_else(|| between_verbs(doc, first, at))
        .or_else(|| told_ar::introduced(doc, first, at))
        .filter(|found| found.agree.fits(sense.agree))
    {
        return Some(found);
    }
    // «ألمحت مصادر إلى أن …، غير أن النادي أوضح أن»: the subject of its own clause comes first.
    // «وتتذكر فلانة كيف كانت جدتها تقول».
    // «قال لي مديري: «…»، لكن أبي أصر: «…»».
    let parts = |at: usize| matches!(doc.word(at), "كيف" | "لكن" | "ولكن" | "بينما" | "فيما");
    let opens = |word: &usize| (doc.is(*word, Class::Comp) || parts(*word)) && doc.token(word + 1).is_word();
    let own = (first..at).rev().find(opens).filter(|_| !alone);
    let near = own.and_then(|word| leading(doc, word + 1, at, sense, true, alone));
    near.or_else(|| leading(doc, first, at, sense, first == sentence.start, alone))
}

/// The first phrase before a verb that begins a clause; where the verb can have no subject behind it, the last one of all.
fn leading(doc: &Doc, mut from: usize, at: usize, sense: Sense, mut leads: bool, alone: bool) -> Option<Phrase> {
    let mut found: Option<Phrase> = None;
    let relative = matches!(doc.word(at.wrapping_sub(1)), "الذي" | "التي");
    while from < at {
        let token = doc.token(from);
        let connective = doc.is_even_joined(from, Class::Conn);
        let opens = doc.is_even_joined(from, Class::Comp);
        let was = leads && matches!(doc.word(from), "كان" | "كانت");
        if connective || opens || was || token.kind == Kind::Comma {
            leads = true;
            from = doc.next(from);
            continue;
        }
        if (leads || alone)
            && let Some(phrase) = telling(doc, from, at).or_else(|| unlisted_before(doc, from, at, sense))
            && phrase.agree.gender_fits(sense.agree)
            // «عندما سأله الصحافيون قال»: several before their verb ask for its plural.
            && (phrase.agree.number_fits(sense.agree) || phrase.agree.gender != Gender::M)
            && (phrase.name.is_some() || phrase.head.is_some() || phrase.pronoun || alone)
            && (!alone || matches!(phrase.agree.number, Number::Many | Number::Two))
            // «فلان، صاحب المشتل، الذي يقول»: an apposition tells of the one before it.
            && !(relative && phrase.name.is_none() && doc.kind(phrase.end) == Kind::Comma && phrase.end + 2 == at)
        {
            if !alone {
                return Some(phrase);
            }
            found = Some(phrase);
            from = phrase.end.max(from + 1);
            continue;
        }
        leads = false;
        from = doc.next(from);
    }
    found
}
