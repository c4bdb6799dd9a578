//! Restatements: what two reports give for one year, where they differ.

use crate::delivery::of_year;
use crate::entry::Entry;
use heshu_core::catalogue::{self, Prices};
use heshu_core::checks::interval::Interval;
use heshu_core::model::{Basis, Kind, Number, Observation};
use heshu_core::views::things::{Things, fullness};
use rust_decimal::Decimal;
use serde::Serialize;
use std::cmp::Reverse;

/// One year's result, as two reports give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Restated {
    /// What it is of.
    pub name: String,
    /// The year.
    pub year: i32,
    /// Id in the earlier report.
    pub earlier: u32,
    /// Id in the later report.
    pub later: u32,
    /// What the later report gives, between these, in the earlier report's unit.
    pub now: (Number, Number),
    /// How far the later one lies from the earlier, in per cent of the earlier.
    pub percent: Number,
    /// Whether the later value is not said, but follows from its level and growth.
    pub implied: bool,
}

/// Results of the earlier report that the later gives another value for: said outright, or implied by next year's
/// level and growth (where growth is at current prices).
pub fn restated(earlier: &Entry, later: &Entry) -> Vec<Restated> {
    let (Some(year), Some(next)) = (earlier.review_year(), later.review_year()) else { return Vec::new() };
    let kinds = [Kind::Actual, Kind::Expected];
    let then = of_year(earlier, year, &kinds);
    let said = of_year(later, year, &kinds);
    let after = of_year(later, next, &kinds);
    let (said, after) = (Things::of(&said), Things::of(&after));
    let mut found: Vec<Restated> = Vec::new();
    for old in then {
        let Some(was) = old.level.as_ref().and_then(Interval::of_level_base).filter(|i| i.is_closed()) else {
            continue;
        };
        let again = said.like(old).filter(|o| same_unit(old, o)).max_by_key(|o| (fullness(o), Reverse(o.id)));
        let (new, now, implied) =
            match again.and_then(|o| Some((o, Interval::of_level_base(o.level.as_ref()?)?))) {
                Some((o, now)) => (o, now, false),
                None => {
                    let by_growth = after.like(old).filter(|o| o.name == old.name && same_unit(old, o));
                    let Some((o, base)) = by_growth.filter_map(|o| Some((o, base_of(o)?))).next() else {
                        continue;
                    };
                    (o, base, true)
                }
            };
        if was.meets(now) || found.iter().any(|f| f.name == old.name) {
            continue;
        }
        let Some(restated) = differ(old, new, was, now, year, implied) else { continue };
        // What differs by more is another thing of that name; a base so near may be a matter of rounding.
        let percent = restated.percent.get().abs();
        if percent > Decimal::from(25) || (implied && percent < Decimal::new(5, 1)) {
            continue;
        }
        found.push(restated);
    }
    found
}

fn same_unit(a: &Observation, b: &Observation) -> bool {
    let base = |o: &Observation| o.level.as_ref().and_then(|l| l.base_unit.clone());
    base(a).is_some() && base(a) == base(b)
}

/// The level of the year before, from a level and its growth.
fn base_of(o: &Observation) -> Option<Interval> {
    let change = o.change.as_ref().filter(|c| c.basis == Basis::Yoy && c.unit == "%")?;
    let prices = o.indicator.as_deref().and_then(catalogue::get)?.prices;
    if prices == Prices::Constant {
        return None;
    }
    let base =
        Interval::of_level_base(o.level.as_ref()?)?.quotient(Interval::of_change(change).growth_factor());
    base.is_closed().then_some(base)
}

fn differ(
    old: &Observation,
    new: &Observation,
    was: Interval,
    now: Interval,
    year: i32,
    implied: bool,
) -> Option<Restated> {
    let level = old.level.as_ref()?;
    let scale = heshu_core::checks::interval::scale_of(level)?;
    let middle = |i: Interval| i.low?.checked_add(i.high?)?.checked_div(Decimal::TWO);
    let (before, after) = (middle(was)?, middle(now)?);
    let percent = (after - before).checked_div(before)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let own = |end: Option<Decimal>| Some(Number(end?.checked_div(scale)?.round_dp(4).normalize()));
    Some(Restated {
        name: old.name.clone(),
        year,
        earlier: old.id,
        later: new.id,
        now: (own(now.low)?, own(now.high)?),
        percent: Number(percent.round_dp(2).normalize()),
        implied,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::entry;

    #[test]
    fn what_the_later_report_says_or_implies_is_held_against_the_earlier() {
        let earlier = "甲县政府工作报告\n各位代表：\n一、2022年工作回顾\n2022年，一般公共预算收入10亿元，社会消费品零售总额40亿元，地区生产总值90亿元，\
            粮食产量12万吨。\n二、2023年工作安排\n2023年，地区生产总值增长6%。\n";
        let later = "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，一般公共预算收入10.8亿元、增长8%，社会消费品零售总额41亿元、增长9%，\
            地区生产总值100亿元、增长6.3%，粮食产量由2022年的12.9万吨提高到13万吨。\n二、2024年工作安排\n2024年，地区生产总值增长6%。\n";
        let found = restated(&entry(earlier), &entry(later));
        let told: Vec<(&str, bool, String)> =
            found.iter().map(|r| (r.name.as_str(), r.implied, r.percent.to_string())).collect();
        assert_eq!(told, [("社会消费品零售总额", true, "-5.96".into()), ("粮食产量", false, "7.5".into())]);
    }
}
