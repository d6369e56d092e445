//! Lanes: marks side by side, so that none hides another.

use super::Mark;
use crate::text::sort_by;

/// Gives each mark the first lane that is free where it begins, the long before the short, and says how many
/// lanes that takes. No packing takes fewer. Two days in a row share a lane and touch.
pub(super) fn pack(marks: &mut [Mark]) -> usize {
    let mut order: Vec<&mut Mark> = marks.iter_mut().collect();
    sort_by(&mut order, |a, b| a.start.total_cmp(&b.start).then(b.end.total_cmp(&a.end)).then(a.row.cmp(&b.row)));
    let mut ends: Vec<f64> = Vec::new();
    for mark in order {
        mark.lane = ends.iter().position(|end| *end <= mark.start).unwrap_or(ends.len());
        match ends.get_mut(mark.lane) {
            Some(end) => *end = mark.end,
            None => ends.push(mark.end),
        }
    }
    ends.len()
}
