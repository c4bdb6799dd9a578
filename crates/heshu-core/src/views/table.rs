//! Observations as a table: one row each, for spreadsheets and for notes.

use super::charts::{change_words, level_words};
use super::sheets::{Cell, Sheet};
use super::{Judgements, Pair};
use crate::model::{Analysis, Bilingual, Bound, Check, Number, Observation, Verdict};
use crate::text::Text;
use std::fmt::Write;

/// A table as CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8, its columns headed by their ids.
/// Words that a spreadsheet would take for a formula are led by an apostrophe; numbers stay numbers.
pub fn csv(sheet: &Sheet) -> String {
    let mut out = String::from("\u{feff}");
    csv_row(&mut out, sheet.head.iter().map(|(id, _)| (*id).to_owned()));
    for cells in &sheet.rows {
        csv_row(&mut out, cells.iter().map(written));
    }
    out
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Words(words) => words.clone(),
    }
}

/// Lowest and highest amount that a bound leaves; an open end is none.
pub fn ends(bound: Bound, value: Number, upper: Option<Number>) -> (Option<Number>, Option<Number>) {
    match bound {
        Bound::Exact | Bound::Approx => (Some(value), Some(value)),
        Bound::AtLeast | Bound::Over => (Some(value), None),
        Bound::Under | Bound::AtMost => (None, Some(value)),
        Bound::Range => (Some(value), upper),
    }
}

/// Writes one row of CSV (RFC 4180). Cells that a spreadsheet would take for a formula are led by an apostrophe.
pub fn csv_row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        let leads = matches!(
            cell.chars().next(),
            Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
        );
        let formula = leads && cell.parse::<rust_decimal::Decimal>().is_err();
        let cell = if formula { format!("'{cell}") } else { cell };
        if cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
            let _ = write!(out, "\"{}\"", cell.replace('"', "\"\""));
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// Targets beside results, and checks that do not pass, as Markdown; with each what the person thinks of it. `zh` chooses
/// the language.
pub fn markdown(analysis: &Analysis, text: &Text, judgements: &Judgements, zh: bool) -> String {
    let pick = |a: &'static str, b: &'static str| if zh { a } else { b };
    let mut out = String::new();
    let document = &analysis.document;
    let region = document.region.as_deref().unwrap_or_default();
    let year = document.report_year.map(|y| y.to_string()).unwrap_or_default();
    let _ = writeln!(out, "# {region} {year} {}\n", pick("政府工作报告：核数", "work report: Heshu"));
    let _ = writeln!(out, "## {}\n", pick("目标与上年结果", "Targets beside results"));
    let head = pick(
        "| 指标 | 上年结果 | 本年目标 | 目标增速 | 推算增速 |",
        "| Indicator | Last year | Target | Stated growth | Computed growth |",
    );
    let _ = writeln!(out, "{head}\n|---|---:|---:|---:|---:|");
    for pair in super::targets_beside_results(analysis) {
        let _ = writeln!(out, "{}", row(analysis, &pair, zh));
    }
    let _ = writeln!(out, "\n## {}", pick("核查", "Checks"));
    for (verdict, places) in super::by_verdict(&analysis.checks) {
        let Some(heading) = heading(verdict).filter(|_| !places.is_empty()) else { continue };
        let _ = writeln!(out, "\n### {}\n", pick(heading.0, heading.1));
        for place in places {
            let Some(check) = analysis.checks.get(place) else { continue };
            let judgement = judgements.get(&place).map(|j| format!("（{}）", j.name(zh))).unwrap_or_default();
            finding(&mut out, check, &judgement, text, zh);
        }
    }
    out
}

