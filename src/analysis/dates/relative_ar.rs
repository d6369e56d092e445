//! Arabic expressions that hang on another day: «قبل نحو عام», «بعد ثلاثة أيام من الآن», «الأيام الثلاثة الماضية».

use super::lexicon::Class;
use super::node::{Node, Unit};
use super::parser::{Match, Parser};
use super::relative::{LARGEST_COUNT, found};
use super::tense::Tense;
use super::token::Gap;

/// Words between «لن» and «قبل», at most.
const DENIED: usize = 8;

impl Parser<'_> {
    /// So long before now or from now: «قبل عامين», «بعد ثلاثة أيام».
    pub(super) fn arabic_distance(&self, at: usize) -> Option<Match> {
        if let Some(later) = self.after_that(at) {
            return Some(later);
        }
        let back = self.any(at, Class::Ago) && !self.one_of(at, "قبلها قبله");
        let ahead = self.any(at, Class::Ahead) && self.one_of(at, "بعد");
        let of = self.one_of(at, "من");
        // «لن ينتهي قبل سنتين»: from now.
        if back && self.one_of(at, "قبل") && self.before_in_sentence(at, DENIED).any(|at| self.one_of(at, "لن")) {
            return None;
        }
        let led = back || ahead || of;
        let from = if led { self.skip(at + 1, Class::Approx) } else { at };
        let (unit, count, end) = self.quantity(from).filter(|_| !led || self.gap(from) < Gap::Paragraph)?;
        if !led {
            let now = self.one_of(end, "من") && self.one_of(end + 1, "الان");
            return now.then(|| found(Node::Shift { unit, by: count, weekday: None }, at, end + 2, "distance", 82));
        }
        // «قبل أسبوع واحد فقط من إصابته».
        let one = end + usize::from(count == 1 && self.one_of(end, "واحد واحده"));
        let only = one + usize::from(one > end && self.one_of(one, "فقط"));
        if one > end && self.one_of(only, "من") && !self.one_of(only + 1, "الان اليوم") {
            return None;
        }
        // «عام 2011», «شهر رمضان»: a name, not a distance.
        let named = self.digits(end).is_some_and(|it| it.gap <= Gap::Space)
            || (unit == Unit::Month && self.month(end).is_some())
            || (unit == Unit::Day && (self.weekday_name(end).is_some() || self.has(end, Class::Shift)))
            || (unit == Unit::Year && one == end && self.number(end).is_some());
        let now = usize::from(self.one_of(end, "من") && self.one_of(end + 1, "الان اليوم")) * 2;
        let without = self.one_of(end, "من") && self.one_of(end + 1, "دون غير قبل جانب");
        let measured = self.is_word(end) && self.one_of(end, "من علي الي في فقط") && now == 0 && !without;
        if named || (measured && !self.one_of(end, "في")) || (ahead && now == 0 && self.one_of(end, "في")) {
            return None;
        }
        // «يعود إلى قريته بعد ثلاثين عاماً»: years behind a bare present tell how long it was.
        let long = matches!(unit, Unit::Year | Unit::Decade | Unit::Century) && ahead && now == 0;
        if long && self.tense(at, end) == Tense::LikelyFuture && !self.alone(at, end) {
            return None;
        }
        let alone = self.alone(at, end);
        if of && !alone {
            return None;
        }
        if ahead && now == 0 && !alone && !self.looks_ahead(at, end) {
            return self.after_so_long(at, unit, count, end);
        }
        let by = if ahead { count } else { -count };
        Some(found(Node::Shift { unit, by, weekday: None }, at, end + now, "distance", 82))
    }

    /// The days, weeks or years up to now: «الأيام الثلاثة الماضية».
    pub(super) fn arabic_stretch(&self, at: usize) -> Option<Match> {
        if !self.definite(at) {
            return None;
        }
        let (unit, mut count, mut end) = match self.is(at, Class::Dual) {
            Some(dual) => (dual, 2, at + 1),
            None => (self.is(at, Class::Unit).filter(|_| self.is_plural(at))?, 0, at + 1),
        };
        if count == 0 {
            let number =
                self.number(end).filter(|number| self.definite(end) && (3..=LARGEST_COUNT).contains(&number.value))?;
            (count, end) = (number.value, number.end);
        }
        let which = self.at(end, Class::Which).filter(|which| *which != 0 && self.definite(end))?;
        let node = Node::Stretch { unit: Unit::of(unit)?, count: which.signum() * count };
        Some(found(node, at, end + 1, "stretch", 75))
    }
}
