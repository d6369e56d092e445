//! What has been told so far: the dates that "the next day" and dates without a year hang on.

use super::Reader;
use super::counted_on::COUNTED_ON;
use super::narration::Dated;
use super::node::{Calendar, Fields, Node, Unit, YearRef};
use super::parser::Match;
use super::resolve::{Value, date, in_year, month_from};
use super::tense::Tense;
use crate::date::{Date, Day, DayRange, Part, Year};
use crate::text::Lang;

/// Words between «тогда» and its month, at most.
const THEN: usize = 5;

/// How many tokens back the story's year is taken from: about two sentences.
pub(super) const STORY_REACH: usize = 40;
/// Tokens between a year and a day of it in the same sentence, at most.
const SENTENCE_REACH: usize = 12;
/// And the day that "the next morning" follows: about a screen.
const DAY_REACH: usize = 120;

/// What has been told so far.
#[derive(Default)]
pub(super) struct Story {
    pub(super) last: Option<Day>,
    /// The token it ended at.
    pub(super) last_end: usize,
    /// The last day, and not a longer time, and the token it ended at.
    pub(super) last_day: Option<(Day, usize)>,
    pub(super) last_hijri_year: Option<i64>,
    /// The last month, season or year told with its year, and the token it ended at.
    pub(super) period: Option<(i64, DayRange, usize)>,
    /// The last part of a year, as it was said.
    pub(super) part: Option<Node>,
    /// The last date with its year told.
    pub(super) dated: Option<Dated>,
}

/// Whether what hangs on a date told before may hang on a month or a year, and need no day.
pub(super) fn is_long(node: &Node) -> bool {
    matches!(node, Node::Date(_) | Node::Whole { unit: Unit::Month | Unit::Year, .. })
}

impl Reader<'_, '_> {
    /// The year of a date just told, for one without a year that lies near it.
    pub(super) fn story_year(&self, found: &Match, tense: Tense) -> Option<i64> {
        let fields = match &found.node {
            Node::Range(from, _) => from.fields().copied(),
            Node::Feast { calendar: Calendar::Gregorian, month, day, year: YearRef::None } => {
                Some(Fields { month: Some(*month), day: Some(*day), ..Fields::default() })
            }
            node => node.fields().copied(),
        }?;
        let day_in = |year: i64| in_year(&fields, year).and_then(|value| value.range().from);
        // «весной 2019-го. Тогда, 19 апреля, …»: a day of the time just told.
        let then = |back: usize| {
            let mut before = self.parser.before_in_sentence(found.start, back);
            before.any(|at| self.parser.one_of(at, "тогда"))
        };
        // «Засуха была в 2010 году. Но тогда хотя бы в августе полило».
        let month = fields.month.is_some() && fields.day.is_none() && then(THEN);
        let then = then(2) || month;
        // "In 1989 a strike lasted from July 4 to August 22".
        let here = |end: usize| {
            let apart = found.start.saturating_sub(end);
            tense == Tense::Past
                && apart <= SENTENCE_REACH
                && !(end..found.start).any(|at| self.parser.ends_sentence(at))
        };
        if let Some((year, range, end)) = self.told.story.period.filter(|(.., end)| then || here(*end))
            && found.start.saturating_sub(end) <= STORY_REACH
            && let Some(day) = day_in(year).filter(|_| fields.day.is_some() || month)
            && range.from.is_some_and(|from| from <= day)
            && range.to.is_some_and(|to| day < to)
        {
            return Some(year);
        }
        self.narrated_year(found, &fields, tense)
    }

    /// «В третьем квартале … Годом ранее», «в июле … месяцем ранее», "from January … a year earlier": of what was just
    /// told.
    pub(super) fn one_earlier(&self, found: &Match) -> Option<Value> {
        let node = if let Node::Then { node, of: None } = &found.node { node } else { &found.node };
        let Node::Whole { unit, by: -1 } = *node else { return None };
        let led = found.rule == COUNTED_ON || self.parser.one_of(found.start, "годом месяцем");
        let told = self.told.previous.as_ref().filter(|_| led)?;
        // «в прошлом году 1,9 млрд, на треть меньше, чем годом ранее».
        if let (Unit::Year, Node::Whole { unit: Unit::Year, by }, Some(anchor)) =
            (unit, &told.node, self.context.published)
        {
            let near = found.start.saturating_sub(told.end) <= STORY_REACH;
            return near.then(|| Value::of(date(anchor.civil().year + by - 1, Part::Whole)));
        }
        let fields = told.node.fields().filter(|fields| fields.day.is_none() && fields.season.is_none())?;
        let day = self.told.story.last.filter(|_| found.start.saturating_sub(told.end) <= STORY_REACH)?;
        match (unit, fields.quarter, fields.month) {
            (Unit::Year, ..) => in_year(fields, day.civil().year - 1),
            (Unit::Month, None, Some(_)) => {
                let (year, month) = month_from(day, -1);
                Value::month(year, month)
            }
            _ => None,
        }
    }

