//! Quantities: every number with its unit and its bound.
//!
//! One pass over the text. [`number`] reads the forms a number is written in, [`unit`] what it is a number
//! of, [`name`] tells the digits that are part of a name, a date or an ordinal.

mod bare;
mod begin;
mod forms;
mod name;
mod number;
mod scan;
#[cfg(test)]
mod tests;
mod unit;

use crate::model::Bound;
use rust_decimal::Decimal;
use std::ops::Range;

pub use scan::scan;
pub(crate) use unit::bound_before;
pub use unit::{Unit, bare_scale, count_alike, unscaled};

/// One number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// Bytes of number, unit and what stands between or around them to bind them.
    pub range: Range<usize>,
    /// Bytes of number and unit alone.
    pub core: Range<usize>,
    /// The number as it is written; both ends of a range.
    pub written: String,
    /// The number in [`Self::unit`]; the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    pub upper: Option<Decimal>,
    /// The unit as it is written, scale and all.
    pub unit: String,
    /// What one of [`Self::unit`] is in the base unit.
    pub factor: Decimal,
    /// What the unit measures; none for a bare 万 or 亿.
    pub measure: Option<&'static Unit>,
    /// How the words at the number bind it.
    pub bound: Bound,
    /// What sort of number it is.
    pub form: Form,
    /// Whether it describes a thing instead of stating how much there is: 500万元以上项目.
    pub attributive: bool,
}

/// What sort of number a quantity is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A number of units.
    Plain,
    /// A place in an order: 第6名.
    Rank,
    /// Parts of a structure, in per cent: 30.19：35.18：34.63, each with its bytes.
    Ratio(Vec<(Decimal, Range<usize>)>),
    /// 翻一番.
    Doubling,
}

impl Quantity {
    /// Whether the unit has this dimension.
    pub fn is(&self, dimension: &str) -> bool {
        self.measure.is_some_and(|unit| unit.dimension == dimension)
    }

    /// Whether it is money of any country.
    pub fn is_money(&self) -> bool {
        self.measure.is_some_and(|unit| unit.dimension.starts_with("money"))
    }

    /// The value in the base unit, and that unit.
    pub fn base(&self) -> Option<(Decimal, &'static str)> {
        // 微克/立方米 is no mass, and the sixth place is not six people.
        let unit = self.measure.filter(|_| !self.unit.contains('/') && self.form != Form::Rank)?;
        self.value.checked_mul(self.factor).map(|value| (value, unit.base))
    }
}

/// A whole number at the start of some words, in figures or Chinese numerals, and its length in bytes.
pub(crate) fn read_number(words: &str) -> Option<(i32, usize)> {
    use rust_decimal::prelude::ToPrimitive;
    let number = number::read(words)?;
    Some((number.value.to_i32()?, number.len))
}
