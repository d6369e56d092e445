//! Arabic speech beside verbs that no lexicon has: before a colon and behind a quotation only who speaks, and what they do,
//! can stand. Who it is is told by the frame: a verb first, and its subject behind it, or nobody where one goes on.

use super::addressee_ar::is_addressee;
use super::clause_ar::{follows_quote, follows_written, is_most, reading, with_these_words};
use super::cue::{Content, Cue, CueKind};
use super::cue_ar::{conjoined, telling};
use super::subject_ar::{beside_clause, first_phrase, is_preposition, subject};
use super::title::{follows_namer, is_title};
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag};
use crate::analysis::listed::is_listed;
use crate::analysis::people::{Phrase, ar};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Words of a name that an aside follows, at most.
const NAME_WORDS: usize = 4;

/// Who speaks behind a colon that no cue leads to.
pub(super) enum Teller {
    Named(Phrase),
    /// The one spoken of last that agrees.
    Last(Agree),
}

/// Who speaks behind a colon, by the words before it from `from` on; nobody where these announce a name or a legend.
pub(super) fn teller(doc: &Doc, from: usize, colon: usize, nested: bool) -> Option<Teller> {
    if follows_written(doc, colon) {
        return None;
    }
    if let Some(voice) = voice(doc, from, colon) {
        return Some(Teller::Named(voice));
    }
    // «التقيناها بين اجتماعين، فبادرتنا ضاحكة: «…»».
    let joined = |at: &usize| doc.kind(*at - 1) == Kind::Comma && doc.word(*at).starts_with('ف') && doc.is_joined(*at);
    let last = (from + 1..colon).rev().find(joined).unwrap_or(from);
    if let Some(agree) = goes_on(doc, from, colon).or_else(|| goes_on(doc, last, colon)).filter(|_| !nested) {
        return Some(actor(doc, from, colon).map_or(Teller::Last(agree), Teller::Named));
    }
    let named =
        telling(doc, from, colon).or_else(|| conjoined(doc, from, colon)).or_else(|| actor(doc, from, colon))?;
    (named.name.is_some() || named.head.is_some()).then_some(Teller::Named(named))
}

/// Whose voice a noun right before a colon is: «فوجئ المدير بسؤال أحد العمال: «…»», «قاطعته صرخة أم الضحية: «…»».
fn voice(doc: &Doc, from: usize, colon: usize) -> Option<Phrase> {
    const VOICES: &str =
        "سؤال صوت صرخة صرخات هتاف هتافات صيحة صيحات نداء همسة همسات جواب رد تعليق قول كلمات عبارة وصية نصيحة";
    let is = |at: &usize| {
        let word = doc.word(*at);
        is_listed(word.strip_prefix(['ب', 'و', 'ل']).unwrap_or(word), VOICES)
    };
    let noun = (from.max(colon.saturating_sub(VOICE))..colon).rev().find(is)?;
    // «في رده على سؤال المذيع: «…»».
    let led = noun > from && is_preposition(doc, noun - 1);
    // «وكان رد الوزير مقتضباً: «…»».
    let last = colon.wrapping_sub(1);
    let how = last > noun + 1 && ar::without_accusative(doc.word(last)).is_some_and(|noun| !noun.ends_with('ه'));
    let how = how && !doc.is(last, Class::First);
    let end = colon - usize::from(how);
    let found = ar::phrase(doc, noun + 1, end).filter(|found| found.end == end && !led && noun > from)?;
    (is_person(doc, &found) || found.head_is(Class::Source)).then_some(found)
}

/// Words from such a noun to the colon, at most.
const VOICE: usize = 6;

/// Words between a verb and the colon behind it in which the one spoken to stands, at most.
const TOLD_REACH: usize = 4;

