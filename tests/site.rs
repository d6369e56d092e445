//! The site as it is written: built into a directory of the test's own, from the real pages, styles and fonts
//! and an app of a few bytes.

#![allow(clippy::case_sensitive_file_extension_comparisons)] // The names of a built site, all in lower case.

#[path = "site/parts.rs"]
mod parts;

use siyaq::site::{Built, Error, Load, Options, Profile, build, measure};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A directory that is removed with its owner.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("siyaq-site-{}-{name}", std::process::id()));
        _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// The app's scripts: its own, and what loads the rest.
const APP: &str = include_str!("fixtures/cut/app.js");
const SPLIT: &str = include_str!("fixtures/cut/split.js");

/// What Trunk and the cut leave, as far as the step after it reads it.
fn stage(dist: &Path) {
    copy(Path::new("public"), dist);
    for entry in fs::read_dir("style").unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        fs::copy(&path, dist.join(format!("{stem}-0123456789abcdef.css"))).unwrap();
    }
    let app = |end: &str| dist.join(format!("app-0123456789abcdef{end}"));
    fs::write(app(".js"), APP).unwrap();
    fs::write(app("_split.js"), SPLIT).unwrap();
    for part in ["_bg", "_more", "_notes", "_shared-3"] {
        fs::write(app(&format!("{part}.wasm")), b"\0asm\x01\0\0\0").unwrap();
    }
    fs::write(dist.join("analyst.js"), "export default async function init() {}\nexport function analyse() {}\n")
        .unwrap();
    fs::write(dist.join("analyst_bg.wasm"), b"\0asm\x01\0\0\0").unwrap();
    fs::write(dist.join("index.html"), "<body><script>reload()</script></body>").unwrap();
}

fn build_in(dist: &Path, profile: Profile) -> Result<Built, Error> {
    build(&Options { source: PathBuf::from("."), dist: dist.to_owned(), profile })
}

/// A whole site.
fn built(name: &str) -> (Scratch, Built) {
    let scratch = Scratch::new(name);
    stage(&scratch.0);
    let built = build_in(&scratch.0, Profile::Release).unwrap();
    (scratch, built)
}

/// Every file by its address.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(address, bytes)| (format!("{name}/{address}"), bytes)));
        } else {
            found.insert(name, fs::read(&path).unwrap());
        }
    }
    found
}

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, address: &str) -> &'a str {
    std::str::from_utf8(files.get(address).unwrap_or_else(|| panic!("no {address}"))).unwrap()
}

/// The values of an attribute in a page, with the entities that stand in addresses undone.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let before = format!(" {attribute}=\"");
    let found = html.split(&before).skip(1);
    found.filter_map(|rest| rest.split('"').next()).map(|value| value.replace("&amp;", "&")).collect()
}

/// An address in a page, as one from the root; nothing for places of the page itself and other hosts.
fn resolved(page: &str, href: &str) -> Option<String> {
    let path = href
        .split(['#', '?'])
        .next()
        .filter(|path| !path.is_empty() && !path.contains("://") && !path.starts_with("data:"))?;
    let mut parts: Vec<&str> = page.rsplit_once('/').map_or(Vec::new(), |(dir, _)| dir.split('/').collect());
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => _ = parts.pop().unwrap_or_else(|| panic!("{href} in {page} leaves the site")),
            part => parts.push(part),
        }
    }
    let address = parts.join("/");
    Some(if path.ends_with('/') { format!("{address}/index.html").trim_start_matches('/').to_owned() } else { address })
}

fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &str)> {
    let pages = files.keys().filter(|address| address.ends_with(".html"));
    pages.map(|address| (address.as_str(), text(files, address)))
}

#[test]
fn the_same_files_give_the_same_site() {
    let (one, built_one) = built("same-1");
    let (two, built_two) = built("same-2");
    assert_eq!(built_one, built_two);
    let (one, two) = (files(&one.0), files(&two.0));
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (address, bytes) in &one {
        assert!(Some(bytes) == two.get(address), "{address} differs");
    }
}

