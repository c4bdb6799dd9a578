//! The analysis as tables with typed cells: what CSV and spreadsheets are written from.

use super::{Judgements, Pair, WordCount, gravest};
use crate::model::{Analysis, Bilingual, Bound, LevelValue, Number, Verdict};
use crate::text::Text;
use rust_decimal::Decimal;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Words(String),
    /// A number.
    Number(Number),
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        if words.is_empty() { Self::Empty } else { Self::Words(words.to_owned()) }
    }
}

impl From<&Option<String>> for Cell {
    fn from(words: &Option<String>) -> Self {
        Self::from(words.as_deref().unwrap_or_default())
    }
}

impl From<Option<Number>> for Cell {
    fn from(number: Option<Number>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(Number(Decimal::from(number)))
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name: an id and Chinese.
    pub name: (&'static str, &'static str),
    /// Its columns: an id and Chinese.
    pub head: &'static [(&'static str, &'static str)],
    /// Its rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

/// The chosen observations, one a row: as written, with low, high and middle of what the words allow.
pub fn observations(analysis: &Analysis, text: &Text, chosen: &[u32]) -> Sheet {
    let rows = chosen.iter().filter_map(|id| analysis.observations.get(*id as usize)).map(|o| {
        let (level, change) = (o.level.as_ref(), o.change.as_ref());
        let [low, high, middle] = level.map_or([None; 3], |l| ends(l.bound, l.value, l.upper));
        let [change_low, change_high, change_middle] =
            change.map_or([None; 3], |c| ends(c.signed_bound(), c.value, c.upper));
        let section = o.section.and_then(|at| analysis.sections.get(at as usize));
        vec![
            Cell::from(o.id as usize),
            o.name.as_str().into(),
            (&o.indicator).into(),
            (&o.theme).into(),
            (&o.region).into(),
            (&o.period).into(),
            o.kind.code().into(),
            level.map_or_else(String::new, written).as_str().into(),
            level.map(|l| l.value).into(),
            low.into(),
            high.into(),
            middle.into(),
            level.map_or("", |l| &l.unit).into(),
            level.map_or("", |l| l.bound.code()).into(),
            level.and_then(|l| l.base_value).into(),
            level.and_then(|l| l.base_unit.as_deref()).unwrap_or_default().into(),
            change.map_or("", |c| &c.written).into(),
            change.map(|c| c.value).into(),
            change_low.into(),
            change_high.into(),
            change_middle.into(),
            change.map_or("", |c| &c.unit).into(),
            change.map_or("", |c| c.bound.code()).into(),
            change.map_or("", |c| c.basis.code()).into(),
            (&o.share_of).into(),
            (&o.commitment_force).into(),
            section.map_or("", |s| &s.title).into(),
            text.slice(o.span).into(),
            (&o.doubt).into(),
            o.construction.as_str().into(),
        ]
    });
    let head = &[
        ("id", "编号"),
        ("name", "指标"),
        ("indicator", "指标代码"),
        ("theme", "主题"),
        ("region", "地区"),
        ("period", "时期"),
        ("kind", "性质"),
        ("level_written", "数值原文"),
        ("level_value", "数值"),
        ("level_low", "下限"),
        ("level_high", "上限"),
        ("level_mid", "中值"),
        ("unit", "单位"),
        ("level_bound", "限定"),
        ("base_value", "基本单位数值"),
        ("base_unit", "基本单位"),
        ("change_written", "变动原文"),
        ("change_value", "变动"),
        ("change_low", "变动下限"),
        ("change_high", "变动上限"),
        ("change_mid", "变动中值"),
        ("change_unit", "变动单位"),
        ("change_bound", "变动限定"),
        ("change_basis", "变动基准"),
        ("share_of", "占何者"),
        ("commitment_force", "力度"),
        ("section", "所在部分"),
        ("words", "原文"),
        ("doubt", "疑问"),
        ("construction", "句式"),
    ];
    Sheet { name: ("observations", "数据"), head, rows: rows.collect() }
}

/// Targets beside results.
pub fn targets(analysis: &Analysis, pairs: &[Pair], zh: bool) -> Sheet {
    let of = |id: u32| analysis.observations.get(id as usize);
    let gravest = gravest(&analysis.checks);
    let rows = pairs.iter().filter_map(|pair| {
        let target = of(pair.target)?;
        let result = pair.result.and_then(of);
        let was = result.and_then(|r| r.level.as_ref());
        let grew = result.and_then(|r| r.change.as_ref());
        let (goal, stated) = (target.level.as_ref(), target.change.as_ref());
        let [low, high, middle] = goal.map_or([None; 3], |l| ends(l.bound, l.value, l.upper));
        let check = gravest.get(&pair.target).and_then(|at| analysis.checks.get(*at));
        Some(vec![
            Cell::from(pair.name.as_str()),
            (&target.indicator).into(),
            pair.result.map_or(Cell::Empty, |id| (id as usize).into()),
            was.map(|l| l.value).into(),
            was.map_or("", |l| &l.unit).into(),
            was.map_or("", |l| l.bound.code()).into(),
            grew.map(|c| c.value).into(),
            grew.map_or("", |c| &c.unit).into(),
            (pair.target as usize).into(),
            goal.map_or_else(String::new, written).as_str().into(),
            goal.map(|l| l.value).into(),
            low.into(),
            high.into(),
            middle.into(),
            goal.map_or("", |l| &l.unit).into(),
            goal.map_or("", |l| l.bound.code()).into(),
            (&target.commitment_force).into(),
            stated.map(|c| c.value).into(),
            stated.map_or("", |c| &c.unit).into(),
            stated.map_or("", |c| c.bound.code()).into(),
            pair.computed.into(),
            check.map_or("", |c| say(&c.title, zh)).into(),
        ])
    });
    let head = &[
        ("name", "指标"),
        ("indicator", "指标代码"),
        ("result_id", "结果编号"),
        ("result_value", "上年结果"),
        ("result_unit", "结果单位"),
        ("result_bound", "结果限定"),
        ("result_change", "上年增速"),
        ("result_change_unit", "上年增速单位"),
        ("target_id", "目标编号"),
        ("target_written", "目标原文"),
        ("target_value", "今年目标"),
        ("target_low", "目标下限"),
        ("target_high", "目标上限"),
        ("target_mid", "目标中值"),
        ("target_unit", "目标单位"),
        ("target_bound", "目标限定"),
        ("commitment_force", "力度"),
        ("stated_change", "目标增速"),
        ("stated_change_unit", "目标增速单位"),
        ("stated_change_bound", "目标增速限定"),
        ("computed_change", "推算增速（% 或百分点）"),
        ("check", "核查"),
    ];
    Sheet { name: ("targets", "目标对照"), head, rows: rows.collect() }
}

/// The checks, with those that hold and, last, what could not be checked and why. Beside each what the person thinks of it.
pub fn checks(analysis: &Analysis, text: &Text, judgements: &Judgements, zh: bool) -> Sheet {
    let rows = analysis.checks.iter().enumerate().map(|(place, check)| {
        let expected = check.expected.as_ref();
        let words: Vec<&str> = check.spans.iter().map(|span| text.slice(*span)).collect();
        vec![
            verdict(check.verdict).into(),
            check.rule.as_str().into(),
            say(&check.title, zh).into(),
            say(&check.message, zh).into(),
            (&check.arithmetic).into(),
            expected.map(|e| e.low).into(),
            expected.map(|e| e.high).into(),
            expected.map_or("", |e| &e.unit).into(),
            check.found.into(),
            (&check.suggestion).into(),
            ids(&check.observations),
            words.join(" | ").as_str().into(),
            judgements.get(&place).map_or("", |judgement| judgement.name(zh)).into(),
        ]
    });
    let head = &[
        ("verdict", "结论"),
        ("rule", "规则"),
        ("title", "标题"),
        ("message", "说明"),
        ("arithmetic", "算式"),
        ("expected_low", "应为下限"),
        ("expected_high", "应为上限"),
        ("unit", "单位"),
        ("found", "写为"),
        ("suggestion", "可能是"),
        ("observations", "数据编号"),
        ("words", "原文"),
        ("mark", "标记"),
    ];
    let unchecked = analysis.unchecked.iter().map(|missing| {
        let said = say(&missing.message, zh).into();
        let first = [Cell::from("unchecked"), missing.rule.as_str().into(), Cell::Empty, said];
        let last = [ids(&missing.observations), Cell::Empty, Cell::Empty];
        first.into_iter().chain(std::iter::repeat_n(Cell::Empty, 6)).chain(last).collect()
    });
    Sheet { name: ("checks", "核查"), head, rows: rows.chain(unchecked).collect() }
}

/// The promises, with the numbers in them.
pub fn promises(analysis: &Analysis) -> Sheet {
    let rows = analysis.commitments.iter().map(|promise| {
        let of = |id: &u32| analysis.observations.get(*id as usize);
        let figures = promise.observations.iter().filter_map(of).filter_map(|o| {
            let level = o.level.as_ref()?;
            Some(format!("{} {}{}", o.name, written(level), level.unit))
        });
        vec![
            Cell::from(promise.number as usize),
            promise.text.as_str().into(),
            ids(&promise.observations),
            figures.collect::<Vec<_>>().join("；").as_str().into(),
        ]
    });
    let head = &[("number", "序号"), ("text", "内容"), ("observations", "数据编号"), ("figures", "数字")];
    Sheet { name: ("promises", "承诺"), head, rows: rows.collect() }
}

/// The count of a list of words, in the last row (`*`) of all of them. `list` names it.
pub fn words(count: &WordCount, list: &str) -> Sheet {
    let row = |word: &str, hits: usize, characters: usize| {
        vec![
            list.into(),
            word.into(),
            hits.into(),
            Cell::Number(count.per_thousand(hits)),
            characters.into(),
            Cell::Number(count.percent(characters)),
            (count.characters as usize).into(),
        ]
    };
    let all = row("*", count.hits(), count.hit_characters());
    let rows = count.words.iter().map(|word| row(&word.word, word.hits.len(), word.characters()));
    let head = &[
        ("list", "词表"),
        ("word", "词"),
        ("hits", "次数"),
        ("hits_per_1000_characters", "每千字次数"),
        ("characters", "字数"),
        ("percent_of_characters", "字数占比（%）"),
        ("report_characters", "全文字数"),
    ];
    Sheet { name: ("words", "词频"), head, rows: rows.chain([all]).collect() }
}

/// The characters of a number as they stand, with the 第 of a rank: 一 alone looks like a dash.
fn written(level: &LevelValue) -> String {
    let rank = if level.is_rank() { "第" } else { "" };
    format!("{rank}{}", level.written)
}

/// Lowest and highest amount that the words allow, and the middle; none where they leave an end open.
fn ends(bound: Bound, value: Number, upper: Option<Number>) -> [Option<Number>; 3] {
    let (low, high) = super::table::ends(bound, value, upper);
    let sum = low.zip(high).and_then(|(low, high)| low.get().checked_add(high.get()));
    [low, high, sum.and_then(|sum| sum.checked_div(Decimal::TWO)).map(Number)]
}

fn ids(ids: &[u32]) -> Cell {
    let ids: Vec<String> = ids.iter().map(u32::to_string).collect();
    ids.join(" ").as_str().into()
}

fn say(words: &Bilingual, zh: bool) -> &str {
    if zh { &words.zh } else { &words.en }
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "conflict",
        Verdict::Caution => "caution",
        Verdict::Note => "note",
        Verdict::Pass => "pass",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::{count_words, own_words, targets_beside_results};

    #[test]
    fn open_bounds_leave_an_end_open() {
        let [three, four, five] = [3, 4, 5].map(|n| Some(Number::from(n)));
        assert_eq!(ends(Bound::AtLeast, Number::from(5), None), [five, None, None]);
        assert_eq!(ends(Bound::AtMost, Number::from(5), None), [None, five, None]);
        assert_eq!(ends(Bound::Range, Number::from(3), five), [three, five, four]);
    }

    #[test]
    fn a_rank_is_no_number_of_people() {
        let report = "2024年政府工作报告\n一、2023年工作回顾\n2023年，引进专家19名，粮食产量居全省第一。";
        let analysis = crate::analyze(report, &crate::Options::default());
        let sheet = observations(&analysis, &Text::new(analysis.text.clone()), &[0, 1]);
        let column = |id| sheet.head.iter().position(|(head, _)| *head == id).unwrap();
        let cells = |id| sheet.rows.iter().map(|row| row[column(id)].clone()).collect::<Vec<_>>();
        assert_eq!(cells("level_written"), [Cell::from("19"), Cell::from("第一")]);
        assert_eq!(cells("level_value"), [Cell::from(19), Cell::from(1)]);
        assert_eq!(cells("base_unit"), [Cell::from("人"), Cell::Empty]);
        let places: Vec<_> =
            analysis.observations.iter().map(|o| o.level.as_ref().and_then(LevelValue::place)).collect();
        assert_eq!(places, [None, Some("第1名".to_owned())]);
    }

    #[test]
    fn what_a_person_thinks_stands_in_the_last_column() {
        let report = include_str!("../../../../www/samples/yining-2024.txt");
        let analysis = crate::analyze(report, &crate::Options::default());
        let text = Text::new(analysis.text.clone());
        let judgements = Judgements::from([(0, crate::views::Judgement::Explained)]);
        let rows = checks(&analysis, &text, &judgements, true).rows;
        let last = |row: &[Cell]| row.last().cloned();
        assert_eq!(last(&rows[0]), Some(Cell::Words("有解释".into())));
        assert!(rows[1..].iter().all(|row| last(row) == Some(Cell::Empty)));
    }

    #[test]
    fn rows_are_as_long_as_their_heads() {
        let report = include_str!("../../../../www/samples/yining-2024.txt");
        let analysis = crate::analyze(report, &crate::Options::default());
        let text = Text::new(analysis.text.clone());
        let all: Vec<u32> = analysis.observations.iter().map(|o| o.id).collect();
        let count = count_words(&text, &own_words("民生"), &[]);
        for sheet in [
            observations(&analysis, &text, &all),
            targets(&analysis, &targets_beside_results(&analysis), true),
            checks(&analysis, &text, &Judgements::new(), true),
            promises(&analysis),
            words(&count, "民生"),
        ] {
            // This report makes no numbered promises.
            assert_eq!(sheet.rows.is_empty(), sheet.name.0 == "promises", "{:?}", sheet.name);
            assert!(sheet.rows.iter().all(|row| row.len() == sheet.head.len()), "{:?}", sheet.name);
        }
    }
}
