//! The axis of a timeline, drawn twice from the same numbers: across, for the panel beside the text, where it
//! runs with the reading direction, and down, for the sheet of a narrow screen. The style sheet shows one.

use super::mark::{Stretch, drawn, kind_of};
use super::shown::Ask;
use super::words::Words;
use crate::date::{month_name_short, month_name_short_alone, year_words};
use crate::text::{Direction, Lang};
use crate::timeline::{Mark, Precision, Tick, Timeline};
use leptos::prelude::*;

/// The height of a lane, in pixels: beside a mark at least as much stays free, so that lines of several lanes are no
/// hatching.
const LANE: usize = 14;
/// The same on the axis that runs down, beside which the events want room.
const LANE_DOWN: usize = 11;
/// The thickness of a mark, in pixels.
const MARK: usize = 6;
/// Room for two lines of labels below the axis, in pixels.
const LABELS: usize = 40;
/// What the ends of the axis keep free, of its length, so that marks there are not cut.
const MARGIN: f64 = 0.07;
/// The width of the axis that runs down, in pixels: a label and the line, before its lanes.
const DOWN: usize = 72;
/// What stands between the labels of the axis that runs down and its line, in pixels.
const NOTCH: usize = 10;
/// What a letter of a label takes on the average, in pixels, generously: Cyrillic is the widest.
const LETTER: u32 = 8;
/// The letters that room is kept for: “12000 BCE” and «20 сентября» have no more, and a longer label may be cut.
const MOST_LETTERS: u32 = 13;
/// What the margins leave of the axis at least.
const LEAST_LENGTH: f64 = 0.7;
/// The shortest axis, in pixels: the panel in a window of 320.
const SHORTEST: f64 = 280.0;

/// The axis.
#[component]
pub fn Axis(
    /// The language of its labels.
    lang: Lang,
    /// The direction that it runs in.
    direction: Direction,
    /// What is drawn.
    timeline: Timeline,
    /// Whether the events were found, not authored.
    found: bool,
) -> impl IntoView {
    let words = Words::of(lang);
    let labels: Vec<Label> = timeline.ticks.iter().map(|tick| Label::of(lang, *tick)).collect();
    let rtl = direction == Direction::Rtl;
    let across = Drawing { across: true, rtl, lanes: timeline.lanes * LANE, margins: margins(&labels), before: 0 };
    let widest = labels.iter().map(Label::width).max().unwrap_or_default();
    let before = DOWN.max(widest as usize + NOTCH);
    let lanes = timeline.lanes * LANE_DOWN;
    let down = Drawing { across: false, rtl, lanes, margins: (MARGIN, MARGIN), before };
    view! {
        <figure class="axis" role="img" aria-label=words.axis data-origin=found.then_some("found")>
            {across.svg(&timeline, &labels)}
            {down.svg(&timeline, &labels)}
        </figure>
    }
}

/// One drawing of the axis.
#[derive(Clone, Copy)]
struct Drawing {
    across: bool,
    rtl: bool,
    /// What all lanes take, in pixels.
    lanes: usize,
    /// What stays free before its start and behind its end, as shares of its length.
    margins: (f64, f64),
    /// What stands before the line of the axis that runs down, in pixels.
    before: usize,
}

/// A point or a size of the drawing, as SVG writes it: along the axis in per cent, beside it in pixels.
type Length = String;

impl Drawing {
    fn svg(self, timeline: &Timeline, labels: &[Label]) -> impl IntoView + use<> {
        let thick = self.lanes + if self.across { LABELS } else { self.before };
        let (width, height) = if self.across { ("100%".to_owned(), px(thick)) } else { (px(thick), "100%".to_owned()) };
        let class = if self.across { "axis-across" } else { "axis-down" };
        let line = self.line(timeline).collect_view();
        let breaks = timeline.breaks.iter().map(|gap| self.gap(f64::midpoint(gap.from, gap.to))).collect_view();
        let ticks = labels.iter().map(|label| self.tick(label)).collect_view();
        let entry = |mark: &Mark| timeline.rows.get(mark.row).map(|row| row.entry).unwrap_or_default();
        let marks = timeline.marks.iter().map(|mark| self.mark(mark, entry(mark))).collect_view();
        view! {
            <svg class=class width=width height=height aria-hidden="true">{line}{breaks}{ticks}{marks}</svg>
        }
    }

    /// A place along the axis.
    fn along(self, at: f64) -> f64 {
        let at = self.margins.0 + at * (1.0 - self.margins.0 - self.margins.1);
        100.0 * if self.across && self.rtl { 1.0 - at } else { at }
    }

    /// Whether the lanes come before the axis, counted from the top or from the left.
    fn lanes_first(self) -> bool {
        self.across || self.rtl
    }

    /// A place beside the axis: pixels from the axis towards the lanes.
    fn beside(self, lanewards: usize) -> Length {
        if self.lanes_first() { px(self.lanes.saturating_sub(lanewards)) } else { px(self.before + lanewards) }
    }

    /// A line from one place along the axis to another, and from one place beside it to another.
    fn stroke(self, class: &'static str, along: (f64, f64), beside: (Length, Length)) -> AnyView {
        let (from, to) = (percent(along.0), percent(along.1));
        let (x1, x2, y1, y2) =
            if self.across { (from, to, beside.0, beside.1) } else { (beside.0, beside.1, from, to) };
        view! { <line class=class x1=x1 x2=x2 y1=y1 y2=y2 /> }.into_any()
    }

