//! A page as a file: the head that search engines, previews and the browser read, around the components' body.

use super::policy::{NO_ICON, policy};
use super::shipped::Shipped;
use super::{Checked, Error, Profile, squeeze};
use crate::article::Article;
use crate::text::{Direction, Lang, escaped, fingerprint, without_controls};
use std::fmt::Write;

/// The paper of both colour schemes, as the style sheet has it; the browser paints its own frame with them.
const PAPER: [(&str, &str); 2] = [("light", "#fbfaf6"), ("dark", "#171613")];

/// The characters of a description that search engines and previews show.
const DESCRIPTION: usize = 200;

/// Where the policy is put once the page is complete.
const POLICY: &str = "{{policy}}";

/// What stands in a page's head, and around its body.
#[derive(Debug, Default)]
pub struct Page {
    /// The attributes of `<html>`, behind a blank.
    attributes: String,
    /// The head's own lines.
    head: String,
    /// The way to the root of the site.
    root: String,
}

/// An article in another language: its tag, and the way to it.
pub struct Alternate<'a> {
    /// The BCP 47 tag.
    pub tag: &'a str,
    /// Relative to the page.
    pub href: &'a str,
}

impl Page {
    /// The page of an article.
    pub fn of_article(checked: &Checked, alternates: &[Alternate], version: &str, shipped: &Shipped) -> Self {
        let article = &checked.article;
        let mut page = Self::new("article", &article.tag, article.direction(), "../../", version);
        _ = write!(page.attributes, " data-analyst=\"{}\"", shipped.findings);
        _ = write!(page.attributes, " data-source=\"{}\"", fingerprint(&[&checked.source]));
        _ = write!(page.attributes, " data-id=\"{}\" data-article=\"{}\"", article.id, escaped(&article.tag));
        let title = if article.publisher.is_empty() {
            article.headline.clone()
        } else {
            format!("{} — {}", article.headline, article.publisher)
        };
        page.title(&title, &description(article));
        page.meta("property", "og:type", "article");
        page.meta("property", "og:title", &article.headline);
        page.meta("property", "og:locale", &article.tag.replace('-', "_"));
        if !article.publisher.is_empty() {
            page.meta("property", "og:site_name", &article.publisher);
        }
        if let Some(day) = article.published {
            page.meta("property", "article:published_time", &day.to_string());
        }
        for alternate in alternates {
            page.alternate(alternate.tag, alternate.href);
        }
        if let Some(first) = alternates.first() {
            page.alternate("x-default", first.href);
        }
        let json = format!("../../articles/{}.{}.json", article.id, article.tag);
        page.line(&format!("<link rel=\"alternate\" type=\"application/json\" href=\"{}\">", escaped(&json)));
        page
    }

    /// The library.
    pub fn of_library(version: &str) -> Self {
        let mut page = Self::new("library", Lang::Ar.tag(), Direction::Rtl, "./", version);
        page.title("سياق", "قارئٌ للأخبار التي تحتاج إلى تحقّق: ما الذي يُقال إنه حدث ومتى، ومن قال ماذا.");
        page.meta("property", "og:type", "website");
        page.meta("property", "og:title", "سياق · Siyaq");
        page
    }

    fn new(kind: &str, lang: &str, direction: Direction, root: &str, version: &str) -> Self {
        let attributes = format!(
            " lang=\"{}\" dir=\"{}\" data-page=\"{kind}\" data-root=\"{root}\" data-version=\"{version}\"",
            escaped(lang),
            direction.html()
        );
        Self { attributes, head: String::new(), root: root.to_owned() }
    }

    fn line(&mut self, line: &str) {
        self.head.push_str(line);
        self.head.push('\n');
    }

    /// Browsers and previews show these as plain text beside their own, so they go without controls that turn a line.
    fn title(&mut self, title: &str, description: &str) {
        self.line(&format!("<title>{}</title>", escaped(&without_controls(title))));
        if !description.is_empty() {
            self.meta("name", "description", description);
            self.meta("property", "og:description", description);
        }
    }

    fn meta(&mut self, key: &str, name: &str, content: &str) {
        self.line(&format!("<meta {key}=\"{name}\" content=\"{}\">", escaped(&without_controls(content))));
    }

