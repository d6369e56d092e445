//! Citing: a quotation or a passage with who said it, where, when, and the link that leads back to it.
//! Knows the article; knows neither the page nor the clipboard.

use crate::article::{Article, Quote};
use crate::date::day_words;
use crate::text::{Lang, escaped};

/// A citation in two forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Plain text.
    pub plain: String,
    /// HTML, with direction and language.
    pub html: String,
}

/// Cites a quotation of an article; `link` is the address of its place.
pub fn cite(article: &Article, quote: &Quote, link: &str) -> Citation {
    let speaker = quote.speaker.and_then(|index| article.person(index)).map_or("", |person| person.name.as_str());
    cite_words(article, quote.span.of(&article.body), speaker, link)
}

/// Cites words of an article, and who said them; with nobody named, they are the article's.
pub fn cite_words(article: &Article, words: &str, speaker: &str, link: &str) -> Citation {
    let published = article.published.map(|day| day_words(article.lang, day)).unwrap_or_default();
    let comma = if article.lang == Lang::Ar { "، " } else { ", " };
    let (open, close) = marks(article.lang);
    let source = |headline: &str| {
        let parts = [speaker, headline, &article.publisher, &published];
        let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(comma)
    };
    let plain = format!("{open}{words}{close}\n— {}\n{link}", source(&article.headline));
    let cite = "\u{0}";
    let html = format!(
        "<blockquote cite=\"{link}\" lang=\"{tag}\" dir=\"{dir}\"><p>{open}{words}{close}</p></blockquote>\
         <p lang=\"{tag}\" dir=\"{dir}\">— {source}</p>",
        link = escaped(link),
        tag = escaped(&article.tag),
        dir = article.direction().html(),
        words = escaped(words),
        source = escaped(&source(cite))
            .replace(cite, &format!("<cite><a href=\"{}\">{}</a></cite>", escaped(link), escaped(&article.headline))),
    );
    Citation { plain, html }
}

/// The quotation marks of a language.
fn marks(lang: Lang) -> (char, char) {
    match lang {
        Lang::Ar | Lang::Ru => ('«', '»'),
        Lang::En => ('“', '”'),
    }
}
