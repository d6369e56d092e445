//! The map in `src/lib.rs`, and what rooms name.

use super::source::code;

/// The lines of the form ``//! - [`room`] what it knows. Names text, date.``, which may go on in the next lines,
/// indented. For each room the rooms that it may name, in the map's order.
pub fn map(lib: &str) -> Vec<(String, Vec<String>)> {
    let mut entries: Vec<String> = Vec::new();
    for line in lib.lines().filter_map(|line| line.strip_prefix("//!")) {
        match (line.trim().strip_prefix("- [`"), entries.last_mut()) {
            (Some(entry), _) => entries.push(entry.to_owned()),
            (None, Some(entry)) if line.starts_with("   ") => {
                entry.push(' ');
                entry.push_str(line.trim());
            }
            _ => {}
        }
    }
    let mut rooms: Vec<(String, Vec<String>)> = Vec::new();
    for entry in entries {
        let Some((room, says)) = entry.split_once("`]") else { continue };
        let may_name = says.rsplit_once("Names ").and_then(|(_, list)| list.split('.').next()).unwrap_or("nothing");
        let list = match may_name {
            "nothing" => Vec::new(),
            "all of the above" => rooms.iter().map(|(room, _)| room.clone()).collect(),
            list => {
                let names = list.split([',', ' ']).map(|name| name.trim_matches('`'));
                names.filter(|name| !name.is_empty() && *name != "and").map(str::to_owned).collect()
            }
        };
        rooms.push((room.to_owned(), list));
    }
    rooms
}

/// The rooms that Rust names by `crate::`, with the lines.
pub fn named_rooms(rust: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for (n, line) in code(rust).lines().enumerate() {
        for (at, path) in line.match_indices("crate::") {
            let behind = &line[at + path.len()..];
            let list = behind.strip_prefix('{').map(|list| list.split('}').next().unwrap_or_default());
            let several = list.map_or(1, |list| list.split(',').count());
            for name in list.unwrap_or(behind).split(',').take(several) {
                out.push((n + 1, name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()));
            }
        }
    }
    out
}
