//! Repair: whatever a paste did to the text, undone, with a map back to what was pasted.

use crate::Options;
use crate::model::{Repair, Span};

/// A text after repair.
#[derive(Debug, Clone)]
pub struct Repaired {
    /// One paragraph or heading a line.
    pub text: String,
    /// From the repaired text back to the pasted one.
    pub map: SourceMap,
    /// What was changed, in order.
    pub repairs: Vec<Repair>,
}

/// Where in the pasted text each part of the repaired text stood.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {}

impl SourceMap {
    /// The span of the pasted text that a span of the repaired text came from, both in UTF-16 code units.
    pub fn source_of(&self, span: Span) -> Span {
        span
    }
}

/// Repairs a pasted text.
pub fn repair(pasted: &str, _options: &Options) -> Repaired {
    Repaired { text: pasted.to_owned(), map: SourceMap::default(), repairs: Vec::new() }
}
