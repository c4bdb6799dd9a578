//! A goal held against a result, in what both of them state.

use heshu_core::catalogue::{self, Better, Prices};
use heshu_core::checks::interval::{Interval, scale_of};
use heshu_core::model::{Basis, Bound, Change, LevelValue, Number, Observation};
use heshu_core::quantities::{bare_scale, count_alike, unscaled};
use rust_decimal::Decimal;
use serde::Serialize;

/// What was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Two levels.
    Level,
    /// Two changes.
    Change,
    /// The change that was aimed for, and the one that two levels give.
    Computed,
}

/// A goal and a result in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// What was compared.
    pub by: By,
    /// The goal: the ends of what its bound allows, an open one none.
    pub aimed: (Option<Number>, Option<Number>),
    /// The result.
    pub reached: Number,
    /// How far the result lies from the number that was aimed for, or the range's nearest end; 0 within what is allowed.
    pub gap: Number,
    /// Unit of all three.
    pub unit: String,
    /// Whether it was met; none where neither more nor less is better and the result lies outside.
    pub met: Option<bool>,
}

/// Every way in which a goal and a result can be compared. `base` is the result of the year before the goal's.
pub fn measures(target: &Observation, result: &Observation, base: Option<&Observation>) -> Vec<Measure> {
    let better = better(target);
    let levels = target.level.as_ref().zip(result.level.as_ref()).and_then(|(t, r)| by_level(t, r, better));
    let changes = by_change(target, result, better).or_else(|| {
        base.filter(|_| levels.is_none()).and_then(|base| computed(target, result, base, better))
    });
    levels.into_iter().chain(changes).collect()
}

/// Which way is better: as the catalogue knows; else more, but for rates and changes of which nothing is known.
fn better(o: &Observation) -> Better {
    let known = o.indicator.as_deref().and_then(catalogue::get).map(|indicator| indicator.better);
    let rate = o.level.as_ref().is_some_and(|level| level.unit == "%");
    match known {
        Some(Better::Up) => Better::Up,
        Some(Better::Down) => Better::Down,
        // Of things that are built, helped, counted at all, more is more of what was promised.
        _ if o.level.is_some() && !rate => Better::Up,
        _ => Better::Neither,
    }
}

fn by_level(target: &LevelValue, result: &LevelValue, better: Better) -> Option<Measure> {
    // A rank is better the smaller it is.
    let better = if target.is_rank() { Better::Down } else { better };
    let (scale, unit) = match (&target.base_unit, &result.base_unit) {
        (Some(a), Some(b)) if a == b => {
            (scale_of(result)?.checked_div(scale_of(target)?)?, target.unit.clone())
        }
        _ if target.unit == result.unit || count_alike(&target.unit, &result.unit) => {
            (Decimal::ONE, target.unit.clone())
        }
        _ => by_bare_scale(target, result)?,
    };
    let value = result.value.get().checked_mul(scale)?;
    // Two schools are two schools: what is counted one by one is not rounded.
    let one_by_one = |l: &LevelValue| {
        l.bound == Bound::Exact
            && !l.written.contains('.')
            && scale_of(l).is_none_or(|scale| scale == Decimal::ONE)
    };
    let reached = if one_by_one(target) && one_by_one(result) {
        Interval::exactly(value)
    } else {
        Interval::of_level(result).times(scale)
    };
    let aimed = Aim::of(target.bound, ends(target.value, target.upper), Interval::of_level(target));
    Some(measure(By::Level, aimed, reached, value, &unit, better))
}

