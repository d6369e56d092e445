//! Approximate matching: Myers' bit-parallel edit distance (G. Myers, "A fast bit-vector algorithm for
//! approximate string matching based on dynamic programming", 1999), in blocks of 64 letters as in H. Hyyrö,
//! "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003, with Ukkonen's cut-off:
//! blocks in which every distance is beyond the limit are not computed.

/// Letters in a block: the bits of a word.
const BLOCK: usize = 64;

/// Folded letters below this have a table: Latin, Greek, Cyrillic and Arabic. The others are searched for.
const TABLED: usize = 0x700;

/// Where a match may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// Anywhere in the text.
    Free,
    /// At the first letter of the text.
    Fixed,
}

/// Which way letters are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From the first to the last.
    Forward,
    /// From the last to the first.
    Back,
}

impl Way {
    /// The letter that is read after `read` others. One body for both ways keeps the program small.
    #[inline]
    fn letter(self, text: &[char], read: usize) -> Option<char> {
        let at = if self == Self::Forward { read } else { text.len().checked_sub(read + 1)? };
        text.get(at).copied()
    }
}

/// Letters to look for.
pub(super) struct Pattern {
    len: usize,
    blocks: usize,
    /// For letters below `TABLED`, their class; 0 where the pattern has none of them.
    table: Vec<u16>,
    /// The other letters of the pattern, with their classes.
    others: Vec<(char, u16)>,
    /// For every class, the bits at which its letter stands, block by block.
    places: Vec<u64>,
}

/// One block's column: where the distance grows and falls from a row to the next, and its value at the last.
#[derive(Clone, Copy)]
struct Column {
    grows: u64,
    falls: u64,
    distance: usize,
}

