//! Intervals: what a written number can stand for, and what follows from that.
//!
//! 26.24 stands for anything in [26.235, 26.245), 以上 for anything from there on. Two numbers conflict only if
//! nothing in their intervals agrees.

use crate::model::{Bound, Change, LevelValue};
use rust_decimal::Decimal;

/// A stretch of numbers. An end that is none is open without limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Its lower end.
    pub low: Option<Decimal>,
    /// Its upper end.
    pub high: Option<Decimal>,
}

/// Half a unit of the last place that was written: 26.24 → 0.005, 3141 → 0.5. Zero for a number in words.
pub fn half_unit(written: &str) -> Decimal {
    let written = written.trim_start_matches(['-', '+', '－']);
    let plain =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，' | '．') || ('０'..='９').contains(&c);
    // 3—5: both ends are written alike, the last one tells.
    let last = written.rsplit(['—', '–', '~', '～', '-', '至']).next().unwrap_or(written);
    if last.is_empty() || !last.chars().all(plain) {
        return Decimal::ZERO;
    }
    let places = last.rsplit_once(['.', '．']).map_or(0, |(_, fraction)| fraction.chars().count());
    Decimal::new(5, u32::try_from(places + 1).unwrap_or(1).min(20))
}

/// How many places behind the point were written.
pub fn places(written: &str) -> u32 {
    half_unit(written).scale().saturating_sub(1)
}

impl Interval {
    /// Exactly one number.
    pub fn exactly(value: Decimal) -> Self {
        Self { low: Some(value), high: Some(value) }
    }

    /// From one number to another.
    pub fn between(a: Decimal, b: Decimal) -> Self {
        Self { low: Some(a.min(b)), high: Some(a.max(b)) }
    }

    /// What a written number can stand for under its bound.
    pub fn of(value: Decimal, upper: Option<Decimal>, written: &str, bound: Bound) -> Self {
        let half = half_unit(written);
        let spread = |percent: i64| value.abs().checked_mul(Decimal::new(percent, 2)).unwrap_or_default();
        match bound {
            Bound::Exact => Self::between(value - half, value + half),
            Bound::Approx => Self::between(value - spread(5).max(half), value + spread(5).max(half)),
            // A threshold is no measurement: 15%以上 begins at 15, not at 14.5.
            Bound::AtLeast => Self { low: Some(value), high: None },
            // 100余 is a little more, not any amount more.
            Bound::Over => Self::between(value, value + spread(15).max(half)),
            Bound::Under => Self::between(value - spread(15).max(half), value),
            Bound::AtMost => Self { low: None, high: Some(value) },
            Bound::Range => Self::between(value - half, upper.unwrap_or(value) + half),
        }
    }

    /// What a level can stand for, in its own unit.
    pub fn of_level(level: &LevelValue) -> Self {
        Self::of(level.value.get(), level.upper.map(|u| u.get()), &level.written, level.bound)
    }

    /// What a level can stand for, in the base unit.
    pub fn of_level_base(level: &LevelValue) -> Option<Self> {
        Some(Self::of_level(level).times(scale_of(level)?))
    }

    /// What a change can stand for, in its own unit. 5%左右 means up to half a point more or less.
    pub fn of_change(change: &Change) -> Self {
        let value = change.value.get();
        let written = &change.written;
        if change.bound == Bound::Approx {
            let half = half_unit(written).max(Decimal::new(5, 1));
            return Self::between(value - half, value + half);
        }
        // 下降2%以上 is -2 or less.
        let bound = match (change.bound, value.is_sign_negative()) {
            (Bound::AtLeast, true) => Bound::AtMost,
            (Bound::AtMost, true) => Bound::AtLeast,
            (bound, _) => bound,
        };
        match bound {
            // 增长15%以上, 超过15%: anything from there on.
            Bound::Over if !value.is_sign_negative() => Self { low: Some(value), high: None },
            _ => Self::of(value, change.upper.map(|u| u.get()), written, bound),
        }
    }

    /// All its numbers times one that is not negative.
    pub fn times(self, factor: Decimal) -> Self {
        let by = |end: Option<Decimal>| end.and_then(|e| e.checked_mul(factor));
        Self { low: by(self.low), high: by(self.high) }
    }

    /// Products of two intervals of numbers that are not negative.
    pub fn product(self, other: Self) -> Self {
        let mul = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_mul(b?);
        Self { low: mul(self.low.map(floor0), other.low.map(floor0)), high: mul(self.high, other.high) }
    }

    /// Quotients of two intervals of positive numbers.
    pub fn quotient(self, other: Self) -> Self {
        let div = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_div(b?);
        Self { low: div(self.low, other.high), high: div(self.high, other.low) }
    }

    /// Sums.
    pub fn plus(self, other: Self) -> Self {
        let add = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_add(b?);
        Self { low: add(self.low, other.low), high: add(self.high, other.high) }
    }

    /// Differences.
    pub fn minus(self, other: Self) -> Self {
        let sub = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_sub(b?);
        Self { low: sub(self.low, other.high), high: sub(self.high, other.low) }
    }

    /// 1 + g%, for growth in per cent.
    pub fn growth_factor(self) -> Self {
        let factor = |end: Option<Decimal>| end.map(|e| Decimal::ONE + e / Decimal::ONE_HUNDRED);
        Self { low: factor(self.low), high: factor(self.high) }
    }

