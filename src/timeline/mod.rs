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
    /// The lane, from 0. No two marks of a lane overlap; those of two days in a row touch, so draw each a
    /// little short.
    pub lane: usize,
    /// What it is drawn as.
    pub shape: Shape,
    /// Whether it fades out towards its start: it begins earlier, or nobody knows quite when.
    pub fades_in: bool,
    /// Whether it fades out towards its end.
    pub fades_out: bool,
}

/// The shortest mark, as a share of the axis: on one of 700 pixels, 8 pixels, which the eye finds and a
/// pointer can hit.
pub const LEAST_MARK: f64 = 0.012;

/// How far a mark whose end nobody knows reaches beyond its known part, fading, as a share of the axis:
/// enough for the fading to be seen, too little to be taken for a length.
const STUB: f64 = 0.04;

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
    let mut parts: Vec<(f64, f64)> = reach.parts.iter().map(|part| (scale.at(part.0), scale.at(part.1))).collect();
    if parts.is_empty() {
        parts.push((0.0, 1.0));
    }
    if let Some(first) = parts.first_mut() {
        match reach.shape {
            Shape::StartUnknown => first.0 = (first.0 - STUB).max(0.0),
            _ if reach.open_start() => first.0 = 0.0,
            _ => {}
        }
    }
    if let Some(last) = parts.last_mut() {
        match reach.shape {
            Shape::EndUnknown => last.1 = (last.1 + STUB).min(1.0),
            _ if reach.open_end() => last.1 = 1.0,
            _ => {}
        }
    }
    let parts = apart(parts);
    let start = parts.first().map_or(0.0, |part| part.0);
    let end = parts.last().map_or(1.0, |part| part.1);
    let fades_in = reach.about || reach.range.from.is_none();
    let fades_out = reach.about || reach.range.to.is_none();
    Mark { row, start, end, parts, lane: 0, shape: reach.shape, fades_in, fades_out }
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
