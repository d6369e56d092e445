//! One note in the list: the passage, what was written about it, and what can be done with it.

use super::line::{Own, line};
use super::marking::{action, live};
use super::note_draft::Draft;
use super::note_shown::{DrawnRow, NoteAsk, NoteRow, NoteState, NotesPage};
use super::note_words::NoteWords;
use crate::notes::{Colour, NotePiece, note_pieces};
use crate::text::Lang;
use leptos::prelude::*;

/// A note. `chosen` opens what can be done with it.
pub fn note_row(lang: Lang, row: &NoteRow, chosen: bool, page: NotesPage) -> AnyView {
    let words = NoteWords::of(lang);
    let doings = chosen.then(|| doings(words, row, page));
    view! {
        <li
            id=["note-", &row.id].concat()
            class="note"
            data-colour=row.colour.name()
            data-state=row.state.attribute()
            aria-current=chosen.then_some("true")
        >
            {passage(row, page)}
            {state(words, row)}
            {written(row)}
            {copies(words, row, page)}
            {doings}
        </li>
    }
    .into_any()
}

/// The note among `drawn` that is being written, for as long as it is: what is told around the editor follows what
/// becomes of the note, the editor itself does not change under the reader's hands.
pub fn edited_row(lang: Lang, drawn: &ArcRwSignal<Vec<DrawnRow>>, page: NotesPage) -> Option<AnyView> {
    let words = NoteWords::of(lang);
    let row = drawn.with_untracked(|rows| rows.iter().find(|one| one.editing).map(|one| one.row.clone()))?;
    let follow = {
        let (drawn, last) = (drawn.clone(), row.clone());
        move || drawn.with(|rows| rows.iter().find(|one| one.editing).map_or(last.clone(), |one| one.row.clone()))
    };
    let (colour, told, beside) = (follow.clone(), follow.clone(), follow.clone());
    Some(
        view! {
            <li
                id=["note-", &row.id].concat()
                class="note"
                data-colour=Signal::derive(move || colour().colour.name())
                data-state=Signal::derive(move || follow().state.attribute())
                aria-current="true"
            >
                {passage(&row, page)}
                {live(Box::new(move || state(words, &told())))}
                {editor(words, &row, page)}
                {live(Box::new(move || copies(words, &beside(), page)))}
            </li>
        }
        .into_any(),
    )
}

/// The words of the passage, which lead to it, and where the list has several the article.
fn passage(row: &NoteRow, page: NotesPage) -> AnyView {
    let id = row.id.clone();
    let opens = NoteAsk::Open(id.clone());
    let href = match &row.state {
        NoteState::Elsewhere(link) => link.clone(),
        _ => ["#note-", &row.id].concat(),
    };
    let stays = !matches!(row.state, NoteState::Elsewhere(_));
    let follow = move |click: leptos::ev::MouseEvent| {
        if stays {
            click.prevent_default();
            page.ask.run(opens.clone());
        }
    };
    let base = row.direction;
    let article = row.article.as_ref().map(|article| {
        let own = Own::of(&article.headline, article.direction);
        let lang = own.lang.map_or(article.lang.clone(), str::to_owned);
        view! { <p class="note-article" lang=lang dir=own.base.html()>{own.line()}</p> }
    });
    view! {
        {article}
        <a class="note-link" href=href lang=row.lang.clone() dir=base.html() on:click=follow>
            <span class="note-around">{line(&row.before, base)}</span>
            <mark>{line(&row.words, base)}</mark>
            <span class="note-around">{line(&row.after, base)}</span>
        </a>
    }
    .into_any()
}

/// What has become of the passage, where that is to be told.
fn state(words: &'static NoteWords, row: &NoteRow) -> Option<AnyView> {
    let told = match &row.state {
        NoteState::Moved => view! { <p class="note-state">{words.moved}</p> }.into_any(),
        NoteState::Deleted => view! { <p class="note-state">{words.deleted_meanwhile}</p> }.into_any(),
        NoteState::Lost => view! { <p class="note-state">{words.lost}</p> }.into_any(),
        NoteState::Changed(new) => view! {
            <p class="note-state">{words.changed}</p>
            <p class="note-new" lang=row.lang.clone() dir=row.direction.html()>{line(new, row.direction)}</p>
        }
        .into_any(),
        _ => return None,
    };
    Some(told)
}

