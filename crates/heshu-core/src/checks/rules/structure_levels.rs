use crate::checks::facts::{Facts, comparable};
use crate::checks::finding::{Finding, amount};
use crate::checks::interval::{Interval, places};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, LevelValue, Observation, Verdict};
use rust_decimal::Decimal;

/// The three industries' shares against their value added and GDP.
pub struct StructureLevels;

const INFO: RuleInfo = RuleInfo {
    id: "structure-levels",
    name: Words { zh: "结构与数额", en: "Shares against levels" },
    promises: Words {
        zh: "给出了三次产业结构、各产业增加值和地区生产总值时，增加值÷地区生产总值应等于所说的比重。",
        en: "Where the shares of the industries, their value added and GDP are all stated, value added divided by GDP must be the share.",
    },
    assumes: Words { zh: "三者同为一年、同一口径。", en: "All are of one year and one basis." },
    wrong_when: Words {
        zh: "结构按修订后的数计算。",
        en: "When the shares are computed from revised figures.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值100亿元，其中第一产业增加值20亿元，第二产业增加值30亿元，第三产业增加值50亿元。2023年三次产业结构为20：30：50。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值100亿元，其中第一产业增加值20亿元，第二产业增加值30亿元，第三产业增加值50亿元。2023年三次产业结构为20：35：45。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n2023年三次产业结构为20：35：45。", verdict: None
        },
    ],
};

const INDUSTRIES: &[(&str, &str)] =
    &[("第一", "primary_value_added"), ("第二", "secondary_value_added"), ("第三", "tertiary_value_added")];

impl Rule for StructureLevels {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let results = || facts.series.iter().flat_map(|s| &s.results).copied();
        let of_id = |id: &'static str| {
            results().find(move |o| o.indicator.as_deref() == Some(id) && o.level.is_some())
        };
        let Some((gdp, whole)) = of_id("gdp").and_then(|o| Some((o, o.level.as_ref()?))) else { return };
        for (word, id) in INDUSTRIES {
            let share = results()
                .find(|o| o.indicator.as_deref() == Some("industry_structure") && o.name.contains(word));
            if let (Some(share), Some(part)) = (share, of_id(id)) {
                found.extend(one(gdp, whole, part, share));
            }
        }
    }
}

fn one(gdp: &Observation, whole: &LevelValue, part: &Observation, share: &Observation) -> Option<Check> {
    let (level, stated) = (part.level.as_ref()?, share.level.as_ref()?);
    if !comparable(level, whole) {
        return None;
    }
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
    let name = &share.name;
    let (verdict, title) = if computed.meets(Interval::of_level(stated)) {
        (Verdict::Pass, (format!("{name}与数额相符"), format!("{name}: share and levels agree")))
    } else {
        (Verdict::Conflict, (format!("{name}与数额不符"), format!("{name}: share and levels disagree")))
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
            .of([share, part, gdp])
            .expected(computed, "%", stated.value.get())
            .done(),
    )
}
