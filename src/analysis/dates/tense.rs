//! Which way a sentence looks: back or ahead. A date that leaves its year or week open is the nearest one in that
//! direction. The cue nearest to the date decides; cues are words of the lexicon and the shapes of verbs.

use std::ops::ControlFlow;

use super::lexicon::Class;
use super::parser::Parser;
use super::token::{Gap, Kind};
use crate::analysis::listed::{List, ends_in};
use crate::text::Lang;

/// Where a sentence looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// A present form, which speaks of the future as often as not.
    LikelyFuture,
    /// No cue.
    Open,
}

/// How far a cue is looked for, in tokens.
pub(super) const REACH_BEFORE: usize = 30;
/// Behind the date: its clause is soon over.
pub(super) const REACH_AFTER: usize = 12;
/// A cue behind the date counts as if it were half as far again.
const BEHIND: usize = 3;
/// A comma between the date and the cue counts as so many tokens.
const COMMA: usize = 4;
/// And "and", which begins another clause, as so many.
const CLAUSE: usize = 6;

/// Verbs of asking, and the words from one to what it asks for, at most.
const URGED: &str = "urged asked advised ordered requested instructed persuaded invited";
const URGES: usize = 7;

/// Arabic verbs by which somebody decides until when something will be so: «قررت البلدية غلق الشارع حتى نهاية سبتمبر».
const DECIDES: &str = "قرر قررت تقرر اقر اقرت امر امرت قضي قضت منع منعت حظر حظرت اغلق اغلقت مدد مددت";

/// Before a full stop and a number, a longer word ends a sentence: "Sept. 3", "the council. 40 people".
const LONGEST_ABBREVIATION: usize = 4;

