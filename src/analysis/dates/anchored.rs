//! Expressions that hang on the date told before, or on the one beside them: "the following day", "two days later",
//! "the night before", "the previous Friday", "the day after Christmas", "the week of May 8".

use super::lexicon::Class;
use super::node::{Edge, Fields, Node, Unit, YearRef};
use super::parser::{Match, Parser};
use super::period::season_of;
use super::relative::found;
use super::tense::Tense;
use super::token::Gap;
use crate::text::Lang;

/// The parts of a day, as units in the lexicon.
const PART_OF_DAY: i64 = 14;

/// A node read on the day told last.
pub(super) fn then(node: Node) -> Node {
    Node::Then { node: Box::new(node), of: None }
}

impl Parser<'_> {
    /// An expression counted from another date than the day of publication.
    pub(super) fn anchored(&self, at: usize) -> Option<Match> {
        let from = self.skip_the(at);
        let adjacent = self.adjacent_day(at, from);
        if adjacent.is_some() {
            return adjacent;
        }
        if self.lang != Lang::En {
            return self.same_period(at).or_else(|| self.preceding(at)).or_else(|| self.ending_in_arabic(at));
        }
        if self.one_of(at, "that") {
            return self.of_that_year(at);
        }
        self.end_of_this(at).or_else(|| self.ending(at)).or_else(|| self.anchored_in_english(at, from))
    }

    /// "two days later", "the week before last", "the year before", "the week of May 8", "two days before Christmas".
    fn anchored_in_english(&self, at: usize, from: usize) -> Option<Match> {
        let (unit, count, end) = if from > at {
            let unit = self.at(from, Class::Unit).filter(|unit| !self.is_plural(from) || *unit == 8)?;
            (Unit::of(if unit == PART_OF_DAY { 0 } else { unit })?, 1, from + 1)
        } else {
            self.quantity(at)?
        };
        if from == at && self.one_of(end, "later earlier") {
            return self.later_in_english(at, unit, count, end);
        }
        let named = from > at && matches!(unit, Unit::Month | Unit::Year);
        if !(named || matches!(unit, Unit::Day | Unit::Week | Unit::Weekend)) || self.gap(end) >= Gap::Paragraph {
            return None;
        }
        // "the week before last".
        let beyond = match (self.fold(end), self.fold(end + 1)) {
            ("before", "last") => -2,
            ("after", "next") => 2,
            _ => 0,
        };
        if beyond != 0 && from > at && unit != Unit::Day {
            return Some(found(Node::Whole { unit, by: beyond }, at, end + 2, "which-unit", 88));
        }
        if from > at && self.one_of(end, "of beginning starting ending") && unit != Unit::Day {
            return self.around(at, unit, end);
        }
        let by = match self.fold(end) {
            "after" => count,
            "before" => -count,
            _ => return None,
        };
        let node = match unit {
            Unit::Day => Node::Shift { unit, by, weekday: None },
            _ if from > at => Node::Whole { unit, by },
            _ => Node::Shift { unit, by, weekday: None },
        };
        let end = end + 1;
        // "two days before Christmas".
        if let Some(feast) =
            self.feast(end).filter(|_| self.gap(end) < Gap::Paragraph && self.one_of(end - 1, "before after"))
        {
            let node = Node::Then { node: Box::new(node), of: Some(Box::new(feast.node)) };
            return Some(found(node, at, feast.end, "anchored", 80));
        }
        let over = !self.is_word(end) || self.one_of(end, "and but in at when with");
        over.then(|| found(then(node), at, end, "anchored", 70))
    }

    /// «الفترة نفسها من العام الماضي», «بالفترة المماثلة من 2018», «الربع نفسه من العام السابق».
    fn same_period(&self, at: usize) -> Option<Match> {
        if !(self.definite(at) && self.at(at, Class::Unit).is_some_and(|unit| matches!(unit, 2..=4 | 12))) {
            return None;
        }
        let same = self.has(at + 1, Class::Same) || self.one_of(at + 1, "المماثله المقابله");
        // «بنفس الفترة من السنة الماضية».
        let led = self.one_of(at.wrapping_sub(1), "نفس بنفس لنفس ونفس ذات بذات");
        let behind = at + 1 + usize::from(same);
        let (year, end) = self.year_of_period(behind).filter(|_| same || led)?;
        let (year, end) = self.year_before(end).map_or((year, end), |end| (YearRef::Same(-1), end));
        Some(found(Node::Again { year }, at, end, "same-period", 85))
    }

    /// «مقارنة بالعام الذي سبقه».
    fn preceding(&self, at: usize) -> Option<Match> {
        let unit = self.at(at, Class::Unit).filter(|unit| self.definite(at) && matches!(unit, 2 | 5))?;
        let end = self.year_before(at + 1)?;
        Some(found(then(Node::Whole { unit: Unit::of(unit)?, by: -1 }), at, end, "which-unit", 80))
    }

    /// Behind «الذي سبقه», which says that the year before it is that before the one told.
    fn year_before(&self, at: usize) -> Option<usize> {
        const PRECEDED: &str = "سبقه سبقها سبقته سبقتها قبله قبلها";
        (matches!(self.word(at), "الذي" | "التي") && self.one_of(at + 1, PRECEDED)).then_some(at + 2)
    }

    /// "the next day", "the previous night", «на следующий день».
    fn adjacent_day(&self, at: usize, from: usize) -> Option<Match> {
        // «похоронят в тот же день».
        let same = self.lang == Lang::Ru && self.has(at, Class::Same) && self.one_of(at + 1, "день вечер");
        if same && self.one_of(at.wrapping_sub(1), "в") {
            let node = Node::Shift { unit: Unit::Day, by: 0, weekday: None };
            return Some(found(then(node), at, at + 2, "following-day", 70));
        }
        let following = self.any(from, Class::Following);
        let previous = self.lang == Lang::En && self.one_of(from, "previous preceding");
        let unit = self.at(from + 1, Class::Unit).filter(|_| following || previous)?;
        let introduced = from > at || self.one_of(at.wrapping_sub(1), "на в");
        let singular = unit == PART_OF_DAY || self.one_of(from + 1, "day день");
        let by = if following { 1 } else { -1 };
        let node = Node::Shift { unit: Unit::Day, by, weekday: None };
        (introduced && singular && matches!(unit, 0 | PART_OF_DAY))
            .then(|| found(then(node), at, from + 2, "following-day", 70))
    }

    /// "by year’s end", "at month’s end".
    fn end_of_this(&self, at: usize) -> Option<Match> {
        let unit = self.is(at, Class::Unit).filter(|_| self.one_of(at, "year month"))?;
        let owns = matches!(self.mark(at + 1), Some('\'' | '’')) && self.one_of(at + 2, "s");
        let of = Box::new(Node::Whole { unit: Unit::of(unit)?, by: 0 });
        (owns && self.one_of(at + 3, "end")).then(|| found(Node::Edge { edge: Edge::Last, of }, at, at + 4, "edge", 85))
    }

    /// "the three months to September 30", "the year ended 31 March".
    fn ending(&self, at: usize) -> Option<Match> {
        let from = self.skip_the(at);
        let (unit, count, link) = match self.at(from, Class::Unit) {
            Some(5) if from > at && !self.is_plural(from) => (Unit::Year, 1, from + 1),
            Some(3) if from > at && !self.is_plural(from) => (Unit::Quarter, 1, from + 1),
            _ => self.quantity(from)?,
        };
        let (unit, count) = match unit {
            Unit::Quarter => (Unit::Month, 3 * count),
            Unit::Week | Unit::Month | Unit::Year => (unit, count),
            _ => return None,
        };
        let day = link + 1;
        if !self.one_of(link, "to ended ending through") || self.gap(day) >= Gap::Paragraph {
            return None;
        }
        // "The 12 months to the end of June", "the quarter to end-December".
        let end = self.skip_the(day);
        let day = match self.fold(end + 1) {
            _ if !self.one_of(end, "end") => day,
            "of" => end + 2,
            _ => end + 1 + usize::from(self.mark(end + 1) == Some('-')),
        };
        let of = self.calendar_date(day).or_else(|| self.month_alone(day, true))?;
        Some(found(Node::UpTo { unit, count, of: Box::new(of.node) }, at, of.end, "part", 88))
    }

    /// «الأشهر التسعة المنتهية في 30 سبتمبر», «السنة المالية المنتهية في 31 مارس», «الربع المنتهي في يونيو».
    fn ending_in_arabic(&self, at: usize) -> Option<Match> {
        let unit = self.is(at, Class::Unit).filter(|_| self.definite(at))?;
        let (count, link) = match unit {
            1 | 2 => {
                let number = self.number(at + 1).filter(|number| self.definite(at + 1) && !number.ordinal)?;
                (number.value, number.end)
            }
            3 => (3, at + 1),
            4 => (6, at + 1),
            5 => (1, at + 1 + usize::from(self.is_kind_of_year(at + 1))),
            _ => return None,
        };
        let unit = if matches!(unit, 3 | 4) { Unit::Month } else { Unit::of(unit)? };
        if !self.one_of(link, "المنتهي المنتهيه") || self.gap(link) >= Gap::Paragraph {
            return None;
        }
        let day = link + 1 + usize::from(self.one_of(link + 1, "في"));
        let day = day + usize::from(self.one_of(day, "نهايه ختام"));
        let of =
            self.calendar_date(day).or_else(|| self.month_alone(day, true)).filter(|_| self.gap(day) < Gap::Line)?;
        Some(found(Node::UpTo { unit, count, of: Box::new(of.node) }, at, of.end, "part", 88))
    }

    /// "that summer", "that August".
    fn of_that_year(&self, at: usize) -> Option<Match> {
        let weak = self.at(at + 1, Class::WeakMonth).filter(|_| self.capital(at + 1) && !self.capital(at + 2));
        let month = self.at(at + 1, Class::Month).or(weak).and_then(|month| u8::try_from(month).ok());
        let season = self.at(at + 1, Class::Season);
        // "prices that fall in": a verb.
        let over = !self.is_word(at + 2) || self.one_of(at + 2, "and but when the he she it they");
        if month.is_none() && !(season.is_some() && over) {
            return None;
        }
        let fields = Fields { year: YearRef::Same(0), month, season: season.map(season_of), ..Fields::default() };
        Some(found(then(Node::Date(fields)), at, at + 2, "anchored", 75))
    }

    /// "the week of May 8", "the week ending 8 May": whole, as that of the day.
    fn around(&self, at: usize, unit: Unit, link: usize) -> Option<Match> {
        let day = self.calendar_date(link + 1).filter(|_| self.gap(link + 1) < Gap::Paragraph)?;
        day.node.fields().filter(|fields| fields.day.is_some())?;
        let node = Node::Then { node: Box::new(Node::Whole { unit, by: 0 }), of: Some(Box::new(day.node)) };
        Some(found(node, at, day.end, "anchored", 80))
    }

    /// "the previous Friday", "the following spring": on the date told last.
    pub(super) fn anchor_which(&self, read: Match) -> Match {
        let from = self.skip_the(read.start);
        // «На следующий год лён встал стеной»: what has been is counted from what was told.
        let next = self.lang == Lang::Ru && self.one_of(from, "следующий следующую следующее");
        if next && self.one_of(from.wrapping_sub(1), "на") && matches!(read.node, Node::Whole { .. }) {
            let been = self.tense(read.start, read.end) == Tense::Past;
            return if been { Match { node: then(read.node), ..read } } else { read };
        }
        if self.lang == Lang::Ar {
            // «مقابل 262 مليوناً في العام السابق»: the one before that just told.
            let whole = matches!(read.node, Node::Whole { unit: Unit::Month | Unit::Year, .. });
            if whole && self.one_of(read.end - 1, "سابق سابقه") {
                return Match { node: then(read.node), ..read };
            }
            let next = self.has(read.end - 1, Class::Following) && self.definite(read.end - 1);
            let of_month = read.node.fields().is_some_and(|fields| fields.month.is_some() && fields.which == Some(1));
            return if next && of_month { Match { node: then(read.node), ..read } } else { read };
        }
        if self.lang != Lang::En || !self.one_of(from, "following previous preceding") {
            return read;
        }
        let node = match read.node {
            Node::Weekday { day, which: Some(which), .. } => Node::Fridays { day, count: which.signum() },
            Node::Whole { .. } => read.node,
            Node::Date(fields) if fields.which.is_some() => read.node,
            _ => return read,
        };
        Match { node: then(node), ..read }
    }
}
