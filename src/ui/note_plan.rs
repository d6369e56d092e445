//! What an import would do, before it does it.

use super::marking::action;
use super::note_shown::{NoteAsk, NotesPage};
use super::note_words::NoteWords;
use crate::text::Lang;
use leptos::prelude::*;

/// What an import would do, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPlan {
    /// How many annotations are new, replaced by a later version, kept in both versions, here already, deleted here
    /// since, left out because they belong to other texts, and left out because they name no passage.
    pub counts: [usize; 7],
    /// The addresses of the other texts.
    pub addresses: Vec<String>,
    /// Whether the annotations of other texts can be looked for in this one.
    pub seeks: bool,
}

impl ImportPlan {
    /// How many would come in.
    pub fn coming(&self) -> usize {
        let [new, changes, conflicts, ..] = self.counts;
        new + changes + conflicts
    }
}

/// What the reader decides about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// To let it in.
    LetIn,
    /// To let it in, and to have back what was deleted here since.
    Restore,
    /// To look in this text for what is of other texts.
    Seek,
    /// To leave it.
    Leave,
}

/// The addresses that are shown; a file of more says so by their number alone.
const ADDRESSES: usize = 3;

struct PlanWords {
    /// Behind the numbers, in their order.
    counts: [&'static str; 7],
    nothing: &'static str,
    restore: &'static str,
    seek: &'static str,
    leave: &'static str,
}

static AR: PlanWords = PlanWords {
    counts: [
        "جديدة",
        "تتغير",
        "تُحفظ بنسختيها",
        "موجودة أصلًا",
        "حُذفت هنا من قبل",
        "تُترك لأنها تخص نصوصًا أخرى",
        "تُترك لأنها لا تعيّن مقطعًا",
    ],
    nothing: "لا جديد في هذا الملف.",
    restore: "استيراد واستعادة المحذوف",
    seek: "البحث عنها في هذا النص",
    leave: "إلغاء",
};

static RU: PlanWords = PlanWords {
    counts: [
        "новых",
        "изменятся",
        "сохранятся в двух вариантах",
        "уже здесь",
        "удалены здесь раньше",
        "не будут взяты: они о других текстах",
        "не будут взяты: в них не назван отрывок",
    ],
    nothing: "Нового в этом файле нет.",
    restore: "Загрузить и вернуть удалённые",
    seek: "Поискать их в этом тексте",
    leave: "Не загружать",
};

static EN: PlanWords = PlanWords {
    counts: [
        "new",
        "changed",
        "kept in both versions",
        "here already",
        "deleted here since",
        "left out: they belong to other texts",
        "left out: they name no passage",
    ],
    nothing: "There is nothing new in this file.",
    restore: "Import and restore what was deleted",
    seek: "Look for them in this text",
    leave: "Cancel",
};

fn words_of(lang: Lang) -> &'static PlanWords {
    match lang {
        Lang::Ar => &AR,
        Lang::Ru => &RU,
        Lang::En => &EN,
    }
}

/// The plan, and the ways to go on from it: only those that would do something.
pub fn note_plan(lang: Lang, plan: &ImportPlan, page: NotesPage) -> AnyView {
    let words = words_of(lang);
    let [.., deleted, elsewhere, _] = plan.counts;
    let parts = plan.counts.iter().zip(words.counts).filter(|(n, _)| **n > 0);
    let counts: Vec<AnyView> =
        parts.map(|(n, what)| view! { <li>{[&n.to_string(), " ", what].concat()}</li> }.into_any()).collect();
    let nothing = (plan.coming() == 0).then_some(words.nothing);
    let shown = plan.addresses.iter().filter(|address| !address.is_empty()).take(ADDRESSES);
    let addresses: Vec<AnyView> =
        shown.map(|address| view! { <li dir="ltr">{address.clone()}</li> }.into_any()).collect();
    let addresses = (!addresses.is_empty()).then(|| view! { <ul class="plan-addresses">{addresses}</ul> });
    let way =
        |wanted: bool, class, name, decision| wanted.then(|| action(class, name, NoteAsk::Decide(decision), page));
    view! {
        <div class="note-plan">
            {nothing.map(|nothing| view! { <p>{nothing}</p> })}
            <ul>{counts}</ul>
            {addresses}
            <p class="actions">
                {way(plan.coming() > 0, "let-in", NoteWords::of(lang).let_in, Decision::LetIn)}
                {way(deleted > 0, "restore", words.restore, Decision::Restore)}
                {way(plan.seeks && elsewhere > 0, "seek", words.seek, Decision::Seek)}
                {way(true, "cancel", words.leave, Decision::Leave)}
            </p>
        </div>
    }
    .into_any()
}