impl Parser<'_> {
    /// Whether "in two weeks" lies ahead of the sentence, and does not tell how long something took: what follows
    /// in its clause decides, else what stands before it there.
    pub(super) fn looks_ahead(&self, start: usize, end: usize) -> bool {
        let over = |at: usize| {
            self.ends_sentence(at) || matches!(self.mark(at), Some(',' | '،' | ':' | '«' | '»' | '"' | '“' | '”' | '—'))
        };
        let cue = |at: usize| self.cue(at, false, false).map(|(_, tense)| tense);
        let behind =
            (end..end + REACH_AFTER).take_while(|at| !over(*at) && self.gap(*at) < Gap::Paragraph).find_map(cue);
        let before = || (0..start).rev().take(REACH_AFTER).take_while(|at| !over(*at)).find_map(cue);
        match behind.or_else(before) {
            Some(tense) => tense != Tense::Past,
            None => self.mark(start.wrapping_sub(1)).is_some(),
        }
    }

    /// The direction at the tokens of a date.
    pub(super) fn tense(&self, start: usize, end: usize) -> Tense {
        let near = self.gap(start) < Gap::Paragraph;
        let deferred = near && self.is_goal(start);
        let bounded = near && self.is_bound(start.wrapping_sub(1));
        let link = match self.link_says(start, end).filter(|_| near) {
            Some((0, tense)) => return tense,
            // "put off a vote on closing the school to May 17", «أرجأ المجلس التصويت على المشروع إلى الثلاثاء».
            None if deferred && self.is_put_off(start) => return Tense::Future,
            link => link,
        };
        let before = self.cue_before(start, deferred, bounded);
        if let Some((0, tense)) = before {
            return tense;
        }
        let cues = [link, before, self.cue_behind(end, deferred)];
        let (distance, tense) = cues.into_iter().flatten().min_by_key(|cue| cue.0).unwrap_or((usize::MAX, Tense::Open));
        match tense {
            Tense::Future if deferred && self.is_moved_on(end) => Tense::Open,
            Tense::LikelyFuture if bounded => Tense::Future,
            tense if (tense == Tense::LikelyFuture || distance > CLAUSE) && self.is_reported_quarter(start) => {
                Tense::Past
            }
            tense => tense,
        }
    }

    /// What the nearest cue before a date says, and how far away it is: 0 where nothing else counts.
    fn cue_before(&self, start: usize, deferred: bool, bounded: bool) -> Option<(usize, Tense)> {
        let mut penalty = 0;
        for (distance, at) in (0..start).rev().take(REACH_BEFORE).enumerate() {
            if self.ends_sentence(at) || self.gap(at + 1) == Gap::Paragraph {
                break;
            }
            penalty += match self.mark(at) {
                Some(',' | '،') => COMMA,
                // «Наблюдатель настаивает: в субботу сейф не опечатали».
                Some(':') if self.lang == Lang::Ru => CLAUSE,
                _ => 0,
            };
            if let Some((weight, tense)) = self.cue(at, deferred, false) {
                // "a buyback announced on April 27 would be paused".
                if self.lang == Lang::En && tense == Tense::Past && distance == 1 && self.preceded(start, Class::In) {
                    return Some((0, Tense::Past));
                }
                let decided = bounded && self.lang == Lang::Ar && self.one_of(at, DECIDES);
                return Some((distance + 1 + weight + penalty, if decided { Tense::Future } else { tense }));
            }
        }
        None
    }

    /// What the nearest cue behind a date in its clause says, and how far away it is.
    fn cue_behind(&self, end: usize, deferred: bool) -> Option<(usize, Tense)> {
        let mut penalty = if self.clause_begins(end) { CLAUSE } else { 0 };
        for (distance, at) in (end..self.tokens.count()).take(REACH_AFTER).enumerate() {
            // «، على أن تنتهي فجر الاثنين»: what is agreed for later.
            let agreed = self.mark(at - 1).is_some() && self.one_of(at, "علي") && self.one_of(at + 1, "ان");
            if self.ends_sentence(at) || self.is_said(at) || self.gap(at) == Gap::Paragraph || agreed {
                break;
            }
            penalty += if matches!(self.mark(at), Some(',' | '،')) { COMMA } else { 0 };
            penalty += if self.begins_clause(at) { CLAUSE } else { 0 };
            let cue = self.cue(at, deferred, true);
            // «أجيز الدواء في مارس وينتظر أن …»: another clause, with a verb of its own.
            if cue.is_some() && self.lang == Lang::Ar && self.token(at).is_some_and(|token| token.and) {
                break;
            }
            if let Some((weight, tense)) = cue {
                return Some(((distance + 1) * BEHIND / 2 + weight + penalty, tense));
            }
        }
        None
    }

    /// Whether a participle tells what something is, and no clause of it: "the self-styled champions", "its long-delayed
    /// review", "a disputed pitch".
    fn is_adjectival(&self, at: usize) -> bool {
        let hyphen = self.mark(at.wrapping_sub(1)) == Some('-') && self.gap(at) == Gap::None;
        // "Will close on Monday and stay closed until Oct. 4".
        let article = self
            .one_of(at.wrapping_sub(1), "the a an its his her their our my no stay stays remain remains keep keeps");
        // "At isolated places".
        let led = self.one_of(at.wrapping_sub(1), "at in of with for from across through") && self.is_plural(at + 1);
        (hyphen || article || led) && self.gap(at + 1) == Gap::Space
    }

    /// Whether a word that may look ahead is a noun here: "its sales forecast", "announced plans", "raised hopes".
    fn is_thing(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let made = || self.fold(before).ends_with("ed") || self.any(before, Class::Past);
        match self.fold(at) {
            "likely" => !self.one_of(before, "is are be was were most more looks look seems"),
            "forecast" => !self.one_of(before, "is are was were be been"),
            "plans" | "hopes" | "plan" | "hope" => made() && !self.one_of(before, "reported said"),
            // "By 211 votes to 198 on Tuesday".
            _ => {
                self.is_value(at, Class::Future, 3) && (self.digits(before).is_some() || self.any(before, Class::Card))
            }
        }
    }

    /// What the plain form behind a team says, as papers tell of games to come: "Rovers travel to Penmarsh on Wednesday".
    fn of_fixture(&self, at: usize, behind: bool) -> Option<(usize, Tense)> {
        const PLAYS: List =
            List::of("travel host face visit meet play entertain welcome tackle vote leave return fly march");
        if behind || self.capital(at) || self.gap(at) >= Gap::Line {
            return None;
        }
        let before = at.wrapping_sub(1);
        // "When classes end on June 18".
        let several =
            self.fold(before).ends_with('s') && self.one_of(at, "end start open close begin finish resume reopen");
        let team =
            || self.capital(before) || self.one_of(before, "side team club squad champions visitors hosts they we");
        // "Tickets go on sale on Monday".
        let several = several || self.one_of(at, "go") && self.one_of(at + 1, "on") && self.fold(before).ends_with('s');
        (several || PLAYS.has(self.fold(at)) && team()).then_some((1, Tense::LikelyFuture))
    }

    /// Whether something had not happened yet in the sentence before: "didn’t get a drill in the ground until".
    pub(super) fn was_denied(&self, start: usize) -> bool {
        self.before_in_sentence(start, REACH_AFTER).any(|at| {
            self.one_of(at, "didn hadn wasn weren") || self.one_of(at, "did had was were") && self.one_of(at + 1, "not")
        })
    }

    /// Whether a past form stands in what English tells of the future from the past: "would be decided before the board met".
    fn is_ahead_of_then(&self, at: usize) -> bool {
        let back =
            |from: usize, words: &str| self.before_in_sentence(from, REACH_AFTER).find(|at| self.one_of(*at, words));
        let link = back(at, "before until once when if unless").filter(|link| at - link < 6);
        self.lang == Lang::En && link.is_some_and(|link| back(link, "would").is_some())
    }

    /// Whether a quotation ends at a token: “A cut in September is our guess,” she said; «…»، يهمس من سريره.
    fn is_said(&self, at: usize) -> bool {
        match self.lang {
            Lang::En => matches!(self.mark(at), Some('”' | '"')),
            Lang::Ar => matches!(self.mark(at), Some('»' | '"' | '”')) && self.mark(at + 1) == Some('،'),
            Lang::Ru => false,
        }
    }

    /// Whether what follows a date in English is a clause of its own: "told a meeting on Tuesday the clinic would go".
    pub(super) fn clause_begins(&self, end: usize) -> bool {
        let clause = end + usize::from(self.one_of(end, "night morning evening afternoon"));
        self.lang == Lang::En && self.one_of(clause, "the a an he she they it there no his her their")
    }

    /// «не работает с марта», «остаются без воды с воскресенья»: what lasts began in the past.
    pub(super) fn lasts(&self, start: usize) -> bool {
        let before = (0..start.saturating_sub(1)).rev().take(REACH_AFTER);
        let mut clause = before.take_while(|at| !self.ends_sentence(*at) && self.mark(*at) != Some(','));
        let denied = |at: usize| {
            let word = self.fold(at);
            let present = ends_in(word, &["ет", "ит", "ют", "ят", "ется", "ится"]);
            // «молчат со среды»: but «закроют со среды».
            let goes_on = || {
                const BEGUN: [&str; 16] = [
                    "за", "от", "по", "на", "вы", "при", "про", "пер", "об", "раз", "рас", "из", "до", "воз", "с", "у",
                ];
                let many = ends_in(word, &["ут", "ют", "ат", "ят"]) && !BEGUN.iter().any(|to| word.starts_with(to));
                many && self.token(at).is_some_and(|token| token.senses.is_empty())
            };
            present && at > 0 && self.one_of(at - 1, "не") || at + 2 == start && self.lang == Lang::Ru && goes_on()
        };
        clause.any(|at| self.is_value(at, Class::Past, 1) || denied(at))
    }

    /// Whether a preposition of goal stands before a date: «на», "until", «أجلت القضية إلى جلسة الفاتح من ديسمبر».
    fn is_goal(&self, start: usize) -> bool {
        let session = self.lang == Lang::Ar && self.one_of(start.wrapping_sub(1), "جلسه موعد تاريخ");
        let before = start.wrapping_sub(1 + usize::from(session));
        // «наметили на период с 20 августа».
        let from = self.one_of(before, "с со") && self.one_of(before.wrapping_sub(1), "период срок время дни");
        // «назначил заседание на 15 часов 22 августа».
        let clock = self.lang == Lang::Ru && self.one_of(before, "часов час утра вечера дня");
        let before = before.wrapping_sub(if from || clock { 2 } else { 0 });
        self.one_of(before, "на до к ко until till to for الي حتي ل")
    }

    /// The tokens before one in its sentence, the nearest first, and so many at most.
    pub(super) fn before_in_sentence(&self, start: usize, reach: usize) -> impl Iterator<Item = usize> {
        (0..start).rev().take(reach).take_while(|at| !self.ends_sentence(*at))
    }

    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        match self.token(at).map(|token| token.kind) {
            Some(Kind::Mark('!' | '?' | '؟' | '…' | ';' | '؛')) => true,
            // A full stop ends one where a capital or, in Arabic, anything follows; "Oct. 18" goes on.
            Some(Kind::Mark('.')) => {
                let next = self.token(at + 1);
                next.is_none_or(|next| {
                    next.gap > Gap::None
                        && (next.kind != Kind::Number
                            || self.fold(at.wrapping_sub(1)).chars().count() > LONGEST_ABBREVIATION)
                        && (self.lang == Lang::Ar || next.capital || next.kind != Kind::Word)
                })
            }
            _ => false,
        }
    }

    /// The direction that a word says, and how weakly.
    ///
    /// `deferred`: whether a preposition of goal stands before the date («на», "until"); `behind`: whether the word
    /// stands behind it.
    fn cue(&self, at: usize, deferred: bool, behind: bool) -> Option<(usize, Tense)> {
        let token = self.token(at).filter(|token| token.kind == Kind::Word)?;
        if self.lang == Lang::En
            && let ControlFlow::Break(cue) = self.cue_in_english(at, behind)
        {
            return cue;
        }
        if let Some(kind) = self.is(at, Class::Future) {
            return Some((0, self.future_of(kind, at, deferred, behind)));
        }
        if let Some(present) = self.voweled_present(at) {
            return Some(present);
        }
        // "the next hearing", «الجلسة المقبلة».
        if self.is_value(at, Class::Which, 1) && !behind {
            return Some((2, Tense::LikelyFuture));
        }
        // «حكم» is a verb, «الحكم» and «بحكم» are nouns.
        if self.is_value(at, Class::Past, 1) {
            return Some((1, Tense::LikelyFuture));
        }
        if self.any(at, Class::Past) && !token.definite && !token.preposition {
            let to_be = self.lang == Lang::En && self.one_of(at.wrapping_sub(1), "be");
            // «Денег нет до сентября».
            let ahead = to_be || deferred && self.one_of(at, "нет") || self.is_ahead_of_then(at);
            return Some((0, if ahead { Tense::Future } else { Tense::Past }));
        }
        let word = self.fold(at);
        // «يصادف 17 نيسان».
        if self.lang == Lang::Ar && self.any(at, Class::Match) && word.starts_with('ي') {
            return Some((3, Tense::LikelyFuture));
        }
        if !token.senses.is_empty() {
            return None;
        }
        self.by_shape(at, token, deferred, behind)
    }

    /// What an English word says by those around it, before it is asked what it says itself.
    fn cue_in_english(&self, at: usize, behind: bool) -> ControlFlow<Option<(usize, Tense)>> {
        let says = |tense| ControlFlow::Break(Some((0, tense)));
        let (word, before) = (self.fold(at), at.wrapping_sub(1));
        if self.fold(before) == "have" {
            match self.fold(before.wrapping_sub(1)) {
                // "It was to have opened on 1 April".
                "to" => return says(Tense::LikelyFuture),
                // "He would have been 19 this Sunday": what never was may lie on either side.
                "would" | "could" | "might" => return says(Tense::Open),
                _ => {}
            }
        }
        match word {
            // "after receiving notices on Friday".
            "after" | "following" if self.fold(at + 1).ends_with("ing") => return says(Tense::Past),
            // "They won’t meet in July".
            "won" if self.gap(at + 1) == Gap::None && self.one_of(at + 2, "t") => return says(Tense::Future),
            // "which were to reopen on Monday".
            "to" if self.one_of(before, "is are was were") => return says(Tense::Future),
            _ => {}
        }
        if word.ends_with("ed") && self.is_adjectival(at) || self.is_thing(at) {
            return ControlFlow::Break(None);
        }
        self.of_fixture(at, behind).map_or(ControlFlow::Continue(()), |cue| ControlFlow::Break(Some(cue)))
    }

    /// What a word of the future says: 0 plainly, 1 with an infinitive, 2 with a goal, 3 as a present form may.
    fn future_of(&self, kind: i64, at: usize, deferred: bool, behind: bool) -> Tense {
        // "was first set for".
        let adverb = self.one_of(at.wrapping_sub(1), "first originally initially previously once already");
        let before = self.fold(at.wrapping_sub(1 + usize::from(adverb)));
        match kind {
            // "Originally set for May 30".
            _ if adverb && !behind && self.lang == Lang::En => Tense::Open,
            1 => {
                // An intention looks ahead with its infinitive only: «хотел дождаться», "promised to".
                let next = self.fold(at + 1);
                let infinitive = matches!(next, "to" | "that") || ends_in(next, &["ing", "ть", "ться", "ти", "чь"]);
                // "he had been ordered to park it there".
                let told_of = before == "been" && self.one_of(at.wrapping_sub(2), "had");
                // "advised people with asthma to stay indoors this weekend" may lie on either side.
                if !infinitive
                    && !behind
                    && self.one_of(at, URGED)
                    && (at + 2..at + URGES).any(|at| self.one_of(at, "to"))
                {
                    return Tense::Open;
                }
                if infinitive && !behind && !told_of { Tense::Future } else { Tense::Past }
            }
            2 if deferred => Tense::Future,
            // "planned two flights in February", a "planned walkout": no day on which it was planned.
            4 if deferred || !matches!(before, "was" | "were" | "been" | "had" | "have" | "has") => Tense::LikelyFuture,
            2 | 4 => Tense::Past,
            3 => Tense::LikelyFuture,
            _ if self.lang == Lang::En && self.capital(at) && self.one_of(at, "may") => Tense::Open,
            // "a truce that was due to expire on Friday".
            _ if matches!(before, "was" | "were") && self.one_of(at + 1, "to") => Tense::LikelyFuture,
            // "was expected on 2 June" may lie on either side.
            _ if matches!(before, "was" | "were" | "been") => Tense::Open,
            // "he could not be saved".
            _ if self.one_of(at, "could") && self.one_of(at + 1, "not") => Tense::Past,
            _ => self.unless_narrated(at),
        }
    }

    /// Whether a word goes on with "and".
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        let joined = self
            .token(at)
            .is_some_and(|token| token.and || (token.senses.is_empty() && self.fold(at).starts_with('و')));
        // «يعود المهرجان من 7 إلى 16 جويلية بعد أن حُجب سنتين».
        let after = self.one_of(at, "بعدما after") || self.one_of(at, "بعد") && self.one_of(at + 1, "ان");
        joined || self.any(at, Class::And) || after
    }

    /// «كان … يعقد» tells of the past, «لم يعقد» too, and so does what someone saw or heard others do («رأت عمالاً ينقلون»).
    pub(super) fn unless_narrated(&self, at: usize) -> Tense {
        const NARRATES: List = List::of(
            "كان كانت كانوا وكان وكانت لم ظل ظلت ظلوا بقي بقيت بقوا بات باتت راح راحت راحوا اخذ اخذت استمر \
            استمرت راي رات راوا رايت شاهد شاهدت شاهدوا سمع سمعت سمعوا لمح لمحت صادف صادفت وجد وجدت",
        );
        let mut near = (1..=4).filter(|_| self.lang == Lang::Ar).filter_map(|back| at.checked_sub(back));
        let Some(told) = near.find(|at| NARRATES.has(self.fold(*at))) else { return Tense::Future };
        // «كان مقرراً أن يبدأ في 20 سبتمبر» may lie on either side.
        let planned = |at: usize| self.any(at, Class::Future) && !self.fold(at).starts_with(['ي', 'ت', 'س']);
        if (told + 1..=at).any(planned) { Tense::Open } else { Tense::Past }
    }
}
