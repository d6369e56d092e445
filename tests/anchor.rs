//! Anchoring by tables: what became of a text, and what the search says. The statistics are in
//! `anchor_edits.rs`.

mod edits;

use edits::{Dice, long_text};
use siyaq::anchor::{Haystack, Located, Selectors, describe, locate};
use siyaq::text::{CodePoint, Span, find_all};

const TEXT: &str = "أعلنت بلدية المدينة أن الجسر القديم سيُغلق أسبوعا لإصلاحه. وقال المتحدث باسمها إن العبّارة ستنقل \
    الركاب مجانا حتى يُفتح.\n\nوأضاف المتحدث أن المهندسين فحصوا الأعمدة في أيلول ٢٠٢١، وأن الإصلاح لن يطول.\n\n\
    > قال المتحدث إن كل شيء جاهز.\n\nوقال أحد السكان: «ننتظر هذا الجسر منذ عشر سنين».";

/// What is expected, by its kind and the words.
#[derive(Debug, PartialEq)]
enum Told<'a> {
    Exact(&'a str),
    Moved(&'a str),
    Changed(&'a str),
    Lost,
}

fn told<'a>(located: &Located, text: &'a str) -> Told<'a> {
    let words = located.span().map_or("", |span| span.of(text));
    match located {
        Located::Exact(_) => Told::Exact(words),
        Located::Moved(_) => Told::Moved(words),
        Located::Changed { new, .. } => {
            assert_eq!(new, words);
            Told::Changed(words)
        }
        Located::Lost => Told::Lost,
    }
}

/// Name, the passage, what is replaced by what, what is told.
type Row<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)], Told<'a>);

#[test]
fn tells_what_became_of_a_passage() {
    let rows: [Row; 19] = [
        ("nothing", "الجسر القديم", &[], Told::Exact("الجسر القديم")),
        ("a word before", "ستنقل الركاب", &[("أعلنت", "وقد أعلنت")], Told::Exact("ستنقل الركاب")),
        ("tashkeel taken away", "القديم سيُغلق", &[("\u{64F}", "")], Told::Exact("القديم سيغلق")),
        ("tatweel put in", "ستنقل الركاب", &[("ستنقل", "ستــنــقل")], Told::Exact("ستــنــقل الركاب")),
        ("hamza dropped", "أن الإصلاح لن يطول", &[("أن", "ان"), ("الإ", "الا")], Told::Exact("ان الاصلاح لن يطول")),
        ("digits of another kind", "في أيلول ٢٠٢١", &[("٢٠٢١", "2021")], Told::Exact("في أيلول 2021")),
        ("other quotation marks", "«ننتظر هذا الجسر", &[("«", "“"), ("»", "”")], Told::Exact("“ننتظر هذا الجسر")),
        (
            "a paragraph divided",
            "لإصلاحه. وقال",
            &[(". وقال المتحدث", ".\n\nوقال المتحدث")],
            Told::Exact("لإصلاحه.\n\nوقال"),
        ),
        ("a word changed", "ستنقل الركاب مجانا", &[("الركاب", "المسافرين")], Told::Changed("ستنقل المسافرين مجانا")),
        ("a word put in", "ستنقل الركاب مجانا", &[("الركاب", "جميع الركاب")], Told::Changed("ستنقل جميع الركاب مجانا")),
        ("a word taken out", "ستنقل الركاب مجانا", &[("الركاب ", "")], Told::Changed("ستنقل مجانا")),
        (
            "the first word changed",
            "ستنقل الركاب مجانا",
            &[("ستنقل", "سوف تحمل")],
            Told::Changed("سوف تحمل الركاب مجانا"),
        ),
        ("one neighbour changed", "الركاب مجانا", &[("ستنقل", "سوف تحمل")], Told::Exact("الركاب مجانا")),
        ("a number changed", "عشر سنين", &[("عشر", "تسع")], Told::Changed("تسع سنين")),
        ("deleted", "وأن الإصلاح لن يطول", &[("، وأن الإصلاح لن يطول", "")], Told::Lost),
        ("deleted, the same word elsewhere", "المتحدث", &[("وقال المتحدث باسمها إن ", "")], Told::Lost),
        ("deleted, a look-alike left", "وقال المتحدث باسمها إن", &[("وقال المتحدث باسمها إن ", "")], Told::Lost),
        (
            "all else deleted",
            "أن الجسر القديم سيُغلق أسبوعا",
            &[(TEXT, "أن الجسر القديم سيغلق أسبوعا")],
            Told::Moved("أن الجسر القديم سيغلق أسبوعا"),
        ),
        ("the text gone", "الجسر القديم", &[(TEXT, "")], Told::Lost),
    ];
    for (name, passage, changes, expected) in rows {
        let span = find_all(TEXT, passage).next().unwrap_or_else(|| panic!("{name}: not in the text"));
        let selectors = describe(TEXT, span).unwrap_or_else(|| panic!("{name}: not described"));
        let mut later = TEXT.to_owned();
        for (old, new) in changes {
            assert!(later.contains(old), "{name}: {old}");
            later = later.replace(old, new);
        }
        assert_eq!(told(&locate(&later, &selectors), &later), expected, "{name}: {selectors:?}");
    }
}

