//! Where in a file a field stands.

use serde_json::value::RawValue;
use std::collections::HashMap;

/// A place in a file: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// The place of the value of `field` (`events[2].date`) in a JSON text; of the nearest field around it where
/// it is absent. A byte order mark counts as nothing.
pub fn place_of(source: &str, field: &str) -> Place {
    let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    let mut value = source.trim_start();
    for step in field.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
        let Some(inner) = child(value, step) else { break };
        value = inner;
    }
    let at = (value.as_ptr() as usize).saturating_sub(source.as_ptr() as usize);
    let before = source.get(..at).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Place {
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
    }
}

/// The JSON text of a member or an element, as it stands in the text of what holds it.
fn child<'s>(value: &'s str, step: &str) -> Option<&'s str> {
    let raw = match step.parse::<usize>() {
        Ok(n) => *serde_json::from_str::<Vec<&'s RawValue>>(value).ok()?.get(n)?,
        Err(_) => *serde_json::from_str::<HashMap<String, &'s RawValue>>(value).ok()?.get(step)?,
    };
    Some(raw.get())
}
