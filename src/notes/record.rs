//! One highlight, with or without a note, and its merging.

use super::clock::Stamp;
use crate::anchor::Selectors;
use crate::text::Direction;

/// The colours, each also told apart by its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// Yellow, with a plain line.
    #[default]
    Yellow,
    /// Green, with a dashed line.
    Green,
    /// Blue, with a dotted line.
    Blue,
    /// Pink, with a double line.
    Pink,
}

impl Colour {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Yellow, Self::Green, Self::Blue, Self::Pink];

    /// Its name in files and class names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Pink => "pink",
        }
    }

    /// The colour of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.name() == name)
    }
}

/// Which text a highlight stands in. Never changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The article's id.
    pub article: String,
    /// The BCP 47 tag of the text.
    pub language: String,
    /// Whether the text runs right to left.
    pub rtl: bool,
}

impl Passage {
    /// The direction of the text.
    pub fn direction(&self) -> Direction {
        if self.rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

/// What the reader can change.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Content {
    /// The passage; changes when a lost highlight is attached again by hand.
    pub selectors: Selectors,
    /// The colour.
    pub colour: Colour,
    /// What the reader wrote: plain text with Markdown links; may be empty.
    pub note: String,
    /// The tags, in the order of writing.
    pub tags: Vec<String>,
}

impl Content {
    /// What the reader wrote, whatever the passage and the colour: the note and the tags.
    pub fn written(&self) -> (&str, &[String]) {
        (&self.note, &self.tags)
    }
}

/// A highlight and all its versions that nobody has replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub passage: Passage,
    /// When it was made, in milliseconds since 1970-01-01.
    pub created: u64,
    /// The versions, in order; nothing for content is a deletion.
    heads: Vec<Version>,
    /// Of every writer the latest version that was seen, by the writer's name.
    seen: Vec<Stamp>,
}

/// A version. Lists kept in order serve the few that there are, in less of the program than trees would.
pub(super) type Version = (Stamp, Option<Content>);

impl Record {
    /// A record of one version.
    pub fn new(id: &str, passage: Passage, created: u64, stamp: Stamp, content: Content) -> Self {
        let mut record = Self { id: id.to_owned(), passage, created, heads: Vec::new(), seen: Vec::new() };
        record.put(stamp, Some(content));
        record
    }

    /// The version that is shown: the latest that is no deletion. Nothing where all are, so that what was written
    /// while somebody else deleted stays.
    pub fn current(&self) -> Option<&Content> {
        self.living().next_back().map(|(_, content)| content)
    }

    /// The stamp of the version that is shown, or of the deletion.
    pub fn stamp(&self) -> Option<&Stamp> {
        self.living().next_back().map(|(stamp, _)| stamp).or(self.heads.last().map(|head| &head.0))
    }

    /// The versions written apart from the one that is shown whose note or tags are others, with what to
    /// [`dismiss`](super::Notebook::dismiss) them by, the latest first.
    pub fn copies(&self) -> Vec<(&Stamp, &Content)> {
        let shown = self.current().map(Content::written);
        let mut living: Vec<_> = self.living().rev().skip(1).collect();
        living.retain(|(_, content)| content.written() != ("", &[]) && Some(content.written()) != shown);
        living
    }

    /// The contents of all versions that are no deletion, the one that is shown as the last.
    pub fn contents(&self) -> Vec<Content> {
        self.living().map(|(_, content)| content.clone()).collect()
    }

    /// Whether it was deleted.
    pub fn is_deleted(&self) -> bool {
        self.current().is_none()
    }

    fn living(&self) -> impl DoubleEndedIterator<Item = (&Stamp, &Content)> {
        self.heads.iter().filter_map(|(stamp, content)| Some((stamp, content.as_ref()?)))
    }

    /// The versions, in order, and of every writer the latest that was seen.
    pub(super) fn parts(&self) -> (&[Version], &[Stamp]) {
        (&self.heads, &self.seen)
    }