#[test]
fn tells_the_old_and_the_new() {
    let span = find_all(TEXT, "ستنقل الركاب مجانا").next().unwrap_or_default();
    let later = TEXT.replace("الركاب", "المسافرين");
    let located = describe(TEXT, span).map(|selectors| locate(&later, &selectors));
    let Some(Located::Changed { old, new, .. }) = located else { panic!("{located:?}") };
    assert_eq!((old.as_str(), new.as_str()), ("ستنقل الركاب مجانا", "ستنقل المسافرين مجانا"));
}

#[test]
fn follows_a_paragraph_that_moved() {
    let mut paragraphs: Vec<&str> = TEXT.split("\n\n").collect();
    paragraphs.reverse();
    let later = paragraphs.join("\n\n");
    let passage = "أن المهندسين فحصوا الأعمدة";
    let span = find_all(TEXT, passage).next().unwrap_or_default();
    let located = describe(TEXT, span).map(|selectors| locate(&later, &selectors));
    assert_eq!(located.and_then(|located| located.span()).map(|span| span.of(&later)), Some(passage));
    let whole = TEXT.split("\n\n").nth(1).unwrap_or_default();
    let span = find_all(TEXT, whole).next().unwrap_or_default();
    let located = describe(TEXT, span).map(|selectors| locate(&later, &selectors));
    assert_eq!(located.map(|located| told(&located, &later) == Told::Moved(whole)), Some(true));
}

/// Twins with neighbours that agree over a hundred letters: each is told from the others while all stand.
#[test]
fn tells_twins_apart() {
    let text = format!("أولا. {0}ثانيا. {0}ثالثا.", "نعم، هذا ما قيل هنا اليوم وما سيقال هنا غدا وبعد غد. ".repeat(3));
    let haystack = Haystack::new(&text);
    for span in find_all(&text, "ما سيقال هنا غدا") {
        let selectors = haystack.describe(span).unwrap_or_default();
        assert_eq!(haystack.locate(&selectors), Located::Exact(span));
        let later = format!("كلمة أخرى. {text}");
        let found = locate(&later, &selectors).span().map(|span| span.start.0);
        assert_eq!(found, Some(span.start.0 + later.len() - text.len()), "{selectors:?}");
    }
}

#[test]
fn reads_what_others_describe() {
    let selectors = |exact: &str, prefix: &str, suffix: &str, at: Option<usize>| Selectors {
        exact: exact.to_owned(),
        prefix: prefix.to_owned(),
        suffix: suffix.to_owned(),
        position: at.map(|at| Span::new(CodePoint(at), CodePoint(at + exact.chars().count()))),
        rival: None,
    };
    let rows = [
        ("words and neighbours", selectors("المتحدث", "وأضاف ", " أن المهند", None), Told::Exact("المتحدث")),
        (
            "words, folded",
            selectors("ان المهندسين فحصوا الاعمده", "", "", None),
            Told::Moved("أن المهندسين فحصوا الأعمدة"),
        ),
        ("a word that is everywhere", selectors("المتحدث", "", "", None), Told::Lost),
        ("neighbours that are not there", selectors("المتحدث", "صرح بذلك ", " مساء أمس ", None), Told::Lost),
        ("a place that agrees", selectors("بلدية", "", "", Some(6)), Told::Exact("بلدية")),
        ("a place past the end", selectors("بلدية", "", "", Some(600_000)), Told::Lost),
        ("nothing", selectors("", "", "", Some(0)), Told::Lost),
        ("only marks", selectors("\u{64E}ـ", "", "", None), Told::Lost),
    ];
    for (name, selectors, expected) in rows {
        assert_eq!(told(&locate(TEXT, &selectors), TEXT), expected, "{name}");
    }
}

