use crate::checks::facts::{
    Facts, Pair, Series, at_constant_prices, counts_money, is_percent, is_yearly, start_of,
};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::fit::{Fit, exact, rounds_to};
use crate::checks::interval::{Interval, half_unit, places, scale_of};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::slips::{self, Slip};
use crate::checks::unchecked::Lack;
use crate::model::{Basis, Bound, Change, Check, LevelValue, Reason, Verdict};
use rust_decimal::Decimal;

/// Last year's level × (1 + the target's growth) against the target's level.
pub struct TargetArithmetic;

const INFO: RuleInfo = RuleInfo {
    id: "target-arithmetic",
    name: Words { zh: "目标与增速", en: "Target against growth" },
    promises: Words {
        zh: "今年的目标既说了数额又说了增速（或增加额）时，用去年的实绩乘以（1＋增速），看是否等于目标数额。按四舍五入允许的范围比较；“以上”“左右”按其本义。按写出的数字算得出为“相符”，只有计入被舍去的尾数才相符的为“提示”，范围之外为“矛盾”。",
        en: "Where a target names both an amount and a growth rate (or an increase), last year's result times (1 + growth) must give the amount. Every number stands for all values that round to it; 以上 (or more) and 左右 (about) are respected. A pass where the written digits give one another, a note where only digits that were rounded away could, outside the range a conflict.",
    },
    assumes: Words {
        zh: "去年实绩与今年目标是同一指标、同一口径。地区生产总值、增加值等按可比价计算增速，数额按现价，两者不必相等：只给出隐含的价格变动作为提示；仅当一处笔误即可解释，或隐含的价格变动超出常理时，才列为存疑。",
        en: "Result and target are the same statistic on the same basis. GDP and value added grow at constant prices while amounts are at current ones, so these need not agree: the implied price change is given as a note, and only a single slip of the pen that explains the gap, or a price change beyond what prices do, makes it a caution.",
    },
    wrong_when: Words {
        zh: "去年数据经过修订（固定资产投资、社会消费品零售总额常按修订后的基数算增速），或增速按同口径计算：这些只列为存疑。",
        en: "When last year's figure was revised (investment and retail sales often grow from revised bases) or growth is on a comparable basis: these are cautions only.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n全年一般公共预算收入8.21亿元，增长16.3%。\n二、2024年重点工作\n2024年主要预期目标是：一般公共预算收入9.32亿元，增长13.5%。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n全年一般公共预算收入8.21亿元，增长16.3%。\n二、2024年重点工作\n2024年主要预期目标是：一般公共预算收入9.82亿元，增长13.5%。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n全年招商引资到位资金231.9亿元，增长20%。\n二、2024年重点工作\n2024年主要预期目标是：招商引资到位资金265亿元，增长15%以上。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n全年实现地区生产总值137.46亿元，增长8.4%。\n二、2024年重点工作\n2024年主要预期目标是：地区生产总值152.11亿元，增长8.5%。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n全年规模以上工业增加值26.24亿元，增长12%。\n二、2024年重点工作\n2024年主要预期目标是：规模以上工业增加值29.25亿元，增长12.5%。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n全年社会消费品零售总额41.42亿元，增长13.3%。\n二、2024年重点工作\n2024年主要预期目标是：社会消费品零售总额增长12%。",
            verdict: None,
        },
    ],
}
.without_its_page();

/// Growth is often computed from a base that was revised after it was reported.
const REVISED: &[&str] = &[
    "fixed_investment",
    "industrial_investment",
    "private_investment",
    "infrastructure_investment",
    "property_investment",
    "retail_sales",
];

/// What prices do in a year, in per cent: beyond, an implied change needs a reason.
const PRICES: (i64, i64) = (-6, 7);

impl Rule for TargetArithmetic {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let pairs = facts.series.iter().filter_map(|series| pair(facts, series)?.ok());
        found.extend(pairs.filter_map(|pair| check_pair(facts, &pair)?.ok()));
    }

    fn lacks<'a>(&self, facts: &Facts<'a>) -> Vec<Lack<'a>> {
        let lack = |series: &Series<'a>| match pair(facts, series)? {
            Err(lack) => Some(lack),
            Ok(pair) => {
                let reason = check_pair(facts, &pair)?.err()?;
                // What is counted rather than measured in money seldom has a growth.
                let plain = counts_money(pair.target) && !series.additive;
                (reason != Reason::NoGrowth || plain).then_some(Lack { reason, of: pair.target })
            }
        };
        facts.series.iter().filter_map(lack).collect()
    }
}

