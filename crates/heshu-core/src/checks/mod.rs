//! Checks: which of the report's numbers cannot all be right.
//!
//! Each rule stands in its own file in [`rules`], behind [`Rule`], with its documentation and its examples. Rules
//! look things up in [`facts`] and compare [`interval`]s, never single numbers: 26.24 stands for [26.235, 26.245).
//! A conflict is said only where nothing in the intervals agrees.

pub mod facts;
mod finding;
mod fit;
pub mod interval;
mod rule;
mod rules;
mod share;
mod slips;
#[cfg(test)]
mod tests;
mod unchecked;

use crate::model::{Analysis, Check, Commitment, Document, Observation, Section, Unchecked};
use crate::text::Text;
use facts::Facts;
pub use rule::{Example, Rule, RuleInfo, Words};
use serde::{Deserialize, Serialize};

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

/// What the rules say of a report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Audit {
    /// In the order of the verdicts' gravity, then of the text.
    pub checks: Vec<Check>,
    /// What could not be checked, in the order of the rules.
    pub unchecked: Vec<Unchecked>,
}

impl Audit {
    /// Takes the checks out of an analysis.
    pub fn of(analysis: &mut Analysis) -> Self {
        Self {
            checks: std::mem::take(&mut analysis.checks),
            unchecked: std::mem::take(&mut analysis.unchecked),
        }
    }
}

/// Runs every rule over a report.
pub fn run(report: &Report<'_>) -> Audit {
    let facts = Facts::new(report);
    let mut checks = Vec::new();
    let mut unchecked = Vec::new();
    for rule in rules::ALL {
        rule.check(&facts, &mut checks);
        unchecked.extend(unchecked::grouped(rule.info(), rule.lacks(&facts)));
    }
    crate::order::by_key(&mut checks, |check| (check.verdict, check.spans.first().copied()));
    Audit { checks, unchecked }
}

/// What every rule says of itself, in the order in which they run.
pub fn rules() -> impl Iterator<Item = &'static RuleInfo> {
    rules::ALL.iter().map(|rule| rule.info())
}

/// What the rule with an id says of itself.
pub fn rule(id: &str) -> Option<&'static RuleInfo> {
    rules().find(|info| info.id == id)
}
