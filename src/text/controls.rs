//! The controls that change the order of a line unseen: known, named, left out, or kept from reaching what stands
//! beside them.

use std::borrow::Cow;

/// Whether `c` is an embedding, override or isolate control (U+202A–E, U+2066–9): invisible, and able to
/// show a name as another.
pub fn is_bidi_override(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether any character of `text` is such a control.
pub fn has_controls(text: &str) -> bool {
    text.chars().any(is_bidi_override)
}

/// The name by which Unicode abbreviates a control; nothing for other characters.
pub fn control_name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{202A}' => "LRE",
        '\u{202B}' => "RLE",
        '\u{202C}' => "PDF",
        '\u{202D}' => "LRO",
        '\u{202E}' => "RLO",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        _ => return None,
    })
}

/// The text without such controls, for what is shown as plain text beside text of others: a window's title.
pub fn without_controls(text: &str) -> Cow<'_, str> {
    if has_controls(text) { text.chars().filter(|c| !is_bidi_override(*c)).collect() } else { text.into() }
}

/// First strong isolate.
const FSI: char = '\u{2068}';
/// Pop directional isolate.
const PDI: char = '\u{2069}';

/// The text as a part of a longer plain one: what holds such controls stands in an isolate, which ends what they have
/// begun (UAX #9, X6a). An isolate does not outlive its paragraph, so each line has its own.
pub fn isolated(text: &str) -> String {
    if has_controls(text) { text.split_inclusive(ends_paragraph).map(isolated_line).collect() } else { text.to_owned() }
}

/// Whether `c` is a paragraph separator (UAX #9, class B).
fn ends_paragraph(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2029}')
}

/// A line in an isolate: one is opened for each end in the line that would end another's, and each that the line leaves
/// open is closed.
fn isolated_line(line: &str) -> String {
    if !has_controls(line) {
        return line.to_owned();
    }
    let words = line.trim_end_matches(ends_paragraph);
    let (mut open, mut extra) = (0_usize, 0_usize);
    for c in words.chars() {
        match c {
            '\u{2066}'..=FSI => open += 1,
            PDI if open > 0 => open -= 1,
            PDI => extra += 1,
            _ => {}
        }
    }
    let mut out: String = std::iter::repeat_n(FSI, extra + 1).collect();
    out.push_str(words);
    out.extend(std::iter::repeat_n(PDI, open + 1));
    out.push_str(line.get(words.len()..).unwrap_or_default());
    out
}
