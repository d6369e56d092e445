//! Those whom a Russian text names, whether they speak or not: people, bodies with their names or at the head of their
//! sentences, and groups.

use super::doc::Doc;
use super::leading_ru::{LEADING_REACH, leading_body, leading_object, leading_role, subject_behind, subject_role};
use super::letter::lowered;
use super::lexicon::{Agree, Class, Classes, Sense, flag, key_of};
use super::listed::{ends_in, is_listed};
use super::names::{REACH, apposed_role, paragraph_end};
use super::people::{Phrase, en_name, ru, ru_names, ru_run};
use super::token::Kind;

/// Words of a name in marks that a sentence begins with, at most.
const LONGEST_TOPIC: usize = 3;

/// Tokens from an apposed name back to its comma, at most: «, 27-летняя Регина».
const RUNS_BACK: usize = 4;

/// Tokens from a name back to the role that it shares with others, at most.
const SHARED_REACH: usize = 10;

/// Words between a role and the name that it goes with, at most.
const ROLE_REACH: usize = 6;

/// The phrase at a token that names someone.
pub(super) fn named(doc: &Doc, at: usize) -> Option<Phrase> {
    topic(doc, at)
        .or_else(|| marked(doc, at))
        .or_else(|| capitals(doc, at))
        .or_else(|| named_body(doc, at))
        .or_else(|| group(doc, at))
        .or_else(|| subject_role(doc, at))
        .or_else(|| subject_behind(doc, at))
}

/// A body in the locative at the head of a sentence: «В «Молдовагазе» от оценок воздержались», «В мэрии признали».
fn topic(doc: &Doc, at: usize) -> Option<Phrase> {
    let token = doc.token(at);
    if !doc.begins_sentence(at) || !token.capital || !ru::governs(doc, at) {
        return None;
    }
    let noun = at + 1 + usize::from(ru::is_adjective(doc.word(at + 1)));
    if doc.is(noun, Class::Body) || ru::is_abbreviation(doc, noun) || ru::by_tail(doc, noun).is_some() {
        let found = ru::phrase(doc, at + 1, paragraph_end(doc, noun + 1)).filter(|found| found.head_is(Class::Body))?;
        // «В администрации с охотоведами не спорят».
        let many = ["ют", "ят", "ли", "ются", "ятся", "лись"];
        let does = |word: usize| doc.token(word).is_word() && many.iter().any(|many| doc.word(word).ends_with(many));
        let mut clause = (found.end..found.end + REACH).take_while(|word| doc.kind(*word) == Kind::Word);
        return clause.any(does).then_some(found);
    }
    let inner = doc.pair_at(at + 1).map(|pair| doc.pair(pair)).filter(|pair| pair.closed)?;
    let name = (inner.inner_start(), inner.inner_end());
    let short = name.1 > name.0 && name.1 <= name.0 + LONGEST_TOPIC && doc.token(name.0).capital;
    let head = Sense { class: Class::Body, agree: Agree::default(), flags: 0, family: 0, words: 1 };
    let (head, end) = (Some((at + 1, head)), inner.after());
    let phrase = Phrase { start: at + 1, end, name: Some(name), head, definite: true, ..Phrase::default() };
    short.then_some(phrase)
}

/// A firm or the like that a sentence begins with in marks and tells of: «Сфера» закрыла магазины», ««Луч», крупнейший
/// провайдер области, не работал».
fn marked(doc: &Doc, at: usize) -> Option<Phrase> {
    let pair = doc.pair_at(at).filter(|_| doc.begins_sentence(at)).map(|pair| doc.pair(pair))?;
    let (from, to, end) = (pair.inner_start(), pair.inner_end(), pair.after());
    let short = pair.closed && to > from && to <= from + LONGEST_TOPIC && doc.token(from).capital;
    let told = end + usize::from(doc.is(end, Class::Neg));
    // «Химпром» построит».
    let will = || doc.word(told).chars().count() > 4 && ends_in(doc.word(told), &["ит", "ет", "ат", "ят"]);
    let does = doc.token(told).is_word() && (ru::is_verb(doc, told) || doc.is(told, Class::Aux) || will());
    let apposed = |at: usize| doc.sense(at, Class::Body).is_some_and(|body| body.has(flag::LEMMA));
    let noun = (end + 1..end + 4).find(|at| !ru::is_adjective(doc.word(*at)));
    let is_body = doc.kind(end) == Kind::Comma && noun.is_some_and(apposed);
    let head = Sense::unlisted(Class::Body, Agree::default(), flag::LEMMA);
    let phrase = Phrase { start: at, end, name: Some((from, to)), head: Some((at, head)), ..Phrase::default() };
    (short && (does || is_body)).then_some(phrase)
}