    /// The record of such parts, in any order; nothing where there is no version.
    pub(super) fn of_parts(
        id: &str,
        passage: Passage,
        created: u64,
        heads: Vec<Version>,
        seen: Vec<Stamp>,
    ) -> Option<Self> {
        let mut record = Self { id: id.to_owned(), passage, created, heads: Vec::new(), seen: Vec::new() };
        for (stamp, content) in heads {
            record.put(stamp, content);
        }
        for stamp in &seen {
            record.see(stamp);
        }
        (!record.heads.is_empty()).then_some(record)
    }

    fn put(&mut self, stamp: Stamp, content: Option<Content>) {
        self.see(&stamp);
        self.hold((stamp, content));
    }

    fn hold(&mut self, version: Version) {
        if let Err(at) = self.heads.binary_search(&version) {
            self.heads.insert(at, version);
        }
    }

    fn see(&mut self, stamp: &Stamp) {
        match self.seen.binary_search_by(|other| other.writer.cmp(&stamp.writer)) {
            Ok(at) => {
                if let Some(seen) = self.seen.get_mut(at).filter(|seen| **seen < *stamp) {
                    seen.clone_from(stamp);
                }
            }
            Err(at) => self.seen.insert(at, stamp.clone()),
        }
    }

    /// Puts a version in the place of the one that is shown, and of those with the same note and tags, which differ
    /// from it in colour or passage. Copies stay until they are dismissed.
    pub(super) fn write(&mut self, stamp: Stamp, content: Content) {
        let shown = self.current().cloned();
        let shown = shown.as_ref().map(Content::written);
        self.heads.retain(|(_, other)| other.as_ref().is_some_and(|other| Some(other.written()) != shown));
        self.put(stamp, Some(content));
    }

    /// Puts a version in the place of another, `base`, that may have been replaced meanwhile. All others stay: the one
    /// that is shown becomes a copy.
    pub(super) fn write_over(&mut self, base: &Stamp, stamp: Stamp, content: Content) {
        self.heads.retain(|(other, content)| other != base && content.is_some());
        self.put(stamp, Some(content));
    }

    /// Makes of the contents `from` the contents `to`, of which the last is to be shown: what was written beside
    /// them stays.
    pub(super) fn restore(&mut self, from: &[Content], to: &[Content], stamp: &mut dyn FnMut() -> Stamp) {
        let Some((shown, copies)) = to.split_last() else { return };
        let stays = |content: &Content| content != shown && (copies.contains(content) || !from.contains(content));
        self.heads.retain(|(_, content)| content.as_ref().is_some_and(stays));
        for copy in copies {
            if self.living().all(|(_, content)| content != copy) {
                self.put(stamp(), Some(copy.clone()));
            }
        }
        self.put(stamp(), Some(shown.clone()));
    }

    /// Deletes all versions.
    pub(super) fn delete(&mut self, stamp: Stamp) {
        self.heads.clear();
        self.put(stamp, None);
    }

    /// Drops one version that is not shown.
    pub(super) fn drop_copy(&mut self, copy: &Stamp) {
        if self.stamp() != Some(copy) {
            self.heads.retain(|(stamp, _)| stamp != copy);
        }
    }

    fn has_seen(&self, stamp: &Stamp) -> bool {
        self.seen.iter().any(|seen| seen.writer == stamp.writer && stamp <= seen)
    }

    fn holds(&self, stamp: &Stamp) -> bool {
        self.heads.iter().any(|(own, _)| own == stamp)
    }

    /// Takes in what another notebook knows of the same record: a version stays if both have it, or if one has it
    /// and the other has never seen it.
    pub(super) fn merge(&mut self, other: &Self) {
        let mine = |stamp: &Stamp| !other.has_seen(stamp) || other.holds(stamp);
        let theirs = |stamp: &Stamp| !self.has_seen(stamp) || self.holds(stamp);
        let taken: Vec<_> = other.heads.iter().filter(|(stamp, _)| theirs(stamp)).cloned().collect();
        self.heads.retain(|(stamp, _)| mine(stamp));
        for version in taken {
            self.hold(version);
        }
        for stamp in &other.seen {
            self.see(stamp);
        }
        // Two records under one id differ here only if a file was edited by hand: the lesser is as good as any.
        if (other.created, &other.passage) < (self.created, &self.passage) {
            self.created = other.created;
            self.passage.clone_from(&other.passage);
        }
    }
}
