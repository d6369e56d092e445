//! What a machine has found in an article that nobody has marked up: shown as such, with its reasons, and put away as
//! the reader wishes.

use crate::page::{ENTER, IN_VIEW, Page};
use crate::server::{Answer, Server};
use crate::site::{self, LANGUAGES, text};
use crate::{Failure, Told};
use serde_json::Value;

/// What has become of the search.
const STATE: &str = "document.documentElement.dataset.findings";
const EVENTS: &str = "document.querySelectorAll('#timeline .event').length";
const QUOTES: &str = "document.querySelectorAll('#quotes .quotation').length";
const MARKS: &str = "document.querySelectorAll('.axis-across .mark').length";
const PAINTED: &str =
    "[...CSS.highlights].filter(([name]) => name.includes('direct')).reduce((sum, [, one]) => sum + one.size, 0)";
/// What the browser said of a search that failed.
const DETAIL: &str = "document.querySelector('#notice .detail')?.textContent";
/// Bytes of a text whose reader is told how far its search has come.
const LONG: usize = 250_000;

/// Opens the sample and waits until it has been searched.
pub async fn open_sample(page: &Page, lang: &str, fragment: &str) -> Told {
    page.open(&format!("{}{fragment}", site::sample_path(lang))).await?;
    page.until_is("the state of the search", STATE, "ready").await
}

async fn count(page: &Page, expression: &str) -> Told<usize> {
    page.eval(expression, vec![]).await
}

pub async fn are_told_from_what_is_authored(page: Page) -> Told {
    const AUTHORED: &str =
        "document.querySelectorAll('[data-origin], .found-head, :is(#timeline, #quotes) details').length";
    const LOADED: &str = "performance.getEntriesByType('resource').map((entry) => entry.name)";
    const UNMARKED: &str = "[...document.querySelectorAll('.event, .quotation, .axis')].filter((one) => \
        one.dataset.origin !== 'found').length";
    const HEADS: &str = "[...document.querySelectorAll('.found-head')].filter((one) => one.checkVisibility()).length";
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        assert_eq!(count(&page, AUTHORED).await?, 0, "an authored article in {lang}");
        page.until_is("what is painted", "document.getElementById('text').dataset.quotes", "authored").await?;
        // The worker that keeps the site fetches all of it; the page itself does not.
        let asked: Vec<String> = page.eval(LOADED, vec![]).await?;
        assert!(
            !asked.is_empty() && !asked.iter().any(|name| name.contains("/analyst-") || name.contains("/findings-")),
            "{asked:?}"
        );
    }
    for lang in LANGUAGES {
        let served = count_served(&page, lang).await?;
        open_sample(&page, lang, "").await?;
        let (events, quotes) = (count(&page, EVENTS).await?, count(&page, QUOTES).await?);
        assert!(events > 5 && quotes > 10, "{lang}: {events} events, {quotes} quotations");
        assert_eq!(served, (events, quotes), "the page built ahead has them too ({lang})");
        assert_eq!(count(&page, UNMARKED).await?, 0, "unmarked in {lang}");
        assert_eq!(count(&page, HEADS).await?, 2, "what the panels say of it in {lang}");
        assert_eq!(count(&page, PAINTED).await?, quotes, "painted in {lang}");
        page.until_is("what is painted", "document.getElementById('text').dataset.quotes", "found").await?;
    }
    Ok(())
}

/// Events and quotations of the page as the server sends it.
async fn count_served(page: &Page, lang: &str) -> Told<(usize, usize)> {
    const SERVED: &str = "fetch(arguments[0]).then((answer) => answer.text()).then((page) => \
        [page.split('class=\"event\"').length - 1, page.split('class=\"quotation\"').length - 1])";
    page.resolved(SERVED, vec![page.address(&site::sample_path(lang)).into()]).await
}