/// The role that a name between commas is in apposition to: «Муж Олеси, Денис, уехал», «Водитель, усатый Тыну, курит».
fn apposed_to(doc: &Doc, at: usize, to: usize, given: bool) -> Option<usize> {
    let comma = (at.saturating_sub(RUNS_BACK)..at).rev().find(|word| doc.kind(*word) == Kind::Comma)?;
    let own = |word: usize| ru::is_adjective(doc.word(word)) || matches!(doc.kind(word), Kind::Number | Kind::Other);
    let (role, _) = apposed_role(doc, comma + 1, to).filter(|(role, _)| *role < comma)?;
    let beside = comma + 1 < at && role + 1 == comma;
    let closed = matches!(doc.kind(to), Kind::Comma | Kind::Stop);
    ((given || beside) && closed && (comma + 1..at).all(own)).then_some(role)
}

/// Whether a given name between commas says which of several one is: «Старший, Егор, первым увидел горшок».
fn is_one_of_several(doc: &Doc, at: usize) -> bool {
    let comma = |at: usize| doc.kind(at) == Kind::Comma;
    let which = at.checked_sub(2).filter(|_| comma(at - 1) && comma(at + 1));
    which.is_some_and(|which| doc.begins_sentence(which) && ends_in(doc.word(which), &["ий", "ый", "ая", "ой"]))
}

/// Whether a name of one word is whom a sentence begins with: «Игорь уехал в Казань», «Шариф, хозяин лавки, вернулся».
fn is_subject(doc: &Doc, at: usize, given: bool) -> bool {
    const NOUNS: &str = "Вера Надежда Любовь Роман Слава Лев Роза Виктория Лилия Марс Майя Мир Победа Заря Воля Ян";
    let verb = at + 1 + usize::from(doc.is(at + 1, Class::Neg));
    let woman = || ends_in(doc.word(verb), &["хала", "жала", "рала", "тала", "шла", "зала"]);
    let does = || doc.token(verb).is_word() && (ru::is_finite(doc.word(verb), false) || woman());
    // «Её Фаррух уехал на стройку».
    let own = at.checked_sub(1).filter(|owner| doc.is(*owner, Class::Poss) && doc.begins_sentence(*owner));
    let own = own.is_some() && !ru::is_adjective(doc.word(at)) && !ru::is_abbreviation(doc, at);
    // «Конечно, директор против», but «Шариф, сорокалетний хозяин лавки, вернулся».
    let closes = |role: usize| {
        let comma = (role + 1..role + 6).find(|comma| doc.kind(*comma) == Kind::Comma);
        comma.is_some_and(|comma| (comma + 1..comma + 3).any(|verb| ru::is_verb(doc, verb)))
    };
    let role = || apposed_role(doc, at, at + 1).filter(|(role, sense)| *role > at && sense.has(flag::LEMMA));
    let apposed = || doc.kind(at + 1) == Kind::Comma && role().is_some_and(|(role, _)| closes(role));
    let noun = || is_listed(doc.word(at), NOUNS);
    own && does() || doc.begins_sentence(at) && (given && does() && !noun() || apposed())
}

