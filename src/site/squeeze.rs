//! Takes what only a developer reads out of scripts and style sheets. Nothing is renamed or reordered: what is
//! left is the same program on fewer bytes.

/// A script without the lines that are comments, and without indentation. It reads whole lines, and so leaves
/// a comment behind code, and any blank inside a line, as they are.
pub fn script(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut in_comment = false;
    for line in source.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// A style sheet without comments, and without the blanks that nothing needs. Strings stay as they are.
pub fn style(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let taken = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if c == '"' || c == '\'' {
            let end = rest.char_indices().skip(1).find(|(_, other)| *other == c).map_or(rest.len(), |(at, _)| at + 1);
            out.push_str(rest.get(..end).unwrap_or_default());
            end
        } else {
            push_style(&mut out, c);
            c.len_utf8()
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// Appends a character, unless it is a blank that stands beside one that needs none. Before a colon and around
/// the signs of a sum a blank means something; there it stays.
fn push_style(out: &mut String, c: char) {
    const ALONE: [char; 4] = ['{', '}', ';', ','];
    let last = out.chars().next_back();
    if c.is_whitespace() {
        let needed = last.is_some_and(|last| !last.is_whitespace() && !ALONE.contains(&last) && last != ':');
        if needed {
            out.push(' ');
        }
        return;
    }
    if ALONE.contains(&c) && last == Some(' ') {
        out.pop();
    }
    if c == '}' && out.ends_with(';') {
        out.pop();
    }
    out.push(c);
}
