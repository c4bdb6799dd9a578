use super::mark::{self, Value};
use super::{Chart, Scale, change_words, float, name};
use crate::model::{Analysis, Basis, Bound, Change, Kind, Observation};
use crate::views::Pair;
use std::collections::HashSet;

/// So many rows are drawn; the table holds all.
const ROWS: usize = 28;

/// Last year's growth of the catalogue's indicators side by side, the largest first, each with this year's target.
/// None where the report states no growth.
pub fn growth(analysis: &Analysis, pairs: &[Pair], title: &str, width: f64, zh: bool) -> Option<Chart> {
    let pick = |a: &'static str, b: &'static str| if zh { a } else { b };
    let rows = rows(analysis, pairs);
    if rows.is_empty() {
        return None;
    }
    let head = [
        pick("指标", "Indicator"),
        pick("上年增速", "Last year’s growth"),
        pick("今年目标增速", "This year’s target"),
    ];
    let mut chart = Chart::new(title.to_owned(), width, &head);
    let words = |change: &Option<&Change>| change.map(change_words).unwrap_or_default();
    let said: Vec<(String, String)> = rows
        .iter()
        .map(|(o, was, goal)| {
            let both = match (words(was), words(goal)) {
                (was, goal) if goal.is_empty() => was,
                (was, goal) if was.is_empty() => format!("→ {goal}"),
                (was, goal) => format!("{was} → {goal}"),
            };
            (name(o, zh), both)
        })
        .collect();
    let drawn = rows.len().min(ROWS);
    let (left, right) = mark::edges(width, said.get(..drawn).unwrap_or_default());
    let value = |change: &Change| {
        Some(Value { low: float(change.value)?, high: change.upper.and_then(float), bound: change.bound })
    };
    let values: Vec<(Option<Value>, Option<Value>)> =
        rows.iter().map(|(_, was, goal)| (was.and_then(value), goal.and_then(value))).collect();
    let ends = values.iter().flat_map(|(was, goal)| [was, goal]).flatten().map(|v| v.low).collect();
    let scale = Scale::of(ends, 0.0, left, right);
    let height = mark::row_height(width);
    let bottom = mark::TOP + drawn as f64 * height;
    mark::axis(&mut chart, scale, bottom, 0.0, "%");
    for (place, ((name, both), (from, to))) in said.iter().zip(&values).enumerate().take(drawn) {
        let top = mark::TOP + place as f64 * height;
        let y = mark::row(&mut chart, top, scale, name, both);
        mark::pair(&mut chart, scale, y, *from, *to);
    }
    let cells =
        rows.iter().zip(&said).map(|((_, was, goal), (name, _))| vec![name.clone(), words(was), words(goal)]);
    chart.rows.extend(cells);
    let bounds: Vec<Bound> =
        values.iter().flat_map(|(was, goal)| [was, goal]).flatten().map(|v| v.bound).collect();
    let (was, goal) = (pick("上年增速", "last year’s growth"), pick("今年目标增速", "this year’s target"));
    mark::legend(&mut chart, bottom, was, goal, &bounds, zh);
    let seen: Vec<Value> =
        values.iter().take(drawn).flat_map(|(was, goal)| [was, goal]).flatten().copied().collect();
    mark::left_out(&mut chart, scale, &seen, drawn, zh);
    Some(chart)
}

type Row<'a> = (&'a Observation, Option<&'a Change>, Option<&'a Change>);

/// One row an indicator: those with a target first found by their pair, then results alone.
fn rows<'a>(analysis: &'a Analysis, pairs: &[Pair]) -> Vec<Row<'a>> {
    let of = |id: u32| analysis.observations.get(id as usize);
    let review = analysis.document.review_year.map(|year| year.to_string());
    let paired = pairs.iter().filter_map(|pair| {
        let target = of(pair.target)?;
        Some((target, pair.result.and_then(of).and_then(yearly), yearly(target)))
    });
    let alone = analysis
        .observations
        .iter()
        .filter(|o| matches!(o.kind, Kind::Actual | Kind::Expected) && o.region.is_none())
        .filter(|o| o.period == review || o.period.is_none())
        .map(|o| (o, yearly(o), None));
    let mut seen: HashSet<&str> = HashSet::new();
    let mut rows: Vec<Row<'a>> = paired
        .chain(alone)
        .filter(|(_, was, goal)| was.is_some() || goal.is_some())
        .filter(|(o, ..)| o.indicator.as_deref().is_some_and(|id| seen.insert(id)))
        .collect();
    crate::order::by_key(&mut rows, |(_, was, goal)| {
        std::cmp::Reverse((was.map(|c| c.value), goal.map(|c| c.value)))
    });
    rows
}

/// The change of an observation, if it is growth over one year in percent.
fn yearly(o: &Observation) -> Option<&Change> {
    let change = o.change.as_ref()?;
    let a_year = matches!(change.basis, Basis::Yoy | Basis::SameBasis | Basis::Real);
    (a_year && matches!(change.unit.as_str(), "%" | "％")).then_some(change)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::targets_beside_results;

    #[test]
    fn growth_stands_side_by_side_largest_first_with_its_target() {
        let report = "2024年政府工作报告\n一、2023年工作回顾\n2023年，地区生产总值增长7%，社会消费品零售总额增长12%，粮食产量年均增长30%。\n二、2024年主要预期目标\n2024年，地区生产总值增长8%以上。\n";
        let analysis = crate::analyze(report, &crate::Options::default());
        let chart = growth(&analysis, &targets_beside_results(&analysis), "", 350.0, true).unwrap();
        let rows: Vec<Vec<&str>> =
            chart.rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        assert_eq!(rows, [vec!["社会消费品零售总额", "12%", ""], vec!["地区生产总值", "7%", "≥8%"]]);
        assert!(chart.height > 100.0);
    }
}
