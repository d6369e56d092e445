//! What pages load: the app, its loader, the style sheet and the fonts; and what the page of an article that lacks
//! something loads besides, the analyst and its worker. All by their final names.

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
    /// The script of the analyst's worker.
    pub findings: String,
    /// The fonts.
    fonts: Vec<String>,
}

impl Shipped {
    /// Takes what Trunk left in `dist`, and gives it its final names.
    pub fn take(template: &str, dist: &Path) -> Result<Self, Error> {
        let style = style::bundle(template, dist)?;
        let app = Program::take(dist, "app")?;
        let analyst = Program::take(dist, "analyst")?;
        let findings = write_script(dist, "findings", analyst.named_in(FINDINGS))?;
        let boot = write_script(dist, "boot", app.named_in(BOOT).replace("findings.js", &findings))?;
        let fonts = files::below(&dist.join("fonts"))?;
        let fonts = fonts.iter().map(|path| files::address(dist, path)).collect();
        Ok(Self { style, boot, js: app.js, wasm: app.wasm, findings, fonts })
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

/// What Trunk made of a program.
struct Program {
    /// What Trunk called it.
    name: &'static str,
    /// The name of its JavaScript half.
    js: String,
    /// The name of its WebAssembly half.
    wasm: String,
}

impl Program {
    /// Names a program's two files by the digest of both. Trunk's own names hold one of what the compiler made, which
    /// does not change with the tools that work on it afterwards; or none.
    fn take(dist: &Path, name: &'static str) -> Result<Self, Error> {
        let (js, wasm) = (file_of(dist, name, ".js")?, file_of(dist, name, "_bg.wasm")?);
        let script = squeeze::script(&files::read_text(&js)?);
        files::write(&js, &script)?;
        let mut both = script.into_bytes();
        both.extend(files::read(&wasm)?);
        let stem = format!("{name}-{}", digest::short(&both));
        let program = Self { name, js: format!("{stem}.js"), wasm: format!("{stem}_bg.wasm") };
        files::rename(&js, &dist.join(&program.js))?;
        files::rename(&wasm, &dist.join(&program.wasm))?;
        Ok(program)
    }

    /// A script that names the program as Trunk does, with the final names in it.
    fn named_in(&self, script: &str) -> String {
        let wasm = script.replace(&format!("{}_bg.wasm", self.name), &self.wasm);
        wasm.replace(&format!("{}.js", self.name), &self.js)
    }
}

fn file_of(dist: &Path, name: &str, suffix: &str) -> Result<PathBuf, Error> {
    let is_it = |path: &PathBuf| {
        let address = files::address(dist, path);
        address.starts_with(name) && address.ends_with(suffix)
    };
    let found = files::below(dist)?.into_iter().find(is_it);
    found.ok_or_else(|| Error::at(dist, format!("Trunk left no {name}*{suffix}")))
}
