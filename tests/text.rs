//! Offsets, spans, languages, and the direction of lines.

use proptest::prelude::*;
use siyaq::text::{
    Byte, CodePoint, Direction, Lang, Offsets, Piece, Span, Utf16, control_name, direction_apart, direction_of,
    find_all, has_controls, is_bidi_override, isolated, main_direction, pieces, without_controls,
};

#[test]
fn offsets_convert_between_their_kinds() {
    // Text, byte, code point, UTF-16 unit of one place.
    let rows = [
        ("nothing", "", 0, 0, 0),
        ("the start", "سلام", 0, 0, 0),
        ("two bytes a letter", "سلام", 4, 2, 2),
        ("the end", "سلام", 8, 4, 4),
        ("past the end", "سلام", 100, 4, 4),
        ("inside a letter: its start", "سلام", 5, 2, 2),
        ("behind a surrogate pair", "a😀b", 5, 2, 3),
        ("inside a surrogate pair: its start", "a😀b", 3, 1, 1),
        ("Latin in Arabic", "قال Tokayev", 8, 5, 5),
    ];
    for (name, text, byte, point, unit) in rows {
        let offsets = Offsets::new(text);
        assert_eq!(offsets.code_point(Byte(byte)), CodePoint(point), "{name}");
        assert_eq!(offsets.utf16(Byte(byte)), Utf16(unit), "{name}");
    }
    let offsets = Offsets::new("a😀b");
    assert_eq!(offsets.byte_of_utf16(Utf16(2)), Byte(1), "inside a surrogate pair: its start");
    assert_eq!(offsets.byte_of_code_point(CodePoint(9)), Byte(6), "past the end: the end");
    assert_eq!(offsets.utf16_span(Span::bytes(1..5)), Span::new(Utf16(1), Utf16(3)));
}

#[test]
fn spans_meet_or_do_not() {
    let span = |range: std::ops::Range<usize>| Span::bytes(range);
    // Two spans, whether they overlap, whether the first covers the second.
    let rows = [
        ("apart", span(0..2), span(4..6), false, false),
        ("touching", span(0..2), span(2..4), false, false),
        ("crossing", span(0..3), span(2..4), true, false),
        ("inside", span(0..4), span(1..2), true, true),
        ("the same", span(1..2), span(1..2), true, true),
        ("an empty one inside", span(0..4), span(2..2), false, true),
        ("turned around: empty", Span::new(Byte(4), Byte(1)), span(0..9), false, false),
    ];
    for (name, a, b, overlaps, covers) in rows {
        assert_eq!((a.overlaps(&b), b.overlaps(&a)), (overlaps, overlaps), "{name}");
        assert_eq!(a.covers(&b), covers, "{name}");
    }
    assert_eq!(span(2..6).of("قلم"), "لم");
    assert_eq!(span(1..6).of("قلم"), "", "a cut letter");
    assert_eq!(span(2..60).of("قلم"), "", "outside");
    assert!(span(1..3).contains(Byte(1)) && !span(1..3).contains(Byte(3)), "half-open");
    assert_eq!((span(1..3).len(), Span::new(Byte(5), Byte(2)).len()), (2, 0));
}

#[test]
fn words_are_found_wherever_they_stand() {
    let rows: [(&str, &str, &str, &[usize]); 8] = [
        ("once", "قال السفير", "السفير", &[7]),
        ("twice", "a b a", "a", &[0, 4]),
        ("overlapping", "aaaa", "aa", &[0, 1, 2]),
        ("overlapping with a longer period", "abababXabab", "abab", &[0, 2, 7]),
        ("overlapping letters of two bytes", "ااا", "اا", &[0, 2]),
        ("not there", "abc", "d", &[]),
        ("nothing", "abc", "", &[]),
        ("longer than the text", "abc", "abcd", &[]),
    ];
    for (name, text, words, expected) in rows {
        let found: Vec<usize> = find_all(text, words).map(|span| span.start.0).collect();
        assert_eq!(found, expected, "{name}");
        assert!(find_all(text, words).all(|span| span.of(text) == words), "{name}");
    }
}

