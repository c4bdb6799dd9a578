use super::{Anchor, Chart, Paint, Shape};
use crate::model::{Analysis, Check, Verdict};
use crate::text::Text;
use crate::views::Mark;

/// Where numbers and findings stand along the report, and where its main sections begin. None for an empty report.
pub fn density(
    analysis: &Analysis,
    checks: &[Check],
    text: &Text,
    marks: &[Mark],
    title: &str,
    width: f64,
    zh: bool,
) -> Option<Chart> {
    let length = text.utf16_len();
    if marks.is_empty() || length == 0 {
        return None;
    }
    let pick = |a: &'static str, b: &'static str| if zh { a } else { b };
    let head =
        [pick("部分", "Section"), pick("数字", "Figures"), pick("需要看的核查", "Findings to look at")];
    let mut chart = Chart::new(title.to_owned(), width, &head);
    let bins = (width / 5.0) as usize;
    let bin = |offset: u32| (offset as usize * bins / length as usize).min(bins.saturating_sub(1));
    let mut counts = vec![0u32; bins];
    for mark in marks {
        if let Some(count) = counts.get_mut(bin(mark.span.start)) {
            *count += 1;
        }
    }
    let most = f64::from(counts.iter().copied().max().unwrap_or(0).max(1));
    let (top, base) = (50.0, 120.0);
    let findings: Vec<(u32, Verdict)> = checks
        .iter()
        .filter(|c| matches!(c.verdict, Verdict::Conflict | Verdict::Caution))
        .filter_map(|c| Some((c.spans.first()?.start, c.verdict)))
        .collect();
    let mut last = -40.0;
    let sections = analysis.sections.iter().filter(|s| s.level == 1);
    for section in sections.clone() {
        let x = f64::from(section.span.start) / f64::from(length) * width;
        chart.line((x, top - 12.0), (x, base), Paint::Line, 1.0);
        let label = section.number.clone().unwrap_or_default();
        if x - last > 24.0 {
            chart.text(x + 3.0, top - 4.0, 11.0, Anchor::Start, Paint::Faint, false, label);
            last = x;
        }
    }
    for (offset, verdict) in &findings {
        let paint = if *verdict == Verdict::Conflict { Paint::Conflict } else { Paint::Caution };
        let x = (bin(*offset) * 5) as f64;
        chart.shapes.push(Shape::Rect(x, top, 2.0, base - top, paint, 0.7));
        chart.shapes.push(Shape::Dot(x + 1.0, top, 3.0, paint));
    }
    for (at, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let high = f64::from(*count) / most * (base - top - 8.0);
        chart.shapes.push(Shape::Rect((at * 5) as f64, base - high, 3.6, high, Paint::Accent, 0.75));
    }
    chart.line((0.0, base), (width, base), Paint::Strong, 1.0);
    let note = pick(
        "横轴：报告从头到尾；柱：数字；红点、黄点：冲突与存疑",
        "Left to right: the report; bars: figures; dots: findings",
    );
    chart.text(0.0, base + 18.0, 11.5, Anchor::Start, Paint::Faint, false, super::fitting(note, 11.5, width));
    chart.height = base + 26.0;
    for section in sections {
        let inside = |offset: u32| section.span.start <= offset && offset < section.span.end;
        let figures = marks.iter().filter(|mark| inside(mark.span.start)).count();
        let found = findings.iter().filter(|(offset, _)| inside(*offset)).count();
        chart.rows.push(vec![section.title.clone(), figures.to_string(), found.to_string()]);
    }
    if chart.rows.is_empty() {
        chart.rows.push(vec![
            pick("全文", "The whole").to_owned(),
            marks.len().to_string(),
            findings.len().to_string(),
        ]);
    }
    Some(chart)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::marks;

    #[test]
    fn figures_are_counted_section_by_section() {
        let report = "2024年政府工作报告\n一、2023年工作回顾\n2023年，粮食产量14万吨，增长3%。\n二、2024年工作安排\n2024年，粮食产量15万吨。\n";
        let analysis = crate::analyze(report, &crate::Options::default());
        let marks = marks(&analysis.observations);
        let text = Text::new(analysis.text.clone());
        let chart = density(&analysis, &analysis.checks, &text, &marks, "", 640.0, true).unwrap();
        let figures: Vec<&str> = chart.rows.iter().map(|row| row[1].as_str()).collect();
        assert_eq!(figures, ["2", "1"]);
    }
}
