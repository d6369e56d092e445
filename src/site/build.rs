//! The one step after Trunk.

use super::check::ARTICLES;
use super::page::{Alternate, Page};
use super::shipped::Shipped;
use super::{Checked, Error, check, compress, files, library, schema, worker};
use crate::annotate;
use crate::article::Article;
use crate::text::Lang;
use crate::ui::{Translation, article_html, library_html, missing_html};
use std::path::{Path, PathBuf};

/// What kind of site is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Profile {
    /// The whole site, to be published.
    Release,
    /// Pages only, for `trunk serve`, with the script by which it reloads them.
    Dev {
        /// The script's code.
        reload: String,
    },
}

impl Profile {
    /// The profile that Trunk names. In the loop of development, Trunk leaves the reloading script in the one page
    /// that it makes.
    pub fn of_trunk(name: &str, dist: &Path) -> Result<Self, Error> {
        if name == "release" {
            return Ok(Self::Release);
        }
        let page = files::read_text(&dist.join("index.html"))?;
        let script = page.rsplit_once("<script>").and_then(|(_, rest)| rest.split_once("</script>"));
        Ok(Self::Dev { reload: script.map_or_else(String::new, |(code, _)| code.to_owned()) })
    }

    /// The element that reloads a page while one works on it.
    pub(super) fn reload_script(&self) -> String {
        match self {
            Self::Release => String::new(),
            Self::Dev { reload } => format!("<script>{reload}</script>\n"),
        }
    }
}

/// What is built from what.
#[derive(Clone, Debug)]
pub struct Options {
    /// The directory that holds `index.html` and `public/`.
    pub source: PathBuf,
    /// Where Trunk left its files, and the site is to stand.
    pub dist: PathBuf,
    /// What kind of site.
    pub profile: Profile,
}

/// What was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// How many articles.
    pub articles: usize,
    /// The version; empty in the loop of development.
    pub version: String,
}

impl Built {
    /// The version, or that there is none.
    pub fn version_in_words(&self) -> &str {
        if self.version.is_empty() { "none (pages only)" } else { &self.version }
    }
}

/// Builds the site from what Trunk left.
pub fn build(options: &Options) -> Result<Built, Error> {
    let report = check(&[options.source.join(ARTICLES)]);
    for told in report.errors.iter().chain(&report.warnings) {
        eprintln!("{told}");
    }
    if !report.errors.is_empty() {
        return Err(Error::new("an article has errors, told above; nothing half-valid is published"));
    }
    let articles: Vec<Checked> = library::in_order(report.articles)?.into_iter().map(completed).collect();
    let dist = options.dist.as_path();
    remove_notes(options)?;
    let shipped = Shipped::take(&files::read_text(&options.source.join("index.html"))?, dist)?;
    files::write(&dist.join("articles/index.json"), library::index(&articles)?)?;
    files::write(&dist.join("article.schema.json"), schema::schema())?;
    let site = Site { options, shipped, articles };
    site.write_pages("")?;
    let mut version = String::new();
    if options.profile == Profile::Release {
        version = worker::version(dist)?;
        site.write_pages(&version)?;
        worker::write(dist, &version)?;
        compress::compress_all(dist)?;
    }
    Ok(Built { articles: site.articles.len(), version })
}

/// An article with what it lacks, as the app will find it: its page shows that before the app has come.
fn completed(checked: Checked) -> Checked {
    if !annotate::is_wanting(&checked.article) {
        return checked;
    }
    let found = annotate::find(&checked.article);
    Checked { article: annotate::complete(checked.article, found), ..checked }
}

/// Notes for whoever works on the files beside them are not published.
fn remove_notes(options: &Options) -> Result<(), Error> {
    for path in files::below(&options.dist)? {
        if files::has_extension(&path, &["md"]) {
            files::remove(&path)?;
        }
    }
    Ok(())
}

struct Site<'a> {
    options: &'a Options,
    shipped: Shipped,
    articles: Vec<Checked>,
}

impl Site<'_> {
    /// Writes every page, as of `version`.
    fn write_pages(&self, version: &str) -> Result<(), Error> {
        let (dist, profile) = (&self.options.dist, &self.options.profile);
        for checked in &self.articles {
            let article = &checked.article;
            let page = dist.join(&article.id).join(&article.tag).join("index.html");
            files::write(&page, self.article_page(checked, version)?)?;
        }
        let all: Vec<Article> = self.articles.iter().map(|checked| checked.article.clone()).collect();
        let body = library_html(&all);
        let page = Page::of_library(version).with_body(&body, &self.shipped, Lang::Ar, profile)?;
        files::write(&dist.join("index.html"), page)?;
        let page = Page::missing(&missing_html("./"), &self.shipped, version, profile)?;
        files::write(&dist.join("404.html"), page)
    }

    fn article_page(&self, checked: &Checked, version: &str) -> Result<String, Error> {
        let article = &checked.article;
        let editions = library::editions(&self.articles, article);
        let translations: Vec<Translation> = editions
            .iter()
            .map(|other| Translation {
                tag: other.tag.clone(),
                href: format!("../{}/", other.tag),
                current: other.tag == article.tag,
            })
            .collect();
        let alternates: Vec<Alternate> =
            translations.iter().map(|other| Alternate { tag: &other.tag, href: &other.href }).collect();
        let page = Page::of_article(checked, &alternates, version, &self.shipped);
        let body = article_html(article, "../../", translations.clone());
        page.with_body(&body, &self.shipped, article.lang, &self.options.profile)
    }
}