/// A run of capitals that names a person: a given name in it, or a role or title before it.
fn capitals(doc: &Doc, at: usize) -> Option<Phrase> {
    // «Самого Сенчина уволили».
    let himself = matches!(doc.word(at), "Самого" | "Самой" | "Самому" | "Самим") && doc.token(at + 1).capital;
    let at = at + usize::from(himself);
    let token = doc.token(at);
    let verb = doc.is(at, Class::Verb) && !doc.is(at, Class::First);
    // «За Веру Котову проголосовали»: her name begins behind the preposition.
    let governs = || doc.begins_sentence(at) && ru::governs(doc, at) && !ru::is_initial(doc, at);
    if !token.is_word() || !token.capital || token.dated || verb || governs() {
        return None;
    }
    // «Сам режиссёр славы не искал», «Однако региональный Росприроднадзор».
    let skips = !ru::is_initial(doc, at) && (doc.is(at, Class::SelfWord) || doc.is(at, Class::Conn));
    let head = at + usize::from(skips);
    let leading = || {
        let itself = |one: Phrase| if doc.is(at, Class::SelfWord) { Phrase { possessor: None, ..one } } else { one };
        let role = || leading_role(doc, head).map(itself);
        ru::one_of(doc, at, at + LEADING_REACH)
            .or_else(|| leading_body(doc, head))
            .or_else(role)
            .or_else(|| leading_object(doc, head))
    };
    if let Some(leading) = doc.begins_sentence(at).then(leading).flatten() {
        return Some(leading);
    }
    let to = without_region(doc, run_end(doc, at));
    // «ООО «Наманган Яшил»», «капитан «Металлурга»».
    let filled = at.checked_sub(1).and_then(|mark| doc.pair_at(mark)).is_some_and(|pair| doc.pair(pair).close == to);
    if filled && at.checked_sub(2).is_some_and(|before| doc.token(before).is_word()) {
        return None;
    }
    let first = (at..to).find(|word| doc.is(*word, Class::First) || is_given_oblique(doc, *word));
    let title = (at..to).find(|word| doc.is(*word, Class::Title));
    // «двадцатилетний Амаду».
    let aged = at.checked_sub(1).is_some_and(|age| ends_in(doc.word(age), &["летний", "летняя"]));
    let role = role_before(doc, at).or_else(|| apposed_to(doc, at, to, first.is_some()));
    let himself = || himself && ru_names::known_surname(doc, doc.word(at)).is_some();
    let known = to == at + 1 && (doc.is_surname(at) || himself() || first.is_some() && is_one_of_several(doc, at));
    let known = known || to == at + 1 && is_subject(doc, at, first.is_some());
    let several = to > at + 1 && (is_plain_run(doc, at, to) || apposed_role(doc, at, to).is_some());
    let first = [at, at + 1].into_iter().find_map(|of| ru_run::behind_kin(doc, of, to)).or(first);
    let from = match (first, title) {
        (Some(first), _) => first,
        (None, Some(title)) if to > title + 1 => title + 1,
        (None, None) if several || role.is_some() => ru_run::person_start(doc, at, to),
        (None, None) if known || aged => at,
        _ => return None,
    };
    let from = if doc.kind(from) == Kind::Other { from + 1 } else { from };
    let single = to == from + 1;
    let known = known || aged || single && from > at && doc.is_surname(from);
    let home = role.is_some_and(|role| ru_run::is_home(doc, role, (from, to)));
    if home || from >= to || (single && role.is_none() && title.is_none() && !known) {
        return None;
    }
    if first.is_none() && (is_elsewhere(doc, at, (from, to), role) || (single && is_no_surname(doc, from, to, known))) {
        return None;
    }
    person(doc, at, role, (from, to), known)
}

/// Where a run of capitals ends without what begins the name of a region: «Аким Кызылсайского района Нурлан Абаев», where
/// «Аким» is no given name.
fn without_region(doc: &Doc, end: usize) -> usize {
    const REGIONS: &str = "района области округа края уезда сельсовета поселения улуса аймака губернии республики";
    let own = |at: &usize| ends_in(doc.word(*at), &["ского", "цкого", "ской", "цкой"]);
    end.checked_sub(1).filter(|at| own(at) && is_listed(doc.word(end), REGIONS)).unwrap_or(end)
}

/// One who is told by whose relation he is: «показания сменщика Ряшина», where the text has a man Ряшин.
fn of_another(doc: &Doc, role: usize, (from, to): (usize, usize)) -> Option<Phrase> {
    let relation = |sense: &Sense| sense.has(flag::OBJ) && !(sense.has(flag::LEMMA) && doc.is_surname(from));
    let sense = doc.sense(role, Class::Role).filter(relation)?;
    let word = doc.word(from);
    let his = || ru_names::known_surname(doc, word).is_some() && ru_names::given(doc, word).is_none();
    let (head, agree) = (Some((role, sense)), sense.agree);
    let other = Phrase { start: role, end: to, head, agree, definite: true, ..Phrase::default() };
    (role + 1 == from && to == from + 1 && his()).then_some(other)
}

