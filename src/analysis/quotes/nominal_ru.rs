//! Russian phrases that name a source: «по словам …», «по данным …», «по её словам», «таков ответ …».

use super::aside_ru::is_participle;
use super::cited_ru::who_passes;
use super::clause_ru::{before_marks, clause_end, colon_behind};
use super::cue::{Content, Cue, CueKind};
use super::noun_ru::named_source;
use super::subject_ru::subject_behind;
use crate::analysis::doc::{Doc, Sentence};
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Key, Number, Sense, flag};
use crate::analysis::listed::{ends_in, is_listed};
use crate::analysis::people::{Case, Phrase, ru};
use crate::analysis::token::Kind;

/// Words between a verb that passes on and the words that it passes on, at most.
const PASSES_REACH: usize = 6;

/// «По словам …», «по данным …», «по её словам».
pub(super) fn nominal(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    if let Some(such) = such(doc, at, sentence) {
        return Some(such);
    }
    if let Some(own) = own_view(doc, at, sentence) {
        return Some(own);
    }
    let myself = doc.phrase(at, sentence.end, Class::SelfNominal).or_else(|| owned(doc, at));
    if let Some(shown) = shown(doc, at, sentence) {
        return Some(shown);
    }
    let source = || source(doc, at, sentence.end).or_else(|| passed_on(doc, at, sentence.start));
    let sense = myself.or_else(source)?;
    let end = at + usize::from(sense.words);
    if let Some(cue) = of_whom(doc, (at, end), sentence, sense) {
        return Some(cue);
    }
    let stop = clause_end(doc, end, sentence.end);
    // «Мэрия отказалась платить, ссылаясь на решение суда»: no words.
    if doc.word(at) == "ссылаясь" && !(sentence.start..at).any(|word| doc.is(word, Class::Verb)) {
        return None;
    }
    // «Канал со ссылкой на источник сообщил, что …»: the verb has its own subject.
    if (end..stop).any(|word| doc.is(word, Class::Verb)) {
        return None;
    }
    // «По оценкам, приведённым в докладе ООН, …».
    let made = doc.kind(end) == Kind::Comma && ends_in(doc.word(end + 1), &["нным", "нными", "тым", "тыми"]);
    let stop = if made { clause_end(doc, end + 1, sentence.end) } else { stop };
    let subject =
        if made { ru::phrase(doc, end + 2, stop).map(as_source) } else { whose_words(doc, (at, end, stop), myself) };
    if subject.is_none() && myself.is_none() {
        return None;
    }
    // «По воспоминаниям внучки, Лилии Осеневой, …».
    let stop = subject.map_or(stop, |subject| subject.end.max(stop));
    let (content, reach) = told(doc, at, if myself.is_some() { end } else { stop }, sentence);
    // «Требовательный, по выражению соседа, «до зубной боли», он…»: only the marks hold his words.
    let coined =
        (at + 1..end).any(|word| ["выражени", "определени"].iter().any(|stem| doc.word(word).starts_with(stem)));
    let marks = doc.pair_at(reach).or_else(|| doc.pair_at(reach + 1)).map(|pair| doc.pair(pair));
    let small = marks.is_some_and(|marks| !doc.token(marks.inner_start()).capital);
    let content = if coined && small { Content::None } else { content };
    let kind = if myself.is_some() { CueKind::SelfNominal } else { CueKind::Nominal };
    Some(Cue { start: at, end, kind, sense, subject, content, opened: false, colon: None, until: 0, reach })
}

