//! Which cue a quotation goes with, and what stands inside it.

use super::cue::{Content, Cue, CueKind};
use super::cue_before::leads_to;
use super::cue_behind::{cue_behind, ends_with_comma, is_named_behind};
use super::source_en::summed_up;
use super::speech::{Found, Last, Pass, mention};
use super::title::{begins_clause, follows_namer, is_predicate, is_term, is_title};
use super::to_marks_ar::is_told_outlet;
use super::{SpeechKind, SpeechRule, dialogue, told_ar};
use crate::analysis::doc::{Sentence, sentences};
use crate::analysis::lexicon::{Agree, Class, flag};
use crate::analysis::people::ar::is_initials;
use crate::analysis::people::{Phrase, en};
use crate::analysis::token::Kind;
use crate::text::Lang;

/// Words between an attribution and the quotation that goes on behind it, at most.
const RESUMES_REACH: usize = 14;

/// A quotation that stands alone must have this many words: fewer are a name.
const ALONE_WORDS: usize = 5;

/// The same, behind a sentence that has told of someone's words.
const TOLD_WORDS: usize = 3;

/// The same, where they may be a title.
const TITLE_WORDS: usize = 4;

/// One that ends with a stop inside its marks, this many.
const ALONE_STOPPED: usize = 3;

/// A cue, or a phrase, that a quotation goes with.
pub(super) enum Source {
    Cue(usize, SpeechRule),
    Phrase(Phrase, SpeechRule),
    Last(SpeechRule),
    Told(Last),
    Person(SpeechRule, Agree),
}

impl Pass<'_, '_> {
    /// Reads one pair of a sentence: whose words, if anyone's, and then what is said inside them.
    pub(super) fn quotation(
        &mut self,
        pair: usize,
        sentence: Sentence,
        cues: &[Cue],
        speakers: &[Option<usize>],
        outer: Option<usize>,
    ) {
        let marks = self.doc.pair(pair);
        if self.doc.lang == Lang::Ru && dialogue::quotation(self, pair) {
            return;
        }
        let source = self.source(pair, sentence, cues);
        let Some(source) = source else {
            if let Some(own) = outer.and_then(|outer| self.own_words(pair, outer)) {
                self.emit(pair, own);
            }
            self.inside_nobodys(pair, outer);
            return;
        };
        let (speaker, cue, mention, rule, flags, end) = match source {
            Source::Cue(at, rule) => {
                let Some(cue) = cues.get(at) else { return };
                let speaker = speakers.get(at).copied().flatten();
                (speaker, Some((cue.start, cue.end)), mention(cue), rule, cue.sense.flags, marks.after().max(cue.reach))
            }
            Source::Phrase(phrase, rule) => {
                let speaker = self.registry.resolve(self.doc, &phrase, Agree::default());
                (speaker, None, Some(phrase.name.unwrap_or((phrase.start, phrase.end))), rule, 0, marks.after())
            }
            Source::Last(rule) => {
                let Some(last) = self.last else { return };
                (last.speaker, last.cue, last.mention, rule, 0, marks.after())
            }
            Source::Told(told) => (told.speaker, told.cue, told.mention, SpeechRule::Continued, 0, marks.after()),
            Source::Person(rule, agree) => {
                let speaker = self.whose_alone(marks.open, sentence, agree);
                (speaker, None, None, rule, 0, marks.after())
            }
        };
        let inside_clause =
            self.found.iter().rev().take(cues.len()).any(|found| {
                found.kind == SpeechKind::Indirect && found.from <= marks.open && marks.after() <= found.to
            });
        let kind = if inside_clause { SpeechKind::Mixed } else { SpeechKind::Direct };
        let found =
            Found { from: marks.inner_start(), to: marks.inner_end(), kind, speaker, cue, mention, rule, flags };
        self.emit(pair, found);
        self.last = Some(Last { speaker, cue, mention, paragraph: self.paragraph, end });
        if let Some(id) = speaker {
            self.registry.spoke(id, Agree::default());
        }
        self.inside(pair, speaker.or(outer));
        if let Some(id) = speaker {
            self.registry.spoke(id, Agree::default());
        }
    }