/// One target beside its result.
fn row(analysis: &Analysis, pair: &Pair, zh: bool) -> String {
    let of = |id: u32| analysis.observations.get(id as usize);
    let (target, result) = (of(pair.target), pair.result.and_then(of));
    let level = |o: Option<&Observation>| o.and_then(|o| o.level.as_ref()).map(level_words);
    // Of last year the growth alone may be told.
    let grew = || {
        let growth = change_words(result?.change.as_ref()?);
        Some(if zh { format!("增速{growth}") } else { format!("growth {growth}") })
    };
    let was = level(result).or_else(grew).unwrap_or_default();
    let stated = target.and_then(|o| o.change.as_ref()).map(change_words).unwrap_or_default();
    let rate = target.and_then(|o| o.level.as_ref()).is_some_and(|l| matches!(l.unit.as_str(), "%" | "％"));
    let unit = match (rate, zh) {
        (false, _) => "%",
        (true, true) => "个百分点",
        (true, false) => " points",
    };
    let computed = pair.computed.map(|n| format!("{}{n}{unit}", pair.bound.sign())).unwrap_or_default();
    let goal = level(target).unwrap_or_default();
    let cells = [pair.name.as_str(), &was, &goal, &stated, &computed].map(cell);
    format!("| {} |", cells.join(" | "))
}

/// What the findings of a verdict stand under; those that pass are left out.
const fn heading(verdict: Verdict) -> Option<(&'static str, &'static str)> {
    match verdict {
        Verdict::Conflict => Some(("冲突", "Conflicts")),
        Verdict::Caution => Some(("存疑", "Cautions")),
        Verdict::Note => Some(("提示", "Notes")),
        Verdict::Pass => None,
    }
}

fn finding(out: &mut String, check: &Check, judgement: &str, text: &Text, zh: bool) {
    let say = |words: &Bilingual| cell(if zh { &words.zh } else { &words.en });
    let _ = writeln!(out, "- **{}**{judgement} {}", say(&check.title), say(&check.message));
    if let Some(arithmetic) = &check.arithmetic {
        let _ = writeln!(out, "  - {}{}", if zh { "算式：" } else { "Arithmetic: " }, cell(arithmetic));
    }
    for span in &check.spans {
        let _ = writeln!(out, "  > {}", cell(text.slice(*span)));
    }
}

/// Words of a report as Markdown shows them, with nothing of them taken for markup.
fn cell(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '|' | '*' | '_' | '`' | '[' | ']' | '<' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> String {
        let rows = vec![cells.iter().map(|words| Cell::from(*words)).collect()];
        let csv = csv(&Sheet { name: ("", ""), head: &[("id", "")], rows });
        csv.strip_prefix("\u{feff}id\r\n").unwrap().to_owned()
    }

    #[test]
    fn cells_are_quoted_and_no_cell_is_a_formula() {
        assert_eq!(line(&["甲,乙", "说\"好\"", "a\nb"]), "\"甲,乙\",\"说\"\"好\"\"\",\"a\nb\"\r\n");
        assert_eq!(line(&["=1+1", "@x", "-2.5", "-x"]), "'=1+1,'@x,-2.5,'-x\r\n");
        assert_eq!(line(&["\t=1", "+cmd|' /C calc'!A0"]), "'\t=1,'+cmd|' /C calc'!A0\r\n");
    }

    #[test]
    fn markdown_shows_words_as_they_stand() {
        assert_eq!(cell("a|b*c\n<i>"), "a\\|b\\*c \\<i>");
    }

    #[test]
    fn markdown_says_points_verdicts_arithmetic_and_last_years_growth() {
        let report = "2024年政府工作报告\n一、2023年工作回顾\n2023年，地区生产总值增长8.2%，城镇污水处理率85%，粮食产量20万吨、增长50%，2022年粮食产量10万吨。\n二、2024年主要预期目标\n2024年，地区生产总值增长6%，城镇污水处理率达到89%以上。\n";
        let analysis = crate::analyze(report, &crate::Options::default());
        let said = markdown(&analysis, &Text::new(analysis.text.clone()), &Judgements::new(), true);
        assert!(said.contains("| 增速8.2% |  | 6% |  |"), "{said}");
        assert!(said.contains("| 85% | ≥89% |  | ≥4个百分点 |"), "{said}");
        let (before, conflicts) = said.split_once("\n### 冲突\n\n- **").unwrap_or_else(|| panic!("{said}"));
        assert!(!before.contains("- **") && conflicts.contains("\n  - 算式："), "{said}");
    }
}
