//! What a page shows at this moment, and what its reader can ask of it. Components are given the one and say
//! the other; what is done about it is the session's.

use super::finding::FoundViews;
use super::notice::Notice;
use super::reading_line::Search;
use super::status::SiteState;
use crate::article::Voice;
use leptos::prelude::*;

/// What is shown besides what the article says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The event that is chosen, or else the one that is being read, as its place in the article's list.
    pub event: Option<usize>,
    /// The quotation that is chosen, as its place in the article's list.
    pub quote: Option<usize>,
    /// The speaker whose quotations alone are lit.
    pub voice: Option<Voice>,
    /// The sheet that is open on a narrow screen.
    pub sheet: Option<Sheet>,
    /// Whether the notes stand beside a wide text, in the quotations' place.
    pub notes_beside: bool,
    /// How many notes the article has.
    pub notes: usize,
    /// What there is to tell.
    pub notice: Option<Notice>,
    /// The state of the site on this device.
    pub site: SiteState,
    /// The search of the text for events and quotations, while it lasts.
    pub search: Option<Search>,
}

/// A panel that opens as a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// The timeline.
    Timeline,
    /// The quotations.
    Quotes,
    /// The reader's notes.
    Notes,
}

impl Sheet {
    /// The id of the panel's section.
    pub fn id(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Quotes => "quotes",
            Self::Notes => "notes",
        }
    }
}

/// What a reader asks for. Events and quotations are named by their place in the article's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To go to the passage of an event.
    Event(usize),
    /// To pass on a link to an event.
    ShareEvent(usize),
    /// To go to a quotation.
    Quote(usize),
    /// To copy a quotation with its citation.
    CopyQuote(usize),
    /// To pass on a link to a quotation.
    ShareQuote(usize),
    /// To light a speaker's quotations alone, or, of the one that is lit, all again.
    Voice(Voice),
    /// To open a sheet, or to close the open one.
    Sheet(Sheet),
    /// To show the notes beside the text, or the quotations again.
    Beside(bool),
    /// To try again what has failed.
    Retry,
    /// To take the notice away.
    Close,
    /// To install the newer version.
    Update,
    /// To put away an event that was found.
    DismissEvent(usize),
    /// To put away a quotation that was found.
    DismissQuote(usize),
    /// To show again what of a panel has been put away.
    ShowAgain(Sheet),
}

/// What a component shows, and where it says what is asked.
#[derive(Clone, Copy)]
pub struct Page {
    /// What is shown.
    pub shown: RwSignal<Shown>,
    /// Told what the reader asks for.
    pub ask: Callback<Ask>,
    /// How what was found is shown, once that has come; it is not there where nothing is to be found.
    pub found: StoredValue<Option<&'static FoundViews>>,
}

impl Page {
    /// Whether something holds of what is shown, followed as it changes.
    pub fn is(self, holds: impl Fn(&Shown) -> bool) -> bool {
        self.shown.with(|shown| holds(shown))
    }

    /// A view of what was found, where it can be shown.
    pub fn of_found<T>(self, view: impl FnOnce(&FoundViews) -> T) -> Option<T> {
        self.found.get_value().map(view)
    }

    /// A page as it is built ahead: nothing chosen, nobody to ask.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn still() -> Self {
        let found = StoredValue::new(Some(&super::finding::VIEWS));
        Self { shown: RwSignal::new(Shown::default()), ask: Callback::new(|_| ()), found }
    }
}
