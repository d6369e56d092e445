//! Ticks: what the axis is labelled with, at steps that people count time in.

use super::scale::{Scale, Segment};
use crate::date::{Civil, Day};

/// A label on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Where, from 0 to 1.
    pub at: f64,
    /// The day that begins there.
    pub day: Day,
    /// How much of the day the label says.
    pub precision: Precision,
    /// Whether the label needs its year: the first of a segment, and the first of a year.
    pub year: bool,
}

/// How much of a day a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Its year.
    Year,
    /// Its month.
    Month,
    /// All of it.
    Day,
}

/// The least distance between two ticks, as a share of the axis: on one of 600 pixels, 72, which «٢٠ سبتمبر»
/// or “20 September” fits into. No axis has more than nine.
const LEAST_DISTANCE: f64 = 0.12;

/// What two distances that are equal may differ by, being sums of fractions.
const ROUNDING: f64 = 1e-9;

/// The distance that ticks stand at.
#[derive(Clone, Copy)]
enum Every {
    Days(i64),
    Months(i64),
    Years(i64),
}

/// Days and months to count in; years follow as 1, 2 and 5 times the powers of ten.
const SHORT_STEPS: [Every; 9] = [
    Every::Days(1),
    Every::Days(2),
    Every::Days(4),
    Every::Days(7),
    Every::Days(14),
    Every::Months(1),
    Every::Months(2),
    Every::Months(3),
    Every::Months(6),
];

/// The longest power of ten of years that ticks are counted in: EDTF years have up to twelve digits.
const LONGEST_POWER: u32 = 12;

impl Every {
    /// The fewest days that it takes.
    fn least_days(self) -> i64 {
        match self {
            Self::Days(days) => days,
            Self::Months(1) => 28,
            Self::Months(2) => 59,
            Self::Months(3) => 90,
            Self::Months(months) => months * 30,
            Self::Years(years) => years * 365,
        }
    }

    /// The shortest step that takes at least `days`.
    fn at_least(days: f64) -> Self {
        #[allow(clippy::cast_precision_loss)] // At most 5 × 365 × 10^12, which is whole as a float.
        let enough = |every: &Self| every.least_days() as f64 >= days;
        if let Some(short) = SHORT_STEPS.into_iter().find(enough) {
            return short;
        }
        let mut power = 1;
        for _ in 0..=LONGEST_POWER {
            if let Some(long) = [1, 2, 5].map(|n| Self::Years(n * power)).into_iter().find(enough) {
                return long;
            }
            power *= 10;
        }
        Self::Years(power)
    }

    fn precision(self) -> Precision {
        match self {
            Self::Days(_) => Precision::Day,
            Self::Months(_) => Precision::Month,
            Self::Years(_) => Precision::Year,
        }
    }

    /// The days at this distance behind `first`: months and years at their own beginnings.
    fn after(self, first: Day) -> impl Iterator<Item = Day> {
        let Civil { year, month, .. } = first.civil();
        let (mut day, mut months) = (first, year.saturating_mul(12).saturating_add(i64::from(month) - 1));
        std::iter::from_fn(move || {
            let step = match self {
                Self::Days(days) => {
                    day = day.plus(days);
                    return Some(day);
                }
                Self::Months(months) => months,
                Self::Years(years) => years.saturating_mul(12),
            };
            months = months.div_euclid(step).checked_add(1)?.checked_mul(step)?;
            day = Day::from_ymd(months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).ok()?, 1)?;
            Some(day)
        })
    }
}

/// The ticks of an axis: one where each segment begins, and behind it those at the shortest step that leaves
/// the labels room.
pub(super) fn ticks(scale: &Scale) -> Vec<Tick> {
    let segments = scale.segments();
    let nexts = segments.iter().skip(1).map(|next| next.start - LEAST_DISTANCE).chain([f64::INFINITY]);
    let mut ticks = Vec::new();
    for (segment, latest) in segments.iter().zip(nexts) {
        let every = step(segment);
        ticks.push(Tick {
            at: segment.start,
            day: segment.from,
            precision: first_precision(segment, every),
            year: true,
        });
        let (mut last, mut year) = (segment.start, segment.from.civil().year);
        for day in every.after(segment.from).take_while(|day| *day < segment.to) {
            let at = scale.at(day);
            if at > latest {
                break;
            }
            if at - last >= LEAST_DISTANCE - ROUNDING {
                let new_year = day.civil().year != year;
                ticks.push(Tick { at, day, precision: every.precision(), year: new_year });
                (last, year) = (at, day.civil().year);
            }
        }
    }
    ticks
}

fn step(segment: &Segment) -> Every {
    #[allow(clippy::cast_precision_loss)] // Whole up to 2^53 days, longer than the longest EDTF year.
    let days = segment.to.0.saturating_sub(segment.from.0) as f64;
    Every::at_least(days * LEAST_DISTANCE / (segment.end - segment.start))
}

/// The first label of a segment says one thing more than those behind it, unless it stands where they do.
fn first_precision(segment: &Segment, every: Every) -> Precision {
    let Civil { month, day, .. } = segment.from.civil();
    match every {
        Every::Years(10..) => Precision::Year,
        Every::Years(_) if (month, day) == (1, 1) => Precision::Year,
        Every::Years(_) => Precision::Month,
        Every::Months(_) if day == 1 => Precision::Month,
        Every::Months(_) | Every::Days(_) => Precision::Day,
    }
}
