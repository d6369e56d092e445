//! Parts of a period by count: «первые три квартала 2023 года», "the last two weeks of July", «الأشهر التسعة الأولى من
//! العام»; and «накануне», which is a day by itself and no day before a noun that it is the eve of.

use super::lexicon::Class;
use super::node::{Fields, Node, Unit, YearRef};
use super::parser::{Match, Parser};
use super::token::Gap;
use crate::analysis::listed::ends_in;
use crate::text::Lang;

/// The most that is counted off: "the first hundred days of 2024".
const MOST: i64 = 100;

/// Tokens from a month told with its year to a bare day of it in the same sentence, at most.
const MONTH_REACH: usize = 24;

/// Words between «ежемесячно» and its day, at most.
const MONTHLY: usize = 8;

/// An ordinal up to this one may be that of a part, a round or a person.
const FEW: i64 = 4;

impl Parser<'_> {
    /// So many units from the start or the end of a period.
    pub(super) fn portion(&self, at: usize) -> Option<Match> {
        let (count, unit, end) = self.portion_head(at)?;
        let of = self.whole_of(end, unit)?;
        let node = Node::Portion { unit, count, of: Box::new(of.node) };
        Some(Match { node, start: at, end: of.end, rule: "part", confidence: 88 })
    }

    /// How many units, negative from the end, and the token behind: «первые три квартала», "the first nine months",
    /// «الأشهر التسعة الأولى», «أول أسبوعين».
    fn portion_head(&self, at: usize) -> Option<(i64, Unit, usize)> {
        let edge = |at: usize| self.is(at, Class::Ord).filter(|edge| matches!(edge, 1 | -1));
        if self.lang == Lang::Ar && self.definite(at) {
            return self.arabic_portion_head(at);
        }
        let from = self.skip_the(at);
        let led = edge(from);
        let number_at = from + usize::from(led.is_some());
        let (unit, count, end) = if self.lang == Lang::Ar {
            self.quantity(number_at)?
        } else {
            let number = self.number(number_at).filter(|it| !it.ordinal)?;
            (Unit::of(self.at(number.end, Class::Unit)?)?, number.value, number.end + 1)
        };
        let fits = match unit {
            Unit::Month | Unit::Quarter => led.is_some() || self.lang == Lang::Ru,
            Unit::Day | Unit::Week => led.is_some(),
            _ => false,
        };
        let near = number_at == at || self.gap(number_at) < Gap::Paragraph;
        (fits && near && (2..=MOST).contains(&count)).then_some((led.unwrap_or(1) * count, unit, end))
    }

    fn arabic_portion_head(&self, at: usize) -> Option<(i64, Unit, usize)> {
        // «العشر الأواخر من رمضان».
        if self.one_of(at, "عشر") {
            return match self.fold(at + 1) {
                "اواخر" | "اخيره" => Some((-10, Unit::Day, at + 2)),
                "اوائل" | "اولي" => Some((10, Unit::Day, at + 2)),
                _ => None,
            };
        }
        let (unit, count, end) = if let Some(dual) = self.is(at, Class::Dual) {
            (dual, 2, at + 1)
        } else {
            let number = self.number(at + 1).filter(|_| self.definite(at + 1))?;
            (self.is(at, Class::Unit)?, number.value, number.end)
        };
        let edge = self.at(end, Class::Ord).filter(|edge| matches!(edge, 1 | -1) && self.definite(end))?;
        let unit = Unit::of(unit).filter(|it| matches!(it, Unit::Day | Unit::Week | Unit::Month | Unit::Quarter))?;
        (2..=MOST).contains(&count).then_some((edge * count, unit, end + 1))
    }

    /// The year or month that a portion is of.
    fn whole_of(&self, at: usize, unit: Unit) -> Option<Match> {
        if self.gap(at) == Gap::Paragraph {
            return None;
        }
        if matches!(unit, Unit::Day | Unit::Week)
            && let Some(month) = self.whole_month(self.skip_of(at))
        {
            return Some(month);
        }
        let (year, end) = self.year_of_period(at)?;
        let node = Node::Date(Fields { year, ..Fields::default() });
        Some(Match { node, start: at, end, rule: "year", confidence: 88 })
    }

    /// A month by its name, or as "last month".
    pub(super) fn whole_month(&self, at: usize) -> Option<Match> {
        self.period(at).filter(|found| match found.node {
            Node::Date(fields) => fields.month.is_some(),
            Node::Whole { unit, .. } => unit == Unit::Month,
            _ => false,
        })
    }

    /// «первое полугодие», «مبيعاتها في النصف الأول», with no year: of this one.
    pub(super) fn bare_half(&self, at: usize) -> Option<Match> {
        let arabic = self.lang == Lang::Ar;
        let nth = self.is(at + usize::from(arabic), Class::Ord).filter(|nth| matches!(nth, 1 | 2))?;
        let half = match self.lang {
            Lang::Ru => self.at_value(at + 1, Class::Unit, 4) && self.fold(at + 1).starts_with("полугоди"),
            Lang::Ar => self.is_half_of_accounts(at),
            Lang::En => false,
        };
        let of = Box::new(Node::Date(Fields { year: YearRef::By(0), ..Fields::default() }));
        let what = super::node::Counted::Unit(Unit::Half);
        let node = Node::Nth { nth, what, of };
        half.then(|| Match { node, start: at, end: at + 2, rule: "part", confidence: 75 })
    }

    /// Whether «النصف الأول» is one of a year's accounts: its sentence tells of figures, and nothing else has that half.
    fn is_half_of_accounts(&self, at: usize) -> bool {
        let half = self.definite(at) && self.one_of(at, "نصف") && self.definite(at + 1);
        let of = self.one_of(at + 2, "من في ل");
        half && !of && self.one_of(at.wrapping_sub(1), "في خلال عن") && self.tells_of_accounts(at)
    }

    /// Whether an Arabic sentence tells of figures of a business before a token.
    pub(super) fn tells_of_accounts(&self, at: usize) -> bool {
        const REACH: usize = 20;
        const FIGURES: &str = "نتائج نتائجها النتائج توزيع توزيعات للسهم سهم ارباح ارباحا ارباحها خسائر خسائرها مبيعات \
            مبيعاتها ايرادات ايراداتها عائدات عائداتها صادرات صادراتها واردات انتاج نمو الارباح الخسائر المبيعات الايرادات \
            العائدات الصادرات الواردات الانتاج النمو التضخم العجز الطلب";
        self.before_in_sentence(at, REACH).any(|at| self.one_of(at, FIGURES))
    }

    /// «в восемьдесят восьмом», where nothing behind it is counted.
    pub(super) fn bare_year_in_words(&self, at: usize) -> Option<Match> {
        let number = self.number(at).filter(|it| self.lang == Lang::Ru && it.digits == 0 && it.ordinal)?;
        let introduced = self.one_of(at.wrapping_sub(1), "в с до к");
        // «в двенадцатом году».
        if number.end == at + 1 && (5..=31).contains(&number.value) && self.one_of(number.end, "году") {
            let year = YearRef::Known(2000 + number.value);
            let node = Node::Date(Fields { year, ..Fields::default() });
            let end = number.end + 1;
            let verb = ends_in(self.fold(end), &["л", "ла", "ли", "ло"]);
            let joined = self.any(end, Class::In) || self.any(end, Class::And) || self.capital(end);
            let free = !self.is_word(end) || verb || joined || self.goes_on(end);
            return (introduced && free).then_some(Match { node, start: at, end, rule: "year", confidence: 60 });
        }
        // «в две тысячи десятом».
        let whole = (1900..2100).contains(&number.value) && number.value % 100 != 0;
        let two = number.end == at + 2 && (32..100).contains(&number.value) || whole;
        let locative = self.fold(number.end - 1).ends_with(['м', 'о', 'у']);
        if !introduced || !two || !locative || (self.is_word(number.end) && !self.goes_on(number.end)) {
            return None;
        }
        let year = YearRef::Known(if whole { number.value } else { super::year::century_of(number.value) });
        let node = Node::Date(Fields { year, ..Fields::default() });
        Some(Match { node, start: at, end: number.end, rule: "year", confidence: 60 })
    }

    /// Whether a word can be none that the number before it counts.
    fn goes_on(&self, at: usize) -> bool {
        let function = "не он она они мы я это было был была были еще уже его ее их все";
        let locative = self.fold(at).ends_with(['е', 'у', 'и']);
        !locative || self.any(at, Class::In) || self.any(at, Class::And) || self.one_of(at, function)
    }

    /// «пустим 28-го», «до 5-го», «12 числа»: a day of a month that is not named, where nothing behind it is counted.
    pub(super) fn bare_day(&self, at: usize) -> Option<Match> {
        let number = self.number(at).filter(|it| self.lang == Lang::Ru && it.digits <= 2)?;
        let unit = self.one_of(number.end, "числа") && self.is_word(number.end);
        if number.digits == 0 && !(number.ordinal && (unit || self.is_day_in_words(at, number.value, number.end))) {
            return None;
        }
        // «с 17-го по 19-е».
        // And «перенесли на четверг, 26-е».
        let named = || self.mark(at.wrapping_sub(1)) == Some(',') && self.weekday_name(at.wrapping_sub(2)).is_some();
        let last = number.ordinal && self.one_of(number.end - 1, "е");
        let last = last && (self.one_of(at.wrapping_sub(1), "по") || named());
        let said = unit || last || number.ordinal && (number.digits == 0 || self.one_of(number.end - 1, "го"));
        let genitive = said && self.stands_free(at) && !number.decade;
        let next = number.end + usize::from(unit);
        // «17-го выдали расчёт».
        let verb = || ends_in(self.fold(next), &["ли", "ла", "ло", "ут", "ют", "ят", "лись", "лась", "ет", "ит"]);
        let free = last
            || number.ordinal && !unit && verb()
            || !self.is_word(next)
            || self.any(next, Class::In)
            || self.one_of(next, "утром днем вечером ночью")
            || number.digits == 0 && !unit;
        let counted = self.any(next, Class::Counted) || self.any(next, Class::Unit);
        let noun = self.one_of(at.wrapping_sub(1), "для у из без около вместо кроме против № дома кабинета");
        let day = u8::try_from(number.value).ok().filter(|day| (1..=31).contains(day))?;
        // «В мае 1998 года они стояли пять дней, с 19-го по 23-е».
        let told = |at: usize| self.month(at).is_some() && self.digits(at + 1).is_some_and(|year| year.digits == 4);
        let same_month = genitive && self.before_in_sentence(at, MONTH_REACH).any(told);
        let node = Node::Date(Fields { day: Some(day), same_month, ..Fields::default() });
        // «Ежемесячно, до 20-го числа».
        let monthly = || self.before_in_sentence(at, MONTHLY).any(|at| self.one_of(at, "ежемесячно ежеквартально"));
        let fits = genitive && free && !counted && !noun && (!self.begins_sentence(at) || number.ordinal && verb());
        let fits = fits && !monthly();
        fits.then_some(Match { node, start: at, end: next, rule: "day", confidence: 60 })
    }

    /// Whether an ordinal in words is a day by itself, and counts nothing left out: «с десятого у меня отпуск», «обещали пятого».
    fn is_day_in_words(&self, at: usize, value: i64, end: usize) -> bool {
        const GOES_ON: &str = "у я мы ты вы он она они нас меня не уже надо нужно можно буду будем";
        let before = at.wrapping_sub(1);
        let led = self.one_of(before, "с до");
        let promised =
            || ends_in(self.fold(before), &["ли", "ла", "ют", "ят", "ут", "ат"]) && self.gap(at) == Gap::Space;
        let genitive = self.fold(end - 1).ends_with("го");
        genitive && (led && self.one_of(end, GOES_ON) || value > FEW && self.mark(end).is_some() && (led || promised()))
            || genitive && led && value > FEW && self.one_of(end, "числа надо")
    }

    /// Whether «накануне» governs the noun behind it: «накануне выборов», but «накануне прокуратура сообщила».
    pub(super) fn is_eve_of(&self, at: usize) -> bool {
        if self.lang != Lang::Ru || !self.one_of(at, "накануне") || !self.is_word(at + 1) {
            return false;
        }
        let (word, next) = (self.fold(at + 1), self.fold(at + 2));
        let ends = ends_in;
        if self.preceded(at + 2, Class::Feast) || self.any(at + 1, Class::Feast) || self.any(at + 1, Class::Which) {
            return true;
        }
        if ends(word, &["ла", "ло", "ли", "ся", "сь"]) {
            return false;
        }
        if word.chars().count() > 3
            && ends(word, &["ов", "ев", "ого", "его", "ых", "их", "ии", "ния", "ства", "стия", "дня"])
        {
            return true;
        }
        let verb = match word.chars().last() {
            Some('а' | 'я' | 'ь') => ends(next, &["ла", "лась", "ет", "ит", "ется", "ится"]),
            Some('и' | 'ы') => ends(next, &["ли", "лись", "ют", "ят", "ут", "ат"]),
            Some('й') => !word.ends_with("ей") && !word.ends_with("ой"),
            _ => true,
        };
        !verb && word.chars().count() > 3
    }
}