/// 突破千亿 and 1000亿元: a number without its unit is of the other's. The factor from the result's unit to the target's,
/// and what both are then said in.
fn by_bare_scale(target: &LevelValue, result: &LevelValue) -> Option<(Decimal, String)> {
    // Only of units that are scaled one by one: a bare 万 beside 万亩 would be of 亩, but 亩 is not what areas are based on.
    let scaled = |l: &LevelValue| {
        let scale = scale_of(l).filter(|_| l.base_unit.is_some())?;
        (scale == bare_scale(l.unit.strip_suffix(unscaled(&l.unit))?).unwrap_or(Decimal::ONE))
            .then_some(scale)
    };
    let (from, to) = match (bare_scale(&target.unit), bare_scale(&result.unit)) {
        (Some(target), Some(result)) => (result, target),
        (Some(bare), None) => (scaled(result)?, bare),
        (None, Some(bare)) => (bare, scaled(target)?),
        (None, None) => return None,
    };
    let own = unscaled(&target.unit);
    let unit = match own.is_empty() {
        true => target.unit.clone() + unscaled(&result.unit),
        false => target.unit.clone(),
    };
    Some((from.checked_div(to)?, unit))
}

fn by_change(target: &Observation, result: &Observation, better: Better) -> Option<Measure> {
    let (aimed, reached) = (target.change.as_ref()?, result.change.as_ref()?);
    let yearly = |basis| matches!(basis, Basis::Yoy | Basis::SameBasis | Basis::Real);
    if aimed.unit != reached.unit || !yearly(aimed.basis) || !yearly(reached.basis) {
        return None;
    }
    let value = reached.value.get();
    Some(measure(By::Change, aim(aimed), Interval::of_change(reached), value, &aimed.unit, better))
}

/// Growth that was aimed for against that of two levels: only where growth is computed at current prices.
fn computed(
    target: &Observation,
    result: &Observation,
    base: &Observation,
    better: Better,
) -> Option<Measure> {
    let aimed = target.change.as_ref().filter(|c| c.unit == "%")?;
    let prices = target.indicator.as_deref().and_then(catalogue::get).map(|indicator| indicator.prices);
    if prices == Some(Prices::Constant) || aimed.basis == Basis::Real {
        return None;
    }
    let (before, after) = (base.level.as_ref()?, result.level.as_ref()?);
    if before.base_unit != after.base_unit || before.base_unit.is_none() {
        return None;
    }
    let growth = Interval::of_level_base(after)?.quotient(Interval::of_level_base(before)?).as_growth();
    let middle = growth.low?.checked_add(growth.high?)?.checked_div(Decimal::TWO)?.round_dp(2);
    Some(measure(By::Computed, aim(aimed), growth, middle, "%", better))
}

/// What was aimed for.
struct Aim {
    /// What its bound and rounding allow.
    allowed: Interval,
    /// The numbers as written: twice the same, but of a range.
    ends: [Decimal; 2],
}

impl Aim {
    /// A goal is no measurement: 6% begins at 6, not at 5.5, and a range at its end. What its other bounds allow, they allow.
    fn of(bound: Bound, ends: [Decimal; 2], allowed: Interval) -> Self {
        let [least, most] = ends;
        let stated = matches!(bound, Bound::Exact | Bound::Range);
        Self { allowed: if stated { Interval::between(least, most) } else { allowed }, ends }
    }
}

fn aim(change: &Change) -> Aim {
    Aim::of(change.bound, ends(change.value, change.upper), Interval::of_change(change))
}

fn ends(value: Number, upper: Option<Number>) -> [Decimal; 2] {
    [value.get(), upper.unwrap_or(value).get()]
}

