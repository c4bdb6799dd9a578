use crate::catalogue;
use crate::checks::facts::Facts;
use crate::checks::finding::{Finding, amount, english};
use crate::checks::interval::scale_of;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Kind, Observation, Verdict};
use rust_decimal::Decimal;

/// A value that a government of this level cannot have.
pub struct Magnitude;

const INFO: RuleInfo = RuleInfo {
    id: "magnitude",
    name: Words { zh: "数量级", en: "Magnitude" },
    promises: Words {
        zh: "目录里的指标按政府层级有常见范围；数额远在范围之外，而换一个单位（万、亿）就在范围之内时，为“存疑”。",
        en: "Indicators of the catalogue have a usual range for each level of government. A value far outside, that another unit (万, 亿) would bring inside, is a caution.",
    },
    assumes: Words {
        zh: "报告的层级判断正确，数字说的是整个地区。",
        en: "The level of government was recognised, and the number is the whole area's.",
    },
    wrong_when: Words {
        zh: "数字说的是一个乡镇、园区或企业。",
        en: "When the number is one town's, park's or firm's.",
    },
    examples: &[
        Example {
            text: "各位代表：\n现在，我代表易县人民政府向大会报告工作。\n一、2023年工作回顾\n2023年地区生产总值137.46万元，增长8.4%。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "各位代表：\n现在，我代表易县人民政府向大会报告工作。\n一、2023年工作回顾\n2023年地区生产总值137.46亿元，增长8.4%。",
            verdict: None,
        },
    ],
}
.without_its_page();

impl Rule for Magnitude {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let Some(government) = facts.report.document.level else { return };
        for series in facts.series.iter().filter(|s| s.known) {
            found.extend(series.all.iter().filter_map(|o| outside(o, government)));
        }
    }
}

fn outside(observation: &Observation, government: crate::model::Level) -> Option<Check> {
    let level = observation.level.as_ref()?;
    let indicator = observation.indicator.as_deref().and_then(catalogue::get)?;
    let (low, high) = indicator.usual(government)?;
    let value = level.base_value?.get();
    // A range in dollars says nothing of yuan.
    let currency = match level.base_unit.as_deref() {
        Some("CNY") => Some("money_cny"),
        Some("USD") => Some("money_usd"),
        _ => None,
    };
    if currency.is_some_and(|dimension| dimension != indicator.dimension) {
        return None;
    }
    // Only amounts of a year: 新增 and parts are smaller by nature.
    if observation.kind == Kind::Standing
        || observation.period.as_deref().is_none_or(|p| p.contains('/'))
        || value <= Decimal::ZERO
        || (low..=high).contains(&value)
    {
        return None;
    }
    let step = Decimal::from(10_000);
    let other = if value < low { value.checked_mul(step)? } else { value.checked_div(step)? };
    if !(low..=high).contains(&other) {
        return None;
    }
    let unit = match (value < low, level.unit.as_str()) {
        (true, "万元") => Some("亿元"),
        (false, "亿元") => Some("万元"),
        (true, "元") => Some("万元"),
        (false, "万元") => Some("元"),
        _ => None,
    };
    scale_of(level)?;
    let title = (
        format!("{}：{}，数量级可疑", observation.name, amount(level)),
        format!("{}: {} is of an unlikely magnitude", english(observation), amount(level)),
    );
    let message = (
        "远在这一层级政府的常见范围之外；单位差一万倍则在范围之内。".to_owned(),
        "Far outside what a government of this level usually has; ten thousand times more or less would be inside.".to_owned(),
    );
    let suggestion = unit.map(|unit| format!("{}{unit}", level.written));
    Some(
        Finding::new(&INFO, Verdict::Caution, title)
            .message(message)
            .of([observation])
            .suggest(suggestion)
            .done(),
    )
}
