//! The year of a day or month that is told without one, where what tells of it goes on from a date told just before:
//! «В июне 2018 года поженились, в ноябре разошлись», "On May 6 last year … A warrant was issued on May 7".

use super::Reader;
use super::node::{Calendar, Fields, YearRef};
use super::parser::{Match, Parser};
use super::resolve::{Value, in_year};
use super::story::STORY_REACH;
use super::tense::Tense;
use super::token::Gap;
use crate::date::Day;

/// How many days apart two dates of one story are where the second may have been before the first.
const STORY_DAYS: i64 = 45;
/// How many days later a story tells of.
const LATER_DAYS: i64 = 330;
/// And how many where the year has changed: "on 28 December 2018 … on 4 January".
const NEXT_YEAR_DAYS: i64 = 62;
/// Within so many days of publication a date without a year is one of these days, whatever was told before.
const RECENT_DAYS: i64 = 100;
/// And within so many where the day before it in the story is near.
const JUST_NOW_DAYS: i64 = 30;
/// And within so many in a sentence that begins with the date before it.
const TODAY_DAYS: i64 = 10;
/// Tokens before a date in which a comma parts it from the sentence.
const ASIDE: usize = 8;

/// Words behind which a date bounds or compares, and nothing is told of it: "for the first time since May 2019".
const BOUNDS: &str = "since until till than to from against on с со до по чем منذ حتي ب من عن";

/// And behind which a day is that of a thing, and not of what happened: "her contract of 1 January 2020".
const DATES_A_THING: &str = "since until till of from dated с со до от на по منذ حتي";

/// A date told with its year, or in the year of a story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    first: Day,
    /// The day behind its last one.
    until: Day,
    start: usize,
    end: usize,
    of: Kind,
    /// Whether it leads its sentence.
    leads: bool,
    /// Whether nothing goes on from it: it is of a thing, or a later time has been told of since.
    over: bool,
}

/// What a date told names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Day,
    Month,
    Year,
}

impl Dated {
    /// What a date tells that has its year; `in_story` where it has it from what was told before.
    pub(super) fn of(parser: &Parser, found: &Match, value: &Value, in_story: bool) -> Option<Self> {
        let fields = match &found.node {
            super::Node::Range(_, to) => to.fields(),
            node => node.fields(),
        }?;
        let told = matches!(fields.year, YearRef::Known(_) | YearRef::By(..=-1) | YearRef::Same(_)) || in_story;
        if !told {
            return None;
        }
        let of = match fields {
            Fields { calendar: Calendar::Hijri, .. } => return None,
            Fields { day: Some(_), .. } => Kind::Day,
            Fields { month: Some(_), .. } => Kind::Month,
            Fields { season: None, quarter: None, .. } => Kind::Year,
            _ => return None,
        };
        let before = found.start.wrapping_sub(1);
        if of != Kind::Day && parser.one_of(before, BOUNDS) {
            return None;
        }
        let leads = (0..3).any(|back| parser.begins_sentence(found.start.saturating_sub(back)));
        if of == Kind::Year && !leads {
            return None;
        }
        let range = value.range();
        Some(Self {
            first: range.from?,
            until: range.to?,
            start: found.start,
            end: found.end,
            of,
            leads,
            over: of == Kind::Day && parser.one_of(before, DATES_A_THING),
        })
    }

    /// What is left of it behind a date that has not its year from it.
    pub(super) fn behind(self, value: &Value) -> Self {
        let over = value.range().from.is_some_and(|day| day.0 - self.until.0 > LATER_DAYS);
        Self { over: self.over || over, ..self }
    }
}

impl Reader<'_, '_> {
    /// The year of a date just told, for a day or month without one that what is told goes on to.
    pub(super) fn narrated_year(&self, found: &Match, fields: &Fields, tense: Tense) -> Option<i64> {
        let dated = self.told.story.dated?;
        let anchor = self.context.published?;
        let far =
            found.start.saturating_sub(dated.end) > STORY_REACH || dated.first.civil().year == anchor.civil().year;
        if far || matches!(tense, Tense::Future | Tense::LikelyFuture) {
            return None;
        }
        let near = near(&dated, fields, anchor).filter(|_| dated.of == Kind::Day || self.goes_on(&dated, found.start));
        near.or_else(|| self.later(&dated, found, fields, tense))
    }