pub async fn give_their_reasons(page: Page) -> Told {
    const REASONS: &str = "(() => { const open = [...document.querySelectorAll('details[open]')].filter((one) => one.checkVisibility()); \
        const [one] = open; return open.length === 1 && {rule: one.querySelector('p').innerText, \
        words: [...one.querySelectorAll('q')].map((q) => q.textContent), confidence: one.querySelector('dl > div:last-child dd').innerText}; })()";
    for lang in LANGUAGES {
        open_sample(&page, lang, "").await?;
        let body: String = page.eval("document.getElementById('text').textContent", vec![]).await?;
        page.click(".event:first-child summary").await?;
        page.until("the reasons are open", REASONS).await?;
        let event: Value = page.eval(REASONS, vec![]).await?;
        page.click(".event:first-child summary").await?;
        page.click(".quotation:nth-child(2) .quote-link").await?;
        page.until("the card is open", "document.querySelector('[aria-current] .card')").await?;
        page.click("[aria-current] .card summary").await?;
        page.until("the reasons are open", REASONS).await?;
        let quote: Value = page.eval(REASONS, vec![]).await?;
        for reasons in [&event, &quote] {
            let words = site::list(reasons, "words");
            assert!(!words.is_empty() && text(reasons, "rule").ends_with('.'), "{lang}: {reasons}");
            assert!(words.iter().all(|words| body.contains(words.as_str().unwrap_or("?"))), "{lang}: {reasons}");
            let confidence = text(reasons, "confidence").trim_end_matches('%').parse::<u8>();
            assert!(confidence.is_ok_and(|percent| (1..=100).contains(&percent)), "{lang}: {reasons}");
        }
        assert_ne!(text(&event, "rule"), text(&quote, "rule"));
    }
    Ok(())
}

pub async fn can_be_put_away_and_had_back(page: Page) -> Told {
    for lang in LANGUAGES {
        open_sample(&page, lang, "").await?;
        let all = [count(&page, EVENTS).await?, count(&page, QUOTES).await?];
        assert_eq!(count(&page, MARKS).await?, all[0]);
        let second: String = page.eval("document.querySelector('.event:nth-child(2)').id", vec![]).await?;
        page.click(".event:first-child .dismiss").await?;
        page.until_is("events left", EVENTS, all[0] - 1).await?;
        page.until_is("marks left", MARKS, all[0] - 1).await?;
        page.until_is("the focus", "document.activeElement.closest('.event')?.id", second).await?;
        page.click(".quotation:first-child .quote-link").await?;
        page.click("[aria-current] .card .dismiss").await?;
        page.until_is("quotations left", QUOTES, all[1] - 1).await?;
        page.until_is("painted still", PAINTED, all[1] - 1).await?;
        page.until_is("the fragment is gone with it", "location.hash", "").await?;
        page.until_painted("target", "").await?;
        let counted: usize =
            page.eval("[...document.querySelectorAll('.speaker .count')].reduce((sum, one) => sum + Number(one.textContent), 0)", vec![]).await?;
        assert_eq!(counted, all[1] - 1, "what the speakers' counts come to in {lang}");
        open_sample(&page, lang, "").await?;
        assert_eq!(
            [count(&page, EVENTS).await?, count(&page, QUOTES).await?],
            all.map(|n| n - 1),
            "{lang} after a reload"
        );
        for panel in ["timeline", "quotes"] {
            let told: String =
                page.eval(&format!("document.querySelector('#{panel} .put-away span').innerText"), vec![]).await?;
            assert!(told.contains('1'), "{told}");
            // From the keyboard too.
            page.client.execute(&format!("document.querySelector('#{panel} .again').focus()"), vec![]).await?;
            page.press(ENTER).await?;
            page.until(&format!("{panel} is whole"), &format!("!document.querySelector('#{panel} .put-away')")).await?;
            page.until(
                "the focus is on what came back",
                &format!("document.activeElement.closest('#{panel} li:first-child')"),
            )
            .await?;
        }
        open_sample(&page, lang, "").await?;
        assert_eq!([count(&page, EVENTS).await?, count(&page, QUOTES).await?], all, "{lang} after another reload");
    }
    Ok(())
}

pub async fn links_to_them_land_cold(page: Page) -> Told {
    const LAST: &str = "(({id, querySelector}) => id)(document.querySelector('.quotation:last-child'))";
    const WORDS: &str = "document.querySelector('.quotation:last-child .quote-words').textContent";
    for lang in LANGUAGES {
        open_sample(&page, lang, "").await?;
        let (id, words): (String, String) = (page.eval(LAST, vec![]).await?, page.eval(WORDS, vec![]).await?);
        let cold = page.on(Server::start(&site::folder(), "/")?);
        open_sample(&cold, lang, &format!("#{id}")).await?;
        cold.until_painted("target", &words).await?;
        cold.until("the passage is in view", IN_VIEW).await?;
        cold.until_is("the chosen one", "document.querySelector('.quotation[aria-current]')?.id", id.clone()).await?;
        // Put away, and asked for by a link again.
        cold.click("[aria-current] .card .dismiss").await?;
        cold.until("it is gone", &format!("!document.getElementById('{id}')")).await?;
        open_sample(&cold, lang, &format!("#{id}")).await?;
        cold.until_painted("target", &words).await?;
        cold.until_is("the chosen one", "document.querySelector('.quotation[aria-current]')?.id", id).await?;
        // What is found in one language is in no other.
        let next = LANGUAGES.iter().find(|other| **other != lang).copied().unwrap_or(lang);
        cold.click(&format!(".languages a[hreflang={next}]")).await?;
        cold.until_is("the language", "document.documentElement.lang", next).await?;
        cold.until_is("the state of the search", STATE, "ready").await?;
        let told: String = cold.eval("location.hash + document.getElementById('notice').textContent", vec![]).await?;
        assert_eq!(told, "", "no dead link in {next}");
        open_sample(&cold, lang, "#quote-q-000000000000").await?;
        cold.until("told", "document.querySelector('#notice [data-kind=dead-link]')").await?;
    }
    Ok(())
}

