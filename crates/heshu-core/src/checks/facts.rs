//! What rules look things up in: the report's statistics by what they measure, its paragraphs and sentences.

use super::Report;
use super::unchecked::Lack;
use crate::catalogue::{self, Prices};
use crate::lexicon;
use crate::model::{Basis, Kind, LevelValue, Observation, Reason, Span};
use crate::outline::lines::{self, Line};
use crate::text;
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
    /// What stands between the Chinese characters of its paragraphs, with byte offsets: marks, figures, letters. It is a
    /// sixth of the text, and all that many rules look at.
    pub signs: Vec<(usize, char)>,
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
    /// Whether it counts things done.
    pub additive: bool,
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
        let (mut sentences, mut signs) = (Vec::new(), Vec::with_capacity(report.text.as_str().len() / 12));
        for Line { start, text } in &lines {
            let from = signs.len();
            signs.extend(text::signs(text).map(|(at, c)| (start + at, c)));
            let here = signs.iter().skip(from).copied();
            sentences.extend(lines::divided(here, *start..start + text.len()));
        }
        let year = |year: Option<i32>| year.map(|y| y.to_string());
        let review_year = year(report.document.review_year);
        let report_year = year(report.document.report_year);
        let series = arrange(report.observations, review_year.as_deref(), report_year.as_deref());
        Self { report, review_year, report_year, lines, sentences, signs, series }
    }

    /// The first result of the review year with a level, of an indicator.
    pub fn result(&self, id: &str) -> Option<(&'a Observation, &'a LevelValue)> {
        let of_id = |o: &&Observation| o.indicator.as_deref() == Some(id) && o.level.is_some();
        let found = self.series.iter().flat_map(|s| &s.results).copied().find(of_id)?;
        Some((found, found.level.as_ref()?))
    }

    /// One result and one target with levels for everything that has both.
    pub fn pairs(&self) -> impl Iterator<Item = Pair<'a>> + '_ {
        self.series.iter().filter_map(|series| self.pair(series)?.ok())
    }

    /// The result and the target of one thing, or what is missing for them to be compared. None without a target.
    pub fn pair(&self, series: &Series<'a>) -> Option<Result<Pair<'a>, Lack<'a>>> {
        let lack = |reason, of| Some(Err(Lack { reason, of }));
        let with_level = |o: &&&Observation| o.level.is_some();
        let both = |o: &&&Observation| o.level.is_some() && o.change.is_some();
        let full = series.targets.iter().find(both).copied();
        let Some(target) = full.or_else(|| series.targets.iter().find(with_level).copied()) else {
            let grows =
                series.targets.iter().find(|o| o.change.as_ref().is_some_and(|c| is_percent(&c.unit)));
            return lack(Reason::NoAmount, grows.copied().filter(|_| series.known)?);
        };
        // Without the catalogue's help the same words may mean two things; only a name used once each is safe.
        let alone = |list: &[&'a Observation]| list.iter().filter(with_level).count() == 1;
        let Some(result) = series.results.iter().find(with_level).copied() else {
            return lack(Reason::NoBase, full?);
        };
        let one_thing = series.known || (alone(&series.results) && alone(&series.targets));
        if !one_thing {
            return lack(Reason::NameUnsure, full?);
        }
        // 外贸增长25% among the goals, 120亿元 among the tasks: one target in two places.
        let elsewhere = |o: &&&'a Observation| series.known && o.level.is_none() && o.change.is_some();
        let growth = Some(target)
            .filter(|o| o.change.is_some())
            .or_else(|| series.targets.iter().find(elsewhere).copied());
        if !comparable(result.level.as_ref()?, target.level.as_ref()?) {
            return lack(Reason::UnitDiffers, growth.map(|_| target)?);
        }
        Some(Ok(Pair { result, target, growth, known: series.known, additive: series.additive }))
    }

    /// What stands between the Chinese characters of a line.
    pub fn signs_of(&self, line: &Line<'_>) -> &[(usize, char)] {
        let from = self.signs.partition_point(|(at, _)| *at < line.start);
        let signs = self.signs.get(from..).unwrap_or_default();
        signs.get(..signs.partition_point(|(at, _)| *at < line.end())).unwrap_or_default()
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

    /// The words of the sentence before a statement.
    pub fn before(&self, observation: &Observation) -> &'a str {
        let start = self.sentence(observation.span).start;
        self.words(start..self.report.text.byte(observation.span.start))
    }

    /// The sentence (to 。！？) that holds a span, in bytes.
    pub fn sentence(&self, span: Span) -> Range<usize> {
        let at = self.report.text.byte(span.start);
        self.sentence_before(at).unwrap_or(at..at)
    }

    /// The sentence that holds a byte offset.
    pub fn sentence_at(&self, byte: usize) -> Option<Range<usize>> {
        self.sentence_before(byte).filter(|sentence| byte < sentence.end)
    }

    /// The last sentence that begins there or before.
    fn sentence_before(&self, byte: usize) -> Option<Range<usize>> {
        let after = self.sentences.partition_point(|s| s.start <= byte);
        self.sentences.get(after.checked_sub(1)?).cloned()
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

/// Whether a number is a place in an order, which is better the less it is.
pub fn is_rank(observation: &Observation) -> bool {
    observation.level.as_ref().is_some_and(LevelValue::is_rank)
        || ["位次", "排名", "名次", "排位"].iter().any(|word| observation.name.contains(word))
}

/// Whether a growth is over the year before.
pub fn is_yearly(basis: Basis) -> bool {
    matches!(basis, Basis::Yoy | Basis::SameBasis | Basis::Real)
}

/// Whether a growth is computed at constant prices, so that it cannot be had from two amounts.
pub fn at_constant_prices(observation: &Observation, basis: Basis) -> bool {
    let indicator = observation.indicator.as_deref().and_then(catalogue::get);
    // Names outside the catalogue: 某某增加值 grows at constant prices, too.
    let named = || ["增加值", "生产总值"].iter().any(|word| observation.name.contains(word));
    basis == Basis::Real || indicator.map_or_else(named, |i| i.prices == Prices::Constant)
}

/// 由A增加到B, 在A的基础上增长: whether two statements that follow one another are a movement.
pub fn moves(from: &Observation, to: &Observation) -> bool {
    from.id + 1 == to.id
        && from.construction == to.construction
        && matches!(from.construction.as_str(), "moved" | "based")
}

/// What another statement of the same thing starts from: the A of 由A增加到B. It stands just before.
pub fn start_of<'a>(series: &Series<'a>, now: &Observation) -> Option<&'a Observation> {
    let behind = series.all.partition_point(|o| o.id < now.id);
    let last = series.all.get(behind.checked_sub(1)?).copied()?;
    (moves(last, now) && last.period != now.period && last.kind != Kind::Target).then_some(last)
}

