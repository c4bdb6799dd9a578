//! Reports side by side: chosen indicators, converted to one unit, as a table and as pictures.

use super::{Cell, Go, Grid, Tone, pick};
use crate::entry::Entry;
use crate::panel::told::{Told, of_the_year};
use heshu_core::catalogue;
use heshu_core::checks::interval::scale_of;
use heshu_core::model::{Basis, Bound, Change, Kind, LevelValue, Number};
use heshu_core::views::charts::{
    Chart, Line, Ranked, Value, change_words, dumbbell, float, level_words, lines, ranking,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many indicators are shown where none were chosen.
const AT_FIRST: usize = 5;

/// What is to be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Ids of the indicators; the first is drawn. Empty for the amounts that most reports state.
    pub indicators: Vec<String>,
    /// Results, targets, levels or growth.
    pub figures: Figures,
    /// Only of this year; none for each report's own.
    pub year: Option<i32>,
    /// Width of the pictures, in CSS pixels.
    pub width: u32,
}

/// Which figures are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Figures {
    /// Levels of the year looked back on.
    #[default]
    Results,
    /// Growth in the year looked back on.
    Growth,
    /// Levels aimed for in the year planned.
    Targets,
    /// Growth aimed for in the year planned.
    TargetGrowth,
}

/// What is compared, and what else could be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// The indicators that can be chosen, those that most reports state first.
    pub choices: Vec<Choice>,
    /// Years that can be chosen, the latest first.
    pub years: Vec<i32>,
    /// The table: a row a report.
    pub grid: Grid,
    /// The first indicator as pictures, each with a name that does not change.
    pub pictures: Vec<(String, Chart)>,
}

/// An indicator that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many of the reports state it so.
    pub reports: u32,
    /// Whether it is shown.
    pub chosen: bool,
}

impl Figures {
    const fn of_targets(self) -> bool {
        matches!(self, Self::Targets | Self::TargetGrowth)
    }

    const fn of_growth(self) -> bool {
        matches!(self, Self::Growth | Self::TargetGrowth)
    }

    /// The year that a report tells these of.
    fn year(self, entry: &Entry) -> Option<i32> {
        if self.of_targets() { entry.place.year } else { entry.review_year() }
    }

    fn told<'a>(self, entry: &'a Entry) -> HashMap<&'a str, Told<'a>> {
        let kinds: &[Kind] =
            if self.of_targets() { &[Kind::Target] } else { &[Kind::Actual, Kind::Expected] };
        let mut told = of_the_year(entry, self.year(entry), kinds);
        // The shares of a structure are three things under one name.
        told.remove("industry_structure");
        told.retain(|_, told| match self.of_growth() {
            // 比2002年增长 is no growth of a year.
            true => told.changed.change.as_ref().is_some_and(|c| c.unit == "%" && of_a_year(c)),
            false => told.o.level.is_some(),
        });
        told
    }
}

fn of_a_year(change: &Change) -> bool {
    matches!(change.basis, Basis::Yoy | Basis::SameBasis | Basis::Real)
}

/// Compares reports, each given with its number in the set.
pub fn side<'a>(reports: impl IntoIterator<Item = (u32, &'a Entry)>, wish: &Wish, zh: bool) -> Side {
    let mut reports: Vec<(u32, &Entry)> = reports.into_iter().collect();
    let years: BTreeSet<i32> = reports.iter().filter_map(|(_, entry)| wish.figures.year(entry)).collect();
    reports.retain(|(_, entry)| wish.year.is_none() || wish.figures.year(entry) == wish.year);
    reports.sort_by_key(|(id, entry)| {
        (entry.place.level.map(|l| l as u8), entry.place.region.clone(), entry.place.year, *id)
    });
    let rows: Vec<Row<'_>> = reports
        .into_iter()
        .map(|(id, entry)| Row { id, entry, year: wish.figures.year(entry), told: wish.figures.told(entry) })
        .collect();
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for id in rows.iter().flat_map(|row| row.told.keys()) {
        *counts.entry(id).or_default() += 1;
    }
    let mut stated: Vec<(&str, u32)> = counts.into_iter().collect();
    stated.sort_by_key(|(id, count)| (Reverse(*count), *id));
    let mut chosen: Vec<&str> = wish.indicators.iter().map(String::as_str).collect();
    if chosen.is_empty() {
        // Amounts and rates before counts of things, which are counted everywhere otherwise.
        let amounts = |id: &str| catalogue::get(id).is_some_and(|indicator| indicator.dimension != "count");
        let (first, others): (Vec<_>, Vec<_>) = stated.iter().copied().partition(|(id, _)| amounts(id));
        chosen = first.into_iter().chain(others).take(AT_FIRST).map(|(id, _)| id).collect();
    }
    let columns: Vec<Column<'_>> = chosen.iter().map(|id| Column::of(id, &rows, wish.figures)).collect();
    let choices = stated.iter().map(|(id, count)| Choice {
        id: (*id).to_owned(),
        name: name(id, zh).to_owned(),
        reports: *count,
        chosen: chosen.contains(id),
    });
    Side {
        choices: choices.collect(),
        years: years.into_iter().rev().collect(),
        grid: grid(&rows, &columns, wish.figures, zh),
        pictures: columns.first().map(|column| pictures(&rows, column, wish, zh)).unwrap_or_default(),
    }
}