    /// What hangs on a date told before, where none stands near: read on the day of publication, if it can be; else
    /// nothing is found.
    pub(super) fn unanchored(&self, found: &Match) -> Option<Match> {
        let Node::Then { node, of: None } = &found.node else { return Some(found.clone()) };
        // «В 1989 году пробовали, но через полгода бросили»: a year tells no month to count from.
        let bare = |told: &Node| {
            told.fields().is_some_and(|told| told.month.is_none() && told.quarter.is_none() && told.season.is_none())
        };
        let months = self.context.lang == Lang::Ru
            && found.rule == COUNTED_ON
            && matches!(**node, Node::Whole { unit: Unit::Month, .. });
        if months && self.told.previous.as_ref().is_some_and(|told| bare(&told.node)) {
            return None;
        }
        let told = &self.told.story;
        let far = self.context.lang == Lang::En && found.rule != COUNTED_ON;
        let reach = if far { DAY_REACH } else { STORY_REACH };
        let near = |end: usize, reach: usize| found.start.saturating_sub(end) <= reach;
        let anchored = if is_long(node) {
            // "That December" says that the year has been told.
            told.last.is_some() && near(told.last_end, if found.rule == "anchored" { reach } else { STORY_REACH })
        } else {
            told.last_day.is_some_and(|(_, end)| near(end, reach))
        };
        if anchored {
            return Some(found.clone());
        }
        let only_so = matches!(**node, Node::Shift { .. }) || matches!(found.rule, "anchored" | COUNTED_ON);
        (!only_so).then(|| Match { node: (**node).clone(), ..found.clone() })
    }

    /// «الفترة نفسها من العام الماضي» as the part of a year told last in that year; where none was told, the year alone.
    pub(super) fn told_again(&self, found: &Match) -> Option<Match> {
        let Node::Again { year } = found.node else { return None };
        // «من العام السابق»: the one before that of the part.
        let before = self.told.story.last.is_some()
            && self.parser.one_of(found.end - 1, "سابق سابقه سبقه سبقها سبقته قبله قبلها");
        let year = if before { YearRef::Same(-1) } else { year };
        let part = self.told.story.part.as_ref().and_then(|part| part.in_another(year));
        let behind = found.start + 1 + usize::from(!self.parser.one_of(found.start + 1, "من"));
        let from = self.parser.skip_of(behind);
        let node = Node::Date(Fields { year, ..Fields::default() });
        let alone = Match { start: from, node, rule: "year", ..found.clone() };
        Some(part.map_or(alone, |node| Match { node, ..found.clone() }))
    }

    /// Keeps what later dates may hang on.
    pub(super) fn remember(&mut self, found: &Match, value: &Value, in_story: bool) {
        // "The year to April … a month earlier": what ends then is told of then.
        let up_to = value.end.as_ref().filter(|_| matches!(found.node, Node::UpTo { .. }));
        let first = up_to.map_or(value.range(), Date::range).from;
        self.told.story.last = first.filter(|_| matches!(value.start.year, Year::Known(_))).or(self.told.story.last);
        self.told.story.last_end = found.end;
        if value.end.is_none() && value.start.is_day() {
            self.told.story.last_day = first.map(|day| (day, found.end)).or(self.told.story.last_day);
        }
        if found.node.is_part_of_year() && found.rule != "same-period" {
            self.told.story.part = Some(found.node.clone());
        }
        let fields = match &found.node {
            Node::Range(_, to) => to.fields(),
            node => node.fields(),
        };
        if let Some(Fields { year: YearRef::Known(year), calendar: Calendar::Hijri, .. }) = fields {
            self.told.story.last_hijri_year = Some(*year);
        }
        // "For the first time since 2020": nothing that is told was then.
        let bound = self.context.lang == Lang::En && self.parser.one_of(found.start.wrapping_sub(1), "since until");
        if let Some(Fields { year: YearRef::Known(year), day: None, calendar: Calendar::Gregorian, .. }) = fields
            && !bound
        {
            self.told.story.period = Some((*year, value.range(), found.end));
        }
        self.told.story.dated =
            Dated::of(self.parser, found, value, in_story).or(self.told.story.dated.map(|dated| dated.behind(value)));
    }
}