/// The note and its tags.
fn written(row: &NoteRow) -> AnyView {
    let note = (!row.note.is_empty()).then(|| {
        let pieces = note_pieces(&row.note).into_iter().map(|piece| match piece {
            NotePiece::Text(text) => text.to_owned().into_any(),
            NotePiece::Link { text, href } => {
                view! { <a href=href.to_owned() rel="noopener noreferrer external">{text.to_owned()}</a> }.into_any()
            }
        });
        view! { <p class="note-text" dir="auto">{pieces.collect_view()}</p> }
    });
    view! { {note}{tag_list(&row.tags)} }.into_any()
}

fn tag_list(tags: &[String]) -> Option<AnyView> {
    let items = tags.iter().map(|tag| view! { <li><bdi>{tag.clone()}</bdi></li> }.into_any());
    (!tags.is_empty()).then(|| view! { <ul class="note-tags">{items.collect_view()}</ul> }.into_any())
}

/// The fields in which a note is written. What is in them stays until it is safe.
fn editor(words: &'static NoteWords, row: &NoteRow, page: NotesPage) -> AnyView {
    let (note, tags) = page.draft(&row.id).map(|draft| (draft.note, draft.tags)).unwrap_or_default();
    let id = StoredValue::new(row.id.clone());
    let type_in = move |change: &dyn Fn(&mut Draft)| {
        id.with_value(|id| page.update_draft(id, change));
        page.ask.run(NoteAsk::Typed);
    };
    let keys = move |key: leptos::ev::KeyboardEvent| {
        if key.key() == "Enter" && (key.ctrl_key() || key.meta_key()) {
            key.prevent_default();
            page.ask.run(NoteAsk::Write);
        } else if key.key() == "Escape" {
            key.stop_propagation();
            page.ask.run(NoteAsk::Leave);
        }
    };
    view! {
        <div class="note-editor" on:keydown=keys>
            <textarea
                dir="auto"
                rows="4"
                aria-label=words.your_note
                placeholder=words.your_note
                prop:value=note
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    type_in(&|draft| draft.note.clone_from(&typed));
                }
            ></textarea>
            <input
                type="text"
                dir="auto"
                aria-label=words.your_tags
                placeholder=words.your_tags
                prop:value=tags
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    type_in(&|draft| draft.tags.clone_from(&typed));
                }
            />
            <p class="actions">
                {action("save", words.save, NoteAsk::Write, page)}
                {action("cancel", words.cancel, NoteAsk::LeaveUnwritten, page)}
            </p>
        </div>
    }
    .into_any()
}

/// What was written elsewhere at the same time: nothing is lost, and the reader decides.
fn copies(words: &'static NoteWords, row: &NoteRow, page: NotesPage) -> Option<AnyView> {
    if row.copies.is_empty() {
        return None;
    }
    let copies = row.copies.iter().enumerate().map(|(n, (text, tags))| {
        let drop = action("drop-copy", words.drop_copy, NoteAsk::DropCopy(row.id.clone(), n), page);
        view! { <li><p dir="auto">{text.clone()}</p>{tag_list(tags)}{drop}</li> }.into_any()
    });
    Some(
        view! { <div class="note-copies"><p class="note-state">{words.copies}</p><ul>{copies.collect_view()}</ul></div> }
            .into_any(),
    )
}

/// What can be done with the note that is chosen.
fn doings(words: &'static NoteWords, row: &NoteRow, page: NotesPage) -> AnyView {
    let id = row.id.clone();
    let colours = Colour::ALL.map(|colour| {
        let id = id.clone();
        view! {
            <button
                type="button"
                class="swatch"
                data-colour=colour.name()
                aria-label=words.colour(colour)
                aria-pressed=if colour == row.colour { "true" } else { "false" }
                on:click=move |_| page.ask.run(NoteAsk::Paint(id.clone(), colour))
            ></button>
        }
        .into_any()
    });
    let attach = matches!(row.state, NoteState::Lost | NoteState::Changed(_))
        .then(|| action("attach", words.attach, NoteAsk::Attach(id.clone()), page));
    view! {
        <p class="actions">
            {colours.into_iter().collect_view()}
            {action("edit", words.edit, NoteAsk::Edit(id.clone()), page)}
            {attach}
            {action("delete", words.delete, NoteAsk::Delete(id), page)}
        </p>
    }
    .into_any()
}
