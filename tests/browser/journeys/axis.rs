//! The axis as it is drawn: where its marks lie, and what tells them apart.

use crate::page::Page;
use crate::server::Server;
use crate::site::{self, LANGUAGES, list, text};
use crate::{Failure, Told};
use serde::Deserialize;
use serde_json::{Value, json};
use siyaq::site::Profile;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// From where to where something reaches: along the axis in the direction of time, and beside it away from its labels.
#[derive(Debug, Deserialize)]
struct Place {
    along: (f64, f64),
    beside: (f64, f64),
}

/// What is drawn of the axis that shows: the marks in the order of the list, the pieces of the line, the breaks, the
/// labels.
#[derive(Debug, Deserialize)]
struct Drawn {
    marks: Vec<Place>,
    line: Vec<Place>,
    breaks: Vec<Place>,
    labels: Vec<Place>,
}

/// Whether the axis that shows runs down, and what is drawn of it, in the direction of time.
const DRAWN: &str = "((down, rtl) => { \
    const svg = document.querySelector(down ? '.axis-down' : '.axis-across'); \
    const turn = (from, to, back) => back ? [-to, -from] : [from, to]; \
    const place = (element) => { const {left, right, top, bottom} = element.getBoundingClientRect(); \
        return down ? {along: [top, bottom], beside: turn(left, right, rtl)} \
            : {along: turn(left, right, rtl), beside: turn(top, bottom, true)}; }; \
    const all = (css) => [...svg.querySelectorAll(css)].map(place); \
    const asked = [...document.querySelectorAll('.event-link')].map(({dataset}) => dataset.ask); \
    const marks = asked.map((ask) => place(svg.querySelector(`.mark[data-ask='${ask}']`))); \
    return {marks, line: all('.axis-line'), breaks: all('.axis-break path'), labels: all('text')}; \
    })(arguments[0], document.querySelector('article').dir === 'rtl')";

/// Which of the two drawings can be seen.
const SEEN: &str = "['.axis-across', '.axis-down'].map((css) => document.querySelector(css).checkVisibility())";

/// Pixels for what is drawn a little beyond its place: Firefox counts the half of a stroke on either side.
const ROUNDING: f64 = 1.5;

/// The first article has an event in 2021, a break, and then days of January 2022, the last two of them adjacent, of
/// which the last has two events.
fn is_true_to_time(drawn: &Drawn, what: &str) {
    let Drawn { marks, line, breaks, labels } = drawn;
    assert!(marks.len() > 2, "{what}: {marks:?}");
    for (one, next) in marks.iter().zip(marks.iter().skip(1)) {
        assert!(one.along.0 <= next.along.0 + ROUNDING, "{what}: an event before one that is earlier: {marks:?}");
    }
    let [gap] = &breaks[..] else { panic!("{what}: one break, not {breaks:?}") };
    let [before, after] = &line[..] else { panic!("{what}: a line of two pieces, not {line:?}") };
    assert!(before.along.1 < after.along.0, "{what}: the line does not break: {line:?}");
    let middle = f64::midpoint(gap.along.0, gap.along.1);
    assert!(before.along.1 < middle && middle < after.along.0, "{what}: {gap:?} is not in the gap of {line:?}");
    assert!(marks[0].along.1 <= before.along.1 + ROUNDING, "{what}: the first event is not before the break");
    assert!(marks.iter().skip(1).all(|mark| mark.along.0 >= after.along.0 - ROUNDING), "{what}: {marks:?}");
    // 9 and 10 January, side by side in one lane, parted.
    let [.., ninth, first, second] = &marks[..] else { panic!("{what}: {marks:?}") };
    let beside_ninth = |tenth: &&Place| (ninth.beside.0 - tenth.beside.0).abs() < 0.1;
    let tenth = [first, second].into_iter().find(beside_ninth);
    let tenth = tenth.unwrap_or_else(|| panic!("{what}: {ninth:?} and {first:?}, {second:?} in other lanes"));
    assert!((ninth.along.1 - tenth.along.0).abs() <= ROUNDING, "{what}: {ninth:?} and {tenth:?} do not meet");
    let beside = before.beside.0;
    assert!(marks.iter().all(|mark| mark.beside.0 > beside), "{what}: a mark among the labels: {marks:?}");
    let middle = |label: &Place| f64::midpoint(label.beside.0, label.beside.1);
    assert!(labels.iter().all(|label| middle(label) < beside), "{what}: a label among the marks: {labels:?}");
}

/// Across beside the text, in the direction of reading; down the sheet of a phone.
pub async fn is_drawn_in_the_direction_of_time(page: Page) -> Told {
    const PARTED: &str = "(() => { const full = document.querySelector('.axis-across .mark[data-kind=known] .full'); \
        const {stroke, fill} = getComputedStyle(full); \
        return [stroke === getComputedStyle(document.documentElement).backgroundColor, stroke === fill]; })()";
    for lang in LANGUAGES {
        page.resize(1280, 900).await?;
        page.open(&site::path(lang)).await?;
        page.until_is("which axis shows", SEEN, json!([true, false])).await?;
        is_true_to_time(&page.eval(DRAWN, vec![false.into()]).await?, &format!("across, {lang}"));
        page.until_is("known marks are parted by a line of paper", PARTED, json!([true, false])).await?;
        page.resize(390, 844).await?;
        page.open(&site::path(lang)).await?;
        page.click("button[data-sheet=timeline]").await?;
        page.until_is("which axis shows on a phone", SEEN, json!([false, true])).await?;
        is_true_to_time(&page.eval(DRAWN, vec![true.into()]).await?, &format!("down, {lang}"));
    }
    Ok(())
}

