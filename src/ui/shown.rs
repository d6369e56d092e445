//! What a page shows at this moment, and what its reader can ask of it. Components are given the one and say
//! the other; what is done about it is the session's.

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
}

impl Page {
    /// Whether something holds of what is shown, followed as it changes.
    pub fn is(self, holds: impl Fn(&Shown) -> bool) -> bool {
        self.shown.with(|shown| holds(shown))
    }

    /// A page as it is built ahead: nothing chosen, nobody to ask.
    pub fn still() -> Self {
        Self { shown: RwSignal::new(Shown::default()), ask: Callback::new(|_| ()) }
    }
}