/// «Спорит староста, по мнению которого пруд спасёт деревню»: the words of the one whom the clause before has last.
fn of_whom(doc: &Doc, (at, end): (usize, usize), sentence: Sentence, sense: Sense) -> Option<Cue> {
    let agree = match doc.word(end) {
        "которого" => Agree::new(Gender::M, Number::One),
        "которой" => Agree::new(Gender::F, Number::One),
        "которых" => Agree::new(Gender::Any, Number::Many),
        _ => return None,
    };
    let comma = at.checked_sub(1).filter(|comma| *comma > sentence.start && doc.kind(*comma) == Kind::Comma)?;
    let edge = |at: &usize| matches!(doc.kind(*at), Kind::Comma | Kind::Dash | Kind::Colon | Kind::Semicolon);
    let from = (sentence.start..comma).rev().find(edge).map_or(sentence.start, |edge| edge + 1);
    let verb = (from..comma).rev().find(|word| ru::is_verb(doc, *word));
    let fits = |who: &Phrase| !who.pronoun && who.agree.fits(agree);
    let who = |from: usize| ru::phrase(doc, from, comma).filter(fits);
    let subject = verb.and_then(|verb| who(verb + 1)).or_else(|| who(from))?;
    let from = end + 1 + usize::from(doc.kind(end + 1) == Kind::Comma);
    let cue = Cue { subject: Some(subject), reach: end + 1, ..Cue::of(at..end, CueKind::Nominal, sense) };
    Some(Cue { content: Content::After(from), opened: true, ..cue })
}

/// What a source tells whose words begin at one token and end at another, and where what is said of it ends.
fn told(doc: &Doc, at: usize, reach: usize, sentence: Sentence) -> (Content, usize) {
    let behind_colon = at > sentence.start && matches!(doc.kind(at - 1), Kind::Colon | Kind::Semicolon);
    let leads = at == sentence.start || behind_colon || (at <= sentence.start + 2 && doc.is(at - 1, Class::Conn));
    // «По замечанию химика, не участвовавшего в работе, …».
    let aside = reach + 1 + usize::from(doc.is(reach + 1, Class::Neg));
    let closed = clause_end(doc, aside, sentence.end);
    let skips = leads && doc.kind(reach) == Kind::Comma && is_about(doc, aside) && doc.kind(closed) == Kind::Comma;
    let reach = if skips { closed } else { reach };
    let comma = doc.kind(reach) == Kind::Comma;
    let after = || Content::After((reach + usize::from(comma)).min(sentence.end));
    let mid = at > sentence.start && doc.kind(at - 1) == Kind::Comma && comma;
    let content = match own_clause(doc, at, sentence) {
        _ if leads || comma && joins_clause(doc, at, sentence.start) => after(),
        _ if comma && is_about(doc, reach + 1) => Content::Before(sentence.start, at),
        // «…, однако тогда, по словам Вольф, её приняли за волчью»: the source stands inside what is reported.
        // «рост, на её взгляд, «чистая спекуляция»».
        from if mid
            && !doc.is(from, Class::Relative)
            && doc.pair_at(reach + 1).is_some_and(|pair| doc.pair(pair).after() + 1 >= sentence.end) =>
        {
            Content::Before(from, sentence.end)
        }
        // «Зато, по словам мэра, …», «Художник Тарле, по собственному признанию, …».
        from if mid && (is_joining(doc, from, at) || doc.word(at + 1).starts_with("собственн")) => after(),
        from if mid => Content::Before(from, before_marks(doc, reach, sentence.end)),
        _ => Content::Before(sentence.start, at),
    };
    // «на планёрке, по свидетельству очевидцев, сказал: «…»»: the verb has its own subject.
    // «Газета пишет, ссылаясь на МЧС, что …», «Газета, ссылаясь на МЧС, пишет, что …».
    let reports = |from: usize| doc.is(clause_end(doc, from, sentence.end) + 1, Class::Comp);
    let says = |from: usize| {
        let verb = doc.is(from, Class::Verb);
        doc.is(from, Class::Comp) || verb && (reports(from) || colon_behind(doc, from + 1, sentence.end).is_some())
    };
    let content = match content {
        Content::After(from) if mid && says(from) => Content::None,
        content => content,
    };
    (content, reach)
}

