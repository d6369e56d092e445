//! What stands beside the articles: the manifest by which the site is installed, the page for addresses that have
//! none, the colours of the browser's frame, and what an article's page says where its program does not start.

use crate::{built, files, text, values};
use std::collections::BTreeMap;
use std::fs;

/// The width and the height of a PNG, from its first chunk.
fn size_of(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| png.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    (png.get(12..16)? == b"IHDR").then_some((number(16)?, number(20)?))
}

/// Every icon that a list names is there, with the size that the list says.
fn icons_are_there(files: &BTreeMap<String, Vec<u8>>, list: &serde_json::Value) {
    for icon in list.as_array().unwrap() {
        let bytes = files.get(icon["src"].as_str().unwrap()).unwrap_or_else(|| panic!("{icon} is not there"));
        if icon["type"] == "image/png" {
            let (width, height) = size_of(bytes).unwrap();
            assert_eq!(icon["sizes"], format!("{width}x{height}"), "{icon}");
        }
    }
}

#[test]
fn the_manifest_says_what_is_installed() {
    let (site, _) = built("manifest");
    let files = files(&site.0);
    let manifest: serde_json::Value = serde_json::from_str(text(&files, "manifest.webmanifest")).unwrap();
    let rows = [
        ("lang", "ar"),
        ("dir", "rtl"),
        ("name", "سياق"),
        ("id", "./"),
        ("start_url", "./"),
        ("scope", "./"),
        ("display", "standalone"),
    ];
    for (key, value) in rows {
        assert_eq!(manifest[key], value, "{key}");
    }
    icons_are_there(&files, &manifest["icons"]);
    for purpose in ["any", "maskable"] {
        let icons = manifest["icons"].as_array().unwrap().iter();
        let sizes: Vec<_> = icons.filter(|icon| icon["purpose"] == purpose).map(|icon| icon["sizes"].clone()).collect();
        // What browsers ask for before they offer to install a site.
        for size in ["192x192", "512x512"] {
            assert!(sizes.iter().any(|one| one == size), "{purpose} {size}: {sizes:?}");
        }
    }
    let shortcuts = manifest["shortcuts"].as_array().unwrap();
    let library = shortcuts.iter().find(|one| one["url"] == "./").expect("a shortcut to the library");
    assert_eq!(library["name"], "المكتبة");
    icons_are_there(&files, &library["icons"]);
    let pages = files.keys().filter(|address| address.ends_with(".html") && *address != "404.html");
    for page in pages {
        let is_linked = values(text(&files, page), "href").iter().any(|href| href.ends_with("manifest.webmanifest"));
        assert!(is_linked, "{page}");
    }
}

/// Its address may be of any depth: whatever it named by a way of its own would be asked for where nothing is.
#[test]
fn the_page_for_lost_addresses_asks_for_nothing_by_itself() {
    let (site, _) = built("missing");
    let files = files(&site.0);
    let page = text(&files, "404.html");
    let hrefs: Vec<String> = values(page, "href").into_iter().filter(|href| href != "./").collect();
    assert_eq!(hrefs, ["data:,"], "an icon without bytes");
    assert!(values(page, "src").is_empty());
    let style = files.keys().find(|address| address.ends_with(".css")).unwrap();
    assert!(page.contains(&format!("new URL(\"{style}\", directory)")), "the root is where the style sheet is");
}

#[test]
fn an_articles_page_can_say_that_its_program_did_not_start() {
    let (site, _) = built("unstarted");
    let files = files(&site.0);
    for (lang, again) in [("ar", "إعادة المحاولة"), ("ru", "Повторить"), ("en", "Try again")] {
        let page = text(&files, &format!("kazakhstan-january-2022/{lang}/index.html"));
        let (_, notice) = page.split_once("<div id=\"unstarted\"").unwrap();
        let notice = notice.split("</div>").next().unwrap();
        assert!(notice.contains(&format!("href=\"\" class=\"retry\">{again}</a>")), "{lang}: {notice}");
        assert!(notice.contains("href=\"../../\""), "{lang}: {notice}");
        // The style sheet shows it by what stands before it.
        assert!(page.contains("<div id=\"notice\"></div><div id=\"unstarted\""), "{lang}");
    }
    // The script and the style sheet wait as long as one another.
    let boot = files.keys().find(|name| name.starts_with("boot-") && name.ends_with(".js")).unwrap();
    assert!(text(&files, boot).contains("setTimeout(fail, 20_000)"));
    let style = files.keys().find(|address| address.ends_with(".css")).unwrap();
    assert_eq!(text(&files, style).matches(" 0s 20s both").count(), 2);
}

/// The head names the paper's colours for the browser's own frame, and cannot read the style sheet.
#[test]
fn the_papers_of_the_head_are_those_of_the_style_sheet() {
    let tokens = fs::read_to_string("style/tokens.css").unwrap();
    let (site, _) = built("paper");
    let files = files(&site.0);
    let page = text(&files, "index.html");
    let papers = values(page, "content").into_iter().filter(|value| value.starts_with('#')).collect::<Vec<_>>();
    assert_eq!(papers.len(), 2);
    for paper in papers {
        assert!(tokens.contains(&format!("--paper: {paper};")), "{paper}");
    }
}
