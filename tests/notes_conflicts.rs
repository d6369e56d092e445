//! What two have written to one note at the same time, and undoing where there is such a conflict.

mod held;

use held::{contents, told};
use serde_json::json;
use siyaq::anchor::Selectors;
use siyaq::notes::{Clock, Content, History, Notebook, Passage, Unsaved, plan};

fn content(note: &str) -> Content {
    let selectors = Selectors { exact: "كلمة".into(), ..Selectors::default() };
    Content { selectors, note: note.into(), ..Content::default() }
}

/// A notebook in which two have written to one note at the same time.
fn in_conflict(first: Content, second: Content) -> (Notebook, String, Clock) {
    let (mut left, mut right) = (Clock::new("left"), Clock::new("right"));
    let mut one = Notebook::default();
    let id = one.add(left.tick(10), Passage::default(), content("first"));
    let mut other = one.clone();
    one.write(&id, left.tick(20), first);
    other.write(&id, right.tick(30), second);
    one.merge(&other);
    left.observe(one.get(&id).unwrap().stamp().unwrap(), 30);
    (one, id, left)
}

#[test]
fn keeps_the_loser_where_only_the_tags_differ() {
    let tagged = |tag: &str| Content { tags: vec![tag.into()], ..content("same") };
    let (mut notebook, id, mut clock) = in_conflict(tagged("left"), tagged("right"));
    assert_eq!(told(notebook.get(&id).unwrap()), ["same #right", "same #left"]);
    notebook.write(&id, clock.tick(40), tagged("both"));
    assert_eq!(told(notebook.get(&id).unwrap()), ["same #both", "same #left"]);
    // Another colour is nothing that was written.
    let pink = Content { colour: siyaq::notes::Colour::Pink, ..content("same") };
    let (notebook, id, _) = in_conflict(content("same"), pink);
    assert_eq!(notebook.get(&id).unwrap().copies(), []);
}

#[test]
fn what_is_had_back_comes_with_its_copies() {
    let (mut notebook, id, mut clock) = in_conflict(content("left"), content("right"));
    let both = ["right #", "left #"];
    let mut history = History::default();
    let before = contents(&notebook, &id);
    notebook.delete(&id, clock.tick(40));
    history.remember(&notebook, &id, before);
    history.undo(&mut notebook, &mut || clock.tick(50));
    assert_eq!(told(notebook.get(&id).unwrap()), both, "a deletion undone");
    history.redo(&mut notebook, &mut || clock.tick(60));
    assert!(notebook.get(&id).unwrap().is_deleted(), "and done again");
    history.undo(&mut notebook, &mut || clock.tick(70));
    let before = contents(&notebook, &id);
    let copy = notebook.get(&id).unwrap().copies()[0].0.clone();
    notebook.dismiss(&id, &copy);
    history.remember(&notebook, &id, before);
    assert_eq!(told(notebook.get(&id).unwrap()), ["right #"]);
    history.undo(&mut notebook, &mut || clock.tick(80));
    assert_eq!(told(notebook.get(&id).unwrap()), both, "a copy had back");
    history.redo(&mut notebook, &mut || clock.tick(90));
    assert_eq!(told(notebook.get(&id).unwrap()), ["right #"], "and dropped again");
}

#[test]
fn what_was_begun_before_another_wrote_stands_beside_it() {
    let (mut here, mut there) = (Clock::new("here"), Clock::new("there"));
    let mut notebook = Notebook::default();
    let base = here.tick(10);
    let id = notebook.add(base.clone(), Passage::default(), content("first"));
    notebook.write(&id, there.tick(20), content("theirs"));
    notebook.write_over(&id, &base, here.tick(30), content("mine"));
    assert_eq!(told(notebook.get(&id).unwrap()), ["mine #", "theirs #"]);
    // And what was deleted meanwhile is there again.
    let base = notebook.get(&id).unwrap().stamp().unwrap().clone();
    notebook.delete(&id, there.tick(40));
    notebook.write_over(&id, &base, here.tick(50), content("mine again"));
    assert_eq!(told(notebook.get(&id).unwrap()), ["mine again #"]);
}