#[test]
fn every_address_in_a_page_is_there_and_relative() {
    let (site, _) = built("addresses");
    let files = files(&site.0);
    for (page, html) in pages(&files) {
        for href in values(html, "href").into_iter().chain(values(html, "src")) {
            assert!(!href.starts_with('/'), "{page}: {href} is not relative");
            if let Some(address) = resolved(page, &href) {
                assert!(files.contains_key(&address), "{page}: {href} is not there");
            }
        }
    }
    let style = files.keys().find(|address| address.ends_with(".css")).unwrap();
    for font in text(&files, style).split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(files.contains_key(font.trim_matches('"')), "{style}: {font} is not there");
    }
    assert_eq!(files.keys().filter(|address| address.ends_with(".css")).count(), 1, "one style sheet");
    assert!(!files.keys().any(|address| address.ends_with(".md")), "notes are not published");
}

#[test]
fn pages_say_what_they_are() {
    let (site, built) = built("say");
    let files = files(&site.0);
    let page = text(&files, "kazakhstan-january-2022/ar/index.html");
    let version = &built.version;
    assert_eq!(version.len(), 16);
    for expected in [
        format!("<html lang=\"ar\" dir=\"rtl\" data-page=\"article\" data-root=\"../../\" data-version=\"{version}\""),
        "data-id=\"kazakhstan-january-2022\" data-article=\"ar\"".into(),
        "<link rel=\"alternate\" hreflang=\"ru\" href=\"../ru/\">".into(),
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"../ar/\">".into(),
        "<meta property=\"og:type\" content=\"article\">".into(),
        "<meta property=\"article:published_time\" content=\"2022-01-10\">".into(),
        "<meta name=\"theme-color\" content=\"#fbfaf6\" media=\"(prefers-color-scheme: light)\">".into(),
    ] {
        assert!(page.contains(&expected), "{expected}");
    }
    for (lang, font) in [("ar", "naskh-arabic"), ("ru", "serif-cyrillic"), ("en", "serif-latin")] {
        let page = text(&files, &format!("kazakhstan-january-2022/{lang}/index.html"));
        let preloaded = page.lines().filter(|line| line.contains("as=\"font\"")).collect::<String>();
        assert!(preloaded.contains(&format!("fonts/{font}-")), "{lang}: {preloaded}");
        assert!(!preloaded.contains("-more"), "{lang}: {preloaded}");
    }
    assert!(text(&files, "index.html").contains("data-page=\"library\""));
    assert!(text(&files, "404.html").contains("data-page=\"missing\""));
}

#[test]
fn the_policy_allows_what_stands_in_the_page_and_nothing_else() {
    let (site, _) = built("policy");
    let files = files(&site.0);
    for (page, html) in pages(&files) {
        let policy = html.split("Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
        let policy = policy.unwrap_or_else(|| panic!("{page} has no policy"));
        for needed in
            ["default-src 'none'", "base-uri 'none'", "require-trusted-types-for 'script'", "style-src 'self';"]
        {
            assert!(policy.contains(needed), "{page}: {needed}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"), "{page}: {policy}");
        let inline = html.split("<script").skip(1).filter(|rest| !rest.split('>').next().unwrap().contains("src="));
        assert_eq!(policy.matches("sha256-").count(), inline.count(), "{page}: a digest for each inline script");
        let before = html.find("Content-Security-Policy").unwrap();
        assert!(html.find("<script").is_none_or(|script| before < script), "{page}: the policy comes first");
    }
}

/// The digests that the worker keeps the site by.
fn kept(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let worker = text(files, "sw.js");
    let list = worker.split("const FILES = ").nth(1).and_then(|rest| rest.split(";\n").next()).unwrap();
    serde_json::from_str(list).unwrap()
}

#[test]
fn the_worker_keeps_every_file_by_its_digest() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let (site, built) = built("worker");
    let files = files(&site.0);
    let kept = kept(&files);
    assert!(text(&files, "sw.js").starts_with(&format!("const VERSION = \"{}\";\n", built.version)));
    for (address, bytes) in &files {
        if address == "sw.js" || address.ends_with(".br") || address.ends_with(".gz") {
            assert!(!kept.contains_key(address), "{address} is kept");
            continue;
        }
        let address = if address == "index.html" { "./" } else { address.trim_end_matches("index.html") };
        let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(bytes));
        assert_eq!(kept.get(address), Some(&format!("sha256-{digest}")), "{address}");
    }
    let whole = files.keys().filter(|address| !address.ends_with(".br") && !address.ends_with(".gz")).count();
    assert_eq!(kept.len(), whole - 1, "all but the worker");
}

