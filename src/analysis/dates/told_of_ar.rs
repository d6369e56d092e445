//! What a date is of in an Arabic sentence, which tells that it lies behind: something after which another came, and the
//! figures of a quarter.

use super::lexicon::Class;
use super::parser::Parser;
use super::token::Gap;
use crate::text::Lang;

/// How far back a word of the future is looked for, in tokens.
const REACH: usize = 30;

impl Parser<'_> {
    /// Whether a date is that of something behind which another came: «بعد زلزال 6 فبراير», «منذ انتخابات مايو», «ومفاوضات 3 يونيو».
    pub(super) fn is_of_event(&self, start: usize) -> bool {
        let noun = start.wrapping_sub(1);
        let after = |at: usize| self.one_of(at, "بعد منذ عقب اثر");
        let plain = |at: usize| self.is_word(at) && !self.definite(at) && self.gap(at + 1) < Gap::Paragraph;
        let unknown = self.token(noun).is_some_and(|token| token.senses.is_empty());
        let event = unknown || [Class::Place, Class::Yearly, Class::Title].iter().any(|class| self.any(noun, *class));
        // «بعد إضراب ماي وإضراب 18 شتنبر».
        let and = || self.token(noun).is_some_and(|token| token.and) || self.fold(noun).starts_with('و');
        let joined = || and() && (2..4).any(|back| after(noun.wrapping_sub(back)));
        noun < start && event && plain(noun) && (after(noun.wrapping_sub(1)) || joined())
    }
    /// Whether a date is a quarter whose figures are told in the present, as headlines do: «أرباح الشركة تقفز في الربع الثاني».
    pub(super) fn is_reported_quarter(&self, start: usize) -> bool {
        let quarter = self.lang == Lang::Ar && self.one_of(start, "ربع") && self.definite(start);
        let ahead = || self.before_in_sentence(start, REACH).any(|at| self.any(at, Class::Future));
        quarter && self.tells_of_accounts(start) && !ahead()
    }
}
