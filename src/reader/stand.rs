//! How the page stands: its panels as they were built or made anew, what in them is current and lit, and the quotations
//! painted in the text.

use super::session::Session;
use super::spawn;
use crate::article::{QuoteKind, SLOTS, Voice, slot_of, voices};
use crate::browser::paint::paint;
use crate::browser::{address, page, panels};
use crate::link::{self, Place};
use crate::timeline::Turns;
use crate::ui::Ask;
use leptos::prelude::*;

/// Of two quotations over one word the direct one shows: it is the narrower claim.
const DIRECT_PRIORITY: i32 = 2;
const INDIRECT_PRIORITY: i32 = 1;

impl Session {
    /// Whether the panels are there: what the article lacks is found ahead as it will be found here.
    pub fn stands_already(&self) -> bool {
        self.opened.is_built_ahead && (self.dismissed().is_empty() || !self.known.borrow().is_searched)
    }

    /// Shows the panels, as they stand or made anew.
    pub fn show_panels(&self) {
        if self.stands_already() {
            self.take_panels();
        } else {
            self.with_more(|session, more| (more.show_panels)(session));
        }
    }

    /// Takes the panels as they stand: their rows, and what of them is current and lit.
    pub fn take_panels(&self) {
        let asked = panels::asked_by("#timeline .event-link");
        let entries = asked.iter().filter_map(|asked| match Ask::read(asked)? {
            Ask::Event(n) => Some(n),
            _ => None,
        });
        let article = &self.now().article;
        let event = |n: usize| article.events.as_ref()?.get(n);
        let turns = entries.filter_map(|n| Some((n, event(n)?.span.start))).collect();
        self.turns.replace(Turns(turns));
        self.show_event();
        self.show_quote();
        self.show_voice();
        show_chosen();
    }

    /// Shows which event is current.
    pub fn show_event(&self) {
        let event = self.page.shown.with_untracked(|shown| shown.event);
        let current = event.and_then(|n| self.event_place(n));
        panels::set_current(".event", row_of(current.as_ref()).as_deref());
        panels::set_current_mark(event.map(|n| Ask::Event(n).written()).as_deref());
    }

    /// Shows which quotation is chosen. Its card offers to copy it, which has to come at once when it is asked for.
    pub fn show_quote(&self) {
        let quote = self.page.shown.with_untracked(|shown| shown.quote);
        let current = quote.and_then(|n| self.quote_place(n));
        panels::set_current(".quotation", row_of(current.as_ref()).as_deref());
        if current.is_some() && self.more.get().is_none() {
            let session = self.clone();
            spawn(Box::pin(async move { _ = session.load_more().await }));
        }
    }

    /// Shows whose quotations are lit.
    pub fn show_voice(&self) {
        let voice = self.page.shown.with_untracked(|shown| shown.voice);
        panels::light(voice.map(|voice| self.article_voice(voice)).as_deref());
    }

    fn article_voice(&self, voice: Voice) -> String {
        self.now().article.voice_id(voice).to_owned()
    }

    /// Paints the quotations of the lit speaker, or of all, in their speakers' colours.
    pub fn repaint(&self) {
        let lit = self.page.shown.with_untracked(|shown| shown.voice);
        let article = &self.now().article;
        let quotes = article.quotes.as_deref().unwrap_or_default();
        page::set_quotes_found(quotes.iter().any(|quote| quote.origin.is_found()));
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

/// Shows which row is that of the place in the address.
pub fn show_chosen() {
    let place = link::parse(&address::fragment());
    panels::set_chosen(row_of(place.as_ref()).as_deref());
}

/// The id of the row of a place: its fragment, which encodes no legal id.
fn row_of(place: Option<&Place>) -> Option<String> {
    place.filter(|place| matches!(place, Place::Event(_) | Place::Quote(_))).map(link::write)
}