/// Whether only a conjunction stands between a source and the comma before it: «Дом сдан, но по словам жильцов, крыша
/// течёт».
fn joins_clause(doc: &Doc, at: usize, start: usize) -> bool {
    const JOINS: &str = "но а и да однако зато хотя причём причем притом тогда";
    let comma = at.checked_sub(2).filter(|comma| *comma > start && doc.kind(*comma) == Kind::Comma);
    comma.is_some() && is_listed(doc.word(at - 1), JOINS)
}

/// Whether the words up to an inserted source only join the sentence to the one before.
pub(super) fn is_joining(doc: &Doc, from: usize, at: usize) -> bool {
    const JOINS: &str = "правда впрочем кстати наконец наоборот причём причем увы вообще собственно действительно скорее \
                         кроме того более напротив тех пор противном любом случае";
    let joins = |word: usize| {
        let light = doc
            .is_any(word, const { Classes::all(&[Class::Conn, Class::Aux, Class::Skip, Class::SelfWord, Class::Neg]) });
        let adverb = doc.is(word, Class::Prep) && !doc.token(word).dated;
        !doc.token(word).is_word() || light || adverb || is_listed(&lowered(doc.word(word)), JOINS)
    };
    (from..at).all(joins)
}

/// «У директора другие цифры: брак снизился», «У инженера своя правда: …»: whose view the words behind the colon are.
fn own_view(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    const OWN: &str = "другой другая другое другие иной иная иное иные свой своя своё свои";
    const VIEWS: &str = "мнение версия данные цифры сведения взгляд объяснение правда счёт расчёт рассказ аргументы логика замеры наблюдения подсчёты \
         подсчеты прогноз резон резоны доводы арифметика статистика теория";
    let colon =
        if doc.word(at) == "У" && at == sentence.start { colon_behind(doc, at + 1, sentence.end) } else { None }?;
    let own = colon
        .checked_sub(2)
        .filter(|own| *own > at && is_listed(doc.word(*own), OWN) && is_listed(doc.word(own + 1), VIEWS))?;
    let sense = Sense { class: Class::Nominal, agree: Agree::default(), flags: 0, family: 0, words: 1 };
    let pronoun = |gender| {
        let agree = Agree::new(gender, Number::One);
        Phrase { start: at + 1, end: at + 2, agree, pronoun: true, ..Phrase::default() }
    };
    let subject = match doc.word(at + 1) {
        "неё" | "нее" => pronoun(Gender::F),
        "него" => pronoun(Gender::M),
        _ => named_source(doc, at + 1, own)?,
    };
    let cue = Cue { subject: Some(subject), reach: colon, ..Cue::of(own..colon, CueKind::Nominal, sense) };
    Some(Cue { content: Content::After(colon + 1), opened: true, colon: Some(colon), ..cue })
}

/// «Из слов министра следует, что …», «Из её ответа ясно, что …».
fn shown(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    const WORDS: &str = "слов рассказа рассказов показаний объяснений объяснения пояснений пояснения ответа ответов \
                         признаний комментария комментариев";
    const SHOWS: &str = "следует следовало вытекает явствует ясно понятно выходит выходило видно";
    let from = at + 1 + usize::from(doc.is(at + 1, Class::Poss));
    if !matches!(doc.word(at), "Из" | "из") || !is_listed(doc.word(from), WORDS) {
        return None;
    }
    let stop = clause_end(doc, from, sentence.end);
    let verb = stop.checked_sub(1).filter(|verb| is_listed(doc.word(*verb), SHOWS))?;
    let comp = doc.kind(stop) == Kind::Comma && doc.is(stop + 1, Class::Comp);
    let sense = Sense { class: Class::Nominal, agree: Agree::default(), flags: 0, family: 0, words: 2 };
    let subject = match doc.sense(at + 1, Class::Poss) {
        Some(owner) => Phrase { start: at + 1, end: at + 2, agree: owner.agree, pronoun: true, ..Phrase::default() },
        None => named_source(doc, from + 1, verb)?,
    };
    let cue = Cue { subject: Some(subject), reach: stop, ..Cue::of(at..from + 1, CueKind::Nominal, sense) };
    comp.then_some(Cue { content: Content::After(stop + 2), opened: true, ..cue })
}

