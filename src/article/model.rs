//! An article that has been read and checked: what is named in it is there.

use super::body::{Block, blocks};
use super::read::with_plain_lines;
use crate::date::{Day, Edtf};
use crate::text::{Byte, Direction, Lang, Span, direction_apart, direction_of, main_direction};
use std::borrow::Cow;

/// An article whose annotations all stand in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// What addresses call it by; empty for a text that the reader opened.
    pub id: String,
    /// The language of its analysis and of the page around it.
    pub lang: Lang,
    /// The BCP 47 tag as authored, for HTML's `lang`.
    pub tag: String,
    /// The headline.
    pub headline: String,
    /// The sentence below it; may be empty.
    pub standfirst: String,
    /// The day of publication.
    pub published: Option<Day>,
    /// Who published it; may be empty.
    pub publisher: String,
    /// Whom it credits; may be empty.
    pub credit: String,
    /// Where the original stands.
    pub url: Option<String>,
    /// The text. Every span of the article is one of bytes in it.
    pub body: String,
    /// The blocks of the body, in order.
    pub blocks: Vec<Block>,
    /// The people and bodies named.
    pub people: Vec<Person>,
    /// The events as authored; nothing where they are to be found.
    pub events: Option<Vec<Event>>,
    /// The quotations as authored, in the order of the text; nothing where they are to be found.
    pub quotes: Option<Vec<Quote>>,
}

/// The place of a person in [`Article::people`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonIndex(pub usize);

/// A person or a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: String,
    /// The name in full.
    pub name: String,
    /// What else the text calls them.
    pub also: Vec<String>,
    /// Who they are; may be empty.
    pub role: String,
}

/// Who says that something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asserter {
    /// The article itself.
    Narrator,
    /// Somebody whom it reports.
    Person(PersonIndex),
}

/// Something dated that the article reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// When.
    pub date: Edtf,
    /// What, in a few words.
    pub name: String,
    /// The passage that reports it.
    pub span: Span<Byte>,
    /// Who says so.
    pub by: Asserter,
    /// Where the annotation comes from.
    pub origin: Origin,
}

/// Where an annotation comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Whoever published the article.
    Authored,
    /// The analysis of its text, and why.
    Found(Evidence),
}

impl Origin {
    /// Whether the analysis has found it.
    pub fn is_found(&self) -> bool {
        matches!(self, Self::Found(_))
    }
}

/// Why the analysis took a passage for what it says that it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The name of the rule.
    pub rule: Cow<'static, str>,
    /// How sure the rule is, in percent.
    pub confidence: u8,
    /// The words that it rests on, in the order of the text.
    pub words: Vec<Span<Byte>>,
}

/// How speech is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// The speaker's own words, in marks.
    Direct,
    /// What the speaker said, in the writer's words.
    Indirect,
    /// Both in one clause.
    Mixed,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Its id.
    pub id: String,
    /// What was said.
    pub span: Span<Byte>,
    /// Who said it; nothing where the text does not tell.
    pub speaker: Option<PersonIndex>,
    /// The verb or phrase that reports it.
    pub cue: Option<Span<Byte>>,
    /// How it is given.
    pub kind: QuoteKind,
    /// When it was said.
    pub date: Option<Edtf>,
    /// Where the annotation comes from.
    pub origin: Origin,
}

impl Article {
    /// A text without annotations, as a reader opens one: its first line is the headline.
    pub fn from_text(text: &str) -> Self {
        let text = with_plain_lines(text.trim());
        let text = text.as_ref();
        let (headline, body) = text.split_once('\n').unwrap_or((text, text));
        let lang = Lang::guess(text);
        Self {
            id: String::new(),
            lang,
            tag: lang.tag().to_owned(),
            headline: headline.trim().to_owned(),
            standfirst: String::new(),
            published: None,
            publisher: String::new(),
            credit: String::new(),
            url: None,
            blocks: blocks(body),
            body: body.to_owned(),
            people: Vec::new(),
            events: None,
            quotes: None,
        }
    }

    /// The direction that its language is written in; of a language that Siyaq does not speak, that of the
    /// headline.
    pub fn direction(&self) -> Direction {
        if Lang::from_tag(&self.tag).is_some() {
            return self.lang.direction();
        }
        direction_of(&self.headline).unwrap_or(Direction::Ltr)
    }

    /// The direction of a block: its own, where most of its words run against the article's.
    pub fn block_direction(&self, block: Block) -> Direction {
        main_direction(block.span.of(&self.body), self.direction())
    }

    /// The direction of a passage that is shown apart: that of the block it stands in, as long as any of its letters
    /// runs so.
    pub fn direction_at(&self, span: Span<Byte>) -> Direction {
        let block = self.block_at(span.start).and_then(|n| self.blocks.get(n));
        let around = block.map_or_else(|| self.direction(), |block| self.block_direction(*block));
        direction_apart(span.of(&self.body), around)
    }

    /// A person by place.
    pub fn person(&self, index: PersonIndex) -> Option<&Person> {
        self.people.get(index.0)
    }

    /// The block that `at` stands in: the last that begins at or before it.
    pub fn block_at(&self, at: Byte) -> Option<usize> {
        self.blocks.partition_point(|block| block.span.start <= at).checked_sub(1)
    }

    /// Whether a passage begins and ends with words of the page: not in a mark, and not between two blocks.
    pub fn is_in_blocks(&self, span: Span<Byte>) -> bool {
        let inside = |at: usize| {
            let block = self.block_at(Byte(at)).and_then(|n| self.blocks.get(n));
            block.is_some_and(|block| block.span.contains(Byte(at)))
        };
        inside(span.start.0) && span.end.0.checked_sub(1).is_some_and(inside)
    }

    /// The article without the findings of these ids. What was authored stays, whatever its id.
    #[must_use]
    pub fn without(&self, ids: &[String]) -> Self {
        let mut article = self.clone();
        let stays = |id: &String, origin: &Origin| !origin.is_found() || !ids.contains(id);
        article.events.iter_mut().for_each(|events| events.retain(|event| stays(&event.id, &event.origin)));
        article.quotes.iter_mut().for_each(|quotes| quotes.retain(|quote| stays(&quote.id, &quote.origin)));
        article
    }

    /// How many words the body has.
    pub fn words(&self) -> usize {
        self.body.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
    }
}
