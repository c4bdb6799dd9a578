//! Promises kept: each 民生实事 of one report, and what the next says of it.

use crate::akin::{self, Akin, Scope};
use crate::delivery::{Outcome, outcome};
use crate::entry::Entry;
use crate::measure::{Measure, measures};
use heshu_core::model::{Commitment, Kind, Observation, Part, Span};
use heshu_core::outline::lines;
use heshu_core::views::things::Things;
use serde::Serialize;
use std::collections::HashSet;
use std::sync::LazyLock;

/// A promise and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Its place among the earlier report's commitments.
    pub commitment: u32,
    /// Its number in the list.
    pub number: u32,
    /// Sentences of the later report that speak of it, the likest first: UTF-16 spans over its repaired text.
    pub said: Vec<Span>,
    /// Its numbers beside those of the later report.
    pub numbers: Vec<Number>,
}

/// A number of a promise and the one that the later report gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Number {
    /// Id in the earlier report.
    pub promised: u32,
    /// Id in the later report.
    pub reported: u32,
    /// Both compared; nothing where they count other things.
    pub measures: Vec<Measure>,
    /// What became of it.
    pub outcome: Outcome,
}

/// How much of a clause's weight must recur in a sentence.
const LIKE: f64 = 0.32;
/// How much a run of characters must weigh that recurs.
const RUN: f64 = 9.0;
/// The same beside a number that recurs.
const NUMBERED: f64 = 3.5;
/// Two reports have so many sentences at least.
const USUAL: u32 = 300;
/// At most so many sentences are shown.
const MOST: usize = 3;

/// Looks for every promise of the earlier report in what the later report looks back on.
pub fn kept(earlier: &Entry, later: &Entry) -> Vec<Kept> {
    if earlier.analysis.commitments.is_empty() {
        return Vec::new();
    }
    let (before, after) = (sentences(earlier), sentences(later));
    let rarity = Rarity::of_all(before.iter().chain(&after).map(|(_, words, _)| words));
    let looking_back = after.into_iter().filter(|(.., back)| *back);
    let sentences: Vec<(Span, Words)> = looking_back.map(|(span, words, _)| (span, words)).collect();
    let results: Vec<&Observation> = later
        .analysis
        .observations
        .iter()
        .filter(|o| matches!(o.kind, Kind::Actual | Kind::Expected) && o.region.is_none())
        .collect();
    let (results, akin) = (Things::of(&results), Akin::of(&results));
    let commitments = earlier.analysis.commitments.iter().enumerate();
    commitments
        .map(|(place, commitment)| Kept {
            commitment: u32::try_from(place).unwrap_or(u32::MAX),
            number: commitment.number,
            said: said(&commitment.text, &sentences, &rarity),
            numbers: numbers(earlier, commitment, &results, &akin),
        })
        .collect()
}

fn numbers(earlier: &Entry, commitment: &Commitment, results: &Things<'_>, akin: &Akin<'_>) -> Vec<Number> {
    let promised =
        commitment.observations.iter().filter_map(|id| earlier.analysis.observations.get(*id as usize));
    promised
        .filter_map(|promised| {
            let compared = results.like(promised).map(|r| (r, measures(promised, r, None)));
            let direct = compared.max_by_key(|(r, measures)| (measures.len(), r.name == promised.name));
            let (reported, mut measures) =
                direct.or_else(|| akin.like(promised).map(|r| (r, measures(promised, r, None))))?;
            let mut outcome = outcome(&measures, true);
            match akin::scope(promised, reported) {
                Scope::Same => {}
                Scope::Narrower if outcome == Outcome::Met => {}
                _ => {
                    measures.clear();
                    outcome = Outcome::Unclear;
                }
            }
            Some(Number { promised: promised.id, reported: reported.id, measures, outcome })
        })
        .collect()
}

/// The sentences that speak of a promise, by what one of its clauses shares with them.
fn said(promise: &str, sentences: &[(Span, Words)], rarity: &Rarity) -> Vec<Span> {
    let clauses = promise.split(['，', '。', '；', '：', '！', '\n']).map(|words| Clause::of(words, rarity));
    let clauses: Vec<Clause> = clauses.collect();
    let mut like: Vec<(f64, Span)> = sentences
        .iter()
        .filter_map(|(span, sentence)| {
            let shared = clauses.iter().filter_map(|clause| clause.shared_with(sentence));
            shared.max_by(f64::total_cmp).map(|shared| (shared, *span))
        })
        .collect();
    like.sort_by(|a, b| b.0.total_cmp(&a.0));
    like.into_iter().take(MOST).map(|(_, span)| span).collect()
}

/// Every sentence of a report with its words, and whether it looks back.
fn sentences(entry: &Entry) -> Vec<(Span, Words, bool)> {
    let text = &entry.text;
    let mut found = Vec::new();
    for line in lines::lines(text.as_str()) {
        for range in lines::sentences(line.text) {
            let span = text.span(line.start + range.start..line.start + range.end);
            let words = Words::of(line.text.get(range).unwrap_or_default());
            found.push((span, words, !plans(entry, span.start)));
        }
    }
    found
}

