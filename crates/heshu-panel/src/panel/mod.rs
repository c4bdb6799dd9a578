//! The panel: one row a region, year and indicator (tidy), or one row a report (wide).

mod fields;
pub(crate) mod told;
mod words;

pub use words::Words;

use crate::entry::Entry;
use crate::table::{Cell, Column, Kind as Holds, Table};
use fields::{FIELDS, Field, PLACE, Row};
use heshu_core::catalogue;
use heshu_core::model::{Bound, Kind};
use std::collections::{BTreeSet, HashMap};
use told::{Told, of_the_panel, of_the_year};

/// Which observations become rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// One for each region, period, indicator and kind: the fullest statement of it.
    Panel,
    /// Every observation, named in the catalogue or not.
    All,
}

/// The observations of the reports as rows, each with where it stands, and with the shares of some lists of words.
pub fn tidy<'a>(entries: impl IntoIterator<Item = &'a Entry>, rows: Rows, lists: &[Words]) -> Table {
    let fields = FIELDS.iter().map(Field::column);
    let mut table = Table { columns: place_columns(lists).chain(fields).collect(), rows: Vec::new() };
    for entry in entries {
        let observations = &entry.analysis.observations;
        let chosen: Vec<Told<'_>> = match rows {
            Rows::All => observations.iter().map(|o| Told { o, changed: o }).collect(),
            Rows::Panel => of_the_panel(observations),
        };
        let place = place_cells(entry, lists);
        for told in chosen {
            let row = Row::new(entry, told);
            let cells = place.iter().cloned();
            table.rows.push(cells.chain(FIELDS.iter().map(|field| (field.fill)(&row))).collect());
        }
    }
    table
}

fn place_columns(lists: &[Words]) -> impl Iterator<Item = Column> {
    PLACE.iter().map(Field::column).chain(lists.iter().flat_map(Words::columns))
}

fn place_cells(entry: &Entry, lists: &[Words]) -> Vec<Cell> {
    let place = PLACE.iter().map(|field| (field.fill)(entry));
    place.chain(lists.iter().flat_map(|list| list.cells(entry))).collect()
}

/// One row a report: what it says of each indicator, as a result of the year looked back on and as a target of the
/// year planned for. Indicators that no report states have no columns.
pub fn wide<'a>(entries: impl IntoIterator<Item = &'a Entry> + Clone, lists: &[Words]) -> Table {
    let stated: BTreeSet<&str> = entries
        .clone()
        .into_iter()
        .flat_map(|entry| &entry.analysis.observations)
        .filter_map(|o| o.indicator.as_deref())
        .filter(|id| *id != "industry_structure")
        .collect();
    let mut columns: Vec<Column> = place_columns(lists).collect();
    for id in &stated {
        let (zh, en) = catalogue::get(id).map_or((*id, *id), |indicator| (indicator.zh, indicator.en));
        for (end, holds, its_zh, its_en) in WIDE {
            columns.push(Column::new(
                format!("{id}_{end}"),
                holds,
                format!("{zh}：{its_zh}"),
                format!("{en}: {its_en}"),
            ));
        }
    }
    let rows = entries.into_iter().map(|entry| {
        let results = of_the_year(entry, entry.review_year(), &[Kind::Actual, Kind::Expected]);
        let targets = of_the_year(entry, entry.place.year, &[Kind::Target]);
        let of = |told: &HashMap<&str, Told<'a>>, id: &str| told.get(id).copied();
        let cells = stated.iter().flat_map(|id| wide_cells(of(&results, id), of(&targets, id)));
        place_cells(entry, lists).into_iter().chain(cells).collect()
    });
    let rows = rows.collect();
    Table { columns, rows }
}

const WIDE: [(&str, Holds, &str, &str); 9] = [
    ("actual", Holds::Number, "上年结果，基准单位", "result of the year looked back on, in the base unit"),
    ("actual_change", Holds::Number, "上年结果的增减", "its change"),
    ("actual_change_unit", Holds::Text, "增减的单位：% 或个百分点", "unit of the change"),
    ("target", Holds::Number, "本年目标，基准单位", "target of the year planned for, in the base unit"),
    ("target_change", Holds::Number, "目标增减", "the change aimed for"),
    ("target_change_unit", Holds::Text, "目标增减的单位", "unit of the change aimed for"),
    (
        "target_bound",
        Holds::Text,
        "目标的约束：exact approx at_least over under at_most range",
        "how firmly the target is bound",
    ),
    ("target_force", Holds::Text, "目标的用语：力争、确保……", "the words of force: 力争, 确保 …"),
    ("base_unit", Holds::Text, "基准单位", "the base unit"),
];

