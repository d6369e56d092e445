//! The session of one article: what is chosen, lit and being read, and how one leads to the other.

use super::chunks::{self, Chunks, More, Place as Text};
use super::later::{Later, NOTE};
use super::now::{Known, Now};
use super::panels::Panels;
use super::{pass_on, spawn, stand};
use crate::annotate::{self, Found};
use crate::article::{Article, Voice};
use crate::browser::address::{self, Step};
use crate::browser::dom_text::{DomText, Range};
use crate::browser::paint::paint;
use crate::browser::{dismissed, page, scroll};
use crate::link::{self, Place};
use crate::text::{Byte, Span};
use crate::timeline::Turns;
use crate::ui::{Ask, Failure, Notice, Page, Sheet};
use leptos::prelude::*;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// The chosen passage lies over the quotations.
const TARGET_PRIORITY: i32 = 10;

/// A place in the article that an address has named, or the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Target {
    span: Span<Byte>,
    event: Option<usize>,
    quote: Option<usize>,
}

impl Target {
    /// The panel that has a row for it.
    fn panel(self) -> Option<Sheet> {
        let quotes = self.quote.map(|_| Sheet::Quotes);
        self.event.map(|_| Sheet::Timeline).or(quotes)
    }
}

/// An article as it was opened.
pub struct Opened {
    /// Its file.
    pub source: Vec<u8>,
    /// The address of the script that finds what it lacks.
    pub analyst: String,
    /// Whether the page was built of the same text.
    pub is_built_ahead: bool,
    /// How what comes later is loaded.
    pub chunks: Chunks,
}

/// The session. Cloning it gives the same one.
#[derive(Clone)]
pub struct Session {
    /// The article, as it was published.
    pub article: Arc<Article>,
    /// How it was opened.
    pub opened: Rc<Opened>,
    /// Its text on the page.
    pub text: Rc<DomText>,
    /// The page that shows it.
    pub page: Page,
    /// What only some readers come to, once it has come.
    pub more: Rc<OnceCell<&'static More>>,
    /// The reader's notes on it.
    pub notes: Later,
    /// The panels beside it.
    pub panels: Rc<RefCell<Panels>>,
    pub known: Rc<RefCell<Known>>,
    target: Rc<RefCell<Option<Target>>>,
    /// The rows of the timeline that stands on the page.
    pub turns: Rc<RefCell<Turns>>,
}

impl Session {
    /// A session in which nothing is chosen yet.
    pub fn new(opened: Opened, place: Text, notes: Later) -> Self {
        let Text { article, text, page } = place;
        let known = Known::of(&article, dismissed::kept(&article.id, &article.tag));
        Self {
            article,
            opened: Rc::new(opened),
            text,
            page,
            more: Rc::default(),
            notes,
            panels: Rc::default(),
            known: Rc::new(RefCell::new(known)),
            target: Rc::default(),
            turns: Rc::default(),
        }
    }

    /// What is shown of the article at this moment.
    pub fn now(&self) -> Rc<Now> {
        self.known.borrow().now.clone()
    }

    /// Takes in what was found.
    pub fn complete(&self, found: Found) {
        self.known.borrow_mut().complete(found);
    }

    /// The ids of what the reader has put away.
    pub fn dismissed(&self) -> Vec<String> {
        self.known.borrow().dismissed.clone()
    }

    /// Has `ids` put away, and nothing else.
    pub fn set_dismissed(&self, ids: Vec<String>) {
        self.known.borrow_mut().dismiss(ids);
    }

    /// Whether an id is that of an entry of a panel.
    pub fn is_of(&self, id: &str, panel: Sheet) -> bool {
        let all = &self.known.borrow().all;
        match panel {
            Sheet::Timeline => all.events.iter().flatten().any(|event| event.id == id),
            Sheet::Quotes => all.quotes.iter().flatten().any(|quote| quote.id == id),
            Sheet::Notes => false,
        }
    }

