//! What a date stands with: another in apposition to it («завтра, 10 апреля»), and ranges and lists of two
//! ("March 5–7", «بين 8 و10 كانون الأول», «с 2 по 22 ноября»).

use super::lexicon::Class;
use super::node::{Fields, Node, Unit, YearRef, kind_of};
use super::parser::{Match, Parser};
use super::token::{Gap, Kind};
use crate::text::Lang;

/// How many days may be listed before one month: «5, 6 и 7 мая».
const LONGEST_LIST: usize = 6;

/// What joins two dates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Dash,
    To,
    And,
}

impl Parser<'_> {
    /// A date right behind a day of the week or a deictic says which day that is.
    pub(super) fn apposed(&self, first: Match) -> Match {
        let weekday = match first.node {
            Node::Weekday { day, which, week: None } if which.is_none_or(|which| which == 0) => Some(day),
            Node::Weekday { day, .. } => Some(day),
            Node::Shift { weekday, .. } => weekday,
            Node::Date(fields) if fields.day.is_some() && fields.weekday.is_none() => {
                return self.weekday_behind(first, fields);
            }
            _ => return first,
        };
        let mut next = self.skip_comma(first.end);
        if self.lang == Lang::Ar && self.one_of(next, "في") {
            next += 1;
        }
        if self.gap(next) > Gap::Line {
            return first;
        }
        let bare_day = || {
            let named = matches!(first.node, Node::Weekday { .. });
            if named { self.day_of_weekday(next, next > first.end) } else { None }
        };
        let Some(date) = self.numeric(next).or_else(|| self.calendar_date(next)).or_else(bare_day) else {
            return first;
        };
        let Some(fields) = date.node.fields().filter(|fields| fields.day.is_some()) else { return first };
        let node = Node::Date(Fields { weekday, ..*fields });
        Match { node, end: date.end, rule: "weekday-date", confidence: date.confidence.max(90), ..first }
    }

    /// "Jul 18, Fri": only where nothing else goes on behind it.
    fn weekday_behind(&self, first: Match, fields: Fields) -> Match {
        let comma = self.skip_comma(first.end);
        let open = comma + usize::from(self.mark(first.end) == Some('('));
        if open == first.end || self.gap(open) > Gap::Space {
            return first;
        }
        match self.weekday_name(open) {
            Some((day, _, end)) if !self.is_word(end) && self.mark(first.end) != Some('(') => {
                Match { node: Node::Date(Fields { weekday: Some(day), ..fields }), end, ..first }
            }
            Some((day, _, end)) if self.mark(end) == Some(')') => {
                Match { node: Node::Date(Fields { weekday: Some(day), ..fields }), end: end + 1, ..first }
            }
            _ => first,
        }
    }

    /// "the 22nd", where it goes on like a day: "on the 22nd it was".
    pub(super) fn day_alone(&self, at: usize) -> Option<Match> {
        if self.lang == Lang::Ar {
            return self.arabic_day_alone(at);
        }
        let found = self.day_with_suffix(at)?;
        let introduced = self.one_of(at.wrapping_sub(1), "on by until from since") && self.gap(at) < Gap::Paragraph;
        let free = !self.is_word(found.end) || self.any(found.end, Class::Light) || self.has(found.end, Class::Future);
        (introduced && free || self.alone(at, found.end)).then_some(found)
    }

    /// «يوم 27», where nothing is counted.
    fn arabic_day_alone(&self, at: usize) -> Option<Match> {
        let number =
            self.digits(at + 1).filter(|it| it.digits <= 2 && (1..=31).contains(&it.value) && it.gap == Gap::Space)?;
        let named = self.is_value(at, Class::Unit, 0) && self.one_of(at, "يوم") && !self.definite(at);
        let free = !self.is_word(at + 2) || self.one_of(at + 2, "من في و");
        let node = Node::Date(Fields { day: u8::try_from(number.value).ok(), ..Fields::default() });
        let touching = self.gap(at + 2) == Gap::None
            && !matches!(self.mark(at + 2), None | Some('.' | '،' | ',' | '!' | ')' | '»' | '"'));
        (named && free && !touching).then_some(Match { node, start: at, end: at + 2, rule: "day", confidence: 55 })
    }

    pub(super) fn day_with_suffix(&self, at: usize) -> Option<Match> {
        let from = self.skip_the(at);
        let number = self.number(from).filter(|number| number.ordinal && number.digits > 0 && self.lang == Lang::En)?;
        let day = u8::try_from(number.value).ok().filter(|day| (1..=31).contains(day))?;
        let node = Node::Date(Fields { day: Some(day), ..Fields::default() });
        Some(Match { node, start: at, end: number.end, rule: "day", confidence: 70 })
    }

    /// What joins two dates at a token, and where the second begins.
    fn join(&self, at: usize, start: usize) -> Option<(Join, usize)> {
        if self.gap(at) == Gap::Paragraph {
            return None;
        }
        if let Some('-' | '–' | '—' | '\u{2010}' | '\u{2011}' | '−') = self.mark(at) {
            // «январь--июнь».
            let next = at + 1 + usize::from(self.mark(at + 1) == Some('-') && self.gap(at + 1) == Gap::None);
            let even = (self.gap(at) == Gap::None) == (self.gap(next) == Gap::None);
            return even.then_some((Join::Dash, next));
        }
        // «в ночь с 5 на 6 апреля».
        let overnight =
            self.one_of(at, "на") && start.checked_sub(1).is_some_and(|before| self.any(before, Class::From));
        if overnight {
            return Some((Join::To, at + 1));
        }
        if self.has(at, Class::To) {
            let from = start.checked_sub(1).is_some_and(|before| self.any(before, Class::From));
            let needs_from = self.one_of(at, "до until till");
            return (from || !needs_from).then_some((Join::To, at + 1));
        }
        if self.has(at, Class::And) || (self.lang == Lang::Ar && self.one_of(at, "و")) {
            return Some((Join::And, at + 1));
        }
        self.token(at).filter(|token| token.and).map(|_| (Join::And, at))
    }

    fn between(&self, start: usize) -> bool {
        start.checked_sub(1).is_some_and(|before| self.any(before, Class::Between))
    }

    /// A range that begins with `first`.
    pub(super) fn ranged(&self, at: usize, first: &Match) -> Option<Match> {
        let fields = first.node.fields();
        // "Between Dec. 15, 2021, and Jan. 20, 2022".
        let whole = fields.is_some_and(|it| it.day.is_some() && matches!(it.year, YearRef::Known(_)));
        let led = self.lang == Lang::En && whole && (self.between(at) || self.any(at.wrapping_sub(1), Class::From));
        // «с пятницы, 11 сентября, по воскресенье, 13-е».
        let led = led
            || self.lang == Lang::Ru && self.one_of(first.end + 1, "по") && self.any(at.wrapping_sub(1), Class::From);
        let (join, next) = self.join(if led { self.skip_comma(first.end) } else { first.end }, at)?;
        // «Перенесли с октября на ноябрь», "moved from 5 May to 12 June": two days of one thing.
        if join == Join::To && self.one_of(first.end, "на to الي") && self.is_moved_from(at) {
            return None;
        }
        let next = next + usize::from(self.lang == Lang::Ar && self.one_of(next, "في من") && join == Join::To);
        // "March 5–7": the month is said once, before.
        let short_day = fields
            .filter(|it| it.day.is_some() && it.month.is_some() && self.lang == Lang::En && it.year == YearRef::None);
        if let Some(short) = short_day
            && (short.which.is_some() || self.month(at).is_some())
            && let Some((day, end)) = self.day(next)
            && self.month(end).is_none()
            && day > short.day.unwrap_or(31)
        {
            let mut to = Fields { day: Some(day), weekday: None, ..*short };
            let end = self.month_tail(end, &mut to);
            let from = Fields { year: to.year, ..*short };
            return Some(range(first, Node::Date(from), Node::Date(to), end));
        }
        let second = self.apposed(self.second(next, first)?);
        let same_kind = kind_of(&first.node) == kind_of(&second.node);
        let dates = fields.is_some() && second.node.fields().is_some();
        let centuries = matches!((&first.node, &second.node), (Node::Century { .. }, Node::Century { .. }));
        let fits = match join {
            Join::And if self.between(at) => same_kind || dates,
            Join::And => same_kind && (Self::months_in_a_row(first, &second) || self.days_in_a_row(at, first, &second)),
            Join::Dash => same_kind && dates || centuries,
            Join::To => same_kind || (dates && self.any(at.wrapping_sub(1), Class::From)),
        };
        let from = match (&first.node, &second.node) {
            // «من الاثنين إلى الأربعاء المقبلين» says it of both.
            (&Node::Weekday { day, which: None, week: None }, &Node::Weekday { which, .. })
                if self.lang == Lang::Ar && self.fold(second.end - 1).ends_with("ين") =>
            {
                Node::Weekday { day, which, week: None }
            }
            // «в III–I веках до н. э.».
            (&Node::Century { number: number @ 1.. }, &Node::Century { number: ..=-1 }) => {
                Node::Century { number: -number }
            }
            (node, _) => node.clone(),
        };
        fits.then(|| range(first, from, second.node, second.end))
    }

    /// The second date of a range: what stands before it has already said that it is one.
    fn second(&self, at: usize, first: &Match) -> Option<Match> {
        if self.gap(at) == Gap::Paragraph {
            return None;
        }
        let month = first.node.fields().is_some_and(|it| it.month.is_some() && it.day.is_none());
        let year = first.node.fields().is_some_and(|it| it.month.is_none() && it.year != YearRef::None);
        self.single(at, month || year).or_else(|| {
            // «شعبان حتى صفر»: names that would need a preposition.
            month.then(|| self.month_alone(at, true)).flatten()
        })
    }

    /// "September and October": two bare months, the second right after the first.
    fn months_in_a_row(first: &Match, second: &Match) -> bool {
        let month = |found: &Match| {
            found.node.fields().filter(|it| it.day.is_none() && it.which.is_none()).and_then(|it| it.month)
        };
        match (month(first), month(second)) {
            (Some(first), Some(second)) => first % 12 + 1 == second,
            _ => false,
        }
    }

    /// "Friday and Saturday", «сегодня и завтра», «اليوم وغدا», and no more of them.
    fn days_in_a_row(&self, at: usize, first: &Match, second: &Match) -> bool {
        let listed = matches!(self.mark(at.wrapping_sub(1)), Some(',' | '،'));
        !listed
            && match (&first.node, &second.node) {
                (
                    Node::Weekday { day, which: None, week: None },
                    Node::Weekday { day: next, which: None, week: None },
                ) => (day + 1) % 7 == *next,
                (
                    Node::Shift { unit: Unit::Day, by, weekday: None },
                    Node::Shift { unit: Unit::Day, by: next, weekday: None },
                ) => by + 1 == *next,
                _ => false,
            }
    }

    /// Days before one month: «2 по 22 ноября», «19 و21 مايو», «5, 6 и 7 мая», "5 to 9 May".
    pub(super) fn day_list(&self, at: usize) -> Option<Match> {
        let lead = usize::from(self.lang == Lang::Ar && self.is_value(at, Class::Unit, 0) && !self.definite(at));
        let (first, mut end) = self.day(at + lead).filter(|_| lead == 0 || self.gap(at + lead) < Gap::Paragraph)?;
        let mut last = first;
        for _ in 0..LONGEST_LIST {
            let comma = self.skip_comma(end);
            let next = match self.join(end, at) {
                Some((_, next)) => next,
                None if comma > end => comma,
                None => return None,
            };
            let (day, after) = self.day(next).filter(|_| self.gap(next) < Gap::Paragraph)?;
            if day <= last {
                return None;
            }
            if let Some((fields, end)) = self.day_month(next) {
                if fields.day != Some(day) || fields.same_month || self.before(at, Class::Place) == Some(0) {
                    return None;
                }
                let from = Node::Date(Fields { day: Some(first), ..fields });
                let confidence = 93;
                let node = Node::Range(Box::new(from), Box::new(Node::Date(fields)));
                return Some(Match { node, start: at, end, rule: "range", confidence });
            }
            (last, end) = (day, after);
        }
        None
    }

    /// «2014–2015 годах», «عامي 2003 و2005», "1985 through 1995", "2015–16".
    pub(super) fn year_range(&self, at: usize) -> Option<Match> {
        // «العامين 2021 و2022».
        let two = self.is_value(at, Class::Dual, 5);
        let lead = usize::from(self.lang != Lang::Ru && (two || self.is_value(at, Class::Unit, 5)));
        let from =
            self.digits(at + lead).filter(|it| it.digits == 4 && !it.grouped && (1000..=2100).contains(&it.value))?;
        if !self.stands_free(at + lead) || (lead > 0 && from.gap == Gap::Paragraph) {
            return None;
        }
        let first_end = self.skip_year_unit(at + lead + 1);
        let slash = matches!(self.mark(first_end), Some('/')) && self.gap(first_end) == Gap::None;
        let (join, next) = if slash { (Join::Dash, first_end + 1) } else { self.join(first_end, at)? };
        let next = if join == Join::Dash { next } else { self.skip_year_word(next) };
        let second = self.digits(next).filter(|it| !it.grouped && it.gap < Gap::Paragraph)?;
        let to = match second.digits {
            4 => second.value,
            2 if join == Join::Dash && second.gap == Gap::None => from.value / 100 * 100 + second.value,
            _ => return None,
        };
        let suffix = self.number(next).map_or(next + 1, |number| number.end);
        let end = self.skip_year_unit(suffix);
        let counted = self.has(end, Class::Counted)
            || matches!(self.mark(end), Some('%' | '٪' | '/'))
            || (matches!(self.mark(end), Some('-' | '.'))
                && self.gap(end + 1) == Gap::None
                && self.digits(end + 1).is_some())
            || self.token(end).is_some_and(|it| {
                it.kind == Kind::Word
                    && self
                        .text
                        .get(it.start..it.end)
                        .is_some_and(|word| word.ends_with('\u{64B}') || word.ends_with("ًا"))
            });
        let unit = lead > 0 || end > suffix || first_end > at + 1;
        let introduced =
            self.preceded(at, Class::In) || self.preceded(at, Class::From) || self.preceded(at, Class::Yearly);
        let fits = match join {
            Join::Dash => {
                to - from.value < 200 && (unit || introduced || (from.value >= 1700 && !self.plural_follows(end)))
            }
            Join::To => unit || introduced,
            Join::And => {
                self.between(at)
                    || (end > suffix && to == from.value + 1)
                    || (lead > 0 && (two || !self.one_of(at, "عام") && !self.definite(at)))
            }
        };
        let node = |year| Node::Date(Fields { year: YearRef::Known(year), ..Fields::default() });
        let whole = Node::Range(Box::new(node(from.value)), Box::new(node(to)));
        (fits && !counted && to > from.value && to <= 2200).then_some(Match {
            node: whole,
            start: at,
            end,
            rule: "years",
            confidence: 88,
        })
    }

    /// «بين عام 2003 وعام 2005».
    fn skip_year_word(&self, at: usize) -> usize {
        at + usize::from(self.lang == Lang::Ar && self.at_value(at, Class::Unit, 5))
    }

    /// «ليل السبت الأحد», «الثلاثاء - الأربعاء», "Saturday and Sunday": a night or a weekend between two days.
    pub(super) fn weekday_pair(&self, at: usize) -> Option<Match> {
        let lead = usize::from(self.one_of(at, "يومي") && self.lang == Lang::Ar);
        let (day, weak, end) = self.weekday_name(at + lead)?;
        if let Some(found) = self.dated_weekdays(end) {
            return Some(Match { start: at, ..found });
        }
        if lead > 0 {
            return self.two_weekdays(at, day, end);
        }
        let dash = matches!(self.mark(end), Some('-' | '–' | '/'));
        let next = end + usize::from(dash);
        let (other, other_weak, after) = self.weekday_name(next).filter(|_| self.gap(next) <= Gap::Space)?;
        if weak || other_weak || (day + 1) % 7 != other || !(dash || self.lang == Lang::Ar) {
            return None;
        }
        // «تُقبل التعازي الأربعاء والخميس».
        if self.token(next)?.and {
            return self.two_weekdays(at, day, end).filter(|_| self.lang == Lang::Ar && !dash);
        }
        // A date behind belongs to the second day alone.
        if self.calendar_date(after).is_some() {
            return None;
        }
        let node = |day| Node::Weekday { day, which: None, week: None };
        let node = Node::Range(Box::new(node(day)), Box::new(node(other)));
        Some(Match { node, start: at, end: after, rule: "weekdays", confidence: 80 })
    }
}