/// The Arabic verb in the first person that leads to a colon: «وقلت له:».
pub(super) fn first_person(doc: &Doc, colon: usize) -> Option<usize> {
    let own = |at: &usize| {
        let word = doc.word(*at).trim_start_matches(['و', 'ف']);
        is_listed(word, "قلت قلنا أجبت أجبته أجبتها أجبتهم أجبنا أجبناه رددت أقول نقول سأقول")
    };
    (colon.saturating_sub(TOLD_REACH)..colon).rev().take_while(|at| doc.token(*at).is_word()).find(own)
}

/// Who does what a clause before a colon tells, where that is no verb of saying («وتستعيد ابنته الأيام الأخيرة: «…»»): a
/// person, where the word before the colon announces no name («رفع المتظاهرون شعار: «…»»).
fn actor(doc: &Doc, from: usize, colon: usize) -> Option<Phrase> {
    let quoted = doc.pair_at(colon + 1).is_some_and(|pair| !is_title(doc, pair));
    if !quoted || follows_namer(doc, colon) {
        return None;
    }
    let from = beside_clause(doc, from, colon).unwrap_or(from);
    // «يوقفنا الشيخ عند الباب: «…»».
    let honoured = |found: &Phrase| found.head_is(Class::Title) && found.definite;
    let somebody = |found: &Phrase| is_person(doc, found) || honoured(found);
    let found = first_phrase(doc, from, colon, Agree::default(), false).filter(somebody);
    found.or_else(|| unknown_actor(doc, from, colon))
}

/// Whether a phrase is somebody who is known: by a role that is definite, or by a name.
fn is_person(doc: &Doc, found: &Phrase) -> bool {
    let known = found.name.is_some_and(|(at, _)| doc.is(at, Class::First) || doc.is_surname(at));
    let told = found.name.is_some() || found.definite || found.possessor.is_some();
    let titled = found.head_is(Class::Title) && found.name.is_some();
    let person = (found.head_is(Class::Role) && told) || titled || (known && found.head.is_none());
    person && found.agree.number != Number::Many
}

/// A name that nothing but its place shows to be one: two words or more, right behind the verb that opens the clause.
fn unknown_actor(doc: &Doc, from: usize, colon: usize) -> Option<Phrase> {
    if is_unlisted_verb(doc, from) { named_behind(doc, from, colon) } else { None }
}

/// Two words or more with no article right behind a token, which may be a name.
fn named_behind(doc: &Doc, from: usize, colon: usize) -> Option<Phrase> {
    let at = from + 1;
    let bare = !ar::starts_aside(doc, at) && !is_addressee(doc, at);
    let found = ar::phrase(doc, at, colon).filter(|_| bare)?;
    let (start, end) = found.name?;
    (start == at && end > at + 1 && !ar::word(doc, at).article).then_some(found)
}

/// The one of whom a clause that is denied tells, of whose name nothing is known: two words behind the verb that the role
/// in apposition, or the form of a surname, ends.
pub(super) fn placed(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    let denied = is_listed(doc.word(from).trim_start_matches('و'), "لا لم لن ما");
    // «لا يشاركها هذا الرأي فلان الفلاني»: what is denied stands between the two.
    let matter = |at: usize| {
        let this = usize::from(matches!(doc.word(at), "هذا" | "هذه" | "ذلك"));
        let owned = doc.word(from + 1).ends_with(['ه', 'ا', 'م']) && ar::word(doc, at + this).article;
        if owned { this + 1 } else { 0 }
    };
    let found = if denied { named_behind(doc, from + 1 + matter(from + 2), to) } else { None }?;
    let last = doc.word(found.end - 1);
    let shown = found.head.is_some() || (last.starts_with("ال") && last.ends_with('ي')) || doc.is_surname(found.start);
    shown.then(|| Phrase { agree: asks_for(doc, from + 1), ..found })
}

/// Tokens of an aside behind whom «أما» names, at most.
const TOPIC_ASIDE: usize = 14;

