use crate::catalogue;
use crate::checks::facts::{Facts, comparable, is_percent};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::share;
use crate::checks::unchecked::Lack;
use crate::model::{Check, Kind, Observation, Reason, Verdict};

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
}
.without_its_page();

impl Rule for ShareArithmetic {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for (part, share) in stated(facts) {
            let Some(total) = whole(facts, part, share) else { continue };
            let name = (format!("{}占{}的比重", part.name, total.name), part.name.clone());
            found.extend(share::check(&INFO, Verdict::Caution, (&name.0, &name.1), [share, part, total]));
        }
    }

    fn lacks<'a>(&self, facts: &Facts<'a>) -> Vec<Lack<'a>> {
        let alone = stated(facts).filter(|(part, share)| whole(facts, part, share).is_none());
        alone.map(|(part, _)| Lack { reason: Reason::NoWhole, of: part }).collect()
    }
}

/// Amounts with the share directly behind: 30.4亿元，占一般公共预算支出的84.4%.
pub(super) fn stated<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (&'a Observation, &'a Observation)> {
    let text = facts.report.text;
    facts.report.observations.windows(2).filter_map(move |pair| {
        let [part, share] = pair else { return None };
        let (level, percent) = (part.level.as_ref()?, share.level.as_ref().filter(|l| is_percent(&l.unit))?);
        let gap = text.bytes(text.byte(level.span.end)..text.byte(percent.span.start));
        let behind = gap.trim_start_matches(['，', '、', ',']).starts_with('占');
        let told = part.kind != Kind::Target && part.doubt.is_none() && !is_percent(&level.unit);
        (behind && told && part.period == share.period).then_some((part, share))
    })
}

/// The report's own figure for the whole that a share speaks of.
fn whole<'a>(facts: &Facts<'a>, part: &Observation, share: &Observation) -> Option<&'a Observation> {
    let id = whole_id(share)?;
    let same = |o: &&Observation| {
        o.indicator.as_deref() == Some(id)
            && o.period == share.period
            && o.level.as_ref().zip(part.level.as_ref()).is_some_and(|(a, b)| comparable(a, b))
            && o.id != part.id
    };
    facts.series.iter().flat_map(|s| &s.all).copied().find(same)
}

/// The indicator that a share is of.
pub(super) fn whole_id(share: &Observation) -> Option<&'static str> {
    let name = share.share_of.as_deref().or_else(|| whole_in_name(&share.name))?;
    Some(catalogue::resolve(name, None, true)?.id)
}

/// 民生支出占一般公共预算支出比重 → 一般公共预算支出
fn whole_in_name(name: &str) -> Option<&str> {
    let (_, rest) = name.split_once('占')?;
    let whole = rest.trim_end_matches("比重").trim_end_matches("的").trim_end_matches("比例");
    (whole.len() > 3).then_some(whole)
}
