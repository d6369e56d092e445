//! The session of one article: what is chosen, lit and being read, and how one leads to the other.

use super::notes::NOTE;
use super::pass_on;
use crate::article::{Article, QuoteKind, SLOTS, Voice, slot_of, voices};
use crate::browser::address::{self, Step};
use crate::browser::dom_text::DomText;
use crate::browser::paint::paint;
use crate::browser::{page, scroll};
use crate::link::{self, Place};
use crate::text::{Byte, Span};
use crate::timeline::Timeline;
use crate::ui::{Ask, Notice, Page, timeline_of};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The chosen passage lies over the quotations.
const TARGET_PRIORITY: i32 = 10;
/// Of two quotations over one word the direct one shows: it is the narrower claim.
const DIRECT_PRIORITY: i32 = 2;
const INDIRECT_PRIORITY: i32 = 1;

/// A place in the article that an address has named, or the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Target {
    span: Span<Byte>,
    event: Option<usize>,
    quote: Option<usize>,
}

/// The session. Cloning it gives the same one.
#[derive(Clone)]
pub struct Session {
    /// The article.
    pub article: Arc<Article>,
    /// Its text on the page.
    pub text: Rc<DomText>,
    /// Its timeline.
    pub timeline: Rc<Option<Timeline>>,
    /// The page that shows it.
    pub page: Page,
    target: Rc<RefCell<Option<Target>>>,
}

impl Session {
    /// A session in which nothing is chosen yet.
    pub fn new(article: Arc<Article>, text: DomText, page: Page) -> Self {
        let timeline = Rc::new(timeline_of(&article));
        Self { article, text: Rc::new(text), timeline, page, target: Rc::default() }
    }

    /// Does what the reader asks for.
    pub fn answer(&self, ask: Ask) {
        match ask {
            Ask::Event(n) => self.go(self.event_place(n), Step::New),
            Ask::Quote(n) => self.go(self.quote_place(n), Step::New),
            Ask::ShareEvent(n) => pass_on::link(self, self.event_place(n)),
            Ask::ShareQuote(n) => pass_on::link(self, self.quote_place(n)),
            Ask::CopyQuote(n) => pass_on::citation(self, n),
            Ask::Voice(voice) => {
                self.page.shown.update(|shown| shown.voice = Some(voice).filter(|_| shown.voice != Some(voice)));
            }
            Ask::Sheet(sheet) => {
                self.page.shown.update(|shown| shown.sheet = Some(sheet).filter(|_| shown.sheet != Some(sheet)));
            }
            Ask::Close => self.tell(None),
            Ask::Retry | Ask::Update => {}
        }
    }

    /// Tells the reader something, or takes back what was told.
    pub fn tell(&self, notice: Option<Notice>) {
        self.page.shown.update(|shown| shown.notice = notice);
    }

    /// The place of an event, as an address names it.
    pub fn event_place(&self, n: usize) -> Option<Place> {
        Some(Place::Event(self.article.events.as_ref()?.get(n)?.id.clone()))
    }

    /// The place of a quotation, as an address names it.
    pub fn quote_place(&self, n: usize) -> Option<Place> {
        Some(Place::Quote(self.article.quotes.as_ref()?.get(n)?.id.clone()))
    }

    /// Goes to a place.
    pub fn go(&self, place: Option<Place>, step: Step) {
        if let Some(place) = place {
            address::go(&link::write(&place), step);
            self.follow_address(false);
        }
    }

    /// Goes where the address says; `arriving` when the page has just opened, so without motion.
    pub fn follow_address(&self, arriving: bool) {
        let place = link::parse(&address::fragment());
        let target = place.as_ref().and_then(|place| self.resolve(place));
        // A note is the notes' to find, once they have been read.
        let elsewhere =
            matches!(&place, Some(Place::Unknown(name)) if name.starts_with(NOTE) || page::element(name).is_some());
        let dead = place.is_some() && target.is_none() && !elsewhere;
        *self.target.borrow_mut() = target;
        let range = target.and_then(|target| self.text.range(target.span));
        paint("target", TARGET_PRIORITY, range.as_slice());
        self.page.shown.update(|shown| {
            shown.quote = target.and_then(|target| target.quote);
            shown.event = target.and_then(|target| target.event).or(shown.event);
            if shown.quote.is_some() && shown.voice != self.voice_of(shown.quote) {
                shown.voice = None;
            }
            if target.is_some() {
                shown.sheet = None;
            }
            if dead {
                shown.notice = Some(Notice::DeadLink);
            } else if shown.notice == Some(Notice::DeadLink) {
                shown.notice = None;
            }
        });
        if let Some(range) = range {
            scroll::to_range(&range, arriving);
        }
    }

    fn voice_of(&self, quote: Option<usize>) -> Option<Voice> {
        Some(self.article.quotes.as_ref()?.get(quote?)?.voice())
    }

    /// What a place names in this article.
    fn resolve(&self, place: &Place) -> Option<Target> {
        let article = &self.article;
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
        let timeline = self.timeline.as_ref().as_ref()?;
        let row = timeline.current(Byte(span.start.0 + span.len() * permille / 1000))?;
        Some(timeline.rows.get(row)?.entry)
    }

    /// Chooses the quotation or the event whose passage holds a place of the text; the shortest of several.
    pub fn choose_at(&self, at: Byte) {
        let quotes = self.article.quotes.iter().flatten().map(|quote| quote.span);
        let events = self.article.events.iter().flatten().map(|event| event.span);
        if let Some(n) = shortest_at(quotes, at) {
            self.answer(Ask::Quote(n));
        } else if let Some(n) = shortest_at(events, at) {
            self.answer(Ask::Event(n));
        }
    }

    /// Paints the quotations of the lit speaker, or of all, in their speakers' colours.
    pub fn paint_quotations(&self, lit: Option<Voice>) {
        let quotes = self.article.quotes.as_deref().unwrap_or_default();
        let voices = voices(quotes);
        let mut direct = vec![Vec::new(); SLOTS];
        let mut indirect = direct.clone();
        for quote in quotes.iter().filter(|quote| lit.is_none_or(|lit| lit == quote.voice())) {
            let kind = if quote.kind == QuoteKind::Direct { &mut direct } else { &mut indirect };
            if let Some(ranges) = kind.get_mut(slot_of(&voices, quote.voice()) - 1) {
                ranges.extend(self.text.range(quote.span));
            }
        }
        for (slot, (direct, indirect)) in (1..).zip(direct.iter().zip(&indirect)) {
            paint(&format!("direct-{slot}"), DIRECT_PRIORITY, direct);
            paint(&format!("indirect-{slot}"), INDIRECT_PRIORITY, indirect);
        }
    }
}

fn shortest_at(spans: impl Iterator<Item = Span<Byte>>, at: Byte) -> Option<usize> {
    spans.enumerate().filter(|(_, span)| span.contains(at)).min_by_key(|(_, span)| span.len()).map(|(n, _)| n)
}
