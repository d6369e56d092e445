//! Citations: who, where and when in three languages, and what a field holds ends with the field.

use siyaq::article::{Article, read};
use siyaq::cite::{Citation, cite, cite_words};

const LINK: &str = "https://example.org/a/ar/?a=1&b=2#quote-q";

/// An article with one quotation, `said`, of the person `name`; without a name, of nobody.
fn article(lang: &str, name: Option<&str>, said: &str, fields: &serde_json::Value) -> Article {
    let mut source = serde_json::json!({
        "@context": "https://schema.org", "@type": "NewsArticle", "identifier": "a", "inLanguage": lang,
        "articleBody": format!("x: {said}."),
        "people": name.iter().map(|name| serde_json::json!({"id": "p", "name": name})).collect::<Vec<_>>(),
        "events": [], "quotes": [{"id": "q", "exact": said, "kind": "direct"}],
    });
    if name.is_some() {
        source["quotes"][0]["speaker"] = "p".into();
    }
    for (key, value) in fields.as_object().unwrap() {
        source[key] = value.clone();
    }
    read(source.to_string().as_bytes()).unwrap()
}

fn cited(lang: &str, name: Option<&str>, said: &str, fields: &serde_json::Value) -> Citation {
    let article = article(lang, name, said, fields);
    cite(&article, &article.quotes.as_ref().unwrap()[0], LINK)
}

fn publisher(name: &str, headline: &str, day: &str) -> serde_json::Value {
    serde_json::json!({"headline": headline, "datePublished": day, "publisher": {"@type": "Organization", "name": name}})
}

#[test]
fn quotations_are_cited_in_plain_text() {
    let headline = |headline: &str| serde_json::json!({"headline": headline});
    let day_alone = serde_json::json!({"headline": "Title", "datePublished": "2022-01-10"});
    // Name, language, speaker, words, fields, the citation without its last line, which is the link.
    let rows = [
        (
            "Arabic",
            cited("ar", Some("أناتولي أنتونوف"), "هذا قول", &publisher("تاس", "عنوان", "2022-01-10")),
            "«هذا قول»\n— أناتولي أنتونوف، عنوان، تاس، 10 يناير 2022",
        ),
        (
            "Russian",
            cited("ru", Some("Анатолий Антонов"), "Это слова", &publisher("ТАСС", "Заголовок", "2022-01-10")),
            "«Это слова»\n— Анатолий Антонов, Заголовок, ТАСС, 10 января 2022 года",
        ),
        (
            "English",
            cited("en", Some("Anatoly Antonov"), "These are words", &publisher("TASS", "Title", "2022-01-10")),
            "“These are words”\n— Anatoly Antonov, Title, TASS, 10 January 2022",
        ),
        (
            "no date",
            cited("en", Some("A"), "words", &serde_json::json!({"headline": "T", "publisher": {"name": "P"}})),
            "“words”\n— A, T, P",
        ),
        ("no publisher", cited("en", Some("A"), "words", &day_alone), "“words”\n— A, Title, 10 January 2022"),
        ("nobody named", cited("en", None, "words", &day_alone), "“words”\n— Title, 10 January 2022"),
        ("nothing but a headline", cited("ar", None, "قول", &headline("عنوان")), "«قول»\n— عنوان"),
        (
            "an override in a name: it once turned around all that followed",
            cited("ar", Some("علي\u{202E}gnp.exe"), "قول", &headline("عنوان")),
            "«قول»\n— \u{2068}علي\u{202E}gnp.exe\u{2069}، عنوان",
        ),
        (
            "controls in every field",
            cited("en", Some("a\u{202E}"), "b\u{202D}", &publisher("d\u{2066}", "c\u{202B}", "2022-01-10")),
            "“\u{2068}b\u{202D}\u{2069}”\n— \u{2068}a\u{202E}\u{2069}, \u{2068}c\u{202B}\u{2069}, \u{2068}d\u{2066}\u{2069}\u{2069}, 10 January 2022",
        ),
        ("HTML is text", cited("en", Some("<b>"), "a & b", &headline("\"T\"")), "“a & b”\n— <b>, \"T\""),
    ];
    for (name, citation, expected) in rows {
        assert_eq!(citation.plain, format!("{expected}\n{LINK}"), "{name}");
    }
}

#[test]
fn quotations_are_cited_in_html() {
    let link = LINK.replace('&', "&amp;");
    let title = |title: &str| format!("<cite><a href=\"{link}\"><bdi>{title}</bdi></a></cite>");
    let headline = |headline: &str| serde_json::json!({"headline": headline});
    // Name, the citation, language, direction, the words with their marks, the source.
    let rows = [
        (
            "Arabic",
            cited("ar", Some("أنتونوف"), "هذا قول", &publisher("تاس", "عنوان", "2022-01-10")),
            ("ar", "rtl"),
            "«<bdi dir=\"rtl\">هذا قول</bdi>»",
            format!("<bdi>أنتونوف</bdi>، {}، <bdi>تاس</bdi>، <bdi>10 يناير 2022</bdi>", title("عنوان")),
        ),
        (
            "Russian",
            cited("ru", Some("Антонов"), "Это слова", &headline("Заголовок")),
            ("ru", "ltr"),
            "«<bdi dir=\"ltr\">Это слова</bdi>»",
            format!("<bdi>Антонов</bdi>, {}", title("Заголовок")),
        ),
        (
            "Arabic words in an English article",
            cited("en", None, "هذا قول (كامل).", &headline("Title")),
            ("en", "ltr"),
            "“<bdi dir=\"rtl\">هذا قول (كامل).</bdi>”",
            title("Title"),
        ),
        (
            "controls stay, each in its field",
            cited("ar", Some("علي\u{202E}gnp.exe"), "قول\u{202E}", &headline("عنوان\u{2067}")),
            ("ar", "rtl"),
            "«<bdi dir=\"rtl\">قول\u{202E}</bdi>»",
            format!("<bdi>علي\u{202E}gnp.exe</bdi>، {}", title("عنوان\u{2067}")),
        ),
        (
            "HTML is text",
            cited("en", Some("<script>"), "a & <b>", &headline("\"T\" <i>")),
            ("en", "ltr"),
            "“<bdi dir=\"ltr\">a &amp; &lt;b&gt;</bdi>”",
            format!("<bdi>&lt;script&gt;</bdi>, {}", title("&quot;T&quot; &lt;i&gt;")),
        ),
    ];
    for (name, citation, (lang, dir), words, source) in rows {
        let expected = format!(
            "<blockquote cite=\"{link}\" lang=\"{lang}\" dir=\"{dir}\"><p>{words}</p></blockquote>\
             <p lang=\"{lang}\" dir=\"{dir}\">— {source}</p>"
        );
        assert_eq!(citation.html, expected, "{name}");
    }
}

#[test]
fn words_of_an_article_are_cited_as_its_own() {
    let article = article("en", Some("A"), "words", &serde_json::json!({"headline": "Title"}));
    assert_eq!(cite_words(&article, "x: words", "", LINK).plain, format!("“x: words”\n— Title\n{LINK}"));
}