#[test]
fn another_byte_is_another_version() {
    let (_one, before) = built("version-1");
    let scratch = Scratch::new("version-2");
    stage(&scratch.0);
    fs::write(scratch.0.join("app-0123456789abcdef_bg.wasm"), b"\0asm\x01\0\0\x01").unwrap();
    let after = build_in(&scratch.0, Profile::Release).unwrap();
    assert_ne!(before.version, after.version);
}

#[test]
fn compressed_copies_are_of_the_final_files() {
    let (site, _) = built("copies");
    let files = files(&site.0);
    let mut copies = 0;
    for (address, bytes) in &files {
        let mut whole = Vec::new();
        let original = if let Some(original) = address.strip_suffix(".br") {
            brotli::Decompressor::new(bytes.as_slice(), 4096).read_to_end(&mut whole).unwrap();
            original
        } else if let Some(original) = address.strip_suffix(".gz") {
            flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut whole).unwrap();
            original
        } else {
            continue;
        };
        assert!(files.get(original) == Some(&whole), "{address}");
        copies += 1;
    }
    assert!(copies > 20, "{copies}");
    for text in [".html", ".js", ".css", ".json", ".wasm", ".svg", ".webmanifest"] {
        assert!(files.keys().any(|address| address.ends_with(&format!("{text}.br"))), "{text}");
    }
}

#[test]
fn the_loop_of_development_has_pages_and_no_worker() {
    let scratch = Scratch::new("dev");
    stage(&scratch.0);
    let profile = Profile::of_trunk("debug", &scratch.0).unwrap();
    assert_eq!(profile, Profile::Dev { reload: "reload()".into() });
    let built = build_in(&scratch.0, profile).unwrap();
    assert_eq!(built.version, "");
    let files = files(&scratch.0);
    assert!(!files.keys().any(|address| address == "sw.js" || address.ends_with(".br")));
    let page = text(&files, "kazakhstan-january-2022/en/index.html");
    assert!(page.contains("data-version=\"\"") && page.contains("<script>reload()</script>"));
    // Trunk's server puts its address into the script as it sends it: a digest of it allowed nothing, and the
    // browser refused to reload.
    assert!(page.contains("'unsafe-inline'; style-src") && !page.contains("sha256-"));
}

#[test]
fn the_lists_are_published() {
    let (site, _) = built("lists");
    let files = files(&site.0);
    let index: serde_json::Value = serde_json::from_str(text(&files, "articles/index.json")).unwrap();
    let articles = index["articles"].as_array().unwrap();
    assert!(articles.iter().any(|entry| entry["id"] == "kazakhstan-january-2022" && entry["lang"] == "ru"));
    let schema: serde_json::Value = serde_json::from_str(text(&files, "article.schema.json")).unwrap();
    assert_eq!(schema["properties"]["articleBody"]["type"], "string");
}

/// Who reads without the app sees what was found; an article that lacks nothing has nothing of the kind.
#[test]
fn what_an_article_lacks_stands_in_its_page() {
    let (site, _) = built("found");
    let files = files(&site.0);
    for lang in ["ar", "ru", "en"] {
        let page = text(&files, &format!("invented-sample/{lang}/index.html"));
        for part in
            ["class=\"event\"", "data-origin=\"found\"", "class=\"quotation\"", "class=\"found-head\"", "<details>"]
        {
            assert!(page.contains(part), "{lang}: {part}");
        }
        let page = text(&files, &format!("kazakhstan-january-2022/{lang}/index.html"));
        assert!(!page.contains("data-origin") && !page.contains("<details>"), "{lang}");
    }
}