/// The name with the role before it, if that is its own: «муж Мур», «адвокат Ивана Петрова» are others.
fn person(doc: &Doc, at: usize, role: Option<usize>, name: (usize, usize), known: bool) -> Option<Phrase> {
    let (from, to) = name;
    if let Some(other) = role.and_then(|role| of_another(doc, role, name)) {
        return Some(other);
    }
    let mut start = role.unwrap_or(at);
    let mut parsed = ru::phrase(doc, start, to);
    if parsed.is_some_and(|phrase| phrase.name.is_none()) {
        start = from;
        parsed = ru::phrase(doc, from, to).filter(|phrase| to > from + 1 || known || phrase.head.is_some());
        parsed?;
    }
    let head = parsed.and_then(|phrase| phrase.head).filter(|(_, sense)| sense.class == Class::Role);
    let head = head.or_else(|| apposed_role(doc, at, to));
    let agree = parsed.map(|phrase| phrase.agree).unwrap_or_default();
    let also = if head.is_none() { shared_role(doc, from) } else { None };
    Some(Phrase { start, end: to, name: Some(name), head, also, agree, ..Phrase::default() })
}

/// The role that a name has together with those before it («адвокаты Иван Белов и Анна Крутых», «два адвоката: …»), or
/// that a dash stands for («истца представляет адвокат Иван Белов, ответчика — Анна Крутых»).
fn shared_role(doc: &Doc, at: usize) -> Option<Sense> {
    let role = |key| doc.lexicon.sense(key, Class::Role);
    let dash = at.checked_sub(1).is_some_and(|before| doc.kind(before) == Kind::Dash);
    let mut counted = false;
    for word in (at.saturating_sub(SHARED_REACH)..at).rev() {
        let token = doc.token(word);
        counted |= token.kind == Kind::Colon;
        let own = role(token.key).filter(|sense| counted || dash && sense.has(flag::LEMMA));
        if own.is_some() {
            return own;
        }
        if doc.is(word, Class::Group) && !dash {
            let stem = doc.word(word).trim_end_matches(['ы', 'и']);
            return ["", "ь", "а"].into_iter().find_map(|ending| role(key_of(&[stem, ending].concat())));
        }
        let listed = token.capital || matches!(token.kind, Kind::Comma | Kind::Colon) || doc.word(word) == "и";
        if !(listed || dash && matches!(token.kind, Kind::Word | Kind::Dash)) {
            return None;
        }
    }
    None
}

/// Whether a run of capitals names a place or a thing: what stands in something («в Верхней Пышме»), behind a noun
/// that a name follows, or in other letters.
fn is_elsewhere(doc: &Doc, at: usize, (from, to): (usize, usize), role: Option<usize>) -> bool {
    let before = at.checked_sub(1);
    let announced =
        before.is_some_and(|before| doc.is(before, Class::Namer) || doc.is(before, Class::Body) && role.is_none());
    // «директор станции Мухтар Алибеков».
    let announced = announced && !(role.is_some() && from == at && ru_run::is_whole_name(doc, at, to));
    let inside = before.is_some_and(|before| matches!(&*lowered(doc.word(before)), "в" | "во" | "на" | "из" | "под"));
    let foreign = doc.word(from).starts_with(|first: char| first.is_ascii());
    inside || announced || foreign || ru::is_abbreviation(doc, from)
}

/// Whether a single capitalised word is a place, or an adjective of the noun behind it.
fn is_no_surname(doc: &Doc, from: usize, to: usize, known: bool) -> bool {
    // «Судья Осадчая ушла».
    let verb = ends_in(doc.word(to), &["л", "ла", "лся", "лась", "ет", "ит"]);
    let noun = doc.token(to).is_word() && !doc.is(to, Class::Prep) && !verb;
    let attribute = ru::is_adjective(doc.word(from)) && noun;
    attribute || (!known && ru::is_place(doc.word(from)))
}

/// The end of a run of capitals, with initials in it.
fn run_end(doc: &Doc, at: usize) -> usize {
    let mut to = at + 1;
    while to < at + REACH {
        let next = doc.token(to);
        let dot = en_name::is_dot(doc, to);
        let verb = doc.is(to, Class::Verb) && !doc.is(to, Class::First);
        let particles = ru_run::particles(doc, to);
        if verb
            || ru_run::is_told(doc, to)
            || !(dot || particles > 0 || (next.is_word() && next.capital && !next.dated))
        {
            break;
        }
        to += particles.max(1);
    }
    to
}

