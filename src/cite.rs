//! Citing: a quotation or a passage with who said it, where, when, and the link that leads back to it.
//! Knows the article; knows neither the page nor the clipboard.

use crate::article::{Article, Quote};
use crate::date::day_words;
use crate::text::{Lang, escaped, isolated, main_direction};

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

/// Cites words of an article, and who said them; with nobody named, they are the article's. What a field holds to turn
/// the order around ends with the field: in the plain text by isolates, in HTML by `<bdi>`.
pub fn cite_words(article: &Article, words: &str, speaker: &str, link: &str) -> Citation {
    let published = article.published.map(|day| day_words(article.lang, day)).unwrap_or_default();
    let comma = if article.lang == Lang::Ar { "، " } else { ", " };
    let (open, close) = marks(article.lang);
    let source = |fields: [String; 4]| {
        let said = fields.into_iter().filter(|field| !field.is_empty());
        said.collect::<Vec<_>>().join(comma)
    };
    let plain = format!(
        "{open}{words}{close}\n— {source}\n{link}",
        words = isolated(words),
        source = source([speaker, &article.headline, &article.publisher, &published].map(isolated)),
    );
    let (link, tag, base) = (escaped(link), escaped(&article.tag), article.direction());
    let headline = format!("<cite><a href=\"{link}\">{}</a></cite>", bdi(&article.headline));
    let html = format!(
        "<blockquote cite=\"{link}\" lang=\"{tag}\" dir=\"{dir}\">\
         <p>{open}<bdi dir=\"{dir_of_words}\">{words}</bdi>{close}</p></blockquote>\
         <p lang=\"{tag}\" dir=\"{dir}\">— {source}</p>",
        dir = base.html(),
        dir_of_words = main_direction(words, base).html(),
        words = escaped(words),
        source = source([bdi(speaker), headline, bdi(&article.publisher), bdi(&published)]),
    );
    Citation { plain, html }
}

/// A field as HTML, in its own direction; nothing for an empty one.
fn bdi(field: &str) -> String {
    if field.is_empty() { String::new() } else { format!("<bdi>{}</bdi>", escaped(field)) }
}

/// The quotation marks of a language.
fn marks(lang: Lang) -> (char, char) {
    match lang {
        Lang::Ar | Lang::Ru => ('«', '»'),
        Lang::En => ('“', '”'),
    }
}
