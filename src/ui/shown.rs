//! What a page shows at this moment, and what its reader can ask of it. Components are given the one and say
//! the other; what is done about it is the session's.

use super::notice::Notice;
use super::reading_line::Search;
use super::status::SiteState;
use crate::article::{PersonIndex, Voice};
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
    /// The panel whose chosen row stands at the foot of a narrow screen, below its passage.
    pub foot: Option<Sheet>,
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
    /// To close what stands at the foot.
    CloseFoot,
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

/// How a voice is asked for: by its place among the people, or without.
const VOICE: &str = "voice";

impl Ask {
    /// How an attribute says it, in a panel that was built ahead: `quote 3`. Empty for what no panel asks.
    pub fn written(self) -> String {
        let (name, n) = match self {
            Self::Voice(Voice::Unknown) => return VOICE.to_owned(),
            Self::Voice(Voice::Person(PersonIndex(n))) => (VOICE, n),
            Self::Event(n) => ("event", n),
            Self::ShareEvent(n) => ("share-event", n),
            Self::Quote(n) => ("quote", n),
            Self::CopyQuote(n) => ("copy-quote", n),
            Self::ShareQuote(n) => ("share-quote", n),
            Self::DismissEvent(n) => ("dismiss-event", n),
            Self::DismissQuote(n) => ("dismiss-quote", n),
            Self::ShowAgain(Sheet::Timeline) => ("show-events", 0),
            Self::ShowAgain(Sheet::Quotes) => ("show-quotes", 0),
            _ => return String::new(),
        };
        format!("{name} {n}")
    }

    /// What an attribute says.
    pub fn read(written: &str) -> Option<Self> {
        if written == VOICE {
            return Some(Self::Voice(Voice::Unknown));
        }
        let (name, n) = written.split_once(' ')?;
        let n = n.parse().ok()?;
        Some(match name {
            VOICE => Self::Voice(Voice::Person(PersonIndex(n))),
            "event" => Self::Event(n),
            "share-event" => Self::ShareEvent(n),
            "quote" => Self::Quote(n),
            "copy-quote" => Self::CopyQuote(n),
            "share-quote" => Self::ShareQuote(n),
            "dismiss-event" => Self::DismissEvent(n),
            "dismiss-quote" => Self::DismissQuote(n),
            "show-events" => Self::ShowAgain(Sheet::Timeline),
            "show-quotes" => Self::ShowAgain(Sheet::Quotes),
            _ => return None,
        })
    }
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
}