    /// The year in which what is told goes on, up to a year later.
    fn later(&self, dated: &Dated, found: &Match, fields: &Fields, tense: Tense) -> Option<i64> {
        let anchor = self.context.published?;
        let day = fields.day.is_some();
        if fields.month.is_none()
            || tense != Tense::Past && !(day && tense == Tense::Open)
            || dated.until > anchor
            || dated.over
        {
            return None;
        }
        let span = |year: i64| in_year(fields, year).and_then(|value| value.range().from.zip(value.range().to));
        let this = anchor.civil().year;
        let recent = |days: i64| {
            let begun = (this - 1..=this).filter_map(span).filter(|(from, _)| *from <= anchor);
            begun.into_iter().any(|(_, to)| anchor.0 - to.0 < days)
        };
        let year = dated.first.civil().year;
        let after = |(from, to): (Day, Day)| match dated.of {
            Kind::Day => to > dated.until,
            Kind::Month if day => from >= dated.first,
            Kind::Month => from >= dated.until,
            Kind::Year => to <= dated.until,
        };
        let mut years = [year, year + 1].into_iter();
        let (there, apart) = years.find_map(|year| {
            let it = span(year).filter(|it| after(*it) && it.1 <= anchor)?;
            let most = if year > dated.first.civil().year { NEXT_YEAR_DAYS } else { LATER_DAYS };
            Some((year, it.0.0 - dated.until.0)).filter(|(_, apart)| *apart <= most)
        })?;
        let ends = |at: usize| self.parser.ends_sentence(at) && self.parser.mark(at) != Some(';');
        // "In 1995 he was jailed, in September he fled": said of the whole sentence.
        let led = dated.leads && !(dated.end..found.start).any(ends);
        let soon = day && dated.of == Kind::Day && apart <= STORY_DAYS;
        let recent = recent(match () {
            () if led => TODAY_DAYS,
            () if soon => JUST_NOW_DAYS,
            () => RECENT_DAYS,
        });
        (!recent && self.goes_on(dated, found.start)).then_some(there)
    }

    /// Whether what stands at a token goes on with what was told of a date: in its sentence or the next one, and that was no
    /// aside.
    fn goes_on(&self, dated: &Dated, start: usize) -> bool {
        let parser = self.parser;
        let comma = |at: usize| matches!(parser.mark(at), Some(',' | '،'));
        let sentences = (dated.end..start).filter(|at| parser.ends_sentence(*at)).count();
        if sentences > 1 || (dated.end..=start).any(|at| parser.gap(at) == Gap::Paragraph) {
            return false;
        }
        if dated.leads {
            return true;
        }
        if sentences == 0 {
            // "Charged in May 2019, and convicted in November".
            let joined =
                |at: usize| parser.one_of(at, "and but then а и но затем потом ثم") || parser.begins_clause(at);
            return !(dated.end..start).any(|at| comma(at) && !joined(at + 1));
        }
        // "The centre, opened in June 2018, was robbed."
        !(comma(dated.end) && parser.before_in_sentence(dated.start, ASIDE).any(comma))
    }
}

/// The year of a day told, where the day or month without one lies near it and far from publication.
fn near(dated: &Dated, fields: &Fields, anchor: Day) -> Option<i64> {
    let day_in = |year: i64| in_year(fields, year).and_then(|value| value.range().from);
    let year = dated.first.civil().year;
    let there = day_in(year).filter(|_| fields.month.is_some() && fields.day.is_some() && dated.of != Kind::Year)?;
    let apart = (dated.first.0 - there.0).max(there.0 - dated.until.0 + 1).max(0);
    // A day as near to publication is of its year: datelines, "on Monday, June 5".
    let here = (-1..=1).filter_map(|by| day_in(anchor.civil().year + by));
    let from_anchor = here.map(|day| (anchor.0 - day.0).abs()).min().unwrap_or(i64::MAX);
    (apart <= STORY_DAYS && apart * 2 < from_anchor).then_some(year)
}