struct Row<'a> {
    id: u32,
    entry: &'a Entry,
    year: Option<i32>,
    told: HashMap<&'a str, Told<'a>>,
}

impl Row<'_> {
    /// What it is called: region and year of the figures.
    fn name(&self) -> String {
        let region = self.entry.place.region.as_deref().unwrap_or(&self.entry.file);
        self.year.map_or_else(|| region.to_owned(), |year| format!("{region} {year}"))
    }
}

/// An indicator and the unit that all its values are shown in.
struct Column<'a> {
    id: &'a str,
    unit: String,
    base: Option<String>,
    scale: Decimal,
}

impl<'a> Column<'a> {
    /// The unit that most reports write.
    fn of(id: &'a str, rows: &[Row<'_>], figures: Figures) -> Self {
        if figures.of_growth() {
            return Self { id, unit: "%".to_owned(), base: None, scale: Decimal::ONE };
        }
        let mut units: BTreeMap<&str, (usize, &LevelValue)> = BTreeMap::new();
        for level in rows.iter().filter_map(|row| row.told.get(id)?.o.level.as_ref()) {
            units.entry(level.unit.as_str()).or_insert((0, level)).0 += 1;
        }
        let most = units.into_iter().max_by_key(|(unit, (count, _))| (*count, Reverse(*unit)));
        match most {
            Some((unit, (_, level))) => Self {
                id,
                unit: unit.to_owned(),
                base: level.base_unit.clone(),
                scale: scale_of(level).unwrap_or(Decimal::ONE),
            },
            None => Self { id, unit: String::new(), base: None, scale: Decimal::ONE },
        }
    }

    /// A level in the column's unit; none where it is of another dimension.
    fn number(&self, level: &LevelValue, value: Number) -> Option<Number> {
        if level.unit == self.unit {
            return Some(value);
        }
        if self.base.is_none() || level.base_unit != self.base {
            return None;
        }
        let base = value.get().checked_mul(scale_of(level)?)?;
        Some(Number(base.checked_div(self.scale)?.round_dp(4).normalize()))
    }

    /// What a report states, as words in the column's unit, and to be drawn.
    fn read(&self, told: &Told<'_>, figures: Figures) -> Shown {
        if figures.of_growth() {
            return told.changed.change.as_ref().map_or_else(Shown::default, Shown::growth);
        }
        let Some(level) = &told.o.level else { return Shown::default() };
        let upper = level.upper.map(|upper| self.number(level, upper));
        match (self.number(level, level.value), upper) {
            (Some(low), Some(Some(high))) => Shown {
                words: format!("{low}–{high}"),
                value: value(low, Some(high), level.bound),
                aside: (level.unit != self.unit).then(|| level_words(level)),
            },
            (Some(low), None) => Shown {
                words: format!("{}{low}", level.bound.sign()),
                value: value(low, None, level.bound),
                aside: (level.unit != self.unit).then(|| level_words(level)),
            },
            _ => Shown { words: level_words(level), value: None, aside: None },
        }
    }
}

/// A figure in words, and on a scale.
#[derive(Default)]
struct Shown {
    words: String,
    value: Option<Value>,
    /// As the report writes it, where it was converted.
    aside: Option<String>,
}

impl Shown {
    fn growth(change: &Change) -> Self {
        Self {
            words: change_words(change).trim_end_matches('%').to_owned(),
            value: value(change.value, change.upper, change.bound),
            aside: None,
        }
    }
}