/// Whom «أما» sets before what he does: «أما فلان فلا يعرف شيئاً»; the place of a name shows it.
pub(super) fn topic(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    let sets = matches!(doc.word(from), "أما" | "وأما");
    let found = if sets { ar::phrase(doc, from + 1, to) } else { None }?;
    // «أما فلانة، من منظمة «…»، فرأت أن».
    let comma = |at: &usize| doc.kind(*at) == Kind::Comma && doc.word(at + 1).starts_with('ف');
    let aside = || (found.end + 1..to.min(found.end + TOPIC_ASIDE)).find(comma);
    let end = if doc.kind(found.end) == Kind::Comma { aside().map_or(found.end, |comma| comma + 1) } else { found.end };
    let word = doc.word(end);
    let verb = end + usize::from(matches!(word, "فلا" | "فلم" | "فلن" | "فقد"));
    let agree = asks_for(doc, verb);
    let named = found.name.is_some_and(|(at, _)| at == from + 1);
    (named && word.starts_with('ف') && found.agree.fits(agree)).then_some(Phrase { agree, ..found })
}

/// Whom an aside right before the verb tells more of: «فلان الفلاني، وهو عامل في المصنع، قال»; the place of a name shows it.
pub(super) fn introduced(doc: &Doc, from: usize, at: usize) -> Option<Phrase> {
    let from = from + doc.phrase(from, at, Class::Conn).map_or(0, |opener| usize::from(opener.words));
    let comma = (from..at).find(|at| doc.kind(*at) == Kind::Comma)?;
    let gender = match doc.word(comma + 1) {
        "وهو" => Gender::M,
        "وهي" => Gender::F,
        _ => return None,
    };
    let closed = doc.kind(at - 1) == Kind::Comma && at > comma + 2;
    let plain = |at: usize| {
        let given = ar::word(doc, at).sense.is_none_or(|sense| sense.class == Class::First);
        doc.token(at).is_word() && given && !is_preposition(doc, at)
    };
    let name = comma > from && comma <= from + NAME_WORDS && (from..comma).all(plain);
    let agree = Agree::new(gender, Number::One);
    let known = telling(doc, from, comma).filter(|found| found.end == comma && found.agree.gender_fits(agree));
    let named =
        || name.then(|| Phrase { start: from, end: comma, name: Some((from, comma)), agree, ..Phrase::default() });
    if closed { known.or_else(named) } else { None }
}

/// Whom a sentence is about, by its place behind the verb: «في محطة عند المدخل، تنتظر فلانة الفلانية دورها».
pub(super) fn narrated(doc: &Doc, from: usize, to: usize, agree: Agree) -> Option<Phrase> {
    if let Some(found) = topic(doc, from, to) {
        return Some(found).filter(|found| found.agree.fits(agree));
    }
    let is = |at: usize| matches!(doc.word(at).trim_start_matches('و'), "كان" | "كانت");
    let adverbial = (is_preposition(doc, from) || doc.is_even_joined(from, Class::Prep)) && !is(from);
    let comma = (from..to).find(|at| doc.kind(*at) == Kind::Comma).filter(|_| adverbial);
    let verb = comma.map_or(from, |comma| comma + 1);
    // «ومن بين هؤلاء معلم متقاعد»: one is brought in with no verb.
    let bare = doc.word(from).strip_prefix('و').unwrap_or(doc.word(from));
    if comma.is_none() && matches!(bare, "من" | "بين" | "هناك" | "ثمة" | "بينهم" | "منهم") {
        // «ومن بين الحاضرين فلان الفلاني».
        let among = |found: &Phrase| found.name.is_some() && bare == "من" && doc.word(from + 1) == "بين";
        let one = |found: &Phrase| {
            ((found.head_is(Class::Role) && !found.definite) || among(found)) && found.agree.fits(agree)
        };
        return (from + 1..to.min(from + BROUGHT_IN)).find_map(|at| telling(doc, at, to).filter(one));
    }
    let many = agree.number == Number::Many;
    let asked = Some(asks_for(doc, verb)).filter(|asked| many || asked.fits(agree))?;
    let was = is(verb);
    if is_most(doc, verb) {
        return None;
    }
    let said = was || doc.is_even_joined(verb, Class::Verb) || is_unlisted_verb(doc, verb);
    let shown = |found: &Phrase| {
        // «كان فلان، الابن الأصغر، أول من تكلم».
        let named = found.name.is_some() && (!was || doc.kind(found.end) == Kind::Comma);
        let calls = found.head_is(Class::Role) || found.head_is(Class::Title);
        named || calls || found.head_is(Class::Body) || (many && found.head_is(Class::Group))
    };
    // «وينتظر السكان …، قالوا»: the verb before several is in the singular.
    let fits =
        |found: &Phrase| found.agree.fits(asked) || (found.agree.number == Number::Many && found.agree.fits(agree));
    let told = || ar::phrase(doc, verb + 1, to).filter(|found| said && shown(found) && fits(found));
    let one = |found: Phrase| if found.agree.number == Number::Many { found } else { Phrase { agree: asked, ..found } };
    unknown_actor(doc, verb, to).or_else(told).map(one)
}

