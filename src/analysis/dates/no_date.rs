//! What a rule reads as a date and a reader does not: ages in decades, quarters of a game, days of every week, the last
//! week of somebody’s life, and names. Asked of what was found, and so seldom.

use super::lexicon::Class;
use super::node::{Fields, Node, YearRef};
use super::parser::{Match, Parser};
use super::token::Gap;
use crate::text::Lang;

/// How far from a quarter its game is told of, in tokens.
const GAME_REACH: usize = 20;
/// Words of a title before its month, at most.
const TITLE: usize = 3;
/// Points of a team in a game, at most.
const MOST_POINTS: i64 = 250;

impl Parser<'_> {
    /// Whether what was found is no date.
    pub(super) fn is_no_date(&self, found: &Match) -> bool {
        if self.is_twin_name(found) {
            return true;
        }
        match &found.node {
            Node::Decade { .. } => self.is_age(found),
            Node::Edge { of, .. } if matches!(**of, Node::Decade { .. }) => self.is_age(found),
            Node::Date(Fields { quarter: Some(_), year: YearRef::None, .. }) => self.is_of_game(found),
            Node::Nth { of, .. } => of.fields().is_some_and(|fields| self.is_place_of_day(found, fields)),
            Node::Date(fields) => self.is_name_of_month(found, fields),
            Node::Whole { .. } => self.lang == Lang::En && self.one_of(found.end, "of") && self.is_word(found.end + 1),
            Node::Weekday { which: None, week: None, .. } => self.is_weekly(found),
            Node::Range(from, _) if matches!(**from, Node::Weekday { .. }) => self.is_of_every_week(found.end),
            Node::Feast { .. } => self.one_of(found.end, "agreement accord accords") && self.capital(found.end),
            _ => false,
        }
    }

    /// A month said twice, which is a name: "Jun-Jun", "Jan-Jan".
    fn is_twin_name(&self, found: &Match) -> bool {
        let hyphen = self.lang == Lang::En && found.end == found.start + 3 && self.mark(found.start + 1) == Some('-');
        hyphen && self.is_word(found.start) && self.fold(found.start) == self.fold(found.end - 1)
    }

    /// "In his late 30s", "the over-60s", «في الأربعينيات من عمره».
    fn is_age(&self, found: &Match) -> bool {
        let before = found.start.wrapping_sub(1);
        let joined = self.mark(before) == Some('-') && self.one_of(before.wrapping_sub(1), "over under");
        let theirs = self.lang == Lang::En && (joined || self.one_of(before, "his her their my your our over under"));
        theirs || self.one_of(found.end, "من") && self.one_of(found.end + 1, "عمره عمرها عمرهم عمرهما عمري عمر")
    }

    /// "They led 28-20 after the second quarter", "the first quarter of the match", "tore a hamstring in the third quarter".
    fn is_of_game(&self, found: &Match) -> bool {
        const GAME: &str = "touchdown touchdowns halftime rebounds hoops outscored quarterback quarterbacks umpire umpires \
            referee referees layup fumble fumbled achilles hamstring tendon ligament ligaments cruciate concussion";
        const PLAYED: &str = "match game final semifinal derby";
        let whose = self.skip_the(found.end + 1);
        if self.lang == Lang::En && self.one_of(found.end, "of") && self.one_of(whose, PLAYED) {
            return true;
        }
        let mut near = self.before_in_sentence(found.start, GAME_REACH).chain(found.end..found.end + GAME_REACH / 2);
        let points = |at: usize| {
            let scored = |at: usize| self.digits(at).is_some_and(|token| token.value <= MOST_POINTS && !token.grouped);
            let between = matches!(self.mark(at), Some('-' | '–')) && self.gap(at + 1) == Gap::None;
            let share = self.mark(at + 2) == Some('%') || self.one_of(at + 2, "percent per");
            between && !share && scored(at.wrapping_sub(1)) && scored(at + 1)
        };
        near.any(|at| points(at) || self.one_of(at, GAME))
    }

    /// «Марта Май вышла замуж»: with a capital, before another.
    fn is_name_of_month(&self, found: &Match, fields: &Fields) -> bool {
        let bare = fields.month.is_some() && fields.day.is_none() && fields.year == YearRef::None;
        bare && self.lang == Lang::Ar && self.is_title_in_marks(found)
            || bare
                && self.lang == Lang::Ru
                && self.capital(found.start)
                && self.capital(found.end)
                && self.gap(found.end) == Gap::Space
    }

    /// «ليالي أكتوبر», «إعلان يوليو»: a month that ends what is called so, behind its noun.
    fn is_title_in_marks(&self, found: &Match) -> bool {
        let noun = found.start.wrapping_sub(1);
        let close = matches!(self.mark(found.end), Some('»' | '"' | '”'));
        let open = |at: usize| matches!(self.mark(at), Some('«' | '"' | '“'));
        let annexed = !self.one_of(noun, "في من منذ حتي قبل بعد الي عن خلال شهر")
            && !self.token(found.start).is_some_and(|it| it.preposition || it.and);
        close && annexed && self.is_word(noun) && (1..=TITLE).any(|back| open(noun.wrapping_sub(back)))
    }

    /// «ساحة أول ماي»: a day that something has its name from.
    fn is_place_of_day(&self, found: &Match, fields: &Fields) -> bool {
        let day = fields.year == YearRef::None && fields.which.is_none() && self.lang == Lang::Ar;
        day && self.before(found.start, Class::Place) == Some(0) && !self.definite(found.start.wrapping_sub(1))
    }

    /// "Its Monday-to-Friday service", «أيام الأربعاء والجمعة».
    fn is_weekly(&self, found: &Match) -> bool {
        let before = found.start.wrapping_sub(1);
        let from = self.mark(found.end) == Some('-') && self.one_of(found.end + 1, "to");
        let to = self.mark(before) == Some('-') && self.one_of(before.wrapping_sub(1), "to");
        let days = self.one_of(before.wrapping_sub(1), "ايام") && self.token(found.start).is_some_and(|it| it.and);
        let other = || self.weekday_name(before).is_some();
        self.lang == Lang::En && (from || to) || self.lang == Lang::Ar && days && other()
    }

    /// Whether what comes each week has its name from the day before a token: "Sunday lunch", "Friday prayers".
    pub(super) fn is_custom(&self, end: usize) -> bool {
        const CUSTOMS: &str = "prayers school lunch lunches roast roasts brunch papers league matinee matinees";
        self.lang == Lang::En && self.one_of(end, CUSTOMS)
    }

    /// «من الأحد إلى الخميس من كل أسبوع», "from Monday to Friday each week".
    fn is_of_every_week(&self, end: usize) -> bool {
        let of = usize::from(self.one_of(end, "من") && self.is_word(end));
        self.one_of(end + of, "كل every each") && self.at(end + of + 1, Class::Unit) == Some(1)
    }
}
