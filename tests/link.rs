//! Deep links, read and written.

use siyaq::article::{Block, blocks};
use siyaq::link::{Place, TextDirective, parse, write};
use siyaq::text::{Byte, Span, find_all};

fn directive(prefix: &str, start: &str, end: &str, suffix: &str) -> TextDirective {
    let some = |term: &str| (!term.is_empty()).then(|| term.to_owned());
    TextDirective { prefix: some(prefix), start: start.to_owned(), end: some(end), suffix: some(suffix) }
}

#[test]
fn reads_and_writes_places() {
    let unknown = |name: &str| Some(Place::Unknown(name.to_owned()));
    let rows = [
        ("nothing", "", None, None),
        ("only the mark", "#", None, None),
        (
            "an event",
            "#event-protests-begin",
            Some(Place::Event("protests-begin".into())),
            Some("event-protests-begin"),
        ),
        ("a quotation", "quote-q1", Some(Place::Quote("q1".into())), Some("quote-q1")),
        ("an id in Arabic", "#event-%D8%A3", Some(Place::Event("أ".into())), Some("event-%D8%A3")),
        ("a paragraph", "#p12", Some(Place::Paragraph(12)), Some("p12")),
        ("paragraph 0", "#p0", unknown("p0"), Some("p0")),
        ("a padded number", "#p01", unknown("p01"), Some("p01")),
        ("a signed number", "#p+1", unknown("p+1"), Some("p%2B1")),
        ("a number too large", "#p99999999999999999999999", unknown("p99999999999999999999999"), None),
        ("no id", "#event-", unknown("event-"), Some("event-")),
        ("an element of the page", "#timeline", unknown("timeline"), Some("timeline")),
        ("the text as an element", "#text", unknown("text"), Some("text")),
        ("half a percent", "#event-%D8%A", unknown("event-%D8%A"), None),
        ("not UTF-8", "#p%FF", unknown("p%FF"), None),
        ("a browser's directive behind a place", "#p3:~:text=x", Some(Place::Paragraph(3)), Some("p3")),
    ];
    for (name, fragment, place, written) in rows {
        assert_eq!(parse(fragment), place, "{name}");
        if let Some(place) = place {
            let known = !matches!(place, Place::Unknown(_));
            assert!(!known || parse(&write(&place)) == Some(place.clone()), "{name}: read again");
            if let Some(written) = written {
                assert_eq!(write(&place), written, "{name}: written");
            }
        }
    }
}

#[test]
fn reads_and_writes_text_directives() {
    let rows = [
        ("a passage", "text=%D9%82%D8%A7%D9%84", directive("", "قال", "", "")),
        ("from and to", "text=one,two", directive("", "one", "two", "")),
        ("all four", "text=a-,b,c,-d", directive("a", "b", "c", "d")),
        ("a prefix", "text=a-,b", directive("a", "b", "", "")),
        ("a suffix", "text=b,-d", directive("", "b", "", "d")),
        ("the grammar's signs", "text=a%2Cb%2Dc%26d%25", directive("", "a,b-c&d%", "", "")),
        ("blanks", "text=a%20b", directive("", "a b", "", "")),
    ];
    for (name, fragment, expected) in rows {
        assert_eq!(parse(fragment), Some(Place::Text(expected.clone())), "{name}");
        assert_eq!(write(&Place::Text(expected)), fragment, "{name}: written");
    }
    let lenient = [
        ("the first of several", "#text=a&text=b", directive("", "a", "", "")),
        ("a browser's own", "#:~:text=a", directive("", "a", "", "")),
        ("letters as they are", "#text=قال-,إنه", directive("قال", "إنه", "", "")),
        ("small hexadecimals", "#text=%d9%82", directive("", "ق", "", "")),
        ("a hyphen at the end of a lone term", "#text=a-", directive("", "a-", "", "")),
        ("a hyphen inside", "#text=a-b", directive("", "a-b", "", "")),
    ];
    for (name, fragment, expected) in lenient {
        assert_eq!(parse(fragment), Some(Place::Text(expected)), "{name}");
    }
    for broken in ["text=", "text=,", "text=a,b,c", "text=a-,-b", "text=%E0", "text=%2", "text=%20", "text=a,,-b"] {
        assert!(matches!(parse(broken), Some(Place::Unknown(_))), "{broken}");
    }
}

