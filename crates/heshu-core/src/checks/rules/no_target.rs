use crate::checks::facts::{Facts, Series};
use crate::checks::finding::{Finding, english};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Observation, Verdict};

/// A headline indicator with a result and no target, or the reverse.
pub struct NoTarget;

const INFO: RuleInfo = RuleInfo {
    id: "no-target",
    name: Words { zh: "实绩与目标缺一", en: "A result or a target without the other" },
    promises: Words {
        zh: "主要指标去年有实绩而今年没有目标，或今年有目标而没有交代去年实绩时，给出提示。",
        en: "A note where a headline indicator has a result and no target, or a target and no result.",
    },
    assumes: Words {
        zh: "报告至少给出了三个主要指标的目标。",
        en: "The report sets targets for at least three headline indicators.",
    },
    wrong_when: Words {
        zh: "目标在报告之外（如计划报告）公布，或换了名称。",
        en: "When the target is published elsewhere (the plan report), or under another name.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值增长8.4%，社会消费品零售总额增长9%，固定资产投资增长7%，一般公共预算收入增长6%。\n二、2024年重点工作\n2024年主要预期目标是：地区生产总值增长6%，社会消费品零售总额增长8%，固定资产投资增长7%。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值增长8.4%。\n二、2024年重点工作\n2024年主要预期目标是：地区生产总值增长6%。",
            verdict: None,
        },
    ],
}
.without_its_page();

const HEADLINES: &[&str] = &[
    "gdp",
    "industry_value_added",
    "fixed_investment",
    "retail_sales",
    "budget_revenue",
    "trade",
    "income_all",
    "income_urban",
    "income_rural",
    "cpi",
    "urban_jobs",
];

impl Rule for NoTarget {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let id = |s: &Series<'_>| {
            s.all
                .first()
                .and_then(|o| o.indicator.as_deref())
                .and_then(|id| HEADLINES.iter().find(|h| **h == id))
        };
        let headline: Vec<_> = facts.series.iter().filter_map(|s| Some((*id(s)?, s))).collect();
        let with_target = headline.iter().filter(|(_, s)| !s.targets.is_empty()).count();
        let with_result = headline.iter().filter(|(_, s)| !s.results.is_empty()).count();
        if with_target < 3 || with_result < 3 {
            return;
        }
        // A target for all residents' income is one for both parts, and the other way round.
        let group = |id: &'static str| if id.starts_with("income") { "income" } else { id };
        let has = |id: &'static str, result: bool| {
            headline.iter().any(|(other, s)| {
                group(other) == group(id) && !(if result { &s.results } else { &s.targets }).is_empty()
            })
        };
        let missing = |result: bool| -> Vec<&Observation> {
            let told = headline.iter().filter(|(id, _)| !has(id, result));
            told.filter_map(|(_, s)| (if result { &s.targets } else { &s.results }).first().copied())
                .collect()
        };
        let sides = [
            (missing(false), "有去年实绩，没有今年目标", "a result and no target"),
            (missing(true), "有今年目标，没有去年实绩", "a target and no result"),
        ];
        for (missing, zh, en) in sides {
            let names: Vec<&str> = missing.iter().map(|o| o.name.as_str()).collect();
            let names_en: Vec<String> = missing.iter().map(|o| english(o)).collect();
            if names.is_empty() {
                continue;
            }
            let title =
                (format!("{zh}：{}", names.join("、")), format!("With {en}: {}", names_en.join(", ")));
            let message = (
                "报告给出了其他主要指标的实绩和目标。".to_owned(),
                "The report has both for other headline indicators.".to_owned(),
            );
            found.push(Finding::new(&INFO, Verdict::Note, title).message(message).of(missing).done());
        }
    }
}
