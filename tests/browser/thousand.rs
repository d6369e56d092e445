//! A long article, a reader's thousand notes on it, and what later became of both.

use crate::edits::{Dice, long_text};
use crate::site::{self, text};
use crate::{Failure, Told};
use serde_json::{Value, json};
use siyaq::anchor::{Haystack, Located};
use siyaq::article::{self, Article};
use siyaq::notes::{About, Colour, Content, Notebook, Passage, Stamp, layers, to_json_ld};
use siyaq::site::Profile;
use siyaq::text::{Byte, Span};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::OnceLock;

/// How many notes there are.
pub const NOTES: usize = 1_000;
/// The characters of the article.
const CHARACTERS: usize = 50_000;
/// The words of a passage, at most.
const WORDS: usize = 20;
/// In the next version one word in so many is another,
const CHANGED: usize = 10;
/// and one paragraph in so many is gone.
const DROPPED: usize = 12;
/// What stands in the place of a changed word.
const OTHER: &str = "كلمة";
/// What stands before all paragraphs that were made for the test, so that each has another place.
const ADDED: &str = "فقرة جديدة أضيفت بعد نشر النص.";

/// A version of the site, with the long article in the place of the Arabic one.
pub struct Version {
    pub folder: PathBuf,
    article: Article,
}

/// Both versions, and the notes on the first.
pub struct Thousand {
    pub first: Version,
    pub next: Version,
    /// The passages of the notes, and where they stand in the next version.
    passages: Vec<(Span<Byte>, Option<Span<Byte>>)>,
    /// The notes as a file that the page lets in.
    pub file: String,
    /// What is to be told of the notes in the next version.
    pub states: States,
    /// The stretches of the first version, and of the next, in which the passages that are found are seen, as the page
    /// counts.
    pub seen: [Vec<(usize, usize)>; 2],
    /// How many of these stand elsewhere than where their words went.
    pub wrong: usize,
}

/// What is to be told of the notes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct States {
    pub here: usize,
    pub moved: usize,
    pub changed: usize,
    pub lost: usize,
}

impl Thousand {
    /// The same for all engines, built once.
    pub fn get() -> Told<&'static Self> {
        static BUILT: OnceLock<Result<Thousand, String>> = OnceLock::new();
        let built = BUILT.get_or_init(|| Self::build().map_err(|Failure(why)| why));
        built.as_ref().map_err(|why| Failure(format!("the long article does not build: {why}")))
    }

    fn build() -> Told<Self> {
        let own = text(&site::article("ar")?, "articleBody").to_owned();
        let made = long_text(1, CHARACTERS.saturating_sub(own.chars().count()));
        let (changed, places) = drifted(made.trim_end());
        let first = version("first", &[&own, "\n\n", made.trim_end()].concat())?;
        let next = version("next-of-many", &[&own, "\n\n", &changed].concat())?;
        let before = own.len() + 2;
        let moved = |span: Range<usize>| Span::bytes(before + span.start..before + span.end);
        let passages: Vec<_> = passages(&places).into_iter().map(|(was, now)| (moved(was), now.map(moved))).collect();
        let book = written(&first.article, &passages);
        let about = |_: &_, _: &_| About {
            headline: String::new(),
            publisher: String::new(),
            published: String::new(),
            source: String::new(),
            link: String::new(),
        };
        let file = to_json_ld(&book, &about, &|_, _| true);
        let (states, seen, wrong) = Default::default();
        let mut built = Self { first, next, passages, file, states, seen, wrong };
        built.look(&book);
        Ok(built)
    }

    /// Looks for the notes in the next version, as the page has to.
    fn look(&mut self, book: &Notebook) {
        let haystack = Haystack::new(&self.next.article.body);
        let (mut before, mut found) = (Vec::new(), Vec::new());
        for ((_, content), (was, truth)) in book.living().zip(&self.passages) {
            before.push((content.colour, *was));
            let located = haystack.locate(&content.selectors);
            *match located {
                Located::Exact(_) => &mut self.states.here,
                Located::Moved(_) => &mut self.states.moved,
                Located::Changed { .. } => &mut self.states.changed,
                Located::Lost => &mut self.states.lost,
            } += 1;
            if let Some(span) = located.span() {
                found.push((content.colour, span));
                self.wrong += usize::from(!truth.is_some_and(|truth| are_alike(span, truth)));
            }
        }
        self.seen = [(&self.first, before), (&self.next, found)]
            .map(|(version, marks)| layers(&marks).iter().map(|layer| in_page(&version.article, layer.span)).collect());
    }
}

