//! What the dates of a text tell of each other, when all are found.

use super::node::{Fields, Node};
use super::tense::Tense;
use super::{Context, Finding};
use crate::date::{Day, DayRange, Edtf};

/// A day of the week without a cue takes the week of the same day named surely within so many days of publication.
const SAME_WEEKDAY_DAYS: i64 = 8;

/// A headline's bare «السبت» is the «السبت المقبل» of the text under it.
pub(super) fn follow_named_weekdays(found: &mut [Finding], context: &Context) {
    let Some(anchor) = context.published else { return };
    let is_sure = |finding: &Finding| match finding.form {
        Node::Weekday { which, week, .. } => which.is_some() || week.is_some(),
        Node::Date(Fields { day, weekday, .. }) => day.is_some() && weekday.is_some(),
        Node::Shift { weekday, .. } => weekday.is_some(),
        _ => false,
    };
    // Of each day of the week, the next one named surely.
    let mut next: [Option<Day>; 7] = [None; 7];
    for finding in found.iter_mut().rev() {
        if let Node::Weekday { day, which: None, week: None } = finding.form {
            let twin = next.get(usize::from(day)).copied().flatten();
            if let Some(twin) = twin.filter(|_| finding.tense == Tense::Open) {
                finding.edtf = Some(Edtf::of_day(twin));
                finding.timex3 = twin.to_string();
                finding.range = DayRange::new(twin, twin.plus(1));
            }
        } else if is_sure(finding)
            && let Some(sure) = finding.range.from.filter(|sure| (sure.0 - anchor.0).abs() <= SAME_WEEKDAY_DAYS)
            && let Some(slot) = next.get_mut(usize::from(sure.weekday().index()))
        {
            *slot = Some(sure);
        }
    }
}

/// What may stand between a date and the same one in the other calendar, in bytes: «الموافق», a bracket.
const MATCH_REACH: usize = 30;

/// Compares Hijri and Gregorian days that stand for each other.
pub(super) fn compare_calendars(found: &mut [Finding], text: &str) {
    for at in 1..found.len() {
        let Some([first, second]) = found.get_mut(at - 1..=at) else { continue };
        let between = text.get(first.span.end.0..second.span.start.0).unwrap_or_default();
        let words = between.trim();
        let matched = between.len() <= MATCH_REACH
            && (words.contains("موافق")
                || words.contains("يوافق")
                || words.contains("مصادف")
                || matches!(words, "(" | "/" | "-" | "،" | "ـ"));
        let day = |finding: &Finding| finding.edtf.as_ref().and_then(Edtf::single_day);
        if first.calendar == second.calendar || !matched {
            continue;
        }
        if let (Some(one), Some(other)) = (day(first), day(second))
            && one != other
        {
            let apart = Some((one.0 - other.0).abs());
            first.issues.calendars = apart;
            second.issues.calendars = apart;
        }
    }
}
