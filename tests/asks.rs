//! What a panel's parts ask stands in their attributes, and is read from there.

use siyaq::article::{PersonIndex, Voice};
use siyaq::ui::{Ask, Sheet};

#[test]
fn what_is_written_is_read() {
    let rows = [
        (Ask::Event(0), "event 0"),
        (Ask::ShareEvent(12), "share-event 12"),
        (Ask::Quote(3), "quote 3"),
        (Ask::CopyQuote(3), "copy-quote 3"),
        (Ask::ShareQuote(3), "share-quote 3"),
        (Ask::DismissEvent(1), "dismiss-event 1"),
        (Ask::DismissQuote(1), "dismiss-quote 1"),
        (Ask::Voice(Voice::Person(PersonIndex(4))), "voice 4"),
        (Ask::Voice(Voice::Unknown), "voice"),
        (Ask::ShowAgain(Sheet::Timeline), "show-events 0"),
        (Ask::ShowAgain(Sheet::Quotes), "show-quotes 0"),
    ];
    for (ask, written) in rows {
        assert_eq!(ask.written(), written);
        assert_eq!(Ask::read(written), Some(ask), "{written}");
    }
}

#[test]
fn nothing_else_is_an_ask() {
    for written in ["", " ", "event", "event ", "event -1", "event x", "quote 1 2", "nothing 1", "voice x", "voice "] {
        assert_eq!(Ask::read(written), None, "{written:?}");
    }
    assert_eq!(Ask::Retry.written(), "", "no panel asks this");
}
