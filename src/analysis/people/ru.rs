//! Russian noun phrases: a role with what it is of and a name, in either order of verb and subject. A name is a run of
//! capitalised words; a capital at the start of a sentence proves nothing.

use super::Phrase;
pub(crate) use super::ru_extent::extent;
use super::ru_extent::own_start;
use super::ru_form::compound;
pub(crate) use super::ru_form::{
    by_tail, is_abbreviation, is_adjective, is_dative, is_finite, is_initial, is_patronymic, is_place, is_verb, stem,
};
use super::ru_names::{gender_by_form, given as given_name, known_surname};
use super::ru_run::{begins, is_home, is_name, is_told, leading_particles, person_start, run};
use crate::analysis::doc::Doc;
use crate::analysis::letter::lowered;
use crate::analysis::lexicon::{Agree, Class, Classes, Gender, Number, Sense, flag, key_of};
use crate::analysis::listed::ends_in;
use crate::analysis::token::Kind;

/// Tokens before a role that says where one is from, among which a comma tells that it is in apposition, at most.
const HOME: usize = 5;

/// Words of a phrase at most.
const MAX_PHRASE: usize = 16;

/// The classes that head a speaker's phrase.
const HEADS: [Class; 5] = [Class::Role, Class::Group, Class::Source, Class::Body, Class::Doc];

pub(crate) fn head_sense(doc: &Doc, at: usize) -> Option<Sense> {
    // «Оператор «Связьком»»: what has its name in marks is no man.
    if let Some(body) = doc.sense(at, Class::Body).filter(|_| doc.pair_at(at + 1).is_some()) {
        return Some(body);
    }
    let mut senses = HEADS.into_iter().filter_map(|class| doc.sense(at, class)).peekable();
    let first = senses.peek().copied();
    let known = senses.find(|sense| sense.has(flag::LEMMA)).or(first).or_else(|| compound(doc, at));
    // «МИД», «ООН»: letters that no lexicon has to list.
    known.or_else(|| {
        let flags = flag::LEMMA;
        let body = Sense::unlisted(Class::Body, Agree::default(), flags);
        is_abbreviation(doc, at).then_some(body)
    })
}

/// What has been read of a phrase.
#[derive(Default)]
struct Reading {
    name: Option<(usize, usize)>,
    head: Option<(usize, Sense)>,
    possessor: Option<Agree>,
    /// Whether a preposition governs what stands here.
    oblique: bool,
    /// Whether a preposition governs the head.
    governed: bool,
}

/// The phrase between two tokens: the whole stretch is looked through for a pronoun, a name, and a role.
pub(crate) fn phrase(doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
    let to = to.min(from + 2 * MAX_PHRASE);
    let mut read = Reading::default();
    let mut at = from;
    while at < to {
        let token = doc.token(at);
        // «Зрителей он предупредил, что»: those whom he told.
        let told = matches!(doc.word(at), "он" | "она" | "они");
        let open = |(_, head): (usize, Sense)| read.governed || told && !head.has(flag::LEMMA);
        if let Some(pronoun) = doc.sense(at, Class::Pronoun).filter(|sense| !sense.has(flag::RELAY))
            && (governs(doc, from) || (read.name.is_none() && read.head.is_none_or(open)))
        {
            let agree = pronoun.agree;
            return Some(Phrase { start: at, end: at + 1, agree, pronoun: true, ..Phrase::default() });
        }
        if let Some(poss) = doc.sense(at, Class::Poss) {
            read.possessor = Some(poss.agree);
        }
        let initial = token.capital && doc.word(at + 1) == ".";
        if doc.is(at, Class::Prep) && at > from && !initial {
            read.oblique = true;
        }
        if let Some(sense) = head_sense(doc, at).filter(|sense| !token.dated && read.heads(doc, at, *sense)) {
            read.take_head(at, sense, from < at && governs(doc, from));
        } else if token.is_word() && token.capital && doc.is(at, Class::Prep) && !initial && is_first(doc, at) {
            // «В Следственном комитете»: a preposition begins the sentence.
        } else if token.is_word() && token.capital && doc.is(at, Class::SelfWord) {
            // «Сам Малахов» is Малахов.
        } else if let Some(joins) = joining(doc, at, to) {
            // «Вместе с тем Рябов дал понять».
            at += joins;
            continue;
        } else if (token.is_word() && token.capital && !token.dated) || leading_particles(doc, at) > 0 {
            let end = run(doc, at, to);
            if is_name(doc, at, end, from, to) {
                read.take_name(doc, at, end);
            }
            at = end;
            continue;
        } else if matches!(token.kind, Kind::Comma) {
            read.oblique = false;
        }
        at = doc.next(at);
    }
    read.finish(doc, from, to)
}