impl Pattern {
    /// The letters as they are read on the given way.
    pub(super) fn new(letters: &[char], way: Way) -> Self {
        let len = letters.len();
        let blocks = len.div_ceil(BLOCK);
        let mut pattern = Self { len, blocks, table: vec![0; TABLED], others: Vec::new(), places: vec![0; blocks] };
        let mut read = 0;
        while let Some(letter) = way.letter(letters, read) {
            let class = pattern.class_or_new(letter);
            if let Some(place) = pattern.places.get_mut(class * blocks + read / BLOCK) {
                *place |= 1 << (read % BLOCK);
            }
            read += 1;
        }
        pattern
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    #[inline]
    fn class(&self, letter: char) -> usize {
        match self.table.get(letter as usize) {
            Some(class) => usize::from(*class),
            None => self.others.iter().find(|other| other.0 == letter).map_or(0, |other| usize::from(other.1)),
        }
    }

    fn class_or_new(&mut self, letter: char) -> usize {
        let known = self.class(letter);
        if known > 0 {
            return known;
        }
        let class = self.places.len() / self.blocks.max(1);
        self.places.resize(self.places.len() + self.blocks, 0);
        let short = u16::try_from(class).unwrap_or(0);
        match self.table.get_mut(letter as usize) {
            Some(entry) => *entry = short,
            None => self.others.push((letter, short)),
        }
        class
    }

    /// The rows of a block, and the bit of its last.
    fn rows(&self, block: usize) -> (usize, u64) {
        let rows = self.len.saturating_sub(block * BLOCK).min(BLOCK);
        (rows, 1 << rows.saturating_sub(1))
    }

    /// Reads `text` and calls `each` with the letters read and the distance between the pattern and what ends
    /// there, wherever that is at most `limit`. Before the first letter nothing is called.
    pub(super) fn scan(&self, text: &[char], way: Way, start: Start, limit: usize, each: &mut dyn FnMut(usize, usize)) {
        let above = isize::from(start == Start::Fixed);
        if self.blocks == 1 {
            return self.scan_block(text, way, above, limit, each);
        }
        let mut columns: Vec<Column> = Vec::with_capacity(self.blocks);
        let begin = (limit + 1).div_ceil(BLOCK).clamp(1, self.blocks.max(1));
        for block in 0..begin.min(self.blocks) {
            columns.push(self.fresh(block, block * BLOCK));
        }
        let mut read = 0;
        while let Some(letter) = way.letter(text, read) {
            read += 1;
            self.read(&mut columns, letter, above, limit);
            let whole = columns.last().filter(|column| columns.len() == self.blocks && column.distance <= limit);
            if let Some(column) = whole {
                each(read, column.distance);
            }
        }
    }

    /// Takes a letter into all columns, and those on or off that the limit asks for.
    fn read(&self, columns: &mut Vec<Column>, letter: char, mut carry: isize, limit: usize) {
        let class = self.class(letter);
        let places = self.places.get(class * self.blocks..(class + 1) * self.blocks).unwrap_or_default();
        for (block, (column, place)) in columns.iter_mut().zip(places).enumerate() {
            carry = column.advance(*place, carry, self.rows(block).1);
        }
        let active = columns.len();
        let last = columns.last().map_or(0, |column| column.distance);
        let above = last.saturating_add_signed(-carry);
        let next = places.get(active).copied();
        if let Some(place) = next.filter(|place| above <= limit && (place & 1 == 1 || carry < 0)) {
            let mut column = self.fresh(active, above);
            column.advance(place, carry, self.rows(active).1);
            columns.push(column);
        } else {
            while columns.len() > 1 && self.is_beyond(columns, limit) {
                columns.pop();
            }
        }
    }

    /// The column of a block in which every letter is still to come.
    fn fresh(&self, block: usize, above: usize) -> Column {
        Column { grows: u64::MAX, falls: 0, distance: above + self.rows(block).0 }
    }

    /// The same of a pattern of one block, which most are, without the care for several.
    fn scan_block(&self, text: &[char], way: Way, above: isize, limit: usize, each: &mut dyn FnMut(usize, usize)) {
        let last = self.rows(0).1;
        let mut column = self.fresh(0, 0);
        let mut read = 0;
        while let Some(letter) = way.letter(text, read) {
            read += 1;
            let place = self.places.get(self.class(letter)).copied().unwrap_or_default();
            column.advance(place, above, last);
            if column.distance <= limit {
                each(read, column.distance);
            }
        }
    }

    /// Whether every distance in the last column's block is beyond the limit.
    fn is_beyond(&self, columns: &[Column], limit: usize) -> bool {
        let rows = self.rows(columns.len() - 1).0;
        columns.last().is_some_and(|column| column.distance >= limit + rows)
    }

    /// The distance between the pattern and the whole of `text`; at most the length of the longer.
    pub(super) fn distance(&self, text: &[char]) -> usize {
        let worst = self.len.max(text.len());
        let mut distance = worst;
        self.scan(text, Way::Forward, Start::Fixed, worst, &mut |read, now| {
            if read == text.len() {
                distance = now;
            }
        });
        distance
    }
}

impl Column {
    /// Takes in a letter that stands at the bits `place` of the block. `carry` is by how much the row above the
    /// block changes, and the answer by how much its last row, at the bit `last`, does.
    #[inline]
    fn advance(&mut self, place: u64, carry: isize, last: u64) -> isize {
        let less = u64::from(carry < 0);
        let more = u64::from(carry > 0);
        let vertical = place | self.falls;
        let place = place | less;
        let horizontal = ((place & self.grows).wrapping_add(self.grows) ^ self.grows) | place;
        let grows = self.falls | !(horizontal | self.grows);
        let falls = self.grows & horizontal;
        let out = isize::from(grows & last != 0) - isize::from(falls & last != 0);
        let grows = grows << 1 | more;
        let falls = falls << 1 | less;
        self.grows = falls | !(vertical | grows);
        self.falls = grows & vertical;
        self.distance = self.distance.saturating_add_signed(out);
        out
    }
}
