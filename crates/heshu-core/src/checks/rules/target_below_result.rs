use crate::catalogue::{self, Better};
use crate::checks::facts::{Facts, Pair, is_rank};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::interval::{Interval, with_places};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Bound, Check, Verdict};
use rust_decimal::Decimal;

/// A target lower than what was reached already.
pub struct TargetBelowResult;

const INFO: RuleInfo = RuleInfo {
    id: "target-below-result",
    name: Words { zh: "目标低于实绩", en: "Target below the result" },
    promises: Words {
        zh: "今年的目标数额低于去年已经达到的数额时给出提示，并说差多少。越低越好的指标（如失业率）不算。",
        en: "A note where this year's target is lower than what last year reached, and by how much. Indicators that should fall are left out.",
    },
    assumes: Words {
        zh: "两处名称相同即同一指标。", en: "The same name means the same statistic."
    },
    wrong_when: Words {
        zh: "目标只是底线（如就业人数），或只是今年新增的一部分。这不是错误，只是值得一问。",
        en: "When the target is a floor, as for jobs, or only part of the year's work. It is no error, only worth asking.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年粮食总产量66.07万吨。\n二、2024年重点工作\n2024年粮食总产量60万吨。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n2023年粮食总产量66.07万吨。\n二、2024年重点工作\n2024年粮食总产量66.5万吨。",
            verdict: None,
        },
        Example {
            text: "一、2023年工作回顾\n2023年城镇登记失业率3.2%。\n二、2024年重点工作\n2024年城镇登记失业率控制在3%以内。",
            verdict: None,
        },
    ],
};

impl Rule for TargetBelowResult {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        found.extend(facts.pairs().filter_map(|pair| below(&pair)));
    }
}

fn below(pair: &Pair<'_>) -> Option<Check> {
    let (was, shall) = (pair.result.level.as_ref()?, pair.target.level.as_ref()?);
    let better = pair.target.indicator.as_deref().and_then(catalogue::get).map(|i| i.better);
    // Less time is better; 项目 alone may be any, and the first place is the lowest number.
    let other = ["秒", "分钟", "小时", "天", "日", "工作日"].iter().any(|unit| shall.unit.ends_with(unit))
        || ["项目", "小区", "工程", "企业", "任务"].contains(&pair.target.name.as_str())
        || is_rank(pair.target);
    if other || better == Some(Better::Down) || matches!(shall.bound, Bound::AtMost | Bound::Under) {
        return None;
    }
    let (past, goal) = (Interval::of_level_base(was)?, Interval::of_level_base(shall)?);
    // An open target (以上) is held to where it begins.
    let best = goal.high.or(goal.low)?;
    // 27.4 against 27.5: both could be 27.45, and are told as less.
    if best > past.low? || shall.base_value?.get() >= was.base_value?.get() {
        return None;
    }
    let gap = (shall.base_value?.get() - was.base_value?.get()).checked_div(was.base_value?.get())?.abs()
        * Decimal::ONE_HUNDRED;
    let less = with_places(gap, 1);
    let title = (
        format!("{}：目标{}，去年已达{}", pair.target.name, amount(shall), amount(was)),
        format!("{}: target {}, last year {}", english(pair.target), amount(shall), amount(was)),
    );
    let message = (
        format!("目标比去年实绩低{less}%。可能是底线目标，也可能范围不同，值得一问。"),
        format!(
            "The target is {less}% below last year's result. It may be a floor, or of another scope: worth asking."
        ),
    );
    Some(Finding::new(&INFO, Verdict::Note, title).message(message).of([pair.target, pair.result]).done())
}
