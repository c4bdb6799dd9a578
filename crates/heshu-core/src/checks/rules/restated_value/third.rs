//! Which of two values a third fact of the report confirms: the same told once more, the growth from the year
//! before, next year's target with its growth, a part with its share.

use crate::checks::facts::{Facts, Series, at_constant_prices, comparable, is_percent, is_yearly};
use crate::checks::finding::amount;
use crate::checks::interval::Interval;
use crate::checks::rules::share_arithmetic;
use crate::model::{Kind, LevelValue, Observation};
use rust_decimal::Decimal;

/// The one of two that is confirmed, and by what in both languages.
pub struct Confirmed<'a> {
    /// The value that the fact agrees with.
    pub right: &'a Observation,
    /// 按2022年数额和增速计算
    pub by: (String, String),
}

/// What the value has to be, in the base unit, and what says so.
type Fact = (Interval, (String, String));

/// The one that facts agree with while they contradict the other; none where no fact decides or two disagree.
pub fn confirmed<'a>(
    facts: &Facts<'a>,
    series: &Series<'a>,
    [one, other]: [&'a Observation; 2],
) -> Option<Confirmed<'a>> {
    let value = |o: &Observation| Interval::of_level_base(o.level.as_ref()?);
    let (first, second) = (value(one)?, value(other)?);
    let mut found: Option<Confirmed<'a>> = None;
    for (fact, by) in third_facts(facts, series, one, other) {
        let right = match (fact.meets(first), fact.meets(second)) {
            (true, false) => one,
            (false, true) => other,
            _ => continue,
        };
        match &found {
            Some(said) if said.right.id != right.id => return None,
            Some(_) => {}
            None => found = Some(Confirmed { right, by }),
        }
    }
    found
}

fn third_facts(facts: &Facts<'_>, series: &Series<'_>, one: &Observation, other: &Observation) -> Vec<Fact> {
    let Some(year) = one.period.as_deref().and_then(|year| year.parse::<i32>().ok()) else {
        return Vec::new();
    };
    let Some(level) = one.level.as_ref() else { return Vec::new() };
    let of_year = |year: i32, target: bool| {
        let period = year.to_string();
        let told = series.all.iter().copied().filter(|o| o.id != one.id && o.id != other.id);
        told.filter(move |o| o.period.as_ref() == Some(&period) && (o.kind == Kind::Target) == target)
    };
    let measured = |o: &&Observation| o.level.as_ref().is_some_and(|l| comparable(l, level));
    let target = one.kind == Kind::Target;
    let again = of_year(year, target).filter(measured).filter_map(again);
    let grows =
        series.all.iter().copied().filter(|o| o.period == one.period && (o.kind == Kind::Target) == target);
    let growth = grows.filter_map(yearly).next();
    let grown = of_year(year - 1, false).filter(measured).find_map(|base| grown(base, growth?));
    let onward = of_year(year + 1, true).filter(measured).find_map(onward);
    again.chain(grown).chain(onward.filter(|_| !target)).chain(shares(facts, one, level)).collect()
}

fn again(third: &Observation) -> Option<Fact> {
    let level = third.level.as_ref()?;
    let by = (format!("第三处为{}", amount(level)), format!("A third place says {}", amount(level)));
    Some((Interval::of_level_base(level)?, by))
}

/// A growth over the year before from which amounts can be had, and as it is written.
fn yearly(o: &Observation) -> Option<(Interval, &str)> {
    let change = o.change.as_ref().filter(|c| is_percent(&c.unit) && is_yearly(c.basis))?;
    (!at_constant_prices(o, change.basis)).then(|| (Interval::of_change(change), change.written.as_str()))
}

fn grown(base: &Observation, (growth, written): (Interval, &str)) -> Option<Fact> {
    let level = base.level.as_ref()?;
    let (year, from) = (base.period.as_deref()?, amount(level));
    let by = (
        format!("由{year}年{from}、变化{written}%算出"),
        format!("{from} in {year} and a growth of {written}% give"),
    );
    Some((Interval::of_level_base(level)?.product(growth.growth_factor()), by))
}

fn onward(target: &Observation) -> Option<Fact> {
    let (level, (growth, written)) = (target.level.as_ref()?, yearly(target)?);
    let by = (
        format!("由下年目标{}、增长{written}%倒推", amount(level)),
        format!("Next year's target of {} with growth of {written}% goes back to", amount(level)),
    );
    Some((Interval::of_level_base(level)?.quotient(growth.growth_factor()), by))
}

/// What parts of it with their shares make of it.
fn shares(facts: &Facts<'_>, whole: &Observation, level: &LevelValue) -> Vec<Fact> {
    let of_whole = |part: &Observation, share: &Observation| {
        let told =
            share_arithmetic::whole_id(share) == whole.indicator.as_deref() && share.period == whole.period;
        let (part, percent) = (part.level.as_ref()?, share.level.as_ref()?);
        let total =
            Interval::of_level_base(part)?.quotient(Interval::of_level(percent)).times(Decimal::ONE_HUNDRED);
        let by = (
            format!("由{}占{}%算出", amount(part), percent.written),
            format!("{} being {}% of it gives", amount(part), percent.written),
        );
        (told && comparable(part, level)).then_some((total, by))
    };
    share_arithmetic::stated(facts).filter_map(|(part, share)| of_whole(part, share)).collect()
}