fn measure(by: By, aim: Aim, reached: Interval, value: Decimal, unit: &str, better: Better) -> Measure {
    let Aim { allowed: aimed, ends: [least, most] } = aim;
    let below = aimed.low.filter(|low| reached.high.is_some_and(|high| high < *low));
    let above = aimed.high.filter(|high| reached.low.is_some_and(|low| low > *high));
    let gap = match (below, above) {
        (Some(_), _) => value - least,
        (_, Some(_)) => value - most,
        _ => Decimal::ZERO,
    };
    let met = match better {
        Better::Up => Some(below.is_none()),
        Better::Down => Some(above.is_none()),
        // 控制在3%以内 says itself which way it must not go.
        Better::Neither => {
            let inside = below.is_none() && above.is_none();
            (inside || aimed.low.is_none() || aimed.high.is_none()).then_some(inside)
        }
    };
    let number = |end: Option<Decimal>| end.map(|e| Number(e.normalize()));
    Measure {
        by,
        aimed: (number(aimed.low), number(aimed.high)),
        reached: Number(value.normalize()),
        gap: Number(gap.normalize()),
        unit: unit.to_owned(),
        met,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::entry;
    use heshu_core::model::Kind;

    /// How a sentence of a plan and one of the next year's review compare: the gap with its unit, and whether it was met.
    fn compared(aimed: &str, reached: &str) -> Vec<(String, Option<bool>)> {
        let plan = entry(&format!(
            "甲县政府工作报告\n各位代表：\n一、2022年工作回顾\n一年来，成绩很大。\n二、2023年工作安排\n主要预期目标是：{aimed}。\n"
        ));
        let review = entry(&format!(
            "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，{reached}。\n二、2024年工作安排\n抓好落实。\n"
        ));
        let target = plan.analysis.observations.iter().find(|o| o.kind == Kind::Target).unwrap();
        let result = review.analysis.observations.iter().find(|o| o.kind == Kind::Actual).unwrap();
        let told = measures(target, result, None);
        told.into_iter().map(|m| (format!("{}{}", m.gap, m.unit), m.met)).collect()
    }

    #[test]
    fn bounds_units_and_directions_are_respected() {
        for (aimed, reached, gap, met) in [
            // A number without its unit is of the other's.
            ("规上工业总产值突破1000亿元", "规上工业总产值突破千亿大关", "0亿元", true),
            ("规上工业总产值突破千亿", "规上工业总产值980亿元", "-20亿元", false),
            ("农村贫困人口脱贫10.02万", "农村贫困人口脱贫9.02万人", "-1万人", false),
            ("规上工业总产值1.2万亿元", "规上工业总产值11900亿", "-0.01万亿元", false),
            // 以上, 左右, 以内, ranges.
            ("地区生产总值增长6%以上", "地区生产总值增长6%", "0%", true),
            ("地区生产总值增长6%以上", "地区生产总值增长5.9%", "-0.1%", false),
            ("地区生产总值增长6%左右", "地区生产总值增长5.6%", "0%", true),
            ("地区生产总值增长6%左右", "地区生产总值增长5.2%", "-0.8%", false),
            ("地区生产总值增长6%—7%", "地区生产总值增长6.1%", "0%", true),
            ("地区生产总值增长6%—7%", "地区生产总值增长5.8%", "-0.2%", false),
            ("地区生产总值增长6%—7%", "地区生产总值增长7.6%", "0.6%", true),
            ("地区生产总值增长6%", "地区生产总值增长5.7%", "-0.3%", false),
            ("城镇登记失业率控制在4%以内", "城镇登记失业率3.9%", "0%", true),
            ("城镇登记失业率控制在4%以内", "城镇登记失业率4.2%", "0.2%", false),
            // Less is better of what is to go down, in changes as in levels.
            ("单位GDP能耗下降3%以上", "单位GDP能耗下降2.5%", "0.5%", false),
            ("单位GDP能耗下降3%以上", "单位GDP能耗下降3.4%", "0%", true),
            // Other scales, other measure words.
            ("城镇新增就业5万人以上", "城镇新增就业49000人", "-0.1万人", false),
            ("新建幼儿园3所", "新建幼儿园3个", "0所", true),
        ] {
            assert_eq!(compared(aimed, reached), [(gap.to_owned(), Some(met))], "{aimed} / {reached}");
        }
        // Prices that rise by less than aimed for are neither better nor worse.
        let prices = compared("居民消费价格涨幅3%左右", "居民消费价格上涨0.5%");
        assert_eq!(prices, [("-2.5%".to_owned(), None)]);
        // 万 beside 万亩 says nothing of what it is of.
        assert_eq!(compared("造林5万亩", "造林5万"), []);
        // A level and a growth, and growth of several years, are other things.
        assert_eq!(compared("地区生产总值增长6%", "地区生产总值100亿元"), []);
        assert_eq!(compared("地区生产总值增长6%", "地区生产总值100亿元，比2018年增长30%"), []);
    }
}
