//! The timeline as geometry: dated entries become rows in order, marks and ticks on an axis that is true to
//! time and breaks where it would squash them. Knows dates and places in a text; not what an entry says, nor
//! how a mark is drawn. Every position runs from 0 to 1 in the direction of reading, so the same numbers serve
//! both directions, and an axis that runs down a phone.

mod lane;
mod scale;
mod shape;
mod tick;
mod turns;

pub use scale::{Break, Scale, Segment};
pub use shape::Shape;
pub use tick::{Precision, Tick};
pub use turns::{Step, Turns};

use crate::date::{Day, Edtf};
use crate::text::{Byte, sort_by_key};
use shape::Reach;

/// Something dated, and where the text tells of it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// When.
    pub date: &'a Edtf,
    /// Where its passage begins.
    pub at: Byte,
}

/// Rows, and the axis that they are marked on.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// One for each entry, in the order of time: by first day, then by last day, then by place in the text.
    pub rows: Vec<Row>,
    /// The axis.
    pub scale: Scale,
    /// One for each row, in the order of the rows.
    pub marks: Vec<Mark>,
    /// What the axis is labelled with, in order.
    pub ticks: Vec<Tick>,
    /// Where the axis breaks, in order.
    pub breaks: Vec<Break>,
    /// How many lanes the marks need.
    pub lanes: usize,
}

/// An entry in its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place among the entries that the timeline was made of.
    pub entry: usize,
    /// Where its passage begins.
    pub at: Byte,
    /// What it is drawn as.
    pub shape: Shape,
    /// Whether it is only about then (EDTF `~` and `%`).
    pub about: bool,
    /// Whether its source is doubted (EDTF `?` and `%`).
    pub doubted: bool,
    /// Its first day; nothing where that is open or unknown.
    pub from: Option<Day>,
    /// The first day after it; nothing where that is open or unknown.
    pub to: Option<Day>,
}

/// Where a row stands on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its place in [`Timeline::rows`].
    pub row: usize,
    /// Where it begins, from 0 to 1.
    pub start: f64,
    /// Where it ends, from 0 to 1: at least [`LEAST_MARK`] behind the start.
    pub end: f64,
    /// What of it is inked, in order and apart: the whole of it, but for a one-of set with days between its
    /// members that cannot be meant.
    pub parts: Vec<(f64, f64)>,
    /// The lane, from 0. No two marks of a lane overlap; those of two known days in a row touch, so part them with
    /// a line.
    pub lane: usize,
    /// What it is drawn as.
    pub shape: Shape,
    /// Whether it is only about then, or doubted.
    pub vague: bool,
    /// How much of it, from its start on, tapers to nothing towards the start, as a share of the axis: it begins
    /// earlier, or nobody knows when. 0 where the start is known.
    pub taper_in: f64,
    /// The same towards its end.
    pub taper_out: f64,
}

/// The shortest mark, as a share of the axis: on one of 700 pixels, 8 pixels, which the eye finds and a
/// pointer can hit.
pub const LEAST_MARK: f64 = 0.012;

/// How far a mark whose end nobody knows reaches beyond its known part, tapering, as a share of the axis:
/// enough to be seen, too little to be taken for a length.
const STUB: f64 = 0.06;

/// How much of a mark without an end tapers, as a share of the axis: on one of 300 pixels, 30, which is five times as
/// long as a mark is thick.
const TAPER: f64 = 0.1;

impl Timeline {
    /// The timeline of some entries. Nothing where none of them names a day that an axis could show.
    pub fn of(entries: &[Entry]) -> Option<Self> {
        let mut reaches: Vec<(usize, Byte, Reach)> =
            entries.iter().enumerate().map(|(entry, Entry { date, at })| (entry, *at, Reach::of(date))).collect();
        sort_by_key(&mut reaches, |(entry, at, reach)| (reach.order(), *at, *entry));
        let scale = Scale::of(reaches.iter().map(|(_, _, reach)| reach))?;
        let mut marks: Vec<Mark> =
            reaches.iter().enumerate().map(|(row, (_, _, reach))| mark(row, reach, &scale)).collect();
        let lanes = lane::pack(&mut marks);
        let rows = reaches.into_iter().map(|(entry, at, reach)| row(entry, at, &reach)).collect();
        Some(Self { rows, marks, ticks: tick::ticks(&scale), breaks: scale.breaks(), lanes, scale })
    }

    /// Its rows, as a reader comes to them.
    pub fn turns(&self) -> Turns {
        Turns(self.rows.iter().map(|row| (row.entry, row.at)).collect())
    }
}

fn row(entry: usize, at: Byte, reach: &Reach) -> Row {
    let Reach { shape, about, doubted, range, .. } = reach;
    Row { entry, at, shape: *shape, about: *about, doubted: *doubted, from: range.from, to: range.to }
}

/// The mark of a row, still without its lane.
fn mark(row: usize, reach: &Reach, scale: &Scale) -> Mark {
    let parts: Vec<(f64, f64)> = reach.parts.iter().map(|part| (scale.at(part.0), scale.at(part.1))).collect();
    let mut parts = apart(if parts.is_empty() { vec![(0.0, 1.0)] } else { parts });
    // What a side without a day reaches to, and how much of that tapers. The axis is turned round for the start.
    let unknown = matches!(reach.shape, Shape::EndUnknown | Shape::StartUnknown);
    let (mut taper_in, mut taper_out) = (0.0, 0.0);
    if let Some(first) = parts.first_mut().filter(|_| reach.range.from.is_none()) {
        let (start, taper) = open_side((1.0 - first.1, 1.0 - first.0), unknown);
        (first.0, taper_in) = (1.0 - start, taper);
    }
    if let Some(last) = parts.last_mut().filter(|_| reach.range.to.is_none()) {
        (last.1, taper_out) = open_side(*last, unknown);
    }
    let start = parts.first().map_or(0.0, |part| part.0);
    let end = parts.last().map_or(1.0, |part| part.1);
    let vague = reach.about || reach.doubted;
    Mark { row, start, end, parts, lane: 0, shape: reach.shape, vague, taper_in, taper_out }
}

/// Where a part ends that has no last day, and how much of it tapers: beyond its known days a little, where there is
/// an end and nobody knows it, else to the end of the axis. At least as much as the least mark stays of it.
fn open_side((start, end): (f64, f64), unknown: bool) -> (f64, f64) {
    if unknown {
        let to = (end + STUB).min(1.0);
        let known = end.min(to - STUB).max(start + (to - start) / 2.0).min(end);
        return (to, to - known);
    }
    (1.0, TAPER.min((1.0 - start) / 2.0))
}

/// The nearest to `place` between two others. The library's `clamp` can panic, and what that says would bring the
/// printing of floats to the browser.
#[allow(clippy::manual_clamp)]
fn within(place: f64, (start, end): (f64, f64)) -> f64 {
    place.max(start).min(end)
}

/// Widens parts to the least that can be seen, and joins those that then touch.
fn apart(parts: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut out: Vec<(f64, f64)> = Vec::new();
    for (start, end) in parts {
        let lacking = (LEAST_MARK - (end - start)).max(0.0);
        let start = within(start - lacking / 2.0, (0.0, 1.0 - LEAST_MARK));
        let end = end.max(start + LEAST_MARK).min(1.0);
        match out.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => out.push((start, end)),
        }
    }
    out
}
