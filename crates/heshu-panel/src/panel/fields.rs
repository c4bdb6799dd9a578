//! The columns of a panel: what each is called and means, and how it is filled.

use super::told::Told;
use crate::entry::Entry;
use crate::table::{Cell, Column, Kind as Holds};
use heshu_core::catalogue;
use heshu_core::model::{Bound, Level, Number, Observation, Span};
use heshu_core::views::{ends, sentence};
use rust_decimal::Decimal;

/// A column: what it is called, holds and means, and how it is filled.
pub(super) struct Field<Fill> {
    name: &'static str,
    holds: Holds,
    zh: &'static str,
    en: &'static str,
    pub(super) fill: Fill,
}

impl<Fill> Field<Fill> {
    /// The column alone.
    pub(super) fn column(&self) -> Column {
        Column::new(self.name, self.holds, self.zh, self.en)
    }
}

/// Fills a cell from a report.
pub(super) type OfReport = fn(&Entry) -> Cell;
/// Fills a cell from an observation.
pub(super) type OfRow = for<'a, 'b> fn(&'a Row<'b>) -> Cell;

/// What a row is made of.
pub(super) struct Row<'a> {
    entry: &'a Entry,
    o: &'a Observation,
    changed: &'a Observation,
    level: Ends,
    change: Ends,
}

impl<'a> Row<'a> {
    /// A row of what a report tells of one statistic.
    pub(super) fn new(entry: &'a Entry, told: Told<'a>) -> Self {
        let Told { o, changed } = told;
        let level = o.level.as_ref().map(|l| Ends::of(l.bound, l.value, l.upper)).unwrap_or_default();
        let change = changed.change.as_ref();
        let change = change.map(|c| Ends::of(c.bound, c.value, c.upper)).unwrap_or_default();
        Self { entry, o, changed, level, change }
    }
}

#[derive(Default)]
pub(super) struct Ends {
    low: Option<Number>,
    mid: Option<Number>,
    high: Option<Number>,
}

impl Ends {
    /// Both ends that the words allow.
    fn of(bound: Bound, value: Number, upper: Option<Number>) -> Self {
        let (low, high) = ends(bound, value, upper);
        let sum = low.zip(high).and_then(|(a, b)| a.get().checked_add(b.get()));
        Self { low, mid: sum.and_then(|sum| sum.checked_div(Decimal::TWO)).map(Number), high }
    }
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
pub(super) static PLACE: [Field<OfReport>; 6] = [
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
pub(super) static FIELDS: [Field<OfRow>; 41] = [
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
        Cell::words(Some(r.entry.text.slice(sentence(&r.entry.text, r.o.span)).trim()))
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