impl Parser<'_> {
    /// More days of the week behind one, and the days of the month that all of them are: «السبت والأحد 18 و19 مايو»,
    /// "Saturday and Sunday, May 18 and 19".
    fn dated_weekdays(&self, end: usize) -> Option<Match> {
        let further = |end: usize| {
            let next = self.behind_and(end).unwrap_or_else(|| self.skip_comma(end));
            self.weekday_name(next).filter(|_| self.gap(next) < Gap::Paragraph).map(|(.., end)| end)
        };
        let mut last = further(end)?;
        for _ in 0..LONGEST_LIST {
            let Some(next) = further(last) else { break };
            last = next;
        }
        let dates = self.skip_comma(last);
        let several = || self.calendar_date(dates).and_then(|first| self.ranged(dates, &first));
        let found = self.day_list(dates).or_else(several).filter(|_| self.gap(dates) < Gap::Paragraph)?;
        matches!(found.node, Node::Range(..)).then_some(found)
    }

    /// «يومي السبت والأحد المقبلين».
    fn two_weekdays(&self, at: usize, day: u8, end: usize) -> Option<Match> {
        let (other, _, mut after) =
            self.weekday_name(end).filter(|_| self.token(end).is_some_and(|token| token.and))?;
        let which = self.at(after, Class::Which).filter(|_| self.definite(after));
        after += usize::from(which.is_some());
        let node = |day| Box::new(Node::Weekday { day, which, week: None });
        let node = Node::Range(node(day), node(other));
        Some(Match { node, start: at, end: after, rule: "weekdays", confidence: 85 })
    }
}

fn range(first: &Match, from: Node, to: Node, end: usize) -> Match {
    let node = Node::Range(Box::new(from), Box::new(to));
    Match { node, start: first.start, end, rule: "range", confidence: first.confidence.min(90) }
}
