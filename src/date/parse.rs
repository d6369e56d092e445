//! Reading EDTF.

use super::day::days_in_month;
use super::edtf::{Bound, Choice, Clock, Date, Edtf, Part, Qualifier, Season, Year, Zone};
use std::fmt;
use std::str::FromStr;

/// Why a text is no EDTF value that Siyaq reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdtfError {
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    NotEdtf,
    NoSuchDay,
    Backwards,
}

impl EdtfError {
    /// Whether it is written as EDTF, and names a day or month that no calendar has.
    pub fn is_no_such_day(&self) -> bool {
        self.kind == Kind::NoSuchDay
    }

    /// Whether it ends before it begins.
    pub fn is_backwards(&self) -> bool {
        self.kind == Kind::Backwards
    }
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            Kind::NotEdtf => {
                "not an EDTF date (2022-01-10, 2022-01, 2022-01-05~, 2022-01-02/.., [2022-01-02..2022-01-07], …)"
            }
            Kind::NoSuchDay => "there is no such day in the calendar",
            Kind::Backwards => "it ends before it begins",
        })
    }
}

impl std::error::Error for EdtfError {}

const NOT_EDTF: EdtfError = EdtfError { kind: Kind::NotEdtf };

/// The longest value that is read: a set of some dozens of dates. Longer ones are not dates of a news event.
const LONGEST: usize = 400;

/// The furthest that any place's clocks are from UTC, in minutes: those of Kiribati's Line Islands.
const FURTHEST_SHIFT: i16 = 14 * 60;

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        if text.len() > LONGEST {
            return Err(NOT_EDTF);
        }
        let value = if let Some(members) = text.strip_prefix('[') {
            one_of(members.strip_suffix(']').ok_or(NOT_EDTF)?)?
        } else if let Some((start, end)) = text.split_once('/') {
            interval(start, end)?
        } else {
            Self::Date(date(text)?)
        };
        let range = value.range();
        match (range.from, range.to) {
            (Some(from), Some(to)) if from >= to => Err(EdtfError { kind: Kind::Backwards }),
            _ => Ok(value),
        }
    }
}

fn interval(start: &str, end: &str) -> Result<Edtf, EdtfError> {
    let value = Edtf::Interval(bound(start)?, bound(end)?);
    match &value {
        Edtf::Interval(Bound::Date(_), _) | Edtf::Interval(_, Bound::Date(_)) => Ok(value),
        _ => Err(NOT_EDTF),
    }
}

fn bound(text: &str) -> Result<Bound, EdtfError> {
    match text {
        "" => Ok(Bound::Unknown),
        ".." => Ok(Bound::Open),
        text => date(text).map(Bound::Date),
    }
}

fn one_of(members: &str) -> Result<Edtf, EdtfError> {
    members.split(',').map(|member| choice(member.trim())).collect::<Result<_, _>>().map(Edtf::OneOf)
}

fn choice(text: &str) -> Result<Choice, EdtfError> {
    let Some((from, to)) = text.split_once("..") else {
        return date(text).map(Choice::Date);
    };
    let end = |text: &str| if text.is_empty() { Ok(None) } else { date(text).map(Some) };
    match (end(from)?, end(to)?) {
        (None, None) => Err(NOT_EDTF),
        (Some(from), Some(to)) if from.range().from >= to.range().to => Err(EdtfError { kind: Kind::Backwards }),
        (from, to) => Ok(Choice::Range(from, to)),
    }
}

fn date(text: &str) -> Result<Date, EdtfError> {
    let (body, qualifier) = qualifier(text);
    let (body, clock) = match body.split_once('T') {
        Some((day, time)) => (day, Some(clock(time)?)),
        None => (body, None),
    };
    let (sign, digits) = body.strip_prefix('-').map_or((1, body), |rest| (-1, rest));
    if let Some(long) = digits.strip_prefix('Y') {
        return long_year(long, sign, clock, qualifier);
    }
    let mut fields = digits.split('-');
    let year = year(fields.next().unwrap_or_default(), sign)?;
    let below = (fields.next(), fields.next(), fields.next());
    let part = part(year, below)?;
    match (part, clock) {
        (part, None) => Ok(Date { year, part, qualifier }),
        (Part::Day(month, day), Some(clock)) => Ok(Date { year, part: Part::Moment(month, day, clock), qualifier }),
        _ => Err(NOT_EDTF),
    }
}

fn qualifier(text: &str) -> (&str, Qualifier) {
    [("?", Qualifier::Uncertain), ("~", Qualifier::Approximate), ("%", Qualifier::Both)]
        .into_iter()
        .find_map(|(sign, qualifier)| Some((text.strip_suffix(sign)?, qualifier)))
        .unwrap_or((text, Qualifier::Sure))
}

