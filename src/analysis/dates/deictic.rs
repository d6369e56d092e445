//! Yesterday, today and tomorrow, with the day of the week beside them; and what looks like them and is another time.

use super::anchored::then;
use super::lexicon::Class;
use super::node::{Fields, Node, Unit, YearRef};
use super::parser::{Match, Parser};
use super::relative::found;
use super::token::{Gap, Kind};
use crate::analysis::listed::is_listed;
use crate::text::Lang;

impl Parser<'_> {
    /// Yesterday, today, tomorrow and their neighbours, with the day of the week beside them.
    pub(super) fn shift(&self, at: usize) -> Option<Match> {
        // «Спорт-сегодня» is a paper.
        let joined = self.gap(at) == Gap::None && self.mark(at.wrapping_sub(1)) == Some('-');
        // «صباح اليوم التالي».
        let next = self.lang == Lang::Ar && self.has(at + 1, Class::Following) && self.definite(at + 1);
        if next && self.is_value(at, Class::Shift, 0) {
            let node = Node::Shift { unit: Unit::Day, by: 1, weekday: None };
            return Some(found(then(node), at, at + 2, "following-day", 70));
        }
        let other = joined || self.is_eve_of(at) || self.is_other_day(at);
        if let Some(by) = self.is(at, Class::Shift).filter(|_| !other) {
            let end = at + 1;
            let start = self.day_word_before(at);
            return Some(self.with_weekday(by, start, end, 95));
        }
        if self.lang == Lang::Ar { self.arabic_today(at) } else { None }
    }

    /// Whether «الليلة», «الغد» are another time than the coming one: «تلك الليلة», «الليلة نفسها», «أجيال الغد».
    fn is_other_day(&self, at: usize) -> bool {
        if self.lang != Lang::Ar || !self.definite_name(at) {
            return false;
        }
        let before = at.wrapping_sub(1);
        let that = self.gap(at) < Gap::Paragraph && self.one_of(before, "تلك ذلك نفس ذات كل طوال طيله");
        let night = self.one_of(at, "ليله الليله");
        let nth = self.has(at + 1, Class::Ord) && self.definite(at + 1);
        let named = nth || self.has(at + 1, Class::Same) || self.one_of(at + 1, "التي الواحده");
        // «وسُميت الليلة باسم الجسر»: she is named.
        let verb = self.fold(before).trim_start_matches(['و', 'ف']);
        let subject = self.gap(at) < Gap::Paragraph && is_listed(verb, "سميت عرفت كانت صارت بدت مرت مضت انقضت");
        (night && (that || named || subject)) || (self.is_of_people(at) && self.one_of(at, "غد الغد"))
    }

    /// Whether a word before «اليوم» or «الغد» says whose time it is: «جيل اليوم», «قادة الغد».
    fn is_of_people(&self, at: usize) -> bool {
        self.gap(at) < Gap::Paragraph
            && self.one_of(
                at.wrapping_sub(1),
                "جيل اجيال قاده بناه شباب رجال نساء اطفال علماء عالم مدن مدينه حزب تيار صحيفه جريده",
            )
    }

    /// «يوم أمس»: the word for "day" belongs to the expression, and was passed over as no date.
    fn day_word_before(&self, at: usize) -> usize {
        let day = self.lang == Lang::Ar && self.before(at, Class::Unit) == Some(0) && !self.definite(at - 1);
        at - usize::from(day)
    }

    fn with_weekday(&self, by: i64, start: usize, end: usize, confidence: u8) -> Match {
        let open = usize::from(matches!(self.mark(end), Some('(' | ',' | '،')));
        let named =
            end + open + usize::from(self.lang == Lang::Ar && open > 0 && self.at_value(end + open, Class::Unit, 0));
        let weekday = self.at(named, Class::Weekday).filter(|_| self.gap(named) <= Gap::Line);
        let (weekday, end) = match weekday.and_then(|day| u8::try_from(day).ok()) {
            Some(day) if self.mark(end) != Some('(') => (Some(day), named + 1),
            Some(day) if self.mark(named + 1) == Some(')') => (Some(day), named + 2),
            _ => (None, end),
        };
        found(Node::Shift { unit: Unit::Day, by, weekday }, start, end, "deictic", confidence)
    }

    /// «مثل هذا اليوم من عام 1974», «مثل هذا الشهر قبل خمسين عاماً», from `at` up to the year behind `next`: without a year, it
    /// is none that is known.
    pub(super) fn same_day_in_year(&self, at: usize, next: usize, day: Option<u8>) -> Option<Match> {
        let year = self.single(next + usize::from(self.one_of(next, "من في")), true)?;
        let by = match year.node {
            Node::Date(Fields { year, month: None, .. }) => year,
            Node::Whole { unit: Unit::Year, by } | Node::Shift { unit: Unit::Year, by, .. } => YearRef::By(by),
            _ => return None,
        };
        let fields = Fields { year: by, month_by: Some(0), day, ..Fields::default() };
        Some(found(Node::Date(fields), at, year.end, "deictic", 90))
    }

    /// What counts from a day that it names: "a week ago today", "two weeks from today".
    pub(super) fn counted_from_today(&self, start: usize, unit: Unit, count: i64, end: usize) -> Option<Match> {
        let today = self.word(end).ends_with("today");
        let end = end + 1 + usize::from(!today);
        let fields = Fields { year: YearRef::By(count), month_by: Some(0), day: Some(0), ..Fields::default() };
        let node = match unit {
            _ if !today && !self.one_of(end - 1, "today") => return None,
            Unit::Week => Node::Shift { unit: Unit::Day, by: 7 * count, weekday: None },
            Unit::Year => Node::Date(fields),
            _ => return None,
        };
        (self.lang == Lang::En && self.gap(end - 1) < Gap::Line).then(|| found(node, start, end, "distance", 90))
    }

    fn arabic_today(&self, at: usize) -> Option<Match> {
        let this = usize::from(self.one_of(at, "هذا"));
        let day = at + this;
        if !self.is_value(day, Class::Unit, 0) || !self.definite(day) || !self.one_of(day, "يوم") {
            return None;
        }
        let next = day + 1;
        if this == 1 && self.one_of(at.wrapping_sub(1), "مثل") {
            return self.same_day_in_year(at - 1, next, Some(0));
        }
        if self.has(next, Class::Following) && self.definite(next) {
            return Some(found(
                then(Node::Shift { unit: Unit::Day, by: 1, weekday: None }),
                at,
                next + 1,
                "following-day",
                70,
            ));
        }
        if let Some(which) = self.at(next, Class::Which).filter(|_| self.definite(next)) {
            return Some(found(Node::Shift { unit: Unit::Day, by: which, weekday: None }, at, next + 1, "deictic", 75));
        }
        let token = self.token(next).filter(|token| token.gap < Gap::Paragraph && token.kind == Kind::Word);
        let word = token.and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default();
        let adjective =
            word.starts_with("ال") && word.ends_with('ي') || matches!(word, "المفتوح" | "الواحد" | "الذي" | "الأخير");
        let ordinal = self.has(next, Class::Ord) && self.definite(next) && !self.has(next, Class::Weekday);
        let said_of_another = this == 0
            && at.checked_sub(1).is_some_and(|at| {
                self.one_of(at, "ذلك تلك في طوال طيله كل نفس بعد_ذلك") && self.gap(at + 1) < Gap::Paragraph
            });
        // «الرملة اليوم» is a paper.
        let name = at.checked_sub(2).is_some_and(|open| matches!(self.mark(open), Some('«' | '"' | '“' | '”')))
            && self.is_word(at - 1)
            && matches!(self.mark(next), Some('»' | '"' | '”' | '“'));
        if name
            || adjective
            || ordinal
            || said_of_another
            || (this == 0 && self.is_of_people(at))
            || self.has(next, Class::Same)
        {
            return None;
        }
        Some(self.with_weekday(0, at, next, 85))
    }
}