fn wide_cells(result: Option<Told<'_>>, target: Option<Told<'_>>) -> [Cell; 9] {
    let level = |told: Option<Told<'_>>| Cell::number(told.and_then(|t| t.o.level.as_ref()?.base_value));
    let change =
        |told: Option<Told<'_>>| Cell::number(told.and_then(|t| Some(t.changed.change.as_ref()?.value)));
    let unit = |told: Option<Told<'_>>| {
        Cell::words(told.and_then(|t| Some(t.changed.change.as_ref()?.unit.clone())))
    };
    let bound = target
        .and_then(|t| t.changed.change.as_ref().map(|c| c.bound).or(t.o.level.as_ref().map(|l| l.bound)));
    let base = [result, target].into_iter().flatten().find_map(|t| t.o.level.as_ref()?.base_unit.as_deref());
    [
        level(result),
        change(result),
        unit(result),
        level(target),
        change(target),
        unit(target),
        Cell::words(bound.map(Bound::code)),
        Cell::words(target.and_then(|t| t.o.commitment_force.as_deref())),
        Cell::words(base),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::entry;

    const REPORT: &str = "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，地区生产总值388.2亿元。全县生产总值增长7.2%，建成文明长廊3座。\n\
        二、2024年工作安排\n主要预期目标是：地区生产总值增长7%以上，力争一般公共预算收入达到20亿元。\n";

    fn column<'a>(table: &'a Table, name: &str) -> Vec<&'a Cell> {
        let at = table.columns.iter().position(|c| c.name == name).unwrap_or_else(|| panic!("{name}"));
        table.rows.iter().map(|row| &row[at]).collect()
    }

    #[test]
    fn tidy_has_one_row_an_indicator_period_and_kind() {
        let table = tidy(&[entry(REPORT)], Rows::Panel, &[]);
        let text = |s: &str| Cell::Text(s.into());
        assert_eq!(column(&table, "indicator"), [&text("gdp"), &text("gdp"), &text("budget_revenue")]);
        assert_eq!(column(&table, "kind"), [&text("actual"), &text("target"), &text("target")]);
        assert_eq!(column(&table, "base_value")[0].to_string(), "38820000000");
        assert_eq!(column(&table, "level_value")[1], &Cell::Missing);
        assert_eq!(column(&table, "change_low")[1].to_string(), "7");
        assert_eq!(column(&table, "change_high")[1], &Cell::Missing);
        assert_eq!(column(&table, "force")[2], &text("力争"));
        assert_eq!(column(&table, "change_id"), [&Cell::Whole(1), &Cell::Missing, &Cell::Missing]);
        assert_eq!(column(&table, "change_value")[0].to_string(), "7.2");
        assert!(tidy(&[entry(REPORT)], Rows::All, &[]).rows.len() > table.rows.len());
    }

    #[test]
    fn wide_has_one_row_a_report_and_only_columns_that_are_stated() {
        let other = "乙县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，粮食产量12万吨。\n二、2024年工作安排\n2024年，粮食产量13万吨。\n";
        let table = wide(&[entry(REPORT), entry(other)], &[]);
        assert_eq!(table.rows.len(), 2);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        let shown = |name| column(&table, name).iter().map(|c| c.to_string()).collect::<Vec<_>>();
        assert_eq!(shown("gdp_actual"), ["38820000000", ""]);
        assert_eq!(shown("gdp_target_change"), ["7", ""]);
        assert_eq!(shown("gdp_target_bound"), ["at_least", ""]);
        assert_eq!(shown("grain_output_target").len(), 2);
        assert!(table.columns.iter().all(|c| !c.name.starts_with("retail_sales")));
    }

    #[test]
    fn columns_are_named_once_and_explained() {
        let table = tidy(&[], Rows::All, &[]);
        let names: std::collections::BTreeSet<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names.len(), table.columns.len());
        assert!(table.columns.iter().all(|c| !c.zh.is_empty() && !c.en.is_empty()));
    }

    #[test]
    fn shares_of_lists_of_words_are_columns_of_every_row() {
        let lists = [Words::new("own", "自定词表", "生产总值 文明")];
        let (tidy, wide) = (tidy(&[entry(REPORT)], Rows::Panel, &lists), wide(&[entry(REPORT)], &lists));
        for table in [&tidy, &wide] {
            assert_eq!(column(table, "words_own_hits")[0], &Cell::Whole(4));
            assert!(matches!(column(table, "words_own_percent")[0], Cell::Number(_)));
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        }
    }
}
