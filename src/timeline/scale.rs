//! The axis: segments in which equal times have equal lengths, and the breaks between them.

use super::shape::Reach;
use super::within;
use crate::date::Day;
use crate::text::sort_by_key;
use std::cmp::Reverse;
use std::ops::Range;

/// An axis from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// In the order of time; at least one.
    segments: Vec<Segment>,
}

/// A stretch of the axis without a break.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The first day of it.
    pub from: Day,
    /// The first day after it.
    pub to: Day,
    /// Where it begins on the axis.
    pub start: f64,
    /// Where it ends on the axis.
    pub end: f64,
}

/// A place where the axis leaves days out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// Where it begins on the axis.
    pub from: f64,
    /// Where it ends on the axis.
    pub to: f64,
    /// How many days are left out.
    pub days: i64,
}

/// A gap is broken where it is longer than this many times all that is left once it and every longer gap are
/// taken out: unbroken it would leave the rest less than a quarter of the axis.
const SQUASHES: i64 = 3;

/// The same for a gap in which something goes on all the while. A long bar is no empty room, so that it is cut only
/// where it would leave the rest less than a twentieth of its segment.
const SQUASHES_UNDER_A_BAR: i64 = 20;

/// The most breaks. Each takes room and asks the reader to start anew; what has more gaps than this is better
/// shown whole.
const MOST_BREAKS: usize = 4;

/// What a break takes of the axis, however long the gap: enough to be seen as a cut and not as a distance.
const BREAK_WIDTH: f64 = 0.06;

/// The least that a segment takes of the axis, so that the one day far away can still be seen and labelled.
const LEAST_SEGMENT: f64 = 0.08;

/// What a segment takes at least of what its share would be if rows and not days were counted: half of it, so that
/// a crowded week beside a lone year is not squashed in its turn. Segments share one scale but for these two floors.
const CROWD_SHARE: f64 = 0.5;

/// The shortest axis in days: a single day is shown in the middle of its week, not as a bar from end to end.
const SHORTEST: i64 = 7;

/// What is added to the axis at an end that something reaches beyond, as a divisor of the segment: a twelfth,
/// enough for its tapering to be seen.
const OPEN_ROOM: i64 = 12;

/// A day at which something begins, or ends.
#[derive(Clone, Copy)]
struct Point {
    day: Day,
    /// Whether something ends there and nothing begins.
    only_end: bool,
    /// Whether something goes on from there to the next point.
    goes_on: bool,
}

impl Scale {
    /// The axis that shows what is reached; nothing where no day is.
    pub(super) fn of<'r>(reaches: impl Iterator<Item = &'r Reach> + Clone) -> Option<Self> {
        let points = points(reaches.clone());
        let hulls: Vec<(Day, Day)> = reaches.clone().filter_map(Reach::hull).collect();
        let mut stretches = stretches(&points, &gaps_to_break(&points, &hulls))?;
        let open = |side: fn(&Reach) -> bool| reaches.clone().any(side);
        make_room(&mut stretches, open(|reach| reach.range.from.is_none()), open(|reach| reach.range.to.is_none()));
        Some(Self { segments: laid_out(&stretches, &hulls) })
    }

    /// The segments, in order.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Where a day begins on the axis. Days left out lie in their break, days outside at the nearer end.
    pub fn at(&self, day: Day) -> f64 {
        let next = self.segments.partition_point(|segment| segment.from <= day);
        let Some(segment) = next.checked_sub(1).and_then(|n| self.segments.get(n)) else { return 0.0 };
        if day < segment.to {
            return between(day, (segment.from, segment.start), (segment.to, segment.end));
        }
        self.segments
            .get(next)
            .map_or(segment.end, |after| between(day, (segment.to, segment.end), (after.from, after.start)))
    }

    /// The breaks, in order.
    pub(super) fn breaks(&self) -> Vec<Break> {
        let pairs = self.segments.iter().zip(self.segments.iter().skip(1));
        pairs
            .map(|(before, after)| Break {
                from: before.end,
                to: after.start,
                days: after.from.0.saturating_sub(before.to.0),
            })
            .collect()
    }
}

/// A number of days as a number to divide by. Whole up to 2^53, which is longer than the longest EDTF year.
#[allow(clippy::cast_precision_loss)]
fn float(days: i64) -> f64 {
    days as f64
}