fn value(low: Number, high: Option<Number>, bound: Bound) -> Option<Value> {
    Some(Value { low: float(low)?, high: high.and_then(float), bound })
}

fn name(id: &str, zh: bool) -> &str {
    catalogue::get(id).map_or(id, |indicator| pick(zh, indicator.zh, indicator.en))
}

fn titled(column: &Column<'_>, figures: Figures, zh: bool) -> String {
    let name = name(column.id, zh);
    match (figures.of_growth(), column.unit.is_empty()) {
        (true, _) => format!("{name}{}", pick(zh, "增速（%）", ", growth (%)")),
        (false, true) => name.to_owned(),
        (false, false) if zh => format!("{name}（{}）", column.unit),
        (false, false) => format!("{name} ({})", column.unit),
    }
}

fn grid(rows: &[Row<'_>], columns: &[Column<'_>], figures: Figures, zh: bool) -> Grid {
    let head = [pick(zh, "报告", "Report"), pick(zh, "年份", "Year")].map(str::to_owned);
    let cell = |row: &Row<'_>, column: &Column<'_>| {
        let Some(told) = row.told.get(column.id) else { return Cell::missing() };
        let shown = column.read(told, figures);
        let id = if figures.of_growth() { told.changed.id } else { told.o.id };
        let tone = if shown.value.is_some() { Tone::Number } else { Tone::Doubt };
        let cell = Cell::to(shown.words, Go::observation(row.id, id), tone);
        match shown.aside {
            Some(aside) => cell.with_aside(aside),
            None => cell,
        }
    };
    let rows = rows.iter().map(|row| {
        let region = row.entry.place.region.as_deref().unwrap_or(&row.entry.file);
        let year = row.year.map_or_else(Cell::missing, |year| Cell::of(year.to_string(), Tone::Number));
        let first = [Cell::of(region, Tone::Plain), year];
        first.into_iter().chain(columns.iter().map(|column| cell(row, column))).collect()
    });
    Grid {
        id: "side".into(),
        title: String::new(),
        lead: pick(
            zh,
            "每一列换算成同一单位，换算过的下面写着报告原来的数。“—”是报告没有写，不是零，也不是低。",
            "Each column is in one unit; below what was converted stands what the report writes. “—” means that the report does not say: not zero, not low.",
        )
        .into(),
        head: head.into_iter().chain(columns.iter().map(|column| titled(column, figures, zh))).collect(),
        rows: rows.collect(),
    }
}

