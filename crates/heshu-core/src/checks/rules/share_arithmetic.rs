use crate::catalogue;
use crate::checks::facts::{Facts, comparable, is_percent};
use crate::checks::finding::{Finding, amount};
use crate::checks::interval::{Interval, places};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Kind, Observation, Verdict};
use rust_decimal::Decimal;

/// A part, its share and the whole, all stated.
pub struct ShareArithmetic;

const INFO: RuleInfo = RuleInfo {
    id: "share-arithmetic",
    name: Words { zh: "占比与数额", en: "Share, part and whole" },
    promises: Words {
        zh: "“民生支出30.4亿元，占一般公共预算支出84.4%”而总支出也有时：部分÷总体应等于占比。",
        en: "Where a part, its share and the whole are all stated, part divided by whole must be the share.",
    },
    assumes: Words {
        zh: "占比之前最近的数额是部分，总体是报告中同年的同名指标。",
        en: "The part is the amount just before the share, the whole the report's own figure of that year.",
    },
    wrong_when: Words {
        zh: "占比是就另一个范围说的。", en: "When the share is of another scope."
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年一般公共预算支出36亿元，增长5%。\n2023年民生支出30.4亿元，占一般公共预算支出的84.4%。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n2023年一般公共预算支出36亿元，增长5%。\n2023年民生支出30.4亿元，占一般公共预算支出的74.4%。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n2023年民生支出30.4亿元，占一般公共预算支出的84.4%。",
            verdict: None,
        },
    ],
};

impl Rule for ShareArithmetic {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for pair in facts.report.observations.windows(2) {
            if let [part, share] = pair {
                found.extend(fits(facts, part, share));
            }
        }
    }
}

fn fits(facts: &Facts<'_>, part: &Observation, share: &Observation) -> Option<Check> {
    let whole_name = share.share_of.as_deref().or_else(|| whole_in_name(&share.name))?;
    let (level, stated) = (part.level.as_ref()?, share.level.as_ref().filter(|l| is_percent(&l.unit))?);
    let text = facts.report.text;
    let gap = facts.words(text.byte(level.span.end)..text.byte(stated.span.start));
    if !gap.trim_start_matches(['，', '、', ',']).starts_with('占')
        || part.kind == Kind::Target
        || part.doubt.is_some()
        || part.period != share.period
    {
        return None;
    }
    let id = catalogue::resolve(whole_name, None, true)?.id;
    let same = |o: &&Observation| {
        o.indicator.as_deref() == Some(id)
            && o.period == share.period
            && o.level.as_ref().is_some_and(|l| comparable(l, level))
            && o.id != part.id
    };
    let total = facts.series.iter().flat_map(|s| &s.all).copied().find(same)?;
    let whole = total.level.as_ref()?;
    let computed =
        Interval::of_level_base(level)?.quotient(Interval::of_level_base(whole)?).times(Decimal::ONE_HUNDRED);
    let shown = places(&stated.written).max(1);
    let arithmetic = format!(
        "{} ÷ {} = {}%，文中 {}%",
        amount(level),
        amount(whole),
        computed.show(shown),
        stated.written
    );
    let (verdict, title) = if computed.meets(Interval::of_level(stated)) {
        (
            Verdict::Pass,
            (
                format!("{}占{}的比重相符", part.name, total.name),
                format!("{}: share, part and whole agree", part.name),
            ),
        )
    } else {
        (
            Verdict::Caution,
            (
                format!("{}占{}的比重不符", part.name, total.name),
                format!("{}: share, part and whole disagree", part.name),
            ),
        )
    };
    let message = (
        format!("{arithmetic}。"),
        format!(
            "{} / {} = {}%; the text says {}%.",
            amount(level),
            amount(whole),
            computed.show(shown),
            stated.written
        ),
    );
    Some(
        Finding::new(&INFO, verdict, title)
            .message(message)
            .arithmetic(arithmetic)
            .of([share, part, total])
            .expected(computed, "%", stated.value.get())
            .done(),
    )
}

/// 民生支出占一般公共预算支出比重 → 一般公共预算支出
fn whole_in_name(name: &str) -> Option<&str> {
    let (_, rest) = name.split_once('占')?;
    let whole = rest.trim_end_matches("比重").trim_end_matches("的").trim_end_matches("比例");
    (whole.len() > 3).then_some(whole)
}