/// The words of a conjunction of several that begins a sentence here.
pub(crate) fn joining(doc: &Doc, at: usize, to: usize) -> Option<usize> {
    let joins = if doc.token(at).capital && begins(doc, at) { doc.phrase(at, to, Class::Conn) } else { None };
    joins.map(|joins| usize::from(joins.words)).filter(|words| *words > 1)
}

/// Whether a word with a capital is a preposition all the same: it governs, or begins the sentence.
fn is_first(doc: &Doc, at: usize) -> bool {
    governs(doc, at) || begins(doc, at)
}

impl Reading {
    /// Whether a noun heads the phrase: the first one, or one in the nominative behind one that is governed («в
    /// интервью газете министр сказал»).
    fn heads(&self, doc: &Doc, at: usize, sense: Sense) -> bool {
        match self.head {
            // «сообщила Шустова корреспонденту»: the one who is told.
            None => {
                // «Рябов обвинения отвергает».
                let told = matches!(sense.class, Class::Role | Class::Body) && !sense.has(flag::LEMMA);
                !self.name.is_some_and(|(_, end)| self.oblique || (told && end == at))
            }
            // «Управляющая компания»: what kind of body it is.
            Some((head, first))
                if head + 1 == at
                    && sense.class == Class::Body
                    && (sense.has(flag::LEMMA) || !first.has(flag::LEMMA) && doc.word(head).ends_with("ей")) =>
            {
                is_adjective(doc.word(head))
            }
            Some((_, first)) => {
                // «доложил начальнику департамента подрядчик».
                let nominative = sense.has(flag::LEMMA) && sense.class == Class::Role;
                // «присяжный адвокат»: the second says what the first is.
                let beside = self.head.is_some_and(|(head, _)| head + 1 == at) && first.class == Class::Role;
                nominative && (self.governed || beside || !first.has(flag::LEMMA))
            }
        }
    }

    fn take_head(&mut self, at: usize, sense: Sense, led: bool) {
        if self.head.is_some() {
            self.name = None;
        }
        self.governed = (self.oblique || led) && self.head.is_none();
        self.head = Some((at, sense));
        self.oblique = false;
    }

