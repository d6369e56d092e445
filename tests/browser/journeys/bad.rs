//! A server that answers badly for the article's data: one clear message, the text still there, and a way on.

use crate::Told;
use crate::page::Page;
use crate::server::{Answer, Server};
use crate::site::{self, LANGUAGES, list, text};
use serde_json::{Value, json};

const JSON: &str = "application/json";
/// The limit of the format, and one more.
const TOO_MANY: usize = 1024 * 1024 + 1;
/// Deeper than any stack that reads by recursion.
const DEEP: usize = 200_000;

fn bytes(text: impl Into<Vec<u8>>) -> Answer {
    Answer::Bytes(text.into(), JSON)
}

/// The article with something changed.
fn changed(lang: &str, change: impl FnOnce(&mut Value)) -> Told<Answer> {
    let mut article = site::article(lang)?;
    change(&mut article);
    Ok(bytes(article.to_string()))
}

type Row = (&'static str, Answer, &'static [&'static str]);

/// Each bad answer by name, with what it may be told as.
fn answers(lang: &str) -> Told<Vec<Row>> {
    let broken = &["damaged", "not-an-article"] as &[&str];
    let no_article = &["not-an-article"] as &[&str];
    Ok(vec![
        ("not there", Answer::Status(404), &["not-found"]),
        ("gone", Answer::Status(410), &["not-found"]),
        ("forbidden", Answer::Status(403), &["not-found", "server"]),
        ("the server failed", Answer::Status(500), &["server"]),
        ("overloaded", Answer::Status(503), &["server"]),
        ("a page instead", Answer::Page, broken),
        ("nothing in it", Answer::Empty, &["damaged"]),
        ("no answer", Answer::HangUp, &["offline"]),
        ("broken off", Answer::Truncated, &["offline", "damaged"]),
        ("to a page", Answer::Redirect("./".into()), &["not-an-article", "not-found", "damaged"]),
        ("cut", bytes("{\"@type\": \"NewsArticle\", \"headline\": \"a"), &["damaged"]),
        ("not UTF-8", bytes(b"{\"headline\": \"\xff\xfe\"}".to_vec()), &["damaged"]),
        ("too large", bytes(vec![b' '; TOO_MANY]), &["too-large"]),
        ("too deep", bytes("[".repeat(DEEP)), broken),
        ("too deep inside", bytes(format!("{{\"x\": {}1{}}}", "[".repeat(DEEP), "]".repeat(DEEP))), broken),
        ("null", bytes("null"), broken),
        ("a list", bytes("[]"), broken),
        ("a recipe", bytes("{\"@type\": \"Recipe\"}"), no_article),
        ("a number as headline", changed(lang, |article| article["headline"] = json!(5))?, broken),
        (
            "a quotation not in the text",
            changed(lang, |article| article["quotes"][0]["exact"] = json!("zzz"))?,
            no_article,
        ),
        (
            "an id twice",
            changed(lang, |article| article["events"][0]["id"] = article["events"][1]["id"].clone())?,
            no_article,
        ),
        ("not a date", changed(lang, |article| article["events"][0]["date"] = json!("yesterday"))?, no_article),
    ])
}

pub async fn each_bad_answer_is_told(page: Page) -> Told {
    for (lang, rows) in LANGUAGES.into_iter().zip(shared_out()?) {
        let article = site::article(lang)?;
        for (name, answer, kinds) in rows {
            // Another origin for each: what has been installed for reading offline would answer instead.
            let page = page.on(Server::start(&site::folder(), "/")?);
            page.site.misbehave(&site::data_path(lang), answer);
            page.goto(&site::path(lang)).await?;
            page.until(name, "document.querySelector('#notice [role=alert]')?.checkVisibility()").await?;
            let kind: String = page.eval("document.querySelector('#notice [role=alert]').dataset.kind", vec![]).await?;
            assert!(kinds.contains(&kind.as_str()), "{name} is told as {kind}, not {kinds:?}");
            let state: String = page.eval("document.documentElement.dataset.app", vec![]).await?;
            assert_eq!(state, "failed", "the app's state at {name}");
            let home: bool = page
                .eval(
                    "[...document.querySelectorAll('#notice a')].some((link) => link.href === arguments[0])",
                    vec![page.site.root().into()],
                )
                .await?;
            assert!(home, "no link to the library at {name}");
            let shown: String = page.eval("document.querySelector('#text h1').innerText", vec![]).await?;
            assert_eq!(shown, text(&article, "headline"), "the page's own text at {name}");
            let events: usize = page.eval("document.querySelectorAll('.event').length", vec![]).await?;
            assert_eq!(events, list(&article, "events").len(), "the page's own timeline at {name}");
            page.site.behave();
            page.click("#notice .retry").await?;
            page.until_is(&format!("the app's state after {name}"), "document.documentElement.dataset.app", "ready")
                .await?;
            page.until_is("what is told", "document.querySelector('#notice').textContent", "").await?;
        }
    }
    Ok(())
}

/// The rows, each in one of the three languages by turns.
fn shared_out() -> Told<[Vec<Row>; 3]> {
    let mut shares = [Vec::new(), Vec::new(), Vec::new()];
    for (n, (lang, share)) in LANGUAGES.into_iter().zip(&mut shares).enumerate() {
        share.extend(answers(lang)?.into_iter().skip(n).step_by(LANGUAGES.len()));
    }
    Ok(shares)
}

pub async fn a_slow_answer_lets_the_text_be_read(page: Page) -> Told {
    for lang in LANGUAGES {
        let page = page.on(Server::start(&site::folder(), "/")?);
        page.site.misbehave(&site::data_path(lang), Answer::Held);
        page.goto(&site::path(lang)).await?;
        page.until_held(&site::data_path(lang)).await?;
        let shown: String = page.eval("document.querySelector('#text h1').innerText", vec![]).await?;
        assert_eq!(shown, text(&site::article(lang)?, "headline"));
        let told: String = page.eval("document.querySelector('#notice').textContent", vec![]).await?;
        assert_eq!(told, "", "while one waits nothing is wrong");
        page.site.release();
        page.ready().await?;
    }
    Ok(())
}