/// The sample over and over, as a text of its own.
fn long_sample(lang: &str) -> Told<Vec<u8>> {
    let mut article = site::sample(lang)?;
    let body = text(&article, "articleBody").to_owned();
    let mut long = String::new();
    for n in 0.. {
        if long.len() > LONG {
            break;
        }
        long.extend([n.to_string().as_str(), ".\n\n", &body, "\n\n"]);
    }
    article["articleBody"] = long.into();
    Ok(serde_json::to_vec(&article)?)
}

pub async fn a_long_text_is_searched_behind_the_page(page: Page) -> Told {
    // Kept in the page itself: scripts of a driver share no variables with it, nor with each other, in every engine.
    const WATCH: &str = "(() => { const kept = document.body.dataset; [kept.stages, kept.clicks, kept.turns] = ['', 0, 0]; \
        const line = () => document.querySelector('.search p')?.textContent; const first = line(); \
        const look = () => { if (line() && !kept.stages.includes(line())) kept.stages += '|' + line(); }; look(); \
        new MutationObserver(look).observe(document.getElementById('searching'), {subtree: true, childList: true, characterData: true}); \
        document.querySelector('h1').addEventListener('click', () => kept.clicks++); \
        const turn = () => { if (line() && line() !== first) kept.turns++; setTimeout(turn); }; turn(); })()";
    const KEPT: &str = "(({stages, turns}) => [stages.split('|').length - 1, Number(turns)])(document.body.dataset)";
    const LINE: &str = "document.querySelector('.search progress')?.checkVisibility({visibilityProperty: true})";
    let wasm = site::file("analyst-", ".wasm")?;
    for lang in LANGUAGES {
        let page = page.on(Server::start(&site::folder(), "/")?);
        page.site.misbehave(&site::sample_data_path(lang), Answer::Bytes(long_sample(lang)?, "application/json"));
        page.site.misbehave(&wasm, Answer::Held);
        page.open(&site::sample_path(lang)).await?;
        page.until_held(&wasm).await?;
        page.until("the line", LINE).await?;
        page.client.execute(WATCH, vec![]).await?;
        let shown: usize = page.eval("document.getElementById('text').textContent.length", vec![]).await?;
        assert!(shown > 100_000, "the text is there meanwhile");
        assert_eq!(count(&page, EVENTS).await? + count(&page, QUOTES).await?, 0, "what another text has is not shown");
        page.click("h1").await?;
        page.until_is("clicks", "document.body.dataset.clicks", "1").await?;
        page.site.release();
        page.until("the search is over", &format!("['ready', 'failed'].includes({STATE})")).await?;
        let why: Option<String> = page.eval(DETAIL, vec![]).await?;
        assert_eq!(page.eval::<String>(STATE, vec![]).await?, "ready", "the search of a long text, {lang}: {why:?}");
        let (stages, turns): (usize, usize) = page.eval(KEPT, vec![]).await?;
        assert!(stages > 2, "the line has said {stages} things");
        assert!(turns > 0, "the page has had no turn while it was searched for");
        assert!(count(&page, EVENTS).await? > 500 && count(&page, QUOTES).await? > 500, "{lang}");
        page.until("the line is gone", "!document.querySelector('.search')").await?;
    }
    Ok(())
}