#[test]
fn what_changes_while_it_is_written_is_still_to_be_written() {
    let mut unsaved = Unsaved::default();
    unsaved.add("a");
    unsaved.add("b");
    let first = unsaved.all();
    unsaved.add("b");
    unsaved.add("c");
    unsaved.settle(&first);
    assert_eq!([unsaved.holds("a"), unsaved.holds("b"), unsaved.holds("c")], [false, true, true]);
    // Written once more, with all that is left.
    let second = unsaved.all();
    unsaved.settle(&first);
    assert!(!unsaved.is_empty());
    unsaved.settle(&second);
    assert!(unsaved.is_empty());
}

/// Undoing after an import undid what had been done before it, and what it brought could only be deleted one by one.
#[test]
fn an_import_is_undone_and_done_again_as_one_step() {
    let mut clock = Clock::new("here");
    let (mut notebook, mut history) = (Notebook::default(), History::default());
    let own = notebook.add(clock.tick(1), Passage::default(), content("own"));
    history.remember(&notebook, &own, Vec::new());
    let annotation = |id: &str, note: &str| {
        json!({"id": id, "body": [{"type": "TextualBody", "value": note}], "created": "2022-01-10T12:00:00Z",
            "target": {"selector": {"type": "TextQuoteSelector", "exact": id}}})
    };
    let file = |notes: [&str; 3]| {
        let [one, two, three] = notes;
        json!([annotation("one", one), annotation("two", two), annotation("three", three), annotation("one", one)])
    };
    let mut bring = |notebook: &mut Notebook, history: &mut History, notes| {
        let planned = plan(notebook, &file(notes).to_string(), &|_| Some(Passage::default())).unwrap();
        let before = planned.ids().into_iter().map(|id| (id.clone(), contents(notebook, &id))).collect();
        planned.apply(notebook);
        planned.restore(notebook, &mut || clock.tick(20));
        history.remember_all(notebook, before);
    };
    let seen = |notebook: &Notebook| {
        let mut notes: Vec<String> = notebook.living().map(|(_, content)| content.note.clone()).collect();
        notes.sort();
        notes.join(" ")
    };
    let mut later = Clock::new("here, later");
    let mut stamps = || later.tick(100);
    bring(&mut notebook, &mut history, ["a", "b", "c"]);
    assert_eq!(seen(&notebook), "a b c own");
    assert_eq!(history.undo(&mut notebook, &mut stamps).len(), 3, "each once");
    assert_eq!(seen(&notebook), "own");
    assert_eq!(history.redo(&mut notebook, &mut stamps).len(), 3);
    assert_eq!(seen(&notebook), "a b c own");
    // The same file again is no step.
    let moves = history.moves();
    bring(&mut notebook, &mut history, ["a", "b", "c"]);
    assert_eq!(history.moves(), moves);
    // What was restored goes again; what somebody has written over meanwhile stays.
    let id = |notebook: &Notebook, note: &str| {
        let mut living = notebook.living().filter(|(_, content)| content.note == note);
        living.next().map(|(record, _)| record.id.clone()).unwrap()
    };
    let (a, b) = (id(&notebook, "a"), id(&notebook, "b"));
    let before = contents(&notebook, &a);
    notebook.delete(&a, stamps());
    history.remember(&notebook, &a, before);
    bring(&mut notebook, &mut history, ["a", "b", "c"]);
    assert_eq!(seen(&notebook), "a b c own", "restored");
    assert_eq!(history.undo(&mut notebook, &mut stamps), std::slice::from_ref(&a));
    assert_eq!(seen(&notebook), "b c own", "restoring undone");
    assert_eq!(history.undo(&mut notebook, &mut stamps), std::slice::from_ref(&a));
    assert_eq!(seen(&notebook), "a b c own", "the deletion undone");
    notebook.write(&b, Clock::new("there").tick(500), content("theirs"));
    assert_eq!(history.undo(&mut notebook, &mut stamps).len(), 2);
    assert_eq!(seen(&notebook), "own theirs");
    assert_eq!(history.redo(&mut notebook, &mut stamps).len(), 2);
    assert_eq!(seen(&notebook), "a c own theirs");
    history.undo(&mut notebook, &mut stamps);
    assert_eq!(history.undo(&mut notebook, &mut stamps), [own]);
    assert_eq!(seen(&notebook), "theirs");
}
