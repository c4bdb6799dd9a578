//! Slips of the pen: which one change of a written number would make it fit.

use super::interval::Interval;
use rust_decimal::Decimal;

/// What may have gone wrong in writing a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// Two neighbouring digits change places: 29.25 for 29.52.
    Swap,
    /// The point stands one or two places off: 2.952 for 29.52.
    Point,
    /// One digit is off by one: 29.51 for 29.52.
    Digit,
}

impl Slip {
    /// In words, Chinese and English.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Swap => ("两位数字颠倒", "two digits changed places"),
            Self::Point => ("小数点错位", "the decimal point moved"),
            Self::Digit => ("一位数字差一", "one digit is off by one"),
        }
    }
}

/// The one slip that explains why `written` lies outside `expected`, with the number as it should be written.
/// None if no slip does, or more than one.
pub fn explain(written: &str, expected: Interval, kinds: &[Slip]) -> Option<(Slip, String)> {
    if !expected.is_closed() || written.is_empty() || !written.chars().all(|c| c.is_ascii_digit() || c == '.')
    {
        return None;
    }
    let mut fits: Vec<(Slip, String)> = Vec::new();
    for (kind, candidate) in candidates(written) {
        let inside =
            kinds.contains(&kind) && candidate.parse::<Decimal>().is_ok_and(|value| expected.holds(value));
        if inside && fits.iter().all(|(_, known)| *known != candidate) {
            fits.push((kind, candidate));
        }
    }
    match fits.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

fn candidates(written: &str) -> Vec<(Slip, String)> {
    let chars: Vec<char> = written.chars().collect();
    let digits: Vec<usize> =
        chars.iter().enumerate().filter(|(_, c)| c.is_ascii_digit()).map(|(i, _)| i).collect();
    let mut found = Vec::new();
    for pair in digits.windows(2) {
        if let [a, b] = *pair {
            let mut swapped = chars.clone();
            swapped.swap(a, b);
            if swapped != chars && swapped.first() != Some(&'0') {
                found.push((Slip::Swap, swapped.into_iter().collect()));
            }
        }
    }
    for &i in &digits {
        for step in [-1i8, 1] {
            let mut changed = chars.clone();
            let Some(digit) = changed.get_mut(i) else { continue };
            let Some(next) =
                digit.to_digit(10).and_then(|n| n.checked_add_signed(i32::from(step))).filter(|n| *n <= 9)
            else {
                continue;
            };
            *digit = char::from_digit(next, 10).unwrap_or(*digit);
            if changed.first() != Some(&'0') || changed.get(1) == Some(&'.') {
                found.push((Slip::Digit, changed.into_iter().collect()));
            }
        }
    }
    if let Ok(value) = written.parse::<Decimal>() {
        for power in [Decimal::TEN, Decimal::ONE_HUNDRED] {
            for moved in [value.checked_mul(power), value.checked_div(power)] {
                found.extend(moved.map(|m| (Slip::Point, m.normalize().to_string())));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &[Slip] = &[Slip::Swap, Slip::Point, Slip::Digit];

    #[test]
    fn only_a_slip_that_explains_is_named() {
        for (written, low, high, expected) in [
            ("29.25", "29.50", "29.54", Some((Slip::Swap, "29.52"))),
            ("2.95", "29.3", "29.7", Some((Slip::Point, "29.5"))),
            ("108.5", "118.2", "118.9", Some((Slip::Digit, "118.5"))),
            ("152.11", "149.07", "149.22", None),
            ("10", "9", "20", None), // 11 and 20 both fit
        ] {
            let interval = Interval::between(low.parse().expect("low"), high.parse().expect("high"));
            let found = explain(written, interval, ALL);
            assert_eq!(found.as_ref().map(|(kind, to)| (*kind, to.as_str())), expected, "{written}");
        }
    }
}
