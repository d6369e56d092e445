//! What pages load: the app, its loader, the style sheet and the fonts; and what the page of an article that lacks
//! something loads besides, the analyst and its worker. All by their final names.

use super::cut::PATIENCE;
use super::{Error, digest, files, squeeze, style};
use crate::text::Lang;
use std::path::{Path, PathBuf};

/// The loader's source. As in the worker's, the names of what it loads stand there without their digests.
const BOOT: &str = include_str!("boot.js");
/// The source of the analyst's worker.
const FINDINGS: &str = include_str!("findings.js");

/// The names of what pages load, from the root of the site.
#[derive(Clone, Debug, Default)]
pub struct Shipped {
    /// The style sheet.
    pub style: String,
    /// The module that starts the app.
    pub boot: String,
    /// The app's JavaScript half.
    pub js: String,
    /// The app's WebAssembly half.
    pub wasm: String,
    /// The script that loads the rest of the app, where it is cut apart.
    pub split: Option<String>,
    /// The script of the analyst's worker.
    pub findings: String,
    /// The fonts.
    fonts: Vec<String>,
}

impl Shipped {
    /// Takes what Trunk and the cut left in `dist`, and gives it its final names.
    pub fn take(template: &str, dist: &Path) -> Result<Self, Error> {
        let style = style::bundle(template, dist)?;
        let app = Program::take(dist, "app")?;
        let analyst = Program::take(dist, "analyst")?;
        let findings =
            write_script(dist, "findings", analyst.named_in(FINDINGS, "analyst").replace("{ PATIENCE }", PATIENCE))?;
        let boot = write_script(dist, "boot", app.named_in(BOOT, "app").replace("findings.js", &findings))?;
        let fonts = files::below(&dist.join("fonts"))?;
        let fonts = fonts.iter().map(|path| files::address(dist, path)).collect();
        Ok(Self { style, boot, js: app.js(), wasm: app.wasm(), split: app.split(dist), findings, fonts })
    }

    /// The fonts that the text of a language is set in whatever it says: to be fetched before the style sheet
    /// has been read.
    pub fn fonts_of(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let faces: &[&str] = match lang {
            Lang::Ar => &["naskh-arabic", "naskh-bold", "naskh-marks"],
            Lang::Ru => &["serif-cyrillic", "serif-latin"],
            Lang::En => &["serif-latin"],
        };
        let named = |face: &&str| {
            let is_it = |font: &&String| {
                let rest = font.strip_prefix("fonts/").and_then(|font| font.strip_prefix(*face));
                rest.and_then(|rest| rest.strip_prefix('-')).is_some_and(|rest| !rest.contains('-'))
            };
            self.fonts.iter().find(is_it).map(String::as_str)
        };
        faces.iter().filter_map(named)
    }
}

/// Writes a script under the digest of its bytes, and gives its name.
fn write_script(dist: &Path, name: &str, source: String) -> Result<String, Error> {
    let source = squeeze::script(&source);
    let name = format!("{name}-{}.js", digest::short(source.as_bytes()));
    files::write(&dist.join(&name), source)?;
    Ok(name)
}

/// A program as it was made: its JavaScript and its WebAssembly half, and what was cut off from them.
struct Program {
    /// What its files are called, up to where they differ.
    stem: String,
    /// And from there on.
    ends: Vec<String>,
}

impl Program {
    /// Names a program's files by the digest of all. Trunk's own names hold one of what the compiler made, which does
    /// not change with the tools that work on it afterwards; or none.
    fn take(dist: &Path, name: &'static str) -> Result<Self, Error> {
        let found = files::below(dist)?;
        let address = |path: &PathBuf| files::address(dist, path);
        let mut stems = found.iter().map(address).filter(|address| address.starts_with(name));
        let stem = stems.find_map(|address| address.strip_suffix("_bg.wasm").map(str::to_owned));
        let stem = stem.ok_or_else(|| Error::at(dist, format!("Trunk left no {name}*_bg.wasm")))?;
        let (js, inner) = (format!("{stem}.js"), format!("{stem}_"));
        let is_of_it = |path: &&PathBuf| address(path) == js || address(path).starts_with(&inner);
        let parts: Vec<&PathBuf> = found.iter().filter(is_of_it).collect();
        let mut all = Vec::new();
        for part in &parts {
            if files::has_extension(part, &["js"]) {
                files::write(part, squeeze::script(&files::read_text(part)?))?;
            }
            all.extend(files::read(part)?);
        }
        if !all.is_empty() && !dist.join(&js).exists() {
            return Err(Error::at(dist, format!("Trunk left no {js}")));
        }
        let final_stem = format!("{name}-{}", digest::short(&all));
        let ends = parts.iter().map(|part| address(part).replacen(&stem, "", 1)).collect();
        let program = Self { stem: final_stem, ends };
        for part in parts {
            if files::has_extension(part, &["js"]) {
                files::write(part, program.named_in(&files::read_text(part)?, &stem))?;
            }
            files::rename(part, &dist.join(address(part).replacen(&stem, &program.stem, 1)))?;
        }
        Ok(program)
    }

    /// A script that names the program's files by another stem, with the final one in it.
    fn named_in(&self, script: &str, stem: &str) -> String {
        let rename =
            |script: String, end: &String| script.replace(&format!("{stem}{end}"), &format!("{}{end}", self.stem));
        self.ends.iter().fold(script.to_owned(), rename)
    }

    /// The name of its JavaScript half.
    fn js(&self) -> String {
        format!("{}.js", self.stem)
    }

    /// The name of its WebAssembly half.
    fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.stem)
    }

    /// The name of what loads the rest, where there is a rest.
    fn split(&self, dist: &Path) -> Option<String> {
        Some(format!("{}_split.js", self.stem)).filter(|name| dist.join(name).exists())
    }
}
