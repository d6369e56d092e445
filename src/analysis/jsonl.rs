//! The analysis as a program: one case a line in, one result a line out, in the same order. Offsets are code points.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};

use super::dates::{Calendar, Finding, Prefer};
use super::{Context, Findings, Stance, analyse};
use crate::date::Day;
use crate::text::{Byte, CodePoint, Lang, Offsets, Span};

/// A case.
#[derive(Deserialize)]
struct Case {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(default)]
    lang: String,
    text: String,
    published: Option<String>,
    prefer: Option<String>,
}

/// A stretch of the text.
#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct DateLine<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    edtf: Option<String>,
    timex3: String,
    from: Option<String>,
    to: Option<String>,
    calendar: &'a str,
    rule: &'a str,
    confidence: f64,
}

#[derive(Serialize)]
struct QuoteLine<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: &'a str,
    speaker: &'a str,
    cue: Option<Place>,
    mention: Option<Place>,
    stance: &'a str,
    rule: &'a str,
    confidence: f64,
}

#[derive(Serialize)]
struct PersonLine<'a> {
    name: &'a str,
    mentions: Vec<Place>,
}

#[derive(Serialize)]
struct EventLine<'a> {
    start: usize,
    end: usize,
    name: &'a str,
    edtf: String,
    from: Option<String>,
    to: Option<String>,
    by: &'a str,
    rule: &'a str,
    confidence: f64,
}

#[derive(Serialize)]
struct DiagnosticLine<'a> {
    start: usize,
    end: usize,
    kind: &'a str,
}

#[derive(Serialize)]
struct ResultLine<'a> {
    id: &'a serde_json::Value,
    dates: Vec<DateLine<'a>>,
    quotes: Vec<QuoteLine<'a>>,
    people: Vec<PersonLine<'a>>,
    events: Vec<EventLine<'a>>,
    diagnostics: Vec<DiagnosticLine<'a>>,
}

/// Reads cases from `input` and writes their results to `output`. A line that is no case is an error that names it.
pub fn run(input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    for (number, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let case: Case = serde_json::from_str(&line)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, format!("line {}: {error}", number + 1)))?;
        let lang = Lang::from_tag(&case.lang).unwrap_or_else(|| Lang::guess(&case.text));
        let prefer = match case.prefer.as_deref() {
            Some("past") => Prefer::Past,
            Some("future") => Prefer::Future,
            _ => Prefer::Nearest,
        };
        let context = Context { lang, published: case.published.as_deref().and_then(Day::from_iso), prefer };
        let findings = analyse(&case.text, &context);
        serde_json::to_writer(&mut output, &result(&case, &findings))?;
        output.write_all(b"\n")?;
    }
    output.flush()
}

/// A date of a result.
fn date_line<'a>(date: &'a Finding, span: Span<CodePoint>, text: &'a str) -> DateLine<'a> {
    DateLine {
        start: span.start.0,
        end: span.end.0,
        text: date.span.of(text),
        edtf: date.edtf.as_ref().map(ToString::to_string),
        timex3: date.timex3.clone(),
        from: date.range.from.map(|day| day.to_string()),
        to: date.range.to.map(|day| day.to_string()),
        calendar: calendar(date.calendar),
        rule: date.rule,
        confidence: share(date.confidence),
    }
}

/// The result of a case.
fn result<'a>(case: &'a Case, findings: &'a Findings) -> ResultLine<'a> {
    let offsets = Offsets::new(&case.text);
    let points = |span: Span<Byte>| -> Span<CodePoint> { offsets.code_points(span) };
    let place = |span: Span<Byte>| Place { start: points(span).start.0, end: points(span).end.0 };
    let name = |person: Option<usize>, nobody: &'a str| {
        person.and_then(|person| findings.people.get(person)).map_or(nobody, |person| person.name.as_str())
    };
    let dates = findings.dates.iter().map(|date| date_line(date, points(date.span), &case.text));
    let quotes = findings.quotes.iter().map(|quote| {
        let (rule, confidence) = quote.rule.name_and_confidence();
        QuoteLine {
            start: points(quote.span).start.0,
            end: points(quote.span).end.0,
            text: quote.span.of(&case.text),
            kind: quote.kind.name(),
            speaker: name(quote.speaker, "unknown"),
            cue: quote.cue.map(place),
            mention: quote.mention.map(place),
            stance: stance(quote.stance),
            rule,
            confidence: share(confidence),
        }
    });
    let people = findings.people.iter().map(|person| PersonLine {
        name: &person.name,
        mentions: person.mentions.iter().copied().map(place).collect(),
    });
    let events = findings.events.iter().map(|event| {
        let (rule, confidence) = event.rule.name_and_confidence();
        EventLine {
            start: points(event.span).start.0,
            end: points(event.span).end.0,
            name: &event.name,
            edtf: event.date.to_string(),
            from: event.range.from.map(|day| day.to_string()),
            to: event.range.to.map(|day| day.to_string()),
            by: name(event.by, "narrator"),
            rule,
            confidence: share(confidence),
        }
    });
    let diagnostics = findings.diagnostics.iter().map(|diagnostic| DiagnosticLine {
        start: points(diagnostic.span).start.0,
        end: points(diagnostic.span).end.0,
        kind: diagnostic.kind.name(),
    });
    ResultLine {
        id: &case.id,
        dates: dates.collect(),
        quotes: quotes.collect(),
        people: people.collect(),
        events: events.collect(),
        diagnostics: diagnostics.collect(),
    }
}

/// A confidence in percent as a share of one.
fn share(percent: u8) -> f64 {
    f64::from(percent) / 100.0
}

/// The name of a calendar in the output.
fn calendar(calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Gregorian => "gregorian",
        Calendar::Hijri => "hijri",
    }
}

/// The name of a stance in the output.
fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Says => "says",
        Stance::Denies => "denies",
        Stance::Doubts => "doubts",
    }
}
