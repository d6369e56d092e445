//! What the analysis makes of single sentences.

use siyaq::analysis::{Context, analyse};
use siyaq::date::Day;
use siyaq::text::Lang;

#[test]
fn a_deictic_counts_from_the_day_of_the_utterance() {
    let rows = [
        ("before, Arabic", Lang::Ar, "قال الوزير نبيل سعد في 3 ديسمبر 2023: «سنعود غداً».", "2023-12-04"),
        ("behind, Russian", Lang::Ru, "«Вчера мы отдыхали», — сказал Иван Петров 3 ноября 2023 года.", "2023-11-02"),
        ("behind, English", Lang::En, "“We leave tomorrow,” John Smith said on November 3, 2023.", "2023-11-04"),
        ("no day beside it", Lang::En, "“We leave tomorrow,” John Smith said.", "2023-12-06"),
    ];
    for (name, lang, text, value) in rows {
        let found = analyse(text, &Context::new(lang, Day::from_ymd(2023, 12, 5)));
        let values: Vec<String> = found.dates.iter().filter_map(|date| Some(date.edtf.as_ref()?.to_string())).collect();
        assert!(values.iter().any(|found| found == value), "{name}: {values:?} without {value}");
    }
}

/// What is said in a sentence: whose it is, and the words.
type Said<'t> = &'t [(&'t str, &'t str)];

/// Sentences by what they try, and what is said in each.
const ENGLISH: [(&str, &str, Said); 30] = [
    (
        "an apposition with a hyphen and a number",
        "“Nobody asked,” Wanjiku Mwangi, a 24-year-old student, said as she left.",
        &[("Wanjiku Mwangi", "Nobody asked,")],
    ),
    (
        "a clause before a name and its apposition",
        "The mill will close, Sam Odell, its lawyer, said on Monday.",
        &[("Sam Odell", "The mill will close")],
    ),
    (
        "a parenthesis in a clause",
        "The council, he said, had sat on its reserves.",
        &[("", "The council, he said, had sat on its reserves")],
    ),
    (
        "an occasion before a parenthesis",
        "By February, says the mayor, Ettore Ganz, he had heard enough.",
        &[("Ettore Ganz", "he had heard enough")],
    ),
    (
        "a clause that begins before a relative “that”",
        "Ann Lee said it had seen videos, filmed at noon, that showed more.",
        &[("Ann Lee", "it had seen videos, filmed at noon, that showed more")],
    ),
    ("“that” with its noun", "Sam Odell disputed that account.", &[]),
    ("“that” with a day", "Sam Odell testified that day.", &[]),
    ("a thing with a clause about it", "Sam Odell announced a plan that would cut costs.", &[]),
    ("the one who is told", "Sam Odell told jurors he had paid.", &[("Sam Odell", "he had paid")]),
    ("a paper that is told", "Sam Odell told The Dorling Echo in 1986.", &[]),
    ("a passive", "Residents were told on Monday that the plant would close.", &[]),
    ("a passive with no speaker", "It is claimed that the minister knew.", &[]),
    ("nobody", "Nobody said the plant would close.", &[]),
    (
        "two verbs with one subject",
        "Nebron Power said crews had come but warned that some homes would wait.",
        &[("Nebron Power", "crews had come"), ("Nebron Power", "some homes would wait")],
    ),
    (
        "a verb and its particle",
        "“Excuses,” Ellen Quist shot back, “and more excuses.”",
        &[("Ellen Quist", "Excuses,"), ("Ellen Quist", "and more excuses.")],
    ),
    ("a participle without “that”", "The lawyer, Ann Lee, refused, saying he was ill.", &[("Ann Lee", "he was ill")]),
    ("quoted as saying", "“I have not left,” Sam Odell was quoted as saying.", &[("Sam Odell", "I have not left,")]),
    ("the progressive", "Experts are warning that the virus could spread.", &[("Experts", "the virus could spread")]),
    ("a gap in a relative clause", "A quake that officials said had killed ten.", &[("officials", "had killed ten")]),
    (
        "a noun of saying with its owner",
        "Ann Lee spoke first. The jury rejected her claim that it was a loan.",
        &[("Ann Lee", "it was a loan")],
    ),
    (
        "a role behind an apostrophe",
        "The developers’ agent, Giles Morton, insists that plots will be found.",
        &[("Giles Morton", "plots will be found")],
    ),
    (
        "a family, which is no adverb",
        "The victim's family said: “He was kind.”",
        &[("The victim's family", "He was kind.")],
    ),
    ("letters behind a name", "Alan Freer QC said: “She was trusted.”", &[("Alan Freer", "She was trusted.")]),
    (
        "a time before the subject",
        "In January the council announced that it would sell.",
        &[("The council", "it would sell")],
    ),
    (
        "a document's owner",
        "A statement released by the Hartwell Group said the findings were wrong.",
        &[("Hartwell Group", "the findings were wrong")],
    ),
    ("two who speak together", "Ann Lee and her colleagues report that water rose.", &[("Ann Lee", "water rose")]),
    (
        "an abbreviation at the end of a sentence",
        "He works in A&E. She said the pay was low.",
        &[("", "the pay was low")],
    ),
    (
        "a clause behind another clause",
        "The budget is off, the Treasury has confirmed, after the government said it would wait.",
        &[("Treasury", "The budget is off"), ("The government", "it would wait")],
    ),
    (
        "a headline in capitals",
        "Ferry Workers Strike After Talks Fail\n\nHealth officials said the port was shut.",
        &[("Health officials", "the port was shut")],
    ),
    (
        "a dateline",
        "PORT SERAND, Ombara — Shells struck a market, officials said.",
        &[("officials", "Shells struck a market")],
    ),
];

#[test]
fn english_speakers_and_what_they_say() {
    for (name, text, said) in ENGLISH {
        let found = analyse(text, &Context::new(Lang::En, Day::from_ymd(2023, 12, 5)));
        let speaker =
            |at: Option<usize>| at.and_then(|at| found.people.get(at)).map_or("", |person| person.name.as_str());
        let got: Vec<(String, &str)> =
            found.quotes.iter().map(|quote| (speaker(quote.speaker).to_lowercase(), quote.span.of(text))).collect();
        let want: Vec<(String, &str)> = said.iter().map(|(who, words)| (who.to_lowercase(), *words)).collect();
        assert_eq!(got, want, "{name}: {text}");
    }
}
