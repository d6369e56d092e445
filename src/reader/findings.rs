//! What is found in an article: it is asked for, shown as it comes, and put away as the reader wishes.

use super::session::Session;
use super::{mount_for_good, panels};
use crate::annotate;
use crate::article::Voice;
use crate::browser::analyst::{self, Heard};
use crate::browser::page::{self, set_findings_state};
use crate::browser::{address, dismissed, listen};
use crate::link::{self, Place};
use crate::ui::{Failure, Notice, ReadingLine, Search, Sheet};
use leptos::prelude::*;

/// A text of more bytes takes so long that its reader is told how far the search has come.
const LONG: usize = 200_000;

/// Where the page says how far the search has come.
const SEARCHING: &str = "searching";

/// Has the analyst find what the article lacks.
pub fn search(session: &Session) {
    let (lang, page) = (session.article.lang, session.page);
    if !page::is_filled(SEARCHING) {
        mount_for_good(SEARCHING, Box::new(move || view! { <ReadingLine lang page /> }.into_any()));
    }
    set_findings_state("searching");
    page.shown.update(|shown| {
        shown.search = Some(Search { stage: 0, long: session.article.body.len() > LONG });
        shown.notice = None;
    });
    let searched = session.clone();
    analyst::ask(&session.opened.analyst, &session.opened.source, move |heard| hear(&searched, heard));
}

fn hear(session: &Session, heard: Heard) {
    let shown = session.page.shown;
    let found = match heard {
        Heard::Stage(stage) => {
            return shown.update(|shown| shown.search = shown.search.map(|search| Search { stage, ..search }));
        }
        Heard::Found(wire) => annotate::from_wire(&wire).ok_or_else(String::new),
        Heard::Failed(why) => Err(why),
    };
    shown.update(|shown| shown.search = None);
    let found = match found {
        Ok(found) => found,
        Err(why) => {
            set_findings_state("failed");
            return session.tell(Some(Notice::Failed(Failure::NotSearched(why))));
        }
    };
    session.complete(found);
    panels::show(session);
    session.repaint();
    if session.is_awaited() {
        session.follow_address(true);
    }
    session.follow_reading();
    set_findings_state("ready");
}

/// Puts a finding away: out of the list, off the axis, and unpainted.
pub fn dismiss(session: &Session, place: Option<Place>) {
    let Some(place) = place else { return };
    let (panel, id) = match &place {
        Place::Event(id) => (Sheet::Timeline, id),
        Place::Quote(id) => (Sheet::Quotes, id),
        _ => return,
    };
    let mut ids = session.dismissed();
    ids.push(id.clone());
    let row = row_of(panel, id);
    if address::fragment() == link::write(&place) {
        address::clear();
    }
    change(session, ids);
    focus_near(panel, row);
}

/// Shows again what of a panel was put away.
pub fn show_again(session: &Session, panel: Sheet) {
    let (gone, stay): (Vec<_>, Vec<_>) = session.dismissed().into_iter().partition(|id| session.is_of(id, panel));
    change(session, stay);
    if let Some(id) = gone.first() {
        focus_near(panel, row_of(panel, id));
    }
}

/// Has `ids` put away from now on, and nothing else.
pub fn change(session: &Session, ids: Vec<String>) {
    dismissed::keep(&session.article.id, &session.article.tag, &ids);
    session.set_dismissed(ids);
    panels::show(session);
    let article = &session.now().article;
    let speaks = |voice: &Voice| article.quotes.iter().flatten().any(|quote| quote.voice() == *voice);
    session.page.shown.update(|shown| shown.voice = shown.voice.filter(speaks));
    session.repaint();
    session.aim();
    session.follow_reading();
}

/// The row that an entry stands in, from 1.
fn row_of(panel: Sheet, id: &str) -> usize {
    let kind = match panel {
        Sheet::Timeline => "event-",
        Sheet::Quotes => "quote-",
        Sheet::Notes => "note-",
    };
    page::row_of(&[kind, id].concat()).unwrap_or_default()
}

/// Gives the focus to the entry that stands in a row now, else to the last, else to the way back.
fn focus_near(panel: Sheet, row: usize) {
    let (list, link) = match panel {
        Sheet::Timeline => ("#timeline .event", " .event-link"),
        Sheet::Quotes => ("#quotes .quotation", " .quote-link"),
        Sheet::Notes => ("#notes .note", " .note-link"),
    };
    let at = [list, ":nth-child(n+", &row.to_string(), "):not([hidden])", link].concat();
    let last = [list, ":last-child:not([hidden])", link].concat();
    let back = ["#", panel.id(), " .again"].concat();
    // A frame later, when the panel has found its place.
    listen::next_frame(Box::new(move || {
        _ = [at, last, back].iter().any(|selector| page::focus_quietly(selector));
    }));
}