/// Every form of a date: its kind on the axis, and towards what its mark tapers, in the direction of time.
const FORMS: [(&str, &str, &[&str]); 9] = [
    ("2022-01-02/..", "open", &["later"]),
    ("../2022-01-05", "open", &["earlier"]),
    ("2022-01-02/", "end-unknown", &["later"]),
    ("/2022-01-05", "end-unknown", &["earlier"]),
    ("[2022-01-02..2022-01-07]", "within", &[]),
    ("[2022-01-04..]", "within", &["later"]),
    ("2022-01-05~", "vague", &[]),
    ("2022-01-05?/..", "vague", &["later"]),
    ("2022-01-09", "known", &[]),
];

/// The site with an event of each form, of which the first label on the axis is a long one.
fn uncertain() -> Told<&'static Path> {
    static UNCERTAIN: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = UNCERTAIN.get_or_init(|| {
        let built = site::rebuilt("uncertain", Profile::Dev { reload: String::new() }, |article| {
            let events = article["events"].as_array_mut().into_iter().flatten();
            for (event, (date, ..)) in events.zip(FORMS) {
                event["date"] = json!(date);
            }
        });
        built.map_err(|Failure(why)| why)
    });
    built.as_deref().map_err(|why| Failure(format!("it does not build: {why}")))
}

/// A mark: its kind, towards what it tapers, whether it is hollow, and whether its line is broken.
#[derive(Debug, Deserialize, PartialEq)]
struct Look {
    kind: String,
    tips: Vec<String>,
    hollow: bool,
    dotted: bool,
}

/// How the mark of an event looks.
const LOOK: &str = "((id, down, rtl) => { \
    const {ask} = document.querySelector(`#event-${id} .event-link`).dataset; \
    const mark = document.querySelector(`${down ? '.axis-down' : '.axis-across'} .mark[data-ask='${ask}']`); \
    const {left, right, top, bottom} = mark.getBoundingClientRect(); \
    const tips = [...mark.querySelectorAll('path')].flatMap((path) => { \
        const box = path.closest('svg').getBoundingClientRect(); \
        if (!box.width || !box.height) return ['nowhere']; \
        const corners = path.getAttribute('d').match(/\\d+ \\d+/g).map((corner) => corner.split(' ').map(Number)); \
        return corners.filter(([x, y]) => (down ? x : y) === 50).map(([x, y]) => (down ? y : rtl ? 100 - x : x)) \
            .map((along) => along === 100 ? 'later' : along === 0 ? 'earlier' : 'between'); }); \
    const style = getComputedStyle(mark.querySelector('rect, path')); \
    const paper = getComputedStyle(document.documentElement).backgroundColor; \
    const current = 'current' in mark.dataset; \
    return {kind: mark.dataset.kind, tips, hollow: [...mark.querySelectorAll('rect, path')].every((part) => \
        part.matches('.hollow') && (current || getComputedStyle(part).fill === paper)), \
        dotted: style.strokeDasharray !== 'none'}; \
    })(arguments[0], arguments[1], document.querySelector('article').dir === 'rtl')";

/// The kinds in the legend.
const LEGEND: &str = "[...document.querySelectorAll('.axis-legend')].filter((one) => one.checkVisibility())\
    .flatMap((one) => [...one.querySelectorAll('.mark')].map(({dataset}) => dataset.kind))";

pub async fn uncertain_dates_are_drawn_as_what_they_are(page: Page) -> Told {
    let page = page.on(Server::start(uncertain()?, "/")?);
    for lang in LANGUAGES {
        let article = site::article(lang)?;
        for (width, height, down) in [(1280, 900, false), (390, 844, true)] {
            page.resize(width, height).await?;
            page.open(&site::path(lang)).await?;
            if down {
                page.click("button[data-sheet=timeline]").await?;
            }
            for (event, (date, kind, tips)) in list(&article, "events").iter().zip(FORMS) {
                let look: Look = page.eval(LOOK, vec![text(event, "id").into(), down.into()]).await?;
                let tips = tips.iter().map(|tip| (*tip).to_owned()).collect();
                let hollow = matches!(kind, "within" | "vague");
                let expected = Look { kind: kind.to_owned(), tips, hollow, dotted: kind == "vague" };
                assert_eq!(look, expected, "{date}, {lang}, {width} pixels wide");
            }
            page.until_is("the legend", LEGEND, json!(["known", "within", "vague", "open", "end-unknown"])).await?;
        }
    }
    Ok(())
}

/// The legend names what occurs, and the labels keep inside the panel, at every width.
pub async fn its_labels_and_its_legend_fit(page: Page) -> Told {
    const CUT: &str = "(() => { const panel = document.querySelector('#timeline').getBoundingClientRect(); \
        return [...document.querySelectorAll('.axis text, .axis-legend *')].filter((one) => one.checkVisibility()) \
            .filter((one) => { const {left, right, width} = one.getBoundingClientRect(); \
                return width && (left < panel.left - 0.5 || right > panel.right + 0.5); }) \
            .map((one) => one.textContent); })()";
    for lang in LANGUAGES {
        for (width, height) in [(1280, 900), (900, 900), (768, 1000), (390, 844)] {
            page.resize(width, height).await?;
            for path in [site::path(lang), site::sample_path(lang)] {
                page.open(&path).await?;
                if width < 896 {
                    page.click("button[data-sheet=timeline]").await?;
                }
                page.until("the axis shows", "document.querySelector('.axis')?.checkVisibility()").await?;
                let cut: Vec<Value> = page.eval(CUT, vec![]).await?;
                assert!(cut.is_empty(), "{path}, {width} pixels wide: {cut:?} stick out of the panel");
            }
        }
        page.open(&site::path(lang)).await?;
        page.click("button[data-sheet=timeline]").await?;
        page.until_is("the legend", LEGEND, json!(["known", "within"])).await?;
    }
    Ok(())
}