/// Whether what stands there is planned, and not looked back on.
pub(crate) fn plans(entry: &Entry, at: u32) -> bool {
    let inner = entry.analysis.sections.iter().rev().find(|s| s.span.start <= at && at < s.span.end);
    inner.is_some_and(|s| {
        matches!(s.part, Part::Targets | Part::Tasks | Part::Commitments | Part::Government | Part::Annex)
    })
}

type Pair = (char, char);

/// Words, as what they can be found by.
struct Words {
    /// Stretches of Chinese characters, each as its pairs of neighbours, and whether a pair tells anything.
    stretches: Vec<Vec<(Pair, bool)>>,
    /// All of them, each once and in order: quicker to be looked up than by hashes.
    pairs: Vec<Pair>,
    /// Its numbers of two and more digits, as they are written.
    numbers: HashSet<String>,
}

impl Words {
    fn of(words: &str) -> Self {
        let mut stretches = vec![Vec::new()];
        let mut numbers = HashSet::new();
        let (mut before, mut number) = (None, String::new());
        let mut untold = 0;
        for (at, c) in words.char_indices().chain([(words.len(), '。')]) {
            let rest = words.get(at..).unwrap_or_default();
            if untold <= at
                && let Some(word) = told(c).iter().find(|word| rest.starts_with(**word))
            {
                untold = at + word.len();
            }
            let tells = untold <= at;
            if c.is_ascii_digit() || (c == '.' && !number.is_empty()) {
                number.push(c);
                before = None;
                continue;
            }
            // What follows a number is a measure word; with what it counts it makes no word.
            let measure = !number.is_empty();
            if number.len() > 1 {
                numbers.insert(std::mem::take(&mut number));
            }
            number.clear();
            let han = matches!(c, '\u{4e00}'..='\u{9fff}') && !measure;
            match before.filter(|_| han).zip(stretches.last_mut()) {
                Some(((before, told), stretch)) => stretch.push(((before, c), told || tells)),
                None => stretches.push(Vec::new()),
            }
            before = han.then_some((c, tells));
        }
        stretches.retain(|stretch| !stretch.is_empty());
        let mut pairs: Vec<Pair> = stretches.iter().flatten().map(|(pair, _)| *pair).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self { stretches, pairs, numbers }
    }
}

/// A clause of a promise, as it is held against every sentence.
struct Clause {
    /// As [`Words::stretches`], each pair with what it weighs.
    stretches: Vec<Vec<(Pair, f64)>>,
    /// What all weigh together.
    whole: f64,
    numbers: HashSet<String>,
}

impl Clause {
    fn of(words: &str, rarity: &Rarity) -> Self {
        let Words { stretches, numbers, .. } = Words::of(words);
        let weight = |(pair, tells): (Pair, bool)| (pair, if tells { rarity.of(pair) } else { 0.0 });
        let stretches = stretches.into_iter().map(|stretch| stretch.into_iter().map(weight).collect());
        let stretches: Vec<Vec<(Pair, f64)>> = stretches.collect();
        let whole = stretches.iter().flatten().fold(0.0, |whole, (_, weight)| whole + weight);
        Self { stretches, whole, numbers }
    }

    /// How much of this clause a sentence shares; none where it is too little to speak of the same thing. What counts are
    /// runs of characters that both have, by how rare they are in both reports: a run of words that all reports use
    /// weighs little, two characters alone prove nothing but beside the same number.
    fn shared_with(&self, sentence: &Words) -> Option<f64> {
        let (mut shared, mut most) = (0.0, 0.0_f64);
        for stretch in &self.stretches {
            let mut run = 0.0;
            for (pair, weight) in stretch {
                if sentence.pairs.binary_search(pair).is_ok() {
                    run += weight;
                    shared += weight;
                    most = most.max(run);
                } else {
                    run = 0.0;
                }
            }
        }
        let number = self.numbers.iter().any(|number| sentence.numbers.contains(number));
        let (least, like, more) = if number { (NUMBERED, LIKE / 2.0, NUMBERED) } else { (RUN, LIKE, 0.0) };
        let share = shared / f64::max(self.whole, 1.0);
        let long = 1.0 + sentence.pairs.len() as f64 / 120.0;
        (most >= least && share >= like).then(|| (most + more) * share / long.sqrt())
    }
}

/// The words of [`TOLD`] that begin with a character.
fn told(first: char) -> &'static [&'static str] {
    static BY_FIRST: LazyLock<Vec<(char, Vec<&str>)>> = LazyLock::new(|| {
        let mut by_first: Vec<(char, Vec<&str>)> = Vec::new();
        for word in TOLD.split(' ') {
            let first = word.chars().next().unwrap_or_default();
            match by_first.iter_mut().find(|(c, _)| *c == first) {
                Some((_, words)) => words.push(word),
                None => by_first.push((first, vec![word])),
            }
        }
        by_first.sort_unstable_by_key(|(first, _)| *first);
        by_first
    });
    let found = BY_FIRST.binary_search_by_key(&first, |(c, _)| *c).ok().and_then(|at| BY_FIRST.get(at));
    found.map(|(_, words)| words.as_slice()).unwrap_or_default()
}

