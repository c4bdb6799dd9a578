use crate::checks::facts::Facts;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::share;
use crate::checks::unchecked::Lack;
use crate::model::{Check, Observation, Reason, Verdict};

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
}
.without_its_page();

const INDUSTRIES: &[(&str, &str)] =
    &[("第一", "primary_value_added"), ("第二", "secondary_value_added"), ("第三", "tertiary_value_added")];

impl Rule for StructureLevels {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let (gdp, parts) = stated(facts);
        let Some(gdp) = gdp else { return };
        for (share, part) in parts {
            let name = (share.name.as_str(), share.name.as_str());
            let three = part.map(|part| [share, part, gdp]);
            found.extend(three.and_then(|three| share::check(&INFO, Verdict::Conflict, name, three)));
        }
    }

    fn lacks<'a>(&self, facts: &Facts<'a>) -> Vec<Lack<'a>> {
        let (gdp, parts) = stated(facts);
        let without = parts.into_iter().filter_map(|(share, part)| match (gdp, part) {
            (None, _) => Some(Lack { reason: Reason::NoWhole, of: share }),
            (Some(_), None) => Some(Lack { reason: Reason::NoParts, of: share }),
            (Some(_), Some(_)) => None,
        });
        without.collect()
    }
}

/// Each industry's share, and its value added where the report states it.
type Shares<'a> = Vec<(&'a Observation, Option<&'a Observation>)>;

/// GDP, and the industries' shares with their value added.
fn stated<'a>(facts: &Facts<'a>) -> (Option<&'a Observation>, Shares<'a>) {
    let results = || facts.series.iter().flat_map(|s| &s.results).copied();
    let of_id =
        |id: &'static str| results().find(move |o| o.indicator.as_deref() == Some(id) && o.level.is_some());
    let share = |word: &str| {
        results().find(|o| o.indicator.as_deref() == Some("industry_structure") && o.name.contains(word))
    };
    let shares = INDUSTRIES.iter().filter_map(|(word, id)| Some((share(word)?, of_id(id))));
    (of_id("gdp"), shares.collect())
}