/// Words from the start of a sentence to one whom it brings in with no verb, at most.
const BROUGHT_IN: usize = 5;

/// Whether a word may be a verb that no lexicon has: nothing else that is known, with no article and no preposition.
fn is_unlisted_verb(doc: &Doc, at: usize) -> bool {
    ar::may_be_unlisted(doc, at) && !is_preposition(doc, at) && !ar::is_adverb(doc.word(at))
}

/// Whom the form of a verb that no lexicon has asks for: a woman behind «ت» at its end or in its beginning.
fn asks_for(doc: &Doc, at: usize) -> Agree {
    // «توعد», «تحدث»: a past form whose first letter is its own.
    if let Some((verb, CueKind::Verb)) = reading(doc, at) {
        return verb.agree;
    }
    let word = doc.word(at);
    let bare = if doc.token(at).bare == doc.key(at) { word } else { word.get('و'.len_utf8()..).unwrap_or(word) };
    // «وحدثتنا سيدة».
    let object = ["نا", "ها", "هم", "ه"].iter().find_map(|object| bare.strip_suffix(object));
    let woman = bare.ends_with('ت')
        || object.is_some_and(|verb| verb.ends_with('ت') && verb.chars().count() > 3)
        || (bare.starts_with('ت') && ar::is_present_form(bare));
    Agree::new(if woman { Gender::F } else { Gender::M }, Number::One)
}

/// Whether a word may stand in a clause that tells of the noun before it: a word that sets no other clause beside it.
pub(super) fn goes_with_noun(doc: &Doc, at: usize) -> bool {
    let other = doc.is_joined(at) || doc.is_even_joined(at, Class::Conn) || matches!(doc.word(at), "ثم" | "إذ" | "حيث");
    doc.token(at).is_word() && !other
}

/// Who explains what the sentence before tells: «وهو ما فسره متعامل في السوق بقوله», whatever he is.
pub(super) fn explains(doc: &Doc, from: usize, at: usize) -> Option<Phrase> {
    if !doc.word(at).starts_with("بقول") {
        return None;
    }
    let verb = (from.max(at.saturating_sub(BROUGHT_IN + 2)) + 1..at)
        .find(|verb| matches!(doc.word(verb - 1), "ما" | "الذي") && doc.word(*verb).ends_with(['ه', 'ا']))?;
    let start = verb + 1;
    let known = ar::phrase(doc, start, at)
        .filter(|found| found.head.is_some() || found.name.is_some_and(|(_, to)| to > start + 1));
    let several = (start..at).all(|at| doc.token(at).is_word());
    let bare = Phrase { start, end: at, agree: asks_for(doc, verb), ..Phrase::default() };
    known.or_else(|| (several && start < at).then_some(bare))
}

/// Words that the marks behind such a colon have at least.
const TOLD_WORDS: usize = 3;

