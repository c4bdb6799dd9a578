use crate::checks::facts::{Facts, Series, at_constant_prices, comparable, is_percent, is_yearly, start_of};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::fit::{Fit, exact, rounds_to};
use crate::checks::interval::{Interval, places, scale_of};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::slips::{self, Slip};
use crate::checks::unchecked::Lack;
use crate::model::{Basis, Bound, Change, Check, Kind, LevelValue, Observation, Reason, Verdict};
use rust_decimal::Decimal;

/// This year's level, last year's level and the growth between them, all stated.
pub struct StatedGrowth;

const INFO: RuleInfo = RuleInfo {
    id: "stated-growth",
    name: Words { zh: "增速与两年数额", en: "Growth against two levels" },
    promises: Words {
        zh: "报告同时说了上年数额、本年数额和增速时，三者应互相吻合；说了“增加Y、增长Z%”时，Y、Z与本年数额也应吻合。“由A增加到B，增长C%”“在A的基础上增长C%，达到B”，实绩和目标都这样核对。",
        en: "Where a report states last year's level, this year's level and the growth, the three must fit; so must an increase in units and in per cent. From A to B with growth C, and growth C on the base of A to reach B, are held together for results and targets alike.",
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
            text: "一、2023年工作回顾\n2022年财政支农支出297.5亿元，2023年财政支农支出339.7亿元，比上年增加42.2亿元。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n完成各项任务。\n二、2024年重点工作\n2024年，旅游收入在2023年105亿元的基础上增长20%，达到126亿元。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n完成各项任务。\n二、2024年重点工作\n2024年，旅游收入在2023年105亿元的基础上增长20%，达到162亿元。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n2023年一般公共预算收入9.2亿元，增长15%。", verdict: None
        },
    ],
}
.without_its_page();

impl Rule for StatedGrowth {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for series in &facts.series {
            for observation in &series.all {
                found.extend(two_levels(series, observation));
            }
            for pair in series.all.windows(2) {
                if let &[now, other] = pair {
                    found.extend(two_changes(now, other));
                }
            }
        }
    }

    fn lacks<'a>(&self, facts: &Facts<'a>) -> Vec<Lack<'a>> {
        let grows = |o: &Observation| {
            let change = o.change.as_ref().filter(|c| is_percent(&c.unit) && is_yearly(c.basis));
            change.is_some() && o.level.as_ref().is_some_and(|l| !is_percent(&l.unit))
        };
        let alone = |series: &Series<'a>| {
            let now = series.results.iter().copied().find(|o| grows(o))?;
            let past = moved_from(series, now).or_else(|| year_before(series, now));
            past.is_none().then_some(Lack { reason: Reason::NoBase, of: now })
        };
        facts.series.iter().filter(|s| s.known).filter_map(alone).collect()
    }
}

/// 由A增加到B: the statement just before, of the same thing.
fn moved_from<'a>(series: &Series<'a>, now: &Observation) -> Option<&'a Observation> {
    let last = start_of(series, now)?;
    comparable(last.level.as_ref()?, now.level.as_ref()?).then_some(last)
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

/// What the growth between two levels is: in per cent, or in the level's own unit.
fn between(change: &Change, level: &LevelValue, base: &LevelValue) -> Option<(Interval, Option<bool>)> {
    let (to, from) = (Interval::of_level_base(level)?, Interval::of_level_base(base)?);
    let (last, first) = (level.base_value?.get(), base.base_value?.get());
    let stated = change.value.get();
    let plain = exact([level.bound, base.bound, change.bound]);
    if is_percent(&change.unit) {
        let growth = last.checked_div(first)?.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)?;
        let written = rounds_to(growth, stated, &change.written);
        return Some((to.quotient(from).as_growth(), plain.then_some(written)));
    }
    (change.unit == level.unit).then_some(())?;
    let scale = scale_of(level)?;
    let more = last.checked_sub(first)?.checked_div(scale)?;
    let written = rounds_to(more, stated, &change.written);
    Some((to.minus(from).times(Decimal::ONE.checked_div(scale)?), plain.then_some(written)))
}