pub async fn an_analyst_that_cannot_be_had_is_told(page: Page) -> Told {
    let (script, js, wasm) =
        (site::file("findings-", ".js")?, site::file("analyst-", ".js")?, site::file("analyst-", ".wasm")?);
    let rows = [
        ("no worker", &script, Answer::Status(404)),
        ("a page instead of the worker", &script, Answer::Page),
        ("no program", &js, Answer::Status(500)),
        ("no other half of the program", &wasm, Answer::Status(404)),
        ("another thing as the program", &wasm, Answer::Bytes(b"\0asm\x01".to_vec(), "application/wasm")),
        ("a worker that says nothing of use", &script, Answer::Bytes(GARBAGE.into(), "text/javascript")),
    ];
    for ((name, file, answer), lang) in rows.into_iter().zip(LANGUAGES.into_iter().cycle()) {
        let page = page.on(Server::start(&site::folder(), "/")?);
        page.site.misbehave(file, answer);
        page.open(&site::sample_path(lang)).await?;
        page.until(name, "document.querySelector('#notice [role=alert]')?.checkVisibility()").await?;
        let kind: String = page.eval("document.querySelector('#notice [role=alert]').dataset.kind", vec![]).await?;
        assert_eq!(kind, "not-searched", "{name}");
        let why: Option<String> = page.eval(DETAIL, vec![]).await?;
        assert!(*file != wasm || why.is_some_and(|why| !why.is_empty()), "{name} leaves its reader without details");
        let shown: String = page.eval("document.querySelector('#text h1').innerText", vec![]).await?;
        assert_eq!(shown, text(&site::sample(lang)?, "headline"), "the text at {name}");
        assert!(count(&page, EVENTS).await? > 5, "what the page has of its own at {name}");
        page.site.behave();
        page.click("#notice .retry").await?;
        page.until_is(&format!("the search after {name}"), STATE, "ready").await?;
        page.until_is("what is told", "document.querySelector('#notice').textContent", "").await?;
        page.click(".event:first-child .event-link").await?;
        page.until("the passage is in view", IN_VIEW).await?;
    }
    Ok(())
}

const GARBAGE: &str = "addEventListener('message', () => postMessage('[[],[[1]],null]'));";

pub async fn are_there_with_the_server_gone(page: Page) -> Told {
    page.open(&site::path("ar")).await?;
    page.until_is("the sign", super::offline::SIGN, "ready").await?;
    page.site.stop();
    for lang in LANGUAGES {
        page.open_in_a_new_tab(&site::sample_path(lang)).await?;
        page.until_is("the state of the search", STATE, "ready").await?;
        page.click(".event:last-child .event-link").await?;
        page.until("the passage is in view", IN_VIEW).await?;
    }
    page.site.resume()?;
    Ok(())
}

pub async fn are_at_hand_on_a_phone(page: Page) -> Told {
    page.resize(390, 844).await?;
    for lang in LANGUAGES {
        open_sample(&page, lang, "").await?;
        let all = count(&page, EVENTS).await?;
        page.click("button[data-sheet=timeline]").await?;
        page.click(".event:nth-child(2) summary").await?;
        page.until("the reasons are open", "document.querySelector('.event:nth-child(2) details[open]')").await?;
        page.click(".event:nth-child(2) .dismiss").await?;
        page.until_is("events left", EVENTS, all - 1).await?;
        page.until("the sheet is open still", "document.querySelector('#timeline').checkVisibility()").await?;
        page.until("no other reasons are open", "!document.querySelector('details[open]')").await?;
        page.click(".put-away .again").await?;
        page.until_is("events", EVENTS, all).await?;
        let wide: bool = page.eval("document.documentElement.scrollWidth > innerWidth", vec![]).await?;
        if wide {
            return Err(Failure(format!("{lang}: wider than the phone")));
        }
    }
    Ok(())
}

/// Prints how long the analyst takes in this engine, for the first time, and once it is warm: from the bytes of an article
/// that nobody has marked up to what the page is told of it.
pub async fn speed_is_told(page: Page) -> Told {
    /// Rounds are timed by so many, since engines tell the time coarsely.
    const SPEED: &str = "(async (script, data) => { const {default: init, analyse} = await import(script); await init(); \
        const {events, quotes, ...bare} = await (await fetch(data)).json(); \
        const bytes = new TextEncoder().encode(JSON.stringify(bare)); \
        const timed = (rounds) => { const from = performance.now(); \
            for (let n = 0; n < rounds; n++) analyse(bytes); return (performance.now() - from) / rounds; }; \
        const first = timed(1); return [first, Math.min(...Array.from({length: 10}, () => timed(20)))]; })\
        (arguments[0], arguments[1])";
    let analyst = page.site.root() + &site::file("analyst-", ".js")?;
    for lang in LANGUAGES {
        page.open(&site::path(lang)).await?;
        let bytes = text(&site::article(lang)?, "articleBody").len();
        let data = page.site.root() + &site::data_path(lang);
        let [first, warm]: [f64; 2] = page.resolved(SPEED, vec![analyst.clone().into(), data.into()]).await?;
        let engine = page.engine.name();
        println!("{engine} searches {bytes} bytes of {lang} in {warm:.2} ms, for the first time in {first:.0} ms");
    }
    Ok(())
}
