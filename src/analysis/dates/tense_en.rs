//! What English tells of the time by more than one word: "to have opened", "won’t meet", "the sides meet again", "would be
//! decided before the board met".

use std::ops::ControlFlow;

use super::lexicon::Class;
use super::parser::Parser;
use super::tense::{REACH_AFTER, Tense};
use super::token::Gap;
use crate::analysis::listed::List;
use crate::text::Lang;

/// What is paid, or told, for a month that is over.
const PAID: &str = "wages wage salary salaries pay pensions rent bill bills figures data invoice invoices arrears";

/// Words from "to get" to what is to be done, at most.
const HAVE_DONE: usize = 5;

/// Words of "dates back all the way to", at most.
const BACK: usize = 5;

impl Parser<'_> {
    /// What an English word says by those around it, before it is asked what it says itself.
    pub(super) fn cue_in_english(&self, at: usize, behind: bool) -> ControlFlow<Option<(usize, Tense)>> {
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
            // "She is accused of stealing it on 11 December", "on trial over a crash on".
            "over" if self.one_of(before, "trial charges charge inquiry lawsuit") => return says(Tense::Past),
            _ if word.ends_with("ing") && self.is_charged_with(at) => return says(Tense::Past),
            // "They won’t meet in July".
            "won" if self.gap(at + 1) == Gap::None && self.one_of(at + 2, "t") => return says(Tense::Future),
            // "which were to reopen on Monday".
            "to" if self.one_of(before, "is are was were") => return says(Tense::Future),
            "cut" | "put" | "shut" | "cast" | "quit" | "split" | "burst" | "spread" | "hurt" | "set"
                if self.is_bare_past(at) =>
            {
                return ControlFlow::Break(Some((1, Tense::Past)));
            }
            // "Directed the trust to get its ornaments audited by August 31".
            _ if !behind
                && word.ends_with("ed")
                && self.one_of(at + 1, "by before until")
                && self.is_to_have_done(at) =>
            {
                return says(Tense::Future);
            }
            _ => {}
        }
        if word.ends_with("ed") && self.is_adjectival(at) || self.is_thing(at) {
            return ControlFlow::Break(None);
        }
        self.of_fixture(at, behind).map_or(ControlFlow::Continue(()), |cue| ControlFlow::Break(Some(cue)))
    }

    /// Whether somebody is to have done what a participle tells: "to get its wells cleaned".
    fn is_to_have_done(&self, at: usize) -> bool {
        (2..=HAVE_DONE).filter_map(|back| at.checked_sub(back)).any(|at| {
            self.one_of(at, "get have") && self.one_of(at.wrapping_sub(1), "to must should will shall can could")
        })
    }

    /// Whether a verbal noun tells what somebody is charged with.
    fn is_charged_with(&self, at: usize) -> bool {
        matches!(self.fold(at.wrapping_sub(1)), "of" | "with" | "to" | "for")
            && self.one_of(at.wrapping_sub(2), "accused charged suspected convicted guilty jailed sentenced wanted")
    }

    /// What the words around a date say, and how far off a cue they are as good as; 0 where they decide.
    pub(super) fn told_in_english(&self, start: usize, end: usize) -> Option<(usize, Tense)> {
        let before = start.wrapping_sub(1);
        Some(match self.fold(before) {
            // "Effective 1 July", "with effect from 1 July".
            "effective" | "starting" | "beginning" => (1, Tense::LikelyFuture),
            "from" if self.one_of(before.wrapping_sub(1), "effect effective") => (1, Tense::LikelyFuture),
            "dated" => (0, Tense::Past),
            // "Posted for further hearing on July 12".
            "on" if self.one_of(before.wrapping_sub(1), "hearing judgment sentencing")
                && self.is_led_by(before.wrapping_sub(1), 2, "for") =>
            {
                (1, Tense::LikelyFuture)
            }
            // "Wages for August will be paid".
            "for" if self.one_of(before.wrapping_sub(1), PAID) => (0, Tense::Past),
            // "Within 30 days of 12 October".
            "of" if self.is_led_by(before, BACK, "within") => (0, Tense::Open),
            // "The court gave him until December to pay".
            "until" | "till" if self.is_led_by(before, BACK, "gave given granted allowed extension reprieve") => {
                (0, Tense::Future)
            }
            "to" if self.is_led_by(before, BACK, "dates dating goes") => (0, Tense::Past),
            _ if self.is_of_blow(start, end) => (1, Tense::Past),
            _ => return None,
        })
    }

    /// Whether a plain form is a past one by what it follows: "allowances cut in February", "she quit in May", "a record
    /// set in March".
    fn is_bare_past(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        if self.capital(at) || self.gap(at) != Gap::Space {
            return false;
        }
        if self.one_of(at, "set") {
            return self.one_of(at + 1, "in at by") && !self.one_of(before, "is are be");
        }
        // "The company cut 300 jobs": in the present it cuts them.
        let object =
            || self.digits(at + 1).is_some() || self.one_of(at + 1, "its their his her the rates jobs interest ties");
        let plain = || {
            self.one_of(
                before,
                "to will would can could may might must should shall not t ll d a the and or did does do",
            )
        };
        self.is_several(before)
            || self.one_of(before, "he she it who which but")
            || self.is_word(before) && object() && !plain()
    }

    /// Whether a word is a noun of more than one.
    fn is_several(&self, at: usize) -> bool {
        const SHORTEST: usize = 3;
        let word = self.fold(at);
        word.len() > SHORTEST && word.ends_with('s') && !word.ends_with("ss") && !self.one_of(at, "this always perhaps")
    }

    /// What stands right behind a date that is the subject of its clause: "said Friday would be a day of mourning".
    pub(super) fn of_subject(&self, start: usize, end: usize) -> bool {
        self.lang == Lang::En && matches!(self.fold(end), "will" | "would") && !self.preceded(start, Class::In)
    }

    /// Whether a date is that of something that struck: "the November 12 attacks", "the earthquake of February 6".
    pub(super) fn is_of_blow(&self, start: usize, end: usize) -> bool {
        const BLOWS: List = List::of(
            "attack attacks bombing bombings shooting shootings killing killings massacre coup raid raids siege earthquake \
            quake flood floods flooding storm cyclone hurricane tornado eruption crash collapse blast explosion fire fires \
            riot riots clashes uprising blaze assault ambush hijacking derailment avalanche landslide tsunami",
        );
        let of = self.fold(start.wrapping_sub(1)) == "of" && {
            let blow = start.wrapping_sub(2);
            BLOWS.has(self.fold(blow)) || self.one_of(blow, "attempt")
        };
        of || self.gap(end) == Gap::Space && BLOWS.has(self.fold(end))
    }

    /// Whether a participle tells what something is, and no clause of it: "the self-styled champions", "its long-delayed
    /// review", "a disputed pitch".
    fn is_adjectival(&self, at: usize) -> bool {
        let hyphen = self.mark(at.wrapping_sub(1)) == Some('-') && self.gap(at) == Gap::None;
        // "Will close on Monday and stay closed until Oct. 4".
        let article = self
            .one_of(at.wrapping_sub(1), "the a an its his her their our my no stay stays remain remains keep keeps");
        // "At isolated places".
        let led = self.one_of(at.wrapping_sub(1), "at in of with for from to by among between against across through");
        let led = led && self.is_plural(at + 1);
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
        const PLAYS: List = List::of(
            "travel host face visit meet play entertain welcome tackle vote leave return fly march sit reconvene compete \
            perform appear arrive depart gather tour",
        );
        if behind || self.capital(at) || self.gap(at) >= Gap::Line {
            return None;
        }
        let before = at.wrapping_sub(1);
        // "When classes end on June 18".
        let several =
            self.fold(before).ends_with('s') && self.one_of(at, "end start open close begin finish resume reopen");
        let team = || {
            self.capital(before) || self.is_several(before) || self.one_of(before, "side team club squad they we and")
        };
        // "Tickets go on sale on Monday".
        let several = several || self.one_of(at, "go") && self.one_of(at + 1, "on") && self.fold(before).ends_with('s');
        let plays = PLAYS.has(self.fold(at));
        // "The club, promoted in May, host Leeds".
        let against = plays && self.capital(at + 1) && (team() || self.mark(before) == Some(','));
        if against {
            return Some((1, Tense::Future));
        }
        (several || plays && team()).then_some((1, Tense::LikelyFuture))
    }

    /// Whether something had not happened yet in the sentence before: "didn’t get a drill in the ground until".
    pub(super) fn was_denied(&self, start: usize) -> bool {
        self.before_in_sentence(start, REACH_AFTER).any(|at| {
            self.one_of(at, "didn hadn wasn weren") || self.one_of(at, "did had was were") && self.one_of(at + 1, "not")
        })
    }

    /// Whether a past form stands in what English tells of the future from the past: "would be decided before the board met".
    pub(super) fn is_ahead_of_then(&self, at: usize) -> bool {
        let back =
            |from: usize, words: &str| self.before_in_sentence(from, REACH_AFTER).find(|at| self.one_of(*at, words));
        let link = back(at, "before until once when if unless").filter(|link| at - link < 6);
        self.lang == Lang::En && link.is_some_and(|link| back(link, "would").is_some())
    }

    /// Whether what follows a date in English is a clause of its own: "told a meeting on Tuesday the clinic would go".
    pub(super) fn clause_begins(&self, end: usize) -> bool {
        let clause = end + usize::from(self.one_of(end, "night morning evening afternoon"));
        self.lang == Lang::En && self.one_of(clause, "the a an he she they it there no his her their")
    }
}
