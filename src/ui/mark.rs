//! How a mark of the axis is drawn, by what is known of its date: full where it is known, a line around nothing where
//! it is some time within, a dotted one where it is about then or doubted, and tapering where it has no end.

use crate::text::Lang;
use crate::timeline::{Mark, Shape};
use leptos::prelude::*;

/// What a mark is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A day, or all of a stretch.
    Known,
    /// Some time within.
    Within,
    /// About then, or doubted.
    Vague,
    /// It goes on, or always was.
    Open,
    /// It has an end that nobody knows.
    EndUnknown,
}

/// Every kind, in the order of the legend.
const KINDS: [Kind; 5] = [Kind::Known, Kind::Within, Kind::Vague, Kind::Open, Kind::EndUnknown];

impl Kind {
    /// Its name in an attribute.
    pub fn name(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Within => "within",
            Self::Vague => "vague",
            Self::Open => "open",
            Self::EndUnknown => "end-unknown",
        }
    }

    /// What the legend says of it.
    fn words(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Ar, Self::Known) => "تاريخ محدد",
            (Lang::Ar, Self::Within) => "في وقت ما خلال المدة",
            (Lang::Ar, Self::Vague) => "تقريبي أو غير مؤكد",
            (Lang::Ar, Self::Open) => "طرف مفتوح",
            (Lang::Ar, Self::EndUnknown) => "طرف غير معروف",
            (Lang::Ru, Self::Known) => "дата известна",
            (Lang::Ru, Self::Within) => "когда-то в этот срок",
            (Lang::Ru, Self::Vague) => "примерно или под вопросом",
            (Lang::Ru, Self::Open) => "открытый срок",
            (Lang::Ru, Self::EndUnknown) => "граница неизвестна",
            (Lang::En, Self::Known) => "known",
            (Lang::En, Self::Within) => "some time within",
            (Lang::En, Self::Vague) => "about, or uncertain",
            (Lang::En, Self::Open) => "open-ended",
            (Lang::En, Self::EndUnknown) => "one end unknown",
        }
    }
}

/// What a mark is drawn as.
pub fn kind_of(mark: &Mark) -> Kind {
    match mark.shape {
        _ if mark.vague => Kind::Vague,
        Shape::Day | Shape::Span => Kind::Known,
        Shape::Coarse | Shape::OneOf => Kind::Within,
        Shape::OpenEnd | Shape::OpenStart | Shape::Boundless => Kind::Open,
        Shape::EndUnknown | Shape::StartUnknown => Kind::EndUnknown,
    }
}

/// A stretch of a mark, in places along the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// How much of it tapers to nothing at its start and at its end.
    tapers: (f64, f64),
    /// Whether only its outline is drawn.
    hollow: bool,
}

/// The stretches of a mark, in order.
pub fn drawn(mark: &Mark) -> Vec<Stretch> {
    let kind = kind_of(mark);
    let hollow = matches!(kind, Kind::Within | Kind::Vague);
    let last = mark.parts.len().saturating_sub(1);
    let parts = mark.parts.iter().enumerate().flat_map(|(n, &(from, to))| {
        let start = if n == 0 { mark.taper_in } else { 0.0 };
        let end = if n == last { mark.taper_out } else { 0.0 };
        if kind != Kind::EndUnknown {
            return [Some(Stretch { from, to, tapers: (start, end), hollow }), None, None];
        }
        // What is known is full, and what is not is a line around nothing.
        let (known, after) = (from + start, to - end);
        let taper = |from, to, tapers| (to > from).then_some(Stretch { from, to, tapers, hollow: true });
        let full = Stretch { from: known, to: after, tapers: (0.0, 0.0), hollow: false };
        [taper(from, known, (start, 0.0)), Some(full), taper(after, to, (0.0, end))]
    });
    parts.flatten().collect()
}

impl Stretch {
    /// What the style sheet calls it.
    pub fn class(self) -> &'static str {
        if self.hollow { "hollow" } else { "full" }
    }

    /// Its outline in a square of 100, which the drawing stretches over its place; nothing where a box will do.
    pub fn path(self, across: bool, rtl: bool) -> Option<String> {
        if self.tapers == (0.0, 0.0) {
            return None;
        }
        let share = |taper: f64| taper / (self.to - self.from).max(f64::EPSILON);
        let (a, b) = (percent(share(self.tapers.0)), percent(1.0 - share(self.tapers.1)));
        // From the tip, or the corner, at the start round to the one at the end, and back.
        let outline = [(0, 50), (a, 0), (b, 0), (100, 50), (b, 100), (a, 100)];
        let square = |(along, beside): (u32, u32)| match (across, rtl) {
            (true, true) => format!("{} {beside}", 100 - along),
            (true, false) => format!("{along} {beside}"),
            (false, _) => format!("{beside} {along}"),
        };
        // A side that does not taper has no tip.
        let corners = outline.into_iter().filter(|&(along, beside)| {
            beside != 50 || (along == 0 && self.tapers.0 > 0.0) || (along == 100 && self.tapers.1 > 0.0)
        });
        Some(["M", &corners.map(square).collect::<Vec<_>>().join("L"), "Z"].concat())
    }
}

/// A share as whole per cent.
fn percent(share: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 100.
    let whole = (share * 100.0 + 0.5) as u32;
    whole.min(100)
}

/// What the kinds of marks mean that occur; nothing where all is known. For eyes only: each event says its date in words.
pub fn legend(lang: Lang, marks: &[Mark], rtl: bool) -> Option<AnyView> {
    let occurs = |kind: &Kind| marks.iter().any(|mark| kind_of(mark) == *kind);
    let kinds: Vec<Kind> = KINDS.into_iter().filter(occurs).collect();
    if kinds.iter().all(|kind| *kind == Kind::Known) {
        return None;
    }
    let items = kinds.into_iter().map(|kind| {
        view! { <span class="sample">{sample(kind, rtl)}{kind.words(lang)}</span> " " }
    });
    Some(view! { <p class="axis-legend" aria-hidden="true">{items.collect_view()}</p> }.into_any())
}

/// A small mark of a kind.
fn sample(kind: Kind, rtl: bool) -> AnyView {
    let path = |path: &'static str, rtl_path: &'static str, class: &'static str| {
        view! { <path class=class d=if rtl { rtl_path } else { path } /> }.into_any()
    };
    let shapes = match kind {
        Kind::Known => view! { <rect class="full" x="1" y="1" width="18" height="6" rx="2" /> }.into_any(),
        Kind::Within | Kind::Vague => {
            view! { <rect class="hollow" x="1" y="1" width="18" height="6" rx="2" /> }.into_any()
        }
        Kind::Open => path("M1 1L7 1L19 4L7 7L1 7Z", "M19 1L13 1L1 4L13 7L19 7Z", "full"),
        Kind::EndUnknown => view! {
            {path("M1 1L7 1L7 7L1 7Z", "M19 1L13 1L13 7L19 7Z", "full")}
            {path("M7 1L19 4L7 7Z", "M13 1L1 4L13 7Z", "hollow")}
        }
        .into_any(),
    };
    view! { <svg width="20" height="8"><g class="mark" data-kind=kind.name()>{shapes}</g></svg> }.into_any()
}
