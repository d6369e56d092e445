//! The ways out and in.

use super::Notes;
use super::annotate::link_to_words;
use crate::browser::{address, chance, files};
use crate::date::{Day, day_words};
use crate::link::{self, TextDirective};
use crate::notes::{
    About, Coming, Content, Passage, Plan, Record, plan, to_csv, to_html, to_iso, to_json_ld, to_markdown,
};
use crate::text::{Direction, Lang};
use crate::ui::{Format, ImportPlan, NoteTold, Words};
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
        let link = here.unwrap_or_else(|| [&source, "#", &fragment_of(content)].concat());
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
                Ok(planned) => {
                    let counts = counts(&planned);
                    notes.0.plan.replace(Some(planned));
                    notes.0.page.shown.update(|shown| (shown.told, shown.plan) = (None, Some(counts)));
                }
                Err(_) => notes.tell(Some(NoteTold::NotAnnotations)),
            }
        });
    }

    /// Lets the file in, or not.
    pub(super) fn decide(&self, yes: bool) {
        self.0.page.shown.update(|shown| shown.plan = None);
        let Some(planned) = self.0.plan.borrow_mut().take().filter(|_| yes) else { return };
        planned.apply(&mut self.0.book.borrow_mut());
        let ids: Vec<String> =
            planned.entries.iter().filter_map(|entry| entry.record.as_ref()).map(|record| record.id.clone()).collect();
        for id in &ids {
            self.forget(id);
        }
        let count = counts(&planned);
        let came = count.new + count.changes + count.conflicts;
        self.save(ids, move |notes| notes.tell(Some(NoteTold::Imported(came))));
    }

    /// Which of our articles an address belongs to; an empty one to this.
    fn passage_of(&self, source: &str) -> Option<Passage> {
        if source.is_empty() {
            return self.passage();
        }
        let path = source.split(['#', '?']).next().unwrap_or_default().trim_end_matches("index.html");
        let titles = self.0.titles.borrow();
        let is_it = |title: &&super::Title| {
            let way = ["/", &title.id, "/", &title.tag, "/"].concat();
            path.ends_with(&way) || path.strip_prefix("urn:siyaq:article:").is_some_and(|id| id == title.id)
        };
        let title = titles.iter().find(is_it)?;
        let direction = Lang::from_tag(&title.tag).map(Lang::direction);
        let rtl = direction == Some(Direction::Rtl);
        Some(Passage { article: title.id.clone(), language: title.tag.clone(), rtl })
    }
}

/// What an import would do, in numbers.
fn counts(plan: &Plan) -> ImportPlan {
    ImportPlan {
        new: plan.count(|coming| *coming == Coming::New),
        changes: plan.count(|coming| *coming == Coming::Changes),
        conflicts: plan.count(|coming| *coming == Coming::Conflict),
        same: plan.count(|coming| matches!(coming, Coming::Same | Coming::Deleted)),
        left: plan.count(|coming| matches!(coming, Coming::Elsewhere(_) | Coming::NoPassage)),
    }
}

/// The words of a passage in an address that names no place more exactly: of an article that is not open.
fn fragment_of(content: &Content) -> String {
    /// Words at either end of a long passage.
    const EDGE: usize = 4;
    let words: Vec<&str> =
        content.selectors.exact.split_whitespace().filter(|word| !matches!(*word, "##" | ">")).collect();
    let edge = |words: Option<&[&str]>| words.map(|words| words.join(" "));
    let directive = if words.len() <= 2 * EDGE {
        TextDirective { start: words.join(" "), ..TextDirective::default() }
    } else {
        TextDirective {
            start: edge(words.get(..EDGE)).unwrap_or_default(),
            end: edge(words.get(words.len() - EDGE..)),
            ..TextDirective::default()
        }
    };
    link::write(&link::Place::Text(directive))
}
