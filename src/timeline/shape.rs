//! What an EDTF value says about the axis: which days it takes, and what it is to be drawn as.

use crate::date::{Bound, Choice, Date, Day, DayRange, Edtf, Part, Qualifier, Year};
use crate::text::sort_by_key;

/// What a row is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One day, or a moment in it.
    Day,
    /// A month, quarter, season, year or decade that is told no more precisely: `2022-01`, `199X`.
    Coarse,
    /// From one date to another, all of it: `2022-01-02/2022-01-07`.
    Span,
    /// Some time in it, not known when: `[2022-01-02..2022-01-07]`, `2022-01-XX`.
    OneOf,
    /// It goes on: `2022-01-02/..`.
    OpenEnd,
    /// It always was: `../2022-01-07`.
    OpenStart,
    /// It ended, and nobody knows when: `2022-01-02/`.
    EndUnknown,
    /// It began, and nobody knows when: `/2022-01-07`.
    StartUnknown,
    /// No end of it is known.
    Boundless,
}

/// The days that an entry takes.
#[derive(Clone, Debug)]
pub(super) struct Reach {
    pub shape: Shape,
    pub about: bool,
    pub doubted: bool,
    /// From its first day to the first after it.
    pub range: DayRange,
    /// The stretches of days that it names, in order, half-open, none empty, none overlapping. Of one with an
    /// open end, the date at its other end.
    pub parts: Vec<(Day, Day)>,
}

impl Reach {
    pub(super) fn of(value: &Edtf) -> Self {
        let (about, doubted) = doubts(value);
        let range = value.range();
        let parts = joined(parts(value));
        let shape = if parts.is_empty() { Shape::Boundless } else { shape(value) };
        Self { shape, about, doubted, range, parts }
    }

    /// What rows are sorted by. A start that is open comes before all; one that is unknown counts from what is
    /// known, for it is nearer to that than to the beginning of the world.
    pub(super) fn order(&self) -> (Option<Day>, Day) {
        let first = match self.shape {
            Shape::StartUnknown => self.parts.first().map(|part| part.0),
            _ => self.range.from,
        };
        (first, self.range.to.unwrap_or(Day(i64::MAX)))
    }

    /// From the first day that it names to the first after the last.
    pub(super) fn hull(&self) -> Option<(Day, Day)> {
        Some((self.parts.first()?.0, self.parts.last()?.1))
    }
}

fn shape(value: &Edtf) -> Shape {
    match value {
        Edtf::Date(Date { year: Year::Known(_), part, .. }) => match part {
            Part::Day(..) | Part::Moment(..) => Shape::Day,
            Part::SomeMonth | Part::SomeDay(_) | Part::SomeDayOfYear => Shape::OneOf,
            Part::Whole | Part::Month(_) | Part::Season(_) | Part::Quarter(_) => Shape::Coarse,
        },
        Edtf::Date(_) => Shape::Coarse,
        Edtf::Interval(Bound::Date(_), Bound::Date(_)) => Shape::Span,
        Edtf::Interval(_, Bound::Open) => Shape::OpenEnd,
        Edtf::Interval(Bound::Open, _) => Shape::OpenStart,
        Edtf::Interval(_, Bound::Unknown) => Shape::EndUnknown,
        Edtf::Interval(Bound::Unknown, _) => Shape::StartUnknown,
        Edtf::OneOf(_) => Shape::OneOf,
    }
}

/// Whether any date of the value is approximate, and whether any is doubted.
fn doubts(value: &Edtf) -> (bool, bool) {
    let dates = value.dates();
    let any = |one: Qualifier| dates.iter().any(|date| date.qualifier == one || date.qualifier == Qualifier::Both);
    (any(Qualifier::Approximate), any(Qualifier::Uncertain))
}

/// The stretches that a value names, in its own order.
fn parts(value: &Edtf) -> Vec<(Day, Day)> {
    match value {
        Edtf::Date(date) => stretch(Some(date), None).into_iter().collect(),
        Edtf::Interval(start, end) => stretch(start.date(), end.date()).into_iter().collect(),
        Edtf::OneOf(choices) => choices
            .iter()
            .filter_map(|choice| match choice {
                Choice::Date(date) => stretch(Some(date), None),
                Choice::Range(from, to) => stretch(from.as_ref(), to.as_ref()),
            })
            .collect(),
    }
}

/// From the first day of the one date to the last of the other; where only one is there, its own days.
fn stretch(from: Option<&Date>, to: Option<&Date>) -> Option<(Day, Day)> {
    let first = from.or(to)?.range().from?;
    let after = to.or(from)?.range().to?;
    Some((first, after.max(first.plus(1))))
}

/// The stretches in the order of time, those that touch joined.
fn joined(mut parts: Vec<(Day, Day)>) -> Vec<(Day, Day)> {
    sort_by_key(&mut parts, |part| *part);
    let mut out: Vec<(Day, Day)> = Vec::with_capacity(parts.len());
    for (from, to) in parts {
        match out.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => out.push((from, to)),
        }
    }
    out
}
