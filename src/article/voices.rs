//! Who speaks in an article, and how often.

use super::model::{Article, PersonIndex, Quote};
use crate::text::sort_by_key;

/// Somebody who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// One of the article's people.
    Person(PersonIndex),
    /// Somebody whom the text does not name.
    Unknown,
}

/// A voice and its share of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VoiceCount {
    /// Who.
    pub voice: Voice,
    /// Quotations.
    pub quotes: usize,
    /// The colour and pattern of the voice: 1 to [`SLOTS`], in the order of the voices.
    pub slot: usize,
}

/// The colours that readers can tell apart whatever their colour vision (Okabe and Ito's set has six that
/// show on paper and on black); more voices begin again.
pub const SLOTS: usize = 6;

impl Quote {
    /// Who says it.
    pub fn voice(&self) -> Voice {
        self.speaker.map_or(Voice::Unknown, Voice::Person)
    }
}

/// The voices of `quotes`, the most quoted first; of equals, the one that speaks first.
pub fn voices(quotes: &[Quote]) -> Vec<VoiceCount> {
    let mut counts: Vec<VoiceCount> = Vec::new();
    for quote in quotes {
        let voice = quote.voice();
        match counts.iter_mut().find(|count| count.voice == voice) {
            Some(count) => count.quotes += 1,
            None => counts.push(VoiceCount { voice, quotes: 1, slot: 0 }),
        }
    }
    sort_by_key(&mut counts, |count| std::cmp::Reverse(count.quotes));
    for (n, count) in counts.iter_mut().enumerate() {
        count.slot = n % SLOTS + 1;
    }
    counts
}

/// The slot of a voice; the first where it has none.
pub fn slot_of(voices: &[VoiceCount], voice: Voice) -> usize {
    voices.iter().find(|count| count.voice == voice).map_or(1, |count| count.slot)
}

impl Article {
    /// The id of a voice, as the page's attributes name it.
    pub fn voice_id(&self, voice: Voice) -> &str {
        match voice {
            Voice::Person(index) => self.person(index).map_or("unknown", |person| &person.id),
            Voice::Unknown => "unknown",
        }
    }
}
