//! Observations as a table: one row each, for spreadsheets and for notes.

use crate::model::{Analysis, Bound, Number, Observation};
use crate::text::Text;
use std::fmt::Write;

/// The columns of the CSV, in order.
const COLUMNS: [&str; 24] = [
    "id",
    "name",
    "indicator",
    "theme",
    "region",
    "period",
    "kind",
    "level_written",
    "level_value",
    "level_low",
    "level_high",
    "level_mid",
    "unit",
    "level_bound",
    "change_written",
    "change_value",
    "change_unit",
    "change_bound",
    "change_basis",
    "share_of",
    "commitment_force",
    "section",
    "words",
    "doubt",
];

/// The observations as CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8. Cells that a
/// spreadsheet would take for a formula are led by an apostrophe; numbers stay numbers.
pub fn csv(analysis: &Analysis, text: &Text, chosen: &[u32]) -> String {
    let mut out = String::from("\u{feff}");
    csv_row(&mut out, COLUMNS.iter().map(|c| (*c).to_owned()));
    for o in chosen.iter().filter_map(|id| analysis.observations.get(*id as usize)) {
        csv_row(&mut out, cells(analysis, text, o).into_iter());
    }
    out
}

fn cells(analysis: &Analysis, text: &Text, o: &Observation) -> [String; 24] {
    let opt = |s: &Option<String>| s.clone().unwrap_or_default();
    let (level, change) = (o.level.as_ref(), o.change.as_ref());
    let (low, high) = level.map_or((None, None), |l| ends(l.bound, l.value, l.upper));
    let mid = low.zip(high).and_then(|(a, b)| {
        let sum = a.get().checked_add(b.get())?;
        sum.checked_div(rust_decimal::Decimal::TWO).map(Number)
    });
    let number = |n: Option<Number>| n.map(|n| n.to_string()).unwrap_or_default();
    let section = o.section.and_then(|at| analysis.sections.get(at as usize));
    [
        o.id.to_string(),
        o.name.clone(),
        opt(&o.indicator),
        opt(&o.theme),
        opt(&o.region),
        opt(&o.period),
        o.kind.code().to_owned(),
        level.map(|l| l.written.clone()).unwrap_or_default(),
        number(level.map(|l| l.value)),
        number(low),
        number(high),
        number(mid),
        level.map(|l| l.unit.clone()).unwrap_or_default(),
        level.map(|l| l.bound.code().to_owned()).unwrap_or_default(),
        change.map(|c| c.written.clone()).unwrap_or_default(),
        number(change.map(|c| c.value)),
        change.map(|c| c.unit.clone()).unwrap_or_default(),
        change.map(|c| c.bound.code().to_owned()).unwrap_or_default(),
        change.map(|c| c.basis.code().to_owned()).unwrap_or_default(),
        opt(&o.share_of),
        opt(&o.commitment_force),
        section.map(|s| s.title.clone()).unwrap_or_default(),
        text.slice(o.span).to_owned(),
        opt(&o.doubt),
    ]
}

/// Lowest and highest amount that the words allow; none where they leave that end open.
/// The lowest and the highest value that a bound leaves; an open end is none.
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
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
        let number = cell.parse::<rust_decimal::Decimal>().is_ok();
        let cell = if formula && !number { format!("'{cell}") } else { cell };
        if cell.contains([',', '"', '\n', '\r']) {
            let _ = write!(out, "\"{}\"", cell.replace('"', "\"\""));
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// Targets beside results, and checks that do not pass, as Markdown. `zh` chooses the language.
pub fn markdown(analysis: &Analysis, text: &Text, zh: bool) -> String {
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
            level.map(|l| format!("{}{}{}", symbol(l.bound), l.written, l.unit)).unwrap_or_default()
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
    for check in analysis.checks.iter().filter(|c| c.verdict != crate::model::Verdict::Pass) {
        let say = |b: &crate::model::Bilingual| cell(if zh { &b.zh } else { &b.en });
        let _ = writeln!(out, "- **{}** {}", say(&check.title), say(&check.message));
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
        let mut out = String::new();
        csv_row(&mut out, cells.iter().map(|c| (*c).to_owned()));
        out
    }

    #[test]
    fn cells_are_quoted_and_no_cell_is_a_formula() {
        assert_eq!(line(&["甲,乙", "说\"好\"", "a\nb"]), "\"甲,乙\",\"说\"\"好\"\"\",\"a\nb\"\r\n");
        assert_eq!(line(&["=1+1", "@x", "-2.5", "-x"]), "'=1+1,'@x,-2.5,'-x\r\n");
        assert_eq!(line(&["\t=1"]), "'\t=1\r\n");
    }

    #[test]
    fn open_bounds_leave_an_end_open() {
        let five = Number::from(5);
        assert_eq!(ends(Bound::AtLeast, five, None), (Some(five), None));
        assert_eq!(ends(Bound::AtMost, five, None), (None, Some(five)));
        assert_eq!(ends(Bound::Range, Number::from(3), Some(five)), (Some(Number::from(3)), Some(five)));
    }

    #[test]
    fn markdown_shows_words_as_they_stand() {
        assert_eq!(cell("a|b*c\n<i>"), "a\\|b\\*c \\<i>");
    }
}