/// Paragraphs that are alike in part.
static BODY: &str = "قَالَ المتحدث إن الجسر سيُفتح غدا.\n\n## الجسر القديم\n\nوأضاف المتحدث إن الجسر سيفتح بعد شهر.\n\n\
    > قال المتحدث إن الجسر سيُفتح غدا صباحا.\n\nThe ferry, he said, will sail at 7 — “if the weather holds”.\n\n\
    Весь день шёл снег, и мост закрыли. Мост откроют.";

#[test]
fn finds_passages() {
    let rows = [
        ("written just so", directive("", "إن الجسر", "", ""), Some("إن الجسر")),
        ("without tashkeel", directive("", "قال المتحدث", "", ""), Some("قال المتحدث")),
        ("folded", directive("", "أن ألجسر سيفتح", "", ""), Some("إن الجسر سيُفتح")),
        ("in another case", directive("", "the FERRY", "", ""), Some("The ferry")),
        ("other quotation marks", directive("", "\"if the weather holds\"", "", ""), Some("“if the weather holds”")),
        ("yo as ye", directive("", "шел снег", "", ""), Some("шёл снег")),
        ("half a word", directive("", "متحدث", "", ""), None),
        ("half a word behind its other half", directive("ال", "متحدث", "", ""), Some("المتحدث")),
        ("with a prefix", directive("وأضاف", "المتحدث", "", ""), Some("المتحدث")),
        ("a prefix that is not there", directive("وقال", "المتحدث", "", ""), None),
        ("a suffix", directive("", "سيفتح", "", "بعد"), Some("سيفتح")),
        ("a suffix that is not there", directive("", "سيفتح", "", "قبل"), None),
        (
            "from and to",
            directive("", "ferry", "holds”", ""),
            Some("ferry, he said, will sail at 7 — “if the weather holds”"),
        ),
        ("over blocks", directive("", "سيفتح غدا", "القديم", ""), Some("سيُفتح غدا.\n\n## الجسر القديم")),
        ("one term over blocks", directive("", "غدا. الجسر القديم", "", ""), None),
        ("a prefix in the block before", directive("غدا.", "الجسر القديم", "", ""), Some("الجسر القديم")),
        ("the mark of a heading", directive("", "## الجسر", "", ""), None),
        ("the end before the start", directive("", "holds", "ferry", ""), None),
        ("only marks", directive("", "\u{64E}\u{650}", "", ""), None),
        ("not there", directive("", "القطار", "", ""), None),
    ];
    let blocks = blocks(BODY);
    for (name, directive, expected) in rows {
        let found = directive.find(BODY, &blocks);
        let whole = name.starts_with("half a word behind");
        let expected = if whole { Some("متحدث") } else { expected };
        assert_eq!(found.map(|span| span.of(BODY)), expected, "{name}");
    }
}

/// A passage written just so goes before one that only folds to the same.
#[test]
fn prefers_what_is_written_so() {
    let body = "جلس علي هنا.\n\nجلس على كرسي.";
    let found = directive("", "على", "", "").find(body, &blocks(body));
    assert_eq!(found, find_all(body, "على").next());
}

#[test]
fn describes_what_it_finds_again() {
    let blocks = blocks(BODY);
    for span in spans(BODY, &blocks) {
        let words = span.of(BODY).trim();
        let Some(found) = TextDirective::describe(BODY, &blocks, span) else {
            panic!("no directive for «{words}»");
        };
        let again = found.find(BODY, &blocks).unwrap_or_default();
        assert_eq!(again.of(BODY), words, "{found:?}");
        assert!(span.covers(&again), "{found:?}");
        let place = Place::Text(found);
        assert_eq!(parse(&write(&place)), Some(place));
    }
}

