//! The ways out and in.

use super::Notes;
use super::annotate::link_to_words;
use crate::anchor::{Haystack, Selectors};
use crate::browser::{address, chance, files};
use crate::date::{Day, day_words};
use crate::link::{self, TextDirective};
use crate::notes::{
    About, Coming, Content, Passage, Plan, Record, is_address_of, plan, to_csv, to_html, to_iso, to_json_ld,
    to_markdown,
};
use crate::reader::later::NOTE;
use crate::text::{Direction, Lang};
use crate::ui::{Decision, Format, ImportPlan, NoteTold, Words};
use leptos::ev::Event;
use leptos::prelude::*;
use serde_json::Value;

impl Notes {
    /// Gives the listed notes as a file.
    pub(super) fn export(&self, format: Format) {
        let (filter, here, book) = (self.filter(), self.passage(), self.0.book.borrow());
        let wanted = |record: &Record, content: &Content| {
            here.as_ref().is_none_or(|here| record.passage == *here) && filter.wants(content)
        };
        let about = |record: &Record, content: &Content| self.about(record, content);
        let title = Words::of(self.0.lang).notes;
        let text = match format {
            Format::JsonLd => to_json_ld(&book, &about, &wanted),
            Format::Markdown => to_markdown(&book, &about, &wanted),
            Format::Csv => to_csv(&book, &about, &wanted),
            Format::Html => to_html(&book, &about, &wanted, self.0.lang, title),
        };
        let (_, ending, kind) = format.facts();
        files::save(&self.name_of(ending), kind, &text);
    }

    /// The name of a file: what it holds, and the day.
    fn name_of(&self, ending: &str) -> String {
        let day = to_iso(chance::now());
        let day = day.split('T').next().unwrap_or_default();
        let id = self.0.place.as_ref().map_or("siyaq", |place| place.article.id.as_str());
        [id, "-notes-", day, ".", ending].concat()
    }

    /// What an export says of the article around a note.
    fn about(&self, record: &Record, content: &Content) -> About {
        let passage = &record.passage;
        let same = |title: &&super::Title| title.id == passage.article && title.tag == passage.language;
        let title = self.0.titles.borrow().iter().find(same).cloned();
        let lang = Lang::from_tag(&passage.language).unwrap_or(self.0.lang);
        let source = address::absolute(&self.way_to(record));
        let here =
            self.0.place.as_ref().zip(self.span(&record.id)).and_then(|(place, span)| link_to_words(place, span));
        let link = here.unwrap_or_else(|| [&source, "#", &fragment_of(record, content)].concat());
        let title = title.unwrap_or_else(|| super::Title {
            id: passage.article.clone(),
            tag: String::new(),
            headline: passage.article.clone(),
            publisher: String::new(),
            published: String::new(),
        });
        let published = Day::from_iso(&title.published).map(|day| day_words(lang, day)).unwrap_or_default();
        About { headline: title.headline, publisher: title.publisher, published, source, link }
    }

    /// Gives what could not be read, as it was.
    pub(super) fn export_aside(&self) {
        let rows = self.0.aside.borrow();
        let text: Value = rows.iter().map(|(key, text)| Value::from(vec![key.as_str(), text.as_str()])).collect();
        files::save(&self.name_of("aside.json"), "application/json", &text.to_string());
    }

    /// Reads a file and shows what it would bring; nothing comes in yet.
    pub(super) fn look_at_file(&self, event: Event) {
        self.spawn(async move |notes| {
            let Some(text) = files::chosen(event).await else { return notes.tell(Some(NoteTold::NotAnnotations)) };
            notes.titles().await;
            let planned = plan(&notes.0.book.borrow(), &text, &|source| notes.passage_of(source));
            match planned {
                Ok(planned) if !planned.entries.is_empty() => notes.show_plan(planned, true),
                _ => notes.tell(Some(NoteTold::NotAnnotations)),
            }
        });
    }

    /// Does with the file what the reader decided.
    pub(super) fn decide(&self, decision: Decision) {
        if decision == Decision::Seek {
            return self.seek_in_this_text();
        }
        self.0.page.shown.update(|shown| shown.plan = None);
        let Some(planned) = self.0.plan.borrow_mut().take().filter(|_| decision != Decision::Leave) else { return };
        let ids = planned.ids();
        let before: Vec<_> = ids.iter().map(|id| (id.clone(), self.contents(id))).collect();
        let mut book = self.0.book.borrow_mut();
        planned.apply(&mut book);
        let mut came = shown(&planned, false).coming();
        if decision == Decision::Restore {
            came += planned.restore(&mut book, &mut || self.stamp()).len();
        }
        drop(book);
        self.remember_all(before);
        for id in &ids {
            self.forget(id);
        }
        let moves = self.0.history.borrow().moves();
        self.save(ids, move |notes| {
            // It is told with a way to undo it, and so not where something else has been done since.
            if notes.0.history.borrow().moves() == moves {
                notes.tell(Some(NoteTold::Imported(came)));
            }
        });
    }

    /// Looks in this text for what the file has of texts that are not ours; only what is surely there is taken.
    fn seek_in_this_text(&self) {
        let (Some(place), Some(passage)) = (&self.0.place, self.passage()) else { return };
        let Some(mut planned) = self.0.plan.borrow_mut().take() else { return };
        let haystack = Haystack::new(&place.article.body);
        planned.adopt(&self.0.book.borrow(), &passage, &|selectors| haystack.is_sure_of(selectors));
        self.show_plan(planned, false);
    }

    /// Shows what a file would bring. `seeks` offers to look for the rest in this text.
    fn show_plan(&self, planned: Plan, seeks: bool) {
        let plan = shown(&planned, seeks && self.0.place.is_some());
        self.0.plan.replace(Some(planned));
        self.0.page.shown.update(|shown| (shown.told, shown.plan) = (None, Some(plan)));
    }

    /// Which of our articles an address belongs to; an empty one to this.
    fn passage_of(&self, source: &str) -> Option<Passage> {
        if source.is_empty() {
            return self.passage();
        }
        let titles = self.0.titles.borrow();
        let title = titles.iter().find(|title| is_address_of(source, &title.id, &title.tag))?;
        let direction = Lang::from_tag(&title.tag).map(Lang::direction);
        let rtl = direction == Some(Direction::Rtl);
        Some(Passage { article: title.id.clone(), language: title.tag.clone(), rtl })
    }
}

/// What an import would do, in numbers.
fn shown(plan: &Plan, seeks: bool) -> ImportPlan {
    ImportPlan {
        counts: [
            plan.count(|coming| *coming == Coming::New),
            plan.count(|coming| *coming == Coming::Changes),
            plan.count(|coming| *coming == Coming::Conflict),
            plan.count(|coming| *coming == Coming::Same),
            plan.count(|coming| *coming == Coming::Deleted),
            plan.count(|coming| matches!(coming, Coming::Elsewhere(_))),
            plan.count(|coming| *coming == Coming::NoPassage),
        ],
        addresses: plan.addresses().into_iter().map(str::to_owned).collect(),
        seeks,
    }
}

/// The passage of a note of an article that is not open, in an address: by its words and those around it; by the note
/// itself, which only this browser knows, where these do not tell it from its likes.
fn fragment_of(record: &Record, content: &Content) -> String {
    let Selectors { prefix, exact, suffix, rival, .. } = &content.selectors;
    let twin = rival.filter(|rival| rival.words == 0).map(|rival| rival.whole);
    match TextDirective::of_quoted(prefix, exact, suffix, twin) {
        Some(directive) => link::write(&link::Place::Text(directive)),
        None => [NOTE, &record.id].concat(),
    }
}