/// The role before a name; what it is of may stand between («заместитель главы города Лаврушин»).
fn role_before(doc: &Doc, at: usize) -> Option<usize> {
    let plain = |word: usize| {
        let token = doc.token(word);
        let used = doc.is_any(word, const { Classes::all(&[Class::Prep, Class::Verb]) });
        let named = token.capital && !doc.is(word, Class::Role) || ru::is_finite(doc.word(word), false);
        // «директор школы № 3 Игорь Саблин».
        let number = doc.word(word) == "№" || doc.word(word.saturating_sub(1)) == "№";
        (token.is_word() && !token.dated && !used && !named) || doc.pair_at(word).is_some() || number
    };
    // «критику «Вестника» Дидье Перону»: over a name in marks.
    let back = std::iter::successors(doc.previous(at), |word| doc.previous(*word));
    let role = back.take(ROLE_REACH).take_while(|word| plain(*word)).filter(|word| doc.is(*word, Class::Role)).last();
    let role = role.or_else(|| in_field(doc, at))?;
    // «Эксперт по энергетике Серджиу Тофилат».
    let outer = role.checked_sub(2).filter(|outer| ru::governs(doc, outer + 1) && doc.is(*outer, Class::Role));
    Some(outer.unwrap_or(role))
}

/// The role before a name that says in what field one has it: «партнёр по сцене Тимур Вольный», «тренер по плаванию Олег Бут».
fn in_field(doc: &Doc, name: usize) -> Option<usize> {
    let by = name.checked_sub(2).filter(|by| doc.word(*by) == "по").or_else(|| name.checked_sub(3))?;
    let plain = |word: usize| doc.token(word).is_word() && !doc.token(word).capital && !doc.token(word).dated;
    let role = by.checked_sub(1).filter(|role| doc.word(by) == "по" && doc.is(*role, Class::Role))?;
    (by + 1..name).all(plain).then_some(role)
}

/// A body with its name in marks: «газеты «Вести»», whom «издание» may mean.
fn named_body(doc: &Doc, at: usize) -> Option<Phrase> {
    doc.sense(at, Class::Body)?;
    let pair = doc.pair(doc.pair_at(at + 1)?);
    let short = pair.closed && doc.token(pair.inner_start()).capital && pair.after() <= at + REACH;
    ru::phrase(doc, at, pair.after()).filter(|phrase| short && phrase.name.is_some())
}

/// A Russian group in the nominative: whom «они» may mean.
fn group(doc: &Doc, at: usize) -> Option<Phrase> {
    let sense = doc.sense(at, Class::Group).filter(|sense| sense.has(flag::LEMMA) && !doc.token(at).dated)?;
    let governed = at.checked_sub(1).is_some_and(|before| ru::governs(doc, before));
    let (head, agree) = (Some((at, sense)), sense.agree);
    (!governed).then(|| Phrase { start: at, end: at + 1, head, agree, definite: true, ..Phrase::default() })
}

/// Whether a run of capitals looks like a name: no function word or adjective begins it.
fn is_plain_run(doc: &Doc, at: usize, to: usize) -> bool {
    let used = const {
        Classes::all(&[
            Class::Prep,
            Class::Conn,
            Class::Aux,
            Class::Poss,
            Class::Pronoun,
            Class::Verb,
            Class::Neg,
            Class::Namer,
            Class::Body,
            Class::Role,
            Class::Group,
            Class::Source,
            Class::Doc,
        ])
    };
    let plain = !doc.is_any(at, used);
    // «Жильцы Ленинского проспекта»: an adjective of the noun behind it.
    let noun =
        doc.token(to).is_word() && !doc.is(to, Class::Prep) && !doc.is(to, Class::Verb) && !doc.is(to, Class::Aux);
    plain
        && !(noun && ru::is_adjective(doc.word(to - 1)) && doc.word(to - 1).ends_with(['о', 'й', 'х', 'м']))
        && !ru::is_adjective(doc.word(at))
        && (at..to)
            .all(|word| doc.kind(word) == Kind::Other || doc.word(word).chars().nth(1).is_none_or(char::is_lowercase))
}

/// Whether a word is a given name in an oblique case.
fn is_given_oblique(doc: &Doc, at: usize) -> bool {
    ru_names::given(doc, doc.word(at)).is_some()
}
