//! Merging notebooks: random histories of three writers, in every order, and no text lost. By default 2,000
//! histories; `SIYAQ_HISTORIES=100000 cargo test --test notes_merge` runs the whole measure.

mod edits;
mod held;

use edits::Dice;
use held::{contents, told, written};
use siyaq::anchor::Selectors;
use siyaq::notes::{Clock, Content, History, Notebook, Passage, Record, Stamp};
use std::collections::BTreeSet;

/// One writer: its notebook, clock and history.
struct Writer {
    notebook: Notebook,
    clock: Clock,
    history: History,
}

/// A world of three writers, and what a reader may count on still seeing.
struct World {
    writers: Vec<Writer>,
    now: u64,
    texts: u64,
    /// The versions that were written, with what the reader wrote in them.
    written: Vec<(Stamp, String)>,
    /// The versions that somebody who saw them has replaced, deleted or dismissed.
    replaced: BTreeSet<Stamp>,
}

/// Undo or redo.
type Way = fn(&mut History, &mut Notebook, &mut dyn FnMut() -> Stamp) -> Vec<String>;

fn histories() -> u64 {
    std::env::var("SIYAQ_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000)
}

/// The stamps of the versions of a record that a reader sees: the one shown, and its copies.
fn visible(record: &Record) -> Vec<Stamp> {
    let shown = record.stamp().filter(|_| !record.is_deleted()).cloned();
    shown.into_iter().chain(record.copies().into_iter().map(|copy| copy.0.clone())).collect()
}

impl World {
    fn new() -> Self {
        let writer = |n| Writer {
            notebook: Notebook::default(),
            clock: Clock::new(["a", "b", "c"][n]),
            history: History::default(),
        };
        Self {
            writers: (0..3).map(writer).collect(),
            now: 1_000,
            texts: 0,
            written: Vec::new(),
            replaced: BTreeSet::new(),
        }
    }

    fn content(&mut self, stamp: &Stamp) -> Content {
        self.texts += 1;
        // Some differ in their tags alone.
        let (note, tags) = match self.texts % 3 {
            0 => ("the same note".to_owned(), vec![format!("tag {}", self.texts)]),
            _ => (format!("note {}", self.texts), Vec::new()),
        };
        let selectors = Selectors { exact: "كلمة".into(), ..Selectors::default() };
        let content = Content { selectors, note, tags, ..Content::default() };
        self.written.push((stamp.clone(), written(&content)));
        content
    }

    fn pick(&self, dice: &mut Dice, who: usize) -> Option<String> {
        let ids: Vec<&str> = self.writers[who].notebook.records().map(|record| record.id.as_str()).collect();
        (!ids.is_empty()).then(|| ids[dice.below(ids.len())].to_owned())
    }

    /// One thing that one writer does.
    fn step(&mut self, dice: &mut Dice) {
        // Clocks differ, stand still and jump.
        self.now += [0, 0, 1, 7][dice.below(4)];
        let who = dice.below(3);
        let now = self.now.saturating_sub([0, 3, 900][who]);
        let stamp = self.writers[who].clock.tick(now);
        match (dice.below(11), self.pick(dice, who)) {
            (0, _) | (_, None) => {
                let content = self.content(&stamp);
                let writer = &mut self.writers[who];
                let id = writer.notebook.add(stamp, Passage::default(), content);
                writer.history.remember(&writer.notebook, &id, Vec::new());
            }
            (1..=3, Some(id)) => self.write(who, &id, stamp),
            (4, Some(id)) => self.delete(who, &id, stamp),
            (5, Some(id)) => self.dismiss(who, &id),
            (6, _) => self.travel(who, now, History::undo),
            (7, _) => self.travel(who, now, History::redo),
            (8, Some(id)) => self.write_late(dice, who, &id, stamp),
            (9, Some(_)) => self.import(dice, who, now),
            _ => {
                let other = self.writers[(who + 1 + dice.below(2)) % 3].notebook.clone();
                self.receive(who, &other, now);
            }
        }
    }

    fn write(&mut self, who: usize, id: &str, stamp: Stamp) {
        let content = self.content(&stamp);
        let writer = &mut self.writers[who];
        let record = writer.notebook.get(id).unwrap();
        let before = record.contents();
        self.replaced.extend(record.stamp().cloned());
        let shown = record.current().map(written);
        writer.notebook.write(id, stamp, content);
        writer.history.remember(&writer.notebook, id, before);
        self.replace(shown);
    }

    /// Somebody who saw them has replaced the versions in which this was written.
    fn replace(&mut self, gone: impl IntoIterator<Item = String>) {
        let gone: Vec<String> = gone.into_iter().collect();
        let stamps = self.written.iter().filter(|(_, text)| gone.contains(text)).map(|(stamp, _)| stamp.clone());
        self.replaced.extend(stamps);
    }

    /// An editor that was opened on a version which somebody else may have replaced before it is saved.
    fn write_late(&mut self, dice: &mut Dice, who: usize, id: &str, stamp: Stamp) {
        let Some(seen) = self.writers[who].notebook.get(id).cloned() else { return };
        let Some(base) = seen.stamp().cloned() else { return };
        let other = self.writers[(who + 1 + dice.below(2)) % 3].notebook.clone();
        self.receive(who, &other, stamp.millis);
        let stamp = self.writers[who].clock.tick(stamp.millis);
        let content = self.content(&stamp);
        let notebook = &mut self.writers[who].notebook;
        let before = contents(notebook, id);
        notebook.write_over(id, &base, stamp, content);
        let writer = &mut self.writers[who];
        writer.history.remember(&writer.notebook, id, before);
        self.replaced.insert(base);
        self.replace(seen.current().map(written));
    }

    fn delete(&mut self, who: usize, id: &str, stamp: Stamp) {
        let writer = &mut self.writers[who];
        let record = writer.notebook.get(id).unwrap();
        let before = record.contents();
        let gone = told(record);
        self.replaced.extend(visible(record));
        writer.notebook.delete(id, stamp);
        writer.history.remember(&writer.notebook, id, before);
        self.replace(gone);
    }

    fn dismiss(&mut self, who: usize, id: &str) {
        let writer = &mut self.writers[who];
        let last = |record: &Record| record.copies().pop().map(|(stamp, copy)| (stamp.clone(), written(copy)));
        if let Some((copy, text)) = writer.notebook.get(id).and_then(last) {
            let before = contents(&writer.notebook, id);
            writer.notebook.dismiss(id, &copy);
            writer.history.remember(&writer.notebook, id, before);
            self.replaced.insert(copy);
            // Undoing writes a text anew under another stamp: what is dismissed is the text.
            self.replace([text]);
        }
    }

    /// Undoes or redoes: what was shown is replaced by what was there before.
    fn travel(&mut self, who: usize, now: u64, way: Way) {
        let Writer { notebook, clock, history } = &mut self.writers[who];
        let before = notebook.clone();
        for id in way(history, notebook, &mut || clock.tick(now)) {
            self.has_travelled(who, before.get(&id).unwrap());
        }
    }

    fn has_travelled(&mut self, who: usize, was: &Record) {
        let now = self.writers[who].notebook.get(&was.id).unwrap();
        let seen = told(now);
        let gone: Vec<String> = told(was).into_iter().filter(|text| !seen.contains(text)).collect();
        self.replaced.extend(was.stamp().cloned());
        let copies = now.copies().into_iter().map(|(stamp, copy)| (stamp.clone(), written(copy)));
        let shown = now.current().map(|content| (now.stamp().unwrap().clone(), written(content)));
        self.written.extend(shown.into_iter().chain(copies).filter(|(stamp, _)| !visible(was).contains(stamp)));
        self.replace(gone);
    }

    /// The file of another comes in: a step of all that it brings.
    fn import(&mut self, dice: &mut Dice, who: usize, now: u64) {
        let mut file = Notebook::default();
        let other = &self.writers[(who + 1 + dice.below(2)) % 3].notebook;
        other.living().for_each(|(record, _)| file.merge_record(record));
        let here = &self.writers[who].notebook;
        let before = file.records().map(|record| (record.id.clone(), contents(here, &record.id))).collect();
        self.receive(who, &file, now);
        let writer = &mut self.writers[who];
        writer.history.remember_all(&writer.notebook, before);
    }

    fn receive(&mut self, who: usize, other: &Notebook, now: u64) {
        let writer = &mut self.writers[who];
        writer.notebook.merge(other);
        for stamp in other.records().filter_map(|record| record.stamp()) {
            writer.clock.observe(stamp, now);
        }
    }
}

fn merged(parts: [&Notebook; 3]) -> Notebook {
    let mut out = Notebook::default();
    for part in parts {
        out.merge(part);
    }
    out
}

#[test]
fn no_history_loses_a_text() {
    for seed in 0..histories() {
        let mut dice = Dice(seed ^ 0x0DD_BA11);
        let mut world = World::new();
        for _ in 0..dice.between(5, 40) {
            world.step(&mut dice);
        }
        let [a, b, c] = [0, 1, 2].map(|n| &world.writers[n].notebook);
        let whole = merged([a, b, c]);
        for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a], [c, c, a]] {
            let mut again = merged(order);
            again.merge(b);
            assert_eq!(again, whole, "seed {seed}: in another order");
        }
        let mut grouped = a.clone();
        grouped.merge(&merged([b, c, b]));
        assert_eq!(grouped, whole, "seed {seed}: in other groups");
        let told: BTreeSet<String> = whole.records().flat_map(told).collect();
        for (stamp, text) in &world.written {
            assert!(
                world.replaced.contains(stamp) || told.contains(text),
                "seed {seed}: «{text}» of {stamp:?} is lost"
            );
        }
    }
}

