//! The panel: one row a region, year and indicator (tidy), or one row a report (wide).

use crate::entry::Entry;
use crate::table::{Cell, Column, Kind as Holds, Table};
use heshu_core::catalogue;
use heshu_core::model::{Basis, Bound, Kind, Level, Number, Observation, Span};
use heshu_core::text::Text;
use heshu_core::views::{ends, sentence};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Which observations become rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// One for each region, period, indicator and kind: the fullest statement of it.
    Panel,
    /// Every observation, named in the catalogue or not.
    All,
}

/// A column: what it is called, holds and means, and how it is filled.
struct Field<Fill> {
    name: &'static str,
    holds: Holds,
    zh: &'static str,
    en: &'static str,
    fill: Fill,
}

impl<Fill> Field<Fill> {
    fn column(&self) -> Column {
        Column::new(self.name, self.holds, self.zh, self.en)
    }
}

/// Fills a cell from a report.
type OfReport = fn(&Entry) -> Cell;
/// Fills a cell from an observation.
type OfRow = for<'a, 'b> fn(&'a Row<'b>) -> Cell;

/// What a row is made of.
struct Row<'a> {
    entry: &'a Entry,
    text: &'a Text,
    o: &'a Observation,
    changed: &'a Observation,
    level: Ends,
    change: Ends,
}

#[derive(Default)]
struct Ends {
    low: Option<Number>,
    mid: Option<Number>,
    high: Option<Number>,
}

impl Ends {
    fn of(bound: Bound, value: Number, upper: Option<Number>) -> Self {
        let (low, high) = ends(bound, value, upper);
        let sum = low.zip(high).and_then(|(a, b)| a.get().checked_add(b.get()));
        Self { low, mid: sum.and_then(|sum| sum.checked_div(Decimal::TWO)).map(Number), high }
    }
}

/// The observations of the reports as rows, each with where it stands.
pub fn tidy(entries: &[Entry], rows: Rows) -> Table {
    let mut table = Table {
        columns: PLACE.iter().map(Field::column).chain(FIELDS.iter().map(Field::column)).collect(),
        rows: Vec::new(),
    };
    for entry in entries {
        let text = Text::new(entry.analysis.text.clone());
        let chosen: Vec<Told<'_>> = match rows {
            Rows::All => entry.analysis.observations.iter().map(|o| Told { o, changed: o }).collect(),
            Rows::Panel => of_the_panel(&entry.analysis.observations),
        };
        for Told { o, changed } in chosen {
            let level = o.level.as_ref().map(|l| Ends::of(l.bound, l.value, l.upper)).unwrap_or_default();
            let change = changed.change.as_ref();
            let change = change.map(|c| Ends::of(c.bound, c.value, c.upper)).unwrap_or_default();
            let row = Row { entry, text: &text, o, changed, level, change };
            let place = PLACE.iter().map(|field| (field.fill)(entry));
            table.rows.push(place.chain(FIELDS.iter().map(|field| (field.fill)(&row))).collect());
        }
    }
    table
}

/// One statistic of a panel: the observation that gives its level, and the one that gives its change over a year. A
/// report may state them in two places.
#[derive(Clone, Copy)]
struct Told<'a> {
    o: &'a Observation,
    changed: &'a Observation,
}

