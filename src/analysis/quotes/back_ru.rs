//! Russian words that take up what was just told, to say whose it is: «Об этом сообщила полиция», «Такого мнения придерживается
//! врач», «…, о чём рассказал сторож», «…, и это признаёт директор».

use super::clause_ru::is_about;
use super::subject_ru::is_beside;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, Gender, Number, Sense};
use crate::analysis::listed::{List, is_listed};
use crate::analysis::people::ru;
use crate::analysis::token::Kind;

/// What has just been told of: «О находке институт объявил в среду».
const EVENTS: List =
    List::of("случившемся произошедшем происшествии инциденте трагедии аварии смерти кончине находке решении");

/// Words from the head of a sentence to the verb that takes up the one before, at most.
const TAKES_UP: usize = 7;

/// Words before «так», at most.
const SO: usize = 4;

/// Whether a sentence says whose the words of the one before are: «Об этом сообщила полиция», «Так считает эксперт».
pub(super) fn refers_back(doc: &Doc, at: usize, behind: usize, sentence: Sentence) -> bool {
    let closes = || behind + 1 >= sentence.end || is_about(doc, behind + 1, sentence.end);
    let event = matches!(doc.word(sentence.start), "О" | "Об") && EVENTS.has(doc.word(sentence.start + 1));
    let takes = || opens(doc, sentence.start) && takes_up(doc, at, sentence);
    event || is_of_this(doc, sentence.start) || (so(doc, at, sentence) || takes()) && closes()
}

/// Whether a sentence begins «Об этом».
pub(super) fn is_of_this(doc: &Doc, start: usize) -> bool {
    lowered(doc.words(start, start + 2)) == "об этом"
}

/// Whether «так» leads to a verb: «Так в среду ответил депутатам директор», «По крайней мере, так говорит хозяин».
fn so(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    let so = (sentence.start..at.min(sentence.start + SO + 1)).find(|so| matches!(doc.word(*so), "Так" | "так"));
    let leads =
        |word: usize| is_listed(doc.word(word), "По крайней мере , Во всяком случае Именно Примерно И Но Во-первых");
    let between = |word: usize| is_beside(doc, word) || ru::governs(doc, word) && doc.token(word + 1).dated;
    so.is_some_and(|so| (sentence.start..so).all(leads) && (so + 1..at).all(between))
}

/// Whether a verb takes up the sentence before by a noun of saying with «такой» or «этот», or by «это» alone: «С таким
/// заявлением выступил мэр», «Это подтвердил и директор».
pub(super) fn takes_up(doc: &Doc, at: usize, sentence: Sentence) -> bool {
    const NOUNS: List = List::of(
        "мнение мнения мнению точки точку заявление заявлением вывод выводу выводам заключение заключению версию версии \
         прогноз прогнозом прогноза позицию позиции предположение предложение предложением инициативой оценку оценки идею \
         идеей мысль информацию данные сведения цифры слова признание обещание предупреждение рекомендацию совет призывом \
         новостью данными сведениями цифрами информацией оценкой мыслями взгляд взгляда взглядов убеждения логики факт",
    );
    const STEMS: [&str; 18] = [
        "выступ",
        "сдела",
        "дал",
        "привел",
        "привёл",
        "привод",
        "выраз",
        "подел",
        "делит",
        "придержив",
        "высказ",
        "излож",
        "озвуч",
        "опубликов",
        "распростран",
        "подтвер",
        "опроверг",
        "призна",
    ];
    let start = sentence.start;
    if at <= start || at > start + TAKES_UP || sentence.inside.is_some() {
        return false;
    }
    let stem = |stems: &[&str]| stems.iter().any(|stem| doc.word(at).starts_with(stem));
    let rest = |from: usize| {
        (from..at).all(|word| is_beside(doc, word) || doc.is(word, Class::Conn) || doc.word(word) == "зрения")
    };
    let led = matches!(doc.word(start), "С" | "К" | "О" | "Об" | "На");
    let that = start + usize::from(led);
    let alone = matches!(doc.word(that), "это" | "Это") && rest(that + 1);
    match (alone, doc.word(start)) {
        (true, "На") => stem(&["указ", "обрат", "обращ", "пожал", "жалу", "сетов", "посет", "намек"]),
        (true, "Это") => stem(&["подтвер", "призна", "отриц", "опроверг"]),
        (_, "О" | "Об") => {
            stem(&["расска", "сообщ", "заяв", "говор", "напис", "объяв", "предупре"]) && rest(that + 2)
        }
        // «Этот вывод аудиторов подтвердила министр».
        _ => stem(&STEMS) && NOUNS.has(doc.word(that + 1)) && (rest(that + 2) || rest(that + 3)),
    }
}

