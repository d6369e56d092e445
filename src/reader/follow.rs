//! Following the reader: the panels are mounted, and keys, clicks, scrolling and the address are joined to
//! the session.

use super::session::Session;
use super::{mount_for_good, when_changed};
use crate::browser::address::{self, Step};
use crate::browser::keep::{self, Place};
use crate::browser::page::{self, BuiltPage};
use crate::browser::{keys, listen, panels, scroll};
use crate::text::Direction;
use crate::ui::{Ask, Bar, Sheet, Shown, Side};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Mounts an article's panels and opens it at the place that the address, or the page before, names. Where the page was
/// built of the same text, what was found in it stands there already, and stays until it is found again.
pub fn mount(built: &BuiltPage, session: &Session) {
    let (lang, page) = (built.lang, session.page);
    session.show_panels();
    mount_for_good("bar", Box::new(move || view! { <Bar lang page /> }.into_any()));
    follow_shown(session);
    follow_keys(session);
    mount_for_good("side-tabs", Box::new(move || view! { <Side lang page /> }.into_any()));
    follow_panels(session);
    follow_clicks(session);
    session.notes.follow();
    follow_scrolling(session);
    keep_place_across_languages(session);
    let changed = session.clone();
    address::on_change(move || {
        let changed = changed.clone();
        // A frame later, and at once: the browser has then put back the scroll position that it remembers.
        listen::next_frame(Box::new(move || changed.follow_address(true)));
    });
    arrive(session);
}

/// Keeps what lies outside of the components in step with what is shown.
fn follow_shown(session: &Session) {
    let shown = session.page.shown;
    let painter = session.clone();
    when_changed(
        shown,
        |shown| shown.voice,
        move |_| {
            painter.repaint();
            painter.show_voice();
        },
    );
    let (event, quote) = (session.clone(), session.clone());
    when_changed(shown, |shown| shown.event, move |_| event.show_event());
    when_changed(shown, |shown| shown.quote, move |_| quote.show_quote());
    when_changed(shown, |shown| shown.sheet, |sheet| page::set_sheet(sheet.map(Sheet::id)));
    when_changed(shown, |shown| shown.foot, |foot| page::set_foot(foot.map(Sheet::id)));
    when_changed(shown, |shown| shown.notes_beside, page::set_side);
    let notes = session.notes.clone();
    let are_wanted = |shown: &Shown| shown.notes_beside || shown.sheet == Some(Sheet::Notes);
    when_changed(shown, are_wanted, move |wanted| {
        if wanted {
            notes.call();
        }
    });
    when_changed(
        shown,
        |shown| (shown.event, shown.quote, shown.sheet),
        |_| {
            listen::next_frame(Box::new(|| {
                keys::reveal_current("timeline", ".event[aria-current]");
                keys::reveal_current("quotes", ".quotation[aria-current]");
            }));
        },
    );
}

/// Arrow keys within the timeline move along it; Escape closes a sheet.
fn follow_keys(session: &Session) {
    let rtl = session.article.direction() == Direction::Rtl;
    let moving = session.clone();
    keys::on_timeline(rtl, move |step| {
        let Some(focused) = keys::focused_row() else { return };
        let row = moving.turns.borrow().neighbour(focused, step);
        let Some(entry) = moving.turns.borrow().entry(row) else { return };
        if scroll::matches(scroll::WIDE) {
            moving.go(moving.event_place(entry), Step::Same);
        }
        keys::focus_row(row);
    });
    let shown = session.page.shown;
    keys::on_escape(move || {
        if shown.with_untracked(|shown| shown.foot.is_some()) {
            shown.update(|shown| shown.foot = None);
        }
        if let Some(sheet) = shown.with_untracked(|shown| shown.sheet) {
            shown.update(|shown| shown.sheet = None);
            _ = page::focus_quietly(&format!("[data-sheet=\"{}\"]", sheet.id()));
        }
    });
}

/// What is asked in the panels is the session's to do.
fn follow_panels(session: &Session) {
    for panel in ["timeline", "quotes"] {
        let session = session.clone();
        panels::on_ask(panel, move |asked| {
            if let Some(ask) = Ask::read(asked) {
                session.answer(ask);
                if let Ask::Event(_) | Ask::Quote(_) = ask {
                    // With its card, which has opened below the pointer.
                    listen::next_frame(Box::new(move || keys::reveal_whole(panel, "[data-chosen]")));
                }
            }
        });
    }
}

/// A click on a painted passage chooses it; one that ends a selection is the selection's.
fn follow_clicks(session: &Session) {
    let Some(text) = page::element("text") else { return };
    let session = session.clone();
    listen::on_click(&text, move |x, y| {
        if scroll::has_selection() {
            return;
        }
        let at = scroll::caret_at(x, y).and_then(|(node, offset)| session.text.byte_at(&node, offset));
        if let Some(at) = at.filter(|at| !session.notes.choose_at(*at))
            && !session.choose_at(at)
        {
            session.answer(Ask::CloseFoot);
        }
    });
}

/// Follows the reader down the page, once a frame at the most.
fn follow_scrolling(session: &Session) {
    let waiting = Rc::new(Cell::new(false));
    let session = session.clone();
    listen::on_window("scroll", move |_| {
        if !waiting.replace(true) {
            let (waiting, session) = (waiting.clone(), session.clone());
            listen::next_frame(Box::new(move || {
                waiting.set(false);
                session.follow_reading();
            }));
        }
    });
}

/// The other languages open at the same fragment, and at the place that is being read.
fn keep_place_across_languages(session: &Session) {
    let (session, leaving) = (session.clone(), session.clone());
    let to = move |page: &str| {
        let fragment = address::fragment();
        // Words of one language are in no other, nor is what was found in them.
        let shared = !fragment.is_empty() && !fragment.starts_with("text=") && !session.is_aimed_at_a_finding();
        if shared { format!("{page}#{fragment}") } else { page.to_owned() }
    };
    page::on_language_link(to, move || {
        if let Some((block, permille)) = scroll::reading(&leaving.text) {
            keep::keep(&Place { article: leaving.article.id.clone(), block, permille });
        }
    });
}

/// Where the page opens: at the place read in another language, marked as the address says; else where the
/// address says.
fn arrive(session: &Session) {
    let kept = keep::take().filter(|kept| session.article.id == kept.article);
    session.follow_address(true);
    if let Some(kept) = kept {
        scroll::to_place(&session.text, kept.block, kept.permille);
    }
    session.follow_reading();
}
