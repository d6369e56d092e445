//! Date expressions in Arabic, Russian and English news: where they stand, what they mean, and which days they
//! cover.
//!
//! A text is cut into tokens (`token`), each with what the language's lexicon knows of it (`lexicon`, data files
//! in `lexicon/`); a grammar common to the three languages (`rules`: `calendar`, `numeric`, `year`, `period`,
//! `relative`, `deictic`, `anchored`, `counted_on`, `range`, and what is none: `no_date`) finds expressions (`node`);
//! these are resolved (`resolve`) against the day of publication, the tense of their sentence (`tense`, `tense_link`,
//! `tense_en`, `tense_ru`, `told_of_ar`, `promised`, `verb_form`), the dates mentioned before (`story`,
//! `narration`), and those beside them (`beside`). All of it is linear in the length of the
//! text, and any text gives findings, never an error.

mod anchored;
mod beside;
mod calendar;
mod century;
mod counted_on;
mod deictic;
mod fold;
mod lexicon;
mod movable;
mod narration;
mod no_date;
mod node;
mod numeric;
mod parser;
mod period;
mod portion;
mod promised;
mod range;
mod relative;
mod relative_ar;
mod resolve;
mod resolve_range;
mod resolve_unit;
mod rules;
mod story;
mod tense;
mod tense_en;
mod tense_link;
mod tense_ru;
mod timex;
mod token;
mod told_of_ar;
mod verb_form;
mod weekday;
mod year;
mod year_evidence;

use std::cell::OnceCell;

use crate::date::{Day, DayRange, Edtf, Weekday};
use crate::text::{Byte, Lang, Span};
use counted_on::COUNTED_ON;
use node::{Counted, Fields, Node, YearRef};
use parser::{Match, Parser};
use resolve::{Env, Value};
use story::{Story, is_long};
use tense::Tense;

pub use lexicon::lexicon_faults;
pub use node::Calendar;

/// What a text is read against.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The language of the text.
    pub lang: Lang,
    /// The day of publication, against which "yesterday" is resolved; without it such expressions are found, and
    /// have no value.
    pub published: Option<Day>,
    /// Which of the days that an expression may mean is meant.
    pub prefer: Prefer,
}

/// Which day is meant by an expression that leaves its year or week open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefer {
    /// The last one.
    Past,
    /// The next one.
    Future,
    /// The nearest in the sense of the sentence: the default, for news.
    #[default]
    Nearest,
}

/// A date expression.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The words, without the preposition before them.
    pub span: Span<Byte>,
    /// The value; nothing where it hangs on a day that is not known.
    pub edtf: Option<Edtf>,
    /// The TIMEX3 value, which can also say what is not known: `XXXX-01-10`.
    pub timex3: String,
    /// The days that it covers: those of the value, or fewer for a part of it ("the end of March").
    pub range: DayRange,
    /// The calendar that the words count in.
    pub calendar: Calendar,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// In percent.
    pub confidence: u8,
    /// Whether its value hangs on the day that it is read on.
    pub relative: bool,
    /// What is wrong or doubtful about it.
    pub issues: Issues,
    /// What the words mean, apart from the day that they are read on.
    form: Node,
    tense: Tense,
}

/// What can be wrong with a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Issues {
    /// The day of the week that stands beside it is another one.
    pub weekday: bool,
    /// The Hijri and the Gregorian date that stand for each other differ by so many days.
    pub calendars: Option<i64>,
    /// A Hijri date outside the years of the Umm al-Qura table (1356–1500): reckoned, and about right.
    pub reckoned: bool,
    /// A date in digits that may be read day first or month first.
    pub order: bool,
}

/// Tokens between a date and one that is listed with it, at most: a comma and "and".
const LINK: usize = 2;
/// A date in digits with less confidence than this could be read in another order.
const SURE_ORDER: u8 = 61;
/// Every date expression of a text, in order and apart from each other.
///
/// ```
/// use siyaq::analysis::dates::{Context, Prefer, find};
/// use siyaq::date::Day;
/// use siyaq::text::Lang;
///
/// let context = Context { lang: Lang::Ar, published: Day::from_ymd(2022, 1, 10), prefer: Prefer::Nearest };
/// let found = find("وصل الوفد أمس وغادر في 9 يناير/كانون الثاني", &context);
/// let values: Vec<&str> = found.iter().map(|finding| finding.timex3.as_str()).collect();
/// assert_eq!(values, ["2022-01-09", "2022-01-09"]);
/// ```
pub fn find(text: &str, context: &Context) -> Vec<Finding> {
    let lexicon = lexicon::lexicon(context.lang);
    let order = OnceCell::new();
    let mut tokens = token::Tokens::of(text, context.lang, lexicon);
    let mut told = Told::default();
    let mut at = 0;
    loop {
        let until = tokens.move_to(at);
        if until <= at {
            break;
        }
        let parser = Parser { text, tokens: &tokens, lexicon, lang: context.lang, order: &order };
        at = Reader { parser: &parser, context, told: &mut told }.read(at, until);
    }
    let mut found = told.found;
    beside::follow_named_weekdays(&mut found, context);
    beside::compare_calendars(&mut found, text);
    found
}

