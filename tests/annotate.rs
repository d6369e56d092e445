//! What an article lacks, found: what is told of it, what is left alone, and that it survives its way out of a worker.

use proptest::prelude::*;
use siyaq::analysis::{EventRule, SpeechRule};
use siyaq::annotate::{Found, Stage, complete, find, find_with, from_wire, is_wanting, to_wire};
use siyaq::article::{Article, Asserter, Evidence, Origin, QuoteKind, read};
use siyaq::text::Lang;
use siyaq::ui::rule_words;

fn article(lang: &str, body: &str) -> Article {
    with(lang, body, serde_json::json!({}))
}

/// An article with some of its keys authored.
fn with(lang: &str, body: &str, authored: serde_json::Value) -> Article {
    let mut json = serde_json::json!({
        "headline": "h", "inLanguage": lang, "datePublished": "2022-01-10", "articleBody": body
    });
    for (key, value) in authored.as_object().unwrap() {
        json[key] = value.clone();
    }
    read(json.to_string().as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn completed(lang: &str, body: &str) -> Article {
    let article = article(lang, body);
    let found = find(&article);
    complete(article, found)
}

fn evidence(origin: &Origin) -> &Evidence {
    match origin {
        Origin::Found(evidence) => evidence,
        Origin::Authored => panic!("authored"),
    }
}

/// Each event as `date | who | passage | words`, each quotation as `kind | who | words | what it rests on`.
fn told(article: &Article) -> (Vec<String>, Vec<String>) {
    let words = |origin: &Origin| {
        let words: Vec<&str> = evidence(origin).words.iter().map(|span| span.of(&article.body)).collect();
        words.join(" + ")
    };
    let name = |index| article.person(index).map_or("?", |person| person.name.as_str());
    let events = article.events.iter().flatten().map(|event| {
        let by = match event.by {
            Asserter::Narrator => "narrator",
            Asserter::Person(index) => name(index),
        };
        format!("{} | {by} | {} | {}", event.date, event.span.of(&article.body), words(&event.origin))
    });
    let quotes = article.quotes.iter().flatten().map(|quote| {
        let kind = match quote.kind {
            QuoteKind::Direct => "direct",
            QuoteKind::Indirect => "indirect",
            QuoteKind::Mixed => "mixed",
        };
        let speaker = quote.speaker.map_or("nobody", name);
        format!("{kind} | {speaker} | {} | {}", quote.span.of(&article.body), words(&quote.origin))
    });
    (events.collect(), quotes.collect())
}

/// A name, a language, a body, its events and its quotations.
type Row<'a> = (&'a str, &'a str, &'a str, &'a [&'a str], &'a [&'a str]);

#[test]
fn finds_what_is_lacking_and_says_why() {
    let rows: [Row; 7] = [
        ("nothing to find", "en", "The sea is blue.", &[], &[]),
        (
            "an event and a quotation",
            "en",
            "The harbour reopened on 2 January 2022. “We are glad,” said Ann Lee.",
            &["2022-01-02 | narrator | The harbour reopened on 2 January 2022 | 2 January 2022"],
            &["direct | Ann Lee | We are glad, | said + Ann Lee"],
        ),
        (
            "an event by somebody's word",
            "ar",
            "قالت ليلى حداد إن الميناء أُغلق في 2 يناير 2022.",
            &["2022-01-02 | ليلى حداد | الميناء أُغلق في 2 يناير 2022 | 2 يناير 2022"],
            &["indirect | ليلى حداد | الميناء أُغلق في 2 يناير 2022 | قالت + ليلى حداد"],
        ),
        (
            "words within words are cited once",
            "ru",
            "Выступил Иван Петров. По его словам, порт закрыли.",
            &[],
            &["indirect | Иван Петров | порт закрыли | По его словам"],
        ),
        ("a subheading is no event", "en", "The sea is blue.\n\n## Opened on 2 January 2022\n\nIt is.", &[], &[]),
        (
            "one clause, two calendars, one event",
            "ar",
            "افتُتح الجسر في 12 رجب 1405 هـ الموافق 2 أبريل 1985.",
            &[
                "1985-04-02 | narrator | افتُتح الجسر في 12 رجب 1405 هـ الموافق 2 أبريل 1985 | 12 رجب 1405 هـ + 2 أبريل 1985",
            ],
            &[],
        ),
        (
            "what somebody denies is no event by their word",
            "en",
            "Ann Lee denied that the harbour had been closed on 2 January 2022.",
            &[],
            &["indirect | Ann Lee | the harbour had been closed on 2 January 2022 | Ann Lee + denied"],
        ),
    ];
    for (name, lang, body, events, quotes) in rows {
        let (found_events, found_quotes) = told(&completed(lang, body));
        assert_eq!(found_events, events, "{name}");
        assert_eq!(found_quotes, quotes, "{name}");
    }
}

