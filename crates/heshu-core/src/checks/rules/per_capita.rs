use crate::checks::facts::Facts;
use crate::checks::finding::{Finding, amount};
use crate::checks::interval::Interval;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::unchecked::Lack;
use crate::model::{Check, Reason, Verdict};
use rust_decimal::Decimal;

/// GDP divided by population against GDP per capita.
pub struct PerCapita;

const INFO: RuleInfo = RuleInfo {
    id: "per-capita",
    name: Words { zh: "人均与总量", en: "Per head and in all" },
    promises: Words {
        zh: "地区生产总值、人口和人均地区生产总值都给出时，三者应大致吻合；相差超过一成为“存疑”。",
        en: "Where GDP, population and GDP per head are all stated they must roughly fit; more than a tenth apart is a caution.",
    },
    assumes: Words {
        zh: "人口为常住人口；人均按年平均人口计算，因此允许5%的差。",
        en: "Population is residents; per head uses the year's average, so 5% is allowed.",
    },
    wrong_when: Words {
        zh: "人口是户籍人口，或人均数据是另一年的。",
        en: "When the population is the registered one, or the figure per head is of another year.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值137亿元，人均地区生产总值4.57万元，常住人口30万人。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值137亿元，人均地区生产总值7.57万元，常住人口30万人。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值137亿元，常住人口30万人。", verdict: None
        },
    ],
}
.without_its_page();

impl Rule for PerCapita {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        found.extend(fits(facts));
    }

    fn lacks<'a>(&self, facts: &Facts<'a>) -> Vec<Lack<'a>> {
        let whole = facts.result("gdp").and(facts.result("population"));
        let each = facts.result("gdp_per_capita").filter(|_| whole.is_none());
        each.map(|(of, _)| Lack { reason: Reason::NoWhole, of }).into_iter().collect()
    }
}

fn fits(facts: &Facts<'_>) -> Option<Check> {
    let (gdp, whole) = facts.result("gdp")?;
    let (people, count) = facts.result("population")?;
    let (each, stated) = facts.result("gdp_per_capita")?;
    let money = |unit: &Option<String>| unit.as_deref() == Some("CNY");
    if !money(&whole.base_unit) || !money(&stated.base_unit) {
        return None;
    }
    let computed = Interval::of_level_base(whole)?.quotient(Interval::of_level_base(count)?);
    let said = Interval::of_level_base(stated)?;
    let ratio = said.quotient(computed);
    let within = |percent: i64| {
        ratio.meets(Interval::between(Decimal::new(100 - percent, 2), Decimal::new(100 + percent, 2)))
    };
    let arithmetic =
        format!("{} ÷ {} = {}元，文中 {}", amount(whole), amount(count), computed.show(0), amount(stated));
    let (verdict, title) = if within(5) {
        (
            Verdict::Pass,
            ("人均地区生产总值与总量相符".to_owned(), "GDP per head fits GDP and population".to_owned()),
        )
    } else if within(10) {
        (
            Verdict::Note,
            (
                "人均地区生产总值与总量略有出入".to_owned(),
                "GDP per head is somewhat off GDP and population".to_owned(),
            ),
        )
    } else {
        (
            Verdict::Caution,
            (
                "人均地区生产总值与总量不符".to_owned(),
                "GDP per head does not fit GDP and population".to_owned(),
            ),
        )
    };
    let message = (
        format!("{arithmetic}。"),
        format!(
            "{} / {} = {} yuan; the text says {}.",
            amount(whole),
            amount(count),
            computed.show(0),
            amount(stated)
        ),
    );
    Some(
        Finding::new(&INFO, verdict, title)
            .message(message)
            .arithmetic(arithmetic)
            .of([each, gdp, people])
            .done(),
    )
}