fn content(note: &str) -> Content {
    let selectors = Selectors { exact: "كلمة".into(), ..Selectors::default() };
    Content { selectors, note: note.into(), ..Content::default() }
}

#[test]
fn keeps_the_loser_of_a_conflict_as_a_copy() {
    let (mut left, mut right) = (Clock::new("left"), Clock::new("right"));
    let mut one = Notebook::default();
    let id = one.add(left.tick(10), Passage::default(), content("first"));
    let mut other = one.clone();
    one.write(&id, left.tick(20), content("of the left"));
    other.write(&id, right.tick(30), content("of the right"));
    one.merge(&other);
    let record = one.get(&id).unwrap();
    assert_eq!(record.current().map(|content| content.note.as_str()), Some("of the right"));
    let copies: Vec<_> =
        record.copies().into_iter().map(|(stamp, content)| (stamp.clone(), content.note.clone())).collect();
    assert_eq!(copies.iter().map(|copy| copy.1.as_str()).collect::<Vec<_>>(), ["of the left"]);
    // Writing on leaves the copy; dismissing it is a step of its own, and stays done.
    one.write(&id, left.tick(40), content("of both"));
    assert_eq!(one.get(&id).unwrap().copies().len(), 1);
    let before = one.clone();
    one.dismiss(&id, &copies[0].0);
    one.merge(&before);
    assert_eq!(one.get(&id).unwrap().copies(), []);
}