const BODY: &str = "The harbour reopened on 2 January 2022. “We are glad,” said Ann Lee.";

#[test]
fn what_was_authored_is_left_alone() {
    let people = serde_json::json!([{ "id": "lee", "name": "Ann Lee", "description": "harbour master" }]);
    let event =
        serde_json::json!([{ "id": "opening", "date": "2022-01-02", "name": "Opening", "exact": "The harbour" }]);
    let rows = [
        ("both are authored, and empty", serde_json::json!({ "events": [], "quotes": [] }), false, 0, 0),
        ("events are authored", serde_json::json!({ "events": event }), true, 1, 1),
        ("no quotation, by the author's word", serde_json::json!({ "quotes": [] }), true, 1, 0),
        ("people are", serde_json::json!({ "people": people }), true, 1, 1),
    ];
    for (name, authored, wanting, events, quotes) in rows {
        let article = with("en", BODY, authored.clone());
        assert_eq!(is_wanting(&article), wanting, "{name}");
        let found = find(&article);
        let whole = complete(article.clone(), found);
        assert!(!is_wanting(&whole), "{name}");
        assert_eq!(whole.events.as_ref().map(Vec::len), Some(events), "{name}");
        assert_eq!(whole.quotes.as_ref().map(Vec::len), Some(quotes), "{name}");
        assert!(article.events.is_none() || whole.events == article.events, "{name}");
        assert!(article.quotes.is_none() || whole.quotes == article.quotes, "{name}");
        assert!(whole.people.starts_with(&article.people), "{name}");
        let speaker = whole.quotes.iter().flatten().find_map(|quote| whole.person(quote.speaker?));
        if authored.get("people").is_some() {
            assert_eq!(speaker.map(|person| person.id.as_str()), Some("lee"), "who is named already is not told twice");
            assert_eq!(whole.people.len(), 1);
        }
    }
}

fn ids(article: &Article) -> Vec<String> {
    let events = article.events.iter().flatten().map(|event| event.id.clone());
    events.chain(article.quotes.iter().flatten().map(|quote| quote.id.clone())).collect()
}

/// Ids once counted: a link to the third quotation led elsewhere as soon as one was found before it.
#[test]
fn ids_stay_when_text_is_added_before() {
    let before = ids(&completed("en", BODY));
    assert_eq!(before.len(), 2);
    let longer = format!("The market closed on 1 January 2022. “It is late,” said Bob Ray.\n\n{BODY}");
    let after = ids(&completed("en", &longer));
    assert_eq!(after.len(), 4);
    assert!(before.iter().all(|id| after.contains(id)), "{before:?} in {after:?}");
    let twice = ids(&completed("en", &format!("{BODY}\n\n{BODY}")));
    let mut different = twice.clone();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), twice.len(), "the same words twice have two ids: {twice:?}");
    assert_eq!(twice[0], before[0], "the first keeps its own");
}

/// A passage that began in one paragraph and ended in another would have nothing to be painted on between them.
#[test]
fn nothing_begins_or_ends_between_blocks() {
    let bodies = [
        "“We are glad,\n\n## On 2 January 2022\n\nand late,” said Ann Lee.",
        "> “We are glad\n\n> on 2 January 2022”\n\nsaid Ann Lee. ## “No",
        "«Начато 2 января 2022\n\n\n\n— сказал Иван Петров»",
    ];
    for body in bodies {
        for lang in Lang::ALL {
            let article = completed(lang.tag(), body);
            let events = article.events.iter().flatten().map(|event| event.span);
            for span in events.chain(article.quotes.iter().flatten().map(|quote| quote.span)) {
                assert!(article.is_in_blocks(span), "{:?} of {body:?}", span.of(body));
            }
        }
    }
}

#[test]
fn without_takes_findings_away_and_nothing_else() {
    let found = completed("en", BODY);
    let all = ids(&found);
    assert!(ids(&found.without(&all)).is_empty());
    assert_eq!(found.without(&all).body, found.body);
    assert_eq!(found.without(&all[..1]).events, Some(Vec::new()));
    assert_eq!(found.without(&all[..1]).quotes, found.quotes);
    assert_eq!(found.without(&["nobody".to_owned()]), found);
    let event =
        serde_json::json!([{ "id": "opening", "date": "2022-01-02", "name": "Opening", "exact": "The harbour" }]);
    let authored = with("en", BODY, serde_json::json!({ "events": event, "quotes": [] }));
    assert_eq!(authored.without(&["opening".to_owned()]), authored, "what is authored stays");
}