    /// Takes a run of capitals for the name, where it can be one and no longer one was found.
    fn take_name(&mut self, doc: &Doc, at: usize, end: usize) {
        let start = person_start(doc, at, end);
        // «эксперта по строительству Якова Гринберга», «от КПРФ Николай Коломейцев»: the preposition has its noun.
        let before = at.saturating_sub(1);
        let noun = doc.token(before).is_word() && !doc.token(before).capital && !doc.is(before, Class::Prep);
        let noun = noun || doc.pair_closed_at(before).is_some();
        let apart = (noun || start > at) && end > start + 1 && self.name.is_none_or(|(from, to)| to == from + 1);
        if is_told(doc, at) || self.oblique && !apart && (self.head.is_some() || self.name.is_some()) {
            return;
        }
        // «адвокат Ивана Петрова», «друг Мхитаряна»: whose he is, behind a nominative.
        let nominative = self.head.filter(|(_, sense)| sense.class == Class::Role && sense.has(flag::LEMMA));
        // «Соседка Батманова»: the text has a man of that name.
        // «Защитник Юшина»: no man's.
        let daughter = || ends_in(doc.word(start), &["ова", "ева", "ёва", "ина", "ына"]);
        let his = nominative.is_some_and(|(_, sense)| sense.agree.gender != Gender::M || daughter())
            && doc.word(start).ends_with('а')
            && known_surname(doc, doc.word(start)).is_some();
        let relation = nominative.is_some_and(|(head, sense)| (sense.has(flag::OBJ) || his) && head + 1 == start);
        let given = doc.is(start, Class::First);
        // «жительница Нижнего Брода», «уроженец Верхних Колков»: a place.
        let person = |at: usize| {
            is_patronymic(doc.word(at)) || doc.is(at, Class::First) || given_name(doc, doc.word(at)).is_some()
        };
        let place = end > start + 1 && !(start..end).any(person);
        if nominative.is_some() && place && ends_in(doc.word(start), &["ого", "его", "ых", "их", "ой"]) {
            return;
        }
        // «по словам замминистра Ивана Петрова»: a deputy in one word has no cases.
        let uncased = nominative.is_some_and(|(head, _)| has_no_cases(doc.word(head)) && head + 1 == start);
        let oblique = !given && !uncased && is_given_oblique(doc, start, end);
        if nominative.is_some() && oblique || (relation && !given && end == start + 1) {
            return;
        }
        let longer = self.name.is_none_or(|(from, to)| to - from <= end - start);
        let role = self.head.filter(|(_, sense)| sense.class == Class::Role);
        let place = end == at + 1
            && role.is_some_and(|(head, _)| head + 1 == at)
            && is_place(doc.word(at))
            && !doc.is_surname(at);
        let place = place || role.is_some_and(|(head, _)| is_home(doc, head, (start, end)));
        // «Партнёр фонда Quercus»: one is seldom called in other letters.
        let foreign = role.is_some() && doc.word(start).starts_with(|first: char| first.is_ascii_alphabetic());
        // «сказала дипломат ТАСС», «президент США», «глава Минфина».
        // «глава МИД Койсу»: no surname in the nominative ends so.
        let of = |of: usize| is_abbreviation(doc, of) && end == start + 1 && of + 1 == start;
        let its = start.checked_sub(1).is_some_and(of) && ends_in(doc.word(start), &["у", "ю", "ы", "и", "е"]);
        let its = its && nominative.is_some() && !doc.is_surname(start) && !given;
        let body = || doc.is(at, Class::Body) || is_abbreviation(doc, at) || by_tail(doc, at).is_some();
        let foreign = foreign || role.is_some() && end == at + 1 && body();
        if longer && !place && !foreign && !its {
            self.name = Some((start, end));
        }
        self.oblique = false;
    }

    /// Whether the head is what an unlisted role before it is of, and the name that one's: «Врио главы Лавр Варсан».
    fn is_deputy(&self, doc: &Doc, from: usize) -> bool {
        let own = |(start, end): (usize, usize)| end > start + 1 && !is_given_oblique(doc, start, end);
        self.name.is_some_and(own) && self.head.is_some_and(|(head, _)| is_led(doc, from, head))
    }

    /// What a name asks of its verb; `agree` is what the head asks.
    fn agree_of(&self, doc: &Doc, (start, end): (usize, usize), agree: Agree) -> Agree {
        let first = |at| doc.sense(at, Class::First).map(|sense| sense.agree.gender);
        let governed = self.head.is_some_and(|(_, sense)| !sense.has(flag::LEMMA));
        let oblique_head = self.head.is_none() || governed;
        let oblique = |at| given_name(doc, doc.word(at)).filter(|_| oblique_head).map(|(_, gender)| gender);
        let gender = (start..end).find_map(first).or_else(|| (start..end).find_map(oblique));
        let gender = gender.or_else(|| gender_by_form(doc, start, end).filter(|_| !governed));
        let person = self.head.is_none_or(|(_, sense)| sense.class == Class::Role);
        // «Соседка Хелин Варсан»: only a woman is called so.
        let woman = if agree.gender == Gender::F { Gender::F } else { Gender::Any };
        match gender.filter(|_| person) {
            Some(gender) => Agree::new(gender, Number::One),
            None if person || agree.gender == Gender::Any => Agree::new(woman, Number::One),
            None => agree,
        }
    }

