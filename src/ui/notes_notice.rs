//! What the reader has to know of the notes wherever they are on the page: that something is not safe, and what has just
//! happened, each with its way out.

use super::marking::{action, live};
use super::note_shown::{Format, Kept, NoteAsk, NoteTold, NotesPage};
use super::note_words::NoteWords;
use crate::text::Lang;
use leptos::prelude::*;

/// Two places that are read out when something comes to stand in them.
#[component]
pub fn NotesNotice(
    /// The language of the page.
    lang: Lang,
    /// The notes.
    page: NotesPage,
) -> impl IntoView {
    let words = NoteWords::of(lang);
    let warning = move || {
        let why = match page.shown.with(|shown| (shown.kept, shown.warned)) {
            (Kept::Not(why), warned) if warned != Some(Kept::Not(why)) => why,
            _ => return None,
        };
        Some(
            view! {
                <div class="notice" lang=lang.tag() dir=lang.direction().html() data-kind=why.attribute()>
                    <p>{words.unkept(why)}</p>
                    <p class="actions">
                        {action("retry", words.try_again, NoteAsk::TryAgain, page)}
                        {action("export", words.export, NoteAsk::Export(Format::JsonLd), page)}
                        {action("close", words.close, NoteAsk::CloseWarning, page)}
                    </p>
                </div>
            }
            .into_any(),
        )
    };
    let told = move || {
        let (told, kept) = page.shown.with(|shown| (shown.told, shown.kept));
        // One thing at a time: what is not kept now comes before what may be lost some day.
        let told = told.filter(|told| (*told, matches!(kept, Kept::Not(_))) != (NoteTold::MayBeEvicted, true))?;
        let way = match told {
            told if told.can_be_undone() => Some(action("undo", words.undo, NoteAsk::Undo, page)),
            NoteTold::Unwritten => Some(action("resume", words.resume, NoteAsk::Resume, page)),
            NoteTold::Aside(_) => Some(action("export-aside", words.export_aside, NoteAsk::ExportAside, page)),
            NoteTold::MayBeEvicted => Some(action("export", words.export, NoteAsk::Export(Format::JsonLd), page)),
            _ => None,
        };
        let close = action("close", words.close, NoteAsk::Close, page);
        Some(
            view! {
                <div class="notice note-told" lang=lang.tag() dir=lang.direction().html()>
                    <p>{words.told(told)}</p>
                    <p class="actions">{way}{close}</p>
                </div>
            }
            .into_any(),
        )
    };
    view! {
        <div role="alert">{live(Box::new(warning))}</div>
        <div role="status">{live(Box::new(told))}</div>
    }
}
