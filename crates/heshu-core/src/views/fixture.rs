//! Observations for the tests of the views.

use crate::model::{Basis, Bound, Change, Kind, LevelValue, Number, Observation, Span};
use std::str::FromStr;

fn number(written: &str) -> Number {
    Number(rust_decimal::Decimal::from_str(written).unwrap())
}

/// An observation that states nothing yet.
pub fn observation(id: u32, name: &str) -> Observation {
    Observation {
        id,
        name: name.into(),
        indicator: None,
        theme: None,
        region: None,
        period: None,
        kind: Kind::Actual,
        level: None,
        change: None,
        share_of: None,
        commitment_force: None,
        span: Span::default(),
        section: None,
        source: Span::default(),
        construction: String::new(),
        doubt: None,
    }
}

/// A level in a unit that is its own base.
pub fn level(written: &str, unit: &str) -> Option<LevelValue> {
    Some(LevelValue {
        value: number(written),
        written: written.into(),
        unit: unit.into(),
        bound: Bound::Exact,
        upper: None,
        base_value: Some(number(written)),
        base_unit: Some(unit.into()),
        span: Span::default(),
    })
}

/// A change in percent.
pub fn change(written: &str) -> Option<Change> {
    Some(Change {
        value: number(written),
        written: written.trim_start_matches('-').into(),
        unit: "%".into(),
        bound: Bound::Exact,
        upper: None,
        basis: Basis::Yoy,
        span: Span::default(),
    })
}
