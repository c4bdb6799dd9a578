use super::mark::{self, Value};
use super::{Chart, Scale, float, level_words, name};
use crate::model::{Analysis, Bound, LevelValue};
use crate::views::Pair;

/// So many rows are drawn; the table holds all.
const ROWS: usize = 28;

/// This year's targets beside last year's results, on one scale: the result is 100. None where no two levels compare.
pub fn targets(analysis: &Analysis, pairs: &[Pair], title: &str, width: f64, zh: bool) -> Option<Chart> {
    let pick = |a: &'static str, b: &'static str| if zh { a } else { b };
    let of = |id: u32| analysis.observations.get(id as usize);
    let rows: Vec<_> = pairs
        .iter()
        .filter_map(|pair| {
            let target = of(pair.target)?;
            let (was, goal) = (of(pair.result?)?.level.as_ref()?, target.level.as_ref()?);
            let (from, to) = compared(was, goal)?;
            Some((name(target, zh), was, goal, from, to))
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let head = [
        pick("指标", "Indicator"),
        pick("上年结果", "Last year’s result"),
        pick("今年目标", "This year’s target"),
        pick("以结果为 100", "Result = 100"),
    ];
    let mut chart = Chart::new(title.to_owned(), width, &head);
    let said: Vec<(String, String)> = rows
        .iter()
        .map(|(name, was, goal, ..)| (name.clone(), format!("{} → {}", level_words(was), level_words(goal))))
        .collect();
    let drawn = rows.len().min(ROWS);
    let (left, right) = mark::edges(width, said.get(..drawn).unwrap_or_default());
    let ends = rows.iter().flat_map(|(.., to)| [Some(to.low), to.high]).flatten().collect();
    let scale = Scale::of(ends, 100.0, left, right);
    let height = mark::row_height(width);
    let bottom = mark::TOP + drawn as f64 * height;
    mark::axis(&mut chart, scale, bottom, 100.0, "");
    for (place, ((name, was, goal, from, to), (_, said))) in rows.iter().zip(&said).enumerate() {
        if place < drawn {
            let top = mark::TOP + place as f64 * height;
            let y = mark::row(&mut chart, top, scale, name, said);
            mark::pair(&mut chart, scale, y, Some(*from), Some(*to));
        }
        let ratio = match to.high {
            Some(high) => format!("{:.1}–{high:.1}", to.low),
            None => format!("{:.1}", to.low),
        };
        chart.rows.push(vec![name.clone(), level_words(was), level_words(goal), ratio]);
    }
    let bounds: Vec<Bound> = rows.iter().flat_map(|(.., from, to)| [from.bound, to.bound]).collect();
    let was = pick("上年结果（= 100）", "last year’s result (= 100)");
    mark::legend(&mut chart, bottom, was, pick("今年目标", "this year’s target"), &bounds, zh);
    let goals: Vec<Value> = rows.iter().take(drawn).map(|(.., to)| *to).collect();
    mark::left_out(&mut chart, scale, &goals, drawn, zh);
    Some(chart)
}

/// Both as parts of the result in percent, where they are of one dimension.
fn compared(was: &LevelValue, goal: &LevelValue) -> Option<(Value, Value)> {
    let unit = |l: &LevelValue| l.base_unit.clone().unwrap_or_else(|| l.unit.clone());
    if unit(was) != unit(goal) || was.is_rank() {
        return None;
    }
    // The ends in the base unit: a range says its upper end in the unit as written.
    let ends = |level: &LevelValue| {
        let written = float(level.value)?;
        let base = level.base_value.map_or(Some(written), float)?;
        let scale = if written == 0.0 { 1.0 } else { base / written };
        Some((base, level.upper.and_then(float).map(|upper| upper * scale)))
    };
    let ((was_low, was_high), (low, high)) = (ends(was)?, ends(goal)?);
    let base = was_high.map_or(was_low, |upper| f64::midpoint(was_low, upper));
    if base <= 0.0 {
        return None;
    }
    let percent = |n: f64| n / base * 100.0;
    let value =
        |low: f64, high: Option<f64>, bound| Value { low: percent(low), high: high.map(percent), bound };
    Some((value(was_low, was_high, was.bound), value(low, high, goal.bound)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::charts::Shape;
    use crate::views::targets_beside_results;

    fn drawn(text: &str) -> Option<Chart> {
        let analysis = crate::analyze(text, &crate::Options::default());
        targets(&analysis, &targets_beside_results(&analysis), "", 640.0, true)
    }

    #[test]
    fn each_bound_is_drawn_as_what_it_is() {
        let report = |goal: &str| {
            format!(
                "2024年政府工作报告\n一、2023年工作回顾\n2023年，粮食产量达到100万吨。\n二、2024年主要预期目标\n2024年，粮食产量{goal}。\n"
            )
        };
        let kinds = |goal: &str| {
            let chart = drawn(&report(goal)).unwrap_or_else(|| panic!("{goal}"));
            // Without the legend, which repeats them.
            let end =
                chart.shapes.iter().position(|s| matches!(s, Shape::Text(_, _, size, ..) if *size == 11.5));
            let row = chart.shapes.get(..end.unwrap_or(0)).unwrap();
            let count = |which: fn(&Shape) -> bool| row.iter().filter(|s| which(s)).count();
            (
                count(|s| matches!(s, Shape::Line(.., true))),
                count(|s| matches!(s, Shape::Rect(..))),
                chart.rows[0][3].clone(),
            )
        };
        assert_eq!(kinds("达到110万吨"), (0, 0, "110.0".into()));
        assert_eq!(kinds("达到110万吨以上"), (1, 0, "110.0".into()));
        assert_eq!(kinds("达到110万吨左右"), (0, 3, "110.0".into()));
        assert_eq!(kinds("达到110—120万吨"), (0, 1, "110.0–120.0".into()));
    }

    #[test]
    fn what_does_not_compare_is_not_drawn() {
        assert_eq!(drawn("2023年，粮食产量14万吨。"), None);
    }
}
