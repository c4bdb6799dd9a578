use crate::checks::facts::{Facts, is_percent};
use crate::checks::finding::{Finding, amount};
use crate::checks::interval::Interval;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Verdict};
use rust_decimal::Decimal;

/// A rate above 100% that cannot be.
pub struct ImpossibleRate;

const INFO: RuleInfo = RuleInfo {
    id: "impossible-rate",
    name: Words { zh: "超过百分之百的比率", en: "A rate above 100%" },
    promises: Words {
        zh: "覆盖率、合格率、入学率、参保率、占比等不可能超过100%；超过为“矛盾”。",
        en: "Coverage, pass rates, enrolment, shares cannot exceed 100%; where they do it is a conflict.",
    },
    assumes: Words {
        zh: "名称以这些词结尾。完成率、利用率、毛入学率等可以超过100%，不检查。",
        en: "The name ends in one of these words. Completion, utilisation and gross enrolment may exceed 100% and are left out.",
    },
    wrong_when: Words {
        zh: "数字是增速而不是比率。", en: "When the number is growth and no rate."
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n城乡居民医保参保率达到196.45%。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n城乡居民医保参保率达到96.45%。", verdict: None
        },
        Example {
            text: "一、2023年工作回顾\n年度投资计划完成率达到116.45%。", verdict: None
        },
    ],
}
.without_its_page();

const AT_MOST_ONE: &[&str] = &[
    "覆盖率",
    "合格率",
    "普及率",
    "入园率",
    "参保率",
    "就业率",
    "达标率",
    "优良率",
    "优良天数比例",
    "处理率",
    "治理率",
    "化率",
    "占比",
    "比重",
    "满意率",
    "办结率",
    "回收率",
    "上线率",
    "升学率",
    "入住率",
    "签约率",
];
const MAY_EXCEED: &[&str] =
    &["毛", "计划", "任务", "目标", "年度", "预算", "完成率", "增长", "增速", "利用率", "负荷", "到位率"];

impl Rule for ImpossibleRate {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for observation in facts.report.observations.iter().filter(|o| o.doubt.is_none()) {
            let Some(level) = observation.level.as_ref().filter(|l| is_percent(&l.unit)) else { continue };
            let bounded = AT_MOST_ONE.iter().any(|end| observation.name.ends_with(end));
            let free = MAY_EXCEED.iter().any(|word| observation.name.contains(word));
            if !bounded || free || Interval::of_level(level).low.is_none_or(|low| low <= Decimal::ONE_HUNDRED)
            {
                continue;
            }
            let title = (
                format!("{}：{}，超过100%", observation.name, amount(level)),
                format!("{}: {}, above 100%", observation.name, amount(level)),
            );
            let message =
                ("这样的比率不可能超过100%。".to_owned(), "Such a rate cannot exceed 100%.".to_owned());
            found.push(
                Finding::new(&INFO, Verdict::Conflict, title).message(message).of([observation]).done(),
            );
        }
    }
}
