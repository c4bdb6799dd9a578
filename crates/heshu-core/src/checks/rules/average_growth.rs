use crate::catalogue::{self, Prices};
use crate::checks::facts::{Facts, Series, comparable, is_percent, moves};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::interval::Interval;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::unchecked::Lack;
use crate::model::{Basis, Check, Kind, LevelValue, Observation, Reason, Verdict};

/// 年均 growth over a span against the levels at its ends.
pub struct AverageGrowth;

const INFO: RuleInfo = RuleInfo {
    id: "average-growth",
    name: Words { zh: "年均增速与两端数额", en: "Average growth and its ends" },
    promises: Words {
        zh: "“由A增加到B，年均增长C%”：A×（1＋C）的若干次方应等于B。年数取两端年份之差（可差一年），没有写明年份的按一至十年都试，都不相符才指出。",
        en: "From A to B with C% a year: A times a power of (1 + C) must be B. The span is the one between the two years, give or take one; without years every span from one to ten is tried.",
    },
    assumes: Words {
        zh: "两端数额口径相同。按可比价计算的指标数额含价格变动，只作提示。",
        en: "Both ends are on the same basis. Levels of indicators at constant prices hold price changes, so these are notes.",
    },
    wrong_when: Words {
        zh: "年均增速按修订后的数计算。",
        en: "When the average is computed from revised figures.",
    },
    examples: &[
        Example {
            text: "一、过去五年工作回顾\n一般公共预算收入由8亿元增加到12.88亿元，年均增长10%。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、过去五年工作回顾\n一般公共预算收入由8.00亿元增加到9.00亿元，年均增长20%。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、过去五年工作回顾\n一般公共预算收入年均增长10%。", verdict: None
        },
    ],
}
.without_its_page();

impl Rule for AverageGrowth {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for series in &facts.series {
            for pair in series.all.windows(2) {
                if let &[first, last] = pair {
                    found.extend(ends(series, first, last));
                }
            }
        }
    }

    fn lacks<'a>(&self, facts: &Facts<'a>) -> Vec<Lack<'a>> {
        let average = |o: &Observation| {
            o.level.as_ref().is_some_and(|l| !is_percent(&l.unit))
                && o.change.as_ref().is_some_and(|c| c.basis == Basis::AnnualAverage && is_percent(&c.unit))
        };
        let alone = |series: &Series<'a>| {
            let last = series.all.iter().position(|o| average(o) && o.kind != Kind::Target)?;
            let of = series.all.get(last).copied()?;
            let first = last.checked_sub(1).and_then(|at| series.all.get(at));
            first
                .is_none_or(|first| ends(series, first, of).is_none())
                .then_some(Lack { reason: Reason::NoBase, of })
        };
        facts.series.iter().filter(|s| s.known).filter_map(alone).collect()
    }
}

fn ends(series: &Series<'_>, first: &Observation, last: &Observation) -> Option<Check> {
    let change = last.change.as_ref().filter(|c| c.basis == Basis::AnnualAverage && is_percent(&c.unit))?;
    let (from, to) = (first.level.as_ref()?, last.level.as_ref()?);
    if !moves(first, last) || first.kind == Kind::Target || !comparable(from, to) {
        return None;
    }
    let ratio = Interval::of_level_base(to)?.quotient(Interval::of_level_base(from)?);
    let factor = Interval::of_change(change).growth_factor();
    // Five years back may be told as five or six years' ends; without years any span may be meant.
    let year = |o: &Observation| o.period.as_deref().and_then(|p| p.parse::<i32>().ok());
    let span = year(last).zip(year(first)).map(|(b, a)| b - a).filter(|s| *s > 1);
    let mut power = factor;
    let mut fits = None;
    for years in 1..=10 {
        if power.meets(ratio) && (span.is_none() || span.is_some_and(|s: i32| (s - years).abs() <= 1)) {
            fits = Some(years);
            break;
        }
        power = power.product(factor);
    }
    Some(say(series, (first, from), (last, to), &change.written, fits))
}

fn say(
    series: &Series<'_>,
    first: (&Observation, &LevelValue),
    last: (&Observation, &LevelValue),
    rate: &str,
    fits: Option<i32>,
) -> Check {
    let (name, en) = (&last.0.name, english(last.0));
    let (from, to) = (amount(first.1), amount(last.1));
    let constant =
        last.0.indicator.as_deref().and_then(catalogue::get).is_some_and(|i| i.prices == Prices::Constant);
    let (verdict, title, more) = match fits {
        Some(years) => (
            Verdict::Pass,
            (format!("{name}：年均增速与两端相符"), format!("{en}: the average fits its ends")),
            (format!("按{years}年计算相符。"), format!("It fits over {years} years.")),
        ),
        None => (
            if constant || !series.known { Verdict::Note } else { Verdict::Conflict },
            (format!("{name}：年均增速与两端不符"), format!("{en}: the average does not fit its ends")),
            (
                "按可能的年数计算都不相符。".to_owned(),
                "It fits over no span of years that may be meant.".to_owned(),
            ),
        ),
    };
    let message = (
        format!("由{from}到{to}，年均{rate}%：{}", more.0),
        format!("From {from} to {to} at {rate}% a year: {}", more.1),
    );
    Finding::new(&INFO, verdict, title).message(message).of([last.0, first.0]).done()
}
