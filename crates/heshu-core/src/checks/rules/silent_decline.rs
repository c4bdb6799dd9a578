use crate::checks::facts::{Facts, Series};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Observation, Verdict};

/// A level without its growth among others that have both.
pub struct SilentDecline;

const INFO: RuleInfo = RuleInfo {
    id: "silent-decline",
    name: Words { zh: "只报数额不报增速", en: "A level without its growth" },
    promises: Words {
        zh: "同一句里其他主要指标都有数额和增速，唯独一个只有数额时，给出提示：可能是下降。",
        en: "A note where all other indicators of a sentence have level and growth and one has the level alone: it may have fallen.",
    },
    assumes: Words {
        zh: "同一句里至少三个目录指标数额、增速都有。",
        en: "At least three indicators of the sentence have both.",
    },
    wrong_when: Words {
        zh: "该指标首次统计，或口径变化而没有可比增速。",
        en: "When the indicator is new or its basis changed.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值137亿元、增长8.4%，固定资产投资76亿元、增长7%，社会消费品零售总额41亿元、增长9%，一般公共预算收入8.21亿元。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值137亿元、增长8.4%，一般公共预算收入8.21亿元。",
            verdict: None,
        },
    ],
}
.without_its_page();

impl Rule for SilentDecline {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let mut results: Vec<&Observation> = facts
            .series
            .iter()
            .filter(|s| s.known && !s.additive && told_alike(s))
            .flat_map(|s| s.results.iter().copied())
            .filter(|o| o.level.is_some())
            .collect();
        crate::order::by_key(&mut results, |o| o.id);
        let mut sentence: Vec<&Observation> = Vec::new();
        let mut end = 0;
        for observation in results {
            let at = facts.report.text.byte(observation.span.start);
            if at >= end {
                found.extend(odd_ones(&sentence));
                sentence.clear();
                end = facts.sentence(observation.span).end;
            }
            sentence.push(observation);
        }
        found.extend(odd_ones(&sentence));
    }
}

/// Whether all statements of a result have their growth, or none: growth told elsewhere is told.
fn told_alike(series: &Series<'_>) -> bool {
    let with = series.results.iter().filter(|o| o.change.is_some()).count();
    with == 0 || series.results.iter().all(|o| o.level.is_none() || o.change.is_some())
}

/// What has no growth, where three have it and twice as many.
fn odd_ones(sentence: &[&Observation]) -> Vec<Check> {
    let money = |o: &Observation| {
        o.level.as_ref().is_some_and(|l| l.base_unit.as_deref().is_some_and(|u| u == "CNY" || u == "USD"))
    };
    let (full, bare): (Vec<&&Observation>, Vec<&&Observation>) =
        sentence.iter().filter(|o| money(o)).partition(|o| o.change.is_some());
    // 其中税收收入 and the like are parts of what stands before and need no growth of their own.
    if full.len() < 3.max(2 * bare.len()) {
        return Vec::new();
    }
    bare.into_iter().map(|alone| odd_one(alone, full.len())).collect()
}

fn odd_one(alone: &Observation, full: usize) -> Check {
    let level = alone.level.as_ref().map(amount).unwrap_or_default();
    let title = (
        format!("{}：只说{level}，没有增速", alone.name),
        format!("{}: {level}, and no growth", english(alone)),
    );
    let message = (
        format!("同一句里另外{}个指标都有增速。可能是下降，值得一查。", full),
        format!(
            "The other {} indicators of the sentence have their growth. It may have fallen: worth a look.",
            full
        ),
    );
    Finding::new(&INFO, Verdict::Note, title).message(message).of([alone]).done()
}
