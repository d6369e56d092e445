//! Feasts whose day moves from year to year: those counted from Easter, and "the fourth Thursday of November".

use crate::date::{Day, days_in_month};

/// The day of a movable feast: so many days from Easter, which is 50; or such a day of the week of a month, as 10 times
/// which one it is, 9 for the last, and the day from 0 for Monday.
pub(super) fn movable(year: i64, month: u8, code: i64) -> Option<Day> {
    if month == 0 {
        return Some(easter(year)?.plus(code - 50));
    }
    let (nth, day) = (code / 10, code % 10);
    let first = Day::from_ymd(year, month, if nth == 9 { days_in_month(year, month) - 6 } else { 1 })?;
    let on = (day - i64::from(first.weekday().index())).rem_euclid(7);
    Some(first.plus(on + if nth == 9 { 0 } else { 7 * (nth - 1) }))
}

/// Easter Sunday in the Gregorian calendar (Meeus, "Astronomical Algorithms", chapter 8).
fn easter(year: i64) -> Option<Day> {
    let (golden, century, of_century) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let shift = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - shift + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    Some(Day::from_ymd(year, 3, 22)?.plus(moon + sunday - 7 * late))
}
