//! Checks: which of the report's numbers cannot all be right.

use crate::model::{Check, Commitment, Document, Observation, Section};
use crate::text::Text;

/// What a rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The repaired text.
    pub text: &'a Text,
    /// What the report is.
    pub document: &'a Document,
    /// Its sections.
    pub sections: &'a [Section],
    /// Its statistics.
    pub observations: &'a [Observation],
    /// Its promises.
    pub commitments: &'a [Commitment],
}

/// Runs every rule over a report.
pub fn run(_report: &Report<'_>) -> Vec<Check> {
    Vec::new()
}
