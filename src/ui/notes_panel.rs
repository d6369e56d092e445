//! The reader's notes: the list, what narrows it, and the ways out and in.

use super::marking::{action, live};
use super::note_plan::note_plan;
use super::note_row::{edited_row, note_row};
use super::note_shown::{Format, GROUP_ROWS, Kept, NoteAsk, NoteTold, NotesPage};
use super::note_words::NoteWords;
use super::words::Words;
use crate::notes::{Colour, Filter};
use crate::text::Lang;
use leptos::prelude::*;

/// The panel's inside; the section around it belongs to the page.
#[component]
pub fn NotesPanel(
    /// The language of the page.
    lang: Lang,
    /// The notes.
    page: NotesPage,
) -> impl IntoView {
    let words = NoteWords::of(lang);
    let empty = move || {
        let told = page.list.with(|list| match list.count {
            _ if !list.rows.is_empty() => None,
            0 => Some(words.none),
            _ => Some(words.none_such),
        });
        told.map(|told| view! { <p class="empty">{told}</p> })
    };
    view! {
        <h2 id="notes-title">{Words::of(lang).notes}</h2>
        {told(lang, page)}
        {filter(words, page)}
        {empty}
        {group(lang, page, 0)}
        {tools(words, page)}
    }
}

/// The rows of a group, and behind them the next: a list each, so that what a change in one costs the browser does not
/// grow with the others.
fn group(lang: Lang, page: NotesPage, n: usize) -> AnyView {
    let own = page.group(n);
    let drawn = own.rows.clone();
    let hidden = move || drawn.with(Vec::is_empty);
    // The note that is being written stands between the others, which are drawn around it.
    let part = |is_behind: bool| {
        let drawn = own.rows.clone();
        live(Box::new(move || {
            drawn.with(|rows| {
                let at = rows.iter().position(|one| one.editing);
                let (skip, take) = match (at, is_behind) {
                    (None, false) => (0, rows.len()),
                    (None, true) => (0, 0),
                    (Some(at), false) => (0, at),
                    (Some(at), true) => (at + 1, rows.len()),
                };
                let part = rows.iter().skip(skip).take(take);
                Some(part.map(|one| note_row(lang, &one.row, one.chosen, page)).collect_view().into_any())
            })
        }))
    };
    let (before, behind) = (part(false), part(true));
    let (editing, drawn) = (own.editing.clone(), own.rows.clone());
    let edited = live(Box::new(move || editing.with(Option::is_some).then(|| edited_row(lang, &drawn, page))?));
    let next = move || own.has_next.get().then(|| group(lang, page, n + 1));
    let start = (n * GROUP_ROWS + 1).to_string();
    view! { <ol class="notes" start=start hidden=hidden>{before}{edited}{behind}</ol>{next} }.into_any()
}

/// Whether all is safe, and what there is to tell.
fn told(lang: Lang, page: NotesPage) -> AnyView {
    let words = NoteWords::of(lang);
    // The reason and the ways out stand in the notice; here, once that has been closed.
    let kept = move || match page.shown.with(|shown| (shown.kept, shown.warned == Some(shown.kept))) {
        (Kept::Nothing, _) => None,
        (Kept::Saving, _) => Some(view! { <p class="kept" data-kept="saving">{words.saving}</p> }.into_any()),
        (Kept::Saved, _) => Some(view! { <p class="kept" data-kept="saved">{words.saved}</p> }.into_any()),
        (Kept::Not(why), is_read) => {
            let again = is_read.then(|| action("retry", words.try_again, NoteAsk::TryAgain, page));
            let told = if is_read { words.unkept(why) } else { words.not_saved };
            Some(view! { <p class="kept unkept" data-kept=why.attribute()>{told} " " {again}</p> }.into_any())
        }
    };
    let plan = move || page.shown.with(|shown| shown.plan.as_ref().map(|plan| note_plan(lang, plan, page)));
    view! { <div class="notes-told" role="status">{live(Box::new(kept))}{plan}</div> }.into_any()
}