    /// Whose words are that no cue goes with: of the one who spoke in the paragraph, or whom the sentence before is about,
    /// else of whom the paragraph is.
    fn whose_alone(&mut self, open: usize, sentence: Sentence, agree: Agree) -> Option<usize> {
        if self.doc.lang == Lang::En
            && let Some(answers) = self.answers_in_marks(open)
        {
            return self.by_turn(answers);
        }
        let told = match self.doc.lang {
            Lang::Ar => {
                let asked = if agree == Agree::default() { self.interviewed_in_arabic(open) } else { None };
                let speaker = || self.registry.last_speaker(agree).filter(|id| self.registry.is_here(*id));
                asked.or_else(|| self.told_of_last(sentence, agree)).or_else(speaker)
            }
            Lang::Ru => None,
            Lang::En => self.interviewed(open).or_else(|| self.told_of_before(sentence)),
        };
        told.or_else(|| self.narrated(open, agree)).or_else(|| self.registry.last_person(agree))
    }

    /// Takes a pair for speech; the parts of it in the paragraphs before were the same one's.
    fn emit(&mut self, pair: usize, found: Found) {
        if self.taken.get(pair).copied().flatten().is_some() || self.doc.count_words(found.from, found.to) == 0 {
            return;
        }
        let place = self.push(found);
        if let Some(slot) = self.taken.get_mut(pair) {
            *slot = Some(place);
        }
        let mut earlier = self.doc.pair(pair).continues;
        while let Some(before) = earlier {
            if self.taken.get(before).copied().flatten().is_some() {
                break;
            }
            let marks = self.doc.pair(before);
            let part = Found {
                from: marks.inner_start(),
                to: marks.inner_end(),
                kind: SpeechKind::Direct,
                rule: SpeechRule::Reopened,
                ..found
            };
            let place = self.push(part);
            if let Some(slot) = self.taken.get_mut(before) {
                *slot = Some(place);
            }
            earlier = marks.continues;
        }
    }

    /// What is said inside a quotation.
    pub(super) fn inside(&mut self, pair: usize, outer: Option<usize>) {
        let marks = self.doc.pair(pair);
        let mut inner = Vec::new();
        sentences(self.doc, marks.inner_start(), marks.inner_end(), Some(pair), &mut inner);
        let before = self.last;
        for sentence in inner {
            self.sentence(sentence, None, outer);
        }
        self.last = before;
    }

    /// What a pair goes with; nothing where it is nobody's words.
    fn source(&self, pair: usize, sentence: Sentence, cues: &[Cue]) -> Option<Source> {
        if is_term(self.doc, self.doc.pair(pair).open) || is_initials(self.doc, pair) {
            return None;
        }
        if self.doc.lang == Lang::Ar && is_told_outlet(self.doc, pair) {
            return None;
        }
        if self.is_reopened(pair) {
            return Some(Source::Last(SpeechRule::Reopened));
        }
        let colon = self.doc.pair(pair).open.checked_sub(1).filter(|before| self.doc.kind(*before) == Kind::Colon);
        // "Not everyone agrees: “She is wrong,” says the curator".
        let told = || {
            self.doc.lang == Lang::En && ends_with_comma(self.doc, pair) && cue_behind(self.doc, pair, cues).is_some()
        };
        let told = || told() || colon.is_some_and(|colon| is_named_behind(self.doc, (pair, colon), cues));
        if let Some(colon) = colon.filter(|_| !begins_clause(self.doc, pair) && !told()) {
            return self.before_colon(colon, sentence, cues);
        }
        let clause = self.clause_around(pair, cues);
        let inside = || clause.filter(|_| !is_title(self.doc, pair) || is_predicate(self.doc, pair));
        self.behind(pair, sentence, cues, clause)
            .or_else(|| self.of_another(pair, sentence, cues))
            .or_else(|| self.of_other(pair, sentence, cues))
            .or_else(|| self.resumes(pair, sentence, cues).then_some(Source::Last(SpeechRule::Continued)))
            .or_else(|| self.cue_before(pair, cues).map(|at| Source::Cue(at, SpeechRule::CueBefore)))
            .or_else(|| inside().map(|at| Source::Cue(at, SpeechRule::Inside)))
            .or_else(|| self.in_view(pair, sentence).map(|whom| Source::Phrase(whom, SpeechRule::Inside)))
            .or_else(|| self.headline(pair, sentence, cues))
            .or_else(|| {
                let found = told_ar::thus(self.doc, pair).filter(|_| !cues.iter().any(|cue| cue.colon.is_some()));
                found.map(|phrase| Source::Phrase(phrase, SpeechRule::CueAfter))
            })
            .or_else(|| self.alone(pair, sentence, cues))
            .or_else(|| if clause.is_none() { self.fragment(pair, sentence) } else { None })
    }

    /// Whether a pair opens a quotation again that the paragraph before has left open.
    fn is_reopened(&self, pair: usize) -> bool {
        let before = self.doc.pair(pair).continues.and_then(|before| self.taken.get(before).copied().flatten());
        self.last.is_some() && before.is_some_and(|place| self.found.get(place).is_some())
    }