    fn alternate(&mut self, tag: &str, href: &str) {
        let (tag, href) = (escaped(tag), escaped(href));
        self.line(&format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\">"));
    }

    /// What the page loads, the earliest needed first.
    fn loads(&mut self, shipped: &Shipped, lang: Lang) {
        let root = self.root.clone();
        for font in shipped.fonts_of(lang) {
            self.line(&format!(
                "<link rel=\"preload\" href=\"{root}{font}\" as=\"font\" type=\"font/woff2\" crossorigin>"
            ));
        }
        self.line(&format!("<link rel=\"stylesheet\" href=\"{root}{}\">", shipped.style));
        for script in shipped.split.iter().chain([&shipped.js]) {
            self.line(&format!("<link rel=\"modulepreload\" href=\"{root}{script}\">"));
        }
        self.line(&format!(
            "<link rel=\"preload\" href=\"{root}{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>",
            shipped.wasm
        ));
        self.line(&format!("<script type=\"module\" src=\"{root}{}\"></script>", shipped.boot));
        self.line(&format!("<link rel=\"manifest\" href=\"{root}manifest.webmanifest\">"));
        self.line(&format!("<link rel=\"icon\" href=\"{root}icons/siyaq.svg\" type=\"image/svg+xml\">"));
        self.line(&format!("<link rel=\"apple-touch-icon\" href=\"{root}icons/siyaq-180.png\">"));
    }

    /// The whole file.
    pub fn with_body(mut self, body: &str, shipped: &Shipped, lang: Lang, profile: &Profile) -> Result<String, Error> {
        self.loads(shipped, lang);
        self.around(body, profile)
    }

    /// The file of the page for addresses that have none. It does not know how deep it stands, so it loads
    /// nothing by itself: its script finds the root by the style sheet, and with it the library and the icon.
    pub fn missing(body: &str, shipped: &Shipped, version: &str, profile: &Profile) -> Result<String, Error> {
        let mut page = Self::new("missing", Lang::Ar.tag(), Direction::Rtl, "", version);
        page.line("<title>404 — سياق</title>");
        page.meta("name", "robots", "noindex");
        page.line(NO_ICON);
        let script = squeeze::script(MISSING).replace("style.css", &shipped.style);
        page.around(&format!("{body}\n<script type=\"module\">\n{script}</script>"), profile)
    }

    fn around(self, body: &str, profile: &Profile) -> Result<String, Error> {
        refuse_inline_style(body)?;
        let mut colours = String::new();
        for (scheme, paper) in PAPER {
            _ = writeln!(
                colours,
                "<meta name=\"theme-color\" content=\"{paper}\" media=\"(prefers-color-scheme: {scheme})\">"
            );
        }
        let reload = profile.reload_script();
        let html = format!(
            "<!doctype html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n{colours}{}</head>\n<body>\n{body}\n{reload}</body>\n</html>\n",
            self.attributes, self.head
        );
        let policy = policy(&html, profile);
        Ok(html.replacen(POLICY, &policy, 1))
    }
}

/// The script of the page for addresses that have none.
const MISSING: &str = include_str!("missing.js");

/// The policy lets no `style` attribute through; better told here than by a page without its layout.
fn refuse_inline_style(body: &str) -> Result<(), Error> {
    match body.split_once(" style=\"") {
        Some((_, rest)) => {
            let style = rest.split('"').next().unwrap_or_default();
            Err(Error::new(format!("a component writes the style attribute “{style}”, which the policy forbids")))
        }
        None => Ok(()),
    }
}

/// What a preview says of an article: the sentence under the headline, else the beginning of the text.
fn description(article: &Article) -> String {
    let first = article.blocks.iter().find(|block| block.number().is_some());
    let text = if article.standfirst.is_empty() {
        first.map(|block| block.span.of(&article.body)).unwrap_or_default()
    } else {
        &article.standfirst
    };
    shortened(text)
}

/// A text on one line, cut between words where it is long.
fn shortened(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.chars().count() + word.chars().count() >= DESCRIPTION {
            out.push('…');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