    /// The axis itself, interrupted where it breaks.
    fn line(self, timeline: &Timeline) -> impl Iterator<Item = AnyView> + use<> {
        let starts = std::iter::once(0.0).chain(timeline.breaks.iter().map(|gap| gap.to)).collect::<Vec<_>>();
        let ends = timeline.breaks.iter().map(|gap| gap.from).chain([1.0]).collect::<Vec<_>>();
        starts.into_iter().zip(ends).map(move |(start, end)| {
            self.stroke("axis-line", (self.along(start), self.along(end)), (self.beside(0), self.beside(0)))
        })
    }

    /// Two strokes across the axis where time has been left out.
    fn gap(self, at: f64) -> AnyView {
        let (along, beside) = (percent(self.along(at)), self.beside(0));
        let (x, y) = if self.across { (along, beside) } else { (beside, along) };
        let path = if self.across { "M-5 6 L-1 -6 M1 6 L5 -6" } else { "M-6 5 L6 1 M-6 -1 L6 -5" };
        view! { <svg class="axis-break" x=x y=y overflow="visible"><path d=path /></svg> }.into_any()
    }

    fn tick(self, label: &Label) -> AnyView {
        let at = self.along(label.at);
        let text = |class: &'static str, words: String, line: usize| {
            let across = px(self.lanes + 18 + 15 * line);
            let (x, y) = if self.across { (percent(at), across) } else { (self.beside_label(), percent(at)) };
            let dy = if self.across { String::new() } else { format!("{}", 4 + 14 * line) };
            view! { <text class=class x=x y=y dy=dy>{words}</text> }
        };
        let notch = self.stroke("axis-tick", (at, at), (self.beside(0), self.beside_notch()));
        let context = label.context.clone().map(|words| text("axis-context", words, 1));
        view! { {notch}{text("axis-label", label.words.clone(), 0)}{context} }.into_any()
    }

    /// Where a tick's notch ends: on the side away from the lanes.
    fn beside_notch(self) -> Length {
        if self.lanes_first() { px(self.lanes + 5) } else { px(self.before - 5) }
    }

    /// Where the labels of the axis that runs down stand.
    fn beside_label(self) -> Length {
        if self.rtl { px(self.lanes + NOTCH) } else { px(self.before - NOTCH) }
    }

    fn mark(self, mark: &Mark, entry: usize) -> AnyView {
        let lane = if self.across { LANE } else { LANE_DOWN };
        let beside = self.beside(mark.lane * lane + if self.lanes_first() { lane } else { lane - MARK });
        let stretch = |part: Stretch| {
            let (a, b) = (self.along(part.from), self.along(part.to));
            let (from, size) = (percent(a.min(b)), percent((a - b).abs()));
            let (beside, thick) = (beside.clone(), px(MARK));
            let (x, y, width, height) =
                if self.across { (from, beside, size, thick) } else { (beside, from, thick, size) };
            match part.path(self.across, self.rtl) {
                None => view! { <rect class=part.class() x=x y=y width=width height=height rx="2" /> }.into_any(),
                Some(path) => view! {
                    <svg x=x y=y width=width height=height viewBox="0 0 100 100" preserveAspectRatio="none">
                        <path class=part.class() d=path />
                    </svg>
                }
                .into_any(),
            }
        };
        let stretches = drawn(mark).into_iter().map(stretch).collect_view();
        view! { <g class="mark" data-kind=kind_of(mark).name() data-ask=Ask::Event(entry).written()>{stretches}</g> }
            .into_any()
    }
}

/// A tick with its words: what it says, and below it the year or the month where a new one begins.
struct Label {
    at: f64,
    words: String,
    context: Option<String>,
}

impl Label {
    fn of(lang: Lang, tick: Tick) -> Self {
        let civil = tick.day.civil();
        let year = year_words(lang, civil.year);
        let (words, context) = match tick.precision {
            Precision::Year => (year, None),
            Precision::Month => (month_name_short_alone(lang, civil.month).to_owned(), tick.year.then_some(year)),
            Precision::Day if tick.year || civil.day == 1 => {
                let words = format!("{} {}", civil.day, month_name_short(lang, civil.month));
                (words, tick.year.then_some(year))
            }
            Precision::Day => (civil.day.to_string(), None),
        };
        Self { at: tick.at, words, context }
    }

    /// The width of its longer line in pixels, guessed generously from the number of its letters.
    fn width(&self) -> u32 {
        let letters = |words: &str| u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
        let most = letters(&self.words).max(self.context.as_deref().map(letters).unwrap_or_default());
        most.min(MOST_LETTERS) * LETTER
    }
}

/// What the axis that runs across keeps free at its start and at its end, so that no label is cut on the shortest.
fn margins(labels: &[Label]) -> (f64, f64) {
    let needed = |at: fn(&Label) -> f64| {
        let half = |label: &Label| f64::from(label.width()) / 2.0 / SHORTEST;
        labels.iter().map(|label| half(label) - at(label) * LEAST_LENGTH).fold(MARGIN, f64::max)
    };
    (needed(|label| label.at), needed(|label| 1.0 - label.at))
}

fn px(n: usize) -> Length {
    n.to_string()
}

/// Two decimals, written by hand: the library's way of writing fractions is large, and nothing else needs it.
fn percent(n: f64) -> Length {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 100.
    let hundredths = (n * 100.0 + 0.5) as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