#[test]
fn describes_only_letters() {
    for (name, range) in [("nothing", 5..5), ("a blank", 10..11), ("past the end", 9_999..10_000)] {
        assert_eq!(describe(TEXT, Span::bytes(range)), None, "{name}");
    }
    let span = find_all(TEXT, " الجسر القديم ").next().unwrap_or_default();
    assert_eq!(describe(TEXT, span).map(|selectors| selectors.exact), Some("الجسر القديم".to_owned()));
    let whole = describe("كلمة", Span::bytes(0..8)).unwrap_or_default();
    assert_eq!((whole.prefix.as_str(), whole.exact.as_str(), whole.suffix.as_str()), ("", "كلمة", ""));
    assert_eq!(locate("كلمة", &whole), Located::Exact(Span::bytes(0..8)));
}

/// Something written another way, and where each byte of the old text came to stand.
type Rewritten = (String, Vec<usize>);

fn rewritten(text: &str, mut each: impl FnMut(char, &mut String)) -> Rewritten {
    let mut out = String::new();
    let mut places = vec![0; text.len() + 1];
    for (at, c) in text.char_indices() {
        places[at] = out.len();
        each(c, &mut out);
        places[at + c.len_utf8()] = out.len();
    }
    (out, places)
}

fn is_arabic(c: char) -> bool {
    matches!(c, 'ء'..='ي')
}

/// The four ways of the issue: full vowelling, tatweel, the forms of alef, ya and ta marbuta, bidi marks.
fn ways(text: &str) -> [(&'static str, Rewritten); 4] {
    let mut vowels = ['\u{64E}', '\u{650}', '\u{64F}', '\u{652}', '\u{651}'].into_iter().cycle();
    let vowelled = rewritten(text, |c, out| {
        out.push(c);
        if is_arabic(c) {
            out.extend(vowels.next());
        }
    });
    let stretched = rewritten(text, |c, out| {
        out.push(c);
        if "بتثجحخسشصضطظعغفقكلمنهي".contains(c) {
            out.push('ـ');
        }
    });
    let plain = rewritten(text, |c, out| {
        out.push(match c {
            'أ' | 'إ' | 'آ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            other => other,
        });
    });
    let mut mark = ['\u{200F}', '\u{202B}', '\u{202C}', '\u{200E}'].into_iter().cycle();
    let marked = rewritten(text, |c, out| {
        if c == ' ' {
            out.extend(mark.next());
        }
        out.push(c);
    });
    [("vowelled", vowelled), ("tatweel", stretched), ("folded letters", plain), ("bidi marks", marked)]
}

/// A hundred passages of a text, of two to thirty words.
fn passages(text: &str) -> Vec<Span<siyaq::text::Byte>> {
    let mut dice = Dice(4);
    let words: Vec<usize> =
        text.split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize).collect();
    let ends: Vec<usize> = text.split_whitespace().zip(&words).map(|(word, at)| at + word.len()).collect();
    let pick = |_| {
        let first = dice.below(words.len() - 2);
        let last = (first + dice.between(1, 29)).min(words.len() - 1);
        Span::bytes(words[first]..ends[last])
    };
    (0..100).map(pick).collect()
}

/// Every one of a hundred passages is found to the letter in every way of writing the same text.
fn finds_all_in_all_ways(text: &str) {
    for (name, (later, places)) in ways(text) {
        let (before, after) = (Haystack::new(text), Haystack::new(&later));
        let mut missed = Vec::new();
        for span in passages(text) {
            let located = before.describe(span).map(|selectors| after.locate(&selectors));
            let expected = places[span.start.0]..places[span.end.0];
            let found = located.as_ref().and_then(Located::span).unwrap_or_default();
            let same = later.get(found.range()).unwrap_or_default().trim_matches(is_mark);
            let right = later.get(expected).unwrap_or_default().trim_matches(is_mark);
            if !matches!(located, Some(Located::Exact(_))) || same != right || same.is_empty() {
                missed.push((span, located));
            }
        }
        println!("{name}: {} of 100 exact", 100 - missed.len());
        assert!(missed.is_empty(), "{name}: {missed:?}");
    }
}

/// What may hang on an edge of a passage without being a letter of it.
fn is_mark(c: char) -> bool {
    matches!(c, 'ـ' | '\u{64B}'..='\u{652}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
}

#[test]
fn finds_our_own_text_however_it_is_written() {
    finds_all_in_all_ways(TEXT);
    finds_all_in_all_ways(&long_text(7, 4_000));
}

#[test]
fn finds_the_real_article_however_it_is_written() {
    let shared = std::env::var("SIYAQ_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let Ok(text) = std::fs::read_to_string(format!("{shared}/articles/real-article.ar.txt")) else {
        println!("skipped: {shared} is absent");
        return;
    };
    finds_all_in_all_ways(&text);
}