/// The same finding read on another day: a deictic in a quotation that was uttered then.
pub fn resolve_again(finding: &Finding, text: &str, anchor: Day, context: &Context) -> Finding {
    let env = env_of(context, Some(anchor), finding.tense);
    match resolve::resolve(&finding.form, &env) {
        Some(value) if finding.relative && !finding.span.of(text).is_empty() => valued(finding.clone(), &value),
        _ => finding.clone(),
    }
}

impl Finding {
    /// Whether it names a day, a month or a part of a year, and not which year's.
    pub(crate) fn names_no_year(&self) -> bool {
        fn names_none(node: &Node) -> bool {
            match node {
                Node::Date(fields) => fields.year == YearRef::None && fields.month_by.is_none(),
                Node::Edge { of, .. } | Node::Nth { of, .. } | Node::Portion { of, .. } => names_none(of),
                Node::Range(from, to) => names_none(from) && names_none(to),
                _ => false,
            }
        }
        names_none(&self.form)
    }
}

fn env_of(context: &Context, anchor: Option<Day>, tense: Tense) -> Env {
    Env {
        anchor,
        tense,
        strictly_ahead: context.prefer == Prefer::Future,
        sunday_first: context.lang == Lang::Ar && anchor.is_some_and(|day| day.weekday() == Weekday::Sunday),
        next_is_of_next_week: context.lang == Lang::En,
        last: None,
        last_hijri_year: None,
        story_year: None,
    }
}

/// «الثلاثاء الثالث من كانون الأول» is its third day where that is a Tuesday, and else its third Tuesday.
fn day_of_its_weekday(found: &Match, env: &Env) -> Option<Match> {
    let Node::Nth { nth, what: Counted::Weekday(weekday), of } = &found.node else { return None };
    let month = of.fields().filter(|it| it.month.is_some() && it.day.is_none())?;
    let day = u8::try_from(*nth).ok().filter(|day| *day > 0)?;
    let node = Node::Date(Fields { day: Some(day), weekday: Some(*weekday), ..*month });
    let fits = resolve::resolve(&node, env).is_some_and(|value| !value.weekday_differs);
    fits.then(|| Match { node, rule: "day-month", ..found.clone() })
}

fn valued(finding: Finding, value: &Value) -> Finding {
    Finding { edtf: Some(value.edtf()), timex3: timex::timex3(value), range: value.range(), ..finding }
}

/// What has been read so far.
#[derive(Default)]
struct Told {
    story: Story,
    found: Vec<Finding>,
    previous: Option<Match>,
}

struct Reader<'p, 't> {
    parser: &'p Parser<'t>,
    context: &'p Context,
    told: &'p mut Told,
}

impl Reader<'_, '_> {
    /// Reads the tokens from one up to another; gives the one to go on with.
    fn read(&mut self, from: usize, until: usize) -> usize {
        let mut at = from;
        while at < until {
            if !self.parser.may_begin(at) {
                at += 1;
                continue;
            }
            let listed = self.told.previous.as_ref().is_some_and(|last| self.is_listed(last, at));
            match self.parser.expression(at, listed) {
                Some(found) if found.end > at => {
                    at = found.end;
                    // A date that is a street's name is passed over whole.
                    if found.confidence > 0 {
                        at = self.take(&found);
                        self.told.previous = Some(found);
                    }
                }
                _ => at += 1,
            }
        }
        at
    }

    /// Whether a token goes on from a match with a comma or "and": then one like it needs no evidence.
    fn is_listed(&self, last: &Match, at: usize) -> bool {
        if !matches!(&last.node, Node::Date(Fields { day: None, .. }) | Node::Range(..)) || at > last.end + LINK {
            return false;
        }
        // "in the spring, and August Reed".
        if last.node.fields().is_some_and(|it| it.season.is_some()) && self.parser.month(at).is_some() {
            return false;
        }
        let comma = self.parser.skip_comma(last.end);
        let and = comma
            + usize::from(
                self.parser.is(comma, lexicon::Class::And).is_some() || self.parser.one_of(comma, "و or или او"),
            );
        let joined = self.parser.token(at).is_some_and(|token| token.and) && at == comma;
        joined || (at == and && at > last.end)
    }

    fn tense(&self, found: &Match) -> Tense {
        if let Some(tense) = self.instead_of(found).filter(|_| self.context.prefer == Prefer::Nearest) {
            return tense;
        }
        match self.context.prefer {
            Prefer::Past => Tense::Past,
            Prefer::Future => Tense::Future,
            // "bought a turkey for Christmas": the nearest one, whatever was done for it.
            Prefer::Nearest => match self.parser.tense(found.start, found.end) {
                Tense::Past if self.is_aimed_at(found) => Tense::Open,
                tense => tense,
            },
        }
    }

