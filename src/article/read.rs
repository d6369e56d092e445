//! Reading: bytes to an article, or everything that is wrong with them.

use super::body::blocks;
use super::json::Json;
use super::model::{Article, Asserter, Event, Origin, Person, PersonIndex, Quote, QuoteKind};
use super::problem::{Problem, Wrong};
use super::raw::{Fields, NewsArticle, RawEvent, RawPerson, RawQuote};
use crate::date::{Day, Edtf};
use crate::text::{Byte, Lang, Span, find_all, is_bidi_override, sort_by_key};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The largest article: 1 MiB, about a hundred times a long report. Larger files are not read.
pub const MAX_BYTES: usize = 1 << 20;

/// The longest id, so that an address stays one that people can pass on.
const LONGEST_ID: usize = 64;

/// Characters of a message that are told: a line or two.
const LONGEST_TOLD: usize = 160;

/// The most events, and the most quotations. Each is searched for in the whole text, so that a file of ten thousand
/// could hold the page for long; an article of a hundred pages has fewer.
const MOST_PASSAGES: usize = 1_000;

/// Ids that nobody among the people may have: they stand for the article itself, and for whom it does not name.
const RESERVED: [&str; 2] = ["narrator", "unknown"];

/// Reads an article. What is wrong is told in full, not only the first of it, as far as the file can be read.
pub fn read(source: &[u8]) -> Result<Article, Vec<Problem>> {
    let whole = |wrong| vec![Problem { field: String::new(), wrong }];
    if source.len() > MAX_BYTES {
        return Err(whole(Wrong::TooLarge(source.len())));
    }
    let text = std::str::from_utf8(source).map_err(|err| whole(Wrong::NotUtf8(err.valid_up_to())))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let json: Json = serde_json::from_str(text).map_err(|err| whole(not_json(&err, text)))?;
    let mut problems = Vec::new();
    let raw = Fields::of_file(&json, &mut problems).map(|fields| fields.article(&mut problems));
    match raw {
        Some(raw) if problems.is_empty() => Reading::default().article(raw),
        _ => Err(problems),
    }
}

/// What serde_json says, without the place that it puts at the end. Its columns are bytes, ours characters.
fn not_json(err: &serde_json::Error, text: &str) -> Wrong {
    let said = err.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
    let why = said.chars().take(LONGEST_TOLD).collect::<String>().replace("EOF while parsing", "the file ends inside");
    let line = text.split('\n').nth(err.line().saturating_sub(1)).unwrap_or_default();
    let before = line.char_indices().take_while(|(at, _)| *at < err.column()).count();
    Wrong::NotJson { line: err.line().max(1), column: before.max(1), why }
}

/// A text with `\n` alone at the ends of its lines: the only one that HTML keeps, so that the page's text and the
/// file's count the same.
pub(super) fn with_plain_lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// Whether `id` may stand in an address: lower-case ASCII letters, digits and hyphens, not first a hyphen.
pub fn is_legal_id(id: &str) -> bool {
    let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !id.is_empty() && id.len() <= LONGEST_ID && !id.starts_with('-') && id.bytes().all(legal)
}

/// Whether nothing of a text is seen: it is blanks, controls, and what Unicode lets be ignored
/// (`Default_Ignorable_Code_Point`, without the signs of scripts and music that no news is written in).
fn is_blank(text: &str) -> bool {
    let ignored = |c: char| {
        matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
    };
    text.chars().all(|c| c.is_whitespace() || c.is_control() || ignored(c))
}

/// Ids, and the place in its list of what has each.
type Ids = BTreeMap<String, usize>;

/// Gathers problems while the parts are read.
#[derive(Default)]
struct Reading {
    problems: Vec<Problem>,
    people: Ids,
}

impl Reading {
    fn report(&mut self, field: &str, wrong: Wrong) {
        self.problems.push(Problem { field: field.to_owned(), wrong });
    }