    /// The cue right behind a pair, where the marks hold no title. A source that stands within the `clause` of another cue
    /// belongs to that.
    fn behind(&self, pair: usize, sentence: Sentence, cues: &[Cue], clause: Option<usize>) -> Option<Source> {
        let opened = |cue: &Cue| cue.opened && matches!(cue.content, Content::After(_));
        let within = || clause.and_then(|at| cues.get(at)).is_some_and(opened);
        let at = cue_behind(self.doc, pair, cues)?;
        // «بينما وصفته فلانة بأنه «انتصار»، تساءل فلان: «…»»: an Arabic verb that leads to marks of its own.
        let elsewhere = |cue: &Cue| match cue.kind {
            CueKind::Nominal => within(),
            _ if self.doc.lang != Lang::Ar || cue.colon.is_none() => false,
            _ => within() || self.cue_before(pair, cues).is_some(),
        };
        let cue = cues.get(at).filter(|cue| !elsewhere(cue))?;
        let marks = self.doc.pair(pair);
        let names = cue.sense.has(flag::NAME);
        // «рассказал «Вестнику», ему советовали»: in Russian a dash stands behind speech that begins no sentence.
        let named = match self.doc.lang {
            Lang::Ru => (names || marks.open > sentence.start) && self.doc.kind(marks.after() + 1) != Kind::Dash,
            Lang::Ar | Lang::En => names,
        };
        let title = is_title(self.doc, pair) && (named || follows_namer(self.doc, marks.open));
        let said = !title && self.doc.count_words(marks.inner_start(), marks.inner_end()) > 0;
        said.then_some(Source::Cue(at, SpeechRule::CueAfter))
    }

    /// The person whom an Arabic sentence of the body is about, for words in it that no cue goes with.
    fn fragment(&self, pair: usize, sentence: Sentence) -> Option<Source> {
        let body = self.doc.lang == Lang::Ar && self.paragraph > 0;
        let found = if body { told_ar::fragment(self.doc, pair, sentence) } else { None };
        found.map(|phrase| Source::Phrase(phrase, SpeechRule::Inside))
    }

    /// English headlines set the words of the one they name in marks, with no verb of saying: Chief ‘was never told’.
    fn headline(&self, pair: usize, sentence: Sentence, cues: &[Cue]) -> Option<Source> {
        let marks = self.doc.pair(pair);
        let first = self.doc.token(marks.inner_start());
        // «Лечить некому»: врачи пожаловались губернатору.
        if self.doc.lang == Lang::Ru {
            let colon =
                self.paragraph == 0 && marks.open == sentence.start && self.doc.kind(marks.after()) == Kind::Colon;
            let cue = cues.iter().position(|cue| cue.from() > marks.after()).filter(|_| colon)?;
            return Some(Source::Cue(cue, SpeechRule::CueAfter));
        }
        // ‘I paint what I can’t say’: Ines Carvalho on fame.
        let (after, whole) = (marks.after(), marks.open == sentence.start && self.doc.lang == Lang::En);
        if whole && self.paragraph == 0 && self.doc.kind(after) == Kind::Colon {
            let found = en::phrase(self.doc, after + 1, sentence.end).map(|found| en::extent(self.doc, found));
            // ‘Nobody asked the river’: farmers and engineers fight.
            let over = |found: &Phrase| {
                let next = found.name.map_or(found.end, |(_, end)| end);
                // ‘You cannot argue with bronze’: Ines Carvalho, bellfounder.
                let comma =
                    self.doc.kind(next) == Kind::Comma && self.doc.count_words(next, sentence.end) <= TITLE_WORDS;
                comma || next >= sentence.end || self.doc.is(next, Class::Prep) && !self.doc.is(next, Class::Conn)
            };
            let one = found.filter(|found| (found.name.is_some() || found.head_is(Class::Role)) && over(found));
            return one.map(|one| Source::Phrase(one, SpeechRule::NameColon));
        }
        let fits = self.doc.lang == Lang::En && self.paragraph == 0 && !first.capital && marks.open > sentence.start;
        if !fits || is_title(self.doc, pair) {
            return None;
        }
        // "Court told of ‘campaign of whispers’": nothing that the court says.
        let heard = |at: usize| self.doc.is(at, Class::Mute) || self.doc.word(at) == "told";
        if (sentence.start..marks.open).any(heard) {
            return None;
        }
        let phrase = en::phrase(self.doc, sentence.start, marks.open)?;
        phrase.head.is_some().then_some(Source::Phrase(en::extent(self.doc, phrase), SpeechRule::CueBefore))
    }

