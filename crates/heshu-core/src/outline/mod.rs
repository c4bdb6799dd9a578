//! Outline: what the report is, its sections and what each of them is for.

use crate::model::{Commitment, Document, Observation, Part, Section};
use crate::text::Text;

/// What the report is and how it is divided.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// What the report says of itself.
    pub document: Document,
    /// Its sections, a tree flattened in reading order.
    pub sections: Vec<Section>,
    /// What each stretch of the text is for, in order, without gaps: byte offset where it begins, and its part.
    /// Finer than the sections: problems and goals often stand inside a section without a heading of their own.
    pub parts: Vec<(usize, Part)>,
}

impl Outline {
    /// The part that a byte offset lies in.
    pub fn part_at(&self, byte: usize) -> Part {
        let after = self.parts.partition_point(|(start, _)| *start <= byte);
        after.checked_sub(1).and_then(|i| self.parts.get(i)).map_or(Part::Other, |(_, part)| *part)
    }
}

/// Reads the outline of a repaired text.
pub fn read(_text: &Text) -> Outline {
    Outline::default()
}

/// The promises of the report, each with the observations that stand in it.
pub fn commitments(_text: &Text, _outline: &Outline, _observations: &[Observation]) -> Vec<Commitment> {
    Vec::new()
}