    /// The growth in per cent that a factor means: 1.1447 → 14.47.
    pub fn as_growth(self) -> Self {
        let growth =
            |end: Option<Decimal>| end.and_then(|e| (e - Decimal::ONE).checked_mul(Decimal::ONE_HUNDRED));
        Self { low: growth(self.low), high: growth(self.high) }
    }

    /// Whether some number lies in both. Ends count as inside: which way a half is rounded is not known.
    pub fn meets(self, other: Self) -> bool {
        let below = |low: Option<Decimal>, high: Option<Decimal>| match (low, high) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// Whether the number lies inside.
    pub fn holds(self, value: Decimal) -> bool {
        self.meets(Self::exactly(value))
    }

    /// Whether two lie within a tenth of one another, or a power of ten apart to within rounding.
    pub fn near(self, other: Self) -> bool {
        let ratio = self.quotient(other);
        let inside =
            |low: i64, high: i64| ratio.meets(Self::between(Decimal::new(low, 2), Decimal::new(high, 2)));
        inside(90, 111) || inside(1000, 1000) || inside(10, 10)
    }

    /// Both ends rounded for reading: `29.50–29.54`, `≥ 266.69`.
    pub fn show(self, places: u32) -> String {
        let show = |value: Decimal| with_places(value, places);
        match (self.low, self.high) {
            (Some(low), Some(high)) if show(low) == show(high) => show(low),
            // A dash beside a minus sign is hard to read: －1.0 至 －0.8.
            (Some(low), Some(_)) if low.is_sign_negative() => self.show_signed(places),
            (Some(low), Some(high)) => format!("{}–{}", show(low), show(high)),
            (Some(low), None) => format!("≥ {}", show(low)),
            (None, Some(high)) => format!("≤ {}", show(high)),
            (None, None) => "…".to_owned(),
        }
    }

    /// The same with the sign before each end: `＋1.9–2.0`, `－1.0 至 －0.8`, `－0.2 至 ＋0.1`.
    pub fn show_signed(self, places: u32) -> String {
        let show = |value: Decimal| with_places(value.abs(), places);
        let sign = |value: Decimal| match (show(value), value.is_sign_negative()) {
            (number, _) if number.chars().all(|c| matches!(c, '0' | '.')) => number,
            (number, true) => format!("－{number}"),
            (number, false) => format!("＋{number}"),
        };
        match (self.low, self.high) {
            (Some(low), Some(high)) if sign(low) == sign(high) => sign(low),
            (Some(low), Some(high)) if low.is_sign_negative() => format!("{} 至 {}", sign(low), sign(high)),
            (Some(low), Some(high)) => format!("{}–{}", sign(low), show(high)),
            _ => self.show(places),
        }
    }

    /// Whether the interval has two ends.
    pub fn is_closed(self) -> bool {
        self.low.is_some() && self.high.is_some()
    }
}

fn floor0(value: Decimal) -> Decimal {
    value.max(Decimal::ZERO)
}

/// A number with so many places, zeros kept.
pub fn with_places(value: Decimal, places: u32) -> String {
    let mut rounded =
        value.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(places);
    rounded.to_string()
}

/// How many base units one unit of a level is; none if the unit is not known.
pub fn scale_of(level: &LevelValue) -> Option<Decimal> {
    let value = level.value.get();
    if value.is_zero() {
        return None;
    }
    level.base_value?.get().checked_div(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(s: &str) -> Decimal {
        s.parse().expect("a decimal")
    }

    #[test]
    fn what_a_written_number_stands_for() {
        for (written, bound, low, high) in [
            ("26.24", Bound::Exact, Some("26.235"), Some("26.245")),
            ("12.50", Bound::Exact, Some("12.495"), Some("12.505")),
            ("3141", Bound::Exact, Some("3140.5"), Some("3141.5")),
            ("15", Bound::AtLeast, Some("15"), None),
            ("5.5", Bound::AtMost, None, Some("5.5")),
            ("1916", Bound::Over, Some("1916"), Some("2203.40")),
        ] {
            let interval = Interval::of(d(written), None, written, bound);
            assert_eq!((interval.low, interval.high), (low.map(d), high.map(d)), "{written} {bound:?}");
        }
        let range = Interval::of(d("3"), Some(d("5")), "3—5", Bound::Range);
        assert_eq!(range, Interval::between(d("2.5"), d("5.5")));
    }

    #[test]
    fn last_years_level_times_growth() {
        let base = Interval::of(d("26.24"), None, "26.24", Bound::Exact);
        let growth = Interval::of(d("12.5"), None, "12.5", Bound::Exact);
        let expected = base.product(growth.growth_factor());
        assert_eq!(expected.show(2), "29.50–29.54");
        assert!(
            expected.holds(d("29.52"))
                && !expected.meets(Interval::of(d("29.25"), None, "29.25", Bound::Exact))
        );
    }

    #[test]
    fn an_open_end_stays_open() {
        let base = Interval::of(d("231.9"), None, "231.9", Bound::Exact);
        let growth = Interval { low: Some(d("15")), high: None };
        let expected = base.product(growth.growth_factor());
        assert_eq!(expected.show(1), "≥ 266.6");
        assert!(!expected.meets(Interval::of(d("265"), None, "265", Bound::Exact)));
    }
}