/// A quarter of a million places of words of a quarter of a million letters: the search once began anew at each, and
/// an article made for it could hold the page for minutes.
#[test]
fn words_that_overlap_everywhere_are_found_in_time() {
    let (text, words) = ("a".repeat(500_000), "a".repeat(250_000));
    assert_eq!(find_all(&text, &words).count(), 250_001);
    let (text, words) = ("ab".repeat(200_000), format!("{}b", "ba".repeat(50_000)));
    assert_eq!(find_all(&text, &words).count(), 150_000);
}

#[test]
fn languages_are_told_by_tag_and_by_letters() {
    let tags = [
        ("ar", Some(Lang::Ar)),
        ("ar-EG", Some(Lang::Ar)),
        ("RU_ru", Some(Lang::Ru)),
        ("en-GB", Some(Lang::En)),
        ("fa", None),
        ("arz", None),
        ("", None),
    ];
    for (tag, lang) in tags {
        assert_eq!(Lang::from_tag(tag), lang, "{tag}");
    }
    let texts = [
        ("قال Tokayev إن الوضع تحت السيطرة", Lang::Ar),
        ("Токаев заявил агентству TASS", Lang::Ru),
        ("Tokayev said سلام", Lang::En),
        ("", Lang::En),
        ("2022", Lang::En),
    ];
    for (text, lang) in texts {
        assert_eq!(Lang::guess(text), lang, "{text}");
    }
    for lang in Lang::ALL {
        assert_eq!(Lang::guess(lang.endonym()), lang);
        assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
        assert_eq!(lang.direction() == Direction::Rtl, lang == Lang::Ar);
    }
}

#[test]
fn the_first_strong_letter_gives_the_direction() {
    let rows = [
        ("سلام", Some(Direction::Rtl)),
        ("hello سلام", Some(Direction::Ltr)),
        ("«Привет»", Some(Direction::Ltr)),
        ("2022: سلام", Some(Direction::Rtl)),
        ("٢٠٢٢ – the year", Some(Direction::Ltr)),
        ("שלום", Some(Direction::Rtl)),
        ("123 %", None),
        ("", None),
    ];
    for (text, direction) in rows {
        assert_eq!(direction_of(text), direction, "{text}");
    }
}

#[test]
fn most_words_give_a_block_its_direction() {
    use Direction::{Ltr, Rtl};
    // Name, text, its direction in a right-to-left and in a left-to-right article.
    let rows = [
        ("Arabic", "هذه فقرة عربية (مع أقواس)، وتنتهي بنقطة.", Rtl, Rtl),
        ("English", "A paragraph, and its full stop.", Ltr, Ltr),
        ("Arabic that begins with a Latin name", "Kassym-Jomart Tokayev قال إن الوضع هادئ.", Rtl, Rtl),
        ("English that begins with an Arabic word", "سياق means context.", Ltr, Ltr),
        ("an address is one word", "المصدر: https://example.org/a/long/way/to/it", Rtl, Ltr),
        ("as many of either", "بيان TASS", Rtl, Ltr),
        ("numbers alone", "2022 – 25%", Rtl, Ltr),
        ("nothing", "", Rtl, Ltr),
    ];
    for (name, text, in_rtl, in_ltr) in rows {
        assert_eq!(main_direction(text, Rtl), in_rtl, "{name}");
        assert_eq!(main_direction(text, Ltr), in_ltr, "{name}");
    }
}

#[test]
fn words_apart_keep_the_direction_that_they_had() {
    use Direction::{Ltr, Rtl};
    let rows = [
        ("all of the block's", "قال", Rtl, Rtl),
        ("most against it, and one with it", "وقال Kassym-Jomart Tokayev", Rtl, Rtl),
        ("all against it", "No comment.", Rtl, Ltr),
        ("all against it, the other way", "لا تعليق.", Ltr, Rtl),
        ("no letters", "25%", Rtl, Rtl),
    ];
    for (name, words, block, expected) in rows {
        assert_eq!(direction_apart(words, block), expected, "{name}");
    }
}