/// Whether it is an indicator of the catalogue that is measured in money: such have an amount and a growth.
pub fn counts_money(observation: &Observation) -> bool {
    let indicator = observation.indicator.as_deref().and_then(catalogue::get);
    indicator.is_some_and(|i| i.dimension.starts_with("money"))
}

fn arrange<'a>(observations: &'a [Observation], review: Option<&str>, plan: Option<&str>) -> Vec<Series<'a>> {
    let mut places: HashMap<(bool, &str), usize> = HashMap::new();
    let mut series: Vec<Series<'a>> = Vec::new();
    for observation in observations {
        // What the grammar is not sure of, and other areas' figures, are nothing to hold against the report.
        if observation.doubt.is_some() || observation.region.is_some() || observation.share_of.is_some() {
            continue;
        }
        let known = observation.indicator.is_some();
        let place = *places.entry(key(observation)).or_insert_with(|| {
            let additive = counts_done(&observation.name);
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
    join(&mut series);
    series
}

/// Whether a name counts things done.
fn counts_done(name: &str) -> bool {
    let measured = |at: usize| name.get(at..).is_some_and(|rest| lexicon::DONE_NOT.begins(rest).is_some());
    lexicon::DONE_ANEW.any(name) || lexicon::DONE.find(name).any(|(at, _)| !measured(at))
}

/// What an observation measures: the catalogue's id, else its name. 产业结构 is three things.
fn key(observation: &Observation) -> (bool, &str) {
    match observation.indicator.as_deref() {
        Some("industry_structure") | None => (false, &observation.name),
        Some(id) => (true, id),
    }
}

/// Words at the end of a name that say how it is counted.
const COUNTED: &[&str] = &["总产量", "产量", "总量", "总数", "数量", "面积", "总额"];
/// Words before a name that say that it is done.
const DONE: &[&str] = &["开展", "完成", "实现", "组织", "新建", "建设", "建成", "各类", "全年", "累计"];

/// The same thing may be told as 奶产量 here and as 奶 there, as 开展职业技能培训 and as 各类培训: where a target has no
/// result of its name, and one other series that it ends like has results and no targets, the two are one.
fn join<'a>(series: &mut Vec<Series<'a>>) {
    let bare = |name: &str| {
        let mut name = name;
        while let Some(rest) = DONE.iter().find_map(|word| name.strip_prefix(word)) {
            name = rest;
        }
        COUNTED.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name).to_owned()
    };
    let mut results: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, s) in series.iter().enumerate() {
        if let Some(first) = s.results.first().filter(|_| s.targets.is_empty()) {
            results.entry(bare(&first.name)).or_default().push(place);
        }
    }
    let joined = |s: &Series<'a>| {
        let target = s.targets.first().filter(|_| s.results.is_empty() && !s.known)?;
        let name = bare(&target.name);
        let found: Vec<usize> = match results.get(&name) {
            Some(places) => places.clone(),
            // 各类培训 are all kinds of what the review names.
            None if target.name.contains("各类") => results
                .iter()
                .filter(|(other, _)| other.ends_with(&name))
                .flat_map(|(_, p)| p.clone())
                .collect(),
            None => Vec::new(),
        };
        match found.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    };
    let moves: Vec<(usize, usize)> =
        series.iter().enumerate().filter_map(|(place, s)| Some((place, joined(s)?))).collect();
    for (from, to) in moves {
        let Some(moved) = series.get_mut(from).map(std::mem::take) else { continue };
        if let Some(s) = series.get_mut(to) {
            s.targets.extend(moved.targets);
            s.all.extend(moved.all);
            crate::order::by_key(&mut s.all, |o| o.id);
        }
    }
    series.retain(|s| !s.all.is_empty());
}
