//! How a result and a goal are drawn on one line.

use super::{Anchor, Chart, Paint, Scale, Shape, is_narrow};
use crate::model::Bound;

/// A value with its bound, on the scale of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// The value, or the lower end of a range.
    pub low: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// How firmly it is bound.
    pub bound: Bound,
}

impl Value {
    fn middle(self) -> f64 {
        self.high.map_or(self.low, |high| f64::midpoint(self.low, high))
    }
}

/// Draws what was as a dot and what is to be as a ring, joined, each with what its bound leaves open.
pub fn pair(chart: &mut Chart, scale: Scale, y: f64, was: Option<Value>, goal: Option<Value>) {
    if let Some((was, goal)) = was.zip(goal) {
        chart.line((scale.x(was.middle()), y), (scale.x(goal.middle()), y), Paint::Strong, 2.5);
    }
    if let Some(was) = was {
        bound(chart, scale, y, was, Paint::Faint);
        chart.shapes.push(Shape::Dot(scale.x(was.middle()), y, 4.5, Paint::Faint));
        beyond(chart, scale, y, was);
    }
    if let Some(goal) = goal {
        bound(chart, scale, y, goal, Paint::Accent);
        if goal.bound != Bound::Range {
            chart.shapes.push(Shape::Ring(scale.x(goal.low), y, 4.5, Paint::Accent));
        }
        beyond(chart, scale, y, goal);
    }
}

/// What a bound leaves open: the side of 以上, of 以内, both of 左右 softly, a bar for a range.
fn bound(chart: &mut Chart, scale: Scale, y: f64, value: Value, paint: Paint) {
    let x = scale.x(value.low);
    let open = |chart: &mut Chart, to: f64| {
        let tip = if to > x { -4.0 } else { 4.0 };
        chart.shapes.push(Shape::Line((x, y), (to, y), paint, 1.5, true));
        chart.line((to + tip, y - 4.0), (to, y), paint, 1.5);
        chart.line((to + tip, y + 4.0), (to, y), paint, 1.5);
    };
    match value.bound {
        Bound::Exact => {}
        Bound::AtLeast | Bound::Over => open(chart, (x + 34.0).min(scale.right + 12.0)),
        Bound::AtMost | Bound::Under => open(chart, (x - 34.0).max(scale.left - 12.0)),
        Bound::Approx => {
            for (reach, opacity) in [(18.0, 0.12), (13.0, 0.16), (9.0, 0.2)] {
                chart.shapes.push(Shape::Rect(x - reach, y - 6.0, 2.0 * reach, 12.0, paint, opacity));
            }
        }
        Bound::Range => {
            let to = scale.x(value.high.unwrap_or(value.low));
            chart.shapes.push(Shape::Rect(x - 1.5, y - 5.0, (to - x).max(0.0) + 3.0, 10.0, paint, 0.85));
        }
    }
}

/// An arrow head past the mark: the scale ends before the value.
fn beyond(chart: &mut Chart, scale: Scale, y: f64, value: Value) {
    if !scale.is_beyond(value.low) {
        return;
    }
    let (x, way) = if value.low > scale.high { (scale.right + 8.0, 4.0) } else { (scale.left - 8.0, -4.0) };
    chart.line((x, y - 4.0), (x + way, y), Paint::Faint, 1.5);
    chart.line((x, y + 4.0), (x + way, y), Paint::Faint, 1.5);
}

/// A row of the picture: name, values in words, and the place for the marks. Gives the y of the marks.
pub fn row(chart: &mut Chart, top: f64, scale: Scale, name: &str, values: &str) -> f64 {
    let size = 12.5;
    let width = chart.width;
    let (base, y) = if is_narrow(width) { (top + 14.0, top + 28.0) } else { (top + 18.5, top + 14.0) };
    let room = if is_narrow(width) { width - super::length(values, 12.0) - 10.0 } else { scale.left - 26.0 };
    chart.line((scale.left - 12.0, y), (scale.right + 12.0, y), Paint::Line, 1.0);
    chart.text(0.0, base, size, Anchor::Start, Paint::Ink, false, super::fitting(name, size, room));
    let room = if is_narrow(width) { width } else { width - scale.right - 24.0 };
    chart.text(width, base, 12.0, Anchor::End, Paint::Ink, false, super::fitting(values, 12.0, room));
    y
}

/// Where the first row begins, under heading and axis.
pub const TOP: f64 = 46.0;

/// Height of a row.
pub fn row_height(width: f64) -> f64 {
    if is_narrow(width) { 44.0 } else { 29.0 }
}

