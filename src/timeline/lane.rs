//! Lanes: marks side by side, so that none hides another.

use super::{Mark, Shape};
use crate::text::sort_by;

/// What stands free at either end of a mark that is drawn as a line around nothing, or that tapers, as a share of the
/// axis: 3 pixels of 300. Side by side two such would be taken for one.
const AIR: f64 = 0.01;

/// Gives each mark the first lane that is free where it begins, the long before the short, and says how many
/// lanes that takes. Two known days in a row share a lane and touch.
pub(super) fn pack(marks: &mut [Mark]) -> usize {
    let mut order: Vec<&mut Mark> = marks.iter_mut().collect();
    sort_by(&mut order, |a, b| a.start.total_cmp(&b.start).then(b.end.total_cmp(&a.end)).then(a.row.cmp(&b.row)));
    let mut ends: Vec<f64> = Vec::new();
    for mark in order {
        let air = air(mark);
        mark.lane = ends.iter().position(|end| *end <= mark.start - air).unwrap_or(ends.len());
        match ends.get_mut(mark.lane) {
            Some(end) => *end = mark.end + air,
            None => ends.push(mark.end + air),
        }
    }
    ends.len()
}

fn air(mark: &Mark) -> f64 {
    let solid = matches!(mark.shape, Shape::Day | Shape::Span) && !mark.vague;
    if solid { 0.0 } else { AIR }
}
