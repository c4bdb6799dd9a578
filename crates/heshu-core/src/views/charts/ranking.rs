use super::mark::{self, Value};
use super::{Chart, Paint, Scale, Shape};
use crate::model::Bound;
use crate::order;

/// So many rows are drawn; the table holds all.
const ROWS: usize = 40;

/// One report's row.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Whose.
    pub name: String,
    /// What was; none is drawn as missing.
    pub value: Option<Value>,
    /// What is to be.
    pub goal: Option<Value>,
    /// Both in words.
    pub words: (String, String),
}

/// Values as bars, the largest first, those that are missing last and without a bar. None where all are missing.
pub fn ranking(
    title: &str,
    unit: &str,
    head: &[&str; 2],
    mut rows: Vec<Ranked>,
    width: f64,
) -> Option<Chart> {
    order::by(&mut rows, |a, b| descending(a.value, b.value).is_le());
    let mut chart = Chart::new(title.to_owned(), width, head);
    let said: Vec<_> = rows.iter().map(|row| (row.name.clone(), row.words.0.clone())).collect();
    let (left, right) = mark::edges(width, said.get(..rows.len().min(ROWS)).unwrap_or_default());
    let values: Vec<f64> = rows.iter().filter_map(|row| row.value).map(|v| v.low).collect();
    if values.is_empty() {
        return None;
    }
    let scale = reaching(&values, left, right);
    let height = mark::row_height(width);
    let bottom = mark::TOP + rows.len().min(ROWS) as f64 * height;
    mark::axis(&mut chart, scale, bottom, 0.0, unit);
    for (place, row) in rows.iter().enumerate() {
        let words = if row.value.is_some() { row.words.0.as_str() } else { "—" };
        if place < ROWS {
            let y = mark::row(&mut chart, mark::TOP + place as f64 * height, scale, &row.name, words);
            if let Some(value) = row.value {
                let (zero, end) = (scale.x(0.0), scale.x(value.high.unwrap_or(value.low)));
                let (from, long) = (zero.min(end), (end - zero).abs().max(1.0));
                // What is at least so much, or about, is no firm bar.
                let opacity = if value.bound == Bound::Exact { 0.85 } else { 0.5 };
                chart.shapes.push(Shape::Rect(from, y - 6.0, long, 12.0, Paint::Accent, opacity));
            }
        }
        chart.rows.push(vec![row.name.clone(), words.to_owned()]);
    }
    chart.height = bottom + 10.0;
    Some(chart)
}

/// What was and what is to be, joined, a row for each; those that have neither last. None where all are missing.
pub fn dumbbell(
    title: &str,
    unit: &str,
    head: &[&str; 3],
    mut rows: Vec<Ranked>,
    width: f64,
    zh: bool,
) -> Option<Chart> {
    let of = |row: &Ranked| row.value.or(row.goal);
    order::by(&mut rows, |a, b| descending(of(a), of(b)).is_le());
    let mut chart = Chart::new(title.to_owned(), width, head);
    let both = |row: &Ranked| format!("{} → {}", row.words.0, row.words.1);
    let said: Vec<_> = rows.iter().map(|row| (row.name.clone(), both(row))).collect();
    let drawn = rows.len().min(ROWS);
    let (left, right) = mark::edges(width, said.get(..drawn).unwrap_or_default());
    let all: Vec<Value> = rows.iter().flat_map(|row| [row.value, row.goal]).flatten().collect();
    if all.is_empty() {
        return None;
    }
    let values: Vec<f64> = all.iter().map(|v| v.low).collect();
    let scale = reaching(&values, left, right);
    let height = mark::row_height(width);
    let bottom = mark::TOP + rows.len().min(ROWS) as f64 * height;
    mark::axis(&mut chart, scale, bottom, 0.0, unit);
    for (place, row) in rows.iter().enumerate() {
        let (was, goal) = (or_dash(row.value, &row.words.0), or_dash(row.goal, &row.words.1));
        if place < ROWS {
            let top = mark::TOP + place as f64 * height;
            let y = mark::row(&mut chart, top, scale, &row.name, &format!("{was} → {goal}"));
            mark::pair(&mut chart, scale, y, row.value, row.goal);
        }
        chart.rows.push(vec![row.name.clone(), was, goal]);
    }
    let bounds: Vec<Bound> = all.iter().map(|v| v.bound).collect();
    let [_, was, goal] = head;
    mark::legend(&mut chart, bottom, was, goal, &bounds, zh);
    mark::left_out(&mut chart, scale, &all, drawn, zh);
    Some(chart)
}

fn or_dash(value: Option<Value>, words: &str) -> String {
    if value.is_some() { words.to_owned() } else { "—".to_owned() }
}

/// The largest first, what is missing last.
fn descending(a: Option<Value>, b: Option<Value>) -> std::cmp::Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.low.total_cmp(&a.low),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// A scale from nought, on which all values lie: in a ranking none may look as if it were another.
fn reaching(values: &[f64], left: f64, right: f64) -> Scale {
    let low = values.iter().copied().fold(0.0, f64::min);
    let high = values.iter().copied().fold(0.0, f64::max);
    let room = ((high - low) * 0.04).max(1e-9);
    Scale { low: if low < 0.0 { low - room } else { 0.0 }, high: high + room, left, right }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, value: Option<f64>) -> Ranked {
        let value = value.map(|low| Value { low, high: None, bound: Bound::Exact });
        let words = value.map_or_else(String::new, |v| format!("{}%", v.low));
        Ranked { name: name.to_owned(), value, goal: None, words: (words, String::new()) }
    }

    #[test]
    fn the_largest_stands_first_and_what_is_missing_last_without_a_bar() {
        let rows = vec![row("甲", Some(3.0)), row("乙", None), row("丙", Some(9.0)), row("丁", Some(-1.0))];
        let chart = ranking("增速", "%", &["报告", "增速"], rows, 640.0).unwrap();
        let names: Vec<(&str, &str)> =
            chart.rows.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
        assert_eq!(names, [("丙", "9%"), ("甲", "3%"), ("丁", "-1%"), ("乙", "—")]);
        let bars = chart.shapes.iter().filter(|shape| matches!(shape, Shape::Rect(..))).count();
        assert_eq!(bars, 3);
        assert_eq!(ranking("增速", "%", &["报告", "增速"], vec![row("甲", None)], 640.0), None);
    }
}