/// Result and target of one thing, or what is missing. A target that says what it starts from is no matter of this
/// rule: stated-growth holds it to its base, review-base the base to the review.
fn pair<'a>(facts: &Facts<'a>, series: &Series<'a>) -> Option<Result<Pair<'a>, Lack<'a>>> {
    let pair = facts.pair(series)?;
    let based = pair.as_ref().is_ok_and(|pair| start_of(series, pair.target).is_some());
    (!based).then_some(pair)
}

/// What growth adds to the base: a factor, or an amount in the target's unit.
struct Step {
    /// What the target would be.
    expected: Interval,
    /// The same from the numbers as they are written.
    as_written: Option<Decimal>,
    /// `× (1 + 12.5%)`, `+ 422亿元`
    shown: String,
}

fn step(base: &LevelValue, target: &LevelValue, change: &Change) -> Option<Step> {
    // Both in the target's unit.
    let scale = scale_of(target)?;
    let from = Interval::of_level_base(base)?.times(Decimal::ONE.checked_div(scale)?);
    let value = base.base_value?.get().checked_div(scale)?;
    let by = change.value.get();
    if is_percent(&change.unit) {
        let factor = Decimal::ONE + by.checked_div(Decimal::ONE_HUNDRED)?;
        return Some(Step {
            expected: from.product(Interval::of_change(change).growth_factor()),
            as_written: value.checked_mul(factor),
            shown: format!("× (1 + {})", growth(change)),
        });
    }
    (change.unit == target.unit).then_some(())?;
    Some(Step {
        expected: from.plus(Interval::of_change(change)),
        as_written: value.checked_add(by),
        shown: format!("+ {}", growth(change)),
    })
}

