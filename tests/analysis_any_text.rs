//! Any text gives findings: spans inside it, on the boundaries of characters, in order; no panic; and in steps that
//! grow no faster than the text.

use proptest::prelude::*;
use siyaq::analysis::{Context, Findings, analyse, lexicon_faults};
use siyaq::date::Day;
use siyaq::text::{Byte, Lang, Span, paragraphs, sentences};

fn context(lang: Lang) -> Context {
    Context::new(lang, Day::from_ymd(2022, 1, 10))
}

/// Every span of the findings.
fn spans(findings: &Findings) -> Vec<Span<Byte>> {
    let quotes = findings.quotes.iter().flat_map(|quote| [Some(quote.span), quote.cue, quote.mention]).flatten();
    let people = findings.people.iter().flat_map(|person| person.mentions.iter().copied());
    let events = findings.events.iter().flat_map(|event| [Some(event.span), event.date_span]).flatten();
    let odd = findings.diagnostics.iter().map(|diagnostic| diagnostic.span);
    findings.dates.iter().map(|date| date.span).chain(quotes).chain(people).chain(events).chain(odd).collect()
}

fn check(text: &str, lang: Lang) {
    let findings = analyse(text, &context(lang));
    for span in spans(&findings) {
        assert!(text.get(span.range()).is_some(), "{span:?} is no stretch of the text");
    }
    assert!(findings.dates.is_sorted_by_key(|date| date.span.start), "dates out of order");
    assert!(findings.quotes.is_sorted_by_key(|quote| quote.span.start), "quotations out of order");
    assert!(findings.diagnostics.is_sorted_by_key(|diagnostic| diagnostic.span), "diagnostics out of order");
    for person in &findings.people {
        assert!(person.mentions.is_sorted(), "mentions of {} out of order", person.name);
    }
    for event in findings.events.iter().filter_map(|event| event.date_span) {
        assert!(
            findings.dates.binary_search_by_key(&event, |date| date.span).is_ok(),
            "an event's date is none of the dates"
        );
    }
    assert!(findings.events.is_sorted_by_key(|event| event.span.start), "events out of order");
    let speakers = findings.quotes.iter().filter_map(|quote| quote.speaker);
    for person in speakers.chain(findings.events.iter().filter_map(|event| event.by)) {
        assert!(person < findings.people.len(), "a speaker who is nobody");
    }
}

/// Pieces that the rules look for, to be put together at random.
const PIECES: [&str; 58] = [
    "«",
    "»",
    "“",
    "”",
    "„",
    "\"",
    "'",
    "‘",
    "’",
    "‹",
    "›",
    "<<",
    ">>",
    "—",
    ", —",
    ".",
    "..",
    "…",
    "؟",
    "?",
    "!",
    ":",
    "،",
    ",",
    ";",
    "\n",
    "\n\n",
    " ",
    "قال",
    "وأضاف",
    "إن",
    "أن",
    "بحسب",
    "الوزير نبيل",
    "сказал",
    "что",
    "по словам",
    "Иван Петров",
    "said",
    "that",
    "according to",
    "Jane Doe",
    "\u{200F}",
    "2022",
    "د.",
    "أم",
    "بـ",
    "لوسائل الإعلام",
    "يناير",
    "أمس",
    "1443 هـ",
    "в январе",
    "вчера",
    "в 90-е",
    "last week",
    "May",
    "9/1/2022",
    "'",
];

proptest! {
    #[test]
    fn any_string(text in "\\PC{0,200}") {
        for lang in Lang::ALL {
            check(&text, lang);
        }
    }

    #[test]
    fn any_mixture_of_what_the_rules_look_for(picks in prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..80)) {
        let text: String = picks.iter().flat_map(|(piece, blank)| [PIECES[*piece], if *blank { " " } else { "" }]).collect();
        for lang in Lang::ALL {
            check(&text, lang);
        }
    }

    #[test]
    fn sentences_lie_in_paragraphs(text in "[a-zа-яء-ي .!?؟…\"«»\n]{0,120}") {
        for lang in Lang::ALL {
            let blocks = paragraphs(&text);
            let all = sentences(&text, lang);
            prop_assert!(all.is_sorted());
            prop_assert!(all.iter().all(|sentence| blocks.iter().any(|block| block.covers(sentence))));
        }
    }
}

#[test]
fn hostile_texts() {
    let many = 100_000;
    let rows: [(&str, String); 14] = [
        ("guillemets that open", "«".repeat(many)),
        ("guillemets that close", "»".repeat(many)),
        ("straight marks", "\"".repeat(many)),
        ("straight marks with blanks", "\" ".repeat(many)),
        ("apostrophes", "' ".repeat(many)),
        ("marks of every kind", "«“„\"'‘’”»‹›".repeat(many / 10)),
        ("an unclosed mark in every paragraph", "«قال فلان\n\n".repeat(many / 10)),
        ("a mark opened again in every paragraph", "«Слово\n\n".repeat(many / 10)),
        ("one line of verbs", "قال ".repeat(many / 5)),
        ("one line of verbs in Russian", "сказал, что ".repeat(many / 10)),
        ("one line of verbs in English", "he said that ".repeat(many / 10)),
        ("only diacritics", "\u{64B}\u{651}\u{670}".repeat(many)),
        ("only digits", "1234567890".repeat(many / 10)),
        ("dashes", "— ".repeat(many)),
    ];
    for (name, text) in rows {
        let start = std::time::Instant::now();
        for lang in Lang::ALL {
            check(&text, lang);
        }
        println!("{name}: {} ms", start.elapsed().as_millis());
    }
}

/// Texts cut so that they begin within a phrase: what stands before their first word was once asked for.
#[test]
fn texts_that_begin_within_a_phrase() {
    let cut = [
        "خبير أول: السوق هادئة",
        "الحسن بوزنيقة، 74 سنة، أنه ولد في القرية.",
        "الهادي بوتفنوشت، وهو راع، أن الثلج طمر البيوت.",
        "ما علم لدى المصالح: «لا شيء»",
        "أن يعلق: «لا شيء»",
        "برئاسة القاضي سالم قاسم",
    ];
    for text in cut {
        check(text, Lang::Ar);
    }
    check("as ‘robbed in plain sight’ they said", Lang::En);
}

#[test]
fn lexicons_can_be_read() {
    for lang in Lang::ALL {
        assert_eq!(lexicon_faults(lang), Vec::<String>::new(), "the lexicon of {}", lang.tag());
    }
}