/// The edges of the plot in a picture, which leaves room for these names and values as far as it can.
pub fn edges(width: f64, rows: &[(String, String)]) -> (f64, f64) {
    if is_narrow(width) {
        return (16.0, width - 16.0);
    }
    let longest = |words: fn(&(String, String)) -> &str, size| {
        rows.iter().map(|row| super::length(words(row), size)).fold(0.0, f64::max)
    };
    let names = (longest(|row| &row.0, 12.5) + 28.0).clamp(width * 0.2, width * 0.42);
    let values = (longest(|row| &row.1, 12.0) + 26.0).clamp(width * 0.2, width * 0.34);
    (names, width - values)
}

/// Lines and labels of round values, from the heading to the last row.
pub fn axis(chart: &mut Chart, scale: Scale, bottom: f64, strong: f64, unit: &str) {
    let count = if is_narrow(chart.width) { 4 } else { 6 };
    for tick in scale.ticks(count) {
        let x = scale.x(tick);
        let is_strong = (tick - strong).abs() < 1e-9;
        let (paint, wide) = if is_strong { (Paint::Strong, 1.5) } else { (Paint::Line, 1.0) };
        if is_narrow(chart.width) {
            // Names stand above their row: a line through all of them would strike them out.
            let mut y = TOP + 28.0;
            while y < bottom {
                chart.line((x, y - 8.0), (x, y + 8.0), paint, wide);
                y += row_height(chart.width);
            }
        } else {
            chart.line((x, TOP - 4.0), (x, bottom), paint, wide);
        }
        let tick = if tick == 0.0 { 0.0 } else { tick };
        chart.text(x, 37.0, 11.0, Anchor::Middle, Paint::Faint, false, format!("{tick}{unit}"));
    }
}

/// What the marks mean, below the rows. Sets the height of the picture.
pub fn legend(chart: &mut Chart, top: f64, was: &str, goal: &str, bounds: &[Bound], zh: bool) {
    let (mut x, mut y) = (8.0, top + 18.0);
    let right = chart.width;
    let flat = Scale { low: 0.0, high: 1.0, left: 0.0, right: 1000.0 };
    let mut entries = vec![(None, was), (Some(Bound::Exact), goal)];
    let words = |bound: Bound| match bound {
        Bound::AtLeast => (if zh { "以上" } else { "at least" }, Bound::AtLeast),
        Bound::AtMost => (if zh { "以内" } else { "at most" }, Bound::AtMost),
        Bound::Over => (if zh { "超过" } else { "over" }, Bound::Over),
        Bound::Under => (if zh { "不足" } else { "under" }, Bound::Under),
        Bound::Range => (if zh { "区间" } else { "range" }, Bound::Range),
        _ => (if zh { "左右" } else { "about" }, Bound::Approx),
    };
    for bound in [Bound::AtLeast, Bound::Over, Bound::AtMost, Bound::Under, Bound::Approx, Bound::Range] {
        if bounds.contains(&bound) {
            let (label, bound) = words(bound);
            entries.push((Some(bound), label));
        }
    }
    for (bound, label) in entries {
        let before = if matches!(bound, Some(Bound::AtMost | Bound::Under)) { 36.0 } else { 14.0 };
        let room = match bound {
            Some(Bound::AtLeast | Bound::Over) => 42.0,
            Some(Bound::Range) => 30.0,
            Some(Bound::Approx) => 22.0,
            _ => 10.0,
        };
        if x + before + room + super::length(label, 11.5) > right {
            (x, y) = (8.0, y + 20.0);
        }
        x += before - 14.0;
        let at = x / 1000.0;
        let mark = bound.map(|bound| Value {
            low: at,
            high: (bound == Bound::Range).then_some((x + 20.0) / 1000.0),
            bound,
        });
        let dot = Value { low: at, high: None, bound: Bound::Exact };
        pair(chart, flat, y, mark.is_none().then_some(dot), mark);
        chart.text(x + room, y + 4.0, 11.5, Anchor::Start, Paint::Faint, false, label.to_owned());
        x += room + super::length(label, 11.5) + 22.0;
    }
    chart.height = y + 14.0;
}

/// What a picture leaves out, in lines below its legend: values off its scale, and entries after the `drawn` ones.
pub fn left_out(chart: &mut Chart, scale: Scale, values: &[Value], drawn: usize, zh: bool) {
    let rest = chart.rows.len().saturating_sub(drawn);
    let off = values.iter().any(|value| scale.is_beyond(value.low));
    let off = off.then(|| if zh { "‹ ›：在刻度之外" } else { "‹ ›: beyond the scale" }.to_owned());
    let more = match zh {
        true => format!("图中为前 {drawn} 项，其余 {rest} 项见数据表"),
        false => format!("The first {drawn} are drawn; the table has {rest} more"),
    };
    for words in [off, (rest > 0).then_some(more)].into_iter().flatten() {
        chart.text(0.0, chart.height + 6.0, 11.5, Anchor::Start, Paint::Faint, false, words);
        chart.height += 20.0;
    }
}
