//! The axis of a timeline, drawn twice from the same numbers: across, for the panel beside the text, where it
//! runs with the reading direction, and down, for the sheet of a narrow screen. The style sheet shows one.

use super::shown::Ask;
use super::words::Words;
use crate::date::{month_name, month_name_short, year_words};
use crate::text::{Direction, Lang};
use crate::timeline::{Mark, Precision, Shape, Tick, Timeline};
use leptos::prelude::*;

/// The height of a lane, in pixels.
const LANE: usize = 10;
/// The thickness of a mark, in pixels.
const MARK: usize = 6;
/// Room for two lines of labels below the axis, in pixels.
const LABELS: usize = 40;
/// What the ends of the axis keep free, of its length, so that marks and labels there are not cut.
const MARGIN: f64 = 0.07;
/// The width of the axis that runs down, in pixels: a label and the line, before its lanes.
const DOWN: usize = 72;

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
    let across = Drawing { lang, across: true, rtl: direction == Direction::Rtl, lanes: timeline.lanes };
    let down = Drawing { across: false, ..across };
    view! {
        <figure class="axis" role="img" aria-label=words.axis data-origin=found.then_some("found")>
            {across.svg(&timeline)}
            {down.svg(&timeline)}
        </figure>
    }
}

/// One drawing of the axis.
#[derive(Clone, Copy)]
struct Drawing {
    lang: Lang,
    across: bool,
    rtl: bool,
    lanes: usize,
}

/// A point or a size of the drawing, as SVG writes it: along the axis in per cent, beside it in pixels.
type Length = String;

impl Drawing {
    fn svg(self, timeline: &Timeline) -> impl IntoView + use<> {
        let thick = self.lanes * LANE + if self.across { LABELS } else { DOWN };
        let (width, height) = if self.across { ("100%".to_owned(), px(thick)) } else { (px(thick), "100%".to_owned()) };
        let class = if self.across { "axis-across" } else { "axis-down" };
        let line = self.line(timeline).collect_view();
        let breaks = timeline.breaks.iter().map(|gap| self.gap(f64::midpoint(gap.from, gap.to))).collect_view();
        let ticks = timeline.ticks.iter().map(|tick| self.tick(*tick)).collect_view();
        let marks = timeline.marks.iter().map(|mark| {
            let entry = timeline.rows.get(mark.row).map(|row| (row.entry, row.about || row.doubted));
            let (entry, vague) = entry.unwrap_or_default();
            self.mark(mark, vague, entry)
        });
        let marks = marks.collect_view();
        view! {
            <svg class=class width=width height=height aria-hidden="true">{line}{breaks}{ticks}{marks}</svg>
        }
    }

    /// A place along the axis.
    fn along(self, at: f64) -> f64 {
        let at = MARGIN + at * (1.0 - 2.0 * MARGIN);
        100.0 * if self.across && self.rtl { 1.0 - at } else { at }
    }

    /// Whether the lanes come before the axis, counted from the top or from the left.
    fn lanes_first(self) -> bool {
        self.across || self.rtl
    }

    /// A place beside the axis: pixels from the axis towards the lanes.
    fn beside(self, lanewards: usize) -> Length {
        let all = self.lanes * LANE;
        if self.lanes_first() { px(all.saturating_sub(lanewards)) } else { px(DOWN + lanewards) }
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

    fn tick(self, tick: Tick) -> AnyView {
        let (label, context) = tick_words(self.lang, tick);
        let at = self.along(tick.at);
        let text = |class: &'static str, words: String, line: usize| {
            let across = px(self.lanes * LANE + 18 + 15 * line);
            let (x, y) = if self.across { (percent(at), across) } else { (self.beside_label(), percent(at)) };
            let dy = if self.across { String::new() } else { format!("{}", 4 + 14 * line) };
            view! { <text class=class x=x y=y dy=dy>{words}</text> }
        };
        let notch = self.stroke("axis-tick", (at, at), (self.beside(0), self.beside_notch()));
        let context = context.map(|words| text("axis-context", words, 1));
        view! { {notch}{text("axis-label", label, 0)}{context} }.into_any()
    }

    /// Where a tick's notch ends: on the side away from the lanes.
    fn beside_notch(self) -> Length {
        if self.lanes_first() { px(self.lanes * LANE + 5) } else { px(DOWN - 5) }
    }

    /// Where the labels of the axis that runs down stand.
    fn beside_label(self) -> Length {
        if self.rtl { px(self.lanes * LANE + 10) } else { px(DOWN - 10) }
    }

    fn mark(self, mark: &Mark, vague: bool, entry: usize) -> AnyView {
        let beside = self.beside(mark.lane * LANE + if self.lanes_first() { LANE } else { LANE - MARK });
        let parts = mark.parts.iter().map(|(start, end)| {
            let (a, b) = (self.along(*start), self.along(*end));
            let (from, size) = (percent(a.min(b)), percent((a - b).abs()));
            let (beside, thick) = (beside.clone(), px(MARK));
            let (x, y, width, height) =
                if self.across { (from, beside, size, thick) } else { (beside, from, thick, size) };
            view! { <rect x=x y=y width=width height=height rx="4" /> }
        });
        let parts = parts.collect_view();
        view! {
            <g
                class="mark"
                data-shape=shape_attribute(mark.shape)
                data-vague=vague.then_some("")
                data-ask=Ask::Event(entry).written()
            >
                {parts}
            </g>
        }
        .into_any()
    }
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

fn shape_attribute(shape: Shape) -> &'static str {
    match shape {
        Shape::Day => "day",
        Shape::Coarse => "coarse",
        Shape::Span => "span",
        Shape::OneOf => "one-of",
        Shape::OpenEnd | Shape::OpenStart | Shape::EndUnknown | Shape::StartUnknown | Shape::Boundless => "open",
    }
}

/// A tick's label, and below it the year or the month where a new one begins.
fn tick_words(lang: Lang, tick: Tick) -> (String, Option<String>) {
    let civil = tick.day.civil();
    let year = year_words(lang, civil.year);
    match tick.precision {
        Precision::Year => (year, None),
        Precision::Month => (month_name(lang, civil.month).to_owned(), tick.year.then_some(year)),
        Precision::Day if tick.year || civil.day == 1 => {
            (format!("{} {}", civil.day, month_name_short(lang, civil.month)), tick.year.then_some(year))
        }
        Precision::Day => (civil.day.to_string(), None),
    }
}
