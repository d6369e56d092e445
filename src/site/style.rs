//! The style sheet: Trunk's files in the order of its template, as one; and the fonts that it names.

use super::{Error, digest, files, squeeze};
use std::path::Path;

/// What every style sheet of the template is linked by.
const LINK: &str = "rel=\"css\" href=\"";

/// Where the fonts stand, from the root of the site.
const FONTS: &str = "fonts";

/// Makes one file of the style sheets that `template` links and Trunk left in `dist`; renames the fonts to hold
/// their digests, in the sheet as on the disk. Gives the name of the file.
pub fn bundle(template: &str, dist: &Path) -> Result<String, Error> {
    let mut sheet = String::new();
    for name in linked(template) {
        let path = staged(dist, name)?;
        sheet.push_str(&squeeze::style(&files::read_text(&path)?));
        files::remove(&path)?;
    }
    let sheet = name_fonts_by_digest(&sheet, dist)?;
    let name = format!("style-{}.css", digest::short(sheet.as_bytes()));
    files::write(&dist.join(&name), sheet)?;
    Ok(name)
}

/// The names of the style sheets, without directory and extension, in their order.
fn linked(template: &str) -> impl Iterator<Item = &str> {
    let links = template.split(LINK).skip(1);
    links.filter_map(|link| link.split('"').next()?.rsplit('/').next()?.strip_suffix(".css"))
}

/// The file that Trunk made of the style sheet `name`: it puts a digest behind the name.
fn staged(dist: &Path, name: &str) -> Result<std::path::PathBuf, Error> {
    let is_it = |file: &str| {
        let rest = file.strip_prefix(name).and_then(|rest| rest.strip_suffix(".css"));
        rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(is_hex))
    };
    let found = files::below(dist)?;
    let found = found.into_iter().find(|path| is_it(&files::address(dist, path)));
    found.ok_or_else(|| Error::new(format!("Trunk left no style sheet for {name}.css")))
}

fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Puts the digest of every font into its name, so that a page never gets the bytes of another version.
fn name_fonts_by_digest(sheet: &str, dist: &Path) -> Result<String, Error> {
    let mut sheet = sheet.to_owned();
    for path in files::below(&dist.join(FONTS))? {
        let address = files::address(dist, &path);
        let Some(stem) = address.strip_suffix(".woff2") else { continue };
        let named = format!("{stem}-{}.woff2", digest::short(&files::read(&path)?));
        files::rename(&path, &dist.join(&named))?;
        sheet = sheet.replace(&address, &named);
    }
    Ok(sheet)
}
