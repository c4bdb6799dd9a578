//! Quantities: every number with its unit and its bound.

/// One number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {}

/// Finds every quantity of a text, in order, in one pass.
pub fn scan(_text: &str) -> Vec<Quantity> {
    Vec::new()
}
