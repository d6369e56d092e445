//! How long the analysis takes: `make bench`. Prints the time of an article of the usual length, megabytes a second
//! for each language, how the time grows with the text, and the same for texts that no newspaper prints.
//!
//! How it grows is the time of one long text against that of as much in short ones, which is as long: what else the
//! machine does falls on both alike. They take turns, and the least of each is compared.
//!
//! With `--print ar 5500` it prints the text of that language and length that it measures with, for other programs to
//! be measured on, and with `--print 3 100000` the hostile text of that number. With `--read ar FILE` it reads a file
//! once, for `tools/bench-instructions` to count, and with `--names` it prints the language and name of each hostile text.

#![allow(clippy::cast_precision_loss)] // Bytes, to be printed as megabytes.

#[allow(dead_code)] // Of the fixtures, only their texts are read here.
#[path = "../tests/support/mod.rs"]
mod support;

use std::path::Path;
use std::time::{Duration, Instant};

use siyaq::analysis::{Context, analyse};
use siyaq::date::Day;
use siyaq::text::Lang;
use support::read_folder;

/// Bytes of an article of the usual length.
const ARTICLE: usize = 5_500;

/// The shorter of the two lengths whose times are compared, and how many times longer the other is.
const SHORT: usize = 1_000_000;
const TIMES: usize = 10;
const LONG: usize = TIMES * SHORT;

/// Repetitions of a hostile text; the other is again [`TIMES`] as long.
const MANY: usize = 100_000;

/// A text is timed so often, and the shortest taken: what else the machine does is not measured.
const ROUNDS: usize = 3;
const ROUNDS_OF_AN_ARTICLE: usize = 200;

/// The time of reading a text so many times over. `tools/bench-instructions` counts what is done in here.
#[inline(never)]
fn timed(text: &str, lang: Lang, times: usize) -> Duration {
    let context = Context::new(lang, Day::from_ymd(2022, 1, 10));
    let start = Instant::now();
    for _ in 0..times {
        std::hint::black_box(analyse(text, &context));
    }
    start.elapsed()
}

/// The times of a short text and a long one, and how many times longer the long one takes.
fn compared(short: &str, long: &str, lang: Lang) -> (Duration, Duration, f64) {
    let (mut few, mut many) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        few = few.min(timed(short, lang, TIMES));
        many = many.min(timed(long, lang, 1));
    }
    let few = few.div_f64(TIMES as f64);
    (few, many, many.as_secs_f64() / few.as_secs_f64().max(f64::EPSILON))
}

/// News of a language, of so many bytes: the fixtures' articles, one after the other, over and over.
fn news(lang: Lang, bytes: usize) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let articles: Vec<String> =
        read_folder(&folder).into_iter().filter(|gold| gold.lang == lang.tag()).map(|gold| gold.text).collect();
    let mut out = String::with_capacity(bytes + ARTICLE);
    for article in articles.iter().cycle() {
        out.push_str(article);
        out.push('\n');
        if out.len() >= bytes {
            break;
        }
    }
    let end = (0..=bytes).rev().find(|at| out.is_char_boundary(*at)).unwrap_or_default();
    out.truncate(end);
    out
}

fn speed(bytes: usize, took: Duration) -> f64 {
    bytes as f64 / 1e6 / took.as_secs_f64().max(f64::EPSILON)
}

/// Texts that no newspaper prints, of a length in repetitions, and the languages that they are read as.
fn hostile(many: usize) -> [(&'static str, Lang, String); 14] {
    let words: Vec<String> = (0..many / 10).map(|word| format!("نهر{word}")).collect();
    let words = words.join(" ");
    let line = |lang: Lang| news(lang, many * 5).replace('\n', " ");
    [
        ("quotation marks that open", Lang::Ar, "«".repeat(many)),
        ("quotation marks that close", Lang::Ar, "»".repeat(many)),
        ("straight quotation marks", Lang::Ar, "\"".repeat(many)),
        ("marks of every kind, unpaired", Lang::Ar, "«“„\"'‘([{".repeat(many / 8)),
        ("an unclosed mark in every paragraph", Lang::Ar, "«قال فلان إن\n\n".repeat(many / 10)),
        ("one line of news, Arabic", Lang::Ar, line(Lang::Ar)),
        ("one line of news, Russian", Lang::Ru, line(Lang::Ru)),
        ("one line without a stop, English", Lang::En, line(Lang::En).replace(['.', '?', '!'], " ")),
        ("only digits", Lang::Ar, "1234567890".repeat(many)),
        ("only diacritics", Lang::Ar, "\u{64B}\u{651}\u{670}".repeat(many)),
        ("days of the week", Lang::En, "on Monday last Friday ".repeat(many / 10)),
        ("prepositions, then months", Lang::En, ["in ".repeat(many), "2/3 May ".repeat(many / 8)].concat()),
        ("a line of dialogue without an end", Lang::Ru, ["— Да, — ", &"сказал он ".repeat(many / 10)].concat()),
        ("a name without an end, twice", Lang::Ar, ["قالت «حركة ", &words, " » إن النهر عال.\n"].concat().repeat(2)),
    ]
}

/// Prints the text of that length that is called so: by a language, or by the number of a hostile one.
fn print_text(which: &str, length: usize) {
    let number = || which.parse().ok().and_then(|number| hostile(length).into_iter().nth(number));
    let text = Lang::from_tag(which).map(|lang| news(lang, length)).or_else(|| number().map(|(.., text)| text));
    print!("{}", text.unwrap_or_default());
}

/// Reads a file once, the language's lexicon being there.
fn read_file(lang: Lang, path: &str) -> std::io::Result<()> {
    let text = std::fs::read_to_string(path)?;
    std::hint::black_box(analyse("", &Context::new(lang, None)));
    timed(&text, lang, 1);
    Ok(())
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments.as_slice() {
        ["--print", which, length] => print_text(which, length.parse().unwrap_or(ARTICLE)),
        ["--read", lang, path] => read_file(Lang::from_tag(lang).unwrap_or(Lang::En), path)?,
        ["--names"] => hostile(0).iter().for_each(|(name, lang, _)| println!("{} {name}", lang.tag())),
        _ => measure(),
    }
    Ok(())
}

/// Prints the whole table.
fn measure() {
    println!("news          an article of 5.5 KB    1 MB         10 MB        MB/s    growth");
    for lang in Lang::ALL {
        timed("", lang, 1); // The lexicons are read once.
        let article = news(lang, ARTICLE);
        let article = (0..ROUNDS_OF_AN_ARTICLE).map(|_| timed(&article, lang, 1)).min().unwrap_or_default();
        let (short, long, growth) = compared(&news(lang, SHORT), &news(lang, LONG), lang);
        let rate = speed(LONG, long);
        println!(
            "{:12}  {:20}    {:10}   {:10}   {rate:5.1}   {growth:4.1} times",
            lang.tag(),
            format!("{article:.2?}"),
            format!("{short:.1?}"),
            format!("{long:.1?}")
        );
    }
    println!("\nhostile                               100,000      1,000,000    growth");
    for ((name, lang, short), (.., long)) in hostile(MANY).iter().zip(hostile(TIMES * MANY).iter()) {
        let (few, many, growth) = compared(short, long, *lang);
        println!("{name:36}  {:10}   {:10}   {growth:4.1} times", format!("{few:.1?}"), format!("{many:.1?}"));
    }
}