fn pictures(rows: &[Row<'_>], column: &Column<'_>, wish: &Wish, zh: bool) -> Vec<(String, Chart)> {
    let title = titled(column, wish.figures, zh);
    let width = f64::from(wish.width.clamp(240, 2000));
    let unit = if column.unit == "%" { "%" } else { "" };
    let report = pick(zh, "报告", "Report");
    let ranked = rows.iter().map(|row| {
        let shown = row.told.get(column.id).map(|told| column.read(told, wish.figures)).unwrap_or_default();
        Ranked { name: row.name(), value: shown.value, goal: None, words: (shown.words, String::new()) }
    });
    let ranked = ranking(&title, unit, &[report, &title], ranked.collect(), width);
    let both = rows.iter().map(|row| {
        let of = |figures: Figures| {
            let told = figures.told(row.entry);
            let change = told.get(column.id).and_then(|told| told.changed.change.as_ref());
            change.map(Shown::growth).unwrap_or_default()
        };
        let (was, goal) = (of(Figures::Growth), of(Figures::TargetGrowth));
        let region = row.entry.place.region.as_deref().unwrap_or(&row.entry.file);
        let year = row.entry.place.year.map(|year| format!(" {year}")).unwrap_or_default();
        Ranked {
            name: format!("{region}{year}"),
            value: was.value,
            goal: goal.value,
            words: (was.words, goal.words),
        }
    });
    let (was, goal) = (pick(zh, "上年增速", "growth last year"), pick(zh, "今年目标", "this year’s target"));
    let growth = format!(
        "{}{}",
        name(column.id, zh),
        pick(zh, "：上年增速与今年目标（%）", ": last year’s growth and this year’s target (%)")
    );
    let both = dumbbell(&growth, "%", &[report, was, goal], both.collect(), width, zh);
    let over_years = lines(
        &title,
        unit,
        &[report, pick(zh, "年份", "Year"), &title],
        &by_region(rows, column, wish),
        width,
    );
    let named = [("ranking", ranked), ("dumbbell", both), ("lines", over_years)];
    named.into_iter().filter_map(|(id, chart)| Some((id.to_owned(), chart?))).collect()
}

/// The regions that have more than one year, those with most years first: not more than one can tell apart.
fn by_region(rows: &[Row<'_>], column: &Column<'_>, wish: &Wish) -> Vec<Line> {
    let mut regions: BTreeMap<&str, BTreeMap<i32, (f64, String)>> = BTreeMap::new();
    for row in rows {
        let shown = row.told.get(column.id).map(|told| column.read(told, wish.figures));
        let (Some(shown), Some(year)) = (shown, row.year) else { continue };
        let (Some(region), Some(value)) = (row.entry.place.region.as_deref(), shown.value) else { continue };
        regions.entry(region).or_default().insert(year, (value.low, shown.words));
    }
    let mut regions: Vec<_> = regions.into_iter().filter(|(_, years)| years.len() > 1).collect();
    regions.sort_by_key(|(region, years)| (Reverse(years.len()), *region));
    let line = |(region, years): (&str, BTreeMap<i32, (f64, String)>)| Line {
        name: region.to_owned(),
        points: years.into_iter().map(|(year, (value, words))| (year, value, words)).collect(),
    };
    regions.into_iter().take(7).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::entry;

    fn reports() -> Vec<Entry> {
        let report = |county: &str, year: i32, said: &str| {
            entry(&format!(
                "{county}政府工作报告\n各位代表：\n一、{}年工作回顾\n{}年，{said}。\n二、{year}年工作安排\n主要预期目标是：地区生产总值增长6%以上。\n",
                year - 1,
                year - 1
            ))
        };
        vec![
            report("甲县", 2023, "地区生产总值100亿元、增长5%，粮食产量12万吨"),
            report("甲县", 2024, "地区生产总值110亿元、增长7%，粮食产量13万吨"),
            report("乙县", 2024, "地区生产总值905000万元、增长6%"),
        ]
    }

    fn shown(side: &Side) -> Vec<Vec<String>> {
        let lines =
            |cell: &Cell| cell.lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join("|");
        side.grid.rows.iter().map(|row| row.iter().map(lines).collect()).collect()
    }

    fn compared(wish: &Wish) -> Side {
        let reports = reports();
        side((0..).zip(&reports), wish, true)
    }

    #[test]
    fn every_column_is_in_one_unit_and_what_is_missing_says_so() {
        let found = compared(&Wish::default());
        assert_eq!(found.grid.head, ["报告", "年份", "地区生产总值（亿元）", "粮食产量（万吨）"]);
        assert_eq!(
            shown(&found),
            [
                ["乙县", "2023", "90.5|905000万元", "—"],
                ["甲县", "2022", "100", "12"],
                ["甲县", "2023", "110", "13"]
            ]
        );
        assert_eq!(found.grid.rows[0][3].tone, Tone::Missing);
        assert_eq!((found.choices[0].id.as_str(), found.choices[0].reports), ("gdp", 3));
    }

    #[test]
    fn growth_targets_keep_their_bounds_and_a_year_can_be_chosen() {
        let wish = Wish { figures: Figures::TargetGrowth, year: Some(2024), ..Wish::default() };
        let found = compared(&wish);
        assert_eq!(shown(&found), [["乙县", "2024", "≥6"], ["甲县", "2024", "≥6"]]);
        assert_eq!(found.years, [2024, 2023]);
    }

    #[test]
    fn growth_over_more_than_a_year_is_not_beside_growth_of_a_year() {
        let told = "一般公共预算收入12亿元，比2017年增长65.5%，粮食产量12万吨、增长2%";
        let report = entry(&format!(
            "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，{told}。\n二、2024年工作安排\n2024年，粮食产量13万吨。\n"
        ));
        let found = side([(0, &report)], &Wish { figures: Figures::Growth, ..Wish::default() }, true);
        assert_eq!(shown(&found), [["甲县", "2023", "2"]]);
    }

    #[test]
    fn the_first_indicator_is_drawn_ranked_against_its_target_and_over_years() {
        let found = compared(&Wish { width: 640, ..Wish::default() });
        let names: Vec<&str> = found.pictures.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(names, ["ranking", "dumbbell", "lines"]);
        let ranked: Vec<&str> = found.pictures[0].1.rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(ranked, ["甲县 2023", "甲县 2022", "乙县 2023"]);
        assert_eq!(found.pictures[2].1.rows.len(), 2);
    }
}