/// How many days lie from one to another.
fn days(from: Day, to: Day) -> i64 {
    to.0.saturating_sub(from.0)
}

/// The place of a day between two whose places are known.
fn between(day: Day, (from, start): (Day, f64), (to, end): (Day, f64)) -> f64 {
    let share = float(days(from, day)) / float(days(from, to).max(1));
    within(start + (end - start) * share, (start, end))
}

fn points<'r>(reaches: impl Iterator<Item = &'r Reach>) -> Vec<Point> {
    let parts = reaches.flat_map(|reach| &reach.parts);
    let mut turns: Vec<(Day, i32)> = parts.flat_map(|&(from, to)| [(from, 1), (to, -1)]).collect();
    sort_by_key(&mut turns, |turn| *turn);
    let mut going_on = 0;
    let mut points: Vec<Point> = Vec::new();
    for (day, turn) in turns {
        going_on += turn;
        match points.last_mut().filter(|last| last.day == day) {
            Some(last) => (last.only_end, last.goes_on) = (last.only_end && turn < 0, going_on > 0),
            None => points.push(Point { day, only_end: turn < 0, goes_on: going_on > 0 }),
        }
    }
    points
}

/// The gaps to break, as places in `points` that a gap comes before, in order: first empty ones, then, in each
/// segment that this leaves, those under a long bar.
fn gaps_to_break(points: &[Point], hulls: &[(Day, Day)]) -> Vec<usize> {
    let mut broken = squashing(points, 0..points.len(), hulls, MOST_BREAKS, |point| !point.goes_on, SQUASHES);
    let mut first = 0;
    for next in broken.clone().into_iter().chain([points.len()]) {
        let left = MOST_BREAKS - broken.len();
        broken.extend(squashing(points, first..next, hulls, left, |point| point.goes_on, SQUASHES_UNDER_A_BAR));
        first = next;
    }
    sort_by_key(&mut broken, |n| *n);
    broken
}

/// The gaps of some kind, behind the points of a segment, that squash the rest of it: the most, up to `most`, that do
/// and whose breaking gains something.
fn squashing(
    points: &[Point],
    segment: Range<usize>,
    hulls: &[(Day, Day)],
    most: usize,
    kind: impl Fn(&Point) -> bool,
    squashes: i64,
) -> Vec<usize> {
    let inside = points.get(segment.clone()).unwrap_or_default();
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return Vec::new() };
    let mut rest = days(first.day, last.day);
    let pairs = inside.iter().zip(inside.iter().skip(1)).zip(segment.start + 1..);
    let kept = pairs.filter(|((from, _), _)| kind(from));
    let mut gaps: Vec<(i64, usize)> = kept.map(|((from, to), n)| (days(from.day, to.day), n)).collect();
    sort_by_key(&mut gaps, |&(length, n)| (Reverse(length), n));
    gaps.truncate(most);
    let (mut broken, mut best) = (Vec::new(), Vec::new());
    for (length, n) in gaps {
        rest = rest.saturating_sub(length);
        broken.push(n);
        if length > rest.saturating_mul(squashes) {
            let mut starts: Vec<Day> = broken.iter().filter_map(|n| points.get(*n)).map(|point| point.day).collect();
            sort_by_key(&mut starts, |start| *start);
            if gains(&starts, hulls.iter().filter(|hull| hull.0 <= last.day && first.day <= hull.1)) {
                best.clone_from(&broken);
            }
        }
    }
    best
}

/// Whether breaks before these days let the reader tell apart what would otherwise lie in one spot: whether half of
/// the entries stand whole in a segment with others of other first days. Two days a year apart need no break, nor
/// does a long span alone, nor a long row of years of which two happen to be close.
fn gains<'h>(starts: &[Day], hulls: impl Iterator<Item = &'h (Day, Day)>) -> bool {
    let segment = |day: Day| starts.partition_point(|start| *start <= day);
    // For each segment: its first entry's first day, how many entries, whether any has another first day.
    let mut crowds: Vec<(Option<Day>, usize, bool)> = vec![(None, 0, false); starts.len() + 1];
    let mut all = 0;
    for &(from, to) in hulls {
        all += 1;
        let whole = segment(from) == segment(to);
        if let Some((first, count, differ)) = crowds.get_mut(segment(from)).filter(|_| whole) {
            *differ |= *first.get_or_insert(from) != from;
            *count += 1;
        }
    }
    let told_apart: usize = crowds.iter().filter(|crowd| crowd.2).map(|crowd| crowd.1).sum();
    told_apart > 0 && told_apart * 2 >= all
}

