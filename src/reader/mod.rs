//! The reader's session on a page: what is open, chosen, lit and being read. It joins what the browser has
//! to what the components show, and is the only room that knows both.

mod chunks;
mod findings;
mod follow;
mod later;
mod load;
mod more;
mod notes;
mod now;
mod panels;
mod pass_on;
mod session;
mod site_state;
mod stand;

use crate::browser::page;
use crate::ui::{Ask, Notices, Page, Shown, Status};
use leptos::prelude::*;
use session::Session;
use std::any::Any;
use std::cell::Cell;
use std::pin::Pin;

pub use chunks::{Chunks, Coming, Desk, More, Place};
pub use more::MORE;
pub use notes::mount as mount_notes;

/// Takes the page over. The notes come in files of their own.
pub fn start(chunks: Chunks) {
    let Some(built) = page::BuiltPage::read() else { return };
    let session = StoredValue::new_local(None::<Session>);
    let again = RwSignal::new(0_usize);
    let ask = Callback::new(move |ask: Ask| answer(session, again, ask));
    let page = Page { shown: RwSignal::new(Shown::default()), ask };
    let lang = built.lang;
    mount_for_good("status", Box::new(move || view! { <Status lang page /> }.into_any()));
    let root = built.root.clone();
    mount_for_good("notice", Box::new(move || view! { <Notices lang root page /> }.into_any()));
    site_state::watch(&built, page.shown);
    if built.article.is_some() {
        load::open(built, page, chunks, session, again);
        return;
    }
    if page::element("notes").is_some() {
        // The library belongs to no language; its notes speak the reader's.
        let built = page::BuiltPage { lang: page::readers_language("notes"), ..built };
        later::Later::of(chunks, built, None).follow();
    }
    page::set_app_state("ready");
}

/// Does what the reader asks for.
fn answer(session: StoredValue<Option<Session>, LocalStorage>, again: RwSignal<usize>, ask: Ask) {
    match ask {
        Ask::Retry => match session.get_value() {
            Some(session) => session.retry(),
            None => again.update(|n| *n += 1),
        },
        Ask::Update => site_state::update(),
        ask => {
            if let Some(session) = session.get_value() {
                session.answer(ask);
            }
        }
    }
}

// Leptos compiles each of these anew for every closure that it is given; boxed, each is compiled once.

/// Mounts a view in the place of what an element holds. It stands for as long as what is returned is kept.
fn mount(id: &str, view: Box<dyn FnOnce() -> AnyView>) -> Option<Box<dyn Any>> {
    Some(Box::new(leptos::mount::mount_to(page::emptied(id)?, view)))
}

/// The same, for as long as the page lives.
fn mount_for_good(id: &str, view: Box<dyn FnOnce() -> AnyView>) {
    std::mem::forget(mount(id, view));
}

/// Runs `effect` now, and again whenever a signal that it has read changes.
fn whenever(effect: Box<dyn Fn()>) {
    Effect::new(move |_| effect());
}

/// Runs `effect` with a part of what is shown, now and whenever that part changes. A memo would do the same, at
/// two kilobytes for each type of part.
fn when_changed<T: Copy + PartialEq + 'static>(
    shown: RwSignal<Shown>,
    part: impl Fn(&Shown) -> T + 'static,
    effect: impl Fn(T) + 'static,
) {
    let last = Cell::new(None);
    whenever(Box::new(move || {
        let now = shown.with(&part);
        if last.replace(Some(now)) != Some(now) {
            effect(now);
        }
    }));
}

/// Runs a task in the background.
fn spawn(task: Pin<Box<dyn Future<Output = ()>>>) {
    leptos::task::spawn_local(task);
}
