//! Selecting without a pointer, and which notes are listed.

use siyaq::notes::{Filter, tags_from};
use siyaq::text::{Byte, Lang, Span, find_all, sentences_of, step, widen_by_sentence, widen_by_word};

const BODY: &str = "أعلنت البلدية الخبر. ثم صمتت.\n\n## عنوان\n\nHe said so. Then he left.";

fn span(words: &str) -> Span<Byte> {
    find_all(BODY, words).next().unwrap_or_default()
}

fn sentences() -> Vec<Span<Byte>> {
    sentences_of(BODY, siyaq::article::blocks(BODY).into_iter().map(|block| block.span), Lang::Ar)
}

#[test]
fn sentences_stand_in_their_blocks() {
    let words: Vec<&str> = sentences().iter().map(|sentence| sentence.of(BODY)).collect();
    assert_eq!(words, ["أعلنت البلدية الخبر.", "ثم صمتت.", "عنوان", "He said so.", "Then he left."]);
}

#[test]
fn steps_go_from_sentence_to_sentence() {
    let rows = [
        ("nothing selected: the one being read", None, "صمتت", true, "ثم صمتت."),
        ("nothing selected, at the end", None, "left.", true, "Then he left."),
        ("the next", Some("ثم صمتت."), "", true, "عنوان"),
        ("the next after a part", Some("said"), "", true, "Then he left."),
        ("the last stays", Some("Then he left."), "", true, "Then he left."),
        ("the one before", Some("عنوان"), "", false, "ثم صمتت."),
        ("the whole of a part's", Some("said"), "", false, "He said so."),
        ("the first stays", Some("أعلنت البلدية الخبر."), "", false, "أعلنت البلدية الخبر."),
    ];
    for (name, selected, reading, forwards, wanted) in rows {
        let found = step(&sentences(), selected.map(span), span(reading).start, forwards);
        assert_eq!(found.map(|found| found.of(BODY)), Some(wanted), "{name}");
    }
    assert_eq!(step(&[], None, Byte(0), true), None, "a text without sentences");
}

#[test]
fn selections_widen() {
    let rows = [
        ("a part to its sentence", "said", "sentence", true, "said so."),
        ("a sentence to the next", "He said so.", "sentence", true, "He said so. Then he left."),
        ("a part back to its start", "said", "sentence", false, "He said"),
        ("nothing behind the last", "Then he left.", "sentence", true, "Then he left."),
        ("a word more", "said", "word", true, "said so."),
        ("a word before", "said", "word", false, "He said"),
        ("a word in another block", "so. Then he left.", "word", true, "so. Then he left."),
        ("an Arabic word before", "البلدية", "word", false, "أعلنت البلدية"),
        ("nothing before the first", "أعلنت", "word", false, "أعلنت"),
    ];
    for (name, selected, unit, forwards, wanted) in rows {
        let span = span(selected);
        let wider = if unit == "word" {
            widen_by_word(BODY, span, forwards)
        } else {
            widen_by_sentence(&sentences(), span, forwards)
        };
        assert_eq!(wider.of(BODY), wanted, "{name}");
    }
}

#[test]
fn tags_are_divided_by_commas_of_every_script() {
    let rows = [("", &[][..]), ("a, b", &["a", "b"]), ("سؤال، للتحقق", &["سؤال", "للتحقق"]), ("#a; a ,", &["a"])];
    for (line, wanted) in rows {
        assert_eq!(tags_from(line), wanted, "{line}");
    }
}

#[test]
fn a_filter_reads_as_folding_does() {
    let content = siyaq::notes::Content {
        selectors: siyaq::anchor::Selectors { exact: "الإِعلانُ الأوّل".into(), ..Default::default() },
        note: "To check".into(),
        tags: vec!["سؤال".into()],
        ..Default::default()
    };
    let rows = [("", true), ("الاعلان", true), ("CHECK", true), ("سوال", true), ("سؤال", true), ("other", false)];
    for (words, wanted) in rows {
        assert_eq!(Filter { words: words.into(), ..Filter::default() }.wants(&content), wanted, "{words}");
    }
}
