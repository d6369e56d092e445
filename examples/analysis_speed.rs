//! How long the analysis takes: `make bench`. Prints the time of an article of the usual length, megabytes a second
//! for each language, how the time grows with the text, and the same for texts that no newspaper prints.
//!
//! With `--print ar 5500` it prints the text of that language and length that it measures with, for other programs to
//! be measured on.

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

/// The two lengths whose times are compared.
const SHORT: usize = 1_000_000;
const LONG: usize = 10 * SHORT;

/// Repetitions of a hostile text, and of one ten times as long.
const MANY: usize = 100_000;

/// A text is timed so often, and the shortest taken: what else the machine does is not measured.
const ROUNDS: usize = 3;
const ROUNDS_OF_AN_ARTICLE: usize = 200;

fn timed(text: &str, lang: Lang, rounds: usize) -> Duration {
    let context = Context::new(lang, Day::from_ymd(2022, 1, 10));
    let round = |_| {
        let start = Instant::now();
        std::hint::black_box(analyse(text, &context));
        start.elapsed()
    };
    (0..rounds).map(round).min().unwrap_or_default()
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

fn growth(short: Duration, long: Duration) -> f64 {
    long.as_secs_f64() / short.as_secs_f64().max(f64::EPSILON)
}

fn speed(bytes: usize, took: Duration) -> f64 {
    bytes as f64 / 1e6 / took.as_secs_f64().max(f64::EPSILON)
}

/// Texts that no newspaper prints, of a length in repetitions.
fn hostile(many: usize) -> [(&'static str, String); 9] {
    [
        ("quotation marks that open", "«".repeat(many)),
        ("quotation marks that close", "»".repeat(many)),
        ("straight quotation marks", "\"".repeat(many)),
        ("marks of every kind, unpaired", "«“„\"'‘([{".repeat(many / 8)),
        ("an unclosed mark in every paragraph", "«قال فلان إن\n\n".repeat(many / 10)),
        ("one line of news", news(Lang::Ar, many * 10).replace('\n', " ")),
        ("one line without a stop", news(Lang::En, many * 10).replace(['\n', '.', '?', '!'], " ")),
        ("only digits", "1234567890".repeat(many)),
        ("only diacritics", "\u{64B}\u{651}\u{670}".repeat(many)),
    ]
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, print, lang, bytes] = arguments.as_slice()
        && print == "--print"
    {
        let lang = Lang::from_tag(lang).unwrap_or(Lang::En);
        print!("{}", news(lang, bytes.parse().unwrap_or(ARTICLE)));
        return;
    }
    println!("news          an article of 5.5 KB    1 MB         10 MB        MB/s    growth");
    for lang in Lang::ALL {
        timed("", lang, 1); // The lexicons are read once.
        let article = timed(&news(lang, ARTICLE), lang, ROUNDS_OF_AN_ARTICLE);
        let (short, long) = (timed(&news(lang, SHORT), lang, ROUNDS), timed(&news(lang, LONG), lang, ROUNDS));
        let rate = speed(LONG, long);
        println!(
            "{:12}  {:20}    {:10}   {:10}   {rate:5.1}   {:4.1} times",
            lang.tag(),
            format!("{article:.2?}"),
            format!("{short:.1?}"),
            format!("{long:.1?}"),
            growth(short, long)
        );
    }
    println!("\nhostile                               100,000      1,000,000    growth");
    for ((name, short), (_, long)) in hostile(MANY).iter().zip(hostile(10 * MANY).iter()) {
        let (few, many) = (timed(short, Lang::Ar, ROUNDS), timed(long, Lang::Ar, 1));
        let growth = growth(few, many);
        println!("{name:36}  {:10}   {:10}   {growth:4.1} times", format!("{few:.1?}"), format!("{many:.1?}"));
    }
}