/// The site with a body in the place of the Arabic article's.
fn version(name: &str, body: &str) -> Told<Version> {
    let folder = site::rebuilt(name, Profile::Dev { reload: String::new() }, |article: &mut Value| {
        if text(article, "inLanguage") == "ar" {
            article["articleBody"] = json!(body);
        }
    })?;
    let read = article::read(&std::fs::read(folder.join(site::data_path("ar")))?);
    Ok(Version { folder, article: read.map_err(|problems| Failure(format!("{problems:?}")))? })
}

/// Where a word stands, and where in the next version, if it is there.
type Place = (Range<usize>, Option<Range<usize>>);

/// The next version of a text, and the places of its words, by paragraph.
fn drifted(made: &str) -> (String, Vec<Vec<Place>>) {
    let mut dice = Dice(7);
    let (mut next, mut at, mut places) = (ADDED.to_owned(), 0, Vec::new());
    for paragraph in made.split("\n\n") {
        let stays = !dice.one_in(DROPPED);
        let mut own = Vec::new();
        for (n, word) in paragraph.split(' ').enumerate() {
            let was = at..at + word.len();
            at = was.end + 1;
            let written = if dice.one_in(CHANGED) { OTHER } else { word };
            let now = stays.then(|| {
                next.push_str(if n == 0 { "\n\n" } else { " " });
                next.push_str(written);
                next.len() - written.len()..next.len()
            });
            own.push((was, now));
        }
        at += 1;
        places.push(own);
    }
    (next, places)
}

/// Words next to each other, of a paragraph each.
fn passages(places: &[Vec<Place>]) -> Vec<Place> {
    let mut dice = Dice(11);
    let mut pick = || {
        let words = &places[dice.below(places.len())];
        let from = dice.below(words.len());
        let to = dice.between(from, (from + WORDS).min(words.len()) - 1);
        let now = words[from].1.as_ref().zip(words[to].1.as_ref()).map(|(from, to)| from.start..to.end);
        (words[from].0.start..words[to].0.end, now)
    };
    (0..NOTES).map(|_| pick()).collect()
}

/// A note on every passage, in all colours by turns.
fn written(article: &Article, passages: &[(Span<Byte>, Option<Span<Byte>>)]) -> Notebook {
    let haystack = Haystack::new(&article.body);
    let mut book = Notebook::default();
    for (n, (span, _)) in passages.iter().enumerate() {
        let passage = Passage { article: article.id.clone(), language: article.tag.clone(), rtl: true };
        let selectors = haystack.describe(*span).unwrap_or_default();
        let colour = Colour::ALL[n % Colour::ALL.len()];
        // A day of each note's own, so that they stand in the notebook as they do here.
        let stamp = Stamp { millis: 1_700_000_000_000 + 1_000 * n as u64, count: 0, writer: "many".to_owned() };
        book.add(stamp, passage, Content { selectors, colour, note: n.to_string(), ..Content::default() });
    }
    book
}

/// Whether two spans share most of what either has.
fn are_alike(one: Span<Byte>, other: Span<Byte>) -> bool {
    let shared = one.end.0.min(other.end.0).saturating_sub(one.start.0.max(other.start.0));
    let both = one.end.0.max(other.end.0) - one.start.0.min(other.start.0);
    shared * 3 >= both * 2
}

/// A span as the page counts: in UTF-16 units of what the blocks show, one after the other.
fn in_page(article: &Article, span: Span<Byte>) -> (usize, usize) {
    let units = |text: &str| text.encode_utf16().count();
    let (mut before, mut start, mut end) = (0, None, 0);
    for block in &article.blocks {
        let words = block.span.of(&article.body);
        if block.span.overlaps(&span) {
            let inside =
                |at: usize| units(&words[..at.clamp(block.span.start.0, block.span.end.0) - block.span.start.0]);
            start = start.or(Some(before + inside(span.start.0)));
            end = before + inside(span.end.0);
        }
        before += units(words);
    }
    (start.unwrap_or_default(), end)
}