/// Colour, tag and words to narrow the list by; there once there is a list.
fn filter(words: &'static NoteWords, page: NotesPage) -> AnyView {
    let narrow = move |change: &dyn Fn(&mut Filter)| {
        let mut filter = page.shown.with_untracked(|shown| shown.filter.clone());
        change(&mut filter);
        page.ask.run(NoteAsk::Narrow(filter));
    };
    let colours = Colour::ALL.map(|colour| view! { <option value=colour.name()>{words.colour(colour)}</option> });
    let tags = move || {
        let tags = page.list.with(|list| list.tags.clone());
        let chosen = page.shown.with_untracked(|shown| shown.filter.tag.clone());
        let option = |tag: String| {
            let selected = Some(&tag) == chosen.as_ref();
            view! { <option value=tag.clone() prop:selected=selected>{tag.clone()}</option> }.into_any()
        };
        tags.into_iter().map(option).collect_view()
    };
    let hidden = move || page.count() == 0;
    view! {
        <div class="notes-filter" hidden=hidden>
            <input
                type="search"
                dir="auto"
                aria-label=words.find
                placeholder=words.find
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    narrow(&|filter| filter.words.clone_from(&typed));
                }
            />
            <select
                aria-label=words.any_colour
                on:change=move |event| {
                    let colour = Colour::from_name(&event_target_value(&event));
                    narrow(&|filter| filter.colour = colour);
                }
            >
                <option value="">{words.any_colour}</option>
                {colours.into_iter().collect_view()}
            </select>
            <select
                aria-label=words.any_tag
                hidden=move || page.list.with(|list| list.tags.is_empty())
                on:change=move |event| {
                    let tag = Some(event_target_value(&event)).filter(|tag| !tag.is_empty());
                    narrow(&|filter| filter.tag.clone_from(&tag));
                }
            >
                <option value="">{words.any_tag}</option>
                {tags}
            </select>
        </div>
    }
    .into_any()
}

/// Undo and redo, the ways out and in, and the keys.
fn tools(words: &'static NoteWords, page: NotesPage) -> AnyView {
    let formats = Format::ALL.map(|format| action("export", format.facts().0, NoteAsk::Export(format), page));
    let keys = words
        .key_list
        .map(|(keys, what)| view! { <div><dt><kbd dir="ltr">{keys}</kbd></dt><dd>{what}</dd></div> }.into_any());
    let aside = move || {
        let count = page.shown.with(|shown| shown.aside);
        let told = words.told(NoteTold::Aside(count));
        let way = action("export-aside", words.export_aside, NoteAsk::ExportAside, page);
        (count > 0).then(|| view! { <p class="aside">{told} " " {way}</p> }.into_any())
    };
    view! {
        <div class="notes-tools">
            <p class="actions">
                <button
                    type="button"
                    class="undo"
                    disabled=move || !page.is(|shown| shown.steps.0)
                    on:click=move |_| page.ask.run(NoteAsk::Undo)
                >
                    {words.undo}
                </button>
                <button
                    type="button"
                    class="redo"
                    disabled=move || !page.is(|shown| shown.steps.1)
                    on:click=move |_| page.ask.run(NoteAsk::Redo)
                >
                    {words.redo}
                </button>
                <label class="import">
                    {words.import}
                    <input
                        type="file"
                        accept=".json,.jsonld,application/json,application/ld+json"
                        on:change=move |event| page.ask.run(NoteAsk::Import(event))
                    />
                </label>
            </p>
            <p class="actions exports" hidden=move || page.count() == 0>
                <span>{words.export}</span>
                {formats.into_iter().collect_view()}
            </p>
            {live(Box::new(aside))}
            <details class="keys"><summary>{words.keys}</summary><dl>{keys.into_iter().collect_view()}</dl></details>
        </div>
    }
    .into_any()
}
