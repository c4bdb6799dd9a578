//! A goal held against a result, in what both of them state.

use heshu_core::catalogue::{self, Better, Prices};
use heshu_core::checks::interval::{Interval, scale_of};
use heshu_core::model::{Basis, Bound, Change, LevelValue, Number, Observation};
use heshu_core::quantities::count_alike;
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
    /// The goal: the ends of what its bound and rounding allow, an open one none.
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
    let better = if target.unit == "名" { Better::Down } else { better };
    let (scale, unit) = match (&target.base_unit, &result.base_unit) {
        (Some(a), Some(b)) if a == b => (scale_of(result)?.checked_div(scale_of(target)?)?, &target.unit),
        _ if target.unit == result.unit || count_alike(&target.unit, &result.unit) => {
            (Decimal::ONE, &target.unit)
        }
        _ => return None,
    };
    let value = result.value.get().checked_mul(scale)?;
    // Two schools are two schools: what is counted one by one is not rounded.
    let one_by_one = |l: &LevelValue| {
        l.bound == Bound::Exact
            && !l.written.contains('.')
            && scale_of(l).is_none_or(|scale| scale == Decimal::ONE)
    };
    let (aimed, reached) = if one_by_one(target) && one_by_one(result) {
        (Interval::exactly(target.value.get()), Interval::exactly(value))
    } else {
        (Interval::of_level(target), Interval::of_level(result).times(scale))
    };
    let aimed = Aim { allowed: aimed, ends: ends(target.value, target.upper) };
    Some(measure(By::Level, aimed, reached, value, unit, better))
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

fn aim(change: &Change) -> Aim {
    Aim { allowed: Interval::of_change(change), ends: ends(change.value, change.upper) }
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
