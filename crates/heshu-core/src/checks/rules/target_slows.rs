use crate::catalogue::{self, Better};
use crate::checks::facts::{Facts, is_percent, is_yearly};
use crate::checks::finding::{Finding, english};
use crate::checks::interval::Interval;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Observation, Verdict};

/// A growth target lower than the growth reached.
pub struct TargetSlows;

const INFO: RuleInfo = RuleInfo {
    id: "target-slows",
    name: Words { zh: "目标增速放缓", en: "Slower growth aimed at" },
    promises: Words {
        zh: "目标增速低于去年实际增速时给出提示，并说低多少个百分点。只看目录中的指标；“以上”之类只有下限的目标不算。",
        en: "A note where the growth aimed at is lower than last year's, and by how many points. Only indicators of the catalogue; a target that only begins somewhere (以上) is left out.",
    },
    assumes: Words { zh: "两个增速都是比上年。", en: "Both rates are over the year before." },
    wrong_when: Words {
        zh: "去年基数特殊，放缓在意料之中。这不是错误。",
        en: "When last year's base was special and slowing is expected. It is no error.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值增长8.4%。\n二、2024年重点工作\n2024年主要预期目标是：地区生产总值增长6%。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值增长5.4%。\n二、2024年重点工作\n2024年主要预期目标是：地区生产总值增长6%。",
            verdict: None,
        },
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值增长8.4%。\n二、2024年重点工作\n2024年主要预期目标是：地区生产总值增长6%以上。",
            verdict: None,
        },
    ],
}
.without_its_page();

impl Rule for TargetSlows {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let grows =
            |o: &&&Observation| o.change.as_ref().is_some_and(|c| is_percent(&c.unit) && is_yearly(c.basis));
        for series in facts.series.iter().filter(|s| s.known) {
            let (Some(was), Some(shall)) =
                (series.results.iter().find(grows), series.targets.iter().find(grows))
            else {
                continue;
            };
            found.extend(slower(was, shall));
        }
    }
}

fn slower(was: &Observation, shall: &Observation) -> Option<Check> {
    let better = shall.indicator.as_deref().and_then(catalogue::get)?.better;
    let (past, goal) = (was.change.as_ref()?, shall.change.as_ref()?);
    let aimed = Interval::of_change(goal);
    // Growth of 8%以上 may be any: an open goal is not said to be lower.
    if better != Better::Up || aimed.high? >= Interval::of_change(past).low? {
        return None;
    }
    let points = (past.value.get() - goal.upper.unwrap_or(goal.value).get()).normalize();
    let title = (
        format!("{}：目标增速{}%，去年{}%", shall.name, goal.written, past.value),
        format!("{}: {}% aimed at, {}% last year", english(shall), goal.written, past.value),
    );
    let message = (
        format!("目标增速比去年低{points}个百分点。"),
        format!("The growth aimed at is {points} points below last year's."),
    );
    Some(Finding::new(&INFO, Verdict::Note, title).message(message).of([shall, was]).done())
}