/// The first and last days of the segments. A segment of a single point, where a long span begins or ends, takes
/// a day of the gap that the span goes on in.
fn stretches(points: &[Point], broken: &[usize]) -> Option<Vec<(Day, Day)>> {
    let mut out = Vec::new();
    let mut first = points.first()?;
    let mut last = first;
    let close = |first: &Point, last: &Point| match (first.day == last.day, first.only_end) {
        (false, _) => (first.day, last.day),
        (true, true) => (first.day.plus(-1), first.day),
        (true, false) => (first.day, first.day.plus(1)),
    };
    let mut cuts = broken.iter().copied().peekable();
    for (n, point) in points.iter().enumerate().skip(1) {
        if cuts.next_if_eq(&n).is_some() {
            out.push(close(first, last));
            first = point;
        }
        last = point;
    }
    out.push(close(first, last));
    Some(out)
}

/// Room at the ends: for what reaches beyond them, and around a single day.
fn make_room(stretches: &mut [(Day, Day)], open_start: bool, open_end: bool) {
    let room = |stretch: &(Day, Day)| (days(stretch.0, stretch.1) / OPEN_ROOM).max(1);
    if let Some(first) = stretches.first_mut().filter(|_| open_start) {
        first.0 = first.0.plus(-room(first));
    }
    if let Some(last) = stretches.last_mut().filter(|_| open_end) {
        last.1 = last.1.plus(room(last));
    }
    if let [only] = stretches {
        let lacking = SHORTEST - days(only.0, only.1);
        if lacking > 0 {
            *only = (only.0.plus(-(lacking / 2)), only.1.plus(lacking - lacking / 2));
        }
    }
}

/// Gives each stretch its share of the axis.
fn laid_out(stretches: &[(Day, Day)], hulls: &[(Day, Day)]) -> Vec<Segment> {
    let room = 1.0 - stretches.iter().skip(1).map(|_| BREAK_WIDTH).sum::<f64>();
    let lengths: Vec<f64> = stretches.iter().map(|&(from, to)| float(days(from, to).max(1))).collect();
    let mut rows = vec![0_u32; stretches.len()];
    for hull in hulls {
        let stretch = stretches.partition_point(|stretch| stretch.0 <= hull.0).saturating_sub(1);
        rows.iter_mut().skip(stretch).take(1).for_each(|rows| *rows += 1);
    }
    let all = f64::from(rows.iter().sum::<u32>().max(1));
    let floor = |rows: u32| (room * CROWD_SHARE * f64::from(rows) / all).max(LEAST_SEGMENT);
    let shares = shares(&lengths, &rows.into_iter().map(floor).collect::<Vec<_>>(), room);
    let mut start = 0.0;
    let mut segments: Vec<Segment> = Vec::with_capacity(stretches.len());
    for (&(from, to), share) in stretches.iter().zip(shares) {
        segments.push(Segment { from, to, start, end: (start + share).min(1.0) });
        start += share + BREAK_WIDTH;
    }
    // The sum of the shares misses 1 by a rounding error; the axis ends at its end.
    if let Some(last) = segments.last_mut() {
        last.end = 1.0;
    }
    segments
}

/// Shares of `room` in proportion to the lengths, none under its floor. The floors together leave some room, so that
/// there is always one above its own.
fn shares(lengths: &[f64], floors: &[f64], room: f64) -> Vec<f64> {
    let mut held = vec![false; lengths.len()];
    loop {
        let (mut left, mut sum) = (room, 0.0);
        for ((length, floor), held) in lengths.iter().zip(floors).zip(&held) {
            if *held { left -= floor } else { sum += length }
        }
        let share = |length: &f64| left * length / sum;
        let mut changed = false;
        for ((length, floor), held) in lengths.iter().zip(floors).zip(&mut held) {
            if !*held && share(length) < *floor {
                *held = true;
                changed = true;
            }
        }
        if !changed {
            let given = lengths.iter().zip(floors).zip(&held);
            return given.map(|((length, floor), held)| if *held { *floor } else { share(length) }).collect();
        }
    }
}
