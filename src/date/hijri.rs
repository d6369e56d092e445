//! The Hijri calendar as newspapers print it: Umm al-Qura for 1356 to 1500 AH, from a table of month lengths
//! (`umm_al_qura.txt`, which names its source); outside these years the arithmetical ("civil") calendar, which
//! may be off by a day or two, and says so.

use super::day::Day;

/// A month of the Hijri calendar, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HijriMonth {
    /// Its first day.
    pub start: Day,
    /// 29 or 30.
    pub days: u8,
    /// Whether the Umm al-Qura table has it; if not, it was reckoned and is approximate.
    pub tabled: bool,
}

/// A day by Hijri year, month and day of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hijri {
    /// The year of the Hijra.
    pub year: i64,
    /// 1 (Muharram) to 12 (Dhu al-Hijja).
    pub month: u8,
    /// 1 to 30.
    pub day: u8,
}

const TABLE: &str = include_str!("umm_al_qura.txt");
/// The first year of the table.
const FIRST_YEAR: i64 = 1356;
/// 1 Muharram 1356: 14 March 1937.
const FIRST_DAY: Day = Day(-11_981);
/// The one month of 28 days in the table: Sha'ban 1364, when the reckoning was put right.
const SHORT: (i64, u8) = (1364, 8);
/// 1 Muharram 1 of the civil reckoning, 16 July 622 (Julian), as a day before 1970.
const CIVIL_EPOCH: i64 = -492_148;

/// The month lengths of the table, a year at a time: the bit of month `m` is `1 << (12 - m)`.
fn years() -> impl Iterator<Item = u16> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(' ').skip(1))
        .map(|group| u16::from_str_radix(group, 16).unwrap_or_default())
}

/// A month by year and number (1 to 12); nothing for other numbers and for years that the reckoning does not reach.
pub fn hijri_month(year: i64, month: u8) -> Option<HijriMonth> {
    if !(1..=12).contains(&month) || !(1..=9999).contains(&year) {
        return None;
    }
    let mut start = FIRST_DAY;
    let index = usize::try_from(year - FIRST_YEAR).ok();
    for (at, bits) in years().enumerate().take(index.map_or(0, |index| index + 1)) {
        if Some(at) == index {
            let before = bits >> (13 - u32::from(month));
            let lost = i64::from(year == SHORT.0 && month > SHORT.1);
            start = start.plus(29 * (i64::from(month) - 1) + i64::from(before.count_ones()) - lost);
            let long = u8::from(bits >> (12 - u32::from(month)) & 1 == 1);
            let short = u8::from((year, month) == SHORT);
            return Some(HijriMonth { start, days: 29 + long - short, tabled: true });
        }
        let lost = i64::from(FIRST_YEAR + i64::try_from(at).unwrap_or_default() == SHORT.0);
        start = start.plus(29 * 12 + i64::from(bits.count_ones()) - lost);
    }
    let start = civil_start(year, month);
    let next = if month == 12 { civil_start(year + 1, 1) } else { civil_start(year, month + 1) };
    Some(HijriMonth { start: Day(start), days: u8::try_from(next - start).unwrap_or(30), tabled: false })
}

/// The first day of a month in the 30-year cycle with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29
/// (E. M. Reingold and N. Dershowitz, "Calendrical Calculations").
fn civil_start(year: i64, month: u8) -> i64 {
    let month = i64::from(month);
    CIVIL_EPOCH + (year - 1) * 354 + (3 + 11 * year).div_euclid(30) + 29 * (month - 1) + month / 2
}

impl Hijri {
    /// The Hijri date of a day; nothing before the Hijra.
    pub fn of(day: Day) -> Option<Self> {
        let mut year = (day.0 - CIVIL_EPOCH) * 30 / 10_631 + 2;
        while hijri_month(year, 1)?.start > day {
            year -= 1;
        }
        let (month, found) = (1..=12)
            .filter_map(|month| Some((month, hijri_month(year, month)?)))
            .take_while(|(_, found)| found.start <= day)
            .last()?;
        Some(Self { year, month, day: u8::try_from(day.0 - found.start.0 + 1).ok()? })
    }

    /// Its day; nothing where the month has no such day.
    pub fn to_day(self) -> Option<Day> {
        let month = hijri_month(self.year, self.month)?;
        (1..=month.days).contains(&self.day).then(|| month.start.plus(i64::from(self.day) - 1))
    }
}