#[test]
fn stages_are_told_in_order() {
    let mut told = Vec::new();
    _ = find_with(&article("en", BODY), &mut |stage| told.push(stage));
    assert_eq!(told, [Stage::Dates, Stage::Sentences, Stage::Speech, Stage::Events]);
}

#[test]
fn the_wire_gives_back_what_was_put_in() {
    for (lang, body) in [("en", BODY), ("ar", "قالت ليلى حداد إن الميناء أُغلق في 2 يناير 2022."), ("ru", "Море синее.")]
    {
        for authored in ["{}", "{\"events\": []}", "{\"quotes\": []}"] {
            let found = find(&with(lang, body, serde_json::from_str(authored).unwrap()));
            assert_eq!(from_wire(&to_wire(&found)), Some(found), "{lang} {authored}");
        }
    }
    assert_eq!(from_wire(&to_wire(&Found::default())), Some(Found::default()));
    for garbage in ["", "null", "{}", "[]", "[[],[[]],[]]", "[[],[],[],", "[[[1]],null,null]", "[null,null,null]"] {
        assert_eq!(from_wire(garbage), None, "{garbage}");
    }
}

/// What texts are made of, between stretches of anything.
const PARTS: [&str; 7] = [
    "قال أحمد علي: «نعم»، في 2 يناير 2022. ",
    "“No,” said Ann Lee \\ \u{1F}\u{2028}. ",
    "— Да, — сказал Пётр 5 мая. ",
    "\n\n## ",
    "\n\n> ",
    "🚢«",
    "",
];

proptest! {
    #[test]
    fn the_wire_gives_back_what_is_found_in_any_text(
        parts in proptest::collection::vec((0..PARTS.len(), "\\PC{0,6}"), 0..12),
        lang in 0..3_usize,
    ) {
        let parts = parts.iter().map(|(part, other)| format!("{}{other}", PARTS[*part]));
        let body = format!("a {}", parts.collect::<String>());
        let article = article(Lang::ALL[lang].tag(), &body);
        let found = find(&article);
        prop_assert_eq!(from_wire(&to_wire(&found)), Some(found.clone()));
        let whole = complete(article, found);
        let mut all = ids(&whole);
        let count = all.len();
        all.sort();
        all.dedup();
        prop_assert_eq!(all.len(), count);
        for origin in whole.events.iter().flatten().map(|event| &event.origin)
            .chain(whole.quotes.iter().flatten().map(|quote| &quote.origin))
        {
            prop_assert!(evidence(origin).confidence <= 100);
            for words in &evidence(origin).words {
                prop_assert!(whole.body.get(words.start.0..words.end.0).is_some());
            }
        }
    }
}

/// Named one by one, so that a new rule does not compile without a place here.
fn all_rules() -> Vec<&'static str> {
    use SpeechRule::{
        Alone, Bare, Clause, Continued, CueAfter, CueBefore, CueColon, Dash, Inside, NameColon, Postposed, Reopened,
        Source, Turn,
    };
    let speech = [
        CueColon, NameColon, CueBefore, CueAfter, Continued, Reopened, Inside, Dash, Turn, Alone, Clause, Bare,
        Postposed, Source,
    ];
    for rule in speech {
        match rule {
            CueColon | NameColon | CueBefore | CueAfter | Continued | Reopened | Inside | Dash | Turn | Alone
            | Clause | Bare | Postposed | Source => {}
        }
    }
    let events = [EventRule::Dated, EventRule::Inherited];
    for rule in events {
        match rule {
            EventRule::Dated | EventRule::Inherited => {}
        }
    }
    let speech = speech.into_iter().map(|rule| rule.name_and_confidence().0);
    speech.chain(events.into_iter().map(|rule| rule.name_and_confidence().0)).collect()
}

#[test]
fn every_rule_has_its_words_in_every_language() {
    for rule in all_rules() {
        let words: Vec<&str> = Lang::ALL.iter().map(|lang| rule_words(*lang, rule).unwrap_or_default()).collect();
        assert!(words.iter().all(|words| words.ends_with('.')), "{rule}: {words:?}");
        assert!(words[0] != words[1] && words[1] != words[2], "{rule}");
    }
    assert_eq!(rule_words(Lang::En, "no such rule"), None);
}
