//! Checks: which of the report's numbers cannot all be right.
//!
//! Each rule stands in its own file in [`rules`], behind [`Rule`], with its documentation and its examples. Rules
//! look things up in [`facts`] and compare [`interval`]s, never single numbers: 26.24 stands for [26.235, 26.245).
//! A conflict is said only where nothing in the intervals agrees.

pub mod facts;
mod finding;
pub mod interval;
mod rule;
mod rules;
mod slips;
#[cfg(test)]
mod tests;

use crate::model::{Check, Commitment, Document, Observation, Section};
use crate::text::Text;
use facts::Facts;
pub use rule::{Example, Rule, RuleInfo, Words};

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

/// Runs every rule over a report. What comes out is in the order of the verdicts' gravity, then of the text.
pub fn run(report: &Report<'_>) -> Vec<Check> {
    let facts = Facts::new(report);
    let mut found = Vec::new();
    for rule in rules::ALL {
        rule.check(&facts, &mut found);
    }
    found.sort_by_key(|check| (check.verdict, check.spans.first().copied()));
    found
}

/// What every rule says of itself, in the order in which they run.
pub fn rules() -> impl Iterator<Item = &'static RuleInfo> {
    rules::ALL.iter().map(|rule| rule.info())
}

/// What the rule with an id says of itself.
pub fn rule(id: &str) -> Option<&'static RuleInfo> {
    rules().find(|info| info.id == id)
}