impl<'a> Told<'a> {
    /// Of observations of one thing, period and kind: the fullest, the first of the equal. 比2002年增长 is no change
    /// over a year.
    fn of(same: &[&'a Observation]) -> Option<Self> {
        let yearly = |o: &Observation| {
            let basis = o.change.as_ref().map(|change| change.basis);
            matches!(basis, Some(Basis::Yoy | Basis::SameBasis | Basis::Real))
        };
        let best = |o: &&&Observation| (o.level.is_some(), yearly(o), o.change.is_some(), Reverse(o.id));
        let o = *same.iter().max_by_key(best)?;
        let changed = same.iter().find(|other| yearly(other) && !yearly(o)).copied().unwrap_or(o);
        Some(Self { o, changed })
    }
}

/// What is told of each indicator, period, kind and area, in reading order. The three shares of a structure are told
/// apart by their names.
fn of_the_panel(observations: &[Observation]) -> Vec<Told<'_>> {
    let mut same: BTreeMap<_, Vec<&Observation>> = BTreeMap::new();
    for o in observations {
        let Some(id) = &o.indicator else { continue };
        let name = (id == "industry_structure").then_some(&o.name);
        same.entry((id, name, &o.period, o.kind.code(), &o.region)).or_default().push(o);
    }
    let mut chosen: Vec<Told<'_>> = same.values().filter_map(|same| Told::of(same)).collect();
    chosen.sort_by_key(|told| told.o.id);
    chosen
}

/// One row a report: what it says of each indicator, as a result of the year looked back on and as a target of the
/// year planned for. Indicators that no report states have no columns.
pub fn wide(entries: &[Entry]) -> Table {
    let stated: BTreeSet<&str> = entries
        .iter()
        .flat_map(|entry| &entry.analysis.observations)
        .filter_map(|o| o.indicator.as_deref())
        .filter(|id| *id != "industry_structure")
        .collect();
    let mut columns: Vec<Column> = PLACE.iter().map(Field::column).collect();
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
    let rows = entries
        .iter()
        .map(|entry| {
            let mut cells: Vec<Cell> = PLACE.iter().map(|field| (field.fill)(entry)).collect();
            for id in &stated {
                let result = entry
                    .review_year()
                    .and_then(|year| find(entry, id, year, &[Kind::Actual, Kind::Expected]));
                let target = entry.place.year.and_then(|year| find(entry, id, year, &[Kind::Target]));
                cells.extend(wide_cells(result, target));
            }
            cells
        })
        .collect();
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

fn find<'a>(entry: &'a Entry, id: &str, year: i32, kinds: &[Kind]) -> Option<Told<'a>> {
    let mut same = crate::delivery::of_year(entry, year, kinds);
    same.retain(|o| o.indicator.as_deref() == Some(id));
    Told::of(&same)
}