fn two_levels(series: &Series<'_>, now: &Observation) -> Option<Check> {
    let (level, change) = (now.level.as_ref()?, now.change.as_ref()?);
    if !is_yearly(change.basis) || is_percent(&level.unit) {
        return None;
    }
    // A target against the year before is target-arithmetic's, unless it says itself what it starts from.
    let year_before = || year_before(series, now).filter(|_| now.kind != Kind::Target);
    let past = moved_from(series, now).or_else(year_before)?;
    let base = past.level.as_ref()?;
    let (before, year) = (past.period.as_deref()?, now.period.as_deref()?);
    let (growth, as_written) = between(change, level, base)?;
    let stated = Interval::of_change(change);
    let shown = places(&change.written).max(1);
    let (unit, operation) =
        if is_percent(&change.unit) { ("%", "÷") } else { (change.unit.as_str(), "−") };
    let less_one = if unit == "%" { " − 1" } else { "" };
    let arithmetic = format!(
        "{} {operation} {}{less_one} = {}{unit}，文中 {}{unit}",
        amount(level),
        amount(base),
        growth.show(shown),
        change.value
    );
    let (name, en) = (&now.name, english(now));
    let message = (
        format!(
            "{before}年{}，{year}年{}，变化应为{}{unit}；文中为{}{unit}。",
            amount(base),
            amount(level),
            growth.show(shown),
            change.value
        ),
        format!(
            "From {} in {before} to {} in {year} is {} {unit}; the text says {} {unit}.",
            amount(base),
            amount(level),
            growth.show(shown),
            change.value
        ),
    );
    let build = |verdict, says: (&str, &str), more: (&str, &str)| {
        Finding::new(&INFO, verdict, (format!("{name}：{}", says.0), format!("{en}: {}", says.1)))
            .message((message.0.clone() + more.0, message.1.clone() + more.1))
            .arithmetic(arithmetic.clone())
            .of([now, past])
            .expected(growth, unit, change.value.get())
    };
    let fit = Fit::new(growth, stated, || as_written);
    if let Some(verdict) = fit.holds() {
        let says = ("增速与两年数额相符", "growth and levels agree");
        return Some(build(verdict, says, fit.words()).done());
    }
    if at_constant_prices(now, change.basis) && unit == "%" {
        let says = ("数额与增速相差一个价格变动", "amount and growth differ by a price change");
        let more = (
            "增速按可比价计算，数额按现价，差额是价格变动。",
            " Growth is at constant prices: the difference is the change of prices.",
        );
        return Some(build(Verdict::Note, says, more).done());
    }
    let slip = slips::explain(&change.written, growth, &[Slip::Swap, Slip::Point]);
    let sure = series.known && change.basis == Basis::Yoy;
    let verdict = if sure { Verdict::Conflict } else { Verdict::Caution };
    let says = ("增速与两年数额不符", "growth and levels disagree");
    Some(build(verdict, says, ("", "")).suggest(slip.map(|(_, to)| to)).done())
}

/// 9.2亿元，增加1.2亿元，增长15%: what is left when the increase is taken away must have grown by so much.
fn two_changes(now: &Observation, other: &Observation) -> Option<Check> {
    let level = now.level.as_ref().filter(|l| l.bound == Bound::Exact && !is_percent(&l.unit))?;
    let (one, two) = (now.change.as_ref()?, other.change.as_ref()?);
    let same = other.id == now.id + 1 && other.level.is_none() && other.name == now.name;
    let alike = other.period == now.period && one.basis == two.basis && is_yearly(one.basis);
    let (more, rate) = if is_percent(&one.unit) { (two, one) } else { (one, two) };
    if !same || !alike || more.unit != level.unit || !is_percent(&rate.unit) {
        return None;
    }
    let (to, by) = (Interval::of_level(level), Interval::of_change(more));
    let growth = to.quotient(to.minus(by)).as_growth();
    let fits = growth.meets(Interval::of_change(rate));
    let shown = places(&rate.written).max(1);
    let (stated, added) = (rate.value, more.value);
    let arithmetic = format!(
        "{added}{unit} ÷ ({} − {added}{unit}) = {}%，文中 {stated}%",
        amount(level),
        growth.show(shown),
        unit = more.unit
    );
    let (verdict, says) = if fits {
        (Verdict::Pass, ("增加额与增速相符", "increase and growth agree"))
    } else {
        (Verdict::Caution, ("增加额与增速不符", "increase and growth disagree"))
    };
    let title = (format!("{}：{}", now.name, says.0), format!("{}: {}", english(now), says.1));
    Some(
        Finding::new(&INFO, verdict, title)
            .message((format!("{arithmetic}。"), format!("{arithmetic}.")))
            .arithmetic(arithmetic)
            .of([now, other])
            .expected(growth, "%", rate.value.get())
            .done(),
    )
}
