//! The built site: where it is, what its articles say, and changed copies of it.

use crate::{Failure, Told};
use serde_json::Value;
use siyaq::site::{Options, Profile, build};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub const LANGUAGES: [&str; 3] = ["ar", "ru", "en"];

/// The site under test: `SIYAQ_DIST`, or `dist`.
pub fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join(std::env::var_os("SIYAQ_DIST").unwrap_or_else(|| "dist".into()))
}

/// The article that the journeys read: the first that the library has in all three languages.
pub fn identifier() -> &'static str {
    static IDENTIFIER: OnceLock<String> = OnceLock::new();
    IDENTIFIER.get_or_init(|| {
        let text = fs::read_to_string(folder().join("articles/index.json")).unwrap_or_default();
        let index: Value = serde_json::from_str(&text).unwrap_or_default();
        let articles = index["articles"].as_array().cloned().unwrap_or_default();
        let has = |id: &Value, lang: &str| articles.iter().any(|one| one["id"] == *id && one["lang"] == lang);
        let found = articles.iter().map(|one| &one["id"]).find(|id| LANGUAGES.iter().all(|lang| has(id, lang)));
        found.and_then(Value::as_str).unwrap_or_default().to_owned()
    })
}

/// The path of the article in a language.
pub fn path(lang: &str) -> String {
    format!("{}/{lang}/", identifier())
}

/// The path of the article's data.
pub fn data_path(lang: &str) -> String {
    format!("articles/{}.{lang}.json", identifier())
}

/// The article as its file has it.
pub fn article(lang: &str) -> Told<Value> {
    let file = folder().join(data_path(lang));
    let text = fs::read_to_string(&file).map_err(|why| Failure(format!("{}: {why}", file.display())))?;
    serde_json::from_str(&text).map_err(|why| Failure(format!("{}: {why}", file.display())))
}

/// The article that nobody has marked up.
const SAMPLE: &str = "invented-sample";

/// The path of the sample in a language.
pub fn sample_path(lang: &str) -> String {
    format!("{SAMPLE}/{lang}/")
}

/// The path of the sample's data.
pub fn sample_data_path(lang: &str) -> String {
    format!("articles/{SAMPLE}.{lang}.json")
}

/// The sample as its file has it.
pub fn sample(lang: &str) -> Told<Value> {
    let text = fs::read_to_string(folder().join(sample_data_path(lang)))?;
    Ok(serde_json::from_str(&text)?)
}

/// The path of a file that is named by its digest.
pub fn file(start: &str, end: &str) -> Told<String> {
    let names = fs::read_dir(folder())?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let found = names.into_iter().find(|name| name.starts_with(start) && name.ends_with(end));
    found.ok_or_else(|| Failure(format!("the site has no {start}…{end}")))
}

/// The direction of a language.
pub fn direction(lang: &str) -> &'static str {
    if lang == "ar" { "rtl" } else { "ltr" }
}

/// A list of the article's; empty where there is none.
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A text of the article's; empty where there is none.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The one of a list with this id.
pub fn by_id<'a>(value: &'a Value, key: &str, id: &str) -> Told<&'a Value> {
    let found = list(value, key).iter().find(|one| one["id"] == id);
    found.ok_or_else(|| Failure(format!("the article has no {id} among its {key}")))
}

/// Builds the site anew with changed articles, by the tool itself, from what Trunk made of the one under test.
pub fn rebuilt(name: &str, profile: Profile, change: impl Fn(&mut Value)) -> Told<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let place = crate::results().join(format!("site-{name}"));
    let (source, dist) = (place.join("source"), place.join("dist"));
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    fs::create_dir_all(&source)?;
    copy(&root.join("index.html"), &source.join("index.html"))?;
    copy(&root.join("public"), &source.join("public"))?;
    copy(&root.join("public"), &dist)?;
    copy(&root.join("style"), &dist)?;
    for file in app_files()? {
        copy(&file, &dist.join(file.file_name().unwrap_or_default()))?;
    }
    for lang in LANGUAGES {
        let mut changed = article(lang)?;
        change(&mut changed);
        for place in [source.join("public"), dist.clone()] {
            fs::write(place.join(data_path(lang)), serde_json::to_string_pretty(&changed)?)?;
        }
    }
    build(&Options { source, dist: dist.clone(), profile })?;
    Ok(dist)
}

/// The app's two files and the analyst's, as they were built.
pub fn app_files() -> Told<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder())? {
        let path = entry?.path();
        let named = |start: &str| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start));
        let is_app = named("app-") || named("analyst-");
        if is_app && path.extension().is_some_and(|kind| kind == "js" || kind == "wasm") {
            found.push(path);
        }
    }
    Ok(found)
}

/// Copies a file, or all that is in a directory.
fn copy(from: &Path, to: &Path) -> Told {
    if from.is_file() {
        fs::copy(from, to)?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}