    fn article(mut self, raw: NewsArticle) -> Result<Article, Vec<Problem>> {
        let body = with_plain_lines(&raw.article_body).into_owned();
        if body.contains('\0') {
            self.report("articleBody", Wrong::NullCharacter);
        }
        for (field, text) in [("headline", &raw.headline), ("articleBody", &body)] {
            if is_blank(text) {
                self.report(field, Wrong::Empty);
            }
        }
        if let Some(id) = raw.identifier.as_deref().filter(|id| !is_legal_id(id)) {
            self.report("identifier", Wrong::IllegalId(id.to_owned()));
        }
        self.link("url", raw.url.as_deref());
        self.link("publisher.url", raw.publisher.as_ref().and_then(|named| named.url.as_deref()));
        let lang = Lang::guess(&body);
        let tag = raw.in_language.unwrap_or_else(|| lang.tag().to_owned());
        if !is_tag(&tag) {
            self.report("inLanguage", Wrong::NotALanguage(tag.clone()));
        }
        let published = raw.date_published.and_then(|text| self.day("datePublished", text));
        let tag = tag.replace('_', "-");
        let people = self.people(raw.people.unwrap_or_default());
        let article = Article {
            id: raw.identifier.unwrap_or_default(),
            lang: Lang::from_tag(&tag).unwrap_or(lang),
            tag,
            headline: raw.headline.trim().to_owned(),
            standfirst: raw.description.unwrap_or_default(),
            published,
            publisher: raw.publisher.unwrap_or_default().name,
            credit: raw.credit_text.unwrap_or_default(),
            url: raw.url,
            blocks: blocks(&body),
            people,
            events: None,
            quotes: None,
            body,
        };
        let events = raw.events.map(|events| self.events(&article, events));
        let quotes = raw.quotes.map(|quotes| self.quotes(&article, quotes));
        if self.problems.is_empty() { Ok(Article { events, quotes, ..article }) } else { Err(self.problems) }
    }

    fn link(&mut self, field: &str, url: Option<&str>) {
        let Some(url) = url else { return };
        let scheme = url.split_once("://").filter(|(scheme, rest)| {
            let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
            web && rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
        });
        let hidden = |c: char| c.is_whitespace() || c.is_control() || is_bidi_override(c);
        if scheme.is_none() || url.contains(hidden) {
            self.report(field, Wrong::NotALink(url.to_owned()));
        }
    }

    fn day(&mut self, field: &str, text: String) -> Option<Day> {
        let day = Day::from_iso(&text);
        if day.is_none() {
            self.report(field, Wrong::NotADay(text));
        }
        day
    }

    fn date(&mut self, field: &str, text: String) -> Option<Edtf> {
        match text.parse() {
            Ok(date) => Some(date),
            Err(why) => {
                self.report(field, Wrong::NotEdtf(text, why));
                None
            }
        }
    }

    /// Reports an id that is illegal, or stands in `taken` already; and takes it for the `n`th.
    fn id(&mut self, field: &str, id: &str, n: usize, taken: &mut Ids) {
        if !is_legal_id(id) {
            self.report(field, Wrong::IllegalId(id.to_owned()));
        } else if taken.contains_key(id) {
            self.report(field, Wrong::DuplicateId(id.to_owned()));
        }
        taken.entry(id.to_owned()).or_insert(n);
    }

    fn people(&mut self, raw: Vec<RawPerson>) -> Vec<Person> {
        let mut taken = Ids::new();
        for (n, person) in raw.iter().enumerate() {
            if RESERVED.contains(&person.id.as_str()) {
                self.report(&format!("people[{n}].id"), Wrong::ReservedId(person.id.clone()));
            }
            self.id(&format!("people[{n}].id"), &person.id, n, &mut taken);
            if is_blank(&person.name) {
                self.report(&format!("people[{n}].name"), Wrong::Empty);
            }
            for (m, _) in person.alternate_name.iter().enumerate().filter(|(_, name)| is_blank(name)) {
                self.report(&format!("people[{n}].alternateName[{m}]"), Wrong::Empty);
            }
        }
        self.people = taken;
        let person = |raw: RawPerson| Person {
            id: raw.id,
            name: raw.name,
            also: raw.alternate_name,
            role: raw.description.unwrap_or_default(),
        };
        raw.into_iter().map(person).collect()
    }

    fn person(&mut self, field: &str, id: String) -> Option<PersonIndex> {
        let found = self.people.get(&id).copied().map(PersonIndex);
        if found.is_none() {
            self.report(field, Wrong::NobodyOfThatId(id));
        }
        found
    }