/// Every stretch of words that begins and ends in a block, the same or the next but one.
fn spans(body: &str, blocks: &[Block]) -> Vec<Span<Byte>> {
    let mut edges = Vec::new();
    for block in blocks {
        let mut at = block.span.start.0;
        for word in block.span.of(body).split_inclusive(' ') {
            edges.push((at, at + word.len()));
            at += word.len();
        }
    }
    let from = |n: usize| edges.iter().skip(n).take(25).map(move |last| (n, last.1));
    (0..edges.len()).flat_map(from).map(|(n, end)| Span::bytes(edges[n].0..end)).collect()
}

#[test]
fn describes_shortly() {
    let rows = [
        ("short and alone", "he said", directive("", "he said", "", "")),
        (
            "set apart by the word before",
            "المتحدث إن الجسر سيفتح",
            directive("وأضاف", "المتحدث إن الجسر سيفتح", "", ""),
        ),
        ("part of a word", "erry", directive("f", "erry", "", "")),
    ];
    let blocks = blocks(BODY);
    for (name, words, expected) in rows {
        let span = find_all(BODY, words).next().unwrap_or_default();
        assert_eq!(TextDirective::describe(BODY, &blocks, span), Some(expected), "{name}");
    }
    assert_eq!(TextDirective::describe(BODY, &blocks, Span::default()), None, "nothing chosen");
    let twins = "نعم نعم نعم نعم نعم نعم نعم نعم نعم نعم\n\n".repeat(9);
    let middle = Span::bytes(twins.len() / 2..twins.len() / 2 + 7);
    let found = TextDirective::describe(&twins, &siyaq::article::blocks(&twins), middle);
    assert_eq!(found, None, "one of many that nothing sets apart");
}

/// A mark on a word that an article has several times led, from the library, to its first.
#[test]
fn quotes_find_their_passages_without_the_text() {
    let blocks = blocks(BODY);
    let haystack = siyaq::anchor::Haystack::new(BODY);
    let words: Vec<Span<Byte>> = BODY
        .split_whitespace()
        .filter(|word| !matches!(*word, "##" | ">" | "—"))
        .map(|word| {
            let start = word.as_ptr() as usize - BODY.as_ptr() as usize;
            Span::bytes(start..start + word.len())
        })
        .collect();
    let (mut all, mut led) = (0, 0);
    for (n, first) in words.iter().enumerate() {
        for last in words[n..].iter().take(14) {
            let span = Span::new(first.start, last.end);
            all += 1;
            let Some(selectors) = haystack.describe(span) else { continue };
            let twin = selectors.rival.filter(|rival| rival.words == 0).map(|rival| rival.whole);
            let directive = TextDirective::of_quoted(&selectors.prefix, &selectors.exact, &selectors.suffix, twin);
            // Nothing leads to the wrong one of two that only what lies beyond their blocks tells apart.
            let Some(directive) = directive else {
                assert!(twin.is_some(), "{selectors:?}");
                continue;
            };
            led += 1;
            let found = directive.find(BODY, &blocks);
            assert_eq!(found.map(|span| span.of(BODY)), Some(span.of(BODY)), "{directive:?}");
            assert_eq!(found, Some(span), "{directive:?}");
        }
    }
    println!("{led} of {all} passages have links");
    assert!(led * 2 > all, "{led} of {all}");
    let rows = [
        ("half a word", ("of the bri", "dge", "s. It", None), Some(directive("the", "bridges", "", "."))),
        ("a twin told by what is far", ("a b\n\nin ", "word", " here\n\nc d", Some(3)), None),
        (
            "a twin told by what is near",
            ("a b\n\nin ", "word", " here\n\nc d", Some(9)),
            Some(directive("in", "word", "", "here")),
        ),
        ("no letters", ("a ", "\u{64E}", " b", None), None),
    ];
    for (name, (prefix, exact, suffix, twin), expected) in rows {
        assert_eq!(TextDirective::of_quoted(prefix, exact, suffix, twin), expected, "{name}");
    }
}
