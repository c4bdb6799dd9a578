//! What is selected, and from where.

use super::Pane;
use heshu_core::model::Span;

/// A thing that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// By id.
    Observation(u32),
    /// By place in the analysis.
    Check(usize),
    /// One passage that a check speaks of: place of the check, of the passage in it.
    Passage(usize, usize),
    /// By place in the analysis.
    Commitment(usize),
    /// By place in the analysis.
    Section(usize),
    /// By place in the analysis.
    Repair(usize),
    /// Any words of the repaired text.
    Place(Span),
}

/// What is selected, and from where: the other pane follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selected {
    /// The thing.
    pub target: Target,
    /// The pane in which the person selected it.
    pub from: Pane,
    /// Counts selections, so that selecting the same thing again scrolls to it again.
    pub serial: u32,
}
