use crate::checks::facts::{Facts, is_percent, is_yearly};
use crate::checks::finding::{Finding, english};
use crate::checks::interval::Interval;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::unchecked::Lack;
use crate::model::{Change, Check, Observation, Reason, Verdict};

/// The growth of a whole lies between the growths of its parts.
pub struct AggregateGrowth;

const INFO: RuleInfo = RuleInfo {
    id: "aggregate-growth",
    name: Words { zh: "总体增速与分项增速", en: "Growth of a whole and of its parts" },
    promises: Words {
        zh: "总体的增速应在各部分增速的最低与最高之间：地区生产总值与三次产业，进出口与出口、进口，居民收入与城镇、农村。",
        en: "A whole grows no faster than its fastest part and no slower than its slowest: GDP and the three industries, trade and its two sides, income and its two parts.",
    },
    assumes: Words {
        zh: "各部分合起来就是总体，增速同为比上年。",
        en: "The parts are the whole, and all grow over the year before.",
    },
    wrong_when: Words {
        zh: "全体居民收入的增速可以略高于城镇和农村：人口由农村进城，收入较高的一方比重上升。因此收入只作提示。",
        en: "All residents' income may outgrow both parts when people move to towns; so income is a note only.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值增长8.4%，第一产业增加值增长5%，第二产业增加值增长9%，第三产业增加值增长10%。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值增长11.4%，第一产业增加值增长5%，第二产业增加值增长9%，第三产业增加值增长10%。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n2023年地区生产总值增长8.4%，第一产业增加值增长5%。",
            verdict: None,
        },
    ],
}
.without_its_page();

const WHOLES: &[(&str, &[&str], bool)] = &[
    ("gdp", &["primary_value_added", "secondary_value_added", "tertiary_value_added"], true),
    ("trade", &["exports", "imports"], true),
    ("income_all", &["income_urban", "income_rural"], false),
];

impl Rule for AggregateGrowth {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for (whole, parts, strict) in WHOLES {
            found.extend(between(facts, whole, parts, *strict));
        }
    }

    fn lacks<'a>(&self, facts: &Facts<'a>) -> Vec<Lack<'a>> {
        let lack = |(whole, parts, _): &(&str, &[&str], bool)| {
            let of = growth(facts, whole)?.0;
            let told = parts.iter().filter(|id| growth(facts, id).is_some()).count();
            // Where no part is told nobody would look for them.
            (1..parts.len()).contains(&told).then_some(Lack { reason: Reason::NoParts, of })
        };
        WHOLES.iter().filter_map(lack).collect()
    }
}

fn growth<'a>(facts: &Facts<'a>, id: &str) -> Option<(&'a Observation, &'a Change)> {
    let yearly = |o: &&Observation| {
        o.indicator.as_deref() == Some(id)
            && o.change.as_ref().is_some_and(|c| is_percent(&c.unit) && is_yearly(c.basis))
    };
    let found = facts.series.iter().flat_map(|s| &s.results).copied().find(yearly)?;
    Some((found, found.change.as_ref()?))
}

fn between(facts: &Facts<'_>, whole: &str, parts: &[&str], strict: bool) -> Option<Check> {
    let (total, stated) = growth(facts, whole)?;
    let parts: Option<Vec<_>> = parts.iter().map(|id| growth(facts, id)).collect();
    let parts = parts?;
    let ends: Vec<Interval> = parts.iter().map(|(_, c)| Interval::of_change(c)).collect();
    let range = Interval { low: ends.iter().map(|i| i.low).min()?, high: ends.iter().map(|i| i.high).max()? };
    let list: Vec<String> = parts.iter().map(|(o, c)| format!("{}{}%", o.name, c.value)).collect();
    let list_en: Vec<String> = parts.iter().map(|(o, c)| format!("{} {}%", english(o), c.value)).collect();
    let (zh, en) = (&total.name, english(total));
    let message = (
        format!("{zh}增长{}%；{}。", stated.value, list.join("、")),
        format!("{en} {}%; {}.", stated.value, list_en.join(", ")),
    );
    let (verdict, title) = match (range.meets(Interval::of_change(stated)), strict) {
        (true, _) => (
            Verdict::Pass,
            (format!("{zh}的增速在各部分之间"), format!("{en}: growth lies between its parts'")),
        ),
        (false, true) => (
            Verdict::Conflict,
            (format!("{zh}的增速在各部分之外"), format!("{en}: growth lies outside its parts'")),
        ),
        (false, false) => (
            Verdict::Note,
            (format!("{zh}的增速在各部分之外"), format!("{en}: growth lies outside its parts'")),
        ),
    };
    let all = [total].into_iter().chain(parts.iter().map(|(o, _)| *o));
    Some(
        Finding::new(&INFO, verdict, title)
            .message(message)
            .of(all)
            .expected(range, "%", stated.value.get())
            .done(),
    )
}