    /// Does what the reader asks for.
    pub fn answer(&self, ask: Ask) {
        match ask {
            Ask::Event(n) => self.go(self.event_place(n), Step::New),
            Ask::Quote(n) => self.go(self.quote_place(n), Step::New),
            Ask::ShareEvent(n) => pass_on::link(self, self.event_place(n)),
            Ask::ShareQuote(n) => pass_on::link(self, self.quote_place(n)),
            Ask::CopyQuote(n) => self.with_more(move |session, more| (more.cite)(session, n)),
            Ask::Voice(voice) => self.light(voice),
            Ask::Sheet(sheet) => self.page.shown.update(|shown| {
                shown.sheet = Some(sheet).filter(|_| shown.sheet != Some(sheet));
                shown.foot = None;
            }),
            Ask::CloseFoot => self.page.shown.update(|shown| shown.foot = None),
            Ask::Close => self.tell(None),
            Ask::DismissEvent(n) => {
                self.with_more(move |session, more| (more.dismiss)(session, session.event_place(n)));
            }
            Ask::DismissQuote(n) => {
                self.with_more(move |session, more| (more.dismiss)(session, session.quote_place(n)));
            }
            Ask::ShowAgain(panel) => self.with_more(move |session, more| (more.show_again)(session, panel)),
            Ask::Beside(notes) => self.page.shown.update(|shown| shown.notes_beside = notes),
            Ask::Retry | Ask::Update => {}
        }
    }

    /// Tries again what has failed.
    pub fn retry(&self) {
        self.tell(None);
        self.notes.retry();
        if !self.known.borrow().is_searched {
            self.search();
        }
    }

    /// Has what the article lacks found.
    pub fn search(&self) {
        if annotate::is_wanting(&self.article) {
            self.with_more(|session, more| (more.search)(session));
        }
    }

    /// Does something with what only some readers come to: at once where that is there, else when it has come.
    pub fn with_more(&self, act: impl FnOnce(&Self, &More) + 'static) {
        if let Some(more) = self.more.get() {
            return act(self, more);
        }
        let session = self.clone();
        spawn(Box::pin(async move {
            match session.load_more().await {
                Some(more) => act(&session, more),
                None => session.tell(Some(Notice::Failed(Failure::PartMissing))),
            }
        }));
    }

