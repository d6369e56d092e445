//! Bit-parallel distances against the table of distances that they stand for. The pattern is private to its room,
//! so its file is taken in here.

#[allow(dead_code)] // The room uses all of it.
#[path = "../src/anchor/pattern.rs"]
mod pattern;

use pattern::{Pattern, Start, Way};

/// The distances of `pattern` from what ends at every letter of `text`, row by row.
fn by_rows(pattern: &[char], text: &[char], start: Start) -> Vec<usize> {
    let mut column: Vec<usize> = (0..=pattern.len()).collect();
    let mut out = Vec::new();
    for letter in text {
        let mut diagonal = column.first().copied().unwrap_or_default();
        let mut above = if start == Start::Fixed { diagonal + 1 } else { 0 };
        for (row, cell) in column.iter_mut().enumerate() {
            let here = match row.checked_sub(1).and_then(|row| pattern.get(row)) {
                Some(own) => (diagonal + usize::from(own != letter)).min(*cell + 1).min(above + 1),
                None => above,
            };
            diagonal = std::mem::replace(cell, here);
            above = here;
        }
        out.push(above);
    }
    out
}

/// Letters from a few, so that much is alike; some beyond the table.
fn letters(seed: &mut u64, len: usize) -> Vec<char> {
    let mut next = || {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        *seed
    };
    (0..len)
        .map(|_| ['a', 'ب', 'ж', '日', ' '].get(usize::try_from(next() % 5).unwrap_or(0)).copied().unwrap_or('b'))
        .collect()
}

#[test]
fn agrees_with_the_table_of_distances() {
    let mut seed = 0x5EED;
    for len in [1, 2, 7, 63, 64, 65, 100, 127, 128, 129, 200] {
        for round in 0..40 {
            let mut pattern = letters(&mut seed, len);
            let mut text = letters(&mut seed, 50 + round * 3);
            if round % 2 == 0 {
                text.extend(pattern.iter().enumerate().filter(|(at, _)| at % 9 != 4).map(|(_, c)| *c));
                text.extend(letters(&mut seed, 30));
            }
            if round % 5 == 0 {
                pattern.reverse();
            }
            for start in [Start::Free, Start::Fixed] {
                let expected = by_rows(&pattern, &text, start);
                for limit in [0, 1, len / 3, len / 2, len, 400] {
                    let expected: Vec<_> =
                        expected.iter().enumerate().map(|(at, d)| (at + 1, *d)).filter(|(_, d)| *d <= limit).collect();
                    for way in [Way::Forward, Way::Back] {
                        let (mut text, mut pattern) = (text.clone(), pattern.clone());
                        if way == Way::Back {
                            text.reverse();
                            pattern.reverse();
                        }
                        let mut found = Vec::new();
                        let mut each = |read, at| found.push((read, at));
                        Pattern::new(&pattern, way).scan(&text, way, start, limit, &mut each);
                        assert_eq!(found, expected, "{len} letters, round {round}, limit {limit}");
                    }
                }
            }
        }
    }
}