fn indicator(row: &Row<'_>) -> Option<&'static catalogue::Indicator> {
    row.o.indicator.as_deref().and_then(catalogue::get)
}

/// The first and the last year of a period: `2023`, `2019/2023`.
fn years(o: &Observation) -> Option<(i64, i64)> {
    let period = o.period.as_deref()?;
    let (first, last) = period.split_once('/').unwrap_or((period, period));
    Some((first.parse().ok()?, last.parse().ok()?))
}

fn based(row: &Row<'_>, end: Option<Number>) -> Cell {
    let level = row.o.level.as_ref();
    let scale = level.and_then(heshu_core::checks::interval::scale_of);
    Cell::number(end.zip(scale).and_then(|(end, scale)| end.get().checked_mul(scale)).map(Number))
}

fn spanned(span: Span) -> (Cell, Cell) {
    (Cell::Whole(span.start.into()), Cell::Whole(span.end.into()))
}

const fn text<Fill: Copy>(name: &'static str, zh: &'static str, en: &'static str, fill: Fill) -> Field<Fill> {
    Field { name, holds: Holds::Text, zh, en, fill }
}

const fn whole<Fill: Copy>(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    fill: Fill,
) -> Field<Fill> {
    Field { name, holds: Holds::Whole, zh, en, fill }
}

const fn number<Fill: Copy>(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    fill: Fill,
) -> Field<Fill> {
    Field { name, holds: Holds::Number, zh, en, fill }
}

/// What a row says of its report.
static PLACE: [Field<OfReport>; 6] = [
    text("file", "来源文件", "Source file", |e| Cell::words(Some(e.file.as_str()))),
    text("region", "地区", "Area that the report speaks for", |e| Cell::words(e.place.region.as_deref())),
    text(
        "level",
        "政府层级：nation province prefecture county township",
        "Level of its government",
        |e| Cell::words(e.place.level.map(Level::code)),
    ),
    whole("report_year", "报告年（计划年）", "Year that the report plans for", |e| {
        Cell::whole(e.place.year)
    }),
    whole("review_year", "回顾年", "Year that the report looks back on", |e| Cell::whole(e.review_year())),
    text("delivered_on", "报告日期", "Date on which it was given", |e| {
        Cell::words(e.analysis.document.delivered_on.as_deref())
    }),
];

/// What a row says of its observation.
static FIELDS: [Field<OfRow>; 41] = [
    whole("id", "本报告内的编号", "Number of the observation in its report", |r| {
        Cell::Whole(r.o.id.into())
    }),
    text(
        "indicator",
        "指标代码；目录外为空",
        "Id in the catalogue; missing for what it does not know",
        |r| Cell::words(r.o.indicator.as_deref()),
    ),
    text("indicator_zh", "指标中文名", "Chinese name of the indicator", |r| {
        Cell::words(indicator(r).map(|i| i.zh))
    }),
    text("indicator_en", "指标英文名", "English name of the indicator", |r| {
        Cell::words(indicator(r).map(|i| i.en))
    }),
    text("theme", "主题", "Theme", |r| Cell::words(r.o.theme.as_deref())),
    text("name", "报告中的名称", "Name as the report has it, made whole", |r| {
        Cell::words(Some(r.o.name.as_str()))
    }),
    text("area", "另指的地区；空为本地区", "Area, where it is not the report's own", |r| {
        Cell::words(r.o.region.as_deref())
    }),
    whole("year_first", "时期首年", "First year of the period", |r| Cell::whole(years(r.o).map(|y| y.0))),
    whole("year_last", "时期末年", "Last year of the period", |r| Cell::whole(years(r.o).map(|y| y.1))),
    text(
        "kind",
        "性质：actual expected target standing",
        "Result, estimate, target, or a standing fact",
        |r| Cell::words(Some(r.o.kind.code())),
    ),
    text("level_written", "水平值原文", "Level as written", |r| {
        Cell::words(r.o.level.as_ref().map(|l| l.written.as_str()))
    }),
    number("level_value", "水平值", "Level, in its unit", |r| {
        Cell::number(r.o.level.as_ref().map(|l| l.value))
    }),
    number(
        "level_low",
        "水平值下限；不设则空",
        "Lower end of the level; missing where open",
        |r| Cell::number(r.level.low),
    ),
    number("level_mid", "水平值中点", "Middle of both ends", |r| Cell::number(r.level.mid)),
    number(
        "level_high",
        "水平值上限；不设则空",
        "Upper end of the level; missing where open",
        |r| Cell::number(r.level.high),
    ),
    text("level_unit", "水平值单位", "Unit of the level as written", |r| {
        Cell::words(r.o.level.as_ref().map(|l| l.unit.as_str()))
    }),
    text("level_bound", "水平值约束", "How the words bind the level", |r| {
        Cell::words(r.o.level.as_ref().map(|l| l.bound.code()))
    }),
    number("base_value", "换算为基准单位的水平值", "Level in the base unit", |r| {
        Cell::number(r.o.level.as_ref().and_then(|l| l.base_value))
    }),
    number("base_low", "基准单位下限", "Lower end in the base unit", |r| based(r, r.level.low)),
    number("base_mid", "基准单位中点", "Middle in the base unit", |r| based(r, r.level.mid)),
    number("base_high", "基准单位上限", "Upper end in the base unit", |r| based(r, r.level.high)),
    text("base_unit", "基准单位", "Base unit of the dimension", |r| {
        Cell::words(r.o.level.as_ref().and_then(|l| l.base_unit.as_deref()))
    }),
    text("change_written", "增减原文", "Change as written", |r| {
        Cell::words(r.changed.change.as_ref().map(|c| c.written.as_str()))
    }),
    number("change_value", "增减，下降为负", "Change; a decline is negative", |r| {
        Cell::number(r.changed.change.as_ref().map(|c| c.value))
    }),
    number("change_low", "增减下限", "Lower end of the change", |r| Cell::number(r.change.low)),
    number("change_mid", "增减中点", "Middle of the change", |r| Cell::number(r.change.mid)),
    number("change_high", "增减上限", "Upper end of the change", |r| Cell::number(r.change.high)),
    text("change_unit", "增减单位：%、个百分点或原单位", "Unit of the change", |r| {
        Cell::words(r.changed.change.as_ref().map(|c| c.unit.as_str()))
    }),
    text("change_bound", "增减约束", "How the words bind the change", |r| {
        Cell::words(r.changed.change.as_ref().map(|c| c.bound.code()))
    }),
    text(
        "change_basis",
        "增减基准：yoy same_basis real annual_average cumulative since",
        "What it is measured against",
        |r| Cell::words(r.changed.change.as_ref().map(|c| c.basis.code())),
    ),
    whole(
        "change_id",
        "增减另见的编号；空为同一处",
        "Number of the observation that states the change, if another",
        |r| Cell::whole((r.changed.id != r.o.id).then_some(r.changed.id)),
    ),
    text("share_of", "占比的分母", "What a share is a share of", |r| {
        Cell::words(r.o.share_of.as_deref())
    }),
    text("force", "用语：力争、确保……", "Words of force: 力争, 确保 …", |r| {
        Cell::words(r.o.commitment_force.as_deref())
    }),
    text("section", "所在章节", "Heading that it stands under", |r| {
        let place = r.o.section.and_then(|place| r.entry.analysis.sections.get(place as usize));
        Cell::words(place.map(|section| section.title.as_str()))
    }),
    text("sentence", "原句", "The sentence that states it", |r| {
        Cell::words(Some(r.text.slice(sentence(r.text, r.o.span)).trim()))
    }),
    whole(
        "span_start",
        "整理后文本中的起点（UTF-16）",
        "Start in the repaired text, in UTF-16 units",
        |r| spanned(r.o.span).0,
    ),
    whole(
        "span_end",
        "整理后文本中的终点（UTF-16）",
        "End in the repaired text, in UTF-16 units",
        |r| spanned(r.o.span).1,
    ),
    whole(
        "source_start",
        "原文本中的起点（UTF-16）",
        "Start in the text as it came, in UTF-16 units",
        |r| spanned(r.o.source).0,
    ),
    whole(
        "source_end",
        "原文本中的终点（UTF-16）",
        "End in the text as it came, in UTF-16 units",
        |r| spanned(r.o.source).1,
    ),
    text("construction", "据以识别的句式", "Construction by which it was read", |r| {
        Cell::words(Some(r.o.construction.as_str()))
    }),
    text("doubt", "存疑原因；空为确定", "Why the reading is not sure; missing where it is", |r| {
        Cell::words(r.o.doubt.as_deref())
    }),
];

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
        let table = tidy(&[entry(REPORT)], Rows::Panel);
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
        assert!(tidy(&[entry(REPORT)], Rows::All).rows.len() > table.rows.len());
    }

    #[test]
    fn wide_has_one_row_a_report_and_only_columns_that_are_stated() {
        let other = "乙县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，粮食产量12万吨。\n二、2024年工作安排\n2024年，粮食产量13万吨。\n";
        let table = wide(&[entry(REPORT), entry(other)]);
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
        let table = tidy(&[], Rows::All);
        let names: std::collections::BTreeSet<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names.len(), table.columns.len());
        assert!(table.columns.iter().all(|c| !c.zh.is_empty() && !c.en.is_empty()));
    }
}
