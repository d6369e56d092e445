//! What a note is made of: plain text, and links as Markdown writes them.

/// A piece of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotePiece<'n> {
    /// Text, to be shown as it is.
    Text(&'n str),
    /// A link.
    Link {
        /// What is shown.
        text: &'n str,
        /// Where it leads: an `http` or `https` address.
        href: &'n str,
    },
}

/// The pieces of a note, in order. `[text](https://…)` is a link; one that leads anywhere else stays text.
pub fn note_pieces(note: &str) -> Vec<NotePiece<'_>> {
    let mut out = Vec::new();
    let mut rest = note;
    let mut from = 0;
    while let Some((start, end, link)) = next_link(rest, from) {
        out.extend(rest.get(..start).filter(|text| !text.is_empty()).map(NotePiece::Text));
        out.push(link);
        rest = rest.get(end..).unwrap_or_default();
        from = 0;
    }
    out.extend(Some(rest).filter(|text| !text.is_empty()).map(NotePiece::Text));
    out
}

/// The first link at or after `from`: where it starts and ends.
fn next_link(text: &str, mut from: usize) -> Option<(usize, usize, NotePiece<'_>)> {
    loop {
        let middle = from + text.get(from..)?.find("](")?;
        let before = text.get(..middle)?;
        let after = text.get(middle + 2..)?;
        let start = before.rfind('[');
        let len = after
            .find([')', ' ', '\n', '(', '<', '"'])
            .filter(|at| after.get(*at..).is_some_and(|t| t.starts_with(')')));
        if let (Some(start), Some(len)) = (start, len) {
            let (shown, href) = (before.get(start + 1..)?, after.get(..len)?);
            if !shown.is_empty() && !shown.contains('\n') && is_web(href) {
                return Some((start, middle + 2 + len + 1, NotePiece::Link { text: shown, href }));
            }
        }
        from = middle + 2;
    }
}

fn is_web(href: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && href.len() > scheme.len()
    })
}
