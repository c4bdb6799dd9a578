use crate::catalogue::{self, Prices};
use crate::checks::facts::{Facts, Series, comparable, is_percent, is_yearly};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::interval::{Interval, places};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::slips::{self, Slip};
use crate::model::{Basis, Check, Kind, Observation, Verdict};

/// This year's level, last year's level and the growth between them, all stated.
pub struct StatedGrowth;

const INFO: RuleInfo = RuleInfo {
    id: "stated-growth",
    name: Words { zh: "增速与两年数额", en: "Growth against two levels" },
    promises: Words {
        zh: "报告同时说了上年数额、本年数额和增速时，三者应互相吻合；说了“增加Y、增长Z%”时，Y、Z与本年数额也应吻合。",
        en: "Where a report states last year's level, this year's level and the growth, the three must fit; so must an increase in units and in per cent.",
    },
    assumes: Words {
        zh: "两年数额口径相同。按可比价计算的指标只给出隐含的价格变动。",
        en: "Both levels are on the same basis. For indicators at constant prices only the implied price change is given.",
    },
    wrong_when: Words {
        zh: "上年数额经过修订，或增速按同口径计算。",
        en: "When last year's level was revised, or growth is on a comparable basis.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n一般公共预算收入由8亿元增加到9.2亿元，增长15%。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n一般公共预算收入由8亿元增加到9.2亿元，增长25%。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n2023年一般公共预算收入9.2亿元，增长15%。", verdict: None
        },
    ],
};

impl Rule for StatedGrowth {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for series in &facts.series {
            for observation in &series.all {
                found.extend(two_levels(series, observation));
            }
        }
    }
}

/// 由A增加到B: the statement just before, of the same thing.
fn moved_from<'a>(series: &Series<'a>, now: &Observation) -> Option<&'a Observation> {
    let last = series.all.iter().copied().find(|o| o.id + 1 == now.id)?;
    let pair =
        last.construction == now.construction && now.construction == "moved" && last.period != now.period;
    (pair && last.kind != Kind::Target && comparable(last.level.as_ref()?, now.level.as_ref()?))
        .then_some(last)
}

/// The one statement of the year before, where this year's is the only one too.
fn year_before<'a>(series: &Series<'a>, now: &Observation) -> Option<&'a Observation> {
    let year: i32 = now.period.as_deref()?.parse().ok()?;
    let told = |period: String| -> Vec<&'a Observation> {
        let of_year = series
            .all
            .iter()
            .copied()
            .filter(|o| o.kind != Kind::Target && o.period.as_ref() == Some(&period));
        of_year
            .filter(|o| o.level.as_ref().zip(now.level.as_ref()).is_some_and(|(a, b)| comparable(a, b)))
            .collect()
    };
    match (told((year - 1).to_string()).as_slice(), told(year.to_string()).len()) {
        ([past], 1) => Some(past),
        _ => None,
    }
}

fn two_levels(series: &Series<'_>, now: &Observation) -> Option<Check> {
    let (level, change) = (now.level.as_ref()?, now.change.as_ref()?);
    if now.kind == Kind::Target || !is_percent(&change.unit) || !is_yearly(change.basis) {
        return None;
    }
    let past = moved_from(series, now).or_else(|| year_before(series, now))?;
    let base = past.level.as_ref()?;
    let (before, year) = (past.period.as_deref()?, now.period.as_deref()?);
    let growth = Interval::of_level_base(level)?.quotient(Interval::of_level_base(base)?).as_growth();
    let stated = Interval::of_change(change);
    let shown = places(&change.written).max(1);
    let arithmetic = format!(
        "{} ÷ {} − 1 = {}%，文中 {}%",
        amount(level),
        amount(base),
        growth.show(shown),
        change.written
    );
    let (name, en) = (&now.name, english(now));
    let message = (
        format!(
            "{before}年{}，{year}年{}，增速应为{}%；文中为{}%。",
            amount(base),
            amount(level),
            growth.show(shown),
            change.written
        ),
        format!(
            "From {} in {before} to {} in {year} is {}%; the text says {}%.",
            amount(base),
            amount(level),
            growth.show(shown),
            change.written
        ),
    );
    let build = |verdict, title: (String, String), message: (String, String)| {
        Finding::new(&INFO, verdict, title)
            .message(message)
            .arithmetic(arithmetic.clone())
            .of([now, past])
            .expected(growth, "%", change.value.get())
    };
    if growth.meets(stated) {
        return Some(
            build(
                Verdict::Pass,
                (format!("{name}：增速与两年数额相符"), format!("{en}: growth and levels agree")),
                message,
            )
            .done(),
        );
    }
    let indicator = now.indicator.as_deref().and_then(catalogue::get);
    let constant = indicator.is_some_and(|i| i.prices == Prices::Constant)
        || change.basis == Basis::Real
        || (indicator.is_none() && name.contains("增加值"));
    if constant {
        let all = (
            message.0 + "增速按可比价计算，数额按现价，差额是价格变动。",
            message.1 + " Growth is at constant prices: the difference is the change of prices.",
        );
        return Some(
            build(
                Verdict::Note,
                (
                    format!("{name}：数额与增速相差一个价格变动"),
                    format!("{en}: amount and growth differ by a price change"),
                ),
                all,
            )
            .done(),
        );
    }
    let slip = slips::explain(&change.written, growth, &[Slip::Swap, Slip::Point]);
    let sure = series.known && change.basis == Basis::Yoy;
    let verdict = if sure { Verdict::Conflict } else { Verdict::Caution };
    Some(
        build(
            verdict,
            (format!("{name}：增速与两年数额不符"), format!("{en}: growth and levels disagree")),
            message,
        )
        .suggest(slip.map(|(_, to)| to))
        .done(),
    )
}
