//! A hybrid logical clock (S. Kulkarni et al., "Logical Physical Clocks", 2014): as near to the time of day as
//! it can be, and never behind anything it has seen.

/// When a version was written, and by whom. Later stamps are greater; no two are the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01, by the clock of the writer or one that it has heard of.
    pub millis: u64,
    /// The order of versions within one millisecond.
    pub count: u32,
    /// The writer: one tab of one browser, for as long as it is open. Two tabs that wrote under one name could
    /// each take the other's version for one that it has seen.
    pub writer: String,
}

impl Stamp {
    /// The stamp as a name: letters, digits and hyphens, if the writer's name is made of them.
    pub fn name(&self) -> String {
        [self.millis.to_string().as_str(), &self.count.to_string(), &self.writer].join("-")
    }
}

/// The clock of one writer.
#[derive(Clone, Debug)]
pub struct Clock {
    writer: String,
    millis: u64,
    count: u32,
}

/// How far ahead of the time of day a stamp from elsewhere may set the clock: a day. A machine whose clock is years
/// wrong would otherwise put every later version of everybody there.
const MOST_AHEAD: u64 = 24 * 60 * 60 * 1000;

impl Clock {
    /// The clock of `writer`, a name that nobody else has.
    pub fn new(writer: &str) -> Self {
        Self { writer: writer.to_owned(), millis: 0, count: 0 }
    }

    /// The stamp of a version written at `now`, in milliseconds since 1970-01-01: greater than every one before.
    pub fn tick(&mut self, now: u64) -> Stamp {
        if now > self.millis {
            (self.millis, self.count) = (now, 0);
        } else if self.count == u32::MAX {
            (self.millis, self.count) = (self.millis.saturating_add(1), 0);
        } else {
            self.count += 1;
        }
        Stamp { millis: self.millis, count: self.count, writer: self.writer.clone() }
    }

    /// Takes in a stamp read from elsewhere at `now`, so that what is written from now on is later.
    pub fn observe(&mut self, stamp: &Stamp, now: u64) {
        let sane = stamp.millis <= now.saturating_add(MOST_AHEAD);
        if sane && (stamp.millis, stamp.count) > (self.millis, self.count) {
            (self.millis, self.count) = (stamp.millis, stamp.count);
        }
    }
}
