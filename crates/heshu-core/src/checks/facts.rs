//! What rules look things up in: the report's statistics by what they measure, its paragraphs and sentences.

use super::Report;
use crate::model::{Basis, Kind, LevelValue, Observation, Span};
use crate::outline::lines::{self, Line};
use std::collections::HashMap;
use std::ops::Range;

/// A report, arranged for rules.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The report.
    pub report: &'a Report<'a>,
    /// The year looked back on, as observations write it.
    pub review_year: Option<String>,
    /// The year planned for.
    pub report_year: Option<String>,
    /// Its paragraphs, up to the annexes.
    pub lines: Vec<Line<'a>>,
    /// The sentences of its paragraphs, in bytes of the text.
    pub sentences: Vec<Range<usize>>,
    /// The statistics by what they measure, in the order in which each is first named.
    pub series: Vec<Series<'a>>,
}

/// Everything that a report says of one thing.
#[derive(Debug, Default)]
pub struct Series<'a> {
    /// Whether the catalogue knows it: then names that differ are one statistic.
    pub known: bool,
    /// What was, in the review year.
    pub results: Vec<&'a Observation>,
    /// What shall be, in the report year.
    pub targets: Vec<&'a Observation>,
    /// All of them, in reading order.
    pub all: Vec<&'a Observation>,
    /// Whether it counts things done, of which a report tells the whole here and a part there: 新增就业, 改造小区.
    pub additive: bool,
}

/// Names with these words count things done.
const ADDITIVE: &[&str] = &[
    "新增", "新建", "改造", "新开", "完成", "增加", "创业", "就业", "培训", "接待", "转移", "引进", "签约",
    "安排", "累计", "日均",
];

/// A result and a target of the same thing.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// What was.
    pub result: &'a Observation,
    /// What shall be.
    pub target: &'a Observation,
    /// Who says how much the target grows: the target itself, or another sentence of the plan.
    pub growth: Option<&'a Observation>,
    /// Whether the catalogue knows it.
    pub known: bool,
}

/// Bytes before a list in which its announcement is looked for.
const NEAR: usize = 600;

impl<'a> Facts<'a> {
    /// Arranges a report.
    pub fn new(report: &'a Report<'a>) -> Self {
        let annex =
            report.sections.iter().find(|s| s.part == crate::model::Part::Annex).map(|s| s.span.start);
        let end = annex.map_or(usize::MAX, |at| report.text.byte(at));
        let lines: Vec<Line<'a>> =
            lines::lines(report.text.as_str()).into_iter().filter(|l| l.start < end).collect();
        let of_line = |l: &Line<'a>| {
            let start = l.start;
            lines::sentences(l.text).into_iter().map(move |s| start + s.start..start + s.end)
        };
        let sentences = lines.iter().flat_map(of_line).collect();
        let year = |year: Option<i32>| year.map(|y| y.to_string());
        let review_year = year(report.document.review_year);
        let report_year = year(report.document.report_year);
        let series = arrange(report.observations, review_year.as_deref(), report_year.as_deref());
        Self { report, review_year, report_year, lines, sentences, series }
    }

    /// One result and one target with levels for everything that has both.
    pub fn pairs(&self) -> impl Iterator<Item = Pair<'a>> + '_ {
        self.series.iter().filter_map(|series| {
            let with_level = |o: &&&Observation| o.level.is_some();
            // Without the catalogue's help the same words may mean two things; only a name used once each is safe.
            let alone = |list: &[&'a Observation]| list.iter().filter(with_level).count() == 1;
            let one_thing = series.known || (alone(&series.results) && alone(&series.targets));
            if !one_thing {
                return None;
            }
            let result = series.results.iter().find(with_level)?;
            let both = |o: &&&Observation| o.level.is_some() && o.change.is_some();
            let target =
                series.targets.iter().find(both).or_else(|| series.targets.iter().find(with_level))?;
            // 外贸增长25% among the goals, 120亿元 among the tasks: one target in two places.
            let elsewhere = |o: &&&'a Observation| series.known && o.level.is_none() && o.change.is_some();
            let growth =
                Some(target).filter(|o| o.change.is_some()).or_else(|| series.targets.iter().find(elsewhere));
            comparable(result.level.as_ref()?, target.level.as_ref()?).then_some(Pair {
                result,
                target,
                growth: growth.copied(),
                known: series.known,
            })
        })
    }

    /// The words of a byte range.
    pub fn words(&self, range: Range<usize>) -> &'a str {
        self.report.text.bytes(range)
    }

    /// The line that holds a byte offset, up to it, and the line before: where each begins, and its words.
    pub fn lines_before(&self, byte: usize) -> [(usize, &'a str); 2] {
        let text = self.report.text.as_str();
        let start_of = |end: usize| text.get(..end).and_then(|t| t.rfind('\n')).map_or(0, |at| at + 1);
        let here = start_of(byte);
        let before = start_of(text.get(..here).map_or(0, |t| t.trim_end().len()));
        // What announces a list stands near it.
        let near = |start: usize, end: usize| {
            let mut from = start.max(end.saturating_sub(NEAR));
            while !text.is_char_boundary(from) {
                from += 1;
            }
            (from, self.words(from..end))
        };
        [near(here, byte), near(before, here)]
    }

    /// The sentence (to 。！？) that holds a span, in bytes.
    pub fn sentence(&self, span: Span) -> Range<usize> {
        let at = self.report.text.byte(span.start);
        let after = self.sentences.partition_point(|s| s.start <= at);
        after.checked_sub(1).and_then(|i| self.sentences.get(i)).cloned().unwrap_or(at..at)
    }
}

/// Whether two levels are measured in units that can be compared.
pub fn comparable(a: &LevelValue, b: &LevelValue) -> bool {
    match (&a.base_unit, &b.base_unit) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a.unit == b.unit,
        _ => false,
    }
}

/// Whether a unit is per cent.
pub fn is_percent(unit: &str) -> bool {
    matches!(unit, "%" | "％")
}

/// Whether a growth is over the year before.
pub fn is_yearly(basis: Basis) -> bool {
    matches!(basis, Basis::Yoy | Basis::SameBasis | Basis::Real)
}

fn arrange<'a>(observations: &'a [Observation], review: Option<&str>, plan: Option<&str>) -> Vec<Series<'a>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut series: Vec<Series<'a>> = Vec::new();
    for observation in observations {
        // What the grammar is not sure of, and other areas' figures, are nothing to hold against the report.
        if observation.doubt.is_some() || observation.region.is_some() || observation.share_of.is_some() {
            continue;
        }
        let known = observation.indicator.is_some();
        let place = *places.entry(key(observation)).or_insert_with(|| {
            let additive = ADDITIVE.iter().any(|word| observation.name.contains(word));
            series.push(Series { known, additive, ..Series::default() });
            series.len() - 1
        });
        let Some(series) = series.get_mut(place) else { continue };
        series.all.push(observation);
        match observation.kind {
            Kind::Actual | Kind::Expected if observation.period.as_deref() == review && review.is_some() => {
                series.results.push(observation);
            }
            Kind::Target if observation.period.as_deref() == plan && plan.is_some() => {
                series.targets.push(observation)
            }
            _ => {}
        }
    }
    series
}

/// What an observation measures: the catalogue's id, else its name. 产业结构 is three things.
fn key(observation: &Observation) -> String {
    match observation.indicator.as_deref() {
        Some("industry_structure") | None => format!("={}", observation.name),
        Some(id) => id.to_owned(),
    }
}
