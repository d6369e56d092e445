//! What every page loads: the app, its loader, the style sheet and the fonts, by their final names.

use super::{Error, digest, files, squeeze, style};
use crate::text::Lang;
use std::path::{Path, PathBuf};

/// The loader's source; the names of the app's files stand in it as [`JS`] and [`WASM`].
const BOOT: &str = include_str!("boot.js");
const JS: &str = "app.js";
const WASM: &str = "app_bg.wasm";

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
    /// The fonts.
    fonts: Vec<String>,
}

impl Shipped {
    /// Takes what Trunk left in `dist`, and gives it its final names.
    pub fn take(template: &str, dist: &Path) -> Result<Self, Error> {
        let style = style::bundle(template, dist)?;
        let (js, wasm) = name_app_by_digest(dist)?;
        let source = squeeze::script(BOOT).replace(JS, &js).replace(WASM, &wasm);
        let boot = format!("boot-{}.js", digest::short(source.as_bytes()));
        files::write(&dist.join(&boot), source)?;
        let fonts = files::below(&dist.join("fonts"))?;
        let fonts = fonts.iter().map(|path| files::address(dist, path)).collect();
        Ok(Self { style, boot, js, wasm, fonts })
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

/// Names the app's two files by the digest of both. Trunk's own names hold one of what the compiler made, which
/// does not change with the tools that work on it afterwards.
fn name_app_by_digest(dist: &Path) -> Result<(String, String), Error> {
    let (js, wasm) = (app_file(dist, ".js")?, app_file(dist, "_bg.wasm")?);
    let script = squeeze::script(&files::read_text(&js)?);
    files::write(&js, &script)?;
    let mut both = script.into_bytes();
    both.extend(files::read(&wasm)?);
    let stem = format!("app-{}", digest::short(&both));
    let names = (format!("{stem}.js"), format!("{stem}_bg.wasm"));
    files::rename(&js, &dist.join(&names.0))?;
    files::rename(&wasm, &dist.join(&names.1))?;
    Ok(names)
}

fn app_file(dist: &Path, suffix: &str) -> Result<PathBuf, Error> {
    let is_it = |path: &PathBuf| {
        let address = files::address(dist, path);
        address.starts_with("app") && address.ends_with(suffix)
    };
    let found = files::below(dist)?.into_iter().find(is_it);
    found.ok_or_else(|| Error::at(dist, format!("Trunk left no app*{suffix}")))
}