#[test]
fn a_deletion_stays_and_never_takes_what_it_has_not_seen() {
    let (mut left, mut right) = (Clock::new("left"), Clock::new("right"));
    let mut one = Notebook::default();
    let id = one.add(left.tick(10), Passage::default(), content("first"));
    let old = one.clone();
    one.delete(&id, left.tick(20));
    one.merge(&old);
    assert!(one.get(&id).unwrap().is_deleted(), "an old notebook brings it back");
    let mut other = old;
    other.write(&id, right.tick(15), content("meanwhile"));
    one.merge(&other);
    assert_eq!(one.get(&id).unwrap().current().map(|content| content.note.as_str()), Some("meanwhile"));
}

#[test]
fn undoes_and_redoes_a_hundred_steps() {
    let mut clock = Clock::new("one");
    let (mut notebook, mut history) = (Notebook::default(), History::default());
    let id = notebook.add(clock.tick(1), Passage::default(), content("0"));
    history.remember(&notebook, &id, Vec::new());
    for n in 1..=120 {
        let before = contents(&notebook, &id);
        notebook.write(&id, clock.tick(1), content(&n.to_string()));
        history.remember(&notebook, &id, before);
    }
    let note =
        |notebook: &Notebook| notebook.get(&id).and_then(|record| record.current()).map(|content| content.note.clone());
    let mut undone = 0;
    while !history.undo(&mut notebook, &mut || clock.tick(1)).is_empty() {
        undone += 1;
    }
    assert_eq!((undone, note(&notebook)), (100, Some("20".to_owned())));
    while history.can_redo() {
        history.redo(&mut notebook, &mut || clock.tick(1));
    }
    assert_eq!(note(&notebook), Some("120".to_owned()));
    let before = contents(&notebook, &id);
    notebook.delete(&id, clock.tick(1));
    history.remember(&notebook, &id, before);
    history.undo(&mut notebook, &mut || clock.tick(1));
    assert_eq!(note(&notebook), Some("120".to_owned()), "a deletion undone");
}

#[test]
fn undoing_passes_by_what_somebody_else_has_written_over() {
    let (mut left, mut right) = (Clock::new("left"), Clock::new("right"));
    let (mut notebook, mut history) = (Notebook::default(), History::default());
    let id = notebook.add(left.tick(10), Passage::default(), content("mine"));
    history.remember(&notebook, &id, Vec::new());
    let mut other = notebook.clone();
    other.write(&id, right.tick(20), content("theirs"));
    notebook.merge(&other);
    assert_eq!(history.undo(&mut notebook, &mut || left.tick(30)), [""; 0]);
    assert_eq!(notebook.get(&id).unwrap().current().map(|content| content.note.as_str()), Some("theirs"));
}

#[test]
fn clocks_only_go_forward() {
    let mut clock = Clock::new("one");
    let mut last = clock.tick(100);
    for now in [100, 99, 0, 100, 101, 5] {
        let next = clock.tick(now);
        assert!(next > last, "{next:?} after {last:?}");
        last = next;
    }
    clock.observe(&Stamp { millis: 5_000, count: 7, writer: "two".into() }, 200);
    assert!(clock.tick(300) > Stamp { millis: 5_000, count: 7, writer: "two".into() });
    // A clock a century ahead is not followed.
    clock.observe(&Stamp { millis: 3_155_760_000_000, count: 0, writer: "two".into() }, 300);
    assert!(clock.tick(300).millis < 10_000);
}
