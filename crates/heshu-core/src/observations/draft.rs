//! Drafts: observations while they are being read, in bytes of the text.

use super::lead::Lead;
use crate::model::{Basis, Bound};
use crate::quantities::Quantity;
use rust_decimal::Decimal;
use std::ops::Range;

/// An observation in the making.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What a table's row header would say.
    pub name: String,
    /// How much it is.
    pub level: Option<Amount>,
    /// How much it changed.
    pub change: Option<Amount>,
    /// What the change is measured against.
    pub basis: Basis,
    /// What it is a share of.
    pub share_of: Option<String>,
    /// 力争, 确保.
    pub force: Option<&'static str>,
    /// The words that state it.
    pub range: Range<usize>,
    /// Where in the text its time is to be asked for.
    pub at: usize,
    /// A year of its own: 由2015年的….
    pub period: Option<(i32, i32)>,
    /// Whether it began a movement, and so lies a period before.
    pub from: bool,
    /// By which construction it arose.
    pub construction: &'static str,
    /// Why the grammar is not sure.
    pub doubt: Option<&'static str>,
    /// Whether a list goes on from here: names that follow may lean on this one.
    pub subject: String,
    /// What statistics that follow with a general noun belong to, where that is not the name itself: the houses of
    /// 保障性住房竣工.
    pub owner: Option<String>,
    /// Whether the words say that it got there (达到), rather than that it was done.
    pub attains: bool,
    /// Whether they say that it stands there (达到, 为), so that over several years it is of the last.
    pub reaches: bool,
    /// The area that its own words name: 全省.
    pub area: Option<&'static str>,
    /// Whether it was aimed at and not reached.
    pub missed: bool,
    /// Whether it is told of things that were just counted (5个县一般公共预算收入…), not of the report's own area.
    pub of_others: bool,
}

/// A number as a level or a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// Signed for a change.
    pub value: Decimal,
    /// Upper end of a range.
    pub upper: Option<Decimal>,
    /// As it is written.
    pub written: String,
    /// As it is written.
    pub unit: String,
    /// How firmly it is bound.
    pub bound: Bound,
    /// In the base unit.
    pub base: Option<(Decimal, &'static str)>,
    /// Bytes of number and unit.
    pub range: Range<usize>,
    /// What the unit measures.
    pub dimension: &'static str,
}

impl Amount {
    /// The quantity as it stands.
    pub fn level(quantity: &Quantity) -> Self {
        Self {
            value: quantity.value,
            upper: quantity.upper,
            written: quantity.written.clone(),
            unit: quantity.unit.clone(),
            bound: quantity.bound,
            base: quantity.base(),
            range: quantity.core.clone(),
            dimension: quantity.measure.map_or("", |unit| unit.dimension),
        }
    }

    /// The quantity as it stands, with the bound that its list shares.
    pub fn bound(quantity: &Quantity, bound: Bound) -> Self {
        Self { bound, ..Self::level(quantity) }
    }

    /// The quantity as growth (1) or decline (-1).
    pub fn change(quantity: &Quantity, sign: i8) -> Self {
        let mut amount = Self::level(quantity);
        if sign < 0 {
            amount.value = -amount.value;
            amount.upper = amount.upper.map(|upper| -upper);
        }
        amount
    }
}

impl Draft {
    /// A draft with nothing but a name.
    pub fn new(name: String, lead: &Lead, range: Range<usize>, construction: &'static str) -> Self {
        Self {
            subject: name.clone(),
            name,
            level: None,
            change: None,
            basis: Basis::Yoy,
            share_of: None,
            force: lead.force,
            at: range.end,
            range,
            period: None,
            from: false,
            construction,
            doubt: None,
            owner: None,
            attains: lead.attains,
            reaches: lead.reaches,
            area: lead.area,
            missed: lead.missed,
            of_others: false,
        }
    }

    /// Takes a change in.
    pub fn set_change(&mut self, quantity: &Quantity, lead: &Lead, sign: i8) {
        self.change = Some(Amount::change(quantity, sign));
        if let Some(basis) = lead.basis {
            self.basis = basis;
        }
        self.range.end = self.range.end.max(quantity.range.end);
    }
}