/// The page's policy lets no address of a script through but the worker's, and that by its whole name.
#[test]
fn the_analyst_is_named_by_its_digest() {
    let (site, _) = built("analyst");
    let files = files(&site.0);
    let worker = files.keys().find(|name| name.starts_with("findings-") && name.ends_with(".js")).unwrap();
    let boot = files.keys().find(|name| name.starts_with("boot-") && name.ends_with(".js")).unwrap();
    assert!(text(&files, boot).contains(&format!("new URL(\"{worker}\", import.meta.url)")));
    for part in ["from \"./analyst-", "new URL(\"analyst-"] {
        assert!(text(&files, worker).contains(part), "{part}");
    }
    for (page, html) in pages(&files) {
        let is_article = html.contains("data-page=\"article\"");
        assert_eq!(html.contains(&format!("data-analyst=\"{worker}\"")), is_article, "{page}");
        assert!(!html.contains("analyst-"), "{page} loads the analyst by itself");
    }
}

#[test]
fn the_parts_of_the_app_are_named_by_their_digest() {
    let (site, _) = built("parts");
    let files = files(&site.0);
    let js = files.keys().find(|name| name.starts_with("app-") && name.ends_with(".js")).unwrap();
    let stem = js.trim_end_matches("_split.js").trim_end_matches(".js");
    assert_ne!(stem, "app-0123456789abcdef");
    for (script, names) in [(".js", &["_split.js"] as &[&str]), ("_split.js", &[".js", "_more.wasm"])] {
        for name in names {
            let named = format!("\"./{stem}{name}\"");
            assert!(text(&files, &format!("{stem}{script}")).contains(&named), "{named} in {script}");
            assert!(files.contains_key(&format!("{stem}{name}")), "{named}");
        }
    }
    assert!(text(&files, &format!("{stem}.js")).contains("\"./app_bg.js\": {}, \"./__wasm_split.js\": import1"));
    for (page, html) in pages(&files) {
        let loads = html.contains(&format!("{stem}_split.js")) && html.contains(&format!("{stem}_bg.wasm"));
        assert_eq!(loads, !html.contains("data-page=\"missing\""), "{page}");
        assert!(
            !html.contains("_more") && !html.contains("_notes") && !html.contains("_shared"),
            "{page} loads what is for later"
        );
    }
}

#[test]
fn weighs_what_a_page_loads() {
    let (site, _) = built("size");
    let measured = measure(&site.0).unwrap();
    let of =
        |load| measured.iter().filter(|file| file.load == load).map(|file| file.address.as_str()).collect::<Vec<_>>();
    assert_eq!(of(Load::Page).len(), 5, "{measured:?}");
    for load in [Load::More, Load::Notes, Load::Shared] {
        assert_eq!(of(load).len(), 1, "{measured:?}");
    }
    assert_eq!(of(Load::Findings).len(), 3, "{measured:?}");
    assert_eq!(of(Load::Keeping), ["sw.js"]);
    assert!(measured.iter().all(|file| file.compressed > 0));
    assert!(measure(Path::new("style/nowhere")).is_err());
}

#[test]
fn nothing_is_built_of_an_article_with_errors() {
    for articles in ["bad", "site/public/articles"] {
        let scratch = Scratch::new("bad");
        let dist = scratch.0.join("dist");
        stage(&dist);
        let source = scratch.0.join("source");
        copy(&Path::new("tests/fixtures/check").join(articles), &source.join("public/articles"));
        fs::copy("index.html", source.join("index.html")).unwrap();
        let refused = build(&Options { source, dist: dist.clone(), profile: Profile::Release });
        assert!(refused.unwrap_err().to_string().contains("errors"), "{articles}");
        assert!(!files(&dist).keys().any(|address| address == "404.html" || address == "sw.js"), "{articles}");
    }
}