/// What a participle leads to as the source of words: it stands in an oblique case.
fn as_source(made: Phrase) -> Phrase {
    Phrase {
        case: Case::Genitive,
        head: made.head.map(|(at, head)| (at, Sense { flags: head.flags & !flag::LEMMA, ..head })),
        ..made
    }
}

/// Whom a phrase that names a source means: the one whom a pronoun in it or beside it means, else the one named behind;
/// none where its words have a pronoun of no gender. `words` are the phrase's start and end, and where its clause ends.
fn whose_words(doc: &Doc, words: (usize, usize, usize), myself: Option<Sense>) -> Option<Phrase> {
    let (at, end, stop) = words;
    let pronoun =
        |start: usize, agree: Agree| Some(Phrase { start, end: start + 1, agree, pronoun: true, ..Phrase::default() });
    // «передаёт его слова адвокат».
    let noun = doc.is(at, Class::SpeechNoun);
    let his = at.checked_sub(1).filter(|_| noun).and_then(|before| doc.sense(before, Class::Poss));
    // «Согласно её модели»: whose it is.
    let plain = || ru::head_sense(doc, end + 1).is_none_or(|of| of.class == Class::Doc);
    let whose = doc.sense(end, Class::Poss).filter(|_| plain());
    match (myself, his, whose) {
        (None, Some(owner), _) => pronoun(at - 1, owner.agree),
        (Some(own), _, _) => pronoun(at + 1, own.agree).filter(|_| own.agree != Agree::default()),
        (None, None, Some(owner)) => pronoun(end, owner.agree),
        (None, None, None) if noun => named_source(doc, end, who_passes(doc, end, stop)),
        // «Как следует из данных избиркома».
        (None, None, None) => {
            let data =
                is_listed(doc.word(end), "данных материалов сведений документов показаний расчётов расчетов слов");
            named_source(doc, end + usize::from(data && end + 1 < stop && doc.token(end + 1).is_word()), stop)
        }
    }
}

/// «…» — таков ответ министра: whose words stand before the dash.
fn such(doc: &Doc, at: usize, sentence: Sentence) -> Option<Cue> {
    let dash = at.checked_sub(1).filter(|dash| doc.kind(*dash) == Kind::Dash)?;
    let comma = dash > 0 && doc.kind(dash - 1) == Kind::Comma;
    let marks = dash.checked_sub(1 + usize::from(comma)).is_some_and(|before| doc.pair_closed_at(before).is_some());
    let said = ["таков", "такова", "таково", "таковы"].contains(&doc.word(at)) && doc.token(at + 1).is_word();
    let words = doc.word(at) == "это" && doc.word(at + 1) == "слова";
    // «…» — с этими словами президент завершил речь.
    let with = doc.words(at, at + 3) == "с этими словами";
    // «…» — такую задачу поставил строителям мэр.
    let led = at + usize::from(doc.word(at) == "с");
    let task = is_listed(doc.word(led), "такой такую такое такие таким такими");
    let verb = || ru::is_verb(doc, led + 2) || is_listed(doc.word(led + 2), "дал дала дали дает даёт");
    let task = task && doc.token(led + 1).is_word() && verb();
    if !marks || !(said || words || with || task) {
        return None;
    }
    if task {
        let verb = doc.word(led + 2);
        let gender = if verb.ends_with(['а', 'ь']) { Gender::F } else { Gender::Any };
        let many = verb.ends_with("ли") || verb.ends_with("лись");
        let agree = Agree::new(gender, if many { Number::Many } else { Number::One });
        let sense = Sense { class: Class::Verb, agree, flags: 0, family: 0, words: 1 };
        let (subject, reach) = subject_behind(doc, led + 3, sentence.end, sense);
        return Some(Cue { subject: Some(subject?), reach, ..Cue::of(at..led + 3, CueKind::Nominal, sense) });
    }
    let from = at + if with { 3 } else { 2 };
    let stop = clause_end(doc, from, sentence.end);
    let speaks = || ru::phrase(doc, from, stop).filter(|one| one.head.is_none_or(|(_, head)| head.has(flag::LEMMA)));
    let subject = if with { speaks() } else { named_source(doc, from, stop) }?;
    let sense = Sense { class: Class::Nominal, agree: Agree::default(), flags: 0, family: 0, words: 2 };
    Some(Cue { subject: Some(subject), reach: stop, ..Cue::of(at..at + 2, CueKind::Nominal, sense) })
}