/// How much a pair of characters tells: the more the fewer sentences of both reports have it.
struct Rarity {
    sentences: f64,
    /// Pairs in order, and how many sentences have each.
    having: Vec<(Pair, u32)>,
}

/// Words of doing and of praise that say nothing of what is done, rare as they may be in two reports.
const TOLD: &str = "建设 完成 实施 实现 推进 深入 开展 提升 提高 加强 改造 新建 新增 加快 投入 使用 全覆盖 落实 启动 \
    建成 投用 项目 工程 工作 问题 任务 群众 人民 市民 居民 服务 体系 水平 质量 保障 安全 全面 持续 \
    继续 积极 逐步 进一步 全部 有效 着力 重点 基本 确保 力争 努力 切实 各类 全市 全县 全省 全区 全国 \
    今年 以上 方便 出行 满足 需求 困难 发展 管理 制度 机制 改革 政策 健全 完善 扩大 优化 支持 推动 \
    率达 达到 公里 平方米 投资 资金 万元 城市 城区 农村 社区 乡镇 县城 中心";

impl Rarity {
    fn of_all<'a>(sentences: impl Iterator<Item = &'a Words>) -> Self {
        let (mut all, mut count) = (Vec::new(), 0u32);
        for words in sentences {
            count += 1;
            all.extend_from_slice(&words.pairs);
        }
        all.sort_unstable();
        let mut having: Vec<(Pair, u32)> = Vec::new();
        for pair in all {
            match having.last_mut() {
                Some((last, count)) if *last == pair => *count += 1,
                _ => having.push((pair, 1)),
            }
        }
        // In a short text everything is rare; it is measured as one of the usual length.
        Self { sentences: f64::from(count.max(USUAL)), having }
    }

    fn of(&self, pair: Pair) -> f64 {
        let found = self.having.binary_search_by_key(&pair, |(pair, _)| *pair).ok();
        let having = found.and_then(|at| self.having.get(at)).map_or(0, |(_, count)| *count);
        (self.sentences / (1.0 + f64::from(having))).max(1.0).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::entry;

    #[test]
    fn a_promise_finds_the_sentence_and_the_number_that_answer_it() {
        let earlier = "甲县政府工作报告\n各位代表：\n一、2022年工作回顾\n2022年，地区生产总值90亿元。\n二、2023年工作安排\n2023年，地区生产总值增长6%。\n\
            三、办好十件民生实事\n今年，我们要办好以下民生实事：\n1.新建公办幼儿园3所。\n2.改造老旧小区12个。\n3.建设智慧停车场5座。\n";
        let later = "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，地区生产总值100亿元、增长6.3%。城市更新步伐加快，改造老旧小区14个，受到群众好评。\
            教育事业全面发展，新建公办幼儿园2所。\n二、2024年工作安排\n2024年，建设智慧停车场5座，地区生产总值增长6%。\n";
        let (earlier, later) = (entry(earlier), entry(later));
        let found = kept(&earlier, &later);
        let text = &later.text;
        type Told<'a> = (u32, Option<&'a str>, Vec<Outcome>);
        let told: Vec<Told<'_>> = found
            .iter()
            .map(|k| {
                let met = k.numbers.iter().map(|n| n.outcome).collect();
                (k.number, k.said.first().map(|s| text.slice(*s)), met)
            })
            .collect();
        assert_eq!(
            told,
            [
                (1, Some("教育事业全面发展，新建公办幼儿园2所。"), vec![Outcome::Missed]),
                (2, Some("城市更新步伐加快，改造老旧小区14个，受到群众好评。"), vec![Outcome::Met]),
                (3, None, vec![]),
            ]
        );
    }

    #[test]
    fn words_that_any_report_shares_prove_nothing() {
        let earlier = "甲县政府工作报告\n各位代表：\n一、2022年工作回顾\n2022年，地区生产总值90亿元。\n二、2023年工作安排\n2023年，地区生产总值增长6%。\n\
            三、办好三件民生实事\n今年，我们要办好以下民生实事：\n1.建设30个城市书屋。\n2.深入推进健身步道建设，方便市民出行。\n3.改扩建农村敬老院12所，新建日间照料中心5所。\n";
        let said = |sentence: &str| -> Vec<u32> {
            let later = format!(
                "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，地区生产总值100亿元、增长6.3%。{sentence}\n二、2024年工作安排\n2024年，地区生产总值增长6%。\n"
            );
            let found = kept(&entry(earlier), &entry(&later));
            found.iter().filter(|k| !k.said.is_empty()).map(|k| k.number).collect()
        };
        // Only 城市, only 深入推进 and 方便市民出行.
        assert_eq!(said("空气质量位列全国337个城市第17位。"), [0; 0]);
        assert_eq!(said("深入推进道路建设，方便市民出行。"), [0; 0]);
        assert_eq!(said("建成社区43个、城市书屋28个。"), [1]);
        assert_eq!(said("健身步道遍布全县。"), [2]);
        // The same number says what few words do not.
        assert_eq!(said("改造敬老院12所。"), [3]);
    }
}
