//! The timeline as it is written into a page, before any browser draws it.

use serde_json::json;
use siyaq::article::read;
use siyaq::ui::article_html;

/// The page's HTML of an article with events of these dates.
fn page(lang: &str, dates: &[&str]) -> String {
    let word = |n: usize| format!("word{n}");
    let body = (0..dates.len()).map(word).collect::<Vec<_>>().join(".\n\n");
    let event =
        |(n, date): (usize, &&str)| json!({"id": format!("e{n}"), "date": date, "name": word(n), "exact": word(n)});
    let events: Vec<_> = dates.iter().enumerate().map(event).collect();
    let article = json!({
        "@context": "https://schema.org", "@type": "NewsArticle", "identifier": "drawn", "inLanguage": lang,
        "headline": "H", "datePublished": "2022-01-10", "publisher": {"name": "P"}, "articleBody": body,
        "people": [], "events": events, "quotes": [],
    });
    let article = read(article.to_string().as_bytes()).expect("a sound article");
    article_html(&article, "../../", Vec::new())
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What stands between two texts; nothing where they are not there.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    html.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(inside, _)| inside)
}

#[test]
fn the_legend_names_the_kinds_that_occur() {
    let rows: [(&[&str], &[&str]); 6] = [
        (&["2022-01-02", "2022-01-03/2022-01-05"], &[]),
        (&["2022-01-02", "[2022-01-02..2022-01-05]"], &["known", "within"]),
        (&["2022-01"], &["within"]),
        (&["2022-01-02~", "2022-01-02?", "2022-01-03%"], &["vague"]),
        (&["../2022-01-02", "2022-01-03/", "2022-01-05"], &["known", "open", "end-unknown"]),
        (&["/2022-01-02", "2022-01-03~/.."], &["vague", "end-unknown"]),
    ];
    for lang in ["ar", "ru", "en"] {
        for (dates, kinds) in rows {
            let html = page(lang, dates);
            let legend = between(&html, "class=\"axis-legend\"", "</p>");
            assert_eq!(values(legend, "data-kind"), kinds, "{dates:?}, {lang}");
        }
    }
}

#[test]
fn a_date_is_told_to_machines_as_what_it_is() {
    // The date, its element, HTML's value.
    let rows = [
        ("2022-01-02", Some("2022-01-02")),
        ("[2022-01-02..2022-01-07]", Some("2022-01")),
        ("2022-01-02/2022-01-07", Some("2022-01")),
        ("2022-01-XX", Some("2022-01")),
        ("2022-24", None),
        ("2022-01-02/..", None),
        ("2022-01-05~", None),
    ];
    for (date, datetime) in rows {
        let html = page("en", &[date]);
        let event = between(&html, "class=\"event-link\"", "</a>");
        assert_eq!(values(event, "datetime"), datetime.into_iter().collect::<Vec<_>>(), "{date}");
        assert_eq!(values(event, "data-edtf"), [date], "{date}");
        assert_eq!(event.contains("<time"), datetime.is_some(), "{date}: HTML wants a value of its <time>");
    }
    let byline = page("en", &["2022-01-02"]);
    let byline = between(&byline, "class=\"byline\"", "</p>");
    assert_eq!((values(byline, "datetime"), values(byline, "data-edtf")), (vec!["2022-01-10"], vec!["2022-01-10"]));
}

#[test]
fn tips_point_where_time_goes() {
    // The date; whether its tip is at the end of the square that the drawing is made in, or at its start.
    for (date, later) in
        [("2022-01-02/..", true), ("../2022-01-02", false), ("2022-01-02/", true), ("/2022-01-02", false)]
    {
        for (lang, rtl) in [("ar", true), ("en", false)] {
            let html = page(lang, &[date]);
            let [across, down] = ["\"axis-across\"", "\"axis-down\""].map(|class| {
                let drawing = between(&html, class, "</g>");
                values(drawing, "d").concat()
            });
            let has = |path: &str, tip: &str| ["M", "L"].iter().any(|to| path.contains(&format!("{to}{tip}")));
            let (right, left) = (has(&across, "100 50"), has(&across, "0 50"));
            assert_eq!(
                (right, left),
                if later == rtl { (false, true) } else { (true, false) },
                "{date} {lang} {across}"
            );
            assert_eq!(has(&down, "50 100"), later, "{date} {lang} {down}");
        }
    }
}
