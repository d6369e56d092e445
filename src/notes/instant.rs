//! Times of files: RFC 3339, in UTC.

use crate::date::Day;

const DAY: u64 = 86_400_000;

/// Milliseconds since 1970-01-01 as `2022-01-10T12:00:00.000Z`.
pub fn to_iso(millis: u64) -> String {
    let day = Day(i64::try_from(millis / DAY).unwrap_or(0));
    let rest = millis % DAY;
    let two = |n: u64| [if n < 10 { "0" } else { "" }, &n.to_string()].concat();
    let thousandths = ["00", &(rest % 1000).to_string()].concat();
    let thousandths = thousandths.get(thousandths.len() - 3..).unwrap_or_default();
    let time = [two(rest / 3_600_000), two(rest / 60_000 % 60), two(rest / 1000 % 60)].join(":");
    [day.to_string().as_str(), "T", &time, ".", thousandths, "Z"].concat()
}

/// The milliseconds since 1970-01-01 of such a time, also with an offset (`+03:00`) or none (taken as UTC), and of a
/// date alone; nothing for other text and for times before 1970.
pub fn from_iso(text: &str) -> Option<u64> {
    let day = Day::from_iso(text)?;
    let time = text.split_once(['T', 't', ' ']).map_or("", |(_, time)| time);
    let zone_at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at_checked(zone_at)?;
    let mut parts = clock.split(':').filter(|part| !part.is_empty());
    let mut whole = |most: i64| -> Option<i64> {
        let part = parts.next().unwrap_or("0").parse().ok()?;
        (0..=most).contains(&part).then_some(part)
    };
    let (hour, minute) = (whole(24)?, whole(59)?);
    let seconds = parts.next().unwrap_or("0");
    let (second, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
    let second: i64 = second.parse().ok().filter(|second| (0..=60).contains(second))?;
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    let thousandths: i64 = digits.parse().ok()?;
    let minutes = hour * 60 + minute - offset(zone)?;
    let day_millis = i64::try_from(DAY).ok()?;
    let millis = day.0.checked_mul(day_millis)? + (minutes * 60 + second) * 1000 + thousandths;
    u64::try_from(millis).ok()
}

/// Minutes that a zone is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    let (sign, rest) = match zone.chars().next() {
        None | Some('Z' | 'z') => return Some(0),
        Some('-') => (-1, zone.get(1..)?),
        Some(_) => (1, zone.get(1..)?),
    };
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    let number: i64 = digits.parse().ok()?;
    let (hours, minutes) = if digits.len() > 2 { (number / 100, number % 100) } else { (number, 0) };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}
