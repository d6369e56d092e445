//! What is shown of the reader's notes at this moment, and what the reader can ask of them.

use super::note_draft::Draft;
use super::note_plan::{Decision, ImportPlan};
use crate::notes::{Colour, Filter};
use crate::text::Direction;
use leptos::ev::Event;
use leptos::prelude::*;
use std::sync::Arc;

/// A note in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// The record's id.
    pub id: String,
    /// The colour.
    pub colour: Colour,
    /// The words of the passage, cut where they are long.
    pub words: String,
    /// A few words that stand before it.
    pub before: String,
    /// And behind it.
    pub after: String,
    /// The language tag of the passage; empty where it is not known.
    pub lang: String,
    /// The direction in which it runs.
    pub direction: Direction,
    /// What the reader wrote.
    pub note: String,
    /// The tags.
    pub tags: Vec<String>,
    /// What has become of the passage.
    pub state: NoteState,
    /// What was written to the same note elsewhere, apart from this: notes, each with its tags.
    pub copies: Vec<(String, Vec<String>)>,
    /// The article it belongs to, where the list has several.
    pub article: Option<RowArticle>,
}

/// The article of a note, as the list names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowArticle {
    /// Its headline.
    pub headline: String,
    /// Its language tag.
    pub lang: String,
    /// Its direction.
    pub direction: Direction,
}

/// What has become of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteState {
    /// It stands where it stood.
    Here,
    /// It stands elsewhere in the text.
    Moved,
    /// Its words have changed to these.
    Changed(String),
    /// It is not there any more, or cannot be told from its likes.
    Lost,
    /// It is being looked for.
    Sought,
    /// The note was deleted while something was typed about it.
    Deleted,
    /// It belongs to another article: the address that opens it there.
    Elsewhere(String),
}

impl NoteState {
    /// Its name in the page's attributes.
    pub fn attribute(&self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Moved => "moved",
            Self::Changed(_) => "changed",
            Self::Lost => "lost",
            Self::Sought => "sought",
            Self::Deleted => "deleted",
            Self::Elsewhere(_) => "elsewhere",
        }
    }
}

/// Whether what the reader wrote is safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// Nothing has been written yet.
    #[default]
    Nothing,
    /// On its way to the disk.
    Saving,
    /// On the disk.
    Saved,
    /// Not kept, and why.
    Not(Unkept),
}

/// Why notes are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// The browser keeps nothing for this site.
    Denied,
    /// There is no room left.
    Full,
    /// The database was deleted from outside.
    Gone,
    /// Another tab holds it.
    Blocked,
    /// Another tab has a newer version of the site.
    Outdated,
    /// Something else.
    Broken,
}

impl Unkept {
    /// Its name in the page's attributes.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Full => "full",
            Self::Gone => "gone",
            Self::Blocked => "blocked",
            Self::Outdated => "outdated",
            Self::Broken => "broken",
        }
    }
}

/// Something to tell once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteTold {
    /// A highlight was deleted, and can be had back.
    Deleted,
    /// A copy that a conflict had left was dropped, and can be had back.
    CopyDropped,
    /// What was typed was left unwritten, and can be taken up again.
    Unwritten,
    /// What is stored was deleted from outside, and was saved again from what the page has.
    SavedAnew,
    /// So many stored records could not be read, and are kept aside.
    Aside(usize),
    /// The browser may delete what is kept; an export is a copy.
    MayBeEvicted,
    /// The file holds no annotations.
    NotAnnotations,
    /// So many notes came in.
    Imported(usize),
    /// Words have to be selected first.
    SelectFirst,
}

impl NoteTold {
    /// Whether it tells of the last step, which can be undone where it is told.
    pub fn can_be_undone(self) -> bool {
        matches!(self, Self::Deleted | Self::CopyDropped | Self::Imported(1..))
    }
}

/// The forms in which notes leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// W3C Web Annotation.
    JsonLd,
    /// Markdown.
    Markdown,
    /// CSV.
    Csv,
    /// One HTML file.
    Html,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::JsonLd, Self::Markdown, Self::Csv, Self::Html];

    /// What it is called, the ending of its files, and their type.
    pub fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::JsonLd => ("JSON-LD", "jsonld", "application/ld+json"),
            Self::Markdown => ("Markdown", "md", "text/markdown"),
            Self::Csv => ("CSV", "csv", "text/csv"),
            Self::Html => ("HTML", "html", "text/html"),
        }
    }
}

/// The list of notes. Kept apart from what else is shown, so that only its own changes draw it anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesList {
    /// The notes that the filter lets through, in reading order.
    pub rows: Vec<Arc<NoteRow>>,
    /// How many there are without the filter.
    pub count: usize,
    /// The tags in use.
    pub tags: Vec<String>,
    /// The note that is chosen.
    pub chosen: Option<String>,
    /// The note that is being written.
    pub editing: Option<String>,
}