    /// The gender and number of the phrase, and whether there is one at all.
    fn finish(mut self, doc: &Doc, from: usize, to: usize) -> Option<Phrase> {
        let mut out = Phrase { start: from, end: to, possessor: self.possessor, ..Phrase::default() };
        // «сообщил журналистам Рой Ланге»: those who are told do not have the name.
        if let (Some((head, sense)), Some((start, end))) = (self.head, self.name)
            && start > head
            && !sense.has(flag::LEMMA)
            && (sense.class == Class::Group
                && (end > start + 1 || doc.is_surname(start) || doc.is(start, Class::First))
                || (sense.class == Class::Role && (is_nominative(doc, start, end) || self.is_deputy(doc, from))))
        {
            self.head = None;
        }
        // «спецпосланник Совета Хельга Линд»: the body is what the one who is named belongs to.
        let body = self.head.filter(|(_, sense)| sense.class == Class::Body);
        if let (Some((head, _)), Some((start, end))) = (body, self.name)
            && start > head
            && end > start + 1
            && (doc.is(start, Class::First) || (is_led(doc, from, head) && !is_abbreviation(doc, start)))
        {
            self.head = None;
        }
        if let Some((at, sense)) = self.head {
            out.agree = sense.agree;
            out.definite = !is_another(doc, from, at) && !is_looked_at(doc, at);
            if sense.class == Class::Body
                && let Some((start, _)) = self.name
                && start > at
            {
                // A body that is called by its own name, or one whose place is named: the body is the head of both; but a
                // name in other letters stands by itself: «агентство Reuters».
                let latin = start == at + 1 && doc.word(start).starts_with(|first: char| first.is_ascii_alphabetic());
                self.name = if latin { self.name } else { Some((own_start(doc, from, at), extent(doc, at, to))) };
            }
            if self.name.is_none() {
                out.start = own_start(doc, from, at);
                out.end = extent(doc, at, to);
            }
            // «По сообщению источников CNN», «жители посёлка Кедрового».
            let own = |(start, end): (usize, usize)| {
                let given =
                    (start..end).any(|word| doc.is(word, Class::First) || given_name(doc, doc.word(word)).is_some());
                !given && start > at && (at..start).all(|word| doc.kind(word) != Kind::Comma)
            };
            let theirs = sense.class == Class::Group && self.name.is_some_and(own);
            if sense.class == Class::Source || theirs {
                self.name = None;
            }
            if sense.class == Class::Doc {
                self.name = None;
                out.owner = (at + 1 < extent(doc, at, to)).then(|| (at + 1, extent(doc, at, to)));
            }
            self.name = self.name.or_else(|| quoted_name(doc, at, sense.class, to));
        }
        if let Some(name) = self.name {
            out.agree = self.agree_of(doc, name, out.agree);
        }
        (out.name, out.head) = (self.name, self.head);
        (out.name.is_some() || out.head.is_some()).then_some(out)
    }
}

/// Whether a name of several words stands in the nominative, by a given name in it that the lexicon has.
fn is_nominative(doc: &Doc, start: usize, end: usize) -> bool {
    end > start + 1 && doc.is(start, Class::First) && given_name(doc, doc.word(start)).is_none()
}

/// Whether a role has one form in all cases: «замминистра», «замглавы», «врио», «атташе».
fn has_no_cases(role: &str) -> bool {
    let deputy = role.starts_with("зам") || role.starts_with("Зам");
    deputy && role.ends_with(['а', 'ы', 'я', 'и']) || ends_in(role, &["врио", "атташе", "портье", "конферансье"])
}

/// Whether a given name stands in an oblique case: one that ends so, or the surname behind it does («Карла Нери» is no
/// Карл).
fn is_given_oblique(doc: &Doc, start: usize, end: usize) -> bool {
    let word = doc.word(start);
    let cases = ["а", "я", "у", "ю", "ой", "ого", "его", "ому", "ым", "им", "ом", "ем", "их", "ых"];
    let surname = start + 1 < end && cases.iter().any(|ending| doc.word(end - 1).ends_with(ending));
    given_name(doc, word).is_some() && (word.ends_with(['ы', 'и']) || surname || end == start + 1)
}

