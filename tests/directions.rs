//! Pages whose blocks run against their article: each says so itself.

use siyaq::article::{Article, read};
use siyaq::ui::{article_html, library_html};

const ARABIC: &str = "هذه فقرة عربية كاملة (مع أقواس)، وتنتهي بنقطة.";
const ENGLISH: &str = "This whole paragraph is English, with (brackets), and a full stop.";
const RUSSIAN: &str = "Это абзац по-русски, с точкой.";
const NAMED: &str = "Kassym-Jomart Tokayev قال إن الوضع تحت السيطرة.";
const FRENCH: &str = "Ce paragraphe a été écrit en français.";

fn article(lang: &str, headline: &str) -> Article {
    let source = serde_json::json!({
        "@context": "https://schema.org", "@type": "NewsArticle", "identifier": "a", "inLanguage": lang,
        "headline": headline, "description": headline, "publisher": {"name": headline}, "creditText": headline,
        "articleBody": format!("{ARABIC}\n\n## {ENGLISH}\n\n> {RUSSIAN}\n\n{NAMED}\n\n{FRENCH}"),
        "people": [{"id": "p", "name": "P", "description": headline}],
        "events": [{"id": "e", "date": "2022-01-10", "name": headline, "exact": ENGLISH}],
        "quotes": [{"id": "q", "exact": "الوضع تحت السيطرة", "speaker": "p", "cue": "قال", "kind": "indirect"},
                   {"id": "r", "exact": ARABIC, "kind": "direct"}],
    });
    read(source.to_string().as_bytes()).unwrap()
}

#[test]
fn blocks_say_their_own_language_and_direction() {
    let in_arabic = [
        "<p id=\"p1\" data-block=\"0\">",
        "<h2 data-block=\"1\" lang=\"en\" dir=\"ltr\">This whole",
        "<blockquote id=\"p2\" data-block=\"2\" lang=\"ru\" dir=\"ltr\">Это",
        "<p id=\"p3\" data-block=\"3\"><bdi>Kassym-Jomart Tokayev</bdi> قال",
        "<p id=\"p4\" data-block=\"4\" lang=\"\" dir=\"ltr\">Ce",
        "<h1 lang=\"en\" dir=\"ltr\">",
        "<p lang=\"en\" dir=\"ltr\" class=\"standfirst\">",
        "<span lang=\"en\" dir=\"ltr\" class=\"publisher\">",
        "<footer><p lang=\"en\" dir=\"ltr\">",
        "<span lang=\"en\" dir=\"ltr\" class=\"event-name\">",
        "<p lang=\"en\" dir=\"ltr\" class=\"event-passage\">",
        "<q class=\"quote-words\">الوضع",
        "<dd lang=\"en\" dir=\"ltr\">",
    ];
    let page = article_html(&article("ar", "Title in English"), "../../", Vec::new());
    for part in in_arabic {
        assert!(page.contains(part), "no {part} in {page}");
    }
    let in_english = [
        "<p id=\"p1\" data-block=\"0\" lang=\"ar\" dir=\"rtl\">هذه",
        "<h2 data-block=\"1\">",
        "<blockquote id=\"p2\" data-block=\"2\">",
        "<p id=\"p3\" data-block=\"3\" lang=\"ar\" dir=\"rtl\"><bdi>Kassym-Jomart Tokayev</bdi> قال",
        "<p id=\"p4\" data-block=\"4\">",
        "<h1 lang=\"ar\" dir=\"rtl\">",
        "<q lang=\"ar\" dir=\"rtl\" class=\"quote-words\">الوضع",
        "<q lang=\"ar\" dir=\"rtl\" class=\"quote-words\">هذه",
        "<dd lang=\"ar\" dir=\"rtl\">قال",
    ];
    let page = article_html(&article("en", "عنوان عربي"), "../../", Vec::new());
    for part in in_english {
        assert!(page.contains(part), "no {part} in {page}");
    }
}

#[test]
fn cards_of_the_library_say_theirs() {
    let library = library_html(&[article("ar", "Title in English"), article("en", "Title in English")]);
    assert!(library.contains("<p lang=\"en\" dir=\"ltr\" class=\"headline\"><a href=\"a/ar/\">"), "{library}");
    assert!(library.contains("<p class=\"headline\"><a href=\"a/en/\">"), "{library}");
}
