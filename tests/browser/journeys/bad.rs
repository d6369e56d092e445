//! A server that answers badly for the article's data: one clear message, the text still there, and a way on.

use crate::Told;
use crate::page::Page;
use crate::server::{Answer, Server};
use crate::site::{self, LANGUAGES, list, text};
use serde_json::{Value, json};
use siyaq::text::Lang;

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
        ("a passage twice", changed(lang, say_twice)?, no_article),
        ("an illegal id", changed(lang, |article| article["events"][0]["id"] = json!("a b\"<i>"))?, no_article),
        ("a script for a link", changed(lang, |article| article["url"] = json!("javascript:alert(1)"))?, no_article),
        ("another language", bytes(site::article(other(lang))?.to_string()), &["another-article"]),
        ("another article", changed(lang, |article| article["identifier"] = json!("another"))?, &["another-article"]),
        ("of no name", changed(lang, |article| article["identifier"] = Value::Null)?, &["another-article", "damaged"]),
    ])
}

/// The first quotation's words stand in the text twice, and nothing says which are meant.
fn say_twice(article: &mut Value) {
    article["articleBody"] =
        json!(format!("{}\n\n{}", text(article, "articleBody"), text(&article["quotes"][0], "exact")));
}

/// The language after one.
fn other(lang: &str) -> &'static str {
    LANGUAGES.into_iter().cycle().skip_while(|one| *one != lang).nth(1).unwrap_or_default()
}

pub async fn each_bad_answer_is_told(page: Page) -> Told {
    for lang in LANGUAGES {
        let page = page.on(Server::start(&site::folder(), "/")?);
        // What has been installed for reading offline would answer instead.
        page.site.misbehave("sw.js", Answer::Status(404));
        for (n, (name, answer, kinds)) in answers(lang)?.into_iter().enumerate() {
            page.site.misbehave(&site::data_path(lang), answer);
            if n == 0 {
                page.goto(&site::path(lang)).await?;
            } else {
                ask_again(&page).await?;
            }
            page.until_is(&format!("the app's state at {name} ({lang})"), STATE, "failed").await?;
            let kind = is_told(&page, lang, &format!("{name} ({lang})")).await?;
            assert!(kinds.contains(&kind.as_str()), "{name} is told as {kind}, not {kinds:?} ({lang})");
        }
        page.site.behave();
        page.click("#notice .retry").await?;
        page.until_is(&format!("the app's state after all ({lang})"), STATE, "ready").await?;
        page.until_is("what is told", "document.querySelector('#notice').textContent", "").await?;
    }
    Ok(())
}

const STATE: &str = "document.documentElement.dataset.app";

/// The page says `failed` already; until the next answer has come it says that it was asked.
async fn ask_again(page: &Page) -> Told {
    page.eval::<()>("void (document.documentElement.dataset.app = 'asked')", vec![]).await?;
    page.click("#notice .retry").await
}

/// One clear message in the page's language, with a way on, and nothing lost of what the page had. Gives its kind.
async fn is_told(page: &Page, lang: &str, what: &str) -> Told<String> {
    const TOLD: &str = "[...document.querySelectorAll('[role=alert]')]\
        .filter((one) => one.textContent && one.checkVisibility()).length";
    let article = site::article(lang)?;
    page.until(what, "document.querySelector('#notice [role=alert]')?.checkVisibility()").await?;
    let alerts: usize = page.eval(TOLD, vec![]).await?;
    assert_eq!(alerts, 1, "one message at {what}");
    let (kind, told, home): (String, String, String) = page
        .eval(
            "((alert) => [alert.dataset.kind, alert.querySelector('p').textContent, alert.querySelector('a').href])\
             (document.querySelector('#notice [role=alert]'))",
            vec![],
        )
        .await?;
    assert_eq!(Lang::guess(&told).tag(), lang, "{what} is told in other words: {told}");
    assert_eq!(home, page.site.root(), "the way to the library at {what}");
    let foreign: usize = page
        .eval("document.querySelectorAll('#notice .detail:not([lang=en][dir=ltr]), details[open]').length", vec![])
        .await?;
    assert_eq!(foreign, 0, "details that do not say their language, or are not folded, at {what}");
    let shown: String = page.eval("document.querySelector('#text h1').innerText", vec![]).await?;
    assert_eq!(shown, text(&article, "headline"), "the page's own text at {what}");
    let events: usize = page.eval("document.querySelectorAll('.event').length", vec![]).await?;
    assert_eq!(events, list(&article, "events").len(), "the page's own timeline at {what}");
    Ok(kind)
}

/// A server that takes the question and never answers: told after a reader's patience, which the app asks the browser
/// for; here it is a twentieth of that.
pub async fn silence_is_told(page: Page) -> Told {
    const IMPATIENT: &str = "AbortSignal.timeout = ((timeout) => (time) => { window.patience = time; \
        return timeout.call(AbortSignal, window.patient ? time : time / 20); })(AbortSignal.timeout);";
    for lang in LANGUAGES {
        let page = page.on(Server::start(&site::folder(), "/")?);
        page.site.run_first(IMPATIENT);
        page.site.misbehave(&site::data_path(lang), Answer::Held);
        page.goto(&site::path(lang)).await?;
        page.until_is("the app's state", STATE, "failed").await?;
        assert_eq!(page.eval::<u32>("window.patience", vec![]).await?, 20_000, "a reader's patience");
        assert_eq!(is_told(&page, lang, "silence").await?, "offline");
        page.site.behave();
        page.eval::<()>("void (window.patient = true)", vec![]).await?;
        page.click("#notice .retry").await?;
        page.until_is("the app's state", STATE, "ready").await?;
    }
    Ok(())
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