    pub async fn load_more(&self) -> Option<&'static More> {
        let more = chunks::load(self.opened.chunks.more).await?;
        _ = self.more.set(more);
        Some(more)
    }

    /// Tells the reader something, or takes back what was told.
    pub fn tell(&self, notice: Option<Notice>) {
        self.page.shown.update(|shown| shown.notice = notice);
    }

    /// The place of an event, as an address names it.
    pub fn event_place(&self, n: usize) -> Option<Place> {
        Some(Place::Event(self.now().article.events.as_ref()?.get(n)?.id.clone()))
    }

    /// The place of a quotation, as an address names it.
    pub fn quote_place(&self, n: usize) -> Option<Place> {
        Some(Place::Quote(self.now().article.quotes.as_ref()?.get(n)?.id.clone()))
    }

    /// Lights a speaker's quotations alone, or, where they are lit, all again. A chosen quotation of another speaker's is
    /// left, and the address with it.
    fn light(&self, voice: Voice) {
        self.page.shown.update(|shown| shown.voice = Some(voice).filter(|_| shown.voice != Some(voice)));
        let (lit, quote) = self.page.shown.with_untracked(|shown| (shown.voice, shown.quote));
        if lit.is_some() && quote.is_some() && lit != self.voice_of(quote) {
            address::clear();
            self.aim();
        }
    }

    /// Goes to a place.
    pub fn go(&self, place: Option<Place>, step: Step) {
        if let Some(place) = place {
            address::go(&link::write(&place), step);
            self.follow_address(false);
        }
    }

    /// Goes where the address says; `arriving` when the page has just opened, so without motion. What it names is shown
    /// again, where it has been put away.
    pub fn follow_address(&self, arriving: bool) {
        let mut dismissed = self.dismissed();
        if let Some(Place::Event(id) | Place::Quote(id)) = link::parse(&address::fragment())
            && dismissed.contains(&id)
            && self.known.borrow().is_searched
        {
            dismissed.retain(|other| *other != id);
            self.with_more(|session, more| (more.put_away)(session, dismissed));
        }
        if let Some(range) = self.aim() {
            self.page.shown.update(|shown| shown.sheet = None);
            // At once: the page grows by what stands at the foot, so that its last passage comes into view.
            page::set_foot(self.page.shown.with_untracked(|shown| shown.foot).map(Sheet::id));
            scroll::to_range(&range, arriving);
        }
    }

    /// Marks what the address names, and tells where it names nothing; gives its range.
    pub fn aim(&self) -> Option<Range> {
        let place = link::parse(&address::fragment());
        let target = place.as_ref().and_then(|place| self.resolve(place));
        let dead = target.is_none() && place.as_ref().is_some_and(|place| self.is_dead(place));
        *self.target.borrow_mut() = target;
        let range = target.and_then(|target| self.text.range(target.span));
        paint("target", TARGET_PRIORITY, range.as_slice());
        stand::show_chosen();
        self.page.shown.update(|shown| {
            shown.quote = target.and_then(|target| target.quote);
            shown.foot = target.and_then(Target::panel);
            shown.event = target.and_then(|target| target.event).or(shown.event);
            if shown.quote.is_some() && shown.voice != self.voice_of(shown.quote) {
                shown.voice = None;
            }
            if dead {
                shown.notice = Some(Notice::DeadLink);
            } else if shown.notice == Some(Notice::DeadLink) {
                shown.notice = None;
            }
        });
        range
    }

    /// Whether a place that names nothing of the article leads nowhere. It may still be found; or stand beside the text.
    fn is_dead(&self, place: &Place) -> bool {
        match place {
            // A note is the notes' to find, once they have been read.
            Place::Unknown(name) => !name.starts_with(NOTE) && page::element(name).is_none(),
            Place::Event(_) | Place::Quote(_) => self.known.borrow().is_searched,
            _ => true,
        }
    }

    /// Whether the address names something that had still to be found.
    pub fn is_awaited(&self) -> bool {
        let place = link::parse(&address::fragment());
        self.target.borrow().is_none() && matches!(place, Some(Place::Event(_) | Place::Quote(_)))
    }

    /// Whether the address leads to something that was found, so that no translation has it.
    pub fn is_aimed_at_a_finding(&self) -> bool {
        let Some(target) = *self.target.borrow() else { return false };
        let article = &self.now().article;
        let event = target.event.and_then(|n| article.events.as_ref()?.get(n));
        let quote = target.quote.and_then(|n| article.quotes.as_ref()?.get(n));
        event.is_some_and(|event| event.origin.is_found()) || quote.is_some_and(|quote| quote.origin.is_found())
    }

    fn voice_of(&self, quote: Option<usize>) -> Option<Voice> {
        Some(self.now().article.quotes.as_ref()?.get(quote?)?.voice())
    }

    /// What a place names in this article.
    fn resolve(&self, place: &Place) -> Option<Target> {
        let article = &self.now().article;
        let bare = |span| Target { span, event: None, quote: None };
        match place {
            Place::Event(id) => {
                let mut events = article.events.iter().flatten().enumerate();
                events
                    .find(|(_, event)| event.id == *id)
                    .map(|(n, event)| Target { event: Some(n), ..bare(event.span) })
            }
            Place::Quote(id) => {
                let mut quotes = article.quotes.iter().flatten().enumerate();
                quotes
                    .find(|(_, quote)| quote.id == *id)
                    .map(|(n, quote)| Target { quote: Some(n), ..bare(quote.span) })
            }
            Place::Paragraph(number) => {
                article.blocks.iter().find(|block| block.number() == Some(*number)).map(|block| bare(block.span))
            }
            Place::Text(directive) => directive.find(&article.body, &article.blocks).map(bare),
            Place::Unknown(_) => None,
        }
    }

    /// Marks the event that the reader has come to. A chosen one stays marked while its passage is in view.
    pub fn follow_reading(&self) {
        let chosen = self.target.borrow().filter(|target| {
            target.event.is_some() && self.text.range(target.span).is_some_and(|range| scroll::is_in_view(&range))
        });
        let event = chosen.map_or_else(|| self.event_being_read(), |target| target.event);
        if self.page.shown.with_untracked(|shown| shown.event != event) {
            self.page.shown.update(|shown| shown.event = event);
        }
    }

    fn event_being_read(&self) -> Option<usize> {
        let (block, permille) = scroll::reading(&self.text)?;
        let span = self.article.blocks.get(block)?.span;
        let turns = self.turns.borrow();
        turns.entry(turns.current(Byte(span.start.0 + span.len() * permille / 1000))?)
    }

    /// Chooses the quotation or the event whose passage holds a place of the text, the shortest of several; whether there
    /// is one.
    pub fn choose_at(&self, at: Byte) -> bool {
        let article = &self.now().article;
        let quotes = article.quotes.iter().flatten().map(|quote| quote.span);
        let events = article.events.iter().flatten().map(|event| event.span);
        let chosen = shortest_at(quotes, at).map(Ask::Quote).or_else(|| shortest_at(events, at).map(Ask::Event));
        if let Some(ask) = chosen {
            self.answer(ask);
        }
        chosen.is_some()
    }
}

fn shortest_at(spans: impl Iterator<Item = Span<Byte>>, at: Byte) -> Option<usize> {
    spans.enumerate().filter(|(_, span)| span.contains(at)).min_by_key(|(_, span)| span.len()).map(|(n, _)| n)
}
