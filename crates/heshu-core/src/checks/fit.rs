//! How well a stated number fits the one that follows from others.

use super::interval::{Interval, half_unit};
use crate::model::{Bound, Verdict};
use rust_decimal::Decimal;

/// How two numbers fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The written numbers give one another, rounded as they are written.
    Written,
    /// The written numbers do not, but digits that were rounded away may.
    Rounding,
    /// Nothing that the written numbers can stand for agrees.
    Never,
}

impl Fit {
    /// `as_written` says whether the written numbers give one another.
    pub fn new(expected: Interval, stated: Interval, as_written: impl FnOnce() -> Option<bool>) -> Self {
        match expected.meets(stated) {
            false => Self::Never,
            true if as_written() == Some(false) => Self::Rounding,
            true => Self::Written,
        }
    }

    /// What it means where nothing else is to be said. A number that does not fit is the rule's own to judge.
    pub fn holds(self) -> Option<Verdict> {
        match self {
            Self::Written => Some(Verdict::Pass),
            Self::Rounding => Some(Verdict::Note),
            Self::Never => None,
        }
    }

    /// To be added to the words of what holds.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Rounding => (
                "只在四舍五入的范围内相符，按写出的数字算不出来。",
                " They agree only through rounding: the digits as written do not give one another.",
            ),
            Self::Written | Self::Never => ("", ""),
        }
    }
}

/// Whether a computed number, rounded as the stated one is written, is the stated one.
pub fn rounds_to(computed: Decimal, stated: Decimal, written: &str) -> bool {
    (computed - stated).abs() <= half_unit(written)
}

/// Whether all of the numbers stand for themselves.
pub fn exact(bounds: impl IntoIterator<Item = Bound>) -> bool {
    bounds.into_iter().all(|bound| bound == Bound::Exact)
}
