//! Style sheets, one declaration at a time.

/// A declaration, the line that it ends on, and the selectors around it.
pub struct Declaration {
    pub line: usize,
    pub selector: String,
    pub property: String,
    pub value: String,
}

/// The declarations of a style sheet.
pub fn declarations(css: &str) -> Vec<Declaration> {
    let mut out = Vec::new();
    let mut around: Vec<String> = Vec::new();
    let (mut piece, mut line) = (String::new(), 1);
    for c in uncommented(css).chars() {
        match c {
            '{' => around.push(piece.trim().to_owned()),
            ';' | '}' => {
                if let Some((property, value)) = piece.split_once(':') {
                    out.push(Declaration {
                        line,
                        selector: around.join(" "),
                        property: property.trim().to_lowercase(),
                        value: value.trim().to_lowercase(),
                    });
                }
                if c == '}' {
                    around.pop();
                }
            }
            _ => {
                line += usize::from(c == '\n');
                piece.push(c);
                continue;
            }
        }
        piece.clear();
    }
    out
}

fn uncommented(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        let (inside, after) = comment.split_once("*/").unwrap_or((comment, ""));
        out.extend(inside.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    out + rest
}

/// What is wrong with a declaration.
pub fn wrong(declaration: &Declaration) -> Option<&'static str> {
    let Declaration { selector, property, value, .. } = declaration;
    let side = |word: &str| word == "left" || word == "right";
    if !property.starts_with("--") && property.split('-').any(side) {
        return Some("a physical side; name it by direction (inline-start, inline-end)");
    }
    if value.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').any(side) {
        return Some("a physical side as a value; name it by direction (start, end)");
    }
    if value.contains("!important") {
        return Some("!important; order the cascade layers instead");
    }
    let latin = [":lang(en)", ":lang(ru)"].iter().any(|lang| selector.contains(lang));
    if property == "letter-spacing" && !latin && !matches!(value.as_str(), "normal" | "0") {
        return Some(
            "letter-spacing that could reach Arabic; it cuts the joined letters (only under :lang(en), :lang(ru))",
        );
    }
    None
}
