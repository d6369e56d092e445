//! The reader's notes on a page: the notebook, where its passages stand in this text, and how a change is made,
//! shown, kept and told to the other tabs.

mod annotate;
mod draft;
mod draw;
mod files;
mod keep;
mod keys;
mod open;
mod places;
mod seek;
mod shelf;

use super::chunks::{Desk, Place};
use super::{mount_for_good, spawn};
use crate::browser::chance;
use crate::browser::keys::Pressed;
use crate::browser::page::BuiltPage;
use crate::browser::tabs::Tabs;
use crate::notes::{Clock, Content, Filter, History, Layer, Notebook, Passage, Plan, Stamp, Unsaved};
use crate::text::{Byte, Direction, Lang, Span};
use crate::ui::{Kept, Marking, NoteAsk, NoteTold, NotesNotice, NotesPage, NotesPanel, Notice};
use keep::{Disk, Pending};
use leptos::prelude::*;
use places::Places;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// An article of the site, as its list tells of it.
#[derive(Clone, Debug)]
pub struct Title {
    /// The identifier.
    pub id: String,
    /// The language tag.
    pub tag: String,
    /// The headline.
    pub headline: String,
    /// Who published it.
    pub publisher: String,
    /// The day of publication, as written.
    pub published: String,
}

/// The notes of a page. Cloning gives the same ones.
#[derive(Clone)]
pub struct Notes(Rc<Inner>);

struct Inner {
    lang: Lang,
    /// The way to the root of the site.
    root: String,
    /// The text; nothing in the library.
    place: Option<Place>,
    page: NotesPage,
    book: RefCell<Notebook>,
    history: RefCell<History>,
    clock: RefCell<Clock>,
    /// Where the passages of this text stand; those that are not there are still being looked for.
    places: RefCell<Places>,
    /// Whether the list is being drawn, a part at a time.
    drawing: Cell<bool>,
    /// The passages as they are painted.
    painted: RefCell<Vec<Layer>>,
    /// The numbers that the blocks of the text have for paper.
    numbered: RefCell<Vec<Vec<usize>>>,
    /// The words that are selected.
    selected: Cell<Option<Span<Byte>>>,
    titles: RefCell<Vec<Title>>,
    disk: RefCell<Disk>,
    /// What is not on the disk yet.
    unsaved: RefCell<Unsaved>,
    /// What waits for that.
    pending: RefCell<Vec<Pending>>,
    /// How often in a row the database has been opened again.
    reopened: Cell<usize>,
    tabs: RefCell<Option<Tabs>>,
    plan: RefCell<Option<Plan>>,
    /// Stored records that could not be read.
    aside: RefCell<Vec<(String, String)>>,
}

/// Mounts the notes of a page: of its article, or in the library those of all.
pub fn mount(built: &BuiltPage, place: Option<Place>) -> Box<dyn Desk> {
    let notes = StoredValue::new_local(None::<Notes>);
    let ask = Callback::new(move |ask: NoteAsk| {
        if let Some(notes) = notes.get_value() {
            notes.answer(ask);
        }
    });
    let page = NotesPage {
        list: RwSignal::default(),
        groups: StoredValue::default(),
        shown: RwSignal::default(),
        drafts: StoredValue::default(),
        ask,
    };
    let lang = built.lang;
    mount_for_good("notes", Box::new(move || view! { <NotesPanel lang page /> }.into_any()));
    mount_for_good("notes-notice", Box::new(move || view! { <NotesNotice lang page /> }.into_any()));
    if place.is_some() {
        mount_for_good("marking", Box::new(move || view! { <Marking lang page /> }.into_any()));
    }
    let started = start(built, page, place);
    notes.set_value(Some(started.clone()));
    Box::new(started)
}

/// Starts them.
fn start(built: &BuiltPage, page: NotesPage, place: Option<Place>) -> Notes {
    let inner = Inner {
        lang: built.lang,
        root: built.root.clone(),
        place,
        page,
        book: RefCell::default(),
        history: RefCell::default(),
        clock: RefCell::new(Clock::new(&chance::random_name())),
        places: RefCell::default(),
        drawing: Cell::default(),
        painted: RefCell::default(),
        numbered: RefCell::default(),
        selected: Cell::default(),
        titles: RefCell::default(),
        disk: RefCell::default(),
        unsaved: RefCell::default(),
        pending: RefCell::default(),
        reopened: Cell::default(),
        tabs: RefCell::default(),
        plan: RefCell::default(),
        aside: RefCell::default(),
    };
    let notes = Notes(Rc::new(inner));
    notes.open();
    notes
}

