//! The analysis as columns for people. A Chinese character is as wide as two Latin letters.

use crate::say::Language;
use heshu_core::catalogue;
use heshu_core::model::{Analysis, Change, Document, LevelValue, Observation};
use heshu_core::views;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Cells are cut at this width, so that one long name does not push the others off the screen.
const WIDEST: usize = 44;

/// Writes what the report is, its observations and its checks. `heading` names the file where there are several.
pub fn write(analysis: &Analysis, heading: Option<&str>, explain: bool, language: Language) -> String {
    let mut out = String::new();
    if let Some(heading) = heading {
        let _ = writeln!(out, "== {heading} ==");
    }
    let _ = writeln!(out, "{}\n", title(&analysis.document, language));
    if analysis.observations.is_empty() {
        let _ = writeln!(out, "{}\n", language.of("没有读到数据。", "No statistics were found."));
    } else {
        write_observations(&mut out, analysis, explain, language);
    }
    write_checks(&mut out, analysis, language);
    out
}

fn title(document: &Document, language: Language) -> String {
    let year = document.report_year.map(|year| match language {
        Language::Chinese => format!("{year}年"),
        Language::English => year.to_string(),
    });
    let parts = [document.region.clone(), year, document.title.clone()];
    let known: Vec<String> = parts.into_iter().flatten().collect();
    if known.is_empty() { language.of("（无标题）", "(untitled)").to_owned() } else { known.join(" ") }
}

fn write_observations(out: &mut String, analysis: &Analysis, explain: bool, language: Language) {
    let mut header = match language {
        Language::Chinese => vec!["主题", "指标", "时期", "性质", "数值", "变动", "编号"],
        Language::English => vec!["theme", "name", "period", "kind", "level", "change", "indicator"],
    };
    if explain {
        header.extend([language.of("句式", "construction"), language.of("疑问", "doubt")]);
    }
    let mut rows = vec![header.into_iter().map(str::to_owned).collect::<Vec<_>>()];
    rows.extend(analysis.observations.iter().map(|o| cells(o, explain, language)));
    write_aligned(out, &rows);
}

fn cells(o: &Observation, explain: bool, language: Language) -> Vec<String> {
    let theme = o.theme.as_deref().and_then(catalogue::theme).map(|t| language.of(t.zh, t.en).to_owned());
    let name = match &o.region {
        Some(region) => format!("{region}：{}", o.name),
        None => o.name.clone(),
    };
    let mut cells = vec![
        theme.unwrap_or_default(),
        name,
        o.period.clone().unwrap_or_default(),
        language.kind(o.kind).to_owned(),
        o.level.as_ref().map(level).unwrap_or_default(),
        o.change.as_ref().map(change).unwrap_or_default(),
        o.indicator.clone().unwrap_or_default(),
    ];
    if explain {
        cells.extend([o.construction.clone(), o.doubt.clone().unwrap_or_default()]);
    }
    cells
}

fn level(level: &LevelValue) -> String {
    level.place().unwrap_or_else(|| format!("{}{}{}", level.bound.sign(), level.written, level.unit))
}

fn change(change: &Change) -> String {
    let sign = if change.value.get().is_sign_negative() {
        // Some minus signs were written, others are the word 下降.
        if change.written.starts_with(['-', '−', '－']) { "" } else { "-" }
    } else {
        "+"
    };
    format!("{}{sign}{}{}", change.bound.sign(), change.written, change.unit)
}

fn write_checks(out: &mut String, analysis: &Analysis, language: Language) {
    let tally = views::tally(&analysis.checks);
    let counts: Vec<String> = views::by_verdict(&analysis.checks)
        .into_iter()
        .map(|(verdict, _)| format!("{} {}", language.verdict(verdict), tally.of(verdict)))
        .collect();
    let _ = writeln!(out, "{}{}", language.of("核对：", "Checks: "), counts.join(language.of("，", ", ")));
    for (verdict, places) in views::by_verdict(&analysis.checks) {
        for check in places.iter().filter_map(|place| analysis.checks.get(*place)) {
            let (title, message) = (language.choose(&check.title), language.choose(&check.message));
            let _ = writeln!(
                out,
                "  [{}] {title}{}{message}",
                language.verdict(verdict),
                language.of("：", ": ")
            );
        }
    }
    if !analysis.unchecked.is_empty() {
        let _ = writeln!(out, "{}", language.of("未能核对：", "Could not be checked:"));
    }
    for missing in &analysis.unchecked {
        let name =
            heshu_core::checks::rule(&missing.rule).map(|info| language.of(info.name.zh, info.name.en));
        let name = name.unwrap_or(&missing.rule);
        let _ = writeln!(out, "  [{name}] {}", language.choose(&missing.message));
    }
}

/// Columns two spaces apart, cells filled up with spaces on the right.
fn write_aligned(out: &mut String, rows: &[Vec<String>]) {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| cut(cell)).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
        })
        .collect();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let _ = write!(line, "{cell}{}", " ".repeat(width - cell.width() + 2));
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out.push('\n');
}

/// At most [`WIDEST`] columns, line ends as spaces.
fn cut(cell: &str) -> String {
    let cell = cell.replace(['\n', '\r', '\t'], " ");
    if cell.width() <= WIDEST {
        return cell;
    }
    let mut kept = String::new();
    for c in cell.chars() {
        kept.push(c);
        if kept.width() + 1 > WIDEST {
            kept.pop();
            break;
        }
    }
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_whatever_the_characters() {
        let rows = [vec!["指标", "a", "x"], vec!["GDP", "公顷", "y"], vec!["", "。", "z"]]
            .map(|row| row.into_iter().map(str::to_owned).collect::<Vec<_>>());
        let mut out = String::new();
        write_aligned(&mut out, &rows);
        let place = |line: &str| line.split_at(line.len() - 1).0.width();
        let places: Vec<usize> = out.lines().filter(|line| !line.is_empty()).map(place).collect();
        assert_eq!(places, [12, 12, 12], "{out}");
    }

    #[test]
    fn a_long_cell_is_cut_between_characters() {
        let long = cut(&"核".repeat(100));
        assert!(long.width() <= WIDEST && long.ends_with("核…"), "{long}");
    }
}
