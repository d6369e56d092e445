//! What a reader types about a note is there until it is safe, whatever happens around the editor.

use super::notes::{COUNT, KEPT, beside, mark, open, select, words_of};
use crate::Told;
use crate::page::{ESCAPE, Page};
use crate::site;

const EDITOR: &str = "document.querySelector('.note-editor textarea')";
const FOCUSED: &str = "document.activeElement.matches('.note-editor textarea')";
const NOTES: &str = "[...document.querySelectorAll('.note-text')].map((one) => one.textContent).join('|')";
const COPIES: &str = "[...document.querySelectorAll('.note-copies li > p')].map((one) => one.textContent).join('|')";

/// Clicks as a script does: of two tabs one engine draws only one.
async fn press(page: &Page, css: &str) -> Told {
    page.until(css, &format!("document.querySelector('{css}')")).await?;
    page.eval::<()>("void document.querySelector(arguments[0]).click()", vec![css.into()]).await
}

/// Types as a script does.
async fn type_in(page: &Page, text: &str) -> Told {
    page.until("the editor", EDITOR).await?;
    let set = "void ((field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); })\
        (document.querySelector('.note-editor textarea'), arguments[0])";
    page.eval::<()>(set, vec![text.into()]).await
}

/// Two tabs with the same note, in the first of them; both have its row.
async fn two_tabs(page: &Page) -> Told<[fantoccini::wd::WindowHandle; 2]> {
    open(page, &site::path("en")).await?;
    mark(page, 1, &words_of(&site::article("en")?, 1, 4), "green").await?;
    let first = page.client.window().await?;
    let second = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(second.clone()).await?;
    open(page, &site::path("en")).await?;
    page.until_is("there too", COUNT, 1).await?;
    Ok([first, second])
}

/// Opens the editor of the only note.
async fn edit(page: &Page) -> Told {
    press(page, ".note .note-link").await?;
    press(page, ".note[aria-current] .edit").await?;
    page.until("the editor", EDITOR).await
}

pub async fn two_who_write_one_note_both_keep_their_words(page: Page) -> Told {
    let [first, second] = two_tabs(&page).await?;
    edit(&page).await?;
    type_in(&page, "of the second").await?;
    page.client.switch_to_window(first.clone()).await?;
    edit(&page).await?;
    type_in(&page, "of the first").await?;
    press(&page, ".note-editor .save").await?;
    page.until_is("written", NOTES, "of the first").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.client.switch_to_window(second).await?;
    page.until_is("the editor stays as it is", &format!("{EDITOR}?.value"), "of the second").await?;
    press(&page, ".note-editor .save").await?;
    page.until_is("the later is shown", NOTES, "of the second").await?;
    page.until_is("the other stands beside it", COPIES, "of the first").await?;
    // A copy that was dropped, and a note that was deleted with its copies, can be had back.
    press(&page, ".note-copies .drop-copy").await?;
    page.until_is("dropped", COPIES, "").await?;
    press(&page, ".note-told .undo").await?;
    page.until_is("had back", COPIES, "of the first").await?;
    press(&page, ".note .note-link").await?;
    press(&page, ".note[aria-current] .delete").await?;
    page.until_is("deleted", COUNT, 0).await?;
    press(&page, ".note-told .undo").await?;
    page.until_is("had back", NOTES, "of the second").await?;
    page.until_is("with the copy", COPIES, "of the first").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.client.switch_to_window(first).await?;
    page.until_is("in the other tab too", COPIES, "of the first").await
}

pub async fn an_editor_stays_when_the_note_is_deleted_elsewhere(page: Page) -> Told {
    let [first, second] = two_tabs(&page).await?;
    edit(&page).await?;
    type_in(&page, "half written").await?;
    page.client.switch_to_window(first.clone()).await?;
    press(&page, ".note .note-link").await?;
    press(&page, ".note[aria-current] .delete").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.client.switch_to_window(second).await?;
    page.until_is("told", "document.querySelector('.note')?.dataset.state", "deleted").await?;
    page.until_is("still there", &format!("{EDITOR}?.value"), "half written").await?;
    press(&page, ".note-editor .save").await?;
    page.until_is("there again", NOTES, "half written").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.client.switch_to_window(first).await?;
    page.until_is("in the other tab too", NOTES, "half written").await
}

pub async fn the_caret_stays_while_others_mark(page: Page) -> Told {
    let article = site::article("en")?;
    let [first, second] = two_tabs(&page).await?;
    edit(&page).await?;
    type_in(&page, "thirteen here").await?;
    page.eval::<()>(
        &format!("void ({EDITOR}.focus(), {EDITOR}.setSelectionRange(4, 4), window.own = {EDITOR})"),
        vec![],
    )
    .await?;
    page.client.switch_to_window(first).await?;
    select(&page, 2, &words_of(&article, 2, 3)).await?;
    press(&page, ".marking-inside [data-colour=pink]").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.client.switch_to_window(second).await?;
    page.until_is("listed", COUNT, 2).await?;
    page.until_is("the same field", &format!("{EDITOR} === window.own"), true).await?;
    page.until_is("the caret", &format!("{EDITOR}.selectionStart"), 4).await?;
    page.until("the focus", FOCUSED).await
}