/// Whether a clause before a colon goes on telling of the one spoken of last, with a verb and no subject («ولا يوافق على
/// هذا الوصف: «…»», «وبدا غاضباً من الغياب: «…»»), and whom it then asks for.
fn goes_on(doc: &Doc, from: usize, colon: usize) -> Option<Agree> {
    let verb = from + usize::from(matches!(doc.word(from), "لا" | "ولا" | "لم" | "ولم" | "ثم" | "وهو" | "وهي"));
    let word = doc.word(verb);
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let present = bare.starts_with(['ي', 'ت']) && word.chars().count() > 3;
    let next = verb + 1;
    // «فبادرتنا ضاحكة:», and «فباغتنا مبتسما:».
    let state = next + 1 == colon && doc.word(next).ends_with(['ة', 'ا']) && !doc.word(next).starts_with("ال");
    let alone =
        ar::is_adverb(doc.word(next)) || state || is_preposition(doc, next) || is_addressee(doc, next) || next == colon;
    let past = alone && (doc.is_joined(verb) || verb > from) && is_unlisted_verb(doc, verb);
    let said = doc.pair_at(colon + 1).map(|pair| doc.pair(pair));
    let long = said.is_some_and(|marks| doc.count_words(marks.inner_start(), marks.inner_end()) >= TOLD_WORDS);
    let goes = (present || past) && long && verb < colon && ar::word(doc, verb).sense.is_none();
    goes.then(|| asks_for(doc, verb))
}

/// A verb that no lexicon has between a quotation that opens a sentence and somebody who is known: nothing but a verb of
/// saying can stand there («…»، غرد فلان).
pub(super) fn behind_quotation(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let opens = doc.pair_at(sentence.start).filter(|pair| doc.pair(*pair).after() <= at)?;
    // «…» — بهذه العبارة استقبل فلان أسئلتنا.
    let by_these = at.checked_sub(2).map_or(0, |before| with_these_words(doc, before));
    let right_behind = follows_quote(doc, at, sentence.start) && at <= doc.pair(opens).after() + 2 + by_these;
    if !right_behind || doc.is_joined(at) || !is_unlisted_verb(doc, at) || is_title(doc, opens) {
        return None;
    }
    let behind = at + 1 + usize::from(is_addressee(doc, at + 1));
    let subject = telling(doc, behind, sentence.end).filter(|found| is_person(doc, found))?;
    let sense = Sense { class: Class::Verb, agree: subject.agree, flags: 0, family: 0, words: 1 };
    Some(Cue { subject: Some(subject), reach: subject.end, ..Cue::of(at..at + 1, CueKind::Verb, sense) })
}

/// Words of a clause that a verb behind a comma says to be somebody's, at least.
const CLAUSE_WORDS: usize = 3;

/// The clause of a sentence that nothing but a verb in the present and who says it stand behind: «لا خلاف داخل الكتلة، يؤكد
/// النائب فلان.».
pub(super) fn behind_clause(doc: &Doc, at: usize, sentence: Sentence, subject: Option<&Phrase>) -> Content {
    let (start, comma) = (sentence.start, at.saturating_sub(1));
    let closes = |subject: &Phrase| {
        // «الوضع صعب، يقول الطبيب فلان، ولا أدوية لدينا».
        let stops = matches!(doc.kind(subject.end), Kind::Stop | Kind::Break | Kind::Comma);
        subject.start == at + 1 && (stops || subject.end >= sentence.end) && is_person(doc, subject)
    };
    let said = doc.word(at).starts_with(['ي', 'ت']) && subject.is_some_and(closes);
    let apart = comma > start && doc.kind(comma) == Kind::Comma && doc.count_words(start, comma) >= CLAUSE_WORDS;
    let adverbial = || {
        is_preposition(doc, start)
            || doc.is_any_even_joined(start, const { Classes::all(&[Class::Conn, Class::Relative, Class::Nominal]) })
            || is_listed(doc.word(start).trim_start_matches(['و', 'ف']), "عندما حين حينما لما بعدما بينما إذا لو")
    };
    let bare = |at: usize| doc.kind(at) != Kind::Comma && doc.pair_at(at).is_none() && reading(doc, at).is_none();
    let plain = || (start..comma).all(bare);
    if said && apart && !adverbial() && plain() { Content::Before(start, comma) } else { Content::None }
}

