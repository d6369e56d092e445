//! The components, one a file. They show what they are given and say what they are asked; they hold no
//! algorithm and do not know where they run: built ahead by the tool, or in the browser by the app.

mod article_text;
mod axis;
mod bar;
mod event_list;
mod finding;
mod finding_words;
mod line;
mod mark;
mod marking;
mod note_draft;
mod note_plan;
mod note_row;
mod note_shown;
mod note_words;
mod notes_notice;
mod notes_panel;
mod notice;
mod quotation;
mod quotes_panel;
mod reading_line;
mod shown;
mod side;
mod speakers;
mod status;
mod timeline_panel;
mod when;
mod why;
mod words;

// The pages that only the tool renders.
#[cfg(not(target_arch = "wasm32"))]
mod built_ahead;
#[cfg(not(target_arch = "wasm32"))]
mod library;
#[cfg(not(target_arch = "wasm32"))]
mod masthead;
#[cfg(not(target_arch = "wasm32"))]
mod missing;
#[cfg(not(target_arch = "wasm32"))]
mod page;
#[cfg(not(target_arch = "wasm32"))]
mod unstarted;

pub use article_text::ArticleText;
pub use bar::Bar;
pub use line::Own;
pub use marking::Marking;
pub use note_draft::Draft;
pub use note_plan::{Decision, ImportPlan};
pub use note_shown::{
    DrawnRow, Format, GROUP_ROWS, Kept, NoteAsk, NoteRow, NoteState, NoteTold, NotesList, NotesPage, NotesShown,
    RowArticle, Unkept,
};
pub use note_words::NoteWords;
pub use notes_notice::NotesNotice;
pub use notes_panel::NotesPanel;
pub use notice::{Failure, Notice, Notices};
pub use quotes_panel::QuotesPanel;
pub use reading_line::{ReadingLine, Search};
pub use shown::{Ask, Page, Sheet, Shown};
pub use side::Side;
pub use status::{SiteState, Status};
pub use timeline_panel::{TimelinePanel, timeline_of};
pub use why::rule_words;
pub use words::Words;

#[cfg(not(target_arch = "wasm32"))]
pub use built_ahead::{article_html, library_html, missing_html};
#[cfg(not(target_arch = "wasm32"))]
pub use masthead::Translation;
