//! Folding: what counts as the same words, and the way back to them.

use siyaq::text::{Byte, Folded, Span, find_all, fold};

/// Name, as written, as folded.
const ROWS: [(&str, &str, &str); 31] = [
    ("tashkeel", "كِتَابٌ", "كتاب"),
    ("shadda and superscript alef", "اللّٰه", "الله"),
    ("tatweel", "ســـلام", "سلام"),
    ("alef and hamza", "أإآٱؤئ", "ااااوي"),
    ("hamza written apart", "ا\u{654}و\u{654}ي\u{654}", "اوي"),
    ("ya and alef maqsura", "على", "علي"),
    ("Farsi yeh and kaf", "کتابی", "كتابي"),
    ("ta marbuta", "مدينة", "مدينه"),
    ("lam-alef ligatures", "ﻻﻵﻷﻹ", "لالالالا"),
    ("positional forms", "ﻛﺘﺎﺏ ﻣﺪﻳﻨﺔ ﻋﻠﻰ", "كتاب مدينه علي"),
    ("two-letter ligatures", "ﰲ ﻋﱂ", "في علم"),
    ("three-letter ligatures", "ﶀ", "لحم"),
    ("a ligature with hamza", "ﰀ", "يج"),
    ("marks as ligatures", "ا\u{FC61}ب", "اب"),
    ("word ligatures", "ﷲ ﷺ", "الله صلي الله عليه وسلم"),
    ("Arabic-Indic digits", "٢٠٢٢", "2022"),
    ("extended digits", "۱۴۰۰", "1400"),
    ("full-width digits and letters", "１２ Ａｂ", "12 ab"),
    ("Arabic punctuation", "نعم، لا؛ كم؟ ٥٪", "نعم, لا; كم? 5%"),
    ("bidi controls", "\u{202B}نص\u{202C} \u{200F}عربي\u{2069}", "نص عربي"),
    ("zero width", "می\u{200C}رود a\u{200B}b\u{AD}c\u{FEFF}", "ميرود abc"),
    ("quotation marks", "«أ» “b” ‘c’ „d“ 'e' \"f\"", "\"ا\" \"b\" \"c\" \"d\" \"e\" \"f\""),
    ("dashes", "a–b—c‑d−e", "a-b-c-d-e"),
    ("ellipsis", "…", "..."),
    ("white space", "  a \t\n\u{A0}\u{202F}b  ", "a b"),
    ("Latin case and accents", "ÀÉîøŁ Ḥaṣan", "aeiol hasan"),
    ("accents written apart", "e\u{301}A\u{30A}", "ea"),
    ("Cyrillic case and yo", "ЁЛКА Всё Й", "елка все й"),
    ("short i written apart", "и\u{306}", "й"),
    ("yo written apart", "Е\u{308}", "е"),
    ("what no table names", "日本 β 😀", "日本 β 😀"),
];

#[test]
fn folds() {
    for (name, written, folded) in ROWS {
        assert_eq!(fold(written), folded, "{name}");
        assert_eq!(fold(folded), folded, "{name}: folding twice");
    }
}

#[test]
fn finds_the_way_back() {
    // Name, text, folded needle, what it stands for.
    let rows = [
        ("marks on the last letter", "في كِتَابٍ، قديم", "كتاب", "كِتَابٍ"),
        ("a ligature whole", "سﻻم", "لا", "ﻻ"),
        ("half of a ligature", "سﻻم", "سل", "سﻻ"),
        ("controls stay outside", "قال\u{200F} نعم", "قال", "قال"),
        ("a mark behind a control", "قال\u{200D}\u{64E} نعم", "قال", "قال\u{200D}\u{64E}"),
        ("spaces inside", "بعد   أن\nقال", "بعد ان قال", "بعد   أن\nقال"),
        ("an ellipsis", "نعم… لا", "نعم...", "نعم…"),
        ("a composed letter", "мои\u{306} дом", "мой", "мои\u{306}"),
        ("the end of the text", "قَالَ", "قال", "قَالَ"),
    ];
    for (name, text, needle, expected) in rows {
        let folded = Folded::new(text);
        let found = find_all(folded.text(), needle).next().unwrap_or_else(|| panic!("{name}: {}", folded.text()));
        let span = folded.span_in_source(found);
        assert_eq!(span.of(text), expected, "{name}");
        let there = folded.span_of_source(span);
        assert!(there.covers(&found), "{name}: {there:?} {found:?}");
    }
}

#[test]
fn folds_blocks_apart() {
    let body = "## عنوان\n\n   \n\nنص\nأول\n\n> ـ\n\nآخر";
    let spans = ["عنوان", "نص\nأول", "ـ", "آخر"].map(|words| find_all(body, words).next().unwrap_or_default());
    let folded = Folded::of_blocks(body, spans);
    assert_eq!(folded.text(), "عنوان\nنص اول\nاخر");
    let last = find_all(folded.text(), "اخر").next().unwrap_or_default();
    assert_eq!(folded.span_in_source(last).of(body), "آخر");
}

#[test]
fn survives_spans_from_elsewhere() {
    let folded = Folded::new("نص");
    for span in [Span::bytes(0..99), Span::bytes(7..9), Span::bytes(1..3), Span::new(Byte(9), Byte(2))] {
        let back = folded.span_in_source(span);
        assert!(back.end.0 <= 4, "{back:?}");
        assert!(folded.span_of_source(span).end.0 <= 4);
    }
}