    /// Where a date lies that another has taken the place of: on the side of that one.
    fn instead_of(&self, found: &Match) -> Option<Tense> {
        let at = found.start.wrapping_sub(1);
        let led = matches!(self.parser.fold(at), "من" | "of" | "than" | "вместо")
            && self.parser.gap(found.start) < token::Gap::Paragraph;
        let instead =
            || self.parser.one_of(at, "вместо") || self.parser.one_of(at.wrapping_sub(1), "بدلا عوضا instead rather");
        let last = self.told.found.last().filter(|_| led && instead())?;
        let ahead = last.range.from.zip(self.context.published).is_some_and(|(from, today)| from > today);
        Some(if ahead { Tense::Future } else { Tense::Past })
    }

    /// Whether something is done for a feast, or before it.
    fn is_aimed_at(&self, found: &Match) -> bool {
        let goal = || self.parser.one_of(found.start.wrapping_sub(1), "for before by until through");
        self.context.lang == Lang::En && matches!(found.node, Node::Feast { .. }) && goal()
    }

    /// Adds an expression to the findings; gives the token behind what was read.
    fn take(&mut self, found: &Match) -> usize {
        let again = self.told_again(found);
        let found = again.as_ref().unwrap_or(found);
        let (Some(first), Some(last)) = (self.parser.token(found.start), self.parser.token(found.end - 1)) else {
            return found.end;
        };
        let tense = self.tense(found);
        let Some(found) = &self.unanchored(found) else { return found.end };
        let env = Env {
            last: match (&found.node, self.told.story.last_day) {
                (Node::Then { node, of: None }, Some((day, _))) if !is_long(node) => Some(day),
                _ => self.told.story.last,
            },
            last_hijri_year: self.told.story.last_hijri_year,
            story_year: self.story_year(found, tense),
            ..env_of(self.context, self.context.published, tense)
        };
        let arabic = self.context.lang == Lang::Ar;
        let turned = self.turned(found, tense).or_else(|| if arabic { day_of_its_weekday(found, &env) } else { None });
        let found = turned.as_ref().unwrap_or(found);
        let value = self.one_earlier(found).or_else(|| resolve::resolve(&found.node, &env));
        // What cannot be a date in its calendar (31 September) is none; what lacks a day to be read on is one.
        if value.is_none() && (env.anchor.is_some() || !found.node.is_relative()) {
            // «الجمعة 15», and no 15th nearby is a Friday: the day of the week is one by itself.
            let dated = found.node.fields().is_some_and(|fields| fields.weekday.is_some() && fields.month.is_none());
            let weekday = if dated { self.parser.weekday(found.start) } else { None };
            return weekday.map_or(found.end, |weekday| self.take(&weekday));
        }
        let finding = Finding {
            span: Span::bytes(first.core..last.end),
            edtf: None,
            timex3: String::new(),
            range: DayRange::default(),
            calendar: found.node.calendar(),
            rule: found.rule,
            confidence: found.confidence,
            relative: found.node.is_relative(),
            issues: Issues { order: found.rule == "numeric" && found.confidence < SURE_ORDER, ..Issues::default() },
            form: found.node.clone(),
            tense,
        };
        let Some(value) = value else {
            self.told.found.push(Finding { timex3: timex::unresolved(&found.node), ..finding });
            return found.end;
        };
        // What has been, counted from another time, is not ahead.
        let ahead = value.range().from.zip(self.context.published).is_some_and(|(day, today)| day > today);
        if found.rule == COUNTED_ON && ahead && !matches!(tense, Tense::Future | Tense::LikelyFuture) {
            return found.end;
        }
        self.remember(found, &value, env.story_year.is_some());
        let mut finding = valued(finding, &value);
        finding.issues.weekday = value.weekday_differs;
        finding.issues.reckoned = value.reckoned;
        self.told.found.push(finding);
        found.end
    }

    /// A date in digits of which no order is known: where it would lie ahead of a sentence that does not look there, and
    /// its other reading has been, it is that one.
    fn turned(&self, found: &Match, tense: Tense) -> Option<Match> {
        let open = found.rule == "numeric" && found.confidence < SURE_ORDER && self.context.lang == Lang::En;
        let (today, fields) = (self.context.published?, found.node.fields().filter(|_| open)?);
        let (YearRef::Known(year), Some(month), Some(day)) = (fields.year, fields.month, fields.day) else {
            return None;
        };
        let ahead = Day::from_ymd(year, month, day).is_some_and(|day| day > today);
        let passed = Day::from_ymd(year, day, month).is_some_and(|day| day <= today);
        let looks_back = !matches!(tense, Tense::Future | Tense::LikelyFuture);
        let node = Node::Date(Fields { month: Some(day), day: Some(month), ..*fields });
        (ahead && passed && looks_back).then_some(Match { node, ..found.clone() })
    }
}