/// Whether what begins at a token is about the noun before it.
fn is_about(doc: &Doc, from: usize) -> bool {
    let genitive =
        ends_in(doc.word(from), &["вшего", "вшей", "вших", "ющего", "ящего", "ющей", "ящей", "ющих", "ящих"]);
    genitive || (from..from + 2).any(|word| doc.is(word, Class::Relative)) || is_participle(doc.word(from))
}

/// Where the clause that a word stands in begins: behind a conjunction or a semicolon, else with its sentence.
fn own_clause(doc: &Doc, at: usize, sentence: Sentence) -> usize {
    let mut from = at;
    while from > sentence.start {
        let Some(before) = doc.previous(from) else { break };
        let opens = doc.is_any(before + 1, const { Classes::all(&[Class::Conn, Class::Comp, Class::Relative]) });
        let joined = doc.kind(before) == Kind::Comma && opens && before + 1 < at;
        if joined || matches!(doc.kind(before), Kind::Semicolon | Kind::Colon) {
            break;
        }
        from = before;
    }
    from
}

/// A phrase that names a source, perhaps with an adjective in it: «по предварительной версии следствия».
fn source(doc: &Doc, at: usize, end: usize) -> Option<Sense> {
    let plain = doc.phrase(at, end, Class::Nominal);
    if plain.is_some() || !ru::is_adjective(doc.word(at + 1)) && !doc.word(at + 1).ends_with(['м', 'й']) {
        return plain;
    }
    let word = |step: usize| if at + step + 1 < end { doc.key(at + step + 1) } else { Key(0) };
    let sense = doc.lexicon.phrase(doc.key(at), Class::Nominal, word).filter(|sense| sense.words == 2)?;
    Some(Sense { words: 3, ..sense })
}

/// «приводит пресс-служба слова министра»: a noun of saying behind a verb that passes on.
fn passed_on(doc: &Doc, at: usize, start: usize) -> Option<Sense> {
    if !doc.is(at, Class::SpeechNoun) {
        return None;
    }
    let passes = |at: usize| doc.sense(at, Class::Verb).is_some_and(|sense| sense.has(flag::RELAY | flag::AGENT));
    let led = (start.max(at.saturating_sub(PASSES_REACH))..at).any(passes);
    let aside = (start.max(at.saturating_sub(PASSES_REACH))..at).any(|word| doc.kind(word) == Kind::Stop);
    let sense = Sense { class: Class::Nominal, agree: Agree::default(), flags: 0, family: 0, words: 1 };
    (led && !aside).then_some(sense)
}

/// The same with a possessive, of what no line of the lexicon has: «по её информации».
fn owned(doc: &Doc, at: usize) -> Option<Sense> {
    let poss = doc.sense(at + 1, Class::Poss)?;
    // «по её собственным словам».
    let inner = doc.word(at + 2).ends_with(['м', 'й']) || doc.word(at + 2) == "же";
    let more = usize::from(inner && doc.token(at + 3).is_word());
    let read = |skip: usize| {
        let word = |step: usize| doc.key(at + step + skip);
        doc.lexicon.phrase(doc.key(at), Class::Nominal, word).filter(|sense| sense.words == 2)
    };
    let (sense, words) = read(1).map(|sense| (sense, 3)).or_else(|| Some((read(1 + more)?, 4)))?;
    Some(Sense { class: Class::SelfNominal, agree: poss.agree, words, ..sense })
}
