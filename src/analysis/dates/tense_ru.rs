//! What a date is of in a Russian sentence, by the words around it.

use super::lexicon::Class;
use super::parser::Parser;
use super::tense::Tense;
use super::verb_form::russian_verb;
use crate::analysis::listed::{List, ends_in};

/// Where a date stands alone behind a colon, what the colon follows says less than this.
const CLAUSE_OF_ITS_OWN: usize = 7;
/// Words from a date to the verb of its clause, at most.
const REACH: usize = 4;
/// What struck, which a date behind it is the day of: «после землетрясения 6 февраля».
const BLOWS: List = List::of(
    "теракта терактов взрыва взрывов землетрясения наводнения пожара аварии катастрофы погромов мятежа переворота обстрела",
);

/// Beginnings of verbs of what is done once: «закроют», «подпишут».
pub(super) const BEGUN: [&str; 16] =
    ["за", "от", "по", "на", "вы", "при", "про", "пер", "об", "раз", "рас", "из", "до", "воз", "с", "у"];
/// Endings of verbs of what lasts, whatever they begin with: «рассказывают», «добираются».
const LASTS: [&str; 8] = ["ывают", "ивают", "ывает", "ивает", "ываются", "иваются", "бираются", "нимаются"];

impl Parser<'_> {
    /// What the words around a date say, and how far off a cue they are as good as; 0 where they decide.
    pub(super) fn told_in_russian(&self, start: usize, end: usize) -> Option<(usize, Tense)> {
        let before = start.wrapping_sub(1);
        Some(match self.mark(before) {
            // «В последний раз — 14 марта».
            Some('—') if self.one_of(before.wrapping_sub(1), "раз впервые") => (0, Tense::Past),
            // «Праздник никто не отменял: 7 октября, вход свободный».
            Some(':') if matches!(self.mark(end), Some(',' | '.' | ';')) => (CLAUSE_OF_ITS_OWN, Tense::LikelyFuture),
            // «Нельзя, чтобы первого сентября дети сели за парты», «чтобы к 1 сентября ремонт был завершён».
            _ if (1..=3).any(|back| matches!(self.fold(start.wrapping_sub(back)), "чтобы" | "чтоб")) => {
                (0, Tense::Future)
            }
            // «С понедельника они работают в консультации».
            _ if matches!(self.fold(before), "с" | "со") && self.goes_on_since(start, end) => {
                // «С 1 ноября растут тарифы» may be an announcement.
                (0, if self.weekday_name(start).is_some() { Tense::Past } else { Tense::Open })
            }
            // «Долг за август выплатят в ноябре».
            _ if self.fold(before) == "за" && self.month(start).is_some() => (0, Tense::Past),
            // «Накануне выборов 25 июня цены выросли».
            _ if self.one_of(before.wrapping_sub(1), "накануне преддверии") => {
                (1, Tense::LikelyFuture)
            }
            // «Решение суда от 12 октября обжалуют».
            _ if self.fold(before) == "от" => (0, Tense::Past),
            _ if BLOWS.has(self.fold(before)) => (1, Tense::Past),
            _ => return None,
        })
    }

    /// Whether what lasts stands behind a date that it lasts from: «(с понедельника) они работают», «(с августа) не платят
    /// зарплату»; but «(с августа) заплатят».
    fn goes_on_since(&self, start: usize, end: usize) -> bool {
        if (start..end).any(|at| self.any(at, Class::To)) {
            return false;
        }
        let lasts = |at: usize| {
            let word = self.fold(at);
            let unknown = word.ends_with(['т', 'я']) && self.token(at).is_some_and(|token| token.senses.is_empty());
            let present = || matches!(russian_verb(word), Some((_, Tense::LikelyFuture)));
            let begun = || BEGUN.iter().any(|prefix| word.starts_with(prefix)) && !ends_in(word, &LASTS);
            self.is_value(at, Class::Past, 1) || unknown && present() && !begun()
        };
        (end..end + REACH).take_while(|at| self.is_word(*at)).any(lasts)
    }
}