/// `Y170000002`, `Y-17000`: at least five digits, and no more than days can be counted in.
fn long_year(text: &str, sign: i64, clock: Option<Clock>, qualifier: Qualifier) -> Result<Date, EdtfError> {
    let (inner, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let plain = (5..=12).contains(&digits.len()) && all_digits(digits) && sign == 1 && clock.is_none();
    let year = digits.parse::<i64>().ok().filter(|_| plain).ok_or(NOT_EDTF)?;
    Ok(Date { year: Year::Known(inner * year), part: Part::Whole, qualifier })
}

fn year(text: &str, sign: i64) -> Result<Year, EdtfError> {
    let known = text.trim_end_matches('X');
    let unknown = text.len() - known.len();
    let fits = text.len() == 4 && unknown < 4 && all_digits(known);
    let digits: i64 = known.parse().ok().filter(|_| fits).ok_or(NOT_EDTF)?;
    match (u8::try_from(unknown), sign) {
        // ISO 8601 knows a year 0, and no other of the same.
        (Ok(0), -1) if digits == 0 => Err(NOT_EDTF),
        (Ok(0), sign) => Ok(Year::Known(sign * digits)),
        (Ok(unknown), 1) => Ok(Year::Open { digits, unknown }),
        _ => Err(NOT_EDTF),
    }
}

fn part(year: Year, below: (Option<&str>, Option<&str>, Option<&str>)) -> Result<Part, EdtfError> {
    let known = match year {
        Year::Known(year) => year,
        Year::Open { .. } if below == (None, None, None) => return Ok(Part::Whole),
        Year::Open { .. } => return Err(NOT_EDTF),
    };
    match below {
        (None, ..) => Ok(Part::Whole),
        (Some("XX"), None, _) => Ok(Part::SomeMonth),
        (Some("XX"), Some("XX"), None) => Ok(Part::SomeDayOfYear),
        (Some(month), None, _) => month_or_season(two_digits(month)?),
        (Some(month), Some(day), None) => {
            let month = calendar_month(two_digits(month)?)?;
            if day == "XX" {
                return Ok(Part::SomeDay(month));
            }
            match two_digits(day)? {
                0 => Err(EdtfError { kind: Kind::NoSuchDay }),
                day if day > days_in_month(known, month) => Err(EdtfError { kind: Kind::NoSuchDay }),
                day => Ok(Part::Day(month, day)),
            }
        }
        _ => Err(NOT_EDTF),
    }
}

fn calendar_month(number: u8) -> Result<u8, EdtfError> {
    if (1..=12).contains(&number) { Ok(number) } else { Err(EdtfError { kind: Kind::NoSuchDay }) }
}

fn month_or_season(number: u8) -> Result<Part, EdtfError> {
    match number {
        21 => Ok(Part::Season(Season::Spring)),
        22 => Ok(Part::Season(Season::Summer)),
        23 => Ok(Part::Season(Season::Autumn)),
        24 => Ok(Part::Season(Season::Winter)),
        33..=36 => Ok(Part::Quarter(number - 32)),
        number => calendar_month(number).map(Part::Month),
    }
}

/// `09:30:00`, with `Z` or a shift behind it.
fn clock(text: &str) -> Result<Clock, EdtfError> {
    let at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (time, zone) = text.split_at_checked(at).ok_or(NOT_EDTF)?;
    let mut fields = time.split(':').map(two_digits);
    let mut field = |limit: u8| match fields.next() {
        Some(Ok(value)) if value <= limit => Ok(value),
        _ => Err(NOT_EDTF),
    };
    let (hour, minute, second) = (field(24)?, field(59)?, field(59)?);
    if fields.next().is_some() || (hour == 24 && (minute, second) != (0, 0)) {
        return Err(NOT_EDTF);
    }
    Ok(Clock { hour, minute, second, zone: zone_of(zone)? })
}

fn zone_of(text: &str) -> Result<Zone, EdtfError> {
    let (sign, shift) = match text.split_at_checked(1) {
        None => return Ok(Zone::Local),
        Some(("Z", "")) => return Ok(Zone::Utc),
        Some(("+", shift)) => (1, shift),
        Some(("-", shift)) => (-1, shift),
        Some(_) => return Err(NOT_EDTF),
    };
    let (hours, minutes) = shift.split_once(':').unwrap_or((shift, "00"));
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    let shift = i16::from(hours) * 60 + i16::from(minutes);
    if minutes > 59 || shift > FURTHEST_SHIFT {
        return Err(NOT_EDTF);
    }
    Ok(Zone::Shift(sign * shift))
}

fn two_digits(text: &str) -> Result<u8, EdtfError> {
    if text.len() == 2 && all_digits(text) { text.parse().map_err(|_| NOT_EDTF) } else { Err(NOT_EDTF) }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