/// Who said a quotation that is a sentence, where the next one says that so he did something: «…». هكذا بدأ فلان شهادته.
pub(super) fn thus(doc: &Doc, pair: usize) -> Option<Phrase> {
    let after = doc.pair(pair).after();
    // «…»... هكذا طمأن فلان عماله.
    let stops = |at: &usize| matches!(doc.kind(*at), Kind::Stop | Kind::Other | Kind::Colon | Kind::Comma | Kind::Dash);
    let next = after + (after..after + 3).take_while(stops).count();
    // «…»: سؤال طرحه فلان.
    let coins = is_listed(doc.word(next), "سؤال عبارة جملة كلمة كلمات رسالة نداء صرخة وصية شهادة مقولة")
        && doc.word(next + 1).ends_with(['ه', 'ا'])
        && !ar::word(doc, next + 1).article;
    let so = usize::from(doc.word(next) == "هكذا").max(with_these_words(doc, next)).max(2 * usize::from(coins));
    let end = (next..next + THUS_REACH).find(|at| !doc.token(*at).is_word()).unwrap_or(next + THUS_REACH);
    if so == 0 || doc.lang != Lang::Ar {
        return None;
    }
    first_phrase(doc, next + so, end, Agree::default(), false).filter(|found| is_person(doc, found))
}

/// Words of such a sentence that are looked at, at most.
const THUS_REACH: usize = 12;

/// Words in marks that no cue goes with are somebody's, and no name, from so many on.
const FRAGMENT_WORDS: usize = 4;

/// Whose words the marks hold that stand within a sentence with no verb of saying: those of the person whom it is about
/// («الممرض فلان أحصى تسع إصابات «معظمها حروق من الدرجة الثانية»»).
pub(super) fn fragment(doc: &Doc, pair: usize, sentence: Sentence) -> Option<Phrase> {
    let marks = doc.pair(pair);
    let long = doc.count_words(marks.inner_start(), marks.inner_end()) >= FRAGMENT_WORDS && !is_title(doc, pair);
    let within = sentence.inside.is_none() && marks.open > sentence.start && doc.token(marks.open - 1).is_word();
    if !long || !within || is_preposition(doc, marks.open - 1) {
        return None;
    }
    subject(doc, sentence.start, marks.open, Agree::default()).filter(|found| is_person(doc, found))
}

/// Whether a word is Arabic for people who are told something: «ناشد السكان «…»».
pub(super) fn are_told(doc: &Doc, at: usize) -> bool {
    doc.lang == Lang::Ar && ar::word(doc, at).sense.is_some_and(|sense| sense.class == Class::Group)
}

/// A name, or people, of whom nothing is known, from the start of a clause up to their verb: «لكن مشغّل الرافعة قال إن», «عائدة
/// النمر، النازحة من القرى، قالت».
pub(super) fn unlisted_before(doc: &Doc, from: usize, at: usize, sense: Sense) -> Option<Phrase> {
    // «أصدر الديوان، أمس، نشرية خاصة حذر فيها من أن».
    let within = doc.is(at + 1, Class::Within) || (doc.word(from).ends_with('ة') && sense.agree.gender == Gender::M);
    let found = ar::phrase(doc, from, at).filter(|_| !sense.has(flag::CLAUSE) && !doc.is_joined(from) && !within)?;
    let (start, end) = found.name.filter(|(start, end)| *start == from && *end > start + 1)?;
    let apart = doc.kind(end) == Kind::Comma && doc.kind(at - 1) == Kind::Comma && end + 1 < at;
    (found.head.is_none() && (end == at || apart)).then_some(Phrase { start, ..found })
}

/// Whether a woman's form goes with a phrase in the plural, as with any but one of men: «وانتقدت مصادر القرار، ووصفته».
pub(super) fn is_of_things(phrase: &Phrase, agree: Agree) -> bool {
    let many = phrase.agree.number == Number::Many && phrase.agree.gender != Gender::M;
    many && phrase.head.is_some() && agree == Agree::new(Gender::F, Number::One)
}
