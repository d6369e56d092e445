//! What comes in files of its own, and how it is called by what is there from the beginning. Only the program knows how
//! such a file is loaded.

use super::session::Session;
use crate::article::Article;
use crate::browser::dom_text::DomText;
use crate::browser::keys::Pressed;
use crate::browser::page::BuiltPage;
use crate::link;
use crate::text::Byte;
use crate::ui::{Page, Sheet};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

/// Something that comes later; nothing where its file cannot be had.
pub type Coming<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// How each is loaded.
#[derive(Clone, Copy)]
pub struct Chunks {
    /// The notes of a page, of its article or else of all, mounted.
    pub notes: fn(BuiltPage, Option<Place>) -> Coming<Box<dyn Desk>>,
    /// What only some readers come to.
    pub more: fn() -> Coming<&'static More>,
}

/// The text that notes are made on.
#[derive(Clone)]
pub struct Place {
    /// The article.
    pub article: Arc<Article>,
    /// Its text on the page.
    pub text: Rc<DomText>,
    /// What the page shows besides.
    pub page: Page,
}

/// What the page hands to its notes.
pub trait Desk {
    /// Something else is selected.
    fn follow_selection(&self);
    /// A key was pressed in the text; whether it means something.
    fn press(&self, key: &Pressed) -> bool;
    /// The last step is to be undone, or done again.
    fn step(&self, redo: bool);
    /// A place of the text was chosen; whether a note stands there.
    fn choose_at(&self, at: Byte) -> bool;
}

/// What only some readers come to.
pub struct More {
    /// Shows the article's text, where the page was not built of it.
    pub show_text: fn(&Arc<Article>),
    /// Makes the panels anew.
    pub show_panels: fn(&Session),
    /// Has the analyst find what the article lacks.
    pub search: fn(&Session),
    /// Puts a finding away.
    pub dismiss: fn(&Session, Option<link::Place>),
    /// Shows again what of a panel was put away.
    pub show_again: fn(&Session, Sheet),
    /// Has these ids put away from now on, and nothing else.
    pub put_away: fn(&Session, Vec<String>),
    /// Copies a quotation with its citation.
    pub cite: fn(&Session, usize),
}

/// Loads something; once more where it does not come, since a connection that was kept open too long may break.
pub async fn load<T>(coming: impl Fn() -> Coming<T>) -> Option<T> {
    match coming().await {
        None => coming().await,
        come => come,
    }
}
