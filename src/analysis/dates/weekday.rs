//! Days of the week that stand by themselves: «يوم الأحد المقبل», "last Thursday", «в минувшую пятницу».

use super::lexicon::Class;
use super::node::{Fields, Node};
use super::parser::{Match, Parser};
use super::relative::found;
use super::token::Gap;
use crate::text::Lang;

/// Arabic prepositions before which no month stands, those of two words among them.
const PREPOSITIONS: &str = "علي امام ضد لدي بحضور بمشاركه بسبب بهدف بدعوه برعايه باشراف بتنظيم بحسب بعنوان بمناسبه \
    بموجب بواسطه بغيه لمناقشه لبحث لحضور لاجراء لمتابعه لتوقيع لمده";

/// What papers are called behind the day on which they come.
const PAPERS: &str = "times mirror express telegraph mail post herald tribune gazette chronicle observer courier argus \
    ledger mercury independent dispatch examiner echo";

/// Tokens of what a paper asks behind its name, at most.
const ASKED: usize = 60;

impl Parser<'_> {
    /// The day of the week at a token, with whether its name needs evidence.
    pub(super) fn weekday_name(&self, at: usize) -> Option<(u8, bool, usize)> {
        let (value, weak) = match self.is(at, Class::Weekday) {
            Some(value) => (value, false),
            None => (self.is(at, Class::WeakWeekday)?, true),
        };
        let weak = match self.lang {
            Lang::Ar => (weak || self.one_of(at, "خميس")) && !self.definite(at),
            Lang::Ru => weak || self.one_of(at, "среда среды среде средой"),
            Lang::En => weak,
        };
        let dot = usize::from(
            weak && self.lang != Lang::Ar && self.mark(at + 1) == Some('.') && self.gap(at + 1) == Gap::None,
        );
        Some((u8::try_from(value).ok()?, weak, at + 1 + dot))
    }

    /// A day of the week by itself: «يوم الأحد المقبل», "last Thursday", «в минувшую пятницу».
    pub(super) fn weekday(&self, at: usize) -> Option<Match> {
        match self.lang {
            Lang::Ar => self.arabic_weekday(at),
            Lang::Ru => self.european_weekday(at),
            Lang::En => self.weekday_ahead(at).or_else(|| self.european_weekday(at)),
        }
    }

    fn arabic_weekday(&self, at: usize) -> Option<Match> {
        if self.which_unit(at).is_some_and(|(unit, ..)| unit == 1) {
            return self.weekday_of_week_first(at);
        }
        let this = usize::from(self.one_of(at, "هذا هذه"));
        // «تدربنا على هذا يوم الخميس»: "this" is what they practised.
        if this > 0 && self.at_value(at + 1, Class::Unit, 0) {
            return None;
        }
        let day_word =
            usize::from(self.at_value(at + this, Class::Unit, 0) || self.is_value(at + this, Class::Unit, 0));
        let named = at + this + day_word;
        let (day, weak, mut end) = self.weekday_name(named)?;
        let every = self.one_of(at + this, "ايام")
            || self.one_of(at.wrapping_sub(1), "ايام")
            || (self.one_of(end, "من") && self.has(end + 1, Class::Every));
        if every || (self.gap(named) == Gap::Paragraph && day_word + this > 0) {
            return None;
        }
        let mut which = (this > 0).then_some(0);
        let mut of_week = None;
        let beyond = usize::from(self.is_word(end) && self.one_of(end, "قبل بعد") && self.definite(end + 1));
        if let Some(found) = self.at(end + beyond, Class::Which).filter(|_| self.definite(end + beyond)) {
            which = Some(found + found.signum() * i64::try_from(beyond).unwrap_or_default());
            end += 1 + beyond;
        } else {
            let from = end + usize::from(self.one_of(end, "من في") && self.is_word(end));
            if let Some((1, by, after)) = self.which_unit(from).filter(|_| self.gap(from) < Gap::Paragraph) {
                of_week = Some(by);
                end = after;
            }
        }
        // «في المدينة السبت», «دورته الثانية السبت»: what has the article is annexed to nothing.
        let annexed = !self.definite(at.wrapping_sub(1));
        let barred = (annexed && self.preceded(at, Class::Place)) || self.preceded(at, Class::Every);
        let counted = self.preceded(at, Class::Ord) && !self.definite_name(named);
        if barred
            || counted
            || (weak && day_word == 0 && of_week.is_none())
            || (!self.definite_name(named) && day_word == 0 && of_week.is_none())
        {
            return None;
        }
        Some(found(Node::Weekday { day, which, week: of_week }, at, end, "weekday", 88))
    }

    /// Whether a day's name has its article, or is listed with it.
    pub(super) fn definite_name(&self, at: usize) -> bool {
        self.definite(at) || self.fold(at).starts_with("ال")
    }

    /// «الأسبوع القادم يوم الجمعة».
    fn weekday_of_week_first(&self, at: usize) -> Option<Match> {
        let (_, by, end) = self.which_unit(at)?;
        let named = end + usize::from(self.at_value(end, Class::Unit, 0));
        let (day, weak, after) = self.weekday_name(named).filter(|_| self.gap(named) < Gap::Line)?;
        (!weak && self.definite_name(named))
            .then(|| found(Node::Weekday { day, which: None, week: Some(by) }, at, after, "weekday", 85))
    }

    /// Whether someone or something is called so: "gave his name as Sunday", "the Friday Project", the label "Sunday
    /// Bugle: Why now?".
    fn is_name_given(&self, at: usize, end: usize) -> bool {
        let label = || {
            let over = (end + 1..end + 3).find(|at| !self.capital(*at));
            let here = |at: &usize| self.gap(*at) != Gap::Paragraph && self.token(*at).is_some();
            let asks = |from: usize| (from..from + ASKED).take_while(here).any(|at| self.mark(at) == Some('?'));
            self.gap(at) == Gap::Paragraph && over.is_some_and(|over| self.mark(over) == Some(':') && asks(over))
        };
        let paper = || self.one_of(end, PAPERS) && self.gap(end) == Gap::Space;
        let named = self.lang == Lang::En && self.is_word(end) && self.capital(end);
        if named && (self.preceded(at, Class::The) || paper() || label() && self.at(end, Class::Unit).is_none()) {
            return true;
        }
        let gives = || self.one_of(at - 2, "name known identified himself herself");
        self.lang == Lang::En
            && at > 1
            && (self.one_of(at - 1, "named called") || (self.one_of(at - 1, "as is") && gives()))
    }

    /// "this coming Friday", "Monday week".
    fn weekday_ahead(&self, at: usize) -> Option<Match> {
        let from = self.skip_which(self.skip_the(at));
        let soon = self.one_of(from, "coming upcoming");
        let (day, weak, end) = self.weekday_name(from + usize::from(soon))?;
        // "I am meeting them on Friday week and shall say so".
        let over = !self.is_word(end + 1) || self.any(end + 1, Class::Light);
        let week = !soon && self.one_of(end, "week") && over;
        let node = Node::Fridays { day, count: 1 + i64::from(week) };
        (!weak && (soon || week)).then(|| found(node, at, end + usize::from(week), "weekday", 88))
    }

    /// "three Fridays from now", "2 Thursdays back".
    pub(super) fn fridays(&self, at: usize) -> Option<Match> {
        let number = self.number(at).filter(|number| !number.ordinal && self.lang == Lang::En)?;
        // "Adjourned until a week on Thursday".
        if self.one_of(number.end, "week weeks") && self.one_of(number.end + 1, "on from") {
            let (day, _, end) = self.weekday_name(number.end + 2)?;
            return Some(found(Node::Fridays { day, count: number.value + 1 }, at, end, "weekdays-from-now", 75));
        }
        let (day, _, end) = self.weekday_name(number.end)?;
        let from_now = self.at_value(end, Class::Ahead, 1);
        let back = self.has(end, Class::Ago);
        let count = if from_now { number.value } else { -number.value };
        (from_now || back).then(|| found(Node::Fridays { day, count }, at, end + 1, "weekdays-from-now", 70))
    }

    /// "Thursday night last", "Wednesday next": which one is said behind the day.
    fn which_behind(&self, end: usize) -> Option<(i64, usize)> {
        if self.lang == Lang::En && self.at_value(end, Class::Which, 2) {
            return Some((2, end + 1));
        }
        let at = end + usize::from(self.one_of(end, "night morning evening afternoon"));
        let which = self.at(at, Class::Which).filter(|_| self.lang == Lang::En && self.one_of(at, "last next"))?;
        let over = !self.is_word(at + 1)
            || (self.any(at + 1, Class::Light) || self.one_of(at + 1, "of")) && !self.one_of(at + 1, "to a");
        (over && self.digits(at + 1).is_none()).then_some((which, at + 1))
    }

    /// Whether a day of the month stands at a token.
    fn is_dated(&self, at: usize) -> bool {
        let date = || self.calendar_date(at).or_else(|| self.numeric(at)).or_else(|| self.day_with_suffix(at));
        self.gap(at) <= Gap::Line && date().is_some()
    }

    /// "Black Friday", «Чистый четверг»; «анекдот про понедельник».
    fn is_named_day(&self, at: usize) -> bool {
        const NAMED: &str = "черная черный страстная чистый про black good easter bloody cyber super palm holy";
        self.one_of(at.wrapping_sub(1), NAMED)
    }

    fn european_weekday(&self, at: usize) -> Option<Match> {
        // "last week's Sunday".
        if let Some((1, by, end)) = self.which_unit(at)
            && self.one_of(end + 1, "s")
            && let Some((day, _, after)) = self.weekday_name(end + 2)
        {
            return Some(found(Node::Weekday { day, which: None, week: Some(by) }, at, after, "weekday", 85));
        }
        let which_at = self.skip_which(self.skip_the(at));
        let from = if self.any(which_at, Class::Which) { which_at } else { at };
        let which = self.is(from, Class::Which);
        let named = from + usize::from(which.is_some());
        let (day, weak, mut end) = self.weekday_name(named)?;
        if which.is_some() && self.gap(named) == Gap::Paragraph {
            return None;
        }
        let link = end + usize::from(self.one_of(end, "of на") && self.is_word(end));
        let mut of_week = None;
        if let Some((1, by, after)) =
            self.which_unit(link).filter(|_| self.gap(link) < Gap::Paragraph && which.is_none())
        {
            of_week = Some(by);
            end = after;
        }
        let mut which = which;
        let behind = self.which_behind(end).filter(|_| which.is_none() && of_week.is_none());
        if let Some((said, after)) = behind {
            (which, end) = (Some(said), after);
        }
        let plural = self.lang == Lang::En && self.fold(named).ends_with("days");
        let barred = self.preceded(at, Class::Every) || self.preceded(at, Class::Ord) || plural;
        let named_so = self.is_name_given(at, end);
        let custom = self.is_custom(end);
        let helped = which.is_some() || of_week.is_some() || self.alone(at, end) || self.is_dated(self.skip_comma(end));
        let russian_case =
            self.lang == Lang::Ru && at.checked_sub(1).is_some_and(|at| self.one_of(at, "с до к от после со"));
        if barred
            || self.is_named_day(at)
            || named_so
            || custom
            || (weak && !helped && !(russian_case && self.fold(named).len() > 4))
        {
            return None;
        }
        let lower = self.lang == Lang::En && !self.capital(named) && !helped;
        // "Friday next" is the coming one, in whatever week.
        let coming = behind.is_some() && which == Some(1);
        let node = if coming { Node::Fridays { day, count: 1 } } else { Node::Weekday { day, which, week: of_week } };
        (!lower).then(|| found(node, at, end, "weekday", 88))
    }

    /// The day of the month right behind a day of the week (or behind a comma or «في» there), where the number can count
    /// nothing: «الجمعة 15.», «الأحد السادس», "Friday the 15th", «в пятницу, 15-го».
    pub(super) fn day_of_weekday(&self, at: usize, apart: bool) -> Option<Match> {
        if let Some(day) = self.day_with_suffix(at).or_else(|| self.bare_day(at)) {
            return Some(day);
        }
        let from = self.skip_the(at);
        let (day, end) = self.day(from).filter(|_| self.gap(at) < Gap::Line)?;
        let comma = apart && self.mark(at - 1).is_some();
        let fits = match self.lang {
            // «الجمعة الثالثة» is the third Friday, «الأحد الأول من الصوم» the first Sunday.
            Lang::Ar if self.digits(from).is_none() => {
                self.definite(from) && !self.fold(end - 1).ends_with('ه') && !self.one_of(end, "من")
            }
            Lang::Ru => {
                comma && self.digits(from).is_none() && self.fold(end - 1).ends_with("го") && self.counts_nothing(end)
            }
            // "the fifth and final round".
            Lang::En if from > at => {
                self.any(end, Class::Light) && !self.any(end, Class::And) || self.counts_nothing(end)
            }
            _ => !comma && self.digits(from).is_some() && !self.counts_people(at) && self.counts_nothing(end),
        };
        let node = Node::Date(Fields { day: Some(day), ..Fields::default() });
        fits.then(|| found(node, at, end, "day", 70))
    }

    /// Whether a verb just before says what happened to as many as the number behind the day: «قُتل الأحد 12 في غارة».
    fn counts_people(&self, number: usize) -> bool {
        const HIT: &str = "قتل قتلوا اصيب اصيبوا جرح جرحوا سقط استشهد اعتقل اوقف توفي قضي غرق";
        (2..=3).any(|back| self.one_of(number.wrapping_sub(back), HIT))
    }

    /// Whether the number before a token stands by itself: its clause ends there, or goes on with what is never counted.
    fn counts_nothing(&self, at: usize) -> bool {
        if let Some(mark) = self.mark(at) {
            let number = self.gap(at + 1) == Gap::None && self.digits(at + 1).is_some();
            let range = matches!(mark, '-' | '–' | '/' | '%' | '٪' | '$' | '€' | '£' | '°' | '+');
            return !number && (!range || self.gap(at) > Gap::None && mark == '–');
        }
        let weekday = |at| self.weekday_name(at).is_some();
        let to_weekday = (self.has(at, Class::And) || self.has(at, Class::To)) && weekday(at + 1);
        let goes_on = match self.lang {
            // «للمرة», but «3 في المئة»; «15 الف» has no article.
            Lang::Ar => {
                let article = self.definite(at) || ["ال", "لل", "بال"].iter().any(|it| self.word(at).starts_with(it));
                let led = self.any(at, Class::In) || self.one_of(at, PREPOSITIONS);
                article || led && !self.one_of(at + 1, "مئه مائه ميه الف")
            }
            _ => self.one_of(at, "at from until till"),
        };
        let free = weekday(at) || to_weekday || goes_on;
        let counted = !self.definite(at) && (self.any(at, Class::Counted) || self.any(at, Class::Card));
        !self.is_word(at) || free && !counted
    }
}