    /// Whether a pair goes on with the quotation before it in the same paragraph.
    fn resumes(&self, pair: usize, sentence: Sentence, cues: &[Cue]) -> bool {
        let Some(last) = self.last.filter(|last| last.paragraph == self.paragraph) else { return false };
        let doc = self.doc;
        let open = doc.pair(pair).open;
        if last.end > open || sentence.inside.is_some() {
            return false;
        }
        if open == sentence.start && doc.lang == Lang::En && self.is_aside(last, sentence) {
            return false;
        }
        if open == sentence.start {
            let whole = doc.pair(pair).after() + 1 >= sentence.end;
            return whole || !is_title(doc, pair);
        }
        // "a hauler from Campbellton, N.B. “Nine hours …”".
        let dot = doc.lang == Lang::En && doc.word(open - 1) == ".";
        let led = dot || matches!(doc.kind(open - 1), Kind::Comma | Kind::Dash | Kind::Stop);
        let between = cues.iter().any(|cue| cue.start >= last.end && cue.end <= open);
        // "Said Nokuthula Fani, a farmworker whose cottage was swept away on Sunday, “and then …”".
        let first = doc.token(open + 1);
        let small = doc.lang == Lang::En && doc.kind(open - 1) == Kind::Comma && first.is_word() && !first.capital;
        let reach = if small { RESUMES_REACH * 2 } else { RESUMES_REACH };
        led && last.end > sentence.start && !between && doc.count_words(last.end, open) <= reach
    }

    /// The last cue before the marks, where it leads to them.
    fn cue_before(&self, pair: usize, cues: &[Cue]) -> Option<usize> {
        let open = self.doc.pair(pair).open;
        let at = cues.iter().rposition(|cue| cue.end <= open)?;
        cues.get(at).filter(|cue| leads_to(self.doc, cue, pair)).map(|_| at)
    }

    /// The innermost cue in whose clause the pair stands.
    fn clause_around(&self, pair: usize, cues: &[Cue]) -> Option<usize> {
        let open = self.doc.pair(pair).open;
        let after = (0..cues.len()).rev().find(|at| match cues.get(*at).map(|cue| cue.content) {
            Some(Content::After(from)) => from <= open && cues.get(*at).is_some_and(|cue| open < cue.until),
            _ => false,
        });
        after.or_else(|| {
            cues.iter().position(|cue| matches!(cue.content, Content::Before(from, to) if from <= open && open < to))
        })
    }

    /// A quotation that nothing goes with: it stands alone as a sentence, after someone was spoken of.
    fn alone(&self, pair: usize, sentence: Sentence, cues: &[Cue]) -> Option<Source> {
        let doc = self.doc;
        let marks = doc.pair(pair);
        let words = doc.count_words(marks.inner_start(), marks.inner_end());
        let whole = marks.open == sentence.start && marks.after() + 2 >= sentence.end && sentence.inside.is_none();
        // «Активисты сообщили, что … «…»»: the words go on with those of the sentence before.
        let told = self.told.filter(|told| doc.lang == Lang::Ru && told.paragraph == self.paragraph);
        if let Some(one) = summed_up(doc, marks.after()).filter(|_| whole && cues.is_empty()) {
            return Some(Source::Phrase(one, SpeechRule::CueAfter));
        }
        let least = if is_title(doc, pair) { TITLE_WORDS } else { TOLD_WORDS };
        if let Some(told) = told.filter(|_| whole && cues.is_empty() && words >= least) {
            return Some(Source::Told(told));
        }
        // "“The rest is politics.”": in English a stop of its own shows a sentence.
        let stopped = doc.lang == Lang::En && doc.kind(marks.inner_end().saturating_sub(1)) == Kind::Stop;
        // "“You lied?” Pappas asked. ¶ “Yes.”".
        let asked = doc.lang == Lang::En && self.asked_before(marks.open).is_some()
            || doc.lang != Lang::Ru && self.is_asked(pair);
        let least = match () {
            () if asked => 1,
            () if stopped => ALONE_STOPPED,
            () => ALONE_WORDS,
        };
        let alone =
            whole && words >= least && cues.is_empty() && (asked || !is_title(doc, pair)) && !self.is_continued(pair);
        alone.then_some(Source::Person(SpeechRule::Alone, Agree::default()))
    }

    /// Whether the quotation goes on in the next paragraph, where its cue may stand.
    pub(super) fn is_continued(&self, pair: usize) -> bool {
        self.doc.pairs.get(pair + 1..).unwrap_or_default().iter().take(8).any(|next| next.continues == Some(pair))
    }
}
