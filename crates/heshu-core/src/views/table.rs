//! Observations as a table: one row each, for spreadsheets and for notes.

use super::Judgements;
use super::sheets::{Cell, Sheet};
use crate::model::{Analysis, Bound, LevelValue, Number};
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
        let level = |id: Option<u32>| {
            let level = id.and_then(|id| analysis.observations.get(id as usize)?.level.clone());
            let say = |l: LevelValue| {
                l.place().unwrap_or_else(|| format!("{}{}{}", symbol(l.bound), l.written, l.unit))
            };
            level.map(say).unwrap_or_default()
        };
        let stated = pair.stated(&analysis.observations);
        let stated = stated.map(|c| format!("{}{}{}", symbol(c.bound), c.value, c.unit)).unwrap_or_default();
        let computed = pair.computed.map(|n| format!("{n}%")).unwrap_or_default();
        let _ = writeln!(
            out,
            "| {} | {} | {} | {stated} | {computed} |",
            cell(&pair.name),
            cell(&level(pair.result)),
            cell(&level(Some(pair.target)))
        );
    }
    let _ = writeln!(out, "\n## {}\n", pick("核查", "Checks"));
    let all = analysis.checks.iter().enumerate();
    for (place, check) in all.filter(|(_, c)| c.verdict != crate::model::Verdict::Pass) {
        let say = |b: &crate::model::Bilingual| cell(if zh { &b.zh } else { &b.en });
        let judgement = judgements.get(&place).map(|j| format!("（{}）", j.name(zh))).unwrap_or_default();
        let _ = writeln!(out, "- **{}**{judgement} {}", say(&check.title), say(&check.message));
        for span in &check.spans {
            let _ = writeln!(out, "  > {}", cell(text.slice(*span)));
        }
    }
    out
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

const fn symbol(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact | Bound::Range => "",
        Bound::Approx => "≈",
        Bound::AtLeast => "≥",
        Bound::Over => "＞",
        Bound::Under => "＜",
        Bound::AtMost => "≤",
    }
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
}
