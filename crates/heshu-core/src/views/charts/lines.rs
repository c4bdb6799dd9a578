use super::{Anchor, Chart, Paint, Scale, Shape, fitting, is_narrow};
use crate::order;
use std::collections::BTreeSet;

/// The lines' colours; a ninth line has the first again.
const PAINTS: [Paint; 7] =
    [Paint::Accent, Paint::Conflict, Paint::Caution, Paint::Ink, Paint::Share1, Paint::Share0, Paint::Share2];

/// One thing over years.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Whose.
    pub name: String,
    /// Year, value, value in words; in the order of years.
    pub points: Vec<(i32, f64, String)>,
}

/// Lines over years. Years that are missing are gaps: no line is drawn over them. None where no line has two years.
pub fn lines(title: &str, unit: &str, head: &[&str; 3], lines: &[Line], width: f64) -> Option<Chart> {
    if lines.iter().all(|line| line.points.len() < 2) {
        return None;
    }
    let mut chart = Chart::new(title.to_owned(), width, head);
    let years: BTreeSet<i32> = lines.iter().flat_map(|line| &line.points).map(|point| point.0).collect();
    let (first, last) = (*years.first()?, *years.last()?);
    let values = || lines.iter().flat_map(|line| &line.points).map(|point| point.1);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let names = if is_narrow(width) { 84.0 } else { 150.0 };
    let (top, bottom) = (34.0, if is_narrow(width) { 220.0 } else { 280.0 });
    let across = Scale { low: f64::from(first), high: f64::from(last), left: 52.0, right: width - names };
    let up = Scale { low, high: if high > low { high * 1.05 } else { low + 1.0 }, left: bottom, right: top };
    for tick in up.ticks(5) {
        let paint = if tick.abs() < 1e-9 { Paint::Strong } else { Paint::Line };
        chart.line((across.left, up.x(tick)), (across.right, up.x(tick)), paint, 1.0);
        let tick_words = format!("{}{unit}", if tick == 0.0 { 0.0 } else { tick });
        chart.text(
            across.left - 6.0,
            up.x(tick) + 4.0,
            11.0,
            Anchor::End,
            Paint::Faint,
            false,
            fitting(&tick_words, 11.0, 46.0),
        );
    }
    // So many labels of years as there is room for.
    let every = (years.len() as f64 * 40.0 / (across.right - across.left)).ceil().max(1.0) as usize;
    for year in years.iter().step_by(every) {
        let x = across.x(f64::from(*year));
        chart.text(x, bottom + 16.0, 11.0, Anchor::Middle, Paint::Faint, false, year.to_string());
    }
    let mut labels: Vec<(f64, &str, Paint)> = Vec::new();
    for (line, paint) in lines.iter().zip(PAINTS.into_iter().cycle()) {
        let at = |year: i32, value: f64| (across.x(f64::from(year)), up.x(value));
        for pair in line.points.windows(2) {
            if let [(a, from, _), (b, to, _)] = pair
                && b - a == 1
            {
                chart.line(at(*a, *from), at(*b, *to), paint, 1.8);
            }
        }
        for (year, value, words) in &line.points {
            let (x, y) = at(*year, *value);
            chart.shapes.push(Shape::Dot(x, y, 3.0, paint));
            chart.rows.push(vec![line.name.clone(), year.to_string(), words.clone()]);
        }
        if let Some((_, value, _)) = line.points.last() {
            labels.push((up.x(*value), &line.name, paint));
        }
    }
    // Labels that would stand over one another move down.
    order::by(&mut labels, |a, b| a.0.total_cmp(&b.0).is_le());
    let mut free = top - 4.0;
    for (y, name, paint) in labels {
        let y = y.max(free);
        free = y + 14.0;
        let name = fitting(name, 11.5, names - 12.0);
        chart.shapes.push(Shape::Dot(across.right + 8.0, y, 3.0, paint));
        chart.text(across.right + 14.0, y + 4.0, 11.5, Anchor::Start, Paint::Ink, false, name);
    }
    chart.height = (bottom + 26.0).max(free + 6.0);
    Some(chart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_is_missing_is_a_gap() {
        let point = |year: i32, value: f64| (year, value, value.to_string());
        let line = |name: &str, points| Line { name: name.to_owned(), points };
        let all = [
            line("甲", vec![point(2019, 1.0), point(2020, 2.0), point(2022, 3.0)]),
            line("乙", vec![point(2020, 5.0)]),
        ];
        let chart = lines("粮食", "万吨", &["报告", "年", "数值"], &all, 640.0).unwrap();
        let drawn = |wide: f64| {
            chart.shapes.iter().filter(move |s| matches!(s, Shape::Line(_, _, _, w, _) if *w == wide))
        };
        assert_eq!(drawn(1.8).count(), 1);
        assert_eq!(chart.rows.len(), 4);
        assert_eq!(lines("粮食", "万吨", &["报告", "年", "数值"], &all[1..], 640.0), None);
    }
}