/// The name in marks right behind a body: «газета «Вестник»».
fn quoted_name(doc: &Doc, head: usize, class: Class, to: usize) -> Option<(usize, usize)> {
    // «Пресс-служба «Дубравы»»: whose it is.
    let part = ["пресс-", "аппарат", "администраци", "дирекци", "руководств", "правлени", "отдел", "филиал"];
    let noun = lowered(doc.word(head));
    if part.iter().any(|part| noun.starts_with(part)) {
        return None;
    }
    // «в ответе пресс-службы «Дубравы»»: no name of the paper.
    let end = if class == Class::Doc { to.min(head + 2) } else { extent(doc, head, to) };
    let pair = (head + 1..end).find_map(|at| doc.pair_at(at)).map(|pair| doc.pair(pair))?;
    matches!(class, Class::Body | Class::Doc).then(|| (pair.inner_start(), pair.inner_end()))
}

/// Whether a noun that no lexicon has leads to a body in the genitive: «спецпосланник Совета».
fn is_led(doc: &Doc, from: usize, head: usize) -> bool {
    let start = own_start(doc, from, head);
    let led = start.checked_sub(1).filter(|before| *before >= from).map(|before| doc.token(before));
    let used = const { Classes::all(&[Class::Prep, Class::Aux, Class::Skip]) };
    led.is_some_and(|noun| noun.is_word() && !noun.dated) && !doc.is_any(start - 1, used)
}

/// Whether the words before a role say that it is one not spoken of yet: «другой собеседник», «один из жителей».
fn is_another(doc: &Doc, from: usize, head: usize) -> bool {
    let another = |at: usize| {
        let word = doc.word(at);
        doc.lexicon.is(key_of(stem(word).trim_end_matches(['и', 'а'])), Class::Another)
    };
    // «Собеседник, близкий к акционерам».
    let not = usize::from(doc.is(head + 2, Class::Neg));
    let explained = doc.kind(head + 1) == Kind::Comma && another(head + 2 + not);
    // «Бизнесмен из Тулы, попросивший не называть его», but «Виктор Гнедин, инженер из Томска».
    let own =
        |at: &usize| is_adjective(doc.word(*at)) || matches!(doc.kind(*at), Kind::Number | Kind::Other | Kind::Dash);
    let before = (head.saturating_sub(HOME)..head).rev().find(|at| !own(at));
    let apposed = before.is_some_and(|comma| doc.kind(comma) == Kind::Comma);
    let home = !apposed && doc.word(head + 1) == "из" && doc.token(head + 2).capital;
    // «крикнула из толпы женщина».
    let crowd = |at: usize| doc.word(at) == "из" && doc.is(at + 1, Class::Audience);
    // «Второй источник уточнил».
    let next = |at: usize| ["втор", "Втор", "трет", "Трет"].iter().any(|stem| doc.word(at).starts_with(stem));
    let another = |at: usize| another(at) || doc.is(head, Class::Source) && next(at);
    home || crowd(head + 1) || (from..head).any(crowd) || (from..head).rev().take(4).any(another) || explained
}

/// Whether one is told by what one wears or carries, and so is not spoken of yet: «мужчина в рыбацкой куртке».
pub(crate) fn is_looked_at(doc: &Doc, head: usize) -> bool {
    let worn = (head + 2..head + 4).any(|at| doc.is(at, Class::Epithet));
    matches!(doc.word(head + 1), "в" | "с" | "со") && worn
}

/// One of several: «один из рабочих», «по словам одной из пассажирок».
pub(crate) fn one_of(doc: &Doc, at: usize, to: usize) -> Option<Phrase> {
    let gender = match doc.word(at) {
        "один" | "Один" | "одного" | "одному" | "одним" => Gender::M,
        "одна" | "Одна" | "одной" => Gender::F,
        _ => return None,
    };
    let several = doc.word(at + 1) == "из" && at + 2 < to && !doc.is(at + 2, Class::Pronoun);
    let agree = Agree::new(gender, Number::One);
    let end = extent(doc, at + 2, to);
    let phrase = Phrase { start: at, end, agree, definite: true, ..Phrase::default() };
    several.then_some(phrase)
}

/// Whether a word is a preposition, and none of the adverbs that cannot be in a name either.
pub(crate) fn governs(doc: &Doc, at: usize) -> bool {
    doc.sense(at, Class::Prep).is_some_and(|sense| sense.has(flag::OBJ))
}