pub async fn what_is_typed_is_not_lost(page: Page) -> Told {
    const ASKS: &str = "((event) => { dispatchEvent(event); return event.defaultPrevented; })(new Event('beforeunload', {cancelable: true}))";
    let article = site::article("ru")?;
    open(&page, &site::path("ru")).await?;
    select(&page, 1, &words_of(&article, 1, 3)).await?;
    page.click(".marking-inside .annotate").await?;
    page.until("the editor", FOCUSED).await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.until_is("nothing to lose", ASKS, false).await?;
    page.write("первая").await?;
    page.until_is("asked before leaving", ASKS, true).await?;
    // Another note is opened: the first is saved.
    select(&page, 2, &words_of(&article, 2, 3)).await?;
    page.click(".marking-inside .annotate").await?;
    page.until_is("the first is written", NOTES, "первая").await?;
    page.until("the editor of the second", &format!("{FOCUSED} && {EDITOR}.value === ''")).await?;
    page.write("вторая").await?;
    page.press(ESCAPE).await?;
    page.until_is("Escape keeps what was typed", NOTES, "первая|вторая").await?;
    page.until_is("kept", KEPT, "saved").await?;
    page.until_is("nothing to lose", ASKS, false).await?;
    // What is left unwritten can be taken up again.
    page.click(".note:nth-child(1) .note-link").await?;
    page.click(".note[aria-current] .edit").await?;
    page.until("the editor", FOCUSED).await?;
    page.write(" и дальше").await?;
    let typed: String = page.eval(&format!("{EDITOR}.value"), vec![]).await?;
    page.click(".note-editor .cancel").await?;
    page.until_is("unwritten", NOTES, "первая|вторая").await?;
    page.click("#notes-notice .resume").await?;
    page.until_is("taken up again", &format!("{EDITOR}?.value"), typed.as_str()).await?;
    page.click(".note-editor .save").await?;
    page.until_is("written", NOTES, format!("{typed}|вторая")).await?;
    // Words that were marked only to write about them are marked no longer when nothing is written.
    select(&page, 3, &words_of(&article, 3, 3)).await?;
    page.click(".marking-inside .annotate").await?;
    page.until("the editor", FOCUSED).await?;
    page.click(".note-editor .cancel").await?;
    page.until_is("not marked", COUNT, 2).await
}

pub async fn a_filter_hides_nothing_that_is_chosen_or_written(page: Page) -> Told {
    const SET: &str = "void ((field, value) => { field.value = value; field.dispatchEvent(new Event('change', {bubbles: true})); })\
        (document.querySelector('.notes-filter ' + arguments[0]), arguments[1])";
    const COLOURS: &str = "[...document.querySelectorAll('.note')].map((one) => one.dataset.colour).join()";
    let article = site::article("ar")?;
    open(&page, &site::path("ar")).await?;
    mark(&page, 1, &words_of(&article, 1, 3), "green").await?;
    mark(&page, 2, &words_of(&article, 2, 3), "pink").await?;
    beside(&page).await?;
    page.eval::<()>(SET, vec!["select:nth-of-type(1)".into(), "green".into()]).await?;
    page.until_is("narrowed", COLOURS, "green").await?;
    select(&page, 3, &words_of(&article, 3, 3)).await?;
    page.click(".marking-inside .annotate").await?;
    page.until("the editor", FOCUSED).await?;
    page.until_is("listed while it is written", COLOURS, "green,yellow").await?;
    page.write("ملاحظة").await?;
    page.click(".note-editor input").await?;
    page.write("وسم").await?;
    page.click(".note-editor .save").await?;
    page.until_is("kept", KEPT, "saved").await?;
    // A click on a mark that the filter hides lists it.
    page.eval::<()>(
        "void document.getElementById('p2').scrollIntoView({block: 'center', behavior: 'instant'})",
        vec![],
    )
    .await?;
    let middle = "((range) => { const {left, right, top, bottom} = range.getClientRects()[0]; \
        return [(left + right) / 2, (top + bottom) / 2]; })([...CSS.highlights.get('note-pink')][0])";
    let (x, y): (f64, f64) = page.eval(middle, vec![]).await?;
    page.click_at(x, y).await?;
    page.until_is("chosen", "document.querySelector('.note[aria-current]')?.dataset.colour", "pink").await?;
    // A tag that nobody has any more narrows nothing.
    page.eval::<()>(SET, vec!["select:nth-of-type(1)".into(), "".into()]).await?;
    page.eval::<()>(SET, vec!["select:nth-of-type(2)".into(), "وسم".into()]).await?;
    page.click(".note[data-colour=yellow] .note-link").await?;
    page.click(".note[data-colour=yellow] .delete").await?;
    page.until_is("all are listed again", COLOURS, "green,pink").await
}
