//! Any text gives findings: spans inside it, on the boundaries of characters, in order. The first byte chooses the
//! language and the day of publication.

#![no_main]
#![allow(dead_code, unused_imports)] // The rooms are taken by their files, so that nothing else of the crate has to be built.

#[path = "../../src/analysis/mod.rs"]
mod analysis;
#[path = "../../src/date/mod.rs"]
mod date;
#[path = "../../src/text/mod.rs"]
mod text;

use analysis::{Context, Findings, analyse};
use date::Day;
use libfuzzer_sys::fuzz_target;
use text::{Byte, Lang, Span};

/// Every span of the findings.
fn spans(findings: &Findings) -> Vec<Span<Byte>> {
    let quotes = findings.quotes.iter().flat_map(|quote| [Some(quote.span), quote.cue, quote.mention]).flatten();
    let people = findings.people.iter().flat_map(|person| person.mentions.iter().copied());
    let events = findings.events.iter().flat_map(|event| [Some(event.span), event.date_span]).flatten();
    let odd = findings.diagnostics.iter().map(|diagnostic| diagnostic.span);
    findings.dates.iter().map(|date| date.span).chain(quotes).chain(people).chain(events).chain(odd).collect()
}

fuzz_target!(|data: &[u8]| {
    let Some((choice, text)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(text);
    let lang = Lang::ALL[usize::from(choice % 3)];
    let published = if choice & 4 == 0 { Day::from_ymd(2022, 1, 10) } else { None };
    let findings = analyse(&text, &Context::new(lang, published));
    for span in spans(&findings) {
        assert!(text.get(span.range()).is_some(), "{span:?} is no stretch of the text");
    }
    assert!(findings.dates.is_sorted_by_key(|date| date.span.start));
    assert!(findings.quotes.is_sorted_by_key(|quote| quote.span.start));
    assert!(findings.events.is_sorted_by_key(|event| event.span.start));
});