#[test]
fn letters_say_a_language_or_nothing() {
    let rows = [
        ("هذه فقرة عن ڤيينا", Some(Lang::Ar)),
        ("این یک بند فارسی است", None),
        ("Это абзац", Some(Lang::Ru)),
        ("Це абзац із їхніх слів", None),
        ("A paragraph", Some(Lang::En)),
        ("Ein schöner Absatz", None),
        ("פסקה", None),
        ("25%", None),
    ];
    for (text, lang) in rows {
        assert_eq!(Lang::of_letters(text), lang, "{text}");
    }
}

#[test]
fn controls_end_with_their_field() {
    // Name, text, as a part of a longer one. PDI ends an isolate; FSI begins one.
    let rows = [
        ("none", "علي", "علي"),
        ("an override", "a\u{202E}b", "\u{2068}a\u{202E}b\u{2069}"),
        ("one that ends itself", "a\u{202E}b\u{202C}", "\u{2068}a\u{202E}b\u{202C}\u{2069}"),
        ("an isolate left open", "a\u{2067}b", "\u{2068}a\u{2067}b\u{2069}\u{2069}"),
        ("an isolate that is closed", "\u{2066}b\u{2069}", "\u{2068}\u{2066}b\u{2069}\u{2069}"),
        ("an end that would end ours", "a\u{2069}\u{202E}b", "\u{2068}\u{2068}a\u{2069}\u{202E}b\u{2069}"),
        ("lines, each its own", "a\u{202E}\nb\n\u{202E}c", "\u{2068}a\u{202E}\u{2069}\nb\n\u{2068}\u{202E}c\u{2069}"),
    ];
    for (name, text, expected) in rows {
        assert_eq!(isolated(text), expected, "{name}");
        assert!(!has_controls(&without_controls(text)), "{name}");
    }
    assert_eq!(without_controls("a\u{202E}b\u{200F}c"), "ab\u{200F}c");
}

#[test]
fn controls_that_turn_a_line_are_known() {
    let names = ["LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"];
    let controls = ('\u{202A}'..='\u{202E}').chain('\u{2066}'..='\u{2069}');
    for (control, name) in controls.zip(names) {
        assert!(is_bidi_override(control));
        assert_eq!(control_name(control), Some(name));
        assert!(has_controls(&format!("a{control}b")));
    }
    for c in ['a', 'س', '\u{200E}', '\u{200F}', '\u{200D}', '\u{2065}', '\u{206A}'] {
        assert!(!is_bidi_override(c) && control_name(c).is_none(), "{c:?}");
    }
}

/// A line with its isolated pieces in brackets.
fn bracketed(line: &str, base: Direction) -> String {
    let shown = |piece: &Piece| {
        let words = piece.span.of(line);
        if piece.isolated { format!("⟦{words}⟧") } else { words.to_owned() }
    };
    pieces(line, base).iter().map(shown).collect()
}