/// What else is shown of the notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesShown {
    /// What the list is narrowed to.
    pub filter: Filter,
    /// Whether words are selected, so that they can be marked.
    pub selecting: bool,
    /// Whether a step can be undone, and whether one can be done again.
    pub steps: (bool, bool),
    /// Whether all is safe.
    pub kept: Kept,
    /// What of that the reader has been warned of, and has read.
    pub warned: Option<Kept>,
    /// Something to tell.
    pub told: Option<NoteTold>,
    /// How many stored records could not be read, and are kept aside.
    pub aside: usize,
    /// An import that waits for the reader's word.
    pub plan: Option<ImportPlan>,
}

/// The rows that are drawn at a time: a few milliseconds' work, where all of a thousand would hold the page up.
pub const GROUP_ROWS: usize = 25;

/// A row as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnRow {
    /// The note.
    pub row: Arc<NoteRow>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it is being written.
    pub editing: bool,
}

/// Rows next to each other, drawn anew when they change, whatever the others do.
#[derive(Clone, Default)]
pub struct NoteGroup {
    /// The rows, [`GROUP_ROWS`] of them but in the last group.
    pub rows: ArcRwSignal<Vec<DrawnRow>>,
    /// The note among them that is being written. Its editor is made once and stays as it is, whatever the rows do.
    pub editing: ArcRwSignal<Option<String>>,
    /// Whether there is a group behind it.
    pub has_next: ArcRwSignal<bool>,
}

impl NotesList {
    /// The rows as they are to be drawn, by group.
    pub fn groups(&self) -> Vec<Vec<DrawnRow>> {
        let drawn = |row: &Arc<NoteRow>| {
            let is = |id: &Option<String>| id.as_deref() == Some(row.id.as_str());
            DrawnRow { row: row.clone(), chosen: is(&self.chosen), editing: is(&self.editing) }
        };
        self.rows.chunks(GROUP_ROWS).map(|rows| rows.iter().map(drawn).collect()).collect()
    }
}

/// What a reader asks of the notes.
#[derive(Clone, Debug)]
pub enum NoteAsk {
    /// To mark the selected words in a colour.
    Mark(Colour),
    /// To mark them and write about them.
    Annotate,
    /// To copy them.
    Copy,
    /// To copy them with their citation.
    Cite,
    /// To pass on a link to them.
    Share,
    /// To choose a note and go to its passage.
    Open(String),
    /// To write about it.
    Edit(String),
    /// To keep what is in the editor.
    Write,
    /// Nothing yet: something was typed.
    Typed,
    /// To close the editor and keep what is in it.
    Leave,
    /// To leave it unwritten.
    LeaveUnwritten,
    /// To take up what was left unwritten.
    Resume,
    /// To give a note another colour.
    Paint(String, Colour),
    /// To delete a note.
    Delete(String),
    /// To drop a copy that a conflict has left.
    DropCopy(String, usize),
    /// To attach a lost note to the selected words.
    Attach(String),
    /// To narrow the list.
    Narrow(Filter),
    /// To undo.
    Undo,
    /// To do again.
    Redo,
    /// To take the listed notes away as a file.
    Export(Format),
    /// To take away what could not be read.
    ExportAside,
    /// To see what a file would bring.
    Import(Event),
    /// What is to become of it.
    Decide(Decision),
    /// To keep what could not be kept.
    TryAgain,
    /// To take away the warning that something is not kept.
    CloseWarning,
    /// To take away what is told.
    Close,
}

/// What the components of the notes show, and where they say what is asked.
#[derive(Clone, Copy)]
pub struct NotesPage {
    /// The list.
    pub list: RwSignal<NotesList>,
    /// The list as it is drawn: see [`group`](Self::group).
    pub groups: StoredValue<Vec<NoteGroup>>,
    /// What else is shown.
    pub shown: RwSignal<NotesShown>,
    /// What is being typed and not safe yet, by its note.
    pub drafts: StoredValue<Vec<Draft>>,
    /// Told what the reader asks for.
    pub ask: Callback<NoteAsk>,
}

impl NotesPage {
    /// Whether something holds of what is shown, followed as it changes.
    pub fn is(self, holds: impl Fn(&NotesShown) -> bool) -> bool {
        self.shown.with(|shown| holds(shown))
    }

    /// A group of the list by its place, empty at first. Notes are drawn by their groups, and these one after the
    /// other, so that no turn of the page draws a long list.
    pub fn group(self, n: usize) -> NoteGroup {
        let made = self.groups.try_update_value(|groups| {
            groups.resize_with(groups.len().max(n + 1), NoteGroup::default);
            groups.get(n).cloned()
        });
        made.flatten().unwrap_or_default()
    }

    /// How many notes there are, followed as they come and go.
    pub fn count(self) -> usize {
        self.list.with(|list| list.count)
    }
}
