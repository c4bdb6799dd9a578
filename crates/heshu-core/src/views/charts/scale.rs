/// A linear scale from values to places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The value at the left edge.
    pub low: f64,
    /// The value at the right edge.
    pub high: f64,
    /// The left edge.
    pub left: f64,
    /// The right edge.
    pub right: f64,
}

impl Scale {
    /// A scale on which `anchor` lies, and most of the values: those that are far beyond the others are not, and are drawn
    /// at the edge, as beyond it.
    pub fn of(mut values: Vec<f64>, anchor: f64, left: f64, right: f64) -> Self {
        crate::order::ascending(&mut values);
        let at = |share: f64| values.get((values.len() as f64 * share) as usize).or(values.last()).copied();
        let (lower, upper) = (at(0.25).unwrap_or(anchor), at(0.75).unwrap_or(anchor));
        // Tukey's fences, as of a box plot.
        let reach = 1.5 * (upper - lower).max(5.0);
        let near = || values.iter().copied().filter(|v| (lower - reach..=upper + reach).contains(v));
        let (low, high) = (near().fold(anchor, f64::min), near().fold(anchor + 5.0, f64::max));
        Self { low, high: high + (high - anchor) * 0.1, left, right }
    }

    /// Where a value stands; those beyond the scale stand at its edge.
    pub fn x(self, value: f64) -> f64 {
        let place = (value - self.low) / (self.high - self.low);
        self.left + place.clamp(0.0, 1.0) * (self.right - self.left)
    }

    /// Whether a value lies off the scale.
    pub fn is_beyond(self, value: f64) -> bool {
        value > self.high || value < self.low
    }

    /// Round values on the scale, at most about `count`.
    pub fn ticks(self, count: usize) -> Vec<f64> {
        let rough = (self.high - self.low) / count.max(1) as f64;
        let power = 10f64.powf(rough.max(1e-9).log10().floor());
        let step =
            [1.0, 2.0, 5.0, 10.0].into_iter().map(|s| s * power).find(|s| *s >= rough).unwrap_or(rough);
        let first = (self.low / step).ceil() as i64;
        let last = (self.high / step).floor() as i64;
        (first..=last).take(count * 2 + 2).map(|n| n as f64 * step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_far_value_does_not_squeeze_the_others() {
        let rates = vec![7.0, 8.4, 10.0, 12.0, 13.3, 16.3, 16.3, 12.5, 13.0, 8.5, 9.0, 17.0, 32.23, 173.47];
        let scale = Scale::of(rates, 0.0, 9.0, 141.0);
        assert!(scale.high < 50.0 && scale.is_beyond(173.47) && !scale.is_beyond(17.0));
        assert!(scale.x(173.47) <= 141.0 && scale.x(-99.0) >= 9.0);
    }

    #[test]
    fn what_is_spread_wide_is_all_on_the_scale() {
        let goals = vec![30.0, 45.0, 70.0, 80.0, 95.0, 100.0, 105.0, 110.0, 125.0, 140.0, 150.0, 180.0];
        let scale = Scale::of(goals.clone(), 100.0, 0.0, 100.0);
        assert!(goals.iter().all(|goal| !scale.is_beyond(*goal)), "{scale:?}");
    }

    #[test]
    fn ticks_are_round_and_on_the_scale() {
        let scale = Scale { low: -3.0, high: 21.0, left: 0.0, right: 100.0 };
        assert_eq!(scale.ticks(5), [0.0, 5.0, 10.0, 15.0, 20.0]);
        let even = Scale::of(Vec::new(), 100.0, 0.0, 100.0);
        assert!(even.ticks(4).contains(&100.0) && even.ticks(4).len() < 10);
    }
}