#[test]
fn runs_of_the_other_direction_are_isolated() {
    let arabic = [
        ("a name", "قال ⟦Kassym-Jomart Tokayev⟧ إن"),
        ("a name with initials", "كتب ⟦J. R. R. Tolkien⟧ ذلك"),
        ("a sign behind", "لغة ⟦C++⟧ قديمة"),
        ("a number that touches", "فيروس ⟦COVID-19⟧ انتشر"),
        ("a number before that touches", "شبكة ⟦5G⟧ جديدة"),
        ("a number apart is the line's", "وكالة ⟦TASS⟧ 9 يناير"),
        ("a number before apart", "بعد 9 ⟦km⟧ فقط"),
        ("percent", "نسبة 25% من الناخبين"),
        ("a telephone number", "هاتف ⟦+7 727 250-00-00⟧ الآن"),
        ("one without its plus", "هاتف ⟦250-00-00⟧."),
        ("a plus alone", "أكثر من +100 شخص"),
        ("an ISO date: its groups were once turned around", "في ⟦2022-01-10⟧، قال"),
        ("an ISO date before a name", "في ⟦2022-01-10⟧ ⟦TASS⟧ قالت"),
        ("a range runs with the line", "من 10-15 يناير"),
        ("a list is no number", "الأعوام 1990, 1994, 1998 و2002"),
        ("brackets stay with the line", "تاس (⟦TASS⟧) قالت"),
        ("quotes stay with the line", "قال “⟦no comment⟧” ومضى"),
        ("an address", "الموقع ⟦example.org/news⟧."),
        ("Cyrillic", "كلمة ⟦Привет⟧ روسية"),
        ("an accent written apart: it once lost its letter", "مقهى ⟦Cafe\u{301} Noir⟧ هنا"),
        ("a soft hyphen", "كلمة ⟦inter\u{AD}net⟧ هنا"),
        ("Arabic digits", "في ٩ يناير ٢٠٢٢"),
        ("only Latin", "⟦Reuters⟧"),
        ("nothing to isolate", "السلام عليكم."),
    ];
    for (name, expected) in arabic {
        let line: String = expected.chars().filter(|c| !"⟦⟧".contains(*c)).collect();
        assert_eq!(bracketed(&line, Direction::Rtl), expected, "{name}");
    }
    let english = [
        ("a word", "the word ⟦سياق⟧ means context"),
        ("two words", "“⟦سياق الخبر⟧”, he wrote"),
        ("a number between", "the ⟦ثورة 25 يناير⟧ of 2011"),
        ("a number behind is the line's", "⟦يناير⟧ 2011"),
        ("a telephone number needs no help", "call +7 727 250-00-00 now"),
    ];
    for (name, expected) in english {
        let line: String = expected.chars().filter(|c| !"⟦⟧".contains(*c)).collect();
        assert_eq!(bracketed(&line, Direction::Ltr), expected, "{name}");
    }
}

proptest! {
    #[test]
    fn conversions_count_as_one_would_by_hand(text in "[aя😀س\u{301}\n ]{0,300}", share in 0.0..1.1_f64) {
        let offsets = Offsets::new(&text);
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let byte = (text.len() as f64 * share) as usize;
        let start = (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let before = &text[..start];
        prop_assert_eq!(offsets.code_point(Byte(byte)).0, before.chars().count());
        prop_assert_eq!(offsets.utf16(Byte(byte)).0, before.encode_utf16().count());
        prop_assert_eq!(offsets.byte_of_utf16(offsets.utf16(Byte(byte))), Byte(start));
        prop_assert_eq!(offsets.byte_of_code_point(offsets.code_point(Byte(byte))), Byte(start));
    }

    #[test]
    fn all_places_are_found(text in "[abс]{0,40}", words in "[abс]{1,5}") {
        let found: Vec<usize> = find_all(&text, &words).map(|span| span.start.0).collect();
        let naive: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|at| text[*at..].starts_with(&words)).collect();
        prop_assert_eq!(found, naive);
    }

    #[test]
    fn pieces_cover_the_line_in_order(
        line in "([a-zА-я]|[س-ي]|[0-9+#%.,:()/ -]|\u{301}|\u{202E}|٣|.){0,60}",
        base in prop_oneof![Just(Direction::Ltr), Just(Direction::Rtl)],
    ) {
        let mut at = 0;
        for piece in pieces(&line, base) {
            prop_assert_eq!(piece.span.start.0, at, "no hole, no overlap");
            prop_assert!(!piece.span.is_empty() && !piece.span.of(&line).is_empty(), "on letters' edges");
            let opposite = |c: char| direction_of(&c.to_string()).is_some_and(|direction| direction != base);
            if !piece.isolated {
                prop_assert!(!piece.span.of(&line).chars().any(opposite), "a foreign letter in the open: {line:?}");
            }
            at = piece.span.end.0;
        }
        prop_assert_eq!(at, line.len());
    }
}