/// Whether a sentence may take up the one before: it begins with «такой» or «этот», perhaps behind a preposition.
pub(super) fn opens(doc: &Doc, start: usize) -> bool {
    const THAT: &str = "такое такого такую такой таким такими такие такому таких эту это этот этого этой этому этим этими эти \
                        соответствующее соответствующую соответствующий";
    let led = matches!(doc.word(start), "С" | "К" | "О" | "Об" | "На");
    let that = doc.word(start + usize::from(led));
    ["так", "эт", "соотв", "Так", "Эт", "Соотв"].iter().any(|stem| that.starts_with(stem))
        && is_listed(&lowered(that), THAT)
}

/// A verb that says nothing by itself and takes up the sentence before: «С таким заявлением выступил мэр».
pub(super) fn taken_up(
    doc: &Doc,
    at: usize,
    sentence: Sentence,
    finite: impl Fn(usize) -> Option<Sense>,
) -> Option<Sense> {
    let near = at > sentence.start + 1 && at <= sentence.start + TAKES_UP;
    if !near || !takes_up(doc, at, sentence) {
        return None;
    }
    // «Такой прогноз дал аналитик».
    let agree = Agree::new(Gender::M, Number::One);
    let short =
        (doc.word(at) == "дал").then_some(Sense { class: Class::Verb, ..Sense::unlisted(Class::Role, agree, 0) });
    finite(at).or(short).map(|sense| Sense { flags: 0, ..sense })
}

/// The comma or dash behind what a verb takes up in its own sentence: «…, о чём рассказал сторож», «…, и это признаёт
/// директор», «…, что подтвердил врач».
pub(super) fn that_before(doc: &Doc, from: usize, at: usize, sentence: Sentence) -> Option<usize> {
    let floor = sentence.start + 2;
    let near = floor.max(from.saturating_sub(SO))..from;
    if !near.clone().any(|word| matches!(doc.word(word), "чём" | "чем" | "что" | "это")) {
        return None;
    }
    let confirms = || ["подтвер", "призна", "отриц"].iter().any(|stem| doc.word(at).starts_with(stem));
    // «о чём жителям сообщили в мэрии».
    let what = near.clone().rev().take_while(|word| doc.token(*word).is_word());
    let what = what.into_iter().find(|word| matches!(doc.word(*word), "чём" | "чем") && doc.word(word - 1) == "о");
    let that = what.or_else(|| near.rev().find(|word| !is_beside(doc, *word)))?;
    let comma = match doc.word(that) {
        _ if what.is_some() => that - 2,
        "что" if confirms() && !(sentence.start..that).any(|word| doc.is(word, Class::Verb)) => that - 1,
        "это" if confirms() => that - 1 - usize::from(matches!(doc.word(that - 1), "и" | "а" | "но")),
        _ => return None,
    };
    let dash = doc.word(that) == "это" && doc.kind(comma) == Kind::Dash;
    let clause = comma > sentence.start + 1 && doc.pair_at(sentence.start).is_none();
    (clause && (dash || doc.kind(comma) == Kind::Comma)).then_some(comma)
}

/// Where a clause begins behind what leads to it: «То, что касса пуста, признаёт директор».
pub(super) fn led_by_that(doc: &Doc, start: usize, end: usize) -> usize {
    let comp = (start..end.min(start + SO)).find(|at| matches!(doc.word(*at), "что" | "Что"));
    let leads = |at: usize| is_listed(doc.word(at), "То О том Тот факт И Но ,");
    comp.filter(|comp| (start..*comp).all(leads) && comp + 1 < end).map_or(start, |comp| comp + 1)
}