impl Desk for Notes {
    fn follow_selection(&self) {
        self.notice_selection();
    }

    fn press(&self, key: &Pressed) -> bool {
        self.answer_key(key)
    }

    fn step(&self, redo: bool) {
        self.answer(if redo { NoteAsk::Redo } else { NoteAsk::Undo });
    }

    fn choose_at(&self, at: Byte) -> bool {
        self.choose(at)
    }
}

impl Notes {
    /// Does what the reader asks for.
    pub fn answer(&self, ask: NoteAsk) {
        match ask {
            NoteAsk::Mark(colour) => _ = self.mark(colour),
            NoteAsk::Annotate => self.annotate(),
            NoteAsk::Copy | NoteAsk::Cite | NoteAsk::Share => self.pass_on(&ask),
            NoteAsk::Open(id) => self.open_note(&id),
            NoteAsk::Edit(id) => self.edit(Some(id)),
            NoteAsk::Write => self.write(),
            NoteAsk::Typed => self.guard(),
            NoteAsk::Leave => self.leave(),
            NoteAsk::LeaveUnwritten => self.leave_unwritten(),
            NoteAsk::Resume => self.resume(),
            NoteAsk::Paint(id, colour) => self.change(&id, |content| content.colour = colour),
            NoteAsk::Delete(id) => self.delete(&id),
            NoteAsk::DropCopy(id, n) => self.drop_copy(&id, n),
            NoteAsk::Attach(id) => self.attach(&id),
            NoteAsk::Narrow(filter) => self.narrow(filter),
            NoteAsk::Undo => self.step(History::undo),
            NoteAsk::Redo => self.step(History::redo),
            NoteAsk::Export(format) => self.export(format),
            NoteAsk::ExportAside => self.export_aside(),
            NoteAsk::Import(event) => self.look_at_file(event),
            NoteAsk::Decide(decision) => self.decide(decision),
            NoteAsk::TryAgain => self.try_again(),
            NoteAsk::CloseWarning => self.0.page.shown.update(|shown| shown.warned = Some(shown.kept)),
            NoteAsk::Close => self.close_told(),
        }
    }

    /// Narrows the list. What is chosen after that is listed whatever the filter says; what was chosen before is not.
    fn narrow(&self, filter: Filter) {
        let chosen = self.0.page.list.with_untracked(|list| list.chosen.clone());
        let stays = chosen.and_then(|id| self.content(&id)).is_some_and(|content| filter.wants(&content));
        self.0.page.shown.update(|shown| shown.filter = filter);
        self.relist(|list| {
            if !stays {
                list.chosen = None;
            }
        });
        self.list();
    }

    fn tell(&self, told: Option<NoteTold>) {
        self.0.page.shown.update(|shown| shown.told = told);
    }

    fn kept(&self, kept: Kept) {
        self.0.page.shown.update(|shown| shown.kept = kept);
    }

    /// Shows the notes beside a wide text, or the quotations again.
    fn side(&self, open: bool) {
        if let Some(place) = &self.0.place {
            place.page.shown.update(|shown| shown.notes_beside = open);
        }
    }

    fn filter(&self) -> Filter {
        self.0.page.shown.with_untracked(|shown| shown.filter.clone())
    }

    fn stamp(&self) -> Stamp {
        self.0.clock.borrow_mut().tick(chance::now())
    }

    /// Where this page's notes stand: its article in its language.
    fn passage(&self) -> Option<Passage> {
        let article = &self.0.place.as_ref()?.article;
        let rtl = article.direction() == Direction::Rtl;
        Some(Passage { article: article.id.clone(), language: article.tag.clone(), rtl })
    }

    /// Where a note's passage stands in this text, if it is found.
    fn span(&self, id: &str) -> Option<Span<Byte>> {
        self.0.places.borrow().span(id)
    }

    fn content(&self, id: &str) -> Option<Content> {
        self.0.book.borrow().get(id)?.current().cloned()
    }

    /// Tells something in the page's own place for that.
    fn notice(&self, notice: Notice) {
        if let Some(place) = &self.0.place {
            place.page.shown.update(|shown| shown.notice = Some(notice));
        }
    }

    /// Runs a task of the notes in the background.
    fn spawn<F: Future<Output = ()> + 'static>(&self, task: impl FnOnce(Self) -> F) {
        spawn(Box::pin(task(self.clone())));
    }
}
