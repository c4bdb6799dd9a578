use super::{Anchor, Chart, Paint, Shape, float, is_narrow};
use crate::model::{Analysis, Observation};

/// The three shares of industry of each year that the report gives, as bars of one length. None where it gives none.
pub fn structure(analysis: &Analysis, title: &str, width: f64, zh: bool) -> Option<Chart> {
    let rows = rows(&analysis.observations);
    if rows.is_empty() {
        return None;
    }
    let names = if zh { ["一产", "二产", "三产"] } else { ["Prim.", "Sec.", "Tert."] };
    let year = if zh { "年份" } else { "Year" };
    let head = [&[year][..], &names[..]].concat();
    let mut chart = Chart::new(title.to_owned(), width, &head);
    let left = if rows.iter().all(|(period, _)| period.is_empty()) { 0.0 } else { 52.0 };
    let room = width - left;
    for (place, (period, shares)) in rows.iter().enumerate() {
        let top = 30.0 + place as f64 * 34.0;
        chart.text(0.0, top + 18.0, 12.5, Anchor::Start, Paint::Ink, false, period.clone());
        let whole: f64 = shares.iter().map(|(share, _)| share).sum();
        let mut x = left;
        for (((share, said), name), paint) in
            shares.iter().zip(names).zip([Paint::Share0, Paint::Share1, Paint::Share2])
        {
            let wide = share / whole * room;
            chart.shapes.push(Shape::Rect(x, top, (wide - 1.5).max(0.5), 26.0, paint, 1.0));
            let label = if is_narrow(width) && wide < 60.0 { said.clone() } else { format!("{name} {said}") };
            if super::length(&label, 12.0) < wide {
                chart.text(x + wide / 2.0, top + 17.5, 12.0, Anchor::Middle, Paint::Ink, false, label);
            }
            x += wide;
        }
        let cells = shares.iter().map(|(_, said)| format!("{said}%"));
        chart.rows.push(std::iter::once(period.clone()).chain(cells).collect());
    }
    chart.height = 30.0 + rows.len() as f64 * 34.0;
    Some(chart)
}

/// A share, and how it is said: as a decimal, whose digits are at hand where those of a float are some kilobytes of code.
type Share = (f64, String);

/// Years with three shares that make up a whole, in the order of the text.
fn rows(observations: &[Observation]) -> Vec<(String, [Share; 3])> {
    let shares: Vec<(&str, Share)> = observations
        .iter()
        .filter(|o| o.indicator.as_deref() == Some("industry_structure"))
        .filter_map(|o| {
            let value = o.level.as_ref()?.value;
            Some((o.period.as_deref().unwrap_or(""), (float(value)?, value.to_string())))
        })
        .collect();
    let mut rows: Vec<(String, [Share; 3])> = Vec::new();
    for three in shares.chunks_exact(3) {
        if let [(period, a), (p2, b), (p3, c)] = three {
            let whole = (95.0..=105.0).contains(&(a.0 + b.0 + c.0));
            if whole && period == p2 && p2 == p3 && rows.iter().all(|(p, _)| p != period) {
                rows.push(((*period).to_owned(), [a.clone(), b.clone(), c.clone()]));
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_that_make_a_whole_become_a_bar() {
        let report = "2024年政府工作报告\n2023年，三次产业结构为20.5：35：44.5。";
        let analysis = crate::analyze(report, &crate::Options::default());
        let chart = structure(&analysis, "", 640.0, true).unwrap();
        assert_eq!(chart.rows, [["2023", "20.5%", "35%", "44.5%"]]);
        assert_eq!(structure(&crate::analyze("", &crate::Options::default()), "", 640.0, true), None);
    }
}