    fn events(&mut self, article: &Article, raw: Vec<RawEvent>) -> Vec<Event> {
        let mut taken = Ids::new();
        let mut events = Vec::new();
        if raw.len() > MOST_PASSAGES {
            self.report("events", Wrong::TooMany(raw.len(), MOST_PASSAGES));
            return events;
        }
        for (n, event) in raw.into_iter().enumerate() {
            let at = |field: &str| format!("events[{n}].{field}");
            self.id(&at("id"), &event.id, n, &mut taken);
            if is_blank(&event.name) {
                self.report(&at("name"), Wrong::Empty);
            }
            let date = self.date(&at("date"), event.date);
            let span = self.passage(&at("exact"), article, &event.exact, event.prefix.as_deref());
            let by = match event.asserted_by {
                None => Asserter::Narrator,
                Some(id) if id == "narrator" => Asserter::Narrator,
                Some(id) => self.person(&at("assertedBy"), id).map_or(Asserter::Narrator, Asserter::Person),
            };
            if let (Some(date), Some(span)) = (date, span) {
                events.push(Event { id: event.id, date, name: event.name, span, by, origin: Origin::Authored });
            }
        }
        events
    }

    fn quotes(&mut self, article: &Article, raw: Vec<RawQuote>) -> Vec<Quote> {
        let mut taken = Ids::new();
        let mut quotes = Vec::new();
        if raw.len() > MOST_PASSAGES {
            self.report("quotes", Wrong::TooMany(raw.len(), MOST_PASSAGES));
            return quotes;
        }
        for (n, quote) in raw.into_iter().enumerate() {
            let at = |field: &str| format!("quotes[{n}].{field}");
            self.id(&at("id"), &quote.id, n, &mut taken);
            let kind = match quote.kind.as_deref() {
                None | Some("direct") => QuoteKind::Direct,
                Some("indirect") => QuoteKind::Indirect,
                Some("mixed") => QuoteKind::Mixed,
                Some(other) => {
                    self.report(&at("kind"), Wrong::NotAKind(other.to_owned()));
                    QuoteKind::Direct
                }
            };
            let date = quote.date.and_then(|date| self.date(&at("date"), date));
            let speaker = quote.speaker.and_then(|id| self.person(&at("speaker"), id));
            let Some(span) = self.passage(&at("exact"), article, &quote.exact, quote.prefix.as_deref()) else {
                continue;
            };
            let cue = quote.cue.and_then(|cue| {
                let found = cue_beside(article, &cue, span);
                if found.is_none() {
                    self.report(&at("cue"), Wrong::CueNotBeside(cue));
                }
                found
            });
            quotes.push(Quote { id: quote.id, span, speaker, cue, kind, date, origin: Origin::Authored });
        }
        sort_by_key(&mut quotes, |quote| (quote.span.start, std::cmp::Reverse(quote.span.end)));
        quotes
    }

    /// Where the words stand: in one place, or in the one behind the prefix.
    fn passage(&mut self, field: &str, article: &Article, exact: &str, prefix: Option<&str>) -> Option<Span<Byte>> {
        if exact.trim().is_empty() {
            self.report(field, Wrong::Empty);
            return None;
        }
        let prefix = with_plain_lines(prefix.unwrap_or_default());
        let words = format!("{prefix}{}", with_plain_lines(exact));
        let found = find_all(&article.body, &words).map(|span| Span::bytes(span.start.0 + prefix.len()..span.end.0));
        let mut places = found.filter(|span| article.is_in_blocks(*span));
        match (places.next(), places.count()) {
            (Some(span), 0) => return Some(span),
            (None, _) => self.report(field, Wrong::NotInText(exact.to_owned())),
            (Some(_), more) => self.report(field, Wrong::Ambiguous(exact.to_owned(), more + 1)),
        }
        None
    }
}

/// The occurrence of a cue nearest to the quotation, in the paragraphs that the quotation stands in.
fn cue_beside(article: &Article, cue: &str, quote: Span<Byte>) -> Option<Span<Byte>> {
    let first = article.blocks.get(article.block_at(quote.start)?)?;
    let last = article.blocks.get(article.block_at(quote.end)?)?;
    let around = Span::new(first.span.start, last.span.end);
    // Words of the quotation itself are its cue only where there is none beside it.
    let distance = |span: &Span<Byte>| {
        let before = quote.start.0.saturating_sub(span.end.0);
        (span.overlaps(&quote), before.max(span.start.0.saturating_sub(quote.end.0)))
    };
    let cue = with_plain_lines(cue);
    find_all(around.of(&article.body), &cue)
        .map(|span| Span::bytes(span.start.0 + around.start.0..span.end.0 + around.start.0))
        .min_by_key(distance)
}

/// Whether a text has the form of a BCP 47 tag: a primary subtag of two to eight letters, and more behind
/// hyphens.
fn is_tag(tag: &str) -> bool {
    let mut subtags = tag.split(['-', '_']);
    let letters = |text: &str| (2..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphabetic());
    let legal = |text: &str| (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    subtags.next().is_some_and(letters) && subtags.all(legal)
}