/// What comes out for a pair, or why it cannot be checked; none where there is nothing to check.
fn check_pair(facts: &Facts<'_>, pair: &Pair<'_>) -> Option<Result<Check, Reason>> {
    let (base, target) = (pair.result.level.as_ref()?, pair.target.level.as_ref()?);
    if !positive(base) || !positive(target) || is_percent(&target.unit) {
        return None;
    }
    let Some(change) = pair.growth.and_then(|o| o.change.as_ref()) else {
        return Some(Err(Reason::NoGrowth));
    };
    // 较去年预算安排增长: the base is not the result.
    let other_base =
        between(facts, target, change).contains("预算") || between(facts, target, change).contains("计划");
    if other_base || !is_yearly(change.basis) {
        return Some(Err(Reason::OtherBase));
    }
    if half_unit(&target.written).is_zero() || half_unit(&base.written).is_zero() {
        return Some(Err(Reason::RoundNumber));
    }
    let Step { expected, as_written, shown: grown } = step(base, target, change)?;
    let base_here = Interval::of_level_base(base)?.times(Decimal::ONE.checked_div(scale_of(target)?)?);
    let stated = Interval::of_level(target);
    let shown = places(&target.written).max(1);
    let name = &pair.target.name;
    let (review, plan) = (facts.review_year.as_deref()?, facts.report_year.as_deref()?);
    let arithmetic = format!(
        "{} {grown} = {}{}，文中 {}",
        amount(base),
        expected.show(shown),
        target.unit,
        amount(target)
    );
    let from = (
        format!(
            "{review}年为{}，{plan}年目标增长{}，应为{}{}；文中目标为{}。",
            amount(base),
            growth(change),
            expected.show(shown),
            target.unit,
            amount(target)
        ),
        format!(
            "{review}: {}. Growing by {} gives {} {} for {plan}; the target is {}.",
            amount(base),
            growth(change),
            expected.show(shown),
            target.unit,
            amount(target)
        ),
    );
    let finding = |verdict, zh: String, en: String, more: (String, String)| {
        Finding::new(&INFO, verdict, (zh, en))
            .message((from.0.clone() + &more.0, from.1.clone() + &more.1))
            .arithmetic(arithmetic.clone())
            .of([pair.target, pair.result].into_iter().chain(pair.growth))
            .expected(expected, &target.unit, target.value.get())
    };
    let en = english(pair.target);
    let fit = Fit::new(expected, stated, || {
        exact([base.bound, target.bound, change.bound]).then_some(())?;
        let back = Interval::exactly(target.value.get())
            .quotient(Interval::exactly(base.base_value?.get().checked_div(scale_of(target)?)?));
        // Offices round the target from the growth, or the growth from the target.
        let rounded = back
            .as_growth()
            .low
            .is_some_and(|g| is_percent(&change.unit) && rounds_to(g, change.value.get(), &change.written));
        Some(rounded || rounds_to(as_written?, target.value.get(), &target.written))
    });
    if let Some(verdict) = fit.holds() {
        let more = fit.words();
        let title = if fit == Fit::Rounding {
            (
                format!("{name}：目标与增速只在四舍五入内相符"),
                format!("{en}: target and growth agree only through rounding"),
            )
        } else {
            (format!("{name}：目标与增速相符"), format!("{en}: target and growth agree"))
        };
        return Some(Ok(finding(verdict, title.0, title.1, (more.0.into(), more.1.into())).done()));
    }
    let implied = stated.quotient(base_here).as_growth();
    let says = (
        format!("按数额计算增速为{}%。", implied.show(2)),
        format!(" The amounts mean growth of {}%.", implied.show(2)),
    );
    if is_percent(&change.unit) && at_constant_prices(pair.target, change.basis) {
        let price = stated.quotient(expected).as_growth();
        let middle = Interval::of_level(target)
            .low
            .zip(price.low.zip(price.high))
            .map(|(_, (low, high))| (low + high) / Decimal::TWO)?;
        let slip = slips::explain(&target.written, expected, &[Slip::Swap, Slip::Point]);
        let odd = middle < Decimal::from(PRICES.0) || middle > Decimal::from(PRICES.1);
        let why = (
            format!("增速按可比价计算，数额按现价，隐含价格变动{}%。", price.show_signed(1)),
            format!(
                " Growth is at constant prices and amounts at current ones: prices would change by {}%.",
                price.show_signed(1)
            ),
        );
        let all = (says.0 + &why.0, says.1 + &why.1);
        return Some(Ok(match slip {
            Some((kind, to)) => {
                let (zh, slip_en) = kind.words();
                let more = (
                    all.0 + &format!("若为{to}则恰好相符（{zh}）。"),
                    all.1 + &format!(" {to} would fit exactly ({slip_en})."),
                );
                finding(
                    Verdict::Caution,
                    format!("{name}：目标或为{to}{}", target.unit),
                    format!("{en}: the target may be {to}"),
                    more,
                )
                .suggest(Some(to))
                .done()
            }
            None if odd => finding(
                Verdict::Caution,
                format!("{name}：隐含价格变动过大"),
                format!("{en}: the implied price change is too large"),
                all,
            )
            .done(),
            None => finding(
                Verdict::Note,
                format!("{name}：数额与增速相差一个价格变动"),
                format!("{en}: amount and growth differ by a price change"),
                all,
            )
            .done(),
        }));
    }
    let revised = pair.target.indicator.as_deref().is_some_and(|id| REVISED.contains(&id))
        || change.basis == Basis::SameBasis;
    let loose = [base.bound, target.bound, change.bound].contains(&Bound::Approx);
    let slip = slips::explain(&target.written, expected, &[Slip::Swap, Slip::Point, Slip::Digit]);
    let mut more = says;
    if revised {
        more.0 += "增速或按修订后的基数、同口径计算。";
        more.1 += " Growth may be from a revised or comparable base.";
    }
    if let Some((kind, to)) = &slip {
        let (zh, slip_en) = kind.words();
        more.0 += &format!("若为{to}则相符（{zh}）。");
        more.1 += &format!(" {to} would fit ({slip_en}).");
    }
    // Amount and growth from two places may be two goals, one of them round.
    let apart = pair.growth.is_some_and(|o| o.id != pair.target.id);
    let verdict = match (apart, revised || loose || !pair.known) {
        (true, _) => Verdict::Note,
        (false, true) => Verdict::Caution,
        (false, false) => Verdict::Conflict,
    };
    let title = if change.bound.is_floor() {
        (
            format!("{name}：目标数额达不到所说的增速"),
            format!("{en}: the amount falls short of the growth it names"),
        )
    } else {
        (format!("{name}：目标数额与增速不符"), format!("{en}: amount and growth disagree"))
    };
    Some(Ok(finding(verdict, title.0, title.1, more).suggest(slip.map(|(_, to)| to)).done()))
}

/// The words between the level and its growth.
fn between<'a>(facts: &Facts<'a>, level: &LevelValue, change: &Change) -> &'a str {
    let text = facts.report.text;
    facts.words(text.byte(level.span.end)..text.byte(change.span.start))
}

fn positive(level: &LevelValue) -> bool {
    level.value.get() > Decimal::ZERO
}

/// `12.5%`, `15%以上`
fn growth(change: &Change) -> String {
    let bound = match change.bound {
        Bound::AtLeast => "以上",
        Bound::AtMost => "以内",
        Bound::Approx => "左右",
        Bound::Exact | Bound::Over | Bound::Under | Bound::Range => "",
    };
    let sign = if change.value.get().is_sign_negative() { "－" } else { "" };
    format!("{sign}{}{}{bound}", change.written, change.unit)
}
